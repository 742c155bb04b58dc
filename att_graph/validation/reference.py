"""pySHACL, the reference engine, as quick as it can be and as exact as the standard.

Quicker: the data stays in rdflib's memory store, for pySHACL looks up single triples half a million
times, but SPARQL constraints are asked of an Oxigraph store that holds the same triples. More
exact: what cannot be compared is at fault (SHACL 4.3 and 4.5), and `$` in a pattern is the end.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import pyoxigraph as ox
import pyshacl as engine
from pyparsing import ParseBaseException
from pyshacl.constraints.core import property_pair_constraints as pairs
from pyshacl.constraints.core import value_range_constraints as ranges
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
from rdflib import BNode, Graph, URIRef, Variable
from rdflib.query import Result as Rows
from rdflib.term import Node

from att_graph import nodes, vocab
from att_graph.errors import InputError
from att_graph.validation.result import Result, bare, english, unwrapped
from att_graph.validation.rules import codes

_SH = vocab.PREFIXES["sh"]
_PARTS = (
    "focusNode", "resultPath", "value", "resultSeverity", "sourceConstraintComponent", "sourceShape"
)  # fmt: skip
_REFUSALS = (
    ConstraintLoadError, NotImplementedError, ParseBaseException, ReportableRuntimeError,
    ShapeLoadError, SyntaxError, re.error,
)  # fmt: skip
# A `$` that ends a pattern or a branch of it, before which stands no escape.
_END = re.compile(r"(?<!\\)((?:\\\\)*)\$(?=$|[|)])")
# Oxigraph joins the bound variables to the rows; where they are computed with, that comes too late.
_INSIDE = re.compile(r"(?i)\bBIND\b")
_STEPS = (("zeroOrMorePath", "*"), ("oneOrMorePath", "+"), ("zeroOrOnePath", "?"))


class _Data(Graph):
    """A graph whose SPARQL is answered by Oxigraph, with the given variables bound beforehand."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        super().__init__()
        self.oxigraph = ox.Store()
        self.oxigraph.bulk_extend(ox.Quad(*triple) for triple in triples)

    def __bool__(self) -> bool:
        return True  # counting the triples is no way to ask whether there is a graph

    def query(
        self,
        query_object: Any,
        processor: Any = "sparql",
        result: Any = "sparql",
        initNs: Any = None,  # noqa: N803
        initBindings: Any = None,  # noqa: N803
        *_: Any,
        **__: Any,
    ) -> Rows:
        """What pySHACL asks: a SELECT, with `$this` and `$currentShape` bound beforehand."""
        if _INSIDE.search(query_object):
            return super().query(query_object, initBindings=initBindings)
        bound = {
            ox.Variable(name): nodes.oxigraph(node) for name, node in (initBindings or {}).items()
        }
        try:
            solutions: Any = self.oxigraph.query(query_object, substitutions=bound)
        except RuntimeError:  # Oxigraph binds only what the query tells
            return super().query(query_object, initBindings=initBindings)
        rows = Rows("SELECT")
        rows.vars = [Variable(variable.value) for variable in solutions.variables]
        rows.bindings = [
            {name: nodes.rdflib(cell) for name, cell in zip(rows.vars, row, strict=True) if cell}  # type: ignore[misc]
            for row in solutions
        ]
        return rows


def pyshacl(triples: Iterable[ox.Triple], rules: Sequence[ox.Triple]) -> Iterator[Result]:
    """The reference engine. Raises InputError for shapes that it cannot use."""
    # An ill-typed literal is a fault that the report names; rdflib would also log a traceback.
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    _set_right()
    triples = list(triples)
    shapes = filled(Graph(), map(_anchored, rules))
    try:
        _, report, _ = engine.validate(
            filled(_Data(triples), triples), shacl_graph=shapes, inplace=True
        )
    except _REFUSALS as error:
        raise unusable(error) from error
    if not isinstance(report, Graph):
        raise unusable(report)
    yield from told(report, codes(rules))


def unusable(reason: object) -> InputError:
    """What an engine says of shapes → the error to raise, one line."""
    return InputError(f"the shapes cannot be used: {' '.join(str(reason).split())}")


def told(report: Graph, code_of: dict[str, str]) -> Iterator[Result]:
    """A validation report → its results; those inside another's sh:detail are no results."""
    for fault in report.objects(None, URIRef(_SH + "result")):
        of = dict(report.predicate_objects(fault))
        focus, path, value, severity, component, shape = (of.get(URIRef(_SH + n)) for n in _PARTS)
        spoken = {
            getattr(each, "language", None) or "": str(each)
            for each in report.objects(fault, URIRef(_SH + "resultMessage"))
        }
        yield Result(
            focus=bare(_written(focus)),
            path=None if path is None else unwrapped(_path(report, path)),
            value=None if value is None else _written(value),
            message=english(spoken),
            severity=str(severity).removeprefix(_SH).lower(),
            component=str(component),
            source_shape=str(shape) if isinstance(shape, URIRef) else None,
            code=code_of.get(f"<{shape}>"),
            messages=tuple(sorted(spoken.items())),
        )


# ---- Where pySHACL departs from the standard


def _set_right() -> None:
    """Give pySHACL SPARQL's comparison in the place of its own, which orders or fails on anything.

    SHACL: a value that cannot be compared, as 2025-02-30 or an IRI, is at fault.
    """
    rule_of: tuple[tuple[Any, str, Any], ...] = (
        (pairs.LessThanConstraintComponent, "_compare_lt", _pairwise("<")),
        (pairs.LessThanOrEqualsConstraintComponent, "_compare_ltoe", _pairwise("<=")),
        (ranges.MinExclusiveConstraintComponent, "_evaluate_min_rule", _against(">")),
        (ranges.MinInclusiveConstraintComponent, "_evaluate_min_rule", _against(">=")),
        (ranges.MaxExclusiveConstraintComponent, "_evaluate_max_rule", _against("<")),
        (ranges.MaxInclusiveConstraintComponent, "_evaluate_max_rule", _against("<=")),
    )
    for component, rule, compare in rule_of:
        setattr(component, rule, compare)


def _pairwise(sign: str) -> Any:
    def compare(self: Any, values: Any, others: Any, data: Any, focus: Any) -> tuple[bool, Any]:
        faults = [
            self.make_v_result(data, focus, value_node=value)
            for value in values
            for other in others
            if not _holds(_written(value), sign, _written(other))
        ]
        return bool(faults), faults

    return compare


def _against(sign: str) -> Any:
    def evaluate(self: Any, limit: Any, data: Any, values_of: Any) -> tuple[bool, Any]:
        faults = [
            self.make_v_result(data, focus, value_node=value)
            for focus, values in values_of.items()
            for value in values
            if not _holds(_written(value), sign, _written(limit))
        ]
        return bool(faults), faults

    return evaluate


@cache
def _holds(one: str, sign: str, other: str) -> bool:
    if one.startswith("_:") or other.startswith("_:"):
        return False
    return bool(ox.Store().query(f"ASK {{ FILTER({one} {sign} {other}) }}"))


def _anchored(rule: ox.Triple) -> ox.Triple:
    """For Python `$` matches before a last line break; for XPath, whose patterns these are, not."""
    if rule.predicate.value != _SH + "pattern" or not isinstance(rule.object, ox.Literal):
        return rule
    pattern = _END.sub(r"\1\\Z", rule.object.value)
    return ox.Triple(rule.subject, rule.predicate, ox.Literal(pattern))


# ---- Oxigraph's terms and rdflib's


def filled(graph: Graph, triples: Iterable[ox.Triple]) -> Graph:
    """Triples put into an rdflib graph, each term made once and kept as it was written."""
    known: dict[Any, Node] = {}

    def node(term: Any) -> Node:
        made = known.get(term)
        if made is None:
            made = known[term] = nodes.rdflib(term)
        return made

    for triple in triples:
        graph.add((node(triple.subject), node(triple.predicate), node(triple.object)))
    return graph


def _written(node: Node | None) -> str:
    """An rdflib term as N-Triples writes it."""
    return str(nodes.oxigraph(node))


def _path(report: Graph, path: Node) -> str:
    """A SHACL path as SPARQL writes it; a single property as its bare IRI."""
    if not isinstance(path, BNode):
        return str(path)

    def step(each: Node) -> str:
        return _path(report, each) if isinstance(each, BNode) else f"<{each}>"

    inverse = report.value(path, URIRef(_SH + "inversePath"))
    if inverse is not None:
        return "^" + step(inverse)
    for name, sign in _STEPS:
        repeated = report.value(path, URIRef(_SH + name))
        if repeated is not None:
            return f"({step(repeated)}{sign})"
    either = report.value(path, URIRef(_SH + "alternativePath"))
    if either is None:
        return " / ".join(map(step, report.items(path)))
    return f"({' | '.join(map(step, report.items(either)))})"
