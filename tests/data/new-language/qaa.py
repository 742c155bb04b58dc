"""An invented language, with no more than a short report needs: what the recipe asks for."""

from att_graph.languages import LATIN, Language

_WORDS = ("nul", "un", "dor", "tris", "kvar", "pem", "sek", "zif", "olt", "nov", "dek")
_NUM = rf"(?:\d{{1,9}}|(?i:\b(?:{'|'.join(_WORDS)}))\b)"
_COUNT = rf"(?P<count>{_NUM})(?: \((?P<figure>\d+)\))?"
_NTH = rf"(?i:(?:{'|'.join(_WORDS[1:])})elik)"
_CONFERENCE = rf"{_NTH} Kelvar na Sotirim"
_MONTH = r"(?:unmor|oltmor)"
_DAY = rf"(?P<d>\d{{1,2}}) (?P<m>{_MONTH}) (?P<y>\d{{4}})"
_RANGE = rf"(?P<d>\d{{1,2}}) da (?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}) (?P<y2>\d{{4}})"


def number(printed: str) -> int:
    """A numeral as printed ("tris", "kvarelik", "94") in, its value out."""
    plain = printed.strip().lower().removesuffix("elik")
    return int(plain) if plain.isdigit() else _WORDS.index(plain)


PATTERNS = {
    "script": LATIN,
    "common-word": r"\b(?:ut|na|olu|pri|zel|vin)\b",
    "sentence-end": r"\.(?=\s|$)",
    "stop": r"[;.](?=\s|$)",
    "closed": r"[.;:]$",
    "new-sentence": r"\s*(?:$|[A-Z0-9])",
    "submitted-by": r"^Donat vin: (?P<who>.+)$",
    "date": _DAY,
    "range": _RANGE,
    "range-in-list": _RANGE,
    "conference": _CONFERENCE,
    "conferences": _CONFERENCE,
    "ordinal": rf"(?P<n>{_NTH})",
    "session-name": _CONFERENCE,
    "session-verb": r"\bsatet\b",
    "session-gap": r" ?",
    "session-place": r"\bolu (?P<place>[A-Z]\w+ \([A-Z]\w+\))",
    "attendance": r"(?:^|(?<=\. ))(?P<head>[^:.]*?\bparsanet\b[^:.]*):",
    "stated-count": rf"{_COUNT}(?= Sotirim)",
    "list-end": r"\.(?=\s|$)",
    "list-mark": r"(?P<strong>; )|(?P<and> ut )|(?P<comma>, )",
    "state-and": r"\sut\s",
    "subject": r"(?:^|(?<=\. ))Kelvar(?! na)",
    "filler": r"\s+",
    "coordinator": r"(?P<word>\but) ",
    "actor-noun": r"Sotirim|Sekretari",
    "actor-joint": r" ut ",
    "asked-by": r" zel ",
    "act-end": r"[,.;\s]+$",
}

TABLES = {
    "part": (
        ("introduction", r"(?i:prolim)"),
        ("organisation", r"(?i:ordim)"),
        ("decisions", r"(?i:dekretim)"),
    ),
    "kind": (("conference-report", r"(?i:finat raportu)"),),
    "month": (("01", r"^unmor"), ("08", r"^oltmor")),
    "capacity": (("signatory", r"Signatim"), ("state-party", r"Sotirim")),
    "verb-form": (("past", r"et$"),),
}

LANGUAGE = Language("qaa", PATTERNS, TABLES, number)
