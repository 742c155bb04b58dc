"""What pip installs works from any directory, and the package is what its parts say it is."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import att_graph
from att_graph import paths

CHECKOUT = Path(__file__).parents[1]
RESOURCES = ("ontology", "shapes", "queries", "data", "docs/rules")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment: the wheel unpacked, its dependencies those of this run.

    The wheel is unpacked rather than installed, so that the test needs no package index.
    """
    home = tmp_path_factory.mktemp("a place with spaces")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    show = "import sysconfig; print(sysconfig.get_path('purelib'))"
    out = subprocess.run([python, "-c", show], check=True, capture_output=True, text=True)
    site = Path(out.stdout.strip())
    zipfile.ZipFile(wheel).extractall(site)
    here = next(path for path in map(Path, sys.path) if (path / "rdflib").is_dir())
    (site / "dependencies.pth").write_text(f"{here}\n")
    return python


def run(python: Path, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [str(python), "-m", "att_graph", *args]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_all_resources_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    held = {name for name in names if name.startswith("att_graph/_resources/")}
    expected = {
        f"att_graph/_resources/{path.relative_to(CHECKOUT).as_posix()}"
        for part in RESOURCES
        for path in (CHECKOUT / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == expected
    assert "att_graph/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/", "scripts/"))]
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert [name for name in names if name.endswith("licenses/LICENSE-data")]


def test_an_installed_copy_works_from_any_directory(installed: Path, tmp_path: Path) -> None:
    where = "import att_graph.paths; print(att_graph.paths.HOME)"
    out = subprocess.run([installed, "-c", where], cwd=tmp_path, capture_output=True, text=True)
    assert out.stdout.strip().endswith("_resources")
    listed = run(installed, "ask", "--list", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    assert "asked-of-actor" in listed.stdout
    if list(paths.GRAPH.glob("*.ttl")):
        asked = run(installed, "ask", "conferences", "--format", "csv", cwd=tmp_path)
        assert asked.returncode == 0, asked.stderr
        assert len(asked.stdout.splitlines()) > 12
        checked = run(installed, "validate", cwd=tmp_path)
        assert checked.returncode == 0, checked.stdout
    assert list(tmp_path.iterdir()) == []


def test_an_installed_copy_does_not_build_into_itself(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "build", cwd=tmp_path)
    assert done.returncode == 2
    assert "checkout" in done.stderr
    assert "--out" in done.stderr


def test_run_time_modules_need_run_time_dependencies_only() -> None:
    code = (
        "import sys\n"
        "class Deny:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'pytest', 'hypothesis', 'babel', 'pycountry', 'hdx',\n"
        "                                  'shacl_rust', 'mypy', 'oxrdflib'}:\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Deny())\n"
        "import importlib, pkgutil, att_graph\n"
        "for found in pkgutil.walk_packages(att_graph.__path__, 'att_graph.'):\n"
        "    if not found.name.endswith('__main__'):\n"
        "        importlib.import_module(found.name)\n"
        "        print(found.name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=CHECKOUT
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) >= 20


API = ("ask", "build", "convert", "load", "parse", "read", "to_graph", "validate")


def test_the_public_names_are_functions_whoever_imported_what_before() -> None:
    assert sorted(name for name in att_graph.__all__ if name != "__version__") == list(API)
    names = f"from att_graph import {', '.join(API)}"
    modules = "import att_graph.parse, att_graph.validate, att_graph.build"
    check = f"; assert all(map(callable, [{', '.join(API)}]))"
    check += f"; assert all(callable(getattr(att_graph, name)) for name in {API})"
    for code in (f"{names}; {modules}", f"{modules}; {names}"):
        done = subprocess.run([sys.executable, "-c", code + check], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    with pytest.raises(AttributeError):
        _ = att_graph.nothing


def test_start_up_is_lazy() -> None:
    code = (
        "import sys; from att_graph import cli; assert 'rdflib' not in sys.modules;"
        "from att_graph import query; query.ask('conferences', data=['tests/data/small.ttl']);"
        "assert 'rdflib' not in sys.modules and 'pyshacl' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=CHECKOUT
    )
    assert done.returncode == 0, done.stderr
