"""The reviewed tables of `data/reference` in; `states.ttl` and `treaty-actions.ttl` out.

    python scripts/authority.py             write the two files of data/authority
    python scripts/authority.py --check     compare them with the committed ones, write nothing
    python scripts/authority.py --refresh   read the libraries again into the two library tables
    … --refresh --country-coder DIR         and the Wikidata ids out of that unpacked npm package

Writing and checking need the standard library alone, so that a newer library cannot change a
committed name unseen. Only `--refresh` needs babel, pycountry and hdx-python-country; its
outcome is two CSV files, whose difference is reviewed like any other.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from att_graph.standing import takes_effect
from att_graph.vocab import BASE, PREFIXES

DATA = Path(__file__).resolve().parent.parent / "data"
REFERENCE = DATA / "reference"
AUTHORITY = DATA / "authority"

LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
NON_MEMBERS = {"COK", "NIU", "PSE", "VAT"}

STATUS_TABLE = "att-status-2025-08.csv"
SOURCE_OF_ACTIONS = (
    f"data/reference/{STATUS_TABLE}: "
    "compiled from the UN Treaty Collection and public extracts of it"
)
OPENED, CLOSED = "2013-06-03", "2014-12-23"
"""Article 21(1): open for signature from 3 June 2013 until entry into force, 24 December 2014."""

DELAY, IN_FORCE = "P90D", "2014-12-24"
"""Article 22: in force on 24 December 2014, and for a later party ninety days after its deposit."""

VERBS = {
    "signature": "Signature",
    "ratification": "Ratification",
    "acceptance": "Acceptance",
    "approval": "Approval",
    "accession": "Accession",
    "unspecified-consent": "Consent to be bound (kind not stated)",
}


class Name(NamedTuple):
    """One name of one State: `kind` is short, official, alias or reject."""

    iso3: str
    lang: str
    kind: str
    name: str


# --- tables ---------------------------------------------------------------------------------


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a table of data/reference, as dictionaries of strings."""
    with (REFERENCE / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write_table(file: str, header: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> None:
    """Write a table of data/reference with sorted rows and LF line ends."""
    path = REFERENCE / file
    with path.with_suffix(".tmp").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(lines))
    path.with_suffix(".tmp").replace(path)


# --- Turtle ---------------------------------------------------------------------------------


def iri(path: str) -> str:
    """An IRI below the base, as the relative reference that `@base` completes."""
    return f"<{path}>"


def text(value: str, lang: str = "") -> str:
    """A string literal, with its language tag when there is one."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{lang}' if lang else f'"{escaped}"'


def typed(value: str, datatype: str) -> str:
    return f'"{value}"^^xsd:{datatype}'


Statement = tuple[str, list[str]]


def block(subject: str, statements: Iterable[Statement]) -> str:
    """One subject, its statements in the order given; several objects are sorted, one a line."""
    lines = []
    for predicate, objects in statements:
        unique = sorted(set(objects))
        if predicate == "a" or len(unique) == 1:
            lines.append(f"    {predicate} " + " , ".join(unique))
        elif unique:
            lines.append(f"    {predicate}\n        " + " ,\n        ".join(unique))
    return f"{subject}\n" + " ;\n".join(lines) + " .\n"


def document(comment: str, prefixes: Iterable[str], blocks: Iterable[str]) -> str:
    """A whole Turtle file: what it is, base, prefixes, blocks."""
    head = [f"# {line}" for line in comment.splitlines()]
    head += ["# Made by scripts/authority.py; edit the tables of data/reference instead.", ""]
    head += [f"@base <{BASE}> ."]
    head += [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(prefixes)]
    return "\n".join(head) + "\n\n" + "\n".join(blocks)


# --- States ---------------------------------------------------------------------------------


def all_names() -> Iterator[Name]:
    """Every name on file: the libraries' first, then the reviewed ones, which overrule them."""
    for row in rows("library-names.csv") + rows("state-names.csv"):
        yield Name(row["iso3"], row["lang"], row["kind"], row["name"])


def printed_forms(name: str) -> set[str]:
    """A name with straight and with curved apostrophes: reports print both."""
    return {name, name.replace("’", "'"), name.replace("'", "’")}


def names_of(names: Iterable[Name]) -> tuple[str, str, list[str]]:
    """The short name, the official name and every other form, of one State in one language."""
    kinds: dict[str, list[str]] = {"short": [], "official": [], "alias": [], "reject": []}
    where = ""
    for name in names:
        kinds[name.kind].append(name.name)
        where = f"{name.iso3} in {name.lang}"
    if not kinds["short"] or not kinds["official"]:
        raise SystemExit(f"authority.py: no short or official name of {where}")
    short, official = kinds["short"][-1], kinds["official"][-1]
    forms = {short, official, *kinds["short"], *kinds["alias"]}
    aliases = {form for name in forms for form in printed_forms(name)}
    return short, official, sorted(aliases - {short} - set(kinds["reject"]))


def states() -> str:
    """The text of states.ttl."""
    by_state: dict[tuple[str, str], list[Name]] = {}
    for name in all_names():
        by_state.setdefault((name.iso3, name.lang), []).append(name)
    groups = {row["iso3"]: row["group"] for row in rows("regional-groups.csv")}
    blocks = [state(row, by_state, groups[row["iso3"]]) for row in rows("state-codes.csv")]
    return document(
        "States: the members of the United Nations, and four others that come to treaty meetings.",
        ["rdfs", "skos", "tac"],
        blocks,
    )


def state(row: dict[str, str], names: dict[tuple[str, str], list[Name]], group: str) -> str:
    """The block of one State."""
    iso3 = row["iso3"]
    labels, officials, aliases = [], [], []
    for lang in LANGUAGES:
        short, official, others = names_of(names[iso3, lang])
        labels.append(text(short, lang))
        officials.append(text(official, lang))
        aliases += [text(other, lang) for other in others]
    for lang in sorted({lang for state, lang in names if state == iso3} - set(LANGUAGES)):
        aliases += [text(name.name, lang) for name in names[iso3, lang] if name.kind == "alias"]
    outside = [
        f"<http://publications.europa.eu/resource/authority/country/{iso3}>",
        f"<http://www.wikidata.org/entity/{row['wikidata']}>",
    ]
    return block(
        iri(f"id/state/{iso3}"),
        [
            ("a", ["tac:Actor", "tac:State"]),
            ("rdfs:label", labels),
            ("tac:officialName", officials),
            ("skos:altLabel", aliases),
            ("tac:iso2", [text(row["iso2"])]),
            ("tac:iso3", [text(iso3)]),
            ("tac:m49", [text(row["m49"])]),
            ("tac:region", [iri(f"concept/m49/{row['region']}")]),
            ("tac:subregion", [iri(f"concept/m49/{row['subregion']}")]),
            ("tac:regionalGroup", [iri(f"concept/regional-group/{group}")] if group else []),
            ("tac:unMember", ["true" if row["un_member"] == "yes" else "false"]),
            ("skos:exactMatch", outside),
        ],
    )


# --- treaty actions -------------------------------------------------------------------------


def day_range(given: str) -> tuple[str, str]:
    """The first and the last day that a date "2014-04-02" or a year "2014" can mean."""
    return (given, given) if len(given) == 10 else (f"{given}-01-01", f"{given}-12-31")


def actions_of(row: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The actions that a row tells of, as (type, date as given, earliest, latest).

    A blank signature of a party means that it is not known whether it signed: no action. A
    signatory did sign, on a day that a blank leaves open.
    """
    if row["signature"]:
        yield ("signature", row["signature"], *day_range(row["signature"]))
    elif row["standing"] == "signatory":
        yield ("signature", "", OPENED, CLOSED)
    if row["deposit"]:
        kind = row["deposit_action"]
        kind = "unspecified-consent" if kind == "unknown" else kind
        yield (kind, row["deposit"], *day_range(row["deposit"]))


def treaty_actions() -> str:
    """The text of treaty-actions.ttl."""
    table = sorted(rows(STATUS_TABLE), key=lambda row: row["iso3"])
    blocks = [treaty_action(row, *action) for row in table for action in actions_of(row)]
    return document(
        "What States did about the Arms Trade Treaty: signatures and deposited consents.\n"
        "A blank in the source table means not known. A signature without a day lies between the\n"
        "opening for signature and the eve of the entry into force (Article 21(1)).\n"
        "From when a consent has effect is calculated from the day of its deposit (Article 22).",
        ["dcterms", "rdfs", "tac", "xsd"],
        blocks,
    )


def effect(kind: str, day: str) -> list[str]:
    """From when a deposit made on a day has effect; a signature waits for no delay."""
    found = None if kind == "signature" else takes_effect(day, DELAY, IN_FORCE)
    return [typed(found, "date")] if found else []


def treaty_action(row: dict[str, str], kind: str, date: str, earliest: str, latest: str) -> str:
    """The block of one treaty action."""
    when = [typed(date, "date" if len(date) == 10 else "gYear")] if date else []
    label = f"{VERBS[kind]} by {row['name']}" + (f", {date}" if date else ", day not known")
    return block(
        iri(f"id/treaty-action/att-{row['iso3']}-{kind}"),
        [
            ("a", ["tac:TreatyAction"]),
            ("rdfs:label", [text(label, "en")]),
            ("tac:state", [iri(f"id/state/{row['iso3']}")]),
            ("tac:treaty", [iri("id/treaty/att")]),
            ("tac:actionType", [iri(f"concept/treaty-action/{kind}")]),
            ("tac:date", when),
            ("tac:earliest", [typed(earliest, "date")]),
            ("tac:latest", [typed(latest, "date")]),
            ("tac:effectiveEarliest", effect(kind, earliest)),
            ("tac:effectiveLatest", effect(kind, latest)),
            ("dcterms:source", [text(SOURCE_OF_ACTIONS, "en")]),
        ],
    )


# --- the libraries --------------------------------------------------------------------------


def refresh(country_coder: Path | None) -> None:
    """Read names and codes out of the libraries into library-names.csv and state-codes.csv.

    CLDR by babel, ISO 3166-1 with the iso-codes translations by pycountry, and the country table
    that hdx-python-country carries (UNTERM short and formal names, M49 codes and names).
    """
    import hdx.location  # type: ignore[import-untyped]

    folder = Path(hdx.location.__path__[0])
    (table,) = folder.glob("*.csv")
    with table.open(encoding="utf-8-sig", newline="") as handle:
        records = [row for row in csv.DictReader(handle) if is_state(row)]
    known = {row["iso3"]: row["wikidata"] for row in rows_if_any("state-codes.csv")}
    wikidata = known if country_coder is None else wikidata_ids(country_coder)
    write_table(
        "state-codes.csv",
        ("iso3", "iso2", "m49", "region", "subregion", "un_member", "wikidata"),
        [codes(row, wikidata) for row in records],
    )
    write_table(
        "library-names.csv",
        ("iso3", "lang", "kind", "name", "source"),
        {name for row in records for name in library_names(row)},
    )


def rows_if_any(file: str) -> list[dict[str, str]]:
    return rows(file) if (REFERENCE / file).exists() else []


def is_state(row: dict[str, str]) -> bool:
    """Whether a row of the country table is a UN member, or one of the four others."""
    iso3 = row["ISO 3166-1 Alpha 3-Codes"]
    return row["Deprecated"] != "Y" and (row["Appears in DGACM list"] == "Y" or iso3 in NON_MEMBERS)


def codes(row: dict[str, str], wikidata: dict[str, str]) -> tuple[str, ...]:
    """The line of state-codes.csv of one row of the country table."""
    iso3 = row["ISO 3166-1 Alpha 3-Codes"]
    return (
        iso3,
        row["ISO 3166-1 Alpha 2-Codes"],
        row["m49 numerical code"].zfill(3),
        row["Region Code"].zfill(3),
        row["Sub-region Code"].zfill(3),
        "no" if iso3 in NON_MEMBERS else "yes",
        wikidata[iso3],
    )


WIKIDATA_OVERRIDES = {"DNK": "Q35", "NLD": "Q55", "VAT": "Q159583"}
"""The entity that carries the ISO code, not the wider realm; the Holy See, not the Vatican City."""


def wikidata_ids(package: Path) -> dict[str, str]:
    """ISO alpha-3 → Wikidata id, from an unpacked `@rapideditor/country-coder`."""
    borders = json.loads((package / "src/data/borders.json").read_text(encoding="utf-8"))
    found = [feature["properties"] for feature in borders["features"]]
    ids = {item["iso1A3"]: item["wikidata"] for item in found if "iso1A3" in item}
    return ids | WIKIDATA_OVERRIDES


def library_names(row: dict[str, str]) -> Iterator[tuple[str, str, str, str, str]]:
    """The lines of library-names.csv of one row of the country table."""
    from babel import Locale

    iso3, iso2 = row["ISO 3166-1 Alpha 3-Codes"], row["ISO 3166-1 Alpha 2-Codes"]
    for lang, language in LANGUAGES.items():
        yield iso3, lang, "short", row[f"{language} Short"], "UNTERM"
        if other := row[f"M49 {language}"]:
            yield iso3, lang, "alias", other, "M49"
        yield iso3, lang, "alias", Locale(lang).territories[iso2], "CLDR"
        yield from official_name(row, lang)
    for column in ("ISO Alt Term", "DGACM Alt Term", "HPC Tools Alt Term", "RW Short Name"):
        if row[column]:
            yield iso3, "en", "alias", row[column], "OCHA"


def official_name(row: dict[str, str], lang: str) -> Iterator[tuple[str, str, str, str, str]]:
    """The formal name: UNTERM's in English, the iso-codes translation of it elsewhere.

    Where UNTERM's formal name is the short one, it is so in every language.
    """
    iso3, short = row["ISO 3166-1 Alpha 3-Codes"], row[f"{LANGUAGES[lang]} Short"]
    formal = row["English Formal"]
    bare = formal.removeprefix("the ")
    if bare == row["English Short"]:
        yield iso3, lang, "official", short, "UNTERM"
    elif lang == "en":
        yield iso3, lang, "official", bare, "UNTERM"
    elif translated := iso_codes_name(iso3, lang):
        yield iso3, lang, "official", translated, "iso-codes"
    if lang == "en" and formal != bare:
        yield iso3, lang, "alias", formal, "UNTERM"


def iso_codes_name(iso3: str, lang: str) -> str:
    """The translated official name of ISO 3166-1, written as the UN writes; "" if there is none."""
    import gettext

    import pycountry

    country = pycountry.countries.get(alpha_3=iso3)
    official = getattr(country, "official_name", "")
    locale = {"zh": "zh_CN"}.get(lang, lang)
    name = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [locale]).gettext(official)
    if not official or name == official:
        return ""
    name = unicodedata.normalize("NFC", name)
    if lang == "ar":  # without vowel signs, and with the conjunction joined to its word
        return "".join(sign for sign in name if not unicodedata.combining(sign)).replace(
            " و ", " و"
        )
    if lang == "ru":  # without stress marks, and without ё
        return name.replace("\u0301", "").replace("ё", "е")
    return name


# --- command --------------------------------------------------------------------------------

FILES = {"states.ttl": states, "treaty-actions.ttl": treaty_actions}


def write(path: Path, content: str) -> None:
    """Write by a temporary file and a rename: a reader never sees half a file."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
        out.write(content)
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code is 1 when `--check` finds a difference."""
    parser = argparse.ArgumentParser(description="Make the authority files from the tables.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--refresh", action="store_true", help="read the libraries again")
    parser.add_argument("--country-coder", type=Path, metavar="DIR", help="unpacked npm package")
    options = parser.parse_args(arguments)
    if options.refresh:
        refresh(options.country_coder)
    differing = []
    for file, make in FILES.items():
        path, content = AUTHORITY / file, make()
        if not options.check:
            write(path, content)
        elif not path.exists() or path.read_bytes() != content.encode():
            differing.append(file)
    for file in differing:
        print(
            f"data/authority/{file} is not what the tables give: run scripts/authority.py",
            file=sys.stderr,
        )
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
