"""What a fact says, where that stands and how it was read: from the graph alone."""

import json
from pathlib import Path

import pytest
from conftest import FINAL
from test_cli import run

from att_graph import paths, phrases, vocab
from att_graph.errors import InputError
from att_graph.explain import Explanation, explain
from att_graph.exports.explain import render
from att_graph.store import Store, open_store

SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store()


def test_an_act(store: Store) -> None:
    found = explain(store, "act/csp11/24-b-2")
    assert found.sentence.startswith("CSP11 calls upon ")
    assert "States Parties" in found.sentence
    assert "“将相关的区域普遍化倡导者" in found.sentence
    assert found.sentence.endswith(".")
    assert {"Act", "Commitment", "Decision"} <= set(found.types)
    assert found.basis == ["stated"]
    quote = next(quote for quote in found.quotes if "actType" in quote.supports)
    assert (quote.report, quote.paragraph) == (FINAL, "24(b)")
    assert quote.before.endswith("关键工具，并")
    assert quote.text.startswith("呼吁所有缔约国")
    assert ("呼吁", "calls upon (concept/act-type/call-upon)") in found.words


FORMS = (
    "act/csp11/24-b-2",
    "id/act/csp11/24-b-2",
    "https://w3id.org/att-graph/id/act/csp11/24-b-2",
    "<https://w3id.org/att-graph/id/act/csp11/24-b-2>",
    "att:act/csp11/24-b-2",
)


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_a_name(store: Store, form: str) -> None:
    assert explain(store, form).iri == FORMS[2]


SENTENCES = [
    ("participation/csp11-ARG", "Argentina took part in CSP11 as State Party, admitted under "),
    ("meeting/csp12", "CSP12 is a meeting"),
    ("concept/act-type/thank", "thanks is a Concept"),
    ("state/CHN", "China is a State; "),
    ("tac:Participation", "Participation is a Class; "),
]


@pytest.mark.parametrize(("name", "said"), SENTENCES, ids=[name for name, _ in SENTENCES])
def test_sentences(store: Store, name: str, said: str) -> None:
    assert explain(store, name).sentence.startswith(said)


def one_of_each_class(store: Store) -> list[str]:
    rows = store.query(
        f"PREFIX tac: <{vocab.ONTOLOGY}> SELECT ?class (MIN(STR(?thing)) AS ?first)"
        " { ?thing a ?class ; tac:basis ?basis } GROUP BY ?class ORDER BY ?class"
    ).rows
    return [str(row[1]) for row in rows]


def test_one_of_each_class(store: Store) -> None:
    told = set()
    for iri in one_of_each_class(store):
        found = explain(store, iri)
        told |= set(found.types) & set(phrases.PIECES)
        assert found.sentence.endswith(".")
        assert "{" not in found.sentence
        assert found.basis
        for quote in found.quotes:
            text = (paths.SOURCES / quote.report / "text.txt").read_bytes().decode()
            assert text[quote.start : quote.end] == quote.text
        assert render(found, "text").startswith(found.sentence)
    assert {"Act", "Participation", "Tenure", "Document", "Figure", "Finding", "Deadline"} <= told


def test_inferred_triples_name_their_rule(store: Store) -> None:
    adopted = explain(store, "act/csp11-wgtu/22-2-2")
    (rule,) = [r for r in adopted.derived if r.concluded.startswith("act/csp11/24-b-2 adopts")]
    assert rule.key == "text-comparison"
    assert len(rule.definition.split()) > 5
    assert "by rule text-comparison" in render(adopted, "text")
    within = next(
        row[0]
        for row in store.query(
            f"SELECT ?x {{ ?x <{vocab.ONTOLOGY}withinDelegationOf> ?y }} ORDER BY ?x"
        ).rows
    )
    assert [rule.key for rule in explain(store, str(within)).rules] == ["coalition-delegation"]


def test_what_refers_to_it(store: Store) -> None:
    found = explain(store, "state/ARG")
    assert ("participant", "Argentina at CSP11") in {(e.property, e.label) for e in found.links}
    many = render(explain(store, "meeting/csp11"), "text")
    assert "more (--format json shows all)" in many


def test_a_quotation_and_a_passage_show_themselves(store: Store) -> None:
    passage = explain(store, f"passage/{FINAL}/24-b")
    assert passage.quotes[0].text.startswith("重申区域合作")
    quotation = explain(store, f"quotation/{FINAL}/act/csp11/24-b-1-1")
    assert quotation.quotes[0].text in quotation.sentence


WRONG = [
    ("act/csp11/24-b-99", "did you mean act/csp11/24-b-"),
    ("état", "nothing is said about 'état'"),
    ("a b> <c", "nothing is said about"),  # nothing typed becomes part of a query
    ("", "nothing is said about ''"),
]


@pytest.mark.parametrize(("name", "message"), WRONG, ids=[name or "empty" for name, _ in WRONG])
def test_unknown_names(store: Store, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        explain(store, name)


def test_anybody_s_graph_without_the_stored_text() -> None:
    found = explain(open_store([SMALL]), "participation/conf2-XAV")
    assert found.sentence.startswith("Avaria took part in ")
    assert all((quote.before, quote.after) == ("", "") for quote in found.quotes)


def test_formats(store: Store) -> None:
    found = explain(store, "act/csp11/24-b-2")
    assert isinstance(found, Explanation)
    tree = json.loads(render(found, "json"))
    assert tree["iri"] == found.iri
    assert len(tree["quotes"]) == len(found.quotes)
    assert "【呼吁所有缔约国" in render(found, "text")
    with pytest.raises(InputError, match="'html' is none of text, json"):
        render(found, "html")


def test_the_command() -> None:
    done = run("explain", "act/csp11/24-b-2", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["sentence"].startswith("CSP11 calls upon")
    done = run("explain", "act/csp11/24-b-99")
    assert done.returncode == 2
    assert "did you mean" in done.stderr.decode()
