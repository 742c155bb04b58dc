"""Triples → one text and one digest for all graphs that say the same, however they were written."""

import hashlib
from collections.abc import Iterable

import pyoxigraph as ox


def lines(triples: Iterable[ox.Triple]) -> list[str]:
    """The canonical N-Quads lines of a graph, sorted. Standard: RDFC-1.0, section 4."""
    data = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(f"{quad.triple} .\n" for quad in data)


def digest(canonical: Iterable[str]) -> str:
    """SHA-256 of canonical lines, as 64 hexadecimal digits."""
    return hashlib.sha256("".join(canonical).encode()).hexdigest()
