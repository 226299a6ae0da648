"""Intervals of exact numbers with open or closed ends: the normal form of every quantity condition.

A closed set algebra: intersection, union where it is connected, the pieces of the complement, subset, and
distance. Decimal and Fraction may be mixed; every answer is exact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from chitieu.quantity.arithmetic import Exact, magnitude, subtract


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two ends, each open or closed; None is an end at infinity.

    >>> Interval(Decimal(5), Decimal(8)).contains(Decimal(8))
    True
    >>> Interval(Decimal(98), None, lower_closed=False).contains(Decimal(98))
    False
    """

    lower: Decimal | Fraction | None
    upper: Decimal | Fraction | None
    lower_closed: bool = True
    upper_closed: bool = True

    @classmethod
    def at(cls, value: Decimal | Fraction) -> Interval:
        """The interval that holds one figure."""
        return cls(value, value)

    @property
    def point(self) -> Decimal | Fraction | None:
        """The one figure that it holds, or None where it holds several or none."""
        if self.lower is None or self.lower != self.upper or not (self.lower_closed and self.upper_closed):
            return None
        return self.lower

    @property
    def is_empty(self) -> bool:
        """Whether it holds no number.

        >>> Interval(Decimal(2), Decimal(1)).is_empty, Interval.at(Decimal(1)).is_empty
        (True, False)
        """
        if self.lower is None or self.upper is None:
            return False
        if self.lower == self.upper:
            return not (self.lower_closed and self.upper_closed)
        return self.lower > self.upper

    def contains(self, value: Decimal | Fraction) -> bool:
        """Whether the value lies in it."""
        if self.lower is not None and (value < self.lower or (value == self.lower and not self.lower_closed)):
            return False
        return self.upper is None or value < self.upper or (value == self.upper and self.upper_closed)

    def _starts_before(self, other: Interval) -> bool:
        """Whether its lower end lies before or at the other's."""
        if self.lower is None or other.lower is None:
            return self.lower is None
        return self.lower < other.lower or (
            self.lower == other.lower and (self.lower_closed or not other.lower_closed)
        )

    def _ends_after(self, other: Interval) -> bool:
        """Whether its upper end lies behind or at the other's."""
        if self.upper is None or other.upper is None:
            return self.upper is None
        return self.upper > other.upper or (
            self.upper == other.upper and (self.upper_closed or not other.upper_closed)
        )

    def intersection(self, other: Interval) -> Interval:
        """What lies in both; it may be empty.

        >>> Interval(Decimal(1), None).intersection(Interval(None, Decimal(3), upper_closed=False))
        Interval(lower=Decimal('1'), upper=Decimal('3'), lower_closed=True, upper_closed=False)
        """
        start = other if self._starts_before(other) else self
        end = other if self._ends_after(other) else self
        return Interval(start.lower, end.upper, start.lower_closed, end.upper_closed)

    def union(self, other: Interval) -> Interval | None:
        """What lies in one or the other, where that is one interval; else None.

        >>> Interval(Decimal(1), Decimal(2)).union(Interval(Decimal(3), Decimal(4))) is None
        True
        """
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        if not self._touches(other):
            return None
        start = self if self._starts_before(other) else other
        end = self if self._ends_after(other) else other
        return Interval(start.lower, end.upper, start.lower_closed, end.upper_closed)

    def _touches(self, other: Interval) -> bool:
        """Whether no number lies between the two."""
        first, second = (self, other) if self._starts_before(other) else (other, self)
        if first.upper is None or second.lower is None:
            return True
        return second.lower < first.upper or (
            second.lower == first.upper and (second.lower_closed or first.upper_closed)
        )

    def complement(self) -> tuple[Interval, ...]:
        """The pieces outside it, from below to above: none, one or two.

        >>> [piece.upper for piece in Interval(Decimal(1), Decimal(2)).complement()]
        [Decimal('1'), None]
        """
        if self.is_empty:
            return (Interval(None, None),)
        below = Interval(None, self.lower, upper_closed=not self.lower_closed)
        above = Interval(self.upper, None, lower_closed=not self.upper_closed)
        return ((below,) if self.lower is not None else ()) + ((above,) if self.upper is not None else ())

    def is_subset(self, other: Interval) -> bool:
        """Whether every number of it lies in the other.

        >>> Interval(Decimal(61), Decimal(62)).is_subset(Interval(Decimal(60), None))
        True
        """
        return self.is_empty or (other._starts_before(self) and other._ends_after(self))

    def is_disjoint(self, other: Interval) -> bool:
        """Whether no number lies in both.

        >>> Interval(Decimal(1), Decimal(2)).is_disjoint(Interval(Decimal(2), None, lower_closed=False))
        True
        """
        return self.intersection(other).is_empty

    def whole(self) -> Interval:
        """The interval from its first to its last whole number; it may be empty.

        >>> Interval(Decimal("5.2"), Decimal(8), upper_closed=False).whole()
        Interval(lower=Decimal('6'), upper=Decimal('7'), lower_closed=True, upper_closed=True)
        """
        lower = upper = None
        if self.lower is not None:
            first = ceil(self.lower)
            lower = Decimal(first + (first == self.lower and not self.lower_closed))
        if self.upper is not None:
            last = floor(self.upper)
            upper = Decimal(last - (last == self.upper and not self.upper_closed))
        return Interval(lower, upper)

    def nearest_end(self, value: Decimal | Fraction) -> Decimal | Fraction | None:
        """The finite end that is nearest to the value (the lower one of two as near); None where it has none.

        >>> Interval(Decimal(5), Decimal(8)).nearest_end(Decimal(7))
        Decimal('8')
        """
        if self.lower is None or self.upper is None:
            return self.lower if self.upper is None else self.upper
        below = magnitude(subtract(value, self.lower))
        above = magnitude(subtract(value, self.upper))
        return self.lower if below <= above else self.upper

    def distance(self, value: Decimal | Fraction) -> Decimal | Fraction | None:
        """How far the value lies from the nearest finite end, inside or outside; None where it has no end.

        >>> Interval(Decimal(5), Decimal(8)).distance(Decimal("9.5"))
        Decimal('1.5')
        """
        end = self.nearest_end(value)
        if end is None:
            return None
        gap = subtract(value, end)
        return magnitude(gap)

    def map(self, rising: Callable[[Exact], Exact]) -> Interval:
        """The image under a strictly rising function.

        >>> Interval(Decimal(1), None).map(lambda number: number * 2).lower
        Decimal('2')
        """
        lower = None if self.lower is None else rising(self.lower)
        upper = None if self.upper is None else rising(self.upper)
        return Interval(lower, upper, self.lower_closed, self.upper_closed)

    def map_falling(self, falling: Callable[[Exact], Exact]) -> Interval:
        """The image under a strictly falling function: the ends change sides.

        >>> Interval(Decimal(1), None).map_falling(lambda number: -number).upper
        Decimal('-1')
        """
        lower = None if self.upper is None else falling(self.upper)
        upper = None if self.lower is None else falling(self.lower)
        return Interval(lower, upper, self.upper_closed, self.lower_closed)
