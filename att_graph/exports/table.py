"""A table for a terminal, aligned also where Chinese characters take two columns."""

import io
import os
import shutil
import sys

from att_graph import vocab
from att_graph.store import Cell, Table

_WIDEST_WHEN_PIPED = 160


def render(table: Table) -> str:
    """Columns that fit the terminal, long cells wrapped; the number of rows below.

    IRIs of things are shortened to `state/PAN`; every other format gives them in full. Without
    colours when the output is no terminal, or NO_COLOR is set.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    on_screen = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_screen else _WIDEST_WHEN_PIPED
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for place, name in enumerate(table.columns):
        numeric = any(isinstance(row[place], int | float) for row in table.rows)
        grid.add_column(
            name,
            justify="right" if numeric else "left",
            overflow="fold",
        )
    for row in table.rows:
        grid.add_row(*(Text(_text(cell)) for cell in row))
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        force_terminal=on_screen,
        no_color=not on_screen or "NO_COLOR" in os.environ,
    )
    console.print(grid)
    lines = [line.rstrip() for line in text.getvalue().rstrip("\n").split("\n")]
    count = len(table.rows)
    return "\n".join([*lines, f"{count} row{'' if count == 1 else 's'}"])


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = str(cell)
    for base in (vocab.THING, vocab.CONCEPT):
        text = text.removeprefix(base)
    return text
