"""Spanish: who is named, in which words: documents, persons, elections."""

from att_graph.languages.latin import CAPITAL, GIVEN, LETTER, SURNAME

_TITLED = (
    r"(?:(?:el |la |al |del )?(?:Excm[oa]\.?|S\.\s?E\.|Su Excelencia|Sr(?:a|es|as)?\.?|[Ss]eñora?|Srta\.?|D\.|Don|Doña|Dra?\.?|Prof\.?|Monseñor"
    r"|[Ee]mbajador(?:a|es)?|[Mm]inistr[oa]|[Pp]rofesora?|[Gg]enerala?|[Cc]oronela?|[Cc]apitán|[Jj]uez|[Cc]onsejer[oa]))"
)
_PARTICLE = r"(?:de|da|del|della|dos|das|do|di|du|la|las|los|le|van|von|der|den|ten|ter|el|al|bin|ibn|bint|abu|ben|y|e|zu)"
_NO_NAME = (
    r"(?:President[ea]|Vice|Vicepresident[ea]|Copresident[ea]|Secretari[oa]|Ministr[oa]|Ministerio|Embajador|Embajadora|Consejer[oa]|Directora?|Jef[ea]|Representante|Grupo|Comité|Conferencia"
    r"|Alt[oa]|Subsecretari[oa]|Adjunt[oa]|de|del)\b"
)
_TITLE_WORD = (
    r"(?:(?:[Cc]o|[Vv]ice)?[Pp]resident[ea]s?|(?:Sub)?[Ss]ecretari[oa](?: [Gg]eneral)?|Jef[ea]|Director(?:a)?(?: General)?|Ministr[oa]|Embajador(?:a)?|Representante|Observador(?:a)?|Consejer[oa]"
    r"|Coordinador(?:a)?|Facilitador(?:a)?|Relator(?:a)?|Comisionad[oa]|Delegad[oa]|Profesor(?:a)?|Investigador(?:a)?|Expert[oa]|Consultor(?:a)?|Fundador(?:a)?|Miembro|Gobernador(?:a)?"
    r"|Comandante|Portavoz|Analista|Agregad[oa]|Encargad[oa] de [Nn]egocios|Adjunt[oa])"
)
_BODY = r"(?:(?:[Gg]rupo de [Tt]rabajo|[Ss]ubgrupo|[Cc]omité|[Ff]oro|[Ff]ondo|Secretaría)[^,.;:()]*?(?: \([A-Z]+\))?(?=,|\.|;|:| \(|\)|$| y | para | a la ))"
_CHAIRING = r"(?i:co-?president[ea]s?|vice-?president[ea]s?|president[ea]s?|jef[ea]|directora?)"


def patterns(conference: str, count: str, day: str, nth: str) -> dict[str, str]:
    """The patterns, given how Spanish names a conference, a count, a day and an ordinal."""
    of = r"(?:de la |de los |del |de )"
    institution = rf"(?:{conference}|(?:presente )?Conferencia\b(?! de)|{_BODY})"
    office = rf"(?:{_CHAIRING} {of}{institution})"
    return {
        # --- bodies
        "established-by": rf"(?P<what>[^.;,()]+(?: \([A-Z]+\))?),? (?:que (?:fue|había sido) )?(?:establecid[oa]|cread[oa]) por (?:la )?(?P<by>{conference})",
        # --- documents
        "entitled": r"(?P<kind>(?:documentos?|notas?|informes?|propuestas?|proyectos?|guías?)(?: de trabajo| oficioso| explicativa)?),? (?:titulad[oa]s?|que lleva por título) [«“\"](?P<title>[^»”\"]+)[»”\"]",
        "titled": r"[«“\"](?P<title>[A-ZÀ-Þ][^»”\"]*?\b(?:Guía|Orientaciones|Directrices|Modelo|Manual|Compendio|Declaración|Estrategia|Nota|Documento|Informe|Cuestionario)\b[^»”\"]*)[»”\"]",
        "treaty-title": r"^(?:el |la )?(?:[\w’'-]+ ){0,5}(?i:tratado|convención|protocolo)\b",
        "quoted": r"[«“\"](?P<title>[^»”\"]+)[»”\"]",
        "symbol-lead": r"[,.]? ?[(\[]?(?:tal como |que )?(?:figura|publicad[oa]|reproducid[oa]|distribuid[oa]|contenid[oa]|presentad[oa])?,? ?(?:en|con|bajo)? ?(?:la |el )?(?:signatura|documento)?s? ?[(\[]?",
        "chairs-paper": r"(?:^|[–—-] )(?:(?i:proyecto de )?(?i:informe|carta|documento|resumen) (?i:del |de la |de los |de las ))(?P<who>(?i:co-?president[ea]s?|president[ea]s?)[^,]*?)(?P<who_>(?!))?(?= a |$|,)",
        "submitted-suffix": r"(?:,| [–—-])? ?\(?(?:presentad[oa]|sometid[oa]|preparad[oa]|propuest[oa]|distribuid[oa]) por (?P<who>(?:el |la |los |las )?[^,;:()]{2,120}?)(?:,? (?:a la|al|a los) [^,;]+?)?\)?(?P<rest>)\.?$",
        "prepared-by": r"^[^:;]{3,60}?(?:preparad[oa]|presentad[oa]|elaborad[oa]) por (?P<who>(?:el |la |los |las )?[^,:;]+?) (?:sobre|relativ[oa]|para|a|en) ",
        "distributed": rf"(?:(?P<title>(?:proyecto|programa|orden del día|lista|documento|informe)[^,.;()]{{0,60}}?) (?:fue|había sido|se) )?(?:distribuyó|distribuid[oa]|publicó|publicad[oa]|remitid[oa]|enviad[oa])\b[^.;()]{{0,60}}? el {day}[^.;()]{{0,60}}?,? ?\(\[?$",
        "dash": r"\s[–—-]\s",
        # --- persons
        "person": rf"(?<![\w.])(?P<honorific>(?:{_TITLED} )+)(?!{_NO_NAME}|{CAPITAL}{{2}})(?P<name>{GIVEN}(?: (?:{_PARTICLE} )*(?:{GIVEN})(?!\w))+)",
        "surname": rf"(?<![\w.])(?P<honorific>(?:{_TITLED} )+)(?!{_NO_NAME})(?P<name>(?:{SURNAME}|{CAPITAL}{LETTER}+(?:['’-]{LETTER}+)*)(?: (?:{SURNAME}))*)(?!\w)",
        "post-after": rf"(?: \([^()]*\))?, (?:el |la )?(?P<post>(?=[^,;:.]{{0,120}}?\b(?:(?i:{_TITLE_WORD}))\b)(?!(?i:asistid\w+|secundad\w+|sobre|en|para|como|y|que|quien|con|a|por)\b)(?:[^;:.]|\.(?=\S))+)",
        "post-stop": r"(?:,? (?:y |así como )?(?=(?:el |la )?(?:Excm|S\.|Sr|Sra|Embajador|Dr)\b)|,? y (?:el |la )?$|,? en nombre de|, (?=(?:que|quien|en|por|como|y)\b)| (?=\w+ó\b)|,? en (?:su )?calidad de|[,;:]?\s*$)",
        "post-before": rf"(?:^|(?<=\W))(?P<post>(?:{office}|(?i:{_TITLE_WORD})\b(?: \([^()]*\)|[^,;:().]|\.(?=\S)){{0,140}}?)),? $",
        "post-follows": r",? (?:el |la )?",
        "post-end": rf"\b(?i:{_TITLE_WORD})\b",
        "post-owner": r"(?:^|(?:\b(?:de|del|ante|para|en)|,) ?(?:la |el |los |las )?(?:Gobierno (?:de la |del |de los |de ))?)$",
        "on-behalf": r",? (?:hablando |actuando )?en nombre (?:de la |de los |del |de )",
        "nationality-lead": r" \((?:la |el |los |las )?|,? (?:de la |de los |del |de )",
        "nationality-tail": r"\)|(?=[,.;:)]|$| (?:y|como|para|a|que|en|al)\b)",
        "presiding": r"(?:bajo la presidencia (?:de |del )|presidid[oa] por )(?:(?:el |la )?[\w -]*? )?$",
        "serving-states": r"(?:(?:asistid[oa]|secundad[oa]) por|con) (?:los |las )?(?:[\w-]+ )?(?:\(\d+\) )?(?P<role>[Vv]icepresident[ea]s?),? (?:a saber)?,? ?(?:los |las )?(?:representantes?)? ?(?P<list>[^.;:]+)"
        r"|(?:^|(?<=[.;] ))(?P<list_>[^.;:]+?),? (?:elegid[oa]s? [^,.;]{3,80}, )?(?:desempeñaron (?:las funciones de|la)|ejercieron (?:las funciones de|la)|actuaron como|ocuparon las) (?P<role_>[Vv]icepresiden\w+)",
        "office-of": rf"(?P<office>{office})",
        "acting-as": rf"^[^.;:]*?\b(?:en (?:su )?calidad de|como) (?P<office>{office})",
        "presents": r" (?:también )?(?:presentó|expuso|hizo una exposición)",
        "office": r"(?i:co-?president[ea]s?|vice-?president[ea]s?|president[ea]s?)$",
        "government": r"",
        # --- elections and appointments
        "electing": r"(?i:eligió|elige|elegid[oa]s?|nombr(?:a|ó|ad[oa]s?)|design(?:a|ó|ad[oa]s?)|confirm(?:a|ó|ad[oa]s?))\b",
        "elected-states": rf"(?i:eligió|elige)(?:,? por (?:aclamación|consenso),?)*(?: a)?(?: los representantes de)?(?: los siguientes Estados[^:,]*)?:? (?!,? ?(?:por|como) )(?P<list>[^.;:]+?),?(?: por aclamación,?)? (?:como|para (?:ocupar|desempeñar|ejercer)(?: las?| los cargos de)?|para los cargos de|para las) ?(?:{count} )?(?P<role>[Vv]icepresiden\w+)(?: de (?:la )?(?P<office>{conference}|Conferencia))?",
        "elected-states-passive": rf"(?:^|(?<=[.,;] ))(?P<list>[^.;:]+?),? (?:fue|fueron)(?: también)? elegid[oa]s?(?: por aclamación)?,?(?: como| para ocupar las?)? ?(?:{count} )?(?P<role>[Vv]icepresiden\w+)(?: de (?:la )?(?P<office>{conference}|Conferencia))?",
        "elected-states-headed": rf"(?i:eligió|elige)(?:,? por (?:aclamación|consenso),?)*,? (?:como )?(?:a )?(?:los |las |sus )?(?:siguientes )?(?:{count} )?(?P<role>[Vv]icepresident\w*)(?: siguientes)?(?: de (?:la )?(?P<office>{conference}|Conferencia))?[^.:;]{{0,80}}: ?(?P<list>[^.;:]+)",
        "following": r"\bsiguientes\b",
        "list-after": r"[^:.;]{0,80}:\s?(?P<list>[^.;:]+)",
        "elected-person": rf"(?: \([^()]*\))?(?:[^.;:]*?,? (?:como|para (?:ocupar|ejercer|desempeñar) (?:la|el cargo de|las funciones de)|en calidad de))?,? ?(?P<office>{office}|[Pp]residencia de (?:la )?{institution}|(?:Secretari[oa]|Jef[ea]) (?:de la |del ){institution})",
        "appointed-members": r"(?:como|en calidad de|para que (?:sean|formen parte como))? ?(?:nuevos )?(?P<office>[Mm]iembros? del [^,.;:]*?[Cc]omité[^,.;:]*?)(?=,|\.|;|:| por| hasta|$)",
        "members-after": r":\s?(?P<list>[^.;:]+)",
        "members-list": r"(?:a saber|es decir|integrado por),? (?P<list>[^.;:]+)",
        "members-before": r"(?i:nombró|designó|eligió|nombra|designa)(?:,? por aclamación,?)?(?: a)? (?P<list>[^.;:]+?),? (?:como|en calidad de)? ?[Mm]iembros?",
    }


TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "title-head": (("first", r""),),
    "role": (
        ("co-chair", r"(?i:co-?\s?presid)"),
        ("vice-president", r"(?i:vice-?\s?presid)"),
        ("secretary", r"Secretari[oa](?! [Gg]eneral| de Estado)"),
        ("member", r"(?i:miembro)"),
        ("chair", r"(?i:president[ea]s?\b(?= (?:del|de los)\b))"),
        ("president", r"(?i:presid)"),
        ("head", r"(?i:\bjef[ea]|directora?)"),
    ),
    "intervention": (
        ("recorded-message", r"(?i:mensaje (?:de vídeo|de video|grabado)|por (?:vídeo|video))"),
        ("panel", r"(?i:mesa redonda|panelistas)"),
        (
            "presentation",
            r"(?i:\b(?:hizo|hicieron) (?:una |unas )?(?:exposici|presentaci)|\bpresentó\b)",
        ),
        ("opening", r"(?i:inauguró|declaró abierta|discurso de apertura)"),
        ("statement", r"(?i:declaraci(?:ón|ones)|hizo uso de la palabra|pronunció|intervino)"),
    ),
}
