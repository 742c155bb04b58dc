"""Graphs in, SPARQL answers out: a small face over one in-memory Oxigraph store."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, vocab
from att_graph.errors import InputError

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Cell = str | int | float | bool | None

_INTEGERS = {
    vocab.PREFIXES["xsd"] + name for name in ("integer", "int", "long", "nonNegativeInteger")
}
_FLOATS = {vocab.PREFIXES["xsd"] + name for name in ("decimal", "double", "float")}
_BOOLEAN = vocab.PREFIXES["xsd"] + "boolean"
_NAMES_A_GRAPH = re.compile(r"\b(GRAPH|FROM)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """The answer to a query: column names, and rows of plain values; None: nothing is bound."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]

    def dicts(self) -> list[dict[str, Cell]]:
        """The rows as column → value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Cell]:
        """All values of one column, in the order of the rows."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


class Store:
    """The triples of several files, each file also a named graph; queries see the union of all.

    The union is a set: a triple that two files state counts once, as it would in one Turtle file.
    That is why the triples are merged into the default graph rather than queried through
    Oxigraph's own union, which answers once for each graph that holds the triple. The named graphs
    are filled when a query first speaks of one.
    """

    def __init__(self, graphs: Iterable[tuple[str, Path]]) -> None:
        self._graphs = list(graphs)
        self._store = ox.Store()
        self._named_are_filled = False
        for _, path in self._graphs:
            files.load(self._store, path, ox.DefaultGraph())

    def __len__(self) -> int:
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, ox.DefaultGraph()))

    def select(self, text: str, place: str = "the query") -> list[dict[str, Term | None]]:
        """A SELECT query → one dict of RDF terms a row. Raises InputError as `query` does."""
        with _explained(place):
            results = self._run(text)
            if not isinstance(results, ox.QuerySolutions):
                raise InputError(f"{place}: a SELECT query is needed here")
            names = [variable.value for variable in results.variables]
            return [{name: row[name] for name in names} for row in results]

    def construct(self, text: str, place: str = "the query") -> list[ox.Triple]:
        """A CONSTRUCT query → its triples, sorted. Raises InputError as `query` does."""
        with _explained(place):
            results = self._run(text)
            if not isinstance(results, ox.QueryTriples):
                raise InputError(f"{place}: a CONSTRUCT query is needed here")
            return sorted(results, key=str)

    def query(self, text: str, place: str = "the query") -> Table:
        """A SPARQL query → a table; ASK gives one cell, CONSTRUCT and DESCRIBE one row a triple.

        Raises InputError naming `place`, the line and the reason when it is no SPARQL query.
        """
        with _explained(place):
            results = self._run(text)
            if isinstance(results, ox.QueryBoolean):
                return Table(("answer",), [(bool(results),)])
            if isinstance(results, ox.QueryTriples):
                triples = sorted(
                    (_text(t.subject), _text(t.predicate), _text(t.object)) for t in results
                )
                return Table(("subject", "predicate", "object"), [*triples])
            names = tuple(variable.value for variable in results.variables)
            return Table(names, [tuple(plain(row[name]) for name in names) for row in results])

    def _run(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if not self._named_are_filled and _NAMES_A_GRAPH.search(text):
            self._named_are_filled = True
            for name, path in self._graphs:
                files.load(self._store, path, ox.NamedNode(vocab.graph(name)))
        return self._store.query(text)


def open_store(data: Iterable[str | Path] | None = None, *, alone: bool = False) -> Store:
    """The project's own graph, or RDF files and directories of the caller's, as a store to query.

    Ontology and authority files are joined to the caller's files, unless `alone`. Raises InputError
    for a file that cannot be read, and when the project's graph has not been built.
    """
    found = files.own() if data is None else files.find(data)
    graphs = [(path.stem, path) for path in found]
    if not alone:
        graphs += [("ontology", path) for path in files.ontology()]
        graphs += [("authority", path) for path in files.authority()]
    return Store(graphs)


def plain(term: Term | None) -> Cell:
    """An RDF term → int, float, bool or str; an IRI as its text, a date as `2025-08-29`."""
    if isinstance(term, ox.Literal):
        return plain_literal(term.value, term.datatype.value)
    return None if term is None else str(getattr(term, "value", term))


def plain_literal(text: str, datatype: str) -> Cell:
    """A literal's text and the IRI of its datatype → int, float, bool or str."""
    if datatype == _BOOLEAN:
        return text in ("true", "1")
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype in _FLOATS:
            return float(text)
    except ValueError:
        pass  # an ill-typed literal is shown as it was written
    return text


def _text(term: Term) -> str:
    return str(plain(term))


@contextmanager
def _explained(place: str) -> Iterator[None]:
    """Oxigraph's complaints about a query, as one sentence naming where the query came from."""
    try:
        yield
    except SyntaxError as error:
        found = re.match(r"error at (\d+):(\d+): (.*)", str(error.msg), re.DOTALL)
        where, reason = (
            (f", line {found[1]}, column {found[2]}", found[3]) if found else ("", error.msg)
        )
        reason = " ".join(str(reason).split())
        if len(reason) > 90:  # the parser lists every token it would have taken
            reason = "not SPARQL from here on"
        raise InputError(f"{place}{where}: {reason}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"{place}: {error}") from error
