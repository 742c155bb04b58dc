"""Operative verbs in languages whose verbs show tense and person.

The meeting's own verbs agree: "welcomed X, took note of Y and encouraged Z to share …" are three
acts and "share" is none, because it is no past tense. The language says what form a trigger has
(table "verb-form"), what may stand between subject and verb ("filler", "circumstance"), what joins
two verbs ("coordinator"), and what a passive looks like.
"""

import re
from dataclasses import dataclass

from att_graph.gazetteer import concepts
from att_graph.loaders import nouns
from att_graph.loaders.reading import Place, Reading
from att_graph.loaders.verbs import MEETING_ONLY, Verb

_FINITE = frozenset({"past", "present"})


@dataclass(frozen=True)
class _Hit:
    """A trigger met: `text[start:end]`, the concept it shows, and the form it has."""

    start: int
    end: int
    sort: str
    form: str
    phrase: bool = False  # several words, of which none is a participle of something else


@dataclass(frozen=True)
class _Claim:
    """Why a hit is the meeting's own: where its clause starts, and how it is joined."""

    how: str  # subject, item, joined, passive
    start: int
    form: str
    before: tuple[int, int] | None = None


def speaks(reading: Reading) -> bool:
    """Whether the report's language is one of those that this module reads."""
    return any(reading.language.table("verb-form"))


def sentences(reading: Reading, text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences of a masked text, each with its mark."""
    found, start = [], 0
    for mark in reading.language.pattern("sentence-end").finditer(text):
        found.append((start, mark.end()))
        start = mark.end()
    return [*found, (start, len(text))] if text[start:].strip() else found


def scan(reading: Reading, place: Place) -> tuple[list[Verb], Verb | None]:
    """The operative verbs of a place in order, and the verb that a chapeau hands to its items."""
    walk = _Walk(reading, place)
    for start, end in sentences(reading, walk.text):
        walk.sentence(start, end)
    return walk.verbs, walk.handed


def inner(reading: Reading, place: Place, verb: Verb) -> int | None:
    """Where the object of the second verb starts in "decided to request X", if it asks somebody."""
    mark = reading.language.pattern("to-do").match(place.masked, verb.end)
    triggers = concepts.scheme("act-type", reading.language.code)
    found = triggers.expression.match(place.masked, mark.end()) if mark else None
    if not found or not speaks(reading):
        return None
    role = concepts.value("act-type", triggers.key(found[0]), "objectRole")
    return found.end() if role == "addressee" else None


class _Walk:
    """One walk over the sentences of a place."""

    def __init__(self, reading: Reading, place: Place) -> None:
        self.reading, self.place, self.text = reading, place, place.masked
        self.language = reading.language
        self.triggers = concepts.scheme("act-type", self.language.code)
        self.proposes = reading.report.sort == "body-report"
        self.verbs: list[Verb] = []
        self.handed: Verb | None = None
        self.spoke = False  # the sentence before had the meeting as its subject
        self.since = 0  # where the sentence, or what follows its last verb, starts
        self.forms: frozenset[str] = frozenset()
        self.sentence_start = 0
        self.open: Verb | None = None

    # --- one sentence

    def sentence(self, start: int, end: int) -> None:
        """Read the verbs of `text[start:end]`."""
        self.since = self.sentence_start = start
        self.forms, self.open = frozenset(), None
        first = len(self.verbs)
        for hit in self._hits(start, end):
            claim = self._claim(hit, start, end)
            if claim and self._belongs(hit, claim, end):
                self._take(hit, claim, end)
        if self.open:
            self.open.stop = self.open.clause = len(self.text[:end].rstrip(",;:.!? "))
        self._chapeau(start, end, first)
        subjects = self._subjects(start, end)
        self.spoke = any(own for _, _, own in subjects) or (self.spoke and not subjects)

    def _hits(self, start: int, end: int) -> list[_Hit]:
        found: list[_Hit] = []
        known, verb = dict(self.triggers.triggers), ""
        for name in ("spread-verb", "gapped-verb"):
            for met in self.language.pattern(name).finditer(self.text, start, end):
                # "expressed its thanks to X and its appreciation to Y": the verb is said once.
                verb = met["verb"] if name == "spread-verb" else verb
                words = f"{verb} {met['tail']}".casefold()
                meant = self.language.choose("tail", words)  # "reiterated its gratitude"
                key = known.get(words) or known.get(meant or "")
                taken = any(met.start() < hit.end and hit.start < met.end() for hit in found)
                if key and not taken:
                    found.append(_Hit(met.start(), met.end(), key, self._form(verb), phrase=True))
        for met in self.triggers.expression.finditer(self.text, start, end):
            if any(met.start() < hit.end and hit.start < met.end() for hit in found):
                continue
            if not self.language.pattern("no-verb").match(self.text, met.start(), end):
                key = self.triggers.key(met[0])
                found.append(_Hit(met.start(), met.end(), key, self._form(met[0])))
        return sorted(found, key=lambda hit: hit.start)

    def _form(self, words: str) -> str:
        return self.language.choose("verb-form", words.casefold()) or "base"

    # --- whose verb it is

    def _claim(self, hit: _Hit, start: int, end: int) -> _Claim | None:
        passive = self._passive(hit, start, end)
        if passive:
            return passive
        if self.language.pattern("passive").search(
            self.text[max(start, hit.start - 60) : hit.start]
        ):
            return None
        for low, high, own in reversed(self._subjects(self.since, hit.start)):
            between = self._bridge(high, hit)
            if between is None:
                continue
            bare = between.form == "base" and not self._may_be_bare(low)
            if not own or bare or between.form == "gerund":
                return None
            return _Claim("subject", self._left(low, start), between.form)
        if self.place.item is not None and not self.verbs and self.since == start:
            begin = self.language.pattern("item-lead").match(self.text, start, end)
            at = begin.end() if begin else start
            between = self._bridge(at, hit) if start == 0 else None
            if between:
                return _Claim("item", start, between.form)
        nominal = self.language.pattern("nominal").fullmatch(self.text, hit.start, hit.end)
        if nominal and not self.open and self._bridge(start, hit):
            return _Claim("passive", start, "past")  # "Concern was expressed about …"
        return self._joined(hit, end)

    def _may_be_bare(self, subject: int) -> bool:
        """Whether a verb without an ending may follow: "recommends that the Conference adopt"."""
        return self.proposes or self.text[:subject].strip() in ("", "that")

    def _joined(self, hit: _Hit, end: int) -> _Claim | None:
        """The claim of a verb that a coordinator joins to the one before it."""
        low = self.open.end if self.open else self._unmodelled(hit)
        if low is None:
            return None
        forms = self.forms if self.open else _FINITE
        marks = self.language.pattern("coordinator").finditer(self.text, low, hit.start)
        for mark in reversed(list(marks)):
            between = self._bridge(mark.end(), hit, bare=not mark["word"], joined=True)
            if between is None:
                continue
            if forms == {"gerund"} and between.form != "gerund" and not mark["word"]:
                self.verbs.pop()  # "Noting the report, encourages …": what the item starts from
                self.open = None
                return _Claim("item", low, between.form)
            if between.form not in forms or self._relative(low, mark.start(), hit):
                return None
            return _Claim("joined", mark.start(), between.form)
        return None

    def _unmodelled(self, hit: _Hit) -> int | None:
        """Where the verb ends by which this meeting does what is no act: "recalled X and …"."""
        own = [high for _, high, own in self._subjects(self.since, hit.start) if own]
        word = re.compile(r" (?:also |further )?(\w+)").match(self.text, own[-1]) if own else None
        return word.end() if word and self._form(word[1]) in _FINITE else None

    def _subjects(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Where a meeting is the subject: start, end, and whether it is this one."""
        found = []
        to = self.language.pattern("proposing").search(self.text, self.sentence_start, end)
        for subject in self.language.pattern("subject").finditer(self.text, start, end):
            groups = subject.groupdict()
            own = True
            if groups.get("pronoun"):
                own = self.spoke or bool(self.forms) or bool(self.verbs)
            elif groups.get("numbered"):
                own = self.reading.ordinal_of(groups["numbered"]) in (None, self.reading.ordinal)
            if self.proposes and self.place.item is None:
                own = own and to is not None and subject.end() >= to.start("to")
            found.append((subject.start(), subject.end(), own))
        if self.proposes and to and start <= to.start("to") and to.end("to") <= end:
            found = [each for each in found if each[0] < to.start("to")] + [
                (*to.span("to"), True),
                *(each for each in found if each[0] >= to.end("to")),
            ]
        return found

    def _bridge(
        self, start: int, hit: _Hit, *, bare: bool = False, joined: bool = False
    ) -> _Claim | None:
        """Whether only adverbs and circumstances stand between a place and the verb.

        What comes out has the form of the verb: that of "continues" in "continues to encourage".
        """
        pattern, text = self.language.pattern, self.text
        at, form, circled = start, hit.form, False
        while at < hit.start:
            filler = pattern("filler").match(text, at, hit.start)
            auxiliary = pattern("auxiliary").match(text, at)
            if auxiliary and auxiliary.end() <= hit.start:
                form, at = self._form(auxiliary["verb"]), auxiliary.end()
            elif filler and filler.end() > at:
                at = filler.end()
            elif hit.form == "base" and (to := pattern("infinitive-mark").match(text, at)):
                at = to.end()
            elif around := pattern("circumstance").match(text, at, hit.start):
                closed = around[0].endswith((",", ", "))
                opened = text[:at].rstrip().endswith(",")
                if not closed and (opened or bare):
                    return None  # the verb stands inside the circumstance
                at, circled = around.end(), circled or not closed
            else:
                return None
        strict = hit.form == "past" and (joined or circled) and not hit.phrase
        if strict and pattern("participle").match(text, hit.end):
            return None
        return _Claim("", start, form)

    def _left(self, at: int, start: int) -> int:
        """Where the clause of a subject starts: before the words that join it."""
        joint = self.language.pattern("joint").search(self.text[start:at])
        return start + joint.start() if joint else at

    def _relative(self, low: int, at: int, hit: _Hit) -> bool:
        """Whether the verb goes on a relative clause: "which CSP9 reviewed and adopted"."""
        if concepts.value("act-type", hit.sort, "objectRole") in ("addressee", "beneficiary"):
            return False
        return bool(self.language.pattern("relative-open").search(self.text[low:at]))

    def _belongs(self, hit: _Hit, claim: _Claim, end: int) -> bool:
        """Whether a joined verb is the meeting's, and not part of what it asks somebody to do."""
        if claim.how != "joined" or not self.open:
            return True
        if self.language.pattern("noun-like").fullmatch(self.text, hit.start, hit.end):
            comma = self.text[claim.start] in ",;"
            if not comma and not self.language.pattern("verb-after").match(self.text, hit.end):
                return False  # "offers and requests for assistance"
        if claim.form in _FINITE:
            return True
        role = concepts.value("act-type", hit.sort, "objectRole")
        if concepts.value("act-type", self.open.sort, "objectRole") == "addressee":
            mark = self.language.pattern("infinitive-mark")
            marked = mark.search(self.text[claim.start : hit.start] + "_")
            comma = self.text[claim.start] in ",;"
            return comma and not marked and (role == "addressee" or hit.sort in MEETING_ONLY)
        return True

    def _passive(self, hit: _Hit, start: int, end: int) -> _Claim | None:
        """ "States Parties are encouraged to …": the claim of a passive."""
        if hit.form != "past":
            return None
        pattern = self.language.pattern
        found = pattern("passive").search(self.text[start : hit.start])
        agent = pattern("agent").match(self.text, hit.end, end)
        foreign = pattern("foreign-agent").match(self.text, hit.end, end)
        if not found or (not self._ours(agent) if agent else foreign):
            return None
        clause = pattern("that-clause").match(self.text, start, end)
        if pattern("subjunctive").match(found[0]) and not (clause and self.place.item):
            return None  # "the report to be adopted"
        high = start + found.start()
        low = self._turn(hit, high) if self.open else start
        if low is None:
            return None
        begin, low = low, self._past(low, high)
        impersonal = pattern("impersonal").fullmatch(self.text[low:high].strip())
        that = pattern("item-lead").match(self.text, low, high)
        low = that.end() if that and not impersonal else low
        words = self.text[low:high].strip()
        if not words or pattern("subordinate").search(words):
            return None
        subject = self._subjects(low, high)
        if subject and subject[0][0] == low and not impersonal:
            return None
        before = None if impersonal else (low, low + len(self.text[low:high].rstrip(" ,")))
        return _Claim("passive", begin, "past", before)

    def _turn(self, hit: _Hit, high: int) -> int | None:
        """Where, after an act, a passive turns to somebody: "…, and the Chair was asked to"."""
        role = concepts.value("act-type", hit.sort, "objectRole")
        begin = self.open.end if self.open else 0
        for joint in self.language.pattern("joint-before").finditer(self.text, begin, high):
            if role == "addressee" and nouns.first(self.reading, self.place, joint.end(), high):
                return joint.end()
        return None

    def _past(self, low: int, high: int) -> int:
        """Where a clause starts behind its circumstances: "In line with Rule 9, … "."""
        while low < high:
            filler = self.language.pattern("filler").match(self.text, low, high)
            around = self.language.pattern("circumstance").match(self.text, low, high)
            if filler and filler.end() > low:
                low = filler.end()
            elif around and around[0].endswith(","):
                low = around.end()
            else:
                break
        return low

    def _ours(self, agent: re.Match[str]) -> bool:
        return self.reading.ordinal_of(agent["who"]) in (None, self.reading.ordinal)

    # --- what is made of it

    def _take(self, hit: _Hit, claim: _Claim, end: int) -> None:
        if self.open:
            self.open.stop = self.open.clause = max(claim.start, self.open.end)
        verb = Verb(hit.sort, hit.start, hit.end, hit.end, before=claim.before)
        name = "agent" if claim.before else "object-mark"
        link = self.language.pattern(name).match(self.text, hit.end, end)
        verb.object = link.end() if link else hit.end
        if self.open and self.open.before and claim.how == "joined":
            verb.before = self.open.before
        if self.open and not verb.before and not self.text[self.open.end : claim.start].strip(" ,"):
            self.open.object = verb.object  # "reviewed and adopted X": two verbs, one object
            self._share(self.open, verb, end)
        else:
            self.verbs.append(verb)
        self.open, self.since = verb, hit.end
        if claim.how != "joined":
            finite = claim.form in _FINITE
            self.forms = _FINITE if finite else frozenset({claim.form})
        if hit.sort == "decide" and self.language.pattern("to-do").match(self.text, verb.end):
            self.forms |= {"base"}  # "decided to hold X and to request Y to …"

    def _share(self, first: Verb, second: Verb, end: int) -> None:
        first.stop = first.clause = len(self.text[:end].rstrip(",;:.!? "))
        self.verbs.append(second)

    def _chapeau(self, start: int, end: int, first: int) -> None:
        """The last sentence of a chapeau: does its last verb act, or is it handed to the items?"""
        last = self.place.opens and not self.text[end:].strip()
        if not last or not self.language.pattern("introduces").search(self.text[start:end]):
            return
        taken = self.language.pattern("deciding").search(self.text, start, end)
        if taken:
            self.handed = Verb("decide", taken.start(), taken.end(), taken.end(), clause=end)
            if self.open and self.open.end <= taken.start():
                self.open.stop = self.open.clause = taken.start()
        elif self.language.pattern("hanging").search(self.text[start:end]):
            if self.open:
                mark = self.language.pattern("hanging").search(self.text[start:end])
                self.open.stop = self.open.clause = start + mark.start() if mark else end
        elif len(self.verbs) > first:
            self.handed = self.verbs.pop()
        self.open = None
