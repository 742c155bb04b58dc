"""The verbs by which the meeting itself acts, found by one walk over the clauses of a place."""

import re
from dataclasses import dataclass

from att_graph.gazetteer import concepts
from att_graph.loaders.reading import Place, Reading

MEETING_ONLY = {"welcome", "reaffirm", "take-note", "express-concern"}
_CLAUSE = re.compile(r"[^,;:。!?]+[,;:。!?]?")


@dataclass
class Verb:
    """An operative verb met: `text[start:end]`; its object starts at `object`."""

    sort: str
    start: int
    end: int
    object: int
    stop: int = 0  # where the act ends
    before: tuple[int, int] | None = None  # the object of "expresses … to X"
    clause: int = 0  # where the verb's own clause ends


def scan(reading: Reading, place: Place) -> tuple[list[Verb], Verb | None]:
    """The operative verbs of a place in order, and the verb that a chapeau hands to its items."""
    scanner = _Scanner(reading, place)
    return scanner.verbs, scanner.handed


class _Scanner:
    """One walk over the clauses of a place."""

    def __init__(self, reading: Reading, place: Place) -> None:
        self.language, self.place, self.text = reading.language, place, place.masked
        self.proposes = reading.kind.proposes
        self.triggers = concepts.scheme("act-type", reading.language.code)
        self.roles = {
            key: concepts.value("act-type", key, "objectRole") for _, key in self.triggers.triggers
        }
        self.verbs: list[Verb] = []
        self.handed: Verb | None = None
        self.ours = place.item is not None  # the meeting is the subject
        self.fresh = True  # at the start of a sentence
        self.open: Verb | None = None
        self.circumstance: int | None = None  # where "and, in accordance with …," started
        self.fronted: int | None = None  # where "to X, Y and Z" started, before its verb
        for found in _CLAUSE.finditer(self.text):
            self._clause(found.start(), found.end())
        if self.open:
            self.open.stop = len(self.text.rstrip(",;:。!? "))

    def _clause(self, start: int, end: int) -> None:
        mark = self.text[end - 1 : end]
        stop = end - 1 if mark in ",;:。!?" else end
        at, subject, joined = self._lead(start, stop)
        verb = (
            self._verb(at, stop, subject or joined or self.fresh)
            if self._mine(subject, joined)
            else None
        )
        if verb and not self._belongs(verb, subject, joined):
            verb = None
        if verb:
            verb.clause = stop
            if self.open:
                self.open.stop = start if self.circumstance is None else self.circumstance
            self.circumstance = None
            last = mark == ":" and self.place.opens and not self.text[end:].strip()
            if last:
                self.handed, self.open = verb, None
            else:
                self.verbs.append(verb)
                self.open = verb
                self._second(verb, stop)
        elif self.place.opens and mark == ":" and not self.text[end:].strip():
            self._hand(start, stop, subject or joined)
        elif not subject and self.language.pattern("foreign-subject").match(self.text, start, stop):
            self.ours = False
        elif not subject and self.language.pattern("foreign-clause").match(self.text, start, stop):
            self.ours = False  # somebody else says something too: the act is over
            if self.open:
                self.open.stop, self.open = start, None
        elif joined and self.language.pattern("phrase-before").match(self.text[at:stop]):
            self.circumstance = start
        self.fresh = mark in "。!?"
        if self.fresh:
            self.circumstance = self.fronted = None
            if self.open:
                self.open.stop = stop
                self.open = None
            self.ours = False

    def _hand(self, start: int, stop: int, turns: bool) -> None:
        """A chapeau's last clause without a verb: it ends the open act, or hands its verb down."""
        taken = self.language.pattern("deciding").search(self.text, start, stop)
        if taken and (self.ours or turns):
            self.handed = Verb("decide", taken.start(), taken.end(), stop, clause=stop)
        if self.open and (turns or self.handed):
            self.open.stop = start
        elif self.open:
            self.handed = self.verbs.pop()
        self.open = None

    def _lead(self, start: int, stop: int) -> tuple[int, bool, bool]:
        """Skip connectors, the subject and adverbs: where the verb may stand, subject?, joined?"""
        pattern = self.language.pattern
        at, subject, joined = start, False, False
        while at < stop:
            found = pattern("connector").match(self.text[at:stop])
            if found:
                at, joined = at + found.end(), True
                continue
            found = pattern("subject").match(self.text[at:stop]) if not subject else None
            if not found and not subject and self.proposes:
                found = pattern("proposal").match(self.text[at:stop])
            if found:
                at, subject, self.ours = at + found.end(), True, True
                continue
            if self.triggers.expression.match(self.text, at, stop):
                break
            found = pattern("adverb").match(self.text[at:stop])
            if not found:
                break
            joined = joined or bool(pattern("also").match(found[0]))
            at += found.end()
        return at, subject, joined

    def _mine(self, subject: bool, joined: bool) -> bool:
        """Whether the meeting can be the subject of this clause's verb."""
        return subject or self.ours or (joined and self.fresh and self.place.item is not None)

    def _verb(self, at: int, stop: int, leading: bool) -> Verb | None:
        found = self.triggers.expression.match(self.text, at, stop)
        if found:
            return self._plain(found, stop)
        framed = self._framed(at, stop)
        if framed:
            return framed
        if leading:
            for found in self.triggers.expression.finditer(self.text, at, stop):
                between = self.text[at : found.start()]
                if self.language.pattern("circumstance").fullmatch(between):
                    return self._plain(found, stop)
        return None

    def _framed(self, at: int, stop: int) -> Verb | None:
        """ "expresses to X its thanks": the object stands before the verb.

        A long object has commas of its own; then the verb is in a later clause.
        """
        pattern = self.language.pattern
        frame = pattern("frame").match(self.text[at:stop])
        tail = pattern("frame-tail").match(self.text[at:stop]) if self.fronted is not None else None
        if frame:
            start, low, high = at, at + frame.start("object"), at + frame.end("object")
        elif tail and self.fronted is not None:
            start, low, high = self.fronted, self.fronted + 1, at - 1
        else:
            if pattern("fronted").match(self.text[at:stop]):
                self.fronted = at
            return None
        found = frame or tail
        words = found["verb"] if found else ""
        key = next((k for t, k in self.triggers.triggers if t in words or t.endswith(words)), None)
        self.fronted = None
        return Verb(key, start, stop, stop, before=(low, high)) if key else None

    def _plain(self, found: re.Match[str], stop: int) -> Verb | None:
        key = self.triggers.key(found[0])
        at = found.end()
        aspect = self.language.pattern("aspect").match(self.text[at:stop])
        done = bool(aspect and self.language.pattern("done").match(aspect[0]))
        at += aspect.end() if aspect else 0
        rest = self.text[at:stop]
        if self.language.pattern("noun-after").match(rest):
            return None
        means = self.language.pattern("means").fullmatch(found[0])
        if (
            means
            and not done
            and not self.language.pattern("adoptable").search(self.place.text[at:stop])
        ):
            return None  # "通过" as "through"
        return Verb(key, found.start(), found.end(), at)

    def _second(self, verb: Verb, stop: int) -> None:
        """ "recognises and welcomes X": two verbs with one object."""
        more = re.match(r"(?:和|并|、)", self.text[verb.object : stop])
        if not more or verb.before:
            return
        found = self.triggers.expression.match(self.text, verb.object + more.end(), stop)
        if found and self.triggers.key(found[0]) != verb.sort:
            second = self._plain(found, stop)
            if second:
                verb.object = second.object
                second.clause, second.start = stop, found.start()
                verb.stop = stop
                self.verbs.append(second)
                self.open = second

    def _belongs(self, verb: Verb, subject: bool, joined: bool) -> bool:
        """Whether a verb is the meeting's own, and not part of what it asks somebody to do."""
        if subject or not self.open:
            return True
        if self.roles.get(self.open.sort) != "addressee":
            return True
        # After "asks X to …" a further clause is X's, unless it turns to somebody itself, or is
        # what only a meeting says.
        role = self.roles.get(verb.sort)
        return joined and (role in ("addressee", "beneficiary") or verb.sort in MEETING_ONLY)
