"""Whether two names, in one language or two, can be those of one thing."""

import re
from difflib import SequenceMatcher

from att_graph.editions.sides import Side
from att_graph.gazetteer import actors
from att_graph.iris import slug
from att_graph.model import Fact, Organisation, Ref, Words
from att_graph.text import fold

SURE = 0.8  # share of equal characters from which two names of one language are the same
POSSIBLE = 0.6  # and below which they are not
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’-]*")


def names(fact: Fact) -> list[Words]:
    """Everything a thing is called in an edition."""
    title = getattr(fact, "title", None)
    return [*fact.labels, *fact.names, *([title] if title else [])]


def told(side: Side, ref: Ref) -> Fact:
    """A thing as a side tells it; what only the authority files describe, with their names."""
    fact = side.facts.get(ref)
    if fact is None:
        langs = dict.fromkeys(["en", *(report.lang for report in side.reports)])
        labels = [words for words in (actors.label(ref, lang) for lang in langs) if words]
        fact = Organisation(ref, labels=labels) if ref.kind == "organisation" else Fact(ref, labels)
    return fact


def alike(one: Fact, other: Fact) -> float | None:
    """How alike two things' names are, 0 to 1; None where no two of them share a language."""
    scores = [
        _ratio(a.value, b.value) for a in names(one) for b in names(other) if a.lang == b.lang
    ]
    return max(scores, default=None)


def possible(one: Fact, other: Fact) -> bool:
    """Whether two names can be those of one thing: in two languages any can."""
    score = alike(one, other)
    return score is None or score >= POSSIBLE


def _ratio(one: str, other: str) -> float:
    a, b = fold(one).casefold(), fold(other).casefold()
    plain = slug(one), slug(other)
    if all(plain) and sorted(plain[0].split("-")) == sorted(plain[1].split("-")):
        return 1.0  # the family name first, or last; accents kept, or lost
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def shorts(fact: Fact) -> set[str]:
    """The acronyms of an organisation, and a name of one word in Latin letters."""
    found = {slug(acronym) for acronym in getattr(fact, "acronyms", ())}
    for words in names(fact):
        found |= {slug(short) for short in re.findall(r"[(（]([^()（）]+)[)）]$", words.value)}
    return found - {""} if isinstance(fact, Organisation) else set()


def by_names(known: Side, other: Side, mine: list[Ref], theirs: list[Ref]) -> dict[Ref, Ref]:
    """Pairs by acronym, by a name in one language, by the Latin words inside another script."""
    found: dict[Ref, Ref] = {}
    for test in (_short, _same, _within):
        scores = {
            (a, b): test(told(known, a), told(other, b))
            for a in mine
            for b in theirs
            if a not in found.values()
            and b not in found
            and not (actors.known(a) and actors.known(b))
        }
        for (a, b), score in scores.items():
            rivals = [s for (c, d), s in scores.items() if (c == a) != (d == b)]
            if score and score > max(rivals, default=0.0):
                found[b] = a
    return found


def _short(one: Fact, other: Fact) -> float:
    return float(bool(shorts(one) & shorts(other)))


def _same(one: Fact, other: Fact) -> float:
    score = alike(one, other)
    return score if score is not None and score >= SURE else 0.0


def _within(one: Fact, other: Fact) -> float:
    """Whether all Latin words of a name in another script stand in the other's name."""
    for a, b in ((one, other), (other, one)):
        for words in a.labels:
            latin = {slug(word) for word in _LATIN.findall(words.value) if len(word) > 2} - {""}
            alone = slug(words.value).replace("-", "") == "".join(_LATIN.findall(words.value))
            whole = {slug(w) for n in names(b) for w in _LATIN.findall(n.value)}
            if latin and not alone and not words.value.isascii() and latin <= whole:
                return 1.0
    return 0.0
