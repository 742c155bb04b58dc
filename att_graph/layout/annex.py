"""The annex of a report: its lines in, the rows of its table of documents out, as views.

A row is a symbol and a title, beside each other or one below the other, each over one or several
lines; or a title alone. What stands over some rows is their heading.
"""

import re

from att_graph.languages import Language
from att_graph.layout.lines import balanced, cells_of, trim
from att_graph.layout.structure import ParsedReport, Row
from att_graph.text import Span, View, view

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+")
_LINKED = re.compile(r"(?:<a\s[^<>]*>|\[[^\[\]]+\]\()")
_THEN_TITLE = re.compile(r"[A-Z]{2,6}/\S+/\S+(?:(?<=[/.]Annex) [A-Z0-9]{1,2}(?!\S))?(?=\s+\S)")
_SYMBOL = re.compile(r"[A-Z]{2,6}/\S+/\S+")


class Annex:
    """The rows while they are being read, line by line."""

    def __init__(self, text: str, language: Language, report: ParsedReport) -> None:
        self.text, self.language, self.report = text, language, report
        self.cells: list[list[list[Span]]] = []
        self.headings: list[View | None] = []
        self.heading: View | None = None
        self.heading_line: Span | None = None

    def line(self, line: Span, wrapped: bool) -> None:
        """A line of the annex: a row's cells, a cell that runs on, or a sub-heading."""
        heading = _HEADING.match(self.text, line.start, line.end)
        if heading:
            line = Span(heading.end(), line.end)
        words = self.text[line.start : line.end]
        cells = [trim(self.text, cell) for cell in cells_of(self.text, line)]
        apart = _THEN_TITLE.match(self.text, line.start, line.end)
        if len(cells) == 1 and apart:
            cells = [Span(line.start, apart.end()), trim(self.text, Span(apart.end(), line.end))]
        seen = view(self.text, [line])
        if len(cells) > 1 or _LINKED.match(words) or _SYMBOL.match(seen.norm):
            self._row(cells)
            return
        if not self.cells and not self.report.rows and self.heading is None:
            if self.language.pattern("annex").search(seen.norm) or not self.report.annex:
                self.report.annex.append(seen)
                return
            if self.language.pattern("annex-list").search(seen.norm):
                self.report.annex.append(seen)
                return
        row = self.cells[-1] if self.cells else None
        if row is not None and len(row) == 1 and _SYMBOL.match(self._seen(row[0])):
            row.append([line])
        elif row is None or self._subheading(seen.norm, row, wrapped):
            self.heading, self.heading_line = seen, line
        elif self.headings[-1] is not self.heading or self._another(seen.norm, row, wrapped):
            self._row([line])
        else:
            row[-1].append(line)

    def _row(self, cells: list[Span]) -> None:
        self.cells.append([[cell] for cell in cells])
        self.headings.append(self.heading)

    def _subheading(self, text: str, row: list[list[Span]], wrapped: bool) -> bool:
        """Whether a line is a sub-heading, and not the rest of the row before it."""
        if len(text) <= 3 or not self.language.pattern("annex-heading").search(text):
            return False
        before = self._seen(row[-1])
        if self.language.pattern("annex-going-on").match(text) or not balanced(before):
            return False
        sure = self.language.pattern("annex-heading-sure").search(text) and not wrapped
        return bool(sure or self.language.pattern("annex-finished").search(before))

    def _another(self, text: str, row: list[list[Span]], wrapped: bool) -> bool:
        """Whether a line by itself is another document without a symbol."""
        first, last = self._seen(row[0]), self._seen(row[-1])
        if wrapped or _SYMBOL.match(first) or not balanced(last):
            return False
        return not self.language.pattern("annex-going-on").match(text)

    def _seen(self, ranges: list[Span]) -> str:
        return view(self.text, ranges).norm

    def close(self) -> None:
        """Hand the rows over."""
        if self.headings and self.heading_line and self.headings[-1] is not self.heading:
            self.heading = self.headings[-1]  # nothing stands under it: it was a row
            self._row([self.heading_line])
        for row, heading in zip(self.cells, self.headings, strict=True):
            self.report.rows.append(Row([view(self.text, cell) for cell in row], heading))
