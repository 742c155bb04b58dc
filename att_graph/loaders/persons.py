"""Persons: who is named, in which post, for whom, and who spoke."""

from att_graph import actors
from att_graph.iris import digest, slug
from att_graph.loaders.meetings import sentences
from att_graph.loaders.reading import Mention, Place, Reading
from att_graph.model import Intervention, Office, Organisation, Person, Ref, Tenure, Words

_SPOKEN = {"organisation", "introduction", "background", None}


def read(reading: Reading) -> None:
    """Add a fact for each person, post and intervention, and note where persons are named."""
    for organisation in reading.report.all(Organisation):
        for words in organisation.labels:
            reading.names.add(words.value, organisation.ref)
    for place in reading.places:
        _named(reading, place)
    for place in reading.places:
        for sentence, offset in sentences(reading, place.text):
            _sentence(reading, place, sentence, offset)


def _named(reading: Reading, place: Place) -> None:
    pattern, report = reading.language.pattern, reading.report
    for name in ("person", "native-person", "surname"):
        for found in pattern(name).finditer(place.text):
            start, end = found.start("name"), found.end("name")
            if any(m.start <= start < m.end for m in place.persons):
                continue
            printed = reading.words(place.view, start, end)
            key = slug(printed.value) if name != "native-person" else digest(printed.value)
            ref = Ref("person", key or digest(printed.value))
            if name == "surname":
                same = [p.ref for p in report.all(Person) if p.ref.key.endswith("-" + key)]
                ref = same[0] if len(same) == 1 else ref
            if name == "surname" and ref in report.facts:
                report.facts[ref].prove(place.view.spans(start, end), "altLabel")
                if printed not in report.facts[ref].names:
                    report.facts[ref].names.append(printed)
            else:
                fact = Person(ref, labels=[printed])
                if name != "native-person":  # a name in Latin letters is the same in English
                    fact.labels.append(Words(printed.value, "en"))
                fact.prove(place.view.spans(start, end), "label")
                report.add(fact)
            place.persons.append(Mention(start, found.end("honorific"), ref))
    place.persons.sort(key=lambda mention: mention.start)


def _sentence(reading: Reading, place: Place, sentence: str, offset: int) -> None:
    """Posts of the persons of one sentence; in the parts that narrate, also that they spoke."""
    here = [m for m in place.persons if offset <= m.start < offset + len(sentence)]
    cue = reading.language.cue("intervention", sentence)
    spoke = cue[0] if cue else None
    previous: Intervention | None = None
    held: Tenure | None = None
    before = offset
    for mention in here:
        post = _post_start(reading, place, before, mention.start)
        behalf_text = place.text[before : mention.start]
        behalf = reading.language.pattern("on-behalf").match(behalf_text)
        if behalf:
            post = before + behalf.end()
        bare = reading.language.pattern("joined-only").fullmatch(place.text, before, mention.start)
        represents, held = _post(reading, place, mention, post, held if bare else None)
        if spoke and place.part in _SPOKEN:
            if behalf and previous is not None:
                previous.on_behalf = mention.ref
                previous.prove(place.view.spans(before, mention.end), "onBehalfOf")
            else:
                previous = _intervention(reading, place, mention, spoke, represents, post)
            if cue and previous:
                said = place.view.spans(offset + cue[1].start(), offset + cue[1].end())
                previous.prove(said, "interventionKind", "meeting")
        before = mention.end
        nation = reading.language.pattern("nationality").match(place.text, mention.end)
        joined = reading.language.pattern("joined").match(
            place.text, nation.end() if nation else before
        )
        before = joined.end() if joined else before
    if spoke == "presentation" and not here:
        if place.part == "organisation":
            _presented(reading, place, sentence, offset)
        else:
            _spoken_for(reading, place, sentence, offset)


def _post_start(reading: Reading, place: Place, low: int, high: int) -> int:
    """Where the post before a name starts: after the last boundary since the name before."""
    start = low
    for found in reading.language.pattern("post-start").finditer(place.text, low, high):
        if place.masked[found.start()] != "□":
            start = found.end()
    return start


def _post(
    reading: Reading, place: Place, mention: Mention, start: int, shared: Tenure | None
) -> tuple[Ref | None, Tenure | None]:
    """A person's post as a tenure: whom the person represents, and the office under the treaty.

    `shared` is the office of the person named just before, where two persons are joined under it.
    """
    end = mention.start
    text = place.text[start:end]
    nation = reading.language.pattern("nationality").match(place.text, mention.end)
    state = reading.names.find(nation["who"], "state") if nation else None
    held = _under_treaty(reading, place, mention, start, end)
    if held is None and shared and shared.office and shared.role:
        held = hold(reading, mention.ref, shared.office, shared.role)
        held.prove(place.view.spans(mention.start, mention.end), "holder")
        held.prove(shared.evidence[0].spans, "office", "role")
    leading = reading.names.match(text, 0, "state")
    official = reading.language.pattern("state-post")
    if not state and leading and (leading[1] == len(text) or official.match(text, leading[1])):
        state = leading[0]
    if held and state:
        held.represents = held.represents or state
        where = nation.end() if nation else mention.end
        begin = mention.start if nation else start
        held.prove(place.view.spans(begin, where), "represents")
    organisation = reading.names.match(text, 0, "organisation", "body") if text else None
    represents = state or (organisation[0] if organisation and not leading else None)
    if organisation and not state:
        represents = organisation[0]
    if held is None and reading.language.pattern("post-end").search(text):
        nationality = nation and state and not (leading and leading[0] == state)
        of = organisation[0] if organisation else None  # a nationality tells nothing of the post
        at = of if nationality else represents
        _outside(reading, place, mention, (start, end), at, represents)
    return represents, held


def _under_treaty(
    reading: Reading, place: Place, mention: Mention, start: int, end: int
) -> Tenure | None:
    """An office of the treaty's own named before or after the person ("President of CSP11")."""
    pattern = reading.language.pattern
    before = pattern("office-of").search(place.text, start, end)
    after = pattern("acting-as").search(place.text[mention.end : mention.end + 40])
    if before and before.end() == end:
        found, shift = before, 0
    elif after and not _elected(reading, place, mention):
        found, shift = after, mention.end
    else:
        return None  # nothing, or an election: the act that elects makes the tenure
    a, b = found.start("office") + shift, found.end("office") + shift
    institution, role = office_words(reading, place, a, b)
    if institution is None or role is None:
        return None
    tenure = hold(reading, mention.ref, institution, role)
    tenure.prove(place.view.spans(a, b), "office", "role")
    tenure.prove(place.view.spans(mention.start, mention.end), "holder")
    return tenure


def _elected(reading: Reading, place: Place, mention: Mention) -> bool:
    """Whether the sentence elects this person, and does not only say who somebody is."""
    start = place.text.rfind("。", 0, mention.start) + 1
    electing = reading.language.pattern("electing").search(place.text, start, mention.start)
    found = reading.language.pattern("elected-person").match(place.text, mention.end)
    return bool(electing and found)


def office_words(
    reading: Reading, place: Place, start: int, end: int
) -> tuple[Ref | None, str | None]:
    """ "President of the eleventh Conference" in; the institution and the role out."""
    text = place.text[start:end]
    role = reading.language.choose("role", text)
    conference = reading.language.pattern("conference").search(text)
    if conference:
        role = "president" if role == "chair" else role
        return reading.called(conference[0]), role
    bodies = [ref for _, _, ref in reading.names.search(text, "body")]
    bodies = [ref for ref in bodies if ref != reading.conferences]
    if not bodies and reading.language.pattern("this-meeting").match(text):
        return reading.report.meeting, "president" if role == "chair" else role
    return (bodies[-1] if bodies else None), role


def hold(reading: Reading, holder: Ref, institution: Ref, role: str) -> Tenure:
    """The tenure of a role by a holder, as a fact; a conference's offices end with it."""
    key = f"{institution.key}-{role}-{holder.key}"
    fact = Tenure(Ref("tenure", key), holder=holder, role=role, office=institution)
    person = reading.report.facts.get(holder)
    english = actors.label(holder, "en")
    name = english.value if english else person.labels[0].value if person else holder.key
    place = actors.label(institution, "en")
    fact.labels = [
        Words(f"{name}, {role} of {place.value if place else institution.key.upper()}", "en")
    ]
    return reading.report.add(fact)


def _outside(
    reading: Reading,
    place: Place,
    mention: Mention,
    span: tuple[int, int],
    at: Ref | None,
    represents: Ref | None,
) -> None:
    """A post outside the treaty, labelled as printed; `at` is the institution it belongs to."""
    start, end = span
    words = reading.words(place.view, start, end)
    ref = Ref("office", digest(words.value))
    post = Office(ref, of=at, labels=[words])
    if at is None:
        reading.find(
            "unresolved-name",
            place.view,
            start,
            end,
            "The post names no State or organisation that is known.",
            about=(ref,),
        )
    post.prove(place.view.spans(start, end), "label", *_if(at, "officeOf"))
    reading.report.add(post)
    fact = Tenure(Ref("tenure", f"{ref.key}-{mention.ref.key}"), holder=mention.ref, office=ref)
    fact.represents = represents
    name = reading.report.facts[mention.ref].labels[0].value
    fact.labels = [Words(f"{name}, {words.value}", words.lang)]
    nation = reading.language.pattern("nationality").match(place.text, mention.end)
    stop = nation.end() if nation and represents != at else mention.end
    said = _if(represents, "represents")
    fact.prove(place.view.spans(start, stop), "holder", "office", *said)
    reading.report.add(fact)


def _intervention(
    reading: Reading, place: Place, mention: Mention, sort: str, represents: Ref | None, start: int
) -> Intervention:
    report = reading.report
    at = _where(reading)
    key = f"{at.key}/{place.number}-{mention.ref.key}"
    fact = Intervention(Ref("intervention", key), speaker=mention.ref, meeting=at, sort=sort)
    fact.represents = represents
    name = report.facts[mention.ref].labels[0].value
    fact.labels = [Words(f"{name}: {sort.replace('-', ' ')}, ¶{place.number}", "en")]
    fact.prove(place.view.spans(start, mention.end), "speaker", *_if(represents, "represents"))
    return report.add(fact)


def _if(value: object, name: str) -> tuple[str, ...]:
    """The property that evidence supports, if the fact has a value for it."""
    return (name,) if value else ()


def _spoken_for(reading: Reading, place: Place, sentence: str, offset: int) -> None:
    """ "the representatives of A and B shared …": each State spoke."""
    found = reading.language.pattern("spoken-for").search(sentence)
    if not found:
        return
    low = sentence.rfind(",", 0, found.end("who")) + 1
    for start, end, ref in reading.names.search(sentence[low : found.end("who")], "state"):
        _spoke(reading, place, ref, offset + low + start, offset + low + end)


def _presented(reading: Reading, place: Place, sentence: str, offset: int) -> None:
    """A State that presents something."""
    for start, end, ref in reading.names.search(sentence, "state"):
        verb = reading.language.pattern("presents").match(sentence, end)
        if verb:
            _spoke(reading, place, ref, offset + start, offset + verb.end())


def _spoke(reading: Reading, place: Place, who: Ref, start: int, end: int) -> None:
    """A State's presentation as a fact."""
    at = _where(reading)
    fact = Intervention(Ref("intervention", f"{at.key}/{place.number}-{who.key}"), speaker=who)
    fact.meeting, fact.sort = at, "presentation"
    name = actors.label(who, "en")
    called = name.value if name else who.key
    fact.labels = [Words(f"{called}: presentation, ¶{place.number}", "en")]
    fact.prove(place.view.spans(start, end), "speaker", "interventionKind", "meeting")
    reading.report.add(fact)


def _where(reading: Reading) -> Ref:
    """The meeting that the narrative part is about: the conference, or the body's session."""
    report = reading.report
    if report.body:
        session = Ref("meeting", f"{report.meeting.key}-{report.body.key}")
        if session in report.facts:
            return session
    return report.meeting
