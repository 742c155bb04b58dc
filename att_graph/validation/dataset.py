"""The caller's files, the ontology and the authority files in; triples and named graphs out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from att_graph import files, vocab

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass
class Dataset:
    """`triples` in the order of the files, each once; `graphs`: the caller's own, by their IRIs.

    A file is the named graph `…/graph/<its name>`; what a TriG or N-Quads file puts into graphs of
    its own stands in those. A graph in memory has no name. Ontology and authority files are among
    the triples only: they are ours, not the caller's.
    """

    triples: dict[ox.Triple, None] = field(default_factory=dict)
    graphs: dict[str, list[ox.Triple]] = field(default_factory=dict)

    def add(self, path: Path) -> None:
        """The quads of a file. Raises InputError as `files.quads` does."""
        for quad in files.quads(path):
            triple = quad.triple
            self.triples[triple] = None
            name = getattr(quad.graph_name, "value", None) or vocab.graph(path.stem)
            self.graphs.setdefault(name, []).append(triple)

    def store(self) -> ox.Store:
        """The triples as the default graph of a store, the caller's graphs as its named ones."""
        store = ox.Store()
        store.bulk_extend(_quads(self.triples, ox.DefaultGraph()))
        for name, triples in self.graphs.items():
            store.bulk_extend(_quads(triples, ox.NamedNode(name)))
        return store


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
        triples = (quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES))
        found.triples.update(dict.fromkeys(triples))
    else:
        for path in _files(data):
            found.add(path)
    for path in [*files.ontology(), *([] if alone else files.authority())]:
        found.triples.update(dict.fromkeys(triples_of(path)))
    return found


def triples_of(path: Path) -> Iterator[ox.Triple]:
    """The triples of a file, whatever graphs it puts them into."""
    return (quad.triple for quad in files.quads(path))


def _files(data: "str | Path | Iterable[str | Path] | None") -> list[Path]:
    if data is None:
        return files.own()
    return files.find([data] if isinstance(data, str | Path) else data)


def _quads(
    triples: Iterable[ox.Triple], graph: ox.NamedNode | ox.DefaultGraph
) -> Iterator[ox.Quad]:
    return (ox.Quad(each.subject, each.predicate, each.object, graph) for each in triples)
