"""Clauses that describe a body or a works by its counts, or name those who are to watch over what a paper sets.

"Bệnh viện hạng II, quy mô 450 giường, 28 khoa, phục vụ khoảng 400.000 dân", "Khách sạn gồm 186 phòng, 02 nhà hàng",
"Tổng công ty có vốn điều lệ 2.350 tỷ đồng, 14 đơn vị thành viên và hơn 8.200 lao động", "Năm học 2024 - 2025,
toàn huyện có 52 trường với 1.046 lớp, 34.218 học sinh; tỷ lệ giáo viên/lớp là 1,42". A body that is to be built or
to come to so many by a year is not described: "Xây dựng Bệnh viện quy mô 450 giường", "vào năm 2030".
"""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import DATED, Figure
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.headings import opening_of
from chitieu.reading.told.history import has_decimals
from chitieu.reading.told.wanted import is_bare
from chitieu.text.spoken import ATTAINS, HAVE, YEAR_OF_SCHOOL, words

#: What leads from a body to its counts, beside "có" and what nobody changes: "quy mô", "gồm", "vốn điều lệ".
_LEADING = ("PROPERTY", "CONTAINS", "FIXED")
#: So many counts describe a body.
_SEVERAL = 3
#: What a clause has that wants something, and what stands beside a count that is wanted.
_WANTING = frozenset({"STRIVE", "DEADLINE", "GOAL", "AIMED", "AT_LEAST", "AT_MOST", "OR_MORE", "OR_LESS"})
_MADE = frozenset(
    {
        "MAKE",
        "ATTAIN",
        "BRING",
        "FINISH",
        "EACH",
        "TIME",
        "AVERAGE",
        "HOLD",
        "KEEP",
        "RISE",
        "FALL",
        "PLANNED",
    }
)
_FOUNDED = frozenset(words("FOUNDED"))
#: What a body does, and nobody makes it do more of.
_ITS_OWN = frozenset((*words("SERVES"), *words("IN_CHARGE"), *_FOUNDED))
_WATCHING = words("WATCHES_OVER")
#: So many words behind those who watch over something say that they do.
_NEAR = 5


def describes_a_body(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether a clause only says what a body has, or who is to watch over something."""
    figures = [draft.figure for draft in drafts if draft.figure is not None]
    if len(figures) < len(drafts) or len(figures) < 2:
        return False
    if _watch_over(figures):
        return True
    if any(_wants(tokens, at) for at in range(len(tokens))):
        return False
    begun = tokens[opening_of(tokens) :]
    led = begun[: first_behind(begun, figures[0].start)]
    if not led or keyed(led, ":"):
        return False
    if begun[0].key.startswith(YEAR_OF_SCHOOL):
        return _counts_schools(led, drafts)
    if not marked(led[:1], "ACTOR", "NOUN") or any("MAKE" in t.marks and t.key not in _FOUNDED for t in led):
        return False
    leading = marked(led, *_LEADING)
    few = 2 if marked(led, "CONTAINS") else _SEVERAL
    kinds = {draft.noun or draft.unit for draft in drafts}
    return leading and len(kinds) >= few and not _has_a_time(begun) and all(map(_is_counted, drafts))


def _wants(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token wants something; of "quy mô 450 giường kế hoạch" the plan is a kind of bed."""
    token = tokens[at]
    if token.type in _WANTING or not token.marks.isdisjoint(_WANTING - {"GOAL"}):
        return True
    return "GOAL" in token.marks and not (at > 1 and tokens[at - 2].type == "NUMBER")


def _has_a_time(tokens: Sequence[Token]) -> bool:
    """ "… vào năm 2030", "hằng năm"; but not "thành lập năm 1998", which is over."""
    for at, token in enumerate(tokens):
        timed = token.account in DATED or token.type in ("YEAR", "DATE") or "TIME" in token.marks
        if timed and not any(before.key in _FOUNDED for before in tokens[max(0, at - 2) : at]):
            return True
    return False


def _is_counted(draft: Draft) -> bool:
    """ "28 khoa", "hơn 8.200 lao động", "phục vụ khoảng 400.000 dân", "quản lý 15 trạm y tế xã"."""
    figure = draft.figure
    if (
        figure is None
        or draft.unit[:1] in ("%", "‰")
        or draft.measure != "level"
        or draft.op not in ("=", ">")
    ):
        return False
    phrase = figure.phrase
    if phrase.closing or phrase.reaches or phrase.strive or phrase.high is not None:
        return False
    if any(token.key == ATTAINS for token in figure.island.tokens) or marked(figure.right, "GRADE"):
        return False
    if is_money(draft.unit) and "FIXED" not in figure.said:
        return False  # "Hợp tác xã gồm 45 thành viên, …, doanh thu 12 tỷ đồng"
    said = [token for token in figure.left if token.key not in _ITS_OWN and token.type != "YEAR"]
    if not marked(said, *_MADE) and marked(figure.right, "WAS"):
        return True  # "trong đó 11 trạm đã được xây dựng kiên cố"
    return not marked([*said, *figure.right], *_MADE)


def _counts_schools(led: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Năm học 2024 - 2025, toàn huyện có 52 trường, 1.046 lớp …; tỷ lệ giáo viên/lớp là 1,42": a ratio worked out."""
    counts = [draft for draft in drafts if draft.noun]
    rest = [draft for draft in drafts if not draft.noun]
    first = drafts[0].figure
    owned = first is not None and first.island.tokens[0].key == HAVE and marked(led, "WHOLE", "ACTOR")
    return (
        owned
        and len({draft.noun for draft in counts}) >= _SEVERAL
        and all(map(_is_counted, counts))
        and bool(rest)
        and all(not draft.unit and draft.op == "=" and has_decimals(draft) for draft in rest)
    )


def _watch_over(figures: Sequence[Figure]) -> bool:
    """ "Thường trực HĐND, 02 Ban, 06 Tổ đại biểu và 27 đại biểu giám sát việc thực hiện": who they are."""
    first, last = figures[0], figures[-1]
    if not marked(first.left[-_NEAR:], "ACTOR") or marked(first.left, *_MADE):
        return False
    if not all(map(is_bare, figures)) or any(figure.left for figure in figures[1:]):
        return False
    behind = " ".join([token.key for token in last.right[:_NEAR]])
    return any(f" {verb} " in f" {behind} " for verb in _WATCHING)
