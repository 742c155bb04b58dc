"""The notebook of the documents: run anew, it shows what is stored in it."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("notebook", ROOT / "scripts" / "notebook.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_notebook_shows_what_its_cells_give(script: ModuleType) -> None:
    stored = nbformat.read(script.PATH, as_version=4)
    shown = script.shown(stored)
    assert len(shown) >= 6
    assert all(len(texts) == 1 and texts[0].strip() for texts in shown)
    assert script.shown(script.executed(stored)) == shown, "run scripts/notebook.py"


def test_the_notebook_knows_no_machine(script: ModuleType) -> None:
    text = script.PATH.read_text(encoding="utf-8")
    assert not re.search(r"/(?:home|tmp|work|root|Users)/|execution_time|iopub", text)
    nbformat.validate(nbformat.read(script.PATH, as_version=4))
