"""A table as JSON: a list with one object a row, for programs."""

import json

from att_graph.store import Table


def render(table: Table) -> str:
    """Keys in the order of the columns; `null` where nothing is bound."""
    return json.dumps(table.dicts(), ensure_ascii=False, indent=2)
