"""Pages in; the same pages without headers, footers and page numbers out."""

import re
from collections import defaultdict

from att_graph.forms.page import Line, Page

_DEEP = 4  # lines at the top or bottom of a page that may belong to its frame
_ZONE = 0.11  # of the page's height: where a number that stands once may be the page's
_NEAR = 4.0  # points by which the same line may move from page to page
_NUMBER = re.compile(r"\d+")
_SYMBOL = re.compile(r"[A-Z]{2,6}[\w.]*(?:/[\w.]+){2,}")
_PAGED = re.compile(
    r"\W*(?:[^\W\d_]{1,8}[.\s]\s*|第\s*)?(\d{1,4})\s*(?:\D{1,6}?\s*(\d{1,4}))?\s*\w?\W*"
)


def unframed(pages: list[Page]) -> list[Page]:
    """Take out what repeats at the edge of pages, and the number of each page.

    A header that alone prints a document's symbol stays where it stands first.
    """
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    places: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for number, both in enumerate(edges):
        for top, rows in zip((True, False), both, strict=True):
            for row in rows:
                places[top, _key(row)].append((number, row[0].y))
    gone: set[int] = set()
    for number, both in enumerate(edges):
        for top, rows in zip((True, False), both, strict=True):
            for row in rows:
                if not (
                    _repeated(places[top, _key(row)], number, row[0].y)
                    or _numbers(row, number + 1, len(pages), pages[number])
                ):
                    break
                gone.update(id(line) for line in row)
    _keep_symbols(pages, gone)
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in gone]
    return pages


def _edge(page: Page, top: bool) -> list[list[Line]]:
    """The outermost lines, those at one height together, from the edge inwards."""
    rows: list[list[Line]] = []
    for line in page.lines if top else reversed(page.lines):
        if rows and abs(rows[-1][0].y - line.y) < 2:
            rows[-1].append(line)
        elif len(rows) == _DEEP:
            break
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _key(row: list[Line]) -> str:
    """The words of a row with its numbers left open."""
    return _NUMBER.sub("#", " ".join("".join(line.text for line in row).split()))


def _repeated(places: list[tuple[int, float]], number: int, y: float) -> bool:
    """Whether another page, next to this or the next but one, has the same at the same height."""
    return any(
        other != number and abs(other - number) <= 2 and abs(at - y) < _NEAR for other, at in places
    )


def _numbers(row: list[Line], number: int, count: int, page: Page) -> bool:
    """Whether a row is nothing but the number of its page, in the page's margin."""
    high = row[0].y > (1 - _ZONE) * page.height
    if not (high or row[0].y < _ZONE * page.height):
        return False
    found = _PAGED.fullmatch(" ".join(line.text for line in row))
    return found is not None and int(found[1]) == number and found[2] in (None, str(count))


def _keep_symbols(pages: list[Page], gone: set[int]) -> None:
    rest = "\n".join(line.text for page in pages for line in page.lines if id(line) not in gone)
    kept: set[str] = set()
    for line in (line for page in pages for line in page.lines if id(line) in gone):
        found = _SYMBOL.search(line.text)
        if found and found[0] not in rest and found[0] not in kept:
            kept.add(found[0])
            gone.discard(id(line))
