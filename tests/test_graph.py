"""to_graph: what is written stands alone, names everything, and uses the ontology's words only."""

import re
from collections import defaultdict

import pyoxigraph as ox
import pytest
from conftest import FINAL, REPORTS
from rdflib import Graph, Literal, URIRef

from att_graph import graph, paths, turtle, vocab
from att_graph.errors import InputError
from att_graph.graph import TABLE, to_graph
from att_graph.model import Fact, Report

TYPE = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
LABEL = ox.NamedNode(vocab.PREFIXES["rdfs"] + "label")
PREFERRED = ox.NamedNode(vocab.PREFIXES["skos"] + "prefLabel")
SUBCLASS = ox.NamedNode(vocab.PREFIXES["rdfs"] + "subClassOf")

Stores = dict[str, ox.Store]


@pytest.fixture(scope="module")
def ontology() -> ox.Store:
    store = ox.Store()
    store.load(path=str(paths.ONTOLOGY / "tac.ttl"), format=ox.RdfFormat.TURTLE)
    return store


def types(store: ox.Store) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, TYPE, None):
        found[quad.subject.value].add(quad.object.value)
    return found


@pytest.mark.parametrize("report", REPORTS)
def test_there_is_no_blank_node(stores: Stores, report: str) -> None:
    for quad in stores[report]:
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)


@pytest.mark.parametrize("report", REPORTS)
def test_superclasses_are_written_out(stores: Stores, ontology: ox.Store, report: str) -> None:
    above = {
        quad.subject.value: quad.object.value
        for quad in ontology.quads_for_pattern(None, SUBCLASS, None)
        if quad.object.value.startswith(vocab.ONTOLOGY)
    }
    assert above[vocab.ONTOLOGY + "Decision"] == vocab.ONTOLOGY + "Act"
    for thing, kinds in types(stores[report]).items():
        for kind in kinds & above.keys():
            assert above[kind] in kinds, thing


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_reads_alone(stores: Stores, report: str) -> None:
    """Everything referred to has a type and a label in the same file."""
    store, kinds = stores[report], types(stores[report])
    named = {quad.subject.value for quad in store.quads_for_pattern(None, LABEL, None)}
    named |= {quad.subject.value for quad in store.quads_for_pattern(None, PREFERRED, None)}
    used = {
        quad.object.value
        for quad in store
        if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(vocab.BASE)
    }
    used = {iri for iri in used if not iri.startswith(vocab.ONTOLOGY)}
    assert len(used) > 100
    assert sorted(used - kinds.keys()) == []
    quotations = {i for i in used if vocab.ONTOLOGY + "Quotation" in kinds[i]}
    assert sorted(used - named - quotations) == []


@pytest.mark.parametrize("report", REPORTS)
def test_what_another_file_describes_has_its_code(stores: Stores, report: str) -> None:
    store = stores[report]
    for iri, kinds in types(store).items():
        node = ox.NamedNode(iri)
        for kind, term in ((vocab.ONTOLOGY + "State", vocab.ONTOLOGY + "iso3"),
                           (vocab.PREFIXES["skos"] + "Concept",
                            vocab.PREFIXES["skos"] + "notation")):  # fmt: skip
            if kind in kinds:
                assert any(store.quads_for_pattern(node, ox.NamedNode(term), None)), iri


@pytest.mark.parametrize("report", REPORTS)
def test_every_term_is_in_the_ontology(stores: Stores, ontology: ox.Store, report: str) -> None:
    known = {q.subject.value for q in ontology if isinstance(q.subject, ox.NamedNode)}
    used = {q.predicate.value for q in stores[report]}
    used |= {q.object.value for q in stores[report] if isinstance(q.object, ox.NamedNode)}
    used = {iri for iri in used if iri.startswith(vocab.ONTOLOGY)}
    assert len(used) > 40
    assert sorted(used - known) == []


def test_a_misspelt_term_fails_at_once() -> None:
    with pytest.raises((AttributeError, KeyError)):
        _ = graph._tac()["adressedTo"]


def test_the_table_covers_every_class_of_facts() -> None:
    known = {kind for kind in Fact.__subclasses__() if kind.kind}
    assert set(TABLE) == known
    assert len(known) >= 15


@pytest.mark.parametrize("report", REPORTS)
def test_the_same_report_gives_the_same_bytes(loaded: dict[str, Report], report: str) -> None:
    assert turtle.write(to_graph(loaded[report])) == turtle.write(to_graph(loaded[report]))


def test_keys_are_ascii_and_readable(stores: Stores) -> None:
    found = {iri for store in stores.values() for iri in types(store)}
    odd = [iri for iri in found if not re.fullmatch(r"https?://[A-Za-z0-9._~/#-]+", iri)]
    assert odd == []
    for key in ("state/ARG", "meeting/csp11", "body/wgtu", "act/csp11/24-b-1",
                "act/csp11-wgtu/22-1-1", "passage/csp11-final-report-zh/24-b",
                "participation/csp11-ARG", "provision/att-17-4-f",
                "document/ATT-CSP11-2025-SEC-818-Conf.Agenda"):  # fmt: skip
        assert vocab.THING + key in found


def small() -> Graph:
    made = Graph()
    for name in "cab":
        node = URIRef(vocab.thing("state", name))
        made.add((node, URIRef(LABEL.value), Literal(name, lang="en")))
        made.add((node, URIRef(TYPE.value), URIRef(vocab.ONTOLOGY + "State")))
    return made


def test_turtle_is_sorted_with_types_first() -> None:
    text = turtle.write(small()).decode()
    assert re.findall(r"<id/state/(.)>", text) == ["a", "b", "c"]
    assert text.index("tac:State") < text.index("rdfs:label")
    assert text.startswith(f"@base <{vocab.BASE}> .\n@prefix rdf")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("turtle", ox.RdfFormat.TURTLE), ("nquads", ox.RdfFormat.N_QUADS),
     ("jsonld", ox.RdfFormat.JSON_LD)],
)  # fmt: skip
def test_each_format_says_the_same(loaded: dict[str, Report], name: str, kind: object) -> None:
    made = to_graph(loaded[FINAL])
    data = turtle.write(made, name, vocab.graph(FINAL))
    quads = list(ox.parse(data, kind))  # type: ignore[arg-type]
    assert len({quad.triple for quad in quads}) == len(made)
    homes = {str(quad.graph_name) for quad in quads}
    assert homes == {"DEFAULT" if name == "turtle" else f"<{vocab.graph(FINAL)}>"}


def test_an_unknown_format_and_a_blank_node_are_refused() -> None:
    with pytest.raises(InputError, match="is not one of turtle, nquads, jsonld"):
        turtle.write(small(), "xml")
    made = small()
    from rdflib import BNode

    made.add((BNode(), URIRef(LABEL.value), Literal("x")))
    with pytest.raises(ValueError, match="names everything"):
        turtle.write(made)
