"""The characters of a PDF's page in; its lines out, each with its words in reading order.

Points as unit, the origin at the lower left, as in PDF. A line is a run of characters on one base
line; a gap that no blank between words has parts it from the next. On a right-to-left page the
places are mirrored, so that reading goes with growing `x` everywhere.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from att_graph.forms.glyphs import RIGHT_TO_LEFT, logical, ordinary, paired, unligated
from att_graph.text import wide

_NO_START = frozenset("、。，；：？！）》〉】」』”’,.;:!?)]}%…·")
_BLANK = 0.22  # of the letter size: a gap between two letters that is a blank

_STRETCHED = 3.0  # the widest that a justified blank may be


@dataclass(frozen=True)
class Char:
    """A character where it stands: left, right, base line, letter size.

    `drawn` numbers the operation that draws it: what one draws is one run, however wide its blanks.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    drawn: int = 0


@dataclass(frozen=True)
class Token:
    """A character in a line: `blank` when one stands before it, `raised` above the base line."""

    text: str
    x0: float
    x1: float
    blank: bool = False
    raised: bool = False


@dataclass
class Line:
    """Characters on one base line, in reading order. `order` is its place in the file."""

    tokens: list[Token]
    y: float
    size: float
    order: int

    @property
    def x0(self) -> float:
        """Where it starts."""
        return min(token.x0 for token in self.tokens)

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(token.x1 for token in self.tokens)

    @property
    def text(self) -> str:
        """Its words; raised numbers as `[^1]`."""
        out, mark = "", ""
        for token in [*self.tokens, Token("", 0, 0)]:
            if token.raised and token.text.isdigit():
                mark += token.text
                continue
            if mark:
                out, mark = f"{out}[^{mark}]", ""
            out += (" " if token.blank and out else "") + token.text
        return unicodedata.normalize("NFC", out)

    def label(self) -> str | None:
        """The raised number with which it starts: the label of a footnote."""
        found = re.match(r"\[\^(\d{1,3})\]\s*(?=\S)", self.text)
        return found[1] if found else None

    def first_word(self, whole: bool = False) -> float:
        """The width of what stands before its first break opportunity.

        That is behind any CJK character, or with `whole` at a blank alone.
        """
        end = 1
        while end < len(self.tokens) and not self.tokens[end].blank:
            text, before = self.tokens[end].text, self.tokens[end - 1].text
            if not whole and (wide(text[0]) or wide(before[-1])) and text not in _NO_START:
                break
            end += 1
        return self.tokens[end - 1].x1 - self.tokens[0].x0

    def split(self, x: float) -> "tuple[Line, Line] | None":
        """The line parted before the word that starts at `x`, or None where none does."""
        for at in range(1, len(self.tokens)):
            token, before = self.tokens[at], self.tokens[at - 1]
            if abs(token.x0 - x) < 1.5 and token.x0 - before.x1 > 0.35 * self.size:
                left = Line(self.tokens[:at], self.y, self.size, self.order)
                first = Token(token.text, token.x0, token.x1, False, token.raised)
                rest = [first, *self.tokens[at + 1 :]]
                return left, Line(rest, self.y, self.size, self.order)
        return None


@dataclass
class Page:
    """A page: its size, its lines from top to bottom, and what is drawn on it.

    Horizontal `rules` are (left, right, y), vertical `walls` (x, bottom, top).
    """

    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    walls: list[tuple[float, float, float]] = field(default_factory=list)


@dataclass(frozen=True)
class _Habits:
    """How a page writes: from right to left; blanks beside CJK letters; all blanks lost."""

    backwards: bool
    beside: bool
    lost: bool

    @classmethod
    def of(cls, chars: list[Char]) -> "_Habits":
        letters = sum(1 for char in chars if char.text.isalpha())
        turned = sum(1 for char in chars if RIGHT_TO_LEFT.match(char.text))
        texts = [char.text[:1] for char in chars]
        both = zip(texts, texts[1:], texts[2:], strict=False)
        beside = sum(1 for a, b, c in both if b == " " and wide(a) != wide(c) and c != " ")
        blanks = sum(1 for text in texts if text == " ")
        tight = sum(
            1 for a, b in pairwise(texts) if a.isalnum() and b.isalnum() and wide(a) != wide(b)
        )
        # Some fonts' blanks are lost on the way: where there are none at all, the gaps tell.
        lost = blanks * 50 < letters
        return cls(turned * 2 > letters, lost or beside > max(1, tight) * 0.25, lost)


def laid_out(page: Page, chars: list[Char]) -> Page:
    """A page without lines and its characters in the order of the file in; its lines put in."""
    habits = _Habits.of(chars)
    for order, run in _runs(chars):
        page.lines += _lines(run, order, habits, page)
    if habits.backwards:
        page.rules = [(page.width - x1, page.width - x0, y) for x0, x1, y in page.rules]
        for line in page.lines:
            line.tokens = [
                Token(x.text, page.width - x.x1, page.width - x.x0, x.blank, x.raised)
                for x in line.tokens
            ]
    page.lines.sort(key=lambda line: (-line.y, line.x0))
    return page


def _runs(chars: list[Char]) -> Iterable[tuple[int, list[Char]]]:
    """Characters of one base line with no wide gap: first as they follow, then as they lie."""
    found: list[tuple[int, list[Char]]] = []
    for order, char in enumerate(chars):
        if found and _follows(found[-1][1], char):
            found[-1][1].append(char)
        elif char.text != " ":
            found.append((order, [char]))
    # Pieces of one line that the file holds apart: a list's mark, a raised number, a bold word,
    # and quotation marks, which may be drawn before the words between them.
    merged = _merged(found, adjoining=True)
    while len(again := _merged(merged, adjoining=False)) < len(merged):
        merged = again
    return _stretched(merged)


def _stretched(runs: list[tuple[int, list[Char]]]) -> list[tuple[int, list[Char]]]:
    """Runs that one operation draws, with nothing between: a justified line with wide blanks."""
    out: list[tuple[int, list[Char]]] = []
    for order, run in sorted(runs, key=lambda pair: (-_base(pair[1]).y, pair[1][0].x0)):
        first, last = min(run, key=_left), max(out[-1][1], key=_left) if out else None
        if (
            last is not None
            and last.drawn == first.drawn != 0
            and abs(last.y - first.y) < 0.12 * first.size
        ):
            out[-1] = (min(order, out[-1][0]), [*out[-1][1], *run])
        else:
            out.append((order, run))
    return out


def _left(char: Char) -> float:
    return char.x0


def _merged(runs: list[tuple[int, list[Char]]], adjoining: bool) -> list[tuple[int, list[Char]]]:
    """Runs put together where they are one line; `adjoining` when each follows the one before."""
    out: list[tuple[int, list[Char]]] = []
    for order, run in runs:
        for at in range(len(out) - 1, max(-1, len(out) - 40), -1):
            after = adjoining and at == len(out) - 1
            if _beside(out[at][1], run, after) or _beside(run, out[at][1], False):
                out[at] = (min(order, out[at][0]), [*out[at][1], *run])
                break
        else:
            out.append((order, run))
    return out


def _follows(run: list[Char], char: Char) -> bool:
    """Whether a character goes on with the run before it, on its line or raised from it."""
    last = run[-1]
    size = max(last.size, char.size)
    base = _base(run)
    rise = char.y - base.y
    same = abs(rise) < 0.12 * size or (char.size < 0.85 * base.size and 0 < rise < 0.65 * base.size)
    if not same:
        return False
    back = char.x0 < last.x0 - 0.25 * size
    if back and not (RIGHT_TO_LEFT.match(char.text) or RIGHT_TO_LEFT.match(last.text)):
        return False  # another cell begins, even where this one runs into it
    gap = max(char.x0 - last.x1, last.x0 - char.x1)
    blank = last.text == " " or char.text == " "
    return gap < (_STRETCHED if blank else 0.9) * size and gap > -60 * size


def _base(run: list[Char]) -> Char:
    """A character that stands on the base line: one of the largest."""
    return max(run, key=lambda char: char.size)


def _beside(one: list[Char], other: list[Char], after: bool) -> bool:
    """Whether two runs are one line: the same base line (or raised), and no more than a blank.

    `after` when the file draws the other right after the one.
    """
    a, b = _base(one), _base(other)
    size = max(a.size, b.size)
    low, high = (a, b) if a.size >= b.size else (b, a)
    rise = high.y - low.y
    raised = high.size < 0.85 * low.size and 0.1 * size < rise < 0.65 * low.size
    if not (abs(rise) < 0.12 * size or raised):
        return False
    x0, x1 = min(char.x0 for char in other), max(char.x1 for char in other)
    # The other may fill a gap in the one: some files draw all quotation marks of a line last.
    gap = min(max(char.x0 - x1, x0 - char.x1) for char in one if char.text.strip())
    inside = min(char.x0 for char in one) < x0 and x1 < max(char.x1 for char in one)
    label = raised and high is a and x0 > high.x0  # of a footnote
    most = 1.0 if label else 0.7 if (after or inside) and not raised else 0.3
    return -0.3 * size < gap < most * size


def _lines(run: list[Char], order: int, habits: _Habits, page: Page) -> Iterable[Line]:
    """A run as a line, or as several where a vertical rule stands between its words."""
    letters = [char for char in run if char.text.strip()]
    if not letters:
        return
    size = median(char.size for char in letters)
    size = max(char.size for char in letters if char.size <= size * 1.3)
    base = median(char.y for char in letters if char.size > 0.85 * size)
    turned = sum(1 for char in letters if RIGHT_TO_LEFT.match(char.text))
    backwards = turned > 0 and (habits.backwards or turned * 2.5 > len(letters) - turned)
    walls = [x for x, low, high in page.walls if low <= base + 0.3 * size <= high]
    tokens: list[Token] = []
    blank = False
    last: Char | None = None
    ranged = [run[at] for at in sorted(range(len(run)), key=lambda at: (round(run[at].x0, 1), at))]
    gaps = [b.x0 - a.x1 for a, b in pairwise(ranged) if wide(a.text[-1]) and wide(b.text[0])]
    usual = median(gaps or [0.0]) / size
    for char in ranged:
        if not char.text.strip():
            blank = bool(tokens)
            continue
        if last is not None and any(last.x1 - 1 < x < char.x0 + 1 for x in walls):
            yield Line(_turned(tokens) if backwards else tokens, base, size, order)
            tokens, blank = [], False
        elif last is not None and not blank:
            blank = _blank(last, char, size, habits, usual)
        high = char.size < 0.85 * size and char.y - base > 0.1 * size
        tokens.append(Token(char.text, char.x0, char.x1, blank, high))
        blank, last = False, char
    yield Line(_turned(tokens) if backwards else tokens, base, size, order)


def _blank(last: Char, char: Char, size: float, habits: _Habits, usual: float) -> bool:
    """Whether the gap between two letters is a blank that the file does not hold.

    `usual` is the gap on this line: a justified line has wider ones between all its letters.
    """
    gap = (char.x0 - last.x1) / size
    beside = wide(last.text[-1]), wide(char.text[0])
    if all(beside):
        return habits.lost and usual < 0.04 and gap > _BLANK and last.text.isalpha()
    if any(beside):
        return habits.beside and gap > _BLANK
    return gap > _BLANK


def _turned(tokens: list[Token]) -> list[Token]:
    """The tokens of a right-to-left line in reading order."""
    clusters: list[tuple[str, Token | None]] = []
    for token in tokens:
        if token.blank:
            clusters.append((" ", None))
        same = clusters and clusters[-1][1] and abs(clusters[-1][1].x0 - token.x0) < 0.05
        if same and clusters[-1][1]:  # one glyph that stands for several letters, or a vowel mark
            before = clusters[-1][1]
            joined = Token(
                unligated(before.text + token.text), before.x0, before.x1, False, before.raised
            )
            clusters[-1] = (joined.text, joined)
        else:
            clusters.append((token.text, token))
    out: list[Token] = []
    blank = False
    for place in logical([text for text, _ in clusters]):
        shown = clusters[place][1]
        if shown is None:
            blank = bool(out)
            continue
        out.append(Token(shown.text, shown.x0, shown.x1, blank, shown.raised))
        blank = False
    whole = "".join(token.text for token in out)
    turned, at, fixed = paired(whole), 0, []
    for token in out:
        text = turned[at : at + len(token.text)]
        at += len(token.text)
        fixed.append(Token(text, token.x0, token.x1, token.blank, token.raised))
    return fixed


def cleaned(chars: Iterable[Char]) -> list[Char]:
    """Characters as a font calls them in, ordinary ones out."""
    out = []
    for char in chars:
        text = ordinary(char.text)
        if text:
            x1 = max(char.x1, char.x0 + char.size) if wide(text) and text > "\u2e7f" else char.x1
            out.append(replace(char, text=text, x1=x1))
    for at, (one, two) in enumerate(pairwise(out)):
        if one.x0 == two.x0 and one.y == two.y:  # two letters of one glyph
            right = max(one.x1, two.x1)
            out[at], out[at + 1] = replace(one, x1=right), replace(two, x1=right)
    return out


def leading(lines: list[Line]) -> float:
    """The distance of two lines of one paragraph: the most frequent, in letter sizes."""
    steps: dict[float, int] = {}
    for above, below in pairwise(lines):
        step = above.y - below.y
        if abs(above.size - below.size) < 0.5 and 0.9 * below.size < step < 2.6 * below.size:
            key = round(step / below.size, 1)
            steps[key] = steps.get(key, 0) + 1
    return max(steps, key=lambda key: (steps[key], -key)) if steps else 1.2
