"""The two sides of a comparison: what some editions say together, and where they say it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, fields, replace

from att_graph.model import Fact, Passage, Ref, Report
from att_graph.renaming import rename

# The property whose evidence shows where a fact stands; else the first words that prove it.
_STANDS = {"participation": "participant", "tenure": "holder", "intervention": "speaker"}


@dataclass(frozen=True)
class Spot:
    """Where a fact stands: the place ("24-b"; "" outside the paragraphs) and the offset."""

    slot: str
    start: int


@dataclass
class Side:
    """One edition, or several that are aligned already, seen as one.

    `slots` says for each report what the reference calls its places: own place → place.
    """

    reports: list[Report]
    slots: list[dict[str, str]]
    facts: dict[Ref, Fact] = field(default_factory=dict)
    homes: dict[Ref, int] = field(default_factory=dict)
    spots: dict[Ref, Spot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.look()

    def look(self) -> None:
        """Read the reports (again): facts merged, what the first edition says counts."""
        merged = replace(self.reports[0], facts={})
        self.homes, self.spots = {}, {}
        for number, (report, slots) in enumerate(zip(self.reports, self.slots, strict=True)):
            passages = _passages(report)
            for ref, fact in report.facts.items():
                merged.add(_copy(fact))
                if ref not in self.homes:
                    own, start = _where(fact, passages)
                    self.homes[ref] = number
                    self.spots[ref] = Spot(slots.get(own, own), start)
        self.facts = merged.facts

    def rename(self, names: dict[Ref, Ref]) -> None:
        """Give things other refs, wherever the side's reports name them."""
        names = {old: new for old, new in names.items() if old != new}
        if names:
            for report in self.reports:
                rename(report, names)
            self.look()

    def home(self, ref: Ref) -> Report:
        """The first report that tells this fact."""
        return self.reports[self.homes[ref]]

    def own(self, ref: Ref) -> Fact:
        """The fact as the first report that tells it has it."""
        return self.home(ref).facts[ref]

    def of(self, kind: str) -> Iterator[Ref]:
        """The refs of a kind, as their first reports tell them, in reading order."""
        return (ref for ref in self.facts if ref.kind == kind)

    def by_place(self, refs: list[Ref]) -> dict[str, list[Ref]]:
        """Place → those of the refs that stand there first, in order."""
        found: dict[str, list[Ref]] = defaultdict(list)
        for ref in sorted(refs, key=lambda ref: (self.homes[ref], self.spots[ref].start)):
            found[self.spots[ref].slot].append(ref)
        return found


def left(known: Side, other: Side, kind: str) -> tuple[list[Ref], list[Ref]]:
    """The refs of a kind that only the one side has, and those that only the other has."""
    mine = [ref for ref in known.of(kind) if ref not in other.facts]
    return mine, [ref for ref in other.of(kind) if ref not in known.facts]


def slot(passage: Passage) -> str:
    """A passage's place as part of a key: "24-b"."""
    return passage.number + (f"-{passage.item}" if passage.item else "")


def _passages(report: Report) -> list[tuple[int, int, str]]:
    found = [(p.start, p.end, slot(p)) for p in report.all(Passage)]
    return sorted(found, key=lambda row: row[1] - row[0])


def _where(fact: Fact, passages: list[tuple[int, int, str]]) -> tuple[str, int]:
    """The smallest passage that holds the fact's first words, and where these start."""
    stands = _STANDS.get(fact.kind)
    proofs = [e for e in fact.evidence if stands in e.supports] or fact.evidence
    starts = [span for e in proofs for span in e.spans]
    if isinstance(fact, Passage) or not starts:
        return "", -1
    first = min(starts)
    held = (name for start, end, name in passages if start <= first.start and first.end <= end)
    return next(held, ""), first.start


def _copy(fact: Fact) -> Fact:
    """The fact with lists of its own, so that merging leaves the report's as they are."""
    copied = copy(fact)
    for entry in fields(copied):
        value = getattr(copied, entry.name)
        if isinstance(value, list):
            setattr(copied, entry.name, list(value))
    return copied


def figures_in(text: str) -> set[str]:
    """The numbers in digits of a text: what no translation changes."""
    return set(re.findall(r"\d+", text))
