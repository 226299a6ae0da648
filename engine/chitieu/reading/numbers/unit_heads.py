"""Units that a heading tells by "ĐVT" or in brackets: "Lợi nhuận (ĐVT: triệu đồng): 85", "ĐVT: tỷ đồng. Thu: 120"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import has_unit
from chitieu.text.spoken import A_THOUSAND, words

#: Words that say that a unit follows.
UNIT_HEADS = frozenset(words("UNIT_HEAD"))
_LONGEST = 6
_UNIT_KINDS, _UNIT_MARKS = frozenset({"SLASH", "PERCENT", "PERMILLE"}), {"SCALE", "MEASURE", "NOUN", "POINT"}
_THOUSAND = frozenset({"1.000", "1000"})
_SCALE = frozenset({"SCALE"})
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_PARTING, _ENDING = frozenset({";", ".", ","}), frozenset({";", "."})
_BEFORE_FIGURES = frozenset({":", "(", "="})


def told_units(tokens: list[Token]) -> None:
    """Put a unit that "ĐVT" tells where it stands without the word: in brackets behind a name, or behind figures."""
    for at in range(len(tokens) - 2, -1, -1):
        if tokens[at].key not in UNIT_HEADS:
            continue
        begun = at + 2 if tokens[at + 1].key == ":" else at + 1
        end = _unit_end(tokens, begun)
        sign = tokens[end].key if end < len(tokens) else "."
        before = tokens[at - 1] if at else None
        if end == begun:
            continue
        if before is None and sign in _ENDING:
            unit = tokens[begun:end]
            del tokens[: end + 1]
            _hand_out(tokens, unit)
        elif before is not None and before.key in _OPENING and sign in _CLOSING:
            if at > 1 and tokens[at - 2].type == "NUMBER":
                del tokens[end], tokens[at - 1 : begun]  # "45 (ĐVT: triệu đồng)"
            else:
                del tokens[at:begun]
        elif before is not None and before.key in (",", "-") and sign == ":":
            tokens.insert(end, new_token("SIGN", ")", "", tokens[end].start, tokens[end].start))
            tokens[at - 1 : begun] = [new_token("SIGN", "(", "", tokens[begun].start, tokens[begun].start)]


def bracketed_units(tokens: list[Token]) -> None:
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
            tokens[begun] = new_token("WORD", A_THOUSAND, A_THOUSAND, number.start, number.end, _SCALE)
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
        if number.type != "NUMBER" or not (after is None or after.key in _PARTING) or has_unit(after):
            continue
        if before.key in _BEFORE_FIGURES or before.marks or before.type.startswith("SIGN_"):
            tokens[at + 1 : at + 1] = [
                new_token(token.type, token.key, token.text, number.end, number.end, token.marks)
                for token in unit
            ]
