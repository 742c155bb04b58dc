"""The bare words of a query: nothing hides a keyword, nothing else is taken for one."""

from pathlib import Path

import pytest

from att_graph import questions
from att_graph.errors import InputError
from att_graph.store import open_store
from att_graph.stores.keywords import form, keywords

SMALL = Path(__file__).parent / "data" / "small.ttl"
HIDDEN = "SERVICE <http://127.0.0.1:1/> { ?s ?p ?o }"

SEEN = [
    "SELECT * { %s }",
    'SELECT * { %s FILTER(?o = "") }',
    'SELECT * { ?a ?b """x"y""" . %s FILTER(?o = "") }',
    "SELECT * { ?a ?b '''x'y''' . %s FILTER(?o = '') }",
    "PREFIX e: <http://e.org/> SELECT * { ?a e:b\\#c ?c . %s }",
    "SELECT * { ?a ?b 'it\\'s' . %s }",
    "SELECT * { # a comment\r %s }",
    "SELECT * { ?a ?b <http://e.org/#x> . %s }",
    "SELECT * { ?a ?b 'x'@en . %s }",
]
UNSEEN = [
    "SELECT ?service { ?service ?p ?o }",
    "SELECT * { ?s ?p 'SERVICE' }",
    "SELECT * { ?s ?p ?o } # SERVICE",
    "PREFIX service: <http://e.org/SERVICE#> SELECT * { ?s service:SERVICE ?o }",
    'SELECT * { ?s <http://e.org/SERVICE> """a " SERVICE""" }',
]


@pytest.mark.parametrize("backend", ["oxigraph", "rdflib"])
@pytest.mark.parametrize("text", SEEN)
def test_no_query_asks_another_service(text: str, backend: str) -> None:
    for word in (HIDDEN, HIDDEN.lower(), HIDDEN.replace("SERVICE", "sErViCe SILENT")):
        assert "SERVICE" in keywords(text % word)
    store = open_store([SMALL], alone=True, backend=backend)
    with pytest.raises(InputError, match="never done here"):
        store.query(text % HIDDEN)


@pytest.mark.parametrize("text", UNSEEN)
def test_a_name_is_no_keyword(text: str) -> None:
    assert "SERVICE" not in keywords(text)
    open_store([SMALL], alone=True).query(text)


def test_the_form_of_a_query() -> None:
    assert {form(each.text) for each in questions.questions()} == {"SELECT"}
    assert form("PREFIX ask: <http://e.org/> CONSTRUCT WHERE { ?s ask:insert ?o }") == "CONSTRUCT"
    assert form("# select\nASK {}") == "ASK"
    assert form("WITH <http://e.org/> DELETE { ?s ?p ?o } WHERE { SELECT * {} }") is None
    assert form("") is None
