"""How a text numbers its paragraphs: "1.", "2." … or, under numbered headings, "1.1", "1.2" …"""

import re
from itertools import pairwise

from att_graph.text import Span

# A digit may follow a number only after white space: "1.5" opens no paragraph of the first kind.
# Before Arabic letters a dash may stand for the full stop.
_PLAIN = re.compile(
    r"(?P<number>\d{1,3})\s?(?:[.．、](?:\s+(?=\S)|(?=[^\s\d]))|[-‐–—]\s*(?=[\u0621-\u064a]))"
)
_DECIMAL = re.compile(r"(?P<number>\d{1,2}\.\d{1,2})\.?\s+(?=\S)")
_DECIMALS = re.compile(r"^[^\S\n]*(\d{1,2})\.(\d{1,2})\.?[^\S\n]+[^\W\d_]", re.MULTILINE)
_AHEAD = 20  # numbers that a page lost may skip


class Counting:
    """One text's way of numbering: which number opens a paragraph, and whether it can follow."""

    def __init__(self, text: str) -> None:
        found = [(int(a), int(b)) for a, b in _DECIMALS.findall(text)]
        steps = sum(b == (a[0], a[1] + 1) or b == (a[0] + 1, 1) for a, b in pairwise(found))
        opens = bool(_DECIMALS.match(text.lstrip()))
        self.decimal = bool(found) and (opens or steps * 2 >= len(found))

    def match(self, text: str, line: Span) -> re.Match[str] | None:
        """The number that opens a line."""
        return (_DECIMAL if self.decimal else _PLAIN).match(text, line.start, line.end)

    def heading(self, text: str, line: Span) -> re.Match[str] | None:
        """The plain number of a heading, where paragraphs have decimal ones."""
        return _PLAIN.match(text, line.start, line.end) if self.decimal else None

    def follows(self, number: str, last: str | None) -> bool:
        """Whether a number can come after the last one."""
        here = [int(piece) for piece in number.split(".")]
        before = [int(piece) for piece in (last or "0").split(".")]
        if self.decimal:
            return last is None or (here > before and here[0] - before[0] <= _AHEAD)
        return before[0] < here[0] <= before[0] + _AHEAD

    def written(self, number: str) -> str:
        """A number as its paragraph is called, in plain digits."""
        return ".".join(str(int(piece)) for piece in number.split("."))
