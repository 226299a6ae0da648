"""Grades that letters are: "xếp loại doanh nghiệp: A", "xếp hạng tín nhiệm BB+", "ở mức Ba3 trở lên"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import COMPARATORS, token_at
from chitieu.text.spoken import words

_LETTERS = frozenset(words("LETTER_GRADE"))
#: How the letters are asked for among the words of a clause, and the signs that may stand behind one.
LETTERS, SIGNS = frozenset(letter.casefold() for letter in _LETTERS), frozenset({"+", "-"})
#: Words that put into classes, who is put there, and how far behind both the class may stand.
_CLASSING, _CLASSED, _NEAR = frozenset(words("PUTS_IN_CLASSES")), frozenset(words("CLASSED")), 10
#: What may stand between the name of what is graded and its grade.
_LEADING = COMPARATORS | {"EQUALS", "FROM", "UP_TO"}
_JOINING, _BY = frozenset(words("AND_OR_OR")), frozenset(words("GRADED_BY"))
_ENDING = frozenset({".", ";"})
#: What may follow a letter that grades; "hạng B2 cho 20 học viên", "loại A1 dài 3 km" name a kind.
_BEHIND = COMPARATORS | {"OR_MORE", "OR_LESS", "EQUALS", "AND", "FROM", "TIME", "YEAR_WORD", "PREPOSITION"}
_GRADE, _SIGNS_OF_GRADES = frozenset({"GRADE", "LETTER"}), frozenset({"GRADED", "CREDIT"})


def grade_letters(tokens: list[Token]) -> None:
    """Make a letter that a word which grades leads to one GRADE token, with the signs behind it.

    "xếp loại doanh nghiệp: A", "xếp loại từ A trở lên", "tín nhiệm B++"; but "khối A", "hạng mục A", "viêm gan B".
    """
    classed = credited = -_NEAR  # where the last word stands that puts into classes, and that tells of trust
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.key in _ENDING:
            classed = credited = -_NEAR
        elif token.key in _CLASSING:
            classed = index
        elif "CREDIT" in token.marks:
            classed = credited = index
        if "GRADE" in token.marks:
            if token.text.rsplit(" ", 1)[-1] in _LETTERS:
                _with_signs(tokens, index)
        elif (
            index
            and token.text in _LETTERS
            and (_is_led(tokens, index, classed) or index - _NEAR < credited)
            and _ends(tokens, index)
        ):
            tokens[index] = new_token("WORD", token.key, token.text, token.start, token.end, _GRADE)
            tokens[index].account = "grade" if token.text[-1:].isdigit() else None
            _with_signs(tokens, index)
        index += 1


def _is_led(tokens: list[Token], index: int, classed: int) -> bool:
    """Whether a word that grades stands right before a letter, or before what leads to it, or who is graded."""
    before = tokens[index - 1]
    if not before.marks.isdisjoint(_SIGNS_OF_GRADES) and "TOP" not in before.marks:
        return True  # "loại A2", "xếp hạng BB+"; "dự án thuộc nhóm A" is a kind
    leads = before.key in (":", "|") or not before.marks.isdisjoint(_LEADING) or before.key in _CLASSED
    if leads and index - _NEAR < classed:
        return True
    joined = before.type == "SLASH" or before.key == "," or before.key in _JOINING
    return joined and index > 1 and "GRADE" in tokens[index - 2].marks and _is_letter(tokens[index - 2])


def _is_letter(grade: Token) -> bool:
    return grade.text.rstrip("+-").rsplit(" ", 1)[-1] in _LETTERS


def _ends(tokens: list[Token], index: int) -> bool:
    """Whether a grade may end at an index: what follows is no noun that it would belong to, nor the letter a label."""
    after = token_at(tokens, index + 1)
    if after is None or after.type in ("DASH", "SLASH"):
        return True
    if after.type == "SIGN":
        return after.key not in (".", ")") or index + 2 == len(tokens) or tokens[index - 1].key != ":"
    return not after.marks.isdisjoint(_BEHIND) or after.key in _JOINING | _BY


def _with_signs(tokens: list[Token], index: int) -> None:
    """Join the signs behind a letter: "B++", "BBB-"; in "A-B" the sign joins two."""
    grade, end = tokens[index], index + 1
    while end < len(tokens) and tokens[end].key in SIGNS and tokens[end].start == tokens[end - 1].end:
        end += 1
    after = token_at(tokens, end)
    if end == index + 1 or (
        after is not None and after.type != "SIGN" and after.start == tokens[end - 1].end
    ):
        return
    signs = "".join([sign.text for sign in tokens[index + 1 : end]])
    grade.key, grade.text, grade.end = grade.key + signs, grade.text + signs, tokens[end - 1].end
    del tokens[index + 1 : end]
