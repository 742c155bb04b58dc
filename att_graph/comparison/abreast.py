"""Editions of one report side by side: place by place, what each says there, in the same terms.

Acts with type, addressees and deadlines, who took part, figures, days of meetings, documents,
offices held. Names are in English where the graph has them, so that equal facts read equal.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from att_graph.editions import aligned, groups, named
from att_graph.editions.sides import Side, slot
from att_graph.errors import InputError
from att_graph.gazetteer import actors
from att_graph.model import (
    Act,
    Deadline,
    Document,
    Fact,
    Figure,
    Meeting,
    Participation,
    Passage,
    Ref,
    Report,
    Tenure,
)
from att_graph.text import spot

SAME, DIFFERS, ONLY = "same", "differs", "only"
_OPENING = 60  # characters of a passage shown


@dataclass(frozen=True)
class Line:
    """One thing in one place: what each edition says of it, None where it says nothing.

    `words` are the editions' own: the content of an act, the opening of a paragraph.
    """

    place: str
    what: str
    key: str
    cells: tuple[str | None, ...]
    words: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Whether the editions agree: same, differs, or only (some say nothing)."""
        if None in self.cells:
            return ONLY
        return SAME if len(set(self.cells)) == 1 else DIFFERS


@dataclass
class Abreast:
    """The editions' names (language) and reports' ids, the reference first, and the lines."""

    names: tuple[str, ...]
    reports: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)

    def count(self) -> Counter[str]:
        """How many facts agree, differ, or stand in some editions only; paragraphs left out."""
        return Counter(line.state for line in self.lines if line.what != "paragraph")


def abreast(reports: list[Report]) -> Abreast:
    """Reports in, their account side by side out.

    Raises InputError for one report alone, and where they are not editions of one document.
    """
    found = groups(reports)
    if len(reports) < 2 or len(found) > 1:
        whose = ", ".join(" and ".join(r.source.name for r in group) for group in found)
        raise InputError(f"align needs editions of one report; given are {whose}.")
    side = aligned(found[0])
    account = Abreast(tuple(named(side.reports)), tuple(r.id for r in side.reports))
    for place in _places(side):
        account.lines += _lines(side, place)
    return account


def _places(side: Side) -> list[str]:
    """The places in the order of the reference; others after those they follow; then the rest."""
    order: list[str] = []
    for report, slots in zip(side.reports, side.slots, strict=True):
        at = 0
        for passage in report.all(Passage):
            place = slots.get(slot(passage), slot(passage))
            if place not in order:
                order.insert(at, place)
            at = order.index(place) + 1
    return [*order, ""]


def _lines(side: Side, place: str) -> Iterator[Line]:
    """What stands in a place, sort by sort, in the order of the editions."""
    own = _own(side, place)
    if any(own):
        texts = tuple(" ".join(p.text.split())[:_OPENING] if p else None for p in own)
        numbers = tuple(spot(p.number, p.item) if p else None for p in own)
        yield Line(place, "paragraph", place, numbers, tuple(text or "" for text in texts))
    here = [ref for ref in side.facts if _stands(side, ref) == place]
    here.sort(key=lambda ref: (_rank(side.facts[ref]), side.homes[ref], _offset(side, ref)))
    listed = [ref for ref in here if ref.kind == "participation"]
    yield from _attendance(side, place, listed)
    for ref in here:
        fact = side.facts[ref]
        if _rank(fact) < len(_KINDS):
            facts = [report.facts.get(ref) for report in side.reports]
            cells = tuple(_say(side, told) if told else None for told in facts)
            if ref.kind != "participation" or None in cells or len(set(cells)) > 1:
                words = tuple(_words(told) for told in facts)
                yield Line(place, _KINDS[_rank(fact)][1], ref.key, cells, words)


_KINDS = (
    (Act, "act"),
    (Participation, "participant"),
    (Figure, "figure"),
    (Meeting, "meeting"),
    (Tenure, "office held"),
    (Document, "document"),
)


def _rank(fact: Fact) -> int:
    return next((n for n, (kind, _) in enumerate(_KINDS) if isinstance(fact, kind)), len(_KINDS))


def _own(side: Side, place: str) -> list[Passage | None]:
    """Each edition's passage of a place."""
    found: list[Passage | None] = []
    for report, slots in zip(side.reports, side.slots, strict=True):
        mine = (p for p in report.all(Passage) if slots.get(slot(p), slot(p)) == place)
        found.append(next(mine, None))
    return found


def _stands(side: Side, ref: Ref) -> str:
    """The place of a fact; of an act, where it is recorded, also where its verb is a chapeau's."""
    fact = side.own(ref)
    if isinstance(fact, Act) and fact.recorded_in:
        own = fact.recorded_in.key.rpartition("/")[2]
        return side.slots[side.homes[ref]].get(own, own)
    return side.spots[ref].slot


def _offset(side: Side, ref: Ref) -> int:
    number = re.search(r"-(\d+)$", ref.key)
    return int(number[1]) if ref.kind == "act" and number else side.spots[ref].start


def _attendance(side: Side, place: str, listed: list[Ref]) -> Iterator[Line]:
    """How many each edition lists in each capacity."""
    for capacity in dict.fromkeys(getattr(side.facts[ref], "capacity", "") for ref in listed):
        counts = []
        for report in side.reports:
            told = (report.facts.get(ref) for ref in listed)
            mine = [f for f in told if isinstance(f, Participation) and f.capacity == capacity]
            counts.append(f"{len(mine)} listed as {capacity.replace('-', ' ')}")
        yield Line(place, "participants", capacity, tuple(counts))


def _say(side: Side, fact: Fact) -> str:
    """What a fact says, in terms that no language changes."""
    match fact:
        case Act():
            asked = ", ".join(sorted(_name(side, ref) for ref in fact.addressees))
            due = ", ".join(sorted(_due(side, ref, fact) for ref in fact.deadlines))
            said = fact.sort + (f" → {asked}" if asked else "") + (f"; due {due}" if due else "")
            return said + ("; voluntary" if fact.voluntary else "")
        case Participation():
            who = _name(side, fact.participant) if fact.participant else ""
            within = f", within {_name(side, fact.within)}" if fact.within else ""
            return f"{who} as {fact.capacity.replace('-', ' ')}{within}"
        case Figure():
            as_of = f" on {fact.as_of}" if fact.as_of else ""
            return f"{fact.measure.replace('-', ' ')}: {fact.value}{as_of}"
        case Meeting():
            days = " to ".join(day for day in (fact.start, fact.end) if day)
            return f"{fact.ref.key}: {days or 'no days'}" + (f", {fact.mode}" if fact.mode else "")
        case Tenure():
            who = _name(side, fact.holder) if fact.holder else ""
            ends = [fact.start, fact.starts_at, fact.end, fact.ends_at]
            terms = [value.key if isinstance(value, Ref) else value for value in ends if value]
            office = _name(side, fact.office) if fact.office else ""
            return ", ".join([who, *filter(None, [fact.role or "", office]), *terms])
        case Document():
            return fact.symbol or _name(side, fact.ref)
    return _name(side, fact.ref)


def _due(side: Side, ref: Ref, act: Act) -> str:
    """A deadline's day, meeting or length: as the edition has it that tells the act."""
    homes = [r.facts.get(ref) for r in side.reports if r.facts.get(act.ref) is act]
    fact = homes[0] if homes else None
    if not isinstance(fact, Deadline):
        return ref.key
    at = fact.due_at.key if fact.due_at else None
    return fact.due or at or fact.duration or fact.sort


def _name(side: Side, ref: Ref) -> str:
    """What the first edition calls a thing: in English, else as printed, else its key."""
    fact, english = side.facts.get(ref), actors.label(ref, "en")
    labels = sorted(fact.labels if fact else [], key=lambda words: words.lang != "en")
    return english.value if english else labels[0].value if labels else ref.key


def _words(fact: Fact | None) -> str:
    match fact:
        case Act() if fact.content:
            return fact.content.value
        case Document() if fact.title:
            return fact.title.value
    return ""
