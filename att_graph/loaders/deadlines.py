"""By when: the deadlines of an act, of every kind."""

import re

from att_graph.loaders import dates
from att_graph.loaders.reading import Place, Reading, number
from att_graph.model import Act, Deadline, Ref


def read(reading: Reading, act: Act, place: Place, start: int, end: int) -> None:
    """Add the deadlines that `place.text[start:end]` sets for the act."""
    taken: list[tuple[int, int]] = []
    text = place.text
    for sort, expression in reading.language.table("deadline"):
        for found in expression.finditer(text, start, end):
            if any(found.start() < b and a < found.end() for a, b in taken):
                continue
            fact = _deadline(reading, act, place, sort, found)
            if fact is None:
                continue
            taken.append((found.start(), found.end()))
            a, b = found.start(), found.end()
            effective = reading.language.pattern("effective-from").search(text, start, end)
            if effective and sort == "term":
                fact.effective = dates.day(effective, reading.language)
                a, b = min(a, effective.start()), max(b, effective.end())
            fact.words = reading.words(place.view, found.start(), found.end())
            fact.labels = [fact.words]
            fact.prove(place.view.spans(a, b), *_proved(fact))
            act.deadlines.append(reading.report.add(fact).ref)
            act.prove(place.view.spans(a, b), "deadline")


def _deadline(
    reading: Reading, act: Act, place: Place, sort: str, found: re.Match[str]
) -> Deadline | None:
    groups = found.groupdict()
    count = sum(1 for ref in act.deadlines if ref.key.startswith(act.ref.key + "-")) + 1
    fact = Deadline(Ref("deadline", f"{act.ref.key}-{count}"), sort=sort)
    if sort == "date":
        fact.due = dates.day(found, reading.language)
        if fact.due is None:
            return None
    if groups.get("meeting"):
        ordinal = reading.ordinal_of(groups["meeting"])
        if not ordinal or ordinal <= (reading.ordinal or 0):
            return None  # what an earlier session did, or this one, is no deadline
        fact.due_at = reading.conference(ordinal)
        session = Ref("meeting", f"{fact.due_at.key}-wg")
        between = place.text[found.end("meeting") : found.end()]
        if reading.language.pattern("group-sessions").search(between):
            fact.due_at = session if session in reading.report.facts else fact.due_at
    if groups.get("next") and reading.ordinal:
        fact.due_at = reading.conference(reading.ordinal + 1)
        if fact.due_at not in reading.report.facts:
            return None  # a cycle that the report names no conference of
    printed = groups.get("unit") or groups.get("adverb")
    if printed:
        value = number(reading.language, groups["n"]) if groups["n"] else 1  # "every year"
        unit = reading.language.choose("unit", printed)
        fact.duration = f"P{value}{unit}" if value and unit else None
        if sort == "duration" and fact.duration is None:
            return None
    return fact


def _proved(fact: Deadline) -> list[str]:
    values = {
        "dueDate": fact.due,
        "dueAt": fact.due_at,
        "duration": fact.duration,
        "effectiveFrom": fact.effective,
    }
    return ["deadlineKind", "dueText", *(name for name, value in values.items() if value)]
