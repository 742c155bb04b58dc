"""Keys: ASCII, readable, and the same for the same name however it is printed."""

from pathlib import Path

import pytest

from att_graph import vocab
from att_graph.iris import digest, iri, slug, symbol_key
from att_graph.model import Ref

SLUGS = [
    ("José Luis VILA", "jose-luis-vila"),
    ("GICHD-AMAT", "gichd-amat"),
    ("Action Sécurité Ethique Républicaines", "action-securite-ethique-republicaines"),
    ("17(4)(f)", "17-4-f"),
    ("管理委员会", ""),
]


def test_the_slugs_are_found() -> None:
    assert len(SLUGS) == 5


@pytest.mark.parametrize(("text", "key"), SLUGS)
def test_slugs(text: str, key: str) -> None:
    assert slug(text) == key


def test_a_name_without_letters_gets_a_short_stable_key() -> None:
    assert digest("控制武器联盟") == digest("控制 武器\n联盟") == digest("［控制武器联盟］"[1:-1])
    assert digest("控制武器联盟") != digest("控制武器同盟")
    assert len(digest("控制武器联盟")) == 8


def test_iris() -> None:
    assert iri(Ref("state", "ARG")) == vocab.BASE + "id/state/ARG"
    assert iri(Ref("m49", "142")) == vocab.BASE + "concept/m49/142"
    assert symbol_key("ATT/CSP11/2025/SEC/818/Conf.Agenda") == "ATT-CSP11-2025-SEC-818-Conf.Agenda"
    assert vocab.graph("authority") == vocab.BASE + "graph/authority"


def test_the_base_is_set_in_one_place() -> None:
    """Queries apart, which write their prefixes out and run as they stand."""
    package = Path(vocab.__file__).parent
    lines = [(p.name, x) for p in package.rglob("*.py") for x in p.read_text("utf-8").split("\n")]
    found = {name for name, line in lines if "w3id.org" in line and "PREFIX" not in line}
    assert found == {"vocab.py"}
