"""What altered reports are compared by: their facts as lines, and what two sets of them differ in.

A line is "subject property=value"; offsets, quotations and the reasons of findings do not count.
White space and the width of characters do not count either.
"""

import dataclasses
import re
import unicodedata
from functools import cache

from att_graph import model, paths
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import Source
from att_graph.text import Span

SKIPPED = {"ref", "evidence", "labels", "names", "rules", "recorded_in", "conferred", "number"}
FINDING = {"sort", "printed", "severity", "why", "basis", "about"}


@cache
def text_of(seed: str) -> str:
    return (paths.SOURCES / seed / "text.txt").read_bytes().decode()


def loaded(text: str) -> model.Report:
    return load(parse(Source("altered", text, "0" * 64)))


def subject(fact: model.Fact, loose: bool) -> str:
    """What a fact is called here: its key, or its words where the key is a number or a hash."""
    match fact:
        case model.Finding():
            return f"finding {fact.sort} {fact.printed}"
        case model.Act() if loose:
            return f"act {fact.sort} {fact.content.value if fact.content else ''}"
        case model.Deadline() if loose and fact.words:
            return f"deadline {fact.words.value}"
        case model.Document() if fact.symbol is None and fact.title:
            return f"document {fact.title.value}"
        case model.Organisation() | model.Person() | model.ActorGroup():
            return f"{fact.kind} {fact.labels[0].value}"
        case model.Office() | model.Tenure() if not fact.role:
            return f"{fact.kind} {fact.labels[0].value}"
    return f"{fact.ref.kind}/{fact.ref.key}"


def lines(fact: model.Fact, loose: bool) -> set[str]:
    """A line for the fact itself and one for each value of each field."""
    name = subject(fact, loose)
    found = {name}
    for field in dataclasses.fields(fact):
        left_out = field.name in SKIPPED or (loose and field.name == "deadlines")
        if left_out or (isinstance(fact, model.Finding) and field.name in FINDING):
            continue
        value = getattr(fact, field.name)
        for each in value if isinstance(value, list) else [value]:
            if each in (None, "", False) or isinstance(each, Span | tuple):
                continue
            shown = f"{each.kind}/{each.key}" if isinstance(each, model.Ref) else each
            shown = each.value if isinstance(each, model.Words) else shown
            found.add(f"{name} {field.name}={shown}")
    return {
        re.sub(r"\s", "", unicodedata.normalize("NFKC", line)).replace("finding", "finding ", 1)
        for line in found
    }


def facts(text: str, loose: bool) -> set[str]:
    """Every line of a report; the places of its quotations are checked on the way."""
    report = loaded(text)
    for fact in report.facts.values():
        for evidence in fact.evidence:
            assert all(0 <= span.start < span.end <= len(text) for span in evidence.spans)
    told = (fact for fact in report.facts.values() if not isinstance(fact, model.Passage))
    return {line for fact in told for line in lines(fact, loose)}


@cache
def before(seed: str, loose: bool) -> frozenset[str]:
    return frozenset(facts(text_of(seed), loose))
