"""The gazetteer: one State under many names, longest name first, and no guessing."""

import pytest

from att_graph import vocab
from att_graph.gazetteer import actors, reference
from att_graph.gazetteer.actors import Gazetteer
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


# --- what belongs to a treaty is known under it alone -------------------------------------------

ATT, CWC = Ref("treaty", "att"), Ref("treaty", "cwc")


@pytest.mark.parametrize(
    ("name", "treaty", "kind", "key"),
    [
        ("the Secretariat", ATT, "body", "secretariat"),
        ("the Secretariat", CWC, None, None),
        ("Management Committee", Ref("treaty", "ccm"), None, None),
        ("Management Committee", None, None, None),
        ("Rules of Procedure", ATT, "instrument", "att-rules-of-procedure"),
        ("Rules of Procedure", Ref("treaty", "bwc"), None, None),
        ("Working Group Chairs", Ref("treaty", "bwc"), None, None),
        ("Conference of the States Parties", ATT, "body", "csp"),
        ("Conference of the States Parties", CWC, "body", "cwc-csp"),
        ("Conference of the States Parties", None, None, None),
        ("Review Conference", Ref("treaty", "apmbc"), "body", "apmbc-rc"),
        ("Albania", None, "state", "ALB"),
        ("civil society", CWC, "group", "civil-society"),
        ("States Parties", CWC, None, None),  # whose members would be told by another treaty
    ],
)
def test_a_name_belongs_to_its_treaty(
    name: str, treaty: Ref | None, kind: str | None, key: str | None
) -> None:
    found = actors.gazetteer("en", treaty).find(name)
    assert found == (Ref(kind, key) if kind and key else None)


def test_a_name_that_two_treaties_share_means_nothing_without_one() -> None:
    names = actors.gazetteer("en")
    assert names.find("Conference of the States Parties") is None
    assert names.find("Diversion Information Exchange Forum") == Ref("body", "dief")


def test_what_a_thing_is_part_of_tells_its_treaty() -> None:
    assert actors.treaty_of(Ref("body", "vtf-selection-committee")) == ATT
    assert actors.treaty_of(Ref("office", "chairs-of-the-working-groups")) == ATT
    assert actors.treaty_of(Ref("body", "cwc-csp")) == CWC
    assert actors.treaty_of(Ref("organisation", "opcw")) is None
    assert actors.treaty_of(CWC) is None
