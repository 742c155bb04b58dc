"""Hard line wraps, headers, footers, page numbers: the text goes on as if they were not there."""

from att_graph.languages import language
from att_graph.layout.structure import ParsedReport
from att_graph.parse import parse
from att_graph.source import Source

WRAPPED = """
                                                        ATT/CSP22/2036/SEC/51/Conf.FinRep

22 August 2036
Submitted by: ATT Secretariat

                                   Arms Trade Treaty
                        Twenty-Second Conference of States Parties
                               Lima, 18 to 22 August 2036

                                     FINAL REPORT

This report of the Twenty-Second Conference of States Parties to the Arms Trade Treaty, which met in
the old customs house, consists of two parts.

    I    Introduction
    II   Decisions

I.   Introduction

1.  The Conference met in a hall that had been a customs house, and heard under item
2. of its agenda a short account of the building; the account went on over

                                        Page 1 of 3
                                                        ATT/CSP22/2036/SEC/51/Conf.FinRep

two pages and ended here.

2.  Pursuant to Article
3. of the house rules nobody smoked. It was agreed to:

    (a) open the windows;
    (b) close the
        doors; and

                                        Page 2 of 3
                                                        ATT/CSP22/2036/SEC/51/Conf.FinRep

    (c) take the two options (i) as they are, or
        (ii) as they were.

The way in which the windows of the hall
were opened and closed
3.  Nothing more was said about them.

II.  Decisions

4.  The Conference decided to return.
"""


def layout() -> ParsedReport:
    return parse(Source("report.txt", WRAPPED, "0" * 64))


def test_the_masthead_joins_what_ran_out_of_room() -> None:
    found = layout()
    assert found.masthead[-1].norm.endswith(
        "which met in the old customs house, consists of two parts."
    )
    assert [line.norm for line in found.contents] == ["I Introduction", "II Decisions"]


def test_a_paragraph_goes_on_over_lines_and_pages() -> None:
    found = layout()
    assert [p.number for p in found.paragraphs] == ["1", "2", "3", "4"]
    first = found.paragraphs[0].view.norm
    assert "under item 2. of its agenda" in first
    assert first.endswith("the account went on over two pages and ended here.")


def test_an_item_goes_on_and_a_label_within_a_line_is_none() -> None:
    items = layout().paragraphs[1].items
    assert [item.label for item in items] == ["a", "b", "c"]
    assert items[1].view.norm == "close the doors; and"
    assert items[2].view.norm.endswith("(ii) as they were.")


def test_a_heading_may_have_two_lines() -> None:
    titles = [part.title.norm for part in layout().parts]
    assert titles == [
        "Introduction",
        "The way in which the windows of the hall were opened and closed",
        "Decisions",
    ]


def test_what_pages_repeat_is_in_no_part_of_the_text() -> None:
    found = layout()
    words = " ".join(
        view.norm for p in found.paragraphs for view in [p.view, *(item.view for item in p.items)]
    )
    assert "Page" not in words
    assert "Conf.FinRep" not in words
    assert found.masthead[0].norm == "ATT/CSP22/2036/SEC/51/Conf.FinRep"


# "|" stands where a sentence ends
SENTENCES = [
    "See document No. 5.| It is new.",
    "H.E. Mr. Ole E. BERG spoke.| Dr. Kim replied.",
    "The paper Conf.WP/Rev. 1 stands.| Why?| Nobody asked!",
    "Under Rule 5.1 of the rules, e.g. Chad, met.",
    "They said “never.”| Then they left.",
]


def test_where_sentences_end() -> None:
    assert len(SENTENCES) == 5
    for marked in SENTENCES:
        found = [sentence for sentence, _ in language("en").sentences(marked.replace("|", ""))]
        assert found == marked.split("|")
