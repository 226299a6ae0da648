"""Numbers at the end of proper names: "Thôn Tân Lập 2: …", "Chi bộ 3 phấn đấu …", "Trường Mầm non 1/6: …"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING, COMPARING_SIGNS, has_unit, token_at
from chitieu.text.spoken import WITHIN, words

_BODIES = frozenset((*words("BODY"), *words("PLACE_COUNTED")))
_WORKPLACES = frozenset(words("WORKPLACE"))
#: What a name may have right before its number, where that is no word with a capital.
_LAST_WORDS = frozenset(body.rsplit(" ", 1)[-1] for body in _BODIES) | _BODIES
_WHERE, _LEADING = frozenset(words("WHERE")), frozenset({"PLACE", "APART"})
_HEADS = frozenset({"ACTOR", "NAME_HEAD"})
#: No head of a name, though a number may name one of them.
_CLASSES = frozenset({"NUMBERED", "GRADED", "RANK", "ORDINAL", "RATE"})
#: What a sentence goes on with behind who it is about.
_PREDICATES = frozenset(
    {"EQUALS", "STRIVE", "MAKE", "BRING", "RISE", "FALL", "OUGHT", "HOLD", "KEEP", "FINISH"}
)
#: What the heading of someone's targets opens with.
_HEADINGS, _COUNTS = frozenset({"GOAL", "COUNTED_HEADING", "PLAN"}), frozenset(words("COUNT"))
#: What a number may measure, and what bounds it.
_COUNTED = frozenset({"MEASURE", "SCALE", "POINT", "PERCENT_WORD", "OR_MORE", "OR_LESS", "TO", "PER"})
_ENDING = frozenset({";", "."})
#: What no figure stands behind that is counted, and what leads to one.
_RATED = frozenset({"RANK", "RATE"})
_LEADING_ON = COMPARING | {"EQUALS", "MAKE", "RISE", "FALL", "BRING", "STRIVE"}
#: So many words a proper name has, so long its number is, so far behind it goes on.
_LONGEST, _DIGITS, _AHEAD = 5, 4, 24
_DAYS, _MONTHS = 31, 12
#: So far before the number of a place stands that of the place inside it.
_PLACED = 3
_ONE = "1"


def names_someone(tokens: list[Token], index: int) -> str | None:
    """The account of a number that ends a name in front of its predicate: "name", or "unread" where it may count.

    The name has a head ("thôn", "chi bộ") and, unless it opens the sentence, words with capitals; behind it the
    sentence goes on to another figure.
    """
    before, after = tokens[index - 1], token_at(tokens, index + 1)
    if after is not None and (after.key == ":" or after.type == "DASH") and _ends_workplace(tokens, index):
        return "name"
    if index > _PLACED and before.key in _BODIES and _goes_on_as_address(tokens, index):
        return "name"
    heads = before.text[:1].isupper() or before.key in _LAST_WORDS or not before.marks.isdisjoint(_HEADS)
    if not (heads or (index > 1 and tokens[index - 2].text[:1].isupper())):
        return None  # as most
    if after is None or len(tokens[index].key) > _DIGITS:
        return None
    end = index + 1
    if after.type == "SLASH":
        end = _end(tokens, index)
        after = token_at(tokens, end)
        if after is None:
            return None
    elif "NOUN" in after.marks and "ACTOR" not in after.marks and after.marks.isdisjoint(_PREDICATES):
        return None
    head = _head(tokens, index)
    if head is None:
        return None
    if after.key == ")":
        return "name" if tokens[head - 1].key == "(" and "ACTOR" in tokens[head].marks else None
    named = token_at(tokens, end + 1)
    if "ACTOR" in after.marks and named is not None:
        leads = named.key == ":" or not named.marks.isdisjoint(_PREDICATES)
        if named.text[:1].isupper() or (leads and _goes_on(tokens, end)):
            return "name"  # "Thôn 3 xã Tân Lập", "Ban Chỉ đạo 35 xã phấn đấu …"
    if not _goes_on(tokens, end):
        return None
    if after.key in (":", ",") or not after.marks.isdisjoint(_PREDICATES):
        return "name" if after.key != "," or not _lists(tokens, end) else None
    if after.type != "WORD" or not after.marks.isdisjoint(_COUNTED):
        return None
    return "unread" if "NOUN" not in after.marks and head < index - 1 else None


def _goes_on_as_address(tokens: list[Token], index: int) -> bool:
    """ "phường 7, quận 3": a place inside another, both with numbers for names."""
    named, sign = tokens[index - _PLACED : index - 1]
    ends = (after := token_at(tokens, index + 1)) is None or after.type == "SIGN"
    return ends and sign.key == "," and named.account == "name"


def _ends_workplace(tokens: list[Token], index: int) -> bool:
    """ "Xưởng may 2: năng suất …", "Chuyền may 5 - năng suất …": who it is, with what they do."""
    if index + 2 >= len(tokens):
        return False
    if (first_of := _range_with(tokens, index)) is not None:
        return _ends_workplace(tokens, first_of)  # "Chuyền may 1-12: …"
    sign, named = tokens[index + 1 : index + 3]
    if sign.type == "DASH" and named.type == "NUMBER":
        ended = token_at(tokens, index + 3)
        if ended is None or ended.key != ":":
            return False
    elif sign.type == "DASH" and (sign.start == tokens[index].end or not _measures(tokens, index + 2, named)):
        return False
    begun = index
    while begun and index - begun < _LONGEST and tokens[begun - 1].type == "WORD":
        if not tokens[begun - 1].marks.isdisjoint(_PREDICATES):
            return False
        begun -= 1
    headed = sign.key == ":" and not tokens[begun].marks.isdisjoint(_HEADINGS)
    if headed:
        begun = _behind_heading(tokens, begun, index)  # "Mục tiêu chất lượng phân xưởng may 2: …"
    first = tokens[begun].key
    opened = first in _WORKPLACES or f"{first} {tokens[begun + 1].key}" in _WORKPLACES
    apart = headed or not begun or tokens[begun - 1].type in ("SIGN", "DASH")
    return opened and apart and begun < index and _goes_on(tokens, index + 1)


def _behind_heading(tokens: list[Token], begun: int, index: int) -> int:
    """Where the workplace begins that a heading is of; where none does, where the heading begins."""
    for at in range(index - 1, begun, -1):
        if tokens[at].key in _WORKPLACES or f"{tokens[at].key} {tokens[at + 1].key}" in _WORKPLACES:
            return at if tokens[at - 1].key not in _COUNTS else begun
    return begun


def _range_with(tokens: list[Token], index: int) -> int | None:
    """Where the first of two numbers joined by a dash stands, for the second before a colon."""
    if index < 2 or tokens[index + 1].key != ":" or tokens[index - 1].type != "DASH":
        return None
    return index - 2 if tokens[index - 2].type == "NUMBER" and tokens[index - 2].account == "name" else None


def _measures(tokens: list[Token], begun: int, named: Token) -> bool:
    """Whether words behind a dash lead to a figure with its unit or bound: "Đội viên 25 - đoàn viên 30" counts both."""
    if named.type != "WORD" or not named.marks.isdisjoint(CHANGING):
        return False
    at = next((at for at in range(begun, min(begun + _AHEAD, len(tokens))) if tokens[at].type == "NUMBER"), 0)
    return at > 0 and (has_unit(token_at(tokens, at + 1)) or tokens[at - 1].type in COMPARING_SIGNS)


def _end(tokens: list[Token], index: int) -> int:
    """Behind the number, and behind the month of a day that something is named after."""
    slash, month = token_at(tokens, index + 1), token_at(tokens, index + 2)
    day = tokens[index]
    if (
        slash is None
        or month is None
        or slash.type != "SLASH"
        or not (month.key.isdigit() and day.key.isdigit())
    ):
        return index + 1
    return index + 3 if int(day.key) <= _DAYS and int(month.key) <= _MONTHS else index + 1


def _head(tokens: list[Token], index: int) -> int | None:
    """Where the name begins: a body or a place, with nothing but words with capitals between it and its number."""
    for at in range(index - 1, max(-1, index - 1 - _LONGEST), -1):
        token = tokens[at]
        if token.type != "WORD":
            return None
        paired = at > 0 and f"{tokens[at - 1].key} {token.key}" in _BODIES
        if paired or token.key in _BODIES or not token.marks.isdisjoint(_HEADS):
            if not token.marks.isdisjoint(_CLASSES):
                return None
            begun = at - 1 if paired else at
            before = token_at(tokens, begun - 1)
            opens = (
                before is None
                or before.type == "SIGN"
                or before.key in _WHERE
                or not before.marks.isdisjoint(_LEADING)
            )
            return begun if at < index - 1 or opens or tokens[begun].text[:1].isupper() else None
        if token.text.isupper() and len(token.text) > 1:
            return None  # "Chỉ số PCI 65 …"
        if not token.text[:1].isupper() and (token.marks or not tokens[at - 1].text[:1].isupper()):
            return None  # "Bệnh viện Quân y 103" has a capital before it
    return None


def _goes_on(tokens: list[Token], end: int) -> bool:
    """Whether another figure follows in the sentence."""
    for token in tokens[end : end + _AHEAD]:
        if token.key in _ENDING:
            return False
        if token.type == "NUMBER":
            return True
    return False


def _lists(tokens: list[Token], end: int) -> bool:
    """ "thôn Tân Lập 5, Tân Bình 4": behind the sign another name with its own figure."""
    for at in range(end + 1, min(end + 2 + _LONGEST, len(tokens))):
        if tokens[at].type == "NUMBER":
            return True
        if tokens[at].type != "WORD" or not (tokens[at].text[:1].isupper() or tokens[at].key in _BODIES):
            return False
    return False


def begins_a_name(before: Token, after: Token) -> bool:
    """ "mô hình 3R", "xếp hạng 2IPD": whether a digit begins the name whose capitals stand glued to it.

    Not "22KV", nor "kết nạp 15ĐV", which may count what is cut short.
    """
    if after.type != "WORD" or after.marks or not after.text.isupper():
        return False
    return (len(after.text) == 1 and before.marks.isdisjoint(_LEADING_ON)) or not before.marks.isdisjoint(
        _RATED
    )


def is_many_in_one(tokens: list[Token], index: int) -> bool:
    """ "vắc xin 5 trong 1": whether a number is one of the two of such a name; not "5 lần trong 1 năm"."""
    at = index if tokens[index].key != _ONE else index - 2
    first, joint, last, after = (token_at(tokens, at + step) for step in range(4))
    if first is None or joint is None or last is None or first.type != "NUMBER" or joint.key != WITHIN:
        return False
    return last.key == _ONE and (after is None or after.marks.isdisjoint({"NOUN", "MEASURE"}))


def unmark_proper_name(tokens: list[Token], index: int) -> bool:
    """ "xuất khẩu sang Mỹ 250 triệu USD, Nhật Bản 110": of a name of two words the second is no village.

    From then on it is no noun either, which would be counted.
    """
    head, first = tokens[index - 1], token_at(tokens, index - 2)
    if first is None or first.marks or not (first.text.istitle() and head.text.istitle()):
        return False
    if (index > 2 and tokens[index - 3].type != "SIGN") or " " in head.key:
        return False
    tokens[index - 1] = new_token("WORD", head.key, head.text, head.start, head.end)
    return True
