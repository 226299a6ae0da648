"""Products with their units: 70 ha × 195 tạ/ha = 1.365 tấn."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from chitieu.checking.figures import Exact, Found, by_item, figure, place, stated
from chitieu.diagnostics import Diagnostic
from chitieu.quantity.arithmetic import tidy
from chitieu.quantity.notation import round_half_up
from chitieu.quantity.number import places_of
from chitieu.quantity.units import conversion
from chitieu.ruleset.model import Rule, Ruleset


def find(ruleset: Ruleset) -> list[Found]:
    """Items where an amount, a rate on it and their product stand together and do not agree.

    The product is compared at the last place that the text writes.

    >>> from chitieu.ruleset import Item
    >>> from chitieu.reading import parse
    >>> text = "Rau: diện tích 70 ha, năng suất 195 tạ/ha, sản lượng 1.356 tấn"
    >>> rules = [Rule(f"1.{n}", "1", text, target) for n, target in enumerate(parse(text).targets, 1)]
    >>> [found[0].text() for found in find(Ruleset("r", "", (), (Item("1"),), tuple(rules)))]
    ['1: 70 ha × 195 tạ/ha = 1.365 tấn, văn bản ghi 1.356 tấn.']
    """
    out: list[Found] = []
    for item, rules in by_item(ruleset).items():
        known = [rule for rule in rules if stated(rule) is not None and not rule.target.restates]
        for one, rate, product in permutations(known[:8], 3):
            worked = _product(one, rate, product)
            wanted = stated(product)
            if worked is None or wanted is None:
                continue
            first, second = stated(one), stated(rate)
            assert first is not None
            assert second is not None
            params = {
                "item": item,
                "one": figure(first, one.target.unit),
                "other": figure(second, rate.target.unit),
                "product": figure(tidy(worked), product.target.unit),
                "stated": figure(wanted, product.target.unit),
            }
            code = "check.product_agrees" if _agrees(worked, wanted) else "check.product"
            out.append((Diagnostic(code, params, place(ruleset, product)), (item,)))
    return out


def _product(one: Rule, rate: Rule, product: Rule) -> Fraction | None:
    """Amount by rate in the unit of the product; None where the units do not make it."""
    above, slash, below = rate.target.unit.partition("/")
    first, second = stated(one), stated(rate)
    if not slash or first is None or second is None or "/" in one.target.unit or "/" in product.target.unit:
        return None
    amount, made = conversion(one.target.unit, below), conversion(above, product.target.unit)
    return None if amount is None or made is None else Fraction(first) * amount * Fraction(second) * made


def _agrees(worked: Fraction, wanted: Exact) -> bool:
    if not isinstance(wanted, Decimal):
        return worked == wanted
    places = places_of(wanted)
    return round_half_up(worked, places) == wanted
