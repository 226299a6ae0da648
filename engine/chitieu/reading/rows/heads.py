"""The headings that stand before the rows of a table, in a line of their own or in the line of the rows."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from chitieu.reading.rows.cells import (
    LISTED,
    Cell,
    Cells,
    cell_of,
    copies_of,
    holds_value,
    is_idle,
    is_value,
    may_number,
    take_bracket_unit,
    with_unit,
)
from chitieu.reading.rows.columns import heads_alone, is_plain_year, kinds_of, may_head
from chitieu.reading.rows.periods import is_period
from chitieu.reading.rows.timed import under_times
from chitieu.reading.tokens.scanner import Token, keyed, new_token
from chitieu.text.spoken import words

#: Words of a time that a figure may be of: "TH 6 tháng", "Quý 2".
_TIMES = frozenset(words("PERIODS"))
_UNIT_SAID = words("UNIT_HEAD")[0]
_OF_TIME = frozenset({"YEAR_WORD", "PERIOD", "PERIOD_OF_YEAR", "TIME"})
#: Marks of a time that needs no year.
_OF_PART = frozenset({"PERIOD_OF_YEAR", "TIME"})
#: Kinds of columns whose heading a cell may repeat before a word.
_REPEATED = (("number",), ("name",))
_RATIOS = frozenset({"ratio", "growth", "done"})
#: Kinds of columns whose cells are values in every row.
_FILLED = frozenset({"plan", "result"})
#: What the first column may hold.
_FIRST = frozenset({"number", "name"})
#: Kinds of the columns before those of groups.
_NAMING = frozenset({"number", "name", "unit"})
#: So many tokens, at most, are one heading.
_LONGEST = 7
#: So many unknown headings may stand behind the known ones.
_UNKNOWN = 2


def under_heads(lines: list[Cells]) -> tuple[list[Cells], list[Token]]:
    """The cells below a row of headings, each with the heading of its column; and the tokens of that row.

    A unit that the headings tell for all rows becomes a cell of every row that has none.
    """
    title, line = _without_title(lines[0])
    timed, rows, said = under_times(line) if len(lines) == 1 else ([], [], [])
    if timed:
        return [_headed(timed, row, []) for row in rows], [
            *title,
            *said,
            *(t for head in timed for t in head),
        ]
    told, first = _without_unit(_parted_at_colon(line))
    known = [_is_heading(cell) for cell in first]
    some = any(known)
    known = [heads or (some and _is_time(cell)) for heads, cell in zip(known, first, strict=True)]
    if len(lines) > 1 and sum(known) >= LISTED and not any(map(_states, first)):
        heads, below = first, lines[1:]
    else:
        heads, below = _in_line(first, known, united=bool(told))
        if not heads:
            return lines, []
        below += lines[1:]
    seen = [*title, *(token for head in heads for token in head), *told]
    at = _name_at(heads)
    if at is not None and (unit := take_bracket_unit(named := Cell(list(heads[at])))):
        heads[at], told = named.tokens, unit  # "Chỉ tiêu (ĐVT: tỷ đồng)"
    if any(kinds_of(head) == ("unit",) for head in heads):
        told = []
    headed = [_headed(heads, cells, told) if _fit(heads, cells) else cells for cells in below]
    return [cells for cells in headed if any(cells)], seen


def glued_heads(tokens: list[Token]) -> tuple[Cells, list[Token]]:
    """The headings that a text without bars begins with, one behind the other, and what stands behind them.

    "TT Chỉ tiêu ĐVT TH 2024 KH 2025 7 Giá vốn hàng bán % 83,6 82,1": none where no plan is among them.
    """
    heads: Cells = []
    at = 0
    while at < len(tokens) and may_head(tokens[at]):
        ends = range(min(at + _LONGEST, len(tokens)), at, -1)
        end = next((end for end in ends if heads_alone(tokens[at:end])), at)
        if end == at:
            break
        heads.append(tokens[at:end])
        at = end
    kinds = [kinds_of(head) for head in heads]
    named = _name_at(heads)
    if len(heads) < LISTED or named is None or ("unit",) not in kinds:
        return [], tokens
    if not any("plan" in kind for kind in kinds[kinds.index(("unit",)) :]) and not any(map(_plans, kinds)):
        return [], tokens
    if at < len(tokens) and tokens[at].key == ":":
        at += 1
    return heads, tokens[at:]


def under_glued_heads(heads: Cells, rows: list[Cells]) -> list[Cells]:
    """The cells of rows below such headings, the number of each a cell of its own; none where one does not fit.

    Nobody can part two names, "Mục tiêu Thước đo … Nâng hiệu quả sử dụng vốn ROE": they are one.
    """
    named = _name_at(heads) or 0
    if rows and "name" in kinds_of(heads[named + 1]):
        heads = [*heads[: named + 1], *heads[named + 2 :]]
    headed = kinds_of(heads[0]) == ("number",)
    below: list[Cells] = []
    for row in rows:
        name = row[0]
        numbered = len(name) > 1 and may_number(name[0]) and name[1].text[:1].isupper()
        number = name[:1] if numbered else []
        for token in number if not headed else ():
            token.account = "label"
        cells = [*([number] if headed else []), name[len(number) :], *row[1:]]
        crowded = any(one.type == two.type == "NUMBER" for one, two in pairwise(name))
        if len(cells) != len(heads) or crowded:
            return []  # "… khách hàng 20 150 2 Tỷ lệ giữ chân": another row stands in the name
        below.append(cells)
    return under_heads([heads, *below])[0]


def _plans(kinds: tuple[str, ...]) -> bool:
    return "plan" in kinds and "name" not in kinds


def _name_at(heads: Cells) -> int | None:
    """Which column holds the names: the first whose heading may say so, "Chỉ tiêu | … | Mục tiêu"."""
    return next((at for at, head in enumerate(heads) if "name" in kinds_of(head)), None)


def _headed(heads: Cells, cells: Cells, told: list[Token]) -> Cells:
    none: list[Token] = []
    row = [_under(head, cell) for head, cell in zip_longest(heads, cells, fillvalue=none)]
    own = any("RATE" in cell[0].marks or take_bracket_unit(Cell(list(cell))) for cell in cells if cell)
    return row if own or not told or not any(cells) else [*row, _unit_cell(told)]


def _unit_cell(told: list[Token]) -> list[Token]:
    """A unit that is told for all rows as the cell of one: with the word that says so."""
    unit = [token for token in copies_of(told) if token.key != ":"]
    if kinds_of(unit[:1]) == ("unit",):
        unit = unit[1:]
    at = unit[0].start
    return [new_token("WORD", _UNIT_SAID, "", at, at), new_token("SIGN", ":", ":", at, at), *unit]


def _without_unit(cells: Cells) -> tuple[list[Token], Cells]:
    """The unit told before the headings, and these: "ĐVT: tỷ đồng | Chỉ tiêu", or a line end between them."""
    first = cells[0]
    if len(first) < LISTED or kinds_of(first[:1]) != ("unit",) or first[1].key != ":" or is_value(first[2:]):
        return [], cells
    end = next((at for at in range(LISTED, len(first)) if _is_heading(first[at:])), len(first))
    return first[:end], [*([first[end:]] if first[end:] else []), *cells[1:]]


def _without_title(cells: Cells) -> tuple[list[Token], Cells]:
    """ "Phân kỳ kế hoạch 2025: Chỉ tiêu | Q1 | Q2": the title before the headings, and these."""
    first = cells[0]
    colon = next((at for at, token in enumerate(first) if token.key == ":"), 0)
    head = first[colon + 1 :]
    if not colon or not head or not heads_alone(head) or _FIRST.isdisjoint(kinds_of(head)):
        return [], cells
    return (first[: colon + 1], [head, *cells[1:]]) if all(map(is_known_heading, cells[1:2])) else ([], cells)


def _parted_at_colon(cells: Cells) -> Cells:
    """The cells, the last of several headings parted from the name behind it: "So sánh (%): Tỷ lệ hộ nghèo"."""
    for at, cell in enumerate(cells):
        colon = next((n for n, token in enumerate(cell) if token.key == ":"), 0)
        if at >= LISTED - 1 and colon and cell[colon + 1 :]:
            head, rest = cell[:colon], cell[colon + 1 :]
            whole = not keyed(head, "(") or keyed(head, ")")
            named = not is_value(rest) and rest[0].type == "WORD"
            numbered = len(rest) == 1 and may_number(rest[0]) and at + 1 < len(cells)  # "KH năm 2025: 1 | …"
            if whole and is_known_heading(head) and (named or numbered):
                return [*cells[:at], head, rest, *cells[at + 1 :]]
        if not _is_heading(cell) and not _is_time(cell):
            break
    return cells


def _in_line(cells: Cells, known: list[bool], *, united: bool) -> tuple[Cells, list[Cells]]:
    """The headings that a line begins with, and the rows behind them; none where it begins with none."""
    count = len(cells)
    run = next((at for at in range(count) if not known[at]), count)
    if run == count:
        return [], []
    least = LISTED - 1 if united or any(token.key == "(" for token in cells[0]) else LISTED
    ends = [
        end for end in (run, run - 1) if end >= least
    ]  # "… | Chỉ số gia nhập thị trường": a name may look so
    if run >= LISTED - 1:
        ends += [end for end in range(run, min(run + _UNKNOWN, count - 1) + 1) if _are_words(cells[run:end])]
    for end in ends:
        rows = _rows_of(cells, end)
        if _fills(cells[:end], rows):
            return cells[:end], rows
    if run <= LISTED and (grouped := _end_of_groups(cells, run)):
        return cells[:grouped], _rows_of(cells, grouped)
    if run == 1 or not known[0]:
        return _under_title(cells, known)
    return (cells[:run], _rows_of(cells, run)) if run >= LISTED else ([], [])


def _end_of_groups(cells: Cells, run: int) -> int:
    """ "Chỉ tiêu | CN Hà Nội | CN Đà Nẵng | Phí bảo hiểm gốc (tỷ đồng) | 85 | 62": where unknown headings end.

    Behind ``run`` known ones they head the values of groups, where all rows behind have a name and as many values; 0
    where no headings do.
    """
    naming = all(not _NAMING.isdisjoint(kinds_of(head)) for head in cells[:run])
    if not naming or _name_at(cells[:run]) is None:
        return 0
    last = next((at for at in range(run, len(cells)) if cells[at] and holds_value(cell_of(cells[at]))), 0)
    for end in range(run + LISTED - 1, last):
        rows = _rows_of(cells, end)
        worded = all(cell and cell[0].type == "WORD" for cell in cells[run:end])
        if worded and rows and all(len(row) == end and _is_of_groups(row, run) for row in rows):
            return end
    return 0


def _is_of_groups(row: Cells, run: int) -> bool:
    values = [cell for cell in row[run:] if not is_idle(cell)]
    named = not any(holds_value(cell_of(cell)) for cell in row[:run] if cell and not may_number(cell[0]))
    return (
        named
        and any(cell and cell[0].type == "WORD" for cell in row[:run])
        and bool(values)
        and all(map(is_value, values))
    )


def _rows_of(cells: Cells, end: int) -> list[Cells]:
    bars = 0 if cells[end] else 1  # a bar ends a line, another one opens the next
    step = end + bars
    return [cells[at : at + end] for at in range(step, len(cells), step)]


def _are_words(cells: Cells) -> bool:
    return all(cell and not any(token.type == "NUMBER" for token in cell) for cell in cells)


def _fills(heads: Cells, rows: list[Cells]) -> bool:
    """Whether rows fill their headings: numbers, words and values where each of them is to stand."""
    kinds = [kinds_of(head) for head in heads]
    name = _name_at(heads)
    wanted = [
        (at != name and not _FILLED.isdisjoint(kinds[at])) or _is_time(head) for at, head in enumerate(heads)
    ]
    if not any(wanted) or not rows:
        return False
    for row in rows:
        if len(row) != len(heads):
            return False
        for kind, filled, cell in zip(kinds, wanted, row, strict=True):
            if filled and not (is_idle(cell) or holds_value(cell_of(cell))):
                return False
            if kind == ("number",) and not _numbers(cell):
                return False
            if kind in (("name",), ("unit",)) and cell and is_value(cell):
                return False
    return True


def _numbers(cell: list[Token]) -> bool:
    """Whether a cell may number a row: "1", "2.1", "IV", "-", or nothing."""
    return len(cell) <= LISTED and (
        not cell or is_idle(cell) or may_number(cell[0]) or cell[0].type == "WORD"
    )


def _under_title(cells: Cells, known: list[bool]) -> tuple[Cells, list[Cells]]:
    """ "III | Hiệu quả | TH 2024 | KH 2025 | 1 | ROE (%) | 12,4 | 13,0": the title of a part stands for "Chỉ tiêu"."""
    begun = next((at for at, heads in enumerate(known) if heads), len(cells))
    end = next((at for at in range(begun, len(cells)) if not known[at]), len(cells))
    if not 0 < begun < LISTED or end - begun < LISTED - 1 or end == len(cells):
        return [], []
    heads: Cells = [*([[]] * begun), *cells[begun:end]]
    rows = _rows_of(cells, end)
    titled = all(row[begun - 1 : begun] and _are_words(row[begun - 1 : begun]) for row in rows)
    if not titled or is_value(cells[begun - 1]) or not _fills(heads, rows):
        return [], []
    return heads, rows


def is_known_heading(cell: list[Token]) -> bool:
    """Whether a cell is a known heading or only names a time: "Chỉ tiêu", "KH 2025", "Năm 2030"."""
    return bool(cell) and (_is_heading(cell) or _is_time(cell))


def _is_heading(cell: list[Token]) -> bool:
    """Whether a cell is a known heading, which may end in a time: "Kế hoạch 2021-2025", "TH 6 tháng"."""
    if not cell or is_value(cell) or not kinds_of(cell):
        return False
    return not (_states(cell) or _fills_its_own(cell))


def _fills_its_own(cell: list[Token]) -> bool:
    """ "STT: III.5", "Chỉ tiêu: Tổng đàn gia súc": a cell that repeats its heading before what it holds."""
    colon = next((at for at, token in enumerate(cell) if token.key in (":", "(")), 0)
    if not colon or cell[colon].key == "(" or colon + 1 == len(cell):
        return False
    return kinds_of(cell[:colon]) in _REPEATED and not kinds_of(cell[colon + 1 :])


def _is_time(cell: list[Token]) -> bool:
    """Whether a cell only names a time: "Năm 2026", "2027", "Giai đoạn 2026-2030", "Đến 2030", "Quý II", "Q1"."""
    timed = all(
        is_plain_year(token) or token.type == "DASH" or token.key in _TIMES or token.marks & _OF_TIME
        or (at and token.type == "NUMBER" and cell[at - 1].key in _TIMES)
        for at, token in enumerate(cell)
    )  # fmt: skip
    timed = timed and any(
        is_plain_year(token) or token.marks & _OF_PART or token.key in _TIMES for token in cell
    )
    return timed or is_period(cell)


def _states(cell: list[Token]) -> bool:
    """Whether a cell holds a value, and not only a time: "KH 2025: 43,0"."""
    if not cell or not is_value(cell_of(cell).tokens):
        return False
    behind = [*cell[1:], None]
    timed = all(
        is_plain_year(token) or (following is not None and following.key in _TIMES)
        for token, following in zip(cell, behind, strict=True)
        if token.type == "NUMBER"
    )
    return not timed or any(token.key == ":" for token in cell)


def _fit(heads: Cells, cells: Cells) -> bool:
    """Whether cells may stand under headings: no more of them, a word where the unit stands, no figure for a name."""
    if any(cells[len(heads) :]):
        return False
    for head, cell in zip(heads, cells, strict=False):
        kinds = kinds_of(head)
        if cell and (
            (kinds == ("unit",) and holds_value(Cell(cell))) or (kinds == ("name",) and is_value(cell))
        ):
            return False
    return True


def _under(head: list[Token], cell: list[Token]) -> list[Token]:
    """A cell behind the heading of its column, and with the unit that this has in brackets: "Mục tiêu 2025 (điểm)"."""
    if not head or not cell:
        return cell
    named, kinds = Cell([token for token in head if token.key != ":"]), kinds_of(head)
    unit = take_bracket_unit(named)
    if unit and _RATIOS.isdisjoint(kinds) and holds_value(Cell(cell)):
        cell = with_unit(cell, unit)
    return [*copies_of(named.tokens), new_token("SIGN", ":", ":", head[-1].end, head[-1].end), *cell]
