"""What a heading announces: targets, results of the past, tasks, an aim in general, or none of these."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TARGETS = re.compile(
    r"chỉ tiêu|mục tiêu cụ thể|mục tiêu chủ yếu|các mục tiêu|mục tiêu phấn đấu|mục tiêu đến năm"
)
_AIM = re.compile(r"mục tiêu")
_GENERAL = re.compile(
    r"(?:mục tiêu|phương hướng|yêu cầu) (?:tổng quát|chung|bao trùm)|mục tiêu,? quan điểm|quan điểm"
)
_RESULTS = re.compile(
    r"kết quả|đánh giá|hạn chế|tồn tại|khuyết điểm|ưu điểm|nguyên nhân|bài học|tình hình|đã đạt được|"
    r"thực trạng|thành tựu",
)
_TASKS = re.compile(
    r"giải pháp|nhiệm vụ(?! chính trị)|tổ chức thực hiện|phương hướng|mục đích|yêu cầu|chủ đề|đột phá|"
    r"phân công|kinh phí|hiệu lực|điều khoản|trách nhiệm|biện pháp|kiến nghị|đề xuất|khen thưởng|phương châm|"
    r"chương trình trọng điểm|tiến độ|"
    r"dự án trọng điểm|công trình trọng điểm|danh mục (?:dự án|công trình)"
)
_ANNEX = re.compile(r"^(?:phụ lục|biểu(?: số)?|phụ biểu|bảng(?: số)?)\b")
_DECLARED = re.compile(
    r"(?<![0-9/.,])(?P<n>[0-9]{1,3})\s+(?:nhóm\s+)?chỉ tiêu\b(?!\s+(?:đạt|chưa|hoàn thành|vượt|không|đã|được))"
)


@lru_cache(maxsize=1024)
def headline_class(text: str) -> str:
    """ "targets", "results", "tasks", "general", "mixed", "annex", or "" where the words announce nothing.

    >>> headline_class("Các chỉ tiêu chủ yếu năm 2026"), headline_class("Nhiệm vụ, giải pháp")
    ('targets', 'tasks')
    >>> headline_class("NHIỆM VỤ CHÍNH TRỊ"), headline_class("Chỉ tiêu, nhiệm vụ"), headline_class("Mục tiêu tổng quát")
    ('', 'mixed', 'general')
    """
    low = unicodedata.normalize("NFC", text).lower()
    if _ANNEX.match(low):
        return "targets" if _TARGETS.search(low) else "annex"
    aims, results, tasks = _TARGETS.search(low), _RESULTS.search(low), _TASKS.search(low)
    if results and not (aims and aims.start() < results.start()):
        return "results"
    if aims and tasks:
        return "mixed"
    if aims:
        return "targets"
    if _GENERAL.search(low):
        return "general"
    if _AIM.search(low):
        return "mixed" if tasks else "targets"
    return "tasks" if tasks else ""


def declared_count(text: str) -> int | None:
    """The count that a heading names: "(06 chỉ tiêu)", "31 chỉ tiêu".

    >>> declared_count("1. Chỉ tiêu công tác xây dựng Đảng (06 chỉ tiêu)"), declared_count("Về kinh tế")
    (6, None)
    >>> declared_count("22/25 chỉ tiêu đạt và vượt") is None
    True
    """
    match = _DECLARED.search(unicodedata.normalize("NFC", text))
    return int(match["n"]) if match else None


def without_count(text: str) -> str:
    """A heading without its count and its final colon.

    >>> without_count("Về kinh tế, đô thị (12 chỉ tiêu chủ yếu):")
    'Về kinh tế, đô thị'
    """
    bare = re.sub(r"\s*[:(]?\s*[0-9]{1,3}\s+(?:nhóm\s+)?chỉ tiêu[^():]*\)?(?:\s*\([^()]*\))?", "", text)
    bare = re.sub(r"\s*(?:,?\s*cụ thể)?\s*(?:như sau|sau đây)\s*:?\s*$", "", bare)
    return (bare.strip(" :.;*_") or text.strip(" :.;*_")).strip()
