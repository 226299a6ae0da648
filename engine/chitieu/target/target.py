"""A target: an indicator with a condition on it, and the place in the text that says so."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from chitieu.quantity.number import show
from chitieu.target.condition import Bound, Condition, GradeCondition, Range, StatusCondition

Measure = Literal["level", "increase", "decrease"]
Better = Literal["higher", "lower", "exact"]
#: Where ``better`` came from: the author of the ruleset, the lexicon, the sense of the condition, or
#: nothing better.
BetterSource = Literal["author", "lexicon", "condition", "default"]


class Target(BaseModel):
    """One target as read from a text or a ruleset.

    ``indicator`` is what is measured, ``condition`` what is wanted of it, ``measure`` whether of its level
    or of its change; ``better`` says which way the *indicator* improves. ``basis`` is what a change or a
    share is against ("previous", "plan", "year:2021", "term_start"); ``each`` names the entities that must
    each satisfy it; ``of`` the population of a share; ``restates`` marks a second way to put the target
    before it; ``stretch`` one that is striven for and not counted; ``when`` its own time ("year:2025",
    "each_year", "term", "each_quarter"). ``span`` points into the text as given. ``readings`` holds the
    other readings of a doubtful text, the chosen one being the target itself; such a target
    ``needs_review``.

    >>> target = Target(indicator="Tỷ lệ", condition=Bound(op=">=", value="95", unit="%"), better="higher")
    >>> target.kind, target.flat()["value"]
    ('quantity', '95')
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    indicator: str
    condition: Condition
    measure: Measure = "level"
    better: Better = "higher"
    better_source: BetterSource = "default"
    basis: str | None = None
    average_annual: bool = False
    each: str | None = None
    of: str | None = None
    restates: bool = False
    approximate: bool = False
    stretch: bool = False
    when: str | None = None
    span: tuple[int, int] | None = None
    needs_review: bool = False
    readings: tuple[Target, ...] = ()

    @property
    def kind(self) -> Literal["quantity", "grade", "status"]:
        """``quantity``, ``grade`` or ``status``."""
        return self.condition.kind

    @property
    def unit(self) -> str:
        """The unit of a quantity; "" for grades and statuses."""
        condition = self.condition
        return condition.unit if isinstance(condition, Bound | Range) else ""

    def flat(self) -> dict[str, Any]:
        """The target with the flat keys of the JSON Lines: figures as decimal strings, no absent keys."""
        out: dict[str, Any] = {"indicator": self.indicator, "kind": self.kind}
        match self.condition:
            case Bound(op=op, value=value, unit=unit):
                out |= {
                    "measure": self.measure,
                    "op": op,
                    "value": show(value),
                    "unit": unit,
                    "better": self.better,
                }
            case Range(low=low, high=high, unit=unit):
                out |= {
                    "measure": self.measure,
                    "op": "range",
                    "low": show(low),
                    "high": show(high),
                    "unit": unit,
                }
                out["better"] = self.better
                for key in ("low_open", "high_open"):
                    if getattr(self.condition, key):
                        out[key] = True
            case GradeCondition(op=op, grade=grade, scale=scale):
                out |= {"op": op, "grade": grade}
                if scale:
                    out["scale"] = scale
                out["better"] = self.better
            case StatusCondition(expected=expected):
                out["expected"] = expected
        for key in ("basis", "each", "of", "when"):
            if (text := getattr(self, key)) is not None:
                out[key] = text
        for key in ("average_annual", "restates", "approximate", "stretch", "needs_review"):
            if getattr(self, key):
                out[key] = True
        if self.span is not None:
            out["span"] = list(self.span)
        if self.readings:
            out["readings"] = [reading.flat() for reading in self.readings]
        return out
