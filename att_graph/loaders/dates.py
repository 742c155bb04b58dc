"""Dates as printed in, ISO dates out; a date that cannot be is None.

A date pattern names its pieces `y m d` and, of the end of a range, `y2 m2 d2`. Where a language
prints dates in several ways, one expression holds them as alternatives, and the pieces of the
second, third … are named `d_`, `d__` …: Python allows a name once. A month is a number, or a word
of the language's table `month`.
"""

import re
from datetime import date

from att_graph.languages import Language

_PIECES = re.compile(r"(?:y|m|d)2?_*")


def pieces(found: re.Match[str]) -> dict[str, str]:
    """What a match of a date pattern printed, by piece: {"y": "2025", "m": "August" …}."""
    return {
        name.rstrip("_"): printed
        for name, printed in found.groupdict().items()
        if printed and _PIECES.fullmatch(name)
    }


def span(found: re.Match[str], language: Language) -> tuple[int, int]:
    """Where the date stands in the text that was searched, with the mark that closes a day."""
    held = [
        found.span(name)
        for name, printed in found.groupdict().items()
        if printed and _PIECES.fullmatch(name)
    ]
    end = max(b for _, b in held)
    mark = language.pattern("day-mark").match(found.string, end)
    return min(a for a, _ in held), mark.end() if mark else end


def run_together(found: re.Match[str]) -> bool:
    """Whether nothing but white space parts the first day of a range from its last."""
    at = {name.rstrip("_"): found.span(name) for name, said in found.groupdict().items() if said}
    if "d2" not in at:
        return False
    before = max(end for name, (_, end) in at.items() if name in ("d", "m", "y"))
    return not found.string[min(before, at["d2"][0]) : at["d2"][0]].strip() and "d" in at


def iso(
    year: str | None, month: str | None, day: str | None, language: Language | None = None
) -> str | None:
    """An ISO date, or None where the calendar has no such day."""
    if not (year and month and day):
        return None
    if language is not None and not month.isdigit():
        month = language.choose("month", month.lower()) or "0"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def day(found: re.Match[str], language: Language) -> str | None:
    """The first day of a match of a date pattern."""
    return days(found, language)[0]


def year_of(found: re.Match[str]) -> str | None:
    """The year that a match of a range pattern prints, of its end before that of its start."""
    printed = pieces(found)
    return printed.get("y2") or printed.get("y")


def years(matches: list[re.Match[str]]) -> list[str | None]:
    """The year of each date of a list, where one year may stand for several.

    A year printed before its month holds for what follows ("2025 年 2 月 …、3 月 …"), one printed
    behind it for what came before ("9 March and 1 June 2018").
    """
    printed = [year_of(found) for found in matches]
    trails = any(_trails(found) for found in matches)
    filled = _carried(printed[::-1])[::-1] if trails else _carried(printed)
    return _carried(filled) if trails else filled


def _trails(found: re.Match[str]) -> bool:
    at = {n.rstrip("_"): found.start(n) for n, v in found.groupdict().items() if v}
    month, year = at.get("m2", at.get("m")), at.get("y2", at.get("y"))
    return month is not None and year is not None and year > month


def _carried(printed: list[str | None]) -> list[str | None]:
    last: str | None = None
    out: list[str | None] = []
    for year in printed:
        last = year or last
        out.append(last)
    return out


def days(
    found: re.Match[str], language: Language, year: str | None = None
) -> tuple[str | None, str | None]:
    """First and last day of a match of a range pattern.

    What one end leaves out it takes from the other; `year` fills a date without one.
    """
    at = pieces(found)
    first, last = at.get("y") or at.get("y2") or year, at.get("y2") or at.get("y") or year
    start = iso(first, at.get("m") or at.get("m2"), at.get("d"), language)
    if not at.get("d2"):
        return start, start
    end = iso(last, at.get("m2") or at.get("m"), at.get("d2"), language)
    if start and end and start > end and not at.get("y") and at.get("m") and first:
        start = iso(str(int(first) - 1), at["m"], at.get("d"), language)  # over the new year
    return (start, end) if start and end and start <= end else (start, None)


def weekday(iso_date: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return date.fromisoformat(iso_date).weekday()
