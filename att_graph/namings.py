"""Names that changed between reports: each form with the report that prints it and its day.

A naming is written only where reports in one language print different forms of a thing's name: what
a State was called when is then a query, and the State keeps one IRI.
"""

from collections import defaultdict

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from att_graph.gazetteer.actors import Gazetteer, gazetteer
from att_graph.iris import digest
from att_graph.store import Store
from att_graph.text import fold
from att_graph.vocab import ONTOLOGY, THING, concept, thing

# What names a State: the words that prove who took part, spoke, submitted …; what names others:
# the words that prove their label. They name a State only where the gazetteer reads them so.
_STATES = """
PREFIX tac: <https://w3id.org/att-graph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?thing ?words ?source ?lang ?day ?quotation WHERE {
  ?fact ?property ?thing ; tac:evidence ?quotation .
  ?thing a tac:State .
  ?quotation tac:supports ?property ; tac:quotedText ?words ; tac:source ?source .
  ?source dcterms:language ?lang .
  OPTIONAL { ?source dcterms:issued ?day }
} ORDER BY ?thing ?source ?words ?quotation
"""
_OTHERS = """
PREFIX tac: <https://w3id.org/att-graph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?words ?source ?lang ?day ?quotation WHERE {
  VALUES ?class { tac:Person tac:Organisation }
  ?thing a ?class ; tac:evidence ?quotation .
  ?quotation tac:supports rdfs:label ; tac:quotedText ?words ; tac:source ?source .
  ?source dcterms:language ?lang .
  OPTIONAL { ?source dcterms:issued ?day }
} ORDER BY ?thing ?source ?words ?quotation
"""


def add(graph: Graph, store: Store) -> None:
    """Add a `tac:Naming` for each form of a name that not every report of its language prints."""
    # (thing, language) → source → form → day, quotations
    found: dict[tuple[str, str], dict[str, dict[str, tuple[str, list[str]]]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    names: dict[str, Gazetteer] = {}
    for query in (_STATES, _OTHERS):
        for row in store.query(query).dicts():
            what, lang = str(row["thing"]), str(row["lang"])
            form = " ".join(str(row["words"]).split())
            if query is _STATES:
                if lang not in names:
                    names[lang] = gazetteer(lang)
                ref = names[lang].find(fold(form), "state")
                if ref is None or thing(ref.kind, ref.key) != what:
                    continue
            forms = found[what, lang][str(row["source"])]
            forms.setdefault(fold(form), (str(row["day"] or ""), []))[1].append(
                str(row["quotation"])
            )
    for (what, lang), sources in sorted(found.items()):
        if len({frozenset(forms) for forms in sources.values()}) > 1:
            for source, forms in sorted(sources.items()):
                for form, (day, quoted) in sorted(forms.items()):
                    _naming(graph, what, lang, source, form, day, quoted)


def _naming(
    graph: Graph, what: str, lang: str, source: str, form: str, day: str, quoted: list[str]
) -> None:
    report = source.rsplit("/", 1)[-1]
    key = f"{report}/{what.removeprefix(THING)}-{digest(form)}"
    node = URIRef(thing("naming", key))
    when = f" on {day}" if day else ""
    for term, value in (
        (RDF.type, URIRef(ONTOLOGY + "Naming")),
        (RDFS.label, Literal(f"“{form}” in {report}{when}", lang="en")),
        (URIRef(ONTOLOGY + "nameOf"), URIRef(what)),
        (URIRef(ONTOLOGY + "form"), Literal(form, lang=lang)),
        (URIRef(ONTOLOGY + "usedIn"), URIRef(source)),
        (URIRef(ONTOLOGY + "basis"), URIRef(concept("basis", "derived"))),
        (URIRef(ONTOLOGY + "evidence"), URIRef(quoted[0])),
    ):
        graph.add((node, term, value))
    if day:
        graph.add((node, URIRef(ONTOLOGY + "usedOn"), Literal(day, datatype=XSD.date)))
