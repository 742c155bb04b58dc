"""The notebook of the documents, run from its first cell to its last.

python scripts/notebook.py            # run it and store what it shows
python scripts/notebook.py --check    # compare only; exit code 1 when an output is not true
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "docs" / "notebook.ipynb"
Outputs = list[list[str]]


def main() -> int:
    """Write the outputs, or compare them."""
    stored = nbformat.read(PATH, as_version=4)
    made = executed(stored)
    if "--check" in sys.argv[1:]:
        if shown(made) == shown(stored):
            return 0
        print("docs/notebook.ipynb: an output is not true; run scripts/notebook.py")
        return 1
    nbformat.write(made, PATH)
    return 0


def executed(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A notebook → the same, run anew, with nothing in it of the machine or the clock."""
    copy = nbformat.from_dict(notebook)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    NotebookClient(copy, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    for number, cell in enumerate(copy.cells):
        cell.metadata = nbformat.from_dict({})
        cell.id = f"cell-{number}"
    copy.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    return copy


def shown(notebook: nbformat.NotebookNode) -> Outputs:
    """The texts that each code cell shows."""
    return [
        [str(out.get("text") or out.get("data", {}).get("text/plain")) for out in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


if __name__ == "__main__":
    sys.exit(main())
