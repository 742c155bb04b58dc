"""The SHACL engines behind `validate`: triples and rules in, one Result for each fault out."""

import importlib.util
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from att_graph import vocab
from att_graph.errors import DataError, InputError
from att_graph.validation.rules import codes, messages

NAMES = ("auto", "fast", "pyshacl")

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SH = vocab.PREFIXES["sh"]
_PARTS = (
    "focusNode", "resultPath", "value", "resultSeverity", "sourceConstraintComponent", "sourceShape"
)  # fmt: skip
_STRING = vocab.PREFIXES["xsd"] + "string"


@dataclass(frozen=True)
class Result:
    """One fault: `focus` breaks the rule that `message` states, by `value` at `path`, if any.

    IRIs stand in full, a blank node as `_:name`; a path that is no single property is written as in
    SPARQL (`^<…>`); `value` is as in N-Triples; `severity` is violation, warning or info;
    `source_shape` is None where the shape has no name, `code` where it has no code; `messages` are
    (language, text), `message` the English one.
    """

    focus: str
    path: str | None
    value: str | None
    message: str
    severity: str
    component: str
    source_shape: str | None
    code: str | None = None
    messages: tuple[tuple[str, str], ...] = ()

    def key(self) -> tuple[str, str, str, str, str]:
        """What two engines must agree on: focus, path, component, value, severity."""
        return (self.focus, self.path or "", self.component, self.value or "", self.severity)


def chosen(engine: str) -> tuple[str, str]:
    """One of NAMES → the engine that runs, and the sentence to say when it is not the quick one.

    Raises InputError for any other name, and for `fast` where it is not installed.
    """
    if engine not in NAMES:
        raise InputError(f"engine: '{engine}' is none of {', '.join(NAMES)}")
    if engine == "pyshacl":
        return engine, ""
    try:
        there = importlib.util.find_spec("shacl_rust") is not None
    except (ImportError, ValueError):  # a module that somebody bars
        there = False
    if there:
        return "fast", ""
    if engine == "fast":
        raise InputError("engine: 'fast' is not installed; pip install 'att-graph[fast]' brings it")
    return "pyshacl", (
        "engine: pyshacl runs, because the quick engine is not installed; "
        "pip install 'att-graph[fast]' brings it"
    )


def pyshacl(triples: Iterable[ox.Triple], rules: Sequence[ox.Triple]) -> Iterator[Result]:
    """The reference engine. Raises DataError for shapes that it cannot use."""
    from pyparsing import ParseBaseException
    from pyshacl import validate
    from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
    from rdflib import Graph, URIRef
    from rdflib.namespace import RDF

    # An ill-typed literal is a fault that the report names; rdflib would also log a traceback.
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    try:
        _, report, _ = validate(
            _rdflib_graph(triples), shacl_graph=_rdflib_graph(rules), inplace=True
        )
    except (
        ConstraintLoadError,
        ParseBaseException,
        ReportableRuntimeError,
        ShapeLoadError,
    ) as error:
        raise _unusable(error) from error
    if not isinstance(report, Graph):
        raise _unusable(report)
    code_of = codes(rules)
    for fault in report.subjects(RDF.type, URIRef(_SH + "ValidationResult")):
        of = dict(report.predicate_objects(fault))
        focus, path, value, severity, component, shape = (of.get(URIRef(_SH + n)) for n in _PARTS)
        spoken = {
            getattr(each, "language", None) or "": str(each)
            for each in report.objects(fault, URIRef(_SH + "resultMessage"))
        }
        yield Result(
            focus=_bare(_written(focus)),
            path=None if path is None else _path(report, path),
            value=None if value is None else _written(value),
            message=_english(spoken),
            severity=str(severity).removeprefix(_SH).lower(),
            component=str(component),
            source_shape=str(shape) if isinstance(shape, URIRef) else None,
            code=code_of.get(f"<{shape}>"),
            messages=tuple(sorted(spoken.items())),
        )


def fast(triples: Iterable[ox.Triple], rules: Sequence[ox.Triple]) -> Iterator[Result]:
    """The quick engine, written in Rust. Raises DataError for shapes that it cannot use."""
    import shacl_rust

    data, shapes = ("".join(f"{triple} .\n" for triple in graph) for graph in (triples, rules))
    try:
        report = shacl_rust.validate(
            data, shapes, data_format="nt", shapes_format="nt", experimental_index=True
        )
    except (ValueError, RuntimeError) as error:
        raise _unusable(error) from error
    code_of, sentences = codes(rules), messages(rules)
    for fault in report["results"]:
        path, shape, value = fault.get("resultPath"), fault["sourceShape"], fault.get("value")
        if path is None and value is None:
            value = fault["focusNode"]  # SHACL 4.1: the value node of a node shape is its focus
        spoken = sentences.get(shape) or {"": fault["messages"][-1]}  # it gives no languages
        yield Result(
            focus=_bare(fault["focusNode"]),
            path=None if path is None else _bare(path),
            value=value,
            message=_english(spoken),
            severity=_bare(fault["severity"]).removeprefix(_SH).lower(),
            component=_bare(fault["sourceConstraintComponent"]),
            source_shape=_bare(shape) if shape.startswith("<") else None,
            code=code_of.get(shape),
            messages=tuple(sorted(spoken.items())),
        )


def _unusable(reason: object) -> DataError:
    return DataError(f"the shapes cannot be used: {' '.join(str(reason).split())}")


def _english(spoken: dict[str, str]) -> str:
    """The English sentence among translations, else the first in alphabetical order."""
    ordered = sorted((lang not in ("en", ""), text) for lang, text in spoken.items())
    return ordered[0][1] if ordered else ""


def _bare(term: str) -> str:
    """`<iri>` without its brackets; anything else, a path for example, as it is."""
    return term[1:-1] if term.startswith("<") and term.find(">") == len(term) - 1 else term


def _rdflib_graph(triples: Iterable[ox.Triple]) -> "Graph":
    """Oxigraph's terms as rdflib's, each made once and kept as it was written.

    In rdflib's own memory store: pySHACL asks for single triples half a million times, which took
    2 s there and 243 s through oxrdflib on the project's 30 000 triples.
    """
    from rdflib import BNode, Graph, Literal, URIRef

    known: dict[Any, Node] = {}

    def node(term: Any) -> "Node":
        made = known.get(term)
        if made is not None:
            return made
        if isinstance(term, ox.Literal):
            tagged = term.language or term.datatype.value == _STRING
            kind = None if tagged else URIRef(term.datatype.value)
            made = Literal(term.value, lang=term.language, datatype=kind, normalize=False)
        else:
            made = (URIRef if isinstance(term, ox.NamedNode) else BNode)(term.value)
        known[term] = made
        return made

    graph = Graph()
    for triple in triples:
        graph.add((node(triple.subject), node(triple.predicate), node(triple.object)))
    return graph


def _written(node: "Node | None") -> str:
    """An rdflib term as N-Triples writes it."""
    from rdflib import BNode, Literal

    if isinstance(node, Literal):
        if node.language:
            return str(ox.Literal(str(node), language=node.language))
        kind = None if node.datatype is None else ox.NamedNode(str(node.datatype))
        return str(ox.Literal(str(node), datatype=kind))
    return f"_:{node}" if isinstance(node, BNode) else f"<{node}>"


def _path(report: "Graph", path: "Node") -> str:
    """A SHACL path as SPARQL writes it; a single property as its bare IRI."""
    from rdflib import BNode, URIRef

    if not isinstance(path, BNode):
        return str(path)

    def bracketed(step: "Node") -> str:
        text = _path(report, step)
        return text if isinstance(step, BNode) else f"<{text}>"

    inverse = report.value(path, URIRef(_SH + "inversePath"))
    if inverse is not None:
        return "^" + bracketed(inverse)
    either = report.value(path, URIRef(_SH + "alternativePath"))
    steps = report.items(path if either is None else either)
    return (" / " if either is None else " | ").join(map(bracketed, steps))
