"""The rules for the ontology itself: each fault of a fixture is found by the one rule for it."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures import expected, short, triples

from att_graph import files, vocab
from att_graph.validate import ENGINES
from att_graph.validation import closure
from att_graph.validation.rules import rules

SH = vocab.PREFIXES["sh"]
STYLE = Path(__file__).parent / "style"
CASES = sorted(STYLE.glob("*/*.ttl"))
FAMILIES = {
    "alignment": (2, 15),
    "concept": (3, 21),
    "ontology": (1, 10),
    "prefix": (1, 5),
    "rule": (1, 10),
    "term": (3, 46),
}


@cache
def ruling(family: str) -> list[ox.Triple]:
    """The rules that a family is held against; links have rules of their own."""
    apart = family == "alignment"
    wanted = [p for p in files.style() if p.stem == "header" or (p.stem == "alignment") == apart]
    return triples(wanted)


def only(code: str, given: list[ox.Triple]) -> list[ox.Triple]:
    """The rules without the targets of all but one: the slow engine has no time for more."""
    rule = {t.subject for t in given if t.object == ox.Literal(code)}
    holders = {
        t.subject for t in given if t.predicate.value == SH + "property" and t.object in rule
    }
    assert rule
    return [
        t
        for t in given
        if not (t.predicate.value.startswith(SH + "target") and t.subject not in rule | holders)
        and not (t.predicate.value == SH + "property" and t.object not in rule)
    ]


def results(engine: str, family: str, found: list[Path], code: str = "") -> list[tuple[str, str]]:
    """(code, focus node) of each result, sorted, for all rules of the family or for one."""
    data = triples([STYLE / "context.ttl", *found])
    if family == "alignment":
        data = list(closure.terms([*data, *triples(files.outside())]))
    rules = only(code, ruling(family)) if code else ruling(family)
    given = ENGINES[engine](list(dict.fromkeys(data)), rules)
    return sorted((each.code or "", short(each.focus)) for each in given)


def test_every_fixture_is_found() -> None:
    found = {
        family.name: (len(list(family.glob("valid-*"))), len(list(family.glob("invalid-*"))))
        for family in sorted(STYLE.iterdir())
        if family.is_dir()
    }
    assert found == FAMILIES
    assert len(CASES) == sum(valid + invalid for valid, invalid in FAMILIES.values())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("family", ["alignment", "term"])
def test_the_small_ontology_conforms(engine: str, family: str) -> None:
    assert results(engine, family, []) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_fixture(path: Path, engine: str) -> None:
    wanted = expected(path)
    assert bool(wanted) == path.stem.startswith("invalid-")
    code = wanted[0][0] if wanted and engine == "pyshacl" else ""
    assert results(engine, path.parent.name, [path], code) == wanted


def test_every_rule_is_shown_to_bite() -> None:
    bitten = {code for path in CASES for code, _ in expected(path)}
    assert bitten == set(rules(triples(files.style())))
    assert all(rule.why and rule.remedy for rule in rules(triples(files.style())).values())
