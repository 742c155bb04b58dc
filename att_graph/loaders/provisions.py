"""Provisions cited: articles, rules and sections, each of the right instrument."""

import re

from att_graph import actors
from att_graph.loaders.reading import Mention, Place, Reading, number
from att_graph.model import Provision, Ref, Words

_LETTERS = re.compile(r"\((?P<a>[a-z])-(?P<b>[a-z])\)$")


def read(reading: Reading) -> None:
    """Add a fact for each provision cited anywhere, and note in each place where it is cited."""
    last: list[Ref] = []
    for place in reading.places:
        for found in reading.language.pattern("provision").finditer(place.text):
            before = place.text[: found.start()]
            instrument, start = _instrument(reading, place, before)
            if instrument is None:
                reading.find(
                    "unresolved-name",
                    place.view,
                    max(0, found.start() - 12),
                    found.end(),
                    "A provision is cited of an instrument that the text does not make certain.",
                    severity="warning",
                )
                continue
            last = []
            for each in _numbers(reading, found, instrument):
                last.append(_cite(reading, place, instrument, each, start, found.end()))
        for found in reading.language.pattern("same-rule").finditer(place.text):
            for ref in last:
                place.provisions.append(Mention(found.start(), found.end(), ref))
                spans = place.view.spans(found.start(), found.end())
                reading.report.facts[ref].prove(spans, "instrument", "number")
        place.provisions.sort(key=lambda mention: mention.start)


def _cite(
    reading: Reading, place: Place, instrument: Ref, printed: str, start: int, end: int
) -> Ref:
    slug = re.sub(r"[^a-z0-9]+", "-", printed.lower()).strip("-")
    ref = Ref("provision", f"{instrument.key}-{slug}")
    fact = Provision(ref, instrument=instrument, number=printed)
    for code in ("en", reading.language.code):
        name = actors.label(instrument, code)
        if name:
            fact.labels.append(Words(f"{name.value} {printed}", code))
    fact.prove(place.view.spans(start, end), "instrument", "number")
    reading.report.add(fact)
    place.provisions.append(Mention(start, end, ref))
    return ref


def _instrument(reading: Reading, place: Place, before: str) -> tuple[Ref | None, int]:
    """The instrument named just before a number, and where its name starts."""
    pattern, names = reading.language.pattern, reading.names
    bare = re.sub(r"的$", "", before)
    of_treaty = pattern("bare-treaty").search(bare)
    tail = bare.rstrip("》")
    named = names.ending(tail[-40:], "instrument", "treaty")
    if named and (not of_treaty or named[0].kind == "instrument"):
        start = len(tail) - len(tail[-40:]) + named[1]
        return named[0], start - 1 if before[start - 1 : start] == "《" else start
    if of_treaty:
        return reading.report.treaty, of_treaty.start()
    terms = pattern("terms-of-reference").search(bare)
    if terms:
        bodies = [ref for _, _, ref in names.search(bare[: terms.start()], "body")]
        for body in reversed(bodies):
            for instrument in actors.linking("instrumentOf", body):
                return instrument, terms.start()
        return None, terms.start()
    return reading.report.treaty, len(before)


def _numbers(reading: Reading, found: re.Match[str], instrument: Ref) -> list[str]:
    """ "3、4和5" → 3, 4, 5; "17(4)(a-g)" → 17(4)(a) … 17(4)(g).

    "第9条第1款" → 9(1) of a treaty, 9.1 of rules.
    """
    numbers: list[str] = []
    for article in reading.language.pattern("article").findall(found["numbers"]):
        letters = _LETTERS.search(article)
        if letters:
            stem = article[: letters.start()]
            for code in range(ord(letters["a"]), ord(letters["b"]) + 1):
                numbers.append(f"{stem}({chr(code)})")
        else:
            numbers.append(
                article if article[0].isascii() else str(number(reading.language, article))
            )
    clauses = reading.language.pattern("clause").findall(found["clauses"] or "")
    if clauses and len(numbers) == 1:
        mark = "{}({})" if instrument.kind == "treaty" else "{}.{}"
        numbers = [mark.format(numbers[0], number(reading.language, each)) for each in clauses]
    return numbers
