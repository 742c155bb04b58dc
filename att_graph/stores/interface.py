"""What every store can do, whoever runs the query: rows of terms, triples, or a table."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import pyoxigraph as ox

from att_graph.errors import InputError
from att_graph.stores.table import Table, Term, plain


@dataclass(frozen=True)
class Solutions:
    """The answer to a SELECT query: its variables, and a term or None for each in every row."""

    names: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


Answer = Solutions | list[ox.Triple] | bool


class Store(ABC):
    """Graphs that can be asked; their default graph is the union of all named graphs."""

    @abstractmethod
    def run(self, text: str, place: str) -> Answer:
        """A query → its answer in terms.

        Raises InputError naming `place` and the reason when it is no SPARQL query, or when it is
        not answered.
        """

    def select(self, text: str, place: str = "the query") -> list[dict[str, Term | None]]:
        """A SELECT query → one dict of RDF terms a row. Raises InputError as `query` does."""
        answer = self.run(text, place)
        if not isinstance(answer, Solutions):
            raise InputError(f"{place}: a SELECT query is needed here")
        return [dict(zip(answer.names, row, strict=True)) for row in answer.rows]

    def construct(self, text: str, place: str = "the query") -> list[ox.Triple]:
        """A CONSTRUCT query → its triples, sorted. Raises InputError as `query` does."""
        answer = self.run(text, place)
        if not isinstance(answer, list):
            raise InputError(f"{place}: a CONSTRUCT query is needed here")
        return sorted(answer, key=str)

    def query(self, text: str, place: str = "the query") -> Table:
        """A SPARQL query → a table; ASK gives one cell, CONSTRUCT and DESCRIBE one row a triple.

        Raises InputError naming `place`, the line and the reason when it is no SPARQL query.
        """
        answer = self.run(text, place)
        if isinstance(answer, bool):
            return Table(("answer",), [(answer,)])
        if isinstance(answer, list):
            triples = sorted(
                (str(plain(t.subject)), str(plain(t.predicate)), str(plain(t.object)))
                for t in answer
            )
            return Table(("subject", "predicate", "object"), [*triples])
        return Table(answer.names, [tuple(map(plain, row)) for row in answer.rows])
