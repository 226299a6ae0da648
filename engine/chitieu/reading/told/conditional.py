"""Bounds that only say when, for whom or at what something may or must be done."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.tokens.scanner import marked
from chitieu.text.spoken import (
    CASE,
    WHEN,
    words,
)

_FEW = 2
#: What says what has to be where a figure is gone beyond, and so near behind it.
_MUST, _MOST_WORDS = frozenset(words("MUST_BE")), 5
#: What is measured of those that are spoken of: "tỷ lệ hài lòng đối với các dịch vụ".
_MEASURED = frozenset({"RATE", "AVERAGE", "RISE", "FALL", "SUM", "GROWTH_NAME", "STRIVE", "BRING"})
_SEVERAL = frozenset(words("SEVERAL"))


def is_conditional(figure: Figure, said: frozenset[str], behind: frozenset[str]) -> bool:
    """ "Nếu thu vượt 10% thì …", "Trường hợp thu vượt …"; but not "không có trường hợp sinh con thứ 3".

    ``said`` holds the marks of all words to the left, ``behind`` of those to the right.
    """
    if figure.left and figure.left[0].key == WHEN:
        return True  # "Khi mực nước đạt 5,2 m, …"
    if figure.phrase.op == ">" and any(token.key in _MUST for token in figure.right[:_MOST_WORDS]):
        return True  # "mọi điều chỉnh quá 5% phải được chấp thuận"
    if figure.phrase.op in ("<", ">") and (
        ("MAY_DO" in behind and marked(figure.right[:_FEW], "MAY_DO"))
        or ("CONCERNING" in said and _says_for_whom(figure, said))
    ):
        return True
    if "IF" not in said and "IF" not in behind:
        return False
    words = [*figure.left[2:], *figure.right]
    return marked(figure.left[:2], "IF") or any("IF" in token.marks and token.key != CASE for token in words)


def _says_for_whom(figure: Figure, said: frozenset[str]) -> bool:
    """ "Kiểm điểm trách nhiệm đối với các đơn vị giải ngân dưới 60%": those for whom something is done."""
    if not said.isdisjoint(_MEASURED):
        return False
    at = max(at for at, token in enumerate(figure.left) if "CONCERNING" in token.marks)
    whom = figure.left[at + 1 :]
    told = bool(whom) and (whom[0].key in _SEVERAL or "ACTOR" in whom[0].marks)
    return told and at > 0 and all(token.key != "," for token in whom) and has_content(figure.left[:at])
