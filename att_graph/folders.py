"""A folder in the place of another: at any moment there is the old one or the new one."""

import ctypes
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from att_graph.errors import InputError

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, renameat2(2)
Fill = Callable[[Path], None]


def placed(out: Path, fill: Fill) -> None:
    """A new folder, filled beside its place and then put there; a failure leaves what was there.

    Where the system cannot exchange two folders at once, a stop between two renames leaves the old
    one beside its place, and the next run puts it back. Raises InputError for a place that cannot
    be written to.
    """
    out = out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        recovered(out)
        within = Path(tempfile.mkdtemp(dir=out.parent, prefix=f"{_prefix(out)}{os.getpid()}-"))
        try:
            new = within / "new"
            new.mkdir()
            fill(new)
            if not (out.exists() and exchanged(new, out)):
                if out.exists():
                    os.rename(out, within / "old")
                os.rename(new, out)
        finally:
            shutil.rmtree(within, ignore_errors=True)
    except OSError as error:
        raise InputError(f"{out}: {(error.strerror or str(error)).lower()}") from error


def recovered(out: Path) -> None:
    """What a run that was stopped left beside a folder is removed, an old folder put back."""
    for left in out.parent.glob(f"{glob.escape(_prefix(out))}*-*"):
        if not gone(left.name.removeprefix(_prefix(out)).partition("-")[0]):
            continue
        if not out.exists() and (left / "old").is_dir():
            os.rename(left / "old", out)
        shutil.rmtree(left, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, at once; False where the system cannot do that."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    places = _HERE, os.fsencode(one), _HERE, os.fsencode(other)
    return rename is not None and rename(*places, _EXCHANGE) == 0


def gone(number: str) -> bool:
    """Whether a text is the number of a process that is over."""
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError, OverflowError):
        return False  # another user's process, or no number of one
    return False


def _prefix(out: Path) -> str:
    return f".{out.name}."
