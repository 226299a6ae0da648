"""What the strategies draw is what they promise, and it shrinks to what a person can read."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from random import Random
from typing import get_args

import pytest
from hypothesis import HealthCheck, assume, find, given, settings
from hypothesis import strategies as st

import chitieu
from chitieu import strategies
from chitieu.evaluation import evaluate_target
from chitieu.quantity.interval import Interval
from chitieu.quantity.units import resolve
from chitieu.reading import read_actual
from chitieu.strategies import Where
from chitieu.text.figures import read_figure

QUANTITIES = strategies.quantity_targets()
LYING: tuple[Where, ...] = ("met", "exceeded", "not_met")


@given(strategies.written_figures(0, 10**7, places=4))
def test_a_written_figure_reads_as_itself(pair: tuple[Decimal, str]) -> None:
    figure, text = pair
    assert read_figure(text) == figure


@given(strategies.figures(Decimal("0.25"), Decimal("0.5"), places=3))
def test_figures_keep_their_limits(figure: Decimal) -> None:
    assert Decimal("0.25") <= figure <= Decimal("0.5")
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent >= -3


@given(st.data())
def test_units_are_known_and_of_their_kind(data: st.DataObject) -> None:
    share, money, count = (data.draw(strategies.units(kind)) for kind in ("share", "money", "count"))
    assert resolve(share).is_share
    assert resolve(money).kind == resolve("đồng").kind
    assert resolve(count).is_counted
    assert resolve(data.draw(strategies.units("measure"))).kind


@pytest.mark.parametrize("where", LYING)
@given(st.data())
def test_an_actual_lies_where_it_was_asked_for(where: Where, data: st.DataObject) -> None:
    target = data.draw(strategies.targets())
    drawn = strategies.actuals(target, where)
    assume(not drawn.is_empty)
    assert evaluate_target(target, data.draw(drawn)).outcome == where


@given(st.data())
def test_an_actual_at_an_end_is_next_to_another_outcome(data: st.DataObject) -> None:
    target = data.draw(strategies.quantity_targets(measures=("level",)))
    at = data.draw(strategies.actuals(target, "at"))
    figure = at.figure
    assert isinstance(figure, Decimal)
    hair = Decimal("0.000001")
    near = [
        evaluate_target(target, chitieu.Actual("", Interval.at(one), at.unit)).outcome
        for one in (figure - hair, figure, figure + hair)
    ]
    assert len(set(near)) > 1


@given(st.data())
def test_what_an_actual_says_reads_as_the_actual(data: st.DataObject) -> None:
    target = data.draw(QUANTITIES)
    actual = data.draw(strategies.actuals(target))
    assert read_actual(actual.text) == actual


@given(strategies.missing_actuals(), strategies.targets())
def test_missing_actuals_decide_nothing(actual: chitieu.Actual, target: chitieu.Target) -> None:
    assert evaluate_target(target, actual).outcome == "undecided"


def meaning(target: chitieu.Target) -> dict[str, object]:
    """The flat keys that a text can say; synonyms of a unit are one."""
    flat = target.flat() | {"unit": resolve(target.unit)}
    return {
        key: flat[key] for key in ("op", "measure", "value", "low", "high", "unit", "better") if key in flat
    }


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(strategies.expressions(strategies.quantity_targets()))
def test_an_expression_means_its_target(pair: tuple[str, chitieu.Target]) -> None:
    words, target = pair
    (read,) = chitieu.parse(words).targets
    assert meaning(read) == meaning(target)


TEXT = "Tỷ lệ hộ gia đình văn hóa trên 98%"


@given(strategies.noisy(TEXT))
def test_noise_changes_no_reading(text: str) -> None:
    (target,) = chitieu.parse(text).targets
    (plain,) = chitieu.parse(TEXT).targets
    assert (target.condition, target.better, target.needs_review) == (plain.condition, plain.better, False)


@settings(max_examples=50)
@given(strategies.rulesets_with_actuals("not_met", gaps=False))
def test_a_ruleset_is_judged_as_asked(pair: tuple[chitieu.Ruleset, chitieu.Actuals]) -> None:
    ruleset, reported = pair
    report = ruleset.evaluate(reported)
    assert report.target_counts.total == len(ruleset.rules)
    assert report.target_counts.undecided == 0
    possible = [rule for rule in ruleset.rules if not strategies.actuals(rule.target, "not_met").is_empty]
    assert report.target_counts.not_met == len(possible)


@pytest.mark.parametrize("name", chitieu.bundled_rulesets())
def test_every_bundled_target_can_be_met(name: str) -> None:
    ruleset = chitieu.load_ruleset(name)
    plain = [rule for rule in ruleset.rules if rule.target.each is None and not rule.target.needs_review]
    assert len(plain) >= 20

    @settings(max_examples=15)
    @given(strategies.actuals_of(ruleset, "met"))
    def check(reported: chitieu.Actuals) -> None:
        outcomes = {judged.rule.id: judged.verdict for judged in ruleset.evaluate(reported).judged}
        missed = {rule.id for rule in plain if outcomes[rule.id].outcome == "not_met"}
        assert missed == set()

    check()


def test_gaps_leave_targets_without_an_actual() -> None:
    ruleset = chitieu.load_ruleset("tran-phu-2023")
    found = find(
        strategies.actuals_of(ruleset, gaps=True), lambda drawn: len(drawn.by_id) < len(ruleset.rules)
    )
    assert ruleset.evaluate(found).target_counts.undecided > 0


def test_they_shrink_to_what_a_person_can_read() -> None:
    figure, text = find(strategies.written_figures(), lambda pair: pair[0] > 2000 and "," in pair[1])
    assert (figure, text) == (Decimal("2000.1"), "2.000,1")
    assert find(strategies.noisy(TEXT), lambda text: text != unicodedata.normalize("NFC", text)) == (
        unicodedata.normalize("NFD", TEXT)
    )
    noisy = find(strategies.noisy(TEXT), lambda text: text != TEXT)
    assert noisy.isprintable(), "what was changed can be seen"
    assert unicodedata.is_normalized("NFC", noisy)
    target = find(strategies.quantity_targets(), lambda target: target.measure == "decrease")
    assert (target.flat()["op"], target.flat()["value"], target.better) == ("=", "1", "higher")
    actual = find(
        strategies.actuals(chitieu.parse("kết nạp từ 5 - 8 đảng viên").targets[0], "met"), lambda _: True
    )
    assert actual.text == "5 đảng viên"


#: Where a search begins.
STARTS = range(5)


def has_a_decrease(ruleset: chitieu.Ruleset) -> bool:
    return any(rule.target.measure == "decrease" for rule in ruleset.rules)


def has_a_miss(pair: tuple[chitieu.Ruleset, chitieu.Actuals]) -> bool:
    return any(one.verdict.outcome == "not_met" for one in pair[0].evaluate(pair[1]).judged)


@pytest.mark.parametrize("start", STARTS)
def test_rulesets_shrink_to_the_one_target_that_matters(start: int) -> None:
    found = find(strategies.rulesets(), has_a_decrease, random=Random(start))
    assert (len(found.items), len(found.rules)) == (1, 1)
    ruleset, reported = find(strategies.rulesets_with_actuals(), has_a_miss, random=Random(start))
    assert (len(ruleset.items), len(ruleset.rules), len(reported.by_id)) == (1, 1, 1)


def test_nothing_exceeds_a_bound() -> None:
    assert set(get_args(Where)) == {"anywhere", "met", "exceeded", "not_met", "at"}
    bound = chitieu.parse("trên 98%").targets[0]
    assert strategies.actuals(bound, "exceeded").is_empty
    assert not strategies.actuals(bound, "met").is_empty
