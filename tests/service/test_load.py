"""Many clients at once; and what is left when the service is ended, softly or not."""

import importlib.util
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import httpx
import pytest

from att_graph import paths
from att_graph.query import ask
from att_graph.store import open_store
from tests.service.serving import SMALL, serving
from tests.service.test_protocol import ENDLESS


def script() -> ModuleType:
    path = paths.HOME / "scripts" / "benchserve.py"
    spec = importlib.util.spec_from_file_location("benchserve", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["benchserve"] = module  # its dataclasses look for it there
    spec.loader.exec_module(module)
    return module


def test_sixteen_clients_get_two_thousand_right_answers(project: str) -> None:
    bench = script()
    asked = bench.mix(open_store())
    assert len(asked) > 100
    outcome = bench.load(project, asked, 2_000, 16)
    assert outcome.answered == 2_000
    assert outcome.failed == []
    assert outcome.differing == []


def test_a_wrong_answer_would_be_noticed(project: str) -> None:
    bench = script()
    wrong = [bench.Asked("/ask/bodies.csv", "*/*", b"nothing\n"), bench.Asked("/no", "*/*", b"")]
    outcome = bench.load(project, wrong, 40, 4)
    assert outcome.differing
    assert outcome.failed
    assert len(outcome.differing) + len(outcome.failed) == 40


def children(group: int) -> list[int]:
    """The living processes of a process group."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except (OSError, NotADirectoryError):
            continue
        if folder.name.isdigit() and int(fields[2]) == group and fields[0] not in "ZX":
            found.append(int(folder.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are told from /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_no_process_is_left_behind(how: signal.Signals, busy: bool, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    options = ("--workers", "2", "--data", str(SMALL), "--store", str(folder))
    with serving(*options) as (address, process):
        group = process.pid
        assert len(children(group)) >= 3
        if busy:  # a query that runs for long in each worker
            for number in range(2):
                params = {"query": f"{ENDLESS} # {number}"}
                threading.Thread(target=_quietly, args=(address, params), daemon=True).start()
            time.sleep(1)
        os.kill(process.pid, how)
        process.wait(timeout=20)
        deadline = time.monotonic() + 5
        while children(group) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert children(group) == []
    expected = ask("bodies", data=[SMALL]).rows
    assert ask("bodies", store=open_store([SMALL], folder=folder)).rows == expected
    with serving(*options) as (address, _):
        assert httpx.get(f"{address}/health").status_code == 200
        assert len(httpx.get(f"{address}/ask/bodies.json").json()) == len(expected)


def _quietly(address: str, params: dict[str, str]) -> None:
    with pytest.raises((httpx.HTTPError, AssertionError)):
        assert httpx.get(f"{address}/sparql", params=params, timeout=60).status_code == 200


@pytest.mark.skipif(sys.platform != "linux", reason="processes are told from /proc")
def test_a_folder_half_filled_is_no_state(tmp_path: Path) -> None:
    """Ended while the folder is filled: the next service fills it anew."""
    folder = tmp_path / "store"
    options = ("--workers", "1", "--store", str(folder))
    command = [sys.executable, "-m", "att_graph", "serve", "--port", "0", *options]
    for wait in (0.4, 0.8, 1.2):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with serving(*options) as (address, _):
        rows = httpx.get(f"{address}/ask/bodies.json").json()
    assert len(rows) == len(ask("bodies").rows)
