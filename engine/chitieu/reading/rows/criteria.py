"""Rows without signs between their cells that end in a word or in the values of years.

"5.1 Trung tâm y tế đạt chuẩn Đạt 5.4 Tỷ lệ trường đạt chuẩn ≥ 60%", "Nhà tạm, dột nát Không"; "Thu nhập (triệu
đồng/người) Năm 2024: ≥ 59; Năm 2025: ≥ 62".
"""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.rows.cells import (
    CLOSING,
    LISTED,
    Cell,
    Cells,
    is_value,
    may_number,
    numbers_on,
    says_state,
    take_bracket_unit,
)
from chitieu.reading.rows.columns import is_column, is_plain_year, kinds_of, may_head
from chitieu.reading.rows.lines import ends_in_amount, value_end
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import UNIT_MARKS, bounds, has_unit

_CLOSING = (".", ")")
_STOPS = (".", ";")
#: What parts a plan from its result; so many words a heading has at most.
_JOINTS, _LONGEST = frozenset({",", ";", ".", "(", ")"}), 4
#: What may end a value: "≥ 01 công trình", "95% trở lên".
_ENDING = CLOSING | {"NOUN"}
#: Words of the time that a value is for.
_OF_TIME = frozenset({"YEAR_WORD", "PERIOD"})


def by_criteria(tokens: list[Token]) -> list[Cells]:
    """Criteria one behind the other, where one of them ends in "Đạt" or "Không"; none where none does."""
    for at, token in enumerate(tokens):  # most are in small letters
        if token.text != token.key and at and token.text[:1].isupper() and _ends_in_state(tokens, at):
            break
    else:
        return []
    begins = [0] + [at for at in range(1, len(tokens)) if _is_label(tokens, at)]
    rows = [_without_stop(tokens[start:end]) for start, end in pairwise([*begins, len(tokens)])]
    return [_cells(row) for row in rows if row]


def _ends_in_state(tokens: list[Token], at: int) -> bool:
    """Whether a criterion ends in the word there, which begins with a capital: a cell of its own."""
    if tokens[at - 1].type != "WORD" or not says_state([tokens[at]]):
        return False
    return (
        at + 1 == len(tokens)
        or (at + 2 == len(tokens) and tokens[-1].key in _STOPS)
        or _is_label(tokens, at + 1)
    )


def _is_label(tokens: list[Token], at: int) -> bool:
    """Whether the number of a criterion stands there, a name with a capital behind it: "5.4 Tỷ lệ …", "2. Nhà …"."""
    number, first, second = [*tokens[at : at + 3], None, None][:3]
    if number is None or not may_number(number) or first is None:
        return False
    closed = first.key in _CLOSING
    name = second if closed else first
    if name is None or name.type != "WORD" or not name.text[:1].isupper() or name.marks & UNIT_MARKS:
        return False
    return closed or "." in number.key


def by_labels(tokens: list[Token]) -> list[Cells]:
    """ "17.4 Tỷ lệ hỏa táng ≥ 5% 17.5 Tỷ lệ chất thải được thu gom ≥ 95%": rows that number on, each with its value.

    None where what stands behind a number ends in no value, as in a sentence.
    """
    begins = [0]
    for at in range(LISTED, len(tokens) - 1):
        number, name = tokens[at : at + 2]
        if number.type == "NUMBER" and numbers_on(tokens[begins[-1]], number):
            before, apart = tokens[at - 1], name.start > number.end
            closed = before.type == "NUMBER" or has_unit(before) or not before.marks.isdisjoint(_ENDING)
            if closed and apart and name.type == "WORD" and name.text[:1].isupper():
                begins.append(at)
    rows = [_cells(_without_stop(tokens[start:end])) for start, end in pairwise([*begins, len(tokens)])]
    whole = all(len(row) > 1 and len(row[0]) > 1 and is_value(row[-1]) for row in rows)
    return rows if len(rows) > 1 and whole else []


def _without_stop(tokens: list[Token]) -> list[Token]:
    return tokens[:-1] if tokens and tokens[-1].key in _STOPS else tokens


def _cells(row: list[Token]) -> Cells:
    if len(row) > 1 and says_state(row[-1:]):
        return [row[:-1], row[-1:]]
    starts = (at for at in range(1, len(row)) if is_value(row[at:]) and not _ends_name(*row[at : at + 2]))
    start = next(starts, len(row))
    return [cell for cell in (row[:start], row[start:]) if cell]


def _ends_name(number: Token, following: Token | None = None) -> bool:
    """ "vào lớp 1 từ 95%": a number of the name, which the comparator of the value stands behind."""
    compared = following is not None and (bounds(following) or "FROM" in following.marks)
    return number.type == "NUMBER" and compared


def by_bracket_units(tokens: list[Token]) -> list[Cells]:
    """ "Sản lượng (tấn) 1.250 Doanh thu (tỷ đồng) 46,5": names with their units in brackets, each before its value."""
    rows: list[Cells] = []
    begun = 0
    tokens = _without_stop(tokens)
    for at, token in enumerate(tokens):
        if token.key != ")" or at < begun or (end := value_end(tokens, at + 1)) == at + 1:
            continue
        name = tokens[begun : at + 1]
        follows = end == len(tokens) or (tokens[end].type == "WORD" and tokens[end].text[:1].isupper())
        if not follows or not take_bracket_unit(Cell(list(name))):
            return []
        rows.append([name, tokens[at + 1 : end]])
        begun = end
    return rows if len(rows) > 1 and begun == len(tokens) else []


def by_plan_and_result(tokens: list[Token]) -> list[Cells]:
    """ "Doanh thu (tỷ đồng) KH 120 TH 118 đạt 98,3%", "… tháng 7: KH 4,2 tỷ - TH 4,5 tỷ": a plan beside its result.

    Nothing else stands behind the name than both and what the result is of the plan; none where anything does, nor
    in a report, "kế hoạch 1.250 tấn, đã thực hiện 1.180 tấn".
    """
    cells: Cells = []
    kinds: set[str] = set()
    first = at = 0
    while at < len(tokens):
        begun = _end_of_column(tokens, at) if at else 0
        if not begun and first and "EQUALS" in tokens[at].marks:
            begun = at + 1
        end = _longest_value(tokens, begun) if begun else 0
        if end:
            first = first or at
            cells.append(tokens[at:end])
            kinds.update(kinds_of(tokens[at:begun]))
            at = end
        elif not first or tokens[at].key in _JOINTS or tokens[at].type == "DASH":
            at += 1
        else:
            return []
    if not {"plan", "result"} <= kinds:
        return []
    name = tokens[: first - 1] if tokens[first - 1].key in (":", ",") else tokens[:first]
    if not name or tokens[first - 1].key == "(" or (name[-1].type != "NUMBER" and ends_in_amount(name)):
        return []  # "1.200 tấn (KH 2024: 1.100; TH 2024: 1.180)"
    return [[name, *cells]]


def _end_of_column(tokens: list[Token], at: int) -> int:
    """Where the heading of a value ends that begins at a place, its colon too; 0 where none does."""
    if not (may_head(tokens[at]) or is_plain_year(tokens[at])):  # guard: as most words
        return 0
    for end in range(min(at + _LONGEST, len(tokens)), at, -1):
        if is_column(tokens[at:end]) and not marked(tokens[at:end], "PAST"):
            return end + (end < len(tokens) and tokens[end].key == ":")
    return 0


def _longest_value(tokens: list[Token], at: int) -> int:
    """Where a value ends with its unit that begins at a place; 0 where none does."""
    end = value_end(tokens, at)
    if end == at:
        return 0
    while end < len(tokens) and tokens[end].type != "DASH" and is_value(tokens[at : end + 1]):
        end += 1
    return end


def by_times(tokens: list[Token]) -> list[Cells]:
    """A name with its unit in brackets, and behind it nothing but years with their values."""
    for at, (token, following) in enumerate(pairwise(tokens)):
        if token.key == ")" and _tells_time(following):
            named = tokens[: at + 1]
            unit = take_bracket_unit(Cell(named))
            values = _dated_values(tokens, at + 1) if any(t.marks & UNIT_MARKS for t in unit) else []
            return [[named, values]] if values else []
    return []


def _dated_values(tokens: list[Token], at: int) -> list[Token]:
    """A cell of the values of several years, "Năm 2024: 59; Năm 2025: 62"; [] where anything else stands there."""
    cell: list[Token] = []
    while at < len(tokens):
        begun = at
        while at < len(tokens) and _tells_time(tokens[at]):
            at += 1
        heading = tokens[begun:at]
        while at < len(tokens) and (tokens[at].key in (":", "=") or "EQUALS" in tokens[at].marks):
            at += 1
        end = value_end(tokens, at)
        if not any(map(is_plain_year, heading)) or end == at:
            return []
        where = heading[-1].end
        parted = [new_token("SIGN", ";", ";", heading[0].start, heading[0].start)] if cell else []
        cell += [*parted, *heading, new_token("SIGN", ":", ":", where, where), *tokens[at:end]]
        at = end
        while at < len(tokens) and tokens[at].key in (";", ",", "."):
            at += 1
    return cell


def _tells_time(token: Token) -> bool:
    return is_plain_year(token) or bool(token.marks & _OF_TIME) or token.type == "DASH"
