"""What opens a clause and heads only what is told: weaknesses, funds, equipment, terms, definitions.

"Tồn tại: 3/14 trạm y tế xuống cấp", "Tổng kinh phí: 4.860 triệu đồng", "Mức phụ cấp bằng 1,6 lần mức lương cơ sở",
"Hộ nghèo: hộ có thu nhập từ 1.500.000 đồng trở xuống". Where anything behind the head is wanted, it heads more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chitieu.reading.scanner import Token, marked
from chitieu.text.spoken import BE, HAVE

#: What opens such a clause; a clause without any of them has no such head.
HEADING = frozenset({"TOLD_HEAD", "TERMS_HEAD", "DEFINES", "NOUN"})
#: What wants something behind any head.
_AIMING = ("STRIVE", "AIMED", "GOAL", "DEADLINE")
#: What may want something behind a head of terms that is not sure: "Đơn giá bình quân 600.000 đồng/ha trở lên".
_BOUNDING = (
    "AT_LEAST", "AT_MOST", "OR_MORE", "OR_LESS", "SIGN_MORE", "SIGN_LESS", "RATE", "AVERAGE", "RISE", "FALL", "BRING",
)  # fmt: skip
#: How far the colon of a definition stands: "Hộ nghèo khu vực nông thôn: hộ có thu nhập …".
_NAMED = 10


def heads_what_is_told(tokens: Sequence[Token]) -> bool:
    """Whether what opens a clause heads only what is told."""
    if marked(tokens, *_AIMING):
        return False
    at = next((at for at, t in enumerate(tokens) if t.type not in ("SIGN", "DASH") and t.account != "label"), 0)
    head, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if "TOLD_HEAD" in head.marks and following is not None and following.key == ":":
        return True
    if "TERMS_HEAD" in head.marks:
        return "SURE_NOTE" in head.marks or not marked(tokens[at + 1 :], *_BOUNDING)
    return _defines(tokens[at : at + _NAMED])


def _defines(opening: Sequence[Token]) -> bool:
    """ "Hộ nghèo: là hộ có …", "Hộ nghèo: hộ có …": behind the colon stands what the name is."""
    for at, (sign, first) in enumerate(pairwise(opening)):
        if sign.key == ":":
            second = opening[at + 2] if at + 2 < len(opening) else None
            again = first.key == opening[0].key and second is not None and second.key == HAVE
            what = first.key == BE and second is not None and "NOUN" in second.marks
            return again or what or "DEFINES" in first.marks
    return False
