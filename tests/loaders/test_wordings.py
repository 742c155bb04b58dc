"""Figures, provisions, notices and the original's language, in sentences of our own.

The report around each sentence is the shortest that is one.
"""

from pathlib import Path

import pytest

from att_graph import model
from att_graph.languages import language
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import read
from att_graph.text import fold

REPORT = {
    "en": """Arms Trade Treaty
Fourteenth Conference of States Parties
Geneva, 28 August – 1 September 2028

FINAL REPORT

I. Introduction

1. The Treaty entered into force on 24 December 2014.

II. Organization of the Conference

2. {}

III. Decisions and recommendations

3. The Conference adopted its Final Report.
""",
    "fr": """Traité sur le commerce des armes
Quatorzième Conférence des États Parties
Genève, 28 août – 1er septembre 2028

RAPPORT FINAL

I. Introduction

1. Le Traité est entré en vigueur le 24 décembre 2014.

II. Organisation de la Conférence

2. {}

III. Décisions et recommandations

3. La Conférence a adopté son rapport final.
""",
    "es": """Tratado sobre el Comercio de Armas
Decimocuarta Conferencia de los Estados Partes
Ginebra, 28 de agosto – 1 de septiembre de 2028

INFORME FINAL

I. Introducción

1. El Tratado entró en vigor el 24 de diciembre de 2014.

II. Organización de la Conferencia

2. {}

III. Decisiones y recomendaciones

3. La Conferencia aprobó su informe final.
""",
}


def told(tmp_path: Path, sentence: str, lang: str = "en") -> model.Report:
    file = tmp_path / "report.txt"
    file.write_text(REPORT[lang].format(sentence), encoding="utf-8")
    return load(parse(read(file, lang=lang)))


FIGURES = [
    ("So far, 61 projects in several regions have received VTF funding.", "projects-funded 61"),
    ("Since 2019, 17 implementation projects were funded.", "projects-funded 17"),
    ("Seven projects across the Pacific had since received support.", "projects-funded 7"),
    (
        "As of 3 May 2028, a further thirty-one (31) States had signed but not yet ratified it.",
        "signatories 31",
    ),
    (
        "Only 12 per cent of African States were party to it (another 9 per cent having signed).",
        "share-of-states-parties 12, share-of-signatories 9",
    ),
    ("At most 45% of States in Oceania had joined.", "share-of-states-parties 45"),
    ("The Conference heard of 61 projects.", ""),
]


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_figures(tmp_path: Path, text: str, wanted: str) -> None:
    found = told(tmp_path, text).all(model.Figure)
    assert ", ".join(f"{figure.measure} {figure.value}" for figure in found) == wanted


RULES, FORUM = "att-rules-of-procedure", "att-dief-terms-of-reference"
COMMITTEE = "att-management-committee-terms-of-reference"
PROVISIONS = [
    ("paragraphs 4 and 11 of the DIEF Terms of Reference", [f"{FORUM} 4", f"{FORUM} 11"]),
    ("paragraph 6 of the Terms of Reference of the Management Committee", [f"{COMMITTEE} 6"]),
    ("section 5 of the DIEF Terms of Reference", [f"{FORUM} 5"]),
    ("rule 3, paragraph 2, of the rules of procedure", [f"{RULES} 3.2"]),
    ("Rule 3, paragraph 2, of the Rules of Procedure", [f"{RULES} 3.2"]),
    ("paragraph 6 of its report", []),
]


@pytest.mark.parametrize(("cited", "wanted"), PROVISIONS)
def test_provisions(tmp_path: Path, cited: str, wanted: list[str]) -> None:
    report = told(tmp_path, f"Pursuant to {cited}, a meeting was held.")
    found = [f for f in report.all(model.Provision) if f.instrument]
    assert [f"{f.instrument.key} {f.number}" for f in found if f.instrument] == wanted


NOTICES = [
    (
        "en",
        "On 5 March 2024, one of these signatory States, Malaysia, informed the Depositary that it "
        "did not intend to become a party.",
    ),
    (
        "en",
        "One signatory – Malaysia – notified the Depositary on 5 March 2024 that it had no "
        "intention of becoming a party.",
    ),
    (
        "fr",
        "Le 5 mars 2024, l’un de ces États signataires, la Malaisie, a informé le dépositaire "
        "qu’elle n’avait pas l’intention de devenir partie au Traité.",
    ),
    (
        "es",
        "El 5 de marzo de 2024, uno de esos Estados signatarios, Malasia, notificó al depositario "
        "que no tenía intención de ser parte en el Tratado.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), NOTICES)
def test_a_notice_of_no_intent(tmp_path: Path, lang: str, text: str) -> None:
    found = list(told(tmp_path, text, lang).all(model.TreatyAction))
    notices = [a for a in found if a.sort == "notice-of-no-intent"]
    assert [(a.state and a.state.key, a.date) for a in notices] == [("MYS", "2024-03-05")]


ORIGINALS = [
    ("en", "Original: ENGLISH", "en"),
    ("en", "ORIGINAL: French", "fr"),
    ("fr", "Original : anglais", "en"),
    ("fr", "Langue originale : Français", "fr"),
    ("es", "Original: inglés", "en"),
    ("es", "Original: español", "es"),
    ("ar", "الأصل: بالإنكليزية", "en"),
    ("ar", "الأصل: عربي", "ar"),
    ("ru", "Язык оригинала: английский", "en"),
    ("ru", "Подлинный текст на русском", None),
    ("ru", "Оригинал: на французском языке", "fr"),
]


@pytest.mark.parametrize(("lang", "line", "original"), ORIGINALS)
def test_the_language_of_the_original(lang: str, line: str, original: str | None) -> None:
    tongue = language(lang)
    found = tongue.pattern("original").search(fold(line))
    assert (tongue.choose("language", found["what"]) if found else None) == original
