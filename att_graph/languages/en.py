"""English: how treaty-conference reports in English are laid out and worded.

All expressions run on the reading view, where white space is one blank and none stands inside
brackets.
"""

import re

from att_graph.languages import Language

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}


def number(printed: str) -> int:
    """A numeral as printed ("ninety-four", "Eleventh", "94", "11th") in, its value out.

    Raises ValueError for anything else.
    """
    plain = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", printed.strip(), re.IGNORECASE)
    if plain:
        return int(plain[1])
    total = part = 0
    words = [w for w in re.split(r"[\s\-‐–]+|\band\b", printed.strip().lower()) if w]
    if not words:
        raise ValueError(f"{printed!r} is no numeral")
    for word in words:
        value = _ORDINALS.get(word)
        if value is None:
            stem = re.sub(r"ieth$", "y", word)
            stem = re.sub(r"th$", "", stem) if stem not in _TENS else stem
            value = _ONES.get(stem, _TENS.get(stem))
        if value is not None:
            part += value
        elif word in ("hundred", "hundredth"):
            part = max(part, 1) * 100
        elif word in ("thousand", "thousandth"):
            total, part = total + max(part, 1) * 1000, 0
        else:
            raise ValueError(f"{printed!r} is no numeral")
    return total + part


PATTERNS: dict[str, str] = {
    # --- layout
    "sentence-end": r"[.!?]",
    # --- masthead
    # --- numbers, dates
    # --- conferences and meetings
    # --- bodies
    # --- participation
    # --- documents
    # --- persons
    # --- elections and appointments
    # --- provisions
    # --- operative acts
    # --- actors in running text
    # --- qualifications of an act
    # --- deadlines
    # --- figures
    # --- findings
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- coverage
    # --- layout: part, kind
    # --- participation: capacity
    # --- persons: role, intervention
    # --- deadline
    # --- figure
}

LANGUAGE = Language("en", PATTERNS, TABLES, number)
