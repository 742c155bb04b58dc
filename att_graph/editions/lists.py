"""Organisations of one list in two editions, which stand there in the words of two languages."""

from att_graph.editions.names import possible, told
from att_graph.editions.sides import Side
from att_graph.gazetteer import actors
from att_graph.model import Participation, Ref

RULE = "edition-position"
_MEMBERS = 2  # common members by which two coalitions are one
_ANCHORS = 5  # common names in the same order, from which two lists are in one order


def listed(known: Side, other: Side) -> dict[Ref, Ref]:
    """Organisations of one list that stand between the same neighbours.

    Lists are alphabetical in one language and so not in another, unless the translation keeps the
    order of the original; that it does is shown by the names that both lists have in common.
    """
    found: dict[Ref, Ref] = {}
    others = lists_of(other)
    for where, mine in lists_of(known).items():
        theirs = others.get(where, [])
        shared = [ref for ref in mine if ref in theirs]
        ordered = [ref for ref in theirs if ref in shared] == shared
        if not ordered or len(shared) < _ANCHORS:
            continue
        for gap, rivals in zip(_gaps(mine, shared), _gaps(theirs, shared), strict=True):
            pairs = list(zip(gap, rivals, strict=False))
            same = len(gap) == len(rivals)
            if same and all(allowed(known, other, a, b) for a, b in pairs):
                found |= {b: a for a, b in pairs}
    for ref in found:
        by_position(other, ref)
    return found | _last(known, other, found)


def coalitions(known: Side, other: Side) -> dict[Ref, Ref]:
    """Coalitions in whose delegations the same organisations stand, whatever they are called.

    What both editions name of the one's delegation must be all that both name of the other's.
    """
    mine, theirs = _members(known), _members(other)
    shared = {who for who, _ in mine} & {who for who, _ in theirs}
    found: dict[Ref, Ref] = {}
    for a in dict.fromkeys(head for _, head in mine):
        ours = {who for who, head in mine if head == a and who in shared}
        rivals = list(dict.fromkeys(head for who, head in theirs if who in ours))
        if len(ours) < _MEMBERS or len(rivals) != 1 or rivals[0] == a:
            continue
        b = rivals[0]
        others = {who for who, head in theirs if head == b and who in shared}
        if ours == others and not (actors.known(a) and actors.known(b)):
            found[b] = a
            by_position(other, b)
    return found


def _members(side: Side) -> list[tuple[Ref, Ref]]:
    """Who takes part within whose delegation."""
    facts = (side.facts[ref] for ref in side.of("participation"))
    return [
        (fact.participant, fact.within)
        for fact in facts
        if isinstance(fact, Participation) and fact.participant and fact.within
    ]


def lists_of(side: Side) -> dict[tuple[str, str], list[Ref]]:
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
    others = lists_of(other)
    for where, refs in lists_of(known).items():
        rivals = others.get(where, [])
        mine = [r for r in refs if r not in rivals and r not in found.values()]
        theirs = [r for r in rivals if r not in refs and r not in found]
        if one(known, other, mine, theirs):
            pairs[theirs[0]] = mine[0]
            by_position(other, theirs[0])
    return pairs


def one(known: Side, other: Side, mine: list[Ref], theirs: list[Ref]) -> bool:
    """Whether there is one on each side, and their names allow that they are the same."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    return allowed(known, other, mine[0], theirs[0])


def allowed(known: Side, other: Side, mine: Ref, theirs: Ref) -> bool:
    """Whether the names of two things allow that they are the same."""
    both = actors.known(mine) and actors.known(theirs)
    return not both and possible(told(known, mine), told(other, theirs))


def by_position(side: Side, ref: Ref) -> None:
    """Note on a thing that its place showed which it is."""
    fact = side.own(ref) if ref in side.facts else None
    if fact and RULE not in fact.rules:
        fact.rules.append(RULE)
