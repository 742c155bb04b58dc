"""Who is meant: a printed phrase in, the actor it names out, or None where it cannot be told."""

import re

from att_graph.gazetteer import actors, concepts, groups
from att_graph.iris import digest
from att_graph.loaders.reading import Reading, language_label
from att_graph.model import ActorGroup, Office, Ref, Words
from att_graph.text import View


def resolve(
    reading: Reading, view: View, start: int, end: int, body: Ref | None = None
) -> Ref | None:
    """The State, body, organisation or office that `view.norm[start:end]` names as a whole.

    `body` is the institution a bare title ("the Chair") belongs to. An office read for the first
    time becomes a fact.
    """
    phrase = view.norm[start:end].strip(",、 ")
    bare = _untitled(phrase, reading)
    known = reading.names.find(bare, "state", "body", "organisation", "group", "office")
    if known:
        return known
    office = _office(reading, view, start, end, bare, body)
    if office:
        return office
    # "the Government of X" acts for X.
    of = reading.language.pattern("government-of").match(bare)
    bare = bare[of.end() :] if of else bare
    state = reading.names.match(bare, 0, "state")
    if state and re.fullmatch(reading.language.pattern("government"), bare[state[1] :]):
        return state[0]
    return None


def several(
    reading: Reading, view: View, start: int, end: int, body: Ref | None = None
) -> list[Ref]:
    """The actors that a phrase names, one or several joined; empty where one cannot be told."""
    whole = resolve(reading, view, start, end, body)
    if whole:
        return [whole]
    # A conjunction may stand inside a name: the longest first name from which the rest follows.
    for joined in reversed(
        list(reading.language.pattern("joined").finditer(view.norm, start, end))
    ):
        if not joined[0]:
            continue
        first = resolve(reading, view, start, joined.start(), body)
        rest = several(reading, view, joined.end(), end, body) if first else []
        if first and rest:
            return [first, *rest]
    return []


def office(reading: Reading, institution: Ref, role: str, view: View, start: int, end: int) -> Ref:
    """The office of a role at a meeting or body, as a fact proved by these words."""
    ref = Ref("office", f"{institution.key}-{role}")
    if actors.known(ref):
        return ref
    fact = Office(ref, of=institution, role=role)
    title = concepts.label("role", role, "en")
    name = actors.label(institution, "en")
    called = name.value if name else institution.key.upper()
    words = f"{title.value if title else role} of {called}"
    fact.labels = [Words(words[0].upper() + words[1:], "en")]
    printed = reading.words(view, start, end)
    if reading.language.pattern("office").fullmatch(printed.value):
        fact.names = [printed]  # a bare title names the office only where it stands
    else:
        fact.labels.append(printed)
    fact.prove(view.spans(start, end), "officeOf", "role")
    reading.report.add(fact)
    return ref


def group(reading: Reading, view: View, start: int, end: int) -> Ref:
    """A class of actors labelled as printed, as a fact."""
    phrase = view.norm[start:end]
    bare = _untitled(phrase, reading)
    known = reading.names.find(bare, "group", "office", "body", "state", "organisation")
    known = known or groups.described(bare, reading.language.code, reading.report.treaty)
    if known is None:
        known = Ref("group", digest(bare))
        fact = ActorGroup(known, labels=[reading.words(view, start, end)])
        fact.prove(view.spans(start, end), "label")
        reading.report.add(fact)
    return known


def labels_of(reading: Reading, ref: Ref) -> list[Words]:
    """The labels of a known thing, or of a fact of this report."""
    found = language_label(ref, reading.language.code)
    fact = reading.report.facts.get(ref)
    return found or (fact.labels if fact else [])


def _untitled(phrase: str, reading: Reading) -> str:
    """The phrase without the treaty's name before it ("the ATT Secretariat")."""
    bare = re.sub(r"^《([^》]*)》(?=.)", r"", phrase)
    if bare != phrase:
        return bare
    treaty = reading.names.match(phrase, 0, "treaty")
    if treaty and treaty[1] < len(phrase):
        return phrase[treaty[1] :].lstrip()
    return phrase


def _office(
    reading: Reading, view: View, start: int, end: int, phrase: str, body: Ref | None
) -> Ref | None:
    found = reading.language.pattern("office").search(phrase)
    headed = reading.language.pattern("office-headed").search(phrase)
    if headed:
        role, stem = headed["title"], headed["of"]
    elif found:
        role, stem = found[0], phrase[: found.start()].rstrip("的—- ")
    else:
        return None
    institution = _institution(reading, stem) if stem else body
    if institution is None or institution.kind == "treaty":
        return None
    key = reading.language.choose("role", role)
    if key == "chair" and institution.kind == "meeting":
        key = "president"
    return office(reading, institution, key, view, start, end) if key else None


def _institution(reading: Reading, stem: str) -> Ref | None:
    """The conference or body that an office's name names."""
    plain = re.sub(r"\s?\([A-Z][A-Za-z0-9 ]*\)$", "", stem)  # its acronym behind it
    conference = reading.language.pattern("conference").match(plain)
    if conference and conference.end() == len(plain):
        return reading.called(plain)
    if reading.language.pattern("this-meeting").fullmatch(plain):
        return reading.report.meeting
    body = reading.names.find(_untitled(plain, reading), "body") or reading.names.find(
        plain, "body"
    )
    return reading.report.meeting if body and body == reading.conferences else body
