"""Several rows in one line, without headings: "Lúa | tấn | 4.850 | Ngô | tấn | 350", "1 Lúa tấn 48 | 2 Ngô tấn 35"."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.rows.cells import (
    LISTED,
    Cell,
    Cells,
    cell_of,
    code_length,
    copies_of,
    holds_value,
    is_graded,
    is_idle,
    is_letter,
    is_unit,
    is_value,
    may_number,
    names_by_label,
    names_more,
    numbers_on,
    opens_value,
    says_state,
    take_bracket_unit,
)
from chitieu.reading.rows.columns import heads_alone, is_heading, kinds_of, year_of
from chitieu.reading.rows.groups import list_groups
from chitieu.reading.rows.lines import LABEL_OF_PART, part_row
from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING_SIGNS, has_unit

#: What a cell may be: a value or a state, a unit, the number of a row, nothing, a name, a name with its unit.
_VALUE, _STATE, _UNIT, _LABEL, _IDLE, _NAME, _MEASURED = "vsuleNM"
_NAMES = frozenset({_NAME, _MEASURED})
#: What may be a name; short ones look like units.
_WORDED = _NAMES | {_UNIT}
_ENDING = frozenset({_VALUE, _STATE, _IDLE})
#: What shows that cells make a row, beside a name and a value.
_TELLING = frozenset({_UNIT, _LABEL, _STATE, _MEASURED})

#: What stands beside a target and is none: what a lapse costs, what the work does.
_BESIDE = frozenset({"TERMS_HEAD", "TOLD_HEAD"})
#: A value in a unit that nobody knows has so many tokens.
_SHORT = 2


def part_rows(cells: Cells) -> tuple[list[Cells], list[Token]]:
    """The rows of a line, which say the same again and again: a name, a unit and so many values; and headings."""
    if len(cells) >= 2 and (numbered := _rows_in_cells(cells)):
        heads = cells[0] if len(numbered) < len(cells) else []
        return numbered, heads
    if len(cells) < 2 * (LISTED - 1):
        return [cells], []
    if _labels_first(cells):  # "A | Xi măng | 1.000 tấn | 3.850 | Trong đó: xuất khẩu | 1.000 tấn | 620"
        rows, title = part_rows(cells[1:])
        return [[cells[0], *rows[0]], *rows[1:]], title
    shape = _shape(cells)
    labelled = shape[0] == _LABEL and shape.count(_LABEL) == 1  # "6.2 | Tiêm chủng | ≥ 95% | Tiêm UV | ≥ 90%"
    if paired := _pairs(cells[labelled:], shape[labelled:]):
        rows, title = paired
        return ([[cells[0], *rows[0]], *rows[1:]] if labelled else rows), title
    begins = [0]
    for at in range(1, len(cells)):
        named = shape[at] in _NAMES and shape[at - 1] != _LABEL
        if (named or shape[at] == _LABEL) and shape[at - 1] in _ENDING:
            begins.append(at)
    spans = list(pairwise([*begins, len(cells)]))
    shapes = ["".join(shape[start:end]).rstrip(_IDLE) for start, end in spans]
    titled = {_VALUE, _STATE}.isdisjoint(shapes[0])
    shapes = shapes[1:] if titled else shapes
    labelled = all(_is_labelled(cells[at], shape[at]) for at in begins[1:])
    same = {shape.replace(_STATE, _VALUE) if labelled else shape for shape in shapes}
    alike = len(shapes) > 1 and len(same) == 1
    telling = labelled or not _TELLING.isdisjoint(shapes[0])
    if not alike or shapes[0][-1] not in (_VALUE, _STATE) or not telling:
        return [cells], []
    rows = [cells[start:end] for start, end in spans]
    title = [token for cell in rows[0] for token in cell] if titled else []
    return _with_wholes(rows, titled=titled), title


def _labels_first(cells: Cells) -> bool:
    """Whether a letter or a number stands before the first row alone, and a row behind that is a part of it."""
    label = cells[0]
    lone = len(label) == 1 and (may_number(label[0]) or LABEL_OF_PART.fullmatch(label[0].text) is not None)
    return lone and any(cell and "AMONG" in cell[0].marks for cell in cells[2:])


def _pairs(cells: Cells, shape: list[str]) -> tuple[list[Cells], list[Token]] | None:
    """Names and values by turns, maybe behind one cell for all of them: "Phòng Kế hoạch | Lúa | 48 tấn | Ngô | 35 tấn".

    Each value says of what it is, or it is bounded; "Tổng: 16,3 triệu lít" is both. None where anything else stands
    between, where a name is the heading of a column, or where some and not all tell who does it. The cell for all is
    a part of each name, unless that says which way something is to go: "Mục tiêu | Tăng doanh thu | 15% | …".
    """
    lead = cells[:1] if shape[0] in _NAMES and shape[1] in _WORDED and not opens_value(cells[1]) else []
    if lead and not {"result", "weight"}.isdisjoint(kinds_of(cells[0])):
        return None
    rows: list[Cells] = []
    at = len(lead)
    while at < len(cells):
        named = shape[at] == _NAME and cell_of(cells[at]).kind == "named"
        end = at + 1 if named else at + 2
        if shape[at] == _IDLE and end >= len(cells):
            break
        if end > len(cells) or not (
            named or _is_pair(cells[at], cells[at + 1], shape[at:end], first=not rows)
        ):
            return None
        counted = bool(lead) and not named and shape[at] != _MEASURED and cells[at][-1].type == "WORD"
        if rows and not named and not lead and _goes_on(rows[0][0], cells[at]):
            whole = next(row[0] for row in reversed(rows) if len(row) < LISTED)
            rows.append([copies_of(whole), *cells[at:end]])
            at = end
            continue
        rows.append([_closed(cells[at]), cells[at + 1]] if counted else cells[at:end])
        at = end
    who = {"ACTOR" in row[0][0].marks for row in rows}
    if not (1 < len(rows) < len(cells) - len(lead) and len(who) == 1):
        return None
    headed = (
        bool(lead) and heads_alone(lead[0]) and "name" in kinds_of(lead[0])
    )  # "Chỉ tiêu | Doanh số | ≥ 45 tỷ | …"
    if headed or any(not row[0][0].marks.isdisjoint(CHANGING) for row in rows):
        return rows, [token for cell in lead for token in cell]
    return [[*(map(copies_of, lead) if at else lead), *row] for at, row in enumerate(rows)], []


def _goes_on(first: list[Token], name: list[Token]) -> bool:
    """ "Tỷ lệ hộ có điện | ≥ 98% | riêng vùng hải đảo | ≥ 80%": a part of what is named, in small letters."""
    coded = code_length(name) > 0 or is_letter(name[0])  # "b) Tỷ lệ giải ngân"
    return first[0].text[:1].isupper() and name[0].text[:1].islower() and len(name) > 1 and not coded


def _closed(name: list[Token]) -> list[Token]:
    """A name with a sign behind it, by which it is no unit: "Phòng Kinh doanh | … | Khách hàng mới | ≥ 20"."""
    where = name[-1].end
    return [*name, new_token("SIGN", ",", ",", where, where)]


def _is_pair(name: list[Token], value: list[Token], shape: list[str], *, first: bool) -> bool:
    """Whether a cell names what the next gives in its own unit, or bounds; behind the ``first`` it may be counted."""
    if shape[0] not in _WORDED or is_heading(name) or year_of(name):
        return False
    measured = is_unit(Cell(name), stated=True) and not (names_more(name) and any(map(has_unit, value)))
    if measured or not name[0].marks.isdisjoint(_BESIDE):
        # "… | Ngày điều trị trung bình | ≤ 6,2 ngày"
        return False  # "… | ≥ 98% | Mức phạt | 2 triệu đồng", "… | 50 ha | Kinh phí | 2 tỷ đồng"
    valued = shape[1] in (_VALUE, _STATE)
    opened = len(value) <= _SHORT or value[0].type in COMPARING_SIGNS  # "300 Mbps", "< 0,1% số đơn"
    valued = valued or (opened and opens_value(value))
    shown = any(token.type != "NUMBER" and token.key not in (".", ",") for token in value)
    shown = shown or (not first and len(name) > 1 and "NOUN" in name[0].marks)  # "… | Khách hàng mới | 20"
    return valued and (shown or shape[0] == _MEASURED) and any(token.type == "WORD" for token in name)


def _with_wholes(rows: list[Cells], *, titled: bool) -> list[Cells]:
    """Rows of parts with the name of the whole before their own: "Thủy sản | tấn | 78 | - Nuôi | tấn | 52"."""
    out: list[Cells] = []
    whole: list[Token] = []
    for row in rows:
        at = 1 if len(row[0]) == 1 and may_number(row[0][0]) else 0
        begun = _begin_of_part(row[at])
        if begun and whole:
            out.append([*row[:at], copies_of(whole), row[at][begun:], *row[at + 1 :]])
        else:
            whole = row[at]
            out.append(row)
    return out[1:] if titled else out


def _begin_of_part(name: list[Token]) -> int:
    """Behind which token a name begins that a dash shows to be a part of what stands before; 0 where none does."""
    for at, token in enumerate(name[:LISTED]):
        if token.type == "DASH" and (not at or name[at - 1].key == ":"):
            return at + 1
    return 0


def _is_labelled(cell: list[Token], what: str) -> bool:
    """ "9.1. Nhà tạm | Không | 9.2. Tỷ lệ … | ≥ 80%": a row of a criterion, whose value may be a state or a figure."""
    return what == _LABEL or names_by_label(cell)


def _shape(cells: Cells) -> list[str]:
    shape: list[str] = []
    label: list[Token] = []
    for at, cell in enumerate(cells):
        before = shape[-1] if shape else ""
        if is_idle(cell):
            what = _IDLE
        elif says_state(cell) or is_graded(Cell(cell)):
            what = _STATE
        elif (
            (not at or label)
            and len(cell) == 1
            and (not label or numbers_on(label[0], cell[0]) or _numbers_another(label[0], cells, at))
            and may_number(cell[0])
        ):
            what, label = _LABEL, cell
        elif (is_value(cell) and holds_value(cell_of(cell))) or (at and len(list_groups(cell)) > 1):
            what = _VALUE
        elif before in _NAMES and is_unit(Cell(cell), stated=False):
            what = _UNIT
        else:
            what = _MEASURED if take_bracket_unit(Cell(list(cell))) else _NAME
        shape.append(what)
    return shape


def _numbers_another(label: Token, cells: Cells, at: int) -> bool:
    """ "4.6 | Người lớn biết chữ | 99% trở lên | 8.5 | Tỷ lệ thất nghiệp | < 4%": of another part of the table.

    What stands before is no bare figure, as this would be, and what stands behind a name.
    """
    before, behind = cells[at - 1], cells[at + 1] if at + 1 < len(cells) else []
    parts = "." in label.key and "." in cells[at][0].key
    return (
        parts
        and len(before) > 1
        and bool(behind)
        and behind[0].type == "WORD"
        and behind[0].text[:1].isupper()
    )


def _rows_in_cells(cells: Cells) -> list[Cells]:
    """Cells each of which is a row, numbered one after the other or a part of such, maybe behind one of headings.

    "TT Chỉ tiêu ĐVT KH 2025 | 1 Sản lượng điện triệu kWh 1.320 | 2 Hệ số khả dụng % 94,5",
    "STT Chỉ tiêu ĐVT KH 2026 | 4 Diện tích gieo trồng ha 2.145 | Trong đó: - Lúa ha 1.320 | + Năng suất tạ/ha 58,6".
    """
    headed = bool(cells[0]) and kinds_of(cells[0]) == ("number",)
    if headed and any("result" in kinds_of(cells[0][at:]) for at in range(1, len(cells[0]))):
        return []
    rows = cells[1:] if headed else cells
    if len(rows) < 2 or not all(rows) or not may_number(rows[0][0]):
        return []
    numbered = [row for row in rows if may_number(row[0])]
    if not all(numbers_on(one[0], other[0]) for one, other in pairwise(numbered)):
        return []
    if not all(row in numbered or _begin_of_name(row) for row in rows):
        return []
    parted = [part_row(row[_begin_of_name(row) :]) for row in rows]
    if not all(parted):
        return []
    return [
        [row[: _begin_of_name(row)], *cells] if may_number(row[0]) else cells
        for row, cells in zip(rows, parted, strict=True)
    ]


def _begin_of_name(row: list[Token]) -> int:
    """Where the name of a row begins behind its number, or what shows that it is a part: "Trong đó: - Lúa", "+ Ngô"."""
    if may_number(row[0]):
        return 1
    at = 1 if "AMONG" in row[0].marks else 0
    at += 1 if at < len(row) and row[at].key == ":" else 0
    return at + 1 if at < len(row) and (row[at].type == "DASH" or row[at].key == "+") else at
