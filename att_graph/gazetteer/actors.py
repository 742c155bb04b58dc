"""The gazetteer: names of States, bodies, organisations, treaties, groups and offices, to look up.

Names are compared as a reading view shows them (`text.fold`), those in letters also without what
editions and extractions change: capitals, accents, articles, apostrophes. It knows names, not who
took part.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from att_graph import vocab
from att_graph.errors import InputError
from att_graph.gazetteer import reference, spelling
from att_graph.languages import SUPPORTED, language
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
ANY = Ref("treaty", "")  # every treaty's names, where no two treaties share one
_BELONGING = ("treaty", "partOf", "instrumentOf", "officeOf")
_WHOLES = ("organisation", "body")  # a State's or body's name may be a piece of theirs


@dataclass(frozen=True)
class _Name:
    """A name as it is compared: `plain` for any text, `exact` where capitals must agree too."""

    plain: str
    exact: str | None
    ref: Ref


class Gazetteer:
    """Names in one language (and acronyms, which have none), by kind, found by longest match.

    Names in letters are compared without accents, capitals, leading articles and kinds of
    apostrophe and dash, as whole words; acronyms and single words keep their capitals.
    What belongs to a treaty (its bodies, offices, rules) is known under that treaty alone: "the
    Secretariat" is none of another treaty's. With no treaty, no such name is known.
    """

    def __init__(self, lang: str, treaty: Ref | None = ANY) -> None:
        self.lang = lang
        own = language(lang) if lang in SUPPORTED else None
        self._article = own.pattern("determiner") if own else re.compile(r"(?!)")
        self._spelling = tuple(own.table("spelling")) if own else ()
        self._names: dict[str, dict[str, _Name]] = defaultdict(dict)
        self._starts: dict[str, dict[str, list[_Name]]] = {}
        later: list[tuple[str, Ref]] = []
        shared: set[tuple[str, str]] = set()
        for iri, record in sorted(reference.records().items()):
            ref = _ref(iri)
            if ref is None or not _under(ref, treaty):
                continue
            for name in _labels(record, lang):
                kept = self._names[ref.kind].get(spelling.plain(name))
                if kept and kept.ref != ref and treaty_of(kept.ref) != treaty_of(ref):
                    shared.add((ref.kind, kept.plain))
                self._learn(name, ref)
                later.append((name, ref))
        for kind, plain in shared:
            del self._names[kind][plain]
        for name, ref in later:  # what a bad extraction leaves of a name, if no other is so called
            for form in spelling.worn(name, self._spelling):
                if (ref.kind, spelling.plain(form)) not in shared:
                    self._learn(form, ref)

    def add(self, name: str, ref: Ref) -> None:
        """Learn a name met in the report at hand; a known name keeps its meaning."""
        folded = fold(name)
        if folded and spelling.plain(folded) not in self._names[ref.kind]:
            self._learn(folded, ref)
            bare = self._article.match(folded)
            if bare and bare.end() < len(folded):
                self._learn(folded[bare.end() :], ref)
            self._starts.pop(ref.kind, None)

    def find(self, name: str, *kinds: str) -> Ref | None:
        """The thing that bears exactly this name, or None."""
        folded = fold(name)
        article = self._article.match(folded)
        forms = [folded, folded[article.end() :]] if article else [folded]
        for kind in kinds or KINDS:
            for form in forms:
                known = self._names[kind].get(spelling.plain(form))
                if known and _same(known, form, 0):
                    return known.ref
        return None

    def match(self, text: str, at: int, *kinds: str) -> tuple[Ref, int] | None:
        """The longest name of these kinds that starts at `text[at]`: its thing and its end.

        An article may stand before the name. In an alphabet the name ends where a word does.
        """
        best = self._match(text, at, kinds or KINDS)
        article = self._article.match(text, at)
        beyond = self._match(text, article.end(), kinds or KINDS) if article else None
        return max((m for m in (best, beyond) if m), key=lambda m: m[1], default=None)

    def _match(self, text: str, at: int, kinds: Iterable[str]) -> tuple[Ref, int] | None:
        best: tuple[Ref, int] | None = None
        plain = spelling.plain(text)
        for kind in kinds:
            for name in self._index(kind).get(plain[at : at + 1], ()):
                end = at + len(name.plain)
                if best and end <= best[1]:
                    break  # names of one start are sorted by length
                if plain.startswith(name.plain, at) and spelling.closes(text, end, kind):
                    if not _same(name, text, at):
                        continue
                    best = (name.ref, end)
                    break
        return best

    def search(self, text: str, *kinds: str) -> Iterable[tuple[int, int, Ref]]:
        """Every longest match, from left to right, without overlaps: (start, end, thing).

        A name inside a longer one of another kind is none, nor a State's name inside a longer
        proper name, as of a society that has it at its end.
        """
        wholes = _WHOLES if set(kinds) & {"state", "body"} else ()
        at = 0
        while at < len(text):
            here = spelling.opens(text, at)
            found = self._match(text, at, kinds or KINDS) if here else None
            article = self._article.match(text, at) if found else None
            if found and article:  # "the Union": a longer name may start behind the article
                bare = self._match(text, article.end(), kinds or KINDS)
                if bare and bare[1] > found[1]:
                    at += 1
                    continue
            whole = self._match(text, at, wholes) if here and wholes else None
            if whole and whole[1] > (found[1] if found else at):
                at = whole[1]
            elif found:
                if found[0].kind != "state" or not spelling.inside(text, at, found[1]):
                    yield at, found[1], found[0]
                at = found[1]
            else:
                at += 1

    def ending(self, text: str, *kinds: str) -> tuple[Ref, int] | None:
        """The longest name that the text ends with: its thing and where it starts."""
        plain = spelling.plain(text)
        for at in range(len(text)):
            if not spelling.opens(text, at):
                continue
            for kind in kinds or KINDS:
                name = self._names[kind].get(plain[at:])
                if name is not None and _same(name, text, at):
                    return name.ref, at
        return None

    def begins(self, start: str, kind: str, other: Ref | None = None) -> bool:
        """Whether a longer name of this kind starts with these words; not `other`'s, if given."""
        plain = spelling.plain(start)
        names = self._index(kind).get(plain[:1], ())
        return any(n.plain.startswith(plain) and n.ref != other for n in names)

    def _learn(self, name: str, ref: Ref) -> None:
        plain = spelling.plain(name)
        exact = spelling.capitals(name) if spelling.ALPHABET.search(name) else None
        known = self._names[ref.kind].get(plain)
        if known is None or (known.ref == ref and exact is None):
            self._names[ref.kind][plain] = _Name(plain, exact, ref)

    def _index(self, kind: str) -> dict[str, list[_Name]]:
        if kind not in self._starts:
            index: dict[str, list[_Name]] = defaultdict(list)
            names = self._names[kind].values()
            for name in sorted(names, key=lambda n: (-len(n.plain), n.plain)):
                index[name.plain[0]].append(name)
            self._starts[kind] = index
        return self._starts[kind]


def gazetteer(lang: str, treaty: Ref | None = ANY) -> Gazetteer:
    """A fresh gazetteer for a language; what one report teaches it does not reach another."""
    return Gazetteer(lang, treaty)


def of_treaty(treaty: Ref | None) -> tuple[Ref, ...]:
    """What the authority files link to a treaty."""
    return linking("treaty", treaty) if treaty else ()


@reference.kept
def treaty_of(ref: Ref) -> Ref | None:
    """The treaty that a known thing belongs to, itself or by what it is part of, if it is one."""
    if ref.kind == "treaty":
        return None  # a treaty's name is known everywhere
    for term in _BELONGING:
        above = linked(ref, term)
        found = {each if each.kind == "treaty" else treaty_of(each) for each in above}
        if len(found) == 1:
            return found.pop()
    return None


def elsewhere(words: str, lang: str, treaty: Ref | None) -> bool:
    """Whether some words name a body of another treaty, and none of this one."""
    printed = spelling.plain(fold(words))
    named = {own for name, own in _bodies(lang) if name in printed}
    return bool(named) and treaty not in named


@reference.kept
def _bodies(lang: str) -> tuple[tuple[str, Ref], ...]:
    """Each name of a treaty's body, as it is compared, and the treaty."""
    return tuple(
        (spelling.plain(name), treaty)
        for iri, record in sorted(reference.records().items())
        if (ref := _ref(iri)) and ref.kind == "body" and (treaty := treaty_of(ref))
        for name in _labels(record, lang)
    )


def _under(ref: Ref, treaty: Ref | None) -> bool:
    """Whether a thing may be meant where this treaty is spoken of."""
    return treaty == ANY or treaty_of(ref) in (None, treaty)


@reference.kept
def coded(term: str) -> dict[str, tuple[Ref, ...]]:
    """Values of a code property ("symbolCode", "iso3", "acronym") → the things that bear them."""
    found: dict[str, list[Ref]] = defaultdict(list)
    for iri, record in sorted(reference.records().items()):
        ref = _ref(iri)
        for text in record.texts.get(vocab.ONTOLOGY + term, ()) if ref else ():
            if ref:
                found[text.value].append(ref)
    return {value: tuple(refs) for value, refs in found.items()}


def body_coded(code: str, treaty: Ref | None) -> Ref | None:
    """The body of a treaty that a piece of its documents' symbols names, or None."""
    bodies = [ref for ref in coded("symbolCode").get(code, ()) if ref.kind == "body"]
    return next((ref for ref in bodies if _under(ref, treaty)), None)


def linked(ref: Ref, term: str) -> tuple[Ref, ...]:
    """What a known thing is linked to by a tac: property."""
    record = reference.records().get(vocab.thing(ref.kind, ref.key))
    iris = record.links.get(vocab.ONTOLOGY + term, ()) if record else ()
    return tuple(found for found in map(_ref, iris) if found)


def value(ref: Ref, term: str) -> str | None:
    """A plain value of a known thing: `value(treaty, "openedForSignature")`."""
    record = reference.records().get(vocab.thing(ref.kind, ref.key))
    texts = record.texts.get(vocab.ONTOLOGY + term, ()) if record else ()
    return texts[0].value if texts else None


@reference.kept
def linking(term: str, target: Ref) -> tuple[Ref, ...]:
    """The known things that a tac: property links to `target`."""
    refs = (_ref(iri) for iri in sorted(reference.records()))
    return tuple(ref for ref in refs if ref and target in linked(ref, term))


@reference.kept
def all_of(kind: str) -> tuple[Ref, ...]:
    """Every known thing of a kind."""
    refs = (_ref(iri) for iri in sorted(reference.records()))
    return tuple(ref for ref in refs if ref and ref.kind == kind)


def label(ref: Ref, lang: str) -> Words | None:
    """The name of a known thing in a language."""
    record = reference.records().get(vocab.thing(ref.kind, ref.key))
    text = record.label(_RDFS + "label", lang) if record else None
    return Words(text, lang) if text else None


def named_by_key(kind: str, key: str) -> Ref:
    """The known thing of a kind and key. Raises InputError where none is."""
    refs = {ref.key: ref for ref in all_of(kind)}
    if key not in refs:
        raise InputError(f"{kind} {key!r}: is not one of {', '.join(refs)}.")
    return refs[key]


def known(ref: Ref) -> bool:
    """Whether the authority files describe this thing."""
    return vocab.thing(ref.kind, ref.key) in reference.records()


def _labels(record: reference.Record, lang: str) -> Iterable[str]:
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


def _same(name: _Name, text: str, at: int) -> bool:
    """Whether the capitals of `text[at:]` allow the name."""
    if name.exact is None:
        return True
    printed = text[at : at + len(name.plain)]
    if name.exact.upper() == name.exact:  # an acronym: "WHO" is no "who"
        return printed.upper() == printed
    return printed[:1].isupper()
