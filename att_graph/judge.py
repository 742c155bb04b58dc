"""What people decided, applied: words read as others, facts changed or left out, names joined.

Words are exchanged before a text is read, so that everything that follows from them follows; names
are joined while reports are resolved; the rest is done to the facts. What a review changed has the
basis *reviewed* and links to it. A review whose words or whose fact are gone changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from att_graph import vocab
from att_graph.gazetteer import actors
from att_graph.graph import TABLE
from att_graph.iris import iri
from att_graph.model import Fact, Ref, Report, Words
from att_graph.resolve import Pair, Resolution
from att_graph.reviews import Review, located
from att_graph.source import Source
from att_graph.text import Amended, Span

_TAC = vocab.ONTOLOGY


@dataclass
class Bench:
    """The reviews of a data folder, as they stand to its texts."""

    texts: dict[str, str]
    reviews: list[Review] = field(default_factory=list)

    @property
    def held(self) -> list[Review]:
        """Those that are decided and whose words stand."""
        return [review for review in self.reviews if review.decided and not review.lost]

    @property
    def lost(self) -> list[Review]:
        """Those that are decided and no longer hold."""
        return [review for review in self.reviews if review.decided and review.lost]

    def lose(self, review: Review, why: str) -> None:
        """A review turns out not to hold."""
        at = [each.ref for each in self.reviews].index(review.ref)
        self.reviews[at] = replace(self.reviews[at], lost=why)


def bench(sources: Iterable[Source], reviews: Iterable[Review]) -> Bench:
    """Stored sources and all reviews in; the reviews with their words located out."""
    texts = {source.id or "": source.text for source in sources}
    return Bench(texts, [located(review, texts) for review in reviews])


def amended(source: Source, here: Bench) -> Source:
    """The source as it is to be read: quoted words exchanged for those decided on."""
    readings: dict[int, tuple[int, str]] = {}
    for review in here.held:
        if review.decision != "read-as" or review.term:
            continue
        words = _words(review.read_as, source.language or "en")
        if not words:
            here.lose(review, "The thing to read the words as has no name in their language.")
            continue
        for quoted in review.quoted:
            if quoted.source == source.id:
                readings[quoted.span.start] = (quoted.span.end, words)
    return replace(source, text=Amended(source.text, readings)) if readings else source


def _words(read_as: Words | Ref | None, lang: str) -> str:
    if isinstance(read_as, Ref):
        label = actors.label(read_as, lang) or actors.label(read_as, "en")
        return label.value if label else ""
    return read_as.value if read_as else ""


def merged(here: Bench) -> list[tuple[Ref, Ref]]:
    """Pairs that are one: the ref that stays, the ref that becomes it."""
    pairs = [
        (review.about[0], other)
        for review in here.held
        if review.decision == "merge"
        for other in review.about[1:]
    ]
    return list(dict.fromkeys(pairs))


def apart(here: Bench) -> list[Pair]:
    """Pairs that are two."""
    return [
        frozenset((one, other))
        for review in here.held
        if review.decision == "keep-apart"
        for one in review.about
        for other in review.about
        if one != other
    ]


def apply(reports: list[Report], here: Bench, resolution: Resolution) -> None:
    """Do to the facts what was decided, in place; a review that finds no fact is lost."""
    now = {same.was: same.now for same in resolution.same}
    for review in here.held:
        if review.decision in ("merge", "keep-apart"):
            _mark_named(reports, review, now)
        elif review.decision == "read-as" and not review.term:
            _mark_read(reports, review)
        elif not _inferred(review):
            _on_facts(reports, here, review, now)


def _inferred(review: Review) -> bool:
    """Whether it is about conclusions, which no report holds."""
    return any(ref.key.startswith("inferred/") for ref in review.about)


def _mark_named(reports: list[Report], review: Review, now: dict[Ref, Ref]) -> None:
    wanted = {now.get(ref, ref) for ref in review.about}
    for report in reports:
        for ref in wanted & report.facts.keys():
            _mark(report.facts[ref], review, changed=review.decision == "merge")


def _mark_read(reports: list[Report], review: Review) -> None:
    for report in reports:
        spans = [quoted.span for quoted in review.quoted if quoted.source == report.id]
        for fact in report.facts.values():
            if any(_meet(fact, span) for span in spans):
                _mark(fact, review, changed=True)


def _mark(fact: Fact, review: Review, *, changed: bool) -> None:
    if review.ref not in fact.reviews:
        fact.reviews.append(review.ref)
    if changed and fact.basis != "inferred":
        fact.basis = "reviewed"


def _meet(fact: Fact, span: Span) -> bool:
    return any(
        s.start < span.end and span.start < s.end for each in fact.evidence for s in each.spans
    )


def _on_facts(reports: list[Report], here: Bench, review: Review, now: dict[Ref, Ref]) -> None:
    for ref in review.about:
        found = [
            (report, fact)
            for report in reports
            for quoted in review.quoted
            if quoted.source == report.id
            for fact in _targets(report, now.get(ref, ref), quoted.span)
        ]
        if not found:
            here.lose(review, f"No {ref.kind} {ref.key} rests on these words now.")
            return
        for report, fact in found:
            if review.decision == "accept":
                _mark(fact, review, changed=False)
            elif review.term:
                if not _set(fact, review):
                    here.lose(review, f"A {fact.kind} has no {review.term} to read as this.")
                    return
                _mark(fact, review, changed=True)
            else:
                _leave_out(report, fact.ref)


def _targets(report: Report, ref: Ref, span: Span) -> list[Fact]:
    """The fact of this ref if it rests on the words; else the only one of its kind that does.

    Inserting a paragraph renumbers acts and findings: the words say which one was meant.
    """
    near = [f for f in report.facts.values() if f.ref.kind == ref.kind and _meet(f, span)]
    named = [fact for fact in near if fact.ref == ref]
    return named or (near if len(near) == 1 else [])


def _set(fact: Fact, review: Review) -> bool:
    """Give a property the value decided on, or none; False for a property the fact cannot have."""
    entries = [(n, s) for n, term, s in TABLE[type(fact)] if term.split(":")[-1] == review.term]
    if not entries:
        return False
    name, sort = entries[0]
    value: object = None
    if review.decision == "read-as":
        value = _value(review.read_as, sort, getattr(fact, name))
        if value is None:
            return False
    many = isinstance(getattr(fact, name), list)
    setattr(fact, name, ([value] if value is not None else []) if many else value)
    return True


def _value(read_as: Words | Ref | None, sort: str, old: object) -> object:
    if isinstance(read_as, Ref):
        if sort.startswith("concept/") and read_as.kind == "concept":
            return read_as.key.rsplit("/", 1)[-1]
        return read_as if sort == "ref" else None
    if read_as is None or sort == "ref" or sort.startswith("concept/"):
        return None
    if sort == "words":
        lang = read_as.lang or (old.lang if isinstance(old, Words) else "en")
        return Words(read_as.value, lang)
    if sort in ("integer", "number"):
        return int(read_as.value) if read_as.value.isdigit() else None
    return read_as.value


# A tenure without its holder, a participation without its meeting is none.
_STANDS_ON = {"holder", "speaker", "participant", "meeting", "recorded_in", "made_by", "instrument"}


def _leave_out(report: Report, ref: Ref) -> None:
    """Take a fact out, with every mention of it and with what cannot stand without it."""
    gone = report.facts.pop(ref, None)
    fallen: list[Ref] = []
    for fact in report.facts.values():
        for entry in fields(fact):
            value = getattr(fact, entry.name)
            if value == ref and entry.name != "ref":
                setattr(fact, entry.name, None)
                fallen += [fact.ref] if entry.name in _STANDS_ON else []
            elif isinstance(value, list) and ref in value:
                value[:] = [each for each in value if each != ref]
    for each in fallen:
        _leave_out(report, each)
    for deadline in getattr(gone, "deadlines", []):
        if not any(deadline in getattr(f, "deadlines", []) for f in report.facts.values()):
            report.facts.pop(deadline, None)


# ---- What the graph says of the reviews


def conclude(inferred: Graph, here: Bench) -> None:
    """The inferred graph with what was decided about its conclusions."""
    for review in here.held:
        if not _inferred(review):
            continue
        for ref in review.about:
            node = URIRef(iri(ref))
            if (node, None, None) not in inferred:
                here.lose(review, f"Nothing is concluded as {ref.key} now.")
            elif review.decision == "reject":
                inferred.remove((node, None, None))
            elif review.decision == "accept":
                inferred.add((node, URIRef(_TAC + "reviewedBy"), URIRef(iri(review.ref))))


def graph_of(here: Bench) -> Graph:
    """Every decided review as it stands to the texts, and a finding for each that is lost."""
    graph = Graph(bind_namespaces="none")
    for review in here.reviews:
        here_at_all = any(quoted.source in here.texts for quoted in review.quoted)
        if review.decided and here_at_all:  # a review of another folder's source is not ours
            _told(graph, review)
            if review.lost:
                _outdated(graph, here, review)
    return graph


def _told(graph: Graph, review: Review) -> None:
    node = URIRef(iri(review.ref))
    graph.add((node, RDF.type, URIRef(_TAC + "Review")))
    graph.add((node, RDFS.label, Literal(review.label, lang="en")))
    decision = URIRef(vocab.concept("review-decision", review.decision))
    graph.add((node, URIRef(_TAC + "decision"), decision))
    for ref in review.about:
        graph.add((node, URIRef(_TAC + "about"), URIRef(iri(ref))))
    if review.term:
        graph.add((node, URIRef(_TAC + "property"), _term(review.term)))
    if isinstance(review.read_as, Ref):
        graph.add((node, URIRef(_TAC + "readAsThing"), _node(review.read_as)))
    elif review.read_as:
        words = Literal(review.read_as.value, lang=review.read_as.lang or None)
        graph.add((node, URIRef(_TAC + "readAs"), words))
    graph.add((node, URIRef(_TAC + "decidedBy"), Literal(review.by)))
    graph.add((node, URIRef(_TAC + "decidedOn"), Literal(review.on, datatype=XSD.date)))
    graph.add((node, URIRef(_TAC + "reason"), Literal(review.why.value, lang=review.why.lang)))
    for number, quoted in enumerate(() if review.lost else review.quoted, 1):
        key = f"{quoted.source}/review/{review.ref.key}-{number}"
        _quotation(graph, node, key, quoted.source, quoted.span, quoted.words)


def _term(name: str) -> URIRef:
    known = {"title": "dcterms", "issued": "dcterms", "label": "rdfs"}
    return URIRef(vocab.PREFIXES[known.get(name, "tac")] + name)


def _node(ref: Ref) -> URIRef:
    return URIRef(vocab.CONCEPT + ref.key if ref.kind == "concept" else iri(ref))


def _quotation(graph: Graph, node: URIRef, key: str, source: str, span: Span, words: str) -> None:
    quotation = URIRef(vocab.thing("quotation", key))
    graph.add((node, URIRef(_TAC + "evidence"), quotation))
    graph.add((quotation, RDF.type, URIRef(_TAC + "Quotation")))
    graph.add((quotation, URIRef(_TAC + "source"), URIRef(vocab.thing("source", source))))
    for term, value in (("start", span.start), ("end", span.end)):
        graph.add((quotation, URIRef(_TAC + term), Literal(str(value), datatype=XSD.integer)))
    graph.add((quotation, URIRef(_TAC + "quotedText"), Literal(words)))


def _outdated(graph: Graph, here: Bench, review: Review) -> None:
    """A finding that quotes what stands now where the words of the review stood."""
    quoted = next((q for q in review.quoted if q.source in here.texts), None)
    key = f"review/review-outdated-{review.ref.key}"
    node = URIRef(vocab.thing("finding", key))
    for term, value in (
        (RDF.type, URIRef(_TAC + "Finding")),
        (RDFS.label, Literal(f"review outdated: {review.label}", lang="en")),
        (RDFS.comment, Literal(review.lost, lang="en")),
        (URIRef(_TAC + "findingType"), URIRef(vocab.concept("finding", "review-outdated"))),
        (URIRef(_TAC + "severity"), URIRef(vocab.concept("severity", "warning"))),
        (URIRef(_TAC + "about"), URIRef(iri(review.ref))),
        (URIRef(_TAC + "basis"), URIRef(vocab.concept("basis", "stated"))),
    ):
        graph.add((node, term, value))
    if review.quoted:
        graph.add((node, URIRef(_TAC + "printed"), Literal(review.quoted[0].words)))
    if quoted:
        text = here.texts[quoted.source]
        start = min(quoted.span.start, max(len(text) - 1, 0))
        span = Span(start, max(start + 1, min(quoted.span.end, len(text))))
        name = f"{quoted.source}/{key}-1"
        _quotation(graph, node, name, quoted.source, span, text[span.start : span.end])
