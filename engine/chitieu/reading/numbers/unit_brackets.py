"""Units in brackets: behind their figures, "trên 12,5 (phút)", within rates, and behind what heads parts."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import COMPARATORS, closing_bracket, has_unit, token_at

#: A unit takes so many tokens at most: "triệu đồng/người/năm".
_LONGEST = 6
#: A noun behind a figure has no more words.
_NOUN = 4
_UNITS, _KINDS = (
    frozenset({"MEASURE", "SCALE", "NOUN", "PERCENT_WORD", "PERMILLE_WORD"}),
    frozenset({"PERCENT", "PERMILLE", "SLASH"}),
)
_ENDS = frozenset({",", ";", "."})
#: What is measured of a head takes no more words.
_PART = 5
#: So many tokens, at most, from a bracket of two figures to its end: "(từ 8 đến 8,5)".
_MEASURED = 8


def are_unit(tokens: list[Token]) -> bool:
    """Whether some tokens are a unit and nothing else."""
    if not tokens or len(tokens) > _LONGEST or tokens[0].type == "SLASH":
        return False
    return measure(tokens)


def measure(tokens: list[Token]) -> bool:
    """Whether each of some tokens is of a unit: "/ha" as well."""
    return all(token.type in _KINDS or not token.marks.isdisjoint(_UNITS) for token in tokens)


def opening_of(tokens: list[Token], closing: int) -> int:
    """Where the bracket that ends at a sign begins; 0 for one that is longer than a unit, or opens the text."""
    return next(
        (at for at in range(closing - 1, max(closing - _LONGEST - 2, 0), -1) if tokens[at].key == "("), 0
    )


def _open_measured(tokens: list[Token]) -> None:
    """ "tăng (8 - 8,5)%", "kết nạp (từ 5 đến 7) đảng viên": brackets around figures whose unit stands behind them."""
    for at in range(len(tokens) - 3, -1, -1):
        if tokens[at].key != "(":
            continue
        end = closing_bracket(tokens, at, _MEASURED)
        unit = tokens[end + 1] if 0 < end < len(tokens) - 1 else None
        if unit is None or not (has_unit(unit) or "NOUN" in unit.marks):
            continue
        inside = tokens[at + 1 : end]
        figures = sum(token.type == "NUMBER" for token in inside)
        if figures > 1 and all(t.type in ("NUMBER", "DASH") or t.marks & {"FROM", "TO"} for t in inside):
            inside[0].start = tokens[at].start
            tokens[at : end + 1] = inside


def close_up_rates(tokens: list[Token]) -> None:
    """Take what parts a figure from the slash behind it out: a bracket of words, a noun that is said twice."""
    _drop_brackets(tokens)
    for at in range(len(tokens) - 2, 1, -1):
        joined = tokens[at].type == "SLASH" and tokens[at - 2].type == "NUMBER" and _counts_all(tokens, at)
        if joined and tokens[at - 1].key == tokens[at + 2].key:
            del tokens[at - 1]  # "12 xã/20 xã" is "12/20 xã"


def _drop_brackets(tokens: list[Token]) -> None:
    """Take a bracket of words out of a unit: "05 mối nguy (near-miss)/tháng", "02 ngày (làm việc)/hồ sơ".

    What bounds the figure goes before it: "30 phút (tối đa)/lượt".
    """
    for at in range(len(tokens) - 2, 2, -1):
        if at + 1 >= len(tokens) or tokens[at].type != "SLASH" or tokens[at - 1].key != ")":
            continue
        if tokens[at + 1].type != "WORD" and not _counts_all(tokens, at):
            continue
        begun = opening_of(tokens, at - 1)
        if not begun or any(token.type == "NUMBER" for token in tokens[begun:at]):
            continue
        counted = next((n for n in range(begun - 1, -1, -1) if tokens[n].type != "WORD"), begun - 1)
        if tokens[counted].type == "NUMBER" and 0 < begun - 1 - counted <= _NOUN:
            bounds = [token for token in tokens[begun:at] if not token.marks.isdisjoint(COMPARATORS)]
            tokens[counted:at] = [*bounds, *tokens[counted:begun]]


def _counts_all(tokens: list[Token], slash: int) -> bool:
    """ "12 xã (phường)/20 xã": whether so many of the same stand behind a slash."""
    number, noun = token_at(tokens, slash + 1), token_at(tokens, slash + 2)
    if number is None or noun is None or number.type != "NUMBER" or "NOUN" not in noun.marks:
        return False
    return any(token.key == noun.key for token in tokens[max(0, slash - _NOUN) : slash])


def open_unit_brackets(tokens: list[Token]) -> None:
    """Take the brackets off a unit behind its figure."""
    _open_measured(tokens)
    for at in range(len(tokens) - 3, 0, -1):
        if tokens[at].key != "(" or tokens[at - 1].type != "NUMBER":
            continue
        end = closing_bracket(tokens, at, _LONGEST + 2)
        behind = token_at(tokens, end + 1)
        if end and are_unit(tokens[at + 1 : end]) and (behind is None or behind.key in _ENDS):
            tokens[end - 1].end = tokens[end].end
            del tokens[end], tokens[at]


def head_by_unit(tokens: list[Token]) -> None:
    """A name with its unit heads the parts that follow: "Doanh thu (tỷ đồng) Quý I: 120 Quý II: 135"."""
    for at in range(len(tokens) - 4, 1, -1):
        if tokens[at].key != ")" or tokens[at + 1].type != "WORD":
            continue
        begun = opening_of(tokens, at)
        unit = tokens[begun + 1 : at]
        if not begun or tokens[begun - 1].type != "WORD" or not are_unit(unit) or unit[0].type == "PERCENT":
            continue
        ahead = tokens[at + 1 : at + _PART + 3]
        colon = next((n for n, token in enumerate(ahead) if token.type != "WORD"), 0)
        told = ahead[colon + 1 : colon + 2]
        if colon and ahead[colon].key == ":" and told and told[0].type == "NUMBER":
            place = tokens[at].end
            tokens.insert(at + 1, new_token("SIGN", ":", "", place, place))
