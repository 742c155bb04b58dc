"""A word a person types ("PHL", "菲律宾", "csp11", "2026-08-24") → the RDF term a query needs."""

import re
import unicodedata
from collections import defaultdict
from datetime import date
from difflib import get_close_matches

import pyoxigraph as ox

from att_graph import vocab
from att_graph.errors import InputError, UnknownError
from att_graph.store import Store

_CLASSES = {
    "state": ["State"],
    "body": ["TreatyBody"],
    "meeting": ["Meeting", "Conference"],
    "document": ["Document"],
    "person": ["Person"],
    "treaty": ["Treaty"],
    "passage": ["Passage"],
    "provision": ["Provision"],
    "actor": [
        "Actor", "State", "Organisation", "TreatyBody", "Person", "Office", "ActorGroup",
        "Meeting", "Conference",
    ],
}  # fmt: skip
_NAMES = (
    "rdfs:label|skos:altLabel|skos:prefLabel|skos:notation|tac:officialName|tac:iso3|tac:iso2"
    "|tac:acronym|tac:symbol|tac:printedSymbol|dcterms:title"
)
# A provision is also called by its number, alone or as one of these, and as reports print it.
_PRINTED = "|tac:number|tac:evidence/tac:quotedText"
_ARTICLES = ("Article {}", "Art. {}", "第{}条")  # of a treaty
_OTHERS = ("Rule {}", "Section {}", "第{}条")  # of rules of procedure, terms of reference
_CODES = "tac:iso3|tac:acronym|skos:notation"
_IRI = re.compile(r"<?(https?://[^<>\"{}|^`\\\s]+)>?")

KINDS = (*_CLASSES, "thing", "concept", "date", "number", "text")


def resolve(store: Store, kind: str, text: str, name: str) -> str:
    """A typed word → a SPARQL term: `<…/id/state/PHL>`, `"2026-08-24"^^xsd:date` in full.

    `kind` is one of KINDS, or `concept/<scheme>` for the concepts of one closed list. A thing is
    found by its IRI, the last piece of its IRI, its code, acronym or symbol, or any of its names in
    any language, without regard to case, width or spaces. `name` is the parameter, for messages.
    Raises InputError when nothing has that name (with the nearest names) or several things have.
    """
    if kind == "date":
        return f'"{_day(text, name)}"^^<{vocab.PREFIXES["xsd"]}date>'
    if kind == "number":
        if not re.fullmatch(r"-?\d+", text):
            raise InputError(f"{name}: '{text}' is not a whole number")
        return text
    if kind == "text":
        return _words(text, name)
    return f"<{_thing(store, kind, text, name)}>"


def _words(text: str, name: str) -> str:
    if not text.strip():
        raise InputError(f"{name}: there are no words to look for")
    return str(ox.Literal(text))


def _day(text: str, name: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise InputError(f"{name}: '{text}' is not a date; write it as 2026-08-24")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(f"{name}: there is no day {text}") from error


def _thing(store: Store, kind: str, text: str, name: str) -> str:
    wanted, noun = _pattern(kind)
    iri = _IRI.fullmatch(text)
    if iri:
        if not store.query(f"{vocab.PROLOGUE} ASK {{ <{iri[1]}> ?property ?value }}").rows[0][0]:
            raise UnknownError(f"{name}: nothing is said about {iri[1]} in this graph")
        fits = f"SELECT ?thing {{ VALUES ?thing {{ <{iri[1]}> }} {wanted} }}"
        if wanted and not store.query(f"{vocab.PROLOGUE} {fits}").rows:
            raise InputError(f"{name}: {iri[1]} is no {noun}")
        return iri[1]
    things = _things_by_name(store, wanted)
    found = things.get(_fold(text), set())
    # A key is given to one thing only, an acronym may be that of several.
    found = {each for each in found if _key(each) == text.casefold()} or found
    if len(found) == 1:
        return found.pop()
    if found:
        choices = ", ".join(sorted(found))
        raise InputError(f"{name}: '{text}' names {len(found)} things; give one IRI of {choices}")
    hint = _suggestion(store, things, text) or _elsewhere(store, kind, text)
    raise UnknownError(f"no {noun} '{text}'{hint}")


def _elsewhere(store: Store, kind: str, text: str) -> str:
    """'; it is a mode', for a concept of another list than the one that is asked for."""
    if not kind.startswith("concept/"):
        return ""
    found = _things_by_name(store, _pattern("concept")[0]).get(_fold(text), set())
    lists = sorted({iri.removeprefix(vocab.CONCEPT).split("/")[0] for iri in found})
    return f"; it is in the list {' and '.join(lists)}" if lists else ""


def _pattern(kind: str) -> tuple[str, str]:
    """The SPARQL pattern that `?thing` of this kind fits, and the kind's name for a message."""
    if kind == "thing":
        return "", "thing"
    if kind.startswith("concept"):
        scheme = kind.partition("/")[2]
        narrow = f"; skos:inScheme <{vocab.CONCEPT}{scheme}>" if scheme else ""
        return f"?thing a skos:Concept {narrow} .", scheme.replace("-", " ") or "concept"
    classes = " ".join(f"tac:{name}" for name in _CLASSES[kind])
    return f"VALUES ?class {{ {classes} }} ?thing a ?class .", kind


def _things_by_name(store: Store, wanted: str) -> dict[str, set[str]]:
    numbered = "tac:Provision" in wanted
    names = _NAMES + (_PRINTED if numbered else "")
    rows = store.query(
        f"{vocab.PROLOGUE} SELECT ?thing ?name {{ {wanted} ?thing {names} ?name }}"
    ).rows
    articles = _articles(store) if numbered else set()
    things: dict[str, set[str]] = defaultdict(set)
    for thing, found in rows:
        things[_fold(str(found))].add(str(thing))
        forms = _ARTICLES if str(thing) in articles else _OTHERS
        for form in forms if numbered and str(found)[:1].isdigit() else ():
            things[_fold(form.format(found))].add(str(thing))
        things[_fold(_key(str(thing)))].add(str(thing))
    return things


def _articles(store: Store) -> set[str]:
    """The provisions of treaties: what is of rules or terms of reference is no article."""
    found = store.query(
        f"{vocab.PROLOGUE} SELECT ?thing {{ ?thing tac:instrument ?of . ?of a tac:Treaty }}"
    )
    return {str(row[0]) for row in found.rows}


def _key(iri: str) -> str:
    """The last piece of an IRI, without regard to case."""
    return re.split(r"[/#]", iri)[-1].casefold()


def _suggestion(store: Store, things: dict[str, set[str]], text: str) -> str:
    """'; did you mean Philippines (PHL)?', or nothing when no name is near."""
    folded = _fold(text)
    # Names that hold the words come first: the number of a symbol, the ordinal of a meeting.
    holding = [name for name in things if len(folded) > 1 and folded in name]
    near = [*sorted(holding, key=len), *get_close_matches(folded, things, n=3, cutoff=0.7)]
    found = dict.fromkeys(iri for name in near for iri in sorted(things[name]))
    named = [_name_and_code(store, iri) for iri in list(found)[:3]]
    return f"; did you mean {' or '.join(named)}?" if named else ""


def _name_and_code(store: Store, iri: str) -> str:
    rows = store.query(
        f"{vocab.PROLOGUE} SELECT ?label ?code {{ <{iri}> rdfs:label|skos:prefLabel ?label"
        f" OPTIONAL {{ <{iri}> {_CODES} ?code }} BIND(LANG(?label) = 'en' AS ?english) }}"
        " ORDER BY DESC(?english) ?label ?code"
    ).rows
    label, code = rows[0] if rows else (iri, None)
    key = _key(iri)  # what can be typed for it, where it has no code
    code = code or (key if len(key) < len(str(label)) else None)
    return f"{label} ({code})" if code else str(label)


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
