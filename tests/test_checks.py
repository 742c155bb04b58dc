"""The checks beyond SHACL: each finds its fault, at its thing, and nothing in good data."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import files, paths, vocab
from att_graph.errors import InputError
from att_graph.validate import validate
from att_graph.validation import checks, dataset
from att_graph.validation.engines import Result

HERE = Path(__file__).parent
WORLD = HERE / "shapes" / "context.ttl"
SHAPES = sorted((HERE / "shapes").glob("*/*.ttl"))
CASES = sorted(path for path in (HERE / "checks").glob("*/*") if path.suffix in files.FORMATS)
CHECKS = checks.checks()
# check → right and wrong fixtures
FOUND = {
    "cycle": (1, 5), "dangling": (1, 3), "graph-without-source": (2, 1),
    "inferred-among-stated": (1, 1), "inferred-elsewhere": (3, 3), "label-language": (2, 1),
    "same-acronym": (2, 1), "same-label": (3, 1),
    "same-symbol": (2, 1), "stated-among-inferred": (1, 2),
    "undefined-term": (1, 2), "untyped": (1, 1),
}  # fmt: skip
HEADER = """#+ code: TAC-X901
#+ severity: info
#+ summary: a
#+ summary-zh: 甲
#+ message: {thing} is odd.
#+ message-zh: {thing}异常。
#+ why: b
#+ remedy: c
#+ column: thing | the thing

SELECT ?thing WHERE { ?thing ?p ?o }
"""


def found(path: Path) -> list[Result]:
    return list(checks.run(dataset.read([path, WORLD], alone=True).store, CHECKS))


def test_every_check_has_right_and_wrong_fixtures() -> None:
    counted = {
        folder.name: tuple(len(list(folder.glob(f"{kind}-*"))) for kind in ("valid", "invalid"))
        for folder in sorted((HERE / "checks").iterdir())
    }
    assert counted == FOUND
    assert len(CASES) == sum(map(sum, FOUND.values()))
    assert {check.rule.shape.removeprefix(f"{vocab.BASE}shapes#check-") for check in CHECKS} == set(
        FOUND
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_fixture_gives_its_result_and_no_other(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# expect: (?:nothing|(TAC-X\d{3}) at (.+))", first)
    assert match, first
    assert bool(match[1]) == path.stem.startswith("invalid-")
    wanted = [(match[1], focus) for focus in match[2].split()] if match[1] else []
    results = found(path)
    assert [(each.code, each.focus.removeprefix(vocab.BASE)) for each in results] == wanted
    for each in results:
        assert each.component == f"{vocab.BASE}shapes#check-{path.parent.name}"
        assert "{" not in "".join(text for _, text in each.messages)


def test_of_two_with_one_acronym_that_of_the_caller_is_at_fault(tmp_path: Path) -> None:
    held = dataset.Dataset()
    for key in ("a", "b"):
        path = tmp_path / f"{key}.ttl"
        path.write_text(
            f"@prefix tac: <{vocab.ONTOLOGY}> .\n"
            f'<{vocab.thing("organisation", key)}> a tac:Organisation ; tac:acronym "LC" .\n'
        )
        held.add(path, own=key == "a")
    results = [each for each in checks.run(held.store, CHECKS) if each.code == "TAC-X007"]
    assert [each.focus for each in results] == [vocab.thing("organisation", "b")]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule.code)
def test_a_check_speaks_as_a_rule_does(check: checks.Check) -> None:
    rule = check.rule
    assert re.fullmatch(r"TAC-X\d{3}", rule.code)
    for words in (rule.name, rule.message):
        assert words.keys() == {"en", "zh"}
    assert rule.message["en"].endswith(".")
    assert rule.message["zh"].endswith("。")
    assert rule.why.endswith(".")
    assert rule.remedy.endswith(".")
    asked = set(re.findall(r"\{(\w+)\}", check.messages["en"]))
    assert asked == set(re.findall(r"\{(\w+)\}", check.messages["zh"]))
    assert "{" not in "".join(rule.message.values())
    outer = check.text[check.text.index("SELECT") :].partition("\nWHERE")[0]
    names = re.sub(r"\([^?]*\([^()]*\) AS (\?\w+)\)", r"\1", outer)
    assert re.findall(r"\?(\w+)", names) == list(check.columns)
    assert "ORDER BY" in check.text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (line + "\n", "", f"the header has no {line[3:].split(':')[0]}")
        for line in HEADER.splitlines()[:8]
    ]
    + [
        ("severity: info", "severity: fatal", "severity 'fatal'"),
        ("#+ why: b", "#+ why: b\n#+ whence: b", "unknown header 'whence'"),
        ("#+ column: thing | the thing\n", "", "names 'thing', which is no column"),
        ("| the thing", "the thing", "parted by |"),
    ],
)
def test_a_check_without_a_whole_header_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "odd.rq"
    path.write_text(HEADER, encoding="utf-8")
    assert checks.read(path).rule.code == "TAC-X901"
    path.write_text(HEADER.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        checks.read(path)


def test_a_code_belongs_to_one_check(tmp_path: Path) -> None:
    for name in ("one.rq", "two.rq"):
        (tmp_path / name).write_text(HEADER, encoding="utf-8")
    with pytest.raises(InputError, match="two checks have the code TAC-X901"):
        checks.checks(tmp_path)


@pytest.mark.parametrize("query", ["SELEKT ?thing", "ASK { ?thing ?p ?o }"])
def test_a_check_that_is_no_select_query_is_told(tmp_path: Path, query: str) -> None:
    path = tmp_path / "odd.rq"
    path.write_text(HEADER.partition("SELECT")[0] + query, encoding="utf-8")
    with pytest.raises(InputError, match="check TAC-X901: "):
        list(checks.run(ox.Store(), [checks.read(path)]))


def test_a_message_names_things_in_its_language() -> None:
    (result,) = found(HERE / "checks" / "same-label" / "invalid-but-for-case-and-hyphen.ttl")
    assert result.message.startswith("Wick-Trimmers and wick trimmers are called the same")
    assert dict(result.messages)["zh"].startswith("Wick-Trimmers与wick trimmers的名称")
    (result,) = found(HERE / "checks" / "dangling" / "invalid-body-part-of-nothing.ttl")
    nowhere = f"<{vocab.THING}body/nowhere>"
    assert result.message == f"tac:partOf points at {nowhere}, of which nothing is known."
    assert result.path == vocab.ONTOLOGY + "partOf"
    assert result.value == f"<{vocab.THING}body/nowhere>"


def test_the_fixtures_of_the_shapes_are_good_for_the_checks() -> None:
    """Each fault of a shape's fixture is told once: a check adds nothing to it."""
    assert len(SHAPES) > 200
    for path in SHAPES:
        wanted = path.name.startswith("invalid-")
        said = {(each.path, each.value) for each in found(path)} if not wanted else set()
        assert said == set(), path


def test_validate_runs_the_checks_with_the_shapes_and_tells_a_fault_once(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        f"@base <{vocab.THING}> . @prefix tac: <{vocab.ONTOLOGY}> ."
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        '<body/xxlamp> a tac:TreatyBody, tac:Actor ; rdfs:label "Lamps"@en ;'
        " tac:hue 1 ; tac:partOf <body/nowhere> ."
    )
    result = validate([path, WORLD], alone=True)
    said = [(each.code or "")[:5] for each in result.results if each.path != vocab.ONTOLOGY + "hue"]
    assert said == ["TAC-A"]  # the shape on partOf has said what the check would
    assert {check.rule.code for check in CHECKS} <= set(result.rules)
    codes = [each.code for each in result.results if each.path == vocab.ONTOLOGY + "hue"]
    assert len(codes) == 1


def test_shapes_of_ones_own_come_without_our_checks(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text("<http://e.org/S> a <http://www.w3.org/ns/shacl#NodeShape> .")
    fault = HERE / "checks" / "cycle" / "invalid-parts-of-each-other.ttl"
    assert validate([fault, WORLD], shapes=[shapes], alone=True).results == []
    codes = {each.code for each in validate([fault, WORLD], alone=True).results}
    assert "TAC-X010" in codes


@pytest.mark.skipif(not list(paths.GRAPH.glob("*.ttl")), reason="data/graph is not built")
def test_the_projects_graph_holds_no_fault_of_a_check() -> None:
    assert list(checks.run(dataset.read().store, CHECKS)) == []


def test_the_graphs_of_a_dataset_are_files_and_graphs_with_names(tmp_path: Path) -> None:
    plain, quads = tmp_path / "plain.ttl", tmp_path / "quads.trig"
    plain.write_text("<http://e.org/a> <http://e.org/p> 1 .")
    one = "<http://e.org/a> <http://e.org/p>"
    quads.write_text(f"{one} 1, 2 . GRAPH <http://e.org/g> {{ {one} 3 }}")
    read = dataset.read([plain, quads], alone=True)
    names = {str(name) for name in read.store.named_graphs()}
    ours = {vocab.graph("plain"), vocab.graph("quads"), "http://e.org/g"}
    assert names == {f"<{name}>" for name in ours}
    everything = list(read.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert len(everything) == len(read.triples) > 3
