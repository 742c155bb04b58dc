"""What a report brings to a graph: which things are new, which were there, which are in doubt."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from att_graph.gazetteer import actors
from att_graph.likeness import stem
from att_graph.model import Document, Meeting, Ref, Report, Tenure
from att_graph.renaming import mentioned
from att_graph.resolve import Doubt, Resolution, Same

# kind of ref → how the news calls it
KINDS = {
    "person": "persons",
    "state": "States",
    "organisation": "organisations",
    "body": "bodies",
    "meeting": "meetings",
    "document": "documents",
}
_NAMED = 6  # how many names a line gives


@dataclass
class News:
    """Of one report: per kind what is new and what other reports name too, and how it was told."""

    report: str
    new: dict[str, list[str]] = field(default_factory=dict)
    known: dict[str, list[str]] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The news for a terminal."""
        out = [f"new with {self.report}"]
        for kind, called in KINDS.items():
            new, known = self.new.get(kind, []), self.known.get(kind, [])
            if new or known:
                told = f": {_some(new)}" if new else ""
                out.append(f"  {called}: {len(new)} new{told}; {len(known)} known already")
        out += [f"  the same: {line}" for line in self.same]
        out += [f"  {line}" for line in self.notes]
        out += [f"  in doubt, kept apart: {line}" for line in self.doubts]
        return out


def _some(names: list[str]) -> str:
    more = f", … ({len(names) - _NAMED} more)" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def news(report: Report, reports: Iterable[Report], resolution: Resolution) -> News:
    """A report and all reports of the graph in, already resolved; what the one brings out."""
    others = [other for other in reports if other.id != report.id]
    before = {ref for other in others for ref in _refs(other)}
    found = News(report.id)
    here = _refs(report)
    for ref in here:
        if ref.kind in KINDS:
            side = found.known if ref in before else found.new
            side.setdefault(ref.kind, []).append(called(ref, [report, *others]))
    for names in (*found.new.values(), *found.known.values()):
        names.sort()
    mine = set(here)
    found.same = [_same(s, [report, *others]) for s in resolution.same if s.now in mine]
    found.doubts = [
        _doubt(d, [report, *others]) for d in resolution.doubts if mine & {d.one, d.other}
    ]
    found.notes = [*_posts(report, others), *_revisions(report, others)]
    return found


def _refs(report: Report) -> list[Ref]:
    """Everything that a report's facts are or speak of, each once."""
    return list(dict.fromkeys(ref for fact in report.facts.values() for ref in mentioned(fact)))


def called(ref: Ref, reports: Iterable[Report]) -> str:
    """How a thing is called: in English where it is known, else as its first report prints it."""
    label = actors.label(ref, "en")
    if label:
        return label.value
    for report in reports:
        fact = report.facts.get(ref)
        if isinstance(fact, Document) and fact.symbol:
            return fact.symbol
        if isinstance(fact, Meeting) and fact.labels:
            return next((w.value for w in fact.labels if w.lang == "en"), fact.labels[0].value)
        if fact and fact.labels:
            return fact.labels[0].value
    return f"{ref.kind}/{ref.key}"


def _same(same: Same, reports: list[Report]) -> str:
    forms = " = ".join(dict.fromkeys(words.value for words in same.forms))
    return f"{called(same.now, reports)} ({forms}; {same.rule})"


def _doubt(doubt: Doubt, reports: list[Report]) -> str:
    one, other = called(doubt.one, reports), called(doubt.other, reports)
    return f"{one} / {other}: {doubt.why}"


def _posts(report: Report, others: list[Report]) -> list[str]:
    """Persons that other reports give another post."""
    found = []
    for ref in dict.fromkeys(t.holder for t in report.all(Tenure) if t.holder):
        if ref.kind != "person":
            continue
        mine = _offices(report, ref, [report, *others])
        elsewhere = [o for other in others for o in _offices(other, ref, [report, *others])]
        other_posts = [post for post in dict.fromkeys(elsewhere) if post not in mine]
        if mine and other_posts:
            name = called(ref, [report, *others])
            found.append(f"{name}: {'; '.join(mine)}; elsewhere {'; '.join(other_posts)}")
    return found


def _offices(report: Report, holder: Ref, reports: list[Report]) -> list[str]:
    posts = [t for t in report.all(Tenure) if t.holder == holder and t.office]
    told = (f"{t.role} of {_short(t.office)}" if t.role else _office(t, reports) for t in posts)
    return list(dict.fromkeys(told))


def _short(office: Ref | None) -> str:
    return office.key.upper() if office and office.kind == "meeting" else _known(office)


def _known(ref: Ref | None) -> str:
    label = actors.label(ref, "en") if ref else None
    return label.value if label else ref.key if ref else ""


def _office(tenure: Tenure, reports: list[Report]) -> str:
    return called(tenure.office, reports) if tenure.office else ""


def _revisions(report: Report, others: list[Report]) -> list[str]:
    """Documents that other reports name with another suffix."""
    elsewhere: dict[str, set[str]] = {}
    for other in others:
        for document in other.all(Document):
            if document.symbol:
                elsewhere.setdefault(stem(document.ref.key), set()).add(document.symbol)
    found = []
    for document in report.all(Document):
        symbols = elsewhere.get(stem(document.ref.key), set()) - {document.symbol or ""}
        if (
            document.symbol
            and symbols
            and document.symbol not in elsewhere.get(stem(document.ref.key), set())
        ):
            found.append(f"{document.symbol}: elsewhere {', '.join(sorted(symbols))}")
    return found
