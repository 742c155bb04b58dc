"""An answer without rows says which it is: not recorded, not fitting, not read, or unknown."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from att_graph import query
from att_graph.errors import InputError
from att_graph.store import Store, open_store

SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.fixture(scope="module")
def small() -> Store:
    return open_store([SMALL])


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The ontology and the authority files, and no report."""
    file = tmp_path_factory.mktemp("data") / "empty.ttl"
    file.write_text("<http://example.org/a> <http://example.org/b> <http://example.org/c> .")
    return open_store([file])


def test_nothing_fits_though_the_kind_is_recorded(small: Store) -> None:
    found = query.ask("due-by-date", store=small, date="2001-01-01")
    assert found.rows == []
    assert found.note == "nothing fits date 2001-01-01, though facts of this kind are recorded"
    found = query.ask("acts-of-type", store=small, type="express-concern")
    assert found.note.startswith("nothing fits type ")


def test_the_kind_is_not_recorded(nothing: Store) -> None:
    assert query.ask("findings", store=nothing).note == "this data records nothing of the kind"
    found = query.ask("acts-of-type", store=nothing, type="urge")
    assert found.note == "this data records nothing of the kind, whatever is asked for"


def test_a_meeting_that_is_only_named(small: Store, tmp_path: Path) -> None:
    file = tmp_path / "named.ttl"
    file.write_text(
        """@base <https://w3id.org/att-graph/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix tac: <https://w3id.org/att-graph/ontology#> .
        <id/meeting/conf9> a tac:Meeting, tac:Conference ; rdfs:label "Ninth Conference"@en ."""
    )
    found = query.ask("participants", store=open_store([SMALL, file]), meeting="conf9")
    reason = "Ninth Conference is named in this data, but no report on it has been read"
    assert (found.rows, found.note) == ([], reason)


def test_a_meeting_without_facts_of_this_kind(tmp_path: Path) -> None:
    file = tmp_path / "acted.ttl"
    file.write_text(
        """@base <https://w3id.org/att-graph/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix tac: <https://w3id.org/att-graph/ontology#> .
        <id/meeting/conf9> a tac:Meeting, tac:Conference ; rdfs:label "Ninth Conference"@en .
        <id/act/conf9/1-1> a tac:Act ; tac:madeBy <id/meeting/conf9> ."""
    )
    found = query.ask("participants", store=open_store([SMALL, file]), meeting="conf9")
    reason = "no fact of this kind is recorded for Ninth Conference; others have some"
    assert (found.rows, found.note) == ([], reason)


@pytest.mark.parametrize(
    ("name", "params", "words"),
    [
        ("participants", {"meeting": "conf55"}, "no meeting 'conf55'"),
        ("asked-of-actor", {"actor": "Phillipines"}, r"did you mean Philippines \(PHL\)\?"),
        ("participants", {"meeting": "Second"}, "did you mean Second Conference"),
        ("acts-by-topic", {"topic": "hybrid"}, "no topic 'hybrid'; it is in the list mode"),
        ("due-by-date", {"date": "2026-02-30"}, "there is no day 2026-02-30"),
        (
            "participants",
            {"meeting": "https://w3id.org/att-graph/id/state/PAN"},
            "id/state/PAN is no meeting",
        ),
    ],
)
def test_what_is_unknown_or_impossible(
    name: str, params: dict[str, str], words: str, small: Store
) -> None:
    with pytest.raises(InputError, match=words):
        query.ask(name, store=small, **params)


def test_two_meetings_that_enclose_no_time(small: Store) -> None:
    found = query.ask("new-states-parties", store=small, since="conf2", until="conf1")
    assert found.note == "Second Conference was after First Conference"


def test_nothing_amiss_is_told_from_nothing_recorded(small: Store, nothing: Store) -> None:
    adopted = query.ask("wording-changes", store=nothing)
    assert adopted.note == "this data records nothing of the kind"
    held = open_store()
    note = query.ask("recommendations-not-adopted", store=held).note
    assert re.fullmatch(
        r"none fits, of \d+ things of the kind 'Recommendation' that are recorded", note
    )


def test_a_treaty_or_body_for_which_nothing_is_recorded() -> None:
    note = query.ask("states-parties-on", treaty="ccm").note
    name = "Convention on Cluster Munitions"
    assert note == f"no fact of this kind is recorded for {name}; others have some"


def test_an_answer_with_rows_has_no_note(small: Store) -> None:
    assert query.ask("findings", store=small).note == ""


def test_the_command_says_it_beside_the_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "att_graph", "ask", "due-by-date", "date=2001-01-01"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("0 rows\n")
    assert done.stderr.startswith("att-graph: nothing fits date 2001-01-01")
