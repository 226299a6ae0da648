"""The change that a heading announces, for the figures of its list."""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.going_on import is_a_change
from chitieu.reading.clause.measured import Measured
from chitieu.reading.clause.references import change_of
from chitieu.reading.clause.segments import Figure
from chitieu.reading.phrases.phrase import Amount
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import CHANGING
from chitieu.target import Measure
from chitieu.text.spoken import words

#: What may stand before the verb of a heading: "Phấn đấu kiềm chế, kéo giảm: …".
_BEFORE_A_VERB = frozenset({"STRIVE", "TIME", "AND", "BRING", "TASK", "AVERAGE", "YEAR_WORD"})
_RATES_OF_FALL = words("RATE_OF_FALL")


def change_announced(
    figure: Figure, amount: Amount, heading: Sequence[Token], *, based: bool
) -> Measured | None:
    """ "Kéo giảm: số vụ 5%; số người chết 7%": how much changes what the verb of a heading opens, or its noun.

    "Mức giảm điện năng: xưởng A 4%", and with what it is ``based`` on "Tốc độ tăng doanh thu so với năm 2024: …".
    """
    named = [token for token in heading if token.type == "WORD" and token.marks.isdisjoint(_BEFORE_A_VERB)]
    opening = named[0].marks if named else frozenset()
    falls = "GROWTH_NAME" in opening and named[0].key.startswith(_RATES_OF_FALL)
    if falls or (based and "GROWTH_NAME" in opening):
        change: Measure = "decrease" if falls else "increase"
        return (
            Measured(change, "level", "reading.shared_change") if "RATE" in figure.said else Measured(change)
        )
    verb = named[0] if named else None
    if based and opening.isdisjoint(CHANGING):  # "Tai nạn giao thông giảm so với năm 2024: số vụ 5%"
        verb = next((token for token in named if not token.marks.isdisjoint(CHANGING)), None)
    if verb is None or verb.marks.isdisjoint(CHANGING):
        return None
    change = change_of(verb)
    if figure.phrase.op in ("<", "<=") or figure.phrase.equals:
        return None
    percentage = amount.unit[:1] in ("%", "‰")
    if percentage and not is_a_change(amount):
        return None
    rated = "RATE" in figure.said or any("RATE" in token.marks for token in heading)
    plain = not rated and (based or any(token.account == "count" for token in heading))
    alone = percentage and (len(named) == 1 or plain)  # "Giảm cả 3 tiêu chí: số vụ 5%, …"
    return Measured(change) if alone else Measured(change, "level", "reading.shared_change")
