"""The fixtures of the shapes as triples, the world they stand in, and the result each asks for."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, vocab

FIXTURES = Path(__file__).parent / "shapes"
CASES = sorted(FIXTURES.glob("*/*.ttl"))
SHAPES = files.shapes()

_ALWAYS = {
    vocab.PREFIXES["rdf"] + name for name in ("type", "first", "rest")
} | {vocab.PREFIXES["rdfs"] + "subClassOf"}  # fmt: skip


def expected(path: Path) -> list[tuple[str, str]]:
    """The one result (code, focus node) that a fixture's first line asks for, or none."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# expect: (?:nothing|(TAC-[A-Z]\d{3}) at (\S+))", first)
    assert match, f"{path.name}: the first line is no '# expect: <code> at <focus node>'"
    return [(match[1], match[2])] if match[1] else []


def short(iri: str) -> str:
    """A focus node as the fixtures write it."""
    return "_:" if iri.startswith("_:") else iri.removeprefix(vocab.BASE)


def triples(found: Iterable[Path]) -> list[ox.Triple]:
    """Files → their triples, in order."""
    return [quad.triple for path in found for quad in files.quads(path)]


@cache
def rules() -> list[ox.Triple]:
    """All shapes for data."""
    return triples(SHAPES)


@cache
def world() -> list[ox.Triple]:
    """The ontology, its closed lists, and the invented things that fixtures point to."""
    return triples([*files.ontology(), FIXTURES / "context.ttl"])


@cache
def ground() -> list[ox.Triple]:
    """What of the world the shapes can ask for: definitions and examples only take time."""
    asked = {node.value for triple in rules() for node in triple if isinstance(node, ox.NamedNode)}
    texts = "\n".join(
        triple.object.value for triple in rules() if isinstance(triple.object, ox.Literal)
    )
    words = set(re.findall(r"\w+:(\w+)", texts))  # prefixed names in queries
    return [
        triple
        for triple in dict.fromkeys(world())
        if (name := triple.predicate.value) in asked | _ALWAYS
        or re.split("[#/]", name)[-1] in words
    ]
