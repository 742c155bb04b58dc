"""French: who is named, in which words: documents, persons, elections."""

from att_graph.languages.latin import CAPITAL, GIVEN, LETTER, PARTICLE, SURNAME

_TITLED = (
    r"(?:S\.\s?E\.|(?:Son|Leurs) Excellences?|S\.\s?Exc\.|MM?\.|Mmes?|Mlle|Dre?\.?|Prof\.?|Pr\.?|Sir|Mgr|(?:l['’])?[Aa]mbassad(?:eur|rice)s?"
    r"|(?:le |la )?(?:[Mm]inistre|[Pp]rofesseure?|[Gg]énérale?|[Cc]olonelle?|[Cc]ommandante?|[Cc]apitaine|[Jj]uge|[Rr]évérend|[Cc]onseill(?:er|ère)))"
)
_NO_NAME = (
    r"(?:Président|Présidente|Vice|Coprésident|Secrétaire|Ministre|Ministère|Ambassadeur|Ambassadrice|Conseiller|Directeur|Directrice|Chef|Représentant|Groupe|Comité|Conférence|Secrétariat"
    r"|extraordinaire|Haut|Sous|Adjoint|de|du|des)\b"
)
_TITLE_WORD = (
    r"(?:(?:Co-?|Vice-?)?[Pp]résident(?:e|s|es)?|Secrétaire(?: général(?:e)?)?|Sous-Secrétaire|Chef(?:fe)?|Direct(?:eur|rice)(?: général(?:e)?)?|Ministre|Ambassad(?:eur|rice)|Représentant(?:e)?"
    r"|Observat(?:eur|rice)|Conseill(?:er|ère)|Coordonnat(?:eur|rice)|Facilitat(?:eur|rice)|Rapporteu(?:r|se)|Responsable|Commissaire|Délégué(?:e)?|Professeure?|Chercheu(?:r|se)|Expert(?:e)?"
    r"|Consultant(?:e)?|Fondat(?:eur|rice)|Membre|Gouverneure?|Commandant(?:e)?|Porte-parole|Analyste|Attaché(?:e)?|Chargé(?:e)? d['’]affaires|Adjoint(?:e)?)"
)
_BODY = r"(?:(?:[Gg]roupe de travail|[Ss]ous-groupe|[Cc]omité|[Ff]orum|[Ff]onds|Secrétariat)[^,.;:()]*?(?: \([A-Z]+\))?(?=,|\.|;|:| \(|\)|$| et | pour | à la ))"
_CHAIRING = (
    r"(?i:co-?présidente?s?|vice-?présidente?s?|présidente?s?|chef(?:fe)?|direct(?:eur|rice))"
)


def patterns(conference: str, count: str, day: str, nth: str) -> dict[str, str]:
    """The patterns, given how French names a conference, a count, a day and an ordinal."""
    of = r"(?:de la |de l['’]|du |des |de )"
    institution = rf"(?:{conference}|(?:présente )?Conférence\b(?! des)|{_BODY})"
    office = rf"(?:{_CHAIRING} {of}{institution})"
    return {
        # --- bodies
        "established-by": rf"(?P<what>[^.;,()]+(?: \([A-Z]+\))?),? (?:qui (?:a|avait) été )?(?:créée?|établie?|institu(?:é|ée)) par (?:la )?(?P<by>{conference})",
        # --- documents
        "entitled": r"(?P<kind>(?:documents?|notes?|rapports?|propositions?|projets?|guides?)(?: de travail| officieux| explicative)?),? (?:intitulée?s?|portant le titre) «(?P<title>[^»]+)»",
        "titled": r"«(?P<title>[A-ZÀ-Þ][^»]*?\b(?:Guide|Orientations|Directives|Modèle|Manuel|Recueil|Déclaration|Stratégie|Note|Document|Rapport|Questionnaire)\b[^»]*)»",
        "treaty-title": r"^(?:le |la )?(?:[\w’'-]+ ){0,5}(?i:traité|convention|protocole)\b",
        "quoted": r"«(?P<title>[^»]+)»",
        "symbol-lead": r"[,.]? ?[(\[]?(?:tels?(?:le)?s? que )?(?:figurant|publiée?|reproduite?|distribuée?|contenue?|présentée?)?,? ?(?:dans|sous|à|en)? ?(?:la |le |l['’])?(?:cote|document)?s? ?[(\[]?",
        "chairs-paper": r"(?:^|[–—-] )(?:(?i:projet de )?(?i:rapport|lettre|document|résumé) (?i:du |de la |des |de l['’]))(?P<who>(?i:co-?présidente?s?|présidente?s?)[^,]*?)(?P<who_>(?!))?(?= à |$|,)",
        "submitted-suffix": r"(?:,| [–—-])? ?\(?(?:présentée?|soumise?|établie?|proposée?|distribuée?) par (?P<who>(?:le |la |les |l['’])?[^,;:()]{2,120}?)(?:,? (?:à|au|aux) [^,;]+?)?\)?(?P<rest>)\.?$",
        "prepared-by": r"^[^:;]{3,60}?(?:établie?|présentée?|soumise?|élaborée?) par (?P<who>(?:le |la |les |l['’])?[^,:;]+?) (?:sur|concernant|relatif|pour|à|en) ",
        "distributed": rf"(?:(?P<title>(?:projet|ordre du jour|liste|programme|document|rapport)[^,.;()]{{0,60}}?) (?:a été|ont été|avait été) )?(?:distribuée?|publiée?|communiquée?|transmise?|envoyée?)\b[^.;()]{{0,60}}? le {day}[^.;()]{{0,60}}?,? ?\(\[?$",
        "dash": r"\s[–—-]\s",
        # --- persons
        "person": rf"(?<![\w.])(?P<honorific>(?:{_TITLED} )+)(?!{_NO_NAME}|{CAPITAL}{{2}})(?P<name>{GIVEN}(?: (?:{PARTICLE} )*(?:{GIVEN})(?!\w))+)",
        "surname": rf"(?<![\w.])(?P<honorific>(?:{_TITLED} )+)(?!{_NO_NAME})(?P<name>(?:{SURNAME}|{CAPITAL}{LETTER}+(?:['’-]{LETTER}+)*)(?: (?:{SURNAME}))*)(?!\w)",
        "post-after": rf"(?: \([^()]*\))?, (?:le |la |l['’])?(?P<post>(?=[^,;:.]{{0,120}}?\b(?:(?i:{_TITLE_WORD}))\b)(?!(?i:assist\w+|second\w+|sur|en|pour|comme|et|qui|avec|à|par|dans)\b)(?:[^;:.]|\.(?=\S))+)",
        "post-stop": r"(?:,? (?:et |ainsi que )?(?=(?:S\.|M\.|MM\.|Mme|l['’]Ambassad|Dr)\b)|,? et (?:le |la )?$|,? (?:parlant |agissant )?au nom de|, (?=(?:a|ont|qui|en|par|comme|et)\b)| (?=(?:a|ont) \w+é)|,? en (?:sa )?qualité de|[,;:]?\s*$)",
        "post-before": rf"(?:^|(?<=\W))(?P<post>(?:{office}|(?i:{_TITLE_WORD})\b(?: \([^()]*\)|[^,;:().]|\.(?=\S)){{0,140}}?)),? $",
        "post-follows": r",? (?:le |la |l['’])?",
        "post-end": rf"\b(?i:{_TITLE_WORD})\b",
        "post-owner": r"(?:^|(?:\b(?:de|du|des|auprès|pour|à|au)|,) ?(?:la |le |l['’]|les )?(?:Gouvernement (?:de la |du |des |de ))?|d['’])$",
        "on-behalf": r",? (?:parlant |agissant |s['’]exprimant )?au nom (?:de la |de l['’]|du |des |de |d['’])",
        "nationality-lead": r" \((?:la |le |les |l['’])?|,? (?:de la |de l['’]|du |des |de |d['’])",
        "nationality-tail": r"\)|(?=[,.;:)]|$| (?:et|comme|pour|à|qui|en|a|ont|au|aux|président|Président)\b)",
        "presiding": r"(?:(?:sous la|assur(?:é|e|ant) la) présidence (?:de |d['’])|présidée? par )(?:(?:le |la |l['’])?[\w’ -]*? )?$",
        "serving-states": r"(?:(?:assistée?|secondée?) (?:de|par)|avec) (?:les |des )?(?:[\w-]+ )?(?:\(\d+\) )?(?P<role>[Vv]ice-?[Pp]résidente?s?),? (?:à savoir|qui étaient|représentant)?,? ?(?:les |des )?(?:représentante?s?)? ?(?P<list>[^.;:]+)"
        r"|(?:^|(?<=[.;] ))(?P<list_>[^.;:]+?),? (?:élue?s? [^,.;]{3,80}, )?(?:ont (?:exercé|assuré|assumé|rempli) (?:les fonctions de|la)|ont fait office de) (?P<role_>[Vv]ice-?[Pp]réside\w+)",
        "office-of": rf"(?P<office>{office})",
        "acting-as": rf"^[^.;:]*?\b(?:en (?:sa |leur )?qualité de|à titre de|comme) (?P<office>{office})",
        "presents": r" (?:a |ont )?(?:également |aussi )?(?:présenté|exposé|fait un exposé)",
        "office": r"(?i:co-?présidente?s?|vice-?présidente?s?|présidente?s?)$",
        "government": r"",
        # --- elections and appointments
        "electing": r"(?i:élue?s?|élit|nomm(?:e|ée?s?)|désign(?:e|ée?s?)|confirm(?:e|ée?s?))\b",
        "elected-states": rf"(?i:élu|élit)(?:,? par (?:acclamation|consensus),?)*(?: (?:les|des) représentante?s? (?:de|des|du))?(?: les États suivants[^:,]*)?:? (?!,? ?(?:par|comme|à) )(?P<list>[^.;:]+?),?(?: par acclamation,?)? (?:comme|à la|aux (?:postes|fonctions) de|en qualité de|pour (?:exercer les fonctions de|assurer la|occuper les postes de)) ?(?:{count} )?(?P<role>[Vv]ice-?\s?[Pp]réside\w+)(?: (?:de|à) (?:la )?(?P<office>{conference}|Conférence))?",
        "elected-states-passive": rf"(?:^|(?<=[.,;] ))(?P<list>[^.;:]+?),? (?:a|ont) (?:également )?été élue?s?(?: par acclamation)?,?(?: aux (?:postes|fonctions) de| comme)? ?(?:{count} )?(?P<role>[Vv]ice-?\s?[Pp]réside\w+)(?: (?:de|à) (?:la )?(?P<office>{conference}|Conférence))?",
        "elected-states-headed": rf"(?i:élu|élit)(?:,? par (?:acclamation|consensus),?)*,? (?:comme |en qualité de )?(?:les |aux fonctions de |ses )?(?:{count} )?(?P<role>[Vv]ice-?\s?[Pp]résident\w*)(?: suivants| suivantes)?(?: (?:de|à) (?:la )?(?P<office>{conference}|Conférence))?[^.:;]{{0,80}}: ?(?P<list>[^.;:]+)",
        "following": r"\bsuivants\b",
        "list-after": r"[^:.;]{0,80}:\s?(?P<list>[^.;:]+)",
        "elected-person": rf"(?: \([^()]*\))?(?:[^.;:]*?,? (?:comme|en qualité de|à la|au poste de|aux fonctions de|pour assurer la|pour exercer les fonctions de))?,? ?(?P<office>{office}|[Pp]résidence de (?:la )?{institution}|(?:Secrétaire|Chef(?:fe)?) (?:de la |du ){institution})",
        "appointed-members": r"(?:comme|en qualité de|aux fonctions de|pour être)? ?(?:nouveaux )?(?P<office>[Mm]embres? (?:du |de )[^,.;:]*?[Cc]omité[^,.;:]*?)(?=,|\.|;|:| pour| jusqu|$)",
        "members-after": r":\s?(?P<list>[^.;:]+)",
        "members-list": r"(?:à savoir|c['’]est-à-dire|comprenant|composé de),? (?P<list>[^.;:]+)",
        "members-before": r"(?i:nommé|désigné|élu|nomme|désigne)(?:,? par acclamation,?)? (?P<list>[^.;:]+?),? (?:comme|en qualité de|aux fonctions de|pour être)? ?[Mm]embres?",
    }


TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "title-head": (("first", r""),),
    "role": (
        ("co-chair", r"(?i:co-?\s?présid)"),
        ("vice-president", r"(?i:vice-?\s?présid)"),
        ("secretary", r"Secrétaire(?! général| d['’]État)"),
        ("member", r"(?i:membre)"),
        ("chair", r"(?i:président(?:e|s|es)?\b(?= (?:du|des)\b))"),
        ("president", r"(?i:présid)"),
        ("head", r"(?i:\bchef|direct(?:eur|rice))"),
    ),
    "intervention": (
        ("recorded-message", r"(?i:message (?:vidéo|enregistré)|par vidéo|vidéo(?:-| )?message)"),
        ("panel", r"(?i:table ronde|intervenants? (?:étaient|ont))"),
        ("presentation", r"(?i:\bfait (?:un|des) exposés?|\bprésenté\b|exposé)"),
        ("opening", r"(?i:ouvert (?:la|les) |déclaré ouverte|allocution d['’]ouverture)"),
        ("statement", r"(?i:déclarations?|pris la parole|prononcé|allocution)"),
    ),
}
