"""Units told apart from their figures: by "ĐVT" or in brackets, as money before them; and those with a hyphen."""

from __future__ import annotations

import re
from itertools import pairwise

from chitieu.reading.numbers.dates import YEAR
from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import has_unit, token_at
from chitieu.text.spoken import A_YEAR, words

#: Words that say that a unit follows.
UNIT_HEADS = frozenset(words("UNIT_HEAD"))
_BEFORE_COLON = frozenset(words("UNIT_HEAD_BEFORE_COLON"))
#: Money that may stand before its figure, and what the first part of a hyphened word may be.
MONEY = frozenset(words("MONEY_BEFORE"))
_COUNTED = frozenset({"NOUN", "MEASURE", "NAME_HEAD"})
HYPHENED = "WORD DASH WORD"
_THOUSAND, _NAMED = frozenset({"1.000", "1000"}), words("THOUSAND")[0]
#: A month, as it is cut short behind a slash and as it is written.
_SHORT_MONTHS, _MONTH = frozenset(words("SHORT_MONTH")), words("MONTH")[0]
#: Words and signs, one of which else all that is to place has.
UNITS_APART = UNIT_HEADS | MONEY | _THOUSAND | _SHORT_MONTHS | {"["}
_LONGEST = 6
_UNIT_KINDS, _UNIT_MARKS = frozenset({"SLASH", "PERCENT", "PERMILLE"}), {"SCALE", "MEASURE", "NOUN", "POINT"}
_CLOSED = frozenset({"OR_MORE", "OR_LESS"})
_SCALE = frozenset({"SCALE"})
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_MEASURED = frozenset({"MEASURE"})
_PARTING, _ENDING = frozenset({";", ".", ","}), frozenset({";", "."})
#: A figure with thousands, which no name is numbered by.
_LARGE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_BEFORE_FIGURES = frozenset({":", "(", "="})


def place_units(tokens: list[Token], keys: set[str], shape: str) -> None:
    """Put units and money where they stand in plain words; the contents of the tokens tell what there is to do."""
    if not UNITS_APART.isdisjoint(keys):  # guard
        if not UNIT_HEADS.isdisjoint(keys):  # guard
            _told_units(tokens)
        _bracketed_units(tokens)
        _money_before(tokens)
        if not _SHORT_MONTHS.isdisjoint(keys):  # guard
            _write_out_months(tokens)
    if HYPHENED in shape:  # guard
        _join_hyphened(tokens)


def _told_units(tokens: list[Token]) -> None:
    """Put a unit that "ĐVT" tells where it stands without the word: in brackets behind a name, or behind figures."""
    for at in range(len(tokens) - 2, -1, -1):
        if tokens[at].key not in UNIT_HEADS:
            continue
        told = tokens[at + 1].key == ":"
        if tokens[at].key in _BEFORE_COLON and not told:
            continue
        begun = at + 2 if told else at + 1
        end = _unit_end(tokens, begun)
        sign = tokens[end].key if end < len(tokens) else "."
        before = tokens[at - 1] if at else None
        if end == begun:
            continue
        if before is None and sign in _ENDING:
            unit = tokens[begun:end]
            if tokens[at].key in _BEFORE_COLON and not any(map(has_unit, unit)):
                continue  # "Đơn vị: Chi bộ. …": who
            del tokens[: end + 1]
            _hand_out(tokens, unit)
        elif at == 1 and tokens[0].key in _OPENING and sign in _CLOSING:
            unit = tokens[begun:end]
            del tokens[: end + 1]
            _hand_out(tokens, unit)  # "(ĐVT: triệu đồng) I. Tổng thu: 46.820; …"
        elif before is not None and before.key in _OPENING and sign in _CLOSING:
            if at > 1 and tokens[at - 2].type == "NUMBER" and not _is_time(tokens, at - 2, end):
                del tokens[end], tokens[at - 1 : begun]  # "45 (ĐVT: triệu đồng)"
            elif _heads_a_list(
                tokens, end + 1
            ):  # "Chỉ tiêu dân số (ĐVT: %) - Tỷ lệ …: 8; - Sàng lọc …: 55 trở lên"
                listed = tokens[end + 1 :]
                _hand_out(listed, tokens[begun:end])
                tokens[at - 1 :] = listed
            else:
                del tokens[at:begun]
        elif before is not None and before.key in (",", "-") and sign == ":":
            tokens.insert(end, new_token("SIGN", ")", "", tokens[end].start, tokens[end].start))
            tokens[at - 1 : begun] = [new_token("SIGN", "(", "", tokens[begun].start, tokens[begun].start)]


def _heads_a_list(tokens: list[Token], at: int) -> bool:
    """Whether bullets with names stand behind a bracket."""
    bulleted = at + 1 < len(tokens) and tokens[at].type == "DASH" and tokens[at + 1].type == "WORD"
    return bulleted and any(
        first.key == ":" and second.type == "NUMBER" for first, second in pairwise(tokens[at:])
    )


def _is_time(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a number before such a bracket is a year: "Kế hoạch năm 2025 (ĐVT: tỷ đồng): Doanh thu: 420"."""
    if not YEAR.fullmatch(tokens[at].key):
        return False
    heads = end + 1 < len(tokens) and tokens[end + 1].key == ":"
    return heads or (at > 0 and tokens[at - 1].key.endswith(A_YEAR))


def _bracketed_units(tokens: list[Token]) -> None:
    """ "Thu ngân sách [tỷ đồng]: 45", "Xuất khẩu (1.000 USD): 350": as "(tỷ đồng)", "(nghìn USD)"."""
    for at in range(len(tokens) - 2):
        if tokens[at].key not in _OPENING:
            continue
        begun = at + 1
        thousands = tokens[begun].key in _THOUSAND
        end = _unit_end(tokens, begun + 1 if thousands else begun)
        if end == begun or end + 1 >= len(tokens) or tokens[end].key not in _CLOSING:
            continue
        if tokens[end + 1].key != ":" and not tokens[end + 1].type.startswith("SIGN_"):
            continue
        tokens[at].key, tokens[end].key = "(", ")"
        if thousands and end > begun + 1:
            number = tokens[begun]
            tokens[begun] = new_token("WORD", _NAMED, _NAMED, number.start, number.end, _SCALE)
            tokens[begun].account = "name"


def _unit_end(tokens: list[Token], at: int) -> int:
    """Where the words of a unit end."""
    end = at
    while end < min(len(tokens), at + _LONGEST):
        token = tokens[end]
        if token.type not in _UNIT_KINDS and token.marks.isdisjoint(_UNIT_MARKS):
            break
        end += 1
    return end


def _hand_out(tokens: list[Token], unit: list[Token]) -> None:
    """Give the unit to every figure that has none and stands behind its name."""
    for at in range(len(tokens) - 1, 0, -1):
        number, before = tokens[at], tokens[at - 1]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        ends = after is None or after.key in _PARTING or not after.marks.isdisjoint(_CLOSED)
        if number.type != "NUMBER" or not ends or has_unit(after):
            continue
        counted = before.type == "WORD" and (before.marks or _LARGE.fullmatch(number.key))
        if before.key in _BEFORE_FIGURES or counted or before.type.startswith("SIGN_"):
            tokens[at + 1 : at + 1] = [
                new_token(token.type, token.key, token.text, number.end, number.end, token.marks)
                for token in unit
            ]


def _money_before(tokens: list[Token]) -> None:
    """ "USD 500 triệu" is 500 triệu USD; "tỷ giá USD 25.400 đồng" has its own unit."""
    for index in range(len(tokens) - 2, -1, -1):
        money, number = tokens[index : index + 2]
        if money.key not in MONEY or number.type != "NUMBER":
            continue
        scaled = (
            index > 1 and "SCALE" in tokens[index - 1].marks and not has_unit(token_at(tokens, index + 2))
        )
        if scaled and tokens[index - 2].type == "WORD":
            tokens[index - 1 : index + 2] = [number, tokens[index - 1], money]  # "… | Triệu USD | 850"
            continue
        if index and (tokens[index - 1].type == "NUMBER" or "SCALE" in tokens[index - 1].marks):
            continue  # "5 triệu USD 12 dự án"
        end = index + 2
        while end < len(tokens) and "SCALE" in tokens[end].marks:
            end += 1
        if end > index + 2 or not has_unit(token_at(tokens, end)):
            tokens[index:end] = [*tokens[index + 1 : end], money]


def _join_hyphened(tokens: list[Token]) -> None:
    """ "5 ki-ốt", "450 tấn/tàu-giờ", "120 man-day": one word behind a figure."""
    for index in range(len(tokens) - 3, 0, -1):
        if tokens[index + 1].type != "DASH" or index + 2 >= len(tokens):
            continue
        first, dash, second = tokens[index : index + 3]
        close = first.end == dash.start and dash.end == second.start
        if not close or first.type != "WORD" or second.type != "WORD" or not second.text.islower():
            continue
        before = tokens[index - 1]
        led = before.type in ("NUMBER", "SLASH") or "SCALE" in before.marks
        measured = "MEASURE" in second.marks and "MEASURE" not in first.marks
        if led and (measured or not second.marks) and " " not in first.key and first.marks <= _COUNTED:
            text = f"{first.text}-{second.text}"
            tokens[index : index + 3] = [
                new_token("WORD", text.casefold(), text, first.start, second.end, frozenset({"NOUN"}))
            ]


def _write_out_months(tokens: list[Token]) -> None:
    """ "9,6 trđ/ng/th": a month, behind a slash alone ("TH 2024" is what was done)."""
    for unit, slash, short in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if slash.type == "SLASH" and short.key in _SHORT_MONTHS and not unit.marks.isdisjoint(_UNIT_MARKS):
            short.key, short.text = _MONTH, _MONTH
            short.marks |= _MEASURED
