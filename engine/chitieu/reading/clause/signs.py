"""Signs that part a clause: what ends a sentence, numbers a part of it, stands between two figures, in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chitieu.reading.tokens.scanner import Token

if TYPE_CHECKING:  # the segments ask here
    from chitieu.reading.clause.segments import Element


def ends_sentence(elements: Sequence[Element], index: int) -> bool:
    """Whether a full stop at ``index`` ends a sentence; not that of "v.v", "...", "TP.Hà Nội"."""
    following = elements[index + 1] if index + 1 < len(elements) else None
    before = elements[index - 1] if index else None
    if following is None:
        return True
    if following.start == elements[index].end:  # "nâng cao.Mỗi tỉnh"
        text = following.text if isinstance(following, Token) else ""
        said = before.text if isinstance(before, Token) else "…"
        small = said == "…" or (said.islower() and (said[2:] or not said.isascii()))
        return bool(small) and text[:1].isupper() and text[1:].islower()
    return not (isinstance(before, Token) and before.key == ".")


def numbers_subpart(element: Element) -> bool:
    """ "9.1 Nhà tạm: Không; 9.2 Tỷ lệ …": whether the number of a part that has a name of its own stands there."""
    return isinstance(element, Token) and element.account == "label" and "." in element.key


def parting_by(token: Token) -> str:
    """What a token parts two figures by: ",", "among", "apart", "và"; "" where it parts nothing."""
    if token.key == "," and token.type == "SIGN":
        return ","
    if "AMONG" in token.marks:
        return "among"
    if "APART" in token.marks:
        return "apart"
    return token.key if "AND" in token.marks else ""


def closing_signs(elements: Sequence[Element]) -> dict[int, int]:
    """Where each bracket is closed: index of the opening sign → index of the closing one."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for index, element in enumerate(elements):
        if element.key in {"(", "[", ")", "]"} and type(element) is Token and element.type == "SIGN":
            if element.key in {"(", "["}:
                opened.append(index)
            elif opened:
                closing[opened.pop()] = index
    return closing


def tells_time(inside: Sequence[Element]) -> bool:
    """Whether a bracket holds a year and nothing but words of time."""
    tokens = [element for element in inside if isinstance(element, Token)]
    timed = all(token.account == "year" or token.marks & {"TIME", "YEAR_WORD"} for token in tokens)
    return len(tokens) == len(inside) and timed and any(token.account == "year" for token in tokens)
