"""What the figures of a clause make of each other: parts, restatements, bands, starting points."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from chitieu.reading.clause.better import better_of
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.going_on import (
    goes_on_behind,
    is_a_change,
    is_part_of_whole,
    is_share_of_its_own,
)
from chitieu.reading.clause.segments import Figure, Segment, content, has_content
from chitieu.reading.clause.timing import has_deadline
from chitieu.reading.drafts.sharing import restates
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.reading.told import earlier, shares, wanted
from chitieu.text.spoken import A_YEAR, AND, EXCEED, MAKES_UP, NUMBER_OF, PLACE, words

_RATED = frozenset({"RATE", "RISE", "FALL", "BRING"})
_EQUIVALENT = frozenset(words("EQUIVALENT"))

_PARTS = tuple(f"{part} " for part in words("PART_OF_ALL"))
_NO_PARTS = words("NO_PART_OF_ALL")
#: What a name with a condition of its own has.
_STATING = frozenset(
    {"RATE", "ATTAIN", "GRADED", "GRADE", "TITLE", "HOLD", "KEEP", "MAKE", "EQUALS", "OUGHT"}
)
#: What behind a change tells of it, and names nothing else that changes.
_NOT_ANOTHER = frozenset(
    {"POPULATION", "AGAINST", "PREVIOUS", "PLAN", "TIME", "AVERAGE", "EACH", "PREPOSITION", "SUM"}
)
#: So many words name a part of those that a share is of.
_SHORT = 4

_HUNDRED = Decimal(100)


def beside(draft: Draft, figure: Figure, previous: Draft) -> bool:
    """What the figure before makes of this one: a stretch target, a part, a restatement.

    Whether the figure before turned out to tell only where this one starts from.
    """
    forget = False
    unit, unit_before, joined_by = draft.unit, previous.unit, figure.joined_by
    own_name = content(figure.left)
    if own_name and "AGAINST" in own_name[0].marks and len(own_name) <= _SHORT and draft.measure != "level":
        own_name = []  # "đạt 120 vụ, so với đầu năm giảm 5%"
        draft.indicator = previous.indicator
    if own_name and "PLAN" in figure.said and all(t.key == EXCEED or "PLAN" in t.marks for t in own_name):
        own_name = []  # "là 1.050 tỷ đồng, vượt dự toán tỉnh giao 5%"
        draft.indicator = previous.indicator
    later = draft.when is not None and previous.when is not None and draft.when != previous.when
    alike = unit == unit_before and draft.measure == previous.measure
    if figure.phrase.strive and alike and not own_name and not later and joined_by in LISTING:
        if earlier.is_starting_point(previous.figure):
            forget = True
        else:
            draft.stretch = True
    parted = alike and joined_by in LISTING and _is_part(unit, figure, own_name)
    if joined_by in {"among", "apart"} or parted or (alike and _goes_on(draft, figure, previous)):
        draft.within = f"{previous.within} {previous.name}".strip() if parted else previous.name
    grows = draft.measure != "level" and unit_before[:1] == "%"  # "trong đó khu vực công nghiệp tăng 10,5%"
    if joined_by == "among" and unit in ("%", "", unit_before) and not (grows or shares.is_of_a_part(figure)):
        draft.of = draft.of or previous.indicator or None
        share = unit == "%" or isinstance(draft.value, Fraction)
        whole = previous.value == _HUNDRED
        if (
            share
            and not whole
            and not shares.names_whole(figure, previous.condition, previous.indicator)
            and (unit_before == "%" or previous.measure != "level")
        ):
            draft.doubts.append("reading.share_of_which")
            draft.others.append({"of": None})
    among = joined_by == "among" or (joined_by in LISTING and bool(previous.within))
    if among:
        rise_as_the_whole([draft], previous)
    if shares.may_belong_to_share(figure, previous.figure):
        draft.doubts.append("reading.within_share")
    counted = unit_before[:1] != "%" and unit_before != PLACE
    if joined_by in {",", ""} and _says_again(figure, makes_up=not own_name and counted):
        draft.restates = True
        changed = previous.measure != "level" == draft.measure and not figure.phrase.reaches
        named = any("RESTATE" not in token.marks for token in own_name)
        related = unit_before == "%" != unit or (unit == "%" != unit_before and _is_such_a_change(figure))
        if changed and related and not named and _only_restates(figure):
            draft.measure = previous.measure  # "giảm 9%, tương đương 83,9 triệu tấn"
        if changed and not named:
            draft.indicator = previous.indicator
        if draft.measure == "level" and previous.measure == "decrease" and not named:
            draft.better = draft.better or ("lower", "condition")  # "giảm 10% … để còn 120 vụ"
    again = not joined_by and draft.basis == "plan" and unit == "%"  # "4,7 triệu lượt đạt 100% kế hoạch"
    raised = previous.measure != "level" and previous.value is not None and previous.value != 0
    if raised and not joined_by and previous.basis is not None and figure.phrase.equals:
        again = True  # "tăng 8% so với năm trước đạt 600 tỷ đồng"; that of a year may be its own: "… năm 2022 đạt 600"
        draft.doubts += ["reading.fact_or_target"] if previous.basis.startswith("year:") else []
    if not joined_by and not own_name and unit == "%" and figure.phrase.equals:
        counted = unit_before[:1] not in ("", "%", "‰") and previous.measure == "level"
        draft.restates = draft.restates or counted
    if own_name:
        joined = joined_by == "," and "RATE" in own_name[0].marks and all("RATE" in t.marks for t in own_name)
    else:
        joined = (joined_by == "," or again) and not figure.phrase.strive
        if joined_by == AND and previous.restates and draft.basis is not None and not draft.stretch:
            draft.restates = True  # "36 tỷ đồng, tăng 12% so với năm 2025 và bằng 105% dự toán"
    if joined and not figure.phrase.rank and not changes_another(draft, figure) and restates(previous, draft):
        draft.restates = True
        if not own_name and draft.measure != "level":
            draft.indicator = previous.indicator  # "180 tỷ, tăng 15% (theo hạn mức được giao)"
    brought_up = figure.phrase.reaches and marked(figure.left[:2], "BRING")
    if (
        brought_up
        and unit_before == unit
        and (previous.measure != "level" or marked(figure.left[1:3], "SUM"))
    ):
        draft.restates = True  # "có thêm 18 trường, nâng tổng số lên 203 trường"
    return forget


def rise_as_the_whole(parts: list[Draft], whole: Draft) -> None:
    """ "tăng bình quân 11%/năm; trong đó công nghiệp tăng 13%, dịch vụ tăng 12%": each on average of years."""
    for part in parts:
        if (
            whole.average_annual
            and part.measure == "increase"
            and part.unit[:1] == "%"
            and part.basis is None
        ):
            part.average_annual = True


def _is_such_a_change(figure: Figure) -> bool:
    """ "giảm 5 vụ, tương đương 10%": the change again, of what there was; but not "… 10% tổng số vụ"."""
    amount, behind = figure.phrase.amount, figure.right[:1]
    if amount is None or not is_a_change(amount) or figure.phrase.basis == "plan":
        return False
    return not has_content(behind) or marked(behind, "AGAINST")


def _says_again(figure: Figure, *, makes_up: bool) -> bool:
    """Whether a word beside a figure says that it says again; ``makes_up``: "chiếm" does.

    It does not in "dân quân đạt 1,5% dân số, đảng viên chiếm 22%", "vốn tăng 15%, chiếm 36% GRDP".
    """
    for token in (*figure.left[:2], figure.island.tokens[0]):
        if "RESTATE" in token.marks:
            return makes_up or token.key != MAKES_UP
    return False


def changes_another(draft: Draft, figure: Figure) -> bool:
    """ "thu 900 tỷ đồng, giảm 10% số đơn vị sự nghiệp": what falls is named behind the figure."""
    behind = figure.right[0] if figure.right else None
    if draft.measure == "level" or behind is None or draft.basis == "plan":
        return False
    named = behind.key == NUMBER_OF or not behind.marks.isdisjoint({"NOUN", "NAME_HEAD", "RATE"})
    return named and behind.marks.isdisjoint(_NOT_ANOTHER)


def _is_part(unit: str, figure: Figure, named: list[Token]) -> bool:
    """ "Tỷ lệ hộ nghèo còn 2%, vùng cao 3%": whether a name only says of which part the share is."""
    if unit[:1] not in {"%", "‰"} or len(named) > _SHORT or not figure.said.isdisjoint(_STATING):
        return False
    name = " ".join([*[token.key for token in named], ""])
    return name.startswith(_PARTS) and not name.startswith(_NO_PARTS)


def _only_restates(figure: Figure) -> bool:
    """Whether no word but "tương đương" leads to a figure; "để đạt", "trị giá" tell of a level."""
    leads = [token for token in [*figure.left, *figure.island.tokens] if token.marks & {"EQUALS", "RESTATE"}]
    return all(token.key in _EQUIVALENT for token in leads)


def _goes_on(draft: Draft, figure: Figure, previous: Draft) -> bool:
    """Whether a list of one unit goes on under the verb of its first entry: "hỗ trợ 30 hộ nghèo, 20 hộ cận nghèo"."""
    if draft.measure != "level" or figure.joined_by not in LISTING:
        return False
    if draft.op in {"<", "<="}:
        return False
    rated = not figure.said.isdisjoint(_RATED)
    return not rated and better_of(previous.name, "level", "=")[0] == "higher"


def told_in_parts(drafts: list[Draft], segment: Segment, growing: Draft | None) -> Draft | None:
    """Give the parts of a change its measure: "GRDP tăng 8%, trong đó: dịch vụ 8,7%; công nghiệp 11,5%".

    ``drafts`` are those of the segment, ``growing`` the change whose parts may go on in it. The change whose parts may
    go on behind it.
    """
    if growing is not None:
        grown = [not _is_another_count(draft) and _grow_alike(draft, growing) for draft in drafts]
        if not (grown and all(grown)):
            growing = None
    if not drafts or not segment.figures:
        return growing
    for at, (whole, part) in enumerate(pairwise(drafts), 1):
        if part.figure is not None and part.figure.joined_by == "among" and _grow_alike(part, whole):
            for other in drafts[at + 1 :]:
                _grow_alike(other, whole)
            return whole
    announced = drafts[-1].measure != "level" and marked(segment.figures[-1].right[-2:], "AMONG")
    return drafts[-1] if announced else growing


def goes_on_changing(drafts: list[Draft], segment: Segment, before: Draft) -> None:
    """Ask whether the change before a semicolon goes on behind it: "nông nghiệp tăng 3,5%; công nghiệp 9%".

    ``drafts`` are those of the segment, ``before`` the one before it in its sentence.
    """
    told = iter(drafts if before.measure != "level" else ())
    for figure in segment.figures:
        draft = next((draft for draft in told if draft.figure is figure), None)
        if draft is None or draft.measure != "level" or draft.doubts or not is_plain(draft):
            return
        measured = goes_on_behind(figure, before)
        if measured is None:
            return
        draft.measure, draft.basis = measured.measure, draft.basis or before.basis
        draft.average_annual = before.average_annual and draft.unit == before.unit
        if measured.doubt is not None:
            draft.doubts.append(measured.doubt)
            draft.others.append({"measure": "level", "basis": None})
        before = draft


def _is_another_count(draft: Draft) -> bool:
    """ "thêm 6 sản phẩm, trong đó 1 sản phẩm 4 sao; công nhận lại tối thiểu 02 sản phẩm": bounded on its own."""
    return bool(draft.noun) and draft.figure is not None and draft.figure.phrase.compared


def _grow_alike(draft: Draft, whole: Draft) -> bool:
    """Whether a part says its growth in the verb of the whole; it then has its measure."""
    if draft.figure is not None and is_part_of_whole(draft.figure, whole):
        return False
    yearly = whole.average_annual and whole.unit == f"{draft.unit}/{A_YEAR}" and draft.unit == "%"
    same = whole.measure != "level" == draft.measure and (draft.unit == whole.unit or yearly)
    alike = whole.measure == draft.measure and whole.unit == draft.unit
    if alike and whole.average_annual and whole.unit.endswith(f"/{A_YEAR}"):
        draft.average_annual = True  # "tăng bình quân 9,5%/năm, trong đó: nông nghiệp tăng 3,2%/năm"
        return True
    if whole.restates and whole.unit[:1] not in ("%", "‰"):
        return False  # "có 18 xã, tăng 6 xã, trong đó 5 xã nâng cao": a part of the level
    if not same or draft.figure is None or not is_plain(draft):
        return False
    if marked(draft.figure.left, "RATE") or is_share_of_its_own(draft.figure, whole):
        return False
    draft.measure, draft.basis, draft.within = whole.measure, whole.basis, whole.name
    draft.average_annual = draft.average_annual or whole.average_annual
    return True


def is_plain(draft: Draft) -> bool:
    """Whether no verb of its own says what is wanted of a figure."""
    phrase = draft.figure.phrase if draft.figure is not None else None
    return phrase is not None and not (phrase.equals or phrase.reaches or phrase.change or phrase.strive)


def mark_bands(drafts: list[Draft]) -> None:
    """A floor and a ceiling of one indicator make a band: neither more nor less is better."""
    for first, second in pairwise(drafts):
        around = first.figure is not None and first.figure.island.turned  # "D/E: 0,8 ≤ D/E ≤ 1,2"
        if not around and first.indicator != second.indicator:
            continue
        if first.measure != second.measure or first.unit != second.unit or first.unit == PLACE:
            continue
        ops = (first.op[:1], second.op[:1])
        if ">" in ops and "<" in ops:
            first.better = second.better = ("exact", "condition")


def doubt_starting_points(drafts: list[Draft]) -> None:
    """Ask about a level of an earlier year beside one that is striven for: it may only tell where that starts from."""
    for first, second in pairwise(drafts):
        if first.when is None or second.when is None or second.figure is None:
            continue
        if first.when > second.when and earlier.dates_back(second.figure):
            second.doubts += [] if second.doubts else ["reading.fact_or_target"]
        if not first.when < second.when:
            continue
        dated = first.when.startswith("year:") and second.when.startswith("year:")
        if not (dated and first.unit == second.unit and first.measure == second.measure == "level"):
            continue
        if first.figure is None or has_deadline(first.figure) or wanted.strives(first.figure):
            continue
        if wanted.strives(second.figure) and "reading.fact_or_target" not in first.doubts:
            first.doubts.append("reading.fact_or_target")
