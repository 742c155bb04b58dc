"""The calendar of one report: its meetings as they become known, with days, place and mode."""

import re

from att_graph.gazetteer import actors, concepts
from att_graph.loaders import dates, identity
from att_graph.loaders.reading import Reading, number
from att_graph.model import Meeting, Ref, Words
from att_graph.text import View


class Calendar:
    """Meetings of one report as they become known; `cities` are places met, with their State."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.report = reading, reading.report
        self.pattern = reading.language.pattern
        self.cities: dict[str, Ref | None] = {}
        self.houses: dict[str, Meeting] = {}  # by acronym, or by name where there is none

    def meeting(self, ref: Ref, bodies: tuple[Ref, ...] = (), cycle: Ref | None = None) -> Meeting:
        """The fact of a meeting, made at first mention."""
        own = ref == self.report.meeting and cycle is None
        if own and self.reading.kind.of == "preparatory":
            prepared = self.reading.conference(self.reading.ordinal or 0)
            return self.side(ref.key, "preparatory", prepared, ())
        fact = Meeting(ref, bodies=list(bodies), cycle=cycle)
        fact.conference = cycle is None and not bodies
        if fact.conference:
            series, number = identity.numbered(ref)
            fact.ordinal = None if identity.by_year(series) else number
            fact.bodies = [series] if series else []
            fact.labels = [Words(ref.key.upper(), "en")]
        return self.report.add(fact)

    def ordinals(self, text: str, start: int, end: int) -> list[tuple[int, int, int]]:
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

    def names(self, what: str) -> bool:
        """Whether some words name a meeting that this calendar could hold."""
        held = ("preparatory", "extraordinary", "group-sessions", "conference", "nth-session")
        if any(self.pattern(name).search(what) for name in held):
            return True
        if self.pattern("this-meeting").fullmatch(what) or self._this(what):
            return True
        return any(self._group(ref) for _, _, ref in self.reading.names.search(what, "body"))

    def conference(self, what: str) -> bool:
        """Whether some words name a conference, and no meeting on the way to one."""
        side = any(self.pattern(name).search(what) for name in ("preparatory", "group-sessions"))
        named = self.pattern("conference").search(what) or self.pattern("this-meeting").search(what)
        return bool(named) and not side

    def called(self, view: View, start: int, end: int) -> Words:
        """What a meeting is called in a place, without what only leads up to it."""
        label = self.reading.words(view, start, end)
        clean = re.sub(self.pattern("label-lead").pattern, "", label.value)
        return Words(clean or label.value, label.lang)

    def what(self, text: str, start: int, end: int, day: str | None) -> Meeting | None:
        """The meeting that `text[start:end]` names, given its first day."""
        what = text[start:end]
        conference = self.pattern("conference").search(what)
        named = self.reading.called(conference[0]) if conference else None
        cycle = named or self._cycle(day)
        if self.pattern("preparatory").search(what):
            prepared = identity.prepared(cycle, [what], self.reading.language)
            return self.side(prepared.key, "preparatory", cycle, ())
        if self.pattern("extraordinary").search(what):
            return self.side(f"{cycle.key}-extraordinary", "extraordinary", cycle, ())
        for name in ("nth-session", "nth-session-short"):
            nth = self.pattern(name).search(what)
            if nth and (session := self.numbered(what, nth)):
                return session[0]
        bodies = [
            r
            for _, _, r in self.reading.names.search(what, "body")
            if r != self.reading.conferences
        ]
        if self.report.body and self.pattern("anaphor").search(what):
            bodies = bodies or [self.report.body]  # "the Working Group" in its own report
        groups = self.pattern("group-sessions").search(what)
        if bodies and (groups or self._group(bodies[-1])):
            return self.side(f"{cycle.key}-{bodies[-1].key}", "", cycle, (bodies[-1],))
        if groups:
            groups_of = tuple(r for r in actors.of_treaty(self.report.treaty) if self._group(r))
            return self.side(f"{cycle.key}-wg", "working groups", cycle, groups_of)
        if conference and conference.end() == len(what):
            return self.meeting(cycle)
        if self.pattern("this-meeting").fullmatch(what) or self._this(what):
            return self.meeting(self.report.meeting)
        return None

    def _this(self, what: str) -> bool:
        """ "the Twenty-Fifth Session", "the 2023 Meeting": the report's own, by number or year."""
        session = self.pattern("session").search(what)
        if session and session["n"] and self.reading.ordinal:
            return number(self.reading.language, session["n"]) == self.reading.ordinal
        year = self.pattern("session-of-year").search(what)
        return year is not None and self.report.meeting.key.endswith(year[0])

    def numbered(self, text: str, found: re.Match[str]) -> tuple[Meeting, int] | None:
        """ "the sixth meeting of the Forum": that session, and where its name starts, or None."""
        words = text[found.start("body") : found.end("body")]
        bodies = [(s, r) for s, _, r in self.reading.names.search(words, "body")]
        ordinal = number(self.reading.language, found["n"])
        if not bodies or not ordinal or bodies[-1][1] == self.reading.conferences:
            return None
        body = bodies[-1][1]  # named first in full, then perhaps by its acronym
        start = found.start("body") + next(s for s, ref in bodies if ref == body)
        fact = Meeting(Ref("meeting", f"{body.key}{ordinal}"), bodies=[body], ordinal=ordinal)
        name = actors.label(body, "en")
        fact.labels = [Words(f"Meeting {ordinal} of the {name.value}" if name else body.key, "en")]
        fact.cycle = self.report.meeting
        return self.report.add(fact), min(start, found.start("n"))

    def _group(self, ref: Ref) -> bool:
        """Whether a body is a working group with sessions of its own."""
        name = actors.label(ref, self.reading.language.code)
        whole = bool(name and self.pattern("group-sessions").search(name.value))
        within = [r for r in actors.linked(ref, "partOf") if r != self.reading.conferences]
        return ref.kind == "body" and whole and not within

    def side(self, key: str, what: str, cycle: Ref, bodies: tuple[Ref, ...]) -> Meeting:
        series = (self.reading.conferences,) if self.reading.conferences and not bodies else bodies
        fact = self.meeting(Ref("meeting", key), tuple(b for b in series if b), cycle)
        english = {
            "preparatory": "informal preparatory meeting",
            "working groups": "working group meetings",
            "extraordinary": "extraordinary meeting",
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
        ordinal = self.reading.ordinal
        if ordinal is None:
            return self.report.meeting
        return self.reading.conference(ordinal + 1 if day and last and day > last else ordinal)

    def when(self, meeting: Meeting, view: View, found: re.Match[str], year: str | None) -> None:
        """Put down the days that a match in the view's text prints."""
        self.dated(meeting, view, dates.span(found, self.reading.language), found, year)

    def dated(
        self,
        meeting: Meeting,
        view: View,
        at: tuple[int, int],
        found: re.Match[str],
        year: str | None,
    ) -> None:
        """Put down the days of a meeting, or a finding where they cannot be."""
        start, end = dates.days(found, self.reading.language, year)
        if start is None or end is None:
            self.reading.find(
                "broken-date",
                view,
                *at,
                "The calendar has no such day, or the end lies before the start.",
                severity="warning",
                about=(meeting.ref,),
            )
            return
        spans = view.spans(*at)
        if dates.run_together(found):
            self.reading.find(
                "broken-date",
                view,
                *at,
                "Nothing parts the first day from the last; a dash may be lost.",
                read_as=f"{start}/{end}",
                about=(meeting.ref,),
            )
        if meeting.start is None:
            meeting.start, meeting.end = start, end
            meeting.prove(spans, "startDate", "endDate")
        elif (meeting.start, meeting.end) == (start, end):
            meeting.prove(spans, "startDate", "endDate")
        elif meeting.end and not (meeting.start <= start and end <= meeting.end):
            self.reading.find(
                "wording-difference",
                view,
                *at,
                f"Elsewhere the report dates this meeting {meeting.start} to {meeting.end}.",
                severity="warning",
                about=(meeting.ref,),
            )

    def place(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The first place in `text[start:end]`; a State's name in it is taken whole."""
        for found in self.pattern("session-place").finditer(text, start, end):
            first, last = found.span("place")
            comma = text.find(",", first, last)
            state = self.reading.names.match(text, comma + 2 if comma > 0 else first, "state")
            if state:
                return first, max(state[1], first)
            return first, comma if comma > 0 else last
        return None

    def where(self, meeting: Meeting, view: View, start: int, end: int) -> None:
        """Put down a place: a State, a city, a building, in the order of the language."""
        text, names = view.norm[start:end], self.reading.names
        state = names.match(text, 0, "state")
        last = None if state else names.ending(text.removesuffix(")"), "state")
        if last:  # "Geneva, Switzerland", "Genève (Suisse)"
            self.cities[text[: last[1]].rstrip(", (")] = last[0]
            self._set(meeting, view, (start, end), (start, end), last[0], ["place"])
            return
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
        self._set(meeting, view, (start, stop), (start, end), host, supports)

    def _set(
        self,
        meeting: Meeting,
        view: View,
        place: tuple[int, int],
        proof: tuple[int, int],
        host: Ref | None,
        supports: list[str],
    ) -> None:
        if host and meeting.host is None:
            meeting.host = host
            supports.append("hostState")
        words = self.reading.words(view, *place) if place[1] > place[0] else None
        if words and (meeting.place is None or len(words.value) > len(meeting.place.value)):
            meeting.place = words
        meeting.prove(view.spans(*proof), *supports)

    def house(self, meeting: Meeting, view: View, start: int, end: int) -> None:
        """Put down the building; one that the report placed before stands where it stood then."""
        words = self.reading.words(view, start, end)
        meeting.venue = meeting.venue or words
        meeting.prove(view.spans(start, end), "venue")
        known = self.houses.get(_short(words.value))
        if known and known.place and meeting.place is None:
            meeting.place, meeting.host = known.place, meeting.host or known.host
            for evidence in known.evidence:
                if "place" in evidence.supports:
                    meeting.prove(evidence.spans, "place", "hostState")
        self.houses.setdefault(_short(words.value), meeting)

    def how(self, meeting: Meeting, view: View, start: int, end: int) -> None:
        """Put down the mode that some words name, if they name one."""
        key = concepts.scheme("mode", self.reading.language.code).within(view.norm[start:end])
        if key and meeting.mode is None:
            meeting.mode = key
            meeting.prove(view.spans(start, end), "mode")


def _short(venue: str) -> str:
    """The acronym of a building ("… Centre (CICG)": "CICG"), or its name."""
    found = re.search(r"\(([A-Z]{2,})\)$", venue)
    return found[1] if found else venue
