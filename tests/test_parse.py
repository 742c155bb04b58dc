"""Layout: masthead, parts, paragraphs, items, footnotes and annex rows, with what a page splits."""

import pytest
from conftest import FINAL, GROUP, REPORTS

from att_graph.layout.structure import Paragraph, ParsedReport
from att_graph.parse import parse
from att_graph.source import Source

Layouts = dict[str, ParsedReport]


def layout(text: str) -> ParsedReport:
    return parse(Source("a text", text, "0" * 64, language="zh"))


def paragraph(parsed: ParsedReport, number: str) -> Paragraph:
    return next(p for p in parsed.paragraphs if p.number == number)


def test_the_masthead_of_both_reports(parsed: Layouts) -> None:
    assert [line.norm for line in parsed[FINAL].masthead[:7]] == [
        "2025年8月29日",
        "提交人:《武器贸易条约》秘书处",
        "原文:英文",
        "《武器贸易条约》",
        "第十一届缔约国会议",
        "日内瓦,2025年8月25日至29日",
        "最终报告",
    ]
    assert len(parsed[GROUP].masthead) == 7
    assert [line.norm for line in parsed[FINAL].contents] == [
        "I绪言",
        "II会议组织",
        "III决定和建议",
        "附件文件清单",
    ]


def test_the_parts_of_both_reports(parsed: Layouts) -> None:
    assert [(part.number, part.title.norm) for part in parsed[FINAL].parts] == [
        ("I", "绪言"),
        ("II", "会议组织"),
        ("III", "决定和建议"),
    ]
    titles = [part.title.norm for part in parsed[GROUP].parts]
    assert len(titles) == 10
    assert (titles[0], titles[-1]) == ("引言", "针对第十一届缔约国会议的建议")


@pytest.mark.parametrize(("report", "count"), [(FINAL, 47), (GROUP, 22)])
def test_the_paragraphs_are_numbered_without_a_gap(
    parsed: Layouts, report: str, count: int
) -> None:
    assert [p.number for p in parsed[report].paragraphs] == [str(n) for n in range(1, count + 1)]


def test_each_paragraph_stands_under_its_part(parsed: Layouts) -> None:
    final = [(p.number, p.part) for p in parsed[FINAL].paragraphs]
    assert final == [(str(n), 0 if n < 9 else 1 if n < 21 else 2) for n in range(1, 48)]
    group = {p.number: p.part for p in parsed[GROUP].paragraphs}
    assert (group["1"], group["2"], group["4"], group["22"]) == (0, 1, 2, 9)


def test_the_items_of_each_paragraph(parsed: Layouts) -> None:
    """25, 26 and 37 go on after a page break; options inside a sentence (37 a) are no items."""
    found = {p.number: "".join(i.label for i in p.items) for p in parsed[FINAL].paragraphs}
    assert {number: labels for number, labels in found.items() if labels} == {
        "2": "abcdefg",
        "23": "abcdef",
        "24": "abcd",
        "25": "abcdefghij",
        "26": "abcdefghijk",
        "36": "ab",
        "37": "abcdefg",
    }
    found = {p.number: "".join(i.label for i in p.items) for p in parsed[GROUP].paragraphs}
    assert {number: labels for number, labels in found.items() if labels} == {"22": "1234"}


def test_an_item_goes_on_after_a_page_break(parsed: Layouts) -> None:
    item = paragraph(parsed[FINAL], "23").items[2].view
    assert item.norm.startswith("鼓励秘书处和未来的主席")
    assert item.norm.endswith("持续开展外联工作的典范。")
    assert len(item.spans()) == 2


@pytest.mark.parametrize(
    ("report", "number", "across"),
    [
        (FINAL, "16", "代表团的组成情况,并要求"),
        (FINAL, "29", "会议还注意到自愿信托基金第三次评估报告"),
        (GROUP, "8", "讨论《武器贸易条约》具有现实意义"),
        (GROUP, "14", "优先事项方面的挑战"),
        (GROUP, "21", "以促进亚太、非洲"),
    ],
)
def test_a_paragraph_that_a_page_break_splits(
    parsed: Layouts, report: str, number: str, across: str
) -> None:
    whole = paragraph(parsed[report], number).view
    start = whole.norm.index(across)
    spans = whole.spans(start, start + len(across))
    assert len(spans) == 2
    assert whole.norm.endswith("。")


def test_footnotes_stand_apart_from_the_paragraph_they_interrupt(parsed: Layouts) -> None:
    (note,) = parsed[FINAL].footnotes
    assert note.label == "1"
    assert note.view.norm.startswith("因出现特殊情况,中国接替大韩民国")
    called = paragraph(parsed[FINAL], "44").view
    assert [n.label for n in called.notes] == ["1"]
    assert called.norm.endswith("巴拉圭和西班牙。")
    (note,) = parsed[GROUP].footnotes
    assert "条约状态" in note.view.norm
    assert "关于参会情况" not in paragraph(parsed[GROUP], "8").view.norm


def test_the_rows_of_the_annex(parsed: Layouts) -> None:
    rows = parsed[FINAL].rows
    assert [line.norm for line in parsed[FINAL].annex] == ["附件", "文件清单"]
    assert [len(row.cells) for row in rows] == [2] * 18 + [1] * 6
    headings = [row.heading.norm if row.heading else "" for row in rows]
    assert [headings.count(title) for title in dict.fromkeys(headings)] == [16, 2, 3, 3]
    assert list(dict.fromkeys(headings))[1:] == [
        "向第十一届缔约国会议提交的工作文件",
        "根据《武器贸易条约》议事规则第5条向第十一届缔约国会议提交的文件",
        "其他文件",
    ]


def test_a_cell_that_wraps_over_a_page(parsed: Layouts) -> None:
    cell = next(r.cells[1] for r in parsed[FINAL].rows if "828" in r.cells[0].norm)
    assert cell.norm.endswith("联合主席向十一届缔约国会议提交的报告")
    assert len(cell.spans()) == 2


@pytest.mark.parametrize("report", REPORTS)
def test_nothing_of_the_text_is_lost(parsed: Layouts, report: str) -> None:
    """Every Chinese character of the stored text is read by exactly one place."""
    read = [*parsed[report].masthead, *parsed[report].contents, *parsed[report].annex]
    read += [part.title for part in parsed[report].parts]
    read += [note.view for note in parsed[report].footnotes]
    read += [cell for row in parsed[report].rows for cell in row.cells]
    read += list({id(r.heading): r.heading for r in parsed[report].rows if r.heading}.values())
    for each in parsed[report].paragraphs:
        read += [each.view, *(item.view for item in each.items)]
    places = [at for v in read for at, shown in zip(v.at, v.shown, strict=True) if shown]
    once = set(places)
    assert len(places) == len(once)
    text = parsed[report].source.text
    lost = [i for i, c in enumerate(text) if "\u4e00" <= c <= "\u9fff" and i not in once]
    assert "".join(text[i] for i in lost) == ""


# text after paragraph 1, the items it gives
ITEMS = [
    ("决定：\n\n- a. 甲；\n- b. 乙。", ["a", "b"]),
    ("决定：\n\n(a) 甲；\n(b) 乙。", ["a", "b"]),
    ("决定：\n\n（一） 甲；", []),
    ("决定：\n\n1) 甲；\n2) 乙；", ["1", "2"]),
    ("决定：\n\na. 甲：\n\ni. 子；\n\nii. 丑；\n\nb. 乙。", ["a", "a.i", "a.ii", "b"]),
    ("决定：i)甲；ii)乙。", []),
    ("决定：\n\n- a. 甲；\n\n第二页\n\n- b. 乙。", ["a", "b"]),
    ("决定于2026年\n8月举行。", []),
]


def test_the_item_cases_are_found() -> None:
    assert len(ITEMS) == 8


@pytest.mark.parametrize(("text", "labels"), ITEMS)
def test_which_lines_are_items(text: str, labels: list[str]) -> None:
    (only,) = layout(f"报告\n\n1. 会议{text}").paragraphs
    assert [item.label for item in only.items] == labels


def test_a_number_in_running_text_starts_no_paragraph() -> None:
    parsed = layout("报告\n\n1. 甲。\n\n2. 会议审议了\n\n2025. 年的报告和\n\n1. 乙。\n\n3. 丙。")
    assert [p.number for p in parsed.paragraphs] == ["1", "2", "3"]


PLAIN_NOTE = (
    "Report\n\n1. The Conference appointed Chile and Peru.{mark}\n\n"
    "2. The Conference closed.\n\n{note} Owing to illness, Chile was late.\n\n3. It rose.\n"
)


@pytest.mark.parametrize(
    ("mark", "note", "labels", "second"),
    [
        ("1", "1", ["1"], "The Conference closed."),
        ("", "1", [], "The Conference closed. 1 Owing to illness, Chile was late."),
        ("2", "1", [], "The Conference closed. 1 Owing to illness, Chile was late."),
    ],
)
def test_a_footnote_whose_mark_is_a_plain_figure(
    mark: str, note: str, labels: list[str], second: str
) -> None:
    text = PLAIN_NOTE.format(mark=mark, note=note)
    parsed = parse(Source("a text", text, "0" * 64, language="en"))
    assert [found.label for found in parsed.footnotes] == labels
    assert paragraph(parsed, "2").view.norm == second
    first = paragraph(parsed, "1").view
    assert [found.label for found in first.notes] == labels
    assert first.norm.endswith("Peru." if labels else f"Peru.{mark}")
    assert paragraph(parsed, "3").view.norm == "It rose."
