"""Targets of every kind that a text can state, for laws that hold of all of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from hypothesis import strategies as st

from chitieu.quantity.scales import find_scale
from chitieu.quantity.vocabulary import noun_words, scale_data, unit_words
from chitieu.target import (
    Better,
    Bound,
    GradeCondition,
    Measure,
    Op,
    Range,
    StatusCondition,
    Target,
)

INDICATORS = [
    "",
    "Tỷ lệ hộ gia đình văn hóa",
    "Tỷ lệ hộ nghèo",
    "Số vụ phạm pháp hình sự",
    "Thu ngân sách nhà nước",
    "Tổng chi ngân sách địa phương",
    "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi",
    "Tốc độ tăng trưởng GRDP bình quân hằng năm",
    "Tỷ lệ tăng dân số tự nhiên",
    "hộ dân được dùng nước sạch",
    "Kết nạp đảng viên",
    "Chi bộ tổ chức sinh hoạt chuyên đề",
    "Danh hiệu “Tổ dân phố văn hóa”",
    "Không để xảy ra cháy nổ",
    "Sinh con thứ 3 trở lên",
    "Thu nhập bình quân đầu người năm 2020",
    "Giảm nghèo, xóa 12 nhà tạm; trồng 500 cây xanh",
    "Tăng 5% số vụ so với năm trước",
    "Số bác sĩ trên 10.000 dân (kể cả trạm y tế)",
    "Đạt trên 95%",
]
#: Words that a unit, a population or an entity may be made of beside those of the vocabulary.
UNKNOWN = ["bãi cọc", "lò gạch", "bè", "ki ốt", "vó tôm", "giàn mướp"]
#: Figures of these units are written in a form of their own, and are grades ("4 sao") or places ("hạng 3").
_APART = {"sao", "hạng"}


def _nouns() -> list[str]:
    return [names[0] for names in noun_words().synonyms if names[0] not in _APART]


def _measures() -> list[str]:
    surfaces = unit_words().surfaces
    scales = set(unit_words().scales.values())
    return [forms[0] for unit, forms in surfaces.items() if unit not in scales]


NOUNS = _nouns()
MEASURES = _measures()
SCALES = ["nghìn", "triệu", "tỷ", "nghìn tỷ"]
PERS = [
    "người",
    "hộ",
    "năm",
    "người/năm",
    "ha",
    "10.000 dân",
    "1.000 trẻ",
    "100.000 dân",
    "giường bệnh",
    "tháng",
]


def units() -> st.SearchStrategy[str]:
    """Units of every sort: measures, counted nouns, unknown nouns, scale words before either, rates, none."""
    nouns = st.sampled_from(NOUNS) | st.sampled_from(UNKNOWN)
    amounts = st.sampled_from(["đồng", "USD", "tấn", "kWh", "lượt khách", "m3"])
    scaled = st.builds(" ".join, st.tuples(st.sampled_from(SCALES), amounts))
    rated = st.sampled_from(
        [
            "tạ/ha",
            "triệu đồng/người/năm",
            "vụ/10.000 dân",
            "học sinh/lớp",
            "m2/người",
            "%/năm",
            "triệu đồng/ha",
        ]
    ) | st.builds(
        "{}/{}".format, st.sampled_from(["đồng", "kg", "vụ", "giường", "bác sĩ"]), st.sampled_from(PERS)
    )
    return (
        st.sampled_from(["%", "%", "‰", "", "điểm phần trăm", "lần"])
        | st.sampled_from(MEASURES)
        | nouns
        | scaled
        | rated
    )


def figures(*, positive: bool = False) -> st.SearchStrategy[Decimal]:
    """Figures as documents have them: whole, with decimals, thousands, nothing, a loss."""
    low = 1 if positive else 0
    whole = st.integers(low, 10**7).map(Decimal) | st.integers(low, 100).map(Decimal)
    places = st.integers(1, 4).flatmap(
        lambda n: st.integers(1, 10**6).map(lambda value: Decimal(value).scaleb(-n))
    )
    return whole | places


fractions = st.builds(Fraction, st.integers(1, 60), st.integers(2, 120)).filter(lambda part: part < 1)


@st.composite
def quantities(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a target with a figure: a bound or a range, of the level or of a change."""
    unit = draw(units())
    measure: Measure = draw(st.sampled_from(get_args(Measure)))
    fields: dict[str, Any] = {"measure": measure}
    if draw(st.booleans()):
        low, high = sorted(draw(st.lists(figures(), min_size=2, max_size=2, unique=True)))
        fields["condition"] = Range(
            low=low, high=high, unit=unit, low_open=draw(st.booleans()), high_open=draw(st.booleans())
        )
    else:
        op: Op = draw(st.sampled_from(get_args(Op)))
        fields["condition"] = Bound(op=op, value=draw(figures()), unit=unit)
    condition = fields["condition"]
    unsaid = isinstance(condition, Bound) and not condition.value and fields["measure"] != "level"
    fields["approximate"] = draw(st.booleans()) and not unsaid  # "không thấp hơn năm trước" names no amount
    fields["average_annual"] = draw(st.booleans())
    fields["basis"] = draw(bases)
    fields["of"] = draw(populations)
    return fields


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Any]:
    """A part of an unnamed whole: "2/3 số thôn", "từ 1/3 đến 1/2 số hộ"."""
    if draw(st.booleans()):
        low, high = sorted(draw(st.lists(fractions, min_size=2, max_size=2, unique=True)))
        return {"condition": Range(low=low, high=high, unit="")}
    return {"condition": Bound(op=draw(st.sampled_from(get_args(Op))), value=draw(fractions), unit="")}


@st.composite
def counts_of_a_whole(draw: st.DrawFn) -> dict[str, Any]:
    """ "64/111 thôn"."""
    whole = draw(st.integers(6, 5000))
    noun = draw(st.sampled_from(NOUNS))
    value = draw(st.integers(1, whole))
    return {
        "condition": Bound(op=draw(st.sampled_from(get_args(Op))), value=value, unit=noun),
        "of": f"{whole} {noun}",
    }


@st.composite
def places(draw: st.DrawFn) -> dict[str, Any]:
    """Places on a list: "xếp thứ 3/10 trở lên"."""
    if draw(st.booleans()):
        low, high = sorted(draw(st.lists(st.integers(1, 700), min_size=2, max_size=2, unique=True)))
        return {"condition": Range(low=low, high=high, unit="hạng")}
    return {
        "condition": Bound(
            op=draw(st.sampled_from(get_args(Op))), value=draw(st.integers(1, 700)), unit="hạng"
        ),
        "of": draw(st.none() | st.integers(701, 900).map(str)),
    }


@st.composite
def grades(draw: st.DrawFn) -> dict[str, Any]:
    """A grade of every scale, as a text has it ("loại II") or bare, on the scale meant; or on none that is known."""
    op = draw(st.sampled_from(get_args(Op)))
    if draw(st.integers(0, 9)) == 0:
        return {
            "condition": GradeCondition(
                op=op, grade=draw(st.sampled_from(["xanh", "vàng chanh", "hạng ruby"]))
            )
        }
    scale = draw(st.sampled_from([scale for scale in scale_data() if "hinted" not in scale]))
    grade = draw(st.sampled_from([grade for rank in scale["grades"] for grade in rank]))
    signs = [
        sign for sign in scale.get("signs", []) if sign not in ("sao", "nhóm", "đô thị loại")
    ]  # read without
    written = draw(st.sampled_from(["", *signs]))
    grade = f"{written} {grade}".strip()
    found = find_scale(grade, scale["name"])
    return {"condition": GradeCondition(op=op, grade=grade, scale=found[0] if found else None)}


def statuses() -> st.SearchStrategy[dict[str, Any]]:
    """Something that holds, must not occur, or reaches the plan."""
    plain = st.booleans().map(lambda expected: {"condition": StatusCondition(expected=expected)})
    return plain | st.just({"condition": StatusCondition(expected=True), "basis": "plan"})


bases = st.sampled_from([None, None, "plan", "previous", "term_start"]) | st.integers(1990, 2060).map(
    "year:{}".format
)
populations = st.none() | st.sampled_from(
    ["tổng số hộ", "tổng số đảng viên đầu năm", "số trường công lập", "Tỷ lệ trẻ dưới 5 tuổi", "111 thôn, ấp"]
)
entities = st.none() | st.sampled_from(
    ["chi bộ", "tổ dân phố", "đảng bộ cơ sở", "cơ quan, đơn vị", "bè", "khu dân cư trên 100 hộ"]
)
times = (
    st.none()
    | st.sampled_from(["each_year", "each_quarter", "each_month", "term"])
    | st.integers(1990, 2060).map("year:{}".format)
)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """Targets of every kind, with all that may stand beside the condition."""
    fields = draw(
        quantities()
        | quantities()
        | quantities()
        | parts()
        | counts_of_a_whole()
        | places()
        | grades()
        | statuses()
    )
    fields["indicator"] = draw(st.sampled_from(INDICATORS) | names)
    fields["each"] = draw(entities)
    fields["when"] = draw(times)
    fields["restates"] = draw(st.booleans())
    fields["stretch"] = draw(st.booleans())
    if not isinstance(fields["condition"], StatusCondition):
        better: Better = draw(st.sampled_from(get_args(Better)))
        fields["better"] = better
    if fields.get("measure") == "level" and fields["indicator"].startswith(("tăng", "giảm")):
        fields["average_annual"] = False  # a growth rate of what its name says rises: no text can say it
    return Target(**fields)


#: Names made of words that mean something elsewhere.
STEERING = (
    "tỷ lệ hộ trên dưới từ đến tăng giảm còn đạt năm 2025 5 95% kế hoạch trở lên mỗi chi bộ không có loại khá (xã) "
    "và , ; so với trong đó tổng số 2/3 thứ tốp “văn hóa” gấp đôi lần"
)
names = st.lists(st.sampled_from(STEERING.split()), min_size=1, max_size=12).map(" ".join)
