"""Units: what converts, by what, and what does not. Factors are worked out by hand."""

from __future__ import annotations

import atexit
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.quantity import units
from chitieu.quantity.units import _Memory, conversion, is_known, known_units, resolve
from chitieu.quantity.vocabulary import noun_words, unit_words

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
    ("%kế hoạch", "%", "1"),
    ("vụ trên 10.000 dân", "vụ/1.000 dân", "1/10"),
    ("vụ mỗi 1000 dân", "vụ/1.000 dân", "1"),
    ("vụ/2 năm", "vụ/năm", "1/2"),
    ("/1.000 dân", "vụ/10.000 dân", "10"),
    ("tr.đ/ng", "triệu đồng/người", "1"),
    ("kg/người/tháng", "kg/tháng/người", "1"),
    ("m3/m2", "m", "1"),
    ("km/giờ", "m/giây", "5/18"),
    ("nghìn tấn.km", "tấn.km", "1000"),
    ("m3/ng.đ", "m3/ngày đêm", "1"),
    ("lượt tổ chức", "lượt tổ chức đảng", "1"),
    ("trẻ em", "trẻ đẻ sống", "1"),
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
    ("vụ/10.000 dân", "vụ/10.000 hộ"),
    ("tiết/năm học", "tiết/năm"),
    ("vụ", "/năm"),
    ("m2", "m"),
    ("m3", "m2"),
    ("tấn/ha", "tấn/m"),
]

#: Text → factor, kind, noun, per: what the unit is made of.
MADE_OF = [
    ("% kế hoạch", "1/100", "phần", "", ""),
    ("% chỉ tiêu giao", "1/100", "phần", "", ""),
    ("% hộ", "1/100", "phần", "hộ", ""),
    ("kg kế hoạch", "1000", "gam", "kế hoạch", ""),
    ("vụ/0 dân", "1", "", "vụ", "người"),
    ("tạ/ha", "1/100000", "gam mm^-2", "", ""),
    ("kg/ngày.người", "1000", "gam", "", "ngày, người"),
    ("cây/km", "1/1000000", "mm^-1", "cây", ""),
    ("hộ.người", "1", "", "hộ người", ""),
    ("nghìn hộ.người", "1000", "", "hộ người", ""),
    ("m.m", "1000000", "mm^2", "", ""),
    ("tổ công nghệ số cộng đồng", "1", "", "tổ công nghệ số cộng đồng", ""),
]


@pytest.mark.parametrize(("source", "target", "factor"), CONVERT)
def test_converts(source: str, target: str, factor: str) -> None:
    assert conversion(source, target) == Fraction(factor)
    assert conversion(target, source) == 1 / Fraction(factor)


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_differs(one: str, other: str) -> None:
    assert conversion(one, other) is None
    assert conversion(other, one) is None


@pytest.mark.parametrize(("text", "factor", "kind", "noun", "per"), MADE_OF)
def test_what_a_unit_is_made_of(text: str, factor: str, kind: str, noun: str, per: str) -> None:
    unit = resolve(text)
    divided_by = ", ".join(" ".join(words) for words in unit.per)
    assert (unit.factor, unit.kind) == (Fraction(factor), kind)
    assert (" ".join(unit.noun), divided_by) == (noun, per)


PIECES = st.sampled_from(["kg", "m", "lượt", "nghìn hộ", "triệu kWh", "giờ", "cây"])


@given(PIECES, PIECES, PIECES | st.just("m2"))
def test_a_product_and_a_rate_are_made_of_their_sides(one: str, two: str, below: str) -> None:
    first, second, third = resolve(one), resolve(two), resolve(below)
    product, rate = resolve(f"{one}.{two}"), resolve(f"{one}.{two}/{below}")
    assert product.factor == first.factor * second.factor
    assert product.scale == first.scale * second.scale
    assert product.noun == first.noun + second.noun
    assert rate.factor == product.factor / third.factor
    assert (rate.noun, rate.per) == (product.noun, (third.noun,) if third.noun else ())
    powers = Counter({"mm": 0})
    for unit, sign in ((first, 1), (second, 1), (third, -1)):
        for base in unit.kind.split():
            name, _, power = base.partition("^")
            powers[name] += sign * int(power or 1)
    expected = [base if power == 1 else f"{base}^{power}" for base, power in sorted(powers.items()) if power]
    assert rate.kind == " ".join(expected)


@pytest.mark.parametrize(
    ("text", "known"),
    [("hộ", True), ("triệu lượt khách", True), ("đồng chí", True), ("blorg", False), ("tấn", False)],
)
def test_is_known(text: str, known: bool) -> None:
    assert is_known(text) == known


def test_no_name_has_more_words_than_are_tried() -> None:
    names = [*noun_words().names, *unit_words().measures]
    assert max(len(name.split()) for name in names) == units.MOST_WORDS


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
    assert rows["ha"][1] == "độ_dài^2"
    assert rows["m3"][1] == "độ_dài^3"


# ---- what is kept between runs ----


def test_what_is_kept_is_what_was_worked_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITIEU_CACHE_DIR", str(tmp_path))
    first, second = _Memory(), _Memory()
    texts = ["tạ/ha", "nghìn lượt khách", "vụ/10.000 dân", "triệu đồng/người/năm", "‰", "cây xanh"]
    worked_out = {text: first.get(text) for text in texts}
    first.keep()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "_work_out", None)  # whatever is asked of it again fails
        assert {text: second.get(text) for text in texts} == worked_out
        assert second.are_closer("hộ nghèo", "hộ")
        assert second.closer == first.closer
    assert second.get("tấn") == resolve("tấn")


def test_what_is_kept_and_broken_is_worked_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITIEU_CACHE_DIR", str(tmp_path))
    memory = _Memory()
    memory.get("tấn")
    memory.keep()
    (kept,) = tmp_path.iterdir()
    for broken in ("{", "[]", "3", '{"units": {"tấn": [1]}, "closer": {}}', '{"units": {}, "closer": 3}'):
        kept.write_text(broken, "utf-8")
        anew = _Memory()
        assert anew.get("tấn") == memory.get("tấn")
        assert anew.are_closer("hộ nghèo", "hộ")


def test_memory_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "_MEMO_SIZE", 3)
    monkeypatch.setattr(atexit, "register", registered := Mock())
    monkeypatch.setenv("CHITIEU_CACHE_DIR", "")
    memory = _Memory()
    for text in ("tấn", "tạ", "kg", "tấn"):
        memory.get(text)
    assert set(memory.units) == {"tấn", "tạ", "kg"}
    memory.get("hộ")
    assert set(memory.units) == {"hộ"}
    memory.get("x" * 200)
    memory.get("x" * 201)  # no unit: not worth keeping
    assert set(memory.units) == {"hộ", "x" * 200}
    registered.assert_called_once_with(memory.keep)


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
