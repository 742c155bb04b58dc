"""A service over the small data set, as a process of its own on a free port."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SMALL = Path(__file__).parent.parent / "data" / "small.ttl"


@contextmanager
def serving(
    *options: str, data: Path | None = None
) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The address of a running service, and its process; `data` is its data folder."""
    command = [sys.executable, "-m", "att_graph", "serve", "--port", "0", *options]
    folder = {} if data is None else {"ATT_GRAPH_DATA": str(data)}
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, **folder},
    )
    assert process.stderr
    try:
        line = process.stderr.readline()
        found = re.match(r"(http://127\.0\.0\.1:\d+)/ ", line)
        assert found, line + process.stderr.read()
        yield found[1], process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stderr.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """A service of two workers that stops a query after two seconds and beyond 5,000 rows."""
    limits = ("--workers", "2", "--seconds", "2", "--rows", "5000")
    with serving("--data", str(SMALL), *limits) as (found, _):
        yield found


@pytest.fixture(scope="session")
def project() -> Iterator[str]:
    """A service of two workers over the project's own data."""
    with serving("--workers", "2") as (found, _):
        yield found
