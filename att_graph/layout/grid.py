"""A table in plain text (CSV and its kin) taken apart: rows of cells, each with its place.

RFC 4180: cells parted by commas (or semicolons, or tabs), perhaps in quotation marks, which are
doubled inside.
"""

import re

from att_graph.languages import SUPPORTED, Language, language
from att_graph.layout.structure import ParsedReport
from att_graph.source import Source
from att_graph.text import Span, View, view

_CELL = (
    r'[^\S\r\n{mark}]*(?:"(?P<quoted>(?:[^"]|"")*)"[^\S\r\n{mark}]*|(?P<plain>(?!")[^{mark}\r\n]*))'
    r"(?P<end>{mark}|\r?\n|$)"
)
_FEWEST = 3  # columns: a State and two things told of it; fewer could be lines of prose


def table_of(source: Source) -> ParsedReport | None:
    """The layout of a stored text that is one table; None for any other text."""
    cells = grid_of(source.text)
    grid = [[view(source.text, [cell]) for cell in row] for row in cells]
    return ParsedReport(source, _tongue(source, grid[0]), grid=grid) if grid else None


def _tongue(source: Source, header: list[View]) -> Language:
    """The language of a table: stated, or the first that knows most of its columns' names."""
    if source.language:
        return language(source.language)
    known = [language(code) for code in SUPPORTED]
    return max(
        known, key=lambda each: sum(each.choose("column", c.norm) is not None for c in header)
    )


def grid_of(text: str) -> list[list[Span]]:
    """The rows of a text that is one table from its first line to its last; else none.

    A cell is the span of its words, without quotation marks and white space around them. All rows
    but empty ones have as many cells as the header.
    """
    for mark in (",", ";", "\t"):
        rows = _rows(text, mark)
        wide = len(rows) > 1 and len(rows[0]) >= _FEWEST
        if wide and all(len(row) == len(rows[0]) for row in rows):
            return rows
    return []


def _rows(text: str, mark: str) -> list[list[Span]]:
    pattern = re.compile(_CELL.replace("{mark}", re.escape(mark)))
    rows: list[list[Span]] = []
    row: list[Span] = []
    at = len(text) - len(text.lstrip("\ufeff"))
    while at < len(text):
        found = pattern.match(text, at)
        if found is None:
            return []  # a quotation mark in mid-cell: no table
        row.append(
            _trimmed(text, *found.span("quoted" if found["quoted"] is not None else "plain"))
        )
        at = found.end()
        if found["end"] != mark:
            if any(cell.end > cell.start for cell in row):
                rows.append(row)
            row = []
        elif at == len(text):
            row.append(Span(at, at))
            rows.append(row)
    return rows


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
