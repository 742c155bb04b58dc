"""What editions say in a disagreement, in their words, and the finding in the name of both."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from att_graph.editions.sides import Side
from att_graph.gazetteer import actors
from att_graph.iris import digest
from att_graph.model import Act, Evidence, Fact, Finding, Passage, Ref, Report, Words
from att_graph.text import Span

LONGEST = 200  # characters of a passage quoted for what it lacks, or printed in a finding


@dataclass
class Voice:
    """What one edition says in a disagreement: its words, and what of its facts they are about."""

    report: Report
    printed: str = ""
    spans: tuple[Span, ...] = ()
    about: list[Ref] = field(default_factory=list)


@dataclass
class Comparison:
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
        voices: list[Voice],
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
        label = f"{sort.replace('-', ' ')}: {' / '.join(cut(words, 60) for words in printed)}"
        for voice in voices:
            if not voice.spans:
                continue
            fact = Finding(Ref("finding", key), sort=sort, why=why, severity=severity)
            fact.printed, fact.basis, fact.about = voice.printed, "derived", voice.about
            fact.read_as, fact.labels = read_as, [Words(label, "en")]
            proved = ["findingType", "about"] + (["printed"] if voice.printed else [])
            fact.evidence = [Evidence(voice.spans, tuple(proved))]
            voice.report.add(fact)


def voice(report: Report, fact: Fact, term: str) -> Voice:
    """An edition's words for a property of a fact; for the type of an act, its verb alone."""
    spans = fact.verb if isinstance(fact, Act) and term == "actType" else ()
    proofs = [e for e in fact.evidence if term in e.supports] or fact.evidence[:1]
    spans = spans or tuple(dict.fromkeys(span for e in proofs for span in e.spans))
    return Voice(report, words(report, spans), spans, [fact.ref])


def opening(passage: Passage) -> Span:
    """The opening words of a passage, at most `LONGEST` characters, cut where a word ends."""
    text = passage.text[:LONGEST]
    cut = text.rfind(" ") if len(passage.text) > LONGEST and " " in text else len(text)
    return Span(passage.start, passage.start + len(text[:cut].rstrip()))


def words(report: Report, spans: Sequence[Span]) -> str:
    """The words of some ranges, white space normalised, not too long."""
    pieces = (" ".join(report.source.text[s.start : s.end].split()) for s in spans)
    return cut(" … ".join(pieces), LONGEST)


def cut(words: str, longest: int) -> str:
    """Words of that length at most."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def listed(side: Side, refs: list[Ref]) -> str:
    """What some things are called: their English labels, else as printed, else their keys."""
    return ", ".join(name_of(side, ref) for ref in refs)


def name_of(side: Side, ref: Ref) -> str:
    """What a thing is called in English, else as printed, else its key."""
    fact, english = side.facts.get(ref), actors.label(ref, "en")
    labels = sorted(fact.labels if fact else [], key=lambda words: words.lang != "en")
    return english.value if english else labels[0].value if labels else ref.key
