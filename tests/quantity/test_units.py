"""Units: what converts, by what, and what does not. Factors are worked out by hand."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.quantity.units import conversion, known_units, resolve

CONVERT = [
    ("tỷ đồng", "triệu đồng", "1000"),
    ("nghìn tỷ đồng", "tỷ đồng", "1000"),
    ("triệu đồng", "đồng", "1000000"),
    ("ngàn đồng", "nghìn đồng", "1"),
    ("tỉ đồng", "tỷ đồng", "1"),
    ("VND", "đồng", "1"),
    ("tr.đ", "triệu đồng", "1"),
    ("trđ", "tỷ đồng", "1/1000"),
    ("tạ", "tấn", "1/10"),
    ("tấn", "kg", "1000"),
    ("yến", "kg", "10"),
    ("tạ/ha", "tấn/ha", "1/10"),
    ("ha", "m2", "10000"),
    ("km2", "ha", "100"),
    ("m²", "mét vuông", "1"),
    ("km", "m", "1000"),
    ("m3", "lít", "1000"),
    ("kWh", "MWh", "1/1000"),
    ("MW", "kW", "1000"),
    ("giờ", "phút", "60"),
    ("năm", "tháng", "12"),
    ("quý", "tháng", "3"),
    ("%", "‰", "10"),
    ("phần trăm", "%", "1"),
    ("‰", "%", "1/10"),
    ("%o", "‰", "1"),
    ("0/00", "‰", "1"),
    ("% kế hoạch", "%", "1"),
    ("%/năm", "%", "1"),
    ("vụ/10.000 dân", "vụ/1.000 dân", "1/10"),
    ("giường/vạn dân", "giường bệnh/10.000 dân", "1"),
    ("ca/100.000 dân", "ca/10.000 người", "1/10"),
    ("triệu đồng/người/năm", "triệu đồng/người", "1"),
    ("triệu đồng/người", "triệu đồng/người/năm", "1"),
    ("m2/người", "m²/người", "1"),
    ("lượt khách", "triệu lượt khách", "1/1000000"),
    ("triệu lượt", "triệu lượt khách", "1"),
    ("cây", "cây xanh", "1"),
    ("cây xanh", "cây", "1"),
    ("đồng chí", "đảng viên", "1"),
    ("đ/c", "đảng viên", "1"),
    ("Đảng viên", "đảng viên", "1"),
    ("dân", "người", "1"),
    ("nhân khẩu", "người", "1"),
    ("hộ gia đình", "hộ", "1"),
    ("hộ nghèo", "hộ", "1"),
    ("tổ chức đảng", "tổ chức", "1"),
    ("lao động", "người", "1"),
    ("thứ", "hạng", "1"),
    ("triệu", "triệu lượt khách", "1"),
    ("nghìn", "triệu lượt khách", "1/1000"),
    ("tỷ", "triệu đồng", "1000"),
    ("kg", "kg thịt hơi", "1"),
    ("hoa súng", "hoa súng trắng", "1"),
    ("phút/lượt", "phút/lượt giao dịch", "1"),
    ("văn hoá phẩm", "văn hóa phẩm", "1"),
]

DIFFER = [
    ("hộ", "người"),
    ("đảng viên", "hội viên"),
    ("hội", "hội viên"),
    ("hội", "hội nghị"),
    ("tổ", "tổ chức đảng"),
    ("lượt khách", "lượt lao động"),
    ("trường mầm non", "trường tiểu học"),
    ("%", "điểm phần trăm"),
    ("%", "hộ"),
    ("tỷ", "%"),
    ("vụ", "vụ/10.000 dân"),
    ("tấn", "ha"),
    ("tấn", "tấn/ha"),
    ("USD", "đồng"),
    ("đồng hồ", "đồng"),
    ("đồng chí", "đồng"),
    ("triệu đồng/người/tháng", "triệu đồng/người/năm"),
    ("triệu đồng/người/tháng", "triệu đồng/người"),
    ("triệu đồng", "triệu đồng/người"),
    ("tháng", "ngày"),
    ("điểm", "điểm phần trăm"),
    ("hoa súng", "hoa hồng"),
]


@pytest.mark.parametrize(("source", "target", "factor"), CONVERT)
def test_converts(source: str, target: str, factor: str) -> None:
    assert conversion(source, target) == Fraction(factor)
    assert conversion(target, source) == 1 / Fraction(factor)


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_differs(one: str, other: str) -> None:
    assert conversion(one, other) is None
    assert conversion(other, one) is None


def test_per_head_supplies_the_person() -> None:
    assert conversion("triệu đồng", "triệu đồng/người/năm", per_head=True) == 1
    assert conversion("triệu đồng/người/tháng", "triệu đồng/năm", per_head=True) is None


def test_decomposed_text_is_the_same_unit() -> None:
    import unicodedata

    assert resolve(unicodedata.normalize("NFD", "triệu lượt khách")) == resolve("triệu lượt khách")


def test_unknown_noun_is_a_kind_of_its_own() -> None:
    unit = resolve("nghìn quả bóng bay")
    assert (unit.factor, unit.kind, " ".join(unit.noun)) == (Fraction(1000), "", "quả bóng bay")


@given(st.text(max_size=40))
def test_no_text_is_an_error(text: str) -> None:
    unit = resolve(text)
    assert unit.factor > 0
    assert conversion(text, text) == 1


@given(st.sampled_from([row[0] for row in CONVERT]), st.sampled_from([row[1] for row in CONVERT]))
def test_back_and_forth_is_one(one: str, other: str) -> None:
    there, back = conversion(one, other), conversion(other, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there * back == 1


def test_known_units_have_a_dimension_or_are_counted() -> None:
    rows = {name: (forms, dimension) for name, forms, dimension in known_units()}
    assert rows["tấn"][1] == rows["kg"][1] == "khối_lượng"
    assert rows["tỷ"] == (("tỷ", "tỉ"), "1")
    assert "đồng chí" in rows["đảng viên"][0]
    assert rows["đảng viên"][1] == ""


SCRIPT = """
import sys
from chitieu.quantity.scales import rank
from chitieu.quantity.units import conversion
assert str(conversion("tạ/ha", "tấn/ha")) == "1/10" and conversion("lao động", "người") == 1
assert conversion("hộ", "người") is None and rank("Khá", "xếp loại chung") == 5
print("pint" in sys.modules, "yaml" in sys.modules)
"""


def _run(folder: str) -> str:
    import os

    environment = {**os.environ, "CHITIEU_CACHE_DIR": folder}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_second_run_loads_no_vocabulary_and_none_loads_pint(tmp_path: Path) -> None:
    assert _run(str(tmp_path)) == "False True"
    assert _run(str(tmp_path)) == "False False"
    for file in tmp_path.iterdir():
        file.write_text('{"units": 3', "utf-8")
    assert _run(str(tmp_path)) == "False True"  # broken: passed over and made again
    for file in tmp_path.iterdir():
        file.write_text('{"units": {"%": [1]}, "closer": []}', "utf-8")
    assert _run(str(tmp_path)) == "False True"


def test_cache_that_cannot_be_used_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("")
    assert _run(str(file / "below")) == "False True"
    assert _run("") == "False True"
