"""VoID: counts that are true, for the own graph and for invented data."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import vocab
from att_graph.store import Store, open_store
from att_graph.void import DATASET, VOID, void

SMALL = Path(__file__).parent / "data" / "small.ttl"


def told(triples: list[ox.Triple]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for each in triples:
        assert isinstance(each.subject, ox.NamedNode)
        assert isinstance(each.object, ox.NamedNode | ox.Literal)
        key = (each.subject.value, each.predicate.value.removeprefix(VOID))
        found.setdefault(key, set()).add(each.object.value)
    return found


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def small(request: pytest.FixtureRequest) -> Store:
    return open_store([SMALL], alone=True, backend=request.param)


def test_the_counts_are_those_of_the_file(small: Store) -> None:
    triples = [quad.triple for quad in ox.parse(path=str(SMALL))]
    found = told(void(small))
    kinds = [t for t in triples if t.predicate.value == vocab.PREFIXES["rdf"] + "type"]
    assert found[DATASET, "triples"] == {str(len(set(triples)))}
    assert found[DATASET, "entities"] == {str(len({t.subject for t in kinds}))}
    assert found[DATASET, "classes"] == {str(len({t.object for t in kinds}))}
    assert found[DATASET, "properties"] == {str(len({t.predicate for t in triples}))}
    assert found[DATASET, "distinctSubjects"] == {str(len({t.subject for t in triples}))}
    assert found[DATASET, "distinctObjects"] == {str(len({t.object for t in triples}))}
    assert found[DATASET + "#class-tac-State", "entities"] == {"7"}
    assert found[DATASET + "#property-tac-dueDate", "triples"] == {"1"}
    assert found[vocab.graph("small"), "triples"] == {str(len(set(triples)))}
    assert vocab.ONTOLOGY in found[DATASET, "vocabulary"]


def test_parts_add_up_to_the_whole() -> None:
    found = told(void(open_store(), endpoint="http://e.org/sparql", dumps=["http://e.org/x.nq"]))
    (triples,) = found[DATASET, "triples"]
    parts = [found[part, "triples"] for part in found[DATASET, "propertyPartition"]]
    assert sum(int(count) for (count,) in parts) == int(triples)
    assert len(found[DATASET, "classPartition"]) == int(min(found[DATASET, "classes"]))
    graphs = {vocab.graph(name) for name in ("authority", "ontology", "inferred")}
    assert graphs < found[DATASET, "subset"]
    assert found[DATASET, "sparqlEndpoint"] == {"http://e.org/sparql"}
    assert found[DATASET, "dataDump"] == {"http://e.org/x.nq"}
    linksets = [each for each, name in found if name == "linkPredicate"]
    assert linksets
    assert all(int(min(found[each, "triples"])) > 0 for each in linksets)


def test_the_same_data_give_the_same_triples(small: Store) -> None:
    assert void(small) == void(open_store([SMALL], alone=True))
