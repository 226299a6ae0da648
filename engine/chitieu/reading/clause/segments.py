"""The shape of a clause: segments, brackets, and for every figure phrase the words before and after it.

A clause is walked once from left to right. Joints, ends, colons and brackets are known by their tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from chitieu.reading.clause import lists
from chitieu.reading.clause.signs import closing_signs, ends_sentence, numbers_subpart, parting_by, tells_time
from chitieu.reading.phrases.phrase import Amount, Phrase
from chitieu.reading.phrases.roles import Island
from chitieu.reading.tokens.lexicon import NO_MARKS
from chitieu.reading.tokens.scanner import Token, marked, marks_of
from chitieu.reading.tokens.surroundings import CHANGING, SENTENCE
from chitieu.text.spoken import HAVE, NUMBER_OF, POINT, WITH, words

#: How deep brackets are followed; what lies deeper is read as if the signs were not there.
_DEEPEST = 4
_CONTAINING, _ITEMS = frozenset(words("CONTAINING")), frozenset(words("ITEM_OF_PLAN"))
#: What opens the statement of a title.
_KEPT = frozenset({"HOLD", "KEEP"})
#: A share changes by less than that of it.
_HALF = 50
PARTING = frozenset({"(", "[", ";", ".", ":"})  # signs that may part a clause
#: What names nothing: tokens that are signs, and words that only fill.
_SIGNS = frozenset({"SIGN", "SIGN_MORE", "SIGN_LESS", "DASH", "SLASH", "TIME"})
#: Who strives, and what a share is of.
_WHO, _COUNTED = frozenset({"ACTOR", "WHOLE"}), frozenset({"NOUN", "POPULATION", "ACTOR"})
#: What years and days are accounted for as.
DATED = frozenset({"year", "date"})
_UNNAMED = DATED | {"label"}
FILLERS = frozenset(
    {"STRIVE", "TIME", "AND", "AMONG", "APART", "EQUALS", "OPENING", "OUGHT", "AVERAGE", "DESCRIBES"}
)


@dataclass(slots=True, eq=False, init=False)
class Figure:
    """A figure phrase in its place: the words of its segment to the left and to the right that are its own."""

    key: ClassVar[str] = ""  # a phrase is no sign, which a token may be
    phrase: Phrase
    island: Island
    start: int
    end: int
    left: list[Token]
    right: list[Token]
    joined_by: str  # what stands between it and the figure before: "", ",", "và", "trong đó" …
    opening: Token | None  # a word before it that turns its sense: "không để … quá"
    bracket: list[Segment]  # what stands in brackets behind it
    head: Sequence[Token]  # of its list: "Tỷ lệ A, B lần lượt là …"
    governed: bool  # "lần lượt dưới 5 phút và 3 lần": by what its list begins with
    listed: bool  # one of those that "lần lượt" gives to names
    rated: bool  # per a base that stands behind the last of its list
    dated: Sequence[Token]  # the time in brackets behind it: "70% (2026)"
    wanted: bool  # counts those that are on the good side of a bound in its name
    _left: list[Token] | None  # of which ``_said`` are the marks; replaced, never changed in place
    _said: frozenset[str]
    _right: list[Token] | None
    _behind: frozenset[str]
    inside: frozenset[str]  # the marks of the words of the phrase itself

    @property
    def said(self) -> frozenset[str]:
        """The marks of the words to the left, gathered once for as long as they stay."""
        if self._left is not self.left:
            self._left, self._said = self.left, marks_of(self.left)
        return self._said

    @property
    def behind(self) -> frozenset[str]:
        """The marks of the words to the right."""
        if self._right is not self.right:
            self._right, self._behind = self.right, marks_of(self.right)
        return self._behind


def new_figure(phrase: Phrase, island: Island) -> Figure:
    """The figure of a phrase and its island, with no words of its own yet; a function, as that of a token is."""
    figure = Figure()
    figure.phrase, figure.island = phrase, island
    figure.start, figure.end = island.tokens[0].start, island.tokens[-1].end
    figure.left, figure.right, figure.bracket = [], [], []
    figure.joined_by, figure.opening = "", None
    figure.head = figure.dated = ()
    figure.governed = figure.listed = figure.rated = figure.wanted = False
    figure._left, figure._right, figure.inside = None, None, marks_of(island.tokens)
    return figure


@dataclass(slots=True, eq=False, init=False)
class Segment:
    """What stands between two parting signs: figures with their words, or words alone."""

    figures: list[Figure]
    words: list[Token]  # of a segment without figures
    head: list[Token]  # what a colon announced, for this segment and its neighbours
    references: list[Figure]  # "so với năm 2020": no figure of their own
    sentence: int
    of_grade: bool  # begins with a bracket that says a grade in points: "xếp loại Tốt (từ 90 điểm)"
    turn: str  # "wanted", or perhaps ("may"), behind what is told beside it
    of_base: bool  # a bracket directly behind what a change is against: "so với năm 2023 (92 vụ)"
    based: bool  # what its head announces is against something: "Mức giảm chi phí so với năm 2024: …"


Element = Token | Figure


def elements_of(tokens: list[Token], figures: list[Figure]) -> list[Element]:
    """The clause as words and figure phrases, in order."""
    out: list[Element] = []
    at = 0
    for figure in figures:
        out += tokens[at : figure.island.start]
        out.append(figure)
        at = figure.island.end
    return out + tokens[at:]


def segments_of(elements: list[Element], depth: int = 0, *, parted: bool = True) -> list[Segment]:
    """The segments of a clause, brackets hung on the figure before them; ``parted``: a sign may part it."""
    if not parted:  # guard
        return [_segment(elements, [], [], 0)] if elements else []
    segments: list[Segment] = []
    run: list[Element] = []
    head: list[Token] = []
    against: list[Figure] = []  # what that of the head is against
    closing: dict[int, int] | None = {} if depth >= _DEEPEST else None  # found when a bracket opens
    sentence, begun, count = 0, 0, len(elements)
    host: _Host | None = None  # of the run, when a bracket opens
    of_grade = False  # whether the run begins with a grade in points

    def flush() -> None:
        nonlocal host, run, of_grade
        if run:
            segments.append(_segment(run, head, against, sentence))
            segments[-1].of_grade = of_grade
            run, host, of_grade = [], None, False

    for at, sign in enumerate(elements):
        if sign.key not in PARTING or isinstance(sign, Figure) or sign.type != "SIGN":
            continue
        if at < begun:
            continue  # in a bracket
        run += elements[begun:at]
        begun = at + 1
        if sign.key in {"(", "["}:
            if closing is None:
                closing = closing_signs(elements)
            if at in closing:  # one that nobody closes parts nothing
                inside = elements[begun : closing[at]]
                begun = closing[at] + 1
                if any(isinstance(e, Figure) for e in inside) and _is_statement(run):
                    flush()  # "giữ vững xã đạt chuẩn (tổng điểm từ 80 điểm trở lên)"
                    run += inside
                elif (name := _graded_name(inside, run)) is not None:
                    flush()  # "xếp loại Tốt (từ 90 điểm trở lên)": the grade in points
                    run, of_grade = [*name, *inside], True
                else:
                    host = host or _Host()
                    host.look(run)
                    led = isinstance(elements[min(begun, len(elements) - 1)], Figure)
                    _place_bracket(inside, run, host, sentence, depth, led=led)
        elif sign.key == ";":
            flush()
            if begun < count and numbers_subpart(elements[begun]):
                head, against = [], []  # of the part before
                begun += 2 if elements[begun + 1].key == "." else 1
        elif sign.key == "." and ends_sentence(elements, at):
            flush()
            sentence += 1
            head, against = [], []
        elif sign.key == ":" and begun < count and (_opens_change(run, elements, begun) or _announces(run)):
            figures = [e for e in run if isinstance(e, Figure)]
            if figures and not _compares_all(run, figures, elements, begun):
                flush()
            else:
                head, against = [e for e in run if isinstance(e, Token)], figures
                run, host = [], None
        else:
            run.append(sign)
    run += elements[begun:]
    flush()
    return segments


def _is_statement(run: list[Element]) -> bool:
    """Whether a run states something without a figure: a title that is held or reached."""
    words = [element for element in run[:SENTENCE] if isinstance(element, Token)]
    if len(words) < len(run):
        return False
    first = next((token for token in words if has_content([token])), None)  # "• Đến năm 2030 giữ vững …"
    return first is not None and not first.marks.isdisjoint(_KEPT) and marked(words, "ATTAIN", "TITLE")


def _graded_name(inside: list[Element], run: list[Element]) -> list[Element] | None:
    """What is graded, where a run ends in a grade and a bracket behind it says it in points; else None."""
    last = [element for element in run[-2:] if isinstance(element, Token)]
    if not last or not marked(last, "GRADE"):  # guard
        return None
    first = next((element for element in inside if isinstance(element, Figure)), None)
    if first is None or not _in_points(first):
        return None
    tokens = [element for element in run if isinstance(element, Token)]
    if len(tokens) != len(run):
        return None
    at = len(tokens) - (2 if "OR_MORE" in tokens[-1].marks else 1)
    if at < 0 or "GRADE" not in tokens[at].marks:
        return None
    while at and tokens[at - 1].marks & {"GRADED", "EQUALS", "FROM"}:
        at -= 1
    return list(tokens[:at])


def _in_points(figure: Figure) -> bool:
    return figure.phrase.amount is not None and figure.phrase.amount.unit == POINT


class _Host:
    """The figure of a run that its next bracket hangs on, and whether a sign stands between the two."""

    def __init__(self) -> None:
        self.figure: Figure | None = None
        self.apart = False
        self._seen = 0

    def look(self, run: list[Element]) -> None:
        """Look through what was added to the run: in a clause of many brackets nothing is looked at twice."""
        for element in run[self._seen :]:
            if isinstance(element, Token):
                self.apart = self.apart or element.type == "SIGN"
            elif _conditions(element):
                self.figure, self.apart = element, False
        self._seen = len(run)


def _place_bracket(
    inside: list[Element], run: list[Element], behind: _Host, sentence: int, depth: int, *, led: bool
) -> None:
    """Hang a bracket on the figure before it; without one, its words belong to the run that it stands in.

    So do they where a sign stands between the two and the bracket is ``led`` to a figure of its own: "đạt 62%, trẻ sơ
    sinh được tầm soát (5 bệnh) đạt 80%".
    """
    host = behind.figure
    figures = [element for element in inside if type(element) is not Token]
    if host is not None and not behind.apart and tells_time(inside):
        host.dated = [element for element in inside if isinstance(element, Token)]
    elif host is not None and not (figures or behind.apart) and _tells_of(host, inside):
        host.bracket += segments_of(inside, depth + 1)
    elif not figures:
        words = (element for element in inside if isinstance(element, Token) and element.type != "SIGN")
        run.extend(word for word in words if host is None or "AND" not in word.marks)
    elif host is None or (behind.apart and led):
        run.extend(inside)
    else:
        nested = segments_of(inside, depth + 1)
        of_base = _ends_in_base(run)
        for segment in nested:
            segment.sentence, segment.of_base = sentence, of_base
        host.bracket += [s for s in nested if s.figures] if behind.apart else nested


def _tells_of(host: Figure, inside: list[Element]) -> bool:
    """ "từ 80 điểm trở lên (xếp loại Khá trở lên)", "dưới 2% (không còn hộ nghèo là người có công)"."""
    tokens = [element for element in inside if isinstance(element, Token)]
    denies = bool(inside) and tokens[:1] == inside[:1] and "ABSENT" in tokens[0].marks
    return denies or (_in_points(host) and marked(tokens, "GRADED") and marked(tokens, "GRADE"))


def _ends_in_base(run: list[Element]) -> bool:
    """Whether a run ends in what something is against: "… so với năm 2023", "… so với 31/12/2023"."""
    last = run[-1]
    if isinstance(last, Figure):
        return last.phrase.basis not in (None, "plan") and marked(last.island.tokens[-3:-1], "AGAINST")
    against = run[-2] if len(run) > 1 else None
    return last.type == "DATE" and isinstance(against, Token) and "AGAINST" in against.marks


def _announces(run: list[Element]) -> bool:
    return any(isinstance(e, Token) and e.type == "WORD" for e in run[:40])


def _compares_all(run: list[Element], figures: list[Figure], elements: list[Element], begun: int) -> bool:
    """ "Mức giảm chi phí so với năm 2024: xưởng A 4%; xưởng B 3%": whether a run names what its list is against.

    A verb may state a change of its own instead: "Giảm tai nạn so với năm 2023: xây dựng 3 mô hình".
    """
    words = [element for element in run if isinstance(element, Token)]
    if any(map(_conditions, figures)) or not has_content(words):
        return False
    if not marked(words, "RISE", "FALL"):
        return True
    return _first_share(elements, begun) is not None


def _first_share(elements: list[Element], begun: int) -> Amount | None:
    """The share that a list begins with, where it may be how much something changes."""
    first = next((element.phrase for element in elements[begun:] if isinstance(element, Figure)), None)
    if first is None or first.amount is None or first.amount.unit[:1] not in ("%", "‰"):
        return None
    told = first.equals or first.reaches or first.change is not None or first.op in ("<", "<=")
    return None if told else first.amount


def _opens_change(run: list[Element], elements: list[Element], begun: int) -> bool:
    """ "Tai nạn giao thông giảm so với năm trước: số vụ 5%, …": whether a change is that of the list behind it."""
    last = run[-1] if run else None
    if not isinstance(last, Figure) or last.phrase.amount is not None or last.phrase.compared:
        return False
    share = None if isinstance(elements[begun], Figure) else _first_share(elements, begun)
    if last.phrase.change is None or last.phrase.basis is None or share is None or share.value >= _HALF:
        return False
    verb = next(token for token in last.island.tokens if not token.marks.isdisjoint(CHANGING))
    verb.type, last.phrase.change = "WORD", None
    run.insert(-1, verb)
    return True


def _segment(run: list[Element], head: list[Token], against: list[Figure], sentence: int) -> Segment:
    figures: list[Figure] = []
    references: list[Figure] = [*against]
    gap: list[Any] = []  # of words, as between two figures there are no others
    begun = 0
    previous: Figure | None = None
    for at, element in enumerate(run):
        if element.key or type(element) is Token:  # as most are; a figure has no key
            continue
        gap += run[begun:at]
        begun = at + 1
        if _conditions(element):
            figures.append(element)
            if previous is None:
                element.left = gap
            else:
                _share_gap(previous, element, gap)
            previous, gap = element, []
        else:
            references.append(element)
    gap += run[begun:]
    if previous is not None:
        previous.right, gap = gap, []
    segment = Segment()
    segment.figures, segment.words, segment.head = figures, gap, [*head]
    segment.references, segment.sentence, segment.turn = references, sentence, ""
    segment.of_grade = segment.of_base = False
    segment.based = bool(against)
    return segment


def _conditions(figure: Figure) -> bool:
    """Whether a phrase puts a condition on something; "so với năm 2020" alone does not."""
    phrase = figure.phrase
    return phrase.amount is not None or phrase.compared or phrase.change is not None


def content(words: list[Token], but: frozenset[str] = FILLERS, most: int = 0) -> list[Token]:
    """The words that name something: no signs, no "phấn đấu", "có", "đạt" and the like, nor what else is named.

    Of more than ``most`` only the first are told, where that is given.
    """
    named: list[Token] = []
    for token in words:  # a comprehension costs more to begin than it spares
        if token.type in _SIGNS or (token.marks and not token.marks.isdisjoint(but)):
            continue
        if token.account not in _UNNAMED:
            named.append(token)
            if len(named) == most:
                break
    return named


def has_content(words: list[Token]) -> bool:
    """Whether any of the words names something."""
    for token in words:
        if token.type in _SIGNS or (token.marks and not token.marks.isdisjoint(FILLERS)):
            continue
        if token.account not in _UNNAMED:
            return True
    return False


def _share_gap(previous: Figure, figure: Figure, gap: list[Token]) -> None:
    """Give the words between two figures to the one or the other."""
    if previous.phrase.rank:
        gap = lists.without_more_places(previous.island.tokens[-1], gap)
    if gap and _strives_for_share(previous, gap[0]):
        previous.left = [token for token in previous.left if token.marks.isdisjoint(_WHO)]
    listed = len(gap) > 1 and (gap[-1].key == "," or "AND" in gap[-1].marks)
    of_these = listed and gap[-1].key == "," and not is_counted(previous) and not parting_by(gap[0])
    if listed and (of_these or not content(previous.left) or lists.lists_whom(gap)):
        previous.right, figure.left, figure.joined_by = gap[:-1], [], gap[-1].key
        return  # "50% thời gian, chi phí tuân thủ và 30% điều kiện": the second share begins with its figure
    if gap and gap[0].key == ":" and _counts_items(previous):
        figure.left, figure.joined_by = gap[1:], ","  # "Có 15 chỉ tiêu: Thu ngân sách đạt 75 tỷ đồng"
        return
    share = not is_counted(previous) and not has_content(previous.left)
    for index, token in enumerate(gap):
        sign = parting_by(token)
        if not sign:
            if index and "BRING" in token.marks and marked(gap[index + 1 : index + 2], "RATE", "SUM"):
                # "giảm 120 hộ nghèo đưa tỷ lệ … xuống còn 2,5%"
                previous.right, figure.left = gap[:index], gap[index:]
                return
            continue
        if sign not in {",", "among", "apart"} and _subject_goes_on(gap, index, previous):
            continue
        listing = share and (sign == "," or (figure.phrase.op != "=" and is_counted(figure)))
        if (listing and lists.goes_on_listing(gap, index)) or (
            sign == "," and _among_follows(gap, index, previous)
        ):
            continue
        left = gap[index + 1 :]
        opening = left[0].marks if left and sign == "," else NO_MARKS
        if "AMONG" in opening:
            left, sign = left[1:], "among"
        elif "APART" in opening:
            left, sign = left[1:], "apart"
        elif (
            left
            and sign == ","
            and left[0].key in _CONTAINING
            and is_counted(figure)
            and is_counted(previous)
        ):
            left, sign = left[1:], "among"  # "45 đảng viên, gồm 20 đảng viên nữ"
        elif "AND" in opening:
            left = left[1:]
        elif left and ("AMONG" in left[0].marks or (len(left) > 1 and "AMONG" in left[1].marks)):
            sign = "among"
        previous.right, figure.left, figure.joined_by = gap[:index], left, sign
        return
    of_those = bool(gap) and gap[0].key == NUMBER_OF and not is_counted(previous)  # "70% số hộ có vườn đạt …"
    at = lists.names_what_with(gap) if is_counted(previous) and is_counted(figure) else 0
    if at:
        previous.right, figure.left = gap[:at], gap[at + (gap[at].key == WITH) :]
    elif (has_content(previous.left) and not of_those) or previous.island.preunit:
        figure.left = gap
    elif gap and "PREPOSITION" in gap[-1].marks and is_counted(previous):
        previous.right, figure.left = gap[:-1], gap[-1:]  # "tổ chức 04 lớp tập huấn tại 5 xã"
    else:
        previous.right = gap


def _counts_items(figure: Figure) -> bool:
    amount = figure.phrase.amount
    return amount is not None and amount.noun.lower() in _ITEMS


def _strives_for_share(figure: Figure, behind: Token) -> bool:
    """ "xã phấn đấu 85% hộ có …", "Trường có 65% giáo viên …": who wants the share, whose name stands behind it."""
    amount = figure.phrase.amount
    if behind.marks.isdisjoint(_COUNTED) or amount is None or (amount.unit != "%" and amount.whole is None):
        return False
    strives = "STRIVE" in figure.said or "STRIVE" in figure.inside
    strives = strives or figure.island.tokens[0].key == HAVE
    return strives and all(not token.marks.isdisjoint(_WHO) for token in content(figure.left))


def is_counted(figure: Figure) -> bool:
    """Whether a figure is a count rather than a share."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit[:1] not in {"%", "‰"} and amount.whole is None


def _among_follows(gap: list[Token], index: int, previous: Figure) -> bool:
    """Whether a comma stands inside the subject of a "trong đó": "100% cán bộ, chiến sĩ …, trong đó ít nhất 70%"."""
    if has_content(previous.left) or "AMONG" in gap[min(index + 1, len(gap) - 1)].marks:
        return False
    return marked(gap[index + 2 :], "AMONG")


def _subject_goes_on(gap: list[Token], index: int, previous: Figure) -> bool:
    """Whether an "và" stands inside the words behind a number-first figure: "được tiếp nhận và giải quyết"."""
    if has_content(previous.left) or lists.counts_another(gap[index + 1 : index + 3]):
        return False
    return has_content(gap[index + 1 :]) and any(parting_by(t) == "," for t in gap[index + 1 :])


def account(figure: Figure, what: str, *, again: bool = False) -> None:
    """Say what became of the numbers of a figure; ``again`` takes back what was said before."""
    for token in figure.island.tokens:
        if token.type == "NUMBER" and (again or token.account is None):
            token.account = what


def account_all(figure: Figure, what: str) -> None:
    """Say what became of a figure and of those in brackets behind it."""
    account(figure, what)
    for segment in figure.bracket:
        for inside in segment.figures:
            account_all(inside, what)
