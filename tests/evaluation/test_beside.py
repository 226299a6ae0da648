"""What stands beside a figure in another place: last year's figures, the population of a rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from chitieu.evaluation import evaluate_ruleset
from chitieu.evaluation.rollup import with_baseline
from chitieu.quantity.interval import Interval
from chitieu.ruleset import Ruleset

from .cases import fall, figure, rise, wanted
from .rulesets import actuals, outcomes, rule, ruleset
from .targets import AT_LEAST_95, FIVE_YEARS


def test_last_year_gives_the_baseline() -> None:
    fewer = ruleset(rule("1.1", fall(">=", "5", "%", "Số vụ")))
    now, before = actuals(a1_1=figure("100", "vụ")), actuals(a1_1=figure("110", "vụ"))
    assert outcomes(evaluate_ruleset(fewer, actuals(), baseline=before)) == ["undecided"]
    assert outcomes(evaluate_ruleset(fewer, now)) == ["undecided"]
    assert outcomes(evaluate_ruleset(fewer, now, baseline=before)) == ["met"]
    own = actuals(a1_1=figure("100", "vụ", baseline=101))
    assert outcomes(evaluate_ruleset(fewer, own, baseline=before)) == ["not_met"]
    changed = actuals(a1_1=figure("110", "vụ", change="increase"))
    assert outcomes(evaluate_ruleset(fewer, now, baseline=changed)) == ["undecided"]


@pytest.mark.parametrize(
    "last",
    [
        {"change": "increase"},
        {"share_of_plan": True},
        {"over_plan": "level"},
        {"approximate": True},
        {"interval": Interval(Decimal(110), Decimal(111))},
    ],
)
def test_last_year_is_a_baseline_only_as_one_plain_figure(last: dict[str, Any]) -> None:
    before = replace(figure("110", "vụ"), **last)
    now = figure("100", "vụ")
    assert with_baseline(now, (before,)) == now
    assert with_baseline(now, (figure("110", "vụ"),)) == replace(
        now, baseline=Decimal(110), baseline_unit="vụ"
    )


def test_last_year_of_each_entity() -> None:
    each = fall(">=", "5", "%", "Số vụ", each="phường")
    rules = ruleset(rule("1.1", each, entities=("A", "B")))
    now = actuals(a1_1=(figure("95", "vụ", entity="A"), figure("190", "vụ", entity="B")))
    before = actuals(a1_1=(figure("200", "vụ", entity="B"), figure("100", "vụ", entity="a")))
    report = evaluate_ruleset(rules, now, baseline=before)
    assert outcomes(report) == ["met"]
    assert [(name, verdict.outcome) for name, verdict in report.judged[0].entities] == [
        ("A", "met"),
        ("B", "met"),
    ]


def test_last_year_gives_the_baseline_of_a_restatement() -> None:
    fewer = fall(">=", "5", "%", "Số vụ", restates=True)
    rules = ruleset(rule("1.1", wanted("<=", "95", "vụ", better="lower")), rule("1.2", fewer))
    now, before = actuals(a1_2=figure("95", "vụ")), actuals(a1_2=figure("100", "vụ"))
    assert outcomes(evaluate_ruleset(rules, now)) == ["undecided"]
    assert outcomes(evaluate_ruleset(rules, now, baseline=before)) == ["met"]


YEARLY = rise("=", "10", "%/năm", "Thu ngân sách", average_annual=True)
RULE = rule("1.1", YEARLY)


@pytest.mark.parametrize(
    ("rules", "outcome"),
    [
        (ruleset(RULE), "undecided"),
        (replace(ruleset(RULE), period=FIVE_YEARS), "met"),  # 100 x 1,1^5
        (replace(ruleset(RULE), title="Nghị quyết nhiệm kỳ 2020 - 2025"), "met"),
        (replace(ruleset(RULE), title="Nghị quyết nhiệm kỳ 2020 - 2024"), "exceeded"),
        (ruleset(replace(RULE, expect="tăng bình quân 10%/năm giai đoạn 2021 - 2025")), "met"),
    ],
)
def test_the_years_of_a_yearly_average(rules: Ruleset, outcome: str) -> None:
    given = actuals(a1_1=figure("161.051", "tỷ đồng", baseline=100))
    assert outcomes(evaluate_ruleset(rules, given)) == [outcome]


def test_population_of_the_rule() -> None:
    rules = ruleset(rule("1.1", AT_LEAST_95, population=Decimal(412)))
    assert outcomes(evaluate_ruleset(rules, actuals(a1_1=figure("392", "hộ")))) == ["met"]
    assert outcomes(evaluate_ruleset(rules, actuals(a1_1=figure("391", "hộ")))) == ["not_met"]
