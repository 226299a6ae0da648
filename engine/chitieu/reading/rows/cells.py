"""A cell of a row: the heading that it repeats, its value, its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from chitieu.reading.numbers.frequencies import PERIODS
from chitieu.reading.rows.columns import is_column, is_plain_year, kinds_of, year_of
from chitieu.reading.tokens.scanner import Contents, Token, keyed, new_token
from chitieu.reading.tokens.surroundings import COMPARING, COMPARING_SIGNS, UNIT_MARKS, UNIT_TYPES, has_unit
from chitieu.text.spoken import ATTAINS, HAVE, NTH, TIMES, words

Cells = list[list[Token]]

LEADING = COMPARING | {"EQUALS", "RISE", "FALL", "RANK", "TOP", "ORDINAL", "STRIVE", "DOWN_TO", "UP_TO"}
CLOSING = frozenset({"OR_MORE", "OR_LESS"})
UNITS = UNIT_MARKS | {"NOUN", "AGE"}
#: So many headings or names in a row are no chance.
LISTED = 3
#: A unit has at most so many words and signs, the heading that a cell repeats so many.
_LONGEST_UNIT, LONGEST_HEADING = 7, 10
#: "6 tháng/lần" are so many.
_FREQUENCY = 4
_SIGNS_OF_VALUES = UNIT_TYPES | COMPARING_SIGNS | {"DASH", "SLASH", "PLUS_MINUS"}
_OF_UNITS = frozenset({"WORD", "SLASH", "PERCENT", "DASH"})
_NOUN = frozenset({"NOUN"})
#: Units that are a place on a list: the figure behind them is a rank.
PLACES = frozenset(words("PLACE_WORD"))
_THOUSANDS = {"1.000": words("THOUSAND")[0], "1000": words("THOUSAND")[0], "1.000.000": words("MILLION")[0]}
#: What numbers a row: "3", "15.1".
_NUMBER_OF_ROW = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*")
#: What numbers a target, in one word or in two: "KR1:", "M3.", "KPI 2:", "4)".
_CODE, _SHORT_NUMBER = re.compile(r"(?:[^\W\d_]{1,3}[0-9]{1,2}|[ivx]{1,4})"), re.compile(r"[0-9]{1,2}")
_DIGITS, _TIMES_CUT_SHORT = "0123456789", frozenset(words("TIME_CUT_SHORT"))
_CODED, _BEHIND_CODE = frozenset({"COUNTED_HEADING", "GOAL"}), frozenset({":", ".", ")"})
_OF_YEAR, _PARTS_OF_YEAR = frozenset({"YEAR_WORD", "TIME"}), frozenset(words("PART_OF_YEAR"))
_HOLDING = frozenset({ATTAINS, HAVE})
_DENYING = frozenset({"NEVER", "ABSENT"})
_SAID_ASIDE = frozenset({"BETTER_HIGHER", "BETTER_LOWER", "BETTER_EXACT"})
_TICKS = frozenset({"x", "✓", "✔"})
#: What ends the heading of marks that were given.
_JUDGED = words("JUDGED_BY")
#: What stands before a value and says only that it is one.
_HOW_MUCH = frozenset(words("SAYS_HOW_MUCH"))


@dataclass(slots=True, eq=False)
class Cell:
    """A cell behind the heading that it repeats. ``kind`` is what it holds, as far as the heading tells."""

    tokens: list[Token]
    heading: list[Token] = field(default_factory=list)
    kind: str = ""
    year: str | None = None
    shared: bool = False  # with other values: "Năm 2026: 90; 2027: 92"
    bounded: bool = False  # by a comparator that its name holds
    parted: int = 0  # behind how many cells of words it stands among the values


def is_value(tokens: list[Token]) -> bool:
    """A figure with nothing but its comparator and its unit."""
    seen = False
    for token in tokens:
        if token.type == "NUMBER":
            seen = True
        elif token.type == "WORD":
            if not token.marks & ((UNITS | LEADING | CLOSING | {"TO", "PER"}) if seen else LEADING):
                return False
        elif token.type not in _SIGNS_OF_VALUES and token.key not in ("+", "≈"):
            return False
    return seen and tokens[0].type not in ("SLASH", "PERCENT")


def opens_value(tokens: list[Token]) -> bool:
    """Whether a cell begins with a figure, whatever follows: "≥ 55% (≥ 30% từ hệ thống tập trung)"."""
    for token in tokens:
        if token.type == "NUMBER":
            return True
        group = "TOP" in token.marks and "NAME_HEAD" in token.marks  # "Nhóm 1: Tài chính"
        leading = token.type in COMPARING_SIGNS or token.marks & LEADING or token.key in ("+", "-")
        if group or not leading:
            return False
    return False


def may_number(token: Token) -> bool:
    """Whether a row may have such a number: "3", "15.1"."""
    return token.type == "NUMBER" and _NUMBER_OF_ROW.fullmatch(token.key) is not None


def numbers_on(before: Token, number: Token) -> bool:
    """Whether one number of a row is the next behind another: "2" and "3", "8.3" and "8.4"."""
    group, _, last = before.key.rpartition(".")
    own, _, following = number.key.rpartition(".")
    return group == own and following.isdigit() and last.isdigit() and int(following) == int(last) + 1


def is_letter(token: Token) -> bool:
    """ "a", which numbers a part: "a) Nợ đọng …"."""
    return token.type == "WORD" and len(token.key) == 1


def code_length(cell: list[Token]) -> int:
    """How many tokens are the code of a target that a cell says more of: "KR1: …", "KPI 2. …"; "Q1: …" is a time."""
    for end in (1, 2):
        if len(cell) <= end + 1 or cell[end].key not in _BEHIND_CODE or cell[end].type != "SIGN":
            continue
        first, last = cell[0], cell[end - 1]
        if end == 1:
            coded = (
                _CODE.fullmatch(first.key) is not None and first.key.rstrip(_DIGITS) not in _TIMES_CUT_SHORT
            )
            numbered = first.type in ("WORD", "NUMBER") and (coded or _SHORT_NUMBER.fullmatch(first.key))
        else:
            numbered = not first.marks.isdisjoint(_CODED) and _SHORT_NUMBER.fullmatch(last.key)
        if numbered and not is_value(cell[end + 1 :]):
            return end + 1
    return 0


def names_by_label(tokens: list[Token]) -> bool:
    """Whether a cell is a name with the label before it: "15.1. Tỷ lệ …", "17.3 Tỷ lệ …", "2) Tỷ lệ …"."""
    if len(tokens) < LISTED:
        return False
    closed = tokens[1].key in (".", ")")
    if not (may_number(tokens[0]) or (closed and is_letter(tokens[0]))):
        return False
    first = tokens[2] if closed else tokens[1]
    parts = "." in tokens[0].key and first.text[:1].isupper() and not first.marks & UNIT_MARKS
    return first.type == "WORD" and (closed or parts)


def holds_value(cell: Cell) -> bool:
    """Whether a cell is one of the values, by its heading and by what it begins with."""
    if cell.kind in ("name", "unit", "number", "other") or names_by_label(cell.tokens):
        return False
    first = cell.tokens[0] if cell.tokens else None
    thousand = first is not None and first.key in _THOUSANDS and len(cell.tokens) > 1 and not cell.heading
    return not thousand and opens_value(cell.tokens)


def tells_how_often(cell: Cell) -> bool:
    """ "6 tháng/lần", "3 tháng một lần", "1 lần/quý": how often something is measured, beside its value."""
    if cell.heading or len(cell.tokens) != _FREQUENCY or cell.tokens[0].type != "NUMBER":
        return False
    first, last = cell.tokens[1].key, cell.tokens[3].key
    return (first == TIMES and last in PERIODS) or (first in PERIODS and last == TIMES)


def cell_of(tokens: list[Token]) -> Cell:
    """A cell, its heading apart: before a colon, or known words directly before a value."""
    colon = next((at for at, token in enumerate(tokens[:LONGEST_HEADING]) if token.key == ":"), 0)
    if colon and keyed(tokens[:colon], "(") and not keyed(tokens[:colon], ")"):
        colon = 0  # "≥ 70% (xã khu vực III: ≥ 50%)"
    if not colon and not is_value(tokens):
        while colon < min(len(tokens), LONGEST_HEADING) and (
            (tokens[colon].type == "WORD" and not tokens[colon].marks & COMPARING)
            or is_plain_year(tokens[colon])
        ):
            colon += 1
        known = kinds_of(tokens[:colon]) or _says_how_much(tokens[:colon])
        if not colon or not is_value(tokens[colon:]) or not known:
            return Cell(tokens, year=year_of(tokens))
        return cell_under(tokens[:colon], tokens[colon:]) or Cell(tokens)
    if not colon:
        return Cell(tokens)
    return cell_under(tokens[:colon], tokens[colon + 1 :]) or Cell(tokens)


def cell_under(heading: list[Token], tokens: list[Token]) -> Cell | None:
    """A cell and its heading, unless a name with a colon only looks like one."""
    kinds, year = kinds_of(heading), year_of(heading)
    stated = opens_value(tokens)
    if stated and _says_how_much(heading):
        return Cell(tokens, heading)
    if not kinds and stated and _tells_what_is(heading):
        return Cell(tokens, heading, "result", year)
    if not kinds and stated:
        bare = all(token.type != "WORD" or not _OF_YEAR.isdisjoint(token.marks) for token in heading)
        return Cell(tokens, heading, "year" if bare and year else "named", year)
    if not kinds:
        return None
    if kinds == ("name",) and stated:
        return Cell(tokens, heading, "named", year)  # "Chỉ số 1: 5"
    apart = [kind for kind in kinds if (kind in ("name", "unit", "number", "other")) != stated]
    return Cell(tokens, heading, apart[0] if apart else kinds[0], year)


def _tells_what_is(heading: list[Token]) -> bool:
    """ "Giường thực kê hiện nay: 612", "Sở Nội vụ thẩm định: 1,25": what there is; "6 tháng đầu năm: 450" is a time."""
    if " ".join([token.key for token in heading]).endswith(_JUDGED):
        return True
    return any("PAST" in token.marks and token.key not in _PARTS_OF_YEAR for token in heading)


def _says_how_much(heading: list[Token]) -> bool:
    """ "Tỷ lệ ≥ 60%", "Mức: ≥ 2 tuyến": a word that names nothing, as the cell before it does."""
    return " ".join([token.key for token in heading]) in _HOW_MUCH


def parts_of(tokens: list[Token]) -> Cells:
    """ "Năm 2026: 90; 2027: 92": a cell of several values is as many cells."""
    parts: Cells = [[]]
    for token in tokens:
        if token.key == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    whole = len(parts) > 1 and all(part and opens_value(cell_of(part).tokens) for part in parts)
    return parts if whole else [tokens]


def is_idle(tokens: list[Token]) -> bool:
    """Whether a cell says nothing: empty, "-", "…"."""
    return all(token.type in ("SIGN", "DASH") for token in tokens)


def says_state(tokens: list[Token]) -> bool:
    """Whether a cell only says whether what is named holds: "Đạt", "Có", "Không", "Không có"."""
    if len(tokens) != 1:
        return False
    return tokens[0].key in _HOLDING or not tokens[0].marks.isdisjoint(_DENYING)


def is_graded(cell: Cell) -> bool:
    """Whether a cell is a grade: "Tốt", "Khá trở lên", "từ Khá trở lên"."""
    graded = cell.tokens[1:] if cell.tokens and "FROM" in cell.tokens[0].marks else cell.tokens
    if not graded or "GRADE" not in graded[0].marks:
        return False
    return len(graded) == 1 or not graded[-1].marks.isdisjoint(CLOSING)


def says_aside(cell: Cell) -> bool:
    """Whether a cell only says which side is better: "càng thấp càng tốt"."""
    return len(cell.tokens) == 1 and not cell.heading and not cell.tokens[0].marks.isdisjoint(_SAID_ASIDE)


def may_state(contents: Contents) -> bool:
    """Whether any token may say whether what is named holds."""
    return not _HOLDING.isdisjoint(contents.keys) or not contents.marks.isdisjoint(_DENYING)


def is_tick(cell: Cell) -> bool:
    """Whether a cell is a mark and no word: "x"."""
    return len(cell.tokens) == 1 and cell.tokens[0].key in _TICKS


def is_unit(cell: Cell, *, stated: bool) -> bool:
    """A unit of its own cell. ``stated``: whether the values have one, so that this need not be one."""
    tokens = cell.tokens
    if cell.kind == "unit":
        return True
    if cell.heading or len(tokens) > _LONGEST_UNIT:
        return False
    if sum(token.type == "NUMBER" for token in tokens) > 1:
        return False  # a unit has one number at most, its base: "ca/100.000 dân"
    first = tokens[0]
    if first.type == "SLASH" or has_unit(first) or (first.key in _THOUSANDS and len(tokens) > 1):
        return True
    slashed = [second for first, second in pairwise(tokens) if first.type == "SLASH"]
    based = any(token.type == "NUMBER" for token in slashed)  # "vụ/1.000 lao động"
    if any(token.type not in _OF_UNITS and token not in slashed for token in tokens):
        return False
    words = [token for token in tokens if token.type == "WORD"]
    if words and (first.key in PLACES or first.key == ATTAINS):
        return True
    ratio = any(token.type == "SLASH" for token in tokens)  # "sản phẩm/người/ngày"
    short = (ratio or len(words) <= 2) and (based or not stated)
    return bool(words) and short and (not first.marks or bool(first.marks & {"NOUN", "AGE"}))


def names_more(tokens: list[Token]) -> bool:
    """ "Ngày điều trị trung bình", "Người bệnh nội trú": a name that begins as a unit does."""
    words = [token for token in tokens if token.type == "WORD"]
    return len(words) == len(tokens) >= LISTED and tokens[0].text[:1].isupper()


def take_bracket_unit(cell: Cell) -> list[Token]:
    """Take the unit in brackets from the end of a name: "Sản lượng (tấn)", "Thu nhập (trđ/người), KH 2025".

    The scale that a figure is a mark on is none: "Mức độ hài lòng (điểm, thang 5)".
    """
    tokens = cell.tokens
    end = max((at for at, token in enumerate(tokens) if token.key == ")"), default=0)
    if end < LISTED or not _only_dates(tokens[end + 1 :]):
        return []
    begun = max((at for at, token in enumerate(tokens[:end]) if token.key == "("), default=0)
    inside = tokens[begun + 1 : end]
    if inside and kinds_of(inside[:1]) == ("unit",):
        inside = [token for token in inside[1:] if token.key != ":"]
    comma = next((at for at, token in enumerate(inside) if token.key == ","), 0)
    if comma and any("WEIGHT" in token.marks for token in inside[comma + 1 : comma + 2]):
        for token in inside[comma:]:
            token.account = "description" if token.type == "NUMBER" else token.account
        inside = inside[:comma]
    if not begun or not inside or not is_unit(Cell(inside), stated=False):
        return []
    cell.tokens, cell.heading = tokens[:begun], [*cell.heading, *tokens[end + 1 :]]
    return inside


def _only_dates(tokens: list[Token]) -> bool:
    """Whether what stands behind a name only says of when the values are: nothing, ", KH 2025", "- năm 2025"."""
    if not tokens:
        return True
    heading = tokens[1:] if tokens[0].key == "," or tokens[0].type == "DASH" else tokens
    dated = bool(heading) and all(is_plain_year(token) or token.type == "WORD" for token in heading)
    return (
        dated
        and year_of(heading) is not None
        and (is_column(heading) or not _OF_YEAR.isdisjoint(heading[0].marks))
    )


def copies_of(tokens: list[Token]) -> list[Token]:
    """The same tokens once more, for another cell."""
    copies = [new_token(t.type, t.key, t.text, t.start, t.end, t.marks) for t in tokens]
    for copy, token in zip(copies, tokens, strict=True):
        copy.account = token.account
    return copies


def _opens_part(tokens: list[Token], at: int) -> bool:
    """Whether a bracket or a part of what a figure counts begins there: "15.000, trong đó 4.500 buồng đạt chuẩn"."""
    following = tokens[at + 1].marks if at + 1 < len(tokens) else frozenset()
    return tokens[at].key == "(" or (tokens[at].key == "," and "AMONG" in following)


def with_unit(tokens: list[Token], unit: list[Token]) -> list[Token]:
    """A value with its unit behind the figure, where it has none of its own."""
    first = next((at for at, token in enumerate(tokens) if token.type == "NUMBER"), 0)
    bracket = next((at for at in range(first, len(tokens)) if _opens_part(tokens, at)), len(tokens))
    own = any(has_unit(token) or "NOUN" in token.marks for token in tokens[first:bracket])
    if not unit or own or any(token.marks & {"RANK", "ORDINAL", "TOP"} for token in tokens):
        return tokens
    if unit[0].key in PLACES:
        place = new_token("WORD", NTH, unit[0].text, unit[0].start, unit[-1].end, frozenset({"ORDINAL"}))
        return [*tokens[:first], place, *tokens[first:]]
    copies = copies_of(unit)
    base = next((at for at, token in enumerate(copies) if token.type == "NUMBER"), len(copies))
    if base and copies[base + 1 :]:  # "/100.000 trẻ đẻ sống": per what its words name together
        named = copies[base + 1 :]
        words = " ".join(token.text for token in named)
        copies[base + 1 :] = [new_token("WORD", words.lower(), words, named[0].start, named[-1].end, _NOUN)]
    scale = _THOUSANDS.get(copies[0].key)
    if scale is not None:
        copies[0] = new_token("WORD", scale, scale, unit[0].start, unit[0].end, frozenset({"SCALE"}))
    for token in copies:
        token.account = "base" if token.type == "NUMBER" else None
    out: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        out.append(token)
        bare = following is None or (following.type in ("WORD", "SIGN") and not following.marks & UNITS)
        if token.type == "NUMBER" and bare and (following is None or following.key != copies[0].key):
            out += copies_of(copies)
    return out
