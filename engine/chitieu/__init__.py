"""Reads the targets of Vietnamese resolutions from their own words, and judges the year-end figures.

>>> import chitieu
>>> reading = chitieu.parse("Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên")
>>> [(target.kind, target.unit, target.span) for target in reading.targets]
[('quantity', '%', (26, 34)), ('quantity', 'đảng viên', (44, 62))]
>>> verdict = chitieu.evaluate("trên 98%", "98,2%")
>>> verdict.outcome, str(verdict.margin), verdict.reasons[0].message
('met', '0.2', '98,2% > 98%: đạt.')

Whole documents: ``load_ruleset("tran-phu-2023").evaluate(load_actuals("actuals.xlsx"))`` gives a ``Report``.
Every error is a ``ChitieuError`` with a message in Vietnamese and in English, a place and a hint.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chitieu.actuals import Actuals, load_actuals
    from chitieu.diagnostics import (
        ActualsError,
        ChitieuError,
        Diagnostic,
        Place,
        RulesetError,
        TextError,
        UsageError,
    )
    from chitieu.evaluation import Outcome, Report, Verdict
    from chitieu.evaluation.api import evaluate
    from chitieu.evaluation.relations import Relation, relation
    from chitieu.quantity.actual import Actual
    from chitieu.reading import Reading, parse
    from chitieu.reading.render import render
    from chitieu.ruleset import Ruleset, bundled_rulesets, load_ruleset
    from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

__version__ = "0.1.0"

__all__ = [
    "Actual",
    "Actuals",
    "ActualsError",
    "Bound",
    "ChitieuError",
    "Diagnostic",
    "GradeCondition",
    "Outcome",
    "Place",
    "Range",
    "Reading",
    "Relation",
    "Report",
    "Ruleset",
    "RulesetError",
    "StatusCondition",
    "Target",
    "TextError",
    "UsageError",
    "Verdict",
    "__version__",
    "bundled_rulesets",
    "evaluate",
    "load_actuals",
    "load_ruleset",
    "parse",
    "relation",
    "render",
]

#: Where each public name lives; loaded when it is first asked for, so that ``import chitieu`` stays light.
_HOMES = {
    "Actual": "chitieu.quantity.actual",
    "Actuals": "chitieu.actuals",
    "ActualsError": "chitieu.diagnostics",
    "Bound": "chitieu.target",
    "ChitieuError": "chitieu.diagnostics",
    "Diagnostic": "chitieu.diagnostics",
    "GradeCondition": "chitieu.target",
    "Outcome": "chitieu.evaluation",
    "Place": "chitieu.diagnostics",
    "Range": "chitieu.target",
    "Reading": "chitieu.reading",
    "Relation": "chitieu.evaluation.relations",
    "Report": "chitieu.evaluation",
    "Ruleset": "chitieu.ruleset",
    "RulesetError": "chitieu.diagnostics",
    "StatusCondition": "chitieu.target",
    "Target": "chitieu.target",
    "TextError": "chitieu.diagnostics",
    "UsageError": "chitieu.diagnostics",
    "Verdict": "chitieu.evaluation",
    "bundled_rulesets": "chitieu.ruleset",
    "evaluate": "chitieu.evaluation.api",
    "load_actuals": "chitieu.actuals",
    "load_ruleset": "chitieu.ruleset",
    "parse": "chitieu.reading",
    "relation": "chitieu.evaluation.relations",
    "render": "chitieu.reading.render",
}


def __getattr__(name: str) -> Any:
    """The public name, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
