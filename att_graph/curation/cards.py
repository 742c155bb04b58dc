"""The facts of a report in; each as a person reads it out: labels, type, properties in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from att_graph import vocab
from att_graph.graph import to_graph
from att_graph.iris import iri
from att_graph.model import Passage, Ref, Report

_UNTOLD = {"evidence", "start", "end", "source", "type", "label"}


@dataclass(frozen=True)
class Value:
    """A property's value: its words, their language, and its IRI where it is a thing."""

    words: str
    lang: str = ""
    iri: str = ""


@dataclass(eq=False)
class Card:
    """A fact for a reader. `number` counts in the order in which the facts come in the text."""

    number: int
    ref: Ref
    iri: str
    types: list[str]
    labels: dict[str, str]
    properties: list[tuple[str, list[Value]]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Its English label, else any."""
        return self.labels.get("en") or next(iter(self.labels.values()), self.ref.key)


def cards(report: Report, order: Iterable[Ref]) -> dict[Ref, Card]:
    """A card for each fact of a report but its passages: first those of `order`, then the rest."""
    graph = to_graph(report)
    told = [ref for ref, fact in report.facts.items() if not isinstance(fact, Passage)]
    found: dict[Ref, Card] = {}
    for number, ref in enumerate(dict.fromkeys([*order, *told]), 1):
        node = URIRef(iri(ref))
        types = sorted(_local(str(kind)) for kind in graph.objects(node, RDF.type))
        labels = {
            str(label.language or ""): str(label)
            for label in graph.objects(node, RDFS.label)
            if isinstance(label, Literal)
        }
        found[ref] = Card(number, ref, str(node), types, labels, _properties(graph, node))
    return found


def _properties(graph: Graph, node: URIRef) -> list[tuple[str, list[Value]]]:
    values: dict[str, list[Value]] = {}
    for predicate, value in graph.predicate_objects(node):
        name = _local(str(predicate))
        if name not in _UNTOLD:
            values.setdefault(name, []).append(_value(graph, value))
    return [(name, sorted(values[name], key=lambda v: v.words)) for name in sorted(values)]


def _value(graph: Graph, value: object) -> Value:
    if isinstance(value, Literal):
        return Value(str(value), str(value.language or ""))
    node = URIRef(str(value))
    names = [
        label
        for predicate in (RDFS.label, SKOS.prefLabel)
        for label in graph.objects(node, predicate)
        if isinstance(label, Literal)
    ]
    names.sort(key=lambda label: (label.language != "en", str(label.language), str(label)))
    if names:
        return Value(str(names[0]), str(names[0].language or ""), str(node))
    return Value(_short(str(node)), "", str(node))


def _local(name: str) -> str:
    return name.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _short(name: str) -> str:
    return name.removeprefix(vocab.THING).removeprefix(vocab.CONCEPT)
