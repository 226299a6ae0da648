"""Titles and grades: where a standing may be the one or the other, and what the other reading would be."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.clause.naming import PLACES
from chitieu.reading.statements.statement import Statement, core_of, names_a_kind
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.target import Condition, GradeCondition, StatusCondition
from chitieu.target.trusted import trusted
from chitieu.text.spoken import NOT, words

_TITLED = frozenset({"absent", "held", "kept"})
_HELD, _OWNERS = frozenset({"HOLD", "KEEP", "MAKE"}), frozenset({"ACTOR", "NAME_HEAD"})
_CLASSES = frozenset(words("CLASS"))
#: A level of a standard, which is a title of its own; other levels ("cấp độ 3", "mức 3") are grades.
_LEVELS = words("LEVEL_OF_STANDARD")
#: What puts into a class and names nothing: "xếp loại A".
_GRADING = frozenset(words("GRADING"))
#: "loại IV".
_BARE_CLASS = 2
#: The standards whose levels nobody takes for grades.
_STANDARDS = frozenset(words("STANDARD_WITH_LEVELS"))


def other_reading(statement: Statement) -> tuple[str, Condition] | None:
    """What a statement may be instead, with the code of the note that says so."""
    if (other := _other_than_absent(statement)) is not None:
        return "reading.title_or_absence", other
    if (other := _other_than_title(statement)) is not None:
        return "reading.title_or_grade", other
    if (other := _other_than_grade(statement)) is not None:
        return "reading.grade_or_title", other
    return None


def _other_than_title(statement: Statement) -> Condition | None:
    """The grade that a title may be: "đạt tiêu chí đô thị loại IV", "đạt tiêu chuẩn mức độ 1"."""
    if statement.kind != "attained" or any(token.key in _STANDARDS for token in statement.words):
        return None
    last = next(token for token in reversed(statement.words) if "TIME" not in token.marks)
    if "GRADE" not in last.marks or not names_a_kind(last):
        return None
    grade = " ".join(last.text.split()[-2:])
    return trusted(GradeCondition, {"op": "=", "grade": grade, "scale": None})


def _other_than_absent(statement: Statement) -> Condition | None:
    """ "Giữ vững phường không có ma túy": a kind of ward that it stays, or drugs that must not be there."""
    said = statement.words
    if statement.kind not in _TITLED or said[0].marks.isdisjoint(_HELD) or marked(said, "TITLE"):
        return None
    if any(_denies_of_a_place(before, token) for before, token in pairwise(said[1:])):
        return trusted(StatusCondition, {"expected": statement.kind == "absent"})
    return None


def _denies_of_a_place(before: Token, token: Token) -> bool:
    denies = "ABSENT" in token.marks or token.key == NOT
    return denies and (before.key in PLACES or not before.marks.isdisjoint(_OWNERS))


def _other_than_grade(statement: Statement) -> Condition | None:
    """The title that a grade may be: "được công nhận đô thị loại I", "đạt mức độ 3", "đạt vững mạnh"."""
    grade = _last_grade(statement)
    if grade is None:
        return None
    level = grade.account == "grade" and grade.key.startswith(_LEVELS)
    may_be = level or "STANDING" in grade.marks or _names_a_class(grade)
    if not may_be or marked(statement.words, "GRADED"):
        return None
    return trusted(StatusCondition, {"expected": True})


def may_be_title(statement: Statement) -> bool:
    """ "đạt cấp độ 3": a grade, though there are titles of that kind."""
    grade = _last_grade(statement)
    attained = marked(statement.words, "ATTAIN")
    leveled = grade is not None and grade.account == "grade" and " " in grade.key  # "BB1" is no title
    return grade is not None and (leveled or (names_a_kind(grade) and attained))


def _last_grade(statement: Statement) -> Token | None:
    grade = statement.grade
    ends = grade is not None and core_of(statement.words)[-1] is grade
    return grade if ends and statement.op == "=" else None


def _names_a_class(grade: Token) -> bool:
    """ "đô thị loại IV": a class of something that it names."""
    said = grade.key.split()
    named = len(said) > _BARE_CLASS and said[-3] not in _GRADING
    return named and grade.account != "grade" and said[-2] in _CLASSES
