"""What is saved: a share of what is spent, or by how much less of it is used than before."""

from __future__ import annotations

from chitieu.reading.clause.going_on import is_against
from chitieu.reading.clause.measured import Measured
from chitieu.reading.clause.segments import Figure, content
from chitieu.text.spoken import ADDED


def measured_as_saved(figure: Figure) -> Measured | None:
    """ "tiết kiệm 10% chi thường xuyên": what is saved is a level, what is spent falls by it.

    Compared with what was used before it may be a fall of that: "Tiết kiệm điện từ 3% trở lên so với năm trước".
    """
    amount = figure.phrase.amount
    words = content(figure.left)
    if (
        not words
        or "SAVE" not in words[0].marks
        or amount is None
        or amount.unit != "%"
        or figure.phrase.reaches
    ):
        return None
    if is_against(figure) and not figure.phrase.equals:
        return Measured("decrease", "level", "reading.saved_or_cut")
    if "SAVE" not in figure.left[-1].marks:
        return None
    figure.opening = figure.left[-1]  # "thêm 10%" alone would be a rise
    if any(token.key == ADDED for token in figure.island.tokens):
        return Measured("level", "decrease", "reading.saved_or_cut")  # "tiết kiệm thêm 10% chi": as often cut
    return Measured("level", "decrease", remark="reading.saved_or_cut")
