"""A page's lines in; its tables as rows of cells, the other lines as they are, out.

A table is known by its place alone: words that begin at one `x`, right of other words at the same
height. Cells are put together from lines that follow one another in the file, because files are
drawn cell by cell; a rule between two lines parts them in any case.
"""

import re
from dataclasses import dataclass, field, replace

from att_graph.forms.page import Line, Page
from att_graph.forms.pieces import labelled

_LABEL = re.compile(r"(?:[-•·*–]|\(?(?:\d{1,3}|[A-Za-z]{1,2}|[ivxIVX]{1,5})[.)．、]?)")
_DEEP = 60  # lines that are looked through for a column
_SYMBOL = re.compile(r"[A-Z]{2,6}[\w.]*(?:/[\w.&-]+)+/?")


@dataclass
class Cell:
    """The lines of a cell, in the column that is counted from 0."""

    column: int
    lines: list[Line]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.lines[0].y + 0.75 * self.lines[0].size

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.lines[-1].y - 0.25 * self.lines[-1].size


@dataclass
class Row:
    """Cells side by side, from left to right."""

    cells: list[Cell] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return max(cell.top for cell in self.cells)


def tabled(page: Page) -> list[Line | Row]:
    """The lines and rows of a page, from top to bottom."""
    lines = _with_labels(page.lines)
    out: list[Line | Row] = []
    rest = lines
    while rest:
        start, columns = _region(rest, page)
        if start is None:
            out += rest
            break
        out += rest[:start]
        held, end = _held(rest, start, columns)
        held = _rejoined(held, columns)
        rows = _rows(held, columns, page)
        if sum(len(row.cells) > 1 for row in rows) < 2 and not page.rules:
            out += held  # two things side by side, and no table
        else:
            out += rows
        rest = rest[end:]
    return out


def _with_labels(lines: list[Line]) -> list[Line]:
    """Lines with the mark of a list, which files hold apart, before their words."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if (
            last is not None
            and abs(last.y - line.y) < 0.12 * line.size
            and _LABEL.fullmatch(last.text)
            and 0 <= line.x0 - last.x1 < 5 * line.size
        ):
            tokens = [*last.tokens, replace(line.tokens[0], blank=True), *line.tokens[1:]]
            out[-1] = Line(tokens, line.y, line.size, min(last.order, line.order))
        else:
            out.append(line)
    return out


def _beside(a: Line, b: Line) -> bool:
    """Whether two lines share some height."""
    return abs(a.y - b.y) < 0.75 * max(a.size, b.size)


def _region(lines: list[Line], page: Page) -> tuple[int | None, list[float]]:
    """Where a table begins, and where its columns after the first do."""
    for at, line in enumerate(lines):
        if not _neighbours(line, lines[max(0, at - 3) : at + 4], page):
            continue
        window = lines[at : at + _DEEP]
        starts = [
            x.x0
            for place, x in enumerate(window)
            if any(y.x1 < x.x0 for y in _neighbours(x, window[max(0, place - 3) : place + 4], page))
        ]
        # A wide blank in a justified line stands anywhere, a column's edge under another.
        held = [x for x in starts if sum(1 for y in window if abs(y.x0 - x) < 1.5) > 1]
        walled = [x for x in starts if any(x - 12 < w < x + 1 for w, _, _ in page.walls)]
        columns = _distinct(sorted(walled or held or starts[:1]))
        if not columns:
            continue
        # A cell may begin above the one beside it, which stands at its middle.
        while at and _starts(lines[at - 1], columns) and _near(lines[at - 1], lines[at]):
            at -= 1
        return at, columns
    return None, []


def _neighbours(line: Line, near: list[Line], page: Page) -> list[Line]:
    """The lines at the same height with a gap between, or a vertical rule."""
    found = []
    for other in near:
        left, right = sorted((other, line), key=lambda x: x.x0)
        low, high = sorted((other.y, line.y))
        walled = any(
            left.x1 - 1 < x < right.x0 + 1 and y0 < low and high < y1 for x, y0, y1 in page.walls
        )
        if walled and 0 <= high - low < 1.2 * line.size and other is not line:
            found.append(other)  # cells whose lines stand at the middle, far from one another
        elif _beside(other, line) and right.x0 - left.x1 > 0.4 * line.size:
            found.append(other)
    return found


def _rejoined(lines: list[Line], columns: list[float]) -> list[Line]:
    """Pieces of one line in one column, which wide blanks had parted, as one line."""
    out: list[Line] = []
    for line in sorted(lines, key=lambda line: (-round(line.y, 1), line.x0)):
        last = out[-1] if out else None
        if (
            last is not None
            and abs(last.y - line.y) < 0.12 * line.size
            and _column(last, columns) == _column(line, columns)
            and 0 <= line.x0 - last.x1 < 12 * line.size
        ):
            first = replace(line.tokens[0], blank=True)
            tokens = [*last.tokens, first, *line.tokens[1:]]
            out[-1] = Line(tokens, line.y, line.size, min(last.order, line.order))
        else:
            out.append(line)
    return out


def _column(line: Line, columns: list[float]) -> int:
    return sum(1 for x in columns if line.x0 >= x - 3)


def _distinct(columns: list[float]) -> list[float]:
    """Places of columns, those that are nearly one taken as one."""
    out: list[float] = []
    for x in columns:
        if not out or x - out[-1] > 6:
            out.append(x)
    return out


def _near(above: Line, line: Line) -> bool:
    return above.y - line.y < 2.5 * line.size


def _held(lines: list[Line], start: int, columns: list[float]) -> tuple[list[Line], int]:
    """The lines of the table: up to one that crosses a column's edge without a gap there."""
    held: list[Line] = []
    end = start
    crossing: list[Line] = []
    for at in range(start, len(lines)):
        parts = _parted(lines[at], columns, lines[max(0, at - 3) : at + 4])
        if parts is None:
            crossing.append(lines[at])
            # A heading across the table may stand between its rows.
            more = lines[at + 1 : at + 12]
            if not any(
                _starts(x, columns) and any(_beside(x, y) and y.x1 < x.x0 for y in more)
                for x in more
            ):
                break
            continue
        if crossing and not labelled(lines[at].text):
            held += crossing
        elif crossing:
            break
        crossing = []
        held += parts
        end = at + 1
    # Lines after the last that stands in a later column are text below the table.
    last = max((i for i, x in enumerate(held) if _starts(x, columns)), default=-1)
    if last >= 0:
        low = held[last]
        while last + 1 < len(held) and (
            _beside(held[last + 1], low)
            or held[last + 1].order < low.order  # the rest of a cell drawn before the last one
            or (held[last].text.endswith("/") and held[last].x1 < columns[0])
        ):
            last += 1
        spare = held[last + 1 :]
        held, end = held[: last + 1], end - len(spare)
    return held, max(end, start + 1)


def _starts(line: Line, columns: list[float]) -> bool:
    return any(abs(line.x0 - x) < 3 for x in columns)


def _overruns(line: Line, x: float, near: list[Line]) -> bool:
    """Whether a cell's words, too long for it, run into the next cell's."""
    return any(y is not line and abs(y.x0 - x) < 3 and abs(y.y - line.y) < 1 for y in near)


def _parted(line: Line, columns: list[float], near: list[Line]) -> list[Line] | None:
    """A line cut at the columns it reaches into; None where it crosses one without a gap."""
    parts, rest = [], line
    for x in columns:
        if rest.x0 >= x - 3 or rest.x1 <= x + 1 or _overruns(rest, x, near):
            continue
        cut = rest.split(x)
        if cut is None:
            return None
        parts.append(cut[0])
        rest = cut[1]
    return [*parts, rest]


def _rows(lines: list[Line], columns: list[float], page: Page) -> list[Row]:
    cells: list[Cell] = []
    last: dict[int, Cell] = {}
    rights: dict[int, float] = {}
    for line in lines:
        column = _column(line, columns)
        rights[column] = max(rights.get(column, 0.0), line.x1)
    for line in sorted(lines, key=lambda line: (line.order, -line.y)):
        column = _column(line, columns)
        crossing = any(
            line.x0 < x - 3 and line.x1 > x + 1 and not _overruns(line, x, lines) for x in columns
        )
        cell = last.get(column)
        if (
            cell is not None
            and not crossing
            and _same_cell(cell, line, cells[-1] is cell, page, rights[column])
        ):
            cell.lines.append(line)
            continue
        cell = Cell(0 if crossing else column, [line])
        cells.append(cell)
        if crossing:
            last.clear()
        else:
            last[column] = cell
    return _side_by_side(cells)


def _same_cell(cell: Cell, line: Line, follows: bool, page: Page, right: float) -> bool:
    """Whether a line goes on with a cell: right below it, with no rule and no new row between.

    `right` is where the widest line of the column ends.
    """
    above = cell.lines[-1]
    step = above.y - line.y
    if not 0.5 * line.size < step < 2.6 * line.size:
        return False
    if not page.walls and right - above.x1 > line.first_word() + 0.6 * line.size:
        return False  # the next word would have fitted
    middle = (max(above.x0, line.x0) + min(above.x1, line.x1)) / 2
    if any(
        x0 <= middle <= x1 and line.y + 0.2 * line.size < y < above.y for x0, x1, y in page.rules
    ):
        return False
    if _SYMBOL.match(line.text) and _SYMBOL.fullmatch(above.text) and not above.text.endswith("/"):
        return False
    steps = [a.y - b.y for a, b in zip(cell.lines, cell.lines[1:], strict=False)]
    if steps and step > 1.15 * min(steps):
        return False
    return follows


def _side_by_side(cells: list[Cell]) -> list[Row]:
    """Cells that share some height make a row."""
    rows: list[Row] = []
    for cell in sorted(cells, key=lambda cell: (-cell.top, cell.column)):
        for row in reversed(rows[-3:]):
            if any(
                other.column != cell.column
                and min(other.top, cell.top) - max(other.bottom, cell.bottom)
                > 0.3 * min(other.top - other.bottom, cell.top - cell.bottom)
                for other in row.cells
            ) and all(other.column != cell.column for other in row.cells):
                row.cells.append(cell)
                break
        else:
            rows.append(Row([cell]))
    for row in rows:
        row.cells.sort(key=lambda cell: cell.column)
    return sorted(rows, key=lambda row: -row.top)
