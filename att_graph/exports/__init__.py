"""Answers and faults in the formats a reader wants: one module a format, each a `render`."""

from importlib import import_module

from att_graph.errors import InputError
from att_graph.store import Table

FORMATS = ("table", "csv", "json", "md")


def render(table: Table, form: str) -> str:
    """A table → its text in one of FORMATS, without a final line break. Raises InputError."""
    if form not in FORMATS:
        raise InputError(f"format: '{form}' is none of {', '.join(FORMATS)}")
    text: str = import_module(f"att_graph.exports.{form}").render(table)
    return text
