"""Document symbols: one anchored pattern, its canonical form and what its pieces say."""

import re
from dataclasses import dataclass

from att_graph import concepts

_PART = r"(?:Rev|Add|Corr|Annex)\.?\s?[0-9A-Z]{0,2}(?![A-Za-z])"  # "/Rev.1" and ".Rev1" both occur
SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/])(?P<treaty>[A-Z]{2,6})\s?/\s?(?P<series>[A-Z]+\d*(?:\.[A-Z0-9]+)*)"
    r"\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<code>[A-Z]+(?:\.[A-Z]+)*)\s?/\s?(?P<number>\d{1,5})"
    rf"\s?/\s?(?P<type>[A-Za-z0-9]+(?:\.(?!{_PART})[A-Za-z0-9]+)*)"
    rf"(?P<suffix>(?:\s?[/.]\s?{_PART})*)\.?"
)
_SESSION = re.compile(r"^([A-Z]+?)(\d+)((?:\..+)?)$")


@dataclass(frozen=True)
class Symbol:
    """A canonical symbol taken apart. `session` is the number in its series ("CSP11": 11)."""

    text: str
    series: str
    session: int | None
    body: str | None
    year: int
    code: str
    number: int
    type: str
    suffix: str

    @property
    def stem(self) -> str:
        """The symbol without Rev, Add, Corr or Annex."""
        return self.text.removesuffix(self.suffix)


def canonical(printed: str) -> str:
    """A symbol as printed in; half width, no spaces, no full stop at the end out."""
    return re.sub(r"\s", "", printed).rstrip(".")


def take_apart(symbol: str) -> Symbol:
    """A canonical symbol in, its pieces out. Raises ValueError for what is no symbol."""
    found = SYMBOL.fullmatch(symbol)
    if not found:
        raise ValueError(f"{symbol!r} is no document symbol")
    session = _SESSION.match(found["series"])
    return Symbol(
        symbol,
        found["series"],
        int(session[2]) if session else None,
        (session[3][1:] or None) if session else None,
        int(found["year"]),
        found["code"],
        int(found["number"]),
        found["type"],
        found["suffix"],
    )


def respelt(symbol: str) -> tuple[str, tuple[str, int, int]]:
    """A canonical symbol in; its suffix written one way ("/Rev.1" as ".Rev1"), and its serial, out.

    The serial is the series, the year and the number: what no two documents share.
    """
    pieces = take_apart(symbol)
    suffix = re.sub(r"[./]?(Rev|Add|Corr|Annex)\.?", r".\1", pieces.suffix)
    return pieces.stem + suffix, (pieces.series, pieces.year, pieces.number)


def with_session(symbol: Symbol, session: int) -> str:
    """The same symbol of another session: how an evident misprint is read."""
    series = _SESSION.sub(rf"\g<1>{session}\g<3>", symbol.series)
    return symbol.text.replace(f"/{symbol.series}/", f"/{series}/", 1)


def document_type(symbol: Symbol | None, title: str | None, lang: str) -> str | None:
    """The key of the document type that the symbol's type piece, or else the title, shows."""
    if symbol and "Annex" not in symbol.suffix:
        codes = concepts.codes("document-type")
        for piece in reversed(symbol.type.split(".")):
            key = codes.get(re.sub(r"\d", "", piece))
            if key:
                return key
    best: tuple[int, int, str] | None = None
    for words, key in concepts.scheme("document-type", lang).triggers:
        at = (title or "").rfind(words)
        if at >= 0:
            candidate = (at + len(words), len(words), key)
            best = max(best, candidate) if best else candidate
    return best[2] if best else None
