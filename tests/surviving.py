"""The mutants of the shapes (see `mutating`) held against the fixtures, and those that survive.

`python tests/surviving.py [SHAPE…]` prints a line for each mutant that no fixture notices, with
what it changes in a query.
"""

import difflib
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import fixtures
import pyoxigraph as ox
from mutating import SH, Mutant, Shapes

from att_graph import vocab
from att_graph.errors import DataError
from att_graph.validation import engines
from att_graph.validation.result import Result

Shown = tuple[ox.NamedNode, ...]
Engine = Callable[[list[ox.Triple], tuple[ox.Triple, ...]], Iterable[Result]]
Found = list[tuple[str, str, str, str, str]]
CODE = vocab.PREFIXES["dcterms"] + "identifier"
SHAPES = Shapes(fixtures.rules(), fixtures.ontology())
ROOTS = {shape.value.split("#")[1]: shape for shape in SHAPES.shapes}
WANTED = {path: fixtures.expected(path) for path in fixtures.CASES}


@cache
def ground(*shown: ox.NamedNode) -> list[ox.Triple]:
    """What of the world a shape can ask for."""
    return fixtures.ground(SHAPES.unit(*shown))


@cache
def own(path: Path) -> list[ox.Triple]:
    return fixtures.triples([path])


def results(
    shown: Shown, path: Path, rules: tuple[ox.Triple, ...], engine: Engine = engines.fast
) -> Found:
    found = engine(list(dict.fromkeys([*ground(*shown), *own(path)])), rules)
    return sorted(
        (
            each.code or "",
            fixtures.short(each.focus),
            each.severity,
            each.path or "",
            each.value or "",
        )
        for each in found
        if each.code in coded(*shown)
    )


@cache
def unchanged(shown: Shown, path: Path) -> Found:
    """What the shapes as they are find in a fixture; it is what the fixture asks for."""
    codes = coded(*shown)
    found = results(shown, path, (*SHAPES.unit(*shown), *SHAPES.declared))
    assert [each[:2] for each in found] == [w for w in WANTED[path] if w[0] in codes], path
    return found


@cache
def coded(*shown: ox.NamedNode) -> set[str]:
    """The codes of a shape and of those that refer to it: their results are all there."""
    parts = [SHAPES.parts[shape] for shape in SHAPES.users(*shown)]
    return {t.object.value for part in parts for t in part if t.predicate.value == CODE}


@cache
def order(*shown: ox.NamedNode) -> list[Path]:
    """The fixtures that hold what a shape is for, those that show its rules first."""
    codes, targets = coded(*shown), SHAPES.targets(SHAPES.unit(*shown))
    shown = {path for path, wanted in WANTED.items() if wanted and wanted[0][0] in codes}
    families = {path.parent for path in shown}
    held = {
        path
        for path in WANTED
        if path.parent in families
        or targets
        & {node.value for triple in own(path) for node in (triple.predicate, triple.object)}
    }
    return sorted(
        shown | held,
        key=lambda p: (p not in shown, p.parent not in families, bool(WANTED[p]), p),
    )


def survives(mutant: Mutant) -> bool:
    """Whether no fixture has another result.

    The fast engine gives a query of a property shape its ?value, where the reference does not.
    """
    try:
        if any(differs(mutant, path) for path in order(*mutant.shown)):
            return False
        codes = coded(*mutant.shown) if queries(mutant) else set()
        shown = [path for path, wanted in WANTED.items() if wanted and wanted[0][0] in codes]
        return not any(differs(mutant, path, engines.pyshacl) for path in shown)
    except DataError:
        return False


def differs(mutant: Mutant, path: Path, engine: Engine = engines.fast) -> bool:
    return results(mutant.shown, path, mutant.triples, engine) != unchanged(mutant.shown, path)


def queries(mutant: Mutant) -> list[ox.Triple]:
    """The queries that a mutant changes."""
    same = set(SHAPES.unit(*mutant.shown))
    return [t for t in mutant.triples if t.predicate.value == SH + "select" and t not in same]


def parsed(mutant: Mutant) -> None:
    """Raises SyntaxError for a changed query that is none."""
    for triple in mutant.triples:
        if triple.predicate.value == SH + "select":
            ox.Store().query(triple.object.value, prefixes=vocab.PREFIXES)


def told(mutant: Mutant) -> str:
    """What a mutant changes in a query, for people."""
    new = queries(mutant)
    old = [
        t
        for t in SHAPES.unit(*mutant.shown)
        for n in new
        if (t.subject, t.predicate) == (n.subject, n.predicate)
    ]
    texts = [t.object.value.splitlines() for t in (*old, *new)]
    changed = difflib.unified_diff(*texts, n=0, lineterm="") if new else ()
    return "".join(
        f"\n    {each}" for each in changed if each[:3] not in ("+++", "---") and each[0] in "+-"
    )


if __name__ == "__main__":
    for name in sys.argv[1:] or ROOTS:
        for each in SHAPES.mutants(ROOTS[name]):
            if survives(each):
                print(name, "\t", each.what, told(each), flush=True)
