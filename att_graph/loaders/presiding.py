"""Who led the meeting, as its report tells: its president, and the States that served beside.

"The Conference was held under the presidency of X", "A and B served as Vice-Presidents": nobody is
elected here, an earlier conference did that.
"""

from att_graph.loaders.elections import chosen
from att_graph.loaders.identity import numbered
from att_graph.loaders.participation import states
from att_graph.loaders.persons import hold
from att_graph.loaders.posts import nationality
from att_graph.loaders.reading import Place, Reading, extent
from att_graph.model import Ref

_REACH = 80  # characters between the words that say so and the name; a title is shorter


def read(reading: Reading) -> None:
    """Add a tenure for whoever is said to preside, and for each State that served with them."""
    for place in reading.places:
        if place.part == "decisions":
            continue
        for sentence, offset in reading.language.sentences(place.text):
            meeting = _meeting(reading, sentence)
            if meeting:
                _president(reading, place, meeting, offset, offset + len(sentence))
                _beside(reading, place, meeting, offset, offset + len(sentence))


def _meeting(reading: Reading, sentence: str) -> Ref | None:
    """The conference that a sentence is about; None where it tells of a meeting before it."""
    pattern = reading.language.pattern
    if any(pattern(name).search(sentence) for name in ("preparatory", "group-sessions")):
        return None
    named = {reading.called(found[0]) for found in pattern("conference").finditer(sentence)}
    # "elected at the First Conference, served …": who is elected there serves at the next one.
    own = {ref for ref in named if ref} if not pattern("electing").search(sentence) else set()
    if any(numbered(ref)[0] != reading.conferences for ref in own):
        return None  # another body's session: which of the two was led is not told
    return next(iter(own)) if len(own) == 1 else None if own else reading.report.meeting


def _president(reading: Reading, place: Place, meeting: Ref, start: int, end: int) -> None:
    for person in place.persons:
        if not start <= person.start < end:
            continue
        low = max(start, person.start - _REACH)
        lead = reading.language.pattern("presiding").search(place.text[low : person.start])
        if lead is None:
            continue
        tenure = hold(reading, person.ref, meeting, "president")
        at = low + lead.start()
        tenure.prove(place.view.spans(at, person.start), "office", "role")
        tenure.prove(place.view.spans(person.start, person.end), "holder")
        state = nationality(reading, place, person)
        if state:
            tenure.represents = tenure.represents or state.ref
            tenure.prove(place.view.spans(person.start, state.end), "represents")


def _beside(reading: Reading, place: Place, meeting: Ref, start: int, end: int) -> None:
    served = reading.language.pattern("serving-states").finditer(place.text, start, end)
    told = [(found, *extent(found, "list")) for found in served]
    elected = None if told else chosen(reading, place, start, end)
    for found, low, high in [*told, *([elected] if elected else ())]:
        of = found.groupdict().get("office")
        at = (
            reading.called(of) if of and reading.language.pattern("conference").search(of) else None
        )
        role = reading.language.choose("role", place.text[slice(*extent(found, "role"))])
        first = next(iter(reading.names.search(place.text[low:high], "state")), None)
        if role is None or first is None:
            continue
        names = states(reading, place.text, low + first[0], high)
        for name in names:
            if name.ref is None:
                continue
            tenure = hold(reading, name.ref, at or meeting, role)
            tenure.prove(place.view.spans(*extent(found, "role")), "office", "role")
            tenure.prove(place.view.spans(name.start, name.end), "holder")
