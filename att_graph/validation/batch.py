"""SPARQL constraints asked once for all focus nodes, where that tells what asking each one tells.

The quick engine plans a query anew for every focus node, which takes longer than to answer it. A
query that binds `$this` itself is asked of the whole graph here, and the rows of targets are kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from att_graph import vocab
from att_graph.validation.guard import QUERY, REMARK, About, items, prefixes
from att_graph.validation.result import Result, bare, english

_SH, _RDF, _RDFS = (vocab.PREFIXES[name] for name in ("sh", "rdf", "rdfs"))
_TYPE = ox.NamedNode(_RDF + "type")
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_NESTING = ("node", "not", "qualifiedValueShape")


@dataclass(frozen=True)
class Question:
    """One query of one shape: its targets are (kind, IRI), and `path` that of a property shape."""

    shape: ox.NamedNode
    path: str | None
    query: str
    severity: str
    targets: tuple[tuple[str, str], ...]


def questions(shapes: About) -> list[Question]:
    """The queries that may be asked for all focus nodes at once, shape by shape."""
    inner: set[object] = set()
    owners: dict[object, list[object]] = {}
    for subject, said in shapes.items():
        inner.update(each for name in _NESTING for each in said.get(name, ()))
        for name in ("and", "or", "xone"):
            inner.update(each for head in said.get(name, ()) for each in items(shapes, head))
        for each in said.get("property", ()):
            owners.setdefault(each, []).append(subject)
    found: list[Question] = []
    for shape, said in shapes.items():
        above = owners.get(shape, [])
        if not isinstance(shape, ox.NamedNode) or "sparql" not in said or "message" not in said:
            continue
        if inner & {shape, *above} or any(owner in owners for owner in above):
            continue
        found += _of_shape(shapes, shape, [shape, *above])
    return found


def _of_shape(shapes: About, shape: ox.NamedNode, targeted: list[object]) -> list[Question]:
    said = shapes[shape]
    targets = tuple(
        (name, getattr(value, "value", ""))
        for each in targeted
        for name in _TARGETS
        for value in shapes[each].get(name, ())
    )
    kinds = [
        k.value for e in targeted for k in shapes[e].get(_TYPE.value, ()) if hasattr(k, "value")
    ]
    path = next(iter(said.get("path", ())), None)
    if any("targetNode" in shapes[each] for each in targeted) or _RDFS + "Class" in kinds:
        return []
    found = []
    for node in said["sparql"]:
        constraint = shapes.get(node, {})
        text = next((each.value for each in constraint.get("select", ()) if isinstance(each, ox.Literal)), "")  # fmt: skip  # noqa: E501
        if constraint.keys() - {"select", "prefixes", _TYPE.value} or not _for_all(text):
            return []
        if path is not None:
            text = text.replace("$PATH", str(path))
        severity = next(iter(said.get("severity", ())), ox.NamedNode(_SH + "Violation"))
        found.append(
            Question(
                shape=shape,
                path=getattr(path, "value", None),
                query=prefixes(shapes, constraint) + text,
                severity=getattr(severity, "value", "").removeprefix(_SH).lower(),
                targets=targets,
            )
        )
    return found


def _for_all(text: str) -> bool:
    """Whether a query binds `$this` by itself, and groups by it wherever it groups."""
    parts = QUERY.match(re.sub(REMARK, " ", text))
    if not parts:
        return False
    body = _needed(re.sub(r'"(?:\\.|[^"\\])*"', '""', parts[2]))
    if re.search(r"(?i)\b(?:UNION|BIND|LIMIT|OFFSET)\b", body):
        return False
    nested = len(re.findall(r"(?i)\bSELECT\b", body))
    groups = len(re.findall(r"(?i)\bGROUP\s+BY\b", body))
    by_this = len(re.findall(r"(?i)\bGROUP\s+BY\s+[$?]this\b", body))
    counted = re.search(r"(?i)\b(?:COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\s*\(", body)
    # A query within it, grouped by `$this`, adds its two pairs of brackets, and binds `$this` too.
    brackets = body.count("{") - nested
    if groups != by_this or nested > by_this or (counted and not groups) or brackets > 1:
        return False
    if nested:
        inner = re.split(r"(?i)\bSELECT\b", body)[-1]
        return nested == 1 and bool(re.search(r"[$?]this\s+(?:<|\w+:|\^|\()", inner))
    return bool(re.search(r"(?i)[$?]this\s+(?!IN\b|NOT\b)(?:<[^\s=]|[$?\w^(])", body))


def _needed(body: str) -> str:
    """A query without what need not be there: the groups of OPTIONAL and EXISTS."""
    while start := re.search(r"(?i)\b(?:OPTIONAL|EXISTS)\s*\{", body):
        depth, end = 1, start.end()
        while depth and end < len(body):
            depth += (body[end] == "{") - (body[end] == "}")
            end += 1
        body = body[: start.start()] + " " + body[end:]
    return body


def without(rules: Sequence[ox.Triple], asked: list[Question]) -> list[ox.Triple]:
    """The rules but for the constraints that are asked here."""
    taken = {question.shape for question in asked}
    return [
        rule
        for rule in rules
        if rule.predicate.value != _SH + "sparql" or rule.subject not in taken
    ]


def answers(
    asked: list[Question],
    store: ox.Store,
    code_of: dict[str, str],
    sentences: dict[str, dict[str, str]],
) -> Iterator[Result]:
    """Every row about a target of its shape, as a result."""
    below: dict[str, set[str]] = {}
    for question in asked:
        spoken = sentences[str(question.shape)]
        rows = store.query(question.query)
        assert isinstance(rows, ox.QuerySolutions)
        told = {variable.value for variable in rows.variables}
        for row in rows:
            this = row["this"]
            if this is None or not _targeted(this, question, store, below):
                continue
            value = row["value"] if "value" in told else None
            if value is None and question.path is None:
                value = this
            path = row["path"] if "path" in told else None
            yield Result(
                focus=bare(str(this)),
                path=question.path if path is None else bare(str(path)),
                value=None if value is None else str(value),
                message=english(spoken),
                severity=question.severity,
                component=_SH + "SPARQLConstraintComponent",
                source_shape=question.shape.value,
                code=code_of.get(str(question.shape)),
                messages=tuple(sorted(spoken.items())),
            )


def _targeted(
    this: object, question: Question, store: ox.Store, below: dict[str, set[str]]
) -> bool:
    default = ox.DefaultGraph()
    for kind, iri in question.targets:
        if kind == "targetObjectsOf":
            pattern = store.quads_for_pattern(None, ox.NamedNode(iri), this, default)  # type: ignore[arg-type]
        elif isinstance(this, ox.Literal):
            continue
        elif kind == "targetSubjectsOf":
            pattern = store.quads_for_pattern(this, ox.NamedNode(iri), None, default)  # type: ignore[arg-type]
        else:
            if iri not in below:
                below[iri] = _classes(store, iri)
            pattern = (
                quad
                for quad in store.quads_for_pattern(this, _TYPE, None, default)  # type: ignore[arg-type]
                if str(quad.object) in below[iri]
            )
        if next(iter(pattern), None) is not None:
            return True
    return False


def _classes(store: ox.Store, iri: str) -> set[str]:
    """A class and those below it."""
    rows = store.query(f"SELECT ?kind {{ ?kind <{_RDFS}subClassOf>* <{iri}> }}")
    assert isinstance(rows, ox.QuerySolutions)
    return {f"<{iri}>", *(str(row["kind"]) for row in rows)}
