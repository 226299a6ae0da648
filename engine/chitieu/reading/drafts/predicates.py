"""What words without a figure say: whether they keep a title, meet a plan, finish the rest, stand alone."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.statements.parting import begins_with, denies, fares_well, forbids, is_criterion, puts
from chitieu.reading.statements.statement import Statement
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.told.shares import is_share_first
from chitieu.text.spoken import A_YEAR, ATTAINS, GET, HAVE, LEVEL_SIGN, NUMBER_OF, REMAINING, words

_AND_OVER = frozenset(words("AND_OVER"))
_SAME, _SAME_WAY, _IN_YEAR = frozenset(words("SAME_AS")), words("SAME_AS")[0], f"{A_YEAR} "
_JUST, _ISSUING, _INTENDED = frozenset(words("JUST")), frozenset(words("ISSUING")), words("INTENDED")
#: So many words open a sentence: who gave something out.
_OPENING = 8
#: What the list of things that a place has does not hold.
_ENDING = frozenset({"ATTAIN", "GRADE", "HOLD", "KEEP", "ABSENT", "RATE", "RISE", "FALL", "MAKE"})
_AWARDING, _AWARD = frozenset(words("AWARDING")), 3
#: A comparison of two words, "bằng năm trước", has a name before it.
_COMPARED = 2
#: A grade with the words around it is no longer.
_NEAR = 5
#: What is kept, where it holds, what may stand before it; and a verb that goes on with something else.
_HELD, _PLACED = frozenset({"HOLD", "KEEP"}), frozenset({"SCOPE", "PLACE"})
_UNSAID = frozenset({"TIME", "STRIVE"})
_ANEW = ("BRING", "TASK", "STRIVE", "HOLD", "KEEP", "EQUALS", "RISE", "FALL", "NO_CHANGE")
_HUNDRED = Decimal(100)
_LEVELS, _LEVELLED = words("LEVEL_OF_STANDARD"), frozenset(words("STANDARD_WITH_LEVELS"))


def is_striven_title(part: list[Token], following: Token | None) -> bool:
    """ "…, phấn đấu đến cuối năm 2023 đạt xã nông thôn mới nâng cao, mỗi năm …": behind the time, "đạt" and a title."""
    if following is None or not following.marks & {"MAKE", "TIME", "EACH"} or not part:
        return False
    return part[0].key == ATTAINS and len(part) > 1


def keeps_title(part: list[Token]) -> bool:
    """ "xã giữ danh hiệu xã văn hóa", "duy trì kết quả phổ cập": a title that is kept is one that holds."""
    return any("KEEP" in first.marks and "TITLE" in second.marks for first, second in pairwise(part))


def ends_in_grade(words: list[Token]) -> bool:
    """Whether words end in a grade that is given: "đạt trên 85 điểm, xếp loại Tốt và …"."""
    words = [word for word in words[-_NEAR:] if word.key != '"']
    if len(words) < 2:
        return False
    if "OR_MORE" in words[-1].marks and "GRADE" in words[-2].marks:
        return True  # "Đảng bộ hoàn thành tốt nhiệm vụ trở lên và …"
    return "GRADE" in words[-1].marks and bool(words[-2].marks & {"GRADED", "EQUALS"})


def without_time(words: list[Token]) -> list[Token]:
    """The words behind the time and the fillers that a statement opens with."""
    start = 0
    while start < len(words) and (
        words[start].marks & {"TIME", "STRIVE"} or words[start].type in {"SIGN", "YEAR", "DASH"}
    ):
        start += 1
    return words[start:]


def meets_plan(part: list[Token]) -> bool:
    """ "thu ngân sách đạt và vượt chỉ tiêu giao, phấn đấu tăng 8%": the plan is met, and then a figure."""
    return any(first.key in _AND_OVER and "PLAN" in second.marks for first, second in pairwise(part))


def tells_what_was_issued(words: list[Token]) -> bool:
    """ "Huyện ủy đã ban hành đề án …": what was given out, whose name says what it is for."""
    for at, (first, second) in enumerate(pairwise(words[:_OPENING])):
        if first.key in _JUST and second.key in _ISSUING:
            return begins_with(words[at + 2 :], _INTENDED)
    return False


def tells_of_honors(words: list[Token]) -> Literal["told", "may", ""]:
    """ "được Bộ Công Thương tặng Bằng khen năm 2022": an honor of a year, and who gave it, which may be told.

    Surely, where it goes on for years: "Hai năm liền Công ty … được Bộ tặng Bằng khen năm 2022".
    """
    if words[-1].account != "year" or marked(words, "STRIVE"):
        return ""
    given = next((at for at, word in enumerate(words) if word.key in _AWARDING), 0)
    if (
        not given
        or not keyed(words[:given], GET)
        or not marked(words[given + 1 : given + 1 + _AWARD], "HONOR")
    ):
        return ""
    return "told" if marked(words[:_COMPARED], "RUNNING") else "may"


def stays_as_it_was(words: list[Token]) -> bool:
    """ "Số vụ tai nạn bằng năm trước", "tỷ lệ tốt nghiệp duy trì mức như năm 2024": as much as there was is wanted."""
    end = len(words)
    while end and (words[end - 1].type == "SIGN" or "OR_MORE" in words[end - 1].marks):
        end -= 1
    if end <= _COMPARED or not ("PREVIOUS" in words[end - 1].marks or words[end - 1].key[:-4] == _IN_YEAR):
        return False
    same, before = words[end - 2].key, words[: end - 2]
    if same not in _SAME or marked(before, "WAS", "PAST"):
        return False
    if same == _SAME_WAY:  # but not "tổ chức lễ hội như năm trước"
        measured = marked(before, "RATE", "YIELD", "GROWTH_NAME") or keyed(before, LEVEL_SIGN)
        return measured and marked(before, "KEEP", "HOLD")
    return has_content(before)


def finishes_the_rest(words: list[Token]) -> bool:
    """ "Các huyện còn lại phấn đấu … sẽ hoàn thành": as those did that were spoken of."""
    if not keyed(words[1:_NEAR], REMAINING) or not marked(words, "STRIVE"):
        return False
    at = next((at for at, token in enumerate(words) if "FINISH" in token.marks), 0)
    return at > 0 and not has_content(without_time(words[at + 1 :]))


def with_its_list(words: list[Token], part: list[Token]) -> list[Token]:
    """ "Thôn có nhà văn hóa, khu thể thao, tỷ lệ hộ …": what a place has may be several things."""
    named = all(token.marks.isdisjoint(_ENDING) for token in words)
    return words if named and not is_criterion(part) and is_criterion(words) else part


def stands_alone(statement: Statement, following: Token | None) -> bool:
    """Whether a statement in front of a figure is one of its own, not a part of the figure's name.

    ``following`` is what stands behind it: "Hoàn thành mục tiêu 95-95-95, tỷ lệ lây truyền dưới 2%".
    """
    if statement.kind == "finished" and marked(statement.words[1:2], "GOAL"):
        return following is not None and ("RATE" in following.marks or following.key == NUMBER_OF)
    return statement.kind in ("enough", "held", "absent", "plan_met") or (
        statement.kind == "graded"
        and (
            statement.op != "="
            or marked(statement.words, "GRADED", "HOLD")
            or any(map(puts, statement.words))
        )
    )


def goes_on_at_level(words: list[Token], last: Draft) -> bool:
    """ "Giữ vững phổ cập giáo dục mầm non; phổ cập giáo dục THCS mức độ 3": one more that is held, with its level."""
    held = last.figure is None and last.condition.kind == "status" and not last.doubts and not last.head
    return held and len(words) > 1 and words[-1].account == "grade" and words[-1].key.startswith(_LEVELS)


def names_title_at_level(words: list[Token]) -> bool:
    """ "Phổ cập giáo dục THCS mức độ 3", "xóa mù chữ mức độ 2": a title that is told with nothing but its level."""
    words = without_time(words)
    last = words[-1] if len(words) > 1 else None
    levelled = last is not None and last.account == "grade" and last.key.startswith(_LEVELS)
    titled = levelled and ("TITLE" in words[0].marks or words[0].key in _LEVELLED)
    return titled and all(token.type == "WORD" and "RATE" not in token.marks for token in words)


def goes_on_denying(share: Figure, part: list[Token], predicate: list[Token] | None = None) -> bool:
    """Whether what must not be there belongs to the share before it, which says of its own what all of them lack.

    "100% thôn không còn hủ tục, không có tảo hôn", "100% hộ ký cam kết, không bán hàng giả"; but not "100% chi bộ
    sinh hoạt đúng định kỳ, không có đảng viên bị kỷ luật". ``predicate``: its words, where they are told apart; those
    that are counted may do well besides: "12 doanh nghiệp có lãi, bảo toàn vốn".
    """
    if predicate is not None and marked(predicate, "SOUND") and fares_well(part):
        return True
    amount = share.phrase.amount
    if amount is None or amount.unit != "%" or has_content(share.left) or not denies(part):
        return False
    if share.phrase.change is not None:
        return False  # "Giảm 10% lượng điện tiêu thụ, không sử dụng sản phẩm nhựa": nobody who lacks it
    predicate = share.right if predicate is None else predicate
    return marked(predicate, "ABSENT") or (forbids(part, 0) and has_content(predicate))


def holds_in_all(figure: Figure) -> bool:
    """ "Giữ vững phổ cập tiểu học mức độ 3, xóa mù chữ mức độ 2 tại 12/12 xã": what is held, all of it in all of them.

    But "giữ vững phổ cập mức độ 3, lắp camera tại 100% thôn": a deed of its own is done in all of them.
    """
    amount, words = figure.phrase.amount, figure.left
    if amount is None or not words or words[-1].marks.isdisjoint(_PLACED):
        return False
    opening = next((token for token in words if token.marks.isdisjoint(_UNSAID)), words[-1])
    whole = amount.value == (_HUNDRED if amount.unit == "%" else amount.whole)
    commas = [at for at, token in enumerate(words) if token.key == ","]
    if not whole or not commas or opening.marks.isdisjoint(_HELD):
        return False
    last = words[commas[-1] + 1 : -1]
    return not last or (marked(last[-2:], "GRADE") and not marked(last[:1], *_ANEW))


def names_its_own(figure: Figure) -> bool:
    """ "…, có từ 35% số xã đạt chuẩn", "…, đứng trong tốp 5": a share of what is told, a place; no name is needed."""
    amount, phrase = figure.phrase.amount, figure.phrase
    share = amount is not None and amount.unit == "%" and phrase.basis is None and phrase.change is None
    opening = figure.island.tokens[0]
    share = share and has_content(figure.right) and (opening.type != "EQUALS" or opening.key == HAVE)
    return share or phrase.rank


def is_reached(figure: Figure) -> bool:
    """ "đạt 17/19 tiêu chí": whoever reaches it is spoken of, not what the figure is a share of."""
    return not is_share_first(figure) or keyed(figure.island.tokens, ATTAINS)


def states_its_own(figure: Figure) -> bool:
    """ "không để xảy ra điểm nóng và thu ngân sách đạt 12 tỷ đồng": what is reached is not what must not be there."""
    phrase = figure.phrase
    reached = keyed(figure.island.tokens, ATTAINS)
    return reached or phrase.rank or phrase.change is not None or phrase.amount is None


def needs_no_name(figure: Figure) -> bool:
    """ "… và giảm 5% số vụ", "… và có 2 sáng kiến", "… và xếp thứ 3 toàn huyện": what begins with its figure."""
    if figure.phrase.change is not None or names_its_own(figure):
        return True
    return figure.island.tokens[0].key == HAVE and figure.phrase.amount is not None
