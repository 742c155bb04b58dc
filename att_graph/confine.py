"""A command line that reads large files → the same command in a process of its own, with limits.

A parser, an engine or a query that somebody's data leads astray cannot be stopped from within; a
process can. When it needs more memory or time than `limits` allow, one sentence says so.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from att_graph import limits
from att_graph.errors import InputError
from att_graph.files import FORMATS

COMMANDS = ("validate", "ask", "diff")
LARGE = 1 * limits.MEGABYTE  # what is less does no harm
_GUARDED = "ATT_GRAPH_GUARDED"


def run(arguments: Sequence[str]) -> int | None:
    """The exit code of the guarded command; None where the command may run in this process.

    Raises InputError when it ran out of memory or time. In the process of its own, sets the limit.
    """
    if os.environ.get(_GUARDED):
        _limit()
        return None
    if not _large(arguments):
        return None
    command = [sys.executable, "-m", "att_graph", *arguments]
    process = subprocess.Popen(command, env={**os.environ, _GUARDED: "1"}, stderr=subprocess.PIPE)
    try:
        _, told = process.communicate(timeout=limits.SECONDS())
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"{arguments[0]}: had not ended after {limits.SECONDS()} s; {limits.SECONDS.hint()}"
        ) from error
    finally:
        process.kill()
    if process.returncode < 0:  # killed, or an allocation failed
        raise InputError(short_of_memory(arguments[0]))
    sys.stderr.write(told.decode(errors="replace"))
    return process.returncode


def short_of_memory(command: str) -> str:
    """What is said when memory was not enough."""
    return f"{command}: needs more than {limits.MEMORY()} MB of memory; {limits.MEMORY.hint()}"


def _large(arguments: Sequence[str]) -> bool:
    """Whether the command line names RDF of some size; what comes through a pipe may be large."""
    if not arguments or arguments[0] not in COMMANDS:
        return False
    if "-" in arguments:
        return True
    size = 0
    for each in arguments[1:]:
        for more in _sizes(Path(each.split("=", 1)[-1])):
            size += more
            if size > LARGE:
                return True
    return False


def _sizes(path: Path) -> Iterator[int]:
    try:
        inside = path.rglob("*") if path.is_dir() else [path]
        for each in inside:
            if each.suffix in FORMATS and each.is_file():
                yield each.stat().st_size
    except OSError:  # no name of a file at all, or a file that went
        return


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there, time alone is limited
        return
    most = limits.MEMORY() * limits.MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
