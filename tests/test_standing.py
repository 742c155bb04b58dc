"""When an instrument takes effect, against days counted by hand."""

import pytest

from att_graph.standing import takes_effect


@pytest.mark.parametrize(
    ("day", "delay", "in_force", "expected"),
    [
        ("2031-02-04", "P90D", "2030-01-01", "2031-05-05"),
        ("2024-01-31", "P90D", "2014-12-24", "2024-04-30"),  # over 29 February
        ("2014-09-25", "P90D", "2014-12-24", "2014-12-24"),  # the ninetieth day is that day
        ("2014-09-26", "P90D", "2014-12-24", "2014-12-25"),
        ("2013-04-03", "P90D", "2014-12-24", "2014-12-24"),
        ("2023-11-30", "P3M", "2014-12-24", "2024-02-29"),  # a shorter month ends earlier
        ("2023-12-01", "P1M", "2014-12-24", "2024-01-01"),
        ("2023-11-30", "P1Y2M3D", "2014-12-24", "2025-02-02"),
        ("2020-07-29", "P0D", "2014-12-24", "2020-07-29"),
        ("2020-07-29", None, "2014-12-24", None),
        ("2020-07-29", "P90D", None, None),
        ("2020-07-29", "P", "2014-12-24", None),
        ("2020-07-29", "PT48H", "2014-12-24", None),
        ("2020-07-29", "ninety days", "2014-12-24", None),
        ("2020", "P90D", "2014-12-24", None),
        ("9999-12-31", "P90D", "2014-12-24", None),
        ("9999-12-31", "P3M", "2014-12-24", None),
        ("2020-07-29", "P999999999999D", "2014-12-24", None),
    ],
)
def test_takes_effect(
    day: str, delay: str | None, in_force: str | None, expected: str | None
) -> None:
    assert takes_effect(day, delay, in_force) == expected
