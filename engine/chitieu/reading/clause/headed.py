"""A verb of change that opens the name before a colon: "Tăng thu nhập: 5 triệu đồng", "Giảm nghèo: 120 hộ"."""

from __future__ import annotations

from typing import Literal

from chitieu.reading.clause.going_on import is_a_change
from chitieu.reading.clause.measured import Measured
from chitieu.reading.clause.segments import Figure, content
from chitieu.reading.phrases.phrase import Phrase
from chitieu.reading.tokens.scanner import Token
from chitieu.target import Better
from chitieu.text.spoken import A_YEAR, words

_EACH_YEAR = words("YEARLY")
_DOUBTS = {"increase": "reading.added_or_counted", "decrease": "reading.down_to_or_fall"}


def heads_a_name(figure: Figure, verb: Token) -> bool:
    """Whether a verb opens all that stands before the colon of a figure, which does not say "còn", "lên"."""
    colon = figure.island.tokens[0].key == ":" and not figure.phrase.reaches
    return colon and bool(figure.left) and verb is content(figure.left)[0]


def measured_by_head(
    figure: Figure, phrase: Phrase, change: Literal["increase", "decrease"]
) -> Measured | None:
    """What such a figure is: by so much, or so much in the end, which a person must tell; None: as without the colon.

    A share of what is no rate is by how much it changes: "Tăng thu ngân sách: 10%"; so high a one is none of these:
    "Tăng tỷ lệ hộ dùng nước sạch: 95%". What is at most so much is rather reached: "Giảm số vụ: dưới 5 vụ".
    """
    amount = phrase.amount
    if amount is None or not amount.unit or amount.whole is not None or phrase.op in ("<", "<="):
        return None
    better: Better | None = "lower" if change == "decrease" else None
    if amount.unit[:1] not in ("%", "‰"):
        return Measured(change, "level", _DOUBTS[change], better=better)
    yearly = amount.unit.endswith(f"/{A_YEAR}") or any(
        token.key.endswith(_EACH_YEAR) for token in figure.left
    )
    if yearly or not is_a_change(amount):
        return None
    if change == "decrease" and ("RATE" in figure.said or phrase.op == "="):
        return Measured("level", change, _DOUBTS[change], better=better)
    if "RATE" in figure.said:
        return Measured(change, "level", _DOUBTS[change])
    return Measured(change)
