"""What a report says, before it is RDF: plain facts, each with the spans that prove it.

A `Ref` names a thing by kind and key (`Ref("state", "ARG")`); a fact of the same `ref` met twice is
one fact with more evidence. Fields that name closed lists hold the concept's key.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import ClassVar, TypeVar

from att_graph.source import Source
from att_graph.text import Span


@dataclass(frozen=True, order=True)
class Ref:
    """The kind and key of a thing: the last two parts of its IRI."""

    kind: str
    key: str


@dataclass(frozen=True, order=True)
class Words:
    """A text with its language code."""

    value: str
    lang: str


@dataclass(frozen=True)
class Evidence:
    """Spans of the stored text that prove a fact, and the properties they prove."""

    spans: tuple[Span, ...]
    supports: tuple[str, ...] = ()


@dataclass
class Fact:
    """A thing read from the report."""

    kind: ClassVar[str] = ""
    ref: Ref
    labels: list[Words] = field(default_factory=list)
    names: list[Words] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    basis: str = "stated"
    rules: list[str] = field(default_factory=list)
    reviews: list[Ref] = field(default_factory=list)

    def prove(self, spans: tuple[Span, ...], *supports: str) -> None:
        """Add evidence, once."""
        evidence = Evidence(spans, supports)
        if spans and evidence not in self.evidence:
            self.evidence.append(evidence)


@dataclass
class Meeting(Fact):
    kind = "meeting"
    conference: bool = False
    ordinal: int | None = None
    start: str | None = None
    end: str | None = None
    place: Words | None = None
    host: Ref | None = None
    venue: Words | None = None
    mode: str | None = None
    bodies: list[Ref] = field(default_factory=list)
    cycle: Ref | None = None


@dataclass
class Body(Fact):
    kind = "body"
    established: Ref | None = None


@dataclass
class Treaty(Fact):
    kind = "treaty"
    in_force: str | None = None


@dataclass
class Organisation(Fact):
    kind = "organisation"
    sort: str = "civil-society"
    acronyms: list[str] = field(default_factory=list)


@dataclass
class Participation(Fact):
    kind = "participation"
    participant: Ref | None = None
    meeting: Ref | None = None
    capacity: str = ""
    admitted: list[Ref] = field(default_factory=list)
    within: Ref | None = None


@dataclass
class Person(Fact):
    kind = "person"


@dataclass
class Office(Fact):
    kind = "office"
    of: Ref | None = None
    role: str | None = None


@dataclass
class Tenure(Fact):
    kind = "tenure"
    holder: Ref | None = None
    role: str | None = None
    office: Ref | None = None
    represents: Ref | None = None
    start: str | None = None
    starts_at: Ref | None = None
    end: str | None = None
    ends_at: Ref | None = None
    conferred: Ref | None = None
    replaces: Ref | None = None


@dataclass
class Intervention(Fact):
    kind = "intervention"
    speaker: Ref | None = None
    represents: Ref | None = None
    on_behalf: Ref | None = None
    meeting: Ref | None = None
    sort: str = ""


@dataclass
class Document(Fact):
    kind = "document"
    symbol: str | None = None
    printed: list[str] = field(default_factory=list)
    title: Words | None = None
    sort: str | None = None
    submitters: list[Ref] = field(default_factory=list)
    submitted_to: Ref | None = None
    issued: str | None = None
    revision_of: Ref | None = None
    annex_of: Ref | None = None
    listed_in: Ref | None = None
    number: int | None = None


@dataclass
class Provision(Fact):
    kind = "provision"
    instrument: Ref | None = None
    number: str = ""


@dataclass
class ActorGroup(Fact):
    kind = "group"


@dataclass
class Passage(Fact):
    """`text` is the stored text from `start` to `end`, unchanged."""

    kind = "passage"
    document: Ref | None = None
    number: str = ""
    item: str | None = None
    text: str = ""
    start: int = 0
    end: int = 0


@dataclass
class Act(Fact):
    kind = "act"
    recorded_in: Ref | None = None
    made_by: Ref | None = None
    sort: str = ""
    decision: bool = True
    proposed_to: Ref | None = None
    content: Words | None = None
    addressees: list[Ref] = field(default_factory=list)
    recipients: list[Ref] = field(default_factory=list)
    beneficiaries: list[Ref] = field(default_factory=list)
    conditions: list[Words] = field(default_factory=list)
    voluntary: bool = False
    acts_on: list[Ref] = field(default_factory=list)
    cites: list[Ref] = field(default_factory=list)
    based_on: list[Ref] = field(default_factory=list)
    refers_to: list[Ref] = field(default_factory=list)
    deadlines: list[Ref] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    verb: tuple[Span, ...] = ()  # where the operative verb stands; not written out


@dataclass
class Deadline(Fact):
    kind = "deadline"
    sort: str = ""
    due: str | None = None
    due_at: Ref | None = None
    duration: str | None = None
    effective: str | None = None
    words: Words | None = None


@dataclass
class Figure(Fact):
    kind = "figure"
    measure: str = ""
    value: int | Decimal = 0
    unit: str = "count"
    as_of: str | None = None
    about: list[Ref] = field(default_factory=list)


@dataclass
class TreatyAction(Fact):
    kind = "treaty-action"
    state: Ref | None = None
    treaty: Ref | None = None
    sort: str = ""
    date: str | None = None  # a day, or the year alone
    earliest: str | None = None
    latest: str | None = None
    effective_earliest: str | None = None  # of a consent or withdrawal, where it can be known
    effective_latest: str | None = None


@dataclass
class Finding(Fact):
    """Something odd in the source. `why` is one English sentence."""

    kind = "finding"
    sort: str = ""
    printed: str = ""
    read_as: str | None = None
    severity: str = "info"
    about: list[Ref] = field(default_factory=list)
    why: str = ""


F = TypeVar("F", bound=Fact)


@dataclass
class Report:
    """The facts of one report, by ref, in reading order."""

    source: Source
    id: str
    lang: str
    sort: str
    title: Words
    treaty: Ref | None
    meeting: Ref
    body: Ref | None = None
    document: Ref | None = None
    issued: str | None = None
    publisher: Words | None = None
    original: str | None = None  # the language the text says it was written in first
    facts: dict[Ref, Fact] = field(default_factory=dict)

    def add(self, fact: F) -> F:
        """Add a fact, or merge it into the one of the same ref; the one kept comes out."""
        kept = self.facts.setdefault(fact.ref, fact)
        if kept is not fact:
            _merge(kept, fact)
        if not isinstance(kept, type(fact)):
            raise TypeError(f"{fact.ref} is a {type(kept).__name__}, not a {type(fact).__name__}")
        return kept

    def all(self, kind: type[F]) -> Iterator[F]:
        """The facts of one class, in reading order."""
        for fact in list(self.facts.values()):
            if isinstance(fact, kind):
                yield fact


def _merge(kept: Fact, new: Fact) -> None:
    """What is known stays; gaps are filled; lists grow."""
    for entry in fields(new):
        value, old = getattr(new, entry.name), getattr(kept, entry.name)
        if isinstance(old, list):
            old.extend(x for x in value if x not in old)
        elif old in (None, "", False) and value not in (None, "", False):
            setattr(kept, entry.name, value)
