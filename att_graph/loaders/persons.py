"""Persons: who is named, in which post, for whom, and who spoke."""

from att_graph.gazetteer import actors
from att_graph.iris import digest, slug
from att_graph.loaders import naming
from att_graph.loaders.posts import Posting, owner, postings
from att_graph.loaders.reading import Mention, Place, Reading, extent
from att_graph.model import Intervention, Office, Organisation, Person, Ref, Tenure, Words
from att_graph.text import latin

_SPOKEN = {"organisation", "introduction", "background", None}
_REACH = 160  # characters behind a name in which it may be said as whom somebody acts


def read(reading: Reading) -> None:
    """Add a fact for each person, post and intervention, and note where persons are named."""
    for organisation in reading.report.all(Organisation):
        for words in organisation.labels:
            reading.names.add(words.value, organisation.ref)
    for place in reading.places:
        _named(reading, place)
    for place in reading.places:
        for sentence, offset in reading.language.sentences(place.text):
            _sentence(reading, place, sentence, offset)


def _named(reading: Reading, place: Place) -> None:
    pattern, report = reading.language.pattern, reading.report
    for name in ("person", "native-person", "surname"):
        for found in pattern(name).finditer(place.text):
            start, end = found.start("name"), found.end("name")
            if any(m.start <= start < m.end for m in place.persons):  # read already
                continue
            printed = reading.words(place.view, start, end)
            key = slug(printed.value) if latin(printed.value) else digest(printed.value)
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
                if latin(printed.value):  # a name in Latin letters is the same in English
                    fact.labels.append(Words(printed.value, "en"))
                fact.prove(place.view.spans(start, end), "label")
                report.add(fact)
            spans = [found.span(g) for g in ("name", "honorific") if found.groupdict().get(g)]
            whole = min(a for a, _ in spans), max(b for _, b in spans)
            place.persons.append(Mention(*whole, ref))
    place.persons.sort(key=lambda mention: mention.start)


def _sentence(reading: Reading, place: Place, sentence: str, offset: int) -> None:
    """Posts of the persons of one sentence; in the parts that narrate, also that they spoke."""
    high = offset + len(sentence)
    here = [m for m in place.persons if offset <= m.start < high]
    cue = reading.language.cue("intervention", sentence)
    spoke = cue[0] if cue else None
    previous: Intervention | None = None
    held: Tenure | None = None
    for posting in postings(reading, place, here, offset, high):
        mention = posting.person
        represents, held = _post(reading, place, posting, held if posting.bare else None)
        if not spoke or place.part not in _SPOKEN:
            continue
        if posting.behalf and previous is not None:
            previous.on_behalf = mention.ref
            previous.prove(place.view.spans(posting.since, mention.end), "onBehalfOf")
        else:
            previous = _intervention(reading, place, posting, spoke, represents)
        if cue and previous:
            said = place.view.spans(offset + cue[1].start(), offset + cue[1].end())
            previous.prove(said, "interventionKind", "meeting")
    if spoke == "presentation" and not here:
        if place.part == "organisation":
            _presented(reading, place, sentence, offset)
        else:
            _spoken_for(reading, place, sentence, offset)
    if not here and place.part in _SPOKEN:
        _from_office(reading, place, sentence, offset)


def _post(
    reading: Reading, place: Place, posting: Posting, shared: Tenure | None
) -> tuple[Ref | None, Tenure | None]:
    """A person's posts as tenures: whom the person represents, and the office under the treaty.

    `shared` is the office of the person named just before, where two persons are joined under it.
    """
    mention, nation = posting.person, posting.state
    held = _under_treaty(reading, place, posting)
    if held is None and shared and shared.office and shared.role:
        held = hold(reading, mention.ref, shared.office, shared.role)
        held.prove(place.view.spans(mention.start, mention.end), "holder")
        held.prove(shared.evidence[0].spans, "office", "role")
    state = nation.ref if nation else None
    represents = state or (posting.sender.ref if posting.sender else None)
    for start, end in posting.spans:
        text = place.text[start:end]
        leading, organisation = _belongs(reading, text)
        state = state or leading
        represents = represents or leading or organisation
        if held is None and reading.language.pattern("post-end").search(text):
            # A nationality tells nothing of the post.
            at = organisation if nation and leading != nation.ref else leading or organisation
            _outside(reading, place, posting, (start, end), at, represents)
    if held and state:
        held.represents = held.represents or state
        begin = mention.start if nation else min([mention.start, *(a for a, _ in posting.spans)])
        end = nation.end if nation else max([mention.end, *(b for _, b in posting.spans)])
        held.prove(place.view.spans(begin, end), "represents")
    return represents, held


def _belongs(reading: Reading, text: str) -> tuple[Ref | None, Ref | None]:
    """The State, or else the organisation, to which a printed post belongs."""
    if "post-owner" in reading.language.patterns:
        of = owner(reading, text)
        return (of, None) if of and of.kind == "state" else (None, of)
    leading = reading.names.match(text, 0, "state")
    official = reading.language.pattern("state-post")
    if leading and (leading[1] == len(text) or official.match(text, leading[1])):
        return leading[0], None
    organisation = reading.names.match(text, 0, "organisation", "body") if text else None
    return None, organisation[0] if organisation else None


def _under_treaty(reading: Reading, place: Place, posting: Posting) -> Tenure | None:
    """An office of the treaty's own named before or after the person ("President of CSP11")."""
    pattern, mention, text = reading.language.pattern, posting.person, place.text
    found: list[tuple[int, int]] = []
    for start, end in posting.spans:
        own = pattern("own-office").fullmatch(text, start, end)
        if own and not reading.report.body:  # "its President": of the meeting that reports
            key = reading.language.choose("role", own["role"])
            role = "president" if key == "chair" else key
            if role:
                tenure = hold(reading, mention.ref, reading.report.meeting, role)
                tenure.prove(place.view.spans(start, end), "office", "role")
                tenure.prove(place.view.spans(mention.start, mention.end), "holder")
                return tenure
        office = pattern("office-of").search(text, start, end)
        if office and (
            office.end() == end or office.start("office") == _bare(reading, text, start)
        ):
            found.append(office.span("office"))
    after = pattern("acting-as").search(text[mention.end : mention.end + _REACH])
    if not found and after and not _elected(reading, place, mention):
        a, b = extent(after, "office")
        found.append((mention.end + a, mention.end + b))
    for a, b in found:  # none, or an election: the act that elects makes the tenure
        institution, role = office_words(reading, place, a, b)
        if institution is not None and role is not None:
            tenure = hold(reading, mention.ref, institution, role)
            tenure.prove(place.view.spans(a, b), "office", "role")
            tenure.prove(place.view.spans(mention.start, mention.end), "holder")
            return tenure
    return None


def _bare(reading: Reading, text: str, start: int) -> int:
    article = reading.language.pattern("determiner").match(text, start)
    return article.end() if article else start


def _elected(reading: Reading, place: Place, mention: Mention) -> bool:
    """Whether the sentence elects this person, and does not only say who somebody is."""
    start = reading.language.after("sentence-end", place.text, mention.start)
    found = reading.language.pattern("elected-person").match(place.text, mention.end)
    until = found.start("office") if found else mention.start
    electing = reading.language.pattern("electing").search(place.text, start, until)
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
    here = reading.language.pattern("this-meeting").match(text)
    if not bodies and (here or reading.language.pattern("office-here").search(text)):
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
    posting: Posting,
    span: tuple[int, int],
    at: Ref | None,
    represents: Ref | None,
) -> None:
    """A post outside the treaty, labelled as printed; `at` is the institution it belongs to."""
    (start, end), mention, nation = span, posting.person, posting.state
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
    stop = nation.end if nation and represents != at else mention.end
    said = _if(represents, "represents")
    whole = min(start, mention.start), max(end, stop)
    fact.prove(place.view.spans(*whole), "holder", "office", *said)
    reading.report.add(fact)


def _intervention(
    reading: Reading, place: Place, posting: Posting, sort: str, represents: Ref | None
) -> Intervention:
    report, mention = reading.report, posting.person
    at = _where(reading)
    key = f"{at.key}/{place.number}-{mention.ref.key}"
    fact = Intervention(Ref("intervention", key), speaker=mention.ref, meeting=at, sort=sort)
    fact.represents = represents
    name = report.facts[mention.ref].labels[0].value
    fact.labels = [Words(f"{name}: {sort.replace('-', ' ')}, ¶{place.number}", "en")]
    end = max([mention.end, *(b for _, b in posting.spans)])
    whole = place.view.spans(posting.start, end)
    fact.prove(whole, "speaker", *_if(represents, "represents"))
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


def _from_office(reading: Reading, place: Place, sentence: str, offset: int) -> None:
    """ "The Secretariat gave an overview …": a body, or whoever holds an office, spoke.

    What is told of a preparatory meeting was not said at the session that reports.
    """
    found = reading.language.pattern("office-spoke").match(sentence)
    told = place.text[: offset + len(sentence)]
    if not found or reading.language.pattern("preparatory").search(told):
        return
    a, b = (offset + at for at in found.span("who"))
    who = naming.resolve(reading, place.view, a, b, reading.report.body or reading.report.meeting)
    if who is not None and who.kind in ("body", "office"):
        _spoke(reading, place, who, a, offset + found.end())


def _presented(reading: Reading, place: Place, sentence: str, offset: int) -> None:
    """A State that presents something."""
    for start, end, ref in reading.names.search(sentence, "state"):
        verb = reading.language.pattern("presents").match(sentence, end)
        by = reading.language.pattern("presented-by").search(sentence[:start])
        if verb or by:
            begin, stop = by.start() if by else start, verb.end() if verb else end
            _spoke(reading, place, ref, offset + begin, offset + stop)


def _spoke(reading: Reading, place: Place, who: Ref, start: int, end: int) -> None:
    """The presentation of a State, body or office as a fact."""
    at = _where(reading)
    fact = Intervention(Ref("intervention", f"{at.key}/{place.number}-{who.key}"), speaker=who)
    fact.meeting, fact.sort = at, "presentation"
    office = reading.report.facts.get(who)
    name = actors.label(who, "en") or next(iter(office.labels if office else ()), None)
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
