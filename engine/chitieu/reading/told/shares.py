"""Shares that come before what they are of, and what belongs to the name of one: "100% chi bộ …", "đủ 8 mũi … 95%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.segments import Figure, content, has_content, is_counted
from chitieu.reading.tokens.lexicon import fold_phrase
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.target import Condition
from chitieu.text.spoken import AND, ATTAINS, HAVE, NUMBER_OF, TIMES, pattern, words

_PLURALS, _KINDS = frozenset(words("PLURAL")), frozenset(words("KIND"))
_AT, _WHERE = frozenset(words("AT_PLACES")), frozenset(words("WHERE"))
_HUNDRED = Decimal(100)
#: What is paid at a rate, and so near before the rate it is named.
_FEES, _FEE_NAME = words("FEE"), 4
#: So many, at most, is what all of some must do or have.
_FEW = 5
#: What is a subject of its own.
_SUBJECTS = frozenset(
    {"NOUN", "ACTOR", "EACH", "RATE", "SUM", "GROWTH_NAME", "RISE", "FALL", "PROPERTY", "WHOLE"}
)
#: From so many on a count before a share is one of what is done, not of what it is done with.
_MANY = 20
#: What a field, an area or a level is called by, which so many tokens tell.
_PARTS, _SAID = re.compile(pattern("PART_MEASURED_TOO")), 3
#: How far behind a share may stand what all of a named whole attain.
_REACH = 5


def names_whole(figure: Figure, first: Condition, name: str) -> bool:
    """Whether it is plain what a "trong đó …%" is a share of: it says so, tells a time, or is no less than that."""
    amount, said = figure.phrase.amount, vars(first)
    before = said.get("value", said.get("high"))
    behind = figure.right[0] if figure.right else None
    if figure.left and "RATE" in figure.left[0].marks:
        return True  # "trong đó tỷ lệ hài lòng về đất đai đạt 85%": a rate of its own
    if behind is not None and (behind.key in _PLURALS or "POPULATION" in behind.marks):
        return True
    owned = [
        token
        for token in figure.right[:_REACH]
        if token.marks & {"GRADED", "GRADE", "ATTAIN"} or token.key == ATTAINS
    ]
    again = behind is not None and fold_phrase(name).startswith(behind.key)  # of the same things as before
    if owned and behind is not None and behind.type == "WORD" and behind is not owned[0] and not again:
        return True  # "trong đó ít nhất 40% bản thỏa ước đạt loại B": of the agreements
    if any("DEADLINE" in token.marks or "PERIOD_OF_YEAR" in token.marks for token in figure.left):
        return True
    return amount is not None and amount.unit == "%" and before is not None and amount.value >= before


def is_of_a_part(figure: Figure) -> bool:
    """ "…, trong đó lĩnh vực đất đai đạt 90%", "khu vực nông thôn 60%": it is measured there as well, and no share."""
    if not figure.left or not (figure.phrase.equals or figure.phrase.compared or not figure.right):
        return False
    if "EACH" in figure.left[0].marks:
        return True  # "trong đó từng nội dung không dưới 80%"
    return _PARTS.match(" ".join([token.key for token in figure.left[:_SAID]])) is not None


def may_belong_to_share(figure: Figure, first: Figure | None) -> bool:
    """ "100% chi bộ sinh hoạt định kỳ, sinh hoạt chuyên đề ít nhất 01 lần/quý": what all of them must do, perhaps."""
    amount = figure.phrase.amount
    if figure.phrase.op != ">=" or figure.joined_by not in LISTING:
        return False
    if figure.joined_by == AND and figure.left and not _is_verb(figure):
        return False
    if first is None or first.phrase.amount is None or amount is None:
        return False
    if amount.unit[:1] in ("%", "‰"):  # "… có bác sĩ và thực hiện được ít nhất 80% danh mục dịch vụ"
        each = (
            figure.joined_by == AND
            and bool(figure.left)
            and figure.phrase.compared
            and not figure.phrase.change
        )
        return each and first.phrase.amount.value == _HUNDRED and is_share_first(first)
    if figure.left and "EACH" in figure.left[0].marks:
        return False  # "…, mỗi tôn giáo có ít nhất một mô hình": of its own subject
    return amount.value <= _FEW and first.phrase.amount.value == _HUNDRED and is_share_first(first)


def goes_on_of_all(before: Figure, figure: Figure) -> bool:
    """ "100% người lao động được huấn luyện và khám sức khỏe ít nhất 01 lần/năm": what each of them all does too.

    A subject of its own makes another target: "… và mỗi chi bộ …", "… và tỷ lệ hài lòng …", "… và tổ chức 02 lớp …".
    """
    phrase, amount, whole = figure.phrase, figure.phrase.amount, before.phrase.amount
    if figure.joined_by != AND or phrase.op != ">=" or not phrase.compared or phrase.change or amount is None:
        return False
    if whole is None or whole.value != _HUNDRED or not is_share_first(before) or not _is_verb(figure):
        return False
    return "MAKE" not in figure.said and amount.unit.split("/")[0] == TIMES


def _is_verb(figure: Figure) -> bool:
    """Whether what leads to a figure opens with something done, and not with who does it or what is measured."""
    if not figure.left:
        return figure.island.tokens[0].key == HAVE
    return figure.left[0].type == "WORD" and figure.left[0].marks.isdisjoint(_SUBJECTS)


def is_share_first(figure: Figure) -> bool:
    """Whether a share comes before its name: "100% chi bộ …"."""
    amount = figure.phrase.amount
    share = amount is not None and (
        amount.unit == "%"
        or amount.whole is not None
        or type(amount.value) is Fraction  # faster than isinstance()
    )
    of_those = bool(figure.right) and figure.right[0].key == NUMBER_OF
    return share and (of_those or not has_content(figure.left) or _opens_with_all(figure))


def _opens_with_all(figure: Figure) -> bool:
    """ "Về kinh tế: 100% hộ có …", "Quý I, 100% hộ": all of them, behind a heading or a time."""
    amount, opening = figure.phrase.amount, figure.island.tokens[0]
    if amount is None or amount.unit != "%" or amount.value != _HUNDRED:
        return False
    opens = opening.key == ":" or (opening.type == "NUMBER" and figure.left[-1].type == "SIGN")
    return opens and (not figure.right or "NOUN" in figure.right[0].marks)


def is_had_by_all(figures: list[Figure], position: int) -> bool:
    """ "100% thôn có ít nhất 1 tổ liên gia và 1 điểm chữa cháy": one more of what all of a share have."""
    first, before, figure = figures[0], figures[position - 1], figures[position]
    if position < 2 or figure.joined_by != AND or before.joined_by or has_content(figure.left):
        return False
    had = is_share_first(first) and is_counted(before) and before.phrase.compared
    plain = figure.island.tokens[0].type == "NUMBER" and is_counted(figure)
    return had and plain and not marked(figure.right, "ATTAIN", "GRADE", "MAKE")


def is_said_as_share(figure: Figure, following: Figure) -> bool:
    """ "Tiêm phòng 12.000 con gia súc đạt 85% tổng đàn": a count of what is done, and then its share."""
    amount, share = figure.phrase.amount, following.phrase.amount
    if amount is None or share is None or share.unit != "%" or not following.phrase.equals:
        return False
    plain = not (
        figure.phrase.compared or figure.phrase.closing or figure.phrase.equals or figure.phrase.change
    )
    counted = bool(amount.noun) and amount.noun.split(" ")[0] not in _KINDS and amount.value >= _MANY
    named = has_content(figure.left) and not marked(figure.left, "RATE", "ENOUGH", "ABSENT")
    placed = bool(figure.left) and ("PREPOSITION" in figure.left[-1].marks or figure.left[-1].key in _WHERE)
    if (
        not (plain and counted and named)
        or placed
        or following.phrase.compared
        or marked(following.left, "RATE")
    ):
        return False
    figure.right, following.left = [*figure.right, *following.left], []
    return True


def tells_whole(first: Figure, figure: Figure) -> bool:
    """ "ít nhất 15 tỉnh có 100% số xã đạt chuẩn": what each of the 15 has."""
    amount, counted = figure.phrase.amount, first.phrase.amount
    if figure.island.tokens[0].key != HAVE or amount is None or counted is None:
        return False
    if amount.unit != "%" or amount.value != _HUNDRED or counted.unit[:1] in ("%", "‰"):
        return False
    subject = figure.joined_by == "," and first.phrase.compared and not has_content(first.left)
    return subject or not (figure.joined_by or figure.left)


def names_a_rate(before: Figure, figure: Figure) -> bool:
    """ "thu đủ 100% kinh phí công đoàn 2%", "đóng 100% đoàn phí 1%": the rate of what is paid in full."""
    whole = before.phrase.amount
    if whole is None or whole.unit != "%" or whole.value != _HUNDRED or before.phrase.change:
        return False
    return is_of_a_fee(figure, before.right)


def is_of_a_fee(figure: Figure, named: Sequence[Token] = ()) -> bool:
    """ "kinh phí công đoàn 2%", "đoàn phí 1%", "BHXH 32%": a bare rate, which belongs to the name of what is paid."""
    phrase, words = figure.phrase, figure.left or named
    if phrase.amount is None or phrase.amount.unit != "%" or figure.island.tokens[0].type != "NUMBER":
        return False
    if phrase.closing or phrase.high is not None or not words or "RATE" in figure.said:
        return False
    said = f" {' '.join([token.key for token in words[-_FEE_NAME:]])} "
    return any(f" {fee} " in said for fee in _FEES)


def goes_on_with_nouns(figure: Figure) -> bool:
    """ "100% thôn, tổ dân phố có ít nhất 01 tổ hòa giải": the comma stands inside the subject."""
    named = content(figure.left)
    owns = figure.island.tokens[0].key == HAVE
    return figure.joined_by == "," and owns and bool(named) and all("NOUN" in t.marks for t in named)


def names_a_share(figures: list[Figure], position: int) -> bool:
    """ "Tỷ lệ thôn có dưới 2 vụ bạo lực trong năm: tối thiểu 90%": the 2 belong to the name of the rate."""
    begun = position
    while begun and position - begun < 4 and not figures[begun].joined_by:
        begun -= 1
    amount = figures[position].phrase.amount
    if amount is None or amount.unit[:1] in ("%", "‰") or figures[position].phrase.change is not None:
        return False
    rated = "RATE" in figures[begun].said or any(map(is_enough, figures[begun:position]))
    bound = figures[position].phrase.compared or figures[position].phrase.closing
    following = figures[position + 1] if position + 1 < len(figures) else None
    scoped = (
        following is not None
        and bool(following.left)
        and bool(following.left[0].marks & {"SCOPE", "AMONG_RANKED"})
    )
    if not (rated or bound or scoped or (following is not None and _is_share_of_its_own(following))):
        return False
    if not rated and following is not None and _lies_in_a_share(following):
        return False
    return reaches_share(figures, position)


def _lies_in_a_share(figure: Figure) -> bool:
    """ "Kiểm tra ít nhất 6 đợt/năm tại 30% số phòng, ban": where so much is done, which is wanted as well."""
    phrase = figure.phrase
    placed = len(figure.left) == 1 and figure.left[0].key in _AT
    return placed and not (phrase.equals or phrase.compared or phrase.reaches)


def reaches_share(figures: list[Figure], position: int) -> bool:
    """Whether the clause runs on to a percentage without a parting sign."""
    for following in figures[position + 1 : position + 5]:
        if following.joined_by:
            return False
        if following.phrase.amount is not None and following.phrase.amount.unit == "%":
            return True
    return False


def is_enough(figure: Figure) -> bool:
    """ "khám thai đủ 4 lần trong 3 thai kỳ 90%": so many, of which the share behind is wanted.

    But "nộp đủ 100% kinh phí công đoàn 2%": a share is wanted itself.
    """
    amount = figure.phrase.amount
    shared = amount is not None and amount.unit == "%"
    return bool(figure.left) and "ENOUGH" in figure.left[-1].marks and not shared


def _is_share_of_its_own(figure: Figure) -> bool:
    """ "Tiêm đủ 8 loại vắc xin cho trẻ … đạt 95%": a share that is reached, and not of the plan."""
    phrase = figure.phrase
    plan = phrase.basis == "plan" or marked(figure.right[:2], "PLAN")
    return phrase.equals and not plan and has_content(figure.left)
