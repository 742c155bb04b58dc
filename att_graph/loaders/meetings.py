"""Meetings: every session named, with what the report says of its days, place and mode."""

import re
from itertools import pairwise

from att_graph import actors, concepts
from att_graph.loaders import dates
from att_graph.loaders.reading import Place, Reading, number
from att_graph.model import Meeting, Ref, Words
from att_graph.text import View

_PATTERNS = (
    "held-on",
    "held-on-before",
    "convened",
    "convened-elided",
    "dated-first",
    "dated-session",
    "session-dated",
    "session-set",
    "next-session",
)


class Calendar:
    """Meetings of one report as they become known; `cities` are places met, with their State."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.report = reading, reading.report
        self.pattern = reading.language.pattern
        self.cities: dict[str, Ref | None] = {}

    def read(self) -> None:
        """Add a fact for each meeting of the report."""
        self._masthead()
        views = [place.view for place in self.reading.places]
        for view in views:
            self._learn_cities(view)
        for place in self.reading.places:
            self._mentions(place.view)
        for note in self.reading.parsed.footnotes:
            self._mentions(note.view)
        for view in [*self.reading.parsed.masthead, *views]:
            self._sessions(view)
        for place in self.reading.places:
            self._nth(place)

    def _masthead(self) -> None:
        for line in self.reading.parsed.masthead:
            self._mentions(line)
            found = self.pattern("range").search(line.norm)
            rest = line.norm[: found.start()] + line.norm[found.end() :] if found else ""
            city = rest.strip(",")
            if found and city and "," not in city and rest != city and len(city) < 20:
                at = line.norm.index(city)
                meeting = self.meeting(self.report.meeting)
                self._when(meeting, line, found, None)
                self._where(meeting, line, at, at + len(city))

    def meeting(self, ref: Ref, bodies: tuple[Ref, ...] = (), cycle: Ref | None = None) -> Meeting:
        """The fact of a meeting, made at first mention."""
        fact = Meeting(ref, bodies=list(bodies), cycle=cycle)
        fact.conference = cycle is None and not bodies
        if fact.conference:
            fact.ordinal = int(re.sub(r"\D", "", ref.key.rsplit("-", 1)[-1]) or 0) or None
            if self.reading.conferences:
                fact.bodies = [self.reading.conferences]
            fact.labels = [Words(ref.key.upper(), "en")]
        return self.report.add(fact)

    def _mentions(self, view: View) -> None:
        """Each conference named, also within a list of ordinals."""
        for found in self.pattern("conferences").finditer(view.norm):
            for ordinal, start, end in self._ordinals(view.norm, found.start(), found.end()):
                fact = self.meeting(self.reading.conference(ordinal))
                if self.pattern("ordinal-range").fullmatch(view.norm, start, end):
                    fact.prove(view.spans(start, found.end()), "ordinal", "meetingOf")
                elif not any(words.lang == self.reading.language.code for words in fact.labels):
                    piece = view.plain(start, end)
                    tail = view.norm[found.start() : found.end()].rpartition(piece[-1])[2]
                    fact.labels.append(Words(piece + tail, self.reading.language.code))
                    noun = found.end() - len(tail)  # in a list it stands at the end, once for all
                    spans = view.spans(start, end) + view.spans(noun, found.end())
                    whole = view.spans(start, found.end())
                    fact.prove(whole if noun == end else spans, "ordinal", "meetingOf")

    def _ordinals(self, text: str, start: int, end: int) -> list[tuple[int, int, int]]:
        """(ordinal, start, end) of each conference that a list of ordinals names."""
        found: list[tuple[int, int, int]] = []
        for span in self.pattern("ordinal").finditer(text, start, end):
            ordinal = number(self.reading.language, span["n"])
            if ordinal:
                found.append((ordinal, span.start(), span.end()))
        for through in self.pattern("ordinal-range").finditer(text, start, end):
            a = number(self.reading.language, through["a"])
            b = number(self.reading.language, through["b"])
            for ordinal in range((a or 0) + 1, b or 0):
                found.append((ordinal, through.start(), through.end()))
        return found

    def _sessions(self, view: View) -> None:
        if self.pattern("range-in-list").search(view.norm):  # the rest is slow, and needs a date
            for found in self.pattern("respectively").finditer(view.norm):
                self._respectively(view, found)
            for found in self.pattern("convened-several").finditer(view.norm):
                self._several(view, found)
            for name in _PATTERNS:
                for found in self.pattern(name).finditer(view.norm):
                    self._session(view, found)
        for sentence, offset in self.reading.language.sentences(view.norm):
            at = self.pattern("held-at").search(sentence)
            if at:
                meeting = self.meeting(self.report.meeting)
                self._where(meeting, view, offset + at.start("place"), offset + at.end("place"))

    def _session(self, view: View, found: re.Match[str]) -> None:
        start, _ = dates.days(found, self.reading.language)
        what = self._what(view.norm, found.start("what"), found.end("what"), start)
        groups = found.groupdict()
        if what is None:
            return
        self._when(what, view, found, None)
        if what.cycle:
            spans = view.spans(found.start("what"), found.end("what"))
            what.prove(spans, "meetingOf", "cycle")
        if what.labels == []:
            what.labels.append(self._called(view, found.start("what"), found.end("what")))
        if groups.get("place"):
            self._where(what, view, found.start("place"), found.end("place"))
        if groups.get("mode"):
            self._how(what, view, found.start("mode"), found.end("mode"))
        elif groups.get("how"):
            self._how(what, view, found.start("how"), found.end("how"))
        elif groups.get("tail"):
            self._how(what, view, found.start("tail"), found.end("tail"))

    def _several(self, view: View, found: re.Match[str]) -> None:
        """ "the working groups met from A to B and from C to D": sessions of their own."""
        days = list(self.pattern("range-in-list").finditer(view.norm, *found.span("when")))
        first = None
        for nth, (day, year) in enumerate(zip(days, dates.years(days), strict=True), 1):
            start, _ = dates.days(day, self.reading.language, year)
            what = self._what(view.norm, *found.span("what"), start)
            if what is None:
                return
            first = first or what
            if nth > 1 and what is first:
                what = self.meeting(
                    Ref("meeting", f"{first.ref.key}-{nth}"), tuple(first.bodies), first.cycle
                )
                english = [words.value for words in first.labels if words.lang == "en"]
                what.labels = [Words(f"{words}, session {nth}", "en") for words in english]
            if not any(words.lang == self.reading.language.code for words in what.labels):
                what.labels.append(self._called(view, *found.span("what")))
            self._when(what, view, day, year)
            what.prove(view.spans(*found.span("what")), "meetingOf", "cycle")
            if found["place"]:
                self._where(what, view, *found.span("place"))

    def _respectively(self, view: View, found: re.Match[str]) -> None:
        text, tongue = view.norm, self.reading.language
        events = list(
            self.pattern("range-in-list").finditer(text, found.start("when"), found.end())
        )
        starts = [
            (day, year, dates.days(day, tongue, year)[0])
            for day, year in zip(events, dates.years(events), strict=True)
        ]
        meetings = self._listed(view, found.start("what"), found.end("what"), starts)
        if len(meetings) != len(events):
            self.reading.find(
                "count-mismatch",
                view,
                found.start(),
                found.end(),
                f"{len(meetings)} meetings are named but {len(events)} dates follow.",
                severity="warning",
            )
            return
        tails = [(a.end(), b.start()) for a, b in pairwise(events)]
        tails.append((events[-1].end(), found.end())) if events else None
        inherited: tuple[int, int] | None = None
        for meeting, (day, shared, _), (a, b) in reversed(
            list(zip(meetings, starts, tails, strict=True))
        ):
            tail = self.pattern("event-tail").match(text, a, b)
            self._when(meeting, view, day, shared)
            if tail and tail["place"]:
                inherited = (tail.start("place"), tail.end("place"))
            if tail and tail["mode"]:
                self._how(meeting, view, tail.start("mode"), tail.end("mode"))
            if inherited and tail and (tail["place"] or not tail["mode"]):
                self._where(meeting, view, *inherited)

    def _listed(
        self,
        view: View,
        start: int,
        end: int,
        starts: list[tuple[re.Match[str], str | None, str | None]],
    ) -> list[Meeting]:
        text = view.norm
        group = self.pattern("conferences").search(text, start, end)
        if group:
            ordinals = self._ordinals(text, group.start(), group.end())
            return [self.meeting(self.reading.conference(o)) for o, _, _ in sorted(ordinals)]
        found: list[Meeting] = []
        at = start
        for k, part in enumerate(re.split(self.pattern("joined").pattern, text[start:end])):
            at = text.index(part, at)
            day = starts[k][2] if k < len(starts) else None
            meeting = self._what(text, at, at + len(part), day)
            if meeting:
                if not meeting.labels:
                    meeting.labels.append(self._called(view, at, at + len(part)))
                found.append(meeting)
                meeting.prove(view.spans(at, at + len(part)), "meetingOf", "cycle")
            at += len(part)
        return found

    def _called(self, view: View, start: int, end: int) -> Words:
        label = self.reading.words(view, start, end)
        clean = re.sub(self.pattern("label-lead").pattern, "", label.value)
        return Words(clean or label.value, label.lang)

    def _what(self, text: str, start: int, end: int, day: str | None) -> Meeting | None:
        """The meeting that `text[start:end]` names, given its first day."""
        what = text[start:end]
        conference = self.pattern("conference").search(what)
        named = self.reading.called(conference[0]) if conference else None
        cycle = named or self._cycle(day)
        if self.pattern("preparatory").search(what):
            return self._side(f"{cycle.key}-prep", "preparatory", cycle, ())
        bodies = [
            r
            for _, _, r in self.reading.names.search(what, "body")
            if r != self.reading.conferences
        ]
        if self.report.body and self.pattern("anaphor").search(what):
            bodies = bodies or [self.report.body]  # "the Working Group" in its own report
        groups = self.pattern("group-sessions").search(what)
        if bodies and groups:
            return self._side(f"{cycle.key}-{bodies[-1].key}", "", cycle, (bodies[-1],))
        if groups:
            groups_of = tuple(r for r in actors.of_treaty(self.report.treaty) if self._group(r))
            return self._side(f"{cycle.key}-wg", "working groups", cycle, groups_of)
        if conference and conference.end() == len(what):
            return self.meeting(cycle)
        if self.pattern("this-meeting").fullmatch(what):
            return self.meeting(self.report.meeting)
        return None

    def _group(self, ref: Ref) -> bool:
        """Whether a body is a working group with sessions of its own."""
        name = actors.label(ref, self.reading.language.code)
        whole = bool(name and self.pattern("group-sessions").search(name.value))
        within = [r for r in actors.linked(ref, "partOf") if r != self.reading.conferences]
        return ref.kind == "body" and whole and not within

    def _side(self, key: str, what: str, cycle: Ref, bodies: tuple[Ref, ...]) -> Meeting:
        series = (self.reading.conferences,) if self.reading.conferences and not bodies else bodies
        fact = self.meeting(Ref("meeting", key), tuple(b for b in series if b), cycle)
        english = {
            "preparatory": "informal preparatory meeting",
            "working groups": "working group meetings",
        }
        if not any(words.lang == "en" for words in fact.labels):
            name = actors.label(bodies[0], "en") if len(bodies) == 1 else None
            label = english.get(what) or (f"meeting of the {name.value}" if name else "meeting")
            fact.labels.append(Words(f"{cycle.key.upper()} {label}", "en"))
        return fact

    def _cycle(self, day: str | None) -> Ref:
        """The conference whose preparation a meeting on that day serves."""
        current = self.meeting(self.report.meeting)
        last = current.end or current.start
        ordinal = self.reading.ordinal or 0
        return self.reading.conference(ordinal + 1 if day and last and day > last else ordinal)

    def _when(self, meeting: Meeting, view: View, found: re.Match[str], year: str | None) -> None:
        start, end = dates.days(found, self.reading.language, year)
        spans = view.spans(*dates.span(found, self.reading.language))
        if start is None or end is None:
            self.reading.find(
                "broken-date",
                view,
                *dates.span(found, self.reading.language),
                "The calendar has no such day, or the end lies before the start.",
                severity="warning",
                about=(meeting.ref,),
            )
            return
        if meeting.start is None:
            meeting.start, meeting.end = start, end
            meeting.prove(spans, "startDate", "endDate")
        elif (meeting.start, meeting.end) == (start, end):
            meeting.prove(spans, "startDate", "endDate")
        elif meeting.end and not (meeting.start <= start and end <= meeting.end):
            self.reading.find(
                "wording-difference",
                view,
                *dates.span(found, self.reading.language),
                f"Elsewhere the report dates this meeting {meeting.start} to {meeting.end}.",
                severity="warning",
                about=(meeting.ref,),
            )

    def _learn_cities(self, view: View) -> None:
        if not self.pattern("range-in-list").search(view.norm):
            return
        for name in _PATTERNS:
            for found in self.pattern(name).finditer(view.norm):
                place = found.groupdict().get("place")
                state = self.reading.names.match(place, 0, "state") if place else None
                if place and state and not self.pattern("venue").search(place):
                    self.cities[place[state[1] :]] = state[0]

    def _where(self, meeting: Meeting, view: View, start: int, end: int) -> None:
        text = view.norm[start:end]
        state = self.reading.names.match(text, 0, "state")
        rest = text[state[1] :] if state else text
        venue = self.pattern("venue").search(rest)
        city = next(
            (c for c in sorted(self.cities, key=len, reverse=True) if c and rest.startswith(c)),
            None,
        )
        stop = end
        supports = ["place"]
        if venue:
            begin = end - len(rest) + (venue.start() if city is None else 0)
            meeting.venue = meeting.venue or self.reading.words(view, begin, end)
            stop = end - len(rest) + len(city) if city else begin
            supports.append("venue")
        elif rest and city is None:
            self.cities[rest] = state[0] if state else None
        host = state[0] if state else self.cities.get(city or rest)
        if host and meeting.host is None:
            meeting.host = host
            supports.append("hostState")
        place = self.reading.words(view, start, stop) if stop > start else None
        if place and (meeting.place is None or len(place.value) > len(meeting.place.value)):
            meeting.place = place
        meeting.prove(view.spans(start, end), *supports)

    def _how(self, meeting: Meeting, view: View, start: int, end: int) -> None:
        key = concepts.scheme("mode", self.reading.language.code).within(view.norm[start:end])
        if key and meeting.mode is None:
            meeting.mode = key
            meeting.prove(view.spans(start, end), "mode")

    def _nth(self, place: Place) -> None:
        """ "the sixth meeting of the Forum": a numbered session of a body."""
        for found in self.pattern("nth-session").finditer(place.masked):
            text = place.text[found.start("body") : found.end("body")]
            bodies = [(s, e, r) for s, e, r in self.reading.names.search(text, "body")]
            ordinal = number(self.reading.language, found["n"])
            if not bodies or not ordinal or bodies[-1][2] == self.reading.conferences:
                continue
            body = bodies[-1][2]  # named first in full, then perhaps by its acronym
            start = found.start("body") + next(s for s, _, ref in bodies if ref == body)
            fact = Meeting(Ref("meeting", f"{body.key}{ordinal}"), bodies=[body], ordinal=ordinal)
            name = actors.label(body, "en")
            fact.labels = [
                Words(f"Meeting {ordinal} of the {name.value}" if name else body.key, "en"),
                self.reading.words(place.view, start, found.end()),
            ]
            fact.cycle = self.report.meeting
            fact.prove(place.view.spans(start, found.end()), "ordinal", "meetingOf", "cycle")
            self.report.add(fact)
