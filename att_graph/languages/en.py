"""English: how treaty-conference reports in English are laid out and worded.

All expressions run on the reading view, where white space is one blank and none stands inside
brackets.
"""

import re

from att_graph.languages import Language

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

_WORD = rf"(?:{_SMALL}|{_ROUND}|hundred|thousand)"
_NUM = rf"(?:\d{{1,9}}|(?i:\b{_WORD}(?:(?:\s|[-‐–]|,? and ){_WORD})*)\b)"
_COUNT = rf"(?P<count>{_NUM})(?:\s?\((?P<figure>\d{{1,9}})\))?"
_NTH = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?i:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‐– ]?)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth))"
)
_CONFERENCE = (
    rf"(?:{_NTH} (?i:Conference|Meeting) of (?:the )?(?i:States Parties)(?: \(CSP\s?\d{{1,3}}\))?"
    r"|\bCSP\s?\d{1,3})"
)
_AND = r"(?:,? (?:and|as well as) |, |; )"
# A stretch without the end of a sentence: a full stop inside a number or a word ends none.
_WITHIN = r"(?:[^:.;]|\.(?=\S))"
_ATTENDED = (
    r"\b(?:(?:has |have )?(?:also )?(?:participated|took part|taken part|registered|attended)"
    r"|(?:was|were)(?: also)? (?:represented|present|accredited|registered|granted observer))\b"
)


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
    # --- names: what is left aside in comparing them
    "determiner": r"[Tt]he ",
    # --- participation
    "attendance": rf"(?:^|(?<=[.;] ))(?P<head>{_WITHIN}*?{_ATTENDED}{_WITHIN}*?):",
    "attendance-after": rf"(?:^|(?<=\. ))(?P<list>[^:]+?)(?P<head> (?:all )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.(?:\s|$)|$)",
    "attendance-within": rf"(?:^|(?<=\. ))(?P<head>(?:In addition, )?{_COUNT} [^,:.]{{2,80}}), (?P<list>[^:.]+?), (?P<tail>(?:all |both |neither |none )?[^:.,]*?(?:, )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.|$)",
    "observing": r"observer",
    "stated-count": rf"{_COUNT}(?= (?:[\w‐-]+,? ){{0,5}}?(?i:States?|signator|observer|organi[sz]ation|civil society|non-governmental|NGO|entit|agenc|institution|delegation|participant))",
    "list-end": r"(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\b[A-Z])(?<!\be\.V)(?<!\bDr)\.(?=\s|$)",
    "list-mark": r"(?P<strong>;(?: and)? ?|\s[•·]\s?)|(?P<and>,? (?:and|as well as|along with) |,? & )|(?P<comma>, )",
    "listed-on": r"\s?[,(]|\s(?:and|participated|took|attended|was|were)\b",
    "coalition": r"(?P<who>(?:[^,;:.()]|\([^()]*\)|(?<=\bSt)\.)+?),? (?:\((?=[^()]*[Rr]epresentatives?)(?:including|with|comprising|together with) (?:its |the )?[Rr]epresentatives? (?:from|of)(?: the following [^:()]{0,60}:| its members?,?)? (?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)"
    r"|(?:and|including|with|together with|along with|comprising|represented by|which included)(?: its| the)? (?:[Rr]epresentatives?|[Mm]embers?|delegates?) (?:from|of)(?: the following [^:,;.]{0,80}:| its members?:?|:)?)",
    "coalition-end": r"\.\s(?:The )?[Oo]ther [^:.,;]{1,60}:",
    "members-end": r";|(?<=\w)(?: \([^()]*\))?(?= (?:and) )(?:(?! and ).)*?, ",
    "state-and": r",?\s(?:and|as well as|along with)\s",
    "open-name": r"\b(?:for|of|on|against|to|between|in)\b[^()]*$",
    "organisation-head": r"(?i:\b(?:associations?|alliance|coalition|organi[sz]ations?|cent(?:re|er)|institut[eo]?|foundations?|fund|forum|group|office|academy|college|school|university|movement|network|trust|initiative|project|program(?:me)?|committee|federation|council|fellowship|society|chamber|union|parliament|branch|secretariat|agency|company|corporation|department|survey|research|arrangement|bureau|bank|action|campaign|mission|observatory|watch|club|platform|community|communities|convention|commission|services?|partnership|consortium|league|international|church(?:es)?|aid|unit|assembly|authority|board|cluster|hub|lab|think tank|friends|citizens|youth|women)\b)",
    "acronym": r"\s?\((?P<acronym>[^()]*[A-Z][^()]*)\)",
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
    # --- spellings of one name: what is put for what
    "spelling": (
        ("Organisation", r"Organization"),
        ("Organization", r"Organisation"),
        ("Center", r"Centre"),
        ("Centre", r"Center"),
        ("Program", r"Programme"),
        ("Defense", r"Defence"),
        ("and", r"&"),
        ("St.", r"\bSaint\b"),
        ("St", r"\bSaint\b"),
    ),
    # --- participation: capacity
    "capacity": (
        ("civil-society", r"(?i:civil society|non-?\s?governmental|NGOs?\b|industry|academi)"),
        (
            "observer-state",
            r"(?i:neither (?:parties|party|signator)|non-signator|not (?:yet )?(?:a )?(?:part(?:y|ies)|signator|signed))",
        ),
        ("signatory", r"(?i:signator(?:y|ies)|(?:had|have) signed)"),
        (
            "observer-organisation",
            r"(?i:organi[sz]ations?|agenc(?:y|ies)|entit(?:y|ies)|institutions?|programmes?|funds?\b)",
        ),
        ("observer-state", r"(?i:States?\b.*observer|observer States?)|non-States Part"),
        (
            "state-party",
            r"(?<![CM]onference of )(?<![CM]onference of the )(?<!Meeting of )(?<!Meeting of the )(?i:States? part(?:y|ies))",
        ),
        ("state-party", r"Contracting Part|High Contracting"),
    ),
    # --- persons: role, intervention
    # --- deadline
    # --- figure
}

LANGUAGE = Language("en", PATTERNS, TABLES, number)
