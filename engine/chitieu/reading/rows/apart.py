"""Cells that each state a target of their own: "MTBF ≥ 120 giờ | MTTR ≤ 45 phút" is a list and no row."""

from __future__ import annotations

import re

from chitieu.reading.rows.cells import (
    CLOSING,
    Cell,
    Cells,
    cell_of,
    code_length,
    is_value,
    may_number,
    opens_value,
    take_bracket_unit,
)
from chitieu.reading.rows.columns import is_plain_year, kinds_of, year_of
from chitieu.reading.rows.periods import value_of_period
from chitieu.reading.tokens.scanner import Contents, Token
from chitieu.reading.tokens.surroundings import COMPARING, COMPARING_SIGNS, has_unit
from chitieu.text.spoken import words

_TIMED = frozenset({"YEAR_WORD", "TIME", "PERIOD"})
#: "Khối 9" has so many tokens.
_NUMBERED = 2
#: A name behind its share takes so many words at least, a heading at most.
_SHARED = 3
#: So near the beginning stands the colon of a heading.
_HEADED = 8
#: What may head a column and begin a name as well: "điểm QA".
_NO_HEADINGS = ((), ("weight",))
_NUMBER = re.compile(r"[0-9]{1,2}")
_PROGRESS = frozenset(words("PROGRESS_OF_ROW"))
_BOUNDING = COMPARING | CLOSING
_PERIODS, _COUNTS = frozenset(words("PERIODS")), frozenset(words("COUNT_NAMED"))
_NONE = frozenset({"0", "00"})
#: So many words may stand behind the unit of a rate: "tấn hơi".
_ENDING = 2


def state_apart(cells: Cells) -> bool:
    """Whether two cells or more have each a name with its value, and none a value without a name.

    The first may only head them: "Phòng Kỹ thuật | MTBF ≥ 120 giờ | MTTR ≤ 45 phút". One may say at what hours:
    "Ưu tiên 1 | Phản hồi ≤ 15 phút | Khắc phục ≤ 2 giờ | 24x7".
    """
    cells = [
        cell for cell in _without_numbers(cells) if cell and not (len(cell) == 1 and cell[0].type == "CLOCK")
    ]
    lengths = [code_length(cell) for cell in cells]
    bare = [cell[length:] for cell, length in zip(cells, lengths, strict=True)]
    if len(bare) < 2 or not all(bare) or any(map(is_value, bare)):
        return False
    if _states(bare[0]):
        return any(map(_states, bare[1:]))
    if any(map(value_of_period, bare[1:])):
        return False  # "Doanh thu | Q1 120 tỷ đồng | Q2 145 tỷ đồng"
    stated = all(_states(cell, coded=length > 0) for cell, length in zip(bare[1:], lengths[1:], strict=True))
    return len(bare) > 2 and stated and _heads(bare[0]) and not _are_named(bare[1:])


def part_cells(tokens: list[Token], contents: Contents, cells: Cells) -> None:
    """Write the bars between such cells as the semicolons that they stand for, or the colon behind a head.

    A label ends in a stop, as it is no part of a name.
    """
    cells = [cell for cell in cells if cell]
    first = next((token for token in tokens if token.key == "|"), None)
    if first is not None and (numbered := _without_numbers(cells)) is not cells:
        labels = [cell[0] for cell in cells if cell not in numbered]
        for label in labels:
            bar = next(token for token in tokens if token.key == "|" and token.start >= label.end)
            label.account, bar.key = "label", "."
        cells = numbered
    lengths = [code_length(cell) for cell in cells]
    for cell, length in zip(cells, lengths, strict=True):
        for token in cell[:length]:
            token.account = "label" if token.type == "NUMBER" else token.account
        if length:
            cell[length - 1].key = "."
    headed = not any(lengths[1:]) and not _states(cells[0][lengths[0] :]) and cells[0][-1].key != ":"
    for token in tokens:
        if token.key == "|":
            token.key = ":" if headed and token.start < cells[1][0].start else ";"
    contents.keys.discard("|")
    contents.keys.update((";", ":", "."))


def _without_numbers(cells: Cells) -> Cells:
    """The cells behind the number of a row, or of each: "14.1 | Trẻ vào lớp 1 đạt từ 95% | 14.2 | Tốt nghiệp ≥ 90%"."""
    labels = cells[::2]
    if len(cells) > _SHARED and all(len(cell) == 1 and may_number(cell[0]) for cell in labels):
        return cells[1::2]
    numbered = len(cells) > 1 and len(cells[0]) == 1 and _NUMBER.fullmatch(cells[0][0].key)
    return cells[1:] if numbered else cells


def _heads(cell: list[Token]) -> bool:
    """Whether a cell holds no figure and no heading of a column: "Tài chính", "Khối 9", "Mức 2 - Nặng", "KPI quý 3"."""
    numbered = len(cell) > 1 and cell[0].type == "WORD" and _NUMBER.fullmatch(cell[1].key)
    apart = len(cell) == _NUMBERED or (len(cell) > _NUMBERED and cell[_NUMBERED].type in ("DASH", "SIGN"))
    named = [cell[0], *cell[_NUMBERED:]] if numbered and apart else cell
    whole = all(token.type != "NUMBER" or _is_of_time(named[:at], token) for at, token in enumerate(named))
    return whole and (not kinds_of(cell) or (len(cell) > 1 and kinds_of(cell) == ("name",)))


def _is_of_time(before: list[Token], number: Token) -> bool:
    """ "tháng 9", "quý 3", "9/2025"."""
    return is_plain_year(number) or any(token.key in _PERIODS for token in before[-1:])


def _are_named(cells: Cells) -> bool:
    """ "Số hộ nghèo | Xã A: 12 hộ | Xã B: 15 hộ": each value behind the colon of its name, as in a row."""
    return all(cell_of(cell).kind == "named" and not _names_its_unit(cell) for cell in cells)


def _names_its_unit(cell: list[Token]) -> bool:
    """ "Diện tích (ha): 1.120"."""
    colon = next((at for at, token in enumerate(cell) if token.key == ":"), 0)
    return bool(take_bracket_unit(Cell(cell[:colon])))


def _states(cell: list[Token], *, coded: bool = False) -> bool:
    """ "Công nợ quá hạn < 3%", "Doanh số: 18 tỷ đồng", "100% máy trạm cài phần mềm EDR", "≥ 70% hộ dân có mạng".

    Behind its code a count needs no more words: "KR2: 12 khách hàng mới".
    """
    cell = _without_end(cell)
    if not cell or (cell[0].type not in ("WORD", "NUMBER") and not opens_value(cell)):
        return False
    if "ABSENT" in cell[0].marks:
        return len(cell) >= _SHARED  # "không có bạo lực học đường"
    if "ABSENT" in cell[-1].marks:
        return cell[-2].type == "WORD" or cell[-2].key == ":"  # "Lỗi nghiêm trọng: không được có"
    shared = _behind_its_head(cell)
    if opens_value(shared):
        at = next(at for at, token in enumerate(shared) if token.type == "NUMBER")
        measured = any(map(_measures, shared[at + 1 : at + 2])) or shared[at].key in _NONE
        if measured and sum(token.type == "WORD" for token in shared) >= (1 if coded else _SHARED):
            return True
        if shared is cell:
            return False
    begun = next((at for at in range(len(cell)) if is_value(cell[at:])), len(cell))
    name, value = cell[:begun], cell[begun:]
    behind_colon = bool(name) and name[-1].key == ":"
    name = name[:-1] if behind_colon else name
    colon = max((at for at, token in enumerate(name) if token.key == ":"), default=-1)
    name = name[colon + 1 :]  # "KPI quý II - Phòng Kinh doanh: Doanh số 18 tỷ đồng"
    named = [token for token in name if token.type == "WORD" and token.marks.isdisjoint(_TIMED)]
    if not value or not named or (len(named) == len(name) == 1 and year_of(name)):
        return False
    if " ".join([token.key for token in name]) in _PROGRESS:
        return False  # "… lên 500 khách hàng | tiến độ: 65%"
    if kinds_of(name if len(named) <= _SHARED else name[:1]) not in _NO_HEADINGS:
        return False  # "Mục tiêu ≥ 98%", "Kế hoạch năm 2025: 90%"
    led = any(t.type in COMPARING_SIGNS or not t.marks.isdisjoint(_BOUNDING) for t in value)
    marked_of = any(token.type == "SLASH" for token in value) and not year_of(value)  # "CSAT 4,4/5"
    # "Số sự cố: 0", "Diện tích (ha): 1.120"
    counted = behind_colon and (name[0].key in _COUNTS or _names_its_unit(cell))
    return led or marked_of or counted or any(map(has_unit if behind_colon else _measures, value))


def _without_end(cell: list[Token]) -> list[Token]:
    """A cell without its last bracket, or the last words of a rate: "giảm 50% (từ 14 còn 7)", "≤ 152 kg/tấn hơi"."""
    opened = max((at for at, token in enumerate(cell) if token.key == "("), default=0)
    if opened > 1 and cell[-1].key == ")" and any(token.type == "NUMBER" for token in cell[:opened]):
        return cell[:opened]
    slash = next((at for at in range(len(cell) - 2, 1, -1) if cell[at].type != "WORD"), 0)
    rated = cell[slash].type == "SLASH" and len(cell) - slash - 2 <= _ENDING
    return cell[: slash + 2] if slash and rated else cell


def _measures(token: Token) -> bool:
    """Whether a token is what a figure is of: "25 nhân viên", "18 tỷ đồng"."""
    return has_unit(token) or "NOUN" in token.marks


def _behind_its_head(cell: list[Token]) -> list[Token]:
    """ "Thôn thông minh: ≥ 70% hộ dân có mạng": the share behind the heading of all cells, not of its column."""
    colon = next((at for at, token in enumerate(cell[:_HEADED]) if token.key == ":"), 0)
    return cell[colon + 1 :] if colon and kinds_of(cell[:colon]) in _NO_HEADINGS else cell
