"""What a worker process does: fill a store, then answer one query after another."""

import resource
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from att_graph.errors import AttGraphError
from att_graph.service import results
from att_graph.service.protocol import Asked, RefusedError
from att_graph.stores.embedded import Embedded, explained
from att_graph.stores.interface import Answer, Solutions

if TYPE_CHECKING:
    from att_graph.service.pool import Job, Limits


def work(
    pipe: Connection, graphs: Sequence[tuple[str, Path]], folder: Path | None, limits: "Limits"
) -> None:
    """Answer the jobs that come through a pipe until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service stops its workers itself
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    store = _opened(graphs, folder)
    pipe.send("ready")
    while True:
        try:
            job: Job = pipe.recv()
        except EOFError:
            return
        pipe.send(_reply(store, job, limits.rows))


def _opened(graphs: Sequence[tuple[str, Path]], folder: Path | None) -> ox.Store:
    if folder is not None:
        return ox.Store.read_only(str(folder))
    return Embedded(graphs).filled()


def _reply(store: ox.Store, job: "Job", most: int) -> bytes | RefusedError:
    try:
        return results.write(_answer(store, job.asked, most), job.media)
    except RefusedError as refused:
        return refused
    except AttGraphError as error:
        return RefusedError(400, str(error))
    except Exception as error:  # whatever a query does, the worker goes on
        return RefusedError(500, f"the query failed: {' '.join(str(error).split())[:200]}")


def _answer(store: ox.Store, asked: Asked, most: int) -> Answer:
    """The answer of one query, unless it is longer than it may be."""
    chosen = {
        "default_graph": [ox.NamedNode(iri) for iri in asked.default_graphs],
        "named_graphs": [ox.NamedNode(iri) for iri in asked.named_graphs],
    }
    # Where a request names graphs, these are the whole data set (section 2.1.4).
    options = chosen if asked.default_graphs or asked.named_graphs else {}
    with explained("the query"):
        found = store.query(asked.text, **options)  # type: ignore[arg-type]
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        rows: list[Any] = []
        for row in found:
            if len(rows) == most:
                raise RefusedError(413, f"the answer has more than {most:,} rows; add a LIMIT")
            rows.append(row)
    if isinstance(found, ox.QueryTriples):
        return rows
    names = tuple(variable.value for variable in found.variables)
    return Solutions(names, [tuple(row[name] for name in names) for row in rows])
