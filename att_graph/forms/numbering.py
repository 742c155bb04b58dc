"""Automatic numbering of a Word document: a paragraph in, the mark that Word prints before it out.

ECMA-376 part 1, 17.9: a paragraph, or its style, names a list and a level; the list's abstract
definition says how each level counts, and the list may start a level anew.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from att_graph.forms.numerals import printed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")


@dataclass
class _Level:
    start: int = 1
    way: str = "decimal"
    text: str = ""
    restart: int | None = None  # the level after which it starts again; 0 never
    legal: bool = False


@dataclass
class Numbering:
    """The lists of a document and how far each has counted. `root` is numbering.xml's."""

    root: Any
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by w:num
    counts: dict[str, dict[int, int]] = field(default_factory=dict)  # by abstract definition
    abstract: dict[str, str] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        drafts = {str(_get(x, "abstractNumId")): x for x in self.root.iter(f"{_W}abstractNum")}
        styled = {}  # a definition that a list style holds for the others
        for key, draft in drafts.items():
            link = draft.find(f"{_W}styleLink")
            if link is not None:
                styled[_get(link, "val")] = key
        for number in self.root.iter(f"{_W}num"):
            named = number.find(f"{_W}abstractNumId")
            key = str(_get(named, "val")) if named is not None else ""
            if key in drafts:
                elsewhere = drafts[key].find(f"{_W}numStyleLink")
                if elsewhere is not None:
                    key = styled.get(_get(elsewhere, "val"), key)
                name = str(_get(number, "numId"))
                self.abstract[name] = key
                self.levels[name] = _levels(drafts[key], number)

    def mark(self, number: str, level: int) -> str:
        """The mark of the next paragraph of a list at a level: "12.", "(a)", "-", or ""."""
        levels = self.levels.get(number)
        if not levels or level not in levels:
            return ""
        here = levels[level]
        counts = self.counts.setdefault(self.abstract[number], {})
        first = (number, level) not in self.begun and self._anew(number, level)
        self.begun.add((number, level))
        counts[level] = here.start if first or level not in counts else counts[level] + 1
        for deeper in [at for at in counts if at > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and level < restart):
                del counts[deeper]
        for higher in range(level):  # a level that was skipped shows its start
            if higher in levels and higher not in counts:
                counts[higher] = levels[higher].start
        if here.way == "bullet":
            return "-"
        if here.way == "none":
            return _PLACE.sub("", here.text).strip()

        def value(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if at not in levels:
                return ""
            way = "decimal" if here.legal and at < level else levels[at].way
            return printed(counts.get(at, levels[at].start), way)

        return _PLACE.sub(value, here.text).strip()

    def _anew(self, number: str, level: int) -> bool:
        """Whether the list states a start of its own for the level."""
        for found in self.root.iter(f"{_W}num"):
            if str(_get(found, "numId")) == number:
                return any(
                    str(_get(x, "ilvl")) == str(level) and x.find(f"{_W}startOverride") is not None
                    for x in found.iter(f"{_W}lvlOverride")
                )
        return False


def _get(node: Any, name: str) -> str | None:
    value: str | None = node.get(f"{_W}{name}")
    return value


def _levels(draft: Any, number: Any) -> dict[int, _Level]:
    found = {int(_get(x, "ilvl") or 0): _level(x) for x in draft.iter(f"{_W}lvl")}
    for change in number.iter(f"{_W}lvlOverride"):
        at = int(_get(change, "ilvl") or 0)
        own = change.find(f"{_W}lvl")
        if own is not None:
            found[at] = _level(own)
        start = change.find(f"{_W}startOverride")
        if start is not None and at in found:
            found[at].start = _whole(start, found[at].start)
    return found


def _level(node: Any) -> _Level:
    def value(name: str) -> Any:
        return node.find(f"{_W}{name}")

    made = _Level()
    start, way, text, restart, legal = map(
        value, ("start", "numFmt", "lvlText", "lvlRestart", "isLgl")
    )
    made.start = _whole(start, 1) if start is not None else 1
    made.way = (_get(way, "val") or "decimal") if way is not None else "decimal"
    made.text = (_get(text, "val") or "") if text is not None else ""
    made.restart = _whole(restart, 0) if restart is not None else None
    made.legal = legal is not None and _get(legal, "val") not in ("0", "false")
    return made


def _whole(node: Any, otherwise: int) -> int:
    text = _get(node, "val") or ""
    return int(text) if re.fullmatch(r"\d{1,6}", text) else otherwise
