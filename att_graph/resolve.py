"""Several reports in; one name for one thing in all of them, and what could not be told, out.

Exact evidence gives one IRI: the same name but for accents, capitals and order; the same symbol but
for how its suffix is written. What is merely near (an initial, a letter, an acronym with another
name) stays apart and is a doubt, for a person to decide. Which of two names is kept depends on the
reports alone, never on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from att_graph import likeness
from att_graph.iris import digest, symbol_key
from att_graph.loaders.symbols import respelt
from att_graph.model import Document, Fact, Meeting, Organisation, Person, Ref, Report, Words
from att_graph.renaming import rename

Pair = frozenset[Ref]


@dataclass(frozen=True)
class Same:
    """Two refs that name one thing: what it was called, what it is called now, and why."""

    was: Ref
    now: Ref
    rule: str
    forms: tuple[Words, ...]


@dataclass(frozen=True)
class Doubt:
    """Two things that may be one, kept apart; `why` is one English sentence."""

    one: Ref
    other: Ref
    why: str

    @property
    def pair(self) -> Pair:
        """Both refs, in no order."""
        return frozenset((self.one, self.other))


@dataclass
class Resolution:
    """What was found to be the same, and what was left apart."""

    same: list[Same] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass
class _Known:
    """A thing as all reports tell it: the facts of its ref, each with its report."""

    ref: Ref
    told: list[tuple[Report, Fact]] = field(default_factory=list)

    def forms(self) -> list[Words]:
        """Every printed form, in the order of the reports."""
        words = (w for _, fact in self.told for w in [*fact.labels, *fact.names])
        return list(dict.fromkeys(words))

    def main(self) -> list[Words]:
        """The names proper, without short forms and the like."""
        return list(dict.fromkeys(w for _, fact in self.told for w in fact.labels))


def resolve(
    reports: list[Report],
    merged: Iterable[tuple[Ref, Ref]] = (),
    apart: Iterable[Pair] = (),
) -> Resolution:
    """Make the refs of several reports agree, in place; say what was done and what is in doubt.

    `merged` are pairs that a person decided are one (the second becomes the first), `apart` pairs
    that a person decided are two: both go before anything that is found here.
    """
    found, joined = Resolution(), [*merged]
    together: set[Pair] = {frozenset(pair) for pair in joined}
    decided = together | set(apart)
    ordered = sorted(reports, key=lambda r: (r.issued or "", r.id))
    _split(ordered, found, together)
    for now, was in joined:
        _rename(reports, found, was, now, "reviewed-merge")
    for step in (_documents, _organisations, _persons):
        for one, other, rule, why in step(ordered):
            if frozenset((one, other)) in decided or one == other:
                continue
            if rule:
                _rename(reports, found, other, one, rule)
            else:
                found.doubts.append(Doubt(one, other, why))
    renamed = {same.was: same.now for same in found.same}
    kept = (
        Doubt(renamed.get(d.one, d.one), renamed.get(d.other, d.other), d.why) for d in found.doubts
    )
    once = {d.pair: d for d in kept if len(d.pair) == 2 and d.pair not in decided}
    found.doubts = sorted(once.values(), key=lambda d: (d.one, d.other))
    return found


def _rename(reports: list[Report], found: Resolution, was: Ref, now: Ref, rule: str) -> None:
    earlier = {same.was: same.now for same in found.same}
    was, now = earlier.get(was, was), earlier.get(now, now)
    if was == now:
        return
    forms = tuple(w for known in _known(reports, Fact) if known.ref == was for w in known.forms())
    for report in reports:
        rename(report, {was: now})
    found.same = [Same(s.was, now if s.now == was else s.now, s.rule, s.forms) for s in found.same]
    found.same.append(Same(was, now, rule, forms))


def _known(reports: Iterable[Report], kind: type[Fact]) -> list[_Known]:
    """The things of one class, in the order of the reports."""
    found: dict[Ref, _Known] = {}
    for report in reports:
        for fact in report.all(kind):
            found.setdefault(fact.ref, _Known(fact.ref)).told.append((report, fact))
    return list(found.values())


# ---- One ref for two things: set apart


def _split(reports: list[Report], found: Resolution, one: set[Pair]) -> None:
    """Things that bear one ref in two reports and cannot be one: the later gets a ref of its own.

    Unless a person has decided that they are one after all.
    """
    for kind, strangers in (
        (Person, _strangers),
        (Organisation, _strangers),
        (Meeting, _other_meetings),
    ):
        for known in _known(reports, kind):
            for report, other, why in list(strangers(known)):
                if frozenset((known.ref, other)) not in one:
                    rename(report, {known.ref: other})
                    _distinguished(report.facts[other])
                    found.doubts.append(Doubt(known.ref, other, why))


def _distinguished(fact: Fact) -> None:
    """The label of a meeting set apart says its first day."""
    if isinstance(fact, Meeting):
        fact.labels = [Words(f"{w.value} ({fact.start})", w.lang) for w in fact.labels]


def _strangers(known: _Known) -> Iterator[tuple[Report, Ref, str]]:
    first, *others = known.told
    if isinstance(first[1], Person):
        states = likeness.states_of(first[0], known.ref)
        for report, _ in others:
            here = likeness.states_of(report, known.ref)
            if states and here and not states & here:
                key = min(here).key.lower()
                why = "One name, and each report has it speak or act for another State."
                yield report, Ref(known.ref.kind, f"{known.ref.key}-{key}"), why
            else:
                states |= here
        return
    names = list(first[1].labels)
    for report, fact in others:
        if likeness.other_name(names, fact.labels):
            label = fact.labels[0].value
            why = f"One acronym, and another name in {report.id}: {label}."
            yield report, Ref(known.ref.kind, f"{known.ref.key}-{digest(label)}"), why
        else:
            names += fact.labels


def _other_meetings(known: _Known) -> Iterator[tuple[Report, Ref, str]]:
    """A preparatory meeting or session of the same key, held on days that do not touch."""
    days: list[tuple[str, str]] = []
    for report, fact in known.told:
        if not isinstance(fact, Meeting) or not fact.start:
            continue
        start, end = fact.start, fact.end or fact.start
        if days and not fact.conference and all(end < a or b < start for a, b in days):
            why = "One name of a meeting, held on other days by another report."
            yield report, Ref(known.ref.kind, f"{known.ref.key}-{start}"), why
        else:
            days.append((start, end))


# ---- Two refs for one thing: the steps. Each yields (kept, other, rule or "", why).

_Found = tuple[Ref, Ref, str, str]


def _documents(reports: list[Report]) -> Iterator[_Found]:
    spelt: dict[str, list[Ref]] = defaultdict(list)
    serial: dict[tuple[str, int, int], list[Ref]] = defaultdict(list)
    for known in _known(reports, Document):
        symbol = next((f.symbol for _, f in known.told if isinstance(f, Document) and f.symbol), "")
        if symbol:
            plain, number = respelt(symbol)
            spelt[plain].append(known.ref)
            serial[number].append(Ref("document", symbol_key(plain)))
    for refs in spelt.values():
        for other in refs[1:]:
            yield refs[0], other, "same-symbol", ""
    first = {Ref("document", symbol_key(plain)): refs[0] for plain, refs in spelt.items()}
    for plains in serial.values():
        stems = {stem: first[ref] for ref in plains for stem in [likeness.stem(ref.key)]}
        for one, other in combinations(stems.values(), 2):
            yield one, other, "", "One serial number of one session under two symbols."


def _organisations(reports: list[Report]) -> Iterator[_Found]:
    named: dict[tuple[str, str], _Known] = {}
    every = sorted(
        _known(reports, Organisation), key=lambda known: not _acronyms(known)
    )  # the one with an acronym is kept
    for known in every:
        for words in known.main():
            plain = likeness.plain(words.value)
            other = named.setdefault((plain, words.lang), known)
            if other is known or len(plain) < 2:
                continue
            short, other_short = _acronyms(other), _acronyms(known)
            if short and other_short and not short & other_short:
                yield other.ref, known.ref, "", "One name, with two acronyms."
            else:
                yield other.ref, known.ref, "same-name", ""
    for (a, lang), one in sorted(named.items(), key=lambda item: item[0]):
        for (b, tongue), two in sorted(named.items(), key=lambda item: item[0]):
            if lang == tongue and a < b and one is not two and likeness.one_letter(a, b):
                yield one.ref, two.ref, "", "Two names that differ by one letter."


def _acronyms(known: _Known) -> set[str]:
    return {a for _, f in known.told if isinstance(f, Organisation) for a in f.acronyms}


def _persons(reports: list[Report]) -> Iterator[_Found]:
    every = _known(reports, Person)
    for one, other in combinations(every, 2):
        side_by_side = {r.id for r, _ in one.told} & {r.id for r, _ in other.told}
        best = max(
            (likeness.persons(a.value, b.value) for a in one.main() for b in other.main()),
            default=likeness.APART,
        )
        if best == likeness.APART or (side_by_side and best != likeness.EQUAL):
            continue  # a report that names both knows them apart
        here = {x for r, _ in one.told for x in likeness.posts_of(r, one.ref)}
        there = {x for r, _ in other.told for x in likeness.posts_of(r, other.ref)}
        states = [
            {s for r, _ in known.told for s in likeness.states_of(r, known.ref)}
            for known in (one, other)
        ]
        against = states[0] and states[1] and not states[0] & states[1]
        for_it = bool(here & there or states[0] & states[1])
        if best == likeness.EQUAL and not against:
            yield one.ref, other.ref, "same-name", ""
        elif best == likeness.SHORT and for_it and not against:
            yield _longer(one, other), _shorter(one, other), "same-name-and-post", ""
        elif best != likeness.EQUAL or against:
            yield one.ref, other.ref, "", likeness.WHY[best]


def _longer(one: _Known, other: _Known) -> Ref:
    return max((one, other), key=lambda known: len(known.ref.key)).ref


def _shorter(one: _Known, other: _Known) -> Ref:
    return one.ref if _longer(one, other) == other.ref else other.ref
