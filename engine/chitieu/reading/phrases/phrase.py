"""A figure phrase as written: what the grammar understood, before it is joined to an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from chitieu.target import Op

Number = Decimal | Fraction


@dataclass(slots=True, eq=False, init=False)
class Amount:
    """A figure with its unit. ``whole`` is the second figure of "64/111 thôn"."""

    value: Number
    unit: str
    whole: Decimal | None
    noun: str


def new_amount(value: Number, unit: str = "", whole: Decimal | None = None, noun: str = "") -> Amount:
    """An amount; a function, as that of a token is."""
    amount = Amount()
    amount.value, amount.unit = value, unit
    amount.whole, amount.noun = whole, noun
    return amount


@dataclass(slots=True, eq=False, init=False)
class Phrase:
    """What one figure phrase says.

    ``low`` alone is a bound with ``op``; with ``high`` a range. ``amount`` is None for a comparison without an
    amount ("cao hơn năm trước") and for a bare reference ("so với năm 2020").
    ``change`` is the verb beside the figure; ``reaches`` says that a level is reached ("xuống còn", "lên", "đạt").
    """

    op: Op | Literal["range"]
    amount: Amount | None
    high: Amount | None
    start: Amount | None
    change: Literal["increase", "decrease"] | None
    reaches: bool
    moved: Literal["increase", "decrease"] | None
    equals: bool
    compared: bool
    comparator: str  # the word of it
    approximate: bool
    nearly: bool
    average: bool
    strive: bool
    times: bool
    brought: bool
    exceeds: bool
    at_least_and_over: bool
    upper_open: bool
    lower_open: bool
    closing: bool
    basis: str | None
    when: str | None
    rank: bool
    of_rank: Decimal | None
    around: bool  # a middle and how far it may be off
    mixed: bool  # the ends of a range have units that the reader does not convert


def new_phrase(basis: str | None = None) -> Phrase:
    """A phrase that says nothing yet, but what it is against; a function, as that of a token is."""
    phrase = Phrase()
    phrase.op, phrase.comparator, phrase.basis = "=", "", basis
    phrase.amount = phrase.high = phrase.start = phrase.of_rank = None
    phrase.change = phrase.moved = phrase.when = None
    phrase.reaches = phrase.equals = phrase.compared = phrase.closing = phrase.exceeds = False
    phrase.approximate = phrase.nearly = phrase.average = phrase.strive = phrase.times = phrase.brought = (
        False
    )
    phrase.at_least_and_over = phrase.upper_open = phrase.lower_open = False
    phrase.rank = phrase.around = phrase.mixed = False
    return phrase
