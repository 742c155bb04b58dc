"""What a release holds: the named graphs, their union, a store to ask, and its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from att_graph import canonical, files, vocab
from att_graph.stores.embedded import Embedded
from att_graph.stores.interface import Store

_DAY = f"""SELECT (MAX(?day) AS ?latest)
{{ ?source a <{vocab.ONTOLOGY}SourceText> ;
   <{vocab.PREFIXES["dcterms"]}issued> ?day .
   FILTER(DATATYPE(?day) = <{vocab.PREFIXES["xsd"]}date>) }}"""


@dataclass(frozen=True)
class Contents:
    """The graphs of a release: IRI → triples, blank nodes named canonically.

    `own` are the graphs of this project, whose licence is therefore known.
    """

    graphs: dict[str, tuple[ox.Triple, ...]]
    own: frozenset[str]

    @cached_property
    def union(self) -> list[ox.Triple]:
        """Every triple of every graph once, in the order that files are written in."""
        found = dict.fromkeys(triple for each in self.graphs.values() for triple in each)
        return sorted(found, key=order)

    @cached_property
    def digests(self) -> dict[str, str]:
        """IRI of each graph → SHA-256 of its canonical form (RDFC-1.0)."""
        return {
            name: canonical.digest(canonical.lines(triples))
            for name, triples in self.graphs.items()
        }

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical form of the union."""
        return canonical.digest(canonical.lines(self.union))

    @cached_property
    def store(self) -> Store:
        """The graphs as a store: the default graph is their union."""
        store = Embedded([])
        within = store.filled()
        within.extend(ox.Quad(t.subject, t.predicate, t.object) for t in self.union)
        within.extend(quads(self))
        return store

    @cached_property
    def day(self) -> str:
        """The day of the newest report, which stands for the release; empty where none is dated."""
        (row,) = self.store.select(_DAY, "the day of the newest report")
        return row["latest"].value if isinstance(row["latest"], ox.Literal) else ""


def contents(graphs: Sequence[tuple[str, Path]], own: Sequence[str]) -> Contents:
    """(key of a named graph, file) of all graphs, and the keys of the project's own → contents.

    Blank nodes of two files are never one, and have the same name every time. Raises InputError
    for a file that cannot be read.
    """
    found = [
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(vocab.graph(name)))
        for number, (name, path) in enumerate(graphs)
        for quad in _apart(path, number)
    ]
    data = ox.Dataset(found)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    made: dict[str, list[ox.Triple]] = {vocab.graph(name): [] for name, _ in graphs}
    for quad in data:
        if isinstance(quad.graph_name, ox.NamedNode):
            made[quad.graph_name.value].append(quad.triple)
    return Contents(
        {name: tuple(sorted(made[name], key=order)) for name in sorted(made)},
        frozenset(vocab.graph(name) for name in own),
    )


def quads(contents: Contents) -> list[ox.Quad]:
    """Every triple with its graph, graph by graph, in the order that files are written in."""
    return [
        ox.Quad(each.subject, each.predicate, each.object, ox.NamedNode(name))
        for name, triples in contents.graphs.items()
        for each in triples
    ]


def order(triple: ox.Triple) -> tuple[str, bool, str, str, str]:
    """By subject, type first, then predicate, language and value."""
    value = triple.object
    language = (value.language or "") if isinstance(value, ox.Literal) else ""
    predicate = triple.predicate.value
    return (
        str(triple.subject).strip("<>"),
        predicate != vocab.PREFIXES["rdf"] + "type",
        predicate,
        language,
        str(value),
    )


def _apart(path: Path, number: int) -> list[ox.Quad]:
    """The quads of a file, its blank nodes marked with the number of the file."""

    def own(term: object) -> object:
        return ox.BlankNode(f"f{number}n{term.value}") if isinstance(term, ox.BlankNode) else term

    return [
        ox.Quad(own(quad.subject), quad.predicate, own(quad.object))  # type: ignore[arg-type]
        for quad in files.quads(path)
    ]
