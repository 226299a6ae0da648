"""The percentages that a report states, held against its own figures: 673/550 is 122,4 %, not 122,5 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.arithmetic import tidy
from chitieu.quantity.notation import format_number, round_half_up, with_unit
from chitieu.quantity.number import places_of
from chitieu.quantity.units import conversion
from chitieu.quantity.words import fold
from chitieu.results.facts import Fact, Said
from chitieu.target import Bound, Target
from chitieu.text.spoken import pattern

#: A budget ("dự toán") may be another than the resolution's figure.
_OF_TARGET = re.compile(pattern("OF_TARGET"))


def wrong_percentages(fact: Fact, place: Place) -> Iterator[Diagnostic]:
    """The stated percentages that the figures of the same fact do not give, each as a note."""
    yield from _wrong_changes(fact, place)
    for figure in fact.said:
        whole, part = figure.actual.of, figure.actual.figure
        if figure.role != "figure" or whole is None or part is None or whole == 0:
            continue
        ratio = Fraction(part) / Fraction(whole) * 100
        pair = f"{format_number(part)}/{format_number(whole)}"
        for said in fact.said:
            if (real := _expected(said, ratio)) is not None:
                yield _note("results.percentage_wrong", said, real, place, figures=pair)


def _wrong_changes(fact: Fact, place: Place) -> Iterator[Diagnostic]:
    """Changes in per cent that the amounts beside them do not give: 32 vụ after a fall of 4 vụ is a fall of 11,1 %."""
    level = next((said for said in fact.said if said.role == "figure" and said.actual.unit != "%"), None)
    if level is None or level.actual.figure is None or level.actual.of is not None:
        return
    for at, said in enumerate(fact.said):
        amount, unit = said.actual.figure, level.actual.unit or ""
        factor = conversion(said.actual.unit or unit, unit)
        if said.role != "change" or said.actual.unit == "%" or amount is None or factor is None:
            continue
        moved = Fraction(amount) * factor
        before = Fraction(level.actual.figure) + (moved if said.actual.change == "decrease" else -moved)
        beside = fact.said[at + 1] if at + 1 < len(fact.said) else None
        if beside is None or beside.actual.unit != "%" or beside.role == "plan" or before <= 0:
            continue
        stated = beside.actual.figure
        if not isinstance(stated, Decimal):
            continue
        real = round_half_up(moved / before * 100, places_of(stated))
        if real != stated:
            figures = f"{format_number(amount)}/{format_number(tidy(before))}"
            yield _note("results.percentage_wrong", beside, real, place, figures=figures)


def against_target(fact: Fact, target: Target, place: Place) -> Iterator[Diagnostic]:
    """The stated shares of the plan that the figure and the target's own figure do not give."""
    condition = target.condition
    if not isinstance(condition, Bound) or target.measure != "level" or target.basis or condition.value == 0:
        return
    for figure in fact.said:
        part = figure.actual.figure
        if figure.role != "figure" or part is None or figure.actual.of is not None:
            continue
        factor = conversion(figure.actual.unit or target.unit, target.unit)
        if factor is None:
            continue
        ratio = Fraction(part) * Fraction(factor) / Fraction(condition.value) * 100
        wanted = with_unit(format_number(condition.value), condition.unit)
        for said in fact.said:
            if (
                said.role == "plan"
                and _OF_TARGET.search(fold(said.text))
                and (real := _expected(said, ratio)) is not None
            ):
                yield _note("results.percentage_of_target", said, real, place, wanted=wanted)


def _expected(said: Said, ratio: Fraction) -> Decimal | None:
    """What a stated percentage ought to be, where it is another one; ``ratio`` is 100 for the whole."""
    actual = said.actual
    stated = actual.figure
    if said.role not in ("plan", "change") or actual.unit != "%" or not isinstance(stated, Decimal):
        return None
    if actual.change and said.role == "change":
        real = ratio - 100 if actual.change == "increase" else 100 - ratio
    elif actual.over_plan == "amount":
        real = ratio - 100
    else:
        real = ratio
    places = places_of(stated)
    rounded = round_half_up(real, places)
    return None if rounded == stated else rounded


def _note(code: str, said: Said, real: Decimal, place: Place, **params: str) -> Diagnostic:
    stated = said.actual.figure
    shown = format_number(stated) if stated is not None else said.text
    return Diagnostic(code, {**params, "real": format_number(real), "stated": shown}, place)
