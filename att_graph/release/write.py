"""The graphs → a folder with a release, written whole or not at all, each file read back."""

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from att_graph.errors import InputError
from att_graph.exports import catalogue
from att_graph.questions import questions
from att_graph.release import calendar, dumps, jsonld, metadata, tables
from att_graph.release.contents import Contents
from att_graph.release.listing import listed, page
from att_graph.release.readback import compared
from att_graph.release.views import views

SUMS = "SHA256SUMS"
Files = dict[str, bytes]


def write(contents: Contents, out: Path, only: Iterable[str] = ()) -> list[str]:
    """The parts of a release (all, or `only` some of PARTS) into a folder → what was done.

    The folder appears when everything in it was read back; a folder that holds another release is
    replaced. The same graphs give the same bytes. Raises InputError for a folder that holds
    something else or cannot be written to, DataError for data that no file can say.
    """
    chosen = [part for part in PARTS if part in (set(only) or PARTS)]
    unknown = sorted(set(only) - PARTS.keys())
    if unknown:
        raise InputError(f"only: '{unknown[0]}' is none of {', '.join(PARTS)}")
    _free(out)
    made: Files = {}
    told: list[str] = []
    for part in chosen:
        files, lines = PARTS[part](contents, made)
        made |= files
        told += lines
    made |= {"README.txt": listed(contents, made), "index.html": page(contents, made)}
    made |= {SUMS: metadata.sums(made)}
    return told + _placed(contents, out, dict(sorted(made.items())))


def _dumps(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    return {
        "att-graph.trig": dumps.trig(contents),
        "att-graph.nq": dumps.nquads(contents),
        "att-graph.ttl": dumps.turtle(contents.union),
    }, []


def _jsonld(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    return {
        "att-graph.jsonld": jsonld.framed(contents),
        "context.jsonld": jsonld.document(),
    }, []


def _csv(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    files, told = tables.written(contents.store)
    return {f"csv/{name}": data for name, data in files.items()}, told


def _calendar(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    return {"calendar.ics": calendar.calendar(contents)}, []


def _views(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    return {
        f"views/{view.name}.ttl": dumps.turtle(view.triples(contents.store)) for view in views()
    }, []


def _questions(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    known = questions()
    return {
        "questions.md": catalogue.page(known).encode(),
        "questions.ttl": catalogue.turtle(known).encode(),
    }, []


def _metadata(contents: Contents, made: Files) -> tuple[Files, list[str]]:
    return {
        "dcat.ttl": metadata.dcat(contents, made),
        "void.ttl": metadata.voided(contents, made),
        "dataset.jsonld": metadata.schema_org(contents, made),
    }, []


# Metadata come last: they name the files made before.
PARTS: dict[str, Callable[[Contents, Files], tuple[Files, list[str]]]] = {
    "dumps": _dumps,
    "jsonld": _jsonld,
    "csv": _csv,
    "calendar": _calendar,
    "views": _views,
    "questions": _questions,
    "metadata": _metadata,
}


def _free(out: Path) -> None:
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir() or (any(out.iterdir()) and not (out / SUMS).is_file()):
        raise InputError(f"{out}: is there already and is no release")


def _placed(contents: Contents, out: Path, made: Files) -> list[str]:
    """Everything into a folder beside `out`, read back, then in its place."""
    out = out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as within:
            new = Path(within, "new")
            new.mkdir()
            for name, data in made.items():
                path = new / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
            told = compared(contents, new, made)
            if out.exists():
                os.rename(out, Path(within, "old"))
            os.rename(new, out)
    except OSError as error:
        raise InputError(f"{out}: {(error.strerror or str(error)).lower()}") from error
    return told
