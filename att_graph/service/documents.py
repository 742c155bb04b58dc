"""The documents about things, graphs, the ontology and the shapes, as jobs for a worker."""

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches

import pyoxigraph as ox

from att_graph import files, paths, vocab
from att_graph.exports import bundle
from att_graph.service import results
from att_graph.service.answering import SUFFIXES
from att_graph.service.jobs import Job, Reply, Served
from att_graph.service.protocol import RefusedError
from att_graph.site.links import href, short
from att_graph.site.thing import known
from att_graph.stores.embedded import Embedded

_ABOUT = """CONSTRUCT {{ <{iri}> ?property ?value . ?value ?naming ?name }} WHERE {{
  <{iri}> ?property ?value
  OPTIONAL {{ VALUES ?naming {{ <{label}> <{pref}> }} ?value ?naming ?name }}
}}"""
_POINTING = "CONSTRUCT {{ ?s ?p <{iri}> }} WHERE {{ ?s ?p <{iri}> }} ORDER BY ?s ?p LIMIT 1000"
_GRAPH = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
_SUBJECTS = 'SELECT DISTINCT ?s {{ ?s a ?class FILTER(STRSTARTS(STR(?s), "{start}")) }}'
_ROWS = "SELECT ?property ?value {{ <{iri}> ?property ?value }} ORDER BY ?property ?value"
_VERSIONS = "SELECT ?iri ?number {{ ?iri <{owl}versionIRI> ?version ; <{owl}versionInfo> ?number }}"
_OWL = vocab.PREFIXES["owl"]
_NEAREST = 5


@dataclass(frozen=True)
class Known(Job):
    """Whether the graph knows an IRI."""

    iri: str

    def reply(self, store: Served) -> Reply:
        """Nothing; raises RefusedError, with the nearest IRIs, when it does not."""
        if known(store, self.iri):
            return Reply(b"")
        near = _near(store, self.iri)
        names = " or ".join(short(iri) for iri in near)
        hint = f"; did you mean {names}?" if near else ""
        raise RefusedError(
            404, f"nothing is said about {href(self.iri)} in this graph{hint}", links=near
        )


def _near(store: Served, iri: str) -> list[str]:
    """IRIs of the same kind (or, where there is no such kind, of any) that read alike."""
    kind = "/".join(iri.removeprefix(vocab.BASE).split("/")[:2]) + "/"
    for start in (vocab.BASE + kind, vocab.BASE):
        rows = store.query(_SUBJECTS.format(start=start)).rows
        keys = {str(row[0]).removeprefix(vocab.BASE).lower(): str(row[0]) for row in rows}
        wanted = iri.removeprefix(vocab.BASE).lower()
        near = get_close_matches(wanted, keys, n=_NEAREST, cutoff=0.6) if keys else []
        if near:
            return [keys[key] for key in near]
    return []


@dataclass(frozen=True)
class Document(Job):
    """What is said of a thing, as a page, as RDF or as a table."""

    iri: str
    form: str
    page: int = 1

    def reply(self, store: Served) -> Reply:
        """The document. RDF holds what the thing points at with names, and what points at it."""
        if self.form == "html":
            from att_graph.site import thing

            found = thing.thing(store, self.iri, self.page)
            if self.page > found.pages:
                raise RefusedError(404, f"there is no page {self.page}; the last is {found.pages}")
            return Reply(thing.render(found).encode())
        if self.form == "csv":
            return Reply(_table(store, self.iri))
        label, pref = vocab.PREFIXES["rdfs"] + "label", vocab.PREFIXES["skos"] + "prefLabel"
        said = store.construct(_ABOUT.format(iri=self.iri, label=label, pref=pref))
        pointing = store.construct(_POINTING.format(iri=self.iri))
        return _written([*dict.fromkeys([*said, *pointing])], self.form)


def _table(store: Served, iri: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("property", "value", "language"))
    for row in store.select(_ROWS.format(iri=iri)):
        name, value = row["property"], row["value"]
        cells = (name, value)
        lang = value.language if isinstance(value, ox.Literal) else ""
        writer.writerow([*(getattr(cell, "value", "") for cell in cells), lang or ""])
    return text.getvalue().encode()


@dataclass(frozen=True)
class Graph(Job):
    """A named graph, whole."""

    iri: str
    form: str

    def reply(self, store: Served) -> Reply:
        """Its triples, or a page that says what it is."""
        graphs = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").column("g")
        if self.iri not in graphs:
            found = [str(iri) for iri in graphs]
            names = ", ".join(short(iri).removeprefix(vocab.GRAPH) for iri in found)
            raise RefusedError(404, f"there is no such graph; there is {names}", links=found)
        if self.form == "html":
            from att_graph.site import graph

            return Reply(graph.render(store, self.iri).encode())
        return _written(store.construct(_GRAPH.format(iri=self.iri)), self.form)


@dataclass(frozen=True)
class Ontology(Job):
    """The ontology, in the version that stands in the store or an earlier one."""

    iri: str
    form: str
    retired: tuple[tuple[str, str], ...]

    def reply(self, store: Served) -> Reply:
        """Its triples, or a page of its terms."""
        from att_graph.site import terms

        current = vocab.BASE + "ontology"
        stated = {str(row[0]): str(row[1]) for row in store.query(_VERSIONS.format(owl=_OWL)).rows}
        number = stated.get(current, "")
        releases = {path.stem: path for path in (paths.ONTOLOGY / "releases").glob("*.ttl")}
        others = sorted(releases.keys() - {number})
        asked = self.iri.removeprefix(current).removeprefix("/")
        named = (name for iri, n in stated.items() for name in (iri, f"{iri}/{n}"))
        parts = {name.removeprefix(current + "/") for name in named}
        if asked in {"", number, *parts}:
            if self.form == "html":
                page = terms.render(store, number, "/ontology", self.retired, others)
                return Reply(page.encode())
            return _written(store.construct(_GRAPH.format(iri=vocab.graph("ontology"))), self.form)
        if asked not in releases:
            listed = [f"{current}/{each}" for each in sorted({*releases, number})]
            raise RefusedError(404, f"there is no version '{asked}' of the ontology", links=listed)
        kept = Embedded([("ontology", releases[asked])])
        if self.form == "html":
            return Reply(terms.render(kept, asked, f"/ontology/{asked}").encode())
        return _written(kept.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), self.form)


@dataclass(frozen=True)
class Shapes(Job):
    """The shapes; they are no part of the graph."""

    iri: str
    form: str

    def reply(self, store: Served) -> Reply:
        """The file with all of them, other RDF, or a page of the rules."""
        asked = self.iri.removeprefix(vocab.BASE + "shapes").removeprefix("/")
        if asked not in ("", bundle.version()):
            here = [f"{vocab.BASE}shapes/{bundle.version()}"]
            raise RefusedError(404, f"there is no version '{asked}' of the shapes", links=here)
        if self.form == "ttl":
            return Reply(bundle.bundle().encode())
        triples = [quad.triple for path in files.shapes() for quad in ox.parse(path=path)]
        if self.form == "html":
            from att_graph.site import rules

            return Reply(rules.render(triples, bundle.version()).encode())
        return _written(triples, self.form)


def _written(triples: list[ox.Triple], form: str) -> Reply:
    triples = sorted(triples, key=str)
    content = ox.serialize(triples, format=results.GRAPHS[SUFFIXES[form]], prefixes=vocab.PREFIXES)
    return Reply(content or b"")
