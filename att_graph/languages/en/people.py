"""English: who is named, in which words: bodies, participants, documents, persons, elections."""

from att_graph.languages.latin import CAPITAL, LETTER, PARTICLE

# A stretch without the end of a sentence: a full stop inside a number or a word ends none.
_WITHIN = r"(?:[^:.;]|\.(?=\S))"
_ATTENDED = (
    r"\b(?:(?:has |have )?(?:also )?(?:participated|took part|taken part|attended)"
    r"|(?:was|were)(?: also)? (?:represented|present|accredited|registered|granted observer))\b"
)
_TITLED = (
    r"(?:H\.\s?E\.|(?:His|Her|Their) (?:Excellency|Royal Highness|Eminence)|Mr\.?|Mrs\.?|Ms\.?|Miss|Mme\.?|Madam|Sir|Dame|Dr\.?"
    r"|Prof\.?|Professor|Ambassador|Amb\.?|(?:[Tt]he )?(?:Rt\.? |Right )?Hon(?:ou?rable|\.)|Lt\.?|Lieutenant|Brigadier|Colonel|Col\.?|Rear|Admiral|Commodore"
    r"|Reverend|Rev\.|Archbishop|Monsignor|Msgr\.?|Sheikh|(?<=Highness )Prince(?:ss)?)"
)
# Words that are titles only before a surname in capitals: "Justice Research" is nobody.
_RANK = r"(?:Minister|General|Gen\.|Major|Captain|Judge|Justice|Bishop|Father|Prince(?:ss)?|Counsellor|Lady|Lord)"
_GIVEN = rf"(?:{CAPITAL}\.|St\.|{CAPITAL}{LETTER}*(?:['’-]{LETTER}+)*)"
_SURNAME = rf"{CAPITAL}{{2,}}(?:['’-]?{CAPITAL}+)*|(?:Mc|Mac|O['’]|D['’]){CAPITAL}{{2,}}"
# Words that follow a title without being a name.
_NO_NAME = (
    r"(?:President|Vice|Chair|Co|Secretary|Minister|Ministry|Ambassador|Plenipotentiary|Counsellor|Assembly|Director|Head|Designate|Representative|Extraordinary|Deputy"
    r"|Group|Groups|Committee|Conference|Secretariat|Debate|Assemblies|Officer|Under|High|Affairs|Advocate|Review|for|of)\b"
)
_TITLE_WORD = (
    r"(?:Presidents?|Vice-?\s?Presidents?|Chair(?:man|woman|person|s)?|Vice-?\s?Chairs?|Co-?\s?[Cc]hairs?|Secretary(?:-General)?|Under-Secretary(?:-General)?|Head|Chief|Director(?:-General)?"
    r"|Minister|Ministers|Ambassador|Representative|Observer|Officer|Adviser|Advisor|Coordinator|Co-ordinator|Facilitator|Rapporteur|Manager|Counsellor|Attaché|Envoy|Commissioner|Delegate"
    r"|Executive|Professor|Researcher|Fellow|Lecturer|Expert|Specialist|Consultant|Founder|Member|Governor|Commander|Inspector|Superintendent|Spokesperson|Analyst|Campaigner|Lead|Leader|Dean|Partner"
    r"|Focal Point|Assistant|Deputy|Moderator|Chargé|Judge|Lawyer|Counsel|Parliamentarian|Senator|Deputy|CEO|Co-?[Ff]ounder|Administrator|Trustee|Registrar|Treasurer|Speaker)"
)
_TITLE_PHRASE = rf"(?:(?![Tt]he )(?:{CAPITAL}[\w.'’&/-]* (?:(?:{CAPITAL}[\w.'’&/-]*|and|of|for|the|on) ){{0,7}}?)?{_TITLE_WORD}\b)"
_BODY = r"(?:[^,.;:()]*?(?:Working Group|Sub-[Ww]orking Group|Committee|Forum|Fund|Secretariat|WGETI|WGTR|WGTU|DIEF|VTF|Management Committee)(?: on [A-Z][^,.;:()]*?(?=,|\.|;|:| \(|\)|$| to (?:the )?CSP| to the | and (?:the |H\.E|Mr|Ms|Amb)| for | in ))?)"
_CHAIRING = r"(?i:Co-?\s?Chairs?(?:persons?)?|Vice-?\s?Presidents?|Presidents?|Chair(?:s|man|woman|person)?|Head|Director)"


def patterns(conference: str, count: str, day: str, nth: str) -> dict[str, str]:
    """The patterns, given how English names a conference, a count, a day and an ordinal."""
    institution = (
        rf"(?:{conference}|(?:present |this )?(?:Conference|Meeting|Session)(?! of| on)|{_BODY})"
    )
    office = (
        rf"(?:(?:Acting |Interim )?{_CHAIRING} (?:of|for) (?:the )?{institution}(?: \([A-Z]+\))?"
        rf"|(?:{conference}|WGETI|WGTR|WGTU|DIEF|VTF|(?:ATT )?Secretariat|[A-Z][^,.;:()]*?(?:Working Group|Committee|Forum)) {_CHAIRING})"
    )
    return {
        # --- bodies
        "established-by": rf"(?P<what>[^.;,()]+(?: \([A-Z]+\))?),? (?:(?:which|that) )?(?:(?:was|were|had been|has been) )?(?:established|set up|created) by (?:the )?(?P<by>{conference})",
        # --- names: what is left aside in comparing them
        "determiner": r"[Tt]he ",
        "joined": r"(?:,? (?:and|as well as|together with|jointly with) |, |; )(?:the )?",
        "this-meeting": r"(?:(?:[Tt]he|[Tt]his) )?(?:present |this )?(?:annual )?(?:Conference|Meeting)\b(?! of| on)",
        # --- participation
        "attendance": rf"(?:^|(?<=[.;] ))(?P<head>{_WITHIN}*?{_ATTENDED}{_WITHIN}*?):(?=\s|$)",
        "attendance-after": rf"(?:^|(?<=\. ))(?P<list>[^:]+?)(?P<head> (?:all )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.(?:\s|$)|$)",
        "attendance-within": rf"(?:^|(?<=\. ))(?P<head>(?:In addition, )?{count} [^,:.]{{2,80}}), (?P<list>[^:.]+?), (?P<tail>(?:all |both |neither |none )?[^:.,]*?(?:, )?{_ATTENDED}(?:[^:.]|\.(?=\d))*)(?=\.|$)",
        "observing": r"observer",
        "admitting": r"(?:in accordance with|pursuant to|under) (?i:rules?)\b",
        "stated-count": rf"(?!(?:19|20)\d\d ){count}(?= (?:(?!\d)[\w‐-]+,? ){{0,5}}?(?i:States?|signator|observer|organi[sz]ation|civil society|non-governmental|NGO|entit|agenc|institution|delegation|participant))",
        "list-hanging": r",? (?:and|as well as)\s*$",
        "list-included": r",? including (?!(?:its )?(?:the )?[Rr]epresentatives?\b)(?!the following)(?=[^;:]*$)",
        "list-end": r"(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\b[A-Z])(?<!\be\.V)(?<!\bDr)\.(?=\s|$)",
        "list-mark": r"(?P<strong>;(?: and)? ?|\s[•·]\s?)|(?P<and>,? (?:and|as well as|along with) |,? & )|(?P<comma>, )",
        "listed-on": r"\s?[,(]|\s(?:and|participated|took|attended|was|were)\b",
        "coalition": r"(?P<who>(?:[^,;:.()]|\([^()]*\)|(?<=\bSt)\.)+?),? (?:\((?=[^()]*[Rr]epresentatives?)(?:including|with|comprising|together with) (?:its |the )?[Rr]epresentatives? (?:from|of)(?: the following [^:()]{0,60}:| its members?,?)? (?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)"
        r"|(?:and|including|with|together with|along with|comprising|represented by|which included)(?: its| the)? (?:[Rr]epresentatives?|[Mm]embers?|delegates?) (?:from|of)(?: the following [^:,;.]{0,80}:| its members?:?|:)?"
        r"|represented by(?: the following [^:,;.]{0,80}:|:)?(?= [A-Z]))",
        "coalition-end": r"\.\s(?:The )?(?:[Oo]ther|[Ff]urther|[Aa]dditional) (?:[^:.,;]{1,60}:|[^:.,;]{1,40}? (?:were|are|included|comprised)(?= ))",
        "members-end": r"[;,](?= (?!and\b))",
        "state-and": r",?\s(?:and|as well as|along with)\s",
        "open-name": r"\b(?:for|of|on|against|to|between|in)\b[^()]*$",
        "organisation-head": r"(?i:\b(?:associations?|alliance|coalition|organi[sz]ations?|cent(?:re|er)|institut[eo]?|foundations?|fund|forum|group|office|academy|college|school|university|movement|network|trust|initiative|project|program(?:me)?|committee|federation|council|fellowship|society|chamber|union|parliament|branch|secretariat|agency|company|corporation|department|survey|research|arrangement|bureau|bank|action|campaign|mission|observatory|watch|club|platform|community|communities|convention|commission|services?|partnership|consortium|league|international|church(?:es)?|aid|unit|assembly|authority|board|cluster|hub|lab|think tank|friends|citizens|youth|women)\b)(?=$|[.,;:]| (?:of|for|on|against|in|to|with|at|from|without|under|–|-)\b| [A-Z(])",
        "acronym": r"\s?\((?P<acronym>[^()]*[A-Z][^()]*)\)",
        # --- documents
        "entitled": r"(?:(?P<kind>(?:[a-z-]+ ){0,3}?(?i:papers?|reports?|notes?|proposals?|documents?|drafts?|guides?|decisions?)),? (?:[a-z]+ed (?:by|to) [^,.;“\"”]{2,60}? )?(?:entitled|titled|called|on|, )? ?)[“\"](?P<title>[^”\"]+)[”\"]",
        "titled": r"[“\"](?P<title>[A-Z][^”\"]*?\b(?:Guide|Guidance|Guidelines|Templates?|Toolkit|Handbook|Manual|Compendium|Checklist|Declaration|Strategy|Note|Paper|Report|Booklet|Questionnaire|Questions & Answers)\b[^”\"]*)[”\"]",
        "treaty-title": r"^(?:the )?(?:[A-Z][\w’'-]+ ){0,5}(?i:treaty|convention|protocol)$",
        "quoted": r"[“\"](?P<title>[^”\"]+)[”\"]",
        "symbol-lead": r"(?:,? (?:as )?(?:(?:jointly )?(?:submitted|presented|prepared|circulated|tabled|proposed|introduced)|put forward) (?:by|to) [^.;()“”\"]{2,90}?)?[,.]? ?[(\[]?(?:as )?(?:contained|set out|reproduced|circulated|issued|presented|submitted|annexed)?,? ?(?:in|as|to|under)? ?(?:the )?(?:document(?: symbol)?)? ?[(\[]?",
        "chairs-paper": r"(?:^|[–—-] )(?:(?i:draft) )?(?:(?P<who>(?i:co-?\s?chairs?|chair(?:person)?))['’]?s?['’]? (?i:(?:draft |final )?(?:report|letter|paper|summary))|(?i:report|letter|paper|summary) (?i:of|by) (?i:the )?(?P<who_>[Cc]o-?[Cc]hairs?[^,]*?|[Cc]hair[^,]*?)(?= to |$|,))",
        "clear-title": r"^(?i:(?:(?:draft|joint|informal|revised) )?(?:working paper|non-?paper|food-for-thought paper|concept (?:note|paper)|discussion paper|background paper))\s?(?::|[–—-]) ?",
        "submitted-kind": r"^(?P<kind>[^,:;]{3,40}?),? (?:jointly )?(?:submitted|presented|prepared|proposed) by (?:the )?(?P<who>[^:;]+?)(?:: | [–—-] )(?P<title>.+)$",
        "submitted-suffix": r"(?:,| [–—-])? ?\(?(?:jointly )?(?:as )?(?:submitted|presented|prepared|proposed|circulated|issued) by (?:the )?(?P<who>[^,;:()]{2,120}?)(?:,? (?:as|in (?:its|his|her|their) capacity as) [^,]+?)?(?:,? to (?:the )?[^,;]+?)?\)?(?P<rest>)\.?$",
        "prepared-by": r"^[^:;]{3,60}?(?:(?:prepared|drafted|submitted|presented|proposed) )?by (?:the )?(?P<who>[^,:;]+?) (?:on|regarding|concerning|about|to|for|in) ",
        "distributed": rf"(?:(?P<title>(?:(?:draft|provisional|annotated|revised|final|updated) )*(?:agenda|programme of work|report|list of participants|paper|letter|note|document|proposal|budget estimates|guide)\b[^,.;()]{{0,40}}?) (?:was|were|had been|has been|have been) )?(?i:circulated|distributed|issued|sent|transmitted)\b[^.;()]{{0,60}}? on {day}[^.;()]{{0,80}}?,? ?\((?:(?:contained|set out|reproduced) in (?:document )?)?\[?$",
        "letter-annex": r"(?P<what>[Aa]nnex (?P<letter>[A-Z]))(?:,)? (?:to|of|in) (?:the )?(?:document )?\[?$",
        "annex-letter": r"\]?(?:[;,]| [–—-])?\s(?P<what>[Aa]nnex (?P<letter>[A-Z]))\b",
        "dash": r"\s[–—-]\s",
        "handed-out": rf"^,? ?(?:\(?(?:that|which) )?(?P<who>he|she|they)? ?(?:had |has |was |were )?(?:circulated|distributed|sent|shared|issued|handed out)\b[^.;]{{0,60}}? on {day}",
        "handed-out-own": r"\b(?P<who>his|her|their)\b[^.;]{0,60}$",
        "named-document": rf"(?P<title>{nth}(?: (?:[A-Z][\w-]*|of|the)){{0,6}} [Ee]valuation [Rr]eport)"
        r"|(?P<title_>(?:[A-Z][\w-]+ ){1,3}(?:Guide|Guidance|Guidelines|Toolkit|Handbook|Compendium)(?:(?: (?:to|for|on|of|and|the|a|an|in|&|under))* (?:[A-Z][\w-]*|\d+))*)",
        # --- persons
        "person": rf"(?<![\w.])(?P<honorific>(?:{_TITLED} (?:\(Rtd?\.?\) )?)+(?:{_RANK} )?|{_RANK} (?=(?:{_GIVEN} )+(?:{PARTICLE} )*{CAPITAL}{{2}}))(?!{_NO_NAME}|{CAPITAL}{{2}})(?P<name>{_GIVEN}(?: (?:{PARTICLE} )*(?:{_GIVEN})(?!\w))+)",
        "surname": rf"(?<![\w.])(?P<honorific>(?:{_TITLED} )+(?:{_RANK} )?|{_RANK} (?={CAPITAL}{{3}}))(?!{_NO_NAME})(?P<name>(?:{_SURNAME}|(?:{PARTICLE} )?{CAPITAL}{LETTER}+(?:['’-]{LETTER}+)*)(?: (?:{_SURNAME}))*)(?!\w)",
        "post-after": rf"(?: \([^()]*\))?, (?:the )?(?P<post>(?=[^,;:.]{{0,120}}?\b(?i:{_TITLE_WORD})\b)(?!(?i:on|in|for|as|and|who|which|with|from|to|by)\b)(?:[^;:.]|\.(?=\S))+)",
        "post-stop": r"(?:,? also\b|,? (?=to (?:serve|act|be)\b)|,? (?=(?:served?|serves|acted|acting as|took|welcomed|thanked|noted)\b)|,? (?:and |as well as )?(?:the )?(?=(?:H\.E|His Excellency|Her Excellency|Mr|Ms|Mrs|Dr|Ambassador|Professor)\b)|,? and (?:the )?$|,? as well as (?:the )?$|,? (?:and )?(?:speaking |acting )?on behalf of|, (?=(?:delivered|made|gave|addressed|declared|opened|welcomed|was|were|has|had|who|in (?:his|her|their)|via|by video|as|for|and)\b)"
        r"| (?=(?:delivered|made|gave|addressed|declared|opened|was|were|has|had|spoke|presented|introduced|moderated|participated|reported|informed|will|shall) ?)|,? as (?:the )?(?:President|Chair|Co-|Vice|Secretary|Member|Facilitator)|[,;:]?\s*$)",
        "post-before": rf"(?:^|(?<=\W))(?P<post>(?:{office}|{_TITLE_PHRASE}(?: \([^()]*\)|(?! (?:and )?(?:took|takes|was|were|is|are|had|has|have|thanked|welcomed|noted|elected|appointed|confirmed|expressed|who|which|that|by)\b)[^,;:().]|\.(?=\S)){{0,140}}?)),? $",
        "post-follows": r",? (?:the )?",
        "post-end": rf"\b(?i:{_TITLE_WORD})\b",
        "post-owner": r"(?:^|(?:\b(?:of|from|for|at|with|to the Government of)|,) (?:the )?(?:Government of (?:the )?)?|[Ff]ormer )$",
        "joined-only": r",? ?(?:and|as well as)? ?(?:the )?",
        "on-behalf": r",? (?:speaking |acting )?on behalf of (?:the )?",
        "nationality-lead": r" \(|,? (?:of|from) (?:the )?|, ",
        "nationality-tail": r"\)|(?=[,.;:)]|$| [a-z(])",
        "presiding": r"(?i:under the (?:presidency|chairmanship|chairpersonship|chairing) of|presided over by|chaired by)(?: (?:the )?(?:President|Chair),?)? (?:the )?$",
        "serving-states": r"(?:^|(?<=[.;] ))(?P<list>[^.;:]+?),? (?:(?:who |which )?(?:was|were|had been)? ?elected [^,.;]{3,80}, )?(?:served|acted) as (?:the )?(?:[\w-]+ )?(?:\(\d+\) )?(?P<role>[Vv]ice-?\s?[Pp]residents?)"
        r"|\b(?:served|acted) as (?:the )?[Pp]resident\b[^.;:]*?,? (?:and|with) (?P<list__>[^.;:]+?),? (?:serv(?:ed|ing) )?as (?:the |its )?(?:[\w-]+ )?(?:\(\d+\) )?(?P<role__>[Vv]ice-?\s?[Pp]residents?)"
        r"|(?:^|(?<=[.;] ))(?:The )?(?P<role_>[Vv]ice-?\s?[Pp]residents?)(?: of (?:the )?Conference)? (?:was|were),? (?:the )?(?:representatives? of )?(?P<list_>[^.;:]+)",
        "own-office": r"(?:(?:[Tt]he|its|their) )?(?P<role>President|Chair(?:person|man|woman)?)",
        "office-of": rf"(?P<office>{office})",
        "acting-as": rf"^[^.;:]*?\b(?:(?:as|in (?:his|her|their) capacity as|in (?:his|her|their) role as) (?:the )?(?P<office>{office})|(?P<office_>presided over (?:the )?(?:{conference}|(?:present |this )?(?:Conference|Meeting|Session)\b)))",
        "office-here": r"(?:of|for|over) (?:the )?(?:present |this )?(?:Conference|Meeting|Session)$",
        "presents": r" (?:also )?(?:presented|introduced|gave (?:a|an) (?:\w+ )?presentation|outlined|tabled)",
        "office-spoke": r"(?:(?:First(?:ly)?|Next|Then|Thereafter|Subsequently|In addition|At the meeting|Afterwards|Following this),? )?(?:[Tt]he )?"
        r"(?P<who>(?:(?:[A-Z][\w-]*|of|the|for|on|and) ){0,9}?(?:Secretariat|President|Co-?[Cc]hairs?|Chair(?:person|man|woman)?)(?: of (?:the )?(?:[A-Z][\w-]*)(?: (?:[A-Z][\w-]*|of|on|and|for|the)){0,7}?)?)"
        r"(?: (?:also|then|first|briefly|further|next|subsequently|thereafter))* (?:(?:presented|introduced|outlined|explained|described|tabled)\b|(?:gave|provided|made) (?:an?|the) (?:\w+ ){0,3}?(?:overview|update|presentation|introduction|briefing|report|account|statement)|briefed\b|reported (?:on|that)\b"
        r"|(?:opened|began|started)(?: the \w+)? (?:with an? (?:\w+ )?(?:presentation|overview|update|briefing)|by (?:presenting|introducing|outlining|briefing))"
        r"|(?:took|used|availed (?:him|her|it)self of) (?:the|this) (?:opportunity|occasion) to (?:explain|present|introduce|outline|set out|describe|brief))",
        "office": r"(?i:co-?\s?chairs?|vice-presidents?|presidents?|chair(?:s|man|woman|person)?)$",
        "government": r"",
        "government-of": r"^(?i:the )?(?i:government|representatives?|delegation|permanent mission|mission) of (?i:the )?",
        "spoken-for": r"(?:the )?(?:representatives?|delegations?) (?:of|from) (?P<who>[^.;]{2,120}?) (?=shared|presented|gave|introduced|made|delivered|described|related|outlined)",
        "presented-by": r"(?:presented|introduced|tabled|outlined) by (?:the )?(?:representatives? of (?:the )?|delegation of (?:the )?)?$",
        # --- elections and appointments
        "electing": r"(?i:elect(?:ed|s)?|appoint(?:ed|s)?|nominated|designated|confirm(?:ed|s)?|selected)\b",
        "elected-states": rf"(?i:elect(?:ed|s)?)(?:,? by acclamation,?|,? by consensus,?)*(?: (?:the )?representatives? of)?(?: the following [^:,]*:)? (?!,? ?by |as |to )(?P<list>[^.;:]+?),?(?: by acclamation,?)? (?:as|to serve as|to be|to the offices? of|for the posts? of) (?:the |its )?(?:{count} )?(?P<role>Vice-?\s?Presidents?)(?:,? (?:of|for) (?:the )?(?P<office>{conference}|Conference))?",
        "elected-states-passive": rf"(?:^|(?<=[.,;] ))(?P<list>[A-Z][^.;:]+?),? (?:was|were)(?: also)? elected(?: by acclamation)?,?(?: as| to serve as)? (?:the )?(?:{count} )?(?P<role>Vice-?\s?Presidents?)(?: (?:of|for) (?:the )?(?P<office>{conference}|Conference))?",
        "elected-states-headed": rf"(?i:elect(?:ed|s)?)(?:,? by (?:acclamation|consensus),?)*,? (?:as )?(?:the |its )?(?:following )?(?:new )?(?:{count} )?(?P<role>Vice-?\s?Presidents?)(?:,? (?:of|for) (?:the )?(?P<office>{conference}|Conference))?(?:[^.:;]{{0,80}}:|,? namely,?|,? (?=(?:the )?[A-ZÀ-Þ])) ?(?P<list>[^.;:]+)",
        "following": r"\bfollowing\b",
        "list-after": r"[^:.;]{0,80}:\s?(?P<list>[^.;:]+)",
        "elected-person": rf"[^.;:]*?,? (?:(?<!capacity )(?<!role )as|to serve as|to the (?:office|post|position) of|to be|(?:was|were) (?:also |then |further |subsequently )?(?:re-?)?(?:elected|appointed)(?: by (?:acclamation|consensus)| unanimously)?) (?:the |its )?(?P<office>{office}|(?:Secretary|Head) of (?:the )?(?:ATT )?Secretariat)",
        "confirmed": r"(?:[^.;:]*?,? in (?:his|her|its|their) (?:capacity|role) as (?:the )?(?P<head>Head|Director|Executive Secretary|Chief) of (?:the )?(?P<body>[^,.;]+?))?(?:, [^.;:]*?)??,?(?: (?:was|is|had been|has been))?(?: also)?(?: confirmed)?(?:,? by (?:(?:the )?(?:{CONFERENCE}|(?:present )?Conference)|acclamation|consensus),?)*(?:, (?:pursuant to|in accordance with|under) [^.;:,]*,)?,? as (?:the |its )?(?P<role>Secretary)(?: of (?:the )?(?:{CONFERENCE}|(?:present )?Conference)|[,.]|$|(?= (?:pursuant|in accordance|under|by)\b))".replace(
            "{CONFERENCE}", conference
        ),
        "appointed-members": r"(?:as|to be|to serve as) (?:the )?(?:new |(?:five|5|four|\w+) (?:\(\d+\) )?)?(?P<office>[Mm]embers? (?:of|on) (?:the )?[^,.;:]*?[Cc]ommittee)"
        r"|(?:[Aa]ppoint|[Ee]lect)(?:ed|s)?\b[^.;:]*? to (?:the |membership of (?:the )?|serve on (?:the )?)(?P<office_>[^,.;:]*?[Cc]ommittee)"
        r"|(?:[Aa]ppoint|[Ee]lect)(?:ed|s)?,?(?: by acclamation,?)?(?: also)? (?:as )?(?:the |its )?(?:following |new )*(?:\w+ (?:\(\d+\) )?)?(?P<office__>[Mm]embers? (?:of|on) (?:the )?[^,.;:]*?[Cc]ommittee)",
        "members-after": r":\s?(?P<list>[^.;:]+)",
        "members-list": r"(?:namely|i\.e\.|that is|comprising|consisting of),? (?P<list>[^.;:]+)",
        "members-passive": r"(?P<list>[^.;:]+?),? (?:was|were) (?:also )?(?:appointed|elected|designated)(?: by (?:acclamation|consensus))?,? (?:as|to be|to serve as|to) (?:the )?(?:new )?(?:\w+ )?(?:[Mm]embers?|Management)",
        "members-replaced": r",? (?:replacing|in (?:the )?place of|to replace|succeeding) (?P<list>[^.;:]+)",
        "members-before": r"(?i:appoint(?:ed|s)?|elect(?:ed|s)?)(?:,? by acclamation,?)?(?: (?:the )?representatives? of)? (?P<list>[^.;:]+?)(?:, as designated[^,]*?| \([^()]*\))?,? (?:(?:as|to be|to serve as) (?:the )?(?:new )?(?:\w+ )?[Mm]embers?|to (?:the |membership of |serve on )[^,.;:]*?[Cc]ommittee)",
        "replacement": rf"(?P<new>[A-Z][^,.;]*?)(?: (?:has |had )?(?:replaced|succeeded)|,? (?:in (?:replacement|place|lieu) of|replacing|succeeding)) (?P<old>[^,.;]+?),? (?:(?:and )?was |and |having been |when it was )?appointed[^.;]*?(?:(?:as )?(?:an? )?members? (?:of|on) (?:the )?(?P<office>[^.;,]*?Committee)[^.;]*?(?:by|at) (?:the )?(?P<conference>{conference})|(?:by|at) (?:the )?(?P<conference_>{conference})[^.;]*?(?:as )?(?:an? )?members? (?:of|on) (?:the )?(?P<office_>[^.;,]*?Committee))",
        "replacement-passive": rf"(?P<old>[A-Z][^,.;]*?) (?:was|had been|has been) (?:replaced|succeeded) by (?P<new>[^,.;]+?),? (?:which|who)?[^.;]*?appointed[^.;]*?(?:(?:of|on|to) (?:the )?(?P<office>[^.;,]*?Committee)[^.;]*?(?:by|at) (?:the )?(?P<conference>{conference})|(?:by|at) (?:the )?(?P<conference_>{conference})[^.;]*?(?:of|on|to) (?:the )?(?P<office_>[^.;,]*?Committee))",
        "reappointment": rf"(?:[Aa]t (?:the )?(?P<conference>{conference}),? (?P<who>[^,.;]+?) was (?:subsequently |then |again |later )?(?:re-?)?appointed|(?P<who_>[A-Z][^,.;]*?) was (?:subsequently |then |again |later )?(?:re-?)?appointed (?:at|by) (?:the )?(?P<conference_>{conference}))[^.;]*?(?:until|to serve until|up to|through|expiring at|ending at|lasting until|to) (?:the )?(?:end of )?(?:the )?(?P<end>{conference})",
    }


TABLES: dict[str, tuple[tuple[str, str], ...]] = {
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
        (
            "observer-organisation",
            r"(?i:^(?:(?!civil society|non-?governmental).)*(?:international|intergovernmental|regional)(?:,? (?:and|or) [a-z]+)? organi[sz]ations)",
        ),
        ("civil-society", r"(?i:civil society|non-?\s?governmental|NGOs?\b|industry|academi)"),
        (
            "observer-state",
            r"(?i:neither (?:an? )?(?:states? )?(?:parties|party|signator)|non-signator|not (?:yet )?(?:a )?(?:part(?:y|ies)|signator|signed))",
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
    # --- documents: which word of a title says its kind
    "title-head": (("first", r""),),
    # --- persons: role, intervention
    "role": (
        ("co-chair", r"(?i:co-?\s?chair)"),
        ("vice-president", r"(?i:vice-?\s?(?:president|chair))"),
        ("secretary", r"Secretary(?!-General|iat| of State| for )"),
        ("member", r"(?i:member)"),
        ("president", r"(?i:president|presided)"),
        ("chair", r"(?i:chair)"),
        ("head", r"(?i:\bhead\b|director|executive secretary|chief)"),
    ),
    "intervention": (
        (
            "recorded-message",
            r"(?i:\b(?:video|(?:pre-?)?recorded)[- ](?:message|address|statement|speech|remarks)|(?:message|address|statement|speech|remarks)(?: was)?(?: delivered)? (?:by|via|through|on) video)",
        ),
        ("panel", r"(?i:\bpanel?l?ists?\b|\bpanel\b|speakers (?:were|included|comprised))"),
        (
            "presentation",
            r"(?i:\b(?:gave|gives?|made|delivered|giving) (?:an? |the |their )?(?:[\w-]+ ){0,2}presentations?\b|presentations? (?:was|were|by|from)|representatives? (?:of|from) [^.;]*? (?:shared|related|described)|(?<!is )(?<!was )(?<!are )(?<!were )(?<!be )(?<!been )\b(?:presented|introduced)\b(?! to\b| by\b| in\b)|(?:presented|introduced|tabled) by (?!the co-?chair))",
        ),
        (
            "opening",
            r"(?i:(?:declared|declaring)[^.;]{0,40} open\b|opened the (?:conference|meeting|session)|opening (?:remarks|statement|address|speech))",
        ),
        (
            "statement",
            r"(?i:\b(?:(?:conference|meeting|session|plenary|assembly|ceremony|segment|participants|delegates|delegations|CSP ?\d+) (?:was|were)(?: (?:also|then|further|next|subsequently))*,? addressed\b[^.;:]{0,40}? by\b|heard (?:[\w-]+ ){0,4}?(?:statements?|remarks|speech(?:es)?|addresses|messages?)\b|addressed (?:the|this|participants|delegates|delegations)(?: [\w-]+)? ?(?:conference|meeting|session|plenary|assembly|participants|delegates|delegations|opening|cp\b|csp)|keynote|took the floor|spoke|(?:made|delivered|gave) (?:an? |the |their )?(?:[\w-]+ ){0,3}?(?:statements?|remarks|speech(?:es)?|address(?:es)?|interventions?|messages?)|(?:statements?|remarks|speech(?:es)?|address(?:es)?|messages?) (?:was|were|by|from)|(?:was|were) read (?:out )?by))",
        ),
    ),
}
