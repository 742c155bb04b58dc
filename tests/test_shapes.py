"""The shapes: well made, and each fault of a fixture found by the one shape that is meant to."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import fixtures
import pyoxigraph as ox
import pytest
from fixtures import CASES, FIXTURES, expected, short
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL

from att_graph import files, paths, vocab
from att_graph.validate import ENGINES
from att_graph.validation.result import Result

SH = Namespace(vocab.PREFIXES["sh"])
SHAPE = vocab.BASE + "shapes#"
FAMILIES = {
    "act": (18, 66),
    "actor": (20, 99),
    "deadline": (15, 33),
    "disjoint": (1, 3),
    "document": (20, 43),
    "evidence": (2, 13),
    "figure": (12, 40),
    "finding": (5, 28),
    "meeting": (10, 34),
    "naming": (9, 17),
    "office": (51, 93),
    "participation": (38, 69),
    "passage": (7, 37),
    "quotation": (11, 32),
    "review": (11, 42),
    "source": (10, 35),
    "statement": (3, 9),
    "treaty": (33, 89),
}
UNSHOWN: set[str] = set()  # shapes that no wrong fixture shows yet


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for path in sorted(paths.SHAPES.glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def world() -> Graph:
    """The ontology, its closed lists, and the invented things that fixtures point to."""
    graph = Graph()
    for path in files.ontology():
        graph.parse(path)
    return graph.parse(FIXTURES / "context.ttl")


@cache
def ground() -> list[ox.Triple]:
    """What of the world the shapes can ask for."""
    return fixtures.ground(fixtures.rules())


def results(engine: str, data: list[ox.Triple]) -> list[tuple[str, str]]:
    """(code, focus node) of each result, sorted."""
    return _short(ENGINES[engine](list(dict.fromkeys(data)), fixtures.rules()))


def _short(found: Iterable[Result]) -> list[tuple[str, str]]:
    return sorted((each.code or "", short(each.focus)) for each in found)


def test_every_fixture_is_found() -> None:
    found = {
        family.name: (len(list(family.glob("valid-*"))), len(list(family.glob("invalid-*"))))
        for family in sorted(FIXTURES.iterdir())
        if family.is_dir()
    }
    assert found == FAMILIES
    assert len(CASES) == sum(valid + invalid for valid, invalid in FAMILIES.values())


@pytest.mark.parametrize("engine", ENGINES)
def test_the_invented_world_conforms(engine: str) -> None:
    assert results(engine, [*fixtures.ontology(), *fixtures.context()]) == []
    assert len(ground()) > 500
    assert results(engine, ground()) == []


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_fixture(path: Path) -> None:
    """Each engine finds the one fault; and both tell the same of it, where that is promised."""
    wanted = expected(path)
    assert bool(wanted) == path.stem.startswith("invalid-")
    data = list(dict.fromkeys([*ground(), *fixtures.triples([path])]))
    found = {name: list(engine(data, fixtures.rules())) for name, engine in ENGINES.items()}
    for results in found.values():
        assert _short(results) == wanted
    if path in fixtures.proven():
        told = [Counter(result.key() for result in results) for results in found.values()]
        assert all(keys == told[0] for keys in told)


def test_every_class_has_a_node_shape(world: Graph, shapes: Graph) -> None:
    classes = {c for c in world.subjects(RDF.type, OWL.Class) if str(c).startswith(vocab.ONTOLOGY)}
    assert len(classes) > 20
    assert classes <= set(shapes.objects(None, SH.targetClass))


def test_every_shape_speaks(shapes: Graph) -> None:
    """A property shape has an IRI, a name, a severity and a sentence, in English and Chinese."""
    found = list(shapes.subjects(RDF.type, SH.PropertyShape))
    assert len(found) > 130
    used = set(shapes.objects(None, SH.property))
    for shape in found:
        assert isinstance(shape, URIRef)
        assert shape.startswith(SHAPE)
        assert shape in used, f"{shape} belongs to no node shape"
        for predicate, mark in ((SH.name, None), (SH.message, "."), (SH.severity, None)):
            values = list(shapes.objects(shape, predicate))
            if predicate == SH.severity:
                assert len(values) == 1, shape
                continue
            words = {v.language: str(v) for v in values if isinstance(v, Literal)}
            assert words.keys() == {"en", "zh"}, f"{shape} {predicate}"
            assert not mark or (words["en"].endswith(".") and words["zh"].endswith("。")), shape


def test_a_node_shape_with_constraints_speaks(shapes: Graph) -> None:
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        own = {SH.pattern, SH["or"], SH["not"], SH["class"], SH.nodeKind}
        if own & set(shapes.predicates(shape)):
            messages = {v.language for v in shapes.objects(shape, SH.message)}  # type: ignore[attr-defined]
            assert messages == {"en", "zh"}, shape
            assert shapes.value(shape, SH.severity), shape


def test_every_rule_has_a_code_of_its_own(shapes: Graph) -> None:
    ruled = set(shapes.subjects(SH.severity))
    codes = [str(shapes.value(shape, DCTERMS.identifier)) for shape in ruled]
    assert len(ruled) > 190
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"TAC-[A-Z]\d{3}", code) for code in codes)


def test_most_shapes_are_shown_to_bite(shapes: Graph) -> None:
    """A shape without a wrong fixture is listed here, so that the list only gets shorter."""
    bitten = {code for path in CASES for code, _ in expected(path)}
    everything = {str(code) for code in shapes.objects(None, DCTERMS.identifier)}
    assert bitten <= everything
    assert everything - bitten == UNSHOWN
