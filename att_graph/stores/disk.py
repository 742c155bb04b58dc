"""Oxigraph in a folder: filled once from the files, opened again as long as these are the same.

The folder holds one sub-folder for each state of the files, named by a digest of them. A state is
filled beside and renamed when it is whole, so that a stop at any moment leaves the old one or the
new one; readers keep what they opened.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, folders, vocab
from att_graph.errors import InputError
from att_graph.stores.embedded import answered, explained, local
from att_graph.stores.interface import Answer, Store

_FORM = "1"  # of the folder; a change of what is stored makes every older state a stranger
_PREFIX = "state-"
_FILLING = ".filling-"


class Disk(Store):
    """The graphs of files in a folder of one's own; the default graph holds their union."""

    def __init__(self, folder: Path, graphs: Sequence[tuple[str, Path]]) -> None:
        """Raises InputError for a folder that is something else or cannot be written to."""
        self.state = filled(folder, graphs)
        with explained(str(folder)):
            self._store = ox.Store.read_only(str(self.state))

    def run(self, text: str, place: str) -> Answer:
        """A query → its answer; raises InputError as the interface says."""
        local(text, place)
        with explained(place):
            return answered(self._store.query(text))


def filled(folder: Path, graphs: Sequence[tuple[str, Path]]) -> Path:
    """A folder and what belongs into it → the sub-folder of the store that holds just that.

    Raises InputError for a folder that is something else or cannot be written to.
    """
    try:
        return _state(folder, graphs)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{folder}: {reason.lower()}") from error


def _state(folder: Path, graphs: Sequence[tuple[str, Path]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    strangers = [each for each in folder.iterdir() if not each.name.startswith((_PREFIX, "."))]
    if strangers:
        raise InputError(f"{folder}: holds '{strangers[0].name}', so it is no store of graphs")
    state = folder / (_PREFIX + digest(graphs))
    if state.is_dir():
        return state
    filling = Path(tempfile.mkdtemp(dir=folder, prefix=f"{_FILLING}{os.getpid()}-"))
    try:
        _fill(filling, graphs)
        try:
            os.rename(filling, state)
        except OSError:  # another process was quicker with the same state
            if not state.is_dir():
                raise
    finally:
        shutil.rmtree(filling, ignore_errors=True)
    for old in (*folder.glob(f"{_PREFIX}*"), *filter(_left, folder.glob(f"{_FILLING}*"))):
        if old != state:
            shutil.rmtree(old, ignore_errors=True)
    return state


def _left(filling: Path) -> bool:
    """Whether the process that was filling a sub-folder is gone: it was killed before the end."""
    return folders.gone(filling.name.removeprefix(_FILLING).partition("-")[0])


def _fill(folder: Path, graphs: Sequence[tuple[str, Path]]) -> None:
    store = ox.Store(str(folder))
    for name, path in graphs:
        files.load(store, path, ox.DefaultGraph())
        files.load(store, path, ox.NamedNode(vocab.graph(name)))
    store.flush()
    store.optimize()


def digest(graphs: Sequence[tuple[str, Path]]) -> str:
    """What tells one state of the files from another: 16 hexadecimal digits."""
    made = hashlib.sha256(_FORM.encode())
    for name, path in graphs:
        made.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return made.hexdigest()[:16]
