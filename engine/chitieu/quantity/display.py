"""Figures as a message shows them, in the marks of its language; made into text only when the message is.

The objects here are parameters of messages: "{actual:vi}" asks for Vietnamese, "{actual:en}" for English.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from chitieu.quantity.arithmetic import Exact, tidy
from chitieu.quantity.interval import Interval
from chitieu.quantity.notation import format_number, round_half_up, with_unit
from chitieu.quantity.number import places_of

_MOST_PLACES = 40
_FEW_PARTS = 20


def show_number(number: Exact, lang: str = "vi", places: int = 6) -> str:
    """A number as people read it, its zeros kept; behind "≈" where it had to be rounded half up.

    A part of a few stays one: 2/3.

    >>> from decimal import Decimal
    >>> show_number(Decimal("2860.50")), show_number(Decimal("2860.50"), "en"), show_number(Fraction(200, 3))
    ('2.860,50', '2,860.50', '≈ 66,666667')
    >>> show_number(Fraction(2, 3))
    '2/3'
    """
    about = ""
    few = isinstance(number, Fraction) and abs(number) < 1 and number.denominator <= _FEW_PARTS
    if few and round_half_up(number, places) != number:
        return format_number(number, lang)
    if isinstance(number, Fraction) or places_of(number) > max(places, 12):
        rounded = round_half_up(number, places)
        about = "≈ " if rounded != number else ""
        number = tidy(rounded)
    return about + format_number(number, lang)


class Shown:
    """Something that a message shows in its own language."""

    __slots__ = ()

    def show(self, lang: str) -> str:
        """The text in the language."""
        raise NotImplementedError

    def __format__(self, lang: str) -> str:
        return self.show(lang or "vi")

    def __str__(self) -> str:
        return self.show("vi")


@dataclass(frozen=True, slots=True)
class Words(Shown):
    """A word in both languages.

    >>> f"{Words('Đạt', 'Met'):en}"
    'Met'
    """

    vi: str
    en: str

    def show(self, lang: str) -> str:
        """The word."""
        return self.en if lang == "en" else self.vi

    def before(self, other: Words) -> Words:
        """These words and the others behind them.

        >>> str(Words("mức giảm", "a decrease of").before(Words("ít nhất", "at least")))
        'mức giảm ít nhất'
        """
        return Words(f"{self.vi} {other.vi}".strip(), f"{self.en} {other.en}".strip())


@dataclass(frozen=True, slots=True)
class Figure(Shown):
    """A number with its unit.

    >>> from decimal import Decimal
    >>> f"{Figure(Decimal('98.2'), '%'):vi}"
    '98,2%'
    """

    value: Exact
    unit: str = ""
    places: int = 6

    def show(self, lang: str) -> str:
        """The figure."""
        return with_unit(show_number(self.value, lang, self.places), self.unit)


@dataclass(frozen=True, slots=True)
class Extent(Shown):
    """A figure, a range or a half-line with its unit.

    >>> from decimal import Decimal
    >>> f"{Extent(Interval(Decimal(61), Decimal(62)), '%'):vi}"
    '61 – 62%'
    """

    interval: Interval
    unit: str = ""

    def show(self, lang: str) -> str:
        """The figure, the range or the half-line."""
        here = self.interval
        if here.lower is not None and here.lower == here.upper:
            return with_unit(show_number(here.lower, lang), self.unit)
        if here.lower is not None and here.upper is not None:
            return with_unit(f"{show_number(here.lower, lang)} – {show_number(here.upper, lang)}", self.unit)
        if here.lower is not None:
            sign = "≥" if here.lower_closed else ">"
            return f"{sign} {with_unit(show_number(here.lower, lang), self.unit)}"
        if here.upper is not None:
            sign = "≤" if here.upper_closed else "<"
            return f"{sign} {with_unit(show_number(here.upper, lang), self.unit)}"
        return "…"


@dataclass(frozen=True, slots=True)
class Comparison(Shown):
    """Figures with the signs between them, true as it stands: "98,2% > 98%", "5 ≤ 6 ≤ 8 đảng viên".

    Figures that differ are never rounded into looking alike.

    >>> from decimal import Decimal
    >>> f"{Comparison((Decimal('98.2'), Decimal(98)), ('>',), '%'):vi}"
    '98,2% > 98%'
    """

    figures: tuple[Exact | Interval, ...]
    signs: tuple[str, ...]
    unit: str = ""

    def show(self, lang: str) -> str:
        """The comparison."""
        places = 6
        numbers = [figure for figure in self.figures if not isinstance(figure, Interval)]
        while places < _MOST_PLACES and len({round_half_up(number, places) for number in numbers}) < len(
            set(numbers)
        ):
            places += 1
        shown: list[Any] = [
            Extent(figure, self.unit) if isinstance(figure, Interval) else Figure(figure, self.unit, places)
            for figure in self.figures
        ]
        out: str = shown[0].show(lang)
        for sign, figure in zip(self.signs, shown[1:], strict=True):
            out += f" {sign} {figure.show(lang)}"
        return out
