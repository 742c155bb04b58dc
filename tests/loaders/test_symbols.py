"""Document symbols of each family: found, taken apart, led to their treaty and session."""

import pytest

from att_graph.loaders import symbols
from att_graph.loaders.symbols import SYMBOL, canonical, take_apart

# as printed: canonical form, treaty, series body, session, sort, number, suffix
FOUND = [
    ("ATT/CSP5.WGTR/2019/CHAIR/530/Conf.Rep.Rev1", "att", "csp", "csp5", "Conf.Rep", 530, ".Rev1"),
    ("ATT/CSP1/2015/6", "att", "csp", "csp1", "", 6, ""),
    ("CCM/MSP/2024/9", "ccm", "ccm-msp", None, "", 9, ""),
    ("CCM/CONF/2021/6/Rev.1", "ccm", "ccm-rc", None, "", 6, "/Rev.1"),
    ("CCM/MSP/2024/INF/1", "ccm", "ccm-msp", None, "INF", 1, ""),
    ("CCM/MSP/2024/WP.2/Add.1", "ccm", "ccm-msp", None, "WP", 2, "/Add.1"),
    ("APLC/MSP.21/2023/15", "apmbc", "apmbc-msp", "apmbc-msp21", "", 15, ""),
    ("APLC/CONF/2019/PM.1/3", "apmbc", "apmbc-rc", None, "PM.1", 3, ""),
    ("BWC/MSP/2023/3", "bwc", "bwc-msp", "bwc-msp2023", "", 3, ""),
    ("BWC/MSP/2019/MX.1/WP.3", "bwc", "bwc-msp", None, "MX.1/WP", 3, ""),
    ("BWC/CONF.IX/9", "bwc", "bwc-rc", "bwc-rc9", "", 9, ""),
    ("BWC/CONF.IX/PC/2", "bwc", "bwc-rc", None, "PC", 2, ""),
    ("BWC/WG/4/2", "bwc", "bwc-wg", "bwc-wg4", "", 2, ""),
    ("C-25/5", "cwc", "cwc-csp", "cwc-csp25", "", 5, ""),
    ("C\u201325/DEC.7", "cwc", "cwc-csp", "cwc-csp25", "DEC", 7, ""),
    ("EC-95/DEC.7", "cwc", "cwc-ec", "cwc-ec95", "DEC", 7, ""),
    ("RC-4/3/Rev.1", "cwc", "cwc-rc", "cwc-rc4", "", 3, "/Rev.1"),
    ("NPT/CONF.2020/WP.12", "npt", None, None, "WP", 12, ""),
]


@pytest.mark.parametrize(
    ("printed", "treaty", "series", "meeting", "sort", "number", "suffix"), FOUND
)
def test_a_symbol_in_running_text_is_taken_apart(
    printed: str,
    treaty: str,
    series: str | None,
    meeting: str | None,
    sort: str,
    number: int,
    suffix: str,
) -> None:
    found = SYMBOL.search(f"as contained in {printed}, and further")
    assert found is not None
    assert found[0] == printed
    symbol = take_apart(canonical(found[0]))
    assert (symbol.type, symbol.number, symbol.suffix) == (sort, number, suffix)
    shown = [symbols.treaty_shown(symbol), symbols.series_shown(symbol)]
    shown.append(symbols.session_shown(symbol))
    assert [ref.key if ref else None for ref in shown] == [treaty, series, meeting]


@pytest.mark.parametrize(
    "text",
    [
        "ATT/CSP11/2025/SEC/829",
        "ISO/IEC/27001",
        "A/CONF.217/L.1",
        "in 2025/26",
        "CCM/MSP/24/9",
        "PC-25/5",
    ],
)
def test_what_is_no_symbol(text: str) -> None:
    assert SYMBOL.search(text) is None


def test_half_a_symbol_has_no_pieces() -> None:
    with pytest.raises(ValueError, match="no document symbol"):
        take_apart("CCM/MSP")


@pytest.mark.parametrize(
    ("text", "session", "right"),
    [
        ("ATT/CSP1/2025/SEC/825/Conf.FinRep", 11, "ATT/CSP11/2025/SEC/825/Conf.FinRep"),
        ("APLC/MSP.2/2023/15", 21, "APLC/MSP.21/2023/15"),
    ],
)
def test_the_same_symbol_of_another_session(text: str, session: int, right: str) -> None:
    assert symbols.with_session(take_apart(text), session) == right


def test_only_numbers_through_all_sessions_tell_a_misprint() -> None:
    assert take_apart("ATT/CSP5/2019/SEC/536/Conf.FinRep").serial
    assert not take_apart("APLC/MSP.21/2023/15").serial


RESPELT = ["ATT/CSP5/2019/SEC/536/Conf.FinRep.Rev1", "ATT/CSP5/2019/SEC/536/Conf.FinRep/Rev.1"]


@pytest.mark.parametrize(
    ("text", "head", "stated", "counts"),
    [
        (RESPELT[1:], RESPELT[:1], None, 1),  # the first in the text before the masthead
        (RESPELT[1:], RESPELT[:1] * 2, None, 0),  # the most frequent
        (RESPELT[1:], RESPELT[:1] * 2, RESPELT[1], 1),  # the stated
    ],
)
def test_one_symbol_spelt_in_two_ways(
    text: list[str], head: list[str], stated: str | None, counts: int
) -> None:
    known = symbols.printed(text, head, stated)
    assert {known.spelt(each) for each in RESPELT} == {RESPELT[counts]}
    assert known.spelt("ATT/CSP5/2019/SEC/536/Conf.FinRep") == take_apart(RESPELT[0]).stem
