"""What of an indicator a figure conditions where its name says so: "Mức giảm tỷ suất sinh", "Giảm số vụ cháy"."""

from __future__ import annotations

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.going_on import is_a_change
from chitieu.reading.clause.references import change_of
from chitieu.reading.clause.segments import Figure
from chitieu.reading.numbers.named_changes import NamedChange
from chitieu.reading.tokens.lexicon import fold_phrase
from chitieu.text.spoken import words

_FALLING = tuple(f"{rate} " for rate in words("RATE_OF_FALL"))
_PLAIN_VERBS = frozenset((*words("PLAIN_FALL"), *words("PLAIN_RISE")))


def measure_by_name(draft: Draft, figure: Figure, indicator: str, change: NamedChange | None) -> None:
    """Turn a level into the change that the name of its indicator says.

    "Mức giảm tỷ suất sinh" measures the fall itself. Behind "Giảm số vụ cháy" a share is how much it falls, as one of
    no rate is; behind "Giảm tỷ lệ hộ nghèo", "Tăng diện tích rừng" a figure may be a level as well.
    """
    if fold_phrase(indicator).startswith(_FALLING):
        draft.measure = "decrease"
        return
    phrase, amount = figure.phrase, figure.phrase.amount
    if change is None or not change.leads or amount is None or not draft.unit:
        return
    if phrase.equals or phrase.reaches or phrase.brought or phrase.rank or amount.whole is not None:
        return
    moved = change_of(change.verb)
    doubt = "reading.down_to_or_fall" if moved == "decrease" else "reading.added_or_counted"
    share = draft.unit[:1] in ("%", "‰")
    if share and not is_a_change(amount):
        return  # "Tăng tỷ lệ hồ sơ đúng hạn | % | 98"
    bounded = draft.op in ("<", "<=") and moved == "decrease"
    if share and not bounded and not (change.rated and draft.unit[0] == "%"):
        draft.measure = moved
    elif share or moved == "decrease" or change.verb.key in _PLAIN_VERBS:
        draft.measure = "level" if bounded else moved
        draft.doubts.append(doubt)
        draft.others.append({"measure": moved if bounded else "level"})
