"""The comparison that an explanation prints, read again and evaluated by the second evaluator, gives the outcome."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from operator import eq, ge, gt, le, lt

from hypothesis import given
from hypothesis import strategies as st

from chitieu.target import Range, Target

from ..oracle.second import Wanted, outcome_at
from .drawn import judged, level_targets, wanted

SIGNS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lt,
    "≤": le,
    "=": eq,
    "≥": ge,
    ">": gt,
    "≈": lambda one, other: abs(one - other) <= Fraction(1, 2),  # rounds to it, at some place
}
OPS = {">": ">", "≥": ">=", "<": "<", "≤": "<="}
_FIGURE = re.compile(r"-?[0-9.]*[0-9](?:,[0-9]+)?(?:/[0-9]+)?")


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def chain(text: str) -> tuple[list[Fraction], list[str]]:
    """The figures of "5 ≤ 6 ≤ 8 đảng viên" and the signs between them."""
    signs = re.findall(r"[<≤=≥>≈]", text)
    figures = [number(part) for part in _FIGURE.findall(text)]
    assert len(figures) == len(signs) + 1, text
    return figures, signs


@given(level_targets(), st.decimals(0, 30_000, places=3))
def test_what_is_printed_gives_the_outcome(target: Target, figure: object) -> None:
    verdict = judged(target, figure)  # type: ignore[arg-type]
    said = verdict.reasons[0].text("vi")
    comparison, _, rest = said.partition("; yêu cầu ")
    comparison, _, word = comparison.partition(": ")
    figures, signs = chain(comparison)
    for (one, other), sign in zip(pairwise(figures), signs, strict=True):
        assert SIGNS[sign](one, other), said
    actual = figures[1] if len(figures) == 3 else figures[0]
    assert outcome_at(wanted(target), actual) == verdict.outcome
    assert {"met": "đạt.", "exceeded": "vượt.", "not_met": ""}[verdict.outcome] == word
    if rest and not isinstance(target.condition, Range) and rest[0] in OPS:
        op, value = OPS[rest[0]], number(_FIGURE.findall(rest)[0])
        again = Wanted(op, str(wanted(target).low), "%", target.better)
        assert value == Fraction(again.low)
        assert outcome_at(again, actual) == "not_met"
