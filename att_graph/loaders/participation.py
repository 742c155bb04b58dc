"""Who came: each list of participants, name by name, with capacity and admitting rule."""

import re
from dataclasses import dataclass

from att_graph.gazetteer import actors
from att_graph.iris import digest, slug
from att_graph.languages import LATIN
from att_graph.loaders import figures
from att_graph.loaders.enumeration import organisations
from att_graph.loaders.listing import Name
from att_graph.loaders.reading import Place, Reading, number
from att_graph.model import Finding, Organisation, Participation, Ref, Words
from att_graph.text import latin

STATES = {"state-party", "signatory", "observer-state"}
# What stands between two names of States, besides "and": marks, bullets, a blank alone.
_DELIMITER = re.compile(r"$|[、,。;:)|•·*†‡]|\s[–—-]\s|\.(?=\s|$)|\s(?=[–—•·*|]|$)")
_BLANK = re.compile(r"\s+")
_PAGE = re.compile(r"\d{1,3}\s")  # a page's number that an extraction left in a list


@dataclass(frozen=True)
class Attendance:
    """One list: its names in `text[start:end]`, the words that say how they came in `head`."""

    start: int
    end: int
    head: tuple[int, int]
    capacity: str


def read(reading: Reading) -> None:
    """Add a Participation for each name of each attendance list, and check the stated counts."""
    for place in reading.places:
        for listed in _lists(reading, place):
            _list(reading, place, listed)


def _lists(reading: Reading, place: Place) -> list[Attendance]:
    """The attendance lists of a paragraph: after their head, or before or within it."""
    text, lists = place.text, list[Attendance]()
    heads = list(reading.language.pattern("attendance").finditer(text))
    stops = [*(head.start() for head in heads[1:]), len(text)]
    for head, stop in zip(heads, stops, strict=False):
        capacity = _capacity(reading, head["head"])
        if capacity:
            end = _end(reading, text, head.end(), stop)
            lists.append(Attendance(head.end(), end, head.span("head"), capacity))
    if heads or reading.kind.of != "conference" or place.part == "decisions":
        return lists
    for found in reading.language.pattern("attendance-after").finditer(text):
        known = reading.names.match(text, found.start("list"), "state", "organisation")
        if known and reading.language.pattern("listed-on").match(text, known[1]):
            capacity = _capacity(reading, found["head"], known[0])
            if capacity is None and known[0].kind == "organisation":
                admitted = reading.language.pattern("admitting").search(found["head"])
                capacity = "observer-organisation" if admitted else None
            if capacity:
                lists.append(Attendance(*found.span("list"), found.span("head"), capacity))
    for found in reading.language.pattern("attendance-within").finditer(text):
        known = reading.names.match(text, found.start("list"), "state", "organisation")
        capacity = _capacity(reading, found["head"] + found["tail"]) if known else None
        if capacity and known and reading.language.pattern("listed-on").match(text, known[1]):
            lists.append(Attendance(*found.span("list"), found.span(), capacity))
    return lists


def _capacity(reading: Reading, head: str, first: Ref | None = None) -> str | None:
    """The capacity that a list's head shows; a bare "as observers" goes by who is named first."""
    words = reading.language.pattern("conference").sub("", head)
    capacity = reading.language.choose("capacity", words)
    if capacity is None and first and reading.language.pattern("observing").search(words):
        capacity = "observer-state" if first.kind == "state" else "observer-organisation"
    return capacity


def _end(reading: Reading, text: str, start: int, stop: int) -> int:
    """Where a list ends: at the first end of a sentence that no further part of it follows."""
    further = reading.language.pattern("coalition-end")
    for found in reading.language.pattern("list-end").finditer(text, start, stop):
        if not further.match(text, found.start(), stop):
            return found.start()
    return stop


def _list(reading: Reading, place: Place, listed: Attendance) -> None:
    low, high = min(listed.start, listed.head[0]), max(listed.start, listed.head[1])
    admitted = [m.ref for m in place.provisions if low <= m.start and m.end <= high]
    delegations: list[Ref] = []
    unknown = 0
    if listed.capacity in STATES:
        for name in states(reading, place.text, listed.start, listed.end):
            broken = _broken(reading, place, name)
            if name.ref is None or broken:
                unknown += 1
                _unresolved(reading, place, name, broken)
            else:
                delegations.append(name.ref)
                take_part(reading, place, name, name.ref, listed, admitted)
    else:
        stated = _stated(reading, place, listed)
        value = number(reading.language, stated["count"]) if stated else None
        names = organisations(reading, place.text, listed.start, listed.end, value)
        if names and _broken_off(reading, place, listed, names, value):
            unknown += 1
            _unresolved(reading, place, names.pop()[0])
        for name, within in names:
            ref = name.ref or organisation(reading, place, name, listed.capacity)
            coalition = organisation(reading, place, within, listed.capacity) if within else None
            if coalition is None:
                delegations.append(ref)
            if ref in reading.report.facts:  # read here, and not from the authority files
                spans = place.view.spans(*listed.head)
                reading.report.facts[ref].prove(spans, "organisationKind")
            take_part(reading, place, name, ref, listed, admitted, coalition, within)
    _count(reading, place, listed, len(set(delegations)), unknown)


def _broken_off(
    reading: Reading,
    place: Place,
    listed: Attendance,
    names: list[tuple[Name, Name | None]],
    stated: int | None,
) -> bool:
    """Whether the text breaks off in the last name of a list: no mark ends it, nobody knows it."""
    last = names[-1][0]
    whole = place.text[last.start : last.end]
    if listed.end < len(place.text) or last.ref or whole.endswith(")"):
        return False
    if "list-mark" not in reading.language.patterns or place.text.rstrip()[-1:] in ".;":
        return False
    return stated is None or stated != sum(within is None for _, within in names)


def _broken(reading: Reading, place: Place, name: Name) -> bool:
    """Whether the text breaks off in this name: what is left may be the start of a longer one."""
    text = place.text
    if place is not reading.places[-1] or name.end < len(text):
        return False
    printed = text[name.start : name.end]
    return name.ref is None or reading.names.begins(printed, "state", name.ref)


def states(reading: Reading, text: str, start: int, end: int) -> list[Name]:
    """The States that a list names, by longest match; what is no State's name has no ref."""
    found: list[Name] = []
    joined = reading.language.pattern("state-and")
    at = start
    while at < end:
        gap = _DELIMITER.match(text, at, end) or _BLANK.match(text, at, end)
        gap = gap or _PAGE.match(text, at, end)
        conjunction = joined.match(text, at, end)
        match = reading.names.match(text, at, "state")
        stop = _bracketed(reading, text, at, match[1]) if match else at
        if match and _ends(reading, text, stop, end, joined):
            found.append(Name(at, stop, match[0]))
            at = stop
        elif gap and gap[0] and _named(reading, text, gap.end()):
            at = gap.end()  # a name may begin as the conjunction does
        elif conjunction and conjunction[0] and (not gap or conjunction.end() > gap.end()):
            at = conjunction.end()
        elif gap and gap[0]:
            at = gap.end()
        else:
            stop = next(
                (
                    i
                    for i in range(at + 1, end)
                    if _DELIMITER.match(text, i, end) or _joins(reading, text, i, joined)
                ),
                end,
            )
            bare = _PAGE.sub("", text[at:stop])
            found.append(Name(at, stop, reading.names.find(bare, "state")))
            at = stop
    return found


def _named(reading: Reading, text: str, at: int) -> bool:
    """Whether a State's name stands here, behind a blank or none."""
    blank = _BLANK.match(text, at)
    return reading.names.match(text, blank.end() if blank else at, "state") is not None


def _bracketed(reading: Reading, text: str, start: int, end: int) -> int:
    """Where a State's name ends with words in brackets, unless such words tell two States apart."""
    aside = re.compile(r"\s?\([^()]{1,40}\)").match(text, end)
    apart = reading.names.begins(text[start:end] + "(", "state")
    return aside.end() if aside and not apart else end


def _joins(reading: Reading, text: str, at: int, joined: re.Pattern[str]) -> bool:
    """Whether a conjunction at `at` is followed by a State's name."""
    found = joined.match(text, at)
    return bool(found and reading.names.match(text, found.end(), "state"))


def _ends(reading: Reading, text: str, at: int, end: int, joined: re.Pattern[str]) -> bool:
    """Whether a State's name can end here: at a mark, a conjunction, or the next State's name."""
    if at >= end or _DELIMITER.match(text, at, end) or joined.match(text, at):
        return True
    blank = _BLANK.match(text, at)
    return bool(blank and reading.names.match(text, blank.end(), "state"))


def organisation(reading: Reading, place: Place, name: Name, capacity: str) -> Ref:
    """An organisation as printed, as a fact; its key is its acronym, its Latin name, or a hash."""
    if name.ref:
        return name.ref
    printed = place.text[name.start : name.end]
    bracket = reading.language.pattern("acronym").search(printed)
    whole = bracket is not None and bracket.end() == len(printed)
    known = reading.names.find(
        printed[: bracket.start()] if bracket and whole else printed, "organisation"
    )
    known = known or _by_short_name(reading, printed)
    if known:
        return known
    label_end = name.start + bracket.start() if bracket and whole else name.end
    label = place.view.plain(name.start, label_end)
    in_latin = latin(label)
    acronym = bracket["acronym"] if bracket and whole else ""
    short = sum(c.isupper() for c in acronym) * 2 > sum(c.isalpha() for c in acronym)
    key = slug(acronym) if short else slug(label) if in_latin else ""
    ref = Ref("organisation", key or digest(printed))
    taken = reading.report.facts.get(ref)
    if actors.known(ref) or (taken and label not in [words.value for words in taken.labels]):
        ref = Ref("organisation", f"{key}-{digest(label)}")
    labels = [reading.words(place.view, name.start, label_end)]
    if in_latin and reading.language.pattern("script").pattern != LATIN:
        # Among other letters a name in Latin ones is a foreign one, the same in English.
        labels.append(Words(label, "en"))
    sort = "civil-society" if capacity == "civil-society" else "intergovernmental"
    fact = Organisation(ref, sort=sort, labels=labels)
    if acronym and short:
        fact.acronyms = [acronym]
    elif acronym:
        fact.names.append(Words(acronym, "en"))
    if bracket:
        fact.names.append(reading.words(place.view, name.start, name.end))
    fact.prove(place.view.spans(name.start, name.end), "label", *(("acronym",) if short else ()))
    reading.report.add(fact)
    reading.names.add(label, ref)
    return ref


def _by_short_name(reading: Reading, printed: str) -> Ref | None:
    """A known organisation named with its short form in brackets, which is learnt."""
    short = re.compile(r"\(([^()]{2,20})\)$").search(printed)
    known = reading.names.find(printed[: short.start()], "organisation") if short else None
    if short and known:
        reading.names.add(short[1], known)
    return known


def take_part(
    reading: Reading,
    place: Place,
    name: Name,
    who: Ref,
    listed: Attendance,
    admitted: list[Ref],
    coalition: Ref | None = None,
    within: Name | None = None,
) -> None:
    """Add the participation of one name of a list, or a finding where it is there already."""
    report, meeting = reading.report, reading.report.meeting
    ref = Ref("participation", f"{meeting.key}-{who.key}")
    if ref in report.facts:
        reading.find(
            "duplicate-participant",
            place.view,
            name.start,
            name.end,
            "The same participant is listed twice; the first listing counts.",
            severity="warning",
            about=(ref,),
        )
        return
    fact = Participation(ref, participant=who, meeting=meeting, capacity=listed.capacity)
    fact.admitted = admitted
    printed = reading.words(place.view, name.start, name.end)
    fact.labels = [Words(f"{printed.value} ({meeting.key.upper()})", printed.lang)]
    english = actors.label(who, "en")
    if english:
        fact.labels.append(Words(f"{english.value} at {meeting.key.upper()}", "en"))
    fact.prove(place.view.spans(name.start, name.end), "participant")
    fact.prove(place.view.spans(*listed.head), "capacity", "meeting", "admittedUnder")
    if coalition and within:
        fact.within, fact.basis, fact.rules = coalition, "inferred", ["coalition-delegation"]
        fact.prove(place.view.spans(within.start, within.end), "withinDelegationOf")
    report.add(fact)


def _unresolved(reading: Reading, place: Place, name: Name, broken: bool = False) -> None:
    cut = "The text breaks off in a name; what it would have been is not known."
    unknown = "A list holds a name that is no known State's, or breaks off in it."
    reading.find(
        "unresolved-name",
        place.view,
        name.start,
        name.end,
        cut if broken else unknown,
        severity="warning" if broken else "error",
    )


def _stated(reading: Reading, place: Place, listed: Attendance) -> re.Match[str] | None:
    """The number of participants that a list's head states."""
    return reading.language.pattern("stated-count").search(place.text, *listed.head)


def _count(reading: Reading, place: Place, listed: Attendance, resolved: int, unknown: int) -> None:
    """The stated number of delegations as a figure; a finding where the list differs."""
    stated = _stated(reading, place, listed)
    value = number(reading.language, stated["count"]) if stated else None
    if stated is None or value is None:
        return
    start, end = stated.span()
    figure = figures.add(reading, place.view, f"{listed.capacity}-attending", value, start, end)
    for finding in reading.report.all(Finding) if unknown else ():
        if finding.sort == "unresolved-name" and place.ref in finding.about:
            finding.about.append(figure.ref)  # why fewer are known than stated
    digits = stated["figure"]
    if value != resolved + unknown or (digits and int(digits) != value):
        reading.find(
            "count-mismatch",
            place.view,
            start,
            end,
            f"The text states {stated[0]}; {resolved + unknown} delegations are listed"
            + (f", {resolved} of them resolved." if unknown else " and resolved."),
            read_as=str(resolved + unknown),
            severity="warning",
            about=(reading.report.meeting, figure.ref),
        )
