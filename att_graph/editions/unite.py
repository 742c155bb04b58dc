"""Reports in; the same reports out, those of one document aligned with each other.

The reference is the edition in the language that the text says is the original ("Original:
English"), else the first as given. The others follow by language, name and checksum, whatever
order they were given in: so what is written depends on the files and on which is the reference.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from att_graph.editions.counterparts import match
from att_graph.editions.disagreements import compare
from att_graph.editions.labels import share
from att_graph.editions.places import paired
from att_graph.editions.sides import Side, slot
from att_graph.loaders.kinds import kind
from att_graph.model import Passage, Ref, Report
from att_graph.renaming import rename


def groups(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports that are editions of one document, together; each group with its reference first."""
    found: list[list[Report]] = []
    for report in reports:
        same = [group for group in found if any(_editions(report, other) for other in group)]
        merged = [other for group in same for other in group] + [report]
        found = [group for group in found if group not in same] + [merged]
    place = {id(report): number for number, report in enumerate(reports)}
    ordered = [_ordered(sorted(group, key=lambda r: place[id(r)])) for group in found]
    return sorted(ordered, key=lambda group: min(place[id(r)] for r in group))


def _editions(one: Report, other: Report) -> bool:
    """Whether two reports are one document: by its symbol, or what it reports on to whom.

    A conference has one report of each kind of its own; a body's report needs its body.
    """
    if one.document and one.document == other.document:
        return True
    told = [(r.treaty, r.meeting, r.sort, r.body) for r in (one, other)]
    return told[0] == told[1] and (kind(one.sort).of == "conference" or one.body is not None)


def _ordered(group: list[Report]) -> list[Report]:
    originals = [r.original for r in group if r.original]
    original = max(sorted(set(originals)), key=originals.count) if originals else None
    first = min(group, key=lambda r: (r.lang != original, group.index(r)))
    rest = [report for report in group if report is not first]
    return [first, *sorted(rest, key=lambda r: (r.lang, r.id, r.source.sha256))]


def named(group: Sequence[Report]) -> list[str]:
    """What the editions of a group are called in messages: by language, or by name."""
    langs = [report.lang for report in group]
    return [r.lang if langs.count(r.lang) == 1 else r.id for r in group]


def unite(reports: Sequence[Report], merged: Iterable[tuple[Ref, Ref]] = ()) -> list[list[Report]]:
    """Groups of reports; in each the facts have the same refs, one value where there can be one,
    and findings where the editions disagree. The reports given are left as they are.

    `merged` are pairs that a person decided are one (the second becomes the first).
    """
    pairs = list(merged)
    return [_united(group, pairs) if len(group) > 1 else group for group in groups(reports)]


def _united(group: list[Report], merged: list[tuple[Ref, Ref]]) -> list[Report]:
    side = aligned(group, merged, told=True)
    share(side.reports)
    return side.reports


def aligned(
    group: list[Report], merged: Iterable[tuple[Ref, Ref]] = (), *, told: bool = False
) -> Side:
    """Editions, the reference first, in; copies with the same refs out.

    With `told` one value is kept where there can be one, and findings tell the disagreements;
    without, each edition says what it said.
    """
    names_now = {was: now for now, was in merged}
    group = [deepcopy(report) for report in group]
    for report in group:
        rename(report, names_now)
    names = named(group)
    known = Side([group[0]], [{slot(p): slot(p) for p in group[0].all(Passage)}])
    for report, name in zip(group[1:], names[1:], strict=True):
        other = Side([report], [paired(group[0], report)])
        matching = match(known, other)
        if told:
            compare(known, other, matching, names[: len(known.reports)], name)
        known = Side([*known.reports, report], [*known.slots, *other.slots])
    return known
