"""English: how treaty-conference reports in English are laid out and worded.

All expressions run on the reading view, where white space is one blank and none stands inside
brackets.
"""

import re

from att_graph.languages import LATIN, Language, english
from att_graph.languages.people import en as people

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
_NUM = rf"(?:\d{{1,9}}|(?i:\b{_WORD}(?:(?:\s|[-‐–]|,? and ){_WORD})*)\b)"
_COUNT = rf"(?P<count>{_NUM})(?:\s?\((?P<figure>\d{{1,9}})\))?"
_NTH = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?i:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‐– ]?)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth))"
)
_PARTIES = r"of (?:the )?States Parties"
_ASSEMBLY = (
    rf"(?:(?:Conference|Meeting) {_PARTIES}|Review Conference(?: {_PARTIES})?"
    rf"|Session of the Conference {_PARTIES})"
)
_CONFERENCE = (
    rf"(?:{_NTH} (?i:{_ASSEMBLY})(?: \((?:CSP\s?\d{{1,3}}|\d{{1,3}}\s?[A-Z]{{2,4}})\))?"
    rf"|{_NTH} Conference\b(?! (?:on|for|of|to|Centre|Center)\b)|\bCSP\s?\d{{1,3}})"
)
_CAPS = r"[A-ZÀ-Þ][\w’'\-]*(?:(?: (?:of|de|la|del|da|do|des|du)(?= [A-ZÀ-Þ]))? [A-ZÀ-Þ][\w’'\-]*)*"
_WORKING_GROUP = (
    r"(?<!Sub-)(?<!sub-)(?:ATT |Treaty )?(?:CSP\s?\d{1,3} )?(?:Working Groups?|working groups?)"
    r"(?: on [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?(?: \([A-Z]+\))?"
)
_SEVERAL = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ii]ts|[Aa]ll|[Ee]ach of the|first|second|third|[Ff]inal|single) )*"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
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
        rf"(?:{_NO_DAY}(?P<d>\d{{1,2}}){_ST}(?: (?:of )?(?P<m>{_MONTH})(?:,? (?P<y>\d{{4}}))?)?{_TO}"
        rf"(?P<d2>\d{{1,2}}){_ST} (?:of )?(?P<m2>{_MONTH})(?:,? (?P<y2>\d{{4}})){year}(?!\d)"
        rf"|(?<=between )(?P<d_____>\d{{1,2}}){_ST} and (?P<d2_____>\d{{1,2}}){_ST} (?P<m2_____>{_MONTH})"
        rf"(?:,? (?P<y2_____>\d{{4}})){year}"
        rf"|{_NO_DAY}(?P<d_>\d{{1,2}})(?P<d2_>\d{{2}}) (?P<m2_>{_MONTH}),? (?P<y2_>\d{{4}})"
        rf"|{_NO_DAY}(?P<d__>\d{{1,2}}){_ST} (?:of )?(?P<m__>{_MONTH})(?:,? (?P<y__>\d{{4}})){year}(?!\d)"
        rf"|\b(?P<m___>{_MONTH}) (?P<d___>\d{{1,2}}){_ST}(?:, (?P<y___>\d{{4}}))?{_TO}"
        rf"(?:(?P<m2___>{_MONTH}) )?(?P<d2___>\d{{1,2}}){_ST}(?:,? (?P<y2___>\d{{4}})){year}(?!\d)"
        rf"|\b(?P<m____>{_MONTH}) (?P<d____>\d{{1,2}}){_ST}(?:,? (?P<y____>\d{{4}})){year}(?!\d))"
    )


_RANGE = _dates("")
_IN_LIST = _dates("?")
_DAY = (
    rf"(?:(?<!\d)(?P<d>\d{{1,2}}){_ST} (?:of )?(?P<m>{_MONTH}),? (?P<y>\d{{4}})(?!\d)"
    rf"|\b(?P<m_>{_MONTH}) (?P<d_>\d{{1,2}}){_ST},? (?P<y_>\d{{4}})(?!\d))"
)


_ARTICLE = r"\d{1,3}(?:\.\d{1,3})*(?: ?\([a-z0-9]{1,3}(?:\)?[-‐‑–—]\(?[a-z0-9])?\))*"
_ARTICLES = rf"{_ARTICLE}(?:(?:,? and |, | & | or )(?:[Rr]ule |[Aa]rticle )?{_ARTICLE})*"


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
_PART_NO = r"(?:(?:[ivx]+|[a-e])\. )?"
_TO_IT = r"(?: to the .{3,80})?"

PATTERNS: dict[str, str] = {
    # --- what tells the language
    "script": LATIN,
    "common-word": r"\b(?:the|of|and|in|to|on|by|with|for|that)\b",
    # --- layout
    "continued": r"(?i: ?\((?:cont(?:inued|['’]?d|\.)?)\)$)",
    "delegate": r"(?:H\.? ?E\.?|His|Her|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Amb|Ambassador|Col|Colonel|Lt"
    r"|Lieutenant|Gen|General|Brig|Brigadier|Maj|Major|Capt|Captain|Cdr|Commander|Adm|Admiral|Sir|Dame"
    r"|Rev|Hon|The Hon|M\.|Mme|Sra?\.)(?:[. ]|$)",
    # a full stop behind an abbreviation or an initial, or before a small letter, ends no sentence
    "sentence-end": r"(?:[!?]|(?<!\b[Nn]o)(?<!\bM[rs])(?<!\bMrs)(?<!\b[DS][rt])(?<!\bProf)(?<!\bAmb)"
    r"(?<!\bGen)(?<!\bHon)(?<!\bArt)(?<!\bArts)(?<!\b[Pp]ara)(?<!\b[Pp]aras)(?<!\bRev)(?<!\bAdd)"
    r"(?<!\bCorr)(?<!\bvs)(?<!\bcf)(?<!\be\.g)(?<!\bi\.e)(?<!\b[Vv]ol)(?<!\bpp)(?<!\bp)"
    r"(?<![ .(][A-Z])(?<!^[A-Z])\.)(?=[\"”’'»)\]]*(?:\s+[\"“‘'«(\[]*[A-Z0-9À-Þ□]|\s*$))"
    r"[\"”’»]*",
    "stop": r"[;!?]|(?<!\b[Nn]o)(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bRev)(?<![ .][A-Z])\.(?=[\s)\]\"”’]|$)",
    "clause-end": r"[,;!?]|(?<!\b[Nn]o)(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bRev)(?<![ .][A-Z])\.(?=[\s)\]\"”’]|$)",
    "new-sentence": r"\s*(?:$|[\"“‘'«(\[]*[A-Z0-9])",
    "quoting": r"(?i:states?|provides?|reads?|stipulates?|sets? out|as follows|established)(?: (?:further|also|that|as follows))*[,:]? ?$",
    "closed": r"(?:[.!?;:…][”’\"')\]»]*|;(?: and| or)|: ?-)$",
    "numbered-reference": r"(?i:\b(?:rules?|articles?|art\.?|paragraphs?|paras?\.?|items?|sections?|chapters?|no\.?|nos\.?|pages?|p\.|annex(?:es)?|appendix|resolutions?|decisions?|part|step|option|tables?|figures?))(?: \d[\d.()a-z]*(?:,| and| or| to))*$",
    "page-line": r"(?i:[-–—\s]*(?:page|p\.)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*)",
    "heading-run": r"(?:(?P<number>[IVX]{1,5}|[A-Z])\.? )?(?P<title>[A-Z][^.;:!?]{2,110}?)$",
    "annex": r"^(?i:annex(?:es)?|appendix)(?:\s+[IVX\dA-Z]{1,4})?(?:[:.\s–—-]|$)(?!(?:to|of|in|and) )",
    "annex-heading": r"(?i:documents?|reports?|lists?|papers?|participants)$|^(?i:(?:(?:working|other|information|conference|background|official|informal) )?(?:papers|documents)\b[^,]{0,120}$)",
    "annex-heading-sure": r"(?i:documents|list|lists|papers|participants)$|^(?i:(?:(?:working|other|information|conference|background|official|informal) )?(?:papers|documents)\b[^,]{0,120}$)",
    "annex-finished": r"(?i:secretariat|report|statement|paper|draft|amendments?|proposal|agenda|programme|budget|estimates|list|corrigendum|addendum|chairs?|co-chairs|committee|president|participants|documents?)$",
    "annex-going-on": r"[a-z,;)”’–—(-]|\d{1,4}(?: |$)|(?:and|of|to|for|on|the|in)\b",
    "annex-list": r"(?i:list of documents|documents list)",
    "contents": rf"(?i:consists? of|comprises?|is composed of|contains) (?:the following )?(?P<parts>{_NUM}) (?i:parts?)(?:,? (?:and|as well as) (?P<annexes>{_NUM}|an?|one) (?i:annex(?:es)?))?",
    # --- masthead
    "masthead-break": r"(?=\b(?i:Submitted by|Issued by|Original) ?:)|(?<=Original: English)(?=\s)|(?<=Original: ENGLISH)(?=\s)"
    rf"|(?=\b\d{{1,2}} {_MONTH} \d{{4}} (?i:Submitted|Issued|Original))"
    rf"|(?<=\w )(?<!the )(?<!The )(?<!of )(?={_NTH} (?i:(?:Conference|Meeting) of (?:the )?States Parties) )"
    r"|(?<=States Parties )(?=[A-Z][^.;:()]{2,40}?,? \d)|(?=\b(?:FINAL REPORT|Final Report) (?:\d )?The )"
    r"|(?<=FINAL REPORT )(?=(?:\d )?The )|(?<=Final Report )(?=(?:\d )?The )|(?<=follows: )|(?<!Annex )(?=\b[IVX]{1,4} [A-Z][a-z])"
    r"|(?=\bAnnex(?:es)?(?: [IVX\d]+)? [A-Z][a-z])",
    "submitted-by": r"^(?i:submitted by|presented by) ?:? ?(?:the )?(?P<who>.+?)\.?$",
    "issued-by": r"^(?i:issued by|circulated by) ?:? ?(?:the )?(?P<who>.+?)\.?$",
    "title-by": r"(?i:(?:^|(?<=\s))(?:draft )?report (?:of|by|submitted by|presented by) (?:the )?(?P<who>(?:co-?\s?)?chair(?:s|person)?(?: of (?:the )?[^,]{4,90}?)?)(?= to |$)|(?P<who_>(?:co-?\s?)?chairs?)['’]?s?['’]? (?:draft )?report\b)",
    "title": r"(?i:report|agenda|list|programme of work)",
    "original": r"\b[Oo]riginal(?: language)?:? (?P<what>[A-Z][a-z]+)",
    # --- numbers, dates
    "date": _DAY,
    "range": _RANGE,
    "range-in-list": _IN_LIST,
    "broken-date": rf"{_WEEKDAY},? (?:{_MONTH},? \d{{4}}|\d{{1,2}},? \d{{4}})(?!\d)"
    r"|\b(?:on|by|before|until) (?:the )?\d{1,2}(?:st|nd|rd|th)?,? \d{4}(?![\d/])",
    "weekday": rf"(?P<weekday>{_WEEKDAY}),? (?:the )?{_DAY}",
    # --- conferences and meetings
    "conference": _CONFERENCE,
    "conferences": rf"(?:{_NTH}(?:(?:,? and |, | to | through |[-–])(?:the )?{_NTH})* (?i:(?:Conferences?|Meetings?) {_PARTIES}|Review Conferences?(?: {_PARTIES})?|Sessions? of the Conference {_PARTIES})"
    r"|\bCSP\s?\d{1,3}(?:(?:,? and |, | to | through |[-–])CSP\s?\d{1,3})*)",
    "session": rf"(?P<n>{_NTH}) (?P<what>(?i:session|meeting))\b(?! of)",
    "ordinal": rf"(?:\bCSP ?)?(?P<n>(?<=CSP)\d{{1,3}}|(?<=CSP )\d{{1,3}}|{_NTH})",
    "ordinal-range": rf"(?:\bCSP ?)?(?P<a>(?<=CSP)\d{{1,3}}|(?<=CSP )\d{{1,3}}|{_NTH})(?: to | through |[-–])(?:the )?(?:CSP ?)?(?P<b>(?<=CSP)\d{{1,3}}|(?<=CSP )\d{{1,3}}|{_NTH})",
    "city": rf"(?:^|\b(?:in|at) )(?P<city>{_CAPS}), (?=(?:the )?[A-ZÀ-Þ])",
    "preparatory": r"(?i:preparatory (?:meetings?|sessions?))",
    "group-sessions": r"(?<!Sub-)(?<!sub-)(?:Working Groups?|working groups?|WORKING GROUPS?)",
    "label-lead": r"^(?:(?:[Tt]he|[Oo]ne|[Aa]n?|[Ii]ts|[Tt]his|[Aa]ll|[Ee]ach of the) )+",
    "session-name": rf"(?:[Tt]he )?{_NTH} (?:formal )?(?:meeting|session) of (?:the )?[A-Z][^,.;()]{{2,60}}?(?: \([A-Z]+\))?(?=,| was| were| will| took| is|\.| held|$)"
    rf"|(?:[Tt]he |[Aa]n )?(?i:extraordinary (?:meeting|session|conference)(?: of (?:the )?States Parties)?)"
    rf"|{_SEVERAL}(?:(?:{_CONFERENCE}|CSP) )?(?:[Ii]nformal |[Ff]ormal )*[Pp]reparatory (?:[Mm]eetings?|[Ss]essions?)(?: (?:for|of) (?:the Conference\b(?! of)|{_CONFERENCE}))?"
    rf"|{_SEVERAL}(?:[Ss]ets? of |[Ss]eries of )?(?i:meetings? of ){_SEVERAL}(?:{_WORKING_GROUP}|[A-Z]{{3,8}}\b)"
    rf"|{_SEVERAL}{_WORKING_GROUP}(?: (?i:meetings?)\b)?|{_SEVERAL}\b[A-Z]{{3,8}}\b(?: (?i:meetings?)\b)?"
    rf"|(?:the |The )?{_CONFERENCE}|(?:[Tt]he|[Tt]his) (?:present )?(?:Conference|Meeting)\b(?! (?:of|Centre|Center|Room|Hall)\b)",
    "session-verb": r"\b(?:was|were|is|are|be|been|being)(?: \w+ly)? (?:held|convened|organi[sz]ed|hosted)\b"
    r"|\b(?:took|takes?|taken|taking) place\b|\bmet\b|\bmeets?\b|\bconvened(?= (?:on|from|in|at|for)\b)"
    r"|\b(?P<active>held|holds?|holding|convened?|convening|organi[sz]ed|hosted)\b",
    "session-gap": r"(?: \([^()]*\))*(?: to (?:the )?(?:[A-Z]\w*(?: (?:and|on|of|the))* ?){1,8}(?: ?\([A-Z]+\))?)?(?: of the (?:Treaty|Convention|Conference))?"
    r"(?:,? (?:established|set up|created)\b[^.;]{0,80}?)?,? ?(?:(?:which|that|each|all|also|subsequently|then|both|have|has|had|will|would|shall|is to|are to|be|to|was|were|been|now|formally|successfully)(?: |$))*",
    "session-of": r",?(?: \([A-Z0-9]+\))?,?(?: (?:which (?:was|were) )?(?:to be )?(?:held|scheduled|convened))?,?(?: (?:of|on|from|for))? ?\(?",
    "place-lead": r" ?\bin $",
    "session-agent": r"\b(?:established|created|set up|mandated|adopted|elected|decided|endorsed|approved|authori[sz]ed) by $",
    "session-break": r";|, (?:and|but) (?:[a-z]+ed|took|sent|gave|made|began)\b",
    "extraordinary": r"(?i:extraordinary (?:meeting|session|conference))",
    "session-lead": r",? ?(?:the )?",
    "joined-names": r",? and (?:of )?",
    "date-gap": r"[,;]?(?: and)?(?: (?:from|on|between))? ?",
    "session-place": rf"\bin (?P<place>(?!(?:the )?(?:{_MONTH}|{_WEEKDAY}|Article|Rule|Rules|Part|Annex|Section|Item|Conference|Conferences|CSP\d*|[A-Z]{{3,}})\b)(?:the )?{_CAPS}(?:, (?:the )?{_CAPS})?)",
    "session-venue": rf"\bat (?:the )?(?P<venue>(?!(?:Conference|Conferences|Meeting|Meetings|CSP\d*|{_NTH})\b){_CAPS}(?: \([A-Z]{{2,}}\))?)",
    "venue-of": rf"(?i:\bvenue (?:of|for) )(?P<what>(?:the )?(?:present )?Conference|(?:the )?{_CONFERENCE}) (?:was|is|will be|shall be) (?:at )?(?:the )?(?P<venue>{_CAPS}(?: \([A-Z]{{2,}}\))?)",
    "session-mode": r"\b(?i:in[- ]?person|hybrid|written procedure|silence procedure|in writing|face-to-face|virtually|online)\b",
    "listed-ordinal": rf"(?P<through>(?:\bto|\bthrough|–|-) ?(?:the )?)?\b(?P<n>{_NTH})\b(?=,| and| \(| Conferences?\b| in | by | through | to | on | from |\))",
    "conference-noun": r"(?i:\b(?:(?:conferences?|meetings) of (?:the )?states parties|review conferences))",
    "nth-session": rf"(?P<n>{_NTH}) (?:formal )?meeting of (?:the )?(?P<body>[A-Z][^,.;□]{{2,80}}?)(?= ?[,.;□]| and | was | is | held| established|$)",
    "nth-session-short": rf"(?P<n>{_NTH}) (?:formal )?(?P<body>[A-Z]{{3,}}) meeting\b",
    "entry-into-force": rf"(?i:treaty|convention|agreement|it) (?:\([A-Z]+\) )?(?:entered|came|went) into force on {_DAY}",
    # --- bodies, names, participation, documents, persons, elections
    **people.patterns(_CONFERENCE, _COUNT, _DAY, _NTH),
    # --- provisions
    "provision": rf"\b(?P<kind>[Aa]rticles?|ARTICLES?|(?:[Ff]inancial )?[Rr]ules?|RULES?|[Ss]ections?) (?P<numbers>{_ARTICLES})"
    rf"(?P<clauses>,? (?:paragraphs?|paras?\.?) \d{{1,2}}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\))*(?:(?:,? and |, )\d{{1,2}}\b(?! \w))*)?",
    "provision-inverted": rf"\b(?P<clauses>[Pp]aragraphs? \d{{1,2}}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\))*(?:(?:,? and |, )\d{{1,2}})*) of (?P<kind>[Aa]rticle|[Rr]ule) (?P<numbers>{_ARTICLE})",
    "provision-number": _ARTICLE,
    "provision-clause": r"\d{1,2}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\))*",
    "provision-of": r",? of (?:the |this |its )?(?=[A-Za-z])",
    "bare-treaty": r"(?:[Tt]reaty|[Cc]onvention)\b(?! on\b)",
    "cited-alone": r"(?i:article|rule|financial)",
    "terms-of-reference": r"((?:(?!\b[Tt]erms\b)[^.;,()]){0,80}?)[Tt]erms of [Rr]eference(?: (?:of|for) (?:the )?([^.;,()]{2,70}))?",
    "same-rule": r"\b(?:[Tt]he )?same (?:[Rr]ule|[Aa]rticle|provision)\b",
    # --- operative acts, actors in running text, qualifications, deadlines
    **english.PATTERNS,
    # --- figures
    "at-the-same-time": r"\s*(?:At (?:the|that) same (?:time|date)|On (?:the same|that) (?:day|date)|At that (?:time|date)|The Treaty also|A further|An additional|Another)",
    "as-of": rf"(?:[Aa]s (?:of|at|on) |[Oo]pening (?:day |date )?of the Conference,? (?:on )?|^\s*On (?=[^.]{{8,40}}, (?:the )?(?:opening )?(?:day|date|when))|[Bb]y ){_DAY}",
    # --- findings
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- masthead: what it calls the language of the original
    "language": (
        ("en", r"English"),
        ("zh", r"Chinese"),
        ("fr", r"French"),
        ("es", r"Spanish"),
        ("ru", r"Russian"),
        ("ar", r"Arabic"),
    ),
    # --- coverage
    # --- layout: part, kind
    "part": (
        ("introduction", r"(?i:introduction|preamble)"),
        (
            "organisation",
            r"(?i:organi[sz]ation(?:al)? (?:of|and work|matters|arrangements)|^organi[sz]ation$)",
        ),
        ("recommendations", r"(?i:^(?:(?!decision|outcome).)*\brecommendations?\b)"),
        ("decisions", r"(?i:decisions?\b)"),
        ("background", r"(?i:background)"),
    ),
    "kind": (
        ("conference-report", r"(?i:\bfinal (?:report|document)\b)"),
        (
            "conference-report",
            rf"(?i:^(?:factual )?report of the (?:{_NTH}|\d{{4}}) (?:{_ASSEMBLY}|Meeting\b|Session\b))",
        ),
        (
            "preparatory-report",
            r"(?i:preparatory (?:meeting|process|committee)\b.*\breport|\breport\b.*\bpreparatory)",
        ),
        (
            "body-report",
            r"(?i:(?:working group|forum|chairs?[’']?s?[’']?)\b.*\breport|\breport\b.*(?:chairs?\b|working group|forum))",
        ),
        ("fund-report", r"(?i:\bfund\b.*\breport|\breport\b.*\bfund\b)"),
        ("programme-report", r"(?i:sponsorship.*\breport|\breport\b.*sponsorship)"),
        ("committee-report", r"(?i:committee\b.*\breport|\breport\b.*\bcommittee)"),
        ("secretariat-report", r"(?i:secretariat\b.*\breport|\breport\b.*\bsecretariat)"),
        ("participants-list", r"(?i:\blist of participants|\bparticipants list)"),
        (
            "annotated-agenda",
            r"(?i:\bannotated (?:[a-z]+ )?agenda|\bannotations? to the (?:[a-z]+ )?agenda)",
        ),
        ("agenda", r"(?i:^(?:draft |provisional |revised )*agenda$)"),
    ),
    # --- lists of participants: the capacity that a heading gives
    "section": (
        (
            "none",
            r"(?i:^(?:(?:the )?(?:att |conference |provisional )*secretariat|staff|interpreters|media"
            r"|press|presidency|office of the president)$)",
        ),
        (
            "state-party",
            rf"(?i:^{_PART_NO}(?:(?:representatives|delegations) of (?:the )?)?states? part(?:y|ies){_TO_IT}$)",
        ),
        (
            "signatory",
            rf"(?i:^{_PART_NO}(?:signator(?:y|ies)(?: states?)?|states? signator(?:y|ies)){_TO_IT}$)",
        ),
        (
            "observer-state",
            rf"(?i:^{_PART_NO}(?:observer states?|other states?|(?:non-)?states?(?: not)? part(?:y|ies){_TO_IT}"
            r"|observers?(?: ?[-–:] ?states?)?|states? observers?)$)",
        ),
        (
            "observer-organisation",
            rf"(?i:^{_PART_NO}(?:observers? ?[-–:] ?)?(?:the )?(?:united nations|specialized agencies"
            r"|international|regional|inter-?governmental)\b[\w ,/-]*"
            r"(?:organi[sz]ations?|agencies|entities|bodies|institutions|system)$)",
        ),
        (
            "civil-society",
            rf"(?i:^{_PART_NO}(?:observers? ?[-–:] ?)?(?:civil society|non-?governmental|ngos?\b|industry|academia)"
            r"[\w ,/-]*(?:\(NGOs?\))?$)",
        ),
    ),
    # --- tables: what a column tells, how a State stands and consents
    "column": (
        ("iso3", r"(?i:^iso[ _-]?3|^alpha[ _-]?3|^iso$)"),
        ("effect", r"(?i:in(?:to)? force)"),
        ("consent-kind", r"(?i:(?:^|[_ ])(?:action|kind|type|mode)$)"),
        ("withdrawal", r"(?i:withdraw|denunciation)"),
        ("consent", r"(?i:deposit|ratif|accession|consent)"),
        ("signature", r"(?i:^sign|date of signature)"),
        ("standing", r"(?i:^standing|^status)"),
        ("state", r"(?i:^(?:name|state|country|participant|party)\b)"),
    ),
    "standing": (("signatory", r"(?i:signator)"), ("state-party", r"(?i:part(?:y|ies))")),
    "consent": (
        ("ratification", r"(?i:^ratif)|^R$"),
        ("acceptance", r"(?i:^accept)|^A$"),
        ("approval", r"(?i:^approv)|^AA$"),
        ("accession", r"(?i:^access)|^a$"),
    ),
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
    # --- names, participation, documents, persons
    **people.TABLES,
    # --- forms of verbs, deadlines
    **english.TABLES,
    # --- figure
    "figure": (
        (
            "states-parties",
            rf"(?:[Tt]here (?:were|are)|[Tt]reaty (?:had|has|now has|counted)|[Cc]onvention (?:had|has|now has|counted)) {_COUNT} (?:States [Pp]arties|[Pp]arties)(?! (?:participat|attend|took part))",
        ),
        (
            "states-parties",
            rf"(?:(?:total )?number of States Parties|total States Parties)(?: to (?:the )?(?:Treaty|Convention|ATT))?(?: (?:had reached|reached|stood at|stands at|is|was|rose|has risen))? ?(?:to )?(?:an? total of )?{_COUNT}",
        ),
        (
            "states-parties",
            rf"{_COUNT} States had (?:deposited their instruments? of (?:ratification|acceptance|approval|accession)|ratified|(?:ratified|acceded))(?![^.;]{{0,40}}\bnot\b)",
        ),
        (
            "states-parties",
            rf"{_COUNT} States (?:are|were|have become|had become) (?:now )?(?:States )?[Pp]arties(?! to join)",
        ),
        (
            "signatories",
            rf"{_COUNT} (?:signatory States|signatories|Signatories|Signatory States|States that had signed)(?: to the (?:Treaty|Convention))?,? (?:(?:that|which|who) )?(?:had|have|has|are|were|did|still)\b(?: (?:not|yet|to|still))",
        ),
        (
            "signatories",
            rf"{_COUNT} States (?:were|are|remained) (?:still )?signator(?:ies|y States)",
        ),
        (
            "states-attending",
            rf"(?:participation|attendance) of {_COUNT} States\b(?! Part)|(?:attended by|present were) (?:representatives of )?(?P<count_>{_NUM})(?:\s?\((?P<figure_>\d{{1,9}})\))? States\b(?! Part)",
        ),
        (
            "projects-funded",
            rf"(?:funded|financed|supported)(?: a total of)? {_COUNT} (?:[\w-]+ ){{0,3}}?projects?\b",
        ),
        (
            "projects-funded",
            rf"{_COUNT} (?:[\w-]+ ){{0,3}}?projects? (?:in [^,.;]{{2,40}} )?(?:have been|had been|has been|were) (?:funded|financed|supported)",
        ),
        ("votes-in-favour", rf"{_COUNT} (?:States (?:voted|voting)|votes?) in favou?r"),
        ("votes-against", rf"{_COUNT} (?:States (?:voted|voting)|votes?) against"),
        ("votes-against", r"(?P<zero>none|no (?:votes?|States)) (?:voted |voting )?against"),
        (
            "new-states-parties",
            rf"{_COUNT} (?:more|additional|further|new|other) States (?:\((?P<named>[^()]*)\) )?(?:have |had )?(?:become|became|joined)\b",
        ),
        (
            "share-of-states-parties",
            r"(?P<percent>\d{1,3}(?:\.\d{1,3})?) ?(?:%|per ?cent) of (?:the )?(?:(?P<about>[A-Z][\w-]+(?: [A-Z][\w-]+)?) States|States of (?:the )?(?P<about_>[A-Z][\w-]+(?: [A-Z][\w-]+)?))(?! (?:have|had) signed)",
        ),
        (
            "share-of-signatories",
            r"(?:another|further|additional) (?P<percent>\d{1,3}(?:\.\d{1,3})?) ?(?:%|per ?cent) (?:of (?:the )?(?:States|signatories)\b(?: have| had)?(?: signed)?|have signed|had signed|being signatories|are signatories|were signatories)",
        ),
    ),
}

LANGUAGE = Language("en", PATTERNS, TABLES, number)
