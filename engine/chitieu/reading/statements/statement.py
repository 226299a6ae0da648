"""Statements without a figure, prepared for the grammar: titles held, things that must not occur, grades, plans."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.references import AS_MUCH_AS, compares
from chitieu.reading.phrases.meaning import Said
from chitieu.reading.phrases.parser import Grammar
from chitieu.reading.statements.graded_tasks import as_names
from chitieu.reading.statements.parting import (
    KEPT,
    NEAR,
    NOT_OWNED,
    REACHING,
    RECOGNISED,
    TASKS,
    begins_with,
    denies_any,
    forbids,
    is_criterion,
    names_itself,
    puts,
    reaches_title,
    stands,
)
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import REACH
from chitieu.target import Condition, GradeCondition
from chitieu.text.spoken import (
    ATTAINS,
    BE,
    EXCEED,
    GET,
    GO_ON,
    HAVE,
    IN_THE_PLACE,
    NOT,
    RESULT,
    SINCE,
    STAR,
    words,
)

_BEFORE_GRADES = frozenset(words("GRADE_FOLLOWS"))

#: What a run of words may begin with before its statement.
_OPENING = frozenset({"STRIVE", "AND"})
#: The marks that steer a statement, the stronger first, and the terminal that each becomes.
_STEERING = {
    "ABSENT": "ABSENT", "HOLD": "HOLD", "KEEP": "KEEP", "ATTAIN": "REACH", "GRADED": "GRADED", "FINISH": "FINISH",
    "PLAN": "PLAN", "ENOUGH": "ENOUGH", "OCCUR": "OCCUR", "COMMON": "COMMON",
}  # fmt: skip
_STEERED = frozenset(_STEERING)
#: Words that steer a statement without a mark.
_STEERING_KEYS = REACHING | {NOT, EXCEED, BE, HAVE, GET}
#: Of these what says that a place has a thing, or how a thing of it is kept.
_OF_A_CRITERION = frozenset({HAVE, GET, NOT})
#: The marks that bear on what a word is in a statement.
_BEARING = _STEERED | TASKS | {
    "TITLE", "GRADE", "HONOR", "STANDING", "REMOVE", "NEVER", "ACTS_ON", "AT_LEAST", "AT_MOST", "MORE", "LESS",
    "OR_MORE", "OR_LESS",
}  # fmt: skip
_TITLES, _TITLE_BEGINS = frozenset(words("TITLE")), words("TITLE_BEGINS")
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v"})
_MEANS = frozenset({"COMMON", "AVERAGE"})
_BEFORE_MEANS = frozenset({"AGAINST", "PROPERTY"})
#: What a level is compared with that no figure tells, by how it is compared.
_YARDSTICKS = frozenset({"YARDSTICK", "GROWTH_NAME", "RATE"})
_BESIDE = _YARDSTICKS | {"AGAINST", "AVERAGE"}
_MEASURED_BY = {
    "AT_LEAST": _YARDSTICKS, "AT_MOST": _YARDSTICKS, "MORE": _YARDSTICKS - {"RATE"}, "LESS": frozenset({"GROWTH_NAME"}),
}  # fmt: skip
_COMPARING = ("AT_LEAST", "AT_MOST", "MORE", "LESS")
_BEFORE_HONORS = frozenset({"GRADED"})
_FULFILLING = words("CARRIED_OUT")
_EVERYTHING = words("EVERYTHING")
_CLASSES = frozenset(words("CLASS"))
_RESULTS = words("RESULT_REACHED")
_LED = frozenset({"GRADED", "REACH"})
_SCOPES = words("SCOPE_OF_GRADE")
_SCOPING = frozenset(_SCOPES)
_LEVELS = frozenset(words("AT_A_LEVEL"))
#: What tells where, in front of a statement.
_PLACING = frozenset({"WHOLE", "PLACE", "ACTOR", "NAME_HEAD"})
#: The account of a grade that no scale lists.
_UNLISTED = "unlisted"
_JOINING = frozenset({",", *words("AND_OR_OR")})
_CLOSING = frozenset({"OR_MORE", "OR_LESS"})


#: So near behind an order stands what it asks for.
_NEAR_ORDER = 8


@dataclass(slots=True, eq=False)
class Statement:
    """One statement: its kind, the words that it is made of, and for a grade the grade and its comparison."""

    kind: Literal[
        "held", "kept", "absent", "ended", "graded", "attained", "plan_met", "finished", "enough", "had"
    ]  # fmt: skip
    words: list[Token]
    grade: Token | None = None
    op: Literal["=", ">=", "<="] = "="


def leaves_grade_open(statement: Statement) -> bool:
    """ "chi bộ xếp loại dưới khá", "xếp loại khá hoặc tốt": which grade is wanted is not said."""
    if statement.grade is None or statement.op != "=":
        return False
    at = next((index for index, token in enumerate(statement.words) if token is statement.grade), 0)
    if at > 0 and statement.words[at - 1].marks & {"LESS", "MORE"}:
        return True
    joint, other = (*statement.words[at + 1 : at + 3], None, None)[:2]
    joined = joint is not None and (joint.type == "SLASH" or joint.key in _JOINING)
    return joined and other is not None and "GRADE" in other.marks


def is_unlisted(statement: Statement, condition: Condition) -> bool:
    """ "ở mức Pb3 trở lên", "KPI xếp loại A1": a grade on no scale that is known."""
    grade = statement.grade
    if grade is None or not isinstance(condition, GradeCondition):
        return False
    return grade.account == _UNLISTED or ("LETTER" in grade.marks and condition.scale is None)


def names_a_kind(grade: Token) -> bool:
    """ "hạng II", "đô thị loại I", "cấp độ 3": a grade that its sign and a number or letter make."""
    sign = grade.key.split()[-2:-1]
    return grade.account == "grade" or (bool(sign) and sign[0] in _CLASSES)


def read_statement(grammar: Grammar, words: list[Token], *, on_scale: bool = False) -> Statement | None:
    """What a run of words without a figure states; None for a task or a description.

    ``on_scale``: it names a scale, so what it quotes is a grade.
    """
    start = 0
    while start < len(words) and (
        (words[start].type in {"SIGN", "DASH"} and words[start].key != '"')
        or not words[start].marks.isdisjoint(_OPENING)
        or (words[start].key == GO_ON and marked(words[start + 1 : start + 2], "STRIVE"))
    ):
        start += 1
    words = _without_order(words[start:])
    if not words:
        return None
    said: Said | None = grammar.statement(_typed(core_of(words), on_scale=on_scale))
    if said is None:
        return None
    return Statement(said.kind, words, said.grade, said.op)


def _without_order(words: list[Token]) -> list[Token]:
    """ "Yêu cầu Ban điều hành (phấn đấu) hoàn thành … chỉ tiêu": what is asked of someone, where that is the plan."""
    if not words or "ORDER" not in words[0].marks:
        return words
    at = next((at for at, word in enumerate(words[:_NEAR_ORDER]) if "FINISH" in word.marks), 0)
    ordered = at == 1 or (at > 1 and not words[1].marks.isdisjoint(_PLACING))
    return words[at:] if ordered and marked(words[at + 1 : at + _NEAR_ORDER], "PLAN") else words


def core_of(words: list[Token]) -> list[Token]:
    """A statement without the time that it opens or ends with: "Hằng năm, Công đoàn vững mạnh", "… trong nhiệm kỳ"."""
    start, end = 0, len(words)
    while end and tells_time(words[end - 1]):
        end -= 1
    if end > 1 and words[end - 1].marks & _PLACING and words[end - 2].key == IN_THE_PLACE:
        end -= 2  # "… trên địa bàn xã"
    while start < end and (tells_time(words[start]) or "STRIVE" in words[start].marks):
        start += 1
    return words[start:end] if start < end else words


def tells_time(token: Token) -> bool:
    """Whether a token tells a time, or is a sign beside one that does."""
    if token.type in {"YEAR", "DATE", "DASH", "SLASH"} or token.account == "year":
        return True
    return ("TIME" in token.marks and token.type != "NUMBER") or (token.type == "SIGN" and token.key != '"')


def _typed(words: list[Token], *, on_scale: bool) -> list[Token]:
    """The words as tokens of the grammar; what is quoted, and what steers nothing, is TEXT."""
    if on_scale:
        words = _join_quoted(words)
    words = as_names(_without_start(_with_unlisted(words)))
    out: list[Token] = []
    quoted = False
    before = ""
    kinds: set[str] = set()  # of the tokens that are out
    titled = acted = False  # whether a title, a deed on something stands before
    compared = False  # whether the word before is the sign of a grade that is compared with
    occurring: int | None = None  # where the last thing stands that occurs
    for index, token in enumerate(words):
        if token.type in {"SIGN", "DASH", "SLASH"}:
            if token.key == '"':
                quoted = not quoted
            continue
        if before == "BESIDE" and _stands_between(words, index):
            continue
        beside = before == "BESIDE" and not token.marks.isdisjoint(_BESIDE)
        if (
            not beside
            and token.marks.isdisjoint(_BEARING)
            and not (token.key in _STEERING_KEYS or token.key in _LEVELS or token.key in AS_MUCH_AS)
        ):
            if before != "TEXT":  # a run of plain words counts as one
                out.append(new_token("TEXT", token.key, token.text, token.start, token.end))
            before, compared = "TEXT", False
            titled = titled or token.key in _TITLES
            continue
        kind = "TEXT"
        kept = "BE" in kinds and out[0].type == "KEEP"
        lacks = "ENOUGH" in token.marks and index > 0 and words[index - 1].marks & {"ABSENT", "NEVER"}
        plain = not token.marks and token.key not in _STEERING_KEYS
        if not index and token.key == HAVE and len(words) > 1 and not begins_with(words[1:], NOT_OWNED):
            token.type = kind = "HAVE"
            out.append(token)
            continue
        every = (
            token.key == HAVE
            and index > 1
            and ("EVERY" in words[index - 1].marks or words[0].key.startswith(_EVERYTHING))
        )
        if every and words[index - 2].key not in NOT_OWNED:
            kind = "REACH"  # "thôn nào cũng có đường bê tông"
        elif not kinds and token.key in _OF_A_CRITERION and is_criterion(words):
            kind = "ABSENT" if token.key == NOT else "REACH"
        elif plain or kept or lacks or ("ABSENT" in token.marks and (acted or (titled and "HOLD" in kinds))):
            kind = "TEXT"  # "duy trì kết quả phổ cập giáo dục mức độ 2 trở lên"
        elif "GRADE" in token.marks and (
            before in _COMPARING
            or compared
            or token.type == "GRADE"
            or _is_grade(words, index, before, kinds, titled=titled)
        ):
            kind = "GRADE"
        elif quoted:
            kind = "TEXT"
        elif not token.marks.isdisjoint(_COMPARING) and _grade_follows(words, index, on_scale=on_scale):
            kind = next(mark for mark in _COMPARING if mark in token.marks)
        elif before in _COMPARING and token.key in _LEVELS:
            kind = "GRADED"  # "ít nhất ở mức hoàn thành tốt nhiệm vụ"
        elif token.key == NOT and _stands_last(words, index):
            kind = "ABSENT"
        elif "TITLE" in token.marks and "KEEP" in kinds:
            kind = "BE"
        elif token.key == EXCEED and not _common_follows(
            words, index
        ):  # "vượt kế hoạch", but not "vượt thẩm quyền"
            kind = "REACH" if index + 1 < len(words) and "PLAN" in words[index + 1].marks else "TEXT"
        elif token.key in REACHING or ("GRADE" in token.marks and token.key.startswith(f"{ATTAINS} ")):
            kind = "TEXT" if _gets_results(words, index) else "REACH"
        elif ("HONOR" in token.marks and index + 1 == len(words) and kinds <= _BEFORE_HONORS) or (
            "STANDING" in token.marks
            and (stands(words, index) if not kinds else kinds == _BEFORE_HONORS and index + 1 == len(words))
        ):
            kind = "HONOR"
        elif token.key == BE:
            kind = "BE"
        elif not out and not token.marks.isdisjoint(TASKS) and token.marks.isdisjoint(KEPT):
            kind = "TASK"
        elif (token.key in AS_MUCH_AS or not token.marks.isdisjoint(_COMPARING)) and _common_follows(
            words, index
        ):
            kind = "BESIDE"
        elif "ABSENT" in kinds and not token.marks.isdisjoint(_CLOSING):
            kind = "TEXT"  # "không có chi bộ xếp loại trung bình trở xuống"
        elif _closes_a_grade(out, token):
            if out[-1].type == "TEXT":
                out.pop()  # "hạng Nhì toàn đoàn trở lên"
            kind = "OR_MORE" if "OR_MORE" in token.marks else "OR_LESS"
        elif "FINISH" in token.marks and (len(out) > 1 or _only_a_date_follows(words, index)):
            kind = "TEXT"
        elif "REMOVE" in token.marks:
            kind = "REMOVE" if _only_opens(words[:index]) else "TEXT"
        elif before == "BESIDE" and not token.marks.isdisjoint(_YARDSTICKS | {"AVERAGE"}):
            kind = "COMMON"  # "cao hơn bình quân 3 năm trước"
        elif "NEVER" in token.marks and "ABSENT" not in token.marks:
            denied = denies_any(words, index) or (_is_timed(words[:index]) and forbids(words, index))
            if occurring is None:
                occurring = max((at for at, word in enumerate(words) if "OCCUR" in word.marks), default=-1)
            kind = "NEVER" if index < occurring else "ABSENT" if denied else "TEXT"
        elif not token.marks.isdisjoint(_STEERED):
            kind = _STEERING[next(filter(token.marks.__contains__, _STEERING))]
        if kind != "TEXT":
            token.type = kind
            out.append(token)
            kinds.add(kind)
        elif before != "TEXT":
            out.append(new_token("TEXT", token.key, token.text, token.start, token.end))
        compared = before in _COMPARING and kind == "GRADED"
        before = kind
        titled = titled or token.key in _TITLES or "ATTAIN" in token.marks
        acted = acted or "ACTS_ON" in token.marks
    return out


def _is_timed(words: list[Token]) -> bool:
    """Whether words tell a time and nothing else, which a statement may open with."""
    return all(
        token.marks & {"TIME", "YEAR_WORD", "STRIVE"} or token.type in ("YEAR", "SIGN") for token in words
    )


def _only_opens(words: list[Token]) -> bool:
    """Whether words tell a time and where, and nothing else: "đến năm 2030 toàn xã …"."""
    return _is_timed([word for word in words if word.marks.isdisjoint(_PLACING)])


def _with_unlisted(words: list[Token]) -> list[Token]:
    """ "ở mức Ba3 trở lên": what stands between a level and its closing is a grade, though no scale lists it."""
    if len(words) < NEAR or words[-1].marks.isdisjoint(_CLOSING):
        return words
    for at in range(len(words) - 2, max(len(words) - 2 - NEAR, 0), -1):
        named = words[at].key == SINCE and marked(words[max(0, at - NEAR) : at], "GRADED")
        named = named and words[at + 1].text[:1].isupper()  # "xếp hạng tín nhiệm từ BB+ trở lên"
        if named or words[at].key in _LEVELS or "GRADED" in words[at].marks:
            inside = words[at + 1 : -1]
            if not inside:
                return words
            grade = _joined(inside)
            grade.account = _UNLISTED
            return [*words[: at + 1], grade, words[-1]]
        if words[at].type in ("NUMBER", "YEAR", "DATE") or words[at].key == "," or "GRADE" in words[at].marks:
            return words
    return words


def _without_start(words: list[Token]) -> list[Token]:
    """ "nâng hạng từ 3 sao lên 4 sao", "từ loại Khá lên loại Tốt": without the grade that it starts from."""
    for index in range(len(words) - 3):
        if "FROM" not in words[index].marks:
            continue
        at = index + 1 + _is_sign(words[index + 1])
        first, moved, *rest = [*words[at : at + 4], None, None]
        second = rest[1] if rest[0] is not None and _is_sign(rest[0]) else rest[0]
        if first is None or moved is None or second is None:
            continue
        graded = first.account == "grade" == second.account or "GRADE" in first.marks & second.marks
        if graded and moved.marks & {"UP_TO", "DOWN_TO"}:
            return [*words[:index], *words[at + 1 :]]
    return words


def _is_sign(word: Token) -> bool:
    """Whether a word is the sign of a grade beside it: "loại Khá", "xếp loại Khá"."""
    return "GRADED" in word.marks and "GRADE" not in word.marks and word.account != "grade"


def _closes_a_grade(out: list[Token], token: Token) -> bool:
    if not out or token.marks.isdisjoint(_CLOSING):
        return False
    scoped = (
        len(out) > 1
        and out[-1].type == "TEXT"
        and out[-1].key.startswith(_SCOPES)
        and out[-2].type == "GRADE"
    )
    return out[-1].type == "GRADE" or scoped


def _is_grade(words: list[Token], index: int, before: str, kinds: set[str], *, titled: bool) -> bool:
    token = words[index]
    if before == "GRADED" and token.account == "grade":
        return True  # "hạng 4 sao"
    after = None
    for word in words[index + 1 : index + 1 + REACH]:
        if word.key != '"':
            after = word
            break
    closed = after is not None and bool(after.marks & {"OR_MORE", "OR_LESS"})
    if after is not None and after.key.split(" ", 1)[0] in _SCOPING:  # "hạng Nhì toàn đoàn trở lên"
        closed = marked(words[index + 1 : index + 4], "OR_MORE")
    worded = token.account != "grade" and token.key not in _ROMAN
    if "HOLD" in kinds and "STANDING" in token.marks and "TITLE" in words[index - 1].marks:
        return False  # "giữ vững danh hiệu vững mạnh"
    if before == "GRADED" and worded and index + 1 == len(words):
        return True  # "đạt tiêu chuẩn an toàn về an ninh trật tự loại Khá"
    fulfilled = index + 1 == len(words) and token.key.startswith(_FULFILLING) and " " in token.key
    starred = token.key.endswith(STAR) and token.account == "grade"
    if starred and ("REACH" in kinds or ("KEEP" in kinds and words[index - 1].key in _TITLES)):
        return True  # "được công nhận lại OCOP 4 sao", "duy trì tiêu chuẩn 4 sao": stars are no title
    if index and words[index - 1].key in RECOGNISED and names_a_kind(token):
        return True  # "được công nhận hạng II", "được công nhận đô thị loại I"
    if titled and not closed and not fulfilled:
        return False  # the level of a title: "chuẩn quốc gia mức độ II"
    if token.key.startswith(_TITLE_BEGINS) and not closed:
        return False  # "đạt xã nông thôn mới nâng cao"
    if puts(token):
        return True  # "xếp hạng Nhì cụm thi đua", "doanh nghiệp xếp loại A": the verb is in the grade
    if index and "UP_TO" in words[index - 1].marks and (" " in token.key or token.account == "grade"):
        return True  # "được nâng lên hạng II"
    led = before in _LED or (index > 0 and words[index - 1].key in _BEFORE_GRADES)
    graded = "GRADED" in kinds or ("REACH" in kinds and token.account == "grade")
    if len(words) == 1:
        return "FINISH" not in token.marks
    last = after is None
    if last and "REACH" in kinds and words[index - 1].key == RESULT:
        return True  # "diễn tập đạt kết quả khá"
    if last and before == "TEXT" and names_itself(token) and not reaches_title(token):
        return True  # "Đảng bộ hoàn thành xuất sắc nhiệm vụ"
    return led or closed or (graded and (" " in token.key or last))


def _grade_follows(words: list[Token], index: int, *, on_scale: bool) -> bool:
    """Whether a comparator is one of grades: "xếp loại không dưới Khá"; "dưới trung bình" mostly names someone."""
    after = words[index + 1 : index + 3]
    bounds = bool(words[index].marks & {"AT_LEAST", "AT_MOST"})
    signed = len(after) > 1 and (after[0].key in _LEVELS or "GRADED" in after[0].marks)
    if signed and "GRADE" in after[1].marks:
        return bounds  # "không dưới loại Giỏi", "ít nhất ở mức hoàn thành tốt nhiệm vụ"
    if not after or "GRADE" not in after[0].marks:
        return False
    if on_scale:
        return True
    if after[0].account == "grade" and index + 2 == len(words):
        return bounds  # "không thấp hơn cấp độ 3", "tối thiểu 4 sao"
    if "LETTER" in after[0].marks:
        return bounds  # "xếp hạng tín nhiệm không thấp hơn BB"
    led = index > 0 and (
        bool(words[index - 1].marks & {"GRADED", "ATTAIN"}) or words[index - 1].key in REACHING
    )
    return bounds and (words[index].key == SINCE or led)


def _join_quoted(words: list[Token]) -> list[Token]:
    """Make what stands in quotation marks one GRADE token."""
    marks = [index for index, token in enumerate(words) if token.key == '"']
    if len(marks) != 2 or marks[1] == marks[0] + 1:
        return words
    first, last = marks
    return [*words[:first], _joined(words[first + 1 : last]), *words[last + 1 :]]


def _joined(inside: list[Token]) -> Token:
    """Some words as one GRADE token."""
    key = " ".join(token.key for token in inside)
    return new_token("GRADE", key, _text_of(inside), inside[0].start, inside[-1].end, frozenset({"GRADE"}))


def _text_of(words: list[Token]) -> str:
    """The words as they stood, in single spaces: "A+"."""
    out = words[0].text
    for before, word in pairwise(words):
        out += (" " if word.start > before.end else "") + word.text
    return out


def _only_a_date_follows(words: list[Token], index: int) -> bool:
    following = words[index + 1 :]
    return (
        not following
        or bool(following[0].marks & {"SETS_IN", "TIME"})
        or following[0].type in ("DATE", "YEAR")
    )


def _gets_results(words: list[Token], index: int) -> bool:
    """ "đạt kết quả tốt trong việc …", "đạt thành tích xuất sắc": no title, nor a grade of something that is named."""
    following = " ".join([token.key for token in words[index + 1 : index + 4]])
    return following.startswith(_RESULTS) and words[-1].marks.isdisjoint({"GRADE", "OR_MORE"})


def _stands_last(words: list[Token], index: int) -> bool:
    """A bare "Không" as the value of a row, or as all that is said."""
    return index + 1 == len(words) and (not index or words[index - 1].key in ("|", ":"))


def _common_follows(words: list[Token], index: int) -> bool:
    """Whether a comparator is one with what is common, or with the mean of a time: "… bình quân 3 năm trước"."""
    at = index + 2 if _stands_between(words, index + 1) else index + 1
    if at >= len(words):
        return False
    for how, by in _MEASURED_BY.items():
        if how in words[index].marks and not words[at].marks.isdisjoint(by):
            return True  # "cổ tức không thấp hơn lãi suất tiền gửi"
    if words[at].marks.isdisjoint(_MEANS):
        return False
    if words[index].key in AS_MUCH_AS:
        return index > 0 and compares(words[index], words[at])
    return "COMMON" in words[at].marks or _tells_a_time(words[at + 1 : at + 3])


def _stands_between(words: list[Token], at: int) -> bool:
    """ "không cao hơn so với bình quân chung", "tương đương thu nhập bình quân chung": before what is compared with."""
    if at >= len(words) or words[at].marks.isdisjoint(_BEFORE_MEANS):
        return False
    return "AGAINST" in words[at].marks or marked(words[at + 1 : at + 2], "COMMON")


def _tells_a_time(words: list[Token]) -> bool:
    numbered = (
        len(words) > 1 and words[0].type == "NUMBER" and bool(words[1].marks & {"PREVIOUS", "YEAR_WORD"})
    )
    return numbered or marked(words[:1], "PERIOD", "PREVIOUS")
