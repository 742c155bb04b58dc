"""English numerals, dates, conferences and meetings, and the provisions cited."""

import re

_SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_ROUND = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = {word: value for value, word in enumerate(_SMALL.split("|"))}
_TENS = {word: 10 * value for value, word in enumerate(_ROUND.split("|"), 2)}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}

# "ninetythree": an extraction may have lost the hyphen
_WORD = rf"(?:(?:{_ROUND})(?:one|two|three|four|five|six|seven|eight|nine)|{_SMALL}|{_ROUND}|hundred|thousand)"
NUM = rf"(?:\d{{1,9}}|(?i:\b{_WORD}(?:(?:\s|[-‐–]|,? and ){_WORD})*)\b)"
COUNT = rf"(?P<count>{NUM})(?:\s?\((?P<figure>\d{{1,9}})\))?"
NTH = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?i:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‐– ]?)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth))"
)
_PARTIES = r"of (?:the )?States Parties"
ASSEMBLY = (
    rf"(?:(?:Conference|Meeting) {_PARTIES}|Review Conference(?: {_PARTIES})?"
    rf"|Session of the Conference {_PARTIES})"
)
CONFERENCE = (
    rf"(?:{NTH} (?i:{ASSEMBLY})(?: \((?:CSP\s?\d{{1,3}}|\d{{1,3}}\s?[A-Z]{{2,4}})\))?"
    rf"|{NTH} Conference\b(?! (?:on|for|of|to|Centre|Center)\b)|\bCSP\s?\d{{1,3}})"
)
CAPS = r"[A-ZÀ-Þ][\w’'\-]*(?:(?: (?:of|de|la|del|da|do|des|du)(?= [A-ZÀ-Þ]))? [A-ZÀ-Þ][\w’'\-]*)*"
WORKING_GROUP = (
    r"(?<!Sub-)(?<!sub-)(?:ATT |Treaty )?(?:CSP\s?\d{1,3} )?(?:Working Groups?|working groups?)"
    r"(?: on [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?(?: \([A-Z]+\))?"
)
SEVERAL = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ii]ts|[Aa]ll|[Ee]ach of the|first|second|third|[Ff]inal|single) )*"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ST = r"(?:st|nd|rd|th)?"
# A number behind one of these words is no day: "Rule 5 24 August".
_NO_DAY = r"(?<![\w/.:])(?<!Rule )(?<!Article )(?<!paragraph )(?<!item )(?<!page )(?<!section )"
# Some extractions lose the dash between two days, or the white space too: "26 30", "2427".
_TO = r"(?: ?[-‐‑–—−~] ?| to | until | through | till | )"


def _dates(year: str) -> str:
    """Every way to print a day or a range of days; `year` is "" or "?" (in a list, one serves all).

    The pieces of each alternative have a name of their own: d, d_, d__ … (see loaders/dates.py).
    """
    return (
        rf"(?:{_NO_DAY}(?P<d>\d{{1,2}}){_ST}(?: (?:of )?(?P<m>{MONTH})(?:,? (?P<y>\d{{4}}))?)?{_TO}"
        rf"(?P<d2>\d{{1,2}}){_ST} (?:of )?(?P<m2>{MONTH})(?:,? (?P<y2>\d{{4}})){year}(?!\d)"
        rf"|{_NO_DAY}(?P<d_____>\d{{1,2}}){_ST} and (?P<d2_____>\d{{1,2}}){_ST} (?:of )?(?P<m2_____>{MONTH})"
        rf"(?:,? (?P<y2_____>\d{{4}})){year}"
        rf"|{_NO_DAY}(?P<d_>\d{{1,2}})(?P<d2_>\d{{2}}) (?P<m2_>{MONTH}),? (?P<y2_>\d{{4}})"
        rf"|{_NO_DAY}(?P<d__>\d{{1,2}}){_ST} (?:of )?(?P<m__>{MONTH})(?:,? (?P<y__>\d{{4}})){year}(?!\d)"
        rf"|\b(?P<m___>{MONTH}) (?P<d___>\d{{1,2}}){_ST}(?:, (?P<y___>\d{{4}}))?{_TO}"
        rf"(?:(?P<m2___>{MONTH}) )?(?P<d2___>\d{{1,2}}){_ST}(?:,? (?P<y2___>\d{{4}})){year}(?!\d)"
        rf"|\b(?P<m____>{MONTH}) (?P<d____>\d{{1,2}}){_ST}(?:,? (?P<y____>\d{{4}})){year}(?!\d))"
    )


RANGE = _dates("")
IN_LIST = _dates("?")
DAY = (
    rf"(?:(?<!\d)(?P<d>\d{{1,2}}){_ST} (?:of )?(?P<m>{MONTH}),? (?P<y>\d{{4}})(?!\d)"
    rf"|\b(?P<m_>{MONTH}) (?P<d_>\d{{1,2}}){_ST},? (?P<y_>\d{{4}})(?!\d))"
)


ARTICLE = r"\d{1,3}(?:\.\d{1,3})*(?: ?\([a-z0-9]{1,3}(?:\)?[-‐‑–—]\(?[a-z0-9])?\))*"
ARTICLES = rf"{ARTICLE}(?:(?:,? and |, | & | or )(?:[Rr]ule |[Aa]rticle )?{ARTICLE})*"


def number(printed: str) -> int:
    """A numeral as printed ("ninety-four", "Eleventh", "94", "11th") in, its value out.

    Raises ValueError for anything else.
    """
    plain = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", printed.strip(), re.IGNORECASE)
    if plain:
        return int(plain[1])
    total = part = 0
    parted = re.sub(rf"\b({_ROUND})(?=\w)", r"\1 ", printed.strip().lower())
    words = [w for w in re.split(r"[\s\-‐–]+|\band\b", parted) if w]
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


# The number of a part before a heading, and the treaty behind it.


PATTERNS: dict[str, str] = {
    # --- numbers, dates
    "date": DAY,
    "range": RANGE,
    "range-in-list": IN_LIST,
    "broken-date": rf"{WEEKDAY},? (?:{MONTH},? \d{{4}}|\d{{1,2}},? \d{{4}})(?!\d)"
    r"|\b(?:on|by|before|until) (?:the )?\d{1,2}(?:st|nd|rd|th)?,? \d{4}(?![\d/])",
    "weekday": rf"(?P<weekday>{WEEKDAY}),? (?:the )?{DAY}",
    # --- conferences and meetings
    "conference": CONFERENCE,
    "conferences": rf"(?:{NTH}(?:(?:,? and |, | to | through |[-–])(?:the )?{NTH})* (?i:(?:Conferences?|Meetings?) {_PARTIES}|Review Conferences?(?: {_PARTIES})?|Sessions? of the Conference {_PARTIES})"
    r"|\bCSP\s?\d{1,3}(?:(?:,? and |, | to | through |[-–])CSP\s?\d{1,3})*)",
    "counted": rf"(?P<n>{NTH}) (?i:(?:informal|formal) )*$",
    "session": rf"(?P<n>{NTH}) (?P<what>(?i:session|meeting))\b(?! of)",
    "ordinal": rf"(?:\bCSP ?)?(?P<n>(?<=CSP)\d{{1,3}}|(?<=CSP )\d{{1,3}}|{NTH})",
    "ordinal-range": rf"(?:\bCSP ?)?(?P<a>(?<=CSP)\d{{1,3}}|(?<=CSP )\d{{1,3}}|{NTH})(?: to | through |[-–])(?:the )?(?:CSP ?)?(?P<b>(?<=CSP)\d{{1,3}}|(?<=CSP )\d{{1,3}}|{NTH})",
    "city": rf"(?:^|\b(?:in|at) )(?P<city>{CAPS}), (?=(?:the )?[A-ZÀ-Þ])",
    "preparatory": r"(?i:preparatory (?:meetings?|sessions?))",
    "group-sessions": r"(?<!Sub-)(?<!sub-)(?:Working Groups?|working groups?|WORKING GROUPS?)",
    "label-lead": r"^(?:(?:[Tt]he|[Oo]ne|[Aa]n?|[Ii]ts|[Tt]his|[Aa]ll|[Ee]ach of the) )+",
    "session-name": rf"(?:[Tt]he )?(?:{NTH} Session|\d{{4}} (?:Meeting|Session|Conference))(?: of (?:the )?(?:Conference of )?(?:the )?States Parties)?"
    rf"|(?:[Tt]he )?{NTH} (?:formal )?(?:meeting|session) of (?:the )?[A-Z][^,.;()]{{2,60}}?(?: \([A-Z]+\))?(?=,| was| were| will| took| is|\.| held|$)"
    rf"|(?:[Tt]he |[Aa]n )?(?i:extraordinary (?:meeting|session|conference)(?: of (?:the )?States Parties)?)"
    rf"|{SEVERAL}(?:(?:{CONFERENCE}|CSP) )?(?:[Ii]nformal |[Ff]ormal )*[Pp]reparatory (?:[Mm]eetings?|[Ss]essions?)(?: (?:for|of) (?:the Conference\b(?! of)|(?:the )?{CONFERENCE}))?"
    rf"|{SEVERAL}(?:[Ss]ets? of |[Ss]eries of )?(?i:meetings? of ){SEVERAL}(?:{WORKING_GROUP}|[A-Z]{{3,8}}\b)"
    rf"|{SEVERAL}{WORKING_GROUP}(?: (?i:meetings?)\b)?|{SEVERAL}\b[A-Z]{{3,8}}\b(?: (?i:meetings?)\b)?"
    rf"|(?:the |The )?{CONFERENCE}|(?:[Tt]he|[Tt]his) (?:present )?(?:Conference|Meeting)\b(?! (?:of|Centre|Center|Room|Hall)\b)",
    "session-of-year": r"\b\d{4}(?= (?:Meeting|Session|Conference)\b)",
    "session-verb": r"\b(?P<opening>(?:was|were)(?: \w+ly)? opened(?= (?:in|at)\b))|\b(?:was|were|is|are|be|been|being)(?: \w+ly)? (?:held|convened|organi[sz]ed|hosted)\b"
    r"|\b(?:took|takes?|taken|taking) place\b|\bmet\b|\bmeets?\b|\bconvened(?= (?:on|from|in|at|for)\b)"
    r"|\b(?P<active>held|holds?|holding|convened?|convening|organi[sz]ed|hosted)\b",
    "session-gap": r"(?: \([^()]*\))*(?: to (?:the )?(?:(?:[A-Z]\w*(?: (?:and|on|of|the))* ?){1,8}(?: ?\([A-Z]+\))?)?)?(?: of the (?:Treaty|Convention|Conference))?"
    r"(?:,? (?:established|set up|created)\b[^.;]{0,80}?)?,? ?(?:(?:which|that|each|all|also|subsequently|then|both|have|has|had|will|would|shall|is to|are to|be|to|was|were|been|now|formally|successfully)(?: |$))*",
    "session-of": r",?(?: \([A-Z0-9]+\))?,?(?: (?:which (?:was|were) )?(?:to be )?(?:held|scheduled|convened))?,?(?: (?:of|on|from|for))? ?\(?",
    "place-lead": r" ?\bin $",
    "session-agent": r"\b(?:established|created|set up|mandated|adopted|elected|decided|endorsed|approved|authori[sz]ed) by $",
    "session-break": r";|, (?:and|but) (?:[a-z]+ed|took|sent|gave|made|began)\b",
    "extraordinary": r"(?i:extraordinary (?:meeting|session|conference))",
    "session-lead": r",? ?(?:the )?",
    "joined-names": r",? and (?:of )?",
    "date-gap": r"[,;]?(?: and)?(?: (?:from|on|between))? ?",
    "session-place": rf"\bin (?P<place>(?!(?:the )?(?:{MONTH}|{WEEKDAY}|Article|Rule|Rules|Part|Annex|Section|Item|Conference|Conferences|CSP\d*|[A-Z]{{3,}})\b)(?:the )?{CAPS}(?:, (?:the )?{CAPS})?)",
    "session-venue": rf"\bat (?:the )?(?P<venue>(?!(?:Conference|Conferences|Meeting|Meetings|CSP\d*|{NTH})\b){CAPS}(?: \([A-Z]{{2,}}\))?)",
    "venue-of": rf"(?i:\bvenue (?:of|for) )(?P<what>(?:the )?(?:present )?Conference|(?:the )?{CONFERENCE}) (?:was|is|will be|shall be) (?:at )?(?:the )?(?P<venue>{CAPS}(?: \([A-Z]{{2,}}\))?)",
    "session-mode": r"\b(?i:in[- ]?person|hybrid|written procedure|silence procedure|in writing|face-to-face|virtually|online)\b",
    "listed-ordinal": rf"(?P<through>(?:\bto|\bthrough|–|-) ?(?:the )?)?\b(?P<n>{NTH})\b(?=,| and| \(| Conferences?\b| in | by | through | to | on | from |\))",
    "conference-noun": r"(?i:\b(?:(?:conferences?|meetings) of (?:the )?states parties|review conferences))",
    "nth-session": rf"(?P<n>{NTH}) (?:formal )?meeting of (?:the )?(?P<body>[A-Z][^,.;□]{{2,80}}?)(?= ?[,.;□]| and | was | is | held| established|$)",
    "nth-session-short": rf"(?P<n>{NTH}) (?:formal )?(?P<body>[A-Z]{{3,}}) meeting\b",
    "entry-into-force": rf"(?i:treaty|convention|agreement|it)(?: \([^()]*\))? (?:entered|came|went) into force on {DAY}",
    # --- provisions
    "provision": rf"\b(?P<kind>[Aa]rticles?|ARTICLES?|(?:[Ff]inancial )?[Rr]ules?|RULES?|[Ss]ections?|[Pp]aragraphs?(?= [\d(),. a-z]{{1,40}}? of (?:the |its )?[^.;,()]{{0,80}}?[Tt]erms of [Rr]eference)) (?P<numbers>{ARTICLES})"
    rf"(?P<clauses>,? (?:paragraphs?|paras?\.?) \d{{1,2}}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\))*(?:(?:,? and |, )\d{{1,2}}\b(?! \w))*)?",
    "provision-inverted": rf"\b(?P<clauses>[Pp]aragraphs? \d{{1,2}}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\))*(?:(?:,? and |, )\d{{1,2}})*) of (?P<kind>[Aa]rticle|[Rr]ule) (?P<numbers>{ARTICLE})",
    "provision-number": ARTICLE,
    "provision-clause": r"\d{1,2}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\))*",
    "provision-of": r",? of (?:the |this |its )?(?=[A-Za-z])",
    "usual-instrument": r"(?i:(?:financial )?rules(?: of procedure)?)(?! of the (?!Conference|Meeting|States|Treaty|Convention))",
    "bare-treaty": r"(?:[Tt]reaty|[Cc]onvention)\b(?! on\b)",
    "cited-alone": r"(?i:article|rule|financial)",
    "terms-of-reference": r"((?:(?!\b[Tt]erms\b)[^.;,()]){0,80}?)[Tt]erms of [Rr]eference(?: (?:of|for) (?:the )?([^.;,()]{2,70}))?",
    "same-rule": r"\b(?:[Tt]he )?same (?:[Rr]ule|[Aa]rticle|provision)\b",
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "weekday": (
        ("0", r"^mon"),
        ("1", r"^tue"),
        ("2", r"^wed"),
        ("3", r"^thu"),
        ("4", r"^fri"),
        ("5", r"^sat"),
        ("6", r"^sun"),
    ),
    "singular": (("Conference", r"Conferences"), ("Meeting", r"Meetings")),
    "provision-of": (("Financial Rules", r"(?i:financial)"), ("Rules of Procedure", r"(?i:rule)")),
    # --- months, in small letters
    "month": (
        ("01", r"^jan"),
        ("02", r"^feb"),
        ("03", r"^mar"),
        ("04", r"^apr"),
        ("05", r"^may"),
        ("06", r"^jun"),
        ("07", r"^jul"),
        ("08", r"^aug"),
        ("09", r"^sep"),
        ("10", r"^oct"),
        ("11", r"^nov"),
        ("12", r"^dec"),
    ),
}
