"""data/review/*.ttl in; what people decided out, each decision with the words it rests on.

A decision holds while its words stand where they stood, or, moved, in exactly one other place.
Offsets are code points of the stored text, 0-based and half-open.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, paths, vocab
from att_graph.errors import DataError
from att_graph.model import Ref, Words
from att_graph.text import Span

DECISIONS = ("accept", "reject", "merge", "keep-apart", "read-as", "undecided")
_TAC = vocab.ONTOLOGY
_PAIRS = ("merge", "keep-apart")


@dataclass(frozen=True)
class Quoted:
    """Words of a source: its id, where they stood, and the words."""

    source: str
    span: Span
    words: str


@dataclass(frozen=True)
class Review:
    """A person's decision. `read_as` are words or a thing; `lost` says why it does not hold now."""

    ref: Ref
    decision: str
    place: str
    label: str = ""
    about: tuple[Ref, ...] = ()
    term: str = ""  # the local name of the property it is about, or ""
    read_as: Words | Ref | None = None
    by: str = ""
    on: str = ""
    why: Words = field(default_factory=lambda: Words("", "en"))
    quoted: tuple[Quoted, ...] = ()
    lost: str = ""

    @property
    def decided(self) -> bool:
        """Whether anybody has decided yet."""
        return self.decision != "undecided"


def reviews() -> list[Review]:
    """Every review of the data folder in use, by IRI.

    Raises DataError naming the file and the review for one that lacks who, when, why or its words.
    """
    found: list[Review] = []
    for path in sorted(paths.REVIEW.glob("*.ttl")):
        found += _read(path)
    refs = [review.ref for review in found]
    for review in found:
        if refs.count(review.ref) > 1:
            raise DataError(f"{review.place}: the review {review.ref.key} is there twice.")
    return sorted(found, key=lambda review: review.ref)


def _read(path: Path) -> list[Review]:
    told: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    content = path.read_bytes()
    if not re.sub(rb"(?m)^\s*(#.*|@.*)?$", b"", content).strip():
        return []
    for quad in files.quads(path):
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.BlankNode):
            value = quad.object
            if isinstance(value, ox.NamedNode | ox.Literal):
                told[quad.subject.value][quad.predicate.value].append(value)
    kind = vocab.PREFIXES["rdf"] + "type"
    return [
        _review(iri, said, told, paths.shown(path))
        for iri, said in sorted(told.items())
        if any(value.value == _TAC + "Review" for value in said[kind])
    ]


def _review(
    iri: str,
    said: dict[str, list[ox.NamedNode | ox.Literal]],
    told: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]],
    place: str,
) -> Review:
    def one(term: str) -> str:
        values = said.get(_TAC + term, [])
        return values[0].value.strip() if values else ""

    ref = ref_of(iri)
    name = f"{place}: the review {ref.key}"
    decision = one("decision").removeprefix(vocab.concept("review-decision", ""))
    if decision not in DECISIONS:
        raise DataError(f"{name} has no decision of {', '.join(DECISIONS)}.")
    quoted = tuple(
        _quoted(value.value, told.get(value.value, {}), name)
        for value in said.get(_TAC + "evidence", [])
    )
    labels = said.get(vocab.PREFIXES["rdfs"] + "label", [])
    review = Review(
        ref,
        decision,
        place,
        label=labels[0].value if labels else ref.key,
        about=tuple(ref_of(value.value) for value in said.get(_TAC + "about", [])),
        term=one("property").removeprefix(_TAC).rsplit("/", 1)[-1],
        read_as=_reading(said),
        by=one("decidedBy"),
        on=one("decidedOn"),
        why=Words(one("reason"), _lang(said.get(_TAC + "reason", []))),
        quoted=quoted,
    )
    if review.decided:
        _complete(review, name)
    return review


def _complete(review: Review, name: str) -> None:
    """Raises DataError for a decision that does not say all that it must."""
    needed = {"decidedBy": review.by, "decidedOn": review.on, "reason": review.why.value}
    lacking = next((term for term, value in needed.items() if not value), None)
    if lacking:
        raise DataError(f"{name} lacks tac:{lacking}: who decided, when and why must be said.")
    try:
        date.fromisoformat(review.on)
    except ValueError as error:
        raise DataError(f"{name}: decidedOn is no day, write it as YYYY-MM-DD.") from error
    if not review.quoted:
        raise DataError(f"{name} quotes no words that it rests on (tac:evidence).")
    if review.decision in _PAIRS and len(review.about) < 2:
        raise DataError(f"{name}: to {review.decision} it must be about two things.")
    if review.decision in ("accept", "reject") and not review.about:
        raise DataError(f"{name} is about nothing (tac:about).")
    if review.decision == "read-as" and review.read_as is None:
        raise DataError(f"{name} says nothing to read the words as (tac:readAs, tac:readAsThing).")
    if review.decision == "read-as" and review.term and not review.about:
        raise DataError(f"{name} names a property of nothing (tac:about).")


def _quoted(iri: str, said: dict[str, list[ox.NamedNode | ox.Literal]], name: str) -> Quoted:
    def one(term: str) -> str:
        values = said.get(_TAC + term, [])
        return values[0].value if values else ""

    source, words = one("source"), one("quotedText")
    try:
        span = Span(int(one("start")), int(one("end")))
    except ValueError as error:
        raise DataError(f"{name}: its quotation {iri} says no start and end.") from error
    if not source or not words:
        raise DataError(f"{name}: its quotation {iri} lacks its source or its words.")
    return Quoted(source.rsplit("/", 1)[-1], span, words)


def _reading(said: dict[str, list[ox.NamedNode | ox.Literal]]) -> Words | Ref | None:
    things = said.get(_TAC + "readAsThing", [])
    if things:
        return ref_of(things[0].value)
    words = said.get(_TAC + "readAs", [])
    return Words(words[0].value, _lang(words, "")) if words and words[0].value else None


def _lang(values: list[ox.NamedNode | ox.Literal], otherwise: str = "en") -> str:
    first = values[0] if values else None
    return (first.language or otherwise) if isinstance(first, ox.Literal) else otherwise


def ref_of(iri: str) -> Ref:
    """The thing (or concept) that an IRI names, as a ref."""
    if iri.startswith(vocab.CONCEPT):
        return Ref("concept", iri.removeprefix(vocab.CONCEPT))
    kind, _, key = iri.removeprefix(vocab.THING).partition("/")
    return Ref(kind, key)


def located(review: Review, texts: dict[str, str]) -> Review:
    """The review with its words where they stand now; `lost` where they do not (any more).

    `texts` are the stored texts by id. A review of a source that is not there is lost as well.
    """
    found: list[Quoted] = []
    for quoted in review.quoted:
        text = texts.get(quoted.source)
        if text is None:
            return replace(review, lost=f"There is no source {quoted.source}.")
        span = _place(text, quoted)
        if span is None:
            count = text.count(quoted.words)
            why = f"The words stand in {count} other places" if count else "The words are gone"
            return replace(review, lost=f"{why}: {quoted.words[:60]}")
        found.append(replace(quoted, span=span))
    return replace(review, quoted=tuple(found))


def _place(text: str, quoted: Quoted) -> Span | None:
    if text[quoted.span.start : quoted.span.end] == quoted.words:
        return quoted.span
    first = text.find(quoted.words)
    if first < 0 or text.find(quoted.words, first + 1) >= 0:
        return None
    return Span(first, first + len(quoted.words))
