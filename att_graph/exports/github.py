"""A validation as annotations that GitHub shows at the lines of a pull request.

Source: GitHub's workflow commands, `::error file=…,line=…,title=…::message`.
"""

from pathlib import Path

from att_graph import paths
from att_graph.validation.faults import Fault, Report
from att_graph.validation.wording import closing, compared, more

_COMMANDS = {"violation": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """A report → one annotation a line for each fault, and the counts as plain lines."""
    lines = [_annotation(fault, report.lang) for fault in report.faults]
    if rest := more(report):
        lines.append(f"::warning title=att-graph::{_data(rest)}")
    return "\n".join([*lines, *filter(None, [compared(report)]), closing(report)])


def _annotation(fault: Fault, lang: str) -> str:
    place = fault.place
    about: dict[str, object] = {}
    if place is not None and place.file != Path("-"):
        about = {"file": paths.uri(place.file)}
        if place.line is not None:
            about |= {"line": place.line, "endLine": place.end_line}
            if place.line == place.end_line:  # GitHub takes columns within one line only
                about |= {"col": place.column, "endColumn": place.end_column}
    name = fault.rule.name.get(lang, "") if fault.rule else ""
    about["title"] = f"{fault.code} {name}".strip()
    told = ",".join(f"{key}={_property(str(value))}" for key, value in about.items())
    return f"::{_COMMANDS[fault.result.severity]} {told}::{_data(_message(fault, lang))}"


def _message(fault: Fault, lang: str) -> str:
    lines = [f"{fault.label}: {fault.message(lang)}"]
    if fault.reason:
        lines.append(f"→ {fault.reason}")
    if fault.sentence:
        lines.append(str(fault.sentence))
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
