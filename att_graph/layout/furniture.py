"""What a page repeats: its number, its header and footer. Spans in code points.

The lines that say "page 3 of 12", a job number of the printers, and what stands beside them on page
after page, are no part of the text that goes on around them.
"""

import re
from collections import Counter
from itertools import pairwise

from att_graph.languages import Language
from att_graph.layout.lines import blocks_of, lines_of, page_number
from att_graph.text import Span

_JOB = re.compile(r"(?:\d{1,3}\s+)?[A-Z]{2,4}\.?\s?\d{2}-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{1,3})?")
_SYMBOL = re.compile(r"[A-Z]{1,6}\d*/\S+/\S+")
_FEW = 4  # lines of a header or footer; more are text


def furniture(text: str, language: Language) -> set[int]:
    """Where each line begins that belongs to a page and not to its text."""
    blocks = [lines_of(text, block) for block in blocks_of(text)]
    lines = [line for block in blocks for line in block]
    sure = {line.start for line in lines if _page(text, line, language)}
    if not sure and "\f" not in text:
        return set()
    edges = {b.start for a, b in pairwise(lines) if "\f" in text[a.end : b.start]}
    edges |= {a.start for a, b in pairwise(lines) if "\f" in text[a.end : b.start]}
    count = Counter(_shape(text, line) for line in lines)
    found = set(sure)
    first = _SYMBOL.search(text)
    own = first[0] if first else None  # printed at the head of every page
    for block in blocks:
        if len(block) <= _FEW and any(line.start in sure for line in block):
            found |= {line.start for line in block if not _goes_on(text, line)}
    changed = True
    while changed:  # from the page's number outwards
        changed = False
        for a, b in pairwise(lines):
            for line, beside in ((a, b), (b, a)):
                near = beside.start in found or line.start in edges
                again = count[_shape(text, line)] > 1
                # A number alone at the edge of a page is its number, though it be the only one.
                alone = line.start in edges and page_number(text, line)
                alone = alone or text[line.start : line.end] == own
                if line.start in found or not near or not (again or alone):
                    continue
                if line is not lines[0] or beside.start in found:
                    found.add(line.start)
                    changed = True
    return found


def _page(text: str, line: Span, language: Language) -> bool:
    words = text[line.start : line.end]
    return bool(language.pattern("page-line").fullmatch(words) or _JOB.fullmatch(words))


def _goes_on(text: str, line: Span) -> bool:
    """Whether a line beside a page's number is text all the same: long, and no symbol."""
    words = text[line.start : line.end]
    return line.end - line.start > 90 and not _SYMBOL.search(words)


def _shape(text: str, line: Span) -> str:
    """A line with its digits alike: what pages repeat differs in numbers only."""
    if page_number(text, line):
        return "#"
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text[line.start : line.end]))
