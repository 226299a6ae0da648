"""Changes whose verb stands in a name: "Tỷ lệ hộ nghèo giảm (%): 1,5", and in a row "Tỷ lệ hộ nghèo giảm | % | 1,5"."""

from __future__ import annotations

from typing import NamedTuple

from chitieu.reading.numbers.unit_brackets import are_unit, opening_of
from chitieu.reading.tokens.scanner import Token, marked, marks_of, new_token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING, COMPARING_SIGNS
from chitieu.text.spoken import GET, HAVE, words

#: Behind a verb of change they say when, where or against what it is, and are not what changes.
_CIRCUMSTANCES = frozenset(
    {
        "AGAINST", "AVERAGE", "TIME", "PERIOD", "YEAR_WORD", "EACH", "PREPOSITION", "SCOPE", "PLACE", "WHOLE",
        "DESCRIBES",
    }
)  # fmt: skip
#: What a name has that says a change.
CHANGING_NAMES = CHANGING | {"NO_CHANGE"}
_FIELDS, _FALLS = frozenset(words("FIELD_OF_CHANGE")), frozenset(words("PLAIN_FALL"))
_ADDING = frozenset(words("ADDING_TO_NAME"))
#: Words before a verb that make it a part of a name: "gia tăng", "được giảm án".
_OF_A_NAME = frozenset((GET, *words("RISE_IN_A_NAME")))
#: What a name says whose figure is a level, or that nothing changes.
_OTHERWISE = frozenset({"DOWN_TO", "UP_TO", "NEVER", "ABSENT", "GROWTH_NAME", "BRING", "KEEP", "HOLD"})
#: What the change is told with, behind its figure.
_TOLD_BEHIND = frozenset({"AGAINST", "AVERAGE"})
_OPENING = frozenset({"STRIVE", "TIME", "AND"})
_DATED, _ENDS = frozenset({"YEAR", "DATE"}), frozenset({";", ".", ":"})


class NamedChange(NamedTuple):
    """The verb of a change in a name, and what is told with it: "giảm" and "so với năm trước".

    ``leads``: what changes stands behind it, as in "Giảm tỷ lệ hộ nghèo", whose figure may be a level as well.
    """

    verb: Token
    told: list[Token]
    leads: bool = False
    rated: bool = False  # whether a rate changes


def change_in(name: list[Token]) -> NamedChange | None:
    """The change that a name says: "Tỷ lệ hộ nghèo giảm so với năm trước", "Giảm số vụ tai nạn giao thông".

    Not that of those who are counted: "Tỷ lệ cán bộ được tăng lương", "Số xã có tỷ lệ hộ nghèo giảm".
    """
    said = marks_of(name)
    if "NO_CHANGE" in said and said.isdisjoint(CHANGING):
        return _change_of_field(name)
    if said.isdisjoint(CHANGING) or not said.isdisjoint(_OTHERWISE):
        return None
    at = max(at for at, token in enumerate(name) if not token.marks.isdisjoint(CHANGING))
    verb, behind = name[at], name[at + 1 :]
    before = [token for token in name[:at] if token.type == "WORD" and token.marks.isdisjoint(_OPENING)]
    if behind and behind[0].type in ("SLASH", "DASH"):
        return None  # "Số lượng tăng/giảm"
    told_at = next(
        (n for n, token in enumerate(behind) if not token.marks.isdisjoint(_TOLD_BEHIND)), len(behind)
    )
    told = _without_bracket(behind[told_at:])
    rated = "RATE" in said
    if not before:
        named = any(token.type == "WORD" for token in behind) and not _is_circumstance(behind[0])
        return NamedChange(verb, told, leads=named and not told, rated=rated)
    previous = name[at - 1]
    if previous.type in ("SIGN", "SLASH") or previous.key in _OF_A_NAME:
        return None  # "Tỷ lệ khỏi, đỡ, giảm", "số phạm nhân được giảm án"
    if any(token.key == HAVE for token in before) or (behind and not _is_circumstance(behind[0])):
        return None
    return NamedChange(verb, told, rated=rated)


def _change_of_field(name: list[Token]) -> NamedChange | None:
    """ "Giảm nghèo", "Tăng thu nhập cho nông dân": a field of work, which in a row is what changes as well."""
    opened = next((at for at, token in enumerate(name) if token.marks.isdisjoint(_OPENING)), 0)
    field, behind = name[opened], name[opened + 1 :]
    if field.key not in _FIELDS or (behind and not _is_circumstance(behind[0])):
        return None
    verb = field.key.split()[0]
    marks = frozenset({"FALL" if verb in _FALLS else "RISE"})
    return NamedChange(new_token("WORD", verb, field.text, field.start, field.end, marks), [], leads=True)


def _is_circumstance(token: Token) -> bool:
    circumstance = token.key in _ADDING or not token.marks.isdisjoint(_CIRCUMSTANCES)
    return circumstance or token.type in _DATED or token.key == "("


def _without_bracket(told: list[Token]) -> list[Token]:
    end = next((at for at, token in enumerate(told) if token.key == "("), len(told))
    return told[:end]


def said_of_value(change: NamedChange, tokens: list[Token]) -> list[Token]:
    """The words of a value with the verb of its name before them: "| % | 1,5" as "giảm 1,5 % so với năm trước".

    As they are, where the value says by itself what it is: "còn 1,5%", "đạt 1,5%".
    """
    first = next((token for token in tokens if token.type != "WORD" or token.marks), None)
    if first is None or not (first.type == "NUMBER" or _compares(first)):
        return tokens
    begin, end = tokens[0].start, tokens[-1].end
    verb = new_token("WORD", change.verb.key, change.verb.text, begin, begin, change.verb.marks)
    told = [new_token(t.type, t.key, t.text, end, end, t.marks) for t in change.told]
    for copy, token in zip(told, change.told, strict=True):
        copy.account, copy.value = token.account, token.value
    return [verb, *tokens, *told]


def _compares(token: Token) -> bool:
    return token.type in COMPARING_SIGNS or not token.marks.isdisjoint(COMPARING | {"FROM", "ABOUT"})


def open_colons(tokens: list[Token]) -> None:
    """Take away what parts a change from its figure: "giảm (%): 1,5" is "giảm 1,5 %", "giảm so với năm trước: 5%"."""
    for at in range(len(tokens) - 2, 0, -1):
        if at >= len(tokens) or tokens[at].key != ":":
            continue
        number = next((n for n in range(at + 1, min(at + 4, len(tokens))) if not _compares(tokens[n])), at)
        if number == at or tokens[number].type != "NUMBER":
            continue
        begun = at
        unit: list[Token] = []
        if tokens[at - 1].key == ")":
            begun = opening_of(tokens, at - 1)
            unit = tokens[begun + 1 : at - 1]
            if not begun or not are_unit(unit) or _has_unit(tokens, number + 1):
                continue
        ends = (n for n in range(begun - 1, -1, -1) if tokens[n].key in _ENDS)
        name = tokens[next(ends, -1) + 1 : begun]
        if any(token.type == "NUMBER" and _has_unit(name, n + 1) for n, token in enumerate(name)):
            continue  # "giảm 1%: 10 điểm"
        change = change_in(name)
        if change is None or change.leads or not (unit or tokens[begun - 1] is not change.verb):
            continue
        place = tokens[number].end
        copies = [new_token(t.type, t.key, t.text, place, place, t.marks) for t in unit]
        tokens[number + 1 : number + 1] = copies
        del tokens[begun : at + 1]


def _has_unit(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and (are_unit(tokens[at : at + 1]) or marked(tokens[at : at + 1], "NOUN"))
