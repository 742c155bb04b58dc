"""Median seconds of whole processes: `att-graph build` and `att-graph ask`, start-up included.

    python scripts/bench.py [RUNS]

Exit code 1 when a median is over its limit.
"""

import statistics
import subprocess
import sys
import tempfile
import time

LIMITS = {"build": 3.0, "ask": 0.6}


def main() -> int:
    """Print a line for each command; the build writes into a directory that is thrown away."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        for name, args in {
            "build": ["build", "--out", folder],
            "ask": ["ask", "asked-of-actor", "actor=PAN"],
        }.items():
            seconds = statistics.median(_seconds(args) for _ in range(runs))
            slow |= seconds > LIMITS[name]
            print(f"att-graph {name:<6} {seconds:.2f} s   (limit {LIMITS[name]} s, {runs} runs)")
    return int(slow)


def _seconds(args: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "att_graph", *args], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
