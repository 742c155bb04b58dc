"""No constraint of the shapes can be lost or changed without a fixture that notices.

Each mutant (see `mutating`) is held against the fixtures, those of its own rule first, until one
gives another result: code, focus node, severity, path. Only the shapes that decide on the mutated
one are loaded, which changes nothing: a shape's results do not hang on other shapes. A mutant that
the engine cannot load is noticed; a changed query that is no SPARQL is a fault here. What means the
same as the original stands in shapes/equivalent.csv with the reason: it is still made, and a row
that is true no longer fails. What no fixture notices yet stands in shapes/unnoticed.csv.
"""

import csv
from functools import cache
from pathlib import Path

import fixtures
import pyoxigraph as ox
import pytest
from mutating import SH, Mutant, Shapes

from att_graph import vocab
from att_graph.errors import DataError
from att_graph.validation import engines

pytest.importorskip("shacl_rust")

Found = list[tuple[str, str, str, str]]
CODE = vocab.PREFIXES["dcterms"] + "identifier"
SHAPES = Shapes(fixtures.rules(), fixtures.ontology())
ROOTS = {shape.value.split("#")[1]: shape for shape in SHAPES.shapes}
WANTED = {path: fixtures.expected(path) for path in fixtures.CASES}
EQUIVALENT = fixtures.FIXTURES / "equivalent.csv"
UNNOTICED = fixtures.FIXTURES / "unnoticed.csv"


@cache
def equivalent() -> dict[tuple[str, str], str]:
    """(shape, change) → why the change means the same."""
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        return {(row["shape"], row["change"]): row["reason"] for row in csv.DictReader(file)}


@cache
def unnoticed() -> set[tuple[str, str]]:
    """(shape, change) that no fixture notices yet: a list that only gets shorter."""
    with UNNOTICED.open(encoding="utf-8", newline="") as file:
        return {(row["shape"], row["change"]) for row in csv.DictReader(file)}


@cache
def ground(root: ox.NamedNode) -> list[ox.Triple]:
    """What of the world a shape can ask for."""
    return fixtures.ground(SHAPES.unit(root))


@cache
def own(path: Path) -> list[ox.Triple]:
    return fixtures.triples([path])


def results(root: ox.NamedNode, path: Path, rules: tuple[ox.Triple, ...]) -> Found:
    found = engines.fast(dict.fromkeys([*ground(root), *own(path)]), rules)
    return sorted(
        (each.code or "", fixtures.short(each.focus), each.severity, each.path or "")
        for each in found
        if each.code in coded(root)
    )


@cache
def unchanged(root: ox.NamedNode, path: Path) -> Found:
    """What the shapes as they are find in a fixture; it is what the fixture asks for."""
    codes = coded(root)
    found = results(root, path, (*SHAPES.unit(root), *SHAPES.declared))
    assert [each[:2] for each in found] == [w for w in WANTED[path] if w[0] in codes], path
    return found


@cache
def coded(root: ox.NamedNode) -> set[str]:
    """The codes of a shape and of those that refer to it: their results are all there."""
    parts = [SHAPES.parts[shape] for shape in SHAPES.users(root)]
    return {t.object.value for part in parts for t in part if t.predicate.value == CODE}


@cache
def order(root: ox.NamedNode) -> list[Path]:
    """The fixtures that hold what a shape is for, those that show its rules first."""
    codes, targets = coded(root), SHAPES.targets(SHAPES.unit(root))
    shown = {path for path, wanted in WANTED.items() if wanted and wanted[0][0] in codes}
    families = {path.parent for path in shown}
    held = {
        path
        for path in WANTED
        if targets
        & {node.value for triple in own(path) for node in (triple.predicate, triple.object)}
    }
    return sorted(
        shown | held,
        key=lambda p: (p not in shown, p.parent not in families, bool(WANTED[p]), p),
    )


def survives(mutant: Mutant) -> bool:
    """Whether no fixture has another result."""
    for path in order(mutant.shape):
        before = unchanged(mutant.shape, path)
        try:
            if results(mutant.shape, path, mutant.triples) != before:
                return False
        except DataError:
            return False
    return True


def parsed(mutant: Mutant) -> None:
    """Raises SyntaxError for a changed query that is none."""
    for triple in mutant.triples:
        if triple.predicate.value == SH + "select":
            ox.Store().query(triple.object.value, prefixes=vocab.PREFIXES)


@pytest.mark.parametrize("name", ROOTS)
def test_no_mutant_survives(name: str) -> None:
    root = ROOTS[name]
    mutants = list(SHAPES.mutants(root))
    assert mutants, "no mutant was made"
    for mutant in mutants:
        parsed(mutant)
    known = {change for shape, change in unnoticed() if shape == name}
    survivors = {mutant.what for mutant in mutants if mutant.what not in known and survives(mutant)}
    assert survivors == {change for shape, change in equivalent() if shape == name}


def test_the_mutants_are_many() -> None:
    counts = {name: sum(1 for _ in SHAPES.mutants(root)) for name, root in ROOTS.items()}
    print(f"{sum(counts.values())} mutants of {len(counts)} shapes")
    assert len(counts) > 210
    assert sum(counts.values()) > 1500
    assert min(counts.values()) > 1


def test_what_means_the_same_has_a_reason() -> None:
    for (shape, change), reason in equivalent().items():
        assert shape in ROOTS, shape
        assert len(reason.split()) > 3, change
