"""HTML: a page in, its text out. No script runs and nothing is fetched.

Lists carry the numbers a browser would print, tables become tabbed rows, footnotes `[^1]`.
Pages saved from a word processor print their own numbers; these stay.
"""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as parser

from att_graph.errors import InputError
from att_graph.forms import Extract
from att_graph.forms.numerals import printed
from att_graph.forms.pieces import Piece, composed, labelled, raised
from att_graph.forms.text import decoded

_SKIPPED = re.compile(
    r"head|script|style|template|noscript|nav|svg|math|iframe|object|canvas|audio|video|select|"
    r"option|button|input|textarea|dialog|menu|map|link|meta"
)
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|"
    r"figure|footer|form|header|hgroup|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|"
    r"tfoot|th|thead|tr|ul|caption"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_REVEALED = re.compile(r"<!\[(?:if|endif)[^\]>]*\]>|<!--\[if[^\]]*\]>.*?<!\[endif\]-->", re.DOTALL)
_TOKEN = re.compile(r"\[?\(?\s*(\d{1,3}|[ivx]{1,5}|\*{1,3})\s*\)?\]?")
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_BACK = re.compile(
    r"[\u21a9\u21b5\u2191^]\ufe0e?\s*$"
)  # the arrow from a footnote back to its mark
_DEEPEST = 200  # elements inside one another


def read(name: str, data: bytes) -> Extract:
    """The text of an HTML page. Raises InputError where it holds none."""
    text = rendered(_characters(name, data))
    if not text.strip():
        raise InputError(f"{name}: is an HTML page without text.")
    return Extract(text, "html", extractor=f"lxml {etree.__version__}")


def _characters(name: str, data: bytes) -> str:
    """The page in characters: by byte order mark, else by its own declaration, else UTF-8."""
    declared = _CHARSET.search(data[:4096]) or _XML.match(data[:200])
    plain = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x84\x31\x95\x33"))
    if declared and not plain:
        encoding = declared[1].decode("ascii").lower()
        # What browsers do: the older name stands for its larger successor.
        encoding = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(
            encoding, encoding
        )
        try:
            return data.decode(encoding)
        except LookupError as error:
            raise InputError(
                f"{name}: says it is in {encoding}, an encoding nobody knows."
            ) from error
        except UnicodeDecodeError as error:
            raise InputError(
                f"{name}: is not the {encoding} text that it says it is (byte {error.start})."
            ) from error
    return decoded(name, data)


def rendered(page: str) -> str:
    """A page or a piece of one in; its text out."""
    page = _REVEALED.sub("", page.removeprefix("\ufeff")).replace("\x00", "")
    page = re.sub(r"^\s*<\?xml[^>]*>", "", page)
    if not page.strip():
        return ""
    try:
        root = parser.document_fromstring(
            page, parser=parser.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, ValueError):
        return ""
    walker = _Walker(_footnotes(root))
    walker.element(root)
    walker.flush()
    return composed(walker.pieces)


def _footnotes(root: etree._Element) -> dict[str, str]:
    """The ids of footnotes → the labels of the marks that lead to them."""
    found = {}
    for link in root.iter("a"):
        target, words = link.get("href") or "", "".join(link.itertext()).strip()
        token = _TOKEN.fullmatch(words)
        if target.startswith("#") and token and len(target) > 1:
            found[target[1:]] = token[1]
    return found


@dataclass
class _List:
    """A list that is open: how it counts and where it stands."""

    way: str | None
    next: int = 1
    step: int = 1


@dataclass
class _Walker:
    """Goes through a page and gathers its blocks."""

    targets: dict[str, str]
    pieces: list[Piece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    kind: str = "line"
    label: str = ""  # the printed mark of the item that opens here
    note: str = ""  # the label of the footnote that is open
    depth: int = 0

    def flush(self) -> None:
        """Close the block that is open."""
        text = "".join(self.buffer)
        self.buffer = []
        if not text.strip():
            return
        text = "\n".join(line.strip(" \n") for line in text.split("\v"))
        if self.label:
            text = text if labelled(text) and self.label != "- " else self.label + text.strip()
            self.label = ""
        found = re.match(r"\s*\[\^(\w{1,8})\]\s*", text)
        if found and self.pieces and not self.note and len(text) > found.end():
            self.pieces.append(Piece("note", _BACK.sub("", text[found.end() :]), found[1]))
        elif self.note:
            own = re.sub(r"^\s*(?:\[\^\w{1,8}\]|\d{1,3}[.)])\s*", "", text)
            self.pieces.append(Piece("note", _BACK.sub("", own), self.note))
        else:
            self.pieces.append(Piece(self.kind, text))

    def element(self, node: etree._Element) -> None:
        """An element and what is in it; not its tail."""
        tag = node.tag.lower() if isinstance(node.tag, str) else ""
        if not tag or _SKIPPED.fullmatch(tag) or _hidden(node) or self.depth > _DEEPEST:
            return
        self.depth += 1
        if tag == "br":
            self.buffer.append("\v")
        elif tag == "table":
            self.flush()
            self.table(node)
        elif tag in ("ol", "ul"):
            self.flush()
            self.listed(node)
        elif tag in _HEADINGS:
            self.flush()
            self.kind = "heading"
            self.inside(node)
            self.flush()
            self.kind = "line"
        elif tag == "sup" or self.marks(node):
            self.raised(node)
        elif _BLOCKS.fullmatch(tag) or _block(node):
            self.block(node)
        else:
            self.inside(node)
        self.depth -= 1

    def block(self, node: etree._Element) -> None:
        self.flush()
        outer = self.note
        self.note = outer or self.targets.get(node.get("id") or "", "") if self.pieces else ""
        self.inside(node)
        self.flush()
        self.note = outer

    def inside(self, node: etree._Element) -> None:
        self.words(node.text)
        for child in node:
            self.element(child)
            self.words(child.tail)

    def words(self, text: str | None) -> None:
        if text:
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
            if text.startswith(" ") and (not self.buffer or self.buffer[-1][-1:] in (" ", "\v")):
                text = text[1:]
            if text:
                self.buffer.append(text)

    def marks(self, node: etree._Element) -> bool:
        """Whether a link is the mark of a footnote."""
        target = node.get("href") or ""
        if node.tag != "a" or not target.startswith("#") or len(target) < 2:
            return False
        words = "".join(node.itertext()).strip()
        noted = re.search(r"(?:fn|note|ftn|ref|cite)", target, re.IGNORECASE)
        return bool(noted and _TOKEN.fullmatch(words))

    def raised(self, node: etree._Element) -> None:
        """Raised words: a footnote's mark, or the end of an ordinal."""
        words = "".join(node.itertext()).strip()
        token = _TOKEN.fullmatch(words)
        if token:
            self.buffer.append(f"[^{token[1]}]" if token[1].isalnum() else token[1])
        elif words.isdigit():
            self.buffer.append(raised(words))
        else:
            self.inside(node)

    def listed(self, node: etree._Element) -> None:
        way = _way(node)
        items = [child for child in node if child.tag == "li"]
        start = _whole(node.get("start"))
        opened = _List(way, 1 if start is None else start)
        if node.get("reversed") is not None:
            opened.step, opened.next = -1, len(items) if start is None else start
        self.lists.append(opened)
        for child in node:
            if child.tag != "li":
                self.element(child)
                continue
            own = _whole(child.get("value"))
            opened.next = opened.next if own is None else own
            here = _way(child, inherited=way)
            self.label = (
                "- " if here == "bullet" else f"{printed(opened.next, here)}. " if here else ""
            )
            opened.next += opened.step
            self.item(child)
            self.label = ""
        self.lists.pop()

    def item(self, node: etree._Element) -> None:
        outer = self.note
        note = self.targets.get(node.get("id") or "", "") if self.pieces else ""
        if note:
            self.note, self.label = note, ""
        self.inside(node)
        self.flush()
        self.note = outer

    def table(self, node: etree._Element) -> None:
        """A table: rows of cells; one row or one column is layout, its blocks stay blocks."""
        rows = [row for row in node.iter("tr") if _nearest(row, "table") is node]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if len(rows) == 1 or all(len(row) < 2 for row in cells):
            self.inside(node)
            self.flush()
            return
        for row in cells:
            texts = [self.cell(cell) for cell in row]
            text = "\t".join(texts).rstrip("\t")
            if text.strip():
                self.pieces.append(Piece("row", text))

    def cell(self, node: etree._Element) -> str:
        inner = _Walker(self.targets, depth=self.depth)
        inner.inside(node)
        inner.flush()
        return " ".join(" ".join(piece.text.split()) for piece in inner.pieces)


def _nearest(node: etree._Element, tag: str) -> etree._Element | None:
    return next(node.iterancestors(tag), None)


def _styles(node: etree._Element) -> dict[str, str]:
    return {
        key.lower(): value.strip().lower() for key, value in _STYLE.findall(node.get("style") or "")
    }


def _hidden(node: etree._Element) -> bool:
    told = _styles(node)
    return (
        node.get("hidden") is not None
        or told.get("display") == "none"
        or told.get("visibility") == "hidden"
        or told.get("mso-hide") == "all"
    )


def _block(node: etree._Element) -> bool:
    return _styles(node).get("display") in ("block", "list-item", "table-row", "flex")


def _way(node: etree._Element, inherited: str | None = None) -> str | None:
    """How a list counts: a name of `labels.WAYS`, "bullet", or None for no mark at all."""
    told = _styles(node)
    style = told.get("list-style-type") or told.get("list-style", "").split(" ")[0]
    if style == "none":
        return None
    if style in ("disc", "circle", "square"):
        return "bullet"
    if style:
        return style.strip("\"'")
    if node.tag == "ul":
        return "bullet"
    return node.get("type") or inherited or "decimal"


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else None
