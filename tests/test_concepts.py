"""The closed lists as the loaders use them, and the records behind them."""

from pathlib import Path

import pytest

from att_graph import paths, vocab
from att_graph.errors import DataError
from att_graph.gazetteer import concepts, reference

KEYS = """encourage request invite urge call-upon mandate decide adopt approve endorse elect appoint
confirm authorise welcome commend thank appreciate take-note recognise reaffirm stress consider
express-concern"""


def test_every_act_type_has_its_words() -> None:
    scheme = concepts.scheme("act-type", "zh")
    assert {key for _, key in scheme.triggers} == set(KEYS.split())
    for key in KEYS.split():
        assert concepts.value("act-type", key, "objectRole") in (
            "addressee", "beneficiary", "document", "holder", "clause",
        )  # fmt: skip
        for lang in ("en", "zh"):
            assert concepts.label("act-type", key, lang)


def test_a_trigger_means_one_type() -> None:
    words = [trigger for trigger, _ in concepts.scheme("act-type", "zh").triggers]
    assert len(words) == len(set(words)) > 24


@pytest.mark.parametrize(
    ("text", "key"),
    [("呼吁", "call-upon"), ("敦促", "urge"), ("请", "request"), ("邀请", "invite"),
     ("认识到", "recognise"), ("承认", "recognise"), ("注意到", "take-note")],
)  # fmt: skip
def test_the_longest_trigger_wins(text: str, key: str) -> None:
    scheme = concepts.scheme("act-type", "zh")
    found = scheme.expression.match(text + "各国")
    assert found
    assert scheme.key(found[0]) == key


def test_a_language_without_words_has_none() -> None:
    scheme = concepts.scheme("act-type", "xx")
    assert scheme.triggers == ()
    assert not scheme.expression.search("decides")


def test_codes_of_symbols() -> None:
    codes = concepts.codes("document-type")
    assert codes["Agenda"] == "agenda"
    assert codes["FinRep"] == "final-report"
    assert concepts.codes("role")["PRES"] == "president"


def test_a_broken_authority_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.ttl").write_text("<a> <b> ", encoding="utf-8")
    monkeypatch.setattr(paths, "AUTHORITIES", (tmp_path,))
    with pytest.raises(DataError, match=r"broken\.ttl: is not readable Turtle"):
        reference.records.__wrapped__()


def test_records_hold_links_and_texts() -> None:
    record = reference.records()[vocab.thing("state", "PHL")]
    assert record.label(vocab.PREFIXES["rdfs"] + "label", "fr") == "Philippines"
    assert vocab.ONTOLOGY + "State" in record.links[vocab.PREFIXES["rdf"] + "type"]
