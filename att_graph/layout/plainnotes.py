"""Footnotes whose marks an extraction set in plain figures: "and Spain.1", later "1 Owing to …".

The raised figure has become one that is glued to a word or its stop, and the note's own line opens
with the same figure. Either alone shows nothing; both together show a note.
"""

import re

from att_graph.text import Amended

_OPENS = re.compile(
    r"^[^\S\n\f]*(?P<label>[1-9]\d?)[^\S\n\f]+(?=[\"“‘'«(\[]?(?P<first>[^\W\d_]))", re.MULTILINE
)
# What no mark is glued to: "Rev.1", "No.1".
_NUMBERED = r"(?<!Rev\.)(?<!Add\.)(?<!Corr\.)(?<!Vol\.)(?<!Art\.)(?<!para\.)(?<!paras\.)"
_GLUED = (
    rf"(?:(?<=[^\W\d_]{{3}}[.,;:!?]){_NUMBERED}|(?<=[^\W\d_][)\]][.,;:!?])"
    r"|(?<=[.,;:!?][\"”’»])|(?<=[a-zß-ÿ]{4}))"
)
_APART = re.compile(r"(?:\n\s*\n|\f|[_—–=-]{3,}\s*\n)[^\S\n\f]*$")
_ABOVE = 200  # code points in which a rule above the line ends
_FAR = 12_000  # code points; a note stands at the foot of its page, or behind the last one


def unmarked(text: str) -> tuple[str, set[int]]:
    """A stored text in; out come it, its plain marks hidden, and where its notes begin."""
    places: set[int] = set()
    marks: dict[int, tuple[int, str]] = {}
    low = last = 0
    for line in _OPENS.finditer(text):
        label, start = line["label"], line.start("label")
        above = text[max(0, line.start() - _ABOVE) : line.start()]
        if int(label) != last + 1 or line["first"].islower() or not _APART.search(above):
            continue
        glued = re.compile(rf"{_GLUED}{label}(?=[\s,.;:)\]]|$)(?!\.\d)")
        found = list(glued.finditer(text, max(low, start - _FAR), line.start()))
        if found:
            marks[found[-1].start()] = (found[-1].end(), "")
            places.add(start)
            low, last = found[-1].end(), int(label)
    if not marks:
        return text, places
    known = text.readings if isinstance(text, Amended) else {}
    return Amended(text, {**marks, **known}), places
