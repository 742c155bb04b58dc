"""add: a report goes in whole or not at all, and what is new is told."""

import hashlib
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli import run

from att_graph import paths
from att_graph.build import build
from att_graph.curation.add import add
from att_graph.errors import DataError, InputError
from att_graph.resolve import Resolution
from att_graph.source import read
from att_graph.store import open_store

CASES = Path(__file__).parent / "loaders" / "cases"
EIGHT, NINE = CASES / "csp8-final-report.txt", CASES / "csp9-final-report.txt"
GROUP = CASES / "csp9-wgeti-report.txt"


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """An empty data folder in use, and the shipped one again at the end."""
    paths.use(tmp_path / "data")
    yield tmp_path / "data"
    paths.use()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds one report."""
    home = tmp_path_factory.mktemp("added") / "data"
    paths.use(home)
    add([EIGHT], engine="fast")
    paths.use()
    return home


@pytest.fixture
def held(made: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of that folder, in use."""
    paths.use(shutil.copytree(made, tmp_path / "data"))
    yield tmp_path / "data"
    paths.use()


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder with its checksum."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def altered(path: Path, *changes: tuple[str, str]) -> Path:
    """The same report with other words, in the folder `path.parent` of the copy."""
    text = EIGHT.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_is_stored_with_what_is_known_of_it(data: Path) -> None:
    done = add([EIGHT], engine="fast")
    assert done.added == ["csp8-final-report-zh"]
    folder = data / "sources" / "csp8-final-report-zh"
    assert (folder / "text.txt").read_bytes() == EIGHT.read_bytes()
    about = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    assert about["original"]["name"] == "csp8-final-report.txt"
    assert about["original"]["sha256"] == hashlib.sha256(EIGHT.read_bytes()).hexdigest()
    assert (about["language"], about["date"]) == ("zh", "2022-08-26")
    assert about["symbol"] == "ATT/CSP8/2022/SEC/736/Conf.FinRep/Rev.1"
    assert read(folder).id == "csp8-final-report-zh"
    assert build(check=True).ok
    assert sorted(path.name for path in data.iterdir()) == ["graph", "sources"]


def test_the_same_report_again_changes_nothing_and_says_so(held: Path, tmp_path: Path) -> None:
    before = tree(held)
    copy = tmp_path / "under-another-name.txt"
    copy.write_bytes(EIGHT.read_bytes())
    done = add([copy], engine="fast")
    assert done.unchanged == ["csp8-final-report-zh"]
    assert "nothing changed" in done.lines[0]
    assert (done.added, done.news) == ([], [])
    assert tree(held) == before


def test_another_text_of_the_same_report_is_refused_or_replaces_it(
    held: Path, tmp_path: Path
) -> None:
    before = tree(held)
    other = altered(tmp_path / "other.txt", ("鼓励", "敦促"))
    with pytest.raises(InputError, match=r"csp8-final-report-zh is stored already.*--replace"):
        add([other], engine="fast")
    assert tree(held) == before
    done = add([other], replace=True, engine="fast")
    assert done.replaced == ["csp8-final-report-zh"]
    assert read(held / "sources" / "csp8-final-report-zh").text == other.read_text(encoding="utf-8")
    assert build(check=True).ok


def test_a_later_issue_of_the_same_report_is_refused_by_both_symbols(
    held: Path, tmp_path: Path
) -> None:
    other = altered(tmp_path / "other.txt", ("Conf.FinRep/Rev.1", "Conf.FinRep/Rev.2"))
    with pytest.raises(InputError, match=r"issued as \S+FinRep\.Rev2, the stored one as \S+Rev1"):
        add([other], engine="fast")


@pytest.mark.parametrize("text", ["no report\n", EIGHT.read_text(encoding="utf-8")[:900]])
def test_what_cannot_be_read_leaves_nothing_behind(data: Path, tmp_path: Path, text: str) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        add([EIGHT, bad], engine="fast")
    assert not data.exists()


def test_a_graph_that_breaks_a_rule_leaves_nothing_behind(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two meetings taken for one would end before they start."""
    before = tree(held)
    module = sys.modules["att_graph.build"]
    monkeypatch.setattr(module, "resolve", lambda *given: Resolution())
    monkeypatch.setattr(module, "settle", lambda reports: None)
    with pytest.raises(DataError, match="nothing was added") as raised:
        add([NINE], engine="fast")
    assert "does not end before it starts" in str(raised.value)
    assert tree(held) == before
    assert not list(held.glob(".add-*"))


def test_a_failure_while_moving_is_undone(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(held)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".add-"):  # the last step: the new graph to its place
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(InputError, match="no space left"):
        add([GROUP], engine="fast")
    monkeypatch.undo()
    assert tree(held) == before
    assert not list(held.glob(".add-*"))


def test_several_files_are_one_step_and_two_texts_of_one_report_are_none(
    data: Path, tmp_path: Path
) -> None:
    other = altered(tmp_path / "other.txt", ("鼓励", "敦促"))
    with pytest.raises(InputError, match=r"is the same report as .* with another text"):
        add([EIGHT, other], engine="fast")
    assert not data.exists()
    done = add([EIGHT, NINE, EIGHT], engine="fast")
    assert done.added == ["csp8-final-report-zh", "csp9-final-report-zh"]


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    trees = []
    for order in ([EIGHT, NINE], [NINE, EIGHT]):
        home = tmp_path / f"data{len(trees)}"
        paths.use(home)
        for file in order:
            add([file], engine="fast")
        trees.append(tree(home / "graph"))
    paths.use()
    assert trees[0] == trees[1]
    assert len(trees[0]) == 3


def test_the_news_tell_new_things_from_known_ones(held: Path) -> None:
    (news,) = add([NINE], engine="fast").news
    assert "Benno LAGGNER" in news.new["person"]
    assert "Dumisani DLADLA" in news.known["person"]
    assert "Austria" in news.new["state"]
    assert "Japan" in news.known["state"]
    assert "CSP11" in news.new["meeting"]
    told = "\n".join(news.lines())
    assert "head of Secretariat of the Arms Trade Treaty" in told
    assert "elsewhere secretary of CSP8" in told  # one person in two offices


def test_the_command(tmp_path: Path) -> None:
    home = tmp_path / "data"
    shown = run("add", str(EIGHT), "--data", str(home), "--engine", "fast")
    assert shown.returncode == 0, shown.stderr.decode()
    assert "States: " in shown.stdout.decode()
    again = run("add", str(EIGHT), "--engine", "fast", ATT_GRAPH_DATA=str(home))
    assert "nothing changed" in again.stdout.decode()
    assert run("build", "--check", ATT_GRAPH_DATA=str(home)).returncode == 0
    asked = run("ask", "conferences", "--format", "csv", ATT_GRAPH_DATA=str(home))
    assert "meeting/csp8" in asked.stdout.decode()
    refused = run("add", str(tmp_path), "--data", str(home))
    assert refused.returncode == 2
    assert "is a folder" in refused.stderr.decode()


def test_the_data_folder_has_authority_files_of_its_own(held: Path) -> None:
    own = held / "authority"
    own.mkdir(parents=True)
    (own / "names.ttl").write_text(
        "<https://w3id.org/att-graph/id/state/PAN> "
        '<http://www.w3.org/2004/02/skos/core#altLabel> "巴纳马"@zh .\n',
        encoding="utf-8",
    )
    found = open_store().query('ASK { ?state ?name "巴纳马"@zh }').rows
    assert found == [(True,)]


def test_one_body_report_alone_lets_nothing_be_concluded(data: Path) -> None:
    """Where nothing follows from a report there is no file of conclusions, and nothing fails."""
    add([CASES / "csp14-wgtr-report-en.txt"], engine="fast")
    assert [path.name for path in (data / "graph").iterdir()] == ["csp14-wgtr-report-en.ttl"]
