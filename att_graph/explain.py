"""A fact's IRI in; what it says, where that stands, how it was read, and what hangs on it, out.

Knows graphs only; the words around a quotation come from the stored text in data/sources, where
that text is still the one quoted. Offsets are code points of the stored text.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from att_graph import paths, phrases, vocab
from att_graph.errors import AttGraphError, InputError
from att_graph.evidence import places
from att_graph.source import read
from att_graph.store import Store
from att_graph.text import Places, fold

# Something is said of it; or it was left out, and only a review still speaks of it.
_KNOWN = (
    f"{vocab.PROLOGUE}ASK {{ {{ IRI ?p ?o }} UNION {{ ?review a tac:Review ; tac:about IRI }} }}"
)
_SAFE = re.compile(r"[^<>\"{}|^`\\\s]+")
_AROUND = 28  # characters shown on each side of a quotation
_UNSAID = {"type", "label", "evidence", "altLabel", "hiddenLabel", "exactMatch", "officialName"}


@dataclass(frozen=True)
class Quote:
    """A quotation and the words around it; `paragraph` is "24(b)", or "" outside paragraphs.

    `page` is None where the source text has no pages.
    """

    report: str
    paragraph: str
    start: int
    end: int
    before: str
    text: str
    after: str
    supports: tuple[str, ...]
    page: int | None = None


@dataclass(frozen=True)
class Link:
    """Another thing that refers to the fact: by which property, and how it is called."""

    iri: str
    property: str
    label: str


@dataclass(frozen=True)
class Rule:
    """A rule of inference, what it says, and what it concluded here (for inferred triples)."""

    key: str
    definition: str
    concluded: str = ""


@dataclass(frozen=True)
class Judgement:
    """What a person decided about a fact: what, by whom, when and why, and the review's IRI."""

    iri: str
    decision: str
    by: str
    on: str
    reason: str
    words: tuple[str, ...]


@dataclass
class Explanation:
    """All that the graph knows about how it knows a fact."""

    iri: str
    types: list[str]
    sentence: str
    basis: list[str]
    quotes: list[Quote] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)  # trigger word, concept it shows
    rules: list[Rule] = field(default_factory=list)
    derived: list[Rule] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)


def explain(store: Store, name: str) -> Explanation:
    """A store, and an IRI or what follows the base in it ("act/csp11/24-b-1"), in.

    Raises InputError, with the nearest names, when the graph says nothing about it.
    """
    return _Explainer(store, _resolved(store, name)).explained()


def _resolved(store: Store, name: str) -> str:
    text = name.strip().removeprefix("<").removesuffix(">")
    prefix, colon, rest = text.partition(":")
    candidates = [text] if "://" in text else [vocab.THING + text, vocab.BASE + text]
    if colon and prefix in vocab.PREFIXES:
        candidates.append(vocab.PREFIXES[prefix] + rest)
    for iri in candidates:
        if _SAFE.fullmatch(iri) and store.query(_KNOWN.replace("IRI", f"<{iri}>")).rows[0][0]:
            return iri
    known = {
        str(row[0]).removeprefix(vocab.THING).removeprefix(vocab.BASE)
        for row in store.query(
            f"{vocab.PROLOGUE} SELECT DISTINCT ?s {{ ?s a ?c MINUS {{ ?s a tac:Quotation }} }}"
        ).rows
    }
    wanted = text.removeprefix(vocab.THING).removeprefix(vocab.BASE)
    near = get_close_matches(wanted, known, n=3, cutoff=0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise InputError(f"nothing is said about '{name}' in this graph{hint}")


class _Explainer:
    def __init__(self, store: Store, iri: str) -> None:
        self.store, self.iri = store, iri
        self.told: dict[str, list[tuple[str, bool]]] = {}  # local name → value, is it an IRI
        for row in self._rows(f"SELECT ?p ?o (isIRI(?o) AS ?thing) {{ <{iri}> ?p ?o }}"):
            self.told.setdefault(_local(str(row[0])), []).append((str(row[1]), bool(row[2])))

    def _rows(self, query: str) -> list[tuple[object, ...]]:
        return [
            tuple(row) for row in self.store.query(f"{vocab.PROLOGUE}{query} ORDER BY ?p ?o").rows
        ]

    def explained(self) -> Explanation:
        types = sorted(_local(value) for value, _ in self.told.get("type", []))
        quotes = self._quotes()
        return Explanation(
            self.iri,
            types,
            phrases.sentence(types, self._names) or self._plainly(types),
            self._names("basis"),
            quotes,
            self._words(quotes),
            [
                Rule(_local(value), self._definition(value))
                for value, _ in self.told.get("rule", [])
            ],
            self._derived(),
            self._links(),
            self._judgements(),
        )

    def _names(self, term: str) -> list[str]:
        """What a property's values are called, sorted; "label" is the thing's own name."""
        if term == "label":
            return [self.label(self.iri)]
        values = self.told.get(term, [])
        return sorted({self.label(value) if thing else value for value, thing in values})

    def label(self, iri: str) -> str:
        """The English name of a thing, else its Chinese or other one, else the end of its IRI."""
        rows = self.store.query(
            f"{vocab.PROLOGUE} SELECT ?name {{ <{iri}> rdfs:label|skos:prefLabel ?name"
            " BIND(IF(LANG(?name) = 'en', 0, IF(LANG(?name) = '', 1, 2)) AS ?order) }"
            " ORDER BY ?order ?name LIMIT 1"
        ).rows
        return str(rows[0][0]) if rows else _short(iri)

    def _plainly(self, types: list[str]) -> str:
        """The sentence for a thing without phrases: its name, its class, and what is said of it."""
        if not self.told:
            return f"{_short(self.iri)} was left out after a review."
        kind = next((t for t in reversed(types) if t != "Actor"), "thing")
        said = [
            f"{name}: {', '.join(self._names(name)[:6])}"
            for name in sorted(self.told)
            if name not in _UNSAID
        ]
        return f"{self.label(self.iri)} is a {kind}" + "".join(f"; {part}" for part in said) + "."

    def _quotes(self) -> list[Quote]:
        pattern = f"<{self.iri}> tac:evidence ?o ." if "evidence" in self.told else ""
        if self.told.keys() & {"quotedText", "text"}:  # a quotation, or a passage
            pattern = f"VALUES ?o {{ <{self.iri}> }}"
        if not pattern:
            return []
        rows = self._rows(
            "SELECT ?p ?start ?end ?text ?page"
            " (GROUP_CONCAT(DISTINCT STR(?what); separator=' ') AS ?all)"
            f" {{ {pattern} ?o tac:source ?p ; tac:start ?start ; tac:end ?end ;"
            " tac:quotedText|tac:text ?text OPTIONAL { ?o tac:supports ?what }"
            " OPTIONAL { ?o tac:page ?page } } GROUP BY ?o ?p ?start ?end ?text ?page"
        )
        spots = places(self.store, (str(row[0]) for row in rows))
        found = [self._quote(spots[str(row[0])], *row) for row in rows]
        return sorted(found, key=lambda quote: (quote.report, quote.start, quote.end))

    def _quote(
        self,
        spots: Places,
        source: object,
        start: object,
        end: object,
        text: object,
        page: object,
        all_: object,
    ) -> Quote:
        report, begin, stop = _local(str(source)), int(str(start)), int(str(end))
        before, after = _around(report, begin, stop, str(text))
        supports = tuple(sorted(_local(name) for name in str(all_ or "").split()))
        paragraph = spots.at(begin)
        number = int(str(page)) if page is not None else None
        return Quote(report, paragraph, begin, stop, before, str(text), after, supports, number)

    def _words(self, quotes: list[Quote]) -> list[tuple[str, str]]:
        """The words of a closed list that stand in the quotations and decided for a value.

        The longest of each language: what is quoted from two editions shows the words of both.
        """
        quoted = [fold(quote.text).casefold() for quote in quotes]
        found = []
        for value, _ in (pair for values in self.told.values() for pair in values if pair[1]):
            shown: dict[str, str] = {}
            for word, lang in self._rows(
                f"SELECT ?o (LANG(?o) AS ?p) {{ <{value}> skos:hiddenLabel ?o }}"
            ):
                text, tongue = str(word), str(lang)
                stands = any(fold(text).casefold() in each for each in quoted)
                if stands and len(text) > len(shown.get(tongue, "")):
                    shown[tongue] = text
            called = f"{self.label(value)} ({_short(value)})"
            found += [(word, called) for word in shown.values()]
        return sorted(found)

    def _derived(self) -> list[Rule]:
        """The inferred triples that have the fact at one of their ends."""
        rows = self._rows(
            "SELECT ?s ?p ?o ?rule { ?x a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ;"
            f" rdf:object ?o ; tac:rule ?rule FILTER(?s = <{self.iri}> || ?o = <{self.iri}>) }}"
        )
        return [
            Rule(_local(str(rule)), self._definition(str(rule)), self._triple(s, p, o))
            for s, p, o, rule in rows
        ]

    def _triple(self, subject: object, predicate: object, value: object) -> str:
        ends = [
            _short(str(x)) if str(x).startswith(vocab.BASE) else str(x) for x in (subject, value)
        ]
        return f"{ends[0]} {self.label(str(predicate))} {ends[1]}"

    def _definition(self, rule: str) -> str:
        rows = self.store.query(
            f"{vocab.PROLOGUE} SELECT ?o {{ <{rule}> skos:definition ?o }}"
        ).rows
        return str(rows[0][0]) if rows else self.label(rule)

    def _judgements(self) -> list[Judgement]:
        """What people decided about the fact, or about what it was read from."""
        rows = self._rows(
            "SELECT DISTINCT ?o ?p ?by ?on ?why (GROUP_CONCAT(DISTINCT ?quoted; separator='\\n')"
            f" AS ?words) {{ {{ <{self.iri}> tac:reviewedBy ?o }} UNION"
            f" {{ ?o a tac:Review ; tac:about <{self.iri}> }} ?o tac:decision ?p ;"
            " tac:decidedBy ?by ; tac:decidedOn ?on ; tac:reason ?why"
            " OPTIONAL { ?o tac:evidence/tac:quotedText ?quoted } } GROUP BY ?o ?p ?by ?on ?why"
        )
        return [
            Judgement(
                str(review),
                self.label(str(decision)),
                str(by),
                str(on),
                str(why),
                tuple(line for line in str(words or "").split("\n") if line),
            )
            for review, decision, by, on, why, words in rows
        ]

    def _links(self) -> list[Link]:
        rows = self._rows(
            f"SELECT ?o ?p {{ ?o ?p <{self.iri}> MINUS {{ ?o a rdf:Statement }}"
            " MINUS { ?o a skos:ConceptScheme } }"
        )
        return [Link(str(o), _local(str(p)), self.label(str(o))) for o, p in rows]


def _around(report: str, start: int, end: int, quoted: str) -> tuple[str, str]:
    """The words before and after a quotation; empty when the stored text is not the one quoted."""
    try:
        text = read(paths.SOURCES / report).text
    except AttGraphError:
        return "", ""
    if text[start:end] != quoted:
        return "", ""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(before.split()), " ".join(after.split())


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _short(iri: str) -> str:
    return iri.removeprefix(vocab.THING).removeprefix(vocab.BASE)
