"""Shared by the tests: the reports as the loaders read them now, and the golden tables."""

import csv
import io
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import paths, vocab
from att_graph.graph import to_graph
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import load
from att_graph.model import Report
from att_graph.parse import parse
from att_graph.source import read
from att_graph.turtle import write
from tests.service.serving import address, project

# `make compare` lets the tables be written beside the stored ones.
GOLDEN = Path(os.environ.get("ATT_GRAPH_GOLDEN", Path(__file__).parent / "golden"))
FINAL, GROUP = "csp11-final-report-zh", "csp11-wgtu-report-zh"
REPORTS = (FINAL, GROUP)

Row = tuple[str, ...]
__all__ = [
    "FINAL",
    "GROUP",
    "REPORTS",
    "address",
    "project",
]  # a fixture is found where it is imported


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the loaders make into tests/golden; review the difference like code",
    )


@pytest.fixture(scope="session")
def parsed() -> dict[str, ParsedReport]:
    """The layout of each stored report, by its id."""
    return {name: parse(read(paths.SOURCES / name)) for name in REPORTS}


@pytest.fixture(scope="session")
def loaded(parsed: dict[str, ParsedReport]) -> dict[str, Report]:
    """The facts of each stored report, by its id."""
    return {name: load(layout) for name, layout in parsed.items()}


@pytest.fixture(scope="session")
def stores(loaded: dict[str, Report]) -> dict[str, ox.Store]:
    """The graph of each stored report, alone: without the ontology and the authority files."""
    made = {}
    for name, report in loaded.items():
        made[name] = ox.Store()
        made[name].load(write(to_graph(report)), ox.RdfFormat.TURTLE)
    return made


@pytest.fixture(scope="session")
def rows(stores: dict[str, ox.Store]) -> Callable[..., list[Row]]:
    """Runs a SELECT query on one report's graph; cells are text, an unbound one is empty."""

    def run(report: str, query: str) -> list[Row]:
        found = stores[report].query(query, prefixes=vocab.PREFIXES)
        assert isinstance(found, ox.QuerySolutions)
        return [tuple("" if cell is None else cell.value for cell in row) for row in found]

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Row, Iterable[Row]], None]:
    """Compares a table with tests/golden/<name>.csv, or rewrites that file on request.

    Where the loaders still fall short of a table, `open.csv` says so line by line: a row that is
    missing, a row too many. A line that is no longer true fails, so that it goes.
    """

    def check(name: str, header: Row, found: Iterable[Row]) -> None:
        table = Counter(found)
        if request.config.getoption("--update-golden"):
            _store(name, [header, *sorted(table.elements())])
            _store("open", [row for row in stored("open") if row[0] != name])
        first, *wanted = stored(name)
        missing, extra = (
            Counter(row[2 : 2 + len(header)] for row in stored("open") if row[:2] == (name, side))
            for side in ("missing", "extra")
        )
        assert first == header
        assert not missing - Counter(wanted), "open.csv misses what no table wants"
        assert sorted((Counter(wanted) - missing + extra).elements()) == sorted(table.elements())

    return check


def stored(name: str) -> list[Row]:
    """A golden table, its header first."""
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def _store(name: str, table: Iterable[Row]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(table)
    (GOLDEN / f"{name}.csv").write_text(out.getvalue(), encoding="utf-8")
