"""What is an exact number, and what is none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from chitieu.quantity.number import show, to_number


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (Decimal("5.0"), Decimal("5.0")),
        (Fraction(2, 3), Fraction(2, 3)),
        (7, Decimal(7)),
        (0.1, Decimal("0.1")),
        ("310.01", Decimal("310.01")),
        ("2/3", Fraction(2, 3)),
        ("1E+4000", Decimal("1E+4000")),
        ("1E-4000", Decimal("1E-4000")),
    ],
)
def test_number(value: Any, number: Decimal | Fraction) -> None:
    found = to_number(value)
    assert (type(found), str(found)) == (type(number), str(number))


@pytest.mark.parametrize(
    "value",
    [
        True,
        None,
        "",
        "x",
        "1/0",
        "a/b",
        "NaN",
        "Infinity",
        float("nan"),
        float("inf"),
        "1E+4001",
        "1E-4001",
        [1],
    ],
)
def test_no_number(value: Any) -> None:
    with pytest.raises(
        ValueError, match=r"^a number is a Decimal, a Fraction, a whole number, or a decimal string$"
    ):
        to_number(value)


def test_a_number_is_written_without_an_exponent() -> None:
    assert [show(Decimal("1E+3")), show(Decimal("1E-3")), show(Fraction(2, 3))] == ["1000", "0.001", "2/3"]
