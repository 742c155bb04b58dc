"""Ontology, links to other vocabularies and facts about those in; what follows out (RDFS).

What follows of classes and properties: all that stand above them, themselves included. What follows
of things: every class that their types, their properties and what points to them make them members
of. Standard: RDF 1.1 Semantics, rules rdfs2, 3, 5, 7, 9 and 11.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from att_graph import vocab

_RDF, _RDFS, _SCHEMA = (vocab.PREFIXES[name] for name in ("rdf", "rdfs", "schema"))
_SHAPE = vocab.PREFIXES_OUTSIDE["shape"]
_TYPE = ox.NamedNode(_RDF + "type")
_SUBCLASS = ox.NamedNode(_RDFS + "subClassOf")
_SUBPROPERTY = ox.NamedNode(_RDFS + "subPropertyOf")
_DOMAIN, _RANGE = ox.NamedNode(_RDFS + "domain"), ox.NamedNode(_RDFS + "range")
_LINKS = {
    _SUBCLASS.value,
    _SUBPROPERTY.value,
    *(vocab.PREFIXES["skos"] + name for name in ("closeMatch", "exactMatch")),
    *(vocab.PREFIXES["owl"] + name for name in ("equivalentClass", "equivalentProperty", "sameAs")),
}
Order = dict[ox.NamedNode, set[ox.NamedNode]]


def terms(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """What is known and what follows of classes and properties, and which of our terms are linked.

    `shape:links` leads from a term of ours to one of others; `shape:subject` and `shape:value` from
    a property of ours to the classes of its subjects and values, as narrow as they are told.
    """
    known = list(triples)
    yield from known
    for link in (_SUBCLASS, _SUBPROPERTY):
        for term, above in sorted(_above(known, link).items(), key=lambda pair: pair[0].value):
            for each in sorted(above, key=lambda node: node.value):
                yield ox.Triple(term, link, each)
        yield ox.Triple(link, _TYPE, ox.NamedNode(_SHAPE + "Order"))
    told: dict[tuple[ox.NamedNode, str], list[ox.NamedNode]] = defaultdict(list)
    for triple in known:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode):
            continue
        if _ours(subject) and not _ours(value) and triple.predicate.value in _LINKS:
            yield ox.Triple(subject, ox.NamedNode(_SHAPE + "links"), value)
        told[subject, triple.predicate.value].append(value)
    yield from _ends(told)


def _ends(
    told: dict[tuple[ox.NamedNode, str], list[ox.NamedNode]],
) -> Iterator[ox.Triple]:
    """The classes of a property's subjects and values: those it includes, else domain and range."""
    for name, end in (("subject", "domain"), ("value", "range")):
        for subject in dict.fromkeys(term for term, _ in told if _ours(term)):
            narrow = told.get((subject, f"{_SCHEMA}{end}Includes"), [])
            for value in narrow or told.get((subject, _RDFS + end), []):
                yield ox.Triple(subject, ox.NamedNode(_SHAPE + name), value)


def types(axioms: Iterable[ox.Triple], data: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The classes that things belong to by what is said of classes and properties.

    A thing's own types are among them; texts and numbers have none.
    """
    known = list(axioms)
    classes, properties = _above(known, _SUBCLASS), _above(known, _SUBPROPERTY)
    domains, ranges = _direct(known, _DOMAIN), _direct(known, _RANGE)
    found: dict[ox.NamedNode | ox.BlankNode, set[ox.NamedNode]] = defaultdict(set)
    for triple in data:
        thing, value = triple.subject, triple.object
        if isinstance(thing, ox.Triple):
            continue
        if triple.predicate == _TYPE:
            if isinstance(value, ox.NamedNode):
                found[thing].add(value)
            continue
        for wider in properties.get(triple.predicate, {triple.predicate}):
            found[thing] |= domains.get(wider, set())
            if isinstance(value, ox.NamedNode | ox.BlankNode):
                found[value] |= ranges.get(wider, set())
    for thing, its in found.items():
        for each in {above for name in its for above in classes.get(name, {name})}:
            yield ox.Triple(thing, _TYPE, each)


def _above(triples: Iterable[ox.Triple], link: ox.NamedNode) -> Order:
    """A term → all terms above it by one link, itself included."""
    direct = _direct(triples, link)
    for value in {value for values in direct.values() for value in values}:
        direct.setdefault(value, set())
    found: Order = {}
    for term in direct:
        seen, left = {term}, [term]
        while left:
            new = direct[left.pop()] - seen
            seen |= new
            left += new
        found[term] = seen
    return found


def _direct(triples: Iterable[ox.Triple], link: ox.NamedNode) -> Order:
    found: Order = defaultdict(set)
    for triple in triples:
        subject, value = triple.subject, triple.object
        if triple.predicate != link or not isinstance(subject, ox.NamedNode):
            continue
        if isinstance(value, ox.NamedNode):
            found[subject].add(value)
    return dict(found)


def _ours(node: ox.NamedNode) -> bool:
    return node.value.startswith(vocab.BASE)
