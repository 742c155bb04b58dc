"""Other people's treaty data under another base: our shapes hold for it, without our data."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import fixtures
import pyoxigraph as ox
import pytest

from att_graph import vocab
from att_graph.validate import ENGINES, validate

HERE = Path(__file__).parent
THEIRS = HERE / "data" / "lighthouses.ttl"
BASE = "https://example.org/lighthouses/"
PARTS = 8  # of the fixtures, so that they are shared among processes


def moved(triples: list[ox.Triple]) -> list[ox.Triple]:
    """The same triples about things of another base; ontology and closed lists stay ours."""

    def named(term: object) -> object:
        if isinstance(term, ox.NamedNode) and term.value.startswith(vocab.THING):
            return ox.NamedNode(f"{BASE}id/{term.value.removeprefix(vocab.THING)}")
        return term

    return [ox.Triple(named(t.subject), t.predicate, named(t.object)) for t in triples]


@cache
def ground() -> list[ox.Triple]:
    return moved(fixtures.ground(fixtures.rules()))


def found(engine: str, path: Path) -> list[tuple[str, str]]:
    data = dict.fromkeys([*ground(), *moved(fixtures.triples([path]))])
    return sorted(
        (each.code or "", fixtures.short(each.focus).removeprefix(BASE))
        for each in ENGINES[engine](data, fixtures.rules())
    )


@pytest.mark.parametrize("part", range(PARTS))
def test_every_fixture_says_the_same_under_another_base(part: int) -> None:
    assert len(fixtures.CASES) > 900
    for path in fixtures.CASES[part::PARTS]:
        assert found("fast", path) == fixtures.expected(path), path


@pytest.mark.parametrize("path", fixtures.CASES[::25], ids=lambda path: path.stem)
def test_so_it_is_with_the_reference_engine(path: Path) -> None:
    assert found("pyshacl", path) == fixtures.expected(path)


def test_data_of_others_conform_alone_and_joined() -> None:
    assert "att-graph/id/" not in THEIRS.read_text(encoding="utf-8")
    alone, joined = (validate(THEIRS, alone=each, fail_on="info") for each in (True, False))
    assert alone.results == joined.results == []
    assert joined.triples - alone.triples > 5000


TOOK_PART = "participation/assembly2-XXA"
FAULTS = [
    ("concept/capacity/signatory", "concept/capacity/onlooker", TOOK_PART),
    ("tac:participant <id/state/XXA>", "tac:participant <id/state/XXB>", TOOK_PART),
    ("tac:end 69", "tac:end 60", "quotation/assembly2-report-en/participation/assembly2-XXA-1"),
    ("tac:ordinal 2", 'tac:ordinal "two"', "meeting/assembly2"),
    ("tac:iso3", "tac:iso4", "state/XXA"),
    ('"2031-06-04"', '"2031-06-01"', "meeting/assembly2"),
    ("<id/treaty/tol>\n", "<id/body/tol>\n", "body/tol"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "focus"), FAULTS)
def test_a_fault_in_data_of_others_is_found(
    tmp_path: Path, right: str, wrong: str, focus: str
) -> None:
    text = THEIRS.read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "theirs.ttl"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    result = validate(path, alone=True)
    assert not result.conforms
    assert f"{BASE}id/{focus}" in {each.focus for each in result.results}


def test_the_command_takes_shapes_of_ones_own_and_leaves_our_data_out(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> ."
        f"@prefix tac: <{vocab.ONTOLOGY}> ."
        "e:State sh:targetClass tac:State ; sh:property e:light ."
        "e:light sh:path e:light ; sh:minCount 1 ; sh:severity sh:Warning ;"
        ' sh:message "A State has a light."@en .'
    )
    more = tmp_path / "more.ttl"
    body = shapes.read_text().replace("e:State", "e:Body").replace("tac:State", "tac:TreatyBody")
    more.write_text(body)

    def said(*options: str) -> list[str]:
        command = [sys.executable, "-m", "att_graph", "validate", str(THEIRS), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.split("\n")

    own = ("--shapes", str(shapes))
    assert said(*own, "--alone")[-2].startswith("conforms: 1 warning in ")
    assert said(*own, "--shapes", str(more), "--alone")[-2].startswith("conforms: 2 warnings in ")
    assert int(said(*own)[-2].split()[1]) > 190  # every State of the authority files too
    assert said("--alone")[-2].startswith("conforms: no fault in ")
