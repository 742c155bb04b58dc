"""Graphs into real stores: whole, once, compared, and never half, whenever the publisher stops."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import canonical, publish, values
from att_graph.errors import DataError, InputError
from att_graph.store import graphs_of
from tests import servers

needs_oxigraph = servers.needs(servers.OXIGRAPH, "no Oxigraph server here")
needs_virtuoso = servers.needs(servers.VIRTUOSO, "no Virtuoso server here")
GRAPH = "https://w3id.org/att-graph/graph/one"
OLD = b"".join(b'<http://e.org/%d> <http://e.org/is> "old" .\n' % n for n in range(3))


def triples(*objects: str) -> list[ox.Triple]:
    subject, predicate = ox.NamedNode("http://e.org/a"), ox.NamedNode("http://e.org/b")
    return [ox.Triple(subject, predicate, ox.Literal(each)) for each in objects]


def file(folder: Path, *objects: str) -> list[tuple[str, Path]]:
    path = folder / "one.nt"
    path.write_text("".join(f"{triple} .\n" for triple in triples(*objects)))
    return [("one", path)]


@pytest.fixture(scope="module", params=["oxigraph", "oxigraph-update", "virtuoso"])
def target(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[publish.Target]:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "virtuoso":
        if servers.lacking(servers.VIRTUOSO):
            pytest.skip("no Virtuoso server here")
        with pytest.MonkeyPatch.context() as patch, servers.virtuoso(folder) as server:
            patch.setenv("ATT_GRAPH_USER", "dba")
            patch.setenv("ATT_GRAPH_PASSWORD", servers.PASSWORD)
            yield publish.GraphStore(server.graphs)
        return
    if servers.lacking(servers.OXIGRAPH):
        pytest.skip("no Oxigraph server here")
    with servers.oxigraph(folder) as server:
        if request.param == "oxigraph":
            yield publish.GraphStore(server.graphs)
        else:
            yield publish.Update(server.update, server.query)


def test_the_own_graphs_are_published_once(target: publish.Target) -> None:
    graphs = graphs_of()
    told: list[str] = []
    dry = publish.publish(target, graphs, dry=True, tell=told.append)
    assert not any(each.written or each.there for each in dry)
    assert all("would be written" in line for line in told)
    first = publish.publish(target, graphs, tell=told.append)
    assert all(each.written and each.same and each.here == each.there for each in first)
    again = publish.publish(target, graphs, tell=told.append)
    assert all(each.same and not each.written for each in again)
    assert [each.digest for each in again] == [each.digest for each in first]
    # What a store keeps in another form is told: a duration in months, a type of whole numbers.
    forms = {mine for each in again for mine, _ in each.rewritten}
    assert all(re.fullmatch(r"P\d+[DMY]|positiveInteger", form) for form in forms)


def test_a_graph_is_replaced_and_not_added_to(target: publish.Target, tmp_path: Path) -> None:
    publish.publish(target, file(tmp_path, "x", "y"), tell=lambda _: None)
    done = publish.publish(target, file(tmp_path, "y", "z"), tell=lambda _: None)
    assert [(each.written, each.here, each.there) for each in done] == [(True, 2, 2)]
    assert canonical.lines(target.get(GRAPH)) == canonical.lines(triples("y", "z"))


def test_what_stands_there_is_compared(tmp_path: Path) -> None:
    class Forgetful:
        """A store that loses a triple."""

        kept: tuple[ox.Triple, ...] = ()

        def get(self, graph: str) -> list[ox.Triple]:
            return list(self.kept)

        def put(self, graph: str, content: bytes) -> None:
            self.kept = tuple(q.triple for q in ox.parse(content, ox.RdfFormat.N_TRIPLES))[1:]

    told: list[str] = []
    with pytest.raises(DataError, match="graph/one"):
        publish.publish(Forgetful(), file(tmp_path, "x", "y"), tell=told.append)
    assert told == [f"{GRAPH}: DIFFERS: 2 triples here, 1 there"]


def typed(text: str, kind: str) -> ox.Triple:
    """A triple with a literal of a type of XML Schema."""
    literal = ox.Literal(text, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}"))
    return ox.Triple(ox.NamedNode("http://e.org/a"), ox.NamedNode("http://e.org/b"), literal)


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        (("P90D", "duration"), ("7.776e+06", "duration"), ("P90D", "7.776e+06")),
        (("P4Y", "duration"), ("48", "duration"), ("P4Y", "48")),
        (("7", "positiveInteger"), ("7", "integer"), ("positiveInteger", "integer")),
        (("+5", "integer"), ("5", "integer"), ("+5", "5")),
        (("1", "boolean"), ("true", "boolean"), ("1", "true")),
        (("1.50", "decimal"), ("1.5", "decimal"), ("1.50", "1.5")),
    ],
)
def test_a_literal_may_be_kept_in_another_form(
    mine: tuple[str, str], theirs: tuple[str, str], told: tuple[str, str]
) -> None:
    assert values.rewritten([typed(*mine)], [typed(*theirs)]) == (told,)
    # The names of blank nodes hang on the forms, and so do not stand in the way.
    nodes = [ox.BlankNode("x"), ox.BlankNode("y")]
    link = ox.NamedNode("http://e.org/b")
    here, there = (
        [
            *(ox.Triple(node, link, typed(*one).object) for node in nodes),
            ox.Triple(nodes[0], link, nodes[1]),
        ]
        for one in (mine, theirs)
    )
    assert values.rewritten(here, there) == (told, told)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("116", "integer"), ("117", "integer")),
        (("2031-01-02", "date"), ("2031-01-03", "date")),
        (("P4Y", "duration"), ("P5Y", "duration")),
        (("P4Y", "duration"), ("49", "duration")),
        (("true", "boolean"), ("false", "boolean")),
        (("7", "positiveInteger"), ("7", "date")),
        (("x", "string"), ("y", "string")),
    ],
)
def test_no_value_may_differ(mine: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert values.rewritten([typed(*mine)], [typed(*theirs)]) is None
    assert values.rewritten([typed(*mine)], []) is None
    moved = ox.Triple(ox.NamedNode("http://e.org/x"), typed(*mine).predicate, typed(*mine).object)
    assert values.rewritten([typed(*mine)], [moved]) is None


def test_a_new_number_or_day_is_written(target: publish.Target, tmp_path: Path) -> None:
    for text, kind in (
        ("116", "integer"),
        ("117", "integer"),
        ("2031-01-02", "date"),
        ("2031-01-03", "date"),
    ):
        path = tmp_path / "one.nt"
        path.write_text(f"{typed(text, kind)} .\n")
        (done,) = publish.publish(target, [("one", path)], tell=lambda _: None)
        assert done.written
        assert target.get(GRAPH) == [typed(text, kind)]


@needs_oxigraph
def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    with servers.oxigraph(folder) as server:
        command = [sys.executable, "-m", "att_graph", "publish", server.graphs]
        runs = [
            subprocess.run([*command, *more], capture_output=True, text=True, check=True).stdout
            for more in (["--dry-run"], [], [])
        ]
    last = [run.splitlines()[-1] for run in runs]
    assert last == [
        "0 of 5 graphs written (dry run)",
        "5 of 5 graphs written",
        "0 of 5 graphs written",
    ]


def test_what_goes_wrong_is_one_sentence(tmp_path: Path) -> None:
    for url, words in (
        ("ftp://e.org/", "no http"),
        ("http://127.0.0.1:port/store", "no http"),
        ("http://127.0.0.1:99999/store", "no http"),
        ("http://[::1/store", "no http"),
        ("http://a store/", "no http"),
        ("http://e..org/store", "e..org"),
        ("http://127.0.0.1:1/store", "127.0.0.1:1"),
    ):
        with pytest.raises(InputError, match=words):
            publish.publish(publish.GraphStore(url), file(tmp_path, "x"), tell=print)


_NONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
_MISBEHAVED = {
    "no HTTP": ([b"SSH-2.0-OpenSSH\r\n"], "SSH"),
    "nothing": ([b""], "closed|reset"),
    "half an answer": ([b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n<a>"], "3 bytes read"),
    "half an error": ([b"HTTP/1.1 500 No\r\nContent-Length: 400\r\n\r\nbo"], "2 bytes read"),
    "no graph": ([b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx"], "text/html"),
    "an error": ([_NONE, b"HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\nboom"], "500: boom"),
    "a drop": ([_NONE, b""], r"hung up on a body of \d+,\d{3},\d{3} bytes"),
}


@pytest.mark.parametrize("name", _MISBEHAVED)
def test_a_store_that_misbehaves_is_one_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ATT_GRAPH_USER", raising=False)  # `target` may stand beside
    answers, words = _MISBEHAVED[name]
    # What is dropped is more than a socket holds: else the answer may be there in spite of it.
    graphs = file(tmp_path, *(f"{n:09}" for n in range(200_000 if name == "a drop" else 1)))
    with servers.scripted(answers) as (url, _), pytest.raises(InputError) as raised:
        publish.publish(publish.GraphStore(url), graphs, tell=print)
    assert str(raised.value).startswith(url)
    assert re.search(words, str(raised.value), re.IGNORECASE)
    assert "\n" not in str(raised.value)


def test_credentials_go_to_no_other_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATT_GRAPH_TOKEN", "secret")
    with servers.scripted([_NONE]) as (other, heard):
        moved = f"HTTP/1.1 302 Found\r\nLocation: {other}\r\nContent-Length: 0\r\n\r\n"
        with servers.scripted([moved.encode()]) as (url, first):
            assert publish.GraphStore(url).get(GRAPH) == []
    assert b"Bearer secret" in first[0]
    assert b"secret" not in heard[0]
    assert heard[0].startswith(b"GET ")


@needs_virtuoso
def test_a_wrong_password_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    with servers.virtuoso(folder) as server:
        for name, value in (("ATT_GRAPH_USER", "dba"), ("ATT_GRAPH_PASSWORD", "wrong")):
            monkeypatch.setenv(name, value)
        with pytest.raises(InputError, match="HTTP status 401; ATT_GRAPH_USER and"):
            publish.publish(publish.GraphStore(server.graphs), file(tmp_path, "x"), tell=print)


@pytest.mark.parametrize("kind", ["oxigraph", "oxigraph-update", "virtuoso"])
def test_killed_at_any_moment_a_graph_is_the_old_or_the_new_one(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    if kind == "virtuoso" and servers.lacking(servers.VIRTUOSO):
        pytest.skip("no Virtuoso server here")
    new = "".join(f'<http://e.org/{n}> <http://e.org/is> "new" .\n' for n in range(20_000))
    started = servers.virtuoso if kind == "virtuoso" else servers.oxigraph
    seen = []
    with started(folder) as server:
        where = [server.update, "--update", "--query", server.query]
        command = [sys.executable, "-m", "att_graph", "publish"]
        command += where if "update" in kind else [server.graphs]
        known = {"ATT_GRAPH_USER": "dba", "ATT_GRAPH_PASSWORD": servers.PASSWORD}
        for delay in (0.5, 0.9, 1.1, 1.3, 1.5, 1.8, 2.2):
            path = tmp_path / f"g{int(delay * 10)}.nt"  # a graph each: the store may still be busy
            path.write_text(new)
            graph = f"https://w3id.org/att-graph/graph/{path.stem}"
            servers.put(server, graph, OLD)
            publisher = subprocess.Popen(
                [*command, "--data", str(path)],
                env={**os.environ, **known},
                stdout=subprocess.DEVNULL,
            )
            time.sleep(delay)
            publisher.send_signal(signal.SIGKILL)
            publisher.wait()
            seen.append(graph)
        # What it was sent whole it may go on with, and on a busy machine that takes its time.
        end = time.monotonic() + 60
        counts: set[int] = set()
        while time.monotonic() < end:
            time.sleep(3)
            counts = {servers.count(server, graph) for graph in seen}
            if counts <= {3, 20_000}:
                break
        assert counts <= {3, 20_000}
