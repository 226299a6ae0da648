"""How much a target counts among others: "trọng số 20%", "(tỷ trọng 10/100 điểm)", "(40%)".

So told are how often it is measured, and what a share is worth (`says_weight`).
"""

from __future__ import annotations

from fractions import Fraction

from chitieu.reading.tokens.scanner import Contents, Token, marked, typed
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARATORS,
    COMPARING,
    COMPARING_SIGNS,
    UNIT_TYPES,
    sentence_end,
    sentence_start,
    token_at,
)
from chitieu.text.figures import read_figure
from chitieu.text.spoken import BE, POINT, words

#: What says so, and how often something is measured, and what a share is worth.
WEIGHING = frozenset({"WEIGHT", "CYCLE", "PAR"})
#: Words that say so or name a share; those that say it in brackets only; what all targets make together.
COUNTED, _SHORT = frozenset(words("COUNTS_AMONG")), frozenset(words("WEIGHT_SHORT"))
_ALL_POINTS, _STRUCTURES = words("ALL_POINTS"), frozenset(words("STRUCTURE"))
#: What states a figure, or moves it.
STATING = COMPARING | {"EQUALS", "RISE", "FALL", "DOWN_TO", "UP_TO", "TO"}
_REACHED = frozenset({"DOWN_TO", "UP_TO"})
_MOVED = CHANGING | _REACHED
_GROWING = CHANGING | {"GROWTH_NAME"}
_BOUNDING = COMPARATORS | {"OR_MORE", "OR_LESS"}
#: What stands between a weight and its figure, around the two, and before what is weighed.
_TELLING, _CLOSING, _LEADING = frozenset({":", "="}), {"(": ")", "[": "]"}, frozenset({":", ".", "-", "–"})
#: What parts a weight from what is weighed, and one target from the next.
_PARTING = frozenset({".", ";", ",", "(", "-", "–"})
_PARTS = frozenset({",", ";", ".", ":", "|", ")", "]"})
_HUNDRED = 100
_OF_HUNDRED = frozenset({"100"})
#: So many words stand in a bracket behind a share of all points: "(40% tổng điểm KPI)".
_MORE = 5
#: Shares of one whole are told from weights by so much.
_ROUNDED = 1

Span = tuple[int, int]


def may_weigh(contents: Contents) -> bool:
    """Whether tokens may hold such: a word that says so, or a figure in brackets."""
    return not (
        contents.keys.isdisjoint(_CLOSING)
        and "WEIGHT" not in contents.marks
        and COUNTED.isdisjoint(contents.keys)
    )


def take_weights(tokens: list[Token], apart: list[Token]) -> bool:
    """Take out of the tokens what says how much a target counts, its figures accounted for; whether there is any."""
    spans = [
        span for at in range(len(tokens)) if tokens[at].type == "NUMBER" and (span := _weight(tokens, at))
    ]
    worded = any(
        tokens[begun].key in _CLOSING and marked(tokens[begun:end], "WEIGHT") for begun, end in spans
    )
    spans = sorted({*spans, *_bare(tokens, worded=worded)}, reverse=True)
    for begun, end in spans:
        for token in tokens[begun:end]:
            token.account = "description" if token.type == "NUMBER" else token.account
        apart += tokens[begun:end]
        del tokens[begun:end]
    return bool(spans)


def says_weight(tokens: list[Token], index: int) -> bool:
    """Whether a number says how much an indicator counts among others: "trọng số 40%", "điểm tối đa: 10".

    Or how often it is measured: "chu kỳ đánh giá 6 tháng/lần", "tần suất báo cáo: 1 lần/tháng". So does what a share
    is worth: "mệnh giá 10.000 đồng/cổ phần". The word may stand behind as well: "chiếm 20% trọng số".
    """
    if tokens[index - 1].key == BE and index + 1 < len(tokens) and tokens[index + 1].key == POINT:
        begun = sentence_start(tokens, index)  # "Số điểm tối đa của nhóm tiêu chí là 20 điểm"
        ahead = tokens[index + 1 : sentence_end(tokens, index)]
        return marked(tokens[begun : begun + 2], "WEIGHT") and not typed(
            ahead, "NUMBER"
        )  # nor what it is made of
    at = index - 2 if tokens[index - 1].key in (":", "|") else index - 1
    if marked(tokens[index + 2 : index + 3], "WEIGHT") and _is_percent(tokens[index + 1]):
        return tokens[index - 1].key in ("(", ",") or "RESTATE" in tokens[index - 1].marks
    if at > 0 and "CYCLE" in tokens[at - 1].marks and tokens[at].marks.isdisjoint(STATING):
        at -= 1  # "chu kỳ đánh giá KPI 03 tháng/lần"
    if at < 0 or tokens[at].marks.isdisjoint(WEIGHING):
        return False
    return not at or "EQUALS" not in tokens[at - 1].marks  # but "đạt điểm tối đa 10 điểm"


def weighs_in_points(tokens: list[Token], index: int) -> bool:
    """ "Tiêu chí A: tỷ trọng 10/100 điểm": a share told in points is what a criterion weighs."""
    first = index - 2 if tokens[index - 1].type == "SLASH" else index
    last = first + 2 if first + 1 < len(tokens) and tokens[first + 1].type == "SLASH" else first
    unit = token_at(tokens, last + 1)
    return first > 0 and tokens[first - 1].key in COUNTED and unit is not None and unit.key == POINT


def _is_percent(token: Token) -> bool:
    return token.type == "PERCENT" or "PERCENT_WORD" in token.marks


def _amount_end(tokens: list[Token], at: int) -> int:
    """Behind which token an amount ends that begins with a number: "20%", "10 điểm", "10/100 điểm"."""
    end = at + 1
    if end + 1 < len(tokens) and tokens[end].type == "SLASH" and tokens[end + 1].key in _OF_HUNDRED:
        end += 2
    return end + (end < len(tokens) and (_is_percent(tokens[end]) or tokens[end].key == POINT))


def _weight(tokens: list[Token], at: int) -> Span | None:
    """Where a weight begins and ends, the signs around it too, whose figure stands at an index."""
    end = _amount_end(tokens, at)
    word = at - 2 if at > 1 and tokens[at - 1].key in _TELLING else at - 1
    if word < 0:
        return None
    said = tokens[word]
    sign = tokens[word - 1].key if word else ""
    behind = tokens[end].key if end < len(tokens) else ""
    enclosed = behind == _CLOSING.get(sign)
    if {"WEIGHT", "SURE_NOTE"} <= said.marks:
        return _worded(tokens, word, end, enclosed=enclosed)
    if said.key in _SHORT:
        return (word - 1, end + 1) if enclosed and word < at - 1 else None
    if said.key in COUNTED:
        scored = end - at > 1 and not _is_percent(tokens[end - 1])  # "10 điểm", "10/100"
        if enclosed and (scored or end == at + 1 or _is_of_share(tokens, word - 1)):
            return word - 1, end + 1
        if enclosed and _opens_bound(tokens, word - 1, end):
            return word - 1, end + 1  # "Tỷ lệ phế phẩm (tỷ trọng 20%): ≤ 2%"
        scored = scored or _weighs_share(tokens, word - 1, at)
        return (word - 1, end) if scored and sign in _PARTING and _ends(tokens, end) else None
    return _of_all(tokens, at, end) or _before_bound(tokens, at, end) or _of_hundred(tokens, at, end)


def _worded(tokens: list[Token], word: int, end: int, *, enclosed: bool) -> Span | None:
    """ "trọng số 20%: tỷ lệ …", "… (trọng số 0,2)"; not a list of them: "Trọng số: 20%, 30%, 50%"."""
    sign = tokens[word - 1].key if word else ""
    behind = tokens[end].key if end < len(tokens) else ""
    if sign in _CLOSING:
        return (word - 1, end + 1) if enclosed else None
    if not sign:
        goes_on = end + 1 < len(tokens) and tokens[end + 1].type == "WORD"
        return (0, end + 1) if goes_on and behind in _LEADING else None
    return (word - 1, end) if sign in _PARTING and _ends(tokens, end) else None


def _ends(tokens: list[Token], end: int) -> bool:
    """Whether what was said ends there: the text does, or another part of it begins."""
    if end == len(tokens):
        return True
    return tokens[end].key in _PARTING and (end + 1 == len(tokens) or tokens[end + 1].type == "WORD")


def _is_of_share(tokens: list[Token], opened: int) -> bool:
    """ "đạt 90% (tỷ trọng 20%)": whether the last figure before a bracket is a share."""
    for at in range(opened - 1, sentence_start(tokens, opened) - 1, -1):
        if tokens[at].type == "NUMBER":
            return _is_percent(tokens[at + 1])
    return False


def _weighs_share(tokens: list[Token], sign: int, at: int) -> bool:
    """ "đạt 99% - tỷ trọng 15%": a share of a share; but "công nghiệp tăng 9%, tỷ trọng 45%" is of the economy."""
    if at + 1 >= len(tokens) or not _is_percent(tokens[at + 1]) or not _is_percent(tokens[sign - 1]):
        return False
    return not marked(tokens[sentence_start(tokens, sign) : sign], *_GROWING)


def _of_all(tokens: list[Token], at: int, end: int) -> Span | None:
    """ "(chiếm 40% tổng điểm KPI)", "(20% trọng số)"."""
    begun = at - 2 if at > 1 and "RESTATE" in tokens[at - 1].marks else at - 1
    if begun < 0 or tokens[begun].key not in _CLOSING or end == at + 1 or end + 1 >= len(tokens):
        return None
    closed = _CLOSING[tokens[begun].key]
    last = next((n for n in range(end, min(end + _MORE, len(tokens))) if tokens[n].type != "WORD"), end)
    told = " ".join([token.key for token in tokens[end:last]])
    of_all = "WEIGHT" in tokens[end].marks or told.startswith(_ALL_POINTS)
    return (begun, last + 1) if of_all and tokens[last].key == closed else None


def _encloses(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a bracket holds an amount and nothing else, behind something."""
    opened, behind = tokens[at - 1].key, tokens[end].key if end < len(tokens) else ""
    return at > 1 and end > at + 1 and behind == _CLOSING.get(opened)


def _before_bound(tokens: list[Token], at: int, end: int) -> Span | None:
    """ "Tỷ lệ giao hàng đúng hạn (20%) ≥ 98%", "Doanh số (50 điểm): ≥ 45 tỷ", "Tỷ lệ hộ nghèo (3,2%) giảm còn 2%".

    What a name has in brackets before its bound is no target: it is what it counts, or what there was.
    """
    return (at - 1, end + 1) if _encloses(tokens, at, end) and _opens_bound(tokens, at - 1, end) else None


def _opens_bound(tokens: list[Token], opened: int, end: int) -> bool:
    """Whether a bracket parts a name without a figure from its bound, or from the level that it is moved to."""
    if not opened or not (tokens[opened - 1].type == "WORD" or tokens[opened - 1].key in _CLOSING.values()):
        return False  # "Hiệu suất thiết bị (OEE) (tỷ trọng 15%): ≥ 85%"
    if any(token.type == "NUMBER" for token in _part_before(tokens, opened)):
        return False
    told = [token for token in tokens[end + 1 : end + 4] if token.key not in (":", "|")]
    bound = told and (told[0].type in COMPARING_SIGNS or not told[0].marks.isdisjoint(COMPARATORS))
    valued = bool(told) and told[0].type == "NUMBER" and tokens[end + 1].key == "|"
    moved = told and told[0].marks & _MOVED and marked(told[:2], *_REACHED)
    return bool(bound or valued or moved)


def _of_hundred(tokens: list[Token], at: int, end: int) -> Span | None:
    """ "đạt 99% (10/100 điểm)": what a target is worth of all points, unless it is the same said in points."""
    if not _encloses(tokens, at, end) or tokens[at + 1].type != "SLASH":
        return None
    figures = [token for token in _part_before(tokens, at - 1) if token.type == "NUMBER"]
    return (at - 1, end + 1) if figures and figures[-1].key != tokens[at].key else None


def _part_before(tokens: list[Token], opened: int) -> list[Token]:
    """The tokens of the part that a bracket ends: "khách hàng mới ≥ 5" of "…, khách hàng mới ≥ 5 (20%)"."""
    begun = sentence_start(tokens, opened)
    begun = next((n + 1 for n in range(opened - 1, begun - 1, -1) if tokens[n].key in _PARTS), begun)
    return tokens[begun:opened]


def _bare(tokens: list[Token], *, worded: bool) -> list[Span]:
    """Percentages in brackets that make 100% together: "Doanh số ≥ 45 tỷ (50%), khách mới ≥ 5 (30%), nội quy (20%)".

    Where no target is bounded or a share, they may be shares of one whole, as in "12 nữ (40%), 18 nam (60%)". Beside a
    bracket that says it in words (``worded``) all are: "A. Tài chính (trọng số 50%) B. Khách hàng (30%)".
    """
    found = [
        at
        for at in range(2, len(tokens) - 2)
        if tokens[at].type == "NUMBER" and _is_percent(tokens[at + 1]) and _encloses(tokens, at, at + 2)
    ]
    if worded:
        return [(at - 1, at + 3) for at in found]
    if len(found) < 2 or any(token.key in _STRUCTURES for token in tokens):
        return []
    shares = [_exact(tokens[at]) for at in found]
    if sum(shares) != _HUNDRED:
        return []
    parts = [_part_before(tokens, at - 1) for at in found]
    if any(token.type == "NUMBER" for part in parts for token in part):
        weighed = any(map(_is_bounded, parts)) or not _are_parts(parts, shares)
    else:  # "Tài chính (40%): doanh thu ≥ 120 tỷ đồng; Khách hàng (60%): …"
        heads = all(tokens[at + 3 : at + 4] and tokens[at + 3].key == ":" for at in found)
        weighed = heads and any(token.type in COMPARING_SIGNS for token in tokens)
    return [(at - 1, at + 3) for at in found] if weighed else []


def _is_bounded(part: list[Token]) -> bool:
    """Whether a part bounds something, or states a share of it."""
    return any(
        token.type in COMPARING_SIGNS or token.type in UNIT_TYPES or not token.marks.isdisjoint(_BOUNDING)
        for token in part
    )


def _are_parts(parts: list[list[Token]], shares: list[Fraction]) -> bool:
    """Whether each share is what its figure is of all of them; figures show this, and nothing else is known then."""
    figures = [next((t for t in reversed(part) if t.type == "NUMBER"), None) for part in parts]
    values = [_exact(token) for token in figures if token is not None]
    whole = sum(values)
    if len(values) < len(shares) or not whole:
        return True
    return all(
        abs(value * _HUNDRED / whole - share) < _ROUNDED for value, share in zip(values, shares, strict=True)
    )


def _exact(number: Token) -> Fraction:
    """The value of a number, 0 of one that cannot be read."""
    return Fraction(read_figure(number.key) or 0)
