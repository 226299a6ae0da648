"""Whether an undecided verdict may still change the counts of its item and of the ruleset."""

from __future__ import annotations

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.report import ItemOutcome, Judged, Report
from chitieu.evaluation.wording import OUTCOMES


def count_standing(report: Report, judged: Judged) -> Diagnostic | None:
    """What an undecided verdict leaves open; None for one that is decided.

    By Kleene an item that is decided stays so, whatever comes in place of its doubts.

    >>> from chitieu.actuals import Actuals
    >>> from chitieu.evaluation import evaluate_ruleset
    >>> from chitieu.reading import parse
    >>> from chitieu.ruleset import Item, Rule, Ruleset
    >>> rule = Rule("1.1", "1", "trên 98%", parse("trên 98%").targets[0])
    >>> report = evaluate_ruleset(Ruleset("r", "", (), (Item("1"),), (rule,)), Actuals())
    >>> count_standing(report, report.judged[0]).code
    'verdict.count_open'
    """
    if judged.verdict.outcome != "undecided":
        return None
    item = _item_of(report, judged)
    if not item.counts(judged):
        return Diagnostic("verdict.count_apart")
    root = _root_of(report, item)
    params = {"item": root.item.label, "open": report.item_counts.undecided}
    if root.outcome == "undecided":
        return Diagnostic("verdict.count_open", params)
    if root.outcome is None:
        return Diagnostic("verdict.count_apart")
    return Diagnostic("verdict.count_settled", params | {"outcome": OUTCOMES[root.outcome]})


def _item_of(report: Report, judged: Judged) -> ItemOutcome:
    return next(item for item in report.items if any(one.rule.id == judged.rule.id for one in item.judged))


def _root_of(report: Report, item: ItemOutcome) -> ItemOutcome:
    """The item that its targets count with: its topmost parent, or itself."""
    label = report.ruleset.roots.get(item.item.label)
    return next((each for each in report.items if each.item.label == label), item)
