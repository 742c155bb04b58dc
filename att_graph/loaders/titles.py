"""Documents named by their titles in running text, with their symbols where these stand beside."""

import re

from att_graph.iris import digest
from att_graph.loaders import dates, naming
from att_graph.loaders.reading import Mention, Place, Reading, extent
from att_graph.loaders.symbols import document_type
from att_graph.model import Document, Ref, Words


def read(reading: Reading, place: Place) -> None:
    """Add the documents that a place names by title, or their titles to those it also cites."""
    _entitled(reading, place)
    _titled(reading, place)
    for found in reading.language.pattern("named-document").finditer(place.text):
        start, end = extent(found, "title")
        if not any(m.start <= start < m.end for m in place.documents):
            _named(reading, place, start, end, place.text[start:end])


def _entitled(reading: Reading, place: Place) -> None:
    """ "the paper entitled X (SYMBOL)"."""
    pattern, report = reading.language.pattern, reading.report
    for found in pattern("entitled").finditer(place.text):
        after = [m for m in place.documents if _beside(reading, place, found.end(), m.start)]
        title = Words(
            place.view.plain(found.start("title"), found.end("title")), reading.language.code
        )
        if after:
            fact = report.facts[after[0].ref]
            if isinstance(fact, Document) and fact.title is None:
                fact.title = title
            sort = document_type(None, found["kind"], reading.language.code)
            if isinstance(fact, Document) and sort and fact.sort in (None, "annex"):
                fact.sort = sort
            fact.prove(place.view.spans(found.start("title"), found.end("title")), "title")
        else:
            _named(reading, place, found.start("title"), found.end("title"), found["kind"])
            _handed_out(reading, place, found.start(), found.end())


def _beside(reading: Reading, place: Place, end: int, start: int) -> bool:
    """Whether a symbol stands just behind a title, or only "(contained in document" between."""
    between = place.text[end:start] if end <= start else None
    lead = reading.language.pattern("symbol-lead")
    return between is not None and (len(between) < 12 or bool(lead.fullmatch(between)))


def _handed_out(reading: Reading, place: Place, at: int, end: int) -> None:
    """ "the paper that she handed out on 3 May": its day, and who she is.

    The words stand before the title `text[at:end]` or behind it, as the language has it.
    """
    low = reading.language.after("sentence-end", place.text, at)
    text, own = place.text[low:at], reading.language.pattern("handed-out-own")
    found = reading.language.pattern("handed-out").search(text)
    whose = found["who"] if found else None
    if not found:
        low_found = end
        found = reading.language.pattern("handed-out").search(place.text[end:])
        whose = (found["who"] if found else None) or own.search(text)
    else:
        low_found = low
    fact = issued(reading, place, place.documents[-1].ref, found, low_found)
    if fact is None:
        return
    article = reading.language.pattern("determiner").match(place.text, low)
    begin = article.end() if article else low
    subject = reading.language.pattern("office-of").match(place.text, begin)
    if whose and subject:
        who = naming.resolve(reading, place.view, *subject.span("office"))
        fact.submitters += [who] if who else []
        fact.prove(place.view.spans(*subject.span("office")), *(("submittedBy",) if who else ()))


def issued(
    reading: Reading, place: Place, ref: Ref, found: re.Match[str] | None, low: int
) -> Document | None:
    """The document that a match, from `text[low]` on, gives its day of issue, else None."""
    fact = reading.report.facts[ref]
    day = dates.day(found, reading.language) if found else None
    if not found or day is None or not isinstance(fact, Document) or fact.issued:
        return None
    fact.issued = day
    start, end = dates.span(found, reading.language)
    fact.prove(place.view.spans(low + start, low + end), "issued")
    return fact


def _titled(reading: Reading, place: Place) -> None:
    """A title in title marks, which is no treaty's."""
    pattern, report = reading.language.pattern, reading.report
    for found in pattern("titled").finditer(place.text):
        title_text = found["title"]
        if pattern("treaty-title").search(title_text) or reading.names.find(
            title_text, "treaty", "instrument"
        ):
            continue
        aside = [m for m in place.documents if found.end() <= m.start <= m.end < len(place.text)]
        marks = [(place.text[found.end() : m.start], place.text[m.end]) for m in aside]
        if ("(", ")") in marks:  # its symbol in brackets
            fact = report.facts[aside[marks.index(("(", ")"))].ref]
            if isinstance(fact, Document):
                title = reading.words(place.view, *found.span("title"))
                fact.title = fact.title or title
                fact.sort = fact.sort or document_type(None, title_text, reading.language.code)
                fact.prove(place.view.spans(*found.span("title")), "title")
                continue
        _named(reading, place, found.start("title"), found.end("title"), title_text)


def _named(reading: Reading, place: Place, start: int, end: int, kind: str) -> None:
    report, norm = reading.report, place.text[start:end]
    ref = Ref("document", f"{report.id}-{digest(norm)}")
    longer = [
        d.ref
        for d in report.all(Document)
        if d.symbol is None and d.title and d.ref != ref and _short(reading, d.title.value, norm)
    ]
    here = [m.ref for m in place.documents if m.ref in longer]  # a short form of one just named
    longer = here[-1:] or longer
    if len(longer) == 1 and ref not in report.facts:
        short = reading.words(place.view, start, end)
        report.facts[longer[0]].prove(place.view.spans(start, end), "altLabel")
        report.facts[longer[0]].names.append(short)
        place.documents.append(Mention(start, end, longer[0]))
        return
    words = reading.words(place.view, start, end)
    fact = Document(ref, title=words, labels=[words])
    fact.sort = document_type(None, kind, reading.language.code)
    fact.prove(place.view.spans(start, end), "title", *(("documentType",) if fact.sort else ()))
    report.add(fact)
    place.documents.append(Mention(start, end, ref))


def _short(reading: Reading, title: str, short: str) -> bool:
    """Whether some words are the head of a title: its end, or its start as the language has it."""
    whole, part = title.replace(" ", ""), short.replace(" ", "")
    first = reading.language.choose("title-head", title)
    return len(short) >= 4 and (whole.startswith(part) if first else whole.endswith(part))
