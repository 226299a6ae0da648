"""Vietnamese figures: digits with their points and commas, and numbers spelled out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

#: A longer run of digits is no figure of a resolution.
_LONGEST = 1000
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_GROUPED_COMMA = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")


@lru_cache(maxsize=4096)  # few numbers make up most of what is written
def read_figure(text: str) -> Decimal | None:
    """The number that a group of digits, points and commas means; None where it means none.

    "." before exactly three digits groups thousands, before one, two or more than three it is the decimal
    point; "," is the decimal point unless it repeats.

    >>> [str(read_figure(text)) for text in ("2.860", "457,802", "0.1", "12.000.000")]
    ['2860', '457.802', '0.1', '12000000']
    >>> [str(read_figure(text)) for text in ("1.409,5", "01", "0.125", "1,234,567")]
    ['1409.5', '1', '0.125', '1234567']
    >>> read_figure("1.2.3") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return Decimal(_strip(text))
    if not text.replace(".", "").replace(",", "").isdecimal():
        return None  # "7o": letters for digits that nobody mended
    whole, comma, decimals = text.partition(",")
    if _GROUPED_COMMA.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if comma:
        if "," in decimals:
            return None
        if "." in decimals:  # 1,234.5: the English way round
            if re.fullmatch(r"[0-9]{1,3},[0-9]{3}\.[0-9]+", text):
                return Decimal(text.replace(",", ""))
            return None
        if "." in whole and not _GROUPED.fullmatch(whole):
            return None
        return Decimal(f"{_strip(whole.replace('.', ''))}.{decimals}")
    if "." in whole:
        if _GROUPED.fullmatch(whole):
            return Decimal(whole.replace(".", ""))
        if whole.count(".") > 1:
            return None
        head, _, tail = whole.partition(".")
        return Decimal(f"{_strip(head)}.{tail}")
    return None


def _strip(digits: str) -> str:
    return digits.lstrip("0") or "0"


def rarer_reading(text: str) -> Decimal | None:
    """What "96.125" is with a decimal point, or "1,250" with a comma between thousands, against the rule; else None.

    >>> rarer_reading("96.125"), rarer_reading("1,250"), rarer_reading("2,5")
    (Decimal('96.125'), Decimal('1250'), None)
    """
    if _ONE_GROUP.fullmatch(text):
        return Decimal(text)
    return Decimal(text.replace(",", "")) if _ONE_GROUP.fullmatch(text.replace(",", ".")) else None


_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 10**9, "tỉ": 10**9}
#: What one of each word is, ten and a hundred among them.
MULTIPLES = {"chục": 10, "trăm": 100, **_SCALES}
_JOINERS = {"linh", "lẻ"}
#: The words that a spelled-out number is made of.
NUMERALS = (
    frozenset(_DIGITS) | frozenset(_SCALES) | _JOINERS | {"mười", "mươi", "chục", "trăm", "rưỡi", "rưởi"}
)


def read_numerals(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """The number that the words at the beginning spell, and how many of them it takes; else None.

    >>> read_numerals("hai mươi lăm đảng viên".split())
    (Decimal('25'), 3)
    >>> read_numerals("trăm linh năm".split()), read_numerals("ba nghìn hai trăm".split())
    ((Decimal('105'), 3), (Decimal('3200'), 4))
    >>> read_numerals("hai rưỡi".split()), read_numerals(["hộ"])
    ((Decimal('2.5'), 2), None)

    A greater scale multiplies all that is smaller before it: "một nghìn hai trăm tỷ" is 1.200 tỷ.

    >>> [str(read_numerals(text.split())[0]) for text in ("một nghìn hai trăm triệu", "một tỷ hai trăm triệu")]
    ['1200000000', '1200000000']
    >>> read_numerals("hai nghìn không trăm linh năm".split())
    (Decimal('2005'), 6)
    """
    total = Decimal(0)
    scaled: list[Decimal] = []  # what each scale word has made, the greatest first
    group: int | None = None  # what stands below the next scale word
    last = 1  # the size of what "rưỡi" halves
    taken = 0
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in _DIGITS:
            digit = _DIGITS[word]
            if word in ("lăm", "nhăm", "mốt") and group is not None and 0 < group < 10:
                group = group * 10 + digit  # "hai lăm" is 25
                taken = index + 1
                continue
            if group is not None and group % 10 and index and words[index - 1] in _DIGITS:
                break
            group = (group or 0) + digit
            last = 1
        elif word == "mười":
            if group is not None and group % 100:
                break
            group = (group or 0) + 10
            last = 10
        elif word in {"mươi", "chục"}:
            if group is None or not group % 10 > 0:
                if word == "mươi" or group is not None:
                    break
                group = 10
            else:
                group = group - group % 10 + group % 10 * 10
            last = 10
        elif word == "trăm":
            group = (1 if group is None else group) * 100
            last = 100
        elif word in _JOINERS:
            if group is None or group % 100 or following not in _DIGITS:
                break
        elif word in _SCALES:
            scale, counted = _SCALES[word], Decimal(group or 0)
            while scaled and scaled[-1] < scale:
                counted += scaled.pop()
            if not counted:
                break
            scaled.append(counted * scale)
            total, group, last = sum(scaled, Decimal(0)), None, scale
        elif word in ("rưỡi", "rưởi") and (group is not None or total):
            taken = index + 1
            half = Decimal(last) / 2
            return (total + (group or 0) + half, taken)
        else:
            break
        taken = index + 1
    return (total + (group or 0), taken) if taken else None
