"""Reading RDF files, and querying their union."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import files
from att_graph.errors import InputError
from att_graph.store import open_store, plain
from att_graph.stores.embedded import Embedded

SMALL = Path(__file__).parent / "data" / "small.ttl"
TRIPLE = "<http://example.org/a> <http://example.org/b> "


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_triple_in_two_files_counts_once(tmp_path: Path) -> None:
    both = [file(tmp_path, f"{n}.ttl", TRIPLE + '"x" .') for n in "ab"]
    store = Embedded([(path.stem, path) for path in both])
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [(1,)]
    assert store.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").rows == [(2,)]
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [(1,)]


def test_the_named_graphs_bear_the_names_of_the_contract() -> None:
    store = open_store([SMALL])
    found = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").column("g")
    base = "https://w3id.org/att-graph/graph/"
    assert found == [base + "authority", base + "ontology", base + "small"]


def test_the_files_of_the_caller_can_stand_alone() -> None:
    alone, joined = open_store([SMALL], alone=True), open_store([SMALL])
    assert len(alone) == sum(1 for _ in files.quads(SMALL)) < len(joined)


def test_a_file_of_named_graphs_is_merged_too(tmp_path: Path) -> None:
    path = file(tmp_path, "x.nq", TRIPLE + '"x" <http://example.org/g> .\n')
    assert open_store([path], alone=True).query("ASK { ?s ?p 'x' }").rows == [(True,)]


def test_other_answers_than_a_select() -> None:
    store = open_store([SMALL], alone=True)
    assert store.query("ASK { ?s ?p ?o }").rows == [(True,)]
    made = store.query(
        "PREFIX tac: <https://w3id.org/att-graph/ontology#>"
        "CONSTRUCT { ?m tac:ordinal ?n } WHERE { ?m tac:ordinal ?n }"
    )
    assert made.columns == ("subject", "predicate", "object")
    assert [row[2] for row in made.rows] == ["1", "2", "3"]


XSD = "http://www.w3.org/2001/XMLSchema#"
VALUES = [
    (ox.NamedNode("http://example.org/a"), "http://example.org/a"),
    (ox.Literal("3", datatype=ox.NamedNode(XSD + "integer")), 3),
    (ox.Literal("23.5", datatype=ox.NamedNode(XSD + "decimal")), 23.5),
    (ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")), True),
    (ox.Literal("2025-08-29", datatype=ox.NamedNode(XSD + "date")), "2025-08-29"),
    (ox.Literal("many", datatype=ox.NamedNode(XSD + "integer")), "many"),  # ill-typed: as written
    (ox.Literal("会议", language="zh"), "会议"),
    (None, None),
]


@pytest.mark.parametrize(("term", "expected"), VALUES)
def test_terms_become_plain_values(term: ox.Literal | None, expected: object) -> None:
    value = plain(term)
    assert value == expected
    assert type(value) is type(expected)


BROKEN_QUERIES = [
    ("", "line 1, column 1: not SPARQL from here on"),
    ("no query", "line 1, column 9: not SPARQL from here on"),
    ("SELEC ?x { }", "line 1, column"),
    ("SELECT ?x {\n ?x", "line 2, column"),
    ("INSERT DATA { <http://a.example/> <http://a.example/> 1 }", "line 1"),
    ("SELECT ?x { ?x a missing:Prefix }", "line 1"),
]


@pytest.mark.parametrize(("text", "place"), BROKEN_QUERIES)
def test_a_broken_query_is_one_sentence_with_its_place(text: str, place: str) -> None:
    store = open_store([SMALL], alone=True)
    with pytest.raises(InputError, match=place) as caught:
        store.query(text, "my.rq")
    assert str(caught.value).startswith("my.rq")
    assert "\n" not in str(caught.value)


BAD_FILES: list[tuple[str, str | bytes, str]] = [
    ("empty.ttl", "", "empty"),
    ("blank.ttl", "\n\n", "empty"),
    ("no-triples.ttl", "@prefix a: <http://a.example/> .", "no triples"),
    ("picture.ttl", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    ("latin.ttl", TRIPLE.encode() + b'"caf\xe9" .', "line 1: not UTF-8"),
    ("broken.ttl", TRIPLE + '"x" .\n<http://example.org/a> <b', "line 2"),
    ("remote.jsonld", '{"@context": "https://schema.org/", "name": "x"}', "remote"),
    ("broken.jsonld", '{"@id": ', "broken.jsonld"),
    ("broken.rdf", "<rdf>", "broken.rdf"),
    ("table.csv", "a,b", ".ttl"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD_FILES)
def test_a_bad_file_is_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    path = file(tmp_path, name, content)
    with pytest.raises(InputError, match=reason) as caught:
        [triple for found in files.find([path]) for triple in files.quads(found)]
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_missing_path_and_a_directory_without_rdf(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        files.find([tmp_path / "nowhere.ttl"])
    with pytest.raises(InputError, match="no RDF file"):
        files.find([tmp_path])


def test_directories_are_searched_to_the_bottom_in_a_fixed_order(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    two = file(tmp_path, "z.ttl", ""), file(tmp_path / "deep" / "er", "a.nt", "")
    file(tmp_path, "notes.txt", "")
    assert files.find([tmp_path, two[0]]) == [two[1], two[0]]


def test_local_json_ld_is_read(tmp_path: Path) -> None:
    text = '{"@id": "http://example.org/a", "http://example.org/b": "x"}'
    [quad] = files.quads(file(tmp_path, "local.jsonld", text))
    assert quad.object == ox.Literal("x")


def test_ontology_and_authority_load() -> None:
    counts = {path.name: sum(1 for _ in files.quads(path)) for path in files.ontology()}
    assert len(counts) == len(files.ontology())
    assert min(counts.values()) > 0
