"""How paragraphs are numbered: plain numbers, or decimal ones under numbered headings."""

import pytest

from att_graph.layout.counting import Counting
from att_graph.text import Span


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("1. One\n2. Two", False),
        ("1. Item one\n1.1 First\n1.2 Second\n2. Item two\n2.1 Third", True),
        ("1.4 The following States", True),
        ("1. The sum rose to\n1.5 million dollars\n2. And so on", False),
        ("No numbers at all", False),
    ],
)
def test_the_way_of_numbering(text: str, decimal: bool) -> None:
    assert Counting(text).decimal is decimal


@pytest.mark.parametrize(
    ("text", "number", "last", "follows"),
    [
        ("1. One\n2. Two", "2", "1", True),
        ("1. One\n2. Two", "1", "1", False),
        ("1. One\n2. Two", "40", "1", False),
        ("1.1 One\n1.2 Two", "1.2", "1.1", True),
        ("1.1 One\n1.2 Two", "2.1", "1.9", True),
        ("1.1 One\n1.2 Two", "1.9", "2.1", False),
        ("1.4 One", "1.4", None, True),
    ],
)
def test_what_can_follow(text: str, number: str, last: str | None, follows: bool) -> None:
    assert Counting(text).follows(number, last) is follows


def test_a_heading_has_a_plain_number_among_decimal_ones() -> None:
    text = "1. Item one\n1.1 First\n1.2 Second"
    counting = Counting(text)
    assert counting.heading(text, Span(0, 11))
    assert counting.match(text, Span(0, 11)) is None
    assert counting.match(text, Span(12, 21))
    assert counting.written("01.02") == "1.2"
