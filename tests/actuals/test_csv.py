from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from chitieu.actuals import load_actuals

from .looks import notes, value

Make = Callable[[str, str | bytes], Path]
ROWS = [("Mã", "Thực hiện", "ĐVT"), ("1.1", "97", "%"), ("1.2", "1250", "tỷ đồng")]


TONES = "\u0300\u0301\u0303\u0309\u0323"


def tones_apart(text: str) -> str:
    """As Windows-1258 has it: letters such as ê and ơ whole, the tone mark after them."""
    out = ""
    for sign in text:
        apart = unicodedata.normalize("NFD", sign)
        letter = unicodedata.normalize("NFC", "".join(part for part in apart if part not in TONES))
        out += letter + "".join(part for part in apart if part in TONES)
    return out


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_and_encodings(file: Make, separator: str, encoding: str, end: str) -> None:
    text = end.join(separator.join(row) for row in ROWS) + end
    if encoding == "cp1258":
        text = tones_apart(text)
    actuals = load_actuals(file("a.csv", text.encode(encoding)))
    assert value(actuals, "1.1") == ("97", "%")
    assert value(actuals, "1.2") == ("1250", "tỷ đồng")
    codes = [code for code, _ in notes(actuals)]
    assert codes == (["actuals.windows_1258"] if encoding == "cp1258" else [])


def test_the_line_of_excel_that_names_the_separator(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "sep=|\nid|value\n1.1|chua biet gi\n"))
    assert notes(actuals) == [("actuals.unreadable_value", "3")]


def test_lines_are_those_of_the_file_also_after_cells_of_several_lines(file: Make) -> None:
    text = 'id;note;value\n1;"một\nhai";5\n2;x;???\n'
    assert notes(load_actuals(file("a.csv", text))) == [("actuals.unreadable_value", "4")]


def test_a_decimal_comma_between_commas_is_never_cut_in_two(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id,value\n1.1,97,5\n1.2,98\n"))
    assert value(actuals, "1.1") == ("?", None)
    assert value(actuals, "1.2") == ("98", None)
    assert notes(actuals) == [("actuals.extra_cells", "2")]


def test_empty_cells_at_the_end_of_a_row_are_no_fault(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id,value,,\n1.1,97,,,,\n"))
    assert value(actuals, "1.1") == ("97", None)
    assert notes(actuals) == []


def test_a_title_above_the_head_and_a_row_of_column_numbers(file: Make) -> None:
    text = "BÁO CÁO NĂM 2026;;;\n;;;\nTT;Mã;Chỉ tiêu;Thực hiện\n(A);(B);(1);(2)\n1;1.1;Hộ nghèo;3\n"
    actuals = load_actuals(file("a.csv", text))
    assert list(actuals.by_id) == ["1.1"]
    assert notes(actuals) == [("actuals.column_numbers", "4")]


def test_a_short_row_of_numbers_is_data(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "id,value,baseline\n1,2,3\n"))
    assert value(actuals, "1") == ("2", None)
    assert actuals.by_id["1"][0].baseline == 3


def test_a_title_that_says_ma_is_no_head(file: Make) -> None:
    actuals = load_actuals(file("a.csv", "Mã;B01-BC\n;\nMã;Thực hiện\n1.1;3\n"))
    assert list(actuals.by_id) == ["1.1"]


def test_hash_and_path(file: Make) -> None:
    path = file("a.csv", "id,value\n1,2\n")
    actuals = load_actuals(path)
    assert actuals.path == str(path)
    assert actuals.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
