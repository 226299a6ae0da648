"""What is told to be enough is enough, and the next less is not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.evaluation.enough import Enough, enough
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Target

from .drawn import BETTER, OPS, judged, level_targets

ACHIEVED = {"met", "exceeded"}
HAIR = Fraction(1, 10**9)
UP = {"at_least", "more_than"}
POPULATIONS = st.integers(1, 2000)


def target(op: str, value: str, better: str, measure: str = "level", **more: str) -> Target:
    condition = Bound.model_validate({"op": op, "value": value, "unit": more.pop("unit", "%")})
    return Target.model_validate(
        {"indicator": "Số vụ", "condition": condition, "better": better, "measure": measure, **more}
    )


def of_population(wanted: Target, part: int, population: int) -> tuple[str, Enough | None]:
    actual = Actual(f"{part} hộ", Interval.at(Decimal(part)), "hộ", population=Decimal(population))
    verdict = evaluate_target(wanted, actual)
    return verdict.outcome, enough(wanted, verdict)


@given(level_targets(), st.fractions(0, 40_000, max_denominator=1000))
def test_of_a_level(wanted: Target, figure: Fraction) -> None:
    verdict = judged(wanted, figure)
    found = enough(wanted, verdict)
    assert (found is not None) == (verdict.outcome == "not_met")
    if found is None:
        return
    end, inwards = Fraction(found.figure), HAIR if found.side in UP else -HAIR
    assert found.gap == abs(end - figure)
    at_end = found.side in ("at_least", "at_most")
    assert (judged(wanted, end).outcome in ACHIEVED) == at_end
    assert judged(wanted, end + inwards).outcome in ACHIEVED
    assert judged(wanted, end - inwards).outcome == "not_met"


@given(level_targets("đảng viên"), st.integers(0, 30_000))
def test_of_a_count(wanted: Target, figure: int) -> None:
    found = enough(wanted, judged(wanted, Decimal(figure)))
    if found is None:
        return
    assert found.figure == int(found.figure)
    step = 1 if found.side == "at_least" else -1
    # between the ends of a narrow range there may be no whole number
    assume(judged(wanted, found.figure).outcome in ACHIEVED)
    assert judged(wanted, found.figure - step).outcome not in ACHIEVED
    assert found.gap == abs(found.figure - figure)


@given(
    st.sampled_from(OPS), st.sampled_from(["higher", "lower"]), st.integers(1, 999), POPULATIONS, st.data()
)
def test_of_a_share_of_a_population(
    op: str, better: str, tenths: int, population: int, data: st.DataObject
) -> None:
    wanted = target(op, str(Decimal(tenths) / 10), better)
    part = data.draw(st.integers(0, population))
    outcome, found = of_population(wanted, part, population)
    assert (found is not None) == (outcome == "not_met")
    if found is None or not 0 <= found.figure <= population:
        return
    whole = int(found.figure)
    assert found.of == population
    assert found.gap == abs(whole - part)
    assert of_population(wanted, whole, population)[0] in ACHIEVED
    step = 1 if found.side == "at_least" else -1
    if 0 <= whole - step <= population:
        assert of_population(wanted, whole - step, population)[0] == "not_met"


@given(
    st.sampled_from(OPS),
    st.sampled_from(["increase", "decrease"]),
    BETTER,
    st.integers(1, 90),
    st.integers(1, 3000),
    st.integers(0, 6000),
)
def test_of_a_change_with_a_baseline(  # noqa: PLR0917
    op: str, measure: str, better: str, percent: int, before: int, now: int
) -> None:
    wanted = target(op, str(percent), better, measure)

    def at(level: Decimal | Fraction) -> tuple[str, Enough | None]:
        actual = Actual("…", Interval.at(level), "vụ", baseline=Decimal(before))
        verdict = evaluate_target(wanted, actual)
        return verdict.outcome, enough(wanted, verdict)

    outcome, found = at(Decimal(now))
    assert (found is not None) == (outcome == "not_met")
    if found is None or found.figure < 0:
        return
    assert found.unit == "vụ"
    assume(at(found.figure)[0] in ACHIEVED)  # an exact amount may lie between two whole levels
    step = 1 if found.side == "at_least" else -1
    assert at(found.figure - step)[0] == "not_met"


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
