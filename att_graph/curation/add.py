"""add: a report's file in; the report in data/sources, the graph made anew and held, the news.

All or nothing: everything is made in a folder beside the data, held against the shapes, and only
then moved to its place; whatever fails before leaves the data as it was.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from pathlib import Path

from att_graph import paths
from att_graph.build import BuildResult, build, report_of, stored
from att_graph.curation.news import News, news
from att_graph.errors import DataError, InputError
from att_graph.loaders.symbols import respelt
from att_graph.model import Document, Report
from att_graph.source import Source, read
from att_graph.validate import validate

_SHOWN = 5  # faults that a refusal quotes; the rest are counted


@dataclass
class Added:
    """What `add` did: ids of the reports put in, put in another's place, or there already."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    news: list[News] = field(default_factory=list)


@dataclass(frozen=True)
class _New:
    """A report that is to be stored: its file, its text, what it says, and whom it replaces."""

    path: Path
    source: Source
    report: Report
    instead: Path | None = None


def add(
    files: Sequence[str | Path],
    *,
    replace: bool = False,
    kind: str | None = None,
    lang: str | None = None,
    report_id: str | None = None,
    treaty: str | None = None,
    meeting: str | None = None,
    engine: str = "auto",
) -> Added:
    """Reports' files in; each stored in the data folder in use (`paths.use`), or none of them.

    What the caller says of language, kind, treaty and meeting is stored with the text.
    Raises InputError for what cannot be read as a report, and for a report that is stored already
    with another text (unless `replace`); DataError when the graph of all reports together breaks a
    rule. Nothing is left behind then.
    """
    if not files:
        raise InputError("add: name a report's file")
    if report_id and len(files) > 1:
        raise InputError("add: an id names one report; add the files one by one")
    done = Added()
    new: list[_New] = []
    there = [(folder, report_of(read(folder))) for folder in stored()]
    for file in files:
        if report_path(file).is_dir():
            raise InputError(f"{file}: is a folder; name a report's file")
        given = read(file, report_id=report_id, lang=lang)
        source = replaced(given, treaty=treaty, meeting=meeting, kind=kind)
        report = report_of(source, report_id=report_id)
        _sort_in(_New(report_path(file), source, report), new, there, done, replace)
    if new:
        _store(new, done, engine)
    return done


def report_path(file: str | Path) -> Path:
    """The path of a report's file; standard input has a name only."""
    return Path("standard-input") if str(file) == "-" else Path(file)


def _sort_in(
    one: _New, new: list[_New], there: list[tuple[Path, Report]], done: Added, replace: bool
) -> None:
    """Is it there already, is another text of it there, or is it new?"""
    report = one.report
    for other in new:
        if other.source.sha256 == one.source.sha256:
            return
        if _same_report(report, other.report):
            raise InputError(
                f"{one.path}: is the same report as {other.path} with another text; add one."
            )
    for folder, old in there:
        if old.source.sha256 == one.source.sha256:
            done.unchanged.append(old.id)
            done.lines.append(f"{old.id}: is there already, with the same text; nothing changed.")
            return
        if _same_report(report, old):
            if not replace:
                raise InputError(_refusal(one, old))
            new.append(_New(one.path, one.source, report, folder))
            return
    new.append(one)


def _same_report(one: Report, other: Report) -> bool:
    """Whether two texts are the same report in one language: by id, symbol, or meeting and kind."""
    if one.lang != other.lang:
        return one.id == other.id
    symbols = {_symbol(one), _symbol(other)}
    if len(symbols) == 1 and "" not in symbols:
        return True
    about = [(r.treaty, r.meeting, r.body, r.sort) for r in (one, other)]
    nameless = one.sort == "body-report" and one.body is None
    return one.id == other.id or (about[0] == about[1] and not nameless)


def _symbol(report: Report) -> str:
    fact = report.facts.get(report.document) if report.document else None
    symbol = fact.symbol if isinstance(fact, Document) else None
    return respelt(symbol)[0] if symbol else ""


def _refusal(one: _New, old: Report) -> str:
    here, there = _symbol(one.report), _symbol(old)
    issued = f" It is issued as {here}, the stored one as {there}." if here != there else ""
    return (
        f"{one.path}: {old.id} is stored already with another text.{issued} "
        "Give --replace to put this text in its place."
    )


# ---- Storing


def _store(new: list[_New], done: Added, engine: str) -> None:
    with _workshop() as shop:
        folders = [_stage(shop / "sources", one) for one in new]
        given_up = {one.instead for one in new}
        kept = [folder for folder in stored() if folder not in given_up]
        names = {folder.name for folder in kept}
        for folder in folders:
            if folder.name in names:
                raise InputError(
                    f"{folder.name}: is the id of another stored report; give --report-id"
                )
        made = build(out=shop / "graph", folders=sorted([*kept, *folders], key=lambda f: f.name))
        note = _validated(shop / "graph", engine)
        _commit(shop, folders, [path for path in given_up if path])
    for one, folder in zip(new, folders, strict=True):
        (done.replaced if one.instead else done.added).append(folder.name)
        did = "put in the place of the text there was" if one.instead else "stored"
        done.lines.append(f"{folder.name}: {did} in {paths.shown(paths.SOURCES / folder.name)}")
    done.lines += _told(made, {folder.name for folder in folders})
    done.lines += [note] if note else []
    done.news = [
        news(report, made.reports, made.resolution)
        for report in made.reports
        if report.id in done.added + done.replaced
    ]


def _told(made: BuildResult, ids: set[str]) -> list[str]:
    told = [line for line in made.lines if line.split(":")[0] in ids | {"inferred"}]
    return [f"  {line}" for line in told]


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder beside the data, on the same disk, gone at the end whatever happens."""
    made = not paths.DATA.exists()
    try:
        paths.DATA.mkdir(parents=True, exist_ok=True)
        shop = Path(tempfile.mkdtemp(dir=paths.DATA, prefix=".add-"))
    except OSError as error:
        raise InputError(f"{paths.DATA}: {(error.strerror or str(error)).lower()}") from error
    try:
        yield shop
    finally:
        shutil.rmtree(shop, ignore_errors=True)
        if made and not any(paths.DATA.iterdir()):
            paths.DATA.rmdir()


def _stage(sources: Path, one: _New) -> Path:
    """The report's folder as it will be: the text, and what is known of it."""
    folder = sources / one.report.id
    folder.mkdir(parents=True)
    text = one.source.text.encode("utf-8", "replace")
    (folder / "text.txt").write_bytes(text)
    (folder / "source.toml").write_text(_description(one, text), encoding="utf-8")
    return folder


def _description(one: _New, text: bytes) -> str:
    report, source = one.report, one.source
    titles = source.titles or {report.lang: report.title.value}
    publisher = {report.publisher.lang: report.publisher.value} if report.publisher else {}
    lines = [
        "# What this text is. It is never edited; `sha256` is of text.txt as it lies here.",
        f"language = {_toml(report.lang)}",
        f"date = {_toml(report.issued or _last_day(report))}",
        f"sha256 = {_toml(hashlib.sha256(text).hexdigest())}",
    ]
    symbol = _symbol_as_printed(report)
    lines += [f"symbol = {_toml(symbol)}"] if symbol else []
    told = {"kind": source.kind, "treaty": source.treaty, "meeting": source.meeting}
    lines += [f"{name} = {_toml(value)}" for name, value in told.items() if value]
    lines += ["", "[title]", *(f"{lang} = {_toml(t)}" for lang, t in sorted(titles.items()))]
    lines += ["", "[publisher]", *(f"{lang} = {_toml(p)}" for lang, p in publisher.items())]
    lines += ["", "# The file that the text was read from.", "[original]"]
    lines += [f"name = {_toml(one.path.name)}", f"form = {_toml(source.form)}"]
    lines.append(f"sha256 = {_toml(source.original_sha256 or source.sha256)}")
    lines += [f"extractor = {_toml(source.extractor)}"] if source.extractor else []
    return "\n".join(lines) + "\n"


def _last_day(report: Report) -> str:
    """The last day of the report's meeting, where the report prints no day of its own; or ""."""
    fact = report.facts.get(report.meeting)
    return str(getattr(fact, "end", None) or "")


def _symbol_as_printed(report: Report) -> str:
    fact = report.facts.get(report.document) if report.document else None
    return (fact.symbol or "") if isinstance(fact, Document) else ""


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a TOML basic string


def _validated(graph: Path, engine: str) -> str:
    """What is to be said of the engine. Raises DataError with the first faults when all reports
    together break a rule.
    """
    result = validate([graph], engine=engine)
    if result.conforms:
        return result.note
    faults = [found for found in result.results if found.severity == "violation"]
    shown = [
        f"  {result.labels.get(found.focus, found.focus)}: {found.message}"
        for found in faults[:_SHOWN]
    ]
    more = [f"  … and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
    raise DataError(
        "\n".join(["the graph would break its rules, so nothing was added:", *shown, *more])
    )


def _commit(shop: Path, folders: list[Path], given_up: list[Path]) -> None:
    """Move everything to its place by renaming; undo every step when one fails."""
    moves = [(folder, shop / "old" / folder.name) for folder in given_up]
    moves += [(folder, paths.SOURCES / folder.name) for folder in folders]
    if paths.GRAPH.is_dir():
        for other in paths.GRAPH.iterdir():  # what is no graph stays
            if other.suffix != ".ttl":
                (shutil.copytree if other.is_dir() else shutil.copy2)(
                    other, shop / "graph" / other.name
                )
        moves.append((paths.GRAPH, shop / "old" / "graph.before"))
    moves.append((shop / "graph", paths.GRAPH))
    new_home = not paths.SOURCES.exists()
    done: list[tuple[Path, Path]] = []
    try:
        (shop / "old").mkdir()
        paths.SOURCES.mkdir(exist_ok=True)
        for here, there in moves:
            here.rename(there)
            done.append((here, there))
    except OSError as error:
        for here, there in reversed(done):
            there.rename(here)
        if new_home:
            shutil.rmtree(paths.SOURCES, ignore_errors=True)
        raise InputError(f"{paths.DATA}: {(error.strerror or str(error)).lower()}") from error
