"""Figures as messages show them, in both languages."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from chitieu.quantity.display import Comparison, Extent, Figure, Words, show_number
from chitieu.quantity.interval import Interval


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (Decimal("98.2"), "98,2", "98.2"),
        (Decimal("2860"), "2.860", "2,860"),
        (Decimal("-1234567.50"), "-1.234.567,50", "-1,234,567.50"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (Fraction(1, 4), "0,25", "0.25"),
        (Fraction(2, 3), "2/3", "2/3"),
        (Fraction(-2, 3), "-2/3", "-2/3"),
        (Fraction(20, 23), "≈ 0,869565", "≈ 0.869565"),
        (Fraction(-200, 3), "≈ -66,666667", "≈ -66.666667"),
    ],
)
def test_numbers(number: Decimal | Fraction, vi: str, en: str) -> None:
    assert (show_number(number, "vi"), show_number(number, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (Figure(Decimal(5), "đảng viên"), "5 đảng viên"),
        (Figure(Decimal("7.4"), "‰"), "7,4‰"),
        (Figure(Decimal(3), "hạng"), "hạng 3"),
        (Figure(Decimal(3)), "3"),
        (Extent(Interval(Decimal(61), Decimal(62)), "%"), "61 – 62%"),
        (Extent(Interval(Decimal(4), None, lower_closed=False)), "> 4"),
        (Extent(Interval(None, Decimal(4)), "hộ"), "≤ 4 hộ"),
        (Comparison((Decimal(5), Decimal(6), Decimal(8)), ("≤", "≤"), "hộ"), "5 hộ ≤ 6 hộ ≤ 8 hộ"),
        (Words("Đạt", "met"), "Đạt"),
    ],
)
def test_shown(shown: Figure, text: str) -> None:
    assert str(shown) == f"{shown:vi}" == text
    assert pickle.loads(pickle.dumps(shown)) == shown


def test_figures_that_differ_never_look_alike() -> None:
    near = Fraction(95) - Fraction(1, 3 * 10**9)
    text = str(Comparison((near, Decimal(95)), ("<",), "%"))
    assert text == "≈ 94,9999999997% < 95%"
