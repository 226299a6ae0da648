"""Numbers that are part of a name: "khu phố 3", "lớp 6", "3 sạch", "THPT 2"."""

from __future__ import annotations

from chitieu.reading.dates import YEAR
from chitieu.reading.scanner import Token, marked
from chitieu.reading.surroundings import COMPARING, REACH, has_unit, token_at
from chitieu.text.spoken import AND, FIRST_NAMED, NTH

_JOINTS = frozenset({",", AND})


def is_name(tokens: list[Token], index: int) -> bool:
    """ "khu phố 3", "lớp 6", "Đề án 06": the number of something named by it."""
    before, after = tokens[index - 1], token_at(tokens, index + 1)
    if "NAME_HEAD" not in before.marks:
        return False
    if "RANK" in before.marks or "TOP" in before.marks:
        return False
    if before.key == NTH and index > 1 and (tokens[index - 2].marks & (COMPARING | {"RANK"})):
        return False
    if before.key == NTH and _ranks(tokens, index):
        return False
    if before.marks & {"MEASURE", "NOUN"} and after is None and not _figure_before(tokens, index):
        return False  # the last cells of a row: unit, value
    if after is not None and after.type in ("SLASH", "DASH") and "NUMBERED" not in before.marks:
        second = token_at(tokens, index + 2)
        counted = token_at(tokens, index + 3)
        if after.type == "SLASH" and counted is not None and "NOUN" in counted.marks:
            return False  # "giỏi cấp trường 20/24 giáo viên"
        if second is not None and second.type == "NUMBER" and before.marks & {"EQUALS"}:
            return False
    if "NUMBERED" in before.marks:
        return True
    return after is None or "NOUN" not in after.marks or bool(after.marks & {"OPENING", "MAKE"})


def names_by_number(before: Token, after: Token | None) -> bool:
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


def _ranks(tokens: list[Token], index: int) -> bool:
    """ "Xếp hạng thi đua: thứ 8 toàn quốc (phấn đấu thứ 6)": an ordinal that is a place on a list."""
    first = token_at(tokens, index - 2)
    opened = first is not None and (first.key in (":", "(") or bool(first.marks & {"STRIVE", "EQUALS"}))
    return opened and marked(tokens[max(0, index - REACH) : index - 1], "RANK")


def _figure_before(tokens: list[Token], index: int) -> bool:
    return any(
        token.type == "NUMBER" and token.account is None for token in tokens[max(0, index - REACH) : index]
    )


def counts_children(tokens: list[Token], index: int) -> bool:
    """ "sinh trên 2 con", "sinh 2 con": the number names the births that are meant."""
    after = token_at(tokens, index + 1)
    if after is None or "CHILD" not in after.marks or not tokens[index].key.isdigit():
        return False
    return marked(tokens[max(0, index - 3) : index], "BIRTH")


def counts_nothing(tokens: list[Token], index: int) -> bool:
    """ "mô hình 3 sạch", "phương châm 4 tại chỗ": a slogan, whose words nobody counts."""
    after = token_at(tokens, index + 1)
    small = tokens[index].key.isdigit() and len(tokens[index].key) <= 2
    if after is not None and after.text == FIRST_NAMED:
        return False  # "2 Nhất, 6 Nhì": prizes
    return small and after is not None and "UNCOUNTED" in after.marks and "GRADE" not in after.marks


def chains(tokens: list[Token], settled: list[int]) -> None:
    """Numbers joined to one that names something: "khu phố 3, 4", "lớp 1 và lớp 6", "90-90-95".

    ``settled`` are the places of all tokens that hold numbers.
    """
    numbers = [index for index in settled if tokens[index].type == "NUMBER"]
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
    if index < 2 or not (tokens[index - 1].key in _JOINTS or tokens[index - 1].type in ("DASH", "SLASH")):
        return
    before, first, further = tokens[index - 1], tokens[index - 2], token_at(tokens, index - 3)
    counted = before.key == "," and "COUNTED_HEADING" in first.marks
    if counted and further is not None and further.account == "count":
        tokens[index].account = "count"
        return
    after = token_at(tokens, index + 1)
    if first.account == "year" and not YEAR.fullmatch(tokens[index].key):
        return  # "năm 2026, 3/5 trường"
    if has_unit(after) or first.account not in ("name", "year", "date") or not tokens[index].key.isdigit():
        return
    paged = before.type == "SLASH" and first.account == "name"
    joined = before.key in _JOINTS or before.type == "DASH" or paged
    if joined and (after is None or "NOUN" not in after.marks):
        tokens[index].account = first.account


def quoted(tokens: list[Token]) -> None:
    """Numbers in quotation marks belong to a name ("5 không, 3 sạch"), unless something equals just that number."""
    open_at: int | None = None
    for index in range(len(tokens) - 3, 0, -1):
        first, inside, last = tokens[index : index + 3]
        if first.key == last.key == '"' and inside.type == "NUMBER" and "EQUALS" in tokens[index - 1].marks:
            tokens[index : index + 3] = [inside]  # 'bằng "0"'
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
