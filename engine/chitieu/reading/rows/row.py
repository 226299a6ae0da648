"""What the cells of a row say: its name, its unit, which value is wanted and what the others are."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from chitieu.reading.figures import settle_figures
from chitieu.reading.leads import COMPARATORS
from chitieu.reading.naming import words_of
from chitieu.reading.rows.cells import (
    CLOSING,
    COMPARING,
    COMPARING_SIGNS,
    LISTED,
    PLACES,
    Cell,
    Cells,
    cell_of,
    holds_value,
    is_idle,
    is_tick,
    is_unit,
    is_value,
    opens_value,
    parts_of,
    says_state,
    take_bracket_unit,
    with_unit,
)
from chitieu.reading.rows.columns import is_plain_year, kinds_of
from chitieu.reading.scanner import Token
from chitieu.reading.surroundings import UNIT_TYPES, has_unit
from chitieu.text.figures import read_figure
from chitieu.text.spoken import ATTAINS

Aside = Literal["label", "name", "past", "description", "base", "unread"]

_CHANGES = frozenset({"RISE", "FALL"})
#: Kinds of columns that say what is wanted.
_PLANS = frozenset({"plan", "revised", "least", "most"})
_HUNDRED = 100
_BOUNDS = {"least": "≥", "most": "≤"}
#: What stands at a figure that is wanted, and hardly at one that is reported.
_TELLING = COMPARING | CLOSING | _CHANGES
#: Words that say that a figure is to stay, or that there is to be none.
_HOLDING = frozenset({"HOLD", "ABSENT", "NEVER", "KEEP"})
_REACHED = frozenset({"EQUALS", "OPENING"})


@dataclass(slots=True, eq=False)
class Wanted:
    """A value that a row states as a target; ``others`` are the values that it may be instead."""

    name: str
    tokens: list[Token]
    others: Cells = field(default_factory=list)
    when: str | None = None
    basis: str | None = None
    restates: bool = False
    doubt: bool = False
    measured: bool = False  # whether the row names a unit
    grows: bool = False  # whether the figure is how much it rises
    stretch: bool = False  # whether it is what is striven for beyond another plan
    compared: bool = False  # whether the heading of its column compares it


@dataclass(slots=True, eq=False)
class Row:
    """What a row states, and its other tokens, each figure of them with its account."""

    wanted: list[Wanted] = field(default_factory=list)
    rest: list[Token] = field(default_factory=list)
    doubt: bool = False  # whether its words hold a figure with a comparator, which may be what is wanted


def row_of(text: str, parts: Cells) -> Row | None:
    """The row that cells make; None where they make none."""
    cells: list[Cell] = []
    for whole in _with_their_signs(parts):
        split = [cell_of(part) for part in parts_of(whole)] if not is_idle(whole) else []
        for cell in split:
            cell.shared = len(split) > 1
        cells += split
    if any(holds_value(cell) for cell in cells):
        cells = [cell for cell in cells if not is_tick(cell)]
    row = Row()
    if len(cells) > 2 and _is_number_of_part(cells[0], cells[1]):
        put_aside(row, cells.pop(0), "label")
    if len(cells) == 2 and _measures(*cells):
        return None  # "95 | %"
    if len(cells) > 1 and _is_number_of_row(cells[0], cells[1]):
        put_aside(row, cells.pop(0), "label")
    behind = next((at for at, cell in enumerate(cells) if at and holds_value(cell)), len(cells))
    names, values = cells[:behind], cells[behind:]
    if names and all(cell.heading and holds_value(cell) for cell in cells):
        names, values = [], cells  # "Giải Nhất: 2 | Giải Nhì: 3"
    elif len(names) == 1 and names[0].heading and holds_value(names[0]):
        names, values = (
            [Cell(names[0].heading)],
            [Cell(names[0].tokens), *values],
        )  # "Diện tích (ha): 350 | 400"
    elif not names or opens_value(names[0].tokens[_label_length(names[0].tokens) :]):
        return None
    unit = _take_unit(names, values) if names else None
    states = [cell for cell in names[1:] if _is_state(cell)] if not values else []
    if states and _tells_by_itself(names):
        return None
    if states:
        named = [cell for cell in names if cell not in states]
        live = [cell for cell in states if cell.kind in _PLANS] or states
        row.wanted = [_held(_name(text, row, named), live[-1], doubt=len(live) > 1)]
        for cell in [*([unit] if unit else []), *(cell for cell in states if cell is not live[-1])]:
            put_aside(row, cell, "name")
        return row
    if unit is None and values and _states_itself(names[-1] if names else None, values):
        tokens = names[0].tokens[_label_length(names[0].tokens) :]
        row.wanted = [Wanted("", tokens, doubt=True)]
        for cell in values:
            put_aside(row, cell, "past")
        return row
    live = [cell for cell in values if holds_value(cell)]
    if not live or all(is_plain_year(cell.tokens[0]) and len(cell.tokens) == 1 for cell in live):
        return None
    pairs = _pairs(names, live) if unit is None or len(names) >= LISTED else []
    for cell in [unit] if unit is not None else []:
        put_aside(row, Cell(cell.heading), "name")
        put_aside(row, Cell(cell.tokens), "base")
    if pairs:
        head = names[0].heading
        for one, cell in pairs:
            unit_of_name = _bracket_unit(row, one) or (unit.tokens if unit else [])
            label = f"{words_of(text, head)} {_name(text, row, [one])}".strip()
            row.wanted.append(_wanted(label, cell, unit_of_name))
            row.wanted[-1].doubt = cell is not live[0] and len(live) >= LISTED and not _compared([cell])
        return row
    measured = unit.tokens if unit else _bracket_unit(row, names[-1]) if names else []
    name = _name(text, row, names)
    stated = any(
        first.key == ":" and second.type == "NUMBER"
        for cell in names
        for first, second in pairwise(cell.tokens)
    )
    row.doubt = stated or (row.doubt and not measured) or (len(live) == 1 and _is_left_open(live[0], parts))
    graded = next((cell for cell in values if cell not in live and _is_graded(cell)), None)
    for cell in values:
        if cell not in live and cell is not graded:
            put_aside(row, cell, "name")
    _choose(row, name, live, measured, text)
    if graded is not None:  # "| ≥ 90 điểm | Hoàn thành xuất sắc nhiệm vụ": a bound, and the grade that it is
        known = len(live) == 1 and _compared(live) and not graded.kind
        row.wanted.append(Wanted(name, graded.tokens, doubt=not known))
    return row


def _with_their_signs(parts: Cells) -> Cells:
    """The cells, a comparison that has one of its own put before its value: "| ≥ | 65"."""
    out: Cells = []
    for part in parts:
        if out and part and part[0].type == "NUMBER" and _is_comparison(out[-1]):
            out[-1] = [*out[-1], *part]
        else:
            out.append(part)
    return out


def _is_comparison(cell: list[Token]) -> bool:
    return len(cell) == 1 and (cell[0].type in COMPARING_SIGNS or not cell[0].marks.isdisjoint(COMPARATORS))


def _bracket_unit(row: Row, name: Cell) -> list[Token]:
    unit = take_bracket_unit(name)
    put_aside(row, Cell(unit), "base")
    return unit


def _is_left_open(value: Cell, parts: Cells) -> bool:
    """ "| 3,2 | - |", "| 3,2 | không tăng |": the one figure may be the result, and what is wanted stands behind it."""
    last = next(part for part in reversed(parts) if part)
    if value.kind or _compared([value]) or value.tokens == last:
        return False
    return all(token.type == "DASH" for token in last) or bool(last[0].marks & _HOLDING)


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


def _is_number_of_part(cell: Cell, following: Cell) -> bool:
    """ "17" before "17.3": the number of the criterion that the row is a part of."""
    lone = len(cell.tokens) == 1 == len(following.tokens) and not cell.heading and not following.heading
    if not lone:
        return False
    one, part = cell.tokens[0], following.tokens[0]
    return one.type == part.type == "NUMBER" and part.key.startswith(f"{one.key}.")


def _is_number_of_row(cell: Cell, following: Cell) -> bool:
    """ "3", "2.1", "IV", "a)", "KPI 3": what stands before the name."""
    words = [token for token in cell.tokens if token.type == "WORD"]
    if cell.kind == "number":
        return True
    if not any(token.type == "WORD" for token in following.tokens) or is_value(following.tokens):
        return False
    if not words:
        return 0 < len(cell.tokens) <= 5 and not has_unit(cell.tokens[0])
    short = (len(words) == 1 and set(words[0].key) <= set("ivxlc")) or len(words[0].key) == 1
    counted = len(cell.tokens) == 2 and "name" in kinds_of(words) and cell.tokens[1].type == "NUMBER"
    return counted or (short and len(cell.tokens) <= 2)


def _take_unit(names: list[Cell], values: list[Cell]) -> Cell | None:
    """Take the cell of the unit from those before the values."""
    for cell in (*names[1:], *values):
        if cell.kind == "unit":
            (names if cell in names else values).remove(cell)
            return cell
    if len(names) == 1 and len(values) == 2 and _measures(*values):
        return values.pop()
    stated = bool(values) and all(any(has_unit(token) for token in cell.tokens) for cell in values)
    if not names[0].tokens:
        return None
    first = names[0].tokens[0]
    alone = len(names) == 1 and (
        has_unit(first) or first.key in PLACES
    )  # of a row whose name stands elsewhere
    at = len(names) - 1
    if not values and says_state(names[at].tokens):
        at -= 1  # "… | Đạt/Không đạt | Đạt"
    if (alone or at > 0) and is_unit(names[at], stated=stated):
        return names.pop(at)
    return None


def _measures(value: Cell, unit: Cell) -> bool:
    """ "… | 95 | %", "… | 12 | Hộ": whether the last cell is the unit of the one value."""
    if unit.heading or not unit.tokens or holds_value(unit) or not is_value(value.tokens):
        return False
    if any(has_unit(token) or "NOUN" in token.marks for token in value.tokens):
        return False
    first, lone = unit.tokens[0], len(unit.tokens) == 1
    counted = lone and "NOUN" in first.marks and "ACTOR" not in first.marks
    return (has_unit(first) or counted) and is_unit(unit, stated=False)


def _is_state(cell: Cell) -> bool:
    """A cell that says whether what is named holds, or its grade: "Đạt", "Không", "x", "Khá trở lên"."""
    if not cell.tokens:
        return False
    return _is_graded(cell) or is_tick(cell) or says_state(cell.tokens)


def _is_graded(cell: Cell) -> bool:
    """ "Khá trở lên"."""
    if not cell.tokens:
        return False
    first, last = cell.tokens[0], cell.tokens[-1]
    return "GRADE" in first.marks and (first is last or bool(last.marks & CLOSING))


def _tells_by_itself(names: list[Cell]) -> bool:
    """ "Số vụ phạm tội giảm so với năm trước | Đạt": what is named says what is wanted, and the cell that it holds."""
    tokens = [token for cell in names for token in cell.tokens]
    return _compares(tokens) or any(token.marks & {"RISE", "FALL", "ABSENT"} for token in tokens[:-1])


def _held(name: str, cell: Cell, *, doubt: bool) -> Wanted:
    """What such a cell says; a tick says "Đạt", if it is no mark of something else."""
    if not is_tick(cell):
        return Wanted(name, cell.tokens, doubt=doubt)
    first = cell.tokens[0]
    return Wanted(name, [Token("WORD", ATTAINS, first.text, first.start, first.end, _REACHED)], doubt=True)


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


def _choose(row: Row, name: str, values: list[Cell], unit: list[Token], text: str) -> None:
    """Say of every value what it is."""
    done = {cell.year for cell in values if cell.kind == "result" and cell.year}
    plans, replaced = _plans(values, done)
    stretches = [cell for cell in plans if _is_stretch(cell, plans)]
    floored = {cell.year for cell in plans if cell.kind == "least"}
    apart = {(cell.year, cell.kind == "most" and cell.year in floored) for cell in plans}
    several = len(apart) < len(plans) - len(stretches) or bool(replaced)
    listed = [cell for cell in values if cell.kind in ("year", "named")]
    unknown = [cell for cell in values if not cell.kind]
    bare = [cell for cell in unknown if not (unit and _is_share_of(cell, unit))]
    bare = bare or unknown
    grown = [] if plans or listed or _compared(bare) else _grown(unknown, unit)
    chosen = plans or listed or _compared(bare) or grown[1:2] or bare[-1:]
    if bare and not plans and listed and all(cell.kind == "named" for cell in listed):
        chosen = [*bare[-1:], *listed]  # "… | 1.150 | Trong đó xuất khẩu lao động: 95"
    doubtful = not plans and not listed and chosen != _compared(bare) and sum(not c.kind for c in values) > 1
    for cell in values:
        if cell in chosen:
            label = words_of(text, cell.heading) if cell.kind == "named" else ""
            wanted = _wanted(f"{name} {label}".strip(), cell, unit)
            wanted.doubt = row.doubt or _starts(cell, listed) or several
            wanted.stretch = cell in stretches
            if doubtful or replaced:
                wanted.doubt = True
                rivals = [other for other in replaced or grown[:1] or bare if other is not cell]
                wanted.others = [with_unit(other.tokens, unit) for other in rivals]
            row.wanted.append(wanted)
            put_aside(row, Cell(cell.heading), "name")
        elif (cell.kind in ("ratio", "growth") and (plans or listed)) or cell in grown[2:]:
            percent = [token for token in cell.heading if token.type == "PERCENT"] or _percent(cell)
            wanted = _wanted(name, cell, percent)
            year = cell.year or max(done, default="")
            wanted.basis = f"year:{year}" if year else "previous"
            wanted.grows = cell.kind == "growth"
            wanted.restates = wanted.doubt = True
            row.wanted.append(wanted)
            put_aside(row, Cell(cell.heading), "name")
        elif not (doubtful and cell in (grown[:1] or bare)) and cell not in replaced:
            put_aside(row, cell, _aside(cell, values, chosen))


def _grown(values: list[Cell], unit: list[Token]) -> list[Cell]:
    """The last three values, where the third is what the second is of the first in %, to its last place.

    Figures show this: "240 | 255 | 106,3". So the second is the plan; or it is the result, and the first the plan.
    """
    if len(values) < LISTED or (unit and unit[0].type in UNIT_TYPES):
        return []
    last = values[-LISTED:]
    first, second, ratio = map(_figure, last)
    if first is None or second is None or ratio is None or not first or first == _HUNDRED:
        return []
    exponent = ratio.as_tuple().exponent
    if not isinstance(exponent, int) or len(ratio.as_tuple().digits) < LISTED:
        return []
    exact = Fraction(second) * _HUNDRED / Fraction(first)
    half = Fraction(10) ** exponent / 2
    return last if -half <= exact - Fraction(ratio) < half else []


def _figure(cell: Cell) -> Decimal | None:
    """The number that a cell holds alone, or with "%"."""
    figures = [token for token in cell.tokens if token.type == "NUMBER"]
    bare = len(figures) == 1 and all(token.type in ("NUMBER", "PERCENT") for token in cell.tokens)
    return read_figure(figures[0].key) if bare else None


def _percent(cell: Cell) -> list[Token]:
    """The sign of a ratio whose column was headed with it."""
    end = cell.tokens[-1].end
    return [Token("PERCENT", "%", "%", end, end)]


def _plans(values: list[Cell], done: set[str]) -> tuple[list[Cell], list[Cell]]:
    """The values that are wanted by their headings, and those that a later plan replaces.

    The plan of a year that has its result is past. A year alone behind the years of the plans is one of a plan too.
    """
    headed = [cell for cell in values if cell.kind in _PLANS]
    plans = [cell for cell in headed if not (cell.year and cell.year in done)] or headed
    last = max((cell.year for cell in plans if cell.year), default="")
    if last:
        later = [cell for cell in values if cell.kind == "year" and cell.year and cell.year > last]
        plans = [cell for cell in values if cell in plans or cell in later]
    revised = [cell for cell in plans if cell.kind == "revised"]
    replaced = [
        cell
        for cell in plans
        if cell.kind == "plan" and any(one.year in (None, cell.year) or not cell.year for one in revised)
    ]
    return [cell for cell in plans if cell not in replaced], replaced


def _is_stretch(cell: Cell, plans: list[Cell]) -> bool:
    """ "Tối thiểu | Phấn đấu", "Tỉnh giao | Phấn đấu": what is striven for beyond another plan of the same year."""
    others = [other for other in plans if other is not cell and cell.year in (None, other.year)]
    return _is_striven(cell) and any(not _is_striven(other) for other in others)


def _is_striven(cell: Cell) -> bool:
    return any("STRIVE" in token.marks for token in cell.heading)


def _aside(cell: Cell, values: list[Cell], chosen: list[Cell]) -> Aside:
    """What a value is that is not wanted: what was, unless nobody can know it."""
    if cell.kind in ("weight", "other"):
        return "description"
    if not cell.kind and _is_bound(cell):
        return "unread"  # a bound is never what was: "… | ≥ 80 | công trình cấp nước | ≥ 45%"
    at = values.index(cell)
    if not cell.kind and any(
        token.marks & _CHANGES for one in chosen if one in values[:at] for token in one.tokens
    ):
        return "unread"  # "3,5 | giảm 1,0 | 2,5": what the change leads to
    years = [one.year for one in chosen if one.year]
    earlier = bool(cell.year and years) and str(cell.year) < min(map(str, years))
    if cell.kind in ("year", "named") and not earlier:
        return "unread"  # "KH 2026 | Cả năm", "KH 2026 | Chi bộ 1"
    return "past"


def _starts(cell: Cell, listed: list[Cell]) -> bool:
    """ "Năm 2024: 3,2 | Năm 2025: 2,5": the first of two years may tell where the other starts from."""
    years = [other for other in listed if other.kind == "year"]
    return len(years) == 2 and cell is years[0] and not cell.shared and not _compared([cell])


def _is_share_of(cell: Cell, unit: list[Token]) -> bool:
    """A percentage in a row of another unit: a weight, or what the plan is of the result."""
    changed = any(token.marks & _CHANGES for token in cell.tokens)
    return unit[0].type != "PERCENT" and not changed and any(t.type == "PERCENT" for t in cell.tokens)


def _compared(values: list[Cell]) -> list[Cell]:
    """The one value with a comparator, where just one has it."""
    found = [cell for cell in values if _is_bound(cell)]
    return found if len(found) == 1 else []


def _is_bound(cell: Cell) -> bool:
    return any(token.type in COMPARING_SIGNS or token.marks & _TELLING for token in cell.tokens)


def _wanted(name: str, cell: Cell, unit: list[Token]) -> Wanted:
    when = f"year:{cell.year}" if cell.year and cell.kind in (*_PLANS, "year") else None
    tokens = with_unit(cell.tokens, unit)
    compared = cell.kind in _BOUNDS and not _compared([cell]) and tokens[0].type == "NUMBER"
    if compared:
        sign, kind = _BOUNDS[cell.kind], "SIGN_MORE" if cell.kind == "least" else "SIGN_LESS"
        tokens = [Token(kind, sign, sign, tokens[0].start, tokens[0].start), *tokens]
    return Wanted(name, tokens, when=when, measured=bool(unit), compared=compared)


def _label_length(tokens: list[Token]) -> int:
    """How many tokens number a name: "8.1 - Thể nhẹ cân", "5 Tồn kho …"; but not "02 trường mầm non"."""
    end = 0
    while end < len(tokens) and tokens[end].type in ("NUMBER", "DASH", "SIGN") and tokens[end].key != "(":
        end += 1
    bare = end == 1 and tokens[0].type == "NUMBER"
    return 0 if end == len(tokens) or (bare and not tokens[end].text[:1].isupper()) else end


def _name(text: str, row: Row, cells: list[Cell]) -> str:
    """The name of a row, without the number before it."""
    pieces: list[str] = []
    for cell in cells:
        number = _label_length(cell.tokens)
        put_aside(row, Cell(cell.tokens[:number]), "label")
        put_aside(row, Cell(cell.heading), "name")
        put_aside(row, Cell(cell.tokens[number:]), "name")
        pieces.append(_words(text, cell.tokens[number:]))
    return " - ".join(piece for piece in pieces if piece)


def _words(text: str, tokens: list[Token]) -> str:
    """What a cell says, with the bracket that ends it."""
    words = words_of(text, tokens)
    return words if "(" not in words or ")" in words else f"{words})"


def put_aside(row: Row, cell: Cell, what: Aside) -> None:
    """Leave a cell out of the targets, each figure of it with its account."""
    tokens = [*cell.heading, *cell.tokens]
    if what == "name":
        settle_figures(tokens)
    headed = len(cell.heading)
    row.doubt = row.doubt or (what == "name" and _compares(tokens))
    for at, token in enumerate(tokens):
        if at < headed and is_plain_year(token):
            token.account = "year"
        elif token.type == "NUMBER" and token.account is None:
            token.account = what
    row.rest += tokens


def _compares(tokens: list[Token]) -> bool:
    """Whether a figure among words is compared: "vùng sâu ≥ 90"; an age, a year or a base is no figure."""
    return any(
        token.type == "NUMBER"
        and token.account is None
        and (before.type in COMPARING_SIGNS or bool(before.marks & (COMPARING | {"EQUALS"})))
        for before, token in pairwise(tokens)
    )
