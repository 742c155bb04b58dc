"""The languages reports are read in: each is one module with one `LANGUAGE` table.

A language says how its reports are laid out and how they word things, as patterns over the reading
view's `norm` (full width folded to half width, no white space beside CJK characters). The loaders
hold the meaning; nothing here knows a treaty.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from att_graph.errors import InputError

LATIN = r"[A-Za-z\u00c0-\u024f]"
CJK = r"[\u4e00-\u9fff]"
# What is not read, but told apart so as to say so: its name, its script, words it cannot do without.
_OTHERS = (
    ("Japanese", r"[\u3040-\u30ff]", ""),
    ("Korean", r"[\uac00-\ud7af]", ""),
    ("Portuguese", LATIN, r"\b(?:o|os|as|dos|das|do|da|e|em|no|na|ao|para|que|não)\b"),
    ("German", LATIN, r"\b(?:der|die|das|und|den|dem|des|von|zu|mit|für|im)\b"),
    ("Italian", LATIN, r"\b(?:il|lo|gli|della|delle|dei|di|e|che|per|nel|con)\b"),
)
_CODE = re.compile(r"[a-z]{2,3}")
SUPPORTED = tuple(
    sorted(found.name for found in iter_modules(__path__) if _CODE.fullmatch(found.name))
)
"""The codes of the languages that are read: each module here that is called after one."""
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Language:
    """One language's tables.

    `patterns` are named expressions; a name that a language lacks never matches. `tables` are
    ordered lists of (key, expression) for closed choices. `number` reads a numeral as printed.
    """

    code: str
    patterns: Mapping[str, str]
    tables: Mapping[str, tuple[tuple[str, str], ...]]
    number: Callable[[str], int]

    def pattern(self, name: str) -> re.Pattern[str]:
        """The compiled expression of that name, or one that never matches."""
        return _compiled(self.patterns[name]) if name in self.patterns else _NEVER

    def table(self, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """The compiled rows of a table, in order."""
        for key, expression in self.tables.get(name, ()):
            yield key, _compiled(expression)

    def cue(self, name: str, text: str) -> tuple[str, re.Match[str]] | None:
        """The first row of a table that is found in the text: its key, and where it was found."""
        for key, expression in self.table(name):
            found = expression.search(text)
            if found:
                return key, found
        return None

    def choose(self, name: str, text: str) -> str | None:
        """The key of the first row of a table that is found in the text."""
        cue = self.cue(name, text)
        return cue[0] if cue else None

    def after(self, mark: str, text: str, at: int) -> int:
        """Where what holds `text[at]` begins: behind the last such mark before it, or at 0.

        `after("sentence-end", text, at)` is the start of the sentence around `at`.
        """
        return max((found.end() for found in self.pattern(mark).finditer(text, 0, at)), default=0)

    def sentences(self, text: str) -> list[tuple[str, int]]:
        """The sentences of a text with their offsets; what encloses an end is left to the caller."""
        found, start = [], 0
        for end in self.pattern("sentence-end").finditer(text):
            found.append((text[start : end.end()], start))
            start = end.end()
        if text[start:].strip():
            found.append((text[start:], start))
        return found


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@cache
def language(code: str) -> Language:
    """The tables of a language by its code. Raises InputError when there are none."""
    if code not in SUPPORTED:
        known = ", ".join(SUPPORTED)
        raise InputError(f"language {code!r}: is not one this version reads ({known}).")
    found: Language = import_module(f"att_graph.languages.{code}").LANGUAGE
    return found


def detect(text: str, name: str) -> Language:
    """The language of a text by its script and its commonest words; `name` is for the message.

    Each language states both, as the patterns `script` (one letter) and `common-word` (in small
    letters).

    Raises InputError when it is none of the supported ones.
    """
    known = [
        (code, tongue.patterns.get("script", ""), tongue.patterns.get("common-word", ""))
        for code in SUPPORTED
        for tongue in [language(code)]
    ]
    letters = {script: _letters(script, text) for _, script, _ in (*known, *_OTHERS) if script}
    best = max(letters, key=lambda script: letters[script])
    if not letters[best]:
        raise InputError(f"{name}: holds no words in any script this version knows.")
    if best == CJK:  # kana or hangul decide against Chinese
        for _, script, words in _OTHERS:
            if not words and letters[script] * 20 > sum(letters.values()):
                best = script
    sharing = [row for row in (*known, *_OTHERS) if row[1] == best]
    found = max(sharing, key=lambda row: len(re.findall(row[2], text.lower())) if row[2] else 0)[0]
    if found not in SUPPORTED:
        raise InputError(
            f"{name}: is written in {found}, "
            f"which this version does not read (it reads {', '.join(SUPPORTED)})."
        )
    return language(found)


def _letters(script: str, text: str) -> int:
    """How much of a text is in a script; a CJK character says about as much as two letters."""
    return len(re.findall(script, text)) * (2 if script == CJK else 1)
