"""A query and its answer, or neither, in; a page with a form to ask the next query out."""

from urllib.parse import urlencode

from att_graph.questions import questions
from att_graph.site import fill
from att_graph.site.links import Shown, shown
from att_graph.stores.interface import Answer, Solutions

FORMATS = ("html", "json", "xml", "csv", "tsv", "turtle", "ntriples", "jsonld", "rdfxml")
_FIRST = """PREFIX tac: <https://w3id.org/att-graph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?class (COUNT(DISTINCT ?thing) AS ?things)
WHERE { ?thing a ?class }
GROUP BY ?class
ORDER BY DESC(?things) ?class
"""
_LONGEST = 4000  # characters of an example that goes into an address


def render(text: str = "", answer: Answer | None = None) -> str:
    """A page with the query in its form, and its answer as a table below."""
    columns, rows = (None, []) if answer is None else _table(answer)
    return fill(
        "sparql.html",
        query=text or _FIRST,
        columns=columns,
        rows=rows,
        formats=FORMATS,
        examples=_examples(),
    )


def _table(answer: Answer) -> tuple[tuple[str, ...], list[tuple[Shown, ...]]]:
    if isinstance(answer, bool):
        return ("answer",), [(Shown("yes" if answer else "no"),)]
    if isinstance(answer, Solutions):
        return answer.names, [tuple(map(shown, row)) for row in answer.rows]
    triples = ((t.subject, t.predicate, t.object) for t in answer)
    return ("subject", "predicate", "object"), [tuple(map(shown, row)) for row in triples]


def _examples() -> list[tuple[str, str]]:
    """The shorter stored questions, each as a link that puts it into the form and asks it."""
    short = [each for each in questions() if len(each.text) < _LONGEST]
    return [(each.summary, "/sparql?" + urlencode({"query": each.text})) for each in short]
