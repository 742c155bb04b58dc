"""Damaged and senseless texts: read or refused with an error of the package, and soon."""

import random
import time
from pathlib import Path

import pytest

from att_graph import paths
from att_graph.errors import AttGraphError, InputError
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import Source, read

CASES = Path(__file__).parent / "cases"
TEXTS = [
    path.read_text(encoding="utf-8")
    for path in [*sorted(CASES.glob("*.txt")), *sorted(paths.SOURCES.glob("*/text.txt"))]
]
SIGNS = "，。；：、（）《》“”[]()<>#*_-|\t\n0123456789第条届会议和与年月日abcivxIVX/."
UNITS = [
    "（",
    "[",
    "[](",
    "“",
    "《",
    "（）",
    "1",
    "<a ",
    "会",
    "国、",
    "的",
    "第",
    "一二三",
    "A",
    "Ab ",
]


def damaged(text: str, chance: random.Random) -> str:
    """The text cut short, with holes, with stray signs, or with its lines in another order."""
    match chance.randrange(5):
        case 0:
            return text[: chance.randrange(len(text))]
        case 1:
            return "".join(char for char in text if chance.random() > 0.03)
        case 2:
            return "".join(chance.choice(SIGNS) if chance.random() < 0.02 else c for c in text)
        case 3:
            lines = text.split("\n")
            chance.shuffle(lines)
            return "\n".join(lines)
    return "".join(char + "\n" * (chance.random() < 0.03) for char in text)


@pytest.mark.parametrize("seed", range(40))
def test_damaged(seed: int) -> None:
    chance = random.Random(seed)
    text = damaged(chance.choice(TEXTS), chance)
    try:
        report = load(parse(Source("damaged", text, "0" * 64)))
    except AttGraphError:
        return
    for fact in report.facts.values():
        for evidence in fact.evidence:
            assert all(0 <= span.start < span.end <= len(text) for span in evidence.spans)


@pytest.mark.parametrize("unit", UNITS)
def test_a_clause_without_end_is_refused_soon(unit: str) -> None:
    text = (paths.SOURCES / "csp11-final-report-zh/text.txt").read_text(encoding="utf-8")
    inside = text.replace("会议核可了英国", f"会议核可了{unit * (200_000 // len(unit))}英国")
    assert inside != text
    start = time.process_time()
    with pytest.raises(InputError):
        load(parse(Source("endless", inside, "0" * 64)))
    assert time.process_time() - start < 5


def test_a_clause_as_long_as_allowed_is_read_soon() -> None:
    text = (paths.SOURCES / "csp11-final-report-zh/text.txt").read_text(encoding="utf-8")
    for unit in UNITS:
        inside = text.replace("会议核可了英国", f"会议核可了{unit * (3_000 // len(unit))}英国")
        start = time.process_time()
        try:
            load(parse(Source("long", inside, "0" * 64)))
        except AttGraphError:
            continue
        assert time.process_time() - start < 5, unit


def test_a_large_file_is_refused_soon(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text("会议决定。\n" * 1_000_000, encoding="utf-8")
    start = time.process_time()
    with pytest.raises(InputError, match="characters, no report does"):
        load(parse(read(file)))
    assert time.process_time() - start < 5
