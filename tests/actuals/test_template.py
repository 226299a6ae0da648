from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from chitieu.actuals import load_actuals
from chitieu.actuals.template import write_template
from chitieu.diagnostics import UsageError
from chitieu.ruleset import Item, Rule, Ruleset, Section
from chitieu.target import Bound, StatusCondition, Target

from .looks import notes, value


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
    "Mã", "Chỉ tiêu", "Chỉ tiêu được giao (nguyên văn)", "ĐVT", "Kế hoạch", "Thực hiện", "Cùng kỳ", "Tổng số",
    "Đối tượng", "Nguồn", "Ghi chú",
]  # fmt: skip


def test_the_workbook_as_an_office_sees_it(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(RULESET, path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == HEADS
    assert rows[1][1] == "I. Xây dựng Đảng"
    assert rows[2][:4] == ["1.1", "Tỷ lệ", "95% trở lên", "%"]
    assert [row[8] for row in rows[3:5]] == ["Chi bộ 1", "Chi bộ 2"]
    assert rows[5][1] == "II. Kinh tế"
    assert rows[6][3] is None  # of a change: the figure may be a level
    assert sheet["B8"].value == '=HYPERLINK("http://x")'
    assert (sheet["B8"].data_type, sheet["C8"].data_type) == ("s", "s")  # words, no formulas
    assert sheet.freeze_panes == "C2"
    assert sheet["F3"].number_format == "@"
    assert sheet.column_dimensions["F"].number_format == "@"
    assert (sheet.column_dimensions["B"].width or 0) > 40


def test_an_empty_template_is_a_file_without_figures(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(RULESET, path)
    actuals = load_actuals(path)
    assert list(actuals.by_id) == ["1.1", "1.2", "2.1", "3.1"]
    assert all(actual.missing for found in actuals.by_id.values() for actual in found)
    assert notes(actuals) == []


def test_the_filled_template_goes_straight_back(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(RULESET, path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    filled: dict[str, str | int] = {
        "F3": "96,5",
        "H3": 412,
        "F4": 1,
        "F5": "02 kỳ họp",
        "F7": 110,
        "G7": 120,
        "F8": "Đạt",
        "J8": "Báo cáo số 5",
    }
    for name, content in filled.items():
        sheet[name] = content
    book.save(path)
    actuals = load_actuals(path)
    assert value(actuals, "1.1") == ("96.5", "%")
    assert actuals.by_id["1.1"][0].population == 412
    assert [(actual.entity, actual.figure) for actual in actuals.by_id["1.2"]] == [
        ("Chi bộ 1", Decimal(1)),
        ("Chi bộ 2", Decimal(2)),
    ]
    assert (value(actuals, "2.1"), actuals.by_id["2.1"][0].baseline) == (("110", None), Decimal(120))
    assert (actuals.by_id["3.1"][0].word, actuals.by_id["3.1"][0].source) == ("achieved", "Báo cáo số 5")
    assert actuals.by_id["1.1"][0].plan is None
    assert notes(actuals) == []


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
