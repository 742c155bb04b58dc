"""One text in five forms: what the tests of `forms` set in type.

A composition is a list of parts in reading order. PDF pages are set here line by line, so that a
test decides what a page looks like; the letters are a predefined CJK font, which no file holds.
"""

import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

_MARK = re.compile(r"\[\^(\d)\]")


@dataclass
class Part:
    """A block of a report: line, heading, paragraph, item, row or note; `label` as printed."""

    kind: str
    text: str
    label: str = ""
    cells: list[str] = field(default_factory=list)


def parts_of(text: str) -> list[Part]:
    """A stored text as parts: its marks of layout are read, its words stay as they are."""
    text = text.replace("\\*", "*")
    text = re.sub(r"<a [^>]*>(.*?)</a>", r"\1", text)
    text = re.sub(r"!?\[([^\]^]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<(https?://[^>]*)>", r"\1", text)
    text = re.sub(r"<sup>(\d)</sup>", r"[^\1]", text).replace("¹", "[^1]")
    found: list[Part] = []
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if lines and (note := re.match(r"\[\^(\d)\]", lines[0])):
            found.append(Part("note", "".join(lines)[note.end() :].strip(), note[1]))
            continue
        found += [_part(line) for line in lines]
    return found


def _part(line: str) -> Part:
    line = re.sub(r"^[-*]\s+(?=\(?\w{1,2}[.)])", "", line)
    if line.startswith("#"):
        return Part("heading", line.lstrip("# "))
    if "\t" in line:
        return Part("row", line, cells=line.split("\t"))
    if found := re.match(r"(\d{1,3}\.)\s+", line):
        return Part("paragraph", line[found.end() :], found[1])
    if found := re.match(r"(\([a-z]\)|[a-z]\.|\d\))\s*", line):
        return Part("item", line[found.end() :], found[1])
    return Part("line", line)


def _printed(part: Part) -> str:
    return f"{part.label} {part.text}" if part.label else part.text


def as_text(parts: list[Part]) -> bytes:
    """The plainest form: a block a line, a blank line between."""
    lines = []
    for part in parts:
        words = "\t".join(part.cells) if part.cells else _printed(part)
        lines.append(f"[^{part.label}]: {part.text}" if part.kind == "note" else words)
    return ("\n\n".join(lines) + "\n").encode()


def as_markdown(parts: list[Part]) -> bytes:
    """Headings, a table, escapes, and footnotes at the end of the file."""
    out, notes, table = [], [], False
    for part in parts:
        text = re.sub(r"([*_|])", r"\\\1", _printed(part))
        if part.kind == "row":
            if not table:
                out += ["", f"|{'  |' * len(part.cells)}", f"|{' --- |' * len(part.cells)}"]
            out.append("| " + " | ".join(re.sub(r"([_|])", r"\\\1", x) for x in part.cells) + " |")
        elif part.kind == "heading":
            out += ["", f"## {text}"]
        elif part.kind == "note":
            notes.append(f"[^{part.label}]: {part.text}")
        elif part.kind == "item":
            out += ["", f"  - {text}"]
        else:
            out += ["", text]
        table = part.kind == "row"
    return ("\n".join([*out, "", *notes]) + "\n").encode()


def as_html(parts: list[Part], lists: bool = False) -> bytes:
    """A page with a script and a style; with `lists` the browser prints the numbers."""
    out = [
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>A report</title>"
        "<style>p { margin: 0 }</style><script>document.write('1. no report')</script></head><body>"
    ]
    notes = []
    for part in parts:
        text = _MARK.sub(r"<sup><a href='#fn\1'>\1</a></sup>", html.escape(part.text))
        if part.kind == "row":
            cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in part.cells)
            out.append(f"<table><tr>{cells}</tr><tr></tr></table>")
        elif part.kind == "heading":
            out.append(f"<h2>{text}</h2>")
        elif part.kind == "note":
            notes.append(f"<p id='fn{part.label}'><sup>{part.label}</sup> {text} <a>↩</a></p>")
        elif lists and part.kind == "paragraph":
            out.append(f"<ol start='{part.label.strip('.')}'><li><p>{text}</p></li></ol>")
        elif lists and part.kind == "item" and part.label.strip("().").isalpha():
            number = ord(part.label.strip("().")) - 96
            out.append(f"<ol type='a' start='{number}'><li>{text}</li></ol>")
        else:
            words = f"{part.label}&nbsp;{text}" if part.label else text
            out.append(f"<p>{words}</p>")
    body = "\n".join([*out, *notes, "</body></html>"])
    return body.replace("<tr></tr></table>\n<table>", "").encode()


def as_docx(parts: list[Part], lists: bool = False) -> bytes:
    """A Word document; with `lists` Word numbers paragraphs and items by itself."""
    document = docx.Document()
    number = _numbers(document) if lists else None
    table = None
    for part in parts:
        if part.kind == "row":
            table = table or document.add_table(0, 2)
            cells = table.add_row().cells
            for cell, text in zip(cells, part.cells, strict=True):
                cell.text = text
            continue
        table = None
        if part.kind == "heading":
            document.add_heading(part.text, 2)
            continue
        automatic = number and part.kind in ("paragraph", "item")
        paragraph = document.add_paragraph()
        raised = part.kind == "note"
        if raised:
            paragraph.add_run(part.label).font.superscript = True
        words = part.text if automatic or raised else _printed(part)
        for at, piece in enumerate(_MARK.split(words)):
            run = paragraph.add_run(piece)
            run.font.superscript = bool(at % 2)
        if automatic and number:
            number(paragraph, part)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _numbers(document: "docx.document.Document") -> Callable[..., None]:
    """A list of three levels, 1. and (a) and 1), and what puts a paragraph into it."""
    root = document.part.numbering_part.element
    levels = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("decimal", "%3)"))
    draft = OxmlElement("w:abstractNum")
    draft.set(qn("w:abstractNumId"), "90")
    for at, (way, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(at))
        for name, value in (("w:start", "1"), ("w:numFmt", way), ("w:lvlText", text)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            level.append(child)
        draft.append(level)
    root.insert(0, draft)
    entry = OxmlElement("w:num")
    entry.set(qn("w:numId"), "90")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "90")
    entry.append(link)
    root.append(entry)

    def put(paragraph: "docx.text.paragraph.Paragraph", part: Part) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 90
        digits = part.label.strip("()").isdigit()
        properties.get_or_add_ilvl().val = (2 if digits else 1) if part.kind == "item" else 0

    return put


# ---- PDF


@dataclass(frozen=True)
class Look:
    """How the pages of a PDF are set. Lengths in points."""

    font: str = "STSong-Light"
    size: float = 11.0
    justified: bool = False
    header: str = ""
    footer: str = ""  # {n} is the page's number, {all} how many there are
    indent: float = 0.0  # of a paragraph's first line
    hanging: float = 0.0  # of the lines after a mark
    space: float = 6.0  # after a paragraph
    ruled: bool = False  # a frame about each row of a table
    hyphens: bool = False  # words of ten letters and more may be parted
    width: float = 440.0


def as_pdf(parts: list[Part], look: Look | None = None) -> bytes:
    """Pages with header, footer, footnotes at the foot, and a table in two columns."""
    look = look or Look()
    if look.font not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(look.font))
    setter = _Setter(look, parts)
    count = setter.pages_in(io.BytesIO(), 0)
    held = io.BytesIO()
    setter.pages_in(held, count)
    return held.getvalue()


Word = tuple[str, bool]  # what cannot be parted, and whether a blank stands before it


class _Setter:
    LEFT, TOP, FOOT = 75.0, 770.0, 80.0

    def __init__(self, look: Look, parts: list[Part]) -> None:
        self.look, self.parts = look, parts
        self.notes = {part.label: part.text for part in parts if part.kind == "note"}

    def pages_in(self, out: io.BytesIO, count: int) -> int:
        """Set all pages; their number comes out."""
        self.canvas = Canvas(out, pagesize=(595, 842), invariant=1)
        self.count, self.page = count, 0
        self.open()
        for part in self.parts:
            if part.kind == "row":
                self.row(part.cells)
            elif part.kind != "note":
                self.block(part)
        self.close()
        self.canvas.save()
        return self.page

    def open(self) -> None:
        self.page += 1
        self.y, self.foot, self.pending = self.TOP, self.FOOT, []
        self.canvas.setFont(self.look.font, 9)
        if self.look.header:
            self.canvas.drawString(self.LEFT, 806, self.look.header)
        if self.look.footer:
            words = self.look.footer.format(n=self.page, all=self.count)
            self.canvas.drawCentredString(297, 40, words)

    def close(self) -> None:
        y = self.foot - 14
        if self.pending:
            self.canvas.line(self.LEFT, y + 11, self.LEFT + 140, y + 11)
        for label, lines in self.pending:
            for at, line in enumerate(lines):
                if not at:
                    self.shown(self.LEFT, y + 3, label, 6)
                self.shown(self.LEFT + 8, y, line[0], 8.5)
                y -= 11
        self.canvas.showPage()

    def broken(self) -> None:
        self.close()
        self.open()

    def shown(self, x: float, y: float, text: str, size: float, gap: float = 0.0) -> None:
        line = self.canvas.beginText(x, y)
        line.setFont(self.look.font, size)
        line.setWordSpace(gap)
        line.textOut(text)
        self.canvas.drawText(line)

    def wide(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, self.look.font, size))

    def words(self, text: str, slashes: bool) -> Iterator[Word]:
        """What a line may end between: words, single CJK characters with the marks after them."""
        if slashes and re.fullmatch(r"[A-Z][\w./]*", text):
            yield from ((found, False) for found in re.findall(r"[^/]+/?", text))
            return
        pattern = r"( ?)([\u2e80-\uffef][、。，；：？）》”]*|[^\s\u2e80-\uffef]+[、。，；：）》”]*)"
        for found in re.finditer(pattern, text):
            yield found[2], bool(found[1])

    def lines(
        self, text: str, size: float, width: float, first: float = 0.0, slashes: bool = False
    ) -> list[tuple[str, bool]]:
        """Lines as (text, last); `first` is what the first of them has less room."""
        out, line, room = [], "", width - first
        for word, blank in self.words(text, slashes):
            joint = " " if blank and line else ""
            if line and self.wide(_bare(line + joint + word), size) > room:
                parts = self.parted(line + joint, word, size, room)
                if parts:
                    line, word = line + joint + parts[0], parts[1]
                out.append((line, False))
                line, room, joint = "", width, ""
            line += joint + word
        out.append((line, True))
        return out

    def parted(self, line: str, word: str, size: float, room: float) -> tuple[str, str] | None:
        if not self.look.hyphens or not re.fullmatch(r"[a-z]{10,}", word):
            return None
        for at in range(len(word) - 4, 3, -1):
            if self.wide(line + word[:at] + "-", size) <= room:
                return f"{word[:at]}-", word[at:]
        return None

    def block(self, part: Part) -> None:
        look = self.look
        size = look.size * (1.25 if part.kind == "heading" else 1.0)
        hanging = look.hanging if part.kind in ("paragraph", "item") else 0.0
        left = self.LEFT + (18 if part.kind == "item" else 0)
        first = look.indent if part.kind == "paragraph" else 0.0
        width = look.width - (left - self.LEFT) - hanging
        text = part.text if hanging else _printed(part)
        for at, (line, last) in enumerate(self.lines(text, size, width, first)):
            for label in _MARK.findall(line):
                self.noted(label)
            if self.y - 1.4 * size < self.foot:
                self.broken()
            self.y -= 1.4 * size
            if hanging and not at:
                self.shown(left, self.y, part.label, size)
            start = left + hanging + (0 if at else first)
            room = width - (0 if at else first)
            self.line(start, line, size, room if look.justified and not last else None)
        self.y -= look.space

    def noted(self, label: str) -> None:
        """Room at the foot of this page for a footnote."""
        if label in self.notes and label not in [held for held, _ in self.pending]:
            lines = self.lines(self.notes[label], 8.5, self.look.width - 8)
            self.pending.append((label, lines))
            self.foot += 11 * len(lines) + 14

    def line(self, x: float, text: str, size: float, room: float | None) -> None:
        spaces = text.count(" ")
        gap = 0.0
        if room is not None and spaces:
            gap = min((room - self.wide(_bare(text), size)) / spaces, 1.2 * size)
        for at, piece in enumerate(_MARK.split(text)):
            if at % 2:
                self.shown(x, self.y + 0.35 * size, piece, 0.6 * size)
                x += self.wide(piece, 0.6 * size)
            elif piece:
                self.shown(x, self.y, piece, size, gap)
                x += self.wide(piece, size) + gap * piece.count(" ")

    def row(self, cells: list[str]) -> None:
        look, size = self.look, self.look.size * 0.95
        edges = [self.LEFT, self.LEFT + 0.42 * look.width]
        widths = [0.42 * look.width - 12, 0.58 * look.width]
        held = [
            self.lines(cell, size, width, slashes=True)
            for cell, width in zip(cells, widths, strict=True)
        ]
        high = max(len(lines) for lines in held) * 1.25 * size
        if self.y - high < self.foot:
            self.broken()
        if look.ruled:
            self.canvas.rect(self.LEFT - 4, self.y - high - 4, look.width + 8, high + 4)
        for x, lines in zip(edges, held, strict=True):
            for at, (line, _) in enumerate(lines, 1):
                self.shown(x, self.y - at * 1.25 * size, line, size)
        self.y -= high + 6


def _bare(text: str) -> str:
    return _MARK.sub(r"\1", text)
