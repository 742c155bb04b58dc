"""Spanish: how treaty-conference reports in Spanish are laid out and worded.

All expressions run on the reading view, where white space is one blank and none stands inside
brackets or before a colon or semicolon.
"""

import re

from att_graph.languages import LATIN, Language, spelled
from att_graph.languages.es import acts, people
from att_graph.languages.es.acts import ASSEMBLY, CONFERENCE, DAY, MONTH, NTH, OF, SHORT, STATES

_ONES = [
    "cero",
    "un",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiun",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_HUNDREDS = ["dosc", "tresc", "cuatroc", "quin", "seisc", "setec", "ochoc", "novec"]
_NTHS = {
    1: "primer|primero|primera|primeros|primeras", 2: "segundo|segunda", 3: "tercer|tercero|tercera",
    4: "cuarto|cuarta", 5: "quinto|quinta", 6: "sexto|sexta", 7: "septimo|septima|setimo|setima",
    8: "octavo|octava", 9: "noveno|novena", 10: "decimo|decima", 11: "undecimo|undecima",
    12: "duodecimo|duodecima", 20: "vigesimo|vigesima", 30: "trigesimo|trigesima",
    40: "cuadragesimo|cuadragesima", 50: "quincuagesimo|quincuagesima",
}  # fmt: skip
_VALUES = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_TENS, 3)},
    **{f"{word}ient{o}s": 100 * value for value, word in enumerate(_HUNDREDS, 2) for o in "oa"},
    **{word: value for value, words in _NTHS.items() for word in words.split("|")},
    "uno": 1, "una": 1, "veintiuno": 21, "veintiuna": 21, "y": 0,
}  # fmt: skip
_TIMES = {"cien": 100, "ciento": 100, "mil": 1000}

_WORD = (
    r"(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    r"|dieci\w{3,6}|veint[ei]\w{0,7}|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien(?:to)?|\w{4,7}ient[oa]s|mil)"
)
_NUM = rf"(?:\d{{1,9}}|(?i:\b{_WORD}(?:(?: | y ){_WORD})*)\b)"
_COUNT = rf"(?P<count>{_NUM})(?:\s?\((?P<figure>\d{{1,9}})\))?"
_BETWEEN = r"(?:,? [ye] |, | a | al | - | – )(?:l[ao]s? )?"
_CAPS = r"[A-ZÀ-Þ][\w’'\-]*(?:(?: (?:de|del|la|el|las|los|y)(?= [A-ZÀ-Þ]))* [A-ZÀ-Þ][\w’'\-]*)*"
_GROUPS = r"[Gg]rupos? de [Tt]rabajo(?: del [A-Z]{2,4}| de la CEP ?\d*)?(?: sobre (?:la |el |los )?[^,;.()\d]{4,80}?)?(?: \([A-Z]+\))?"
_SEVERAL = (
    r"(?:(?:[Ll]a|[Ee]l|[Ll]os|[Ll]as|[Uu]na|[Dd]os|[Tt]res|[Ss]us|primera|segunda|tercera) )*"
)
_WEEKDAY = r"(?i:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
_NO_DAY = r"(?<![\w/.:])(?<!artículo )(?<!párrafo )(?<!tema )(?<!página )"
# Some extractions lose the dash between two days, or the white space too: "21 25", "2125".
_TO = r"(?: ?[-‐‑–—−~] ?| al? | y | hasta el | )"


def _dates(year: str) -> str:
    """Every way to print a day or a range of days; `year` is "" or "?" (in a list, one serves all)."""
    return (
        rf"(?:{_NO_DAY}(?P<d>\d{{1,2}})[ºo°]?(?:{OF}(?P<m>{MONTH})(?:{OF}(?:del? )?(?P<y>\d{{4}}))?)?{_TO}"
        rf"(?P<d2>\d{{1,2}})[ºo°]?{OF}(?P<m2>{MONTH})(?: (?:del? )?(?P<y2>\d{{4}})){year}(?!\d)"
        rf"|{_NO_DAY}(?P<d_>\d{{1,2}})(?P<d2_>\d{{2}}){OF}(?P<m2_>{MONTH}) (?:del? )?(?P<y2_>\d{{4}})"
        rf"|{_NO_DAY}(?P<d__>\d{{1,2}})[ºo°]?{OF}(?P<m__>{MONTH})(?: (?:del? )?(?P<y__>\d{{4}})){year}(?!\d))"
    )


_RANGE, _IN_LIST = _dates(""), _dates("?")
_WITHIN = r"(?:[^:.;]|\.(?=\S))"
_ATTENDED = (
    r"(?:\b[Pp]articip(?:aron|ó|an|aban|ado)\b|\b[Tt]om(?:aron|ó|an|ado) parte\b|\b[Aa]sist(?:ieron|ió|en|ido)\b"
    r"|\b(?:estuvieron|estuvo|estaban|fueron|fue|han sido)(?: también)? (?:representad[oa]s?|presentes?|acreditad[oa]s?"
    r"|inscrit[oa]s?|admitid[oa]s?)\b)"
)
_ARTICLE = r"\d{1,3}(?:\.\d{1,3})*(?: ?\([a-z0-9]{1,3}(?:\)?[-‐‑–—]\(?[a-z0-9])?\))*"
_ARTICLES = rf"(?:{_ARTICLE}|primer[oa]\b)(?:(?:,? y |, | o )(?:el artículo )?{_ARTICLE})*"
_CLAUSE = r"\d{1,2}(?: ?\([a-z](?:\)?[-‐‑–—]\(?[a-z])?\)| [a-z]\))*"


def number(printed: str) -> int:
    """A numeral as printed ("noventa y cuatro", "undécima", "94", "11.ª"), its value out.

    Raises ValueError for anything else.
    """
    digits = re.fullmatch(
        r"(\d+)(?:\.?[aoªº]|er|ro|ra|da|do|ta|to|va|vo|na|no|ma|mo)?", printed.strip()
    )
    return int(digits[1]) if digits else spelled.read(printed, _VALUES, _TIMES)


PATTERNS: dict[str, str] = {
    # --- what tells the language
    "script": LATIN,
    "common-word": r"\b(?:el|la|los|las|del|de|y|en|al|por|que|para|con|se|una)\b",
    # --- layout
    "sentence-end": r"(?:[!?]|(?<!\b[Nn]o)(?<!\bnúm)(?<!\bSr)(?<!\bSra)(?<!\bSres)(?<!\bDr)(?<!\bDra)(?<!\bExcm[oa])(?<!\bart)(?<!\b[Pp]árr)(?<!\bRev)(?<!\bAdd)"
    r"(?<!\bCorr)(?<!\bcf)(?<!\bp)(?<!\bEE)(?<![ .(][A-Z])(?<!^[A-Z])\.)(?=[\"”’'»)\]]*(?:\s+[\"“‘'«(\[¿¡]*[A-Z0-9À-Þ□]|\s*$))[\"”’»]*",
    "stop": r"[;!?]|(?<!\bnúm)(?<!\bSr)(?<!\bSra)(?<!\bDr)(?<!\bRev)(?<![ .][A-Z])\.(?=[\s)\]\"”’]|$)",
    "clause-end": r"[,;!?]|(?<!\bnúm)(?<!\bSr)(?<!\bSra)(?<!\bDr)(?<!\bRev)(?<![ .][A-Z])\.(?=[\s)\]\"”’]|$)",
    "new-sentence": r"\s*(?:$|[\"“‘'«(\[¿¡]*[A-Z0-9À-Þ])",
    "quoting": r"(?i:dispone|prevé|establece|estipula|reza|como sigue|lo siguiente)(?: (?:que|también|además|lo siguiente))*[,:]? ?$",
    "closed": r"(?:[.!?;:…][”’\"')\]»]*|;(?: [ye]| o)|: ?-)$",
    "numbered-reference": r"(?i:\b(?:reglas?|artículos?|arts?\.?|párrafos?|párrs?\.?|temas?|secci(?:ón|ones)|capítulos?|núms?\.?|páginas?|p\.|anexos?|resoluci(?:ón|ones)|decisi(?:ón|ones)|parte|etapa|opción|cuadros?|figuras?|apartados?))(?: \d[\d.()a-z]*(?:,| y| o| a))*$",
    "page-line": r"(?i:[-–—\s]*(?:página|pág\.|p\.)\s*\d{1,3}(?:\s*(?:de|/)\s*\d{1,3})?[-–—\s]*)",
    "heading-run": r"(?:(?P<number>[IVX]{1,5}|[A-Z])\. )?(?P<title>[A-ZÀ-Þ][^.;:!?]{2,110}?)$",
    "annex": r"^(?i:anexos?|apéndice)(?:\s+[IVX\dA-Z]{1,4})?(?:[:.\s–—-]|$)(?!(?:a|de|del|al|y) )",
    "annex-heading": r"(?i:documentos?|informes?|listas?|participantes)$|^(?i:(?:otros )?documentos? (?:de trabajo|de información|oficiales|de la Conferencia)[^,]{0,100}$)",
    "annex-heading-sure": r"(?i:documentos|listas?|participantes)$|^(?i:(?:otros )?documentos? (?:de trabajo|de información|oficiales|de la Conferencia)[^,]{0,100}$)",
    "annex-finished": r"(?i:secretaría|informe|declaración|documento|proyecto|enmiendas?|propuesta|orden del día|programa|presupuesto|estimaciones|lista|corrección|adición|president[ea]s?|copresident[ea]s?|comité|participantes|documentos?)$",
    "annex-going-on": r"[a-zà-ÿ,;)”’–—(-]|\d{1,4}(?: |$)",
    "annex-list": r"(?i:lista de (?:los )?documentos)",
    "contents": rf"(?i:consta|se compone|comprende|contiene|está integrado)[^.]{{0,30}}? (?:de |por )?(?:l[oa]s )?(?P<parts>{_NUM}) (?i:partes?)(?:,? (?:y|así como) (?:el |los )?(?P<annexes>{_NUM}|un[oa]?)? ?(?i:anexos?))?",
    # --- masthead
    "masthead-break": r"(?=\b(?i:Presentado|Publicado|Distribuido) por ?:)|(?=\bOriginal ?:)|(?<=Original: inglés)(?=\s)"
    rf"|(?=\b\d{{1,2}} de {MONTH} de \d{{4}} (?i:Presentado|Publicado|Original))"
    rf"|(?<=\w )(?<!la )(?<!La )(?={NTH} {ASSEMBLY} )"
    r"|(?<=Estados Partes )(?=[A-Z][^.;:()]{2,40}?,? \d)|(?=\b(?:INFORME FINAL|Informe final) (?:\d )?El )"
    r"|(?<=INFORME FINAL )(?=(?:\d )?El )|(?<=siguientes: )|(?<!Anexo )(?=\b[IVX]{1,4} [A-Z][a-z])",
    "original": r"(?i:\b(?:idioma )?original) ?: ?(?P<what>[^\W\d_]+)",
    "submitted-by": r"^(?i:presentado|sometido) por ?:? ?(?P<who>.+?)\.?$",
    "issued-by": r"^(?i:publicado|distribuido) por ?:? ?(?P<who>.+?)\.?$",
    "title-by": r"(?i:informe (?:del|de la|de los|de las) )(?P<who>(?i:(?:co-?)?president[ea]s?)(?: del [^,]{4,80}?)?)(?= a |$)",
    "title": r"(?i:informe|orden del día|programa|lista)",
    # --- numbers, dates
    "date": DAY,
    "range": _RANGE,
    "range-in-list": _IN_LIST,
    "broken-date": rf"{_WEEKDAY},? (?:{MONTH} de \d{{4}}|\d{{1,2}} de \d{{4}})(?!\d)|\b(?:el|antes del|al) \d{{1,2}} de \d{{4}}(?![\d/])",
    "weekday": rf"(?P<weekday>{_WEEKDAY}),? (?:el )?{DAY}",
    # --- conferences and meetings
    "conference": CONFERENCE,
    "conferences": rf"(?:{NTH}(?:{_BETWEEN}{NTH})* (?i:Conferencias?|Reuniones|Reunión|Asambleas?) de (?:los )?{STATES}|{SHORT}(?:{_BETWEEN}{SHORT})*)",
    "ordinal": rf"(?:\b(?:CSP|CEP) ?)?(?P<n>(?<=P)\d{{1,3}}|(?<=P )\d{{1,3}}|{NTH})",
    "ordinal-range": rf"(?P<a>(?<=P)\d{{1,3}}|{NTH}) (?:a|al) (?:la )?(?:(?:CSP|CEP) ?)?(?P<b>(?<=P)\d{{1,3}}|{NTH})",
    "city": rf"(?:^|\ben )(?P<city>{_CAPS})(?=(?:, | \()(?:el |la |los )?[A-ZÀ-Þ])",
    "preparatory": r"(?i:preparatorias?)",
    "group-sessions": r"(?<!sub)[Gg]rupos? de [Tt]rabajo",
    "this-meeting": r"(?:(?:[Ll]a|[Ee]sta) )?(?:presente )?Conferencia\b(?! de| del| sobre)",
    "label-lead": r"^(?:(?:[Ll]a|[Ee]l|[Ll]os|[Ll]as|[Uu]na?|[Ee]sta|[Ss]us) )+",
    "session-name": rf"{_SEVERAL}[Rr]euni(?:ón|ones) (?:preparatorias?(?: oficios[oa]s?| informales?)?|(?:oficiosas?|informales?) preparatorias?)(?: (?:de|para|a) la (?:Conferencia\b(?! de)|{CONFERENCE}))?"
    rf"|{_SEVERAL}(?:reuni(?:ón|ones) (?:del |de los |de )(?:tres |dos )?)?{_GROUPS}(?= se | tuv| celebr|,| \(|$| del \d)"
    rf"|(?:[Ll]a )?{CONFERENCE}|(?:[Ll]a|[Ee]sta) (?:presente )?Conferencia\b(?! de| del| sobre)",
    "session-verb": r"(?:\bse (?:celebr(?:ó|aron|ará|arán|aba)|reuni(?:ó|eron)|reunirán?|llev(?:ó|aron) a cabo|convoc(?:ó|aron)|organiz(?:ó|aron))\b|\b(?:tuv(?:o|ieron)|tendrán?) lugar\b"
    r"|\bcelebrad[oa]s?\b|\b(?P<active>celebr(?:ó|aron|ar)|convoc(?:ó|ar)|organiz(?:ó|ar))\b)",
    "session-gap": r"(?: \([^()]*\))*(?: (?:en el|en la|del|de la) [A-Z][^,.;()\d]{2,80}?)?(?:,? (?:establecid[oa]s?|cread[oa]s?)\b[^.;]{0,80}?)?,? ?(?:(?:que|también|posteriormente|tod[oa]s) ?)*",
    "session-of": rf",?(?: \([A-Z0-9]+\))?,?(?: (?:que se )?celebrad[oa]s?)?(?: en (?:el )?{_CAPS}(?: \({_CAPS}\))?,?)?(?: (?:del|el|los|de))? ?\(?(?:del )?",
    "session-lead": r",? ?(?:l[ao]s? |el )?",
    "joined-names": r",? y (?:de |del |la |las |los |el )*",
    "date-gap": r"[,;]?(?: y)?(?: (?:del|el|los))? ?",
    "session-place": rf"\ben (?P<place>(?!(?:el |la |los |las )?(?:Centro|Palacio|Sede|Secretaría|Conferencia|Grupo|Tratado|Reglamento|Organización|Asamblea|Estados Partes|CEP|CSP|[A-Z]{{3,}}))(?:el |la |los |las )?{_CAPS}(?: \((?:el |la |los )?{_CAPS}\))?)",
    "session-venue": r"\ben (?:el|la) (?P<venue>(?:Centro|Palacio|[Ss]ede|Edificio|Complejo)\b[^,;.()]*?(?: \([A-Z]{2,}\))?)(?=,|;|\.|$| bajo | del \d| el \d| en [A-Z])",
    "session-mode": r"\b(?i:presencial(?:mente)?|en persona|híbrid[oa]|procedimiento escrito|por escrito|en línea|virtual(?:mente)?)\b",
    "listed-ordinal": rf"(?P<through>\b(?:a|al) (?:la )?)?\b(?P<n>{NTH})(?=,| [ye]\b| \(| Conferencias?\b| en | por | del | se )",
    "conference-noun": r"(?i:\bconferencias? de (?:los )?estados partes)",
    "nth-session": rf"(?P<n>{NTH}) reunión (?:del |de la )(?P<body>[A-Z][^,.;□]{{2,80}}?)(?= ?[,.;□]| y | se |$)",
    "joined": r"(?:,? (?:[ye]|así como)(?: del?)? |, |; )(?:la |el |los |las )?",
    "joined-only": r",? ?(?:[ye]|así como)? ?(?:la |el )?",
    "venue": r"(?!)",
    "entry-into-force": rf"(?i:tratado[^.;]{{0,40}}?|convención[^.;]{{0,40}}?) (?:entró|había entrado) en vigor el {DAY}",
    # --- bodies
    # --- names: what is left aside in comparing them
    "determiner": r"(?:[Dd]e |[Aa] )?(?:[Ee]l |[Ll]as? |[Ll]os )|(?:[Dd]el|[Dd]e|[Aa]l?) ",
    # --- participation
    "attendance": rf"(?:^|(?<=[.;] ))(?P<head>{_WITHIN}*?{_ATTENDED}{_WITHIN}*?):",
    "attendance-after": rf"(?:^|(?<=\. ))(?P<list>[^:]+?)(?P<head>,? (?:(?:también|han|todos|todas) )*{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.(?:\s|$)|$)",
    "attendance-within": rf"(?:^|(?<=\. ))(?P<head>(?:[Ll][oa]s )?{_COUNT} [^,:.]{{2,80}}), (?:a saber,? )?(?P<list>[^:.]+?), (?P<tail>[^:.,]*?(?:, )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.|$)",
    "observing": r"observador",
    "stated-count": rf"{_COUNT}(?= (?:[\w-]+,? ){{0,5}}?(?i:Estados?|signatari|observador|organizaci|organismo|institucion|entidad|delegaci|sociedad civil|participante))",
    "list-end": r"(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\b[A-Z])(?<!\be\.V)(?<!\bDr)\.(?=\s|$)",
    "list-mark": r"(?P<strong>;(?: [ye])? ?|\s[•·]\s?)|(?P<and>,? (?:[ye]|así como)(?: de la| de los| de las| del| de)? |,? & )|(?P<comma>, )",
    "listed-on": r"\s?[,(]|\s(?:[ye]|participaron|asistieron|tomaron|estuvieron)\b",
    "coalition": r"(?:la coalición )?(?P<who>(?:[^,;:.()]|\([^()]*\)|(?<=\bSt)\.)+?),? (?:\((?=[^()]*[Rr]epresentante)(?:incluid[oa]s?|con|acompañad[oa]s?|representad[oa]s?)[^()]{0,40}[Rr]epresentantes? de [^():]{0,70}?(?:: ?)?(?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)"
    r"|(?:y|e|incluid[oa]s?|entre ell[oa]s|con|acompañad[oa]s? (?:de|por)|junto con|así como|representad[oa]s? por)(?: sus| los| las)? ?(?:[Rr]epresentantes?|[Mm]iembros?|delegad[oa]s?)(?: de[^:,;.]{0,80})? ?:)",
    "name-lead": r"coalición (?=[A-ZÀ-Þ«\"“])",
    "coalition-end": r"\.\s(?:Las |Los )?[Oo]tr[oa]s [^:.,;]{1,60}:",
    "members-end": r"[;,](?= (?![ye]\b))",
    "state-and": r",?\s(?:[ye]|así como)\s",
    "open-name": r"\b(?:para|de|del|sobre|contra|a|entre|en|por)\b[^()]*$",
    "organisation-head": r"(?i:\b(?:asociaci(?:ón|ones)|alianza|coalición|organizaci(?:ón|ones)|centro|instituto|fundación|fondo|foro|grupo|oficina|academia|colegio|escuela|universidad|movimiento|red|iniciativa|proyecto|programa|comité|federación|confederación|consejo|sociedad|cámara|unión|parlamento|sección|secretaría|agencia|compañía|empresa|departamento|investigación|arreglo|banco|acción|campaña|misión|observatorio|club|plataforma|comunidad|convención|comisión|servicios?|consorcio|liga|internacional(?:es)?|iglesias?|ayuda|unidad|asamblea|autoridad|laboratorio|amigos|jóvenes|juventud|mujeres|sistema|corte|survey|research|project|peace|security|mines?|global|forum|network|international|foundation|center|institute|watch|council|committee|trust|university|control|arms)\b)",
    "acronym": r"\s?\((?P<acronym>[^()]*[A-ZÀ-Þ][^()]*)\)",
    # --- provisions
    "provision": rf"(?P<kind>\b[Aa]rtículos?|\b[Rr]eglas?(?: financieras?)?|\b[Ss]ecci(?:ón|ones)) (?P<numbers>{_ARTICLES})"
    rf"(?P<clauses>,? (?:párrafos?|párr\.|apartados?) {_CLAUSE}(?:(?:,? y |, ){_CLAUSE}\b(?! \w))*)?",
    "provision-inverted": rf"\b(?P<clauses>[Pp]árrafos? {_CLAUSE}(?:(?:,? y |, ){_CLAUSE})*) (?:del |de la )(?P<kind>artículo|regla) (?P<numbers>{_ARTICLE}|primer[oa])",
    "provision-number": rf"{_ARTICLE}|primer[oa]",
    "provision-clause": _CLAUSE,
    "provision-of": r",? (?:del |de la |de los |de las |de su )(?:presente )?(?=[A-Za-zÀ-ÿ])",
    "bare-treaty": r"(?:[Tt]ratado|[Cc]onvención)\b(?! sobre\b)",
    "cited-alone": r"(?i:artículo|regla)",
    "terms-of-reference": r"[Mm]andato (?:del |de la |de los )([^.;,()]{2,70})",
    "same-rule": r"\b(?:[Ll]a |[Ee]l )?mism[oa] (?:regla|artículo|disposición)\b",
    # --- figures
    "no-intent": rf"{DAY},? [^.]*?signatarios?\b[^.]*?[–—,-] ?(?P<who>[^–—,.]+?) ?[–—,-] ?(?:(?:ha|han|había|habían) )?(?:notific|inform|declar|comunic)\w+[^.]*?(?:(?:no|ninguna) (?:ten\w+|tien\w+) (?:la |ninguna )?intención|no (?:se propon|pretend)\w+)",
    "as-of": rf"(?:\b[Aa]l|\b[Ee]l) {DAY}",
    "at-the-same-time": r"(?:Además|Otros|Por otra parte|En esa (?:misma )?fecha|Asimismo)",
    # --- operative acts, actors in running text, qualifications, deadlines
    **acts.PATTERNS,
    **people.patterns(CONFERENCE, _COUNT, DAY, NTH),
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- masthead: what it calls the language of the original
    "language": (
        ("en", r"(?i:inglés)"),
        ("zh", r"(?i:chino)"),
        ("fr", r"(?i:francés)"),
        ("es", r"(?i:español)"),
        ("ru", r"(?i:ruso)"),
        ("ar", r"(?i:árabe)"),
    ),
    "provision-of": (
        ("Reglamento Financiero", r"(?i:financier)"),
        ("Reglamento", r"(?i:regla)"),
    ),
    "part": (
        ("introduction", r"(?i:introducción|preámbulo)"),
        ("organisation", r"(?i:organización (?:de|del)|^organización$)"),
        ("recommendations", r"(?i:^(?:(?!decisi|resultado).)*\brecomendaci(?:ón|ones)\b)"),
        ("decisions", r"(?i:decisi(?:ón|ones)\b)"),
        ("background", r"(?i:antecedentes|contexto)"),
    ),
    "kind": (
        ("conference-report", r"(?i:\b(?:informe|documento) final\b)"),
        (
            "body-report",
            r"(?i:\binforme\b.*(?:president|grupo de trabajo|comité|foro|fondo|secretaría)|(?:grupo de trabajo|comité|foro|fondo|secretaría)\b.*\binforme)",
        ),
    ),
    "singular": (("Conferencia", r"Conferencias"), ("Reunión", r"Reuniones")),
    # --- months, in small letters
    "month": (
        ("01", r"^ene"),
        ("02", r"^feb"),
        ("03", r"^mar"),
        ("04", r"^abr"),
        ("05", r"^may"),
        ("06", r"^jun"),
        ("07", r"^jul"),
        ("08", r"^ago"),
        ("09", r"^se"),
        ("10", r"^oct"),
        ("11", r"^nov"),
        ("12", r"^dic"),
    ),
    "spelling": (("y", r"&"),),
    "capacity": (
        (
            "civil-society",
            r"(?i:sociedad civil|no gubernamental|\bONG\b|asociaciones industriales|del sector industrial)",
        ),
        (
            "observer-state",
            r"(?i:no (?:son|eran|sean|es) (?:ni )?(?:parte|signatari)|Estados no (?:partes|signatarios)|ni partes? ni)",
        ),
        ("signatory", r"(?i:signatari[oa]s?|(?:han|habían) firmado)"),
        (
            "observer-organisation",
            r"(?i:organizaci(?:ón|ones)|organismos?|instituci(?:ón|ones)|entidad(?:es)?|agencias?|programas?|fondos?\b)",
        ),
        ("observer-state", r"(?i:Estados?\b.*observador)"),
        (
            "state-party",
            r"(?<!Conferencia de los )(?<!Conferencia de )(?<!Reunión de los )(?i:Estados? partes?)",
        ),
    ),
    "figure": (
        ("states-parties", rf"(?:contaba|cuenta) con {_COUNT} {STATES}"),
        ("states-parties", rf"{_COUNT} Estados (?:eran|son) partes"),
        ("signatories", rf"{_COUNT} (?:Estados )?signatarios (?=(?:aún |todavía )?no )"),
    ),
    **acts.TABLES,
    **people.TABLES,
}

LANGUAGE = Language("es", PATTERNS, TABLES, number)
