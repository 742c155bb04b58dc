"""read: a report's file in, its stored text with checksum and description out."""

import hashlib
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from att_graph import forms
from att_graph.errors import DataError, InputError

LARGEST = 20_000_000  # bytes; the longest report known has well under one million


@dataclass(frozen=True)
class Source:
    """A stored text and what is known of it.

    `text` is what offsets count in: the decoded bytes of a text file, or the text taken out of
    another form, with `\\f` between pages; `sha256` is of that text in UTF-8. `form` is one of
    `forms.FORMS`, `original_sha256` that of the file where it is no plain text, `pages` None
    where it has none; `remarks` say what of the file was not taken. `name` is how messages call
    it. `id`, `language`, `symbol`, `kind`, `treaty` and `meeting` are None unless a source.toml
    or the caller states them; the last two are keys ("att", "csp5").
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
    treaty: str | None = None
    meeting: str | None = None
    excerpt: bool = False
    form: str = "text"
    pages: int | None = None
    original_sha256: str | None = None
    extractor: str | None = None
    remarks: tuple[str, ...] = ()

    def page(self, offset: int) -> int | None:
        """The page on which a character of the text stands, from 1; None without pages."""
        return None if self.pages is None else 1 + self.text.count("\f", 0, offset)


def read(
    path: str | Path,
    *,
    report_id: str | None = None,
    lang: str | None = None,
    form: str | None = None,
) -> Source:
    """A file, a folder of data/sources, or "-" for standard input in; a Source out.

    A file may have any of `forms.FORMS`. A folder holds `text.txt` and `source.toml`; its checksum
    must agree. Raises InputError for what cannot be read, DataError for a changed stored text.
    """
    if str(path) == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
        return _source("standard input", data, report_id, lang, form)
    place = Path(path)
    try:
        if place.is_dir():
            return _stored(place)
        with place.open("rb") as file:
            return _source(str(path), file.read(LARGEST + 1), report_id, lang, form)
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
    original = about.get("original", {})
    file = folder / "text.txt"
    source = _source(str(file), file.read_bytes(), None, language, "text")
    if source.sha256 != wanted:
        raise DataError(
            f"{file}: the text has changed: its sha256 is {source.sha256}, "
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
        treaty=about.get("treaty"),
        meeting=about.get("meeting"),
        excerpt=bool(about.get("excerpt")),
        form=str(original.get("form", "text")),
        pages=source.pages,
        original_sha256=original.get("sha256") if source.sha256 != original.get("sha256") else None,
        extractor=original.get("extractor"),
    )


def _source(
    name: str, data: bytes, report_id: str | None, lang: str | None, form: str | None
) -> Source:
    if len(data) > LARGEST:
        raise InputError(f"{name}: is larger than {LARGEST // 1_000_000} MB, no report is.")
    taken = forms.extract(name, data, form)
    stored = taken.text.encode("utf-8", "replace")
    original = None if stored == data else hashlib.sha256(data).hexdigest()
    return Source(
        name,
        taken.text,
        hashlib.sha256(stored).hexdigest(),
        report_id,
        lang,
        form=taken.form,
        pages=taken.pages,
        original_sha256=original,
        extractor=taken.extractor,
        remarks=taken.remarks,
    )
