"""The recipe "Add a language" of CONTRIBUTING.md, followed for an invented one in a copy.

Only what the recipe says is done: one module, trigger words, names, lines of the table of State
names. Nothing in the code or the loaders is touched.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).parent.parent
GIVEN = Path(__file__).parent / "data" / "new-language"
TRIGGERS = {"request": "dorvet", "adopt": "adoptet"}
NAMES = {
    "instruments.ttl": {"id/treaty/att": "Zarnu Vopelik"},
    "bodies.ttl": {"id/body/csp": "Kelvar na Sotirim", "id/body/secretariat": "Sekretari"},
    "groups.ttl": {"id/group/states-parties": "Sotirim"},
}
STATES = ("CAN,qaa,alias,Kanadulo", "MLT,qaa,alias,Maltulo", "PER,qaa,alias,Perwulo")
ID = "https://w3id.org/att-graph/id/"
TAC = "https://w3id.org/att-graph/ontology#"


def insert(file: Path, subject: str, line: str) -> None:
    """Write a statement into the Turtle block of a subject, after its first line."""
    text = file.read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(subject)}(?: a [^;]*;|\n    a [^;]*;)\n", text, re.MULTILINE)
    assert found, f"{file.name}: {subject}"
    file.write_text(text[: found.end()] + line + text[found.end() :], encoding="utf-8")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree in which the steps of the recipe were taken."""
    home = tmp_path_factory.mktemp("home")
    for folder in (
        "att_graph",
        "ontology",
        "shapes",
        "scripts",
        "data/authority",
        "data/reference",
    ):
        shutil.copytree(ROOT / folder, home / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(GIVEN / "qaa.py", home / "att_graph" / "languages")
    for key, word in TRIGGERS.items():
        concept = home / "ontology" / "concepts" / "act-type.ttl"
        insert(concept, f"act-type:{key}", f'    skos:hiddenLabel "{word}"@qaa ;\n')
    for file, names in NAMES.items():
        for key, name in names.items():
            line = f'    skos:altLabel "{name}"@qaa ;\n'
            insert(home / "data" / "authority" / file, f"<{key}>", line)
    table = home / "data" / "reference" / "state-names.csv"
    table.write_text(table.read_text(encoding="utf-8") + "\n".join(STATES) + "\n", encoding="utf-8")
    shutil.copy(GIVEN / "report.txt", home)
    run(home, "scripts/authority.py")
    return home


def run(home: Path, *arguments: str) -> str:
    """Run Python in the copy; what it says on standard error comes out."""
    environment = {**os.environ, "PYTHONPATH": str(home)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=home, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def graph(home: Path) -> ox.Store:
    run(home, "-m", "att_graph", "convert", "report.txt", "-o", "out.ttl")
    store = ox.Store()
    store.load((home / "out.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    return store


def values(graph: ox.Store, subject: str, term: str) -> set[str]:
    """The values of a tac: property of a thing, without their namespaces."""
    iri = ox.NamedNode(ID + subject)
    found = graph.quads_for_pattern(iri, ox.NamedNode(TAC + term), None)
    return {re.sub(r"^.*/(?:id|concept)/", "", quad.object.value) for quad in found}


def test_the_recipe_names_the_files_that_this_test_touches() -> None:
    recipe = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = recipe.partition("## Add a language\n")[2].partition("\n## ")[0]
    for named in ("languages/<code>.py", "ontology/concepts/*.ttl", "data/authority/*.ttl",
                  "data/reference/state-names.csv", "scripts/authority.py"):  # fmt: skip
        assert named in steps
    assert "SUPPORTED" not in steps  # nothing lists the languages


def test_the_masthead(graph: ox.Store) -> None:
    assert values(graph, "meeting/csp4", "ordinal") == {"4"}
    assert values(graph, "meeting/csp4", "startDate") == {"2031-08-21"}
    assert values(graph, "meeting/csp4", "endDate") == {"2031-08-25"}
    assert values(graph, "meeting/csp4", "place") == {"Brisk"}


def test_an_earlier_meeting(graph: ox.Store) -> None:
    assert values(graph, "meeting/csp3", "startDate") == {"2030-08-22"}
    assert values(graph, "meeting/csp3", "hostState") == {"state/PER"}


def test_the_participants(graph: ox.Store) -> None:
    for state in ("CAN", "MLT", "PER"):
        who = f"participation/csp4-{state}"
        assert values(graph, who, "capacity") == {"capacity/state-party"}
    everyone = list(graph.quads_for_pattern(None, ox.NamedNode(TAC + "participant"), None))
    assert len(everyone) == 3


def test_the_acts(graph: ox.Store) -> None:
    assert values(graph, "act/csp4/3-1", "actType") == {"act-type/request"}
    asked = values(graph, "act/csp4/3-1", "addressedTo")
    assert asked == {"group/states-parties", "body/secretariat"}
    assert values(graph, "act/csp4/3-2", "actType") == {"act-type/adopt"}
    acts = list(graph.quads_for_pattern(None, ox.NamedNode(TAC + "actType"), None))
    assert len(acts) == 2


def test_no_finding_is_an_error(graph: ox.Store) -> None:
    severities = graph.quads_for_pattern(None, ox.NamedNode(TAC + "severity"), None)
    assert not [quad for quad in severities if quad.object.value.endswith("/error")]


def test_the_language_is_told_by_its_words(home: Path) -> None:
    code = (
        "from att_graph.languages import detect\n"
        "print(detect(open('report.txt').read(), 'report.txt').code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=home, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(home)},
    )  # fmt: skip
    assert done.stdout.strip() == "qaa"
