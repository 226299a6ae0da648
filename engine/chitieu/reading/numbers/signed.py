"""A sign before a figure, and no bullet and no range: "tỷ suất lợi nhuận -2% đến 3%", "+2 °C đến +8 °C"."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING_SIGNS, UNIT_MARKS, bounds, token_at
from chitieu.text.figures import read_figure
from chitieu.text.spoken import words

_SIGNED, _DEGREES = words("SIGNED"), frozenset(words("DEGREES"))
#: A text of so few tokens has no bullets; so many words of a name are looked at.
_FEW, _NAMED = 4, 8
#: So near behind a plus its degrees stand: "+2 đến +8 °C".
_NEAR = 6
#: What stands before a value.
_LEADING = frozenset({":", "|"})


def join_signs(tokens: list[Token]) -> list[str]:
    """Join a minus sign to its figure: "lợi nhuận -15 tỷ đồng", "kho đông ≤ -18 °C"; a plus of degrees says nothing.

    Returns a code where a sign may tell a change: "Tỷ lệ hộ nghèo: -0,5%", "Thu ngân sách: +10%".
    """
    asked = False
    for index in range(len(tokens) - 2, -1, -1):
        number = tokens[index + 1]
        if number.type != "NUMBER":
            continue
        sign = tokens[index]
        if not (sign.key == "+" or (sign.type == "DASH" and sign.key.startswith("-"))):
            continue
        before = tokens[index - 1].key if index else ""
        glued = sign.end == number.start
        alone = glued and before in _LEADING and _ends_part(tokens, index + 2)
        if sign.key == "+":
            near = tokens[index + 2 : index + _NEAR]
            led = index > 0 and (bounds(tokens[index - 1]) or "FROM" in tokens[index - 1].marks)
            bounded = glued and led
            asked = asked or (bounded and _may_rise(tokens, index))
            if bounded or (glued and (_is_an_end(tokens, index) or any(t.key in _DEGREES for t in near))):
                number.start = sign.start
                del tokens[index]
            else:
                asked = asked or alone or (glued and _is_a_rise(tokens, index))
            continue
        value = read_figure(number.key) if _is_minus(tokens, index) else None
        if value is not None:
            joined = new_token("NUMBER", f"-{number.key}", f"-{number.text}", sign.start, number.end)
            joined.value = -value
            tokens[index : index + 2] = [joined]
        else:
            asked = asked or alone
    return ["reading.sign"] if asked else []


def _is_a_rise(tokens: list[Token], index: int) -> bool:
    """Whether a plus of a share may say a rise that no word says: "Sản lượng lúa +5%"."""
    shared = index + 2 < len(tokens) and tokens[index + 2].type == "PERCENT"
    before = token_at(tokens, index - 1)
    return shared and before is not None and before.type == "WORD" and before.marks.isdisjoint(CHANGING)


def _may_rise(tokens: list[Token], index: int) -> bool:
    """Whether a bounded share with a plus may be a rise that no word says: "Sản lượng ≥ +5%", but "eNPS ≥ +25 điểm"."""
    shared = index + 2 < len(tokens) and tokens[index + 2].type == "PERCENT"
    return shared and all(token.marks.isdisjoint(CHANGING) for token in tokens[:index])


def _is_an_end(tokens: list[Token], index: int) -> bool:
    """Whether a plus stands before one end of a range: "độ ẩm +2% đến +8%"."""
    if index and "TO" in tokens[index - 1].marks and any(t.key[:1] in ("+", "-") for t in tokens[:index]):
        return True
    near = tokens[index + 2 : index + _FEW + 1]
    return any("TO" in to.marks and end.type == "NUMBER" for to, end in pairwise(near))


def _ends_part(tokens: list[Token], at: int) -> bool:
    """Whether nothing but a unit follows a figure: of "-5 đảng viên mới" the dash opens an item."""
    while at < len(tokens) and (tokens[at].type == "PERCENT" or tokens[at].marks & {"MEASURE", "SCALE"}):
        at += 1
    return at == len(tokens) or tokens[at].type == "SIGN"


def is_below_nought(name: str, unit: str) -> bool:
    """Whether what is named may be less than nought: "lợi nhuận", "kho lạnh -18 °C"."""
    named = name.casefold()
    return unit.startswith("°") or any(signed in named for signed in _SIGNED)


def _is_minus(tokens: list[Token], index: int) -> bool:
    sign, number, before = tokens[index], tokens[index + 1], token_at(tokens, index - 1)
    if before is not None and before.type in COMPARING_SIGNS:
        return True  # behind which no dash joins anything
    if sign.end != number.start:
        return False
    if before is None:
        return len(tokens) <= _FEW  # "-5%"; in a longer text it is a bullet
    if before.end == sign.start:
        return False
    if before.key == ":":
        named = " ".join([token.key for token in tokens[max(0, index - _NAMED) : index]])
        after = token_at(tokens, index + 2)
        cold = after is not None and after.key in _DEGREES  # "kho lạnh: -18 °C" is no bullet,
        return cold or named == ":" or any(name in named for name in _SIGNED)  # nor "lợi nhuận: -15 tỷ đồng"
    if before.type == "NUMBER" and index > 1 and "YEAR_WORD" in tokens[index - 2].marks:
        # "lợi nhuận năm 2025 -15 tỷ đồng"
        named = " ".join([token.key for token in tokens[max(0, index - _NAMED) : index]])
        after = token_at(tokens, index + 2)
        measured = after is not None and (after.type == "PERCENT" or not after.marks.isdisjoint(UNIT_MARKS))
        return measured and any(name in named for name in _SIGNED)
    if before.marks & (UNIT_MARKS | {"NOUN"}):
        return before.type == "WORD" and not any(
            t.type == "NUMBER" for t in tokens[max(index - 3, 0) : index]
        )
    return before.type == "WORD"
