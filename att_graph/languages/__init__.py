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

from att_graph.errors import InputError

SUPPORTED = ("en", "zh")
_SCRIPTS = {
    "ja": r"[\u3040-\u30ff]",
    "ko": r"[\uac00-\ud7af]",
    "zh": r"[\u4e00-\u9fff]",
    "ar": r"[\u0600-\u06ff]",
    "ru": r"[\u0400-\u04ff]",
    "latin": r"[A-Za-z]",
}
_NAMES = {
    "ar": "Arabic",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "de": "German",
    "it": "Italian",
}
# Words that a text in this language cannot do without, for languages that share a script.
_COMMON = {
    "en": r"\b(?:the|of|and|in|to|on|by|with|for|that)\b",
    "fr": r"\b(?:le|la|les|des|du|et|en|à|au|aux|pour|que|par)\b",
    "es": r"\b(?:el|la|los|las|del|de|y|en|al|por|que|para)\b",
    "pt": r"\b(?:o|os|as|dos|das|do|da|e|em|no|na|ao|para|que|não)\b",
    "de": r"\b(?:der|die|das|und|den|dem|des|von|zu|mit|für|im)\b",
    "it": r"\b(?:il|lo|gli|della|delle|dei|di|e|che|per|nel|con)\b",
}
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
    """The language of a text by its script; `name` is for the message.

    Raises InputError when it is none of the supported ones.
    """
    counts = {key: len(re.findall(script, text)) for key, script in _SCRIPTS.items()}
    # A CJK character says about as much as two letters; kana or hangul decide against Chinese.
    counts["latin"] //= 2
    total = sum(counts.values()) or 1
    best = max(counts, key=lambda key: counts[key])
    if best == "zh":
        for other in ("ja", "ko"):
            if counts[other] * 20 > total:
                best = other
    if best == "latin":
        words = {key: len(re.findall(w, text, re.IGNORECASE)) for key, w in _COMMON.items()}
        best = max(words, key=lambda key: words[key])
    if not any(counts.values()):
        raise InputError(f"{name}: holds no words in any script this version knows.")
    if best not in SUPPORTED:
        raise InputError(
            f"{name}: is written in {_NAMES.get(best, best)}, "
            f"which this version does not read (it reads {', '.join(SUPPORTED)})."
        )
    return language(best)
