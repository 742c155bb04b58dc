"""A phrase that describes actors in, the known group it describes out.

Nobody words such a description twice alike ("States Parties that are not in full compliance with
their reporting obligations"). A hidden label of a group in the authority file gives the words it
cannot lack, "…" for any between them: "States … contribut… Sponsorship Programme".
"""

import re

from att_graph import vocab
from att_graph.gazetteer import actors, reference
from att_graph.model import Ref
from att_graph.text import fold

_HIDDEN = vocab.PREFIXES["skos"] + "hiddenLabel"


def described(phrase: str, lang: str, treaty: Ref | None) -> Ref | None:
    """The group that a phrase describes under a treaty, by the longest description that fits."""
    plain = fold(phrase).casefold()
    for words, ref in _descriptions(lang):
        if words.fullmatch(plain) and actors.treaty_of(ref) in (None, treaty):
            return ref
    return None


@reference.kept
def _descriptions(lang: str) -> tuple[tuple[re.Pattern[str], Ref], ...]:
    start = vocab.thing("group", "")
    found = [
        (text.value, Ref("group", iri.removeprefix(start)))
        for iri, record in sorted(reference.records().items())
        if iri.startswith(start)
        for text in record.texts.get(_HIDDEN, ())
        if text.lang == lang
    ]
    found.sort(key=lambda pair: (-len(pair[0]), pair))
    return tuple((re.compile(_expression(words)), ref) for words, ref in found)


def _expression(words: str) -> str:
    return ".*?".join(re.escape(fold(part).casefold()) for part in words.split("…"))
