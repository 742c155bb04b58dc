"""An altered report or status table changes each answer in the way stated here, and in no other."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from altering import text_of
from conftest import FINAL, GROUP

from att_graph import files, paths, questions, terms
from att_graph.graph import to_graph
from att_graph.infer import infer
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import read
from att_graph.store import Cell, Store, open_store
from att_graph.turtle import write

STATUS = "treaty-actions"
DEPOSIT = (
    "att-COL-ratification>\n    a tac:TreatyAction ;\n    rdfs:label {} ;\n    tac:state <id/state/"
)
OTHER_STATE = (
    DEPOSIT.format('"Ratification by Colombia, 2024"@en') + "COL>",
    DEPOSIT.format('"Ratification by Colombia, 2024"@en') + "VEN>",
)

# What is replaced wherever it stands; all else only where it stands first.
EVERYWHERE = ("十一届", "/CSP11")

Rows = list[tuple[Cell, ...]]


@dataclass(frozen=True)
class Altered:
    """A text in which words are put for others, and the rows that go and come, cut to `columns`."""

    question: str
    source: str
    edits: list[tuple[str, str]]
    columns: list[str]
    gone: Rows
    come: Rows
    params: dict[str, str] = field(default_factory=dict)


CASES = [
    Altered(
        "participants",
        FINAL,
        [("几内亚、圭亚那", "圭亚那")],
        ["capacity", "name"],
        [("state-party", "Guinea")],
        [],
    ),
    Altered(
        "absent-states-parties",
        FINAL,
        [("几内亚、圭亚那", "圭亚那")],
        ["name", "party"],
        [],
        [("Guinea", "yes")],
    ),
    Altered(
        "absent-signatories",
        FINAL,
        [("安哥拉、巴林", "巴林")],
        ["name", "signatory"],
        [],
        [("Angola", "yes")],
    ),
    Altered(
        "attendance-of-actor",
        FINAL,
        [("刚果民主共和国、肯尼亚、", "刚果民主共和国、")],
        ["meeting", "capacity"],
        [("CSP11", "observer-state")],
        [],
    ),
    Altered(
        "delegations-and-organisations",
        FINAL,
        [("：ALUDEC、", "：")],
        ["capacity", "delegations", "participants"],
        [("civil-society", 46, 78)],
        [("civil-society", 46, 77)],
    ),
    Altered("coalition-members", FINAL, [("：ALUDEC、", "：")], ["name"], [("ALUDEC",)], []),
    Altered(
        "participation-by-group",
        FINAL,
        [("几内亚、圭亚那", "圭亚那")],
        ["regionalGroup", "statesParties", "states"],
        [("African States", 25, 35)],
        [("African States", 24, 34)],
    ),
    Altered(
        "participation-by-region",
        FINAL,
        [("几内亚、圭亚那", "圭亚那")],
        ["region", "subregion", "statesParties", "states"],
        [("Africa", "Sub-Saharan Africa", 25, 33)],
        [("Africa", "Sub-Saharan Africa", 24, 32)],
    ),
    Altered(
        "standing-of-state",
        STATUS,
        [OTHER_STATE],
        ["party", "certainFrom"],
        [("yes", "2025-03-31")],
        [("no", None)],
    ),
    Altered(
        "states-parties-on",
        STATUS,
        [OTHER_STATE],
        ["name", "party"],
        [("Colombia", "yes")],
        [("Venezuela (Bolivarian Republic of)", "yes")],
    ),
    Altered(
        "members-of-group",
        STATUS,
        [OTHER_STATE],
        ["member", "belongs"],
        [("Colombia", "yes")],
        [("Venezuela (Bolivarian Republic of)", "yes")],
    ),
    Altered(
        "new-states-parties",
        FINAL,
        [("2024 年 8 月 19 日至 23 日在瑞士举行", "2025 年 4 月 1 日至 5 日在瑞士举行")],
        ["name", "became"],
        [("Colombia", "undetermined"), ("Gambia", "undetermined"), ("Malawi", "undetermined")],
        [],
    ),
    Altered(
        "treaty-actions-between",
        FINAL,
        [("2023 年 8 月 21 日至 25 日", "2024 年 7 月 21 日至 25 日")],
        ["name", "between"],
        [("Colombia", "yes"), ("Gambia", "yes"), ("Malawi", "yes")],
        [("Colombia", "undetermined"), ("Gambia", "undetermined"), ("Malawi", "undetermined")],
    ),
    Altered(
        "treaty-actions-of-state",
        FINAL,
        [
            (
                "2019 年 7 月 18 日，其中一个签署国——美利坚合众国——",
                "2019 年 7 月 18 日，其中一个签署国——土耳其——",
            )
        ],
        ["did", "date"],
        [],
        [("notice-of-no-intent", "2019-07-18")],
        {"state": "TUR"},
    ),
    Altered(
        "states-outside-treaty",
        STATUS,
        [OTHER_STATE],
        ["name", "outside"],
        [("Venezuela (Bolivarian Republic of)", "yes")],
        [],
    ),
    Altered(
        "standing-by-region",
        STATUS,
        [OTHER_STATE],
        ["region", "parties", "signatories", "outside"],
        [("Americas", 28, 2, 5)],
        [("Americas", 28, 3, 4)],
    ),
    Altered(
        "elected-and-appointed",
        FINAL,
        [("选举拉脱维亚、菲律宾、", "选举拉脱维亚、泰国、")],
        ["did", "holder", "role", "office"],
        [("elect", "Philippines", "vice-president", "CSP12")],
        [("elect", "Thailand", "vice-president", "CSP12")],
    ),
    Altered(
        "persons",
        FINAL,
        [("Gilles CARBONNIER", "Gilles DUPONT")],
        ["name", "did"],
        [("Gilles CARBONNIER", "holds"), ("Gilles CARBONNIER", "statement")],
        [("Gilles DUPONT", "holds"), ("Gilles DUPONT", "statement")],
    ),
    Altered(
        "offices-of-state",
        FINAL,
        [("选举拉脱维亚、菲律宾、", "选举拉脱维亚、泰国、")],
        ["role", "office"],
        [("vice-president", "CSP12")],
        [],
    ),
    Altered(
        "office-holders",
        FINAL,
        [("选举拉脱维亚、菲律宾、", "选举拉脱维亚、泰国、")],
        ["role", "holder"],
        [("vice-president", "Philippines")],
        [("vice-president", "Thailand")],
    ),
    Altered(
        "terms-ending",
        FINAL,
        [("任期两年，直至第十三届缔约国会议，这几个", "任期一年，直至第十二届缔约国会议，这几个")],
        ["role", "holder", "until"],
        [
            ("member", "China", "CSP13"),
            ("member", "Latvia", "CSP13"),
            ("member", "Lesotho", "CSP13"),
            ("member", "Paraguay", "CSP13"),
            ("member", "Spain", "CSP13"),
        ],
        [],
    ),
    Altered(
        "replacements",
        FINAL,
        [("中国接替大韩民国，", "中国接替日本，")],
        ["replaced", "newHolder"],
        [("Republic of Korea", "China")],
        [("Japan", "China")],
    ),
    Altered(
        "representatives",
        FINAL,
        [("红十字国际委员会副主席 Gilles", "各国议会联盟副主席 Gilles")],
        ["name", "how"],
        [("Gilles CARBONNIER", "holds"), ("Gilles CARBONNIER", "statement")],
        [],
    ),
    Altered(
        "presidents",
        FINAL,
        [
            (
                "感谢阿根廷 Carlos FORADORI 大使作为第十一届",
                "感谢阿根廷 Carlos FORADORI 大使作为第十届",
            )
        ],
        ["conference", "president"],
        [("CSP10", "not recorded")],
        [("CSP10", "Carlos FORADORI")],
    ),
    Altered(
        "speakers",
        FINAL,
        [("Mark DOWNES", "Mark UPTON")],
        ["kind", "name", "represents"],
        [("panel", "Mark DOWNES", "小武器调查")],
        [("panel", "Mark UPTON", "小武器调查")],
    ),
    Altered(
        "participants-compared",
        FINAL,
        [("十一届", "九届"), ("/CSP11", "/CSP9")],
        ["change", "name"],
        [("no list of participants", "CSP9")],
        [("no list of participants", "CSP11")],
        {"earlier": "csp9"},
    ),
    Altered(
        "asked-of-actor",
        FINAL,
        [("敦促未完全履行报告提交义务的缔约国", "敦促巴拿马")],
        ["did", "how", "paragraph"],
        [],
        [("urge", "by name", "¶26(a)")],
    ),
    Altered(
        "asked-by-addressee",
        FINAL,
        [("b. 鼓励秘书处为设在", "b. 敦促秘书处为设在")],
        ["who", "strength", "acts"],
        [("Secretariat of the Arms Trade Treaty", "encouragement", 6)],
        [
            ("Secretariat of the Arms Trade Treaty", "urging", 1),
            ("Secretariat of the Arms Trade Treaty", "encouragement", 5),
        ],
    ),
    Altered(
        "due-at-meeting",
        FINAL,
        [("在第十二届缔约国会议之前开展", "在第十三届缔约国会议之前开展")],
        ["dueText", "did", "paragraph"],
        [("在第十二届缔约国会议之前", "welcome", "¶29")],
        [],
    ),
    Altered(
        "due-by-date",
        FINAL,
        [("应不迟于 2025 年 10 月 15 日", "应不迟于 2027 年 10 月 15 日")],
        ["due", "paragraph"],
        [("2025-10-15", "¶34")],
        [],
    ),
    Altered(
        "deadlines",
        FINAL,
        [("任期四年", "任期五年")],
        ["kind", "duration", "effectiveFrom"],
        [("term", "P4Y", "2026-01-01")],
        [("term", "P5Y", "2026-01-01")],
    ),
    Altered(
        "voluntary-and-conditional",
        FINAL,
        [("i. 鼓励缔约国自愿担任", "i. 鼓励缔约国担任")],
        ["paragraph", "voluntary"],
        [("¶25(i)", True)],
        [],
    ),
    Altered(
        "recipients",
        FINAL,
        [("提前告知《武器贸易条约》秘书处其", "提前告知管理委员会其")],
        ["who", "paragraph"],
        [("All who give reporting assistance", "¶26(e)")],
        [],
    ),
    Altered(
        "asked-of-nobody",
        FINAL,
        [("并鼓励分享经验", "并鼓励缔约国分享经验")],
        ["paragraph", "did"],
        [("¶23", "encourage")],
        [],
    ),
    Altered(
        "decisions",
        FINAL,
        [("g. 责成管理委员会继续", "g. 请管理委员会继续")],
        ["paragraph", "did", "who"],
        [("¶37(g)", "mandate", "Management Committee of the Arms Trade Treaty")],
        [("¶37(g)", "request", "Management Committee of the Arms Trade Treaty")],
    ),
    Altered(
        "acts-by-topic",
        FINAL,
        [("呼吁拖欠会费的国家", "敦促拖欠会费的国家")],
        ["paragraph", "did"],
        [("CSP11 ¶35 calls upon", "call-upon")],
        [("CSP11 ¶35 urges", "urge")],
    ),
    Altered(
        "acts-by-type",
        FINAL,
        [("g. 责成管理委员会继续", "g. 请管理委员会继续")],
        ["madeBy", "did", "acts"],
        [("CSP11", "mandate", 1), ("CSP11", "request", 14)],
        [("CSP11", "request", 15)],
    ),
    Altered(
        "acts-of-type",
        FINAL,
        [("g. 责成管理委员会继续", "g. 敦促管理委员会继续")],
        ["paragraph", "who"],
        [],
        [("¶37(g)", "Management Committee of the Arms Trade Treaty")],
    ),
    Altered(
        "thanked",
        FINAL,
        [("热烈感谢阿根廷 Carlos FORADORI 大使", "热烈感谢阿根廷 Carlos GARDEL 大使")],
        ["who", "did"],
        [("Carlos FORADORI", "thank")],
        [("Carlos GARDEL", "thank")],
    ),
    Altered(
        "provisions-relied-on",
        FINAL,
        [("根据议事规则第 10 条，确认", "根据议事规则第 11 条，确认")],
        ["number", "use", "times"],
        [("10", "confirm", 1)],
        [("11", "confirm", 1)],
    ),
    Altered(
        "acts-under-provision",
        FINAL,
        [("根据议事规则第 9.1 条，会议以", "根据议事规则第 9.2 条，会议以")],
        ["did", "paragraph"],
        [("elect", "¶42"), ("elect", "¶43")],
        [],
    ),
    Altered(
        "acts-on-document",
        FINAL,
        [("会议还批准了第", "会议还注意到第")],
        ["how", "did", "paragraph"],
        [("acts on", "approve", "¶32")],
        [("acts on", "take-note", "¶32")],
    ),
    Altered(
        "recommendations",
        GROUP,
        [("2) 重申区域合作", "2) 强调区域合作")],
        ["paragraph", "did"],
        [("¶22(2)", "reaffirm")],
        [("¶22(2)", "stress")],
    ),
    Altered(
        "recommendations-adopted",
        GROUP,
        [("2) 重申区域合作和参与是促使各国加入《条约》的关键工具，并呼吁", "2) 呼吁")],
        ["recommendation", "decision"],
        [("CSP11-WGTU ¶22(2) reaffirms", "CSP11 ¶24(b) reaffirms")],
        [],
    ),
    Altered(
        "recommendations-not-adopted",
        GROUP,
        [("1) 赞赏已根据", "1) 请秘书处印制彩色海报并寄往各国首都，赞赏已根据")],
        ["paragraph", "did"],
        [],
        [("¶22(1)", "request")],
    ),
    Altered(
        "wording-changes",
        GROUP,
        [("加入《条约》的关键工具", "加入条约的关键工具")],
        ["recommendation"],
        [("CSP11-WGTU ¶22(2) reaffirms",)],
        [],
    ),
    Altered(
        "conferences",
        FINAL,
        [("2026 年 8 月 24 日至 28 日", "2026 年 8 月 25 日至 28 日")],
        ["name", "start"],
        [("CSP12", "2026-08-24")],
        [("CSP12", "2026-08-25")],
    ),
    Altered(
        "meetings",
        FINAL,
        [("2026 年 5 月 12 日至 13 日", "2026 年 5 月 11 日至 13 日")],
        ["name", "start"],
        [("CSP12 informal preparatory meeting", "2026-05-12")],
        [("CSP12 informal preparatory meeting", "2026-05-11")],
    ),
    Altered(
        "calendar",
        FINAL,
        [("2026 年 5 月 12 日至 13 日", "2026 年 5 月 11 日至 13 日")],
        ["day", "what", "title"],
        [("2026-05-12", "meeting", "CSP12 informal preparatory meeting")],
        [("2026-05-11", "meeting", "CSP12 informal preparatory meeting")],
    ),
    Altered(
        "bodies",
        FINAL,
        [("第三届缔约国会议设立的三个", "第四届缔约国会议设立的三个")],
        ["name", "establishedBy"],
        [
            ("Working Group on Effective Treaty Implementation", "CSP3"),
            ("Working Group on Transparency and Reporting", "CSP3"),
        ],
        [
            ("Working Group on Effective Treaty Implementation", "CSP4"),
            ("Working Group on Transparency and Reporting", "CSP4"),
            ("Working Group on Treaty Universalization", "CSP4"),
        ],
    ),
    Altered(
        "acts-repeated",
        FINAL,
        [("十一届", "九届"), ("/CSP11", "/CSP9")],
        ["change", "who"],
        [("no acts recorded", "CSP9")],
        [("no acts recorded", "CSP11")],
        {"earlier": "csp9"},
    ),
    Altered(
        "documents-acted-on",
        FINAL,
        [("会议还批准了第", "会议还注意到第")],
        ["did", "symbol"],
        [("approve", "ATT/CSP11/2025/SEC.FIN/817/Conf.2026Bud")],
        [("take-note", "ATT/CSP11/2025/SEC.FIN/817/Conf.2026Bud")],
    ),
    Altered(
        "documents-by-submitter",
        FINAL,
        [("加强青年对《武器贸易条约》的参与", "加强老年对《武器贸易条约》的参与")],
        ["submittedBy", "title"],
        [("Panama", "加强青年对《武器贸易条约》的参与")],
        [("Panama", "加强老年对《武器贸易条约》的参与")],
    ),
    Altered(
        "documents-never-cited",
        FINAL,
        [("ATT/CSP11/2025/SEC/821/Conf.SecRep", "ATT/CSP11/2025/SEC/819/Conf.PoW")],
        ["symbol"],
        [("ATT/CSP11/2025/SEC/819/Conf.PoW",)],
        [("ATT/CSP11/2025/SEC/821/Conf.SecRep",)],
    ),
    Altered(
        "symbol-gaps",
        FINAL,
        [("ATT/CSP11/2025/SEC/819/Conf.PoW", "")],
        ["firstMissing", "lastMissing"],
        [],
        [(819, 819)],
    ),
    Altered(
        "revisions",
        FINAL,
        [("ATT/CSP11/2025/PAN/832/Conf.WP", "ATT/CSP11/2025/PAN/832/Conf.WP/Rev")],
        ["revision", "original"],
        [],
        [("ATT/CSP11/2025/PAN/832/Conf.WP/Rev", "ATT/CSP11/2025/PAN/832/Conf.WP")],
    ),
    Altered(
        "printed-symbols",
        FINAL,
        [("ATT/CSP1/2025/SEC/834", "ATT/CSP11/2025/SEC/834")],
        ["printed", "finding"],
        [("ATT/CSP1/2025/SEC/834/Conf.FinRep/Rev.", "symbol-misprint")],
        [("ATT/CSP11/2025/SEC/834/Conf.FinRep/Rev.", "symbol-variant")],
    ),
    Altered(
        "stated-figures",
        FINAL,
        [("108 个实施项目", "109 个实施项目")],
        ["measure", "value"],
        [("projects-funded", 108)],
        [("projects-funded", 109)],
    ),
    Altered(
        "stated-and-counted",
        FINAL,
        [("几内亚、圭亚那", "圭亚那")],
        ["measure", "stated", "counted", "agrees"],
        [("states-attending", 116, 116, "yes"), ("states-parties-attending", 94, 94, "yes")],
        [("states-attending", 116, 115, "no"), ("states-parties-attending", 94, 93, "no")],
    ),
    Altered(
        "stated-and-counted",
        GROUP,
        [("23%", "50%")],
        ["measure", "about", "stated", "counted", "base", "agrees"],
        [("share-of-states-parties", "Asia", 23, 23, "11 of 48", "yes")],
        [("share-of-states-parties", "Asia", 50, 23, "11 of 48", "no")],
    ),
    Altered(
        "findings",
        FINAL,
        [("2025 年 8 日星期六", "2025 年 8 月 23 日星期六")],
        ["finding", "printed"],
        [("broken-date", "2025 年 8 日星期六")],
        [],
    ),
    Altered(
        "findings-by-place",
        FINAL,
        [("秘书处处于", "秘书处于")],
        ["paragraph", "finding", "words"],
        [("¶16", "doubled-character", "秘书处处")],
        [],
    ),
    Altered(
        "evidence",
        FINAL,
        [("向第十三届缔约国会议报告", "报告")],
        ["fact"],
        [("向第十三届缔约国会议报告",)],
        [],
        {"thing": "csp13"},
    ),
    Altered(
        "facts-of-paragraph",
        FINAL,
        [("财务细则第 10 条", "财务细则第 11 条")],
        ["kind", "fact"],
        [("provision", "Financial Rules of the Arms Trade Treaty 10")],
        [("provision", "Financial Rules of the Arms Trade Treaty 11")],
    ),
    Altered(
        "paragraphs-with-words",
        FINAL,
        [("《武器贸易条约》财务细则第 10 条", "《武器贸易条约》议事规则第 10 条")],
        ["paragraph"],
        [("¶34",)],
        [],
    ),
    Altered(
        "sources",
        FINAL,
        [("2025年8月29日", "2025年8月30日")],
        ["language", "issued"],
        [("zh", "2025-08-29")],
        [("zh", "2025-08-30")],
    ),
]


@cache
def graph(seed: str, text: str) -> bytes:
    return write(to_graph(load(parse(replace(read(paths.SOURCES / seed), text=text)))))


def original(source: str) -> str:
    if source == STATUS:
        return (paths.AUTHORITY / f"{STATUS}.ttl").read_text(encoding="utf-8")
    return text_of(source)


def store(source: str, text: str, traced: bool) -> Store:
    """The two reports and what the authority files say, one of them with this text."""
    with TemporaryDirectory() as folder:
        places = []
        for seed in FINAL, GROUP:
            places.append(Path(folder) / f"{seed}.ttl")
            places[-1].write_bytes(graph(seed, text if seed == source else text_of(seed)))
        if traced:
            concluded = Path(folder) / "inferred.ttl"
            concluded.write_bytes(write(infer(places)))
            places.append(concluded)
        status = Path(folder) / f"{STATUS}.ttl"
        status.write_text(text if source == STATUS else original(STATUS), encoding="utf-8")
        known = [path for path in files.authority() if path.stem != STATUS]
        return open_store([*places, status, *known, *files.ontology()], alone=True)


@cache
def before(traced: bool) -> Store:
    return store(FINAL, text_of(FINAL), traced)


def rows(asked: Store, case: Altered) -> Counter[tuple[Cell, ...]]:
    question = questions.question(case.question)
    kinds = {parameter.name: parameter.kind for parameter in question.params}
    given = {
        name: terms.resolve(before(False), kinds[name], word, name)
        for name, word in case.params.items()
    }
    table = asked.query(question.filled(given), question.name)
    places = [table.columns.index(column) for column in case.columns]
    return Counter(tuple(row[place] for place in places) for row in table.rows)


def test_every_question_has_an_altered_report() -> None:
    assert {case.question for case in CASES} == {each.name for each in questions.questions()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.question)
def test_the_answer_changes_as_stated(case: Altered) -> None:
    text = original(case.source)
    for old, new in case.edits:
        assert old in text
        text = text.replace(old, new) if old.endswith(EVERYWHERE) else text.replace(old, new, 1)
    traced = "traces" in questions.question(case.question).tags
    was, now = (rows(asked, case) for asked in (before(traced), store(case.source, text, traced)))
    assert case.gone or case.come
    assert was - now == Counter(case.gone)
    assert now - was == Counter(case.come)
