"""The whole that a part is of, as many or as much as there is: no figure of a target."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import REACH, has_unit, sentence_start, token_at
from chitieu.text.spoken import OVER, WITHIN

_OUT_OF = (OVER, WITHIN)
_PARTING = frozenset({",", ";", ".", ":", "("})
#: So far ahead may stand the share of a whole.
_AHEAD = 24


def is_whole(tokens: list[Token], index: int) -> bool:
    """ "kết nạp 25 đảng viên/tổng số 350 quần chúng": of how many."""
    slash, total = token_at(tokens, index - 2), token_at(tokens, index - 1)
    noun = token_at(tokens, index + 1)
    if total is None or "POPULATION" not in total.marks or total.type == "SLASH":
        return False
    if slash is not None and slash.type == "PERCENT" and not has_unit(noun):
        return True  # "hoàn thành 100% trong số 20 nhiệm vụ"
    if noun is not None and (
        "NOUN" in noun.marks or has_unit(noun)
    ):  # "từ 7 bản trở lên trong tổng số 9 bản"
        counted = tokens[max(0, index - REACH) : index - 1]
        if any(first.type == "NUMBER" and second.key == noun.key for first, second in pairwise(counted)):
            return True
    opens = index - 1 == sentence_start(tokens, index) and total.key.startswith(_OUT_OF)
    if opens and any(token.type == "NUMBER" for token in tokens[index + 2 : index + REACH]):
        return True  # "Trên tổng số 150 hộ, có 120 hộ tham gia"
    return slash is not None and slash.type == "SLASH"


def is_whole_in_its_unit(tokens: list[Token], index: int) -> bool:
    """ "tưới 5.640 ha/5.800 ha gieo cấy", "giải ngân 120 tỷ đồng/150 tỷ đồng": of how much, in the same unit."""
    units = tokens[index + 1 : index + 3]
    if units and "SCALE" not in units[0].marks:
        units = units[:1]  # "tỷ đồng"
    first = index - 2 - len(units)
    if first < 0 or tokens[first].type != "NUMBER" or not units or not has_unit(units[0]):
        return False
    part, whole = tokens[first].value, tokens[index].value
    if marked(tokens[index + 1 + len(units) :][:1], "PLAN"):
        return False  # "Thu hoạch 36 tấn/40 tấn kế hoạch": who tells that tells a result
    same = [token.key for token in tokens[first + 1 : index - 1]] == [token.key for token in units]
    return same and part is not None and whole is not None and part <= whole


def opens_with_whole(tokens: list[Token], index: int) -> bool:
    """ "Trong số 2.500 lao động được đào tạo, 60% là nữ": of how many, in front of the share."""
    begun = sentence_start(tokens, index)
    if not index or "POPULATION" not in tokens[index - 1].marks:
        return False
    if any(tokens[at].type == "NUMBER" and tokens[at].account is None for at in range(begun, index)):
        return False
    ahead = tokens[index + 1 : index + _AHEAD]
    comma = next((at for at, token in enumerate(ahead) if token.key in _PARTING), len(ahead))
    if comma + 1 >= len(ahead) or ahead[comma].key != "," or "AMONG" in ahead[comma + 1].marks:
        return False  # "Tổng số 5 trường, trong đó có 3 trường mầm non": all of them are wanted as well
    share = next((at for at in range(comma, len(ahead) - 1) if ahead[at].type == "NUMBER"), None)
    return share is not None and (
        ahead[share + 1].type == "PERCENT" or tokens[index + 1].key == ahead[share + 1].key
    )
