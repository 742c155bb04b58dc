"""DOCX: a Word document in, its text out, with the numbers, notes and tables that Word prints.

The order is that of reading: the first page's own header, then the body; a text box stands before
the paragraph it hangs on, a footnote after the paragraph that cites it. Deleted text is left out.
Page ends are known only where Word left its own marks of them (`w:lastRenderedPageBreak`).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

import docx
from docx.document import Document
from lxml import etree

from att_graph.errors import InputError
from att_graph.forms import UNPACKED, Extract
from att_graph.forms.numbering import Numbering
from att_graph.forms.pieces import Piece, composed, labelled, raised

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MEMBERS = 5_000
_DEEPEST = 60  # tables and boxes inside one another
_LONG = 120  # characters; a heading is shorter
_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("content.xml", "an OpenDocument file; save it as .docx or PDF"),
    ("META-INF/container.xml", "an EPUB book"),
)
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError)


def read(name: str, data: bytes) -> Extract:
    """The text of a Word document. Raises InputError for another or a broken container."""
    _check(name, data)
    try:
        document = docx.Document(io.BytesIO(data))
        text = _Reader(document).text()
    except RecursionError as error:
        raise InputError(f"{name}: is a Word document nested too deep to be a report.") from error
    except Exception as error:  # a broken part raises whatever the library meets first
        raise InputError(f"{name}: is a broken Word document.") from error
    if not text.strip():
        raise InputError(f"{name}: is a Word document without text (scanned pictures?).")
    pages = text.count("\f") + 1 if "\f" in text else None
    return Extract(text, "docx", pages, f"python-docx {version('python-docx')}")


def _check(name: str, data: bytes) -> None:
    """Hold the container against what a Word document may be, before anything is unpacked."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except _BROKEN as error:
        raise InputError(f"{name}: is a broken ZIP container.") from error
    names = {member.filename for member in members}
    if len(members) > _MEMBERS or sum(member.file_size for member in members) > UNPACKED:
        raise InputError(
            f"{name}: holds more than {UNPACKED // 1_000_000} MB once unpacked, no report does."
        )
    if any(member.flag_bits & 1 for member in members):
        raise InputError(f"{name}: is an encrypted ZIP container.")
    if "[Content_Types].xml" in names and any(x.endswith("document.xml") for x in names):
        return
    what = next((what for mark, what in _OTHERS if mark in names), "a ZIP container")
    raise InputError(f"{name}: is {what}, not a Word document.")


@dataclass
class _Reader:
    """Goes through a document's body and gathers its blocks."""

    document: Document
    pieces: list[Piece] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)  # kind and id → label
    fields: list[bool] = field(default_factory=list)  # for each open field: in its code?
    depth: int = 0

    def __post_init__(self) -> None:
        self.styles = {
            _get(x, "styleId"): x for x in self.document.styles.element.iter(f"{_W}style")
        }
        self.numbering = Numbering(self._part("numbering"))

    def _part(self, kind: str) -> Any:
        """The root of a part that belongs to the document, or None."""
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                return etree.fromstring(
                    relation.target_part.blob,
                    etree.XMLParser(resolve_entities=False, no_network=True),
                )
        return None

    def text(self) -> str:
        """The document's text."""
        self._header()
        self.blocks(self.document.element.body)
        for kind in ("footnote", "endnote"):
            part = self._part(f"{kind}s")
            for note in part.iter(f"{_W}{kind}") if part is not None else ():
                label = self.notes.get((kind, _get(note, "id") or ""))
                if label:
                    inner = _Reader(self.document, depth=self.depth + 1)
                    inner.blocks(note)
                    words = " ".join(piece.text.strip() for piece in inner.pieces)
                    self.pieces.append(Piece("note", words, label))
        return composed(self.pieces)

    def _header(self) -> None:
        """The header that only the first page has: the place of many a masthead."""
        section = self.document.sections[0] if len(self.document.sections) else None
        if section is not None and section.different_first_page_header_footer:
            header = section.first_page_header
            if not header.is_linked_to_previous:
                self.blocks(header._element)

    def blocks(self, node: Any) -> None:
        """Paragraphs and tables, also those that a content control or a change holds."""
        self.depth += 1
        for child in node if self.depth < _DEEPEST else ():
            if child.tag == f"{_W}p":
                self.paragraph(child)
            elif child.tag == f"{_W}tbl":
                self.table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                self.blocks(child)
        self.depth -= 1

    def paragraph(self, node: Any) -> None:
        style = self._style(node)
        if style.lower().startswith("toc"):
            return  # the contents that Word made from the headings
        for box in _boxes(node):
            self.blocks(box)
        text = "".join(self.runs(node))
        mark = self._mark(node)
        if mark and text.strip():
            body = text.lstrip("\f ")
            lead = "\f" if text.lstrip(" ").startswith("\f") else ""
            text = f"{lead}{mark} {body}" if not labelled(body) or mark == "-" else text
        title = len(text.strip()) < _LONG and not re.search(r"[.;:。；：]\s*$", text)
        heading = title and self._level(node) is not None and not text.strip().startswith("-")
        self.pieces.append(Piece("heading" if heading else "line", text))

    def _style(self, node: Any) -> str:
        """The name of a paragraph's style."""
        style = self.styles.get(_value(node, "pPr/pStyle"))
        return _value(style, "name") or ""

    def _chain(self, node: Any) -> Iterator[Any]:
        """A paragraph's own properties, then those of its style and the styles under it."""
        own = node.find(f"{_W}pPr")
        if own is not None:
            yield own
        key = _value(node, "pPr/pStyle")
        for _ in range(12):
            style = self.styles.get(key) if key else None
            if style is None:
                return
            properties = style.find(f"{_W}pPr")
            if properties is not None:
                yield properties
            key = _value(style, "basedOn")

    def _mark(self, node: Any) -> str:
        number = level = None
        for properties in self._chain(node):
            found = properties.find(f"{_W}numPr")
            if found is not None:
                number = number if number is not None else _value(found, "numId")
                level = level if level is not None else _value(found, "ilvl")
        if not number or number == "0":
            return ""
        return self.numbering.mark(number, int(level) if level and level.isdigit() else 0)

    def _level(self, node: Any) -> str | None:
        """The outline level of a heading (also by the name of its style), or None."""
        name = self._style(node).lower()
        if re.match(r"(?:heading|title\b|subtitle)", name):
            return name
        for properties in self._chain(node):
            found = _value(properties, "outlineLvl")
            if found is not None:
                return found if found != "9" else None
        return None

    def runs(self, node: Any) -> Iterator[str]:
        """The words of a paragraph, without what was deleted and without fields' codes."""
        for child in node:
            tag = child.tag
            if tag == f"{_W}r":
                yield from self.run(child)
            elif tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", _ALTERNATE):
                continue
            elif isinstance(tag, str):
                yield from self.runs(child)

    def run(self, node: Any) -> Iterator[str]:
        shape = node.find(f"{_W}rPr")
        high = _value(shape, "vertAlign") == "superscript"
        if shape is not None and _on(shape.find(f"{_W}vanish")):
            return
        for child in node:
            tag = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
            if tag == "fldChar":
                self._field(_get(child, "fldCharType"))
            elif any(self.fields):
                continue
            elif tag == "t":
                text = child.text or ""
                yield raised(text) if high and text.strip().isdigit() else text
            elif tag == "lastRenderedPageBreak":
                yield "\f"
            else:
                yield self._sign(tag, child)

    def _sign(self, tag: str, node: Any) -> str:
        if tag in ("footnoteReference", "endnoteReference"):
            return self._note(tag.removesuffix("Reference"), _get(node, "id") or "")
        if tag == "br":
            return "" if _get(node, "type") in ("page", "column") else "\n"
        return {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}.get(tag, "")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()

    def _note(self, kind: str, key: str) -> str:
        """A footnote's mark: they are counted through, the endnotes by themselves."""
        count = sum(1 for other, _ in self.notes if other == kind) + 1
        label = self.notes.setdefault((kind, key), f"{'e' * (kind == 'endnote')}{count}")
        return f"[^{label}]"

    def table(self, node: Any) -> None:
        """A table: rows of cells; one row or one column is layout, its blocks stay blocks."""
        rows = [
            [cell for cell in _inside(row, "tc") if not _merged(cell)]
            for row in _inside(node, "tr")
        ]
        if len(rows) == 1 or all(len(row) < 2 for row in rows):
            for cell in (cell for row in rows for cell in row):
                self.blocks(cell)
            return
        for row in rows:
            text = "\t".join(self.cell(cell) for cell in row).rstrip("\t ")
            self.pieces.append(Piece("row", text))

    def cell(self, node: Any) -> str:
        held, self.pieces = self.pieces, []
        self.blocks(node)
        inner, self.pieces = self.pieces, held
        words = " ".join(piece.text for piece in inner if piece.text.strip(" \n\t"))
        ends = "\f" * words.count("\f")
        return ends + " ".join(words.replace("\f", " ").split())


def _get(node: Any, name: str) -> str | None:
    value: str | None = node.get(f"{_W}{name}")
    return value


def _value(node: Any, path: str) -> str | None:
    """The w:val of what a path of names leads to, or None."""
    for name in path.split("/"):
        node = node.find(f"{_W}{name}") if node is not None else None
    return None if node is None else _get(node, "val")


def _on(node: Any) -> bool:
    return node is not None and _get(node, "val") not in ("0", "false", "none")


def _inside(node: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for child in node:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _inside(child, name)


def _merged(cell: Any) -> bool:
    """Whether a cell only continues the one above it."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and _get(merge, "val") != "restart"


def _boxes(node: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once: Word stores them in two ways."""
    for alternate in node.iter(_ALTERNATE):
        chosen = next(iter(alternate), None)
        if chosen is not None:
            yield from chosen.iter(f"{_W}txbxContent")
    for run in node.iter(f"{_W}pict"):
        if next(run.iterancestors(_ALTERNATE), None) is None:
            yield from run.iter(f"{_W}txbxContent")
