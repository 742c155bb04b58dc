"""Text with its places: a view in which every character knows its offset in the stored text.

Offsets are Unicode code points, 0-based and half-open, everywhere in this package.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from functools import lru_cache

_INVISIBLE = frozenset(
    "\ufeff\u200b\u200c\u200d\u2060\u00ad\u0640"  # among them the stroke that stretches Arabic
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction
)
# What a script writes otherwise and means alike: vowel signs left out, digits, marks.
_VOWELS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_ALIKE = str.maketrans(
    "\u060c\u061b\u061f\u066a\u066b"
    + "".join(map(chr, (*range(0x660, 0x66A), *range(0x6F0, 0x6FA)))),
    ",;?%." + "0123456789" * 2,
)
_LINK = r"!?\[(?P<label>[^\[\]]*)\]\((?P<target>[^()\s]*)\)"
_MARKUP = re.compile(
    r"<sup>(?P<note>[^<>]{1,8})</sup>"  # a footnote's mark
    r"|(?P<raised>[\u00b9\u00b2\u00b3\u2070-\u2079]+)"
    r"|\[\^(?P<mark>\w{1,8})\]"
    r"|" + _LINK + r"|(?P<close>\]\((?:#|https?://[^()\s]*)\))"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>)"
    r"|(?P<emphasis>\*\*|__)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
)
_LINKED = re.compile(_LINK)
# No word ends inside these, and no blank beside them means anything.
_OPENS, _CLOSES = frozenset("([{/«"), frozenset(")]}/»:;!?%")
_EITHER = frozenset("‘’‚‛“”„‟—")  # marks of wide scripts and of alphabets: the other side decides
_RAISED = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789"
)
_ENTITY = re.compile(r"&(nbsp|amp|lt|gt|quot);")
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ufb00-\ufb06]")
_WIDE = re.compile(
    r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201f\u2014]"
)


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of the stored text, in code points."""

    start: int
    end: int


def spot(number: str, item: str | None) -> str:
    """How a paragraph, or an item of it, is called: "24(a)(i)" for the item "a.i"."""
    return number + "".join(f"({level})" for level in (item or "").split(".") if level)


class Places:
    """Named ranges of a text (start, end, name), some of them within others."""

    def __init__(self, spans: Iterable[tuple[int, int, str]]) -> None:
        self._spans = sorted(spans, key=lambda span: (span[0], -span[1]))

    def at(self, offset: int) -> str:
        """The name of the innermost range that holds an offset, or nothing: a masthead has none."""
        before = self._spans[: bisect_right(self._spans, offset, key=lambda span: span[0])]
        return next((name for _, end, name in reversed(before) if offset < end), "")


@dataclass(frozen=True)
class Note:
    """A footnote's mark met in running text: its label and where it stands in the view."""

    label: str
    at: int


@dataclass(frozen=True)
class View:
    """What a reader sees of some ranges of the stored text.

    `norm` is for matching: compatibility forms folded (full width to half width), markup, vowel
    signs and footnote marks left out, white space kept only between two non-CJK characters.
    `shown[i]` is the stored character behind `norm[i]` ("" where one stored character gives
    several), `gap[i]` the white space to show before it, `at[i]` and `to[i]` where it starts and
    ends in the stored text, `piece[i]` the number of its range.
    """

    norm: str
    shown: tuple[str, ...]
    gap: tuple[bool, ...]
    at: tuple[int, ...]
    to: tuple[int, ...]
    piece: tuple[int, ...]
    notes: tuple[Note, ...] = ()

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The stored ranges behind `norm[start:end]`: one, or several where a break splits it."""
        stop = len(self.norm) if end is None else end
        found: list[Span] = []
        begin = start
        for i in range(start + 1, stop + 1):
            if i == stop or self.piece[i] != self.piece[begin]:
                found.append(Span(self.at[begin], self.to[i - 1]))
                begin = i
        return tuple(found)

    def broken(self, stored: str, start: int, end: int) -> bool:
        """Whether a line or page ends inside `norm[start:end]`."""
        spans = self.spans(start, end)
        return len(spans) > 1 or any(
            mark in stored[s.start : s.end] for s in spans for mark in "\n\f"
        )

    def plain(self, start: int = 0, end: int | None = None) -> str:
        """`norm[start:end]` in the characters of the source, white space normalised."""
        stop = len(self.norm) if end is None else end
        out: list[str] = []
        for i in range(start, stop):
            if self.gap[i] and out:
                out.append(" ")
            out.append(self.shown[i])
        return "".join(out).strip()

    def cut(self, start: int, end: int | None = None) -> "View":
        """The view of `norm[start:end]` alone."""
        stop = len(self.norm) if end is None else end
        notes = tuple(Note(n.label, n.at - start) for n in self.notes if start <= n.at <= stop)
        return View(
            self.norm[start:stop],
            self.shown[start:stop],
            self.gap[start:stop],
            self.at[start:stop],
            self.to[start:stop],
            self.piece[start:stop],
            notes,
        )

    def __bool__(self) -> bool:
        return bool(self.norm)


EMPTY = View("", (), (), (), (), ())


class Amended(str):
    """A stored text of which some words are read as others, as a person decided.

    Its characters and offsets are the stored text's; only a view shows the words decided on, each
    with the place of those they stand for.
    """

    readings: dict[int, tuple[int, str]]  # start → end, the words to read; none for a note's mark

    def __new__(cls, stored: str, readings: dict[int, tuple[int, str]] | None = None) -> "Amended":
        text = super().__new__(cls, stored)
        text.readings = readings or {}
        return text


def wide(char: str) -> bool:
    """Whether white space beside this character carries no meaning (CJK text and punctuation)."""
    return bool(_WIDE.match(char))


def latin(text: str) -> bool:
    """Whether a text's letters are all Latin ones: a name in them is the same in English."""
    return not _FOREIGN.search(text)


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Any text as a view would show it: the form in which names are compared."""
    return view(text, [Span(0, len(text))]).norm.strip()


def view(stored: str, ranges: Iterable[Span]) -> View:
    """Stored text and the ranges to read, in order, in; their reading view out."""
    chars: list[tuple[str, str, bool, int, int, int]] = []
    notes: list[Note] = []
    blank = broken = False
    for number, span in enumerate(ranges):
        blank, broken = blank or bool(chars), bool(chars)
        for start, end, seen in _characters(stored, span, notes, chars):
            if seen.isspace():
                blank = True
                broken = broken or seen in "\n\f"
                continue
            folded = _folded(seen)
            if not folded:
                continue
            left, right = (chars[-1][0] if chars else ""), folded[0]
            close = left in _OPENS or right in _CLOSES
            beside = close or any(wide(c) and c not in _EITHER for c in (left, right))
            # A word's own hyphen at the end of a line goes on without a blank.
            beside = beside or (
                broken and left in "-‐" and len(chars) > 1 and chars[-2][0].isalpha()
            )
            if broken and left in "-‐" and _parted(stored, chars, start):
                chars.pop()  # a hyphen that only the end of the line made
            # White space is kept between two letters of an alphabet, dropped beside CJK.
            if blank and left not in ("", " ") and not beside:
                chars.append((" ", "", False, start, end, number))
            show = blank and bool(left) and not (broken and beside)
            chars.append((right, seen, show, start, end, number))
            chars.extend((char, "", False, start, end, number) for char in folded[1:])
            blank = broken = False
    if not chars:
        return View("", (), (), (), (), (), tuple(notes))
    norm, shown, gap, at, to, piece = zip(*chars, strict=True)
    return View("".join(norm), shown, gap, at, to, piece, tuple(notes))


def _parted(stored: str, chars: list[tuple[str, str, bool, int, int, int]], start: int) -> bool:
    """Whether a line's end parted a word: elsewhere the text has it whole, and never hyphened."""
    letters: list[str] = []
    for char in reversed(chars[:-1]):
        if not char[0].isalpha():
            break
        letters.append(char[0])
    rest = re.compile(r"[^\W\d_]+").match(stored, start)
    if not letters or not rest or not rest[0][0].islower():
        return False
    first, second = "".join(reversed(letters)).casefold(), rest[0].casefold()
    words = _words(stored)
    return first + second in words and f"{first}-{second}" not in words


@lru_cache(maxsize=8)
def _words(stored: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", stored.casefold()))


def _folded(seen: str) -> str:
    """A character as it is matched."""
    if seen == "\u00b4":  # a spacing accent in an apostrophe's place
        return "\u2019"
    folded = unicodedata.normalize("NFKC", seen).replace("\u2010", "-")
    return folded if folded < "\u0600" else _VOWELS.sub("", folded).translate(_ALIKE)


def _characters(
    stored: str, span: Span, notes: list[Note], before: Sized
) -> Iterable[tuple[int, int, str]]:
    """Each visible character (with its combining marks): its start, its end, and itself."""
    position = span.start
    readings = stored.readings if isinstance(stored, Amended) else {}
    while position < span.end:
        stop, words = readings.get(position, (0, ""))
        if stop and stop <= span.end:
            if words:
                yield position, stop, words
            else:
                notes.append(Note(stored[position:stop], len(before)))
            position = stop
            continue
        markup = _MARKUP.match(stored, position, span.end)
        if markup:
            label = markup["note"] or markup["mark"] or (markup["raised"] or "").translate(_RAISED)
            if label:
                notes.append(Note(label, len(before)))
            elif markup["label"] is not None:
                yield from _characters(
                    stored, Span(markup.start("label"), markup.end("label")), notes, before
                )
            elif markup["escaped"]:
                yield markup.start("escaped"), markup.end("escaped"), markup["escaped"]
            position = markup.end()
            continue
        if stored[position] == "[" and _LINKED.match(stored, position):
            position += 1  # a link that a page break splits: its ends lie in two ranges
            continue
        entity = _ENTITY.match(stored, position, span.end)
        if entity:
            yield position, entity.end(), _ENTITIES[entity[1]]
            position = entity.end()
            continue
        end = position + 1
        while end < span.end and unicodedata.combining(stored[end]):
            end += 1
        if stored[position] not in _INVISIBLE:
            yield position, end, stored[position:end]
        position = end
