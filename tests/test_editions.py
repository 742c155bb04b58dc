"""One report in several languages: one graph; what disagrees is told once, with the words of both.

The pair in tests/editions is of an invented meeting; each test alters one of its editions.
"""

import hashlib
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import paths, query, questions
from att_graph.build import build, convert, reports_of
from att_graph.comparison.abreast import DIFFERS, ONLY, SAME, abreast
from att_graph.editions import groups, unite
from att_graph.editions.places import sequence
from att_graph.errors import InputError
from att_graph.explain import explain
from att_graph.exports.align import FORMATS, render
from att_graph.graph import to_graph
from att_graph.model import Act, Deadline, Fact, Finding, Organisation, Participation, Ref, Report
from att_graph.store import open_store
from att_graph.validate import validate

PAIR = Path(__file__).parent / "editions"
EN, ZH = "csp15-en.txt", "csp15-zh.txt"
TOLD = ("edition-difference", "doubtful-merge")
Altered = Callable[..., str]


@pytest.fixture
def altered(tmp_path: Path) -> Altered:
    """Writes an edition with some words exchanged for others; gives its path."""

    def write(name: str, *changes: tuple[str, str], called: str = "") -> str:
        text = (PAIR / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / (called or name)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def united(*files: str) -> list[Report]:
    (group,) = unite(reports_of(*files))
    return group


def differences(group: list[Report]) -> dict[str, Finding]:
    """The findings between the editions, by what they say; a finding of both counts once."""
    return {
        fact.ref.key: fact for report in group for fact in report.all(Finding) if fact.sort in TOLD
    }


def why(group: list[Report]) -> str:
    """The one disagreement of a group."""
    (found,) = differences(group).values()
    assert found.sort == "edition-difference"
    return found.why


def facts(group: list[Report]) -> dict[Ref, list[Fact]]:
    found: dict[Ref, list[Fact]] = {}
    for report in group:
        for ref, fact in report.facts.items():
            found.setdefault(ref, []).append(fact)
    return found


def rows(store: ox.Store, query_text: str) -> list[tuple[str, ...]]:
    found = store.query(f"PREFIX tac: <https://w3id.org/att-graph/ontology#> {query_text}")
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(cell.value for cell in row) for row in found]


def graph(*files: str) -> ox.Store:
    store = ox.Store()
    store.load(convert(*files), ox.RdfFormat.TURTLE)
    return store


# ---- What says the same is one


def test_two_editions_are_one_report_and_the_original_is_the_reference() -> None:
    for files in permutations((str(PAIR / EN), str(PAIR / ZH))):
        (group,) = groups(reports_of(*files))
        assert [report.lang for report in group] == ["en", "zh"]
        assert {report.original for report in group} == {"en"}


def test_editions_that_say_the_same_share_every_fact() -> None:
    group = united(str(PAIR / ZH), str(PAIR / EN))
    assert differences(group) == {}
    for kind in (
        "act",
        "participation",
        "organisation",
        "deadline",
        "figure",
        "meeting",
        "document",
    ):
        mine, theirs = ({r for r in report.facts if r.kind == kind} for report in group)
        assert mine == theirs, kind
        assert mine, kind


def test_an_organisation_has_its_names_in_both_languages() -> None:
    english, chinese = united(str(PAIR / EN), str(PAIR / ZH))
    names = {
        "baw": "波罗的海武器观察组织",  # the acronym is the key
        "centre-for-quiet-borders": "宁静边界中心",  # between the same neighbours
        "river-peace-forum": "河流和平论坛",
        "lanterna": "Lanterna",
    }
    for key, printed in names.items():
        ref = Ref("organisation", key)
        assert printed in [words.value for words in chinese.facts[ref].labels]
        assert ref in english.facts
    named = chinese.facts[Ref("organisation", "river-peace-forum")]
    assert named.rules == ["edition-position"]


def test_a_fact_is_quoted_from_both_editions() -> None:
    store = graph(str(PAIR / EN), str(PAIR / ZH))
    found = rows(
        store,
        "SELECT DISTINCT ?source { <https://w3id.org/att-graph/id/act/csp15/8-a-1>"
        " tac:evidence ?q . ?q tac:source ?source } ORDER BY ?source",
    )
    assert [source.rsplit("/")[-1] for (source,) in found] == [
        "csp15-final-report-en",
        "csp15-final-report-zh",
    ]
    passages = rows(
        store,
        "SELECT ?p { <https://w3id.org/att-graph/id/act/csp15/8-a-1> tac:recordedIn ?p }",
    )
    assert len(passages) == 2
    editions = rows(store, "SELECT DISTINCT ?d { ?source tac:editionOf ?d ; tac:sha256 ?sum }")
    assert len(editions) == 1


def test_each_thing_has_one_label_in_a_language() -> None:
    store = graph(str(PAIR / EN), str(PAIR / ZH))
    twice = rows(
        store,
        "SELECT ?s { ?s a ?c ; <http://www.w3.org/2000/01/rdf-schema#label> ?a, ?b"
        " FILTER(?a != ?b && LANG(?a) = LANG(?b)) }",
    )
    assert twice == []


def test_the_united_graph_breaks_no_rule(tmp_path: Path, altered: Altered) -> None:
    """Also where the editions disagree in everything that has one value."""
    chinese = altered(
        ZH,
        ("鼓励缔约国按时", "请缔约国按时"),
        ("2030年3月31日", "2030年4月30日"),
        ("21日至25日在瑞士", "21日至24日在瑞士"),
        ("五（5）个", "六（6）个"),
        ("加纳、", ""),
    )
    file = tmp_path / "both.ttl"
    file.write_bytes(convert(str(PAIR / EN), chinese))
    result = validate([str(file)])
    assert result.conforms, result.text


# ---- Each kind of disagreement is told once, and counted once


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("鼓励缔约国按时", "请缔约国按时"), "the type of CSP15 ¶8(b) encourages: encourage"),
        (("2030年3月31日", "2030年4月30日"), "2030-03-31 in the en edition, 2030-04-30 in the zh"),
        (("安哥拉和蒙古", "安哥拉、蒙古和泰国"), "zh edition has this participant: Thailand"),
        (("在2030年3月31日之前", ""), "The en edition has this deadline"),
        (("，并鼓励缔约国举办区域讲习班", ""), "The en edition has this act"),
        (("会议感谢爱沙尼亚政府", "会议感谢加纳政府"), "beneficiaries of this act: Estonia in"),
        (("请秘书处在2030", "请主席在2030"), "addressees of this act: Secretariat of the Arms"),
        (
            ("欢迎普遍加入条约工作组的报告，并", ""),
            "The en edition has this act: CSP15 ¶7 welcomes",
        ),
        (
            ("9．会议敦促拖欠会费的缔约国缴纳会费。\n\n", ""),
            "The en edition has ¶9; the zh edition",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else value[1] or f"no {value[0]}",
)
def test_a_disagreement_is_a_finding(altered: Altered, change: tuple[str, str], said: str) -> None:
    group = united(str(PAIR / EN), altered(ZH, change))
    told = [finding for finding in differences(group).values() if said in finding.why]
    assert len(told) == 1, [finding.why for finding in differences(group).values()]
    copies = [r.facts[told[0].ref] for r in group if told[0].ref in r.facts]
    for copy, report in zip(copies, group, strict=False):
        assert copy.evidence, report.lang
        assert [e for e in copy.evidence if e.spans]
    assert copies[0].why == copies[-1].why  # type: ignore[attr-defined]


def test_days_of_a_meeting_that_differ_are_a_finding(altered: Altered) -> None:
    other = altered(ZH, ("21日至25日在瑞士", "21日至24日在瑞士"), called="second.txt")
    group = united(str(PAIR / ZH), other)
    assert "the last day of CSP14: 2028-08-25 in the csp15-final-report-zh edition" in why(group)
    meetings = [report.facts[Ref("meeting", "csp14")] for report in group]
    assert [getattr(meeting, "end", None) for meeting in meetings] == ["2028-08-25"] * 2


def test_a_type_that_differs_is_quoted_from_both_and_the_first_is_kept(
    altered: Altered,
) -> None:
    group = united(str(PAIR / EN), altered(ZH, ("鼓励缔约国按时", "请缔约国按时")))
    (ref,) = differences(group)
    printed = [r.facts[Ref("finding", ref)].printed for r in group]  # type: ignore[attr-defined]
    assert printed == ["Encourage", "请"]
    acts = [report.facts[Ref("act", "csp15/8-b-1")] for report in group]
    assert [act.sort for act in acts if isinstance(act, Act)] == ["encourage", "encourage"]
    assert not any("actType" in evidence.supports for evidence in acts[1].evidence)


def test_an_act_more_shifts_no_other(altered: Altered) -> None:
    """¶7 welcomes and encourages; without the first, the second is still the second."""
    group = united(str(PAIR / EN), altered(ZH, ("欢迎普遍加入条约工作组的报告，并", "")))
    acts = [ref for ref in group[1].facts if ref.kind == "act" and ref.key.startswith("csp15/7-")]
    assert [ref.key for ref in acts] == ["csp15/7-2"]


def test_a_paragraph_more_shifts_no_other(altered: Altered) -> None:
    chinese = altered(
        ZH,
        ("9．会议敦促拖欠会费的缔约国缴纳会费。\n\n10．", "9．"),
        ("11．会议通过了", "10．会议通过了"),
    )
    group = united(str(PAIR / EN), chinese)
    assert "has ¶9; the zh edition" in why(group)
    mine, theirs = ({ref.key for ref in r.facts if ref.kind == "act"} for r in group)
    assert mine - theirs == {"csp15/9-1"}
    assert theirs <= mine
    thanked = group[1].facts[Ref("act", "csp15/10-1")]
    assert isinstance(thanked, Act)
    assert thanked.sort == "thank"
    assert thanked.recorded_in == Ref("passage", "csp15-final-report-zh/9")


def test_a_name_in_one_list_only_is_one_participation_more(altered: Altered) -> None:
    group = united(str(PAIR / EN), altered(ZH, ("安哥拉和蒙古", "安哥拉、蒙古和泰国")))
    count = Counter(
        ref.kind for ref, told in facts(group).items() if isinstance(told[0], Participation)
    )
    assert count["participation"] == 18
    signatories = Ref("participation", "csp15-THA")
    assert signatories in group[1].facts
    assert signatories not in group[0].facts


def test_organisations_that_cannot_be_told_apart_stay_apart(altered: Altered) -> None:
    """In lists of two orders a place shows nothing: two are left on each side."""
    chinese = altered(
        ZH,
        ("波罗的海武器观察组织（BAW）、宁静边界中心、", "河流和平论坛、"),
        (
            "公开账簿网络（OLN）、河流和平论坛和",
            "公开账簿网络（OLN）、波罗的海武器观察组织（BAW）、宁静边界中心和",
        ),
        ("港口信托（HTR）、", ""),
        (
            "易北河核查研究所（EIV）、峡湾基金会、",
            "峡湾基金会、港口信托（HTR）、易北河核查研究所（EIV）、",
        ),
    )
    group = united(str(PAIR / EN), chinese)
    (doubt,) = (f for f in differences(group).values() if f.sort == "doubtful-merge")
    about = [report.facts[doubt.ref].about for report in group]  # type: ignore[attr-defined]
    names = {"centre-for-quiet-borders", "fjord-foundation", "river-peace-forum"}
    assert {ref.key for ref in about[0]} == names
    printed = {words.value for ref in about[1] for words in group[1].facts[ref].labels}
    assert printed == {"宁静边界中心", "峡湾基金会", "河流和平论坛"}
    assert [f for f in differences(group).values() if f.sort != doubt.sort] == []


def test_the_only_one_left_is_the_same(altered: Altered) -> None:
    """With every other name matched, the last needs no order."""
    small = (
        "Baltic Arms Watch (BAW), Centre for Quiet Borders, Elbe Institute for Verification (EIV), "
        "Fjord Foundation, Harbour Trust (HTR), Institute for Safe Crossings (ISC), Lanterna, "
        "Open Ledger Network (OLN), River Peace Forum and Southern Women for Disarmament (SWD)"
    )
    english = altered(
        EN, (small, "Baltic Arms Watch (BAW) and Fjord Foundation"), ("ten (10)", "two (2)")
    )
    chinese = altered(
        ZH,
        (
            "波罗的海武器观察组织（BAW）、宁静边界中心、易北河核查研究所（EIV）、峡湾基金会、"
            "港口信托（HTR）、安全过境研究所（ISC）、Lanterna、公开账簿网络（OLN）、"
            "河流和平论坛和南方妇女裁军组织（SWD）",
            "峡湾基金会和波罗的海武器观察组织（BAW）",
        ),
        ("十（10）", "两（2）"),
    )
    group = united(english, chinese)
    assert differences(group) == {}
    assert Ref("organisation", "fjord-foundation") in group[1].facts


def test_two_printings_in_one_language_are_held_against_each_other(altered: Altered) -> None:
    """Another name in the same language is another thing, also where it stands alone."""
    other = altered(EN, ("Fjord Foundation", "Glacier Society"), called="second.txt")
    group = united(str(PAIR / EN), other)
    assert [report.id for report in group] == ["csp15-final-report-en", "csp15-final-report-en-2"]
    said = sorted(finding.why for finding in differences(group).values())
    assert len(said) == 2
    assert "Fjord Foundation" in said[0] + said[1]
    assert "Glacier Society" in said[0] + said[1]


# ---- Order, number and identity of the files


def test_the_order_of_the_files_does_not_change_a_byte_where_the_original_is_stated() -> None:
    first = convert(str(PAIR / EN), str(PAIR / ZH))
    assert convert(str(PAIR / ZH), str(PAIR / EN)) == first
    assert convert(str(PAIR / ZH), str(PAIR / EN), str(PAIR / ZH)) == first


def test_without_an_original_the_first_file_is_the_reference(altered: Altered) -> None:
    english = altered(EN, ("Original: English\n\n", ""))
    chinese = altered(ZH, ("原文：英文\n\n", ""))
    assert [report.lang for report in united(chinese, english)] == ["zh", "en"]
    assert [report.lang for report in united(english, chinese)] == ["en", "zh"]


def test_three_editions_are_one_and_their_order_does_not_count(altered: Altered) -> None:
    third = altered(ZH, ("秘鲁和乌拉圭", "秘鲁、乌拉圭和泰国"), called="third.txt")
    files = (str(PAIR / EN), str(PAIR / ZH), third)
    group = united(*files)
    assert len(group) == 3
    assert "participant: Thailand" in why(group)
    assert len({convert(*order) for order in permutations(files)}) == 1
    count = rows(graph(*files), "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a tac:Act }")
    alone = rows(graph(files[0]), "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a tac:Act }")
    assert count == alone


def test_reports_of_two_meetings_are_no_editions(altered: Altered) -> None:
    other = altered(
        ZH,
        ("《武器贸易条约》\n第十五届缔约国会议\n", "《武器贸易条约》\n第十三届缔约国会议\n"),
    )
    found = groups(reports_of(str(PAIR / EN), other))
    assert [len(group) for group in found] == [1, 1]
    with pytest.raises(InputError, match="editions of one report"):
        abreast(reports_of(str(PAIR / EN), other))
    assert convert(str(PAIR / EN), other)


def test_one_name_is_not_given_to_two_files() -> None:
    with pytest.raises(InputError, match="--report-id names one report"):
        convert(str(PAIR / EN), str(PAIR / ZH), report_id="mine")


def test_the_reports_given_are_left_as_they_are() -> None:
    reports = reports_of(str(PAIR / ZH), str(PAIR / EN))
    before = [sorted(report.facts) for report in reports]
    unite(reports)
    assert [sorted(report.facts) for report in reports] == before


# ---- The graph answers as that of one edition


def test_every_question_has_as_many_answers_from_two_editions_as_from_one(tmp_path: Path) -> None:
    one, two = tmp_path / "one.ttl", tmp_path / "two.ttl"
    one.write_bytes(convert(str(PAIR / ZH)))
    two.write_bytes(convert(str(PAIR / EN), str(PAIR / ZH)))
    stores = [open_store([str(path)]) for path in (one, two)]
    quoting = {"evidence", "findings", "stated-figures", "sources"}  # a row for each edition
    names = [str(row[0]) for row in questions.catalogue().rows]
    assert len(names) > 20
    found = {
        name: [len(query.ask(name, store=store).rows) for store in stores]
        for name in names
        if name not in quoting
    }
    assert {name: counts for name, counts in found.items() if len(set(counts)) > 1} == {}


def test_explain_shows_the_words_of_both_editions(tmp_path: Path) -> None:
    file = tmp_path / "both.ttl"
    file.write_bytes(convert(str(PAIR / EN), str(PAIR / ZH)))
    found = explain(open_store([str(file)]), "act/csp15/8-b-1")
    assert {quote.report for quote in found.quotes} == {
        "csp15-final-report-en",
        "csp15-final-report-zh",
    }
    assert {"encourage", "鼓励"} <= {word for word, _ in found.words}
    assert found.sentence.count("encourage") == 1


def test_build_aligns_the_editions_it_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, out = tmp_path / "sources", tmp_path / "graph"

    for name, lang in ((EN, "en"), (ZH, "zh")):
        folder = sources / f"csp15-final-report-{lang}"
        folder.mkdir(parents=True)
        data = (PAIR / name).read_bytes()
        (folder / "text.txt").write_bytes(data)
        (folder / "source.toml").write_text(
            f'language = "{lang}"\ndate = "2029-09-14"\n'
            f'sha256 = "{hashlib.sha256(data).hexdigest()}"\n'
            f'[title]\n{lang} = "Final report"\n[publisher]\n{lang} = "Secretariat"\n',
            encoding="utf-8",
        )
    monkeypatch.setattr(paths, "SOURCES", sources)
    result = build(out=out)
    assert "csp15-final-report-en: the reference of its editions csp15-final-report-zh" in (
        result.lines
    )
    chinese = (out / "csp15-final-report-zh.ttl").read_text(encoding="utf-8")
    assert "id/organisation/river-peace-forum" in chinese
    assert "河流和平论坛" in chinese
    assert build(check=True, out=out).ok
    validated = validate([str(out)])
    assert validated.conforms, validated.text


# ---- Side by side


def test_editions_side_by_side(altered: Altered) -> None:
    chinese = altered(
        ZH,
        ("鼓励缔约国按时", "请缔约国按时"),
        ("安哥拉和蒙古", "安哥拉、蒙古和泰国"),
        ("2030年3月31日", "2030年4月30日"),
    )
    found = abreast(reports_of(chinese, str(PAIR / EN)))
    assert found.names == ("en", "zh")
    told = {(line.what, line.key): line for line in found.lines if line.state != SAME}
    assert told["act", "csp15/8-b-1"].cells == (
        "encourage → States Parties",
        "request → States Parties",
    )
    dated = told["act", "csp15/8-a-1"].cells
    assert [cell.rpartition("; due ")[2] for cell in dated if cell] == ["2030-03-31", "2030-04-30"]
    assert told["participant", "csp15-THA"].cells == (None, "Thailand as signatory")
    assert told["participant", "csp15-THA"].state == ONLY
    assert told["participants", "signatory"].state == DIFFERS
    assert len([what for what, _ in told if what in ("act", "participant")]) == 3
    assert found.count()[SAME] > 10


def test_editions_side_by_side_in_each_format(altered: Altered) -> None:
    chinese = altered(ZH, ("鼓励缔约国按时", "请缔约国按时"))
    found = abreast(reports_of(str(PAIR / EN), chinese))
    for form in FORMATS:
        text = render(found, form)
        assert "request → States Parties" in text
        short = render(found, form, differences=True)
        assert len(short) < len(text)
        assert "request → States Parties" in short
    with pytest.raises(InputError, match="is none of"):
        render(found, "yaml")


def test_sequences_are_aligned_in_order() -> None:
    def score(a: str, b: str) -> float:
        return float(a == b)

    assert sequence("abcde", "abde", score, 0.5) == [(0, 0), (1, 1), (3, 2), (4, 3)]
    assert sequence("ab", "ba", score, 0.5) in ([(0, 1)], [(1, 0)])
    assert sequence("", "ab", score, 0.5) == []


def test_the_graph_of_an_edition_names_nothing_unknown(altered: Altered) -> None:
    """Each report's own graph stands alone, also where it gave its value up for the reference's."""
    chinese = altered(ZH, ("在第十六届缔约国会议上", "在第十七届缔约国会议上"))
    for report in united(str(PAIR / EN), chinese):
        made = to_graph(report)
        told = set(made.subjects())
        things = {o for o in made.objects() if str(o).startswith("https://w3id.org/att-graph/id/")}
        assert things <= told


def test_what_is_kept_is_what_the_facts_say() -> None:
    group = united(str(PAIR / EN), str(PAIR / ZH))
    both = facts(group)
    assert len([told for told in both.values() if isinstance(told[0], Organisation)]) == 10
    due = [told for told in both.values() if isinstance(told[0], Deadline)]
    assert [len(told) for told in due] == [2, 2]


def test_the_commands() -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "att_graph", *words]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    shown = run("align", str(PAIR / ZH), str(PAIR / EN), "--format", "csv")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("place,what,key,state,en,zh,en words,zh words\n")
    one = run("align", str(PAIR / ZH))
    assert one.returncode == 2
    assert "align needs editions of one report" in one.stderr
    graph_of_both = run("convert", str(PAIR / ZH), str(PAIR / EN), "--format", "nquads")
    assert graph_of_both.returncode == 0, graph_of_both.stderr
    assert "/graph/csp15-final-report-en>" in graph_of_both.stdout
