"""Numerals, dates and conferences in the languages that came after Chinese and English."""

import pytest

from att_graph.languages import language
from att_graph.loaders import dates
from att_graph.parse import parse
from att_graph.source import Source
from att_graph.text import fold

NUMERALS = {
    "fr": [
        ("quatre-vingt-quatorze", 94),
        ("Quatrevingtonze", 91),
        ("soixante et onze", 71),
        ("cent quinze", 115),
        ("vingt et unième", 21),
        ("neuvième", 9),
        ("premières", 1),
        ("1er", 1),
        ("11e", 11),
    ],
    "es": [
        ("noventa y cuatro", 94),
        ("ciento trece", 113),
        ("veintiocho", 28),
        ("undécima", 11),
        ("Decimoprimera", 11),
        ("vigésima primera", 21),
        ("quinientos dos", 502),
        ("11.ª", 11),
    ],
    "ru": [
        ("девяносто шесть", 96),
        ("сто десять", 110),
        ("двадцати одного", 21),
        ("одиннадцатая", 11),
        ("седьмой", 7),
        ("двадцать первой", 21),
        ("трёх", 3),
        ("11-я", 11),
    ],
    "ar": [
        ("ثمان وسبعون", 78),
        ("مائة وإحدى عشرة", 111),
        ("واحدة", 1),
        ("الحادي عشر", 11),
        ("الثاني والعشرون", 22),
        ("الثلاث", 3),
        ("١١", 11),
    ],
}
SPELT = [(code, *row) for code, rows in NUMERALS.items() for row in rows]


def test_the_numerals_are_found() -> None:
    assert len(SPELT) == 32


@pytest.mark.parametrize(("code", "printed", "value"), SPELT)
def test_numerals(code: str, printed: str, value: int) -> None:
    assert language(code).number(fold(printed)) == value


@pytest.mark.parametrize("code", NUMERALS)
@pytest.mark.parametrize("printed", ["", "xyz", "Genf"])
def test_what_is_no_numeral(code: str, printed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        language(code).number(printed)


RANGES = [
    ("fr", "du 25 au 29 août 2025", "2025-08-25", "2025-08-29"),
    ("fr", "25 – 29 août 2025", "2025-08-25", "2025-08-29"),
    ("fr", "2529 août 2025", "2025-08-25", "2025-08-29"),  # a dash lost
    ("fr", "du 30 août au 3 septembre 2021", "2021-08-30", "2021-09-03"),
    ("fr", "les 22 et 23 mai 2024", "2024-05-22", "2024-05-23"),
    ("fr", "le 1er septembre 2024", "2024-09-01", "2024-09-01"),
    ("es", "del 25 al 29 de agosto de 2025", "2025-08-25", "2025-08-29"),
    ("es", "21 a 25 de agosto de 2023", "2023-08-21", "2023-08-25"),
    ("es", "del 30 de agosto al 3 de septiembre de 2021", "2021-08-30", "2021-09-03"),
    ("ru", "с 25 по 29 августа 2025 года", "2025-08-25", "2025-08-29"),
    ("ru", "30 августа – 3 сентября 2021 года", "2021-08-30", "2021-09-03"),
    ("ar", "من 25 إلى 29 آب/أغسطس 2025", "2025-08-25", "2025-08-29"),
    ("ar", "٢٢-٢٦ آب/أغسطس ٢٠٢٢", "2022-08-22", "2022-08-26"),
    ("ar", "من 30 آب/أغسطس إلى 3 أيلول/سبتمبر 2021", "2021-08-30", "2021-09-03"),
    ("ar", "24 كانون الأول/ديسمبر 2014", "2014-12-24", "2014-12-24"),
]


@pytest.mark.parametrize(("code", "printed", "start", "end"), RANGES)
def test_dates(code: str, printed: str, start: str, end: str) -> None:
    tongue = language(code)
    found = tongue.pattern("range").search(fold(printed))
    assert found
    assert dates.days(found, tongue) == (start, end)


CONFERENCES = [
    ("fr", "la onzième Conférence des États Parties au Traité", [11]),
    ("fr", "les première, deuxième et troisième Conférences des États parties", [1, 2, 3]),
    ("fr", "CSP11, puis CEP12", [11]),
    ("es", "la Undécima Conferencia de los Estados Partes", [11]),
    ("es", "la Primera, la Segunda y la Tercera Conferencias de los Estados Partes", [1, 2, 3]),
    ("ru", "одиннадцатой Конференции государств – участников", [11]),
    ("ru", "первая, вторая и третья Конференции государств-участников", [1, 2, 3]),
    ("ru", "КГУ11", [11]),
    ("ar", "للمؤتمر الحادي عشر للدول الأطراف", [11]),
    ("ar", "المؤتمرات الأول والثاني والثالث للدول الأطراف", [1, 2, 3]),
]


@pytest.mark.parametrize(("code", "printed", "ordinals"), CONFERENCES)
def test_conferences(code: str, printed: str, ordinals: list[int]) -> None:
    tongue = language(code)
    found = tongue.pattern("conferences").search(fold(printed))
    assert found
    numbers = [tongue.number(each["n"]) for each in tongue.pattern("ordinal").finditer(found[0])]
    assert numbers == ordinals


CAPACITIES = [
    ("fr", "Vingt-trois (23) États signataires ont participé", "signatory"),
    ("fr", "Six (6) États ont participé en qualité d’observateurs", "observer-state"),
    ("fr", "Les organisations de la société civile suivantes", "civil-society"),
    ("es", "Noventa y un (91) Estados Partes participaron", "state-party"),
    ("es", "Las cinco (5) organizaciones siguientes", "observer-organisation"),
    ("ru", "приняли участие пятнадцать (15) подписавших государств", "signatory"),
    ("ru", "приняли участие девяносто шесть (96) государств-участников", "state-party"),
    ("ar", "وشاركت عشر (10) دول موقعة في أعمال المؤتمر", "signatory"),
    ("ar", "شاركت ثمان وسبعون (78) دولة طرفا", "state-party"),
]


@pytest.mark.parametrize(("code", "head", "capacity"), CAPACITIES)
def test_capacities(code: str, head: str, capacity: str) -> None:
    assert language(code).choose("capacity", head) == capacity


@pytest.mark.parametrize("number", ["{}. ", "{}- ", "{} - "])
def test_how_arabic_numbers_its_paragraphs(number: str) -> None:
    digits = str.maketrans("123", "١٢٣")
    lines = [number.format(str(n).translate(digits)) + "شاركت الدول الأطراف." for n in (1, 2, 3)]
    text = "التقرير النهائي\n\n" + "\n\n".join(lines) + "\n"
    source = Source("report.txt", text, "0" * 64)
    assert [each.number for each in parse(source).paragraphs] == ["1", "2", "3"]
