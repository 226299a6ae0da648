"""Relations between targets: by table, and as a recount of verdicts over a grid of figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.evaluation.relations import Relation, relation
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.reading import parse
from chitieu.target import Bound, Range, Target

ACHIEVED = {"met", "exceeded"}
QUARTERS = [Decimal(number) / 4 for number in range(-40, 160)]
WHOLE = [Decimal(number) for number in range(-30, 61)]


def read(text: str) -> Target:
    (target,) = parse(text).targets
    return target


def shown(found: Relation | None) -> tuple[Any, ...] | None:
    if found is None:
        return None
    values = (found.both, found.first_only, found.second_only)
    return (found.kind, *(None if value is None else str(value) for value in values))


#: First, second → kind; a figure that achieves both, the first alone, the second alone. By hand.
TABLE: list[tuple[str, str, tuple[Any, ...] | None]] = [
    ("Tỷ lệ hộ khá trên 80%", "Tỷ lệ hộ khá dưới 20%", ("excludes", None, "81", "19")),
    ("Tỷ lệ hộ khá trên 80%", "Tỷ lệ hộ khá trên 75%", ("implies", "81", None, "80")),
    ("Tỷ lệ hộ khá trên 75%", "Tỷ lệ hộ khá trên 80%", ("implied", "81", "80", None)),
    ("Tỷ lệ hộ khá đạt 95%", "Tỷ lệ hộ khá ít nhất 95%", ("same", "95", None, None)),
    ("Tỷ lệ hộ khá ít nhất 80%", "Tỷ lệ hộ khá không quá 95%", ("overlaps", "80", "96", "79")),
    ("Tỷ lệ hộ khá ít nhất 80%", "Tỷ lệ hộ khá trên 800‰", ("implied", "81", "80", None)),
    ("Số vụ dưới 5 vụ", "Số vụ trên 4 vụ", ("excludes", None, "4", "5")),
    ("Số vụ trên 4 vụ", "Số vụ ít nhất 5 vụ", ("same", "5", None, None)),
    ("Chỉ số hài lòng trên 8 điểm", "Chỉ số hài lòng dưới 9 điểm", ("overlaps", "8.5", "9", "8")),
    ("Chỉ số hài lòng trên 8 điểm", "Chỉ số hài lòng dưới 12 điểm", ("overlaps", "9", "12", "8")),
    ("Sản lượng trên 4 tấn", "Sản lượng ít nhất 5 tấn", ("implied", "5", "4.5", None)),
    ("Số vụ giảm ít nhất 5%", "Số vụ tăng ít nhất 5%", ("excludes", None, "-5", "5")),
    ("Số vụ giảm ít nhất 5%", "Số vụ giảm ít nhất 3%", ("implies", "-5", None, "-3")),
    ("Số vụ giảm ít nhất 5%", "Số vụ dưới 40 vụ", None),
    ("Số hộ nghèo giảm 5 hộ", "Số hộ nghèo dưới 40 hộ", None),
    ("Số vụ giảm ít nhất 5% so với năm trước", "Số vụ giảm ít nhất 3%", ("implies", "-5", None, "-3")),
    ("Số vụ giảm 5% so với năm 2020", "Số vụ giảm ít nhất 3%", None),
    ("Thu ngân sách bằng 110% so với năm trước", "Thu ngân sách đạt 110%", None),
    (  # 0,1 points are 1 ‰
        "Tỷ lệ sinh giảm 0,5‰",
        "Tỷ lệ sinh giảm 0,1 điểm %",
        ("implied", "-1", "-0.5", None),
    ),
    (
        "Thu nhập đạt 60 triệu đồng/người",
        "Thu nhập bình quân đầu người 58 triệu đồng",
        ("implies", "60", None, "58"),
    ),
    (
        "Thu nhập bình quân đầu người 58 triệu đồng",
        "Thu nhập đạt 60 triệu đồng/người",
        ("implied", "60", "58", None),
    ),
    # points above the plan's own share, and a part of the plan
    ("Tỷ lệ hộ khá vượt ít nhất 5% chỉ tiêu giao", "Tỷ lệ hộ khá đạt ít nhất 100% chỉ tiêu giao", None),
    ("Tỷ lệ hộ khá vượt ít nhất 5% chỉ tiêu giao", "Số hộ khá đạt ít nhất 100% chỉ tiêu giao", None),
    ("Tỷ lệ hộ khá đạt 1/2", "Tỷ lệ hộ khá trên 40%", ("implies", "0.5", None, "0.45")),
    ("Số hộ nghèo dưới 40 hộ", "Số hộ nghèo dưới 40 người", None),
    ("Tỷ lệ hộ khá đạt 5%", "Tỷ lệ hộ khá đạt 5 điểm %", None),  # a share is no difference of shares
    (
        "Thu ngân sách đạt ít nhất 100% dự toán",
        "Thu ngân sách vượt ít nhất 5% dự toán",
        ("implied", "105", "100", None),
    ),
    (
        "Thu ngân sách vượt ít nhất 5% dự toán",
        "Thu ngân sách đạt dưới 102% dự toán",
        ("excludes", None, "105", "101"),
    ),
    ("Thu ngân sách vượt 5% dự toán", "Thu ngân sách vượt 3% dự toán", ("implies", "105", None, "103")),
    ("Thu ngân sách đạt 100% dự toán", "Thu ngân sách đạt 500 tỷ đồng", None),
    ("Tỷ lệ hộ nghèo giảm 0,1%", "Tỷ lệ hộ nghèo giảm 0,5 điểm %", ("implied", "-0.5", "-0.1", None)),
    (
        "Tỷ lệ hộ nghèo giảm 0,5 điểm %",
        "Tỷ lệ hộ nghèo tăng 1‰",
        ("excludes", None, "-0.5", "0"),
    ),  # less of a rise is better
    ("Tỷ lệ hộ khá đạt 2/3", "Tỷ lệ hộ khá trên 60%", ("implies", "2/3", None, "19/30")),
    ("Thu nhập đạt 500 tỷ đồng", "Thu nhập đạt 480.000 triệu đồng", ("implies", "500", None, "480")),
    ("Số vụ dưới 7,4 vụ/10.000 dân", "Số vụ dưới 0,7 vụ/1.000 dân", ("implied", "6", "7", None)),
    ("xếp loại Khá trở lên", "xếp loại Tốt trở lên", ("implied", "tốt", "khá", None)),
    ("xếp loại Tốt trở lên", "xếp loại Khá trở lên", ("implies", "tốt", None, "khá")),
    ("xếp loại Tốt", "xếp loại Tốt trở lên", ("same", "tốt", None, None)),
    ("xếp loại Khá trở lên", "Chi bộ xếp loại hoàn thành tốt nhiệm vụ", None),
    ("Tỷ lệ hộ khá trên 80%", "xếp loại Khá trở lên", None),
    ("không để xảy ra cháy nổ", "không để xảy ra cháy nổ", ("same", None, None, None)),
]


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_by_hand(one: str, other: str, expected: tuple[Any, ...] | None) -> None:
    assert shown(relation(read(one), read(other))) == expected


def test_a_status_and_its_opposite_exclude_each_other() -> None:
    held = Target.model_validate({"indicator": "x", "condition": {"kind": "status", "expected": True}})
    not_held = Target.model_validate({"indicator": "x", "condition": {"kind": "status", "expected": False}})
    assert shown(relation(held, not_held)) == ("excludes", None, None, None)


def test_a_grade_of_no_known_scale_stands_to_no_other() -> None:
    known, unknown = (
        Target.model_validate({"indicator": "x", "condition": {"kind": "grade", "op": "=", "grade": grade}})
        for grade in ("Khá", "lấp lánh")
    )
    assert relation(known, unknown) is relation(unknown, known) is relation(unknown, unknown) is None


def test_grades_of_a_scale_that_is_written_out() -> None:
    condition = {"kind": "grade", "op": ">=", "scale": "yếu < trung bình < khá = tốt"}
    average, good = (
        Target.model_validate({"indicator": "x", "condition": condition | {"grade": grade}})
        for grade in ("trung bình", "tốt")
    )
    assert shown(relation(average, good)) == ("implied", "khá", "trung bình", None)


@st.composite
def small(draw: st.DrawFn, unit: str) -> Target:
    condition: Bound | Range
    if draw(st.booleans()):
        low = draw(st.integers(0, 20))
        high = low + draw(st.integers(1, 8))
        opens = {"low_open": draw(st.booleans()), "high_open": draw(st.booleans())}
        condition = Range(low=Decimal(low), high=Decimal(high), unit=unit, **opens)
    else:
        value = Decimal(draw(st.integers(0, 28)))
        condition = Bound(op=draw(st.sampled_from(["=", ">", ">=", "<", "<="])), value=value, unit=unit)
    return Target(
        indicator="Số vụ" if unit == "vụ" else "Sản lượng",
        condition=condition,
        better=draw(st.sampled_from(["higher", "lower", "exact"])),
    )


@pytest.mark.parametrize(("unit", "grid"), [("vụ", WHOLE), ("tấn", QUARTERS)])
@given(data=st.data())
def test_a_relation_is_what_the_verdicts_say(unit: str, grid: list[Decimal], data: st.DataObject) -> None:
    one, other = data.draw(small(unit)), data.draw(small(unit))
    found = relation(one, other)
    assert found is not None

    def achieves(target: Target, figure: Decimal | Fraction) -> bool:
        actual = Actual("", Interval.at(figure), unit)
        return evaluate_target(target, actual).outcome in ACHIEVED

    seen = {(achieves(one, figure), achieves(other, figure)) for figure in grid}
    first_only, second_only = (True, False) in seen, (False, True) in seen
    if (True, True) not in seen:
        assert found.kind == "excludes"
    else:
        kinds = {(False, False): "same", (False, True): "implies", (True, False): "implied"}
        assert found.kind == kinds.get((first_only, second_only), "overlaps")
    for witness, expected in (
        (found.both, (True, True)),
        (found.first_only, (True, False)),
        (found.second_only, (False, True)),
    ):
        assert (witness is not None) == (expected in seen)
        if witness is not None:
            assert isinstance(witness, Decimal | Fraction)
            assert (achieves(one, witness), achieves(other, witness)) == expected
            if unit == "vụ":
                assert witness == int(witness)


@given(st.data())
def test_turned_round_it_is_the_relation_the_other_way(data: st.DataObject) -> None:
    one, other = data.draw(small("tấn")), data.draw(small("tấn"))
    there, back = relation(one, other), relation(other, one)
    assert there is not None
    assert back is not None
    turned = {"implies": "implied", "implied": "implies"}
    assert back.kind == turned.get(there.kind, there.kind)
    assert back.implies == (back.kind in ("same", "implies"))
    assert (back.first_only, back.second_only) == (there.second_only, there.first_only)
