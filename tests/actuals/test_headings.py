from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from chitieu.actuals import grid, load_actuals
from chitieu.actuals.headings import (
    HEADINGS,
    column_of,
    is_either,
    looks_like_place,
    looks_like_unit,
    nearest,
)
from chitieu.diagnostics import ActualsError


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("id", "id"),
        ("ID", "id"),
        ("Mã", "id"),
        ("MÃ CHỈ TIÊU", "id"),
        ("  Mã   số ", "id"),
        ("value", "value"),
        ("Thực hiện", "value"),
        ("THỰC HIỆN", "value"),
        ("Thực hiện năm 2026", "value"),
        ("Thực hiện 2026", "value"),
        ("Thực hiện (%)", "value"),
        ("thuc hien", "value"),
        ("Thuc_hien", "value"),
        ("ĐVT", "unit"),
        ("đ.v.t.", "unit"),
        ("Đơn vị tính", "unit"),
        ("DVT", "unit"),
        ("Cùng kỳ", "baseline"),
        ("Cùng kỳ năm 2025", "baseline"),
        ("Cùng kỳ năm trước", "baseline"),
        ("Kế hoạch năm 2026", "plan"),
        ("Kế hoạch", "plan"),
        ("Tổng số", "population"),
        ("Đối tượng", "entity"),
        ("Địa bàn", "place"),
        ("Kỳ", "period"),
        ("Nguồn", "source"),
        ("Ghi chú", "note"),
        ("Ký", None),  # a signature, not a period
        ("Mà", None),
        ("Đơn vị", None),  # decided by its cells
        ("Chỉ tiêu", None),
        ("Chỉ tiêu được giao (nguyên văn)", None),
        ("Thực hiện 6 tháng", None),
        ("Mã số thuế", None),
        ("năm 2026", None),
        ("2026", None),
        ("()", None),
        ("", None),
    ],
)
def test_column_of(heading: str, column: str | None) -> None:
    assert column_of(heading) == column
    assert column_of(unicodedata.normalize("NFD", heading)) == column


@pytest.mark.parametrize(("old", "new"), [("Hòa", "Hoà"), ("kỳ", "kỳ")])
def test_tone_style_makes_no_difference(old: str, new: str) -> None:
    from chitieu.actuals.headings import _keys

    assert _keys(old) == _keys(new)


def test_no_heading_names_two_columns() -> None:
    for column, names in HEADINGS.items():
        for name in names:
            assert column_of(name) == column
            assert column_of(name.upper()) == column


@pytest.mark.parametrize(
    ("heading", "near"),
    [
        ("vlaue", "value"),
        ("Thực hện", "thực hiện"),
        ("Ghi chu thêm", None),
        ("baselin", "baseline"),
        ("x", None),
    ],
)
def test_nearest(heading: str, near: str | None) -> None:
    assert nearest(heading) == near


@pytest.mark.parametrize(
    "text", ["%", "‰", "Tỷ đồng", "người", "Đảng viên", "vụ/10.000 dân", "triệu đồng/người/năm"]
)
def test_units(text: str) -> None:
    assert looks_like_unit(text)
    assert not looks_like_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "Phường Đồ Sơn",
        "xã An Bình",
        "Chi bộ 3",
        "Tổ dân phố số 5",
        "THCS Trần Phú",
        "Công an phường",
        "Trường Mầm non Hoa Sen",
    ],
)
def test_places(text: str) -> None:
    assert looks_like_place(text)
    assert not looks_like_unit(text)


def test_either() -> None:
    assert is_either("Đơn vị")
    assert is_either("ĐƠN VỊ ")
    assert not is_either("Đơn vị tính")


@pytest.mark.parametrize("heading", ["value", "nothing"])
def test_of_countless_headings_the_first_are_told_and_the_rest_counted(
    file: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch, heading: str
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(grid, "nearest", looked.append)
    columns = ";".join(f"cột {number}" for number in range(5_000))
    name = str(file("a.csv", f"id;{heading};{columns}\n1.1;6%;{'x;' * 4_999}x\n"))
    if heading == "nothing":
        with pytest.raises(ActualsError):
            load_actuals(name)
    else:
        notes = load_actuals(name).notes
        assert [note.code for note in notes] == [*["actuals.heading_unknown"] * 100, "actuals.more_notes"]
        assert notes[-1].params["left"] == 4_900
    assert len(looked) <= 200
