"""Level or change: what of the indicator a figure conditions, and where two readings are possible."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.announced import change_announced
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.going_on import (
    changes_as,
    comparator_of,
    goes_on,
    is_a_change,
    is_against,
    shares_verb,
)
from chitieu.reading.clause.headed import heads_a_name, measured_by_head
from chitieu.reading.clause.measured import Measured
from chitieu.reading.clause.references import change_of
from chitieu.reading.clause.saved import measured_as_saved
from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.phrases.phrase import Amount, Phrase
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.target import Measure, Op
from chitieu.text.spoken import (
    A_YEAR,
    ADDED,
    ATTAINS,
    FALL,
    FALL_OF_POVERTY,
    GET,
    GROWING,
    GROWTH,
    HAVE_ADDED,
    STEP,
    TIMES,
    words,
)

_MORE_OR_LESS = frozenset(words("MORE_OR_LESS"))
_RATES_OF_FALL = words("RATE_OF_FALL")
_COUNTS = frozenset(words("COUNT"))
#: What behind a verb of change is not what changes: where, of whom, how.
_ADDING = frozenset(words("ADDING_TO_NAME")) | frozenset(words("ALL_OF"))
_NO_OBJECT = frozenset({"PREPOSITION", "WHOLE", "SCOPE", "PERIOD", "YEAR_WORD", "AGAINST", "EACH"})
_PLAIN_FALLS = frozenset(words("PLAIN_FALL"))
_NAMED = frozenset(words("RISE_IN_A_NAME"))
_CRITERIA = frozenset(words("CRITERION"))
_HIGHER = frozenset(words("UPWARD_DIFFERENCE"))
_EXCEEDING = frozenset(words("EXCEEDING"))
_DIFFERENCES = _HIGHER | frozenset(words("DOWNWARD_DIFFERENCE"))
#: "giảm chưa tới 5%" is an amount, "giảm dưới mức 5%" a level; "giảm dưới 5%" may be either.
_AMOUNTS_ONLY, _LEVELS_ONLY = frozenset(words("OF_AMOUNT_ONLY")), frozenset(words("OF_LEVEL_ONLY"))
_SHARE_NOUNS = words("SHARED_NOUN")
_YEARLY = f"%/{A_YEAR}"
_EACH_YEAR = words("YEARLY")
#: Words that tell of a change; those of "giảm nghèo", "giảm xuống", "giảm sâu" among them.
_MOVING = frozenset({"RISE", "FALL", "GROWTH_NAME", "NO_CHANGE", "DOWN_TO", "LAPSED"})
#: What opens an aim, behind which a verb before its comma does not reach.
_AIMING = frozenset({"STRIVE", "AIMED", "GOAL"})
#: The measure of most figures.
_LEVEL = Measured("level")
_WORTH = frozenset(words("WORTH"))
_RAISING, _COMPARED = frozenset({"BRING", "WIDEN"}), frozenset({"MORE", "LESS"})
_PLAIN = {"increase": Measured("increase"), "decrease": Measured("decrease")}


def is_difference(figure: Figure) -> bool:
    """Whether a figure is the amount of a difference: "thấp hơn 0,3% so với chỉ tiêu được giao"."""
    phrase = figure.phrase
    if phrase.basis is None and not (figure.right and "AGAINST" in figure.right[0].marks):
        return False
    if phrase.amount is None or phrase.high is not None:
        return False
    return any(token.key in _DIFFERENCES for token in figure.island.tokens)


def difference_op(figure: Figure) -> Op | Literal["range"]:
    """How the amount of a difference is compared: "cao hơn không quá 1%" is at most, "thấp hơn 0,3%" just that."""
    others = [t.type for t in figure.island.tokens if t.key not in _DIFFERENCES]
    compared = any(kind in ("AT_LEAST", "AT_MOST", "MORE", "LESS", "OR_MORE", "OR_LESS") for kind in others)
    return figure.phrase.op if compared else "="


def measure_of(
    figure: Figure,
    previous: Draft | None,
    heading: Sequence[Token],
    said: frozenset[str],
    inside: frozenset[str],
    *,
    differs: bool,
    based: bool = False,
) -> Measured:
    """What of its indicator the figure conditions.

    ``heading`` is what a colon announces, ``said`` and ``inside`` hold the marks of all words to the left and of its
    own, ``differs`` whether the figure is the amount of a difference, ``based`` whether the heading says what it is
    against.
    """
    phrase = figure.phrase
    if phrase.start is not None or phrase.rank:
        return _LEVEL
    if phrase.amount is not None and phrase.amount.unit in _PLACES_GAINED and _gains(phrase, said):
        phrase.amount.unit = STEP  # "tăng 3 hạng", "nâng 3 bậc xếp hạng": so many places
    if "SAVE" in said and (saved := measured_as_saved(figure)) is not None:  # guard
        return saved
    if phrase.amount is None:
        if phrase.change is not None:
            return Measured(phrase.change)
        return Measured("decrease" if phrase.op in ("<", "<=") else "increase")
    if differs:
        more = any(token.key in _HIGHER for token in figure.island.tokens)
        change: Measure = "increase" if more else "decrease"
        against = phrase.amount.unit == "%" and phrase.basis is not None
        if against and "RATE" not in said and _is_a_sum(figure):
            return Measured(change)  # of a count or a sum no points can be meant
        return Measured(change, change, "reading.difference")
    if phrase.change is not None and not phrase.reaches:
        return _near(figure, phrase)
    if phrase.amount.unit == STEP and _is_raised(figure, said):
        return Measured("increase")  # "nâng 2 bậc so với năm 2025", "nâng thứ hạng PCI lên ít nhất 3 bậc"
    if "HALF" in inside and _is_halved(figure):  # guard
        if phrase.basis is not None and "RATE" not in said and _is_a_sum(figure):
            return Measured("decrease")  # a half of it is what is left as well
        return Measured("decrease", "level", "reading.down_to_or_fall")  # "giảm còn một nửa"
    if (phrase.brought or not said.isdisjoint(_RAISING)) and _is_raised_by(figure, phrase):  # guard
        return Measured("increase")
    if phrase.reaches and phrase.basis is not None and (moved := _moved_by(figure, phrase, said)) is not None:
        return moved
    if phrase.reaches or phrase.brought:
        return _LEVEL
    beside = not phrase.equals and (
        "COMMON" in said or (not said.isdisjoint(_COMPARED) and _is_beside(figure, phrase.amount, said))
    )
    apart = phrase.compared or phrase.closing or beside
    if apart or ("AVERAGE" in said and not phrase.equals):
        differing = _difference_before(figure, of_mean=not apart)
        if differing in _EXCEEDING:
            return Measured("increase")  # "vượt bình quân 3 năm trước 5%"
        if differing:  # "thấp hơn bình quân chung ít nhất 1%"
            changed: Measure = "increase" if differing in _HIGHER else "decrease"
            return Measured(changed, changed, "reading.difference")
    verb = _far_verb(figure, said)
    if verb is not None:
        return _far(figure, phrase, *verb)
    if previous is not None and previous.measure != "level" and shares_verb(figure, previous):
        alike = not phrase.compared or phrase.comparator == comparator_of(previous)
        return Measured(previous.measure) if alike else changes_as(previous)
    announced = change_announced(figure, phrase.amount, heading, based=based) if heading else None
    if announced is not None and (based or announced.other is None):
        return announced
    gone_on = goes_on(figure, previous) if previous is not None and previous.measure != "level" else None
    if gone_on is not None:
        return gone_on
    if announced is not None:
        return announced
    if heading and phrase.amount.unit.startswith("%") and any(GROWTH in token.key for token in heading):
        return Measured("increase", "level", "reading.growth_in_heading")
    if "ADDED_JOBS" in said or _counts_holders(figure):
        return Measured("level", "increase", "reading.added_or_counted")
    if "GROWTH_NAME" in said:
        if _grows(figure, said):
            return Measured("increase")  # "số người nghiện gia tăng dưới 1% so với năm trước"
        if _opens_growth(figure):
            return Measured("level", "increase", "reading.growth_rate")
        return Measured("level", remark="reading.growth_rate")
    return _LEVEL


def _grows(figure: Figure, said: frozenset[str]) -> bool:
    """ "Thu ngân sách gia tăng 10%": a verb; but not "tỷ lệ gia tăng 1%"."""
    if figure.left[-1].key != GROWING or len(figure.left) < 2:
        return False
    yearly = any(token.key.endswith(_EACH_YEAR) for token in figure.right[:1])
    against = yearly or figure.phrase.basis is not None
    return "RATE" not in said or (against and "RATE" not in figure.left[-2].marks)


def _opens_growth(figure: Figure) -> bool:
    """ "Gia tăng trữ lượng 8 - 15 triệu tấn": by how much it grows, or what is called so."""
    amount, plain = figure.phrase.amount, not (figure.phrase.equals or figure.phrase.reaches)
    opening = content(figure.left, most=1)
    return (
        bool(opening)
        and opening[0].key == GROWING
        and plain
        and amount is not None
        and amount.unit[:1] not in ("%", "‰", "")
    )


def _gains(phrase: Phrase, said: frozenset[str]) -> bool:
    """Whether so many places are gained; a fall in places may be meant either way."""
    return phrase.change == "increase" or phrase.brought or not said.isdisjoint({"BRING", "RISE"})


def _is_beside(figure: Figure, amount: Amount, said: frozenset[str]) -> bool:
    """ "Giá bán thấp hơn giá thị trường 5 - 10%": by how much, where no rate or number of things is named."""
    if "RATE" in said or amount.noun or not figure.left:
        return False
    return figure.left[0].key not in _COUNTS and amount.whole is None


def _difference_before(figure: Figure, *, of_mean: bool) -> str:
    """The word of a difference in the part of a clause that a figure stands in: "thấp hơn … ít nhất 1%".

    ``of_mean``: only one with a mean, which "vượt" is in any case: "vượt bình quân cả nước".
    """
    left = figure.left
    for at in range(len(left) - 1, -1, -1):
        token = left[at]
        exceeds = token.key in _EXCEEDING
        if exceeds or token.key in _DIFFERENCES:
            behind = at + 2 if marked(left[at + 1 : at + 2], "AGAINST") else at + 1
            if not (of_mean or exceeds) or marked(left[behind : behind + 1], "AVERAGE", "COMMON"):
                return token.key
        if token.key == ",":
            break
    return ""


def _is_halved(figure: Figure) -> bool:
    """ "giảm xuống một nửa": what goes down to a half falls by a half."""
    lead = [token.type for token in figure.island.tokens]
    return "HALF" in lead and ("DOWN_TO" in lead or (figure.phrase.reaches and "FALL" in figure.said))


def _is_raised(figure: Figure, said: frozenset[str]) -> bool:
    """Whether places are what something is raised by."""
    if figure.phrase.reaches:
        return "BRING" in said and "UP_TO" in [token.type for token in figure.island.tokens]
    return figure.phrase.brought or ("BRING" in said and marked(figure.left[-3:], "BRING"))


def _moved_by(figure: Figure, phrase: Phrase, said: frozenset[str]) -> Measured | None:
    """ "Doanh thu tăng lên 15% so với năm 2025": no sum rises to less than half of what it was, so it rises by it.

    What a sum falls to may be so little, as in "giảm xuống 10% so với cùng kỳ", though by it is as likely.
    """
    verb = figure.island.tokens[0].key
    if verb not in _MOVES_TO or phrase.amount is None or phrase.amount.unit != "%" or "RATE" in said:
        return None
    if not _is_a_sum(figure) or not is_a_change(phrase.amount) or phrase.equals:
        return None
    if phrase.moved == "increase":
        return Measured("increase")
    other: Measured = Measured("level", "decrease", "reading.down_to_or_fall")
    return other if phrase.op in ("<", "<=") else Measured("decrease", "level", "reading.down_to_or_fall")


def _is_a_sum(figure: Figure) -> bool:
    """Whether what stands before a figure names a count or a sum, which changes by a share of itself."""
    named = content(figure.left)
    name = f" {' '.join([token.key for token in named])} "
    return bool(named) and (named[0].key in _COUNTS or any(f" {word} " in name for word in _SUMS))


def _is_raised_by(figure: Figure, phrase: Phrase) -> bool:
    """ "Nâng năng suất lúa 5% so với năm 2025", "diện tích mở rộng ít nhất 10% so với cùng kỳ": by so much."""
    if phrase.amount is None:
        return False
    if phrase.equals or phrase.reaches or phrase.op in ("<", "<=") or not is_a_change(phrase.amount):
        return False
    around = [*figure.left, *figure.island.tokens]
    verb = next(
        (token for token in reversed(around) if token.marks & {"BRING", "WIDEN", "RISE", "FALL"}), None
    )
    return verb is not None and verb.key in _UPLIFTS and is_against(figure)


def _near(figure: Figure, phrase: Phrase) -> Measured:
    """A change verb beside the figure: "giảm ít nhất 5%", "tăng thêm 01"."""
    assert phrase.change is not None
    assert phrase.amount is not None
    keys = [token.key for token in figure.island.tokens]
    if ADDED in keys:
        opening = content(figure.left, most=2)
        if len(opening) > 1 and _raises(opening[0], phrase.amount):
            return _PLAIN["increase"]  # "nâng tỷ lệ che phủ rừng thêm 2%"
        return Measured("increase", "level", "reading.added_or_counted")
    if phrase.comparator in _LEVELS_ONLY and phrase.amount.unit != _YEARLY:
        return _LEVEL
    if phrase.amount.whole is not None and phrase.amount.noun in _CRITERIA:
        return Measured("level", phrase.change, "reading.criteria_or_share")
    if phrase.amount.unit.startswith(TIMES) and _MORE_OR_LESS.isdisjoint(keys):
        if phrase.times or any(t.type in {"DOUBLE", "TRIPLE", "ONE_AND_HALF"} for t in figure.island.tokens):
            return _LEVEL  # "tăng gấp 1,6 lần"
        if phrase.amount.value < 1:  # "tăng 0,8 lần", "giảm 0,4 lần": hardly to so many times
            return Measured(phrase.change, "level", "reading.times_or_rise")
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
    shared = phrase.amount.unit == "%" and len(figure.right) > 0
    if shared and (marked(figure.right[:2], "POPULATION") or (not rated and _counts_a_share(figure.right))):
        return Measured(phrase.change, phrase.change, "reading.points_or_relative")
    return _PLAIN[phrase.change]


def _raises(verb: Token, amount: Amount) -> bool:
    """ "Nâng tỷ lệ … thêm 2%", "Tăng số hội viên thêm 50 người"; "tăng … thêm 98%" is hardly by so much."""
    if verb.key in _UPLIFTS:
        return True
    return ("RISE" in verb.marks or verb.key in _RISES_OF) and (amount.unit[:1] != "%" or is_a_change(amount))


def _counts_holders(figure: Figure) -> bool:
    """ "Số trường đạt chuẩn quốc gia: 01 trường": in all, or recognised this year."""
    if not figure.left or figure.left[0].key not in _COUNTS or figure.phrase.op != "=":
        return False
    amount = figure.phrase.amount
    if amount is None or amount.whole is not None or amount.unit[:1] in ("%", "‰"):
        return False
    return not amount.unit.startswith(TIMES) and "ATTAIN" in figure.said  # but not "bằng 1,2 lần năm 2020"


def _counts_a_share(words: list[Token]) -> bool:
    """ "giảm 0,52% hộ nghèo": points of all households, or a share of the poor ones."""
    name = " ".join([token.key for token in words[:4]])
    return name.startswith(_SHARE_NOUNS)


def _far(figure: Figure, phrase: Phrase, change: Literal["increase", "decrease"], verb: Token) -> Measured:
    """A change verb that governs the figure from afar: "kéo giảm tai nạn giao thông từ 5 - 10%"."""
    assert phrase.amount is not None
    if "GROWTH_NAME" in verb.marks:
        return Measured(change)
    if (phrase.equals or _is_gotten(figure, verb)) and _is_in_the_name(figure, verb):
        if change == "increase" or not is_a_change(phrase.amount):
            return Measured("level", better="higher")
        return _LEVEL if phrase.op == "=" else Measured("level", change, "reading.down_to_or_fall")
    if heads_a_name(figure, verb) and (headed := measured_by_head(figure, phrase, change)) is not None:
        return headed
    if phrase.equals and phrase.op == "=":
        return _reached(figure, phrase.amount, change, verb)
    if phrase.equals and not phrase.closing and verb.key not in _PLAIN_FALLS:
        return _LEVEL
    if phrase.op == ">" and change == "decrease" and _is_alone(figure, verb, phrase.amount):
        return Measured(change)  # "giảm tỷ lệ hộ nghèo trên 1%": nothing falls to more than that
    if phrase.op == ">" and change == "increase" and _is_said_how(figure, verb):
        return Measured(change)
    if phrase.op in ("<", "<=", ">") and not phrase.closing:
        rated = "RATE" in figure.said
        if is_against(figure):  # "giảm số vụ cháy trên 5% so với năm trước"
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


def _is_said_how(figure: Figure, verb: Token) -> bool:
    """ "tăng mạnh trên 3%", "tăng mới trên 50 đoàn viên": whether nothing but how it changes stands between."""
    at = next(index for index, token in enumerate(figure.left) if token is verb)
    behind = figure.left[at + 1 :]
    return bool(behind) and all(token.key in _HOW or token.key == "," for token in behind)


def _is_gotten(figure: Figure, verb: Token) -> bool:
    """ "Số phạm nhân được giảm án trên 25 người": whether what changes is done for those who are counted."""
    return any(token.key == GET and following is verb for token, following in pairwise(figure.left))


def _is_in_the_name(figure: Figure, verb: Token) -> bool:
    """ "Tỷ lệ đơn vị giảm tai nạn đạt 90% trở lên", "số phạm nhân được giảm án đạt …": of whom the share is."""
    named = content(figure.left)
    headed = "RATE" in named[0].marks or named[0].key in _COUNTS
    if not headed or verb not in named or figure.phrase.reaches or is_against(figure):
        return False
    changed = named[named.index(verb) + 1 :]
    return bool(changed) and changed[0].key not in _ADDING and changed[0].marks.isdisjoint(_NO_OBJECT)


def _reached(
    figure: Figure, amount: Amount, change: Literal["increase", "decrease"], verb: Token
) -> Measured:
    """ "Giảm tỷ lệ hộ nghèo mỗi năm là 2,5%" is what it falls by each year; without the years it may be either."""
    if not is_a_change(amount) or verb is not content(figure.left)[0] or figure.phrase.reaches:
        return _LEVEL
    if amount.unit == _YEARLY or any(token.key.endswith(_EACH_YEAR) for token in figure.left):
        return Measured(change)
    return Measured("level", change, "reading.down_to_or_fall") if change == "decrease" else _LEVEL


def _is_alone(figure: Figure, verb: Token, amount: Amount) -> bool:
    """Whether nothing parts a figure from its verb, and it may be how much something falls."""
    at = next(index for index, token in enumerate(figure.left) if token is verb)
    parted = any(token.type == "SIGN" or "AND" in token.marks for token in figure.left[at + 1 :])
    return not parted and (is_a_change(amount) or amount.unit[:1] not in ("%", "‰"))


#: What falls by an amount, though its verb is a part of the word.
_AMOUNTS_FALL = frozenset(words("FALL_BY_AMOUNT"))
_POOR = frozenset(words("POOR_COUNTED"))
#: "giảm phát thải", "giảm sâu": what falls is a part of the word.
_FALL_OF = f"{FALL} "
#: What rises is a part of the word: "tăng thu nhập".
_RISES_OF = frozenset(words("RISE_OF_WHAT_IS_EARNED"))
_MOVES_TO = frozenset(words("MOVES_TO"))
_SUMS = (*words("SUM_OF_MONEY"), *words("SUM_OF_THINGS"))
_PLACES_GAINED = frozenset(words("PLACE_GAINED"))
_VALUES_ADDED = frozenset(words("VALUE_ADDED"))
_UPLIFTS, _HOW = frozenset(words("UPLIFT")), frozenset(words("HOW_IT_CHANGES"))
_FOR_WHOM = frozenset(words("CONCERNING"))


def _far_verb(figure: Figure, said: frozenset[str]) -> tuple[Literal["increase", "decrease"], Token] | None:
    words = figure.left
    if said.isdisjoint(_MOVING):  # guard
        return None
    if len(words) > 1 and words[-1].key in _WORTH and words[-2].marks.isdisjoint(_MOVING):
        return None  # "bồi dưỡng thêm bằng hiện vật trị giá 15.000 đồng/suất": what that is worth
    own, share = False, _is_share(figure)  # "kéo giảm tai nạn, phấn đấu số vụ ít nhất 5%": it reaches a share
    for index in range(len(words) - 1, -1, -1):
        token = words[index]
        if token.type == "SIGN" and (token.key == ":" or (own and token.key == ",")):
            return None  # "giá sẽ giảm, kế hoạch doanh thu 850 tỷ đồng"
        own = own or not (token.marks.isdisjoint(_AIMING) or share or not has_content(words[index + 1 :]))
        if "BRING" in token.marks:
            return None
        if "GROWTH_NAME" in token.marks:
            if token.key.startswith(_RATES_OF_FALL):
                return "decrease", token
            continue
        opens = token.key.startswith(_FALL_OF) and (
            _is_share(figure) or _is_amount_of(figure, token) or heads_a_name(figure, token)
        )
        if opens and not has_content([word for word in words[:index] if "ACTOR" not in word.marks]):
            return "decrease", token  # "Giảm phát thải khí nhà kính ít nhất 9%"
        if token.key in _VALUES_ADDED and _grows_by(figure):
            return "increase", token
        if token.key in _RISES_OF and (_rises_by(figure, words[index + 1 :]) or heads_a_name(figure, token)):
            return "increase", token
        if "RISE" not in token.marks and "FALL" not in token.marks:
            continue
        before = words[index - 1] if index else None
        if before is not None and ("RATE" in before.marks or before.key in _NAMED):
            continue
        if token is words[-1] and figure.island.tokens[0].key == ATTAINS:
            continue  # "Tỷ lệ khỏi, đỡ, giảm đạt từ 92% trở lên": a name
        return change_of(token), token
    return None


def _grows_by(figure: Figure) -> bool:
    """ "Giá trị tăng thêm ngành nông nghiệp 3,5%": a sum that is told in per cent."""
    amount = figure.phrase.amount
    if amount is None or amount.unit[:1] != "%" or figure.phrase.equals:
        return False
    return figure.said.isdisjoint({"RATE", "GROWTH_NAME"})


def _rises_by(figure: Figure, between: list[Token]) -> bool:
    """ "Tăng thu nhập bình quân đầu người 10%", "… 5 triệu đồng so với năm 2025": by how much, not up to what."""
    phrase, last = figure.phrase, between[-1] if between else None
    if phrase.equals or phrase.reaches or phrase.amount is None or phrase.amount.unit.startswith(TIMES):
        return False
    if any(token.key == "," for token in between):
        return False
    if last is not None and ("PREPOSITION" in last.marks or last.key in _FOR_WHOM):
        return False  # "Tăng thu nhập cho 20% hộ nghèo"
    return is_against(figure) or (phrase.amount.unit[:1] == "%" and not has_content(figure.right))


def _is_amount_of(figure: Figure, verb: Token) -> bool:
    """ "Giảm phát thải khí nhà kính ít nhất 15 triệu tấn CO2", "giảm nghèo 8 hộ": how much less of it there is."""
    amount = figure.phrase.amount
    if amount is not None and verb.key == FALL_OF_POVERTY:
        apart = any(token.key not in _FOR_WHOM for token in figure.left[figure.left.index(verb) + 1 :])
        return amount.noun in _POOR and not (apart or figure.phrase.equals or figure.phrase.reaches)
    return amount is not None and verb.key in _AMOUNTS_FALL and not (amount.noun or figure.phrase.reaches)


def _is_share(figure: Figure) -> bool:
    """Whether the figure is a percentage of no named rate."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit in ("%", _YEARLY) and "RATE" not in figure.said
