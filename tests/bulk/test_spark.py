"""PySpark gives the same verdicts. ``CHITIEU_SPARK=0`` leaves it out; what is missing on a machine is named."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from chitieu import bulk
from chitieu.target import Bound, GradeCondition, Range, StatusCondition

from .conftest import (
    WORDS,
    Line,
    arrow_of,
    as_arrow,
    assert_same,
    plain_ruleset,
    scalar_verdicts,
    verdicts_of,
)

pytestmark = [
    pytest.mark.skipif(os.environ.get("CHITIEU_SPARK") == "0", reason="CHITIEU_SPARK=0"),
    pytest.mark.filterwarnings("ignore"),  # Spark's own, of other libraries
]

RULESET = plain_ruleset(
    Bound(op=">", value="98", unit="%"),
    Range(low="5", high="8", unit="đảng viên"),
    Bound(op="=", value="1.5", unit="tỷ đồng"),
    GradeCondition(op=">=", grade="Khá"),
    StatusCondition(expected=False),
)
UNITS = ("%", "đảng viên", "đồng", "triệu đồng", None)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    missing = [] if shutil.which("java") or os.environ.get("JAVA_HOME") else ["Java 17"]
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        missing.append("pyspark")
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(name, "127.0.0.1")
    made = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


def figures(values: str) -> list[Line]:
    chosen = random.Random(values)
    ends = [
        end + step
        for end in map(Decimal, (98, 5, 8, 1500, 1_500_000_000))
        for step in map(Decimal, ("0", "0.01", "-0.01"))
    ]
    lines = []
    for at in range(300):
        value: Any = chosen.choice([*ends, Decimal("0.5"), Decimal(-2), None])
        if values == "text" and value is not None:
            value = chosen.choice([*WORDS, f"{value:f}".replace(".", ",")])
        line = {"place": f"{at // 6}", "period": "2025", "id": f"1.{chosen.randint(1, 5)}", "value": value}
        lines.append(line | {"unit": chosen.choice(UNITS), "baseline": chosen.choice([None, Decimal(100)])})
    return lines


@pytest.mark.parametrize("values", ["decimal", "text"])
def test_figures_are_judged_as_by_the_scalar_engine(session: Any, values: str) -> None:
    lines = figures(values)
    frame = session.createDataFrame(arrow_of(lines, values))
    wanted = scalar_verdicts([RULESET], lines)
    for partitions in (1, 5):
        found = verdicts_of(as_arrow(bulk.evaluate(RULESET, frame.repartition(partitions))), "r")
        assert_same(found, wanted)


def test_the_actuals_are_not_shuffled(session: Any, capsys: pytest.CaptureFixture[str]) -> None:
    table = pa.table({"place": ["A"], "id": ["1.1"], "value": pa.array([Decimal(99)], pa.decimal128(9, 2))})
    bulk.evaluate(
        plain_ruleset(Bound(op=">", value="98", unit="%")), session.createDataFrame(table), unique=True
    ).explain()
    plan = capsys.readouterr().out
    assert "BroadcastHashJoin" in plan
    assert "SortMergeJoin" not in plan
    assert "Exchange hashpartitioning" not in plan
