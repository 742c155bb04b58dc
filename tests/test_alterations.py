"""Changes made to the stored reports by program, and what must change in their facts, no more.

Each case edits the text and lists, as expressions, the differences it may and must make. A
difference is a line "+subject property=value" or "-…"; offsets and quotations do not count.
An expression that starts with `(?#maybe)` allows a difference without asking for it.
"""

import dataclasses
import re
from collections.abc import Callable

import pytest
from altering import before, facts, loaded, text_of
from conftest import FINAL, GROUP

from att_graph.graph import to_graph

Edit = tuple[str, str] | tuple[str, str, int] | Callable[[str], str]
MAYBE = "(?#maybe)"
MISMATCH = r"^\+finding count-mismatch"


@dataclasses.dataclass(frozen=True)
class Case:
    """`loose` aligns acts by their words: for edits that renumber what follows."""

    name: str
    seed: str
    edits: list[Edit]
    expected: list[str]
    loose: bool = False


CASES: list[Case] = []


def case(name: str, seed: str, edits: list[Edit], expected: list[str], loose: bool = False) -> None:
    CASES.append(Case(name, seed, edits, expected, loose))


def altered(text: str, edits: list[Edit]) -> str:
    for edit in edits:
        if callable(edit):
            text = edit(text)
        else:
            assert edit[0] in text
            text = text.replace(edit[0], edit[1], edit[2] if len(edit) > 2 else 1)
    return text


def come(key: str) -> str:
    """A participant of this key is added."""
    return rf"^\+participation/csp11-{key}(?:[a-z]|$)"


def gone(key: str) -> str:
    """A participant of this key is no longer there."""
    return rf"^-participation/csp11-{key}(?:[a-z]|$)"


def widen(text: str) -> str:
    """The digits of dates and counts in full width; those of symbols and links stay."""
    date = r"(?<![\d/.])\d+(?= ?[年月日])"
    return re.sub(date, lambda m: "".join(chr(ord(c) + 0xFEE0) for c in m[0]), text)


def narrow(text: str) -> str:
    """The punctuation of the numbered paragraphs in half width."""
    table = str.maketrans("，：；（）", ",:;()")
    return re.sub(r"(?m)^(1[1-9]|[234]\d)\. .*", lambda m: m[0].translate(table), text)


def swap(text: str) -> str:
    """Items a and b of paragraph 26 change places."""
    found = re.search(r"- a\. (敦促未完全.*)\n( *)- b\. (呼吁自提交.*)\n", text)
    assert found
    return text.replace(found[0], f"- a. {found[3]}\n{found[2]}- b. {found[1]}\n")


def insert_para(text: str) -> str:
    """A paragraph more before 36; those after it are renumbered."""
    for number in range(47, 35, -1):
        text = re.sub(rf"(?m)^{number}\. ", f"{number + 1}. ", text)
    return text.replace("37. 按照第十届", "36. 会议敦促所有缔约国按时缴纳会费。\n\n37. 按照第十届")


def remove_para(text: str) -> str:
    """Paragraph 39 goes; those after it are renumbered."""
    text = re.sub(r"(?ms)^39\. .*?(?=^40\. )", "", text)
    for number in range(40, 48):
        text = re.sub(rf"(?m)^{number}\. ", f"{number - 1}. ", text)
    return text


# ---- States
case("state removed", FINAL, [("几内亚、圭亚那", "圭亚那")], [gone("GIN"), MISMATCH])
case(
    "state removed count too",
    FINAL,
    [("几内亚、圭亚那", "圭亚那"), ("九十四（94）", "九十三（93）")],
    [gone("GIN"), r"figure.*states-parties-attendingvalue=9[34]"],
)
case(
    "guinea-bissau added",
    FINAL,
    [("几内亚、圭亚那", "几内亚、几内亚比绍、圭亚那")],
    [come("GNB"), MISMATCH],
)
case(
    "three guineas and png",
    FINAL,
    [
        ("几内亚、圭亚那", "几内亚、几内亚比绍、圭亚那、巴布亚新几内亚、赤道几内亚"),
        ("九十四（94）", "九十七（97）"),
    ],
    [come("GNB"), come("GNQ"), come("PNG"), r"attendingvalue=9"],
)
case(
    "congo added",
    FINAL,
    [("哥伦比亚、哥斯达黎加", "哥伦比亚、刚果、哥斯达黎加")],
    [come("COG"), MISMATCH],
)
case(
    "congo republic",
    FINAL,
    [("哥伦比亚、哥斯达黎加", "哥伦比亚、刚果共和国、哥斯达黎加")],
    [come("COG"), MISMATCH],
)
case(
    "congo brazzaville",
    FINAL,
    [("哥伦比亚、哥斯达黎加", "哥伦比亚、刚果（布拉柴维尔）、哥斯达黎加")],
    [come("COG"), MISMATCH],
)
case(
    "drc moved",
    FINAL,
    [
        ("四（4）个国家", "三（3）个国家"),
        ("：刚果民主共和国、肯尼亚", "：肯尼亚"),
        ("、捷克共和国、", "、捷克共和国、刚果民主共和国、"),
        ("九十四（94）", "九十五（95）"),
    ],
    [r"participation/csp11-COD(capacity|admitted)", r"attendingvalue="],
)
case("dominica for dominican", FINAL, [("多米尼加共和国", "多米尼克")], [gone("DOM"), come("DMA")])
case(
    "dominica both",
    FINAL,
    [("多米尼加共和国", "多米尼克、多米尼加"), ("九十四（94）", "九十五（95）")],
    [come("DMA"), r"attendingvalue"],
)
case(
    "niger removed",
    FINAL,
    [("尼日尔、尼日利亚", "尼日利亚"), ("九十四（94）", "九十三（93）")],
    [gone("NER"), r"attendingvalue"],
)
case(
    "nigeria removed",
    FINAL,
    [("尼日尔、尼日利亚", "尼日尔"), ("九十四（94）", "九十三（93）")],
    [gone("NGA"), r"attendingvalue"],
)
case(
    "islands",
    FINAL,
    [
        (
            "几内亚、圭亚那",
            "安提瓜和巴布达、几内亚、圣基茨和尼维斯、圣"
            "文森特和格林纳丁斯、圣多美和普林西比、圭亚那",
        ),
        ("乌拉圭和赞比亚。", "乌拉圭、赞比亚以及特立尼达和多巴哥。"),
    ],
    [come("ATG"), come("KNA"), come("VCT"), come("STP"), come("TTO"), MISMATCH],
)
case(
    "last is island",
    FINAL,
    [("乌拉圭和赞比亚。", "乌拉圭、赞比亚和特立尼达和多巴哥。"), ("九十四（94）", "九十五（95）")],
    [come("TTO"), r"attendingvalue"],
)
case(
    "bosnia last",
    FINAL,
    [
        ("波斯尼亚和黑塞哥维那、", ""),
        ("乌拉圭和赞比亚。", "乌拉圭、赞比亚和波斯尼亚和黑塞哥维那。"),
    ],
    [],
)
case(
    "timor koreas",
    FINAL,
    [("大韩民国、摩尔多瓦共和国", "韩国、摩尔多瓦、帝汶")],
    [r"finding unresolved-name帝汶", MISMATCH],
)
case(
    "alt names",
    FINAL,
    [
        ("大韩民国、摩尔多瓦共和国、北马其顿共和国", "韩国、摩尔多瓦、北马其顿"),
        ("捷克共和国", "捷克"),
        ("大不列颠及北爱尔兰联合王国、乌拉圭和赞比亚", "英国、乌拉圭和赞比亚"),
        ("巴勒斯坦国", "巴勒斯坦"),
    ],
    [],
)
case(
    "one member list",
    FINAL,
    [("四（4）个国家", "一（1）个国家"), ("刚果民主共和国、肯尼亚、索马里和苏丹。", "肯尼亚。")],
    [gone("COD"), gone("SOM"), gone("SDN"), r"attendingvalue"],
)
case(
    "two member list",
    FINAL,
    [
        ("四（4）个国家", "两（2）个国家"),
        ("刚果民主共和国、肯尼亚、索马里和苏丹。", "肯尼亚和南苏丹。"),
    ],
    [gone("COD"), gone("SOM"), gone("SDN"), come("SSD"), r"attendingvalue"],
)
case(
    "observers gone",
    FINAL,
    [lambda t: re.sub(r"13\. 四（4）.*?苏丹。\n\n", "", t, flags=re.S)],
    [
        gone("COD"),
        gone("SOM"),
        gone("SDN"),
        gone("KEN"),
        r"figure/.*observer-states",
        r"provision/att-rules-of-procedure-3",
    ],
)
case("count wrong", FINAL, [("九十四（94）", "九十五（95）")], [MISMATCH, r"attendingvalue"])
case("digits differ", FINAL, [("九十四（94）", "九十四（49）")], [MISMATCH])
case(
    "hundred and four",
    FINAL,
    [("九十四（94）", "一百零四（104）")],
    [MISMATCH, r"attendingvalue=(94|104)"],
)
case("no digits", FINAL, [("九十四（94）", "九十四")], [])
case("only digits", FINAL, [("九十四（94）", "94")], [])
case(
    "list by commas",
    FINAL,
    [
        lambda t: re.sub(
            r"(参加了会议工作：)(安哥拉.*?瓦努阿图。)", lambda m: m[1] + m[2].replace("、", "，"), t
        )
    ],
    [],
)
case(
    "unknown state",
    FINAL,
    [("尼日尔、尼日利亚", "尼日尔、亚特兰蒂斯、尼日利亚")],
    [r"\+finding unresolved-name亚特兰蒂斯", MISMATCH],
)
case(
    "state twice",
    FINAL,
    [("尼日尔、尼日利亚", "尼日尔、尼日利亚、尼日尔")],
    [r"\+finding duplicate-participant尼日尔"],
)
case(
    "signatory moved to parties",
    FINAL,
    [
        ("利比亚、马来西亚、", "马来西亚、"),
        ("卢森堡、马达加斯加", "利比亚、卢森堡、马达加斯加"),
        ("十八（18）", "十七（17）"),
        ("九十四（94）", "九十五（95）"),
    ],
    [r"participation/csp11-LBY(capacity|admitted)", r"attendingvalue"],
)
case(
    "capacity order",
    FINAL,
    [
        (
            "十八（18）个签署国根据议事规则第 2 条参加了会议工作：",
            "根据议事规则第 2 条，下列十八（18）个签署国出席了会议：",
        )
    ],
    [],
)
case(
    "list first",
    FINAL,
    [
        (
            "四（4）个国家根据议事规则第 3 条以观察员身份参"
            "加了会议工作：刚果民主共和国、肯尼亚、索马里和苏丹。",
            "刚果民主共和国、肯尼亚、索马里以及苏丹四（4）个国"
            "家根据议事规则第 3 条以观察员身份参加了会议工作。",
        )
    ],
    [],
)
case(
    "list first no count",
    FINAL,
    [
        (
            "四（4）个国家根据议事规则第 3 条以观察员身份参"
            "加了会议工作：刚果民主共和国、肯尼亚、索马里和苏丹。",
            "刚果民主共和国、肯尼亚、索马里以及苏丹根据议事规则第 3 条以观察员国身份出席了会议。",
        )
    ],
    [r"-figure/.*observer-states"],
)
# ---- organisations
case(
    "io added",
    FINAL,
    [
        (
            "（UNODA）和瓦森纳安排",
            "（UNODA）、瓦森纳安排以及东南欧和东欧控制小武器和轻武器信息中心（SEESAC）",
        ),
        ("以下十（10）", "以下十一（11）"),
    ],
    [come("seesac"), r"attendingvalue"],
)
case(
    "io removed",
    FINAL,
    [("各国议会联盟（IPU）、", ""), ("以下十（10）", "以下九（9）")],
    [gone("ipu"), r"attendingvalue"],
)
case(
    "io new unknown",
    FINAL,
    [
        ("（UNODA）和瓦森纳安排", "（UNODA）、瓦森纳安排和北方海域合作与和平委员会（NSCPC）"),
        ("以下十（10）", "以下十一（11）"),
    ],
    [come("nscpc"), r"organisation", r"attendingvalue"],
)
case(
    "ngo removed",
    FINAL,
    [("、史汀生中心", "")],
    [r"^-participation", r"-organisation史汀生中心", MISMATCH],
)
case(
    "ngo with and",
    FINAL,
    [("、史汀生中心", "、史汀生中心、裁军和不扩散研究中心（CDNS）、和平与安全研究所")],
    [
        come("cdns"),
        r"^\+participation/csp11-[0-9a-f]{8}",
        r"\+organisation裁军和不扩散研究中心",
        r"\+organisation和平与安全研究所",
        MISMATCH,
    ],
)
case(
    "ngo last changed",
    FINAL,
    [
        (
            "和国际妇女争取和平与自由联盟（WILPF）。",
            "、国际妇女争取和平与自由联盟（WILPF）和青年与和平中心。",
        )
    ],
    [r"^\+participation/csp11-[0-9a-f]{8}", r"\+organisation青年与和平中心", MISMATCH],
)
case(
    "coalition member removed", FINAL, [("ALUDEC、", "")], [gone("aludec"), r"-organisationALUDEC"]
)
case(
    "coalition empty",
    FINAL,
    [lambda t: re.sub(r"以及来自以下非政府组织的代表：.*?其他参与方包括：", "、", t, flags=re.S)],
    [r"^-participation", r"^-organisation", r"(?#maybe)document"],
)
case(
    "coalition renamed",
    FINAL,
    [("控制武器联盟以及来自", "国际控制武器联盟（CA）和来自")],
    [
        r"organisation",
        r"within=organisation/(ca|[0-9a-f]{8})",
        r"participation/csp11-(ca|[0-9a-f]{8})",
    ],
)
case(
    "no others part",
    FINAL,
    [lambda t: re.sub(r"。其他参与方包括：.*?（WILPF）。\n", "。\n", t, flags=re.S)],
    [
        r"^-participation",
        r"^-organisation",
        MISMATCH,
        r"(?#maybe)-(tenure|office|intervention)",
        r"(?#maybe)\+(tenure|office)",
        r"^\+finding unresolved-name小武器调查主任",
        r"(?#maybe)document",
    ],
)
# ---- layout
case("crlf", FINAL, [lambda t: t.replace("\n", "\r\n")], [])
case("bom", FINAL, [lambda t: "\ufeff" + t], [])
case("nbsp", FINAL, [lambda t: t.replace(" 年 ", "\u00a0年\u00a0")], [])
case(
    "no spaces",
    FINAL,
    [
        lambda t: re.sub(
            r"(?<=[\u4e00-\u9fff]) (?=[\dA-Za-z])|(?<=[\dA-Za-z]) (?=[\u4e00-\u9fff])", "", t
        )
    ],
    [],
)
case("full width digits", FINAL, [widen], [])
case("half width punctuation", FINAL, [narrow], [])
case(
    "fullwidth brackets in items",
    FINAL,
    [lambda t: re.sub(r"(?m)^(\s*)- ([a-k])\. ", r"\1（\2）", t)],
    [],
)
case(
    "no markdown",
    FINAL,
    [lambda t: re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"(?m)^#+ |^\s*- ", "", t))],
    [],
)
case("wrapped lines", FINAL, [lambda t: re.sub(r"([^\n]{60})(?=[\u4e00-\u9fff])", r"\1\n", t)], [])
case("page break in state", FINAL, [("斯洛文尼亚、", "斯洛\n\n文尼亚、")], [])
case("page number in list", FINAL, [("斯洛文尼亚、", "斯洛\n\n5\n\n文尼亚、")], [])
case("page break between", FINAL, [("斯洛文尼亚、", "斯洛文尼亚、\n\n")], [])
case(
    "page break in person",
    FINAL,
    [("Tsholofelo Glenda TSHEOLE 女士为", "Tsholofelo\n\nGlenda TSHEOLE 女士为")],
    [],
)
case("page break in date", FINAL, [("2026 年 8 月 24 日", "2026 年\n\n8 月 24 日")], [])
case("page break in verb", FINAL, [("会议核可了英国", "会议核\n\n可了英国")], [])
case("page break in item", FINAL, [("加强公众对条约的支持", "加强公众\n\n对条约的支持")], [])
case("hard spaces", FINAL, [("会议核可了英国", "会议　核可了　英国")], [])
# ---- meetings
case(
    "csp12 date",
    FINAL,
    [("2026 年 8 月 24 日至 28 日", "2026 年 8 月 31 日至 9 月 4 日")],
    [r"meeting/csp12(start|end)=", r"act/csp11/40-1content"],
)
case(
    "csp12 place",
    FINAL,
    [
        ("在瑞士日内瓦国际会议中心（CICG）举行下一届", "在日本东京举行下一届"),
        ("由瑞士政府慷慨", "由日本政府慷慨"),
    ],
    [r"meeting/csp12(place|host|venue)=", r"act/csp11/40-1content"],
)
case(
    "csp5 date",
    FINAL,
    [("2019 年 8 月 26 日至 30 日", "2019 年 9 月 2 日至 6 日")],
    [r"meeting/csp5(start|end)="],
)
case(
    "prep date",
    FINAL,
    [("2026 年 5 月 12 日至 13 日", "2026 年 5 月 18 日至 19 日")],
    [r"meeting/csp12-prep(start|end)=", r"act/csp11/40-2content"],
)
case(
    "mode hybrid", FINAL, [("以亲身到场加直播方式举行", "以混合方式举行")], [r"meeting/csp11mode="]
)
case(
    "impossible date",
    FINAL,
    [("2019 年 8 月 26 日至 30 日", "2019 年 8 月 26 日至 32 日")],
    [r"meeting/csp5(start|end)=", r"finding broken-date"],
)
case(
    "broken date mended",
    FINAL,
    [("2025 年 8 日星期六", "2025 年 8 月 23 日星期六")],
    [r"-finding broken-date"],
)
case(
    "weekday wrong",
    FINAL,
    [("2025 年 8 月 29 日星期五", "2025 年 8 月 29 日星期四")],
    [r"\+finding broken-date"],
)
# ---- documents
case(
    "misprint mended",
    FINAL,
    [("ATT/CSP1/2025/SEC/834", "ATT/CSP11/2025/SEC/834")],
    [r"finding (symbol-(misprint|variant)|body-annex)", r"834.*printed=", r"act/csp11/47-1content"],
)
case(
    "rev to rev1",
    FINAL,
    [("820/Conf.AnnPoW/Rev.", "820/Conf.AnnPoW/Rev.1")],
    [r"820-Conf.AnnPoW-Rev", r"finding (symbol-variant|missing-original)"],
)
case(
    "symbol number",
    FINAL,
    [("821/Conf.SecRep", "921/Conf.SecRep", 9)],
    [r"[89]21-Conf.SecRep", r"finding numbering-gap", r"act/csp11/31"],
)
case(
    "annex row added",
    FINAL,
    [
        (
            "ATT/CSP11/2025/SEC/834/Conf.FinRep\n\n",
            "ATT/CSP11/2025/SEC/834/Conf.FinRep/Corr.1\n\n最终报告草案"
            "更正，由秘书处提交\n\nATT/CSP11/2025/SEC/834/Conf.FinRep\n\n",
        )
    ],
    [r"834-Conf.FinRep-Corr"],
)
case(
    "annex row removed",
    FINAL,
    [lambda t: re.sub(r'<a href="#">ATT/CSP11/2025/SEC/819.*\n', "", t)],
    [r"819-Conf.PoW", r"finding numbering-gap"],
)
case(
    "submitter changed",
    FINAL,
    [("临时工作方案，由主席提交", "临时工作方案，由秘书处提交")],
    [r"819-Conf.PoWsubmitters"],
)
case(
    "state paper submitter",
    FINAL,
    [("巴拿马提交的工作文件：", "巴拿马和尼日尔提交的工作文件：")],
    [r"832.*submitters=state/NER"],
)
# ---- persons
case(
    "person renamed",
    FINAL,
    [("Mark DOWNES", "Anna-Maria O’KEEFFE")],
    [r"person|office|tenure|intervention"],
)
case("person retitled", FINAL, [("Emily MISOLA RICHARD 女士", "Emily MISOLA RICHARD 博士")], [])
case(
    "president changed",
    FINAL,
    [
        (
            "南非常驻联合国日内瓦办事处和瑞士各国际组织副代表 Tsholofelo Glenda TSHEOLE 女士",
            "肯尼亚常驻联合国代表团大使 Amina NJOROGE 女士",
        )
    ],
    [
        r"(person|office|tenure).*(NJOROGE|njoroge|TSHEOLE|tsheole|肯尼亚|南非)",
        r"act/csp11/42-1content",
    ],
)
case(
    "vps changed",
    FINAL,
    [
        (
            "选举拉脱维亚、菲律宾、大不列颠及北爱尔兰联合王"
            "国和乌拉圭为第十二届缔约国会议的四（4）位副主席",
            "选举几内亚比绍、尼日尔和圣文森特和格林纳丁斯为第十二届缔约国会议的三（3）位副主席",
        )
    ],
    [
        r"tenure/csp12-vice-president-(LVA|PHL|GBR|URY|GNB|NER|VCT)",
        r"vice-presidents-electedvalue",
        r"act/csp11/43-1content",
    ],
)
case(
    "mc changed",
    FINAL,
    [
        (
            "这几个缔约国包括中国、拉脱维亚、莱索托、巴拉圭和西班牙",
            "这几个缔约国包括中国、拉脱维亚、刚果、巴拉圭和西班牙",
        )
    ],
    [r"tenure/management-committee-member-(LSO|COG)-csp11", r"act/csp11/44-1content"],
)
case(
    "term changed",
    FINAL,
    [("任期两年，直至第十三届", "任期三年，直至第十四届")],
    [
        r"deadline/csp11/44",
        r"tenure/management-committee-member-\w+-csp11ends",
        r"meeting/csp14",
        r"act/csp11/44-1content",
    ],
)
case(
    "president of this",
    FINAL,
    [("Carlos FORADORI", "Vladimir NOVÁK", 9)],
    [r"FORADORI|foradori|NOVÁK|novak"],
)
case(
    "footnote removed",
    FINAL,
    [lambda t: re.sub(r"(?m)^<sup>1</sup> .*\n", "", t).replace("<sup>1</sup>", "")],
    [r"-tenure/management-committee-member-(KOR|CHN)"],
)
# ---- acts
for old, new, key in [
    ("鼓励", "敦促", "urge"),
    ("鼓励", "促请", "urge"),
    ("鼓励", "呼吁", "call-upon"),
    ("鼓励", "请", "request"),
    ("鼓励", "邀请", "invite"),
    ("鼓励", "责成", "mandate"),
    ("鼓励", "授权", "authorise"),
    ("鼓励", "要求", "request"),
    ("鼓励", "吁请", "call-upon"),
]:
    case(
        f"verb {new}",
        FINAL,
        [(f"d. {old}缔约国继续", f"d. {new}缔约国继续")],
        [rf"act/csp11/23-d-1sort=({key}|encourage)"],
    )
for new, key in [
    ("注意到", "take-note"),
    ("赞赏地注意到", "take-note"),
    ("批准了", "approve"),
    ("通过了", "adopt"),
    ("核可了", "endorse"),
    ("审议了", "consider"),
    ("重申", "reaffirm"),
    ("强调", "stress"),
    ("赞扬", "commend"),
    ("认可了", "endorse"),
    ("感谢", "thank"),
    ("关切地注意到", "express-concern"),
]:
    case(
        f"verb39 {new}",
        FINAL,
        [("会议欢迎巴拿马提交", f"会议{new}巴拿马提交")],
        [rf"act/csp11/39-1sort=({key}|welcome)", r"(?#maybe)act/csp11/39-1(acts_on|beneficiaries)"],
    )
case(
    "frame verb",
    FINAL,
    [
        (
            "会议欢迎巴拿马提交的关于加强青年参与《武器贸易条约》的工作文件（载于第 [ATT"
            "/CSP11/2025/PAN/832/Conf.WP](#) 号文件），并鼓励",
            "会议对巴拿马提交的关于加强青年参与《武器贸易条约》的工作文件（载于第 [ATT/C"
            "SP11/2025/PAN/832/Conf.WP](#) 号文件）表示赞赏，并鼓励",
        )
    ],
    [r"act/csp11/39-1sort=(welcome|appreciate)", r"(?#maybe)act/csp11/39-1(acts_on|beneficiaries)"],
)
case(
    "addressee changed",
    FINAL,
    [("d. 鼓励缔约国继续", "d. 鼓励签署国继续")],
    [r"act/csp11/23-d-1addressees=group/(signatories|states-parties)"],
)
case(
    "addressee secretariat",
    FINAL,
    [("b. 鼓励秘书处为设在", "b. 鼓励自愿信托基金为设在")],
    [r"act/csp11/37-b-1addressees=body/(vtf|secretariat)", r"(?#maybe)37-b-1topics"],
)
case(
    "item inserted",
    FINAL,
    [
        (
            "- f. 请缔约国和其他利益攸关方考虑",
            "- f. 敦促签署国尽早交存文书；\n- g. 请缔约国和其他利益攸关方考虑",
        )
    ],
    [r"^\+act(urge)?尽早", r"^\+acturge尽早交存文书addressees=group/signatories"],
    True,
)
case(
    "item removed",
    FINAL,
    [lambda t: re.sub(r"- b\. 鼓励秘书处、缔约国和未来.*?\n", "", t)],
    [r"^-actencourage保持和加强与"],
    True,
)
case("items swapped", FINAL, [swap], [], True)
case(
    "item without verb", FINAL, [("一次为期四天的", "一次为期五天的")], [r"act/csp11/36-a-1content"]
)
case(
    "item c added to chapeau verb",
    FINAL,
    [
        (
            "提供直播选择；和\n- b. 另外",
            "提供直播选择；\n- b. 一次为期一天的转用信息交流论坛会议；和\n- c. 另外",
        )
    ],
    [r"\+actdecide一次为期一天", r"(?#maybe)deadline"],
    True,
)
case(
    "sub items",
    FINAL,
    [
        (
            "- b. 鼓励秘书处为设在日内瓦的联络点举行闭会期间简报会；",
            "- b. 鼓励秘书处：\n    - i. 为设在日内瓦的联络"
            "点举行闭会期间简报会；\n    - ii. 每年公布会议日历；",
        )
    ],
    [
        r"-act/csp11/37-b-1",
        r"\+act/csp11/37-b\.ii?-1sort=encourage",
        r"\+act/csp11/37-b\.ii?-1addressees=body/secretariat",
        r"\+act/csp11/37-b\.ii?-1",
        r"\+deadline/csp11/37-b.ii",
    ],
)
case(
    "paragraph inserted",
    FINAL,
    [insert_para],
    [
        r"\+acturge按时缴纳会费",
    ],
    True,
)
case(
    "paragraph removed",
    FINAL,
    [remove_para],
    [r"-act(welcome|encourage)", r"-deadline", r"(?#maybe)document"],
    True,
)
case(
    "deadline date",
    FINAL,
    [("不迟于 2025 年 10 月 15 日", "不迟于 2026 年 1 月 31 日")],
    [r"deadline/csp11/34-2-1(due|words)", r"act/csp11/34-2content"],
)
case(
    "deadline wording",
    FINAL,
    [("应不迟于 2025 年 10 月 15 日向", "应在 2025 年 10 月 15 日之前向")],
    [r"deadline/csp11/34-2-1words", r"act/csp11/34-2content"],
)
case("two acts", FINAL, [("会议还批准了第", "会议注意到并批准了第")], [r"act/csp11/32-[12]"])
case(
    "states parties 117",
    FINAL,
    [("一百一十六（116）个缔约国", "一百一十七（117）个缔约国")],
    [r"figure/.*states-partiesvalue=11[67]"],
)
# ---- working group
case("wg chair changed", GROUP, [("Razvan RUSU", "Ioana POPESCU")], [r"RUSU|rusu|POPESCU|popescu"])
case(
    "wg one chair",
    GROUP,
    [
        (
            "联合主席Carlos FORADORI大使（阿根廷籍）和Razvan RUSU大使（罗马尼亚籍）",
            "主席Carlos FORADORI大使（阿根廷籍）",
        )
    ],
    [
        r"RUSU|rusu|FORADORI|foradori",
    ],
)
case(
    "wg brackets gone",
    GROUP,
    [
        (
            "[以及普遍加入条约工作组联合主席在2025年5月20"
            "日至21日第十一届缔约国会议非正式筹备会议期间的简报]",
            "",
        )
    ],
    [r"-finding draft-brackets"],
)
case(
    "wg total",
    GROUP,
    [("总数达到116个", "总数达到118个"), ("另有26个", "另有24个")],
    [r"figure.*(states-parties|signatories)value"],
)
case(
    "wg lettered",
    GROUP,
    [lambda t: re.sub(r"(?m)^\s*(?:- )?([1-4])\) ?", lambda m: f"({'abcd'[int(m[1]) - 1]}) ", t)],
    [],
    True,
)
case(
    "wg bulleted number dot",
    GROUP,
    [lambda t: re.sub(r"(?m)^\s*(?:- )?([1-4])\) ?", r"- \1) ", t)],
    [],
    True,
)
case("wg verb", GROUP, [("4) 继续鼓励缔约国", "4) 敦促缔约国")], [r"act/csp11-wgtu/22-4-1sort"])
case(
    "wg item",
    GROUP,
    [
        (
            "分享其调查结果和努力成果；和\n",
            "分享其调查结果和努力成果；\n- 4) 请秘书处更新《条约》普遍化工具包；和\n",
        ),
        ("- 4) 继续鼓励", "- 5) 继续鼓励"),
    ],
    [r"\+actrequest更新《条约》普遍化工具包"],
    True,
)
case(
    "wg chapeau request",
    GROUP,
    [("工作组建议第十一届缔约国会议：", "工作组请第十一届缔约国会议：")],
    [],
)
case("wg blank lines gone", GROUP, [lambda t: re.sub(r"\n\n+(?=\d{1,2}[.)] )", "\n", t)], [])
case(
    "wg session date",
    GROUP,
    [("2025年2月27日", "2025年2月26日", 99), ("2月27日会议", "2月26日会议", 9)],
    [r"csp11-wgtu(start|end)="],
)


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 120
    assert len({each.name for each in CASES}) == len(CASES)


@pytest.mark.parametrize("each", CASES, ids=lambda each: each.name)
def test_only_what_was_altered_changes(each: Case) -> None:
    text = altered(text_of(each.seed), each.edits)
    assert text != text_of(each.seed)
    after, old = facts(text, each.loose), before(each.seed, each.loose)
    changed = {f"+{line}" for line in after - old} | {f"-{line}" for line in old - after}
    unexpected = [
        line for line in sorted(changed) if not any(re.search(x, line) for x in each.expected)
    ]
    assert not unexpected
    required = [x for x in each.expected if not x.startswith(MAYBE)]
    missing = [x for x in required if not any(re.search(x, line) for line in changed)]
    assert not missing


@pytest.mark.parametrize("name", ["three guineas and png", "wrapped lines", "sub items"])
def test_quotations_stand_where_they_say(name: str) -> None:
    (each,) = (each for each in CASES if each.name == name)
    text = altered(text_of(each.seed), each.edits)
    query = """SELECT ?a ?b ?t {
                 ?q a tac:Quotation ; tac:start ?a ; tac:end ?b ; tac:quotedText ?t }"""
    quoted = list(to_graph(loaded(text)).query(query))
    assert len(quoted) > 1000
    assert all(text[int(a) : int(b)] == str(t) for a, b, t in quoted)
