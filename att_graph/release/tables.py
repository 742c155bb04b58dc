"""Tables of the things of each class as CSV, and CSVW that says what their columns mean.

A stored query in `queries/exports` is one table: its header says title, class, key and columns.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from att_graph import paths, vocab
from att_graph.errors import DataError, InputError
from att_graph.stores.interface import Store

SEPARATOR = "|"  # between the values of a list; no IRI may hold it, the queries put ¦ into text
METADATA = "csv-metadata.json"
Row = tuple[str, ...]

_PARSED: dict[str, Callable[[str], bool]] = {
    "anyURI": lambda text: re.fullmatch(r"[A-Za-z][\w+.-]*:[^\s<>\"{}|\\^`]+", text) is not None,
    "boolean": lambda text: text in ("true", "false", "1", "0"),
    "date": lambda text: bool(date.fromisoformat(text)),
    "integer": lambda text: re.fullmatch(r"[+-]?\d+", text) is not None,
    "string": lambda text: True,
}


@dataclass(frozen=True)
class Column:
    """A `#+ column: name | datatype | property | title | title-zh [| list | > table | lang xx]`."""

    name: str
    datatype: str
    about: str
    title: str
    title_zh: str
    option: str = ""

    @property
    def many(self) -> bool:
        """Whether a cell is a list."""
        return self.option == "list"

    @property
    def target(self) -> str:
        """The table whose key the values are; empty where there is none."""
        return self.option.removeprefix("> ") if self.option.startswith("> ") else ""


@dataclass(frozen=True)
class Sheet:
    """One table: what it is called, what its rows are, and the query that makes them."""

    name: str
    title: str
    title_zh: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    text: str

    def rows(self, store: Store) -> tuple[list[Row], list[str]]:
        """The rows, one a thing, and a line for each value that found no place in them.

        A cell is empty where nothing is known; of two values where one is wanted the first is
        kept. Raises DataError where a value is none of its column's datatype.
        """
        places = [place for place, each in enumerate(self.columns) if each.name in self.key]
        found: dict[Row, list[Row]] = {}
        for answer in store.select(self.text, f"{self.name}.rq"):
            row = tuple(_plain(answer[column.name]) for column in self.columns)
            found.setdefault(tuple(row[place] for place in places), []).append(row)
        made, told = [], []
        for rows in found.values():
            made.append(tuple(min(cells) for cells in zip(*rows, strict=True)))
            for column, cells in zip(self.columns, zip(*rows, strict=True), strict=True):
                _checked(self.name, rows[0][0], column, min(cells))
                if len(set(cells)) > 1:
                    left = ", ".join(sorted(set(cells))[1:])
                    told.append(f"{self.name}.csv: {rows[0][0]}: {column.name}: left out: {left}")
        return made, told


@cache
def sheets(folder: Path = paths.QUERIES / "exports") -> tuple[Sheet, ...]:
    """All tables, sorted by name. Raises InputError for a header that cannot be read."""
    return tuple(_sheet(path) for path in sorted(folder.glob("*.rq"), key=lambda p: p.stem))


def written(store: Store) -> tuple[dict[str, bytes], list[str]]:
    """A store → files by name, and a line for each thing that the tables cannot say.

    A link that leads out of the tables is not stated as a foreign key. Raises DataError as
    `Sheet.rows` does.
    """
    found: dict[str, list[Row]] = {}
    told: list[str] = []
    for sheet in sheets():
        found[sheet.name], left = sheet.rows(store)
        told += left
    loose, out = _loose(found)
    told += out
    made = {f"{sheet.name}.csv": _csv(sheet, found[sheet.name]) for sheet in sheets()}
    made[METADATA] = metadata(loose)
    return made, told


def metadata(loose: frozenset[tuple[str, str]] = frozenset()) -> bytes:
    """The tables described; `loose` are columns (table, name) that are no foreign keys.

    Standard: Metadata Vocabulary for Tabular Data (W3C Recommendation, 2015).
    """
    tables = [_described(sheet, loose) for sheet in sheets()]
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@type": "TableGroup",
        "dialect": {"header": True, "encoding": "utf-8"},
        "tables": tables,
    }
    return (json.dumps(group, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes) -> list[Row]:
    """A CSV file → its rows, the header first."""
    return [tuple(row) for row in csv.reader(io.StringIO(content.decode(), newline=""))]


def _sheet(path: Path) -> Sheet:
    text = path.read_text(encoding="utf-8")
    lines = re.findall(r"^#\+ ([a-z-]+): *(.*)$", text, re.MULTILINE)
    head = dict(lines)
    pieces = [[p.strip() for p in value.split("|")] for key, value in lines if key == "column"]
    if not pieces or {"title", "title-zh", "key"} - head.keys():
        raise InputError(f"{path}: the header lacks title, title-zh, key or columns")
    if any(len(each) not in (5, 6) or each[1] not in _PARSED for each in pieces):
        raise InputError(f"{path}: a column has five or six pieces and a known datatype")
    key = tuple(name.strip() for name in head["key"].split(","))
    columns = tuple(Column(*each) for each in pieces)
    return Sheet(path.stem, head["title"], head["title-zh"], key, columns, text)


def _plain(term: object) -> str:
    return str(getattr(term, "value", term)) if term is not None else ""


def _checked(table: str, thing: str, column: Column, cell: str) -> None:
    for value in filter(None, cell.split(SEPARATOR) if column.many else [cell]):
        try:
            good = _PARSED[column.datatype](value)
        except ValueError:
            good = False
        if not good:
            raise DataError(f"{table}.csv: {thing}: '{value}' is no {column.datatype}")


def _loose(found: dict[str, list[Row]]) -> tuple[frozenset[tuple[str, str]], list[str]]:
    keys = {name: {row[0] for row in rows} for name, rows in found.items()}
    loose, told = set(), []
    for sheet in sheets():
        for place, column in enumerate(sheet.columns):
            if not column.target:
                continue
            cells = {row[place] for row in found[sheet.name]}
            values = cells - {""} - keys[column.target]
            if values or "" in cells:  # an empty cell refers to no row, which CSVW does not allow
                loose.add((sheet.name, column.name))
            if values:
                told.append(
                    f"{sheet.name}.csv: {column.name}: {len(values)} not in {column.target}.csv, "
                    f"as {min(values)}; no foreign key is stated"
                )
    return frozenset(loose), told


def _csv(sheet: Sheet, rows: list[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(column.name for column in sheet.columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def _described(sheet: Sheet, loose: frozenset[tuple[str, str]]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(sheet, column) for column in sheet.columns],
        "primaryKey": list(sheet.key),
    }
    links = [
        {
            "columnReference": column.name,
            "reference": {"resource": f"{column.target}.csv", "columnReference": "iri"},
        }
        for column in sheet.columns
        if column.target and (sheet.name, column.name) not in loose
    ]
    if links:
        schema["foreignKeys"] = links
    if sheet.key == ("iri",):
        schema["aboutUrl"] = "{+iri}"
    titles = [
        {"@value": sheet.title, "@language": "en"},
        {"@value": sheet.title_zh, "@language": "zh"},
    ]
    return {"url": f"{sheet.name}.csv", "dc:title": titles, "tableSchema": schema}


def _column(sheet: Sheet, column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        # The header of the file is a title too: a reader matches by it.
        "titles": {"en": [column.name, column.title], "zh": column.title_zh},
        "datatype": column.datatype,
    }
    if column.name in sheet.key:
        made["required"] = True
    if column.many:
        made["separator"] = SEPARATOR
    if column.option.startswith("lang "):
        made["lang"] = column.option.removeprefix("lang ")
    if column.about not in ("", "-"):
        prefix, _, local = column.about.partition(":")
        made["propertyUrl"] = vocab.PREFIXES[prefix] + local
        if column.datatype == "anyURI" and not column.many:
            made["valueUrl"] = f"{{+{column.name}}}"
    if column.name == "iri":
        made["suppressOutput"] = True
    return made
