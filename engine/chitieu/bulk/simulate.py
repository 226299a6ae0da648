"""A country to try it on: made-up figures of many places and periods, with the faults that real ones have.

The same seed gives the same figures. They are no one's real figures.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from chitieu.bulk.libraries import library
from chitieu.diagnostics import UsageError
from chitieu.evaluation.prepared import prepare
from chitieu.quantity.notation import format_number, round_half_up
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Bound, GradeCondition, Range, StatusCondition

COLUMNS = ("ruleset", "region", "place", "period", "id", "value", "unit", "baseline", "plan", "entity")
PROVINCES = 34
#: The kinds of faults, and how often each is among them.
FAULTS = {
    "missing": 4,
    "absent": 2,
    "wrong_unit": 2,
    "ratio": 2,
    "words": 3,
    "duplicate": 2,
    "contradiction": 1,
}
_WORDS = ("chưa có số liệu", "đang tổng hợp", "khoảng {}", "{} (ước)", "cơ bản đạt")
_GRADES = ("Khá", "Tốt", "Xuất sắc", "Trung bình", "Hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ")
_HELD, _NOT_HELD = ("Đạt", "Hoàn thành", "0 vụ", "không xảy ra"), ("Không đạt", "02 vụ", "chưa hoàn thành")
_BATCH = 50_000

Line = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make: so many places, the periods by name, the share of rows that are faulty."""

    places: int
    periods: tuple[str, ...]
    seed: int = 1
    faults: float = 0.05


def months(count: int, first_year: int = 2025) -> tuple[str, ...]:
    """The names of so many months from January on.

    >>> months(13)[-2:]
    ('2025-12', '2026-01')
    """
    return tuple(f"{first_year + at // 12}-{1 + at % 12:02}" for at in range(count))


def simulate(rulesets: Sequence[Ruleset], plan: Plan) -> Iterator[Line]:
    """The rows in the order of ``COLUMNS``, values as text in Vietnamese notation; each place has one ruleset.

    >>> from chitieu.ruleset import load_ruleset
    >>> lines = list(simulate([load_ruleset("tran-phu-2023")], Plan(places=2, periods=("2025",), faults=0)))
    >>> lines[0][:5]
    ('tran-phu-2023', 'Tỉnh 01', 'Xã 00001', '2025', 'I.1.1')
    >>> lines == list(simulate([load_ruleset("tran-phu-2023")], Plan(places=2, periods=("2025",), faults=0)))
    True
    """
    for number in range(1, plan.places + 1):
        ruleset = rulesets[(number - 1) % len(rulesets)]
        random = Random(f"{plan.seed}/{number}")
        head = (ruleset.name, f"Tỉnh {1 + (number - 1) % PROVINCES:02}", f"Xã {number:05}")
        for period in plan.periods:
            for rule in ruleset.rules:
                for line in _row(rule, random):
                    yield from _faulty((*head, period, rule.id, *line), random, plan.faults)


def _row(rule: Rule, random: Random) -> Iterator[Line]:
    """Value, unit, baseline, plan and entity of one target; of an "each" for several."""
    if rule.target.each is None and not rule.entities:
        yield (*_value(rule, random), None)
        return
    for name in rule.entities or ("Đơn vị 1", "Đơn vị 2", "Đơn vị 3"):
        yield (*_value(rule, random), name)


def _value(rule: Rule, random: Random) -> Line:
    target = rule.target
    match target.condition:
        case GradeCondition(grade=grade):
            return random.choice((grade, grade, *_GRADES)), None, None, None
        case StatusCondition():
            return random.choice(_HELD if random.random() < 0.85 else _NOT_HELD), None, None, None
        case Bound(value=wanted, unit=unit) | Range(low=wanted, unit=unit):
            pass
    figure = _near(wanted, random, share=prepare(target).unit.is_share and target.measure == "level")
    if target.measure == "level" and target.basis != "plan":
        return _shown(figure), unit or None, None, None
    base = Decimal(random.randrange(50, 500))
    if target.basis == "plan":
        return _shown(_near(base, random)), None, None, _shown(base)
    return _shown(_near(base, random)), None, _shown(base), None


def _near(wanted: Decimal | Fraction, random: Random, *, share: bool = False) -> Decimal:
    """A figure near the one wanted, mostly a little better or worse."""
    places = 2 if share or wanted < 100 else 0
    figure = Fraction(wanted) * Fraction(random.gauss(1.01, 0.08)).limit_denominator(10_000)
    figure = max(figure, Fraction(0))
    if share and wanted <= 100:
        figure = min(figure, Fraction(100))
    return round_half_up(figure, places)


def _shown(figure: Decimal) -> str:
    text = format_number(figure, "vi", group=False)
    return text.rstrip("0").rstrip(",") if "," in text else text


def _faulty(line: Line, random: Random, share: float) -> Iterator[Line]:
    if random.random() >= share:
        yield line
        return
    fault = random.choices(list(FAULTS), list(FAULTS.values()))[0]
    value, unit = line[5] or "", line[6]
    match fault:
        case "absent":
            return
        case "missing":
            yield (*line[:5], None, *line[6:])
        case "wrong_unit":
            yield (*line[:6], "người" if unit != "người" else "%", *line[7:])
        case "ratio" if unit == "%" and value.replace(",", "").isdigit():
            ratio = Decimal(value.replace(",", ".")) / 100
            yield (*line[:5], _shown(ratio), None, *line[7:])
        case "words" | "ratio":
            yield (*line[:5], random.choice(_WORDS).format(value), *line[6:])
        case "duplicate":
            yield line
            yield line
        case _:
            yield line
            yield (*line[:5], f"{random.randrange(1, 200)}", *line[6:])


def write_simulated(lines: Iterator[Line], path: str | os.PathLike[str], *, exact: bool = False) -> int:
    """Write the rows as Parquet or CSV, in batches; how many there are.

    Args:
        lines: What ``simulate`` gives.
        path: The file; .csv or .parquet.
        exact: Values as DECIMAL(28, 4) in place of text; words and what does not fit are left out. Parquet only.

    Raises:
        UsageError: The format is not known, or pyarrow is not installed.
    """
    suffix = os.path.splitext(os.fspath(path))[1].lower()
    if suffix not in (".csv", ".parquet") or (exact and suffix == ".csv"):
        raise UsageError.of("bulk.unknown_output", suffix=suffix or "—")
    from chitieu.files import writing

    count = 0
    with writing(path) as stream:
        write = _csv_writer(stream) if suffix == ".csv" else _parquet_writer(stream, exact)
        for batch in _batches(lines):
            write(batch)
            count += len(batch)
        write([])
    return count


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    for line in lines:
        batch.append(line)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _csv_writer(stream: Any) -> Any:
    import csv
    import io

    stream.write((",".join(COLUMNS) + "\n").encode())

    def write(batch: list[Line]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(batch)
        stream.write(text.getvalue().encode())

    return write


def _parquet_writer(stream: Any, exact: bool) -> Any:
    pa, parquet = library("pyarrow"), library("pyarrow.parquet")
    kinds = {name: pa.string() for name in COLUMNS}
    if exact:
        kinds |= {name: pa.decimal128(28, 4) for name in ("value", "baseline", "plan")}
    writer = parquet.ParquetWriter(stream, pa.schema(list(kinds.items())))

    def write(batch: list[Line]) -> None:
        if not batch:
            writer.close()
            return
        columns = zip(*batch, strict=True)
        arrays = [
            pa.array(
                [_decimal(one) for one in column] if exact and kinds[name] != pa.string() else column,
                kinds[name],
            )
            for name, column in zip(COLUMNS, columns, strict=True)
        ]
        writer.write_table(pa.table(arrays, names=list(COLUMNS)))

    return write


def _decimal(text: str | None) -> Decimal | None:
    plain = (text or "").replace(",", ".")
    if not plain.replace(".", "", 1).isdigit():
        return None
    return round_half_up(Decimal(plain), 4)
