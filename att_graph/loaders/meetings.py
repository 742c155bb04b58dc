"""Meetings: every session named, with what the report says of its days, place and mode."""

import re
from itertools import pairwise

from att_graph.layout.lines import weight
from att_graph.loaders import dates, series, sessions
from att_graph.loaders.calendar import Calendar
from att_graph.loaders.reading import Place, Reading
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


def read(reading: Reading) -> None:
    """Add a fact for each meeting of the report."""
    _Reader(reading).read()


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self.reading, self.report = reading, reading.report
        self.pattern = reading.language.pattern
        self.calendar = Calendar(reading)

    def read(self) -> None:
        """Add a fact for each meeting of the report."""
        self._masthead()
        views = [place.view for place in self.reading.places]
        for view in [*self.reading.parsed.masthead, *views]:
            self._learn_cities(view)
        for place in self.reading.places:
            self._mentions(place.view)
        for note in self.reading.parsed.footnotes:
            self._mentions(note.view)
        for view in [*self.reading.parsed.masthead, *views]:
            self._sessions(view)
        for place in self.reading.places:
            self._nth(place)
        self._own()

    def _own(self) -> None:
        """The report's meeting, also where only a list's head or a symbol shows it."""
        fact, shown = self.calendar.meeting(self.report.meeting), self.reading.shown
        if not fact.bodies and fact.conference and shown:  # whose session it is, nobody knows
            text = self.reading.parsed.source.text
            printed = " ".join(text[span.start : span.end] for span in shown)
            fact.labels = [Words(" ".join(printed.split()), self.reading.language.code)]
        if not fact.evidence:
            fact.prove(self.reading.shown, "ordinal" if fact.ordinal else "meetingOf")

    def _masthead(self) -> None:
        for line in self.reading.parsed.masthead:
            self._mentions(line)
            several = list(self.pattern("range").finditer(line.norm))
            if len(several) > 1 and self._parts(line, several):
                continue
            found = several[0] if several else None
            rest = line.norm[: found.start()] + line.norm[found.end() :] if found else ""
            city = rest.strip(", ")
            plain = "," not in city or self.reading.names.ending(city, "state") is not None
            plain = plain and not any(char.isdigit() for char in city)
            if found and city and plain and rest != city and weight(city) < 20:
                at = line.norm.index(city)
                meeting = self.calendar.meeting(self.report.meeting)
                self.calendar.when(meeting, line, found, None)
                self.calendar.where(meeting, line, at, at + len(city))

    def _parts(self, line: View, days: list[re.Match[str]]) -> bool:
        """ "30 November – 1 December and 20 – 22 April": a session held in parts, on one line."""
        rest = line.norm
        for day in reversed(days):
            rest = rest[: day.start()] + rest[day.end() :]
        if not re.fullmatch(rf"\s*(?:{self.pattern('joined').pattern}|[,;\s])*\s*", rest):
            return False
        language, year = self.reading.language, dates.years(days)
        ends = [dates.days(d, language, y) for d, y in zip(days, year, strict=True)]
        meeting = self.calendar.meeting(self.report.meeting)
        start, end = ends[0][0], ends[-1][1]
        if meeting.start is None and start and end and start <= end:
            meeting.start, meeting.end = start, end
            meeting.prove(line.spans(days[0].start(), days[0].end()), "startDate")
            meeting.prove(line.spans(days[-1].start(), days[-1].end()), "endDate")
        return True

    def _mentions(self, view: View) -> None:
        """Each conference named, also within a list of ordinals."""
        for found in self.pattern("conferences").finditer(view.norm):
            ordinals = self.calendar.ordinals(view.norm, found.start(), found.end())
            noun = max((end for _, _, end in ordinals), default=found.end())
            for ordinal, start, end in ordinals:
                session = self.reading.session(ordinal, found[0])
                if session is None:
                    continue  # another treaty's, or of no known body
                fact = self.calendar.meeting(session)
                if self.pattern("ordinal-range").fullmatch(view.norm, start, end):
                    fact.prove(view.spans(start, found.end()), "ordinal", "meetingOf")
                else:
                    self._name(fact, view, (start, end), (noun, found.end()))

    def _name(self, fact: Meeting, view: View, at: tuple[int, int], noun: tuple[int, int]) -> None:
        """What a conference is called: its ordinal, and the noun that ends the list for all."""
        code, short = self.reading.language.code, fact.ref.key.upper()
        own = [w for w in [*fact.labels, *fact.names] if w.lang == code and w.value != short]
        tail = view.plain(*noun)
        if len(view.norm[at[1] : noun[0]].strip()) > 0:
            for one, several in self.reading.language.table("singular"):
                tail = several.sub(one, tail, count=1)  # "the First and Second Conferences"
        blank = " " if tail and view.norm[noun[0]] == " " else ""
        called = view.plain(*at) + blank + tail
        if own or (fact.evidence and called.replace(" ", "") == short):
            return
        words = Words(called, code)
        if not any(kept.lang == code for kept in fact.labels):
            fact.labels.append(words)
        elif words not in fact.labels:
            fact.names.append(words)
        apart = view.spans(*at) + view.spans(*noun)
        whole = view.spans(at[0], noun[1])
        fact.prove(whole if noun[0] == at[1] else apart, "ordinal", "meetingOf")

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
            if not series.read(self.calendar, view, sentence, offset):
                sessions.read(self.calendar, view, sentence, offset)
            at = self.pattern("held-at").search(sentence)
            if at:
                meeting = self.calendar.meeting(self.report.meeting)
                self.calendar.where(
                    meeting, view, offset + at.start("place"), offset + at.end("place")
                )

    def _session(self, view: View, found: re.Match[str]) -> None:
        start, _ = dates.days(found, self.reading.language)
        what = self.calendar.what(view.norm, found.start("what"), found.end("what"), start)
        groups = found.groupdict()
        if what is None:
            return
        self.calendar.when(what, view, found, None)
        if what.cycle:
            spans = view.spans(found.start("what"), found.end("what"))
            what.prove(spans, "meetingOf", "cycle")
        if what.labels == []:
            what.labels.append(self.calendar.called(view, found.start("what"), found.end("what")))
        if groups.get("place"):
            self.calendar.where(what, view, found.start("place"), found.end("place"))
        if groups.get("mode"):
            self.calendar.how(what, view, found.start("mode"), found.end("mode"))
        elif groups.get("how"):
            self.calendar.how(what, view, found.start("how"), found.end("how"))
        elif groups.get("tail"):
            self.calendar.how(what, view, found.start("tail"), found.end("tail"))

    def _several(self, view: View, found: re.Match[str]) -> None:
        """ "the working groups met from A to B and from C to D": sessions of their own."""
        days = list(self.pattern("range-in-list").finditer(view.norm, *found.span("when")))
        first = None
        for nth, (day, year) in enumerate(zip(days, dates.years(days), strict=True), 1):
            start, _ = dates.days(day, self.reading.language, year)
            what = self.calendar.what(view.norm, *found.span("what"), start)
            if what is None:
                return
            first = first or what
            if nth > 1 and what is first:
                what = self.calendar.meeting(
                    Ref("meeting", f"{first.ref.key}-{nth}"), tuple(first.bodies), first.cycle
                )
                english = [words.value for words in first.labels if words.lang == "en"]
                what.labels = [Words(f"{words}, session {nth}", "en") for words in english]
            if not any(words.lang == self.reading.language.code for words in what.labels):
                what.labels.append(self.calendar.called(view, *found.span("what")))
            self.calendar.when(what, view, day, year)
            what.prove(view.spans(*found.span("what")), "meetingOf", "cycle")
            if found["place"]:
                self.calendar.where(what, view, *found.span("place"))

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
            self.calendar.when(meeting, view, day, shared)
            if tail and tail["place"]:
                inherited = (tail.start("place"), tail.end("place"))
            if tail and tail["mode"]:
                self.calendar.how(meeting, view, tail.start("mode"), tail.end("mode"))
            if inherited and tail and (tail["place"] or not tail["mode"]):
                self.calendar.where(meeting, view, *inherited)

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
            ordinals = self.calendar.ordinals(text, group.start(), group.end())
            sessions = [self.reading.session(o, group[0]) for o, _, _ in sorted(ordinals)]
            return [self.calendar.meeting(session) for session in sessions if session]
        found: list[Meeting] = []
        at = start
        for k, part in enumerate(re.split(self.pattern("joined").pattern, text[start:end])):
            at = text.index(part, at)
            day = starts[k][2] if k < len(starts) else None
            meeting = self.calendar.what(text, at, at + len(part), day)
            if meeting:
                if not meeting.labels:
                    meeting.labels.append(self.calendar.called(view, at, at + len(part)))
                found.append(meeting)
                meeting.prove(view.spans(at, at + len(part)), "meetingOf", "cycle")
            at += len(part)
        return found

    def _learn_cities(self, view: View) -> None:
        names, cities = self.reading.names, self.calendar.cities
        for found in self.pattern("city").finditer(view.norm):
            state = names.match(view.norm, found.end(), "state")
            if state:
                cities[found["city"]] = state[0]
        if not self.pattern("range-in-list").search(view.norm):
            return
        for name in _PATTERNS:
            for found in self.pattern(name).finditer(view.norm):
                place = found.groupdict().get("place")
                state = names.match(place, 0, "state") if place else None
                if place and state and not self.pattern("venue").search(place):
                    cities[place[state[1] :]] = state[0]

    def _nth(self, place: Place) -> None:
        """ "the sixth meeting of the Forum": a numbered session of a body."""
        for name in ("nth-session", "nth-session-short"):
            for found in self.pattern(name).finditer(place.masked):
                self._numbered(place, found)

    def _numbered(self, place: Place, found: re.Match[str]) -> None:
        session = self.calendar.numbered(place.text, found)
        if session is None:
            return
        fact, start = session
        words = self.reading.words(place.view, start, found.end())
        same = any(kept.lang == words.lang for kept in fact.labels)
        kept = fact.names if same else fact.labels
        kept += [words] if words not in kept else []
        fact.prove(place.view.spans(start, found.end()), "ordinal", "meetingOf", "cycle")
