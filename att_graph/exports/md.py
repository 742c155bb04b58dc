"""A table as Markdown (GitHub's), for reports and issues."""

from att_graph.store import Cell, Table


def render(table: Table) -> str:
    """A header, a rule, one line a row; bars inside cells are escaped."""
    rule = ["---:" if _is_numeric(table, place) else "---" for place in range(len(table.columns))]
    lines = [list(table.columns), rule, *([_text(cell) for cell in row] for row in table.rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    text = str(cell).lower() if isinstance(cell, bool) else str(cell)
    return " ".join(text.split()).replace("|", "\\|")


def _is_numeric(table: Table, place: int) -> bool:
    cells = [row[place] for row in table.rows if row[place] is not None]
    return bool(cells) and all(
        isinstance(cell, int | float) and not isinstance(cell, bool) for cell in cells
    )
