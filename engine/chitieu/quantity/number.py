"""Exact numbers: Decimal, and Fraction where a baseline or a population divides. Never a binary float."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

type_error = "a number is a Decimal, a Fraction, a whole number, or a decimal string"

#: Arithmetic that never rounds: a result that would not be exact raises instead.
EXACT = Context(prec=20_000, traps=[Inexact, InvalidOperation])


#: The most digits before or behind the decimal point that a number may have.
MOST_DIGITS = 4_000


def to_number(value: Any) -> Decimal | Fraction:
    """An exact number from a Decimal, a Fraction, a whole number, a decimal string or a fraction "2/3".

    A Python float means its shortest decimal (``0.1`` is one tenth). Raises ``ValueError`` for anything else,
    for infinities and for not-a-number.

    >>> to_number("2/3"), to_number("310.01"), to_number(0.1)
    (Fraction(2, 3), Decimal('310.01'), Decimal('0.1'))
    """
    match value:
        case bool():
            raise ValueError(type_error)
        case Decimal():
            number: Decimal | Fraction = value
        case Fraction():
            number = value
        case int():
            number = Decimal(value)
        case float():
            number = Decimal(repr(value))
        case str() if "/" in value:
            try:
                number = Fraction(value)
            except (ValueError, ZeroDivisionError) as error:
                raise ValueError(type_error) from error
        case str():
            try:
                number = Decimal(value)
            except InvalidOperation as error:
                raise ValueError(type_error) from error
        case _:
            raise ValueError(type_error)
    if isinstance(number, Decimal) and (not number.is_finite() or _is_too_long(number)):
        raise ValueError(type_error)
    return number


def _is_too_long(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and max(abs(exponent), number.adjusted()) > MOST_DIGITS


def places_of(number: Decimal) -> int:
    """How many decimals a finite number is written with.

    >>> places_of(Decimal("5.0")), places_of(Decimal("1E+3"))
    (1, 0)
    """
    return max(0, -int(number.as_tuple().exponent))


def show(number: Decimal | Fraction) -> str:
    """A number as the JSON documents write it: a decimal string without exponent, or "2/3".

    >>> show(Decimal("1E+3")), show(Decimal("5.0")), show(Fraction(2, 3)), show(Fraction(1, 4))
    ('1000', '5.0', '2/3', '1/4')
    """
    if isinstance(number, Decimal):
        return format(number, "f")
    return str(number)


Number = Annotated[
    Decimal | Fraction,
    PlainValidator(to_number),
    PlainSerializer(show, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$"}),
]
