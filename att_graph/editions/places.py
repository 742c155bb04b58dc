"""Which paragraph and item of one edition is which of another.

Numbers are printed alike in every language, so equal numbers settle it. Where an edition has a
paragraph or item more, the sequences are aligned by what no translation changes: figures in digits,
and the things named.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

from att_graph.editions.sides import figures_in, slot
from att_graph.model import Passage, Ref, Report

_LEAST = 0.45  # a pair of places scores 0.5 for the same number alone
_NUMBER = 0.5
T = TypeVar("T")


@dataclass
class _Place:
    label: str  # the number of a paragraph, the label of an item
    own: str
    marks: set[str] = field(default_factory=set)
    items: list["_Place"] = field(default_factory=list)


def paired(reference: Report, other: Report) -> dict[str, str]:
    """Own place of the other edition → what the reference calls it, for every place of the other.

    A place that the reference lacks keeps its name, or gets "-more" where that is another's.
    """
    first, second = _paragraphs(reference), _paragraphs(other)
    found: dict[str, str] = {}
    for a, b in _pairs(first, second):
        found[second[b].own] = first[a].own
        for c, d in _pairs(first[a].items, second[b].items):
            found[second[b].items[d].own] = first[a].items[c].own
    taken = {slot(p) for p in reference.all(Passage)} | set(found.values())
    for own in (slot(p) for p in other.all(Passage)):
        found.setdefault(own, f"{own}-more" if own in taken else own)
    return found


def _pairs(first: list[_Place], second: list[_Place]) -> list[tuple[int, int]]:
    if [place.label for place in first] == [place.label for place in second]:
        return [(number, number) for number in range(len(first))]
    return sequence(first, second, _score, _LEAST)


def _score(a: _Place, b: _Place) -> float:
    same = _NUMBER if a.label == b.label else 0.0
    return same + 2 * overlap(a.marks, b.marks)


def overlap(a: set[str], b: set[str]) -> float:
    """How much two sets share, 0 to 1; two empty ones share nothing."""
    return len(a & b) / len(a | b) if a and b else 0.0


def sequence(
    first: Sequence[T], second: Sequence[T], score: Callable[[T, T], float], least: float
) -> list[tuple[int, int]]:
    """The best pairs of two sequences that keep their order; a pair scores `least` at least."""
    rows, columns = len(first), len(second)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    pays = [[score(a, b) for b in second] for a in first]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            together = pays[i][j] + best[i + 1][j + 1] if pays[i][j] >= least else -1.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if pays[i][j] >= least and best[i][j] == pays[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _paragraphs(report: Report) -> list[_Place]:
    """The paragraphs in order, each with its items, and what no translation changes in them."""
    marks = _marks(report)
    found: dict[str, _Place] = {}
    for passage in report.all(Passage):
        own = slot(passage)
        place = _Place(passage.item or passage.number, own, marks[own] | figures_in(passage.text))
        if passage.item and passage.number in found:
            found[passage.number].items.append(place)
            found[passage.number].marks |= place.marks
        elif passage.item:  # items without a chapeau
            above = _Place(passage.number, passage.number, set(place.marks), [place])
            found[passage.number] = above
        else:
            found[passage.number] = place
    return list(found.values())


def _marks(report: Report) -> dict[str, set[str]]:
    """Place → the States, documents and other things that its facts name."""
    spans = [(p.start, p.end, slot(p)) for p in report.all(Passage)]
    found: dict[str, set[str]] = defaultdict(set)
    for fact in report.facts.values():
        if fact.kind in ("passage", "finding"):
            continue
        named = {fact.ref} if fact.kind not in ("act", "deadline", "figure") else set()
        for entry in fields(fact):
            value = getattr(fact, entry.name)
            values = value if isinstance(value, list) else [value]
            named |= {each for each in values if isinstance(each, Ref) and each.kind != "passage"}
        words = {f"{ref.kind}/{ref.key}" for ref in named if ref.kind not in ("act", "deadline")}
        words |= {f"type {fact.sort}"} if hasattr(fact, "sort") and fact.kind == "act" else set()
        starts = {span.start for evidence in fact.evidence for span in evidence.spans}
        for start, end, name in spans:
            if any(start <= at < end for at in starts):
                found[name] |= words
    return found
