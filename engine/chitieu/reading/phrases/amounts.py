"""To the right of a figure: its unit, its second end."""

from __future__ import annotations

from chitieu.reading.phrases.dashes import parts_counts
from chitieu.reading.phrases.leads import DIRECT, LEADS, SIGNS
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import COMPARATORS, COMPARING_SIGNS
from chitieu.text.spoken import words

_WIDE = frozenset(words("WIDE_NOUN"))
_PRIZES = words("PRIZE_BEGINS")
_TIMES = frozenset(words("UNIT_OF_TIME"))
_THOUGH, _DATA = frozenset(words("COUNTED_THOUGH")), frozenset(words("DATA_UNIT"))

#: What ends the words between where something starts from and what it reaches.
_ENDING_MOVES = frozenset({"OR_MORE", "OR_LESS", "AND", "AMONG"})
#: So far before a figure its verb of change may stand.
_VERB = 12
#: Words that are a figure with its unit.
DOUBLED = frozenset({"DOUBLE", "TRIPLE", "ONE_AND_HALF"})
#: What a figure may be per.
_RATED = frozenset({"MEASURE", "NOUN"})
_WORDED = {"PERCENT_WORD": "PERCENT", "PERMILLE_WORD": "PERMILLE", "POINT": "POINT"}
_STEERING = frozenset(
    {
        "AND", "AMONG", "APART", "EACH", "POPULATION", "SCOPE", "OR_MORE", "OR_LESS", "FROM", "TO", "AGAINST", "TIME",
        "EQUALS",
        "AT_LEAST", "AT_MOST", "MORE", "LESS", "ABOUT", "NEARLY", "RISE", "FALL", "DOWN_TO", "UP_TO", "AVERAGE",
        "ABSENT", "HOLD", "ATTAIN", "FINISH", "STRIVE", "RATE", "PLAN", "YEAR_WORD", "TASK", "GRADED", "PLACE",
        "PREVIOUS", "NEVER", "TOP", "RANK", "LEADING", "GROWTH_NAME", "PERIOD", "GRADE", "PAST", "COUNTED_ON", "WEIGHT",
        "PERIOD_OF_YEAR",
        "AMONG_RANKED",
    }
)  # fmt: skip


def is_figure(token: Token) -> bool:
    """Whether a token is a number that no other account has."""
    return token.type == "NUMBER" and token.account is None


def joins(joint: Token, tokens: list[Token], end: int) -> bool:
    """Whether a dash or "đến" joins two ends of a range; a dash that parts two counts becomes a comma."""
    if not (joint.type == "DASH" or "TO" in joint.marks):
        return False
    second = tokens[end + 1]
    if joint.type == "DASH" and tokens[end - 1].type != "NUMBER" and parts_counts(tokens, end):
        joint.type, joint.key = "SIGN", ","
        return False
    if is_figure(second):
        return not (joint.type != "DASH" and second.account is not None)
    third = tokens[end + 2] if end + 2 < len(tokens) else None
    return bool(second.marks & {"LESS", "AT_MOST"}) and third is not None and is_figure(third)


#: What may stand before the figure that a move starts from.
_ROUGH = COMPARATORS | {"ABOUT", "NEARLY"}
#: What a place on a list is named by: "vị trí 31", "thứ 15".
_PLACES = frozenset({"RANK", "ORDINAL"})


def joins_places(tokens: list[Token], at: int, end: int) -> bool:
    """ "từ thứ 15 đến thứ 20": a place, and behind "đến" the word for one again with its number."""
    if not at or tokens[at - 1].marks.isdisjoint(_PLACES) or end + 2 >= len(tokens):
        return False
    joint, place, number = tokens[end : end + 3]
    ranked = not place.marks.isdisjoint(_PLACES) and is_figure(number)
    return ranked and (joint.type == "DASH" or "TO" in joint.marks)


def moves(tokens: list[Token], at: int, end: int) -> tuple[int, int] | None:
    """The verb and the figure reached in "từ 12 phòng xuống còn 9 phòng", "từ 4,1% đầu năm lên 9,2%": their indices."""
    placed = at > 1 and "FROM" in tokens[at - 2].marks and not tokens[at - 1].marks.isdisjoint(_PLACES)
    rough = starts_roughly(tokens, at)
    if not at or not ("FROM" in tokens[at - 1].marks or placed or rough):
        return None
    stop = min(end + 6, len(tokens))
    for index in range(end, stop):
        token = tokens[index]
        if token.type not in {"WORD", "YEAR"} or is_figure(token):
            return None
        if token.marks & {"DOWN_TO", "UP_TO", "MOVED_TO"} or (
            index > end and "TO" in token.marks and not rough
        ):
            ahead = index + 1
            if ahead < len(tokens) and tokens[ahead].marks & _ROUGH:
                chosen = next(kind for kind in LEADS if kind in tokens[ahead].marks)
                if ahead + 1 < len(tokens) and is_figure(tokens[ahead + 1]):
                    tokens[ahead].type = chosen
                    ahead += 1
            elif ahead + 1 < len(tokens) and tokens[ahead].type in COMPARING_SIGNS:
                tokens[ahead].type = SIGNS[tokens[ahead].key]  # "từ 60% lên ≥ 70%"
                ahead += 1
            if ahead + 1 < len(tokens) and "FROM" in tokens[ahead].marks:
                tokens[ahead].type = "FROM"
                ahead += 1
            if placed and ahead + 1 < len(tokens) and not tokens[ahead].marks.isdisjoint(_PLACES):
                tokens[ahead].type = "RANK"
                ahead += 1
            if ahead < len(tokens) and is_figure(tokens[ahead]):
                fell = "DOWN_TO" in token.marks or _falls(tokens[:at]) is True
                token.type = "DOWN_TO" if fell else "UP_TO"
                return index, ahead
            return None
        if not token.marks.isdisjoint(_ENDING_MOVES):
            return None  # "từ 90% trở lên và đàn bò đạt 12 nghìn con"
    return None


def starts_roughly(tokens: list[Token], at: int) -> bool:
    """ "từ khoảng 60% lên 70%", "từ trên 60% lên 70%": only about where a move starts."""
    return at > 1 and "FROM" in tokens[at - 2].marks and not tokens[at - 1].marks.isdisjoint(_ROUGH)


def _falls(words: list[Token]) -> bool | None:
    """Whether the verb of change nearest before a figure is one of falling; None where there is none."""
    for token in reversed(words[-_VERB:]):
        if token.marks & {"RISE", "FALL", "BRING"}:
            return "FALL" in token.marks
    return None


def _is_last_cell(tokens: list[Token], at: int) -> bool:
    """ "95 | %": whether nothing but a unit stands behind the bar."""
    unit = tokens[at]
    measures = unit.type in DIRECT or not unit.marks.isdisjoint({"MEASURE", "NOUN"})
    return measures and all(token.type in ("WORD", "SLASH") for token in tokens[at + 1 :])


def read_amount(tokens: list[Token], at: int) -> tuple[int, bool]:
    """The end of the figure at ``at`` with its unit, and whether it has a unit."""
    end = at + 1
    count = len(tokens)
    if tokens[at].type in DOUBLED:
        return end, True
    if end + 1 < count and tokens[end].type == "SLASH" and is_figure(tokens[end + 1]):
        end += 2
    if end == count:
        return end, False
    begun, token = end, tokens[end]
    if token.type in DIRECT:
        return read_pers(tokens, end + 1), True
    if (
        "SCALE" in token.marks
        and end + 2 < count
        and is_figure(tokens[end + 1])
        and "SCALE" in tokens[end + 2].marks
    ):
        token.type = tokens[end + 2].type = "SCALE"
        end += 3
        if end < count and "MEASURE" in tokens[end].marks:
            tokens[end].type = "MEASURE"
            end += 1
        return end, True
    if token.key == "|" and end + 1 < count and _is_last_cell(tokens, end + 1):
        end += 1
        token = tokens[end]
    if token.type in DIRECT:
        end += 1
    elif not token.marks.isdisjoint(_WORDED):
        token.type = next(kind for mark, kind in _WORDED.items() if mark in token.marks)
        end += 1
    else:
        if token.key == '"' and end + 1 < count and tokens[end + 1].type == "WORD":
            end += 1  # 01 "Tổ liên gia an toàn"
        while end < count and "SCALE" in tokens[end].marks and tokens[end].type == "WORD":
            tokens[end].type = "SCALE"
            end += 1
        end = _thing(tokens, end)
        words = end
        while begun < words < min(count - 1, end + 3) and _names_thing(tokens[words]):
            words += 1
        if begun < words < count and tokens[words].type == "SLASH":  # "máy tính/học sinh"
            for token in tokens[end:words]:
                token.type = "NOUN"
            end = words
    if end > begun or (end + 1 < count and _is_rated_alone(tokens, end)):
        end = read_pers(tokens, end)
    return end, end > begun


def _thing(tokens: list[Token], at: int) -> int:
    """The end of the measuring unit or counted noun that begins at ``at``; ``at`` itself where none does."""
    if at >= len(tokens) or not (tokens[at].type == "WORD" or tokens[at].key == "$"):
        return at
    token = tokens[at]
    if "MEASURE" in token.marks and "AGE" not in token.marks:
        token.type = "MEASURE"
        return _qualified(tokens, at + 1)
    if "NOUN" in token.marks:
        token.type = "NOUN"
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.key in _WIDE and after is not None and "NOUN" in after.marks:
            after.type = "NOUN"
            return at + 2
        return at + 1
    if token.key.startswith(_PRIZES) and "GRADE" in token.marks:
        token.type = "NOUN"
        return at + 1
    if token.key in _THOUGH and _is_counted_though(tokens, at):
        token.type = tokens[at + 1].type = "NOUN"
        return at + 2
    stored = token.text in _DATA and not (at + 1 < len(tokens) and tokens[at + 1].type == "NUMBER")
    if (token.marks & _STEERING and not stored) or (
        "NO_NOUN" in token.marks and (not at or tokens[at - 1].account != "base")
    ):
        return at
    token.type = "NOUN"  # a noun that nobody listed: one word, or two where the second steers nothing
    end = at + 1
    if end < len(tokens):
        after = tokens[end]
        if after.type == "WORD" and not after.marks and "NO_NOUN" not in after.marks and " " not in after.key:
            after.type = "NOUN"
            end += 1
    return end


def _is_counted_though(tokens: list[Token], at: int) -> bool:
    """ "5 loại giống", "12 đầu máy", "3 bằng nghề": directly behind a figure, and what it is of behind it."""
    if at + 1 >= len(tokens) or not is_figure(tokens[at - 1]):
        return False
    after = tokens[at + 1]
    return after.type == "WORD" and after.text.islower() and ("NOUN" in after.marks or not after.marks)


def _qualified(tokens: list[Token], at: int) -> int:
    """The end of the words that qualify a measure in front of a base: "28 m2 sàn/người"."""
    end = at
    while end < min(at + 2, len(tokens)) and _is_bare(tokens[end]) and "NO_NOUN" not in tokens[end].marks:
        end += 1
    if end == at or end >= len(tokens) or tokens[end].type != "SLASH":
        return at
    for token in tokens[at:end]:
        token.type = "NOUN"
    return end


def _is_bare(token: Token) -> bool:
    return token.type == "WORD" and not token.marks & _STEERING


def _names_thing(token: Token) -> bool:
    """Whether a word may go on with what is counted, before its base: "14,7 tiêu chí nông thôn mới nâng cao/xã"."""
    return _is_bare(token) or (token.type == "WORD" and "GRADE" in token.marks)


def _is_time(token: Token) -> bool:
    return token.key in _TIMES


def read_pers(tokens: list[Token], at: int) -> int:
    """The end of "/người/năm", "/10.000 dân", "trên 1.000 trẻ" at ``at``."""
    count = len(tokens)
    while at + 1 < count:
        sign, following = tokens[at], tokens[at + 1]
        per_word = "PER" in sign.marks and (following.account == "base" or _opens_rate(tokens, at))
        if sign.type != "SLASH" and not per_word:
            return at
        if tokens[at - 1].type == "PERCENT" and not _is_time(following) and following.account != "base":
            return at  # "8%/vốn điều lệ": a share of it
        end = at + 1
        if following.account == "base":
            following.type = "BASE"
            end += 1
            if end < count and "SCALE" in tokens[end].marks:  # "/1 vạn dân"
                tokens[end].type = "SCALE"
                end += 1
        elif "SCALE" in following.marks:
            following.type = "SCALE"
            end += 1
        thing = end
        if end < count and tokens[end].type == "WORD":
            token = tokens[end]
            if "MEASURE" in token.marks or token.key in _TIMES:
                token.type = "MEASURE"
                end += 1
            elif not token.marks & {"PLACE", "POPULATION", "PER", "AND"}:
                end = _thing(tokens, end)
        if end == thing and (thing == at + 1 or following.type == "SCALE"):
            if following.type in ("BASE", "SCALE"):
                following.type = "WORD"
            return at
        if per_word:
            sign.type = "PER"
        at = end
    return at


def _is_rated_alone(tokens: list[Token], at: int) -> bool:
    """ "42/100.000 trẻ", "1.200/tháng", "tối thiểu 25/ca": per what, of a figure whose noun its name says."""
    sign, what = tokens[at : at + 2]
    rated = sign.type == "SLASH" and what.type == "WORD" and not what.marks.isdisjoint(_RATED)
    return rated or what.account == "base" or _opens_rate(tokens, at)


def _opens_rate(tokens: list[Token], at: int) -> bool:
    """ "12/vạn dân", "12 trên vạn dân": of how many, the scale word alone."""
    sign, scale = tokens[at : at + 2]
    if "SCALE" not in scale.marks or not (sign.type == "SLASH" or "PER" in sign.marks):
        return False
    counted = tokens[at + 2] if at + 2 < len(tokens) else None
    return counted is not None and counted.type == "WORD" and "MEASURE" not in counted.marks
