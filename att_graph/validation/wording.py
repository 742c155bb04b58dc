"""A report in; its text for a person at a terminal out."""

from collections.abc import Iterator
from pathlib import Path

from att_graph import limits, paths
from att_graph.validation.faults import Fault, Report
from att_graph.validation.places import SCANNED, Place
from att_graph.validation.rules import SEVERITIES


def told(report: Report) -> str:
    """Each fault: thing, rule, value, words of the report, place; at the end the counts of all."""
    lines = [
        _paragraph(fault, report.lang, report.alike.get(fault.result, 0)) for fault in report.faults
    ]
    if rest := more(report):
        lines.append(f"{rest}\n")
    if report.known is not None:
        lines.append(compared(report))
    return "\n".join([*lines, closing(report)])


def _paragraph(fault: Fault, lang: str, alike: int) -> str:
    result = fault.result
    code = f" {result.code}" if result.code else ""
    lines = [f"{result.severity}{code}: {fault.label}", f"  {fault.message(lang)}"]
    lines += [f"  {line}" for line in details(fault)]
    if not result.focus.startswith("_:"):
        lines.append(f"  {result.focus}" if result.focus.startswith('"') else f"  <{result.focus}>")
    if alike:
        lines.append(f"  … and {alike:,} more of {fault.code} at the same value")
    return "\n".join([*lines, ""])


def details(fault: Fault) -> Iterator[str]:
    """What there is of reason, property, value, words of the report, and place: a line each."""
    if fault.reason:
        yield f"→ {fault.reason}"
    if fault.property:
        yield f"property: {fault.property}"
    if fault.value:
        yield f"value: {fault.value}"
    if fault.sentence:
        yield str(fault.sentence)
    if fault.place:
        yield shown(fault.place)


def shown(place: Place) -> str:
    """A place as editors and terminals take it: file:line, or the file and why there is no line."""
    if place.line is None:
        lined = place.file.suffix in SCANNED
        why = "the file is too large or too new" if lined else "of Turtle and its kin only"
        return f"{_file(place.file)} (no line: {why})"
    return f"{_file(place.file)}:{place.line}"


def closing(report: Report) -> str:
    """One line: whether the data conforms, how many faults of each severity, how many triples."""
    found = ", ".join(
        f"{report.counts[severity]:,} {severity}{'' if report.counts[severity] == 1 else 's'}"
        for severity in SEVERITIES
        if report.counts.get(severity)
    )
    found = f"at least {found}" if report.cut else found
    verdict = "conforms" if report.conforms else "does not conform"
    return f"{verdict}: {found or 'no fault'} in {report.triples} triples"


def more(report: Report) -> str:
    """How many faults are not shown, where the report was cut, and where the search was."""
    rest = f"… and {report.more:,} more" if report.more else ""
    if not report.cut:
        return rest
    said = f"the search stopped when {limits.RESULTS():,} faults were found"
    return f"{rest or '…'}; {said}, there may be more; {limits.RESULTS.hint()}"


def compared(report: Report) -> str:
    """What a baseline did: how many known faults were left out, how many are there no more."""
    if report.known is None:
        return ""
    told = f"baseline: {report.known:,} known left out, {report.gone or 0:,} gone"
    return (
        f"{told}; none of its faults is in this data" if report.gone and not report.known else told
    )


def _file(path: Path) -> str:
    return "standard input" if path == Path("-") else paths.shown(path)
