"""Hypothesis strategies for tests of rulesets, of other engines, and of this one. Extra ``test``.

>>> from hypothesis import find
>>> from chitieu import parse, strategies
>>> target = parse("Tỷ lệ hộ gia đình văn hóa trên 98%").targets[0]
>>> [find(strategies.actuals(target, where), lambda _: True).text for where in ("met", "not_met")]
['98,1%', '98%']

Figures, units, targets, expressions, actuals that lie where one asks, rulesets with actuals, and texts with noise.
All of them shrink: towards small round figures, short names and plain spellings.
"""

from __future__ import annotations

try:
    import hypothesis as _hypothesis  # noqa: F401 (only to say what is missing)
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        "chitieu.strategies cần hypothesis / needs hypothesis: pip install 'chitieu[test]'", name="hypothesis"
    ) from _error

from chitieu.strategies.actuals import Where, actuals, missing_actuals
from chitieu.strategies.expressions import expressions
from chitieu.strategies.figures import figures, spellings, units, written_figures
from chitieu.strategies.noise import noisy
from chitieu.strategies.rulesets import actuals_of, rulesets, rulesets_with_actuals
from chitieu.strategies.targets import grade_targets, quantity_targets, status_targets, targets

__all__ = [
    "Where",
    "actuals",
    "actuals_of",
    "expressions",
    "figures",
    "grade_targets",
    "missing_actuals",
    "noisy",
    "quantity_targets",
    "rulesets",
    "rulesets_with_actuals",
    "spellings",
    "status_targets",
    "targets",
    "units",
    "written_figures",
]
