"""Which numbers of a clause are figures of targets, and what the others are: years, names, ages, ordinals.

Every number ends with an account. A figure has none yet (``account`` is None); what becomes of it is settled where
targets are built.
"""

from __future__ import annotations

import re
from decimal import Decimal

from chitieu.reading.scanner import Token
from chitieu.text.figures import NUMERALS, read_figure, read_numerals

_LETTER_DIGITS = str.maketrans("lIoO", "1100")
_LABEL = re.compile(r"[0-9]{1,2}(?:[.][0-9]{1,2})*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BASES = frozenset(Decimal(10) ** n for n in range(2, 8))
_UNIT_TYPES = frozenset({"PERCENT", "PERMILLE", "PERCENT_WORD", "PERMILLE_WORD"})
_UNIT_MARKS = frozenset({"SCALE", "MEASURE", "POINT", "PERCENT_WORD", "PERMILLE_WORD"})
_GRADE = frozenset({"GRADE"})
_COMPARING = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "ABOUT", "NEARLY", "FROM"})
#: Heads whose number is a name even where a counted noun follows ("vào lớp 10 trường công lập").
_STRONG_HEADS = frozenset(
    "lớp khối điều khoản mục chương số lần thứ tháng ngày khóa quý nghị quyết chỉ thị quyết định kết luận".split()
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
}


def settle_figures(tokens: list[Token], *, reported: bool = False) -> list[str]:
    """Give every number its value and, where it is no figure of a target, its account.

    Returns codes of notes on what had to be mended. Spelled-out numbers become NUMBER tokens where a figure is
    expected: after a comparator, "có" or "mỗi", and before a counted noun. In a ``reported`` value every number
    that is no date is a figure.
    """
    notes: list[str] = []
    _spell(tokens)
    _join_grades(tokens)
    _join_dates(tokens)
    _quoted(tokens)
    for index, token in enumerate(tokens):
        if token.type in ("DATE", "DOCUMENT", "PHONE", "CLOCK"):
            token.account = token.type.lower()
        elif token.type == "NUMBER" and token.value is None and token.account is None:
            digits = token.key
            if not digits[0].isdigit() or any(c in "lIoO" for c in digits):
                digits = digits.translate(_LETTER_DIGITS)
                notes.append("reading.letters_for_digits")
            token.value = read_figure(digits)
            if token.value is None:
                token.account = "unreadable"
                notes.append("reading.unreadable_figure")
        if token.type == "NUMBER" and token.account is None:
            token.account = None if reported else _account(tokens, index)
    if not reported:
        _chains(tokens)
    return notes


def _join_grades(tokens: list[Token]) -> None:
    """Make "mức độ 2", "cấp độ 3", "4 sao" one GRADE token, unless a unit makes the number a figure."""
    index = 0
    while index < len(tokens) - 1:
        first, second = tokens[index], tokens[index + 1]
        if first.type == "NUMBER" and index and _quality_level(tokens, index):
            first.type, first.marks, first.account = "WORD", _GRADE, "grade"
        signed = (
            second.type == "NUMBER"
            and len(second.key) == 1
            and _signs_a_grade(first)
            and _stands_alone(tokens, index + 2)
        )
        stars = first.type == "NUMBER" and len(first.key) == 1 and second.key == "sao"
        if signed or stars:
            joined = Token(
                "WORD",
                f"{first.key} {second.key}",
                f"{first.text} {second.text}",
                first.start,
                second.end,
                _GRADE,
            )
            joined.account = "grade"
            tokens[index : index + 2] = [joined]
        index += 1


def _signs_a_grade(token: Token) -> bool:
    if token.key == "hạng":
        return False
    return "GRADED" in token.marks and "EQUALS" not in token.marks or token.key in ("mức", "đạt mức", "ở mức")


def _quality_level(tokens: list[Token], index: int) -> bool:
    """ "mức chất lượng 4 trở lên": a grade whose sign and number stand a word or two apart."""
    after = _at(tokens, index + 1)
    if after is None or not after.marks & {"OR_MORE", "OR_LESS"} or len(tokens[index].key) != 1:
        return False
    before = tokens[max(0, index - 3) : index]
    return any(t.key in ("mức", "đạt mức", "cấp độ", "mức độ") for t in before) and all(
        t.type == "WORD" for t in before
    )


def _stands_alone(tokens: list[Token], index: int) -> bool:
    after = _at(tokens, index)
    if after is None or after.type in ("SIGN",):
        return True
    if _has_unit(after) or after.type in ("SLASH", "DASH", "NUMBER"):
        return False
    return "NOUN" not in after.marks


def _join_dates(tokens: list[Token]) -> None:
    """ "ngày 25 tháng 10 năm 2018", "tháng 6/2025", "trước ngày 15/12": the numbers of a date."""
    for index, token in enumerate(tokens[:-1]):
        if token.key not in ("ngày", "tháng", "trước ngày", "quý"):
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].type == "NUMBER" and tokens[at].key.isdigit():
            after = _at(tokens, at + 1)
            if (
                token.key == "ngày"
                or token.key == "trước ngày"
                or at > index + 1
                or (after is None or after.type != "PERCENT")
            ):
                tokens[at].account = "date"
            if after is not None and after.type == "SLASH":
                at += 2
            else:
                break


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


def _at(tokens: list[Token], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _has_unit(token: Token | None) -> bool:
    return token is not None and (token.type in _UNIT_TYPES or bool(token.marks & _UNIT_MARKS))


def _account(tokens: list[Token], index: int) -> str | None:
    token = tokens[index]
    before, after = _at(tokens, index - 1), _at(tokens, index + 1)
    whole = token.key.isdigit()
    unit = _has_unit(after)
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
    if whole and _YEAR.fullmatch(token.key) and not unit and _is_year(tokens, index):
        return "year"
    if _is_age(tokens, index):
        return "age"
    if before is not None and before.key == "con" and index > 1 and "BIRTH" in tokens[index - 2].marks:
        return "name"
    if _counts_children(tokens, index):
        return "name"
    if after is not None and "PAST" in after.marks:
        return "date"
    if _is_base(tokens, index):
        return "base"
    if unit:
        return None
    if before is not None:
        if before.key == "trên địa bàn" and whole and after is not None and after.type == "WORD":
            return "count"
        if "DESCRIBES" in before.marks and whole and after is not None and after.type == "WORD":
            return "count"
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


def _is_base(tokens: list[Token], index: int) -> bool:
    """The base of a rate: "7,4 vụ/10.000 dân", "trên 1.000 trẻ", "km/100 km2", "giá trị trên 01 ha … đạt"."""
    token, before, after = tokens[index], _at(tokens, index - 1), _at(tokens, index + 1)
    if before is None or after is None or after.type != "WORD":
        return False
    if before.key == "/":
        first = _at(tokens, index - 2)
        return token.value in _BASES and first is not None and first.type != "NUMBER"
    if "PER" not in before.marks:
        return False
    later = any(t.type == "NUMBER" for t in tokens[index + 1 :])
    noun = _at(tokens, index - 2)
    if token.value in _BASES and noun is not None and noun.marks & {"NOUN", "MEASURE"}:
        return True
    return later and (token.value in _BASES or (token.value == 1 and bool(after.marks & {"MEASURE", "NOUN"})))


def _is_label(tokens: list[Token], index: int) -> bool:
    """The number of an item at its beginning: "2.1. Tỷ lệ …", "- 3) …", "2 Tỷ lệ hộ gia đình … % ≥ 85"."""
    if any(token.type != "DASH" and token.key != "+" for token in tokens[:index]):
        return False
    token, after = tokens[index], _at(tokens, index + 1)
    if after is None or not _LABEL.fullmatch(token.key):
        return False
    if after.key in (".", ")") and len(tokens) > index + 2 and not _has_unit(after):
        return True
    if after.type != "WORD" or not after.text[:1].isupper():
        return False
    return "." in token.key or any(later.type == "NUMBER" for later in tokens[index + 1 :])


def _is_year(tokens: list[Token], index: int) -> bool:
    before, after = _at(tokens, index - 1), _at(tokens, index + 1)
    if before is not None and (
        "YEAR_WORD" in before.marks or "PERIOD" in before.marks or before.account == "year"
    ):
        return True
    if before is not None and (
        before.type == "DASH" or "TO" in before.marks or before.key in ("/", ",", "và")
    ):
        first = _at(tokens, index - 2)
        if first is not None and first.account == "year":
            return True
    if after is not None and after.type == "DASH":
        second = _at(tokens, index + 2)
        if second is not None and _YEAR.fullmatch(second.key):
            return True
    if before is not None and (before.type == "DATE" or before.key in ("/", ".")):
        return True
    return after is None or after.type != "WORD" or bool(after.marks - {"NOUN"}) and "NOUN" not in after.marks


def _is_age(tokens: list[Token], index: int) -> bool:
    ahead = index + 1
    following = _at(tokens, ahead)
    if following is not None and (following.type == "DASH" or "TO" in following.marks):
        if (second := _at(tokens, ahead + 1)) is not None and second.type == "NUMBER":
            following = _at(tokens, ahead + 2)
    before = _at(tokens, index - 1)
    if before is not None and before.key == "độ tuổi":
        return True
    if before is not None and (before.type == "DASH" or "TO" in before.marks):
        first = _at(tokens, index - 2)
        if first is not None and first.account == "age":
            return True
    if following is None or "AGE" not in following.marks:
        return False
    return not any("LIFESPAN" in token.marks for token in tokens[:index])


def _counts_children(tokens: list[Token], index: int) -> bool:
    """ "sinh trên 2 con", "sinh 2 con": the number names the births that are meant."""
    after = _at(tokens, index + 1)
    if after is None or "CHILD" not in after.marks:
        return False
    return any("BIRTH" in token.marks for token in tokens[max(0, index - 3) : index])


def _is_name(tokens: list[Token], index: int) -> bool:
    before, after = tokens[index - 1], _at(tokens, index + 1)
    if "NAME_HEAD" not in before.marks:
        return False
    if "RANK" in before.marks or "TOP" in before.marks:
        return False
    if before.key == "thứ" and index > 1 and (tokens[index - 2].marks & (_COMPARING | {"RANK"})):
        return False
    if before.marks & {"MEASURE", "NOUN"} and after is None and not _figure_before(tokens, index):
        return False  # the last cells of a row: unit, value
    if after is not None and after.type in ("SLASH", "DASH") and before.key not in _STRONG_HEADS:
        second = _at(tokens, index + 2)
        if second is not None and second.type == "NUMBER" and before.marks & {"EQUALS"}:
            return False
    if before.key in _STRONG_HEADS:
        return True
    return after is None or "NOUN" not in after.marks


def _figure_before(tokens: list[Token], index: int) -> bool:
    return any(token.type == "NUMBER" and token.account is None for token in tokens[:index])


def _is_heading_count(tokens: list[Token], index: int) -> bool:
    """ "(07 chỉ tiêu)", "(01 tiêu chí, 02 chỉ tiêu)": the counts that a heading declares."""
    after = _at(tokens, index + 1)
    if after is None or "COUNTED_HEADING" not in after.marks:
        return False
    first = index
    while first and (
        tokens[first].type == "NUMBER"
        or tokens[first].key in (",", "và")
        or "COUNTED_HEADING" in tokens[first].marks
    ):
        first -= 1
    if tokens[first].key != "(":
        return False
    closing = next((t.key for t in tokens[index + 2 : index + 8] if t.type == "SIGN" and t.key != ","), None)
    return closing == ")"


def _chains(tokens: list[Token]) -> None:
    """Numbers joined to one that names something: "khu phố 3, 4", "lớp 1 và lớp 6", "90-90-95"."""
    numbers = [index for index, token in enumerate(tokens) if token.type == "NUMBER"]
    for index in numbers:
        token = tokens[index]
        if token.account is not None or _has_unit(_at(tokens, index + 1)):
            continue
        before, first = _at(tokens, index - 1), _at(tokens, index - 2)
        if (
            first is None
            or before is None
            or first.account not in ("name", "year")
            or not token.key.isdigit()
        ):
            continue
        after = _at(tokens, index + 1)
        noun = after is not None and "NOUN" in after.marks
        if (before.key in (",", "và") or before.type == "DASH") and not noun:
            token.account = first.account
    for index in numbers:
        before, noun, first = _at(tokens, index - 1), _at(tokens, index - 2), _at(tokens, index - 3)
        if before is not None and before.key == "," and noun is not None and "COUNTED_HEADING" in noun.marks:
            if first is not None and first.account == "count":
                tokens[index].account = "count"
    for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if (
            second == first + 2
            and third == second + 2
            and tokens[first + 1].type == tokens[second + 1].type == "DASH"
        ):
            for index in (first, second, third):
                tokens[index].account = "name"


def _spell(tokens: list[Token]) -> None:
    """Join spelled-out numbers where a figure is expected into NUMBER tokens."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if (
            token.type != "WORD"
            or token.key not in NUMERALS
            or token.key in ("không", "tư", "năm", "lẻ", "linh")
        ):
            index += 1
            continue
        words = []
        for following in tokens[index : index + 12]:
            if following.type != "WORD" or following.key not in NUMERALS:
                break
            words.append(following.key)
        spelled = read_numerals(words)
        if spelled is not None:
            value, taken = spelled
            if token.key == "ba" and taken == 1 and index and tokens[index - 1].key == "thứ":
                index += 1
                continue
            if value and _expected(tokens, index, index + taken):
                while taken > 1 and words[taken - 1] in ("triệu", "tỷ", "tỉ", "vạn", "nghìn", "ngàn"):
                    taken -= 1
                    value, _ = read_numerals(words[:taken]) or (value, taken)
                joined = Token(
                    "NUMBER",
                    " ".join(words[:taken]),
                    " ".join(words[:taken]),
                    token.start,
                    tokens[index + taken - 1].end,
                )
                joined.value = value
                tokens[index : index + taken] = [joined]
        index += 1


def _expected(tokens: list[Token], start: int, end: int) -> bool:
    before, after = _at(tokens, start - 1), _at(tokens, end)
    noun = after is not None and bool(after.marks & {"NOUN", "MEASURE"} or after.type in _UNIT_TYPES)
    if before is None:
        return noun and tokens[start].key not in ("ba", "mười")
    if before.marks & {"NAME_HEAD", "ORDINAL", "GRADED"} and not before.marks & _COMPARING:
        return False
    leading = bool(before.marks & (_COMPARING | {"EQUALS", "RISE", "FALL", "EACH", "OR_MORE"})) or (
        "TO" in before.marks and start > 1 and tokens[start - 2].type == "NUMBER"
    )
    if leading:
        return noun or (
            after is not None and ("TO" in after.marks or "OR_MORE" in after.marks or not after.marks)
        )
    return noun and tokens[start].key not in ("một", "ba", "mười")
