"""Document symbols: a pattern for each family, the canonical form and what the pieces say."""

import re
from collections import Counter
from dataclasses import dataclass

from att_graph.gazetteer import actors, concepts
from att_graph.languages import language
from att_graph.model import Ref

_PART = r"(?:Rev|Add|Corr|Annex)\.?\s?[0-9A-Z]{0,2}(?![A-Za-z])"  # "/Rev.1" and ".Rev1" both occur
_SUFFIX = rf"(?P<suffix>(?:\s?[/.]\s?{_PART})*)\.?"
_START = r"(?<![A-Za-z0-9/.\-])"
_TREATY = rf"{_START}(?P<treaty>[A-Z]{{2,6}})\s?/\s?"
_ORGAN = r"(?:CSP|MSP|CONF|WG|MX|ISM)"
_YEAR = r"(?P<year>(?:19|20)\d\d)\s?/\s?"
# A sort of paper with numbers of its own, perhaps of a preparatory meeting ("PM.1", "MX.1/WP").
_PREPARING = r"(?:PC|PM|MX)(?:\.\d)?"
_PAPER = r"(?:WP|INF|CRP|MISC|DEC|NAT|DG|SR|L)"
_SORT = rf"(?:(?P<type>{_PREPARING}(?:/{_PAPER})?|{_PAPER})\s?[/.]\s?)?"
_NUMBER = r"(?P<number>\d{1,5})(?![0-9A-Za-z]|\s?/\s?(?!Rev|Add|Corr|Annex))"
_REST = rf"{_SORT}{_NUMBER}{_SUFFIX}"
FAMILIES = {
    # ATT/CSP5.WGETI/2019/CHAIR/529/Conf.Rep.Rev1: numbers run through all sessions
    "serial": r"(?<![A-Za-z0-9/])(?P<treaty>[A-Z]{2,6})"
    rf"\s?/\s?(?P<series>[A-Z]+\d*(?:\.[A-Z0-9]+)*)\s?/\s?{_YEAR}"
    r"(?P<code>[A-Z]+(?:\.[A-Z]+)*)\s?/\s?(?P<number>\d{1,5})"
    rf"\s?/\s?(?P<type>[A-Za-z0-9]+(?:\.(?!{_PART})[A-Za-z0-9]+)*){_SUFFIX}",
    # ATT/CSP1/2015/6, CCM/MSP/2024/9, APLC/MSP.21/2023/WP.4: numbers begin anew each session
    "yearly": rf"{_TREATY}(?P<series>{_ORGAN}(?:\.?\d{{1,2}})?)\s?/\s?{_YEAR}{_REST}",
    # BWC/CONF.IX/9, BWC/WG/4/2: without a year
    "numbered": rf"{_TREATY}(?P<series>{_ORGAN}\.(?:[IVXLC]+|\d{{1,4}})|WG\s?/\s?\d{{1,2}})"
    rf"\s?/\s?{_REST}",
    # C-25/5, EC-95/DEC.7: an organ and its session, no treaty
    "sessional": rf"{_START}(?P<series>(?:RC|EC|C)[\-‐–]\d{{1,3}})\s?/\s?{_REST}",
}
_FAMILIES = {name: re.compile(pattern) for name, pattern in FAMILIES.items()}
SYMBOL = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", each) for each in FAMILIES.values()))
_SESSION = re.compile(r"^(?P<organ>[A-Z]+?)[./-]?(?P<n>\d+|(?<=\.)[IVXLC]+)(?P<body>(?:\..+)?)$")
_REVISION = re.compile(r"[/.]Rev\.?[0-9A-Z]{0,2}$")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Symbol:
    """A canonical symbol taken apart. `session` is the number in its series ("CSP11": 11).

    `treaty`, `code` and `type` are empty and `year` is None where the family has none.
    """

    text: str
    treaty: str
    series: str
    session: int | None
    body: str | None
    year: int | None
    code: str
    number: int
    type: str
    suffix: str

    @property
    def stem(self) -> str:
        """The symbol without Rev, Add, Corr or Annex."""
        return self.text.removesuffix(self.suffix)

    @property
    def revised(self) -> str | None:
        """The symbol that this one revises, of an annex or addendum too, or None."""
        found = _REVISION.search(self.suffix)
        if found:
            return self.text.removesuffix(found[0])
        return self.stem if "Rev" in self.suffix and "Annex" not in self.suffix else None

    @property
    def organ(self) -> str:
        """The letters of the series: which body's sessions it counts ("CSP", "MSP", "C")."""
        found = re.match(r"[A-Z]+", self.series)
        return found[0] if found else ""

    @property
    def preparing(self) -> bool:
        """Whether it is a paper of a meeting that prepares the session."""
        return bool(re.match(_PREPARING, self.type))

    @property
    def serial(self) -> bool:
        """Whether the number is one of a count that runs through all sessions."""
        return bool(self.code)


@dataclass(frozen=True)
class Known:
    """What a report prints of symbols: each serial number's series, each symbol's spelling.

    `spelling` has a symbol as `respelt` writes it, and the spelling that counts in this report.
    """

    series: dict[int, set[str]]
    spelling: dict[str, str]

    def spelt(self, symbol: str) -> str:
        """A canonical symbol in, as the report writes it out ("/Rev" where it has ".Rev" too)."""
        return self.spelling.get(respelt(symbol)[0], symbol)


def printed(text: list[str], head: list[str], stated: str | None) -> Known:
    """A report's text and masthead, and the symbol stated for it, in; the symbols there out.

    Of two spellings of a symbol the stated one counts, else the most frequent, else the first.
    """
    series: dict[int, set[str]] = {}
    counted: dict[str, Counter[str]] = {}
    for at, view in enumerate([*text, *head]):
        for found in SYMBOL.finditer(view):
            symbol = take_apart(canonical(found[0]))
            counted.setdefault(respelt(symbol.text)[0], Counter())[symbol.text] += 1
            if symbol.serial and at < len(text):
                series.setdefault(symbol.number, set()).add(symbol.series)
    spelling = {plain: each.most_common(1)[0][0] for plain, each in counted.items()}
    if stated:
        spelling[respelt(canonical(stated))[0]] = canonical(stated)
    return Known(series, spelling)


def canonical(printed: str) -> str:
    """A symbol as printed in; half width, no spaces, no full stop at the end out."""
    return re.sub(r"[‐–]", "-", re.sub(r"\s", "", printed)).rstrip(".")


def take_apart(symbol: str) -> Symbol:
    """A canonical symbol in, its pieces out. Raises ValueError for what is no symbol."""
    for pattern in _FAMILIES.values():
        found = pattern.fullmatch(symbol)
        if found:
            break
    else:
        raise ValueError(f"{symbol!r} is no document symbol")
    pieces = {name: text or "" for name, text in found.groupdict().items()}
    session = _SESSION.match(pieces["series"])
    return Symbol(
        symbol,
        pieces.get("treaty", ""),
        pieces["series"],
        _session_number(session["n"]) if session else None,
        (session["body"][1:] or None) if session else None,
        int(pieces["year"]) if pieces.get("year") else None,
        pieces.get("code", ""),
        int(pieces["number"]),
        pieces["type"],
        pieces["suffix"],
    )


def respelt(symbol: str) -> tuple[str, tuple[str, int, int]]:
    """A canonical symbol in; its suffix written one way ("/Rev.1" as ".Rev1"), and its serial, out.

    The serial is the series, the year and the number: what no two documents share.
    """
    pieces = take_apart(symbol)
    suffix = re.sub(r"[./]?(Rev|Add|Corr|Annex)\.?", r".\1", pieces.suffix)
    series = pieces.series if pieces.serial else f"{pieces.treaty}/{pieces.series}/{pieces.type}"
    return pieces.stem + suffix, (series, pieces.year or 0, pieces.number)


def _session_number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    values = [_ROMAN[letter] for letter in printed]
    return sum(v if v >= max(values[k:]) else -v for k, v in enumerate(values))


def with_session(symbol: Symbol, session: int) -> str:
    """The same symbol of another session: how an evident misprint is read."""
    series = re.sub(r"\d+", str(session), symbol.series, count=1)
    return symbol.text.replace(f"/{symbol.series}/", f"/{series}/", 1)


def treaty_shown(symbol: Symbol) -> Ref | None:
    """The treaty whose bodies issue such symbols, or None where no known one does."""
    refs = actors.coded("symbolCode").get(symbol.treaty or symbol.organ, ())
    treaties = {ref if ref.kind == "treaty" else actors.treaty_of(ref) for ref in refs}
    return treaties.pop() if len(treaties) == 1 else None


def series_shown(symbol: Symbol) -> Ref | None:
    """The body whose sessions the symbol's series counts, under the symbol's treaty."""
    treaty = treaty_shown(symbol)
    return actors.body_coded(symbol.organ, treaty) if treaty else None


def session_shown(symbol: Symbol) -> Ref | None:
    """The meeting that the symbol is of, where the series and its session are known."""
    series = series_shown(symbol)
    if series is None or symbol.preparing:
        return None
    by_year = actors.value(series, "sessionsByYear") == "true"
    session = symbol.year if by_year else symbol.session
    return Ref("meeting", f"{series.key}{session}") if session else None


def document_type(symbol: Symbol | None, title: str | None, lang: str) -> str | None:
    """The key of the document type that the symbol's type piece, or else the title, shows."""
    if symbol and "Annex" not in symbol.suffix:
        codes = concepts.codes("document-type")
        for piece in reversed(symbol.type.split(".")):
            key = codes.get(re.sub(r"\d", "", piece))
            if key:
                return key
    return titled_type(title or "", lang)


def titled_type(title: str, lang: str) -> str | None:
    """The key of the document type that a title's words show.

    Of several words the last counts, or the first where the language puts the head noun there
    ("Draft decision on the report …").
    """
    scheme = concepts.scheme("document-type", lang)
    if not language(lang).choose("title-head", title):
        found = [(title.rfind(words) + len(words), len(words), key)
                 for words, key in scheme.triggers if words in title]  # fmt: skip
        return max(found)[2] if found else None
    first: tuple[int, int, str] | None = None
    for words, key in scheme.triggers:
        at = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", title, re.IGNORECASE)
        if at and (first is None or (at.start(), -len(words)) < first[:2]):
            first = at.start(), -len(words), key
    return first[2] if first else None
