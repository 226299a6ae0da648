"""A task whose fulfilment is graded: "xếp loại hoàn thành nhiệm vụ đạt loại A", whose words name a grade as well."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.text.spoken import TASK_FULFILLED

#: What leads from the task to its grade.
_LEADING = frozenset({"EQUALS", "FROM", "GRADED", "AT_LEAST"})
_PARTING = frozenset({":", "|"})
#: What the task itself is graded by, or what another thing begins with.
_ENDING = frozenset({"OR_MORE", "OR_LESS", "AND"})


def as_names(words: list[Token]) -> list[Token]:
    """The words with the fulfilment of a task as plain text, where the grade that it is given stands behind.

    "Mức độ hoàn thành nhiệm vụ đạt loại Tốt", "xếp loại hoàn thành nhiệm vụ từ loại A trở lên"; but not "xếp loại
    hoàn thành nhiệm vụ trở lên", "… hoàn thành nhiệm vụ, đạt loại A".
    """
    for at, word in enumerate(words[:-1]):
        if word.key == TASK_FULFILLED and _is_graded(words[at + 1 :]):
            named = new_token("WORD", word.key, word.text, word.start, word.end)
            return [*words[:at], named, *words[at + 1 :]]
    return words


def _is_graded(behind: list[Token]) -> bool:
    """Whether a grade follows, right behind what leads to it: "… nhiệm vụ (của Chi bộ) đạt loại Tốt"."""
    led = False
    for at, token in enumerate(behind):
        if "GRADE" in token.marks or token.account == "grade":
            return led or (not at and " " in token.key)  # "… nhiệm vụ loại A"
        if (token.type == "SIGN" and token.key not in _PARTING) or not token.marks.isdisjoint(_ENDING):
            return False
        led = token.key in _PARTING or not token.marks.isdisjoint(_LEADING)
    return False
