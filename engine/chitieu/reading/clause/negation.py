"""What a negation makes of the comparison of its clause: "không … quá 2 nhiệm kỳ", "không để … dưới 95%".

A negation, or a verb of forbidding, governs the comparison of its clause over whatever stands between the two. It does
not where it belongs to a name, "tỷ lệ hộ không hút thuốc lá trên 90%", or denies that there is something.
"""

from __future__ import annotations

from typing import Any

from chitieu.reading.clause.naming import PLACES
from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import ANY, HAVE_NONE, NOT, NUMBER_OF, ONE, OVER, words

#: What is left where a comparison must not hold.
NEGATED: dict[str, Any] = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "=": "=", "range": "range"}
#: "quá", "vượt quá": behind "không" and a verb a limit, whatever the verb.
_LIMITING = frozenset(words("LIMITING"))
#: Verbs of which "không … trên 5" and "không … dưới 3" say how far they may go.
_LIMITED = frozenset(words("LIMITED_VERB"))
#: "vượt": what is wanted to be exceeded, unless "không" and what is let or made to exceed stand right before it.
_EXCEEDING, _LET_EXCEED = frozenset(words("EXCEEDS_A_LEVEL")), frozenset(words("LET_EXCEED"))
#: So many words a rate and whom it is of take before "không".
_NAMED = 2
#: A verb and what it is done to: so many words may stand between "không" and its "quá".
_APART = 6
#: What goes with "không" before its verb, and what lets something be so.
_MODAL, _LETTING = words("MODAL"), words("LETTING")
_LETS_NOT = frozenset(words("LETS_NOT"))
#: The marks one of which words with a negation have.
NEGATIVE = frozenset({"NEVER", "ABSENT", "FORBIDS"})
#: What a name begins with whose condition the comparison is, and what the name of a share or a count begins with.
_MEASURED = frozenset({"RATE", "SUM", "PROPERTY", "GROWTH_NAME", "FACT_HEAD"})
_SHARES = frozenset({"RATE", "SUM"})
_BODIES = frozenset({"ACTOR", "NOUN", "POPULATION"})
_MOVES = frozenset({"RISE", "FALL", "DOWN_TO", "UP_TO", "BRING"})
_TIMES = frozenset({"TIME", "YEAR_WORD", "PERIOD"})
_LASTING = frozenset(words("CLOCK_UNIT"))
#: What "không" makes another word with.
_COMPOUNDED, _SEVERAL = frozenset(words("COMPOUND_OF_NOT")), tuple(f"{one} " for one in words("SEVERAL"))
#: How many words there may be between "không" and its "nào".
_NEAR = 8


def govern(figure: Figure) -> None:
    """ "không đơn vị nào … dưới 95%", "cam kết không để … vượt 3%": the comparison that must not hold, turned."""
    phrase, left = figure.phrase, figure.left
    if not _compares(figure):
        return
    at = next((at for at in range(len(left) - 1, -1, -1) if not left[at].marks.isdisjoint(NEGATIVE)), -1)
    if at < 0:
        return
    behind, lets, modal = _read_negation(left, at)
    between = left[behind:]
    none = next((index for index, token in enumerate(between[:_NEAR]) if token.key == ANY), -1)
    if any(token.key in (",", ":") for token in between[none + 1 :]):
        return  # "không chi bộ nào yếu kém, trên 80% …"
    if none >= 0 and _is_one_of_all(between[:none]):
        named = [token for token in between[:none] if token.key not in (",", ONE)]
        kept, between = [*named, *between[none:]], [*named, *between[none + 1 :]]
        if "ABSENT" in left[at].marks and not lets and not _has_rate(left[at], between, figure):
            figure.left = [*left[:behind], *kept]  # what must not be there: its list is one name
            return
    elif any(token.key == "," for token in between) or not (
        _forbids(figure, at, between) if lets else modal and _may_not(figure, at, between)
    ):
        return
    begun = next((index + 1 for index in range(at - 1, -1, -1) if left[index].key == ","), 0)
    before = left[begun:at]
    if lets and has_content(between) and not marked(before[:1], "EACH"):
        # who sees to it is not what is measured
        before = [token for token in before if _stays(token)]
    phrase.op = NEGATED[phrase.op]
    figure.island.negated = False
    figure.opening = left[at]
    figure.left = [*left[:begun], *before, *between]


def turn_negated(figure: Figure) -> None:
    """ "không sử dụng quá 15%", "không kéo dài hơn 5 ngày": the comparison that must not hold, as the one that must."""
    phrase = figure.phrase
    if phrase.op not in (">", "<") or not phrase.compared:
        return
    at = next((at for at in range(len(figure.left) - 1, -1, -1) if figure.left[at].key == NOT), None)
    if at is None or phrase.strive:
        return
    if not _limits(figure, at):
        if _may_forbid(figure, at):
            figure.island.negated = True  # "Không trích hơn 5%": at most, or those who do not are more
        return
    if _belongs_to_name(figure.left, at):
        figure.island.negated = True  # "tỷ lệ hộ không nghèo quá 95%": a person must say what is meant
        return
    phrase.op = NEGATED[phrase.op]
    figure.island.negated = False
    figure.opening = figure.left[at]
    figure.left = [*figure.left[:at], *figure.left[at + 1 :]]


def _may_forbid(figure: Figure, at: int) -> bool:
    """Whether a clause opens with "không" and a verb of its own, and nothing says whether the verb is limited."""
    between = figure.left[at + 1 :]
    if not between or has_content(figure.left[:at]) or has_content(figure.right):
        return False
    verb = between[0].key not in _COMPOUNDED and "NOUN" not in between[0].marks
    return verb and len(between) <= _APART and all(token.type == "WORD" for token in between)


def _compares(figure: Figure) -> bool:
    """Whether a phrase compares, in words that are no negation themselves."""
    phrase = figure.phrase
    if phrase.rank or phrase.high is not None:
        return False
    return (phrase.compared and phrase.op in (">", "<")) or (phrase.closing and phrase.amount is not None)


def _read_negation(words: list[Token], at: int) -> tuple[int, bool, bool]:
    """Where a negation ends, whether it is one of letting, "không cho phép", and whether it says what may not be."""
    behind = at + 1
    lets = "FORBIDS" in words[at].marks or words[at].key in _LETS_NOT
    modal = False
    if words[at].key == NOT:
        behind, modal = _skip(words, behind, _MODAL)
    elif not lets:
        return behind, False, False
    behind, found = _skip(words, behind, _LETTING)
    return behind, lets or found, modal


def _skip(words: list[Token], at: int, phrases: tuple[str, ...]) -> tuple[int, bool]:
    """Where the words end that are among some phrases, and whether there are any."""
    end = at
    while end < len(words):
        one = words[end].key
        if one in phrases:
            end += 1
        elif end + 1 < len(words) and f"{one} {words[end + 1].key}" in phrases:
            end += 2
        else:
            break
    return end, end > at


def _is_one_of_all(named: list[Token]) -> bool:
    """ "không (một) cơ quan, đơn vị nào": whether these are what none of is spoken of."""
    first = named[1:2] if named and named[0].key == ONE else named[:1]
    return bool(first) and not first[0].marks.isdisjoint(_BODIES)


def _has_rate(negation: Token, between: list[Token], figure: Figure) -> bool:
    """ "không có xã nào có tỷ lệ hài lòng dưới 90%": how much of a rate each of them must have.

    But not "không có chỉ số thành phần nào dưới 6 điểm": what must not be there.
    """
    rated = any("RATE" in token.marks and "NOUN" not in token.marks for token in between)
    return negation.key == HAVE_NONE and figure.phrase.compared and rated


def _forbids(figure: Figure, at: int, between: list[Token]) -> bool:
    """Whether "không để", "tránh để" governs: not inside a name, nor where it tells how long or where a deed is."""
    if _opens_with(between, _MEASURED) or not has_content(between):
        return True
    amount = figure.phrase.amount
    if amount is not None and amount.unit in _LASTING:
        return False  # "không để ùn tắc kéo dài quá 30 phút"
    return not is_over_places(figure) and not _opens_with(figure.left[:at], _SHARES)


def _may_not(figure: Figure, at: int, between: list[Token]) -> bool:
    """Whether "không được", "không thể" governs: its subject is what is measured, or who may do no more."""
    phrase, before = figure.phrase, content(figure.left[:at])
    if is_over_places(figure) and has_content(between):
        return False
    if not has_content(between) or all(not token.marks.isdisjoint(_MOVES) for token in content(between)):
        return True
    if phrase.equals and phrase.closing:
        return False
    if not before:
        return True
    if phrase.amount is not None and phrase.amount.noun == before[0].key:
        return False  # "hồ sơ không được giải quyết đúng hạn dưới 20 hồ sơ"
    return _is_whole(figure) and before[0].marks.isdisjoint(_SHARES) and before[0].key != NUMBER_OF


def _is_whole(figure: Figure) -> bool:
    """Whether a figure is no share of those who are named before it."""
    amount = figure.phrase.amount
    of_plan = figure.phrase.basis == "plan"  # "không chuyển nguồn trên 10% dự toán"
    return amount is not None and (amount.unit != "%" or of_plan or has_content(figure.right))


def _opens_with(words: list[Token], marks: frozenset[str]) -> bool:
    """Whether words begin with one of some marks, or with "số"."""
    first = next(iter(content(words, most=1)), None)
    return first is not None and (not first.marks.isdisjoint(marks) or first.key == NUMBER_OF)


def is_over_places(figure: Figure) -> bool:
    """ "trên 12 tuyến đường": over so many, or along them, so that it tells where."""
    return figure.phrase.comparator == OVER and _names_place(figure)


def _names_place(figure: Figure) -> bool:
    amount = figure.phrase.amount
    return amount is not None and amount.noun in PLACES


def _stays(token: Token) -> bool:
    """Whether a word in front of a negation is kept: it tells the time."""
    return token.account == "year" or token.type == "DASH" or not token.marks.isdisjoint(_TIMES)


def _limits(figure: Figure, at: int) -> bool:
    """Whether the words between a "không" and a comparison are a verb that the comparison limits."""
    between, comparator = figure.left[at + 1 :], figure.phrase.comparator
    if not between:
        return figure.island.negated  # "không sâu hơn 25 cm"
    if figure.phrase.equals or len(between) > _APART or any(token.type == "SIGN" for token in between):
        return False
    done = len(between) == 1 and "MAKE" in between[0].marks  # "không kết nạp dưới 02 đảng viên"
    if done or _is_limited(between) or _does_no_more(figure, at, between):
        return True
    if comparator in _EXCEEDING:  # "thanh toán không dùng tiền mặt vượt 80%": the payments exceed it
        return between[0].key in _LET_EXCEED and between[-1].marks.isdisjoint({"OUGHT"})
    return comparator in _LIMITING


def _is_limited(between: list[Token]) -> bool:
    return " ".join(token.key for token in between) in _LIMITED


def _belongs_to_name(left: list[Token], at: int) -> bool:
    """Whether a "không" may as well say which are counted by a rate: "tỷ lệ hộ không nghèo"."""
    if at < _NAMED or at + 1 == len(left) or "RATE" not in left[0].marks:
        return False
    return not _is_limited(left[at + 1 :]) and left[at + 1].key not in _LET_EXCEED


def _does_no_more(figure: Figure, at: int, between: list[Token]) -> bool:
    """ "không giữ lại hơn 5% số thu", "mỗi xã không bố trí trên 3 người": what someone does, or each of them."""
    if not _is_whole(figure) or _opens_with(between, _MEASURED) or _names_place(figure):
        return False
    if between[0].key in _COMPOUNDED or ("NOUN" in between[0].marks and "MAKE" not in between[0].marks):
        return False  # "không gian xanh trên 12 m2/người", "phường không rác"
    opening = next(iter(content(figure.left[:at])), None)
    return opening is None or "EACH" in opening.marks or f"{opening.key} ".startswith(_SEVERAL)
