"""A folder in the place of another: old or new at any moment, nothing left beside it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from att_graph import folders
from att_graph.errors import InputError

WRITER = """
import sys
from pathlib import Path
from att_graph import folders

def fill(folder):
    for name in "abc":
        (folder / name).write_text(str(turn))

turn = 0
while True:
    turn += 1
    folders.placed(Path(sys.argv[1]), fill)
    print(turn, flush=True)
"""
# As on a system that cannot exchange folders; it stops between the two renames.
STOPPED = """
import os, signal, sys
from pathlib import Path
from att_graph import folders

folders.exchanged = lambda one, other: False
rename = folders.os.rename

def stop(one, other):
    rename(one, other)
    os.kill(os.getpid(), signal.SIGKILL)

folders.os.rename = stop
folders.placed(Path(sys.argv[1]), lambda folder: (folder / "a").write_text("new"))
"""


def fill(text: str) -> "folders.Fill":
    def filled(folder: Path) -> None:
        (folder / "a").write_text(text)

    return filled


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders")
def test_killed_at_any_moment_there_is_a_whole_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for delay in (0.0, 0.005, 0.011, 0.02, 0.03):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(out)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout
        assert writer.stdout.readline() == "1\n"  # from now on there is a folder
        end = time.monotonic() + delay
        while time.monotonic() < end:
            assert out.is_dir()  # a reader never finds nothing
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert len({(out / name).read_text() for name in "abc"}) == 1
    folders.placed(out, fill("last"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.read_text() for path in out.iterdir()] == ["last"]


def test_what_a_stopped_run_left_is_put_back(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "out.more"
    folders.placed(out, fill("old"))
    folders.placed(other, fill("other"))
    stopped = subprocess.run([sys.executable, "-c", STOPPED, str(out)], check=False)
    assert stopped.returncode == -signal.SIGKILL
    assert not out.exists()
    folders.recovered(other)
    assert not out.exists()  # it is not the other one's

    def refuse(folder: Path) -> None:
        raise InputError("no")

    with pytest.raises(InputError, match="no"):
        folders.placed(out, refuse)
    assert (out / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.more"]


def test_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / f".out.{os.getpid()}-x"
    (mine / "old").mkdir(parents=True)
    (tmp_path / ".out.notes-x").mkdir()
    folders.recovered(tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == [mine.name, ".out.notes-x"]


@pytest.mark.parametrize("can", [True, False])
def test_a_folder_takes_the_place_of_another(
    can: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can:
        monkeypatch.setattr(folders, "exchanged", lambda one, other: False)
    out = tmp_path / "deep" / "out"
    for text in ("one", "two"):
        folders.placed(out, fill(text))
        assert (out / "a").read_text() == text
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match="file"):
        folders.placed(tmp_path / "file" / "out", fill("x"))
