"""Which act of one edition is which of another: place by place, by type and order.

An act's number counts the acts of its place in its own edition; so where one edition has an act
more, the numbers are made to agree before anything is compared by them.
"""

from collections import defaultdict
from difflib import SequenceMatcher

from att_graph.editions.places import overlap, sequence
from att_graph.editions.sides import Side, figures_in
from att_graph.model import Act, Deadline, Ref

_TYPE = 2.0  # what a pair of one type scores; what else it has in common adds up to 1
_OTHER = 0.3  # and a pair of two types


def match(known: Side, other: Side) -> None:
    """Give the acts and deadlines of the other side the refs of the known side."""
    there = _by_place(other)
    names: dict[Ref, Ref] = {}
    for place, mine in _by_place(known).items():
        theirs = there.pop(place, [])
        names |= _paired(known, other, mine, theirs)
    taken = set(known.of("act"))
    for place, rest in _by_place(other).items():
        for ref in rest:
            if ref not in names:
                names[ref] = _fresh(ref, place, taken | set(names.values()))
    other.rename(names | _orphans(known, other, names))
    other.rename(_deadlines(known, other))


def _by_place(side: Side) -> dict[str, list[Ref]]:
    """Place → its acts in their order."""
    found: dict[str, list[tuple[int, Ref]]] = defaultdict(list)
    for ref in side.of("act"):
        home = side.homes[ref]
        act = side.own(ref)
        if isinstance(act, Act) and act.recorded_in:
            own = act.recorded_in.key.rpartition("/")[2]
            place = side.slots[home].get(own, own)
            found[place].append((int(ref.key.rpartition("-")[2]), ref))
    return {place: [ref for _, ref in sorted(rows)] for place, rows in found.items()}


def _paired(known: Side, other: Side, mine: list[Ref], theirs: list[Ref]) -> dict[Ref, Ref]:
    acts = {ref: known.facts[ref] for ref in mine}
    rivals = {ref: other.facts[ref] for ref in theirs}

    def score(a: Ref, b: Ref) -> float:
        one, two = acts[a], rivals[b]
        if not isinstance(one, Act) or not isinstance(two, Act):
            return 0.0
        same = _TYPE if one.sort == two.sort else _OTHER
        return same + (overlap(_marks(known, one), _marks(other, two)) + _wording(one, two)) / 2

    pairs = {theirs[b]: mine[a] for a, b in sequence(mine, theirs, score, _TYPE)}
    # Between the pairs of one type: those of two types, in order; then any of one type.
    rest = [r for r in mine if r not in pairs.values()], [r for r in theirs if r not in pairs]
    for least in (_TYPE, _OTHER):
        for b in rest[1]:
            ranked = sorted(
                (-score(a, b), mine.index(a), a)
                for a in rest[0]
                if a not in pairs.values() and score(a, b) >= least
            )
            if b not in pairs and ranked:
                pairs[b] = ranked[0][2]
    return pairs


def _marks(side: Side, act: Act) -> set[str]:
    """What no translation changes in an act: whom and what it names, days, figures."""
    refs = [*act.addressees, *act.recipients, *act.beneficiaries, *act.acts_on, *act.cites]
    found = {f"{ref.kind}/{ref.key}" for ref in [*refs, *act.based_on, *act.refers_to]}
    for ref in act.deadlines:
        due = side.facts.get(ref)
        if isinstance(due, Deadline):
            found |= {str(value) for value in (due.due, due.due_at, due.duration) if value}
    return found | figures_in(act.content.value if act.content else "")


def _wording(one: Act, other: Act) -> float:
    """How alike two contents are: their words in one language, their lengths in two; 0 to 1."""
    a, b = one.content, other.content
    if a is None or b is None:
        return float(a is b)
    if a.lang == b.lang:
        return SequenceMatcher(None, a.value, b.value, autojunk=False).ratio()
    lengths = sorted(len(view.encode()) for view in (a.value, b.value))
    return lengths[0] / lengths[1] / 2 if lengths[1] else 0.0


def _fresh(ref: Ref, place: str, taken: set[Ref]) -> Ref:
    """The next number of a place, for an act that the editions before do not have."""
    stem = ref.key.rpartition("/")[0] + f"/{place}"
    number = 1
    while Ref("act", f"{stem}-{number}") in taken:
        number += 1
    return Ref("act", f"{stem}-{number}")


def _orphans(known: Side, other: Side, names: dict[Ref, Ref]) -> dict[Ref, Ref]:
    """Deadlines go by their acts' new names."""
    found = {}
    for old, new in names.items():
        act = other.facts[old]
        for ref in act.deadlines if isinstance(act, Act) else ():
            if ref.key.startswith(old.key + "-"):
                found[ref] = Ref("deadline", new.key + ref.key[len(old.key) :])
    return found


def _deadlines(known: Side, other: Side) -> dict[Ref, Ref]:
    """The deadlines of an act by what they say, then by kind, then the only one left."""
    names: dict[Ref, Ref] = {}
    for ref in other.of("act"):
        mine, theirs = known.facts.get(ref), other.facts[ref]
        if not isinstance(mine, Act) or not isinstance(theirs, Act):
            continue
        here, there = list(mine.deadlines), list(theirs.deadlines)
        for told in (_said, _kind, lambda fact: None):
            for b in list(there):
                a = next((a for a in here if told(known.facts[a]) == told(other.facts[b])), None)
                if a is not None and (told in (_said, _kind) or len(here) == len(there) == 1):
                    names[b] = a
                    here.remove(a)
                    there.remove(b)
        taken = {*mine.deadlines, *names.values()}
        for b in there:
            number = 1
            while Ref("deadline", f"{ref.key}-{number}") in taken:
                number += 1
            names[b] = Ref("deadline", f"{ref.key}-{number}")
            taken.add(names[b])
    return names


def _said(fact: object) -> object:
    if not isinstance(fact, Deadline):
        return None
    return fact.sort, fact.due, fact.due_at, fact.duration


def _kind(fact: object) -> object:
    return fact.sort if isinstance(fact, Deadline) else None
