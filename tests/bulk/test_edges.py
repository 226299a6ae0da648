"""One unit of the last place either side of every bound, with expected outcomes worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from chitieu import bulk
from chitieu.evaluation import evaluate_ruleset
from chitieu.ruleset import Item, Rule, Ruleset
from chitieu.target import Bound, Range, Target

from .conftest import ENGINES, _actuals, as_arrow, plain_ruleset, verdicts_of


def judged(engine: str, ruleset: Ruleset, values: pa.Array, **columns: Any) -> list[tuple[str, Any]]:
    """Outcome and margin of each value, in order; every value is a place of its own."""
    places = [f"{at:03}" for at in range(len(values))]
    table = pa.table({"place": places, "id": ["1.1"] * len(values), "value": values, **columns})
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset, ENGINES[engine](table))), "r")
    return [
        (found["r", place, None, "1.1"]["outcome"], found["r", place, None, "1.1"]["margin"])
        for place in places
    ]


def decimals(digits: int, places: int, *texts: str | None) -> pa.Array:
    return pa.array(
        [None if text is None else Decimal(text) for text in texts], pa.decimal128(digits, places)
    )


BOUNDS = [  # op, better, outcomes below, at and above the figure
    (">", "higher", ("not_met", "not_met", "met")),
    (">=", "higher", ("not_met", "met", "met")),
    ("<", "lower", ("met", "not_met", "not_met")),
    ("<=", "lower", ("met", "met", "not_met")),
    ("=", "higher", ("not_met", "met", "exceeded")),
    ("=", "lower", ("exceeded", "met", "not_met")),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("op", "better", "outcomes"), BOUNDS)
def test_one_unit_of_the_last_place_around_28_digits(
    engine: str, op: Any, better: str, outcomes: Any
) -> None:
    end = "1234567890123456789.123456789"
    ruleset = plain_ruleset(Bound(op=op, value=end, unit="đồng"), better=better)
    values = decimals(28, 9, end[:-1] + "8", end, "1234567890123456789.123456790")
    step = Decimal("0.000000001")
    wanted = [
        (outcome, Decimal(0) if at == 1 else step if outcome in ("met", "exceeded") else -step)
        for at, outcome in enumerate(outcomes)
    ]
    assert judged(engine, ruleset, values) == wanted


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("op", "better", "outcomes"), BOUNDS)
def test_dong_against_ty(engine: str, op: Any, better: str, outcomes: Any) -> None:
    ruleset = plain_ruleset(Bound(op=op, value="1.5", unit="tỷ đồng"), better=better)
    values = decimals(18, 2, "1499999999.99", "1500000000", "1500000000.01")
    step = Decimal("0.00000000001")  # one hundredth of a đồng, in tỷ
    wanted = [
        (outcome, Decimal(0) if at == 1 else step if outcome in ("met", "exceeded") else -step)
        for at, outcome in enumerate(outcomes)
    ]
    assert judged(engine, ruleset, values, unit=["đồng"] * 3) == wanted


@pytest.mark.parametrize("engine", ENGINES)
def test_ty_against_dong_and_coarser_figures_than_the_bound(engine: str) -> None:
    ruleset = plain_ruleset(Bound(op=">=", value="1500000001", unit="đồng"))
    found = judged(engine, ruleset, decimals(9, 1, "1.5", "1.6", None), unit=["tỷ đồng"] * 3)
    assert found == [("not_met", Decimal(-1)), ("met", Decimal(99_999_999)), ("undecided", None)]
    fine = plain_ruleset(Bound(op=">", value="95.125", unit="%"))
    assert judged(engine, fine, decimals(5, 1, "95.1", "95.2")) == [
        ("not_met", Decimal("-0.025")),
        ("met", Decimal("0.075")),
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_ranges_open_and_closed_and_what_rounds_to_a_figure(engine: str) -> None:
    half_open = plain_ruleset(Range(low="90", high="95", unit="%", high_open=True), better="exact")
    found = judged(engine, half_open, decimals(5, 2, "89.99", "90", "92.5", "94.99", "95"))
    assert found == [
        ("not_met", Decimal("-0.01")),
        ("met", Decimal(0)),
        ("met", Decimal("2.5")),
        ("met", Decimal("0.01")),
        ("not_met", Decimal(0)),
    ]
    exact = plain_ruleset(Bound(op="=", value="5.0", unit="%"), better="exact")  # [4.95, 5.05)
    outcomes = [
        outcome for outcome, _ in judged(engine, exact, decimals(5, 3, "4.949", "4.95", "5.049", "5.05"))
    ]
    assert outcomes == ["not_met", "met", "met", "not_met"]


@pytest.mark.parametrize("engine", ENGINES)
def test_ratios_units_and_what_is_below_zero(engine: str) -> None:
    ruleset = plain_ruleset(Bound(op=">=", value="95", unit="%"))
    places = ["a", "b", "c", "d", "e", "f"]
    table = pa.table(
        {
            "place": places,
            "id": ["1.1"] * 6,
            "value": decimals(6, 2, "0.95", "0.95", "95", "950", "-1", None),
            "unit": [None, "%", "hộ", "‰", "%", "%"],
        }
    )
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset, ENGINES[engine](table))), "r")
    assert [
        (found["r", place, None, "1.1"]["outcome"], found["r", place, None, "1.1"]["code"])
        for place in places
    ] == [
        ("undecided", "verdict.looks_like_ratio"),
        ("not_met", "verdict.not_met"),
        ("undecided", "verdict.needs_whole"),
        ("met", "verdict.met"),
        ("undecided", "verdict.change_for_level"),
        ("undecided", "verdict.missing"),
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_of_38_digits_are_judged_by_the_scalar_engine(engine: str) -> None:
    ruleset = plain_ruleset(Bound(op=">=", value="1", unit="đồng"))
    big = "9" * 38
    assert judged(engine, ruleset, decimals(38, 0, big, "1", "0", None)) == [
        ("met", None),  # the margin needs 38 digits before the point
        ("met", Decimal(0)),
        ("not_met", Decimal(-1)),
        ("undecided", None),
    ]
    deep = decimals(38, 20, "0.99999999999999999999", "1", "1.00000000000000000001")
    assert [outcome for outcome, _ in judged(engine, ruleset, deep)] == ["not_met", "met", "met"]


@pytest.mark.parametrize("engine", ENGINES)
def test_last_years_figures_and_duplicates(engine: str) -> None:
    ruleset = plain_ruleset(Bound(op=">=", value="5", unit="%"), measure="increase", indicator="Số vụ")
    make = ENGINES[engine]
    this = pa.table(
        {"place": ["A", "B", "C", "C"], "id": ["1.1"] * 4, "value": decimals(9, 2, "105", "104.99", "7", "8")}
    )
    last = pa.table({"place": ["A", "B"], "id": ["1.1"] * 2, "value": decimals(9, 2, "100", "100")})
    if engine == "duckdb":
        connection = duckdb.connect()
        given = connection.from_arrow(this), connection.from_arrow(last)
    else:
        given = make(this), make(last)
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset, given[0], baseline=given[1])), "r")
    assert {key[1]: (line["outcome"], line["code"]) for key, line in found.items()} == {
        "A": ("met", "verdict.met"),
        "B": ("not_met", "verdict.not_met"),
        "C": ("undecided", "verdict.disputed"),
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_last_years_figures_of_the_same_month(engine: str) -> None:
    ruleset = plain_ruleset(Bound(op=">=", value="5", unit="%"), measure="increase", indicator="Số vụ")
    this = pa.table(
        {
            "place": ["A"] * 3,
            "period": ["Tháng 9/2025", "Tháng 10/2025", "Tháng 11/2025"],
            "id": ["1.1"] * 3,
            "value": decimals(9, 2, "105", "105", "105"),
        }
    )
    last = pa.table(
        {
            "place": ["A"] * 2,
            "period": ["Tháng 9/2024", "Tháng 10/2024"],
            "id": ["1.1"] * 2,
            "value": decimals(9, 2, "100", "101"),
        }
    )
    if engine == "duckdb":
        connection = duckdb.connect()
        given = connection.from_arrow(this), connection.from_arrow(last)
    else:
        given = ENGINES[engine](this), ENGINES[engine](last)
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset, given[0], baseline=given[1])), "r")
    assert {key[2]: line["outcome"] for key, line in found.items()} == {
        "Tháng 9/2025": "met",
        "Tháng 10/2025": "not_met",
        "Tháng 11/2025": "undecided",
    }


LABELLED = Ruleset(
    "r",
    "",
    (),
    (Item("1"), Item("2"), Item("2.a", parent="2"), Item("3")),
    tuple(
        Rule(name, item, "", Target(indicator="Số vụ", better="higher", measure=measure, condition=condition))
        for name, item, measure, condition in (
            ("1.1", "1", "level", Bound(op=">=", value="5", unit="vụ")),
            (
                "2.1",
                "2",
                "level",
                Bound(op=">=", value="5", unit="vụ"),
            ),  # "2" may mean what is below it as well
            ("2.a.1", "2.a", "level", Bound(op=">=", value="5", unit="vụ")),
            ("3.1", "3", "increase", Bound(op=">=", value="5", unit="%")),
        )
    ),
)


@pytest.mark.parametrize("values", ["decimal", "text"])
@pytest.mark.parametrize("engine", ENGINES)
def test_the_label_of_an_item_stands_for_its_only_target_as_in_a_file(engine: str, values: str) -> None:
    now = {"1": "7", "2": "7", "2.a": "7", "3": "105"}
    last = {"3.1": "100", "1": "3"}
    files = [
        _actuals([{"id": name, "value": value} for name, value in lines.items()]) for lines in (now, last)
    ]
    report = evaluate_ruleset(LABELLED, files[0], baseline=files[1])
    wanted = {judged.rule.id: judged.verdict.outcome for item in report.items for judged in item.judged}
    assert wanted == {"1.1": "met", "2.1": "undecided", "2.a.1": "met", "3.1": "met"}

    tables = []
    for lines in (now, last):
        given = list(lines.values())
        column = decimals(9, 2, *given) if values == "decimal" else pa.array(given)
        tables.append(pa.table({"place": ["A"] * len(lines), "id": list(lines), "value": column}))
    if engine == "duckdb":
        connection = duckdb.connect()
        frames = [connection.from_arrow(table) for table in tables]
    else:
        frames = [ENGINES[engine](table) for table in tables]
    verdicts = as_arrow(bulk.evaluate(LABELLED, frames[0], baseline=frames[1], complete=True)).to_pylist()
    found = {line["id"]: line["outcome"] for line in verdicts}
    assert found == wanted | {"2": "undecided"}
    assert [line["code"] for line in verdicts if line["id"] == "2"] == ["verdict.unknown_id"]


@pytest.mark.parametrize("values", ["decimal", "text"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_label_beside_its_target_is_an_id_that_nobody_knows_as_in_a_file(engine: str, values: str) -> None:
    now = [  # place, id, figure
        ("A", "1", "7"), ("A", "1.1", "4"), ("B", "1.1", "4"), ("B", "1", "4"), ("C", "1", "7"),
        ("D", "1", "7"), ("D", "1", "8"), ("E", "1", "7"), ("E", "1", "8"), ("E", "1.1", "7"),
        ("F", "3", "105"), ("F", "3.1", "104"), ("G", "3", "105"),
    ]  # fmt: skip
    last = [("F", "3", "50"), ("F", "3.1", "100"), ("G", "3", "100"), ("G", "3.1", "103")]
    wanted = {}
    for place in "ABCDEFG":
        files = [
            _actuals([{"id": name, "value": value} for at, name, value in lines if at == place])
            for lines in (now, [*last, (place, "2.1", "1")])
        ]
        report = evaluate_ruleset(LABELLED, files[0], baseline=files[1])
        for judged in report.judged:
            if judged.rule.id in report.actuals.by_id:
                wanted[place, judged.rule.id] = (judged.verdict.outcome, judged.verdict.reasons[0].code)
        for note in report.notes:
            wanted[place, note.params["id"]] = ("undecided", "verdict.unknown_id")
    unknown = ("undecided", "verdict.unknown_id")
    disputed = ("undecided", "verdict.disputed")
    met, not_met = ("met", "verdict.met"), ("not_met", "verdict.not_met")
    assert wanted == {
        ("A", "1.1"): not_met,
        ("A", "1"): unknown,
        ("B", "1.1"): not_met,
        ("B", "1"): unknown,
        ("C", "1.1"): met,
        ("D", "1.1"): disputed,
        ("E", "1.1"): met,
        ("E", "1"): unknown,
        ("F", "3.1"): not_met,
        ("F", "3"): unknown,
        ("G", "3.1"): not_met,
    }
    tables = []
    for lines in (now, last):
        places, names, given = zip(*lines, strict=True)
        column = decimals(9, 2, *given) if values == "decimal" else pa.array(given)
        tables.append(pa.table({"place": list(places), "id": list(names), "value": column}))
    if engine == "duckdb":
        connection = duckdb.connect()
        frames = [connection.from_arrow(table) for table in tables]
    else:
        frames = [ENGINES[engine](table) for table in tables]
    verdicts = as_arrow(bulk.evaluate(LABELLED, frames[0], baseline=frames[1])).to_pylist()
    found = {(line["place"], line["id"]): (line["outcome"], line["code"]) for line in verdicts}
    assert len(found) == len(verdicts)
    assert found == wanted


@pytest.mark.parametrize("values", ["decimal", "text"])
@pytest.mark.parametrize("engine", ENGINES)
def test_last_years_figures_of_each_by_name_and_told_twice(engine: str, values: str) -> None:
    target = Target(
        indicator="Số vụ",
        better="higher",
        measure="increase",
        condition=Bound(op=">=", value="5", unit="%"),
        each="chi bộ",
    )
    ruleset = Ruleset("r", "", (), (Item("1"),), (Rule("1.1", "1", "", target, entities=("Hòa", "b")),))
    now: list[tuple[str, str | None, str]] = [
        (place, name, "105") for place in "ABCDE" for name in ("Hoà", "b")
    ]
    last: list[tuple[str, str | None, str]] = [
        ("A", "HÒA", "100"), ("A", "b", "100"),
        ("B", "Hoà", "100"),
        ("C", None, "100"),
        ("D", "hòa", "100"), ("D", "hòa", "100"), ("D", "b", "100"),
        ("E", "Hoà", "100"), ("E", "Hoà", "90"), ("E", "b", "100"),
    ]  # fmt: skip
    wanted = {}
    for place in "ABCDE":
        files = [
            _actuals(
                [{"id": "1.1", "value": value, "entity": name} for at, name, value in lines if at == place]
            )
            for lines in (now, last)
        ]
        (judged,) = evaluate_ruleset(ruleset, files[0], baseline=files[1]).judged
        wanted[place] = (judged.verdict.outcome, judged.verdict.reasons[0].code)
    assert [outcome for outcome, _ in wanted.values()] == [
        "met",
        "undecided",
        "undecided",
        "met",
        "undecided",
    ]
    tables = []
    for lines in (now, last):
        places, names, given = zip(*lines, strict=True)
        column = decimals(9, 2, *given) if values == "decimal" else pa.array(given)
        parts = {"place": list(places), "id": ["1.1"] * len(lines), "value": column}
        tables.append(pa.table(parts | {"entity": pa.array(names, pa.string())}))
    if engine == "duckdb":
        connection = duckdb.connect()
        frames = [connection.from_arrow(table) for table in tables]
    else:
        frames = [ENGINES[engine](table) for table in tables]
    verdicts = as_arrow(bulk.evaluate(ruleset, frames[0], baseline=frames[1])).to_pylist()
    assert {line["place"]: (line["outcome"], line["code"]) for line in verdicts} == wanted
