"""The language tables: numerals, dates, patterns; and what is written in another language."""

import ast
import re
from pathlib import Path

import pytest

from att_graph import languages
from att_graph.errors import InputError
from att_graph.languages import SUPPORTED, Language, detect, language
from att_graph.loaders import dates
from att_graph.text import fold

ZH = language("zh")
ASKING = ("pattern", "table", "cue", "choose", "after")  # the methods of a Language


@pytest.mark.parametrize("code", SUPPORTED)
def test_every_pattern_compiles(code: str) -> None:
    tongue = language(code)
    assert len(tongue.patterns) > (80 if code == "zh" else 35)
    for name in tongue.patterns:
        assert tongue.pattern(name).pattern == tongue.patterns[name]
    for name, rows in tongue.tables.items():
        assert len(list(tongue.table(name))) == len(rows) > 0


def test_patterns_run_on_the_reading_view() -> None:
    """A full-width mark in a pattern would never match: the view has folded it."""
    wide = re.compile("[，：；（）？！０-９Ａ-Ｚａ-ｚ　]")
    rows = [(key, text) for table in ZH.tables.values() for key, text in table]
    found = [name for name, text in [*ZH.patterns.items(), *rows] if wide.search(text)]
    assert found == []


def test_every_pattern_is_asked_for_and_each_asked_for_is_there() -> None:
    """A pattern under a misspelt name never matches, and nothing else would say so."""
    package = Path(languages.__file__).parent.parent
    tongues = set((package / "languages").rglob("*.py")) - {Path(languages.__file__)}
    asked: set[str] = set()
    handed_on: set[str] = set()  # a name may be a word of a table before it is asked for
    for path in set(package.rglob("*.py")) - tongues:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                handed_on.add(node.value)
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ASKING:
                names = (each for each in node.args[:1] if isinstance(each, ast.Constant))
                asked |= {str(each.value) for each in names}
    known = {
        name for code in SUPPORTED for name in (*language(code).patterns, *language(code).tables)
    }
    assert len(asked) > 150
    assert asked - known == set()
    assert known - handed_on == set()


def test_a_pattern_that_a_language_lacks_never_matches() -> None:
    assert not Language("xx", {}, {}, int).pattern("date").search("2025年8月25日")
    assert Language("xx", {}, {}, int).choose("part", "决定") is None


NUMERALS = [
    ("四", 4), ("十", 10), ("十一", 11), ("十八", 18), ("二十六", 26), ("四十六", 46),
    ("九十四", 94), ("一百一十六", 116), ("两", 2), ("〇", 0), ("94", 94), ("2025", 2025),
]  # fmt: skip


def test_the_numerals_are_found() -> None:
    assert len(NUMERALS) == 12


@pytest.mark.parametrize(("printed", "value"), NUMERALS)
def test_numerals(printed: str, value: int) -> None:
    assert ZH.number(printed) == value


@pytest.mark.parametrize("printed", ["", "第十", "十a", "多"])
def test_what_is_no_numeral(printed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        ZH.number(printed)


RANGES = [
    ("2025年8月25日至29日", ("2025-08-25", "2025-08-29")),
    ("2021 年 8 月 30 日至 9 月 3 日", ("2021-08-30", "2021-09-03")),
    ("2025年12月30日至2026年1月2日", ("2025-12-30", "2026-01-02")),
    ("２０２５年８月２５日－２９日", ("2025-08-25", "2025-08-29")),
    ("2025年2月27日", ("2025-02-27", "2025-02-27")),
]


def test_the_ranges_are_found() -> None:
    assert len(RANGES) == 5


@pytest.mark.parametrize(("printed", "days"), RANGES)
def test_dates_and_ranges(printed: str, days: tuple[str, str]) -> None:
    found = ZH.pattern("range").fullmatch(fold(printed))
    assert found
    assert dates.days(found, ZH) == days


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("on 14 and 15 April 2027", ("2027-04-14", "2027-04-15")),
        ("on 30th and 31st of March 2027", ("2027-03-30", "2027-03-31")),
        ("under Rule 14 and 15 April 2027", ("2027-04-15", "2027-04-15")),
    ],
)
def test_two_days_joined_by_a_word_are_a_range(printed: str, days: tuple[str, str]) -> None:
    english = language("en")
    found = english.pattern("range").search(fold(printed))
    assert found
    assert dates.days(found, english) == days


ENGLISH_RANGES = [
    ("26 – 30 August 2019", ("2019-08-26", "2019-08-30")),
    ("30 August – 3 September 2021", ("2021-08-30", "2021-09-03")),
    ("25 to 29 August 2025", ("2025-08-25", "2025-08-29")),
    ("August 25-29, 2025", ("2025-08-25", "2025-08-29")),
    ("August 30 – September 3, 2021", ("2021-08-30", "2021-09-03")),
    ("25th to 29th of August 2025", ("2025-08-25", "2025-08-29")),
    ("2427 August 2015", ("2015-08-24", "2015-08-27")),
    ("26 30 August 2019", ("2019-08-26", "2019-08-30")),
    ("30 August 3 September 2021", ("2021-08-30", "2021-09-03")),
    ("28 December to 3 January 2022", ("2021-12-28", "2022-01-03")),
    ("3 and 4 May 2029", ("2029-05-03", "2029-05-04")),
    ("3 June 2013", ("2013-06-03", "2013-06-03")),
    ("June 3, 2013", ("2013-06-03", "2013-06-03")),
    ("30 to 25 August 2025", ("2025-08-30", None)),
]


def test_the_english_ranges_are_found() -> None:
    assert len(ENGLISH_RANGES) == 14


@pytest.mark.parametrize(("printed", "days"), ENGLISH_RANGES)
def test_english_dates_and_ranges(printed: str, days: tuple[str, str]) -> None:
    found = language("en").pattern("range").fullmatch(fold(printed))
    assert found
    assert dates.days(found, language("en")) == days


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Rule 5 24 August 2025", "24 August 2025"),
        ("CSP2/2016/5 26 August 2016", "26 August 2016"),
        ("Rev1 30 August 2019", "30 August 2019"),
    ],
)
def test_a_number_before_a_date_is_no_first_day(printed: str, day: str) -> None:
    found = language("en").pattern("range").search(printed)
    assert found
    assert found[0] == day


def test_one_year_may_stand_for_several_dates() -> None:
    for text, wanted in [
        ("9 March and 1 June 2018", ["2018", "2018"]),
        ("9 March 2017, 1 June and 3 July 2018", ["2017", "2018", "2018"]),
    ]:
        found = list(language("en").pattern("range-in-list").finditer(text))
        assert dates.years(found) == wanted
    found = list(ZH.pattern("range-in-list").finditer("2025年3月1日、4月2日和2026年5月3日"))
    assert dates.years(found) == ["2025", "2025", "2026"]


@pytest.mark.parametrize("printed", ["2025年2月30日", "2025年13月1日"])
def test_a_day_that_no_calendar_has(printed: str) -> None:
    found = ZH.pattern("date").fullmatch(printed)
    assert found
    assert dates.day(found, ZH) is None


@pytest.mark.parametrize(
    ("printed", "broken"),
    [
        ("在当地时间2025年8日星期六10时之前", "2025年8日星期六"),
        ("于2025年8日举行", "2025年8日"),
        ("于2025年8月8日举行", None),
        ("2025年8月举行", None),
    ],
)
def test_broken_dates(printed: str, broken: str | None) -> None:
    found = ZH.pattern("broken-date").search(printed)
    assert (found[0] if found else None) == broken


# the rows of a table: text, key
CHOICES = [
    ("part", "III.决定和建议", "decisions"),
    ("part", "针对第十一届缔约国会议的建议", "recommendations"),
    ("part", "绪言", "introduction"),
    ("kind", "最终报告", "conference-report"),
    ("kind", "普遍加入条约工作组联合主席向第十一届缔约国会议提交报告", "body-report"),
    ("capacity", "以下四十六(46)个民间社会组织以观察员身份", "civil-society"),
    ("capacity", "十八(18)个签署国", "signatory"),
    ("capacity", "以下十(10)个组织以观察员身份", "observer-organisation"),
    ("capacity", "四(4)个国家以观察员身份", "observer-state"),
    ("capacity", "九十四(94)个缔约国", "state-party"),
    ("role", "联合主席", "co-chair"),
    ("role", "副主席", "vice-president"),
    ("role", "主席", "chair"),
]


def test_the_choices_are_found() -> None:
    assert len(CHOICES) == 13


@pytest.mark.parametrize(("table", "text", "key"), CHOICES)
def test_closed_choices(table: str, text: str, key: str) -> None:
    assert ZH.choose(table, text) == key


OTHERS = [
    (
        "Die Konferenz beschloss, die nächste Tagung in Genf und mit den Staaten abzuhalten.",
        "German",
    ),
    ("A Conferência decidiu realizar a próxima sessão em Genebra e não no Brasil.", "Portuguese"),
    ("La Conferenza decise che la sessione della primavera con gli Stati è a Ginevra.", "Italian"),
    ("会議は次回会合をジュネーブで開催することを決定した。", "Japanese"),
    ("회의는 다음 회기를 제네바에서 개최하기로 결정하였다.", "Korean"),
]


def test_the_other_languages_are_found() -> None:
    assert len(OTHERS) == 5


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_an_unsupported_language_is_named(text: str, name: str) -> None:
    with pytest.raises(InputError, match=f"is written in {name}") as error:
        detect(text, "report.txt")
    assert str(error.value).startswith("report.txt: ")
    assert "\n" not in str(error.value)


DETECTED = [
    ("The Conference decided to hold its next session in Geneva.", "en"),
    ("La Conférence a décidé de tenir sa prochaine session à Genève.", "fr"),
    ("La Conferencia decidió celebrar su próximo período de sesiones en Ginebra.", "es"),
    ("Конференция постановила провести следующую сессию в Женеве.", "ru"),
    ("قرر المؤتمر عقد دورته المقبلة في جنيف", "ar"),
]


def test_the_detected_are_found() -> None:
    assert {code for _, code in DETECTED} == set(SUPPORTED) - {"zh"}


@pytest.mark.parametrize(("text", "code"), DETECTED)
def test_a_language_is_told_by_its_script_and_words(text: str, code: str) -> None:
    assert detect(text, "report.txt") is language(code)


def test_chinese_is_detected_beside_latin_names() -> None:
    text = "会议选举Tsholofelo Glenda TSHEOLE女士为第十二届缔约国会议主席。"
    assert detect(text, "report.txt") is ZH


def test_a_text_without_words_and_an_unknown_code() -> None:
    with pytest.raises(InputError, match="holds no words"):
        detect("12345 ---", "report.txt")
    with pytest.raises(InputError, match="is not one this version reads"):
        language("xx")
