"""Editions side by side, as text for a terminal, as a table in CSV, or as JSON."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict

from att_graph.comparison.abreast import DIFFERS, ONLY, SAME, Abreast, Line
from att_graph.errors import InputError
from att_graph.text import spot

FORMATS = ("text", "csv", "json")
_SIGNS = {SAME: "=", DIFFERS: "≠", ONLY: "–"}
_WIDEST = 70


def render(found: Abreast, form: str, *, differences: bool = False) -> str:
    """The account in one of FORMATS, without a final line break; with `differences` only these."""
    lines = [line for line in found.lines if not differences or line.state != SAME]
    if form == "text":
        return "\n".join(_text(found, lines))
    if form == "csv":
        return _csv(found, lines)
    if form == "json":
        told = {
            "editions": dict(zip(found.names, found.reports, strict=True)),
            "counts": {state: found.count()[state] for state in _SIGNS},
            "lines": [{"state": line.state, **asdict(line)} for line in lines],
        }
        return json.dumps(told, ensure_ascii=False, indent=2)
    raise InputError(f"format: '{form}' is none of {', '.join(FORMATS)}")


def _text(found: Abreast, lines: list[Line]) -> Iterator[str]:
    for name, report in zip(found.names, found.reports, strict=True):
        yield f"{name}: {report}" + (" (reference)" if report == found.reports[0] else "")
    place = None
    for line in lines:
        if line.place != place:
            place = line.place
            yield from ("", _heading(line))
        yield from _line(found, line)
    counts = found.count()
    yield ""
    told = f"{counts[SAME]} agree, {counts[DIFFERS]} differ, {counts[ONLY]} not in every edition"
    yield f"facts side by side: {told}"


def _heading(line: Line) -> str:
    number, _, item = line.place.partition("-")
    return f"¶{spot(number, item)}" if number else "elsewhere"


def _line(found: Abreast, line: Line) -> Iterator[str]:
    if line.what == "paragraph":
        for name, cell, words in zip(found.names, line.cells, line.words, strict=True):
            if cell is None:
                yield f"  – {name}: no such paragraph"
            else:
                yield f"    {name} ¶{cell} {_cut(words)}"
        return
    sign = _SIGNS[line.state]
    if line.state == SAME:
        yield f"  {sign} {line.what}: {line.cells[0]}"
        return
    yield f"  {sign} {line.what} {line.key}"
    for name, cell in zip(found.names, line.cells, strict=True):
        yield f"      {name}: {cell if cell is not None else '–'}"


def _csv(found: Abreast, lines: list[Line]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    words = [f"{name} words" for name in found.names]
    writer.writerow(["place", "what", "key", "state", *found.names, *words])
    for line in lines:
        own = line.words or ("",) * len(found.names)
        writer.writerow([line.place, line.what, line.key, line.state, *line.cells, *own])
    return text.getvalue().rstrip("\n")


def _cut(words: str) -> str:
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
