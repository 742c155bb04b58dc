"""parse: stored text in, its layout out: masthead, parts, paragraphs, items, footnotes, annex rows.

Layout only: headings and numbers, no meaning. Whatever a page break splits is joined again in a
view whose ranges still know their places.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from att_graph.errors import InputError
from att_graph.languages import Language, detect, language
from att_graph.layout import Footnote, Item, Paragraph, ParsedReport, Part, Row
from att_graph.lines import balanced, blocks_of, cells_of, lines_of, ordinal, page_number, trim
from att_graph.source import Source
from att_graph.text import EMPTY, Span, View, view

# A digit may follow a number only after white space: "1.5" opens no paragraph.
_PARAGRAPH = re.compile(r"(?P<number>\d{1,3})\s?[.．、](?:\s+(?=\S)|(?=[^\s\d]))")
_BULLET = re.compile(r"\s*[-*•·]\s+")
_ITEM = re.compile(
    r"[(（]?(?P<label>[a-zａ-ｚ]{1,2}|\d{1,2}|[ivx]{1,5})(?:[)）]|[.．、](?!\d))\s*(?=\S)"
)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+")
_ROMAN_PART = re.compile(r"(?P<number>[IVX]{1,5})(?:[.．、]\s*|\s+)(?=\S)")
_FOOTNOTE = re.compile(
    r"(?:<sup>(?P<note>[^<>]{1,8})</sup>|(?P<raised>[¹²³⁰⁴-⁹]+)|\[\^(?P<mark>\w{1,8})\]:)\s*"
)
_RULE = re.compile(r"[\s\\*/_=—–-]{3,}$")
_LINKED = re.compile(r"(?:<a\s[^<>]*>|\[[^\[\]]+\]\()")
_SYMBOL = re.compile(r"[A-Z]{2,6}/\S+/\S+")
_MARKS = re.compile(r"[,。;:]")
_LONGEST = 500_000  # code points; the longest report known has under 40,000
_CLAUSE = 4_000  # the longest list known has under 700 without a comma or full stop
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def parse(source: Source) -> ParsedReport:
    """The layout of a stored text. Raises InputError for a language that is not supported."""
    if len(source.text) > _LONGEST:
        raise InputError(f"{source.name}: holds more than {_LONGEST:,} characters, no report does.")
    tongue = language(source.language) if source.language else detect(source.text, source.name)
    report = _Reader(source, tongue).read()
    _check(report)
    return report


def _check(report: ParsedReport) -> None:
    """Raises InputError for a layout that no report has: such a text would take long to read."""
    masthead = [("the masthead", line) for line in [*report.masthead, *report.contents]]
    body = [
        (f"paragraph {paragraph.number}", seen)
        for paragraph in report.paragraphs
        for seen in [paragraph.view, *(item.view for item in paragraph.items)]
    ]
    rest = [("the annex", cell) for row in report.rows for cell in row.cells]
    rest += [("a heading", part.title) for part in report.parts]
    rest += [("a footnote", note.view) for note in report.footnotes]
    for where, seen in [*masthead, *body, *rest]:
        if len(seen.norm) > _CLAUSE and max(map(len, _MARKS.split(seen.norm))) > _CLAUSE:
            raise InputError(
                f"{report.source.name}: {where} runs on for more than {_CLAUSE:,} characters "
                "without a mark, so it is no report's."
            )


@dataclass
class _Open:
    """Something that may go on after a page break: its ranges so far."""

    kind: str
    ranges: list[Span]
    label: str = ""
    tail: str = ""


class _Reader:
    def __init__(self, source: Source, tongue: Language) -> None:
        self.source, self.text, self.language = source, source.text, tongue
        self.report = ParsedReport(source, tongue)
        self.closed = tongue.pattern("closed")
        self.open: _Open | None = None
        self.main: _Open | None = None  # the paragraph or item a footnote interrupts
        self.started = self.ended = False
        self.style: list[str] = []
        self.cells: list[list[list[Span]]] = []
        self.headings: list[View | None] = []
        self.heading: View | None = None
        self.heading_line: Span | None = None

    def read(self) -> ParsedReport:
        for block in blocks_of(self.text):
            if self.started and page_number(self.text, block):
                continue  # a page's number between two pages
            wrapped = False
            for line in lines_of(self.text, block):
                self._line(line, wrapped)
                wrapped = True
            self._pause()
        self._close()
        self._rows()
        return self.report

    def _heading(self, line: Span) -> re.Match[str] | None:
        return _HEADING.match(self.text, line.start, line.end)

    def _footnote(self, line: Span) -> re.Match[str] | None:
        return _FOOTNOTE.match(self.text, line.start, line.end)

    def _number(self, line: Span) -> re.Match[str] | None:
        """A paragraph's number, if it continues the count (or starts it at 1)."""
        found = _PARAGRAPH.match(self.text, line.start, line.end)
        if not found or self.ended:
            return None
        number, last = int(found["number"]), self._last()
        return found if (number > last and number <= last + 20) else None

    def _last(self) -> int:
        return int(self.report.paragraphs[-1].number) if self.report.paragraphs else 0

    def _item(self, line: Span) -> tuple[re.Match[str], str] | None:
        """An item's marker and its bare label, if the paragraph may have such an item here."""
        if not self.report.paragraphs or self.ended:
            return None
        bullet = _BULLET.match(self.text, line.start, line.end)
        start = bullet.end() if bullet else line.start
        found = _ITEM.match(self.text, start, line.end)
        if not found:
            return None
        label = self._level(normalize("NFKC", found["label"]), found[0])
        return (found, label) if label else None

    def _level(self, label: str, printed: str) -> str | None:
        """The bare label with its parents ("a", "a.i"), or None where it cannot follow."""
        kinds = [kind for kind in ("letter", "roman", "number") if ordinal(label, kind) is not None]
        items = self.report.paragraphs[-1].items
        path = items[-1].label.split(".") if items else []
        marked = "bracket" if printed.strip()[-1] in ")）" else "dot"
        for depth in range(len(path), 0, -1):  # the next one of an open level
            style, mark = self.style[depth - 1].split("/")
            before = ordinal(path[depth - 1], style)
            here = ordinal(label, style)
            if style not in kinds or mark != marked or before is None or here is None:
                continue
            if before < here <= before + 3:
                self.style = self.style[:depth]
                return ".".join([*path[: depth - 1], label])
        for kind in kinds:  # the first one of a new level
            if ordinal(label, kind) == 1:
                self.style = [*self.style[: len(path)], f"{kind}/{marked}"]
                return ".".join([*path, label])
        return None

    def _line(self, line: Span, wrapped: bool) -> None:
        """One line; `wrapped` when it follows another without a blank line between."""
        words = self.text[line.start : line.end]
        if _RULE.fullmatch(words):
            if self.started and self.report.paragraphs:
                self._close()
                self.ended = self.ended or "//" in words
            return
        if self.ended:
            self._annex(line, wrapped)
            return
        heading = self._heading(line)
        if heading:
            self._part(Span(heading.end(), line.end))
            return
        number = self._number(line)
        if number:
            self._close()
            self.started = True
            self.style = []
            paragraph = Paragraph(str(int(number["number"])), EMPTY)
            paragraph.part = len(self.report.parts) - 1
            self.report.paragraphs.append(paragraph)
            self.open = self.main = _Open("paragraph", [Span(number.end(), line.end)])
            return
        item = self._item(line)
        if item:
            self._close()
            self.report.paragraphs[-1].items.append(Item(item[1], EMPTY))
            self.open = self.main = _Open("item", [Span(item[0].end(), line.end)])
            return
        note = self._footnote(line)
        if note and self.started:
            self._store()
            label = note["note"] or note["mark"] or note["raised"].translate(_RAISED)
            self.report.footnotes.append(Footnote(label, EMPTY))
            self.open = _Open("footnote", [Span(note.end(), line.end)], label)
            return
        if wrapped and self.open is not None:
            self.open.ranges.append(line)
            return
        self._plain(line)

    def _part(self, line: Span) -> None:
        seen = view(self.text, [trim(self.text, line)])
        if self.language.pattern("annex").search(seen.norm) and self.report.paragraphs:
            self._close()
            self.ended = True
            self.report.annex.append(seen)
            return
        self._close()
        early = not self.report.paragraphs and not _ROMAN_PART.match(seen.norm)
        if early and self.language.choose("part", seen.norm) is None:
            self.report.masthead.append(seen)
            return
        number = _ROMAN_PART.match(seen.norm)
        self.report.parts.append(
            Part(seen.cut(number.end()) if number else seen, number["number"] if number else None)
        )

    def _plain(self, line: Span) -> None:
        """A line without a mark: masthead, contents, heading, annex, or text that runs on."""
        seen = view(self.text, [line])
        going = self.open if self.open and self.open.kind != "footnote" else self.main
        if self.started and going is not None:
            tail = self._tail(going)
            unfinished = not self.closed.search(tail)
            complete = bool(self.closed.search(seen.norm))
            if self.language.pattern("annex").search(seen.norm) and not unfinished:
                self._close()
                self.ended = True
                self.report.annex.append(seen)
                return
            if unfinished or complete or len(seen.norm) > 80:
                if self.open is not going:
                    self._store()
                    self.open = going
                going.ranges.append(line)
                return
            self._close()
            self.report.parts.append(Part(seen))
            return
        bullet = _BULLET.match(self.text, line.start, line.end)
        if bullet or self.report.contents:
            entry = view(self.text, [Span(bullet.end() if bullet else line.start, line.end)])
            part = self.language.choose("part", entry.norm)
            if bullet or self.language.pattern("annex").search(entry.norm) or part is None:
                self.report.contents.append(entry)
                return
        if not bullet and self.language.choose("part", seen.norm) and len(seen.norm) < 20:
            number = _ROMAN_PART.match(seen.norm)
            self.report.parts.append(
                Part(
                    seen.cut(number.end()) if number else seen, number["number"] if number else None
                )
            )
            return
        self.report.masthead.append(seen)

    def _tail(self, going: _Open) -> str:
        return view(self.text, going.ranges[-3:]).norm  # the end is enough

    def _annex(self, line: Span, wrapped: bool) -> None:
        """A line of the annex: a row's cells, a cell that runs on, or a sub-heading."""
        heading = self._heading(line)
        if heading:
            line = Span(heading.end(), line.end)
        words = self.text[line.start : line.end]
        cells = [trim(self.text, cell) for cell in cells_of(self.text, line)]
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

    def _rows(self) -> None:
        if self.headings and self.heading_line and self.headings[-1] is not self.heading:
            self.heading = self.headings[-1]  # nothing stands under it: it was a row
            self._row([self.heading_line])
        for row, heading in zip(self.cells, self.headings, strict=True):
            self.report.rows.append(Row([view(self.text, cell) for cell in row], heading))

    def _store(self) -> None:
        """Write the words of what is open to its place."""
        if self.open is None:
            return
        seen = view(self.text, self.open.ranges)
        if self.open.kind == "paragraph":
            self.report.paragraphs[-1].view = seen
        elif self.open.kind == "item":
            self.report.paragraphs[-1].items[-1].view = seen
        else:
            self.report.footnotes[-1].view = seen

    def _close(self) -> None:
        if self.main is not None and self.main is not self.open:
            self._store()
            self.open = self.main
        self._store()
        self.open = None
        # `main` stays: text after a finished paragraph may still belong to it.

    def _pause(self) -> None:
        """A blank line: a footnote ends there; a paragraph may go on after it."""
        if self.open is not None and self.open.kind == "footnote":
            self._store()
            self.open = None
