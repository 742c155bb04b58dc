"""The graphs in one file each: TriG, canonical N-Quads, and the union as Turtle."""

from collections.abc import Iterable

import pyoxigraph as ox

from att_graph import vocab
from att_graph.release.contents import Contents, quads

# Not of IRIs with a slash in the local name, which Turtle would have to escape.
_PREFIXES = {
    name: space
    for name, space in (vocab.PREFIXES | vocab.PREFIXES_OUTSIDE).items()
    if name not in ("att", "concept")
}


def trig(contents: Contents) -> bytes:
    """Every named graph, readable."""
    return _written(quads(contents), ox.RdfFormat.TRIG)


def nquads(contents: Contents) -> bytes:
    """Every named graph as canonical N-Quads, sorted. Standard: RDFC-1.0, section 5."""
    return "".join(sorted(f"{quad} .\n" for quad in quads(contents))).encode()


def turtle(triples: Iterable[ox.Triple], prefixes: dict[str, str] | None = None) -> bytes:
    """Triples in the order given, as Turtle: readable, the same bytes for the same triples."""
    return _written(list(triples), ox.RdfFormat.TURTLE, prefixes)


def _written(
    statements: list[ox.Quad] | list[ox.Triple],
    form: ox.RdfFormat,
    prefixes: dict[str, str] | None = None,
) -> bytes:
    """Prefixes in a fixed order and only those in use, a blank line before each subject."""
    known = _PREFIXES | (prefixes or {})
    data = ox.serialize(statements, format=form, prefixes=known) or b""
    lines = data.decode().split("\n")
    body = [line for line in lines if line and not line.startswith("@prefix")]
    text = "\n".join(body)
    head = [f"@prefix {name}: <{known[name]}> ." for name in sorted(known) if f"{name}:" in text]
    out = []
    for line in body:
        if not line.startswith(("\t\t", "}")) and (form != ox.RdfFormat.TURTLE or line[0] != "\t"):
            out.append("")
        out.append(line)
    return ("\n".join([*head, *out]) + "\n").encode()
