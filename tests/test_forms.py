"""One text as text, Markdown, HTML, Word and PDF: one graph; and what cannot be read at all."""

import io
import json
import os
import random
import re
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from conftest import FINAL, GROUP
from making import Look, Part, as_docx, as_html, as_markdown, as_pdf, as_text, parts_of
from rdflib import Graph, URIRef
from reportlab.pdfgen.canvas import Canvas

from att_graph import forms, paths, vocab
from att_graph.build import report_of
from att_graph.errors import InputError
from att_graph.forms.glyphs import logical, ordinary, paired
from att_graph.forms.joints import Joints
from att_graph.forms.markdown import rendered
from att_graph.forms.numerals import printed
from att_graph.graph import to_graph
from att_graph.source import read

ROOT = Path(__file__).parents[1]
ENGLISH = Path(__file__).parent / "forms" / "english.txt"  # an invented conference
CHINESE = (FINAL, GROUP)
LOOKS = {
    "plain": Look(),
    "justified": Look(
        justified=True, header="武器贸易条约 — Report", footer="第 {n} 页，共 {all} 页"
    ),
    "hanging, framed": Look(hanging=26, ruled=True, header="ATT · CSP", footer="{n}"),
    "indented, tight": Look(indent=22, space=0, footer="- {n} -"),
    "narrow": Look(size=12.5, width=330, footer="{n}/{all}"),
    "hyphenated": Look(hyphens=True, justified=True, width=360, header="Report", footer="Page {n}"),
}
FORMS: dict[str, tuple[str, Callable[[list[Part]], bytes]]] = {
    "markdown": ("md", as_markdown),
    "html": ("html", as_html),
    "html, lists": ("html", lambda parts: as_html(parts, lists=True)),
    "docx": ("docx", as_docx),
    "docx, lists": ("docx", lambda parts: as_docx(parts, lists=True)),
    **{
        f"pdf, {name}": ("pdf", lambda parts, look=look: as_pdf(parts, look))  # type: ignore[misc]
        for name, look in LOOKS.items()
    },
}
# Where a text stands and what it was taken from: all that may differ.
_PLACES = {"start", "end", "text", "quotedText", "page", "characters", "sha256"}
_PLACES |= {"originalSha256", "fileForm"}
_PLACES |= {"pageCount", "evidence"}


def composition(name: str) -> list[Part]:
    """A stored report or the English one, as parts."""
    if name == "english":
        return parts_of(ENGLISH.read_text(encoding="utf-8"))
    return parts_of((paths.SOURCES / name / "text.txt").read_bytes().decode())


def facts(file: Path) -> set[tuple[str, str, str]]:
    """The triples of a report's file, without quotations and places."""
    graph = to_graph(report_of(read(file, report_id="report"), report_id="report"))
    return {
        (str(s), str(p), str(o))
        for s, p, o in graph
        if str(p).removeprefix(vocab.ONTOLOGY) not in _PLACES and "/id/quotation/" not in str(s)
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], set[tuple[str, str, str]]]:
    """The facts of a composition's plain text."""
    held: dict[str, set[tuple[str, str, str]]] = {}

    def run(name: str) -> set[tuple[str, str, str]]:
        if name not in held:
            file = tmp_path_factory.mktemp("plain") / "report.txt"
            file.write_bytes(as_text(composition(name)))
            held[name] = facts(file)
        return held[name]

    return run


def test_the_forms_are_found() -> None:
    assert len(FORMS) == 11
    assert {ending for ending, _ in FORMS.values()} == {"md", "html", "docx", "pdf"}


@pytest.mark.parametrize("name", CHINESE)
def test_the_plain_text_says_what_the_stored_report_says(
    name: str, plain: Callable[[str], set[tuple[str, str, str]]]
) -> None:
    assert facts(paths.SOURCES / name / "text.txt") == plain(name)
    assert len(plain(name)) > 600


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [*CHINESE, "english"])
def test_every_form_of_a_text_gives_one_graph(
    name: str,
    form: str,
    plain: Callable[[str], set[tuple[str, str, str]]],
    tmp_path: Path,
) -> None:
    ending, make = FORMS[form]
    file = tmp_path / f"report.{ending}"
    file.write_bytes(make(composition(name)))
    assert facts(file) == plain(name)
    assert len(plain(name)) > 150


@pytest.mark.parametrize("name", [*CHINESE, "english"])
def test_evidence_cites_the_page(name: str, tmp_path: Path) -> None:
    """The page of each quotation is the one on which a reader of the file finds its first words."""
    parts = composition(name)
    file = tmp_path / "report.pdf"
    file.write_bytes(as_pdf(parts, LOOKS["justified"]))
    source = read(file, report_id="report")
    graph = to_graph(report_of(source, report_id="report"))
    shown = [re.sub(r"\s+", "", page) for page in drawn(file.read_bytes())]
    assert source.pages == len(shown) == source.text.count("\f") + 1
    seen = set()
    for quotation, page in graph.subject_objects(URIRef(vocab.ONTOLOGY + "page")):
        start = int(str(graph.value(quotation, URIRef(vocab.ONTOLOGY + "start"))))
        end = int(str(graph.value(quotation, URIRef(vocab.ONTOLOGY + "end"))))
        words = re.sub(r"\[\^.\]|\s", "", source.text[start:end].partition("\f")[0])[:4]
        assert words in shown[int(str(page)) - 1], (source.text[start:end], page)
        assert source.page(start) == int(str(page))
        seen.add(int(str(page)))
    assert seen >= set(range(1, len(shown)))


def drawn(data: bytes) -> list[str]:
    """What another reader of PDF sees on each page, in the order of drawing."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def test_headers_footers_and_numbers_are_gone() -> None:
    look = Look(header="Report of a Conference", footer="Page {n} of {all}")
    text = forms.extract("report.pdf", as_pdf(composition(FINAL), look)).text
    assert text.count("\f") > 5
    assert "Report of a Conference" not in text
    assert "Page" not in text


def test_a_header_that_alone_prints_the_symbol_stays_once() -> None:
    look = Look(header="ATT/CSP88/2099/SEC/1/Conf.Rep")
    text = forms.extract("report.pdf", as_pdf(composition(FINAL), look)).text
    assert text.count("ATT/CSP88/2099/SEC/1/Conf.Rep") == 1
    assert text.startswith("ATT/CSP88")


def test_a_symbol_that_a_cell_splits_is_one_word() -> None:
    for look in LOOKS.values():
        text = forms.extract("report.pdf", as_pdf(composition("english"), look)).text
        assert "ATT/CSP19/2033/SEC/902/Conf.Agenda\tProvisional agenda of the Nineteenth" in text


def test_a_paragraph_goes_on_over_a_page() -> None:
    text = forms.extract("report.pdf", as_pdf(composition(FINAL))).text
    inside = [found for found in re.finditer("\f", text) if "\n" not in text[found.start() - 1]]
    assert inside


# ---- Other programs' files: numbering, changes, boxes


def word(build: Callable[["docx.document.Document"], None]) -> str:
    document = docx.Document()
    build(document)
    held = io.BytesIO()
    document.save(held)
    return forms.extract("report.docx", held.getvalue()).text


def test_a_style_may_number_a_paragraph() -> None:
    def build(document: "docx.document.Document") -> None:
        for text in ("The first.", "The second."):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("A point", style="List Bullet")

    assert word(build) == "1. The first.\n\n2. The second.\n\n- A point\n"


def test_what_was_deleted_is_not_read_and_what_was_put_in_is() -> None:
    def build(document: "docx.document.Document") -> None:
        paragraph = document.add_paragraph("The Conference ")
        for tag, words in (("w:del", "rejected"), ("w:ins", "adopted")):
            change = docx.oxml.OxmlElement(tag)
            run = paragraph.add_run(words)._r
            change.append(run)
            paragraph._p.append(change)

    assert word(build) == "The Conference adopted\n"


def test_a_code_of_a_field_is_not_read() -> None:
    def build(document: "docx.document.Document") -> None:
        paragraph = document.add_paragraph("See page ")
        for kind, words in (("begin", ""), ("", "PAGEREF x"), ("separate", ""), ("", "7")):
            run = paragraph.add_run("" if kind else "" if words.startswith("PAGE") else words)._r
            if kind:
                mark = docx.oxml.OxmlElement("w:fldChar")
                mark.set(docx.oxml.ns.qn("w:fldCharType"), kind)
                run.append(mark)
            elif words.startswith("PAGE"):
                code = docx.oxml.OxmlElement("w:instrText")
                code.text = words
                run.append(code)

    assert word(build) == "See page 7\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1. one\n1. two\n1. three\n", "1. one\n2. two\n3. three\n"),
        ("3. one\n5. two\n", "3. one\n5. two\n"),  # numbers as they stand
        ("2\\. no list\n", "2. no list\n"),
        ("Title\n=====\n\ntext\n", "## Title\n\ntext\n"),
        ("| a | b |\n|---|---|\n| c \\| d | e |\n", "\na\tb\n\nc | d\te\n"),
        ("x[^1]\n\ny\n\n[^1]: note\n    goes on\n", "x[^1]\n\n[^1]: note goes on\n\ny\n"),
        ("[words][1]\n\n[1]: https://example.org\n", "words\n"),
        ("a &ndash; b &amp; c\n", "a – b &amp; c\n"),
        ("---\ntitle: x\n---\ntext\n", "text\n"),
        ("* (a) item\n", "- (a) item\n"),
    ],
)
def test_markdown(source: str, text: str) -> None:
    assert rendered(source) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a&nbsp;b<br>c</p>", "a b\nc\n"),
        ("<ol type='a'><li>x</li><li value=4>y</li></ol>", "a. x\n\nd. y\n"),
        ("<ol><li>(a) x</li></ol>", "(a) x\n"),  # it prints its own mark
        ("<ol style='list-style-type: upper-roman'><li>x</li></ol>", "I. x\n"),
        ("<ul><li>x</li></ul>", "- x\n"),
        ("<p>the 11<sup>th</sup> session<sup>2</sup></p>", "the 11th session[^2]\n"),
        ("<p style='display:none'>no</p><p>yes</p>", "yes\n"),
        ("<script>no</script><style>no</style><p>yes</p>", "yes\n"),
        ("<table><tr><td>a<td>b<br>c<tr><td colspan=2>d</table>", "a\tb c\n\nd\n"),
        (
            "<p><![if !supportLists]><span>1.<span>&nbsp;&nbsp; </span></span><![endif]>x</p>",
            "1. x\n",
        ),
        (
            "<p>x<a href='#_ftn1' name='_ftnref1'>[1]</a></p><p>y</p>"
            "<div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> z</p></div>",
            "x[^1]\n\n[^1]: z\n\ny\n",
        ),
    ],
)
def test_html(body: str, text: str) -> None:
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    assert forms.extract("page.html", page.encode()).text == text


@pytest.mark.parametrize("charset", ["gb18030", "gb2312", "utf-8", "utf-16"])
def test_html_in_the_encoding_it_declares(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>会议通过了议程。</p></body></html>"
    assert forms.extract("page.html", page.encode(charset)).text == "会议通过了议程。\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8"])
def test_text_with_a_byte_order_mark(encoding: str) -> None:
    data = "会议".encode(encoding) if encoding != "utf-8" else "会议".encode()
    assert forms.extract("report.txt", data).text == "会议"


# ---- Letters and joints


def test_letters_that_fonts_call_otherwise() -> None:
    assert [ordinary(x) for x in "⼈⽅⻅ﬁﬀﻻ"] == ["人", "方", "见", "fi", "ff", "لا"]
    assert ordinary("\u200b") == ""


def test_right_to_left_words_come_in_reading_order() -> None:
    shown = [*"ةلود", " ", "(", "9", "4", ")", " ", *"نوعستو", " ", *"ATT/CSP11", " ", *"يف"]
    read_ = "".join(shown[at] for at in logical(shown))
    assert paired(read_) == "في ATT/CSP11 وتسعون (94) دولة"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("the univer-", "salization of", "the universalization of"),  # it stands whole elsewhere
        ("in decision-", "making", "in decision-making"),
        ("from 26-", "30 August", "from 26-30 August"),
        ("ATT/CSP9/", "2023", "ATT/CSP9/2023"),
        ("States", "Parties", "States Parties"),
        ("缔约国", "会议", "缔约国会议"),
        ("第", "12 条", "第 12 条"),
    ],
)
def test_two_lines_of_a_paragraph(above: str, below: str, whole: str) -> None:
    joints = Joints(["universalization", "decision-making", "第 3 条和第 4 条"])
    assert joints.closed(joints.joined(above, below)) == whole


def test_numbers_as_lists_print_them() -> None:
    ways = ("decimal", "lowerLetter", "upperRoman", "chineseCounting")
    assert [printed(28, way) for way in ways] == ["28", "bb", "XXVIII", "二十八"]


# ---- What cannot be read


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return held.getvalue()


def blank_pdf(encrypted: bool = False) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, encrypt="secret" if encrypted else None)
    if encrypted:
        canvas.drawString(100, 700, "words")
    canvas.rect(100, 100, 200, 200)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def bomb_pdf() -> bytes:
    """A stream of 500 MB of blanks."""
    pack = zlib.compressobj(9)
    pad = b"".join(pack.compress(b" " * 1_000_000) for _ in range(500)) + pack.flush()
    head = b"%PDF-1.4\n1 0 obj\n<</Length {}/Filter/FlateDecode>>\nstream\n"
    return head.replace(b"{}", str(len(pad)).encode()) + pad + b"\nendstream\nendobj\n%%EOF"


def bomb_docx() -> bytes:
    """A document part of 150 MB of blanks."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", b"")
        with out.open("word/document.xml", "w") as part:
            for _ in range(150):
                part.write(b" " * 1_000_000)
    return held.getvalue()


HOLLOW = {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "scan": ("a.pdf", blank_pdf, "is a PDF file without a text layer"),
    "encrypted": ("a.pdf", lambda: blank_pdf(encrypted=True), "asks for a password"),
    "broken pdf": ("a.pdf", lambda: b"%PDF-1.7\nnonsense", "is a broken PDF file"),
    "cut pdf": ("a.pdf", lambda: as_pdf([Part("line", "x")])[:300], "is a broken PDF file"),
    "pdf bomb": ("a.pdf", bomb_pdf, "holds more than 200 MB once unpacked"),
    "zip bomb": ("a.docx", bomb_docx, "holds more than 100 MB once unpacked"),
    "another zip": ("a.docx", lambda: zipped({"x": b"x"}), "a ZIP container, not a Word document"),
    "workbook": ("a.docx", lambda: zipped({"xl/workbook.xml": b"x"}), "is an Excel workbook"),
    "open document": ("a.odt", lambda: zipped({"content.xml": b"x"}), "is an OpenDocument file"),
    "cut docx": ("a.docx", lambda: as_docx([Part("line", "x")])[:900], "a broken ZIP container"),
    "hollow docx": ("a.docx", lambda: zipped(HOLLOW), "is a broken Word document"),
    "empty docx": ("a.docx", lambda: as_docx([]), "is a Word document without text"),
    "old word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or encrypted Office file"),
    "rtf": ("a.rtf", lambda: b"{\\rtf1 words}", "is an RTF file"),
    "empty html": ("a.html", lambda: b"<html><script>x()</script>", "an HTML page without text"),
    "no charset": ("a.html", lambda: b"<html><meta charset=xyz>x", "an encoding nobody knows"),
    "wrong charset": ("a.html", lambda: b"<html><meta charset=utf-8>\xff", "is not the utf-8"),
    "gb18030 text": ("a.txt", lambda: "会议".encode("gb18030"), "is not UTF-8 text"),
    "half utf-16": ("a.txt", lambda: b"\xff\xfe\x00\xd8", "is not the UTF-16 text"),
}


def test_the_bad_files_are_found() -> None:
    assert len(BAD) == 19


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_said_in_one_sentence(name: str, tmp_path: Path) -> None:
    file, made, message = BAD[name]
    (tmp_path / file).write_bytes(made())
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match=re.escape(message)) as error:
            read(tmp_path / file)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert error.value.exit_code == 2
    assert "\n" not in str(error.value)
    assert most < 80_000_000


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(blank_pdf())
    (tmp_path / "pypdfium2.py").write_text("raise ModuleNotFoundError(name='pypdfium2')")
    done = subprocess.run(
        [sys.executable, "-m", "att_graph", "convert", "report.pdf"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'att-graph[forms]'" in done.stderr


def test_no_library_is_loaded_for_plain_text() -> None:
    code = (
        "import sys, json; from att_graph.source import read;"
        f"read({str(paths.SOURCES / FINAL / 'text.txt')!r});"
        "print(json.dumps([x for x in ('lxml', 'docx', 'pypdfium2') if x in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_a_graph_of_a_pdf_says_what_it_was_taken_from(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(as_pdf(composition(GROUP)))
    source = read(file)
    graph: Graph = to_graph(report_of(source))
    tac = vocab.ONTOLOGY
    [node] = graph.subjects(URIRef(tac + "fileForm"))
    told = {str(p).removeprefix(tac): str(o) for p, o in graph.predicate_objects(node)}
    assert told["fileForm"] == "pdf"
    assert told["pageCount"] == str(source.pages)
    assert told["originalSha256"] == source.original_sha256 != source.sha256 == told["sha256"]


# ---- The command


def convert(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "att_graph", "convert", *args],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_convert_says_what_it_took_a_file_for_and_writes_its_text(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(as_pdf(composition("english")))
    done = convert("report.pdf", "-o", "out.ttl", "--text", "out.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    line = (
        "report.pdf: read as: conference report of CSP19, English, "
        "ATT/CSP19/2033/SEC/901/Conf.FinRep, from PDF, 2 pages"
    )
    assert line in done.stderr.splitlines()
    text = (tmp_path / "out.txt").read_bytes().decode()
    graph = Graph().parse(tmp_path / "out.ttl")
    tac = vocab.ONTOLOGY
    quoted = list(graph.subject_objects(URIRef(tac + "quotedText")))
    assert len(quoted) > 20
    for quotation, words in quoted:
        start, end = (int(str(graph.value(quotation, URIRef(tac + x)))) for x in ("start", "end"))
        assert text[start:end] == str(words)


def test_options_override_what_was_detected(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(as_html(composition("english")))
    symbol = "ATT/CSP19/2033/SEC/999/Conf.FinRep"
    done = convert("report.html", "-o", "out.ttl", "--symbol", symbol, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"English, {symbol}, from HTML" in done.stderr


@pytest.mark.parametrize(("ending", "make"), [(e, m) for e, m in FORMS.values()][::3])
def test_a_damaged_file_is_read_or_refused(
    ending: str, make: Callable[[list[Part]], bytes]
) -> None:
    chance = random.Random(7)
    whole = make(composition("english"))
    refused = []
    for turn in range(25):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            forms.extract(f"report.{ending}", bytes(data[: len(data) - turn * 40]))
        except InputError as error:
            refused.append(str(error))
    assert len(refused) > 5
    assert not any("\n" in message for message in refused)
