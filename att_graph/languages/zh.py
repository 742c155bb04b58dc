"""Chinese: how treaty-conference reports in Chinese are laid out and worded.

All expressions run on the reading view, where full-width punctuation is half width and no white
space stands beside a Chinese character.
"""

import re

from att_graph.languages import CJK, Language

_NUM = r"(?:[〇零一二两三四五六七八九十百千]{1,12}|\d{1,9})"
_COUNT = rf"(?P<count>{_NUM})(?:\((?P<figure>\d{{1,9}})\))?"
_DAY = r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
_TO = r"(?:至|到|-|–|—|~)"
_RANGE = _DAY + rf"(?:{_TO}(?:(?P<y2>\d{{4}})年)?(?:(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})日)?"
_SPAN = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:(?:至|到|-|–|—|~)(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?"
_CONFERENCE = rf"(?:第{_NUM}|(?<!第){_NUM})届缔约国会议"
_PREPARATORY = r"非正式筹备会议"
_EXPRESSES = (
    r"(?:深表|致以?|(?=致谢)|(?:高度|深切|热烈|衷心|诚挚)?(?:表示|表达)了?)"
    r"(?:(?:最|深切|衷心|诚挚|深深|由衷|高度|热烈|真诚)+的?)?"
)
_ATTENDED = rf"(?:参加|出席|列席)了?(?:(?:本届|本次|此次|这次)?会议|{_CONFERENCE})(?:的)?(?:工作)?|派代表(?:与会|列席)"
_AND = r"(?:、|和|以及|及|与)"
_ARTICLE = r"\d{1,3}(?:\.\d{1,3})*(?:\([a-z0-9]+(?:-[a-z0-9]+)?\))*"
_LETTERS = r"A-Za-zÀ-ɏḀ-ỿ"
_CAPITAL = r"[A-ZÀ-ÞĀČĎĐĞĽŁŃŇÓŘŚŞŠȘŤŽŻ]"
_GIVEN = rf"{_CAPITAL}(?:\.|[{_LETTERS}'’\-]*[a-zß-ÿ][{_LETTERS}'’\-]*)"
_LATIN = rf"{_CAPITAL}[{_LETTERS}'’.\-]*"
_HONORIFIC = (
    r"(?:(?:先生|女士|夫人|小姐|大使|公使|参赞|总领事|博士|教授|将军|[上中少准]将|[大上中少]校|上尉|爵士|法官|律师"
    r"|议员|主教|神父|牧师|部长)(?:阁下)?|阁下|殿下)"
)
_CIVIL = r"(?:(?:先生|女士|大使|博士|教授)(?:阁下)?|阁下)"
_POST = (
    r"(?:代表|主席|主任|[厅司局处所院校部会股科]长|秘书长|理事长|总裁|总统|总理|大使|公使|参赞|干事|顾问|秘书|总监|主管"
    r"|官员|专员|委员|协调员|协调人|调解人|报告员|研究员|教授|讲师|议员|专家|创始人|经理)"
)


def number(printed: str) -> int:
    """A numeral as printed ("九十四", "94") in, its value out. Raises ValueError for anything else."""
    if re.fullmatch(r"\d+", printed):
        return int(printed)
    import cn2an  # start-up: only needed where a numeral is spelled out

    return int(cn2an.cn2an(printed, "smart"))


PATTERNS = {
    # --- what tells the language
    "script": CJK,
    # --- layout
    "sentence-end": r"[。!?]",
    "stop": r"[。;]",
    "clause-end": r"[,。;]",
    "new-sentence": r"(?![,;:。!?、)\]》”的和及并以等])(?=.)",
    "quoting": r"(?:规定|载明|写明|条文如下)[,:]?$",
    "closed": r"(?:[。!?;:…][”’\")》\]]*|;(?:和|以及|及|或))$",
    "annex": r"^附件(?:[一二三四五六七八九十\dA-Z]+)?(?:[:\s]|$|文件清单|文件一览表)",
    "annex-heading": r"(?:文件|报告|清单|名单)$",
    "annex-heading-sure": r"(?:文件|清单|名单)$",
    "annex-finished": r"(?:提交|编写|印发|文件|报告|说明|草案|修正案|提案|议程|方案|预算|概算|名单|清单|更正|增编)$",
    "annex-going-on": r"[的地和及与、,;)》”—-]|以及",
    "annex-list": r"文件(?:清单|一览表|目录)",
    "contents": rf"由(?:如下|以下|下列)?(?P<parts>{_NUM})个部分(?:及|和|以及)?(?:(?P<annexes>{_NUM})个附件)?构成",
    # --- masthead
    "submitted-by": r"^(?:提交人|提交方|提交者):(?P<who>.+)$",
    "issued-by": r"^(?P<who>.+?)(?:发布|印发)$",
    "original": r"^(?:原文|原件)(?:语文)?:(?P<what>.+)$",
    "title-by": r"^(?P<who>[^,]{2,40}?主席)(?:向[^,]+?)?提交",
    "title": r"报告|议程|名单",
    # --- numbers, dates
    "day-mark": r"日",
    "date": _DAY,
    "range": _RANGE,
    "range-in-list": rf"(?:(?P<y>\d{{4}})年)?(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日"
    rf"(?:{_TO}(?:(?P<y2>\d{{4}})年)?(?:(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})日)?",
    "broken-date": r"\d{4}年\d{1,2}日(?:星期[一二三四五六日天])?|\d{4}年\d{1,2}月(?!\d)(?:日)",
    "weekday": rf"{_DAY}星期(?P<weekday>[一二三四五六日天])",
    # --- conferences and meetings
    "conference": _CONFERENCE,
    "conferences": rf"第{_NUM}届(?:(?:{_AND}|至)第?{_NUM}届)*缔约国会议",
    "ordinal": rf"第?(?P<n>{_NUM})届",
    "ordinal-range": rf"第?(?P<a>{_NUM})届至第?(?P<b>{_NUM})届",
    "respectively": r"(?P<what>[^,。;]{0,120}?)(?:将)?分别于(?P<when>(?=(?:\d{4}年)?\d{1,2}月).+?举行)",
    "held-on": rf"(?P<what>{_CONFERENCE}|(?:(?<=^)|(?<=[,。]))(?:(?:本届)?会议|{_PREPARATORY})|[^,。;]{{0,120}}?工作组(?:会议)?)(?:将)?于{_RANGE}"
    r"(?:在(?:其所在地)?(?P<place>[^,。;]+?))?(?:以(?P<mode>[^,。;]+?)(?:方式|形式))?"
    r"(?P<how>面对面|线下|线上|现场|亲身到场)?(?:举行|召开)(?P<tail>了?[^,。;]*)",
    "held-on-before": rf"{_RANGE}(?:在(?P<place>[^,。;]+?))?(?:举行|召开)的(?:《[^》]+》)?"
    rf"(?P<what>(?:{_CONFERENCE})?(?:{_PREPARATORY})?(?!的))",
    "convened": rf"于{_RANGE}在(?:其所在地)?(?P<place>[^,。;]+?)(?:召开|举行)了?(?:一次)?(?P<what>{_PREPARATORY})",
    "convened-elided": rf"(?P<what>[^,。;]{{0,120}}?工作组)于{_RANGE}(?:召开|举行)了?会议",
    "convened-several": rf"(?P<what>[^,。;]{{0,120}}?工作组(?:会议)?)(?:将)?于(?P<when>{_SPAN}(?:{_AND}{_SPAN})+)"
    r"(?:在(?:其所在地)?(?P<place>[^,。;]+?))?(?:召开|举行)",
    "dated-first": rf"{_RANGE},(?P<what>[^,。;]{{0,120}}?工作组|(?:{_CONFERENCE})?{_PREPARATORY})"
    r"(?:在(?:其所在地)?(?P<place>[^,。;]+?))?(?:以(?P<mode>[^,。;]+?)(?:方式|形式))?(?:举行|召开)了?",
    "dated-session": rf"{_RANGE}(?P<what>(?:{_CONFERENCE})?{_PREPARATORY}|[^,。;]{{2,20}}?工作组会议)",
    "session-dated": rf"(?P<what>[^,。;\d]{{2,20}}?工作组){_RANGE}会议",
    "session-set": rf"(?P<what>{_CONFERENCE})的?(?:会期|日期|举行日期|召开日期)定(?:为|于|在){_RANGE}"
    r"(?:,地点(?:定为|定在|为)(?P<place>[^,。;]+))?",
    "next-session": rf"决定于{_RANGE}在(?P<place>[^,。;]+?)举行(?P<what>[^。;]*?{_CONFERENCE})",
    "nth-session": rf"(?P<body>[^,。;、]{{2,30}}?)(?:\([A-Z]+\))?(?:的)?第(?P<n>{_NUM})次会议",
    "held-at": r"^(?:本届)?会议在(?P<place>[^,。;]+?)举行",
    "preparatory": _PREPARATORY,
    "extraordinary": r"缔约国(?:特别会议|特别届会)",
    "group-sessions": r"工作组会议|工作组$",
    "this-meeting": r"(?:本届|这次|本次)?会议",
    "label-lead": r"^(?:举行|召开|决定|即|在|于|下一届正式年度会议,即)+|^(?:这|该|其)?三个",
    "venue": r"[\u4e00-\u9fff]{2,}?(?:中心|大厦|大厅|总部|万国宫|会议厅)(?:\([A-Za-z ]+\))?",
    "event-tail": r"(?:在(?P<place>[^,、。;]+?)(?=举行|以[^及]|[,、。;]|以及|$))?"
    r"(?:以(?P<mode>[^,、。;及]+?)(?:方式|形式))?",
    "joined": r"和|及|、|以及",
    "joined-only": r"(?:和|及|、|以及|与)?",
    "entry-into-force": rf"(?:本条约|《条约》|《[^》]*条约》|条约|公约)于{_DAY}(?:正式)?生效",
    # --- bodies
    "established-by": rf"(?P<by>{_CONFERENCE})(?:所)?设立的(?P<what>[^,。;]+)",
    "established-passive": rf"(?P<what>[^,。;]+?)由(?:《[^》]*》)?(?P<by>{_CONFERENCE})设立",
    # --- participation
    "attendance": rf"(?:^|(?<=。))(?P<head>[^:。]*?(?:{_ATTENDED})[^:。]*):",
    "attendance-after": r"(?:^|(?<=。))(?P<list>[^:。]+?)(?P<head>(?:等?(?:这|该)?"
    rf"{_COUNT}个[^,。:;、]{{2,12}})?(?:根据|依照|按照|依据|以(?!及)|作为)[^:。;、]*?(?:{_ATTENDED}))(?=[,。]|$)",
    "delegate": r"[^,、]{2,30}(?:先生|女士|阁下|大使)(?:[,、]|$)",
    "observing": r"观察员",
    "list-end": r"。",
    "listed-on": r"[、,和以及与(依根按]",
    "stated-count": rf"{_COUNT}个",
    "coalition": r"(?P<who>[^、。:]+?),?(?:以及|和|及|包括)来自(?:以下|下列)[^:、。]*?(?:组织|成员)的代表:",
    "coalition-end": r"。(?:其他|其它)[^:、。]{1,8}包括:",
    "state-and": r"以及|和|及|与",
    "list-and": r"以及|(?<![普涉波埃])及(?!其|时)|和(?!平|解|谐|睦|约|声)|(?<!参)与(?!会)",
    "inner-and": r"^[\u4e00-\u9fff]{1,4}(?:和|与|及|以及)[\u4e00-\u9fff]",
    "organisation-head": r"(?:协会|联盟|同盟|组织|中心|研究所|研究院|基金会|基金|论坛|小组|办事处|学院|大学|运动|网络|网|信托"
    r"|倡议|项目|方案|委员会|联合会|理事会|联谊会|学会|商会|公会|工会|议会|分部|分会|总会|国际|机构|公司|集团|事务厅|专员|秘书处"
    r"|调查|文献|安排|署|局|处|厅|院|银行|行动|呼吁|代表团|观察[站所台]|俱乐部|计划|平台|之友|之家|教会|促进会|救济会|社)$",
    "acronym": r"\((?P<acronym>[A-Za-zÀ-ÿ][^()\u4e00-\u9fff]*)\)",
    # --- documents
    "entitled": r"(?:题为)?[“\"](?P<title>[^”\"]+)[”\"]的(?P<kind>[^,。;()《》“”]{0,20}?(?:文件|报告|提案|说明))",
    "titled": r"《(?P<title>[^》]+)》",
    "treaty-title": r"(?:条约|公约|议定书)$",
    "clear-title": r"^(?:工作文件|非正式文件):",
    "submitted-prefix": r"^(?P<who>.{2,60}?)提交的(?P<title>.+)$",
    "submitted-suffix": r"(?:[,]|—+)?(?:由)?(?P<who>[^,。;—]{2,30}?)(?:作为[^,。;]+?)?(?:向[^,。;]+?)?提交(?P<rest>(?:的报告)?)$",
    "prepared-by": r"^(?P<who>.{2,12}?)就.+?(?:编写|起草|拟订)的",
    "handed-out": rf"(?P<who>他|她|其)?于{_DAY}[^。;]{{0,40}}分发的(?:题为)?$",
    "distributed": rf"(?:(?P<title>[^,。;()和以及]{{2,24}}(?:草案|议程|文件|报告|名单|说明|方案))于)?{_DAY}[^。;()]{{0,12}}分发(?:了?(?:一份)?[^。;()]{{0,16}})?,?\((?:载于第)?\[?$",
    "annex-letter": r"\]?[;,](?P<what>附件(?P<letter>[A-Z]))",
    "dash": r"—",
    "named-document": r"(?:注意到|[欢迎议过准可]了?|[,、。])(?P<title>(?:(?!注意到)[^,。;()欢迎]){2,24}?第[一二三四五六七八九十]+次评估报告)",
    # --- persons
    "person": rf"(?P<name>{_GIVEN}(?: (?:{_LATIN}|de|da|del|dos|van|von|der|el|al|bin))+)(?P<honorific>{_HONORIFIC})",
    "surname": rf"(?<![A-Za-z] )(?P<name>{_CAPITAL}[A-ZÀ-Þ'’\-]+(?: {_CAPITAL}[A-ZÀ-Þ'’\-]+)*)(?P<honorific>{_HONORIFIC})",
    "native-person": rf"{_POST}(?P<name>[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+)(?P<honorific>{_CIVIL})",
    "post-start": r"[,。;:]|、(?!(?:[\u4e00-\u9fff]{1,6}、)*[\u4e00-\u9fff]{1,6}(?:和|与)[\u4e00-\u9fff]{1,8}?(?:部|局|署|厅|司|委员会))|以及|包括|特别是|(?:主讲人|发言者|发言人|主持人|嘉宾|成员)(?:为|是|有)|感谢|选举|任命|确认|欢迎|赞赏|赞扬|祝贺|(?<=女士)和|(?<=先生)和|(?<=大使)和|\)和|^由|报告由",
    "post-end": rf"{_POST}$",
    "on-behalf": r"^(?:在[\u4e00-\u9fff]{2,8}?)?代表(?=.*?(?:代表|长|主席))",
    "nationality-lead": r"\(",
    "nationality-tail": r"籍?\)",
    "state-post": r"(?:常驻|驻|政府|联邦|[\u4e00-\u9fff、]{1,12}[部局署厅](?:副|助理)?(?:[部司局处厅]长|主任|秘书|专员|官员|代表|顾问)|外交|国防|内政|司法|部长|副部长|总统|总理|大使|代表|国务|常务|外长|部|$)",
    "office-of": rf"(?P<office>(?:{_CONFERENCE}|[^,。;、]*?工作组|[^,。;、]*?委员会|[^,。;、]*?论坛|[^,。;、]*?基金)(?:的)?(?P<role>联合主席|共同主席|副主席|主席))",
    "acting-as": rf"^(?:作为|为|担任|出任|当选为?)(?P<office>(?:{_CONFERENCE}|[^,。;、]*?工作组|[^,。;、]*?委员会)(?:的)?(?:{_NUM}(?:\(\d+\))?[位名])?(?P<role>联合主席|共同主席|副主席|主席|成员))",
    "presents": r"(?:在[^,。;]{0,12}?)?(?:介绍了?|陈述了?|提出了?)",
    "office-spoke": r"(?:(?:首先|接着|接下来|随后|然后|此外|会上),?)?(?P<who>[^,。;、]{0,20}?(?:秘书处|主席))(?:首先|还|也|随后|接着|简要|借此机会|向[^,。;]{1,10}?)*"
    r"(?:(?:介绍|概述|陈述|报告|解释|说明)了|作了?(?:专题)?(?:介绍|发言|报告|简报))",
    "office": r"(?:联合主席|共同主席|副主席|主席)$",
    "government": r"政府",
    # --- elections and appointments
    "elected-states": rf"(?P<list>[^。;]+?)(?:的代表)?(?:为|担任|出任|任)(?P<office>{_CONFERENCE}|(?:本届)?会议)?的?(?:{_COUNT}[位名])?(?P<role>副主席)",
    "following": r"^(?:下列|以下|如下)|(?:下列|以下)[^,、。]*$",
    "list-after": r"[^:。;]{0,20}:(?P<list>[^。;:]+)",
    "elected-person": rf"(?:\([^()]*\))?(?:分别)?(?:为|担任|出任|任)(?P<office>{_CONFERENCE}|(?:本届)?会议"
    r"|[^,。;、为]{0,24}?(?:秘书处|工作组|委员会|论坛|基金))的?(?:[两二三四\d][位名])?(?P<role>联合主席|共同主席|副主席|主席|负责人|成员|主任)",
    "electing": r"选举|选出|推选|任命|委任|指定|确认",
    "confirmed": r"以(?P<body>[^,。;]+?)(?P<head>负责人|主任|秘书长|首长)的身份担任(?P<role>会议秘书)",
    "appointed-members": r"(?:代表)?为(?P<office>[^,。;]+?委员会)(?P<role>成员)",
    "members-list": r"(?:包括|如下|即|以下缔约国)[:]?(?P<list>(?:(?!包括|如下|即)[^。;])+)(?:。|$)",
    "members-after": r":(?P<list>[^。;:]+)",
    "members-before": r"(?P<list>[^,。;]+?)(?:的?代表)?为[^,。;]+?委员会(?:的)?成员",
    "replacement": rf"(?P<new>[\u4e00-\u9fff]+?)接替(?P<old>[\u4e00-\u9fff]+?),被(?P<conference>{_CONFERENCE})任命为(?P<office>[^,。;]+?委员会)成员,任期(?P<term>{_NUM})年",
    "reappointment": rf"在(?P<conference>{_CONFERENCE})上,(?P<who>[\u4e00-\u9fff]+?)(?:随后)?被任命[^,。;]*?(?P<term>{_NUM})年任期,任期直?至(?P<end>{_CONFERENCE})",
    # --- provisions
    "provision": rf"第(?P<numbers>{_ARTICLE}(?:(?:、|和|及|与|至|条和第|条及第|条与第)第?{_ARTICLE})*"
    rf"|(?<=[》约则围的]第)[一二三四五六七八九十]+)条(?P<clauses>第{_NUM}款(?:(?:、|和|及|与)第?{_NUM}款)*)?",
    "provision-number": rf"{_ARTICLE}|[一二三四五六七八九十]+",
    "provision-clause": _NUM,
    "same-rule": r"同一条?(?:规则|条款|条)",
    "relied-on": r"(?:根据|按照|依照|依据|遵照)(?:[^,。;]*)$",
    "clause-over": r"[)。;:]|$",
    "points-back": r"该(?:方案|基金|论坛|计划|机制)",
    "relied-within": r"(?:^|[,;:(]|并|且|请|是)(?:根据|按照|依照|依据|遵照)[^,。;:()]*$",
    "relied-for-another": r"[^,。;:()]{0,6}?(?:设立|成立|建立|设置|规定的(?!,))",
    "terms-of-reference": r"职权范围$",
    "bare-treaty": r"(?:本条约|《条约》|条约|公约|《公约》)$",
    # --- operative acts
    "subject": rf"^(?:{_CONFERENCE}|本届会议|缔约国会议|会议|缔约国大会|大会)(?!上|期间|的|文件|秘书|主席|之|前|后|与会|在[^,]*?举行$)",
    "foreign-clause": r"[^,]{2,60}?(?:概述|报告|文件|发言|审查|评估)(?:中)?(?:也|还|亦|同样)",
    "foreign-subject": r"(?:该|其|这|此项|它|他|她|提案|报告|文件|秘书处关于)",
    "connector": r"^(?:并且|而且|并|且|同时|此外|另外|以及|和|然后|最后|随后|但|因此|为此)",
    "adverb": r"^(?:(?:深切|深为|严重|高度|极为|十分)?(?:关注|关切|满意|赞赏|遗憾|欣慰|感激|不安|失望)地|还|也|又|再次|再度|再|随后|进一步|继续|仍|热烈|衷心|诚挚|高度|深切|深深|强烈|特别|首先|正式|一致|协商一致|以[^,。;]{1,12}?(?:方式|形式|名义|一致(?!方式|意见))"
    r"|在[^,。;]{1,12}?下|满意地|赞赏地|关切地|遗憾地|欣慰地|郑重|明确|共同|已|了|地)",
    "phrase-before": r"^(?:根据|按照|依照|依据|鉴于|关于|在|于|就|为了|为|经|应|出于|考虑到)",
    "frame": rf"^(?:对于?|向)(?P<object>[^。;]+?){_EXPRESSES}(?P<verb>[\u4e00-\u9fff]{{2,4}})(?:和(?P<verb2>感谢|赞赏))?$",
    "frame-tail": rf"^{_EXPRESSES}(?P<verb>[\u4e00-\u9fff]{{2,4}})(?:和(?P<verb2>感谢|赞赏))?$",
    "fronted": r"^(?:对|向)(?!于)",
    "aspect": r"^(?:地注意到|的是,?|了|地)",
    "done": r"了",
    "also": r"还|也|又",
    "deciding": r"(?:作出|做出|达成|商定)了?(?:如下|以下|下列)(?:各项)?(?:决定|结论|协议)?$|决定如下$",
    "through": r"(?:机制|方式|渠道|平台|组织|网络|努力|活动|手段|途径|倡议|措施|合作)$",
    "future-agent": r"^(?P<who>.+?)(?:应当|应该|应|须|将负责)",
    "carried-by": r"应由(?P<who>[^,。;由]+?)(?:负责|承担)",
    "act-end": r"(?:[,;:。!?]|和$|以及$|及$)+$",
    "proposal": rf"[^,。;:]{{0,40}}?(?:建议|提议|提请|请)(?P<to>{_CONFERENCE}|(?:本届)?会议|缔约国会议)(?!的|主席|上|审议$)",
    "proposing": rf"(?:建议|提议|提请|请)(?P<to>{_CONFERENCE}):?$",
    "recommendations": r"建议",
    # --- actors in running text
    "actor-head": r"(?:(?<=的)国家(?=批准|加入|签署)|国家(?!管制|执行|层面|控制|联络|做法|实体|一级|清单|报告|政策|立法|当局|经验|批准)|缔约国会议主席|会议主席|工作组主席|工作组联合主席|委员会主席|非缔约国|缔约国|签署国|观察员国|观察员|与会国|与会者|与会代表"
    r"|利益攸关方|利益相关方|攸关方|有关方面|相关方面|参与方|各方|倡导者|负责人|协调人|介绍人|主席团成员|主席团|委员会成员|工作组成员|联合主席|副主席|主席|秘书处|工作分组|工作组|管理委员会"
    r"|遴选委员会|委员会|各国|政府|国际组织|区域组织|民间社会组织|民间社会|非政府组织|产业界|行业|学术界|捐助方|捐助国|受援国|代表团|保存人|秘书长"
    r"|主管部门|主管当局|特设小组|专家组|审计师|审计公司|东道国|受益国|实施机构|口译员|笔译员|工作人员|发言者|主讲人|执法机构|联络点|赞助方案|自愿信托基金|成员|出口国|进口国|过境国)",
    "actor-end": r"(?:缔约国|签署国|国家|利益攸关方|各方|工作组|工作分组|秘书处|委员会|主席|组织|当局|会员国|代表团)$",
    "not-actor": r"会议|网站|报告|数据库|工作计划|工作方案|会费|预算|文件|网页|总数|之间|进程|周期|履行|的(?!(?:所有|其他|其它|各|有关|相关)?(?:代表|主管|执法|政府))",
    "quantified": r"(?:所有|各个|各|全体|每个|其他|其它|其余|有关|相关|未来的?|今后的?|前任|下一任|当选|候任|这些|上述|该|本|感兴趣的|有能力的|有条件的|联合|区域|次区域|国际|民间社会|产业|□+|和|、|与|第[一二三四五六七八九十百]+届)+",
    "relative": r"的(?:所有|其他|其它|各|各个|有关|相关|一些|□+)*$",
    "verb-phrase": r"(?:继续|进一步|积极|酌情|努力|加强|扩大|深化|提高|分享|考虑|确保|开展|采取|利用|探索|更多|更好|尽快|充分|并|也)",
    "verbal": r"(?:支持|促进|参加|参与|提交|提供|加强|与|向|对|将|把|就|通过|使|让|以便|进行|制定|讨论|介绍)",
    "agent-next": r"(?:在|应|将|须|于|负责|继续|不迟于|,)",
    "circumstance": r"(?:(?:在|于|就|以|根据|按照|依照|依据|经|应|为|对|向|从)[^,]*?(?:下|上|中|内|时|后|前|条|方式|形式|名义|问题|事项|方面|基础|情况|建议|请求|规则|决定|授权|一致)|还|也|再次|一致|协商一致|协商)+",
    "noun-after": r"(?:草案|书|性)",
    "praised-deed": r"(?:(?:所?[做作]出?)?的|所[做作]出?)[^,。;]{0,12}?(?:工作|努力|贡献|支持|领导|服务|承诺|成就|捐款|捐助|协助|合作|奉献)[^,。;]{0,6}$",
    "further-document": r"(?:号文件)?[)\]]*(?:的[^,。;、和及]{1,20})?(?:和|、|以及|及)",
    "means": r"通过",
    "adoptable": r"决定|决议|议程|报告|预算|概算|宣言|草案|计划|方案|建议|修正|文件|模板|指南|规则|细则|议定书|声明|职权范围|任务|清单|工作组|战略|提案",
    "actor-chain": r"^(?:,)?(?:、|和|以及|及)(?:《[^》]{1,12}》)?",
    "actor-modifier": r"(?:向|由|给|与|对|从|经|通过|在|为)(?:《[^》]{1,12}》|□+)?$",
    "recipient": r"(?:向(?P<to>[^,。;、]+?)(?:提交|通报|报告(?!工作组)|提供|通知|分发|告知|捐款|说明)|告知(?P<told>[^,。;、]+?)(?:其|有关|关于)|与(?P<shared>[^,。;、与]+?)分享)",
    "anaphor": r"^(?P<that>[该本])?(?:(?P<body>工作分组|分组|工作组|委员会|论坛)(?P<role>(?:联合|共同)?主席)?|(?<=该)(?P<office>(?:联合|共同)?主席))$",
    "pronoun": r"(?:其|他们|它们)(?=在|应|将|须|于|负责|继续|不迟于|最迟|向|与|就|对|尽快|进一步|考虑|提交|编写|报告|每)",
    # --- qualifications of an act
    "voluntary": r"自愿(?!信托|指南|指导|基本|财政|捐|认捐|性)",
    "condition": r"酌情|在[^,。;在]{0,24}?(?:范围内|情况下|基础上|前提下)|视情况",
    # --- deadlines
    "effective-from": rf"自{_DAY}起",
    # --- figures
    "at-the-same-time": r"(?:与此)?同时|(?:同|当)日",
    "as-of": rf"(?:截至|截止){_DAY}",
    # --- findings
    "own-annex": r"本报告(?:的)?附件",
    "spoken-for": r"(?P<who>[^,。;]{2,40}?)的?代表(?=分享|介绍|陈述|通报|作了?(?:专题)?介绍)",
    "no-intent": rf"{_DAY},[^。]*?签署国—*(?P<who>[\u4e00-\u9fff]+?)—*(?:通知|告知|声明)[^。]*?(?:无意|不打算)成为",
    "doubled": r"秘书处处|委员会会(?!议|期|场|员|费)|缔约国国(?!家|内|际)|签署国国(?!家|内|际)|工作组组(?!长|织|成)|会议议(?!程|定|题|员|事|案|长)"
    r"|论坛坛|主席席(?!位)|的的(?!确)|了了|在在|和和(?!平)|及及|与与|条约条约|报告报告|会议会议",
}

TABLES = {
    # what the masthead calls the language of the original
    "language": (
        ("en", r"英[文语]"),
        ("zh", r"[中汉][文语]"),
        ("fr", r"法[文语]"),
        ("es", r"西\w{0,2}[文语]"),
        ("ru", r"俄[文语]"),
        ("ar", r"阿拉伯[文语]"),
    ),
    # what a sentence says something by that should have become a fact (coverage)
    "signal": (
        ("participation", r"(?:参加|出席|列席)了?(?:本届|本次|这次)?会议(?!的(?!工作))"),
        ("person", r"[^,。;、](?:先生|女士|阁下|博士|教授)"),
        ("date", r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年\d{1,2}日"),
        ("symbol", r"[A-Z]{2,6}/[A-Za-z0-9.]+/[A-Za-z0-9./]+"),
        ("provision", r"第(?:\d+(?:\.\d+)?(?:\([a-z0-9-]+\))*)条"),
    ),
    "weekday": (
        ("0", "一"),
        ("1", "二"),
        ("2", "三"),
        ("3", "四"),
        ("4", "五"),
        ("5", "六"),
        ("6", "[日天]"),
    ),
    "part": (
        ("introduction", r"绪言|引言|导言|序言"),
        ("organisation", r"会议组织|会议的组织|会议安排"),
        ("recommendations", r"(?:针对|向|提交|供).*建议$|^建议$|的建议$"),
        ("decisions", r"决定"),
        ("background", r"背景"),
    ),
    "kind": (
        ("conference-report", r"最终报告|最后报告"),
        ("preparatory-report", r"筹备(?:会议|进程|委员会).*报告"),
        ("body-report", r"(?:工作组|论坛|工作分组).*报告"),
        ("fund-report", r"信托基金.*报告|基金(?:工作)?报告"),
        ("programme-report", r"赞助(?:方案|计划).*报告"),
        ("committee-report", r"委员会.*报告"),
        ("secretariat-report", r"秘书处.*报告"),
        ("participants-list", r"(?:与会者|与会人员|与会代表)名单"),
        ("annotated-agenda", r"(?:附加|带)说明的(?:临时)?议程|(?:临时)?议程说明"),
        ("agenda", r"(?:临时|暂定)?议程(?:草案)?$"),
    ),
    "section": (
        ("none", r"^(?:会议)?秘书处$"),
        ("state-party", r"^(?:《[^》]+》)?缔约国$"),
        ("signatory", r"^(?:《[^》]+》)?签署国$"),
        ("observer-state", r"^(?:观察员国|非缔约国|其他国家|观察员)$"),
        ("observer-organisation", r"^(?:国际|区域|政府间)[^,。]*(?:组织|机构)$"),
        ("civil-society", r"^(?:民间社会|非政府)[^,。]*$"),
    ),
    "column": (
        ("iso3", r"^(?i:iso)"),
        ("effect", r"生效"),
        ("consent-kind", r"方式|类型"),
        ("withdrawal", r"退出|退约"),
        ("consent", r"交存|批准|加入"),
        ("signature", r"签署"),
        ("standing", r"地位|状态"),
        ("state", r"国家|国名|缔约国|参加国|名称"),
    ),
    "standing": (("signatory", r"签署国"), ("state-party", r"缔约国")),
    "consent": (
        ("ratification", r"^批准$|^R$"),
        ("acceptance", r"^接受|^A$"),
        ("approval", r"^核准|^AA$"),
        ("accession", r"^加入|^a$"),
    ),
    "capacity": (
        ("civil-society", r"民间社会|非政府组织"),
        ("signatory", r"签署国"),
        ("observer-organisation", r"组织|机构|实体"),
        ("observer-state", r"(?:国家|国).*观察员|观察员国|非缔约国"),
        ("state-party", r"缔约国"),
    ),
    "role": (
        ("co-chair", r"联合主席|共同主席"),
        ("vice-president", r"副主席"),
        ("secretary", r"秘书(?!处|长)"),
        ("member", r"成员"),
        ("head", r"负责人|主任|首长"),
        ("chair", r"主席"),
    ),
    "intervention": (
        ("recorded-message", r"(?:录像|视频|录音)(?:致辞|讲话|发言)"),
        ("panel", r"(?:讨论小组|小组)成员(?:包括|为|有)"),
        ("presentation", r"代表分享|(?:介绍性|专题)发言|的专题介绍|作了?(?:专题)?介绍|介绍了"),
        ("opening", r"宣布会议开幕|致开幕词"),
        ("statement", r"作了?发言|发了言|致辞|讲话"),
    ),
    "unit": (
        ("Y", r"^年$"),
        ("M", r"^个?月$"),
        ("W", r"^周$"),
        ("D", r"^[天日]$"),
    ),
    "deadline": (
        ("date", rf"(?:不迟于|最迟于|至迟于|不晚于){_DAY}"),
        ("date", rf"(?:在|于)?{_DAY}(?:之前|以前|前)"),
        ("meeting", rf"(?:不迟于|最迟于|至迟于|不晚于)(?P<meeting>{_CONFERENCE})"),
        ("meeting", rf"供(?P<meeting>{_CONFERENCE})[^,。;]{{0,8}}?(?:决定|审议|通过|批准)"),
        ("meeting", rf"向(?P<meeting>{_CONFERENCE})(?:报告|提交|汇报|通报)"),
        ("meeting", rf"在(?P<meeting>{_CONFERENCE})(?:[^,。;]{{0,16}}?会议)?上"),
        ("meeting", rf"在(?P<meeting>{_CONFERENCE})之?前"),
        ("cycle", r"在?(?P<next>下一个?(?:届)?(?:《[^》]*》)?(?:缔约国会议)?周期)"),
        ("duration", rf"(?P<n>{_NUM})(?P<unit>年|个月|周|天|日)(?:之)?内"),
        ("recurring", r"在?每(?:个|一个|一)?[^,。;每]{0,10}?周期|在?每[届次](?:缔约国)?会议"),
        (
            "recurring",
            rf"每(?P<n>{_NUM})?个?(?P<unit>年|月|周)(?!度|期)(?:\d{{1,2}}月(?:\d{{1,2}}日|底)?(?:之前|以前|前))?",
        ),
        ("term", rf"任期(?P<n>{_NUM})(?P<unit>年|个月)(?:,直?至(?P<meeting>{_CONFERENCE}))?"),
        ("term", rf"为期(?P<n>{_NUM})(?P<unit>年|个月)(?!的)"),
        ("term", rf"任期(?:直)?至(?P<meeting>{_CONFERENCE})(?:结束)?(?:为止)?"),
    ),
    "figure": (
        ("states-parties", rf"共有{_COUNT}个缔约国"),
        ("states-parties", rf"缔约国总数达到?{_COUNT}个"),
        ("signatories", rf"有{_COUNT}个签署国尚未"),
        ("states-attending", rf"有{_COUNT}个国家(?=[^。;]*?参加)"),
        ("projects-funded", rf"{_COUNT}个(?:[^,。;个]{{0,6}})?项目(?=提供了?资金|获得资助)"),
        ("votes-in-favour", rf"{_COUNT}个国家投赞成票"),
        ("votes-against", rf"{_COUNT}个国家投反对票"),
        ("votes-against", r"(?P<zero>无)反对票"),
        ("new-states-parties", rf"又有{_COUNT}个国家(?:\((?P<named>[^()]*)\))?成为[^,。;]*?缔约国"),
        (
            "share-of-states-parties",
            r"(?P<percent>\d{1,3}(?:\.\d{1,3})?)%的(?P<about>[^,。;()%]{1,10}?)国家是[^,。;]*?缔约国",
        ),
        ("share-of-signatories", r"另有(?P<percent>\d{1,3}(?:\.\d{1,3})?)%的(?:国家签署了|签署国)"),
    ),
}

LANGUAGE = Language("zh", PATTERNS, TABLES, number)
