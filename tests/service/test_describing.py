"""What the service says of itself and of its data, held against counts made without it."""

from collections import Counter, defaultdict

import httpx
import pyoxigraph as ox
import pytest

from att_graph import vocab
from att_graph.store import graphs_of
from tests.service.pages import BROWSER, page, text
from tests.service.serving import SMALL

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
DATASET = vocab.BASE + "dataset"
FORMATS = {
    "ttl": ("text/turtle", ox.RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
}


def read(answer: httpx.Response, form: ox.RdfFormat) -> dict[str, dict[str, set[str]]]:
    """Subject → property → values."""
    assert answer.status_code == 200, answer.text
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in ox.parse(answer.content, form):
        found[quad.subject.value][quad.predicate.value].add(quad.object.value)
    return found


@pytest.fixture(scope="module")
def data() -> dict[str, set[ox.Triple]]:
    """Graph → its triples, read from the files."""
    found: dict[str, set[ox.Triple]] = defaultdict(set)
    for name, path in graphs_of([SMALL]):
        found[vocab.graph(name)] |= {q.triple for q in ox.parse(path=path)}
    return found


def test_the_service_describes_itself(address: str, data: dict[str, set[ox.Triple]]) -> None:
    answer = httpx.get(f"{address}/sparql")
    assert answer.headers["Content-Type"].startswith("text/turtle")
    said = read(answer, ox.RdfFormat.TURTLE)
    here = said[f"{address}/sparql"]
    assert here[SD + "endpoint"] == {f"{address}/sparql"}
    assert here[SD + "supportedLanguage"] == {SD + "SPARQL11Query"}
    assert here[SD + "feature"] == {SD + "UnionDefaultGraph"}
    assert len(here[SD + "resultFormat"]) == 8
    (dataset,) = here[SD + "defaultDataset"]
    (default,) = said[dataset][SD + "defaultGraph"]
    assert said[default][VOID + "triples"] == {str(len(set.union(*data.values())))}
    counts = {}
    for each in said[dataset][SD + "namedGraph"]:
        (name,), (graph,) = said[each][SD + "name"], said[each][SD + "graph"]
        (counts[name],) = said[graph][VOID + "triples"]
    assert counts == {name: str(len(triples)) for name, triples in data.items()}


@pytest.mark.parametrize("end", FORMATS)
def test_the_description_is_negotiated(address: str, end: str) -> None:
    media, form = FORMATS[end]
    answer = httpx.get(f"{address}/sparql", headers={"Accept": media})
    assert answer.headers["Content-Type"].partition(";")[0] == media
    assert read(answer, form) == read(httpx.get(f"{address}/sparql"), ox.RdfFormat.TURTLE)


def test_a_browser_gets_a_form(address: str) -> None:
    found = page(httpx.get(f"{address}/sparql", headers=BROWSER))
    (form,) = found.iter("form")
    assert form.get("action") == "/sparql"
    (area,) = form.iter("textarea")
    asked = page(httpx.get(f"{address}/sparql", params={"query": text(area)}, headers=BROWSER))
    assert len(list(asked.iter("tr"))) > 5
    example = [a.get("href") for a in found.iter("a") if "query=" in str(a.get("href"))]
    assert len(example) > 5
    assert page(httpx.get(address + str(example[0]), headers=BROWSER)) is not None


@pytest.mark.parametrize(
    ("query", "cell"),
    [("ASK {}", "yes"), ("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 1", "rdf:type")],
)
def test_other_answers_are_shown_too(address: str, query: str, cell: str) -> None:
    found = page(httpx.get(f"{address}/sparql", params={"query": query}, headers=BROWSER))
    assert cell in [text(each) for each in found.iter("td")]


def test_a_form_can_ask_for_a_file(address: str) -> None:
    params = {"query": "SELECT ?s { ?s ?p ?o } LIMIT 1", "format": "csv"}
    answer = httpx.get(f"{address}/sparql", params=params, headers=BROWSER)
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert httpx.get(f"{address}/sparql", params={"format": "csv"}).status_code == 400


def test_void_counts_as_the_files_do(address: str, data: dict[str, set[ox.Triple]]) -> None:
    said = read(httpx.get(f"{address}/.well-known/void"), ox.RdfFormat.TURTLE)
    whole, union = said[DATASET], set.union(*data.values())
    a = vocab.PREFIXES["rdf"] + "type"
    typed = Counter(t.object.value for t in union if t.predicate.value == a)
    used = Counter(t.predicate.value for t in union)
    for name, count in {
        "triples": len(union),
        "entities": len({t.subject for t in union if t.predicate.value == a}),
        "distinctSubjects": len({t.subject for t in union}),
        "distinctObjects": len({t.object for t in union}),
        "properties": len(used),
        "classes": len(typed),
    }.items():
        assert whole[VOID + name] == {str(count)}, name
    parts = {
        sort: {
            next(iter(said[part][VOID + sort])): int(next(iter(said[part][VOID + count])))
            for part in whole[f"{VOID}{sort}Partition"]
        }
        for sort, count in (("class", "entities"), ("property", "triples"))
    }
    assert parts == {"class": typed, "property": used}
    assert {g: said[g][VOID + "triples"] for g in data} == {
        g: {str(len(triples))} for g, triples in data.items()
    }
    assert data.keys() <= whole[VOID + "subset"]
    assert vocab.ONTOLOGY in whole[VOID + "vocabulary"]
    assert whole[VOID + "sparqlEndpoint"] == {f"{address}/sparql"}
    licence = {"https://creativecommons.org/licenses/by/4.0/"}
    assert whole[vocab.PREFIXES["dcterms"] + "license"] == licence


@pytest.mark.parametrize("end", FORMATS)
def test_void_in_every_format(address: str, end: str) -> None:
    media, form = FORMATS[end]
    expected = read(httpx.get(f"{address}/.well-known/void.nt"), ox.RdfFormat.N_TRIPLES)
    for answer in (
        httpx.get(f"{address}/.well-known/void.{end}"),
        httpx.get(f"{address}/.well-known/void", headers={"Accept": media}),
        httpx.get(f"{address}/dataset", headers={"Accept": media}),
    ):
        assert answer.headers["Content-Type"].partition(";")[0] == media
        assert read(answer, form) == expected


def test_void_as_a_page(address: str, data: dict[str, set[ox.Triple]]) -> None:
    found = page(httpx.get(f"{address}/.well-known/void", headers=BROWSER))
    assert f"{len(set.union(*data.values())):,}" in text(found)


def test_a_host_that_is_none_does_no_harm(address: str) -> None:
    for host in ('a"><b', "a b", "", "%"):
        answer = httpx.get(f"{address}/sparql", headers={"Host": host})
        assert answer.status_code in (200, 400)
        if answer.status_code == 200:
            assert read(answer, ox.RdfFormat.TURTLE)
