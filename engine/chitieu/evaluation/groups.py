"""Several outcomes in one: items by Kleene, restatements, and the readings of a doubtful text."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.evaluation.wording import OUTCOMES, Listing
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact
from chitieu.quantity.units import conversion
from chitieu.target import Target

_ACHIEVED = ("met", "exceeded")


def group(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The outcome of several: any miss is a miss, then any doubt a doubt; exceeded if all are; None of none.

    >>> group(["met", "undecided"]), group(["undecided", "not_met"]), group(["exceeded", "met"]), group([])
    ('undecided', 'not_met', 'met', None)
    """
    seen = set(outcomes)
    if not seen:
        return None
    if "not_met" in seen:
        return "not_met"
    if "undecided" in seen:
        return "undecided"
    return "exceeded" if seen == {"exceeded"} else "met"


def of_restatements(verdicts: list[Verdict]) -> Verdict:
    """One verdict of several ways to put one target: the first decided, unless another contradicts it."""
    decided = [verdict for verdict in verdicts if verdict.outcome != "undecided"]
    if not decided:
        return verdicts[0]
    first = decided[0]
    for other in decided[1:]:
        if (first.outcome in _ACHIEVED) != (other.outcome in _ACHIEVED):
            params = {"one": OUTCOMES[first.outcome], "other": OUTCOMES[other.outcome]}
            reason = Diagnostic("verdict.restatements_differ", params)
            reasons = (reason, first.reasons[0], other.reasons[0])
            return first.but(outcome="undecided", reasons=reasons, margin=None, completion=None)
    if first is verdicts[0]:
        return first
    return first.but(reasons=(*first.reasons, Diagnostic("verdict.by_restatement")))


def shared_with(head: Target, other: Target, given: tuple[Actual, ...]) -> tuple[Actual, ...]:
    """What of the head's actuals tells of the target that restates it: a bare number is in the head's unit."""
    if conversion(head.unit, other.unit) == 1:
        return given
    return tuple(one for one in given if one.unit or one.of is not None or one.interval is None)


def of_entities(
    verdicts: list[tuple[str, Verdict]], missing: list[str], complete: bool, first: Verdict
) -> Verdict:
    """One verdict of all entities: a miss of one is a miss, and met needs all of a list that is known."""
    failing = [(name, verdict) for name, verdict in verdicts if verdict.outcome == "not_met"]
    if failing:
        worst = min(failing, key=_standing)
        names = Listing(tuple(name for name, _ in failing))
        reason = Diagnostic(
            "verdict.entity_fails", {"names": names, "worst": worst[0], "count": len(failing)}
        )
        return worst[1].but(reasons=(reason, *worst[1].reasons))
    doubtful = [(name, verdict) for name, verdict in verdicts if verdict.outcome == "undecided"]
    if doubtful:
        names = Listing(tuple(name for name, _ in doubtful))
        reason = Diagnostic("verdict.entity_undecided", {"names": names})
        return doubtful[0][1].but(reasons=(reason, *doubtful[0][1].reasons))
    if missing:
        reason = Diagnostic("verdict.entities_missing", {"names": Listing(tuple(missing))})
        return first.but(outcome="undecided", reasons=(reason,), margin=None, completion=None, value=None)
    worst = min(verdicts, key=_standing)
    if not complete:
        reason = Diagnostic("verdict.entities_open", {"count": len(verdicts)})
        return worst[1].but(outcome="undecided", reasons=(reason, *worst[1].reasons), margin=None)
    reason = Diagnostic("verdict.all_entities", {"count": len(verdicts), "worst": worst[0]})
    return worst[1].but(reasons=(reason, *worst[1].reasons))


def _standing(pair: tuple[str, Verdict]) -> tuple[bool, Exact]:
    """What is exceeded stands above what is only met; then the margin counts, where there is one."""
    _, verdict = pair
    return verdict.outcome == "exceeded", Decimal(0) if verdict.margin is None else verdict.margin
