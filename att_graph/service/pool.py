"""Worker processes that answer queries: one that runs too long is stopped, others go on."""

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

from att_graph.service.jobs import Job, Reply
from att_graph.service.protocol import RefusedError

T = TypeVar("T")
Graphs = Sequence[tuple[str, Path]]


@dataclass(frozen=True)
class Limits:
    """What one query may take: seconds, rows (or triples) of its answer, bytes of memory."""

    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 4 * 2**30


class _Worker:
    """One process with a store of its own, and the pipe to it."""

    def __init__(self, graphs: Graphs, folder: Path | None, limits: Limits) -> None:
        from att_graph.service import worker

        # A fresh interpreter: a fork of a process with threads can stand still for ever.
        context = multiprocessing.get_context("spawn")
        self.pipe: Connection
        self.pipe, far = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=worker.work, args=(far, list(graphs), folder, limits), daemon=True
        )
        self.process.start()
        far.close()

    def answer(self, job: Job, seconds: float) -> Reply | RefusedError | None:
        """The worker's reply; None when it took too long. Raises EOFError when the worker died."""
        try:
            self.pipe.send(job)
            reply: Reply | RefusedError | None = None
            if self.pipe.poll(seconds):
                reply = self.pipe.recv()
            return reply
        except (OSError, ConnectionError) as error:
            raise EOFError from error

    def ready(self) -> None:
        """Wait until its store is filled. Raises EOFError when that failed."""
        self.pipe.recv()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Pool:
    """Some workers over the same graphs; `run` waits for a free one."""

    def __init__(
        self, graphs: Graphs, *, workers: int, limits: Limits, folder: Path | None = None
    ) -> None:
        self._graphs, self._folder, self.limits = graphs, folder, limits
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="pipe")
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._count = workers

    async def start(self) -> None:
        """Start the workers and wait until each has its store. Raises EOFError if one cannot."""
        await asyncio.gather(*(self._add() for _ in range(self._count)))

    async def run(self, job: Job) -> Reply:
        """A job → what it gives. Raises RefusedError over a limit, or when all are busy."""
        seconds = self.limits.seconds
        try:
            worker = await asyncio.wait_for(self._free.get(), timeout=seconds)
        except TimeoutError as error:
            raise RefusedError(
                503, "every worker is busy; ask again", {"Retry-After": "5"}
            ) from error
        try:
            reply = await self._threaded(partial(worker.answer, job, seconds))
        except EOFError as error:
            await self._replace(worker)
            raise RefusedError(
                503, "the query was stopped: it is nested too deeply or took too much memory"
            ) from error
        if reply is None:
            await self._replace(worker)
            raise RefusedError(
                503, f"the query was stopped: it ran longer than {seconds:g} seconds"
            )
        self._free.put_nowait(worker)
        if isinstance(reply, RefusedError):
            raise reply
        return reply

    def stop(self) -> None:
        """Stop every worker at once; what they were asked is not answered."""
        for worker in self._all:
            worker.stop()
        self._all.clear()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _add(self) -> None:
        worker = _Worker(self._graphs, self._folder, self.limits)
        self._all.add(worker)
        await self._threaded(worker.ready)
        self._free.put_nowait(worker)

    async def _replace(self, worker: _Worker) -> None:
        self._all.discard(worker)
        await self._threaded(worker.stop)
        # Not awaited: who asked hears at once that the query was stopped.
        self._starting = asyncio.create_task(self._add())

    def _threaded(self, call: Callable[[], T]) -> Awaitable[T]:
        return asyncio.get_running_loop().run_in_executor(self._threads, call)
