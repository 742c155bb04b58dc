"""The answer to a query as plain values, ready for a file, a page or a data frame."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from att_graph import vocab

if TYPE_CHECKING:
    import pandas
    import polars

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Cell = str | int | float | bool | None

_INTEGERS = {
    vocab.PREFIXES["xsd"] + name for name in ("integer", "int", "long", "nonNegativeInteger")
}
_FLOATS = {vocab.PREFIXES["xsd"] + name for name in ("decimal", "double", "float")}
_BOOLEAN = vocab.PREFIXES["xsd"] + "boolean"


@dataclass(frozen=True)
class Table:
    """The answer to a query: column names, and rows of plain values; None: nothing is bound.

    `note` says of an answer without rows why it has none.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    note: str = field(default="", compare=False)

    def dicts(self) -> list[dict[str, Cell]]:
        """The rows as column → value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Cell]:
        """All values of one column, in the order of the rows."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a pandas frame; needs pandas (`att-graph[frames]`).

        Whole numbers stay whole where a cell is empty: the types are those that allow for it.
        """
        import pandas

        frame = pandas.DataFrame.from_records(self.rows, columns=list(self.columns))
        return frame.convert_dtypes()

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a polars frame; needs polars (`att-graph[frames]`).

        A column with numbers and words holds the words of both.
        """
        import polars

        return polars.DataFrame(
            [polars.Series(name, self.column(name), strict=False) for name in self.columns]
        )


def plain(term: Term | None) -> Cell:
    """An RDF term → int, float, bool or str; an IRI as its text, a date as `2025-08-29`."""
    if isinstance(term, ox.Literal):
        return plain_literal(term.value, term.datatype.value)
    return None if term is None else str(getattr(term, "value", term))


def plain_literal(text: str, datatype: str) -> Cell:
    """A literal's text and the IRI of its datatype → int, float, bool or str."""
    if datatype == _BOOLEAN:
        return text in ("true", "1")
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype in _FLOATS:
            return float(text)
    except ValueError:
        pass  # an ill-typed literal is shown as it was written
    return text
