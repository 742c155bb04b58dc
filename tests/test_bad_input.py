"""What is no report, or not all of one: one sentence, exit code 2, and no file left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FINAL, GROUP

from att_graph import paths
from att_graph.errors import InputError
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import Source

ROOT = Path(__file__).parent.parent

NOVEL = """第一章　渡口

那年秋天，老周把渡船拴在柳树下，坐在船头等最后一个过河的人。河水涨了两尺，对岸的灯一盏一盏亮起来，像
有人把星星摆在了堤上。

“你真要走？”他问。

林小满没有回答。她把包袱放在膝上，数了数里面的东西：一把木梳，两封信，三张车票。1998年9月3日，她第一次
离开这个镇子，也是在这样一个傍晚。

1. 她记得母亲说过，过河的人不要回头。

2. 她也记得父亲的话：船到江心，什么决定都晚了。

会议室的灯还亮着——那是镇上唯一的一栋楼，人们在里面讨论要不要修一座桥。主席敲了敲桌子，请大家安静。没
有人安静。桥的事议了十一年，像河水一样，来了又走。

“修了桥，我就没有活了。”老周说。

“修了桥，你就可以回家了。”她说。

第二章　桥

桥终究是修成了。
"""

ENGLISH_NOVEL = """Chapter One

The ferry was late again, and Mara counted the lamps on the far bank instead of the minutes. There
were eleven. There had been twelve the winter her brother left.

"They will build a bridge," said the ferryman, who said so every autumn.

1. She had three rules for crossings. The first was never to sit down.

2. The second was never to look at the water.

The third she had forgotten, and on 3 September 1998, halfway over, she remembered why.
"""

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00"


def half(report: str, which: int) -> bytes:
    text = (paths.SOURCES / report / "text.txt").read_bytes().decode()
    middle = len(text) // 2
    return (text[:middle] if which == 1 else text[middle:]).encode()


# content, and what the sentence says
BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b"\n \n", "is empty"),
    "png": (PNG, "is a PNG picture, not the text of a report"),
    "no utf-8": ("最终报告".encode("gb18030"), "is not UTF-8 text"),
    "novel": (NOVEL.encode(), "is no report of a treaty conference"),
    "English novel": (ENGLISH_NOVEL.encode(), "is no report of a treaty conference"),
    "first half of the final report": (half(FINAL, 1), "half a report?"),
    "second half of the final report": (half(FINAL, 2), "report"),
    "first half of the group's report": (half(GROUP, 1), "half a report?"),
    "second half of the group's report": (half(GROUP, 2), "report"),
}


def convert(
    *args: str, cwd: Path, stdin: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "att_graph", "convert", *args],
        cwd=cwd,
        input=stdin,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=120,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[bytes], message: str) -> None:
    told = done.stderr.decode()
    assert done.returncode == 2, told
    assert done.stdout == b""
    assert told.count("\n") == 1, told
    assert "Traceback" not in told
    assert message in told


def test_the_bad_files_are_found() -> None:
    assert len(BAD) == 10


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file(tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    (tmp_path / "report.txt").write_bytes(content)
    done = convert("report.txt", "-o", "out.ttl", cwd=tmp_path)
    refused(done, message)
    assert done.stderr.decode().startswith("att-graph: report.txt: ")
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("name", ["novel", "first half of the final report"])
def test_what_is_bad_on_standard_input(tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    refused(convert("-", cwd=tmp_path, stdin=content), message)


def test_a_bad_file_leaves_an_earlier_result_alone(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(NOVEL.encode())
    (tmp_path / "out.ttl").write_bytes(b"# earlier\n")
    refused(convert("report.txt", "-o", "out.ttl", cwd=tmp_path), "is no report")
    assert (tmp_path / "out.ttl").read_bytes() == b"# earlier\n"


def test_a_directory_and_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    refused(convert("folder", "-o", "out.ttl", cwd=tmp_path), "is a folder without source.toml")
    refused(convert("nowhere.txt", "-o", "out.ttl", cwd=tmp_path), "cannot be read")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


GROUP_CUTS = [(GROUP, cut) for cut in (0.05, 0.2, 0.35, 0.65, 0.8, 0.9, 0.95)]
FINAL_CUTS = [(FINAL, cut) for cut in (0.45, 0.65, 0.8, 0.9, 0.95)]


def cut_off(report: str, share: float) -> bytes:
    """The first part of a report: that share of what stands before its annex."""
    text = (paths.SOURCES / report / "text.txt").read_bytes().decode()
    end = text.index("***//***".replace("*", "\\*")) if report == FINAL else len(text)
    return text[: int(end * share)].encode()


@pytest.mark.parametrize(("report", "cut"), [*GROUP_CUTS, *FINAL_CUTS])
def test_a_report_cut_anywhere_is_refused(tmp_path: Path, report: str, cut: float) -> None:
    """Anywhere before its last act, that is: the annex alone may be told from its last row."""
    (tmp_path / "report.txt").write_bytes(cut_off(report, cut))
    done = convert("report.txt", "-o", "out.ttl", cwd=tmp_path)
    refused(done, "report")
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def excerpt(done: subprocess.CompletedProcess[bytes], out: Path) -> None:
    told = done.stderr.decode()
    assert done.returncode == 0, told
    assert "\natt-graph: report.txt: The text is an excerpt: " in f"\n{told}"
    assert told.count("is an excerpt") == 1
    assert "concept/finding/incomplete-source" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("cut", [0.05, 0.2, 0.35])
def test_the_opening_of_a_conference_report_is_read_as_an_excerpt(
    tmp_path: Path, cut: float
) -> None:
    """Short, and before any decision: what it holds is of use, and the graph says it is not all."""
    (tmp_path / "report.txt").write_bytes(cut_off(FINAL, cut))
    done = convert("report.txt", "-o", "out.ttl", cwd=tmp_path)
    excerpt(done, tmp_path / "out.ttl")


@pytest.mark.parametrize(("report", "cut"), [(FINAL, 0.65), (GROUP, 0.65)])
def test_what_breaks_off_is_an_excerpt_for_those_who_say_so(
    tmp_path: Path, report: str, cut: float
) -> None:
    (tmp_path / "report.txt").write_bytes(cut_off(report, cut))
    done = convert("report.txt", "-o", "out.ttl", "--excerpt", cwd=tmp_path)
    excerpt(done, tmp_path / "out.ttl")


@pytest.mark.parametrize(("report", "last"), [(FINAL, 20), (GROUP, 40)])
def test_a_report_cut_after_any_line_is_refused(report: str, last: int) -> None:
    """After a heading, a colon or an item's semicolon too: the last lines before the end."""
    text = (paths.SOURCES / report / "text.txt").read_bytes().decode()
    lines = text[: text.find("\\*//")].splitlines(keepends=True) if report == FINAL else None
    lines = lines or text.splitlines(keepends=True)
    for count in range(len(lines) - last, len(lines)):
        cut = Source("report.txt", "".join(lines[:count]).rstrip(), "0" * 64, language="zh")
        with pytest.raises(InputError, match="half a report"):
            load(parse(cut))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--lang", "xx"), "language 'xx': is not one this version reads"),
        (("--kind", "novel"), "kind 'novel': is not one of"),
        (("--format", "xml"), "format 'xml': is not one of"),
        (("--treaty", "xx"), "treaty 'xx': is not one of"),
        (("--meeting", "a b/<c>"), "meeting 'a b/<c>': is no key such as csp5"),
        (("--symbol", "xx"), "symbol 'xx': is no document symbol"),
    ],
)
def test_wrong_options(tmp_path: Path, args: tuple[str, str], message: str) -> None:
    done = convert(str(paths.SOURCES / GROUP / "text.txt"), "-o", "out.ttl", *args, cwd=tmp_path)
    refused(done, message)
    assert list(tmp_path.iterdir()) == []
