"""Figures that are no targets: they describe another, or belong to its name."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.numbers.bases import DIMENSIONS
from chitieu.reading.numbers.sizes import is_size
from chitieu.reading.tokens.scanner import keyed, marked, typed
from chitieu.reading.told.beside import bound_one_thing, changes_what_is_reached, mark_of
from chitieu.reading.told.cases import tells_which
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.lasting import (
    WITHIN_TIME,
    is_done_within,
    is_time,
    says_how_long,
    tells_how_often,
    tells_how_soon,
)
from chitieu.reading.told.owning import (
    bounds_a_name,
    counts_those_who,
    is_condition_of,
    is_wanted,
    names_a_count,
)
from chitieu.reading.told.places import is_apart, lies_in_places, tells_of_a_place, tells_where
from chitieu.reading.told.shares import (
    goes_on_of_all,
    goes_on_with_nouns,
    is_enough,
    is_had_by_all,
    is_of_a_fee,
    is_said_as_share,
    is_share_first,
    names_a_share,
    reaches_share,
    tells_whole,
)
from chitieu.reading.told.wanted import is_bare
from chitieu.text.spoken import BE, EQUAL, HAVE, words

_TAKING_PART = frozenset(words("TAKES_PART"))
_FOR_WHOM, _OF_WHOM = frozenset(words("CONCERNING")), words("CONCERNING")[0]
#: All of them, in per cent.
_ALL = 100
#: Of a group of so many parts a place cannot be told: "nhóm 1/3".
_FEW = 5
#: So many words may stand between what there is and what it becomes.
_REACH = 5


def is_said_again(figure: Figure) -> bool:
    """ "(tương ứng 38 hộ)"."""
    return marked(figure.left[:2], "RESTATE") or marked(figure.island.tokens[:2], "RESTATE")


def adds_amount(figures: list[Figure], position: int) -> bool:
    """ "thấp hơn năm 2024 ít nhất 10%": the amount behind a comparison takes it up."""
    figure = figures[position]
    phrase = figure.phrase
    if phrase.amount is not None or phrase.basis is None or not figure.island.compares:
        return False
    following = figures[position + 1] if position + 1 < len(figures) else None
    if following is None:
        return False
    added = following.phrase
    if following.joined_by or following.left or added.amount is None or added.change:
        return False
    told = following.island.tokens[0].key == BE and phrase.change is not None
    if added.equals and (not told or mark_of(figures, position + 1) is not None):
        return False  # but "tăng so với năm trước là 8%"
    following.phrase.change = phrase.change or ("decrease" if phrase.op in ("<", "<=") else "increase")
    following.phrase.basis = following.phrase.basis or phrase.basis
    following.left = figure.left
    following.joined_by = figure.joined_by
    return True


def is_share_of_group(figure: Figure) -> bool:
    """ "thuộc nhóm 1/3 địa phương dẫn đầu": no place without the number of those ranked."""
    ranked = figure.phrase.of_rank
    if ranked is None or ranked > _FEW:
        return False
    return _places(figure)


def _places(figure: Figure) -> bool:
    """Whether a figure is a place among the first: "tốp 10"."""
    return any(token.type == "TOP" for token in figure.island.tokens)


#: What a size is bounded by; a goal has "ít nhất", "tối đa".
_BOUNDING = frozenset({"MORE", "LESS", "FROM"})
#: What a name of a measure has.
_MEASURES = frozenset({"RATE", "AVERAGE", "SUM", "PROPERTY", "YIELD"})


def describes(figures: list[Figure], position: int) -> bool:
    """Whether a figure only describes: another follows it without a parting sign and is the one meant.

    "mô hình đạt 100 triệu đồng/ha đạt 30 ha": the 30 ha are wanted. "ít nhất một nửa có doanh thu trên 3 tỷ đồng":
    behind a share that comes first, the rest is its name. "xét kết nạp trước khi giao quân ít nhất 4 tháng": a time.
    """
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    if following is not None and bound_one_thing(figure, following):
        return False
    if position and bound_one_thing(figures[position - 1], figure):
        return False
    if position and tells_which(figures[position - 1], figure):
        return False
    if position and _says_whom(figures[position - 1], figure):
        return True
    if following is not None and _says_whom(figure, following):
        return False
    if following is not None and tells_which(figure, following):
        named = [token for token in figure.right if token not in following.left]
        following.left = [*figure.left, *figure.island.tokens, *named, *following.left]
        return True
    if following is not None and (
        following.joined_by or keyed(following.left, "|") or _opens_item(following)
    ):
        following = None  # what a sign parts from it is another, as a cell is
    if position and is_condition_of(figures[position - 1], figure):
        return True
    if following is not None and is_condition_of(figure, following):
        return False
    if (
        following is not None
        and figure.phrase.compared
        and not (figure.right or following.left)
        and following.phrase.compared
        and figure.phrase.amount is not None
        and not figure.phrase.amount.unit
    ):
        return True  # "số ngày có AQI trên 150 không quá 12 ngày/năm"
    if position and not _opens_item(figure) and _describes_before(figures[position - 1], figure):
        return True
    alone = figure.island.tokens[0].type == "NUMBER"  # as a count of places stands, which no word leads up to
    if alone and (lies_in_places(figures, position) or tells_where(figures, position)):
        return True
    if following is not None and _becomes(figure, following):
        following.left = [*figure.left, *following.left]
        return True
    if position and not figure.joined_by and counts_those_who(figures[position - 1], figure):
        return True
    if is_had_by_all(figures, position):
        return True
    return following is not None and _describes_next(figures, position, figure, following)


def _says_whom(before: Figure, figure: Figure) -> bool:
    """ "dưới 3 giờ đối với trường hợp có thêm 01 kỹ thuật": whom the figure before is of, parted by no sign."""
    between = figure.left or before.right
    return not figure.joined_by and len(between) > 1 and between[0].key == _OF_WHOM


def sizes_a_project(figures: list[Figure], position: int) -> bool:
    """ "khởi công khu đô thị quy mô 48,6 ha, tổng mức đầu tư 1.250 tỷ đồng": how large, and what it costs.

    Of what is made or finished the size may be wanted: "trồng rừng quy mô 150 ha, tổng mức đầu tư 12 tỷ đồng".
    """
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    before = figures[position - 1] if position else None
    if _costs(figure):
        return before is not None and _sizes_project(before)
    return following is not None and _costs(following) and _sizes_project(figure)


def _sizes_project(figure: Figure) -> bool:
    sized = bool(figure.left) and "PROPERTY" in figure.left[-1].marks and is_bare(figure)
    return sized and figure.said.isdisjoint({"MAKE", "FINISH", "STRIVE", "RISE", "BRING", "EACH", "RATE"})


def _costs(figure: Figure) -> bool:
    amount = figure.phrase.amount
    named = figure.joined_by == "," and len(figure.left) == 1 and "FACT_HEAD" in figure.left[0].marks
    return named and amount is not None and is_money(amount.unit) and is_bare(figure)


def _opens_item(figure: Figure) -> bool:
    """ "… 52.400 nghìn m3 Giá bán bình quân 9.850 đ/m3": a capital begins another measure in a row."""
    capital = bool(figure.left) and figure.left[0].text[:1].isupper() and not figure.joined_by
    return capital and len(figure.left) > 1 and not figure.said.isdisjoint(_MEASURES)


def _describes_before(before: Figure, figure: Figure) -> bool:
    """Whether a figure describes the one before it: when, where, within what time, how long, out of what."""
    joined, amount = figure.joined_by, figure.phrase.amount
    if "SETS_IN" in figure.said and is_time(figure):
        return True
    if not joined:
        # "của 3 trường là thuộc nhóm 200": what they are, and not which
        ranked = figure.island.tokens[0].key != BE and not figure.phrase.strive
        if (ranked and _places(figure) and not _places(before)) or tells_of_a_place(figure):
            return True
        if is_done_within(before, figure) or _is_property(before, figure) or _sizes(before, figure):
            return True
        if _tells_source(before, figure):
            return True
    if amount is None:
        return False
    moved = before.phrase.change is not None and _is_moved(figure)  # "giảm 5% số vụ xuống còn 120 vụ"
    counted = amount.unit != "%" and not moved and is_share_first(before)
    if counted and (
        not joined or tells_how_often(figure) or tells_how_soon(figure) or goes_on_with_nouns(figure)
    ):
        return True
    return tells_whole(before, figure) or goes_on_of_all(before, figure) or says_how_long(before, figure)


def _describes_next(figures: list[Figure], position: int, figure: Figure, following: Figure) -> bool:
    """Whether a figure describes the one behind it, from which no sign parts it."""
    rated = ("RATE" in figure.said and figure.phrase.compared) or is_enough(figure)
    rated = rated and reaches_share(figures, position + 1)
    if is_done_within(figure, following) and not rated:
        # "100% hồ sơ trong 5 ngày": what is dealt with belongs to the share
        named = [token for token in following.left if token.key not in WITHIN_TIME]
        figure.right, following.left = [*figure.right, *named], following.left[len(named) :]
        return False
    if is_share_first(figure) or counts_those_who(figure, following) or _is_property(figure, following):
        return False
    if _sizes(figure, following):
        return False
    if following.right and following.right[0].key in _TAKING_PART and "MAKE" in figure.said:
        return False  # "tổ chức 5 lớp tập huấn có 150 học viên tham gia"
    phrase, next_phrase = figure.phrase, following.phrase
    amount, next_amount = phrase.amount, next_phrase.amount
    if phrase.change is not None and next_phrase.start is not None and not phrase.reaches:
        following.joined_by = ","  # "giảm ít nhất 5%: từ 15 vụ năm 2025 xuống còn 10 vụ"
        return False
    if (phrase.equals or phrase.reaches) and changes_what_is_reached(figure, following):
        following.joined_by = ","  # which the writer left out
        return False
    if marked(following.left[:1], "BRING") or is_said_as_share(figure, following):
        return False
    if (
        amount is not None
        and next_amount is not None
        and not (amount.noun or figure.right or following.left)
        and phrase.compared
        and next_phrase.compared
        and amount.unit != next_amount.unit
    ):
        following.left = [*figure.left, *figure.island.tokens]
        return True  # "thời gian xét món vay dưới 50 triệu đồng tối đa 1 ngày"
    if phrase.compared and next_phrase.compared and is_time(figure):
        return True  # "số vụ ùn tắc kéo dài trên 30 phút không quá 10 vụ/năm"
    if phrase.op == "<" and is_time(figure) and next_amount is not None and next_amount.noun:
        led = [*figure.right, *following.left]
        if led and led[0].key in _FOR_WHOM and not marked(figure.left, "RATE", "AVERAGE"):
            following.left = [*figure.left, *figure.island.tokens, *following.left]
            return True  # "đào tạo nghề dưới 3 tháng cho 420 lao động"
    if phrase.op == ">" and next_phrase.change and is_time(figure) and not is_time(following):
        following.left = [*figure.left, *figure.island.tokens, *following.left]
        return True  # "nợ quá hạn trên 90 ngày giảm một nửa"
    if names_a_share(figures, position):
        return True
    rated = bounds_a_name(figure, following)
    if rated or names_a_count(figure, following) or is_apart(figure, following):
        following.wanted = (rated or keyed(figure.left, HAVE)) and is_wanted(figure, figure.left[1:])
        named = [token for token in figure.right if token not in following.left]
        following.left = [*figure.left, *figure.island.tokens, *named, *following.left]
        return True
    if is_enough(figure) and reaches_share(figures, position):
        if next_amount is not None and next_amount.unit == "%":  # "tiêm chủng đủ 8 loại vắc xin trên 95%"
            following.left = [*figure.left, *figure.island.tokens, *following.left]
        return True
    return not has_content(following.left) and _describes_close(figure, following)


def _describes_close(figure: Figure, following: Figure) -> bool:
    """Whether a figure describes the one that follows it with no name between them."""
    phrase, next_phrase = figure.phrase, following.phrase
    amount, next_amount = phrase.amount, next_phrase.amount
    if amount is None or next_amount is None:
        return False
    if is_of_a_fee(figure) and next_amount.unit == "%":
        following.left = [*figure.left, *figure.island.tokens]
        return True  # "thu kinh phí công đoàn 2% đạt 95% trở lên"
    if next_phrase.basis == "plan" and next_amount.unit == "%":
        if amount.unit == "%" and "RATE" not in figure.said and phrase.comparator == "":
            following.left = [*figure.left, *figure.island.tokens]
            return True  # "thu kinh phí công đoàn 2% đạt 100% dự toán"
        return False  # "đạt 4,7 triệu lượt khách đạt 100% kế hoạch": said twice
    bounded = phrase.compared or phrase.closing or amount.unit[:1] in ("%", "‰")
    if following.island.tokens[0].key == EQUAL and next_amount.unit == "%" and not bounded:
        following.joined_by = ","  # "doanh thu 3.620 tỷ đồng bằng 106% TH 2023": said twice as well
        return False
    reached = next_phrase.equals or next_phrase.reaches
    if not (reached or next_phrase.compared):
        return False
    if phrase.change is not None and next_amount.unit == "%" and _tells_of_whom(figure):
        following.left = [*figure.left, *figure.island.tokens]
        return True  # "tỷ lệ doanh nghiệp có doanh thu tăng trên 10% đạt 45%"
    if phrase.change is not None and phrase.basis is not None:
        return False  # "tăng 8% so với năm trước đạt 600 tỷ đồng"
    if phrase.change is not None and (_is_moved(following) or not next_amount.noun):
        following.joined_by = ","  # "tăng 9% lên mức 910 tỷ đồng", "giảm 5% còn 120 vụ"
        return False
    if phrase.compared and not reached:
        return False  # "ít nhất 4 lớp tập huấn cho trên 200 lượt cán bộ": both are wanted
    if not reached and _is_made_for(figure):
        return False  # "tổ chức 04 lớp tập huấn với trên 150 người tham gia": so are these
    return amount.unit != next_amount.unit


def _tells_of_whom(figure: Figure) -> bool:
    """ "tỷ lệ hộ có thu nhập tăng …": the share is of those whose own figure changes."""
    return "RATE" in figure.said and keyed(figure.left, HAVE)


def _is_moved(figure: Figure) -> bool:
    """ "xuống còn 120 vụ": to where something is brought."""
    tokens = figure.island.tokens
    return typed(tokens, "UP_TO") or typed(tokens, "DOWN_TO")


def _tells_source(before: Figure, figure: Figure) -> bool:
    """ "Vận động 350 triệu đồng từ 12 doanh nghiệp": from how many the money comes."""
    opening, paid, phrase = figure.island.tokens[:2], before.phrase.amount, figure.phrase
    if figure.left or opening[0].type != "FROM" or opening[-1].type != "NUMBER":
        return False
    if paid is None or phrase.amount is None or phrase.closing or phrase.high or phrase.equals:
        return False
    return is_money(paid.unit) and not is_money(phrase.amount.unit) and phrase.amount.unit[:1] != "%"


def _becomes(figure: Figure, following: Figure) -> bool:
    """ "Sắp xếp 24 trường thành 18 trường": the 24 are what there is, the 18 are wanted."""
    amount, reached = figure.phrase.amount, following.phrase.amount
    if amount is None or reached is None or amount.noun != reached.noun:
        return False
    between = [*figure.right, *following.left]
    return (
        len(between) <= _REACH
        and bool(between)
        and "MOVED_TO" in between[-1].marks
        and not figure.phrase.equals
    )


def _is_made_for(figure: Figure) -> bool:
    """Whether the words behind a count lead on to those whom it is for: "với", "cho", "thu hút"."""
    last = figure.right[-1] if figure.right else None
    return last is not None and (not last.marks.isdisjoint({"PREPOSITION", "MAKE"}) or last.key in _FOR_WHOM)


def _sizes(before: Figure, figure: Figure) -> bool:
    """ "cắt giảm 45 tàu dưới 12 m", "nâng cấp 12 cầu trên 25 m": a bound on how big those are that are counted."""
    counted, size = before.phrase.amount, figure.phrase.amount
    if counted is None or size is None or figure.left or before.right or not counted.noun:
        return False
    if before.phrase.compared or before.phrase.closing or figure.phrase.equals or figure.phrase.change:
        return False
    bounding = figure.island.tokens[0]
    unit = next((token for token in figure.island.tokens if token.type == "MEASURE"), None)
    if bounding.type not in _BOUNDING or (is_time(figure) and "MAKE" not in before.said):
        return False  # "giải quyết 120 hồ sơ dưới 3 ngày"; but "mở 14 lớp dưới 3 tháng"
    return is_time(figure) or (unit is not None and is_size(unit))


def _is_property(before: Figure, figure: Figure) -> bool:
    """ "mỗi chi hội có 1 mô hình cho thu nhập 200 triệu đồng/năm", "01 cánh đồng quy mô 20 ha": what it is like."""
    words = figure.left or before.right  # "5 cánh đồng lớn quy mô trên 50 ha"
    bounded = figure.phrase.compared or figure.phrase.closing
    sized = (
        bool(words) and bool(bounded) and words[-1].key in DIMENSIONS
    )  # "tuyến đường hoa dài từ 500 m trở lên"
    if not words or figure.phrase.equals or not (sized or "PROPERTY" in words[-1].marks):
        return False
    amount = before.phrase.amount
    if amount is None or is_money(amount.unit) or marked(words[-2:-1], "SUM"):
        return False  # "560 chiếc với tổng công suất 88.000 CV"
    shared = amount.unit[:1] in ("%", "‰")  # "xóa 100% lối đi tự mở có bề rộng trên 3 m"
    if shared and not (amount.value == _ALL and marked(figure.left[-2:-1], "EQUALS")):
        return False
    return not marked(figure.left[:-1], "STRIVE", "BRING")
