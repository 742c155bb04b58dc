"""infer: what follows from the reports though none prints it; a graph of its own, each fact marked.

The rules are stored CONSTRUCT queries (queries/rules), and the comparison of texts in `traces`.
Every inferred triple is also an rdf:Statement that names its rule, so that it can be explained.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node

from att_graph import paths, vocab
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


def infer(reports: list[Path]) -> Graph:
    """The reports' Turtle files in; the inferred graph out (IRIs only, no blank nodes)."""
    store = open_store([str(path) for path in reports])
    graph = Graph(bind_namespaces="none")
    for rule in rules():
        for row in store.query(rule.text, rule.place).rows:
            _state(graph, rule.key, *(URIRef(str(cell)) for cell in row))
    _traced(graph, store)
    return graph


def _traced(graph: Graph, store: Store) -> None:
    adopts, changed = URIRef(ONTOLOGY + "adopts"), URIRef(ONTOLOGY + "wordingChange")
    for trace in traces(store):
        decision = URIRef(trace.decision)
        _state(graph, "text-comparison", decision, adopts, URIRef(trace.recommendation))
        if trace.change:
            _state(graph, "text-comparison", decision, changed, Literal(trace.change))


def _state(graph: Graph, rule: str, subject: Node, predicate: Node, value: Node) -> None:
    """The triple, and the statement that says by which rule it was inferred."""
    graph.add((subject, predicate, value))
    key = hashlib.sha256(f"{subject} {predicate} {value}".encode()).hexdigest()[:12]
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
