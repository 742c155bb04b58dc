"""The gazetteer: names of States, bodies, organisations, treaties, groups and offices, to look up.

Names are compared as a reading view shows them (`text.fold`). It knows names, not who took part.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from att_graph import reference, vocab
from att_graph.model import Ref, Words
from att_graph.text import fold

_RDFS, _SKOS = vocab.PREFIXES["rdfs"], vocab.PREFIXES["skos"]
_NAMES = (
    _RDFS + "label",
    _SKOS + "prefLabel",
    _SKOS + "altLabel",
    vocab.ONTOLOGY + "officialName",
)
KINDS = ("state", "body", "organisation", "treaty", "instrument", "group", "office")


class Gazetteer:
    """Names in one language (and acronyms, which have none), by kind, found by longest match."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._refs: dict[str, dict[str, Ref]] = defaultdict(dict)
        self._starts: dict[str, dict[str, list[str]]] = {}
        for iri, record in sorted(reference.records().items()):
            ref = _ref(iri)
            if ref is None:
                continue
            for name in _names(record, lang):
                self._refs[ref.kind].setdefault(name, ref)

    def add(self, name: str, ref: Ref) -> None:
        """Learn a name met in the report at hand; a known name keeps its meaning."""
        folded = fold(name)
        if folded and folded not in self._refs[ref.kind]:
            self._refs[ref.kind][folded] = ref
            self._starts.pop(ref.kind, None)

    def find(self, name: str, *kinds: str) -> Ref | None:
        """The thing that bears exactly this name, or None."""
        folded = fold(name)
        return next(
            (self._refs[k][folded] for k in kinds or KINDS if folded in self._refs[k]), None
        )

    def match(self, text: str, at: int, *kinds: str) -> tuple[Ref, int] | None:
        """The longest name of these kinds that starts at `text[at]`: its thing and its end."""
        best: tuple[Ref, int] | None = None
        for kind in kinds or KINDS:
            for name in self._index(kind).get(text[at : at + 1], ()):
                if best and at + len(name) <= best[1]:
                    break  # names of one start are sorted by length
                if text.startswith(name, at):
                    best = (self._refs[kind][name], at + len(name))
                    break
        return best

    def search(self, text: str, *kinds: str) -> Iterable[tuple[int, int, Ref]]:
        """Every longest match, from left to right, without overlaps: (start, end, thing)."""
        at = 0
        while at < len(text):
            found = self.match(text, at, *kinds)
            if found and _whole(text, at, found[1]):
                yield at, found[1], found[0]
                at = found[1]
            else:
                at += 1

    def ending(self, text: str, *kinds: str) -> tuple[Ref, int] | None:
        """The longest name that the text ends with: its thing and where it starts."""
        for at in range(len(text)):
            for kind in kinds or KINDS:
                ref = self._refs[kind].get(text[at:])
                if ref is not None:
                    return ref, at
        return None

    def begins(self, start: str, kind: str) -> bool:
        """Whether a longer name of this kind starts with these words."""
        return any(name.startswith(start) for name in self._index(kind).get(start[:1], ()))

    def _index(self, kind: str) -> dict[str, list[str]]:
        if kind not in self._starts:
            index: dict[str, list[str]] = defaultdict(list)
            for name in sorted(self._refs[kind], key=lambda n: (-len(n), n)):
                index[name[0]].append(name)
            self._starts[kind] = index
        return self._starts[kind]


def gazetteer(lang: str) -> Gazetteer:
    """A fresh gazetteer for a language; what one report teaches it does not reach another."""
    return Gazetteer(lang)


@cache
def coded(term: str) -> dict[str, tuple[Ref, ...]]:
    """Values of a code property ("symbolCode", "iso3", "acronym") → the things that bear them."""
    found: dict[str, list[Ref]] = defaultdict(list)
    for iri, record in sorted(reference.records().items()):
        ref = _ref(iri)
        for text in record.texts.get(vocab.ONTOLOGY + term, ()) if ref else ():
            if ref:
                found[text.value].append(ref)
    return {value: tuple(refs) for value, refs in found.items()}


def linked(ref: Ref, term: str) -> tuple[Ref, ...]:
    """What a known thing is linked to by a tac: property."""
    record = reference.records().get(vocab.thing(ref.kind, ref.key))
    iris = record.links.get(vocab.ONTOLOGY + term, ()) if record else ()
    return tuple(found for found in map(_ref, iris) if found)


@cache
def linking(term: str, target: Ref) -> tuple[Ref, ...]:
    """The known things that a tac: property links to `target`."""
    refs = (_ref(iri) for iri in sorted(reference.records()))
    return tuple(ref for ref in refs if ref and target in linked(ref, term))


def label(ref: Ref, lang: str) -> Words | None:
    """The name of a known thing in a language."""
    record = reference.records().get(vocab.thing(ref.kind, ref.key))
    text = record.label(_RDFS + "label", lang) if record else None
    return Words(text, lang) if text else None


def known(ref: Ref) -> bool:
    """Whether the authority files describe this thing."""
    return vocab.thing(ref.kind, ref.key) in reference.records()


def _names(record: reference.Record, lang: str) -> Iterable[str]:
    for predicate in _NAMES:
        for text in record.texts.get(predicate, ()):
            if text.lang in (lang, ""):
                yield fold(text.value)
    for text in record.texts.get(vocab.ONTOLOGY + "acronym", ()):
        yield fold(text.value)


def _ref(iri: str) -> Ref | None:
    if iri.startswith(vocab.THING):
        kind, _, key = iri.removeprefix(vocab.THING).partition("/")
        return Ref(kind, key) if kind in KINDS else None
    if iri.startswith(vocab.CONCEPT + "m49/"):
        return Ref("m49", iri.rsplit("/", 1)[1])
    return None


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a match in an alphabet is a whole word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    first, last = text[start], text[end - 1]
    return not (
        (first.isascii() and first.isalnum() and before.isascii() and before.isalnum())
        or (last.isascii() and last.isalnum() and after.isascii() and after.isalnum())
    )
