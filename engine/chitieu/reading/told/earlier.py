"""What was before, beside what is wanted: a result and its aim, a base year, where a move starts."""

from __future__ import annotations

from typing import Literal

from chitieu.reading.clause.segments import Figure, Segment, account_all, content, has_content
from chitieu.reading.numbers.dates import DATING
from chitieu.reading.phrases.baselines import CARRIED_OUT
from chitieu.reading.tokens.scanner import Token, marked, marks_of
from chitieu.reading.tokens.surroundings import CHANGING, COMPARING, LISTING
from chitieu.reading.told import aside, beside
from chitieu.reading.told.history import OPENING, Told, says_only, told_by_opening
from chitieu.reading.told.wanted import is_plain
from chitieu.text.spoken import (
    BE,
    CARRY_OUT,
    LEVEL_SIGN,
    MONTH,
    ONLY,
    REMAINING,
    WITHIN,
    words,
)

_WANTED = frozenset({"STRIVE", "DEADLINE"})
#: What was carried out or found, in brackets behind what is wanted; "(cuối năm 2025 còn 4%)" says again.
_FOUND, _YEAR_ENDS = CARRIED_OUT | {*words("FOUND_BY"), LEVEL_SIGN}, words("YEAR_ENDS")
_OVER = frozenset({"PAST", "WAS"})
_BEFORE, _REACHING = frozenset({"PREVIOUS", "TERM_START"}), frozenset({"UP_TO", "DOWN_TO"})
#: What there is today; what a deed then makes or moves may be wanted.
_NOW = frozenset(words("NOW"))
#: What a level that something is moved from begins with, and so many words may tell more of what is counted.
_LEVELS, _OF_NOUN = frozenset({"NUMBER", "EQUALS"}), 6
_TIMED = frozenset({"START", "TERM_START", "PREVIOUS", "TIME", "PERIOD_OF_YEAR"})
_STATING = COMPARING | {"EQUALS", "STRIVE", "AMONG", "APART", "AND", "MAKE", "PAST", "PREPOSITION", "TASK"}
_WHILE = frozenset(words("WHILE"))


def split_past(segment: Segment, *, goes_on: bool) -> Told | None:
    """Leave only what is wanted behind what is: "hiện đạt 91%, phấn đấu đến hết năm đạt 95%". None where nothing is.

    "may" where only a year tells that it may be wanted. ``goes_on``: what went before it in the sentence tells of the
    past, so that its own first figure may be wanted.
    """
    figures = segment.figures
    opening = (segment.head or figures[0].left)[:OPENING] if figures else []
    now = any(token.key in _NOW for token in opening) and "WAS" not in marks_of(opening)
    report = not now and (goes_on or not figures or bool(told_by_opening(opening)))
    asked = (
        _wants(figure, report=report, dated=now and _is_dated(figures, at)) if at or goes_on else None
        for at, figure in enumerate(figures)
    )
    at, wants = next(((at, wants) for at, wants in enumerate(asked) if wants), (len(figures), None))
    for figure in segment.figures[:at]:
        account_all(figure, "past")
    wanted = segment.figures[at:]
    if wanted and not has_content([token for token in wanted[0].left if not _aims(token)]):
        name = [token for token in segment.figures[0].left if "PAST" not in token.marks]
        wanted[0].left = name + wanted[0].left
        wanted[0].joined_by = ""
    segment.figures = wanted
    return None if wants is None else "may" if wants == "may" else ""


def _aims(token: Token) -> bool:
    return token.account == "year" or not token.marks.isdisjoint({"AIMED", "GOAL", "TIME"})


def _is_dated(figures: list[Figure], at: int) -> bool:
    """Whether a time stands behind a figure, or behind the last of its list: "…, 03 hợp tác xã trong năm 2026"."""
    while at + 1 < len(figures) and figures[at + 1].joined_by in LISTING and not figures[at + 1].left:
        at += 1
    return "TIME" in figures[at].behind


def _wants(figure: Figure, *, report: bool, dated: bool) -> Literal["wants", "may"] | None:
    """What a figure behind one of the past says of itself: "mục tiêu đến năm 2030 còn 1%", "năm 2026 đạt 280".

    ``report``: what stands before tells of deeds rather than of what there is; ``dated``: of what there is, and a time
    stands behind the figure.
    """
    phrase = figure.phrase
    if phrase.strive or "STRIVE" in figure.said:
        return "wants"
    if not (figure.said | figure.inside).isdisjoint(_OVER):
        return None
    opening = [token for token in figure.left if token.type != "SIGN" and "AND" not in token.marks][:2]
    year = next((token for token in opening if token.type == "YEAR"), None)
    if marked(opening, "AIMED") or (year is not None and "DEADLINE" in year.marks):
        return "wants"
    made = not report and marked(opening, "MAKE")  # "bảo vệ rừng hiện có 12.500 ha, trồng mới 150 ha"
    # "hiện có 45 hộ nghèo, giảm 20 hộ trong năm 2026", "hiện 4,5%, giảm xuống 3%"
    moved = phrase.reaches if not report and phrase.moved else dated and phrase.change is not None
    # "đã hoàn thành 12 tiêu chí, hoàn thành 7 tiêu chí còn lại"
    # "…; 4 tiêu chí còn lại hoàn thành trong năm 2026"
    rest = bool(opening) or not figure.behind.isdisjoint({"FINISH", "TIME"})
    rest = rest and any(token.key == REMAINING for token in figure.right[:OPENING])
    named = (year is not None and year is opening[0]) or marked(opening[:1], "GOAL")
    return "may" if made or rest or named or (moved and phrase.basis is None) else None


def is_starting_point(figure: Figure | None) -> bool:
    """ "Đầu nhiệm kỳ, tỷ lệ hộ nghèo là 6,2%, phấn đấu …": where the target starts from."""
    return figure is not None and marked(figure.left[:6], "START")


def only_starts(figure: Figure) -> bool:
    """ "Từ 62 triệu đồng năm 2024, phấn đấu năm 2025 thu nhập đạt 68 triệu đồng": nothing but where it starts from."""
    phrase = figure.phrase
    starts = figure.island.tokens[0].type == "FROM" and phrase.high is None and not phrase.closing
    return starts and not has_content(figure.left)


def tells_what_was(figure: Figure, host: Figure, when: str | None) -> bool:
    """ "500 ha (năm 2023: 420 ha)", "38,5 tỷ đồng (ước thực hiện 35,2)": what was, beside what is wanted."""
    words = [*figure.left, *figure.island.tokens]
    if marked(words, "STRIVE", "DEADLINE") or figure.phrase.compared:
        return False
    if any(token.key.startswith(_YEAR_ENDS) for token in words) and (
        figure.phrase.reaches or host.phrase.change
    ):
        return False  # "giảm 1% (cuối năm 2025 còn 4%)": said again
    # "(đầu năm 17,2%)", "(khảo sát đầu năm 61,5%)"
    started = marked((*figure.left[:1], *figure.left[-1:]), "START") and not figure.phrase.change
    last = not figure.phrase.change and bool(figure.left) and "PREVIOUS" in figure.left[-1].marks
    if marked(words, "PAST") or started or last or tells_before(figure):
        return True  # "95% dân số (độ bao phủ năm trước 93,8%)"
    if aside.was_before(figure) and not has_content(figure.left) and aside.comes_from(figure, host):
        return True  # "1.250 tỷ đồng (từ 1.120 tỷ đồng năm 2025)"
    while len(words) > 1 and (words[0].key in _FOUND or "AVERAGE" in words[0].marks):
        words = words[1:]  # "(thực hiện 2023: 248 phút)", "(bình quân 2021 - 2023: 1,74%)"
    years = [int(t.value) for t in words if t.account == "year" and t.value is not None]
    years += [int(t.key[-4:]) for t in words if t.type == "DATE"]
    spans = (
        bool(words) and "PERIOD" in words[0].marks and when is not None
    )  # "(giai đoạn 2021 - 2025 đạt 72%)"
    opened = spans or (bool(words) and (words[0].type in ("YEAR", "DATE") or words[0].account == "year"))
    again = {token.key for token in host.left}  # "kết nạp 15 đảng viên (năm 2022 kết nạp 12 đảng viên)"
    named = [
        token
        for token in figure.left
        if token.type != "DATE"
        and token.account != "year"
        and token.key not in _FOUND
        and token.marks.isdisjoint({"AVERAGE", "PERIOD", "OCCUR", "RESPECTIVELY", "RESTATE"})
        and token.key not in again
    ]
    if not years or not opened or figure.phrase.change or has_content(named):
        return False
    basis = host.phrase.basis
    wanted = [int(name[5:]) for name in (when, basis) if name is not None and name.startswith("year:")]
    return not wanted or years[0] < max(wanted) or basis == f"year:{years[0]}"


def says_carried_out(figure: Figure) -> bool:
    """ "TH 2024: 1.204", "thực hiện năm 2024: 1.204", "năm trước: 1.150 tấn": it says so before its year."""
    opening = figure.left[:1]
    return marked(opening, "PAST", "PREVIOUS") or (bool(opening) and opening[0].key in _FOUND)


def may_be_over(figure: Figure, host: Figure) -> bool:
    """ "(đến tháng 12/2025 đạt 2,8%)", "(năm 2020 là 60%; năm 2025 là 72%)": what was by then, or is to be by then."""
    phrase, ours, theirs = figure.phrase, figure.phrase.amount, host.phrase.amount
    if ours is None or theirs is None or ours.unit != theirs.unit or host.phrase.change:
        return False
    if phrase.compared or phrase.closing or phrase.change or phrase.strive or not figure.left:
        return False
    if "STRIVE" in figure.said or has_content(
        [t for t in figure.left if t.key != MONTH and t.type != "SLASH"]
    ):
        return False
    if figure.left[-1].account == "date":
        return True
    return figure.left[-1].type == "YEAR" and figure.island.tokens[0].key == BE


def tells_of_base(segment: Segment, host: Figure) -> bool:
    """ "giảm 5% so với năm 2023 (92 vụ, 51 người chết)": a bracket behind a base says how much it was.

    So does one behind a level of its unit: "còn 90 hộ so với đầu nhiệm kỳ (150 hộ)". Behind a change that is itself a
    count a person must say: "giảm 1 vụ so với năm 2023 (3 vụ)". What was carried out may have its names: "cùng tăng
    10% so với thực hiện năm 2024 (doanh thu 1.403 tỷ đồng, lãi 165 tỷ đồng)".
    """
    shared = beside.may_have_base(host, segment.figures)
    bare = host.phrase.amount is None and host.phrase.basis not in (None, "plan") and not host.right
    based = segment.of_base or bare or beside.follows_base(host, segment)
    if not (based and shared and segment.figures):
        return False
    if has_content(segment.figures[0].left) and not any(
        token.type == "AGAINST" and token.key.endswith(CARRY_OUT) for token in host.island.tokens
    ):
        return False
    return all(is_plain(figure) and figure.phrase.amount is not None for figure in segment.figures)


def tells_before(figure: Figure) -> bool:
    """ "(năm học trước 28,1%)", "…, năm trước xếp thứ 13", "…, hiện 63%", "so với 3,45 tỷ đồng năm 2023"."""
    phrase, left = figure.phrase, figure.left
    if not left:
        return False
    if left[0].key == WITHIN and _tells_meanwhile(figure):  # guard
        return True
    if left[-1].key == ONLY and says_only(figure):  # guard
        return True
    if phrase.change or phrase.compared or phrase.closing:
        return False
    opening = left[0].marks
    now = "START" in opening and "TIME" not in opening  # "hiện nay"; but not "đầu năm"
    if now or not opening.isdisjoint(_BEFORE) or ("AGAINST" in left[-1].marks and phrase.basis is None):
        return figure.said.isdisjoint(_WANTED)
    return False


def _tells_meanwhile(figure: Figure) -> bool:
    """ "…, trong khi năm 2025 là 72%", "…, trong khi hiện nay mới có 12 xã": a time, and how much it is or was then."""
    phrase, left = figure.phrase, figure.left
    if " ".join([token.key for token in left[:2]]) not in _WHILE or phrase.compared or phrase.closing:
        return False
    timed = left[2:] and all(token.account == "year" or token.key in _NOW for token in left[2:])
    return bool(timed) and figure.said.isdisjoint(_WANTED) and not phrase.change


def _stands_before_a_move(figure: Figure, following: Figure) -> Literal["past", "unread"] | None:
    """What a figure without "từ" is, where one that something is moved to follows: "độ che phủ 40,5% lên 42%".

    Of "giảm số vụ cháy 15 vụ xuống 10 vụ", "rút ngắn 15 ngày còn 10 ngày" a person must say whether it falls from 15
    or by 15; "tăng 5 mô hình lên 12 mô hình" is more than twice as much, so that it rises by 5.
    """
    opening = figure.island.tokens[0]
    if not aside.parts_from(figure, following):
        return None
    alike = beside.is_much_alike(figure, following)
    if opening.type in CHANGING:
        return "unread" if alike or opening.type == "FALL" else None
    if opening.type in _REACHING:
        return "unread"  # "90% → 92% → 95%"
    if opening.type not in _LEVELS:
        return None
    if "BRING" in figure.said:
        return "past" if alike else "unread"
    if "RISE" in figure.said or "FALL" in figure.said:
        return "unread" if alike else None
    return "past" if alike or opening.type == "NUMBER" or opening.key == ":" else "unread"


def dates_back(figure: Figure) -> bool:
    """ "đến năm 2025 đạt 750 tỷ đồng, năm 2020 là 520 tỷ đồng": whether nothing but its year stands before "là"."""
    if figure.joined_by != "," or figure.island.tokens[0].key != BE:
        return False
    return not has_content(figure.left) and figure.said.isdisjoint(_WANTED)


def starts_a_move(figures: list[Figure], position: int) -> bool:
    """ "tăng từ 87% (tháng 7/2024) lên 95%": the bracket parts where it starts from where it ends.

    So does "hiện" in a list: "tỷ lệ hộ nghèo hiện 5%, giảm xuống 4%".
    """
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    if following is not None and figure.left and figure.left[-1].key in _NOW:
        phrase = following.phrase
        if has_content(following.left) or not (phrase.moved or phrase.strive or "STRIVE" in following.said):
            return False
        account_all(figure, "past")
        following.left, following.joined_by = [*figure.left[:-1], *following.left], figure.joined_by
        return True
    if following is None:
        return False
    if following.island.tokens[0].marks.isdisjoint(_REACHING) and not (
        following.joined_by and following.phrase.equals and figure.phrase.change
    ):
        return False
    if following.joined_by and (
        following.joined_by != "," or not (aside.was_before(figure) and aside.parts_from(figure, following))
    ):
        return False  # but "giảm từ 5% năm 2020, còn 3% năm 2025"
    since, named = any("FROM" in token.marks for token in figure.island.tokens), _untimed(following.left)
    more = named if since else [*_untimed(figure.right), *named]  # "20 đơn vị sự nghiệp còn 12 đơn vị"
    if more and (since or has_content(following.right) or len(more) > _OF_NOUN or not _qualify(more)):
        return False
    if not since:
        told = _stands_before_a_move(figure, following)
        if told is None:
            return False
        account_all(figure, told)
    account_all(figure, "past")
    following.left, following.joined_by = figure.left, figure.joined_by
    if more:
        following.right = [*more, *following.right]
    return True


def _untimed(words: list[Token]) -> list[Token]:
    """The words that name something, and do not only say when."""
    return [
        token
        for token in content(words)
        if token.marks.isdisjoint(_TIMED) and token.account is None and token.key not in DATING
    ]


def _qualify(words: list[Token]) -> bool:
    """Whether words only tell more of the noun before them."""
    return all(token.type == "WORD" and token.marks.isdisjoint(_STATING) for token in words)
