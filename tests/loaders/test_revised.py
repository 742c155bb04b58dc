"""A report that is itself a revision: its original is named, or a finding says that it is not."""

from hashlib import sha256
from pathlib import Path

import pytest

from att_graph import model
from att_graph.graph import to_graph
from att_graph.loaders import load, symbols
from att_graph.parse import parse
from att_graph.source import Source, read
from att_graph.turtle import write
from att_graph.validate import validate

CASES = Path(__file__).parent / "cases"
OPENING = """{symbol}
24 August 2029
Submitted by: ATT Secretariat
Original: English

Arms Trade Treaty
Fifteenth Conference of States Parties
Geneva, 20 - 24 August 2029

FINAL REPORT

I. INTRODUCTION

1. The Arms Trade Treaty entered into force on 24 December 2014.

2. The Secretariat prepared {paper} for the Conference.
"""
SYMBOL = "ATT/CSP15/2029/SEC/1103/Conf.FinRep"
FORMS = [".Rev1", ".Rev2", "/Rev", "/Rev.1", "/Rev2", ".Rev.1", "/Rev.1."]
# Reports of the composed cases in other languages, by the symbol in their mastheads.
OTHERS = {
    "csp15-opening-ar": SYMBOL,
    "csp15-opening-ru": SYMBOL,
    "csp14-informe-final": "ATT/CSP14/2028/SEC/1012/Conf.FinRep",
    "csp14-rapport-final": "ATT/CSP14/2028/SEC/1012/Conf.FinRep",
}


def revised(text: str, symbol: str | None = None) -> model.Report:
    digest = sha256(text.encode()).hexdigest()
    return load(parse(Source("revised", text, digest, symbol=symbol, excerpt=True)))


def missing(report: model.Report) -> list[model.Finding]:
    return [fact for fact in report.all(model.Finding) if fact.sort == "missing-original"]


def conforms(report: model.Report, folder: Path) -> bool:
    file = folder / "revised.ttl"
    file.write_bytes(write(to_graph(report)))
    return validate([file]).conforms


@pytest.mark.parametrize("suffix", FORMS)
def test_a_report_that_is_a_revision(suffix: str, tmp_path: Path) -> None:
    report = revised(OPENING.format(symbol=SYMBOL + suffix, paper="a paper"))
    (finding,) = missing(report)
    assert finding.about == [report.document]
    assert finding.printed.startswith(SYMBOL)
    assert finding.why == f"The report is a revision; its original {SYMBOL} is nowhere in it."
    assert conforms(report, tmp_path)


@pytest.mark.parametrize("name", OTHERS)
def test_in_other_languages(name: str, tmp_path: Path) -> None:
    text = read(CASES / f"{name}.txt").text
    report = revised(text.replace(OTHERS[name], OTHERS[name] + ".Rev1", 1))
    assert report.document is not None
    assert [finding.about for finding in missing(report)] == [[report.document]]
    assert conforms(report, tmp_path)


def test_the_original_is_named(tmp_path: Path) -> None:
    report = revised(OPENING.format(symbol=f"{SYMBOL}.Rev1", paper=SYMBOL))
    own = report.facts[report.document] if report.document else None
    assert isinstance(own, model.Document)
    assert own.revision_of == model.Ref("document", SYMBOL.replace("/", "-"))
    assert not missing(report)
    assert conforms(report, tmp_path)


def test_a_symbol_that_is_stated_and_not_printed(tmp_path: Path) -> None:
    text = OPENING.format(symbol="", paper="a paper")
    report = revised(text, f"{SYMBOL}.Rev1")
    assert [finding.printed for finding in missing(report)] == ["FINAL REPORT"]
    assert conforms(report, tmp_path)


@pytest.mark.parametrize(
    "cited",
    [
        "ATT/CSP15/2029/SEC/1090/Conf.Rep.Rev1",
        "ATT/CSP15/2029/SEC/1090/Conf.Rep/Annex A.Rev.1",
        "ATT/CSP15/2029/SEC/1090/Conf.Rep/Add.1/Rev.2",
        "ATT/CSP1/2029/SEC/1090/Conf.Rep.Rev1 (ATT/CSP15/2029/SEC/1090/Conf.PM)",
    ],
)
def test_a_revision_that_is_cited(cited: str, tmp_path: Path) -> None:
    report = revised(OPENING.format(symbol=SYMBOL, paper=cited))
    (finding,) = missing(report)
    assert finding.why.startswith("A revision is listed; the original ATT/CSP15/2029/SEC/1090/")
    assert conforms(report, tmp_path)


@pytest.mark.parametrize(
    ("suffix", "original"),
    [
        ("", None),
        ("/Add.1", None),
        ("/Rev.1", ""),
        ("/Add.1/Rev.2", "/Add.1"),
        (".AnnexA.Rev1", ".AnnexA"),
        (".Rev1.AnnexA", None),
    ],
)
def test_what_a_symbol_revises(suffix: str, original: str | None) -> None:
    wanted = None if original is None else SYMBOL + original
    assert symbols.take_apart(SYMBOL + suffix).revised == wanted
