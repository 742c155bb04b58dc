"""Two engines, one truth: the same results of real data, torn data and invented faulty ones."""

import importlib.util
from collections import Counter

import invented
import pyoxigraph as ox
import pytest
from fixtures import CASES, ground, proven, rules, triples

from att_graph import files, paths
from att_graph.validation import engines, guard

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("shacl_rust") is None, reason="the quick engine is not installed"
)
SEEDS = (1, 2, 3)


def keys(engine: str, data: list[ox.Triple]) -> Counter[tuple[str, ...]]:
    """How often each result is told: focus, path, component, value, severity, source shape."""
    found = getattr(engines, engine)(list(dict.fromkeys(data)), rules())
    return Counter(result.key() for result in found)


def test_of_nearly_every_fixture_the_same_is_promised() -> None:
    """`test_fixture` holds the engines to it: focus, path, component, value, severity, shape."""
    assert len(proven()) > len(CASES) * 0.95 > 900, set(CASES) - proven()


@pytest.mark.skipif(not list(paths.GRAPH.glob("*.ttl")), reason="data/graph is not built")
def test_the_real_data_whole_and_torn() -> None:
    """Torn: every tenth triple of the graph left out, so that there is something to find."""
    stated = triples(files.own())
    around = triples([*files.ontology(), *files.authority()])
    found, ran, _ = engines.run("fast", dict.fromkeys([*around, *stated]), rules())
    assert ({each.code for each in found}, ran) == ({"TAC-F026"}, "fast")  # known oddities
    torn = [*around, *(triple for number, triple in enumerate(stated) if number % 10)]
    quick = keys("fast", torn)
    assert sum(quick.values()) > 1000
    assert quick == keys("pyshacl", torn)


@pytest.fixture(scope="module")
def world() -> list[ox.Triple]:
    return invented.world(4000)


def test_the_invented_world_conforms_and_holds_every_kind_of_thing(world: list[ox.Triple]) -> None:
    found, ran, _ = engines.run("fast", [*ground(rules()), *world], rules())
    assert (found, ran) == ([], "fast")
    kinds = {triple.object.value for triple in world if triple.predicate.value.endswith("#type")}
    targets = {
        rule.object.value for rule in rules() if rule.predicate.value.endswith("#targetClass")
    }
    assert len(kinds & targets) > 20
    assert invented.world(4000) == world


@pytest.mark.parametrize("seed", SEEDS)
def test_an_invented_world_with_faults(world: list[ox.Triple], seed: int) -> None:
    data = [*ground(rules()), *invented.faulty(world, 300, seed)]
    assert data == [*ground(rules()), *invented.faulty(world, 300, seed)]
    assert guard.unproven_data(guard.about(rules()), _lines(data)) is None
    quick = keys("fast", data)
    assert sum(quick.values()) > 150
    assert len({component for _, _, component, *_ in quick}) > 8
    assert quick == keys("pyshacl", data)


@pytest.mark.parametrize("kind", sorted(invented.FAULTS.keys() - {"unknown"}))
def test_each_kind_of_fault_is_found(world: list[ox.Triple], kind: str) -> None:
    chance = invented.random.Random(kind)
    faulty = [
        new
        for number, triple in enumerate(world)
        for new in ([triple] if number % 9 else invented.FAULTS[kind](triple, chance))
    ]
    assert keys("fast", [*ground(rules()), *faulty])


def _lines(found: list[ox.Triple]) -> str:
    return "".join(f"{triple} .\n" for triple in found)
