"""Several outcomes in one: items by Kleene, restatements, and the readings of a doubtful text."""

from __future__ import annotations

from collections.abc import Iterable

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.evaluation.wording import OUTCOMES, Listing

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


def of_entities(
    verdicts: list[tuple[str, Verdict]], missing: list[str], complete: bool, first: Verdict
) -> Verdict:
    """One verdict of all entities: a miss of one is a miss, and met needs all of a list that is known."""
    failing = [(name, verdict) for name, verdict in verdicts if verdict.outcome == "not_met"]
    if failing:
        worst = min(failing, key=lambda pair: pair[1].margin if pair[1].margin is not None else 0)
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
    worst_pair = min(verdicts, key=lambda pair: pair[1].margin if pair[1].margin is not None else 0)
    if not complete:
        reason = Diagnostic("verdict.entities_open", {"count": len(verdicts)})
        return worst_pair[1].but(outcome="undecided", reasons=(reason, *worst_pair[1].reasons), margin=None)
    together = group(verdict.outcome for _, verdict in verdicts)
    reason = Diagnostic("verdict.all_entities", {"count": len(verdicts), "worst": worst_pair[0]})
    met = next((pair for pair in verdicts if pair[1].outcome == together), worst_pair)
    chosen = worst_pair if worst_pair[1].outcome == together else met
    return chosen[1].but(reasons=(reason, *chosen[1].reasons))
