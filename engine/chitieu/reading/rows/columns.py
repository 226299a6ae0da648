"""What the columns of a table hold, by the words that head them."""

from __future__ import annotations

import re
from functools import cache

from chitieu.quantity.vocabulary import column_words
from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import COMPARED_TO, words

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_BEHIND = re.compile(r"(?<=[^0-9])(?:19|20)[0-9]{2}$")
#: "KH25": the year cut short behind what heads a result or a plan.
_SHORT_YEAR = re.compile(r"([^\W\d]+)([23][0-9])")
#: "2025/TH" of "KH 2025/TH 2024".
_YEAR_ABOVE = re.compile(r"(?:19|20)[0-9]{2}/([^\W\d]+)", re.IGNORECASE)
_OF_TIME = frozenset(words("OF_YEAR"))
_PARTS = frozenset((*words("PERIODS"), *words("PART_OF_YEAR"))) - _OF_TIME
#: What a heading is made of.
_OF_HEADINGS, _BRACKETS = frozenset({"WORD", "DASH", "SLASH", "PERCENT", "DOCUMENT"}), frozenset("()")
#: A ratio has two sides.
_TWO = 2
#: So many syllables a heading of values may have behind those that are known.
_LEFT = 2
_OF_VALUES = frozenset({"result", "plan", "revised", "least", "most"})
_FIRST = frozenset({"number", "name"})
_DATED = _OF_VALUES | {"ratio", "done", "growth"}


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    """Folded wording → what columns so headed may hold."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, wordings in column_words().kinds.items():
        for wording in wordings:
            found[wording] = (*found.get(wording, ()), kind)
    return found


def is_plain_year(token: Token) -> bool:
    """A number that looks like a year: of four digits, without a sign of thousands."""
    return token.type == "NUMBER" and _YEAR.fullmatch(token.key) is not None


def year_of(heading: list[Token]) -> str | None:
    """The last year that a heading names: "KH2025", "năm học 2023-2024"."""
    for token in reversed(heading):
        if is_plain_year(token):
            return token.key
        if token.type == "WORD" and (year := _year_behind(token.key)):
            return year
    return None


def _year_behind(word: str) -> str:
    """The year that a word ends in: "kh2025", "th24"; "" where it ends in none."""
    behind = _YEAR_BEHIND.search(word)
    if behind is not None:
        return behind.group()
    short = _SHORT_YEAR.fullmatch(word)
    headed = short is not None and not _OF_VALUES.isdisjoint(_columns().get(short[1], ()))
    return f"20{short[2]}" if short is not None and headed else ""


def _without_year(word: str) -> str:
    year = _year_behind(word)
    return word.removesuffix(year).removesuffix(year[2:]) if year else word


def kinds_of(heading: list[Token]) -> tuple[str, ...]:
    """What a column with this heading may hold, () where nobody knows.

    Of a ratio of two columns the kind is "ratio" where the plan stands above, "done" where the result does.
    """
    parts = _parts(heading)
    if len(parts) == _TWO:
        above, below = (_match(part)[0] for part in parts)
        if below and ("plan" in above or "result" in above):
            return ("ratio",) if "plan" in above else ("done",)
    return _match([word for part in parts for word in part])[0]


def _parts(heading: list[Token]) -> list[list[str]]:
    """The words of a heading without its years, those of either side of a ratio by themselves."""
    parts: list[list[str]] = [[]]
    for token in heading:
        if token.type == "SLASH":
            parts.append([])
        elif token.key.startswith(COMPARED_TO) and not _OF_VALUES.isdisjoint(_match(parts[-1])[0]):
            parts.append(token.key.removeprefix(COMPARED_TO).split())  # "KH 2026 so với TH 2025"
        elif token.type == "WORD":
            parts[-1] += _without_year(token.key).split()
        elif token.type == "DOCUMENT" and (split := _YEAR_ABOVE.fullmatch(token.key)):
            parts.append([split[1].lower()])  # "KH 2025/TH 2024" has "2025/TH"
    return parts


def is_column(heading: list[Token]) -> bool:
    """Whether a cell is the heading of a value and nothing else, with its year: "KH 2025", "Thực hiện năm 2024"."""
    words = [token for token in heading if token.type == "WORD"]
    if not words or not all(token in words or is_plain_year(token) for token in heading):
        return False
    spelled = [word for token in words for word in _without_year(token.key).split()]
    kinds, count = _match(spelled)
    own = "name" not in kinds or year_of(heading) is not None
    return own and not _OF_VALUES.isdisjoint(kinds) and count == len(_timeless(spelled))


@cache
def _begins() -> tuple[frozenset[str], frozenset[str]]:
    """The headings that the first column of a table may have, and the syllables that any heading begins with."""
    first = frozenset(wording for wording, kinds in _columns().items() if not _FIRST.isdisjoint(kinds))
    return first, _OF_TIME | {wording.partition(" ")[0] for wording in _columns()}


@cache
def _results() -> re.Pattern[str]:
    wordings = sorted((wording for wording, kinds in _columns().items() if "result" in kinds), key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wordings))})(?!\w)")


def may_hold_results(tokens: list[Token]) -> bool:
    """Whether the words of a text hold the heading of results."""
    return _results().search(" ".join([token.key for token in tokens])) is not None


def opens_headings(tokens: list[Token]) -> bool:
    """Whether a text may begin with the headings of a table: "STT Chỉ tiêu", "Nội dung ĐVT"."""
    return len(tokens) > 1 and tokens[0].key in _begins()[0] and may_head(tokens[1])


def may_head(token: Token) -> bool:
    """Whether a heading may begin with a token."""
    return token.type == "WORD" and _without_year(token.key.partition(" ")[0]) in _begins()[1]


def heads_alone(tokens: list[Token]) -> bool:
    """Whether some tokens are one heading and nothing else: "STT", "Kế hoạch năm 2026", "KH 2025/TH 2024 (%)"."""
    if not tokens or tokens[0].type != "WORD" or tokens[-1].key in _OF_TIME:
        return False
    kinds = kinds_of(tokens)
    if not kinds or (any(map(is_plain_year, tokens)) and _DATED.isdisjoint(kinds)):
        return False
    if not all(
        token.type in _OF_HEADINGS or token.key in _BRACKETS or is_plain_year(token) for token in tokens
    ):
        return False
    keys = [token.key for token in tokens]
    whole = keys.count("(") == keys.count(")")
    return whole and all(_match(part)[1] == len(_timeless(part)) for part in _parts(tokens))


def is_heading(cell: list[Token]) -> bool:
    """Whether a cell heads a column: "Kế hoạch giao đầu năm", "Thời gian"; "Giao hàng đúng hạn" says too much else."""
    spelled = [word for token in cell if token.type == "WORD" for word in _without_year(token.key).split()]
    kinds, count = _match(spelled)
    left = len(_timeless(spelled)) - count
    return bool(kinds) and left <= (0 if _OF_VALUES.isdisjoint(kinds) else _LEFT)


def is_part_of_year(heading: list[Token]) -> bool:
    """ "Quý I", "Tháng 3", "TH 6 tháng đầu năm"."""
    return any("PERIOD_OF_YEAR" in token.marks or token.key in _PARTS for token in heading)


def label_of(heading: list[Token]) -> list[Token]:
    """What the heading of a plan says beside that and its year: "KH 2025 Công ty mẹ", "KH quý I"."""
    left = [token for token in heading if token.type == "WORD"]
    spelled: list[str] = []
    for at, token in enumerate(left):
        kinds, count = _match([*spelled, *token.key.split()])
        spelled += token.key.split()
        if kinds and count == len(_timeless(spelled)):
            continue
        if kinds and _OF_TIME.isdisjoint(token.key.split()):
            return left[at:]
    return []


def _timeless(words: list[str]) -> list[str]:
    return [word for word in words if word not in _OF_TIME]


def _match(words: list[str]) -> tuple[tuple[str, ...], int]:
    """What the longest wording says that words begin with, and how many words it has; years are left out."""
    words = _timeless(words)
    for end in range(min(len(words), 5), 0, -1):
        found = _columns().get(" ".join(words[:end]))
        if found is not None:
            return found, end
    return (), 0
