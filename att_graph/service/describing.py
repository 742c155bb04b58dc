"""What the service and its data are: the SPARQL 1.1 Service Description, and VoID.

Standards: SPARQL 1.1 Service Description; VoID, section 7.2 (`/.well-known/void`).
"""

from dataclasses import dataclass

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from att_graph import vocab, void
from att_graph.service import results
from att_graph.service.answering import negotiated, tagged
from att_graph.service.jobs import Job, Reply, Served
from att_graph.service.protocol import RefusedError
from att_graph.store import Term

FORMS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
_SD = "http://www.w3.org/ns/sparql-service-description#"
_TYPE = vocab.PREFIXES["rdf"] + "type"
_WHOLE = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_GRAPHS = """SELECT ?graph (COUNT(*) AS ?n)
{ GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"""
_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip
_PREFIXES = {**vocab.PREFIXES, "sd": _SD, "void": void.VOID}
_LICENSED = ox.NamedNode(vocab.PREFIXES["dcterms"] + "license")
_LICENCE = ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")


@dataclass(frozen=True)
class Description(Job):
    """What the endpoint at an address can do, and what it holds."""

    endpoint: str
    form: str

    def reply(self, store: Served) -> Reply:
        """A form to ask by, or the description."""
        if self.form == "html":
            from att_graph.site import sparql

            return Reply(sparql.render().encode())
        return _written(_service(self.endpoint, store), self.form)


@dataclass(frozen=True)
class Holdings(Job):
    """What the data hold, counted."""

    endpoint: str
    form: str

    def reply(self, store: Served) -> Reply:
        """A page, or VoID."""
        found = void.void(store, endpoint=_endpoint(self.endpoint).value)
        if self.form == "html":
            from att_graph.site import holdings

            return Reply(holdings.render(found, void.DATASET).encode())
        whole = ox.NamedNode(void.DATASET)
        if not any(t.subject == whole and t.predicate == _LICENSED for t in found):
            found.append(ox.Triple(whole, _LICENSED, _LICENCE))
        return _written(found, self.form)


def _written(triples: list[ox.Triple], form: str) -> Reply:
    content = ox.serialize(triples, format=results.GRAPHS[FORMS[form]], prefixes=_PREFIXES)
    return Reply(content or b"")


def _endpoint(address: str) -> ox.NamedNode:
    """The endpoint's address, which the Host header had a part in."""
    try:
        return ox.NamedNode(address)
    except ValueError as error:
        raise RefusedError(400, "the Host header is no name of a host") from error


def _service(address: str, store: Served) -> list[ox.Triple]:
    here = _endpoint(address)
    dataset, default = (ox.NamedNode(f"{address}#{name}") for name in ("dataset", "default"))
    said: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (here, _TYPE, _named("Service")),
        (here, _SD + "endpoint", here),
        (here, _SD + "supportedLanguage", _named("SPARQL11Query")),
        (here, _SD + "feature", _named("UnionDefaultGraph")),
        (here, _SD + "defaultDataset", dataset),
        (here, _LICENSED.value, _LICENCE),
        *(
            (here, _SD + "resultFormat", ox.NamedNode(f"http://www.w3.org/ns/formats/{name}"))
            for name in _FORMATS
        ),
        (dataset, _TYPE, _named("Dataset")),
        (dataset, _SD + "defaultGraph", default),
        (default, _TYPE, _named("Graph")),
        (default, void.VOID + "triples", _triples(store.select(_WHOLE)[0])),
    ]
    for number, row in enumerate(store.select(_GRAPHS), 1):
        graph = ox.NamedNode(f"{address}#graph-{number}")
        name = ox.NamedNode(f"{address}#named-graph-{number}")
        assert isinstance(row["graph"], ox.NamedNode)
        said += [
            (dataset, _SD + "namedGraph", name),
            (name, _TYPE, _named("NamedGraph")),
            (name, _SD + "name", row["graph"]),
            (name, _SD + "graph", graph),
            (graph, _TYPE, _named("Graph")),
            (graph, void.VOID + "triples", _triples(row)),
        ]
    return [ox.Triple(s, ox.NamedNode(p), o) for s, p, o in said]


def _triples(row: dict[str, Term | None]) -> ox.Literal:
    count = row["n"]
    assert isinstance(count, ox.Literal)
    return count


def _named(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


async def holdings(request: Request) -> Response:
    """VoID, or a page of what it says."""
    end = request.path_params.get("end", "")
    if end and end not in FORMS:
        raise RefusedError(404, f"there is {', '.join(FORMS)}")
    form = end or negotiated(request, FORMS, first="ttl")
    job = Holdings(f"{request.base_url}sparql", form)
    return await tagged(request, job, FORMS[form])


ROUTES = [
    Route("/.well-known/void", holdings, methods=["GET"]),
    Route("/.well-known/void.{end}", holdings, methods=["GET"]),
    Route("/dataset", holdings, methods=["GET"]),
    Route("/dataset.{end}", holdings, methods=["GET"]),
]
