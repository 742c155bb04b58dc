"""A file's bytes in, the text of the report in it out, whatever form the file has.

Each form is one module with `read(name, data) -> Extract`, imported when a file needs it: the
libraries behind HTML, Word and PDF are an extra (`pip install 'att-graph[forms]'`).

The text is in the shape that `parse` reads: a paragraph a line and a blank line between, headings
after `##`, a row's cells parted by tabs, footnotes as `[^1]` and `[^1]: …`, `\\f` between pages.
"""

import re
from dataclasses import dataclass
from importlib import import_module

from att_graph.errors import InputError

FORMS = ("text", "markdown", "html", "docx", "pdf")
LONGEST = 2_000_000  # code points of extracted text; no report has a twentieth of it
UNPACKED = 100_000_000  # bytes that a file may hold once unpacked
_CALLED = {"docx": "a Word document", "html": "an HTML page", "pdf": "a PDF file"}
_OTHER = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"\xd0\xcf\x11\xe0": "an old or encrypted Office file; save it as .docx or PDF",
    b"{\\rtf": "an RTF file; save it as .docx or PDF",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
}
_TAGGED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_ENDINGS = {"html": (".html", ".htm", ".xhtml"), "markdown": (".md", ".markdown")}


@dataclass(frozen=True)
class Extract:
    """The text of a file: its form, the number of its pages where it has any, who took it out.

    `remarks` are sentences for the reader of the message: what of the file was not taken.
    """

    text: str
    form: str
    pages: int | None = None
    extractor: str | None = None
    remarks: tuple[str, ...] = ()


def form_of(name: str, data: bytes) -> str:
    """The form of a file by its first bytes, then by its name's ending. Raises InputError."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    for magic, what in _OTHER.items():
        if data.startswith(magic):
            raise InputError(f"{name}: is {what}, not the text of a report.")
    if _TAGGED.match(data[:4096]):
        return "html"
    for form, endings in _ENDINGS.items():
        if name.lower().endswith(endings):
            return form
    return "text"


def extract(name: str, data: bytes, form: str | None = None) -> Extract:
    """A file's name (for messages and its ending) and bytes in; its text out.

    Plain UTF-8 text comes out as it is, so offsets into it are offsets into the file's characters.
    Raises InputError, in one sentence, for what is broken, encrypted, too large or without text.
    """
    found = form or form_of(name, data)
    if found not in FORMS:
        raise InputError(f"form {found!r}: is not one of {', '.join(FORMS)}.")
    try:
        module = import_module(f"att_graph.forms.{found}")
    except ImportError as error:
        if str(error.name or "").startswith("att_graph"):
            raise
        raise InputError(
            f"{name}: is {_CALLED[found]}; to read it, install the libraries for it: "
            "pip install 'att-graph[forms]'."
        ) from error
    taken: Extract = module.read(name, data)
    if not taken.text.strip():
        raise InputError(f"{name}: is empty." if found == "text" else f"{name}: holds no text.")
    if len(taken.text) > LONGEST:
        raise InputError(f"{name}: holds more than {LONGEST:,} characters, no report does.")
    return taken
