"""A validation as SARIF 2.1.0 (OASIS), which code scanning and editors read."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from att_graph import __version__, paths, vocab
from att_graph.validation.baseline import FINGERPRINT
from att_graph.validation.faults import Fault, Report
from att_graph.validation.places import Place
from att_graph.validation.rules import Rule
from att_graph.validation.wording import compared, more

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"violation": "error", "warning": "warning", "info": "note"}
_Tree = dict[str, Any]


def render(report: Report) -> str:
    """A report → a log of one run: every rule with its help, every fault shown with its place."""
    rules = [_rule(rule, report.lang) for rule in report.rules.values()]
    unnamed = {fault.code for fault in report.faults} - {rule["id"] for rule in rules}
    rules += [{"id": code} for code in sorted(unnamed)]
    index = {rule["id"]: place for place, rule in enumerate(rules)}
    driver = {
        "name": "att-graph",
        "semanticVersion": __version__,
        "informationUri": vocab.BASE,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "language": report.lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(fault, index, report.lang) for fault in report.faults],
        "properties": {
            "conforms": report.conforms,
            "triples": report.triples,
            "counts": report.counts,
            "more": report.more,
            "cut": report.cut,
            "known": report.known,
            "gone": report.gone,
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule, lang: str) -> _Tree:
    about = {
        "id": rule.code,
        "shortDescription": {"text": rule.name.get(lang) or rule.code},
        "fullDescription": {"text": rule.message.get(lang) or rule.code},
        "helpUri": f"{vocab.BASE}rules/{rule.code}",
        "help": {"text": " ".join(filter(None, (rule.why, rule.remedy))) or rule.code},
        "defaultConfiguration": {"level": _LEVELS.get(rule.severity, "error")},
        "properties": {"tags": [rule.family]} if rule.family else {},
    }
    return {key: value for key, value in about.items() if value}


def _result(fault: Fault, index: dict[str, int], lang: str) -> _Tree:
    result = fault.result
    focus = {"name": fault.label, "fullyQualifiedName": result.focus, "kind": "resource"}
    location: _Tree = {"logicalLocations": [focus]}
    if fault.place is not None and fault.place.file != Path("-"):
        location["physicalLocation"] = _physical(fault.place)
    about = {
        "focusNode": result.focus,
        "path": result.path,
        "value": result.value,
        "component": result.component,
        "sourceShape": result.source_shape,
    }
    return {
        "ruleId": fault.code,
        "ruleIndex": index[fault.code],
        "level": _LEVELS[result.severity],
        "message": {"text": _message(fault, lang)},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: fault.fingerprint},
        "properties": {key: value for key, value in about.items() if value is not None},
    }


def _physical(place: Place) -> _Tree:
    name = paths.uri(place.file)
    if Path(name).is_absolute():
        found: _Tree = {"artifactLocation": {"uri": Path(name).as_uri()}}
    else:
        found = {"artifactLocation": {"uri": quote(name), "uriBaseId": "%SRCROOT%"}}
    if place.line is not None:
        found["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return found


def _message(fault: Fault, lang: str) -> str:
    parts = [f"{fault.label}: {fault.message(lang)}"]
    if fault.reason:
        parts.append(f"→ {fault.reason}")
    if fault.property:
        parts.append(f"Property: {fault.property}")
    if fault.value:
        parts.append(f"Value: {fault.value}")
    if fault.sentence:
        parts.append(str(fault.sentence))
    # SARIF, 3.11.6: a square bracket begins a link, unless it is escaped.
    return re.sub(r"([\\\[\]])", r"\\\1", "\n".join(parts))


def _invocation(report: Report) -> _Tree:
    notes = [note for note in (more(report), compared(report)) if note]
    told = [{"level": "note", "message": {"text": note}} for note in notes]
    done: _Tree = {"executionSuccessful": True}
    return {**done, "toolExecutionNotifications": told} if told else done
