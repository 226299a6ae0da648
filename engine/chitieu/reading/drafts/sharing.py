"""What neighbours in a clause share: a comparator, a subject, one thing said twice."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from chitieu.quantity.words import fold
from chitieu.reading.clause.better import better_of
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.phrases.phrase import Amount, Phrase
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.lasting import SPANS
from chitieu.target import Op
from chitieu.text.spoken import (
    BUT,
    EQUAL,
    PLACE,
    STEP,
    TIMES,
    words,
)

_COUNTS = frozenset(words("COUNT"))
_AND_OR = frozenset(words("AND_OR_OR"))
_CONCERNING = frozenset(words("CONCERNING"))
_ADJOINING = LISTING | {BUT}
_CARRYING = LISTING | {"apart"}
#: "vượt", "vượt mức": what goes beyond a plan.
BEYOND = frozenset(words("BEYOND"))
#: So far from its share it may stand.
_AFAR = 10
_MAKING_UP = frozenset(words("MAKING_UP"))
_RELATIVE = frozenset({"%", PLACE, TIMES})

#: Units of a change that are no things of their own.
_NO_THINGS = frozenset({STEP, *words("PERCENTAGE_POINTS")})

_HUNDRED, _HALF = Decimal(100), Decimal(50)
_LABEL = r"[0-9]{1,2}|[ivx]{1,4}|[a-h]"
_UNIT_WORDS = re.compile(r"[^\s/]+")
#: What opens a statement of its own.
_STARTS_ANEW = frozenset({"RATE", "GROWTH_NAME", "MAKE", "RISE", "FALL", "KEEP", "DEED", "GRADE"})
#: How long something takes, and what has a time of its own or tells of one.
_HOW_LONG, _TOLD = words("HOW_LONG"), frozenset({"FACT_HEAD", "PAST", "START", "PREVIOUS"})
#: What is done with what is counted behind it, and what a deed that is told in plain words ends in.
_DEEDS, _ANEW = frozenset({"MAKE", "ATTAIN", "INSPECTS"}), frozenset(words("DONE_ANEW"))
#: A label of the same indicator for another group is no longer.
_SHORT_LABEL = 5
#: Who something is wanted of, and what names another measure.
_GROUPS = frozenset({"ACTOR", "NOUN", "SCOPE"})
_MEASURED = _STARTS_ANEW | _TOLD | {"PROPERTY", "SUM", "AVERAGE", "ATTAIN"}
_THOSE = words("OF_THOSE")
_THOSE_BEGIN = tuple({phrase.split(" ", 1)[0] for phrase in _THOSE})
#: So many words before a figure may say who it is for.
_WHO = 2


def shared_comparator(figure: Figure, previous: Draft, measure: str) -> Op | None:
    """A comparator governs the later figures of its list that have none: "không quá 35 đối với … và 45 đối với …"."""
    phrase = figure.phrase
    if previous.figure is None or phrase.amount is None or phrase.op != "=":
        return None
    if phrase.compared or phrase.closing or phrase.equals or phrase.change or phrase.strive:
        return None
    if phrase.approximate or _is_of_those(figure):
        return None  # "ít nhất 95% …, khoảng 70% …"
    labelled = content(figure.left)
    placed = _places_both(figure, previous)
    carried = bounds_another(figure, previous)
    if labelled and not (placed or carried or _only_names_who(labelled, figure, previous)):
        return None
    if phrase.times or phrase.basis is not None:
        return None  # "đạt trên 3.500 tỷ đồng, gấp 1,5 lần so với …"
    if measure != previous.measure or phrase.amount.value == _HUNDRED:
        return None
    before = previous.figure.phrase
    governing = before.op
    if governing == "=" or governing == "range":  # noqa: PLR1714 - narrows the type
        return None
    if not before.compared and not (
        before.closing and (_is_scoped(figure) or is_place_too(figure, previous))
    ):
        return None
    counts = before.amount is not None and (before.amount.unit == "%") == (phrase.amount.unit == "%")
    if figure.joined_by == "," and (placed or _is_scoped(figure) or counts):
        return governing
    return governing if carried or figure.joined_by in _AND_OR else None


def is_place_too(figure: Figure, previous: Draft | None) -> bool:
    """ "không thấp hơn thứ 25 cả nước và thứ 3 vùng Bắc Trung Bộ": a place of the same among others."""
    first = previous.figure if previous is not None else None
    return first is not None and bool(first.phrase.rank and figure.phrase.rank) and not content(figure.left)


def bounds_another(figure: Figure, previous: Draft | None) -> bool:
    """Whether the bound before is one of the same thing for another group, named in words.

    "tối thiểu 01 lần/năm, riêng người làm nghề nặng nhọc 02 lần/năm"; and a time that is not to be exceeded:
    "thời gian cấp điện không quá 4 ngày; lưới hạ áp khu vực thành phố 2,5 ngày, khu vực nông thôn 3,5 ngày".
    """
    amount, first = figure.phrase.amount, previous.figure if previous is not None else None
    if previous is None or first is None or amount is None or not first.phrase.compared:
        return False
    bare = _is_bare(figure.phrase) and figure.phrase.op == "=" and amount.whole is None
    timed = amount.unit in SPANS and previous.unit.startswith(
        f"{amount.unit} "
    )  # "4 ngày làm việc; … 3 ngày"
    if not bare or not (amount.unit == previous.unit or timed) or not content(figure.left):
        return False
    if figure.joined_by == "apart":
        adds = "RISE" in figure.said  # "riêng ca đêm được bồi dưỡng thêm 15.000 đồng/suất": beside the other
        return previous.op in (">=", "<=") and amount.unit not in ("", "%", "‰") and not adds
    if previous.op not in ("<", "<=") or not figure.said.isdisjoint(_STARTS_ANEW | _TOLD):
        return False
    return first.governed or fold(previous.name).startswith(_HOW_LONG)


def _is_of_those(figure: Figure) -> bool:
    """ "dưới 6,5% tổng số trẻ em, 90% trong số đó được chăm sóc": of those that the figure before counts."""
    if not (figure.right and figure.right[0].key.startswith(_THOSE_BEGIN)):  # guard
        return False
    return " ".join([token.key for token in figure.right[:_WHO]]).startswith(_THOSE)


def goes_on_with_colon(figure: Figure, previous: Draft | None) -> Op | None:
    """ "mức 2 xử lý không quá 30 phút, mức 3: 60 phút": a colon behind the next number of a list that is bounded.

    "Tỷ lệ hộ nghèo dưới 3%, tỷ lệ hộ có nước sạch: 90%" has another name, so that the colon says what it says.
    """
    first = previous.figure if previous is not None else None
    if first is None or not first.phrase.compared or not _is_behind_colon(figure):
        return None
    amount, before = figure.phrase.amount, first.phrase.amount
    governing = first.phrase.op
    if amount is None or before is None or amount.unit != before.unit or governing == "range":
        return None
    bare = (
        governing != "=" and figure.phrase.op == "=" and not (figure.phrase.compared or figure.phrase.closing)
    )
    if not bare or figure.phrase.change is not None or figure.phrase.approximate:
        return None
    stem, _, number = " ".join([token.key for token in content(figure.left)]).rpartition(" ")
    if not stem or not re.fullmatch(_LABEL, number):
        return None
    named = " ".join([token.key for token in content(first.left)])  # "sự cố mức 1 khắc phục"
    return governing if re.search(rf"(?<!\S){re.escape(stem)} (?:{_LABEL})(?!\S)", named) else None


def goes_on_behind_semicolon(figure: Figure, last: Draft, *, same: bool) -> bool:
    """ "không quá 35 học sinh đối với tiểu học; 45 học sinh đối với trung học": one rule for another group.

    ``same``: the two stand in one sentence.
    """
    if same and (bounds_another(figure, last) or _is_of_others(figure, last)):
        return True
    before, phrase = last.figure, figure.phrase
    if before is None or not _is_bare(phrase) or phrase.amount is None or phrase.amount.unit != last.unit:
        return False
    placed = _places_both(figure, last)
    return placed or (_is_scoped(figure) and _is_scoped(before) and not content(figure.left))


def _is_of_others(figure: Figure, last: Draft) -> bool:
    """ "nghỉ tối thiểu 12 ngày; lao động nặng nhọc 14 ngày": who else has so much, bounded perhaps as well."""
    first, amount = last.figure, figure.phrase.amount
    if first is None or amount is None or not first.phrase.compared or not _is_bare(figure.phrase):
        return False
    named, behind = content(figure.left), content(figure.right)
    if not amount.unit or amount.unit != last.unit or len(named) + len(behind) > _SHORT_LABEL:
        return False
    if not named:  # "tối đa 24 giờ nội thành; 48 giờ ngoại thành"
        return amount.unit in SPANS and bool(behind) and bool(content(first.right))
    who = not named[0].marks.isdisjoint(_GROUPS) and named[0].key != amount.noun
    return who and not behind and figure.said.isdisjoint(_MEASURED)


def may_be_governed(figure: Figure, previous: Draft, measure: str) -> Op | None:
    """The comparator before, where a label stands between: "nội trú hài lòng trên 93%, ngoại trú 90%".

    A list would carry it on, two statements would not. Whole and nothing (100%, 0%) leave no room for one.
    """
    first = previous.figure
    if first is None or figure.phrase.op != "=" or _is_of_those(figure):
        return None
    if not _is_bare(figure.phrase) and not _names_the_same(figure, first):
        return None
    amount, governing = figure.phrase.amount, first.phrase.op
    if governing == "=" or not (first.phrase.compared or _has_only_from(first)):
        return None
    if amount is None or not amount.value or (amount.unit == "%" and amount.value >= _HUNDRED):
        return None
    if previous.unit != amount.unit and not _counts_alike(previous, amount):
        return None
    long = figure.joined_by != "apart" and len(content(figure.left)) > _SHORT_LABEL
    if long or figure.said & _STARTS_ANEW or measure != previous.measure or figure.joined_by not in _CARRYING:
        return None
    if governing == "range" or _is_of_no_use(figure, previous, governing):
        return None
    return governing


def _is_of_no_use(figure: Figure, previous: Draft, op: Op) -> bool:
    """Whether a bound that is carried on would ask for what nobody wants, or be one of another kind of figure.

    "hàng lỗi < 1%, giao đúng hạn 98%": at most 98 % of what is to be much; "trên 95% …, tỷ lệ hộ nghèo 2%": at
    least 2 % of what is to be little; "từ 80 bài báo, bình quân 0,6 bài/giảng viên": a mean.
    """
    amount = figure.phrase.amount
    if amount is None:
        return False
    if amount.unit != previous.unit and "AVERAGE" in figure.said:
        return True
    first = previous.value
    if op in ("<", "<="):
        return amount.unit == "%" and first is not None and first < _HALF <= amount.value
    return better_of(" ".join([token.key for token in figure.left]), "level", "=") == ("lower", "lexicon")


def is_one_of_bare(figure: Figure, figures: list[Figure]) -> bool:
    """ "doanh thu 1.850 tỷ đồng, hợp đồng ký mới tối thiểu 2.500 tỷ đồng, thu nợ 1.700 tỷ đồng": each says its own.

    Whether one before the bound in the list of a figure has none: it is for its own name alone.
    """
    at = figures.index(figure) if figure in figures else 0
    amount = figure.phrase.amount
    if (
        at < 2
        or amount is None
        or figure.joined_by not in LISTING
        or figures[at - 1].joined_by not in LISTING
    ):
        return False
    before, bound = figures[at - 2], figures[at - 1]
    other = before.phrase.amount
    plain = before.phrase.op == "=" and not (before.phrase.compared or before.phrase.closing)
    alike = other is not None and other.unit == amount.unit
    return plain and alike and all(map(has_content, (before.left, bound.left, figure.left)))


def _is_behind_colon(figure: Figure) -> bool:
    """Whether nothing but a colon leads to a figure."""
    return [token.key if token.type == "EQUALS" else "" for token in figure.island.tokens[:2]] == [":", ""]


def _names_the_same(figure: Figure, first: Figure) -> bool:
    """ "hồ sơ đơn giản không quá 3 ngày, hồ sơ phức tạp: 7 ngày": a time behind a colon, of what has the same name."""
    amount = figure.phrase.amount
    if amount is None or amount.unit not in SPANS or not _is_behind_colon(figure):
        return False
    named, before = content(figure.left), content(first.left)
    return bool(named and before) and named[0].key == before[0].key


def _has_only_from(figure: Figure) -> bool:
    """ "từ 3 tổ chức đảng và 10 đảng viên": a bound that "từ" alone makes."""
    return (
        figure.phrase.op == ">="
        and not figure.phrase.closing
        and "FROM" in [token.type for token in figure.island.tokens[:2]]
    )


def _counts_alike(previous: Draft, amount: Amount) -> bool:
    """ "02 công trình, mỗi chi đoàn 01 phần việc", "02 lần/quý, tuần tra đơn phương 6 lần/tháng": things, or times."""
    first = previous.figure.phrase.amount if previous.figure is not None else None
    if first is None or not first.noun or not amount.noun:
        return False
    return ("/" in first.unit) == ("/" in amount.unit)


def _is_bare(phrase: Phrase) -> bool:
    own = phrase.compared or phrase.closing or phrase.equals or phrase.change or phrase.strive or phrase.times
    if own or phrase.reaches or phrase.moved or phrase.approximate or phrase.rank:
        return False
    return phrase.basis is None


def _places_both(figure: Figure, previous: Draft) -> bool:
    """ "tại đô thị trên 97%, ở nông thôn 85%": one measure in two places."""
    before = previous.figure
    if before is None or not figure.left or len(figure.left) > _WHO + 2:
        return False
    return "SCOPE" in figure.left[0].marks and "SCOPE" in before.said


def _only_names_who(words: list[Token], figure: Figure, previous: Draft) -> bool:
    """ "cấp tỉnh giám sát ít nhất 02 cuộc, cấp huyện 02 cuộc": the same, for another."""
    amount = figure.phrase.amount
    counted = amount is not None and bool(amount.noun) and amount.unit == previous.unit
    return counted and len(words) <= _WHO and not marked(words, "RATE", "MAKE", "RISE", "FALL")


def scoped_alike(figure: Figure, previous: Draft | None) -> bool:
    """ "không quá 35 đối với tiểu học và 45 đối với THCS": one rule for two groups."""
    first = previous.figure if previous is not None else None
    return first is not None and figure.joined_by != "," and _is_scoped(first) and _is_scoped(figure)


def changes_counts(figure: Figure, previous: Draft | None) -> bool:
    """ "giảm ít nhất 5% số vụ, 10% số người chết": one verb with its comparator before counts that change."""
    first = previous.figure if previous is not None else None
    if previous is None or first is None or previous.measure == "level" or figure.left or first.left:
        return False
    named = [side.right[0].key if side.right else "" for side in (first, figure)]
    return all(key in _COUNTS for key in named)


def _is_scoped(figure: Figure) -> bool:
    return bool(figure.right) and figure.right[0].key in _CONCERNING


def share_units(figures: list[Figure], *, parts: bool) -> None:
    """Give the unit behind a list to the figures before it: "giảm tương ứng 0,4 và 0,5 điểm phần trăm".

    ``parts``: the list stands behind "trong đó".
    """
    for figure, following in reversed(list(pairwise(figures))):
        amount, source = figure.phrase.amount, following.phrase.amount
        if amount is None or source is None or amount.unit or amount.whole is not None or not source.unit:
            continue
        joined = figure.island.turned or (
            following.joined_by in _ADJOINING
            and not has_content(figure.right)
            and not has_content(following.left)
        )
        own = figure.phrase.compared or figure.phrase.closing
        bounded = own or not following.phrase.compared  # "không dưới 3 và không quá 4 lớp"
        ranked = figure.phrase.rank or following.phrase.rank  # "đạt 67,5, xếp trong tốp 10"
        moved = figure.phrase.change is None is not following.phrase.change  # "đạt 67,5, tăng 2%"
        if moved and (source.unit[:1] in ("%", "‰") or source.unit == STEP or source.unit.startswith(TIMES)):
            continue
        if (joined and bounded and figure.phrase.high is None and not ranked) or _counts_for_the_next(
            figure, following, parts=parts
        ):
            amount.unit, amount.noun = source.unit, source.noun
    _share_base(figures)


def _counts_for_the_next(figure: Figure, following: Figure, *, parts: bool) -> bool:
    """ "xây mới 20, sửa chữa 15 nhà", "trong đó: trâu 1.200, bò 3.300, lợn 8.000 con": of the same, named once.

    A bare count behind a deed, or one of the ``parts`` of a whole, before the next; but not "Chỉ số hài lòng 85, giải
    quyết 120 hồ sơ", nor "Tổng đài bảo vệ trẻ em 111".
    """
    amount, source = figure.phrase.amount, following.phrase.amount
    if amount is None or source is None or not source.noun or following.joined_by not in LISTING:
        return False
    plain = figure.phrase.op == following.phrase.op == "=" and amount.value == int(amount.value)
    plain = plain and _is_bare(figure.phrase) and _is_bare(following.phrase)
    bare = figure.island.tokens[0].type == following.island.tokens[0].type == "NUMBER"
    named, other = content(figure.left), content(following.left)
    if not (plain and bare and named and other) or has_content(figure.right) or figure.bracket:
        return False
    if parts:
        return len(named) <= _SHORT_LABEL and len(other) <= _SHORT_LABEL and figure.said.isdisjoint(_MEASURED)
    done = not named[0].marks.isdisjoint(_DEEDS) or named[-1].key in _ANEW
    counted = marked(other, "RATE", "SUM", "RANK", "STRIVE")
    return done and len(named) <= _WHO + 1 and len(other) <= _WHO + 2 and not counted


def _share_base(figures: list[Figure]) -> None:
    """Give the base behind a list to the counts before it: "34 giường, 12 bác sĩ và 18 điều dưỡng trên 10.000 dân"."""
    for figure, following in reversed(list(pairwise(figures))):
        amount, source = figure.phrase.amount, following.phrase.amount
        if (
            amount is None
            or source is None
            or "/" in amount.unit
            or not amount.noun
            or "/" not in source.unit
        ):
            continue
        rated = any(token.type == "PER" for token in following.island.tokens) or following.rated
        listed = (
            following.joined_by in LISTING
            and not has_content(following.left)
            and not has_content(figure.right)
        )
        if rated and listed:
            amount.unit += source.unit[source.unit.index("/") :]
            figure.rated = True


def exceeds_from_afar(figure: Figure, said: frozenset[str]) -> bool:
    """ "vượt dự toán thành phố giao 8%". ``said`` holds the marks of all words to the left."""
    if "PLAN" not in said:  # guard
        return False
    amount = figure.phrase.amount
    if "FINISH" in said and amount is not None and amount.value >= _HUNDRED:
        return False  # "hoàn thành vượt mức kế hoạch 105%": so much of it
    return any(
        first.key in BEYOND and "PLAN" in second.marks for first, second in pairwise(figure.left[-_AFAR:])
    )


def is_share_of(figure: Figure, draft: Draft) -> bool:
    """ "38,5 nghìn tỷ đồng, bằng 37,7% GRDP", "…, chiếm 12% kim ngạch cả nước": what stands before, as a share."""
    if figure.joined_by != "," or has_content(figure.left):
        return False
    opening = next((token.key for token in figure.island.tokens if token.type == "EQUALS"), "")
    if opening not in _MAKING_UP:
        return False
    named = bool(figure.right) and not figure.right[0].marks & {"PLAN", "AGAINST", "PREVIOUS", "POPULATION"}
    return draft.unit == "%" and draft.basis is None and named


def restates(first: Draft, second: Draft) -> bool:
    """Whether two figures say one thing: "402 tỷ đồng, tăng 8% so với …", "1.245 ha, đạt 100% kế hoạch"."""
    if _is_of_other_times(first, second):
        return False
    part = first.figure.phrase.amount if first.figure is not None else None
    if part is not None and part.whole is not None and first.unit != "%" and second.unit == "%":
        named = second.figure is not None and _begins_anew(second.figure)
        return second.measure == "level" and not named  # "12/15 trường, đạt tỷ lệ 80%"
    if second.figure is not None and first.unit != "%" and is_share_of(second.figure, second):
        if first.unit[:1] == "%":
            return False  # "tăng 25%/năm, chiếm 10% tổng mức bán lẻ"
        return second.figure.island.tokens[0].key == EQUAL or first.measure != "level"
    compared = second.measure != "level" and second.basis is not None and first.unit == "%"
    if first.measure == "level" and (first.unit not in _RELATIVE or compared):
        changes = (second.measure != "level" and not _counts_others(first, second)) or (
            second.unit == TIMES and second.basis is not None
        )
        return changes or (second.basis is not None and second.unit == "%")
    equals = second.figure is not None and (second.figure.phrase.equals or second.figure.phrase.reaches)
    equals = equals and first.figure is not None and first.figure.phrase.amount is not None
    return first.measure != "level" and second.measure == "level" and equals and second.unit != first.unit


def _is_of_other_times(first: Draft, second: Draft) -> bool:
    """ "tăng bình quân 12%/năm, đến năm 2030 đạt 9.000 tỷ đồng": what each year and what one year wants."""
    later = second.when is not None and second.when != first.when and first.measure != "level"
    return later or (second.average_annual and first.measure == "level")


def _counts_others(first: Draft, second: Draft) -> bool:
    """ "kết nạp 5 đảng viên, giảm 3 hộ nghèo": whether a change is one of something else than the level before it."""
    one, other = first.unit, second.unit
    if not one or other[:1] in ("", "%", "‰") or other in _NO_THINGS or (is_money(one) and is_money(other)):
        return False  # "đạt 68 điểm, tăng 3 bậc": the place that the marks give
    return set(_UNIT_WORDS.findall(one)).isdisjoint(_UNIT_WORDS.findall(other))


def _begins_anew(figure: Figure) -> bool:
    """ "12/15 thôn văn hóa, 90% gia đình văn hóa": the share is of something else, which its noun names."""
    behind = figure.right[:1]
    return (
        not figure.phrase.equals
        and has_content(behind)
        and not marked(behind, "POPULATION", "AGAINST", "PLAN")
    )
