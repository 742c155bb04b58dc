"""Documents: every symbol met, the annex list, and documents known by their title alone."""

import re
from dataclasses import dataclass

from att_graph.gazetteer import actors
from att_graph.iris import digest, symbol_key
from att_graph.layout.structure import Row
from att_graph.loaders import masthead, naming, titles
from att_graph.loaders.reading import Mention, Place, Reading, extent
from att_graph.loaders.symbols import (
    SYMBOL,
    Known,
    Symbol,
    canonical,
    document_type,
    printed,
    take_apart,
    with_session,
)
from att_graph.model import Document, Passage, Ref, Words
from att_graph.text import Span, View

_NEAR = 200  # characters before a symbol in which its day of issue may be said


def read(reading: Reading) -> None:
    """Add a fact for each document, and note in each place which it names."""
    report = reading.report
    known = _printed(reading)
    for place in reading.places:
        for found in SYMBOL.finditer(place.text):
            ref = _symbol(reading, known, place.view, found)
            place.documents.append(Mention(found.start(), found.end(), ref))
            _annex_letter(reading, place, found.end(), ref)
            _distributed(reading, place, found.start(), ref)
    for line in reading.parsed.masthead:
        for found in SYMBOL.finditer(line.norm):
            _symbol(reading, known, line, found)
    own = _own(reading, known)
    report.document = own.ref
    for row in reading.parsed.rows:
        _row(reading, known, row, own.ref)
    for place in reading.places:
        titles.read(reading, place)
        place.documents.sort(key=lambda mention: mention.start)
    _relate(reading, known)


def _printed(reading: Reading) -> Known:
    """The symbols of the paragraphs, of the list of documents and of the masthead."""
    text = [place.text for place in reading.places]
    text += [cell.norm for row in reading.parsed.rows for cell in row.cells]
    head = [line.norm for line in reading.parsed.masthead]
    return printed(text, head, reading.parsed.source.symbol)


def _symbol(reading: Reading, known: Known, view: View, found: re.Match[str]) -> Ref:
    end = found.end()
    if found[0].endswith(".") and reading.language.pattern("sentence-end").match(
        view.norm, end - 1
    ):
        end -= 1  # the full stop of the sentence
    words = view.plain(found.start(), end)
    if view.broken(reading.parsed.source.text, found.start(), found.end()):
        words = re.sub(r"\s", "", words)  # a line or page ended there, not the symbol
    symbol = take_apart(canonical(found[0]))
    text = _meant(reading, known, symbol)
    if text != symbol.text:
        reading.find(
            "symbol-misprint",
            view,
            found.start(),
            found.end(),
            "The same serial number stands elsewhere in the report with another session.",
            read_as=text,
            severity="warning",
            about=(Ref("document", symbol_key(text)),),
        )
        symbol = take_apart(text)
    misread, text = text != canonical(found[0]), known.spelt(text)
    ref = Ref("document", symbol_key(text))
    if words != text and not misread:
        reading.find(
            "symbol-variant",
            view,
            found.start(),
            end,
            "The symbol is printed with white space or a full stop that is no part of it."
            if text == symbol.text
            else "The report writes this symbol in another way as well.",
            read_as=text,
            about=(ref,),
        )
    symbol = take_apart(text)
    fact = Document(ref, symbol=text, printed=[words], number=symbol.number)
    fact.labels = [Words(text, "en")]
    fact.sort = document_type(symbol, None, reading.language.code)
    fact.submitters = _submitters(reading, symbol, view, found)
    if fact.submitters:
        fact.rules = ["role-from-symbol"]
    by = ("submittedBy",) if fact.submitters else ()
    what = ("symbol", "printedSymbol", "documentType", *by)
    fact.prove(view.spans(found.start(), found.end()), *what)
    reading.report.add(fact)
    return ref


def _meant(reading: Reading, known: Known, symbol: Symbol) -> str:
    """A symbol in; the same, or the right one of a session that is cut short ("CSP1" for "CSP11").

    It is cut short where its serial number stands under the right session as well.
    """
    right = reading.ordinal
    if not (right and symbol.session and symbol.session < right):
        return symbol.text
    text = with_session(symbol, right)
    return text if take_apart(text).series in known.series.get(symbol.number, ()) else symbol.text


def _submitters(reading: Reading, symbol: Symbol, view: View, found: re.Match[str]) -> list[Ref]:
    """Who the symbol's code says submitted it: a State, a body, or an office."""
    code = symbol.code.split(".")[0]
    state = actors.coded("iso3").get(code)
    if state:
        return list(state)
    body = actors.body_coded(code, reading.report.treaty)
    return [body] if body else []


def _distributed(reading: Reading, place: Place, at: int, ref: Ref) -> None:
    """ "X was distributed on 3 May (SYMBOL)": the day of issue, and the title if there is none."""
    low = max(reading.language.after("sentence-end", place.text, at), at - _NEAR)
    found = reading.language.pattern("distributed").search(place.text[low:at])
    fact = titles.issued(reading, place, ref, found, low)
    if found is None or fact is None:
        return
    sort = document_type(None, found["title"], reading.language.code)
    if found["title"] and fact.title is None and sort == fact.sort:
        start, end = low + found.start("title"), low + found.end("title")
        fact.title = reading.words(place.view, start, end)
        fact.labels.append(fact.title)
        fact.prove(place.view.spans(start, end), "title")


def _annex_letter(reading: Reading, place: Place, at: int, parent: Ref) -> None:
    """ "(SYMBOL; annex A)": the annex is a document of its own."""
    found = reading.language.pattern("annex-letter").match(place.text, at)
    if not found:
        before = place.documents[-1].start if place.documents else 0
        found = reading.language.pattern("letter-annex").search(place.text[:before])
    if not found:
        return
    _lettered(reading, place, found, parent)


def _lettered(reading: Reading, place: Place, found: re.Match[str], parent: Ref) -> None:
    ref = Ref("document", f"{parent.key}-annex-{found['letter']}")
    fact = Document(ref, annex_of=parent, sort="annex")
    fact.title = reading.words(place.view, found.start("what"), found.end("what"))
    fact.labels = [Words(f"Annex {found['letter']} to {parent.key.replace('-', '/')}", "en")]
    spans = place.view.spans(found.start("what"), found.end("what"))
    fact.prove(spans, "annexOf", "title", "documentType")
    reading.report.add(fact)
    place.documents.append(Mention(found.start("what"), found.end("what"), ref))


def _own(reading: Reading, known: Known) -> Document:
    """The document that this report is: by its symbol, by the symbol it says it is issued under."""
    report = reading.report
    symbol = masthead.symbol_printed(reading)
    ref = None
    if symbol:
        ref = Ref("document", symbol_key(known.spelt(symbol)))
    elif reading.kind.of == "conference":
        for place in reading.places:
            for mention in place.documents:
                fact = report.facts[mention.ref]
                final = isinstance(fact, Document) and fact.sort == "final-report"
                if final and place.part == "decisions":
                    ref = mention.ref
    if ref is None:
        ref = Ref("document", f"{report.id}-{digest(report.title.value)}")
    own = Document(ref, title=report.title, issued=report.issued)
    own.submitted_to = report.meeting if report.body else None
    own.sort = reading.kind.paper
    own.symbol = symbol if reading.parsed.source.symbol else None  # stated, not printed
    own.labels = [report.title]
    to = ("submittedTo",) if report.body else ()
    own.prove(masthead.title_view(reading).spans(), "title", "documentType", *to)
    author = _author(reading)
    if author:
        own.submitters.append(author.ref)
        own.prove(author.spans, "submittedBy")
    for line in reading.parsed.masthead:
        if reading.language.pattern("date").fullmatch(line.norm):
            own.prove(line.spans(), "issued")
        elif not author:
            by = reading.language.pattern("submitted-by").match(line.norm)
            by = by or reading.language.pattern("issued-by").match(line.norm)
            if by:
                who = naming.resolve(reading, line, by.start("who"), by.end("who"))
                own.submitters += [who] if who else []
                own.prove(line.spans(), "submittedBy")
    kept = report.add(own)
    if kept.title is not report.title:
        kept.title = report.title
    for passage in reading.places:
        fact = report.facts[passage.ref]
        if isinstance(fact, Passage):
            fact.document = ref
    return kept


@dataclass
class Author:
    """Who submits the report, and where its title says so."""

    ref: Ref
    spans: tuple[Span, ...]


def _author(reading: Reading) -> Author | None:
    """ "Report submitted by the Co-Chairs of the Working Group …": the office the title names."""
    title = masthead.title_view(reading)
    found = reading.language.pattern("title-by").search(title.norm)
    body = reading.report.body
    if not found:
        return None
    who = naming.resolve(reading, title, *extent(found, "who"), body)
    return Author(who, title.spans(*extent(found, "who"))) if who else None


def _row(reading: Reading, known: Known, row: Row, listed: Ref) -> None:
    """A row of the annex list: symbol and title, or a title alone."""
    report, first = reading.report, row.cells[0]
    found = SYMBOL.match(first.norm)
    if found:
        ref = _symbol(reading, known, first, found)
        rest = row.cells[1] if len(row.cells) > 1 else first.cut(found.end())
    else:
        ref, rest = None, row.cells[-1]
    title, who = _submission(reading, rest, take_apart(_text(report.facts[ref])) if ref else None)
    words = title.plain()
    if ref is None:
        ref = Ref("document", f"{report.id}-{digest(words)}")
    fact = Document(ref, listed_in=listed, submitted_to=report.meeting)
    if words:
        fact.title = Words(words, reading.language.code)
        fact.labels = [fact.title]
        fact.prove(title.spans(), "title", "documentType")
    symbol = take_apart(_text(report.facts[ref])) if found else None
    kind = reading.language.pattern("clear-title").match(rest.norm)
    kind = kind or reading.language.pattern("submitted-kind").match(rest.norm)
    fact.sort = document_type(symbol, kind[0] if kind else title.norm, reading.language.code)
    spans = first.spans() + (rest.spans() if rest is not first else ())
    fact.prove(spans, "listedIn", "submittedTo", *(("submittedBy",) if who else ()))
    kept = report.add(fact)
    if who:
        kept.submitters, kept.rules = who, []
    if fact.sort and symbol and "Annex" in symbol.suffix:
        kept.sort = fact.sort


def _text(fact: object) -> str:
    symbol = getattr(fact, "symbol", None)
    return symbol if isinstance(symbol, str) else ""


def _submission(reading: Reading, cell: View, symbol: Symbol | None) -> tuple[View, list[Ref]]:
    """A title cell in; the title alone and who the cell says submitted it out."""
    pattern, text = reading.language.pattern, cell.norm
    chaired = _chaired(reading, text, symbol)
    suffix, prepared = pattern("submitted-suffix").search(text), pattern("prepared-by").match(text)
    if suffix and suffix.start() > 0:
        who = naming.several(reading, cell, suffix.start("who"), suffix.end("who"), chaired)
        if who or not (suffix["rest"] or prepared):
            alone = cell if suffix["rest"] else cell.cut(0, suffix.start())
            return _without_kind(reading, alone), who
    kind = pattern("submitted-kind").match(text)
    if kind:
        who = naming.several(reading, cell, *kind.span("who"), chaired)
        if who:
            return cell.cut(kind.start("title")), who
    prefix = pattern("submitted-prefix").match(text)
    if prefix:
        who = naming.several(reading, cell, prefix.start("who"), prefix.end("who"), chaired)
        if who:
            return _without_kind(reading, cell.cut(prefix.start("title"))), who
    held = pattern("chairs-paper").search(text)
    by = naming.resolve(reading, cell, *extent(held, "who"), chaired) if held else None
    if by:
        return cell, [by]
    if prepared:
        return cell, naming.several(reading, cell, prepared.start("who"), prepared.end("who"))
    colon = text.find(":")
    if colon > 0:
        by = naming.resolve(reading, cell, 0, colon)
        if by:
            return cell.cut(colon + 1), [by]
    return _without_kind(reading, cell), []


def _without_kind(reading: Reading, cell: View) -> View:
    """A title cell without the kind of document and the title marks around what follows it."""
    found = reading.language.pattern("clear-title").match(cell.norm)
    if not found:
        return cell
    title = cell.cut(found.end())
    for name in ("titled", "quoted"):
        whole = reading.language.pattern(name).fullmatch(title.norm)
        if whole:
            return title.cut(whole.start("title"), whole.end("title"))
    return title


def _chaired(reading: Reading, text: str, symbol: Symbol | None) -> Ref | None:
    """The institution whose chair "the Chair" is: the body named before, or the meeting itself."""
    for _, _, ref in reading.names.search(text, "body"):
        if ref != reading.conferences and reading.language.pattern("dash").search(text):
            return ref
    if symbol and symbol.body:
        body = actors.body_coded(symbol.body, reading.report.treaty)
        if body:
            return body
    return reading.report.meeting


def _relate(reading: Reading, known: Known) -> None:
    """Revisions and annexes to what they revise and belong to, by their symbols."""
    report = reading.report
    for document in report.all(Document):
        if not document.symbol:
            continue
        symbol = take_apart(document.symbol)
        revised = symbol.revised
        if "Annex" in symbol.suffix:
            whole = Ref("document", symbol_key(re.split(r"[/.]Annex", document.symbol)[0]))
            document.annex_of = whole if whole in report.facts else None
            document.prove(document.evidence[0].spans, "annexOf")
            document.sort = document.sort or "annex"
            parent_fact = report.facts.get(whole)
            if isinstance(parent_fact, Document) and not document.submitters:
                document.submitters = list(parent_fact.submitters)
                document.prove(document.evidence[0].spans, "submittedBy")
                document.rules.append("annex-from-symbol")
        if revised:
            original = Ref("document", symbol_key(revised))
            document.revision_of = original if original in report.facts else None
            if document.revision_of is None:
                _missing(reading, known, document, revised)
            else:
                document.prove(document.evidence[0].spans, "revisionOf")


def _missing(reading: Reading, known: Known, document: Document, original: str) -> None:
    """Say that the original is not named, where the revision is: listed, cited, in the masthead.

    A symbol that was stated and is printed nowhere is the report's own: its title stands for it.
    """
    views = [cell for row in reading.parsed.rows for cell in row.cells]
    views += [place.view for place in reading.places]
    listed, views = len(views), views + reading.parsed.masthead
    why = f"A revision is listed; the original {original} is nowhere in the report."
    own = f"The report is a revision; its original {original} is nowhere in it."
    for at, view in enumerate(views):
        for found in SYMBOL.finditer(view.norm):
            text = known.spelt(_meant(reading, known, take_apart(canonical(found[0]))))
            if symbol_key(text) == document.ref.key:
                said = why if at < listed else own
                _original(reading, document, view, found.span(), said)
                return
    title = masthead.title_view(reading)
    _original(reading, document, title, (0, len(title.norm)), own)


def _original(
    reading: Reading, document: Document, view: View, span: tuple[int, int], why: str
) -> None:
    reading.find("missing-original", view, *span, why, about=(document.ref,))
