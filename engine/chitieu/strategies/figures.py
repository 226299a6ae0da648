"""Figures as Vietnamese writes them, and units."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache
from typing import Literal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chitieu.quantity.notation import format_number
from chitieu.quantity.number import EXACT

#: What a unit is of: a share, money, another measure, counted things.
UnitKind = Literal["share", "money", "measure", "count"]
_MONEY = "đồng"
_MOST_SCALED = 3


def figures(
    least: Decimal | int = 0, most: Decimal | int = 1_000_000, *, places: int = 2
) -> SearchStrategy[Decimal]:
    """Exact figures from ``least`` to ``most`` with at most so many decimals.

    >>> from hypothesis import find
    >>> find(figures(), lambda figure: figure > 12)
    Decimal('13')
    """

    def with_places(count: int) -> SearchStrategy[Decimal]:
        step = Decimal(1).scaleb(-count)
        first = int((Decimal(least) / step).to_integral_value(ROUND_CEILING))
        last = int((Decimal(most) / step).to_integral_value(ROUND_FLOOR))
        if first > last:
            return st.nothing()
        return st.integers(first, last).map(lambda units: Decimal(units).scaleb(-count, EXACT))

    return st.one_of([with_places(count) for count in range(places + 1)])


def spellings(figure: Decimal) -> SearchStrategy[str]:
    """The ways to write a figure that mean it without doubt; the usual one first.

    "2.860,5", "2860,5" and "2860.5" are one figure; "05" is 5. Three decimals are written behind a comma alone, where
    a point would group thousands.

    >>> from hypothesis import find
    >>> find(spellings(Decimal("2860.5")), lambda text: "." not in text)
    '2860,5'
    """
    usual = format_number(figure)
    plain = format_number(figure, group=False)
    ways = [usual, plain]
    if "," in plain and len(plain.partition(",")[2]) in (1, 2):
        ways.append(plain.replace(",", "."))
    if "," not in plain and len(plain) == 1:
        ways.append(f"0{plain}")
    return st.sampled_from(list(dict.fromkeys(ways)))


def written_figures(
    least: Decimal | int = 0, most: Decimal | int = 1_000_000, *, places: int = 2
) -> SearchStrategy[tuple[Decimal, str]]:
    """Figures, each with a way to write it.

    >>> from hypothesis import find
    >>> find(written_figures(), lambda pair: pair[0] > 1000)
    (Decimal('1001'), '1.001')
    """

    def with_spelling(figure: Decimal) -> SearchStrategy[tuple[Decimal, str]]:
        return spellings(figure).map(lambda text: (figure, text))

    return figures(least, most, places=places).flatmap(with_spelling)


def units(*kinds: UnitKind) -> SearchStrategy[str]:
    """Known units of these kinds, of all where none is named; with and without a scale word.

    >>> from hypothesis import find
    >>> find(units("share"), lambda _: True), find(units("money"), lambda unit: unit != "đồng")
    ('%', 'nghìn đồng')
    """
    wanted = kinds or ("share", "money", "measure", "count")
    return st.sampled_from([unit for kind in wanted for unit in _units_by_kind()[kind]])


@cache
def _units_by_kind() -> dict[UnitKind, tuple[str, ...]]:
    from chitieu.quantity.units import known_units, resolve

    out: dict[UnitKind, list[str]] = {"share": [], "money": [], "measure": [], "count": []}
    scales = []
    for name, _, _ in known_units():
        unit = resolve(name)
        if unit.is_bare:
            scales.append(name)
        elif unit.is_share:
            out["share"].append(name)
        elif unit.is_counted and not unit.is_rank:
            out["count"].append(name)
        elif name == _MONEY:
            out["money"].append(name)
        elif not unit.is_points and unit.kind:
            out["measure"].append(name)
    thousands = [name for name in scales if resolve(name).factor >= 1000][-_MOST_SCALED:]
    out["money"] += [f"{scale} {_MONEY}" for scale in ("nghìn", *thousands) if scale in scales]
    return {kind: tuple(dict.fromkeys(names)) for kind, names in out.items()}
