"""A whole ruleset judged: targets to items, items to sections, and the counts of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Diagnostic, Place
from chitieu.evaluation.groups import group, of_restatements, shared_with
from chitieu.evaluation.judge import judge_all
from chitieu.evaluation.prepared import prepare
from chitieu.evaluation.report import Counts, ItemOutcome, Judged, Report
from chitieu.evaluation.verdict import Outcome
from chitieu.quantity.actual import Actual
from chitieu.quantity.words import fold
from chitieu.ruleset.model import Item, Rule, Ruleset

#: So many unknown ids are told one by one; the rest is counted.
_MOST_UNKNOWN = 200
_MOST_NAMED = 10


def evaluate_ruleset(ruleset: Ruleset, actuals: Actuals, *, baseline: Actuals | None = None) -> Report:
    """Judge every target of a ruleset.

    Args:
        ruleset: The targets.
        actuals: What was achieved, by id of target. A target without any is undecided; unknown ids are noted.
        baseline: Last year's actuals: each gives the baseline of its id, where the actual has none.

    Returns:
        Verdicts by item, and the counts of items and targets.

    >>> from chitieu.target import Bound, Target
    >>> target = Target(indicator="", condition=Bound(op=">=", value="95", unit="%"))
    >>> rule = Rule("1.1", "1", "95% trở lên", target)
    >>> evaluate_ruleset(Ruleset("r", "", (), (Item("1"),), (rule,)), Actuals()).item_counts.undecided
    1
    """
    by_item: dict[str, list[Rule]] = {item.label: [] for item in ruleset.items}
    for rule in ruleset.rules:
        by_item.setdefault(rule.item, []).append(rule)
    only = ruleset.only_targets
    actuals = _by_target(only, actuals)
    baseline = _by_target(only, baseline) if baseline is not None else None
    known = {item.label: item for item in ruleset.items}
    roots, uncounted = ruleset.roots, ruleset.uncounted
    judged: dict[str, list[Judged]] = {}
    counted: dict[str, list[Outcome]] = {label: [] for label in by_item}
    for label, rules in by_item.items():
        judged[label], outcomes = _judge_item(ruleset, rules, actuals, baseline)
        if label not in uncounted:
            counted[roots.get(label, label)] += outcomes
    items = [
        ItemOutcome(
            known.get(label) or Item(label),
            group(counted[label]),
            tuple(judged[label]),
            counted=label not in uncounted,
        )
        for label in by_item
    ]
    return Report(
        ruleset=ruleset,
        actuals=actuals,
        items=tuple(items),
        sections=_sections(ruleset, items),
        item_counts=count(item.outcome for item in items),
        target_counts=count(chain.from_iterable(counted.values())),
        notes=(*actuals.notes, *_unknown_ids(ruleset, actuals), *_unsettled(judged), *_over_whole(judged)),
    )


def count(outcomes: Iterable[Outcome | None]) -> Counts:
    """How many there are of each outcome; None is left out.

    >>> count(["met", "met", None, "not_met"])
    Counts(met=2, exceeded=0, not_met=1, undecided=0)
    """
    seen = {"met": 0, "exceeded": 0, "not_met": 0, "undecided": 0}
    for outcome in outcomes:
        if outcome is not None:
            seen[outcome] += 1
    return Counts(**seen)


def _sections(ruleset: Ruleset, items: list[ItemOutcome]) -> dict[str, Counts]:
    labels = [section.label for section in ruleset.sections]
    labels += [item.item.section for item in items if item.item.section and item.item.section not in labels]
    return {
        label: count(item.outcome for item in items if item.item.section == label)
        for label in dict.fromkeys(labels)
    }


# ---- an item -------------------------------------------------------------------------------------------


def _judge_item(
    ruleset: Ruleset, rules: list[Rule], actuals: Actuals, baseline: Actuals | None
) -> tuple[list[Judged], list[Outcome]]:
    """The verdicts of an item's rules, and the outcomes that count: restatements go with their head."""
    judged: list[Judged] = []
    outcomes: list[Outcome] = []
    for rules_of_one in _with_restatements(rules):
        head, *others = rules_of_one
        given = _given(head, actuals, baseline)
        first = judge_rule(ruleset, head, given)
        restated: list[Judged] = []
        for rule in others:
            own = _given(rule, actuals, baseline)
            restated.append(judge_rule(ruleset, rule, own or shared_with(head.target, rule.target, given)))
        if restated:
            verdict = of_restatements([first.verdict, *(one.verdict for one in restated)])
            first = replace(first, verdict=verdict)
        judged += [first, *restated]
        if head.counted and first.verdict.applicable:
            outcomes.append(first.verdict.outcome)
    return judged, outcomes


def restatement_groups(ruleset: Ruleset) -> list[list[Rule]]:
    """The rules of a ruleset item by item, each with those that restate it behind it."""
    by_item: dict[str, list[Rule]] = {}
    for rule in ruleset.rules:
        by_item.setdefault(rule.item, []).append(rule)
    return [group for rules in by_item.values() for group in _with_restatements(rules)]


def _with_restatements(rules: list[Rule]) -> list[list[Rule]]:
    """Each rule with those that restate it behind it."""
    out: list[list[Rule]] = []
    for rule in rules:
        if rule.target.restates and out:
            out[-1].append(rule)
        else:
            out.append([rule])
    return out


def judge_rule(ruleset: Ruleset, rule: Rule, given: tuple[Actual, ...]) -> Judged:
    """One target of a ruleset by itself: restatements and counts are the business of its item."""
    verdict, entities = judge_all(
        rule.target,
        given,
        period=ruleset.period,
        entities=rule.entities,
        population=rule.population,
        context=context_of(ruleset, rule),
    )
    if rule.confirmed:
        verdict = verdict.but(reasons=(*verdict.reasons, Diagnostic("verdict.confirmed")))
    return Judged(rule, verdict, entities)


def context_of(ruleset: Ruleset, rule: Rule) -> str:
    """The text that may tell the years of a yearly average: the rule's own words and the title."""
    return f"{rule.expect} {ruleset.title}"


# ---- actuals and baselines -----------------------------------------------------------------------------


def _given(rule: Rule, actuals: Actuals, baseline: Actuals | None) -> tuple[Actual, ...]:
    given = actuals.by_id.get(rule.id, ())
    before = baseline.by_id.get(rule.id) if baseline is not None else None
    if not before:
        return given
    return tuple(with_baseline(actual, before) for actual in given)


def with_baseline(actual: Actual, before: tuple[Actual, ...]) -> Actual:
    """The actual with last year's figure beside it, if it has none of its own."""
    if actual.baseline is not None:
        return actual
    name = fold(actual.entity or "")
    same = [one for one in before if fold(one.entity or "") == name]
    if len(same) != 1:
        return actual
    last = same[0]
    if last.figure is None or last.change or last.share_of_plan or last.over_plan or last.approximate:
        return actual
    return replace(actual, baseline=last.figure, baseline_unit=last.unit)


def _by_target(only: Mapping[str, str], actuals: Actuals) -> Actuals:
    """The actuals with the label of an item that has one target ("IV.1" in the table) taken for that target's id."""
    alone = {
        label: name for label, name in only.items() if label in actuals.by_id and name not in actuals.by_id
    }
    if not alone:
        return actuals
    return replace(actuals, by_id={alone.get(name, name): given for name, given in actuals.by_id.items()})


def _unknown_ids(ruleset: Ruleset, actuals: Actuals) -> list[Diagnostic]:
    known = {rule.id for rule in ruleset.rules}
    unknown = [name for name in actuals.by_id if name not in known]
    if not unknown:
        return []
    from difflib import get_close_matches

    notes = []
    for name in unknown[:_MOST_UNKNOWN]:
        near = get_close_matches(name, known)
        place = actuals.places.get(name) or (Place(file=actuals.path) if actuals.path else None)
        if near:
            notes.append(Diagnostic("verdict.unknown_id_near", {"id": name, "near": near[0]}, place))
        else:
            notes.append(Diagnostic("verdict.unknown_id", {"id": name}, place))
    if len(unknown) > _MOST_UNKNOWN:
        left = len(unknown) - _MOST_UNKNOWN
        notes.append(Diagnostic("actuals.more_notes", {"code": "verdict.unknown_id", "left": left}))
    return notes


def _unsettled(judged: dict[str, list[Judged]]) -> list[Diagnostic]:
    """The targets that were decided although a person has yet to look at their words."""
    ids = [
        one.rule.id
        for several in judged.values()
        for one in several
        if one.rule.target.needs_review and not one.rule.confirmed and one.verdict.outcome != "undecided"
    ]
    return _named("verdict.words_unsettled", ids)


def _over_whole(judged: dict[str, list[Judged]]) -> list[Diagnostic]:
    """The targets for which a share of more than all was reported."""
    ids = []
    for one in chain.from_iterable(judged.values()):
        form = prepare(one.rule.target)
        whole = form.whole if form.kind == "share" else None  # "giao quân 102%" may well be of a plan
        values = [verdict.value for verdict in (one.verdict, *(verdict for _, verdict in one.entities))]
        if whole is not None and any(value is not None and value > whole for value in values):
            ids.append(one.rule.id)
    return _named("verdict.shares_over_whole", ids)


def _named(code: str, ids: list[str]) -> list[Diagnostic]:
    if not ids:
        return []
    named = ", ".join(ids[:_MOST_NAMED]) + (", …" if len(ids) > _MOST_NAMED else "")
    return [Diagnostic(code, {"count": len(ids), "ids": named})]
