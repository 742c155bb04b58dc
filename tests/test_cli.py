"""The command as a shell sees it: what it prints where, and its exit code."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from att_graph import paths

HERE = Path(__file__).parent
SMALL = str(HERE / "data" / "small.ttl")
built = pytest.mark.skipif(not list(paths.GRAPH.glob("*.ttl")), reason="data/graph is not built")


def run(
    *args: str, stdin: bytes = b"", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "att_graph", *args],
        input=stdin,
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parent), **environment},
        timeout=120,
        check=False,
    )


def test_help_and_version() -> None:
    shown = run("--help")
    assert shown.returncode == 0
    for command in (b"build", b"convert", b"validate", b"ask", b"query"):
        assert command in shown.stdout
    assert run("--version").stdout.startswith(b"att-graph 0.")


WRONG: list[tuple[list[str], str]] = [
    ([], "Usage"),
    (["nonsense"], "No such command 'nonsense'"),
    (["ask", "--nonsense"], "att-graph: No such option"),
    (["ask", "asked-of-act"], "no question 'asked-of-act'; did you mean asked-of-actor"),
    (["ask", "asked-of-actor", "PAN"], "'PAN' is no parameter; write it as key=value"),
    (["ask", "asked-of-actor", "actor=PAN", "actor=COL"], "'actor' is given twice"),
    (["ask", "asked-of-actor", "store=1"], "takes actor, not 'store'"),
    (["ask", "asked-of-actor", "actor=Belmoar", "--data", SMALL], "mean Belmora (XBE)"),
    (["ask", "due-by-date", "date=2026-02-30", "--data", SMALL], "there is no day 2026-02-30"),
    (["ask", "conferences", "--format", "xls", "--data", SMALL], "'xls' is none of table, csv"),
    (["ask", "conferences", "--data", "nowhere.ttl"], "nowhere.ttl: no such file"),
    (["query", "nowhere.rq"], "nowhere.rq: no such file"),
    (["query", os.devnull], f"{os.devnull}: is empty"),
    (["build", "--data", "nowhere"], "nowhere/sources: holds no report"),
    (["review", "--data", "nowhere"], "nowhere: is no folder"),
    (["review", "--severity", "bad"], "severity: 'bad' is none of info"),
    (["review", "--out", f"{SMALL}/a.ttl"], "small.ttl/a.ttl: file exists"),
    (["build", "--out", SMALL], ": file exists"),
    (["validate", "nowhere.ttl"], "nowhere.ttl: no such file"),
    (["validate", "--fail-on", "fatal", SMALL], "'fatal' is none of violation"),
    (["validate", "--format", "xml", SMALL], "'xml' is none of text"),
    (["validate", "--lang", "fr", SMALL], "lang: 'fr' is none of en, zh"),
    (["validate", "--limit", "-1", SMALL], "att-graph: Invalid value for '--limit'"),
    (["validate", "--limit", "x", SMALL], "att-graph: Invalid value for '--limit'"),
    (["validate", "--rule", "TAC-P04", SMALL], "no rule 'TAC-P04'; did you mean TAC-P"),
    (["validate", "--explain", "TAC-P04"], "no rule 'TAC-P04'; did you mean TAC-P"),
    (["validate", "--baseline", SMALL, SMALL], "is no json or sarif report"),
    (["validate", "--engine", "none", SMALL], "'none' is none of auto, fast, pyshacl"),
]


@pytest.mark.parametrize(("args", "message"), WRONG, ids=lambda each: " ".join(each)[:40])
def test_a_wrong_command_is_one_sentence_and_exit_code_2(args: list[str], message: str) -> None:
    done = run(*args)
    said = (done.stderr or done.stdout).decode()
    assert done.returncode == 2
    assert message in said
    assert len(said.splitlines()) == 1 or not args
    assert "Traceback" not in said


def test_bad_files_leave_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    for name, content in {
        "empty.ttl": b"",
        "picture.ttl": b"\x89PNG\r\n\x1a\n\x00",
        "broken.ttl": b"<http://a.example/> <b",
        "remote.jsonld": b'{"@context": "https://schema.org/", "name": "x"}',
    }.items():
        (tmp_path / name).write_bytes(content)
        done = run("validate", name, cwd=tmp_path)
        assert done.returncode == 2, name
        assert done.stderr.decode().startswith(f"att-graph: {name}")
        assert len(done.stderr.decode().splitlines()) == 1
        assert done.stdout == b""


def test_list_shows_every_question() -> None:
    shown = run("ask", "--list", "--format", "json")
    listed = [row["question"] for row in json.loads(shown.stdout)]
    assert listed == sorted(path.stem for path in (paths.QUERIES / "questions").glob("*.rq"))
    table = run("ask", "--list").stdout.decode()
    assert all(name in table for name in listed)
    assert "\x1b" not in table  # no colours when the output is no terminal


def test_show_gives_the_query_as_it_stands() -> None:
    text = (paths.QUERIES / "questions" / "conferences.rq").read_bytes()
    assert run("ask", "conferences", "--show").stdout == text


ASKED = ["ask", "coalition-members", "meeting=conf2", "--data", SMALL]


def test_the_answer_in_each_format() -> None:
    as_csv = list(csv.DictReader(io.StringIO(run(*ASKED, "--format", "csv").stdout.decode())))
    as_json = json.loads(run(*ASKED, "--format", "json").stdout)
    assert as_csv == as_json
    assert as_json[0]["coalition"] == "宁静联盟"
    assert as_json[0]["member"] == "https://w3id.org/att-graph/id/organisation/calm"
    lines = run(*ASKED, "--format", "md").stdout.decode().splitlines()
    assert lines[0] == "| coalition | name | rule | member | participation |"
    assert lines[1] == "| --- | --- | --- | --- | --- |"
    table = run(*ASKED).stdout.decode().splitlines()
    assert table[0].split() == ["coalition", "name", "rule", "member", "participation"]
    assert table[-1] == "1 row"


def test_columns_stay_aligned_beside_chinese_characters() -> None:
    from rich.cells import cell_len

    asked = run("ask", "participants", "meeting=conf2", "--data", SMALL)
    head, _, *rows = asked.stdout.decode().splitlines()[:-1]
    place = head.index("participation")
    for row in rows:
        prefix = row[: row.rindex(" ") + 1]
        assert cell_len(prefix) == place


def test_the_output_is_utf_8_in_any_locale() -> None:
    done = run(*ASKED, "--format", "csv", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "宁静联盟" in done.stdout.decode()


QUERY = b"SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://w3id.org/att-graph/ontology#Conference> }"


def test_query_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "count.rq"
    path.write_bytes(QUERY)
    for done in (
        run("query", str(path), "--format", "csv", "--data", SMALL),
        run("query", "-", "--format", "csv", "--data", SMALL, "--alone", stdin=QUERY),
    ):
        assert done.stdout == b"n\n3\n"
        assert done.returncode == 0


def test_a_broken_query_names_the_line() -> None:
    done = run("query", "-", "--data", SMALL, stdin=b"SELECT ?x {\n?x")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("att-graph: -, line 2, column ")


def test_validate_tells_faults_by_exit_code_1(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(
        "<https://w3id.org/att-graph/id/state/XNO> a <https://w3id.org/att-graph/ontology#State> ."
    )
    done = run("validate", str(wrong))
    assert done.returncode == 1
    assert b"does not conform" in done.stdout
    assert done.stderr == b""
    report = json.loads(run("validate", str(wrong), "--format", "json").stdout)
    assert report["conforms"] is False
    assert {each["focus"].rsplit("/", 1)[1] for each in report["results"]} == {"XNO"}


def test_a_report_is_written_to_a_file_and_taken_as_a_baseline(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text("<urn:x> a <https://w3id.org/att-graph/ontology#Participation> .")
    report = tmp_path / "report.sarif"
    done = run("validate", str(wrong), "--format", "sarif", "-o", str(report))
    assert done.returncode == 1
    assert done.stdout.decode().startswith("does not conform: ")
    assert len(done.stdout.decode().splitlines()) == 1
    assert json.loads(report.read_bytes())["version"] == "2.1.0"
    again = run("validate", str(wrong), "--baseline", str(report))
    assert again.returncode == 0, again.stdout.decode()
    assert b" known left out, 0 gone\nconforms: no fault in " in again.stdout
    cut = run("validate", str(wrong), "--rule", "TAC-P001", "--limit", "0", "--lang", "zh")
    assert cut.returncode == 1
    assert cut.stdout.decode().startswith("… and 1 more\n")


def test_explain_shows_the_page_of_a_rule() -> None:
    shown = run("validate", "--explain", "tac-p004").stdout.decode()
    assert shown == (paths.RULES / "TAC-P004.md").read_text(encoding="utf-8")
    for part in ("## Why", "## Wrong", "## Right", "## How to mend"):
        assert part in shown


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = [sys.executable, "-m", "att_graph", "ask", "--list", "--format", "json"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "att_graph", "ask", "--list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(HERE.parent)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "att-graph: standard output: no space left on device\n"


def test_an_interrupt_is_quiet() -> None:
    code = (
        "import sys; from att_graph import cli, questions\n"
        "def interrupted(): raise KeyboardInterrupt\n"
        "questions.catalogue = interrupted; sys.argv = ['att-graph', 'ask', '--list']; cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


REPORT = paths.SOURCES / "csp11-wgtu-report-zh" / "text.txt"


def test_convert_writes_the_same_to_a_file_and_to_standard_output(tmp_path: Path) -> None:
    out = tmp_path / "graph.ttl"
    done = run("convert", str(REPORT), "-o", str(out))
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert out.read_bytes() == run("convert", str(REPORT)).stdout
    assert list(tmp_path.iterdir()) == [out]
    checked = run("validate", str(out))
    assert checked.returncode == 0, checked.stdout.decode()


NOT_A_REPORT = {
    "empty.txt": b"",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\x01",
    "novel.txt": "很久很久以前，有一个村庄，村里住着一位老人。\n\n他每天上山打柴。\n".encode() * 50,
    "half.txt": REPORT.read_bytes()[:1500],
    "welsh.txt": b"Adroddiad terfynol y gynhadledd.\n1. Cynhaliwyd y gynhadledd.\n" * 20,
}


@pytest.mark.parametrize("name", NOT_A_REPORT)
def test_what_is_no_report_is_one_sentence_and_leaves_no_file(tmp_path: Path, name: str) -> None:
    given = tmp_path / name
    given.write_bytes(NOT_A_REPORT[name])
    done = run("convert", str(given), "-o", str(tmp_path / "out.ttl"))
    assert done.returncode == 2, done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert name in done.stderr.decode()
    assert list(tmp_path.iterdir()) == [given]


@pytest.mark.parametrize("out", ["no/such/folder/x.ttl", "."])
def test_an_output_that_cannot_be_written_is_one_sentence(tmp_path: Path, out: str) -> None:
    done = run("convert", str(REPORT), "-o", out, cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@built
def test_ask_without_data_takes_the_projects_graph_and_is_quick() -> None:
    def seconds() -> float:
        """Of processor time: other tests run beside this one. `make bench` takes the clock."""
        before = os.times()
        assert run("ask", "asked-of-actor", "actor=PAN").returncode == 0
        after = os.times()
        user = after.children_user - before.children_user
        return user + after.children_system - before.children_system

    assert min(seconds() for _ in range(3)) < 0.6


@built
def test_validate_without_a_path_takes_the_projects_graph() -> None:
    done = run("validate", "--fail-on", "warning")
    assert done.returncode == 0, done.stdout.decode()
    assert done.stdout.splitlines()[-1].startswith(b"conforms: ")
    assert b"warning" not in done.stdout  # the record's own oddities are info


def test_the_engine_that_serves_is_told_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['shacl_rust'] = None")
    where = f"{tmp_path}{os.pathsep}{HERE.parent}"
    done = run("validate", SMALL, PYTHONPATH=where)
    said = done.stderr.decode().splitlines()
    assert len(said) == 1
    assert said[0].startswith("att-graph: engine: pyshacl runs, because")
    asked = run("validate", SMALL, "--engine", "fast", PYTHONPATH=where)
    assert (asked.returncode, asked.stdout) == (2, b"")
    assert asked.stderr.startswith(b"att-graph: engine: 'fast' is not installed")
