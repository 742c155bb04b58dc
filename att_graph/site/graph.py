"""A named graph in; a page that says how much of what it holds out."""

from att_graph import vocab
from att_graph.site import fill
from att_graph.site.links import Shown, href, short
from att_graph.store import Store

_COUNT = "SELECT (COUNT(*) AS ?n) {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
_CLASSES = """SELECT ?class (COUNT(DISTINCT ?s) AS ?n)
{{ GRAPH <{iri}> {{ ?s a ?class }} }} GROUP BY ?class ORDER BY DESC(?n) ?class"""
_OTHERS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def render(store: Store, iri: str) -> str:
    """The number of its triples, of the things of each class, and where the other graphs are."""
    classes = store.query(_CLASSES.format(iri=iri)).rows
    others = [str(other) for other in store.query(_OTHERS).column("g") if other != iri]
    return fill(
        "graph.html",
        name=iri.removeprefix(vocab.GRAPH),
        iri=iri,
        path=href(iri),
        count=store.query(_COUNT.format(iri=iri)).rows[0][0],
        classes=[
            (Shown(short(str(of)), href(str(of)), title=str(of)), Shown(str(n)))
            for of, n in classes
        ],
        others=[(other.removeprefix(vocab.GRAPH), href(other)) for other in others],
    )
