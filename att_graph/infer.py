"""infer: what follows from the reports though none prints it; a graph of its own, each fact marked.

The rules are stored CONSTRUCT queries (queries/rules), and the comparison of texts in `traces`.
Every inferred triple is also an rdf:Statement that names its rule, so that it can be explained.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from att_graph import namings, paths, vocab
from att_graph.iris import iri
from att_graph.resolve import Resolution
from att_graph.store import Store, open_store
from att_graph.traces import traces
from att_graph.vocab import ONTOLOGY, concept

RULES = paths.QUERIES / "rules"
_HEADER = re.compile(r"^#\+ rule: *(\S+) *$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """A stored rule: its key in concept/rule and its CONSTRUCT query."""

    key: str
    text: str
    place: str


def rules() -> list[Rule]:
    """The stored rules, by file name. Raises ValueError for a file without a `#+ rule:` line."""
    found: list[Rule] = []
    for path in sorted(RULES.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        header = _HEADER.search(text)
        if header is None:
            raise ValueError(f"{path}: has no line '#+ rule: <key>'")
        found.append(Rule(header[1], text, str(path)))
    return found


def infer(reports: list[Path], resolution: Resolution | None = None) -> Graph:
    """The reports' Turtle files in; the inferred graph out (IRIs only, no blank nodes).

    `resolution` says which names were found to be one thing's, and which were left apart.
    """
    store = open_store([str(path) for path in reports])
    graph = Graph(bind_namespaces="none")
    for rule in rules():
        for triple in store.construct(rule.text, rule.place):
            _state(graph, rule.key, *map(_term, (triple.subject, triple.predicate, triple.object)))
    _traced(graph, store)
    _unexplained(graph, store)
    _resolved(graph, store, resolution or Resolution())
    namings.add(graph, store)
    return graph


def _resolved(graph: Graph, store: Store, resolution: Resolution) -> None:
    """Which forms of a name belong to one thing, and a finding for each pair left apart."""
    for same in resolution.same:
        for words in same.forms:
            name = Literal(words.value, lang=words.lang)
            _state(graph, same.rule, URIRef(iri(same.now)), _ALT, name)
    for doubt in resolution.doubts:
        about = (iri(doubt.one), iri(doubt.other))
        printed = " / ".join(_called(store, name) for name in about)
        _finding(graph, store, "doubtful-merge", printed, doubt.why, about, "near-name")


def _called(store: Store, name: str) -> str:
    rows = store.query(_NAME % f"<{name}>").rows
    return str(rows[0][0]) if rows else name.removeprefix(vocab.THING)


_ALT = URIRef(vocab.PREFIXES["skos"] + "altLabel")
_NAME = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name WHERE { %s rdfs:label ?name } ORDER BY ?name LIMIT 1
"""


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """An Oxigraph term as rdflib's. Raises ValueError for a blank node: rules name things."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        kind = None if term.language else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=kind)
    raise ValueError(f"a rule made {term}, which has no name")


def _traced(graph: Graph, store: Store) -> None:
    adopts, changed = URIRef(ONTOLOGY + "adopts"), URIRef(ONTOLOGY + "wordingChange")
    for trace in traces(store):
        decision = URIRef(trace.decision)
        _state(graph, "text-comparison", decision, adopts, URIRef(trace.recommendation))
        if trace.change:
            _state(graph, "text-comparison", decision, changed, Literal(trace.change))
            about = (trace.decision, trace.recommendation)
            why = "The decision words what it takes over otherwise than the recommendation did."
            _finding(
                graph, store, "wording-difference", trace.change, why, about, "text-comparison"
            )


def _unexplained(graph: Graph, store: Store) -> None:
    """Stated shares that no count of the region's States gives."""
    for row in store.query(_SHARES).dicts():
        figure = URIRef(str(row["figure"]))
        if graph.value(figure, URIRef(ONTOLOGY + "denominator")) is None:
            why = "Counting the region's States in M49 gives another share."
            printed = f"{row['stated']}%"
            _finding(
                graph, store, "share-denominator", printed, why, (str(figure),), "share-explained"
            )


_SEVERITY = {"doubtful-merge": "warning"}
_SHARES = """
PREFIX tac: <https://w3id.org/att-graph/ontology#>
PREFIX unit: <https://w3id.org/att-graph/concept/unit/>
SELECT ?figure ?stated WHERE { ?figure tac:unit unit:percent ; tac:value ?stated } ORDER BY ?figure
"""
_QUOTED = """
PREFIX tac: <https://w3id.org/att-graph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?quotation WHERE {
  VALUES ?about { %s }
  ?about tac:evidence ?quotation . ?quotation tac:supports ?what .
  FILTER(?what IN (tac:content, tac:value, rdfs:label, tac:symbol, tac:startDate))
} ORDER BY ?quotation
"""


def _finding(
    graph: Graph,
    store: Store,
    sort: str,
    printed: str,
    why: str,
    about: tuple[str, ...],
    rule: str,
) -> None:
    """A finding between reports or figures, with the quotations of what it is about."""
    key = hashlib.sha256(" ".join(about).encode()).hexdigest()[:12]
    node = URIRef(vocab.thing("finding", f"inferred/{sort}-{key}"))
    subjects = [URIRef(iri) for iri in about]
    quoted = store.query(_QUOTED % " ".join(subject.n3() for subject in subjects))
    for term, values in (
        (RDF.type, [URIRef(ONTOLOGY + "Finding")]),
        (RDFS.label, [Literal(f"{sort.replace('-', ' ')}: {printed}", lang="en")]),
        (RDFS.comment, [Literal(why, lang="en")]),
        (URIRef(ONTOLOGY + "findingType"), [URIRef(concept("finding", sort))]),
        (URIRef(ONTOLOGY + "severity"), [URIRef(concept("severity", _SEVERITY.get(sort, "info")))]),
        (URIRef(ONTOLOGY + "printed"), [Literal(printed)]),
        (URIRef(ONTOLOGY + "about"), subjects),
        (URIRef(ONTOLOGY + "evidence"), [URIRef(str(cell)) for (cell,) in quoted.rows]),
        (URIRef(ONTOLOGY + "basis"), [URIRef(concept("basis", "inferred"))]),
        (URIRef(ONTOLOGY + "rule"), [URIRef(concept("rule", rule))]),
    ):
        for value in values:
            graph.add((node, term, value))


def _state(graph: Graph, rule: str, subject: Node, predicate: Node, value: Node) -> None:
    """The triple, and the statement that says by which rule it was inferred."""
    graph.add((subject, predicate, value))
    lang = getattr(value, "language", None)  # one form in two languages is two facts
    told = f"{subject} {predicate} {value}" + (f"@{lang}" if lang else "")
    key = hashlib.sha256(told.encode()).hexdigest()[:12]
    node = URIRef(vocab.thing("inference", f"{rule}-{key}"))
    local = str(predicate).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    what = str(subject).removeprefix(vocab.THING)
    for term, object_ in (
        (RDF.type, RDF.Statement),
        (RDFS.label, Literal(f"{what} {local}: inferred by {rule}", lang="en")),
        (RDF.subject, subject),
        (RDF.predicate, predicate),
        (RDF.object, value),
        (URIRef(ONTOLOGY + "basis"), URIRef(concept("basis", "inferred"))),
        (URIRef(ONTOLOGY + "rule"), URIRef(concept("rule", rule))),
    ):
        graph.add((node, term, object_))
