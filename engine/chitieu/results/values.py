"""What is said of an indicator as the value of a file of actuals, and which of several phrases a target wants."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.quantity.actual import Actual, Word
from chitieu.quantity.notation import format_number, with_unit
from chitieu.quantity.units import conversion, resolve
from chitieu.results.facts import CHANGE_VERBS, Fact, Role, Said
from chitieu.target import Target
from chitieu.text.spoken import (
    EXCEED,
    THE_PLAN,
    WORD_ABSENT,
    WORD_ACHIEVED,
    WORD_FAILED,
    WORD_NO,
    WORD_NOT_APPLICABLE,
    WORD_PARTLY,
    WORD_PRESENT,
    WORD_SURPASSED,
    WORD_UNKNOWN,
)

_WORDS: dict[Word, str] = {
    "achieved": WORD_ACHIEVED,
    "surpassed": WORD_SURPASSED,
    "failed": WORD_FAILED,
    "partly": WORD_PARTLY,
    "absent": WORD_ABSENT,
    "present": WORD_PRESENT,
    "no": WORD_NO,
    "not_applicable": WORD_NOT_APPLICABLE,
    "unknown": WORD_UNKNOWN,
}


def value_text(said: Said) -> str:
    """The phrase as short as the column of values needs it; as it stands where it is not one figure.

    >>> from chitieu.reading import read_actual
    >>> value_text(Said("ước đạt 1.250 tỷ đồng", read_actual("ước đạt 1.250 tỷ đồng"), "figure"))
    '1.250 tỷ đồng'
    >>> value_text(Said("79/77 đảng viên", read_actual("79/77 đảng viên"), "figure"))
    '79/77 đảng viên'
    """
    actual = said.actual
    if actual.interval is None:
        return actual.grade or (_WORDS[actual.word] if actual.word else said.text)
    point = actual.figure
    if point is None or actual.approximate:
        return said.text
    figure = format_number(point)
    if actual.of is not None:
        figure = f"{figure}/{format_number(actual.of)}"
    text = with_unit(figure, actual.unit or "")
    if said.role == "plan":
        verb = {"amount": f"{EXCEED} "}.get(actual.over_plan or "", "")
        return f"{verb}{text} {THE_PLAN}" if actual.unit == "%" else said.text
    return f"{CHANGE_VERBS[actual.change]} {text}" if actual.change else text


def wanted(target: Target, fact: Fact) -> Said | None:
    """The phrase of a fact that tells what a target asks for; None where no phrase does."""
    for role in _roles(target):
        for said in fact.said:
            if said.role == role and _fits(target, said):
                return said
    return None


def _roles(target: Target) -> tuple[Role, ...]:
    if target.kind == "grade":
        return ("word",)
    if target.basis == "plan":
        return ("plan", "figure", "word") if target.kind == "status" else ("plan", "figure")
    if target.kind == "status":
        return ("word", "figure")
    return ("figure", "plan") if target.measure == "level" else ("change", "figure")


def _fits(target: Target, said: Said) -> bool:
    """Whether the unit of a phrase can be that of the target."""
    actual = said.actual
    if said.role in ("plan", "word") or not actual.unit or not target.unit:
        return True
    if target.basis == "plan" or (target.measure != "level" and said.role == "figure"):
        return True
    if actual.of is not None and resolve(target.unit).is_share:
        return True
    return conversion(actual.unit, target.unit) is not None


def same_value(one: Said, other: Said) -> bool:
    """Whether two phrases report the same."""
    return _told(one.actual) == _told(other.actual)


def _told(actual: Actual) -> tuple[object, ...]:
    figure: Decimal | Fraction | None = actual.figure
    return (
        figure,
        actual.unit,
        actual.change,
        actual.of,
        actual.grade,
        actual.word,
        figure is None and actual.text,
    )
