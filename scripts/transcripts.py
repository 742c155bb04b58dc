"""The examples of the documents, made true: each is run, and its output written under it.

    python scripts/transcripts.py            # run every example, rewrite the pages
    python scripts/transcripts.py --check    # compare only; exit code 1 when one is not true

`<!-- shown: head=N -->` before a console block keeps the first N lines of output, `each=N` the
first N after each title; what is left out is marked `…`. A text block after
`<!-- answer: head=N -->` is the answer to the SPARQL block above it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from att_graph.exports import render
from att_graph.store import open_store

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "guide.md", ROOT / "docs" / "ci.md")
_BLOCK = re.compile(
    r"<!-- (?P<sort>shown|answer): (?P<how>head|each)=(?P<count>\d+) -->\n"
    r"```(?P<tongue>console|text)\n(?P<command>\$ [^\n]*\n)?(?P<output>.*?)```\n",
    re.DOTALL,
)
_SPARQL = re.compile(r"```sparql\n(.*?)```", re.DOTALL)


def main() -> int:
    """Rewrite or compare the documents; a line for each that is not true."""
    wrong = 0
    for path in filter(Path.exists, DOCUMENTS):
        text = path.read_text(encoding="utf-8")
        made = true(text)
        if made == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{path.relative_to(ROOT)}: an example is not true; run scripts/transcripts.py")
            wrong = 1
        else:
            path.write_text(made, encoding="utf-8")
            print(f"{path.relative_to(ROOT)}: written")
    return wrong


def true(text: str) -> str:
    """A document in; the same with the output of every example as it is now out."""
    return _BLOCK.sub(lambda block: _run(text, block), text)


def queries(text: str) -> list[str]:
    """The SPARQL blocks of a document."""
    return _SPARQL.findall(text)


def _run(text: str, block: re.Match[str]) -> str:
    if block["sort"] == "answer":
        query = queries(text[: block.start()])[-1]
        output = render(open_store().query(query), "table")
    elif not _there(block["command"].split()[1]):
        return block[0]
    else:
        output = "\n".join(_outputs(block["command"].removeprefix("$ ").strip()))
    lines = [line.rstrip() for line in output.strip("\n").split("\n")]
    shown = _cut(lines, block["how"], int(block["count"]))
    head = f"<!-- {block['sort']}: {block['how']}={block['count']} -->\n```{block['tongue']}\n"
    return head + (block["command"] or "") + "\n".join(shown) + "\n```\n"


def _there(program: str) -> bool:
    """Whether a program of others can be run here; what is ours, or any shell's, always can."""
    if program != "oxigraph" or "ATT_GRAPH_ALL_TOOLS" in os.environ:
        return True
    return (
        shutil.which(program, path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
        is not None
    )


def _cut(lines: list[str], how: str, count: int) -> list[str]:
    """The first lines, or those after each `== title ==`; `…` for what is left out."""
    shown: list[str] = []
    left = count
    for line in lines:
        if how == "each" and line.startswith("== "):
            left = count + 1
        if left > 0:
            shown.append(line)
        elif shown[-1] != "…":
            shown.append("…")
        left -= 1
    return shown


def _outputs(command: str) -> Iterator[str]:
    """What a command prints; of a make target what its recipe prints, without the installation."""
    if not command.startswith("make "):
        yield _printed(command)
        return
    target = command.split()[1]
    recipe = _printed(f"make -n -s -o .venv/.run {target} ATT=att-graph")
    for line in re.sub(r"\\\n", " ", recipe).split("\n"):
        # Comparing says the same as writing, and changes nothing.
        yield _printed("att-graph build --check" if line == "att-graph build" else line)


def _printed(command: str) -> str:
    python = f"{shlex.quote(sys.executable)} -m att_graph"
    done = subprocess.run(
        ["bash", "-c", re.sub(r"^att-graph\b|(?<=[|;] )att-graph\b", python, command)],
        cwd=ROOT,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "100",
            "MAKEFLAGS": "",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr).rstrip("\n")


if __name__ == "__main__":
    sys.exit(main())
