from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from chitieu.actuals import load_actuals
from chitieu.diagnostics import UsageError
from chitieu.report.office.expression import Cells
from chitieu.report.office.formula import LONGEST, row_formula, row_unit
from chitieu.report.office.help import help_of
from chitieu.report.office.template import write_template
from chitieu.ruleset import Item, Rule, Ruleset, Section, bundled_rulesets, load_ruleset
from chitieu.target import Bound, GradeCondition, StatusCondition, Target


def rule(number: int, item: str, target: Target, expect: str, entities: tuple[str, ...] = ()) -> Rule:
    return Rule(id=f"{item}.{number}", item=item, expect=expect, target=target, entities=entities)


RULESET = Ruleset(
    name="thu",
    title="Thử",
    sections=(Section("I", "Xây dựng Đảng"), Section("II", "Kinh tế")),
    items=(Item("1", "I"), Item("2", "II"), Item("3", "II")),
    rules=(
        rule(
            1, "1", Target(indicator="Tỷ lệ", condition=Bound(op=">=", value="95", unit="%")), "95% trở lên"
        ),
        rule(
            2,
            "1",
            Target(indicator="Kỳ họp", condition=Bound(op=">=", value="1", unit="kỳ họp"), each="chi bộ"),
            "ít nhất 01 kỳ họp",
            ("Chi bộ 1", "Chi bộ 2"),
        ),
        rule(
            1,
            "2",
            Target(indicator="Số vụ", condition=Bound(op=">=", value="5", unit="%"), measure="decrease"),
            "giảm ít nhất 5%",
        ),
        rule(
            1,
            "3",
            Target(indicator='=HYPERLINK("http://x")', condition=StatusCondition(expected=True)),
            "=1+1",
        ),
    ),
    period=(date(2026, 1, 1), date(2026, 12, 31)),
)
HEADS = [
    "Mã", "Chỉ tiêu", "Chỉ tiêu được giao (nguyên văn)", "Mức đề ra", "ĐVT", "Thực hiện", "Cùng kỳ", "Đối tượng",
    "Đánh giá", "Nguồn", "Ghi chú",
]  # fmt: skip


def sheet_of(path: Path) -> Worksheet:
    write_template(RULESET, path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_the_workbook_as_an_office_sees_it(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "mau.xlsx")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][0] == "KẾT QUẢ THỰC HIỆN: Thử"
    assert rows[4] == HEADS  # the plan and the whole of a share are wanted by none of these
    assert rows[5][1] == "I. Xây dựng Đảng"
    assert rows[6][:5] == ["1.1", "Tỷ lệ", "95% trở lên", "≥ 95%", None]  # 0,955 shall not become 0,955 %
    assert rows[7][:2] == [None, "Kỳ họp"]  # the heading of a target with entities is no row of figures
    assert [row[7] for row in rows[8:10]] == ["Chi bộ 1", "Chi bộ 2"]
    assert rows[10][1] == "II. Kinh tế"
    assert rows[11][3:5] == ["giảm ≥ 5%", None]  # of a change: the figure may be a level
    assert sheet["B13"].value == '=HYPERLINK("http://x")'
    assert (sheet["B13"].data_type, sheet["C13"].data_type) == ("s", "s")  # words, no formulas
    assert sheet.freeze_panes == "C6"
    assert (sheet.column_dimensions["B"].width or 0) > 35


def test_a_unit_stands_there_beforehand_only_where_the_figure_can_have_no_other() -> None:
    def unit(value: str, unit: str, **more: object) -> str:
        condition = Bound(op=">=", value=value, unit=unit)
        return row_unit(Target(indicator="Tỷ lệ hộ nghèo", condition=condition).model_copy(update=more))

    assert unit("0.38", "%") == "%"  # typed 0,38 is 0,38 %
    assert unit("10", "%") == ""  # 0,955 may be meant for 95,5 %
    assert unit("10.08", "‰") == "‰"
    assert unit("5", "hộ") == "hộ"
    assert unit("5", "hộ", measure="decrease") == ""  # a level, beside its baseline
    assert unit("5", "%", basis="plan") == ""  # a figure, beside its plan


def test_no_cell_has_a_format_that_turns_what_is_typed_into_something_else(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "mau.xlsx")
    assert {sheet[f"F{row}"].number_format for row in range(7, 14)} == {"General"}


def test_lists_colours_and_print_set_up(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "mau.xlsx")
    lists = {
        str(each.sqref): each.formula1
        for each in sheet.data_validations.dataValidation
        if each.type == "list"
    }
    assert lists == {"F13": '"Đạt,Không đạt"'}
    [formats] = sheet.conditional_formatting
    assert str(formats.sqref) == "I6:I13"
    assert {rule.formula[0] for rule in formats.rules} == {
        '"Đạt"',
        '"Vượt"',
        '"Không đạt"',
        '"Chưa đủ căn cứ"',
    }
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet["I7"].value.startswith("=IF(")
    assert sheet["I8"].value.startswith('=IF(COUNTIF(I9:I10,"Không đạt")>0')


def test_an_empty_template_is_a_file_without_figures(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(RULESET, path)
    actuals = load_actuals(path)
    assert list(actuals.by_id) == ["1.1", "1.2", "2.1", "3.1"]
    assert all(actual.missing for found in actuals.by_id.values() for actual in found)
    assert actuals.notes == ()


def test_the_filled_template_goes_straight_back(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(RULESET, path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    filled: dict[str, str | float] = {
        "F7": 96.5,
        "F9": 1,
        "F10": "02 kỳ họp",
        "F12": 110,
        "G12": 120,
        "F13": "Đạt",
        "J13": "Báo cáo số 5",
    }
    for name, content in filled.items():
        sheet[name] = content
    book.save(path)
    actuals = load_actuals(path)
    [share] = actuals.by_id["1.1"]
    assert (share.figure, share.unit) == (Decimal("96.5"), None)
    assert [(actual.entity, actual.figure) for actual in actuals.by_id["1.2"]] == [
        ("Chi bộ 1", Decimal(1)),
        ("Chi bộ 2", Decimal(2)),
    ]
    [cases] = actuals.by_id["2.1"]
    assert (cases.figure, cases.unit, cases.baseline) == (Decimal(110), None, Decimal(120))
    [status] = actuals.by_id["3.1"]
    assert (status.word, status.source) == ("achieved", "Báo cáo số 5")
    assert actuals.notes == ()


def test_help_fits_what_excel_takes() -> None:
    long = " < ".join(f"bậc thứ {'rất ' * at}cao" for at in range(1, 12))
    targets = [rule.target for name in bundled_rulesets() for rule in load_ruleset(name).rules]
    targets.append(
        Target(indicator="", condition=GradeCondition(op=">=", grade="bậc thứ rất cao", scale=long))
    )
    for target in targets:
        options = help_of(target, "F7")
        assert len(str(options["input_message"])) <= 255
        assert len(",".join(options.get("source", []))) <= 255  # type: ignore[arg-type]
    assert help_of(targets[-1], "F7")["validate"] == "any"


def test_no_formula_is_longer_than_excel_takes() -> None:
    cells = Cells("F1000", "E1000", "G1000", "H1000", "I1000", "J1000")
    for name in bundled_rulesets():
        for rule in load_ruleset(name).rules:
            text = row_formula(rule.target, cells, steps=5)
            assert len(text) <= LONGEST, rule.id
            depths = accumulate({"(": 1, ")": -1}.get(char, 0) for char in re.sub(r'"[^"]*"', "", text))
            assert max(depths) <= 64, rule.id


def test_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mau.xlsx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("chitieu.files.os.replace", fail)
    with pytest.raises(UsageError, match="No space left"):
        write_template(RULESET, path)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["mau.xlsx"]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "khong-co" / "mau.xlsx", tmp_path / "a\0b.xlsx"):
        with pytest.raises(UsageError):
            write_template(RULESET, path)


def test_every_text_of_a_row_has_the_room_it_needs(tmp_path: Path) -> None:
    each = Target(indicator="Kỳ họp", condition=Bound(op=">=", value="1", unit="kỳ"), each="đơn vị")
    name = "Đơn vị sản xuất, kinh doanh, dịch vụ trên địa bàn phường và vùng phụ cận"
    rules = (rule(1, "1", each, "1 kỳ", (name,)),)
    section = Section("I", "Về xây dựng Đảng, chính quyền, Mặt trận và các đoàn thể chính trị - xã hội")
    path = tmp_path / "mau.xlsx"
    write_template(Ruleset("r", "Thử", (section,), (Item("1", "I"),), rules), path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet["B6"].value == f"I. {section.title}"
    assert not sheet["B6"].alignment.wrap_text  # it runs over the empty cells beside it
    [at] = [row for row in range(7, 10) if sheet.cell(row, 7).value == name]
    assert (sheet.row_dimensions[at].height or 0) >= 4 * 16  # 72 letters in a column of 20
