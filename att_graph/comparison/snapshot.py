"""RDF files in; the things they describe, with property → values, out: what `diff` compares."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, phrases, vocab
from att_graph.text import fold, spot

# Where a thing is told of, not what it is: the same fact elsewhere in a text is the same fact.
_PLACE = {"evidence", "sha256", "characters", "start", "end", "source"}
_HIDDEN = {"Quotation", "Statement"}
_ACTORS = {"Actor", "Thing"}


@dataclass(frozen=True, order=True)
class Value:
    """A value of a property: a thing's IRI, or a literal with its language or datatype."""

    text: str
    sort: str = ""
    thing: bool = False


class Snapshot:
    """The things of one graph by IRI; quotations and statements about triples are left out."""

    def __init__(self, place: str | Path) -> None:
        self.things: dict[str, dict[str, set[Value]]] = {}
        hidden: set[str] = set()
        for path in files.find([place]):
            for quad in files.quads(path):
                subject, name = _text(quad.subject), _local(quad.predicate.value)
                if name == "type" and _local(_text(quad.object)) in _HIDDEN:
                    hidden.add(subject)
                if name not in _PLACE:
                    values = self.things.setdefault(subject, {})
                    values.setdefault(name, set()).add(_value(quad.object))
        for subject in hidden:
            del self.things[subject]
        self._used = {v.text for each in self.things.values() for v in _all(each) if v.thing}

    def types(self, iri: str) -> list[str]:
        """The local names of a thing's classes, the most telling one last."""
        found = [_local(v.text) for v in self.things.get(iri, {}).get("type", ())]
        return sorted(found, key=lambda name: (name not in _ACTORS, name))

    def told(self, iri: str) -> bool:
        """Whether a report says something of it, rather than just naming it."""
        return "basis" in self.things[iri] or "Passage" in self.types(iri)

    def used(self, iri: str) -> bool:
        """Whether another thing refers to it."""
        return iri in self._used

    def of(self, kind: str) -> list[str]:
        """The IRIs of a class, sorted."""
        return sorted(iri for iri in self.things if kind in self.types(iri))

    def one(self, iri: str, name: str) -> str:
        """The (first) value of a property as text, or ""."""
        return min((v.text for v in self.things.get(iri, {}).get(name, ())), default="")

    def name(self, value: Value) -> str:
        """How a value is called: a thing by its English label, else another, else its key."""
        if not value.thing:
            return value.text
        told = self.things.get(value.text, {})
        labels = [*told.get("label", ()), *told.get("prefLabel", ())]
        labels.sort(key=lambda label: (label.sort != "en", label.sort, label.text))
        short = value.text.removeprefix(vocab.THING).removeprefix(vocab.BASE)
        return labels[0].text if labels else short

    def names(self, iri: str, name: str) -> list[str]:
        """How the values of a property are called; of "label", the thing itself."""
        if name == "label":
            return [self.name(Value(iri, thing=True))]
        return sorted({self.name(v) for v in self.things.get(iri, {}).get(name, ())})

    def paragraph(self, iri: str) -> str:
        """Where an act or a passage stands: "24(b)", or ""."""
        place = self.one(iri, "recordedIn") or iri
        return spot(self.one(place, "number"), self.one(place, "item"))

    def order(self, iri: str) -> tuple[list[tuple[int, str]], str]:
        """A key that sorts ¶2 before ¶10, and things outside paragraphs by IRI."""
        pieces = re.findall(r"\d+|[^\d]+", self.paragraph(iri))
        return [(int(p), "") if p.isdigit() else (0, p) for p in pieces], iri

    def sentence(self, iri: str) -> str:
        """What it says, in English, without the full stop."""
        if "Passage" in self.types(iri):
            return f"¶{self.paragraph(iri)} “{fold(self.one(iri, 'text'))}”"
        said = phrases.sentence(self.types(iri), lambda name: self.names(iri, name))
        if "Act" in self.types(iri):
            said = f"¶{self.paragraph(iri)}: {said}"
        return said.removesuffix(".") or self.name(Value(iri, thing=True))


def words(name: str) -> str:
    """A property's name in words: "addressedTo" → "addressed to"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _all(thing: dict[str, set[Value]]) -> Iterable[Value]:
    return (value for values in thing.values() for value in values)


def _value(term: object) -> Value:
    if isinstance(term, ox.Literal):
        kind = _local(term.datatype.value)
        return Value(term.value, term.language or ("" if kind == "string" else kind))
    return Value(_text(term), thing=True)


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
