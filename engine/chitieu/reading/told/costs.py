"""Money, and who pays how much of something."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from chitieu.reading.clause.segments import Figure
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told.wanted import is_plain, only_says
from chitieu.text.spoken import LEVEL_SIGN, words

_FEW, _HUNDRED = 2, 100
_MONEY, _FUNDS = frozenset(words("MONEY_UNIT")), words("FUND")


def is_money(unit: str) -> bool:
    """Whether a unit is one of money: "tỷ đồng", "đồng/người"; but not "đồng chí".

    >>> is_money("triệu đồng/người"), is_money("đồng chí")
    (True, False)
    """
    return unit.split("/", maxsplit=1)[0].rsplit(" ", maxsplit=1)[-1] in _MONEY


def shares_a_cost(figures: list[Figure], head: list[Token]) -> bool:
    """ "ngân sách tỉnh 60%, huyện 25%, xã 15%": who pays how much of all, which no plan wants more or less of."""
    shares: list[Any] = []
    for figure in figures:
        amount = figure.phrase.amount
        if amount is not None and amount.unit == "%":
            if not is_plain(figure):
                return False
            shares.append(amount.value)
    if len(shares) < _FEW:
        return False
    words = [*head, *(token for figure in figures for token in figure.left)]
    named = " ".join([token.key for token in words])
    paid = not marked(words, "RATE") and any(fund in named for fund in _FUNDS)
    return paid and sum(map(Fraction, shares)) == _HUNDRED


def pay(figures: list[Figure]) -> bool:
    """ "ngân sách tỉnh hỗ trợ 70%, ngân sách huyện 20%": whose money pays so much of something."""
    led = [figure for figure in figures if "PAYER" in figure.said and "PAYER" in figure.left[0].marks]
    return len(led) > 1 and all(map(only_says, led))


def is_rate_of_each(figure: Figure) -> bool:
    """ "mức 50.000 đồng/hộ": what each of them pays or is given."""
    amount = figure.phrase.amount
    paid = amount is not None and is_money(amount.unit) and "/" in amount.unit
    return paid and figure.island.tokens[0].key == LEVEL_SIGN
