"""English operative acts: verbs and their forms, who is asked, on what condition and by when."""

_NUM = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|eighteen|twenty(?:-four)?|thirty(?:-six)?|sixty|ninety)"
)
_ORDINAL = (
    r"(?:(?:[Tt]wenty|[Tt]hirty)[- ])?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth"
    r"|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth"
    r"|[Ff]ifteenth|[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth"
    r"|[Tt]hirtieth|\d{1,2}(?:st|nd|rd|th))"
)
_ASSEMBLY = r"(?:Conference(?: of (?:the )?States Parties)?|Meeting of (?:the )?States Parties)"
_TREATY = r"(?: to the (?:ATT|Arms Trade Treaty|Treaty|Convention))?"
CONFERENCE = rf"(?:CSP ?-?\d{{1,2}}|(?:[Tt]he )?{_ORDINAL} (?:ATT )?{_ASSEMBLY}(?: \(CSP ?\d{{1,2}}\))?{_TREATY})"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
DAY = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?: of)? (?P<m>{_MONTH}),? (?P<y>\d{{4}})"
)
_SESSION = r"(?:[Tt]he |[Tt]his |[Tt]he present )?(?:[A-Z]\w+ )?(?:Review )?"
_CYCLE = r"(?:CSP |ATT |Conference |conference |meeting |reporting |intersessional )*cycles?"
_BE = r"(?:is|are|was|were|be)"
_ADVERB = (
    r"(?:also|further|furthermore|again|once again|once more|additionally|in addition|moreover"
    r"|in particular|specifically|notably|hereby|formally|unanimously|subsequently|then|thereafter"
    r"|next|finally|lastly|likewise|similarly|warmly|sincerely|deeply|highly|greatly|strongly"
    r"|particularly|especially|explicitly|accordingly|thus|therefore|consequently|jointly|duly"
    r"|provisionally|fully|wholeheartedly|heartily|cordially|gratefully|kindly|respectfully|just"
    r"|afterwards?|equally|firmly|simultaneously|concurrently|informally|tentatively|initially"
    r"|to this end|to that end|in this (?:regard|respect|context|connection|spirit)"
    r"|in (?:that|the same) (?:regard|respect|context|connection|vein|spirit)|in principle|inter alia"
    r"|with (?:great |deep |sincere |much )?(?:appreciation|satisfaction|interest|gratitude|thanks"
    r"|concern|regret)|by (?:acclamation|consensus|general agreement|silence procedure)"
    r"|under (?:the|a) silence procedure|without a vote|as orally amended|as amended|as a whole"
    r"|as well|for its part|at the same time|first(?:ly)?|second(?:ly)?|third(?:ly)?)"
)
_WANTS = (
    r"(?:position|positions|able|unable|willing|unwilling|ready|eager|wish|wishes|wishing|wished"
    r"|want|wants|wanting|seek|seeks|seeking|sought|accepted|accept|agreed|agreeing|volunteered"
    r"|yet|worked|working|begun|started|decided|intend|intends|intending|planning|plan|plans"
    r"|opportunity|need|needs|needed|obliged|required|entitled|invited|capacity|trying|tried"
    r"|failed|failing|made efforts|continue|continues|continued|continuing|pledged|committed|able|ability"
    r"|means|come forward|eligible|due|fail|asked|nominated|designated|appointed|going"
    r"|subject|according|prior|thanks|relating|related|regard|respect|addition|access|response|reference|dedicated|adherence"
    r"|contributing|contributions?|contribute[sd]?|committing|happy|prepared|likely|mandated)"
)
_ASIDE = (
    r"(?:as (?:appropriate|necessary|needed|applicable|relevant|required|mandated|possible)"
    r"|where (?:appropriate|possible|relevant|necessary|applicable|feasible)[^,]*"
    r"|if (?:appropriate|possible|necessary|applicable)|when(?:ever)? (?:possible|appropriate|necessary)"
    r"|to the extent possible|in particular|inter alia|on an? [^,]*basis|without delay"
    r"|(?:supported|assisted|aided|advised|guided|led|chaired) by [^;:.]*"
    r"|(?:also )?(?:in|with|within|through|under|on|by|at|before|after|during|following|upon|subject to"
    r"|pursuant to|based on|taking|bearing|having|noting|recalling|working|acting|using|drawing|building"
    r"|together|jointly|given|for|as|while|where|when|once|until|no later|not later|via|prior|ahead"
    r"|including|especially|particularly|notably|starting|beginning|over|each|every|annually|again)\b[^;:.]*)"
)
_NOUN_END = (
    r"(?=$|[,;:.)□]| (?:and|or|as|that|which|who|whose|with|in|of|to|from|for|on|at|by|under|within"
    r"|without|during|before|after|not|yet|able|unable|willing|concerned|alike|towards?|through|where"
    r"|should|shall|will|must|may|be|are|is|have|has|had|was|were|both|also|upon|until|between"
    r"|including|outside|among|worldwide|party|Party|Parties|only|\w+ing|\w+ed|\w+ly)\b| (?-i:[a-z]))"
)
_ADJECTIVE = (
    r"(?:(?!(?:of|to|in|for|with|by|on|at|and|or|that|which|who|from|as|the|a|an|its|their|his|her"
    r"|between|among|under|about|through|towards|is|are|was|were|be|been|not|continued|further|more"
    r"|better|greater|increased|effective|inclusive|active|broad|wide|full|efforts|cooperation"
    r"|sharing|exchange|discussions?|engagement|participation|including|especially|particularly|notably|such)\b)[\w‐/-]+ )"
)

_HEAD = (
    r"(?:States? (?:that are )?not (?:yet )?part(?:y|ies)(?: to the (?:ATT|Treaty|Convention))?|non-States Parties"
    r"|States? not Part(?:y|ies)|States? Part(?:y|ies)(?: to the (?:ATT|Treaty|Convention))?|signator(?:y|ies)(?: States?)?(?: to the (?:ATT|Treaty))?"
    r"|States?|country|countries|stakeholders?|governments?|Secretariat|(?:co-?|vice-?)?chair(?:person|man|woman)?s?|(?:vice-?)?presidents?(?:-(?:designate|elect))?|heads?(?= of)"
    r"|(?:sub-?)?working groups?|groups?|committees?|forum|panel|delegations?|participants?|organi[sz]ations?|entities|civil society"
    r"|industry|industries|academia|donors?|observers?|members?|office[ -]?holders?|facilitators?|authorities|agencies|parties|others|those"
    r"|all(?= (?:who|that|those|providing|involved|concerned))|actors?|champions?|points? of contact|focal points?|providers?|implementers|partners?|experts?|auditors?"
    r"|representatives?|bureau|depositary|Secretary-General|coordinators?|rapporteurs?|moderators?|officials?|regions|institutions?"
    r"|associations?|communities|parliaments?|parliamentarians?|NGOs|manufacturers?|exporters?|importers?|hosts?"
    r"|speakers|panellists|presenters|interpreters|staff|consultants?|recipients?|beneficiaries|users|youth|women|survivors)"
)

PATTERNS: dict[str, str] = {
    # --- operative acts
    "subject": rf"(?:(?<=^)|(?<=[.;,:!?] )|(?<=\band )|(?<=\bthat )|(?<=\bbut )|(?<=\bwhile )|(?<=\bwhereas ))"
    rf"(?:(?P<numbered>{CONFERENCE})|{_SESSION}(?:{_ASSEMBLY}|Meeting|Plenary|Assembly){_TREATY}|(?P<pronoun>[Ii]t))"
    r"(?! (?:President|Secretary|Chair|documents?|of States (?!Parties)|website|papers?|room|held|in \d))(?![\w’'-])",
    "spread-verb": r"(?i)\b(?P<verb>is|was|remain(?:s|ed)|express(?:es|ed|ing)?|convey(?:s|ed|ing)?|extend(?:s|ed|ing)?"
    r"|voic(?:e|es|ed|ing)|record(?:s|ed)?|place[sd]? on record|not(?:e|es|ed|ing)|t(?:ake|akes|ook|aking)"
    r"|(?:reiterat|restat)(?:es?|ed|ing)|(?:reaffirm|renew|repeat)(?:s|ed|ing)?)"
    r"(?: on record)?(?: once (?:more|again))?(?: (?:again|also|further))?(?: (?:its|their|the \w+’s|her|his|(?:the|an?)(?= [^,;.]{0,40}?\b(?:importance|relevance|urgency|necessity|need)\b)))?(?: once)?(?: (?:again|also|further|with))?"
    r"(?: (?:and )?(?!(?:its|of|for|to|about|that|with|the)\b)[a-z-]+,?){0,3}?"
    r" (?P<tail>appreciation|gratitude|thanks|concerns?|regret|satisfaction|support|congratulations|alarm|dismay|concerned"
    r"|grateful|note|(?:importance|relevance|urgency|necessity|need)(?= (?:of|for|to|that)\b))\b",
    "gapped-verb": r"(?i)\b(?:its|their) (?:(?!(?:its|of|for|to)\b)[a-z-]+,? ){0,3}?"
    r"(?P<tail>appreciation|gratitude|thanks|congratulations|concerns?|support)(?= (?:to|for|about|at|over)\b)",
    "filler": rf"(?i)(?:[\s,]+|□+|has(?= )|{_ADVERB}(?![\w-]))",
    "auxiliary": r"(?i)(?P<verb>(?:is|was) pleased|continue[sd]?|continuing|wish(?:es|ed)?|would like|wants?|went on|proceed(?:s|ed)?) to (?=\w)",
    "infinitive-mark": r"\bto (?=\w)",
    "to-do": rf"(?:,? {_ADVERB})*,? to (?=\w)",
    "circumstance": r"(?i)(?:in|on|at|by|under|with|within|without|for|from|during|after|before|following|pursuant"
    r"|based|upon|through|given|as|according|consistent|subject|mindful|conscious|having|recalling|noting|taking"
    r"|recognizing|recognising|considering|bearing|building|acting|thanks|owing|due|further to|to (?:advance|facilitate"
    r"|promote|strengthen|support|enhance|ensure|address)|concerning|regarding|concerned|with a view|once|upon"
    r"|where|when|while|where possible|prior|using|guided|reaffirming|acknowledging|emphasizing|stressing|despite)\b"
    r"(?:[^;:.]|\.(?=\S))*?(?:,|$)",
    "coordinator": r"(?:(?:,|;) )?(?P<word>\b(?:and|but|as well as|while|or)) |(?P<mark>[,;]) ",
    "joint": r"(?:[,;]? ?(?:and|but|while|whereas)?,? ?(?:that )?)$",
    "joint-before": r"; (?:and )?|,? and ",
    "item-lead": r"(?:[Aa]nd |[Tt]hat |[Tt]o |[Aa]lso |[Ff]urther |[Ff]inally,? |[Ii]t )*",
    "passive": rf"\b{_BE}(?:,? {_ADVERB})*,? $",
    "that-clause": r"(?i)(?:and )?that\b",
    "subjunctive": r"\bbe\b",
    "foreign-agent": rf" by (?!acclamation|consensus|general agreement|(?:the|this) (?:{_ASSEMBLY}|Meeting)\b)",
    "agent": rf" (?:by|at|during|in) (?P<who>{CONFERENCE}|(?:the|this) (?:{_ASSEMBLY}|Meeting)\b)",
    "nominal": r"(?i)\w+ (?:was|were) [\w ]+",
    "body-title": r"(?i)(?:co-?|vice-?)?chair(?:person|man|woman)?s?",
    "government-of": r"(?i)(?:the )?governments? of (?:the )?",
    "subordinate": r"^(?:As|While|Although|Though|Where|When|Once|Since|If|Because|After|Before|Whereas|What|That)\b"
    r"|(?:^|[\s,])(?:which|that|who|whom)$|\b(?:which|that|who),? [^,]*(?:and|or)$",
    "impersonal": r"(?i)it|also|further",
    "object-mark": r" (?:of|to|on|upon|for|about|at|over)(?= )",
    "participle": r" ?(?:[.;:)]|$)| (?:by (?!acclamation|consensus|general)|at |in (?!principle|particular|this|that|full)|during |from "
    r"|for |under (?!the silence|a silence)|pursuant|through |as (?:part|required|requested|mandated)|above|below|therein"
    r"|previously|earlier|with (?!(?:\w+ )?(?:appreciation|satisfaction|concern|interest|gratitude|thanks))|on (?!the|an?\b))"
    r"|, (?:and|or) \w+ed\b",
    "relative-open": r"\b(?:which|that|who)(?: (?:have|has|had|were|was|are|is|also|been|already|previously|CSP ?\d+|the \w+))*"
    r" \w+(?:ed|wn|en|ught|de|t)\b[^,;]{0,40}$",
    "no-verb": r"(?i)(?:consider(?:s|ed)? that|agrees? with|noted (?:above|below|earlier)|(?:requests|tasks|mandates|stresses"
    r"|notes|request|mandate|note|stress|regret|regrets|thanks) (?:of|from|for|by|to the|and|or|under|contained|received"
    r"|submitted|made)\b|decided (?:cases)|agreed (?:conclusions|language|upon|outcomes?)\b|thanks to\b)",
    "noun-like": r"(?i)(?:requests?|tasks?|mandates?|notes?|stress(?:es)?|regrets?|welcomes?|thanks?|calls?|invites?|urges?)",
    "relative-pronoun": r",? ?(?:that|which|who|whose)",
    "verb-after": r" (?:the|all|its|an?|any|with|that|this|these|those|both|every|each|some|his|her|their|how|[A-Z]\w+)\b",
    "that": r",? ?(?:to )?that(?=[ ,])[ ,]+",
    "introduces": r"[:–—-]\s*$|(?:[a-z]{2,}|,)$",
    "hanging": rf"[,;]? ?\band(?:,? {_ADVERB})*,?\s*[:–—-]?\s*$",
    "deciding": r"(?:took|takes|reached|reaches|made|makes|arrived at|agreed (?:on|upon)|adopted) the following"
    r" (?:\w+ )?(?:decisions?|conclusions?|agreements?)(?: and \w+)?\s*[:]?\s*$",
    "future-agent": r"\b(?:should|shall|will|would|must|may|is to|are to|be|continue|\w+)\b",
    "agent-next": r",? (?:should|shall|will|would|must|may|is to|are to|be\b|continue|not\b)|,| □",
    "carried-by": r"\b(?:borne|met|covered|paid|defrayed|assumed) by (?P<by>(?:the )?[^,;.]+)|\bthat (?P<who>[^,;.]+?) (?:are|is|were|was|will|shall|should|must|have|has)(?: to)? bear\b",
    "act-end": r"(?:[,;:.!?\s]|\band|\bas well as|\bor|\bbut|\bwhile)+$",
    "relied-on": r"(?i)\b(?:in accordance with|pursuant to|under|in line with|in conformity with|based on|on the basis of|consistent with|as provided"
    r"(?: for)? (?:in|by)|as required by|in compliance with|in keeping with|by virtue of|as set out in|according to)\b[^;:]*$",
    "clause-over": r"[).;:]|$",
    "points-back": r"\b(?:[Tt]h(?:e|at|is)|such an?) (?:Programme|Fund|Forum|Mechanism|programme|fund|forum|mechanism)\b(?! (?:of|for|on)\b)",
    "relied-within": r"(?i)(?:(?:^|[,(;] ?|(?<!ed)(?<!\bup)(?<!\bset)(?<!\bmade)(?<!\bheld)(?<!ion)(?<!ions)(?<!port)(?<!ports) )(?:in (?:accordance|conformity|compliance|keeping) with|pursuant to|by virtue of)"
    r"|(?:^|[,(;] ?)under|\bas (?:set out|set forth|stipulated|provided(?: for)?|foreseen|laid down|required|specified|prescribed) (?:in|by|under))\b[^,;:()]*$",
    "proposing": r"\b(?:recommend(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)?|agreed to recommend|invites?|requests?)"
    rf"(?: to)?(?: that)? (?P<to>{CONFERENCE}|the {_ASSEMBLY})",
    "recommendations": r"\brecommendations?\b",
    # --- actors in running text
    "office-headed": r"(?i)^(?P<title>(?:co-?|vice-?)?(?:chair(?:person|man|woman)?s?|presidents?|heads?)) of (?:the )?(?P<of>.+)$",
    "article": r"(?i)(?:the|a|an|both|(?:those|these)(?= (?!in|who|that|which|with|able|not)(?!\w+ing\b))|its|their|to the|to those|to)(?: [“‘\"□]?|[“‘\"□])|[“‘\"□]",
    "actor-noun": rf"(?i)(?:{_ADJECTIVE}{{0,6}}?){_HEAD}{_NOUN_END}",
    "actor-word": rf"(?i) {_HEAD}{_NOUN_END}",
    "actor-of": r" of (?:the |its |each |all )?",
    "not-actor": r"[’']s?\b|s[’']? |[\w‐-]|[’']| (?:efforts?|meetings?|reports?|websites?|database|work plans?|discussions?|documents?|budget|contributions?"
    r"|practices?|processes|cycles?|implementation|activit(?:y|ies)|sessions?|mandates?|recommendations?|proposals?|papers?|guidance|cooperation"
    r"|support|engagement|participation|perspectives?|representation|toolkit|templates?|projects?|guidelines?|events?|initiatives?|decisions?|ratification)\b",
    "actor-joint": r"[”’\"□]{0,2}(?:,? ?and (?:on |to |upon |of |by )?(?:also )?(?:the )?|, as well as (?:the )?| as well as (?:the )?|, (?:along|together) with | together with |, (?:the )?| or | and/or )",
    "actor-chain": r",? and |, ",
    "description": r",? ?(?:□+ ?)?(?:that|which|who|whose|with|in|of|to|from|for|on|at|under|within|without|not|yet|able|unable"
    r"|willing|wishing|concerned|involved|engaged|participating|attending|providing|having|seeking|based|working|active"
    r"|interested|alike|present|affected|represented|identified|mentioned|listed|contributing|belonging|acting|serving"
    r"|designated|nominated|appointed|\w+ing|\w+ed|where|outside|between)\b",
    "aside": rf"{_ASIDE}(?:,? (?:and|but) {_ASIDE})*",
    "aside-behind": r", (?:which|who|whose)\b.*$|, (?:including|especially|particularly|notably)\b.*$|, (?:supported|assisted|aided|advised|guided) by\b.*$|,? (?:as appropriate|where (?:appropriate|possible|relevant|feasible)|as necessary|if possible|to the extent possible"
    r"|once again|again|in particular|on an? (?:strictly )?voluntary basis|and as appropriate|with the (?:support|assistance|help) of\b.*"
    r"|in (?:cooperation|coordination|collaboration|consultation|conjunction|partnership) with\b.*|within (?:its|their|existing|available)\b.*"
    r"|through (?:its|their)\b.*|alike)$|, (?:in|with|within|through|under|by|before|after|during|following|subject|based|taking|on|at|for|as)\b.*$",
    "asked-by": r",? ?\b(?:to\s*:?\s*$|to (?!(?:the|a|an|all|any|its|their|this|these|those|other|each|every|which|whom|both|such|States?|CSP"
    r"|ATT|Article|Rule|□|[A-Z])\b)(?=[\w,])|to,? (?=(?:as|where|if|in|on|within)\b)|should\b|shall\b|will\b|must\b|are to\b|is to\b"
    r"|(?<!assistance )(?<!help )(?<!support )(?<!comply )(?<!compliance )(?<!connection )(?<!progress )with (?:the task|a mandate|responsibility|\w+ing"
    r"|the (?:preparation|drafting|elaboration|organi[sz]ation|compilation|production|conduct|coordination|establishment|collection|publication|finali[sz]ation)(?= of\b|,))\b)",
    "thanked-for": r",? for (?:what|their|his|her|its|having|\w+ing)\b|(?P<loose>,? (?:for|on) (?!(?:which|whom)\b))",
    "controlled": rf"\b{_WANTS}(?: (?:also|fully|actively|voluntarily))*,?$|\b(?:that|which|who|States)(?: \w+){{0,2}} (?:have|has|had|are|is) (?:yet|still|not)?$"
    r"|\b(?:that|which|who) (?:[^,]*? )?(?:position|States in a position)$|\b(?:(?:that|which|who)|as)$",
    "joins": r"(?:,|\b(?:and|or))$",
    "purpose": r"\b(?:that|which|who)\b.*\b(?:measures|steps|action|legislation|mechanisms?|systems?|procedures?|commitments?"
    r"|rights?|obligations?|willingness|decisions?|resources|support|assistance|contributions?|funds?|strategies|plans)$",
    "anaphor": r"(?i)^(?:the )?(?P<that>said |same |aforementioned |above-mentioned )?(?:(?P<body>sub-?working group|working group|group|committee|forum|fund|programme)"
    r"(?:(?:’s|'s)? (?P<role>(?:co-?|vice-?)?chairs?))?|(?P<office>(?:co-?)?chairs?|president))$",
    "pronoun": r" ?(?:them|it|the latter)(?= )",
    "praised-deed": r"(?:(?:the|all|its|their|his|her) )?(?:[\w‐-]+,? (?:and )?){0,4}?(?:work|efforts?|contributions?|support|leadership|role|assistance|services?"
    r"|commitment|dedication|achievements?|cooperation|initiatives?|donations?|progress|steps|report|presentations?|briefings?|preparation|organi[sz]ation|hosting|conduct|offers?)\b"
    r"(?: [a-z‐-]+){0,3}? (?:of|by|from) ",
    "further-document": r"[)\]]*(?: [^,;.]{0,30})?,? (?:and|as well as)(?: (?:in )?(?:the )?(?:document )?)?",
    # --- who is told
    "recipient": r"(?i)\b(?:inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|advis(?:e|es|ed|ing)|brief(?:s|ed|ing)?|updat(?:e|es|ed|ing)|alert(?:s|ed|ing)?"
    r"|let|apprise|supply|suppl(?:ies|ied)|provid(?:e|es|ed|ing)|furnish)(?: in advance| promptly| in writing| ahead of time| regularly| annually)? (?=(?:the|all|each|other|States|CSP|WG|them)\b)(?=(?P<told>[^;:.]+))"
    r"|\b(?:report(?:s|ing)?(?: back)?|submit(?:s|ting)?|submission|present(?:s|ing)?|nominat(?:e|es|ing|ion)|provid(?:e|es|ing)|transmit(?:s|ting)?"
    r"|communicat(?:e|es|ing)|circulat(?:e|es|ing)|distribut(?:e|es|ing)|send|sending|convey(?:s|ing)?|deliver(?:s|ing)?|forward(?:s|ing)?"
    r"|address(?:es)?|disseminate|notify|refer(?:s|ring)?|notification|propose|updates?|recommendations?|proposals?|briefings?|presentations?|return|give|hand over"
    r"|be (?:report|submitt|present|provid|transmitt|communicat|circulat|distribut|forward|address|referr)ed)\b"
    r"(?:(?!\b(?:submit|report|present|provid|transmit|circulat)\w*\b)[^;:.]){0,160}?(?:,[^,;]{0,40},)? to (?=(?P<to>(?:the |all |other |each )?(?-i:[A-Z])[^;:.]*|(?:the |all |other )(?:co-?chairs?|chairs?|working|sub-?working|signator|stakeholders|delegations|donors|participants)[^;:.]*))"
    r"|\bshar(?:e|es|ed|ing)\b[^;:.]{0,160}? with (?=(?P<shared>(?:the |all |other )?(?-i:[A-Z])[^;:.]*|(?:the |all |other )[a-z][^;:.]*))",
    # --- qualifications of an act
    "voluntary": r"(?i)(?<!\bThe )(?:\bvoluntary basis\b|\bvoluntarily\b|\bvolunteer\b|\b(?:make|give|making|giving|provide|deliver)(?: thematic)? voluntary\b|(?<=\bmake )voluntary(?= (?:thematic )?presentations?))",
    "condition": r"(?i)\bas (?:and when )?(?:appropriate|necessary|needed|applicable|relevant|feasible)(?: and feasible)?(?![\w-])"
    r"|\b(?:where|if|when|whenever|wherever)(?: this is)? (?:possible|appropriate|necessary|needed|applicable|relevant|feasible|practicable|available|so required)(?: and (?:possible|appropriate|necessary|relevant|feasible))?\b"
    r"|\bto the (?:fullest |greatest )?extent (?:possible|feasible|practicable)\b|\bsubject to (?:the )?availability of [^,;.]+|\bsubject to available [^,;.]+"
    r"|\bwithin (?:the limits of )?(?:its |their |the )?(?:available|existing) (?:\w+ )?(?:resources|means|budgets?)\b|\bwithin (?:the )?(?:limits of )?(?:the |its |their )?(?:allocated |approved )?(?:budgets?|resources)\b(?: allocated to [^,;.]+)?"
    r"|\b(?:as and )?on an? (?:strictly )?voluntary basis\b|\bin accordance with (?:their|its) national (?:laws?|legislation|procedures)\b|\bin a position to do so\b(?=,)",
    # --- deadlines
    "effective-from": rf"(?:with effect (?:from|as of)|effective(?: from| as of)?|as (?:of|from)|starting(?: on| from)?|beginning(?: on)?) {DAY}",
    "group-sessions": r"(?i)working group|WGETI|WGTR|WGTU|sub-?working",
}

_LATEST = r"(?:no later than|not later than|by no later than|at the latest by|by|before|prior to|until|up to|on or before|ahead of|in advance of)"

# Verbs that only say that something was said before: what it was decides.
_AGAIN = r"^(?:reiterat|restat|reaffirm|renew|repeat)\w* "

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- "reiterated its gratitude": the trigger that the tail stands for
    "tail": (
        ("expressed gratitude", rf"(?i){_AGAIN}(?:gratitude|thanks)$"),
        ("expressed appreciation", rf"(?i){_AGAIN}appreciation$"),
        ("expressed concern", rf"(?i){_AGAIN}(?:concerns?|alarm|dismay)$"),
        ("expressed regret", rf"(?i){_AGAIN}regret$"),
        ("stressed", rf"(?i){_AGAIN}(?:importance|relevance|urgency|necessity|need)$"),
    ),
    "verb-form": (
        (
            "past",
            r"^\w+ (?:was|were) |^(?:\w+ly )?(?:\w+ed|took|found|gave|made|paid|drew|chose|was)\b",
        ),
        ("gerund", r"^\w+ing\b"),
        ("present", r"^(?:\w+ly )?(?:\w*[^s\W]s|is|are)\b"),
    ),
    "unit": (
        ("Y", r"(?i)^years?|^annual"),
        ("M", r"(?i)^months?|^monthly"),
        ("W", r"(?i)^weeks?|^weekly"),
        ("D", r"(?i)^(?:calendar |working )?days?"),
    ),
    "deadline": (
        ("date", rf"{_LATEST} {DAY}(?:,? at the latest)?"),
        (
            "term",
            rf"(?:for a |a )?(?:period|term) (?:of office )?(?:of )?(?P<n>{_NUM})[- ](?P<unit>years?|months?)(?:,? (?:until|up to|ending (?:at|with)) (?:the (?:end|close|conclusion) of )?(?P<meeting>{CONFERENCE}))?",
        ),
        (
            "term",
            rf"(?:for )?an? (?:\w+ )?(?P<n>{_NUM})[- ](?P<unit>year|month)(?: \w+)? (?:term|period|mandate)(?:,? (?:until|up to|ending (?:at|with)) (?:the (?:end|close|conclusion) of )?(?P<meeting>{CONFERENCE}))?",
        ),
        (
            "term",
            rf"\bfor (?P<n>{_NUM}) (?P<unit>years?|months?)(?! of\b)(?:,? (?:until|up to) (?:the (?:end|close|conclusion) of )?(?P<meeting>{CONFERENCE}))?",
        ),
        (
            "term",
            rf"(?:for a (?:term|period) )?(?:until|up to|through to|ending (?:at|with)|to serve until)(?: the (?:end|close|conclusion) of)? (?P<meeting>{CONFERENCE})(?: has ended| ends)?",
        ),
        (
            "meeting",
            rf"(?:no later than|not later than|at the latest (?:by|at)|by(?! the )) (?P<meeting>{CONFERENCE})(?:,? at the latest)?",
        ),
        (
            "meeting",
            rf"(?:taken )?(?:at the latest )?by (?P<meeting>the {CONFERENCE}|{CONFERENCE})(?: at the latest)?",
        ),
        (
            "meeting",
            rf"for (?:a |its |their |further |the )?(?:decision|consideration|adoption|approval|discussion|review|endorsement)(?: and \w+)? (?:by|at|during) (?P<meeting>{CONFERENCE})",
        ),
        (
            "meeting",
            rf"\b(?:report(?:s|ed|ing)?(?: back)?|submit(?:ted)?|present(?:ed)?|recommendations|proposals?|presentation|briefing|reported)\b[^;.]{{0,90}}? to (?P<meeting>{CONFERENCE})",
        ),
        (
            "meeting",
            rf"(?:at|during|in) (?:the )?(?:\w+ )?(?P<meeting>{CONFERENCE})(?: (?:WGETI|WGTR|WGTU|Working Group|working group)s?(?: meetings?)?)?",
        ),
        (
            "meeting",
            rf"(?:at|during) the (?:meetings? of the )?(?:WGETI|WGTR|WGTU|Working Groups?)(?: meetings?)? (?:for|in|of|at|during) (?P<meeting>{CONFERENCE})",
        ),
        (
            "meeting",
            rf"(?:before|prior to|ahead of|in advance of|in time for) (?P<meeting>{CONFERENCE})",
        ),
        (
            "cycle",
            rf"(?:in|during|over|for|within|throughout|by the end of) (?P<next>the (?:next|upcoming|coming|following) {_CYCLE})",
        ),
        (
            "cycle",
            rf"(?:in|during|over|for|within|throughout) the (?P<meeting>{CONFERENCE}) (?:intersessional |preparatory )?(?:cycle|period|process)",
        ),
        (
            "duration",
            rf"(?:within|in) (?:a period of |the next )?(?P<n>{_NUM}) (?P<unit>years?|months?|weeks?|days?)(?: of\b)?",
        ),
        ("recurring", rf"(?:in|at|during|for|over)? ?(?:each|every) (?:[\w-]+ )?{_CYCLE}"),
        (
            "recurring",
            r"(?:in|at|during|for)? ?(?:each|every) (?:CSP|Conference(?: of States Parties)?|informal preparatory meeting)\b(?! cycle)",
        ),
        ("recurring", rf"\bevery (?P<n>{_NUM}) (?P<unit>years?|months?|weeks?)"),
        ("recurring", r"\b(?:each|every) (?P<n>)(?P<unit>year|month|week)\b"),
        (
            "recurring",
            r"\b(?:on an |on a )?(?P<n>)(?P<unit>annual|monthly) basis\b|\b(?P<adverb>annually|monthly)\b",
        ),
    ),
}
