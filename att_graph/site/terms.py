"""The graph of an ontology in; a page of its classes, properties and closed lists out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from att_graph import vocab
from att_graph.site import fill
from att_graph.site.links import Shown, href, short, shown
from att_graph.store import Store, Term

_OWL, _SKOS = vocab.PREFIXES["owl"], vocab.PREFIXES["skos"]
_GROUPS = {
    "Classes": (_OWL + "Class",),
    "Properties": (_OWL + "ObjectProperty", _OWL + "DatatypeProperty"),
    "Closed lists": (_SKOS + "ConceptScheme",),
}
_TYPE = vocab.PREFIXES["rdf"] + "type"
_LABELS = (vocab.PREFIXES["rdfs"] + "label", _SKOS + "prefLabel")
_LEFT_OUT = {_TYPE, *_LABELS, vocab.PREFIXES["rdfs"] + "isDefinedBy"}
_FIRST = (
    "skos:definition", "skos:scopeNote", "skos:example", "rdfs:subClassOf", "rdfs:subPropertyOf",
    "rdfs:domain", "schema:domainIncludes", "rdfs:range", "schema:rangeIncludes",
)  # fmt: skip
_LAST = ("owl:disjointWith",)
_SAID = """SELECT ?term ?property ?value
WHERE {{ {{ SELECT DISTINCT ?term {{ VALUES ?kind {{ {kinds} }} ?term a ?kind }} }}
  ?term ?property ?value FILTER(ISIRI(?term)) }}"""


@dataclass
class TermShown:
    """A term as the page shows it: its anchor, name, labels, and what is said of it."""

    anchor: str
    name: Shown
    labels: list[Shown] = field(default_factory=list)
    lines: list[tuple[Shown, list[Shown]]] = field(default_factory=list)


def render(
    store: Store,
    version: str,
    path: str,
    retired: Iterable[tuple[str, str]] = (),
    others: Iterable[str] = (),
) -> str:
    """The page at `path`; `retired` are IRIs out of use, each with the sentence that says so."""
    return fill(
        "terms.html",
        version=version,
        iri=vocab.BASE + path.removeprefix("/"),
        path=path,
        others=list(others),
        groups=[(title, _terms(store, kinds)) for title, kinds in _GROUPS.items()],
        retired=[
            (iri.partition("#")[2], short(iri), sentence)
            for iri, sentence in retired
            if iri.startswith(vocab.ONTOLOGY)
        ],
    )


def _terms(store: Store, kinds: Iterable[str]) -> list[TermShown]:
    listed = " ".join(f"<{kind}>" for kind in kinds)
    said: dict[str, dict[str, list[Term | None]]] = {}
    for row in store.select(_SAID.format(kinds=listed)):
        term, name = (getattr(row[key], "value", "") for key in ("term", "property"))
        if term.startswith(vocab.BASE):
            values = said.setdefault(term, {}).setdefault(name, [])
            if row["value"] not in values:
                values.append(row["value"])
    return [_term(iri, about) for iri, about in sorted(said.items(), key=_by_name)]


def _by_name(item: tuple[str, object]) -> str:
    return short(item[0]).casefold()


def _told(item: tuple[str, object]) -> tuple[int, str]:
    """What a term means first, what it is not last."""
    name = short(item[0])
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST) + (name in _LAST), name)


def _term(iri: str, about: dict[str, list[Term | None]]) -> TermShown:
    labels = {shown(value) for name in _LABELS for value in about.get(name, [])}
    lines = [
        (Shown(short(name), title=name), sorted(map(_value, values), key=_order))
        for name, values in sorted(about.items(), key=_told)
        if name not in _LEFT_OUT
    ]
    return TermShown(
        iri.partition("#")[2], Shown(short(iri), href(iri)), sorted(labels, key=_order), lines
    )


def _value(value: Term | None) -> Shown:
    return Shown("(a list)") if isinstance(value, ox.BlankNode) else shown(value)


def _order(each: Shown) -> tuple[bool, str, str]:
    return (each.lang != "en", each.lang, each.text)
