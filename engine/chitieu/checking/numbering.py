"""Numbers left out of a list and numbers used twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from chitieu.checking.figures import Found
from chitieu.diagnostics import Diagnostic
from chitieu.ruleset.model import Ruleset
from chitieu.text.letters import ALPHABET

_REPEAT = re.compile(r"(?P<number>.+)-(?P<times>[2-9])")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def find(ruleset: Ruleset) -> list[Found]:
    """Gaps and repeats among the sections, and among the items of each list.

    >>> from chitieu.ruleset import Item, Section
    >>> sections = tuple(Section(label, "") for label in ("I", "II", "IV"))
    >>> [found[0].text() for found in find(Ruleset("r", "", sections, (), ()))]
    ['Thiếu số III giữa II và IV.']
    """
    labels = [*(section.label for section in ruleset.sections), *(item.label for item in ruleset.items)]
    held = {label[:at] for label in labels for at, char in enumerate(label) if char == "."}
    named = [section.label for section in ruleset.sections]
    out = [found for part in _lists(named) for found in _gaps(part, held)]
    groups: dict[tuple[str | None, str | None], list[str]] = {}
    for item in ruleset.items:
        groups.setdefault((item.parent, None if item.label.startswith("(") else item.section), []).append(
            item.label
        )
    for labels in groups.values():
        out += [found for part in _lists(labels) for found in _gaps(part, held)]
    return out


def _lists(labels: Iterable[str]) -> list[list[str]]:
    """The labels of one list each: those that differ in their last part."""
    groups: dict[tuple[str, str], list[str]] = {}
    for label in labels:
        head, last = _split(label)
        if (kind := _kind(last)) is not None:
            groups.setdefault((head, kind), []).append(label)
    return list(groups.values())


def _split(label: str) -> tuple[str, str]:
    bare = match["number"] if (match := _REPEAT.fullmatch(label)) else label
    head, _, last = bare.rpartition(".")
    return head, last


def _kind(last: str) -> str | None:
    bare = last.strip("()")
    if bare.isascii() and bare.isdigit():
        return "number"
    if bare and set(bare) <= set(_ROMAN):
        return "roman"
    return "letter" if len(bare) == 1 and bare in ALPHABET else None


def _value(last: str) -> int:
    bare = last.strip("()")
    if bare.isdigit():
        return int(bare)
    if bare in ALPHABET and len(bare) == 1:
        return ALPHABET.index(bare) + 1
    values = [_ROMAN[char] for char in bare]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _gaps(labels: Sequence[str], held: Set[str]) -> list[Found]:
    """What is missing or twice in a list; ``held`` are numbers that are there by their parts alone ("2" in "2.a")."""
    out: list[Found] = []
    last: str | None = None
    for label in labels:
        if _REPEAT.fullmatch(label):
            out.append(
                (Diagnostic("check.repeated_number", {"number": _REPEAT.sub(r"\g<number>", label)}), (label,))
            )
        elif last is not None and (missing := _missing(last, label, held)):
            params = {"missing": ", ".join(missing), "before": last, "after": label}
            out.append((Diagnostic("check.gap", params), (last, label)))
        last = label
    return out


def _missing(one: str, other: str, held: Set[str]) -> list[str]:
    head = _split(other)[0]
    return [
        number
        for number in _between(_split(one)[1], _split(other)[1])
        if (f"{head}.{number}" if head else number) not in held
    ]


def _between(one: str, other: str) -> list[str]:
    """The numbers between two neighbours of a list, written as they are; a list that begins anew has none."""
    first, second = _value(one), _value(other)
    if second - first > 10:
        return ["…"]
    return [_written(value, other) for value in range(first + 1, second)]


def _written(value: int, like: str) -> str:
    bare = like.strip("()")
    if bare.isdigit():
        text = str(value)
    elif len(bare) == 1 and bare in ALPHABET:
        text = ALPHABET[value - 1]
    else:
        text = _roman(value)
    return f"({text})" if like.startswith("(") else text


def _roman(value: int) -> str:
    """
    >>> _roman(9), _roman(14)
    ('IX', 'XIV')
    """
    out = ""
    for worth, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= worth:
            out, value = out + sign, value - worth
    return out
