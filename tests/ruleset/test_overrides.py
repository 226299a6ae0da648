from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chitieu.reading import Reading
from chitieu.ruleset import Rule, load_ruleset
from chitieu.target import Bound, Condition, GradeCondition, Range, StatusCondition, Target

Write = Callable[..., Path]

AT_LEAST = Target(
    indicator="A", condition=Bound(op=">=", value="95", unit="%"), better="higher", better_source="condition"
)
POVERTY = Target(
    indicator="A", condition=Bound(op="<", value="4", unit="%"), better="lower", better_source="lexicon"
)
FALL = POVERTY.model_copy(update={"measure": "decrease"})
DOUBTFUL = POVERTY.model_copy(update={"readings": (FALL,), "needs_review": True, "span": (0, 7)})
FROM_TO = Target(indicator="A", condition=Range(low="5", high="8", unit="đảng viên"))
UNDER = Target(indicator="A", condition=Range(low="90", high="95", unit="%", high_open=True))
GRADE = Target(indicator="A", condition=GradeCondition(op=">=", grade="Khá", scale="xếp loại"))
STATUS = Target(indicator="A", condition=StatusCondition(expected=True))


@pytest.fixture
def rule(write: Write, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rule]:
    """The rule of one entry whose words are read as the targets given."""

    def make(*read: Target, review: bool | None = None, **keys: Any) -> Rule:
        doubtful = any(target.needs_review for target in read) if review is None else review

        def read_expression(expect: str, indicator: str = "") -> Reading:
            return Reading(text=expect, targets=read, needs_review=doubtful)

        monkeypatch.setattr("chitieu.ruleset.compile.read_expression", read_expression)
        monkeypatch.setattr("chitieu.ruleset.overrides.read_expression", read_expression)
        monkeypatch.setattr("chitieu.ruleset.cache.fetch", lambda _: None)
        lines = ['  - id: "(1).1"', '    item: "(1)"', "    indicator: B", "    expect: chữ"]
        lines += [f"    {key}: {value}" for key, value in keys.items()]
        return load_ruleset(write("\n".join(lines) + "\n")).rules[0]

    return make


@pytest.mark.parametrize(
    ("read", "keys", "condition"),
    [
        (AT_LEAST, {}, Bound(op=">=", value="95", unit="%")),
        (AT_LEAST, {"value": "97.5"}, Bound(op=">=", value="97.5", unit="%")),
        (AT_LEAST, {"op": '">"'}, Bound(op=">", value="95", unit="%")),
        (AT_LEAST, {"unit": '"‰"'}, Bound(op=">=", value="95", unit="‰")),
        (AT_LEAST, {"unit": '""'}, Bound(op=">=", value="95", unit="")),
        (AT_LEAST, {"low": 90, "high": 95}, Range(low="90", high="95", unit="%")),
        (AT_LEAST, {"value": "2/3"}, Bound(op=">=", value="2/3", unit="%")),
        (FROM_TO, {"low": 6}, Range(low="6", high="8", unit="đảng viên")),
        (FROM_TO, {"low_open": "true"}, Range(low="5", high="8", unit="đảng viên", low_open=True)),
        (UNDER, {"low": 91}, Range(low="91", high="95", unit="%", high_open=True)),
        (UNDER, {"high": 95}, Range(low="90", high="95", unit="%")),
        (UNDER, {"high_open": "false"}, Range(low="90", high="95", unit="%")),
        (UNDER, {"unit": '"‰"'}, Range(low="90", high="95", unit="‰", high_open=True)),
        (FROM_TO, {"unit": "đồng chí"}, Range(low="5", high="8", unit="đồng chí")),
        (FROM_TO, {"value": 5}, Bound(op="=", value="5", unit="đảng viên")),
        (FROM_TO, {"value": 5, "op": '">="'}, Bound(op=">=", value="5", unit="đảng viên")),
        (GRADE, {"op": '"="'}, GradeCondition(op="=", grade="Khá", scale="xếp loại")),
        (GRADE, {"scale": "nhiệm vụ"}, GradeCondition(op=">=", grade="Khá", scale="nhiệm vụ")),
        (AT_LEAST, {"grade": "Tốt"}, GradeCondition(op="=", grade="Tốt", scale=None)),
        (STATUS, {"expected": "false"}, StatusCondition(expected=False)),
        (AT_LEAST, {"expected": "true"}, StatusCondition(expected=True)),
    ],
)
def test_the_author_beats_the_reading(
    rule: Callable[..., Rule], read: Target, keys: dict[str, Any], condition: Condition
) -> None:
    target = rule(read, **keys).target
    assert target.condition == condition
    assert target.indicator == "B"


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ({"measure": "increase"}, "measure", "increase"),
        ({"basis": "plan"}, "basis", "plan"),
        ({"each": "chi bộ"}, "each", "chi bộ"),
        ({"of": "tổng số hộ"}, "of", "tổng số hộ"),
        ({"when": "each_year"}, "when", "each_year"),
        ({"average_annual": "true"}, "average_annual", True),
        ({"restates": "true"}, "restates", True),
        ({"approximate": "true"}, "approximate", True),
        ({"stretch": "true"}, "stretch", True),
    ],
)
def test_plain_keys(rule: Callable[..., Rule], keys: dict[str, Any], field: str, value: object) -> None:
    assert getattr(rule(AT_LEAST, **keys).target, field) == value


def test_a_key_can_also_take_something_away(rule: Callable[..., Rule]) -> None:
    restating = AT_LEAST.model_copy(update={"restates": True})
    assert rule(restating).target.restates
    assert not rule(restating, restates="false").target.restates


@pytest.mark.parametrize(
    ("read", "keys", "better", "source"),
    [
        (AT_LEAST, {}, "higher", "condition"),
        (AT_LEAST, {"better": "lower"}, "lower", "author"),
        (AT_LEAST, {"op": '"<="'}, "lower", "condition"),
        (POVERTY, {"op": '">="'}, "lower", "lexicon"),
        (FROM_TO, {}, "higher", "default"),
        (FROM_TO, {"measure": "decrease"}, "lower", "condition"),
        (AT_LEAST, {"measure": "increase", "op": '"<="'}, "lower", "condition"),
        (AT_LEAST, {"measure": "decrease", "op": '"<="'}, "higher", "condition"),
        (AT_LEAST, {"value": 5, "op": '"="'}, "higher", "default"),
    ],
)
def test_better(
    rule: Callable[..., Rule], read: Target, keys: dict[str, Any], better: str, source: str
) -> None:
    target = rule(read, **keys).target
    assert (target.better, target.better_source) == (better, source)


def test_a_doubt_stays_until_someone_answers(rule: Callable[..., Rule]) -> None:
    found = rule(DOUBTFUL)
    assert found.target.needs_review
    assert [other.measure for other in found.target.readings] == ["decrease"]
    assert not found.confirmed


@pytest.mark.parametrize(("number", "measure"), [(1, "level"), (2, "decrease")])
def test_a_confirmed_reading_is_the_only_one(rule: Callable[..., Rule], number: int, measure: str) -> None:
    found = rule(DOUBTFUL, confirmed=f"{{reading: {number}, by: A, date: 2026-02-01}}")
    assert found.confirmed
    assert found.target.measure == measure
    assert found.target.readings == ()
    assert not found.target.needs_review
    assert found.target.span == (0, 7)


def test_a_key_that_makes_the_readings_equal_settles_the_doubt(rule: Callable[..., Rule]) -> None:
    found = rule(DOUBTFUL, measure="level")
    assert found.target.readings == ()
    assert not found.target.needs_review


def test_a_key_beside_the_doubt_does_not_settle_it(rule: Callable[..., Rule]) -> None:
    found = rule(DOUBTFUL, unit='"‰"')
    assert found.target.needs_review
    assert [other.unit for other in found.target.readings] == ["‰"]


def test_a_doubt_about_the_clause_reaches_the_rule(rule: Callable[..., Rule]) -> None:
    assert rule(AT_LEAST, review=True).target.needs_review
    whole = rule(AT_LEAST, review=True, op='">="', value=95, unit='"%"')
    assert not whole.target.needs_review


def test_more_targets_than_one_are_noted(rule: Callable[..., Rule], tmp_path: Path) -> None:
    assert rule(AT_LEAST, POVERTY).target.condition == AT_LEAST.condition
    [note] = load_ruleset(tmp_path / "thu.yaml").notes  # the words are still read as two targets
    assert (note.code, note.params["left"]) == ("ruleset.more_targets", 1)


def test_the_first_of_two_targets_does_not_decide_alone(rule: Callable[..., Rule]) -> None:
    found = rule(AT_LEAST, POVERTY)
    assert found.target.needs_review
    assert [other.condition for other in found.target.readings] == [POVERTY.condition]
    assert not rule(AT_LEAST, POVERTY, confirmed="{reading: 1, by: Lan, date: 2026-01-05}").target.readings


def test_no_reading_and_all_keys(rule: Callable[..., Rule]) -> None:
    found = rule(op='">="', value="1.5", unit="ha")
    assert found.target.condition == Bound(op=">=", value=Decimal("1.5"), unit="ha")
    assert not found.target.needs_review


def test_population_and_entities(rule: Callable[..., Rule]) -> None:
    found = rule(AT_LEAST, population=412, entities="[Chi bộ 1, Chi bộ 2]", each="chi bộ")
    assert found.population == 412
    assert found.entities == ("Chi bộ 1", "Chi bộ 2")
