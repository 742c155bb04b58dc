"""Persons named in a sentence in; where the words stand that say in which post, and for whom, out.

Some languages put the post before the name, some behind it or on either side ("the President, Ms.
X", "Ms. X, President"). Which, a language says by its patterns: `post-after` is what may follow a
name, `post-before` what may end just before one.
"""

from dataclasses import dataclass, field

from att_graph.loaders.reading import Mention, Place, Reading
from att_graph.model import Ref


@dataclass
class Posting:
    """What stands around a person's name: `text[start:end]` of each post, and the State.

    `sender` is the organisation, where one stands in the State's place. `behalf` is whether the
    person before spoke on this one's behalf; `bare` whether the name is joined to the one before
    and has no post of its own; `start` where the words about it begin, `since` where those about
    the person before end.
    """

    person: Mention
    start: int
    since: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    state: Mention | None = None
    sender: Mention | None = None
    behalf: bool = False
    bare: bool = False


def postings(
    reading: Reading, place: Place, here: list[Mention], low: int, high: int
) -> list[Posting]:
    """The posts of the persons of the sentence `text[low:high]`, in order."""
    if "post-after" in reading.language.patterns:
        return _around(reading, place, here, low, high)
    return _before(reading, place, here, low)


def nationality(
    reading: Reading, place: Place, person: Mention, kind: str = "state"
) -> Mention | None:
    """The State (or the organisation) printed just behind a name, in brackets or in words."""
    lead = reading.language.pattern("nationality-lead").match(place.text, person.end)
    found = reading.names.match(place.text, lead.end(), kind) if lead else None
    if lead is None or found is None:
        return None
    tail = reading.language.pattern("nationality-tail").match(place.text, found[1])
    return Mention(lead.end(), tail.end(), found[0]) if tail else None


def _before(reading: Reading, place: Place, here: list[Mention], low: int) -> list[Posting]:
    """Posts that stand before the names."""
    found: list[Posting] = []
    pattern, at = reading.language.pattern, low
    for person in here:
        behalf = pattern("on-behalf").search(place.text[at : person.start])
        start = at + behalf.end() if behalf else _start(reading, place, at, person.start)
        bare = bool(pattern("joined-only").fullmatch(place.text, at, person.start))
        state = nationality(reading, place, person)
        posting = Posting(
            person, start, at, [(start, person.start)], state, behalf=bool(behalf), bare=bare
        )
        found.append(posting)
        joined = pattern("joined").match(place.text, state.end if state else person.end)
        at = joined.end() if joined else person.end
    return found


def _start(reading: Reading, place: Place, low: int, high: int) -> int:
    """Where the post before a name starts: after the last boundary since the name before."""
    start = low
    for found in reading.language.pattern("post-start").finditer(place.text, low, high):
        if place.masked[found.start()] != "□":
            start = found.end()
    return start


def _around(
    reading: Reading, place: Place, here: list[Mention], low: int, high: int
) -> list[Posting]:
    """Posts that stand on either side of the names."""
    found: list[Posting] = []
    pattern, text, at = reading.language.pattern, place.text, low
    for k, person in enumerate(here):
        state = nationality(reading, place, person)
        sender = None if state else nationality(reading, place, person, "organisation")
        posting = Posting(person, person.start, at, state=state, sender=sender)
        found.append(posting)
        before = _ahead(reading, text, at, person.start, found[k - 1] if k else None)
        if before:
            posting.spans.append(before)
            posting.start = before[0]
        gap = text[at : before[0] if before else person.start]
        behalf = pattern("on-behalf").search(gap)
        posting.behalf = bool(behalf and k)
        posting.bare = bool(k and not before and pattern("joined-only").fullmatch(gap))
        at = state.end if state else sender.end if sender else person.end
        stop = here[k + 1].start if k + 1 < len(here) else high
        after = pattern("post-after").match(text, at, stop)
        if after:
            start, end = after.span("post")
            if k + 1 < len(here):
                ahead = _ahead(reading, text, at, stop, posting)
                end = min(end, ahead[0]) if ahead else end
            cut = pattern("post-stop").search(text, start, end)
            end = cut.start() if cut else end
            if start < end:
                posting.spans.append((start, end))
                posting.bare = False
                at = end
    return found


def _ahead(
    reading: Reading, text: str, low: int, high: int, previous: Posting | None
) -> tuple[int, int] | None:
    """The post that ends just before a name, if it is not that of the person named before."""
    found = reading.language.pattern("post-before").search(text, low, high)
    if not found:
        return None
    between = text[low : found.start("post")]
    takes = previous is not None and not any(a < previous.person.start for a, _ in previous.spans)
    if takes and reading.language.pattern("post-follows").fullmatch(between):
        return None
    return found.span("post")


def owner(reading: Reading, text: str) -> Ref | None:
    """The State or organisation that a post belongs to: the first named as its owner."""
    for start, _, ref in reading.names.search(text, "state", "organisation"):
        if reading.language.pattern("post-owner").search(text[:start]):
            return ref
    return None
