"""The change at the end of a row, which says its plan once more: "TH 2024: 12.720 | KH 2025: 14.600 | +14,8%"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.reading.rows.cells import Cell, with_unit
from chitieu.reading.rows.columns import is_plain_year
from chitieu.reading.tokens.scanner import Token, new_token, typed
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING, COMPARING_SIGNS
from chitieu.text.figures import read_figure
from chitieu.text.spoken import words

_HUNDRED, _PLUS, _MINUS = 100, "+", "-"
_LISTED = frozenset({"year", "named"})
_FALL, _RISE = words("PLAIN_FALL")[0], words("PLAIN_RISE")[0]


class Change:
    """A change that a cell tells of a plan: its tokens, what it is against, and whether the figures show that."""

    def __init__(self, tokens: list[Token], basis: str | None, *, sure: bool) -> None:
        self.tokens, self.basis, self.sure = tokens, basis, sure


def change_of(cell: Cell, values: list[Cell], plans: list[Cell], unit: list[Token]) -> Change | None:
    """What a cell without a heading says of the one plan before it; None where it tells no change of that.

    "Giảm 12 điểm %", "+14,8%", "-4,8%". Where figures show that the change is of something else than of the plan
    against the result, a person must look. A plan of the year of its result has come to an end.
    """
    results = [other for other in values if other.kind == "result"]
    if (
        cell.kind
        or cell.heading
        or len(plans) != 1
        or _bounds(cell)
        or values.index(cell) < values.index(plans[0])
    ):
        return None
    first = cell.tokens[0]
    signed = first.key in (_PLUS, _MINUS)
    if not signed and first.marks.isdisjoint(CHANGING):
        return None
    last = results[-1] if results else None
    parted = any(other.kind in _LISTED for other in values)  # "KH 2025: 150 | Quý I 30 | +5%"
    if last is not None and last.year and plans[0].year and last.year >= plans[0].year:
        return None
    falls = "FALL" in first.marks or first.key == _MINUS
    amount, _ = amount_of(Cell([token for token in cell.tokens if not is_plain_year(token)]))
    if amount is None:
        return None
    tokens = with_unit(cell.tokens, unit)
    if signed:
        word, mark = (_FALL, "FALL") if falls else (_RISE, "RISE")
        tokens = [new_token("WORD", word, first.text, first.start, first.end, frozenset({mark})), *tokens[1:]]
    if last is None:
        return Change(tokens, None, sure=first.key != _MINUS and not parted)
    amount, percent = -amount if falls else amount, typed(cell.tokens, "PERCENT")
    shares = typed([*plans[0].tokens, *unit[:1]], "PERCENT") or not percent
    sure = _leads_to(last, plans[0], amount, by_so_much=shares, by_per_cent=percent)
    if not sure and _leads_to(plans[0], last, amount, by_so_much=shares, by_per_cent=percent):
        return None  # "KH: 120 | TH: 150 | +25%"
    against = any("AGAINST" in token.marks for token in cell.tokens)
    basis = f"year:{last.year}" if last.year else "previous"
    return Change(tokens, None if against else basis, sure=sure and not parted)


def _bounds(cell: Cell) -> bool:
    return any(
        token.type in COMPARING_SIGNS or not token.marks.isdisjoint(COMPARING) for token in cell.tokens
    )


def amount_of(cell: Cell) -> tuple[Decimal | None, list[str]]:
    """The only number of a cell, and the words beside it."""
    figures = [token for token in cell.tokens if token.type == "NUMBER"]
    said = [token.key for token in cell.tokens if token.type != "NUMBER"]
    return (read_figure(figures[0].key) if len(figures) == 1 else None), said


def _leads_to(before: Cell, after: Cell, change: Decimal, *, by_so_much: bool, by_per_cent: bool) -> bool:
    """Whether a change leads from one value to another, to its last place."""
    (first, unit), (second, other) = amount_of(before), amount_of(after)
    if first is None or second is None or unit != other:
        return False
    differences = [Fraction(second) - Fraction(first)] if by_so_much else []
    if by_per_cent and first:
        differences.append((Fraction(second) / Fraction(first) - 1) * _HUNDRED)
    exponent = change.as_tuple().exponent
    half = Fraction(10) ** (exponent if isinstance(exponent, int) else 0) / 2
    return any(abs(difference - Fraction(change)) <= half for difference in differences)
