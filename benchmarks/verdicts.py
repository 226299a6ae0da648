"""How fast verdicts are, beside bare closures over Decimals and other rule engines: python benchmarks/verdicts.py.

Every contestant judges the same figures by the same 31 rules, one rule at a time, and their outcomes must agree. The
closures compare and name an outcome, nothing else: the least that exact judging can cost. We are timed twice: the full
verdict (outcome, exact margin, reason codes, a typed object) and the bare outcome. zen-engine and rule-engine are asked
for what one expression can say: whether the target is achieved; without them the rest is timed ("make bench-verdicts").
Rates are medians over rounds in which the contestants take turns.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from chitieu.evaluation import Verdict, outcomes_on, verdicts_on
from chitieu.target import Bound, Range, Target

Rule = tuple[str, str, str, str, str]
Ask = Callable[[Decimal], Any]
#: Measure, op, figure (two for a range), unit, better. Levels and changes as a resolution has them.
RULES: tuple[Rule, ...] = (
    ("level", ">=", "95", "%", "higher"),
    ("level", ">=", "90", "%", "higher"),
    ("level", ">=", "99.5", "%", "higher"),
    ("level", ">=", "120", "lớp", "higher"),
    ("level", ">=", "1", "kỳ họp", "higher"),
    ("level", ">=", "310.01", "tỷ đồng", "higher"),
    ("level", ">", "98", "%", "higher"),
    ("level", ">", "58", "buổi", "higher"),
    ("level", ">", "88.1", "%", "higher"),
    ("level", "<", "4", "%", "lower"),
    ("level", "<", "8.6", "‰", "lower"),
    ("level", "<=", "0.2", "%", "lower"),
    ("level", "<=", "35", "học sinh", "lower"),
    ("level", "<=", "5", "vụ", "lower"),
    ("level", "=", "100", "%", "higher"),
    ("level", "=", "25", "đảng viên", "higher"),
    ("level", "=", "93.5", "%", "higher"),
    ("level", "=", "2860", "lao động", "higher"),
    ("level", "=", "0.38", "%", "lower"),
    ("level", "=", "12", "vụ", "lower"),
    ("level", "=", "0.51", "%", "exact"),
    ("level", "range", "5 8", "đảng viên", "higher"),
    ("level", "range", "2 3", "mô hình", "higher"),
    ("level", "range", "6.6 6.8", "%", "higher"),
    ("level", "range", "1 2", "%", "lower"),
    ("decrease", ">=", "5", "%", "lower"),
    ("decrease", "=", "0.1", "%", "lower"),
    ("decrease", "range", "10 15", "vụ", "lower"),
    ("increase", ">=", "8", "%", "higher"),
    ("increase", "=", "3", "%", "higher"),
    ("increase", "<=", "5", "%", "lower"),
)
#: Of each rule, the figures at its end and beside it.
STEPS = (Decimal("-0.6"), Decimal("-0.01"), Decimal(0), Decimal("0.01"), Decimal("0.6"), Decimal(7))
#: What the full verdict and the bare outcome must reach, as a share of the other's rate.
LIMITS = (
    ("verdict", "closures", 0.2),
    ("verdict", "zen-engine", 1.5),
    ("verdict", "rule-engine", 5.0),
    ("outcome", "closures", 0.5),
)


def target(rule: Rule) -> Target:
    """The rule as a target."""
    measure, op, figures, unit, better = rule
    ends = figures.split()
    condition: dict[str, Any] = {"op": op, "unit": unit}
    condition |= {"low": ends[0], "high": ends[1]} if op == "range" else {"value": ends[0]}
    kind = Range if op == "range" else Bound
    return Target.model_validate(
        {"indicator": "", "condition": kind.model_validate(condition), "measure": measure, "better": better}
    )


def closure(rule: Rule) -> Ask:
    """The rule by hand, as a programmer in a hurry writes it."""
    measure, op, figures, _, better = rule
    ends = [Decimal(figure) for figure in figures.split()]
    low, high = ends[0], ends[-1]
    up = better == ("higher" if measure != "decrease" else "lower")
    match op:
        case ">=":
            return lambda a: "met" if a >= low else "not_met"
        case ">":
            return lambda a: "met" if a > low else "not_met"
        case "<=":
            return lambda a: "met" if a <= low else "not_met"
        case "<":
            return lambda a: "met" if a < low else "not_met"
        case "=" if better == "exact":
            half = Decimal(5).scaleb(int(low.as_tuple().exponent) - 1)
            low, high = low - half, low + half
            return lambda a: "met" if low <= a < high else "not_met"
        case _ if up:
            return lambda a: "met" if low <= a <= high else "exceeded" if a > high else "not_met"
        case _:
            return lambda a: "met" if low <= a <= high else "exceeded" if a < low else "not_met"


def expression(rule: Rule, named: str) -> str:
    """Whether the target is achieved, as an expression over ``named``."""
    measure, op, figures, _, better = rule
    ends = figures.split()
    up = better == ("higher" if measure != "decrease" else "lower")
    if op not in ("=", "range"):
        return f"{named} {op} {ends[0]}"
    if better == "exact":
        half = Decimal(5).scaleb(int(Decimal(ends[0]).as_tuple().exponent) - 1)
        return f"{named} >= {Decimal(ends[0]) - half} and {named} < {Decimal(ends[0]) + half}"
    return f"{named} >= {ends[0]}" if up else f"{named} <= {ends[-1]}"


def zen_engine() -> list[Ask] | None:
    """Every rule compiled by zen-engine."""
    try:
        import zen
    except ImportError:
        return None

    def ask(compiled: Any) -> Ask:
        return lambda figure: compiled.evaluate({"a": figure})

    return [ask(zen.compile_expression(expression(rule, "a"))) for rule in RULES]


def rule_engine() -> list[Ask] | None:
    """Every rule compiled by rule-engine."""
    try:
        import rule_engine as engine
    except ImportError:
        return None

    def ask(compiled: Any) -> Ask:
        return lambda figure: compiled.matches({"a": figure})

    return [ask(engine.Rule(expression(rule, "a"))) for rule in RULES]


def taken(name: str, figure: Decimal) -> Any:
    """The figure as the contestant takes it: zen-engine has numbers as JSON has them."""
    return float(figure) if name == "zen-engine" else figure


def contestants() -> dict[str, list[Ask]]:
    """Every contestant's judge of every rule, those that are installed."""
    targets = [target(rule) for rule in RULES]
    asked: dict[str, list[Ask] | None] = {
        "closures": [closure(rule) for rule in RULES],
        "verdict": [verdicts_on(one) for one in targets],
        "outcome": [outcomes_on(one) for one in targets],
        "zen-engine": zen_engine(),
        "rule-engine": rule_engine(),
    }
    return {name: asks for name, asks in asked.items() if asks is not None}


def figures_of(rule: Rule) -> list[Decimal]:
    """Figures at and beside the ends."""
    ends = {Decimal(figure) for figure in rule[2].split()}
    return [end + step for end in sorted(ends) for step in STEPS if end + step >= 0]


def agree(asked: dict[str, list[Ask]]) -> int:
    """The number of judgements of a round; every contestant must say the same of each."""
    count = 0
    for number, rule in enumerate(RULES):
        for figure in figures_of(rule):
            count += 1
            outcome = asked["closures"][number](figure)
            for name, asks in asked.items():
                said = asks[number](taken(name, figure))
                if isinstance(said, Verdict):
                    said = said.outcome if said.codes[0] == f"verdict.{said.outcome}" else said.codes
                wanted = outcome if isinstance(said, str) else outcome in ("met", "exceeded")
                if said != wanted:
                    raise SystemExit(f"{name}: {rule} of {figure} is {said}, not {wanted}")
    return count


def rate(name: str, asks: list[Ask], seconds: float) -> float:
    """Judgements in a second of the processor, rule by rule: on a busy machine the clock tells of the others."""
    work = [
        (ask, [taken(name, figure) for figure in figures_of(rule)])
        for ask, rule in zip(asks, RULES, strict=True)
    ]
    count, start, end = 0, time.process_time(), 0.0
    while end - start < seconds:
        for ask, figures in work:
            for figure in figures:
                ask(figure)
            count += len(figures)
        end = time.process_time()
    return count / (end - start)


def main() -> None:
    """Time them in turns, print the medians and the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=0.25, help="of each contestant in each round")
    parser.add_argument("--check", action="store_true", help="fail where a limit is missed")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    asked = contestants()
    count = agree(asked)
    rates: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(given.rounds):
        for name, asks in asked.items():
            rates[name].append(rate(name, asks, given.seconds))
    medians = {name: statistics.median(values) for name, values in rates.items()}
    shares = [
        (ours, other, medians[ours] / medians[other], least)
        for ours, other, least in LIMITS
        if other in medians
    ]
    if given.json:
        print(
            json.dumps(
                {
                    "rates": medians,
                    "shares": [
                        dict(zip(("of", "to", "is", "least"), share, strict=True)) for share in shares
                    ],
                }
            )
        )
    else:
        print(
            f"{len(RULES)} rules, {count} judgements a round, {given.rounds} rounds; judgements in a second (medians):"
        )
        for name, median in medians.items():
            print(f"  {name:<12} {median:>12,.0f}")
        for ours, other, share, least in shares:
            print(f"  {ours} / {other}: {share:.2f} (at least {least}){'' if share >= least else '  MISSED'}")
    if given.check and any(share < least for _, _, share, least in shares):
        sys.exit(1)


if __name__ == "__main__":
    main()
