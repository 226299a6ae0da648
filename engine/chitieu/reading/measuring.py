"""Level or change: what of the indicator a figure conditions, and where two readings are possible."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from chitieu.reading.clause import Figure, content, has_content
from chitieu.reading.draft import Draft
from chitieu.reading.lexicon import fold_phrase
from chitieu.reading.phrase import Amount, Phrase
from chitieu.reading.scanner import Token, marked
from chitieu.target import Measure, Op
from chitieu.text.spoken import A_YEAR, ADDED, AND, FALL, GROWTH, HAVE_ADDED, STEP, TIMES, words

_MORE_OR_LESS = frozenset(words("MORE_OR_LESS"))
_RATES_OF_FALL = words("RATE_OF_FALL")
_FALLING = tuple(f"{rate} " for rate in _RATES_OF_FALL)
_COUNTS = frozenset(words("COUNT"))
_PLAIN_FALLS = frozenset(words("PLAIN_FALL"))
_NAMED = frozenset(words("RISE_IN_A_NAME"))

_CRITERIA = frozenset(words("CRITERION"))
_HIGHER = frozenset(words("UPWARD_DIFFERENCE"))
_DIFFERENCES = _HIGHER | frozenset(words("DOWNWARD_DIFFERENCE"))
#: "giảm chưa tới 5%" is an amount; "giảm dưới 5%" may be a level.
_AMOUNTS_ONLY = frozenset(words("OF_AMOUNT_ONLY"))
_SHARE_NOUNS = words("SHARED_NOUN")
_YEARLY = f"%/{A_YEAR}"
#: Words that tell of a change.
_MOVING = frozenset({"RISE", "FALL", "GROWTH_NAME"})


class Measured(NamedTuple):
    """The measure chosen; ``other`` is the one of the other reading, ``doubt`` or ``remark`` its code.

    A ``remark`` needs no person.
    """

    measure: Measure
    other: Measure | None = None
    doubt: str | None = None
    remark: str | None = None


#: What parts the members of a list; a change of a share is less than half of it.
_LISTED = frozenset({",", AND, "among"})
#: What makes a name one of a share, or of a deed, with a figure of its own.
_OF_ITS_OWN = frozenset({"RATE", "SAVE", "MAKE", "TASK", "FINISH", "BRING", "EACH"})
_HALF = 50
#: What is said of those that a share is of: "50% khóm không có tệ nạn".
_OF_A_PREDICATE = frozenset({"ABSENT", "ATTAIN", "GRADED", "OUGHT"})
#: The measure of most figures.
_LEVEL = Measured("level")


def _is_against(figure: Figure) -> bool:
    """Whether a figure says what it is compared with, beside a plan."""
    if figure.phrase.basis is not None:
        return figure.phrase.basis != "plan"
    return bool(figure.right) and "AGAINST" in figure.right[0].marks and not marked(figure.right[:3], "PLAN")


def is_difference(figure: Figure) -> bool:
    """Whether a figure is the amount of a difference: "thấp hơn 0,3% so với chỉ tiêu được giao"."""
    phrase = figure.phrase
    against = phrase.basis is not None or (bool(figure.right) and "AGAINST" in figure.right[0].marks)
    if not against or phrase.amount is None or phrase.high is not None:
        return False
    return any(token.key in _DIFFERENCES for token in figure.island.tokens)


def difference_op(figure: Figure) -> Op | Literal["range"]:
    """How the amount of a difference is compared: "cao hơn không quá 1%" is at most, "thấp hơn 0,3%" just that."""
    others = [t.type for t in figure.island.tokens if t.key not in _DIFFERENCES]
    compared = any(kind in ("AT_LEAST", "AT_MOST", "MORE", "LESS", "OR_MORE", "OR_LESS") for kind in others)
    return figure.phrase.op if compared else "="


def measure_of(
    figure: Figure, previous: Draft | None, head: str, said: frozenset[str], *, differs: bool
) -> Measured:
    """What of its indicator the figure conditions; ``differs``: it is the amount of a difference.

    ``said`` holds the marks of all words to the left.
    """
    phrase = figure.phrase
    if phrase.start is not None or phrase.rank:
        return _LEVEL
    if "SAVE" in said and is_saving(figure):  # guard
        figure.opening = figure.left[-1]  # "thêm 10%" alone would be a rise
        if any(token.key == ADDED for token in figure.island.tokens):
            return Measured(
                "level", "decrease", "reading.saved_or_cut"
            )  # "tiết kiệm thêm 10% chi": as often cut
        return Measured("level", "decrease", remark="reading.saved_or_cut")
    if phrase.amount is None:
        if phrase.change is not None:
            return Measured(phrase.change)
        return Measured("decrease" if phrase.op in ("<", "<=") else "increase")
    if differs:
        more = any(token.key in _HIGHER for token in figure.island.tokens)
        change: Measure = "increase" if more else "decrease"
        return Measured(change, change, "reading.difference")
    if phrase.change is not None and not phrase.reaches:
        return _near(figure, phrase)
    if phrase.amount.unit == STEP and _is_raised(figure, said):
        return Measured("increase")  # "nâng 2 bậc so với năm 2025", "nâng thứ hạng PCI lên ít nhất 3 bậc"
    if phrase.reaches or phrase.brought:
        return _LEVEL
    if phrase.compared or phrase.closing or ("COMMON" in said and not phrase.equals):
        differing = next((t for t in reversed(figure.left) if t.key in _DIFFERENCES or t.key == ","), None)
        if differing is not None and differing.key != ",":  # "thấp hơn bình quân chung ít nhất 1%"
            changed: Measure = "increase" if differing.key in _HIGHER else "decrease"
            return Measured(changed, changed, "reading.difference")
    verb = _far_verb(figure, said)
    if verb is not None:
        return _far(figure, phrase, *verb)
    if previous is not None and previous.measure != "level" and _shares_verb(figure, previous):
        alike = not phrase.compared or phrase.comparator == _comparator(previous)
        return Measured(previous.measure) if alike else _changes_as(previous)
    gone_on = _goes_on(figure, previous) if previous is not None and previous.measure != "level" else None
    if gone_on is not None:
        return gone_on
    if head and phrase.amount.unit.startswith("%") and GROWTH in head.lower():
        return Measured("increase", "level", "reading.growth_in_heading")
    if _counts_holders(figure):
        return Measured("level", "increase", "reading.added_or_counted")
    if "GROWTH_NAME" in said:
        return Measured("level", remark="reading.growth_rate")
    return _LEVEL


def _is_raised(figure: Figure, said: frozenset[str]) -> bool:
    """Whether places are what something is raised by."""
    if figure.phrase.reaches:
        return "BRING" in said and "UP_TO" in [token.type for token in figure.island.tokens]
    return figure.phrase.brought or ("BRING" in said and marked(figure.left[-3:], "BRING"))


def is_saving(figure: Figure) -> bool:
    """ "tiết kiệm 10% chi thường xuyên": what is saved is a level, what is spent falls by it."""
    amount = figure.phrase.amount
    words = content(figure.left)
    saves = bool(words) and "SAVE" in words[0].marks and "SAVE" in figure.left[-1].marks
    return saves and amount is not None and amount.unit == "%" and not figure.phrase.reaches


def _near(figure: Figure, phrase: Phrase) -> Measured:
    """A change verb beside the figure: "giảm ít nhất 5%", "tăng thêm 01"."""
    assert phrase.change is not None
    assert phrase.amount is not None
    keys = {token.key for token in figure.island.tokens}
    if ADDED in keys:
        return Measured("increase", "level", "reading.added_or_counted")
    if phrase.amount.whole is not None and phrase.amount.noun in _CRITERIA:
        return Measured("level", phrase.change, "reading.criteria_or_share")
    if phrase.amount.unit.startswith(TIMES) and keys.isdisjoint(_MORE_OR_LESS):
        if phrase.times or any(t.type in ("DOUBLE", "TRIPLE", "ONE_AND_HALF") for t in figure.island.tokens):
            return _LEVEL  # "tăng gấp 1,6 lần"
        return Measured("level", "increase", "reading.times_or_rise")
    if (
        phrase.change == "decrease"
        and phrase.op == "<"
        and not phrase.closing
        and phrase.comparator not in _AMOUNTS_ONLY
    ):
        return Measured("level", "decrease", "reading.down_to_or_fall")
    if HAVE_ADDED in keys:
        return Measured(phrase.change, remark="reading.added_or_counted")
    rated = "RATE" in figure.said
    if phrase.amount.unit == "%" and not rated and _counts_a_share(figure.right):
        return Measured(phrase.change, phrase.change, "reading.points_or_relative")
    if phrase.amount.unit == "%" and marked(figure.right[:2], "POPULATION"):
        return Measured(phrase.change, phrase.change, "reading.points_or_relative")
    return Measured(phrase.change)


def names_a_fall(indicator: str) -> bool:
    """ "Mức giảm tỷ suất sinh": what is measured is the fall itself."""
    return fold_phrase(indicator).startswith(_FALLING)


def _counts_holders(figure: Figure) -> bool:
    """ "Số trường đạt chuẩn quốc gia: 01 trường": in all, or recognised this year."""
    amount = figure.phrase.amount
    bare = amount is not None and amount.whole is None and amount.unit[:1] not in ("%", "‰")
    if amount is not None and amount.unit.startswith(TIMES):
        return False  # "bằng 1,2 lần năm 2020"
    if not bare or figure.phrase.op != "=" or not figure.left or figure.left[0].key not in _COUNTS:
        return False
    return "ATTAIN" in figure.said


def _counts_a_share(words: list[Token]) -> bool:
    """ "giảm 0,52% hộ nghèo": points of all households, or a share of the poor ones."""
    name = " ".join(token.key for token in words[:4])
    return name.startswith(_SHARE_NOUNS)


def _far(figure: Figure, phrase: Phrase, change: Literal["increase", "decrease"], verb: Token) -> Measured:
    """A change verb that governs the figure from afar: "kéo giảm tai nạn giao thông từ 5 - 10%"."""
    assert phrase.amount is not None
    if "GROWTH_NAME" in verb.marks:
        return Measured(change)
    if phrase.equals and phrase.op == "=":
        return _LEVEL
    if phrase.equals and not phrase.closing and verb.key not in _PLAIN_FALLS:
        return _LEVEL
    if phrase.op in ("<", "<=", ">") and not phrase.closing:
        rated = "RATE" in figure.said
        if _is_against(figure):  # "giảm số vụ cháy trên 5% so với năm trước"
            plain = phrase.op == ">" or change == "increase"
            return Measured(change) if plain else Measured(change, "level", "reading.down_to_or_fall")
        if change == "increase" and phrase.op == ">" and phrase.amount.unit == "%" and not rated:
            return Measured(change)  # "tăng số hội viên trên 5%"
        if change == "decrease" and phrase.amount.unit == "%" and not rated:
            return Measured("level", change, "reading.down_to_or_fall")
        counted = (
            rated and "/" in phrase.amount.unit
        )  # "tỷ lệ phạm pháp dưới 7,4 vụ/10.000 dân" falls by no such rate
        if phrase.op == "<" and verb.key in _PLAIN_FALLS and not counted:
            return Measured("level", change, "reading.down_to_or_fall")  # "giảm số vụ cháy dưới 10 vụ/năm"
        if phrase.amount.unit == _YEARLY:
            return Measured(change)  # "giảm tỷ lệ hộ nghèo trên 1%/năm": a share of a year is no level
        return _LEVEL
    if phrase.op == "<=" and change == "decrease":
        return Measured(change, "level", "reading.fall_at_most")
    return Measured(change)


def _far_verb(figure: Figure, said: frozenset[str]) -> tuple[Literal["increase", "decrease"], Token] | None:
    words = figure.left
    if said.isdisjoint(_MOVING) and not (words and words[0].key.startswith(f"{FALL} ")):
        return None
    for index in range(len(words) - 1, -1, -1):
        token = words[index]
        if token.type == "SIGN" and token.key == ":":
            return None
        if "BRING" in token.marks:
            return None
        if "GROWTH_NAME" in token.marks:
            if token.key.startswith(_RATES_OF_FALL):
                return "decrease", token
            continue
        opens = index == 0 and token.key.startswith(f"{FALL} ") and _is_share(figure)
        if opens:
            return "decrease", token  # "Giảm phát thải khí nhà kính ít nhất 9%"
        if "RISE" not in token.marks and "FALL" not in token.marks:
            continue
        before = words[index - 1] if index else None
        if before is not None and ("RATE" in before.marks or before.key in _NAMED):
            continue
        return ("decrease" if "FALL" in token.marks else "increase"), token
    return None


def _is_share(figure: Figure) -> bool:
    """Whether the figure is a percentage of no named rate."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit == "%" and "RATE" not in figure.said


def _goes_on(figure: Figure, previous: Draft) -> Measured | None:
    """ "nông nghiệp tăng 3,5%, công nghiệp 9%": the change before may be what the next name's figure is, too."""
    amount, phrase = figure.phrase.amount, figure.phrase
    if amount is None or figure.joined_by not in _LISTED:
        return None
    if not (amount.unit.startswith("%") and previous.unit.startswith("%")):
        return None
    if amount.unit == previous.unit == _YEARLY and phrase.op not in ("<", "<="):
        return Measured(previous.measure)  # "…, công nghiệp 9%/năm": no level is one of each year
    if phrase.equals or not _is_a_change(amount):
        return None
    if (phrase.compared or phrase.closing) and (phrase.op in ("<", "<=") or amount.unit != previous.unit):
        return None  # "dư nợ tăng 10%, nợ quá hạn dưới 0,15%"
    if has_content(figure.right) or not has_content(figure.left) or not figure.said.isdisjoint(_OF_ITS_OWN):
        return None
    return _changes_as(previous)


def _changes_as(previous: Draft) -> Measured:
    """As much of a change as the figure before, or else a level of its own."""
    return Measured(previous.measure, "level", "reading.shared_change")


def _is_a_change(amount: Amount) -> bool:
    """Whether a percentage may be how much something changes: the change of a share is less than half of it."""
    return amount.unit.startswith("%") and isinstance(amount.value, Decimal) and amount.value < _HALF


def _comparator(previous: Draft) -> str:
    return previous.figure.phrase.comparator if previous.figure is not None else ""


def _counts_plainly(figure: Figure) -> bool:
    """Whether a figure counts things by their noun, without a comparison of its own."""
    amount = figure.phrase.amount
    counted = amount is not None and bool(amount.noun) and amount.whole is None and "/" not in amount.unit
    return counted and not figure.phrase.compared and not figure.phrase.closing


def _shares_verb(figure: Figure, previous: Draft) -> bool:
    """Whether the change verb before also governs this figure: "giảm 0,52% hộ nghèo, 0,5% hộ cận nghèo"."""
    phrase = figure.phrase
    if figure.joined_by == "among" and previous.restates and phrase.amount is not None and phrase.amount.noun:
        return False  # "có 18 xã, tăng 6 xã, trong đó 5 xã nâng cao": a part of the level
    if not figure.joined_by or phrase.equals or phrase.amount is None:
        return False
    other = phrase.compared and phrase.comparator != _comparator(previous)
    if other and (phrase.op in ("<", "<=") or not _is_a_change(phrase.amount)):
        return False
    if (
        has_content(figure.left)
        or phrase.amount.value == 100
        or not figure.behind.isdisjoint(_OF_A_PREDICATE)
    ):
        return False
    if _counts_plainly(figure) and previous.figure is not None and _counts_plainly(previous.figure):
        return True  # "giảm 2 xã, 15 thôn đặc biệt khó khăn"
    parts = isinstance(previous.value, Fraction) and phrase.amount.unit == "%"
    return parts or previous.unit.removesuffix(f"/{A_YEAR}") == phrase.amount.unit.removesuffix(f"/{A_YEAR}")
