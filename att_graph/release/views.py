"""The graph in the words of others: PROV-O, ORG, FOAF, schema.org, ELI and Web Annotation.

Each view is a stored CONSTRUCT query, whose header says which term of ours becomes which of theirs,
and why.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from att_graph import paths
from att_graph.release.contents import order
from att_graph.stores.interface import Store


@dataclass(frozen=True)
class View:
    """One view: its name, its title, (what becomes what, why) for each mapping, its query."""

    name: str
    title: str
    mappings: tuple[tuple[str, str], ...]
    text: str

    def triples(self, store: Store) -> list[ox.Triple]:
        """What the view says of the graphs in a store, in the order that files are written in."""
        return sorted(dict.fromkeys(store.construct(self.text, f"{self.name}.rq")), key=order)


@cache
def views(folder: Path = paths.QUERIES / "views") -> tuple[View, ...]:
    """All stored views, sorted by name."""
    return tuple(_view(path) for path in sorted(folder.glob("*.rq"), key=lambda path: path.stem))


def _view(path: Path) -> View:
    text = path.read_text(encoding="utf-8")
    title = re.search(r"^#\+ title: (.+)$", text, re.MULTILINE)
    mappings = re.findall(r"^#\+ mapping: (.+?) \| (.+)$", text, re.MULTILINE)
    return View(path.stem, title[1] if title else path.stem, tuple(mappings), text)
