"""A deposit, a treaty's delay and its entry into force in; the day of effect out.

The day is written into the graph once, so that a query compares days and calculates none.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_DELAY = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


def takes_effect(day: str, delay: str | None, in_force: str | None) -> str | None:
    """The day on which a deposit or notice of `day` has effect; None where it cannot be known.

    The delay runs from the day of the deposit, and nothing has effect before the treaty has.

    >>> takes_effect("2020-07-29", "P90D", "2014-12-24")
    '2020-10-27'
    >>> takes_effect("2014-04-02", "P90D", "2014-12-24")
    '2014-12-24'
    """
    told = _DELAY.fullmatch(delay or "")
    if told is None or not in_force:
        return None
    years, months, days = (int(piece or 0) for piece in told.groups())
    try:
        return max(_later(date.fromisoformat(day), 12 * years + months, days).isoformat(), in_force)
    except (ValueError, OverflowError):
        return None


def _later(start: date, months: int, days: int) -> date:
    """Months first, to the last day of a shorter month, then days (XML Schema 1.0, appendix E)."""
    year, month = divmod(12 * start.year + start.month - 1 + months, 12)
    moved = start.replace(
        year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1])
    )
    return moved + timedelta(days=days)
