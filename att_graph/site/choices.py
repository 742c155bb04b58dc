"""What may be chosen for a parameter of a stored question, so that a form can offer it."""

import re
from collections import defaultdict
from dataclasses import dataclass

from att_graph import vocab
from att_graph.questions import Question
from att_graph.store import Store

_FEW = 40  # as many as a person looks through; more are offered while they type
_MOST = 400
_CLASSES = {
    "state": "tac:State",
    "body": "tac:TreatyBody",
    "meeting": "tac:Meeting",
    "treaty": "tac:Treaty",
    "person": "tac:Person",
    "document": "tac:Document",
}
_NAMES = "SELECT ?thing ?name {{ {pattern} ?thing rdfs:label|skos:prefLabel ?name }}"
_CODES = """SELECT ?thing ?code {{ {pattern}
?thing rdfs:label|skos:altLabel|skos:notation|tac:iso2|tac:acronym|tac:symbol ?code }}"""


@dataclass(frozen=True)
class Option:
    """A value that the parameter takes, and how a person calls it."""

    value: str
    text: str
    lang: str = ""


@dataclass(frozen=True)
class Choice:
    """The options of one kind of parameter, sorted by what they are called."""

    id: str
    options: tuple[Option, ...]

    @property
    def few(self) -> bool:
        """Whether all of them can stand in a list to choose from."""
        return len(self.options) <= _FEW

    def has(self, value: str) -> bool:
        """Whether one of the options sends this value."""
        return any(option.value == value for option in self.options)


def choices(store: Store, asked: tuple[Question, ...]) -> dict[str, Choice]:
    """Kind of parameter → its choice, for the kinds that these questions take and that have one."""
    kinds = sorted({parameter.kind for each in asked for parameter in each.params})
    found = {kind: _options(store, kind) for kind in kinds}
    return {
        kind: Choice("any-" + kind.replace("/", "-"), options)
        for kind, options in found.items()
        if 0 < len(options) <= _MOST
    }


def _options(store: Store, kind: str) -> tuple[Option, ...]:
    if kind.startswith("concept/"):
        scheme = vocab.CONCEPT + kind.partition("/")[2]
        pattern = f"?thing skos:inScheme <{scheme}> ."
    elif kind in _CLASSES:
        pattern = f"?thing a {_CLASSES[kind]} ."
    else:
        return ()
    best: dict[str, tuple[int, str, str]] = {}
    for row in store.select(vocab.PROLOGUE + _NAMES.format(pattern=pattern)):
        iri, name = (getattr(row[key], "value", "") for key in ("thing", "name"))
        lang = getattr(row["name"], "language", "") or ""
        rank = {"en": 0, "zh": 1}.get(lang, 2)
        best[iri] = min(best.get(iri, (9, "", "")), (rank, name, lang))
    called: dict[str, set[str]] = defaultdict(set)
    for row in store.select(vocab.PROLOGUE + _CODES.format(pattern=pattern)):
        iri, code = (getattr(row[key], "value", "") for key in ("thing", "code"))
        called[code.casefold()].add(iri)
    for iri in best:
        called[_key(iri).casefold()].add(iri)
    options = (
        Option(_key(iri) if len(called[_key(iri).casefold()]) == 1 else iri, name, lang)
        for iri, (_, name, lang) in best.items()
    )
    return tuple(sorted(options, key=lambda option: (option.text.casefold(), option.value)))


def _key(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]
