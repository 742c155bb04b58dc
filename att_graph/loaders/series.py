"""Several conferences and their days in one sentence: "the First (24–27 August 2015), Second …".

The days stand behind each ordinal, or all behind all ordinals, in their order. A place or a mode
stands before its date or behind it, and may serve several dates. Where the two lists differ in
length nothing is guessed: the finding says so.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from att_graph.loaders import dates
from att_graph.loaders.calendar import Calendar
from att_graph.loaders.reading import number
from att_graph.model import Meeting
from att_graph.text import View

Span = tuple[int, int]


@dataclass
class _Event:
    """A conference of the list: its number and where that stands, its days, place and mode."""

    ordinal: int
    at: Span
    day: re.Match[str]
    year: str | None
    place: Span | None = None
    mode: Span | None = None
    reach: Span = field(default=(0, 0))  # where the words about it lie


def read(calendar: Calendar, view: View, sentence: str, offset: int) -> bool:
    """Put down what one sentence lists; whether it was such a list at all comes out."""
    ordinals = _ordinals(calendar, sentence)
    days = list(calendar.pattern("range-in-list").finditer(sentence))
    if len(ordinals) < 2 or len(days) < 2:
        return False
    apart = ordinals[-1][1][1] <= days[0].start()
    pairs = _paired(ordinals, days, apart)
    if pairs is None:
        calendar.reading.find(
            "count-mismatch",
            view,
            offset + ordinals[0][1][0],
            offset + days[-1].end(),
            f"{len(ordinals)} meetings are named but {len(days)} dates follow.",
            severity="warning",
        )
        return True
    filled = dict(zip(days, dates.years(days), strict=True))
    events = [_Event(number, at, day, filled[day]) for number, at, day in pairs]
    _where_and_how(calendar, sentence, events, apart)
    noun = calendar.pattern("conference-noun").search(sentence)
    for event in events:
        _put(calendar, view, offset, event, noun[0] if noun else "")
    return True


def _ordinals(calendar: Calendar, sentence: str) -> list[tuple[int, Span]]:
    """Each conference that the list names, ranges ("First to Seventh") opened out."""
    pattern = calendar.pattern("listed-ordinal")
    needed = ("conference-noun", "session-verb")
    if not all(calendar.pattern(name).search(sentence) for name in needed):
        return []
    found: list[tuple[int, Span]] = []
    for hit in pattern.finditer(sentence):
        value = number(calendar.reading.language, hit["n"])
        if not value or any(value == old for old, _ in found):
            continue
        if found and hit["through"]:
            found += [(each, hit.span()) for each in range(found[-1][0] + 1, value)]
        found.append((value, hit.span("n")))
    return found


def _paired(
    ordinals: list[tuple[int, Span]], days: list[re.Match[str]], apart: bool
) -> list[tuple[int, Span, re.Match[str]]] | None:
    if apart:
        if len(ordinals) != len(days):
            return None
        return [(n, at, day) for (n, at), day in zip(ordinals, days, strict=True)]
    pairs: list[tuple[int, Span, re.Match[str]]] = []
    for count, (ordinal, at) in enumerate(ordinals):
        stop = ordinals[count + 1][1][0] if count + 1 < len(ordinals) else None
        own = [d for d in days if at[1] <= d.start() and (stop is None or d.start() < stop)]
        if len(own) != 1:
            return None
        pairs.append((ordinal, at, own[0]))
    return pairs


def _where_and_how(calendar: Calendar, sentence: str, events: list[_Event], apart: bool) -> None:
    """Give each event its place or mode: before its date, behind it, or shared with others."""
    first = events[0]
    lead = (first.at[1] if not apart else events[-1].at[1], first.day.start())
    ahead = any(_told(calendar, sentence, *lead))
    for count, event in enumerate(events):
        after = events[count + 1] if count + 1 < len(events) else None
        if ahead:
            low = events[count - 1].day.end() if apart and count else lead[0]
            low = event.at[1] if not apart else low
            event.reach = (low, event.day.start())
        else:
            high = len(sentence) if after is None else (after.day.start() if apart else after.at[0])
            event.reach = (event.day.end(), high)
        event.place, event.mode = _told(calendar, sentence, *event.reach)
    if ahead and apart:
        for before, event in pairwise(events):
            if not (event.place or event.mode) and before.place:
                event.place = before.place  # "in Switzerland, A and B"
    if ahead and not (events[-1].place or events[-1].mode):
        end = events[-1].day.end()
        events[-1].place, events[-1].mode = _told(calendar, sentence, end, len(sentence))
    if not ahead or not apart:
        for event, after in zip(reversed(events[:-1]), reversed(events[1:]), strict=True):
            if not (event.place or event.mode) and after.place:
                event.place = after.place  # "A, B and C in Switzerland"


def _told(
    calendar: Calendar, sentence: str, start: int, end: int
) -> tuple[Span | None, Span | None]:
    place = calendar.place(sentence, start, end)
    mode = calendar.pattern("session-mode").search(sentence, start, end)
    return place, mode.span() if mode else None


def _put(calendar: Calendar, view: View, offset: int, event: _Event, noun: str) -> None:
    session = calendar.reading.session(event.ordinal, noun)
    if session is None:
        return  # another treaty's
    meeting: Meeting = calendar.meeting(session)
    meeting.prove(view.spans(offset + event.at[0], offset + event.at[1]), "ordinal", "meetingOf")
    at = dates.span(event.day, calendar.reading.language)
    calendar.dated(meeting, view, (offset + at[0], offset + at[1]), event.day, event.year)
    if event.place:
        calendar.where(meeting, view, offset + event.place[0], offset + event.place[1])
    if event.mode:
        calendar.how(meeting, view, offset + event.mode[0], offset + event.mode[1])
