"""What the commands share: what they read from the shell, and how they speak to it."""

import os
import sys
from pathlib import Path

from att_graph.errors import InputError


def folder(data: Path | None, out: Path | None = None) -> None:
    """Take the data folder of the command line, and refuse to write into an installed copy."""
    from att_graph import paths

    if data is not None:
        if data.exists() and not data.is_dir():
            raise InputError(f"{data}: is no folder")
        paths.use(data)
    if paths.HOME.name == "_resources" and paths.shipped() and out is None:
        raise InputError("an installed copy has no data of its own to change; give --data")


def known(form: str, formats: tuple[str, ...], option: str = "format") -> None:
    """Refuse a format, or the word of another option, that is none of these. Raises InputError."""
    if form not in formats:
        raise InputError(f"{option}: '{form}' is none of {', '.join(formats)}")


def say(text: str) -> None:
    """Print to standard output; a reader who has seen enough is no fault."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise InputError(f"standard output: {(error.strerror or str(error)).lower()}") from error


def keys_and_values(params: list[str]) -> dict[str, str]:
    """Each "key=value" in, values by key out. Raises InputError for another form, a key twice."""
    found: dict[str, str] = {}
    for param in params:
        key, equals, value = param.partition("=")
        if not equals or not key:
            raise InputError(f"'{param}' is no parameter; write it as key=value")
        if key in found:
            raise InputError(f"'{key}' is given twice")
        found[key] = value
    return found


def content(file: str) -> str:
    """A text file, or "-" for standard input, in; its text out. Raises InputError."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 text") from error
