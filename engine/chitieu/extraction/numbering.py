"""Word's automatic numbers: what stands before a paragraph on the page and is not in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_LEVELS = 9
#: Bullets of the text's own kind; others are told apart by their level alone.
_PLAIN_BULLETS = {"-": "-", "–": "-", "—": "-", "+": "+", "*": "*"}
_BY_LEVEL = ("-", "+", "•")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Gives each paragraph its label, in the order of the document."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._lists: dict[str, _List] = {}
        self._nums: dict[str, tuple[str, dict[int, int]]] = {}
        self._begun: set[str] = set()
        self._styles = dict(_style_numbers(styles)) if styles is not None else {}
        self._based = dict(_style_parents(styles)) if styles is not None else {}
        if numbering is not None:
            self._read(numbering)

    def _read(self, root: Any) -> None:
        for abstract in root.iter(f"{_W}abstractNum"):
            levels = {
                int(level.get(f"{_W}ilvl", "0")): _level(level) for level in abstract.findall(f"{_W}lvl")
            }
            self._lists[abstract.get(f"{_W}abstractNumId")] = _List(levels)
        for num in root.iter(f"{_W}num"):
            link = num.find(f"{_W}abstractNumId")
            starts = {}
            for override in num.findall(f"{_W}lvlOverride"):
                start = override.find(f"{_W}startOverride")
                if start is not None:
                    starts[int(override.get(f"{_W}ilvl", "0"))] = int(start.get(_VAL, "1"))
            if link is not None:
                self._nums[num.get(f"{_W}numId")] = (link.get(_VAL), starts)

    def label(self, paragraph: Any) -> str:
        """The label of the next paragraph: "I.", "1.", "a)", "1.1.", "-"; "" where it has none."""
        found = self._number_of(paragraph)
        if found is None:
            return ""
        num, at = found
        if num not in self._nums or not 0 <= at < _LEVELS:
            return ""
        abstract, starts = self._nums[num]
        listed = self._lists.get(abstract)
        if listed is None or at not in listed.levels:
            return ""
        if num not in self._begun:
            self._begun.add(num)
            for deep, start in starts.items():
                if 0 <= deep < _LEVELS:
                    listed.counters[deep] = start - 1
        level = listed.levels[at]
        before = listed.counters[at]
        listed.counters[at] = level.start if before is None else before + 1
        listed.counters[at + 1 :] = [None] * (_LEVELS - at - 1)
        return _shown(listed, at)

    def _number_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, or those of its style."""
        own = paragraph.find(f"{_W}pPr")
        style = None
        num: str | None = None
        at: int | None = None
        if own is not None:
            num, at = _num_and_level(own)
            named = own.find(f"{_W}pStyle")
            style = named.get(_VAL) if named is not None else None
        for _ in range(12):
            if (num is not None and at is not None) or style is None:
                break
            styled = self._styles.get(style)
            if styled is not None:
                num = num if num is not None else styled[0]
                at = at if at is not None else styled[1]
            style = self._based.get(style)
        if num is None or num == "0":
            return None
        return num, at or 0


def _num_and_level(properties: Any) -> tuple[str | None, int | None]:
    numbers = properties.find(f"{_W}numPr")
    if numbers is None:
        return None, None
    num, at = numbers.find(f"{_W}numId"), numbers.find(f"{_W}ilvl")
    level = at.get(_VAL, "0") if at is not None else None
    return (num.get(_VAL) if num is not None else None), (
        int(level) if level is not None and level.isdigit() else None
    )


def _style_numbers(styles: Any) -> Iterator[tuple[str, tuple[str | None, int | None]]]:
    for style in styles.iter(f"{_W}style"):
        properties = style.find(f"{_W}pPr")
        if properties is not None and properties.find(f"{_W}numPr") is not None:
            yield style.get(f"{_W}styleId"), _num_and_level(properties)


def _style_parents(styles: Any) -> Iterator[tuple[str, str]]:
    for style in styles.iter(f"{_W}style"):
        based = style.find(f"{_W}basedOn")
        if based is not None:
            yield style.get(f"{_W}styleId"), based.get(_VAL)


def _level(level: Any) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{_W}{name}")
        return str(found.get(_VAL, default)) if found is not None else default

    start = value("start", "1")
    return _Level(int(start) if start.isdigit() else 1, value("numFmt", "decimal"), value("lvlText", ""))


def _shown(listed: _List, at: int) -> str:
    level = listed.levels[at]
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return _PLAIN_BULLETS.get(level.text.strip(), _BY_LEVEL[min(at, len(_BY_LEVEL) - 1)])
    text = level.text
    for number in range(at + 1):
        count = listed.counters[number]
        own = listed.levels.get(number)
        form = own.form if own is not None else "decimal"
        if count is None:
            count = own.start if own is not None else 1
        text = text.replace(f"%{number + 1}", formatted(count, form))
    return text.strip()


def formatted(count: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> formatted(4, "upperRoman"), formatted(3, "lowerLetter"), formatted(7, "decimalZero")
    ('IV', 'c', '07')
    """
    match form:
        case "upperRoman" | "lowerRoman":
            text = ""
            left = max(count, 0)
            for worth, sign in _ROMAN:
                while left >= worth and len(text) < 20:
                    text, left = text + sign, left - worth
            return text if form == "upperRoman" else text.lower()
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 5)
            return letter.upper() if form == "upperLetter" else letter
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)
