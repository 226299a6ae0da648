"""Statements to drafts: what a clause states without a figure, alone, before a figure and behind one."""

from __future__ import annotations

from itertools import pairwise

from chitieu.quantity.scales import find_scale
from chitieu.quantity.vocabulary import noun_words
from chitieu.reading.clause import absence, negation
from chitieu.reading.clause.asides import NOTHING, SAID_ASIDE, Asides, take_asides
from chitieu.reading.clause.draft import Draft, new_draft
from chitieu.reading.clause.naming import PLACES, is_awarded_behind, words_of
from chitieu.reading.clause.references import beside_common, compares_first
from chitieu.reading.clause.segments import Figure, Segment, account, has_content
from chitieu.reading.clause.timing import tells_deadline
from chitieu.reading.drafts.drafting import note_asides
from chitieu.reading.drafts.predicates import (
    ends_in_grade,
    finishes_the_rest,
    goes_on_at_level,
    goes_on_denying,
    holds_in_all,
    is_reached,
    is_striven_title,
    keeps_title,
    meets_plan,
    names_its_own,
    names_title_at_level,
    needs_no_name,
    stands_alone,
    states_its_own,
    stays_as_it_was,
    tells_of_honors,
    tells_what_was_issued,
    with_its_list,
    without_time,
)
from chitieu.reading.numbers.bases import is_formula
from chitieu.reading.phrases.parser import Grammar
from chitieu.reading.phrases.wordings import without_group
from chitieu.reading.statements.parting import (
    begins_with,
    denies,
    fares_well,
    has_verb,
    holds_of_its_own,
    is_criterion,
    is_rated,
    keeps_titled,
    reaches_title,
    says_how_it_stands,
    split_kept,
    split_statements,
)
from chitieu.reading.statements.statement import (
    Statement,
    core_of,
    is_unlisted,
    leaves_grade_open,
    read_statement,
    tells_time,
)
from chitieu.reading.statements.titles import may_be_title, other_reading
from chitieu.reading.tokens.scanner import Token, marked, marks_of
from chitieu.reading.tokens.surroundings import behind_comma
from chitieu.target import Condition, GradeCondition, StatusCondition
from chitieu.target.trusted import trusted
from chitieu.text.spoken import (
    AND,
    GET,
    HAVE,
    HAVE_NONE,
    IN_THE_PLACE,
    LET_NOT,
    NUMBER_OF,
    TOO_MANY,
    words,
)

_LASTING = frozenset(words("CLOCK_UNIT"))
#: The marks without which words state nothing.
_STATING = frozenset(
    {
        "ABSENT", "HOLD", "KEEP", "ATTAIN", "GRADED", "GRADE", "FINISH", "PLAN", "ENOUGH", "OCCUR", "COMMON", "EQUALS",
        "AT_LEAST", "AT_MOST", "MORE", "LESS", "NEVER", "REMOVE", "HONOR", "STANDING", "OR_MORE", "OR_LESS", "ON_SCALE",
        "AVERAGE",
    }
)  # fmt: skip
#: The marks without which nothing behind a figure states anything of its own.
GOING_ON = frozenset(
    {
        "ABSENT", "HOLD", "FINISH", "GRADED", "GRADE", "PLAN", "TITLE", "ATTAIN", "COMMON", "UP_TO", "STANDING",
        "EVERY", "NEVER", "EQUALS", "HONOR", "YARDSTICK",
    }
)  # fmt: skip
_INTENDED, _ONE_BODY = words("INTENDED"), frozenset(words("ONE_BODY"))
#: So few words are no task of their own.
_FEW = 2
#: What heads a list where a colon ends it.
_HEADING = frozenset({"finished", "plan_met"})
#: What a task sees to besides: "tăng cường tuần tra, không để xảy ra …".
_SEEN_TO = frozenset({"absent", "ended", "held"})
#: What the next thing that is measured or done begins with.
_NAMING = frozenset({"MAKE", "RATE", "SUM", "GROWTH_NAME"})
_NAMED = frozenset({"RATE", "SUM", "GROWTH_NAME", "PROPERTY"})
#: The kinds of statements of what must not be there.
_GONE = ("absent", "ended")


class Statements:
    """Drafts the statements of one clause into its ``drafts``; ``indicator`` as of the builder."""

    def __init__(self, grammar: Grammar, text: str, indicator: str | None, drafts: list[Draft]) -> None:
        self.grammar = grammar
        self.text = text
        self.indicator = indicator
        self.drafts = drafts
        self.tasked = False  # whether a clause opens with what is to be done, and states nothing

    def worded(self, segment: Segment) -> None:
        """The statements of a segment without figures."""
        begun = len(self.drafts)
        self.each_of(segment.words, segment.head)
        if segment.head and len(self.drafts) == begun:  # "Xếp loại cải cách hành chính: Tốt"
            self.state([*segment.head, *segment.words])

    def each_of(self, words: list[Token], head: list[Token] | None = None) -> None:
        """Every statement of some words, one after another."""
        for part in split_statements(words):
            for kept in split_kept(part):
                if not self.state(kept, head) and kept is not part:
                    self.add(Statement("kept", kept), head)  # it goes on under the verb of the first
            if not self.drafts and len(core_of(part)) > _FEW and not all(map(tells_time, part)):
                self.tasked = True

    def state(self, words: list[Token], head: list[Token] | None = None) -> bool:
        """Draft what words state as one; whether they state anything."""
        marks = marks_of(words)
        if marks.isdisjoint(_STATING):  # guard
            return False
        said = NOTHING
        if not SAID_ASIDE.isdisjoint(marks):  # guard
            words, _, said = take_asides(self.text, words)
        statement = read_statement(self.grammar, words, on_scale=said.scale is not None)
        if statement is None and stays_as_it_was(words):
            statement = Statement("kept", words)
        elif statement is None and finishes_the_rest(words):
            statement = Statement("finished", words)
        elif statement is None and (
            names_title_at_level(words) or (self.drafts and goes_on_at_level(words, self.drafts[-1]))
        ):
            statement = Statement("attained", words)
        if statement is None or (statement.kind == "finished" and tells_deadline(statement.words)):
            return False
        if statement.kind == "attained" and (tells_what_was_issued(words) or is_formula(words)):
            return False  # "UBND vừa ban hành kế hoạch xây dựng trường đạt chuẩn quốc gia"
        honored = statement.kind == "attained" and "HONOR" in marks and tells_of_honors(words)
        if honored == "told":
            return False
        if statement.kind in _HEADING and words[-1].key == ":":
            return False  # "Phấn đấu hoàn thành các chỉ tiêu chủ yếu:"
        self.add(statement, head, said)
        self.drafts[-1].doubts += ["reading.fact_or_target"] if honored else []
        return True

    def add(self, statement: Statement, head: list[Token] | None = None, said: Asides | None = None) -> None:
        """Draft a statement under what a colon announced, with what was said aside."""
        words = statement.words
        name = words_of(self.text, words)
        headed = words_of(self.text, head) if head and head[0] not in words else ""
        condition: Condition
        if statement.kind == "graded" and statement.grade is not None:
            hint = (
                said.scale if said is not None and said.scale else f"{self.indicator or ''} {headed} {name}"
            )
            found = find_scale(statement.grade.text, hint) if said is None or said.scale != "" else None
            grade = without_group(statement.grade.text)  # "từ nhóm trung bình cao trở lên"
            condition = trusted(
                GradeCondition, {"op": statement.op, "grade": grade, "scale": found[0] if found else None}
            )
        else:
            condition = trusted(StatusCondition, {"expected": statement.kind not in _GONE})
        draft = new_draft(None, name, condition, "level", (words[0].start, words[-1].end))
        if said is not None:
            note_asides(draft, said)
        draft.head = headed
        if statement.kind == "plan_met":
            draft.basis = "plan"
        elif statement.kind in {"kept", "finished", "enough"} and not keeps_title(words):
            draft.doubts.append("reading.status_or_task")
        elif statement.kind == "had" and begins_with(words[1:], _INTENDED):
            draft.doubts.append("reading.status_or_task")  # "có kế hoạch, giải pháp cụ thể"
        elif statement.kind == "ended" and not marked(words, "ERADICATE"):
            draft.doubts.append("reading.status_or_task")
        elif "SURELY" in words[0].marks and statement.kind == "attained":
            draft.doubts.append("reading.status_or_task")  # "bảo đảm an toàn tuyệt đối về người và vũ khí"
        elif marked(words, "BECOMES") and words[0].marks & {"MAKE", "BRING"}:
            draft.doubts.append("reading.status_or_task")  # "Xây dựng phường trở thành trung tâm di sản"
        elif (
            self.tasked
            and (statement.kind in _SEEN_TO or fares_well(words))
            and "STRIVE" not in words[0].marks
        ):
            draft.doubts.append("reading.status_or_task")
        elif is_unlisted(statement, condition):
            draft.doubts.append("reading.unlisted_grade")
        elif leaves_grade_open(statement):
            draft.doubts.append("reading.grade_compared")
        elif (other := other_reading(statement)) is not None:
            draft.doubts.append(other[0])
            draft.others.append({"condition": other[1]})
        elif may_be_title(statement):
            draft.remarks.append("reading.grade_or_title")
        self.drafts.append(draft)

    def heads(self, segment: Segment) -> None:
        """ "Cuối năm 2027 phường đạt chuẩn văn minh đô thị: hộ dân dùng nước sạch 100%; …": and what that takes."""
        wanted = [token for token in segment.head if "STRIVE" in token.marks or tells_time(token)]
        named = [token for token in segment.head if token not in wanted and token.type == "WORD"]
        if not wanted or not named or named[0].key not in _ONE_BODY or not holds_of_its_own(named):
            return
        figure = segment.figures[0]
        if has_content(figure.left) and not _counts_the_same(figure, named[0]):
            self.state(segment.head)

    def before(self, figure: Figure, previous: Figure | None = None) -> None:
        """Statements in front of a figure: before "trong đó", or in an enumeration that the figure ends."""
        if "AMONG" in figure.said and marked(figure.left[1:], "AMONG"):  # guard
            at = next(at for at, token in enumerate(figure.left) if at and "AMONG" in token.marks)
            self.each_of(figure.left[:at])
            figure.left, figure.joined_by = figure.left[at + 1 :], "among"
            return
        if holds_in_all(figure):
            return
        begun = kept = 0
        quoted = False
        ended = previous is None or not has_content(previous.right) or has_verb(previous.right)
        for index, token in enumerate(figure.left):
            quoted = quoted != (token.key == '"')
            if quoted or (
                token.key != ","
                and not (token.key == AND and ends_in_grade(figure.left[begun:index]))
                and not (token.key == AND and _holds_before(figure.left, begun, index))
                and not (token.key == AND and compares_first(figure, begun, index))
            ):
                continue
            part = without_time(figure.left[begun:index])
            begun = index + 1
            following = figure.left[index + 1] if index + 1 < len(figure.left) else None
            if following is not None and "GRADE" in following.marks and "FINISH" not in following.marks:
                continue  # "xếp loại khá, tốt"
            if following is not None and "RATE" in following.marks:
                part = with_its_list(figure.left[kept:index], part)
            if previous is not None and goes_on_denying(previous, part):
                kept = begun
                continue
            counted = bool(part) and part[0].key == NUMBER_OF  # "số xã đạt chuẩn nông thôn mới, …"
            someone = part and (not part[0].marks & {"RATE", "NOUN"} or "ACTOR" in part[0].marks)
            someone = someone and not counted
            titled = someone and any(map(reaches_title, part[1:]))
            stood = marked(part, "STANDING") and says_how_it_stands(part)
            rated = bool(part) and is_rated(part)
            owned = bool(part) and (titled or stood or rated) and names_its_own(figure)
            own = ended and not counted and (rated or holds_of_its_own(part) or is_criterion(part))
            own = own or (ended and not kept and 1 < index == len(part) and _opens_a_state(part, following))
            owned = owned or (own and _begins_another(figure, following, part[0]))
            owned = owned or (
                beside_common(part) is not None
                and has_content(figure.left[index + 1 :])
                and _names_another(figure, following, part[0])
            )
            common = beside_common(part)
            if common and not has_content(figure.left[index + 1 :]) and has_content(part[:common]):
                self.state(part)  # "thu nhập cao hơn bình quân chung của tỉnh, đạt 75 triệu đồng"
                figure.left = [*part[:common], *figure.left[index:]]
                return
            titled = titled or is_striven_title(part, following)
            begins = titled and following is not None and bool(following.marks & {"MAKE", "TIME", "EACH"})
            # "du lịch trở thành ngành kinh tế mũi nhọn, đóng góp trên 12%"
            became = marked(part[1:], "BECOMES", "EVERY")
            sound = ended and not counted and fares_well(part)
            if (
                marked(part, "ENOUGH", "GRADE")
                or (part and "HOLD" in part[0].marks)
                or denies(part)
                or keeps_title(part)
                or keeps_titled(part)
                or meets_plan(part)
                or sound
                or owned
                or begins
                or became
            ):
                statement = read_statement(self.grammar, part)
                holds = titled and not _counts_the_same(figure, part[0])
                alone = owned or holds or became or sound or keeps_title(part) or keeps_titled(part)
                if statement is not None and (alone or stands_alone(statement, following)):
                    self.add(statement)
                    kept = begun
        figure.left = figure.left[kept:]

    def behind(self, figure: Figure) -> None:
        """Statements behind a figure: "…, không có học sinh xếp loại Yếu", "… và được cứng hóa"."""
        # "tốp 3 cấp huyện, …", "đạt trên 88%, …"; but not "70% tổ chức, đoàn thể xếp loại Khá"
        apart = bool(figure.right) and figure.right[0].key in (",", AND)
        complete = (figure.phrase.rank or apart) and not _counts_bodies(figure)
        first, *others = split_statements(figure.right, complete=complete, dated=is_reached(figure))
        if first and first[0].key == "," and is_awarded_behind(figure):
            self.state(first[1:])
        for other in others:
            if not goes_on_denying(figure, other, first):
                self.state(other)
        if (
            not others
            and len(first) > 2
            and first[0].key == AND
            and first[1].key == GET
            and has_content(figure.left)
        ):
            self.add(Statement("attained", first[1:]))

    def extent(self, figure: Figure) -> bool:
        """ "không để xảy ra tai nạn, ùn tắc kéo dài quá 30 phút": how long or how far belongs to what is denied.

        How many of it is limited: "không để xảy ra cháy nổ, tai nạn giao thông quá 5 vụ".
        """
        phrase, amount = figure.phrase, figure.phrase.amount
        if not phrase.compared or amount is None:
            return False
        if amount.unit not in _LASTING:
            if not absence.goes_too_far(figure):
                return False
            if absence.counts_occurrences(figure):
                phrase.op = "<="
                return False
        absent = [index for index, token in enumerate(figure.left) if "ABSENT" in token.marks]
        if not absent:
            return False
        at = absent[-1]
        if absence.lets_wait(figure, at):
            return False
        if at + 1 == len(figure.left):
            return False  # "đám tang không để quá 48 giờ": nothing else must not be there
        self.each_of(figure.left[:at])
        if not self.state([*figure.left[at:], *figure.island.tokens, *figure.right]):
            return False
        account(figure, "description")
        return True

    def absence(self, figure: Figure) -> bool:
        """ "không còn xã dưới 13 tiêu chí": the figure belongs to the name of what must not be there."""
        begun = behind_comma(figure.left)
        words = without_time(figure.left[begun:])
        joint = next(
            (i for i, (t, u) in enumerate(pairwise(words)) if t.key == AND and "ABSENT" in u.marks), 0
        )
        denied = absence.begins_with_limit(words, joint, figure)
        if joint and figure.phrase.compared and (denied or not marked(words[:joint], "RATE", "ABSENT")):
            self.each_of(words[:joint])  # "được chứng nhận cảng xanh và không còn hàng tồn bãi quá 90 ngày"
            figure.left = words = words[joint + 1 :]
            begun = 0
        if words and "ABSENT" in words[0].marks:
            own = states_its_own(figure)  # "không để xảy ra trọng án và kết nạp 15 đảng viên"
            at = next(
                (
                    i
                    for i, t in enumerate(words[:-1])
                    if "BESIDES" in t.marks
                    or (
                        t.key == AND
                        and (own or words[i + 1].marks & _NAMING or absence.begins_measure(words[i + 1]))
                    )
                ),
                0,
            )
            # "không còn hộ nghèo và tỷ lệ hộ cận nghèo dưới 2%"
            named = bool(at) and ("BESIDES" in words[at].marks or absence.begins_measure(words[at + 1]))
            if not at and len(words) > 2 and absence.joins(words[-1]) and needs_no_name(figure):
                at, named = len(words) - 1, True  # "không có hồ sơ trễ hạn và 100% hộ dân dùng nước sạch"
            if at and (named or figure.phrase.op != ">") and self.state(words[:at]):
                figure.left = words[at + 1 :]
                return False
        owned = False
        while len(words) > 1 and (
            words[0].marks & {"WHOLE", "ACTOR", "STRIVE"} or words[0].key == IN_THE_PLACE
        ):
            words, owned = words[1:], True
        last = words[-1] if words else None
        sole = last is not None and last.key == HAVE_NONE and figure.phrase.comparator != TOO_MANY
        if last is not None and "ABSENT" in last.marks and figure.phrase.op == ">" and not sole:
            figure.phrase.op = "<="  # "không để xảy ra quá 2 vụ cháy", "đám tang không để quá 48 giờ"
            figure.opening, figure.left = last, words[:-1]
            return False
        if last is not None and "ABSENT" in last.marks and absence.is_floor(figure):
            figure.phrase.op = "<"  # "không để xảy ra từ 3 vụ cháy trở lên": fewer
            figure.opening, figure.left = last, words[:-1]
            return False
        if not words or "ABSENT" not in words[0].marks:
            return False
        if absence.limits_occurrences(words, figure):
            figure.phrase.op = "<="  # "không để xảy ra tai nạn lao động quá 3 vụ"
            figure.opening, figure.left = words[0], words[1:]
            return False
        amount = figure.phrase.amount
        if owned and figure.phrase.equals and amount is not None and amount.unit == "%":
            return False  # "xã, phường không có ma túy đạt 60%": so many of them
        if owned and begun and (figure.left[0].key == NUMBER_OF or "RATE" in figure.left[0].marks):
            return False  # "Số xã, phường không có ma túy tăng thêm 6 đơn vị": how many there are
        if words[0].key == HAVE_NONE and absence.may_bound(words, figure):
            figure.island.negated = True  # "không có dưới 95%": a person must say what is meant
            return False
        placed = absence.tells_where(figure) and len(words) > 1
        if words[0].key == LET_NOT and figure.phrase.compared and not placed:
            # "không để tỷ lệ bỏ học quá 0,5%": at most 0,5 %
            figure.phrase.op = negation.NEGATED[figure.phrase.op]
            figure.opening = words[0]
            figure.left = words[1:]
            return False
        first, *others = split_statements([*words, *figure.island.tokens, *figure.right])
        if not self.state(first):
            return False
        for other in others:  # "không có vụ ngộ độc trên 30 người mắc, Công an xã đạt danh hiệu …"
            self.state(other)
        figure.right = []
        account(figure, "description")
        return True


def _holds_before(words: list[Token], begun: int, index: int) -> bool:
    """ "Giữ vững danh hiệu xã nông thôn mới và thu nhập bình quân đạt …": what is held ends before another name."""
    part = without_time(words[begun:index])
    held = bool(part) and not part[0].marks.isdisjoint({"HOLD", "KEEP"})
    return held and index + 1 < len(words) and not words[index + 1].marks.isdisjoint(_NAMED)


def _counts_bodies(figure: Figure) -> bool:
    """ "Có 12 trường, trạm y tế đạt chuẩn": the list of those that are counted goes on."""
    noun, behind = figure.island.tokens[-1], figure.right[1:2]
    amount = figure.phrase.amount
    bodily = amount is not None and (bool(amount.noun) or figure.phrase.rank)
    bodily = bodily and (noun.key in PLACES or not noun.marks.isdisjoint({"ACTOR", "NAME_HEAD"}))
    if not bodily and amount is not None and amount.noun and figure.right[:1] and figure.right[0].key == ",":
        # "Có 05 cán bộ, công chức xếp loại A"
        bodily = "ACTOR" not in marks_of(behind) and not has_content(figure.left)
    return bodily and marked(behind, "ACTOR", "NOUN") and not behind[0].text[:1].isupper()


def _begins_another(figure: Figure, word: Token | None, body: Token) -> bool:
    """Whether a word behind what holds of a body begins another name; one that a kind goes on with does not."""
    if word is None:  # "xã không có tội phạm, 95% hộ …", "…, giảm 50% số hộ …", "…, có 2 sáng kiến cấp tỉnh"
        changes = figure.phrase.change is not None and has_content(figure.right)
        has = figure.island.tokens[0].key == HAVE and figure.phrase.amount is not None
        return (changes or has or names_its_own(figure)) and not _counts_the_same(figure, body)
    if "ACTOR" in body.marks:
        return _names_another(figure, word, body)
    return not word.marks.isdisjoint({"RATE", "SUM", "PROPERTY", "STRIVE", "RANK", "MAKE"})


def _names_another(figure: Figure, word: Token | None, body: Token) -> bool:
    """Whether a word behind a title begins the name of what is measured: "thu nhập bình quân", "tỷ lệ hộ nghèo"."""
    if word is None:
        return False
    if not word.marks.isdisjoint({"RATE", "SUM", "PROPERTY", "STRIVE", "RANK"}):
        return True
    return word.type == "WORD" and word.marks.isdisjoint(GOING_ON) and not _counts_the_same(figure, body)


def _opens_a_state(part: list[Token], following: Token | None) -> bool:
    """ "được công nhận xã nông thôn mới, …", "có bác sĩ làm việc, …", "hoàn thành xây dựng trụ sở, bê tông hóa …"."""
    opening = part[0].marks
    if "FINISH" in opening:
        return following is not None and "MAKE" in following.marks
    return "ATTAIN" in opening or part[0].key == HAVE


def _counts_the_same(figure: Figure, body: Token) -> bool:
    """ "xã đạt chuẩn nông thôn mới, kiểu mẫu đạt 5 xã": the bodies with the title are what is counted."""
    amount = figure.phrase.amount
    if amount is None:
        return False
    kind = amount.noun.startswith(f"{body.key} ") and amount.noun not in noun_words().names
    return kind or amount.noun == body.key  # "hội viên" is no kind of "hội"
