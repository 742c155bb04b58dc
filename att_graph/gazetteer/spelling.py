"""How names in letters are compared: without what editions and extractions change in them.

Capitals, accents, kinds of apostrophe and dash are left aside; a name is a whole word, and a
State's name inside a longer proper name is none.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from att_graph.text import wide

_APOSTROPHES, _DASHES = "'’‘ʼ´`′", "-‐‑‒–—−"
# Letters that Arabic and its neighbours write for one another, mostly at the end of a word.
_ENDINGS = {"\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643"}
ALPHABET = re.compile(r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]")
# A capitalised word that goes before or after a name without a mark between them.
_PROPER = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ÿ][^\W\d_]*[a-zà-ÿ]\s$")
_GOES_ON = re.compile(r"\s[^\W\d_a-zà-ÿ][a-zà-ÿ]")


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """The text without capitals, accents and kinds of apostrophe and dash, character by character.

    The result is as long as the text, so that places found in it are places of the text.
    """
    return "".join(map(_bare, text))


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _DASHES:
        return "-"
    char = _ENDINGS.get(char, char)
    small = unicodedata.normalize("NFD", char)[0].lower()
    return small if len(small) == 1 else char


def capitals(name: str) -> str | None:
    """The name if its capitals count: one word with a capital, or no small letter at all."""
    if name.upper() == name or (" " not in name and name[:1].isupper()):
        return name
    return None


def worn(name: str, spelling: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterable[str]:
    """Other spellings of a name, and what is left of it when apostrophes or accents are lost."""
    if not ALPHABET.search(name) or capitals(name) == name.upper():
        return
    for spelt, printed in spelling:
        yield printed.sub(spelt, name)
    for form in (name, re.sub(r"[^\x00-\x7f]", "", name)):
        if sum(c.isascii() and c.isalpha() for c in form) > 4:  # enough letters left to tell it by
            yield form
            for sign in _APOSTROPHES + _DASHES:
                if sign in form:
                    yield form.replace(sign, "")
                    yield form.replace(sign, " ")


def _letter(char: str) -> bool:
    return char.isalnum() and not wide(char)


def opens(text: str, at: int) -> bool:
    """Whether a word of an alphabet, or anything else, can start at `text[at]`."""
    return not (at and _letter(text[at]) and _letter(text[at - 1]))


def closes(text: str, end: int, kind: str) -> bool:
    """Whether a match that ends here is a whole word; a hyphen may go on to another name."""
    if end >= len(text) or not _letter(text[end - 1]):
        return True
    after = text[end]
    if kind == "state" and after in _DASHES and text[end + 1 : end + 2].isupper():
        return False
    return not _letter(after)


def inside(text: str, start: int, end: int) -> bool:
    """Whether a State's name is a piece of a longer proper name in an alphabet."""
    if wide(text[start]):
        return False
    if start > 1 and text[start - 1] in _DASHES and _letter(text[start - 2]):
        return True
    before = _PROPER.search(text, 0, start)
    # A short word with a capital may be the first of its sentence: "In …", "Since …".
    first = False
    if before and len(before[0]) <= 6:
        first = bool(re.search(r"(?:^|[.:;!?•]\s*)$", text[: before.start()]))
    return bool((before and not first) or _GOES_ON.match(text, end))
