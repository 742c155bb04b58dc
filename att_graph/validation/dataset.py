"""The caller's files, the ontology and the authority files in; triples and named graphs out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from att_graph import files, vocab

if TYPE_CHECKING:
    from rdflib import Graph


class Dataset:
    """`triples` in the order of the files, each once; `store`: the same, and the caller's graphs.

    The default graph of the store is all the triples, a named graph what one file of the caller
    says: `…/graph/<its name>`, or the graphs that a TriG or N-Quads file names itself. A graph in
    memory has no name. Ontology and authority files have none either: they are not the caller's.
    """

    def __init__(self) -> None:
        self.triples: dict[ox.Triple, None] = {}
        self.store = ox.Store()
        self.files: list[Path] = []
        self.joined: list[Path] = []

    def add(self, path: Path, *, own: bool = False) -> None:
        """The quads of a file; `own`: not the caller's. Raises InputError as `files.quads` does."""
        quads = list(files.quads(path))
        (self.joined if own else self.files).append(path)
        self.triples.update(dict.fromkeys(quad.triple for quad in quads))
        if files.FORMATS.get(path.suffix, ox.RdfFormat.TURTLE).supports_datasets:
            self.store.bulk_extend(_quads(quads, ox.DefaultGraph()))
        else:
            self.store.bulk_extend(quads)
        if not own:
            self.store.bulk_extend(
                _quads(quads, ox.NamedNode(vocab.graph(quote(path.stem))), keep=True)
            )


def read(
    data: "Graph | str | Path | Iterable[str | Path] | None" = None, *, alone: bool = False
) -> Dataset:
    """A graph, or RDF files and directories, together with the ontology and the authority files.

    No data means the project's own graph; `alone` leaves the authority files out. Raises InputError
    for a file that cannot be read.
    """
    found = Dataset()
    if data is not None and hasattr(data, "serialize"):
        lines = data.serialize(format="nt", encoding="utf-8")
        quads = list(ox.parse(lines, ox.RdfFormat.N_TRIPLES))
        found.triples.update(dict.fromkeys(quad.triple for quad in quads))
        found.store.bulk_extend(quads)
    else:
        for path in _files(data):
            found.add(path)
    for path in [*files.ontology(), *([] if alone else files.authority())]:
        found.add(path, own=True)
    return found


def triples_of(path: Path) -> Iterator[ox.Triple]:
    """The triples of a file, whatever graphs it puts them into."""
    return (quad.triple for quad in files.quads(path))


def _files(data: "str | Path | Iterable[str | Path] | None") -> list[Path]:
    if data is None:
        return files.own()
    return files.find([data] if isinstance(data, str | Path) else data)


def _quads(
    quads: list[ox.Quad], graph: ox.NamedNode | ox.DefaultGraph, *, keep: bool = False
) -> Iterator[ox.Quad]:
    """The quads in that graph; `keep`: those that name a graph stay in it."""
    for quad in quads:
        if keep and not isinstance(quad.graph_name, ox.DefaultGraph):
            yield quad
        else:
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)
