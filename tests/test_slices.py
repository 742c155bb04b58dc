"""Data validated slice by slice give what they give at once; enough is enough."""

import fixtures
import pyoxigraph as ox
import pytest

from att_graph import vocab
from att_graph.validate import ENGINES, validate
from att_graph.validation import engines, guard, slices
from att_graph.validation.dataset import read

_SHAPES = guard.about(fixtures.rules())
# Numbers and days that are ill-written go to pySHACL whatever is asked for.
WRONG = [
    path
    for path in fixtures.CASES
    if path.stem.startswith("invalid-")
    and not guard.unproven_data(
        _SHAPES, "".join(f"{triple} .\n" for triple in fixtures.triples([path]))
    )
]


def some(step: int) -> list[ox.Triple]:
    """Wrong fixtures of every family together: more faults than each has alone."""
    return fixtures.triples(WRONG[::step])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("first", [1, 7])
def test_slices_find_what_is_found_at_once(
    engine: str, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = dict.fromkeys([*fixtures.ground(fixtures.rules()), *some(9 if engine == "fast" else 40)])
    whole = {each.key() for each in ENGINES[engine](data, fixtures.rules())}
    assert len(whole) > 5
    monkeypatch.setattr(slices, "SMALL", 0)
    monkeypatch.setattr(slices, "FIRST", first)
    monkeypatch.setattr(slices, "FEW", 10 if engine == "fast" else 100)
    (found, ran, _), cut = slices.search(engine, data, fixtures.rules())
    assert ran == engine
    assert {each.key() for each in found} == whole
    assert len(found) == len({(each.key(), each.source_shape) for each in found})
    assert not cut


def test_a_blank_node_is_in_a_slice_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SMALL", 0)
    kind = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
    meeting = ox.NamedNode(vocab.ONTOLOGY + "Meeting")
    data = {ox.Triple(ox.BlankNode("b"), kind, meeting): None}
    (found, _, _), _ = slices.search("fast", data, fixtures.rules())
    assert {each.focus for each in found} == {"_:b"}
    assert {e.key() for e in found} == {e.key() for e in engines.fast(data, fixtures.rules())}


def test_nothing_is_looked_for_after_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SMALL", 0)
    monkeypatch.setattr(slices, "FIRST", 1)
    monkeypatch.setattr(slices, "FEW", 1)
    monkeypatch.setenv("ATT_GRAPH_MAX_RESULTS", "3")
    data = dict.fromkeys([*fixtures.ground(fixtures.rules()), *some(9)])
    (found, _, _), cut = slices.search("fast", data, fixtures.rules())
    assert cut
    assert 3 <= len(found) < len(list(engines.fast(data, fixtures.rules())))


def test_the_projects_graph_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = validate()
    monkeypatch.setattr(slices, "SMALL", 0)
    sliced = validate()
    assert [each.key() for each in sliced.results] == [each.key() for each in whole.results]
    assert not sliced.cut
    assert len(read().triples) > slices.FIRST
