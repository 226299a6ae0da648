"""A figure phrase as written: what the grammar understood, before it is joined to an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from chitieu.target import Op

Number = Decimal | Fraction


@dataclass(slots=True, eq=False)
class Amount:
    """A figure with its unit. ``whole`` is the second figure of "64/111 thôn"."""

    value: Number
    unit: str = ""
    whole: Decimal | None = None
    noun: str = ""


@dataclass(slots=True, eq=False)
class Phrase:
    """What one figure phrase says.

    ``low`` alone is a bound with ``op``; with ``high`` a range. ``amount`` is None for a comparison without an
    amount ("cao hơn năm trước") and for a bare reference ("so với năm 2020").
    ``change`` is the verb beside the figure; ``reaches`` says that a level is reached ("xuống còn", "lên", "đạt").
    """

    op: Op | Literal["range"] = "="
    amount: Amount | None = None
    high: Amount | None = None
    start: Amount | None = None
    change: Literal["increase", "decrease"] | None = None
    reaches: bool = False
    moved: Literal["increase", "decrease"] | None = None
    equals: bool = False
    compared: bool = False
    comparator: str = ""  # the word of it
    approximate: bool = False
    nearly: bool = False
    average: bool = False
    strive: bool = False
    times: bool = False
    brought: bool = False
    exceeds: bool = False
    at_least_and_over: bool = False
    upper_open: bool = False
    lower_open: bool = False
    closing: bool = False
    basis: str | None = None
    when: str | None = None
    rank: bool = False
    of_rank: Decimal | None = None
    around: bool = False  # a middle and how far it may be off
    mixed: bool = False  # the ends of a range have units that the reader does not convert
