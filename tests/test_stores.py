"""Every home of the graphs gives the same answers: in memory, on disk, rdflib, real servers."""

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from att_graph import query, questions, vocab
from att_graph.errors import InputError
from att_graph.store import Store, graphs_of, open_store
from att_graph.stores.disk import Disk
from tests import servers

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
needs_oxigraph = servers.needs(servers.OXIGRAPH, "no Oxigraph server here")
needs_virtuoso = servers.needs(servers.VIRTUOSO, "no Virtuoso server here")
ROUND = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 50"
SLOWEST = 0.05  # seconds for a question in the embedded store


@pytest.fixture(scope="module")
def own() -> Store:
    return open_store()


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("oxigraph")
    with servers.oxigraph(folder) as server:
        servers.fill(server, graphs_of())
        yield open_store(endpoint=server.query)


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("virtuoso")
    with servers.virtuoso(folder) as server:
        servers.fill(server, graphs_of())
        yield open_store(endpoint=server.query)


@pytest.fixture(scope="module")
def rdflib() -> Store:
    return open_store(backend="rdflib")


def assert_same_answer(name: str, one: Store, other: Store) -> None:
    """Multisets of rows: a query orders by what it can compare, engines break ties apart."""
    expected = query.ask(name, store=one)
    found = query.ask(name, store=other)
    assert found.columns == expected.columns
    assert Counter(found.rows) == Counter(expected.rows)


@pytest.mark.parametrize("name", [each.name for each in questions.questions()])
def test_every_question_is_quick(name: str, own: Store) -> None:
    text = questions.question(name).text
    seconds = []
    for _ in range(3):
        began = time.process_time()
        own.query(text)
        seconds.append(time.process_time() - began)
    assert min(seconds) < SLOWEST


@needs_virtuoso
def test_virtuoso_turns_lengths_into_numbers_that_are_read_back(
    tmp_path: Path,
) -> None:
    """Years and months come as months, days as seconds."""
    lengths = ("P2Y", "P18M", "P6M", "P90D")
    file = tmp_path / "lengths.ttl"
    file.write_text(
        f"@prefix tac: <{vocab.ONTOLOGY}> . @prefix e: <http://e.org/> .\n"
        f"@prefix skos: <{vocab.PREFIXES['skos']}> . @prefix xsd: <{vocab.PREFIXES['xsd']}> .\n"
        'e:type skos:notation "decide" .\n'
        + "".join(
            f"e:{each} tac:actType e:type ; tac:madeBy e:body ; tac:deadline e:{each}-due .\n"
            f'e:{each}-due tac:duration "{each}"^^xsd:duration .\n'
            for each in lengths
        )
    )
    folder = tmp_path / "virtuoso"
    folder.mkdir()
    with servers.virtuoso(folder) as server:
        servers.fill(server, [("lengths", file)])
        found = query.ask("deadlines", store=open_store(endpoint=server.query))
    assert sorted(map(str, found.column("duration"))) == ["P1Y6M", "P2Y", "P6M", "P90D"]


@needs_oxigraph
@pytest.mark.parametrize("name", [each.name for each in questions.questions()])
def test_an_oxigraph_server_answers_as_the_embedded_store(
    name: str, own: Store, oxigraph: Store
) -> None:
    assert_same_answer(name, own, oxigraph)


@needs_virtuoso
@pytest.mark.parametrize("name", [each.name for each in questions.questions()])
def test_virtuoso_answers_as_the_embedded_store(name: str, own: Store, virtuoso: Store) -> None:
    assert_same_answer(name, own, virtuoso)


@needs_virtuoso
def test_virtuoso_knows_the_standing_of_states_with_and_without_a_deposit(
    own: Store, virtuoso: Store
) -> None:
    kinds = (
        f"SELECT ?type (MIN(STR(?state)) AS ?one) {{ ?action <{vocab.ONTOLOGY}actionType> ?type "
    )
    kinds += f"; <{vocab.ONTOLOGY}state> ?state }} GROUP BY ?type"
    states = own.query(kinds).column("one")
    assert len(states) > 4
    for state in states:
        for day in ("2014-01-01", "2030-01-01"):
            given = {"state": str(state), "date": day}
            expected, found = (
                query.answer("standing-of-state", given, lambda store=store: store)  # type: ignore[misc]
                for store in (own, virtuoso)
            )
            assert found.rows == expected.rows


@pytest.mark.parametrize("name", [each.name for each in questions.questions()])
def test_rdflib_answers_as_the_embedded_store(name: str, own: Store, rdflib: Store) -> None:
    assert_same_answer(name, own, rdflib)


def test_a_folder_is_filled_once_and_again_when_a_file_changes(tmp_path: Path) -> None:
    file, folder = tmp_path / "one.ttl", tmp_path / "kept"
    file.write_text('<http://example.org/a> <http://example.org/b> "old" .')
    first = open_store([file], alone=True, folder=folder)
    assert isinstance(first, Disk)
    filled = sorted(folder.rglob("*"))
    again = open_store([file], alone=True, folder=folder)
    assert isinstance(again, Disk)
    assert again.state == first.state
    assert {path.name for path in filled} <= {path.name for path in folder.rglob("*")}
    file.write_text('<http://example.org/a> <http://example.org/b> "new" .')
    changed = open_store([file], alone=True, folder=folder)
    assert changed.query(ROUND).column("o") == ["new"]
    assert changed.query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }").rows == [
        ("https://w3id.org/att-graph/graph/one",)
    ]
    assert first.query(ROUND).column("o") == ["old"]  # who reads goes on reading
    assert len(list(folder.iterdir())) == 1


def test_a_folder_half_filled_is_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, folder = tmp_path / "one.ttl", tmp_path / "kept"
    file.write_text('<http://example.org/a> <http://example.org/b> "x" .')

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("att_graph.stores.disk.os.rename", stopped)
        with pytest.raises(KeyboardInterrupt):
            open_store([file], alone=True, folder=folder)
    assert list(folder.iterdir()) == []
    assert open_store([file], alone=True, folder=folder).query(ROUND).column("o") == ["x"]


def test_killed_while_filling_a_folder_is_none_the_worse(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    code = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from att_graph import store\n"
        "from att_graph.stores import disk\n"
        "disk.os.rename = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"store.open_store(folder=Path({str(folder)!r}))"
    )
    killed = subprocess.run([sys.executable, "-c", code], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [path.name.startswith(".filling-") for path in folder.iterdir()] == [True]
    assert len(open_store(folder=folder).query(ROUND).rows) == 50
    assert [path.name.startswith("state-") for path in folder.iterdir()] == [True]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match=r"thesis\.txt"):
        open_store(folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"backend": "jena"}, "backend: 'jena' is none of oxigraph, rdflib"),
        ({"endpoint": "http://127.0.0.1/", "backend": "rdflib"}, "endpoint: it holds its own"),
        ({"folder": Path("x"), "backend": "rdflib"}, "store: rdflib keeps its graphs in memory"),
    ],
)
def test_options_that_exclude_each_other(options: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        open_store(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize("backend", ["oxigraph", "rdflib"])
def test_each_form_of_query_has_its_answer(backend: str, tmp_path: Path) -> None:
    file = tmp_path / "one.ttl"
    file.write_text(
        '<http://example.org/a> <http://example.org/b> "x"@en, 1, "2025-02-30"^^'
        "<http://www.w3.org/2001/XMLSchema#date>, <http://example.org/c> ."
    )
    store = open_store([file], alone=True, backend=backend)
    assert store.query("ASK { ?s ?p 1 }").rows == [(True,)]
    assert sorted(map(str, store.query("SELECT ?o { ?s ?p ?o }").column("o"))) == [
        "1", "2025-02-30", "http://example.org/c", "x",
    ]  # fmt: skip
    assert len(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == 4
    assert {str(row["o"]) for row in store.select("SELECT ?o { ?s ?p ?o }")} >= {'"x"@en'}
    with pytest.raises(InputError, match="the query, line 1"):
        store.query("SELECT ?o {")
    with pytest.raises(InputError, match="a CONSTRUCT query is needed"):
        store.construct("ASK {}")
    with pytest.raises(InputError, match="a SELECT query is needed"):
        store.select("ASK {}")
