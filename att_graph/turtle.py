"""Graphs as bytes: the same graph gives the same bytes, whatever order it was made in."""

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from att_graph import vocab
from att_graph.errors import InputError

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_PREFIXES = {name: iri for name, iri in vocab.PREFIXES.items() if name not in ("att", "concept")}
_TYPE = vocab.PREFIXES["rdf"] + "type"


def write(graph: Graph, format: str = "turtle", name: str | None = None) -> bytes:
    """A graph in; its bytes out, sorted by subject, type first, then predicate and value.

    `name` is the IRI of the named graph, which N-Quads and JSON-LD carry. Raises InputError for an
    unknown format, ValueError for a graph with blank nodes.
    """
    if format not in FORMATS:
        raise InputError(f"format {format!r}: is not one of {', '.join(FORMATS)}.")
    home = ox.NamedNode(name) if name and format != "turtle" else ox.DefaultGraph()
    quads = [ox.Quad(_node(s), _node(p), _term(o), home) for s, p, o in graph]
    quads.sort(key=_order)
    if format == "turtle":
        return _spaced(ox.serialize(quads, format=FORMATS[format], prefixes=_PREFIXES, base_iri=vocab.BASE))
    if format == "nquads":
        return ox.serialize(quads, format=FORMATS[format]) or b""
    return ox.serialize(quads, format=FORMATS[format], prefixes=_PREFIXES) or b""


def _spaced(data: bytes | None) -> bytes:
    """A blank line before each subject: for the reader, and for the reviewer of a difference."""
    lines = (data or b"").split(b"\n")
    out: list[bytes] = []
    for before, line in zip([b"", *lines], lines, strict=False):
        if line[:1] == b"<" and (before.endswith(b" .") or before.startswith(b"@")):
            out.append(b"")
        out.append(line.replace(b"\t", b"    ", 1) if line[:1] == b"\t" else line)
    return b"\n".join(out)


def _order(quad: ox.Quad) -> tuple[str, bool, str, str, str]:
    value = quad.object
    lang = (value.language or "") if isinstance(value, ox.Literal) else ""
    predicate = quad.predicate.value
    text = value.value if isinstance(value, ox.NamedNode | ox.Literal) else str(value)
    return quad.subject.value, predicate != _TYPE, predicate, lang, text


def _node(node: Node) -> ox.NamedNode:
    if isinstance(node, BNode) or not isinstance(node, URIRef):
        raise ValueError(f"a graph of this project names everything, but holds {node!r}")
    return ox.NamedNode(str(node))


def _term(node: Node) -> ox.NamedNode | ox.Literal:
    if not isinstance(node, Literal):
        return _node(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    if node.datatype:
        return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)))
    return ox.Literal(str(node))
