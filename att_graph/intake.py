"""A file that somebody else wrote → its bytes, fit for a parser, or one sentence why not.

All is done before a parser sees the bytes, in time that grows with their number. Nothing is
fetched, expanded or unpacked.
"""

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from att_graph import limits
from att_graph.errors import InputError

STANDARD_INPUT = Path("-")
_ENTITY = re.compile(rb"""<!ENTITY\s+(%\s+)?([^\s"']+)\s+(SYSTEM\b|PUBLIC\b|"[^"]*"|'[^']*')?""")
_TAG = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<(/?)[A-Za-z_][^<>]*?(/?)>", re.DOTALL)


def weighed(found: Iterable[Path]) -> list[Path]:
    """The same files. Raises InputError when they are more, together, than is read at once."""
    files = list(found)
    size = sum(path.stat().st_size for path in files if path.is_file())
    if size > limits.SIZE() * limits.MEGABYTE:
        what = files[0] if len(files) == 1 else f"the {len(files)} files from {files[0]}"
        raise InputError(
            f"{what}: {size / limits.MEGABYTE:.0f} MB, more than is read at once; "
            + limits.SIZE.hint()
        )
    return files


def content(path: Path, *, xml: bool = False) -> bytes:
    """The bytes of a file, or of standard input for `-`, without a byte order mark.

    Raises InputError for what is missing, no ordinary file, too large, empty, compressed, binary or
    not UTF-8, and for XML (`xml`) that grows when it is read or is nested without end.
    """
    data = _read(path)
    if not data.strip():
        raise InputError(f"{path}: the file is empty")
    if data.startswith(b"\x1f\x8b"):
        raise InputError(f"{path}: is compressed (gzip); unpack it first")
    if (at := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, at) + 1
        raise InputError(f"{path}, line {line}: binary data, not RDF (a NUL byte at {at})")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}, line {line}: not UTF-8 text (byte 0x{data[error.start]:02x})"
        ) from error
    if xml:
        _entities(path, data)
        _depth(path, data)
    return data.removeprefix(b"\xef\xbb\xbf")


def _read(path: Path) -> bytes:
    most = limits.SIZE() * limits.MEGABYTE
    try:
        if path == STANDARD_INPUT:
            data = _standard_input(most + 1)
        elif path.exists() and not path.is_file():  # a pipe or a device may never end
            raise InputError(f"{path}: is no ordinary file; - reads standard input")
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    if len(data) > most:
        raise InputError(f"{path}: more than is read at once; {limits.SIZE.hint()}")
    return data


@cache
def _standard_input(most: int) -> bytes:
    return sys.stdin.buffer.read(most)


def _entities(path: Path, data: bytes) -> None:
    """Raises InputError for entities from elsewhere, of one another, or of endless text."""
    expanded = 0
    for found in _ENTITY.finditer(data):
        name, value = found[2].decode(), found[3] or b""
        line = data.count(b"\n", 0, found.start()) + 1
        if found[1] or value in (b"SYSTEM", b"PUBLIC"):
            raise InputError(
                f"{path}, line {line}: the entity '{name}' is to be read from elsewhere"
            )
        if re.search(rb"&[^#]", value):
            raise InputError(f"{path}, line {line}: the entity '{name}' is made of other entities")
        expanded += len(value) * data.count(b"&" + found[2] + b";")
        if expanded > limits.EXPANDED:
            raise InputError(
                f"{path}, line {line}: its entities stand for more than "
                f"{limits.EXPANDED // limits.MEGABYTE} MB of text; write the text out"
            )


def _depth(path: Path, data: bytes) -> None:
    """Raises InputError for elements within one another beyond all use."""
    depth = 0
    for tag in _TAG.finditer(data):
        if tag[1] is not None and not tag[2]:
            depth += -1 if tag[1] else 1
        if depth > limits.DEEPEST:
            line = data.count(b"\n", 0, tag.start()) + 1
            raise InputError(
                f"{path}, line {line}: more than {limits.DEEPEST} elements within one another"
            )
