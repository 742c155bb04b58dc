"""Whatever is done to a report's text: our own errors or a report, and every span stands in it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from att_graph import paths
from att_graph.errors import AttGraphError
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import Source
from att_graph.text import Span, view

TEXT = (paths.SOURCES / "csp11-wgtu-report-zh/text.txt").read_text(encoding="utf-8")
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["\n\n", "\n", "（", "）", "《", "“", "[", "](#)", "<sup>1</sup>", "\t", "- a. "]
    ),
    st.sampled_from(["23. ", "、", "和", "；", "：", "会议决定", "请", "2025 年 2 月 30 日"]),
    st.sampled_from(["第九十九届缔约国会议", "ATT/CSP1/2025/"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.floats(0, 1), PIECES, st.integers(0, 40)), min_size=1, max_size=8))
def test_no_text_raises_anything_but_our_own_errors(edits: list[tuple[float, str, int]]) -> None:
    text = TEXT
    for where, piece, cut in edits:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + cut :]
    try:
        report = load(parse(Source("altered", text, "0" * 64)))
    except AttGraphError:
        return
    for fact in report.facts.values():
        for evidence in fact.evidence:
            for span in evidence.spans:
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end].strip()


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_can_be_viewed_and_every_span_slices_back(text: str) -> None:
    seen = view(text, [Span(0, len(text))])
    for at, char in enumerate(seen.norm):
        (span,) = seen.spans(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert char == " " or text[span.start : span.end].strip()
