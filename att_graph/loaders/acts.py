"""Operative acts: each verb by which the meeting itself acts, with who is to do what.

What counts as one act is settled in the model: one verb of the meeting with its own object. A
chapeau's verb that introduces items is no act; items without a verb of their own inherit it.
"""

import re
from dataclasses import dataclass

from att_graph import concepts
from att_graph.loaders import addressees, deadlines, naming
from att_graph.loaders.reading import Mention, Place, Reading, slot, spot
from att_graph.model import Act, Ref, Words

_PART = {"conference-report": "decisions", "body-report": "recommendations"}
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


def read(reading: Reading) -> None:
    """Add a fact for each operative act of the part that holds them."""
    inherited: Verb | None = None
    chapeau: Place | None = None
    seen: list[Ref] = []
    for place in reading.places:
        if place.part != _PART[reading.report.sort]:
            continue
        if place.item is None:
            chapeau, inherited, seen = place, None, []
        verbs, handed = scan(reading, place)
        if place.opens:
            inherited = handed
        if place.item is not None and not verbs:
            _inherit(reading, place, chapeau, inherited, seen)
        for ordinal, verb in enumerate(verbs, 1):
            _act(reading, place, verb, ordinal, seen)
        seen += (
            [
                ref
                for _, _, ref in reading.names.search(place.text, "body")
                if ref not in seen and ref != reading.conferences
            ]
            if place.item is None
            else []
        )


def scan(reading: Reading, place: Place) -> tuple[list[Verb], Verb | None]:
    """The operative verbs of a place in order, and the verb that a chapeau hands to its items."""
    scanner = _Scanner(reading, place)
    return scanner.verbs, scanner.handed


class _Scanner:
    """One walk over the clauses of a place."""

    def __init__(self, reading: Reading, place: Place) -> None:
        self.language, self.place, self.text = reading.language, place, place.masked
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
            if self.open and (subject or joined):
                self.open.stop = start
                self.open = None
        elif not subject and self.language.pattern("foreign-subject").match(self.text, start, stop):
            self.ours = False
        elif joined and self.language.pattern("phrase-before").match(self.text[at:stop]):
            self.circumstance = start
        self.fresh = mark in "。!?"
        if self.fresh:
            self.circumstance = None
            if self.open:
                self.open.stop = stop
                self.open = None
            self.ours = False

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
            if found:
                at, subject, self.ours = at + found.end(), True, True
                continue
            if self.triggers.expression.match(self.text, at, stop):
                break
            found = pattern("adverb").match(self.text[at:stop])
            if not found:
                break
            at += found.end()
        return at, subject, joined

    def _mine(self, subject: bool, joined: bool) -> bool:
        """Whether the meeting can be the subject of this clause's verb."""
        return subject or self.ours or (joined and self.fresh and self.place.item is not None)

    def _verb(self, at: int, stop: int, leading: bool) -> Verb | None:
        found = self.triggers.expression.match(self.text, at, stop)
        if found:
            return self._plain(found, stop)
        frame = self.language.pattern("frame").match(self.text[at:stop])
        if frame:
            # "expresses to X its thanks": the object stands before the verb.
            words = frame["verb"]
            key = next(
                (k for t, k in self.triggers.triggers if t in words or t.endswith(words)), None
            )
            if key:
                verb = Verb(key, at, at + frame.end(), at + frame.end())
                verb.before = (at + frame.start("object"), at + frame.end("object"))
                return verb
        if leading:
            for found in self.triggers.expression.finditer(self.text, at, stop):
                between = self.text[at : found.start()]
                if self.language.pattern("circumstance").fullmatch(between):
                    return self._plain(found, stop)
        return None

    def _plain(self, found: re.Match[str], stop: int) -> Verb | None:
        key = self.triggers.key(found[0])
        at = found.end()
        aspect = self.language.pattern("aspect").match(self.text[at:stop])
        at += aspect.end() if aspect else 0
        rest = self.text[at:stop]
        if self.language.pattern("noun-after").match(rest):
            return None
        means = self.language.pattern("means").fullmatch(found[0])
        if means and not self.language.pattern("adoptable").search(self.place.text[at:stop]):
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
        # After "asks X to …" a further clause is X's, unless it turns to somebody itself.
        return joined and self.roles.get(verb.sort) == "addressee"


def _inherit(
    reading: Reading, place: Place, chapeau: Place | None, verb: Verb | None, seen: list[Ref]
) -> None:
    """An item without a verb of its own takes the chapeau's; without one it stays undecided."""
    if verb is None or chapeau is None:
        reading.find(
            "unknown-verb",
            place.view,
            0,
            min(len(place.text), 60),
            "No operative verb is known here, and the chapeau hands none down.",
            severity="warning",
        )
        return
    end = len(place.text.rstrip(";。,和及 "))
    act = _new(reading, place, verb.sort, 1)
    act.prove(chapeau.view.spans(verb.start, verb.end), "actType")
    act.prove(place.view.spans(0, end), "content")
    act.content = reading.words(place.view, 0, end)
    _qualify(reading, act, place, 0, end)
    _topics(reading, act, place, 0, end)
    deadlines.read(reading, act, chapeau, verb.start, verb.clause)
    deadlines.read(reading, act, place, 0, end)
    reading.report.add(act)


def _new(reading: Reading, place: Place, sort: str, ordinal: int) -> Act:
    report = reading.report
    prefix = report.meeting.key + (f"-{report.body.key}" if report.body else "")
    act = Act(Ref("act", f"{prefix}/{slot(place)}-{ordinal}"), sort=sort, recorded_in=place.ref)
    act.made_by = report.body or report.meeting
    act.decision = report.sort == "conference-report"
    act.proposed_to = None if act.decision else report.meeting
    for code in ("en", reading.language.code):
        words = concepts.label("act-type", sort, code)
        if words:
            act.labels.append(Words(f"{prefix.upper()} ¶{spot(place)} {words.value}", code))
    return act


def _act(reading: Reading, place: Place, verb: Verb, ordinal: int, seen: list[Ref]) -> None:
    act = _new(reading, place, verb.sort, ordinal)
    ending = reading.language.pattern("act-end").search(
        place.masked, verb.end, max(verb.stop, verb.end)
    )
    stop = ending.start() if ending else max(verb.stop, verb.end)
    start, end = verb.object, stop
    if verb.before:
        start, end = verb.before
    role = concepts.value("act-type", verb.sort, "objectRole")
    found: list[Mention] = []
    if role == "addressee":
        found = _named(reading, place, start, end, seen)
        act.addressees = [mention.ref for mention in found]
        seen += act.addressees
    elif role == "beneficiary":
        found = _praised(reading, place, start, end, verb, seen)
        act.beneficiaries = [mention.ref for mention in found]
    elif verb.sort == "decide":
        agent = reading.language.pattern("future-agent").search(place.masked[start:end])
        phrases = addressees.chain(reading, place, start, end) if agent else []
        if phrases and reading.language.pattern("agent-next").match(place.masked, phrases[-1].end):
            found = addressees.refs(reading, place, phrases, seen)
            act.addressees = [mention.ref for mention in found]
    if role == "clause" and not found:
        found = _carriers(reading, place, start, end, seen)
        act.addressees = [mention.ref for mention in found]
    asked = found[-1].end if found and role == "addressee" else start
    while asked < end and place.masked[asked] in ",:、":
        asked += 1
    act.content = reading.words(place.view, asked, end) if end > asked else None
    act.prove(place.view.spans(verb.start, max(stop, verb.end)), "actType", "content")
    for mention in found:
        what = "beneficiary" if role == "beneficiary" else "addressedTo"
        act.prove(place.view.spans(mention.start, mention.end), what)
    _qualify(reading, act, place, verb.start, stop)
    _topics(reading, act, place, verb.start, stop)
    _documents(reading, act, place, verb, stop, role or "")
    _basis(reading, act, place, verb)
    if role != "beneficiary":
        _told(reading, act, place, asked, end, seen)
    deadlines.read(reading, act, place, verb.start, stop)
    reading.report.add(act)


def _named(reading: Reading, place: Place, start: int, end: int, seen: list[Ref]) -> list[Mention]:
    return addressees.refs(reading, place, addressees.chain(reading, place, start, end), seen)


def _carriers(
    reading: Reading, place: Place, start: int, end: int, seen: list[Ref]
) -> list[Mention]:
    """ "… are to be borne by X": who is to act stands behind "by"."""
    found = reading.language.pattern("carried-by").search(place.masked, start, end)
    return _named(reading, place, found.start("who"), found.end("who"), seen) if found else []


def _praised(
    reading: Reading, place: Place, start: int, end: int, verb: Verb, seen: list[Ref]
) -> list[Mention]:
    """Who is thanked: a person, or the actors at the start or the end of the object."""
    stop = end if verb.before else min(end, verb.clause)
    persons = [m for m in place.persons if start <= m.start < min(stop, start + 30)]
    if persons:
        return persons[:1]
    # The whole object when it is one noun phrase: "the States that …".
    heads = list(reading.language.pattern("actor-head").finditer(place.masked, start, stop))
    if heads and heads[-1].end() == stop:
        whole = addressees.Phrase(start, stop)
        return addressees.refs(reading, place, [whole], seen)
    return _named(reading, place, start, stop, seen)


def _qualify(reading: Reading, act: Act, place: Place, start: int, end: int) -> None:
    pattern = reading.language.pattern
    for found in pattern("condition").finditer(place.masked, start, end):
        act.conditions.append(reading.words(place.view, found.start(), found.end()))
        act.prove(place.view.spans(found.start(), found.end()), "condition")
    voluntary = pattern("voluntary").search(place.masked, start, end)
    if voluntary:
        act.voluntary = True
        act.prove(place.view.spans(voluntary.start(), voluntary.end()), "voluntary")


def _topics(reading: Reading, act: Act, place: Place, start: int, end: int) -> None:
    """What the act is about, by the terms it uses."""
    terms = concepts.scheme("topic", reading.language.code)
    for a, b, key in terms.all_within(place.text[start:end]):
        if key not in act.topics:
            act.topics.append(key)
            act.prove(place.view.spans(start + a, start + b), "topic")


def _documents(reading: Reading, act: Act, place: Place, verb: Verb, stop: int, role: str) -> None:
    for mention in place.documents:
        if not verb.start <= mention.start < stop:
            continue
        if mention.ref not in act.cites:
            act.cites.append(mention.ref)
        own = mention.start < verb.clause or verb.before is not None
        if role == "document" and own and not act.acts_on:
            act.acts_on.append(mention.ref)
            act.prove(place.view.spans(mention.start, mention.end), "actsOn")
        else:
            act.prove(place.view.spans(mention.start, mention.end), "cites")


def _basis(reading: Reading, act: Act, place: Place, verb: Verb) -> None:
    """The provisions the verb's sentence starts from: "in accordance with Rule 9.1 …"."""
    low = max(place.text.rfind("。", 0, verb.start), place.text.rfind(";", 0, verb.start)) + 1
    for mention in place.provisions:
        lead = place.text[low : mention.start] if low <= mention.start < verb.start else ""
        relied = reading.language.pattern("relied-on").search(lead)
        if relied and mention.ref not in act.based_on:
            act.based_on.append(mention.ref)
            act.prove(place.view.spans(mention.start, mention.end), "basedOn")


def _told(reading: Reading, act: Act, place: Place, start: int, end: int, seen: list[Ref]) -> None:
    """Who is to be told or served."""
    for found in reading.language.pattern("recipient").finditer(place.text, start, end):
        name = found.lastgroup
        if name is None:
            continue
        a, b = found.start(name), found.end(name)
        ref = addressees.anaphor(reading, place.text[a:b], seen)
        ref = ref or naming.resolve(reading, place.view, a, b)
        if ref is None and reading.language.pattern("actor-end").search(place.text[a:b]):
            ref = naming.group(reading, place.view, a, b)
        if ref and ref not in act.recipients:
            act.recipients.append(ref)
            act.prove(place.view.spans(a, b), "recipient")
