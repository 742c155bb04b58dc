"""The closed lists as the loaders use them: trigger words, codes, labels."""

import re
from dataclasses import dataclass

from att_graph import vocab
from att_graph.gazetteer import reference
from att_graph.model import Words
from att_graph.text import fold

_SKOS = vocab.PREFIXES["skos"]
_LETTER = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]")  # of an alphabet whose words are parted by blanks
_HIDDEN, _PREFERRED, _IN = _SKOS + "hiddenLabel", _SKOS + "prefLabel", _SKOS + "inScheme"


@dataclass(frozen=True)
class Scheme:
    """A concept scheme in one language: trigger → key, longest trigger first."""

    name: str
    triggers: tuple[tuple[str, str], ...]
    expression: re.Pattern[str]

    def key(self, trigger: str) -> str:
        """The concept a trigger shows. Raises KeyError for what is no trigger."""
        return dict(self.triggers)[trigger.casefold()]

    def within(self, text: str) -> str | None:
        """The key of the longest trigger found anywhere in the text, or None."""
        return next((key for words, key in self.triggers if words in text.casefold()), None)

    def all_within(self, text: str) -> list[tuple[int, int, str]]:
        """Each trigger met in the text, longest first at a place: (start, end, key)."""
        found = self.expression.finditer(text)
        return [(m.start(), m.end(), self.key(m[0])) for m in found]


@reference.kept
def scheme(name: str, lang: str) -> Scheme:
    """The triggers of a scheme in a language."""
    found = [
        (fold(text.value).casefold(), key)
        for key, record in _members(name).items()
        for text in record.texts.get(_HIDDEN, ())
        if text.lang == lang
    ]
    found.sort(key=lambda pair: (-len(pair[0]), pair))
    words = "|".join(_whole(trigger) for trigger, _ in found) or "(?!)"
    return Scheme(name, tuple(found), re.compile(words, re.IGNORECASE))


def _whole(trigger: str) -> str:
    """A trigger as an expression: a whole word, in a script that parts words by blanks."""
    start = r"(?<!\w)" if _LETTER.match(trigger) else ""
    return start + re.escape(trigger) + (r"(?!\w)" if _LETTER.match(trigger[-1]) else "")


def value(name: str, key: str, term: str) -> str | None:
    """A plain literal of a concept: `value("act-type", "thank", "objectRole")`."""
    record = _members(name).get(key)
    texts = record.texts.get(vocab.ONTOLOGY + term, ()) if record else ()
    return texts[0].value if texts else None


def codes(name: str) -> dict[str, str]:
    """Symbol code → key of the scheme's concepts."""
    return {
        text.value: key
        for key, record in sorted(_members(name).items())
        for text in record.texts.get(vocab.ONTOLOGY + "symbolCode", ())
    }


def label(name: str, key: str, lang: str) -> Words | None:
    """The preferred label of a concept in a language."""
    record = _members(name).get(key)
    text = record.label(_PREFERRED, lang) if record else None
    return Words(text, lang) if text else None


@reference.kept
def _members(name: str) -> dict[str, reference.Record]:
    start = vocab.CONCEPT + name + "/"
    return {
        iri.removeprefix(start): record
        for iri, record in reference.records().items()
        if iri.startswith(start)
    }
