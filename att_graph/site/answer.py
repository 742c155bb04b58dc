"""A stored question and its answer in; a page with the answer as a table out."""

from collections.abc import Mapping
from urllib.parse import urlencode

from att_graph.questions import Question
from att_graph.site import fill
from att_graph.site.choices import choices
from att_graph.site.links import cell, spoken
from att_graph.store import Store, Table

FORMS = {
    "csv": "text/csv",
    "json": "application/json",
    "md": "text/markdown",
}


def render(
    store: Store, asked: Question, given: Mapping[str, str], table: Table, *, evidence: bool
) -> str:
    """The answer, the form to ask again, what its columns mean, and why it is empty if it is."""
    settings = {**given, **({"evidence": "1"} if evidence else {})}
    tail = f"?{urlencode(settings)}" if settings else ""
    return fill(
        "answer.html",
        question=asked,
        given=given,
        evidence=evidence,
        note=spoken(table.note) if not table.rows else [],
        columns=table.columns,
        rows=[tuple(map(cell, row)) for row in table.rows],
        meanings=asked.columns,
        forms=[(end, media, f"/ask/{asked.name}.{end}{tail}") for end, media in FORMS.items()],
        sparql="/sparql?" + urlencode({"query": asked.text}),
        choices=choices(store, (asked,)),
    )
