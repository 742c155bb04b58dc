"""Numerals in words: what languages that write them alike share."""

import re
import unicodedata
from collections.abc import Mapping

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015]+")


def plain(words: str) -> str:
    """Words in small letters without accents, to look numerals up by."""
    letters = unicodedata.normalize("NFD", words.strip().lower())
    return "".join(char for char in letters if not unicodedata.combining(char))


def read(printed: str, values: Mapping[str, int], times: Mapping[str, int]) -> int:
    """A numeral in words in, its value out; hyphens and blanks between its words do not matter.

    `values` are added ("soixante", "et": 0), `times` multiply what stands before them ("cents").
    Raises ValueError for anything else: `read("quatre-vingt-onze", …) == 91`.
    """
    rest = _SEPARATORS.sub("", plain(printed))
    known = {**values, **times}
    longest = sorted(known, key=len, reverse=True)
    total = part = 0
    if not rest:
        raise ValueError(f"{printed!r} is no numeral")
    while rest:
        word = next((word for word in longest if rest.startswith(word)), None)
        if word is None:
            raise ValueError(f"{printed!r} is no numeral")
        rest = rest[len(word) :]
        if word in values:
            part += values[word]
        elif times[word] < 1000:
            part = max(part, 1) * times[word]
        else:
            total, part = total + max(part, 1) * times[word], 0
    return total + part
