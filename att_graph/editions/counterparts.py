"""Which thing of one edition is which of another, where their keys do not say so by themselves.

States, bodies, provisions, conferences and documents with symbols have the same key in every
language. For the rest: names first (acronyms, Latin letters), then the place, and only where it
leaves no choice. What could be one of several stays apart, as a doubt.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from att_graph.editions import acts
from att_graph.editions.names import alike, by_names, possible
from att_graph.editions.sides import Side, left
from att_graph.loaders.symbols import respelt
from att_graph.model import (
    Act,
    Document,
    Fact,
    Figure,
    Intervention,
    Meeting,
    Participation,
    Ref,
    Tenure,
)

RULE = "edition-position"
_ANCHORS = 5  # common names in the same order, from which two lists are in one order
_ROLES = ("addressees", "recipients", "beneficiaries", "acts_on", "cites")
_NAMED = ("organisation", "person", "document", "group", "office")


@dataclass
class Doubt:
    """Things that only the one side names and things that only the other names, in one place."""

    slot: str
    mine: list[Ref]
    theirs: list[Ref]


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
    for stage in (_meetings, _documents, _organisations, _listed, _persons):
        other.rename(stage(known, other))
    acts.match(known, other)
    for stage in (_roles, _posts, _holders, _roles, _parts, _figures):
        other.rename(stage(known, other))
    _doubt(known, other, matching)
    return matching


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
        if place and _one(known, other, here.get(place, []), refs):
            pairs[refs[0]] = here[place][0]
            _by_position(other, refs[0])
    return pairs


def _one(known: Side, other: Side, mine: list[Ref], theirs: list[Ref]) -> bool:
    """Whether there is one on each side, and their names allow that they are the same."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    return possible(known.facts[mine[0]], other.facts[theirs[0]])


def _by_position(side: Side, ref: Ref) -> None:
    fact = side.own(ref)
    if RULE not in fact.rules:
        fact.rules.append(RULE)


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
                _by_position(other, b)
    return found


def _titled_alike(one: Fact, other: Fact) -> bool:
    """Whether two documents can be one: their titles, and at most one symbol."""
    if not isinstance(one, Document) or not isinstance(other, Document):
        return False
    return possible(one, other) and not (one.symbol and other.symbol)


def _organisations(known: Side, other: Side) -> dict[Ref, Ref]:
    return by_names(known, other, *left(known, other, "organisation"))


def _listed(known: Side, other: Side) -> dict[Ref, Ref]:
    """Organisations of one list that stand between the same neighbours.

    Lists are alphabetical in one language and so not in another, unless the translation keeps the
    order of the original; that it does is shown by the names that both lists have in common.
    """
    found: dict[Ref, Ref] = {}
    lists = _lists(other)
    for where, mine in _lists(known).items():
        theirs = lists.get(where, [])
        shared = [ref for ref in mine if ref in theirs]
        ordered = [ref for ref in theirs if ref in shared] == shared
        if not ordered or len(shared) < _ANCHORS:
            continue
        for gap, rivals in zip(_gaps(mine, shared), _gaps(theirs, shared), strict=True):
            pairs = list(zip(gap, rivals, strict=False))
            fits = len(gap) == len(rivals)
            if fits and all(possible(known.facts[a], other.facts[b]) for a, b in pairs):
                found |= {b: a for a, b in pairs}
    for ref in found:
        _by_position(other, ref)
    return found | _last(known, other, found)


def _lists(side: Side) -> dict[tuple[str, str], list[Ref]]:
    """(place, capacity) → the organisations of that list, in order."""
    found: dict[tuple[str, str], list[Ref]] = {}
    for place, refs in side.by_place(list(side.of("participation"))).items():
        for ref in refs:
            fact = side.facts[ref]
            who = fact.participant if isinstance(fact, Participation) else None
            if isinstance(fact, Participation) and who and who.kind == "organisation":
                found.setdefault((place, fact.capacity), []).append(who)
    return found


def _gaps(refs: list[Ref], shared: list[Ref]) -> list[list[Ref]]:
    """What stands before, between and after the shared ones."""
    found: list[list[Ref]] = [[]]
    for ref in refs:
        if ref in shared:
            found.append([])
        else:
            found[-1].append(ref)
    return found


def _last(known: Side, other: Side, found: dict[Ref, Ref]) -> dict[Ref, Ref]:
    """The only one of a list that is left on each side."""
    pairs: dict[Ref, Ref] = {}
    lists = _lists(other)
    for where, refs in _lists(known).items():
        mine = [r for r in refs if r not in other.facts and r not in found.values()]
        theirs = [r for r in lists.get(where, ()) if r not in known.facts and r not in found]
        mine = [r for r in mine if r in known.facts]
        theirs = [r for r in theirs if r in other.facts]
        if _one(known, other, mine, theirs):
            pairs[theirs[0]] = mine[0]
            _by_position(other, theirs[0])
    return pairs


def _persons(known: Side, other: Side) -> dict[Ref, Ref]:
    found = by_names(known, other, *left(known, other, "person"))
    return found | _alone(known, other, "person", found)


def _roles(known: Side, other: Side) -> dict[Ref, Ref]:
    """Whoever, or whatever, is alone in a role of an act without a counterpart there."""
    votes: dict[Ref, Counter[Ref]] = defaultdict(Counter)
    for mine, theirs in _role_rests(known, other):
        for kind in _NAMED:
            here = [ref for ref in mine if ref.kind == kind and ref in known.facts]
            there = [ref for ref in theirs if ref.kind == kind and ref in other.facts]
            if _one(known, other, here, there):
                votes[there[0]][here[0]] += 1
    return _elected(votes)


def _role_rests(known: Side, other: Side) -> Iterator[tuple[list[Ref], list[Ref]]]:
    """For each role of each act of both: who has it on the one side only, on the other only."""
    for ref, act in other.facts.items():
        mine = known.facts.get(ref)
        if isinstance(act, Act) and isinstance(mine, Act):
            for role in _ROLES:
                here, there = getattr(mine, role), getattr(act, role)
                yield (
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
        if _one(known, other, here, there):
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

    def told(side: Side, ref: Ref, exact: bool, placed: bool) -> object:
        fact = side.facts[ref]
        if not isinstance(fact, Figure):
            return None
        where = side.spots[ref].slot if placed else ""
        return fact.measure, tuple(sorted(fact.about)), where, fact.value if exact else ""

    for exact, placed in ((True, True), (True, False), (False, True), (False, False)):
        waiting: dict[object, list[Ref]] = defaultdict(list)
        for ref in mine:
            if ref not in found.values():
                waiting[told(known, ref, exact, placed)].append(ref)
        for ref in theirs:
            rivals = waiting.get(told(other, ref, exact, placed))
            if ref not in found and rivals:
                found[ref] = rivals.pop(0)
    return found


def _doubt(known: Side, other: Side, matching: Matching) -> None:
    """What has no counterpart on either side, in one place, and could be the same."""
    for kind in ("organisation", "person", "document"):
        here = known.by_place(left(known, other, kind)[0])
        there = other.by_place(left(known, other, kind)[1])
        for place in here:
            doubtful = Doubt(place, here[place], there.get(place, []))
            if doubtful.theirs and _could(known, other, doubtful):
                matching.doubts.append(doubtful)
    for mine_rest, theirs_rest in _role_rests(known, other):
        for kind in ("group", "office"):
            pair = [[r for r in rest if r.kind == kind] for rest in (mine_rest, theirs_rest)]
            if all(pair) and not set(pair[0] + pair[1]) & matching.doubtful():
                matching.doubts.append(Doubt(known.spots[pair[0][0]].slot, *pair))


def _could(known: Side, other: Side, doubt: Doubt) -> bool:
    """Whether any two of them can be one: names of one language can be held against each other."""
    scores = [alike(known.facts[a], other.facts[b]) for a in doubt.mine for b in doubt.theirs]
    return any(score is None or score >= 0.5 for score in scores)
