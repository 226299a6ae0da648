"""What a figure is compared with, told by its own figure: "đạt 12%, cao hơn mức kế hoạch là 8%"."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import ATTAINS, BE, EXCEED, words

#: What compares, and of these what a result does more often than an aim.
_COMPARING, _FALLING_SHORT = ("MORE", "LESS", "AT_LEAST", "RISE", "FALL"), ("LESS", "AT_LEAST")
_COUNTS = frozenset(words("COUNT"))
_CRITERIA = frozenset(words("CRITERION"))
_REACHING = frozenset({ATTAINS, EXCEED})
#: What is compared with is at least half as much, and at most twice.
_TWICE = 2
#: So near before "là" stands the plan, and perhaps its year.
_NEAR = 3

_ELSEWHERE, _FEW = tuple(f"{place} " for place in words("ELSEWHERE")), 4

#: Whose figure it is: of the plan; of the plan that a result is beside; of an earlier time, or a difference; surely
#: a difference.
Mark = Literal["plan", "plan of a result", "earlier", "difference"]


def mark_of(figures: list[Figure], position: int) -> Mark | None:
    """Whose figure stands behind "là", where what stands before it compares: see the head of this file."""
    figure, before = figures[position], figures[position - 1]
    words = figure.island.tokens
    at = next((at for at, token in enumerate(words) if token.key == BE), None)
    if at is None or not position:
        return None
    compared: list[Token] = [*figure.left, *words[:at]]
    host, basis = before, None
    if before.phrase.amount is None:
        alone = not compared or (before.island is figure.island and not figure.left)
        if position == 1 or not alone or figure.joined_by:
            return None
        compared, host, basis = before.island.tokens, figures[position - 2], before.phrase.basis
    if not _counts_alike(figure, host):
        return None
    alike = _is_much_alike(figure, host)
    if basis is not None and basis != "plan":
        return "earlier" if alike else None
    if basis is None and not marked(compared[-_NEAR:], "PLAN"):
        return None  # "vượt kế hoạch, diện tích chăm sóc là 120 ha"
    reached = bool(compared) and compared[0].key in _REACHING
    if not (reached or marked(compared[:1], *_COMPARING)):
        return None
    if not alike:
        return "difference"  # "đạt 5.200 tấn, cao hơn kế hoạch là 400 tấn"
    wanted = host.phrase.strive or "STRIVE" in host.said or basis is not None
    told = reached or marked(compared[:1], *_FALLING_SHORT)
    return "plan of a result" if told and not wanted else "plan"


def changes_what_is_reached(figure: Figure, following: Figure) -> bool:
    """ "thu ngân sách đạt trên 600 tỷ đồng tăng 10% so với năm trước": a level, and how much it changes to it.

    But not "số hộ có thu nhập đạt trên 100 triệu đồng tăng 10%": what those have who are counted.
    """
    amount, phrase = figure.phrase.amount, figure.phrase
    told = following.phrase
    share = told.equals and not (told.reaches or told.strive) and told.basis is not None
    if told.reaches or has_content(following.left) or not (told.change or told.exceeds or share):
        return False
    changed = told.amount
    if amount is None or changed is None or amount.noun in _CRITERIA:
        return False
    if not (_is_against(following) or changed.unit in ("%", amount.unit)):
        return False
    named = content(figure.left)
    if not named or phrase.change or phrase.rank or has_content(figure.right):
        return False
    if "RATE" in named[0].marks:
        return amount.unit[:1] in ("%", "‰")
    counts = named[0].key in _COUNTS
    subject = named[1:2] if counts else named[:1]
    if not marked(subject, "NOUN"):
        return not counts or bool(subject)
    alike = not counts or amount.noun.split(" ")[0] in " ".join([token.key for token in subject]).split(" ")
    return bool(amount.noun) and alike and "PROPERTY" not in figure.said


def _is_against(figure: Figure) -> bool:
    """Whether a figure says what it is compared with."""
    return figure.phrase.basis is not None or marked(figure.right[:1], "AGAINST")


def _counts_alike(figure: Figure, host: Figure) -> bool:
    ours, theirs = figure.phrase.amount, host.phrase.amount
    changes = host.phrase.change is not None and not (host.phrase.reaches or host.phrase.moved)
    return ours is not None and theirs is not None and ours.unit == theirs.unit and not changes


def _is_much_alike(figure: Figure, host: Figure) -> bool:
    """Whether two figures may be levels of one thing, rather than a level and a difference."""
    ours, theirs = figure.phrase.amount, host.phrase.amount
    if ours is None or theirs is None:
        return False
    low, high = sorted((Fraction(ours.value), Fraction(theirs.value)))
    return low > 0 and high <= low * _TWICE


def tells_of_elsewhere(figure: Figure) -> bool:
    """ "đạt 31,5 m2/người (cả nước dự kiến đạt 30)": what it is in the whole country, which the host is beside."""
    if not figure.left or figure.phrase.strive or figure.phrase.reaches or "STRIVE" in figure.said:
        return False
    opening = " ".join([token.key for token in figure.left[:_FEW]])
    return f"{opening} ".startswith(_ELSEWHERE)


def may_be_elsewhere(figure: Figure) -> bool:
    """ "còn 3% (toàn tỉnh 4,2%)": what it is in all of a larger place, or what is wanted there."""
    phrase, left = figure.phrase, figure.left
    if len(left) != 1 or left[0].marks.isdisjoint({"WHOLE", "COMMON"}):
        return False
    worded = phrase.compared or phrase.closing or phrase.change or phrase.reaches or phrase.strive
    return not worded and phrase.high is None
