"""Commas and "và" that part two statements as ";" does: where one has its own subject and predicate.

"Đảng bộ xã hoàn thành tốt nhiệm vụ, chính quyền xã đạt hoàn thành xuất sắc nhiệm vụ và thu nhập đạt 68 triệu đồng".
"""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.segments import Element, Figure, has_content, is_counted
from chitieu.reading.statements.parting import (
    REACHING,
    has_verb,
    keeps_titled,
    names_itself,
    puts,
    reaches_title,
)
from chitieu.reading.statements.statement import tells_time
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.text.spoken import AND, GET, HAVE, NUMBER_OF, TOO_MANY, words

#: The marks without which nothing is stated beside a figure: of what is stated, and of how a body stands.
_STATING, _STANDING = frozenset({"ABSENT", "HOLD", "KEEP", "FINISH"}), frozenset({"GRADE", "ATTAIN"})
#: Without one of which nothing is parted.
_PARTING = LISTING | {";"}
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "[", "]", "|", AND})
_SIGNS = _ENDS | {'"'}
_OPENED, _CLOSED = frozenset({"(", "["}), frozenset({")", "]"})
_TITLE_BEGINS = words("TITLE_BEGINS")
_PLURALS, _ONE_BODY = frozenset(words("SEVERAL")), frozenset(words("ONE_BODY"))
_PLACES = frozenset(words("PLACE_COUNTED"))
_NO_MARKS: frozenset[str] = frozenset()
_KEPT = frozenset({"HOLD", "KEEP"})
_MEASURED = frozenset({"RATE", "SUM", "GROWTH_NAME", "PROPERTY", "YIELD"})
_DEEDS = frozenset({"MAKE", "RISE", "FALL", "BRING", "SURELY", "KEEP"})
_NO_NAME = frozenset({"EQUALS", "POPULATION", "AGAINST", "PLAN", "OR_MORE", "AND", "TIME"})
_LED = frozenset({"GRADED", "EQUALS", "ATTAIN"})
_THINGS = frozenset({"NOUN", "ACTOR", "PLACE", "AND"})
#: The longest name of a body with what leads to its grade, and the longest statement that is looked at.
_SUBJECT, _LONGEST = 24, 80
#: The number and the time that a statement opens with are no longer.
_OPENING = 16
#: So near behind a verb stands the rate that it is done to.
_NEAR = 3
#: What a statement may open with, beside its number and its time.
_BEFORE = frozenset({"STRIVE", "YEAR_WORD", "PERIOD", "AND", "AVERAGE"})


def may_part(marks: frozenset[str], keys: set[str]) -> bool:
    """Whether a clause of these marks and keys may hold two statements with a joint between them."""
    if keys.isdisjoint(_PARTING):
        return False
    return not marks.isdisjoint(_STATING) or ("ACTOR" in marks and not marks.isdisjoint(_STANDING))


def part_statements(elements: list[Element]) -> list[Element]:
    """The clause with a ";" for every joint between two statements of their own.

    A colon that only announces the grade behind it goes: "Xếp loại Đảng bộ xã: Hoàn thành tốt nhiệm vụ, …".
    """
    out = list(elements)
    dropped: set[int] = set()
    begun = depth = announced = 0
    quoted = False
    for at, element in enumerate(elements):
        key = element.key
        if key not in _SIGNS or isinstance(element, Figure):
            continue
        if key == '"':
            quoted = not quoted
        elif key in _OPENED:
            depth += 1
        elif key in _CLOSED:
            depth -= 1
        elif depth or quoted:
            continue
        elif key == ":" and _grade_follows(elements, at):
            announced = at
        elif key not in LISTING:
            if key == ";" and begun < announced and _states_of_body(elements, begun):
                dropped.add(announced)
            begun = at + 1
        elif begun < at < len(elements) - 1 and _parts(
            elements[max(begun, at - _LONGEST) : at], elements, at + 1
        ):
            out[at] = new_token("SIGN", ";", element.text, element.start, element.end)
            if begun < announced:
                dropped.add(announced)
            begun = at + 1
    return [element for at, element in enumerate(out) if at not in dropped] if dropped else out


def _parts(before: list[Element], elements: list[Element], at: int) -> bool:
    """Whether what stands before a joint is a statement, and another one begins behind it, at ``at``."""
    if body := _states_of_body(elements, at):
        return _is_whole(before, elements[at : body + 1])
    if _denies(elements, at):
        return _is_whole(before, ())
    return _states(before) and _begins_measure(elements, at, graded=_ends_in_grade(before))


def _without_opening(elements: Sequence[Element], at: int) -> int:
    """Where a statement begins behind its number, its time and "phấn đấu"."""
    end = min(at + _OPENING, len(elements))
    while at < end and isinstance(token := elements[at], Token):
        timed = tells_time(token) and token.key != '"'
        if not (timed or not token.marks.isdisjoint(_BEFORE) or token.account == "label"):
            break
        at += 1
    return at


def _states_of_body(elements: Sequence[Element], at: int) -> int:
    """Where the predicate of a body stands, "HĐND, UBND xã được xếp loại hoàn thành tốt nhiệm vụ"; 0 without."""
    begun = _without_opening(elements, at)
    first = elements[begun] if begun < len(elements) else None
    opening = first.marks if isinstance(first, Token) else _NO_MARKS
    kept = not opening.isdisjoint(_KEPT)  # "duy trì xã đạt Bộ tiêu chí quốc gia về y tế"
    if kept or "GRADED" in opening:  # "xếp loại Chi bộ: Hoàn thành tốt nhiệm vụ"
        begun += 1
    if not _is_body(elements, begun):
        return 0
    linked = False
    for index in range(begun + 1, min(begun + _SUBJECT, len(elements))):
        token = elements[index]
        if isinstance(token, Figure):
            return 0
        if reaches_title(token) or (kept and token.key in REACHING):
            if not _grade_follows(elements, index):
                return index if _is_closed(elements, index + 1) else 0
        elif "GRADE" in token.marks and (
            names_itself(token) or puts(token) or (linked and _is_led(elements, index))
        ):
            return index if _ends(elements, index + 1) else 0
        elif token.key in LISTING:
            if linked or not _is_body(elements, index + 1):
                return 0
        elif token.key in _ENDS and token.key != ":":
            return 0
        linked = linked or not token.marks.isdisjoint(_LED)
    return 0


def _is_body(elements: Sequence[Element], at: int) -> bool:
    """Whether the name of a body begins: "các đoàn thể", "UBND xã", "MTTQ"."""
    several = at < len(elements) and elements[at].key in _PLURALS
    token = elements[at + several] if at + several < len(elements) else None
    return isinstance(token, Token) and "ACTOR" in token.marks


def _is_led(elements: Sequence[Element], at: int) -> bool:
    """Whether a grade that is no sentence by itself stands behind its verb: "xếp loại Tốt", "đạt loại “Khá”"."""
    before = elements[at - 2] if elements[at - 1].key == '"' else elements[at - 1]
    return isinstance(before, Token) and ("GRADED" in before.marks or before.key in REACHING)


def _grade_follows(elements: Sequence[Element], at: int) -> bool:
    """ "được công nhận hoàn thành tốt nhiệm vụ": behind the verb a grade, and no title."""
    following = elements[at + 1] if at + 1 < len(elements) else None
    return isinstance(following, Token) and "GRADE" in following.marks and names_itself(following)


def _ends(elements: Sequence[Element], at: int) -> bool:
    """Whether a grade ends what is said: behind it stands nothing but "trở lên", a time and a sign."""
    while at < len(elements):
        token = elements[at]
        if isinstance(token, Figure):
            return False
        if token.key in _ENDS:
            return True
        if not (token.key == '"' or tells_time(token) or token.marks & {"OR_MORE", "YEAR_WORD", "TIME"}):
            return False
        at += 1
    return True


def _is_closed(elements: Sequence[Element], at: int) -> bool:
    """Whether a title goes on to the next sign without a figure."""
    while at < len(elements) and elements[at].key not in _ENDS:
        if isinstance(elements[at], Figure):
            return False
        at += 1
    return True


def _tokens(elements: Sequence[Element]) -> list[Token]:
    return [element for element in elements if isinstance(element, Token)]


def _ends_in_grade(before: Sequence[Element]) -> bool:
    return any(
        "GRADE" in token.marks
        and names_itself(token)
        and not (reaches_title(token) or token.key.startswith(_TITLE_BEGINS))
        for token in _tokens(before)[-_NEAR:]
    )


def _states(before: Sequence[Element]) -> bool:
    """Whether words without a figure state something from end to end."""
    said = _tokens(before)
    if len(said) != len(before):
        return False
    at = _without_opening(said, 0)
    if at + 1 >= len(said):
        return False
    first, rest = said[at], said[at + 1 :]
    if "ABSENT" in first.marks:
        return True
    if _keeps(first):
        held = "HOLD" in first.marks or keeps_titled(said[at:]) or marked(rest, "TITLE")
        held = held or _states_of_body(said, at) > 0
        return held and not marked(rest, *_MEASURED)
    if "FINISH" in first.marks:
        return marked(rest[:3], "PLAN")
    return _states_of_body(said, at) > 0


def _keeps(element: Element) -> bool:
    return isinstance(element, Token) and not element.marks.isdisjoint(_KEPT)


def _denies(elements: Sequence[Element], at: int) -> bool:
    """Whether a statement begins of what must not be there, of which no figure tells how many: "không có tội phạm"."""
    at = _without_opening(elements, at)
    if at < len(elements) and isinstance(among := elements[at], Token) and "AMONG" in among.marks:
        at += 1  # "tối đa 03 điểm, trong đó không có điểm nặng"
    if at >= len(elements) or not isinstance(token := elements[at], Token) or "ABSENT" not in token.marks:
        return False
    end = next((n for n in range(at, len(elements)) if elements[n].key in _ENDS), len(elements))
    return end > at + 1 and not any(isinstance(element, Figure) for element in elements[at:end])


def _is_whole(before: Sequence[Element], subject: Sequence[Element]) -> bool:
    """Whether what stands before another ``subject`` needs nothing more: a figure with all that is said of it.

    Without a subject what follows is a denial, which what has one of its own may go on with.
    """
    figure, at = _last_figure(before)
    if figure is None:
        return _states(before) and not (_lists_lacking(before) or _goes_on_keeping(before, subject))
    said = _tokens(before[at + 1 :])
    verb = not said or has_verb(said) or marked(said, "ATTAIN", "EQUALS", "GRADE")
    if not subject:
        return verb and not marked(said, "ABSENT")
    if marked(said[-1:], "GRADED"):
        return False  # "được đánh giá, xếp loại …"
    named = _names_one(subject)
    if _comes_first(before, at, figure):
        named_by = said[1:] if said and said[0].key == NUMBER_OF else said
        return named and not all(token.key == "," or token.marks & _THINGS for token in named_by)
    counts = is_counted(figure) and not figure.phrase.rank and not said
    return (named or verb) and not (counts and _goes_on_counting(figure, subject[0]))


def _last_figure(before: Sequence[Element]) -> tuple[Figure | None, int]:
    for at in range(len(before) - 1, -1, -1):
        if isinstance(element := before[at], Figure):
            return element, at
    return None, -1


def _goes_on_keeping(before: Sequence[Element], subject: Sequence[Element]) -> bool:
    """ "giữ vững trường đạt chuẩn quốc gia, trạm y tế đạt chuẩn": whether what is kept goes on with another title."""
    held = next((token for token in _tokens(before) if _keeps(token)), None)
    if held is None or any(_keeps(token) for token in subject):
        return False
    title = _tokens(subject)[-1:]  # who is recognised anew is not what is kept
    return any(reaches_title(token) and not token.key.startswith(f"{GET} ") for token in title)


def _lists_lacking(before: Sequence[Element]) -> bool:
    """ "không có Chi bộ, Đảng bộ bộ phận “Không hoàn thành nhiệm vụ”": of what there must be none may be a list."""
    said = _tokens(before)
    at = next((at for at, token in enumerate(said) if "ABSENT" in token.marks), len(said))
    return at < len(said) and all(token.key == "," or token.marks & _THINGS for token in said[at + 1 :])


def _comes_first(before: Sequence[Element], at: int, figure: Figure) -> bool:
    """Whether what a figure is of stands behind it: "95% hộ nghèo được vay vốn", "05 sản phẩm OCOP"."""
    begun = next((n + 1 for n in range(at - 1, -1, -1) if before[n].key in LISTING), 0)
    if any(isinstance(element, Figure) for element in before[begun:at]):
        return False  # "tăng từ 10 bác sĩ/vạn dân lên 15 bác sĩ/vạn dân"
    if begun and figure.phrase.equals and figure.island.tokens[0].key != HAVE:
        return False  # "mức độ hài lòng của người dân, tổ chức đạt 95%"
    return not has_content(_tokens(before[begun:at]))


def _goes_on_counting(figure: Figure, body: Element) -> bool:
    """ "xây dựng 02 xã, phường đạt chuẩn văn minh": whether a body may be one more of those that are counted."""
    last = figure.island.tokens[-1]
    if not isinstance(body, Token) or "ACTOR" not in body.marks or body.text[:1].isupper():
        return False
    return last.key in _PLACES or ("ACTOR" in last.marks and body.key not in _PLACES)


def _names_one(subject: Sequence[Element]) -> bool:
    """Whether a subject names one body rather than a kind: "Công an xã", "chính quyền xã", "MTTQ"."""
    return any(token.key in _ONE_BODY or token.text[:1].isupper() for token in _tokens(subject))


def _begins_measure(elements: Sequence[Element], at: int, *, graded: bool) -> bool:
    """Whether the name of what is measured begins behind a statement, or what is done, or a share with what it is of.

    ``graded``: a statement that ends in a grade, and no title whose words might go on.
    """
    begun = _without_opening(elements, at)
    if begun >= len(elements):
        return False
    first = elements[begun]
    if isinstance(first, Figure):
        return _tells_of_itself(first, elements[begun + 1 : begun + 2])
    if not _has_figure(elements, begun):
        return False
    second = elements[begun + 1]
    if not first.marks.isdisjoint(_DEEDS):
        if isinstance(second, Figure):
            return second.phrase.comparator != TOO_MANY  # "kết nạp 5 đảng viên"
        first, second = second, elements[begun + 2]  # "giảm tỷ lệ hộ nghèo"
    if isinstance(first, Figure):
        return False
    if isinstance(second, Figure):  # "… hoàn thành tốt nhiệm vụ và lúa đạt 60 tạ/ha"
        reached = second.phrase.equals or second.phrase.reaches
        return graded and bool(reached) and first.type == "WORD" and "GRADE" not in first.marks
    if first.key == NUMBER_OF or not first.marks.isdisjoint(_MEASURED):
        return "EQUALS" not in second.marks
    if "AVERAGE" in second.marks or marked(_tokens(elements[begun + 1 : begun + _NEAR]), "RATE"):
        return True  # "GRDP bình quân đầu người", "khống chế tỷ suất tử vong"
    timed = any("TIME" in token.marks or token.account == "year" for token in _tokens(elements[at:begun]))
    return (graded or timed) and first.type == "WORD" and "GRADE" not in first.marks


def _tells_of_itself(figure: Figure, behind: Sequence[Element]) -> bool:
    """ "100% thôn đạt chuẩn văn hóa", "5 thôn đạt chuẩn", "có thêm 3 sản phẩm", "đưa 40 lao động đi làm việc"."""
    phrase, amount, opening = figure.phrase, figure.phrase.amount, figure.island.tokens[0]
    if amount is None or phrase.basis is not None:
        return False
    if amount.unit == "%" or amount.whole is not None:
        return any(token.type == "WORD" and token.marks.isdisjoint(_NO_NAME) for token in _tokens(behind))
    deed = opening.key.split(" ", 1)[0] == HAVE or not opening.marks.isdisjoint(_DEEDS)
    return bool(amount.noun) and (deed or any(map(reaches_title, _tokens(behind))))


def _has_figure(elements: Sequence[Element], at: int) -> bool:
    """Whether a figure stands before the next sign."""
    for element in elements[at : at + _LONGEST]:
        if isinstance(element, Figure):
            return True
        if element.key == ";":
            return False
    return False
