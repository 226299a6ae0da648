"""Where one statement of a clause ends and the next begins, and what words deny, reach or forbid."""

from __future__ import annotations

from itertools import dropwhile

from chitieu.reading.clause.references import AS_MUCH_AS, compares
from chitieu.reading.tokens.scanner import Token, marked, marks_of
from chitieu.reading.tokens.surroundings import REACH
from chitieu.text.spoken import (
    AND,
    ANY,
    ATTAINS,
    BASICALLY,
    BE,
    CONCERNS,
    EXCEED,
    GET,
    HAVE,
    NOT,
    PUT,
    RECOGNISE,
    REMAINING,
    SINCE,
    words,
)

_ATTAINING = words("ATTAINING")
_TITLE_BEGINS, _SEVERAL = words("TITLE_BEGINS"), frozenset(words("SEVERAL"))
_JOINERS = frozenset({",", *words("JOINER")})
REACHING = frozenset(words("REACHING"))
RECOGNISED = frozenset(words("RECOGNISED"))
_OPENS = frozenset({"ABSENT", "HOLD", "FINISH", "GRADED"})
_AND_OVER, _AND_OR = frozenset(words("AND_OVER")), frozenset(words("AND_OR_OR"))
_MISDEEDS = frozenset(words("MISDEED"))
#: A grade of so many words and more names itself, and so do the short forms of such.
_LONG_GRADE, _SHORT_FORMS = 4, frozenset(words("SHORT_GRADE"))
#: So near behind "không" stands the "nào" that goes with it.
NEAR = 4
_PUTTING = (f"{PUT} ", f"{GET} {PUT} ")
TASKS, KEPT = frozenset({"TASK", "ORDER"}), frozenset({"KEEP", "HOLD"})
_STATED = frozenset({"GRADE", "STANDING", "HONOR", "ABSENT", "HOLD"})
_BODIES = frozenset({"ACTOR", "NOUN"})
#: What a part begins with that says how something turned out.
_SUBJECTS = _BODIES | {"FACT_HEAD", "TITLE"}
_POOR = words("POOR_GRADE")
_TAKING_PART = frozenset(words("TAKES_PART"))
_SHARE_VERBS = words("SHARE_VERB")
_ONE_BODY = frozenset(words("ONE_BODY"))
#: What a body does or is that holds or not, and what it reaches.
_HOLDING = frozenset({"HOLD", "FINISH", "ABSENT"})
_REACHED = frozenset({"HONOR", "PLAN", "STANDING", "GRADE"})
#: Behind one of these another title may be got: "xếp loại Tốt, được tặng Bằng khen".
_AWARDING = frozenset(words("AWARDING"))
_TITLED = frozenset({"ATTAIN", "HOLD", "GRADE", "HONOR"})
#: Who does something to a body does not say how it stands: "xây dựng Đảng bộ vững mạnh".
_DOING = ("MAKE", "BRING", "TASK", "ORDER", "TENDS", "ACTS_ON", "RATE", "SUM")
#: "có nhiều khó khăn", "có trách nhiệm": how things are, not what there has to be.
NOT_OWNED = words("NOT_OWNED")
#: Who fares so is counted, or told of: "100% doanh nghiệp, hợp tác xã có lãi", "tỷ lệ doanh nghiệp có lãi".
_NOT_FARING = _BODIES | {"RATE", "SUM", "GROWTH_NAME", "TASK", "ORDER", "EACH"}
_PLACES, _CAPITAL = frozenset(words("PLACE_COUNTED")), frozenset(words("CAPITAL"))
_SAFE = frozenset(words("SAFE"))
#: What says something else of a place than what it has.
_OTHERWISE = frozenset(
    {"RATE", "MAKE", "TASK", "ORDER", "TENDS", "PAST", "WAS", "ATTAIN", "HOLD", "ABSENT", "SUM"}
)
#: What a share is of: all of them, or the plan.
_WHOLES = frozenset({"POPULATION", "PLAN"})
#: Something that is graded, the verb and the grade.
_GRADED_PART = 3
#: The name of a body is no longer.
_SHORT = 8
#: How another body stands is said in fewer words.
_FAR = 40
_GET_OR_NOT = frozenset({GET, NOT})
#: The time of a criterion; what a part may begin with before what opens it.
_NUMBERED_OR_TIMED = frozenset({"TIME", "YEAR_WORD", "STRIVE"})
_BEFORE_OPENINGS = _NUMBERED_OR_TIMED | {"AND"}
_LEADING_TO_GRADES = frozenset({"GRADED", "AT_LEAST"})


def names_itself(grade: Token) -> bool:
    """Whether a grade can be nothing else: "hoàn thành tốt nhiệm vụ", "HTTNV"."""
    return grade.key.count(" ") >= _LONG_GRADE or grade.key in _SHORT_FORMS


def is_rated(part: list[Token]) -> bool:
    """ "Chi bộ hoàn thành tốt nhiệm vụ": a body with a grade that names itself."""
    return "ACTOR" in part[0].marks and "GRADE" in part[-1].marks and names_itself(part[-1])


def split_statements(words: list[Token], *, complete: bool = False, dated: bool = True) -> list[list[Token]]:
    """Cut the words of a segment where a new statement begins: before "không có", "giữ vững" behind "và" or ",".

    ``complete``: what they stand behind needs no words of theirs, so that a part with a grade states something else.
    ``dated``: a year opens a title of its own, "…, năm 2029 đạt chuẩn nông thôn mới".
    """
    out: list[list[Token]] = [[]]
    quoted, said = False, marks_of(words)
    for index, token in enumerate(words):
        if token.key == '"':
            quoted = not quoted
        joins = token.key in _JOINERS and not quoted and not _graded_on(words, index)
        if joins and (
            _opens(words, index + 1, dated=dated)
            or (
                token.key == ","
                and index + 2 < len(words)
                and forbids(words, index + 1)
                and not _is_deed(words[0])
            )
            or _adds_title(out[-1], words, index, complete=complete)
            or ("PLAN" in said and _meets_another_plan(words, index))
            or ("GRADE" in said and _grades_another(out[-1], words, index, complete=complete))
            or ("EVERY" in said and _names_every(words, index))
            or _adds_criterion(out[-1], words, index, complete=complete)
            or ("STANDING" in said and _names_standing(out[-1], words, index, complete=complete))
            or (
                not _lists_lacking(out[-1], words, index)
                and _compares_with_all(
                    words,
                    index,
                    complete=complete or holds_of_its_own(out[-1]) or _begins_result(out[-1], words, index),
                    denied=_denies_first(out[-1]),
                )
            )
        ):
            out.append([])
            continue
        out[-1].append(token)
    return out


def _is_deed(opening: Token) -> bool:
    """Whether words open with something to do, of which all that follows is a part."""
    return not opening.marks.isdisjoint(TASKS | {"TENDS", "MAKE"})


def _graded_on(words: list[Token], index: int) -> bool:
    """ "được đánh giá, xếp loại Tốt": two words for one thing."""
    after = words[index + 1] if index + 1 < len(words) else None
    if not index or after is None or "GRADED" not in words[index - 1].marks:
        return False
    return "GRADED" in after.marks or puts(after)


def puts(word: Token) -> bool:
    """ "xếp hạng Nhì", "được xếp loại A": the verb is in the grade."""
    return "GRADE" in word.marks and word.key.startswith(_PUTTING)


def split_kept(words: list[Token]) -> list[list[Token]]:
    """Two things that are kept what they are: "duy trì đường A là đường văn minh và đường B là đường kiểu mẫu"."""
    if not marked(words[:3], "KEEP"):
        return [words]
    beings = [index for index, token in enumerate(words) if token.key == BE]
    if len(beings) != 2:
        return [words]
    first, second = beings
    cut = next((index for index in range(first + 1, second) if words[index].key == AND), None)
    return [words] if cut is None else [words[:cut], words[cut + 1 :]]


def _adds_title(before: list[Token], words: list[Token], index: int, *, complete: bool) -> bool:
    """ "… đạt chuẩn quốc gia, được công nhận đơn vị văn hóa": behind one title another that is reached."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or index + 2 >= len(words):
        return False
    known = words[index].key == AND and following.key.startswith(RECOGNISE)
    reached = "ATTAIN" in following.marks and (
        known or (words[index].key == "," and following.key.startswith(_ATTAINING))
    )
    if _reaches_its_own(before, words, index, complete=complete):
        return True
    reached = reached or (words[index].key == "," and _is_awarded(words, index + 1))
    if complete and words[index].key == AND and "ATTAIN" in following.marks:
        return following.key.startswith(f"{GET} ")  # "tốp 3 Khối thi đua và được tặng Cờ thi đua"
    return reached and any(token.marks & _TITLED or token.account == "grade" for token in before)


def _is_awarded(words: list[Token], at: int) -> bool:
    """ "được UBND tỉnh tặng Cờ thi đua": by whom an honor is given stands within."""
    if words[at].key != GET:
        return False
    end = next((n for n in range(at, len(words)) if words[n].key in _JOINERS), len(words))
    given = next((n for n in range(at + 1, end) if words[n].key in _AWARDING), end)
    return marked(words[given + 1 : end], "HONOR")


def _reaches_its_own(before: list[Token], words: list[Token], index: int, *, complete: bool) -> bool:
    """ "không có trọng án, Công an xã đạt danh hiệu …": the next part is what a body reaches."""
    denied = _denies_first(before)
    striven = "STRIVE" in words[index + 1].marks
    begun = index + 2 if striven else index + 1
    settled = complete or denied or marked(before[-1:], "OR_MORE", "GRADE")
    joined = words[index].key == "," or ((settled or striven) and words[index].key == AND)
    if begun + 1 < len(words) and words[begun].key in _SEVERAL:  # "các xã còn lại phấn đấu sẽ hoàn thành"
        begun += 1
        striven = striven or any(word.key == REMAINING for word in words[begun + 1 : begun + _GRADED_PART])
    end = next((at for at in range(begun, len(words)) if words[at].key in _JOINERS), len(words))
    if not joined or not holds_of_its_own(words[begun:end]):
        return False
    held = bool(before) and not before[0].marks.isdisjoint(KEPT)
    if held and marked(before, "ATTAIN"):
        return complete or striven  # "giữ vững trường đạt chuẩn, …"
    stated = denied or held or marked(before[1:_SHORT], "ATTAIN", "ABSENT", "GRADE", "HOLD", "HONOR")
    return complete or striven or stated or (has_verb(before) and _is_one_body(words[begun]))


def _meets_another_plan(words: list[Token], index: int) -> bool:
    """ "95% hộ dùng nước sạch, thu ngân sách bảo đảm đạt chỉ tiêu": the next part says what else is as planned."""
    end = next((at for at in range(index + 1, len(words)) if words[at].key in _JOINERS), len(words))
    part = words[index + 1 : end]
    at = next((at for at, word in enumerate(part) if "PLAN" in word.marks), 0)
    if words[index].key != "," or at + 1 < _GRADED_PART or part[at - 1].key not in REACHING | _AND_OVER:
        return False
    behind = part[at + 1 : at + 2]
    ends = not behind or behind[0].key in _AND_OR or behind[0].text[:1].isupper()  # "chỉ tiêu TP giao"
    if not ends or marked(part[: at - 1], "RATE", "GROWTH_NAME", "NEVER"):
        return False
    # "12 thôn, bản đạt chỉ tiêu giao"
    return part[0].marks.isdisjoint(_BODIES) and part[0].key not in REACHING


def _grades_another(before: list[Token], words: list[Token], index: int, *, complete: bool) -> bool:
    """ "98% hộ dân ký cam kết, phong trào của xã xếp loại xuất sắc": the next part says how another thing is graded."""
    if words[index].key != ",":
        return False
    end = next((at for at in range(index + 1, len(words)) if words[at].key in (",", ";")), len(words))
    part = [word for word in words[index + 1 : end] if "OR_MORE" not in word.marks]
    if len(part) < 2 or "GRADE" not in part[-1].marks:
        return False
    put = puts(part[-1])  # "công ty xếp loại A"
    led = part[-2].key in REACHING or "GRADED" in part[-2].marks
    if not (put or (led and len(part) >= _GRADED_PART)) or marked(part, "RATE", "GROWTH_NAME"):
        return False
    if part[0].key in REACHING or puts(part[0]) or "GRADED" in part[0].marks:
        return False
    opening = before[:_SHORT]
    told = complete or has_verb(opening) or (bool(before) and not before[0].marks.isdisjoint(_WHOLES))
    apart = "APART" in part[0].marks  # "riêng trường mầm non đạt mức độ 2"
    return (told or apart) and not marked(opening, "ABSENT", "NEVER")


def holds_of_its_own(part: list[Token]) -> bool:
    """ "xã đạt danh hiệu …", "Công an xã đơn vị quyết thắng", "khu phố hoàn thành kế hoạch": what holds of a body."""
    if not part or part[0].marks.isdisjoint(_BODIES):
        return False
    for at, word in enumerate(part[1:_SHORT], 1):
        if "RATE" in word.marks:
            return False
        if reaches_title(word) or not word.marks.isdisjoint(_HOLDING):
            return True
        following = part[at + 1] if at + 1 < len(part) else None
        if following is not None and word.key in REACHING and not following.marks.isdisjoint(_REACHED):
            return True
        if "HONOR" in word.marks and at + 1 == len(part):
            return True
        if word.key in REACHING and at + 2 < len(part) and part[at + 2].key.startswith(_TITLE_BEGINS):
            return True  # "bản Pá Vi đạt bản nông thôn mới"
    return says_how_it_stands(part)


def fares_well(part: list[Token]) -> bool:
    """ "kinh doanh có lãi", "vốn nhà nước được bảo toàn": how a business fares, which needs no more words."""
    capital = bool(part) and part[0].key in _CAPITAL
    for word in part[:_SHORT]:
        if "SOUND" in word.marks:
            return True
        if word.key in _JOINERS or not (capital or word.marks.isdisjoint(_NOT_FARING)):
            return False
    return False


def is_criterion(part: list[Token]) -> bool:
    """ "trạm y tế có bác sĩ làm việc", "hai bên được trồng hoa": what a place has, or how a thing of it is kept."""
    part = list(dropwhile(_opens_nothing, part[:REACH]))
    if not part:
        return False
    thing = "PREMISE" in part[0].marks
    for at, word in enumerate(part[1:_SHORT], 1):
        if word.key == HAVE:
            has = thing or not part[0].marks.isdisjoint({"ACTOR", "EACH"}) or part[0].key in _PLACES
            return has and at + 1 < len(part) and not begins_with(part[at + 1 :], NOT_OWNED)
        if word.key in _GET_OR_NOT:
            return thing and at + 1 < len(part)
        if word.key in _JOINERS or not word.marks.isdisjoint(_OTHERWISE):
            return False
    return False


def _opens_nothing(token: Token) -> bool:
    """Whether a token in front of a criterion is its number or its time."""
    if token.marks and not token.marks.isdisjoint(_NUMBERED_OR_TIMED):
        return True
    return token.account in {"label", "year"} or token.type in {"SIGN", "DASH", "YEAR"}


def begins_with(tokens: list[Token], phrases: tuple[str, ...]) -> bool:
    """Whether words begin with a phrase, however it is cut into tokens."""
    said = " ".join(token.key for token in tokens[:NEAR]) + " "
    return said.startswith(tuple(f"{phrase} " for phrase in phrases))


def has_verb(before: list[Token]) -> bool:
    """Whether the share before says what its things do: "100% hộ dân sử dụng nước sạch"."""
    said = f" {' '.join(word.key for word in before[1:])} "
    return any(f" {verb} " in said for verb in _SHARE_VERBS)


def _is_one_body(word: Token) -> bool:
    """Whether a word names one body rather than a kind: "xã", "Công an …"."""
    return "ACTOR" in word.marks and (word.key in _ONE_BODY or word.text[:1].isupper())


def _adds_criterion(before: list[Token], words: list[Token], index: int, *, complete: bool) -> bool:
    """ "rộng tối thiểu 3,5 m, hai bên được trồng hoa": behind what says something, how another thing is kept."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or not is_criterion(words[index + 1 : index + 1 + REACH]):
        return False
    if "PREMISE" not in after.marks:
        return complete  # "thu nhập đạt 65 triệu đồng, trạm y tế có bác sĩ làm việc"
    return complete or has_verb(before) or _denies_first(before) or marked(before[:1], "HOLD", "KEEP")


def _lists_lacking(before: list[Token], words: list[Token], index: int) -> bool:
    """ "không có sở, ngành xếp loại trung bình": the comma stands inside the subject of what must not be there."""
    lacking = 1 < len(before) <= _SHORT and denies(before)
    lacking = lacking and all(token.marks & _BODIES or token.key == "," for token in before[1:])
    return lacking and index + 1 < len(words) and bool(words[index + 1].marks & _BODIES)


def _begins_result(before: list[Token], words: list[Token], index: int) -> bool:
    """ "100% quân số tham gia, kết quả diễn tập đạt loại Giỏi": the share has its verb, and a subject follows."""
    after = words[index + 1].marks if index + 1 < len(words) else frozenset()
    if "STRIVE" in after:
        return True  # "…, phấn đấu Công đoàn xếp loại Khá trở lên"
    if "ACTOR" in after and marked(before[-_SHORT:], "ATTAIN"):
        return True  # "98% hộ đạt danh hiệu gia đình văn hóa, Công an xã xếp loại …"
    taken = [token.key in _TAKING_PART for token in before[-NEAR:]]
    return any(taken) and (taken[-1] or bool(after & _SUBJECTS))


def _compares_with_all(words: list[Token], index: int, *, complete: bool, denied: bool) -> bool:
    """ "…, điểm trung bình các môn không thấp hơn mặt bằng chung": the next part is compared with what is common."""
    last = index - 2 if index > 1 and words[index - 1].key == '"' else index - 1
    behind_grade = last >= 0 and bool(words[last].marks & {"GRADE", "OR_MORE"})
    for at in range(index + 1, len(words)):
        if words[at].key in _JOINERS:
            return False
        if not (words[at].marks or words[at].account == "grade"):
            continue
        if "YARDSTICK" in words[at].marks and not words[at - 1].marks.isdisjoint({"AT_LEAST", "AT_MOST"}):
            return at > index + 2  # "…, cổ tức không thấp hơn lãi suất tiền gửi"
        if "COMMON" in words[at].marks:
            by = (
                at - 2 if "PROPERTY" in words[at - 1].marks else at - 1
            )  # "tương đương thu nhập bình quân chung"
            return compares(words[by], words[at]) and (by > index + 1 or words[by].key not in AS_MUCH_AS)
        if words[at].account == "grade" and "UP_TO" in words[at - 1].marks:
            return True  # "…, sản phẩm trà sen được nâng hạng từ 3 sao lên 4 sao"
        long = names_itself(words[at])
        sign = words[at - 2] if words[at - 1].key == '"' else words[at - 1]
        led = (
            not sign.marks.isdisjoint(_LEADING_TO_GRADES)
            or sign.key == SINCE
            or puts(words[at])
            or (denied and sign.key in REACHING)
        )
        graded = "GRADE" in words[at].marks and (led or long)
        attains = words[at].key == ATTAINS or words[at].key.startswith(f"{ATTAINS} ")
        titled = (attains or "ATTAIN" in words[at].marks) and at + 1 < len(words)
        poor = denied and words[at].key.startswith(_POOR)  # "không có …, đảng viên xếp loại yếu"
        closed = denied and not poor and _is_wanted(words, index, at)
        if poor and graded:
            return False
        if at > index + 1 and (
            (graded and (complete or behind_grade or closed)) or (titled and behind_grade)
        ):
            return True  # "…, đơn vị xếp loại Giỏi", "…, Ban CHQS xã đạt Đơn vị quyết thắng"
    return False


def _is_wanted(words: list[Token], index: int, at: int) -> bool:
    """ "không để xảy ra điểm nóng, trạm y tế được đánh giá đạt loại Tốt": a grade that is reached."""
    reached = any(word.key in REACHING or word.key.startswith(_ATTAINING) for word in words[index + 1 : at])
    return reached or marked(words[at + 1 : at + 3], "OR_MORE")


def denies_any(words: list[Token], index: int) -> bool:
    """ "không tàu nào vi phạm vùng biển nước ngoài": none of them."""
    return words[index].key == NOT and any(token.key == ANY for token in words[index + 1 : index + NEAR])


def reaches_title(word: Token) -> bool:
    """ "đạt chuẩn", "được công nhận"; and where a grade begins with the verb: "đạt chuẩn nông thôn mới"."""
    return "ATTAIN" in word.marks or ("GRADE" in word.marks and word.key.startswith(f"{ATTAINS} "))


def forbids(words: list[Token], index: int) -> bool:
    """ "không rải vàng mã", "không lấn chiếm vỉa hè", "không kết án oan": a deed that must not be."""
    if words[index].key != NOT or index + 1 >= len(words):
        return False
    deed = words[index + 1].key
    return deed in _MISDEEDS or deed.split(" ", 1)[0] in _MISDEEDS


def says_how_it_stands(part: list[Token]) -> bool:
    """ "Chi hội Phụ nữ vững mạnh", "đơn vị an toàn tuyệt đối về người"."""
    for at, token in enumerate(part[:REACH]):
        if "STANDING" in token.marks:
            return at > 0 and stands(part, at)
    return False


def _names_standing(before: list[Token], words: list[Token], index: int, *, complete: bool) -> bool:
    """ "Chi bộ hoàn thành tốt nhiệm vụ, Công đoàn vững mạnh": the next part says how another body stands."""
    ahead = range(index + 1, min(index + _FAR, len(words)))
    end = next((at for at in ahead if words[at].key == ","), ahead.stop)
    if not says_how_it_stands(words[index + 1 : end]):
        return False
    return complete or any(reaches_title(token) or token.marks & _STATED for token in before)


def _names_every(words: list[Token], index: int) -> bool:
    """ "…, thôn nào cũng có đường bê tông": what all of a kind are to have."""
    return marked(words[index + 1 : index + NEAR], "EVERY")


def denies(words: list[Token]) -> bool:
    """Whether words begin with what must not be there, and no subject of its own."""
    return bool(words) and ("ABSENT" in words[0].marks or forbids(words, 0))


def _denies_first(words: list[Token]) -> bool:
    """Whether words deny something, behind a bullet and "phấn đấu"."""
    for at, word in enumerate(words[:NEAR]):
        if word.type not in {"SIGN", "DASH"} and "STRIVE" not in word.marks:
            return denies(words[at : at + 2])
    return False


def _opens(words: list[Token], index: int, *, dated: bool) -> bool:
    last = index + 4
    wanted = False
    while index < min(len(words), last) and (
        not words[index].marks.isdisjoint(_BEFORE_OPENINGS)
        or words[index].type == "YEAR"
        or words[index].account == "year"
        or words[index].key == BASICALLY
    ):
        wanted = wanted or "STRIVE" in words[index].marks or (dated and words[index].account == "year")
        index += 1
    if index >= len(words):
        return False
    word = words[index]
    attains = reaches_title(word)
    following = words[index + 1].marks if index + 1 < len(words) else frozenset()
    met = "PLAN" in following and (word.key == EXCEED or word.key in _AND_OVER)
    kept = "KEEP" in word.marks and (
        not following.isdisjoint({"TITLE", "ABSENT"}) or keeps_titled(words[index : index + NEAR])
    )
    opens = met or kept or bool(word.marks & _OPENS) or denies_any(words, index) or puts(word)
    opens = opens or fares_well(words[index : index + _SHORT])
    return opens or word.key == ATTAINS or (wanted and attains) or _makes_without(words, index)


def _makes_without(words: list[Token], index: int) -> bool:
    """ "…, xây dựng xã không có tệ nạn ma túy": what is made of a body is that something is not there."""
    body = words[index + 1 : index + 3]
    return (
        "MAKE" in words[index].marks
        and len(body) > 1
        and "ACTOR" in body[0].marks
        and "ABSENT" in body[1].marks
    )


def keeps_titled(part: list[Token]) -> bool:
    """ "duy trì xã đạt chuẩn quốc gia về y tế", "giữ trường chuẩn quốc gia": who keeps being what it is."""
    return marked(part[:1], "KEEP") and any(reaches_title(word) or "TITLE" in word.marks for word in part[1:])


def stands(words: list[Token], index: int) -> bool:
    """ "Chi hội Phụ nữ vững mạnh", "đơn vị an toàn tuyệt đối về người": a body, and how it stands.

    Safety needs no body: "(bảo đảm) an toàn tuyệt đối về người và vũ khí".
    """
    named = words[:index]
    behind = words[index + 1].key if index + 1 < len(words) else CONCERNS
    bodily = marked(named[:2], "ACTOR", "NOUN") and len(named) <= _SHORT
    safe = words[index].key in _SAFE and len(named) <= 1 and all("SURELY" in word.marks for word in named)
    if len(named) > 1 and "ACTOR" in named[0].marks and "ACTOR" in named[1].marks:
        named = named[1:]  # "tổ chức Công đoàn, Đoàn Thanh niên vững mạnh"
    return (bodily or safe) and behind == CONCERNS and not marked(named, *_DOING)
