"""What a worker process does: fill a store, then do one job after another."""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from att_graph.errors import AttGraphError, UnknownError
from att_graph.service.jobs import Job, Reply, Served
from att_graph.service.protocol import RefusedError
from att_graph.stores.embedded import Embedded

if TYPE_CHECKING:
    from att_graph.service.pool import Limits

_PR_SET_PDEATHSIG = 1


def work(
    pipe: Connection, graphs: Sequence[tuple[str, Path]], folder: Path | None, limits: "Limits"
) -> None:
    """Do the jobs that come through a pipe until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service stops its workers itself
    _bound_to_the_service()
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    store = Served(_opened(graphs, folder), limits.rows)
    pipe.send("ready")
    while True:
        try:
            job: Job = pipe.recv()
            pipe.send(_reply(store, job))
        except (EOFError, ConnectionError):
            return


def _bound_to_the_service() -> None:
    """Where the system can, end with the service even in the middle of a query."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended just before
            os._exit(1)


def _opened(graphs: Sequence[tuple[str, Path]], folder: Path | None) -> ox.Store:
    if folder is not None:
        return ox.Store.read_only(str(folder))
    return Embedded(graphs).filled()


def _reply(store: Served, job: Job) -> Reply | RefusedError:
    try:
        return job.reply(store)
    except RefusedError as refused:
        return refused
    except UnknownError as error:
        return RefusedError(404, str(error))
    except AttGraphError as error:
        return RefusedError(400, str(error))
    except Exception as error:  # whatever a query does, the worker goes on
        return RefusedError(500, f"the query failed: {' '.join(str(error).split())[:200]}")
