"""The fixtures of the shapes as triples, the world they stand in, and the result each asks for."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, vocab
from att_graph.validation import guard

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
def ontology() -> list[ox.Triple]:
    """The ontology and its closed lists."""
    return triples(files.ontology())


@cache
def context() -> list[ox.Triple]:
    """The invented things that fixtures point to."""
    return triples([FIXTURES / "context.ttl"])


@cache
def proven() -> set[Path]:
    """The fixtures of which the engines are promised to tell the same."""
    about = guard.about(rules())
    return {
        path
        for path in CASES
        if not guard.unproven_data(about, "".join(f"{each} .\n" for each in triples([path])))
    }


def ground(shapes: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The world of the fixtures, without what shapes never ask for: definitions only take time."""
    nodes = [node for triple in shapes for node in triple]
    asked = {node.value for node in nodes if isinstance(node, ox.NamedNode)} | _ALWAYS
    texts = "\n".join(node.value for node in nodes if isinstance(node, ox.Literal))
    words = set(re.findall(r"\w+:(\w+)", texts))  # prefixed names in queries
    told = [t for t in ontology() if (name := t.predicate.value) in asked or _local(name) in words]
    return list(dict.fromkeys([*told, *context()]))


def _local(iri: str) -> str:
    return re.split("[#/]", iri)[-1]
