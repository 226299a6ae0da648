"""Grades written with a number: "mức độ 2", "4 sao"."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import has_unit, sentence_start, token_at
from chitieu.text.spoken import AT_LEVEL, DEGREE, FROM_LEVEL, LEVEL_SIGN, SINCE, STAR, STEP, words

_AT_A_LEVEL = frozenset(words("AT_A_LEVEL"))
#: Words that make a grade of a number beside them, and those that do so over a word or two.
_LEVELS = frozenset(words("LEVEL_WORD"))
_TO_LEVEL = frozenset(words("TO_LEVEL"))
_BEFORE_DEGREE = frozenset({FROM_LEVEL, AT_LEVEL}) | _TO_LEVEL
GRADING = _LEVELS | _AT_A_LEVEL | _BEFORE_DEGREE | {STAR, STEP}
_JOINTS = frozenset({",", *words("AND_OR_OR")})
#: Bodies that have a class, those that a place is told of as well, and so near before it they stand.
_RANKED = frozenset(words("RANKED_THING"))
_CLASSED, _CLASSED_OR_RANKED, _BODY = words("CLASSED_BODY"), frozenset(words("CLASSED_OR_RANKED")), 10
#: What a scale is named by, and counted in; so near before the count of its steps it stands.
_SCALES, STEPS, _NAME = frozenset(words("SCALE_WORD")), frozenset({STEP, *words("LEVEL_WORD")}), 8
_SKILLS = words("SKILL_WITH_STEPS")
#: So many tokens a verb and what it brings somewhere take.
_OBJECT = 5
_GRADE = frozenset({"GRADE"})
_GRADED = frozenset({"GRADED"})
_AT_LEAST, _FROM = frozenset({"AT_LEAST"}), frozenset({"FROM"})


def join_grades(tokens: list[Token]) -> None:
    """Make "mức độ 2", "cấp độ 3", "4 sao" one GRADE token, unless a unit makes the number a figure."""
    for index in range(len(tokens) - 2, 0, -1):
        if tokens[index].key == DEGREE and tokens[index - 1].key in _BEFORE_DEGREE:
            _join_degree(tokens, index - 1)
    index = 0
    if "NUMBER" not in [token.type for token in tokens]:
        return
    while index < len(tokens) - 1:
        second = tokens[index + 1]
        if second.type != "NUMBER" and tokens[index].type != "NUMBER":
            index += 1
            continue
        first = tokens[index]
        if first.key == FROM_LEVEL and len(second.key) == 1 and _stands_alone(tokens, index + 2):
            _split_from(tokens, index)
            index += 1
            continue
        if first.type == "NUMBER" and index and _quality_level(tokens, index):
            first.type, first.marks, first.account = "WORD", _GRADE, "grade"
        if first.key == STEP and _is_step_of(tokens, index + 1):
            _join_step(tokens, index)
            continue
        if first.key == STEP and _is_step_of_skill(tokens, index + 1):
            _join_step(tokens, index, 2)
            continue
        signed = (
            second.type == "NUMBER"
            and len(second.key) == 1
            and (
                _signs_a_grade(first)
                or (first.key in _RANKED and _classes_a_body(tokens, index))
                or (first.key in _TO_LEVEL and _moves_a_count(tokens, index))
            )
            and _stands_alone(tokens, index + 2)
            and not _ranked_among(tokens, index + 2)
        )
        stars = first.type == "NUMBER" and len(first.key) == 1 and second.key == STAR
        if signed or stars:
            levelled = first.key == AT_LEVEL or first.key in _TO_LEVEL  # "ở mức 4"
            sign = first.text.rsplit(" ", 1)[-1] if levelled else first.text
            joined = new_token(
                "WORD",
                f"{LEVEL_SIGN if levelled else first.key} {second.key}",
                f"{sign} {second.text}",
                first.end - len(sign),
                second.end,
                _GRADE,
            )
            joined.account = "grade"
            tokens[index : index + 2] = [joined]
            if stars and index > 1 and _spans_stars(tokens, index):
                tokens[index - 2].type, tokens[index - 2].account = "WORD", "grade"  # "4 - 5 sao"
        index += 1


def _is_step_of(tokens: list[Token], index: int) -> bool:
    """ "bậc 3/6", "bậc 3/7 trở lên": one of so many steps; "bậc 3/19 huyện" is a place."""
    whole = token_at(tokens, index + 2)
    if whole is None or tokens[index + 1].type != "SLASH" or whole.type != "NUMBER":
        return False
    step = tokens[index].key
    single = len(step) == len(whole.key) == 1 and step.isdigit() and whole.key.isdigit()
    return single and 0 < int(step) <= int(whole.key) and _stands_alone(tokens, index + 3)


def _is_step_of_skill(tokens: list[Token], index: int) -> bool:
    """ "trình độ ngoại ngữ đạt bậc 3 trở lên", "kỹ năng nghề bậc 3": how able someone is."""
    step = tokens[index].key
    if len(step) != 1 or not step.isdigit() or not _stands_alone(tokens, index + 1):
        return False
    if index > 1 and "FROM" in tokens[index - 2].marks and marked(tokens[index + 1 : index + 2], "UP_TO"):
        return False  # "từ bậc 2 lên bậc 3"
    begun = max(sentence_start(tokens, index), index - _NAME)
    named = f" {' '.join([token.key for token in tokens[begun:index]])} "
    return any(f" {skill} " in named for skill in _SKILLS)


def _join_step(tokens: list[Token], index: int, count: int = 4) -> None:
    """Make "bậc 3/7" the grade "bậc 3"; ``count``: of so many tokens."""
    sign, step, last = tokens[index], tokens[index + 1], tokens[index + count - 1]
    key, text = f"{sign.key} {step.key}", f"{sign.text} {step.text}"
    tokens[index : index + count] = [new_token("WORD", key, text, sign.start, last.end, _GRADE)]
    tokens[index].account = "grade"


def counts_steps(tokens: list[Token], index: int) -> bool:
    """ "theo Khung năng lực ngoại ngữ 6 bậc", "thang đo 5 mức": how many steps a scale has, which names it.

    "Xây dựng thang bảng lương 12 bậc" wants as many.
    """
    if index + 1 >= len(tokens) or tokens[index + 1].key not in STEPS:
        return False
    for at in range(index - 1, max(-1, index - _NAME), -1):
        if tokens[at].type != "WORD":
            return False
        if not _SCALES.isdisjoint(tokens[at].key.split(" ")):
            return not (at and "MAKE" in tokens[at - 1].marks)
    return False


def _join_degree(tokens: list[Token], index: int) -> None:
    """ "từ mức độ 4", "lên mức độ 2": one word, parted by the longer one that begins before it."""
    first, degree = tokens[index : index + 2]
    long = len(first.key.rsplit(" ", 1)[-1])  # in "xuốngMức độ 2" nothing parts the two
    lead, level, middle = first.text[:-long].rstrip(), first.text[-long:], first.end - long
    sign = new_token("WORD", f"{LEVEL_SIGN} {DEGREE}", f"{level} {degree.text}", middle, degree.end, _GRADED)
    marks = {FROM_LEVEL: _FROM, AT_LEVEL: frozenset[str]()}.get(first.key, first.marks)
    tokens[index : index + 2] = [
        new_token("WORD", lead.casefold(), lead, first.start, first.start + len(lead), marks),
        sign,
    ]


def _spans_stars(tokens: list[Token], index: int) -> bool:
    first, joint = tokens[index - 2], tokens[index - 1]
    joins = joint.type == "DASH" or "TO" in joint.marks or joint.key in _JOINTS
    return joins and first.type == "NUMBER" and len(first.key) == 1


def _split_from(tokens: list[Token], index: int) -> None:
    """Part "từ mức 3" or "từmức 3", at least the grade "mức 3"; in "từ mức 3 trở lên" the end says so."""
    both, after = tokens[index], token_at(tokens, index + 2)
    closed = after is not None and bool(after.marks & {"OR_MORE", "OR_LESS"})
    middle = both.end - len(LEVEL_SIGN)
    since, level = both.text[: -len(LEVEL_SIGN)].rstrip(), both.text[-len(LEVEL_SIGN) :]
    tokens[index : index + 1] = [
        new_token("WORD", SINCE, since, both.start, both.start + len(since), _FROM if closed else _AT_LEAST),
        new_token("WORD", LEVEL_SIGN, level, middle, both.end, _GRADED),
    ]


def _ranked_among(tokens: list[Token], index: int) -> bool:
    """ "xếp hạng 3 trên tổng số 10 đơn vị": a place, no grade."""
    token = token_at(tokens, index)
    return token is not None and "AMONG_RANKED" in token.marks


def _signs_a_grade(token: Token) -> bool:
    if token.key in _RANKED or "TOP" in token.marks:
        return False
    return ("GRADED" in token.marks and "EQUALS" not in token.marks) or token.key in _AT_A_LEVEL


def _classes_a_body(tokens: list[Token], index: int) -> bool:
    """ "bệnh viện hạng 3", "chợ hạng 2": a class of a body, as "hạng III" is; "hạng 2 toàn quốc" is a place."""
    after = token_at(tokens, index + 2)
    if (after is not None and after.type != "SIGN" and "OR_MORE" not in after.marks) or not index:
        return False
    if tokens[index - 1].key in _CLASSED_OR_RANKED:
        return True
    begun = max(0, sentence_start(tokens, index), index - _BODY)
    named = f" {' '.join([token.key for token in tokens[begun:index]])} "
    return any(f" {body} " in named for body in _CLASSED) and not marked(tokens[begun:index], "AGAINST")


def _moves_a_count(tokens: list[Token], index: int) -> bool:
    """ "Nâng 03 trạm lên mức 3": what is counted is brought there, so that the level is no count of it."""
    before = tokens[max(0, index - _OBJECT) : index]
    return any("BRING" in verb.marks and number.type == "NUMBER" for verb, number in pairwise(before))


def _quality_level(tokens: list[Token], index: int) -> bool:
    """ "mức chất lượng 4 trở lên": a grade whose sign and number stand a word or two apart."""
    after = token_at(tokens, index + 1)
    if after is None or len(tokens[index].key) != 1 or not after.marks & {"OR_MORE", "OR_LESS"}:
        return False
    before = tokens[max(0, index - 3) : index]
    return any(t.key in _LEVELS for t in before) and all(t.type == "WORD" for t in before)


def _stands_alone(tokens: list[Token], index: int) -> bool:
    after = token_at(tokens, index)
    if after is None or after.type in ("SIGN",):
        return True
    if has_unit(after) or after.type in ("SLASH", "DASH", "NUMBER"):
        return False
    following = token_at(tokens, index + 1)
    if following is not None and following.type == "SLASH":
        return False  # "mức 4 mg/l"
    return "NOUN" not in after.marks


def is_measured(tokens: list[Token], index: int) -> bool:
    """ "đạt mức 50 CFU/ml": behind "mức" a number with the unit of a rate, known or not, which names nothing."""
    unit, stroke = token_at(tokens, index + 1), token_at(tokens, index + 2)
    return (
        tokens[index - 1].key in _AT_A_LEVEL and unit is not None and stroke is not None and stroke.key == "/"
    )
