"""Text whose lines an extraction ran together: where its paragraphs, items and headings begin.

Some extractions put a page, or a whole report, on one line. Such a line is cut where a paragraph's
number goes on with the count behind the end of a sentence or a heading, and where an item's letter
stands behind a colon or semicolon. "Rule 5. The …" and "on 3. …" are no paragraphs. What a cut
proves wrong about is joined again by `parse`, which knows what can follow. Spans in code points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from att_graph.languages import Language
from att_graph.text import Span

LONG = 400  # code points; no line of a printed page is longer
_NUMBER = re.compile(r"(?<!\S)(?P<number>\d{1,3})\.\s+(?=\S)")
_ITEM = re.compile(r"(?<=[:;.])(?:\s+(?:and|or))?\s+(?P<mark>\([a-z]{1,4}\)|[a-z]\.)\s+(?=\S)")
_ROMAN = re.compile(r"[IVX]{1,5}\.\s")
_SYMBOL = re.compile(r"[A-Z]{2,6}/\S+/\S+")
_PAGE = re.compile(r"(?<=[,.;:”\"’)\w])\s+(?P<page>\d{1,3})(?=\s+(?:\d{1,3}\.\s|[^\W\d_]|[\"“(]))")
_LONGEST_HEADING = 120
_SHORT = 4  # letters; a heading ends in no preposition
_CLOSED = re.compile(r"[.!?:;][\"”’)\]]*\s*$")


@dataclass(frozen=True)
class Piece:
    """A stretch of a line, `heading` when it is one; what lies between two pieces is furniture."""

    span: Span
    heading: bool = False


def cut(text: str, line: Span, last: int, language: Language) -> list[Piece]:
    """A long line and the number of the paragraph before it in; its pieces in order out."""
    if line.end - line.start < LONG:
        return [Piece(line)]
    start, end = line.start, line.end
    holes = list(_holes(text, line, language))
    numbers = list(_numbers(text, line, last, holes, language))
    if not numbers and not holes and last == 0:
        return [Piece(line)]
    cuts: dict[int, bool] = {}  # where a piece begins → whether it is a heading
    if last == 0 and numbers:
        head = numbers[0][1] if numbers[0][1] is not None else numbers[0][0]
        breaks = language.pattern("masthead-break").finditer(text, start, head)
        cuts.update((mark.start(), False) for mark in breaks)
    for at, heading in numbers:
        cuts[at] = False
        if heading is not None:
            cuts[heading] = True
    first = numbers[0][0] if numbers and last == 0 else start
    bare = text[first:end]
    for hole in holes:  # a page may end between "and" and "(c)"
        if first <= hole.start:
            blank = " " * (hole.end - hole.start)
            bare = bare[: hole.start - first] + blank + bare[hole.end - first :]
    for found in _ITEM.finditer(bare):
        cuts.setdefault(first + found.start("mark"), False)
    marks = sorted({start, *cuts})
    pieces: list[Piece] = []
    for a, b in zip(marks, [*marks[1:], end], strict=True):
        for part in _around(text, Span(a, b), holes):
            pieces.append(Piece(part, cuts.get(part.start, False)))
    return pieces


def _numbers(
    text: str, line: Span, last: int, holes: list[Span], language: Language
) -> Iterator[tuple[int, int | None]]:
    """Where each paragraph begins, and where the heading before it does, if there is one."""
    low = line.start
    for found in _NUMBER.finditer(text, line.start, line.end):
        number = int(found["number"])
        if not last < number <= last + 2:
            continue
        before = found.start()
        while any(hole.end <= before and not text[hole.end : before].strip() for hole in holes):
            hole = next(h for h in holes if h.end <= before and not text[h.end : before].strip())
            before = hole.start
        words = text[low:before].rstrip()
        heading = None
        if words and not _CLOSED.search(words):
            heading = _heading(text, low, before, language) if number == last + 1 else None
            if heading is None:
                continue
        numbered = heading is not None and _ROMAN.match(text, heading)  # "II. DECISIONS 5."
        if not numbered and language.pattern("numbered-reference").search(words):
            continue
        yield found.start(), heading
        last, low = number, found.end()


def _heading(text: str, low: int, at: int, language: Language) -> int | None:
    """Where the heading that ends at `at` begins, or None where the words are no heading."""
    stretch = text[max(low, at - _LONGEST_HEADING) : at].rstrip()
    offset = max(low, at - _LONGEST_HEADING)
    for start in _starts(stretch, language):
        words = stretch[start:].strip()
        found = language.pattern("heading-run").fullmatch(words)
        if not found:
            continue
        title = found["title"]
        known = language.choose("part", title) is not None
        last = title.split()[-1]
        whole = len(last) > _SHORT or not last.islower()  # "… met on" breaks off
        if found["number"] or title.isupper() or known or (whole and _titled(stretch, start)):
            return offset + start + len(stretch[start:]) - len(stretch[start:].lstrip())
    return None


def _starts(stretch: str, language: Language) -> Iterator[int]:
    """Where a heading could begin, the likeliest first: roman numbers, ends of sentences."""
    numbered = re.finditer(r"(?<!\S)[IVX]{1,5}\.\s+(?=[A-Z])", stretch)
    yield from (found.start() for found in reversed(list(numbered)))
    ends = re.finditer(r"[.!?:;][\"”’)\]]*\s+", stretch)
    yield from (found.end() for found in reversed(list(ends)))
    capitals = re.search(r"(?:(?<=\s)|^)(?:[A-Z][A-Z’'()-]*\s+)*[A-Z][A-Z’'()-]+$", stretch)
    if capitals:
        yield capitals.start()
    yield 0


def _titled(stretch: str, start: int) -> bool:
    """Whether a sentence ended just before: a short run of words without an end is a heading."""
    return start > 0 and bool(_CLOSED.search(stretch[:start]))


def _holes(text: str, line: Span, language: Language) -> Iterator[Span]:
    """The furniture inside a line: the report's own symbol with a page's number; page numbers."""
    own = _SYMBOL.search(text)
    if own:
        again = re.compile(rf"(?<=\s){re.escape(own[0])}\s+\d{{1,3}}(?=\s)")
        for found in again.finditer(text, max(line.start, own.end()), line.end):
            yield Span(found.start(), found.end())
    page = 0
    for found in _PAGE.finditer(text, max(line.start, own.end() if own else 0), line.end):
        before = text[line.start : found.start()].rstrip()[-1:]
        if int(found["page"]) != page + 1 or before not in '",.;:”)’':
            continue
        behind = text[found.end() :].lstrip()[:1]
        if not language.pattern("range-in-list").match(text, found.start("page")) and (
            behind.isupper() or behind.isdigit()
        ):
            page += 1
            yield Span(found.start("page"), found.end("page"))


def _around(text: str, span: Span, holes: list[Span]) -> Iterator[Span]:
    """The parts of a span that lie in no hole; empty ones left out."""
    at = span.start
    for hole in sorted(holes):
        if hole.end <= at or hole.start >= span.end:
            continue
        if text[at : hole.start].strip():
            yield Span(at, hole.start)
        at = hole.end
    if text[at : span.end].strip():
        yield Span(at, span.end)
