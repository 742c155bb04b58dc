"""Which thing of one edition is which of another, where their keys do not say so by themselves.

States, bodies, provisions, conferences and documents with symbols have the same key in every
language. For the rest: names first (acronyms, Latin letters), then the place, and only where it
leaves no choice. What could be one of several stays apart, as a doubt.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from att_graph.editions import acts
from att_graph.editions.lists import by_position, coalitions, listed, lists_of, one
from att_graph.editions.names import alike, by_names, possible
from att_graph.editions.sides import Side, left
from att_graph.gazetteer import actors
from att_graph.loaders.symbols import respelt
from att_graph.model import (
    Act,
    ActorGroup,
    Document,
    Fact,
    Figure,
    Intervention,
    Meeting,
    Participation,
    Ref,
    Tenure,
)

_ROLES = ("addressees", "recipients", "beneficiaries", "acts_on", "cites")
_NAMED = ("organisation", "person", "document", "group", "office")


@dataclass
class Doubt:
    """Things that only the one side names and things that only the other names, in one place.

    Where they have a `role` in an `act`, its words show them.
    """

    slot: str
    mine: list[Ref]
    theirs: list[Ref]
    act: Ref | None = None
    role: str = ""


@dataclass
class Matching:
    """What could not be told apart."""

    doubts: list[Doubt] = field(default_factory=list)

    def doubtful(self) -> set[Ref]:
        """Every ref in doubt."""
        return {ref for doubt in self.doubts for ref in (*doubt.mine, *doubt.theirs)}


def match(known: Side, other: Side) -> Matching:
    """Give what the other side names the refs of the known side, as far as that is certain."""
    matching = Matching()
    _own(known, other)
    for stage in (_meetings, _documents, _organisations, coalitions, listed, _persons):
        _give(known, other, stage(known, other))
    acts.match(known, other)
    for stage in (_roles, _posts, _holders, _roles, _parts, _figures):
        _give(known, other, stage(known, other))
    _doubt(known, other, matching)
    return matching


def _give(known: Side, other: Side, names: dict[Ref, Ref]) -> None:
    """The refs of the known side are kept, unless only the other's is in the authority files."""
    better = {a: b for b, a in names.items() if actors.known(b) and not actors.known(a)}
    known.rename(better)
    other.rename({b: a for b, a in names.items() if a not in better})


def _own(known: Side, other: Side) -> None:
    """The document that the editions are editions of, unless each prints another symbol."""
    mine, theirs = known.reports[0].document, other.reports[0].document
    if mine and theirs and mine != theirs:
        one, two = known.facts.get(mine), other.facts.get(theirs)
        symbols = [fact.symbol for fact in (one, two) if isinstance(fact, Document)]
        if all(symbols):
            return
        if symbols[-1] and theirs not in known.facts:  # the symbol is the better name
            known.rename({mine: theirs})
        else:
            other.rename({theirs: mine})


def _meetings(known: Side, other: Side) -> dict[Ref, Ref]:
    def dated(fact: Fact) -> object:
        if isinstance(fact, Meeting) and fact.start:
            return (fact.start, fact.end, tuple(sorted(fact.bodies)))
        return None

    found = _by(known, other, "meeting", dated)
    return found | _alone(known, other, "meeting", found)


def _by(known: Side, other: Side, kind: str, identity: Callable[[Fact], object]) -> dict[Ref, Ref]:
    """Pairs of one-sided things with the same identity, where it is that of one on each side."""
    sides: list[dict[object, list[Ref]]] = []
    for side, refs in zip((known, other), left(known, other, kind), strict=True):
        index: dict[object, list[Ref]] = defaultdict(list)
        for ref in refs:
            index[identity(side.facts[ref])].append(ref)
        sides.append(index)
    return {
        theirs[0]: sides[0][what][0]
        for what, theirs in sides[1].items()
        if what is not None and len(theirs) == len(sides[0].get(what, ())) == 1
    }


def _alone(known: Side, other: Side, kind: str, found: dict[Ref, Ref]) -> dict[Ref, Ref]:
    """The only one of a kind that is left in a place on each side, if their names allow it."""
    mine, theirs = left(known, other, kind)
    here = known.by_place([ref for ref in mine if ref not in found.values()])
    there = other.by_place([ref for ref in theirs if ref not in found])
    pairs: dict[Ref, Ref] = {}
    for place, refs in there.items():
        if place and one(known, other, here.get(place, []), refs):
            pairs[refs[0]] = here[place][0]
            by_position(other, refs[0])
    return pairs


def _documents(known: Side, other: Side) -> dict[Ref, Ref]:
    """Symbols spelt otherwise; without symbols by their titles, then by place and order."""

    def spelt(fact: Fact) -> object:
        symbol = fact.symbol if isinstance(fact, Document) else None
        return respelt(symbol)[0] if symbol else None

    found = _by(known, other, "document", spelt)
    mine, theirs = left(known, other, "document")
    mine = [ref for ref in mine if ref not in found.values()]
    found |= by_names(known, other, mine, [ref for ref in theirs if ref not in found])
    here = known.by_place([ref for ref in mine if ref not in found.values()])
    there = other.by_place([ref for ref in theirs if ref not in found])
    for place, refs in there.items():
        rivals = here.get(place, [])
        if len(refs) != len(rivals):
            continue
        pairs = list(zip(rivals, refs, strict=True))
        if all(_titled_alike(known.facts[a], other.facts[b]) for a, b in pairs):
            for a, b in pairs:
                found[b] = a
                by_position(other, b)
    return found


def _titled_alike(first: Fact, second: Fact) -> bool:
    """Whether two documents can be one: their titles, and at most one symbol."""
    if not isinstance(first, Document) or not isinstance(second, Document):
        return False
    return possible(first, second) and not (first.symbol and second.symbol)


def _organisations(known: Side, other: Side) -> dict[Ref, Ref]:
    mine, theirs = left(known, other, "organisation")
    here, there = ({r for refs in lists_of(s).values() for r in refs} for s in (known, other))
    mine += sorted(here - there - set(mine))
    theirs += sorted(there - here - set(theirs))
    return by_names(known, other, mine, theirs)


def _persons(known: Side, other: Side) -> dict[Ref, Ref]:
    found = by_names(known, other, *left(known, other, "person"))
    return found | _alone(known, other, "person", found)


def _roles(known: Side, other: Side) -> dict[Ref, Ref]:
    """Whoever, or whatever, is alone in a role of an act without a counterpart there."""
    votes: dict[Ref, Counter[Ref]] = defaultdict(Counter)
    for _, _, mine, theirs in _role_rests(known, other):
        for kind in _NAMED:
            here = [ref for ref in mine if ref.kind == kind and ref in known.facts]
            there = [ref for ref in theirs if ref.kind == kind and ref in other.facts]
            if one(known, other, here, there):
                votes[there[0]][here[0]] += 1
    return _elected(votes)


def _role_rests(known: Side, other: Side) -> Iterator[tuple[Ref, str, list[Ref], list[Ref]]]:
    """Each role of each act of both: who has it on the one side only, on the other only."""
    for ref, act in other.facts.items():
        mine = known.facts.get(ref)
        if isinstance(act, Act) and isinstance(mine, Act):
            for role in _ROLES:
                here, there = getattr(mine, role), getattr(act, role)
                yield (
                    ref,
                    role,
                    [r for r in here if r not in there and r not in other.facts],
                    [r for r in there if r not in here and r not in known.facts],
                )


def _elected(votes: dict[Ref, Counter[Ref]]) -> dict[Ref, Ref]:
    """Each with the one it goes with most often; a thing is the counterpart of one only."""
    found: dict[Ref, Ref] = {}
    ranked = sorted(
        ((-count, b, a) for b, counted in votes.items() for a, count in counted.items()),
    )
    for _, b, a in ranked:
        if b not in found and a not in found.values():
            found[b] = a
    return found


def _posts(known: Side, other: Side) -> dict[Ref, Ref]:
    """Posts of the same person; where a person has one on each side, it is the same post."""
    votes: dict[Ref, Counter[Ref]] = defaultdict(Counter)
    mine, theirs = (_held(side) for side in (known, other))
    for holder, posts in theirs.items():
        there = [ref for ref in posts if ref not in known.facts]
        here = [ref for ref in mine.get(holder, ()) if ref not in other.facts]
        if one(known, other, here, there):
            votes[there[0]][here[0]] += 1
    return _elected(votes)


def _held(side: Side) -> dict[Ref, list[Ref]]:
    """Person → the posts outside the treaty that the person holds."""
    found: dict[Ref, list[Ref]] = defaultdict(list)
    for ref in side.of("tenure"):
        fact = side.facts[ref]
        plain = isinstance(fact, Tenure) and not fact.role
        if isinstance(fact, Tenure) and plain and fact.holder and fact.office in side.facts:
            found[fact.holder].append(fact.office)
    return found


def _holders(known: Side, other: Side) -> dict[Ref, Ref]:
    """Tenures, interventions and participations of the same persons, by what they say."""

    def tenure(fact: Fact) -> object:
        return (fact.holder, fact.office, fact.role) if isinstance(fact, Tenure) else None

    return _by(known, other, "tenure", tenure)


def _parts(known: Side, other: Side) -> dict[Ref, Ref]:
    def spoke(fact: Fact) -> object:
        if isinstance(fact, Intervention):
            return (fact.speaker, fact.meeting, fact.sort)
        return None

    def came(fact: Fact) -> object:
        return (fact.participant, fact.meeting) if isinstance(fact, Participation) else None

    return _by(known, other, "intervention", spoke) | _by(known, other, "participation", came)


def _figures(known: Side, other: Side) -> dict[Ref, Ref]:
    """Figures of one measure about the same: by place and value, by place and order, by order."""
    found: dict[Ref, Ref] = {}
    mine, theirs = left(known, other, "figure")

    def said(side: Side, ref: Ref, exact: bool, placed: bool) -> object:
        fact = side.facts[ref]
        if not isinstance(fact, Figure):
            return None
        where = side.spots[ref].slot if placed else ""
        return fact.measure, tuple(sorted(fact.about)), where, fact.value if exact else ""

    for exact, placed in ((True, True), (True, False), (False, True), (False, False)):
        waiting: dict[object, list[Ref]] = defaultdict(list)
        for ref in mine:
            if ref not in found.values():
                waiting[said(known, ref, exact, placed)].append(ref)
        for ref in theirs:
            rivals = waiting.get(said(other, ref, exact, placed))
            if ref not in found and rivals:
                found[ref] = rivals.pop(0)
    return found


def _doubt(known: Side, other: Side, matching: Matching) -> None:
    """What has no counterpart on either side, in one place, and could be the same.

    Also who alone has a role in an act on each side, where one is a group known as printed only.
    """
    for kind in ("organisation", "person", "document"):
        here = known.by_place(left(known, other, kind)[0])
        there = other.by_place(left(known, other, kind)[1])
        for place in here:
            doubtful = Doubt(place, here[place], there.get(place, []))
            if doubtful.theirs and _could(known, other, doubtful):
                matching.doubts.append(doubtful)
    for act, role, mine, theirs in _role_rests(known, other):
        pair = [known.facts.get(ref) for ref in mine] + [other.facts.get(ref) for ref in theirs]
        as_printed = any(isinstance(fact, ActorGroup) for fact in pair)
        if len(mine) == len(theirs) == 1 and as_printed:
            matching.doubts.append(Doubt(known.spots[act].slot, mine, theirs, act, role))


def _could(known: Side, other: Side, doubt: Doubt) -> bool:
    """Whether any two of them can be one: names of one language can be held against each other."""
    scores = [alike(known.facts[a], other.facts[b]) for a in doubt.mine for b in doubt.theirs]
    return any(score is None or score >= 0.5 for score in scores)
