"""An engine with one mistake, as a program: python wrong_engine.py MISTAKE < lines. The suite must see each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.cli.run import run
from chitieu.evaluation import api, change, compare, level, measured, on_figure, plan, prepared
from chitieu.evaluation.normal_form import Sets
from chitieu.quantity.interval import Interval
from chitieu.quantity.notation import round_half_up


def replace(name: str, make: Callable[[Any], Any], *modules: Any) -> None:
    """Put another function in the place of one, wherever it was imported to."""
    for module in modules:
        setattr(module, name, make(getattr(module, name)))


def compare_otherwise(make: Callable[[Any], Any]) -> None:
    """Another comparison with the sets, wherever one is made."""
    replace("outcome_of", make, compare, on_figure)
    on_figure.judge_in = lambda form: on_figure._any_judge(form, form.quantity_sets)


def greater_or_equal() -> None:
    closed = {">": ">=", "<": "<="}

    def make(real: Any) -> Any:
        def sets(condition: Any, *more: Any) -> Any:
            op = closed.get(condition.op, condition.op)
            return real(condition.model_copy(update={"op": op}), *more)

        return sets

    replace("quantity_sets", make, prepared)
    replace("change_sets", make, prepared)


def floats() -> None:
    def numbers(operation: Callable[[float, float], float]) -> Any:
        return lambda _: lambda one, other: Decimal(repr(operation(float(one), float(other))))

    modules = (measured, change, level, plan)
    for name, operation in {
        "multiply": lambda a, b: a * b,
        "divide": lambda a, b: a / b,
        "subtract": lambda a, b: a - b,
        "add": lambda a, b: a + b,
    }.items():
        replace(name, numbers(operation), *(module for module in modules if hasattr(module, name)))


def missing_is_zero() -> None:
    def make(real: Any) -> Any:
        def actual_of(value: Any, unit: Any) -> Any:
            return real("0" if value in (None, "", "-") else value, unit)

        return actual_of

    replace("_actual_of", make, api)


def rounds_first() -> None:
    def make(real: Any) -> Any:
        def outcome_of(sets: Sets, interval: Interval) -> Any:
            ends = [end for end in (sets.stated.lower, sets.stated.upper) if isinstance(end, Decimal)]
            places = max((-int(end.as_tuple().exponent) for end in ends), default=0)
            return real(sets, interval.map(lambda end: round_half_up(end, max(places, 0))))

        return outcome_of

    compare_otherwise(make)


def better_ignored() -> None:
    replace("quantity_sets", lambda real: lambda condition, _: real(condition, "higher"), prepared)
    replace(
        "change_sets", lambda real: lambda condition, measure, _: real(condition, measure, "higher"), prepared
    )


def kinds_mixed() -> None:
    def make(real: Any) -> Any:
        def factor(source: str, target: str, *more: Any) -> Any:
            return real(source, target, *more) or Decimal(1)

        return factor

    replace("factor_between", make, measured, change, level, plan)


def zero_baseline_is_one() -> None:
    def make(real: Any) -> Any:
        def base(actual: Any) -> Any:
            return Decimal(1) if actual.baseline == 0 else real(actual)

        return base

    replace("positive_baseline", make, change, level)


def half_of_it_is_enough() -> None:
    """An actual that is a range is taken by its middle."""

    def make(real: Any) -> Any:
        def outcome_of(sets: Sets, interval: Interval) -> Any:
            if interval.lower is None or interval.upper is None:
                return real(sets, interval)
            return real(sets, Interval.at((Fraction(interval.lower) + Fraction(interval.upper)) / 2))

        return outcome_of

    compare_otherwise(make)


MISTAKES: dict[str, Callable[[], None]] = {
    "greater-or-equal": greater_or_equal,
    "floats": floats,
    "missing-is-zero": missing_is_zero,
    "rounds-first": rounds_first,
    "better-ignored": better_ignored,
    "kinds-mixed": kinds_mixed,
    "zero-baseline": zero_baseline_is_one,
    "middle-of-a-range": half_of_it_is_enough,
    "none": lambda: None,
}


def main() -> None:
    """Make the mistake and judge the lines; "broken" is no engine at all."""
    mistake = sys.argv[1]
    if mistake == "broken":
        for line in sys.stdin:
            print(json.dumps(["not", "an", "object", len(line)]))
        return
    MISTAKES[mistake]()
    sys.exit(run(["judge", "--format", "jsonl"]))


if __name__ == "__main__":
    main()
