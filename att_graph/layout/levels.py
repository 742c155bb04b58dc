"""The labels of list items: which one can follow which, and on what level; labels are bare ("a").

A list goes on with the next label of a level that is open, or opens a level with its first one.
"""

import re
from dataclasses import dataclass

from att_graph.layout.lines import ordinal

_SKIPPED = 3  # labels that a list may leave out
_SECOND = {"letter": "b", "roman": "ii", "number": "2"}


@dataclass(frozen=True)
class Level:
    """A label with its parents ("a.i"), and the style of each of its levels ("roman/bracket")."""

    label: str
    style: list[str]


def follow(
    path: list[str], style: list[str], label: str, mark: str, rest: str, opens: bool = False
) -> Level | None:
    """Where a label stands after the item whose labels are `path`, or None where it cannot stand.

    `mark` is the label as printed ("(a)"). `rest` is what follows in the same run of lines, when
    the label only opens a line and no block: "(i) …, (ii) …" inside a sentence are no items.
    `opens` says that the item before ends in a colon: an "i" behind "f:" goes under it, and is not
    the ninth letter.
    """
    kinds = [kind for kind in _SECOND if ordinal(label, kind) is not None]
    marked = "bracket" if mark[-1] in ")）" else "dot"
    roman = opens and bool(style) and not style[-1].startswith("roman") and label == "i"
    for depth in range(len(path), 0, -1):  # the next one of an open level
        kind, before_mark = style[depth - 1].split("/")
        before, here = ordinal(path[depth - 1], kind), ordinal(label, kind)
        if kind not in kinds or before_mark != marked or before is None or here is None:
            continue
        if roman and kind == "letter":
            continue
        if before < here <= before + _SKIPPED:
            return Level(".".join([*path[: depth - 1], label]), style[:depth])
    for kind in kinds:  # the first one of a new level
        if ordinal(label, kind) == 1 and not _inside(kind, mark, rest):
            return Level(".".join([*path, label]), [*style[: len(path)], f"{kind}/{marked}"])
    return None


def _inside(kind: str, mark: str, rest: str) -> bool:
    """Whether a first label only happens to open a line: the second stands within one."""
    if not rest:
        return False
    second = re.escape(re.sub(r"\w+", _SECOND[kind], mark))
    within = re.search(rf"(?<=\S)[^\S\n]+{second}\s", rest)
    return bool(within and not re.search(rf"\n[^\S\n]*(?:[-*•·]\s+)?{second}", rest))
