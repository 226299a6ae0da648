from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chitieu.actuals import load_actuals
from chitieu.actuals.sheet_scan import is_percent_format
from chitieu.actuals.workbook import cell_name

from .looks import notes, value

Book = Callable[..., Path]
HEAD = ["Mã", "Chỉ tiêu", "ĐVT", "Thực hiện"]


@pytest.fixture(params=["xlsx", "ods"])
def book(request: pytest.FixtureRequest) -> Book:
    made: Book = request.getfixturevalue(request.param)
    return made


def test_values_and_percent_cells(book: Book) -> None:
    path = book(
        [
            HEAD,
            ["1.1", "Hộ nghèo", "%", (0.955, "0.0%")],
            ["1.2", "Thu", "tỷ đồng", 457.802],
            ["1.3", "Thu", "tỷ đồng", "2.860"],
            ["1.4", "Đảng viên", None, 7],
            ["1.5", "Tỷ lệ", None, (0.95, "0%")],
            ["1.6", "Tổng", None, 1.1 * 3],
            ["1.7", "Tỷ lệ", "‰", (0.01, "0%")],
        ]
    )
    actuals = load_actuals(path)
    assert value(actuals, "1.1") == ("95.5", "%")
    assert value(actuals, "1.2") == ("457.802", "tỷ đồng")
    assert value(actuals, "1.3") == ("2860", "tỷ đồng")  # a phrase: a point before three digits
    assert value(actuals, "1.4") == ("7", None)
    assert value(actuals, "1.5") == ("95", "%")
    assert value(actuals, "1.6") == ("3.3", None)  # as the sheet shows it
    assert value(actuals, "1.7") == ("1", "%")
    assert actuals.by_id["1.7"][0].column_unit == "‰"
    assert notes(actuals) == []


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("0%", True),
        ("0.00%", True),
        ("#,##0.0 %", True),
        ("[Red]0%;[Blue]-0%", True),
        ("General", False),
        ('0.0" %"', False),
        ("0\\%", False),
        ("0.00", False),
    ],
)
def test_percent_formats(xlsx: Book, code: str, shows: bool) -> None:
    assert is_percent_format(code) is shows
    actuals = load_actuals(xlsx([HEAD, ["1", None, None, (0.5, code)]]))
    assert value(actuals, "1") == (("50", "%") if shows else ("0.5", None))


def test_the_first_visible_sheet_with_ids_is_read_and_named(book: Book) -> None:
    sheets = {
        "Ẩn": [HEAD, ["1", None, None, 1]],
        "Bìa": [["Báo cáo"], ["Năm 2026"]],
        "Số liệu": [HEAD, ["1", None, None, 2]],
        "Khác": [HEAD, ["1", None, None, 3]],
    }
    actuals = load_actuals(book(sheets, hidden=["Ẩn"]))
    assert value(actuals, "1") == ("2", None)
    [note] = actuals.notes
    assert note.code == "actuals.sheet_read"
    assert note.params["sheet"] == "Số liệu"


def test_only_a_hidden_sheet_has_ids(book: Book) -> None:
    from chitieu.diagnostics import ActualsError

    path = book({"Ẩn": [HEAD, ["1", None, None, 1]], "Bìa": [["Báo cáo"]]}, hidden=["Ẩn"])
    with pytest.raises(ActualsError, match="Ẩn") as caught:
        load_actuals(path)
    assert caught.value.code == "actuals.no_id_sheet_hidden"


def test_data_far_from_the_corner_and_places_of_cells(book: Book) -> None:
    blank: list[Any] = [None] * 3
    rows = [*([[None]] * 4), [*blank, "Mã", "Thực hiện"], [*blank, "1.1", "???"], [*blank, None, 5]]
    actuals = load_actuals(book(rows))
    assert notes(actuals) == [("actuals.unreadable_value", "E6"), ("actuals.value_without_id", "E7")]
    place = actuals.notes[0].place
    assert place is not None
    assert place.sheet == "Biểu 1"


def test_merged_heads_over_several_rows(xlsx: Book, tmp_path: Path) -> None:
    import openpyxl

    path = xlsx(
        [
            ["BIỂU TỔNG HỢP"],
            ["TT", "Mã", "Chỉ tiêu", "Năm 2026", None, "Ghi chú"],
            [None, None, None, "Kế hoạch", "Thực hiện", None],
            ["A", "B", "C", 1, 2, 3],
            ["I", None, "Xây dựng Đảng", None, None, None],
            ["1", "1.1", "Đảng viên mới", 8, 9, "tốt"],
        ]
    )
    made = openpyxl.load_workbook(path)
    sheet = made.active
    assert sheet is not None
    for area in ("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"):
        sheet.merge_cells(area)
    made.save(path)
    actuals = load_actuals(path)
    assert value(actuals, "1.1") == ("9", None)
    [actual] = actuals.by_id["1.1"]
    assert (actual.plan, actual.note) == (Decimal(8), "tốt")
    assert list(actuals.by_id) == ["1.1"]
    assert notes(actuals) == [("actuals.column_numbers", "4")]


def test_a_value_heading_split_in_two_is_refused(book: Book) -> None:
    from chitieu.diagnostics import ActualsError

    path = book([["Mã", "Thực hiện", None], [None, "6 tháng", "Cả năm"], ["1.1", 3, 7]])
    with pytest.raises(ActualsError) as caught:
        load_actuals(path)
    assert caught.value.code == "actuals.split_heading"


def test_two_columns_of_values_are_refused(book: Book) -> None:
    from chitieu.diagnostics import ActualsError

    path = book([["Mã", "Thực hiện năm 2025", "Thực hiện năm 2026"], ["1.1", 3, 7]])
    with pytest.raises(ActualsError) as caught:
        load_actuals(path)
    assert caught.value.code == "actuals.column_twice"
    place = caught.value.diagnostic.place
    assert place is not None
    assert place.cell == "C1"


def test_errors_dates_booleans_and_formulas_by_cell(xlsx: Book) -> None:
    actuals = load_actuals(
        xlsx(
            [
                HEAD,
                ["1", None, None, "#DIV/0!"],
                ["2", None, None, dt.date(2026, 8, 5)],
                ["3", None, None, "=1+1"],
                ["4", None, None, True],
                ["#REF!", None, None, 5],
                ["6", None, None, 6],
            ]
        )
    )
    assert notes(actuals) == [
        ("actuals.error_cell", "D2"),
        ("actuals.date_cell", "D3"),
        ("actuals.formula_cell", "D4"),
        ("actuals.error_cell", "A6"),
    ]
    assert [value(actuals, name)[0] for name in ("1", "2", "3", "6")] == ["?", "?", "?", "6"]
    assert actuals.by_id["2"][0].text == "5/8/2026"
    assert actuals.by_id["4"][0].text == "có"


def test_number_ids(book: Book) -> None:
    actuals = load_actuals(book([["id", "value"], [1, 10], [2.5, 20], [3.5, 30]]))
    assert list(actuals.by_id) == ["1", "2.5", "3.5"]
    assert notes(actuals) == [("actuals.id_is_a_number", "A3")]  # said once


def test_a_stray_cell_at_the_far_corner_is_refused(xlsx: Book) -> None:
    import openpyxl

    from chitieu.diagnostics import ActualsError

    path = xlsx([HEAD, ["1", None, None, 1]])
    made = openpyxl.load_workbook(path)
    sheet = made.active
    assert sheet is not None
    sheet["XFD1048576"] = "x"
    made.save(path)
    with pytest.raises(ActualsError, match="XFD1048576") as caught:
        load_actuals(path)
    assert caught.value.code == "actuals.too_many_cells"


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_repeated_rows_of_an_ods_are_counted_before_they_unfold(ods: Book) -> None:
    from chitieu.diagnostics import ActualsError

    path = ods([["Mã", "Thực hiện"], ["1", 5]])
    rewrite(
        path,
        "content.xml",
        lambda xml: xml.replace(b"</table:table-row></table:table>", b"</table:table-row>").replace(
            b"</office:spreadsheet>",
            b'<table:table-row table:number-rows-repeated="2000000000"><table:table-cell '
            b'table:number-columns-repeated="9" office:value-type="float" office:value="1"/>'
            b"</table:table-row></table:table></office:spreadsheet>",
        ),
    )
    with pytest.raises(ActualsError) as caught:
        load_actuals(path)
    assert caught.value.code == "actuals.too_many_rows"


def test_empty_repeated_rows_of_an_ods_are_fine(ods: Book) -> None:
    path = ods([["Mã", "Thực hiện"], ["1", 5]])
    rewrite(
        path,
        "content.xml",
        lambda xml: xml.replace(
            b"</table:table>",
            b'<table:table-row table:number-rows-repeated="1048560"><table:table-cell '
            b'table:number-columns-repeated="16384"/></table:table-row></table:table>',
        ),
    )
    assert value(load_actuals(path), "1") == ("5", None)


def test_repeated_percent_cells_of_an_ods(ods: Book) -> None:
    path = ods([["Mã", "Thực hiện", "Cùng kỳ"], ["1", (0.5, "%")]])
    rewrite(
        path,
        "content.xml",
        lambda xml: xml.replace(
            b'office:value-type="percentage"',
            b'table:number-columns-repeated="2" office:value-type="percentage"',
        ),
    )
    actuals = load_actuals(path)
    assert value(actuals, "1") == ("50", "%")
    assert (actuals.by_id["1"][0].baseline, actuals.by_id["1"][0].baseline_unit) == (Decimal(50), "%")


def test_a_document_type_in_a_sheet_is_refused(xlsx: Book) -> None:
    from chitieu.diagnostics import ActualsError

    path = xlsx([HEAD, ["1", None, None, 1]])
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: bomb + xml)
    with pytest.raises(ActualsError) as caught:
        load_actuals(path)
    assert caught.value.code == "actuals.entities"


def test_cell_names() -> None:
    assert [cell_name(1, column) for column in (0, 25, 26, 701, 702, 16383)] == [
        "A1",
        "Z1",
        "AA1",
        "ZZ1",
        "AAA1",
        "XFD1",
    ]
