"""Graphs in, SPARQL answers out: which store answers, opened in one place."""

from collections.abc import Iterable
from pathlib import Path

from att_graph import files
from att_graph.errors import InputError
from att_graph.stores.embedded import Embedded
from att_graph.stores.interface import Store
from att_graph.stores.table import Cell, Table, Term, plain

BACKENDS = ("oxigraph", "rdflib")

__all__ = ["BACKENDS", "Cell", "Store", "Table", "Term", "open_store", "plain"]


def open_store(
    data: Iterable[str | Path] | None = None,
    *,
    alone: bool = False,
    folder: Path | None = None,
    backend: str = "oxigraph",
    endpoint: str | None = None,
) -> Store:
    """The project's own graph, or RDF files and directories of the caller's, as a store to query.

    Ontology and authority files are joined to the caller's files, unless `alone`. With `folder` the
    graphs are kept there and only filled again when a file has changed; `backend` is one of
    BACKENDS; an `endpoint` is asked as it is, with the graphs it holds. Raises InputError for a
    file that cannot be read, and when the project's graph has not been built.
    """
    if backend not in BACKENDS:
        raise InputError(f"backend: '{backend}' is none of {', '.join(BACKENDS)}")
    if endpoint is not None:
        if data is not None or folder is not None or backend != "oxigraph":
            raise InputError("endpoint: it holds its own graphs; give no data, store or backend")
        from att_graph.stores.endpoint import Endpoint

        return Endpoint(endpoint)
    graphs = graphs_of(data, alone=alone)
    if folder is not None:
        if backend != "oxigraph":
            raise InputError(f"store: {backend} keeps its graphs in memory; leave --store out")
        from att_graph.stores.disk import Disk

        return Disk(folder, graphs)
    if backend == "rdflib":
        from att_graph.stores.memory import Memory

        return Memory(graphs)
    return Embedded(graphs)


def graphs_of(
    data: Iterable[str | Path] | None = None, *, alone: bool = False
) -> list[tuple[str, Path]]:
    """(key of the named graph, file) of all that a store is filled from, in a fixed order."""
    found = files.own() if data is None else files.find(data)
    graphs = [(path.stem, path) for path in found]
    if not alone:
        graphs += [("ontology", path) for path in files.ontology()]
        graphs += [("authority", path) for path in files.authority()]
    return graphs
