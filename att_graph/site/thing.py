"""An IRI in; all that the graph says of it, and who points at it, as a page out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pyoxigraph as ox

from att_graph import vocab
from att_graph.evidence import quotations
from att_graph.questions import questions
from att_graph.site import fill
from att_graph.site.links import Shown, cell, href, short, shown
from att_graph.store import Store, Term

PAGE = 100  # how many that point at a thing are shown at once
_OUT = "SELECT ?property ?value {{ <{iri}> ?property ?value }}"
_IN = """SELECT ?property ?value {{ ?value ?property <{iri}> FILTER(ISIRI(?value)) }}
ORDER BY ?property ?value LIMIT {most} OFFSET {first}"""
_COUNT = "SELECT (COUNT(*) AS ?n) {{ ?value ?property <{iri}> FILTER(ISIRI(?value)) }}"
_LABELS = """SELECT ?thing ?label {{ VALUES ?thing {{ {things} }}
?thing rdfs:label|skos:prefLabel|dcterms:title ?label }}"""
_ACTORS = ("state", "body", "organisation", "person")
_TYPE = vocab.PREFIXES["rdf"] + "type"
_EVIDENCE = vocab.ONTOLOGY + "evidence"
_NAMES = {
    *(vocab.PREFIXES["rdfs"] + name for name in ("label", "comment")),
    *(vocab.PREFIXES["skos"] + name for name in (
        "prefLabel", "altLabel", "hiddenLabel", "notation", "definition", "scopeNote", "example",
    )),
    vocab.PREFIXES["dcterms"] + "title",
    *(vocab.ONTOLOGY + name for name in (
        "iso2", "iso3", "m49", "acronym", "officialName", "symbol", "printedSymbol", "number",
    )),
}  # fmt: skip
_RANK = {"en": 0, "zh": 1, "": 2}

Line = tuple[Shown, list[Shown]]  # a property and its values


@dataclass
class Thing:
    """What a page shows of an IRI."""

    iri: str
    title: Shown
    types: list[Shown] = field(default_factory=list)
    groups: list[tuple[str, list[Line]]] = field(default_factory=list)
    proofs: list[tuple[Shown, str, Shown]] = field(default_factory=list)
    pointing: list[Line] = field(default_factory=list)
    count: int = 0
    page: int = 1
    asked: list[tuple[str, str]] = field(default_factory=list)  # question, address

    @property
    def pages(self) -> int:
        """How many pages those that point at it fill."""
        return max(1, -(-self.count // PAGE))


def known(store: Store, iri: str) -> bool:
    """Whether the graph says anything of an IRI, or with it."""
    text = f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} UNION {{ ?s <{iri}> ?o }} }}"
    return bool(store.query(text).rows[0][0])


def thing(store: Store, iri: str, page: int = 1) -> Thing:
    """What the graph says of an IRI; of those that point at it, one page."""
    said = [(_value(row["property"]), row["value"]) for row in store.select(_OUT.format(iri=iri))]
    first = (page - 1) * PAGE
    rows = store.select(_IN.format(iri=iri, most=PAGE, first=first))
    pointing = [(_value(row["property"]), row["value"]) for row in rows]
    labels = _labels(store, [iri, *_named((*said, *pointing))])
    found = Thing(iri, labels.get(iri, Shown(short(iri))), page=page)
    found.types = [shown(value, labels.get(_value(value))) for p, value in said if p == _TYPE]
    found.types.sort(key=lambda each: each.text)
    found.groups = list(_groups(said, labels))
    found.proofs = list(_proofs(store, iri))
    found.pointing = _lines(pointing, labels)
    found.count = int(_value(store.select(_COUNT.format(iri=iri))[0]["n"]))
    found.asked = list(_asked(iri))
    return found


def render(found: Thing) -> str:
    """The page of a thing."""
    return fill("thing.html", thing=found, path=href(found.iri))


def _groups(
    said: list[tuple[str, Term | None]], labels: dict[str, Shown]
) -> Iterator[tuple[str, list[Line]]]:
    """The facts in three groups: what it is called, what it is, where else it is described."""
    groups: dict[str, list[tuple[str, Term | None]]] = {"Names": [], "Facts": [], "Elsewhere": []}
    for name, value in said:
        if name in (_TYPE, _EVIDENCE):
            continue
        outside = isinstance(value, ox.NamedNode) and not value.value.startswith(vocab.BASE)
        group = "Names" if name in _NAMES else "Elsewhere" if outside else "Facts"
        groups[group].append((name, value))
    for title, facts in groups.items():
        if facts:
            yield title, _lines(facts, labels)


def _lines(facts: Iterable[tuple[str, Term | None]], labels: dict[str, Shown]) -> list[Line]:
    """Property by property, the values of each sorted: English first, then Chinese."""
    found: dict[str, list[Shown]] = {}
    for name, value in facts:
        found.setdefault(name, []).append(shown(value, labels.get(_value(value))))
    lines = [
        (Shown(_called(name, labels), href(name), title=name), sorted(values, key=_order))
        for name, values in found.items()
    ]
    return sorted(lines, key=lambda line: line[0].text.casefold())


def _called(name: str, labels: dict[str, Shown]) -> str:
    return labels[name].text if name in labels else short(name)


def _order(each: Shown) -> tuple[int, str, str]:
    return (_RANK.get(each.lang, 3), each.lang, each.text)


def _labels(store: Store, iris: Iterable[str]) -> dict[str, Shown]:
    """IRI → its name, English before Chinese before any other language."""
    things = " ".join(f"<{iri}>" for iri in dict.fromkeys(iris))
    found: dict[str, list[Shown]] = {}
    for row in store.select(vocab.PROLOGUE + _LABELS.format(things=things)):
        found.setdefault(_value(row["thing"]), []).append(shown(row["label"]))
    return {iri: min(names, key=_order) for iri, names in found.items()}


def _named(facts: Iterable[tuple[str, Term | None]]) -> Iterator[str]:
    for name, value in facts:
        yield name
        if isinstance(value, ox.NamedNode):
            yield value.value


def _proofs(store: Store, iri: str) -> Iterator[tuple[Shown, str, Shown]]:
    """Each quotation: its words, their place in the report, and the source."""
    for words, place, source in quotations(store, iri):
        yield cell(words), place, Shown(short(source), href(source), title=source)


def _asked(iri: str) -> Iterator[tuple[str, str]]:
    """The stored questions that can be asked about a thing of this kind."""
    kind = iri.removeprefix(vocab.THING).partition("/")[0] if iri.startswith(vocab.THING) else ""
    kinds = {kind, "actor"} if kind in _ACTORS else {kind}
    for each in questions():
        for parameter in each.params[:1]:
            if parameter.kind in kinds:
                yield each.summary, f"/ask/{each.name}?{urlencode({parameter.name: iri})}"


def _value(term: Term | None) -> str:
    return str(getattr(term, "value", term))
