"""Each file of a release, read again from the disk and held against what it should say."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from att_graph import canonical
from att_graph.errors import DataError
from att_graph.release import tables
from att_graph.release.contents import Contents, quads

_UNION = {".ttl": ox.RdfFormat.TURTLE, ".jsonld": ox.RdfFormat.JSON_LD}
_ALL = {".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS}


def compared(contents: Contents, folder: Path, written: dict[str, bytes]) -> list[str]:
    """A folder and what was put into it → a line for each kind of file that was read back.

    Raises DataError for a file that says something else than it should.
    """
    told = []
    for name, data in written.items():
        path = folder / name
        if path.read_bytes() != data:
            raise DataError(f"{name}: is not what was written")
        told += [f"{name}: read back, {count}" for count in _read(contents, path, name, data)]
    return told


def _read(contents: Contents, path: Path, name: str, data: bytes) -> Iterator[str]:
    if path.stem == "att-graph" and path.suffix in _ALL:
        found = set(ox.parse(data, _ALL[path.suffix]))
        _same(name, found, set(quads(contents)))
        yield f"{len(found)} statements"
    elif path.stem == "att-graph" and path.suffix in _UNION:
        triples = [quad.triple for quad in ox.parse(data, _UNION[path.suffix])]
        _same(name, canonical.digest(canonical.lines(triples)), contents.digest)
        yield f"{len(set(triples))} triples, the canonical digest of the union"
    elif path.suffix == ".ttl":
        yield f"{sum(1 for _ in ox.parse(data, ox.RdfFormat.TURTLE))} triples"
    elif name == f"csv/{tables.METADATA}":
        yield _sheets(path.parent, json.loads(data))
    elif path.suffix in (".json", ".jsonld"):
        json.loads(data)
        yield "JSON"
    elif path.suffix == ".ics":
        lines = data.decode().replace("\r\n ", "").split("\r\n")
        names = [line for line in lines if line.startswith("UID:")]
        _same(name, len(names), lines.count("BEGIN:VEVENT"))
        _same(name, len(set(names)), len(names))
        yield f"{len(names)} events"


def _sheets(folder: Path, group: dict[str, list[dict[str, object]]]) -> str:
    rows = 0
    for table in group["tables"]:
        file = folder / str(table["url"])
        with file.open(encoding="utf-8", newline="") as lines:
            header, *body = csv.reader(lines)
        schema = table["tableSchema"]
        assert isinstance(schema, dict)
        _same(file.name, header, [column["name"] for column in schema["columns"]])
        places = [header.index(name) for name in schema["primaryKey"]]
        keys = {tuple(row[place] for place in places) for row in body}
        _same(file.name, len(keys), len(body))
        rows += len(body)
    return f"{len(group['tables'])} tables with {rows} rows, their keys unique"


def _same(name: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise DataError(f"{name}: read back, it says something else than the graphs")
