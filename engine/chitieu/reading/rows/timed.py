"""Columns that are parts of time and nothing else: "Năm 2025 2026 Sản lượng (tấn) 118 126", "2025 | 2026: …"."""

from __future__ import annotations

from chitieu.reading.rows.cells import (
    Cell,
    Cells,
    copies_of,
    is_idle,
    is_unit,
    is_value,
    may_number,
    take_bracket_unit,
)
from chitieu.reading.rows.columns import is_column, is_plain_year, kinds_of, may_head, may_hold_results
from chitieu.reading.rows.lines import unit_begin, values_at
from chitieu.reading.rows.periods import is_period, period_end
from chitieu.reading.tokens.scanner import Token, new_token

#: So many columns are no chance; so many words may head one of a plan: "KH 2025", "Kế hoạch năm 2026".
_SEVERAL, _LONGEST = 2, 4
#: A figure may have so many groups of digits.
_GROUPS = (1, 2, 3)
_DIGITS = 3


def by_columns_of_time(tokens: list[Token]) -> tuple[list[Cells], list[Token], list[Token]] | None:
    """The rows behind or before several labels of time without bars, the tokens of those labels, and what is unread.

    "Quý I Quý II Doanh thu (tỷ đồng) 120 145", "Sản lượng (tấn) Quý 1 Quý 2 Áo 850 900 Quần 400 450": each row has as
    many values as there are labels. Where one has not, no figure behind the labels can be told. None where no such
    labels stand before figures.
    """
    begun, columns = _columns(tokens)
    if not columns or may_hold_results(tokens[:begun]):
        return None
    body = tokens[begun + sum(map(len, columns)) :]
    if body and body[0].key == ":":
        body = body[1:]
    if _longest_run(body) < _SEVERAL:
        return None
    rows = _rows(body, len(columns))
    if _is_year_of_parts(columns) and (not rows or len(columns) == _SEVERAL):
        begun, columns = begun + len(columns[0]), columns[1:]
        rows = _rows(body, len(columns))
    if len(columns) < _SEVERAL or any("EQUALS" in token.marks for row in rows for token in row[0][-1:]):
        return None  # a sentence: "Năm học 2025 2026 trường có 12 500 học sinh"
    title, heads = tokens[:begun], [token for column in columns for token in column]
    if not rows or (not title and not rows[0][0]):
        return [], [*title, *heads], body
    lines = [[*_names(title, row[0]), *map(_under, columns, row[1:])] for row in rows]
    used = {id(token) for line in lines for cell in line for token in cell}
    return lines, [*(token for token in title if id(token) not in used), *heads], []


def under_times(cells: Cells) -> tuple[Cells, list[Cells], list[Token]]:
    """The columns and the rows of a line that begins with times, maybe behind a title; and the tokens of that.

    "Lộ trình 2025 | 2026 | 2027: Số cửa hàng | 16 | 20 | 24": the names have no column of their own. None where rows
    have not as many values as there are times.
    """
    begun = _begin_of_period(cells[0])
    if begun < 0:
        return [], [], []
    columns = [cells[0][begun:]]
    at = 1
    while at < len(cells) and is_period(cells[at]):
        columns.append(cells[at])
        at += 1
    rest = cells[at:]
    if rest and (end := period_end(rest[0], 0)) and rest[0][end + 1 :]:
        columns.append(rest[0][:end])
        rest = [rest[0][end + (rest[0][end].key == ":") :], *rest[1:]]
    step = len(columns) + 1
    if len(columns) < _SEVERAL or not rest or len(rest) % step:
        return [], [], []
    rows = [rest[at : at + step] for at in range(0, len(rest), step)]
    if not all(_is_row(row) for row in rows):
        return [], [], []
    return [[], *columns], rows, cells[0][:begun]


def _is_row(row: Cells) -> bool:
    named = bool(row[0]) and row[0][0].type == "WORD" and not is_value(row[0])
    return (
        named and all(is_idle(cell) or is_value(cell) for cell in row[1:]) and not all(map(is_idle, row[1:]))
    )


def _begin_of_period(cell: list[Token]) -> int:
    """Where the label of a time begins that ends a cell: "Lộ trình 2025", "Quý I"; -1 where none does."""
    return next((at for at in range(len(cell)) if is_period(cell[at:])), -1)


def _columns(tokens: list[Token]) -> tuple[int, Cells]:
    """Where several labels of time or plans begin, one directly behind the other, and these."""
    at = 0
    while at < len(tokens):
        columns: Cells = []
        end = at
        while (last := _column_end(tokens, end)) > end:
            columns.append(tokens[end:last])
            end = last
        if len(columns) >= _SEVERAL and not _is_span(tokens, at, end):
            return at, columns
        at = max(end, at + 1)
    return 0, []


def _is_year_of_parts(columns: Cells) -> bool:
    """ "Năm 2025 Quý I Quý II": the year that all parts are of, which may be no column."""
    dated, parted = columns[0][-1], columns[1]
    return is_plain_year(dated) and not any(map(is_plain_year, parted))


def _is_span(tokens: list[Token], at: int, end: int) -> bool:
    """ "KH năm học 2025-2026": the year before or behind is one end of a time."""
    beside = [*tokens[max(at - 1, 0) : at], *tokens[end : end + 1]]
    return any(token.type in ("DASH", "SLASH") for token in beside)


def _column_end(tokens: list[Token], at: int) -> int:
    if (end := period_end(tokens, at)) > at or at >= len(tokens) or not may_head(tokens[at]):
        return end
    ends = range(min(at + _LONGEST, len(tokens)), at + 1, -1)
    return next((end for end in ends if is_column(tokens[at:end]) and _is_dated(tokens[at:end])), at)


def _is_dated(heading: list[Token]) -> bool:
    return sum(token.type == "NUMBER" for token in heading) == 1


def _longest_run(tokens: list[Token]) -> int:
    longest = at = 0
    while at < len(tokens):
        values = values_at(tokens, at)
        longest = max(longest, len(values))
        at += sum(map(len, values)) or 1
    return longest


def _rows(tokens: list[Token], count: int) -> list[Cells]:
    """A name and so many values, again and again, a unit behind the last; none where anything else stands there."""
    rows: list[Cells] = []
    begun = at = 0
    while at < len(tokens):
        values = values_at(tokens, at)
        if len(values) < _SEVERAL:
            at += sum(map(len, values)) or 1  # a number in the name
            continue
        end = at + sum(map(len, values))
        if len(values) == count + 1 and may_number(values[-1][0]) and _begins_name(tokens[end:]):
            end -= len(values.pop())  # the number of the next row: "1 Doanh thu 120 145 2 Lợi nhuận 12 14"
        grouped = _grouped(values, count)
        if not grouped:
            return []
        name = tokens[begun:at]
        rows.append([name[:-1] if name and name[-1].key == ":" else name, *grouped])
        begun = at = end
    rest = tokens[begun:]
    if rest and rest[-1].key in (".", ";"):
        rest = rest[:-1]
    if rest and not (len(rows) == 1 and is_unit(Cell(rest), stated=False)):
        return []
    return [[*rows[0], rest]] if rest and rows else rows


def _begins_name(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "WORD" and tokens[0].text[:1].isupper()


def _grouped(values: Cells, count: int) -> Cells:
    """As many values as there are columns, those of two or three groups of digits together: "8 450 9 100"."""
    for groups in _GROUPS:
        if len(values) == groups * count:
            parts = [values[at : at + groups] for at in range(0, len(values), groups)]
            if groups == 1 or all(map(_is_figure, parts)):
                return [[token for value in part for token in value] for part in parts]
    return []


def _is_figure(parts: Cells) -> bool:
    """Whether values are the groups of one figure: "8 450"."""
    whole = all(len(part) == 1 and part[0].key.isdigit() for part in parts)
    return (
        whole and all(len(part[0].key) == _DIGITS for part in parts[1:]) and len(parts[0][0].key) <= _DIGITS
    )


def _names(title: list[Token], name: list[Token]) -> Cells:
    """The cells of a row before its values: its name, behind what is measured where the title names that, and a unit.

    "Kế hoạch sản lượng (nghìn sản phẩm) Quý 1 Quý 2 Áo sơ mi 850 900".
    """
    if not title or kinds_of(title) == ("name",):
        return _with_unit(name)
    if not name:
        return _with_unit(title)
    if name[0].key == "(":
        return [[*title, *name]]  # "Doanh thu 2025 2026 (tỷ đồng) 1.250 1.400"
    whole = Cell(list(title))
    unit = take_bracket_unit(whole)
    if not unit or take_bracket_unit(Cell(list(name))):
        return _with_unit(name)
    return [copies_of(whole.tokens), name, copies_of(unit)]


def _with_unit(name: list[Token]) -> Cells:
    """A name, and the unit that ends it a cell of its own: "Doanh thu tỷ đồng"."""
    begun = unit_begin(name)
    return [name[:begun], name[begun:]] if begun else [name]


def _under(heading: list[Token], value: list[Token]) -> list[Token]:
    where = heading[-1].end
    return [*copies_of(heading), new_token("SIGN", ":", ":", where, where), *value]
