"""Which numbers of a clause are figures of targets, and what the others are: years, names, ages, ordinals.

Every number ends with an account. A figure has none yet (``account`` is None); what becomes of it is settled where
targets are built.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from chitieu.reading.mending import COMPARING, has_unit, mend, token_at
from chitieu.reading.scanner import Token
from chitieu.text.figures import read_figure

_LETTER_DIGITS = str.maketrans("lIoOSB", "110058")
_LABEL = re.compile(r"[0-9]{1,2}(?:[.][0-9]{1,2})*")
#: The denominators from which on "tỷ lệ 1/N" is the scale of a map.
_SCALE_OF_MAPS = 200
#: How many tokens away a word may bear on a number.
_REACH = 80
_STATING = frozenset({"RISE", "FALL", "EQUALS", "STRIVE", "AT_LEAST", "MORE", "OR_MORE"})
_DAY = re.compile(r"[0-9]{1,2}")
_FESTIVE = frozenset({"ngày", "lễ", "dịp", "kỷ niệm", "ngày hội", "mừng", "khánh", "tết"})
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BASES = frozenset(Decimal(10) ** n for n in range(2, 8))
#: Heads whose number is a name even where a counted noun follows ("vào lớp 10 trường công lập").
_STRONG_HEADS = frozenset(
    [
        "lớp",
        "khối",
        "điều",
        "khoản",
        "mục",
        "chương",
        "số",
        "lần",
        "thứ",
        "tháng",
        "ngày",
        "khóa",
        "quý",
        "nghị",
        "quyết",
        "chỉ",
        "thị",
        "quyết",
        "định",
        "kết",
        "luận",
    ]
) | {
    "nghị quyết",
    "chỉ thị",
    "quyết định",
    "kết luận",
    "lần thứ",
    "kỳ họp thứ",
    "đường số",
    "đề án",
    "giai đoạn",
    "quốc lộ",
    "tỉnh lộ",
    "đường tỉnh",
}


def settle_figures(tokens: list[Token], *, reported: bool = False, lifespan: bool = False) -> list[str]:
    """Give every number its value and, where it is no figure of a target, its account.

    Returns codes of notes on what had to be mended. Spelled-out numbers become NUMBER tokens where a figure is
    expected: after a comparator, "có" or "mỗi", and before a counted noun. In a ``reported`` value every number
    that is no date is a figure; with ``lifespan`` years of age are figures too.
    """
    notes = mend(tokens, reported=reported)
    lone = len(tokens) == 1
    _join_dates(tokens)
    _quoted(tokens)
    for index, token in enumerate(tokens):
        if token.type in ("DATE", "DOCUMENT", "PHONE", "CLOCK"):
            token.account = token.type.lower()
        elif token.type == "NUMBER" and token.value is None and token.account is None:
            digits = token.key
            if any(letter in "lIoOSB" for letter in digits):
                token.key = digits = digits.translate(_LETTER_DIGITS)
                notes.append("reading.letters_for_digits")
            token.value = read_figure(digits)
            if token.value is None:
                token.account = "unreadable"
                notes.append("reading.unreadable_figure")
        if lifespan and token.account is None and token.type == "NUMBER" and _is_age(tokens, index):
            continue
        if token.type == "NUMBER" and token.account is None:
            token.account = (
                ("base" if _is_base(tokens, index) else None) if reported or lone else _account(tokens, index)
            )
    if not reported:
        _ages(tokens)
        _chains(tokens)
    return notes


def _join_dates(tokens: list[Token]) -> None:
    """ "ngày 25 tháng 10 năm 2018", "tháng 6/2025", "trước ngày 15/12": the numbers of a date."""
    for index, token in enumerate(tokens[:-1]):
        if token.key not in ("ngày", "tháng", "trước ngày", "quý"):
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].type == "NUMBER" and tokens[at].key.isdigit():
            after = token_at(tokens, at + 1)
            if (
                token.key in ("ngày", "trước ngày")
                or at > index + 1
                or (after is None or after.type != "PERCENT")
            ):
                tokens[at].account = "date"
            if after is not None and after.type == "SLASH":
                at += 2
            else:
                break


def _is_day_and_month(tokens: list[Token], index: int) -> bool:
    """ "Ngày hội Đại đoàn kết 18/11", "(27/7)": a day, which no noun counts."""
    first = tokens[index] if tokens[index].type == "NUMBER" else None
    slash, second, after = (
        token_at(tokens, index + 1),
        token_at(tokens, index + 2),
        token_at(tokens, index + 3),
    )
    if first is None or slash is None or slash.type != "SLASH" or second is None or second.type != "NUMBER":
        return False
    if not (_DAY.fullmatch(first.key) and _DAY.fullmatch(second.key)):
        return False
    day, month = int(first.key), int(second.key)
    if not (0 < day <= 31 and 0 < month <= 12) or has_unit(after):
        return False
    if after is not None and (after.type == "WORD" and after.marks & {"NOUN", "OR_MORE"}):
        return False
    named = any(token.key in _FESTIVE for token in tokens[max(0, index - 8) : index])
    return named or (day > month and (after is None or after.type == "SIGN" or bool(after.marks)))


def _is_day_of_month(tokens: list[Token], index: int) -> bool:
    """ "đường 3 Tháng 2", "Nhà thi đấu 30 tháng 4"."""
    month, number, after = (token_at(tokens, index + step) for step in (1, 2, 3))
    if month is None or number is None or month.key != "tháng" or number.type != "NUMBER":
        return False
    return _DAY.fullmatch(tokens[index].key) is not None and not has_unit(after)


def _is_part_of_year(tokens: list[Token], index: int) -> bool:
    """ "6 tháng tăng 7,9%", "9 tháng đạt 80% kế hoạch": a part of the year."""
    months, verb = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if months is None or verb is None or months.key != "tháng" or tokens[index].key not in ("3", "6", "9"):
        return False
    return bool(verb.marks & {"RISE", "FALL"}) or verb.key in ("đạt", ":")


def _is_month_of_year(tokens: list[Token], index: int) -> bool:
    """ "trước 9/2025"."""
    month, slash, year = (token_at(tokens, index + step) for step in range(3))
    if month is None or slash is None or year is None or slash.type != "SLASH" or year.type != "NUMBER":
        return False
    return (
        month.type == "NUMBER"
        and _DAY.fullmatch(month.key) is not None
        and _YEAR.fullmatch(year.key) is not None
    )


def _quoted(tokens: list[Token]) -> None:
    """Numbers between quotation marks belong to a name: "5 không, 3 sạch"."""
    open_at: int | None = None
    for index, token in enumerate(tokens):
        if token.key != '"':
            continue
        if open_at is None:
            open_at = index
        else:
            for inside in tokens[open_at:index]:
                if inside.type == "NUMBER":
                    inside.account = "name"
            open_at = None


def _account(tokens: list[Token], index: int) -> str | None:
    token = tokens[index]
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    whole = token.key.isdigit()
    unit = has_unit(after)
    if _is_label(tokens, index):
        return "label"
    if (
        before is not None
        and before.key == "("
        and after is not None
        and after.key == ")"
        and whole
        and index <= 3
    ):
        return "label"
    if _is_day_and_month(tokens, index) or (index > 1 and _is_day_and_month(tokens, index - 2)):
        return "date"
    if _is_day_of_month(tokens, index) or _is_part_of_year(tokens, index):
        return "date"
    if _is_month_of_year(tokens, index) or (index > 1 and _is_month_of_year(tokens, index - 2)):
        return "date"
    if whole and _YEAR.fullmatch(token.key) and not unit and _is_year(tokens, index):
        return "year"
    if _is_age(tokens, index):
        return "age"
    if before is not None and before.key == "con" and index > 1 and "BIRTH" in tokens[index - 2].marks:
        return "name"
    if _counts_children(tokens, index) or _is_span_of_years(tokens, index):
        return "name"
    if before is not None and "SIZED" in before.marks and whole and after is not None and _sizes(after):
        return "description"  # "xe ép rác loại 10 m3"
    if after is not None and "PAST" in after.marks:
        return "date"
    if before is not None and "DESCRIBES" in before.marks and after is not None and after.key == "năm":
        return "name"
    if _is_base(tokens, index):
        return "base"
    if _counts_nothing(tokens, index):
        return "name"
    if whole and after is not None and "ASPECT" in after.marks and (before is None or before.type != "SLASH"):
        return "count"  # "giảm 3 mặt (số vụ, số người chết, …) từ 5%"
    if _is_run_of_years(tokens, index) or _is_average_of_one(tokens, index):
        return "name"
    if _is_one_of_each(tokens, index):
        return "name"
    if _is_field(tokens, index) or _is_filed(tokens, index):
        return "description"
    if _is_map_scale(tokens, index):
        return "name"
    if _is_ratio(tokens, index):
        return "unread"
    if _ranges_to_a_unit(tokens, index):
        return None
    if unit:
        return None
    if _labels_next_row(tokens, index):
        return "label"
    crowded = after is not None and after.type == "NUMBER" and after.account is None
    if crowded and whole and not _labels_next_row(tokens, index + 1):
        return "unread"  # "9 5%", "68 70 70": two figures with nothing between them
    if before is not None:
        if before.key == "trên địa bàn" and whole and after is not None and after.type == "WORD":
            return "count"
        if (
            "DESCRIBES" in before.marks
            and not _leads(tokens, index)
            and whole
            and after is not None
            and after.type == "WORD"
        ):
            return "count"
        if whole and _names_by_number(before, after):
            return "name"
        if "PERIOD" in before.marks and whole:
            return "name"
        if whole and _is_name(tokens, index):
            return "name"
        if (
            before.key == "-"
            and index > 1
            and tokens[index - 2].type == "WORD"
            and tokens[index - 2].end == before.start
        ):
            return "name"
    if _is_heading_count(tokens, index):
        return "count"
    return None


def _names_by_number(before: Token, after: Token | None) -> bool:
    """ "xăng RON 92" behind capitals; "Chi bộ 4 tốt": a title."""
    if after is not None and "GRADE" in after.marks and " " not in after.key and before.type == "WORD":
        return "NOUN" in before.marks
    capitals = (
        len(before.text) > 1 and before.text.isascii() and before.text.isalpha() and before.text.isupper()
    )
    parts = after is not None and after.type == "SLASH"  # "THCS 13/18 trường"
    counted = (
        after is not None and after.type == "WORD" and bool(after.marks & {"NOUN", "MEASURE", "OR_MORE"})
    )
    return capitals and not parts and not counted


def _is_span_of_years(tokens: list[Token], index: int) -> bool:
    """ "GDP bình quân 5 năm 2026 - 2030": how many years, and which."""
    word, year, dash = (token_at(tokens, index + step) for step in (1, 2, 3))
    if word is None or year is None or dash is None or not tokens[index].key.isdigit():
        return False
    return word.key == "năm" and bool(_YEAR.fullmatch(year.key)) and dash.type == "DASH"


def _leads(tokens: list[Token], index: int) -> bool:
    """ "là một trong 20 địa phương có chỉ số cao nhất": one of the first twenty."""
    ahead = tokens[index + 1 : index + 16]
    return "TOP" in tokens[index - 1].marks and any("LEADING" in token.marks for token in ahead)


def _sizes(unit: Token) -> bool:
    return bool(unit.marks & {"MEASURE"}) and "NOUN" not in unit.marks


def _counts_nothing(tokens: list[Token], index: int) -> bool:
    """ "mô hình 3 sạch", "phương châm 4 tại chỗ": a slogan, whose words nobody counts."""
    after = token_at(tokens, index + 1)
    small = tokens[index].key.isdigit() and len(tokens[index].key) <= 2
    return small and after is not None and "UNCOUNTED" in after.marks and "GRADE" not in after.marks


def _is_run_of_years(tokens: list[Token], index: int) -> bool:
    """ "3 năm liền không có tội phạm": how long a status lasts."""
    running = token_at(tokens, index + 1)
    return running is not None and "RUNNING" in running.marks


def _is_average_of_one(tokens: list[Token], index: int) -> bool:
    """ "bình quân 01 đảng viên giúp đỡ 02 hộ": for each one of them."""
    before = token_at(tokens, index - 1)
    if before is None or "AVERAGE" not in before.marks or tokens[index].value != 1:
        return False
    if has_unit(token_at(tokens, index + 1)):
        return False  # "khá 17%, trung bình 1%"
    return any(token.type == "NUMBER" for token in tokens[index + 1 : index + _REACH])


def _is_one_of_each(tokens: list[Token], index: int) -> bool:
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


def _is_field(tokens: list[Token], index: int) -> bool:
    """ "xếp thứ 5 trong tổng số 12 huyện": how many are ranked."""
    among = token_at(tokens, index - 1)
    if among is None or "AMONG_RANKED" not in among.marks:
        return False
    before = tokens[max(0, index - _REACH) : index]
    return any(token.marks & {"RANK", "TOP", "ORDINAL"} for token in before)


def _is_filed(tokens: list[Token], index: int) -> bool:
    """ "Lưu: VT, 02 bản": who a document goes to."""
    before = tokens[max(0, index - 10) : index]
    return any("FILED" in head.marks and sign.key == ":" for head, sign in pairwise(before))


def _is_ratio(tokens: list[Token], index: int) -> bool:
    """ "tỷ lệ 1:2": two figures that say one thing together."""
    for first in (index, index - 2):
        one, colon, two = (token_at(tokens, first + step) for step in range(3))
        if one is None or colon is None or two is None or colon.key != ":":
            continue
        if one.type == two.type == "NUMBER" and one.end == colon.start and colon.end == two.start:
            return True
    return False


def _is_map_scale(tokens: list[Token], index: int) -> bool:
    """ "quy hoạch phân khu tỷ lệ 1/2.000"."""
    for first in (index, index - 2):
        rate, one, slash, two = (token_at(tokens, first + step) for step in (-1, 0, 1, 2))
        if rate is None or one is None or slash is None or two is None:
            continue
        drawn = rate.key in ("tỷ lệ", "tỉ lệ") and one.key == "1" and slash.type == "SLASH"
        if drawn and two.type == "NUMBER" and (read_figure(two.key) or 0) >= _SCALE_OF_MAPS:
            return True
    return False


def _ranges_to_a_unit(tokens: list[Token], index: int) -> bool:
    """ "nông thôn 93-95%": a range, whatever word stands before it."""
    joint, second = token_at(tokens, index + 1), token_at(tokens, index + 2)
    joined = joint is not None and joint.type == "DASH" and second is not None and second.type == "NUMBER"
    return joined and has_unit(token_at(tokens, index + 3))


def _is_base(tokens: list[Token], index: int) -> bool:
    """The base of a rate: "7,4 vụ/10.000 dân", "trên 1.000 trẻ", "km/100 km2", "giá trị trên 01 ha … đạt"."""
    token, before, after = tokens[index], token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or after is None or after.type != "WORD" or "TO" in after.marks:
        return False
    if before.key == "/":
        first = token_at(tokens, index - 2)
        counted = first is not None and first.type == "NUMBER"
        if token.value == 1 and "SCALE" in after.marks:
            return not counted
        if (
            token.value == 1
            and first is not None
            and first.type == "WORD"
            and after.marks & {"NOUN", "MEASURE"}
        ):
            return True  # "15 phút/01 lượt giao dịch"
        return token.value in _BASES and first is not None and (not counted or token.value >= 1000)
    if "EACH" in before.marks and token.value in _BASES:
        return True
    if "PER" not in before.marks:
        return False
    if token.value == 1 and "SCALE" in after.marks:
        return True
    noun, figure = token_at(tokens, index - 2), token_at(tokens, index - 3)
    counted = figure is not None and (figure.type == "NUMBER" or "SCALE" in figure.marks)
    if token.value in _BASES and counted and noun is not None and noun.marks & {"NOUN", "MEASURE"}:
        return True
    return _figure_follows(tokens, index) and (
        token.value in _BASES or (token.value == 1 and bool(after.marks & {"MEASURE", "NOUN"}))
    )


def _figure_follows(tokens: list[Token], index: int) -> bool:
    """Whether the part of the clause goes on to a figure: "trên 1.000 trẻ là 12", not "trên 1.000 cây, giảm 5 vụ"."""
    for at in range(index + 1, min(index + _REACH, len(tokens))):
        token = tokens[at]
        if token.key in (",", ";", ".") or "AND" in token.marks:
            return False
        if token.type == "NUMBER" and token.account is None:
            return not (_YEAR.fullmatch(token.key) and tokens[at - 1].marks & {"YEAR_WORD", "PERIOD"})
    return False


def _labels_next_row(tokens: list[Token], index: int) -> bool:
    """ "… % 99,8 18 Tỷ lệ …": the number of the next row of a table that lost its lines."""
    before, label, name = (token_at(tokens, index + step) for step in (-1, 0, 1))
    if before is None or label is None or name is None or before.type != "NUMBER" or index < 3:
        return False
    cell = tokens[index - 2]
    in_row = cell.type in ("PERCENT", "PERMILLE") or bool(cell.marks & {"MEASURE", "NOUN"})
    return (
        in_row
        and label.key.isdigit()
        and len(label.key) <= 2
        and name.type == "WORD"
        and name.text[:1].isupper()
    )


#: Signs of a list, beside dashes.
_BULLETS = frozenset("+•●▪■◦·*")


def _is_label(tokens: list[Token], index: int) -> bool:
    """The number of an item at its beginning: "2.1. Tỷ lệ …", "- 3) …", "2 Tỷ lệ hộ gia đình … % ≥ 85"."""
    token, after = tokens[index], token_at(tokens, index + 1)
    if after is None or index > 4 or not _LABEL.fullmatch(token.key):
        return False
    before = [token for token in tokens[:index] if token.type != "DASH" and token.key not in _BULLETS]
    if len(before) == 1 and "COUNTED_HEADING" in before[0].marks and after.key in (".", ":"):
        return True  # "Chỉ tiêu 5. …", "- Nhiệm vụ 2: …"
    if before:
        return False
    if after.key in (".", ")", "|") and len(tokens) > index + 2 and not has_unit(after):
        return True
    if after.type != "WORD" or not after.text[:1].isupper():
        return False
    return "." in token.key or any(later.type == "NUMBER" for later in tokens[index + 1 : index + _REACH])


def _is_year(tokens: list[Token], index: int) -> bool:
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is not None and (
        "YEAR_WORD" in before.marks or "PERIOD" in before.marks or before.account == "year"
    ):
        return True
    if before is not None and (
        before.type == "DASH" or "TO" in before.marks or before.key in ("/", ",", "và")
    ):
        first = token_at(tokens, index - 2)
        if first is not None and first.account == "year":
            return True
    if after is not None and after.type == "DASH":
        second = token_at(tokens, index + 2)
        if second is not None and _YEAR.fullmatch(second.key):
            return True
    if before is not None and (before.type == "DATE" or before.key in ("/", ".")):
        return True
    return (
        after is None or after.type != "WORD" or (bool(after.marks - {"NOUN"}) and "NOUN" not in after.marks)
    )


def _is_age(tokens: list[Token], index: int) -> bool:
    ahead = index + 1
    following = token_at(tokens, ahead)
    second = token_at(tokens, ahead + 1)
    ranged = following is not None and (following.type == "DASH" or "TO" in following.marks)
    if ranged and second is not None and second.type == "NUMBER":
        following = token_at(tokens, ahead + 2)
    before = token_at(tokens, index - 1)
    if before is not None and before.key == "độ tuổi":
        return True
    if before is not None and (before.type == "DASH" or "TO" in before.marks):
        first = token_at(tokens, index - 2)
        if first is not None and first.account == "age":
            return True
    if following is None or "AGE" not in following.marks:
        return False
    for token in reversed(tokens[max(0, index - _REACH) : index]):
        if token.key in (";", "."):
            return True
        if "LIFESPAN" in token.marks:
            return False
    return True


def _counts_children(tokens: list[Token], index: int) -> bool:
    """ "sinh trên 2 con", "sinh 2 con": the number names the births that are meant."""
    after = token_at(tokens, index + 1)
    if after is None or "CHILD" not in after.marks:
        return False
    return any("BIRTH" in token.marks for token in tokens[max(0, index - 3) : index])


def _is_name(tokens: list[Token], index: int) -> bool:
    before, after = tokens[index - 1], token_at(tokens, index + 1)
    if "NAME_HEAD" not in before.marks:
        return False
    if "RANK" in before.marks or "TOP" in before.marks:
        return False
    if before.key == "thứ" and index > 1 and (tokens[index - 2].marks & (COMPARING | {"RANK"})):
        return False
    if before.key == "thứ" and _ranks(tokens, index):
        return False
    if before.marks & {"MEASURE", "NOUN"} and after is None and not _figure_before(tokens, index):
        return False  # the last cells of a row: unit, value
    if after is not None and after.type in ("SLASH", "DASH") and before.key not in _STRONG_HEADS:
        second = token_at(tokens, index + 2)
        if second is not None and second.type == "NUMBER" and before.marks & {"EQUALS"}:
            return False
    if before.key in _STRONG_HEADS:
        return True
    return after is None or "NOUN" not in after.marks or bool(after.marks & {"OPENING", "MAKE"})


def _ranks(tokens: list[Token], index: int) -> bool:
    """ "Xếp hạng thi đua: thứ 8 toàn quốc (phấn đấu thứ 6)": an ordinal that is a place on a list."""
    first = token_at(tokens, index - 2)
    opened = first is not None and (first.key in (":", "(") or bool(first.marks & {"STRIVE", "EQUALS"}))
    return opened and any("RANK" in token.marks for token in tokens[max(0, index - _REACH) : index - 1])


def _figure_before(tokens: list[Token], index: int) -> bool:
    return any(
        token.type == "NUMBER" and token.account is None for token in tokens[max(0, index - _REACH) : index]
    )


def _is_heading_count(tokens: list[Token], index: int) -> bool:
    """ "(07 chỉ tiêu)", "(01 tiêu chí, 02 chỉ tiêu)": the counts that a heading declares."""
    after = token_at(tokens, index + 1)
    if after is None or "COUNTED_HEADING" not in after.marks:
        return False
    first = index
    while first and index - first < _REACH and tokens[first].key not in ("(", ")", ";", "."):
        if tokens[first].key != "có" and tokens[first].marks & _STATING:
            return False
        first -= 1
    if tokens[first].key != "(":
        return False
    closing = next((t.key for t in tokens[index + 2 : index + _REACH] if t.key in (")", ";", ".")), None)
    return closing == ")"


def _ages(tokens: list[Token]) -> None:
    """Numbers joined to an age behind them: "tròn 70, 75, 80 tuổi", "từ 5 đến dưới 12 tuổi"."""
    for index in range(len(tokens) - 1, 1, -1):
        if tokens[index].account != "age":
            continue
        before = index - 1
        while before > 0 and (
            tokens[before].marks & {"LESS", "MORE", "TO"} or tokens[before].key in (",", "và", "-")
        ):
            before -= 1
        if before < index - 1 and tokens[before].type == "NUMBER" and tokens[before].account is None:
            tokens[before].account = "age"


def _chains(tokens: list[Token]) -> None:
    """Numbers joined to one that names something: "khu phố 3, 4", "lớp 1 và lớp 6", "90-90-95"."""
    numbers = [index for index, token in enumerate(tokens) if token.type == "NUMBER"]
    for index in numbers:
        if tokens[index].account is None:
            _chain(tokens, index)
    for start, middle, end in zip(numbers, numbers[1:], numbers[2:], strict=False):
        dashes = middle == start + 2 and end == middle + 2
        if dashes and tokens[start + 1].type == tokens[middle + 1].type == "DASH":
            counted = (after := token_at(tokens, end + 1)) is not None and "NOUN" in after.marks
            for index in (start, middle, end):
                tokens[index].account = "unread" if counted else "name"  # "90-90-95" is a name


def _chain(tokens: list[Token], index: int) -> None:
    before, first, further = (token_at(tokens, index - step) for step in (1, 2, 3))
    if before is None or first is None:
        return
    counted = before.key == "," and "COUNTED_HEADING" in first.marks
    if counted and further is not None and further.account == "count":
        tokens[index].account = "count"
        return
    after = token_at(tokens, index + 1)
    if first.account == "year" and not _YEAR.fullmatch(tokens[index].key):
        return  # "năm 2026, 3/5 trường"
    if has_unit(after) or first.account not in ("name", "year") or not tokens[index].key.isdigit():
        return
    paged = before.type == "SLASH" and first.account == "name"
    joined = before.key in (",", "và") or before.type == "DASH" or paged
    if joined and (after is None or "NOUN" not in after.marks):
        tokens[index].account = first.account
