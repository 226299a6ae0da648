"""How a target or a figure is spelled changes nothing."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu
from chitieu import strategies

CLAUSES = (
    ("Tỷ lệ hộ gia đình văn hóa trên 98%", "98,2%"),
    ("kết nạp từ 5 - 8 đảng viên", "9 đồng chí"),
    ("Số vụ phạm pháp hình sự giảm ít nhất 5%", "giảm 6%"),
    ("Thu ngân sách đạt 310,01 tỷ đồng", "310.010 triệu đồng"),
    ("xếp loại hoàn thành tốt nhiệm vụ trở lên", "Hoàn thành xuất sắc nhiệm vụ"),
    ("không để xảy ra đua xe trái phép", "02 vụ"),
)


@pytest.mark.parametrize(("target", "actual"), CLAUSES)
@given(data=st.data())
def test_of_a_target(target: str, actual: str, data: st.DataObject) -> None:
    plain, noisy = (
        chitieu.evaluate(target, actual),
        chitieu.evaluate(data.draw(strategies.noisy(target)), actual),
    )
    assert (noisy.outcome, noisy.margin, noisy.completion) == (plain.outcome, plain.margin, plain.completion)


@pytest.mark.parametrize(("target", "actual"), CLAUSES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_of_an_actual(target: str, actual: str, form: Literal["NFC", "NFD"]) -> None:
    plain, other = (
        chitieu.evaluate(target, actual),
        chitieu.evaluate(target, unicodedata.normalize(form, actual)),
    )
    assert (other.outcome, other.margin) == (plain.outcome, plain.margin)


@given(strategies.figures(0, 5000, places=4), st.data())
def test_of_a_figure(figure: Decimal, data: st.DataObject) -> None:
    text = data.draw(strategies.spellings(figure))
    said, given_ = (
        chitieu.evaluate("đạt 1.234,5 tỷ đồng", f"{text} tỷ đồng"),
        chitieu.evaluate("đạt 1.234,5 tỷ đồng", figure),
    )
    assert (said.outcome, said.margin, said.completion) == (given_.outcome, given_.margin, given_.completion)
