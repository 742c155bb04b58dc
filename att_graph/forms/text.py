"""Plain text: its bytes in, its characters out, as they are."""

from att_graph.errors import InputError
from att_graph.forms import Extract

# A mark at the start that says the encoding; UTF-8's own stays in the text, for the offsets.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)


def decoded(name: str, data: bytes) -> str:
    """UTF-8, or what a byte order mark announces. Raises InputError for anything else."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{name}: is not the {encoding.upper()} text that its first bytes announce "
                    f"(byte {error.start})."
                ) from error
            if "\x00" not in text:
                return text
    if b"\x00" in data:
        raise InputError(
            f"{name}: holds a NUL byte at byte {data.index(0)}, so it is a binary file, not text."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start}).") from error


def read(name: str, data: bytes) -> Extract:
    """The characters of a text file; its pages where form feeds part them."""
    text = decoded(name, data)
    ends = text.rstrip().count("\f")
    return Extract(text, "text", ends + 1 if ends else None)
