"""Labels of a part of time that head values: "Q1", "Quý I", "T6", "6T", "H1", "Năm 2026", "Cả năm", "9 tháng"."""

from __future__ import annotations

import re

from chitieu.reading.rows.cells import Cell, Cells, cell_of, cell_under, is_value
from chitieu.reading.rows.columns import is_plain_year
from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import A_YEAR, CUT_MONTH, WHOLE_YEAR, words

#: "Q1", "T12", "H2".
_CUT_SHORT = re.compile(rf"(?:{'|'.join(words('TIME_CUT_SHORT'))})(?:[1-9]|1[0-2])")
_NUMBER = re.compile(r"0?[1-9]|[1-5][0-9]")
_PARTS = frozenset(words("PERIODS")) - {A_YEAR}
_TIMES = frozenset(words("UNIT_OF_TIME"))
#: "6 tháng đầu năm" is one token behind its number or two.
_OF_A_YEAR, _PARTS_OF_YEAR = frozenset(words("OF_A_YEAR")), frozenset((*words("PART_OF_YEAR"), CUT_MONTH))
#: So many cells of periods in a row are no chance.
_SEVERAL = 2


def period_end(tokens: list[Token], at: int) -> int:
    """Where the label of a part of time ends that begins at a place, its year too; the place where none does.

    "Quý I năm 2025", "Q1/2025", "Tháng 3 2025".
    """
    end = _end_of_part(tokens, at)
    if end == at or end == len(tokens) or any(map(is_plain_year, tokens[at:end])):
        return end
    year = end + (tokens[end].type == "SLASH")
    dated = _end_of_year(tokens, year) if year < len(tokens) else year
    return dated if dated > year else end


def _end_of_part(tokens: list[Token], at: int) -> int:
    if at >= len(tokens):
        return at
    first, second = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if first.type == "WORD":
        numbered = first.key in _PARTS and second is not None and _is_number(second)
        if numbered:
            return at + 2  # "Quý 1", "Tháng 3"
        whole = "PERIOD_OF_YEAR" in first.marks and first.key not in _PARTS
        if whole or first.key == WHOLE_YEAR or _CUT_SHORT.fullmatch(first.key):
            return at + 1
    elif second is not None and _is_number(first):
        if second.key in _PARTS_OF_YEAR:
            return at + 2
        if second.key in _PARTS:
            return at + 2 + any(token.key in _OF_A_YEAR for token in tokens[at + 2 : at + 3])
    return _end_of_year(tokens, at)


def _end_of_year(tokens: list[Token], at: int) -> int:
    """ "2025", "Năm 2026"."""
    year = at + (tokens[at].key == A_YEAR)
    return year + 1 if year < len(tokens) and is_plain_year(tokens[year]) else at


def _is_number(token: Token) -> bool:
    return token.type == "NUMBER" and _NUMBER.fullmatch(token.key) is not None


def is_period(cell: list[Token]) -> bool:
    """Whether a cell is the label of a part of time and nothing else."""
    return bool(cell) and period_end(cell, 0) == len(cell)


def value_of_period(cell: list[Token]) -> int:
    """Where the value begins that a cell has behind the label of a period: "Q1 94", "Năm 2026 1.320"; 0 for none.

    A figure that looks like a year is no value there, "Quý I 2025", nor is one that goes on with a duration,
    "6 tháng 15 ngày".
    """
    end = period_end(cell, 0)
    if not end or not is_value(cell[end:]):
        return 0
    lasts = cell[0].type == "NUMBER" and any(token.key in _TIMES for token in cell[end:])
    return 0 if lasts else end


def _begin_of_value(cell: list[Token]) -> int:
    """Where the value begins that words stand before in a cell; 0 where none do."""
    return next((at for at in range(1, len(cell)) if is_value(cell[at:])), 0) if not is_value(cell) else 0


def period_cells(wholes: Cells) -> dict[int, list[Cell]]:
    """By the place of a cell, the value of a period that it holds under the label of that.

    A label that is a number as well is known where another cell has a label too: "6 tháng 450 | 9 tháng 700". What
    other words before a value behind them say nobody knows: "T7 2 ca | CN 3 ca".
    """
    begins = {at: begun for at, whole in enumerate(wholes) if at and (begun := value_of_period(whole))}
    if wholes and value_of_period(wholes[0]):
        return {}  # "Năm 2025 đạt 95% | Năm 2026 đạt 97%": no cell names what they are of
    if len(begins) < _SEVERAL and any(wholes[at][0].type == "NUMBER" for at in begins):
        return {}
    for at, whole in enumerate(wholes) if begins else ():
        part = _end_of_part(whole, 0) if at and at not in begins else 0
        if part and len(whole) == part + 1 and is_plain_year(whole[part]):
            begins[at] = part  # "Q1 2000 | Q2 2100"
    found: dict[int, list[Cell]] = {}
    for at, begun in begins.items():
        heading, value = wholes[at][:begun], wholes[at][begun:]
        found[at] = [cell_under(heading, value) or Cell(value, heading, "named")]
    for at, whole in enumerate(wholes) if begins else ():
        begun = _begin_of_value(whole) if at > min(begins) and at not in begins else 0
        if begun and not cell_of(whole).heading:
            found[at] = [Cell(whole[begun:], whole[:begun])]
    return found
