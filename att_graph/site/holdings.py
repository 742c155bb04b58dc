"""A VoID description in; a page of the graphs, classes and properties it counts out."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from att_graph.site import fill
from att_graph.site.links import Shown, href, short

_VOID = "http://rdfs.org/ns/void#"
_COUNTS = {
    "triples": "triples",
    "entities": "entities",
    "distinctSubjects": "distinct subjects",
    "distinctObjects": "distinct objects",
    "classes": "classes",
    "properties": "properties",
}


def render(triples: Iterable[ox.Triple], dataset: str) -> str:
    """The counts of the whole first; then its graphs, classes and properties."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        subject, value = (getattr(t, "value", "") for t in (triple.subject, triple.object))
        said[subject][triple.predicate.value.removeprefix(_VOID)].append(value)
    whole = said[dataset]
    subsets = [iri for iri in whole["subset"] if not said[iri]["linkPredicate"]]
    return fill(
        "holdings.html",
        whole=[(text, _count(said[dataset], name)) for name, text in _COUNTS.items()],
        graphs=[_row(iri, said[iri], "triples") for iri in sorted(subsets)],
        classes=_parts(said, whole["classPartition"], "class", "entities"),
        properties=_parts(said, whole["propertyPartition"], "property", "triples"),
    )


def _parts(
    said: dict[str, dict[str, list[str]]], parts: list[str], of: str, count: str
) -> list[list[Shown]]:
    return sorted(
        (_row(said[part][of][0], said[part], count) for part in parts),
        key=lambda row: row[0].text,
    )


def _row(iri: str, about: dict[str, list[str]], count: str) -> list[Shown]:
    return [Shown(short(iri), href(iri), title=iri), Shown(_count(about, count))]


def _count(about: dict[str, list[str]], name: str) -> str:
    return f"{int(about[name][0]):,}" if about[name] else ""
