"""A draft to a target: its better side, its other readings, what it holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from chitieu.reading.clause.better import better_of
from chitieu.reading.clause.conditions import as_share
from chitieu.reading.clause.draft import Draft
from chitieu.reading.told.wanted import grows_for_the_worse
from chitieu.target import Better, BetterSource, Target
from chitieu.target.trusted import trusted
from chitieu.text.spoken import PLACE, words

_LOWER: tuple[Better, BetterSource] = ("lower", "lexicon")
_FLOORS = frozenset({">", ">="})
_PER_WOMAN = frozenset(words("CHILDREN_PER_WOMAN"))
_HUNDRED = Decimal(100)
#: What a target holds where nothing says otherwise.
_VALUES: dict[str, Any] = {name: field.default for name, field in Target.model_fields.items()}


def target_of(draft: Draft, indicator: str | None, span: tuple[int, int]) -> Target:
    """The target of a draft; what a person should look at joins the draft's doubts.

    ``indicator`` is the name of the one indicator, where it is known from elsewhere.
    """
    name = indicator
    if name is None:
        name = draft.name if draft.head else draft.indicator
    better, better_source = _better(draft, name, indicator)
    if better == "lower" and grows_for_the_worse(draft):
        draft.doubts.append("reading.fact_or_target")
    if draft.of is not None and (share := as_share(draft)) is not None:
        draft.doubts.append("reading.count_or_share")
        draft.others.append({"condition": share, "of": None})
    values = _VALUES.copy()  # most of which hold for most targets
    values["indicator"] = name
    values["condition"] = draft.condition
    values["measure"] = draft.measure
    values["better"], values["better_source"] = better, better_source
    values["basis"], values["when"], values["span"] = draft.basis, draft.when, span
    if draft.average_annual:
        values["average_annual"] = True
    if draft.each is not None:
        values["each"] = draft.each
    if draft.of is not None:
        values["of"] = draft.of
    if draft.restates:
        values["restates"] = True
    if draft.approximate:
        values["approximate"] = True
    if draft.stretch:
        values["stretch"] = True
    if draft.doubts:
        values["needs_review"] = True
    if draft.others:
        common = values | {"needs_review": False}
        values["readings"] = tuple([trusted(Target, common | other) for other in draft.others])
    return trusted(Target, values)


def _better(draft: Draft, name: str, indicator: str | None) -> tuple[Better, BetterSource]:
    """Which way the indicator of a draft improves, which is called ``name``, and where that comes from.

    ``indicator`` is the name that is known from elsewhere.
    """
    if draft.better is not None:
        return draft.better
    if draft.unit == PLACE:
        return "lower", "condition"
    if draft.figure is None:
        return "higher", "default"
    op, level = draft.op, draft.measure == "level" and draft.value is not None
    if level and op in {"=", ">="} and draft.unit == "%" and draft.value == _HUNDRED:
        return "higher", "condition"  # all of them are wanted, whatever they are
    if draft.unit in _PER_WOMAN and draft.measure == "level" and op in {"=", "range"}:
        return "exact", "lexicon"
    whose = f"{draft.within} {name}".strip() if draft.within and not indicator else name
    found = better_of(whose, draft.measure, op, draft.figure.phrase.moved, draft.unit)
    if found == _LOWER and level and op in _FLOORS and draft.head and draft.indicator and not indicator:
        found = better_of(draft.indicator, draft.measure, op)  # "Định mức tiêu hao: hệ số vận hành lò ≥ 88%"
    if draft.figure.phrase.around and found[1] != "lexicon":
        return "exact", "condition"  # "12 ± 0,5": off on either side is off
    if draft.same is not None and found[1] == "default" and draft.measure == "level":
        found = _better(draft.same, whose, indicator)  # "giảm còn 1,7 lần năm 2025 và 1,4 lần năm 2030"
    if op == "=" and found[1] == "default" and level and draft.value == 0:
        return "lower", "condition"  # "| 0 |": none of them is wanted, whatever they are
    return found
