"""Which treaty a report is of, and which session of whose meetings: what its masthead shows.

In this order: what the caller states, the words of the masthead, its symbol, the organisation that
a treaty set up. What none of them shows is not known: no treaty is the usual one.
"""

import re
from dataclasses import dataclass, replace

from att_graph.errors import InputError
from att_graph.gazetteer import actors
from att_graph.gazetteer.actors import Gazetteer, gazetteer
from att_graph.iris import digest, slug
from att_graph.languages import Language
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import dates
from att_graph.loaders.reading import number
from att_graph.loaders.symbols import (
    SYMBOL,
    Symbol,
    canonical,
    session_shown,
    take_apart,
    treaty_shown,
)
from att_graph.model import Ref
from att_graph.source import Source
from att_graph.text import Span, View

_SESSION = re.compile(r"(?P<series>.*?)(?P<n>\d+)")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Identity:
    """The treaty, the body that meets, the number of its session, the meeting; None: not known."""

    treaty: Ref | None
    series: Ref | None = None
    ordinal: int | None = None
    meeting: Ref | None = None
    spans: tuple[Span, ...] = ()  # the words, or the symbol, that show the session


def identify(parsed: ParsedReport, head: list[View]) -> Identity:
    """A layout and the views of its masthead in; what they show out.

    Raises InputError for a stated treaty that is not known, and for a stated meeting or symbol
    that is none.
    """
    source, language = parsed.source, parsed.language
    if source.symbol and not SYMBOL.fullmatch(canonical(source.symbol)):
        raise InputError(f"symbol {source.symbol!r}: is no document symbol.")
    if source.meeting and not _KEY.fullmatch(source.meeting):
        raise InputError(f"meeting {source.meeting!r}: is no key such as csp5.")
    printed = [(line, found) for line in head for found in SYMBOL.finditer(line.norm)]
    symbols = [take_apart(canonical(found[0])) for _, found in printed]
    treaty = _treaty(parsed, head, symbols)
    names = gazetteer(language.code, treaty)
    attended = _attended(parsed)
    if source.meeting:
        shown = _bare(parsed, [*head, *attended], names, treaty)
        return replace(_stated(source.meeting, treaty), spans=shown.spans if shown else ())
    worded = _worded(source, head, names, language, treaty)
    if worded:
        return worded
    for symbol in symbols[:1]:
        meeting = session_shown(symbol)
        if meeting:
            line, found = printed[0]
            return replace(_stated(meeting.key, treaty), spans=line.spans(*found.span()))
    return (
        _bare(parsed, head, names, treaty)
        or _worded(source, attended, names, language, treaty)
        or _bare(parsed, attended, names, treaty)
        or Identity(treaty)
    )


def attended(parsed: ParsedReport) -> bool:
    """Whether a list of participants stands in the text: enough for a fragment to be of use."""
    return bool(_attended(parsed))


def _attended(parsed: ParsedReport) -> list[View]:
    """The words over each list of participants: what a fragment without a masthead has to show."""
    pattern = parsed.language.pattern("attendance")
    views = [paragraph.view for paragraph in parsed.paragraphs]
    found = [(view, match) for view in views for match in pattern.finditer(view.norm)]
    return [view.cut(*match.span("head")) for view, match in found]


def _treaty(parsed: ParsedReport, head: list[View], symbols: list[Symbol]) -> Ref | None:
    source, names = parsed.source, gazetteer(parsed.language.code, None)
    if source.treaty:
        return actors.named_by_key("treaty", source.treaty)
    if source.meeting:
        series = _SESSION.fullmatch(source.meeting)
        known = actors.treaty_of(Ref("body", series["series"])) if series else None
        if known:
            return known
    for symbol in symbols[:1]:
        treaty = treaty_shown(symbol)
        if treaty:
            return treaty
    for line in head:
        for _, _, ref in names.search(line.norm, "treaty"):
            return ref
    for line in head:
        for _, _, ref in names.search(line.norm, "organisation"):
            for treaty in actors.linking("entrustedTo", ref):
                return treaty
    return None


def _stated(key: str, treaty: Ref | None) -> Identity:
    """A meeting's key ("csp5", "bwc-msp2023") taken apart."""
    meeting = Ref("meeting", key)
    series, ordinal = numbered(meeting)
    if series is None:
        return Identity(treaty, None, None, meeting)
    known = treaty or actors.treaty_of(series)
    return Identity(known, series, None if by_year(series) else ordinal, meeting)


def numbered(meeting: Ref) -> tuple[Ref | None, int | None]:
    """The known body and the number that a session's key says: "csp11" is the 11th of csp."""
    found = _SESSION.fullmatch(meeting.key)
    series = Ref("body", found["series"]) if found else None
    known = series if series and actors.known(series) else None
    return known, int(found["n"]) if found else None


def prepared(conference: Ref, texts: list[str], language: Language) -> Ref:
    """The meeting that prepares a conference: the first of them, or the one that a text counts."""
    for text in texts:
        found = language.pattern("preparatory").search(text)
        nth = language.pattern("counted").search(text[: found.start()]) if found else None
        count = number(language, nth["n"]) if nth else None
        if count and count > 1:
            return Ref("meeting", f"{conference.key}-prep-{count}")
    return Ref("meeting", f"{conference.key}-prep")


def by_year(series: Ref | None) -> bool:
    """Whether a body's sessions are told apart by their year."""
    return series is not None and actors.value(series, "sessionsByYear") == "true"


def _worded(
    source: Source, head: list[View], names: Gazetteer, language: Language, treaty: Ref | None
) -> Identity | None:
    """ "Eleventh Conference of States Parties": the first session that a line names in words."""
    for line in head:
        for found in language.pattern("conference").finditer(line.norm):
            ordinal = language.pattern("ordinal").search(found[0])
            value = number(language, ordinal["n"]) if ordinal else None
            if ordinal and value:
                short = names.find(re.sub(r"[\W\d]+", "", found[0]), "body")  # "CSP11"
                words = " ".join(found[0].replace(ordinal[0], "").split())
                bodies = [ref for _, _, ref in names.search(found[0], "body")]
                bodies += [ref for _, _, ref in names.search(words, "body")]  # it stood inside
                bodies += [short] if short else []
                own = [ref for ref in bodies if treaty in actors.linked(ref, "treaty")]
                if not own and not re.search(r"\w", words):
                    continue  # "CSP11" in a symbol: the number of a session, no words for it
                shown = _session(source, treaty, own[0] if own else None, value, words)
                return replace(shown, spans=line.spans(*found.span()))
    return None


def _session(
    source: Source, treaty: Ref | None, series: Ref | None, ordinal: int, words: str
) -> Identity:
    if series:
        return Identity(treaty, series, ordinal, Ref("meeting", f"{series.key}{ordinal}"))
    # Whose sessions these are is not known: two texts that say the same may mean two meetings.
    what = slug(words) or digest(words)
    whose = treaty.key if treaty else f"unknown-{source.sha256[:8]}"
    return Identity(treaty, None, ordinal, Ref("meeting", f"{whose}-{what}{ordinal}"))


def _bare(
    parsed: ParsedReport, head: list[View], names: Gazetteer, treaty: Ref | None
) -> Identity | None:
    """ "Twenty-Fifth Session", "2023 Meeting": whose is said in another line of the masthead."""
    language = parsed.language
    series = next((ref for line in head for _, _, ref in names.search(line.norm, "body")), None)
    for line in head:
        found = language.pattern("session").search(line.norm)
        if found and found["n"]:
            value = number(language, found["n"])
            if value:
                shown = _session(parsed.source, treaty, series, value, found["what"])
                return replace(shown, spans=line.spans(*found.span()))
    if by_year(series) and series:
        for line in head:
            day = language.pattern("range").search(line.norm)
            year = dates.year_of(day) if day else None
            if day and year:
                meeting = Ref("meeting", f"{series.key}{year}")
                return Identity(treaty, series, None, meeting, line.spans(*day.span()))
    return None
