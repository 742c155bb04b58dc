"""Markdown: its source in; the same lines out, tables as tabbed rows, lists with printed numbers.

The parser knows headings, links, emphasis, escapes and footnotes as they are written; what is
rendered here is what a line alone does not show. Follows CommonMark 0.31 and GitHub's tables.
"""

import html
import re
from collections.abc import Iterator

from att_graph.forms import Extract
from att_graph.forms.text import decoded

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_ORDERED = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,9})(?P<dot>[.)])(?P<gap>\s+)(?=\S)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{3,})\s*")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)[^\[\]]+\]:\s*\S+.*")
_NOTE = re.compile(r" {0,3}\[\^(\w{1,8})\]:\s*")
_BY_NAME = re.compile(r"(?<!!)\[([^\[\]^]+)\]\[[^\[\]]*\]")
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot);)#?\w{1,31};")
_STAR = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])")
_LOW = re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\w_])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MATTER = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(name: str, data: bytes) -> Extract:
    """The text of a Markdown file."""
    return Extract(rendered(decoded(name, data)), "markdown")


def rendered(source: str) -> str:
    """Markdown in; lines out in which every number, cell and word stands as a reader sees it."""
    text = _MATTER.sub("", source.replace("\r\n", "\n").replace("\r", "\n"))
    text = _TABLE.sub(_html_table, _COMMENT.sub("", text))
    lines = list(_lines(text.split("\n")))
    return "\n".join(_with_notes(_numbered(lines))).rstrip("\n") + "\n"


def _html_table(found: re.Match[str]) -> str:
    from att_graph.forms.html import rendered as html_rendered

    return "\n\n" + html_rendered(found[0]) + "\n\n"


def _lines(lines: list[str]) -> Iterator[str]:
    """Each line without its block's marks: fences, quotes, tables, references, underlines."""
    fence = ""
    table = False
    for at, line in enumerate(lines):
        opened = _FENCE.match(line)
        if opened and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else opened[1]
            continue
        if fence:
            yield line
            continue
        line = re.sub(r"^ {0,3}>(?: ?>)* ?", "", line)
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if "|" in line and "|" in after and _DELIMITER.fullmatch(after):
            table = True
            yield from ("", _row(line))
        elif table and "|" in line:
            if not _DELIMITER.fullmatch(line):
                yield from ("", _row(line))
        elif _REFERENCE.fullmatch(line):
            table = False
        elif _UNDERLINE.fullmatch(line) and _titled(lines, at):
            pass
        elif _UNDERLINE.fullmatch(after) and _titled(lines, at + 1):
            yield f"## {_inline(line).strip()}"
        else:
            table = False
            yield _inline(line)


def _titled(lines: list[str], at: int) -> bool:
    """Whether the line of = or - at this place underlines one line of words before it."""
    before = lines[at - 1] if at else ""
    above = lines[at - 2] if at > 1 else ""
    plain = before.strip() and not re.match(r"\s*(?:[-*+#>|]|\d+[.)])", before)
    return bool(plain) and not above.strip()


def _row(line: str) -> str:
    inner = re.sub(r"^\||(?<!\\)\|$", "", line.strip())
    cells = (_BREAK.sub(" ", cell).replace("\\|", "|").strip() for cell in _BAR.split(inner))
    return "\t".join(_inline(cell) for cell in cells).rstrip("\t")


def _inline(line: str) -> str:
    line = re.sub(r"(?<!\\)\\$", "", line)  # a hard line break
    line = re.sub(r"^(\s*[-*+]\s+|\s*)(\(?\w{1,4})\\([.)])", r"\1\2\3", line)  # 2\. is no list
    line = re.sub(r"^(\s*)[*+](?=\s+\S)", r"\1-", line)
    line = re.sub(r"^(\s*)\\([-+])", r"\1\2", line)
    line = _BY_NAME.sub(r"\1", line)
    line = _ENTITY.sub(lambda found: html.unescape(found[0]), line)
    return _LOW.sub(r"\1", _STAR.sub(r"\1", line))


def _numbered(lines: list[str]) -> list[str]:
    """A list written 1., 1., 1. as it is shown; any other with the numbers that stand there."""
    out = list(lines)
    for run in _lists(lines):
        numbers = [int(found["number"]) for _, found in run]
        if len(run) > 1 and len(set(numbers)) == 1:
            for count, (at, found) in enumerate(run):
                rest = lines[at][found.end() :]
                out[at] = f"{found['indent']}{numbers[0] + count}{found['dot']}{found['gap']}{rest}"
    return out


def _lists(lines: list[str]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """The ordered lists of a text: the places of their items."""
    open_: dict[int, list[tuple[int, re.Match[str]]]] = {}
    blank = False
    for at, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        indent = len(line) - len(line.lstrip())
        found = _ORDERED.match(line)
        for depth in [
            depth for depth in open_ if depth > indent or (depth == indent and not found)
        ]:
            if found or blank or line.lstrip().startswith("#"):
                yield open_.pop(depth)
        if found:
            open_.setdefault(indent, []).append((at, found))
        blank = False
    yield from open_.values()


def _with_notes(lines: list[str]) -> Iterator[str]:
    """Footnotes after the block that cites them: at the end they would stand in the annex."""
    notes: dict[str, list[str]] = {}
    kept: list[str] = []
    label = ""
    for line in lines:
        found = _NOTE.match(line)
        if found:
            label = found[1]
            notes[label] = [line[found.end() :].strip()]
        elif label and line.startswith(("    ", "\t")) and line.strip():
            notes[label].append(line.strip())
        elif label and not line.strip():
            continue
        else:
            if label:
                kept.append("")
            label = ""
            kept.append(line)
    waiting: list[str] = []
    for line in [*kept, ""]:
        if not line.strip():
            for cited in waiting:
                yield from ("", f"[^{cited}]: {' '.join(notes.pop(cited))}")
            waiting = []
        yield line
        waiting += [
            x for x in re.findall(r"\[\^(\w{1,8})\]", line) if x in notes and x not in waiting
        ]
    for left, words in notes.items():
        yield f"[^{left}]: {' '.join(words)}"
