"""`att-graph serve`: the graph over HTTP."""

import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from att_graph.commands.ask import Data, Folder
from att_graph.errors import InputError


def serve(
    data: Data = None,
    store: Folder = None,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="How many queries run at once.")] = 4,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long a query may run.")] = 30.0,
    rows: Annotated[int, typer.Option(min=1, help="How many rows an answer may have.")] = 100_000,
) -> None:
    """Serve the graph: a read-only SPARQL endpoint at /sparql, and pages to read in a browser."""
    try:
        import uvicorn
    except ImportError as error:
        raise InputError("serve: pip install 'att-graph[serve]' brings what it needs") from error
    from att_graph.service.answering import Service
    from att_graph.service.app import application
    from att_graph.service.pool import Limits, Pool
    from att_graph.store import graphs_of
    from att_graph.stores.disk import digest, filled

    graphs = graphs_of(data or None)
    folder: Path | None = None if store is None else filled(store, graphs)
    pool = Pool(graphs, workers=workers, limits=Limits(seconds=seconds, rows=rows), folder=folder)
    app = application(Service(pool, digest(graphs)))
    config = uvicorn.Config(
        app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=5
    )
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        taken = socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(f"serve: {host}, port {port}: {reason}") from error

    class Server(uvicorn.Server):
        """Says where it listens once it does."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                where = taken.getsockname()
                name = f"[{where[0]}]" if ":" in where[0] else where[0]
                print(f"http://{name}:{where[1]}/ (Ctrl-C stops it)", file=sys.stderr, flush=True)

    Server(config).run(sockets=[taken])
