"""A paragraph's view in; the ranges of its sentences out, and which of them are quoted law.

A full stop inside quotation marks, title marks or brackets ends no sentence, unless the quotation
closes right behind it and nothing goes on. A quotation may run on over the items of a paragraph.
"""

import re
from dataclasses import dataclass

from att_graph.languages import Language
from att_graph.text import View

_PAIRS = {"“": "”", "《": "》", "<": ">", "(": ")", "「": "」", "『": "』", "[": "]"}
_OPENING = re.compile(r"[“「]")


@dataclass(frozen=True)
class Stretch:
    """A sentence: `view.norm[start:end]`; `quoted` when all of it is quoted from an instrument."""

    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True)
class Running:
    """A quotation that a view leaves open: its mark, and whether it quotes an instrument."""

    mark: str
    law: bool


def split(
    view: View, language: Language, running: Running | None = None
) -> tuple[list[Stretch], Running | None]:
    """The sentences of a view, and the quotation it leaves open for the items that follow.

    `running` is what the view before it left open. The ranges cover the whole view, in order.
    """
    text = view.norm
    quoted, still = _quotations(text, language, running)
    found: list[Stretch] = []
    start = 0
    for end in [*_ends(text, language, running), len(text)]:
        if text[start:end].strip():
            law = any(a <= start and end <= b + 1 for a, b in quoted)
            found.append(Stretch(start, end, law))
        start = end
    return found, still


def _ends(text: str, language: Language, running: Running | None) -> list[int]:
    """Where sentences end: behind the mark, and behind the quotation that closes there."""
    stop = language.pattern("sentence-end")
    closing: list[str] = [_PAIRS[running.mark]] if running else []
    # What never closes encloses nothing: a stray bracket must not swallow the paragraph.
    ends: list[int] = []
    for at, char in enumerate(text):
        if closing and char == closing[-1]:
            closing.pop()
            ended = not closing and at > 0 and stop.match(text, at - 1)
            if ended and language.pattern("new-sentence").match(text, at + 1):
                ends.append(at + 1)
        elif char in _PAIRS and text.find(_PAIRS[char], at + 1) >= 0:
            closing.append(_PAIRS[char])
        elif not closing and (end := stop.match(text, at)):
            ends.append(end.end())
        elif running and len(closing) == 1 and stop.match(text, at):
            ends += [] if text.startswith(closing[0], at + 1) else [at + 1]
    return [end for end in ends if end < len(text)]


def _quotations(
    text: str, language: Language, running: Running | None
) -> tuple[list[tuple[int, int]], Running | None]:
    """The ranges inside quotation marks that quote an instrument, and the one still open."""
    found: list[tuple[int, int]] = []
    at = 0
    if running:
        close = text.find(_PAIRS[running.mark])
        if close < 0:
            return ([(0, len(text))] if running.law else []), running
        if running.law:
            found.append((0, close + 1))
        at = close + 1
    while opening := _OPENING.search(text, at):
        law = bool(language.pattern("quoting").search(text[: opening.start()]))
        close = text.find(_PAIRS[opening[0]], opening.end())
        if close < 0:
            return found + ([(opening.start(), len(text))] if law else []), Running(opening[0], law)
        if law:
            found.append((opening.start(), close + 1))
        at = close + 1
    return found, None
