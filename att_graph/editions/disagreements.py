"""Where editions of one document disagree: a finding for each, with the words of both.

Of a property that has one value the reference's is kept, and the other edition's words no longer
prove it. Of lists everything is kept: what only one edition has is told with that edition's words.
"""

from collections.abc import Sequence

from att_graph.editions.counterparts import Doubt, Matching
from att_graph.editions.properties import LISTS, SINGLE, WHOLE
from att_graph.editions.sides import Side, slot
from att_graph.editions.voices import Comparison, Voice, listed, name_of, opening, voice, words
from att_graph.model import Act, Document, Evidence, Fact, Passage, Ref, Report
from att_graph.text import Span, spot


def compare(known: Side, other: Side, matching: Matching, names: Sequence[str], name: str) -> None:
    """Two aligned sides in; the other's single values settled, and findings added to the reports.

    `names` are what the editions of the known side are called, `name` what the other is.
    """
    places: dict[str, list[Passage]] = {}
    for side in (known, other):
        for report, slots in zip(side.reports, side.slots, strict=True):
            for passage in report.all(Passage):
                own = slot(passage)
                places.setdefault(slots.get(own, own), []).append(passage)
    comparison = Comparison(known, other, names, name, places)
    alone = _places(comparison)
    for ref, fact in list(other.facts.items()):
        if ref in known.facts and ref.kind != "finding":
            _singles(comparison, ref)
            if isinstance(fact, Act):
                _lists(comparison, ref, matching)
    _wholes(comparison, matching, alone)
    for doubt in matching.doubts:
        _doubtful(comparison, doubt)


def _places(comparison: Comparison) -> set[str]:
    """Paragraphs and items of one edition only; a run of them is told once, with all in it."""
    known, other = comparison.known, comparison.other
    alone: set[str] = set()
    for side, rival in ((known, other), (other, known)):
        run: list[tuple[str, Passage]] = []
        for place, passage in _in_order(comparison, side):
            if any(_in(rival, each) for each in comparison.places[place]):
                _run(comparison, side, run)
                run = []
            else:
                alone.add(place)
                run.append((place, passage))
        _run(comparison, side, run)
    return alone


def _in_order(comparison: Comparison, side: Side) -> list[tuple[str, Passage]]:
    """The places of a side with its first edition's passage there, in reading order."""
    rows = []
    for place, passages in comparison.places.items():
        mine = [passage for passage in passages if _in(side, passage)]
        if mine:
            rows.append((side.homes[mine[0].ref], mine[0].start, place, mine[0]))
    return [(place, passage) for _, _, place, passage in sorted(rows, key=lambda row: row[:3])]


def _in(side: Side, passage: Passage) -> bool:
    return passage.ref in side.homes


def _run(comparison: Comparison, side: Side, places: list[tuple[str, Passage]]) -> None:
    """One finding for passages that stand together in one edition and not in the other."""
    if not places:
        return
    report = side.home(places[0][1].ref)
    run = [passage for _, passage in places if passage.ref in report.facts]
    mine = {place for place, passage in places if passage.ref in report.facts}
    within = [
        ref
        for ref, spot in side.spots.items()
        if spot.slot in mine and ref.kind in WHOLE and ref in report.facts
    ]
    about = [*(passage.ref for passage in run), *within]
    spans = (opening(run[0]),)
    known = side is comparison.known
    name = comparison.called(run[0].ref) if known else comparison.name
    lacking = comparison.name if known else comparison.names[0]
    names = [f"¶{spot(passage.number, passage.item)}" for passage in run]
    what = names[0] + (f" to {names[-1]}" if len(run) > 1 else "")
    why = (
        f"The {name} edition has {what}; the {lacking} edition, as read, has nothing to go with it."
    )
    finding = Voice(report, words(report, spans), spans, about)
    comparison.tell(slot(run[0]), f"places {sorted(mine)}", why, [finding])


def _singles(comparison: Comparison, ref: Ref) -> None:
    """Properties with one value: where two are told the first edition's is kept."""
    mine = comparison.known.facts[ref]
    other = comparison.other.own(ref)
    for name, term, called in SINGLE.get(ref.kind, ()):
        kept, said = getattr(mine, name), getattr(other, name)
        if kept in (None, "") or said in (None, "") or kept == said:
            continue
        home = _teller(comparison.known, ref, name)
        if called:
            who = comparison.names[home]
            first = comparison.known.reports[home]
            spot = comparison.known.spots[ref].slot or comparison.other.spots[ref].slot
            why = (
                f"The editions differ in the {called} of {name_of(comparison.known, ref)}: "
                f"{_value(kept)} in the {who} edition, {_value(said)} in the {comparison.name} "
                f"edition; the {who} edition's is kept."
            )
            voices = [
                voice(first, first.facts[ref], term),
                voice(comparison.other.reports[0], other, term),
            ]
            what = f"{term} {ref.kind}/{ref.key}"
            comparison.tell(spot, what, why, voices, read_as=str(_value(kept)))
        _settle(comparison.other.reports[0], other, name, term, kept)


def _teller(known: Side, ref: Ref, name: str) -> int:
    """The number of the first edition that gives a fact this property."""
    for number, report in enumerate(known.reports):
        fact = report.facts.get(ref)
        if fact is not None and getattr(fact, name) not in (None, ""):
            return number
    return known.homes[ref]


def _settle(report: Report, fact: Fact, name: str, term: str, kept: object) -> None:
    """Take over a value, unless this report knows nothing of the thing; its words prove it not."""
    strange = isinstance(kept, Ref) and kept not in report.facts and kept.kind in WHOLE
    setattr(fact, name, None if strange else kept)
    fact.evidence = [
        Evidence(e.spans, tuple(each for each in e.supports if each != term)) for e in fact.evidence
    ]


def _lists(comparison: Comparison, ref: Ref, matching: Matching) -> None:
    """Whom and what an act names in one edition only."""
    mine, theirs = comparison.known.facts[ref], comparison.other.facts[ref]
    unsure = matching.doubtful()
    for name, term, called, severity in LISTS:
        here, there = getattr(mine, name), getattr(theirs, name)
        only = _own_only(comparison.known, comparison.other, here, there, unsure)
        more = _own_only(comparison.other, comparison.known, there, here, unsure)
        if not only and not more:
            continue
        home = comparison.known.home(ref)
        said = [
            f"{listed(comparison.known, only)} in the {comparison.called(ref)} edition only"
            if only
            else "",
            f"{listed(comparison.other, more)} in the {comparison.name} edition only"
            if more
            else "",
        ]
        why = f"The editions differ in the {called} of this act: {'; '.join(filter(None, said))}."
        voices = [
            voice(home, home.facts[ref], term),
            voice(comparison.other.reports[0], comparison.other.own(ref), term),
        ]
        place = comparison.known.spots[ref].slot
        comparison.tell(place, f"{term} {ref.key}", why, voices, severity=severity)


def _own_only(
    side: Side, rival: Side, here: list[Ref], there: list[Ref], unsure: set[Ref]
) -> list[Ref]:
    """What one side's list has more; not what is in doubt, or told as a thing of one edition."""
    rest = [ref for ref in here if ref not in there and ref not in unsure]
    return [r for r in rest if r.kind not in WHOLE or r not in side.facts or r in rival.facts]


def _wholes(comparison: Comparison, matching: Matching, alone: set[str]) -> None:
    """Facts of one edition only, unless their place, their person or their act is told already."""
    unsure = matching.doubtful()
    known, other = comparison.known, comparison.other
    for side, rival in ((known, other), (other, known)):
        lacking = comparison.name if side is known else comparison.names[0]
        for ref, fact in list(side.facts.items()):
            if ref.kind not in WHOLE or ref in rival.facts or ref in unsure:
                continue
            spot = side.spots[ref].slot
            if spot in alone or not fact.evidence or _told_elsewhere(side, rival, fact, unsure):
                continue
            term, called = WHOLE[ref.kind]
            name = comparison.called(ref) if side is known else comparison.name
            home = side.home(ref)
            which = name_of(side, getattr(fact, "participant", None) or ref)
            why = (
                f"The {name} edition has this {called}: {which}; "
                f"the {lacking} edition, as read, has not."
            )
            voices = [voice(home, home.facts[ref], term)]
            quiet = _silent(rival, comparison.places.get(spot, []))
            comparison.tell(
                spot, f"only {ref.kind}/{ref.key}", why, [*voices, *([quiet] if quiet else [])]
            )


def _told_elsewhere(side: Side, rival: Side, fact: Fact, unsure: set[Ref]) -> bool:
    """Whether a fact is of something that is itself of one edition only, or in doubt."""
    if fact.kind == "deadline":
        acts = [side.facts[ref] for ref in side.of("act")]
        owners = [act.ref for act in acts if isinstance(act, Act) and fact.ref in act.deadlines]
        return bool(owners) and not any(ref in rival.facts for ref in owners)
    if isinstance(fact, Document) and fact.annex_of and fact.annex_of not in rival.facts:
        return True
    if fact.kind == "meeting":
        return not any("startDate" in e.supports for e in fact.evidence)
    for name in ("participant", "holder", "speaker"):
        ref = getattr(fact, name, None)
        if isinstance(ref, Ref):
            person = ref.kind == "person" and ref not in rival.facts
            return person or ref in unsure
    return False


def _silent(rival: Side, passages: list[Passage]) -> Voice | None:
    """The opening words of the place in which the other edition lacks something."""
    for report in rival.reports:
        for passage in passages:
            if passage.ref in report.facts:
                return Voice(report, "", (opening(passage),), [passage.ref])
    return None


def _doubtful(comparison: Comparison, doubt: Doubt) -> None:
    """Things that could be the same and are kept apart."""
    sides = ((comparison.known, doubt.mine), (comparison.other, doubt.theirs))
    voices = []
    for side, refs in sides:
        report = side.home(doubt.act or refs[0])
        if doubt.act:
            term = next(term for name, term, *_ in LISTS if name == doubt.role)
            voices.append(voice(report, report.facts[doubt.act], term))
            continue
        refs = [ref for ref in refs if ref in report.facts]
        spans = tuple(sorted({_first(report.facts[ref]) for ref in refs}))
        printed = "; ".join(words(report, (span,)) for span in spans)
        voices.append(Voice(report, printed, spans, list(refs)))
    why = (
        f"The {comparison.called(doubt.act or doubt.mine[0])} and the {comparison.name} edition "
        "name these here, and nothing shows which of the one is which of the other; "
        "they are kept apart."
    )
    what = " ".join(f"{ref.kind}/{ref.key}" for ref in (*doubt.mine, *doubt.theirs))
    comparison.tell(doubt.slot, what, why, voices, sort="doubtful-merge")


def _first(fact: Fact) -> Span:
    """The first words that name a thing."""
    return min(span for evidence in fact.evidence for span in evidence.spans)


def _value(value: object) -> str:
    return value.key if isinstance(value, Ref) else str(value)
