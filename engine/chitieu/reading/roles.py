"""What each word does around a figure, before the grammar reads it.

An LALR grammar looks one token ahead, and "trên" is a comparator only if a figure follows somewhere on. So two short
passes settle that first: to the right of a figure its unit and its "trở lên"; to the left the words that lead up to
it. What neither pass claims stays a word. The runs of claimed tokens are the islands that the grammar reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chitieu.reading.scanner import Token

_LEADS = (
    "AT_LEAST", "AT_MOST", "MORE", "LESS", "ABOUT", "NEARLY", "DOWN_TO", "UP_TO", "RISE", "FALL", "TIMES",
    "AVERAGE", "BRING", "EQUALS", "STRIVE", "TIME",
)  # fmt: skip
_LEAD_SET = frozenset(_LEADS)
_COMPARATORS = frozenset({"AT_LEAST", "AT_MOST", "MORE", "LESS"})
_DIRECT = {"PERCENT": "PERCENT", "PERMILLE": "PERMILLE"}
_WORDED = {"PERCENT_WORD": "PERCENT", "PERMILLE_WORD": "PERMILLE", "POINT": "POINT"}
_POINTS = frozenset({"PREVIOUS", "TERM_START", "PLAN"})
_SIGNS = {
    "=>": "AT_LEAST",
    "=<": "AT_MOST",
    ">": "MORE",
    "<": "LESS",
    ">=": "AT_LEAST",
    "≥": "AT_LEAST",
    "<=": "AT_MOST",
    "≤": "AT_MOST",
}
_TURNED = {
    "SIGN_LESS": {"<": "MORE", "<=": "AT_LEAST", "≤": "AT_LEAST"},
    "SIGN_MORE": {">": "LESS", ">=": "AT_MOST", "≥": "AT_MOST"},
}
#: Words that end a counted noun: a verb, a place or the like begins.
_NO_NOUN = frozenset(
    [
        "được",
        "đã",
        "đang",
        "sẽ",
        "phải",
        "do",
        "bị",
        "vào",
        "ra",
        "về",
        "này",
        "đó",
        "khi",
        "nếu",
        "thì",
        "mà",
        "nào",
        "đều",
        "các",
        "những",
        "của",
        "không",
        "chưa",
        "trở",
        "là",
        "có",
        "và",
        "hoặc",
        "hay",
        "theo",
        "tại",
        "ở",
        "với",
        "cho",
        "để",
        "bằng",
        "đạt",
        "còn",
        "hơn",
        "mới",
        "số",
        "tổng",
        "toàn",
    ]
)
_STEERING = frozenset(
    {
        "AND", "AMONG", "EACH", "POPULATION", "SCOPE", "OR_MORE", "OR_LESS", "FROM", "TO", "AGAINST", "TIME", "EQUALS",
        "AT_LEAST", "AT_MOST", "MORE", "LESS", "ABOUT", "NEARLY", "RISE", "FALL", "DOWN_TO", "UP_TO", "AVERAGE",
        "ABSENT", "HOLD", "ATTAIN", "FINISH", "STRIVE", "RATE", "PLAN", "YEAR_WORD", "TASK", "GRADED", "PLACE",
        "PREVIOUS", "NEVER", "TOP", "RANK", "LEADING", "GROWTH_NAME", "PERIOD", "GRADE", "PAST",
    }
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Island:
    """A run of tokens for the grammar: from ``start`` to ``end`` (indices), in the order in which they are read."""

    start: int
    end: int
    tokens: list[Token] = field(default_factory=list)
    preunit: bool = False
    negated: bool = False  # a word of negation stands before its comparator: "chẳng dưới"
    compares: bool = False  # a comparison without an amount


def find_islands(tokens: list[Token]) -> list[Island]:
    """The figure phrases of a clause, in order. Types of the tokens in them are set to terminals of the grammar."""
    _join_years(tokens)
    islands: list[Island] = []
    at, count = 0, len(tokens)
    floor = 0
    while at < count:
        token = tokens[at]
        if _is_figure(token) or (
            token.marks & {"HALF", "DOUBLE", "TRIPLE", "ONE_AND_HALF"} and _multiple(tokens, at)
        ):
            island = _grow(tokens, at, floor)
        elif token.marks & _POINTS or token.type == "YEAR":
            found = _reference(tokens, at, floor)
            if found is None:
                at += 1
                continue
            island = found
        else:
            at += 1
            continue
        if islands and island.start == islands[-1].end and islands[-1].compares and _names_plan(islands[-1]):
            joined = islands.pop()  # "không vượt dự toán được giao là 18.450 triệu đồng"
            island.start, island.tokens = joined.start, joined.tokens + island.tokens
        islands.append(island)
        at = floor = island.end
    return islands


def _names_plan(island: Island) -> bool:
    return island.tokens[-1].type == "PLAN"


def _is_figure(token: Token) -> bool:
    return token.type == "NUMBER" and token.account is None


def _multiple(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if "HALF" in token.marks:
        if token.key == "một nửa":
            token.type = "HALF"
            return True
        if at and tokens[at - 1].marks & (
            _COMPARATORS | {"ABOUT", "NEARLY", "EQUALS", "FROM", "RISE", "FALL"}
        ):
            token.type = "HALF"
            return True
        return False
    token.type = next(kind for kind in ("DOUBLE", "TRIPLE", "ONE_AND_HALF") if kind in token.marks)
    return True


def _join_years(tokens: list[Token]) -> None:
    """Make "năm 2025" and its kin one YEAR token, "đến năm 2025" one TIME token."""
    index = 0
    while index < len(tokens) - 1:
        word, number = tokens[index], tokens[index + 1]
        if word.account == "year" and word.type == "NUMBER" and number.key == ":":
            word.type, word.marks, word.value = "YEAR", frozenset({"TIME"}), word.key
        if number.account == "year" and "YEAR_WORD" in word.marks:
            until = word.key.startswith(("đến", "tới", "hết", "cuối", "trước"))
            joined = Token(
                "YEAR",
                f"{word.key} {number.key}",
                f"{word.text} {number.text}",
                word.start,
                number.end,
                frozenset({"TIME"}),
            )
            joined.value = number.key
            joined.account = "year"
            end = index + 2
            if not until and index and tokens[index - 1].key in ("đến", "hết", "tới", "cuối", "trong", "từ"):
                index -= 1
                joined.start = tokens[index].start
                joined.key = f"{tokens[index].key} {joined.key}"
                until = joined.key[:2] != "tr" and joined.key[:2] != "từ"
            if until:
                joined.marks = frozenset({"TIME", "DEADLINE"})
            tokens[index:end] = [joined]
        index += 1


# ---- to the right of a figure ---------------------------------------------------------------------------------------


def _grow(tokens: list[Token], at: int, floor: int) -> Island:
    island = Island(at, at + 1)
    end, unit = _amount(tokens, at)
    run = [*tokens[at:end]]
    following = tokens[end] if end < len(tokens) else None
    second = tokens[end + 1] if end + 1 < len(tokens) else None
    third = tokens[end + 2] if end + 2 < len(tokens) else None
    if following is not None and following.type == "PLUS_MINUS" and second is not None and _is_figure(second):
        end, unit = _amount(tokens, end + 1)
        run = tokens[at:end]
    elif following is not None and second is not None and _joins(following, tokens, end):
        following.type = "TO"
        if second.marks & {"LESS"} and third is not None and _is_figure(third):
            second.type = "LESS"
            end, unit = _amount(tokens, end + 2)
        else:
            end, unit = _amount(tokens, end + 1)
        run = tokens[at:end]
    elif following is not None and second is not None:
        reached = _moves(tokens, at, end)
        if reached is not None:
            verb, figure = reached
            before = tokens[at:end]  # words between ("năm 2020") are no part of the phrase
            end, unit = _amount(tokens, figure)
            run = before + [token for token in tokens[verb:end] if token.type != "RANK"]
    run = list(run)
    start, leads = _lead(tokens, at, floor)
    if (
        not leads
        and end < len(tokens) - 1
        and tokens[end].type in _TURNED
        and not _is_figure(tokens[end + 1])
    ):
        tokens[end].type = _TURNED[tokens[end].type][tokens[end].key]  # "0,5 ≤ hệ số": the figure comes first
        leads = [tokens[end]]
        end += 1
    end = _close(tokens, end, run, leads)
    if not unit:
        start, leads, moved = _unit_before(tokens, start, leads, end=end, floor=floor)
        if moved:
            run[1:1] = moved
            island.preunit = True
    if end < len(tokens):
        end = _basis(tokens, end, run, share=any(lead.key == "bằng" for lead in leads))
    island.start, island.end, island.tokens = start, end, leads + run
    compared = any(lead.type in _COMPARATORS for lead in leads)
    turned = tokens[start - 1] if start > floor else None
    island.negated = turned is not None and (turned.key == "âm" or (compared and "NEVER" in turned.marks))
    return island


def _joins(joint: Token, tokens: list[Token], end: int) -> bool:
    """Whether a dash or "đến" joins two ends of a range."""
    if not (joint.type == "DASH" or "TO" in joint.marks):
        return False
    second = tokens[end + 1]
    if _is_figure(second):
        return not (joint.type != "DASH" and second.account is not None)
    third = tokens[end + 2] if end + 2 < len(tokens) else None
    return bool(second.marks & {"LESS"}) and third is not None and _is_figure(third)


def _moves(tokens: list[Token], at: int, end: int) -> tuple[int, int] | None:
    """The verb and the figure reached in "từ 12 phòng xuống còn 9 phòng", "từ 4,1% đầu năm lên 9,2%": their indices."""
    placed = at > 1 and "RANK" in tokens[at - 1].marks and "FROM" in tokens[at - 2].marks
    if not at or not ("FROM" in tokens[at - 1].marks or placed):
        return None
    stop = min(end + 6, len(tokens))
    for index in range(end, stop):
        token = tokens[index]
        if token.type not in ("WORD", "YEAR") or _is_figure(token):
            return None
        if token.marks & {"DOWN_TO", "UP_TO"}:
            ahead = index + 1
            if ahead < len(tokens) and tokens[ahead].marks & (_COMPARATORS | {"ABOUT", "NEARLY"}):
                chosen = next(kind for kind in _LEADS if kind in tokens[ahead].marks)
                if ahead + 1 < len(tokens) and _is_figure(tokens[ahead + 1]):
                    tokens[ahead].type = chosen
                    ahead += 1
            if placed and ahead + 1 < len(tokens) and "RANK" in tokens[ahead].marks:
                tokens[ahead].type = "RANK"
                ahead += 1
            if ahead < len(tokens) and _is_figure(tokens[ahead]):
                token.type = "DOWN_TO" if "DOWN_TO" in token.marks else "UP_TO"
                return index, ahead
            return None
    return None


def _amount(tokens: list[Token], at: int) -> tuple[int, bool]:
    """The end of the figure at ``at`` with its unit, and whether it has a unit."""
    end = at + 1
    count = len(tokens)
    if tokens[at].type in ("DOUBLE", "TRIPLE", "ONE_AND_HALF"):
        return end, True
    if end + 1 < count and tokens[end].type == "SLASH" and _is_figure(tokens[end + 1]):
        end += 2
    if (
        end + 2 < count
        and "SCALE" in tokens[end].marks
        and _is_figure(tokens[end + 1])
        and "SCALE" in tokens[end + 2].marks
    ):
        tokens[end].type = tokens[end + 2].type = "SCALE"
        end += 3
        if end < count and "MEASURE" in tokens[end].marks:
            tokens[end].type = "MEASURE"
            end += 1
        return end, True
    begun = end
    if end < count:
        token = tokens[end]
        if token.type in _DIRECT:
            end += 1
        elif worded := next((kind for mark, kind in _WORDED.items() if mark in token.marks), None):
            token.type = worded
            end += 1
        else:
            while end < count and "SCALE" in tokens[end].marks and tokens[end].type == "WORD":
                tokens[end].type = "SCALE"
                end += 1
            end = _thing(tokens, end)
            words = end
            while begun < words < min(count - 1, end + 3) and _is_bare(tokens[words]):
                words += 1
            if begun < words < count and tokens[words].type == "SLASH":  # "máy tính/học sinh"
                for token in tokens[end:words]:
                    token.type = "NOUN"
                end = words
    if end > begun or (end + 1 < count and tokens[end].type == "SLASH" and tokens[end + 1].account == "base"):
        end = _pers(tokens, end)
    return end, end > begun


def _thing(tokens: list[Token], at: int) -> int:
    """The end of the measuring unit or counted noun that begins at ``at``; ``at`` itself where none does."""
    if at >= len(tokens) or not (tokens[at].type == "WORD" or tokens[at].key == "$"):
        return at
    token = tokens[at]
    if "MEASURE" in token.marks and not (token.marks & {"AGE"}):
        token.type = "MEASURE"
        return at + 1
    if "NOUN" in token.marks:
        token.type = "NOUN"
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            token.key in ("lượt", "cơ sở", "hội", "tổ", "tổ chức", "đơn vị")
            and after is not None
            and "NOUN" in after.marks
        ):
            after.type = "NOUN"
            return at + 2
        return at + 1
    if token.key.startswith(("giải ", "huy chương ")) and "GRADE" in token.marks:
        token.type = "NOUN"
        return at + 1
    if token.marks & _STEERING or token.key in _NO_NOUN:
        return at
    token.type = "NOUN"  # a noun that nobody listed: one word, or two where the second steers nothing
    end = at + 1
    if end < len(tokens):
        after = tokens[end]
        if after.type == "WORD" and not after.marks and after.key not in _NO_NOUN and " " not in after.key:
            after.type = "NOUN"
            end += 1
    return end


def _is_bare(token: Token) -> bool:
    return token.type == "WORD" and not token.marks & _STEERING


def _pers(tokens: list[Token], at: int) -> int:
    """The end of "/người/năm", "/10.000 dân", "trên 1.000 trẻ" at ``at``."""
    count = len(tokens)
    while at + 1 < count:
        sign, following = tokens[at], tokens[at + 1]
        per_word = "PER" in sign.marks and following.account == "base"
        if sign.type != "SLASH" and not per_word:
            return at
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
            if "MEASURE" in token.marks or token.key in ("năm", "tháng", "quý", "ngày", "vụ"):
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


def _close(tokens: list[Token], end: int, run: list[Token], leads: list[Token]) -> int:
    """Take in "trở lên" after the figure, or after the words of its noun ("từ 28 đảng viên mới trở lên")."""
    reach = 8 if leads and leads[-1].type in ("FROM", "RANK") else 4
    for index in range(end, min(end + reach, len(tokens))):
        token = tokens[index]
        if token.marks & {"OR_MORE", "OR_LESS"} and not (token.key == "lên" and index > end):
            if token.key == "lên" and not (leads and leads[-1].type in ("FROM", "RANK")):
                return end
            token.type = "OR_MORE" if "OR_MORE" in token.marks else "OR_LESS"
            run.append(token)
            if index == end:
                return end + 1
            token.account = "closing"
            return end
        if token.key == "," and leads and leads[-1].type == "RANK":
            continue
        if token.type != "WORD" or token.marks & {
            "GRADE",
            "PLACE",
            "AND",
            "EQUALS",
            "AMONG",
            "GRADED",
            "LESS",
            "MORE",
        }:
            return end
        if token.marks & {"TIME", "POPULATION"} and reach == 4:
            return end
    return end


def _basis(tokens: list[Token], end: int, run: list[Token], *, share: bool = False) -> int:
    """Take in "so với năm 2020", "kế hoạch" directly after the figure."""
    token = tokens[end]
    multiple = run[-1].type in ("DOUBLE", "TRIPLE", "ONE_AND_HALF") or run[-1].key == "lần" or share
    if multiple and (kind := _point(token)) is not None and kind != "PLAN":
        token.type = kind
        run.append(token)
        return end + 1
    if "AGAINST" in token.marks and end + 1 < len(tokens):
        point = tokens[end + 1]
        kind = _point(point)
        if kind is not None:
            token.type, point.type = "AGAINST", kind
            run += [token, point]
            end += 2
            if kind == "PREVIOUS" and end < len(tokens) and tokens[end].type == "YEAR":
                run.append(tokens[end])
                end += 1
            return end
    if "PLAN" in token.marks and run[-1].type == "PERCENT":
        token.type = "PLAN"
        run.append(token)
        return end + 1
    return end


def _point(token: Token) -> str | None:
    if token.type == "YEAR":
        return "YEAR"
    return next((kind for kind in ("PREVIOUS", "TERM_START", "PLAN") if kind in token.marks), None)


# ---- to the left of a figure ----------------------------------------------------------------------------------------


def _lead(tokens: list[Token], at: int, floor: int) -> tuple[int, list[Token]]:
    """Where the words that lead up to the figure at ``at`` begin, and those words."""
    start = at
    leads: list[Token] = []
    while start > floor:
        token = tokens[start - 1]
        kind = _lead_kind(token, tokens, start - 1, at)
        if kind is None:
            break
        token.type = kind
        leads.insert(0, token)
        start -= 1
    while leads and leads[0].type in ("TIME", "AVERAGE"):
        _unclaim(leads.pop(0))
        start += 1
    return start, leads


def _unclaim(token: Token) -> None:
    token.type = "YEAR" if token.account == "year" else "WORD"


def _lead_kind(token: Token, tokens: list[Token], index: int, at: int) -> str | None:
    if token.type in ("SIGN_MORE", "SIGN_LESS"):
        return _SIGNS[token.key]
    if token.type == "YEAR":
        return "TIME" if index > 0 else None
    if token.key == "≈" or (token.key == "~" and index + 1 == at):
        return "ABOUT"
    if token.type == "SIGN":
        return "EQUALS" if (token.key in (":", "=") and index + 1 == at) or token.key == ":" else None
    if token.type != "WORD":
        return None
    marks = token.marks
    if "FROM" in marks:
        return "FROM" if index + 1 == at or tokens[index + 1].type == "RANK" else None
    stepped = at + 1 < len(tokens) and tokens[at + 1].key == "bậc"  # "nâng hạng 2 bậc"
    if "RANK" in marks and index + 1 == at and not stepped:
        return "RANK"
    if "ORDINAL" in marks and index + 1 == at:
        return "RANK"
    if "TOP" in marks and index + 1 == at and _leads_a_group(tokens, at, token.key):
        return "TOP"
    for kind in _LEADS:
        if kind in marks:
            if kind == "TIME" and token.key == "đến":
                return None
            return kind
    return None


def _leads_a_group(tokens: list[Token], at: int, key: str) -> bool:
    """ "tốp 10", "nhóm 5 đơn vị dẫn đầu"."""
    if "tốp" in key or "top" in key:
        return True
    return any("LEADING" in token.marks for token in tokens[at + 1 : at + 12])


def _unit_before(
    tokens: list[Token], start: int, leads: list[Token], *, end: int, floor: int
) -> tuple[int, list[Token], list[Token]]:
    """Cells of a row: "… % ≥ 85", "Giờ/năm ≤ 24", "| giường | 31,5", "Điểm 06". The unit goes behind its figure."""
    if end < len(tokens) and tokens[end].key not in (".", ";", ",", "|", ")") and tokens[end].type != "YEAR":
        return start, leads, []
    index = start
    while index > floor and tokens[index - 1].key in ("|", ")", "("):
        index -= 1
    if index <= floor or (index == start and start == 0):
        return start, leads, []
    stop = index
    token = tokens[index - 1]
    moved: list[Token] = []
    if token.type in _DIRECT:
        moved = [token]
        index -= 1
    elif token.type == "WORD" and (token.marks & {"MEASURE", "NOUN"} or token.key == "năm"):
        index -= 1
        kind = "MEASURE" if "MEASURE" in token.marks or token.key == "năm" else "NOUN"
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
        separated = stop != start or moved[0].key != tokens[index].key
        if (
            leads
            and not separated
            and leads[0].type not in _COMPARATORS
            and not any(t.type == "SLASH" for t in moved)
        ):
            return start, leads, []
        if index <= floor:
            return start, leads, []
        for piece, name in zip(moved, kinds, strict=True):
            piece.type = name
    if moved and index > floor and tokens[index - 1].key == "(":
        index -= 1
    return (index, leads, moved) if moved else (start, leads, [])


# ---- comparisons without an amount ----------------------------------------------------------------------------------


def _reference(tokens: list[Token], at: int, floor: int) -> Island | None:
    """ "so với năm 2020", "cao hơn năm trước", "không thấp hơn so với năm 2021"."""
    kind = _point(tokens[at])
    start = at
    run = [tokens[at]]
    against = at > floor and "AGAINST" in tokens[at - 1].marks
    if against:
        start -= 1
        run.insert(0, tokens[start])
    leads: list[Token] = []
    while start > floor:
        token = tokens[start - 1]
        if token.type != "WORD":
            break
        found = next((name for name in _LEADS if name in token.marks), None)
        if found is None or (
            not leads
            and not against
            and not (token.key.endswith(("hơn", "bằng")) or (kind == "PLAN" and found == "AT_MOST"))
        ):
            break
        if found not in _COMPARATORS | {"RISE", "FALL", "EQUALS"}:
            break
        leads.insert(0, token)
        token.type = found
        start -= 1
    if not against and not any(token.type in _COMPARATORS for token in leads):
        for token in leads:
            _unclaim(token)
        return None
    if kind == "PLAN" and not against and not leads:
        return None
    assert kind is not None
    tokens[at].type = kind
    if against:
        run[0].type = "AGAINST"
    return Island(start, at + 1, leads + run, compares=bool(leads))
