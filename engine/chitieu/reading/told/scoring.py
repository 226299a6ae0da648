"""Points that are given or taken for what is reached: the rules of a scheme, of which nothing is wanted."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.clause.segments import Figure, Segment, account_all
from chitieu.text.spoken import GET, POINT

#: So near before the points the verb stands: "cộng thêm 2 điểm", "tối đa cộng 10 điểm".
_NEAR = 2


def gives_points(segment: Segment) -> bool:
    """Account for the figures of a segment that only give points, with those that earn them; whether none is left.

    "Hoàn thành 100% kế hoạch được 60 điểm; vượt cứ 1% cộng 1 điểm, tối đa cộng 10 điểm; chậm báo cáo 1 ngày trừ 2
    điểm." Not "tỷ lệ lỗi dưới 2%, mỗi lỗi trừ 1 điểm", where a comma parts what is wanted, nor "phấn đấu được 60 điểm".
    """
    figures = segment.figures
    scored = [_gives(figure, figures[at - 1] if at else None) for at, figure in enumerate(figures)]
    if not any(scored):
        return False
    for at, (first, second) in reversed(list(enumerate(pairwise(figures)))):
        scored[at] = scored[at] or (scored[at + 1] and not second.joined_by and not _wants(first))
    for at, (first, second) in enumerate(pairwise(figures), 1):
        capped = second.phrase.op == "<=" and _are_points(second) and not _wants(second)
        scored[at] = scored[at] or (scored[at - 1] and _are_points(first) and capped)
    for figure, told in zip(figures, scored, strict=True):
        if told:
            account_all(figure, "description")
    segment.figures = [figure for figure, told in zip(figures, scored, strict=True) if not told]
    return not segment.figures


def _gives(figure: Figure, before: Figure | None) -> bool:
    """Whether points are given or taken: "cộng 1 điểm", "trừ 2 điểm/lần"; behind a rule for it, "được 60 điểm"."""
    if not _are_points(figure) or _wants(figure):
        return False
    behind = before.right if before is not None and not (figure.joined_by or figure.left) else []
    led = (*(figure.left or behind)[-_NEAR:], *figure.island.tokens)
    return any("SCORES" in token.marks for token in led) or figure.island.tokens[0].key == GET


def _are_points(figure: Figure) -> bool:
    amount = figure.phrase.amount
    return amount is not None and amount.unit.split("/")[0] == POINT


def _wants(figure: Figure) -> bool:
    return bool(figure.phrase.strive) or not figure.said.isdisjoint({"STRIVE", "AIMED"})
