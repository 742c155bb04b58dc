"""rdflib inside this process, for whoever has rdflib at hand or distrusts a compiled engine."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from pyparsing import ParseBaseException
from rdflib import Dataset, URIRef

from att_graph import files, nodes, vocab
from att_graph.errors import InputError
from att_graph.stores.embedded import local
from att_graph.stores.interface import Answer, Solutions, Store


class Memory(Store):
    """The same graphs in an rdflib Dataset, whose default graph is the union of the named ones."""

    def __init__(self, graphs: Iterable[tuple[str, Path]]) -> None:
        self._data = Dataset(default_union=True)
        for name, path in graphs:
            graph = self._data.graph(URIRef(vocab.graph(name)))
            for quad in files.quads(path):
                terms = (quad.subject, quad.predicate, quad.object)
                graph.add(tuple(map(nodes.rdflib, terms)))  # type: ignore[arg-type]

    def run(self, text: str, place: str) -> Answer:
        """A query → its answer; raises InputError as the interface says."""
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
            return [ox.Triple(*map(nodes.oxigraph, triple)) for triple in graph]
        variables = result.vars or []
        rows = [
            tuple(nodes.oxigraph(row[name]) if name in row else None for name in variables)
            for row in result.bindings
        ]
        return Solutions(tuple(map(str, variables)), rows)
