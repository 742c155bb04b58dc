"""Actors in languages that put the noun first: "States Parties in a position to do so".

What an act asks follows its addressees, behind a mark of the language ("asked-by": an infinitive, a
modal verb). Between the verb and that mark stand the actors, joined, each with what describes it.
"""

import re
from collections.abc import Iterator

from att_graph.loaders.reading import Phrase, Place, Reading


def chain(reading: Reading, place: Place, start: int, end: int) -> list[Phrase]:
    """The joined noun phrases of actors that `place.text[start:end]` starts with, if any.

    They must reach up to what is asked, or be all there is.
    """
    return _Chain(reading, place.text, place.masked).read(start, end)


def praised(reading: Reading, place: Place, start: int, end: int) -> list[Phrase]:
    """Who is thanked: the actors that `place.text[start:end]` starts with, or whose work it is.

    "to the Chair for …", "for the work of the Chair and the Secretariat".
    """
    reader = _Chain(reading, place.text, place.masked)
    link = reading.language.pattern("object-mark").match(place.masked, start, end)
    low = link.end() + 1 if link else start + (place.masked[start : start + 1] == " ")
    found = reader.read(low, end, "thanked-for")
    deed = reading.language.pattern("praised-deed").match(place.masked, low, end)
    return found or reader.joined(deed.end() if deed else low, end)


def first(reading: Reading, place: Place, start: int, end: int) -> Phrase | None:
    """The first actor of `place.text[start:end]`, without what describes it."""
    return _Chain(reading, place.text, place.masked).actor(start, end)


class _Chain:
    def __init__(self, reading: Reading, raw: str, text: str) -> None:
        self.reading, self.raw, self.text = reading, raw, text
        self.pattern = reading.language.pattern
        self.verbs_follow = False  # what stands behind an actor is its verb

    def read(self, start: int, end: int, mark: str = "asked-by") -> list[Phrase]:
        start = self._past_asides(start, end)
        that = self.pattern("that").match(self.text, start, end)
        if that:
            return self._named(that.end(), end)
        limit, _ = self._limit(start, end, mark)
        found = list(self._actors(start, limit))
        if not found:
            return []
        rest = self.text[found[-1].end : limit].strip(" ,□–—-")
        # An aside may stand between the actors and what they are asked: ", as appropriate, to".
        return found if not rest or self.pattern("aside").fullmatch(rest) else []

    def _past_asides(self, start: int, end: int) -> int:
        """Where the actors start behind "encourages, as appropriate, …"."""
        opened = self.text[start : start + 1] == ","
        while start < end and self.text[start] in " ,":
            start += 1
        around = self.pattern("circumstance").match(self.text, start, end) if opened else None
        if around and around[0].endswith(","):
            return self._past_asides(around.end() - 1, end)
        return start

    def _named(self, start: int, end: int) -> list[Phrase]:
        """The actors of "that, once this is done, the Committee and the Secretariat should …"."""
        while around := self.pattern("circumstance").match(self.text, start, end):
            if not around[0].endswith(","):
                break
            start = around.end() + 1
        self.verbs_follow = True
        return self.joined(start, end)

    def joined(self, start: int, end: int) -> list[Phrase]:
        """The actors at a place, without what describes the last of them."""
        found: list[Phrase] = []
        while actor := self.actor(start, end):
            found.append(actor)
            joint = self.pattern("actor-joint").match(self.text, actor.end, end)
            if not joint:
                break
            start = joint.end()
        return found

    def _limit(self, start: int, end: int, name: str) -> tuple[int, bool]:
        """Where what is asked starts, and whether it was found."""
        fallback: tuple[int, bool] = (end, False)
        for mark in self.pattern(name).finditer(self.text, start, end):
            before = self.text[start : mark.start()]
            if self.pattern("controlled").search(before):
                continue
            relative = self.pattern("relative-pronoun").search(before)
            if relative and mark.lastgroup == "loose":
                continue  # "the States that have volunteered for this task"
            if fallback[1] and self.pattern("joins").search(before):
                break  # "to submit their reports or to seek assistance"
            if not self.pattern("purpose").search(before):
                return mark.start(), True
            # "States that have taken measures to implement the Treaty to consider …"
            fallback = fallback if fallback[1] else (mark.start(), True)
        return fallback

    def _actors(self, start: int, limit: int) -> Iterator[Phrase]:
        at = start
        while at < limit:
            actor = self.actor(at, limit)
            if actor is None:
                return
            stop, after = self._described(actor.end, limit)
            yield Phrase(actor.start, stop)
            if after is None:
                return
            at = after

    def _described(self, at: int, limit: int) -> tuple[int, int | None]:
        """Where the description of an actor ends, and where the next actor starts."""
        for joint in self.pattern("actor-joint").finditer(self.text, at, limit):
            if self.actor(joint.end(), limit):
                return self._trim(at, joint.start()), joint.end()
        return self._trim(at, limit), None

    def _trim(self, at: int, end: int) -> int:
        """A description without the asides behind it; nothing, where it is no description."""
        words = self.text[at:end]
        aside = self.pattern("aside-behind").search(words)
        if aside and self.pattern("relative-pronoun").fullmatch(words[: aside.start()]):
            aside = None  # "States Parties which, under the plan, have agreed …"
        words = words[: aside.start()] if aside else words
        words = words.rstrip(" ,")
        return at + len(words) if self.pattern("description").match(words) else at

    def actor(self, start: int, end: int) -> Phrase | None:
        """One actor's name or noun with its adjectives: from `start`, article left out."""
        government = self.pattern("government-of").match(self.text, start, end)
        start = government.end() if government else start  # "the Government of X" acts for X
        article = self.pattern("article").match(self.text, start, end)
        low = article.end() if article else start
        known = self.reading.names.match(
            self.raw, low, "state", "body", "organisation", "group", "office"
        )
        best = known[1] if known and known[1] <= end and self._ends(known[1], end) else 0
        head = self.pattern("actor-noun").match(self.text, low, end)
        if head and self._ends(head.end(), end) and head.end() > best:
            best = head.end()
        if not best:
            return None
        best = self._further(best, end)
        noted = re.compile(r" ?\([^()]*\)").match(self.raw, best, end)  # "… (WGTU)"
        return Phrase(low, noted.end() if noted else best)

    def _further(self, best: int, end: int) -> int:
        """An actor's words go on: "industry" + "actors", "Chairs" + "of the Working Groups"."""
        while more := self.pattern("actor-word").match(self.text, best, end):
            best = more.end()
        link = self.pattern("actor-of").match(self.text, best, end)
        if link:
            session = self.pattern("conference").match(self.text, link.end(), end)
            named = self.reading.names.match(self.raw, link.end(), "body", "group", "organisation")
            word = self.pattern("actor-noun").match(self.text, link.end(), end)
            ends = [session and session.end(), named and named[1], word and word.end()]
            best = max([best, *(each for each in ends if each and each <= end)])
        return best

    def _ends(self, at: int, end: int) -> bool:
        """Whether an actor's words can end here: not inside a longer noun."""
        return (
            at == end
            or self.verbs_follow
            or not self.pattern("not-actor").match(self.text, at, end)
        )
