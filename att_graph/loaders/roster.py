"""A list of participants: who came, in the capacity of the heading under which a name stands.

A delegation is a line that is a State's or an organisation's name. Its members are persons who
represent it; their names and posts run on over lines in ways that cannot be told apart surely, so
they are left out (docs/decisions).
"""

import re
from dataclasses import dataclass, field

from att_graph.layout.lines import blocks_of, lines_of
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import figures
from att_graph.loaders.listing import Name
from att_graph.loaders.participation import (
    STATES,
    Attendance,
    organisation,
    states,
    take_part,
)
from att_graph.loaders.reading import Place, Reading
from att_graph.model import Ref
from att_graph.text import Span, View, view

_NUMBERED = re.compile(r"(?:\d{1,3}[.)]|[-*•·#]+)\s+")
_COUNT = re.compile(r"\(?(?P<count>\d{1,3})\)?$")


@dataclass
class _Section:
    """A heading, the capacity it gives, and the lines under it."""

    head: View
    capacity: str
    lines: list[View] = field(default_factory=list)


def opening(parsed: ParsedReport) -> list[View]:
    """The lines of the masthead that stand before the first heading of the list."""
    kept: list[View] = []
    for line in parsed.masthead:
        if _capacity(parsed, line):
            break
        kept.append(line)
    return kept


def read(reading: Reading) -> None:
    """Add a Participation for each delegation, and check the counts that headings state."""
    for section in _sections(reading):
        if section.capacity in STATES:
            came = _delegations(reading, section)
        else:
            came = _organisations(reading, section)
        _count(reading, section, came)


def _capacity(parsed: ParsedReport, line: View) -> str | None:
    """The capacity that a heading gives; "none" for one that gives none, as of the Secretariat."""
    bare = _COUNT.sub("", line.norm).strip(" :.-–—")
    return parsed.language.choose("section", bare) if len(bare) < 80 else None


def _sections(reading: Reading) -> list[_Section]:
    text, found = reading.parsed.source.text, list[_Section]()
    for block in blocks_of(text):
        for span in lines_of(text, block):
            number = _NUMBERED.match(text, span.start, span.end)
            line = view(text, [Span(number.end() if number else span.start, span.end)])
            capacity = _capacity(reading.parsed, line) if line else None
            if capacity:
                found.append(_Section(line, capacity))
            elif found and line:
                found[-1].lines.append(line)
    return [section for section in found if section.capacity != "none"]


def _person(reading: Reading, line: View) -> bool:
    return bool(reading.language.pattern("delegate").match(line.norm))


def _delegations(reading: Reading, section: _Section) -> list[Ref]:
    """The States of a section: alone on a line, or several on one that holds nothing else."""
    came: list[Ref] = []
    capitals = [line for line in section.lines if line.norm.upper() == line.norm]
    loud = 0
    for line in section.lines:
        if _person(reading, line):
            continue
        bare = reading.language.pattern("continued").sub("", line.norm).rstrip(" :.")
        whole = reading.names.find(bare, "state")
        names = [Name(0, len(bare), whole)] if whole else []
        if not names and "," in bare:
            listed = states(reading, line.norm, 0, len(line.norm))
            names = listed if len(listed) > 1 and all(name.ref for name in listed) else []
        for name in names:
            if name.ref and name.ref not in came:
                loud += line in capitals
                _came(reading, section, line, name, name.ref)
                came.append(name.ref)
        if not names and line in capitals and loud * 2 > len(came) and _name_like(bare):
            reading.find(
                "unresolved-name",
                line,
                0,
                len(bare),
                "A list of States holds a name that the authority file does not know.",
                severity="error",
            )
    return came


def _name_like(text: str) -> bool:
    return len(text) > 3 and bool(re.fullmatch(r"[^\W\d_]+(?:[\s'’.\-(),]+[^\W\d_]+)*\)?", text))


def _organisations(reading: Reading, section: _Section) -> list[Ref]:
    """The organisations of a section; among their delegates, only what is surely a name."""
    came: list[Ref] = []
    peopled = any(_person(reading, line) for line in section.lines)
    for line, after in zip(section.lines, [*section.lines[1:], None], strict=True):
        text = line.norm.rstrip(" :.")
        if _person(reading, line) or not text:
            continue
        known = reading.names.find(re.sub(r" ?\([^()]*\)$", "", text), "organisation")
        acronym = reading.language.pattern("acronym").search(text)
        named = known or (acronym and acronym.end() == len(text)) or text.upper() == text
        if not (named or not peopled or (after is not None and _person(reading, after))):
            continue
        seen = view(reading.parsed.source.text, [*section.head.spans(), *line.spans()])
        start = len(seen.norm) - len(line.norm)
        name = Name(start, start + len(text), known)
        ref = organisation(reading, _place(reading, seen), name, section.capacity)
        if ref not in came:
            _came(reading, section, line, Name(0, len(text), ref), ref)
            came.append(ref)
    return came


def _came(reading: Reading, section: _Section, line: View, name: Name, who: Ref) -> None:
    """A participation proved by the heading and the name, wherever they stand."""
    seen = view(reading.parsed.source.text, [*section.head.spans(), *line.spans()])
    offset = len(seen.norm) - len(line.norm)
    at = Name(offset + name.start, offset + name.end, who)
    listed = Attendance(offset, len(seen.norm), (0, len(section.head.norm)), section.capacity)
    take_part(reading, _place(reading, seen), at, who, listed, [])


def _place(reading: Reading, seen: View) -> Place:
    return Place("0", None, seen, None, Ref("passage", reading.report.id))


def _count(reading: Reading, section: _Section, came: list[Ref]) -> None:
    """The number behind a heading as a figure, and a finding where the list differs."""
    stated = _COUNT.search(section.head.norm)
    if stated is None:
        return
    value = int(stated["count"])
    span = stated.span()
    figure = figures.add(reading, section.head, f"{section.capacity}-attending", value, *span)
    if value != len(came):
        reading.find(
            "count-mismatch",
            section.head,
            *span,
            f"The heading states {value}; {len(came)} delegations are listed and resolved.",
            read_as=str(len(came)),
            severity="warning",
            about=(reading.report.meeting, figure.ref),
        )
