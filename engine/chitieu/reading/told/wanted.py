"""Whether a figure, or the target drafted from it, shows that it is wanted: a word that compares, moves, strives."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure
from chitieu.reading.clause.timing import has_deadline
from chitieu.reading.tokens.scanner import marked, marks_of
from chitieu.text.spoken import ATTAINS, words

_REACHES = frozenset({ATTAINS, ":"})
_TENTH = Decimal("0.1")
_AGAINST_ESTIMATES = frozenset(words("AGAINST_ESTIMATE"))
#: What beside a count wants it.
_WANTING = frozenset({"STRIVE", "ATTAIN", "RATE", "MAKE", "EACH", "TIME"})


def is_plain(figure: Figure) -> bool:
    """Whether no word in a phrase compares, moves or reaches."""
    return not figure.phrase.equals and is_said(figure)


def is_said(figure: Figure) -> bool:
    """Whether no word in a phrase compares, moves or strives; "có", "là" and a colon may lead to it."""
    phrase = figure.phrase
    return not (phrase.compared or phrase.closing or phrase.change or phrase.reaches or phrase.strive)


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a count that no word around it makes a target."""
    return not figure.phrase.equals and is_said(figure) and _is_count(figure)


def _is_count(figure: Figure) -> bool:
    """Whether a figure is one number of things or of money, and no share."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit[:1] not in {"%", "‰"} and figure.phrase.high is None


def only_says(figure: Figure) -> bool:
    """Whether nothing leads to a figure but what says what it is: "là", "có", "chiếm"."""
    return is_said(figure) and all(token.key not in _REACHES for token in figure.island.tokens)


def is_owned(figure: Figure) -> bool:
    """Whether a figure is a bare count with nothing that is wanted of it."""
    if not (_is_count(figure) and is_said(figure)):
        return False
    return _WANTING.isdisjoint(marks_of([*figure.left, *figure.right]))


def strives(figure: Figure) -> bool:
    """ "phấn đấu 14/15 thôn", "phấn đấu kết nạp 15 đảng viên"."""
    return bool(figure.phrase.strive) or "STRIVE" in figure.said


def has_many_decimals(value: Decimal | Fraction | None) -> bool:
    """Whether a value has so many decimals as no plan sets: "65,12 điểm", "82,66%"."""
    return isinstance(value, Decimal) and value != value.quantize(_TENTH)


def is_measured_finely(figure: Figure) -> bool:
    """Whether a figure has so many decimals as no plan sets."""
    return figure.phrase.amount is not None and has_many_decimals(figure.phrase.amount.value)


def is_worked_out(figure: Figure) -> bool:
    """Whether a figure has a decimal at all: "92,8%"."""
    return figure.phrase.amount is not None and figure.phrase.amount.value % 1 != 0


def may_be_told(draft: Draft) -> bool:
    """Whether a target before "…; hiện có 07 lò đốt" may tell of what is as well."""
    if draft.figure is None or "reading.fact_or_target" in draft.doubts:
        return False
    phrase = draft.figure.phrase
    wanted = any("STRIVE" in token.marks for token in draft.figure.left)
    return not (wanted or phrase.compared or phrase.closing or phrase.change or phrase.strive)


def may_go_on(draft: Draft, *, before_a_turn: bool = False) -> bool:
    """Whether a target behind a result may be one too: "đã xử lý 18.720 trường hợp; tai nạn giảm 12 vụ".

    ``before_a_turn``: it stands beside what is wanted of a later time, by which a deadline may be over too.
    """
    if "reading.fact_or_target" in draft.doubts:
        return False
    if draft.figure is None:
        return True  # "đã kết nạp 143 đảng viên; 5 năm liền được xếp loại hoàn thành tốt nhiệm vụ"
    phrase = draft.figure.phrase
    wanted = phrase.strive or marked(draft.figure.left, "STRIVE", "AIMED")
    wanted = wanted or (not before_a_turn and has_deadline(draft.figure))
    return not (wanted or phrase.closing or phrase.op in (">=", "<="))


def moves_since(draft: Draft) -> bool:
    """ "tăng 12% so với năm 2025"; not "so với ước thực hiện năm 2025": a plan is made before that year is over."""
    if draft.basis in (None, "plan") or draft.measure == "level" or draft.figure is None:
        return False
    said = (*draft.figure.island.tokens, *draft.figure.right)
    return not any(token.key in _AGAINST_ESTIMATES for token in said)


def grows_for_the_worse(draft: Draft) -> bool:
    """ "tăng 02 người bị thương": nobody wants more of what is to fall; a report tells it."""
    figure = draft.figure
    if figure is None or draft.measure != "increase" or "reading.fact_or_target" in draft.doubts:
        return False
    phrase = figure.phrase
    counted = phrase.amount is not None and draft.unit[:1] not in ("%", "‰", "")
    return counted and phrase.change == "increase" and not (phrase.compared or phrase.closing)
