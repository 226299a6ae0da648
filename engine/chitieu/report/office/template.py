"""A workbook to fill in: one row a target, a verdict that works live, and a way straight back into ``evaluate``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from chitieu.evaluation.rollup import context_of
from chitieu.evaluation.steps import steps_of
from chitieu.files import writing
from chitieu.quantity.notation import with_unit
from chitieu.report.grid import clean
from chitieu.report.office import formula
from chitieu.report.office.expression import Cells
from chitieu.report.office.help import help_of
from chitieu.report.office.spreadsheet import (
    Styles,
    bare,
    cell_name,
    colour_outcomes,
    height_of,
    print_on_a4,
    workbook,
)
from chitieu.report.rows import indicator_text, section_heading
from chitieu.report.wording import outcome_word, plan_cell, unit_cell
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Target

Column = Literal[
    "id", "indicator", "expect", "wanted", "unit", "value", "baseline", "plan", "population", "entity", "verdict",
    "source", "note", "own",
]  # fmt: skip
#: Heading and width. What is shown only stands under headings that are no columns of figures.
_COLUMNS: dict[Column, tuple[str, int]] = {
    "id": ("Mã", 10),
    "indicator": ("Chỉ tiêu", 40),
    "expect": ("Chỉ tiêu được giao (nguyên văn)", 26),
    "wanted": ("Mức đề ra", 14),
    "unit": ("ĐVT", 13),
    "value": ("Thực hiện", 16),
    "baseline": ("Cùng kỳ", 12),
    "plan": ("Kế hoạch giao", 12),
    "population": ("Tổng số", 12),
    "entity": ("Đối tượng", 20),
    "verdict": ("Đánh giá", 17),
    "source": ("Nguồn", 16),
    "note": ("Ghi chú", 18),
    "own": ("", 10),
}
#: Filled in by the office; those that a row has no need of are grey.
_FIGURES: tuple[Column, ...] = ("value", "baseline", "plan", "population", "entity")
_SHEET = "Số liệu"
_HEAD_ROW = 4
_GUIDE = (
    "Điền các ô nền vàng; chưa có số liệu thì để trống. Cột Đánh giá tự tính. Tỷ lệ gõ 95,5 hoặc 95,5%. "
    "Ghi bằng chữ (“giảm 6%”, “61-62”) cũng được: ô ấy hiện “Chưa đủ căn cứ” cho đến khi chạy chitieu evaluate. "
    "Chỉ tiêu tính từng đối tượng: mỗi đối tượng một dòng."
)
_INPUT, _SHUT = "#FFF8DC", "#E7E6E6"


def write_template(ruleset: Ruleset, path: str | os.PathLike[str]) -> None:
    """Write a workbook with a row for every target, or for every known entity of an "each".

    Args:
        ruleset: What is to be reported on.
        path: The .xlsx file; it is written whole or not at all.

    Raises:
        UsageError: The file cannot be written.
    """
    content = template(ruleset)
    with writing(path) as stream:
        stream.write(content)


def template(ruleset: Ruleset) -> bytes:
    """The workbook as bytes."""
    return workbook(lambda book: _Page(ruleset, book).fill(), title=clean(ruleset.title))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the sheet: a heading of a section, of a target with entities, or a target."""

    text: str = ""
    rule: Rule | None = None
    entity: str | None = None
    #: How many rows of entities stand below a heading of a target.
    entities: int = 0


def _lines(ruleset: Ruleset) -> Iterator[_Line]:
    """Headings of sections, and the rules below them with their entities, in the order of the document."""
    titles = {section.label: section_heading(section) for section in ruleset.sections}
    section_of = {item.label: item.section for item in ruleset.items}
    current: str | None = None
    for rule in ruleset.rules:
        section = section_of.get(rule.item)
        if section is not None and section != current:
            yield _Line(titles.get(section, section))
        current = section
        if rule.entities:
            yield _Line(rule.target.indicator, rule, entities=len(rule.entities))
        for entity in rule.entities or (None,):
            yield _Line(rule=rule, entity=entity)


class _Page:
    """The sheet being written."""

    def __init__(self, ruleset: Ruleset, book: Any) -> None:
        self._ruleset = ruleset
        self._lines = tuple(_lines(ruleset))
        self._sheet = book.add_worksheet(_SHEET)
        self._styles = Styles(book)
        self._restated = _restated(ruleset)
        targets = [rule.target for rule in ruleset.rules]
        unused: set[Column] = set()
        for column, used in (
            ("baseline", any(map(formula.needs_baseline, targets))),
            ("plan", any(map(formula.needs_plan, targets))),
            ("population", any(map(formula.needs_population, targets))),
            ("entity", any(rule.entities or rule.target.each for rule in ruleset.rules)),
            ("own", bool(self._restated) or any(map(_is_open_list, ruleset.rules))),
        ):
            if not used:
                unused.add(column)  # type: ignore[arg-type]
        self._at: dict[Column, int] = {
            column: at for at, column in enumerate(each for each in _COLUMNS if each not in unused)
        }
        self._row_of = {
            line.rule.id: number
            for number, line in enumerate(self._lines, _HEAD_ROW + 1)
            if line.rule is not None and not line.entities and line.entity is None
        }

    def fill(self) -> None:
        sheet = self._sheet
        self._top()
        for number, line in enumerate(self._lines, _HEAD_ROW + 1):
            if line.rule is None:
                self._heading(number, line.text)
            elif line.entities:
                self._heading_of_entities(number, line.rule, line.entities)
            else:
                self._target(number, line.rule, line.entity)
        last = _HEAD_ROW + len(self._lines)
        sheet.freeze_panes(_HEAD_ROW + 1, self._at["indicator"] + 1)
        print_on_a4(sheet, head_row=_HEAD_ROW, title=clean(self._ruleset.title))
        sheet.print_area(0, 0, last, self._at["note"])
        colour_outcomes(sheet, self._styles, _HEAD_ROW + 1, last, self._at["verdict"])

    def _top(self) -> None:
        ruleset, sheet, styles = self._ruleset, self._sheet, self._styles
        last = self._at["note"]
        sheet.write_string(0, 0, clean(ruleset.issuer or ""), styles.of(bold=True, text_wrap=False))
        title = styles.of(bold=True, font_size=14, align="center", valign="vcenter")
        sheet.merge_range(1, 0, 1, last, f"KẾT QUẢ THỰC HIỆN: {clean(ruleset.title)}", title)
        sheet.set_row(1, 24)
        period = ruleset.period
        words = f"Từ {period[0]:%d/%m/%Y} đến {period[1]:%d/%m/%Y}" if period else ""
        sheet.merge_range(2, 0, 2, last, words, styles.of(italic=True, align="center"))
        sheet.merge_range(3, 0, 3, last, _GUIDE, styles.of(italic=True, font_size=11))
        shown = sum(_COLUMNS[column][1] for column in self._at if column != "own")
        sheet.set_row(3, height_of([(_GUIDE, shown)]))
        for column, at in self._at.items():
            name, width = _COLUMNS[column]
            if column == "own":
                sheet.set_column(at, at, width, None, {"hidden": True})
            else:
                sheet.write_string(_HEAD_ROW, at, name, styles.head())
                sheet.set_column(at, at, width)
        sheet.set_row(_HEAD_ROW, 34)

    def _heading(self, number: int, text: str) -> None:
        part = self._styles.part(text_wrap=False)  # a long one runs over the empty cells beside it
        for at in range(self._at["note"] + 1):
            self._sheet.write_blank(number, at, None, part)
        self._sheet.write_string(number, self._at["indicator"], clean(text), part)

    def _heading_of_entities(self, number: int, rule: Rule, count: int) -> None:
        """A target with known entities: no id, so that it is no row of figures; the verdict over those below."""
        look = self._styles.cell(bold=True)
        for at in range(self._at["note"] + 1):
            self._sheet.write_blank(number, at, None, look)
        self._words(number, rule)
        verdict = self._at["verdict"]
        rows = f"{cell_name(number + 1, verdict)}:{cell_name(number + count, verdict)}"
        self._verdict(number, "verdict", formula.of_entities(rows, count))

    def _words(self, number: int, rule: Rule, entity: str | None = None) -> None:
        """The name of a target and what is wanted of it, or the name of one of its entities."""
        wanted = bare(plan_cell(rule.target))
        if not formula.row_unit(rule.target):
            wanted = with_unit(wanted, unit_cell(rule.target))  # the column of units is for the figures
        texts: dict[Column, str]
        if entity is None:
            name = indicator_text(rule.target)
            texts = {"indicator": clean(name), "expect": clean(rule.expect), "wanted": clean(wanted)}
        else:
            texts = {"indicator": f"– {clean(entity)}"}
        for column, text in texts.items():
            look = self._styles.cell(align="center") if column == "wanted" else self._styles.cell()
            self._sheet.write_string(number, self._at[column], text, look)
        beside: dict[Column, str] = {
            "unit": formula.row_unit(rule.target),
            "id": rule.id,
            "entity": entity or "",
        }
        words = max(formula.choices(rule.target), key=len, default="")
        sized = [(text, _COLUMNS[column][1]) for column, text in (texts | beside).items()]
        self._sheet.set_row(number, height_of([*sized, (words, _COLUMNS["value"][1])]))

    def _target(self, number: int, rule: Rule, entity: str | None) -> None:
        sheet, styles = self._sheet, self._styles
        target = rule.target
        text, wanted = styles.cell(num_format="@"), self._wanted(rule)
        for column, at in self._at.items():
            if column in _FIGURES:
                sheet.write_blank(number, at, None, self._input(target, column, open=column in wanted))
            elif column != "own":
                sheet.write_blank(number, at, None, text)
        sheet.write_string(number, self._at["id"], rule.id, text)
        self._words(number, rule, entity)
        if unit := formula.row_unit(target):
            sheet.write_string(number, self._at["unit"], unit, text)
        if entity is not None:
            sheet.write_string(number, self._at["entity"], entity, text)
        cells = self._cells(number, wanted)
        steps = steps_of(target, context_of(self._ruleset, rule), self._ruleset.period)
        own = formula.row_formula(target, cells, steps=steps)
        others = self._restated.get(rule.id, ())
        if entity is None and (others or target.each):
            self._verdict(number, "own", own)
            mine = cell_name(number, self._at["own"])
            if target.each:
                self._verdict(number, "verdict", formula.of_unknown(mine, cells.entity))
            else:
                rows = [self._row_of[other] for other in others if other in self._row_of]
                names = [cell_name(row, self._at["verdict"]) for row in rows]
                self._verdict(number, "verdict", formula.of_restatements(mine, names))
        else:
            self._verdict(number, "verdict", own)
        at = self._at["value"]
        sheet.data_validation(number, at, number, at, help_of(target, cell_name(number, at)))

    def _wanted(self, rule: Rule) -> set[Column]:
        """The columns of figures that a row is filled in under."""
        out: set[Column] = {"value"}
        if formula.needs_baseline(rule.target):
            out.add("baseline")
        if formula.needs_plan(rule.target):
            out.add("plan")
        if formula.needs_population(rule.target):
            out.add("population")
        if _is_open_list(rule):
            out.add("entity")
        return out

    def _input(self, target: Target, column: Column, *, open: bool) -> Any:
        look: dict[str, object] = {"bg_color": _INPUT if open else _SHUT}
        if column == "entity":
            return self._styles.cell(num_format="@", **look)
        return self._styles.cell(align="center" if formula.choices(target) else "right", **look)

    def _cells(self, number: int, wanted: set[Column]) -> Cells:
        def name(column: Column) -> str:
            return cell_name(number, self._at[column]) if column in wanted else ""

        return Cells(
            value=name("value"),
            unit=cell_name(number, self._at["unit"]),
            baseline=name("baseline"),
            plan=name("plan"),
            population=name("population"),
            entity=name("entity"),
        )

    def _verdict(self, number: int, column: Column, text: str) -> None:
        if len(text) > formula.LONGEST:
            text = f'="{outcome_word("undecided")}"'
        look = self._styles.cell(align="center", bold=True)
        self._sheet.write_formula(number, self._at[column], text, look, outcome_word("undecided"))


def _is_open_list(rule: Rule) -> bool:
    """Whether each of a list that is not known is judged."""
    return rule.target.each is not None and not rule.entities


def _restated(ruleset: Ruleset) -> dict[str, tuple[str, ...]]:
    """The ids of the rules that restate a rule, by its id."""
    out: dict[str, tuple[str, ...]] = {}
    head: Rule | None = None
    for rule in ruleset.rules:
        if rule.target.restates and head is not None and head.item == rule.item:
            out[head.id] = (*out.get(head.id, ()), rule.id)
        else:
            head = rule
    return out
