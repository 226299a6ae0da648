"""How a change goes on: what the verb of the figure before makes of the next."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.better import better_of
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.measured import Measured
from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.phrases.phrase import Amount
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.text.spoken import (
    A_YEAR,
    AND,
    HAVE_ADDED,
    STEP,
    TIMES,
    words,
)

_COUNTS = frozenset(words("COUNT"))
_YEARLY = f"%/{A_YEAR}"
_POINTS = words("PERCENTAGE_POINTS")
#: What parts the members of a list; a change of a share is less than half of it.
_LISTED = frozenset({",", AND, "among", "apart"})
#: What makes a name one of a share, or of a deed, with a figure of its own.
_OF_ITS_OWN = frozenset({"RATE", "GROWTH_NAME", "SAVE", "TASK", "FINISH", "BRING", "EACH", "KEEP", "HOLD"})
#: What adds to a name that its figure parts: "số người chết 10% do tai nạn".
_ADDING = frozenset(words("ADDING_TO_NAME"))
_HALF = 50
#: Of two things, none changes by so many times as much as the other.
_MUCH, _MOST = 5, 8
#: A thing whose change a list goes on with is named in so many words.
_NAME = 6
#: Who does something, and what, takes so many words.
_PREDICATED = 3
#: What is said of those that a share is of: "50% khóm không có tệ nạn".
_OF_A_PREDICATE = frozenset({"ABSENT", "NEVER", "ATTAIN", "GRADED", "OUGHT"})


def is_against(figure: Figure) -> bool:
    """Whether a figure says what it is compared with, beside a plan."""
    if figure.phrase.basis is not None:
        return figure.phrase.basis != "plan"
    return bool(figure.right) and "AGAINST" in figure.right[0].marks and not marked(figure.right[:3], "PLAN")


def goes_on(figure: Figure, previous: Draft) -> Measured | None:
    """ "nông nghiệp tăng 3,5%, công nghiệp 9%": the change before may be what the next name's figure is, too."""
    amount = figure.phrase.amount
    if amount is None or figure.joined_by not in _LISTED:
        return None
    if _counts_as_well(figure, previous):
        return changes_as(previous)
    if _moves_alike(figure, amount, previous):
        sure = amount.unit == STEP or amount.unit.startswith(_POINTS)
        sure = sure or is_against(figure)  # "ngô 2 tạ/ha so với vụ trước": no level is
        return Measured(previous.measure) if sure else changes_as(previous)
    return _reads_on(figure, amount, previous)


def _moves_alike(figure: Figure, amount: Amount, previous: Draft) -> bool:
    """ "lúa tăng 1,5 tạ/ha, ngô 2 tạ/ha": whether an amount of the same unit has a name and no verb of its own."""
    phrase = figure.phrase
    if (
        amount.unit != previous.unit
        or amount.unit[:1] in ("", "%", "‰")
        or amount.unit == TIMES
        or previous.restates
    ):
        return False
    if (
        phrase.equals
        or phrase.brought
        or phrase.average
        or phrase.op in ("<", "<=")
        or amount.whole is not None
    ):
        return False
    if _is_much_more(amount, previous, _MUCH):
        return False  # "vốn tăng ròng 850 tỷ đồng, dư nợ 6.420 tỷ đồng"
    named = content(figure.left)
    own = not figure.said.isdisjoint(_OF_ITS_OWN | {"SUM", "WHOLE", "GROWTH_NAME"})
    return bool(named) and not own and not _is_deed(named[0]) and _only_adds(figure.right)


def _reads_on(figure: Figure, amount: Amount, previous: Draft) -> Measured | None:
    """Whether a share behind a name of its own may be as much of a change as the share before."""
    phrase = figure.phrase
    if not (amount.unit.startswith("%") and previous.unit.startswith("%")):
        return None
    if amount.unit == previous.unit == _YEARLY and phrase.op not in ("<", "<="):
        return Measured(previous.measure)  # "…, công nghiệp 9%/năm": no level is one of each year
    if phrase.equals or phrase.brought or not is_a_change(amount):
        return None
    if (phrase.compared or phrase.closing) and (phrase.op in ("<", "<=") or amount.unit != previous.unit):
        return None  # "dư nợ tăng 10%, nợ quá hạn dưới 0,15%"
    named = content(figure.left)
    if named and "RATE" in named[0].marks and _goes_on_for_a_rate(figure, previous):
        return Measured(previous.measure) if is_against(figure) else changes_as(previous)
    if not named or not _only_adds(figure.right) or not figure.said.isdisjoint(_OF_ITS_OWN):
        return None
    if _is_deed(named[0]) or _rises_unwanted(figure, previous):
        return None  # "…, đào tạo nghề 20%"; but "vốn đăng ký 10%"
    return changes_as(previous)


def _goes_on_for_a_rate(figure: Figure, previous: Draft) -> bool:
    """ "Giảm tỷ lệ hộ nghèo 1%, tỷ lệ hộ cận nghèo 0,5% so với năm 2025": no level is so much against a year."""
    before, phrase = previous.figure, figure.phrase
    if before is None or phrase.compared or phrase.closing or phrase.strive or phrase.change or phrase.high:
        return False
    if figure.joined_by == "among" or has_content(figure.right) or _rises_unwanted(figure, previous):
        return False
    opening = content(before.left, most=1)
    governs = bool(opening) and not opening[0].marks.isdisjoint({"RISE", "FALL"}) and "RATE" in before.said
    return is_against(figure) or (governs and not _is_much_more(phrase.amount, previous, _MUCH))


def _is_much_more(amount: Amount | None, previous: Draft, times: int) -> bool:
    """Whether a figure is so much larger than the change before it that it hardly is one as well."""
    before = previous.figure.phrase.amount if previous.figure is not None else None
    return before is None or amount is None or amount.value > before.value * times


def _rises_unwanted(figure: Figure, previous: Draft) -> bool:
    """ "vốn huy động tăng 15%; nợ xấu 0,5%": what is better lower is not wanted to rise."""
    if previous.measure != "increase":
        return False
    return better_of(" ".join(token.text for token in content(figure.left)), "level", "=")[0] == "lower"


def is_part_of_whole(figure: Figure, grown: Draft) -> bool:
    """ "dư nợ tăng 12%, trong đó trung dài hạn không quá 45% tổng dư nợ; nợ xấu dưới 0,8%": a level, and no growth.

    So is a limit of what something else grows by, and what is said to be of a whole.
    """
    if figure.phrase.change or figure.phrase.amount is None or grown.measure != "increase":
        return False
    capped = figure.phrase.op in ("<", "<=") and grown.op not in ("<", "<=")
    return capped or marked(figure.right[:1], "SUM") or _rises_unwanted(figure, grown)


def goes_on_behind(figure: Figure, previous: Draft) -> Measured | None:
    """ "nông nghiệp tăng 3,5%; công nghiệp 9%": as ``_goes_on``, where a semicolon parts the two."""
    amount, before = figure.phrase.amount, previous.figure
    if amount is None or before is None or previous.measure == "level" or previous.restates:
        return None
    named = content(figure.left)
    if named:
        ratio = len(named) == 1 and named[0].text.isupper()  # "…; CASA 20%"
        other = ratio or amount.unit != previous.unit or _is_much_more(amount, previous, _MOST)
        other = other or (figure.phrase.compared and not before.phrase.compared)  # "…; cổ tức tối thiểu 15%"
        return None if other else _reads_on(figure, amount, previous)
    own = figure.phrase.equals or figure.phrase.op in ("<", "<=") or marked(figure.right, *_OF_A_PREDICATE)
    own = own or marked(figure.right[:1], "EQUALS")  # "…; 30% là người hiến nhắc lại"
    if own or not is_a_change(amount) or not previous.unit.startswith("%"):
        return None
    if not has_content(figure.right):  # "đến năm 2025 … giảm 5%; đến năm 2030 10%"
        return changes_as(previous) if "TIME" in figure.said else None
    alike = figure.right[0].key in _COUNTS or figure.right[0].key in [word.key for word in before.right[:1]]
    short = len(figure.right) <= _NAME and not has_content(before.left)
    listed = alike or (short and not _is_much_more(amount, previous, _MUCH))
    return changes_as(previous) if listed else None  # "giảm 5% số vụ; 10% số người chết"


def _counts_as_well(figure: Figure, previous: Draft) -> bool:
    """ "giảm 3 vụ trộm cắp và 10% số vụ đánh bạc": whether of two things one falls by a count, one by a share."""
    amount, before = figure.phrase.amount, previous.figure
    if amount is None or before is None or figure.phrase.equals:
        return False
    if has_content(figure.left) or has_content(before.left):
        return False  # "đảng viên tăng 3 đồng chí, 10% chi bộ …"
    if figure.phrase.op in ("<", "<=") or not figure.behind.isdisjoint(_OF_A_PREDICATE):
        return False
    if is_a_change(amount):
        return _counts_things(before)
    return previous.unit == "%" and _counts_plainly(figure) and figure.joined_by in (",", AND)


def _only_adds(words: list[Token]) -> bool:
    """Whether words behind a figure only add to its name: "số người chết 10% do tai nạn giao thông"."""
    return not has_content(words) or words[0].key in _ADDING


def changes_as(previous: Draft) -> Measured:
    """As much of a change as the figure before, or else a level of its own."""
    return Measured(previous.measure, "level", "reading.shared_change")


def is_a_change(amount: Amount) -> bool:
    """Whether a percentage may be how much something changes: the change of a share is less than half of it.

    One in ‰ changes by less than one: "Giảm tỷ suất sinh trên 0,2‰".
    """
    most = _HALF if amount.unit.startswith("%") else 1 if amount.unit.startswith("‰") else 0
    return isinstance(amount.value, Decimal) and amount.value < most


def comparator_of(previous: Draft) -> str:
    """The comparator of the figure before, else ""."""
    return previous.figure.phrase.comparator if previous.figure is not None else ""


def _is_deed(token: Token) -> bool:
    """Whether a name opens with something that is done; "cấp tỉnh" is a level."""
    return "MAKE" in token.marks and "NAME_HEAD" not in token.marks


def _says_alike(figure: Figure, before: Figure | None) -> bool:
    """ "thêm 2 xã đạt chuẩn nâng cao, 1 xã đạt chuẩn kiểu mẫu": whether the same begins to be said of the same."""
    amount, first = figure.phrase.amount, before.phrase.amount if before is not None else None
    if amount is None or before is None or first is None or amount.noun != first.noun:
        return False
    opening = [words[0].key.split(" ", 1)[0] for words in (figure.right, before.right) if words]
    return len(opening) > 1 and opening[0] == opening[1]


def _counts_things(figure: Figure) -> bool:
    """Whether a figure counts things by their noun."""
    amount = figure.phrase.amount
    return amount is not None and bool(amount.noun) and amount.whole is None and "/" not in amount.unit


def _counts_plainly(figure: Figure) -> bool:
    """Whether a figure counts things by their noun, without a comparison of its own."""
    return _counts_things(figure) and not figure.phrase.compared and not figure.phrase.closing


def is_share_of_its_own(figure: Figure, previous: Draft) -> bool:
    """ "số vụ cháy giảm 5%, 92% dân số tham gia bảo hiểm y tế": so many of some do something, and nothing changes.

    What changes goes on with names of its own kind: "số vụ giảm 5%, 10% số người chết", "giảm 5% số vụ, 10% số người".
    """
    amount, before, named = figure.phrase.amount, previous.figure, figure.right
    if amount is None or before is None or amount.unit != "%" or amount.whole is not None:
        return False
    first = before.phrase.amount
    if first is None or not isinstance(first.value, Decimal) or has_content(figure.left):
        return False
    if not has_content(named) or "AGAINST" in named[0].marks:
        return False
    beyond = not is_a_change(amount) and first.value < _HALF
    if named[0].key in _COUNTS:  # "…, trên 95% số cơ sở được kiểm tra"; nothing falls by so much at least
        return beyond and (figure.phrase.op != "=" or figure.phrase.high is not None)
    doing = (len(named) >= _PREDICATED and "NOUN" in named[0].marks) or marked(named, "GRADE")
    if not has_content(before.left) or has_content(before.right):  # "giảm 5% số vụ, …"
        alike = before.right and before.right[0].key == named[0].key
        return beyond and not alike and (doing or len(named) > _PREDICATED)
    return beyond or doing


def shares_verb(figure: Figure, previous: Draft) -> bool:
    """Whether the change verb before also governs this figure: "giảm 0,52% hộ nghèo, 0,5% hộ cận nghèo"."""
    phrase = figure.phrase
    if figure.joined_by == "among" and previous.restates and phrase.amount is not None and phrase.amount.noun:
        return False  # "có 18 xã, tăng 6 xã, trong đó 5 xã nâng cao": a part of the level
    if not figure.joined_by or phrase.equals or phrase.amount is None:
        return False
    other = phrase.compared and phrase.comparator != comparator_of(previous)
    if other and (phrase.op in ("<", "<=") or not is_a_change(phrase.amount)):
        return False
    before = previous.figure
    if figure.joined_by == "among" and before is not None and keyed(before.island.tokens, HAVE_ADDED):
        return False  # "có thêm 04 sản phẩm OCOP, trong đó có 01 sản phẩm đạt 4 sao": how many of them are
    predicated = not figure.behind.isdisjoint(_OF_A_PREDICATE) and not _says_alike(figure, before)
    if has_content(figure.left) or phrase.amount.value == 100 or predicated:
        return False
    if is_share_of_its_own(figure, previous):
        return False
    if _counts_plainly(figure) and before is not None and _counts_things(before):
        return True  # "giảm 2 xã, 15 thôn đặc biệt khó khăn"
    parts = isinstance(previous.value, Fraction) and phrase.amount.unit == "%"
    return parts or previous.unit.removesuffix(f"/{A_YEAR}") == phrase.amount.unit.removesuffix(f"/{A_YEAR}")
