"""What is odd in the source itself: broken dates, doubled characters, draft brackets, gaps."""

import re
from itertools import pairwise

from att_graph.loaders import dates
from att_graph.loaders.reading import Reading, slot
from att_graph.loaders.symbols import SYMBOL, canonical, take_apart
from att_graph.model import Document, Ref, TreatyAction, Words
from att_graph.text import fold

# Not "[t]he Conference" or “[a] Conference”: the quoting hand changed a letter's case.
_LETTER = r"\[[A-Za-zÀ-ɏЀ-ӿ]\]"
_BRACKETS = re.compile(rf"(?!(?<!\w){_LETTER}[^\W\d_])(?!(?<=[\"“‘'«„]){_LETTER})\[[^\[\]]*\]")


def read(reading: Reading) -> None:
    """Add a finding for each oddity; nothing is corrected here."""
    pattern = reading.language.pattern
    for place in reading.places:
        where = slot(place)
        for found in pattern("broken-date").finditer(place.text):
            reading.find(
                "broken-date",
                place.view,
                found.start(),
                found.end(),
                "The date lacks its month or day, and the text does not say which.",
                severity="warning",
                where=where,
            )
        for found in pattern("weekday").finditer(place.text):
            day = dates.day(found, reading.language)
            said = reading.language.choose("weekday", found["weekday"].lower())
            if day is None or str(dates.weekday(day)) != said:
                reading.find(
                    "broken-date",
                    place.view,
                    found.start(),
                    found.end(),
                    "The day of the week does not go with the date.",
                    severity="warning",
                    where=where,
                )
        for found in pattern("date").finditer(place.text):
            if dates.day(found, reading.language) is None:
                reading.find(
                    "broken-date",
                    place.view,
                    found.start(),
                    found.end(),
                    "The calendar has no such day.",
                    severity="warning",
                    where=where,
                )
        for found in pattern("doubled").finditer(place.text):
            reading.find(
                "doubled-character",
                place.view,
                found.start(),
                found.end(),
                "A word is printed twice."
                if found.groupdict()
                else "A character is printed twice.",
                read_as=found.groupdict().get("once") or found[0][:-1],
                where=where,
            )
        for found in _BRACKETS.finditer(place.text):
            if not SYMBOL.search(found[0]):
                reading.find(
                    "draft-brackets",
                    place.view,
                    found.start(),
                    found.end(),
                    "Square brackets of a draft were left in the published text.",
                    where=where,
                )
    _gaps(reading)
    _unlisted(reading)
    _told_apart(reading)
    _own_annex(reading)
    _no_intent(reading)


def _gaps(reading: Reading) -> None:
    """Serial numbers that a series of documents skips."""
    listed: dict[int, Document] = {}
    for document in reading.report.all(Document):
        if document.symbol and document.listed_in:
            symbol = take_apart(document.symbol)
            if symbol.serial and symbol.session in (reading.ordinal, None):
                listed[symbol.number] = document
    for before, number in pairwise(sorted(listed)):
        if number - before < 2:
            continue
        first, last = before + 1, number - 1
        missing = f"a number {first}" if first == last else f"the numbers {first} to {last}"
        for row in reading.parsed.rows:
            found = SYMBOL.search(row.cells[0].norm)
            if found and take_apart(canonical(found[0])).number == number:
                reading.find(
                    "numbering-gap",
                    row.cells[0],
                    found.start(),
                    found.end(),
                    f"The list of documents goes on without {missing}.",
                    where=str(first),
                    about=(listed[number].ref,),
                )
                break


def _unlisted(reading: Reading) -> None:
    """Documents of this session that the body cites and the list of documents lacks."""
    listed = {d.ref for d in reading.report.all(Document) if d.listed_in}
    if not listed:
        return
    for place in reading.places:
        for mention in place.documents:
            document = reading.report.facts[mention.ref]
            symbol = document.symbol if isinstance(document, Document) else None
            if symbol is None or mention.ref in listed:
                continue
            if take_apart(symbol).session == reading.ordinal:
                reading.find(
                    "body-annex-difference",
                    place.view,
                    mention.start,
                    mention.end,
                    "The text cites this document; the list of documents does not hold it.",
                    about=(mention.ref,),
                    where=slot(place),
                )


def _told_apart(reading: Reading) -> None:
    """A document described with one conference in the text and listed with another."""
    titles: dict[int, str] = {}
    for document in reading.report.all(Document):
        serial = document.symbol and take_apart(document.symbol).serial
        if document.symbol and serial and document.listed_in and document.title:
            titles[take_apart(document.symbol).number] = fold(document.title.value)
    for place in reading.places:
        for mention in place.documents:
            fact = reading.report.facts[mention.ref]
            symbol = fact.symbol if isinstance(fact, Document) else None
            listed = _sessions(reading, titles.get(take_apart(symbol).number, "")) if symbol else {}
            low = reading.language.after("clause-end", place.text, mention.start)
            said = _sessions(reading, place.text[low : mention.start])
            if said and listed and not set(said) & set(listed):
                start, end = next(iter(said.values()))
                reading.find(
                    "body-annex-difference",
                    place.view,
                    low + start,
                    low + end,
                    "The text describes the document with this conference, its title in the list "
                    f"of documents names conference {', '.join(map(str, sorted(listed)))}.",
                    severity="warning",
                    about=(mention.ref,),
                    where=slot(place),
                )


def _sessions(reading: Reading, text: str) -> dict[int, tuple[int, int]]:
    """The conferences that some words name, and where."""
    found: dict[int, tuple[int, int]] = {}
    for words in reading.language.pattern("conference").finditer(text):
        ordinal = reading.ordinal_of(words[0])
        if ordinal:
            found.setdefault(ordinal, words.span())
    return found


def _own_annex(reading: Reading) -> None:
    """ "the annex to this report" where this report's own annex is the list of documents."""
    if not reading.parsed.rows:
        return
    considered: Ref | None = None
    for place in reading.places:
        if place.item is None:
            considered = place.documents[-1].ref if place.documents else None
        for found in reading.language.pattern("own-annex").finditer(place.text):
            reading.find(
                "unresolved-document",
                place.view,
                found.start(),
                found.end(),
                "The annex of this report is the list of documents; the words may have been "
                "taken over from the report that the paragraph considers.",
                severity="warning",
                about=(place.ref, considered) if considered and place.item else (place.ref,),
                where=slot(place),
            )


def _no_intent(reading: Reading) -> None:
    """A signatory's notice that it does not intend to become a party."""
    for place in reading.places:
        found = reading.language.pattern("no-intent").search(place.text)
        found = found or reading.language.pattern("no-intent-after").search(place.text)
        if not found:
            continue
        state = reading.names.find(found["who"], "state")
        day = dates.day(found, reading.language)
        treaty = reading.report.treaty
        if state is None or day is None or treaty is None:
            continue
        key = f"{treaty.key}-{state.key}-notice-of-no-intent"
        fact = TreatyAction(Ref("treaty-action", key))
        fact.state, fact.treaty, fact.sort, fact.date = state, treaty, "notice-of-no-intent", day
        fact.earliest = fact.latest = day
        fact.labels = [Words(f"{state.key}: notice of no intent, {day}", "en")]
        proved = ("state", "treaty", "date", "earliest", "latest", "actionType")
        fact.prove(place.view.spans(found.start(), found.end()), *proved)
        reading.report.add(fact)
