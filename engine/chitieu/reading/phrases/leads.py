"""To the left of a figure: the words that lead up to it, or in the rows of a table its unit."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from chitieu.reading.tokens.scanner import Token, keyed, marked, new_token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARATORS,
    COMPARING_SIGNS,
    FULL_MARKS,
    ends_compound,
)
from chitieu.text.spoken import (
    A_YEAR,
    ATTAINS,
    COEFFICIENT,
    COMPARATIVE,
    CONCERNS,
    DAY,
    EXCEED,
    GROUP,
    LEVEL_SIGN,
    NUMBER_OF,
    REMAINING,
    STEP,
    TOP,
    TOP_FOREIGN,
    UP_TO,
    WITHIN,
    words,
)

_RANKED_THINGS = frozenset(words("RANKED_THING"))

DIRECT = {"PERCENT": "PERCENT", "PERMILLE": "PERMILLE"}
LEADS = (
    "AT_LEAST", "AT_MOST", "MORE", "LESS", "ABOUT", "NEARLY", "DOWN_TO", "UP_TO", "RISE", "FALL", "TIMES",
    "AVERAGE", "BRING", "EQUALS", "STRIVE", "TIME",
)  # fmt: skip
#: How many words on what leads a group may stand; and from how many on a group is one of places, not a class.
_FIELD, _MANY = 20, 10
#: What the name of a field begins with or stands behind, and what a share is of.
_HEADING, _SEGMENTS = frozenset({"GOAL", "COUNTED_HEADING", "PERIOD", "TIME"}), frozenset({".", ";", ":"})
_COUNTED = frozenset({"NOUN", "POPULATION", "ACTOR"})
_MARKED = frozenset(words("MARKED"))
_ROW_ENDS = frozenset({".", ";", ",", "|", ")"})
#: How many words may name those that are left over.
_REST = 6
_SEVERAL = frozenset(words("SEVERAL"))
_NAMED = frozenset(words("RISE_IN_A_NAME"))
_RANKING = frozenset({"RANK", "ORDINAL", "TOP"})
#: What the level may be called that a comparator is about: "dưới ngưỡng 3%", "không vượt quá tỷ lệ 5%".
_LEVELS, _LEVEL_WORDS = frozenset({"LEVEL_NAME"}), 4
#: What another group of places may go on with: "và 15 …", "và trong 12 …".
_GOING_ON = frozenset({"AND", "AMONG_RANKED"})
_UNITS = frozenset({"NOUN", "MEASURE"})
_EXTREMES = {"UTMOST": "AT_MOST", "SMALLEST": "AT_LEAST"}
#: The marks of all words that may lead up to a figure.
_LEADING = frozenset(LEADS) | _RANKING | _EXTREMES.keys() | {"FROM", "OUGHT"}
_BEARING = _LEADING | _GOING_ON | _LEVELS
_WITHIN = frozenset(words("WITHIN_TIME"))
_CLOCK = frozenset(words("CLOCK_UNIT"))
#: Marks and words of which those beside them decide what they do before a figure.
_ASKED = _RANKING | _GOING_ON | _LEVELS | {"FROM", "OUGHT", "MORE", "RISE", "FALL", "TIME"}
_BY_KEY = _WITHIN | {REMAINING}
_AND_OR, _WENT = frozenset(words("AND_OR_OR")), frozenset({"PAST", "WAS"})
_SET = frozenset({"COMMON", "AT_LEAST", "AT_MOST"})  # "mức trần", "mức sàn"
_CEILINGS = frozenset({"AT_LEAST", "AT_MOST"})
SIGNS = {
    "=>": "AT_LEAST",
    "=<": "AT_MOST",
    ">": "MORE",
    "<": "LESS",
    ">=": "AT_LEAST",
    "≥": "AT_LEAST",
    "<=": "AT_MOST",
    "≤": "AT_MOST",
}


def read_lead(tokens: list[Token], at: int, floor: int) -> tuple[int, list[Token]]:
    """Where the words that lead up to the figure at ``at`` begin, and those words."""
    start = at
    leads: list[Token] = []
    while start > floor:
        token = tokens[start - 1]
        kind = _ALONE[token.marks] if token.type == "WORD" and token.key not in _BY_KEY else None
        if kind is None:
            kind = _lead_kind(token, tokens, start - 1, at)
        if not kind or (kind in CHANGING and _is_named(leads)):
            break
        token.type = kind
        leads.insert(0, token)
        start -= 1
    while leads and leads[0].type in {"TIME", "AVERAGE"}:
        unclaim(leads.pop(0))
        start += 1
    return start, leads


def _is_named(leads: list[Token]) -> bool:
    """ "số lao động tăng thêm trong năm: 260 lao động": the change is a part of the name that a colon ends."""
    return len(leads) > 1 and leads[0].type == "TIME" and any(lead.key == ":" for lead in leads)


def unclaim(token: Token) -> None:
    """Give a word back that leads up to nothing."""
    token.type = "YEAR" if token.account == "year" else "WORD"


def _lead_kind(token: Token, tokens: list[Token], index: int, at: int) -> str | None:
    if token.type != "WORD":
        return _kind_of_sign(token, tokens, index, at)
    marks = token.marks
    if token.key in _WITHIN and index + 1 == at and _is_clock(tokens, at, token.key):
        return "AT_MOST"
    if marks.isdisjoint(_BEARING):
        return None
    if index + 1 == at and not marks.isdisjoint(_GOING_ON) and _goes_on_to_places(tokens, at):
        return "TOP"
    if not marks.isdisjoint(_LEVELS):
        if _names_the_level(tokens, index):
            return "EQUALS"
        if index and not tokens[index - 1].marks.isdisjoint(COMPARATORS):
            return None  # "cao hơn mức sàn 12 xã": so many are
    if marks.isdisjoint(_LEADING):  # guard
        return None
    if token.key == REMAINING and (index + 1 < at or _names_the_rest(tokens, index)):
        return None  # "các đô thị còn lại đạt 20%", "các ngành còn lại 9%"
    if "FROM" in marks:
        return "FROM" if index + 1 == at or tokens[index + 1].type in ("RANK", "TOP") else None
    if not marks.isdisjoint(_RANKING) and index + 1 == at:  # guard
        counted = at + 1 < len(tokens) and token.key in _RANKED_THINGS and "NOUN" in tokens[at + 1].marks
        stepped = at + 1 < len(tokens) and tokens[at + 1].key == STEP  # "nâng hạng 2 bậc"
        if "RANK" in marks and not stepped:
            return None if counted else "RANK"  # "xếp hạng 02 di tích"
        if "ORDINAL" in marks:
            return "RANK"
        if "TOP" in marks and _leads_a_group(tokens, at, token.key):
            return "TOP"
    if "OUGHT" in marks and index and not tokens[index - 1].marks.isdisjoint(COMPARATORS):
        return "EQUALS"  # "tối thiểu phải đạt 70%", "ít nhất phải có 5 mô hình"
    kind = _strongest(marks)
    if kind == "MORE" and token.key == EXCEED and _is_reached_too(tokens, index):
        return "AT_LEAST"
    if kind == "FALL" and index + 1 < at and tokens[index + 1].key == ATTAINS:
        return None  # "Tỷ lệ khỏi, đỡ, giảm đạt từ 92% trở lên"
    if kind == "RISE" and index and tokens[index - 1].key in _NAMED and "GROWTH_NAME" in marks:
        return None  # "Tỷ lệ trẻ được theo dõi tăng trưởng đạt 90%"
    return None if kind == "TIME" and token.key == UP_TO else kind


def _names_the_rest(tokens: list[Token], index: int) -> bool:
    """ "các ngành còn lại", "những xã còn lại": whether the word tells which they are, and not what is left."""
    for token in reversed(tokens[max(0, index - _REST) : index]):
        if token.type != "WORD":
            return False
        if token.key.split(" ", 1)[0] in _SEVERAL:
            return True
    return False


def _names_the_level(tokens: list[Token], index: int) -> bool:
    """ "dưới ngưỡng 3%", "tối đa cho phép là 60 phút": whether a word names the level that is bounded.

    "cao hơn mức quy định 5%" may as well tell by how much.
    """
    is_set = not tokens[index].marks.isdisjoint(_SET)
    for at in range(index - 1, max(-1, index - _LEVEL_WORDS), -1):
        token = tokens[at]
        if not token.marks.isdisjoint(COMPARATORS):
            differs = token.marks.isdisjoint(_CEILINGS) and (
                token.key.endswith(COMPARATIVE) or token.key.startswith(EXCEED)
            )
            return not (is_set and differs)
        if "LEVEL_NAME" not in token.marks and token.key != LEVEL_SIGN:
            return False
        is_set = is_set or "COMMON" in token.marks
    return False


def _is_reached_too(tokens: list[Token], index: int) -> bool:
    """ "được công nhận đạt và vượt 12 sản phẩm": what "đạt" is a part of goes on to what goes beyond."""
    if index < 2 or tokens[index - 1].key not in _AND_OR:
        return False
    reached = tokens[index - 2]
    return reached.key.endswith(f" {ATTAINS}") and reached.marks.isdisjoint(_WENT)


def _announces_field(tokens: list[Token], index: int, at: int) -> bool:
    """ "Về y tế: 85% phụ nữ …", "Mục tiêu cụ thể: ít nhất 30% công trình …": the colon ends the name of a field.

    It does before a share that its own name follows.
    """
    name = next((token for token in tokens[at + 2 : at + 4] if "OR_MORE" not in token.marks), None)
    if name is None or tokens[at + 1].type != "PERCENT" or name.marks.isdisjoint(_COUNTED):
        return False
    first = index
    while first and tokens[first - 1].key not in _SEGMENTS:
        first -= 1
    opening = next((token for token in tokens[first:index] if token.type == "WORD"), None)
    return opening is not None and (opening.key == CONCERNS or not opening.marks.isdisjoint(_HEADING))


def _kind_of_sign(token: Token, tokens: list[Token], index: int, at: int) -> str | None:
    """What a sign or a year does before the figure at ``at``."""
    if token.type in COMPARING_SIGNS:
        return SIGNS[token.key]
    if token.type == "YEAR":
        return "TIME" if index > 0 else None
    if token.key == "≈" or (token.key == "~" and index + 1 == at):
        return "ABOUT"
    if (
        token.type == "DASH"
        and index
        and index + 1 == at
        and not tokens[index - 1].marks.isdisjoint(_CEILINGS)
    ):
        return "EQUALS"  # "Băng thông tối thiểu - 300 Mbps"
    if token.key == ":" and _announces_field(tokens, index, at):
        return None
    equals = token.key == ":" or (token.key == "=" and index + 1 == at)
    return "EQUALS" if token.type == "SIGN" and equals else None


@cache  # of the few dozen sets of marks that the lexicon has
def _strongest(marks: frozenset[str]) -> str | None:
    """The mark by which a word leads up to a figure, where it has one."""
    return next((_EXTREMES.get(kind, kind) for kind in (*LEADS, *_EXTREMES) if kind in marks), None)


class _Alone(dict[frozenset[str], str | None]):
    """What words of some marks do before a figure, wherever they stand: "" for nothing, None where that is asked."""

    def __missing__(self, marks: frozenset[str]) -> str | None:
        kind = _strongest(marks)
        asked = kind in _ASKED or not marks.isdisjoint(_ASKED)
        self[marks] = found = None if asked else kind or ""
        return found


_ALONE = _Alone()


def _is_clock(tokens: list[Token], at: int, key: str) -> bool:
    """ "trong vòng 4 giờ", "trong thời hạn 5 ngày", "trong 20 giây": how long it may take.

    A cell may say no more than "Trong vòng 24", and its unit in another.
    """
    if at + 1 == len(tokens):
        return key != WITHIN and at == 1
    unit = tokens[at + 1].key
    first = unit.partition(" ")[0]
    if first in _CLOCK or first != DAY:
        return first in _CLOCK
    behind = tokens[at + 2] if at + 2 < len(tokens) else None  # "trong 5 ngày nghỉ Tết" sets no limit
    return key != WITHIN or behind is None or behind.key in _ROW_ENDS or "COUNTED_FROM" in behind.marks


def _leads_a_group(tokens: list[Token], at: int, key: str) -> bool:
    """ "tốp 10", "nhóm 5 đơn vị dẫn đầu"."""
    if TOP in key or TOP_FOREIGN in key:
        return True
    if marked(tokens[at + 1 : at + _FIELD], "LEADING"):
        return True
    if key == GROUP and any(token.type == "TOP" for token in tokens[max(0, at - _FIELD) : at]):
        return True  # "vào nhóm 50 nước dẫn đầu về A, nhóm 30 nước về B"
    number = tokens[at].value
    return key.endswith(f" {GROUP}") and number is not None and number >= _MANY  # "PCI thuộc nhóm 30"


def _goes_on_to_places(tokens: list[Token], at: int) -> bool:
    """ "thuộc tốp 5 địa phương dẫn đầu vùng và 15 địa phương hàng đầu cả nước": the place in another group."""
    noun = tokens[at + 1] if at + 1 < len(tokens) else None
    if noun is None or "NOUN" not in noun.marks or not marked(tokens[at + 2 : at + _FIELD], "LEADING"):
        return False
    return any(token.type == "TOP" for token in tokens[max(0, at - _FIELD) : at])


def _ends_row(tokens: list[Token], end: int) -> bool:
    """Whether a row of a table ends there: a parting sign, a year, the label or the bullet of the next row."""
    token = tokens[end]
    if token.key in _ROW_ENDS or token.type == "YEAR" or token.account == "label":
        return True
    timed = end + 1 if token.key == "(" else end
    while timed < len(tokens) and (tokens[timed].type == "YEAR" or "TIME" in tokens[timed].marks):
        timed += 1
    if timed > end + (token.key == "(") and (timed == len(tokens) or tokens[timed].key in _ROW_ENDS):
        return True  # "Số bác sĩ/10.000 dân đạt 11,5 trong nhiệm kỳ", "… 11,5 (năm 2030)"
    cell = end - 2
    while cell > 0 and tokens[cell].type in COMPARING_SIGNS:
        cell -= 1
    if cell >= 0 and tokens[cell].type in DIRECT and token.type == "WORD" and token.text[:1].isupper():
        return True  # "… % 100 Phòng Văn hóa", "% ≥ 97 Phòng Điều phối"
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    return token.type == "DASH" and following is not None and following.text[:1].isupper()


def _is_mark(tokens: list[Token], floor: int, end: int) -> bool:
    """ "mức độ hài lòng của khách hàng ≥ 8,5/10": a mark of so many, and no count of customers."""
    if end - 3 < floor or tokens[end - 2].type != "SLASH" or tokens[end - 1].value not in FULL_MARKS:
        return False
    return "," in tokens[end - 3].key or any(token.key in _MARKED for token in tokens[floor : end - 3])


def _is_symbol(tokens: list[Token], index: int, floor: int) -> bool:
    """ "hệ số bảo toàn vốn H > 1": a letter that stands for what is measured, and no unit."""
    text = tokens[index].text
    return (
        len(text) == 1 and text.isupper() and keyed(tokens[max(0, floor, index - _MANY) : index], COEFFICIENT)
    )


def _is_base_of_name(tokens: list[Token], at: int, kinds: list[str], floor: int) -> bool:
    """ "Số bác sĩ trên vạn dân ≥ 10", "Tỷ số tử vong mẹ trên 100.000 trẻ đẻ sống dưới 42": of how many, and no unit."""
    if at > floor and tokens[at - 1].account == "base":
        at -= 1
    elif kinds[0] != "SCALE":
        return False
    return at > floor and "PER" in tokens[at - 1].marks


def _is_rate(tokens: list[Token]) -> bool:
    """ "giường bệnh/": a counted noun and what it is per."""
    return "NOUN" in tokens[0].marks and tokens[1].type == "SLASH"


def _counted_in(name: list[Token]) -> Token:
    """What a rate counts: "Thuê bao/", and the noun behind "Số" in "Số máy điện thoại thông minh/"."""
    last = name[-1]
    if last.marks.isdisjoint(_UNITS):
        for head, noun in pairwise(name):
            if head.key == NUMBER_OF and "NOUN" in noun.marks:
                return new_token(noun.type, noun.key, noun.text, last.end, last.end, noun.marks)
    return last


def unit_before(
    tokens: list[Token], start: int, leads: list[Token], *, end: int, floor: int
) -> tuple[int, list[Token], list[Token]]:
    """Cells of a row: "… % ≥ 85", "Giờ/năm ≤ 24", "| giường | 31,5", "Điểm 06". The unit goes behind its figure."""
    if end < len(tokens) and not _ends_row(tokens, end):
        return start, leads, []
    index = start
    years: list[Token] = []
    if index > floor + 1 and tokens[index - 1].type == "YEAR" and tokens[index - 2].key == ")":
        index -= 1  # "… (triệu đồng/người/năm) năm 2025: ≥ 58"
        years.append(tokens[index])
    while index > floor and tokens[index - 1].key in ("|", ")", "("):
        index -= 1
    if index <= floor or (index == start and start == 0):
        return start, leads, []
    stop = index
    cell = tokens[index - 2] if index - 2 > floor else None
    measured = cell is not None and (cell.type in DIRECT or "MEASURE" in cell.marks)
    if measured and "PLAN" in tokens[index - 1].marks:
        index -= 1  # "ĐVT % Kế hoạch ≥ 99,0"
    token = tokens[index - 1]
    each = index - 2 >= floor and "EACH" in tokens[index - 2].marks  # "mỗi thôn ít nhất 1": who has so many
    if each or "PLAN" in token.marks or (index == start and _is_mark(tokens, floor, end)):
        return start, leads, []
    moved: list[Token] = []
    if token.type in DIRECT:
        moved = [token]
        index -= 1
    elif ends_compound(tokens, index - 1) or _is_symbol(tokens, index - 1, floor):
        return start, leads, []
    elif token.type == "WORD" and (
        token.marks & {"MEASURE", "NOUN"}
        or token.key == A_YEAR
        or ("AGE" in token.marks and marked(tokens[floor : index - 1], "LIFESPAN"))
    ):
        index -= 1
        kind = "NOUN" if "NOUN" in token.marks else "MEASURE"
        moved = [token]
        kinds = [kind]
        while (
            index - 1 > floor
            and tokens[index - 1].type == "SLASH"
            and tokens[index - 2].type in ("WORD", "PERCENT")
        ):
            head = tokens[index - 2]
            moved = [head, tokens[index - 1], *moved]
            kinds = [
                "PERCENT" if head.type == "PERCENT" else "MEASURE" if "MEASURE" in head.marks else "NOUN",
                "SLASH",
                *kinds,
            ]
            index -= 2
        while index - 1 > floor and "SCALE" in tokens[index - 1].marks and tokens[index - 1].type == "WORD":
            moved, kinds = [tokens[index - 1], *moved], ["SCALE", *kinds]
            index -= 1
        if _is_base_of_name(tokens, index, kinds, floor):
            return start, leads, []
        if kinds[0] == "SCALE" and index - 2 >= floor and _is_rate(tokens[index - 2 : index]):
            moved, kinds = [*tokens[index - 2 : index], *moved], ["NOUN", "SLASH", *kinds]
            index -= 2  # "Số giường bệnh/vạn dân ≥ 32"
        if (
            moved
            and index - 3 > floor
            and tokens[index - 1].account == "base"
            and tokens[index - 2].type == "SLASH"
            and tokens[index - 3].type == "WORD"
        ):  # "Cây/100m ≥ 12", "Thuê bao/100 dân 92"
            head = _counted_in(tokens[floor : index - 2])
            moved = [head, *tokens[index - 2 : index], *moved]
            kinds = ["MEASURE" if "MEASURE" in head.marks else "NOUN", "SLASH", "BASE", *kinds]
            index -= 3 if head is tokens[index - 3] else 2
        separated = stop != start or moved[0].key != tokens[index].key
        if (
            leads
            and not separated
            and leads[0].type not in COMPARATORS
            and not (leads[0].type == "FROM" and token.text[:1].isupper())  # "Tấn từ 12.500 trở lên"
            and not any(t.type == "SLASH" for t in moved)
        ):
            return start, leads, []
        if index <= floor or (tokens[stop].key == ")" and tokens[index - 1].key != "("):
            return start, leads, []  # "(không tính giường trạm y tế xã): 29"
        for piece, name in zip(moved, kinds, strict=True):
            piece.type = name
    if moved and index > floor and tokens[index - 1].key == "(":
        index -= 1
    if not moved:
        return start, leads, []
    for year in years:
        year.type = "TIME"
    return index, years + leads, moved
