"""What the readers of one report share: its layout, its language, its names, its facts so far."""

import re
from dataclasses import dataclass, field

from att_graph.gazetteer import actors
from att_graph.gazetteer.actors import Gazetteer
from att_graph.iris import digest
from att_graph.languages import Language
from att_graph.layout.structure import ParsedReport
from att_graph.loaders.kinds import KINDS, Kind
from att_graph.model import Evidence, Finding, Passage, Ref, Report, Words
from att_graph.text import Span, View, spot

_ENOUGH = 20  # the same oddity in the same place need not be quoted more often


@dataclass
class Mention:
    """A thing named in a place: `view.norm[start:end]`."""

    start: int
    end: int
    ref: Ref


@dataclass
class Phrase:
    """An actor's noun phrase: `text[start:end]`."""

    start: int
    end: int


@dataclass
class Place:
    """A paragraph's chapeau or an item: where facts are read from.

    `part` is the kind of its part ("decisions" …) or None; `masked` has quotations, titles and
    brackets blanked out, character for character.
    """

    number: str
    item: str | None
    view: View
    part: str | None
    ref: Ref
    opens: bool = False  # a chapeau with items under it
    masked: str = ""
    lead: tuple[Span, ...] = ()  # of a recommendation: who recommends to whom
    documents: list[Mention] = field(default_factory=list)
    provisions: list[Mention] = field(default_factory=list)
    persons: list[Mention] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.masked = mask(self.view.norm)

    @property
    def text(self) -> str:
        return self.view.norm


@dataclass
class Reading:
    """One report while it is being read."""

    parsed: ParsedReport
    language: Language
    names: Gazetteer
    report: Report
    conferences: Ref | None
    ordinal: int | None
    shown: tuple[Span, ...] = ()  # where the masthead shows the session
    places: list[Place] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """What kind of report this is."""
        return KINDS[self.report.sort]

    def words(self, view: View, start: int = 0, end: int | None = None) -> Words:
        """Words of the source as printed, white space normalised."""
        return Words(view.plain(start, end), self.language.code)

    def conference(self, ordinal: int) -> Ref:
        """The ref of this series' n-th conference."""
        if self.conferences is None:  # whose sessions they are, nobody knows
            if ordinal == self.ordinal:
                return self.report.meeting
            return Ref("meeting", re.sub(r"\d+$", "", self.report.meeting.key) + str(ordinal))
        return Ref("meeting", f"{self.conferences.key}{ordinal}")

    def ordinal_of(self, printed: str) -> int | None:
        """The number of the (first) conference that some words name."""
        found = self.language.pattern("ordinal").search(printed)
        return number(self.language, found["n"]) if found else None

    def session(self, ordinal: int, printed: str) -> Ref | None:
        """The n-th session of the body that some words name: this series', if they name none.

        None where they name another treaty's ("the Tenth Review Conference", in a report of one
        that has no such conferences).
        """
        bodies = [ref for _, _, ref in self.names.search(printed, "body")]
        if bodies and bodies[0] != self.conferences and not actors.linked(bodies[0], "partOf"):
            return Ref("meeting", f"{bodies[0].key}{ordinal}")
        if not bodies and actors.elsewhere(printed, self.language.code, self.report.treaty):
            return None
        return self.conference(ordinal)

    def called(self, printed: str) -> Ref | None:
        """The conference that some words name, or None."""
        ordinal = self.ordinal_of(printed)
        return self.session(ordinal, printed) if ordinal else None

    def find(
        self,
        sort: str,
        view: View,
        start: int,
        end: int,
        why: str,
        *,
        read_as: str | None = None,
        severity: str = "info",
        about: tuple[Ref, ...] = (),
        where: str = "",
    ) -> None:
        """Record a finding at `view.norm[start:end]`."""
        printed = view.plain(start, end)
        key = f"{self.report.id}/{sort}-{where or digest(view.norm)}-{digest(printed)}"
        ref = Ref("finding", key)
        kept = self.report.facts.get(ref)
        if kept and len(kept.evidence) >= _ENOUGH:
            return
        finding = Finding(ref, sort=sort, printed=printed, read_as=read_as, why=why)
        here = [place.ref for place in self.places if place.view is view]
        finding.severity, finding.about = severity, list(about) or here or [self.report.meeting]
        finding.labels = [Words(f"{sort.replace('-', ' ')}: {printed}", "en")]
        proved = ("printed", "findingType", "about", *(("readAs",) if read_as else ()))
        finding.evidence = [Evidence(view.spans(start, end), proved)]
        self.report.add(finding)


def number(language: Language, printed: str) -> int | None:
    """A numeral as printed in, its value out, or None where it is none."""
    try:
        return language.number(printed)
    except ValueError:
        return None


def extent(found: re.Match[str], *names: str) -> tuple[int, int]:
    """Where the groups of these names stand, in whatever order.

    A pattern may have a second way to say a thing, whose group is `who_` where the first is `who`.
    """
    held = [found.span(n) for n in found.groupdict() if n.rstrip("_") in names and found[n]]
    return min(a for a, _ in held), max(b for _, b in held)


def printed(found: re.Match[str], name: str) -> str:
    """What the group of this name, or of its second way, printed."""
    return next(v for n, v in found.groupdict().items() if n.rstrip("_") == name and v)


_QUOTED = re.compile(r"“[^”]*”?|《[^》]*》?|\([^()]*(?:\([^()]*\)[^()]*)*\)|«[^»]*»?|「[^」]*」?")


def mask(text: str) -> str:
    """The text with everything in quotation marks, title marks or brackets blanked out."""
    return _QUOTED.sub(lambda found: "□" * len(found[0]), text)


def places(reading: Reading) -> list[Place]:
    """Every paragraph and item of the report, in order, with its passage as a fact."""
    found: list[Place] = []
    report = reading.report
    for paragraph in reading.parsed.paragraphs:
        part = None
        if 0 <= paragraph.part < len(reading.parsed.parts):
            title = reading.parsed.parts[paragraph.part].title.norm
            part = reading.language.choose("part", title)
        views = [(None, paragraph.view), *((i.label, i.view) for i in paragraph.items)]
        for item, view in views:
            if not view:
                continue
            slot = paragraph.number + (f"-{item}" if item else "")
            ref = Ref("passage", f"{report.id}/{slot}")
            below = f"{item}." if item else ""
            opens = any(other.label.startswith(below) for other in paragraph.items)
            found.append(Place(paragraph.number, item, view, part, ref, opens))
            spans = view.spans()
            whole = Span(spans[0].start, spans[-1].end)
            passage = Passage(ref, number=paragraph.number, item=item)
            passage.start, passage.end = whole.start, whole.end
            passage.text = reading.parsed.source.text[whole.start : whole.end]
            passage.labels = [
                Words(f"{prefix(report).upper()} ¶{spot(paragraph.number, item)}", "en")
            ]
            report.add(passage)
    return found


def prefix(report: Report) -> str:
    """What the places and acts of a report are called after: "csp11", "csp11-wgtu"."""
    return report.meeting.key + (f"-{report.body.key}" if report.body else "")


def slot(place: Place) -> str:
    """A place as part of a key: "24-b"."""
    return place.number + (f"-{place.item}" if place.item else "")


def language_label(ref: Ref, code: str) -> list[Words]:
    """The names of a known thing in English and the report's language."""
    found = [actors.label(ref, "en"), actors.label(ref, code)]
    return list(dict.fromkeys(words for words in found if words))
