"""A case: what is wanted, what was given, what the verdict must be. Built one way, written one way, judged one way.

``Case(wanted, given, outcome, code)`` is a row of a table; what else its verdict must tell goes by name. A target is
a text or made of fields (``wanted``, ``rise``, ``fall``, ``status``, ``graded``), what was given a phrase or made of
fields (``figure``, ``between``, ``up``, ``down``, ``word``, ``grade``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from types import EllipsisType
from typing import Any

import chitieu
from chitieu.evaluation import Outcome, Verdict, evaluate_target
from chitieu.quantity.actual import Actual, Word
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

from .saying import codes

#: What stands beside a figure, as a number.
NUMBERS = ("of", "baseline", "plan", "population")
#: What only ``evaluate`` takes beside target and actual.
CALLED = {"unit", "baseline", "plan", "better"}

Exact = str | int | Decimal | Fraction


@dataclass(frozen=True)
class Case:
    """One row. What is not said of the verdict is not asked of it; a code that is ``first`` leads its reasons."""

    wanted: Target | str
    given: Actual | Any
    outcome: Outcome | None = None
    code: str | None = None
    beside: dict[str, Any] = field(default_factory=dict)
    first: bool = False
    vi: str | None = None
    en: str | None = None
    names: str | None = None
    value: Exact | EllipsisType | None = ...
    margin: Exact | EllipsisType | None = ...
    completion: Exact | EllipsisType | None = ...

    @property
    def verdict(self) -> Verdict:
        """As a caller asks for it: of texts and numbers by ``evaluate``, of fields by ``evaluate_target``."""
        if (
            isinstance(self.wanted, Target)
            and isinstance(self.given, Actual)
            and not CALLED & self.beside.keys()
        ):
            return evaluate_target(self.wanted, self.given, **self.beside)
        return chitieu.evaluate(self.wanted, self.given, **self.beside)


def judge(case: Case) -> None:
    """Hold the verdict against all that the row says, and against what must be so of any verdict."""
    verdict = case.verdict
    told = codes(verdict)
    if case.outcome is not None:
        assert verdict.outcome == case.outcome, told
    if case.code is not None:
        assert case.code in (told[:1] if case.first else told)
    for lang, sentence in (("vi", case.vi), ("en", case.en)):
        if sentence is not None:
            said = [
                reason.text("en" if lang == "en" else "vi")
                for reason, code in zip(verdict.reasons, told, strict=True)
                if case.code in (None, code)
            ]
            assert sentence in said if case.code is None else said == [sentence]
    if case.names is not None:
        assert any(case.names in reason.message for reason in verdict.reasons)
    for name in ("value", "margin", "completion"):
        expected, found = getattr(case, name), getattr(verdict, name)
        if expected is not ...:
            assert found == (None if expected is None else Fraction(expected)), name
    if (
        isinstance(case.wanted, Target)
        and isinstance(case.given, Actual)
        and not case.beside.keys() - {"period"}
    ):
        assert verdict.better == case.wanted.better
        assert verdict.better_source == case.wanted.better_source
        assert verdict.actual == case.given


# ---- what is wanted ------------------------------------------------------------------------------------


def wanted(op: str, value: str, unit: str = "%", indicator: str = "Chỉ tiêu", **more: Any) -> Target:
    """A bound, or where the op is "range" the two ends of one ("5 8"); what is better was said by the author."""
    fields: dict[str, Any] = {"unit": unit}
    for name in {"low_open", "high_open"} & more.keys():
        fields[name] = more.pop(name)
    condition: Bound | Range
    if op == "range":
        low, high = value.split()
        condition = Range.model_validate({"low": low, "high": high, **fields})
    else:
        condition = Bound.model_validate({"op": op, "value": value, **fields})
    return Target.model_validate(
        {"indicator": indicator, "condition": condition, "better_source": "author", **more}
    )


def rise(op: str, value: str, unit: str, indicator: str, **more: Any) -> Target:
    return wanted(op, value, unit, indicator, measure="increase", **more)


def fall(op: str, value: str, unit: str, indicator: str, **more: Any) -> Target:
    return wanted(op, value, unit, indicator, measure="decrease", **{"better": "lower", **more})


def status(indicator: str, expected: bool = True, **more: Any) -> Target:
    return Target(indicator=indicator, condition=StatusCondition(expected=expected), **more)


def graded(op: str, name: str, scale: str | None = None, indicator: str = "Chi bộ", **more: Any) -> Target:
    condition = GradeCondition.model_validate({"op": op, "grade": name, "scale": scale})
    return Target(indicator=indicator, condition=condition, **more)


# ---- what was given ------------------------------------------------------------------------------------


def figure(number: str, unit: str | None = None, **more: Any) -> Actual:
    """A figure, or from the lower to the higher of two ("61 62"), as it is written unless its text is given."""
    low, _, high = number.partition(" ")
    interval = Interval(Decimal(low), Decimal(high or low))
    more |= {name: Decimal(more[name]) for name in NUMBERS if name in more}
    text = more.pop(
        "text", f"{number.replace(' ', ' - ')}{'' if unit in (None, '%', '‰') else ' '}{unit or ''}"
    )
    return Actual(text, interval, unit, **more)


def up(number: str, unit: str | None = "%", **more: Any) -> Actual:
    return changed("tăng", figure(number, unit, change="increase", **more))


def down(number: str, unit: str | None = "%", **more: Any) -> Actual:
    return changed("giảm", figure(number, unit, change="decrease", **more))


def changed(verb: str, amount: Actual) -> Actual:
    return replace(amount, text=f"{verb} {amount.text}")


def word(text: str, meaning: Word) -> Actual:
    return Actual(text, word=meaning)


def grade(text: str) -> Actual:
    return Actual(text, grade=text)
