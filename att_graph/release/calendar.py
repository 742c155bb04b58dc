"""Meetings and deadlines as an iCalendar file. Standard: RFC 5545."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

from att_graph import __version__, paths
from att_graph.errors import DataError
from att_graph.release.contents import Contents

_WIDTH = 75  # octets of a line, the break not counted: RFC 5545, section 3.1
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"  # what stands in a URI as it is: RFC 3986, section 2
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
Lines = list[tuple[str, str]]


def calendar(contents: Contents) -> bytes:
    """The meetings with a first day, and the deadlines with a day or a meeting, as events.

    A deadline at a meeting stands on its first day or, where it lasts until the end, its last, and
    says so. The stamp is the day of the newest report: no clock is asked. Empty where there is no
    event, since a calendar has one at least (RFC 5545, section 3.6). Raises DataError for a day
    that is none.
    """
    events = [*_meetings(contents), *_deadlines(contents)]
    if not events:
        return b""
    out = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//att-graph//att-graph {__version__}//EN"]
    # No METHOD: it would make each event a message, which names an organizer (RFC 5546, 3.2.1).
    out += ["CALSCALE:GREGORIAN"]
    for event in events:
        out.append("BEGIN:VEVENT")
        out += [f"{name}:{value}" for name, value in event]
        out.append("END:VEVENT")
    out.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in out).encode()


def folded(line: str) -> str:
    """A content line → the same, broken so that no piece is longer than 75 octets of UTF-8."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _WIDTH:
            pieces.append("")
            size = 1  # the space that a continued line begins with
        pieces[-1] += character
        size += octets
    return "\r\n ".join(pieces)


def escaped(text: str) -> str:
    """A TEXT value with its marks escaped; control characters left out. RFC 5545, 3.3.11."""
    clean = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", text.replace("\r\n", "\n"))
    return "".join(_ESCAPED.get(character, character) for character in clean)


def _meetings(contents: Contents) -> Iterator[Lines]:
    for row in _rows(contents, "meetings"):
        first = _day(row["iri"], row["start"])
        last = max(first, _day(row["iri"], row["end"] or row["start"]))
        title = row["labelEn"] or row["labelZh"] or row["label"] or row["iri"]
        told = [row["labelZh"] if row["labelZh"] != title else "", _quoted(row["words"])]
        event = _event(contents, row["iri"], first, last, title, told, "MEETING")
        yield [*event, *([("LOCATION", escaped(row["place"]))] if row["place"] else [])]


def _deadlines(contents: Contents) -> Iterator[Lines]:
    for row in _rows(contents, "deadlines"):
        day = _day(row["iri"], row["day"])
        act = row["actEn"] or row["act"]
        title = f"Due: {': '.join(filter(None, (act, row['due'])))}".removesuffix(": ")
        at = ""
        if row["meeting"]:
            name = row["meetingLabel"] or row["meeting"]
            at = f"Due at {name}; shown on its {row['end']} day, no day is stated."
        told = [_quoted(row["due"]), row["content"], at]
        yield _event(contents, row["iri"], day, day, title, told, "DEADLINE")


def _event(
    contents: Contents, iri: str, first: date, last: date, title: str, told: list[str], sort: str
) -> Lines:
    stamp = (contents.day or first.isoformat()).replace("-", "")
    # The end is not included: RFC 5545, section 3.6.1. No day comes after the last that there is.
    after = _digits(last + timedelta(days=1)) if last < date.max else ""
    lines = [
        ("UID", escaped(iri)),
        ("DTSTAMP", f"{stamp}T000000Z"),
        ("DTSTART;VALUE=DATE", _digits(first)),
        ("DTEND;VALUE=DATE", after),
        ("SUMMARY", escaped(title)),
        ("DESCRIPTION", escaped("\n".join(filter(None, told)))),
        ("CATEGORIES", sort),
        ("URL", quote(iri, safe=_IN_ADDRESS)),
        ("TRANSP", "TRANSPARENT"),
    ]
    return [line for line in lines if line[1]]


def _rows(contents: Contents, name: str) -> list[dict[str, str]]:
    text = (paths.QUERIES / "calendar" / f"{name}.rq").read_text(encoding="utf-8")
    return [
        {key: str(getattr(term, "value", "")) for key, term in row.items()}
        for row in contents.store.select(text, f"{name}.rq")
    ]


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def _day(thing: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DataError(f"calendar: {thing}: '{text}' is no day") from error
