"""The cases that are enumerated: every op, better side, measure, kind and edge."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import count
from typing import Any

from .second import Achieved, Expected, Wanted, judge, judge_grade, number
from .wording import CHANGES, LEVELS, VERBS, decimal, figure, sentence, with_unit

BETTER = ("higher", "lower", "exact")
HAIR = Fraction(1, 10**9)
MISSING = ("", "-", None)
UNREADABLE = ("đang tổng hợp lại", "~~", "9x5")


@dataclass(frozen=True)
class Case:
    """A line of the suite: what the program is given, and what it must answer."""

    name: str
    given: dict[str, Any]
    expected: Expected
    why: str = ""


@dataclass(frozen=True)
class Quantity:
    """An indicator with a figure, a range, another unit for it and a unit of another kind."""

    indicator: str
    unit: str
    value: str
    low: str
    high: str
    place: str
    other: str
    other_factor: Fraction
    strange: str
    slug: str = field(default="")


SHARE = Quantity(
    "Tỷ lệ hộ gia đình văn hóa", "%", "98.2", "90.5", "95.5", "0.1", "‰", Fraction(10), "hộ", "share"
)
COUNT = Quantity(
    "Kết nạp đảng viên mới", "đảng viên", "25", "5", "8", "1", "đồng chí", Fraction(1), "hộ", "count"
)
MORE = (
    Quantity("Mức sinh thô", "‰", "8.6", "8.1", "8.9", "0.1", "%", Fraction(1, 10), "vụ", "permille"),
    Quantity(
        "Tổng thu ngân sách",
        "tỷ đồng",
        "310.01",
        "310.01",
        "320.5",
        "0.01",
        "triệu đồng",
        Fraction(1000),
        "ha",
        "money",
    ),
    Quantity(
        "Sản lượng lúa", "tấn", "1409.8", "1409.8", "2860", "0.1", "tạ", Fraction(10), "tỷ đồng", "mass"
    ),
    Quantity(
        "Diện tích trồng rừng", "ha", "12.5", "10.5", "12.5", "0.1", "m²", Fraction(10000), "tấn", "area"
    ),
    Quantity(
        "Số lượt khách du lịch",
        "triệu lượt khách",
        "1.2",
        "1.2",
        "1.5",
        "0.1",
        "lượt khách",
        Fraction(10**6),
        "hộ",
        "visits",
    ),
    Quantity(
        "Số vụ phạm pháp hình sự",
        "vụ/10.000 dân",
        "7.4",
        "7.1",
        "7.4",
        "0.1",
        "vụ/1.000 dân",
        Fraction(1, 10),
        "vụ",
        "rate",
    ),
)


class Turns:
    """Takes the ways to say a thing in turn, so that all occur."""

    def __init__(self) -> None:
        self._counts: dict[str, Iterator[int]] = {}

    def take(self, name: str, ways: tuple[Any, ...]) -> Any:
        return ways[next(self._counts.setdefault(name, count())) % len(ways)]


def points(value: Fraction, unit: str | None, **more: Any) -> Achieved:
    return Achieved(value, value, unit=unit, **more)


def written(value: Fraction, unit: str | None) -> str:
    return with_unit(decimal(value), unit)


# ---- levels --------------------------------------------------------------------------------------------


def targets(quantity: Quantity, better: str) -> Iterator[tuple[str, Wanted, str]]:
    """Every op with its name and the key of its wording."""
    base = Wanted("=", quantity.value, quantity.unit, better)
    for op, name in (("=", "eq"), (">", "gt"), (">=", "ge"), ("<", "lt"), ("<=", "le")):
        yield name, replace(base, op=op), op
    span = replace(base, op="range", low=quantity.low, high=quantity.high)
    yield "range", span, "range"
    yield "range-to-under", replace(span, high_open=True), "range to under"
    yield "range-from-over", replace(span, low_open=True), "range from over"


def edges(wanted: Wanted, quantity: Quantity) -> Iterator[tuple[str, Fraction]]:
    """Figures at, just under and just over every end, by a unit of the last place and by a hair."""
    place = number(quantity.place)
    for side, end in (("low", wanted.low), ("high", wanted.high)):
        if not end:
            continue
        tail = f"-{side}" if wanted.op == "range" else ""
        v = number(end)
        yield f"under{tail}", v - place
        yield f"at{tail}", v
        yield f"over{tail}", v + place
        yield f"hair-under{tail}", v - HAIR
        yield f"hair-over{tail}", v + HAIR
    if wanted.op == "=":
        half = number(quantity.place) / 2
        yield "half-under", number(wanted.low) - half
        yield "half-over", number(wanted.low) + half
        yield "hair-within-half", number(wanted.low) + half - HAIR


def levels(turns: Turns) -> Iterator[Case]:
    for quantity in (SHARE, COUNT):
        for better in BETTER:
            for name, wanted, key in targets(quantity, better):
                text = words(turns, LEVELS, key, quantity.indicator, wanted)
                head = f"level/{quantity.slug}/{name}/{better}"
                yield from level_edges(head, text, wanted, quantity)
                yield from level_oddities(turns, head, text, wanted, quantity)
    for at, quantity in enumerate(MORE):
        for turn, (name, _, key) in enumerate(list(targets(quantity, "higher"))):
            better = BETTER[(at + turn) % 3]
            wanted = next(one for its, one, _ in targets(quantity, better) if its == name)
            text = words(turns, LEVELS, key, quantity.indicator, wanted)
            yield from level_edges(
                f"level/{quantity.slug}/{name}/{better}", text, wanted, quantity, short=True
            )


def words(  # noqa: PLR0917
    turns: Turns, forms: dict[str, Any], key: str, indicator: str, wanted: Wanted, verb: str = ""
) -> str:
    form = turns.take(f"{key}{verb}", forms[key])
    return sentence(form, indicator=indicator, low=wanted.low, high=wanted.high, unit=wanted.unit, verb=verb)


def case(name: str, text: str, wanted: Wanted, actual: Any, achieved: Achieved, **more: Any) -> Case:
    given = {"target": text, "actual": actual, **more, "better": wanted.better}
    return Case(name, given, judge(wanted, achieved))


def level_edges(
    head: str, text: str, wanted: Wanted, quantity: Quantity, *, short: bool = False
) -> Iterator[Case]:
    for edge, value in edges(wanted, quantity):
        if short and edge.startswith(("hair", "half")):
            continue
        achieved = points(value, quantity.unit)
        yield case(f"{head}/{edge}", text, wanted, written(value, quantity.unit), achieved)
        if edge.startswith(("under", "at", "over")):
            there = value * quantity.other_factor
            yield case(
                f"{head}/{edge}/in {quantity.other}",
                text,
                wanted,
                written(there, quantity.other),
                points(there, quantity.other),
            )


def level_oddities(turns: Turns, head: str, text: str, wanted: Wanted, quantity: Quantity) -> Iterator[Case]:
    v, place, unit = number(wanted.low), number(quantity.place), quantity.unit
    nfd = unicodedata.normalize("NFD", text)
    yield case(
        f"{head}/nfd",
        nfd,
        wanted,
        unicodedata.normalize("NFD", written(v, unit)),
        points(v, unit),
    )
    yield case(f"{head}/no unit", text, wanted, figure(decimal(v)), points(v, None))
    yield case(f"{head}/unit apart", text, wanted, figure(decimal(v)), points(v, unit), unit=unit)
    nothing = Achieved(figure=False)
    yield case(f"{head}/missing", text, wanted, turns.take("missing", MISSING), nothing)
    yield case(f"{head}/unreadable", text, wanted, turns.take("unreadable", UNREADABLE), nothing)
    yield case(f"{head}/other kind", text, wanted, written(v, quantity.strange), points(v, quantity.strange))
    h = number(wanted.high or wanted.low)
    for name, low, high in (
        ("range around the low end", v - place, v + place),
        ("range over the high end", h + place, h + 3 * place),
        ("range up to the low end", v - 2 * place, v),
    ):
        said = f"{figure(decimal(low))}-{written(high, unit)}"
        yield case(f"{head}/{name}", text, wanted, said, Achieved(low, high, unit=unit))
    over = Achieved(h, None, low_open=True, unit=unit)
    yield case(f"{head}/over the high end", text, wanted, f"trên {written(h, unit)}", over)
    under = Achieved(None, v, high_open=True, unit=unit)
    yield case(f"{head}/under the low end", text, wanted, f"dưới {written(v, unit)}", under)
    if unit == "%":
        ratio = v / 100
        yield case(f"{head}/ratio", text, wanted, decimal(ratio), points(ratio, None))


# ---- changes -------------------------------------------------------------------------------------------


def change_targets(
    unit: str, value: str, low: str, high: str, *, counts: bool
) -> Iterator[tuple[str, Wanted]]:
    for measure in VERBS:
        for better in BETTER:
            base = Wanted("=", value, unit, better, measure=measure, counts=counts)
            for op, name in (("=", "eq"), (">", "gt"), (">=", "ge"), ("<", "lt"), ("<=", "le")):
                yield name, replace(base, op=op)
            yield "range", replace(base, op="range", low=low, high=high)


def may_be_a_level(wanted: Wanted) -> bool:
    """ "giảm dưới 5%" may mean that it falls to under 5 %: no case for an enumeration, but for a person."""
    return wanted.op == "<" and wanted.measure == "decrease"


def changes(turns: Turns) -> Iterator[Case]:
    yield from relative_changes(turns)
    yield from amounts_of_change(turns)
    yield from points_of_change(turns)


def relative_changes(turns: Turns) -> Iterator[Case]:
    """A count by per cent of its baseline: 400 vụ, 5 % of it 20 vụ."""
    indicator, base = "Số vụ vi phạm hành chính", Fraction(400)
    for name, wanted in change_targets("%", "5", "5", "8", counts=True):
        if may_be_a_level(wanted):
            continue
        text = words(turns, CHANGES, wanted.op, indicator, wanted, VERBS[wanted.measure])
        head = f"change/relative/{wanted.measure}/{name}/{wanted.better}"
        sign = 1 if wanted.measure == "increase" else -1
        marks = [("at", Fraction(20)), ("under", Fraction(19)), ("over", Fraction(21)), ("none", Fraction(0))]
        marks += [("other way", Fraction(-20)), ("at high", Fraction(32)), ("over high", Fraction(33))]
        for edge, amount in marks:
            if edge.endswith("high") and wanted.op != "range":
                continue
            level = base + sign * amount
            yield case(
                f"{head}/{edge}",
                text,
                wanted,
                written(level, "vụ"),
                points(level, "vụ", baseline=base),
                baseline=decimal(base),
            )
        verb = VERBS[wanted.measure]
        said = points(Fraction(5), "%", change=wanted.measure)
        yield case(f"{head}/said", text, wanted, f"{verb} 5%", said)
        other = next(one for one in VERBS if one != wanted.measure)
        turned = points(Fraction(6), "%", change=other)
        yield case(f"{head}/said the other way", text, wanted, f"{VERBS[other]} 6%", turned)
        signed = "+5,1%" if sign > 0 else "-5,1%"
        yield case(
            f"{head}/signed", text, wanted, signed, replace(said, low=number("5.1"), high=number("5.1"))
        )
        lone = points(Fraction(380), "vụ")
        yield case(f"{head}/no baseline", text, wanted, "380 vụ", lone)
        zero = replace(lone, baseline=Fraction(0))
        yield case(f"{head}/zero baseline", text, wanted, "380 vụ", zero, baseline="0")
        yield case(
            f"{head}/missing",
            text,
            wanted,
            turns.take("missing", MISSING),
            Achieved(figure=False),
            baseline="400",
        )
        thirds = points(Fraction(32), "vụ", baseline=Fraction(30))
        yield case(f"{head}/no decimal ends it", text, wanted, "32 vụ", thirds, baseline="30")


def amounts_of_change(turns: Turns) -> Iterator[Case]:
    """A count by its own units."""
    indicator = "Số hộ nghèo"
    for name, wanted in change_targets("hộ", "12", "12", "15", counts=True):
        if may_be_a_level(wanted):
            continue
        text = words(turns, CHANGES, wanted.op, indicator, wanted, VERBS[wanted.measure])
        head = f"change/amount/{wanted.measure}/{name}/{wanted.better}"
        sign = 1 if wanted.measure == "increase" else -1
        for edge, amount in (("at", 12), ("under", 11), ("over", 16), ("other way", -3)):
            level = Fraction(100 + sign * amount)
            achieved = points(level, "hộ", baseline=Fraction(100))
            yield case(f"{head}/{edge}", text, wanted, written(level, "hộ"), achieved, baseline="100 hộ")
        said = points(Fraction(13), "hộ", change=wanted.measure)
        yield case(f"{head}/said", text, wanted, f"{VERBS[wanted.measure]} 13 hộ", said)
        strange = points(Fraction(13), "vụ", change=wanted.measure)
        yield case(f"{head}/other kind", text, wanted, f"{VERBS[wanted.measure]} 13 vụ", strange)


def points_of_change(turns: Turns) -> Iterator[Case]:
    """A share by percentage points; < and <= of a share may be read in two ways and stand among the others."""
    indicator = "Tỷ lệ che phủ rừng"
    for name, wanted in change_targets("%", "0.1", "0.1", "0.3", counts=False):
        if wanted.op in ("<", "<="):
            continue
        text = words(turns, CHANGES, wanted.op, indicator, wanted, VERBS[wanted.measure])
        head = f"change/points/{wanted.measure}/{name}/{wanted.better}"
        sign = 1 if wanted.measure == "increase" else -1
        for edge, amount in (
            ("at", "0.1"),
            ("under", "0.09"),
            ("over", "0.31"),
            ("none", "0"),
            ("back", "-0.1"),
        ):
            level = number("0.48") + sign * number(amount)
            achieved = points(level, "%", baseline=number("0.48"))
            yield case(f"{head}/{edge}", text, wanted, written(level, "%"), achieved, baseline="0,48%")
        bare = points(number("0.38"), "%")
        yield case(f"{head}/no baseline", text, wanted, "0,38%", bare)


# ---- plans, grades -------------------------------------------------------------------------------------


def plans(turns: Turns) -> Iterator[Case]:
    forms = {
        "=": ("Giao quân đạt 100% chỉ tiêu giao", "Thu ngân sách đạt 100% kế hoạch"),
        ">=": ("Thu ngân sách đạt ít nhất 100% kế hoạch", "Thu ngân sách đạt từ 100% dự toán trở lên"),
        ">": ("Thu ngân sách đạt trên 100% kế hoạch",),
        "<=": ("Chi hành chính không quá 100% dự toán", "Giao biên chế tối đa 100% chỉ tiêu giao"),
        "<": ("Chi hành chính dưới 100% kế hoạch",),
    }
    for better in BETTER:
        for op, name in (("=", "eq"), (">=", "ge"), (">", "gt"), ("<=", "le"), ("<", "lt")):
            wanted = Wanted(op, "100", "%", better, plan=True)
            head = f"plan/{name}/{better}"
            for edge, done in (("at", 80), ("under", 79), ("over", 81), ("nothing", 0)):
                achieved = points(Fraction(done), None, plan=Fraction(80))
                text = turns.take(f"plan{op}", forms[op])
                yield case(f"{head}/{edge}", text, wanted, str(done), achieved, plan="80")
                text = turns.take(f"plan{op}", forms[op])
                yield case(f"{head}/{edge} in one", text, wanted, f"{done}/80", achieved)
            text = turns.take(f"plan{op}", forms[op])
            zero = points(Fraction(79), None, plan=Fraction(0))
            yield case(f"{head}/zero plan", text, wanted, "79", zero, plan="0")
            yield case(f"{head}/percentage", text, wanted, "99,96%", points(number("99.96"), "%"))
            yield case(f"{head}/said over", text, wanted, "vượt 4%", points(Fraction(4), "%", over_plan=True))
            lone = points(Fraction(79), "đồng chí")
            yield case(f"{head}/no plan", text, wanted, "79 đồng chí", lone)
            thirds = points(Fraction(2), None, plan=Fraction(3))
            yield case(f"{head}/no decimal ends it", text, wanted, "2/3", thirds)
    over = Wanted("range", "3", "%", high="5", measure="increase", plan=True)
    text = "Thu ngân sách vượt 3 - 5% so với chỉ tiêu giao"
    for edge, done in (("at low", 103), ("under", 102), ("inside", 104), ("at high", 105), ("over", 106)):
        achieved = points(Fraction(done), None, plan=Fraction(100))
        yield case(f"plan/over/{edge}", text, over, str(done), achieved, plan="100")
    yield case("plan/over/said", text, over, "vượt 4%", points(Fraction(4), "%", over_plan=True))
    yield case("plan/over/bare", text, over, "104%", points(Fraction(104), "%"))
    yield case("plan/over/bare small", text, over, "4%", points(Fraction(4), "%"))


#: Scales, the worst grade first, in the words of the cases; grades on one line are the same.
SCALES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("xếp loại", (("yếu",), ("trung bình",), ("khá",), ("tốt", "giỏi"), ("xuất sắc",))),
    (
        "chi bộ xếp loại",
        (
            ("không hoàn thành nhiệm vụ",),
            ("hoàn thành nhiệm vụ",),
            ("hoàn thành tốt nhiệm vụ",),
            ("hoàn thành xuất sắc nhiệm vụ",),
        ),
    ),
    ("sản phẩm OCOP đạt", (("3 sao",), ("4 sao",), ("5 sao",))),
)


def grades() -> Iterator[Case]:
    for at, (lead, lines) in enumerate(SCALES):
        ranks = {grade: rank for rank, line in enumerate(lines, 1) for grade in line}
        strange = SCALES[(at + 1) % len(SCALES)][1][-1][0]
        for grade in [line[0] for line in lines[1:]]:
            for op, name, tail in ((">=", "ge", " trở lên"), ("=", "eq", ""), ("<=", "le", " trở xuống")):
                for better in ("higher", "lower"):
                    head = f"grade/{lead}/{grade}/{name}" + ("/lower" if better == "lower" else "")
                    text = f"{lead} {grade}{tail}"
                    expected = {actual: judge_grade(ranks, op, grade, better, actual) for actual in ranks}
                    expected |= {strange: Expected("undecided"), "": Expected("undecided")}
                    for actual, answer in expected.items():
                        given = {"target": text, "actual": actual, "better": better}
                        yield Case(f"{head}/{actual or 'missing'}", given, answer)
