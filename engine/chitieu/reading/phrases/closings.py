"""What closes a figure from behind: "trở lên", "(tối thiểu)", "hoặc cao hơn", over the name of what is counted."""

from __future__ import annotations

from chitieu.reading.phrases.amounts import read_pers
from chitieu.reading.tokens.scanner import Token, marked, typed
from chitieu.text.spoken import BE, DOWNWARD, HIGHEST, LEVEL, LEVEL_SIGN, NUMBER_OF, UPWARD, words

#: What ends the words between a figure and its "trở lên"; near the figure what scopes it does as well.
_CLOSING = frozenset({"OR_MORE", "OR_LESS"})
#: What may stand behind a figure and bound it: "trở lên", "(tối thiểu)".
CLOSING = _CLOSING | {"AT_LEAST", "AT_MOST"}
#: What else may bound it there: "hoặc trên", "là cao nhất".
BEYOND = frozenset({"MORE", "LESS", "LEADING", "UTMOST", "SMALLEST"})
#: What may stand between a figure and a bound behind it, what a bound says there, and what must follow.
BEHIND = frozenset({"(", ",", BE, *words("AND_OR_OR")})
#: "trở lại", "đổ xuống" bound only what they end; so do "hoặc trên", "và thấp hơn".
_TURNING, _OR_BEYOND = frozenset(words("TURNING_BACK")), {"MORE": "OR_MORE", "LESS": "OR_LESS"}
_BOUNDING = {
    "AT_LEAST": "OR_MORE", "OR_MORE": "OR_MORE", "SMALLEST": "OR_MORE",
    "AT_MOST": "OR_LESS", "OR_LESS": "OR_LESS", "UTMOST": "OR_LESS",
}  # fmt: skip
#: What has grades though it is none.
_LEVELS = words("LEVELLED")
_ALTERNATIVES = frozenset(words("AND_OR_OR"))
_CLOSED, _ENDED = frozenset({")"}), frozenset({None, ",", ";", ".", ")"})
_PARTING = frozenset({"GRADE", "PLACE", "AND", "EQUALS", "AMONG", "GRADED", "LESS", "MORE"})
_NAMED = frozenset({"NOUN", "ACTOR"})
_SCOPING = frozenset({"TIME", "POPULATION", "FROM"})
#: So many words behind a figure "trở lên" may stand; behind one with "từ", and behind a share of several.
_REACH, _FROM_REACH, _SHARE_REACH = 4, 8, 16
#: So many words may stand between a count and what closes its name; what is no part of one, and what may follow it.
_LONG = 12
_NO_PART_OF_NAMES = (
    (_PARTING - {"PLACE"}) | _SCOPING | {"ORDINAL", "PROPERTY", "SCOPE", "HONOR", "TITLE", "RATE"}
)
#: … and what is none however long the name of a count is.
_ELSEWHERE = (_SCOPING - {"FROM"}) | {"AND", "AMONG", "LESS", "MORE", "RATE", "ORDINAL", "HONOR", "TITLE"}
_QUOTES = frozenset({'"', "'"})
#: Where what a bound closes is a level or a grade, it is named so near before.
_NEAR, _LEVELLING = 3, _NO_PART_OF_NAMES - {"SCOPE"}
_BEHIND_NAMES = frozenset({"AGAINST", "TIME", "EACH", "AND"})
#: What is told of by degrees: "cấp tỉnh trở lên", "trình độ đại học trở lên".
_GRADUATED = frozenset(words("GRADUATED"))


def close(tokens: list[Token], end: int, run: list[Token], leads: list[Token]) -> int:
    """Take in "trở lên" after the figure, or after the words of its noun ("từ 28 đảng viên mới trở lên")."""
    if end + 1 < len(tokens) and tokens[end].key in BEHIND and (found := _bound_behind(tokens, end)):
        bound, end = found
        run.append(bound)
        return end
    lead = leads[-1].type if leads else ""
    led = lead in {"FROM", "RANK"}
    reach = _FROM_REACH if led else _REACH
    if not led and end and tokens[end - 1].type == "PERCENT" and tokens[end : end + 1]:
        listed = "," in [token.key for token in tokens[end + 1 : end + 4]]  # "95% chi bộ, đảng bộ trở lên"
        reach = (
            _SHARE_REACH if listed or tokens[end].key == NUMBER_OF else _REACH
        )  # "45% số trẻ sinh ra trở lên"
    share = run[-1].type == "PERCENT"
    shared = lead != "FROM" and (share or _is_range(run))
    for index in range(end, min(end + reach, len(tokens))):
        token = tokens[index]
        if token.key == DOWNWARD and led and _ends_here(tokens, index):
            token.type, token.account = "OR_LESS", "closing"
            run.append(token)
            return index + 1 if index == end else end
        if not token.marks.isdisjoint(_CLOSING) and not (token.key == UPWARD and index > end):
            if _is_of_an_honor(tokens, index, end) and lead != "FROM":
                return end
            if index > end and tokens[index - 1].text[-1].isdecimal():
                return end  # "100% đồng hồ cỡ DN50 trở lên"
            if token.key == UPWARD and not (led or _ends_here(tokens, index)):
                return end
            if token.key in _TURNING and not _ends_here(tokens, index):
                return end
            if shared and index > end and _is_of_a_level(tokens, index):
                return end
            if index - end > 1 and "ORDINAL" in tokens[index - 2].marks:
                return end  # "20 trường hợp sinh con thứ ba trở lên"
            token.type = "OR_MORE" if "OR_MORE" in token.marks else "OR_LESS"
            run.append(token)
            if index == end:
                return _pers_behind(tokens, end, run)
            token.account = "closing"
            return end
        if token.key == "," and (lead == "RANK" or _is_listed(tokens, end, index)):
            continue
        if token.type != "WORD" or not token.marks.isdisjoint(_PARTING):
            if "PLACE" in token.marks and lead == "RANK":
                continue  # "thứ 25/63 quốc gia trở lên"
            break
        if not led and not token.marks.isdisjoint(_SCOPING):
            return end  # "95% công chức từ cấp phòng trở lên"
    if (closing := _closing_a_name(tokens, end, share=share)) is not None:
        closing.type, closing.account = "OR_MORE" if "OR_MORE" in closing.marks else "OR_LESS", "closing"
        run.append(closing)
    return end


def _is_range(run: list[Token]) -> bool:
    return typed(run, "TO")


def _is_of_a_level(tokens: list[Token], index: int) -> bool:
    """ "90% giáo viên đạt chuẩn trở lên": from which level on, not how many."""
    before = tokens[index - 1]
    if "ATTAIN" in before.marks or tokens[index - 2].key == LEVEL:
        return True
    return " ".join([token.key for token in tokens[max(0, index - 4) : index]]).endswith(_LEVELS)


def _ends_here(tokens: list[Token], index: int) -> bool:
    """Whether a part of the clause ends behind a word."""
    return index + 1 == len(tokens) or tokens[index + 1].key in _ENDED


def _closing_a_name(tokens: list[Token], end: int, *, share: bool) -> Token | None:
    """ "20 vụ tai nạn giao thông trở lên": what closes the whole name of what is counted.

    But not "20 giải học sinh giỏi cấp tỉnh trở lên", which tells of what level they are. The name of a count may be
    long: "15 lao động đi làm việc ở nước ngoài trở lên", "5 mô hình “Dân vận khéo” trở lên".
    """
    for index in range(end, min(end + _LONG, len(tokens))):
        token = tokens[index]
        if (token.type != "WORD" and token.key not in _QUOTES) or token.key in _GRADUATED:
            return None
        if not token.marks.isdisjoint(_CLOSING):
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            ends = after is None or after.type == "SIGN" or not after.marks.isdisjoint(_BEHIND_NAMES)
            if not ends or token.key == UPWARD or index == end:
                return None
            near = tokens[max(end, index - _NEAR) : index]
            return None if marked(near, *_LEVELLING) else token
        if not token.marks.isdisjoint(_NO_PART_OF_NAMES if share else _ELSEWHERE):
            return None
    return None


def _is_listed(tokens: list[Token], end: int, index: int) -> bool:
    """ "95% cán bộ, công chức, viên chức": a sign between nouns that name together whom a share is of."""
    share = tokens[end - 1].type == "PERCENT" and index + 1 < len(tokens)
    return (
        share
        and not tokens[index - 1].marks.isdisjoint(_NAMED)
        and not tokens[index + 1].marks.isdisjoint(_NAMED)
    )


def _pers_behind(tokens: list[Token], index: int, run: list[Token]) -> int:
    """ "5,8 triệu đồng trở lên/tháng": the rest of a unit behind "trở lên", read in front of it."""
    end = index + 1
    if end + 1 >= len(tokens) or tokens[end].type != "SLASH" or run[-2].type in ("NUMBER", "PERCENT"):
        return end
    end = read_pers(tokens, end)
    if end > index + 1:
        run[-1:] = [*tokens[index + 1 : end], tokens[index]]
        tokens[index].end = tokens[end - 1].end
    return end


def _is_of_an_honor(tokens: list[Token], index: int, end: int) -> bool:
    """ "10 cá nhân được tặng Bằng khen cấp tỉnh trở lên": from which level on the honor is, not how many."""
    return (
        index - end > 1
        and tokens[index - 2].key == LEVEL
        and marked(tokens[end : index - 2], "HONOR", "ATTAIN")
    )


def _bound_behind(tokens: list[Token], end: int) -> tuple[Token, int] | None:
    """ "95% (tối thiểu)", "95% là mức tối thiểu", "95%, hoặc cao hơn", "95% hoặc trên": a bound behind, and its end."""
    at = end + 1
    if tokens[at].key == LEVEL_SIGN and at + 1 < len(tokens):
        at += 1
    elif tokens[end].key == "," and tokens[at].key == BE and at + 1 < len(tokens):
        at += 1  # "15 đảng viên, là tối thiểu"
    bound, behind = tokens[at], at + 1
    extremes = _BOUNDING | _OR_BEYOND if tokens[end].key in _ALTERNATIVES else _BOUNDING
    kind = next((extremes[mark] for mark in extremes if mark in bound.marks), None)
    if kind is None and bound.key == HIGHEST:
        kind = "OR_LESS"
    if kind is None:
        return None
    bracket = tokens[end].key == "("
    while bracket and behind < len(tokens) and "OUGHT" in tokens[behind].marks | tokens[behind - 1].marks:
        behind += 1  # "(tối thiểu phải đạt)"
    after = tokens[behind] if behind < len(tokens) else None
    follows = None if after is None else after.key
    concerns = not bracket and after is not None and "CONCERNING" in after.marks
    if follows not in (_CLOSED if bracket else _ENDED) and not concerns:
        return None
    bound.type = kind
    if bracket and after is not None:
        bound.end = after.end
    return bound, behind + bracket
