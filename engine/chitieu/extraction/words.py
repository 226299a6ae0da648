"""What a heading announces: targets, past results, tasks, an aim in general, or none of these; and of which years."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from chitieu.text.spoken import AIM, either, pattern

_TARGETS = re.compile(either("ANNOUNCES_TARGETS"))
_GENERAL = re.compile(pattern("AIM_IN_GENERAL"))
_RESULTS = re.compile(either("ANNOUNCES_RESULTS"))
_TASKS = re.compile(pattern("ANNOUNCES_TASKS"))
_ANNEX = re.compile(pattern("ANNEX"))
_DECLARED = re.compile(pattern("DECLARED_COUNT"))
_MINDS = re.compile(pattern("MINDS_TARGETS"), re.I)
_COUNT = re.compile(pattern("COUNT_IN_HEADING"))
_AS_FOLLOWS = re.compile(pattern("AS_FOLLOWS"))
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


@lru_cache(maxsize=1024)
def headline_class(text: str) -> str:
    """ "targets", "results", "tasks", "general", "mixed", "annex", or "" where the words announce nothing.

    >>> headline_class("Các chỉ tiêu chủ yếu năm 2026"), headline_class("Nhiệm vụ, giải pháp")
    ('targets', 'tasks')
    >>> headline_class("NHIỆM VỤ CHÍNH TRỊ"), headline_class("Chỉ tiêu, nhiệm vụ"), headline_class("Mục tiêu tổng quát")
    ('', 'mixed', 'general')
    >>> headline_class("Văn phòng theo dõi các chỉ tiêu"), headline_class("Chỉ tiêu do Văn phòng theo dõi")
    ('', 'targets')
    """
    low = unicodedata.normalize("NFC", text).lower()
    if _ANNEX.match(low):
        return "targets" if _TARGETS.search(low) else "annex"
    aims, results, tasks = _TARGETS.search(low), _RESULTS.search(low), _TASKS.search(low)
    if aims and _MINDS.search(low[: aims.start()]):
        aims = None
    if results and not (aims and aims.start() < results.start()):
        return "results"
    if aims and tasks:
        return "mixed"
    if aims:
        return "targets"
    if _GENERAL.search(low):
        return "general"
    if AIM in low:
        return "mixed" if tasks else "targets"
    return "tasks" if tasks else ""


def declared_count(text: str) -> int | None:
    """The count that a heading names: "(06 chỉ tiêu)", "31 chỉ tiêu".

    >>> declared_count("1. Chỉ tiêu công tác xây dựng Đảng (06 chỉ tiêu)"), declared_count("Về kinh tế")
    (6, None)
    >>> declared_count("22/25 chỉ tiêu đạt và vượt") is None
    True
    >>> declared_count("Sở Tài chính chủ trì theo dõi 14 chỉ tiêu kinh tế; báo cáo hằng quý") is None
    True
    """
    normal = unicodedata.normalize("NFC", text)
    match = _DECLARED.search(normal)
    return int(match["n"]) if match and not _MINDS.search(normal[: match.start()]) else None


def without_count(text: str) -> str:
    """A heading without its count and its final colon.

    >>> without_count("Về kinh tế, đô thị (12 chỉ tiêu chủ yếu):")
    'Về kinh tế, đô thị'
    """
    bare = _AS_FOLLOWS.sub("", _COUNT.sub("", text))
    return (bare.strip(" :.;*_") or text.strip(" :.;*_")).strip()


def years_of(text: str) -> list[int]:
    """The years that a heading names.

    >>> years_of("KH2026/TH 2025"), years_of("Định hướng giai đoạn 2026 - 2030"), years_of("12026 đồng")
    ([2026, 2025], [2026, 2030], [])
    """
    return list(map(int, _YEAR.findall(text)))
