"""Judging: the stated and the accepted set, change, groups, verdicts."""

from chitieu.evaluation.judge import evaluate_target
from chitieu.evaluation.on_figure import outcomes_on, verdicts_on
from chitieu.evaluation.report import Counts, ItemOutcome, Judged, Report
from chitieu.evaluation.rollup import evaluate_ruleset
from chitieu.evaluation.verdict import Outcome, Verdict

__all__ = [
    "Counts",
    "ItemOutcome",
    "Judged",
    "Outcome",
    "Report",
    "Verdict",
    "evaluate_ruleset",
    "evaluate_target",
    "outcomes_on",
    "verdicts_on",
]
