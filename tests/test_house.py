"""The house rules: who may import whom, how long a module may be, what code may not know."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import paths, vocab
from att_graph.loaders.symbols import SYMBOL

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "att_graph"
LONGEST = 400
LONGER: set[str] = set()  # a module longer than that, with its reason

# Each module imports only what stands before it; a folder's modules stand where the folder does.
# docs/decisions/0001-import-order.md says why.
_ORDER = """
errors paths vocab text standing
languages
forms source layout parse model
gazetteer iris
loaders
renaming likeness resolve settle editions
graph turtle
limits intake files folders nodes validation validate
stores store terms questions evidence absence query
sentences traces namings infer
reviews judge
build caption
phrases explain comparison
curation
site exports
retired canonical values publish void release service
confine console commands cli
"""

ORDER = _ORDER.split()
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.name not in ("__init__.py", "__main__.py")
)
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]
PACKAGES = sorted(path for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)


def first(path: Path) -> str:
    """The place of a file in ORDER: its module, or the folder it is in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """What a file imports, at its head or inside a function: (module, name)."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                yield node.module or "", name.name
        elif isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, ""


def own(path: Path) -> set[str]:
    """The places in ORDER that a file imports."""
    found = set()
    for module, name in imported(path):
        if module == "att_graph":
            found.add(name)
        elif module.startswith("att_graph."):
            found.add(module.split(".")[1])
    return found - {"__version__"}


def test_the_modules_are_found() -> None:
    assert len(MODULES) > 35
    assert len(PACKAGES) >= 3
    assert len(set(ORDER)) == len(ORDER)


@pytest.mark.parametrize("path", [*MODULES, *PACKAGES], ids=lambda path: str(path.name))
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    here = first(path)
    assert here in ORDER, f"give {here} its place in ORDER"
    for name in own(path) - {here}:
        assert ORDER.index(name) < ORDER.index(here), f"{here} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_what_a_module_keeps_to_itself_it_uses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kept = re.findall(r"^(_[A-Z]\w*) = ", text, re.MULTILINE)
    assert [name for name in kept if len(re.findall(rf"\b{name}\b", text)) == 1] == []


def test_every_place_in_the_order_is_taken() -> None:
    assert set(ORDER) == {first(path) for path in [*MODULES, *PACKAGES]}


def test_rdf_is_written_and_read_in_few_places() -> None:
    """Nothing before the graph knows rdflib; the authority files are read with pyoxigraph."""
    before = ORDER[: ORDER.index("graph")]
    for path in MODULES:
        names = {module.split(".")[0] for module, _ in imported(path)}
        if first(path) in before:
            assert "rdflib" not in names, path
            assert "pyoxigraph" not in names or path.stem == "reference", path


def test_validation_and_questions_know_graphs_only() -> None:
    readers = {"source", "parse", "model", "loaders", "languages", "actors", "concepts", "graph"}
    for name in ("validate", "store", "query", "terms"):
        assert own(PACKAGE / f"{name}.py") & readers == set()


def test_the_model_needs_the_standard_library_and_text_only() -> None:
    assert own(PACKAGE / "model.py") == {"source", "text"}


def test_the_writer_of_triples_knows_no_text() -> None:
    assert own(PACKAGE / "graph.py") & {"languages", "loaders", "parse"} == set()


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_is_short_and_named_with_one_word(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert (len(lines) < LONGEST) == (path.name not in LONGER)
    assert len(lines) < 500
    assert re.fullmatch(r"[a-z]+", path.stem)
    assert path.stem not in ("utils", "helpers", "common", "manager", "misc")


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    told = {f"{node.name}" for node in public if ast.get_docstring(node)}
    plain = {node.name for node in public if isinstance(node, ast.ClassDef)}
    commands = {node.name for node in public if node.decorator_list}
    assert {node.name for node in public} - told - plain - commands == set()


def strings(path: Path) -> Iterator[str]:
    """The texts in a file's code; docstrings, which hold examples, left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            head = node.body[0] if node.body else None
            if isinstance(head, ast.Expr) and isinstance(head.value, ast.Constant):
                told.add(head.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield node.value


def labels(*kinds: str) -> set[str]:
    """Every name of the things of some classes, in the authority files and in the graph."""
    store = ox.Store()
    for path in [*paths.AUTHORITY.glob("*.ttl"), *paths.GRAPH.glob("*.ttl")]:
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    found = store.query(
        f"""SELECT DISTINCT ?name {{ VALUES ?kind {{ {" ".join(f"tac:{k}" for k in kinds)} }}
            ?thing a ?kind ; rdfs:label|skos:altLabel|tac:officialName ?name }}""",
        prefixes=vocab.PREFIXES,
    )
    assert isinstance(found, ox.QuerySolutions)
    return {row["name"].value for row in found}


def named(name: str, text: str) -> bool:
    """Whether a text holds a name: anywhere in Chinese, as a word of four letters elsewhere."""
    if name not in text:
        return False
    if re.search(r"[\u4e00-\u9fff]", name):
        return len(name) > 1
    return len(name) > 3 and bool(re.search(rf"\b{re.escape(name)}\b", text))


def test_code_knows_no_state_person_or_organisation() -> None:
    """What is in the data is in no branch: the code would read another treaty's reports."""
    names = labels("State", "Person", "Organisation")
    assert len(names) > 1500
    assert named("英国", "来自英国的")
    texts = {path: "\n".join(strings(path)) for path in MODULES}
    found = [(path.name, n) for path, text in texts.items() for n in names if named(n, text)]
    assert found == []


def test_code_knows_no_symbol_and_no_year() -> None:
    for path in MODULES:
        for text in strings(path):
            assert not SYMBOL.search(text), path
            told = re.sub(r"https?://\S+", "", text)
            if path.stem not in ("terms", "cli"):  # a date in a message shows how to write one
                assert not re.search(r"(?<![\du])20\d\d(?!\d)", told), path
