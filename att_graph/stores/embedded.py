"""Oxigraph inside this process: in memory for small data, in a folder for what should stay."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, vocab
from att_graph.errors import InputError
from att_graph.stores.interface import Answer, Solutions, Store
from att_graph.stores.keywords import keywords


class Embedded(Store):
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

    def run(self, text: str, place: str) -> Answer:
        """A query → its answer; raises InputError as the interface says."""
        if not local(text, place).isdisjoint(("GRAPH", "FROM")):
            self.filled()
        with explained(place):
            return answered(self._store.query(text))

    def filled(self) -> ox.Store:
        """The store behind, with its named graphs."""
        if not self._named_are_filled:
            self._named_are_filled = True
            for name, path in self._graphs:
                files.load(self._store, path, ox.NamedNode(vocab.graph(name)))
        return self._store


def local(text: str, place: str) -> set[str]:
    """The bare words of a query. Raises InputError for one that would ask another service."""
    words = set(keywords(text))
    if "SERVICE" in words:
        raise InputError(f"{place}: SERVICE would ask over the network; that is never done here")
    return words


def answered(results: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples") -> Answer:
    """What Oxigraph gives → what a store answers, read to the end."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QueryTriples):
        return list(results)
    names = tuple(variable.value for variable in results.variables)
    return Solutions(names, [tuple(row[name] for name in names) for row in results])


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Oxigraph's complaints about a query, as one sentence naming where the query came from."""
    try:
        yield
    except SyntaxError as error:
        found = re.match(r"error at (\d+):(\d+): (.*)", str(error.msg), re.DOTALL)
        where, reason = (
            (f", line {found[1]}, column {found[2]}", found[3]) if found else ("", error.msg)
        )
        reason = " ".join(str(reason).split())
        # The parser lists every token it would have taken, and the class of characters as "[_]".
        if len(reason) > 90 or "[_]" in reason:
            reason = "not SPARQL from here on"
        raise InputError(f"{place}{where}: {reason}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"{place}: {error}") from error
