"""Ranks whose word, comparison and number stand in another order: "xếp hạng không thấp hơn 25/63"."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import COMPARATORS, REACH, has_unit, token_at
from chitieu.text.spoken import (
    ATTAINS,
    FOREMOST,
    NOT,
    NOT_LOWER,
    NTH,
    NUMBER_OF,
    PLACE,
    STEP,
    TOP,
    TOP_FOREIGN,
    words,
)

_COMPARATIVE = COMPARATORS | {"AGAINST"}
_CLOSING = frozenset({"OR_MORE", "OR_LESS"})
#: What leads to a place, and how many words may stand between it and the word for one.
_LEADING_PLACES = COMPARATORS | {"FROM"}
_NEAR_RANK = 24
_FALLING_BACK = frozenset(words("FALLING_BACK"))
#: Words that name a place on a list by themselves, those that things are put in classes by, and what is ranked.
_RANKING, _PUTS_IN_CLASSES = frozenset(words("RANKING_NAME")), frozenset(words("RANKED_THING"))
_INDEX, _ACRONYM = frozenset(words("PLACED_ON")), 2
_PLACED = frozenset({"RANK", "ORDINAL", "TOP"})
#: Verbs of a place on a list, and what they go by.
_CLIMBS = frozenset(words("CLIMBS"))
MOVING_PLACES = _CLIMBS.union(words("FALLS_BACK"))
_STEPS = frozenset({STEP, PLACE, *words("RANKING_NAME")})
STANDS, _TOPS = frozenset(words("STANDS")), frozenset({TOP, TOP_FOREIGN})
#: What those ranked are called, over so many words; and what stands behind a place, and counts nothing.
_BODIES, _NAMED = frozenset({"NOUN", "PLACE"}), 6
_REGIONS = frozenset(words("PART_OF_ALL"))
_NO_COUNTED = frozenset({"NO_NOUN", "WHOLE", "AMONG_RANKED", "AGAINST"})
#: What a number that only names stands behind: "năm 2025", "Quyết định 766".
_NAMING = frozenset({"YEAR_WORD", "NUMBERED"})


def compared_ranks(tokens: list[Token]) -> None:
    """Put the comparison before the word for a rank: "xếp hạng không thấp hơn 25/63" is "không thấp hơn thứ 25/63"."""
    for index in range(len(tokens) - 2):
        rank, beside, number = tokens[index : index + 3]
        if number.type == "NUMBER" and rank.marks & {"RANK", "TOP"}:
            after = token_at(tokens, index + 3)
            compares = not beside.marks.isdisjoint(COMPARATORS)
            if "FROM" in beside.marks and _bounded(tokens, index + 2):
                compares = True  # "xếp hạng từ 25 trở lên", "xếp hạng từ 15 đến 18"
            counts = has_unit(after) or (
                after is not None and "NOUN" in after.marks
            )  # "nâng hạng ít nhất 1 sản phẩm"
            grouped = "FROM" in beside.marks and any(
                "LEADING" in t.marks for t in tokens[index + 5 : index + 10]
            )
            if compares and not counts and ("RANK" in rank.marks or grouped):
                tokens[index : index + 2] = [beside, rank]
        elif (
            "RANK" in beside.marks and rank.marks & _COMPARATIVE and number.marks & {"PREVIOUS", "YEAR_WORD"}
        ):
            tokens[index : index + 2] = [beside, rank]  # "không thấp hơn thứ hạng năm trước"


def _bounded(tokens: list[Token], index: int) -> bool:
    """ "25/63 xã, phường trở lên", "15 đến 18": whether the place at an index ends in a bound, or is one of two."""
    end, _ = _behind(tokens, index)
    after, second = token_at(tokens, end), token_at(tokens, end + 1)
    if after is None or not after.marks.isdisjoint(_CLOSING):
        return after is not None
    joins = after.type == "DASH" or "TO" in after.marks
    if not joins or second is None or second.type != "NUMBER":
        return False
    counted = token_at(tokens, end + 2)
    grouped = any("LEADING" in token.marks for token in tokens[end + 2 : end + 7])
    return grouped or not (has_unit(counted) or (counted is not None and "NOUN" in counted.marks))


def _behind(tokens: list[Token], index: int) -> tuple[int, bool]:
    """Where a place ends, "12", "12/63", "12/63 xã, phường", and whether it is told among how many."""
    slash, whole = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if slash is None or slash.type != "SLASH" or whole is None or whole.type != "NUMBER":
        return index + 1, False
    end = first = index + 3
    for at in range(first, min(first + _NAMED, len(tokens))):
        if not tokens[at].marks.isdisjoint(_BODIES) and not has_unit(tokens[at]):
            end = at + 1
        elif tokens[at].key != ",":
            break
    return end, True


def ranks_apart(tokens: list[Token]) -> None:
    """Put the word for a rank before its number too: "xếp hạng DTI từ 25/63 trở lên" is "… từ thứ 25/63 trở lên"."""
    for index in range(len(tokens) - 1, 1, -1):
        number, lead = tokens[index], tokens[index - 1]
        led = not lead.marks.isdisjoint(_LEADING_PLACES) or lead.type == "SIGN_LESS"
        told = lead.key in (ATTAINS, ":")
        if number.type != "NUMBER" or not number.key.isdigit() or not lead.marks.isdisjoint(_PLACED):
            continue
        end, part = _behind(tokens, index)
        if not (led or told or (part and (lead.type == "WORD" or lead.key == ")"))):
            continue
        after = token_at(tokens, end)
        closed = after is not None and not after.marks.isdisjoint(_CLOSING)
        if not (closed or ends_place(after)) or ("FROM" in lead.marks and not closed):
            continue
        rank = _rank_of(tokens, index, part=part, led=led)
        if rank is not None:
            place = new_token("WORD", NTH, "", number.start, number.start, frozenset({"ORDINAL"}))
            tokens.insert(index, place)


def ends_place(after: Token | None) -> bool:
    """Whether what stands behind a place is nothing that it counts: "cả nước", a comma."""
    return after is None or after.type == "SIGN" or not after.marks.isdisjoint(_NO_COUNTED)


def names_an_index(token: Token) -> bool:
    """ "PCI": a name in capitals."""
    return token.text.isupper() and len(token.text) > _ACRONYM


def ranked_before(tokens: list[Token], index: int) -> bool:
    """Whether a place is told of before: "xếp thứ 13", "không thấp hơn thứ 13"."""
    before = tokens[max(0, index - REACH) : index]
    attained = index and tokens[index - 1].key == ATTAINS and index + 2 < len(tokens)
    if attained and not tokens[index + 2].marks.isdisjoint({"WHOLE", "OR_MORE"}):
        return True  # "đạt thứ 2 cả nước", "đạt thứ 40 trở lên"
    return any(
        "RANK" in first.marks or (first.key == NTH and second.type == "NUMBER" and second.account is None)
        for first, second in pairwise(before)
    )


def listed_ranks(tokens: list[Token]) -> None:
    """Put the word for a rank before each of a list: "lần lượt xếp hạng 4, 7 và 9" is "… hạng 4, hạng 7 và hạng 9"."""
    ranked = respectively = False
    index = 0
    while index < len(tokens) - 1:
        token, number = tokens[index : index + 2]
        respectively = respectively or "RESPECTIVELY" in token.marks
        if "RANK" in token.marks or token.key == NTH:
            ranked = number.type == "NUMBER"
        elif (
            ranked and (token.key == "," or "AND" in token.marks) and number.type == "NUMBER" and respectively
        ):
            after = token_at(tokens, index + 2)
            ranked = ends_place(after)
            if ranked:
                place = new_token("WORD", NTH, "", number.start, number.start, frozenset({"ORDINAL"}))
                tokens.insert(index + 1, place)
                index += 1
        elif token.type != "NUMBER":
            ranked = False
        index += 1


def _rank_of(tokens: list[Token], index: int, *, part: bool, led: bool) -> int | None:
    """Where the word for a rank stands before a number: "Thứ hạng PCI: 8", "xếp thứ: 8/34"; None where it counts."""
    for at in range(index - 2, max(-1, index - _NEAR_RANK), -1):
        token = tokens[at]
        if "RANK" in token.marks:
            following = tokens[at + 1]
            if following.key == ":":
                return at if part or token.key in _RANKING else None
            opens = (
                not at or tokens[at - 1].type in ("SIGN", "DASH") or tokens[at - 1].marks & {"RANK", "STRIVE"}
            )
            indexed = following.key in _INDEX or names_an_index(following)
            if (
                token.key in _PUTS_IN_CLASSES
                and "NOUN" in following.marks
                and "GRADED" not in following.marks
            ):
                return None  # "Xếp hạng di tích: 5"
            named = token.key in _RANKING or indexed
            return at if named and (led or opens) else None
        bracket = token.key in ("(", ")")
        numbered = token.type == "NUMBER" and at and not tokens[at - 1].marks.isdisjoint(_NAMING)
        if not (token.type in ("WORD", "YEAR") or bracket or numbered):
            return None
    return None


def steps_of_ranks(tokens: list[Token]) -> None:
    """ "thăng 5 hạng", "tụt không quá 3 bậc": verbs that tell of a place by how many it changes."""
    for index, verb in enumerate(tokens[:-2]):
        if verb.key not in MOVING_PLACES:
            continue
        at = index + 1
        while at < len(tokens) - 1 and not tokens[at].marks.isdisjoint(_COMPARATIVE):
            at += 1
        step = token_at(tokens, at + 1)
        if tokens[at].type != "NUMBER" or step is None or step.key not in _STEPS:
            continue
        if at == index + 1 and verb.key not in _CLIMBS:
            continue  # "tụt 3 bậc so với năm trước" is told
        change = "RISE" if verb.key in _CLIMBS else "FALL"
        tokens[index] = new_token("WORD", verb.key, verb.text, verb.start, verb.end, frozenset({change}))
        if step.key != STEP:
            tokens[at + 1] = new_token("WORD", STEP, STEP, step.start, step.end, step.marks - {"RANK"})


def places_by_number(tokens: list[Token]) -> None:
    """ "giữ vị trí số 1 cả nước", "đứng số 3 toàn tỉnh", "top-10", "tốp đầu 10 xã": as "vị trí thứ 1", "tốp 10"."""
    index = 0
    while index < len(tokens) - 2:
        before, sign, number = tokens[index : index + 3]
        index += 1
        if number.type != "NUMBER" or not number.key.isdigit():
            continue
        after = token_at(tokens, index + 2)
        stands = before.key in STANDS and after is not None and "WHOLE" in after.marks
        if sign.key == NUMBER_OF and (stands or ("RANK" in before.marks and ends_place(after))):
            first = before if stands else sign
            tokens[index - stands : index + 1] = [
                new_token("WORD", NTH, first.text, first.start, sign.end, frozenset({"ORDINAL"}))
            ]
        elif not _TOPS.isdisjoint(before.key.split()) and (
            sign.key == FOREMOST or (sign.type == "DASH" and before.end == sign.start)
        ):
            before.end, before.text = sign.end, f"{before.text} {sign.text}"
            del tokens[index]


def kept_places(tokens: list[Token]) -> None:
    """ "không tụt hạng so với năm trước": a place no lower, "hạng không thấp hơn"."""
    for index in range(len(tokens) - 2):
        if tokens[index].key != NOT:
            continue
        for count in (1, 2):
            fall = tokens[index + 1 : index + 1 + count]
            if " ".join(token.key for token in fall) in _FALLING_BACK:
                first, last = tokens[index], fall[-1]
                middle = last.end - len(last.text.split()[-1])
                kept = new_token("WORD", NOT_LOWER, first.text, first.start, middle, frozenset({"AT_LEAST"}))
                place = new_token("WORD", PLACE, last.text, middle, last.end, frozenset({"RANK"}))
                tokens[index : index + 1 + count] = [place, kept]
                break


def ends_places(tokens: list[Token], index: int) -> bool:
    """ "xếp hạng từ thứ 15 đến thứ 20": the second end of a span of places."""
    if index < 5 or tokens[index - 3].type != "NUMBER" or tokens[index - 3].account is not None:
        return False
    joint = tokens[index - 2]
    return tokens[index - 4].key == NTH and (joint.type == "DASH" or "TO" in joint.marks)


def is_ranked(tokens: list[Token], index: int) -> bool:
    """ "Xếp hạng thi đua: thứ 8 toàn quốc (phấn đấu thứ 6)", "xếp hạng … thứ 40 trở lên": a place on a list."""
    first, after = token_at(tokens, index - 2), token_at(tokens, index + 1)
    closed = after is not None and "OR_MORE" in after.marks
    if after is not None and after.type == "SLASH" and _of_as_many(tokens, index):
        return True  # "Chỉ số PCI: thứ 15/63 trở lên"
    if closed and first is not None and first.key == ":":
        return True
    if first is None:
        return False
    opened = first.key in (":", "(") or bool(first.marks & {"STRIVE", "EQUALS"})
    among = after is not None and after.key in _REGIONS  # "thứ 25 cả nước và thứ 3 vùng Bắc Trung Bộ"
    listed = (first.key == "," or "AND" in first.marks) and (among or ends_place(after))
    if (opened or closed or listed) and ranked_before(tokens, index - 1):
        return True
    named = first if first.key not in (":", "(") else tokens[index - 3]
    return names_an_index(named) and ends_place(after)  # "DDCI thứ 4, PAPI (thứ 6)"


def _of_as_many(tokens: list[Token], index: int) -> bool:
    """ "thứ 15/63": a place among so many."""
    whole = token_at(tokens, index + 2)
    return whole is not None and whole.key.isdigit() and int(whole.key) >= int(tokens[index].key)
