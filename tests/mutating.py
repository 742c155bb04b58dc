"""Shapes in; the same shapes with one constraint removed or altered out, one mutant after another.

Of every shape with a name, and of whatever is nested in it without one:

- each target, each constraint, each link to a property shape, each member of a list is removed;
- a count goes up and down by one, a bound too, and what includes its bound excludes it;
- a datatype and a value become others; a class becomes one that nothing has, and each wider one;
- a kind of node becomes each wider kind;
- a pattern loses an anchor or one of its alternatives, or never matches;
- `or` becomes `and`, `xone` becomes `or`, `lessThan` becomes `lessThanOrEquals` and the reverse;
- a path becomes that of a property nothing has, loses a step, or is no longer inverse;
- a severity goes one step up or down;
- a query changes as `querying` says.

A removal that the standard makes no change (a severity of violation) makes no mutant.
"""

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pyoxigraph as ox
import querying

from att_graph import vocab

SH, RDF, XSD = (vocab.PREFIXES[name] for name in ("sh", "rdf", "xsd"))
RDFS = vocab.PREFIXES["rdfs"]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
OTHER = ox.NamedNode("urn:other")
SILENT = {
    "declare", "description", "group", "labelTemplate", "message", "name", "order", "prefixes",
}  # fmt: skip
COUNTS = {
    "minCount",
    "maxCount",
    "minLength",
    "maxLength",
    "qualifiedMinCount",
    "qualifiedMaxCount",
}
BOUNDS = {
    "minInclusive": "minExclusive", "maxInclusive": "maxExclusive",
    "minExclusive": "minInclusive", "maxExclusive": "maxInclusive",
}  # fmt: skip
SWAPS = {
    "or": "and", "xone": "or", "lessThan": "lessThanOrEquals", "lessThanOrEquals": "lessThan",
}  # fmt: skip
WIDER = {
    "IRI": ("BlankNodeOrIRI", "IRIOrLiteral"), "Literal": ("BlankNodeOrLiteral", "IRIOrLiteral"),
    "BlankNode": ("BlankNodeOrIRI", "BlankNodeOrLiteral"),
}  # fmt: skip
STEPS = {"Violation": ("Warning",), "Warning": ("Violation", "Info"), "Info": ("Warning",)}
NEAR = {
    "string": "normalizedString", "integer": "decimal", "decimal": "integer", "date": "dateTime",
    "positiveInteger": "nonNegativeInteger", "nonNegativeInteger": "integer", "gYear": "date",
}  # fmt: skip
NEVER = "^no[^\\s\\S]value$"


@dataclass(frozen=True)
class Mutant:
    """One change: `what` says which; `triples` decide on the results of the shapes that show it.

    A target shows in the results of all that its shape links to.
    """

    what: str
    shown: tuple[ox.NamedNode, ...]
    triples: tuple[ox.Triple, ...]


class Shapes:
    """The shapes as nodes with triples, and which of them decide what one of them finds."""

    def __init__(self, triples: Iterable[ox.Triple], ontology: Iterable[ox.Triple]) -> None:
        self.of: dict[object, list[ox.Triple]] = {}
        for triple in triples:
            self.of.setdefault(triple.subject, []).append(triple)
        self.wider = {
            (each.subject.value, each.object.value)
            for each in ontology
            if each.predicate.value == RDFS + "subClassOf"
            and all(node.value.startswith(vocab.ONTOLOGY) for node in (each.subject, each.object))
        }
        self.shapes = [
            node
            for node, about in self.of.items()
            if isinstance(node, ox.NamedNode)
            and any(
                t.predicate.value == RDF + "type" and t.object.value.startswith(SH) for t in about
            )
        ]
        self.declared = [t for about in self.of.values() for t in about if _declares(t)]
        self.parts = {shape: list(self._part(shape)) for shape in self.shapes}

    def _part(self, node: object) -> Iterator[ox.Triple]:
        """What stands in one shape: its triples, and those of the nodes without a name in it."""
        for triple in self.of.get(node, []):
            yield triple
            if isinstance(triple.object, ox.BlankNode):
                yield from self._part(triple.object)

    def _links(self, shape: ox.NamedNode) -> set[tuple[ox.NamedNode, bool]]:
        """The shapes one refers to, and whether by a plain sh:property of its own."""
        return {
            (triple.object, triple.subject == shape and triple.predicate.value == SH + "property")
            for triple in self.parts[shape]
            if triple.object in self.parts
        }

    def targets(self, unit: Iterable[ox.Triple]) -> set[str]:
        """The classes and properties that make a node one that some shape of a unit is for."""
        return {t.object.value for t in unit if t.predicate.value.startswith(SH + "target")}

    @cache  # noqa: B019
    def users(self, *shown: ox.NamedNode) -> set[ox.NamedNode]:
        """Some shapes, the shapes that refer to them, those that refer to these, and so on."""
        users, fresh = set(shown), set(shown)
        while fresh:
            fresh = {s for s in self.shapes if {n for n, _ in self._links(s)} & fresh} - users
            users |= fresh
        return users

    @cache  # noqa: B019
    def unit(self, *shown: ox.NamedNode) -> tuple[ox.Triple, ...]:
        """All that decides on the results of some shapes: what targets them, what they refer to.

        Another property shape of the same node shape has results of its own and is left out, where
        no closed list of properties and no nesting make it count.
        """
        users = self.users(*shown)
        nested = {n for s in users for n, plain in self._links(s) if not plain}
        needed: dict[ox.NamedNode, list[ox.Triple]] = {}
        waiting = list(users)
        while waiting:
            shape = waiting.pop()
            if shape in needed:
                continue
            part = self.parts[shape]
            closed = any(t.predicate.value == SH + "closed" for t in part)
            if shape in users and shape not in nested and not closed:
                part = [t for t in part if not self._aside(t, shape, users)]
            needed[shape] = part
            waiting += [t.object for t in part if t.object in self.parts]
        return tuple(t for shape in self.shapes if shape in needed for t in needed[shape])

    def _aside(self, triple: ox.Triple, shape: ox.NamedNode, users: set[ox.NamedNode]) -> bool:
        return self._linked(triple, shape) and triple.object not in users

    def _linked(self, triple: ox.Triple, shape: ox.NamedNode) -> bool:
        link = triple.subject == shape and triple.predicate.value == SH + "property"
        return link and triple.object in self.parts

    def mutants(self, root: ox.NamedNode) -> Iterator[Mutant]:
        """Every change to one shape. Its parts with names are shapes of their own."""
        seen: dict[str, int] = {}
        for mutant in self._mutants(root):
            number = seen[mutant.what] = seen.get(mutant.what, 0) + 1
            yield mutant if number == 1 else replace(mutant, what=f"{mutant.what} ({number})")

    def _mutants(self, root: ox.NamedNode) -> Iterator[Mutant]:
        for place, triple in self._constraints(root, ""):
            shown, name = self._shown(root, triple), triple.predicate.value.removeprefix(SH)
            unit = self.unit(*shown)
            said = f"{place}{name} {_said(triple.object)}"
            for how, new in self._changes(name, triple):
                changed = [u for t in unit for u in (new if t == triple else [t])]
                yield Mutant(f"{said}: {how}", shown, (*changed, *self.declared))
            for how, old, after in self._members(triple):
                changed = [after if t == old else t for t in unit]
                yield Mutant(f"{said}: {how}", shown, (*changed, *self.declared))

    def _shown(self, root: ox.NamedNode, triple: ox.Triple) -> tuple[ox.NamedNode, ...]:
        """The shapes in whose results it shows what a triple of a shape is good for."""
        if triple.predicate.value.startswith(SH + "target"):
            return (root, *sorted({s for s, plain in self._links(root) if plain}, key=str))
        return (triple.object,) if self._linked(triple, root) else (root,)

    def _constraints(self, node: object, place: str) -> Iterator[tuple[str, ox.Triple]]:
        seen: dict[str, int] = {}
        for triple in self.of.get(node, []):
            name = triple.predicate.value.removeprefix(SH)
            if name.startswith(("http", "urn")) or name in SILENT:
                continue
            yield place, triple
            if not isinstance(triple.object, ox.BlankNode) or name == "path":
                continue
            number = seen[name] = seen.get(name, 0) + 1
            inside = f"{place}{name}{'' if number == 1 else number} > "
            cells = self._cells(triple.object)
            for index, (_, member) in enumerate(cells, 1):
                yield from self._constraints(member, f"{inside}{index} > ")
            if not cells:
                yield from self._constraints(triple.object, inside)

    def _cells(self, node: object) -> list[tuple[object, Term]]:
        """A list → its cells, each with its member; none when the node is no list."""
        cells = []
        while (about := {t.predicate.value: t.object for t in self.of.get(node, [])}) and (
            first := about.get(RDF + "first")
        ) is not None:
            cells.append((node, first))
            node = about[RDF + "rest"]
        return cells

    def _members(self, triple: ox.Triple) -> Iterator[tuple[str, ox.Triple, ox.Triple]]:
        """A list without one of its members: what is said, the triple to replace, its successor."""
        node = triple.object
        if triple.predicate.value == SH + "path":
            inner = self.of.get(node, []) if isinstance(node, ox.BlankNode) else []
            for step in inner:
                if step.predicate.value.startswith(SH):
                    yield (
                        "no longer " + step.predicate.value.removeprefix(SH),
                        triple,
                        _with(triple, object=step.object),
                    )
                    yield from self._members(step)
        cells = self._cells(node) if isinstance(node, ox.BlankNode) else []
        before = triple
        for index, (cell, member) in enumerate(cells, 1):
            rest = next(t for t in self.of[cell] if t.predicate.value == RDF + "rest")
            if len(cells) > 1:
                yield (
                    f"without member {index} {_said(member)}",
                    before,
                    _with(before, object=rest.object),
                )
            before = rest

    def _changes(self, name: str, triple: ox.Triple) -> Iterator[tuple[str, list[ox.Triple]]]:
        if name != "severity" and name != "path":
            yield "removed", []
        if name in SWAPS:
            changed = _with(triple, predicate=ox.NamedNode(SH + SWAPS[name]))
            yield f"as {SWAPS[name]}", [changed]
        for value in self._values(name, triple.object):
            yield f"to {_said(value)}", [_with(triple, object=value)]
        if name in BOUNDS and triple.object.datatype.value != XSD + "integer":
            yield f"as {BOUNDS[name]}", [_with(triple, predicate=ox.NamedNode(SH + BOUNDS[name]))]
        if name == "select":
            for how, text in querying.changed(triple.object.value):
                yield how, [_with(triple, object=ox.Literal(text))]

    def _values(self, name: str, value: Term) -> Iterator[Term]:
        """What a constraint's value becomes."""
        if name in COUNTS or name in BOUNDS:
            least = 1 if name in ("minCount", "minLength", "qualifiedMinCount") else 0
            yield from (v for v in _stepped(value) if name in BOUNDS or int(v.value) >= least)
        elif name == "datatype":
            kind = NEAR.get(value.value.removeprefix(XSD), "string")
            yield ox.NamedNode(XSD + kind)
        elif name == "class":
            yield OTHER
            yield from (ox.NamedNode(w) for n, w in sorted(self.wider) if n == value.value)
        elif name in ("hasValue", "equals") or (name == "path" and value != OTHER):
            yield OTHER
        elif name == "nodeKind":
            kind = value.value.removeprefix(SH)
            yield from (ox.NamedNode(SH + wider) for wider in WIDER.get(kind, ()))
        elif name == "severity":
            level = value.value.removeprefix(SH)
            yield from (ox.NamedNode(SH + step) for step in STEPS[level])
        elif name == "pattern":
            yield from map(ox.Literal, dict.fromkeys([*loosened(value.value), NEVER]))


def _declares(triple: ox.Triple) -> bool:
    return triple.predicate.value in (SH + "declare", SH + "prefix", SH + "namespace")


def _with(triple: ox.Triple, **parts: object) -> ox.Triple:
    old = {"subject": triple.subject, "predicate": triple.predicate, "object": triple.object}
    return ox.Triple(*(old | parts).values())


def _said(term: Term) -> str:
    """A term for people: short, and the same from one run to the next."""
    if isinstance(term, ox.BlankNode):
        return "[]"
    if isinstance(term, ox.NamedNode):
        return re.split("[#]|(?<=concept)/", term.value)[-1]
    text = " ".join(term.value.split())
    return text if len(text) <= 60 else f"{text[:57]}…"


def _stepped(value: ox.Literal) -> Iterator[ox.Literal]:
    """A number, a year or a day → the one before and the one after."""
    kind = value.datatype.value.removeprefix(XSD)
    for step in (-1, 1):
        if kind == "date":
            day = datetime.date.fromisoformat(value.value) + datetime.timedelta(step)
            yield ox.Literal(day.isoformat(), datatype=value.datatype)
        elif kind == "decimal":
            yield ox.Literal(str(float(value.value) + step), datatype=value.datatype)
        else:
            digits = str(int(value.value) + step)
            yield ox.Literal(digits, datatype=value.datatype)


def loosened(pattern: str) -> Iterator[str]:
    """A pattern without one of its anchors, and without one of its alternatives."""
    if pattern.startswith("^"):
        yield pattern[1:]
    if pattern.endswith("$") and not pattern.endswith("\\$"):
        yield pattern[:-1]
    bars = re.finditer(r"\[(?:\\.|[^\]])*\]|\\.|[(|)]", pattern)
    groups: list[list[int]] = [[0]]
    whole: list[list[int]] = []
    for mark in bars:
        match mark[0]:
            case "(":
                groups.append([mark.end()])
            case "|":
                groups[-1].append(mark.end())
            case ")":
                whole.append([*groups.pop(), mark.end()])
    whole.append([*groups.pop(), len(pattern) + 1])
    for starts in whole:
        yield from _fewer(pattern, starts)


def _fewer(pattern: str, starts: list[int]) -> Iterator[str]:
    """Alternatives start at all places but the last, where the last ends: each left out once."""
    if len(starts) < 3:
        return
    head = pattern[: starts[0]]
    begins = re.match(r"\?(?::|[a-z]+:)", pattern[starts[0] :])
    if begins:
        head += begins[0]
        starts = [starts[0] + len(begins[0]), *starts[1:]]
    parts = [pattern[a : b - 1] for a, b in itertools.pairwise(starts)]
    for index in range(len(parts)):
        yield head + "|".join(parts[:index] + parts[index + 1 :]) + pattern[starts[-1] - 1 :]
