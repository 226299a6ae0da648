"""What someone is to do: the counts of an order, or of what a task tends, only describe."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.clause.segments import Figure, Segment, account_all, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.wanted import is_bare
from chitieu.text.spoken import DEMAND, HAVE, TIMES, VALUE_OF_IT, words

_PREFERS = frozenset(words("PREFERS"))
_FOR_WHOM = frozenset(words("CONCERNING"))
_REACHING, _TELLING = frozenset(words("TOLD_TO")), frozenset(words("TELLS_OF"))
#: What the words of an order have among them: "yêu cầu", "đạt yêu cầu".
ORDERING = frozenset({"ORDER", "GRADE"})
_ACTS = frozenset(words("ACT"))
#: What may be a place as well as a comparison: "tuần tra trên 5 tuyến".
_PLACED = frozenset(words("EXCESS"))
#: How many words are near the beginning.
_NEAR = 4
#: Verbs of what is wanted, behind whoever is to do it: "chỉ đạo các xã hoàn thành 45 km đường".
_BRINGING = frozenset({"MAKE", "FINISH"})
#: What names something rather than doing it, and what else an order has.
_NAMING = frozenset({"NOUN", "ACTOR", "PREPOSITION", "PERIOD", "TITLE"})
#: A noun behind a count has no more words.
_NOUN = 6
_NOT_NEW, _EMPOWERING = frozenset(words("NOT_NEW")), frozenset(words("EMPOWERS"))
#: What shows that a bound tells how large those are that are there, and what that more is to be.
_TENDING = frozenset({"TENDS", "INSPECTS", "ORDER"})
_SIZES = frozenset({"PROPERTY", "FACT_HEAD"})
#: What draws up a paper, and what hands it in.
_DRAWING, _HANDED_IN = frozenset({"MAKE", "OFFICE_WORK"}), frozenset(words("HANDED_IN"))
_LISTS, _TOPICS, _TALKING = frozenset(words("LIST_OF")), frozenset(words("CONCERNS")), words("TALKS_OF")
_WANTING = frozenset({"MAKE", "FINISH", "STRIVE", "RISE", "FALL", "ATTAIN", "EACH", "RATE", "SUM"})
_TASKS = ("TENDS", "ORDER", "CONTAINS", "OFFICE_WORK")
#: Of an order and of what is made by it: "hướng dẫn thành lập".
_VERBS = 2


def is_tended(figure: Figure) -> bool:
    """ "Rà soát 27 dự án", "phát huy vai trò của 42 người có uy tín": a count of what there is, that a task tends.

    The verb nearest before the count decides: what is made, trained or admitted is wanted.
    """
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or phrase.change or phrase.equals or phrase.reaches or phrase.strive or phrase.closing:
        return False
    if amount.unit[:1] in ("%", "‰") or (phrase.compared and phrase.comparator not in _PLACED):
        return False
    if figure.left and figure.left[-1].key in _PREFERS:
        return True  # "mở các lớp dạy bơi, ưu tiên 12 xã ven sông"
    if _is_deed(amount.unit) and not _lies_there(figure):
        return False  # "tuyên truyền 24 buổi cho 1.200 lượt người", "đôn đốc thu hồi 12 tỷ đồng"
    wanting = {*_BRINGING, "STRIVE", "RISE", "FALL", "ATTAIN", "EACH"}
    contained = any("CONTAINS" in token.marks for token in figure.left)  # "bộ chỉ số gồm …, 142 chỉ tiêu"
    if not contained:
        wanting |= {"RATE", "EQUALS"}
    for index in range(len(figure.left) - 1, -1, -1):
        token = figure.left[index]
        if token.marks & wanting or (token.key == "," and not contained):
            return False  # "rà soát, thoái vốn tại 03 công ty": another verb
        if "TENDS" in token.marks:
            if "PUSHES" in token.marks and index + 1 < len(figure.left):
                return False
            if _is_inspected(figure.left[:index]):
                return False
            return not marked(figure.left[:index], "EACH")  # "mỗi đảng viên kèm 2 hộ nghèo"
    return False


def _lies_there(figure: Figure) -> bool:
    """ "rà soát 1.250 tỷ đồng nợ đọng": money that is looked into; but "đôn đốc thu hồi 12 tỷ đồng" is to come in."""
    last, amount = figure.left[-1] if figure.left else None, figure.phrase.amount
    if last is None or amount is None or not is_money(amount.unit):
        return False
    return "TENDS" in last.marks and last.marks.isdisjoint({"CARRIES", "ORDER", "GRANTED"})


def is_on_a_list(figure: Figure) -> bool:
    """ "Rà soát, trình công bố danh mục 18 thủ tục": how many a paper lists that an office works on, and makes none."""
    listed = bool(figure.left) and figure.left[-1].key in _LISTS and is_bare(figure)
    worked = marked(figure.left[:1], *_TASKS)
    return listed and worked and figure.said.isdisjoint(_WANTING)


def is_talked_about(figure: Figure) -> bool:
    """ "Đẩy mạnh truyền thông về 7 thông điệp", "tập huấn về 5 kỹ năng": what people are told about."""
    if not is_bare(figure) or len(figure.left) < _VERBS or figure.left[-1].key not in _TOPICS:
        return False
    return " ".join([token.key for token in figure.left[-_NEAR:-1]]).endswith(_TALKING)


def is_of_a_paper(figure: Figure) -> bool:
    """ "tham mưu phương án thu gom rác tại 7/7 khu phố, trình UBND phường": what a paper is about that is handed in."""
    if not is_bare(figure) or "PAPER" not in figure.said or "OFFICE_WORK" not in figure.behind:
        return False
    drawn = any(
        "PAPER" in paper.marks and not verb.marks.isdisjoint(_DRAWING) and following.type == "WORD"
        for verb, paper, following in zip(figure.left, figure.left[1:], figure.left[2:], strict=False)
    )
    return drawn and any(
        sign.key == "," and token.key in _HANDED_IN for sign, token in pairwise(figure.right)
    )


def sizes_whom(figure: Figure) -> bool:
    """ "Kiểm tra các cơ sở chăn nuôi quy mô trên 300 con lợn", "hộ nuôi quy mô dưới 10 con phải ký cam kết".

    How large those are that a task tends, or that ought to do something: "các doanh nghiệp có từ 50 lao động trở lên".
    What is made is as large as wanted: "Hình thành vùng sản xuất quy mô trên 50 ha".
    """
    left = figure.left
    if not left or left[-1].type != "WORD" or figure.joined_by:
        return False
    if "ORDER" in figure.said and _empowers(left):
        return True
    has = figure.island.tokens[0].key == HAVE
    if not has and left[-1].marks.isdisjoint(_SIZES):
        return False
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or amount.unit[:1] in ("%", "‰", "") or phrase.change or phrase.strive:
        return False
    asked = any(token.type in ("AT_LEAST", "AT_MOST") for token in figure.island.tokens)
    if asked or not figure.said.isdisjoint(_WANTING):
        return False  # "chỉ đạo các chi bộ có ít nhất 02 đảng viên mới"
    if not has and "NOUN" in left[0].marks and marked(figure.right[:_VERBS], "OUGHT"):
        return True
    tended = next(
        (at for at, token in enumerate(left[:_NEAR]) if not token.marks.isdisjoint(_TENDING)), _NEAR
    )
    return tended < _NEAR and marked(left[tended + 1 :], "NOUN")


def _empowers(left: list[Token]) -> bool:
    """ "ủy quyền cho HĐQT quyết định giao dịch có giá trị dưới 35% tổng tài sản": how large those are that it may."""
    worth = left[-1].key == VALUE_OF_IT or [token.key for token in left[-2:]] == VALUE_OF_IT.split(" ")
    return worth and any(token.key in _EMPOWERING for token in left)


def _is_inspected(words: list[Token]) -> bool:
    """ "Kiểm tra chấp hành đối với 12 tổ chức đảng", "kiểm tra việc chấp hành …": what an inspection is about."""
    return marked(words[-1:], "INSPECTS")


def _is_deed(unit: str) -> bool:
    """Whether what is counted is done rather than tended: sessions, rounds, money, and how often: "2 tháng/lần"."""
    first = unit.split(" ", maxsplit=1)[0].split("/", maxsplit=1)[0]
    return first in _ACTS or unit.rpartition("/")[2] == TIMES or is_money(unit)


def is_carried_out(figure: Figure) -> bool:
    """ "Thực hiện tốt 03 công trình thanh niên", "quản lý 1.250 ha rừng": what there is, or as many are wanted."""
    words = [token for token in figure.left if token.type == "WORD"]
    if not words or words[-1].key in _PREFERS:
        return False
    if does_something(figure):
        return True
    if marked(words[:1], "KEEP"):
        return True  # "Duy trì và phát huy hiệu quả hoạt động của 24 đội văn nghệ"
    if _reaches(words):
        return True
    if len(words) > 1 and words[-1].key in _FOR_WHOM:
        words = words[:-1]  # "tặng quà cho 120 gia đình chính sách"
    if marked(figure.right[:1], "ATTAIN"):
        return True  # "chỉ đạo 5 xã về đích nông thôn mới"
    made = "MAKE" in words[0].marks or marked(
        words[:1], "STRIVE"
    )  # "cấp chứng chỉ quản lý rừng cho trên 300 ha"
    return "CARRIES" in words[-1].marks or (made and len(words) > _VERBS)


def does_something(figure: Figure) -> bool:
    """ "Chỉ đạo các thôn nạo vét 12 km kênh": a verb of its own stands between the order and the count.

    Not one of an office ("giao Văn phòng khảo sát 38 hợp tác xã"), nor a name ("phối hợp Ban Quản trị 03 chùa").
    """
    words = [token for token in figure.left if token.type == "WORD"]
    at = max((at for at, token in enumerate(words) if "STEERS" in token.marks), default=len(words))
    between = words[at + 1 :]
    if between and between[-1].key in _FOR_WHOM:
        between = between[:-1]
    if not between or not is_bare(figure) or not between[-1].marks.isdisjoint(_NAMING):
        return False
    if any(token.key in _NOT_NEW for token in figure.right[:_NOUN]):
        return False  # "giao các xã củng cố 214 tổ hiện có"
    if (
        between[-1].text[:1].isupper()
        or not between[-1].marks.isdisjoint(_BRINGING)
        or marked(between, *_TASKS)
    ):
        return False
    named = len(between) > 1 and between[-2].text[:1].isupper() and not between[-2].marks
    return not named


def _reaches(words: list[Token]) -> bool:
    """ "Tuyên truyền đến 120 hộ, 35 đảng viên": how many are told of something."""
    return bool(words) and words[-1].key in _REACHING and any(token.key in _TELLING for token in words[:-1])


def goes_on(figure: Figure) -> bool:
    """Whether what a task tends goes on: "trên 05 tuyến quốc lộ, 18 điểm tiềm ẩn", "27 dự án chậm trên 24 tháng".

    Not what a verb of its own brings: "chỉ đạo 12 xã trồng 450 ha", "phối hợp với 12 doanh nghiệp, tổ chức 05 phiên".
    """
    if not figure.said.isdisjoint(_BRINGING):
        return False
    listed = figure.joined_by in LISTING and not has_content(figure.left) and is_bare(figure)
    return listed or (not figure.joined_by and not figure.phrase.equals and not figure.phrase.strive)


def is_order(segment: Segment) -> bool:
    """A sentence that gives someone something to do: its bare counts only describe."""
    words = segment.figures[0].left if segment.figures else segment.words
    if not _orders(words) or (segment.figures and marked(words[1:_VERBS], "TIME")):
        return False  # "Công bố hằng năm 10 - 15 công trình" is done again and again
    if not segment.figures:
        return True
    named = marked(words, "STRIVE", "RATE")
    return not named and not any(token.type == "EQUALS" for token in segment.figures[0].island.tokens)


def _orders(words: list[Token]) -> bool:
    """Whether words begin with a verb of orders, or someone is asked near their beginning."""
    seen = 0
    for token in words:
        if token.type != "WORD":
            continue
        if token.key.endswith(DEMAND) or (not seen and "ORDER" in token.marks):
            return True
        seen += 1
        if seen == _NEAR:
            return False
    return False


def _is_shared_out(figure: Figure) -> bool:
    """ "giao Phòng Tài chính tham mưu phân bổ 15 tỷ đồng": what an office does with money that there is."""
    return marked(figure.left[-1:], "OFFICE_WORK", "TENDS")


def _is_made(figure: Figure) -> bool:
    """ "Hướng dẫn thành lập 03 hợp tác xã": the count stands behind a verb that makes or finishes something."""
    words = [token for token in figure.left if token.type == "WORD"]
    return bool(words) and not words[-1].marks.isdisjoint(_BRINGING)


def may_be_someones(figure: Figure) -> bool:
    """ "Lãnh đạo chi bộ kết nạp 3 đảng viên": who is told to make it stands between; a target or a task of theirs."""
    words = [token for token in figure.left if token.type == "WORD"]
    amount = figure.phrase.amount
    paid = amount is not None and is_money(amount.unit)
    made = is_recognized(figure) or (len(words) > _VERBS and _is_made(figure))
    return is_bare(figure) and (paid or made or does_something(figure))


def is_recognized(figure: Figure) -> bool:
    """ "đề nghị tỉnh công nhận 02 xã …", "đề nghị Trung ương đánh giá 01 sản phẩm 5 sao": of what is asked so many."""
    if marked(figure.left[-1:], "ATTAIN"):
        return True
    graded = any("GRADE" in token.marks and "FINISH" not in token.marks for token in figure.right)
    return graded and "ORDER" in figure.said


def drop_counts(segment: Segment) -> None:
    """Leave out the bare counts of an order; shares, bounds and what is to be made stay targets."""
    kept: list[Figure] = []
    dropped = made = False
    for figure in segment.figures:
        amount = figure.phrase.amount
        plain = amount is not None and amount.unit[:1] not in ("%", "‰")
        made = _is_made(figure) or (made and figure.joined_by in LISTING and not has_content(figure.left))
        made = made or is_recognized(figure)
        if amount is not None and _is_deed(amount.unit):  # "lãnh đạo thực hiện thu 12 tỷ đồng"
            made = made or not (is_money(amount.unit) and _is_shared_out(figure))
        made = made or (
            bool(figure.left) and _reaches([token for token in figure.left if token.type == "WORD"])
        )
        made = made or (amount is not None and amount.whole is not None)  # "giao 24/24 thanh niên"
        named = dropped and not figure.joined_by and not figure.phrase.equals  # "27 dự án chậm trên 24 tháng"
        dropped = plain and not made and (named or not figure.phrase.compared)
        dropped = dropped and not does_something(figure)
        if dropped:
            account_all(figure, "task")
        else:
            kept.append(figure)
    segment.figures = kept
