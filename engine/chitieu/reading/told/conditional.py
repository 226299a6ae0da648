"""Bounds that only say when, for whom or at what something may or must be done."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told.cases import name_cases
from chitieu.text.spoken import (
    CASE,
    HAVE,
    NUMBER_OF,
    WHEN,
    WITH,
    WITHIN,
    words,
)

_FEW = 2
#: What says what has to be where a figure is gone beyond, and so near behind it.
_MUST, _MOST_WORDS = frozenset(words("MUST_BE")), 5
#: What is measured of those that are spoken of: "tỷ lệ hài lòng đối với các dịch vụ".
_MEASURED = frozenset({"RATE", "AVERAGE", "RISE", "FALL", "SUM", "GROWTH_NAME", "STRIVE", "BRING"})
_SEVERAL = frozenset(words("SEVERAL"))
_MONEY = words("MONEY_UNIT")
#: What with "các", "những" behind it tells for whom or of which something is wanted.
_SCOPES = frozenset((*words("AT_PLACES"), WITHIN, WITH))
_COUNTED = frozenset({"NOUN", "ACTOR", "POPULATION"})
#: What begins the name of what is wanted of those who are spoken of.
_NAMING = frozenset({"RATE", "SUM", "PROPERTY", "AVERAGE", "GROWTH_NAME"})
_DOING = frozenset({"MAKE"})


def is_conditional(figure: Figure, said: frozenset[str], behind: frozenset[str]) -> bool:
    """ "Nếu thu vượt 10% thì …", "Trường hợp thu vượt …"; but not "không có trường hợp sinh con thứ 3".

    ``said`` holds the marks of all words to the left, ``behind`` of those to the right.
    """
    if figure.left and figure.left[0].key == WHEN:
        return True  # "Khi mực nước đạt 5,2 m, …"
    if figure.phrase.op == ">" and any(token.key in _MUST for token in figure.right[:_MOST_WORDS]):
        return True  # "mọi điều chỉnh quá 5% phải được chấp thuận"
    if figure.phrase.op in {"<", ">"} and (
        ("MAY_DO" in behind and marked(figure.right[:_FEW], "MAY_DO"))
        or ("CONCERNING" in said and _says_for_whom(figure, said))
    ):
        return True
    if figure.phrase.closing and "MAKE" in said and _says_in_which(figure):
        return True
    if "IF" not in said and "IF" not in behind:
        return False
    words = [*figure.left[2:], *figure.right]
    if [token.key for token in figure.left[:2]] == [NUMBER_OF, CASE]:
        return any("IF" in token.marks and token.key != CASE for token in words)  # "Số trường hợp vi phạm"
    return marked(figure.left[:2], "IF") or any("IF" in token.marks and token.key != CASE for token in words)


def _says_in_which(figure: Figure) -> bool:
    """ "Phát triển đảng viên trong doanh nghiệp có từ 50 lao động trở lên": where it is done, and no more of them."""
    left = figure.left
    if figure.island.tokens[0].key != HAVE or figure.phrase.change:
        return False
    at = max((at for at, token in enumerate(left) if token.key in _SCOPES), default=0)
    where = left[at + 1 :]
    placed = at > 0 and marked(where[:1], "ACTOR", "NOUN") and all(token.key != "," for token in where)
    return placed and marked(left[:at], "MAKE") and figure.said.isdisjoint(_MEASURED)


def _says_for_whom(figure: Figure, said: frozenset[str]) -> bool:
    """ "Kiểm điểm trách nhiệm đối với các đơn vị giải ngân dưới 60%": those for whom something is done."""
    if not said.isdisjoint(_MEASURED):
        return False
    at = max(at for at, token in enumerate(figure.left) if "CONCERNING" in token.marks)
    whom = figure.left[at + 1 :]
    told = bool(whom) and (whom[0].key in _SEVERAL or "ACTOR" in whom[0].marks)
    return told and at > 0 and all(token.key != "," for token in whom) and has_content(figure.left[:at])


def tells_whose(figure: Figure, following: list[Figure], text: str) -> bool:
    """ "Đối với đơn vị có trên 100 lao động, tỷ lệ …", "Các xã đạt dưới 15 tiêu chí: …": for whom a target is.

    ``following`` holds the next figure of its segment, ``text`` is that of the clause.
    """
    phrase = figure.phrase
    if (
        phrase.amount is None
        or phrase.change
        or not (phrase.closing or (phrase.compared and phrase.op in "<>"))
    ):
        return False
    headed = text.startswith((":", " :"), figure.end) and any(map(str.isdigit, text[figure.end :]))
    if not headed and not (following and following[0].joined_by == "," and has_content(following[0].left)):
        return False
    if name_cases(figure.left) and headed and not marked(figure.left, *_MEASURED):
        return not phrase.equals and phrase.amount.noun not in [token.key for token in figure.left]
    whom = _whom(figure.left, headed=headed)
    if not whom:
        return False
    had = phrase.equals and figure.island.tokens[0].key == HAVE
    at = next((at for at, token in enumerate(whom) if token.key == HAVE), len(whom))
    if marked(whom[:at], *_MEASURED) or marked(whom[at + 1 :], "STRIVE"):
        return False
    if had or at < len(whom):
        return True
    if whom[0].marks.isdisjoint(_COUNTED) or whom[0].key.endswith(phrase.amount.noun or ":"):
        return False  # "đối với hồ sơ trễ hạn dưới 20 hồ sơ, …": how many there are to be
    first = whom[0] if headed else content(following[0].left)[0]
    named = headed or not first.marks.isdisjoint(_NAMING) or first.key == NUMBER_OF
    return named and bool(phrase.amount.noun or phrase.amount.unit.endswith(_MONEY))


def may_tell_whose(figure: Figure, following: list[Figure]) -> bool:
    """ "Các xã có từ 70% dân số là DTTS trở lên, tỷ lệ hộ nghèo giảm 3%": for whom the next is, or wanted of them.

    So with "Ở những nơi có từ 1.000 đoàn viên trở lên, phấn đấu 90% …" and one that has two things: "Chi bộ có từ 30
    đảng viên trở lên, kết nạp ít nhất 2 đảng viên". ``following`` holds the next figure of its segment.
    """
    phrase, left = figure.phrase, figure.left
    if not (following and left) or phrase.change:
        return False
    ranged = phrase.op == ">=" and any(token.type == "FROM" for token in figure.island.tokens)
    if not (ranged or phrase.closing or (phrase.compared and phrase.op in "<>")):
        return False  # "Các xã có ít nhất 1 mô hình, …": of each of them
    had, after = figure.island.tokens[0].key == HAVE, following[0]
    placed = left[0].key in _SCOPES or "CONCERNING" in left[0].marks
    several = placed or left[0].key in _SEVERAL
    if not (had or (several and any(token.key == HAVE for token in left))):
        return False
    if not (several or marked(left[:1], *_COUNTED)):
        return False
    if not after.joined_by:
        return had and not after.left and after.island.tokens[0].key == HAVE
    named = content(after.left)
    new = placed or (bool(named) and not named[0].marks.isdisjoint(_NAMING if several else _DOING))
    return after.joined_by == "," and new


def _whom(words: list[Token], *, headed: bool) -> list[Token]:
    """The words for those whom a scope names; none where words open none."""
    begun = next((index + 1 for index in range(len(words) - 1, -1, -1) if words[index].key == ","), 0)
    words = words[begun:]
    if not words:
        return []
    several = len(words) > 1 and words[1].key.split(" ", 1)[0] in _SEVERAL
    if "CONCERNING" in words[0].marks or (words[0].key in _SCOPES and several):
        return words[1 + (several and words[1].key in _SEVERAL) :]
    if words[0].key == WITH and marked(words[1:2], *_COUNTED):
        return words[1:]  # "với xã có tỷ lệ hộ nghèo trên 10%, …"
    return words[1:] if headed and words[0].key in _SEVERAL else []
