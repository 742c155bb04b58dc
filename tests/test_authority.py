"""The authority files: complete, unambiguous, loadable, and what the tables give."""

from __future__ import annotations

import csv
import importlib.util
import os
import re
import subprocess
import sys
import unicodedata
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from att_graph import files, paths, vocab
from att_graph.gazetteer.actors import treaty_of
from att_graph.model import Ref

ATT = Ref("treaty", "att")
ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "authority.py"
LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]
FILES = sorted(paths.AUTHORITY.glob("*.ttl"))


def tac(name: str) -> URIRef:
    return URIRef(vocab.ONTOLOGY + name)


def thing(kind: str, key: str) -> URIRef:
    return URIRef(vocab.thing(kind, key))


def key(node: object) -> str:
    return str(node).rsplit("/", 1)[1]


def fold(name: str) -> str:
    """Two forms that a careless reader would take for one fold to the same string."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[\s'’.,–—-]+", " ", plain).strip()


@pytest.fixture(scope="module")
def graph() -> Graph:
    result = Graph()
    for file in FILES:
        result.parse(file)
    return result


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("authority", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_class(graph: Graph, name: str) -> list[URIRef]:
    return sorted(node for node in graph.subjects(RDF.type, tac(name)) if isinstance(node, URIRef))


def names(graph: Graph, node: URIRef) -> Iterator[Literal]:
    for predicate in (RDFS.label, SKOS.altLabel, tac("officialName")):
        for name in graph.objects(node, predicate):
            assert isinstance(name, Literal)
            yield name


def gazetteer(graph: Graph, of: str, lang: str) -> dict[str, set[str]]:
    """Every name of a class in a language → the keys of the things that bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in of_class(graph, of):
        for name in names(graph, node):
            if name.language == lang:
                found[str(name)].add(key(node))
    return found


# --- files ----------------------------------------------------------------------------------


def test_all_files_are_there() -> None:
    assert [file.stem for file in FILES] == [
        "apmbc",
        "bodies",
        "bwc",
        "ccm",
        "cwc",
        "groups",
        "instruments",
        "offices",
        "organisations",
        "regions",
        "states",
        "treaty-actions",
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_loads_without_a_warning_and_alike_in_both_parsers(file: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loaded = Graph().parse(file)
    triples = {quad.triple for quad in parse(path=file, format=RdfFormat.TURTLE)}
    assert len(loaded) == len(triples) > 0
    assert not any(isinstance(term, BNode) for triple in loaded for term in triple)


def test_every_reference_leads_somewhere(graph: Graph) -> None:
    known = set(graph.subjects())
    for file in files.ontology():
        known |= set(Graph().parse(file).subjects())
    lost = {
        str(term)
        for triple in graph
        for term in triple[1:]
        if isinstance(term, URIRef) and term.startswith(vocab.BASE) and term not in known
    }
    assert lost == set()


def test_every_actor_says_so_and_has_names_in_english_and_chinese(graph: Graph) -> None:
    count = 0
    for of in ("State", "TreatyBody", "Organisation", "ActorGroup", "Office"):
        for node in of_class(graph, of):
            count += 1
            assert (node, RDF.type, tac("Actor")) in graph, node
            languages = Counter(
                label.language
                for label in graph.objects(node, RDFS.label)
                if isinstance(label, Literal)
            )
            assert {"en", "zh"} <= set(languages), node
            assert set(languages.values()) == {1}, node
    assert count >= 197 + 12 + 80 + 40 + 1


# --- the script -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", ["0", "1"])
def test_committed_files_are_what_the_tables_give(seed: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_check_names_a_file_that_differs(
    script: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(script, "AUTHORITY", tmp_path)
    assert script.main([]) == 0
    assert {file.name for file in tmp_path.iterdir()} == {"states.ttl", "treaty-actions.ttl"}
    assert script.main(["--check"]) == 0
    (tmp_path / "states.ttl").write_text("# edited\n", encoding="utf-8")
    assert script.main(["--check"]) == 1
    assert "states.ttl" in capsys.readouterr().err
    assert (tmp_path / "states.ttl").read_text(encoding="utf-8") == "# edited\n"


def test_the_script_and_the_treaty_say_the_same(script: ModuleType, graph: Graph) -> None:
    told = [
        graph.value(thing("treaty", "att"), tac(term))
        for term in ("delayAfterDeposit", "entryIntoForce")
    ]
    assert [str(value) for value in told] == [script.DELAY, script.IN_FORCE]


def test_official_name_wanted_in_every_language(script: ModuleType) -> None:
    only_short = [script.Name("ARG", "fr", "short", "Argentine")]
    with pytest.raises(SystemExit, match="ARG in fr"):
        script.names_of(only_short)


def test_reviewed_name_overrules_the_library(script: ModuleType) -> None:
    given = [
        script.Name("KHM", "zh", "short", "柬埔寨"),
        script.Name("KHM", "zh", "official", "柬埔塞王国"),  # a misprint of the library
        script.Name("KHM", "zh", "official", "柬埔寨王国"),
        script.Name("KHM", "zh", "alias", "高棉"),
        script.Name("KHM", "zh", "reject", "高棉"),
    ]
    assert script.names_of(given) == ("柬埔寨", "柬埔寨王国", ["柬埔寨王国"])


# --- States ---------------------------------------------------------------------------------


def test_the_members_of_the_united_nations_and_four_others(graph: Graph) -> None:
    found = of_class(graph, "State")
    others = {key(node) for node in found if (node, tac("unMember"), Literal(False)) in graph}
    assert len(found) == 197
    assert others == {"COK", "NIU", "PSE", "VAT"}


@pytest.mark.parametrize(
    ("code", "pattern"), [("iso2", r"[A-Z]{2}"), ("iso3", r"[A-Z]{3}"), ("m49", r"\d{3}")]
)
def test_codes_are_well_formed_and_unique(graph: Graph, code: str, pattern: str) -> None:
    found = [str(value) for value in graph.objects(None, tac(code))]
    assert len(found) == len(set(found)) == 197
    assert all(re.fullmatch(pattern, value) for value in found)


def test_outside_identifiers_are_unique(graph: Graph) -> None:
    found = list(graph.objects(None, SKOS.exactMatch))
    assert len(found) == len(set(found)) == 2 * 197
    assert sum("wikidata.org/entity/Q" in str(value) for value in found) == 197


def test_one_short_and_one_official_name_in_each_of_six_languages(graph: Graph) -> None:
    for node in of_class(graph, "State"):
        for predicate in (RDFS.label, tac("officialName")):
            found = [getattr(name, "language", None) for name in graph.objects(node, predicate)]
            assert sorted(map(str, found)) == LANGUAGES, (node, predicate)


PLACES = {
    "State": "state",
    "TreatyBody": "body",
    "Organisation": "organisation",
    "Instrument": "instrument",
    "ActorGroup": "group",
}


@pytest.mark.parametrize("of", PLACES)
def test_no_name_means_two_things_of_one_class_and_treaty(graph: Graph, of: str) -> None:
    bearers: dict[tuple[str, str | None, str], set[str]] = defaultdict(set)
    treaties = {key(node) for node in of_class(graph, "Treaty")}
    for node in of_class(graph, of):
        own = treaty_of(Ref(PLACES[of], key(node)))
        for name in names(graph, node):
            for treaty in [own.key] if own else treaties:
                bearers[fold(name), name.language, treaty].add(key(node))
    assert {name: found for name, found in bearers.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("name", "lang", "iso3"),
    [
        ("英国", "zh", "GBR"),
        ("大不列颠及北爱尔兰联合王国", "zh", "GBR"),
        ("捷克", "zh", "CZE"),
        ("捷克共和国", "zh", "CZE"),
        ("韩国", "zh", "KOR"),
        ("大韩民国", "zh", "KOR"),
        ("朝鲜民主主义人民共和国", "zh", "PRK"),
        ("美国", "zh", "USA"),
        ("美利坚合众国", "zh", "USA"),
        ("北马其顿", "zh", "MKD"),
        ("摩尔多瓦", "zh", "MDA"),
        ("斯威士兰", "zh", "SWZ"),
        ("刚果", "zh", "COG"),
        ("刚果共和国", "zh", "COG"),
        ("刚果（金）", "zh", "COD"),
        ("刚果民主共和国", "zh", "COD"),
        ("玻利维亚（多民族国）", "zh", "BOL"),
        ("委内瑞拉（玻利瓦尔共和国）", "zh", "VEN"),
        ("伊朗（伊斯兰共和国）", "zh", "IRN"),
        ("密克罗尼西亚（联邦）", "zh", "FSM"),
        ("多米尼克", "zh", "DMA"),
        ("多米尼加", "zh", "DOM"),
        ("尼日尔", "zh", "NER"),
        ("尼日利亚", "zh", "NGA"),
        ("教廷", "zh", "VAT"),
        ("梵蒂冈", "zh", "VAT"),
        ("荷兰", "zh", "NLD"),
        ("荷兰王国", "zh", "NLD"),
        ("瑙鲁", "zh", "NRU"),
        ("the Republic of Korea", "en", "KOR"),
        ("Plurinational State of Bolivia", "en", "BOL"),
        ("Bolivia (Plurinational State of)", "en", "BOL"),
        ("Turkey", "en", "TUR"),
        ("Czech Republic", "en", "CZE"),
        ("Cote d'Ivoire", "en", "CIV"),
        ("Côte d’Ivoire", "en", "CIV"),
        ("Cape Verde", "en", "CPV"),
        ("Swaziland", "en", "SWZ"),
        ("UK", "en", "GBR"),
        ("Nauru", "en", "NRU"),
        ("The Gambia", "en", "GMB"),
        ("États-Unis", "fr", "USA"),
        ("Royaume-Uni", "fr", "GBR"),
        ("Turquie", "fr", "TUR"),
        ("Estados Unidos de América", "es", "USA"),
        ("Turquía", "es", "TUR"),
        ("Великобритания", "ru", "GBR"),
        ("المملكة المتحدة", "ar", "GBR"),
    ],
)
def test_a_printed_form_is_known(graph: Graph, name: str, lang: str, iso3: str) -> None:
    assert gazetteer(graph, "State", lang)[name] == {iso3}


@pytest.mark.parametrize(
    ("name", "lang", "why"),
    [
        ("CAR", "en", "the acronym of an organisation that reports name"),
        ("US", "en", "a word in capitals"),
        ("Korea", "en", "one of two"),
        ("巴勒斯坦领土", "zh", "a territory, not the State"),
    ],
)
def test_a_doubtful_form_is_no_name(graph: Graph, name: str, lang: str, why: str) -> None:
    assert name not in gazetteer(graph, "State", lang), why


# --- the lists of the final report ------------------------------------------------------------


def printed_list(number: int) -> str:
    """What follows the colon in a numbered paragraph of the final report, to its full stop."""
    source = paths.SOURCES / "csp11-final-report-zh" / "text.txt"
    report = source.read_text(encoding="utf-8")
    found = re.search(rf"^{number}\. [^\n：]*：([^\n]*)。$", report, re.MULTILINE)
    assert found is not None, number
    return found[1]


def resolve(text: str, known: dict[str, set[str]]) -> list[str]:
    """The keys of the names in a list: the longest name first, then 、 or 和, or an acronym."""
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    item = re.compile(rf"({longest_first})(（[A-Z]+）)?(、|和|$)")
    found, place = [], 0
    while place < len(text):
        match = item.match(text, place)
        assert match is not None, f"no known name at: {text[place : place + 20]}"
        (bearer,) = known[match[1]]
        found.append(bearer)
        place = match.end()
    return found


@pytest.mark.parametrize(("number", "count"), [(11, 94), (12, 18), (13, 4)])
def test_every_state_of_the_report_is_known(graph: Graph, number: int, count: int) -> None:
    found = resolve(printed_list(number), gazetteer(graph, "State", "zh"))
    assert len(found) == len(set(found)) == count


def test_every_intergovernmental_organisation_of_the_report_is_known(graph: Graph) -> None:
    assert resolve(printed_list(14).removeprefix("\n"), gazetteer(graph, "Organisation", "zh")) == [
        "au-psc",
        "eu",
        "icrc",
        "ipu",
        "ohchr",
        "oas",
        "recsa",
        "unidir",
        "unoda",
        "wassenaar-arrangement",
    ]


def test_no_civil_society_organisation_is_on_file(graph: Graph) -> None:
    kinds = set(graph.objects(None, tac("organisationKind")))
    assert kinds == {URIRef(vocab.concept("organisation-kind", "intergovernmental"))}
    source = paths.SOURCES / "csp11-final-report-zh" / "text.txt"
    report = source.read_text(encoding="utf-8")
    found = re.search(r"^15\. .*$", report, re.MULTILINE)
    assert found is not None
    printed = set(re.split("[、：。]|和|以及", re.sub("（[^）]*）", "", found[0])))
    assert len(printed) > 70
    assert printed & set(gazetteer(graph, "Organisation", "zh")) == set()


def test_the_peace_and_security_council_is_not_the_african_union(graph: Graph) -> None:
    council, union = thing("organisation", "au-psc"), thing("organisation", "au")
    assert (council, tac("partOf"), union) in graph
    assert set(map(str, names(graph, council))) & set(map(str, names(graph, union))) == set()


# --- regions --------------------------------------------------------------------------------


def test_regional_groups_have_their_members(graph: Graph) -> None:
    found = Counter(
        key(group)
        for node, group in graph.subject_objects(tac("regionalGroup"))
        if (node, tac("unMember"), Literal(True)) in graph
    )
    assert found == {
        "african": 54,
        "asia-pacific": 54,
        "eastern-european": 23,
        "latin-american-caribbean": 33,
        "western-european-others": 29,
    }


def test_a_subregion_lies_in_its_region(graph: Graph) -> None:
    pairs = [
        (graph.value(node, tac("subregion")), graph.value(node, tac("region")))
        for node in of_class(graph, "State")
    ]
    assert len(pairs) == 197
    assert all((small, SKOS.broader, large) in graph for small, large in pairs)


# --- treaty actions ---------------------------------------------------------------------------


def deposits(graph: Graph) -> Iterator[tuple[str, date, date]]:
    signature = URIRef(vocab.concept("treaty-action", "signature"))
    for node in of_class(graph, "TreatyAction"):
        if graph.value(node, tac("actionType")) != signature:
            yield (
                key(graph.value(node, tac("state"))),
                graph.value(node, tac("earliest")).toPython(),  # type: ignore[union-attr]
                graph.value(node, tac("latest")).toPython(),  # type: ignore[union-attr]
            )


def test_116_states_parties_when_the_conference_opened(graph: Graph) -> None:
    """The count of paragraph 8 of the final report: all certain, none open between two answers."""
    day, delay = date(2025, 8, 25), timedelta(days=90)
    assert len({state for state, _, latest in deposits(graph) if latest + delay <= day}) == 116
    assert len({state for state, earliest, _ in deposits(graph) if earliest + delay <= day}) == 116


def test_26_signatories_without_a_deposit(graph: Graph) -> None:
    bound = {state for state, _, _ in deposits(graph)}
    acting = {key(state) for state in graph.objects(None, tac("state"))}
    assert len(acting - bound) == 26
    assert "USA" in acting - bound


@pytest.mark.parametrize(
    ("action", "given", "earliest", "latest"),
    [
        ("AFG-accession", "2020-07-29", "2020-07-29", "2020-07-29"),
        ("CHN-unspecified-consent", "2020", "2020-01-01", "2020-12-31"),
        ("JPN-acceptance", "2014-05-09", "2014-05-09", "2014-05-09"),
        ("THA-signature", "None", "2013-06-03", "2014-12-23"),  # signed, the day is not known
    ],
)
def test_dates_are_as_given_and_bounded(
    graph: Graph, action: str, given: str, earliest: str, latest: str
) -> None:
    node = thing("treaty-action", f"att-{action}")
    found = [str(graph.value(node, tac(name))) for name in ("date", "earliest", "latest")]
    assert found == [given, earliest, latest]


def test_a_blank_signature_of_a_party_is_no_action(graph: Graph) -> None:
    assert (thing("treaty-action", "att-CHN-signature"), None, None) not in graph


def test_every_filled_cell_of_the_status_table_is_an_action(graph: Graph) -> None:
    table = paths.DATA / "reference" / "att-status-2025-08.csv"
    with table.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    blank = {row["iso3"] for row in rows if row["standing"] == "signatory" and not row["signature"]}
    filled = sum(bool(row["signature"]) + bool(row["deposit"]) for row in rows)
    assert blank == {"ISR", "SGP", "THA", "UKR", "ZWE"}
    assert len(of_class(graph, "TreatyAction")) == filled + len(blank)


# --- the treaty and those it speaks to --------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "name", "found"),
    [
        ("TreatyBody", "秘书处", "secretariat"),
        ("TreatyBody", "普遍加入条约工作组", "wgtu"),
        ("TreatyBody", "国家执行做法交流工作分组", "wgeti-national-practices"),
        ("TreatyBody", "转用信息交流论坛", "dief"),
        ("TreatyBody", "《条约》赞助计划", "sponsorship-programme"),
        ("Instrument", "议事规则", "att-rules-of-procedure"),
        ("Instrument", "财务细则", "att-financial-rules"),
        ("Instrument", "《禁雷公约》", "apmbc"),
        ("ActorGroup", "所有缔约国", "states-parties"),
        ("ActorGroup", "其他缔约国", "other-states-parties"),
        ("ActorGroup", "其他有关方面", "other-parties-concerned"),
        ("ActorGroup", "其他利益攸关方", "other-stakeholders"),
        ("ActorGroup", "拖欠会费的国家", "states-in-arrears"),
        ("Office", "工作组主席", "chairs-of-the-working-groups"),
    ],
)
def test_a_printed_name_leads_to_its_bearer(graph: Graph, of: str, name: str, found: str) -> None:
    bearers = gazetteer(graph, of, "zh")[name]
    kind = {**PLACES, "Office": "office"}[of]
    own = {each for each in bearers if treaty_of(Ref(kind, each)) in (None, ATT)}
    assert own == {found}


@pytest.mark.parametrize(
    ("of", "name"), [("Instrument", "条约"), ("Instrument", "《条约》"), ("TreatyBody", "工作分组")]
)
def test_a_name_that_only_its_context_explains_is_no_alias(
    graph: Graph, of: str, name: str
) -> None:
    assert name not in gazetteer(graph, of, "zh")


def test_only_two_groups_have_members_that_follow_from_standing(graph: Graph) -> None:
    found = {
        key(group): key(standing)
        for group, standing in graph.subject_objects(tac("memberStanding"))
    }
    assert found == {"states-parties": "state-party", "signatories": "signatory"}
