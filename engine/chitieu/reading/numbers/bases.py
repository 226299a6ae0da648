"""Numbers that others are measured by: the base of a rate, a field of places, a map's scale, one of each."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from chitieu.reading.numbers.dates import YEAR
from chitieu.reading.numbers.frequencies import PERIODS
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import (
    COMPARING,
    FULL_MARKS,
    LISTING,
    REACH,
    has_unit,
    sentence_start,
    token_at,
)
from chitieu.text.figures import MULTIPLES, read_figure
from chitieu.text.spoken import A_YEAR, NUMBER_OF, OVER, POINT, WIDE, words

_PEOPLE = frozenset(words("PEOPLE"))
_PLACES = frozenset(words("PLACE_COUNTED"))
_RATIOS = frozenset(words("RATIO_OF_MAP"))
_AVERAGED = frozenset(words("AVERAGED"))
DIMENSIONS = frozenset(words("DIMENSION"))
#: The signs of a product.
MULTIPLYING = frozenset({"x", "*"})
_ALONG = frozenset(words("ALONG"))
_OPENING = frozenset({",", "(", ";"})
_LAID = words("LAID")
_CONTAINING = frozenset(words("CONTAINING"))
#: So far behind a number what leads it may stand, and so near it what it is told of.
_AHEAD, _NEAR = 24, 8
ON_PLACES = words("ON_PLACE_BEGINS")
#: What is measured itself before "trên": "120 km trên 5 tuyến" is so far.
_LIKE_ROADS = frozenset({"SCALE"})
#: So near before "gồm" stands "mỗi đoàn kiểm tra".
_SUBJECT = 5

#: What one measure of something gives, costs or takes: "giá trị 1 ha đất".
_YIELDS = tuple(f" {word} " for word in words("YIELD"))
_STATING = COMPARING | {"EQUALS", "STRIVE", "RISE", "FALL", "UP_TO", "DOWN_TO", "BRING"}
_FEWEST = Decimal(10)
_THOUSAND = Decimal(1000)
#: So many words a count and its noun take before "trên".
_COUNTED = 6
#: How many, the place and "trên": what stands before its size.
_SIZED = 3
_TENS = frozenset({_FEWEST, Decimal(100)})
_TIMED = frozenset({"YEAR_WORD", "PERIOD", "AVERAGE"})
_BASES = frozenset(Decimal(10) ** n for n in range(2, 8))
_SIZES = _BASES | {Decimal(1), _FEWEST}
#: Of so many and more hours, births, people a rate behind a slash may be: "0,5 vụ/200.000 giờ công".
_LARGE = Decimal(10_000)
#: The denominators from which on "tỷ lệ 1/N" is the scale of a map.
_SCALE_OF_MAPS = 200


def is_base(tokens: list[Token], index: int) -> bool:
    """The base of a rate: "7,4 vụ/10.000 dân", "trên 1.000 trẻ", "km/100 km2", "giá trị trên 01 ha … đạt"."""
    token, before, after = tokens[index], token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is not None and before.key == "/" and index > 1 and tokens[index - 2].key == POINT:
        return token.value in FULL_MARKS  # "8,5 điểm/10"
    if before is None or (before.key == "/" and _marks_of_full(tokens, index)):
        return False
    if after is None or after.type != "WORD":
        return before.key == "/" and _is_of_thousands(token, token_at(tokens, index - 2))
    if "TO" in after.marks:
        return False
    if before.key == "/":
        first = token_at(tokens, index - 2)
        counted = first is not None and first.type == "NUMBER"
        if token.value == 1 and "SCALE" in after.marks:
            of = token_at(tokens, index + 2)
            return not counted or (of is not None and "NOUN" in of.marks)  # "12/1 vạn dân"
        if (
            token.value == 1
            and first is not None
            and first.type == "WORD"
            and after.marks & {"NOUN", "MEASURE"}
        ):
            return True  # "15 phút/01 lượt giao dịch"
        if "SCALE" in after.marks and token.value in _TENS:
            return first is not None  # "người/10 vạn dân", "120/100 nghìn dân"
        if first is not None and _counts_for_so_many(tokens, index):
            return True
        if after.key in PERIODS and first is not None and first.key not in PERIODS:
            return bool(first.marks & {"NOUN", "MEASURE"})  # "1 lần/3 tháng"
        if first is not None and first.type == "WORD" and "NOUN" in first.marks and _is_round(token.value):
            return True
        based = not counted or token.value >= 1000 or after.key in _PEOPLE  # "đạt 25/100 dân"
        return token.value in _BASES and first is not None and based
    if "EACH" in before.marks and token.value in _BASES:
        return True
    if token.value == 1 and after.marks & {"MEASURE", "NOUN"} and _of_one(tokens, index):
        return _figure_follows(tokens, index)  # "giá trị 1 ha đất trồng trọt đạt 90 triệu đồng"
    if "PER" not in before.marks or _is_compound(tokens, index) or sizes_places(tokens, index):
        return False
    if token.value in _BASES and token.value >= 1000 and after.key in _PEOPLE and _listed(tokens, index):
        return True
    if _is_of_so_many(tokens, index) or (
        "SCALE" in after.marks and token.value in _TENS and _counts_events(tokens, index)
    ):
        return True
    noun, figure = token_at(tokens, index - 2), token_at(tokens, index - 3)
    counted = figure is not None and (figure.type == "NUMBER" or "SCALE" in figure.marks)
    scaled = token.value == 1 and bool(after.marks & {"SCALE", "MEASURE"})  # "5 kg trên 1 tấn"
    if (
        (scaled or token.value in _BASES)
        and counted
        and noun is not None
        and noun.marks & {"NOUN", "MEASURE"}
    ):
        return True
    area = (
        token.value == 1 and "MEASURE" in after.marks and before.key == OVER
    )  # "trên 1 ha đất trồng trọt, nuôi cá"
    return _figure_follows(tokens, index, over_commas=area) and (
        token.value in _BASES or (token.value == 1 and bool(after.marks & {"MEASURE", "NOUN", "SCALE"}))
    )


def _is_of_thousands(token: Token, counted: Token | None) -> bool:
    """ "không quá 0,5/1.000": few of so many thousands, with no noun behind; "850/1.000" is a share of them."""
    if token.value not in _BASES or token.value < _THOUSAND or counted is None or counted.account is not None:
        return False
    first = read_figure(counted.key)
    return first is not None and first * _FEWEST <= token.value


def sizes_places(tokens: list[Token], index: int) -> bool:
    """ "5 phường trên 10.000 dân": how large places are, of which no rate counts so many; "3% trên một đơn vị"."""
    token, after = tokens[index], token_at(tokens, index + 1)
    if token.value == 1 and token.text.isalpha() and after is not None and "NOUN" in after.marks:
        return index > 1 and (tokens[index - 2].type == "PERCENT" or has_unit(tokens[index - 2]))
    if index < _SIZED or tokens[index].value not in _SIZES:
        return False
    number, place, over = tokens[index - _SIZED : index]
    return number.type == "NUMBER" and place.key in _PLACES and over.key == OVER


def _is_of_so_many(tokens: list[Token], index: int) -> bool:
    """ "còn 42 trên 100.000 trẻ", "10 người trên 10 nghìn phương tiện": a smaller count stands before."""
    token, behind = tokens[index], index + 1
    value = token.value if isinstance(token.value, Decimal) else None
    if value is not None and "SCALE" in tokens[behind].marks:
        value, behind = value * MULTIPLES[tokens[behind].key], behind + 1
    counted = token_at(tokens, behind)
    if value not in _BASES or counted is None or "MEASURE" in counted.marks:
        return False
    if value < _THOUSAND and counted.key not in _PEOPLE:
        return False
    for before in reversed(tokens[max(0, index - _COUNTED) : index - 1]):
        if before.type == "NUMBER":
            return before.account is None and (read_figure(before.key) or value) < value
        if before.type != "WORD" or not before.marks.isdisjoint(_STATING | {"PLACE", "SCALE", "MEASURE"}):
            return False
    return False


def _of_one(tokens: list[Token], index: int) -> bool:
    """ "giá thành sản xuất 1 tấn đường": what one of them costs, gives or takes, with nothing but words between."""
    said = " "
    for token in reversed(tokens[max(0, index - _NEAR) : index]):
        if token.type != "WORD" or not token.marks.isdisjoint(_STATING):
            break
        said = f" {token.key}{said}"
    return any(word in said for word in _YIELDS)


def _counts_for_so_many(tokens: list[Token], index: int) -> bool:
    """ "1 sáng kiến/10 lao động", "1 cán bộ/15 hộ": one thing for so many of another."""
    one, noun, other = token_at(tokens, index - 3), tokens[index - 2], tokens[index + 1]
    counted = "NOUN" in noun.marks and "NOUN" in other.marks and noun.key != other.key
    return (
        counted and one is not None and one.type == "NUMBER" and one.value == 1 and tokens[index].value != 1
    )


def _is_round(value: Any) -> bool:
    return isinstance(value, Decimal) and value >= _LARGE and value % _LARGE == 0


def _is_compound(tokens: list[Token], index: int) -> bool:
    """ "đạt trên 1 tỷ 200 triệu đồng": one figure with two scale words."""
    first, number, second = (token_at(tokens, index + step) for step in (1, 2, 3))
    if first is None or number is None or second is None or number.type != "NUMBER":
        return False
    return "SCALE" in first.marks and "SCALE" in second.marks


def _listed(tokens: list[Token], index: int) -> bool:
    """ "25 điều dưỡng viên trên 10.000 dân": a count stands close before, with nothing but its noun between."""
    for token in reversed(tokens[max(0, index - 7) : index - 1]):
        if token.type == "NUMBER":
            return token.account is None
        if token.type != "WORD" or token.marks & {"EQUALS", "STRIVE", "RISE", "FALL"}:
            return False
    return False


def _counts_events(tokens: list[Token], index: int) -> bool:
    """ "số người chết trên 10 nghìn phương tiện …, giảm từ 6,2 xuống 4,3": so many, and then another smaller figure."""
    named = tokens[sentence_start(tokens, index) : index - 1]
    if not any(token.key == NUMBER_OF for token in named) or any(token.type != "WORD" for token in named):
        return False
    largest = _LARGE if tokens[index].value == _FEWEST else _LARGE * 10
    ahead = tokens[index + 2 : index + REACH]
    for before, lead, number in zip(ahead, ahead[1:], ahead[2:], strict=False):
        if before.key in (";", "."):
            return False
        if number.type == "NUMBER" and number.account is None and lead.marks.isdisjoint(_TIMED):
            moved = not lead.marks.isdisjoint({"DOWN_TO", "FROM"}) and marked(ahead, "DOWN_TO")
            value = read_figure(number.key)
            return moved and value is not None and value < largest
    return False


def _figure_follows(tokens: list[Token], index: int, *, over_commas: bool = False) -> bool:
    """Whether the part of the clause goes on to a figure: "trên 1.000 trẻ là 12", not "trên 1.000 cây, giảm 5 vụ".

    What stands behind "đến" is the other end of a range: "trên 1 tấn đến 14,7 tấn".
    """
    for at in range(index + 1, min(index + REACH, len(tokens))):
        token = tokens[at]
        if token.key in (";", ".") or (token.key == "," and not over_commas):
            return False
        if token.type == "NUMBER" and token.account is None and tokens[at - 1].type != "SLASH":
            lead = tokens[at - 1].marks
            if YEAR.fullmatch(token.key) and lead & {"YEAR_WORD", "PERIOD"}:
                continue  # "trên 1 ha đất đến năm 2025 đạt 150 triệu đồng"
            return "TO" not in lead
    return False


def is_field(tokens: list[Token], index: int) -> str | None:
    """ "xếp thứ 5 trong tổng số 12 huyện": how many are ranked; "thuộc diện nghèo … trong 12 thôn" may be no field."""
    among, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if among is None or "AMONG_RANKED" not in among.marks or (after is not None and after.type == "PERCENT"):
        return None  # "đầu mối bên trong 9%"
    joined = index > 1 and "AND" in tokens[index - 2].marks
    if joined and marked(tokens[index + 1 : index + _AHEAD], "LEADING"):
        return None  # "thuộc 3 tỉnh … tốt nhất khu vực và trong 12 tỉnh … tốt nhất cả nước"
    before = tokens[max(0, index - REACH) : index - 1]
    ranked = any(
        second.type == "NUMBER" and first.marks & {"TOP", "ORDINAL"} for first, second in pairwise(before)
    )
    if ranked or marked(before, "RANK", "LEADING"):
        return "description"
    return "unread" if marked(before, "TOP", "ORDINAL") else None


def is_filed(tokens: list[Token], index: int) -> bool:
    """ "Lưu: VT, 02 bản": who a document goes to."""
    near = [*tokens[:3], *tokens[max(0, index - 10) : index]]
    return marked(near, "FILED") and any(
        "FILED" in head.marks and sign.key == ":" for head, sign in pairwise(near)
    )


def is_ratio(tokens: list[Token], index: int) -> bool:
    """ "tỷ lệ 1:2": two figures that say one thing together."""
    for first in (index, index - 2):
        colon = token_at(tokens, first + 1)
        if colon is None or colon.key != ":":
            continue
        one, two = token_at(tokens, first), token_at(tokens, first + 2)
        if one is None or two is None:
            continue
        if one.type == two.type == "NUMBER" and one.end == colon.start and colon.end == two.start:
            return True
    return False


def is_map_scale(tokens: list[Token], index: int) -> bool:
    """ "quy hoạch phân khu tỷ lệ 1/2.000"."""
    for first in (index, index - 2):
        if first < 1 or first + 2 >= len(tokens):
            continue
        rate, one, slash, two = tokens[first - 1 : first + 3]
        drawn = rate.key in _RATIOS and one.key == "1" and slash.type == "SLASH"
        if drawn and two.type == "NUMBER" and (read_figure(two.key) or 0) >= _SCALE_OF_MAPS:
            return True
    return False


def is_multiplied(tokens: list[Token], index: int) -> bool:
    """ "Tỷ lệ hộ nghèo = số hộ nghèo/tổng số hộ x 100": how a share is worked out; but not "sân 40 x 100 m"."""
    before = token_at(tokens, index - 2)
    if tokens[index].value not in _BASES or before is None or before.type == "NUMBER":
        return False
    return any(token.type == "SLASH" or token.key == "=" for token in tokens)


def is_formula(words: list[Token]) -> bool:
    """ "Tỷ lệ = số hộ đạt/tổng số hộ * 100": whether words say how a share is worked out."""
    return any(sign.key in MULTIPLYING and told.account == "description" for sign, told in pairwise(words))


def is_average_of_one(tokens: list[Token], index: int) -> bool:
    """ "bình quân 01 đảng viên giúp đỡ 02 hộ": for each one of them."""
    before = token_at(tokens, index - 1)
    after = token_at(tokens, index + 1)
    spelled = not tokens[index].key.isdigit() and tokens[index].value != 1  # "bình quân một thôn 100 hộ"
    if before is None or "AVERAGE" not in before.marks or spelled:
        return False
    verb = token_at(tokens, index - 2)
    if verb is not None and not verb.marks.isdisjoint({"RISE", "FALL"}):
        return False  # "tăng bình quân 2 môn"
    plain = bool(tokens[index].value) and not before.key.endswith(
        A_YEAR
    )  # "bình quân hằng năm 6 tháng" is no mean over six months
    if plain and after is not None and (after.key in _AVERAGED or after.key.startswith(A_YEAR)):
        return True  # "điểm trung bình 3 môn", "bình quân 5 năm"
    if after is not None and tokens[index].value == 1 and "MEASURE" in after.marks:
        return _figure_follows(tokens, index)  # "bình quân 1 ha đất trồng cây thu hoạch 50 triệu đồng"
    if after is None or after.type != "WORD" or has_unit(after):
        return False  # "khá 17%, trung bình 1%"
    if verb is not None and verb.key == POINT and after.key != POINT:
        return _figure_follows(tokens, index)  # "điểm trung bình 83 tiêu chí ≥ 4,15"
    if tokens[index].value != 1:
        return False
    behind = token_at(tokens, index + 2)
    if behind is not None and "AGAINST" in behind.marks:
        return False  # "bình quân 1 đảng viên so với năm 1990"
    rest = tokens[index : index + REACH]  # "bình quân 1 vụ/10.000 dân" is one of so many
    return any(token.type == "NUMBER" and first.type != "SLASH" for first, token in pairwise(rest))


def is_one_of_each(tokens: list[Token], index: int) -> bool:
    """ "(01 cổ phiếu nhận 1.500 đồng)": what each of them gets."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if (
        before is None
        or before.key != "("
        or tokens[index].value != 1
        or after is None
        or after.type != "WORD"
    ):
        return False
    ahead = tokens[index + 2 : index + 8]
    end = next((at for at, token in enumerate(ahead) if token.key == ")" or token.type == "SIGN"), len(ahead))
    return any(token.type == "NUMBER" for token in ahead[:end])


def ranges_to_a_unit(tokens: list[Token], index: int) -> bool:
    """ "nông thôn 93-95%": a range, whatever word stands before it."""
    joint, second = token_at(tokens, index + 1), token_at(tokens, index + 2)
    joined = joint is not None and joint.type == "DASH" and second is not None and second.type == "NUMBER"
    return joined and has_unit(token_at(tokens, index + 3))


def leads_a_field(tokens: list[Token], index: int) -> bool:
    """ "là một trong 20 địa phương có chỉ số cao nhất": one of the first twenty."""
    ahead = tokens[index + 1 : index + 16]
    return "TOP" in tokens[index - 1].marks and marked(ahead, "LEADING")


def restates_in_bracket(tokens: list[Token], index: int) -> bool:
    """ "4,5 km đường trục thôn (gồm 3 tuyến)": the figure before said in another unit."""
    opening, closing = token_at(tokens, index - 2), token_at(tokens, index + 2)
    if opening is None or opening.key != "(" or closing is None or closing.key != ")":
        return False
    return any(
        token.type == "NUMBER" and token.account is None for token in tokens[max(0, index - 8) : index - 2]
    )


def measures_a_place(tokens: list[Token], index: int) -> str | None:
    """ "an ninh trên tuyến biên giới dài 48,6 km": how long the place is where something is done.

    Of a road that is laid it is wanted; of what else is made along it a person must say.
    """
    if not index or tokens[index - 1].key not in DIMENSIONS:
        return None
    begun = sentence_start(tokens, index)
    figures = [at for at in range(begun, index) if _is_figure(tokens, at)]
    if tokens[index - 1].key == WIDE and any(tokens[at - 1].key in DIMENSIONS for at in figures if at):
        return "description"  # "đường dài 1,2 km, rộng 3 m"
    if not any(token.key in _ALONG for token in tokens[max(0, index - 6) : index - 1]):
        return None
    if figures:
        return "description"
    said = " ".join([token.key for token in tokens[begun:index]])
    if any(word in said for word in _LAID):
        return None
    return "unread" if marked(tokens[begun : begun + 2], "MAKE") else "description"


def _marks_of_full(tokens: list[Token], index: int) -> bool:
    """ "tổng điểm từ 850/1.000 trở lên", "đạt 850/1000 điểm": so many points of as many as there are."""
    if index < 2 or tokens[index - 2].type != "NUMBER":
        return False
    behind = tokens[index + 1 : index + 2]
    near = [*behind, *tokens[max(0, index - _NEAR) : index - 2]]
    return any(token.key.endswith(POINT) for token in near)


def _is_figure(tokens: list[Token], index: int) -> bool:
    return tokens[index].type == "NUMBER" and tokens[index].account is None


def is_taken_out(tokens: list[Token], index: int) -> bool:
    """ "250 tỷ đồng (chưa kể thu tiền sử dụng đất 50 tỷ đồng)": an amount that the one before is without."""
    if tokens[index - 1].marks & (COMPARING | {"EQUALS"}):
        return False
    opened = next((at for at in range(index - 1, -1, -1) if tokens[at].key in _OPENING), None)
    if opened is None or "EXCLUDES" not in tokens[opened + 1].marks:
        return False
    if any(token.key == ")" for token in tokens[opened:index]):
        return False  # "33 giường bệnh (không tính giường trạm y tế xã) và 13,5 bác sĩ"
    return any(_is_figure(tokens, at) for at in range(sentence_start(tokens, index), opened))


def lists_parts(tokens: list[Token], index: int) -> bool:
    """ "12 công trình, gồm 5 cầu, 4 đập và 3 trường": the parts of what was counted before, each with its own."""
    if tokens[index - 1].key not in _CONTAINING:
        return False
    begun = sentence_start(tokens, index)
    if not any(_is_figure(tokens, at) for at in range(begun, index)):
        return False
    counted = tokens[index + 1].key
    before = [second.key for first, second in pairwise(tokens[begun:index]) if first.type == "NUMBER"]
    if any(key.startswith(counted) or counted.startswith(key) for key in before):
        return True  # "45 đảng viên, gồm 20 đảng viên nữ"
    ahead = tokens[index + 1 : index + REACH]
    closed = next((at for at, token in enumerate(ahead) if token.key in (")", ".", ";")), len(ahead))
    ahead = ahead[:closed]
    return any(first.key in LISTING and second.type == "NUMBER" for first, second in pairwise(ahead))


def lies_along(tokens: list[Token], index: int) -> bool:
    """ "Lắp đặt 50 bóng đèn trên 5 tuyến đường": on how many roads, behind a count of what is made."""
    for at in range(index - 2, max(0, index - _NEAR), -1):
        token = tokens[at]
        if token.type == "NUMBER":
            return token.account is None and tokens[at + 1].marks.isdisjoint(_LIKE_ROADS)
        if token.type not in ("WORD", "PERCENT") or token.marks & {"AND", "EQUALS", "RATE"}:
            return False
    return False


def contains_each(tokens: list[Token], index: int) -> bool:
    """ "03 đoàn kiểm tra, mỗi đoàn gồm 7 thành viên": how many each of them has."""
    if tokens[index - 1].key not in _CONTAINING:
        return False
    return marked(tokens[max(0, index - _SUBJECT) : index - 1], "EACH")
