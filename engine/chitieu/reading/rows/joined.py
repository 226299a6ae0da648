"""Lines of a table whose ends were lost: the last cell of each holds the first of the next as well."""

from __future__ import annotations

from chitieu.reading.rows.cells import Cell, Cells, is_unit
from chitieu.reading.rows.heads import is_known_heading
from chitieu.reading.rows.lines import value_end
from chitieu.reading.tokens.scanner import Token, keyed

#: So many columns make a table.
_FEWEST, _MOST = 3, 9


def part_joined_lines(cells: Cells) -> Cells:
    """The cells with those parted that hold the end of one line and the beginning of the next.

    "TT | Chỉ tiêu | ĐVT | KH 2025 1 | Thu ngân sách | tỷ đồng | 45 2 | Hộ nghèo | % | 2": as many cells to a line as
    there are headings. Without headings each line has a unit in the same place. As they are, where any line is not so.
    """
    known = next((at for at, cell in enumerate(cells) if not is_known_heading(cell)), len(cells))
    for last in (known, known - 1):  # "KH 2025 Tỷ lệ che phủ rừng" may be a heading as well
        if not _FEWEST <= last + 1 < len(cells):
            continue
        heading, rest = _heading_and_rest(cells[last])
        if rest and (lines := _lines([rest, *cells[last + 1 :]], last)):
            return [*cells[:last], heading, *[cell for line in lines for cell in line]]
    if known:
        return _part_groups(cells, known)
    for between in range(_FEWEST - 1, _MOST):
        lines = _lines(cells, between) if len(cells) % between == 1 else []
        if len(lines) > 1 and any(all(map(_is_unit, column)) for column in zip(*lines, strict=True)):
            return [cell for line in lines for cell in line]
    return cells


def _part_groups(cells: Cells, known: int) -> Cells:
    """ "Chỉ tiêu | ĐVT | Xưởng Cán | Xưởng Ống Số vụ tai nạn | vụ | 0 | 1": headings of groups that begin alike.

    The last of them holds the name of the first row as well, which begins with a capital and goes on without.
    """
    common = cells[known][0].key if known < len(cells) and cells[known] else ""
    last = known
    while last + 1 < len(cells) and cells[last + 1] and cells[last + 1][0].key == common:
        last += 1
    if last == known or last + 1 == len(cells) or len(cells[last]) < _FEWEST:
        return cells
    fused = cells[last]
    end = next((at for at in range(2, len(fused)) if _begins(fused[at:]) and _goes_on(fused, at)), 0)
    rest = [fused[end:], *cells[last + 1 :]]
    if not end:
        return cells
    if len(rest) % (last + 1) == 0:  # the other lines end in a bar
        return [*cells[:last], fused[:end], *rest]
    lines = _lines(rest, last)
    return [*cells[:last], fused[:end], *[cell for line in lines for cell in line]] if lines else cells


def _goes_on(cell: list[Token], at: int) -> bool:
    """ "Số vụ tai nạn", "Doanh thu", and not "Trần Phú": whether small letters follow the first word there."""
    word = cell[at].text.partition(" ")[2] or "".join([token.text for token in cell[at + 1 : at + 2]])
    return word[:1].islower()


def _lines(cells: Cells, between: int) -> list[Cells]:
    """The lines of a table, each ending ``between`` cells behind the one before; none where one does not."""
    lines: list[Cells] = []
    row = cells[:1]
    for cell in cells[1:]:
        if len(row) < between:
            row.append(cell)
            continue
        end = value_end(cell, 0)
        if not (row[0] and end) or (end < len(cell) and not _begins(cell[end:])):
            return []
        lines.append([*row, cell[:end]])
        row = [cell[end:]]
    return lines if row == [[]] else []


def _is_unit(cell: list[Token]) -> bool:
    return bool(cell) and is_unit(Cell(list(cell)), stated=False)


def _heading_and_rest(cell: list[Token]) -> tuple[list[Token], list[Token]]:
    """ "KH 2025 Tỷ lệ che phủ rừng", "Năm 2030 1": the last heading, and the first cell of the line below.

    No line begins within a bracket: "KH 2025: Năng suất chuyền may (USD/người)".
    """
    for end in range(len(cell) - 1, 0, -1):
        whole = not keyed(cell[:end], "(") or keyed(cell[:end], ")")
        if whole and is_known_heading(cell[:end]) and _begins(cell[end:]):
            return cell[:end], cell[end:]
    return [], []


def _begins(cell: list[Token]) -> bool:
    """Whether tokens begin a line: its number, or a name with a capital."""
    first = cell[0]
    return (first.type == "NUMBER" and len(cell) == 1) or (first.type == "WORD" and first.text[:1].isupper())
