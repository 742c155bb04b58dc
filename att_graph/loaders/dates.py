"""Dates as printed in, ISO dates out; a date that cannot be is None."""

import re
from datetime import date


def iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """An ISO date, or None where the calendar has no such day."""
    if not (year and month and day):
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def day(found: re.Match[str]) -> str | None:
    """The first day of a match of a date pattern (groups y, m, d)."""
    return iso(found["y"], found["m"], found["d"])


def days(found: re.Match[str], year: str | None = None) -> tuple[str | None, str | None]:
    """First and last day of a match of a range pattern (groups y, m, d, y2, m2, d2).

    What the end leaves out it takes from the start; `year` fills a start without one.
    """
    first_year = found["y"] or year
    start = iso(first_year, found["m"], found["d"])
    if not found["d2"]:
        return start, start
    end = iso(found["y2"] or first_year, found["m2"] or found["m"], found["d2"])
    return (start, end) if start and end and start <= end else (start, None)


def weekday(iso_date: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return date.fromisoformat(iso_date).weekday()
