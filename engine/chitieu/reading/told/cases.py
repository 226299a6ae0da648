"""Which cases a limit is for: "khoản vay trên 5 tỷ đồng phê duyệt trong 07 ngày" wants the seven days."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told.lasting import WITHIN_TIME, is_time
from chitieu.text.spoken import words

_CASES = tuple(f"{name} " for name in words("DEALT_WITH"))
_SEVERAL = frozenset(words("SEVERAL"))
_DEALING = tuple(f" {deed} " for deed in words("DEALING"))
_OCCURRENCES = frozenset(words("OCCURRENCE"))
#: So near the beginning of a name stands what it counts.
_NEAR = 3
#: What wants a figure itself, or is measured.
_WANTED = ("RATE", "SUM", "AVERAGE", "PROPERTY", "RISE", "FALL", "BRING", "STRIVE", "GROWTH_NAME", "EACH")


def name_cases(named: list[Token]) -> bool:
    """Whether words name what is dealt with one by one: "các khoản vay", "đơn hàng nội thành"."""
    begun = 1 if named and named[0].key in _SEVERAL else 0
    return f"{' '.join([token.key for token in named[begun:]])} ".startswith(_CASES)


def tells_which(figure: Figure, following: Figure) -> bool:
    """Whether a bound says which cases the limit behind it is for, from which no sign parts it.

    "Đơn hàng dưới 500 kg giao trong 24 giờ", "vụ ngộ độc (từ 30 người mắc trở lên) không quá 02 vụ"; but not
    "doanh thu trên 5 tỷ đồng trong 12 tháng", which is no case, nor "giao trên 500 đơn hàng trong 24 giờ".
    """
    phrase, limit = figure.phrase, following.phrase
    amount = phrase.amount
    if phrase.op == "=" or amount is None or limit.amount is None or following.joined_by not in ("", ","):
        return False
    if phrase.change or phrase.equals or phrase.reaches or limit.change:
        return False
    if amount.unit[:1] in ("", "%", "‰") or "/" in amount.unit:
        return False
    named = content(figure.left)
    if not named or marked(figure.left, *_WANTED) or amount.noun in [token.key for token in named]:
        return False  # "hồ sơ trễ hạn dưới 20 hồ sơ, giải quyết trong 03 ngày"
    cased = name_cases(named)
    if is_time(following):
        if is_time(figure):
            return False
        opening = following.island.tokens[0]
        led = following.left or figure.right
        within = opening.key in WITHIN_TIME or (len(led) > 0 and led[-1].key in WITHIN_TIME)
        if not (within or limit.op in ("<", "<=")):
            return False
        done = content([token for token in (*figure.right, *following.left) if token.key not in WITHIN_TIME])
        said = f" {' '.join([token.key for token in done])} "
        dealt = any(deed in said for deed in _DEALING)
        if following.joined_by and amount.noun in _OCCURRENCES:
            return False  # "sự cố mất điện không quá 3 vụ, khắc phục trong 2 giờ"
        if following.joined_by:
            return cased and said.startswith(_DEALING)  # "khoản vay trên 5 tỷ đồng, phê duyệt trong 07 ngày"
        return (cased and len(done) > 0) or (dealt and "NOUN" in named[0].marks)
    counted = "" if following.joined_by else limit.amount.noun
    if limit.op not in ("<", "<=") or not counted:
        return False
    first = [token.key for token in named[:_NEAR]]  # "Khống chế số vụ ngộ độc (từ 30 người mắc trở lên) …"
    return counted in first or (cased and counted in _OCCURRENCES)
