"""What changed between two graphs: each alteration of a report shows as what it is, and no more."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FINAL, GROUP
from test_cli import run

from att_graph import paths
from att_graph.build import convert
from att_graph.comparison.diff import Change, Difference, diff
from att_graph.errors import InputError
from att_graph.exports.diff import render

SMALL = Path(__file__).parent / "data" / "small.ttl"
TEXT = (paths.SOURCES / FINAL / "text.txt").read_bytes().decode()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The final report as the loaders read it now."""
    return written(tmp_path_factory.mktemp("base"), TEXT)


def written(folder: Path, text: str, report_id: str = FINAL) -> Path:
    (folder / "report.txt").write_bytes(text.encode())
    (folder / "report.ttl").write_bytes(
        convert(str(folder / "report.txt"), report_id=report_id, lang="zh")
    )
    return folder / "report.ttl"


@pytest.fixture
def changed(base: Path, tmp_path: Path) -> Callable[..., Difference]:
    """Some words of the report exchanged for others → what changed in the graph."""

    def compare(*changes: tuple[str, str]) -> Difference:
        text = TEXT
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        return diff(base, written(tmp_path, text))

    return compare


def of(found: Difference, section: str) -> list[Change]:
    return [each for each in found.changes if each.section == section]


def kinds(found: Difference) -> dict[str, list[str]]:
    """Section → the kinds of its changes; without the wording of paragraphs."""
    told: dict[str, list[str]] = {}
    for each in found.changes:
        if each.section != "paragraphs":
            told.setdefault(each.section, []).append(each.kind)
    return told


Changed = Callable[..., Difference]


def test_the_same_report_does_not_differ(base: Path, tmp_path: Path) -> None:
    assert diff(base, base).same
    assert diff(paths.AUTHORITY, paths.AUTHORITY).same
    assert diff(base, written(tmp_path, TEXT, report_id="another-name")).same  # the same facts


def test_where_words_stand_does_not_count(changed: Changed) -> None:
    found = changed(
        ("\n\n\n\n2025年8月29日", "\n\n2025年8月29日"),  # every offset moves
        ("呼吁所有缔约国和参与", "呼吁所有缔约国\n和参与"),
        ("2025 年 10 月 15 日", "2025年10月15日"),
        ("（94）个缔约国", "(94)个缔约国"),
    )
    assert found.changes == []
    assert render(found, "text") == "No differences."


def test_a_state_lost(changed: Changed) -> None:
    found = changed(("阿根廷、澳大利亚", "澳大利亚"))
    (lost,) = of(found, "participations")
    assert lost.kind == "removed"
    assert lost.what.startswith("Argentina took part in CSP11 as State Party")
    assert kinds(found) == {"participations": ["removed"], "findings": ["added"]}  # 94, listed 93
    assert "participations: 1 lost" in render(found, "text")


def test_a_state_gained(changed: Changed) -> None:
    found = changed(("安哥拉、巴林", "安哥拉、阿塞拜疆、巴林"))
    assert [each.kind for each in of(found, "participations")] == ["added"]
    assert of(found, "participations")[0].what.startswith("Azerbaijan took part in CSP11 as signat")


def test_a_state_in_another_capacity(changed: Changed) -> None:
    found = changed(("安哥拉、巴林、", "安哥拉、"), ("、巴拿马、", "、巴林、巴拿马、"))
    (moved,) = of(found, "participations")
    assert moved.kind == "changed"
    details = {each.property: (each.removed, each.added) for each in moved.details}
    assert details["capacity"] == (("signatory",), ("State Party",))


def test_an_item_inserted_renumbers_and_changes_nothing_else(changed: Changed) -> None:
    found = changed(
        ("- d. 继续鼓励缔约国自愿介绍", "- e. 继续鼓励缔约国自愿介绍"),
        ("- c. 呼吁所有缔约国和参与", "- d. 呼吁所有缔约国和参与"),
        ("- b. 重申区域合作", "- b. 请秘书处编写一份新报告；\n- c. 重申区域合作"),
    )
    assert kinds(found) == {"acts": ["added"]}
    (added,) = of(found, "acts")
    assert added.what.startswith("¶24(b): CSP11 requests Secretariat of the Arms Trade Treaty")
    moved = [each.what for each in of(found, "paragraphs") if each.kind == "moved"]
    assert moved == ["¶24(b) → ¶24(c)", "¶24(c) → ¶24(d)", "¶24(d) → ¶24(e)"]


def test_two_items_exchanged_are_moved(changed: Changed) -> None:
    one = "鼓励秘书处为设在日内瓦的联络点举行闭会期间简报会；"
    start = TEXT.index("- a. 鼓励《武器贸易条约》秘书处探索")
    other = TEXT[start + len("- a. ") : TEXT.index("\n- b. " + one)]
    found = changed((f"- a. {other}\n- b. {one}", f"- a. {one}\n- b. {other}"))
    assert kinds(found) == {}
    assert {each.kind for each in found.changes} == {"moved"}
    assert not found.same


def test_another_verb(changed: Changed) -> None:
    found = changed(("责成管理委员会继续审查", "请管理委员会继续审查"))
    (act,) = of(found, "acts")
    assert (act.kind, act.details[0].property) == ("changed", "act type")
    assert (act.details[0].removed, act.details[0].added) == (("mandates",), ("requests",))


def test_another_deadline(changed: Changed) -> None:
    found = changed(("不迟于 2025 年 10 月 15 日", "不迟于 2025 年 11 月 15 日"))
    (act,) = of(found, "acts")
    details = {each.property: each for each in act.details}
    assert details["content"].wording.count("[-10-]{+11+}") == 1
    assert details["deadline"].added == ("不迟于 2025 年 11 月 15 日",)


def test_an_item_removed(changed: Changed) -> None:
    start = TEXT.index("- f. 请缔约国和其他利益攸关方考虑邀请公众人物")
    found = changed((TEXT[start : TEXT.index("\n\n24.", start)], ""))
    assert [each.kind for each in of(found, "acts")] == ["removed"]
    assert of(found, "acts")[0].what.startswith("¶23(f)")
    assert [each.kind for each in of(found, "paragraphs")] == ["removed"]


def test_another_person_date_and_figure(changed: Changed) -> None:
    found = changed(("José Luis VILA", "Juan PÉREZ"))
    assert kinds(found)["persons"] == ["removed", "added"]
    assert set(kinds(found)) == {"persons", "offices held", "interventions"}
    found = changed(("2026 年 8 月 24 日至 28 日", "2026 年 8 月 17 日至 21 日"))
    (meeting,) = of(found, "meetings")
    assert {each.property for each in meeting.details} == {"start date", "end date"}
    found = changed(("的 108 个实施项目", "的 109 个实施项目"))
    (figure,) = of(found, "figures")
    assert "value" in {each.property for each in figure.details}


def test_narrative_is_compared_by_its_words(changed: Changed) -> None:
    found = changed(("9. 条约秘书处为会议做了安排", "9. 条约秘书处为本届会议做了安排"))
    (paragraph,) = found.changes
    assert paragraph.section == "paragraphs"
    assert paragraph.details[0].wording.startswith("条约秘书处为{+本届+}会议")


def test_directories_and_hand_made_graphs(tmp_path: Path) -> None:
    graph = SMALL.read_text(encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "old" / "a.ttl").write_text(graph, encoding="utf-8")
    (tmp_path / "new" / "b.ttl").write_text(
        graph.replace('"Republic of Avaria"', '"Avarian Republic"'), encoding="utf-8"
    )
    (change,) = diff(tmp_path / "old", tmp_path / "new").changes
    assert (change.section, change.details[0].property) == ("other things", "alt label")
    with pytest.raises(InputError, match=r"nowhere\.ttl: no such file"):
        diff(SMALL, "nowhere.ttl")


def test_formats(changed: Changed) -> None:
    found = changed(("责成管理委员会继续审查", "请管理委员会继续审查"))
    text = render(found, "text")
    assert "acts\n  ~ ¶37(g): CSP11 mandates" in text
    assert "      act type: mandates → requests" in text
    assert "### Acts" in render(found, "md")
    assert "\\[-责成-\\]{+请+}" in render(found, "md")
    tree = json.loads(render(found, "json"))
    assert tree["same"] is False
    assert tree["changes"][0]["section"] == "acts"
    with pytest.raises(InputError, match="'csv' is none of text, md, json"):
        render(found, "csv")


def test_the_command(base: Path) -> None:
    group = str(paths.GRAPH / f"{GROUP}.ttl")
    same = run("diff", str(base), str(base))
    assert (same.returncode, same.stdout.decode().strip()) == (0, "No differences.")
    other = run("diff", str(base), group, "--format", "md")
    assert other.returncode == 1
    assert other.stdout.decode().startswith("**")
    assert run("diff", str(base), "nowhere.ttl").returncode == 2
