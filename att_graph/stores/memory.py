"""rdflib inside this process, for whoever has rdflib at hand or distrusts a compiled engine."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from att_graph import files, vocab
from att_graph.errors import InputError
from att_graph.stores.embedded import local
from att_graph.stores.interface import Answer, Solutions, Store
from att_graph.stores.table import Term

if TYPE_CHECKING:
    from rdflib.term import Node

_STRING = vocab.PREFIXES["xsd"] + "string"


class Memory(Store):
    """The same graphs in an rdflib Dataset, whose default graph is the union of the named ones."""

    def __init__(self, graphs: Iterable[tuple[str, Path]]) -> None:
        from rdflib import Dataset, URIRef

        self._data = Dataset(default_union=True)
        for name, path in graphs:
            graph = self._data.graph(URIRef(vocab.graph(name)))
            for quad in files.quads(path):
                graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))

    def run(self, text: str, place: str) -> Answer:
        """A query → its answer; raises InputError as the interface says."""
        from pyparsing import ParseBaseException

        local(text, place)
        try:
            result = self._data.query(text)
        except ParseBaseException as error:
            where = f"line {error.lineno}, column {error.column}"
            raise InputError(f"{place}, {where}: not SPARQL from here on") from error
        except Exception as error:  # rdflib names no class for what a query can do wrong
            raise InputError(f"{place}: {' '.join(str(error).split())}") from error
        if result.type == "ASK":
            return bool(result.askAnswer)
        if result.type in ("CONSTRUCT", "DESCRIBE"):
            graph = result.graph or ()
            return [ox.Triple(*map(_term, triple)) for triple in graph]  # type: ignore[arg-type]
        variables = result.vars or []
        rows = [tuple(_term(row.get(name)) for name in variables) for row in result.bindings]
        return Solutions(tuple(map(str, variables)), rows)


def _node(term: Term) -> "Node":
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, ox.Literal):
        plain = term.language or term.datatype.value == _STRING
        kind = None if plain else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=kind, normalize=False)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    return URIRef(str(getattr(term, "value", term)))


def _term(node: "Node | None") -> Term | None:
    from rdflib import BNode, Literal

    if node is None:
        return None
    if isinstance(node, Literal):
        if node.language:
            return ox.Literal(str(node), language=node.language)
        return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype or _STRING)))
    return ox.BlankNode(str(node)) if isinstance(node, BNode) else ox.NamedNode(str(node))
