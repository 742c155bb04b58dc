"""A term of Oxigraph's as one of rdflib's and back, each kept as it was written."""

from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from att_graph import vocab

_STRING = vocab.PREFIXES["xsd"] + "string"


def rdflib(term: Any) -> Node:
    """An IRI, blank node or literal of Oxigraph's → rdflib's, without a type where it is plain."""
    if isinstance(term, ox.Literal):
        tagged = term.language or term.datatype.value == _STRING
        kind = None if tagged else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=kind, normalize=False)
    return (URIRef if isinstance(term, ox.NamedNode) else BNode)(term.value)


def oxigraph(node: Any) -> Any:
    """An IRI, blank node or literal of rdflib's → Oxigraph's."""
    if isinstance(node, Literal):
        if node.language:
            return ox.Literal(str(node), language=node.language)
        kind = None if node.datatype is None else ox.NamedNode(str(node.datatype))
        return ox.Literal(str(node), datatype=kind)
    return (ox.BlankNode if isinstance(node, BNode) else ox.NamedNode)(str(node))
