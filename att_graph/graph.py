"""to_graph: the facts of a report in, RDF out. The only writer of triples; it knows no text.

`TABLE` says for each class of facts which field becomes which property, and as what sort of value.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD, ClosedNamespace
from rdflib.term import Node

from att_graph import model, paths, vocab
from att_graph.gazetteer import reference
from att_graph.iris import iri
from att_graph.model import Act, Fact, Meeting, Ref, Report, Words
from att_graph.text import Span

# field → property, sort of value: a concept scheme, "ref", "words", or an xsd type.
TABLE: dict[type[Fact], tuple[tuple[str, str, str], ...]] = {
    model.Meeting: (
        ("ordinal", "ordinal", "integer"),
        ("start", "startDate", "date"),
        ("end", "endDate", "date"),
        ("place", "place", "words"),
        ("host", "hostState", "ref"),
        ("venue", "venue", "words"),
        ("mode", "mode", "concept/mode"),
        ("bodies", "meetingOf", "ref"),
        ("cycle", "cycle", "ref"),
    ),
    model.Body: (("established", "establishedBy", "ref"),),
    model.Treaty: (("in_force", "entryIntoForce", "date"),),
    model.Organisation: (
        ("sort", "organisationKind", "concept/organisation-kind"),
        ("acronyms", "acronym", "string"),
    ),
    model.Participation: (
        ("participant", "participant", "ref"),
        ("meeting", "meeting", "ref"),
        ("capacity", "capacity", "concept/capacity"),
        ("admitted", "admittedUnder", "ref"),
        ("within", "withinDelegationOf", "ref"),
    ),
    model.Person: (),
    model.ActorGroup: (),
    model.Office: (("of", "officeOf", "ref"), ("role", "role", "concept/role")),
    model.Tenure: (
        ("holder", "holder", "ref"),
        ("role", "role", "concept/role"),
        ("office", "office", "ref"),
        ("represents", "represents", "ref"),
        ("start", "startDate", "date"),
        ("starts_at", "startsAt", "ref"),
        ("end", "endDate", "date"),
        ("ends_at", "endsAt", "ref"),
        ("conferred", "conferredBy", "ref"),
        ("replaces", "replaces", "ref"),
    ),
    model.Intervention: (
        ("speaker", "speaker", "ref"),
        ("represents", "represents", "ref"),
        ("on_behalf", "onBehalfOf", "ref"),
        ("meeting", "meeting", "ref"),
        ("sort", "interventionKind", "concept/intervention-kind"),
    ),
    model.Document: (
        ("symbol", "symbol", "string"),
        ("printed", "printedSymbol", "string"),
        ("title", "dcterms:title", "words"),
        ("sort", "documentType", "concept/document-type"),
        ("submitters", "submittedBy", "ref"),
        ("submitted_to", "submittedTo", "ref"),
        ("issued", "dcterms:issued", "date"),
        ("revision_of", "revisionOf", "ref"),
        ("annex_of", "annexOf", "ref"),
        ("listed_in", "listedIn", "ref"),
    ),
    model.Provision: (("instrument", "instrument", "ref"), ("number", "number", "string")),
    model.Passage: (
        ("document", "document", "ref"),
        ("number", "number", "string"),
        ("item", "item", "string"),
        ("text", "text", "string"),
        ("start", "start", "integer"),
        ("end", "end", "integer"),
    ),
    model.Act: (
        ("recorded_in", "recordedIn", "ref"),
        ("made_by", "madeBy", "ref"),
        ("sort", "actType", "concept/act-type"),
        ("proposed_to", "proposedTo", "ref"),
        ("content", "content", "words"),
        ("addressees", "addressedTo", "ref"),
        ("recipients", "recipient", "ref"),
        ("beneficiaries", "beneficiary", "ref"),
        ("conditions", "condition", "words"),
        ("acts_on", "actsOn", "ref"),
        ("cites", "cites", "ref"),
        ("based_on", "basedOn", "ref"),
        ("refers_to", "refersTo", "ref"),
        ("deadlines", "deadline", "ref"),
        ("topics", "topic", "concept/topic"),
    ),
    model.Deadline: (
        ("sort", "deadlineKind", "concept/deadline"),
        ("due", "dueDate", "date"),
        ("due_at", "dueAt", "ref"),
        ("duration", "duration", "duration"),
        ("effective", "effectiveFrom", "date"),
        ("words", "dueText", "words"),
    ),
    model.Figure: (
        ("measure", "measure", "concept/measure"),
        ("value", "value", "number"),
        ("unit", "unit", "concept/unit"),
        ("as_of", "asOf", "date"),
        ("about", "about", "ref"),
    ),
    model.TreatyAction: (
        ("state", "state", "ref"),
        ("treaty", "treaty", "ref"),
        ("sort", "actionType", "concept/treaty-action"),
        ("date", "date", "known"),
        ("earliest", "earliest", "date"),
        ("latest", "latest", "date"),
        ("effective_earliest", "effectiveEarliest", "date"),
        ("effective_latest", "effectiveLatest", "date"),
    ),
    model.Finding: (
        ("sort", "findingType", "concept/finding"),
        ("printed", "printed", "string"),
        ("read_as", "readAs", "string"),
        ("severity", "severity", "concept/severity"),
        ("about", "about", "ref"),
    ),
}
_ACTORS = (model.Body, model.Organisation, model.Person, model.Office, model.ActorGroup)
_ELSEWHERE = {
    "label": RDFS.label,
    "altLabel": SKOS.altLabel,
    "title": DCTERMS.title,
    "issued": DCTERMS.issued,
}
# What is told of a thing that another file describes: enough to read this file alone.
_NAMES = (vocab.PREFIXES["rdfs"] + "label", vocab.PREFIXES["skos"] + "prefLabel")
_CODES = (
    vocab.PREFIXES["skos"] + "notation",
    *(vocab.ONTOLOGY + term for term in ("iso3", "acronym", "number")),
)


@cache
def _tac() -> ClosedNamespace:
    """The terms of the ontology; a term it lacks raises an error at once."""
    file = paths.ONTOLOGY / "tac.ttl"
    subjects = {
        quad.subject.value
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=vocab.BASE)
        if isinstance(quad.subject, ox.NamedNode)
    }
    terms = sorted(s.removeprefix(vocab.ONTOLOGY) for s in subjects if vocab.ONTOLOGY in s)
    return ClosedNamespace(vocab.ONTOLOGY, [term for term in terms if term])


def to_graph(report: Report) -> Graph:
    """The facts of a report in; a graph that stands alone out: IRIs only, no blank nodes."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in vocab.PREFIXES.items():
        graph.bind(prefix, namespace)
    writer = _Writer(graph, report)
    writer.source()
    for fact in report.facts.values():
        writer.fact(fact)
    writer.describe()
    return graph


class _Writer:
    def __init__(self, graph: Graph, report: Report) -> None:
        self.graph, self.report, self.tac = graph, report, _tac()
        self.text = report.source.text
        self.source_node = URIRef(vocab.thing("source", report.id))

    def add(self, subject: Node, predicate: Node, value: Node) -> None:
        self.graph.add((subject, predicate, value))

    def source(self) -> None:
        """The stored text: what it is, its checksum, the document it is an edition of."""
        report, node, tac = self.report, self.source_node, self.tac
        self.add(node, RDF.type, tac.SourceText)
        titles = [Words(t, lang) for lang, t in report.source.titles.items()] or [report.title]
        for title in titles:
            self.add(node, RDFS.label, _words(title))
            self.add(node, DCTERMS.title, _words(title))
        self.add(node, tac.sha256, Literal(report.source.sha256))
        self.add(node, tac.characters, _count(len(self.text)))
        self._original(node)
        self.add(node, DCTERMS.language, Literal(report.lang))
        if report.issued:
            self.add(node, DCTERMS.issued, Literal(report.issued, datatype=XSD.date))
        if report.publisher:
            self.add(node, DCTERMS.publisher, _words(report.publisher))
        if report.document:
            self.add(node, tac.editionOf, URIRef(iri(report.document)))
        self.add(node, tac.basis, URIRef(vocab.concept("basis", "inferred")))
        self.add(node, tac.rule, URIRef(vocab.concept("rule", "source-edition")))

    def _original(self, node: URIRef) -> None:
        """What the file was, where the stored text is not simply the file itself."""
        source, tac = self.report.source, self.tac
        if source.form != "text" or source.original_sha256:
            self.add(node, tac.fileForm, Literal(source.form))
        if source.original_sha256:
            self.add(node, tac.originalSha256, Literal(source.original_sha256))
        if source.pages:
            self.add(node, tac.pageCount, _count(source.pages))

    def _page(self, node: URIRef, offset: int) -> None:
        page = self.report.source.page(offset)
        if page is not None:
            self.add(node, self.tac.page, _count(page))

    def fact(self, fact: Fact) -> None:
        node = URIRef(iri(fact.ref))
        for kind in self._types(fact):
            self.add(node, RDF.type, kind)
        for words in fact.labels:
            self.add(node, RDFS.label, _words(words))
        for words in fact.names:
            self.add(node, SKOS.altLabel, _words(words))
        for name, term, sort in TABLE[type(fact)]:
            for value in _values(getattr(fact, name)):
                self.add(node, self._property(term), self._term(value, sort))
        if isinstance(fact, Act) and fact.voluntary:
            self.add(node, self.tac.voluntary, Literal(True))
        if isinstance(fact, model.Finding):
            self.add(node, RDFS.comment, Literal(fact.why, lang="en"))
        if isinstance(fact, model.Passage):
            self.add(node, self.tac.source, self.source_node)
            self._page(node, fact.start)
            return
        self.add(node, self.tac.basis, URIRef(vocab.concept("basis", fact.basis)))
        for rule in fact.rules:
            self.add(node, self.tac.rule, URIRef(vocab.concept("rule", rule)))
        for review in fact.reviews:
            self.add(node, self.tac.reviewedBy, URIRef(iri(review)))
        self._evidence(fact, node)

    def _types(self, fact: Fact) -> Iterable[URIRef]:
        yield self.tac.TreatyBody if isinstance(fact, model.Body) else self.tac[type(fact).__name__]
        if isinstance(fact, _ACTORS):
            yield self.tac.Actor
        if isinstance(fact, model.Treaty):
            yield self.tac.Instrument
        if isinstance(fact, Meeting) and fact.conference:
            yield self.tac.Conference
        if isinstance(fact, Act):
            yield self.tac.Decision if fact.decision else self.tac.Recommendation
            if fact.addressees:
                yield self.tac.Commitment

    def _property(self, term: str) -> URIRef:
        if term.startswith("dcterms:"):
            return DCTERMS[term.removeprefix("dcterms:")]
        return self.tac[term]

    def _term(self, value: object, sort: str) -> Node:
        if isinstance(value, Ref):
            return URIRef(iri(value))
        if isinstance(value, Words):
            return _words(value)
        if sort.startswith("concept/"):
            return URIRef(vocab.concept(sort.removeprefix("concept/"), str(value)))
        if sort == "number":
            kind = XSD.decimal if isinstance(value, Decimal) else XSD.integer
            return Literal(str(value), datatype=kind)
        if sort == "known":  # a day, or the year of it
            return Literal(str(value), datatype=XSD.date if "-" in str(value) else XSD.gYear)
        return Literal(str(value), datatype=None if sort == "string" else XSD[sort])

    def _evidence(self, fact: Fact, node: URIRef) -> None:
        """One quotation a span, with every property that it proves for this fact."""
        proved: dict[Span, set[str]] = defaultdict(set)
        for evidence in fact.evidence:
            for span in evidence.spans:
                proved[span].update(evidence.supports)
        key = f"{self.report.id}/{fact.ref.kind}/{fact.ref.key}"
        key = (
            key.replace(f"/{self.report.id}/", "/", 1)
            if fact.ref.key.startswith(self.report.id)
            else key
        )
        for number, span in enumerate(sorted(proved), 1):
            quotation = URIRef(vocab.thing("quotation", f"{key}-{number}"))
            self.add(node, self.tac.evidence, quotation)
            self.add(quotation, RDF.type, self.tac.Quotation)
            self.add(quotation, self.tac.source, self.source_node)
            self.add(quotation, self.tac.start, Literal(str(span.start), datatype=XSD.integer))
            self.add(quotation, self.tac.end, Literal(str(span.end), datatype=XSD.integer))
            self._page(quotation, span.start)
            quoted = self.text[span.start : span.end]
            self.add(quotation, self.tac.quotedText, Literal(quoted))
            for name in sorted(proved[span]):
                term = _ELSEWHERE.get(name) or self.tac[name]
                if (node, term, None) in self.graph:  # what was not found is not proved either
                    self.add(quotation, self.tac.supports, term)

    def describe(self) -> None:
        """Type, labels and code of everything named here that the authority files describe."""
        told = {str(s) for s in self.graph.subjects()}
        named = told | {str(o) for o in self.graph.objects() if isinstance(o, URIRef)}
        for name, record in sorted(reference.records().items()):
            if name not in named:
                continue
            node = URIRef(name)
            for kind in record.links.get(str(RDF.type), ()) if name not in told else ():
                self.add(node, RDF.type, URIRef(kind))
            for predicate in _CODES if name in told else _NAMES + _CODES:
                for text in record.texts.get(predicate, ()):
                    if text.lang in ("", "en", self.report.lang):
                        self.add(node, URIRef(predicate), _literal(text))


def _values(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def _count(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.positiveInteger)


def _words(words: Words) -> Literal:
    return Literal(words.value, lang=words.lang)


def _literal(text: reference.Literal) -> Literal:
    if text.lang:
        return Literal(text.value, lang=text.lang)
    plain = text.datatype == str(XSD.string)
    return Literal(text.value, datatype=None if plain else URIRef(text.datatype))
