"""Many clients ask `att-graph serve` at once; every answer is held against one made without it.

    python scripts/benchserve.py [REQUESTS [CLIENTS]]      # 20,000 by 16

The requests are a mix of stored questions under /ask and their SPARQL under /sparql, in CSV and
JSON; every fourth is a query that nobody has asked before, so that no cache answers it. Exit code
1 when one fails, or when an answer differs from the one of the embedded store.
"""

import http.client
import itertools
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from att_graph import query, questions
from att_graph.exports import render
from att_graph.service import results
from att_graph.store import Store, open_store

_FRESH = 4  # every so many requests one that no cache can answer


@dataclass(frozen=True)
class Asked:
    """A request, and the body that is the right answer to it."""

    path: str
    accept: str
    right: bytes
    text: str = ""  # the SPARQL that a fresh request varies


@dataclass
class Outcome:
    """What became of all requests."""

    answered: int = 0
    failed: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        rate = self.answered / self.seconds if self.seconds else 0.0
        return (
            f"{self.answered:,} requests in {self.seconds:.1f} s ({rate:,.0f} a second): "
            f"{len(self.failed)} failed, {len(self.differing)} answers that differ"
        )


def mix(store: Store) -> list[Asked]:
    """Every stored question, by both ways and in two formats, with its right answer."""
    found = []
    for each in questions.questions():
        given = {parameter.name: parameter.example for parameter in each.params}
        table = query.answer(each.name, given, lambda: store)
        for form in ("csv", "json"):
            path = f"/ask/{each.name}.{form}?{urlencode(given)}"
            found.append(Asked(path, "*/*", f"{render(table, form)}\n".encode()))
        answer = store.run(each.text, each.name)
        assert not isinstance(answer, list)
        for media in ("text/csv", "application/sparql-results+json"):
            path = "/sparql?" + urlencode({"query": each.text})
            found.append(Asked(path, media, results.ROWS[media](answer), each.text))
    return found


def load(address: str, asked: list[Asked], requests: int, clients: int) -> Outcome:
    """So many clients share so many requests; each waits for one answer before the next."""
    outcome, numbers, lock = Outcome(), itertools.count(), threading.Lock()
    host = address.removeprefix("http://")

    def client(seed: int) -> None:
        chance = random.Random(seed)  # the same mix in every run
        connection = http.client.HTTPConnection(host, timeout=120)
        while (number := next(numbers)) < requests:
            each = chance.choice(asked)
            path = each.path
            if each.text and number % _FRESH == 0:
                path = "/sparql?" + urlencode({"query": f"{each.text}\n# {number}"})
            try:
                connection.request("GET", path, headers={"Accept": each.accept})
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException) as error:
                with lock:
                    outcome.failed.append(f"{path[:80]}: {error!r}")
                connection.close()
                continue
            with lock:
                outcome.answered += 1
                if answer.status != 200:
                    outcome.failed.append(f"{path[:80]}: {answer.status} {body[:200]!r}")
                elif body != each.right:
                    outcome.differing.append(path[:80])
        connection.close()

    began = time.monotonic()
    threads = [threading.Thread(target=client, args=(seed,)) for seed in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome.seconds = time.monotonic() - began
    return outcome


def main() -> int:
    """Start a service, load it, say what became of it."""
    given = [int(number) for number in sys.argv[1:]]
    requests, clients = (*given, *(20_000, 16)[len(given) :])
    command = [sys.executable, "-m", "att_graph", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as service:
        assert service.stderr
        found = re.match(r"(http://\S+)/ ", service.stderr.readline())
        try:
            assert found
            asked = mix(open_store())
            outcome = load(found[1], asked, requests, clients)
        finally:
            os.kill(service.pid, signal.SIGTERM)
    print(f"{clients} clients, {len(asked)} different requests: {outcome}")
    for line in [*outcome.failed[:5], *outcome.differing[:5]]:
        print(f"  {line}")
    return int(bool(outcome.failed or outcome.differing or outcome.answered < requests))


if __name__ == "__main__":
    sys.exit(main())
