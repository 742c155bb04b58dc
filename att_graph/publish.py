"""The named graphs → a remote store, each replaced whole, and what stands there afterwards."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlencode

import pyoxigraph as ox

from att_graph import canonical, files, values, vocab
from att_graph.errors import DataError, InputError
from att_graph.stores.http import Client, Reply

_NT = "application/n-triples"
_READ = f"{_NT}, text/turtle;q=0.9, text/plain;q=0.5"
_LONGEST_LIST = 5  # literals written otherwise that are shown


class Target(Protocol):
    """A store far away: one graph read, or replaced as a whole."""

    def get(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph there; none when there is no such graph."""
        ...

    def put(self, graph: str, content: bytes) -> None:
        """Replace a graph by N-Triples: afterwards it is the old one or the new one, never both."""
        ...


class GraphStore:
    """SPARQL 1.1 Graph Store HTTP Protocol, sections 5.2 (GET) and 5.3 (PUT)."""

    def __init__(self, url: str) -> None:
        self._client, self._url = Client(url), url

    def get(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph there; raises InputError for any answer but it or 404."""
        reply = self._client.send("GET", self._address(graph), headers={"Accept": _READ})
        return [] if reply.status == 404 else _triples(reply, self._url)

    def put(self, graph: str, content: bytes) -> None:
        """Replace a graph in one request; raises InputError when the store refuses."""
        address = self._address(graph)
        reply = self._client.send("PUT", address, content, {"Content-Type": _NT})
        _accepted(reply, self._url)

    def _address(self, graph: str) -> str:
        return f"{self._url}{'&' if '?' in self._url else '?'}graph={quote(graph, safe='')}"


class Update:
    """SPARQL 1.1 Update in one request, which a store does wholly or not at all, and a query."""

    def __init__(self, url: str, query: str) -> None:
        self._client, self._url = Client(url), url
        self._reader, self._query = Client(query), query

    def get(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph there; raises InputError when the query is not answered."""
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        body = urlencode({"query": text}).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": _READ}
        return _triples(self._reader.send("POST", self._query, body, kind), self._query)

    def put(self, graph: str, content: bytes) -> None:
        """Drop and fill a graph in one request; raises InputError when the store refuses."""
        text = f"DROP SILENT GRAPH <{graph}> ;\nINSERT DATA {{ GRAPH <{graph}> {{\n".encode()
        kind = {"Content-Type": "application/sparql-update"}
        _accepted(self._client.send("POST", self._url, text + content + b"} }", kind), self._url)


@dataclass(frozen=True)
class Published:
    """One graph: how many triples it has here and there, and whether they are the same.

    `written` is False where nothing had to be done; `rewritten` are literals that the store keeps
    in another form (their value here, their value there); `same` allows for these alone.
    """

    graph: str
    here: int
    there: int
    written: bool
    same: bool
    digest: str
    rewritten: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """What happened to the graph, for a person."""
        done = "written" if self.written else "unchanged"
        if not self.same:
            return f"{self.graph}: DIFFERS: {self.here:,} triples here, {self.there:,} there"
        told = f"{self.graph}: {done}, {self.here:,} triples, sha256 {self.digest[:16]}"
        if self.rewritten:
            some = "; ".join(f"{a} as {b}" for a, b in self.rewritten[:_LONGEST_LIST])
            told += f"; the store keeps {len(self.rewritten)} literals in another form: {some}"
        return told


def publish(
    target: Target,
    graphs: Sequence[tuple[str, Path]],
    *,
    dry: bool = False,
    tell: Callable[[str], None] = print,
) -> list[Published]:
    """Named graphs and the store they go to → what stands there at the end.

    A graph that is there already as it is here is left alone; the others are replaced, each in one
    request, so that a stop at any moment leaves it as it was or as it should be. Each is then read
    back and compared by count and canonical digest. With `dry` nothing is written. Raises
    InputError when the store does not answer, DataError when a graph is another at the end.
    """
    done = []
    for graph, triples in _gathered(graphs):
        before = _compared(graph, triples, target.get(graph), written=False)
        if before.same or dry:
            waits = f"{graph}: would be written, {before.here:,} triples"
            tell(before.line if before.same else waits)
            done.append(before)
            continue
        target.put(graph, "".join(canonical.lines(triples)).encode())
        after = _compared(graph, triples, target.get(graph), written=True)
        tell(after.line)
        done.append(after)
    wrong = [each.graph for each in done if not each.same]
    if wrong and not dry:
        raise DataError(f"the store holds something else than was sent: {', '.join(wrong)}")
    return done


def _gathered(graphs: Sequence[tuple[str, Path]]) -> Iterator[tuple[str, list[ox.Triple]]]:
    """IRI of a named graph and its triples, from all files that belong to it."""
    for name in dict.fromkeys(name for name, _ in graphs):
        paths = [path for each, path in graphs if each == name]
        found = dict.fromkeys(quad.triple for path in paths for quad in files.quads(path))
        yield vocab.graph(name), list(found)


def _compared(
    graph: str, mine: list[ox.Triple], theirs: list[ox.Triple], *, written: bool
) -> Published:
    ours, others = canonical.lines(mine), canonical.lines(theirs)
    forms = () if ours == others else values.rewritten(mine, theirs)
    digest = canonical.digest(ours)
    return Published(graph, len(ours), len(others), written, forms is not None, digest, forms or ())


def _triples(reply: Reply, url: str) -> list[ox.Triple]:
    _accepted(reply, url)
    kind = reply.headers.get("content-type", "").partition(";")[0].strip()
    form = ox.RdfFormat.N_TRIPLES if kind == "text/plain" else ox.RdfFormat.from_media_type(kind)
    if not reply.body.strip():
        return []
    if form is None:
        raise InputError(f"{url}: the answer is '{kind}', not RDF")
    try:
        return [quad.triple for quad in ox.parse(reply.body, form)]
    except SyntaxError as error:
        raise InputError(f"{url}: the answer cannot be read as {kind}") from error


def _accepted(reply: Reply, url: str) -> None:
    if reply.status >= 300:
        words = " ".join(reply.body.decode("utf-8", "replace").split())[:200]
        told = f"{url}: HTTP status {reply.status}: {words}".rstrip(": ")
        if reply.status == 401:
            told += "; ATT_GRAPH_USER and ATT_GRAPH_PASSWORD, or ATT_GRAPH_TOKEN, say who you are"
        raise InputError(told)
