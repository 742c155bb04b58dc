"""The GitHub Action and the pre-commit hooks: their steps run here as their runners run them."""

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
THEIRS = ROOT / "tests" / "data" / "lighthouses.ttl"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
PACKAGES = next(path for path in map(Path, sys.path) if (path / "rdflib").is_dir())


@dataclass
class Done:
    code: int
    log: str
    said: str
    outputs: dict[str, str]


def step(name: str, temp: Path, work: Path, env: dict[str, str]) -> Done:
    """A step as GitHub runs it: a script in bash, inputs in the environment, outputs in a file."""
    work.mkdir(exist_ok=True)
    temp.mkdir(exist_ok=True)
    script, output = temp / f"{name}.sh", temp / f"{name}.out"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    output.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=work,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(temp),
            "RUNNER_TEMP": str(temp),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_ACTION_PATH": str(ROOT),
            # The dependencies are those of this run, so that the test needs no package index.
            "PYTHONPATH": str(PACKAGES),
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    told = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return Done(done.returncode, done.stdout, done.stderr, told)


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the first step installs: really, into an environment of its own."""
    temp = tmp_path_factory.mktemp("a runner's temp")
    done = step("install", temp, temp / "work", {"PYTHON": sys.executable})
    assert (done.code, done.log) == (0, ""), done.said
    assert Path(done.outputs["command"]).is_file()
    return done.outputs["command"]


def validated(command: str, folder: Path, **inputs: str) -> Done:
    """The second step, in a workspace `folder/work`, with the inputs' defaults."""
    given = {
        variable: ACTION["inputs"][match[1]].get("default", "")
        for variable, text in STEPS["validate"]["env"].items()
        if (match := re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", text))
    }
    given = {"ATT_GRAPH": command, **given, "ALONE": "true", **inputs}
    return step("validate", folder / "temp", folder / "work", given)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A checkout with right and wrong data, in a folder whose name has a space."""
    folder = tmp_path / "work" / "treaty data"
    folder.mkdir(parents=True)
    text = THEIRS.read_text(encoding="utf-8")
    (folder / "right.ttl").write_text(text, encoding="utf-8")
    wrong = text.replace("capacity/signatory", "capacity/onlooker")
    (tmp_path / "work" / "wrong.ttl").write_text(wrong, encoding="utf-8")
    return tmp_path


def test_the_action_runs_nothing_but_its_own_steps_and_takes_inputs_from_the_environment() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert list(STEPS) == ["install", "validate"]
    used = set()
    for each in STEPS.values():
        assert each.keys() <= {"id", "name", "shell", "env", "run"}
        assert each["shell"] == "bash"
        assert "${{" not in each["run"]  # text of a pull request must not become a script
        for variable, text in each["env"].items():
            assert f"${variable}" in each["run"] or f"${{{variable}" in each["run"]
            used.update(re.findall(r"inputs\.([a-z-]+)", text))
    assert used == set(ACTION["inputs"])
    assert all(each["description"].endswith(".") for each in ACTION["inputs"].values())
    assert set(ACTION["outputs"]) == {"conforms", "sarif"}


def test_right_data_pass(command: str, work: Path) -> None:
    done = validated(command, work, DATA="treaty data\n")
    assert done.code == 0, done.said
    assert "::" not in done.log
    assert done.log.startswith("conforms: no fault in ")
    assert done.outputs == {"conforms": "true", "sarif": "att-graph.sarif"}
    assert sarif(work)["runs"][0]["results"] == []


def test_a_fault_is_an_annotation_at_its_line(command: str, work: Path) -> None:
    done = validated(command, work, DATA="wrong.ttl")
    assert done.code == 1, done.said
    (line,) = (
        number
        for number, text in enumerate((work / "work" / "wrong.ttl").read_text().splitlines(), 1)
        if "onlooker" in text
    )
    (note,) = re.findall(r"^::error (.*?)::(.*)$", done.log, re.MULTILINE)
    assert note[0].startswith(f"file=wrong.ttl,line={line},")
    assert "title=TAC-P" in note[0]
    assert "Ruritania at the Second Assembly of the Parties: " in note[1]
    assert done.outputs == {"conforms": "false", "sarif": "att-graph.sarif"}
    (result,) = sarif(work)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "wrong.ttl"
    assert place["region"]["startLine"] == line


def test_what_an_earlier_report_knows_does_not_fail(command: str, work: Path) -> None:
    assert validated(command, work, DATA="wrong.ttl", SARIF="known.sarif").code == 1
    done = validated(command, work, DATA="wrong.ttl", BASELINE="known.sarif", SARIF="")
    assert (done.code, done.outputs) == (0, {"conforms": "true"})


def test_annotations_speak_chinese_too(command: str, work: Path) -> None:
    done = validated(command, work, DATA="wrong.ttl", LANG_OF_MESSAGES="zh", SARIF="")
    assert re.search(r"^::error .*。", done.log, re.MULTILINE)


def test_several_files_are_one_graph_and_shapes_may_be_ones_own(command: str, work: Path) -> None:
    for number in (1, 2):
        (work / "work" / f"shape {number}.ttl").write_text(
            f"@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.org/{number}/> ."
            "e:S sh:targetClass <https://w3id.org/att-graph/ontology#Treaty> ; sh:property e:p ."
            f"e:p sh:path e:x ; sh:minCount 1 ; sh:severity sh:Warning ."
        )
    inputs = {"DATA": "treaty data\n\nwrong.ttl", "SHAPES": "shape 1.ttl\nshape 2.ttl\n"}
    assert validated(command, work, **inputs).code == 0
    done = validated(command, work, **inputs, FAIL_ON="warning", FORMAT="text")
    assert done.code == 1
    assert done.log.splitlines()[-1].startswith("does not conform: 2 warnings in ")


BAD = {
    "broken.ttl": "broken.ttl, line 1",
    "nowhere.ttl": "nowhere.ttl: no such file or directory",
    "": "the input path names no file and no folder",
    "$(touch pwned).ttl": "$(touch pwned).ttl: no such file",
    "`touch pwned`; touch pwned #.ttl": "no such file",
    '"; touch pwned; exit 0 #': "no such file",
    "--help": "--help: no such file",
    "100%.ttl": "100%25.ttl: no such file",
}


@pytest.mark.parametrize("data", BAD)
def test_what_cannot_be_read_is_an_annotation_and_runs_nothing(
    command: str, work: Path, data: str
) -> None:
    (work / "work" / "broken.ttl").write_text("<a> <b> ")
    before = sorted(work.rglob("*"))
    done = validated(command, work, DATA=data)
    assert done.code == 2
    (note,) = re.findall(r"^::error title=att-graph::(.*)$", done.log, re.MULTILINE)
    assert BAD[data] in note
    assert done.outputs == {}
    assert {path.name for path in {*work.rglob("*")} - {*before}} <= {
        "temp", "validate.sh", "validate.out", "att-graph-said.txt",
    }  # fmt: skip


@pytest.mark.parametrize("variable", ["FAIL_ON", "ENGINE", "FORMAT", "BASELINE", "SHAPES"])
def test_no_input_is_run(command: str, work: Path, variable: str) -> None:
    done = validated(command, work, DATA="wrong.ttl", **{variable: "$(touch pwned)`touch pwned`"})
    assert done.code == 2
    assert not list(work.rglob("pwned"))


def test_code_in_the_checkout_is_not_run(command: str, work: Path) -> None:
    for name in ("att_graph", "rdflib", "typer"):
        (work / "work" / f"{name}.py").write_text("open('pwned', 'w')")
    assert validated(command, work, DATA="treaty data").code == 0
    assert not list(work.rglob("pwned"))


def test_a_python_that_is_too_old_is_told(tmp_path: Path) -> None:
    old = tmp_path / "python3.8"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = step("install", tmp_path / "temp", tmp_path / "work", {"PYTHON": str(old)})
    assert (done.code, done.outputs) == (2, {})
    assert done.log.startswith("::error title=att-graph::att-graph needs Python 3.11 or newer")


def sarif(work: Path) -> Any:
    tree = json.loads((work / "work" / "att-graph.sarif").read_text(encoding="utf-8"))
    assert tree["version"] == "2.1.0"
    return tree


def hooked(command: str, hook: dict[str, Any], repository: Path, *args: str) -> Done:
    """A hook as pre-commit runs it: its entry, the args of a config, the staged files that fit."""
    listed = ["git", "diff", "--staged", "--name-only", "-z", "--diff-filter=ACMRTUXB"]
    staged = subprocess.run(listed, cwd=repository, capture_output=True, text=True, check=True)
    names = [name for name in staged.stdout.split("\0") if re.search(hook["files"], name)]
    if not names:
        return Done(0, "(no files to check)", "", {})
    entry = shlex.split(hook["entry"])
    assert entry[0] == "att-graph"
    done = subprocess.run(
        [command, *entry[1:], *args, *names],
        cwd=repository,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PACKAGES)},
        capture_output=True,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr, {})


@pytest.fixture
def repository(work: Path) -> Path:
    folder = work / "work"
    (folder / "notes.md").write_text("no data")
    (folder / "pom.xml").write_text("<project/>")
    git = ["git", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    subprocess.run([*git, "add", "notes.md", "pom.xml"], cwd=folder, check=True)
    return folder


def test_the_hooks_say_what_pre_commit_needs() -> None:
    assert [hook["id"] for hook in HOOKS] == ["att-graph-validate", "att-graph-ontology"]
    for hook in HOOKS:
        assert hook["language"] == "python"
        assert hook["require_serial"] is True  # all files in one run: they refer to each other
        assert re.search(hook["files"], "ontology/terms.ttl")
        assert not re.search(hook["files"], "README.md")


def test_the_hook_holds_staged_files_against_the_shapes(command: str, repository: Path) -> None:
    (validate, _) = HOOKS
    assert hooked(command, validate, repository, "--alone").log == "(no files to check)"
    subprocess.run(["git", "add", "treaty data"], cwd=repository, check=True)
    done = hooked(command, validate, repository, "--alone")
    assert done.code == 0, done.said
    assert done.log.startswith("conforms: no fault in ")
    subprocess.run(["git", "add", "wrong.ttl"], cwd=repository, check=True)
    done = hooked(command, validate, repository, "--alone")
    assert done.code == 1
    assert "wrong.ttl:" in done.log  # file and line of the fault
    assert done.log.rstrip().splitlines()[-1].startswith("does not conform: ")
    (repository / "broken.ttl").write_text("<a> <b> ")
    subprocess.run(["git", "add", "broken.ttl"], cwd=repository, check=True)
    done = hooked(command, validate, repository, "--alone")
    assert (done.code, done.log) == (2, "")
    assert "broken.ttl, line 1" in done.said


def test_the_hook_for_the_ontology(command: str, repository: Path) -> None:
    (_, ontology) = HOOKS
    assert hooked(command, ontology, repository).log == "(no files to check)"
    (repository / "ontology").mkdir()
    (repository / "ontology" / "more.ttl").write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> ."
        "<https://w3id.org/att-graph/ontology#lamp> a owl:Class ."
    )
    subprocess.run(["git", "add", "ontology"], cwd=repository, check=True)
    done = hooked(command, ontology, repository)
    assert done.code == 1, done.said
    assert "#lamp" in done.log
