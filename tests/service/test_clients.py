"""Clients that others wrote: SPARQLWrapper, rdflib's SPARQLStore and graph parser, curl."""

import json
import shutil
import subprocess

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.util import from_n3
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, POSTDIRECTLY, TSV, TURTLE, XML
from SPARQLWrapper import SPARQLWrapper as Wrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from att_graph import ask, questions, vocab
from att_graph.store import graphs_of, open_store
from att_graph.stores.endpoint import Endpoint
from tests.servers import needs
from tests.service.serving import SMALL

STATES = f"SELECT ?s WHERE {{ ?s a <{vocab.ONTOLOGY}State> }} ORDER BY ?s"
NAMES = f"""CONSTRUCT {{ ?s <{vocab.PREFIXES["rdfs"]}label> ?label }}
WHERE {{ ?s a <{vocab.ONTOLOGY}State> ; <{vocab.PREFIXES["rdfs"]}label> ?label }}"""


@pytest.fixture(scope="module")
def states() -> list[str]:
    found = [str(iri) for iri in open_store([SMALL]).query(STATES).column("s")]
    assert len(found) > 5
    return found


@pytest.mark.parametrize(("method", "way"), [(GET, None), (POST, None), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_every_way(
    address: str, states: list[str], method: str, way: str | None
) -> None:
    client = Wrapper(f"{address}/sparql")
    client.setMethod(method)
    if way:
        client.setRequestMethod(way)
    client.setQuery(STATES)
    client.setReturnFormat(JSON)
    rows = client.query().convert()["results"]["bindings"]
    assert [row["s"]["value"] for row in rows] == states


def test_sparqlwrapper_reads_every_format(address: str, states: list[str]) -> None:
    client = Wrapper(f"{address}/sparql")
    client.setQuery(STATES)
    found = {}
    for form in (CSV, TSV, XML):
        client.setReturnFormat(form)
        found[form] = client.query().convert()
    assert found[CSV].decode().split() == ["s", *states]
    assert found[TSV].decode().split() == ["?s", *(f"<{iri}>" for iri in states)]
    uris = found[XML].getElementsByTagName("uri")
    assert [each.firstChild.data for each in uris] == states
    client.setQuery("ASK { ?s ?p ?o }")
    client.setReturnFormat(JSON)
    assert client.query().convert()["boolean"] is True


def test_sparqlwrapper_reads_graphs(address: str) -> None:
    expected = {(str(t.subject), str(t.object)) for t in open_store([SMALL]).construct(NAMES)}
    client = Wrapper(f"{address}/sparql")
    client.setQuery(NAMES)
    for form, name in ((TURTLE, "turtle"), (N3, "turtle"), (JSONLD, None), (XML, None)):
        client.setReturnFormat(form)
        found = client.query().convert()
        graph = found if isinstance(found, Graph) else Graph().parse(data=found, format=name)
        assert len(graph) == len(expected), form


def test_sparqlwrapper_hears_what_is_wrong(address: str) -> None:
    client = Wrapper(f"{address}/sparql")
    client.setQuery("SELECT ?x {")
    with pytest.raises(QueryBadFormed):
        client.query()


def test_rdflib_sees_a_graph(address: str, states: list[str]) -> None:
    graph = Graph(SPARQLStore(f"{address}/sparql"))
    kind = URIRef(vocab.PREFIXES["rdf"] + "type")
    assert sorted(map(str, graph.subjects(kind, URIRef(vocab.ONTOLOGY + "State")))) == states
    assert sorted(str(row[0]) for row in graph.query(STATES)) == states
    assert len(graph) == len(_files())
    label = URIRef(vocab.PREFIXES["rdfs"] + "label")
    state = URIRef(vocab.thing("state", "XAV"))
    names = set(graph.objects(state, label))
    assert names == set(_files().objects(state, label))
    assert from_n3('"阿瓦里亚"@zh') in names


def test_rdflib_sees_the_named_graphs(address: str) -> None:
    found = Graph(SPARQLStore(f"{address}/sparql"))
    names = {str(row[0]) for row in found.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")}
    assert vocab.graph("small") in names
    one = Graph(SPARQLStore(f"{address}/sparql"), URIRef(vocab.graph("small")))
    assert len(one) == len(Graph().parse(SMALL))


def test_rdflib_reads_a_thing_by_its_address(project: str) -> None:
    graph = Graph().parse(f"{project}/id/state/ARG")
    assert (URIRef(vocab.thing("state", "ARG")), None, None) in graph


def test_our_own_client_gets_our_own_answers(address: str) -> None:
    store = Endpoint(f"{address}/sparql")
    compared = 0
    for each in questions.questions()[::6]:
        assert ask(each.name, store=store).rows == ask(each.name, data=[SMALL]).rows
        compared += 1
    assert compared > 4


def _files() -> Graph:
    whole = Graph()
    for _, path in graphs_of([SMALL]):
        whole.parse(path)
    return whole


def curl(*words: str) -> str:
    done = subprocess.run(["curl", "-sS", *words], capture_output=True, text=True, check=True)
    return done.stdout


@needs(shutil.which("curl"), "no curl")
def test_curl(address: str, project: str, states: list[str]) -> None:
    url = f"{address}/sparql"
    got = curl("-G", url, "--data-urlencode", f"query={STATES}", "-H", "Accept: text/csv")
    assert got.split() == ["s", *states]
    form = curl(url, "--data-urlencode", f"query={STATES}", "-H", "Accept: text/csv")
    kind = "Content-Type: application/sparql-query"
    body = curl(url, "-H", kind, "--data-binary", STATES, "-H", "Accept: text/csv")
    assert got == form == body
    status = ("-o", "/dev/null", "-w", "%{http_code}")
    assert curl(url, "-d", "update=DROP ALL", *status) == "403"
    assert curl("-I", f"{address}/health").startswith("HTTP/1.1 200")
    packed = curl("--compressed", f"{project}/id/state/ARG.jsonld")
    assert json.loads(packed)
    followed = curl("-L", "-H", "Accept: text/turtle", f"{project}/id/state/ARG")
    assert len(Graph().parse(data=followed)) > 20
