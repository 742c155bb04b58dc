"""The documents: their examples run and print what they show; what they name is there."""

import doctest
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from typer.main import get_command

from att_graph import paths, questions
from att_graph.cli import app
from att_graph.store import open_store

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *(path for path in sorted((ROOT / "docs").rglob("*.md")) if path.parent.name != "rules"),
    paths.DATA / "README.md",
]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_found() -> None:
    written = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/guide.md", "docs/ci.md"}
    assert written <= set(NAMES)
    assert len(DECISIONS) >= 10


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md", "docs/ci.md"])
def test_every_example_prints_what_the_page_shows(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    made = script("transcripts").true(text)
    # Counts of triples move with every change of a loader; the script itself compares them too.
    shown, true = ([re.sub(r"\d+", "0", x) for x in t.split("\n")] for t in (text, made))
    assert shown == true, "run scripts/transcripts.py"
    assert text.count("<!-- shown: ") + text.count("<!-- answer: ") >= (4 if "ci" in name else 8)


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```pycon\n(.*?)```", text, re.DOTALL)
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    assert len(test.examples) >= 6
    result = doctest.DocTestRunner().run(test)
    assert result.failed == 0


def test_the_guides_queries_have_answers() -> None:
    text = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    blocks = script("transcripts").queries(text)
    assert len(blocks) >= 8
    store = open_store()
    for block in blocks:
        assert "ORDER BY" in block
        assert store.query(block).rows


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_and_targets_named_in_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    quoted = "\n".join(re.findall(r"`[^`\n]+`|^\$ .*$|^    .*$", text, re.MULTILINE))
    for name, rest in re.findall(r"att-graph ([a-z]+)\b(?!-)([^`\n]*)", quoted):
        assert name in commands, name
        known = {option for p in commands[name].params for option in p.opts}
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", re.split("[|&;]", rest)[0]):
            assert option in known, f"{name} {option}"
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for name in re.findall(r"`make ([a-z]+)`|^\$ make ([a-z]+)", text, re.MULTILINE):
        assert set(name) - {""} <= targets, name
    asked = {question.name for question in questions.questions()}
    for name in re.findall(r"att-graph ask ([a-z]+(?:-[a-z]+)*)", quoted):
        assert name in asked, name


def test_the_readme_shows_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert len(commands) >= 5
    shown = {*re.findall(r"^\$ (?:.*[|;] )?att-graph ([a-z]+)", text, re.MULTILINE), "build"}
    assert set(commands) - shown == set()
    assert "$ make run" in text.split("\n## ")[0]
    assert "$ make test" in text.split("\n## ")[0]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_files_named_in_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)\)", text):
        assert (page.parent / target).exists(), target
    if page.name == "CONTRIBUTING.md":
        named = re.findall(
            r"`((?:att_graph|tests|data|docs|ontology|queries|scripts|shapes)/[^`\s]*)`", text
        )
        assert len(named) > 20
        for name in named:
            if not re.search(r"[<…*]", name):
                assert (ROOT / name).exists(), name


@pytest.mark.parametrize("page", DECISIONS, ids=[page.name for page in DECISIONS])
def test_a_decision_is_short_and_says_what_why_and_what_not(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# \d+\. .+", lines[0])
    assert int(page.name[:4]) == int(lines[0].split(".")[0].removeprefix("# "))
    assert len(lines) <= 15
    text = "\n".join(lines)
    for word in ("**What.**", "**Why.**", "**Rejected.**"):
        assert word in text


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_glossary_is_what_the_ontology_says() -> None:
    made = script("glossary").made()
    assert (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8") == made
    for term in ("`tac:Participation`", "`tac:quotedText`", "### Act types", "## Words to avoid"):
        assert term in made


def test_the_pages_of_the_rules_are_what_the_shapes_say() -> None:
    made = script("rules").made()
    there = {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "docs" / "rules").iterdir()}
    assert there == made, "run make rules"
    assert len(made) > 260
    for name in made.keys() - {"README.md"}:
        for part in ("## What it demands", "## Wrong", "## Right"):
            assert f"\n{part}\n\n```" in made[name], f"{name}: {part}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_pages_are_plain_and_british(page: Path) -> None:
    text = re.sub(
        r"```.*?```|`[^`]*`|<[^>]*>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    american = r"\b(?:organization|recognize|normalize|color|behavior|center|license[sd])\w*\b"
    assert re.findall(american, text) == []
