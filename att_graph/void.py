"""A store → what it holds, counted: VoID, as the service gives it and a release carries it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from att_graph import vocab
from att_graph.store import Store

VOID = "http://rdfs.org/ns/void#"
DATASET = vocab.BASE + "dataset"
PREFIXES = {
    "void": VOID,
    **{name: vocab.PREFIXES[name] for name in ("dcterms", "rdf", "rdfs", "skos", "xsd")},
    **{name: vocab.PREFIXES_OUTSIDE[name] for name in ("foaf",)},
}

_TYPE = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
_WHOLE = ox.NamedNode(vocab.PREFIXES["xsd"] + "integer")
_MATCH = vocab.PREFIXES["skos"] + "exactMatch"
# Each counts what its name says of the whole dataset. VoID, section 4.
_COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "entities": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class }",
    "classes": "SELECT (COUNT(DISTINCT ?class) AS ?n) { ?s a ?class }",
    "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
}
_CLASSES = """SELECT ?of (COUNT(DISTINCT ?s) AS ?n) (MIN(STR(?s)) AS ?example)
{ ?s a ?of } GROUP BY ?of ORDER BY ?of"""
_PROPERTIES = "SELECT ?of (COUNT(*) AS ?n) { ?s ?of ?o } GROUP BY ?of ORDER BY ?of"
_GRAPHS = "SELECT ?of (COUNT(*) AS ?n) { GRAPH ?of { ?s ?p ?o } } GROUP BY ?of ORDER BY ?of"
_LINKS = f"SELECT ?s ?o {{ ?s <{_MATCH}> ?o }}"


def void(
    store: Store, *, endpoint: str | None = None, dumps: Iterable[str] = ()
) -> list[ox.Triple]:
    """A store → the VoID description of what it holds, sorted: counts, parts, links, vocabularies.

    Each named graph is a subset under its own IRI. `endpoint` and `dumps` are addresses, where
    there are any. The same data give the same triples. Standard: VoID (W3C Note, 2011).
    """
    found = [*_whole(store), *_parts(store), *_links(store)]
    if endpoint is not None:
        found.append(_link(DATASET, "sparqlEndpoint", endpoint))
    found += [_link(DATASET, "dataDump", dump) for dump in dumps]
    return sorted(dict.fromkeys(found), key=str)


def _whole(store: Store) -> Iterator[ox.Triple]:
    yield ox.Triple(ox.NamedNode(DATASET), _TYPE, ox.NamedNode(VOID + "Dataset"))
    yield ox.Triple(ox.NamedNode(DATASET), ox.NamedNode(VOID + "uriSpace"), ox.Literal(vocab.THING))
    for name, query in _COUNTS.items():
        (row,) = store.select(query, f"void:{name}")
        yield _count(DATASET, name, row["n"])


def _parts(store: Store) -> Iterator[ox.Triple]:
    named: set[str] = set()
    for row in store.select(_CLASSES, "void:classPartition"):
        part, of = _part("class", row["of"])
        named.add(of)
        yield from (
            _link(DATASET, "classPartition", part),
            _link(part, "class", of),
            _count(part, "entities", row["n"]),
        )
        example = row["example"]
        if isinstance(example, ox.Literal) and example.value.startswith(vocab.THING):
            yield _link(DATASET, "exampleResource", example.value)
    for row in store.select(_PROPERTIES, "void:propertyPartition"):
        part, of = _part("property", row["of"])
        named.add(of)
        yield from (
            _link(DATASET, "propertyPartition", part),
            _link(part, "property", of),
            _count(part, "triples", row["n"]),
        )
    for space in sorted({_space(term) for term in named}):
        yield _link(DATASET, "vocabulary", space)
    for row in store.select(_GRAPHS, "void:subset"):
        if isinstance(row["of"], ox.NamedNode):
            graph = row["of"].value
            yield ox.Triple(row["of"], _TYPE, ox.NamedNode(VOID + "Dataset"))
            yield _link(DATASET, "subset", graph)
            yield _count(graph, "triples", row["n"])


def _links(store: Store) -> Iterator[ox.Triple]:
    """A linkset for each dataset of others that things are matched with."""
    targets: Counter[str] = Counter()
    for row in store.select(_LINKS, "void:Linkset"):
        if isinstance(row["o"], ox.NamedNode) and not row["o"].value.startswith(vocab.BASE):
            targets[_space(row["o"].value)] += 1
    for target, count in sorted(targets.items()):
        linkset, theirs = f"{DATASET}#links-{_key(target)}", f"{DATASET}#target-{_key(target)}"
        yield ox.Triple(ox.NamedNode(linkset), _TYPE, ox.NamedNode(VOID + "Linkset"))
        yield ox.Triple(ox.NamedNode(theirs), _TYPE, ox.NamedNode(VOID + "Dataset"))
        yield ox.Triple(ox.NamedNode(theirs), ox.NamedNode(VOID + "uriSpace"), ox.Literal(target))
        yield _link(DATASET, "subset", linkset)
        yield _link(linkset, "linkPredicate", _MATCH)
        yield _link(linkset, "subjectsTarget", DATASET)
        yield _link(linkset, "objectsTarget", theirs)
        yield _count(linkset, "triples", ox.Literal(str(count), datatype=_WHOLE))


def _part(sort: str, of: object) -> tuple[str, str]:
    iri = of.value if isinstance(of, ox.NamedNode) else str(of)
    return f"{DATASET}#{sort}-{_key(iri)}", iri


def _key(iri: str) -> str:
    """A readable key of a term, `tac-State`; of one under no known prefix, a short hash."""
    for name, space in (vocab.PREFIXES | vocab.PREFIXES_OUTSIDE).items():
        local = iri.removeprefix(space)
        if local != iri and re.fullmatch(r"[\w-]+", local, re.ASCII):
            return f"{name}-{local}"
    return hashlib.sha256(iri.encode()).hexdigest()[:8]


def _space(iri: str) -> str:
    return re.sub(r"[^/#]+$", "", iri)


def _link(subject: str, name: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(VOID + name), ox.NamedNode(value))


def _count(subject: str, name: str, count: object) -> ox.Triple:
    value = count.value if isinstance(count, ox.Literal) else "0"
    whole = ox.Literal(value, datatype=_WHOLE)
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(VOID + name), whole)
