"""What was carried out, beside the figure of its plan: "thực hiện 1.250 tỷ đồng so với kế hoạch 1.200 tỷ đồng"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from chitieu.reading.clause.segments import DATED, Figure, has_content
from chitieu.reading.phrases.baselines import CARRIED_OUT
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.told.aside import is_of_unit
from chitieu.reading.told.wanted import is_said, strives


def is_beside_its_plan(
    ours: Figure, plan: Figure, share: Figure | None, *, dated: bool
) -> Literal["told", "may", ""]:
    """Whether a figure is what came of the plan that is told behind it.

    A person is asked where neither a year (``dated``) nor the ``share`` behind, of the plan, says that it is over; and
    of what is only reached: "đạt 1.250 tỷ đồng so với kế hoạch 1.200 tỷ đồng, đạt 104%".
    """
    phrase = ours.phrase
    if phrase.basis != "plan" or phrase.change is not None or phrase.compared or phrase.closing:
        return ""
    if plan.left or plan.joined_by or not is_of_unit(ours, plan) or not is_said(plan) or strives(ours):
        return ""
    shared = share is not None and _is_share_of_plan(share)
    led = [token for token in ours.left if token.account not in DATED]
    if led and led[-1].key in CARRIED_OUT:
        return "told" if shared or dated else "may"
    return "may" if shared else ""


def _is_share_of_plan(figure: Figure) -> bool:
    """ "…, đạt 104%", "…, vượt 4%": without a name of its own."""
    amount = figure.phrase.amount
    if amount is None or amount.unit != "%" or has_content(figure.left):
        return False
    return is_said(figure) or figure.phrase.exceeds


def only_carries_out(left: Sequence[Token]) -> bool:
    """Whether nothing leads to a figure but "thực hiện", "thực hiện năm 2024"."""
    said = [token for token in left if token.account not in DATED and token.type != "SIGN"]
    return bool(said) and all(token.key in CARRIED_OUT for token in said)
