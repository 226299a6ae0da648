"""Items, counts, ranks and changes: as the reports of the scalar engine have them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chitieu import bulk
from chitieu.diagnostics import UsageError
from chitieu.evaluation import evaluate_ruleset
from chitieu.target import Bound

from .conftest import ENGINES, _actuals, arrow_of, as_arrow, lines_for, plain_ruleset, rulesets


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_items_and_counts_are_those_of_the_reports(engine: str, data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    lines = data.draw(lines_for(ruleset, "decimal"))
    rows = ruleset.to_rows()
    verdicts = bulk.evaluate(rows, ENGINES[engine](arrow_of(lines, "decimal")), complete=True)
    items = bulk.judge_items(rows, verdicts)
    found = {
        (line["place"], line["period"], line["item"]): line["outcome"] for line in as_arrow(items).to_pylist()
    }
    wanted: dict[Any, Any] = {}
    sums: dict[Any, Counter[str]] = {}
    for place, period in {(line["place"], line["period"]) for line in lines}:
        given = [line for line in lines if (line["place"], line["period"]) == (place, period)]
        report = evaluate_ruleset(ruleset, _actuals(given))
        for item in report.items:
            if item.outcome is not None:
                wanted[place, period, item.item.label] = item.outcome
                sums.setdefault(place, Counter())[item.outcome] += 1
    assert found == wanted
    by_place = {line["place"]: line for line in as_arrow(bulk.count_outcomes(items, ["place"])).to_pylist()}
    assert {
        place: {name: n for name, n in line.items() if name != "place" and n}
        for place, line in by_place.items()
    } == sums


FIGURES = [  # place, period, two targets of >= 10 and = 5
    ("A", "2024", 9, 5), ("A", "2025", 10, 6), ("B", "2024", 10, 4), ("B", "2025", 9, 4), ("C", "2025", 12, None),
]  # fmt: skip


def _two_years(engine: str) -> Any:
    lines = [
        {
            "place": place,
            "period": period,
            "id": f"1.{number}",
            "value": None if value is None else Decimal(value),
        }
        for place, period, *values in FIGURES
        for number, value in enumerate(values, 1)
    ]
    ruleset = plain_ruleset(Bound(op=">=", value="10", unit="vụ"), Bound(op="=", value="5", unit="vụ"))
    return bulk.evaluate(ruleset, ENGINES[engine](arrow_of(lines, "decimal")))


@pytest.mark.parametrize("engine", ENGINES)
def test_places_are_ranked_by_what_they_achieved(engine: str) -> None:
    ranks = {
        (line["period"], line["place"]): (line["achieved"], line["counted"], line["rank"])
        for line in as_arrow(bulk.rank_places(_two_years(engine))).to_pylist()
    }
    assert ranks == {
        ("2024", "A"): (1, 2, 1),
        ("2024", "B"): (1, 2, 1),
        ("2025", "A"): (2, 2, 1),
        ("2025", "B"): (0, 2, 3),
        ("2025", "C"): (1, 2, 2),
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_changes_since_the_period_before(engine: str) -> None:
    changed = {
        (line["place"], line["period"], line["id"]): (
            line["previous"],
            line["before"],
            line["outcome"],
            line["change"],
        )
        for line in as_arrow(bulk.changes(_two_years(engine))).to_pylist()
    }
    assert changed == {
        ("A", "2025", "1.1"): ("2024", "not_met", "met", "better"),
        ("A", "2025", "1.2"): ("2024", "met", "exceeded", "better"),
        ("B", "2025", "1.1"): ("2024", "met", "not_met", "worse"),
        ("B", "2025", "1.2"): ("2024", "not_met", "not_met", "same"),
    }


def test_a_missing_column_is_named() -> None:
    with pytest.raises(UsageError, match="region") as caught:
        bulk.count_outcomes(pa.table({"outcome": ["met"]}), ["region"])
    assert caught.value.code == "bulk.no_column"
