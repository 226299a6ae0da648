"""An item that turns from what is told of a time to what is wanted of the next: each of its parts with its own voice.

"SAIDI: thực hiện năm 2024 là 283 phút; kế hoạch năm 2025 là 250 phút", "Doanh thu năm 2024 đạt 1.250 tỷ đồng, hoàn
thành 98% kế hoạch. Kế hoạch năm 2025: 1.400 tỷ đồng". A part is a figure with the words that lead to it, or a segment
without one; one that says nothing of a time goes on in the voice of the part before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from typing import Literal

from chitieu.reading.clause.segments import DATED, Figure, Segment, account_all, has_content
from chitieu.reading.phrases.baselines import CARRIED_OUT
from chitieu.reading.tokens.scanner import Token, marks_of
from chitieu.reading.told.bracketed import tells_of_plan
from chitieu.reading.told.carried_out import is_beside_its_plan, only_carries_out
from chitieu.reading.told.earlier import only_starts
from chitieu.reading.told.facts import tells_of_being
from chitieu.reading.told.history import says_only, shows_done, starts_term
from chitieu.reading.told.wanted import is_measured_finely, is_worked_out
from chitieu.text.spoken import BE, NUMBER_OF, ONLY, POINT, words

#: What a part says of itself: that it is wanted, or told (by a word); else nothing but its time.
Voice = Literal["wanted", "told", ""]

_TURN, _OWN = attrgetter("turn"), attrgetter("own")
#: Among so many parts on either side of one that is wanted others are told beside it.
_BESIDE_IT = 60
#: What opens a part that is wanted, beside a time or behind what is told.
_AIMS = frozenset({"GOAL", "STRIVE", "PLAN", "PLAN_SHORT", "AIMED"})
_PLANS = _AIMS - {"STRIVE"}
#: What tells by itself, and where a year stands beside it.
_DONE = frozenset({"PAST", "WAS", "SURE_DEED"})
TURNING = _AIMS | _DONE | {"TERM_START"}
#: What tells of what was, without a year beside it.
_TELLING = _DONE | {"TERM_START"}
_TELLING_OR_PLANNED = _TELLING | _PLANS
_EXPECTED, _SETTING = frozenset(words("EXPECTED")), frozenset(words("SETS_PLAN"))
_TERM_ENDS = frozenset(words("TERM_END"))
#: A plan behind these is what a result is beside: "so với kế hoạch năm 2024", "hoàn thành kế hoạch".
_BESIDE = frozenset({"AGAINST", "FINISH", "ATTAIN", "MORE", "EQUALS", "PREPOSITION"})
#: What opens a name: "tỷ lệ lao động qua đào tạo".
_NAMES = frozenset({"RATE", "GROWTH_NAME", "LEVEL_NAME"})
#: Behind these "hiện có" only tells of which: "Giữ vững 14 tiêu chí hiện có", "bảo vệ rừng hiện có 12.500 ha".
_TENDING = frozenset({"HOLD", "KEEP", "MAKE", "BRING", "RISE", "FALL", "RATE", "GROWTH_NAME"})
#: What is changed from what there is: "Tăng diện tích hiện có 12.500 ha; mục tiêu năm 2026 đạt 13.000 ha".
_CHANGING = frozenset({"BRING", "RISE", "FALL"})
#: What a part says of its time and of its voice, which names nothing.
_SAYING = _AIMS | _DONE | {"TIME", "OCCUR", "TERM_START"}
#: What leads from the words to their figure: "đã đạt", "đã giảm còn".
_LEVELS = frozenset({"EQUALS", "DOWN_TO", "UP_TO", "RISE", "FALL"})


@dataclass(slots=True, eq=False)
class _Part:
    """A figure, or a segment without one, and what it says of itself."""

    segment: Segment
    figure: Figure | None
    voice: Voice = ""
    year: int | None = None
    deadline: bool = False  # "đến năm 2025": a time to come
    own: bool = False  # says so itself, rather than what stands before it
    expected: bool = False  # is only expected, as what a year comes to is before it ends
    planned: bool = False  # is wanted by a plan or an aim, not only striven for or expected
    starts: bool = False  # "đầu nhiệm kỳ": what a term starts from
    ends: bool = False  # "cuối nhiệm kỳ"
    begins: int = 0  # where among its words what is wanted begins, behind what is told
    headed: bool = False  # says so by what opens its list
    turn: str = ""  # what it turned out to be: "told", "wanted", "may"


def may_turn(marks: frozenset[str], keys: set[str], *, dated: bool) -> bool:
    """Whether any part of a clause may be told beside one that is wanted; ``dated``: whether it has a year or a day.

    Of no time only a word tells that something was, or came of what was wanted; a plan goes on with the name before it.
    """
    if marks.isdisjoint(TURNING):
        return False
    return dated or not marks.isdisjoint(_TELLING_OR_PLANNED) or not CARRIED_OUT.isdisjoint(keys)


def turn_to_what_is_wanted(segments: list[Segment]) -> list[Segment]:
    """The segments without those parts that are told beside what is wanted of a later time; the rest as given."""
    parts = list(_parts(segments))
    told = _settle(parts)
    _results_beside(parts)
    names = _names(told)
    for at, part in enumerate(parts):
        if part.voice != "wanted" or not part.own or part.figure is None:
            continue
        if part.turn == "wanted":
            _name(part, part.figure, names)
        elif not part.turn and at and parts[at - 1].segment.sentence == part.segment.sentence:
            _go_on_with_name(part.figure, parts[at - 1].figure, part.segment)
    if not any(map(_TURN, parts)):
        return segments
    out: list[Segment] = []
    for _, own in groupby(parts, lambda part: id(part.segment)):  # each segment has one
        out += _split(list(own))
    return out


# ---- what each part says


def _parts(segments: list[Segment]) -> Iterator[_Part]:
    before: _Part | None = None
    for segment in segments:
        if before is not None and before.segment.sentence != segment.sentence:
            before = None
        if segment.head and (before is None or before.segment.head != segment.head):
            before = _said(segment, None, segment.head)
        for figure in segment.figures:
            leads = takewhile(_is_word, figure.island.tokens)
            part = _said(segment, figure, [*figure.left, *leads])
            behind = figure.right[0] if figure.right else None
            if part.year is None and behind is not None and behind.type == "YEAR":
                part.year, part.own = int(behind.key[-4:]), True  # "120 tỷ đồng năm 2024, phấn đấu …"
                if part.voice == "" and only_starts(figure):
                    part.voice = "told"
            before = _going_on(part, before)
            yield before
        if not segment.figures:
            before = _going_on(_said(segment, None, segment.words), before)
            yield before


def _is_word(token: Token) -> bool:
    return token.type != "NUMBER"


def _going_on(part: _Part, before: _Part | None) -> _Part:
    """A part that says nothing goes on in the voice of the one before; one without a year may be of that one's year."""
    if before is not None and not part.own:
        part.voice, part.expected, part.planned = before.voice, before.expected, before.planned
        part.year, part.deadline = before.year, before.deadline
        if before.figure is None and before.segment is part.segment:  # what opens a list speaks for its first
            part.own, part.begins, part.headed = before.own, before.begins, True
    elif before is not None and part.year is None and before.voice == "":
        part.year, part.deadline = before.year, before.deadline
    return part


def _said(segment: Segment, figure: Figure | None, words: Sequence[Token]) -> _Part:
    """What some words say: their voice is that of the first word that has one, or of what is wanted behind a comma."""
    part = _Part(segment, figure)
    begun, before = 0, None  # of what the last comma parts; the year before it
    for at, token in enumerate(words):
        ahead = words[at - 1] if at else None
        if token.key == ",":
            begun, before = at + 1, part.year
        elif token.account in DATED:
            if ahead is not None and ("PERIOD" in ahead.marks or ahead.type == "DASH"):
                return _Part(segment, figure, own=True)  # "giai đoạn 2021 - 2025"
            if token.key[-4:].isdecimal() and (ahead is None or "AGAINST" not in ahead.marks):
                part.year = int(token.key[-4:])
                part.deadline = "DEADLINE" in token.marks
        elif token.key in _TERM_ENDS:
            part.ends = True
        elif "TERM_START" in token.marks:
            if part.voice == "" and starts_term(words):
                part.voice, part.starts = "told", True
        elif token.marks.isdisjoint(TURNING) and token.key not in CARRIED_OUT and token.key not in _SETTING:
            continue
        elif _wants(words, at, figure):
            if part.voice == "told" and begun and before is not None:
                part.begins = begun  # "Trên cơ sở kết quả thực hiện năm 2024, kế hoạch năm 2025: …"
            if part.voice == "" or begun:
                part.voice, part.expected = "wanted", token.key in _EXPECTED
        elif part.voice == "" and _tells(words, at):
            part.voice = "told"
    part.planned = part.voice == "wanted" and any(map(_plans, words))
    part.own = part.voice != "" or part.year is not None
    if part.begins and (part.year is None or before is None or part.year <= before):
        part.begins = 0
    return part


def _wants(words: Sequence[Token], at: int, figure: Figure | None) -> bool:
    """Whether a word opens what is wanted: "kế hoạch năm 2025", "năm 2025 phấn đấu", "năm 2025 đề ra"."""
    token, ahead = words[at], words[at - 1].marks if at else frozenset()
    if token.marks.isdisjoint(_AIMS):
        last = figure is not None and at + 1 == len(figure.left)
        return last and at > 0 and token.key in _SETTING
    return ahead.isdisjoint(_BESIDE)


def _plans(token: Token) -> bool:
    """ "kế hoạch năm 2025", "năm 2025 giao": what opposes a plan to a result, as "phấn đấu", "dự kiến" do not."""
    return token.key not in _EXPECTED and (not token.marks.isdisjoint(_PLANS) or token.key in _SETTING)


def _tells(words: Sequence[Token], at: int) -> bool:
    """Whether a word says that something was: "thực hiện năm 2024", "đã chi", "hiện nay"."""
    token, before = words[at], words[:at]
    following = words[at + 1] if at + 1 < len(words) else None
    if token.key in CARRIED_OUT and "PAST" not in token.marks:
        return following is not None and following.account in DATED
    if token.marks.isdisjoint(_DONE):
        return False
    if "ATTRIBUTE" in token.marks or "WAS" in token.marks:
        if before and before[-1].account == "year":
            return True  # "Tỷ lệ nợ xấu năm 2024 đã giảm còn 2%"
        if all(not led.marks.isdisjoint(_LEVELS) for led in words[at + 1 :]):
            before = list(takewhile(_opens_no_name, before))  # "tỷ lệ lao động qua đào tạo đã đạt 92%"
        tending = _TENDING if at + 1 < len(words) or "START" not in token.marks else _TENDING - _CHANGING
        return not any(not t.marks.isdisjoint(tending) or t.key == NUMBER_OF for t in before)
    return True


def _opens_no_name(token: Token) -> bool:
    return token.marks.isdisjoint(_NAMES) and token.key != NUMBER_OF


# ---- what they are beside each other


def _settle(parts: list[_Part]) -> list[_Part]:
    """Say of each part what it turned out to be; those that are told, where the item turns to what is wanted."""
    told: list[_Part] = []
    started = False
    for at, part in enumerate(parts):
        started = started or part.starts
        if part.ends and started and not (part.own and part.voice):
            part.voice, part.own = "wanted", True  # "đầu nhiệm kỳ là 12%, cuối nhiệm kỳ còn 3%"
        if not part.own or part.voice == "told" or part.turn:
            continue
        near = slice(max(at - _BESIDE_IT, 0), at)
        over = _over(parts, at) if part.voice == "wanted" else _done_before(parts[near], part)
        shown = {one.year for one in over if _shows_that_it_was(one) or _is_measured(one, part)}
        for one in over:
            bound = one.own and _bounds(one)
            dated = (
                one.deadline and one.year not in shown
            )  # "đến hết năm 2024 đạt 92%" may be planned as well
            unsure = one.voice == "" and (bound or dated or not (part.planned or one.year in shown))
            one.turn = "may" if unsure or one.expected else "told"
        told += over
        if over or part.begins:
            _go_on(parts, at, "wanted" if part.voice == "wanted" or _bounds(part) else "may")
    return told


def _go_on(parts: list[_Part], at: int, turn: str) -> None:
    """What follows a turn in its sentence has its voice, until a part says something else of itself."""
    parts[at].turn = turn
    for part in parts[at + 1 :]:
        if (part.own and part.voice != "wanted") or part.segment.sentence != parts[at].segment.sentence:
            break
        part.turn = turn


def _over(parts: list[_Part], at: int) -> list[_Part]:
    """The parts that are told beside one that is wanted of a year, or of no year behind what is told by a word."""
    wanted, before = parts[at], parts[max(at - _BESIDE_IT, 0) : at]
    year, behind = wanted.year, parts[at + 1 : at + 1 + _BESIDE_IT]
    years = {part.year for part in before if part.voice != "wanted"}
    over = [part for part in before if not part.turn and _is_over(part, wanted, years, behind=False)]
    over += [part for part in behind if not part.turn and _is_over(part, wanted, years, behind=True)]
    done = {part.year for part in over if part.voice == "told"} - {None}
    if year is not None:  # "kế hoạch năm 2024 là 97%, ước thực hiện 97,6%; kế hoạch năm 2025 là 98%"
        done |= {one.year for one, two in pairwise(before) if two in over and _came_of(one, two, year)}
    if year is not None and done:  # what was planned for a year that is told is over as well
        over += [p for p in before if not p.turn and p.own and p.voice == "wanted" and p.year in done]
    return over if any(map(_OWN, over)) else []


def _came_of(plan: _Part, result: _Part, year: int) -> bool:
    named = result.figure is not None and any(t.key in CARRIED_OUT for t in result.figure.left)
    return plan.planned and plan.year is not None and plan.year < year and result.year is None and named


def _is_over(part: _Part, wanted: _Part, years: set[int | None], *, behind: bool) -> bool:
    """Whether a part is told beside one that is wanted; ``years`` are those that stand before it, of what is not."""
    year = wanted.year
    if year is not None and part.year is not None and part.year >= year:
        return False
    if part.voice == "wanted":  # "dự kiến năm 2024 đạt 1.250 tỷ đồng; kế hoạch năm 2025 là 1.400 tỷ đồng"
        return part.expected and not (behind or wanted.expected or part.year is None or part.deadline)
    if behind:  # "phấn đấu năm 2025 đạt 1.400 tỷ đồng; năm 2024 là 1.250 tỷ đồng"
        figure = part.figure
        if year is None or part.year is None or figure is None or not part.own or _bounds(part):
            return False
        is_it = any(token.key == BE for token in figure.island.tokens)
        return part.voice == "told" or (is_it and not part.deadline and not has_content(_named(figure.left)))
    if part.voice == "told":
        return True
    if year is None or part.year is None:
        return False
    if part.deadline:  # "đến hết năm 2024 đạt 92%; phấn đấu đến hết năm 2025 đạt 95%"
        return part.own and part.segment.sentence == wanted.segment.sentence and year == part.year + 1
    if not wanted.planned and _is_where_it_starts(part, wanted):
        return True
    return not wanted.deadline and years.issuperset(range(part.year, year))


def _done_before(before: list[_Part], part: _Part) -> list[_Part]:
    """ "Năm 2024 đã chi 624 triệu đồng. Năm 2025, thù lao không quá 680 triệu đồng": a deed, and the year after."""
    if part.year is None or part.deadline:
        return []
    over = [one for one in before if one.turn == "" and one.voice == "told" and one.year == part.year - 1]
    return over if over and over[-1] is before[-1] else []


def _is_where_it_starts(part: _Part, wanted: _Part) -> bool:
    """ "Năm 2021 tỷ lệ hộ nghèo là 4,5%, phấn đấu đến năm 2025 còn 3%": whatever years lie between."""
    ours, theirs = part.figure, wanted.figure
    if ours is None or theirs is None or not tells_of_being(ours):
        return False
    return _unit(ours) == _unit(theirs) and theirs.phrase.change is None


def _is_measured(part: _Part, wanted: _Part) -> bool:
    """ "Năm 2024 đạt 82,66%; năm 2025 phấn đấu đạt 85%": a share to two decimals, before one that is set rounder."""
    ours, theirs = part.figure, wanted.figure
    if ours is None or theirs is None or _unit(ours) != _unit(theirs) or _unit(ours) not in ("%", POINT):
        return False
    if _bounds(part):
        return False
    if theirs.phrase.moved and theirs.phrase.reaches and not (wanted.expected or part.deadline):
        return is_worked_out(ours)  # "đạt 92,8%, phấn đấu năm 2025 nâng lên 94,5%"
    return is_measured_finely(ours) and not is_measured_finely(theirs)


def _shows_that_it_was(part: _Part) -> bool:
    """Whether something beside a part of a bare year says that it was: "…, bằng 98% kế hoạch", "kết nạp được 12".

    "Sản lượng năm 2026 đạt 500 tấn, phấn đấu năm 2027 đạt 600 tấn" may plan both years; of a year that something "là"
    it is told.
    """
    figure = part.figure
    if figure is None:
        return any(map(shows_done, part.segment.words))
    if figure.phrase.basis is not None or tells_of_being(figure) or says_only(figure):
        return True
    if any(tells_of_plan(inner, _unit(figure)) for told in figure.bracket for inner in told.figures):
        return True  # "đạt 93,6% (kế hoạch 93%)"
    if any(r.phrase.basis is not None and r.start > figure.start for r in part.segment.references):
        return True
    said = (*figure.left, *figure.island.tokens, *figure.right)
    if any(_is_plan_beside(ahead, token) for ahead, token in pairwise(figure.right)):
        return True  # "đạt 92%, vượt kế hoạch đề ra"
    return any(token.key in CARRIED_OUT or shows_done(token) for token in said)


def _is_plan_beside(ahead: Token, token: Token) -> bool:
    return not (token.marks.isdisjoint(_PLANS) or ahead.marks.isdisjoint(_BESIDE))


def _bounds(part: _Part) -> bool:
    phrase = part.figure.phrase if part.figure is not None else None
    if phrase is None or phrase.basis == "plan":  # "vượt 8% kế hoạch"
        return False
    return bool(phrase.compared or phrase.closing)


def _results_beside(parts: list[_Part]) -> None:
    """ "Doanh thu: kế hoạch 1.200 tỷ đồng, thực hiện 1.250 tỷ đồng, đạt 104%": what came of what was wanted.

    So it is where the plan stands behind: "năm 2024 thực hiện 1.250 tỷ đồng so với kế hoạch 1.200 tỷ đồng, đạt 104%".
    """
    for at, (first, second) in enumerate(pairwise(parts), 1):
        turn = _comes_of(first, second) or _is_beside_its_plan(first, second, parts[at + 1 : at + 2])
        if not turn or first.turn or second.turn == "told":
            continue
        planned = (part.year or 0 for part in parts[at + 1 :] if part.planned and part.own)
        if first.voice != "wanted" or max(planned, default=0) > (first.year or 9999):
            first.turn = turn  # "kế hoạch năm 2024 là 97%, ước thực hiện 97,6%; kế hoạch năm 2025 là 98%"
        second.turn, second.own = turn, True
        for later in takewhile(lambda part: not part.own, parts[at + 1 :]):
            later.turn = "may" if later.figure is not None and has_content(later.figure.left) else turn


def _comes_of(wanted: _Part, result: _Part) -> str:
    """ "kế hoạch 1.200 tỷ đồng, thực hiện 1.250 tỷ đồng": whether a part tells what came of the one before it."""
    ours, theirs = result.figure, wanted.figure
    if ours is None or theirs is None or wanted.voice != "wanted" or not theirs.left:
        return ""
    aimed = theirs.left[-1].account == "year" or not theirs.left[-1].marks.isdisjoint(_AIMS)
    told = aimed and _unit(ours) == _unit(theirs) and not _bounds(result)
    return "told" if told and only_carries_out(ours.left) else ""


def _is_beside_its_plan(result: _Part, plan: _Part, behind: list[_Part]) -> str:
    """ "thực hiện 1.250 tỷ đồng so với kế hoạch 1.200 tỷ đồng": what was carried out, with the figure of its plan."""
    if result.figure is None or plan.figure is None or result.voice == "wanted":
        return ""
    share = behind[0].figure if behind else None
    return is_beside_its_plan(result.figure, plan.figure, share, dated=result.year is not None)


# ---- what is left


def _names(told: list[_Part]) -> list[tuple[Figure, list[Token]]]:
    """The figures that are told by a name of their own, and that name: "(tăng) diện tích hiện có 12.500 ha"."""
    figures = [part.figure for part in told if part.figure is not None]
    names = [(figure, _named(figure.left) or _named(figure.right)) for figure in figures]
    for _, name in names:
        if len(name) > 1 and not name[0].marks.isdisjoint(_CHANGING) and name[0].marks.isdisjoint(_NAMES):
            del name[0]
    return [(figure, name) for figure, name in names if has_content(name)]


def _name(part: _Part, figure: Figure, names: list[tuple[Figure, list[Token]]]) -> None:
    """Name what is wanted without a name of its own as what is told beside it: "mục tiêu năm 2025 dưới 1,5%"."""
    segment = part.segment
    if part.headed:
        segment.head = segment.head[part.begins :]
    else:
        figure.left = figure.left[part.begins :]
    years = [token for token in figure.left if token.account == "year"]
    for token in years:  # "kế hoạch năm" stands before a bare number
        token.type, token.marks = "YEAR", token.marks | {"TIME"}
    own = _named(figure.left)
    headed = has_content(_named(segment.head))
    if segment.head and not headed and _said(segment, None, segment.head).voice == "told":
        segment.head = []
    if not (has_content(own) or headed or has_content(figure.right)):
        others = [name for host, name in names if host is not figure][:1]
        alike = (name for host, name in names if host is not figure and _unit(host) == _unit(figure))
        own = next(alike, others[0] if others else own)
    figure.left = [*years, *(token for token in figure.left if token.key in _TERM_ENDS), *own]


def _go_on_with_name(figure: Figure, before: Figure | None, segment: Segment) -> None:
    """ "tỷ lệ hộ nghèo năm 2025 là 3%, mục tiêu đến năm 2030 là 1%": an aim names nothing, so the name goes on."""
    if before is None or _unit(before) != _unit(figure) or segment.head or has_content(figure.right):
        return
    if figure.left and not has_content(_named(figure.left)) and has_content(name := _named(before.left)):
        figure.left = [*(token for token in figure.left if token.account == "year"), *name]


def _unit(figure: Figure) -> str:
    return figure.phrase.amount.unit if figure.phrase.amount is not None else ""


def _named(words: Sequence[Token]) -> list[Token]:
    """The words of a part without those that tell its time and its voice, and who set it."""
    last = max((at for at, token in enumerate(words) if not token.marks.isdisjoint(_AIMS)), default=-1)
    if last > 0 and "ACTOR" in marks_of(words[:last]):
        words = words[last:]  # "Công ty đặt mục tiêu năm 2025"
    runs: list[list[Token]] = [[]]  # "Doanh thu năm 2024 của Công ty": a name does not go on over the year
    for token in words:
        if not _says_when_or_how(token):
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return next(filter(has_content, map(_without_ends, runs)), [])


def _without_ends(kept: list[Token]) -> list[Token]:
    while kept and (kept[0].type == "SIGN" or "PREPOSITION" in kept[0].marks):
        kept = kept[1:]
    while kept and (kept[-1].type == "SIGN" or kept[-1].key == ONLY):
        kept = kept[:-1]
    return kept


def _says_when_or_how(token: Token) -> bool:
    if token.account in DATED or not token.marks.isdisjoint(_SAYING):
        return True
    return token.key in CARRIED_OUT or token.key in _SETTING


def _split(parts: list[_Part]) -> list[Segment]:
    """A segment, by all its parts, as those of one voice each; of what is told only the account is given."""
    segment = parts[0].segment
    if all(part.turn == "" for part in parts):
        return [segment]
    if not segment.figures:
        if parts[0].turn == "told":
            return []
        segment.turn = parts[0].turn
        return [segment]
    out: list[Segment] = []
    begun = 0
    for at, part in enumerate(parts):
        if at + 1 < len(parts) and parts[at + 1].turn == part.turn:
            continue
        figures = segment.figures[begun : at + 1]
        begun = at + 1
        if part.turn == "told":
            for figure in figures:
                account_all(figure, "past")
            continue
        end = segment.figures[begun].start if begun < len(segment.figures) else None
        start = figures[0].start if out or begun > len(figures) else -1
        references = [r for r in segment.references if r.start > start and (end is None or r.start < end)]
        figures[0].joined_by = ""
        turned = copy(segment)
        turned.figures, turned.references, turned.turn = figures, references, part.turn
        out.append(turned)
    return out
