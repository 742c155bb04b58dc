"""Labels of items: which one can follow which, and on what level."""

import pytest

from att_graph.layout.levels import follow

CASES = [
    # path, style, label, mark, whether the item before ends in a colon, level that comes out
    ([], [], "a", "(a)", False, "a"),
    (["a"], ["letter/bracket"], "b", "(b)", False, "b"),
    (["a"], ["letter/bracket"], "i", "(i)", False, "a.i"),
    (["f"], ["letter/bracket"], "i", "(i)", True, "f.i"),  # "f: (i)": not the ninth letter
    (["f"], ["letter/bracket"], "i", "(i)", False, "i"),  # a list that leaves two letters out
    (["h"], ["letter/bracket"], "i", "(i)", False, "i"),
    (["h"], ["letter/bracket"], "i", "(i)", True, "h.i"),
    (["f", "i"], ["letter/bracket", "roman/bracket"], "ii", "(ii)", False, "f.ii"),
    (["f", "ii"], ["letter/bracket", "roman/bracket"], "g", "(g)", False, "g"),
    (["a"], ["letter/bracket"], "1", "1.", False, "a.1"),
    (["a"], ["letter/bracket"], "x", "(x)", False, None),
]


def test_the_cases_are_found() -> None:
    assert len(CASES) == 11


@pytest.mark.parametrize(("path", "style", "label", "mark", "opens", "level"), CASES)
def test_follow(
    path: list[str], style: list[str], label: str, mark: str, opens: bool, level: str | None
) -> None:
    found = follow(path, style, label, mark, "", opens)
    assert (found.label if found else None) == level
