"""parse: stored text in, its layout out: masthead, parts, paragraphs, items, footnotes, annex rows.

Layout only: headings and numbers, no meaning. Whatever a page break splits is joined again in a
view whose ranges still know their places.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from att_graph.errors import InputError
from att_graph.languages import Language, detect, language
from att_graph.layout.annex import Annex
from att_graph.layout.counting import Counting
from att_graph.layout.furniture import furniture
from att_graph.layout.grid import table_of
from att_graph.layout.levels import Level, follow
from att_graph.layout.lines import blocks_of, columns_of, lines_of, page_number, trim, weight
from att_graph.layout.plainnotes import unmarked
from att_graph.layout.running import cut
from att_graph.layout.structure import Footnote, Item, Paragraph, ParsedReport, Part
from att_graph.source import Source
from att_graph.text import EMPTY, Span, View, view, wide

_BULLET = re.compile(r"\s*[-*•·]\s+")
_ITEM = re.compile(
    r"[(（]?(?P<label>[a-zａ-ｚ]{1,2}|\d{1,2}|[ivx]{1,5})(?:[)）]|[.．、](?!\d))\s*(?=\S)"
)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+")
_ROMAN_PART = re.compile(
    r"(?:(?:Part |PART )?(?P<number>[IVX]{1,5})(?:[.．、:]\s*|\s+)|(?P<letter>[A-H])\.\s+)(?=\S)"
)
_FOOTNOTE = re.compile(
    r"(?:<sup>(?P<note>[^<>]{1,8})</sup>|(?P<raised>[¹²³⁰⁴-⁹]+)|\[\^(?P<mark>\w{1,8})\]:)\s*"
)
_NOTE_RULE = re.compile(r"_{8,}\s*$")
_BARE_NOTE = re.compile(r"(?P<note>\d{1,2})\s+(?P<raised>)(?P<mark>)(?=\S)")
_RULE = re.compile(r"[\s\\*/_=—–-]{3,}$")
_MARKS = re.compile(r"[,。;:]")
_FULL = 55  # letters; a shorter line of a masthead is not one that ran out of room
_LONGEST = 500_000  # code points; the longest report known has under 40,000
_CLAUSE = 4_000  # the longest list known has under 700 without a comma or full stop
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def parse(source: Source) -> ParsedReport:
    """The layout of a stored text. Raises InputError for a language that is not supported."""
    if len(source.text) > _LONGEST:
        raise InputError(f"{source.name}: holds more than {_LONGEST:,} characters, no report does.")
    table = table_of(source)
    if table:
        return table
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
        self.source, self.language = source, tongue
        self.text, self.plain = unmarked(source.text)
        self.report = ParsedReport(source, tongue)
        self.closed = tongue.pattern("closed")
        self.open: _Open | None = None
        self.main: _Open | None = None  # the paragraph or item a footnote interrupts
        self.started = self.ended = False
        self.style: list[str] = []
        self.annex = Annex(self.text, tongue, self.report)
        self.counting = Counting(self.text)
        self.furniture = furniture(self.text, tongue)
        self.rest = ""  # of the block, behind a line that follows another
        self.head: list[Span] = []  # the masthead's last line, which may run on
        self.promised: set[str] | None = None  # the parts that the contents have named so far

    def read(self) -> ParsedReport:
        for block in blocks_of(self.text):
            if self.started and page_number(self.text, block):
                continue  # a page's number between two pages
            if not self.started and (columns := columns_of(self.text, block)):
                for lines in columns:
                    self._line(lines[0], False, [])
                    for line in lines[1:]:
                        self._run_on(line)
                continue
            lines = [x for x in lines_of(self.text, block) if x.start not in self.furniture]
            at, wrapped = 0, False
            while at < len(lines):
                at += 1 + self._cut(lines[at], wrapped, lines[at + 1 :])
                wrapped = True
            if lines:
                self._pause()
        self._close()
        self.annex.close()
        return self.report

    def _cut(self, line: Span, wrapped: bool, ahead: list[Span]) -> int:
        """One printed line, which may hold several: how many of the lines `ahead` went with it."""
        whole = self.counting.decimal
        pieces = [] if whole else cut(self.text, line, self._last(), self.language)
        whole = wrapped and len(pieces) < 2
        self.rest = self.text[line.end : ahead[-1].end] if whole and ahead else ""
        if len(pieces) < 2:
            return self._line(line, wrapped, ahead)
        for piece in pieces:
            if piece.heading:
                self._part([piece.span])
            else:
                self._line(piece.span, wrapped and self.started, [])
            wrapped = True
        return 0

    def _heading(self, line: Span) -> re.Match[str] | None:
        return _HEADING.match(self.text, line.start, line.end)

    def _footnote(self, line: Span) -> re.Match[str] | None:
        """A footnote's mark: raised, or a bare number under a rule or with a plain mark above."""
        found = _FOOTNOTE.match(self.text, line.start, line.end)
        ruled = _NOTE_RULE.search(self.text[max(0, line.start - 200) : line.start])
        bare = ruled or line.start in self.plain
        return found or (_BARE_NOTE.match(self.text, line.start, line.end) if bare else None)

    def _number(self, line: Span, wrapped: bool) -> re.Match[str] | None:
        """A paragraph's number, if it continues the count (or starts it at 1)."""
        found = self.counting.match(self.text, line)
        if not found or self.ended or (wrapped and self._refers()):
            return None
        last = self.report.paragraphs[-1].number if self.report.paragraphs else None
        return found if self.counting.follows(found["number"], last) else None

    def _last(self) -> int:
        numbers = [paragraph.number for paragraph in self.report.paragraphs[-1:]]
        return int(numbers[0].split(".")[0]) if numbers else 0

    def _item(self, line: Span, wrapped: bool) -> tuple[re.Match[str], Level] | None:
        """An item's marker and its label, if the paragraph may have such an item here."""
        if not self.report.paragraphs or self.ended or (wrapped and self._refers()):
            return None
        bullet = _BULLET.match(self.text, line.start, line.end)
        start = bullet.end() if bullet else line.start
        found = _ITEM.match(self.text, start, line.end)
        if not found:
            return None
        items = self.report.paragraphs[-1].items
        path = items[-1].label.split(".") if items else []
        label = normalize("NFKC", found["label"])
        level = follow(path, self.style, label, found[0].strip(), self.rest, self._colon())
        return (found, level) if level else None

    def _colon(self) -> bool:
        """Whether what is open ends in a colon, so that more is to come under it."""
        return self.main is not None and self._tail(self.main).rstrip().endswith((":", "："))

    def _line(self, line: Span, wrapped: bool, ahead: list[Span]) -> int:
        """One line; `wrapped` when it follows another without a blank line between.

        How many of the lines `ahead` in its block went with it comes out.
        """
        words = self.text[line.start : line.end]
        if _RULE.fullmatch(words):
            if self.started and self.report.paragraphs:
                self._close()
                self.ended = self.ended or "//" in words
            return 0
        if self.ended:
            self.annex.line(line, wrapped)
            return 0
        heading = self._heading(line)
        if heading is None and not wrapped:
            heading = self.counting.heading(self.text, line)
        if heading:
            self._part([Span(heading.end(), line.end)])
        elif self._marked(line, wrapped):
            pass
        elif wrapped and self.open is not None:
            if not self._headed(line, ahead):
                self.open.ranges.append(line)
            else:
                self._part([line])
        else:
            return self._plain(line, wrapped, ahead)
        return 0

    def _marked(self, line: Span, wrapped: bool) -> bool:
        """Whether a paragraph's number, an item's label or a footnote's mark opens the line."""
        number = self._number(line, wrapped)
        if number:
            self._close()
            self.started = True
            self.style = []
            paragraph = Paragraph(self.counting.written(number["number"]), EMPTY)
            paragraph.part = len(self.report.parts) - 1
            self.report.paragraphs.append(paragraph)
            self.open = self.main = _Open("paragraph", [Span(number.end(), line.end)])
            return True
        item = self._item(line, wrapped)
        if item:
            self._close()
            self.style = item[1].style
            self.report.paragraphs[-1].items.append(Item(item[1].label, EMPTY))
            self.open = self.main = _Open("item", [Span(item[0].end(), line.end)])
            return True
        note = self._footnote(line)
        if note and self.started:
            self._store()
            label = note["note"] or note["mark"] or note["raised"].translate(_RAISED)
            self.report.footnotes.append(Footnote(label, EMPTY))
            self.open = _Open("footnote", [Span(note.end(), line.end)], label)
            return True
        return False

    def _refers(self) -> bool:
        """Whether what is open ends in "Rule", "paragraph" …: a number that follows is its own."""
        return self.main is not None and bool(
            self.language.pattern("numbered-reference").search(self._tail(self.main))
        )

    def _headed(self, line: Span, ahead: list[Span]) -> bool:
        """Whether a line is the heading of the paragraph whose number opens the next line."""
        if not ahead or self.main is not self.open or self.open is None:
            return False
        next_one = self._number(ahead[0], True)
        return (
            next_one is not None
            and self.counting.written(next_one["number"]) == str(self._last() + 1)
            and bool(self.closed.search(self._tail(self.open)))
            and bool(self.language.pattern("heading-run").fullmatch(view(self.text, [line]).norm))
        )

    def _part(self, lines: list[Span]) -> None:
        seen = view(self.text, [trim(self.text, line) for line in lines])
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
        self._titled(seen)

    def _titled(self, seen: View) -> None:
        """Open a part: its number, if it has one, apart from its title."""
        found = _ROMAN_PART.match(seen.norm)
        if found:
            number = found["number"] or found["letter"]
            self.report.parts.append(Part(seen.cut(found.end()), number))
        else:
            self.report.parts.append(Part(seen))

    def _plain(self, line: Span, wrapped: bool, ahead: list[Span]) -> int:
        """A line without a mark: masthead, contents, heading, annex, or text that runs on."""
        seen = view(self.text, [line])
        going = self.open if self.open and self.open.kind != "footnote" else self.main
        if not self.started or going is None:
            self._early(line, wrapped, seen)
            return 0
        run = self._run(ahead)
        whole = view(self.text, [line, *run]) if run else seen
        unfinished = not self.closed.search(self._tail(going))
        complete = bool(self.closed.search(whole.norm))
        if self.language.pattern("annex").search(seen.norm) and not unfinished:
            self._close()
            self.ended = True
            self.report.annex.append(seen)
            return 0
        if unfinished or complete or weight(whole.norm) > 80:
            if self.open is not going:
                self._store()
                self.open = going
            going.ranges.append(line)
            return 0
        self._close()
        self._titled(whole)
        return len(run)

    def _run(self, ahead: list[Span]) -> list[Span]:
        """The lines ahead up to the first one with a mark."""
        for count, line in enumerate(ahead):
            words = self.text[line.start : line.end]
            if _RULE.fullmatch(words) or self._heading(line) or self._footnote(line):
                return ahead[:count]
            if self._number(line, False) or self._item(line, False):
                return ahead[:count]
        return ahead

    def _early(self, line: Span, wrapped: bool, seen: View) -> None:
        """A line before the first paragraph: masthead, contents or the first part's heading."""
        number = _ROMAN_PART.match(seen.norm)
        if self.promised is not None and not self.report.parts:
            if number and number["number"] and number["number"] not in self.promised:
                self.promised.add(number["number"])
                self.report.contents.append(seen)
                return
            if self.promised and self.language.pattern("annex").search(seen.norm):
                self.report.contents.append(seen)
                return
        bullet = _BULLET.match(self.text, line.start, line.end)
        if bullet or (self.report.contents and not self.promised):
            entry = view(self.text, [Span(bullet.end() if bullet else line.start, line.end)])
            part = self.language.choose("part", entry.norm)
            if bullet or self.language.pattern("annex").search(entry.norm) or part is None:
                self.report.contents.append(entry)
                return
        if not bullet and self.language.choose("part", seen.norm) and weight(seen.norm) < 20:
            self._titled(seen)
        elif wrapped and self._goes_on(seen.norm):
            self._run_on(line)
        else:
            self.report.masthead.append(seen)
            self.head = [line]
            self._promise()

    def _run_on(self, line: Span) -> None:
        """The masthead's last line goes on here."""
        self.head.append(line)
        if self.report.masthead:
            self.report.masthead[-1] = view(self.text, self.head)
            self._promise()

    def _promise(self) -> None:
        if self.language.pattern("contents").search(self.report.masthead[-1].norm):
            self.promised = self.promised or set()

    def _goes_on(self, words: str) -> bool:
        """Whether a line goes on with the masthead's last one: that was full, or broke off."""
        if not self.head or not self.report.masthead:
            return False
        last = self.head[-1]
        before = self.text[last.start : last.end]
        if self.closed.search(before) or wide(before[-1]) or wide(words[0]):
            return False
        return len(before) > _FULL or words[0].islower() or words[0] == "(" or before[-1] == ","

    def _tail(self, going: _Open) -> str:
        return view(self.text, going.ranges[-3:]).norm  # the end is enough

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
