"""Spanish operative acts: verbs and their forms, who is asked, on what condition and by when."""

STATES = r"(?i:Estados Partes?)"
UNIT = r"(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[ée]p?tim[oa]|octav[oa]|noven[oa])"
NTH = (
    rf"(?:\d{{1,3}}\s?\.?(?:[aoªº]|er|ra|da|ta|va|na|ma)\b|(?i:\b{UNIT}s?\b|\b(?:und[ée]cim|duod[ée]cim)[oa]s?\b"
    rf"|\b(?:d[ée]cim[oa]|vig[ée]sim[oa]|trig[ée]sim[oa])(?:\s?{UNIT})?s?\b))"
)
ASSEMBLY = rf"(?i:Conferencia|Reunión|Asamblea) (?:anual )?de (?:los )?{STATES}"
SHORT = r"(?<![\w/])(?:CSP|CEP)\s?\d{1,3}"
CONFERENCE = rf"(?:{NTH} {ASSEMBLY}(?: \((?:CSP|CEP)\s?\d{{1,3}}\))?|{SHORT})"
MONTH = (
    r"(?i:ene(?:ro|\.)|feb(?:rero|\.)|mar(?:zo|\.)|abr(?:il|\.)|may(?:o|\.)|jun(?:io|\.)|jul(?:io|\.)|ago(?:sto|\.)"
    r"|se(?:p?tiembre|pt?\.)|oct(?:ubre|\.)|nov(?:iembre|\.)|dic(?:iembre|\.))"
)
OF = r"(?: de)? "
DAY = rf"(?:(?<!\d)(?P<d>\d{{1,2}})[ºo°]?{OF}(?P<m>{MONTH}) (?:del? )?(?P<y>\d{{4}})(?!\d))"
_NUM = r"(?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|dieciocho|veinticuatro|treinta)"
_CYCLE = r"ciclos?(?: (?:de la Conferencia|de la CEP|preparatorio|entre períodos de sesiones|de presentación de informes))?"
_BE = r"(?:se ha|se han|fue|fueron|ha sido|han sido|es|son|queda|quedan|quedó)"
_ADVERB = (
    r"(?:también|asimismo|además|igualmente|de nuevo|nuevamente|una vez más|luego|posteriormente|a continuación|por último|finalmente"
    r"|así|por consiguiente|en consecuencia|por lo tanto|a este respecto|a ese respecto|con este fin|con ese fin|en este contexto|en particular|en especial"
    r"|encarecidamente|vivamente|calurosamente|sinceramente|profundamente|enérgicamente|firmemente|expresamente|formalmente|oficialmente|conjuntamente"
    r"|por unanimidad|por aclamación|por consenso|sin votación|sin someterl[oa]s? a votación"
    r"|con (?:gran |profund[oa] |suma )?(?:satisfacción|interés|gratitud|reconocimiento|preocupación|pesar|aprecio|beneplácito|agrado)"
    r"|en su forma (?:enmendada|revisada|oralmente enmendada)(?: oralmente)?|oralmente|respetuosamente|en principio|debidamente|solemnemente)"
)
_ASIDE = (
    r"(?:cuando (?:proceda|corresponda|sea posible|sea necesario)|según (?:proceda|corresponda|sea necesario)|de ser (?:posible|necesario)"
    r"|si (?:procede|es posible)|en la medida de lo posible|en particular|entre otras cosas"
    r"|(?:en|con|bajo|por|durante|a|para|antes|después|de conformidad|teniendo|sobre|sin|incluid[oa]s?|así como|a más tardar|a fin)\b[^;:.]*)"
)
_HEAD = (
    r"(?:Estados (?:que (?:aún )?no son|no) [Pp]artes?(?: en el Tratado)?|Estados? [Pp]artes?(?: en el (?:Tratado|TCA))?|Estados? signatarios?"
    r"|Estados?|signatarios|países|interesados|partes interesadas|partes|gobiernos?|Secretaría|(?:co-?|vice-?)?president[ea]s?"
    r"|grupos? de trabajo|subgrupos?(?: de trabajo)?|grupos?|comités?(?: de gestión| de selección)?|foro|delegaciones|participantes|organizaci(?:ón|ones)"
    r"|entidades|sociedad civil|industria|mundo académico|donantes|observadores|miembros?|mesa|depositario|Secretario General"
    r"|expertos?|representantes?|fondo|puntos de contacto|facilitador(?:es|as?)?|autoridades|organismos|instituciones|asociados"
    r"|agentes|coordinador(?:es|as?)?|titulares|auditores?|asociaciones|coaliciones|parlamentarios|oradores|beneficiarios|comunidad internacional)"
)
_QUALITY = r"(?:[\w-]+(?:ad[oa]s?|id[oa]s?|ales?|iles?|iv[oa]s?|entes?|antes?|ic[oa]s?|ari[oa]s?|ores?)(?![\w-]))"
_INFINITIVE = r"(?!(?:lugar|lugares|hogar|mar|mujer|poder|deber|placer|primer|tercer|cualquier|ayer|nivel|par|pesar|militar|similar|particular|preliminar|titular|nuclear|familiar|ejemplar|escolar|azar|millar|pilar)\b)\w+(?:ar|er|ir|ír)(?:l[aeo]s?|se|les?)?\b"

PATTERNS: dict[str, str] = {
    # --- operative acts
    "subject": rf"(?:(?<=^)|(?<=[.;,:!?] )|(?<=\by )|(?<=\bque )|(?<=\bpero ))"
    rf"(?:(?P<numbered>(?:[Ll]a )?{CONFERENCE})|(?:[Ll]a |[Ee]sta )(?:presente )?(?:Conferencia|Reunión|Asamblea|sesión plenaria)(?: de los {STATES})?(?: en el Tratado)?|(?P<pronoun>[Ee]lla|También|Asimismo|Además|Igualmente))"
    r"(?! (?:preparatoria|se (?:celebró|reunió|inauguró)))(?![\w’'-])",
    "spread-verb": r"(?i)\b(?P<verb>expres(?:a|ó|ar)|manifiest(?:a)|manifest(?:ó)|reiter(?:a|ó)|acog(?:e|ió)|tom(?:a|ó)|d(?:a|io)|rind(?:e|ió))"
    r"(?: también| asimismo| además| nuevamente| con| debida| las)*(?: (?:su|sus|las|la))?(?: (?!(?:de|del|a|al|por|que)\b)[\wà-ÿ-]+,?(?: y)?){0,3}?"
    r" (?P<tail>gratitud|reconocimiento|agradecimiento|aprecio|preocupación|inquietud|pesar|satisfacción|beneplácito|gracias|nota|homenaje)\b",
    "filler": rf"(?i)(?:[\s,]+|□+|{_ADVERB}(?![\w-])|(?:ha|han|había|l[aeo]s?|les?|se)\b(?= ))",
    "auxiliary": r"(?i)(?P<verb>sigue|siguió|desea|deseó|quiso|quiere|continúa|continuó) (?=\w)",
    "infinitive-mark": r"\b(?:a |de )?(?=\w)",
    "to-do": rf"(?:,? {_ADVERB})*,? {_INFINITIVE}",
    "circumstance": r"(?i)(?:en|a|al|por|bajo|con|sin|para|de|desde|durante|tras|después|antes|conforme|según|sobre|dentro"
    r"|teniendo|habiendo|recordando|observando|tomando|reconociendo|considerando|visto|consciente|gracias|a fin|con miras|respecto"
    r"|en relación|cuando|reafirmando|subrayando|pese)\b[^;:.]*?(?:,|$)",
    "coordinator": r"(?:(?:,|;) )?(?P<word>\b(?:y|e|así como|pero|mientras que|luego)) |(?P<mark>[,;]) ",
    "joint": r"(?:[,;]? ?(?:y|e|pero|mientras)? ?(?:que )?)$",
    "joint-before": r"; (?:y )?|, y (?=[A-Za-zÀ-ÿ ]{2,60}$)",
    "item-lead": r"(?:[YyEe] |[Qq]ue |[Tt]ambién |[Aa]simismo,? |[Pp]or último,? )*",
    "passive": rf"\b{_BE}(?:,? {_ADVERB})*,? $",
    "foreign-agent": r" por (?!aclamación|consenso|unanimidad|(?:la|esta) (?:presente )?(?:Conferencia|Reunión)\b)",
    "agent": rf" por (?P<who>(?:la )?{CONFERENCE}|(?:la|esta) (?:presente )?(?:Conferencia|Reunión)\b)",
    "government-of": r"(?i)(?:el |al |del )?(?:gobierno|representante|delegación|misión permanente) (?:de la |de los |del |de )",
    "subordinate": r"^(?:Como|Aunque|Cuando|Si|Porque|Después|Antes|Dado que|Lo que)\b"
    r"|(?:^|[\s,])(?:que|quien|quienes)$|\b(?:que|quien),? [^,]*(?:y|o)$",
    "impersonal": r"(?i)se|también|asimismo|además",
    "object-mark": r" (?:al?|de|del|sobre|en)(?= )",
    "participle": rf" ?(?:[.;:)]|$)| (?:por (?!aclamación|consenso|unanimidad)|durante |supra|infra|anteriormente|en \d{{4}}|en (?:el|los) párrafos?"
    rf"|en el anexo|en la {CONFERENCE}|el \d)",
    "relative-open": r"\b(?:que|quien|cual)(?: (?:ha|han|había|habían|fue|fueron|es|son|sido|también|ya|la \w+|CEP ?\d+))*"
    r" \w+(?:ó|aron|ieron|ado|ada|ados|adas|ido|ida|idos|idas)\b[^,;]{0,40}$",
    "no-verb": r"(?i)(?:solicita(?:do|ndo) (?:por)|insta(?:ncia)|encargad[oa] de|acuerda(?:n)? con|considera que|observa(?:ndo)|aprobad[oa]s? (?:por|en)|adoptad[oa]s? (?:por|en))",
    "noun-like": r"(?i)(?:pedido|acuerdo|anima|destaca|confirma)",
    "relative-pronoun": r",? ?(?:que|quienes?|cuy[oa]s?)",
    "verb-after": r" (?:el|la|los|las|al|un[oa]?|del?|que|a|su|sus|es[ao]s?|est[aeo]s?|cada|tod[oa]s?|con|encarecidamente|[A-ZÀ-Þ][\w-]*)",
    "that": r",? ?(?:a )?que ",
    "introduces": r"[:–—-]\s*$|(?:[a-zà-ÿ]{2,}|,)$",
    "hanging": rf"[,;]? ?\b[ye](?:,? {_ADVERB})*,?\s*[:–—-]?\s*$",
    "deciding": r"(?:adopt(?:ó|a)|tom(?:ó|a)|formul(?:ó|a)) (?:las )?(?:siguientes )?(?:decisiones|conclusiones|recomendaciones)(?: y \w+)?(?: siguientes)?\s*:?\s*$",
    "future-agent": r"\b(?:debería|deberían|debe|deben|deberá|deberán|será|serán|es|son|continúe|\w+)\b",
    "agent-next": r",? (?:deberían?|deben?|deberán?|será|serán|se encargue|presenten?|continúen?|no\b|\w+[ae]n?\b)|,| □",
    "carried-by": r"\b(?:sufragad[oa]s?|cubiert[oa]s?|pagad[oa]s?|asumid[oa]s?) por (?P<by>(?:el |la |los |las )?[^,;.]+)",
    "act-end": r"(?:[,;:.!?\s]|\by|\be|\basí como|\bo|\bpero)+$",
    "proposing": rf"\b(?:recom(?:ienda|endó|iendan)|prop(?:one|uso|onen)|invit(?:a|ó|an)|pid(?:e|ió|en))(?: a)?(?: que)? (?P<to>(?:la )?{CONFERENCE}|la Conferencia)",
    "recommendations": r"\brecomendaci(?:ón|ones)\b",
    # --- actors in running text
    "office-headed": r"(?i)^(?P<title>(?:co-?|vice-?)?(?:president[ea]s?|jef[ea])) (?:del |de la |de los |de las |de )(?P<of>.+)$",
    "article": r"(?i)(?:(?:a |de )?(?:tod[oa]s )?(?:el|las?|los) |al |del |de |a (?=[A-ZÀ-Þ])|cada |est[aeo]s? |sus? |un[oa]s? |otr[oa]s )[“‘\"□«]?|[“‘\"□«]",
    "actor-noun": rf"(?i)(?:(?:otr[oa]s|tod[oa]s|divers[oa]s|distint[oa]s|nuev[oa]s|futur[oa]s?|próxim[oa]s?) (?:los |las )?)*{_HEAD}(?![\w-])(?:(?:,| y)? {_QUALITY}){{0,4}}",
    "actor-word": r"(?!)",
    "actor-of": r" (?:de la |de los |de las |del |de )(?=[A-ZÀ-Þ]|grupos? de trabajo|subgrupo|órganos)",
    "not-actor": r"-[\wà-ÿ]|[\wà-ÿ]",
    "actor-joint": r"[”’\"□»]{0,2}(?:,? (?:[ye]) (?:también )?|,? así como |, |,? o |,? en (?:consulta|colaboración|cooperación) con )",
    "actor-chain": r",? y |, ",
    "description": r",? ?(?:□+ ?)?(?:que|quienes|cuy[oa]s?|de|del|en|con|para|sobre|por|sin|interesad[oa]s|pertinentes|competentes|partes|incluid[oa]s|\w+ad[oa]s?\b|\w+id[oa]s?\b|\w+[ae]ntes?\b)",
    "aside": rf"{_ASIDE}(?:,? (?:y|pero) {_ASIDE})*",
    "aside-behind": r",? (?:cuando (?:proceda|corresponda|sea posible)|según (?:proceda|corresponda)|de ser (?:posible|necesario)|si procede|en particular)$"
    r"|,? en (?:consulta|cooperación|colaboración|coordinación) con\b.*$|, (?:en|con|bajo|por|durante|antes|después|de conformidad|a más tardar)\b.*$",
    "asked-by": rf",? ?\b(?:a (?:no |mejor |también |debidamente |seguir )*{_INFINITIVE}|(?<!para )(?<!capaces de )que (?:se )?\w+(?:[ae]n?)\b|a que\b|deberían?\b|deberán?\b|para que\b)",
    "thanked-for": r",? por (?:su|sus|haber|lo que) ?|(?P<loose>,? por | (?=(?:el|la|los|las|sus?) (?:acogida|hospitalidad|apoyo|labor|trabajos?|esfuerzos?|contribuci|asistencia|informe|liderazgo|dedicación|compromiso|presentaci|ofrecimiento|organización)))",
    "controlled": r"(?:\b(?:en condiciones de|dispuest[oa]s|interesad[oa]s en|destinad[oa]s|encaminad[oa]s|tendientes|capaces|invitad[oa]s|antes de|en lugar de|con miras|posibilidad de|necesidad de"
    r"|desean|desear|deseen|comprometid[oa]s|aceptado|encargad[oa]s?|decidido|derecho|estén en condiciones)|\bEstados|\bEstados Partes|\bsignatarios|\borganizaciones|\bpaíses|\bentidades|\bEstados signatarios)$",
    "joins": r"(?:,|\b(?:y|o))$",
    "purpose": r"\b(?:que|quienes)\b.*\b(?:medidas|legislación|mecanismos?|procedimientos?|compromisos?|derechos?|obligaciones|voluntad|decisiones|recursos|asistencia|contribuciones?|planes)$",
    "anaphor": r"(?i)^(?:el |la |los )?(?:(?P<body>subgrupo(?: de trabajo)?|grupo de trabajo|grupo|comité|foro|fondo|programa)(?P<role>(?!))?(?P<that> mencionado| citado)?|(?P<office>co-?president[ea]s?|president[ea]))$",
    "pronoun": r" ?(?:estos|este último|esta última|aquellos)(?= )",
    "praised-deed": r"(?:(?:el|la|los|las|su|sus|tod[oa]s (?:los|las)) )?(?:[\wà-ÿ-]+ ){0,3}?(?:labor|trabajos?|esfuerzos?|contribuci(?:ón|ones)|apoyo|función|liderazgo|dirección|asistencia|servicios?"
    r"|compromiso|dedicación|logros|cooperación|iniciativas?|donaciones|progresos|medidas|informes?|exposici(?:ón|ones)|presentaci(?:ón|ones)|preparación|organización|acogida|hospitalidad)\b"
    r"(?: [\wà-ÿ-]+){0,3}? (?:de (?=el |la |los )|del |de |por )",
    "further-document": r"[)\]]*(?: [^,;.]{0,30})?,? y (?:el |la |los )?(?:documento )?",
    # --- who is told
    "recipient": r"(?i)\b(?:inform|notifi|avis|comuni)\w* (?P<told>(?:a (?:la |los |las |tod[oa]s )|al |a cada )[^;:.]+)"
    r"|\b(?:rend(?:ir|a) cuentas|inform(?:ar|e)|present(?:ar|e|en)|somet\w*|comuni\w*|transmit\w*|remit\w*|proporcion\w*|distribu\w*|propon\w*|informe|recomendaciones|propuestas)\b"
    r"[^;:.]{0,140}? (?P<to>(?:a (?:la |los |las |tod[oa]s )|al )(?-i:[A-ZÀ-Þ])[^;:.]*)",
    # --- qualifications of an act
    "voluntary": r"(?i)\b(?:con carácter|de forma|de manera) voluntari[oa]\b|\bvoluntariamente\b",
    "condition": r"(?i)\b(?:cuando (?:proceda|corresponda|sea posible|sea necesario)|según (?:proceda|corresponda|sea necesario)|de ser (?:posible|necesario)|si procede"
    r"|en la medida de lo posible|dentro de los límites de los recursos disponibles|con sujeción a [^,;.]+|(?:con carácter|de forma|de manera) voluntari[oa]|de conformidad con su legislación nacional)\b",
    # --- deadlines
    "effective-from": rf"(?:a partir del|con efecto a partir del|con efecto desde el) {DAY}",
}

_AT = r"(?:en|durante|antes de|para|con miras a)"

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "verb-form": (
        ("gerund", r"^\w+(?:ando|iendo)\b"),
        ("base", r"^\w+(?:ar|er|ir)\b"),
        (
            "past",
            r"^(?:se )?(?:\w+(?:ó|ió|ad[oa]s?|id[oa]s?)|dio|hizo|puso|convino|eligió|pidió)\b",
        ),
        ("present", r"^\w"),
    ),
    "unit": (
        ("Y", r"(?i)^años?$|^anual"),
        ("M", r"(?i)^mes(?:es)?$|^mensual"),
        ("W", r"(?i)^semanas?"),
        ("D", r"(?i)^días?"),
    ),
    "deadline": (
        (
            "date",
            rf"(?:a más tardar el|antes del|hasta el|para el|el o antes del) {DAY}(?: a más tardar)?",
        ),
        (
            "term",
            rf"(?:por |para )?(?:un mandato|un período|una duración) de (?P<n>{_NUM}) (?P<unit>años?|mes(?:es)?)(?:,? hasta (?:el final de |la clausura de )?(?:la )?(?P<meeting>{CONFERENCE}))?",
        ),
        (
            "term",
            rf"hasta (?:el final de |la conclusión de |la clausura de )?(?:la )?(?P<meeting>{CONFERENCE})",
        ),
        ("meeting", rf"a más tardar en (?:la )?(?P<meeting>{CONFERENCE})"),
        (
            "meeting",
            rf"para (?:su )?(?:decisión|examen|aprobación|adopción) (?:por|en) (?:la )?(?P<meeting>{CONFERENCE})",
        ),
        (
            "meeting",
            rf"\b(?:inform\w+|present\w+|somet\w+|recomendaciones|propuestas)\b[^;.]{{0,90}}? a (?:la )?(?P<meeting>{CONFERENCE})",
        ),
        ("meeting", rf"{_AT} (?:la )?(?P<meeting>{CONFERENCE})"),
        ("cycle", rf"(?:en|durante|para) el (?P<next>próximo {_CYCLE}|{_CYCLE} siguiente)"),
        (
            "duration",
            rf"(?:en un plazo de|dentro de los|en el plazo de) (?P<n>{_NUM}) (?P<unit>años?|mes(?:es)?|semanas?|días?)",
        ),
        ("recurring", rf"(?:en|durante|para) cada (?:{_CYCLE}|Conferencia|CEP)"),
        ("recurring", rf"\bcada (?P<n>{_NUM}) (?P<unit>años|meses|semanas)"),
        ("recurring", r"\bcada (?P<n>)(?P<unit>año|mes|semana)\b"),
        ("recurring", r"\b(?P<n>)(?P<unit>anualmente|mensualmente)\b"),
    ),
}
