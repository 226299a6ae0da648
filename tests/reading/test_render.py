"""A target written back reads as the same target."""

from __future__ import annotations

import string
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings

from chitieu.diagnostics import TextError
from chitieu.reading import parse
from chitieu.reading.phrases.wordings import wordings
from chitieu.reading.render import render
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

from .strategies_render import MEASURES, NOUNS, targets
from .tables import load_tables

TEXTS = sorted(
    {
        unicodedata.normalize("NFC", case["text"])
        for name, cases in load_tables().items()
        if name not in ("actuals", "noise", "expressions")
        for case in cases
    }
)


def meaning(target: Target) -> dict[str, Any]:
    """The flat keys, but for the place, the doubts and the other readings; quotation marks of one kind."""
    flat = {k: v for k, v in target.flat().items() if k not in ("span", "needs_review", "readings")}
    return {k: v.replace("“", '"').replace("”", '"') if isinstance(v, str) else v for k, v in flat.items()}


def check(target: Target) -> None:
    text = render(target)
    read = parse(text).targets
    assert [meaning(one) for one in read] == [meaning(target)], text
    assert text == " ".join(text.split())
    assert render(read[0]) == text


@settings(max_examples=400)
@given(targets())
def test_every_target_reads_back(target: Target) -> None:
    check(target)


@settings(max_examples=100)
@given(targets())
def test_every_target_has_an_english_gloss(target: Target) -> None:
    gloss = render(target, lang="en")
    assert gloss == " ".join(gloss.split())
    assert " ".join(target.indicator.split()) in gloss
    assert not set("{}") & set(gloss)


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_read_reads_back(text: str) -> None:
    for target in parse(text).targets:
        check(target)


@pytest.mark.parametrize("unit", [*MEASURES, *NOUNS])
def test_every_unit_of_the_vocabulary(unit: str) -> None:
    for op in (">=", "="):
        check(Target(indicator="Số lượng đã nêu", condition=Bound(op=op, value="25", unit=unit)))


WRITTEN = [
    ("Tỷ lệ hộ GĐVH >98%", "Tỷ lệ hộ GĐVH trên 98%", "Tỷ lệ hộ GĐVH: more than 98%"),
    (
        "Kết nạp 05-8 đồng chí",
        "Kết nạp từ 5 đến 8 đồng chí",
        "Kết nạp đồng chí: from 5 to 8 đồng chí",
    ),
    (
        "Số vụ cháy kéo giảm tối thiểu 5 % so với cùng kỳ",
        "Số vụ cháy giảm ít nhất 5% so với năm trước",
        "Số vụ cháy: a decrease of at least 5% against the previous year (lower is better)",
    ),
    ("Thu ngân sách đạt 100% dự toán", "Thu ngân sách đạt 100% kế hoạch", "Thu ngân sách: 100% of the plan"),
    ("Tỷ lệ hộ nghèo còn 2,50%", "Tỷ lệ hộ nghèo là 2,50%", "Tỷ lệ hộ nghèo: 2.50% (lower is better)"),
    ("Có 64/111 thôn đạt chuẩn", "64/111 thôn đạt chuẩn", "thôn đạt chuẩn: 64/111 thôn"),
    (
        "Chỉ số PCI thuộc tốp 10",
        "Chỉ số PCI xếp thứ 10 trở lên",
        "Chỉ số PCI: rank 10 or better (lower is better)",
    ),
    ("không để xảy ra cháy nổ", "không để xảy ra cháy nổ", "không để xảy ra cháy nổ: must not occur"),
]


@pytest.mark.parametrize(("text", "vietnamese", "english"), WRITTEN)
def test_the_usual_wording(text: str, vietnamese: str, english: str) -> None:
    (target,) = parse(text).targets
    assert render(target) == vietnamese
    assert render(target, lang="en") == english


NAMED = [
    (
        Target(indicator="Đạt trên 95%", condition=Bound(op="<", value="3", unit="vụ"), better="lower"),
        "Chỉ tiêu “Đạt trên 95%”: dưới 3 vụ",
    ),
    (
        Target(
            indicator="Sinh con; tảo hôn",
            condition=Range(low="2", high="3.5", unit="%", high_open=True),
            measure="decrease",
            better="lower",
            each="khu dân cư",
            when="term",
            stretch=True,
        ),
        "Chỉ tiêu “Sinh con; tảo hôn”: trong nhiệm kỳ, mức phấn đấu cao hơn mỗi khu dân cư giảm từ 2% đến dưới 3,5%",
    ),
    (
        Target(indicator="Chi bộ", condition=GradeCondition(op=">", grade="II", scale="loại")),
        "Chỉ tiêu “Chi bộ”: xếp loại cao hơn “II” theo thang “loại”",
    ),
    (Target(indicator="Cháy nổ", condition=StatusCondition(expected=False)), "Chỉ tiêu “Cháy nổ”: không có"),
]


@pytest.mark.parametrize(("target", "text"), NAMED)
def test_a_name_that_would_say_something_else_is_quoted(target: Target, text: str) -> None:
    assert render(target) == text


@pytest.mark.parametrize(
    "fields",
    [
        {"basis": "bình quân cả nước"},
        {"when": "the day after"},
        {"condition": Bound(op="=", value="2/3", unit="%")},
    ],
)
def test_what_no_text_says_is_an_error_and_has_a_gloss(fields: dict[str, Any]) -> None:
    target = Target(**{"indicator": "Tỷ lệ chung", "condition": Bound(op="=", value="5", unit="%"), **fields})
    with pytest.raises(TextError) as error:
        render(target)
    assert error.value.code == "api.unsayable"
    assert "Tỷ lệ chung: " in render(target, lang="en")


def _templates(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    return [
        text for value in (data.values() if isinstance(data, dict) else data) for text in _templates(value)
    ]


def test_both_languages_have_wordings_for_the_same() -> None:
    vietnamese, english = wordings("vi"), wordings("en")
    for key in ("level", "range", "rank", "grade", "status", "points", "when", "opening", "basis"):
        assert set(vietnamese[key]) == set(english[key])
    for text in (*_templates(vietnamese), *_templates(english)):
        assert all(name is None or name.islower() for _, name, _, _ in string.Formatter().parse(text)), text
