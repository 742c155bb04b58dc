"""An earlier report and today's results in; the results that are new out."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from att_graph.errors import InputError
from att_graph.validation.engines import Result

FINGERPRINT = "attGraphFault/v1"  # the name of the fingerprint in SARIF


def fingerprint(result: Result) -> str:
    """What makes a fault the same fault in the next run: rule, focus, path, value; no line."""
    rule = result.code or result.source_shape or ""
    parts = [rule, result.component, result.focus, result.path or "", result.value or ""]
    plain = ["_:" if part.startswith("_:") else part for part in parts]  # named anew in each run
    return hashlib.sha256("\n".join(plain).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def unknown(results: Iterable[Result], baseline: Counter[str]) -> tuple[list[Result], int, int]:
    """The results that a baseline does not have, how many it has, and how many of it are gone."""
    left = baseline.copy()
    new = []
    known = 0
    for result in results:
        mark = fingerprint(result)
        if left[mark] > 0:
            left[mark] -= 1
            known += 1
        else:
            new.append(result)
    return new, known, left.total()


def baseline(path: str | Path) -> Counter[str]:
    """An earlier report of ours, JSON or SARIF → how often it has each fingerprint.

    Raises InputError for what is none, and for one that was cut: what it left out would be new.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text") from error
    try:
        tree = json.loads(text)
        if "runs" in tree:
            runs = tree["runs"]
            found = [r["partialFingerprints"][FINGERPRINT] for run in runs for r in run["results"]]
            more = sum(run["properties"]["more"] for run in runs)
        else:
            found = [each["fingerprint"] for each in tree["results"]]
            more = tree["more"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path}: is no json or sarif report of `att-graph validate`") from error
    if more:
        total = len(found) + more
        raise InputError(
            f"{path}: was cut at {len(found)} of {total} faults; make it with --limit {total}"
        )
    return Counter(map(str, found))
