"""Numbers in words: "hai phần ba", "ba tỷ sáu trăm triệu", "2 tỷ rưỡi", "xếp thứ nhất"."""

from __future__ import annotations

from decimal import Decimal

from chitieu.reading.numbers.broken_figures import parts_in_words, stands_between_parts
from chitieu.reading.numbers.dates import YEAR
from chitieu.reading.numbers.words_beside import HALF, HALVED
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import COMPARING, LISTING, UNIT_TYPES, sentence_start, token_at
from chitieu.text.figures import NUMERALS, read_numerals
from chitieu.text.spoken import (
    A_YEAR,
    BE,
    EQUAL,
    FOR,
    FOURTH,
    HALF_OF,
    LIVING_TAIL,
    MEAN_OF_YEAR,
    MONTH,
    NEWLY,
    NOT,
    NTH,
    ONE,
    PART,
    PLACE,
    PRIZE,
    PUPIL_TAIL,
    THREE,
    TIMES,
    YEAR_OF_SCHOOL,
    words,
)

_THOUSANDS = frozenset(words("THOUSAND"))
_THOUSAND = 1000
_COUNTED_NOT = frozenset(words("NO_COUNT_ALONE"))
_NO_NUMBER = frozenset(words("NO_NUMBER"))
_AFTER_FIVE = frozenset(words("AFTER_FIVE"))
_PLACES = {
    word: Decimal(place)
    for place, name in enumerate(("FIRST_PLACE", "SECOND_PLACE", "THIRD_PLACE", "FOURTH_PLACE"), 1)
    for word in words(name)
}
#: The words that a spelled-out number or place begins with.
_NUMERIC = NUMERALS | frozenset(_PLACES)
#: "năm" in one token with a word, and what the word says alone.
_JOINED = {
    word: said
    for name, said in (("FROM_YEAR", "FROM"), ("UNTIL_YEAR", "TO"), ("WITHIN_YEAR", "AMONG_RANKED"))
    for word in words(name)
}
_GOING_ON = UNIT_TYPES | {"WORD", "DASH"}
JOINED_YEARS = frozenset((*_JOINED, MEAN_OF_YEAR, YEAR_OF_SCHOOL))
#: What a number in words may begin in, "đến năm" parted.
SPELLED_OUT = _NUMERIC | JOINED_YEARS | {HALF_OF}
#: What a program is called by.
_CAMPAIGNS, _SINGLED_OUT = frozenset(words("CAMPAIGN")), frozenset(words("SINGLED_OUT"))
#: What a count stands before, and what before it.
_MEASURED = frozenset({"NOUN", "MEASURE", "POINT", "PERCENT_WORD"})
#: What is done to what is counted: "kết nạp ba đảng viên", "kiểm tra ba tổ chức đảng".
_ACTING = frozenset({"MAKE", "INSPECTS"})
_LEADING = _ACTING | COMPARING | {"EQUALS"}
_HOLDING = frozenset({"HOLD", "EQUALS", "STRIVE", "DOWN_TO"})
_COUNTING = _HOLDING | {"MAKE", "FROM"}
#: Before what "năm" may be five as well as a year, and behind what it is a year, or was looked at.
_DOUBTED = frozenset({"EQUALS", "STRIVE"})
_BEFORE_YEARS = frozenset({"TIME", "YEAR_WORD", "NOUN", "PLAN", "RESULT", "MAKE", "HOLD", "EACH", "AGAINST"})
_YEARLY = frozenset(words("YEARLY"))
_CLASSED = frozenset({"NAME_HEAD", "NUMBERED", "GRADED"})
_CARING, _CARE = words("CARES_FOR"), 3
_AMOUNTING = COMPARING | {"RISE", "FALL", "DOWN_TO", "TIMES", "GROWTH_NAME"}
#: So many words behind it a "trở lên" may stand.
_REACH = 5
#: So near behind a group what it leads stands.
_FIELD = 12
#: So many words a universal and its verb are.
_SHORT = 9
#: So many words "một triệu" takes, which may be a name ("Đề án một triệu héc-ta"); "hai tỷ rưỡi" is a sum.
_SHORT_SUM = 2
_GREAT = {
    word: Decimal(10) ** power for name, power in (("BILLION", 9), ("MILLION", 6)) for word in words(name)
}


def split_years(tokens: list[Token]) -> None:
    """Part "đến năm", "từ năm", "trong năm" where "năm" is five: "từ ba đến năm hội thi", "ba trong năm xã".

    "thu nhập bình quân năm 2020" is the mean in a year, and none of years; "năm học" and "sinh" are five pupils.
    """
    for index in range(len(tokens) - 2, -1, -1):
        token, following = tokens[index], tokens[index + 1]
        joined = _JOINED.get(token.key)
        if token.key == YEAR_OF_SCHOOL and following.key == PUPIL_TAIL:
            _part_pupils(tokens, index)
        elif token.key == MEAN_OF_YEAR:
            dated = following.type == "NUMBER" and YEAR.fullmatch(following.key) is not None
            if dated and not (index + 2 < len(tokens) and tokens[index + 2].type == "DASH"):
                middle = token.start + token.text.rindex(" ")
                mean, _, year = token.text.rpartition(" ")
                tokens[index : index + 1] = [
                    new_token("WORD", token.key.rpartition(" ")[0], mean, token.start, middle, token.marks),
                    new_token("WORD", A_YEAR, year, middle + 1, token.end, frozenset({"YEAR_WORD"})),
                ]
        elif joined is not None and following.type in _GOING_ON and _counts_to_five(tokens, index, joined):
            middle = token.start + token.text.index(" ")
            key, text = token.key.partition(" ")[0], token.text.partition(" ")
            first = new_token("WORD", key, text[0], token.start, middle, frozenset({joined}))
            five = new_token("WORD", A_YEAR, text[2], middle + 1, token.end, frozenset({"YEAR_WORD"}))
            tokens[index : index + 1] = [first, five]


def _part_pupils(tokens: list[Token], index: int) -> None:
    """Part "năm học" and "sinh" as "năm" and "học sinh", and not before "sinh hoạt"."""
    joined, tail = tokens[index : index + 2]
    behind = token_at(tokens, index + 2)
    if behind is not None and behind.key == LIVING_TAIL:
        return
    middle = joined.start + joined.text.index(" ")
    text = joined.text.partition(" ")
    pupils = f"{text[2]} {tail.text}"
    tokens[index : index + 2] = [
        new_token("WORD", A_YEAR, text[0], joined.start, middle, frozenset({"YEAR_WORD"})),
        new_token("WORD", pupils.lower(), pupils, middle + 1, tail.end, frozenset({"NOUN"})),
    ]


def _counts_to_five(tokens: list[Token], index: int, joined: str) -> bool:
    """Whether the "năm" that a word is joined with is five, by the number that stands on the other side of the word."""
    before, after = token_at(tokens, index - 1), tokens[index + 1]
    if joined == "FROM":
        if "TO" in after.marks or after.type == "DASH":  # "từ năm đến bảy đảng viên"
            return _opens_a_range(tokens, index)
        return "NOUN" in after.marks and marked(tokens[index + 2 : index + _REACH], "OR_MORE")
    if before is None or after.type == "DASH":
        return False
    if before.type == "NUMBER":
        return joined == "TO" and "NOUN" in after.marks  # "từ 3 đến năm đảng viên"
    return before.key in NUMERALS and (joined == "TO" or "NOUN" in after.marks)  # "có ba trong năm xã"


def spell(tokens: list[Token]) -> list[str]:
    """Join spelled-out numbers where a figure is expected into NUMBER tokens; a note where "năm" may be a year."""
    notes: list[str] = []
    shared, index = False, -1
    while (index := _next_spelled(tokens, index + 1)) < len(tokens):
        key = tokens[index].key
        if key == HALF_OF and index + 1 < len(tokens) and tokens[index + 1].key in HALVED:
            tokens[index] = _spelled(tokens[index : index + 1], HALF)[0]  # "không quá nửa ngày"
        if (key == A_YEAR or key in _JOINED) and _is_five_or_year(tokens, index):
            notes.append("reading.five_or_year")
        if tokens[index].key not in _NUMERIC:
            continue
        place = _place_on_a_list(tokens, index)
        if place is not None:
            tokens[index].type, tokens[index].value = "NUMBER", place
        elif tokens[index].key == NOT and _is_nought(tokens, index):
            tokens[index] = _spelled(tokens[index : index + 1], Decimal(0))[0]
        spelled = None if place is not None else _numerals_at(tokens, index)
        if spelled is not None:
            value, taken = spelled
            _join_neighbours(tokens, index, value)
            figures = _spelled(tokens[index : index + taken], value)
            part = _parts_at(tokens, index + taken + 1) if _is_part(tokens, index + taken) else None
            if part is not None:  # "hai phần ba"
                slash = tokens[index + taken]
                slash.type = "SLASH"
                end = index + taken + 1 + part[1]
                figures += [slash, *_spelled(tokens[index + taken + 1 : end], part[0])]
                tokens[index:end] = figures
            elif value and (
                (len(figures) > 1 and taken > _SHORT_SUM) or _expected(tokens, index, index + taken)
            ):
                tokens[index : index + taken] = figures
                over = token_at(tokens, index + len(figures))
                shared = shared or (over is not None and stands_between_parts(over))
    if shared:  # guard
        parts_in_words(tokens)
    return notes


def _next_spelled(tokens: list[Token], begun: int) -> int:
    """Where the next word stands that may spell a number, from a place on; behind all tokens where none does."""
    for at in range(begun, len(tokens)):
        if tokens[at].key in SPELLED_OUT:
            return at
    return len(tokens)


def _join_neighbours(tokens: list[Token], index: int, value: Decimal) -> None:
    """ "kết nạp một, hai đảng viên": a number and the next one are a range, whose comma is a dash."""
    before, comma = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if comma is None or comma.key != ",":
        return
    if tokens[index].key == ONE if before is None else before.marks.isdisjoint(_ACTING):
        return  # "Một, hai đơn vị chưa làm tốt"
    following = tokens[index + 2].key if index + 3 < len(tokens) else ""
    if following in NUMERALS and "NOUN" in tokens[index + 3].marks:
        second = read_numerals([following])
        if second is not None and second[0] == value + 1:
            tokens[index + 1] = new_token("DASH", "-", comma.text, comma.start, comma.end)


def _parts_at(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """Into how many parts: "ba phần tư" is 3/4."""
    token = token_at(tokens, index)
    if token is not None and token.key == FOURTH:
        return Decimal(4), 1
    return _numerals_at(tokens, index)


def _is_part(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].key == PART


def _place_on_a_list(tokens: list[Token], index: int) -> Decimal | None:
    """ "xếp thứ nhất", "vị trí thứ nhì": a place by its ordinal."""
    place = _PLACES.get(tokens[index].key)
    before = token_at(tokens, index - 1)
    if place is None or before is None:
        return None
    first = token_at(tokens, index - 2)
    ranked = "RANK" in before.marks and before.key != PLACE
    if ranked or (before.key == NTH and first is not None and "RANK" in first.marks):
        return place
    return None


def _numerals_at(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """The number spelled out at an index, and how many words it takes."""
    token = token_at(tokens, index)
    if token is None or token.type != "WORD" or token.key not in NUMERALS or token.key in _NO_NUMBER:
        return None
    before, following = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if token.key == A_YEAR and not _is_five(tokens, index):
        return None
    if token.key == THREE and before is not None and before.key == NTH:
        return None
    words: list[str] = []
    for word in tokens[index : index + 16]:
        if (
            word.type != "WORD"
            or word.key not in NUMERALS
            or (words and "YEAR_WORD" in word.marks and word.key != A_YEAR)
        ):
            break
        words.append(word.key)
    spelled = read_numerals(words)
    if spelled is None:
        return None
    value, taken = spelled
    begun = token_at(tokens, index - 2)
    if before is not None and "TO" in before.marks and begun is not None and (begun.value or 0) >= _THOUSAND:
        return value, taken  # "từ một nghìn đến hai nghìn tỷ đồng"
    if taken > _SHORT_SUM and words[taken - 1] in _GREAT and words[taken - 2] in _THOUSANDS:
        taken -= 1
    following = token_at(tokens, index + taken)
    while (
        taken > 1 and words[taken - 1] in _THOUSANDS and following is not None and "SCALE" in following.marks
    ):
        taken -= 1  # "năm mươi ngàn tỉ đồng" is 50 thousand thousand million
        spelled = read_numerals(words[:taken])
        value = spelled[0] if spelled else value
        following = token_at(tokens, index + taken)
    return value, taken


def _is_five(tokens: list[Token], index: int) -> bool:
    """Whether "năm" is five, not year: before "mươi", "trăm" …, or where a count stands before a noun."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if (after is None or after.type != "NUMBER") and _is_ordinal(tokens, index):
        return True
    if after is None:
        return False
    if after.key in _AFTER_FIVE:
        return True
    if before is None:
        return "TO" in after.marks and _opens_a_range(tokens, index)  # "năm đến bảy đảng viên"
    ranged = (
        "TO" in before.marks and index > 1 and tokens[index - 2].type == "NUMBER" and after.type == "WORD"
    )
    ranged = ranged or ("TO" in before.marks and tokens[index - 2].key in NUMERALS)
    if ranged and not after.marks.isdisjoint(_MEASURED):
        return True  # "tăng từ ba đến năm phần trăm"
    if not (
        after.marks.isdisjoint(_MEASURED) or before.marks.isdisjoint(_AMOUNTING) or "FROM" in before.marks
    ):
        return True  # "giảm năm phần trăm", "không quá năm ngày"
    if "TO" in after.marks or after.type == "DASH":
        opens = "FROM" in before.marks or not before.marks.isdisjoint(_LEADING | _AMOUNTING)
        return opens and _opens_a_range(tokens, index)
    if "NOUN" not in after.marks or before.key == BE:
        return ranged
    if not before.marks.isdisjoint(_COUNTING) or _is_whole(tokens, index):
        return True
    if _leads_a_group(tokens, index) or _stands_for_whom(tokens, index):
        return True
    if before.key in LISTING or before.type == "DASH":
        neighbour = tokens[index - 2].key in NUMERALS or tokens[index - 2].type == "NUMBER"
        return neighbour or (before.key in LISTING and _goes_on_counting(tokens, index))
    return ranged or _is_for_each(tokens, index, index + 1)


def _opens_a_range(tokens: list[Token], index: int) -> bool:
    """ "năm đến bảy đảng viên": a number in words stands behind the word of a range, and what is counted behind it."""
    second = token_at(tokens, index + 2)
    if second is None or second.key == A_YEAR:
        return False
    spelled = _numerals_at(tokens, index + 2)
    counted = token_at(tokens, index + 2 + spelled[1]) if spelled is not None else None
    return counted is not None and not counted.marks.isdisjoint(_MEASURED)


def _is_for_each(tokens: list[Token], start: int, end: int) -> bool:
    """ "Mỗi năm ba đảng viên", "mỗi chi bộ năm đảng viên": so many for each, with nothing that they do behind them."""
    before, behind = tokens[start - 1], token_at(tokens, end + 1)
    if behind is not None and behind.type == "WORD":
        return False
    return before.key in _YEARLY or (
        "NOUN" in before.marks and start > 1 and "EACH" in tokens[start - 2].marks
    )


def _is_five_or_year(tokens: list[Token], index: int) -> bool:
    """ "Có năm xã đạt chuẩn": five communes, or there is a year in which the commune does; "Tặng năm suất quà"."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if after is None or "NOUN" not in after.marks or (before is not None and before.key in NUMERALS):
        return False
    if tokens[index].key != A_YEAR:
        return _JOINED.get(tokens[index].key) == "TO"  # "phấn đấu đến năm xã đạt chuẩn"
    if before is None:
        return True
    if before.type != "WORD" or not before.marks.isdisjoint(_BEFORE_YEARS):
        return False
    return not _is_five(tokens, index) or not before.marks.isdisjoint(_DOUBTED)


def _is_ordinal(tokens: list[Token], index: int) -> bool:
    """ "đứng thứ năm", "vị trí thứ mười hai": a place in words; "thứ hạng năm 2025" is none."""
    before, first = token_at(tokens, index - 1), token_at(tokens, index - 2)
    if before is None or before.key.rsplit(" ", 1)[-1] != NTH:
        return False
    return "RANK" in before.marks or (before.key == NTH and first is not None and "RANK" in first.marks)


def _leads_a_group(tokens: list[Token], index: int) -> bool:
    """ "nhóm năm địa phương dẫn đầu", "tốp ba tỉnh đứng đầu": how many are the first."""
    return "TOP" in tokens[index - 1].marks and marked(tokens[index + 1 : index + _FIELD], "LEADING")


def _spelled(words: list[Token], value: Decimal) -> list[Token]:
    """The figure of spelled-out words; of "ba tỷ sáu trăm triệu" it is 3,6 with the scale word "tỷ"."""
    text = " ".join(word.text for word in words)
    number = new_token("NUMBER", text.lower(), text, words[0].start, words[-1].end)
    number.value = value
    scale = next((word for great in _GREAT for word in words if word.key == great), None)
    if scale is None:
        return [number]
    number.value = value / _GREAT[scale.key]
    number.end = next((word.end for word in reversed(words) if word.end < scale.start), scale.start)
    return [
        number,
        new_token("WORD", scale.key, scale.text, scale.start, words[-1].end, frozenset({"SCALE"})),
    ]


def _is_nought(tokens: list[Token], index: int) -> bool:
    """ "Số vụ cháy bằng không": none, where nothing follows that would be denied."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    return before is not None and before.key == EQUAL and (after is None or after.type == "SIGN")


def _expected(tokens: list[Token], start: int, end: int) -> bool:
    before, after = token_at(tokens, start - 1), token_at(tokens, end)
    if after is not None and after.key == NTH and tokens[end - 1].key == A_YEAR:
        return False  # "chăm sóc rừng trồng năm thứ 2"
    if after is not None and stands_between_parts(after) and _is_of_a_whole(tokens, start, end):
        return True
    made = before is None or not before.marks.isdisjoint(_ACTING)
    if before is not None and after is not None and "TO" in after.marks:
        numbered = before.key == MONTH or not before.marks.isdisjoint(_CLASSED)
        if not numbered and _opens_a_range(tokens, end - 1):
            return True  # "tỷ lệ tăng ba đến bảy phần trăm"
    if made and after is not None and ("TO" in after.marks or after.type == "DASH"):
        second = _numerals_at(tokens, end + 1)  # "xây dựng hai đến ba mô hình"
        counted = token_at(tokens, end + 1 + second[1]) if second is not None else None
        if before is None and second is not None and counted is None:
            return True  # a cell of a table: "một đến hai"
        return counted is not None and bool(counted.marks & {"NOUN", "MEASURE"})
    if (
        before is not None
        and before.marks & COMPARING
        and after is not None
        and after.key.startswith(f"{PRIZE} ")
    ):
        return True  # "từ một giải Nhất trở lên"
    noun = after is not None and bool(after.marks & {"NOUN", "MEASURE", "SCALE"} or after.type in UNIT_TYPES)
    if before is None and after is None:
        return True  # a cell of a table: "mười hai"
    if before is None:
        measured = after is not None and not after.marks.isdisjoint({"MEASURE", "SCALE"})
        return noun and (end > start + 1 or measured or tokens[start].key not in _COUNTED_NOT)
    if (noun and _leads_a_group(tokens, start)) or _is_ordinal(tokens, start):
        return True
    if noun and tokens[start].key != ONE and (_is_whole(tokens, start) or _is_for_each(tokens, start, end)):
        return True
    if "TIME" in before.marks and after is not None and after.key == TIMES:
        return True  # "mỗi tháng một lần"
    if before.marks & {"NAME_HEAD", "ORDINAL", "GRADED"} and not before.marks & COMPARING:
        return False
    leading = bool(before.marks & (COMPARING | {"EQUALS", "RISE", "FALL", "EACH", "OR_MORE", "TIMES"})) or (
        ("TO" in before.marks or (before.type == "DASH" and not tokens[start - 2].key[:1].isdecimal()))
        and start > 1
        and tokens[start - 2].type == "NUMBER"
    )
    if leading:
        if after is None and "TO" in before.marks:
            return True  # "từ một đến hai"
        if "FROM" in before.marks and marked(tokens[end + 1 : end + _REACH], "OR_MORE"):
            return True  # "từ ba địa chỉ nhân đạo trở lên"
        return noun or (
            after is not None and ("TO" in after.marks or "OR_MORE" in after.marks or not after.marks)
        )
    if noun and tokens[start].key != ONE and not before.marks.isdisjoint(_HOLDING):
        return True  # "giữ vững ba xã đạt chuẩn", "còn ba hộ nghèo"
    scaled = token_at(tokens, end + 1)
    if after is not None and scaled is not None and "SCALE" in after.marks & scaled.marks:
        return True  # "doanh thu ba nghìn tỷ đồng"
    measured = after is not None and "MEASURE" in after.marks
    made = not before.marks.isdisjoint(_ACTING) or (
        before.key == NEWLY and start > 1 and "MAKE" in tokens[start - 2].marks
    )
    closed = noun and marked(tokens[end + 1 : end + _REACH], "OR_MORE")
    if noun and (end > start + 1 or made or measured or closed):
        return True
    if noun and tokens[start].key != ONE and _stands_for_whom(tokens, start):
        return True
    if noun and before.key in LISTING and _goes_on_counting(tokens, start):
        return True
    begun = max(sentence_start(tokens, start), start - _SHORT)
    owner = next((at for at in range(begun, start) if "EACH" in tokens[at].marks), None)
    if owner is None or not noun or before.type != "WORD":
        return False
    return not _is_of_a_program(tokens, owner, start)  # "mỗi chi hội nhận chăm sóc một tuyến đường hoa"


def _is_of_a_whole(tokens: list[Token], start: int, end: int) -> bool:
    """ "mười lăm trên mười tám thôn", "ba trong năm xã": a part in words of a whole in words that is counted."""
    before = token_at(tokens, start - 1)
    if before is not None and (before.key in NUMERALS or not before.marks.isdisjoint(_CLASSED)):
        return False
    part, whole = _numerals_at(tokens, start), _numerals_at(tokens, end + 1)
    counted = token_at(tokens, end + 1 + whole[1]) if whole is not None else None
    if part is None or whole is None or counted is None:
        return False
    return part[0] <= whole[0] and whole[0] > 1 and "NOUN" in counted.marks


def _is_whole(tokens: list[Token], start: int) -> bool:
    """Behind a part of it: "ba trong năm xã"."""
    return (
        start > 1
        and stands_between_parts(tokens[start - 1])
        and (tokens[start - 2].type == "NUMBER" or tokens[start - 2].key in NUMERALS)
    )


def _goes_on_counting(tokens: list[Token], start: int) -> bool:
    """ "xây dựng một tuyến phố văn minh, hai mô hình tự quản": one more of what a number in words before it counts."""
    for at in range(start - 1, max(sentence_start(tokens, start), start - _SHORT), -1):
        if tokens[at].type == "NUMBER":
            before = tokens[at - 1] if tokens[at - 1].key != NEWLY else tokens[at - 2]
            return tokens[at].value is not None and not before.marks.isdisjoint(_LEADING)
    return False


def _stands_for_whom(tokens: list[Token], start: int) -> bool:
    """ "đào tạo nghề cho ba người", "nhận đỡ đầu hai học sinh": for how many something is done."""
    said = " ".join([token.key for token in tokens[max(0, start - _CARE) : start]])
    if said.endswith(_CARING):
        return True
    begun = sentence_start(tokens, start)
    return tokens[start - 1].key == FOR and any("MAKE" in token.marks for token in tokens[begun:start])


def _is_of_a_program(tokens: list[Token], owner: int, start: int) -> bool:
    """ "chương trình mỗi xã một sản phẩm": what a program is called by, with no verb between the two nouns."""
    between = tokens[owner + 1 : start]
    if any("NOUN" not in token.marks and token.key != "," for token in between):
        return False
    head = token_at(tokens, owner - 1)
    if tokens[start + 1].key in _SINGLED_OUT:
        return True
    return head is not None and (head.key == '"' or head.key in _CAMPAIGNS or "PROGRAM" in head.marks)
