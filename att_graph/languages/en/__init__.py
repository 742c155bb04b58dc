"""English: how treaty-conference reports in English are laid out and worded.

All expressions run on the reading view, where white space is one blank and none stands inside
brackets.
"""

from att_graph.languages import LATIN, Language
from att_graph.languages.en import acts, dated, people
from att_graph.languages.en.dated import number

_NUM = dated.NUM
_COUNT = dated.COUNT
_NTH = dated.NTH
_ASSEMBLY = dated.ASSEMBLY
_PART_NO = r"(?:(?:[ivx]+|[a-e])\. )?"
_TO_IT = r"(?: to the .{3,80})?"
_CONFERENCE = dated.CONFERENCE
_MONTH = dated.MONTH
_DAY = dated.DAY

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
    "original": r"\b(?:[Oo]riginal|ORIGINAL)(?: [Ll]anguage)? ?:? (?P<what>[A-Z][A-Za-z]+)",
    # --- numbers, dates, conferences, meetings, provisions
    **dated.PATTERNS,
    # --- bodies, names, participation, documents, persons, elections
    **people.patterns(_CONFERENCE, _COUNT, _DAY, _NTH),
    # --- operative acts, actors in running text, qualifications, deadlines
    **acts.PATTERNS,
    # --- figures
    "at-the-same-time": r"\s*(?:At (?:the|that) same (?:time|date)|On (?:the same|that) (?:day|date)|At that (?:time|date)|The Treaty also|A further|An additional|Another)",
    "as-of": rf"(?:[Aa]s (?:of|at|on) |[Oo]pening (?:day |date )?of the Conference,? (?:on )?|^\s*On (?=[^.]{{8,40}}, (?:the )?(?:opening )?(?:day|date|when))|[Bb]y ){_DAY}",
    # --- findings
    "own-annex": r"(?i:\b(?:annex (?:[A-Z\d]+ )?(?:to|of)|(?:as )?annexed to) (?:this|the present) report)",
    "no-intent": rf"{_DAY},? [^.]*?[Ss]ignator[^.]*?[–—,-] ?(?P<who>[^–—,.]+?) ?[–—,-] ?(?:notified|informed|declared|told)[^.]*?(?:not intend|no intention)",
    "no-intent-after": rf"[Ss]ignator(?:y|ies)\b[^.]*?[–—,-] ?(?P<who>[^–—,.]+?) ?[–—,-] ?(?:notified|informed|declared|told)[^.]*?{_DAY}[^.]*?(?:not intend|no intention)",
    "doubled": r"\b(?P<once>(?!(?:had|that|is)\b)[^\W\d_]{2,}) (?P=once)\b",
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- masthead: what it calls the language of the original
    "language": (
        ("en", r"(?i:English)"),
        ("zh", r"(?i:Chinese)"),
        ("fr", r"(?i:French)"),
        ("es", r"(?i:Spanish)"),
        ("ru", r"(?i:Russian)"),
        ("ar", r"(?i:Arabic)"),
    ),
    # --- coverage
    "signal": (
        (
            "participation",
            r"\b(?:participated|took part) in (?:the work of )?the (?:\w+ )?(?:Conference|Meeting|Session)\b",
        ),
        ("person", r"\b(?:Mr|Ms|Mrs|Dr|Ambassador|H\.E)\.? (?:[A-Z][\w'’-]+ )+[A-ZÀ-Þ]{2,}"),
        ("date", rf"\b\d{{1,2}} {_MONTH}\b(?: \d{{4}})?|{dated.WEEKDAY},? \d{{1,2}} \d{{4}}"),
        ("symbol", r"[A-Z]{2,6}/[A-Za-z0-9.]+/[A-Za-z0-9./]+"),
        ("provision", r"\b(?:Articles?|Rules?) \d+(?:\.\d+)?(?:\([a-z0-9-]+\))*"),
    ),
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
    # --- months, weekdays, singular forms
    **dated.TABLES,
    # --- names, participation, documents, persons
    **people.TABLES,
    # --- forms of verbs, deadlines
    **acts.TABLES,
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
            rf"{_COUNT} States had (?:deposited their instruments? of (?:ratification|acceptance|approval|accession)|ratified|(?:ratified|acceded))(?! by none)",
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
            rf"{_COUNT} States (?:(?:were|are|remained) (?:still )?signator(?:ies|y States)|(?:had|have) signed,? (?:but|and|yet) (?:(?:had|have) )?not (?:yet )?(?:ratified|deposited))",
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
            rf"{_COUNT} (?:[\w-]+ ){{0,3}}?projects? (?:(?:in|across) [^,.;]{{2,40}} )?(?:(?:have been|had been|has been|were) (?:funded|financed|supported)|(?:(?:have|had|has)(?: already| since| so far)? )?received (?:[\w-]+ ){{0,3}}?(?:funding|funds|financing|financial support|support|grants?))\b",
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
            r"(?P<percent>\d{1,3}(?:\.\d{1,3})?) ?(?:%|per ?cent) of (?:the )?(?:(?P<about>[A-Z][\w-]+(?: [A-Z][\w-]+)?) States|States (?:of|in|from) (?:the )?(?P<about_>[A-Z][\w-]+(?: [A-Z][\w-]+)?))(?! (?:have|had) signed)",
        ),
        (
            "share-of-signatories",
            r"(?:another|further|additional) (?P<percent>\d{1,3}(?:\.\d{1,3})?) ?(?:%|per ?cent) (?:of (?:the )?(?:States|signatories)\b(?: have| had)?(?: signed)?|have signed|had signed|having signed|being signatories|are signatories|were signatories)",
        ),
    ),
}

LANGUAGE = Language("en", PATTERNS, TABLES, number)
