"""A workbook to fill in, which ``load_actuals`` reads back: the only module that knows XlsxWriter."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import Any

from chitieu.files import writing
from chitieu.ruleset.model import Rule, Ruleset

#: Heading and width. The words of the target stand under a heading that is no figure column.
_COLUMNS = (
    ("Mã", 12),
    ("Chỉ tiêu", 48),
    ("Chỉ tiêu được giao (nguyên văn)", 32),
    ("ĐVT", 16),
    ("Kế hoạch", 14),
    ("Thực hiện", 18),
    ("Cùng kỳ", 14),
    ("Tổng số", 12),
    ("Đối tượng", 22),
    ("Nguồn", 22),
    ("Ghi chú", 28),
)
_ID, _INDICATOR, _EXPECT, _UNIT = range(4)
_ENTITY = 8
_TEXT_COLUMNS = (_ID, 5, _ENTITY, 9, 10)
_SHEET = "Số liệu"


def write_template(ruleset: Ruleset, path: str | os.PathLike[str]) -> None:
    """Write a workbook with a row for every target, or for every known entity of an "each".

    Args:
        ruleset: What is to be reported on.
        path: The .xlsx file; it is written whole or not at all.

    Raises:
        UsageError: The file cannot be written.
    """
    content = _workbook(ruleset)
    with writing(path) as stream:
        stream.write(content)


def _workbook(ruleset: Ruleset) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(_SHEET)
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "border": 1})
        figure = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        head = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "border": 1,
                "bg_color": "#D9E2F3",
            }
        )
        part = book.add_format({"bold": True, "num_format": "@", "bg_color": "#F2F2F2", "border": 1})
        for index, (name, width) in enumerate(_COLUMNS):
            sheet.write_string(0, index, name, head)
            sheet.set_column(index, index, width, text if index in _TEXT_COLUMNS else None)
        for number, line in enumerate(_lines(ruleset), 1):
            if isinstance(line, str):
                for index in range(len(_COLUMNS)):
                    sheet.write_blank(number, index, None, part)
                sheet.write_string(number, _INDICATOR, line, part)
            else:
                _write_row(sheet, number, *line, text=text, figure=figure)
        sheet.freeze_panes(1, _INDICATOR + 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return buffer.getvalue()


def _lines(ruleset: Ruleset) -> Iterator[str | tuple[Rule, str | None]]:
    """Headings of sections, and the rules below them with their entities, in the order of the document."""
    titles = {section.label: f"{section.label}. {section.title}" for section in ruleset.sections}
    section_of = {item.label: item.section for item in ruleset.items}
    current: str | None = None
    for rule in ruleset.rules:
        section = section_of.get(rule.item)
        if section is not None and section != current:
            yield titles.get(section, section)
        current = section
        for entity in rule.entities or (None,):
            yield rule, entity


def _write_row(sheet: Any, number: int, rule: Rule, entity: str | None, *, text: Any, figure: Any) -> None:
    for index in range(len(_COLUMNS)):
        sheet.write_blank(number, index, None, text if index in _TEXT_COLUMNS else figure)
    sheet.write_string(number, _ID, rule.id, text)
    sheet.write_string(number, _INDICATOR, rule.target.indicator, text)
    sheet.write_string(number, _EXPECT, rule.expect, text)
    if rule.target.measure == "level" and rule.target.basis is None:  # else figures may have another unit
        sheet.write_string(number, _UNIT, rule.target.unit, text)
    if entity is not None:
        sheet.write_string(number, _ENTITY, entity, text)
