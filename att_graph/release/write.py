"""The graphs → a folder with a release, written whole or not at all, each file read back."""

from collections.abc import Callable, Iterable
from pathlib import Path

from att_graph import folders
from att_graph.errors import InputError
from att_graph.exports import catalogue
from att_graph.questions import questions
from att_graph.release import calendar, dumps, jsonld, metadata, tables
from att_graph.release.contents import Contents
from att_graph.release.listing import listed, page
from att_graph.release.readback import compared
from att_graph.release.views import views

SUMS, README = "SHA256SUMS", "README.txt"
Files = dict[str, bytes]


def write(contents: Contents, out: Path, only: Iterable[str] = ()) -> list[str]:
    """The parts of a release (all, or `only` some of PARTS) into a folder → what was done.

    The folder appears when everything in it was read back; a folder that holds another release and
    nothing else is replaced. The same graphs give the same bytes. Raises InputError for a folder
    that holds something else or cannot be written to, DataError for data that no file can say.
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
    made |= {README: listed(contents, made), "index.html": page(contents, made)}
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
    events = calendar.calendar(contents)
    if not events:
        return {}, ["calendar.ics: not written, no meeting and no deadline has a day"]
    return {"calendar.ics": events}, []


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
    """Raises InputError for a folder in which anything would be lost that no release put there."""
    try:
        if not out.exists() and not out.is_symlink():
            return
        if not out.is_dir():
            raise InputError(f"{out}: is there already and is no release")
        inside = {path.relative_to(out).as_posix() for path in out.rglob("*") if not _plain(path)}
        if not inside:
            return
        first, sums = (_read(out / name) for name in (README, SUMS))
    except OSError as error:
        raise InputError(f"{out}: {(error.strerror or str(error)).lower()}") from error
    named = {line.partition("  ")[2] for line in sums.splitlines()}
    if not first.startswith(metadata.TITLE["en"]) or README not in named:
        raise InputError(f"{out}: is there already and is no release")
    strange = sorted(inside - named - {SUMS})
    if strange:
        raise InputError(f"{out}: holds '{strange[0]}', which no release put there")


def _plain(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _placed(contents: Contents, out: Path, made: Files) -> list[str]:
    """Everything into a folder beside `out`, read back, then in its place."""
    told: list[str] = []

    def fill(folder: Path) -> None:
        for name, data in made.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        told.extend(compared(contents, folder, made))

    folders.placed(out, fill)
    return told
