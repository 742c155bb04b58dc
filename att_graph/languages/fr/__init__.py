"""French: how treaty-conference reports in French are laid out and worded.

All expressions run on the reading view, where white space is one blank and none stands inside
brackets or before a colon or semicolon.
"""

import re

from att_graph.languages import LATIN, Language, spelled
from att_graph.languages.fr import acts, people
from att_graph.languages.fr.acts import ASSEMBLY, CONFERENCE, DAY, MONTH, NTH, SHORT, STATES

_ONES = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "quatrevingt": 80, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_CARDINALS = {word: value for value, word in enumerate(_ONES)} | _TENS
_STEMS = {"quatre": "quatr", "cinq": "cinqu", "neuf": "neuv"}
_VALUES = {
    **_CARDINALS,
    **{
        (_STEMS.get(word) or word.removesuffix("e")) + "ieme": value
        for word, value in _CARDINALS.items()
    },
    "quatrevingts": 80, "une": 1, "premier": 1, "premiere": 1, "premieres": 1, "premiers": 1,
    "second": 2, "seconde": 2, "et": 0,
}  # fmt: skip
_TIMES = {"cent": 100, "cents": 100, "centieme": 100, "mille": 1000}

_WORD = (
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?"
    r"|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille)"
)
_NUM = rf"(?:\d{{1,9}}|(?i:\b{_WORD}(?:(?:[\s\-‐–]| et |-et-|){_WORD})*)\b)"
_COUNT = rf"(?P<count>{_NUM})(?:\s?\((?P<figure>\d{{1,9}})\))?"
_BETWEEN = r"(?:,? et |, | à | au | - | – )(?:l[ae] )?"
_CAPS = r"[A-ZÀ-Þ][\w’'\-]*(?:(?: (?:de|du|des|la|le|les|et)(?= [A-ZÀ-Þ]))* [A-ZÀ-Þ][\w’'\-]*)*"
_GROUPS = r"[Gg]roupes? de travail(?! sur le(?! ))(?: du [A-Z]{2,4}| de la CEP ?\d*)?(?: sur (?:l['’]|la |le |les )[^,;.()\d]{4,80}?)?(?: \([A-Z]+\))?"
_SEVERAL = r"(?:(?:[Ll]a|[Ll]e|[Ll]es|[Uu]ne|[Dd]es|[Dd]eux|[Tt]rois|[Ss]es|première|deuxième|seconde|troisième) )*"
_WEEKDAY = r"(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_NO_DAY = r"(?<![\w/.:])(?<!article )(?<!paragraphe )(?<!point )(?<!page )"
# Some extractions lose the dash between two days, or the white space too: "21 25", "2125".
_TO = r"(?: ?[-‐‑–—−~] ?| au (?:\w+di )?| et | jusqu['’]au | )"


def _dates(year: str) -> str:
    """Every way to print a day or a range of days; `year` is "" or "?" (in a list, one serves all)."""
    return (
        rf"(?:{_NO_DAY}(?P<d>\d{{1,2}})(?:er)?(?: (?P<m>{MONTH})(?: (?P<y>\d{{4}}))?)?{_TO}"
        rf"(?P<d2>\d{{1,2}})(?:er)? (?P<m2>{MONTH})(?: (?P<y2>\d{{4}})){year}(?!\d)"
        rf"|{_NO_DAY}(?P<d_>\d{{1,2}})(?P<d2_>\d{{2}}) (?P<m2_>{MONTH}) (?P<y2_>\d{{4}})"
        rf"|{_NO_DAY}(?P<d__>\d{{1,2}})(?:er)? (?P<m__>{MONTH})(?: (?P<y__>\d{{4}})){year}(?!\d))"
    )


_RANGE, _IN_LIST = _dates(""), _dates("?")
_AND = r"(?:,? (?:et|ainsi que) |, |; ?)"
# A stretch without the end of a sentence: a full stop inside a number or a word ends none.
_WITHIN = r"(?:[^:.;]|\.(?=\S))"
_ATTENDED = (
    r"(?:\b[Pp]articip(?:é|aient|ait|ent|èrent|e)\b|\b(?:pris|prennent|prirent|prenaient) part\b"
    r"|\b[Aa]ssist(?:é|aient|ent|èrent)\b"
    r"|\b(?:étaient|était|ont été|a été|sont|est)(?: également| aussi)? (?:représentée?s?|présente?s?|accréditée?s?"
    r"|inscrite?s?|admise?s?)\b)"
)
_ARTICLE = r"\d{1,3}(?:\.\d{1,3})*(?: ?\([a-z0-9]{1,3}(?:\)?[-‐‑–—]\(?[a-z0-9])?\))*"
_ARTICLES = rf"(?:{_ARTICLE}|premi(?:er|ère)\b)(?:(?:,? et |, | ou )(?:l['’]article |à l['’]article )?{_ARTICLE})*"
_CLAUSE = r"\d{1,2}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\)| [a-z]\))*"


def number(printed: str) -> int:
    """A numeral as printed ("quatre-vingt-quatorze", "onzième", "94", "11e", "1er"), its value out.

    Raises ValueError for anything else.
    """
    digits = re.fullmatch(r"(\d+)\s?(?:ers?|[rR]es?|es?|[èe]mes?)?", printed.strip())
    return int(digits[1]) if digits else spelled.read(printed, _VALUES, _TIMES)


PATTERNS: dict[str, str] = {
    # --- what tells the language
    "script": LATIN,
    "common-word": r"\b(?:le|la|les|de|des|du|et|en|à|au|aux|pour|que|par|dans|une|l|d|qu)\b",
    # --- layout
    "sentence-end": r"(?:[!?]|(?<!\b[Nn]o)(?<!\bM)(?<!\bMM)(?<!\b[DS]r)(?<!\bart)(?<!\b[Pp]ar)(?<!\bal)(?<!\bRev)(?<!\bAdd)"
    r"(?<!\bCorr)(?<!\bcf)(?<!\bp)(?<![ .(’'][A-Z])(?<!^[A-Z])\.)(?=[\"”’'»)\]]*(?:\s+[\"“‘'«(\[]*[A-Z0-9À-Þ□]|\s*$))[\"”’»]*",
    "stop": r"[;!?]|(?<!\b[Nn]o)(?<!\bM)(?<!\bMM)(?<!\bSt)(?<!\bRev)(?<![ .][A-Z])\.(?=[\s)\]\"”’]|$)",
    "clause-end": r"[,;!?]|(?<!\b[Nn]o)(?<!\bM)(?<!\bMM)(?<!\bSt)(?<!\bRev)(?<![ .][A-Z])\.(?=[\s)\]\"”’]|$)",
    "new-sentence": r"\s*(?:$|[\"“‘'«(\[]*[A-Z0-9À-Þ])",
    "quoting": r"(?i:dispose|prévoit|stipule|énonce|comme suit|ainsi libellé|établit)(?: (?:que|qu['’]|également|en outre|ce qui suit))*[,:]? ?$",
    "closed": r"(?:[.!?;:…][”’\"')\]»]*|;(?: et| ou)|: ?-)$",
    "numbered-reference": r"(?i:\b(?:règles?|articles?|art\.?|paragraphes?|par\.?|points?|sections?|chapitres?|no\.?|nos\.?|pages?|p\.|annexes?|résolutions?|décisions?|partie|étape|option|tableaux?|figures?|alinéas?))(?: \d[\d.()a-z]*(?:,| et| ou| à))*$",
    "page-line": r"(?i:[-–—\s]*(?:page|p\.)\s*\d{1,3}(?:\s*(?:sur|de|/)\s*\d{1,3})?[-–—\s]*)",
    "heading-run": r"(?:(?P<number>[IVX]{1,5}|[A-Z])\. )?(?P<title>[A-ZÀ-Þ][^.;:!?]{2,110}?)$",
    "annex": r"^(?i:annexes?|appendice)(?:\s+[IVX\dA-Z]{1,4})?(?:[:.\s–—-]|$)(?!(?:à|de|du|des|au|et) )",
    "annex-heading": r"(?i:documents?|rapports?|listes?|participants)$|^(?i:(?:autres )?documents? (?:de travail|d['’]information|officiels?|de la Conférence)[^,]{0,100}$)",
    "annex-heading-sure": r"(?i:documents|listes?|participants)$|^(?i:(?:autres )?documents? (?:de travail|d['’]information|officiels?|de la Conférence)[^,]{0,100}$)",
    "annex-finished": r"(?i:secrétariat|rapport|déclaration|document|projet|amendements?|proposition|ordre du jour|programme|budget|prévisions|liste|rectificatif|additif|présidents?|coprésidents?|comité|participants|documents?)$",
    "annex-going-on": r"[a-zà-ÿ,;)”’–—(-]|\d{1,4}(?: |$)",
    "annex-list": r"(?i:liste des documents)",
    "contents": rf"(?i:se compose|composé|est constitué|comprend|comporte)[^.]{{0,30}}? (?:des? |les )?(?P<parts>{_NUM}) (?i:parties?)(?:,? (?:et|ainsi que) (?:de |d['’])?(?:l['’]|les )?(?P<annexes>{_NUM}|une?)? ?(?i:annexes?))?",
    # --- masthead
    "masthead-break": r"(?=\b(?i:Présenté|Soumis|Publié|Distribué) par ?:)|(?=\bOriginal ?:)|(?<=Original: anglais)(?=\s)|(?<=Original : anglais)(?=\s)"
    rf"|(?=\b\d{{1,2}}(?:er)? {MONTH} \d{{4}} (?i:Présenté|Soumis|Publié|Original))"
    rf"|(?<=\w )(?<!la )(?<!La )(?={NTH} {ASSEMBLY} )"
    r"|(?<=États Parties )(?=[A-Z][^.;:()]{2,40}?,? \d)|(?=\b(?:RAPPORT FINAL|Rapport final) (?:\d )?Le )"
    r"|(?<=RAPPORT FINAL )(?=(?:\d )?Le )|(?<=suivantes : )|(?<=suivantes: )|(?<!Annexe )(?=\b[IVX]{1,4} [A-Z][a-z])",
    "original": r"(?i:\b(?:langue )?originale?) ?: ?(?P<what>[^\W\d_]+)",
    "submitted-by": r"^(?i:présentée?|soumise?) par ?:? ?(?P<who>.+?)\.?$",
    "issued-by": r"^(?i:publiée?|distribuée?) par ?:? ?(?P<who>.+?)\.?$",
    "title-by": r"(?i:rapport (?:du|de la|des) )(?P<who>(?i:(?:co-?)?président(?:e|s|es)?)(?: du [^,]{4,80}?)?)(?= à |$)",
    "title": r"(?i:rapport|ordre du jour|liste|programme de travail)",
    # --- numbers, dates
    "date": DAY,
    "range": _RANGE,
    "range-in-list": _IN_LIST,
    "broken-date": rf"{_WEEKDAY},? (?:{MONTH} \d{{4}}|\d{{1,2}} \d{{4}})(?!\d)|\b(?:le|avant le|au) \d{{1,2}} \d{{4}}(?![\d/])",
    "weekday": rf"(?P<weekday>{_WEEKDAY}),? (?:le )?{DAY}",
    # --- conferences and meetings
    "conference": CONFERENCE,
    "conferences": rf"(?:{NTH}(?:{_BETWEEN}{NTH})* (?i:Conférences?|Réunions?|Assemblées?) des {STATES}|{SHORT}(?:{_BETWEEN}{SHORT})*)",
    "ordinal": rf"(?:\b(?:CSP|CEP) ?)?(?P<n>(?<=P)\d{{1,3}}|(?<=P )\d{{1,3}}|{NTH})",
    "ordinal-range": rf"(?P<a>(?<=P)\d{{1,3}}|{NTH}) (?:à|au) (?:la )?(?:(?:CSP|CEP) ?)?(?P<b>(?<=P)\d{{1,3}}|{NTH})",
    "city": rf"(?:^|\bà )(?P<city>{_CAPS})(?=(?:, (?:en |au )?| \()(?:la |le |l['’])?[A-ZÀ-Þ])",
    "preparatory": r"(?i:préparatoires?)",
    "group-sessions": r"(?<!sous-)[Gg]roupes? de travail",
    "this-meeting": r"(?:(?:[Ll]a|[Cc]ette) )?(?:présente )?Conférence\b(?! des| de| du| sur)",
    "label-lead": r"^(?:(?:[Ll]a|[Ll]e|[Ll]es|[Uu]ne?|[Cc]ette|[Dd]es|[Ss]es) )+",
    "session-name": rf"{_SEVERAL}[Rr]éunions? (?:préparatoires?(?: informelles?| officieuses?)?|(?:informelles?|officieuses?) préparatoires?)(?: (?:de|à|pour) la (?:Conférence\b(?! des)|{CONFERENCE}))?"
    rf"|{_SEVERAL}(?:réunions? (?:du |des |de )(?:trois |deux )?)?{_GROUPS}(?= s['’]| se | ont | a |,| \(|$| du \d| tenue)"
    rf"|(?:[Ll]a )?{CONFERENCE}|(?:[Ll]a|[Cc]ette) (?:présente )?Conférence\b(?! des| de| du| sur)",
    "session-verb": r"(?:\bs['’](?:est|était|étaient) (?:tenue?s?|réunie?s?|déroulée?s?)\b|\bse (?:sont|tiendra|tiendront|réunira|réuniront|tient)\b(?: tenue?s| réunie?s| déroulée?s)?"
    r"|\b(?:a|ont|avait|avaient) eu lieu\b|\baur(?:a|ont) lieu\b|\b(?:a|ont) été (?:organisée?s?|convoquée?s?|tenue?s?)\b|\btenue?s?(?= (?:à|en|au|du|le|les) )"
    r"|\b(?P<active>(?:a|ont) (?:tenu|convoqué|organisé)|(?:de|à) (?:tenir|convoquer|organiser))\b)",
    "session-gap": r"(?: \([^()]*\))*(?: (?:au|à la) [A-Z][^,.;()\d]{2,80}?)?(?:,? (?:créée?s?|établie?s?)\b[^.;]{0,80}?)?,? ?(?:(?:qui|ont|a|également|ensuite|formellement|toutes|tous|deux) ?)*",
    "session-of": rf",?(?: \([A-Z0-9]+\))?,?(?: (?:qui (?:s['’]est|se sont) )?tenue?s?)?(?: (?:à|en|au) {_CAPS}(?: \({_CAPS}\))?,?)?(?: (?:du|le|les|des|de))? ?\(?(?:du )?",
    "session-lead": r",? ?(?:l[ae]s? )?",
    "joined-names": r",? et (?:de |des |la |les |le )*",
    "date-gap": r"[,;]?(?: et)?(?: (?:du|le|les|des))? ?",
    "session-place": rf"\b(?:à|en|au|aux) (?P<place>(?!(?:la |l['’])?(?:Centre|Palais|Siège|Secrétariat|Conférence|Groupe|Traité|Règlement|Organisation|Assemblée|Secrétaire|Président|États|CEP|CSP|[A-Z]{{3,}}))(?:la |l['’])?{_CAPS}(?: \((?:la |le |l['’])?{_CAPS}\))?)",
    "session-venue": r"\bau (?P<venue>(?:Centre|Palais|[Ss]iège|Bâtiment|Complexe|Forum)\b[^,;.()]*?(?: \([A-Z]{2,}\))?)(?=,|;|\.|$| sous | du \d| le \d| à [A-Z])",
    "session-mode": r"\b(?i:en présentiel|en présence|hybride|procédure écrite|par écrit|en ligne|virtuellement)\b",
    "listed-ordinal": rf"(?P<through>\b(?:à|au) (?:la )?)?\b(?P<n>{NTH})(?=,| et| \(| Conférences?\b| à | en | au | par | du | s['’]est)",
    "conference-noun": r"(?i:\bconférences? des [ée]tats parties)",
    "nth-session": rf"(?P<n>{NTH}) réunion (?:du |de la |de l['’])(?P<body>[A-Z][^,.;□]{{2,80}}?)(?= ?[,.;□]| et | s['’]est| a |$)",
    "joined": r"(?:,? (?:et|ainsi que)(?: de| du| des| d['’])? ?|, |; )(?:la |le |les |l['’])?",
    "joined-only": r",? ?(?:et|ainsi que)? ?(?:la |le |l['’])?",
    "venue": r"(?!)",
    "entry-into-force": rf"(?i:traité[^.;]{{0,40}}?|convention[^.;]{{0,40}}?|il|elle) (?:est|était) entrée? en vigueur le {DAY}",
    # --- bodies
    # --- names: what is left aside in comparing them
    "determiner": r"(?:[Dd]e |[Àà] )?(?:[Ll]es? |[Ll]a |[Ll]['’ʼ] ?|[Ll] ?(?=[AEIOUYHÀÂÉÈÊÎÔÜ]))"
    r"|(?:[Dd]es?|[Dd]u|[Aa]ux?) |[Dd]['’ʼ] ?|[Dd](?=[AEIOUYHÀÂÉÈÊÎÔÜ])",
    # --- participation
    "attendance": rf"(?:^|(?<=[.;] ))(?P<head>{_WITHIN}*?{_ATTENDED}{_WITHIN}*?):",
    "attendance-after": rf"(?:^|(?<=\. ))(?P<list>[^:]+?)(?P<head>,? (?:(?:ont|avaient|a)(?: (?:tous|toutes|également|aussi))* )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.(?:\s|$)|$)",
    "attendance-within": rf"(?:^|(?<=\. ))(?P<head>(?:[Ll]es )?{_COUNT} [^,:.]{{2,80}}), (?:à savoir )?(?P<list>[^:.]+?), (?P<tail>[^:.,]*?(?:, )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.|$)",
    "observing": r"observat",
    "stated-count": rf"{_COUNT}(?= (?:[\w’'‐-]+,? ){{0,5}}?(?i:[ÉE]tats?|signataires?|observat|organisation|organisme|institution|entité|agence|délégation|société civile|participant|autres))",
    "list-end": r"(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\b[A-Z])(?<!\be\.V)(?<!\bDr)\.(?=\s|$)",
    "list-mark": r"(?P<strong>;(?: et)? ?|\s[•·]\s?)|(?P<and>,? (?:et|ainsi que|et aussi)(?: de la| de l['’]| de| du| des| d['’])? ?(?<=[ '’])|,? & )|(?P<comma>, )",
    "listed-on": r"\s?[,(]|\s(?:et|ont|avaient|étaient)\b",
    "coalition": r"(?:la coalition )?(?P<who>(?:[^,;:.()]|\([^()]*\)|(?<=\bSt)\.)+?),? (?:\((?=[^()]*[Rr]eprésentant)(?:y compris|avec|comprenant|accompagnée?s?|représentée?s?)[^()]{0,40}[Rr]eprésentante?s? (?:de |des |d['’])[^():]{0,70}?(?:: ?)?(?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)"
    r"|(?:et|y compris|avec|accompagnée?s? (?:de|par)|notamment|incluant|ainsi que|comprenant|représentée?s? par|dont)(?: ses| les| des| de| d['’])? ?(?:[Rr]eprésentante?s?|[Mm]embres?|délégués?)(?: (?:de|des|d['’])[^:,;.]{0,80})?(?: suivante?s?)? ?(?::|(?=de ses membres)))",
    "name-lead": r"coalition (?=[A-ZÀ-Þ«\"“])",
    "coalition-end": r"\.\s(?:Les )?[Aa]utres [^:.,;]{1,60}:",
    "members-end": r"[;,](?= (?!et\b))",
    "state-and": r",?\s(?:et|ainsi que)\s",
    "open-name": r"\b(?:pour|de|du|des|sur|contre|à|entre|en|dans)\b[^()]*$",
    "organisation-head": r"(?i:\b(?:associations?|alliance|coalition|organisations?|centre|institut|fondation|fonds|forum|groupe|bureau|office|académie|collège|école|université|mouvement|réseau|initiative|projet|programme|comité|fédération|confédération|conseil|société|chambre|union|parlement|section|secrétariat|agence|compagnie|entreprise|département|recherches?|arrangement|banque|action|campagne|mission|observatoire|club|plate-?forme|communauté|convention|commission|services?|partenariat|consortium|ligue|internationale?s?|églises?|aide|unité|assemblée|autorité|laboratoire|amis|citoyens|jeunes(?:se)?|femmes|cour|haut-commissariat|survey|research|project|peace|security|mines?|global|forum|network|international|foundation|center|institute|watch|council|committee|trust|university|control|arms)\b)",
    "acronym": r"\s?\((?P<acronym>[^()]*[A-ZÀ-Þ][^()]*)\)",
    # --- provisions
    "provision": rf"(?P<kind>\b[Aa]rticles?|\b[Rr]ègles?(?: financières?)?|\b[Ss]ections?) (?P<numbers>{_ARTICLES})"
    rf"(?P<clauses>,? (?:paragraphes?|par\.|alinéas?) {_CLAUSE}(?:(?:,? et |, ){_CLAUSE}\b(?! \w))*)?",
    "provision-inverted": rf"\b(?P<clauses>[Pp]aragraphes? {_CLAUSE}(?:(?:,? et |, ){_CLAUSE})*) de (?:l['’]|la )(?P<kind>article|règle) (?P<numbers>{_ARTICLE}|premier)",
    "provision-number": rf"{_ARTICLE}|premi(?:er|ère)",
    "provision-clause": _CLAUSE,
    "provision-of": r",? (?:du |de la |de l['’]|des |de (?:son|sa|ses) )(?:présente? )?(?=[A-Za-zÀ-ÿ])",
    "bare-treaty": r"(?:[Tt]raité|[Cc]onvention)\b(?! sur\b)",
    "cited-alone": r"(?i:article|règle)",
    "terms-of-reference": r"[Mm]andat (?:du |de la |de l['’]|des )([^.;,()]{2,70})",
    "same-rule": r"\b(?:[Ll]a |[Ll]e )?même (?:règle|article|disposition)\b",
    # --- figures
    "no-intent": rf"{DAY},? [^.]*?signataires?\b[^.]*?[–—,-] ?(?P<who>[^–—,.]+?) ?[–—,-] ?(?:a|ont|avait|avaient) (?:notifié|informé|déclaré|fait savoir|indiqué)[^.]*?(?:(?:pas|aucune|nulle) (?:l['’] ?)?intention|n['’] ?entend)",
    "as-of": rf"(?:\b[Aa]u|[ÀA] la date du|\b[Ll]e) {DAY}",
    "at-the-same-time": r"(?:Par ailleurs|En outre|À la même date|À cette date|De plus|Au même moment|Vingt|Trente|Quarante)",
    # --- operative acts, actors in running text, qualifications, deadlines
    **acts.PATTERNS,
    **people.patterns(CONFERENCE, _COUNT, DAY, NTH),
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- masthead: what it calls the language of the original
    "language": (
        ("en", r"(?i:anglais)"),
        ("zh", r"(?i:chinois)"),
        ("fr", r"(?i:français)"),
        ("es", r"(?i:espagnol)"),
        ("ru", r"(?i:russe)"),
        ("ar", r"(?i:arabe)"),
    ),
    "provision-of": (
        ("Règles financières", r"(?i:financière)"),
        ("Règlement intérieur", r"(?i:règle)"),
    ),
    "part": (
        ("introduction", r"(?i:introduction|préambule)"),
        ("organisation", r"(?i:organisation (?:de|des|du)|^organisation$)"),
        ("recommendations", r"(?i:^(?:(?!décision|résultat).)*\brecommandations?\b)"),
        ("decisions", r"(?i:décisions?\b)"),
        ("background", r"(?i:historique|contexte)"),
    ),
    "kind": (
        ("conference-report", r"(?i:\b(?:rapport|document) final\b)"),
        (
            "body-report",
            r"(?i:\brapport\b.*(?:président|groupe de travail|comité|forum|fonds|secrétariat)|(?:groupe de travail|comité|forum|fonds|secrétariat)\b.*\brapport)",
        ),
    ),
    "singular": (("Conférence", r"Conférences"), ("Réunion", r"Réunions")),
    # --- months, in small letters
    "month": (
        ("01", r"^jan"),
        ("02", r"^f[ée]v"),
        ("03", r"^mar"),
        ("04", r"^avr"),
        ("05", r"^mai"),
        ("06", r"^juin"),
        ("07", r"^juil"),
        ("08", r"^ao"),
        ("09", r"^sep"),
        ("10", r"^oct"),
        ("11", r"^nov"),
        ("12", r"^d[ée]c"),
    ),
    "spelling": (
        ("St", r"\bSaint\b"),
        ("Etat", r"\bÉtat"),
        ("et", r"&"),
    ),
    "capacity": (
        (
            "civil-society",
            r"(?i:société civile|non[- ‐]gouvernementa|\bONG\b|associations? industriel|universitaire)",
        ),
        (
            "observer-state",
            r"(?i:non[- ](?:parties|signataires)|ni parties? ni|(?:ne sont|n['’]étaient|n['’]étant|n['’]est) (?:ni|pas) (?:encore )?(?:parties?|signataires?))",
        ),
        ("signatory", r"(?i:signataires?|(?:ont|avaient|ayant) signé)"),
        (
            "observer-organisation",
            r"(?i:organisations?|organismes?|institutions?|entités?|agences?|programmes?|fonds\b)",
        ),
        ("observer-state", r"(?i:[ÉE]tats?\b.*observat)"),
        (
            "state-party",
            r"(?<!Conférence des )(?<!Conférence d’)(?<!Réunion des )(?i:[ÉE]tats?[- ]parties?)",
        ),
    ),
    "figure": (
        ("states-parties", rf"(?:comptait|compte|comptaient) {_COUNT} {STATES}"),
        ("states-parties", rf"{_COUNT} [ÉE]tats (?:étaient|sont|avaient été) parties"),
        ("signatories", rf"{_COUNT} (?:autres )?(?:[ÉE]tats )?signataires (?=n['’]|ne )"),
    ),
    **acts.TABLES,
    **people.TABLES,
}

LANGUAGE = Language("fr", PATTERNS, TABLES, number)
