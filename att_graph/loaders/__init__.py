"""load: a layout in, its meaning out. A module for each sort of fact."""

from collections.abc import Callable

from att_graph.layout.structure import ParsedReport
from att_graph.loaders import (
    acts,
    bodies,
    documents,
    elections,
    figures,
    findings,
    labels,
    masthead,
    meetings,
    participation,
    persons,
    presiding,
    provisions,
    roster,
    status,
    treaty,
)
from att_graph.loaders.reading import Reading
from att_graph.model import Report

READERS: dict[str, Callable[[Reading], None]] = {
    "treaty": treaty.read,
    "provisions": provisions.read,
    "meetings": meetings.read,
    "bodies": bodies.read,
    "participation": participation.read,
    "documents": documents.read,
    "persons": persons.read,
    "presiding": presiding.read,
    "acts": acts.read,
    "elections": elections.read,
    "figures": figures.read,
    "findings": findings.read,
    "roster": roster.read,
    "status": status.read,
}
"""What a row of `kinds.KINDS` may name."""


def load(parsed: ParsedReport, *, kind: str | None = None, report_id: str | None = None) -> Report:
    """A layout in, the facts of the report out.

    Raises InputError for what is no report of a treaty conference, or visibly not all of one.
    """
    opened = status.open_table if parsed.grid else masthead.open_report
    reading = opened(parsed, kind, report_id)
    for name in reading.kind.readers:
        READERS[name](reading)
    labels.settle(reading.report)
    return reading.report
