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
    data = ox.serialize(quads, format=FORMATS[format], prefixes=_PREFIXES, base_iri=_base(format))
    return _laid_out(data or b"") if format == "turtle" else data or b""


def _base(format: str) -> str | None:
    return vocab.BASE if format == "turtle" else None


def _laid_out(data: bytes) -> bytes:
    """Prefixes in a fixed order, a blank line before each subject: for readers and reviewers."""
    body = [line for line in data.decode().split("\n") if line and not line.startswith("@")]
    used = [name for name in sorted(_PREFIXES) if any(f"{name}:" in line for line in body)]
    out = [f"@base <{vocab.BASE}> ."]
    out += [f"@prefix {name}: <{_PREFIXES[name]}> ." for name in used]
    for line in body:
        if line.startswith("<"):
            out.append("")
        out.append("    " + line[1:] if line.startswith("\t") else line)
    return ("\n".join(out) + "\n").encode()


def _order(quad: ox.Quad) -> tuple[str, bool, str, str, str]:
    value = quad.object
    lang = (value.language or "") if isinstance(value, ox.Literal) else ""
    predicate = quad.predicate.value
    text = value.value if isinstance(value, ox.NamedNode | ox.Literal) else str(value)
    return str(quad.subject)[1:-1], predicate != _TYPE, predicate, lang, text


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
