"""One row of a table of targets: its name, its plan and its unit as the entry of a target."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, NamedTuple

from chitieu.diagnostics import Diagnostic
from chitieu.extraction.document import Place
from chitieu.extraction.draft import DraftTarget
from chitieu.extraction.table_head import Plan
from chitieu.extraction.table_thresholds import Threshold, thresholds_of
from chitieu.extraction.table_units import is_unit
from chitieu.extraction.table_words import plain
from chitieu.extraction.targets import clean_indicator, complete, meaning, read_fields
from chitieu.quantity.vocabulary import noun_words
from chitieu.quantity.words import fold
from chitieu.reading import parse, read_expression
from chitieu.target import Target
from chitieu.text.spoken import pattern

_FIGURE = re.compile(r"[0-9]")
_UNIT_OF_NAME = re.compile(pattern("UNIT_OF_NAME"), re.I)


class Cells(NamedTuple):
    """What the cells of a row say of one target: the item, what the row names, the plan with its place, its unit."""

    item: str
    name: str
    plan: str
    unit: str
    column: Plan
    place: Place


def targets_of_cells(first: int, cells: Cells) -> list[DraftTarget]:
    """The targets of a row and one of its plans, numbered from ``first``."""
    item, name, plan, unit, column, place = cells
    unit = column.unit if column.basis else unit or column.unit
    if not unit and _FIGURE.search(plan):
        name, unit = unit_of_name(name)
    if column.what:
        name = f"{column.what} {_inside(name)}"
    if column.period:
        name = f"{name} {column.period}"
    indicator = clean_indicator(name)
    if several := thresholds_of(plan, indicator):
        cells = cells._replace(unit=unit)
        return [_apart(f"{item}.{number}", cells, each) for number, each in enumerate(several, first)]
    id_ = f"{item}.{first}"
    fields: dict[str, Any] = {"id": id_, "item": item, "indicator": indicator, "expect": plan}
    if column.basis:
        fields |= {"basis": column.basis, "restates": True}
    if column.when:
        fields["when"] = column.when
    target, doubts = _measured(fields, column.what or indicator, plan, unit)
    if target is None or (target.kind == "grade" and target.needs_review and _FIGURE.search(plan)):
        target = _kept_up(fields, name, plan) or target
    if target is None:
        # what goes with a figure is left out
        kept = {key: fields[key] for key in ("id", "item", "indicator", "expect")}
        fields = kept | {"kind": "status", "expected": True, "review": True}
        doubts = (Diagnostic("extract.plan_unread", {"plan": plan}),)
        target = read_fields(fields)
        if target is None:
            return []
    if column.asked and not doubts:
        fields["review"] = True
        doubts = (Diagnostic("extract.plan_or_past", {"plan": plan}),)
        target = read_fields(fields) or target
    if target.needs_review and not doubts:
        doubts = tuple(read_expression(plan, indicator).notes) or (Diagnostic("extract.doubt"),)
        if target.readings:
            fields["readings"] = [meaning(other) for other in target.readings]
        else:
            fields["review"] = True
    return [DraftTarget(id_, item, fields, target, place, doubts)]


def _apart(id_: str, cells: Cells, each: Threshold) -> DraftTarget:
    """One of several targets that a cell states."""
    plan, column, place = cells.plan[each.begin : each.end], cells.column, cells.place
    begin, end = place.span
    if end - begin == len(cells.plan):  # else its spaces were told otherwise
        place = replace(place, span=(begin + each.begin, begin + each.end))
    target = each.target
    wanted = meaning(target)
    if target.kind == "quantity":
        if not target.unit and cells.unit:
            wanted["unit"] = _tidy(cells.unit, plan, each.indicator)
        wanted["measure"] = _measure(target, column.what or cells.name, plan, wanted.get("unit", ""))
    if column.basis:
        wanted |= {"basis": column.basis, "restates": True}
    if column.when:
        wanted.setdefault("when", column.when)
    doubt = _doubt(each, cells, plan)
    fields: dict[str, Any] = {"id": id_, "item": cells.item, "indicator": each.indicator, "expect": plan}
    fields = complete(fields, wanted, doubted=doubt is not None) or fields | wanted
    if doubt is not None:
        fields["review"] = True
    doubts = (doubt,) if doubt is not None else ()
    return DraftTarget(id_, cells.item, fields, read_fields(fields) or target, place, doubts)


def _doubt(each: Threshold, cells: Cells, plan: str) -> Diagnostic | None:
    """Why a person must look at one of several targets of a cell."""
    target = each.target
    own, unit = target.unit, cells.unit
    if cells.column.asked:
        return Diagnostic("extract.plan_or_past", {"plan": plan})
    differs = own and unit and plain(own) != plain(unit) and not own.startswith("%")
    if differs and not target.restates:
        return Diagnostic("extract.unit_differs", {"unit": unit, "plan": plan})
    shared = each.listed and not own and unit not in ("", "%")  # "Diện tích; năng suất | ha | 300; 60"
    return Diagnostic("extract.doubt") if target.needs_review or each.unnamed or shared else None


def _inside(name: str) -> str:
    """The words of a row behind those of its column: with a small letter, but the names of places keep theirs.

    >>> _inside("Lúa mùa"), _inside("Vĩnh Châu"), _inside("Thôn Đông"), _inside("THCS")
    ('lúa mùa', 'Vĩnh Châu', 'thôn Đông', 'THCS')
    """
    first, second = [*name.split(), "", ""][:2]
    kind = fold(first) in noun_words().names  # "Thôn Đông"
    named = not kind and second[:1].isupper() and second[1:].islower()
    return name if named or not name[1:2].islower() else name[:1].lower() + name[1:]


def unit_of_name(name: str) -> tuple[str, str]:
    """A name without the unit that stands at its end, and that unit.

    >>> unit_of_name("Thu nhập bình quân đầu người (triệu đồng/người/năm)"), unit_of_name("Số xã (lũy kế)")
    (('Thu nhập bình quân đầu người', 'triệu đồng/người/năm'), ('Số xã (lũy kế)', ''))
    """
    match = _UNIT_OF_NAME.search(name)
    unit = (match["inside"] or match["after"]).strip() if match else ""
    return (name[: match.start()], unit) if match and is_unit(unit) else (name, "")


def _measured(
    fields: dict[str, Any], what: str, plan: str, unit: str
) -> tuple[Target | None, tuple[Diagnostic, ...]]:
    """The target that a plan of ``what`` states, with the unit beside it; what of them does not agree is a doubt."""
    doubts: tuple[Diagnostic, ...] = ()
    target = read_fields(fields)
    if unit and (target is None or (target.kind == "quantity" and not target.unit)):
        fields["unit"] = unit if unit[:1].isdigit() else _tidy(unit, plan, what)
        fields |= _said_by_unit(plan, unit, what, target)
        target = read_fields(fields) or target
    elif unit and target is not None and target.kind == "quantity" and plain(target.unit) != plain(unit):
        doubts = (Diagnostic("extract.unit_differs", {"unit": unit, "plan": plan}),)
        fields["review"] = True
        target = read_fields(fields) or target
    # "8/10" in a column of per cent
    if target is not None and unit.startswith("%") and target.of is not None:
        doubts = (Diagnostic("extract.unit_differs", {"unit": unit, "plan": plan}),)
        fields["review"] = True
        target = read_fields(fields) or target
    if target is not None and target.kind == "quantity":
        measure = _measure(target, what, plan, target.unit)
        if measure != target.measure:
            fields["measure"] = measure
            target = read_fields(fields) or target
    return target, doubts


def _measure(target: Target, what: str, plan: str, unit: str) -> str:
    """What a plan measures: "Tỷ lệ hộ nghèo giảm" says that it is a change."""
    if target.measure != "level":
        return target.measure
    said = parse(f"{what} {plan}" if unit in plan else f"{what} {plan} {unit}").targets
    return said[0].measure if len(said) == 1 and said[0].kind == "quantity" else target.measure


def _tidy(unit: str, plan: str, indicator: str) -> str:
    """The unit as the grammar writes it."""
    said = read_expression(f"{plan} {unit}", indicator).targets
    return said[0].unit if len(said) == 1 and said[0].kind == "quantity" and said[0].unit else unit


def _said_by_unit(plan: str, unit: str, indicator: str, target: Target | None) -> dict[str, Any]:
    """What a unit says of a figure beside its size: "9/11" schools are 9 of 11, "% kế hoạch" is of the plan."""
    said = read_expression(f"{plan} {unit}", indicator).targets
    if target is None or len(said) != 1 or said[0].kind != "quantity" or said[0].needs_review:
        return {}
    had, has = meaning(target), meaning(said[0])
    counted = (
        has.get("of") and not had.get("of") and not unit.startswith("%") and had.get("op") == has.get("op")
    )
    keys = [*(("of", "value") if counted else ()), *(("basis",) if "basis" not in had else ())]
    return {key: has[key] for key in keys if key in has}


def _kept_up(fields: dict[str, Any], name: str, plan: str) -> Target | None:
    """A title that the plan says to keep or to reach: "Xã đạt chuẩn quốc gia về y tế | Duy trì", "… | Mức độ 2"."""
    behind = any(map(str.isdigit, plan))
    words = f"{name} {plan[:1].lower()}{plan[1:]}" if behind else f"{plan} {name[:1].lower()}{name[1:]}"
    said = parse(words).targets
    if len(said) != 1 or said[0].kind != "status" or said[0].needs_review:
        return None
    if behind:
        fields["indicator"] = clean_indicator(words)
    fields.pop("unit", None)
    fields |= {"kind": "status", "expected": bool(said[0].flat()["expected"])}
    return read_fields(fields)
