"""The place of a fault: the right file, line and column, whatever the fault and the format."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import files as rdf
from att_graph.validation import places as under_test
from att_graph.validation.engines import Result
from att_graph.validation.places import places

E = "http://e.example/"
ONE = """@prefix e: <http://e.example/> .
# e:a e:p e:x is no statement here
e:a a e:T ;
    e:p e:x ,
        "条约"@zh , e:y ;
    e:q ( e:deep ) .
e:b e:made e:a . e:c
    e:p e:d .
"""
TWO = """@base <http://e.example/> .
<a> <p> <z> ;
  <r> 1 .
<other> <names> <dangling> .
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in {"one.ttl": ONE, "two.ttl": TWO}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / "one.ttl", tmp_path / "two.ttl"]


def fault(focus: str, path: str | None = None, value: str | None = None) -> Result:
    focus = focus if focus.startswith(("_:", '"')) else E + focus
    return Result(focus, path, value, "", "violation", "", None)


def where(result: Result, found: list[Path], joined: list[Path] | None = None) -> str:
    """file:line:column-end of a result, as short as can be."""
    store = ox.Store()
    for path in [*found, *(joined or [])]:
        quads = rdf.quads(path)
        store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    place = places([result], found, joined or [], store).get(result)
    if place is None:
        return "nowhere"
    if place.line is None:
        return place.file.name
    assert place.end_line == place.line
    return f"{place.file.stem}:{place.line}:{place.column}-{place.end_column}"


@pytest.mark.parametrize(
    ("result", "place"),
    [
        # path and value: the object, in the file that has the triple
        (fault("a", E + "p", f"<{E}x>"), "one:4:9-12"),
        (fault("a", E + "p", f"<{E}y>"), "one:5:19-22"),
        (fault("a", E + "p", f"<{E}z>"), "two:2:9-12"),
        (fault("a", E + "p", '"条约"@zh'), "one:5:9-16"),
        (fault("a", E + "r", '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'), "two:3:7-8"),
        # a path without a value, or with one that no triple has: the predicate
        (fault("a", E + "r"), "two:3:3-6"),
        (fault("a", E + "p"), "one:4:5-8"),
        (fault("a", E + "p", '"computed"'), "one:4:5-8"),
        # nothing there: the subject
        (fault("a", E + "missing"), "one:3:1-4"),
        (fault("c", E + "missing"), "one:7:18-21"),
        (fault("a"), "one:3:1-4"),
        (fault("a", None, f"<{E}a>"), "one:3:1-4"),
        # a query that binds a value: wherever the thing says it
        (fault("a", None, f"<{E}y>"), "one:5:19-22"),
        (fault("a", None, f"<{E}nowhere>"), "one:3:1-4"),
        # other paths
        (fault("a", f"^<{E}made>", f"<{E}b>"), "one:7:12-15"),
        (fault("a", f"^<{E}made>"), "one:3:1-4"),
        (fault("a", f"<{E}q> / <{E}first>", f"<{E}deep>"), "one:6:5-8"),
        (fault("a", f"<{E}none> | <{E}p>", f"<{E}z>"), "two:2:9-12"),
        (fault("a", f"<{E}none> | <{E}p>"), "one:4:5-8"),
        (fault("a", f"<{E}q>+"), "one:6:5-8"),
        # what nothing is said of: where it is named
        (fault("dangling"), "two:4:17-27"),
        (fault('"条约"@zh'), "one:5:9-16"),
        (fault("unheard-of"), "nowhere"),
    ],
)  # fmt: skip
def test_a_fault_points_at_its_triple(files: list[Path], result: Result, place: str) -> None:
    assert where(result, files) == place


def test_our_own_files_count_only_for_what_the_data_does_not_speak_of(files: list[Path]) -> None:
    one, two = files
    assert where(fault("a", E + "p", f"<{E}z>"), [one], [two]) == "one:4:5-8"
    assert where(fault("other"), [one], [two]) == "two:4:1-8"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_counted_as_editors_count_them(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.ttl"
    lines = ['<http://e.example/x> <p:p> """', "two", '""" .', "<http://e.example/a> <p:p> 1 ."]
    path.write_bytes(b"\xef\xbb\xbf" + end.join(lines).encode())
    assert where(fault("a"), [path]) == "a:4:1-21"
    assert where(fault("x"), [path]) == "a:1:1-21"


def test_nameless_nodes_are_known_again(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "@prefix e: <http://e.example/> .\ne:a e:p [ e:q 1 ] ,\n  [ e:q 2 ] , [ e:q 2 ] .\n"
        "[] e:q 3 .\n_:named e:q\n 4 .\ne:a e:p [ e:r [ e:q 5 ] ] .\n"
    )
    quads = list(ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE))
    data = {str(q.object): q.subject for q in quads if q.predicate.value == E + "q"}
    store = ox.Store()
    store.extend(quads)
    wanted = {"1": 2, "2": 3, "3": 4, "4": 5, "5": 7}
    for value, line in wanted.items():
        name = str(data[f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>'])
        result = fault(name)
        place = places([result], [path], [], store)[result]
        assert (place.line, value) == (line, value)


def test_other_formats(tmp_path: Path) -> None:
    contents = {
        "a.nt": f"<{E}b> <{E}p> <{E}a> .\n<{E}a> <{E}p> <{E}x> .\n",
        "a.nq": f"<{E}b> <{E}p> <{E}a> <{E}g> .\n<{E}a> <{E}p> <{E}x> <{E}g> .\n",
        "a.trig": f"@prefix e: <{E}> . e:g {{ e:b e:p e:a }}\ne:h {{ e:a e:p e:x }}\n",
    }
    for name, text in contents.items():
        (tmp_path / name).write_text(text)
        found = where(fault("a", E + "p", f"<{E}x>"), [tmp_path / name])
        assert found.startswith("a:2:"), name
    for name in ("b", "c"):
        tree = {"@id": E + name, E + "p": {"@id": E + "x"}}
        (tmp_path / f"{name}.jsonld").write_text(json.dumps(tree))
    (tmp_path / "d.rdf").write_text(
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="{E}">'
        f'<rdf:Description rdf:about="{E}d" e:p="x"/></rdf:RDF>'
    )
    found = [tmp_path / "b.jsonld", tmp_path / "c.jsonld", tmp_path / "d.rdf"]
    assert where(fault("c", E + "p", f"<{E}x>"), found) == "c.jsonld"
    assert where(fault("d"), found) == "d.rdf"
    assert where(fault("x"), found) == "b.jsonld"
    assert where(fault("x"), found[:1]) == "b.jsonld"


def test_a_name_written_with_escapes_is_found_all_the_same(tmp_path: Path) -> None:
    """The quick look for a name's end misses it; the file is read then."""
    path = tmp_path / "a.ttl"
    path.write_text("@prefix e: <http://e.example/> .\n<http://e.example/\\u0061bc> e:p 1 .")
    assert where(fault("abc"), [path]) == "a:2:1-28"


def test_what_is_too_large_or_not_understood_has_a_file_and_no_line(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert where(fault("a"), files[1:]) == "two:2:1-4"
    monkeypatch.setattr(under_test, "LARGEST", 10)
    assert where(fault("a"), files) == "one.ttl"
    assert where(fault("a", E + "r"), files) == "two.ttl"
    monkeypatch.undo()

    def lost(*_: object) -> None:
        raise under_test.OutOfStepError

    monkeypatch.setattr(under_test, "scan", lost)
    assert where(fault("a"), files) == "one.ttl"


def test_the_files_of_other_things_are_not_scanned(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned = []

    def noted(text: str, wanted: set[str] | None) -> object:
        scanned.append(text)
        return real(text, wanted)

    real = under_test.scan
    monkeypatch.setattr(under_test, "scan", noted)
    assert where(fault("dangling-not", E + "x"), files) == "nowhere"
    scanned.clear()
    assert where(fault("other"), files) == "two:4:1-8"
    assert scanned == [TWO]
