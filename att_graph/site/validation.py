"""A validation in; a page out that shows each fault, to be sifted by severity and by rule."""

from collections import Counter

from att_graph.site import fill
from att_graph.validation.faults import Report
from att_graph.validation.rules import SEVERITIES
from att_graph.validation.wording import compared, more, shown


def render(report: Report) -> str:
    """A report in; one self-contained HTML page out, its messages in English and Chinese."""
    codes = Counter(fault.code for fault in report.faults)
    return fill(
        "validation.html",
        report=report,
        codes=sorted(codes.items()),
        severities=[each for each in SEVERITIES if report.counts.get(each)],
        names={code: rule.name for code, rule in report.rules.items()},
        notes=[note for note in (more(report), compared(report)) if note],
        shown=shown,
    )
