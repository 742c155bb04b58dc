"""A treaty's status table: which State signed, and which consented to be bound, how and when.

A blank is not known: no fact comes of it. Every fact quotes the cells that say it.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

from att_graph.errors import InputError
from att_graph.gazetteer import actors, concepts
from att_graph.gazetteer.actors import gazetteer
from att_graph.iris import digest, slug
from att_graph.languages import Language
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import dates, kinds
from att_graph.loaders.reading import Reading
from att_graph.model import Document, Ref, Report, TreatyAction, Words
from att_graph.standing import takes_effect
from att_graph.text import View

KIND = "treaty-status"
Row = dict[str, View]
_YEAR = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2}))?(?:-(?P<d>\d{2}))?(?!\d)")
_MARK = re.compile(r"(?<=[\d.)\s])\s*\(?(?P<mark>[A-Za-z]{1,2})\)?$")


def open_table(
    parsed: ParsedReport, kind: str | None = None, report_id: str | None = None
) -> Reading:
    """A layout that is a grid in, a Reading with an empty Report out.

    Raises InputError where the header is no status table's, and where no treaty can be made out.
    """
    source, language = parsed.source, parsed.language
    kinds.kind(kind or KIND)
    header = parsed.grid[0]
    told = set(_columns(header, language).values())
    known = told & {"signature", "consent", "withdrawal"} and told & {"iso3", "state"}
    if kind not in (None, KIND) or not known:
        raise InputError(
            f"{source.name}: is a table, but its header ({', '.join(c.plain() for c in header)}) "
            "names no column of States and one of signatures or consents: it is no status table."
        )
    treaty, stated = _treaty(parsed)
    name = actors.label(treaty, "en")
    title = f"Status of the {name.value if name else treaty.key.upper()}"
    key = report_id or source.id or f"{treaty.key}-status-{language.code}"
    # A table is of no meeting: what it tells is about the treaty itself.
    report = Report(
        source, slug(key) or digest(key), language.code, KIND, Words(title, "en"), treaty, treaty
    )
    reading = Reading(parsed, language, gazetteer(language.code, treaty), report, None, None)
    paper = Document(Ref("document", report.id), title=report.title, sort=reading.kind.paper)
    paper.labels = [report.title]
    for cell in header:
        paper.prove(cell.spans(), "documentType")
    report.document = report.add(paper).ref
    if not stated:
        reading.find(
            "treaty-not-named",
            header[0],
            0,
            len(header[0].norm),
            f"The table names no treaty; its dates are those of the {title.partition('the ')[2]}.",
            read_as=treaty.key,
            about=(treaty,),
        )
    return reading


def read(reading: Reading) -> None:
    """Add a TreatyAction for each thing that a row says a State did."""
    header, *rows = reading.parsed.grid
    columns = _columns(header, reading.language)
    marked = any(
        _marks(header[at], reading.language) for at, name in columns.items() if name == "consent"
    )
    for cells in rows:
        row: Row = {name: cells[at] for at, name in columns.items() if cells[at]}
        state = _state(reading, row, cells)
        if state:
            _row(reading, row, state, marked)


def _columns(header: list[View], language: Language) -> dict[int, str]:
    """What each column tells, by its place; the first of two that tell the same counts."""
    found: dict[int, str] = {}
    for at, cell in enumerate(header):
        name = language.choose("column", cell.norm)
        if name and name not in found.values():
            found[at] = name
    return found


def _marks(header: View, language: Language) -> bool:
    """Whether a column's name explains marks behind its dates: "Acceptance(A), Accession(a)"."""
    return bool(re.search(r"\([A-Za-z]{1,2}\)", header.norm))


def _treaty(parsed: ParsedReport) -> tuple[Ref, bool]:
    """The treaty of the table, and whether it is stated: by the caller, by the file's name.

    Else the one treaty in whose signature period every signature of the table lies. Raises
    InputError where none does, or more than one.
    """
    source, names = parsed.source, gazetteer(parsed.language.code, None)
    named = {
        ref
        for _, _, ref in names.search(
            re.sub(r"[_\W]+", " ", Path(source.name).stem).upper(), "treaty"
        )
    }
    if source.treaty:
        return actors.named_by_key("treaty", source.treaty), True
    if len(named) == 1:
        return named.pop(), True
    columns = _columns(parsed.grid[0], parsed.language)
    at = next((place for place, name in columns.items() if name == "signature"), None)
    cells = [row[at] for row in parsed.grid[1:] if at is not None and row[at]]
    signed = [
        bounds for cell in cells if (bounds := _when(cell.norm, parsed.language)[1:]) != ("", "")
    ]
    fitting = [
        treaty
        for treaty in actors.all_of("treaty")
        if (period := _open(treaty)) and all(period[0] <= b and a <= period[1] for a, b in signed)
    ]
    if not signed or len(fitting) != 1:
        raise InputError(f"{source.name}: does not say which treaty it is of; give --treaty.")
    return fitting[0], False


def _open(treaty: Ref | None) -> tuple[str, str] | None:
    """The first and the last day on which a treaty could be signed, where both are known."""
    opened = actors.value(treaty, "openedForSignature") if treaty else None
    force = actors.value(treaty, "entryIntoForce") if treaty else None
    if not (opened and force):
        return None
    return opened, (date.fromisoformat(force) - timedelta(days=1)).isoformat()


def _state(reading: Reading, row: Row, cells: list[View]) -> Ref | None:
    """The State of a row, by code and name; None with a finding where they do not say one."""
    code, name = row.get("iso3"), row.get("state")
    coded = actors.coded("iso3").get(code.norm.upper(), ()) if code else ()
    named = reading.names.find(name.norm, "state") if name else None
    found = {*coded, *([named] if named else [])}
    if len(found) == 1:
        return found.pop()
    cell = name or code or next((cell for cell in cells if cell), None)
    if cell:
        why = "The code and the name are two States'." if found else "No known State is so called."
        reading.find("unresolved-name", cell, 0, len(cell.norm), why, severity="error")
    return None


def _row(reading: Reading, row: Row, state: Ref, marked: bool) -> None:
    standing = row.get("standing")
    told = reading.language.choose("standing", standing.norm) if standing else None
    signature, consent, withdrawal = (row.get(n) for n in ("signature", "consent", "withdrawal"))
    if signature:
        _action(reading, row, state, "signature", signature)
    elif told == "signatory" and standing:
        _action(reading, row, state, "signature", None, standing)
    if consent:
        _action(reading, row, state, _consent(reading, row, consent, marked), consent)
    if withdrawal:
        _action(reading, row, state, "withdrawal", withdrawal)


def _consent(reading: Reading, row: Row, cell: View, marked: bool) -> str:
    """How a State consented: its own column says it, or a mark behind the date."""
    mark = _MARK.search(cell.norm)
    words = row["consent-kind"].norm if "consent-kind" in row else mark["mark"] if mark else ""
    if not words and marked:
        return "ratification"  # the plain date among marked ones
    return reading.language.choose("consent", words) or "unspecified-consent"


def _when(text: str, language: Language) -> tuple[str, str, str]:
    """A cell in; the day or year as known, and the first and last day it can mean, out."""
    day = language.pattern("date").search(text)
    found = dates.day(day, language) if day else None
    if found:
        return found, found, found
    plain = _YEAR.match(text)
    if plain is None:
        return "", "", ""
    if plain["d"]:
        exact = dates.iso(plain["y"], plain["m"], plain["d"]) or ""
        return exact, exact, exact
    first, last = (plain["m"], plain["m"]) if plain["m"] else ("01", "12")
    if not 1 <= int(first) <= int(last) <= 12:
        return "", "", ""
    end = monthrange(int(plain["y"]), int(last))[1]
    return plain["y"], f"{plain['y']}-{first}-01", f"{plain['y']}-{last}-{end}"


def _action(
    reading: Reading,
    row: Row,
    state: Ref,
    sort: str,
    cell: View | None,
    standing: View | None = None,
) -> None:
    """A fact of a filled cell, or of the standing alone, whose day lies in the signature period."""
    report = reading.report
    known, earliest, latest = (
        _when(cell.norm, reading.language) if cell else ("", *(_open(report.treaty) or ("", "")))
    )
    shown = cell or standing
    if not earliest or shown is None:
        if cell:
            why = "The cell holds no date that can be read."
            reading.find("broken-date", cell, 0, len(cell.norm), why, severity="warning")
        return
    fact = TreatyAction(_ref(reading, state, sort, shown, (earliest, latest)))
    fact.state, fact.treaty, fact.sort = state, report.treaty, sort
    fact.date, fact.earliest, fact.latest = known or None, earliest, latest
    _effect(fact)
    name, verb = actors.label(state, "en"), concepts.label("treaty-action", sort, "en")
    what = verb.value if verb else sort
    label = f"{what[0].upper()}{what[1:]} by {name.value if name else state.key}"
    told = actors.label(fact.ref, "en")
    fact.labels = [told or Words(label + (f", {known}" if known else ", day not known"), "en")]
    for column in ("iso3", "state"):
        if column in row:
            fact.prove(row[column].spans(), "state")
    proved = ("date", "earliest", "latest") if known else ("actionType",)
    fact.prove(shown.spans(), *proved, *(("actionType",) if "consent-kind" not in row else ()))
    if "consent-kind" in row and cell is row.get("consent"):
        fact.prove(row["consent-kind"].spans(), "actionType")
    report.add(fact)


def _effect(fact: TreatyAction) -> None:
    """From when a consent or withdrawal has effect, where the treaty's delay is known."""
    if fact.treaty and fact.earliest and fact.latest and fact.sort != "signature":
        terms = [
            actors.value(fact.treaty, term) for term in ("delayAfterDeposit", "entryIntoForce")
        ]
        fact.effective_earliest = takes_effect(fact.earliest, *terms)
        fact.effective_latest = takes_effect(fact.latest, *terms)


def _ref(reading: Reading, state: Ref, sort: str, cell: View, bounds: tuple[str, str]) -> Ref:
    """The action's own key; one apart, with a finding, where something else is known of it."""
    ref = Ref("treaty-action", f"{reading.report.meeting.key}-{state.key}-{sort}")
    told = (actors.value(ref, "earliest"), actors.value(ref, "latest"))
    if told in ((None, None), bounds):
        return ref
    # Not known as well, or known otherwise: both stand, each with its own words.
    narrower = str(told[0]) <= bounds[0] and bounds[1] <= str(told[1])
    apart = Ref("treaty-action", f"{ref.key}-{reading.report.id}")
    reading.find(
        "reports-differ",
        cell,
        0,
        len(cell.norm),
        f"Elsewhere the day lies between {told[0]} and {told[1]}.",
        severity="info" if narrower else "warning",
        about=(apart,),
    )
    return apart
