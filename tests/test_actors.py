"""The gazetteer: one State under many names, longest name first, and no guessing."""

import pytest

from att_graph import actors, reference, vocab
from att_graph.actors import Gazetteer
from att_graph.model import Ref


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return actors.gazetteer("zh")


# name as printed, kind, key
NAMES = [
    ("英国", "state", "GBR"),
    ("大不列颠及北爱尔兰联合王国", "state", "GBR"),
    ("捷克共和国", "state", "CZE"),
    ("大韩民国", "state", "KOR"),
    ("斯威士兰", "state", "SWZ"),
    ("刚果民主共和国", "state", "COD"),
    ("波斯尼亚和黑塞哥维那", "state", "BIH"),
    ("巴勒斯坦国", "state", "PSE"),
    ("美利坚合众国", "state", "USA"),
    ("红十字国际委员会", "organisation", "icrc"),
    ("ＩＣＲＣ", "organisation", "icrc"),
    ("大湖区、非洲之角及周边国家小武器问题区域中心", "organisation", "recsa"),
    ("管理委员会", "body", "management-committee"),
    ("有效执行条约工作组", "body", "wgeti"),
    ("《武器贸易条约》", "treaty", "att"),
    ("武器贸易条约", "treaty", "att"),
    ("财务细则", "instrument", "att-financial-rules"),
    ("拖欠会费的国家", "group", "states-in-arrears"),
]


def test_the_names_are_found() -> None:
    assert len(NAMES) == 18


@pytest.mark.parametrize(("name", "kind", "key"), NAMES)
def test_a_printed_name_means_one_thing(names: Gazetteer, name: str, kind: str, key: str) -> None:
    assert names.find(name, kind) == Ref(kind, key)


@pytest.mark.parametrize("name", ["条约", "工作分组", "会议", "朝鲜半岛", "控制武器联盟"])
def test_a_name_that_could_mean_several_things_means_none(names: Gazetteer, name: str) -> None:
    assert names.find(name, "state", "body", "treaty", "organisation") is None


def test_the_longest_name_wins(names: Gazetteer) -> None:
    found = list(names.search("刚果民主共和国、几内亚比绍和赤道几内亚", "state"))
    assert [ref.key for *_, ref in found] == ["COD", "GNB", "GNQ"]


def test_a_name_inside_a_latin_word_is_no_name(names: Gazetteer) -> None:
    assert list(names.search("UNIDIRECTIONAL", "organisation")) == []
    assert [ref.key for *_, ref in names.search("(UNIDIR)", "organisation")] == ["unidir"]


def test_ending_finds_the_name_before_a_number(names: Gazetteer) -> None:
    assert names.ending("根据管理委员会职权范围", "instrument") == (
        Ref("instrument", "att-management-committee-terms-of-reference"),
        2,
    )


def test_what_one_report_teaches_does_not_reach_another() -> None:
    first, second = actors.gazetteer("zh"), actors.gazetteer("zh")
    first.add("某某协会", Ref("organisation", "abc"))
    first.add("英国", Ref("state", "XXX"))
    assert first.find("某某协会") == Ref("organisation", "abc")
    assert first.find("英国", "state") == Ref("state", "GBR")
    assert second.find("某某协会") is None


def test_codes_links_and_labels() -> None:
    assert actors.coded("iso3")["PHL"] == (Ref("state", "PHL"),)
    assert Ref("body", "secretariat") in actors.coded("symbolCode")["SEC"]
    assert actors.linked(Ref("body", "wgtu"), "treaty") == (Ref("treaty", "att"),)
    assert actors.linking("instrumentOf", Ref("body", "dief")) == (
        Ref("instrument", "att-dief-terms-of-reference"),
    )
    label = actors.label(Ref("state", "PHL"), "zh")
    assert label is not None
    assert label.value == "菲律宾"
    assert actors.known(Ref("state", "PHL"))
    assert not actors.known(Ref("state", "XXX"))


def test_no_civil_society_organisation_is_known_beforehand() -> None:
    """They are read from the report alone, by the structure of their names."""
    kind = vocab.concept("organisation-kind", "civil-society")
    found = [
        iri
        for iri, record in reference.records().items()
        if kind in record.links.get(vocab.ONTOLOGY + "organisationKind", ())
    ]
    assert found == []
    assert len([i for i in reference.records() if "/id/organisation/" in i]) > 50
