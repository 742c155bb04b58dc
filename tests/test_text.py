"""The reading view: what it folds, what it leaves out, and that every character keeps its place."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from att_graph.text import Note, Places, Span, View, fold, spot, view, wide


def seen(stored: str) -> View:
    return view(stored, [Span(0, len(stored))])


# stored text, what a reader sees for matching, why
FOLDED = [
    ("２０２５年８月", "2025年8月", "full-width digits"),
    ("（ＡＢＣ）：，；", "(ABC):,;", "full-width letters and marks"),
    ("2025 年 8 月 25 日", "2025年8月25日", "spaces beside a Chinese character"),
    ("José Luis  VILA 先生", "José Luis VILA先生", "one space between two names"),
    ("Jose\u0301", "José", "a combining mark joins its letter"),
    ("国\u200b家\ufeff", "国家", "characters without width"),
    ("会议\n通过了", "会议通过了", "a broken line"),
    ("end of\nline", "end of line", "a broken line between words"),
    ("第 [ATT/A/1](#x) 号", "第ATT/A/1号", "a link's label"),
    ("<u>会议</u>通过", "会议通过", "tags"),
    ("**会议**通过", "会议通过", "emphasis"),
    (r"\*\*\*", "***", "escapes"),
    ("甲&nbsp;乙&amp;丙", "甲乙&丙", "entities"),
    ("西班牙。<sup>1</sup>", "西班牙。", "a footnote's mark"),
    ("情况。¹自", "情况。自", "a raised footnote's mark"),
    ("《条约》<武器>", "《条约》<武器>", "Chinese in angle brackets is no tag"),
]


def test_the_cases_are_found() -> None:
    assert len(FOLDED) == 16


@pytest.mark.parametrize(("stored", "norm", "why"), FOLDED, ids=[why for *_, why in FOLDED])
def test_what_a_view_folds(stored: str, norm: str, why: str) -> None:
    assert seen(stored).norm.strip() == norm


def test_plain_keeps_the_characters_of_the_source() -> None:
    stored = "于 ２０２５ 年\n8 月（ 第 <b>1</b> 次 ）举行"
    assert seen(stored).plain() == "于 ２０２５ 年8 月（ 第 1 次 ）举行"


def test_offsets_are_code_points_of_the_stored_text() -> None:
    stored = "\n𠀀 [会议](#a)决定：Jose\u0301 VILA"
    whole = seen(stored)
    for words in ("𠀀", "会议", "决定:", "José VILA"):
        start = whole.norm.index(words)
        (span,) = whole.spans(start, start + len(words))
        assert fold(stored[span.start : span.end]) == words
    assert stored[whole.spans()[0].start] == "𠀀"


def test_a_letter_keeps_its_combining_marks() -> None:
    stored = "e\u0301\u0323x"
    (span,) = seen(stored).spans(0, 1)
    assert stored[span.start : span.end] == "e\u0301\u0323"


def test_one_stored_character_that_folds_to_several() -> None:
    whole = seen("甲㎞乙")
    assert whole.norm == "甲km乙"
    assert whole.spans(1, 3) == (Span(1, 2),)


def test_a_page_break_gives_two_spans() -> None:
    stored = "会议还注意到\n\n## 4\n\n第三次评估报告。"
    first, second = "会议还注意到", "第三次评估报告。"
    at = stored.index(second)
    joined = view(stored, [Span(0, len(first)), Span(at, len(stored))])
    assert joined.norm == first + second
    start = joined.norm.index("注意到")
    spans = joined.spans(start, len(first) + 3)
    assert [stored[s.start : s.end] for s in spans] == ["注意到", "第三次"]


def test_notes_say_where_a_footnote_is_called() -> None:
    whole = seen("中国。<sup>1</sup>下列[^2]国家³")
    assert whole.notes == (Note("1", 3), Note("2", 5), Note("3", 7))
    assert whole.cut(3).notes == (Note("1", 0), Note("2", 2), Note("3", 4))


def test_a_cut_view_keeps_its_places() -> None:
    stored = "甲 乙丙 丁"
    part = seen(stored).cut(1, 3)
    assert part.norm == "乙丙"
    assert part.spans() == (Span(2, 4),)
    assert not seen(stored).cut(2, 2)


@pytest.mark.parametrize("char", "会。，：《（“—ア")
def test_wide_characters(char: str) -> None:
    assert wide(char)


@pytest.mark.parametrize("char", "aé1(:-")
def test_narrow_characters(char: str) -> None:
    assert not wide(char)


PIECES = st.sampled_from(
    [
        *"会议决定。，：；《》（）１２ＡＢ",
        *"abcXYZ 019().,-\n\t",
        *("e\u0301", "\u200b", "㎞", "①", "𠀀", "²"),
        *("<b>", "</b>", "**", "[会议](#x)", "<sup>1</sup>", "\\*"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS, st.data())
def test_every_span_slices_back_to_what_is_read(stored: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(stored)))
    whole = view(stored, [Span(0, cut), Span(cut, len(stored))])
    lengths = {len(whole.norm), *map(len, (whole.shown, whole.gap, whole.at, whole.piece))}
    assert len(lengths) == 1
    for i, char in enumerate(whole.norm):
        if whole.shown[i]:
            printed = stored[whole.at[i] : whole.at[i] + len(whole.shown[i])]
            assert printed == whole.shown[i]
            assert unicodedata.normalize("NFKC", printed)[0] == char
    start = data.draw(st.integers(0, len(whole.norm)))
    end = data.draw(st.integers(start, len(whole.norm)))
    spans = whole.spans(start, end)
    assert bool(spans) == (end > start)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        assert 0 <= span.start < span.end <= len(stored)
    inside = {i for s in spans for i in range(s.start, s.end)}
    assert all(whole.at[i] in inside for i in range(start, end))


@given(TEXTS)
def test_folding_twice_is_folding_once(stored: str) -> None:
    plain = "".join(char for char in stored if char not in "<>[]*\\_")
    assert fold(fold(plain)) == fold(plain)


@pytest.mark.parametrize(
    ("stored", "norm"),
    [
        ("第 [ATT/CSP1](#) 号", "第ATT/CSP1号"),
        ("研究中心（\nSRIC\n）", "研究中心(SRIC)"),
        ("ATT/\nCSP1/2015", "ATT/CSP1/2015"),
    ],
)
def test_a_break_beside_a_bracket_or_slash_is_no_space(stored: str, norm: str) -> None:
    assert view(stored, [Span(0, len(stored))]).norm == norm


def test_a_link_that_a_page_break_splits_leaves_no_markup() -> None:
    stored = "第 [ATT/\n\nCSP1](#) 号"
    at = stored.index("\n\n")
    seen = view(stored, [Span(0, at), Span(at + 2, len(stored))])
    assert seen.norm == "第ATT/CSP1号"
    assert [stored[s.start : s.end] for s in seen.spans(1, 9)] == ["ATT/", "CSP1"]


ARABIC = [
    ("\u200f٢٢ إلى ٢٦ آب\u202c", "22 إلى 26 آب"),  # digits, marks of direction
    ("الدول، والمنظمات؛", "الدول, والمنظمات;"),
    ("طرفاً عُقد الـــمؤتمر", "طرفا عقد المؤتمر"),  # vowel signs, a stretched word
    ("أكتوبر ﻻحقاً", "أكتوبر لاحقا"),  # a hamza stays, a ligature is its letters
]


@pytest.mark.parametrize(("printed", "norm"), ARABIC)
def test_arabic_is_read_without_its_ornaments(printed: str, norm: str) -> None:
    seen = view(printed, [Span(0, len(printed))])
    assert seen.norm == norm
    spans = seen.spans()
    assert printed[spans[0].start : spans[0].end].strip("\u200f\u202c") == printed.strip(
        "\u200f\u202c"
    )


FRENCH = [
    ("intérieur : l’Angola ; « PAX »", "intérieur: l’Angola; «PAX»"),
    ("Papouasie-\nNouvelle-Guinée", "Papouasie-Nouvelle-Guinée"),
    ("2015 -\n2017", "2015 - 2017"),
]


@pytest.mark.parametrize(("printed", "norm"), FRENCH)
def test_a_blank_before_a_mark_means_nothing(printed: str, norm: str) -> None:
    assert view(printed, [Span(0, len(printed))]).norm == norm


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("the trans-\nparency of trade; transparency", "the transparency of trade; transparency"),
        ("Ninety-\n    four States", "Ninety-four States"),
        ("co-\nchairs met; Co-chairs spoke; cochairs", "co-chairs met; Co-chairs spoke; cochairs"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(text: str, norm: str) -> None:
    """It parted a word that the text has whole elsewhere; otherwise it is the word's own."""
    seen = view(text, [Span(0, len(text))])
    assert seen.norm == norm
    assert all(text[a:b] for a, b in zip(seen.at, seen.to, strict=True))


@pytest.mark.parametrize(
    ("number", "item", "called"),
    [("24", None, "24"), ("24", "", "24"), ("24", "b", "24(b)"), ("24", "a.i", "24(a)(i)")],
)
def test_how_a_place_is_called(number: str, item: str | None, called: str) -> None:
    assert spot(number, item) == called


def test_a_place_is_the_innermost_that_holds_an_offset() -> None:
    # The item opens where its paragraph does: the longer of the two holds the other.
    places = Places([(5, 20, "3(a)"), (5, 60, "3"), (30, 60, "3(b)"), (35, 40, "3(b)(i)")])
    assert [places.at(offset) for offset in (0, 5, 20, 30, 39, 40, 60)] == [
        "", "3(a)", "3", "3(b)", "3(b)(i)", "3(b)", "",
    ]  # fmt: skip
