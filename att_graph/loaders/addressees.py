"""Who is to act: the actors at the start of what an act asks, one or several joined."""

import re

from att_graph.loaders import naming, nouns
from att_graph.loaders.reading import Mention, Phrase, Place, Reading
from att_graph.model import Ref
from att_graph.text import View

_ASIDE = re.compile(r"《[^》]*》?|\([^()]*(?:\([^()]*\)[^()]*)*\)")
_LONGEST = 80  # code points; no actor is named at greater length


def chain(reading: Reading, place: Place, start: int, end: int) -> list[Phrase]:
    """The joined noun phrases that `place.text[start:end]` starts with, if any."""
    if any(reading.language.table("verb-form")):
        return nouns.chain(reading, place, start, end)
    text = _ASIDE.sub(lambda found: "□" * len(found[0]), place.text)
    joined = reading.language.pattern("actor-chain")
    phrases: list[Phrase] = []
    at = start
    while at < end:
        found = _phrase(reading, place.text, text, at, end)
        if found is None:
            break
        phrases.append(found)
        more = joined.match(text[found.end : end])
        if not more:
            break
        at = found.end + more.end()
    return phrases


def refs(reading: Reading, place: Place, phrases: list[Phrase], seen: list[Ref]) -> list[Mention]:
    """The actors that phrases name; `seen` are the bodies that the paragraph has named before."""
    found: list[Mention] = []
    own = reading.report.body or reading.report.meeting  # whose Chair a bare "the Chair" is
    for phrase in phrases:
        ref = anaphor(reading, place.view, phrase.start, phrase.end, seen)
        whose = _whose(reading, place, phrase, seen) or own
        ref = ref or naming.resolve(reading, place.view, phrase.start, phrase.end, whose)
        ref = ref or naming.group(reading, place.view, phrase.start, phrase.end)
        found.append(Mention(phrase.start, phrase.end, ref))
    return found


def _whose(reading: Reading, place: Place, phrase: Phrase, seen: list[Ref]) -> Ref | None:
    """The body whose Chair a bare "the Chair" is, where a conference itself has none.

    The body named last before it; where none is, a treaty without offices of that name.
    """
    words = place.text[phrase.start : phrase.end]
    if reading.report.body or not reading.language.pattern("body-title").fullmatch(words):
        return None
    named = [ref for _, _, ref in reading.names.search(place.text[: phrase.start], "body")]
    bodies = [ref for ref in [*seen, *named] if ref.kind == "body" and ref != reading.conferences]
    return bodies[-1] if bodies else reading.report.treaty


def anaphor(reading: Reading, view: View, start: int, end: int, seen: list[Ref]) -> Ref | None:
    """A bare "the working group", or its Chair, in; the last one of that sort named out.

    In a body's own report, a working group of which nothing else is said is that body.
    """
    found = reading.language.pattern("anaphor").search(view.norm[start:end])
    own = reading.report.body
    if not found or (found["role"] and not found["that"] and not own):
        return None  # "Chairs of the working groups", in a conference's report
    head = found["office"] or found["body"]
    for ref in reversed([*([own] if own else []), *seen]):
        for label in naming.labels_of(reading, ref):
            if label.lang == reading.language.code and _headed(label.value, head):
                role = reading.language.choose("role", found["role"]) if found["role"] else None
                return naming.office(reading, ref, role, view, start, end) if role else ref
    return None


def _headed(label: str, head: str) -> bool:
    """Whether a name's noun is this one: "… Working Group", "Working Group on …"."""
    if label.endswith(head):
        return True
    return bool(re.search(rf"(?<![\w-]){re.escape(head)} ", label, re.IGNORECASE))


def _phrase(reading: Reading, raw: str, text: str, start: int, end: int) -> Phrase | None:
    """One noun phrase from `start`: a known name, or modifiers and an actor's word."""
    stop = min(end, start + _LONGEST, *(i for i in _breaks(text, start, end)))
    state = reading.names.match(raw, start, "state")
    if state and state[1] <= stop:
        government = reading.language.pattern("government").match(raw, state[1], stop)
        return Phrase(start, government.end() if government else state[1])
    known = reading.names.match(raw, start, "body", "organisation", "group", "office")
    for head in reading.language.pattern("actor-head").finditer(text, start, stop):
        if known and known[1] >= head.end():
            head_end = known[1]
            if reading.language.pattern("not-actor").match(text, head_end, end):
                continue
            return Phrase(start, head_end)
        modifiers = text[start : head.start()]
        if reading.language.pattern("not-actor").match(text, head.end(), end):
            continue
        if not _modifies(reading, modifiers):
            continue
        finish = head.end()
        while finish < stop and text[finish] in '”"':
            finish += 1
        return Phrase(start, finish)
    if (
        known
        and known[1] <= stop
        and not reading.language.pattern("not-actor").match(text, known[1], end)
    ):
        return Phrase(start, known[1])
    return None


def _breaks(text: str, start: int, end: int) -> list[int]:
    found = re.compile(r"[,;:。、]").search(text, start, end)
    # An enumeration mark inside a relative clause does not end the phrase; a comma does.
    while found and found[0] == "、" and "的" in text[found.end() : found.end() + 30]:
        found = re.compile(r"[,;:。]").search(text, found.end(), end)
    return [found.start()] if found else [end]


def _modifies(reading: Reading, words: str) -> bool:
    """Whether some words can stand before an actor's word within one noun phrase."""
    pattern = reading.language.pattern
    if not words or pattern("quantified").fullmatch(words):
        return True
    if pattern("verb-phrase").match(words):
        return False
    if pattern("actor-modifier").search(words):
        return False  # the word is a preposition's object inside a longer phrase
    if pattern("relative").search(words):
        return True
    return len(words) <= 14 and not pattern("verbal").search(words)
