"""Operative acts: each verb by which the meeting itself acts, with who is to do what.

What counts as one act is settled in the model: one verb of the meeting with its own object. A
chapeau's verb that introduces items is no act; items without a verb of their own inherit it.
"""

import re
from dataclasses import dataclass

from att_graph.gazetteer import concepts
from att_graph.loaders import addressees, deadlines, inflected, naming, nouns, topics, verbs
from att_graph.loaders.reading import Mention, Phrase, Place, Reading, prefix, slot
from att_graph.loaders.verbs import Verb
from att_graph.model import Act, Ref, Words
from att_graph.text import spot


def read(reading: Reading) -> None:
    """Add a fact for each operative act of the part that holds them."""
    scan = inflected.scan if inflected.speaks(reading) else verbs.scan
    heads: dict[str, Head | None] = {}
    chapeau: Place | None = None
    seen: list[Ref] = []
    for place in reading.places:
        if reading.kind.acts is None or place.part != reading.kind.acts:
            continue
        if place.item is None:
            chapeau, heads, seen = place, {}, []
        _lead(reading, place, chapeau)
        above = _above(heads, place)
        found, handed = scan(reading, place)
        if above and above.addressees:
            found = []  # under "asks X to:" an item's verb is X's
        if place.opens and not found:
            heads[place.item or ""] = _head(reading, place, handed, seen) if handed else above
        elif place.opens:
            heads[place.item or ""] = _head(reading, place, handed, seen) if handed else None
        elif not found and place.item is not None:
            _inherit(reading, place, above, seen)
        for ordinal, verb in enumerate(found, 1):
            _act(reading, place, verb, ordinal, seen)
        if place.item is None:
            named = [ref for _, _, ref in reading.names.search(place.text, "body")]
            seen += [ref for ref in named if ref not in seen and ref != reading.conferences]
    topics.of_context(reading)


@dataclass
class Head:
    """What a chapeau hands down to its items: its verb, and whom it asks."""

    place: Place
    verb: Verb
    addressees: list[Mention]


def _above(heads: dict[str, Head | None], place: Place) -> Head | None:
    """The head over an item: its parent item's, or the paragraph's."""
    parent = place.item or ""
    while parent:
        parent = parent.rpartition(".")[0]
        if parent in heads:
            return heads[parent]
    return None


def _head(reading: Reading, place: Place, verb: Verb, seen: list[Ref]) -> Head:
    role = concepts.value("act-type", verb.sort, "objectRole")
    asked = _named(reading, place, verb.object, verb.clause, seen) if role == "addressee" else []
    seen += [mention.ref for mention in asked]
    return Head(place, verb, asked)


def _lead(reading: Reading, place: Place, chapeau: Place | None) -> None:
    """The words that say who recommends to whom: "the Group recommends that the Conference"."""
    if chapeau is None or not reading.kind.proposes:
        return
    found = reading.language.pattern("proposing").search(chapeau.text)
    if found:
        place.lead = chapeau.view.spans(found.start(), found.end("to"))


def _inherit(reading: Reading, place: Place, head: Head | None, seen: list[Ref]) -> None:
    """An item without a verb of its own takes the chapeau's; without one it stays undecided."""
    if head is None:
        reading.find(
            "unknown-verb",
            place.view,
            0,
            min(len(place.text), 60),
            "No operative verb is known here, and the chapeau hands none down.",
            severity="warning",
        )
        return
    verb, above = head.verb, head.place
    ending = reading.language.pattern("act-end").search(place.masked)
    end = ending.start() if ending else len(place.text)
    act = _new(reading, place, verb.sort, 1)
    act.verb = above.view.spans(verb.start, verb.end)
    act.prove(act.verb, "actType")
    act.prove(place.view.spans(0, end), "content")
    act.content = reading.words(place.view, 0, end)
    for mention in head.addressees:
        act.addressees.append(mention.ref)
        act.prove(above.view.spans(mention.start, mention.end), "addressedTo")
    role = concepts.value("act-type", verb.sort, "objectRole") or ""
    if not head.addressees and inflected.speaks(reading):
        own = _named(reading, place, 0, end, seen) if role == "addressee" else []
        own = _agents(reading, place, 0, end, seen) if verb.sort == "decide" else own
        act.addressees += [mention.ref for mention in own]
        for mention in own:
            act.prove(place.view.spans(mention.start, mention.end), "addressedTo")
    _qualify(reading, act, place, 0, end)
    topics.of_words(reading, act, place, 0, end)
    _documents(reading, act, place, Verb(verb.sort, 0, 0, 0, clause=end), end, role)
    _basis(reading, act, above, verb, verb.end)
    _basis(reading, act, place, Verb(verb.sort, 0, 0, 0, clause=end), end)
    if act.addressees:
        _told(reading, act, place, 0, end, seen)
    deadlines.read(reading, act, above, verb.start, verb.clause)
    deadlines.read(reading, act, place, 0, end)
    reading.report.add(act)


def _new(reading: Reading, place: Place, sort: str, ordinal: int) -> Act:
    report = reading.report
    called = prefix(report)
    act = Act(Ref("act", f"{called}/{slot(place)}-{ordinal}"), sort=sort, recorded_in=place.ref)
    act.made_by = report.body or report.meeting
    act.decision = not reading.kind.proposes
    act.proposed_to = None if act.decision else report.meeting
    act.prove(place.lead, "proposedTo", "madeBy")
    for code in ("en", reading.language.code):
        words = concepts.label("act-type", sort, code)
        if words:
            act.labels.append(
                Words(f"{called.upper()} ¶{spot(place.number, place.item)} {words.value}", code)
            )
    return act


def _act(reading: Reading, place: Place, verb: Verb, ordinal: int, seen: list[Ref]) -> None:
    act = _new(reading, place, verb.sort, ordinal)
    ending = reading.language.pattern("act-end").search(
        place.masked, verb.end, max(verb.stop, verb.end)
    )
    stop = ending.start() if ending else max(verb.stop, verb.end)
    start, end = verb.before or (verb.object, stop)
    role = concepts.value("act-type", verb.sort, "objectRole")
    found: list[Mention] = []
    if role == "addressee":
        found = _named(reading, place, start, end, seen)
        found = found or _again(reading, place, act.ref, start)
        act.addressees = [mention.ref for mention in found]
        seen += act.addressees
    elif role == "beneficiary":
        found = _praised(reading, place, start, end, verb, seen)
        act.beneficiaries = [mention.ref for mention in found]
    elif verb.sort == "decide" and inflected.inner(reading, place, verb):
        found = _named(reading, place, inflected.inner(reading, place, verb) or start, end, seen)
        act.addressees = [mention.ref for mention in found]
    elif verb.sort == "decide":
        found = _agents(reading, place, start, end, seen)
        act.addressees = [mention.ref for mention in found]
    if role == "clause" and not found:
        found = _carriers(reading, place, start, end, seen)
        act.addressees = [mention.ref for mention in found]
    asked = found[-1].end if found and role == "addressee" else start
    if verb.before and role == "addressee":
        asked, end = verb.object, stop  # a passive: who is asked stands before it, what behind
    low = min(verb.start, start)
    while asked < end and place.masked[asked] in ",:、":
        asked += 1
    act.content = reading.words(place.view, asked, end) if end > asked else None
    act.verb = place.view.spans(verb.start, verb.end)
    act.prove(place.view.spans(low, max(stop, verb.end)), "actType", "content")
    for mention in found:
        what = "beneficiary" if role == "beneficiary" else "addressedTo"
        act.prove(place.view.spans(mention.start, mention.end), what)
    _qualify(reading, act, place, low, stop)
    topics.of_words(reading, act, place, low, stop)
    _documents(reading, act, place, verb, stop, role or "")
    _basis(reading, act, place, verb, stop)
    if role != "beneficiary":
        _told(reading, act, place, asked, end, seen)
    deadlines.read(reading, act, place, low, stop)
    reading.report.add(act)


def _named(reading: Reading, place: Place, start: int, end: int, seen: list[Ref]) -> list[Mention]:
    return addressees.refs(reading, place, addressees.chain(reading, place, start, end), seen)


def _agents(reading: Reading, place: Place, start: int, end: int, seen: list[Ref]) -> list[Mention]:
    """ "… that the Secretariat shall": who is to act by what is decided."""
    agent = reading.language.pattern("future-agent").search(place.masked[start:end])
    phrases = addressees.chain(reading, place, start, end) if agent else []
    if phrases and reading.language.pattern("agent-next").match(place.masked, phrases[-1].end):
        return addressees.refs(reading, place, phrases, seen)
    return []


def _again(reading: Reading, place: Place, ref: Ref, start: int) -> list[Mention]:
    """ "… and invites them to": whom the act just before addresses."""
    found = reading.language.pattern("pronoun").match(place.masked, start)
    stem, _, ordinal = ref.key.rpartition("-")
    before = reading.report.facts.get(Ref("act", f"{stem}-{int(ordinal) - 1}"))
    if not found or not isinstance(before, Act):
        return []
    return [Mention(start, found.end(), actor) for actor in before.addressees]


def _carriers(
    reading: Reading, place: Place, start: int, end: int, seen: list[Ref]
) -> list[Mention]:
    """ "… are to be borne by X": who is to act stands behind "by"."""
    found = reading.language.pattern("carried-by").search(place.masked, start, end)
    name = found.lastgroup if found else None
    return _named(reading, place, *found.span(name), seen) if found and name else []


def _praised(
    reading: Reading, place: Place, start: int, end: int, verb: Verb, seen: list[Ref]
) -> list[Mention]:
    """Who is thanked: a person, or the actors at the start or the end of the object."""
    stop = end if verb.before else min(end, verb.clause)
    persons = [m for m in place.persons if start <= m.start < min(stop, start + 30)]
    if persons:
        return persons[:1]
    if inflected.speaks(reading):
        return addressees.refs(reading, place, nouns.praised(reading, place, start, stop), seen)
    deed = reading.language.pattern("praised-deed").search(place.masked, start, stop)
    stop = deed.start() if deed else stop
    named = addressees.chain(reading, place, start, stop)
    if named and named[-1].end == stop:
        return addressees.refs(reading, place, named, seen)
    # The whole object when it is one noun phrase: "the States that …".
    heads = list(reading.language.pattern("actor-head").finditer(place.masked, start, stop))
    if heads and heads[-1].end() == stop:
        whole = Phrase(start, stop)
        return addressees.refs(reading, place, [whole], seen)
    known = reading.names.match(place.text, start, "state", "body", "organisation", "group")
    if known and known[1] == stop:
        return [Mention(start, stop, known[0])]
    return _named(reading, place, start, stop, seen)


def _qualify(reading: Reading, act: Act, place: Place, start: int, end: int) -> None:
    pattern = reading.language.pattern
    for found in pattern("condition").finditer(place.masked, start, end):
        act.conditions.append(reading.words(place.view, found.start(), found.end()))
        act.prove(place.view.spans(found.start(), found.end()), "condition")
    voluntary = pattern("voluntary").search(place.masked, start, end)
    thanks = concepts.value("act-type", act.sort, "objectRole") == "beneficiary"
    if voluntary and not thanks:  # "thanked those who gave voluntarily" asks nothing of anybody
        act.voluntary = True
        act.prove(place.view.spans(voluntary.start(), voluntary.end()), "voluntary")


def _documents(reading: Reading, act: Act, place: Place, verb: Verb, stop: int, role: str) -> None:
    further = reading.language.pattern("further-document")
    last: Mention | None = None
    for mention in place.documents:
        if not min(verb.start, *(verb.before or (verb.start,))) <= mention.start < stop:
            continue
        if mention.ref not in act.cites:
            act.cites.append(mention.ref)
        own = mention.start < verb.clause or verb.before is not None
        joined = last and further.match(place.text, last.end, mention.start)
        if role == "document" and own and (joined or not act.acts_on):
            act.acts_on.append(mention.ref)
            last = mention
            act.prove(place.view.spans(mention.start, mention.end), "actsOn", "cites")
        else:
            act.prove(place.view.spans(mention.start, mention.end), "cites")


def _basis(reading: Reading, act: Act, place: Place, verb: Verb, stop: int) -> None:
    """The provisions that the act relies on, and those that its words only name.

    "In accordance with Rule 9.1, the Conference …" relies on one before the verb; "… to provide,
    pursuant to section 7 of the terms of reference, …" behind it. "The Fund established under
    Article 16(3)" names one.
    """
    pattern = reading.language.pattern
    ends = pattern("sentence-end").finditer(place.masked, 0, verb.start)
    low = max([place.text.rfind(";", 0, verb.start) + 1, *(found.end() for found in ends)])
    for mention in place.provisions:
        within = verb.end <= mention.start < stop
        if within:
            relied = pattern("relied-within").search(place.text[verb.end : mention.start])
            if pattern("relied-for-another").match(place.text, mention.end):
                relied = None
            rest = place.text[mention.end :].lstrip(" ,")
            ends_it = len(place.text) - len(rest) >= stop
            if relied and ends_it and not pattern("clause-over").match(rest):
                continue  # "… and, pursuant to Rule 10, decided": of the verb to come
        elif low <= mention.start < verb.start and not _taken(reading, place, mention):
            relied = pattern("relied-on").search(place.text[low : mention.start])
        else:
            continue
        named, supports = (act.based_on, "basedOn") if relied else (act.refers_to, "refersTo")
        if (relied or within) and mention.ref not in [*act.based_on, *act.refers_to]:
            named.append(mention.ref)
            act.prove(place.view.spans(mention.start, mention.end), supports)


def _taken(reading: Reading, place: Place, mention: Mention) -> bool:
    """Whether an act before, in the same place, names this provision behind its verb."""
    spans = place.view.spans(mention.start, mention.end)
    return any(
        proof.spans == spans and {"basedOn", "refersTo"} & set(proof.supports)
        for act in reading.report.all(Act)
        if act.recorded_in == place.ref and act.verb and act.verb[0].start < spans[0].start
        for proof in act.evidence
    )


def _told(reading: Reading, act: Act, place: Place, start: int, end: int, seen: list[Ref]) -> None:
    """Who is to be told or served."""
    for found in reading.language.pattern("recipient").finditer(place.text, start, end):
        name = found.lastgroup
        if name is None:
            continue
        a, b = found.start(name), found.end(name)
        article = reading.language.pattern("article").match(place.text, a, b)
        a = article.end() if article else a
        ahead = reading.language.pattern("conference").match(place.text, a, b)
        titled = ahead and re.compile(r" [A-Z]").match(place.text, ahead.end())
        if inflected.speaks(reading) and ahead and not titled:
            b = ahead.end()
        elif inflected.speaks(reading):
            actor = nouns.first(reading, place, a, b)
            if actor is None:
                continue
            a, b = actor.start, actor.end
        ref = addressees.anaphor(reading, place.view, a, b, seen)
        ref = ref or naming.resolve(reading, place.view, a, b)
        session = reading.language.pattern("conference").fullmatch(place.text, a, b)
        if session and (reading.ordinal_of(session[0]) or 0) > (reading.ordinal or 0):
            ref = reading.conferences  # the session to come is the deadline; the body is told
        if ref is None and reading.language.pattern("actor-end").search(place.text[a:b]):
            ref = naming.group(reading, place.view, a, b)
        if ref and ref not in act.recipients:
            act.recipients.append(ref)
            act.prove(place.view.spans(a, b), "recipient")
