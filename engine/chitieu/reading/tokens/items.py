"""Items that stand in one line behind their bullets, letters or numbers: pasted text lost the ends of its lines."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.tokens.breaks import BEGINS, BULLETS, OPEN, OPEN_KEYS, WORDS, count_words, states
from chitieu.reading.tokens.scanner import Contents, Token, marked, new_token
from chitieu.reading.tokens.surroundings import ENDING, SENTENCE, has_unit, sentence_end, sentence_start
from chitieu.text.spoken import ATTAINS, BE, HAVE, words

#: Bullets that are nothing else.
_SURELY = frozenset("•●▪■◦")
#: What stands behind the letter or the number of an item.
_BEHIND_LETTER, _BEHIND_NUMBER = frozenset(").,"), frozenset(").-–/")
_FEW = 99
#: What may join two items, word by word; each begins with one of the ``JOINS``.
_ALONGSIDE = tuple(tuple(phrase.split()) for phrase in sorted(words("ALONGSIDE"), key=len, reverse=True))
_BY_FIRST = {word: [set(phrase) for phrase in _ALONGSIDE if phrase[0] == word] for word, *_ in _ALONGSIDE}
JOINS = frozenset(_BY_FIRST)
#: What a figure stands behind, and how near its verb stands to the beginning of what it is of.
_BEFORE_FIGURES = frozenset(
    {"EQUALS", "AT_LEAST", "AT_MOST", "MORE", "LESS", "RISE", "FALL", "DOWN_TO", "UP_TO", "FROM", "GRADED"}
)
_VERB_BY = 12
_STATED, _OPENING = frozenset({"ABSENT", "GRADE", "HOLD", "ATTAIN"}), frozenset({"ABSENT", "HOLD"})
_OR_ELSE = frozenset({"OR_MORE", "OR_LESS"})
#: So far back a range may have begun: "30 ha - 50 ha".
_NEAR = 3


def joins_items(contents: Contents) -> bool:
    """Whether a clause may have a word between its items."""
    keys = contents.keys
    if "BESIDES" in contents.marks:
        return True
    if not JOINS.isdisjoint(keys):
        for word in JOINS.intersection(keys):
            if any(map(keys.issuperset, _BY_FIRST[word])):
                return "NUMBER" in contents.shape or not contents.marks.isdisjoint(_STATED)
    return False


def part_joined(tokens: list[Token]) -> bool:
    """Put a comma in the place of what joins two items: "… đạt 12 tỷ đồng trở lên đồng thời tỷ lệ hộ nghèo dưới 2%"."""
    parted = False
    for at in range(len(tokens) - 2, 0, -1):
        end, left = at, 0
        if "BESIDES" in tokens[at].marks:
            end += 1
        elif tokens[at].key in JOINS:
            said = " ".join([token.key for token in tokens[at : at + _NEAR]]).split()
            left = next((len(phrase) for phrase in _ALONGSIDE if tuple(said[: len(phrase)]) == phrase), 0)
            while left > 0 and end < len(tokens):
                left -= tokens[end].key.count(" ") + 1
                end += 1
        if end == at:
            continue
        before = tokens[sentence_start(tokens, at) : at]
        if left or not before or not _is_item(tokens[end : sentence_end(tokens, end)]):
            continue
        if before[-1].key == ",":
            del tokens[at:end]
        elif _states(before) and _may_end(before[-1]) and count_words(before) >= WORDS:
            tokens[at:end] = [new_token("SIGN", ",", ",", tokens[at].start, tokens[at].end)]
        else:
            continue
        parted = True
    return parted


def _is_item(tokens: list[Token]) -> bool:
    """Whether what follows begins with what it is of and goes on with its figure, or with what is or is not to be."""
    if tokens and tokens[0].key == BE:
        return False
    stated = False
    for at, token in enumerate(tokens[:_VERB_BY]):
        if token.key == ",":
            return False
        if token.type == "NUMBER":
            return at < len(tokens) - 1 and (stated or (not at and tokens[1].type == "PERCENT"))
        if "GRADE" in token.marks:  # "xã đạt chuẩn nông thôn mới", "Đảng bộ xếp loại tốt"
            return at > 1 or (at == 1 and token.key.startswith(f"{ATTAINS} "))
        if not token.marks.isdisjoint(_OPENING) and all("SURELY" in word.marks for word in tokens[:at]):
            return True
        stated = stated or (at > 0 and not token.marks.isdisjoint(_BEFORE_FIGURES)) or "RATE" in token.marks
        stated = stated or (not at and (not token.marks.isdisjoint(BEGINS) or token.key == HAVE))
    return False


#: What the first of the numbered rows of a lost table stands behind, how such rows are marked, and how many are sure.
_NUMBERED, _ROWS, _SURE_ROWS = frozenset(words("ROW_NUMBER_HEAD")), "1", 3
#: A bullet, a label and its sign.
_LABELLED = 3


def mark_of_items(tokens: list[Token], contents: Contents) -> str:
    """What the first item of a line stands behind: "•" for any bullet, "a)" for letters, "1." and the like; or "".

    The rows of a table that lost its lines stand behind bare numbers, "1".
    """
    if not tokens:
        return ""
    if "2" in contents.keys and _rows_begin(tokens):  # guard
        return _ROWS
    begun = 0
    if not _SURELY.isdisjoint(contents.keys):
        if tokens[0].key not in _SURELY or any(token.key in _SURELY for token in tokens[1:]):
            return "•"
        begun = 1  # "• 1- Tỷ lệ … 2- Kết nạp …"
    if len(tokens[0].text) > 1 and tokens[0].type == "WORD":
        if ":" not in contents.keys:
            return ""  # as most
        for token in tokens:
            begun += 1
            if token.key == ":":
                break
    if begun + 2 >= len(tokens):
        return ""
    first = tokens[begun]
    if len(first.text) > 1 and first.type == "WORD":
        return ""
    sign, name = tokens[begun + 1], tokens[begun + 2]
    if first.type == "DASH" or first.key in BULLETS:
        several = contents.shape.count("DASH") > 1 or not BULLETS.isdisjoint(contents.keys)
        return "•" if several and (sign.start > first.end or not begun) else ""
    lettered = first.type == "WORD" and sign.key == ")" and "b" in contents.keys  # "a) thu …; b) chi …"
    if not (lettered or _begins_item(name)) or sign.start > first.end or name.start == sign.end:
        return ""
    if first.type == "NUMBER" and first.key.isdigit() and sign.key in _BEHIND_NUMBER:
        if sign.key == "/":  # "1/ 100% hồ sơ …"; "1/ 3 số hộ" is a share
            labels = name.type == "WORD" or (begun + 3 < len(tokens) and tokens[begun + 3].type == "PERCENT")
        else:
            labels = str(int(first.key) + 1) in contents.keys
        return first.key + sign.key if labels else ""
    if first.type == "WORD" and len(first.text) == 1 and sign.key in _BEHIND_LETTER:
        return "a" + sign.key
    return ""


def begins_with_word(tokens: list[Token]) -> bool:
    """Whether a text begins with a word, as most do, and not with a bullet, the letter or the number of an item."""
    return (
        len(tokens) > 1 and tokens[0].type == "WORD" and len(tokens[0].text) > 1 and tokens[1].type != "DASH"
    )


def drop_bullets(tokens: list[Token]) -> bool:
    """Take out the bullets of a whole text, in front of a label or with none behind them; whether it has any.

    "- 1. Tỷ lệ … 2. Kết nạp …", "• Kết nạp 5 đảng viên"; what else begins with a bullet may be a list of them.
    """
    begun = 0
    while _is_of_all(tokens, begun):
        begun += 1
    del tokens[:begun]
    return begun > 0


def _is_of_all(tokens: list[Token], begun: int) -> bool:
    """Whether a bullet opens the tokens from there on, in front of a label or another or with none behind it."""
    if len(tokens) < begun + _LABELLED or not _is_bullet(tokens[begun]):
        return False
    bullet, label, sign = tokens[begun : begun + _LABELLED]
    if label.start == bullet.end:
        return False
    letter = label.type == "WORD" and len(label.text) == 1 and sign.key in _BEHIND_LETTER
    number = label.type == "NUMBER" and label.key.isdigit() and sign.key in _BEHIND_NUMBER
    if not (_is_bullet(label) or ((letter or number) and sign.start == label.end)):
        later = range(begun + 1, len(tokens))
        others = (at for at in later if _is_bullet(tokens[at]) and not _ranges(tokens, at))
        alike = (at for at in others if (tokens[at].type == "DASH") == (bullet.type == "DASH"))
        return next(alike, None) is None
    return True


def _is_bullet(token: Token) -> bool:
    return token.type == "DASH" or token.key in BULLETS


def _ranges(tokens: list[Token], at: int) -> bool:
    """Whether a dash may stand between the ends of a range: "600 - 650", "800 triệu đồng - 1 tỷ đồng"."""
    before, behind = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.type == "NUMBER" and (before.type == "NUMBER" or has_unit(before))


def part_items(tokens: list[Token], mark: str, labels: list[Token]) -> bool:
    """Set a full stop between the items of a line, each behind a ``mark`` as `mark_of_items` tells it; whether any.

    Their numbers, which name nothing, are taken out and put to ``labels``.
    """
    if mark == "•":
        return _part_bullets(tokens)
    if mark == _ROWS:
        return _part_rows(tokens, labels)
    return _part_letters(tokens, mark[1:]) if mark[0] == "a" else _part_numbers(tokens, mark, labels)


def _rows_begin(tokens: list[Token]) -> list[int]:
    """Where the rows of a table begin that lost its lines: "STT Nội dung Chỉ tiêu 1 Số hợp đồng 14.500 2 Tỷ lệ …".

    Their numbers count from one, each before a name and, but for the first, behind a value; each has its own.
    """
    headed = _has_number_head(tokens)
    begins: list[int] = []
    valued = True  # whether the row before has its value
    for at, (token, name) in enumerate(pairwise(tokens)):
        if token.type != "NUMBER":
            continue
        first = headed or not at or tokens[at - 1].key == ":"
        begun = _ends_value(tokens[at - 1]) if begins else first
        opens = name.type == "WORD" and name.text[:1].isupper() and name.start > token.end
        if begun and opens and valued and token.key == str(len(begins) + 1):
            begins.append(at)
            valued = False
        elif not begins:
            return []  # "STT 2.1 …", and most texts
        else:
            valued = True
    valued = valued or tokens[-1].type == "NUMBER"
    least = _SURE_ROWS - headed
    return begins if valued and len(begins) >= least else []


def _has_number_head(tokens: list[Token]) -> bool:
    """ "STT Nội dung …", "Số TT Nội dung …"."""
    return any(token.key in _NUMBERED for token in tokens[:2])


def _ends_value(token: Token) -> bool:
    closed = not token.marks.isdisjoint(_OR_ELSE) or "NOUN" in token.marks
    return token.type == "NUMBER" or has_unit(token) or closed


def _part_rows(tokens: list[Token], labels: list[Token]) -> bool:
    begins = _rows_begin(tokens)
    for at in begins[1:]:
        number = tokens[at]
        labels.append(number)
        tokens[at] = new_token("SIGN", ".", "", number.start, number.start)
    opened = 0 if _has_number_head(tokens) else begins[0]  # "Mục tiêu: 1 Tỷ lệ …" heads them
    labels[:0] = tokens[opened : begins[0] + 1]
    del tokens[opened : begins[0] + 1]
    for label in labels:
        label.account = "label" if label.type == "NUMBER" else label.account
    return True


def _begins_item(token: Token) -> bool:
    return token.type == "NUMBER" or (token.type == "WORD" and token.text[:1].isupper())


def _part_bullets(tokens: list[Token]) -> bool:
    found = [
        at
        for at in range(1, len(tokens) - 1)
        if _is_bullet(tokens[at]) and tokens[at + 1].start > tokens[at].end and _begins_item(tokens[at + 1])
    ]
    begun, parted = 0, False
    for place, at in enumerate(found):
        bullet, last = tokens[at], tokens[at - 1]
        behind = tokens[at + 1 : found[place + 1] if place + 1 < len(found) else len(tokens)]
        if last.key == "." and last.end == bullet.start:  # "… 95% .- Tỷ lệ …"
            tokens[at] = new_token("SIGN", ".", "", bullet.start, bullet.start)
            last.type, last.key = "DASH", "-"
        elif bullet.start > last.end and _stand_apart(tokens[max(begun, at - SENTENCE) : at], behind, bullet):
            _end_before(tokens, at, bullet)
        else:
            continue
        begun, parted = at + 1, True
    return parted


def _end_before(tokens: list[Token], at: int, sign: Token) -> None:
    """Put a full stop in the place of a sign, and of a comma before it."""
    if tokens[at - 1].key == ",":
        tokens[at - 1].key = "."
        sign.type, sign.key = "DASH", "-"
    else:
        tokens[at] = new_token("SIGN", ".", "", sign.start, sign.start)


def _stand_apart(before: list[Token], behind: list[Token], bullet: Token) -> bool:
    """Whether a bullet has items on both of its sides: no range, no sum, no double name."""
    last = before[-1] if before else bullet
    closed = before[:-1] if last.key == "," else before
    if not closed or count_words(closed) < WORDS or count_words(behind) < WORDS or not _may_end(closed[-1]):
        return False
    if bullet.key in _SURELY:
        return _states(before) or _states(behind)
    first = behind[0]
    if not _states(before) or not (_states(behind) or not first.marks.isdisjoint(BEGINS)):
        return False
    if first.type == "NUMBER" and any(token.type == "NUMBER" for token in closed[-_NEAR:]):
        unit = closed[-1]  # "30 ha - 50 ha", "3 - 5%"
        return unit.type != "NUMBER" and (unit.key != behind[1].key or not unit.marks.isdisjoint(_OR_ELSE))
    name = closed[-1].text  # "tuyến Hà Nội - Hải Phòng", "HĐND - UBND"
    return not name[:1].isupper() or (name.isupper() and not first.text.isupper())


def _states(tokens: list[Token]) -> bool:
    return states(tokens) or marked(tokens, "GRADE", "PLAN")


def _may_end(token: Token) -> bool:
    return token.key not in OPEN_KEYS and token.marks.isdisjoint(OPEN) and token.type not in ("DASH", "SLASH")


def _part_letters(tokens: list[Token], sign: str) -> bool:
    parted = False
    for at in range(len(tokens) - 3, 1, -1):
        letter, behind = tokens[at : at + 2]
        if behind.key != sign or letter.type != "WORD" or len(letter.text) != 1 or behind.start > letter.end:
            continue
        if sign == ")" and tokens[at - 1].key in ENDING:
            del tokens[at : at + 2]  # "a) thu ngân sách 8 tỷ đồng; b) giảm nghèo 32 hộ"
            parted = True
        elif _begins_item(tokens[at + 2]) and tokens[at + 2].start > behind.end and _is_closed(tokens, at):
            del tokens[at + 1]
            _end_before(tokens, at, letter)
            parted = True
    return parted


def _part_numbers(tokens: list[Token], mark: str, labels: list[Token]) -> bool:
    number, sign = int(mark[:-1]), mark[-1]
    first = next(at for at, token in enumerate(tokens) if token.key == mark[:-1])
    at = first + 2
    while at + 2 < len(tokens) and number < _FEW:
        token, behind = tokens[at : at + 2]
        begins = token.key == str(number + 1) and behind.key == sign and behind.start == token.end
        ended = sign == "/" and tokens[at - 1].key in ENDING
        if begins and _begins_item(tokens[at + 2]) and (ended or _is_closed(tokens, at)):
            number += 1
            labels.append(token)
            del tokens[at + 1]
            tokens[at] = new_token("SIGN", ".", "", token.start, token.start)
        at += 1
    if labels or sign == "/":
        labels.insert(0, tokens[first])
        del tokens[first : first + 2]
    for label in labels:
        label.account = "label"
    return bool(labels)


def _is_closed(tokens: list[Token], at: int) -> bool:
    """Whether an item may end before a place: no bracket is open there, no word that something follows."""
    before = tokens[max(at - SENTENCE, 0) : at]
    keys = [token.key for token in before]
    last = tokens[at - 1]
    open_end = last.key != "," and not _may_end(last)
    return not open_end and count_words(before) >= WORDS and keys.count("(") <= keys.count(")")
