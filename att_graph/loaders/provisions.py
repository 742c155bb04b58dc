"""Provisions cited: articles, rules and sections, each of the right instrument."""

import re

from att_graph.gazetteer import actors
from att_graph.languages import Language
from att_graph.loaders.reading import Mention, Place, Reading, number
from att_graph.model import Provision, Ref, Words

_LETTERS = re.compile(r"\((?P<a>[a-z])-(?P<b>[a-z])\)$")
_DASHES = re.compile(r"[‐‑–—]")


def read(reading: Reading) -> None:
    """Add a fact for each provision cited anywhere, and note in each place where it is cited."""
    last: list[Ref] = []
    for place in reading.places:
        taken: list[tuple[int, int]] = []
        for name in ("provision-inverted", "provision"):
            for found in reading.language.pattern(name).finditer(place.text):
                if any(a < found.end() and found.start() < b for a, b in taken):
                    continue
                taken.append(found.span())
                cited = _cited(reading, place, found)
                last = cited or last
        for found in reading.language.pattern("same-rule").finditer(place.text):
            for ref in last:
                place.provisions.append(Mention(found.start(), found.end(), ref))
                spans = place.view.spans(found.start(), found.end())
                reading.report.facts[ref].prove(spans, "instrument", "number")
        place.provisions.sort(key=lambda mention: mention.start)


def _cited(reading: Reading, place: Place, found: re.Match[str]) -> list[Ref]:
    """The provisions that one match names, as facts; a finding where the instrument is not sure."""
    kind = found.groupdict().get("kind")
    start, end = found.span()
    if kind is None:
        instrument, start = _before(reading, place, place.text[: found.start()])
    else:
        instrument, end = _behind(reading, place, found, kind)
        if instrument is None and not reading.language.pattern("cited-alone").match(kind):
            return []  # "each section": no provision unless an instrument is named
    if instrument is None:
        reading.find(
            "unresolved-name",
            place.view,
            max(0, found.start() - 12) if kind is None else found.start(),
            end,
            "A provision is cited of an instrument that the text does not make certain.",
            severity="warning",
        )
        return []
    return [
        _cite(reading, place, instrument, each, start, end)
        for each in _numbers(reading, found, instrument)
    ]


def _cite(
    reading: Reading, place: Place, instrument: Ref, printed: str, start: int, end: int
) -> Ref:
    slug = re.sub(r"[^a-z0-9]+", "-", printed.lower()).strip("-")
    ref = Ref("provision", f"{instrument.key}-{slug}")
    fact = Provision(ref, instrument=instrument, number=printed)
    for code in ("en", reading.language.code):
        name = actors.label(instrument, code)
        words = Words(f"{name.value} {printed}", code) if name else None
        if words and words not in fact.labels:
            fact.labels.append(words)
    fact.prove(place.view.spans(start, end), "instrument", "number")
    reading.report.add(fact)
    place.provisions.append(Mention(start, end, ref))
    return ref


def _before(reading: Reading, place: Place, before: str) -> tuple[Ref | None, int]:
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


def _behind(
    reading: Reading, place: Place, found: re.Match[str], kind: str
) -> tuple[Ref | None, int]:
    """The instrument named just behind a number, and where its name ends.

    "Article 7 of the Treaty", "section 9 of the Forum's terms of reference"; without a name,
    what such a number is of: an article of the treaty, a rule of its rules of procedure.
    """
    text, pattern, names = place.text, reading.language.pattern, reading.names
    of = pattern("provision-of").match(text, found.end())
    if of is None:
        return _usual(reading, kind), found.end()
    known = names.match(text, of.end(), "instrument", "treaty")
    bare = pattern("bare-treaty").match(text, of.end())
    if known and (not bare or known[1] >= bare.end()):
        return known
    if bare:
        return reading.report.treaty, bare.end()
    usual = pattern("usual-instrument").match(text, of.end())
    if usual:  # "of the rules of procedure", in small letters: those of this treaty
        return _usual(reading, kind), usual.end()
    terms = pattern("terms-of-reference").match(text, of.end())
    if terms:
        whose = " ".join(words for words in terms.groups() if words)
        for words in (whose, text[: found.start()]):
            bodies = [ref for _, _, ref in names.search(words, "body")]
            for body in reversed(bodies):
                for instrument in actors.linking("instrumentOf", body):
                    name = actors.label(instrument, names.lang)
                    if name and pattern("terms-of-reference").match(name.value):
                        return instrument, terms.end()
    return None, of.end()


def _usual(reading: Reading, kind: str) -> Ref | None:
    name = reading.language.choose("provision-of", kind)
    return reading.names.find(name, "instrument") if name else reading.report.treaty


def _numbers(reading: Reading, found: re.Match[str], instrument: Ref) -> list[str]:
    """ "3、4和5" → 3, 4, 5; "17(4)(a-g)" → 17(4)(a) … 17(4)(g).

    "第9条第1款" → 9(1) of a treaty, 9.1 of rules.
    """
    numbers: list[str] = []
    for article in reading.language.pattern("provision-number").findall(found["numbers"]):
        whole = _opened(_plain(article))
        numbers += whole if article[0].isdigit() else [_value(reading.language, article)]
    clauses = reading.language.pattern("provision-clause").findall(found["clauses"] or "")
    if clauses and len(numbers) == 1:
        mark = "{}({})" if instrument.kind == "treaty" else "{}.{}"
        stem, numbers = numbers[0], []
        for clause in clauses:
            at = clause.find("(") if "(" in clause else len(clause)
            numbers += _opened(
                mark.format(stem, _value(reading.language, clause[:at])) + _plain(clause[at:])
            )
    return numbers


def _value(language: Language, printed: str) -> str:
    return str(number(language, printed.strip()))


def _plain(printed: str) -> str:
    """ "17(4) (a)–(g)" → "17(4)(a-g)"."""
    return _DASHES.sub("-", re.sub(r"\s", "", printed)).replace(")-(", "-")


def _opened(article: str) -> list[str]:
    letters = _LETTERS.search(article)
    if not letters:
        return [article]
    stem = article[: letters.start()]
    return [f"{stem}({chr(code)})" for code in range(ord(letters["a"]), ord(letters["b"]) + 1)]
