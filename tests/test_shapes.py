"""The shapes: well made, and each fault of a fixture found by the one shape that is meant to."""

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import OWL

from att_graph import paths, vocab

SH = Namespace(vocab.PREFIXES["sh"])
SHAPE = vocab.BASE + "shapes#"
FIXTURES = Path(__file__).parent / "shapes"
CASES = sorted(FIXTURES.glob("*/*.ttl"))
FAMILIES = {
    "act": (2, 31), "actor": (6, 29), "deadline": (2, 10), "document": (2, 16), "figure": (2, 8),
    "finding": (1, 7), "meeting": (4, 17), "office": (2, 17), "participation": (2, 18),
    "naming": (1, 4), "passage": (1, 11), "quotation": (2, 14),
    "review": (2, 8), "source": (2, 10), "treaty": (4, 18),
}  # fmt: skip
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
    for path in sorted(paths.ONTOLOGY.rglob("*.ttl")):
        graph.parse(path)
    return graph.parse(FIXTURES / "context.ttl")


def results(world: Graph, shapes: Graph, addition: Graph) -> list[tuple[str, str]]:
    """(shape, focus node) of each result that an addition to the world brings, sorted."""
    new = [triple for triple in addition if triple not in world]
    for triple in new:
        world.add(triple)
    try:
        conforms, report, _ = pyshacl.validate(world, shacl_graph=shapes, inplace=True)
    finally:
        for triple in new:
            world.remove(triple)
    assert isinstance(report, Graph)
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape, focus = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
        found.append((str(shape).removeprefix(SHAPE), str(focus)))
    assert conforms is not bool(found)
    return sorted(found)


def expected(path: Path) -> list[str]:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# expect: ([\w-]+)", first)
    assert match, f"{path.name}: the first line is no '# expect: <shape>'"
    return [] if match[1] == "nothing" else [match[1]]


def test_every_fixture_is_found() -> None:
    found = {
        family.name: (len(list(family.glob("valid-*"))), len(list(family.glob("invalid-*"))))
        for family in sorted(FIXTURES.iterdir())
        if family.is_dir()
    }
    assert found == FAMILIES
    assert len(CASES) == sum(valid + invalid for valid, invalid in FAMILIES.values())


def test_the_invented_world_conforms(world: Graph, shapes: Graph) -> None:
    assert results(world, shapes, Graph()) == []


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_fixture(path: Path, world: Graph, shapes: Graph) -> None:
    wanted = expected(path)
    assert bool(wanted) == path.stem.startswith("invalid-")
    found = results(world, shapes, Graph().parse(path))
    assert [shape for shape, _ in found] == wanted


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


def test_no_shape_needs_sparql(shapes: Graph) -> None:
    """Validation stays fast: nothing here needs a query per focus node."""
    assert not list(shapes.subject_objects(SH.sparql))


def test_most_shapes_are_shown_to_bite(shapes: Graph) -> None:
    """A shape without a wrong fixture is listed here, so that the list only gets shorter."""
    bitten = {shape for path in CASES for shape in expected(path)}
    everything = {
        str(shape).removeprefix(SHAPE)
        for shape in shapes.subjects(SH.severity)
        if str(shape).startswith(SHAPE)
    }
    assert bitten <= everything
    assert everything - bitten == UNSHOWN
