"""What opens a clause and heads only what is told: weaknesses, funds, equipment, terms, definitions.

"Tồn tại: 3/14 trạm y tế xuống cấp", "Tổng kinh phí: 4.860 triệu đồng", "Mức phụ cấp bằng 1,6 lần mức lương cơ sở",
"Hộ nghèo: hộ có thu nhập từ 1.500.000 đồng trở xuống". Where anything behind the head is wanted, it heads more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chitieu.reading.scanner import Token, marked
from chitieu.text.spoken import BE, HAVE, words

#: What wants something behind any head.
_AIMING = ("STRIVE", "AIMED", "DEADLINE")
#: What may want something behind a head of terms that is not sure: "Đơn giá bình quân 600.000 đồng/ha trở lên".
_BOUNDING = (
    "AT_LEAST", "OR_MORE", "SIGN_MORE", "RATE", "AVERAGE", "RISE", "FALL", "BRING",
)  # fmt: skip
#: Money that is spent: its colon may stand further behind.
_FUNDS = words("SPENT_BEGINS")
#: How far the colon of a definition stands: "Hộ nghèo khu vực nông thôn: hộ có thu nhập …".
_NAMED = 10


def heads_what_is_told(tokens: Sequence[Token]) -> bool:
    """Whether what opens a clause heads only what is told."""
    at = next((at for at, t in enumerate(tokens) if t.type not in ("SIGN", "DASH") and t.account != "label"), 0)
    head = tokens[at]
    if "TERMS_HEAD" in head.marks:
        told = "SURE_NOTE" in head.marks or not marked(tokens[at + 1 :], *_BOUNDING)
    elif "TOLD_HEAD" in head.marks:
        reach = _NAMED if head.key.startswith(_FUNDS) else 1  # "Kinh phí hỗ trợ cộng tác viên: …"
        told = any(token.key == ":" for token in tokens[at + 1 : at + 1 + reach])
    else:
        told = _defines(tokens[at : at + _NAMED])
    return told and not marked(tokens, *_AIMING)


def _defines(opening: Sequence[Token]) -> bool:
    """ "Hộ nghèo: là hộ có …", "Hộ nghèo: hộ có …": behind the colon stands what the name is."""
    for at, (sign, first) in enumerate(pairwise(opening)):
        if sign.key == ":":
            second = opening[at + 2] if at + 2 < len(opening) else None
            again = first.key == opening[0].key and second is not None and second.key == HAVE
            what = first.key == BE and second is not None and "NOUN" in second.marks
            return again or what or "DEFINES" in first.marks
    return False
