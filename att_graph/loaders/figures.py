"""Stated figures: how many, of what, when."""

import re
from decimal import Decimal

from att_graph.gazetteer import concepts
from att_graph.loaders import dates
from att_graph.loaders.reading import Place, Reading, number
from att_graph.model import Figure, Ref, Words
from att_graph.text import View

_ATTENDING = {
    "state-party-attending": "states-parties-attending",
    "signatory-attending": "signatories-attending",
    "observer-state-attending": "observer-states-attending",
    "observer-organisation-attending": "observer-organisations-attending",
}

_OF_A_BODY = {"projects-funded"}  # what a body did, and not how the treaty stands


def read(reading: Reading) -> None:
    """Add a fact for each figure that the language's table knows."""
    pattern = reading.language.pattern
    for place in reading.places:
        as_of: tuple[str, int, int] | None = None  # a day, and where it stands in the place
        for sentence, offset in reading.language.sentences(place.text):
            found = pattern("as-of").search(sentence)
            day = dates.day(found, reading.language) if found else None
            if found and day:
                as_of = (day, offset + found.start(), offset + found.end())
            elif not pattern("at-the-same-time").match(sentence):
                as_of = None
            _sentence(reading, place, sentence, offset, as_of)


def _sentence(
    reading: Reading, place: Place, sentence: str, offset: int, as_of: tuple[str, int, int] | None
) -> None:
    about: list[Ref] = []
    rows = [
        (found.start(), measure, found)
        for measure, expression in reading.language.table("figure")
        for found in expression.finditer(sentence)
    ]
    for _, measure, found in sorted(rows, key=lambda row: row[0]):
        groups = _said(found)
        start, end = offset + found.start(), offset + found.end()
        if groups.get("percent"):
            if groups.get("about"):  # a share without a region of its own goes on about the last
                region = reading.names.find(groups["about"], "m49")
                about = [region] if region else []
            share = Decimal(groups["percent"])
            add(reading, place.view, measure, share, start, end, "percent").about = about
            continue
        value = 0 if groups.get("zero") else number(reading.language, groups["count"])
        if value is None:
            continue
        figure = add(reading, place.view, measure, value, start, end)
        if as_of:
            day, first, last = as_of
            figure.as_of = figure.as_of or day
            figure.prove(place.view.spans(first, last), "asOf")
        states = [r for _, _, r in reading.names.search(groups.get("named") or "", "state")]
        figure.about = states or figure.about
        if measure in _OF_A_BODY:
            bodies = [ref for _, _, ref in reading.names.search(sentence[: found.start()], "body")]
            behind = [ref for _, _, ref in reading.names.search(sentence[found.start() :], "body")]
            figure.about = bodies[-1:] or behind[:1] or figure.about


def _said(found: re.Match[str]) -> dict[str, str]:
    """The groups of a match; a second alternative names its own `count_`, `about_`."""
    groups = found.groupdict().items()
    return {name.rstrip("_"): printed for name, printed in groups if printed}


def add(
    reading: Reading,
    view: View,
    measure: str,
    value: int | Decimal,
    start: int,
    end: int,
    unit: str = "count",
) -> Figure:
    """A figure proved by `view.norm[start:end]`; several of one measure get a number each."""
    report = reading.report
    measure = _ATTENDING.get(measure, measure)
    same = [f for f in report.all(Figure) if f.measure == measure]
    key = f"{report.id}/{measure}" + (f"-{len(same) + 1}" if same else "")
    figure = Figure(Ref("figure", key), measure=measure, value=value, unit=unit)
    title = concepts.label("measure", measure, "en")
    sign = "%" if unit == "percent" else ""
    figure.labels = [Words(f"{title.value if title else measure}: {value}{sign}", "en")]
    figure.about = [report.meeting] if measure.endswith("-attending") else []
    if not figure.about and unit == "count":
        figure.about = [report.treaty or report.meeting]
    figure.prove(view.spans(start, end), "value", "measure", "unit", "about")
    return report.add(figure)
