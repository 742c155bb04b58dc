"""Where ontology, shapes, queries and data lie: the checkout, or the copy in an installed wheel.

The data folder (sources, graph, reviews) may be another one: `use(folder)`, or ATT_GRAPH_DATA in
the environment. The authority files are the shipped ones, and those of its own `authority/`.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"

HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
ONTOLOGY = HOME / "ontology"
SHAPES = HOME / "shapes"
QUERIES = HOME / "queries"
RULES = HOME / "docs" / "rules"
SHIPPED = HOME / "data"
AUTHORITY = SHIPPED / "authority"
DATA = SOURCES = GRAPH = REVIEW = SHIPPED  # set by `use`
AUTHORITIES: tuple[Path, ...] = ()
taken = 0  # how often a data folder was taken: what was kept from another one is out of date


def use(folder: str | Path | None = None) -> None:
    """Take a data folder (none: the shipped one) for everything that is read or built from now on.

    The folder need not exist yet; what is read from its authority files is read again.
    """
    global DATA, SOURCES, GRAPH, REVIEW, AUTHORITIES, taken
    DATA = Path(folder).resolve() if folder else SHIPPED
    SOURCES, GRAPH, REVIEW = DATA / "sources", DATA / "graph", DATA / "review"
    own = DATA / "authority"
    AUTHORITIES = (AUTHORITY,) if own == AUTHORITY else (AUTHORITY, own)
    taken += 1


def shipped() -> bool:
    """Whether the data folder in use is the one that came with the code."""
    return DATA == SHIPPED


def shown(path: Path) -> str:
    """A path as a person would type it: relative to where they are, or to the project."""
    for root in (Path.cwd(), HOME):
        if path.is_relative_to(root):
            return str(path.relative_to(root))
    return str(path)


def uri(path: Path) -> str:
    """A path as reports for a forge name it: from the root of the checkout, else whole.

    The root is where the command runs, or GITHUB_WORKSPACE, where that is set and holds the file.
    """
    whole = path.resolve()
    for root in (os.environ.get("GITHUB_WORKSPACE"), Path.cwd()):
        if root and whole.is_relative_to(Path(root).resolve()):
            return whole.relative_to(Path(root).resolve()).as_posix()
    return whole.as_posix()


use(os.environ.get("ATT_GRAPH_DATA"))
