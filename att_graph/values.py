"""Literals that a store keeps in another form of the same value: 5 for +5, true for 1."""

import re
from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox

from att_graph import canonical, vocab

_XSD = vocab.PREFIXES["xsd"]
_PLAIN = (_XSD + "string", vocab.PREFIXES["rdf"] + "langString")
_DURATION = _XSD + "duration"
_LENGTH = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)
_MONTHS, _SECONDS = (12, 1, 0, 0, 0, 0), (0, 0, 86_400, 3_600, 60, 1)


def rewritten(
    mine: Iterable[ox.Triple], theirs: Iterable[ox.Triple]
) -> tuple[tuple[str, str], ...] | None:
    """A graph and what a store made of it → its literals in other forms: (form here, form there).

    The form is the text, or of equal texts the type. None when anything else differs, a value
    first of all.
    """
    ours, others = set(mine), set(theirs)
    here, there = _typed(ours), _typed(others)
    mean = _normal(here.keys() | there.keys())
    mean |= _lengths(here.keys(), there.keys(), mean)
    if len(ours) != len(others) or _lines(ours, mean) != _lines(others, mean):
        return None

    def order(literal: ox.Literal) -> tuple[str, str]:
        return str(mean[literal]), str(literal)

    lost = sorted((here - there).elements(), key=order)
    gained = sorted((there - here).elements(), key=order)
    return tuple(_form(a, b) for a, b in zip(lost, gained, strict=True))


def _typed(triples: Iterable[ox.Triple]) -> Counter[ox.Literal]:
    """The literals that have more than one form: neither words nor words of a language."""
    objects = (triple.object for triple in triples)
    return Counter(
        each
        for each in objects
        if isinstance(each, ox.Literal) and each.datatype.value not in _PLAIN
    )


def _normal(literals: Iterable[ox.Literal]) -> dict[ox.Literal, ox.Literal]:
    """Each in the one form that Oxigraph has for its value; what is no value of its type stays.

    A whole number of any type is an integer.
    """
    kept = list(literals)
    store, name = ox.Store(), ox.NamedNode("urn:x")
    store.extend(ox.Quad(ox.NamedNode(f"urn:{n}"), name, each) for n, each in enumerate(kept))
    found = {quad.subject.value: quad.object for quad in store}
    return {each: found[f"urn:{n}"] for n, each in enumerate(kept)}


def _lengths(
    mine: Iterable[ox.Literal], theirs: Iterable[ox.Literal], mean: dict[ox.Literal, ox.Literal]
) -> dict[ox.Literal, ox.Literal]:
    """Durations of which Virtuoso gives the mere number of months or seconds → what they mean."""
    known = {}
    for each in mine:
        parts = _LENGTH.fullmatch(each.value) if each.datatype.value == _DURATION else None
        if parts:
            numbers = [int(part or 0) for part in parts.groups()]
            months = sum(n * size for n, size in zip(numbers, _MONTHS, strict=True))
            seconds = sum(n * size for n, size in zip(numbers, _SECONDS, strict=True))
            if not (months and seconds):
                known[float(months or seconds)] = mean[each]
    bare = {each: _number(each.value) for each in theirs if each.datatype.value == _DURATION}
    return {each: known[number] for each, number in bare.items() if number in known}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _lines(triples: Iterable[ox.Triple], mean: dict[ox.Literal, ox.Literal]) -> list[str]:
    def meant(term: object) -> object:
        return mean.get(term, term) if isinstance(term, ox.Literal) else term

    return canonical.lines(
        ox.Triple(t.subject, t.predicate, meant(t.object))  # type: ignore[arg-type]
        for t in triples
    )


def _form(mine: ox.Literal, theirs: ox.Literal) -> tuple[str, str]:
    if mine.value != theirs.value:
        return mine.value, theirs.value
    return mine.datatype.value.rpartition("#")[2], theirs.datatype.value.rpartition("#")[2]
