"""French operative acts: verbs and their forms, who is asked, on what condition and by when."""

_UNIT = r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième)"
NTH = (
    rf"(?:\d{{1,3}}\s?(?:er|re|ère|e|ème|ième)\b|(?i:\b{_UNIT}s?\b|\b(?:dixième|onzième|douzième|treizième"
    r"|quatorzième|quinzième|seizième|dix-(?:sept|huit|neuv)ième|vingtième|trentième)s?\b"
    r"|\b(?:vingt|trente|quarante)(?:[- ]et[- ]uni|[- ](?:deux|trois|quatr|cinqu|six|sept|huit|neuv)i)èmes?\b))"
)
STATES = r"(?i:États[- ]Parties?|Etats[- ]Parties?)"
ASSEMBLY = rf"(?i:Conférence|Réunion|Assemblée) (?:annuelle )?des {STATES}"
SHORT = r"(?<![\w/])(?:CSP|CEP)\s?\d{1,3}"
CONFERENCE = rf"(?:{NTH} {ASSEMBLY}(?: \((?:CSP|CEP)\s?\d{{1,3}}\))?|{SHORT})"
MONTH = (
    r"(?i:janv(?:ier|\.)|févr(?:ier|\.)|fevrier|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)|août|aout|sept(?:embre|\.)"
    r"|oct(?:obre|\.)|nov(?:embre|\.)|déc(?:embre|\.)|decembre)"
)
DAY = rf"(?:(?<!\d)(?P<d>\d{{1,2}})(?:er)? (?P<m>{MONTH}) (?P<y>\d{{4}})(?!\d))"
_NUM = r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|dix-huit|vingt-quatre|trente)"
_CYCLE = r"cycles?(?: (?:de la Conférence|de la CEP|préparatoire|intersessions?|d['’]établissement des rapports))?"
_BE = r"(?:a été|ont été|avait été|est|sont|était|étaient|fut|furent)"
_ADVERB = (
    r"(?:également|aussi|en outre|par ailleurs|de plus|à nouveau|de nouveau|une nouvelle fois|une fois encore|encore"
    r"|ensuite|puis|enfin|ainsi|dès lors|par conséquent|en conséquence|à cet égard|à cette fin|dans ce contexte"
    r"|dans le même esprit|notamment|en particulier|tout particulièrement|particulièrement|spécialement|instamment|vivement"
    r"|chaleureusement|sincèrement|profondément|vigoureusement|fermement|expressément|formellement|officiellement|conjointement"
    r"|à l['’]unanimité|par acclamation|par consensus|sans vote|sans la mettre aux voix|sans le mettre aux voix"
    r"|avec (?:une (?:vive|profonde|grande) )?(?:satisfaction|intérêt|gratitude|reconnaissance|préoccupation|regret|appréciation)"
    r"|(?:tels?|telles?) que (?:modifiée?s?|amendée?s?)(?: oralement)?|oralement|respectueusement|en principe|dûment|solennellement)"
)
_ASIDE = (
    r"(?:le cas échéant|selon (?:le cas|qu['’]il convient|les besoins)|s['’]il y a lieu|si possible|si nécessaire"
    r"|dans la mesure du possible|lorsque cela est possible|notamment|en particulier|entre autres"
    r"|(?:en|avec|dans|sous|par|lors|au|à|aux|pour|avant|après|d['’]ici|conformément|compte tenu|sur|sans|y compris|ainsi que|afin)\b[^;:.]*)"
)
_HEAD = (
    r"(?:États? (?:qui ne sont pas (?:encore )?|non )part(?:ies?)(?: au Traité)?|[ÉE]tats? Parties?(?: au (?:Traité|TCA))?|[ÉE]tats? signataires?"
    r"|[ÉE]tats?|signataires|pays|parties prenantes|parties|gouvernements?|Secrétariat|(?:co-?|vice-?)?président(?:e|s|es)?"
    r"|groupes? de travail|sous-groupes?(?: de travail)?|groupes?|comités?(?: de gestion| de sélection)?|forum|délégations?|participants?|organisations?"
    r"|entités|société civile|industrie|milieux universitaires|donateurs?|observateurs?|membres?|bureau|dépositaire|Secrétaire général"
    r"|experts?|représentant(?:e|s|es)?|fonds|points de contact|facilitat(?:eurs?|rices?)|autorités|organismes|institutions|partenaires"
    r"|intervenants|acteurs|coordonnat(?:eurs?|rices?)|responsables|titulaires|auditeurs?|associations|coalitions|parlementaires|orateurs|bénéficiaires|communauté internationale)"
)
_QUALITY = r"(?:[\w-]+(?:é|ée|és|ées|aux|ales?|als?|els?|elles?|ifs?|ives?|ents?|entes?|iques?|ières?|iers?|naires?|aires?)(?![\w-]))"
_INFINITIVE = (
    r"(?!(?:mani|mati|fronti|carri|derni|premi|lumi)ère|\w*(?:mesure|nature|lettre|titre|cadre|nombre|membre|ordre|caractère|ministre|procédure"
    r"|culture|guerre|autre|notre|votre|leur|centre|registre|chiffre|infrastructure|ouverture|clôture|terre|mer|hiver|cahier|papier|chantier|dossier|calendrier|courrier|atelier|avenir|plaisir|désir|soir|espoir|pouvoir|devoir|savoir)s?\b)"
    r"\w+(?:er|ir|re|oir)\b"
)

PATTERNS: dict[str, str] = {
    # --- operative acts
    "subject": rf"(?:(?<=^)|(?<=[.;,:!?] )|(?<=\bet )|(?<=\bque )|(?<=\bqu['’])|(?<=\bmais ))"
    rf"(?:(?P<numbered>(?:[Ll]a )?{CONFERENCE})|(?:[Ll]a |[Cc]ette )(?:présente )?(?:Conférence|Réunion|Assemblée|plénière)(?: des {STATES})?(?: au Traité)?|(?P<pronoun>[Ee]lle))"
    r"(?! (?:préparatoire|s['’]est (?:tenue|déroulée|réunie|ouverte)))(?![\w’'-])",
    "spread-verb": r"(?i)\b(?P<verb>exprim(?:e|é|er)|réitér(?:e|é)|accueill(?:e|i)|s['’]est|se|tien(?:t)|tenu|pren(?:d)|pris|adress(?:e|é)|présent(?:e|é)|fai(?:t)|rend(?:u)?)"
    r"(?: également| aussi| en outre| à nouveau| avec| bonne| dûment)*(?: (?:sa|son|ses|une|la|l['’]))? ?(?:(?!(?:de|du|des|à|aux?|que)\b)[\wà-ÿ-]+,? (?:et )?){0,3}?"
    r"(?P<tail>gratitude|reconnaissance|remerciements|appréciation|préoccupations?|inquiétude|regrets?|satisfaction|félicitations|félicitée?|préoccupée?|inquiète|note|acte|hommage)\b",
    "filler": rf"(?i)(?:[\s,]+|□+|{_ADVERB}(?![\w-])|(?:a|ont|avait|y|en|les|lui|leur)\b(?= )|(?:l|s)['’](?=a\b|est\b|en\b)|est(?= ))",
    "auxiliary": r"(?i)(?P<verb>continue|continué|souhaite|souhaité|tient|tenu) (?:à |de |d['’])(?=\w)",
    "infinitive-mark": r"\b(?:d[e’'] ?|à )(?=\w)",
    "to-do": rf"(?:,? {_ADVERB})*,? (?:de |d['’])\w",
    "circumstance": r"(?i)(?:en|dans|à|au|aux|par|sous|avec|sans|pour|de|depuis|pendant|après|avant|suite|conformément|selon|sur|lors|au cours"
    r"|compte tenu|tenant|ayant|rappelant|notant|prenant|reconnaissant|considérant|vu|eu égard|soucieuse|consciente|grâce|afin|en vue|s['’]agissant"
    r"|concernant|quant|lorsque|tout en|réaffirmant|soulignant|malgré|à l['’]issue)\b[^;:.]*?(?:,|$)",
    "coordinator": r"(?:(?:,|;) )?(?P<word>\b(?:et|ainsi que|mais|tandis que|puis)) |(?P<mark>[,;]) ",
    "joint": r"(?:[,;]? ?(?:et|mais|tandis)? ?(?:qu[e’'] ?)?)$",
    "joint-before": r"; (?:et )?|, et (?=[A-Za-zÀ-ÿ ’']{2,60}$)",
    "item-lead": r"(?:[Ee]t |[Qq]ue |[Qq]u['’]|[Dd]e |[Dd]['’]|[Éé]galement |[Aa]ussi |[Ee]nfin,? |[Ee]lle |[Aa] )*",
    "passive": rf"\b{_BE}(?:,? {_ADVERB})*,? $",
    "foreign-agent": r" par (?!acclamation|consensus|(?:la|cette) (?:présente )?(?:Conférence|Réunion)\b)",
    "agent": rf" par (?P<who>(?:la )?{CONFERENCE}|(?:la|cette) (?:présente )?(?:Conférence|Réunion)\b)",
    "government-of": r"(?i)(?:le |au |du )?(?:gouvernement|représentante?|délégation|mission permanente) (?:de la |de l['’]|du |des |de |d['’])",
    "subordinate": r"^(?:Comme|Bien que|Lorsque|Quand|Si|Parce que|Après|Avant|Puisque|Ce que)\b"
    r"|(?:^|[\s,])(?:qui|que|dont)$|\b(?:qui|que|dont),? [^,]*(?:et|ou)$",
    "impersonal": r"(?i)il|également|aussi|il (?:également|aussi)",
    "object-mark": r" (?:à|aux?|de|des?|du|sur|quant à|pour)(?= )| d(?=['’])| (?:à|de)(?= l['’])",
    "participle": rf" ?(?:[.;:)]|$)| (?:par (?!acclamation|consensus)|lors |ci-dessus|ci-dessous|précédemment|antérieurement|en \d{{4}}|aux? paragraphes?"
    rf"|à l['’]annexe|à la {CONFERENCE}|le \d)",
    "relative-open": r"\b(?:qui|que|qu['’]elle|dont)(?: (?:a|ont|avait|avaient|est|sont|été|également|déjà|la \w+|CEP ?\d+))*"
    r" \w+(?:é|ée|és|ées|i|is|ie|u|us|ue|ues)\b[^,;]{0,40}$",
    "no-verb": r"(?i)(?:demandes? (?:d['’](?:aide|assistance|information|adhésion)|de (?:financement|projets?|fonds|subvention|parrainage))"
    r"|notes? (?:du|des?|d['’]|explicative|verbale|de)|charge de travail|engage[rs]? (?:dans|à ce)|examine que|remerciements)",
    "noun-like": r"(?i)(?:demandes?|notes?|charges?|invites?|engages?|salue|étudie)",
    "relative-pronoun": r",? ?(?:qui|que|dont)",
    "verb-after": r" (?:le|la|les|l['’]|une?|des|du|de|d['’]|aux?|à|que|qu['’]|ce|cette|ces|chaque|tous|toutes|instamment|vivement|avec|[A-ZÀ-Þ][\w-]*)",
    "that": r",? ?(?:à ce )?qu(?:e |['’])",
    "introduces": r"[:–—-]\s*$|(?:[a-zà-ÿ]{2,}|,)$",
    "hanging": rf"[,;]? ?\bet(?:,? {_ADVERB})*,?\s*[:–—-]?\s*$",
    "deciding": r"(?:pris|prend|adopté|adopte|convenue? des?|formulé) (?:les )?(?:décisions|conclusions|recommandations)(?: et \w+)? (?:suivantes|ci-après)\s*:?\s*$",
    "future-agent": r"\b(?:devrai(?:t|ent)|devra|devront|doi(?:t|vent)|sera|seront|est|sont|puisse(?:nt)?|continue|\w+)\b",
    "agent-next": r",? (?:devrai(?:t|ent)|devra|devront|doi(?:t|vent)|sera|seront|est chargé|sont|soi(?:t|ent)|puisse(?:nt)?|continue\w*|ne\b)|,| □",
    "carried-by": r"\b(?:pris en charge|couverts?|payés?|supportée?s?|assumée?s?) par (?P<by>(?:le |la |les |l['’])?[^,;.]+)",
    "act-end": r"(?:[,;:.!?\s]|\bet|\bainsi que|\bou|\bmais)+$",
    "proposing": rf"\b(?:recommand(?:e|é|ent)|propos(?:e|é|ent)|invit(?:e|é|ent)|pri(?:e|é|ent))(?: à| ce qu[e’'])? ?(?P<to>(?:la )?{CONFERENCE}|la Conférence)",
    "recommendations": r"\brecommandations?\b",
    # --- actors in running text
    "office-headed": r"(?i)^(?P<title>(?:co-?|vice-?)?(?:président(?:e|s|es)?|chef(?:fe)?)) (?:du |de la |de l['’]|des |de )(?P<of>.+)$",
    "article": r"(?i)(?:(?:à |de |d['’])?(?:tous |toutes )?(?:l['’]|les? |la )|aux? |des |du |d['’]|de |à |chaque |ces |cette |ce |son |sa |ses |leurs? |une? )[“‘\"□«]?|[“‘\"□«]",
    "actor-noun": rf"(?i)(?:(?:autres?|tous|toutes|divers|différents|nouveaux|futurs?|prochains?|anciens?) (?:les )?)*{_HEAD}(?![\w-])(?:(?:,| et)? {_QUALITY}){{0,4}}",
    "actor-word": r"(?!)",
    "actor-of": r" (?:de la |de l['’]|du |des |de |d['’])(?=[A-ZÀ-Þ]|groupes? de travail|sous-groupe|organes)",
    "not-actor": r"['’]|-[\wà-ÿ]|[\wà-ÿ]",
    "actor-joint": r"[”’\"□»]{0,2}(?:,? et (?:également )?|,? ainsi qu(?:e |['’])|, |,? ou (?:encore )?|,? en (?:concertation|collaboration|coopération) avec )",
    "actor-chain": r",? et |, ",
    "description": r",? ?(?:□+ ?)?(?:qui|que|dont|où|à|de|du|des|d['’]|en|dans|pour|sur|par|avec|sans|au|ayant|n['’]ayant|ne|souhaitant|désireux|intéressée?s?"
    r"|concernée?s?|parties|participant|y compris|disposant|\w+ées?\b|\w+és?\b|\w+ant\b)",
    "aside": rf"{_ASIDE}(?:,? (?:et|mais) {_ASIDE})*",
    "aside-behind": r",? (?:le cas échéant|s['’]il y a lieu|si possible|si nécessaire|selon qu['’]il convient|en particulier|notamment)$"
    r"|,? en (?:concertation|coopération|collaboration|coordination|consultation) avec\b.*$|, (?:en|avec|dans|sous|par|lors|avant|après|conformément|d['’]ici|au plus tard)\b.*$",
    "asked-by": rf",? ?\b(?:(?:à|de) (?:ne pas |se |y |en |les? |la |lui |leur |s['’]y |bien vouloir |continuer |mieux |davantage |également |dûment )*{_INFINITIVE}|(?:d|à s|de s|de l|à l|de n)['’](?:en |y )?{_INFINITIVE}"
    r"|devrai(?:t|ent)\b|devront\b|devra\b|pour qu(?:e |['’]))",
    "thanked-for": r",? (?:pour|d['’]avoir|d['’]être) |(?P<loose>,? (?:de (?=leur|son|sa|ses|ce)|des (?=efforts)|du (?=travail|rapport)))",
    "controlled": r"(?:\b(?:en mesure|désireux|désireuses|soucieux|disposés?|prêts?|tenus?|capables?|invités?|afin|en vue|avant|au lieu|lieu|manière|possibilité|besoin|nécessité"
    r"|volonté|intention|engagés?|consentent|acceptent|accepté|chargée?s?|décidé|aptes?|façon|droit|moyens?)|souhaitent|souhaitant)$",
    "joins": r"(?:,|\b(?:et|ou))$",
    "purpose": r"\b(?:qui|que|dont)\b.*\b(?:mesures|dispositions|législation|mécanismes?|procédures?|engagements?|droits?|obligations?|volonté|décisions?|ressources|aide|assistance|contributions?|plans)$",
    "anaphor": r"(?i)^(?:le |la |l['’])?(?:(?P<body>sous-groupe(?: de travail)?|groupe de travail|groupe|comité|forum|fonds|programme)(?P<role>(?!))?(?P<that> susmentionnée?| précitée?)?|(?P<office>co-?présidents?|président(?:e|s|es)?))$",
    "pronoun": r" ?(?:ceux-ci|celui-ci|celle-ci|ce dernier|cette dernière)(?= )",
    "praised-deed": r"(?:(?:le|la|les|leurs?|son|sa|ses|tous les|toutes les|l['’]) ?)?(?:[\wà-ÿ-]+ ){0,3}?(?:travail|travaux|efforts?|contributions?|appui|soutien|rôle|direction|assistance|services?"
    r"|engagement|dévouement|réalisations|coopération|initiatives?|dons?|progrès|mesures|rapports?|exposés?|présentations?|préparation|organisation|accueil|conduite|offres?|hospitalité)\b"
    r"(?: [\wà-ÿ-]+){0,3}? (?:de (?=la |l['’])|du |des |de |d['’]|par )",
    "further-document": r"[)\]]*(?: [^,;.]{0,30})?,? et (?:le |la |les |l['’])?(?:document )?",
    # --- who is told
    "recipient": r"(?i)\b(?:inform|avis|notifi|tenir informée?s? )\w*,? (?P<told>(?:le |la |les |l['’]|tous |chaque )[^;:.]+)"
    r"|\b(?:rend(?:re)? compte|fai(?:re|sant) (?:rapport|part)|présent(?:er|ant)|soumet\w*|communiqu(?:er|ant)|transmett\w*|adress(?:er|ant)|fourni(?:r|ssant)|distribu(?:er|ant)|propos(?:er|ant)|rapport|recommandations|propositions)\b"
    r"[^;:.]{0,140}? (?P<to>(?:à (?:la |l['’]|tous )|aux? )(?-i:[A-ZÀ-Þ])[^;:.]*)",
    # --- qualifications of an act
    "voluntary": r"(?i)\b(?:à titre|sur une base) volontaires?\b|\bvolontairement\b",
    "condition": r"(?i)\b(?:le cas échéant|s['’]il y a lieu|selon (?:qu['’]il convient|le cas|les besoins)|si possible|si nécessaire|lorsque cela est possible"
    r"|dans la mesure du possible|dans la limite des ressources disponibles|sous réserve (?:de|d['’])[^,;.]+|(?:à titre|sur une base) volontaires?|conformément à (?:leur|sa) législation nationale)\b",
    # --- deadlines
    "effective-from": rf"(?:à compter du|à partir du|avec effet au|prenant effet le) {DAY}",
}

_AT = r"(?:à|lors de|pendant|durant|avant|d['’]ici(?: à)?|en vue de|pour)"

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "verb-form": (
        ("gerund", r"^\w+ant\b"),
        ("base", r"^(?:se |s['’])?\w+(?:er|ir|dre|tre|oir)\b"),
        (
            "past",
            r"^(?:s['’]est |se )?(?:\w+(?:é|ée|és|ées)|pris|convenu|accueilli|reconnu|rendu|élue?s?|su)\b",
        ),
        ("present", r"^\w"),
    ),
    "unit": (
        ("Y", r"(?i)^ans?$|^ann"),
        ("M", r"(?i)^mois|^mensuel"),
        ("W", r"(?i)^semaines?"),
        ("D", r"(?i)^jours?"),
    ),
    "deadline": (
        (
            "date",
            rf"(?:au plus tard le|avant le|d['’]ici (?:au|le)|jusqu['’]au|pour le|le ou avant le) {DAY}(?: au plus tard)?",
        ),
        ("date", rf"le {DAY} au plus tard"),
        (
            "term",
            rf"(?:pour )?(?:un mandat|une période|une durée) de (?P<n>{_NUM}) (?P<unit>ans?|mois)(?:,? jusqu['’](?:à |au terme de )(?:la fin de |l['’]issue de )?(?:la )?(?P<meeting>{CONFERENCE}))?",
        ),
        (
            "term",
            rf"jusqu['’](?:à |au terme de |en fin de )(?:la fin de |l['’]issue de |la clôture de )?(?:la )?(?P<meeting>{CONFERENCE})",
        ),
        ("meeting", rf"au plus tard (?:à|lors de) (?:la )?(?P<meeting>{CONFERENCE})"),
        (
            "meeting",
            rf"pour (?:décision|examen|adoption|approbation) (?:par|à|lors de) (?:la )?(?P<meeting>{CONFERENCE})",
        ),
        (
            "meeting",
            rf"\b(?:rapport|compte|soum\w+|présent\w+|recommandations|propositions)\b[^;.]{{0,90}}? à (?:la )?(?P<meeting>{CONFERENCE})",
        ),
        ("meeting", rf"{_AT} (?:la )?(?P<meeting>{CONFERENCE})"),
        (
            "cycle",
            rf"(?:au cours|lors|durant|pendant|pour|dans)(?: du| de)?(?: le)? (?P<next>prochain {_CYCLE}|{_CYCLE} (?:suivant|à venir))",
        ),
        (
            "duration",
            rf"dans (?:un délai de|les) (?P<n>{_NUM}) (?P<unit>ans?|mois|semaines?|jours?)",
        ),
        (
            "recurring",
            rf"(?:à|lors de|pour|au cours de|pendant) chaque (?:{_CYCLE}|Conférence|CEP)",
        ),
        ("recurring", rf"\btous les (?P<n>{_NUM}) (?P<unit>ans|mois|semaines)"),
        ("recurring", r"\bchaque (?P<n>)(?P<unit>année|mois|semaine)\b"),
        ("recurring", r"\b(?P<n>)(?P<unit>annuellement)\b"),
    ),
}
