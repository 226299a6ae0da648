"""The condition of a figure phrase, and what of it the words around decide."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.quantity.vocabulary import noun_words
from chitieu.quantity.words import fold
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.phrases.phrase import Amount, Phrase
from chitieu.reading.tokens.scanner import Token, marked, marks_of
from chitieu.target import Bound, Condition, Range
from chitieu.target.trusted import bound, trusted
from chitieu.text.figures import rarer_reading
from chitieu.text.spoken import A_YEAR, POINT, SPAN_OF_YEARS, TARGET_NAMED, TIMES, words

#: Wholes up to this are parts of anything ("2/3"), not the number of those that there are.
_FEW = 5
#: Parts up to this are said of anything: "2/3 chi hội", "3/4 số phường".
_SPOKEN = 4
#: Units of which there are never thousands, and counts that may have decimals.
_FEW_AT_MOST, _PARTED, _ROUND = frozenset(words("NEVER_THOUSANDS")), frozenset({TIMES, POINT}), ".000"
#: What a mean stands behind that something is compared with.
_COMPARING = frozenset({"AGAINST", "MORE", "LESS", "AT_LEAST", "AT_MOST"})
#: Wholes out of which marks are given.
_MARKS = (10, 100)


def condition(phrase: Phrase, op: Any, unit: str) -> Condition:
    """The condition that a phrase states; ``unit`` is the one that the indicator's name implies."""
    amount = phrase.amount
    if amount is None:
        weak = op in (">=", "<=", "=") and (phrase.compared or phrase.change is None)
        return bound(">=" if weak else ">", Decimal(0), unit)
    if phrase.high is not None and op == "range":
        low = value(amount, phrase.closing)
        return trusted(
            Range,
            {
                "low": low,
                "high": value(phrase.high, phrase.closing),
                "unit": "" if isinstance(low, Fraction) else amount.unit,
                "low_open": phrase.lower_open,
                "high_open": phrase.upper_open,
            },
        )
    if amount.whole is None:
        return bound(op, amount.value, amount.unit or unit)
    beyond = op in (">", "<")  # "trên 2/3 chi hội": more than two of three would be all
    wanted = value(amount, phrase.closing or beyond)
    part = isinstance(wanted, Fraction)  # of what the name tells: "2/3 số thôn"
    return bound(op, wanted, unit if part else amount.unit or unit)


def value(amount: Amount, closing: bool) -> Decimal | Fraction:
    """The figure of an amount: of a few ("2/3 số thôn") a ratio, of a counted whole ("64/111 thôn") a count."""
    whole = amount.whole
    if whole is None or not whole:
        return amount.value
    few = whole <= _FEW and amount.value < whole
    if amount.value != int(amount.value):
        return amount.value  # "4,3/5": a mark, no count
    counted = amount.unit and (fold(amount.noun) in noun_words().names or not amount.noun)
    if not amount.unit and (amount.value == whole or (whole in _MARKS and amount.value * 2 >= whole)):
        return amount.value  # "8,25/10", "3/3"
    if not amount.unit or (few and (closing or not counted)):
        return Fraction(amount.value) / Fraction(whole)
    return amount.value


def as_share(draft: Draft) -> Bound | None:
    """The condition of "2/3 chi hội" as a share of all of them, where it is read as two of three; else None.

    With a nought before it, behind a name that counts, or in a restatement a part of a few is a count.
    """
    figure, found = draft.figure, draft.condition
    amount = figure.phrase.amount if figure is not None else None
    if (
        amount is None
        or amount.whole is None
        or figure is None
        or draft.restates
        or not isinstance(found, Bound)
    ):
        return None
    few = 1 < amount.whole <= _SPOKEN and amount.value < amount.whole and isinstance(found.value, Decimal)
    noughts = any(token.type == "NUMBER" and token.key.startswith("0") for token in figure.island.tokens)
    slashed = any(token.key == "/" for token in figure.island.tokens)  # "2 trên 3 trường" counts
    if (
        not (few and slashed)
        or noughts
        or not found.unit
        or has_content(figure.left)
        or figure.island.preunit
    ):
        return None
    return bound(found.op, Fraction(amount.value) / Fraction(amount.whole), "")


def counted_whole(found: Condition, figure: Figure) -> Condition:
    """ "khu phố văn hóa 12/13": of a noun before the figure, its count and not a ratio; so "4/8 chỉ số", no half."""
    amount = figure.phrase.amount
    if amount is None or amount.whole is None or not isinstance(found, Bound):
        return found
    unreduced = isinstance(found.value, Fraction) and found.value.denominator < amount.whole
    if unreduced and has_content(figure.right):
        return found.model_copy(update={"value": amount.value})
    if amount.whole <= _FEW:
        return found
    named = marked(figure.left, "NOUN") and not any("RATE" in t.marks for t in figure.left)
    named = named or (
        figure.phrase.reaches and not has_content(figure.left)
    )  # "thêm 02 tiêu chí, nâng lên 15/19"
    ratio = isinstance(found.value, Fraction) and isinstance(amount.value, Decimal)
    counted = counts_targets(figure)
    if not ratio or not (named or counted):
        return found
    return found.model_copy(update={"value": amount.value, "unit": TARGET_NAMED if counted else found.unit})


def counts_targets(figure: Figure) -> bool:
    """ "15/17 chỉ tiêu Nghị quyết đề ra": how many of the targets themselves."""
    amount = figure.phrase.amount
    several = amount is not None and amount.whole is not None and amount.whole > _FEW
    return several and bool(figure.right) and figure.right[0].key.startswith(TARGET_NAMED)


def decimal_point(figure: Figure, draft: Draft) -> Bound | None:
    """The condition with its point or comma read the other way, where that alone makes sense.

    "96.125%", "6.250 tấn/ha", "2.100 con/phụ nữ" have a decimal point; "1,250 hội viên" are counted whole.
    """
    if draft.value is None:
        return None
    number = ""
    for token in figure.island.tokens:
        if token.type == "NUMBER":
            number = token.key
            break
    rarer = None if number.isdecimal() else other_reading(number, draft.unit)
    if rarer is None or not isinstance(draft.condition, Bound):
        return None
    return bound(draft.condition.op, rarer, draft.unit)


def other_reading(number: str, unit: str) -> Decimal | None:
    """What a number as written may mean beside what the rule says, where its unit makes that likely; else None."""
    folded = fold(unit)
    if "." in number:
        few = folded in _FEW_AT_MOST and not number.endswith(_ROUND)
        return rarer_reading(number) if few or unit[:1] in ("%", "‰") else None
    whole = "," in number and folded in noun_words().names and folded not in _PARTED
    return rarer_reading(number) if whole else None


def is_average(draft: Draft, figure: Figure, said: frozenset[str], heading: Sequence[Token]) -> bool:
    """Whether a rate of change is an average over years: "tăng bình quân 3 – 5%/năm".

    ``said`` holds the marks of all words to the left, ``heading`` what a colon announces.
    """
    words = figure.left
    if heading and marked(heading, "AVERAGE"):
        words = [*heading, *words]
        said = marks_of(words)
    if draft.measure == "level" and "GROWTH_NAME" not in said:
        return False
    if figure.phrase.average and (draft.measure != "level" or draft.unit.endswith(f"/{A_YEAR}")):
        return True
    for index, token in enumerate(words if "AVERAGE" in said else ()):
        if "AVERAGE" not in token.marks or (index and not words[index - 1].marks.isdisjoint(_COMPARING)):
            continue  # "so với bình quân giai đoạn 2016 - 2020"
        following = words[index + 1] if index + 1 < len(words) else None
        if A_YEAR in token.key or SPAN_OF_YEARS in token.key:
            return True
        if following is not None and _is_span(following, said):
            return True
        if draft.unit.endswith(f"/{A_YEAR}") and draft.unit.count("/") == 1:
            return True  # "tăng 3 triệu đồng/người/năm" is how much more there is in a year
    return False


def _is_span(token: Token, said: frozenset[str]) -> bool:
    """Whether a mean is one over a time: "GRDP bình quân giai đoạn 2021 - 2025 tăng 8%".

    What is an average by its name is one at a time as well: "năng suất lúa bình quân đến năm 2030 tăng 5%".
    """
    return "PERIOD" in token.marks or ("TIME" in token.marks and "GROWTH_NAME" in said)


def span(figure: Figure) -> tuple[int, int]:
    """The characters of the text as read that a figure phrase takes."""
    tokens = figure.island.tokens
    if figure.opening is not None:
        tokens = [*tokens, figure.opening]
    start, end = tokens[0].start, tokens[0].end
    for token in tokens:  # in the order in which they are read: "% 95" begins with its unit
        if token.start < start:  # noqa: PLR1730 - asked of every token, and faster than min() and max()
            start = token.start
        if token.end > end:  # noqa: PLR1730
            end = token.end
    return start, end
