"""Stored texts: a changed byte is refused, and so is what is no text of a report."""

import hashlib
import shutil
from pathlib import Path

import pytest
from conftest import FINAL, REPORTS

from att_graph import paths
from att_graph.errors import DataError, InputError
from att_graph.source import LARGEST, read


def copied(tmp_path: Path, name: str = FINAL) -> Path:
    return Path(shutil.copytree(paths.SOURCES / name, tmp_path / name))


def test_both_reports_are_stored() -> None:
    assert sorted(p.name for p in paths.SOURCES.iterdir() if p.is_dir()) == sorted(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_a_stored_source_is_read_byte_for_byte(name: str) -> None:
    source = read(paths.SOURCES / name)
    data = (paths.SOURCES / name / "text.txt").read_bytes()
    assert source.text.encode() == data
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.id, source.language) == (name, "zh")
    assert set(source.titles) == {"zh", "en"}
    assert source.issued in ("2025-08-29", "2025-07-24")


@pytest.mark.parametrize("at", [0, 1000, -1])
def test_a_changed_byte_is_refused(tmp_path: Path, at: int) -> None:
    folder = copied(tmp_path)
    data = bytearray((folder / "text.txt").read_bytes())
    data[at] = ord("x") if data[at] < 128 else data[at]
    if bytes(data) == (folder / "text.txt").read_bytes():
        data += b"\n"
    (folder / "text.txt").write_bytes(bytes(data))
    with pytest.raises(DataError) as error:
        read(folder)
    message = str(error.value)
    assert str(folder / "text.txt") in message
    assert "the text has changed" in message
    assert hashlib.sha256((paths.SOURCES / FINAL / "text.txt").read_bytes()).hexdigest() in message
    assert error.value.exit_code == 1


def test_a_line_end_of_another_kind_is_a_change(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / "text.txt").read_bytes()
    (folder / "text.txt").write_bytes(text.replace(b"\n", b"\r\n"))
    with pytest.raises(DataError, match="the text has changed"):
        read(folder)


@pytest.mark.parametrize("entry", ["sha256", "date", "language"])
def test_a_description_that_lacks_an_entry(tmp_path: Path, entry: str) -> None:
    folder = copied(tmp_path)
    note = folder / "source.toml"
    lines = note.read_text(encoding="utf-8").splitlines(keepends=True)
    note.write_text("".join(x for x in lines if not x.startswith(f"{entry} ")), encoding="utf-8")
    with pytest.raises(DataError, match=f"lacks the entry '{entry}'"):
        read(folder)


def test_a_description_that_is_no_toml(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "source.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(DataError, match="not readable TOML"):
        read(folder)


# content, what the message says
BAD = [
    (b"", "is empty"),
    (b" \n\t\n", "is empty"),
    (b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
    (b"%PDF-1.7\n", "a broken PDF file"),
    (b"PK\x03\x04rest", "a broken ZIP container"),
    ("会议\x00".encode(), "holds a NUL byte at byte 6"),
    ("会议".encode("gb18030"), r"is not UTF-8 text \(byte 0\)"),
    ("会议".encode("utf-16-le"), "is not UTF-8 text"),
]


def test_the_bad_files_are_found() -> None:
    assert len(BAD) == 8


@pytest.mark.parametrize(("content", "message"), BAD, ids=[m for _, m in BAD])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message) as error:
        read(file)
    assert str(error.value).startswith(f"{file}: ")
    assert "\n" not in str(error.value)


def test_a_missing_file_and_a_folder_of_something_else(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match=r"a folder without source\.toml"):
        read(tmp_path)


def test_a_file_larger_than_any_report(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="is larger than 20 MB"):
        read(file)
