"""A validation in one of its formats: for a person, a program, a forge, or a browser."""

import json
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import Any

from att_graph.errors import InputError
from att_graph.validate import ValidationResult
from att_graph.validation.faults import LIMIT, Fault, Report
from att_graph.validation.rules import SEVERITIES
from att_graph.validation.wording import told

# A format → the module that renders it, where it is another one.
_ELSEWHERE = {
    "turtle": "exports.shacl",
    "junit": "exports.junit",
    "sarif": "exports.sarif",
    "github": "exports.github",
    "html": "site.validation",
}
FORMATS = ("text", "json", *_ELSEWHERE)
LANGUAGES = ("en", "zh")


def render(result: ValidationResult, form: str, *, lang: str = "en", limit: int = LIMIT) -> str:
    """A validation → its text in one of FORMATS, without a final line break.

    `lang` is the language of the messages, en or zh; json and turtle hold both. Faults beyond
    `limit` are counted, not told, and the report says so. Raises InputError.
    """
    for option, word, words in (("format", form, FORMATS), ("lang", lang, LANGUAGES)):
        if word not in words:
            raise InputError(f"{option}: '{word}' is none of {', '.join(words)}")
    report = result.report(lang, limit, fold=form == "text")
    if form == "text":
        return told(report)
    if form == "json":
        return json.dumps(_tree(report), ensure_ascii=False, indent=2)
    made: Callable[[Report], str] = import_module(f"att_graph.{_ELSEWHERE[form]}").render
    return made(report)


def _tree(report: Report) -> dict[str, Any]:
    compared = {"known": report.known, "gone": report.gone}
    return {
        "conforms": report.conforms,
        "fail_on": report.fail_on,
        "triples": report.triples,
        "counts": {severity: report.counts.get(severity, 0) for severity in SEVERITIES},
        "more": report.more,
        "cut": report.cut,
        "baseline": None if report.known is None else compared,
        "results": [_fault(fault) for fault in report.faults],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    place, rule = fault.place, fault.rule
    return {
        **asdict(fault.result),
        "messages": dict(fault.result.messages),
        "reason": fault.reason or None,
        "label": None if fault.label == fault.result.focus else fault.label,
        "rule": None if rule is None else rule.name,
        "file": None if place is None else str(place.file),
        "line": None if place is None else place.line,
        "column": None if place is None else place.column,
        "sentence": None if fault.sentence is None else asdict(fault.sentence),
        "fingerprint": fault.fingerprint,
    }
