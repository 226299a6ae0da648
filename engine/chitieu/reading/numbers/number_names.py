"""Numbers that are part of a name: "khu phố 3", "lớp 6", "3 sạch", "THPT 2"."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.numbers.arrows import ARROWS
from chitieu.reading.numbers.classes import is_between_classes
from chitieu.reading.numbers.dates import YEAR, counts_acts
from chitieu.reading.numbers.proper_names import unmark_proper_name
from chitieu.reading.numbers.ranks import ends_places, is_ranked
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARING,
    LISTING,
    REACH,
    counts_of_each,
    ends_compound,
    has_unit,
    sentence_end,
    sentence_start,
    token_at,
)
from chitieu.text.spoken import FIRST_NAMED, LEVEL, MONTH, NTH, NUMBER_OF, OVER, words

_CARRIED_OUT = words("CARRIED_OUT_BEGINS")
#: What parts the items of a list, and what ends it.
_LISTING = frozenset({":", ",", "("})
_ROADS = frozenset(words("ADDRESS_HEAD"))
_AIMS = frozenset(words("AIMED_AT"))
_STRUCTURES = frozenset(words("STRUCTURE"))
#: So near before its parts the structure is named.
_HEADED = 24
_PLACES = frozenset(words("PLACE_COUNTED"))
_STAGES = frozenset(words("STAGE"))
_SIDES = frozenset(words("CRITERION"))
_LEVELS, _DONE = frozenset(words("LEVEL_OF_STATE")), frozenset(words("COUNTED_DEED"))
AWARDING = frozenset({*words("FIRST_PLACE"), LEVEL})
_MONTHS = 12
#: The last class of a school.
_LAST_CLASS = 12
#: So near its beginning the words that count open a clause.
_FEW = 3
FORMS = frozenset(words("NUMBERED_ITEM"))
_PARTING = frozenset({",", ";", ".", ")"})

#: The classes that are entered by an examination, what leads to them, and how one is spoken of.
_ENTERED, ENTERING = (6, 10), frozenset(words("ENTERING"))
_SUBJECTS = frozenset(words("SUBJECT_OF_EXAM"))
_COUNTED = frozenset({"NOUN", "MEASURE", "NAME_HEAD", "PLACE"})
#: So far before a number the noun may stand that is counted.
_AGAIN = 8
#: What may stand before the verb "cấp"; and the lowest class that anything is of.
_LEADING_VERBS = frozenset({"MAKE", "STRIVE", "AND", "TASK", "FINISH", "TIME"})
_LAST_LEVEL = 6
_COUNTED_OR_AGED = frozenset({"NOUN", "AGE"})  # "mức 74 tuổi"
_EXAMS = tuple(f" {word} " for word in words("EXAM"))


def is_name(tokens: list[Token], index: int) -> bool:
    """ "khu phố 3", "lớp 6", "Đề án 06": the number of something named by it."""
    before, after = tokens[index - 1], token_at(tokens, index + 1)
    if "NAME_HEAD" not in before.marks or counts_acts(tokens, index) or _counts_behind(tokens, index):
        return False
    if _ends_part(tokens, index) and unmark_proper_name(tokens, index):
        return False  # "Nhật Bản 110"
    if _ends_part(tokens, index) and (_heads_a_count(tokens, index - 1) or _is_of_each(tokens, index - 1)):
        return False  # "Tổng số lớp 24, số học sinh 850"
    if ends_compound(tokens, index - 1) and (
        _ends_part(tokens, index)
        or _points_on(tokens, index)  # "Xếp hạng chuyển đổi số 40 → 30"
        or (after and (after.type == "SLASH" or _ends_count(tokens, index)))
    ):
        return False  # "điểm ô nhiễm môi trường 2", "trưởng thôn 12/15", "nhân lực số 350 người"
    if after is not None and _is_counted(after) and _is_counted_again(tokens, index):
        return False  # "tổ công nghệ số 3 tổ", "Số lớp 12 lớp"
    if "RANK" in before.marks or "TOP" in before.marks:
        return _is_of_a_group(tokens, index) or is_between_classes(tokens, index)
    if (
        before.key == NTH
        and index > 1
        and (tokens[index - 2].marks & (COMPARING | {"RANK", "UP_TO", "DOWN_TO"}))
    ):
        return False
    if before.key == NTH and (is_ranked(tokens, index) or ends_places(tokens, index)):
        return False
    cells = before.marks & {"MEASURE", "NOUN"} and "PROGRAM" not in before.marks  # but "Thực hiện Đề án 06"
    if cells and after is None and not _figure_before(tokens, index):
        return False  # the last cells of a row: unit, value
    if after is not None and after.type in ("SLASH", "DASH") and "NUMBERED" not in before.marks:
        second = token_at(tokens, index + 2)
        if after.type == "SLASH" and before.key not in _ROADS and _is_part(tokens, index):
            return False
        counted = token_at(tokens, index + 3)
        if after.type == "SLASH" and counted is not None and "NOUN" in counted.marks:
            return False  # "giỏi cấp trường 20/24 giáo viên"
        if second is not None and second.type == "NUMBER" and before.marks & {"EQUALS"}:
            return False
    if before.key == LEVEL and _gives_out(tokens, index):
        return False
    if "NUMBERED" in before.marks:
        return True
    return (
        after is None or after.marks.isdisjoint(_COUNTED_OR_AGED) or bool(after.marks & {"OPENING", "MAKE"})
    )


def _is_of_a_group(tokens: list[Token], index: int) -> bool:
    """ "(đơn vị nhóm 2)", "các xã nhóm 3, …": the group that someone is put in; not "vào nhóm 2 tỉnh dẫn đầu"."""
    owner, head = token_at(tokens, index - 2), tokens[index - 1]
    grouped = "NAME_HEAD" in head.marks and owner is not None and "ACTOR" in owner.marks
    return grouped and _ends_part(tokens, index)


def _is_counted(after: Token) -> bool:
    return not after.marks.isdisjoint({"NOUN", "MEASURE"}) and "PLACE" not in after.marks


def _ends_count(tokens: list[Token], index: int) -> bool:
    """ "… thiểu số 05 đồng chí, …": a counted noun stands behind, and nothing goes on from it."""
    return _is_counted(tokens[index + 1]) and _ends_part(tokens, index + 1)


def _is_counted_again(tokens: list[Token], index: int) -> bool:
    """Whether the noun behind a number stands before it as well: what it is the number of."""
    noun, begun = tokens[index + 1].key, max(sentence_start(tokens, index), index - _AGAIN)
    heads = {noun, noun.split(" ")[0]}
    return any(token.key in heads for token in tokens[begun:index])


def _gives_out(tokens: list[Token], index: int) -> bool:
    """ "cấp 25 mã số vùng trồng", "hỗ trợ cấp 4 giấy phép": a verb, where nothing stands before that has a class."""
    after, owner = token_at(tokens, index + 1), token_at(tokens, index - 2)
    if after is None or after.type != "WORD" or (after.marks and "NOUN" not in after.marks):
        return False
    opens = owner is None or owner.type == "SIGN" or not owner.marks.isdisjoint(_LEADING_VERBS)
    return opens or (tokens[index].value or 0) > _LAST_LEVEL


def falls_in_all(tokens: list[Token], index: int) -> bool:
    """ "kéo giảm tai nạn giao thông trên 3 tiêu chí: số vụ …": how many are meant, and no figure of theirs."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or after is None or after.key not in _SIDES:
        return False
    if before.marks & CHANGING:  # "Giảm 3 tiêu chí: số vụ 5%, số người chết 10%"
        behind = tokens[index + 2 : sentence_end(tokens, index)]
        colon = next((at for at, token in enumerate(behind) if token.key == ":"), len(behind))
        return any(token.type == "PERCENT" for token in behind[colon + 2 :])
    if before.key != OVER:
        return False
    words = tokens[sentence_start(tokens, index) : index - 1]
    if not words or words[-1].type != "WORD" or words[-1].marks & {"EQUALS", "OPENING", "FALL", "RISE"}:
        return False  # "giảm trên 3 tiêu chí", "xã đạt trên 3 tiêu chí"
    verb = next((at for at, token in enumerate(words) if "FALL" in token.marks), None)
    return verb is not None and all(token.type == "WORD" or token.key == "," for token in words[verb:])


def _counts_behind(tokens: list[Token], index: int) -> bool:
    """ "mỗi lớp 25 - 30 học viên", "ra lớp 28/96 cháu": how many of what stands behind, and no number of a class."""
    joint, second = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if joint is None:
        return False
    if index > 1 and counts_of_each(tokens[index - 2]):
        ranged = joint.type == "DASH" and second is not None and second.type == "NUMBER"
        counted = token_at(tokens, index + 3) if ranged else joint
        return counted is not None and "NOUN" in counted.marks
    if joint.type == "DASH" and _is_range_of(tokens, index):
        numbered = "NUMBERED" in tokens[index - 1].marks and (tokens[index].value or 0) <= _LAST_CLASS
        return not numbered  # "thành lập nhóm 3 - 5 hộ", "mở lớp 25 - 30 học viên"
    counted = token_at(tokens, index + 3) if "NUMBERED" in tokens[index - 1].marks else None
    return (
        joint.type == "SLASH" and counted is not None and "NOUN" in counted.marks and _is_part(tokens, index)
    )


def names_a_form(tokens: list[Token], index: int) -> bool:
    """ "(tiêu chí 17)", "theo mẫu 02": the number of a criterion or a form."""
    before = token_at(tokens, index - 1)
    opens = token_at(tokens, index - 2)
    if before is None or before.key not in FORMS or opens is None or not _ends_part(tokens, index):
        return False
    return opens.key == "(" or "DESCRIBES" in opens.marks


def enters_a_class(tokens: list[Token], index: int) -> bool:
    """ "điểm thi vào 10", "tuyển sinh vào 6": the class that an examination leads to, its word left out."""
    after = token_at(tokens, index + 1)
    counted = after is not None and after.key not in _SUBJECTS and not after.marks.isdisjoint(_COUNTED)
    if counted or tokens[index].value not in _ENTERED:
        return False  # "trúng tuyển vào 10 trường chuyên"
    said = f" {' '.join([token.key for token in tokens[max(0, index - _FEW) : index]])} "
    return any(exam in said for exam in _EXAMS)


def may_count(tokens: list[Token], index: int) -> bool:
    """ "lớp 6 - 9 học sinh": numbers of classes, or how many of what stands behind."""
    joint = token_at(tokens, index + 1)
    ranged = joint is not None and joint.type == "DASH" and "NUMBERED" in tokens[index - 1].marks
    return ranged and _is_range_of(tokens, index)


def _is_range_of(tokens: list[Token], index: int) -> bool:
    """Whether two ends stand there, and what they count: "3 - 5 hộ"; but not "khu phố 3 - 5 tổ chức …"."""
    second, noun = token_at(tokens, index + 2), token_at(tokens, index + 3)
    if second is None or noun is None or not (tokens[index].key.isdigit() and second.key.isdigit()):
        return False
    counted = "NOUN" in noun.marks and noun.marks.isdisjoint({"OPENING", "MAKE", "ACTOR"})
    return counted and int(tokens[index].key) < int(second.key)


def _heads_a_count(tokens: list[Token], head: int) -> bool:
    """ "số dự án 12", "tổng số lớp 24": how many there are to be, and no number of one."""
    before = token_at(tokens, head - 1)
    opens = head < _FEW or tokens[head - 2].key in _PARTING or "EQUALS" in tokens[head - 2].marks
    return before is not None and opens and (before.key == NUMBER_OF or "SUM" in before.marks)


def _is_of_each(tokens: list[Token], head: int) -> bool:
    """ "mỗi xã 3 mô hình, mỗi thôn 1": how many each of them is to have, and no number of one."""
    return head > 0 and "EACH" in tokens[head - 1].marks


def _is_part(tokens: list[Token], index: int) -> bool:
    """ "Số nhà văn hóa thôn 12/15", "đường trục thôn 12/15 km": so many of so many, and no address."""
    whole = token_at(tokens, index + 2)
    if whole is None or not (whole.key.isdigit() and tokens[index].key.isdigit()):
        return False
    opening = [token for token in tokens[sentence_start(tokens, index) : index] if token.type == "WORD"][:2]
    counts = marked(opening, "RATE", "SUM", "MAKE") or any(t.key.split()[0] == NUMBER_OF for t in opening[:1])
    parts = 1 < int(whole.key) >= int(tokens[index].key)
    counted = token_at(tokens, index + 3)
    noun = counted is not None and "NOUN" in counted.marks and "NUMBERED" in tokens[index - 1].marks
    return parts and (counts or noun or has_unit(counted))


#: A counted noun by its first letters: "LĐ", "HV", "ĐV".
_INITIALS = 2


def names_by_number(tokens: list[Token], index: int) -> str | None:
    """ "xăng RON 92 tăng" behind capitals: a name; "Chi bộ 4 tốt": a title. "PAPI 44, PCI 68" are values."""
    before, after = tokens[index - 1], token_at(tokens, index + 1)
    if after is not None and "GRADE" in after.marks and " " not in after.key and before.type == "WORD":
        return "name" if "NOUN" in before.marks else None
    if not (_is_capitals(before) and before.text.isascii()) or "NAME_HEAD" in before.marks:
        return None
    if after is not None and after.type == "SLASH":
        return None  # "THCS 13/18 trường"
    if _points_on(tokens, index):
        return None if _is_stated(tokens, index) else "unread"  # "Xếp hạng PCI 40 → 30"; "PCI 40 → 30"
    counted = after is not None and after.type == "WORD" and after.marks & {"NOUN", "MEASURE", "OR_MORE"}
    if counted and after is not None and after.marks.isdisjoint({"OPENING", "MAKE"}):
        return None
    if (
        after is not None
        and _is_capitals(after)
        and len(after.text) == _INITIALS
        and _ends_part(tokens, index + 1)
    ):
        return None  # "GQVL 350 LĐ", "CCB 25 HV"
    headed = index > 1 and "NAME_HEAD" in tokens[index - 2].marks and tokens[index - 2].key != NUMBER_OF
    if not _ends_part(tokens, index) or headed or _named_again(tokens, index):
        return "name"
    return None if _is_stated(tokens, index) and not _noun_leads_next(tokens, index) else "unread"


def _points_on(tokens: list[Token], index: int) -> bool:
    """ "Chỉ số PAPI 45 → 50": an arrow leads to another figure, which no name has."""
    arrow, second = token_at(tokens, index + 1), token_at(tokens, index + 2)
    return arrow is not None and arrow.key in ARROWS and second is not None and second.type == "NUMBER"


def _noun_leads_next(tokens: list[Token], index: int) -> bool:
    """ "Số bệnh nhân BHYT 1200, dịch vụ 300": the noun of the next number would be taken for that of both."""
    following = next((at for at in range(index + 1, len(tokens)) if tokens[at].type == "NUMBER"), None)
    return following is not None and _ends_part(tokens, following) and "NOUN" in tokens[following - 1].marks


def _is_capitals(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def _ends_part(tokens: list[Token], index: int) -> bool:
    after = token_at(tokens, index + 1)
    return after is None or after.key in _PARTING


def _named_again(tokens: list[Token], index: int) -> bool:
    """ "xăng RON 92, RON 95 tăng 5%": the capitals go on to another number."""
    following = zip(tokens[index + 1 :], tokens[index + 2 :], strict=False)
    return any(
        first.text == tokens[index - 1].text and second.type == "NUMBER" for first, second in following
    )


def _is_stated(tokens: list[Token], index: int) -> bool:
    """Whether the words before count or rate, or several of the kind stand in a list: "MN 12, TH 15, THCS 10"."""
    begun = sentence_start(tokens, index)
    before = tokens[begun : index - 1]
    if marked(before, "RATE", "SUM", "MAKE", "RANK") or any(token.key == NUMBER_OF for token in before):
        return True
    end = sentence_end(tokens, index)
    listed = [
        at
        for at in range(begun + 1, end)
        if tokens[at].type == "NUMBER" and _is_capitals(tokens[at - 1]) and _ends_part(tokens, at)
    ]
    return len(listed) > 1


def _figure_before(tokens: list[Token], index: int) -> bool:
    return any(
        token.type == "NUMBER" and token.account is None for token in tokens[max(0, index - REACH) : index]
    )


def counts_children(tokens: list[Token], index: int) -> bool:
    """ "sinh trên 2 con", "sinh 2 con": the number names the births that are meant."""
    after = token_at(tokens, index + 1)
    if after is None or "CHILD" not in after.marks or not tokens[index].key.isdigit():
        return False
    rate = token_at(tokens, index + 2)
    if rate is not None and rate.type == "SLASH":
        return False  # "tổng tỷ suất sinh 1,95 - 2 con/phụ nữ"
    return marked(tokens[max(0, index - 3) : index], "BIRTH")


def join_awards(tokens: list[Token]) -> None:
    """ "02 cấp tỉnh, 15 cấp cơ sở", "giải thưởng: 2 nhất": awards by their level are counted, and are no slogan."""
    for index in range(len(tokens) - 2, -1, -1):
        number, word = tokens[index], tokens[index + 1]
        if number.type != "NUMBER" or word.type != "WORD" or word.key not in AWARDING:
            continue
        end = index + 2
        if word.key == LEVEL:
            levels = (at for at in (index + 3, index + 4) if _spelled(tokens[index + 2 : at]) in _LEVELS)
            end = next(levels, 0)
        elif not _is_prize(tokens, index) or _slogan(tokens):
            end = 0
        if end:
            last = tokens[end - 1]
            key, text = _spelled(tokens[index + 1 : end]), " ".join([t.text for t in tokens[index + 1 : end]])
            tokens[index + 1 : end] = [
                new_token("WORD", key, text, word.start, last.end, frozenset({"NOUN"}))
            ]


def _spelled(tokens: list[Token]) -> str:
    return " ".join([token.key for token in tokens])


def _is_prize(tokens: list[Token], index: int) -> bool:
    """Whether "2 nhất" stands by itself in a list or behind "đạt"."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 2)
    listed = before is None or before.key in _LISTING or "EQUALS" in before.marks
    return listed and (after is None or after.key in _PARTING)


def _slogan(tokens: list[Token]) -> bool:
    """ "3 nhất, 2 không": a number of what nobody counts."""
    return any(
        first.type == "NUMBER" and "UNCOUNTED" in second.marks and second.key not in AWARDING | _DONE
        for first, second in pairwise(tokens)
    )


def adds_techniques(tokens: list[Token], index: int) -> bool:
    """ "khám có làm thêm 01 kỹ thuật xét nghiệm: dưới 3 giờ": with what it is made, of which a time is asked."""
    led = any(token.key.startswith(_CARRIED_OUT) for token in tokens[max(0, index - _FEW) : index])
    return led and any(token.type == "NUMBER" for token in tokens[index + 1 : index + _MONTHS])


def counts_nothing(tokens: list[Token], index: int) -> str | None:
    """ "mô hình 3 sạch", "phương châm 4 tại chỗ": the name of a slogan, whose words nobody counts.

    Of works in a list ("15 xây mới, 20 sửa chữa") a person must say whether they are counted.
    """
    before, after, following = (token_at(tokens, index + step) for step in (-1, 1, 2))
    small = tokens[index].key.isdigit() and len(tokens[index].key) <= 2
    if not small or after is None or "UNCOUNTED" not in after.marks or "GRADE" in after.marks:
        return None
    if after.text == FIRST_NAMED:
        return None  # "2 Nhất, 6 Nhì": prizes
    listed = before is not None and before.key in _LISTING and following is not None
    works = listed and after.key in _DONE and following is not None and following.type == "WORD"
    return "unread" if works and not _slogan(tokens) else "name"


def is_method(tokens: list[Token], index: int) -> bool:
    """ "Nuôi tôm siêu thâm canh 2 - 3 giai đoạn 420 ha": the stages name a method, the amount behind them is meant."""
    before = token_at(tokens, index - 1)
    if before is None or before.marks & (COMPARING | {"EQUALS", "RISE", "FALL", "MAKE"}):
        return False
    joint, second = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if joint is not None and joint.type == "DASH" and second is not None and second.type == "NUMBER":
        index += 2
    stage, amount, unit = (token_at(tokens, index + step) for step in (1, 2, 3))
    staged = stage is not None and stage.key in _STAGES
    return staged and amount is not None and amount.type == "NUMBER" and has_unit(unit)


def counts_places(noun: Token) -> bool:
    """ "trên địa bàn 12 thôn đều có nhà văn hóa": how many places it is about; "05 hợp tác xã" are no places."""
    return noun.key in _PLACES or ("NAME_HEAD" in noun.marks and "NOUN" in noun.marks)


def chains(tokens: list[Token], numbers: list[int]) -> None:
    """Numbers joined to one that names something: "khu phố 3, 4", "lớp 1 và lớp 6", "90-90-95".

    ``numbers`` are the places of all numbers.
    """
    for index in numbers:
        if tokens[index].account is None:
            _chain(tokens, index)
    for start, middle, end in zip(numbers, numbers[1:], numbers[2:], strict=False):
        dashes = middle == start + 2 and end == middle + 2
        if dashes and tokens[start + 1].type == tokens[middle + 1].type == "DASH":
            counted = (after := token_at(tokens, end + 1)) is not None and "NOUN" in after.marks
            asked = counted or _is_aim(tokens, start, end) or _is_structure(tokens, start)
            for index in (start, middle, end):
                tokens[index].account = "unread" if asked else "name"  # "90-90-95" is a name


def _is_structure(tokens: list[Token], start: int) -> bool:
    """ "cơ cấu kinh tế: 25-40-35 (%)": shares of one whole."""
    return any(token.key in _STRUCTURES for token in tokens[max(0, start - _HEADED) : start])


def _is_aim(tokens: list[Token], start: int, end: int) -> bool:
    """ "đạt mục tiêu 95-95-95": shares to be reached, where nothing else is."""
    if not any(token.key in _AIMS for token in tokens[max(0, start - 2) : start]):
        return False
    others = (token for token in [*tokens[:start], *tokens[end + 1 :]] if token.type == "NUMBER")
    return all(token.account is not None for token in others)


def _chain(tokens: list[Token], index: int) -> None:
    if index < 2 or not (tokens[index - 1].key in LISTING or tokens[index - 1].type in {"DASH", "SLASH"}):
        return
    before, first, further = tokens[index - 1], tokens[index - 2], token_at(tokens, index - 3)
    counted = before.key == "," and "COUNTED_HEADING" in first.marks
    if counted and further is not None and further.account == "count":
        tokens[index].account = "count"
        return
    after = token_at(tokens, index + 1)
    if first.account == "year" and not YEAR.fullmatch(tokens[index].key):
        return  # "năm 2026, 3/5 trường"
    whose = token_at(tokens, index + 3) if after is not None and after.type == "SLASH" else None
    if first.type == "DATE" and whose is not None and "NOUN" in whose.marks:
        return  # "đến 31/12/2025, 10/11 trường đạt chuẩn"
    if has_unit(after) or first.account not in ("name", "year", "date") or not tokens[index].key.isdigit():
        return
    paged = before.type == "SLASH" and first.account == "name"
    joined = before.key in LISTING or before.type == "DASH" or paged
    counted = after is not None and "NOUN" in after.marks and after.marks.isdisjoint({"OPENING", "MAKE"})
    if joined and (not counted or _spans_months(before, first, further, tokens[index])):
        tokens[index].account = first.account


def _spans_months(joint: Token, first: Token, head: Token | None, last: Token) -> bool:
    """ "từ tháng 3 - 5 giải ngân 95%": from one month to another."""
    month = joint.type == "DASH" and head is not None and head.key == MONTH
    return month and first.key.isdigit() and int(first.key) < int(last.key) <= _MONTHS


def quoted(tokens: list[Token]) -> None:
    """Numbers in quotation marks belong to a name ("5 không, 3 sạch"), unless something equals just that number."""
    open_at: int | None = None
    for index in range(len(tokens) - 3, 0, -1):
        if index + 2 >= len(tokens):
            continue  # two of three that are one now
        first, inside, last = tokens[index : index + 3]
        if first.key == last.key == '"' and inside.type == "NUMBER" and "EQUALS" in tokens[index - 1].marks:
            tokens[index : index + 3] = [inside]  # 'bằng "0"'
    for index, token in enumerate(tokens):
        if token.key != '"':
            continue
        if open_at is None:
            open_at = index
        else:
            for at in range(open_at, index):
                if tokens[at].type == "NUMBER":
                    tokens[at].account = _quoted_as(tokens, open_at, at)
            open_at = None


def _quoted_as(tokens: list[Token], opened: int, index: int) -> str | None:
    """What a quoted number is: one with a unit or a change is wanted behind "phấn đấu" and a colon, else in doubt."""
    before, opening = tokens[index - 1], token_at(tokens, opened - 1)
    after = token_at(tokens, index + 1)
    measured = after is not None and (
        after.type == "PERCENT" or (has_unit(after) and "NOUN" not in after.marks)
    )
    if not measured and not before.marks & {"RISE", "FALL"}:
        return "name"
    if opening is None or opening.key == ":" or "STRIVE" in opening.marks:
        return None
    return "name" if opening.type == "WORD" or opening.key == "(" else "unread"
