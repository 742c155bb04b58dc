"""Real SPARQL servers on the loopback address, started for a test and stopped after it."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from att_graph import files, vocab
from att_graph.publish import GraphStore
from att_graph.store import open_store

# Beside the interpreter first: a virtual environment need not be activated.
OXIGRAPH = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
VIRTUOSO = shutil.which("virtuoso-t")
PASSWORD = "dba"  # of a new Virtuoso database


def lacking(tool: str | None) -> bool:
    """Whether a tool is missing; never where all tools are promised (as in .ci/run)."""
    return tool is None and "ATT_GRAPH_ALL_TOOLS" not in os.environ


def needs(tool: str | None, reason: str) -> pytest.MarkDecorator:
    """Skip where a tool is lacking."""
    return pytest.mark.skipif(lacking(tool), reason=reason)


@dataclass(frozen=True)
class Server:
    """Where a server takes queries, updates and graphs (Graph Store Protocol); who writes."""

    query: str
    update: str
    graphs: str
    user: str | None = None
    password: str | None = None


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """An Oxigraph server with an empty store in a folder; its default graph is the union."""
    assert OXIGRAPH
    port = free_port()
    command = [OXIGRAPH, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    base = f"http://127.0.0.1:{port}"
    with _running(
        [*command, "--union-default-graph", *options], folder, f"{base}/query?query=ASK%7B%7D"
    ):
        yield Server(f"{base}/query", f"{base}/update", f"{base}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """A Virtuoso server with an empty database in a folder; `dba` writes, with digest."""
    assert VIRTUOSO
    port, other = free_port(), free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(
        f"""[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{other}
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""
    )
    base = f"http://127.0.0.1:{port}"
    command = [VIRTUOSO, "+foreground", "+configfile", str(settings)]
    with _running(command, folder, f"{base}/sparql?query=ASK%7B%7D"):
        yield Server(
            f"{base}/sparql",
            f"{base}/sparql-auth",
            f"{base}/sparql-graph-crud-auth",
            "dba",
            PASSWORD,
        )


def put(server: Server, graph: str, content: bytes) -> None:
    """One graph of N-Triples, by the Graph Store Protocol's PUT."""
    with pytest.MonkeyPatch.context() as patch:
        if server.user is not None and server.password is not None:
            patch.setenv("ATT_GRAPH_USER", server.user)
            patch.setenv("ATT_GRAPH_PASSWORD", server.password)
        GraphStore(server.graphs).put(graph, content)


def count(server: Server, graph: str) -> int:
    """How many triples a graph has, asked by a query."""
    text = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    number = open_store(endpoint=server.query).query(text).rows[0][0]
    assert isinstance(number, int)
    return number


def fill(server: Server, graphs: list[tuple[str, Path]]) -> None:
    """The named graphs that a store of our own would hold, on a server."""
    content: dict[str, set[str]] = {}
    for name, path in graphs:
        lines = (f"{quad.triple} .\n" for quad in files.quads(path))
        content.setdefault(vocab.graph(name), set()).update(lines)
    for name, lines in content.items():
        put(server, name, "".join(sorted(lines)).encode())


@contextmanager
def scripted(answers: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """A listener that gives each connection the next answer as it stands; its URL, what it heard.

    It reads the first piece of a request and no more, then hangs up.
    """
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            for answer in answers:
                connection, _ = listener.accept()
                with connection:
                    heard.append(connection.recv(4096))
                    connection.sendall(answer)

        threading.Thread(target=talk, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/store", heard


@contextmanager
def _running(command: list[str], folder: Path, probe: str) -> Iterator[None]:
    log = folder.parent / f"{folder.name}.log"
    with log.open("wb") as out:
        # A session of its own: the server's children stop with it.
        server = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)
        try:
            _wait(server, probe, log)
            yield
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, 9)
                server.wait()


def _wait(server: "subprocess.Popen[bytes]", probe: str, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text(errors="replace")
        try:
            with urlopen(probe, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"no answer from {probe}: {log.read_text(errors='replace')}")
