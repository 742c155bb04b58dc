"""PDF: a file with a text layer in, its text out, a form feed between pages.

Characters and their places come from PDFium; lines, paragraphs, tables and footnotes are put
together here, because the order in a PDF is that of drawing. Nothing is rendered, no script runs.
"""

import ctypes
import re
import zlib
from dataclasses import replace
from importlib.metadata import version

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from att_graph.errors import InputError
from att_graph.forms import LONGEST, UNPACKED, Extract
from att_graph.forms.flow import flowing
from att_graph.forms.page import Char, Page, cleaned, laid_out

PAGES = 1_000  # the longest report known has under 60
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1 << 20
_FLAT = 1.5  # points: a rule is no higher
_RULES = 2_000  # on a page


def read(name: str, data: bytes) -> Extract:
    """The text of a PDF. Raises InputError for one that is broken, encrypted or without text."""
    _check(name, data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise InputError(f"{name}: is a PDF file that asks for a password.") from error
        raise InputError(f"{name}: is a broken PDF file.") from error
    try:
        return _taken(name, document)
    except pdfium.PdfiumError as error:
        raise InputError(f"{name}: is a broken PDF file.") from error
    finally:
        document.close()


def _check(name: str, data: bytes) -> None:
    """Unpack the streams in small pieces and count, so that no bomb reaches the library."""
    total = 0
    for found in _STREAM.finditer(data):
        if data[found.end() : found.end() + 1] not in (b"\x78", b"\x68", b"\x58", b"\x48", b"\x08"):
            continue
        unpack = zlib.decompressobj()
        rest: bytes = data[found.end() : found.end() + _CHUNK]
        end = found.end() + len(rest)
        try:
            while rest and not unpack.eof:
                total += len(unpack.decompress(rest, _CHUNK))
                if total > 2 * UNPACKED:
                    raise InputError(
                        f"{name}: holds more than {2 * UNPACKED // 1_000_000} MB once unpacked, "
                        "no report does."
                    )
                rest = unpack.unconsumed_tail
                if not rest and not unpack.eof:
                    rest = data[end : end + _CHUNK]
                    end += len(rest)
        except zlib.error:
            continue


def _taken(name: str, document: pdfium.PdfDocument) -> Extract:
    count = len(document)
    if not count:
        raise InputError(f"{name}: is a PDF file without pages.")
    if count > PAGES:
        raise InputError(f"{name}: has {count:,} pages, no report has more than {PAGES:,}.")
    pages: list[Page] = []
    bare: list[str] = []
    seen = unread = 0
    for number in range(count):
        chars, page, lost = _page(document, number)
        seen, unread = seen + len(chars), unread + lost
        if seen > LONGEST:
            raise InputError(f"{name}: holds more than {LONGEST:,} characters, no report does.")
        if not chars:
            bare.append(str(number + 1))
        pages.append(page)
    if not seen and not unread:
        raise InputError(
            f"{name}: is a PDF file without a text layer (scanned?); recognise its text first."
        )
    if unread > seen // 3:
        raise InputError(
            f"{name}: is a PDF file whose text layer does not say which letters it has."
        )
    remarks = (f"no text on page {', '.join(bare)}",) if bare else ()
    return Extract(flowing(pages), "pdf", count, f"pypdfium2 {version('pypdfium2')}", remarks)


def _page(document: pdfium.PdfDocument, number: int) -> tuple[list[Char], Page, int]:
    """A page's characters, the page, and how many glyphs have no letter."""
    page = document[number]
    turned = page.get_rotation()
    page.set_rotation(0)
    width, height = page.get_size()
    left, bottom = page.get_mediabox()[:2]
    text = page.get_textpage()
    chars: list[Char] = []
    lost = 0
    count = text.count_chars()
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(count):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0, 0xFFFD):
            lost += 1
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        size = raw.FPDFText_GetFontSize(text, at) * (scale or 1.0)
        letter = chr(code) if code < 0x110000 else ""
        x0, x1 = min(x.value, box.left), box.right
        if letter == " " and x1 - x0 < 0.01 * size:
            continue  # without a place of its own: the gap tells
        frame = (left, bottom, width, height)
        char = _placed(letter, x0, x1, x.value, y.value, size, box, turned, frame)
        thing = ctypes.cast(raw.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value
        chars.append(replace(char, drawn=thing or 0))
    text.close()
    made = Page(*((height, width) if turned % 180 else (width, height)))
    if not turned:
        _draw(page, made, left, bottom)
    laid_out(made, cleaned(chars))
    page.close()
    return [char for char in chars if char.text.strip()], made, lost


def _placed(
    letter: str,
    x0: float,
    x1: float,
    x: float,
    y: float,
    size: float,
    box: raw.FS_RECTF,
    turned: int,
    frame: tuple[float, float, float, float],
) -> Char:
    """A character's place as the reader sees the page, who may have it turned by 90 degrees."""
    left, bottom, width, height = frame
    if turned == 90:
        return Char(letter, box.bottom - bottom, box.top - bottom, width - (x - left), size)
    if turned == 180:
        return Char(letter, width - (x1 - left), width - (x0 - left), height - (y - bottom), size)
    if turned == 270:
        x0, x1 = height - (box.top - bottom), height - (box.bottom - bottom)
        return Char(letter, x0, x1, x - left, size)
    return Char(letter, x0 - left, x1 - left, y - bottom, size)


def _draw(page: pdfium.PdfPage, made: Page, left: float, bottom: float) -> None:
    """The lines drawn on a page: borders of table cells, the rule above footnotes."""
    for at, thing in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if at > _RULES:
            break
        x0, y0, x1, y1 = thing.get_bounds()
        x0, y0, x1, y1 = x0 - left, y0 - bottom, x1 - left, y1 - bottom
        across, up = x1 - x0 > 20, y1 - y0 > 6
        thin = min(x1 - x0, y1 - y0) < 2 * _FLAT
        if across:
            made.rules += [(x0, x1, (y0 + y1) / 2)] if thin else [(x0, x1, y0), (x0, x1, y1)]
        if up:
            made.walls += [((x0 + x1) / 2, y0, y1)] if thin else [(x0, y0, y1), (x1, y0, y1)]
