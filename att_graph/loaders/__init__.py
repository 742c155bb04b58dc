"""load: a layout in, its meaning out. A module for each sort of fact."""

from att_graph.layout import ParsedReport
from att_graph.loaders import (
    acts,
    bodies,
    documents,
    elections,
    figures,
    findings,
    masthead,
    participation,
    persons,
    provisions,
    treaty,
)
from att_graph.loaders.meetings import Calendar
from att_graph.model import Report


def load(parsed: ParsedReport, *, kind: str | None = None, report_id: str | None = None) -> Report:
    """A layout in, the facts of the report out.

    Raises InputError for what is no report of a treaty conference, or visibly not all of one.
    """
    reading = masthead.open_report(parsed, kind, report_id)
    treaty.read(reading)
    provisions.read(reading)
    Calendar(reading).read()
    bodies.read(reading)
    participation.read(reading)
    documents.read(reading)
    persons.read(reading)
    acts.read(reading)
    elections.read(reading)
    figures.read(reading)
    findings.read(reading)
    return reading.report
