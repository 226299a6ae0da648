"""Numbers of items and rows, and the counts that a heading declares."""

from __future__ import annotations

import re
from itertools import pairwise

from chitieu.reading.tokens.breaks import BULLETS
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import (
    COMPARING_SIGNS,
    ENDING,
    LISTING,
    REACH,
    has_unit,
    sentence_end,
    sentence_start,
    token_at,
)
from chitieu.text.figures import read_figure
from chitieu.text.spoken import HAVE, words

#: What stands before the count of things none of which is left out.
EVERY_ONE = frozenset(words("EVERY_ONE"))
_LABEL = re.compile(r"[0-9]{1,2}(?:[.][0-9]{1,2})*")
_SUBPART = re.compile(r"[0-9]{1,2}[.][0-9]{1,2}")
_PART = re.compile("[IVX]{1,4}|[A-E]", re.IGNORECASE)
_STATING = frozenset({"RISE", "FALL", "EQUALS", "STRIVE", "AT_LEAST", "MORE", "LESS", "FROM", "OR_MORE"})
#: From so much a share is no end of a range that begins with the number of an item, the last of which is so much.
_MOST, _LAST_ITEM = 50, 20
_BEHIND_LABEL = frozenset(".):|-–/")
#: Behind so many tokens the number of an item may stand.
LAST_LABEL = 4
#: What the items of a list begin to count with, what heads them, and what heads a figure instead.
FIRST_NUMBERS = frozenset({"1", "01", *(f"{item}.1" for item in range(1, 10))})
#: What one item alone may have as its number behind the head of a list.
FURTHER_NUMBERS = frozenset(map(str, range(2, _LAST_ITEM + 1)))
_OF_FIELD = frozenset(words("FIELD_HEAD"))
_FIELDS = frozenset(words("FIELD_NAME"))
_COUNTS, _MEASURED = frozenset(words("COUNT")), frozenset({"RATE", "SUM"})
_COUNTING = ("RATE", "SUM", "NOUN", "MEASURE", "MAKE", "EQUALS", "RISE", "FALL", "RANK")


def is_label(tokens: list[Token], index: int) -> bool:
    """The number of an item at its beginning: "2.1. Tỷ lệ …", "- 3) …", "2 Tỷ lệ hộ gia đình … % ≥ 85"."""
    token, after = tokens[index], token_at(tokens, index + 1)
    if after is None or index > LAST_LABEL or not _LABEL.fullmatch(token.key):
        return False
    outer = [token for token in tokens[:index] if token.account == "label"]  # "17⇥17.3⇥Tỷ lệ …"
    if outer and not token.key.startswith(f"{outer[-1].key}."):
        return False
    before = [
        token
        for token in tokens[:index]
        if token.type != "DASH"
        and token.key not in BULLETS
        and token.account != "label"
        and not (outer and token.key == "|")
    ]
    if len(before) == 1 and "COUNTED_HEADING" in before[0].marks:
        if after.key in (".", ":"):
            return True  # "Chỉ tiêu 5. …", "- Nhiệm vụ 2: …"
        if after.type == "DASH" and after.start > token.end and index + 2 < len(tokens):
            return tokens[index + 2].start > after.end  # "Chỉ tiêu 5 – 100% …"
    if before and not _numbers_a_part(before):
        return False
    if (
        after.type in ("DASH", "SLASH")
        and after.start == token.end
        and len(tokens) > index + 2
        and not before
    ):
        return tokens[index + 2].text[:1].isupper() or _opens_figure(tokens, index)  # "6- Tỷ suất sinh …"
    if after.key == "|" and len(tokens) > index + 2 and _is_only_unit(tokens, index + 2):
        return False  # "95 | %"
    if after.key in (".", ")", "|") and len(tokens) > index + 2 and not has_unit(after):
        return True
    if after.type == "NUMBER" and after.key.startswith(f"{token.key}.") and _LABEL.fullmatch(after.key):
        return is_label(tokens[index + 1 :], 0)
    if after.type != "WORD" or not after.text[:1].isupper():
        return False
    if "." in token.key or after.marks & {"GRADED", "RATE"}:
        return True  # "7 Xếp loại cải cách hành chính …"
    return any(later.type == "NUMBER" for later in tokens[index + 1 : index + REACH])


def _opens_figure(tokens: list[Token], index: int) -> bool:
    """ "1- 100% …", "2/ 98,5% …", "3- 12/15 xã …": the sign parts an item's number from a figure."""
    sign, figure, unit = (token_at(tokens, index + step) for step in (1, 2, 3))
    if sign is None or figure is None or unit is None or figure.type != "NUMBER" or figure.start == sign.end:
        return False
    label, value = tokens[index].key, read_figure(figure.key)
    if unit.type == "SLASH" or "." in label or (sign.type == "SLASH" and "," in figure.key):
        return True
    if sign.type == "DASH" and figure.key.startswith("0") and not label.startswith("0"):
        return True  # "1- 05 mô hình"
    share = unit.type == "PERCENT" and value is not None and value >= _MOST
    return share and int(label) <= _LAST_ITEM


def without_label(tokens: list[Token]) -> list[Token]:
    """What stands behind the number of an item, which names nothing: "(12) Không còn …", "Chỉ tiêu 5: 100% …"."""
    labels = [at for at, token in enumerate(tokens[: LAST_LABEL + 1]) if token.account == "label"]
    if not labels or "MAKE" in tokens[0].marks:  # "Tổ chức: (1) 05 lớp; (2) 12 hội nghị"
        return tokens
    begun = labels[-1] + 1
    while begun < len(tokens) and tokens[begun].key in _BEHIND_LABEL:
        begun += 1
    return tokens[begun:]


def _is_only_unit(tokens: list[Token], index: int) -> bool:
    """Whether a cell is a unit and the last one."""
    unit = tokens[index]
    lone = len(tokens) == index + 1 and "NOUN" in unit.marks
    return lone or (has_unit(unit) and all(token.type in ("WORD", "SLASH") for token in tokens[index + 1 :]))


def drop_opening(tokens: list[Token]) -> None:
    """Take out the bullets and the letter of an item at its beginning: "a) Giảm …", "• b, Duy trì …", "- + Tỷ lệ …"."""
    first = tokens[0] if tokens else None
    if first is None or (
        first.type == "WORD" and len(first.text) > 1 and (len(tokens) == 1 or tokens[1].type != "DASH")
    ):
        return  # as most begin
    _drop_quotes(tokens)
    if not tokens:
        return
    opening = next((at for at, token in enumerate(tokens) if not _is_bullet(token)), 0)
    if tokens[opening].type == "WORD":
        del tokens[:opening]
    at = next((at for at, token in enumerate(tokens[:LAST_LABEL]) if token.type == "WORD"), None)
    if at is None or at + 2 >= len(tokens):
        return
    letter, dash = tokens[at : at + 2]
    apart = dash.type == "DASH" and dash.start == letter.end and tokens[at + 2].start > dash.end
    if apart and not at and (len(letter.text) == 1 or _PART.fullmatch(letter.text)):
        del tokens[:2]  # "a- 12/15 xã …", "I- 1.500 lao động …"
        return
    if len(letter.text) != 1:
        return
    if not all(map(_is_bullet, tokens[:at])):
        return
    sign, name = tokens[at + 1 : at + 3]
    if sign.key == ")" or (sign.key in (".", ",") and name.text[:1].isupper()):
        del tokens[: at + 2]


def _drop_quotes(tokens: list[Token]) -> None:
    """Take out the quotation marks around a whole item, which say nothing of it: "“Kết nạp 5 đảng viên; …”"."""
    signs = [at for at, token in enumerate(tokens) if token.key == '"']
    if len(signs) == 2 and not signs[0] and all(token.type == "SIGN" for token in tokens[signs[1] :]):
        del tokens[signs[1]], tokens[0]


def _is_bullet(token: Token) -> bool:
    return token.type == "DASH" or token.key in BULLETS


def _numbers_a_part(before: list[Token]) -> bool:
    """ "III.2 Số vụ …", "B.1. Doanh thu …": the part that an item's number begins with."""
    return len(before) == 2 and before[1].key == "." and _PART.fullmatch(before[0].text) is not None


def opens_part(tokens: list[Token], index: int) -> bool:
    """ "…; (22) Cơ quan, doanh nghiệp đạt 85%": the number in brackets of the next item in the line."""
    before, name = token_at(tokens, index - 2), token_at(tokens, index + 2)
    if before is None or name is None:
        return False
    if before.key in (";", ".", ",") and name.type == "WORD" and name.text[:1].isupper():
        return True
    return before.key in (";", ".", ",", ":") and _counts_on(tokens, index)


def _counts_on(tokens: list[Token], index: int) -> bool:
    """ "(2) …. Về xã hội: (3) Giảm …; (4) 100% …": whether the number before this one, in brackets, numbers an item."""
    number = tokens[index].key
    if not number.isdigit():
        return False
    before = str(int(number) - 1)
    return any(
        token.key == before and token.account == "label" and opening.key == "("
        for opening, token in pairwise(tokens[:index])
    )


def numbers_next_part(tokens: list[Token], index: int) -> bool:
    """ "4. … không còn hộ nghèo. 5. Lao động qua đào tạo …": the number of the next item in the line."""
    name = token_at(tokens, index + 2)
    number = tokens[index].key
    return name is not None and name.type == "WORD" and number.isdigit() and len(number) <= 2


def numbers_subpart(tokens: list[Token], index: int) -> bool:
    """ "9.1 Nhà tạm: Không; 9.2 Tỷ lệ hộ …: ≥ 90%": the next of the numbers that an item of several parts has."""
    number, name = tokens[index].key, token_at(tokens, index + 1)
    if name is not None and name.key == ".":
        name = token_at(tokens, index + 2)
    if not _SUBPART.fullmatch(number) or name is None or name.type != "WORD" or not name.text[:1].isupper():
        return False
    item = number.split(".")[0]
    return any(token.account == "label" and token.key.startswith(f"{item}.") for token in tokens[:index])


def number_parts(tokens: list[Token]) -> None:
    """The numbers of the items of a list behind a colon, or that a text begins with.

    "Tổ chức: (1) 05 lớp; (2) 12 hội nghị", "1- 120 hộ; 2- 50 hội viên", "Chỉ tiêu: 1. Kết nạp … . 2. Xây dựng …",
    "1.1. Thu ngân sách … . 1.2. Thu nhập …"; one alone behind what only heads: "Về kinh tế: 1. Thu ngân sách …",
    "Mục tiêu: 2. Trồng 50 ha".
    """
    found: list[int] = []
    form = ""
    for at in range(len(tokens) - 2):
        if tokens[at].type != "NUMBER" and tokens[at].key != "(":
            continue
        shape = _shape_of_number(tokens, at)
        if not shape:
            continue
        opened = tokens[at].key == "("
        goes_on = bool(found) and shape == form and tokens[at - 1].key in ENDING
        if goes_on and _follows(tokens[found[-1]].key, tokens[at + opened].key):
            found.append(at + opened)
            continue
        if (tokens[at + opened].key in FIRST_NUMBERS and _opens_list(tokens, at)) or (
            not opened and _is_further_item(tokens, at)
        ):
            _set_apart(tokens, found)
            found, form = [at + opened], shape
    _set_apart(tokens, found)


def _shape_of_number(tokens: list[Token], at: int) -> str:
    """How the number of an item is written that begins at a place: "1.", "(1)", "1-"; "" where none does."""
    opened = tokens[at].key == "("
    number, closing = tokens[at + opened], token_at(tokens, at + opened + 1)
    behind = token_at(tokens, at + opened + 2)
    if closing is None or behind is None or number.type != "NUMBER" or behind.start == closing.end:
        return ""
    dashed = closing.type == "DASH" and closing.start == number.end
    if not (dashed and not opened) and closing.key not in ((")",) if opened else (".", ")")):
        return ""
    ended = at > 0 and tokens[at - 1].key == "."
    return "" if ended and not _may_begin(behind) else f"{opened}{closing.key}"


def _may_begin(token: Token) -> bool:
    return token.type == "NUMBER" or token.text[:1].isupper()


def _opens_list(tokens: list[Token], at: int) -> bool:
    """Whether the first number of a list may stand at a place: behind a colon, in front, of a part behind a stop.

    It may stand behind a few words in capitals: "VỀ KINH TẾ 1. Thu ngân sách đạt 45 tỷ đồng. 2. …".
    """
    if not at or tokens[at - 1].key == ":":
        return True  # a list may be all that there is
    before, name = tokens[at - 1], tokens[at + 2]
    if before.key == ".":
        return "." in tokens[at].key
    capitals = at <= LAST_LABEL and before.type == "WORD" and len(before.text) > 1 and before.text.isupper()
    return capitals and name.type == "WORD" and name.text[:1].isupper() and not name.text.isupper()


def _is_further_item(tokens: list[Token], at: int) -> bool:
    """ "Mục tiêu: 2. Trồng 50 ha", "Về kinh tế: 4. Sản lượng lúa 5.000 tấn": one item of a list, under its head.

    What is wanted may be so much itself, where the heading of another column stands behind: "Mục tiêu: 5. Kết quả: 4".
    """
    name = tokens[at + 2]
    if not at or tokens[at - 1].key != ":" or tokens[at].key not in FURTHER_NUMBERS:
        return False
    head = tokens[sentence_start(tokens, at) : at - 1]
    counted = any("NOUN" in token.marks and "COUNTED_HEADING" not in token.marks for token in head)
    counted = counted and not " ".join([token.key for token in head]).endswith(
        tuple(_FIELDS)
    )  # "Lĩnh vực xã hội: 6."
    if counted or name.type != "WORD" or not name.text[:1].isupper():
        return False  # "Công tác phát triển đảng viên: 12. Xây dựng 3 mô hình": so many of them
    behind = tokens[at + 2 : sentence_end(tokens, at + 2)]
    figures = [n for n, token in enumerate(behind) if token.type == "NUMBER" and not _dated(behind[n - 1])]
    if not figures:
        return False
    unit = token_at(behind, figures[0] + 1)
    measured = unit is not None and (has_unit(unit) or "NOUN" in unit.marks)
    return measured or all(token.key != ":" for token in behind[: figures[0]])


def _dated(before: Token) -> bool:
    return "YEAR_WORD" in before.marks


def _follows(before: str, number: str) -> bool:
    outer, _, last = before.rpartition(".")
    own, _, following = number.rpartition(".")
    return outer == own and following.isdigit() and int(following) == int(last) + 1


def _set_apart(tokens: list[Token], found: list[int]) -> None:
    """Make the numbers of a list labels; one alone only behind a heading, and asked where that may be one."""
    if not found or (len(found) == 1 and not _heads_items(tokens, found[0])):
        if found and _may_head_items(tokens, found[0]):
            tokens[found[0]].account = "unread"
        return
    for at in found:
        tokens[at].account = "label"
        sign = tokens[at + 1]
        sign.type, sign.key = "SIGN", ")"  # a point would end the sentence, a dash join two figures


def _heads_items(tokens: list[Token], at: int) -> bool:
    """ "Về kinh tế:", "Các chỉ tiêu năm 2026:", "Lĩnh vực xã hội:": whether what is before a colon only heads items."""
    if at < 2 or tokens[at - 1].key != ":" or not _may_begin(tokens[at + 2]):
        return False
    head = tokens[sentence_start(tokens, at) : at - 1]
    if not head or any(token.key in _COUNTS or not token.marks.isdisjoint(_MEASURED) for token in head):
        return False
    if head[0].key in _OF_FIELD or " ".join([token.key for token in head[:2]]) in _OF_FIELD:
        return True
    fields = "|".join(["" if token.type == "DASH" or token.key in LISTING else token.key for token in head])
    if all(field.replace("|", " ") in _FIELDS for field in fields.split("||")):
        return True  # "Kinh tế:", "Văn hóa - xã hội:"
    named = next((n for n, token in enumerate(head[:2]) if "COUNTED_HEADING" in token.marks), None)
    return named is not None and all("NOUN" not in token.marks for token in head[named + 1 :])


def _may_head_items(tokens: list[Token], at: int) -> bool:
    """ "Nội dung trọng tâm: 1. Thu ngân sách 45 tỷ đồng": a head that counts nothing, and a figure behind it all."""
    if tokens[at - 1].key != ":" or not _may_begin(tokens[at + 2]) or tokens[at + 1].key != ".":
        return False
    head = tokens[sentence_start(tokens, at) : at - 1]
    further = tokens[at + 2 : sentence_end(tokens, at + 2)]
    counts = marked(head, *_COUNTING) or any(token.key in _COUNTS for token in head)
    return bool(head) and not counts and any(token.type == "NUMBER" for token in further)


def labels_next_row(tokens: list[Token], index: int) -> bool:
    """ "… % 99,8 18 Tỷ lệ …": the number of the next row of a table that lost its lines."""
    before = token_at(tokens, index - 1)
    if before is None or before.type != "NUMBER" or index < 3:
        return False
    label, name = token_at(tokens, index), token_at(tokens, index + 1)
    if label is None or name is None:
        return False
    cell = tokens[index - 2]
    in_row = cell.type in ("PERCENT", "PERMILLE") or bool(cell.marks & {"MEASURE", "NOUN"})
    return (
        in_row
        and label.key.isdigit()
        and len(label.key) <= 2
        and name.type == "WORD"
        and name.text[:1].isupper()
    )


def declared(tokens: list[Token]) -> None:
    """The parts of a count that a heading declares: "(gồm 22 chỉ tiêu, trong đó: kinh tế 9, môi trường 3)"."""
    opened: int | None = None
    for index, token in enumerate(tokens):
        if token.key == "(":
            opened = index
        elif token.key == ")" and opened is not None:
            inside, opened = tokens[opened : index + 1], None
            numbers = [at for at, inner in enumerate(inside) if inner.type == "NUMBER"]
            counted = [at for at in numbers if inside[at].account == "count"]
            headed = any("COUNTED_HEADING" in inside[at + 1].marks for at in counted)
            if headed and not any(inner.marks & _STATING for inner in inside):
                for at in numbers:
                    if inside[at].account is None and not has_unit(inside[at + 1]):
                        inside[at].account = "count"


def is_heading_count(tokens: list[Token], index: int) -> bool:
    """ "(07 chỉ tiêu)", "(01 tiêu chí, 02 chỉ tiêu)": the counts that a heading declares."""
    after = token_at(tokens, index + 1)
    if after is None or "COUNTED_HEADING" not in after.marks:
        return False
    further = token_at(tokens, index + 2)
    more = further is not None and further.key == ","
    if (index and tokens[index - 1].type == "SLASH") or (more and not tokens[index].key.isdigit()):
        return False  # "(5/5 điểm)", "(6,41 điểm, giảm 0,32 điểm)"
    if further is not None and "OR_MORE" in further.marks:
        return False  # "(80 điểm trở lên)"
    first = index
    while first and index - first < REACH and tokens[first].key not in {"(", ")", ";", "."}:
        opened = tokens[first]
        if opened.type in COMPARING_SIGNS or (opened.key != HAVE and opened.marks & _STATING):
            return False  # "(≥ 85 điểm)"
        if opened.type == "YEAR":
            return False  # "(năm 2023: 65 điểm, xếp thứ 34/63)"
        first -= 1
    if tokens[first].key != "(":
        return False
    closing = next((t.key for t in tokens[index + 2 : index + REACH] if t.key in (")", ";", ".")), None)
    return closing == ")"


def counts_parts(tokens: list[Token], index: int) -> bool:
    """ "gồm 83 tiêu chí: phần A 19 tiêu chí, phần B 14": how many criteria each part of a list of criteria holds.

    Each says so, or stands behind one that does: "gồm 2 chỉ tiêu: thu nhập 45, hộ nghèo 3" sets them.
    """
    after = token_at(tokens, index + 1)
    begun = sentence_start(tokens, index)
    before = [at for at in range(begun, index) if tokens[at].type == "NUMBER"]
    contained = [at for at in before if at > begun and "CONTAINS" in tokens[at - 1].marks]
    if not contained or any(tokens[at].account != "count" for at in before[before.index(contained[0]) :]):
        return False
    if marked(tokens[before[-1] : index], *_STATING):
        return False
    parts = [at for at in before if any(token.key == ":" for token in tokens[contained[0] : at])]
    if after is not None and "COUNTED_HEADING" in after.marks:
        listed = tokens[index - 1].key == "," and not parts  # "gồm 8 lĩnh vực, 43 tiêu chí"
        return listed or any(tokens[at + 1].key == after.key for at in before)
    ended = after is None or after.key in (",", ".", ";") or "AND" in after.marks
    return ended and bool(parts) and "COUNTED_HEADING" in tokens[parts[0] + 1].marks


def is_all_measured(tokens: list[Token], index: int) -> str | None:
    """ "Cải thiện tất cả 10 chỉ số, mỗi chỉ số tăng 0,15 điểm": as many as there are, all of which are to be better.

    Where no figure follows, nobody knows how much.
    """
    noun = token_at(tokens, index + 1)
    improved = marked(tokens[max(0, index - 3) : index - 1], "RISE", "BRING")
    if noun is None or "RATE" not in noun.marks or not improved:
        return None
    return "count" if any(token.type == "NUMBER" for token in tokens[index + 1 :]) else "unread"
