"""What the cells of a row say: its number, its name, its unit and its values."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.clause.naming import words_of
from chitieu.reading.rows.attained import states_of_groups
from chitieu.reading.rows.cells import (
    LISTED,
    PLACES,
    Cell,
    Cells,
    cell_of,
    cell_under,
    holds_value,
    is_graded,
    is_idle,
    is_tick,
    is_unit,
    is_value,
    names_more,
    opens_value,
    parts_of,
    says_aside,
    says_state,
    take_bracket_unit,
    tells_how_often,
)
from chitieu.reading.rows.choosing import (
    PLANS,
    Row,
    Wanted,
    are_points,
    choose,
    compared_cells,
    compares,
    gives_points,
    lone_weights,
    put_aside,
    wanted_of,
)
from chitieu.reading.rows.columns import is_column, is_plain_year
from chitieu.reading.rows.groups import group_cells
from chitieu.reading.rows.numbered import is_number_of_part, is_number_of_row, label_length
from chitieu.reading.rows.periods import period_cells
from chitieu.reading.tokens.scanner import Token, keyed, new_token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARATORS,
    COMPARING,
    COMPARING_SIGNS,
    UNIT_TYPES,
    bounds,
    has_unit,
)
from chitieu.reading.told.scoring import may_earn_points
from chitieu.text.spoken import ATTAINS, HAVE, words

#: Words that say that a figure is to stay, or that there is to be none.
_HOLDING = frozenset({"HOLD", "ABSENT", "NEVER", "KEEP"})
#: What a row that states its target in words may have for values: what came of it, how many points it is worth.
_BESIDE = frozenset({"result", "weight"})
_REACHED = frozenset({"EQUALS", "OPENING"})
#: "04 KPI" has so many tokens.
_COUNTED = 2
#: What a part holds; what is done with such, and how many there are of them, is wanted.
_ITEMS, _COUNTS = frozenset(words("ITEM_OF_PART")), frozenset(words("COUNT"))
_MEETING = frozenset({"RATE", "SUM", "ATTAIN", "FINISH", "KEEP", "HOLD", "RISE"})
#: So near the beginning of a name stands what it counts: "Tổng số xã".
_COUNTED_NEAR = 3
#: What may stand behind the comparator that ends a name.
_BEHIND_BOUND = frozenset({"LEVEL_NAME", "EQUALS"})
#: A comparator that is hardly part of a name: "khiếu nại vượt cấp", "trên địa bàn".
_SET = frozenset({"AT_LEAST", "AT_MOST"})


def row_of(text: str, parts: Cells) -> Row | None:
    """The row that cells make; None where they make none."""
    row, cells = Row(), _cells_of(parts)
    row.aside = [token for cell in cells if says_aside(cell) for token in cell.tokens]
    cells = [cell for cell in cells if not says_aside(cell)] if row.aside else cells
    if len(cells) > 2 and is_number_of_part(cells[0], cells[1]):
        put_aside(row, cells.pop(0), "label")
    if len(cells) == 2 and _measures(*cells):
        return None  # "95 | %"
    if len(cells) > 1 and is_number_of_row(cells[0], cells[1]):
        put_aside(row, cells.pop(0), "label")
    often = [cell for cell in cells[1:] if tells_how_often(cell)]
    rest = [cell for cell in cells if cell not in often]
    if often and (compares(rest[0].tokens) or any(holds_value(cell) or _is_state(cell) for cell in rest[1:])):
        cells = rest
        for cell in often:  # "| 92% | 6 tháng/lần |"
            put_aside(row, cell, "description")
    if ":" in map(_last_but_one, cells) and (groups := states_of_groups(cells)):
        name = _name(text, row, [cell for cell in cells if cell not in groups][:1])
        _hold_each(text, row, name, cells[1:], groups)
        return row
    found = _names_and_values(cells)
    if found is None:
        return None
    names, values = found
    if _states_in_a_name(text, row, names, values, often=bool(often)) or _earns(row, names, values):
        return row
    unit = _take_unit(names, values) if names else None
    states = [cell for cell in names[1:] if _is_state(cell)] if not values else []
    if states and _tells_by_itself(names):
        return None
    if states:
        _hold(text, row, names, states, unit)
        return row
    if unit is None and values and _states_itself(names[-1] if names else None, values):
        tokens = names[0].tokens[label_length(names[0].tokens) :]
        row.wanted = [Wanted("", tokens, doubt=True)]
        for cell in values:
            put_aside(row, cell, "past")
        return row
    live = [cell for cell in values if holds_value(cell)]
    if not live or all(is_plain_year(cell.tokens[0]) and len(cell.tokens) == 1 for cell in live):
        return None
    counting = [cell for cell in live if cell.kind != "weight"] or lone_weights(row, live)
    if len(counting) == 1 and _heads_a_part(names, counting[0]):
        for cell in (*names, *values):
            put_aside(row, cell, "count" if cell is counting[0] else "description")
        return row
    pairs = _pairs(names, live) if unit is None or len(names) >= LISTED else []
    for cell in [unit] if unit is not None else []:
        put_aside(row, Cell(cell.heading), "name")
        put_aside(row, Cell(cell.tokens), "base")
    if pairs:
        head = words_of(text, names[0].heading)
        for one, cell in pairs:
            unit_of_name = _bracket_unit(row, one) or (unit.tokens if unit else [])
            row.wanted.append(wanted_of(f"{head} {_name(text, row, [one])}".strip(), cell, unit_of_name))
            row.wanted[-1].doubt = cell is not live[0] and len(live) >= LISTED and not compared_cells([cell])
        return row
    # "Tỷ lệ nhiễm khuẩn (%) | Số ca/tổng số ca | < 1,5"
    bracketed = (taken for cell in reversed(names) if (taken := _bracket_unit(row, cell)))
    measured = unit.tokens if unit else next(bracketed, [])
    bounded = any(compares(cell.tokens) for cell in names[1:])  # "Sự cố | Phản hồi ≤ 15 phút | 24"
    name = _name(text, row, names)
    bounded = bounded or any(cell.tokens and cell.tokens[-1] in row.named for cell in names[1:])
    stated = bounded or any(
        first.key == ":" and second.type == "NUMBER"
        for cell in names
        for first, second in pairwise(cell.tokens)
    )
    open_end = len(live) == 1 and _is_left_open(live[0], parts)
    between = any(says_state(cell.tokens) for cell in names[1:-1])  # "Nhà tạm | Không | Nhà kiên cố | ≥ 80%"
    row.doubt = stated or (row.doubt and not measured) or open_end or between or gives_points(live)
    resulted = any(cell.kind == "result" for cell in values)  # "| Kết quả 250 | Đạt yêu cầu": of the result
    graded = next((cell for cell in values if cell not in live and is_graded(cell) and not resulted), None)
    parted = 0
    for cell in values:
        if cell not in live and cell is not graded:
            put_aside(row, cell, "description" if _is_warning(cell) else "name")
            parted += any(token.type == "WORD" for token in cell.tokens)
        cell.parted = parted
    if names:
        _bound_by_name(row, names[-1].tokens, live)
    choose(row, name, live, measured, text)
    for token in row.named if not row.wanted else ():
        token.account = "unread"  # no name of anything
    if graded is not None:  # "| ≥ 90 điểm | Hoàn thành xuất sắc nhiệm vụ": a bound, and the grade that it is
        known = len(live) == 1 and compared_cells(live) and not graded.kind
        row.wanted.append(Wanted(name, graded.tokens, doubt=not known))
    return row


def _cells_of(parts: Cells) -> list[Cell]:
    """The cells of a row with their headings and signs, those that hold several values parted, without idle ones."""
    cells: list[Cell] = []
    wholes = [whole for whole in _with_their_signs(parts) if not is_idle(whole)]
    grouped = {**group_cells(wholes), **period_cells(wholes)}
    for at, whole in enumerate(wholes):
        split = grouped.get(at) or [cell_of(part) for part in parts_of(whole)]
        for cell in split:
            cell.shared = len(split) > 1
        cells += split
    if any(holds_value(cell) for cell in cells):
        cells = [cell for cell in cells if not is_tick(cell)]
    return _with_their_headings(cells)


def _names_and_values(cells: list[Cell]) -> tuple[list[Cell], list[Cell]] | None:
    """The cells before the first value, and the others; None where nothing has a name."""
    behind = next((at for at, cell in enumerate(cells) if at and holds_value(cell)), len(cells))
    names, values = cells[:behind], cells[behind:]
    if names and all(cell.heading and holds_value(cell) for cell in cells):
        return [], cells  # "Giải Nhất: 2 | Giải Nhì: 3"
    if len(names) == 1 and names[0].heading and holds_value(names[0]):
        return [Cell(names[0].heading)], [Cell(names[0].tokens), *values]  # "Diện tích (ha): 350 | 400"
    if not names or opens_value(names[0].tokens[label_length(names[0].tokens) :]):
        return None
    return names, values


def _states_in_a_name(text: str, row: Row, names: list[Cell], values: list[Cell], *, often: bool) -> bool:
    """Take a name that states what is wanted, where the values only say what was, how often or how much it counts."""
    held = [cell for cell in values if holds_value(cell)]
    told = (held or often) and all(cell.kind in _BESIDE for cell in held)
    stating = next((cell for cell in names if told and compares(cell.tokens)), None)
    if stating is None:
        return False
    lone = stating is names[0]  # else what it says may be of another thing than the name
    row.wanted = [Wanted("" if lone else _name(text, row, names[:1]), _whole(stating), doubt=not lone)]
    for cell in [*(cell for cell in names[1:] if cell is not stating), *values]:
        put_aside(row, cell, "past" if cell.kind == "result" else "description")
    return True


def _earns(row: Row, names: list[Cell], values: list[Cell]) -> bool:
    """Take a name that states what earns the points beside it."""
    named, earned = (names, values) if values else (names[:1], names[1:])
    if not (named and earned and _earns_points(named[-1], earned)):
        return False
    row.wanted = [Wanted("", named[-1].tokens[label_length(named[-1].tokens) :])]
    for cell in [*named[:-1], Cell(named[-1].heading), *earned]:
        put_aside(row, cell, "description" if cell in earned else "name")
    return True


def _hold(text: str, row: Row, names: list[Cell], states: list[Cell], unit: Cell | None) -> None:
    """Take the state that is planned, or the last that a row says: "Nhà tạm | Không"."""
    named = [cell for cell in names if cell not in states]
    live = [cell for cell in states if cell.kind in PLANS] or states
    row.wanted = [_held(_name(text, row, named), live[-1], doubt=len(live) > 1)]
    for cell in [*([unit] if unit else []), *(cell for cell in states if cell is not live[-1])]:
        put_aside(row, cell, "name")


def _last_but_one(cell: Cell) -> str:
    return cell.tokens[-2].key if len(cell.tokens) > 1 else ""


def _hold_each(text: str, row: Row, name: str, cells: list[Cell], groups: dict[Cell, Cell]) -> None:
    """Take the state of each group: "Có điểm bưu chính | Xã nhóm 1: Đạt | Xã nhóm 2: Đạt"."""
    for cell in cells:
        put_aside(row, Cell(groups[cell].heading if cell in groups else cell.tokens), "name")
        if cell in groups:
            label = words_of(text, groups[cell].heading)
            row.wanted.append(_held(f"{name} - {label}", groups[cell], doubt=False))


def _bound_by_name(row: Row, name: list[Token], values: list[Cell]) -> None:
    """Put the comparator that a name holds before values that have none: "Băng thông tối thiểu | 300 Mbps".

    Where more of the name stands behind it, it may be said of that: "Số ngày tối đa xử lý hồ sơ | 5 ngày".
    """
    at = next((at for at, token in enumerate(name) if not token.marks.isdisjoint(COMPARATORS)), -1)
    if at < 0 or any(token.type == "NUMBER" for token in name):
        return
    ended = all(map(_may_end, name[at + 1 :]))
    if not ended and name[at].marks.isdisjoint(_SET):
        return
    begun = at - 1 if at and not name[at - 1].marks.isdisjoint(CHANGING) else at
    for cell in values:
        if cell.tokens[0].type == "NUMBER" and not compared_cells([cell]):
            where = cell.tokens[0].start
            said = [new_token(t.type, t.key, t.text, where, where, t.marks) for t in name[begun : at + 1]]
            cell.tokens, cell.bounded = [*said, *cell.tokens], True
            row.doubt = row.doubt or not ended


def _is_warning(cell: Cell) -> bool:
    """ "Ngưỡng cảnh báo: > 3,0": a bound of something else than what is wanted."""
    return cell.kind == "other" and opens_value(cell.tokens)


def _may_end(token: Token) -> bool:
    """ "Thời gian tối đa cho phép", "Băng thông (tối thiểu)": what adds nothing to the comparator that ends a name."""
    return token.key in (":", "(", ")") or not token.marks.isdisjoint(_BEHIND_BOUND)


def _heads_a_part(names: list[Cell], value: Cell) -> bool:
    """ "I | Viễn cảnh tài chính (trọng số 40%) | 04 KPI": how many it holds; "Số KPI hoàn thành | 4 KPI" is met."""
    count = value.tokens
    if value.heading or len(count) != _COUNTED or count[1].key not in _ITEMS:
        return False
    named = [token for cell in names for token in cell.tokens]
    return count[0].type == "NUMBER" and not any(
        token.key in _COUNTS or token.key == count[1].key or not token.marks.isdisjoint(_MEETING)
        for token in named
    )


def _with_their_signs(parts: Cells) -> Cells:
    """The cells, a comparison that has one of its own put before its value: "| ≥ | 65"."""
    out: Cells = []
    for part in parts:
        if out and part and part[0].type == "NUMBER" and _is_comparison(out[-1]):
            out[-1] = [*out[-1], *part]
        else:
            out.append(part)
    return out


def _with_their_headings(cells: list[Cell]) -> list[Cell]:
    """The cells, headings within the row put to the values behind: "… | KH 2025 | 350", "… | TH | KH | 310 | 350"."""
    out: list[Cell] = []
    at = 0
    while at < len(cells):
        end = at
        while out and end < len(cells) and not cells[end].heading and is_column(cells[end].tokens):
            end += 1
        heads, values = cells[at:end], cells[end : 2 * end - at]
        named = any(not is_column(cell.tokens) for cell in out)
        last = not any(is_value(cell.tokens) for cell in cells[2 * end - at :][:1])
        if heads and named and last and len(heads) == len(values) and all(is_value(c.tokens) for c in values):
            out += [
                cell_under(head.tokens, value.tokens) or value
                for head, value in zip(heads, values, strict=True)
            ]
            at = 2 * end - at
        else:
            out.append(cells[at])
            at += 1
    return out


def _is_comparison(cell: list[Token]) -> bool:
    return len(cell) == 1 and bounds(cell[0])


def _bracket_unit(row: Row, name: Cell) -> list[Token]:
    unit = take_bracket_unit(name)
    put_aside(row, Cell(unit), "base")
    return unit


def _is_left_open(value: Cell, parts: Cells) -> bool:
    """ "| 3,2 | - |", "| 3,2 | không tăng |": the one figure may be the result, and what is wanted stands behind it."""
    last = next(part for part in reversed(parts) if part)
    if value.kind or compared_cells([value]) or value.tokens == last:
        return False
    return all(token.type == "DASH" for token in last) or bool(last[0].marks & _HOLDING)


def _earns_points(name: Cell, values: list[Cell]) -> bool:
    """ "Tỷ lệ đúng hạn đạt từ 98% trở lên | 20 điểm": the name states what is wanted, the values what it earns."""
    earned = all(cell.kind == "weight" or are_points(cell.tokens) for cell in values)
    named = not name.heading or name.kind == "name"
    return earned and named and may_earn_points(name.tokens[label_length(name.tokens) :], rules=False)


def _whole(cell: Cell) -> list[Token]:
    """All that a cell says, its heading and its colon too."""
    if not cell.heading:
        return cell.tokens[label_length(cell.tokens) :]
    where = cell.heading[-1].end
    return [*cell.heading, new_token("SIGN", ":", ":", where, where), *cell.tokens]


def _states_itself(name: Cell | None, values: list[Cell]) -> bool:
    """ "Tỷ lệ dân số tham gia BHYT đạt 95% | 92,5%": the name states what is wanted, the value what was reached."""
    if name is None or name.heading or len(name.tokens) < LISTED:
        return False
    lead, figure, unit = name.tokens[-3:]
    percents = any(token.type == unit.type for cell in values for token in cell.tokens)
    return (
        bool(lead.marks & (COMPARING | {"EQUALS"}) or lead.type in COMPARING_SIGNS)
        and figure.type == "NUMBER"
        and unit.type in UNIT_TYPES
        and percents
    )


def _take_unit(names: list[Cell], values: list[Cell]) -> Cell | None:
    """Take the cell of the unit from those before the values."""
    for cell in (*names[1:], *values):
        if cell.kind == "unit":
            (names if cell in names else values).remove(cell)
            return cell
    for at, cell in enumerate(values[1:-1], 1):  # "SAIDI | Trọng số 15% | phút | ≤ 145,2"
        led = not (cell.heading or holds_value(cell)) and is_value(values[at + 1].tokens)
        if led and is_unit(cell, stated=False) and not any(map(has_unit, values[at + 1].tokens)):
            values.remove(cell)
            return cell
    alone = len(values) > 1 and not any(holds_value(cell) for cell in values[2:])  # "95 | % | Đạt"
    if len(names) == 1 and alone and _measures(values[0], values[1], names[0]):
        return values.pop(1)
    stated = bool(values) and all(any(has_unit(token) for token in cell.tokens) for cell in values)
    if not names[0].tokens:
        return None
    first = names[0].tokens[0]
    alone = len(names) == 1 and (has_unit(first) or first.key in PLACES)  # the name stands elsewhere
    alone = alone and not (stated and names_more(names[0].tokens))
    at = len(names) - 1
    if not values and says_state(names[at].tokens):
        at -= 1  # "… | Đạt/Không đạt | Đạt"
    if (alone or at > 0) and is_unit(names[at], stated=stated):
        return names.pop(at)
    return None


def _measures(value: Cell, unit: Cell, name: Cell | None = None) -> bool:
    """ "… | 95 | %", "… | 12 | Hộ", "Số xã đạt chuẩn | 12 | Xã": whether the last cell is the unit of the one value."""
    if unit.heading or not unit.tokens or holds_value(unit) or not is_value(value.tokens):
        return False
    if any(has_unit(token) or "NOUN" in token.marks for token in value.tokens):
        return False
    first, lone = unit.tokens[0], len(unit.tokens) == 1
    rated = not lone and unit.tokens[1].type == "SLASH"  # "giường/vạn dân"
    counted = (lone or rated) and bool(first.marks & {"NOUN", "AGE"})
    who = "ACTOR" in first.marks and not (name is not None and keyed(name.tokens[:_COUNTED_NEAR], first.key))
    counted = counted and not who
    return (has_unit(first) or counted) and is_unit(unit, stated=False)


def _is_state(cell: Cell) -> bool:
    """A cell that says whether what is named holds, or its grade: "Đạt", "Không", "x", "Khá trở lên"."""
    if not cell.tokens:
        return False
    return is_graded(cell) or is_tick(cell) or says_state(cell.tokens)


def _tells_by_itself(names: list[Cell]) -> bool:
    """ "Số vụ phạm tội giảm so với năm trước | Đạt": what is named says what is wanted, and the cell that it holds."""
    tokens = [token for cell in names for token in cell.tokens]
    return compares(tokens) or any(token.marks & {"RISE", "FALL", "ABSENT"} for token in tokens[:-1])


def _held(name: str, cell: Cell, *, doubt: bool) -> Wanted:
    """What such a cell says; "Có" and a tick say "Đạt", if this is no mark of something else."""
    first, ticked = cell.tokens[0], is_tick(cell)
    if not ticked and first.key != HAVE:
        return Wanted(name, cell.tokens, doubt=doubt)
    attains = new_token("WORD", ATTAINS, first.text, first.start, first.end, _REACHED)
    return Wanted(name, [attains], doubt=doubt or ticked)


def _pairs(names: list[Cell], values: list[Cell]) -> list[tuple[Cell, Cell]]:
    """Names and values one by one: "Tốt | Khá | TB | 88% | 11% | ≤ 1%", "LTI (vụ) / Near-miss (vụ) | 0 | ≥ 120"."""
    if not names or any(cell.kind for cell in values) or len(values) < 2:
        return []
    if len(names) == 1:
        split: list[Cell] = [Cell([])]
        for at, token in enumerate(names[0].tokens):
            if token.type == "SLASH" and at and names[0].tokens[at - 1].key == ")":
                split.append(Cell([]))
            else:
                split[-1].tokens.append(token)
        named = all(cell.tokens and cell.tokens[-1].key == ")" for cell in split)
        return list(zip(split, values, strict=True)) if named and len(split) == len(values) else []
    colon = next((at for at, token in enumerate(names[0].tokens) if token.key == ":"), 0)
    if len(names) != len(values) or not (colon or len(names) >= LISTED):
        return []
    if colon:
        names[0].heading, names[0].tokens = names[0].tokens[:colon], names[0].tokens[colon + 1 :]
    return list(zip(names, values, strict=True))


def _name(text: str, row: Row, cells: list[Cell]) -> str:
    """The name of a row, without the number before it."""
    pieces: list[str] = []
    for cell in cells:
        number = label_length(cell.tokens)
        put_aside(row, Cell(cell.tokens[:number]), "label")
        put_aside(row, Cell(cell.heading), "name")
        put_aside(row, Cell(cell.tokens[number:]), "name")
        pieces.append(_words(text, cell.tokens[number:]))
    return " - ".join(piece for piece in pieces if piece)


def _words(text: str, tokens: list[Token]) -> str:
    """What a cell says, with the bracket that ends it."""
    words = words_of(text, tokens)
    return words if "(" not in words or ")" in words else f"{words})"
