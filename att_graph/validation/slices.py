"""Triples and rules in; results out, and whether there are more than were looked for.

An engine returns all its results at once, 6 KB each. Data of some size are therefore validated one
slice of the focus nodes after the other: the data whole, the shapes aimed at those nodes alone.
The first slice is small; the others are as large as its number of faults lets them be. When enough
is found, nothing further is looked for.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

import pyoxigraph as ox

from att_graph import limits, vocab
from att_graph.validation import engines
from att_graph.validation.engines import Result

SMALL = 50_000  # triples; fewer are validated at once
FIRST = 2_000  # focus nodes of the first slice
FEW = 10_000  # results wanted from one of the others

Found = tuple[list[Result], str, str]  # as `engines.run` gives it
_Shape = ox.NamedNode | ox.BlankNode
_Node = ox.NamedNode | ox.BlankNode | ox.Literal
_SH = vocab.PREFIXES["sh"]
_TYPE = vocab.PREFIXES["rdf"] + "type"
_SUBCLASS = vocab.PREFIXES["rdfs"] + "subClassOf"
_TARGETS = {_SH + name for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf")}
_HERE = "urn:x-slice:"


def search(
    engine: str,
    triples: dict[ox.Triple, None],
    rules: Sequence[ox.Triple],
    store: ox.Store | None = None,
) -> tuple[Found, bool]:
    """What `engines.run` gives, each result once; True when there may be more than was looked for.

    `store` may hold the triples already, in its default graph. Raises as `engines.run` does.
    """
    if len(triples) <= SMALL:
        return engines.run(engine, triples, rules, store), False
    aims = _aims(triples, rules)
    found: dict[Result, None] = {}
    if engines.chosen(engine)[0] == "fast":
        # What is asked once for all focus nodes needs no slices, and is not asked of the engine.
        batched, rules = engines.batched(triples, rules, store)
        found.update(dict.fromkeys(islice(batched, limits.RESULTS())))
    nodes, kept = list(aims), [each for each in rules if each.predicate.value not in _TARGETS]
    told: list[str] = []
    done, size = 0, FIRST
    while (done < len(nodes) or not done) and len(found) < limits.RESULTS():
        here = nodes[done : done + size]
        data, aimed = _aimed(triples, {node: aims[node] for node in here})
        results, engine, note = engines.run(engine, data, [*kept, *aimed])
        found.update(dict.fromkeys(results))
        told += [note] if note and note not in told else []
        done += max(1, len(here))
        if len(found) >= limits.RESULTS():
            break
        size = int(FEW / max(len(found) / done, 0.01))
    return (list(found), engine, " ".join(told)), done < len(nodes)


def _aimed(
    triples: dict[ox.Triple, None], aims: dict[_Node, list[_Shape]]
) -> tuple[Iterable[ox.Triple], Iterable[ox.Triple]]:
    """The data, and what aims shapes at some nodes; a blank node has no name there, a mark has."""
    marks: list[ox.Triple] = []
    aimed: list[ox.Triple] = []
    for node, shapes in aims.items():
        if not isinstance(node, ox.BlankNode):
            aimed += [ox.Triple(shape, ox.NamedNode(_SH + "targetNode"), node) for shape in shapes]
            continue
        for shape in shapes:
            mark = ox.NamedNode(f"{_HERE}{shape.value}")
            marks.append(ox.Triple(ox.NamedNode(_HERE), mark, node))
            aimed.append(ox.Triple(shape, ox.NamedNode(_SH + "targetObjectsOf"), mark))
    return ([*triples, *marks] if marks else triples), dict.fromkeys(aimed)


def _aims(triples: Iterable[ox.Triple], rules: Iterable[ox.Triple]) -> dict[_Node, list[_Shape]]:
    """A focus node → the shapes that are for it. Standard: SHACL 2.1.3."""
    by: dict[tuple[str, str], list[_Shape]] = {}
    for rule in rules:
        shape, value = rule.subject, rule.object
        if rule.predicate.value not in _TARGETS or not isinstance(value, ox.NamedNode):
            continue
        if isinstance(shape, ox.NamedNode | ox.BlankNode):
            key = (rule.predicate.value.removeprefix(_SH), value.value)
            by.setdefault(key, []).append(shape)
    wider = _wider(triples)
    found: dict[_Node, dict[_Shape, None]] = {}
    for triple in triples:
        predicate, value = triple.predicate.value, triple.object
        shapes = by.get(("targetSubjectsOf", predicate), [])
        if predicate == _TYPE and isinstance(value, ox.NamedNode):
            classes = wider.get(value.value, {value.value})
            shapes = shapes + [s for c in classes for s in by.get(("targetClass", c), [])]
        if shapes and not isinstance(triple.subject, ox.Triple):
            found.setdefault(triple.subject, {}).update(dict.fromkeys(shapes))
        shapes = by.get(("targetObjectsOf", predicate), [])
        if shapes and not isinstance(value, ox.Triple):
            found.setdefault(value, {}).update(dict.fromkeys(shapes))
    return {node: list(shapes) for node, shapes in found.items()}


def _wider(triples: Iterable[ox.Triple]) -> dict[str, set[str]]:
    """A class → itself and all it is a subclass of, as far as the data say so."""
    above: dict[str, set[str]] = {}
    for triple in triples:
        if triple.predicate.value == _SUBCLASS and isinstance(triple.object, ox.NamedNode):
            above.setdefault(_bare(triple.subject), set()).add(triple.object.value)
    found = {}
    for name in above:
        reached, waiting = set(), [name]
        while waiting:
            each = waiting.pop()
            if each not in reached:
                reached.add(each)
                waiting += above.get(each, ())
        found[name] = reached
    return found


def _bare(node: object) -> str:
    return str(getattr(node, "value", node))
