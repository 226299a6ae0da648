"""Generated rulesets and figures, the scalar engine's verdicts on them, and the engines that must agree with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import strategies as st

from chitieu.actuals import Actuals
from chitieu.actuals.rows import RowReader
from chitieu.actuals.table import Figure, Row, Table
from chitieu.diagnostics import Place
from chitieu.evaluation import evaluate_ruleset
from chitieu.ruleset import Item, Rule, Ruleset
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

Line = dict[str, Any]
Verdicts = dict[tuple[Any, ...], tuple[Any, ...]]

# ---- the definition --------------------------------------------------------------------------------------


def scalar_verdicts(
    rulesets: Iterable[Ruleset], lines: Iterable[Line], last: Iterable[Line] = ()
) -> Verdicts:
    """What the scalar engine says of every place, period and target that has a row, and of unknown ids.

    ``last`` are last year's lines, of each place.
    """
    by_name = {ruleset.name: ruleset for ruleset in rulesets}
    groups: dict[tuple[Any, ...], list[Line]] = {}
    for line in lines:
        name = line.get("ruleset", next(iter(by_name)))
        groups.setdefault((name, line.get("place"), line.get("period")), []).append(line)
    out: Verdicts = {}
    for (name, place, period), several in groups.items():
        ruleset = by_name[name]
        before = [line for line in last if line["place"] == place]
        report = evaluate_ruleset(ruleset, _actuals(several), baseline=_actuals(before) if before else None)
        for item in report.items:
            for judged in item.judged:
                if judged.rule.id in report.actuals.by_id:
                    verdict = judged.verdict
                    value = (verdict.outcome, verdict.reasons[0].code, verdict.margin, verdict.completion)
                    out[name, place, period, judged.rule.id] = value
        for note in report.notes:
            if note.code.startswith("verdict.unknown_id"):
                out[name, place, period, note.params["id"]] = ("undecided", "verdict.unknown_id", None, None)
    return out


def _actuals(lines: list[Line]) -> Actuals:
    names: Any = [
        n for n in ("id", "value", "unit", "baseline", "plan", "population", "entity") if n in lines[0]
    ]
    rows = [Row(at, [_cell(line[name]) for name in names]) for at, line in enumerate(lines)]
    table = Table({name: at for at, name in enumerate(names)}, rows, lambda _row, _column: Place())
    return Actuals(by_id=RowReader(table, "").read()[0])


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return Figure(Decimal(repr(value)))
    return Figure(Decimal(value)) if isinstance(value, int | Decimal) else value


# ---- the engines -----------------------------------------------------------------------------------------


def _of_duckdb(table: pa.Table) -> Any:
    return duckdb.connect().from_arrow(table)


def _of_pandas(table: pa.Table) -> Any:
    return table.to_pandas()  # the columns that people have: objects, not Arrow's own


ENGINES: dict[str, Callable[[pa.Table], Any]] = {
    "duckdb": _of_duckdb,
    "polars": pl.DataFrame,
    "polars-lazy": lambda table: pl.DataFrame(table).lazy(),
    "pandas": _of_pandas,
    "pyarrow": lambda table: table,
}


def as_arrow(native: Any) -> pa.Table:
    """The verdicts of any engine as an Arrow table."""
    import narwhals.stable.v2 as nw

    frame = nw.from_native(native)
    return (frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame).to_arrow()


def verdicts_of(table: pa.Table, only: str | None = None) -> dict[tuple[Any, ...], Line]:
    """The verdicts by ruleset, place, period and id; two of one key are a fault, but of ids that are unknown."""
    out: dict[tuple[Any, ...], Line] = {}
    for line in table.to_pylist():
        key = (line.get("ruleset", only), line.get("place"), line.get("period"), line["id"])
        assert key not in out or line["code"] == "verdict.unknown_id", key
        out[key] = line
    return out


def assert_same(found: dict[tuple[Any, ...], Line], wanted: Verdicts) -> None:
    """Outcome, reason, margin, completion of every place, period and target; the unknown ids are all there are."""
    assert found.keys() >= wanted.keys()
    unknown = {key for key, line in found.items() if line["code"] == "verdict.unknown_id"}
    assert unknown == {key for key, (_, code, *_) in wanted.items() if code == "verdict.unknown_id"}
    for key, (outcome, code, margin, completion) in wanted.items():
        line = found[key]
        assert (line["outcome"], line["code"]) == (outcome, code), (key, line)
        if margin is None or abs(margin) >= 10**26:
            assert line["margin"] is None, (key, line)
        elif isinstance(margin, Decimal) and margin * 10**12 == int(margin * 10**12):
            assert line["margin"] == margin, (key, line, margin)
        else:
            assert abs(line["margin"] - Decimal(int(margin * 10**14)) / 10**14) <= Decimal("1E-12"), (
                key,
                line,
            )
        if completion is None:
            assert line["completion"] is None, (key, line)
        else:
            assert line["completion"] == pytest.approx(float(completion), rel=1e-14, abs=1e-300), (key, line)


# ---- strategies ------------------------------------------------------------------------------------------

UNITS = ("%", "‰", "tỷ đồng", "triệu đồng", "đồng", "đảng viên", "vụ", "ha", "giờ", "hạng", "")
DATA_UNITS = (*UNITS, "người", "phút", "m2", None, None)
WORDS = (
    "Đạt", "Không đạt", "0 vụ", "02 vụ", "không xảy ra", "Khá", "Tốt", "Hoàn thành tốt nhiệm vụ", "giảm 6%", "tăng 5%",
    "79/77", "61-62", "khoảng 24", "97,5%", "2.860", "457,802 tỷ đồng", "vô nghĩa", "", " ", "không có số liệu", "-3",
    "0,5", "102% kế hoạch", "98", "1.000 triệu đồng", "không phát sinh", "1234567890123456789012345678",
    "0,1234567890123",
)  # fmt: skip
figures = st.decimals(min_value=0, max_value=2000, places=2) | st.integers(0, 120).map(Decimal)


@st.composite
def conditions(draw: st.DrawFn) -> Any:
    kind = draw(st.sampled_from(["bound"] * 5 + ["range"] * 2 + ["grade", "status"]))
    if kind == "grade":
        return GradeCondition(
            op=draw(st.sampled_from(["=", ">="])), grade=draw(st.sampled_from(["Khá", "Tốt"]))
        )
    if kind == "status":
        return StatusCondition(expected=draw(st.booleans()))
    unit = draw(st.sampled_from(UNITS))
    if kind == "range":
        low, high = sorted((draw(figures), draw(figures)))
        return Range(
            low=low, high=high, unit=unit, low_open=draw(st.booleans()), high_open=draw(st.booleans())
        )
    return Bound(op=draw(st.sampled_from(["=", ">", ">=", "<", "<="])), value=draw(figures), unit=unit)


@st.composite
def rulesets(draw: st.DrawFn, name: str = "r") -> Ruleset:
    rules = []
    for number in range(draw(st.integers(1, 5))):
        condition = draw(conditions())
        quantity = condition.kind == "quantity"
        target = Target(
            indicator=draw(st.sampled_from(["Tỷ lệ hộ", "Số vụ", "Thu ngân sách", "Tốc độ tăng trưởng", ""])),
            condition=condition,
            better=draw(st.sampled_from(["higher", "lower", "exact"])),
            measure=draw(st.sampled_from(["level"] * 5 + ["increase", "decrease"])) if quantity else "level",
            basis=draw(st.sampled_from([None] * 6 + ["plan"])),
            restates=number > 0 and quantity and draw(st.integers(0, 7)) == 0,
            each="chi bộ" if draw(st.integers(0, 9)) == 0 else None,
            needs_review=draw(st.integers(0, 7)) == 0,
        )
        item = draw(st.sampled_from(["1", "2"]))
        rules.append(Rule(f"{item}.{number + 1}", item, "", target))
    return Ruleset(name, "", (), (Item("1"), Item("2")), tuple(rules))


def shifted(end: Decimal) -> list[Decimal]:
    """A figure, and those one unit of the last of two places beside it."""
    return [end, end - Decimal("0.01"), end + Decimal("0.01")]


@st.composite
def lines_for(draw: st.DrawFn, ruleset: Ruleset, values: str) -> list[Line]:
    ends = [Decimal("0.5"), Decimal(-2), Decimal(0)]
    for rule in ruleset.rules:
        condition = rule.target.condition
        for name in ("value", "low", "high"):
            if (end := getattr(condition, name, None)) is not None:
                for factor in (1, 1000, 10**9, Decimal("0.001")):
                    ends += [one for one in shifted(end * factor) if abs(one) < 10**15]
    exact = st.sampled_from(ends).map(lambda end: end.quantize(Decimal("0.01")))
    kinds: dict[str, Any] = {
        "decimal": exact | figures.map(lambda one: one.quantize(Decimal("0.01"))),
        "int": exact.map(int),
        "float": exact.map(float),
        "text": st.sampled_from(WORDS) | exact.map(lambda one: f"{one:f}".replace(".", ",")),
    }
    beside = draw(st.sets(st.sampled_from(["unit", "baseline", "plan", "population", "entity"])))
    amount = st.none() | st.integers(0, 300).map(Decimal)
    # labels of items, which may stand for a target or say nothing, are ids as good as any
    ids = [rule.id for rule in ruleset.rules] + [item.label for item in ruleset.items]
    out = []
    for _ in range(draw(st.integers(1, 12))):
        line: Line = {
            "place": draw(st.sampled_from(["A", "B"])),
            "period": draw(st.sampled_from(["2024", "2025"])),
            "id": draw(st.sampled_from(ids)),
            "value": draw(st.none() | kinds[values]),
        }
        for name in sorted(beside):
            if name == "unit":
                line[name] = draw(st.sampled_from(DATA_UNITS))
            elif name == "entity":
                line[name] = draw(st.sampled_from([None, "chi bộ 1", "chi bộ 2"]))
            else:
                line[name] = draw(amount)
        out.append(line)
    return out


TYPES = {"decimal": pa.decimal128(18, 2), "int": pa.int64(), "float": pa.float64(), "text": pa.string()}


def arrow_of(lines: list[Line], values: str) -> pa.Table:
    """The lines as a table; figures beside the value are DECIMAL(9, 2)."""
    columns = {}
    for name in lines[0]:
        figure = name in ("baseline", "plan", "population")
        kind = TYPES[values] if name == "value" else pa.decimal128(9, 2) if figure else pa.string()
        columns[name] = pa.array([line[name] for line in lines], kind)
    return pa.table(columns)


def plain_ruleset(*conditions: Any, name: str = "r", **parts: Any) -> Ruleset:
    """A ruleset with one target for each condition."""
    said = {"indicator": "Chỉ tiêu", "better": "higher"} | parts
    rules = tuple(
        Rule(f"1.{number}", "1", "", Target(condition=condition, **said))
        for number, condition in enumerate(conditions, 1)
    )
    return Ruleset(name, "", (), (Item("1"),), rules)
