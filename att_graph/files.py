"""RDF files named on the command line → quads, and files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from att_graph import intake, limits, paths
from att_graph.errors import InputError

STANDARD_INPUT = intake.STANDARD_INPUT
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}
_KNOWN = ", ".join(FORMATS)


def find(places: Iterable[str | Path]) -> list[Path]:
    """Files and directories → the RDF files among them, directories searched to the bottom, sorted.

    Raises InputError for a path that does not exist or cannot be looked into, a directory without
    RDF files or that changes meanwhile, a file whose suffix says no RDF format, and for more files
    than are read at once.
    """
    try:
        found = dict.fromkeys(file for path in map(Path, places) for file in _inside(path))
        return intake.weighed(found)
    except OSError as error:  # an entry that may not be read, or that went while we looked
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{error.filename or 'a file'}: {reason}") from error


def _inside(path: Path) -> list[Path]:
    if path.is_dir():
        inside = sorted(
            file
            for folder, _, names in os.walk(path, onerror=_refuse)
            for file in (Path(folder, name) for name in names)
            if file.suffix in FORMATS and file.is_file()
        )
        if not inside:
            raise InputError(f"{path}: no RDF file ({_KNOWN}) in this directory")
        return inside
    if path != STANDARD_INPUT and not path.exists():
        raise InputError(f"{path}: no such file or directory")
    if path != STANDARD_INPUT and path.suffix not in FORMATS:
        raise InputError(f"{path}: its name says no RDF format; it should end in {_KNOWN}")
    return [path]


def _refuse(error: OSError) -> None:
    raise error  # what is in a folder that cannot be read would else be left out unsaid


def own() -> list[Path]:
    """The files of the project's own graph. Raises InputError when it has not been built."""
    found = built()
    if not found:
        raise InputError(f"{paths.GRAPH}: no graph there yet; `att-graph build` makes it")
    return found


def ontology() -> list[Path]:
    """The files of the ontology and its concept schemes, and nothing else that lies beside them."""
    return sorted([*paths.ONTOLOGY.glob("*.ttl"), *(paths.ONTOLOGY / "concepts").glob("*.ttl")])


def shapes() -> list[Path]:
    """The shapes that data are held against; those for the ontology itself lie in a folder."""
    return sorted(paths.SHAPES.glob("*.ttl"))


def style() -> list[Path]:
    """The shapes that the ontology itself is held against."""
    return sorted((paths.SHAPES / "style").glob("*.ttl"))


def outside() -> list[Path]:
    """The facts about vocabularies of others, as far as the ontology links to them."""
    return sorted((paths.ONTOLOGY / "outside").glob("*.ttl"))


def queries() -> list[Path]:
    """The stored queries of all sorts."""
    return sorted(paths.QUERIES.rglob("*.rq"))


def built() -> list[Path]:
    """The files of the project's own graph, if it has been built."""
    return sorted(paths.GRAPH.glob("*.ttl"))


def authority() -> list[Path]:
    """The authority files: States, bodies, organisations, instruments."""
    return [file for folder in paths.AUTHORITIES for file in sorted(folder.rglob("*.ttl"))]


def quads(path: Path) -> Iterator[ox.Quad]:
    """One RDF file → its quads in the order of the file; `-` is Turtle on standard input.

    Never touches the network: JSON-LD that names a remote context is refused. Raises InputError
    with file, line and reason when the file is missing, empty, binary, broken, too large, or made
    to be: `intake` and `limits` say how far.
    """
    kind = _kind(path)
    count, most = 0, limits.TRIPLES()
    try:
        for quad in ox.parse(content(path), kind):
            count += 1
            if count > most:
                raise InputError(f"{path}: more than {most} triples; {limits.TRIPLES.hint()}")
            if isinstance(quad.object, ox.Triple):
                raise InputError(f"{path}: holds a triple as an object, which is not RDF 1.1")
            yield quad
    except (SyntaxError, MemoryError) as error:
        raise InputError(_sentence(path, error)) from error
    if not count:
        raise InputError(f"{path}: the file holds no triples")


def load(store: ox.Store, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    """One RDF file → its triples in one graph of a store, whatever graphs the file itself names.

    Raises InputError as `quads` does, except that a file without triples adds nothing.
    """
    kind = _kind(path)
    if kind.supports_datasets:
        store.extend(ox.Quad(q.subject, q.predicate, q.object, graph) for q in quads(path))
        return
    try:
        store.load(content(path), kind, to_graph=graph)
    except (SyntaxError, MemoryError) as error:
        raise InputError(_sentence(path, error)) from error


def _kind(path: Path) -> ox.RdfFormat:
    return FORMATS.get(path.suffix, ox.RdfFormat.TURTLE)


def content(path: Path) -> bytes:
    """The bytes of a file of text, or of standard input, which may be asked for again.

    Raises InputError as `intake.content` does.
    """
    return intake.content(path, xml=_kind(path) == ox.RdfFormat.RDF_XML)


def _sentence(path: Path, error: SyntaxError | MemoryError) -> str:
    reason = str(error.msg if isinstance(error, SyntaxError) else error)
    if "LoadDocumentCallback" in reason:
        return f"{path}: its JSON-LD context is remote; put the context into the file"
    if isinstance(error, MemoryError):  # of the parser: it keeps one term at a time
        return f"{path}: a literal or an IRI that is longer than 16 MB, or never ends"
    place = f", line {error.lineno}" if error.lineno else ""
    if error.offset:
        place += f", column {error.offset}"
    reason = reason.split(": ", 1)[-1]
    if "No scheme found" in reason:
        reason = "a relative IRI, and no base that it is relative to"
    if _kind(path) == ox.RdfFormat.RDF_XML:
        reason += " (read as RDF/XML, as the name of the file says)"
    return f"{path}{place}: {reason}"


def place(path: Path, content: bytes, *, parents: bool = False) -> None:
    """Write all or nothing: a reader never meets half a file, a failure leaves none behind.

    With `parents` the folder is made where there is none. Raises InputError for a place that
    cannot be written to.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():  # a directory cannot be written to, a device can
        try:
            path.write_bytes(content)
        except OSError as error:
            raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
        return
    try:
        if parents:
            path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
