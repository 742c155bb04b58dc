"""No constraint of the shapes can be lost or changed without a fixture that notices.

Each mutant (see `mutating`) is held against the fixtures, those of its own rule first, until one
gives another result: code, focus node, severity, path (see `surviving`). A mutant that the engine
cannot load is noticed; a changed query that is no SPARQL is a fault here. What means the same as
the original, since another rule or constraint refuses the same data, stands in
shapes/equivalent.csv with the reason. It is still made, and a row that some fixture notices fails
too, so that the table only gets shorter.
"""

import csv
from functools import cache

import fixtures
import pytest

pytest.importorskip("shacl_rust")

from surviving import ROOTS, SHAPES, parsed, survives

EQUIVALENT = fixtures.FIXTURES / "equivalent.csv"


@cache
def equivalent() -> dict[tuple[str, str], str]:
    """(shape, change) → why the change means the same."""
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        return {(row["shape"], row["change"]): row["reason"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", ROOTS)
def test_no_mutant_survives(name: str) -> None:
    mutants = list(SHAPES.mutants(ROOTS[name]))
    assert mutants, "no mutant was made"
    for mutant in mutants:
        parsed(mutant)
    survivors = {mutant.what for mutant in mutants if survives(mutant)}
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
