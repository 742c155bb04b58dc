"""read: a report's file in, its stored text with checksum and description out."""

import hashlib
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from att_graph.errors import DataError, InputError

LARGEST = 20_000_000  # bytes; the longest report known has well under one million
_BINARY = {
    b"\x89PNG": "a PNG picture",
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP container (a word-processor file?)",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
}


@dataclass(frozen=True)
class Source:
    """A stored text and what is known of it.

    `text` is exactly the decoded bytes: offsets into it are offsets into the file's characters.
    `name` is how messages call it. `id`, `language`, `symbol` and `kind` are None unless a
    source.toml or the caller states them.
    """

    name: str
    text: str
    sha256: str
    id: str | None = None
    language: str | None = None
    symbol: str | None = None
    titles: dict[str, str] = field(default_factory=dict)
    issued: str | None = None
    publisher: dict[str, str] = field(default_factory=dict)
    kind: str | None = None


def read(path: str | Path, *, report_id: str | None = None, lang: str | None = None) -> Source:
    """A file, a folder of data/sources, or "-" for standard input in; a Source out.

    A folder holds `text.txt` and `source.toml`; its checksum must agree.
    Raises InputError for what is no readable UTF-8 text, DataError for a changed stored text.
    """
    if str(path) == "-":
        return _source("standard input", sys.stdin.buffer.read(LARGEST + 1), report_id, lang)
    place = Path(path)
    try:
        if place.is_dir():
            return _stored(place)
        with place.open("rb") as file:
            return _source(str(path), file.read(LARGEST + 1), report_id, lang)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}.") from error


def _stored(folder: Path) -> Source:
    note = folder / "source.toml"
    if not note.is_file():
        raise InputError(f"{folder}: is a folder without source.toml; name a report's file.")
    try:
        about = tomllib.loads(note.read_text(encoding="utf-8"))
        wanted, date = str(about["sha256"]), str(about["date"])
        language, titles, publisher = about["language"], about["title"], about["publisher"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{note}: is not readable TOML: {error}.") from error
    except KeyError as error:
        raise DataError(f"{note}: lacks the entry {error}.") from error
    source = _source(str(folder / "text.txt"), (folder / "text.txt").read_bytes(), None, language)
    if source.sha256 != wanted:
        raise DataError(
            f"{folder / 'text.txt'}: the text has changed: its sha256 is {source.sha256}, "
            f"source.toml says {wanted}; restore the file, or store the new text as a new source."
        )
    return Source(
        name=source.name,
        text=source.text,
        sha256=source.sha256,
        id=folder.name,
        language=language,
        symbol=about.get("symbol"),
        titles=dict(titles),
        issued=date or None,
        publisher=dict(publisher),
        kind=about.get("kind"),
    )


def _source(name: str, data: bytes, report_id: str | None, lang: str | None) -> Source:
    if len(data) > LARGEST:
        raise InputError(f"{name}: is larger than {LARGEST // 1_000_000} MB, no report is.")
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise InputError(f"{name}: is {what}, not the text of a report.")
    if b"\x00" in data:
        raise InputError(
            f"{name}: holds a NUL byte at byte {data.index(0)}, so it is a binary file, not text."
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start}).") from error
    if not text.strip():
        raise InputError(f"{name}: is empty.")
    return Source(name, text, hashlib.sha256(data).hexdigest(), report_id, lang)
