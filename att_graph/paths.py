"""Where ontology, shapes, queries and data lie: the checkout, or the copy in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"

HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
ONTOLOGY = HOME / "ontology"
SHAPES = HOME / "shapes"
QUERIES = HOME / "queries"
DATA = HOME / "data"
SOURCES = DATA / "sources"
AUTHORITY = DATA / "authority"
GRAPH = DATA / "graph"
