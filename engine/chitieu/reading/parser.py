"""The only door to Lark: token runs in, figure phrases out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lark import Lark
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from chitieu.reading.phrase import Amount, Phrase
from chitieu.reading.scanner import Token
from chitieu.resources import cache_dir, data_dir

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_TIDY = {"tỉ": "tỷ", "ngàn": "nghìn", "phần trăm": "%"}
_MULTIPLES = {"DOUBLE": Decimal(2), "TRIPLE": Decimal(3), "ONE_AND_HALF": Decimal("1.5")}
_COMPARATORS = {"AT_LEAST": ">=", "AT_MOST": "<=", "MORE": ">", "LESS": "<"}
_AND_OVER = frozenset({"đạt và vượt", "đạt hoặc vượt"})
_TIDY_UNITS = {
    "tỷđ": "tỷ đồng",
    "tỷ.đ": "tỷ đồng",
    "trđ": "triệu đồng",
    "tr.đ": "triệu đồng",
    "trđồng": "triệu đồng",
}


class Given(Lexer):
    """The lexer that Lark is given: the scanner has done the work, the tokens pass through."""

    def __init__(self, lexer_conf: Any) -> None:
        del lexer_conf

    def lex(self, tokens: Any) -> Iterator[Token]:
        """The tokens as they come."""
        return iter(tokens)


@dataclass(slots=True, eq=False)
class Said:
    """What a statement says: its kind, and for a grade the grade and its comparison."""

    kind: Any
    grade: Token | None = None
    op: Any = "="


class _Lead:
    """What the words before a figure say, folded in order: the comparator nearest to the figure counts."""

    __slots__ = (
        "about",
        "average",
        "brought",
        "change",
        "equals",
        "exceeds",
        "moved",
        "nearly",
        "op",
        "over",
        "reaches",
        "strive",
        "times",
        "when",
    )

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.op: Any = None
        self.moved: Any = None
        self.change: Any = None
        self.reaches = self.equals = self.about = self.average = self.strive = self.times = False
        self.exceeds = self.over = self.brought = self.nearly = False
        self.when: str | None = None
        for token in tokens:
            kind = token.type
            if kind in _COMPARATORS:
                self.op = _COMPARATORS[kind]
                self.exceeds = token.key == "vượt"
                self.over = self.over or token.key in _AND_OVER
            elif kind == "RISE":
                self.change, self.reaches = "increase", False
            elif kind == "FALL":
                self.change, self.reaches = "decrease", False
            elif kind in ("DOWN_TO", "UP_TO"):
                self.reaches = True
                self.moved = "decrease" if kind == "DOWN_TO" else "increase"
            elif kind == "BRING":
                self.brought = True
            elif kind == "EQUALS":
                self.equals = True
            elif kind == "ABOUT":
                self.about = True
            elif kind == "NEARLY":
                self.about = self.nearly = True
            elif kind == "AVERAGE":
                self.average = True
            elif kind == "TIMES":
                self.times = True
            elif kind == "STRIVE":
                self.strive = True
            elif kind == "TIME":
                self.when = token.key


class PhraseBuilder:
    """The callbacks of the grammar's rules: each takes the children of its rule."""

    def figure_phrase(self, children: list[Any]) -> list[Phrase]:
        phrases: list[Phrase] = []
        basis: str | None = None
        for child in children:
            if isinstance(child, Phrase):
                phrases.append(child)
            else:
                basis = child
        if basis is not None:
            phrases[-1].basis = basis
        if (
            len(phrases) == 2
            and phrases[0].basis == "plan"
            and phrases[0].compared
            and not phrases[1].compared
        ):
            phrases[1].op, phrases[1].compared = phrases[0].op, True  # at most the plan, which is this figure
            del phrases[0]
        return phrases

    def lead(self, children: list[Token]) -> _Lead:
        return _Lead(children)

    def closing(self, children: list[Token]) -> str:
        return children[0].type if children else ""

    def moved(self, children: list[Token]) -> list[Token]:
        return children

    # -- what is stated

    def _stated(self, children: list[Any]) -> tuple[Phrase, list[Amount]]:
        phrase = Phrase()
        amounts: list[Amount] = []
        for child in children:
            if isinstance(child, _Lead):
                phrase.op = child.op or "="
                phrase.change = child.change
                phrase.reaches = child.reaches
                phrase.equals = child.equals
                phrase.approximate, phrase.nearly = child.about, child.nearly
                phrase.average = child.average
                phrase.strive = child.strive
                phrase.times = child.times
                phrase.moved = child.moved
                phrase.brought = child.brought
                phrase.exceeds = child.exceeds
                phrase.at_least_and_over = child.over
                phrase.when = child.when
                phrase.compared = child.op is not None
            elif isinstance(child, Amount):
                amounts.append(child)
            elif child in ("OR_MORE", "OR_LESS"):
                phrase.closing = True
                phrase.op = ">=" if child == "OR_MORE" else "<="
        return phrase, amounts

    def single(self, children: list[Any]) -> Phrase:
        phrase, (phrase.amount,) = self._stated(children)
        return phrase

    def from_on(self, children: list[Any]) -> Phrase:
        phrase, (phrase.amount,) = self._stated(children)
        if not phrase.closing and not phrase.compared:
            phrase.op = ">="
        return phrase

    def between(self, children: list[Any]) -> Phrase:
        phrase, amounts = self._stated(children)
        low, high = amounts
        low.noun = low.noun or high.noun
        if not low.unit or (low.unit != high.unit and high.unit.endswith(low.unit)):
            low.unit = high.unit
        elif not high.unit:
            high.unit = low.unit
        phrase.amount, phrase.high = low, high
        if not phrase.closing:
            phrase.op = "range"
        return phrase

    def between_below(self, children: list[Any]) -> Phrase:
        phrase = self.between([child for child in children])
        phrase.upper_open = True
        return phrase

    def moved_to(self, children: list[Any]) -> Phrase:
        phrase, (start, amount) = self._stated(children)
        if not amount.unit:
            amount.unit = start.unit
        phrase.start, phrase.amount, phrase.reaches = start, amount, True
        words = next(child for child in children if isinstance(child, list))
        for token in words[1:]:
            phrase.op = _COMPARATORS.get(token.type, phrase.op)  # type: ignore[assignment]
            phrase.approximate = phrase.approximate or token.type in ("ABOUT", "NEARLY")
        phrase.moved = "decrease" if words[0].type == "DOWN_TO" else "increase"
        return phrase

    def around(self, children: list[Any]) -> Phrase:
        phrase, (middle, width) = self._stated(children)
        unit = middle.unit or width.unit
        phrase.amount = Amount(middle.value - width.value, unit)  # type: ignore[operator]
        phrase.high = Amount(middle.value + width.value, unit)  # type: ignore[operator]
        phrase.op, phrase.around = "range", True
        return phrase

    def rank(self, children: list[Any]) -> Phrase:
        phrase, _ = self._stated(children)
        numbers = [child.value for child in children if isinstance(child, Token) and child.type == "NUMBER"]
        phrase.amount = Amount(numbers[0], "hạng")
        phrase.of_rank = numbers[1] if len(numbers) > 1 else None
        phrase.rank = True
        if phrase.closing or phrase.compared:
            phrase.op = "<="
        return phrase

    def top(self, children: list[Any]) -> Phrase:
        phrase = self.rank(children)
        phrase.op = "<="
        return phrase

    # -- figures

    def plain(self, children: list[Any]) -> Amount:
        number, *rest = children
        unit, noun = rest[0] if rest else ("", "")
        return Amount(number.value, unit, noun=noun)

    def part(self, children: list[Any]) -> Amount:
        first, _, second, *rest = children
        unit, noun = rest[0] if rest else ("", "")
        return Amount(first.value, unit, whole=second.value, noun=noun)

    def compound(self, children: list[Any]) -> Amount:
        first, scale, second, smaller, *rest = children
        big, small = _SCALES[scale.key], _SCALES[smaller.key]
        value = first.value + second.value * small / big
        unit = " ".join([_TIDY.get(scale.key, scale.key), *(token.text for token in rest)])
        return Amount(value, unit)

    def half(self, children: list[Any]) -> Amount:
        noun = children[1] if len(children) > 1 else ""
        return Amount(Fraction(1, 2), "", noun=noun)

    def multiple(self, children: list[Any]) -> Amount:
        return Amount(_MULTIPLES[children[0].type], "lần")

    # -- units: (unit, noun)

    def unit(self, children: list[Any]) -> tuple[str, str]:
        words: list[str] = []
        pers = ""
        noun = ""
        for child in children:
            if isinstance(child, Token):
                if child.type == "PERCENT":
                    words.append("%")
                elif child.type == "PERMILLE":
                    words.append("‰")
                else:
                    words.append(_tidy(child))
            elif child.startswith("/"):
                pers += child
            else:
                noun = child
                words.append(child)
        return " ".join(words) + pers, noun

    def noun(self, children: list[Token]) -> str:
        return " ".join(token.text for token in children)

    def per(self, children: list[Any]) -> str:
        words = [child if isinstance(child, str) else _tidy(child) for child in children[1:]]
        return "/" + " ".join(words)

    # -- what it is against

    def point(self, children: list[Token]) -> str:
        token = children[-1]
        if token.type == "YEAR":
            return f"year:{token.value}"
        return {"PREVIOUS": "previous", "TERM_START": "term_start", "PLAN": "plan"}[token.type]

    def basis(self, children: list[Any]) -> str:
        last = children[-1]
        return "plan" if isinstance(last, Token) else last

    def reference(self, children: list[Any]) -> Phrase:
        phrase, _ = self._stated(children)
        phrase.basis = children[-1]
        return phrase

    # -- statements

    def graded(self, children: list[Any]) -> Said:
        grade = next(child for child in children if isinstance(child, Token) and child.type == "GRADE")
        closed = next((child for child in children if isinstance(child, str)), "")
        return Said("graded", grade, {"OR_MORE": ">=", "OR_LESS": "<="}.get(closed, "="))

    def task(self, children: list[Any]) -> Said:
        return Said("task")

    def held(self, children: list[Any]) -> Said:
        return Said("held")

    def absent(self, children: list[Any]) -> Said:
        return Said("absent")

    def attained(self, children: list[Any]) -> Said:
        return Said("attained")

    def plan_met(self, children: list[Any]) -> Said:
        return Said("plan_met")

    def kept(self, children: list[Any]) -> Said:
        return Said("kept")

    def finished(self, children: list[Any]) -> Said:
        return Said("finished")

    def enough(self, children: list[Any]) -> Said:
        return Said("enough")


def _tidy(token: Token) -> str:
    key = token.text.lower().replace(" ", "")
    return _TIDY_UNITS.get(key) or _TIDY.get(token.key) or token.text


class Grammar:
    """``indicator.lark`` compiled."""

    def __init__(self) -> None:
        folder = data_dir("grammar")
        text = (folder / "indicator.lark").read_text(encoding="utf-8")
        where = cache_dir()
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        self._lark = Lark(
            text,
            parser="lalr",
            lexer=Given,
            start=["figure_phrase", "statement"],
            cache=str(where / f"grammar-{digest}.lark") if where else False,
            maybe_placeholders=False,
            transformer=PhraseBuilder(),
        )

    def figure_phrases(self, tokens: Sequence[Token]) -> tuple[list[Phrase], int]:
        """The phrases of a run of tokens, and how many of its tokens they take.

        A run that the grammar does not read whole is read up to the token that does not fit, if that much reads.
        """
        run = list(tokens)
        while run:
            try:
                return self._lark.parse(run, "figure_phrase"), len(run)  # type: ignore[arg-type, return-value]
            except UnexpectedToken as error:
                bad = error.token
                at = next((index for index, token in enumerate(run) if token is bad), len(run) - 1)
                if at == 0:
                    break
                run = run[:at]
        return [], 0

    def statement(self, tokens: Sequence[Token]) -> Said | None:
        """What a run of words without a figure states; None for a task, a description, or what does not read."""
        if not tokens:
            return None
        try:
            said: Any = self._lark.parse(list(tokens), "statement")  # type: ignore[arg-type]
        except UnexpectedToken:
            return None
        return None if said.kind == "task" else said  # type: ignore[no-any-return]
