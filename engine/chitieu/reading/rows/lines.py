"""Where the cells of a row begin and end: at bars and tabs, at headings, at a unit that several values follow."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

from chitieu.reading.rows.cells import (
    CLOSING,
    LISTED,
    LONGEST_HEADING,
    UNITS,
    Cells,
    cell_of,
    is_value,
    may_number,
)
from chitieu.reading.rows.columns import is_column, is_plain_year, kinds_of
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.tokens.surroundings import (
    COMPARING,
    COMPARING_SIGNS,
    UNIT_MARKS,
    UNIT_TYPES,
    ends_compound,
)
from chitieu.text.source import SourceText
from chitieu.text.spoken import FOREMOST, HAVE, words

#: What may stand between the figures of two cells.
_BETWEEN = COMPARING | CLOSING
#: Words that a figure or another of them follows: a cell does not end with them.
_LEADING = COMPARING | frozenset(
    {"FROM", "TO", "RISE", "FALL", "DOWN_TO", "UP_TO", "BRING", "ABOUT", "NEARLY"}
)
_SIGNS_BETWEEN = UNIT_TYPES | COMPARING_SIGNS
#: The number of a part of a table, what it stands behind, what its title is made of, and of how much.
LABEL_OF_PART = re.compile("[IVX]{1,5}|[A-E]")
_VALUE_ENDS, _OF_TITLES, _LONGEST_TITLE = UNIT_TYPES | {"NUMBER"}, frozenset({"WORD", "DASH", "SIGN"}), 12
#: What stands beside a plan in a row: what was reached, or the one by the other, "KH 2025/TH 2024: 109%".
_BESIDE_PLANS = frozenset({"result", "ratio", "done"})
#: The name and the unit of a row, and one value.
_VALUED = 3
#: Words of time before a figure are no unit of a row: "đến tháng 6 ≥ 95".
_TIMES = frozenset(words("PERIODS"))
#: What takes a noun behind it, which then is no unit: "bình quân người", "của hộ".
_TAKING = frozenset({"EACH", "AVERAGE", "PREPOSITION", "SCOPE", "PER", "NAME_HEAD", "RATE", "SUM", "SCALE"})
#: Nouns that count heads, and add nothing to a name that they end.
_HEADS_COUNTED, _TAKING_HEADS = frozenset(words("HEADS_COUNTED")), frozenset({FOREMOST, HAVE})


def by_signs(source: SourceText, tokens: list[Token], *, spaced: bool) -> list[Cells]:
    """The cells between bars and tabs, line by line.

    Unless ``spaced``, tabs are mere spaces; line ends are, where the text has no other space at all.
    """
    lines: list[Cells] = [[[]]]
    lined = spaced or "\t" in source.given
    end = 0
    opened = next((at for at, token in enumerate(tokens) if token.type not in ("DASH", "SIGN")), 0)
    opened = next((at for at, token in enumerate(tokens[:opened]) if token.key == "|"), 0)
    for at, token in enumerate(tokens):
        start, stop = source.span(end, token.start)
        gap = unescape(source.given[start:stop])
        cells = lines[-1]
        if lined and "\n" in gap and len(cells) > 1 and _ends_line(cells[-1]):
            lines.append([[]])
            opened = at
        elif spaced and "\t" in gap and not _goes_on(tokens, at):
            cells.append([])
        if token.key == "|" and at == opened:
            lines[-1] = [[]]  # the bar that opens a line; what a text has before its first one is a bullet
        elif token.key == "|":
            lines[-1].append([])
        else:
            lines[-1][-1].append(token)
        end = token.end
    last = lines[-1][-1]
    if len(last) > 1 and last[-1].key in (".", ";"):
        last.pop()  # the stop behind the last row
    return lines


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a phrase goes on over a tab: "trên⇥98%", "giảm⇥ít nhất 5%", "từ 5⇥- 8", "98⇥%"."""
    before, after = tokens[at - 1] if at else None, tokens[at]
    if before is None:
        return False
    if before.marks & _LEADING or before.type in COMPARING_SIGNS:
        return True
    if before.type == "DASH" or "TO" in before.marks:
        return at > 2 and after.type == "NUMBER" and "FROM" in tokens[at - 3].marks
    if before.type != "NUMBER":
        return False
    if after.type in UNIT_TYPES or after.marks & (UNIT_MARKS | CLOSING):
        return True
    joined = after.type == "DASH" or "TO" in after.marks
    return joined and at > 1 and "FROM" in tokens[at - 2].marks


def _ends_line(cell: list[Token]) -> bool:
    """Whether a row may end with a cell, so that the line end behind it is none within the cell."""
    return not cell or is_value(cell) or bool(kinds_of(cell))


def by_headings(tokens: list[Token]) -> list[Cells]:
    """ "Doanh thu Tỷ đồng TH2024: 1.652,4 KH2025: 1.850": the headings part the cells, of a result and of a plan."""
    begins: list[int] = []
    kinds: set[str] = set()
    for colon, token in enumerate(tokens):
        if token.key != ":":
            continue
        begun = colon
        floor = max(begins[-1] + 1 if begins else 0, colon - LONGEST_HEADING)
        headed = [at for at in range(floor, colon) if _may_head(tokens, at) and kinds_of(tokens[at:colon])]
        if headed:
            begun = next((at for at in headed if is_column(tokens[at:colon])), headed[0])
            kinds.update(kinds_of(tokens[begun:colon]))
        if begun < colon:
            begins.append(begun)
        elif begins:
            return []
    if "plan" not in kinds or _BESIDE_PLANS.isdisjoint(kinds):
        return []
    cells = [tokens[start:end] for start, end in pairwise([*begins, len(tokens)])]
    cells = [_without_ends(cell) for cell in cells]
    name = _without_ends(tokens[: begins[0]])
    if keyed(name, "(") and not keyed(name, ")"):
        name = tokens[: len(name) + 1]  # "Số giường bệnh (giường): TH 2024: …"
    if tokens[begins[0] - 1].key == "(" and ends_in_amount(name):
        return []  # "Doanh thu 1.250 tỷ đồng (KH 2024: 1.180; TH 2024: 1.204)"
    if not all(is_value(cell_of(cell).tokens) for cell in cells):
        return []
    if not any(token.type == "WORD" for token in name):
        return [[name, *cells] if name and name[0].type in UNIT_TYPES else cells]
    start = unit_begin(name)
    return [[name[:start], name[start:], *cells]] if start else [[name, *cells]]


def unit_begin(name: list[Token]) -> int:
    """Where the unit begins that stands behind a name as a cell of its own, "Doanh thu tỷ đồng"; 0 where none does."""
    at = len(name) - 1
    start = _begin_of_unit(name, at, 0) if at > 0 and _ends_unit(name, at) else 0
    cell = start and (
        name[start].type in UNIT_TYPES or name[start].text[:1].isupper() or _tells_unit(name, start)
    )
    return start if cell else 0


def _may_head(tokens: list[Token], at: int) -> bool:
    """Whether a heading may begin there; behind a slash a unit ends: "triệu đồng/người/năm TH 2024: 68"."""
    return tokens[at].type == "WORD" and not (at and tokens[at - 1].type == "SLASH")


def _tells_unit(name: list[Token], at: int) -> bool:
    """ "Doanh thu du lịch tỷ đồng", "Số xã đạt chuẩn xã": whether the last words are a cell of their own.

    A noun is, where it is what the name counts, or one that counts what stands before it: "Tổng đàn gia súc con".
    """
    first, last, before = name[at], name[-1], name[at - 1]
    if "AGE" in first.marks:
        return marked(name[:at], "LIFESPAN")
    if before.type != "WORD" or not before.marks.isdisjoint(_TAKING) or ends_compound(name, len(name) - 1):
        return False
    if first.marks & {"SCALE", "MEASURE"}:
        return True
    if "NOUN" in before.marks:
        return False
    if at < len(name) - 1 and "NOUN" in first.marks:
        return True  # "bác sĩ/vạn dân"
    counted = [token.key for token in name[:3] if "NOUN" in token.marks]
    taken = "NO_NOUN" in before.marks or before.key in _TAKING_HEADS
    return last.key in counted[:1] or (last.key in _HEADS_COUNTED and at > 2 and not taken)


def ends_in_amount(tokens: list[Token]) -> bool:
    """Whether a figure and its unit end some words: "sản lượng 1.200 tấn"."""
    for token in reversed(tokens):
        if token.type == "NUMBER":
            return not is_plain_year(token)
        if token.type not in UNIT_TYPES and token.type != "SLASH" and token.marks.isdisjoint(UNIT_MARKS):
            return False
    return False


def _without_ends(tokens: list[Token]) -> list[Token]:
    """The tokens without the signs that part them from the next: "TH 2024: 3,2%;"."""
    end = len(tokens)
    while end and tokens[end - 1].key in (",", ";", ".", ":", "(", ")", "|"):
        end -= 1
    return tokens[:end]


def stand_close(tokens: list[Token]) -> bool:
    """Whether two figures stand with nothing between them but signs, units and comparators; most texts have none."""
    close = False  # whether only such stand behind a figure
    for token in tokens:
        if token.type == "NUMBER":
            if close:
                return True
            close = True
        elif close and token.type not in _SIGNS_BETWEEN and token.marks.isdisjoint(_BETWEEN):
            close = False
    return False


def by_values(tokens: list[Token], *, headed: bool = False) -> tuple[list[Cells], list[Token]]:
    """Cells without signs between them, where two values follow a unit: "… % 9,6 ≤ 9,2"; and what stands behind.

    Behind headings (``headed``) one value is enough. The titles of the parts of a table are left out.
    """
    lines: list[Cells] = []
    behind: list[Token] = []
    for part in _without_titles(tokens):
        rows, rest = _rows_of_part(part)
        lines += rows
        behind = [*behind, *rest]
    crowded = headed or any(len(row) > _VALUED for row in lines)
    return (lines, behind) if crowded else ([], tokens)


def opens_part(tokens: list[Token]) -> bool:
    """Whether a text begins with the title of a part, in capitals, and the number of its first row: "I KINH TẾ 1 …"."""
    if len(tokens) <= _VALUED or not tokens[1].text.isupper():
        return False
    end = _end_of_title(tokens, 0)
    words = [token for token in tokens[1:end] if token.type == "WORD"]
    return len(words) > 1 and tokens[end].type == "NUMBER" and all(token.text.isupper() for token in words)


def _without_titles(tokens: list[Token]) -> list[list[Token]]:
    """The parts of a table without their titles: "I KINH TẾ 1 Thu ngân sách Tỷ đồng 45 II XÃ HỘI 2 Hộ nghèo % 1,2"."""
    parts: list[list[Token]] = []
    begun = 0
    for at, token in enumerate(tokens):
        if at >= begun and token.type == "WORD" and (end := _end_of_title(tokens, at)):
            if at:
                parts.append(tokens[begun:at])
            begun = end
    return [*parts, tokens[begun:]]


def _end_of_title(tokens: list[Token], at: int) -> int:
    """Where the title of a part ends that begins at a place, in front or behind a value; 0 where none begins there.

    A Roman number or a letter, and words: all before the number of a row, or those in capitals before a name.
    """
    label, before = tokens[at], tokens[at - 1] if at else None
    if not LABEL_OF_PART.fullmatch(label.text):
        return 0
    if before is not None and before.type not in _VALUE_ENDS and before.marks.isdisjoint(CLOSING):
        return 0
    end = at + 1
    if end < len(tokens) and (tokens[end].key in (".", ")") or tokens[end].type == "DASH"):
        end += 1
    begun = end
    while end < len(tokens) and end - begun < _LONGEST_TITLE and tokens[end].type in _OF_TITLES:
        end += 1
    title = tokens[begun:end]
    if not title or title[0].type != "WORD" or not title[0].text[:1].isupper():
        return 0
    if end < len(tokens) and may_number(tokens[end]) and _names_follow(tokens, end + 1):
        return end
    capitals = next((n for n, token in enumerate(title) if not token.text.isupper()), 0)
    named = capitals and title[capitals].type == "WORD" and title[capitals].text[:1].isupper()
    return begun + capitals if named and len(title[0].text) > 1 else 0


def _rows_of_part(tokens: list[Token]) -> tuple[list[Cells], list[Token]]:
    lines: list[Cells] = []
    begun = at = 0
    while at < len(tokens) - 1:
        values = values_at(tokens, at + 1) if _ends_unit(tokens, at) else []
        end = at + 1 + sum(map(len, values))
        start = _begin_of_unit(tokens, at, begun) if values else 0
        begins = not (start <= begun and start)
        numbered = begins and len(values) > 1 and _is_number(values[-1]) and _names_follow(tokens, end)
        if numbered:
            end -= len(values.pop())
        if (
            not values
            or not begins
            or not _is_row(tokens, begun, start, at, values)
            or not _row_ends(tokens, end)
        ):
            at = end
            continue
        lines.append([tokens[begun:start], tokens[start : at + 1], *_close_thousands(values)])
        begun = at = end
    return lines, tokens[begun:]


def part_row(tokens: list[Token]) -> Cells:
    """The name, the unit and the values of one row without signs between them; none where it is no such row."""
    for at in range(1, len(tokens) - 1):
        values = values_at(tokens, at + 1) if _ends_unit(tokens, at) else []
        start = _begin_of_unit(tokens, at, 0) if values else 0
        whole = at + 1 + sum(map(len, values)) == len(tokens)
        ratio = any(token.type == "SLASH" for token in tokens[start:at])  # "kJ/kWh"
        if start and whole and (ratio or _is_row(tokens, 0, start, at, values)):
            return [tokens[:start], tokens[start : at + 1], *_close_thousands(values)]
    return []


def _ends_unit(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.type in UNIT_TYPES:
        return True
    timed = token.key in _TIMES and not (at and tokens[at - 1].type == "SLASH")
    return token.type == "WORD" and bool(token.marks & UNITS) and not timed


def _begin_of_unit(tokens: list[Token], at: int, floor: int) -> int:
    start = at
    while start - 1 > floor and (
        (tokens[start - 1].type == "SLASH" and start - 2 > floor)
        or tokens[start].type == "SLASH"
        or "SCALE" in tokens[start - 1].marks
    ):
        start -= 1
    return start


def _is_row(tokens: list[Token], begun: int, start: int, at: int, values: Cells) -> bool:
    """Whether a unit and the values behind it are cells: it begins as a cell does, they are in no other unit."""
    first = tokens[start]
    cell = first.type in UNIT_TYPES or first.text[:1].isupper() or bool(first.marks & UNIT_MARKS)
    named = any(token.type == "WORD" for token in tokens[begun:start]) and tokens[start - 1].type != "NUMBER"
    named = named or start == 0  # the name stands elsewhere
    stated = values[:-1] if len(values) >= LISTED else values  # "58,36 62,50 107,1%": the last is a ratio
    own = [token for value in stated for token in value if token.type in UNIT_TYPES]
    years = all(any(is_plain_year(token) for token in value) for value in values)
    return cell and named and not years and all(token.type == tokens[at].type for token in own)


def values_at(tokens: list[Token], at: int) -> Cells:
    """The values that stand one behind the other from a place on."""
    values: Cells = []
    while (end := value_end(tokens, at)) > at:
        values.append(tokens[at:end])
        at = end
    return values


def value_end(tokens: list[Token], at: int) -> int:
    """Where the value that begins at ``at`` ends; ``at`` itself where none does."""
    end, count = at, len(tokens)
    while end < min(at + 3, count) and (tokens[end].type in COMPARING_SIGNS or tokens[end].marks & COMPARING):
        end += 1
    if end == count or tokens[end].type != "NUMBER":
        return at
    end += 1
    close = end + 1 < count and tokens[end].start == tokens[end - 1].end
    if (
        end + 1 < count
        and tokens[end].type in ("DASH", "SLASH")
        and close
        and tokens[end + 1].type == "NUMBER"
    ):
        end += 2
    if end < count and tokens[end].type in UNIT_TYPES:
        end += 1
    if end < count and tokens[end].marks & CLOSING:
        end += 1
    return end


def _close_thousands(values: Cells) -> Cells:
    """Values of two groups each: "8 450 9 100" are two figures."""
    pairs = list(zip(values[::2], values[1::2], strict=False))
    grouped = len(values) > 2 and len(values) % 2 == 0
    if grouped and all(_is_group(first, second) for first, second in pairs):
        return [[*first, *second] for first, second in pairs]
    return values


def _is_group(first: list[Token], second: list[Token]) -> bool:
    lone = len(second) == 1 and len(second[0].key) == 3
    return lone and first[-1].key.isdigit() and second[0].key.isdigit() and len(first[-1].key) <= 3


def _is_number(value: list[Token]) -> bool:
    return len(value) == 1 and may_number(value[0])


def _names_follow(tokens: list[Token], at: int) -> bool:
    """Whether a name stands there, so that the number before it is a label: "8.2 - Thể thấp còi", "7 Tỷ lệ …"."""
    while at < len(tokens) and (tokens[at].type == "DASH" or tokens[at].key in (".", ")", "+")):
        at += 1
    return at < len(tokens) and tokens[at].type == "WORD" and tokens[at].text[:1].isupper()


def _row_ends(tokens: list[Token], at: int) -> bool:
    if at == len(tokens) or tokens[at].key in (".", ";"):
        return True
    if may_number(tokens[at]):
        at += 1
    return _names_follow(tokens, at)
