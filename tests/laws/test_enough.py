"""What is told to be enough is enough, and the next less is not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.evaluation.enough import Enough, enough
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import plain
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Target

from .drawn import BETTER, FIGURES, OPS, judged, level_targets

ACHIEVED = {"met", "exceeded"}
HAIR = Fraction(1, 10**9)
UP = {"at_least", "more_than"}


def target(op: str, value: str, better: str, measure: str = "level", **more: Any) -> Target:
    condition = Bound.model_validate({"op": op, "value": value, "unit": more.pop("unit", "%")})
    return Target.model_validate(
        {"indicator": "Số vụ", "condition": condition, "better": better, "measure": measure, **more}
    )


def of_population(wanted: Target, part: int, population: int) -> tuple[str, Enough | None]:
    actual = Actual(f"{part} hộ", Interval.at(Decimal(part)), "hộ", population=Decimal(population))
    verdict = evaluate_target(wanted, actual)
    return verdict.outcome, enough(verdict)


@given(level_targets(), st.fractions(0, 40_000, max_denominator=1000))
def test_of_a_level(wanted: Target, figure: Fraction) -> None:
    verdict = judged(wanted, figure)
    found = enough(verdict)
    assert (found is not None) == (verdict.outcome == "not_met")
    if found is None:
        return
    end, inwards = Fraction(found.figure), HAIR if found.side in UP else -HAIR
    assert found.gap == abs(end - figure)
    at_end = found.side in ("at_least", "at_most")
    assert (judged(wanted, end).outcome in ACHIEVED) == at_end
    assert judged(wanted, end + inwards).outcome in ACHIEVED
    assert judged(wanted, end - inwards).outcome == "not_met"


def holds(found: Enough, at: Callable[[int], str], most: int) -> None:
    """The figure is the first whole one that achieves; or none from 0 to ``most`` does."""
    if not found.reachable:
        assert all(at(figure) not in ACHIEVED for figure in range(most + 1))
        return
    whole = int(found.figure)
    assert found.figure == whole
    assert 0 <= whole <= most
    assert at(whole) in ACHIEVED
    before = whole - 1 if found.side == "at_least" else whole + 1
    if 0 <= before <= most:
        assert at(before) == "not_met"


@given(level_targets("đảng viên"), st.integers(0, 30_000))
def test_of_a_count(wanted: Target, figure: int) -> None:
    found = enough(judged(wanted, Decimal(figure)))
    if found is None:
        return
    assert found.gap == abs(found.figure - figure)
    nearest = int(found.figure) + 2
    holds(found, lambda count: judged(wanted, Decimal(count)).outcome, 60_000 if found.reachable else nearest)


@given(level_targets(), st.integers(1, 99), st.data())
def test_of_a_share_of_a_population(wanted: Target, population: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, population))
    outcome, found = of_population(wanted, part, population)
    assert (found is not None) == (outcome == "not_met")
    if found is None:
        return
    assert found.of == population
    assert found.gap == abs(Fraction(found.figure) - part)
    holds(found, lambda count: of_population(wanted, count, population)[0], population)


@given(st.sampled_from(OPS), st.sampled_from(["higher", "lower"]), st.integers(1, 2000), FIGURES, st.data())
def test_of_a_share_of_a_plan(op: str, better: str, percent: int, plan: Decimal, data: st.DataObject) -> None:
    """The plan in another unit than the figure."""
    wanted = target(op, str(percent), better, basis="plan")

    def at(level: Decimal | Fraction) -> tuple[str, Enough | None]:
        actual = Actual(
            "…", Interval.at(level), "triệu đồng", plan=plain(Fraction(plan)), plan_unit="tỷ đồng"
        )
        verdict = evaluate_target(wanted, actual)
        return verdict.outcome, enough(verdict)

    outcome, found = at(data.draw(FIGURES))
    assert (found is not None) == (outcome == "not_met")
    if found is None:
        return
    assert (found.figure, found.unit) == (Fraction(plan) * percent * 10, "triệu đồng")
    assert (at(found.figure)[0] in ACHIEVED) == (found.side in ("at_least", "at_most"))
    inwards = HAIR if found.side in UP else -HAIR
    assert at(plain(Fraction(found.figure) + inwards))[0] in ACHIEVED
    assert at(plain(Fraction(found.figure) - inwards))[0] == "not_met"


@given(
    st.sampled_from(OPS),
    st.sampled_from(["increase", "decrease"]),
    BETTER,
    st.integers(1, 120),
    st.integers(1, 60),
    st.integers(0, 120),
)
def test_of_a_change_with_a_baseline(  # noqa: PLR0917
    op: str, measure: str, better: str, percent: int, before: int, now: int
) -> None:
    wanted = target(op, str(percent), better, measure)

    def at(level: int) -> tuple[str, Enough | None]:
        actual = Actual("…", Interval.at(Decimal(level)), "vụ", baseline=Decimal(before))
        verdict = evaluate_target(wanted, actual)
        return verdict.outcome, enough(verdict)

    outcome, found = at(now)
    assert (found is not None) == (outcome == "not_met")
    if found is not None:
        assert found.unit == "vụ"
        holds(found, lambda level: at(level)[0], 200)


#: What an average yearly change is of: its unit, the name, the unit of the level. An amount in per cent compounds.
YEARLY = [
    ("%/năm", "Số vụ", "tỷ đồng"),
    ("%/năm", "Tỷ lệ hộ khá", "%"),
    ("tỷ đồng/năm", "Chi phí", "tỷ đồng"),
]


@pytest.mark.parametrize(("unit", "indicator", "of_level"), YEARLY)
@given(
    op=st.sampled_from(OPS),
    measure=st.sampled_from(["increase", "decrease"]),
    better=st.sampled_from(["higher", "lower"]),
    amount=st.integers(1, 90),
    years=st.integers(2, 6),
    before=FIGURES,
    now=FIGURES,
)
def test_of_an_average_yearly_change(  # noqa: PLR0917
    unit: str,
    indicator: str,
    of_level: str,
    op: str,
    measure: str,
    better: str,
    amount: int,
    years: int,
    before: Decimal,
    now: Decimal,
) -> None:
    more = {"unit": unit, "indicator": indicator, "basis": "term_start"}
    wanted = target(op, str(amount), better, measure, average_annual=True, when=f"trong {years} năm", **more)

    def at(level: Decimal | Fraction) -> tuple[str, Enough | None]:
        actual = Actual("…", Interval.at(plain(Fraction(level))), of_level, baseline=before)
        verdict = evaluate_target(wanted, actual)
        return verdict.outcome, enough(verdict)

    outcome, found = at(now)
    assert (found is not None) == (outcome == "not_met")
    if found is None:
        return
    yearly = amount if measure == "increase" else -amount
    compound = (unit, of_level) == ("%/năm", "tỷ đồng")
    end = (
        Fraction(before) * (1 + Fraction(yearly, 100)) ** years
        if compound
        else Fraction(before) + yearly * years
    )
    assert (found.unit, found.measure) == (of_level, "level")
    assert found.gap == abs(Fraction(found.figure) - Fraction(now))
    if found.figure != before:  # the end at no change at all
        assert found.figure == end
    assert (at(found.figure)[0] in ACHIEVED) == (found.side in ("at_least", "at_most"))
    inwards = HAIR if found.side in UP else -HAIR
    assert at(Fraction(found.figure) + inwards)[0] in ACHIEVED
    assert at(Fraction(found.figure) - inwards)[0] == "not_met"


@pytest.mark.parametrize(
    ("wanted", "part", "population", "said"),
    [
        (
            target(">=", "95", "higher"),
            385,
            412,
            "To be met it takes at least 392 hộ of 412; short by 7 hộ.",
        ),
        (
            target(">", "50", "higher"),
            200,
            400,
            "To be met it takes at least 201 hộ of 400; short by 1 hộ.",
        ),
        (target("<", "5", "lower"), 21, 400, "To be met it takes at most 19 hộ of 400; over by 2 hộ."),
        (target("<=", "5", "lower"), 21, 400, "To be met it takes at most 20 hộ of 400; over by 1 hộ."),
    ],
)
def test_by_hand(wanted: Target, part: int, population: int, said: str) -> None:
    _, found = of_population(wanted, part, population)
    assert found is not None
    assert found.diagnostic.text("en") == said
