"""build: the committed graph is what the loaders make, and every quotation is in its source."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import FINAL, GROUP, REPORTS, Row
from rdflib import Graph, Literal, URIRef

from att_graph import paths, vocab
from att_graph.build import build, convert
from att_graph.errors import DataError
from att_graph.files import place
from att_graph.model import Report

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_committed_graph_is_what_the_loaders_make(seed: str) -> None:
    """Byte for byte, whatever order Python's sets come in."""
    done = subprocess.run(
        [sys.executable, "-m", "att_graph", "build", "--check"],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for report in REPORTS:
        assert f"{report}: " in done.stdout


def test_a_build_elsewhere_gives_the_same_files(tmp_path: Path) -> None:
    result = build(out=tmp_path)
    assert result.ok
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in paths.GRAPH.glob("*.ttl")}
    assert {f"{report}.ttl" for report in REPORTS} <= set(made)
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []


def test_check_tells_a_changed_a_missing_and_a_stale_file(tmp_path: Path) -> None:
    build(out=tmp_path)
    (tmp_path / f"{FINAL}.ttl").write_bytes(b"# changed\n")
    (tmp_path / f"{GROUP}.ttl").unlink()
    (tmp_path / "csp99-report-zh.ttl").write_bytes(b"# of a report that is gone\n")
    before = sorted(path.name for path in tmp_path.iterdir())
    result = build(check=True, out=tmp_path)
    assert not result.ok
    told = "\n".join(result.lines)
    for name in (FINAL, GROUP):
        assert f"{name}.ttl: differs from what the loaders make" in told
    assert "csp99-report-zh.ttl: belongs to no report" in told
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert build(out=tmp_path).ok
    assert not (tmp_path / "csp99-report-zh.ttl").exists()
    assert build(check=True, out=tmp_path).ok


def test_a_changed_source_stops_the_build_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = shutil.copytree(paths.SOURCES, tmp_path / "sources")
    with (sources / GROUP / "text.txt").open("ab") as file:
        file.write(b" ")
    monkeypatch.setattr(paths, "SOURCES", sources)
    with pytest.raises(DataError, match="the text has changed"):
        build(out=tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    place(file, b"first")
    with pytest.raises(TypeError):
        place(file, "no bytes")  # type: ignore[arg-type]
    assert file.read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("report", REPORTS)
def test_convert_gives_what_build_writes(report: str) -> None:
    committed = (paths.GRAPH / f"{report}.ttl").read_bytes()
    assert convert(str(paths.SOURCES / report)) == committed


@pytest.mark.parametrize("report", REPORTS)
def test_convert_knows_a_report_by_its_text_alone(report: str) -> None:
    """Without source.toml only what source.toml alone says differs: titles, publisher, date."""

    def facts(data: bytes) -> set[str]:
        quads = ox.parse(data, ox.RdfFormat.TURTLE)
        return {str(quad) for quad in quads if "/id/source/" not in str(quad.subject)}

    alone = convert(str(paths.SOURCES / report / "text.txt"))
    committed = (paths.GRAPH / f"{report}.ttl").read_bytes()
    assert facts(alone) == facts(committed)


QUOTATIONS = """SELECT ?source ?quotation ?start ?end ?words {
  ?quotation a tac:Quotation ; tac:source ?source ; tac:start ?start ; tac:end ?end ;
             tac:quotedText ?words }"""
PASSAGES = """SELECT ?source ?passage ?start ?end ?words {
  ?passage a tac:Passage ; tac:source ?source ; tac:start ?start ; tac:end ?end ;
           tac:text ?words }"""


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("query", [QUOTATIONS, PASSAGES], ids=["quotations", "passages"])
def test_every_quotation_is_in_the_stored_text(report: str, query: str) -> None:
    text = (paths.SOURCES / report / "text.txt").read_bytes().decode()
    store = ox.Store()
    store.load(path=str(paths.GRAPH / f"{report}.ttl"), format=ox.RdfFormat.TURTLE)
    found = store.query(query, prefixes=vocab.PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    count = 0
    for source, thing, start, end, words in found:
        assert source.value == vocab.thing("source", report)
        assert text[int(start.value) : int(end.value)] == words.value, thing.value
        assert words.value
        count += 1
    kind = "Quotation" if query is QUOTATIONS else "Passage"
    assert count == len(list(store.quads_for_pattern(
        None, ox.NamedNode(vocab.PREFIXES["rdf"] + "type"), ox.NamedNode(vocab.ONTOLOGY + kind)
    )))  # fmt: skip
    assert count > 20


def test_every_quotation_belongs_to_a_fact(rows: Callable[[str, str], list[Row]]) -> None:
    orphans = "SELECT ?q { ?q a tac:Quotation FILTER NOT EXISTS { ?fact tac:evidence ?q } }"
    for report in REPORTS:
        assert rows(report, orphans) == []


def test_a_quotation_that_the_text_does_not_hold_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever goes wrong between the spans and the triples, no false quotation is written."""
    module = sys.modules["att_graph.build"]  # the package shows the function of this name
    made = module.to_graph

    def shifted(report: Report) -> Graph:
        graph: Graph = made(report)
        quotation = min(graph.subjects(URIRef(vocab.ONTOLOGY + "quotedText")))
        graph.set((quotation, URIRef(vocab.ONTOLOGY + "start"), Literal(1)))
        return graph

    monkeypatch.setattr(module, "to_graph", shifted)
    with pytest.raises(DataError, match="are not what"):
        module.build(out=tmp_path / "graph")
    assert not (tmp_path / "graph").exists()
