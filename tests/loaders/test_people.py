"""Who is named in English, French and Spanish: lists, posts, offices, in sentences of our own.

Every sentence is composed for the tests; names of States and of organisations of States are real,
all others are invented. The report around them is the shortest that is one.
"""

from pathlib import Path

import pytest

from att_graph import model
from att_graph.gazetteer import actors
from att_graph.loaders import listing, load
from att_graph.model import Ref
from att_graph.parse import parse
from att_graph.source import read

REPORT = """Arms Trade Treaty
Fourteenth Conference of States Parties
Geneva, 28 August – 1 September 2028

FINAL REPORT

I. Introduction

1. The Treaty entered into force on 24 December 2014.

II. Organization of the Conference

2. {organisation}

III. Decisions and recommendations

3. {decision}
"""
NOTHING = "The Conference was held in Geneva, Switzerland."
ADOPTED = "The Conference adopted its Final Report."


def told(tmp_path: Path, organisation: str = NOTHING, decision: str = ADOPTED) -> model.Report:
    file = tmp_path / "report.txt"
    file.write_text(REPORT.format(organisation=organisation, decision=decision), encoding="utf-8")
    return load(parse(read(file)))


def findings(report: model.Report, sort: str) -> list[str]:
    return [found.printed for found in report.all(model.Finding) if found.sort == sort]


# --- names of States ------------------------------------------------------------------------

FORMS = [
    ("en", "the Republic of Korea", "KOR"),
    ("en", "Republic of Korea (the)", "KOR"),
    ("en", "COTE D'IVOIRE", "CIV"),
    ("en", "Côte d’Ivoire", "CIV"),
    ("en", "Cote dIvoire", "CIV"),
    ("en", "Cte dIvoire", "CIV"),
    ("en", "The Gambia", "GMB"),
    ("en", "Turkiye", "TUR"),
    ("en", "Lao Peoples Democratic Republic", "LAO"),
    ("en", "Bolivia (Plurinational State of)", "BOL"),
    ("en", "Guinea Bissau", "GNB"),
    ("en", "Sao Tome and Principe", "STP"),
    ("en", "St. Kitts and Nevis", "KNA"),
    ("fr", "l'Albanie", "ALB"),
    ("fr", "la Cote d’Ivoire", "CIV"),
    ("fr", "les Etats-Unis d'Amerique", "USA"),
    ("es", "la República de Corea", "KOR"),
    ("es", "el Reino Unido", "GBR"),
    ("es", "Mexico", "MEX"),
]


@pytest.mark.parametrize(("lang", "name", "iso3"), FORMS)
def test_a_state_is_known_by_its_forms(lang: str, name: str, iso3: str) -> None:
    assert actors.gazetteer(lang).find(name, "state") == Ref("state", iso3)


@pytest.mark.parametrize(
    "text",
    [
        "the Guineans",
        "a Nigerian delegate",
        "Omanisation",
        "Women for Peace and Democracy Nepal",
        "Expertise France",
        "Niger Delta Watch",
        "a bird in Niger-Congo studies",
        "turkey and chad",
    ],
)
def test_a_piece_of_a_word_or_of_a_proper_name_is_no_state(text: str) -> None:
    assert list(actors.gazetteer("en").search(text, "state")) == []


def test_capitals_tell_an_acronym_from_a_word() -> None:
    names = actors.gazetteer("en")
    assert names.find("WHO", "organisation") == Ref("organisation", "who")
    assert names.find("who", "organisation") is None


# --- lists ----------------------------------------------------------------------------------

STATES = [
    (
        "Seven (7) States Parties participated in the work of the Conference: Guinea, "
        "Guinea-Bissau, Niger, Nigeria, the Bahamas, Bosnia and Herzegovina and Dominica.",
        "state-party",
        "GIN GNB NER NGA BHS BIH DMA",
    ),
    (
        "The following 3 States Parties took part in the Conference: Trinidad and Tobago; Saint "
        "Vincent and the Grenadines; and Sao Tome and Principe.",
        "state-party",
        "TTO VCT STP",
    ),
    (
        "The following four States attended as observers in accordance with Rule 3: Congo Costa "
        "Rica Republic of Korea and Republic of Moldova.",
        "observer-state",
        "COG CRI KOR MDA",
    ),
    (
        "Kenya, Somalia and the Sudan participated in the Conference as observers.",
        "observer-state",
        "KEN SOM SDN",
    ),
    (
        "Two States, Israel and Chad, neither parties nor signatories to the Treaty, participated "
        "in the Conference as observers.",
        "observer-state",
        "ISR TCD",
    ),
    (
        "In addition, two States that had signed the Treaty but had not yet ratified it "
        "participated in the Conference: Djibouti and the United Arab Emirates.",
        "signatory",
        "DJI ARE",
    ),
    (
        "The following six (6) signatory States attended the Conference: • Angola • Bahrain • "
        "Comoros • Eswatini • Haiti • Türkiye.",
        "signatory",
        "AGO BHR COM SWZ HTI TUR",
    ),
]


@pytest.mark.parametrize(("text", "capacity", "wanted"), STATES)
def test_a_list_of_states(tmp_path: Path, text: str, capacity: str, wanted: str) -> None:
    report = told(tmp_path, text)
    found = list(report.all(model.Participation))
    assert [fact.participant.key for fact in found if fact.participant] == wanted.split()
    assert {fact.capacity for fact in found} == {capacity}
    assert findings(report, "count-mismatch") == []


def test_a_cut_list_gives_what_is_legible_and_the_difference(tmp_path: Path) -> None:
    report = told(tmp_path, "The following 136 States Parties participated: Albania, Benin, Zam.")
    assert [p.participant for p in report.all(model.Participation)] == [
        Ref("state", "ALB"),
        Ref("state", "BEN"),
    ]
    assert findings(report, "unresolved-name") == ["Zam"]
    assert findings(report, "count-mismatch") == ["136"]


HEAD = "The following {} civil society organizations attended the Conference as observers: "
ORGANISATIONS = [
    # the comma stands inside, as "and" does
    "Alliance for Peace, Justice and Reconciliation (APJR) | Blue Harbour Institute | Centre for "
    "Arms, Risk and Conflict Studies | Valley Watch",
    # an acronym that fits only the whole
    "Brook Foundation | SpaceShip, Safety and Defence Makers Association of Europe (SSDMAE) | "
    "Test Ground Trust",
    # the last name holds an "and" of its own
    "Harbour Light | Pathfinders for Peace and Security | Women for Disarmament and Development",
    # enumerations of three inside
    "Monitoring Group for Peace, Development and Human Rights | Orchard Institute | Society of "
    "Makers, Menders and Users",
    # words without a head noun
    "DOVE | Law for Elsewhere | Open Doors | River without Borders | TWO Hands",
]


@pytest.mark.parametrize("names", ORGANISATIONS)
@pytest.mark.parametrize("off", [0, 1, -1])
def test_a_list_of_organisations(tmp_path: Path, names: str, off: int) -> None:
    """The names are read whatever number the report states; a wrong number is found."""
    wanted = names.split(" | ")
    listed = f"{', '.join(wanted[:-1])} and {wanted[-1]}."
    report = told(tmp_path, HEAD.format(len(wanted) + off) + listed)
    spans = [fact.evidence[0].spans[0] for fact in report.all(model.Participation)]
    assert [report.source.text[span.start : span.end] for span in spans] == wanted
    assert len(findings(report, "count-mismatch")) == bool(off)


COALITIONS = [
    "Ash Institute; Elm Coalition, represented by Fir Watch, Oak Group and Yew Trust; the Hazel "
    "Society; and Willow Network.",
    "Ash Institute, Elm Coalition, including representatives from Fir Watch, Oak Group and Yew "
    "Trust, Hazel Society and Willow Network.",
    "Ash Institute, Elm Coalition (including representatives of Fir Watch, Oak Group and Yew "
    "Trust), Hazel Society and Willow Network.",
    "Ash Institute, Elm Coalition together with representatives of the following organizations: "
    "Fir Watch, Oak Group and Yew Trust. Other participants were: Hazel Society and Willow "
    "Network.",
    "Ash Institute; Elm Coalition, represented by Fir Watch, Oak Group and Yew Trust; the Hazel "
    "Society; and Willow Network.",
    "Ash Institute, Elm Coalition with representatives from the following organizations: Fir "
    "Watch, Oak Group, and Yew Trust. The other participants were Hazel Society, and Willow "
    "Network.",
]


@pytest.mark.parametrize("text", COALITIONS)
def test_a_coalition_and_its_members(tmp_path: Path, text: str) -> None:
    report = told(tmp_path, HEAD.format("four (4)") + text)
    found = {p.participant.key: p.within for p in report.all(model.Participation) if p.participant}
    elm = Ref("organisation", "elm-coalition")
    assert found == {
        "ash-institute": None,
        "elm-coalition": None,
        "fir-watch": elm,
        "oak-group": elm,
        "yew-trust": elm,
        "hazel-society": None,
        "willow-network": None,
    }
    assert findings(report, "count-mismatch") == []


@pytest.mark.parametrize(
    ("acronym", "words", "how"),
    [
        ("MAG", "Mines Advisory Group", "all"),
        ("WPD Nepal", "Women for Peace and Democracy Nepal", "all"),
        ("RDJA", "African Legal Research and Documentation", "no"),
        ("ASD", "Security and Defence Industries Association of Europe", "no"),
        ("ASD", "AeroSpace, Security and Defence Industries Association of Europe", "yes"),
    ],
)
def test_an_acronym_fits_its_words(acronym: str, words: str, how: str) -> None:
    assert listing.fits(acronym, words) == how


# --- persons --------------------------------------------------------------------------------

# sentence; for each person: key, office as printed or role and institution, whom represented
POSTS = [
    (
        "Ms. Anneli KORHOLA, Minister for Foreign Affairs of Estonia, gave an opening address.",
        {("anneli-korhola", "Minister for Foreign Affairs of Estonia", "state/EST")},
    ),
    (
        "The Minister for Foreign Affairs of Estonia, H.E. Ms. Anneli Korhola, made a statement.",
        {("anneli-korhola", "Minister for Foreign Affairs of Estonia", "state/EST")},
    ),
    (
        "Statements were made by Ambassador Rui SANTANA of Cabo Verde, President of CSP14, and "
        "Dr. Noah FENN, Director, International Committee of the Red Cross.",
        {
            ("rui-santana", "president of meeting/csp14", "state/CPV"),
            (
                "noah-fenn",
                "Director, International Committee of the Red Cross",
                "organisation/icrc",
            ),
        },
    ),
    (
        "The Co-Chairs of the Working Group on Treaty Universalization (WGTU), Ambassador Rui "
        "SANTANA of Cabo Verde and H.E. Mr. Jan O'MALLEY (Ireland), addressed the Conference.",
        {
            ("rui-santana", "co-chair of body/wgtu", "state/CPV"),
            ("jan-o-malley", "co-chair of body/wgtu", "state/IRL"),
        },
    ),
    (
        "The panellists were: Ms. Elif DEMIRKAN, Head of Department, Ministry of Trade of Türkiye, "
        "and the Deputy Director of the United Nations Institute for Disarmament Research, "
        "Prof. Amina B. Okello.",
        {
            ("elif-demirkan", "Head of Department, Ministry of Trade of Türkiye", "state/TUR"),
            (
                "amina-b-okello",
                "Deputy Director of the United Nations Institute for Disarmament Research",
                "organisation/unidir",
            ),
        },
    ),
    (
        "The Conference was opened by its President, Ambassador Rui SANTANA of Cabo Verde.",
        {("rui-santana", "president of meeting/csp14", "state/CPV")},
    ),
    (
        "Mr. Jan OMAR, Executive Director of the Elm Coalition of Peru, also addressed the "
        "Conference.",
        {("jan-omar", "Executive Director of the Elm Coalition of Peru", "state/PER")},
    ),
    (
        "The Vice-President of the International Committee of the Red Cross, Mr. Noah FENN, "
        "addressed the Conference.",
        {
            (
                "noah-fenn",
                "Vice-President of the International Committee of the Red Cross",
                "organisation/icrc",
            )
        },
    ),
]


BESIDE = [
    "The Conference elected by acclamation Benin, Peru and Zambia as Vice-Presidents.",
    "At the same meeting, the following States Parties were elected by acclamation as "
    "Vice-Presidents of the Conference: Benin, Peru and Zambia.",
    "Representatives from the following States Parties were elected as Vice-Presidents: Benin, "
    "Peru, and Zambia.",
    "Mr. Rui SANTANA served as President of the Conference, and the representatives of Benin, "
    "Peru and Zambia as its three (3) Vice-Presidents.",
    "Benin, Peru and Zambia served as Vice-Presidents of the Conference.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_who_served_beside_the_president(tmp_path: Path, text: str) -> None:
    found = {post for post in posts(told(tmp_path, text)) if "vice" in post[1]}
    assert found == {(key, "vice-president of meeting/csp14", "") for key in ("BEN", "PER", "ZMB")}


def posts(report: model.Report) -> set[tuple[str, str, str]]:
    found = set()
    for fact in report.all(model.Tenure):
        office = report.facts.get(fact.office) if fact.office else None
        at = f"{fact.role} of {fact.office.kind}/{fact.office.key}" if fact.office else ""
        name = office.labels[0].value if isinstance(office, model.Office) else at
        who = fact.represents
        found.add(
            (fact.holder.key if fact.holder else "", name, f"{who.kind}/{who.key}" if who else "")
        )
    return found


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts(tmp_path: Path, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert posts(told(tmp_path, text)) == wanted


SPOKE = [
    ("Ms. Ada LIND, Chancellor's Envoy, declared the Conference open.", "opening"),
    ("The Conference was declared open in a video message from Ms. Ada LIND.", "recorded-message"),
    ("A keynote was given by Ms. Ada LIND.", "statement"),
    ("Ms. Ada LIND gave an introductory presentation on stockpiles.", "presentation"),
    ("The panel was moderated by Ms. Ada LIND.", "panel"),
    ("The Conference was then addressed by: Ms. Ada LIND, Chancellor's Envoy.", "statement"),
    ("The opening ceremony was addressed by Ms. Ada LIND.", "statement"),
    ("The Conference heard a statement from Ms. Ada LIND.", "statement"),
    ("Ms. Ada LIND delivered opening remarks.", "opening"),
    ("Addresses were given by Ms. Ada LIND.", "statement"),
]


@pytest.mark.parametrize(("text", "kind"), SPOKE)
def test_how_somebody_spoke(tmp_path: Path, text: str, kind: str) -> None:
    found = list(told(tmp_path, text).all(model.Intervention))
    assert [(fact.speaker, fact.sort) for fact in found] == [(Ref("person", "ada-lind"), kind)]


def test_on_behalf_of(tmp_path: Path) -> None:
    report = told(
        tmp_path,
        "The Conference was addressed; a statement was made by Ms. Ada LIND, Director of the "
        "United Nations Office for Disarmament Affairs in Geneva, on behalf of H.E. Mr. Kenji "
        "HAYAMA, United Nations High Representative for Disarmament Affairs.",
    )
    (found,) = report.all(model.Intervention)
    assert found.speaker == Ref("person", "ada-lind")
    assert found.on_behalf == Ref("person", "kenji-hayama")
    assert found.represents == Ref("organisation", "unoda")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. President thanked the delegates.",
        "The Minister Plenipotentiary spoke.",
        "This was discussed in the General Assembly.",
        "The Major Groups of stakeholders were heard.",
    ],
)
def test_a_title_without_a_name_is_no_person(tmp_path: Path, text: str) -> None:
    assert list(told(tmp_path, text).all(model.Person)) == []


def test_a_surname_alone_is_the_person_named_in_full(tmp_path: Path) -> None:
    report = told(tmp_path, "Mr. Deepak RAO TEST made a statement. Mr. RAO TEST thanked the Chair.")
    assert [person.ref.key for person in report.all(model.Person)] == ["deepak-rao-test"]


# --- elections ------------------------------------------------------------------------------

ELECTED = [
    (
        "The Conference elected by acclamation Ambassador Miguel ARANDA of Uruguay as President of "
        "the Fifteenth Conference of States Parties.",
        {("miguel-aranda", "president of meeting/csp15", "state/URY")},
    ),
    (
        "Ms. Ada LIND, Permanent Representative of Sweden, was elected by acclamation as President "
        "of CSP15.",
        {
            ("ada-lind", "Permanent Representative of Sweden", "state/SWE"),
            ("ada-lind", "president of meeting/csp15", "state/SWE"),
        },
    ),
    (
        "The Conference elected Antigua and Barbuda, Benin and Trinidad and Tobago as the three "
        "(3) Vice-Presidents of the Fifteenth Conference of States Parties.",
        {(key, "vice-president of meeting/csp15", "") for key in ("ATG", "BEN", "TTO")},
    ),
    (
        "Pursuant to the same rule, Benin, Peru, and Zambia were elected by acclamation as "
        "Vice-Presidents of CSP15.",
        {(key, "vice-president of meeting/csp15", "") for key in ("BEN", "PER", "ZMB")},
    ),
    (
        "The Conference appointed the following States Parties as members of the Management "
        "Committee until the Sixteenth Conference of States Parties: Guinea-Bissau and Samoa.",
        {(key, "member of body/management-committee", "") for key in ("GNB", "WSM")},
    ),
    (
        "The Conference elected by acclamation the following three (3) Vice-Presidents of the "
        "Fifteenth Conference of States Parties: Benin, Peru, and Zambia.",
        {(key, "vice-president of meeting/csp15", "") for key in ("BEN", "PER", "ZMB")},
    ),
    (
        "The Conference elected as Vice-Presidents of CSP15 the following States: Benin, Peru "
        "and Zambia.",
        {(key, "vice-president of meeting/csp15", "") for key in ("BEN", "PER", "ZMB")},
    ),
    (
        "Ambassador Ada LIND of Sweden was elected President of the Fifteenth Conference of States "
        "Parties by acclamation.",
        {("ada-lind", "president of meeting/csp15", "state/SWE")},
    ),
    (
        "Upon nomination by the regional groups, Benin, Peru and Zambia were appointed as members "
        "of the Management Committee for a term of two years.",
        {(key, "member of body/management-committee", "") for key in ("BEN", "PER", "ZMB")},
    ),
    (
        "The Conference confirmed the nomination of Ms. Greta LIND, Acting Head of the ATT "
        "Secretariat, to serve as Secretary of the Conference.",
        {
            ("greta-lind", "head of body/secretariat", ""),
            ("greta-lind", "secretary of meeting/csp14", ""),
        },
    ),
    (
        "The Conference elected the following States Parties as Vice-Presidents of CSP15: "
        "Benin, Peru and Zambia.",
        {(key, "vice-president of meeting/csp15", "") for key in ("BEN", "PER", "ZMB")},
    ),
    (
        "The Conference elected the Vice-Presidents of CSP15, namely Benin, Peru and Zambia.",
        {(key, "vice-president of meeting/csp15", "") for key in ("BEN", "PER", "ZMB")},
    ),
    (
        "The Conference elected the Vice-Presidents of CSP15 at its last meeting.",
        set(),
    ),
    (
        "The Conference appointed the following two members of the Management Committee for a "
        "term of two years: Guinea-Bissau and Samoa.",
        {(key, "member of body/management-committee", "") for key in ("GNB", "WSM")},
    ),
    (
        "The Conference appointed Guinea-Bissau and Samoa to the Management Committee.",
        {(key, "member of body/management-committee", "") for key in ("GNB", "WSM")},
    ),
    (
        "Ms. Greta LIND was confirmed by the Conference as its Secretary, pursuant to Rule 10.",
        {("greta-lind", "secretary of meeting/csp14", "")},
    ),
    (
        "The Conference confirmed Ms. Greta LIND, in her capacity as Head of the Secretariat, as "
        "Secretary of the Conference.",
        {
            ("greta-lind", "head of body/secretariat", ""),
            ("greta-lind", "secretary of meeting/csp14", ""),
        },
    ),
    (
        "The Conference confirmed the Head of the ATT Secretariat, Ms. Greta LIND, as Secretary of "
        "the Conference.",
        {
            ("greta-lind", "head of body/secretariat", ""),
            ("greta-lind", "secretary of meeting/csp14", ""),
        },
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ELECTED)
def test_elections(tmp_path: Path, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert posts(told(tmp_path, decision=text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The Conference elected Benin and Peru as the three (3) Vice-Presidents of CSP15.",
        "The Conference elected the following three (3) Vice-Presidents of CSP15: Benin and Peru.",
    ],
)
def test_a_wrong_number_of_vice_presidents_is_found(tmp_path: Path, text: str) -> None:
    assert findings(told(tmp_path, decision=text), "count-mismatch") == [
        "three (3) Vice-Presidents"
    ]


HEADED = {
    "fr": """Traité sur le commerce des armes
Quatorzième Conférence des États Parties
Genève, 28 août – 1er septembre 2028

RAPPORT FINAL

I. Introduction

1. Le Traité est entré en vigueur le 24 décembre 2014.

II. Organisation de la Conférence

2. La Conférence s'est tenue à Genève.

III. Décisions et recommandations

3. La Conférence a élu par acclamation les trois Vice-Présidents suivants de la quinzième \
Conférence des États Parties : Bénin, Pérou et Zambie.
""",
    "es": """Tratado sobre el Comercio de Armas
Decimocuarta Conferencia de los Estados Partes
Ginebra, 28 de agosto a 1 de septiembre de 2028

INFORME FINAL

I. Introducción

1. El Tratado entró en vigor el 24 de diciembre de 2014.

II. Organización de la Conferencia

2. La Conferencia se celebró en Ginebra.

III. Decisiones y recomendaciones

3. La Conferencia eligió por aclamación a los siguientes tres Vicepresidentes de la \
Decimoquinta Conferencia de los Estados Partes: Benin, Perú y Zambia.
""",
}


@pytest.mark.parametrize("language", HEADED)
def test_an_office_named_before_its_list(tmp_path: Path, language: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text(HEADED[language], encoding="utf-8")
    report = load(parse(read(file)))
    wanted = {(key, "vice-president of meeting/csp15", "") for key in ("BEN", "PER", "ZMB")}
    assert posts(report) == wanted


@pytest.mark.parametrize(
    "note",
    [
        "Owing to special circumstances, Benin replaced Peru and was appointed as a member of the "
        "Management Committee by the Tenth Conference of States Parties. At the Eleventh "
        "Conference of States Parties, Benin was subsequently appointed for a full term, until the "
        "Thirteenth Conference of States Parties.",
        "Peru was replaced by Benin, which was appointed by CSP10 to the Management Committee. "
        "Benin was then appointed at CSP11 for a full period, up to CSP13.",
        "Owing to illness, Benin, in replacement of Peru, was appointed by CSP10 as a member of "
        "the Management Committee. At CSP11, Benin was then appointed for a term ending at CSP13.",
    ],
)
def test_a_replacement_told_in_a_footnote(tmp_path: Path, note: str) -> None:
    file = tmp_path / "report.txt"
    whole = REPORT.format(organisation=NOTHING, decision=ADOPTED)
    file.write_text(f"{whole}\n{'_' * 28}\n1 {note}\n", encoding="utf-8")
    found = {
        (t.holder, t.starts_at and t.starts_at.key, t.ends_at and t.ends_at.key, bool(t.replaces))
        for t in load(parse(read(file))).all(model.Tenure)
    }
    benin, peru = Ref("state", "BEN"), Ref("state", "PER")
    assert found == {
        (peru, None, "csp10", False),
        (benin, "csp10", "csp11", True),
        (benin, "csp11", "csp13", False),
    }


MORE = [
    (
        "Ambassador Kaarina LEHTO of Finland was elected President of the Fifteenth Conference of "
        "States Parties by consensus.",
        {("kaarina-lehto", "president of meeting/csp15", "state/FIN")},
    ),
    (
        "The Conference confirmed Mr. Ove VOSS, Acting Head of the ATT Secretariat, to serve as "
        "Secretary of the Conference.",
        {
            ("ove-voss", "head of body/secretariat", ""),
            ("ove-voss", "secretary of meeting/csp14", ""),
        },
    ),
    (
        "Upon nomination by the regional groups, Benin and Peru were appointed as members of the "
        "Management Committee for a term of two years, replacing Chad and the Republic of Korea.",
        {(key, "member of body/management-committee", "") for key in ("BEN", "PER", "TCD", "KOR")},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), MORE)
def test_elections_in_other_words(
    tmp_path: Path, text: str, wanted: set[tuple[str, str, str]]
) -> None:
    assert posts(told(tmp_path, decision=text)) == wanted


def test_the_president_of_the_meeting_that_reports(tmp_path: Path) -> None:
    text = "The Conference was opened by its President, Ambassador Thabo LIND of Ghana."
    assert posts(told(tmp_path, text)) == {
        ("thabo-lind", "president of meeting/csp14", "state/GHA")
    }


# --- documents ------------------------------------------------------------------------------

PAPER = "ATT/CSP14/2028/PRES/925/Conf.WP"
ENTITLED = [
    "considered the working paper entitled “Open Doors” submitted by the President of CSP14 "
    f"(contained in document {PAPER}).",
    "considered the working paper submitted by the President of CSP14 entitled “Open Doors” "
    f"(contained in document {PAPER}).",
    f"considered the paper “Open Doors”, prepared by the Secretariat and contained in {PAPER}.",
]


@pytest.mark.parametrize("text", ENTITLED)
def test_a_title_and_the_symbol_behind_it_are_one_document(tmp_path: Path, text: str) -> None:
    report = told(tmp_path, decision=f"The Conference {text}")
    (paper,) = [d for d in report.all(model.Document) if d.ref != report.document]
    assert (paper.symbol, paper.title and paper.title.value) == (PAPER, "Open Doors")
    (act,) = report.all(model.Act)
    assert act.acts_on == [paper.ref]


def test_a_symbol_behind_the_next_act_is_another_document(tmp_path: Path) -> None:
    report = told(
        tmp_path,
        decision="The Conference welcomed the paper entitled “Open Doors” and endorsed the report "
        f"of the Chair (contained in document {PAPER}).",
    )
    symbols = [[key.key for key in act.acts_on] for act in report.all(model.Act)]
    assert symbols[1] == [PAPER.replace("/", "-")]
    assert symbols[0] != symbols[1]


def test_a_revision_printed_in_two_ways_is_one_document(tmp_path: Path) -> None:
    final = "ATT/CSP14/2028/SEC/934/Conf.FinRep"
    report = told(
        tmp_path,
        decision=f"The Conference adopted its Final Report (contained in document {final}), which "
        f"was issued as document {final}/Rev.1. It was translated from {final}.Rev1.",
    )
    found = [d for d in report.all(model.Document) if d.symbol]
    assert [d.symbol for d in found] == [final, f"{final}/Rev.1"]
    assert found[1].printed == [f"{final}/Rev.1", f"{final}.Rev1"]
    assert findings(report, "symbol-variant") == [f"{final}.Rev1"]


# --- what an act relies on, and what it is about ---------------------------------------------


def test_an_act_relies_on_a_provision_behind_its_verb_and_refers_to_others(tmp_path: Path) -> None:
    decision = (
        "The Conference requested the Secretariat to publish, in accordance with Rule 9 of the"
        " Rules of Procedure, a guide to Article 7 of the Treaty, and encouraged States Parties"
        " to follow suit."
    )
    first, second, *_ = told(tmp_path, decision=decision + " " + ADOPTED).all(model.Act)
    assert [ref.key for ref in first.based_on] == ["att-rules-of-procedure-9"]
    assert [ref.key for ref in first.refers_to] == ["att-7"]
    assert (second.based_on, second.refers_to) == ([], [])


def test_an_act_without_a_term_has_the_topics_of_the_act_before_it(tmp_path: Path) -> None:
    decision = "The Conference welcomed the work on gender, and encouraged States to follow suit."
    acts = told(tmp_path, decision=decision + "\n\n4. " + ADOPTED).all(model.Act)
    assert [act.topics for act in acts] == [["gender"], ["gender"], ["report-adoption"]]


def test_the_secretariat_speaks_as_itself(tmp_path: Path) -> None:
    report = told(tmp_path, "The ATT Secretariat gave an overview of the status of participation.")
    assert [said.speaker for said in report.all(model.Intervention)] == [Ref("body", "secretariat")]
