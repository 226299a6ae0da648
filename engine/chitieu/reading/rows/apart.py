"""Cells that each state a target of their own: "MTBF ≥ 120 giờ | MTTR ≤ 45 phút" is a list and no row."""

from __future__ import annotations

from chitieu.reading.rows.cells import Cells, is_value, opens_value
from chitieu.reading.rows.columns import kinds_of, year_of
from chitieu.reading.tokens.scanner import Contents, Token
from chitieu.reading.tokens.surroundings import COMPARING, COMPARING_SIGNS, has_unit

_TIMED = frozenset({"YEAR_WORD", "TIME", "PERIOD"})
#: A name behind its share takes so many words at least, a heading at most.
_SHARED = 3
#: So near the beginning stands the colon of a heading.
_HEADED = 8
#: What may head a column and begin a name as well: "điểm QA".
_NO_HEADINGS = ((), ("weight",))


def state_apart(cells: Cells) -> bool:
    """Whether two cells or more have each a name with its value, and none a value without a name."""
    if len(cells) < 2 or any(is_value(cell) for cell in cells if cell) or not _states(cells[0]):
        return False
    return any(map(_states, cells[1:]))


def part_cells(tokens: list[Token], contents: Contents) -> None:
    """Write the bars between such cells as the semicolons that they stand for."""
    for token in tokens:
        if token.key == "|":
            token.key = ";"
    contents.keys.discard("|")
    contents.keys.add(";")


def _states(cell: list[Token]) -> bool:
    """ "Công nợ quá hạn < 3%", "Doanh số: 18 tỷ đồng", "100% máy trạm cài phần mềm EDR", "≥ 70% hộ dân có mạng"."""
    if not cell or not (cell[0].type in ("WORD", "NUMBER") or cell[0].type in COMPARING_SIGNS):
        return False
    if "ABSENT" in cell[0].marks:
        return len(cell) >= _SHARED  # "không có bạo lực học đường"
    shared = _behind_its_head(cell)
    led = 1 if shared and shared[0].type in COMPARING_SIGNS else 0
    if opens_value(shared) and any(map(has_unit, shared[1 + led : 2 + led])):
        return sum(token.type == "WORD" for token in shared) >= _SHARED
    if led:
        return False
    begun = next((at for at in range(len(cell)) if is_value(cell[at:])), len(cell))
    name, value = cell[:begun], cell[begun:]
    name = name[:-1] if name and name[-1].key == ":" else name
    colon = max((at for at, token in enumerate(name) if token.key == ":"), default=-1)
    name = name[colon + 1 :]  # "KPI quý II - Phòng Kinh doanh: Doanh số 18 tỷ đồng"
    words = [token for token in name if token.type == "WORD" and token.marks.isdisjoint(_TIMED)]
    if not value or not words or (len(words) == len(name) == 1 and year_of(name)):
        return False
    if kinds_of(name if len(words) <= _SHARED else name[:1]) not in _NO_HEADINGS:
        return False  # "Mục tiêu ≥ 98%", "Kế hoạch năm 2025: 90%"
    led = any(t.type in COMPARING_SIGNS or not t.marks.isdisjoint(COMPARING) for t in value)
    marked_of = any(token.type == "SLASH" for token in value)  # "CSAT 4,4/5"
    return led or marked_of or any(map(has_unit, value))


def _behind_its_head(cell: list[Token]) -> list[Token]:
    """ "Thôn thông minh: ≥ 70% hộ dân có mạng": the share behind the heading of all cells, not of its column."""
    colon = next((at for at, token in enumerate(cell[:_HEADED]) if token.key == ":"), 0)
    return cell[colon + 1 :] if colon and kinds_of(cell[:colon]) in _NO_HEADINGS else cell
