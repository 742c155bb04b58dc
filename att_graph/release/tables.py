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

import pyoxigraph as ox

from att_graph import paths, vocab
from att_graph.errors import DataError, InputError
from att_graph.stores.interface import Store

SEPARATOR = "|"  # between the values of a list; no IRI may hold it, the queries put ¦ into text
METADATA = "csv-metadata.json"
Row = tuple[str, ...]
Columns = frozenset[tuple[str, str]]  # the table and the name of each

_DURATION = r"-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"

_PARSED: dict[str, Callable[[str], bool]] = {
    "anyURI": lambda text: re.fullmatch(r"[A-Za-z][\w+.-]*:[^\s<>\"{}|\\^`]+", text) is not None,
    "boolean": lambda text: text in ("true", "false", "1", "0"),
    "date": lambda text: bool(date.fromisoformat(text)),
    "decimal": lambda text: re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", text) is not None,
    "duration": lambda text: re.fullmatch(_DURATION, text) is not None,
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
    def predicate(self) -> str:
        """The IRI of the property; empty where the column is none's."""
        prefix, _, local = self.about.partition(":")
        return vocab.PREFIXES[prefix] + local if local else ""

    @property
    def target(self) -> str:
        """The table whose key the values are; empty where there is none."""
        return self.option.removeprefix("> ") if self.option.startswith("> ") else ""

    @property
    def language(self) -> str:
        """The language of the values; empty where none is stated."""
        return self.option.removeprefix("lang ") if self.option.startswith("lang ") else ""

    def terms(self, cell: str) -> list[ox.NamedNode | ox.Literal]:
        """What a cell is turned into by the standard."""
        values = list(filter(None, cell.split(SEPARATOR) if self.many else [cell]))
        if self.datatype == "anyURI" and not self.many:
            return [ox.NamedNode(value) for value in values]
        if self.language:
            return [ox.Literal(value, language=self.language) for value in values]
        kind = ox.NamedNode(vocab.PREFIXES["xsd"] + self.datatype)
        return [ox.Literal(value, datatype=kind) for value in values]


@dataclass(frozen=True)
class Sheet:
    """One table: what it is called, what its rows are, and the query that makes them."""

    name: str
    title: str
    title_zh: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    text: str

    @property
    def subject(self) -> str:
        """The column of the thing that the others tell something of; empty where none does."""
        return self.columns[0].name if any(each.predicate for each in self.columns) else ""

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
    made[METADATA] = metadata(loose, _unsaid(store, found))
    return made, told


def metadata(loose: Columns = frozenset(), unsaid: Columns = frozenset()) -> bytes:
    """The tables described; `loose` are columns that are no foreign keys.

    Those in `unsaid` are for reading alone: turned into RDF by the standard, they would say what
    the graphs do not. Standard: Metadata Vocabulary for Tabular Data (W3C Recommendation, 2015).
    """
    tables = [_described(sheet, loose, unsaid) for sheet in sheets()]
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


def _unsaid(store: Store, found: dict[str, list[Row]]) -> Columns:
    """Columns that the standard turns into other triples than the graphs hold.

    So it does with a list of IRIs, which become literals, with words whose language stands in no
    column, and with a year among days. Standard: Generating RDF from Tabular Data on the Web.
    """
    made = set()
    for sheet in sheets():
        for place, column in enumerate(sheet.columns):
            if not column.predicate:
                continue
            text = f"SELECT ?s ?o {{ ?s <{column.predicate}> ?o }}"
            stated = {(_plain(row["s"]), row["o"]) for row in store.select(text, column.about)}
            said = {
                (row[0], term) for row in found[sheet.name] for term in column.terms(row[place])
            }
            if said - stated:
                made.add((sheet.name, column.name))
    return frozenset(made)


def _loose(found: dict[str, list[Row]]) -> tuple[Columns, list[str]]:
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


def _described(sheet: Sheet, loose: Columns, unsaid: Columns) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(sheet, column, unsaid) for column in sheet.columns],
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
    if sheet.subject:
        schema["aboutUrl"] = f"{{+{sheet.subject}}}"
    titles = [
        {"@value": sheet.title, "@language": "en"},
        {"@value": sheet.title_zh, "@language": "zh"},
    ]
    return {"url": f"{sheet.name}.csv", "dc:title": titles, "tableSchema": schema}


def _column(sheet: Sheet, column: Column, unsaid: Columns) -> dict[str, Any]:
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
    if column.language:
        made["lang"] = column.language
    if column.predicate:
        made["propertyUrl"] = column.predicate
        if column.datatype == "anyURI" and not column.many:
            made["valueUrl"] = f"{{+{column.name}}}"
    if column.name == sheet.subject or (sheet.name, column.name) in unsaid:
        made["suppressOutput"] = True
    return made
