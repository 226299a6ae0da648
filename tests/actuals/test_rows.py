from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.actuals import load_actuals, rows
from chitieu.actuals.rows import of_figure
from chitieu.actuals.table import Figure
from chitieu.diagnostics import ActualsError
from chitieu.quantity.number import show
from chitieu.reading import read_actual

from .looks import notes, value

Make = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("97,5%", "", ("97.5", "%")),
        ("97,5", "%", ("97.5", "%")),
        ("1.250 tỷ đồng", "triệu đồng", ("1250", "tỷ đồng")),  # the unit of the phrase wins
        ("giảm 6%", "", ("6", "%")),
        ("-6%", "", ("6", "%")),
        ("79/77", "đảng viên", ("79", "đảng viên")),
        ("0", "vụ", ("0", "vụ")),
    ],
)
def test_phrases(file: Make, text: str, unit: str, expected: tuple[str, str]) -> None:
    actuals = load_actuals(file("a.csv", f'id;value;unit\n1;"{text}";{unit}\n'))
    assert value(actuals, "1") == expected
    assert notes(actuals) == []


def test_kinds_of_values(file: Make) -> None:
    text = "id;value\n1;Tốt\n2;không xảy ra\n3;chưa có\n4;61-62\n5;giảm 6%\n6;\n"
    by_id = load_actuals(file("a.csv", text)).by_id
    assert by_id["1"][0].grade == "Tốt"
    assert by_id["2"][0].word == "absent"
    assert by_id["3"][0].missing
    assert by_id["4"][0].figure is None
    assert by_id["4"][0].interval is not None
    assert by_id["5"][0].change == "decrease"
    assert by_id["6"][0].missing


def test_the_unit_column_is_kept_beside_another_unit_of_the_phrase(file: Make) -> None:
    [actual] = load_actuals(file("a.csv", "id;value;unit\n1;5 tỷ đồng;hộ\n")).by_id["1"]
    assert (actual.unit, actual.column_unit) == ("tỷ đồng", "hộ")


def test_figures_beside_the_value(file: Make) -> None:
    text = (
        "Mã;Thực hiện;ĐVT;Cùng kỳ;Kế hoạch;Tổng số;Nguồn;Ghi chú\n"
        "1;2,5 tỷ đồng;triệu đồng;2.300;2,4 tỷ đồng;1,2 nghìn hộ;Chi cục Thuế;ước\n"
        "2;95;%;;;412;;\n"
    )
    actuals = load_actuals(file("a.csv", text))
    [one], [two] = actuals.by_id["1"], actuals.by_id["2"]
    assert (one.baseline, one.baseline_unit) == (Decimal(2300), "triệu đồng")
    assert (one.plan, one.plan_unit) == (Decimal("2.4"), "tỷ đồng")
    assert (one.population, one.source, one.note) == (Decimal(1200), "Chi cục Thuế", "ước")
    assert (two.baseline, two.plan, two.population, two.source, two.note) == (
        None,
        None,
        Decimal(412),
        None,
        None,
    )
    assert notes(actuals) == []


@pytest.mark.parametrize("text", ["5-8", "khoảng 24", "Tốt", "giảm 6", "79/77", "abc", "trên 4"])
def test_a_figure_beside_the_value_must_be_one_exact_figure(file: Make, text: str) -> None:
    actuals = load_actuals(file("a.csv", f"id;value;baseline\n1;5;{text}\n"))
    assert value(actuals, "1") == ("5", None)
    assert actuals.by_id["1"][0].baseline is None
    assert notes(actuals) == [("actuals.unreadable_figure", "2")]


def test_an_unknown_figure_beside_the_value_is_simply_missing(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id;value;baseline\n1;5;chưa có\n"))
    assert actuals.by_id["1"][0].baseline is None
    assert notes(actuals) == []


def test_a_bad_row_hides_no_other(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id;value\n1;5\n2;@@@\n3;7\n"))
    assert [value(actuals, name)[0] for name in "123"] == ["5", "?", "7"]
    assert actuals.by_id["2"][0].text == "@@@"
    assert notes(actuals) == [("actuals.unreadable_value", "3")]


def test_equal_rows_count_once(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id;value;note\n1;5;a\n1;5;b\n"))
    assert value(actuals, "1") == ("5", None)
    assert notes(actuals) == [("actuals.same_row_twice", "3")]
    assert actuals.notes[0].params["first"] == "2"


@pytest.mark.parametrize("second", ["1;6", "1;", "1;5%", "1;abc"])
def test_rows_that_differ_are_both_unused(file: Make, second: str) -> None:
    actuals = load_actuals(file("a.csv", f"id;value\n1;5\n{second}\n2;7\n1;5\n"))
    [actual] = actuals.by_id["1"]
    assert actual.interval is None
    assert actual.word is None
    assert actual.grade is None
    assert actual.text.startswith("5 | ")
    assert value(actuals, "2") == ("7", None)
    found = [note for note in notes(actuals) if note[0] != "actuals.unreadable_value"]
    assert found == [("actuals.rows_disagree", "3"), ("actuals.rows_disagree", "5")]
    assert actual.disputed
    assert not actuals.by_id["2"][0].disputed
    assert actuals.places["1"].line == 2


def test_entities_are_apart(file: Make) -> None:
    actuals = load_actuals(
        file("a.csv", "Mã;Đối tượng;Thực hiện\n1;Chi bộ 1;5\n1;Chi bộ 2;6\n1;Chi bộ 2;7\n1;;8\n")
    )
    found = [(actual.entity, actual.figure) for actual in actuals.by_id["1"]]
    assert found == [("Chi bộ 1", 5), ("Chi bộ 2", None), (None, 8)]
    assert notes(actuals) == [("actuals.rows_disagree", "4")]


def test_ids_are_compared_as_people_see_them(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id;value\n Mu\u0323c  1\u00a0;5\n"))
    assert list(actuals.by_id) == ["Mục 1"]


def test_values_without_an_id_are_noted_and_other_rows_passed_over(file: Make) -> None:
    actuals = load_actuals(
        file("a.csv", "TT;Mã;Chỉ tiêu;Thực hiện\nI;;Xây dựng Đảng;\n1;1.1;A;5\n;;Cộng;12\n;;;\n")
    )
    assert list(actuals.by_id) == ["1.1"]
    assert notes(actuals) == [("actuals.value_without_id", "4")]


@pytest.mark.parametrize(
    ("cells", "unit", "entity", "note"),
    [
        (["%", "%"], "%", None, None),
        (["%", "hộ"], "%", None, None),
        (["mô hình", "kỳ họp"], "mô hình", None, None),
        (["Chi bộ 1", "Chi bộ 2"], None, "Chi bộ 1", "actuals.unit_heading_is_entity"),
        (["Phường Đồ Sơn", "Phường Đồ Sơn"], None, None, "actuals.unit_heading_is_place"),
    ],
)
def test_don_vi_is_what_its_cells_are(
    file: Make, cells: list[str], unit: str | None, entity: str | None, note: str | None
) -> None:
    text = "Mã;Đơn vị;Thực hiện\n" + "".join(f"{n};{cell};5\n" for n, cell in enumerate(cells, 1))
    actuals = load_actuals(file("a.csv", text))
    [actual] = actuals.by_id["1"]
    assert (actual.unit, actual.entity) == (unit, entity)
    assert [code for code, _ in notes(actuals)] == ([note] if note else [])


def test_don_vi_beside_dvt_is_no_unit(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "Mã;Đơn vị;ĐVT;Thực hiện\n1;Chi bộ 1;%;5\n1;Chi bộ 2;%;6\n"))
    assert [(actual.entity, actual.unit) for actual in actuals.by_id["1"]] == [
        ("Chi bộ 1", "%"),
        ("Chi bộ 2", "%"),
    ]


def test_a_unit_in_the_heading_of_the_values(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "Mã;Thực hiện (%)\n1;95\n"))
    assert value(actuals, "1") == ("95", "%")
    assert notes(actuals) == [("actuals.unit_of_heading", "1")]


def test_headings_that_are_not_understood_are_noted(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "Mã;Thực hiện năm 2026;baselin;Nhiệt độ;Ghi chú\n1;5;4;30;x\n"))
    assert notes(actuals) == [
        ("actuals.heading_misspelt", "1"),
        ("actuals.heading_unknown", "1"),
        ("actuals.heading_taken", "1"),
    ]
    assert actuals.notes[0].params["near"] == "baseline"


@pytest.mark.parametrize(("heading", "code"), [("Địa bàn", "places"), ("Kỳ", "periods"), ("place", "places")])
def test_several_places_or_periods_are_refused(file: Make, heading: str, code: str) -> None:
    one = load_actuals(file("a.csv", f"Mã;{heading};Thực hiện\n1;A;5\n2;A;6\n3;;7\n"))
    assert len(one.by_id) == 3
    with pytest.raises(ActualsError) as caught:
        load_actuals(file("b.csv", f"Mã;{heading};Thực hiện\n1;A;5\n1;B;6\n"))
    assert caught.value.code == f"actuals.several_{code}"
    assert "A, B" in str(caught.value)


def test_a_figure_of_400_digits(file: Make) -> None:
    digits = "9" * 400
    actuals = load_actuals(file("a.csv", f"id;value\n1;{digits}\n2;5\n"))
    assert actuals.by_id["1"][0].figure in (None, Decimal(digits))
    assert value(actuals, "2") == ("5", None)


@pytest.mark.parametrize("text", ["1/0", "x" * 3000, "=cmd|' /C calc'!A0", "NaN", "inf", "1e999999999"])
def test_odd_values_are_kept_as_words_and_noted(file: Make, text: str) -> None:
    actuals = load_actuals(file("a.csv", f"id;value\n1;{text}\n2;5\n"))
    assert value(actuals, "2") == ("5", None)
    assert len(notes(actuals)) == 1 or actuals.by_id["1"][0].figure is not None


def test_endless_notes_are_counted(file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_NOTES", 3)
    actuals = load_actuals(file("a.csv", "id;value\n" + "".join(f"{n};@\n" for n in range(10))))
    assert [code for code, _ in notes(actuals)] == ["actuals.unreadable_value"] * 3 + ["actuals.more_notes"]
    assert actuals.notes[-1].params["left"] == 7


def test_too_many_rows_are_refused_with_the_limit(file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 10)
    assert len(load_actuals(file("a.csv", "id;value\n" + "".join(f"{n};1\n" for n in range(10)))).by_id) == 10
    with pytest.raises(ActualsError, match="10") as caught:
        load_actuals(file("b.csv", "id;value\n" + "".join(f"{n};1\n" for n in range(11))))
    assert caught.value.code == "actuals.too_many_rows"


FIGURES = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9)


@given(FIGURES, st.booleans())
def test_a_number_cell_means_what_its_words_mean(number: Decimal, percent: bool) -> None:
    cell = Figure(number, percent)
    found, read = of_figure(cell, None), read_actual(cell.text, None)
    assert (found.figure, found.unit, found.change) == (read.figure, read.unit, read.change)


@given(FIGURES)
def test_a_percent_cell_is_a_hundred_times_its_number(number: Decimal) -> None:
    figure = of_figure(Figure(number, percent=True), None).figure
    assert figure is not None
    assert figure == abs(number) * 100
    assert "E" not in show(figure)
