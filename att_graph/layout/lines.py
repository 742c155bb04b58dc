"""Lines and blocks of a stored text, and the marks that number them; spans in code points."""

import re

from att_graph.text import Span, wide

_INSIDE = r"(?:[^\n\f]|(?<=[^\n\f])\f(?=[^\n\f]))"
_LINE = re.compile(rf"{_INSIDE}+")
_BLOCK = re.compile(rf"[^\S\n\f]*\S{_INSIDE}*(?:\n[^\S\n\f]*\S{_INSIDE}*)*")
_GAP = re.compile(r"(?<=\S{2})[^\S\n\f]{6,}(?=\S)")
_PAGE = re.compile(r"[-–—\s]*(?:第\s*)?\d{1,3}\s*(?:[/／]\s*\d{1,3}|页)?[-–—\s]*")


def ordinal(label: str, style: str) -> int | None:
    """A label's place in a list ("c": 3, "iv": 4), or None where the style has no such label."""
    if style == "number":
        return int(label) if label.isdigit() else None
    if style == "roman":
        values = {"i": 1, "v": 5, "x": 10}
        if not label or any(char not in values for char in label):
            return None
        total = 0
        for char, after in zip(label, [*label[1:], ""], strict=True):
            value = values[char]
            total += -value if after and values[after] > value else value
        return total
    if label.isdigit() or not label.isalpha():
        return None
    return ord(label) - 96 if len(label) == 1 else None


def balanced(text: str) -> bool:
    """Whether every bracket that opens in the text closes there."""
    return all(text.count(a) == text.count(b) for a, b in ("()", "[]", "《》", "“”"))


def page_number(text: str, block: Span) -> bool:
    """Whether a block holds a page's number and nothing else."""
    return block.end - block.start < 20 and bool(_PAGE.fullmatch(text, block.start, block.end))


def weight(text: str) -> int:
    """How much a text says, in Chinese characters: three letters of an alphabet count as one."""
    broad = sum(map(wide, text))
    return broad + (len(text) - broad) // 3


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def columns_of(text: str, block: Span) -> list[list[Span]]:
    """What the two columns of a masthead say, left first; [] where the block has one column.

    Each entry is a line with those that it runs on over: it was full, or the next starts small.
    """
    left: list[Span] = []
    right: list[Span] = []
    for line in lines_of(text, block):
        gap = _GAP.search(text, line.start, line.end)
        if gap:
            left.append(Span(line.start, gap.start()))
            right.append(Span(gap.end(), line.end))
        else:
            left.append(line)
    if not right:
        return []
    room = max(line.end - line.start for line in left) * 3 // 4
    joined: list[list[Span]] = []
    for line in left:
        before = joined[-1][-1] if joined else None
        small = text[line.start].islower()
        if (
            before
            and (small or before.end - before.start >= room)
            and not text[line.start].isdigit()
        ):
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined + [[line] for line in right]


def lines_of(text: str, block: Span) -> list[Span]:
    """The lines of a block, trimmed."""
    found = _LINE.finditer(text[block.start : block.end])
    return [trim(text, Span(block.start + x.start(), block.start + x.end())) for x in found]


def cells_of(text: str, line: Span) -> list[Span]:
    """What tabs or bars part a line into; empty cells left out."""
    cells, start = [], line.start
    for found in re.finditer(r"\t+|\s*\|\s*", text[line.start : line.end]):
        cells.append(Span(start, line.start + found.start()))
        start = line.start + found.end()
    cells.append(Span(start, line.end))
    return [cell for cell in cells if text[cell.start : cell.end].strip()]


def blocks_of(text: str) -> list[Span]:
    """Runs of lines between blank lines and the ends of pages (form feeds).

    A form feed inside a line ends no block: there a paragraph goes on over the page's end.
    """
    return [Span(found.start(), found.end()) for found in _BLOCK.finditer(text)]
