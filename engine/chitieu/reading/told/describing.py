"""Figures that are no targets: they describe another, or belong to its name."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.segments import Figure, content, has_content, is_counted
from chitieu.reading.numbers.dates import LENGTHS
from chitieu.reading.tokens.lexicon import fold_phrase
from chitieu.reading.tokens.scanner import keyed, marked
from chitieu.reading.told.beside import CEILINGS, FLOORS, bound_one_thing, changes_what_is_reached, mark_of
from chitieu.reading.told.facts import is_money
from chitieu.reading.told.owning import bounds_a_name, is_condition_of, is_wanted
from chitieu.reading.told.places import tells_where
from chitieu.target import Condition
from chitieu.text.spoken import AND, ATTAINS, BE, BY, FOR, HAVE, NUMBER_OF, words

_PLURALS = frozenset(words("PLURAL"))
_WHERE = frozenset(words("WHERE"))
_WITHIN_TIME = frozenset(words("WITHIN_TIME"))
_CRITERIA = frozenset(words("CRITERION"))
#: All of them, in per cent.
_ALL = 100
_TAKING_PART = frozenset(words("TAKES_PART"))
_AT, _PLACES = frozenset(words("AT_PLACES")), frozenset(words("PLACE_COUNTED"))
_FOR_WHOM = frozenset(words("CONCERNING"))
_DOING = frozenset({"MAKE", "STRIVE", "RISE", "BRING"})
_LISTING = frozenset({",", AND})
_KINDS = frozenset(words("KIND"))
_HOW_LONG = frozenset(words("HOW_LONG"))
_SPANS = frozenset((*words("DAYS_OR_HOURS"), *words("PERIODS")))
#: From so many on a count before a share is one of what is done, not of what it is done with.
_MANY = 20
#: So many words before "trong vòng 48 giờ" are verbs of what goes before.
_DEEDS = 3

#: Of a group of so many parts a place cannot be told: "nhóm 1/3".
_FEW = 5
_HUNDRED = Decimal(100)
#: How far behind a share may stand what all of a named whole attain.
_REACH = 5


def names_whole(figure: Figure, first: Condition, name: str) -> bool:
    """Whether it is plain what a "trong đó …%" is a share of: it says so, tells a time, or exceeds the share before."""
    amount, before = figure.phrase.amount, getattr(first, "value", getattr(first, "high", None))
    behind = figure.right[0] if figure.right else None
    if figure.left and "RATE" in figure.left[0].marks:
        return True  # "trong đó tỷ lệ hài lòng về đất đai đạt 85%": a rate of its own
    if behind is not None and (behind.key in _PLURALS or "POPULATION" in behind.marks):
        return True
    owned = [
        token
        for token in figure.right[:_REACH]
        if token.marks & {"GRADED", "GRADE", "ATTAIN"} or token.key == ATTAINS
    ]
    again = behind is not None and fold_phrase(name).startswith(behind.key)  # of the same things as before
    if owned and behind is not None and behind.type == "WORD" and behind is not owned[0] and not again:
        return True  # "trong đó ít nhất 40% bản thỏa ước đạt loại B": of the agreements
    if any("DEADLINE" in token.marks or "PERIOD_OF_YEAR" in token.marks for token in figure.left):
        return True
    return amount is not None and amount.unit == "%" and before is not None and amount.value > before


def may_belong_to_share(figure: Figure, first: Figure | None) -> bool:
    """ "100% chi bộ sinh hoạt định kỳ, sinh hoạt chuyên đề ít nhất 01 lần/quý": what all of them must do, perhaps."""
    amount = figure.phrase.amount
    if figure.phrase.op != ">=" or figure.joined_by != ",":
        return False
    if first is None or first.phrase.amount is None or amount is None or amount.unit[:1] in ("%", "‰"):
        return False
    if figure.left and "EACH" in figure.left[0].marks:
        return False  # "…, mỗi tôn giáo có ít nhất một mô hình": of its own subject
    return amount.value <= _FEW and first.phrase.amount.value == _HUNDRED and is_share_first(first)


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


def describes(figures: list[Figure], position: int) -> bool:
    """Whether a figure only describes: another follows it without a parting sign and is the one meant.

    "mô hình đạt 100 triệu đồng/ha đạt 30 ha": the 30 ha are wanted. "ít nhất một nửa có doanh thu trên 3 tỷ đồng":
    behind a share that comes first, the rest is its name. "xét kết nạp trước khi giao quân ít nhất 4 tháng": a time.
    """
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    op = figure.phrase.op
    if following is not None and op in FLOORS and bound_one_thing(figure, following):
        return False
    if position and op in CEILINGS and bound_one_thing(figures[position - 1], figure):
        return False
    if following is not None and following.joined_by:
        following = None  # what a sign parts from it is another
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
    if position and _describes_before(figures[position - 1], figure):
        return True
    if _lies_in_places(figures, position) or tells_where(figures, position):
        return True
    if following is not None and _becomes(figure, following):
        following.left = [*figure.left, *following.left]
        return True
    if position and not figure.joined_by and _counts_those_who(figures[position - 1], figure):
        return True
    return following is not None and _describes_next(figures, position, figure, following)


def _describes_before(before: Figure, figure: Figure) -> bool:
    """Whether a figure describes the one before it: when, where, within what time, how long, out of what."""
    joined, amount = figure.joined_by, figure.phrase.amount
    if "SETS_IN" in figure.said and _is_time(figure):
        return True
    if not joined:
        # "của 3 trường là thuộc nhóm 200": what they are, and not which
        ranked = figure.island.tokens[0].key != BE and not figure.phrase.strive
        if (ranked and _places(figure) and not _places(before)) or _tells_where(figure):
            return True
        if _is_done_within(before, figure) or _is_property(before, figure) or _tells_source(before, figure):
            return True
    if amount is None:
        return False
    counted = amount.unit != "%" and is_share_first(before)
    if counted and (not joined or _tells_how_soon(figure) or _goes_on_with_nouns(figure)):
        return True
    return _tells_whole(before, figure) or _says_how_long(before, figure)


def _describes_next(figures: list[Figure], position: int, figure: Figure, following: Figure) -> bool:
    """Whether a figure describes the one behind it, from which no sign parts it."""
    if _is_done_within(figure, following):
        # "100% hồ sơ trong 5 ngày": what is dealt with belongs to the share
        named = [token for token in following.left if token.key not in _WITHIN_TIME]
        figure.right, following.left = [*figure.right, *named], following.left[len(named) :]
        return False
    if is_share_first(figure) or _counts_those_who(figure, following) or _is_property(figure, following):
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
    if marked(following.left[:1], "BRING") or _is_said_as_share(figure, following):
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
    if phrase.compared and next_phrase.compared and _is_time(figure):
        return True  # "số vụ ùn tắc kéo dài trên 30 phút không quá 10 vụ/năm"
    if phrase.op == ">" and next_phrase.change and _is_time(figure) and not _is_time(following):
        following.left = [*figure.left, *figure.island.tokens, *following.left]
        return True  # "nợ quá hạn trên 90 ngày giảm một nửa"
    if _names_a_share(figures, position):
        return True
    rated = bounds_a_name(figure, following)
    if rated or _names_a_count(figure, following) or _is_apart(figure, following):
        following.wanted = (rated or keyed(figure.left, HAVE)) and is_wanted(figure, figure.left[1:])
        named = [token for token in figure.right if token not in following.left]
        following.left = [*figure.left, *figure.island.tokens, *named, *following.left]
        return True
    if _is_enough(figure) and _reaches_share(figures, position):
        if next_amount is not None and next_amount.unit == "%":  # "tiêm chủng đủ 8 loại vắc xin trên 95%"
            following.left = [*figure.left, *figure.island.tokens, *following.left]
        return True
    if has_content(following.left) or amount is None or next_amount is None:
        return False
    if next_phrase.basis == "plan" and next_amount.unit == "%":
        if amount.unit == "%" and "RATE" not in figure.said and phrase.comparator == "":
            following.left = [*figure.left, *figure.island.tokens]
            return True  # "thu kinh phí công đoàn 2% đạt 100% dự toán"
        return False  # "đạt 4,7 triệu lượt khách đạt 100% kế hoạch": said twice
    reached = next_phrase.equals or next_phrase.reaches
    if not (reached or next_phrase.compared):
        return False
    if phrase.change is not None and phrase.basis is not None and not following.left:
        return False  # "tăng 8% so với năm trước đạt 600 tỷ đồng"
    if phrase.compared and not reached:
        return False  # "ít nhất 4 lớp tập huấn cho trên 200 lượt cán bộ": both are wanted
    if not reached and _is_made_for(figure):
        return False  # "tổ chức 04 lớp tập huấn với trên 150 người tham gia": so are these
    return amount.unit != next_amount.unit


def _tells_source(before: Figure, figure: Figure) -> bool:
    """ "Vận động 350 triệu đồng từ 12 doanh nghiệp": from how many the money comes."""
    opening, paid, phrase = figure.island.tokens[:2], before.phrase.amount, figure.phrase
    if figure.left or opening[0].type != "FROM" or opening[-1].type != "NUMBER":
        return False
    if paid is None or phrase.amount is None or phrase.closing or phrase.high or phrase.equals:
        return False
    return is_money(paid.unit) and not is_money(phrase.amount.unit) and phrase.amount.unit[:1] != "%"


def _says_how_long(before: Figure, figure: Figure) -> bool:
    """ "Mở 4 lớp, mỗi lớp 30 học viên, thời gian 3 tháng": how long what is counted before lasts."""
    counted, phrase = before.phrase.amount, figure.phrase
    if not figure.left or figure.left[-1].key not in _HOW_LONG or figure.island.tokens[0].type != "NUMBER":
        return False
    if counted is None or counted.unit[:1] in ("%", "‰") or not _is_time(figure):
        return False
    return not (phrase.compared or phrase.closing or phrase.change or phrase.equals or phrase.high)


def _lies_in_places(figures: list[Figure], position: int) -> bool:
    """ "kết nạp 15 đảng viên ở 12 thôn", "Ở 12 thôn, …", "… do 5 phòng phụ trách": where it is done, or by how many.

    Of a clause that counts nothing else the places are wanted: "lắp camera tại 02 tuyến đường".
    """
    figure = figures[position]
    phrase, amount, words = figure.phrase, figure.phrase.amount, figure.left
    if figure.joined_by if position else len(words) != 1:
        return False
    words = words or figures[position - 1].right
    if amount is None or not words or figure.island.tokens[0].type != "NUMBER":
        return False
    if phrase.op != "=" or phrase.high is not None or amount.whole is not None:
        return False
    if amount.unit[:1] in ("%", "‰"):
        return False
    led, placed = words[-1].key, amount.noun in _PLACES
    if position:
        given = led == FOR and _is_made(figures[position - 1])
        return led == BY or (placed and (led in _AT or given))
    return placed and led in _AT and len(figures) > 1 and figures[1].joined_by == ","


def _is_made(figure: Figure) -> bool:
    """ "in 500 tờ rơi cấp cho 18 thôn": things that someone is given; but not "hỗ trợ 2 tỷ đồng cho 5 xã"."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit[:1] not in ("%", "‰") and not is_money(amount.unit)


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


def _is_property(before: Figure, figure: Figure) -> bool:
    """ "mỗi chi hội có 1 mô hình cho thu nhập 200 triệu đồng/năm", "01 cánh đồng quy mô 20 ha": what it is like."""
    words = figure.left or before.right  # "5 cánh đồng lớn quy mô trên 50 ha"
    if not words or "PROPERTY" not in words[-1].marks or figure.phrase.equals:
        return False
    amount = before.phrase.amount
    if amount is None or is_money(amount.unit) or marked(words[-2:-1], "SUM"):
        return False  # "560 chiếc với tổng công suất 88.000 CV"
    shared = amount.unit[:1] in ("%", "‰")  # "xóa 100% lối đi tự mở có bề rộng trên 3 m"
    if shared and not (amount.value == _ALL and marked(figure.left[-2:-1], "EQUALS")):
        return False
    return not marked(figure.left[:-1], "STRIVE", "BRING")


def _is_time(figure: Figure) -> bool:
    """ "xét kết nạp trước khi giao quân ít nhất 4 tháng"; but not "sau khi thu hoạch đạt 70 tạ/ha"."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit.split("/")[0].split(" ")[0] in _SPANS


def _counts_those_who(figure: Figure, following: Figure) -> bool:
    """ "Có 50 hộ đạt thu nhập trên 100 triệu đồng": the households are wanted, what they earn describes them.

    So is it with criteria: "có 05 xã đạt 19/19 tiêu chí".
    """
    phrase, earned = figure.phrase, following.phrase.amount
    if phrase.amount is None or earned is None or any(token.key == ":" for token in figure.right):
        return False  # "Có 15 chỉ tiêu: Thu ngân sách đạt 75 tỷ đồng"
    deeds = all(token.marks & _DOING for token in content(figure.left))  # "giúp thêm 3.500 hộ đạt 8 tiêu chí"
    if not deeds or (has_content(figure.left) and earned.noun not in _CRITERIA):
        return False
    if marked([*figure.right, *following.left], "SUM", "OWN_AMOUNT") or NUMBER_OF in [
        token.key for token in figure.right
    ]:
        return False  # "22 tổ tiết kiệm với số tiền trên 1,5 tỷ đồng"
    counted = any(token.type == "NOUN" for token in figure.island.tokens) and not is_money(phrase.amount.unit)
    if counted and earned.noun in _CRITERIA and phrase.amount.noun not in _CRITERIA:
        return not has_content(figure.right) and not has_content(following.left)
    return (
        counted and is_money(earned.unit) and bool(has_content(figure.right) or has_content(following.left))
    )


def _is_said_as_share(figure: Figure, following: Figure) -> bool:
    """ "Tiêm phòng 12.000 con gia súc đạt 85% tổng đàn": a count of what is done, and then its share."""
    amount, share = figure.phrase.amount, following.phrase.amount
    if amount is None or share is None or share.unit != "%" or not following.phrase.equals:
        return False
    plain = not (
        figure.phrase.compared or figure.phrase.closing or figure.phrase.equals or figure.phrase.change
    )
    counted = bool(amount.noun) and amount.noun.split(" ")[0] not in _KINDS and amount.value >= _MANY
    named = has_content(figure.left) and not marked(figure.left, "RATE", "ENOUGH", "ABSENT")
    placed = bool(figure.left) and ("PREPOSITION" in figure.left[-1].marks or figure.left[-1].key in _WHERE)
    if (
        not (plain and counted and named)
        or placed
        or following.phrase.compared
        or marked(following.left, "RATE")
    ):
        return False
    figure.right, following.left = [*figure.right, *following.left], []
    return True


def _tells_how_soon(figure: Figure) -> bool:
    """ "100% ổ dịch được phát hiện, xử lý trong vòng 48 giờ": within what time all of them are dealt with."""
    soon = figure.joined_by in _LISTING and figure.island.tokens[0].key in _WITHIN_TIME
    return (
        soon and not marked(figure.left, "NOUN", "RATE", "AVERAGE", "MEASURE") and len(figure.left) <= _DEEDS
    )


def _tells_where(figure: Figure) -> bool:
    """ "thành lập 12 công đoàn cơ sở ở doanh nghiệp có từ 25 lao động trở lên": what the place of it has."""
    if not figure.left or figure.island.tokens[0].key != HAVE:
        return False
    placed = any(token.key in _WHERE or "PREPOSITION" in token.marks for token in figure.left)
    return placed and bool(figure.phrase.compared or figure.phrase.closing)


def _is_done_within(before: Figure, figure: Figure) -> bool:
    """ "Trả lời 100% kiến nghị trong 15 ngày", "hoàn thành 12 km đường trong 100 ngày": within what time it is done."""
    led, opening = figure.left or before.right, figure.island.tokens[0]
    within = opening.type == "NUMBER" and len(led) > 0 and led[-1].key in _WITHIN_TIME
    if not within and opening.key not in _WITHIN_TIME:
        return False
    changed = before.phrase.change and not is_counted(before)
    if before.phrase.amount is None or changed or _is_time(before):
        return False  # "giảm 50 hộ nghèo trong 12 tháng"; "tăng 8% trong 5 năm" may be a mean
    timed = _is_time(figure) or (figure.phrase.amount is not None and figure.phrase.amount.unit in LENGTHS)
    return timed and not marked([*figure.left, opening], "RATE", "AVERAGE", "STRIVE")


def _goes_on_with_nouns(figure: Figure) -> bool:
    """ "100% thôn, tổ dân phố có ít nhất 01 tổ hòa giải": the comma stands inside the subject."""
    named = content(figure.left)
    owns = figure.island.tokens[0].key == HAVE
    return figure.joined_by == "," and owns and bool(named) and all("NOUN" in t.marks for t in named)


def _tells_whole(first: Figure, figure: Figure) -> bool:
    """ "ít nhất 15 tỉnh có 100% số xã đạt chuẩn": what each of the 15 has."""
    amount, counted = figure.phrase.amount, first.phrase.amount
    if figure.island.tokens[0].key != HAVE or amount is None or counted is None:
        return False
    if amount.unit != "%" or amount.value != _HUNDRED or counted.unit[:1] in ("%", "‰"):
        return False
    subject = figure.joined_by == "," and first.phrase.compared and not has_content(first.left)
    return subject or not (figure.joined_by or figure.left)


def _names_a_share(figures: list[Figure], position: int) -> bool:
    """ "Tỷ lệ thôn có dưới 2 vụ bạo lực trong năm: tối thiểu 90%": the 2 belong to the name of the rate."""
    begun = position
    while begun and position - begun < 4 and not figures[begun].joined_by:
        begun -= 1
    amount = figures[position].phrase.amount
    if amount is None or amount.unit[:1] in ("%", "‰") or figures[position].phrase.change is not None:
        return False
    rated = "RATE" in figures[begun].said or any(map(_is_enough, figures[begun:position]))
    bound = figures[position].phrase.compared or figures[position].phrase.closing
    following = figures[position + 1] if position + 1 < len(figures) else None
    scoped = (
        following is not None
        and bool(following.left)
        and bool(following.left[0].marks & {"SCOPE", "AMONG_RANKED"})
    )
    if not (rated or bound or scoped or (following is not None and _is_share_of_its_own(following))):
        return False
    if not rated and following is not None and _lies_in_a_share(following):
        return False
    return _reaches_share(figures, position)


def _lies_in_a_share(figure: Figure) -> bool:
    """ "Kiểm tra ít nhất 6 đợt/năm tại 30% số phòng, ban": where so much is done, which is wanted as well."""
    phrase = figure.phrase
    placed = len(figure.left) == 1 and figure.left[0].key in _AT
    return placed and not (phrase.equals or phrase.compared or phrase.reaches)


def _names_a_count(figure: Figure, following: Figure) -> bool:
    """ "Số vụ cháy gây thiệt hại từ 100 triệu đồng trở lên trên địa bàn xã: 0 vụ": the bound says which are counted."""
    amount, counted = figure.phrase.amount, following.phrase.amount
    if figure.phrase.change or amount is None or counted is None or amount.unit == counted.unit:
        return False
    if not figure.left or not (figure.phrase.compared or figure.phrase.closing):
        met = len(figure.left) > 1 and amount.noun in _CRITERIA and figure.left[0].key == NUMBER_OF
        return met and figure.left[1].key == counted.noun  # "số thôn đạt 4 tiêu chí thôn thông minh: 8 thôn"
    counts = figure.left[0].key == NUMBER_OF or "SUM" in figure.left[0].marks
    again = len(figure.left) > 1 and figure.left[1].key == counted.noun  # "số chợ … không quá 3 chợ"
    return counts and (again or following.island.tokens[0].key == ":")


def _is_apart(figure: Figure, following: Figure) -> bool:
    """ "riêng 5 huyện miền núi giảm bình quân 4%/năm": of whom the next figure is said."""
    amount, phrase = figure.phrase.amount, figure.phrase
    apart = figure.joined_by == "apart" or marked(figure.left[:1], "APART")
    if not apart or amount is None or phrase.compared or phrase.closing or phrase.change:
        return False
    moved = following.phrase.change is not None or following.phrase.equals or following.phrase.reaches
    return moved and amount.noun in _PLACES and amount.whole is None


def _reaches_share(figures: list[Figure], position: int) -> bool:
    """Whether the clause runs on to a percentage without a parting sign."""
    for following in figures[position + 1 : position + 5]:
        if following.joined_by:
            return False
        if following.phrase.amount is not None and following.phrase.amount.unit == "%":
            return True
    return False


def _is_enough(figure: Figure) -> bool:
    """ "khám thai đủ 4 lần trong 3 thai kỳ 90%": so many, of which the share behind is wanted."""
    return bool(figure.left) and "ENOUGH" in figure.left[-1].marks


def _is_share_of_its_own(figure: Figure) -> bool:
    """ "Tiêm đủ 8 loại vắc xin cho trẻ … đạt 95%": a share that is reached, and not of the plan."""
    phrase = figure.phrase
    plan = phrase.basis == "plan" or marked(figure.right[:2], "PLAN")
    return phrase.equals and not plan and has_content(figure.left)


def is_share_first(figure: Figure) -> bool:
    """Whether a share comes before its name: "100% chi bộ …"."""
    amount = figure.phrase.amount
    share = amount is not None and (
        amount.unit == "%" or isinstance(amount.value, Fraction) or amount.whole is not None
    )
    return share and (not has_content(figure.left) or _opens_with_all(figure))


def _opens_with_all(figure: Figure) -> bool:
    """ "Về kinh tế: 100% hộ có …", "Quý I, 100% hộ": all of them, behind a heading or a time."""
    amount, opening = figure.phrase.amount, figure.island.tokens[0]
    if amount is None or amount.unit != "%" or amount.value != _HUNDRED:
        return False
    opens = opening.key == ":" or (opening.type == "NUMBER" and figure.left[-1].type == "SIGN")
    return opens and (not figure.right or "NOUN" in figure.right[0].marks)
