"""Where editions of one document disagree: a finding for each, with the words of both.

Of a property that has one value the reference's is kept, and the other edition's words no longer
prove it. Of lists everything is kept: what only one edition has is told with that edition's words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from att_graph import actors
from att_graph.editions.counterparts import Doubt, Matching
from att_graph.editions.sides import Side, slot
from att_graph.iris import digest
from att_graph.model import Act, Document, Evidence, Fact, Finding, Passage, Ref, Report, Words
from att_graph.text import Span

LONGEST = 200  # characters of a passage quoted for what it lacks, or printed in a finding

# kind → (field, property, what it is called; None: one value is kept without a finding).
SINGLE: dict[str, tuple[tuple[str, str, str | None], ...]] = {
    "meeting": (
        ("ordinal", "ordinal", "number"),
        ("start", "startDate", "first day"),
        ("end", "endDate", "last day"),
        ("host", "hostState", "host State"),
        ("mode", "mode", "mode"),
        ("cycle", "cycle", None),
    ),
    "treaty": (("in_force", "entryIntoForce", "day of entry into force"),),
    "body": (("established", "establishedBy", "establishment"),),
    "organisation": (("sort", "organisationKind", None),),
    "participation": (
        ("capacity", "capacity", "capacity"),
        ("within", "withinDelegationOf", "delegation"),
    ),
    "office": (("of", "officeOf", None), ("role", "role", None)),
    "tenure": (
        ("role", "role", "role"),
        ("represents", "represents", "State or organisation represented"),
        ("start", "startDate", "first day"),
        ("starts_at", "startsAt", "start"),
        ("end", "endDate", "last day"),
        ("ends_at", "endsAt", "end"),
        ("conferred", "conferredBy", None),
        ("replaces", "replaces", None),
    ),
    "intervention": (
        ("sort", "interventionKind", None),
        ("represents", "represents", "State or organisation represented"),
        ("on_behalf", "onBehalfOf", "principal"),
    ),
    "document": (
        ("symbol", "symbol", None),
        ("sort", "documentType", None),
        ("issued", "issued", "day of issue"),
        ("submitted_to", "submittedTo", None),
        ("revision_of", "revisionOf", None),
        ("annex_of", "annexOf", None),
        ("listed_in", "listedIn", None),
    ),
    "act": (
        ("sort", "actType", "type"),
        ("made_by", "madeBy", None),
        ("proposed_to", "proposedTo", None),
    ),
    "deadline": (
        ("sort", "deadlineKind", "kind"),
        ("due", "dueDate", "day"),
        ("due_at", "dueAt", "meeting"),
        ("duration", "duration", "length"),
        ("effective", "effectiveFrom", "day of effect"),
    ),
    "figure": (
        ("value", "value", "value"),
        ("unit", "unit", None),
        ("as_of", "asOf", "day"),
    ),
    "treaty-action": (("date", "date", "day"),),
}
# Lists of an act: (field, property, what it is called, severity).
LISTS = (
    ("addressees", "addressedTo", "addressees", "warning"),
    ("recipients", "recipient", "recipients", "info"),
    ("beneficiaries", "beneficiary", "beneficiaries", "info"),
    ("acts_on", "actsOn", "documents acted on", "info"),
    ("based_on", "basedOn", "provisions", "info"),
)
# Facts that one edition has and the other lacks: kind → property its words prove, its name.
WHOLE = {
    "participation": ("participant", "participant"),
    "act": ("content", "act"),
    "deadline": ("dueText", "deadline"),
    "figure": ("value", "figure"),
    "meeting": ("startDate", "meeting"),
    "person": ("label", "person"),
    "document": ("title", "document"),
    "tenure": ("holder", "office held"),
    "intervention": ("speaker", "intervention"),
    "treaty-action": ("state", "treaty action"),
}


@dataclass
class _Voice:
    """What one edition says in a disagreement: its words, and what of its facts they are about."""

    report: Report
    printed: str = ""
    spans: tuple[Span, ...] = ()
    about: list[Ref] = field(default_factory=list)


@dataclass
class _Comparison:
    known: Side
    other: Side
    names: Sequence[str]
    name: str
    places: dict[str, list[Passage]]  # the reference's name of a place → passages of both

    def called(self, ref: Ref) -> str:
        """The edition of the known side that tells a fact."""
        return self.names[self.known.homes[ref]]

    def tell(
        self,
        where: str,
        what: str,
        why: str,
        voices: list[_Voice],
        *,
        sort: str = "edition-difference",
        severity: str = "warning",
        read_as: str | None = None,
    ) -> None:
        """One finding in the name of both editions: each report gets it with its own words."""
        first = self.known.reports[0]
        key = (
            f"{first.id}/{sort}-{where or 'report'}-{digest(f'{what} {self.other.reports[0].id}')}"
        )
        printed = [voice.printed for voice in voices if voice.printed]
        label = f"{sort.replace('-', ' ')}: {' / '.join(_cut(words, 60) for words in printed)}"
        for voice in voices:
            if not voice.spans:
                continue
            fact = Finding(Ref("finding", key), sort=sort, why=why, severity=severity)
            fact.printed, fact.basis, fact.about = voice.printed, "derived", voice.about
            fact.read_as, fact.labels = read_as, [Words(label, "en")]
            proved = ["findingType", "about"] + (["printed"] if voice.printed else [])
            fact.evidence = [Evidence(voice.spans, tuple(proved))]
            voice.report.add(fact)


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
    comparison = _Comparison(known, other, names, name, places)
    alone = _places(comparison)
    for ref, fact in list(other.facts.items()):
        if ref in known.facts and ref.kind != "finding":
            _singles(comparison, ref)
            if isinstance(fact, Act):
                _lists(comparison, ref, matching)
    _wholes(comparison, matching, alone)
    for doubt in matching.doubts:
        _doubtful(comparison, doubt)


def _places(comparison: _Comparison) -> set[str]:
    """Paragraphs and items of one edition only, each told once with all that stands there."""
    alone: set[str] = set()
    sides = (comparison.known, comparison.other)
    for place, passages in comparison.places.items():
        holders = [s for s in sides if any(p.ref in r.facts for p in passages for r in s.reports)]
        if len(holders) == 2:
            continue
        alone.add(place)
        side = holders[0]
        passage = passages[0]
        report = next(r for r in side.reports if passage.ref in r.facts)
        here = [r for r, spot in side.spots.items() if spot.slot == place and r.kind in WHOLE]
        own = [r for r in here if r in report.facts]
        spans = (_opening(passage),)
        voice = _Voice(report, _words(report, spans), spans, [passage.ref, *own])
        name = comparison.called(passage.ref) if side is sides[0] else comparison.name
        lacking = comparison.name if side is sides[0] else comparison.names[0]
        what = "item" if passage.item else "paragraph"
        why = f"The {name} edition has this {what}; the {lacking} edition has none to go with it."
        comparison.tell(place, f"place {place}", why, [voice])
    return alone


def _singles(comparison: _Comparison, ref: Ref) -> None:
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
                f"The editions differ in the {called} of {_called(comparison.known, ref)}: "
                f"{_value(kept)} in the {who} edition, {_value(said)} in the {comparison.name} "
                f"edition; the {who} edition's is kept."
            )
            voices = [
                _voice(first, first.facts[ref], term),
                _voice(comparison.other.reports[0], other, term),
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


def _lists(comparison: _Comparison, ref: Ref, matching: Matching) -> None:
    """Whom and what an act names in one edition only."""
    mine, theirs = comparison.known.facts[ref], comparison.other.facts[ref]
    unsure = matching.doubtful()
    for name, term, called, severity in LISTS:
        here, there = getattr(mine, name), getattr(theirs, name)
        only = [r for r in here if r not in there and r not in unsure]
        more = [r for r in there if r not in here and r not in unsure]
        if not only and not more:
            continue
        home = comparison.known.home(ref)
        said = [
            f"{_listed(comparison.known, only)} in the {comparison.called(ref)} edition only"
            if only
            else "",
            f"{_listed(comparison.other, more)} in the {comparison.name} edition only"
            if more
            else "",
        ]
        why = f"The editions differ in the {called} of this act: {'; '.join(filter(None, said))}."
        voices = [
            _voice(home, home.facts[ref], term),
            _voice(comparison.other.reports[0], comparison.other.own(ref), term),
        ]
        place = comparison.known.spots[ref].slot
        comparison.tell(place, f"{term} {ref.key}", why, voices, severity=severity)


def _wholes(comparison: _Comparison, matching: Matching, alone: set[str]) -> None:
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
            which = _called(side, getattr(fact, "participant", None) or ref)
            why = f"The {name} edition has this {called}: {which}; the {lacking} edition does not."
            voices = [_voice(home, home.facts[ref], term)]
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


def _silent(rival: Side, passages: list[Passage]) -> _Voice | None:
    """The opening words of the place in which the other edition lacks something."""
    for report in rival.reports:
        for passage in passages:
            if passage.ref in report.facts:
                return _Voice(report, "", (_opening(passage),), [passage.ref])
    return None


def _doubtful(comparison: _Comparison, doubt: Doubt) -> None:
    """Things that could be the same and are kept apart."""
    sides = ((comparison.known, doubt.mine), (comparison.other, doubt.theirs))
    voices = []
    for side, refs in sides:
        report = side.home(refs[0])
        refs = [ref for ref in refs if ref in report.facts]
        spans = tuple(sorted({_first(report.facts[ref]) for ref in refs}))
        words = "; ".join(_words(report, (span,)) for span in spans)
        voices.append(_Voice(report, words, spans, list(refs)))
    why = (
        f"The {comparison.called(doubt.mine[0])} and the {comparison.name} edition name these "
        "here, and nothing shows which of the one is which of the other; they are kept apart."
    )
    what = " ".join(f"{ref.kind}/{ref.key}" for ref in (*doubt.mine, *doubt.theirs))
    comparison.tell(doubt.slot, what, why, voices, sort="doubtful-merge")


def _voice(report: Report, fact: Fact, term: str) -> _Voice:
    """An edition's words for a property of a fact; for the type of an act, its verb alone."""
    spans = fact.verb if isinstance(fact, Act) and term == "actType" else ()
    proofs = [e for e in fact.evidence if term in e.supports] or fact.evidence[:1]
    spans = spans or tuple(dict.fromkeys(span for e in proofs for span in e.spans))
    return _Voice(report, _words(report, spans), spans, [fact.ref])


def _first(fact: Fact) -> Span:
    """The first words that name a thing."""
    return min(span for evidence in fact.evidence for span in evidence.spans)


def _opening(passage: Passage) -> Span:
    """The opening words of a passage, at most `LONGEST` characters, cut where a word ends."""
    text = passage.text[:LONGEST]
    cut = text.rfind(" ") if len(passage.text) > LONGEST and " " in text else len(text)
    return Span(passage.start, passage.start + len(text[:cut].rstrip()))


def _words(report: Report, spans: Sequence[Span]) -> str:
    """The words of some ranges, white space normalised, not too long."""
    pieces = (" ".join(report.source.text[s.start : s.end].split()) for s in spans)
    return _cut(" … ".join(pieces), LONGEST)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _listed(side: Side, refs: list[Ref]) -> str:
    """What some things are called: their English labels, else as printed, else their keys."""
    return ", ".join(_called(side, ref) for ref in refs)


def _called(side: Side, ref: Ref) -> str:
    fact, english = side.facts.get(ref), actors.label(ref, "en")
    labels = sorted(fact.labels if fact else [], key=lambda words: words.lang != "en")
    return english.value if english else labels[0].value if labels else ref.key


def _value(value: object) -> str:
    return value.key if isinstance(value, Ref) else str(value)
