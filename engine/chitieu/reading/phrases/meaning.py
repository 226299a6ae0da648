"""What the rules of ``indicator.lark`` mean: the callbacks that turn a parse into phrases and statements."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.quantity.arithmetic import add, divide, multiply, subtract
from chitieu.quantity.notation import format_number
from chitieu.quantity.units import conversion
from chitieu.reading.phrases.phrase import Amount, Phrase, new_amount, new_phrase
from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.target import Op
from chitieu.text.figures import read_figure
from chitieu.text.spoken import EXCEED, PER_CENT, PLACE, TIMES, word, words

_SCALES = {
    word: 10**power
    for name, power in (("THOUSAND", 3), ("TEN_THOUSAND", 4), ("MILLION", 6), ("BILLION", 9))
    for word in words(name)
}
_TIDY = {other: usual for usual, *others in map(words, ("BILLION", "THOUSAND")) for other in others} | {
    PER_CENT: "%"
}
#: What is counted by thousands of millions, and for each person or piece by thousands and millions: money.
_DONG = new_token("MEASURE", words("DONG")[0], words("DONG")[0], 0, 0)
_BILLION = words("BILLION")[0]
_SCALED_SUMS = frozenset({words("MILLION")[0], words("THOUSAND")[0]})
_MULTIPLES = {"DOUBLE": Decimal(2), "TRIPLE": Decimal(3), "ONE_AND_HALF": Decimal("1.5")}
_COMPARATORS: dict[str, Op] = {"AT_LEAST": ">=", "AT_MOST": "<=", "MORE": ">", "LESS": "<"}
_GRADE_OPS: dict[str, Op] = {**_COMPARATORS, "OR_MORE": ">=", "OR_LESS": "<="}
#: A place beside the one named; every other comparator of places means that one or a better one.
_BESIDE: dict[str, Op] = {word("PLACE_ABOVE"): "<", word("PLACE_BELOW"): ">"}
_AND_OVER = frozenset(words("AND_OVER"))
_OVER = frozenset(words("EXCEEDING"))
#: What bounds both ends of a range: "trong giới hạn 12 - 14%".
_WITHIN_ENDS = frozenset(words("WITHIN_ENDS"))
_TIDY_UNITS = {
    other: usual
    for usual, *others in map(words, ("BILLION_DONG", "MILLION_DONG", "DONG", "HOURS"))
    for other in others
}


@dataclass(slots=True, eq=False)
class Said:
    """What a statement says: its kind, and for a grade the grade and its comparison."""

    kind: Any
    grade: Token | None = None
    op: Any = "="


def _tell(phrase: Phrase, words: tuple[Token, ...]) -> None:
    """Write what the words before a figure say into a phrase, in order: the comparator nearest to the figure counts."""
    for token in words:
        kind = token.type
        if kind in _COMPARATORS:
            phrase.op, phrase.compared = _COMPARATORS[kind], True
            phrase.comparator = token.key
            phrase.exceeds = phrase.exceeds or token.key == EXCEED or token.key in _OVER
            phrase.at_least_and_over = phrase.at_least_and_over or token.key in _AND_OVER
        elif kind == "RISE":
            phrase.change, phrase.reaches = "increase", False
        elif kind == "FALL":
            phrase.change, phrase.reaches = "decrease", False
        elif kind in {"DOWN_TO", "UP_TO"}:
            phrase.reaches = True
            phrase.moved = "decrease" if kind == "DOWN_TO" else "increase"
        elif kind == "BRING":
            phrase.brought = True
        elif kind == "EQUALS":
            phrase.equals = True
        elif kind == "ABOUT":
            phrase.approximate = True
        elif kind == "NEARLY":
            phrase.approximate = phrase.nearly = True
        elif kind == "AVERAGE":
            phrase.average = True
        elif kind == "TIMES":
            phrase.times = True
        elif kind == "STRIVE":
            phrase.strive = True
        elif kind == "TIME":
            phrase.when = token.key


class Meaning:
    """The callbacks of the grammar's rules: each takes the children of its rule; a lead is the tuple of its words."""

    def figure_phrase(self, children: list[Any]) -> list[Phrase]:
        """One phrase, or two side by side: "cao hơn năm trước đạt 76%"."""
        if len(children) == 1:
            return [children[0]]
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

    def closing(self, children: list[Token]) -> str:
        """ "trở lên", "trở xuống", or nothing."""
        return children[0].type if children else ""

    def moved(self, children: list[Token]) -> list[Token]:
        """ "xuống còn", "lên", with the comparator behind it."""
        return list(children)

    # -- what is stated

    def _stated(self, children: list[Any]) -> tuple[Phrase, list[Amount]]:
        phrase = new_phrase()
        amounts: list[Amount] = []
        for child in children:
            kind = type(child)
            if kind is Amount:
                amounts.append(child)
            elif kind is tuple:  # the words before
                _tell(phrase, child)
            elif kind is str and child in {"OR_MORE", "OR_LESS"}:
                phrase.closing = True
                phrase.op = ">=" if child == "OR_MORE" else "<="
        return phrase, amounts

    def single(self, children: list[Any]) -> Phrase:
        """ "trên 98%"."""
        phrase, amounts = self._stated(children)
        phrase.amount = amounts[0]
        return phrase

    def from_on(self, children: list[Any]) -> Phrase:
        """ "từ 95% trở lên", "từ 02 mô hình"."""
        phrase, amounts = self._stated(children)
        phrase.amount = amounts[0]
        if not phrase.closing and not phrase.compared:
            phrase.op = ">="
        return phrase

    def between(self, children: list[Any]) -> Phrase:
        """ "từ 5 - 8 đảng viên"."""
        phrase, amounts = self._stated(children)
        low, high = amounts
        low.noun = low.noun or high.noun
        if not low.unit or (low.unit != high.unit and high.unit.endswith(low.unit)):
            scaled = phrase.change != "decrease" and high.unit.partition(" ")[0] in _SCALES
            phrase.mixed = scaled and not low.unit and low.value > high.value  # "từ 500 đến 1 nghìn tỷ đồng"
            low.unit = high.unit
        elif high.unit.startswith(f"{low.unit} "):
            low.unit = high.unit  # "từ 1 nghìn đến 2 nghìn tỷ đồng"
        elif not high.unit:
            high.unit = low.unit
        elif low.unit != high.unit:
            phrase.mixed = not (_bring_together(low, high) or _convert(low, high))
        phrase.amount, phrase.high = low, high
        parts = low.whole is not None or high.whole is not None
        if (
            low.unit == high.unit
            and low.value > high.value
            and not (parts or phrase.mixed)
            and phrase.change != "increase"
        ):
            return _fallen(phrase, low, high)
        if not phrase.closing:
            phrase.lower_open = phrase.op == ">" and not phrase.exceeds  # "trên 90% đến 95%"
            if phrase.comparator in _WITHIN_ENDS or _bounds_each_end(phrase, children):
                phrase.compared = False
            phrase.op = "range"
        return phrase

    def between_below(self, children: list[Any]) -> Phrase:
        """ "từ 5 đến dưới 8"."""
        phrase = self.between(children)
        if phrase.start is not None:
            phrase.op, phrase.compared = "<", True
        else:
            phrase.upper_open = True
        return phrase

    def moved_to(self, children: list[Any]) -> Phrase:
        """ "từ 12 phòng xuống còn 9 phòng": the level reached."""
        phrase, (start, amount) = self._stated(children)
        if not amount.unit:
            amount.unit = start.unit
        phrase.start, phrase.amount, phrase.reaches = start, amount, True
        words = next(child for child in children if isinstance(child, list))
        if not phrase.closing and isinstance(children[children.index(words) + 1], Token):
            phrase.op = ">="  # "từ 60% lên từ 85%"
        for token in words[1:]:
            if token.type in _COMPARATORS:
                phrase.op = _COMPARATORS[token.type]
            phrase.approximate = phrase.approximate or token.type in ("ABOUT", "NEARLY")
        phrase.moved = "decrease" if words[0].type == "DOWN_TO" else "increase"
        return phrase

    def moved_between(self, children: list[Any]) -> Phrase:
        """ "từ 12% lên 16 - 17%": the range reached."""
        start, *ends = [child for child in children if isinstance(child, Amount)]
        ends[1].unit = ends[1].unit or start.unit
        phrase = self.between([child for child in children if child is not start])
        phrase.start, phrase.reaches = start, True
        words = next(child for child in children if isinstance(child, list))
        phrase.moved = "decrease" if words[0].type == "DOWN_TO" else "increase"
        return phrase

    def around(self, children: list[Any]) -> Phrase:
        """ "12 ± 0,5"; of "1.250 tấn ± 5%" the width is a share of the middle."""
        phrase, (middle, width) = self._stated(children)
        unit, wide = middle.unit or width.unit, width.value
        if width.unit == "%" != unit:
            wide = divide(multiply(middle.value, wide), Decimal(100))
        phrase.amount = new_amount(subtract(middle.value, wide), unit)
        phrase.high = new_amount(add(middle.value, wide), unit)
        phrase.around = True
        phrase.op = "range"
        return phrase

    def rank(self, children: list[Any]) -> Phrase:
        """ "xếp thứ 3/10 trở lên"."""
        phrase, _ = self._stated(children)
        numbers = [child.value for child in children if isinstance(child, Token) and child.type == "NUMBER"]
        phrase.amount = new_amount(numbers[0], PLACE)
        phrase.of_rank = numbers[1] if len(numbers) > 1 else None
        phrase.rank = True
        if phrase.closing:
            phrase.op = "<=" if phrase.op == ">=" else ">="
        elif phrase.compared:
            phrase.op = _BESIDE.get(phrase.comparator, "<=")
        return phrase

    def rank_between(self, children: list[Any]) -> Phrase:
        """ "đứng thứ 20 - 25"."""
        phrase, _ = self._stated(children)
        low, high = (child.value for child in children if isinstance(child, Token) and child.type == "NUMBER")
        phrase.amount, phrase.high = new_amount(low, PLACE), new_amount(high, PLACE)
        phrase.op, phrase.rank = "range", True
        return phrase

    def top_between(self, children: list[Any]) -> Phrase:
        """ "nhóm 10 - 15 tỉnh dẫn đầu": from the one place to the other; or the worse of them or better."""
        phrase = self.rank_between([child for child in children if not isinstance(child, str)])
        phrase.closing = True
        return phrase

    def rank_moved(self, children: list[Any]) -> Phrase:
        """ "từ vị trí 40 lên vị trí 30": the place reached."""
        phrase, _ = self._stated(children)
        numbers = [child.value for child in children if isinstance(child, Token) and child.type == "NUMBER"]
        phrase.amount, phrase.rank = new_amount(numbers[1], PLACE), True
        if phrase.closing:
            phrase.op = "<=" if phrase.op == ">=" else ">="
        return phrase

    def top(self, children: list[Any]) -> Phrase:
        """ "tốp 10"."""
        phrase = self.rank(children)
        phrase.op = "<="
        return phrase

    # -- figures

    def plain(self, children: list[Any]) -> Amount:
        """A figure with its unit."""
        unit, noun = children[1] if len(children) > 1 else ("", "")
        return new_amount(children[0].value, unit, None, noun)

    def part(self, children: list[Any]) -> Amount:
        """ "64/111 thôn", "2/3 số thôn"."""
        first, _, second, *rest = children
        unit, noun = rest[0] if rest else ("", "")
        return new_amount(first.value, unit, whole=second.value, noun=noun)

    def compound(self, children: list[Any]) -> Amount:
        """ "12 tỷ 650 triệu đồng"."""
        first, scale, second, smaller, *rest = children
        big, small = _SCALES[scale.key], _SCALES[smaller.key]
        if big < small:  # "3 nghìn 500 tỷ đồng"
            first, scale, second, big, small = second, smaller, first, small, small * big
        value = first.value + second.value * small / big
        unit = " ".join([_TIDY.get(scale.key, scale.key), *(token.text for token in rest or [_DONG])])
        return new_amount(value, unit)

    def half(self, children: list[Any]) -> Amount:
        """ "một nửa"."""
        noun = children[1] if len(children) > 1 else ""
        return new_amount(Fraction(1, 2), "", noun=noun)

    def multiple(self, children: list[Any]) -> Amount:
        """ "gấp đôi"."""
        return new_amount(_MULTIPLES[children[0].type], TIMES)

    # -- units: (unit, noun)

    def unit(self, children: list[Any]) -> tuple[str, str]:
        """A unit as written, and the counted noun in it."""
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
        if not noun and words and (words[-1] == _BILLION or (pers and words[-1] in _SCALED_SUMS)):
            words.append(_DONG.text)  # "lợi nhuận 96 tỷ", "55 triệu/người/năm"
        return " ".join(words) + pers, noun

    def noun(self, children: list[Token]) -> str:
        """A counted noun; "mg %" is written as "mg%"."""
        first, *others = children
        if not others:
            return first.text.replace(" %", "%")
        return " ".join([token.text for token in children]).replace(" %", "%")

    def per(self, children: list[Any]) -> str:
        """ "/người", "/10.000 dân"."""
        words = [child if isinstance(child, str) else _tidy(child) for child in children[1:]]
        return "/" + " ".join(words)

    # -- what it is against

    def point(self, children: list[Token]) -> str:
        """What something is against: a year, the year before, the plan."""
        token = children[-1]
        if token.type == "YEAR":
            return f"year:{token.value}"
        return {"PREVIOUS": "previous", "TERM_START": "term_start", "PLAN": "plan"}[token.type]

    def basis(self, children: list[Any]) -> str:
        """ "so với năm 2020", "kế hoạch"."""
        last = children[-1]
        return "plan" if isinstance(last, Token) else last

    def reference(self, children: list[Any]) -> Phrase:
        """A comparison without an amount, or a basis on its own."""
        phrase, _ = self._stated(children)
        phrase.basis = children[-1]
        return phrase

    # -- statements

    def graded(self, children: list[Any]) -> Said:
        """A grade: "đạt loại tốt trở lên"."""
        grade = next(child for child in children if isinstance(child, Token) and child.type == "GRADE")
        compared = next((child for child in children if isinstance(child, str) and child), "")
        return Said("graded", grade, _GRADE_OPS.get(compared, "="))

    def compared(self, children: list[Token]) -> str:
        """The comparator before a grade."""
        return children[0].type

    def task(self, _children: list[Any]) -> Said:
        """No target: a task or a description."""
        return Said("task")

    def held(self, _children: list[Any]) -> Said:
        """ "giữ vững danh hiệu …"."""
        return Said("held")

    def absent(self, _children: list[Any]) -> Said:
        """ "không để xảy ra …"."""
        return Said("absent")

    def ended(self, _children: list[Any]) -> Said:
        """ "xóa bỏ …"."""
        return Said("ended")

    def attained(self, _children: list[Any]) -> Said:
        """ "đạt chuẩn …"."""
        return Said("attained")

    def plan_met(self, _children: list[Any]) -> Said:
        """ "đạt và vượt chỉ tiêu giao"."""
        return Said("plan_met")

    def kept(self, _children: list[Any]) -> Said:
        """ "duy trì … là …"."""
        return Said("kept")

    def finished(self, _children: list[Any]) -> Said:
        """ "hoàn thành công tác …"."""
        return Said("finished")

    def enough(self, _children: list[Any]) -> Said:
        """ "đủ biên chế"."""
        return Said("enough")

    def had(self, _children: list[Any]) -> Said:
        """ "có sân thể thao của toàn xã"."""
        return Said("had")


def _convert(low: Amount, high: Amount) -> bool:
    """Put the lower end in the unit of the upper, where both measure one thing: "từ 5.000 m2 đến 2 ha"."""
    factor = conversion(low.unit, high.unit)
    if factor is None:
        return False
    low.value, low.unit, low.noun = multiply(low.value, factor), high.unit, high.noun
    return True


def _bounds_each_end(phrase: Phrase, children: list[Any]) -> bool:
    """ "tối thiểu 25 đến tối đa 35", "trên 5 đến dưới 7", "trên 5 đến 7": the comparator is that of the lower end.

    Behind a dash it may be that of both: "trên 80 - 85%".
    """
    joints = {child.type: child.key for child in children if isinstance(child, Token)}
    if phrase.lower_open:
        return "LESS" in joints or joints["TO"].isalpha()
    return phrase.op == ">=" and "AT_MOST" in joints


def _fallen(phrase: Phrase, start: Amount, reached: Amount) -> Phrase:
    """ "giảm từ 5% đến 3%": an end below the start makes no range, it is the level reached."""
    phrase.start, phrase.amount, phrase.high = start, reached, None
    phrase.op, phrase.reaches, phrase.moved = "=", True, "decrease"
    return phrase


def _bring_together(low: Amount, high: Amount) -> bool:
    """Put the lower end in the unit of the upper where only the scale word differs: "500 triệu đến 1,2 tỷ"."""
    first, second = low.unit.split(), high.unit.split()
    if (
        not first
        or not second
        or first[0] not in _SCALES
        or second[0] not in _SCALES
        or first[1:] != second[1:]
    ):
        return False
    low.value = divide(multiply(low.value, Decimal(_SCALES[first[0]])), Decimal(_SCALES[second[0]]))
    low.unit = high.unit
    return True


def _tidy(token: Token) -> str:
    if token.type == "BASE" and isinstance(token.value, Decimal) and read_figure(token.text) is None:
        return format_number(token.value)  # "/một vạn dân"
    key = token.text.replace(" ", "")
    key = key.lower() if len(key) > 1 else key  # "H" is no hour
    return _TIDY_UNITS.get(key) or _TIDY.get(token.key) or token.text
