"""Two lists of texts in; which of the one became which of the other, out. Offsets play no part.

Inserting an item renumbers what follows, so a number is the last thing looked at: first the same
words in the same place, then the same words elsewhere, then the most alike.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from att_graph.traces import alike

_ENOUGH = 0.6


@dataclass(frozen=True)
class Entry:
    """A text to align: `group` must agree, `sort` and `place` should, `text` is compared."""

    iri: str
    group: str
    sort: str
    place: str
    text: str


def align(old: list[Entry], new: list[Entry]) -> dict[str, str]:
    """Entries before and after in; IRI before → IRI after out, each used once."""
    pairs: dict[str, str] = {}
    steps: tuple[Callable[[Entry], Hashable], ...] = (
        lambda e: (e.group, e.sort, e.place, e.text),
        lambda e: (e.group, e.sort, e.text),
        lambda e: (e.group, e.place, e.text),
        lambda e: (e.group, e.text),
    )
    for key in steps:
        waiting: dict[Hashable, list[Entry]] = defaultdict(list)
        for entry in _left(new, set(pairs.values())):
            waiting[key(entry)].append(entry)
        for entry in _left(old, set(pairs)):
            if waiting[key(entry)]:
                pairs[entry.iri] = waiting[key(entry)].pop(0).iri
    ranked = sorted(
        (-_score(a, b), a.iri, b.iri)
        for a in _left(old, set(pairs))
        for b in _left(new, set(pairs.values()))
        if a.group == b.group
    )
    taken = set(pairs.values())
    for score, before, after in ranked:
        if -score >= _ENOUGH and before not in pairs and after not in taken:
            pairs[before] = after
            taken.add(after)
    return pairs


def _left(entries: list[Entry], done: set[str]) -> list[Entry]:
    return [entry for entry in entries if entry.iri not in done]


def _score(a: Entry, b: Entry) -> float:
    """0 to 1.2: how alike the texts are; a little more for the same sort and the same place.

    One text for the other in one place, as when a name is exchanged for another, is a change.
    """
    same = (a.sort == b.sort) * 0.1 + (a.place == b.place) * 0.1
    return alike(a.text, b.text) + same
