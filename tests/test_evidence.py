"""`--with-evidence`: each row of an answer with the words of the report that prove it."""

from pathlib import Path

import pytest

from att_graph import paths, query, questions
from att_graph.errors import InputError
from att_graph.evidence import COLUMNS, with_evidence
from att_graph.store import Store, Table, open_store

TEXTS = {path.parent.name: path.read_text("utf-8") for path in paths.SOURCES.glob("*/text.txt")}
PROVEN = [each.name for each in questions.questions() if each.evidence]


@pytest.fixture(scope="module")
def own() -> Store:
    return open_store()


def test_most_questions_can_be_proven() -> None:
    assert len(PROVEN) > len(questions.questions()) / 2


@pytest.mark.parametrize("name", PROVEN)
def test_a_quotation_stands_in_the_report(name: str, own: Store) -> None:
    plain, proven = query.ask(name, store=own), query.ask(name, store=own, evidence=True)
    assert proven.columns == (*plain.columns, *COLUMNS)
    assert [row[: len(plain.columns)] for row in proven.rows] == plain.rows
    for row in proven.dicts():
        if row["quotation"] is None:
            continue
        texts = [TEXTS[str(each).rsplit("/", 1)[1]] for each in str(row["source"]).split(" … ")]
        for words in str(row["quotation"]).split(" … "):
            assert any(words in text for text in texts), words


def test_the_place_is_the_innermost_passage(own: Store) -> None:
    acts = query.ask("acts-of-type", store=own, evidence=True, type="urge").dicts()
    assert acts
    for row in acts:
        assert str(row["place"]).startswith(str(row["paragraph"]))


def test_a_question_without_a_fact_a_row_says_why(own: Store) -> None:
    bare = [each for each in questions.questions() if not each.evidence]
    for asked in bare:
        with pytest.raises(InputError, match="has no evidence to show: "):
            query.ask(asked.name, store=own, evidence=True)


def test_several_quotations_are_joined_in_the_order_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "one.ttl"
    file.write_text(
        """@prefix tac: <https://w3id.org/att-graph/ontology#> . @prefix e: <http://e.org/> .
        e:fact tac:evidence e:q1, e:q2, e:q3 .
        e:q1 tac:quotedText "later" ; tac:source e:s ; tac:start 50 ; tac:end 55 .
        e:q2 tac:quotedText "first" ; tac:source e:s ; tac:start 7 ; tac:end 12 .
        e:q3 tac:quotedText "head" ; tac:source e:s ; tac:start 0 ; tac:end 4 .
        e:p a tac:Passage ; tac:source e:s ; tac:number "3" ; tac:start 5 ; tac:end 60 .
        e:i a tac:Passage ; tac:source e:s ; tac:number "3" ; tac:item "a" ;
            tac:start 40 ; tac:end 60 .
        """
    )
    store = open_store([file], alone=True)
    fact = Table(("fact",), [("http://e.org/fact",), ("http://e.org/other",), (None,)])
    assert with_evidence(store, fact, "fact").rows == [
        ("http://e.org/fact", "head … first … later", "¶3 … ¶3(a)", "http://e.org/s"),
        ("http://e.org/other", None, None, None),
        (None, None, None, None),
    ]
