"""IRIs out of use: what a table says, and what a kept release has that the ontology has not."""

from pathlib import Path

import pytest

from att_graph import files, paths, vocab
from att_graph.errors import InputError
from att_graph.retired import COLUMNS, Retired, retired

OLD, NEW = vocab.concept("role", "xold"), vocab.concept("role", "chair")


def table(folder: Path, *lines: str) -> Path:
    path = folder / "retired.csv"
    path.write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return path


def test_a_thing_and_what_took_its_place(tmp_path: Path) -> None:
    found = retired(table(tmp_path, f"{OLD},{NEW},one post,0.1.0"), tmp_path)
    assert found == {OLD: Retired(OLD, NEW, "one post", "0.1.0")}
    assert found[OLD].sentence == (
        f"{OLD} was last in release 0.1.0: one post; it is replaced by {NEW}"
    )


def test_a_chain_is_followed_and_a_circle_left(tmp_path: Path) -> None:
    a, b, c = (vocab.thing("body", key) for key in "abc")
    found = retired(table(tmp_path, f"{a},{b},,1", f"{b},{c},,2"), tmp_path)
    assert found[a].replacement == c
    circle = retired(table(tmp_path, f"{a},{b},,1", f"{b},{a},,2"), tmp_path)
    assert circle[a].replacement == ""


def test_a_release_is_compared_with_the_ontology(tmp_path: Path) -> None:
    said = f"""<{OLD}> <http://purl.org/dc/terms/isReplacedBy> <{NEW}> .
<{NEW}> <http://www.w3.org/2004/02/skos/core#notation> "chair" ."""
    for version in ("0.9.0", "0.10.0"):
        (tmp_path / f"{version}.ttl").write_text(said)
    found = retired(tmp_path / "none.csv", tmp_path)
    assert found == {OLD: Retired(OLD, NEW, "", "0.10.0")}


@pytest.mark.parametrize("line", ["https://example.org/x,,,1", f"{OLD},{NEW}", f"{OLD},,,1,2"])
def test_a_line_that_says_too_much_or_too_little(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match="line 2: four cells"):
        retired(table(tmp_path, line), tmp_path)


def test_the_table_needs_its_columns(tmp_path: Path) -> None:
    (tmp_path / "retired.csv").write_text("old,new\n")
    with pytest.raises(InputError, match="its columns should be iri"):
        retired(tmp_path / "retired.csv", tmp_path)


def test_the_projects_own_table_can_be_read() -> None:
    assert (paths.DATA / "retired.csv").is_file()
    known = {quad for path in files.ontology() for quad in path.read_text().split()}
    assert all(iri not in known for iri in retired())
