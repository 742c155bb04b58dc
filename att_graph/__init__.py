"""A knowledge graph of the Arms Trade Treaty, read from reports, with the evidence for every fact.

The steps are functions of the package, each loaded when it is first used:

    source = read("data/sources/csp11-final-report-zh/text.txt")
    report = load(parse(source))
    graph = to_graph(report)
    validate(graph).conforms
    ask("asked-of-actor", actor="PAN").rows
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from att_graph.build import build, convert
    from att_graph.graph import to_graph
    from att_graph.loaders import load
    from att_graph.parse import parse
    from att_graph.query import ask
    from att_graph.source import read
    from att_graph.validate import validate

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "ask",
    "build",
    "convert",
    "load",
    "parse",
    "read",
    "to_graph",
    "validate",
]

_HOME_OF = {
    "ask": "query",
    "build": "build",
    "convert": "build",
    "load": "loaders",
    "parse": "parse",
    "read": "source",
    "to_graph": "graph",
    "validate": "validate",
}


class _Package(ModuleType):
    """The package; its functions `parse`, `build`, `validate` live in modules of the same name.

    Importing such a module would bind the module over the function, so that what
    `att_graph.validate` is depended on who imported what before; here it is always the function.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _HOME_OF and isinstance(value, ModuleType):
            value = getattr(value, name, value)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'att_graph' has no attribute {name!r}")
    return getattr(import_module(f"att_graph.{_HOME_OF[name]}"), name)
