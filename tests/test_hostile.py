"""Files that somebody wrote to do harm, or by mistake: one sentence, or a report that stops.

Each runs as a command of its own, within the time, the memory and the network it is allowed.
"""

import gzip
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from att_graph import vocab

ROOT = Path(__file__).parent.parent
MOST = 1_500  # megabytes that a command may take at its peak
SECONDS = 120
# A process between: what is forked from the process of tests counts that one's memory as its own.
MEASURED = f"""
import resource, subprocess, sys
code = subprocess.run([sys.executable, *sys.argv[2:]], timeout={SECONDS}).returncode
with open(sys.argv[1], "w") as file:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=file)
sys.exit(code)
"""
HEAD = f"@base <{vocab.BASE}> .\n@prefix tac: <{vocab.ONTOLOGY}> .\n"
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
NESTED = "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def document(entities: str, text: str) -> str:
    return (
        f'<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [{entities}]>\n{RDF}'
        f'<rdf:Description rdf:about="urn:x"><e:p>{text}</e:p></rdf:Description></rdf:RDF>'
    )


# name of the file → its content, and what is said of it
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "broken.ttl": ("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n", "line 2, column"),
    "cut.ttl": ('<urn:a> <urn:b> "no end', "line 1, column"),
    "empty.ttl": ("", "the file is empty"),
    "blank.ttl": (" \n\t\n", "the file is empty"),
    "comment.ttl": ("# nothing\n", "holds no triples"),
    "endless.ttl": ('<urn:a> <urn:b> "' + "x" * 20_000_000, "longer than 16 MB"),
    "endless-iri.nt": ("<urn:" + "x" * 20_000_000, "longer than 16 MB"),
    "zero.ttl": (b'<urn:a> <urn:b>\n "a\0b" .\n', "line 2: binary data, not RDF (a NUL byte"),
    "latin.ttl": ('<urn:a> <urn:b>\n "é" .\n'.encode("latin-1"), "line 2: not UTF-8 text"),
    "packed.ttl": (gzip.compress(b"<urn:a> <urn:b> <urn:c> ."), "is compressed (gzip)"),
    "relative.ttl": ("<a> <b> <c> .\n", "line 1, column 1: a relative IRI, and no base"),
    "spaced.ttl": ("<urn:a b> <urn:b> <urn:c> .\n", "line 1, column 1: Invalid IRI code point"),
    "turtle.rdf": ("@prefix e: <urn:e:> .\ne:a e:b e:c .\n", "turtle.rdf"),
    "tags.rdf": ("<urn:a> <urn:b> <urn:c> .\n", "read as RDF/XML, as the name of the file says"),
    "laughs.rdf": (document('<!ENTITY a "ha">' + NESTED, "&i;"), "line 2: the entity 'b' is made"),
    "quadratic.rdf": (document(f'<!ENTITY a "{"x" * 50_000}">', "&a;" * 50_000), "10 MB of text"),
    "elsewhere.rdf": (document('<!ENTITY a SYSTEM "file:///etc/hosts">', "&a;"), "from elsewhere"),
    "parameter.rdf": (document('<!ENTITY % a SYSTEM "http://e.org/">', ""), "from elsewhere"),
    "deep.rdf": (f"{RDF}\n{'<rdf:Description><e:p>' * 20_000}", "elements within one another"),
    "deep.jsonld": ('{"a":' * 100_000, "line 1, column"),
    "deep-list.jsonld": ("[" * 100_000, "line 1, column"),
    "bag.jsonld": ('{"@id": "urn:a"', "bag.jsonld"),
    "triple.trig": ("<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .", "is not RDF 1.1"),
    "table.csv": ("a,b\n", "its name says no RDF format"),
}


@dataclass
class Done:
    """How a command ended: its exit code, what it said, its peak of memory in megabytes."""

    code: int
    out: str
    told: str
    peak: float


def run(*arguments: str, cwd: Path, **environment: str) -> Done:
    """`att-graph …` to its end. `cwd` holds its files, and what it says."""
    out, told, peak = (cwd.parent / f"{cwd.name}.{kind}" for kind in ("out", "err", "peak"))
    with out.open("wb") as stdout, told.open("wb") as stderr:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, peak, "-m", "att_graph", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            check=False,
        )
    used = int(peak.read_text()) / 1024
    return Done(done.returncode, out.read_text(), told.read_text(), used)


def refused(done: Done, message: str) -> None:
    assert done.code == 2, done.told
    assert done.out == ""
    assert done.told.startswith("att-graph: ")
    assert done.told.count("\n") == 1, done.told
    assert len(done.told) < 400
    assert message in done.told
    assert done.peak < MOST


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """What listens on this machine, and must never be asked."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening
        listening.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listening.accept()


def test_the_files_are_found() -> None:
    assert len(REFUSED) == 24


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused(here: Path, name: str) -> None:
    content, message = REFUSED[name]
    (here / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run("validate", name, cwd=here)
    refused(done, message)
    assert name in done.told
    assert [path.name for path in here.iterdir()] == [name]


@pytest.mark.parametrize("command", [("ask", "due-by-date", "--data"), ("diff", "ok.ttl")])
def test_other_commands_refuse_it_too(here: Path, command: tuple[str, ...]) -> None:
    content, message = REFUSED["laughs.rdf"]
    (here / "laughs.rdf").write_text(str(content))
    (here / "ok.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n")
    refused(run(*command, "laughs.rdf", cwd=here), message)


def test_nothing_is_fetched(here: Path, server: socket.socket) -> None:
    address = "http://{}:{}/".format(*server.getsockname())
    told = {
        "context.jsonld": f'{{"@context": "{address}c", "@id": "urn:a", "x": 1}}',
        "import.jsonld": f'{{"@context": {{"@import": "{address}c"}}, "@id": "urn:a"}}',
        "second.jsonld": f'{{"@context": [{{}}, "{address}c"], "@id": "urn:a", "x": 1}}',
    }
    for name, content in told.items():
        (here / name).write_text(content)
        refused(run("validate", name, cwd=here), f"{name}: its JSON-LD context is remote")
    (here / "dtd.rdf").write_text(
        f'<!DOCTYPE rdf:RDF SYSTEM "{address}d">{RDF}<rdf:Description rdf:about="urn:x" '
        'e:p="1"/></rdf:RDF>'
    )
    (here / "imports.ttl").write_text(
        f"<urn:a> a <{vocab.PREFIXES['owl']}Ontology> ;\n"
        f"  <{vocab.PREFIXES['owl']}imports> <{address}o> ;\n"
        f"  <{vocab.PREFIXES['sh']}shapesGraph> <{address}s> .\n"
    )
    for engine in ("fast", "pyshacl"):
        done = run("validate", "imports.ttl", "dtd.rdf", "--engine", engine, cwd=here)
        assert done.code in (0, 1), done.told
    done = run("validate", "imports.ttl", "--shapes", "imports.ttl", cwd=here)
    assert done.code == 0, done.told


def test_what_is_no_ordinary_file(here: Path) -> None:
    os.mkfifo(here / "pipe.ttl")
    (here / "endless.ttl").symlink_to("/dev/zero")
    (here / "loop.ttl").symlink_to("loop.ttl")
    refused(run("validate", "pipe.ttl", cwd=here), "pipe.ttl: is no ordinary file")
    refused(run("validate", "endless.ttl", cwd=here), "endless.ttl: is no ordinary file")
    refused(run("validate", "loop.ttl", cwd=here), "loop.ttl: ")
    refused(run("validate", "/dev/zero", cwd=here), "/dev/zero: ")


def test_a_folder_of_many_files_with_a_loop(here: Path) -> None:
    (here / "up").symlink_to(here)
    for number in range(2_000):
        (here / f"{number}.ttl").write_text(f"<urn:{number}> <urn:b> <urn:c> .\n")
    done = run("validate", ".", cwd=here)
    assert done.code == 0, done.told
    assert "conforms: no fault" in done.out


def test_many_files_are_weighed_together(here: Path) -> None:
    for number in range(3):
        (here / f"{number}.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n" * 20_000)
    done = run("validate", ".", cwd=here, ATT_GRAPH_MAX_SIZE="1")
    refused(done, "the 3 files from 0.ttl: 2 MB, more than is read at once; ATT_GRAPH_MAX_SIZE")


def test_a_large_file_is_refused_unread(here: Path) -> None:
    with (here / "large.ttl").open("wb") as file:
        file.truncate(200_000_000)
    done = run("validate", "large.ttl", cwd=here)
    refused(done, "large.ttl: 200 MB, more than is read at once; ATT_GRAPH_MAX_SIZE")
    assert done.peak < 150


def test_many_triples_are_refused(here: Path) -> None:
    (here / "many.ttl").write_text("<urn:a> <urn:b> 1" + ",1" * 5_000 + ".")
    done = run("validate", "many.ttl", cwd=here, ATT_GRAPH_MAX_TRIPLES="5000")
    refused(done, "many.ttl: more than 5000 triples; ATT_GRAPH_MAX_TRIPLES")


def test_a_limit_that_is_no_number(here: Path) -> None:
    (here / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n")
    done = run("validate", "a.ttl", cwd=here, ATT_GRAPH_MAX_SIZE="plenty")
    refused(done, "ATT_GRAPH_MAX_SIZE: 'plenty' is no whole number above 0")


@pytest.mark.parametrize(
    "text", ["(" * 100_000 + ")" * 100_000, "[e:p " * 100_000 + "1" + "]" * 100_000]
)
def test_turtle_nested_without_end_is_read(here: Path, text: str) -> None:
    (here / "deep.ttl").write_text(f"@prefix e: <urn:e:> .\ne:a e:b {text} .\n")
    done = run("validate", "deep.ttl", cwd=here)
    assert done.code == 0, done.told
    assert done.peak < MOST


def test_an_address_that_runs_a_script_is_only_reported(here: Path) -> None:
    (here / "script.ttl").write_text(f"<javascript:alert(1)> a <{vocab.ONTOLOGY}Meeting> .\n")
    done = run("validate", "script.ttl", cwd=here)
    assert done.code == 1
    assert "javascript:alert(1)" in done.out
    assert "Traceback" not in done.told


def test_a_million_faults(here: Path) -> None:
    lines = (f"<id/act/{number}> a tac:Act .\n" for number in range(150_000))  # each at least seven
    (here / "million.ttl").write_text(HEAD + "".join(lines))
    done = run("validate", "million.ttl", cwd=here)
    assert done.code == 1, done.told
    assert "does not conform: at least 1" in done.out[-300:]
    assert "ATT_GRAPH_MAX_RESULTS" in done.out[-300:]
    assert done.peak < MOST


def test_a_thing_with_faults_without_number(here: Path) -> None:
    """One thing can be in no two slices: memory ends, and one sentence says so."""
    values = ",".join(map(str, range(300_000)))
    (here / "heavy.ttl").write_text(
        HEAD + f"<id/body/b> a tac:TreatyBody ; tac:treaty {values} .\n"
    )
    done = run("validate", "heavy.ttl", cwd=here, ATT_GRAPH_MAX_MEMORY="700")
    refused(done, "needs more than 700 MB of memory; ATT_GRAPH_MAX_MEMORY")


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_what_takes_too_long_is_ended(here: Path, engine: str) -> None:
    lines = (
        f"<id/participation/p{number}> a tac:Participation; tac:meeting <id/meeting/x> .\n"
        for number in range(30_000)
    )
    (here / "long.ttl").write_text(HEAD + "".join(lines))
    done = run("validate", "long.ttl", "--engine", engine, cwd=here, ATT_GRAPH_MAX_SECONDS="1")
    refused(done, "validate: had not ended after 1 s; ATT_GRAPH_MAX_SECONDS")
