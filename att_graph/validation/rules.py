"""Shapes in; the rules among them out, each by its code, with all it says of itself.

A rule is a shape with a code (`dcterms:identifier`). The pages, the reports and `--explain` read
rules from here; no wording of a rule stands in code.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from att_graph import vocab

SEVERITIES = ("violation", "warning", "info")  # the worst first
# The letter of a code → the family of its rule, which is the name of the file that holds it.
FAMILIES = {
    "A": "actor",
    "C": "act",
    "D": "document",
    "E": "evidence",
    "F": "figure",
    "K": "disjoint",
    "L": "deadline",
    "M": "meeting",
    "O": "office",
    "P": "participation",
    "R": "review",
    "S": "style",
    "T": "treaty",
    "X": "checks",
}
_SH, _RDF, _RDFS = (vocab.PREFIXES[name] for name in ("sh", "rdf", "rdfs"))
_CODE = vocab.PREFIXES["dcterms"] + "identifier"
_REMEDY = vocab.BASE + "shapes#remedy"
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_NO_CONSTRAINT = (
    "description", "group", "message", "name", "order", "path", "severity", "sparql", *_TARGETS
)  # fmt: skip
_DEEPEST = 6  # levels of nested shapes that a constraint's text shows; a shape may contain itself


@dataclass(frozen=True)
class Rule:
    """One rule: `shape` is its IRI, `family` the file that holds it, texts are by language.

    `path` and `constraints` are as in Turtle with short names, `queries` the SELECT of each SPARQL
    constraint, `targets` what the rule holds for; `why` and `remedy` are empty where not given.
    """

    code: str
    shape: str
    family: str
    severity: str
    name: dict[str, str]
    message: dict[str, str]
    why: str
    remedy: str
    path: str
    constraints: tuple[str, ...]
    queries: tuple[str, ...]
    targets: tuple[str, ...]


def family(code: str) -> str:
    """The family of a code, "TAC-P003" → "participation"; empty for a code of another project."""
    prefix, _, rest = code.partition("-")
    return FAMILIES.get(rest[:1], "") if prefix == "TAC" else ""


def rules(triples: Iterable[ox.Triple]) -> dict[str, Rule]:
    """The triples of shapes in; their rules by code out, in the order of the codes."""
    shapes = _Shapes(triples)
    found = {}
    for shape, about in shapes.about.items():
        code = shapes.text(shape, _CODE)
        if code and isinstance(shape, ox.NamedNode) and _SH + "severity" in about:
            found[code] = shapes.rule(shape, code)
    return dict(sorted(found.items()))


def codes(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """A shape, as in N-Triples → its code."""
    return {str(t.subject): _value(t.object) for t in triples if t.predicate.value == _CODE}


def messages(triples: Iterable[ox.Triple]) -> dict[str, dict[str, str]]:
    """A shape, as in N-Triples → its message by language, sorted; "" is no language."""
    found: dict[str, dict[str, str]] = {}
    for triple in triples:
        if triple.predicate.value == _SH + "message" and isinstance(triple.object, ox.Literal):
            spoken = found.setdefault(str(triple.subject), {})
            spoken[triple.object.language or ""] = triple.object.value
    return {shape: dict(sorted(spoken.items())) for shape, spoken in found.items()}


def short(text: str) -> str:
    """IRIs by their prefix where they have one, for reading only."""
    for prefix, iri in vocab.PREFIXES.items():
        text = text.replace(f"<{iri}", f"<{prefix}:")
        if text.startswith(iri):
            text = f"{prefix}:{text.removeprefix(iri)}"
    return text


def term(text: str) -> str:
    """A term as in N-Triples → as Turtle may write it: a short name, where that is a whole name."""
    if text.startswith('"'):
        return re.sub(r"(?<=\^\^)<[^<>]*>$", lambda iri: term(iri[0]), text)
    for prefix, iri in vocab.PREFIXES.items():
        name = text[1:-1].removeprefix(iri)
        if text.startswith(f"<{iri}") and re.fullmatch(r"\w[\w-]*", name):
            return f"{prefix}:{name}"
    return text


def terms(path: str) -> str:
    """A path, in SPARQL or a bare IRI → the same with short names."""
    if "<" not in path:
        return term(f"<{path}>") if path else ""
    return re.sub(r"<[^<>]*>", lambda iri: term(iri[0]), path)


class _Shapes:
    """The shapes by subject and predicate."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.about: dict[object, dict[str, list[object]]] = {}
        self.having: dict[object, list[object]] = {}  # a property shape → the shapes that have it
        for triple in triples:
            about = self.about.setdefault(triple.subject, {})
            about.setdefault(triple.predicate.value, []).append(triple.object)
            if triple.predicate.value == _SH + "property":
                self.having.setdefault(triple.object, []).append(triple.subject)

    def rule(self, shape: ox.NamedNode, code: str) -> Rule:
        about = self.about[shape]
        path = about.get(_SH + "path")
        return Rule(
            code=code,
            shape=shape.value,
            family=family(code),
            severity=self.text(shape, _SH + "severity").removeprefix(_SH).lower(),
            name=self.spoken(shape, _SH + "name") or self.spoken(shape, _RDFS + "label"),
            message=self.spoken(shape, _SH + "message"),
            why=self.text(shape, _RDFS + "comment"),
            remedy=self.text(shape, _REMEDY),
            path=self.path(path[0]) if path else "",
            constraints=tuple(sorted(self.constraints(shape))),
            queries=tuple(
                self.text(query, _SH + "select") for query in about.get(_SH + "sparql", ())
            ),
            targets=tuple(sorted(set(self.targets(shape, _DEEPEST)))),
        )

    def text(self, subject: object, predicate: str) -> str:
        """The one value of a property: the English one of several languages, else the first."""
        values = self.about.get(subject, {}).get(predicate, ())
        ranked = sorted(
            (getattr(each, "language", None) not in ("en", None), _value(each)) for each in values
        )
        return ranked[0][1] if ranked else ""

    def spoken(self, subject: object, predicate: str) -> dict[str, str]:
        values = self.about.get(subject, {}).get(predicate, ())
        found = {
            value.language or "": value.value for value in values if isinstance(value, ox.Literal)
        }
        return dict(sorted(found.items()))

    def constraints(self, shape: object, depth: int = _DEEPEST) -> Iterable[str]:
        for predicate, values in self.about.get(shape, {}).items():
            name = predicate.removeprefix(_SH)
            if name == "property" and depth == _DEEPEST:
                continue  # the shapes of a named shape's properties are rules themselves
            if name != predicate and name not in _NO_CONSTRAINT:
                for value in values:
                    yield f"sh:{name} {self.term(value, depth)}"

    def targets(self, shape: object, depth: int) -> Iterable[str]:
        for name in _TARGETS:
            for value in self.about.get(shape, {}).get(_SH + name, ()):
                yield f"sh:{name} {self.term(value, 0)}"
        if depth:
            for owner in self.having.get(shape, ()):
                yield from self.targets(owner, depth - 1)

    def term(self, value: object, depth: int) -> str:
        """A value of a constraint as Turtle writes it: a list, a nested shape, a short name."""
        if isinstance(value, ox.Literal):
            plain = value.datatype.value.removeprefix(vocab.PREFIXES["xsd"])
            return value.value if plain in ("integer", "boolean", "decimal") else str(value)
        if not isinstance(value, ox.BlankNode):
            return _named(value)
        if not depth:
            return "[ … ]"
        about = self.about.get(value, {})
        if _RDF + "first" in about:
            items = " ".join(self.term(item, depth - 1) for item in self.items(value))
            return f"( {items} )"
        path = [f"sh:path {self.path(each)}" for each in about.get(_SH + "path", ())]
        return f"[ {' ; '.join([*path, *sorted(self.constraints(value, depth - 1))])} ]"

    def items(self, head: object) -> Iterable[object]:
        seen = set()
        while head in self.about and head not in seen:
            seen.add(head)
            yield from self.about[head].get(_RDF + "first", ())
            head = next(iter(self.about[head].get(_RDF + "rest", ())), None)

    def path(self, path: object, depth: int = _DEEPEST) -> str:
        """A path as SPARQL writes it."""
        about = self.about.get(path, {})
        if not isinstance(path, ox.BlankNode) or not depth:
            return _named(path)
        if _RDF + "first" in about:
            return " / ".join(self.path(step, depth - 1) for step in self.items(path))
        for name, before, after in _STEPS:
            for step in about.get(_SH + name, ()):
                return f"{before}{self.path(step, depth - 1)}{after}"
        either = next(iter(about.get(_SH + "alternativePath", ())), None)
        return " | ".join(self.path(step, depth - 1) for step in self.items(either))


_STEPS = (
    ("inversePath", "^", ""),
    ("zeroOrMorePath", "", "*"),
    ("oneOrMorePath", "", "+"),
    ("zeroOrOnePath", "", "?"),
)


def _named(node: object) -> str:
    """An IRI by its prefix, else in angle brackets."""
    text = _value(node)
    known = short(text)
    return f"<{text}>" if known == text else known


def _value(node: object) -> str:
    return str(getattr(node, "value", node))
