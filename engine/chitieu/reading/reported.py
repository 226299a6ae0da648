"""Reported values to actuals: "97,5%", "79/77", "giảm 6%", "61-62", "Tốt", "không xảy ra"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from chitieu.quantity.actual import Actual, Word
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import EXACT
from chitieu.reading.phrases.phrase import Amount, Phrase
from chitieu.reading.tokens.scanner import Token
from chitieu.text.figures import read_figure
from chitieu.text.spoken import CROSS

_UNSURE = frozenset({"?", CROSS})

if TYPE_CHECKING:  # the walk over clauses is not needed to judge figures
    from chitieu.reading.clause.segments import Figure

_PLAIN = re.compile(r"\s*([+\-−–]?)([0-9]+(?:[.,][0-9]+)*)\s*(%?)\s*")
_WORDS: dict[str, Word] = {
    "SAID_UNKNOWN": "unknown",
    "SAID_NOT_APPLICABLE": "not_applicable",
    "SAID_FAILED": "failed",
    "SAID_PARTLY": "partly",
    "SAID_SURPASSED": "surpassed",
    "SAID_ABSENT": "absent",
    "SAID_ACHIEVED": "achieved",
    "SAID_PRESENT": "present",
    "SAID_NO": "no",
}


def plain_actual(text: str, unit: str | None) -> Actual | None:
    """The actual of a bare figure, signed or with a per-cent sign; None where the text says more.

    >>> plain_actual("97,5%", None).unit
    '%'
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    sign, digits, percent = match.groups()
    value = read_figure(digits)
    if value is None:
        return None
    change: Any = {"": None, "+": "increase"}.get(sign, "decrease")
    return Actual(text=text, interval=Interval.at(value), unit="%" if percent else unit, change=change)


def actual_of_phrase(text: str, phrase: Phrase, tokens: list[Token], unit: str | None) -> Actual | None:
    """The actual that a figure phrase reports; None where it holds no figure."""
    amount = phrase.amount
    if amount is None:
        return None
    change = phrase.change if not phrase.reaches else None
    if change is None and tokens:
        change = "decrease" if tokens[0].type == "DASH" else "increase" if tokens[0].key == "+" else None
    over: Any = None
    if amount.unit == "%":
        over = "amount" if phrase.exceeds else "level" if phrase.equals else None
    return Actual(
        text=text,
        interval=_interval(phrase, amount),
        unit=amount.unit or unit,
        grade=_grade(tokens, only=True),
        change=change,
        share_of_plan=phrase.basis == "plan" and amount.unit == "%" and over != "amount",
        over_plan=over,
        of=amount.whole,
        approximate=phrase.approximate,
    )


def says_several(figures: Sequence[Figure], tokens: list[Token]) -> bool:
    """Whether a value says more than one figure of a kind, or puts its figure in doubt: nothing is picked from it.

    "2.600 + 2.500", "=19.300+50", "2600 cây đợt 1, 2500 cây đợt 2", "6?", "1/0", "không có vụ nào; 1 vụ nhỏ".
    """
    if any(token.key in _UNSURE or (token.key in ("+", "=") and index) for index, token in enumerate(tokens)):
        return True
    if tokens and tokens[0].key == "=":
        return True
    stated = [figure.phrase for figure in figures if figure.phrase.amount is not None]
    if any(phrase.amount is not None and phrase.amount.whole == 0 for phrase in stated):
        return True
    absent = any("ABSENT" in token.marks or "SAID_ABSENT" in token.marks for token in tokens)
    if absent and any(phrase.amount is not None and phrase.amount.value for phrase in stated):
        return True
    return any(_contradict(stated[0], other) for other in stated[1:])


def _contradict(first: Phrase, other: Phrase) -> bool:
    """Whether two figures of one value would be taken for the same thing, and differ."""
    one, two = first.amount, other.amount
    if one is None or two is None or one.whole is not None or two.whole is not None:
        return False
    told = (first.change, first.basis, first.reaches) == (other.change, other.basis, other.reaches)
    return told and one.unit == two.unit and one.value != two.value


def actual_of_words(text: str, tokens: list[Token], unit: str | None) -> Actual:
    """The actual that words without a figure report: a grade, a judgement, existence; else unread."""
    grade = _grade(tokens)
    word = _word(tokens)
    if grade is not None and (word is None or len(tokens) > 1):
        return Actual(text=text, grade=grade, unit=unit)
    return Actual(text=text, word=word, unit=unit, grade=grade)


def _interval(phrase: Phrase, amount: Amount) -> Interval:
    value: Decimal | Fraction = amount.value
    if phrase.approximate:
        return _around(value, phrase.high.value if phrase.high else value, nearly=phrase.nearly)
    if phrase.high is not None:
        return Interval(value, phrase.high.value, upper_closed=not phrase.upper_open)
    if phrase.exceeds:
        return Interval.at(value)
    match phrase.op:
        case ">":
            return Interval(value, None, lower_closed=False)
        case ">=":
            return Interval(value, None)
        case "<":
            return Interval(None, value, upper_closed=False)
        case "<=":
            return Interval(None, value)
        case _:
            return Interval.at(value)


def _around(low: Decimal | Fraction, high: Decimal | Fraction, *, nearly: bool) -> Interval:
    """Every value within one unit of the last place, on the side that the word names."""
    return Interval(_shifted(low, -1), high if nearly else _shifted(high, 1))


def _shifted(value: Decimal | Fraction, steps: int) -> Decimal | Fraction:
    if isinstance(value, Fraction):
        return value + steps
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return EXACT.add(value, Decimal(steps).scaleb(min(exponent, 0)))


def _grade(tokens: list[Token], *, only: bool = False) -> str | None:
    graded = [token for token in tokens if "GRADE" in token.marks]
    if not graded or (only and len(tokens) > 2):
        return None
    return graded[0].text


def _word(tokens: list[Token]) -> Word | None:
    if not tokens:
        return None
    marks = tokens[0].marks
    return next((word for mark, word in _WORDS.items() if mark in marks), None)
