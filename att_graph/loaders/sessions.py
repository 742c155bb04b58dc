"""Sessions told by a verb: which meeting was held, on what days, where and how.

For languages whose sentences put these in any order: the language names the pieces (a meeting, a
verb of holding, a date, a place, a building), and the sentence is read from piece to piece.
"""

import re
from dataclasses import dataclass

from att_graph.loaders import dates
from att_graph.loaders.calendar import Calendar
from att_graph.model import Meeting, Ref, Words
from att_graph.text import View

_NEAR = 90  # letters between a verb's last date and a place that still belongs to it


@dataclass(frozen=True)
class _Piece:
    """A meeting's name, in the sentence."""

    start: int
    end: int


@dataclass
class _Told:
    """What one verb says: whose meetings, on which days (each with its year), and its stretch."""

    subjects: list[_Piece]
    days: list[tuple[re.Match[str], str | None]]
    start: int
    end: int
    last: tuple[int, int] | None = None  # the stretch of the last subject under the same verb


def read(calendar: Calendar, view: View, sentence: str, offset: int) -> None:
    """Put down what one sentence says of meetings; `offset` is where it starts in the view."""
    names = [
        _Piece(found.start(), found.end())
        for found in calendar.pattern("session-name").finditer(sentence)
        if calendar.names(found[0])
    ]
    if not names:
        return
    days = list(calendar.pattern("range-in-list").finditer(sentence))
    filled = list(zip(days, dates.years(days), strict=True))
    used: list[re.Match[str]] = []
    for told in _verbs(calendar, sentence, names, filled):
        _held(calendar, view, sentence, offset, told)
        used += [day for day, _ in told.days]
    for name in names:
        for day, year in filled:
            if day in used or not _of(calendar, sentence, name.end, day.start()):
                continue
            words = sentence[name.start : name.end]
            if "d2" in dates.pieces(day) or not calendar.conference(words):
                meeting = _one(calendar, view, sentence, offset, name, (day, year))
                place = calendar.place(sentence, name.end, day.start())
                if meeting and place:
                    calendar.where(meeting, view, offset + place[0], offset + place[1])
    for venue in calendar.pattern("venue-of").finditer(sentence):
        meeting = calendar.what(sentence, *venue.span("what"), None)
        if meeting:
            calendar.house(
                meeting, view, offset + venue.start("venue"), offset + venue.end("venue")
            )


def _of(calendar: Calendar, sentence: str, start: int, end: int) -> bool:
    """Whether only a place, "of", "held on" or a bracket parts a meeting's name from a date."""
    place = calendar.place(sentence, start, end)
    between = sentence[start:end]
    if place:
        lead = calendar.pattern("place-lead").search(sentence[start : place[0]])
        between = sentence[start : start + (lead.start() if lead else 0)] + sentence[place[1] : end]
    return start <= end and bool(calendar.pattern("session-of").fullmatch(between))


def _verbs(
    calendar: Calendar,
    sentence: str,
    names: list[_Piece],
    filled: list[tuple[re.Match[str], str | None]],
) -> list[_Told]:
    verbs = list(calendar.pattern("session-verb").finditer(sentence))
    found: list[_Told] = []
    stops = [verb.start() for verb in verbs[1:]] + [len(sentence)]
    for verb, stop in zip(verbs, stops, strict=False):
        subjects, after = _subjects(calendar, sentence, names, verb, stop)
        if not subjects:
            continue
        opening = verb.groupdict().get("opening")
        behind = [pair for pair in filled if after <= pair[0].start() < stop and not opening]
        groups = _grouped(calendar, sentence, names, behind, after)
        if not groups:
            before = [
                pair
                for pair in ([] if opening else filled)
                if pair[0].end() <= subjects[0].start
                and calendar.pattern("session-lead").fullmatch(
                    sentence[pair[0].end() : subjects[0].start]
                )
            ]
            groups = [([], before)]
        end = stop
        for count, (own, days) in enumerate(groups):
            if own:  # "… on A, and the preparatory meeting on B": a subject without its verb
                end = stop
            told = _Told(own or subjects, days, verb.start() if not count else own[0].start, end)
            found.append(told)
            if count:
                found[-2].end = min(found[-2].end, told.start)
        for told in found[len(found) - len(groups) : -1]:
            told.last = found[-1].start, found[-1].end
    return found


def _subjects(
    calendar: Calendar, sentence: str, names: list[_Piece], verb: re.Match[str], stop: int
) -> tuple[list[_Piece], int]:
    """Whose meeting a verb tells of, and from where its dates may stand."""
    gap, links = calendar.pattern("session-gap"), calendar.pattern("joined-names")
    by = calendar.pattern("session-agent")
    before = [
        name for name in names if name.end <= verb.start() and not by.search(sentence[: name.start])
    ]
    after = [name for name in names if verb.end() <= name.start < stop]
    active = bool(verb.groupdict().get("active"))
    close = before and not sentence[before[-1].end : verb.start()].strip()
    if active and after and not close:
        lead = sentence[verb.end() : after[0].start]
        if not calendar.pattern("range-in-list").search(lead) and len(lead) < 80:
            return [after[0]], after[0].end
    for at in range(len(before) - 1, -1, -1):
        between = sentence[before[at].end : verb.start()]
        if gap.fullmatch(between) or gap.fullmatch(_without_treaty(calendar, between)):
            first = at
            while first and links.fullmatch(sentence, before[first - 1].end, before[first].start):
                first -= 1
            return before[first : at + 1], verb.end()
    return [], verb.end()


def _without_treaty(calendar: Calendar, words: str) -> str:
    """Words without the treaty's name, which may hold commas and brackets of its own."""
    for start, end, _ in reversed(list(calendar.reading.names.search(words, "treaty"))):
        words = words[:start] + words[end:]
    return words


def _grouped(
    calendar: Calendar,
    sentence: str,
    names: list[_Piece],
    days: list[tuple[re.Match[str], str | None]],
    after: int,
) -> list[tuple[list[_Piece], list[tuple[re.Match[str], str | None]]]]:
    """The days behind a verb, by whose they are: [] stands for the verb's own subject."""
    groups: list[tuple[list[_Piece], list[tuple[re.Match[str], str | None]]]] = []
    last = 0
    for pair in days:
        start = pair[0].start()
        if not last and calendar.pattern("session-break").search(sentence, after, start):
            break
        between = [n for n in names if last and last <= n.start and n.end <= start]
        own = [n for n in between if _of(calendar, sentence, n.end, start)]
        if own:
            groups.append((own[-1:], [pair]))
        elif not groups:
            groups.append(([], [pair]))
        elif calendar.pattern("date-gap").fullmatch(sentence, last, start):
            groups[-1][1].append(pair)
        else:
            break  # a date behind the next idea of the sentence
        last = pair[0].end()
    return groups


def _held(calendar: Calendar, view: View, sentence: str, offset: int, told: _Told) -> None:
    subjects, days = told.subjects, told.days
    held: list[Meeting] = []
    if len(subjects) > 1 and len(subjects) == len(days):  # "…, respectively"
        pairs = list(zip(subjects, days, strict=True))
    elif days:
        pairs = [(subject, day) for subject in subjects for day in days]
    else:
        pairs = []
    for subject in subjects:
        own = [day for name, day in pairs if name is subject]
        for day in own:
            meeting = _one(calendar, view, sentence, offset, subject, day)
            held += [meeting] if meeting else []
        if not own and calendar.conference(sentence[subject.start : subject.end]):
            meeting = calendar.what(sentence, subject.start, subject.end, None)
            held += [meeting] if meeting else []
    last = max((day.end() for day, _ in days), default=told.start)
    end = min(told.end, last + _NEAR) if days else told.end
    for meeting in held:
        told_here = _surroundings(calendar, view, sentence, offset, meeting, told.start, end)
        if not told_here and told.last:  # "A on these days, and B on those, at this place"
            _surroundings(calendar, view, sentence, offset, meeting, *told.last)


def _one(
    calendar: Calendar,
    view: View,
    sentence: str,
    offset: int,
    name: _Piece,
    day: tuple[re.Match[str], str | None],
) -> Meeting | None:
    """The session of a meeting on some days: where it met before on others, one more session."""
    found, year = day
    language = calendar.reading.language
    first, last = dates.days(found, language, year)
    meeting = _named(calendar, view, sentence, offset, name, first)
    if meeting and first and last and not meeting.conference:
        base, count = meeting, 1
        english = [words.value for words in base.labels if words.lang == "en"][:1]
        while meeting.start and not _covers(meeting, first, last):
            count += 1
            key = Ref("meeting", f"{base.ref.key}-{count}")
            meeting = calendar.meeting(key, tuple(base.bodies), base.cycle)
        if not meeting.labels:
            meeting.labels = [Words(f"{words}, session {count}", "en") for words in english]
        spans = view.spans(offset + name.start, offset + name.end)
        meeting.prove(spans, "meetingOf", "cycle")
    if meeting:
        at = dates.span(found, language)
        calendar.dated(meeting, view, (offset + at[0], offset + at[1]), found, year)
    return meeting


def _covers(meeting: Meeting, first: str, last: str) -> bool:
    return bool(meeting.start and meeting.end and meeting.start <= first and last <= meeting.end)


def _named(
    calendar: Calendar, view: View, sentence: str, offset: int, name: _Piece, day: str | None
) -> Meeting | None:
    meeting = calendar.what(sentence, name.start, name.end, day)
    if meeting is None or meeting.conference:
        return meeting
    start, end = offset + name.start, offset + name.end
    meeting.prove(view.spans(start, end), "meetingOf", "cycle")
    words = calendar.called(view, start, end)
    if words not in [*meeting.labels, *meeting.names]:
        kept = any(label.lang == words.lang for label in meeting.labels)
        (meeting.names if kept else meeting.labels).append(words)
    return meeting


def _surroundings(
    calendar: Calendar,
    view: View,
    sentence: str,
    offset: int,
    meeting: Meeting,
    start: int,
    end: int,
) -> bool:
    """Where and how, as the words around the verb and its dates say; whether they say where."""
    place = calendar.place(sentence, start, end)
    if place:
        calendar.where(meeting, view, offset + place[0], offset + place[1])
    venue = calendar.pattern("session-venue").search(sentence, start, end)
    if venue and venue["venue"] in calendar.cities:  # "at Geneva"
        calendar.where(meeting, view, offset + venue.start("venue"), offset + venue.end("venue"))
    elif venue:
        calendar.house(meeting, view, offset + venue.start("venue"), offset + venue.end("venue"))
    mode = calendar.pattern("session-mode").search(sentence, start, end)
    if mode:
        calendar.how(meeting, view, offset + mode.start(), offset + mode.end())
    return bool(place or venue)
