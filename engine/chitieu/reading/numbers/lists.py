"""Lists of figures: in brackets behind their names ("tốt (40%), khá (35%)"), in a row, one to each of several."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import has_unit, token_at
from chitieu.text.spoken import NTH, RESPECTIVELY

#: So many names with their values in brackets are a list.
_SEVERAL = 2
_WHOLE = 100  # per cent
_NAMING = frozenset({"WORD", "DASH"})
#: What may stand between the names and the first of their shares.
_LEADING = frozenset({"RESPECTIVELY", "EQUALS", "STRIVE", "UP_TO", "DOWN_TO"})


def values_in_brackets(tokens: list[Token]) -> None:
    """ "tốt (40%), khá (35%)", "PCI (thứ 8), PAPI (thứ 17)": where nothing else has a figure, those of the names."""
    opened = [
        index
        for index, token in enumerate(tokens[:-2])
        if token.key == "(" and index and _is_only_value(tokens, index + 1)
    ]
    figures = sum(token.type == "NUMBER" for token in tokens)
    if len(opened) < _SEVERAL or figures > len(opened):
        return
    for index in reversed(opened):
        end = next(at for at in range(index, len(tokens)) if tokens[at].key == ")")
        sign = tokens[index]
        tokens[index] = new_token("SIGN", ":", sign.text, sign.start, sign.end)
        del tokens[end]


def _is_only_value(tokens: list[Token], index: int) -> bool:
    """Whether a bracket holds one figure alone, with its unit or the word for a rank."""
    first = tokens[index]
    at = index + (first.key == NTH or "RANK" in first.marks)
    number, behind = token_at(tokens, at), token_at(tokens, at + 1)
    if number is None or behind is None or number.type != "NUMBER":
        return False
    if at > index:
        return behind.key == ")"
    closing = token_at(tokens, at + 2)
    return _is_percent(behind) and closing is not None and closing.key == ")"


def shares_in_a_row(tokens: list[Token]) -> list[str]:
    """ "Cơ cấu: NN - CN - DV: 25% - 40% - 35%", "25 - 40 - 35%": three shares, no range; a person says of what."""
    at = [
        index
        for index, token in enumerate(tokens)
        if token.type == "NUMBER" and (token.value is None or token.value <= _WHOLE)
    ]
    found = False
    for first, second, third in zip(at, at[1:], at[2:], strict=False):
        dashes = tokens[second - 1], tokens[third - 1]
        apart = [*tokens[first + 1 : second - 1], *tokens[second + 1 : third - 1]]
        last = token_at(tokens, third + 1)
        row = all(dash.type == "DASH" for dash in dashes) and len(apart) in (0, 2)
        if row and last is not None and all(map(_is_percent, (*apart, last))):
            for dash in dashes:
                dash.type, dash.key, found = "SIGN", ",", True
    named = any(map(_is_percent, tokens)) and _name_shares(tokens)
    return ["reading.unknown_sign"] if found and not named else []


def _name_shares(tokens: list[Token]) -> bool:
    """Turn names with dashes into a list that "lần lượt" gives to as many shares; whether any were.

    "Cơ cấu (NN - CN - DV): 25%, 40%, 35%", "Cơ cấu: NN - CN - DV lần lượt là …": as "NN, CN, DV lần lượt …".
    """
    numbers = (at for at, token in enumerate(tokens) if token.type == "NUMBER")
    first = next((at for at in numbers if _shares_behind(tokens, at) > _SEVERAL), 0)
    end = first
    while end and (tokens[end - 1].key == ":" or not tokens[end - 1].marks.isdisjoint(_LEADING)):
        end -= 1
    bracketed = end > 0 and tokens[end - 1].key == ")"
    names_end = end - 1 if bracketed else end
    begun = max((at for at in range(names_end) if tokens[at].type not in _NAMING), default=-1)
    while (
        begun > 0 and tokens[begun].key == ","
    ):  # "nông, lâm, thủy sản - công nghiệp - dịch vụ", all behind ":"
        begun = max((at for at in range(begun) if tokens[at].type not in _NAMING), default=-1)
    headed = begun > 0 and tokens[begun].key == ("(" if bracketed else ":")
    names = tokens[begun + 1 : names_end]
    dashes = [token for token in names if token.type == "DASH"]
    inner = [token for token in names if token.key == ","]
    if (bracketed or inner) and not headed:
        return False
    if len(dashes) < _SEVERAL or marked(names, "AND") or len(dashes) + 1 != _shares_behind(tokens, first):
        return False
    for comma in inner:
        comma.type, comma.key = "WORD", "-"  # within a name
    for dash in dashes:
        dash.type, dash.key = "SIGN", ","
    if bracketed:
        tokens[begun].key = ":"
    if not marked(tokens[names_end:first], "RESPECTIVELY"):
        place = tokens[end - 1].end
        sure = new_token("WORD", RESPECTIVELY, "", place, place, frozenset({"RESPECTIVELY"}))
        tokens[names_end:end] = [sure]
    elif bracketed:
        del tokens[names_end]
    return True


def _shares_behind(tokens: list[Token], at: int) -> int:
    """How many figures a list of shares has."""
    count = 0
    while at < len(tokens):
        count += tokens[at].type == "NUMBER"
        listed = tokens[at].type == "NUMBER" or _is_percent(tokens[at]) or tokens[at].key == ","
        if not (listed or "AND" in tokens[at].marks):
            break
        at += 1
    return count


def _is_percent(token: Token) -> bool:
    return token.type == "PERCENT" or "PERCENT_WORD" in token.marks


def join_list(tokens: list[Token]) -> None:
    """ "lần lượt đạt 62; 48,5 và 24 tạ/ha", "lần lượt là 2%; 3%": the sign between figures of one list as a comma."""
    for first, sign, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if sign.key == ";" and second.type == "NUMBER" and (first.type == "NUMBER" or has_unit(first)):
            sign.key = ","


#: Signs that scans leave of a dash.
_NO_JOINTS = frozenset("_•·.*")


def odd_joints(tokens: list[Token]) -> list[str]:
    """ "từ 5 _ 8 đảng viên", "từ 5 • 8": what joins the two is no sign that joins."""
    four = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    found = any(
        "FROM" in lead.marks and sign.key in _NO_JOINTS and first.type == second.type == "NUMBER"
        for lead, first, sign, second in four
    )
    return ["reading.unknown_sign"] if found else []
