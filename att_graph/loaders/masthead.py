"""The masthead: which treaty, meeting, kind of report; and whether the file holds all of it."""

import re
from itertools import pairwise

from att_graph.errors import InputError
from att_graph.gazetteer.actors import Gazetteer, gazetteer
from att_graph.iris import digest, slug
from att_graph.layout.lines import balanced, weight
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import dates, identity, kinds, roster
from att_graph.loaders.reading import Reading, places
from att_graph.loaders.symbols import SYMBOL, canonical
from att_graph.model import Ref, Report, Words
from att_graph.text import EMPTY, View, view

_SHORT = 4_000  # characters of Chinese (lines.weight): an opening; the shortest report has more


def open_report(
    parsed: ParsedReport, kind: str | None = None, report_id: str | None = None
) -> Reading:
    """A layout in, a Reading with an empty Report out.

    Raises InputError where no treaty, meeting or kind of report can be made out, and where the
    text is visibly not all there.
    """
    source, language = parsed.source, parsed.language
    if kind is not None:
        kinds.kind(kind)
    title, sort = _title(parsed, kind)
    if sort and kinds.kind(sort).form == "lines":
        parsed.masthead[:] = roster.opening(parsed)
    lines = parsed.masthead
    head = [*lines, *(part.title for part in parsed.parts[:1])]
    shown = identity.identify(parsed, head)
    treaty, series, ordinal = shown.treaty, shown.series, shown.ordinal
    names = gazetteer(language.code, treaty)  # what belongs to other treaties is not meant here
    attended = identity.attended(parsed)
    if attended:  # a list of participants is a conference's, whatever is lost of its title
        sort = sort or "conference-report"
    if (treaty is None and not attended) or sort is None or not _numbered(parsed, sort):
        what = "treaty" if treaty is None else "kind of report" if sort is None else "paragraph"
        raise InputError(
            f"{source.name}: is no report of a treaty conference this version can read: "
            f"the masthead (everything before paragraph 1) shows no {what}."
            if what != "paragraph"
            else f"{source.name}: holds no numbered paragraphs, so it is no report, or half of one."
        )
    if shown.meeting is None:
        raise InputError(
            f"{source.name}: the masthead (everything before paragraph 1) "
            "does not say which session of the conference this is."
        )
    row = kinds.kind(sort)
    body = _body([title, *lines], names, series) if row.of == "body" else None
    meeting = shown.meeting
    if row.of == "preparatory":
        meeting = identity.prepared(meeting, [line.norm for line in (title, *lines)], language)
    name = row.name.format(body=_slot(body, title))
    key = report_id or source.id or f"{meeting.key}-{name}-{language.code}"
    fault = _fault(parsed, sort)
    if fault and not _excerpt(parsed, row):
        raise InputError(f"{source.name}: {fault}; half a report?")
    report = Report(
        source,
        slug(key) or digest(key),
        language.code,
        sort,
        Words(title.plain(), language.code),
        treaty,
        meeting,
        body,
    )
    reading = Reading(parsed, language, names, report, series, ordinal, shown.spans)
    for line in lines:
        found = language.pattern("date").fullmatch(line.norm)
        if found and report.issued is None:
            report.issued = dates.day(found, language)
        original = language.pattern("original").search(line.norm)
        if original and report.original is None:
            report.original = language.choose("language", original["what"])
        issuer = language.pattern("issued-by").match(line.norm)
        issuer = issuer or language.pattern("submitted-by").match(line.norm)
        if issuer and report.publisher is None:
            report.publisher = reading.words(line, issuer.start("who"), issuer.end("who"))
    reading.places = places(reading)
    if fault:
        _incomplete(reading, fault)
    if treaty is None:
        _unnamed(reading)
    return reading


def _unnamed(reading: Reading) -> None:
    """Say that no treaty is named: nothing is then known of its bodies and rules."""
    line = next(iter([*reading.parsed.masthead, *(place.view for place in reading.places)]), EMPTY)
    reading.find(
        "treaty-not-named",
        line,
        0,
        min(len(line.norm), 60),
        "The text does not show of which treaty the meeting is; --treaty can say it.",
        severity="warning",
        about=(reading.report.meeting,),
    )


def _excerpt(parsed: ParsedReport, row: kinds.Kind) -> bool:
    """Whether a text that lacks something is taken for what it holds: an opening, a fragment.

    A short one of a conference that does not reach the decisions, or what the caller calls one.
    """
    short = weight(re.sub(r"\s+", " ", parsed.source.text)) <= _SHORT
    return parsed.source.excerpt or (
        short and row.of == "conference" and row.needed not in _parts(parsed)
    )


def _incomplete(reading: Reading, fault: str) -> None:
    last = reading.places[-1]
    reading.find(
        "incomplete-source",
        last.view,
        max(0, len(last.text) - 60),
        len(last.text),
        f"The text is an excerpt: it {fault}. What it lacks is not in the graph.",
        severity="warning",
        about=(reading.report.meeting,),
    )


def symbol_printed(reading: Reading) -> str | None:
    """The symbol that was stated, or else the one in the masthead, canonical, or None."""
    if reading.parsed.source.symbol:
        return canonical(reading.parsed.source.symbol)
    for line in reading.parsed.masthead:
        found = SYMBOL.search(line.norm)
        if found:
            return canonical(found[0])
    return None


def title_view(reading: Reading) -> View:
    """The report's title where it stands."""
    return _title(reading.parsed, None)[0]


def _title(parsed: ParsedReport, kind: str | None) -> tuple[View, str | None]:
    """The title, on a line of its own or on two, and the kind of report it shows.

    A fragment without a masthead goes by its first words.
    """
    text, lines, language = parsed.source.text, parsed.masthead, parsed.language
    pairs = [view(text, [*a.spans(), *b.spans()]) for a, b in pairwise(lines)]
    shown: list[tuple[bool, View, str]] = []
    for line in [*lines, *pairs]:
        cue = language.cue("kind", line.norm)
        if cue and weight(line.norm) < 80 and not language.pattern("contents").search(line.norm):
            shown.append((cue[1].span() != (0, len(line.norm)), line, cue[0]))
    if shown:  # a line that is a title and no more, before one that only holds its words
        _, line, found = min(shown, key=lambda each: each[0])
        return line, kind or found
    first = parsed.paragraphs[0].view if parsed.paragraphs else EMPTY
    start = re.match(r".{0,80}(?=[:;.。])|.{0,80}(?!\S)|.{0,80}", first.norm)
    return (lines[-1] if lines else first.cut(0, start.end() if start else 0)), kind


def _body(lines: list[View], names: Gazetteer, series: Ref | None) -> Ref | None:
    """The body that reports: named in the title, or else in another line of the masthead."""
    for line in lines:
        for _, _, ref in names.search(line.norm, "body"):
            if ref != series:
                return ref
    return None


def _slot(body: Ref | None, title: View) -> str:
    return body.key if body else digest(title.norm)


def _numbered(parsed: ParsedReport, sort: str) -> bool:
    """Whether the text holds the numbered paragraphs that its kind has."""
    return bool(parsed.paragraphs) or kinds.kind(sort).form == "lines"


def _fault(parsed: ParsedReport, sort: str) -> str | None:
    """How a report breaks off, or None: what is missing looks like what was never said."""
    if kinds.kind(sort).form != "report":
        return None
    language = parsed.language
    last = parsed.paragraphs[-1]
    tail = last.items[-1].view if last.items else last.view
    where = f"the last paragraph read is {last.number}"
    needed = kinds.kind(sort).needed
    if needed and needed not in _parts(parsed):
        return f"holds no part with {needed} ({where})"
    # A chapeau that ends in a colon, an item in a semicolon: more was to come.
    end = tail.norm.rstrip('”’")》]')[-1:]
    if not language.pattern("sentence-end").search(end):
        return f"breaks off in the middle of a sentence ({where})"
    promised = any(language.pattern("annex").search(line.norm) for line in parsed.contents)
    if promised and not parsed.rows and not parsed.annex:
        return f"announces an annex in its contents that the file does not hold ({where})"
    if parsed.rows and _cut(parsed):
        return "breaks off in the last row of the annex"
    return None


def _parts(parsed: ParsedReport) -> set[str | None]:
    """The kinds of part that hold paragraphs."""
    held = {paragraph.part for paragraph in parsed.paragraphs}
    titles = [part.title.norm for number, part in enumerate(parsed.parts) if number in held]
    return {parsed.language.choose("part", title) for title in titles}


def _cut(parsed: ParsedReport) -> bool:
    """Whether the annex ends in half a row: a bracket left open, a symbol without its title."""
    last = parsed.rows[-1].cells
    if not all(balanced(cell.norm) for cell in last):
        return True
    bare = len(last) == 1 and SYMBOL.fullmatch(last[0].norm)
    return bool(bare) and any(len(row.cells) > 1 for row in parsed.rows)
