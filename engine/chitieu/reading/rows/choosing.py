"""Which values of a row are wanted, and what the others are: results, plans, stretches, shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.naming import words_of
from chitieu.reading.numbers.figures import settle_figures
from chitieu.reading.rows.cells import (
    CLOSING,
    LISTED,
    Cell,
    Cells,
    with_unit,
)
from chitieu.reading.rows.changes import amount_of, change_of
from chitieu.reading.rows.columns import is_part_of_year, is_plain_year, label_of
from chitieu.reading.rows.periods import is_period
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING, COMPARING_SIGNS, UNIT_TYPES, has_unit
from chitieu.text.figures import read_figure
from chitieu.text.spoken import POINT, WHOLE_YEAR, words

Aside = Literal["label", "name", "count", "past", "description", "base", "unread"]
#: Kinds of columns that say what is wanted.
PLANS = frozenset({"plan", "revised", "least", "most"})
_STATING = COMPARING | {"EQUALS", "UP_TO", "DOWN_TO"}
_HUNDRED, _CHALLENGES = 100, words("CHALLENGE")
_ONE, _HIGHEST_POINTS = frozenset({"1", "01"}), frozenset(words("HIGHEST_POINTS"))
_BOUNDS = {"least": "≥", "most": "≤"}
#: What stands at a figure that is wanted, and hardly at one that is reported.
_COMPARED = COMPARING | CLOSING
_TELLING = _COMPARED | CHANGING


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
    compared: bool = False  # whether the heading of its column, or its name, compares it


@dataclass(slots=True, eq=False)
class Row:
    """What a row states, and its other tokens, each figure of them with its account."""

    wanted: list[Wanted] = field(default_factory=list)
    rest: list[Token] = field(default_factory=list)
    aside: list[Token] = field(default_factory=list)  # what it says of every value: "càng thấp càng tốt"
    doubt: bool = False  # whether its words hold a figure with a comparator, which may be what is wanted
    named: list[Token] = field(default_factory=list)  # figures that only stand in its words


def lone_weights(row: Row, weights: list[Cell]) -> list[Cell]:
    """ "Doanh thu xuất khẩu | tỷ trọng 45%", "Chỉ số PAPI | điểm 45": as much a target as what it weighs among others.

    Where a row has no other value, a person must tell; "| trọng số 45%" can only weigh one.
    """
    shares = [cell for cell in weights if not marked(cell.heading, "WEIGHT")]
    for cell in shares:
        cell.tokens, cell.heading, cell.kind, row.doubt = [*cell.heading, *cell.tokens], [], "", True
    return shares


def choose(row: Row, name: str, values: list[Cell], unit: list[Token], text: str) -> None:
    """Say of every value what it is."""
    done = {cell.year for cell in values if cell.kind == "result" and cell.year}
    plans, replaced = _plans(values, done)
    told = bool(plans) or any(cell.kind == "result" for cell in values)
    stretches = [cell for cell in plans if _is_stretch(cell, plans)]
    floored = {cell.year for cell in plans if cell.kind == "least"}
    labels = _labels([cell for cell in plans if cell not in stretches], text)
    apart = {
        (cell.year, cell.kind == "most" and cell.year in floored, is_part_of_year(cell.heading) and labels.get(cell))
        for cell in plans
    }  # fmt: skip
    several = len(apart) < len(plans) - len(stretches) or bool(replaced) or _is_over(plans, values)
    listed = [cell for cell in values if cell.kind in ("year", "named")]
    unknown = [cell for cell in values if not cell.kind]
    bare = [cell for cell in unknown if not (unit and _is_share_of(cell, unit))]
    bare = bare or unknown
    required = [] if plans or listed else _required(bare)
    grown = [] if plans or listed or required or compared_cells(bare) else _grown(unknown, unit)
    chosen = plans or listed or required or compared_cells(bare) or grown[1:2] or bare[-1:]
    if plans:  # "KH 2025 | Quý I | Quý II"
        chosen = [*plans, *(cell for cell in listed if _is_of_part(cell))]
    before = bool(bare and listed) and values.index(bare[-1]) < values.index(listed[0])
    if before and not plans and all(cell.kind == "named" for cell in listed):
        chosen = [*bare[-1:], *listed]  # "… | 1.150 | Trong đó xuất khẩu lao động: 95"
    grown_by = chosen if not plans and not listed and len(chosen) == 1 and _is_change(chosen[0]) else []
    level = _level_before(values, grown_by[0]) if grown_by else None
    sure = chosen in (compared_cells(bare), _sure(required, bare)) and level is None
    if level is not None and _has_unit(level):
        chosen, sure = [level, *grown_by], True  # "5.460 tỷ đồng | Tăng 7,8% so với TH 2025"
    doubtful = not plans and not listed and not sure and sum(not c.kind for c in values) > 1
    rivalling = [cell for cell in grown[:1] or bare if cell not in required]
    for cell in values:
        if cell in chosen:
            label = words_of(text, cell.heading) if cell.kind == "named" else labels.get(cell, "")
            wanted = wanted_of(f"{name} {label}".strip(), cell, unit)
            wanted.doubt = row.doubt or several or (not told and _starts(cell, listed))
            wanted.stretch = cell in stretches
            wanted.restates = level in chosen and cell is not level
            if doubtful or replaced:
                wanted.doubt = True
                rivals = [one for one in replaced or rivalling if one is not cell]
                wanted.others = [with_unit(other.tokens, unit) for other in rivals]
            row.wanted.append(wanted)
            put_aside(row, Cell(cell.heading), "name")
        elif (change := change_of(cell, values, plans, unit)) is not None:
            again = Wanted(name, change.tokens, basis=change.basis, restates=True, doubt=not change.sure)
            row.wanted.append(again)
        elif (cell.kind in ("ratio", "growth") and (plans or listed)) or cell in grown[2:]:
            percent = [token for token in cell.heading if token.type == "PERCENT"] or _percent(cell)
            wanted = wanted_of(name, cell, percent)
            year = cell.year or max(done, default="")
            wanted.basis = f"year:{year}" if year else "previous"
            # "KH 2025 | So với 2024 | … | 1.250 | +8%"
            signed = cell.tokens[0].key == "+" and len(plans) == 1
            wanted.grows = cell.kind == "growth" or signed
            wanted.restates = True
            wanted.doubt = not (signed or _is_worked_out(cell, plans, values))
            row.wanted.append(wanted)
            put_aside(row, Cell(cell.heading), "name")
        elif not (doubtful and cell in rivalling) and cell not in replaced:
            put_aside(row, cell, _aside(cell, values, chosen))


def _is_of_part(cell: Cell) -> bool:
    """ "Quý I: 80", "Q1 80"; "Cả năm" may say the plan once more."""
    if is_part_of_year(cell.heading):
        return True
    return cell.kind == "named" and is_period(cell.heading) and cell.heading[0].key != WHOLE_YEAR


def _level_before(values: list[Cell], change: Cell) -> Cell | None:
    """The value that a change is of: one with its own unit, or before a change that says what it is against."""
    before = values[values.index(change) - 1] if values.index(change) else None
    if before is None or before.kind or _is_bound(before):
        return None
    against = any("AGAINST" in token.marks for token in change.tokens)
    return before if against or _has_unit(before) else None


def _is_change(cell: Cell) -> bool:
    return any(token.marks & CHANGING for token in cell.tokens)


def _has_unit(cell: Cell) -> bool:
    return any(
        token.type in UNIT_TYPES or token.marks & {"MEASURE", "SCALE", "NOUN"} for token in cell.tokens
    )


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
    return last if _is_share(first, second, ratio) else []


def _is_worked_out(ratio: Cell, plans: list[Cell], values: list[Cell]) -> bool:
    """ "TH 2023: 1.082.450 | KH 2024: 1.150.000 | KH/TH: 106,2%": whether a ratio is what the plan is of the result."""
    results = [cell for cell in values if cell.kind == "result"]
    share = _figure(ratio)
    if ratio.kind != "ratio" or len(plans) != 1 or not results or share is None:
        return False
    (first, unit), (second, other) = amount_of(results[-1]), amount_of(plans[0])
    return first is not None and second is not None and unit == other and _is_share(first, second, share)


def _is_share(first: Decimal, second: Decimal, ratio: Decimal) -> bool:
    """Whether a figure is what the second is of the first in %, to its last place; it has enough of them to show it."""
    exponent = ratio.as_tuple().exponent
    if not first or not isinstance(exponent, int) or len(ratio.as_tuple().digits) < LISTED:
        return False
    exact = Fraction(second) * _HUNDRED / Fraction(first)
    half = Fraction(10) ** exponent / 2
    return -half <= exact - Fraction(ratio) < half


def _figure(cell: Cell) -> Decimal | None:
    """The number that a cell holds alone, or with "%"."""
    figures = [token for token in cell.tokens if token.type == "NUMBER"]
    bare = len(figures) == 1 and all(token.type in ("NUMBER", "PERCENT") for token in cell.tokens)
    return read_figure(figures[0].key) if bare else None


def _percent(cell: Cell) -> list[Token]:
    """The sign of a ratio whose column was headed with it."""
    end = cell.tokens[-1].end
    return [new_token("PERCENT", "%", "%", end, end)]


def _plans(values: list[Cell], done: set[str]) -> tuple[list[Cell], list[Cell]]:
    """The values that are wanted by their headings, and those that a later plan replaces.

    The plan of a year that has its result is past. A year alone behind the years of the plans is one of a plan too.
    """
    headed = [cell for cell in values if cell.kind in PLANS]
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


def _labels(plans: list[Cell], text: str) -> dict[Cell, str]:
    """What tells plans of one time apart: "KH 2025 Công ty mẹ | KH 2025 Hợp nhất", "KH năm | KH quý I"."""
    if len(plans) < LISTED - 1:
        return {}
    found = {cell: words_of(text, label_of(cell.heading)) for cell in plans}
    return found if len(set(found.values())) > 1 else {}


def _is_over(plans: list[Cell], values: list[Cell]) -> bool:
    """ "KH 2024 | TH 2024": whether every plan is of a year that has its result, so that the row may only report."""
    over = {cell.year for cell in values if cell.kind == "result" and not is_part_of_year(cell.heading)}
    return bool(plans) and all(cell.year and cell.year in over for cell in plans)


def _is_stretch(cell: Cell, plans: list[Cell]) -> bool:
    """ "Tối thiểu | Phấn đấu", "Mục tiêu | Thách thức": what is striven for beyond another plan of the same year."""
    others = [other for other in plans if other is not cell and cell.year in (None, other.year)]
    return _is_striven(cell) and any(not _is_striven(other) for other in others)


def _is_striven(cell: Cell) -> bool:
    heading = " ".join([token.key for token in cell.heading])
    return any("STRIVE" in token.marks for token in cell.heading) or heading.endswith(_CHALLENGES)


def _aside(cell: Cell, values: list[Cell], chosen: list[Cell]) -> Aside:
    """What a value is that is not wanted: what was, unless nobody can know it."""
    if cell.kind in ("weight", "other"):
        return "description"
    if _is_attained(cell, values):
        return "past"
    if not cell.kind and (cell.heading or _is_bound(cell)):
        return "unread"  # a bound is never what was: "… | ≥ 80 | công trình cấp nước | ≥ 45%"
    at = values.index(cell)
    if not cell.kind and any(one.parted != cell.parted for one in chosen):
        return "unread"  # "… | 100 | Số lần bị phạt | 0 | Nợ quá hạn | ≤ 5%": it has another name than the chosen
    if not cell.kind and any(
        token.marks & CHANGING for one in chosen if one in values[:at] for token in one.tokens
    ):
        return "unread"  # "3,5 | giảm 1,0 | 2,5": what the change leads to
    years = [one.year for one in chosen if one.year]
    earlier = bool(cell.year and years) and str(cell.year) < min(map(str, years))
    if cell.kind in ("year", "named") and not earlier:
        return "unread"  # "KH 2026 | Cả năm", "KH 2026 | Chi bộ 1"
    return "past"


def _is_attained(cell: Cell, values: list[Cell]) -> bool:
    """ "KH: 40 | TH: 36 | Tỷ lệ HT: 90%": what the one result is of the one plan."""
    plans = [other for other in values if other.kind in PLANS]
    results = [other for other in values if other.kind == "result"]
    share = _figure(cell)
    if share is None or len(plans) != 1 or len(results) != 1:
        return False
    (plan, unit), (result, other) = amount_of(plans[0]), amount_of(results[0])
    if plan is None or result is None or unit != other or not plan:
        return False
    return _is_share(plan, result, share) or Fraction(result) * _HUNDRED / Fraction(plan) == Fraction(share)


def _starts(cell: Cell, listed: list[Cell]) -> bool:
    """ "Năm 2024: 3,2 | Năm 2025: 2,5": the first of two years may tell where the other starts from."""
    years = [other for other in listed if other.kind == "year"]
    return len(years) == 2 and cell is years[0] and not cell.shared and not compared_cells([cell])


def _is_share_of(cell: Cell, unit: list[Token]) -> bool:
    """A percentage in a row of another unit: a weight, or what the plan is of the result."""
    return (
        unit[0].type != "PERCENT" and not _is_change(cell) and any(t.type == "PERCENT" for t in cell.tokens)
    )


def compared_cells(values: list[Cell]) -> list[Cell]:
    """The one value with a comparator, where just one has it."""
    found = [cell for cell in values if _is_bound(cell)]
    return found if len(found) == 1 else []


def _required(values: list[Cell]) -> list[Cell]:
    """The values of a row of criteria, "≥ 80% | ≥ 75% | ≥ 90%": each of a group, or a time, that nobody names.

    None is what was, as two are bounded at least; nor is the bare one behind them, "≥ 98% | ≥ 99% | 100%", which a
    person looks at. Those behind other words are of something else.
    """
    alike = [cell for cell in values if cell.parted == values[0].parted]
    bounded = [cell for cell in alike if _is_bound(cell) or _is_span(cell)]
    if len(bounded) < 2 or not any(map(_is_bound, bounded)):
        return []
    return [*bounded, *alike[-1:]] if bounded[-1] is not alike[-1] else bounded


def _sure(required: list[Cell], values: list[Cell]) -> list[Cell] | None:
    """Values that are wanted beyond doubt: all are bounded in one unit, and by more than how much something grows."""
    bounds = [cell for cell in required if _is_span(cell) or is_compared(cell.tokens)]
    units = {next((token.key for token in cell.tokens if has_unit(token)), "") for cell in bounds}
    return required if len(bounds) == len(values) and len(units) == 1 else None


def _is_span(cell: Cell) -> bool:
    """ "95% - 105%", "giảm 1 - 1,5%/năm": no result is a range."""
    numbers = [token for token in cell.tokens if token.type == "NUMBER" and not is_plain_year(token)]
    return len(numbers) > 1 and any(token.type == "DASH" for token in cell.tokens)


def is_compared(tokens: list[Token]) -> bool:
    """Whether a value is bounded, so that it is no result."""
    return any(token.type in COMPARING_SIGNS or token.marks & _COMPARED for token in tokens)


def _is_bound(cell: Cell) -> bool:
    return any(token.type in COMPARING_SIGNS or token.marks & _TELLING for token in cell.tokens)


def wanted_of(name: str, cell: Cell, unit: list[Token]) -> Wanted:
    """What a cell wants of what is named, in its own unit or the given one."""
    when = f"year:{cell.year}" if cell.year and cell.kind in (*PLANS, "year") else None
    tokens = with_unit(cell.tokens, unit)
    compared = cell.kind in _BOUNDS and not compared_cells([cell]) and tokens[0].type == "NUMBER"
    if compared:
        sign, kind = _BOUNDS[cell.kind], "SIGN_MORE" if cell.kind == "least" else "SIGN_LESS"
        tokens = [new_token(kind, sign, sign, tokens[0].start, tokens[0].start), *tokens]
    return Wanted(name, tokens, when=when, measured=bool(unit), compared=compared or cell.bounded)


def put_aside(row: Row, cell: Cell, what: Aside) -> None:
    """Leave a cell out of the targets, each figure of it with its account."""
    tokens = [*cell.heading, *cell.tokens]
    if what == "name":
        settle_figures(tokens)
    headed = len(cell.heading)
    row.doubt = row.doubt or (what == "name" and (compares(tokens) or _ends_in_amount(tokens[headed:])))
    for at, token in enumerate(tokens):
        if at < headed and is_plain_year(token):
            token.account = "year"
        elif token.type == "NUMBER" and token.account is None:
            token.account = what
            if what == "name":
                row.named.append(token)
    row.rest += tokens


def _ends_in_amount(tokens: list[Token]) -> bool:
    """ "Lúa cả năm ha 1.320": words that end in a unit and its figure may be a row of their own."""
    if len(tokens) < LISTED:
        return False
    unit, last = tokens[-2:]
    measured = unit.type in UNIT_TYPES or not unit.marks.isdisjoint({"MEASURE", "SCALE"})
    return last.type == "NUMBER" and last.account is None and measured


def compares(tokens: list[Token]) -> bool:
    """Whether a figure among words is compared or moved to: "vùng sâu ≥ 90", "giảm xuống 3%"; no age, year or base."""
    return any(
        token.type == "NUMBER"
        and token.account is None
        and (before.type in COMPARING_SIGNS or bool(before.marks & _STATING))
        and not ("PER" in before.marks and token.key in _ONE)  # "giá trị trên 1 ha đất canh tác"
        for before, token in pairwise(tokens)
    )


def gives_points(values: list[Cell]) -> bool:
    """ "Max 5 | % | 95": the first value may be how many points there are for the other."""
    first = values[0].tokens
    return len(values) > 1 and len(first) == 2 and first[0].key in _HIGHEST_POINTS


def are_points(tokens: list[Token]) -> bool:
    """ "20 điểm", "tối đa 20 điểm": points that nothing else bounds."""
    led = tokens[1:] if tokens and "AT_MOST" in tokens[0].marks else tokens
    return len(led) == LISTED - 1 and led[0].type == "NUMBER" and led[1].key == POINT
