"""Elections and appointments: who got which office, for how long, by which act."""

import re

from att_graph.gazetteer import actors, concepts
from att_graph.layout.structure import Footnote
from att_graph.loaders import figures
from att_graph.loaders.listing import Name
from att_graph.loaders.participation import states
from att_graph.loaders.persons import hold, office_words
from att_graph.loaders.posts import nationality, owner, postings
from att_graph.loaders.reading import Mention, Place, Reading, extent, number, printed
from att_graph.model import Act, Deadline, Ref, Tenure, Words


def read(reading: Reading) -> None:
    """Add a tenure for each holder that an act elects, appoints or confirms."""
    by_place = {place.ref: place for place in reading.places}
    for act in reading.report.all(Act):
        if concepts.value("act-type", act.sort, "objectRole") != "holder" or not act.recorded_in:
            continue
        place = by_place[act.recorded_in]
        _persons(reading, place, act)
        _states(reading, place, act)
        _members(reading, place, act)
    for note in reading.parsed.footnotes:
        _replacement(reading, note)


def _persons(reading: Reading, place: Place, act: Act) -> None:
    pattern = reading.language.pattern
    for mention in place.persons:
        if not _by(reading, place, act, mention.start):
            continue
        elected = _elected(reading, place, mention)
        confirmed = pattern("confirmed").match(place.text, mention.end)
        if elected and not confirmed:
            start, end = extent(elected, "office", "role")
            institution, role = office_words(reading, place, start, end)
            if institution and role:
                tenure = _conferred(reading, mention.ref, institution, role, act, place, start, end)
                tenure.prove(place.view.spans(mention.start, mention.end), "holder")
                sender = _state_before(reading, place, mention)
                if sender:
                    tenure.represents = tenure.represents or sender.ref
                    whole = min(sender.start, mention.start), max(sender.end, mention.end)
                    tenure.prove(place.view.spans(*whole), "represents")
        elif confirmed:
            body = reading.names.find(confirmed["body"] or "", "body")
            if body:
                start, end = extent(confirmed, "body", "head")
                tenure = hold(reading, mention.ref, body, "head")
                tenure.prove(place.view.spans(start, end), "office", "role")
                tenure.prove(place.view.spans(mention.start, mention.end), "holder")
            start, end = confirmed.start("role"), confirmed.end("role")
            tenure = _conferred(
                reading, mention.ref, reading.report.meeting, "secretary", act, place, start, end
            )
            tenure.prove(place.view.spans(mention.start, mention.end), "holder")


def _elected(reading: Reading, place: Place, mention: Mention) -> re.Match[str] | None:
    """The office to which a person is elected, alone or together with those named just after."""
    at = mention.end
    pattern = reading.language.pattern
    for other in [m for m in place.persons if m.start > mention.start] + [None]:
        until = other.start if other else len(place.text)
        found = pattern("elected-person").match(place.text, at, until)
        if found or other is None or pattern("stop").search(place.text, at, until):
            return found
        at = other.end
    return None


def _by(reading: Reading, place: Place, act: Act, at: int) -> bool:
    """Whether this act, of several in the place, is the one whose object stands at `at`."""
    here = [a for a in reading.report.all(Act) if a.recorded_in == place.ref and a.verb]
    before = [a for a in here if a.verb[0].start <= place.view.at[at]]
    return not before or max(before, key=lambda a: a.verb[0].start) is act


def _last_conference(reading: Reading, place: Place, end: int) -> Ref | None:
    """The conference named last before "as Vice-Presidents"; this one where none is."""
    named = list(reading.language.pattern("conference").finditer(place.text, 0, end))
    return reading.called(named[-1][0]) if named else reading.report.meeting


def _state_before(reading: Reading, place: Place, person: Mention) -> Mention | None:
    """The State whose delegate the person is: the one the post starts with, or in brackets."""
    nation = nationality(reading, place, person)
    if nation:
        return nation
    low = reading.language.after("sentence-end", place.text, person.start)
    here = [m for m in place.persons if m.start >= low]
    for posting in postings(reading, place, here, low, len(place.text)):
        for start, end in posting.spans if posting.person is person else ():
            of = owner(reading, place.text[start:end])
            if of and of.kind == "state":
                return Mention(start, end, of)
    if "post-owner" in reading.language.patterns:
        return None
    for start, stop, ref in reversed(
        list(reading.names.search(place.text[: person.start], "state"))
    ):
        if reading.language.pattern("state-post").match(place.text, stop):
            return Mention(start, stop, ref)
    return None


def _conferred(
    reading: Reading,
    holder: Ref,
    institution: Ref,
    role: str,
    act: Act,
    place: Place,
    start: int,
    end: int,
) -> Tenure:
    tenure = hold(reading, holder, institution, role)
    tenure.conferred = tenure.conferred or act.ref
    tenure.prove(place.view.spans(start, end), "office", "role", "conferredBy")
    tenure.prove(act.verb, "conferredBy")
    return tenure


def _states(reading: Reading, place: Place, act: Act) -> None:
    """ "elected A, B and C as the Vice-Presidents of the twelfth Conference"."""
    told = chosen(reading, place, 0, len(place.text), act) if act.sort == "elect" else None
    if not told or not _by(reading, place, act, told[1]):
        return
    found, low, high = told
    names = states(reading, place.text, low, high)
    start, end = extent(found, "office", "role")
    institution, role = office_words(reading, place, start, end)
    if institution is None and not found["office"]:
        institution = _last_conference(reading, place, start)
    for name in names:
        if name.ref and institution and role:
            tenure = _conferred(
                reading,
                name.ref,
                institution,
                role,
                act,
                place,
                start,
                end,
            )
            tenure.prove(place.view.spans(name.start, name.end), "holder")
        elif name.ref is None:
            reading.find(
                "unresolved-name",
                place.view,
                name.start,
                name.end,
                "A name in an election is no known State.",
                severity="error",
            )
    stated = number(reading.language, found["count"]) if found["count"] else None
    if stated is not None:
        a, b = extent(found, "count", "role")
        figure = figures.add(reading, place.view, "vice-presidents-elected", stated, a, b)
        figure.about = [institution] if institution else []
        if stated != len({name.ref for name in names if name.ref}):
            reading.find(
                "count-mismatch",
                place.view,
                a,
                b,
                f"The text states {stated}; {len(names)} are named.",
                read_as=str(len(names)),
                severity="warning",
                about=(act.ref, figure.ref),
            )


def _first_state(reading: Reading, place: Place, start: int, end: int) -> int:
    """Where the first State's name stands in a stretch; its start where none does."""
    found = reading.names.search(place.text[start:end], "state")
    return start + next((at for at, _, _ in found), 0)


def chosen(
    reading: Reading, place: Place, start: int, end: int, act: Act | None = None
) -> tuple[re.Match[str], int, int] | None:
    """The words of `text[start:end]` that elect States, and from where to where these stand."""
    pattern = reading.language.pattern
    ways = ("elected-states", "elected-states-passive", "elected-states-headed")
    searched = (pattern(way).search(place.text, start, end) for way in ways)
    found = next((match for match in searched if match), None)
    if not found:
        return None
    low, high = found.span("list")
    low = _after_trigger(reading, place, act, low, high) if act else low
    if act is None or found.re is not pattern("elected-states"):  # what leads to the names
        named = any(True for _ in reading.names.search(place.text[low:high], "state"))
        if not named and found.re is pattern("elected-states-headed"):
            return None  # an office is named behind the verb, and nobody in it
        low = _first_state(reading, place, low, high)
    if any(low <= mention.start < high for mention in place.persons):
        return None
    after = pattern("list-after").match(place.text, found.end())
    if after and pattern("following").search(place.text, low, high):
        low, high = after.span("list")
    return found, low, high


def _after_trigger(reading: Reading, place: Place, act: Act, start: int, end: int) -> int:
    """Where the names start: after the verb of the act."""
    for trigger, _ in _triggers(reading, act.sort):
        at = place.text.rfind(trigger, start, end)
        start = max(start, at + len(trigger)) if at >= 0 else start
    return start


def _triggers(reading: Reading, sort: str) -> list[tuple[str, str]]:
    found = concepts.scheme("act-type", reading.language.code).triggers
    return [(trigger, key) for trigger, key in found if key == sort]


def _members(reading: Reading, place: Place, act: Act) -> None:
    """ "appointed the following States as members of the Committee, for two years, …"."""
    office = reading.language.pattern("appointed-members").search(place.text)
    if not office or act.sort not in ("appoint", "elect"):
        return
    names = _member_names(reading, place, act)
    whole = extent(office, "office", "role")
    institution, role = office_words(reading, place, *whole)
    if institution is None:
        return
    role = role or "member"
    ends = [d for d in reading.report.all(Deadline) if d.ref in act.deadlines and d.due_at]
    for name in names:
        if name.ref is None:
            reading.find(
                "unresolved-name",
                place.view,
                name.start,
                name.end,
                "A name in an appointment is no known State.",
                severity="error",
            )
            continue
        ref = Ref("tenure", f"{institution.key}-{role}-{name.ref.key}-{reading.report.meeting.key}")
        fact = Tenure(ref, holder=name.ref, role=role, office=institution)
        fact.labels = hold_label(name.ref, role, institution)
        fact.conferred, fact.starts_at = act.ref, reading.report.meeting
        fact.ends_at = ends[0].due_at if ends else None
        fact.prove(place.view.spans(name.start, name.end), "holder")
        fact.prove(place.view.spans(*whole), "office", "role")
        fact.prove(act.verb, "conferredBy", "startsAt")
        for end in ends:
            for evidence in end.evidence:
                fact.prove(evidence.spans, "endsAt")
        reading.report.add(fact)
    _replaced(reading, place, institution, role)


def _member_names(reading: Reading, place: Place, act: Act) -> list[Name]:
    """The States of the first list that starts with one: after a colon, "namely", or the verb."""
    for name in ("members-after", "members-list", "members-before", "members-passive"):
        for found in reading.language.pattern(name).finditer(place.text):
            start = _after_trigger(reading, place, act, *found.span("list"))
            if name == "members-passive":  # what leads to the names
                start = _first_state(reading, place, start, found.end("list"))
            names = states(reading, place.text, start, found.end("list"))
            if names and names[0].ref:
                return names
    return []


def _replaced(reading: Reading, place: Place, institution: Ref, role: str) -> None:
    """ "…, replacing A and B": members whose time ends with this meeting."""
    found = reading.language.pattern("members-replaced").search(place.text)
    since = reading.report.meeting
    for name in states(reading, place.text, *found.span("list")) if found else ():
        if name.ref is None:
            return
        ref = Ref("tenure", f"{institution.key}-{role}-{name.ref.key}-until-{since.key}")
        former = Tenure(ref, holder=name.ref, role=role, office=institution, ends_at=since)
        former.labels = hold_label(name.ref, role, institution)
        former.prove(place.view.spans(name.start, name.end), "holder", "endsAt")
        former.prove(place.view.spans(*found.span()) if found else (), "office", "role", "endsAt")
        reading.report.add(former)


def hold_label(holder: Ref, role: str, institution: Ref) -> list[Words]:
    """The English label of a State's tenure."""
    name, place = actors.label(holder, "en"), actors.label(institution, "en")
    called = place.value if place else institution.key.upper()
    return [Words(f"{name.value if name else holder.key}, {role} of {called}", "en")]


def _replacement(reading: Reading, note: Footnote) -> None:
    """A footnote's replacement of one committee member by another."""
    view = note.view
    ways = ("replacement", "replacement-passive")
    found = next((m for w in ways if (m := reading.language.pattern(w).search(view.norm))), None)
    if not found:
        return
    new, old = (_last_state(reading, found[g]) for g in ("new", "old"))
    body = reading.names.find(printed(found, "office"), "body")
    since = reading.called(printed(found, "conference"))
    if not (new and old and body and since):
        return
    former = Tenure(Ref("tenure", f"{body.key}-member-{old.key}-until-{since.key}"))
    former.holder, former.role, former.office, former.ends_at = old, "member", body, since
    former.labels = hold_label(old, "member", body)
    former.prove(view.spans(*found.span("old")), "holder", "endsAt")
    former.prove(view.spans(*extent(found, "old", "office")), "office", "role", "endsAt")
    reading.report.add(former)
    fact = Tenure(Ref("tenure", f"{body.key}-member-{new.key}-{since.key}"), holder=new)
    fact.role, fact.office, fact.starts_at, fact.replaces = "member", body, since, former.ref
    fact.labels = hold_label(new, "member", body)
    fact.prove(
        view.spans(found.start(), found.end()), "holder", "office", "role", "startsAt", "replaces"
    )
    again = reading.language.pattern("reappointment").search(view.norm)
    if again:
        then = reading.called(printed(again, "conference"))
        fact.ends_at = then
        fact.prove(view.spans(again.start(), again.end()), "endsAt")
        end = reading.called(again["end"])
        if then and end:
            second = Tenure(Ref("tenure", f"{body.key}-member-{new.key}-{then.key}"), holder=new)
            second.role, second.office, second.starts_at, second.ends_at = "member", body, then, end
            second.labels = hold_label(new, "member", body)
            second.prove(view.spans(again.start(), again.end()), "holder", "startsAt", "endsAt")
            second.prove(view.spans(*extent(found, "office")), "office", "role")
            reading.report.add(second)
    reading.report.add(fact)


def _last_state(reading: Reading, text: str) -> Ref | None:
    found = [ref for _, _, ref in reading.names.search(text, "state")]
    return found[-1] if found else None
