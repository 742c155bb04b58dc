"""What is not known comes with what is near, and with the line that teaches it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli import run

from att_graph import paths
from att_graph.build import report_of
from att_graph.curation.coverage import coverage
from att_graph.curation.nearest import names, residue, teach, told, verbs
from att_graph.curation.worklist import listed, template, worklist
from att_graph.exports.coverage import render
from att_graph.model import Participation, Ref
from att_graph.source import read

CASES = Path(__file__).parent / "loaders" / "cases"
SLIP = "阿根庭"  # for 阿根廷


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder of one's own, in use."""
    paths.use(tmp_path / "data")
    (tmp_path / "data" / "authority").mkdir(parents=True)
    yield tmp_path / "data"
    paths.use()


def altered(folder: Path, *changes: tuple[str, str]) -> Path:
    """The composed report with other words, as a file."""
    text = (CASES / "csp8-final-report.txt").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file = folder / "report.txt"
    file.write_text(text, encoding="utf-8")
    return file


# a printed name, its language, the known thing that must be nearest
NEAREST = [
    ("阿根庭", "zh", Ref("state", "ARG")),
    ("Cote d Ivoir", "en", Ref("state", "CIV")),
    ("Guinea Bisau", "en", Ref("state", "GNB")),
    ("Eswatinl", "en", Ref("state", "SWZ")),
    ("el Reino Unidos", "es", Ref("state", "GBR")),
    ("République tchéqe", "fr", Ref("state", "CZE")),
]


@pytest.mark.parametrize(("printed", "lang", "ref"), NEAREST, ids=[p for p, _, _ in NEAREST])
def test_the_nearest_name(printed: str, lang: str, ref: Ref) -> None:
    near = names(printed, lang)
    assert near[0].ref == ref
    assert len(near) <= 3
    assert [each.score for each in near] == sorted((e.score for e in near), reverse=True)


def test_nothing_is_near_to_a_name_of_another_kind() -> None:
    assert names("完全无关的一长串文字内容在此", "zh") == []


def test_the_line_and_its_file(home: Path) -> None:
    ref = Ref("state", "ARG")
    file, line = teach(ref, SLIP, "zh")
    assert file == str(home / "authority" / "names.ttl")
    assert line == (
        "<https://w3id.org/att-graph/id/state/ARG> "
        f'<http://www.w3.org/2004/02/skos/core#altLabel> "{SLIP}"@zh .'
    )
    paths.use()
    file, line = teach(ref, 'the "Argentine", so called', "en")
    assert file.startswith("data/reference/state-names.csv")
    assert line.startswith("ARG,en,alias,")
    file, _ = teach(Ref("body", "wgeti"), "WG on Implementation", "en")
    assert file == "data/authority/bodies.ttl"


def came(file: Path) -> bool:
    found = report_of(read(file)).all(Participation)
    return any(fact.participant == Ref("state", "ARG") for fact in found)


def test_a_name_is_read_once_its_line_is_pasted(home: Path, tmp_path: Path) -> None:
    file = altered(tmp_path, ("：阿根廷、", f"：{SLIP}、"))
    assert not came(file)
    (left,) = [each for each in residue(coverage(str(file))) if each.printed == SLIP]
    assert left.near[0].ref == Ref("state", "ARG")
    Path(left.near[0].file).write_text(left.near[0].line + "\n", encoding="utf-8")
    paths.use(home)  # another start of the command
    assert came(file)
    assert [each for each in residue(coverage(str(file))) if each.printed == SLIP] == []


def test_the_same_command_reads_it(tmp_path: Path) -> None:
    home = tmp_path / "data"
    (home / "authority").mkdir(parents=True)
    file = altered(tmp_path, ("：阿根廷、", f"：{SLIP}、"))
    command = ("convert", str(file), "-o", str(tmp_path / "out.ttl"))
    before = run(*command, ATT_GRAPH_DATA=str(home))
    assert before.returncode == 0
    said = before.stderr.decode()
    assert f"unresolved name: {SLIP}" in said
    assert "near: Argentina" in said
    line = next(x.strip() for x in said.splitlines() if x.strip().startswith("<https"))
    (home / "authority" / "names.ttl").write_text(line + "\n", encoding="utf-8")
    after = run(*command, ATT_GRAPH_DATA=str(home))
    assert SLIP not in after.stderr.decode()
    assert "participation/csp8-ARG" in (tmp_path / "out.ttl").read_text(encoding="utf-8")


def test_a_verb_comes_with_its_sentence_and_line(home: Path, tmp_path: Path) -> None:
    sentence = "会议欢迎秘书处提交的关于《武器贸易条约》赞助方案的报告"
    file = altered(tmp_path, (sentence, sentence.replace("欢迎", "盛赞")))
    (left,) = [each for each in residue(coverage(str(file))) if each.sort == "unknown-verb"]
    assert left.printed.startswith("盛赞")
    assert left.sentence.startswith("会议盛赞秘书处提交的关于《武器贸易条约》赞助方案的报告（载于")
    assert {near.ref.key for near in left.near} & {"act-type/commend", "act-type/appreciate"}
    said = "\n".join(told(left))
    assert '<http://www.w3.org/2004/02/skos/core#hiddenLabel> "盛赞"@zh .' in said
    line = next(n.line for n in left.near if n.ref.key == "act-type/commend")
    (home / "authority" / "names.ttl").write_text(line + "\n", encoding="utf-8")
    paths.use(home)
    assert [e for e in residue(coverage(str(file))) if e.sort == "unknown-verb"] == []


def test_a_verb_near_nothing_has_a_line_all_the_same() -> None:
    (near,) = verbs("zzzzzzz the lamps", "en") or [None]
    assert near
    assert near.file == "ontology/concepts/act-type.ttl"
    assert '"zzzzzzz"@en' in near.line


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_coverage_shows_it_in_each_form(home: Path, tmp_path: Path, form: str) -> None:
    found = coverage(str(altered(tmp_path, ("：阿根廷、", f"：{SLIP}、"))))
    shown = render(found, form)
    if form == "json":
        (left,) = [x for x in json.loads(shown)["residue"] if x["printed"] == SLIP]
        assert left["near"][0]["ref"].endswith("/state/ARG")
    else:
        assert "names.ttl" in shown
        assert "state/ARG" in shown


def test_the_work_that_waits_and_the_file_to_fill_in(home: Path, tmp_path: Path) -> None:
    file = altered(tmp_path, ("：阿根廷、", f"：{SLIP}、"))
    nine = CASES / "csp9-final-report.txt"
    done = run("add", str(file), str(nine), "--data", str(home), "--engine", "fast")
    assert done.returncode == 0, done.stderr.decode()
    found = worklist("warning")
    assert {"unresolved-name", "doubtful-merge"} <= {one.sort for one in found}
    slip = next(one for one in found if one.printed == SLIP)
    assert slip.near[0].ref == Ref("state", "ARG")
    assert slip.places[0].paragraph == "10"
    doubt = next(one for one in found if one.sort == "doubtful-merge")
    assert {place.source for place in doubt.places} == {
        "csp8-final-report-zh",
        "csp9-final-report-zh",
    }  # both quotations
    assert "doubtful merge" in "\n".join(listed(found))
    assert len(worklist("info")) > len(found) >= len(worklist("error")) > 0

    out = home / "review" / "mine.ttl"
    shown = run("review", "--data", str(home), "--out", str(out))
    assert shown.returncode == 0, shown.stderr.decode()
    again = run("review", "--data", str(home), "--out", str(out))
    assert "is there already" in again.stderr.decode()
    assert run("build", "--check", "--data", str(home)).returncode == 0  # undecided: nothing done
    assert run("validate", str(out), str(home / "graph"), "--engine", "fast").returncode == 0
    # What a person does with it: uncomment the nearest, decide, say who, when and why.
    entry = template([slip])
    assert "tac:readAsThing <id/state/ARG>" in entry
    decided = (
        out.read_text(encoding="utf-8")
        .replace("# tac:readAsThing <id/state/ARG> ;", "tac:readAsThing <id/state/ARG> ;")
        .split("\n\n")
    )
    number = next(n for n, block in enumerate(decided) if SLIP in block)
    decided[number] = (
        decided[number]
        .replace("review-decision/undecided", "review-decision/read-as")
        .replace('tac:decidedBy ""', 'tac:decidedBy "the keeper of the records"')
        .replace('tac:decidedOn ""', 'tac:decidedOn "2031-02-03"^^xsd:date')
        .replace('tac:reason ""@en', 'tac:reason "a slip"@en')
    )
    out.write_text("\n\n".join(decided), encoding="utf-8")
    assert run("build", "--data", str(home)).returncode == 0
    graph = (home / "graph" / "csp8-final-report-zh.ttl").read_text(encoding="utf-8")
    assert "<id/participation/csp8-ARG>" in graph
    assert SLIP not in {one.printed for one in worklist()}
