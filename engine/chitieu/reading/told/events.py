"""What happened: events that are counted, and what befalls a thing so often."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, has_content
from chitieu.text.spoken import NUMBER_OF, TIMES

#: What names a measure of what befalls, or mends it: "thời gian gián đoạn", "khắc phục hư hỏng 12 km".
_MENDING = frozenset(
    {"RATE", "AVERAGE", "SUM", "MAKE", "FALL", "BRING", "FINISH", "STRIVE", "GOAL", "PLAN", "EACH", "TIME"}
)


def tells_of_event(figure: Figure) -> bool:
    """ "toàn tỉnh xảy ra 86 vụ": what happened; but "xảy ra không quá 2 vụ" is how many may."""
    if not figure.left or "ABSENT" in figure.said:
        return False
    if "BEFALLS" in figure.left[-1].marks:
        return _befell(figure)
    if "OCCUR" not in figure.left[-1].marks:
        return False
    phrase = figure.phrase
    return not (phrase.compared and phrase.op in ("<", "<=")) or phrase.basis is not None


def _befell(figure: Figure) -> bool:
    """ "hệ thống gián đoạn 02 lần", which nobody wants; but not "số lần gián đoạn 2 lần", "gián đoạn tối đa 2 lần"."""
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or amount.unit != TIMES or not has_content(figure.left[:-1]):
        return False
    if phrase.equals or phrase.closing or phrase.change or phrase.strive or phrase.op not in ("=", ">"):
        return False
    named = any(token.key == NUMBER_OF for token in figure.left)
    return not named and figure.said.isdisjoint(_MENDING)
