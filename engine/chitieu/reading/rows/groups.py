"""Values of several groups in a row: "nội thành ≤ 24 giờ, tuyến xa ≤ 72 giờ", "≤ 30 (khám thường); ≤ 90 (khám sâu)"."""

from __future__ import annotations

from chitieu.reading.rows.cells import Cell, Cells, cell_of, cell_under, is_unit, is_value
from chitieu.reading.rows.columns import kinds_of
from chitieu.reading.tokens.scanner import Token, keyed
from chitieu.reading.tokens.surroundings import bounds, has_unit

_PARTING = frozenset({",", ";"})


def group_cells(wholes: Cells) -> dict[int, list[Cell]]:
    """By the place of a cell, the cells that it holds, each headed by the group that its value is for.

    Groups are told by a list within one cell, by brackets behind two values or more, or by words before bounded values
    behind a cell of their unit: "Tỷ lệ sai lỗi | % | Chuyền A ≤ 2 | Chuyền B ≤ 3".
    """
    found = {at: cells for at, whole in enumerate(wholes) if at and (cells := list_groups(whole))}
    if sum(map(len, found.values())) < 2:
        return {}
    first = min(found)
    united = any(map(_is_unit, wholes[1:first]))
    bracketed = all(wholes[at][-1].key == ")" for at in found)
    rest = [at for at in range(first, len(wholes)) if wholes[at] and at not in found]
    if not united and not (bracketed and not rest):
        return {at: cells for at, cells in found.items() if len(cells) > 1}
    return found


def list_groups(tokens: list[Token]) -> list[Cell]:
    """The values of a cell, each under the words before it or in its bracket; none where a part has neither."""
    if not any(map(bounds, tokens)):
        return []
    cells = [_grouped(part) for part in _parts(tokens)]
    known = [cell for cell in cells if cell is not None]
    return known if len(known) == len(cells) else []


def _parts(tokens: list[Token]) -> Cells:
    parts: Cells = [[]]
    depth = 0
    for token in tokens:
        depth += (token.key == "(") - (token.key == ")")
        if token.key in _PARTING and not depth:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _grouped(part: list[Token]) -> Cell | None:
    begun = next((at for at, token in enumerate(part) if bounds(token)), -1)
    if begun < 0:
        return None
    opened = next((at for at, token in enumerate(part) if token.key == "("), 0)
    if opened > begun and part[-1].key == ")":
        value, said = part[begun:opened], part[opened + 1 : -1]
    else:
        value, said = part[begun:], []
    heading = [token for token in part[:begun] if token.key != ":"]
    if not is_value(value) or bool(said) == bool(heading) or any(map(bounds, said)):
        return None
    heading = heading or said
    if heading[0].type != "WORD" or (said and is_unit(Cell(said), stated=False) and has_unit(said[0])):
        return None
    if not said and any(token.type not in ("WORD", "DASH") for token in heading):
        return None
    if any("STRIVE" in token.marks for token in heading):
        return Cell(value, heading, "plan")
    return cell_under(heading, value) or Cell(value, heading, "named")


def with_name_apart(cells: Cells) -> Cells:
    """ "Hộ có Internet: khu vực I: 95 | khu vực II: 85 - 90 | ĐVT: %": the cells, the name one of its own.

    What stands behind the first colon is headed as the next cell is: by a group, or by what a column holds.
    """
    colon = next((at for at, token in enumerate(cells[0]) if token.key == ":"), 0)
    name, rest = cells[0][:colon], cells[0][colon + 1 :]
    if not colon or not rest or len(cells) < 2 or keyed(name, "(") or kinds_of(name) == ("name",):
        return cells
    values = [cell_of(cell) for cell in (rest, cells[1]) if cell]
    headed = len(values) > 1 and all(cell.heading and is_value(cell.tokens) for cell in values)
    return [name, rest, *cells[1:]] if headed else cells


def _is_unit(cell: list[Token]) -> bool:
    return (
        bool(cell)
        and (has_unit(cell[0]) or any(token.type == "SLASH" for token in cell))
        and is_unit(Cell(cell), stated=False)
    )
