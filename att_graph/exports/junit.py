"""A validation as JUnit XML, which GitLab, Jenkins and their like show as test results.

A family of rules is a suite; a rule that nothing breaks is one passed case; each fault is a case of
its own, since those programs show one failure a case. A fault too mild to count is skipped.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from att_graph import paths
from att_graph.validation.faults import Fault, Report
from att_graph.validation.rules import SEVERITIES, Rule
from att_graph.validation.wording import compared, details, more

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """A report → XML, one suite a family, the worst faults of a rule first."""
    broken = {fault.code for fault in report.faults}
    suites: dict[str, list[Xml.Element]] = defaultdict(list)
    for code, rule in report.rules.items():
        if code not in broken:
            suites[rule.family or "other"].append(_case(rule.family, _name(code, rule, report)))
    names: Counter[str] = Counter()
    for fault in report.faults:
        family = fault.rule.family if fault.rule else "other"
        suites[family or "other"].append(_failed(fault, family, names, report))
    root = Xml.Element("testsuites", name="att-graph validate")
    for family, cases in sorted(suites.items()):
        suite = Xml.SubElement(root, "testsuite", {"name": family, **_counts(cases)})
        suite.extend(sorted(cases, key=lambda case: case.get("name", "")))
    for note in _notes(report):
        suite = Xml.SubElement(root, "testsuite", {"name": "report", **_counts([note])})
        suite.append(note)
    root.attrib |= _counts(list(root.iter("testcase")))
    Xml.indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + Xml.tostring(root, encoding="unicode")


def _failed(fault: Fault, family: str, names: Counter[str], report: Report) -> Xml.Element:
    result = fault.result
    name = f"{_name(fault.code, fault.rule, report)}: {fault.label}"
    names[name] += 1
    if names[name] > 1:
        name = f"{name} ({names[name]})"
    case = _case(family, name)
    if fault.place:
        case.set("file", paths.uri(fault.place.file))
        if fault.place.line is not None:
            case.set("line", str(fault.place.line))
    counted = SEVERITIES.index(result.severity) <= SEVERITIES.index(report.fail_on)
    message = fault.message(report.lang)
    failure = Xml.SubElement(case, "failure" if counted else "skipped", message=_plain(message))
    if counted:
        failure.set("type", result.severity)
    lines = [f"{result.severity}: {message}", *details(fault), result.focus]
    failure.text = _plain("\n".join(lines))
    return case


def _notes(report: Report) -> Iterator[Xml.Element]:
    for note in (more(report), compared(report)):
        if note:
            case = _case("report", note)
            Xml.SubElement(case, "skipped", message=note)
            yield case


def _case(family: str, name: str) -> Xml.Element:
    return Xml.Element("testcase", classname=f"att-graph.{family or 'other'}", name=_plain(name))


def _name(code: str, rule: Rule | None, report: Report) -> str:
    return f"{code} {rule.name.get(report.lang, '') if rule else ''}".strip()


def _counts(cases: list[Xml.Element]) -> dict[str, str]:
    failed = sum(case.find("failure") is not None for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    return {
        "tests": str(len(cases)),
        "failures": str(failed),
        "errors": "0",
        "skipped": str(skipped),
    }


def _plain(text: str) -> str:
    """A text without the control characters that XML cannot hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
