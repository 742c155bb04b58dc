"""A table as CSV (RFC 4180, but with bare line feeds), for spreadsheets and scripts."""

import csv
import io

from att_graph.store import Table


def render(table: Table) -> str:
    """A header line, then one line a row; nothing between the commas where nothing is bound."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return text.getvalue().removesuffix("\n")


def _written(cell: object) -> object:
    return str(cell).lower() if isinstance(cell, bool) else cell
