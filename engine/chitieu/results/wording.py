"""A sentence that reports, as one that wants: so the grammar of targets reads what was done.

"Trong năm, Đảng bộ đã kết nạp 79 đảng viên" and "kết nạp 79 đảng viên" state one figure of one indicator; the words
that tell that it is done, by whom and until when are no part of either.
"""

from __future__ import annotations

import re

_LONG_LEAD = 10
_LEADS_UP = re.compile(r"\b(?:như|sau|gồm|cụ thể)\s*$", re.I)
_FIELD = re.compile(r"(?:về|(?:trên )?lĩnh vực|công tác)\s", re.I)
_NAMED = re.compile(r"(?:[^\W\d]+\s+){2}")
_WHO = re.compile(
    r"^(?:(?:trong (?:năm|kỳ)|năm)(?: \d{4})?,?\s+)?(?:[^\W\d]+\s+){0,7}?đã\s+(?:được\s+)?"
    r"(?=\w)(?!(?:đạt|tăng|giảm|bằng|vượt|còn|ước|thực hiện|hoàn thành|được)\b)",
    re.I,
)
_BY_DATE = re.compile(
    r"\s*\b(?:tính |ước )?(?:đến|tới) (?:hết |nay\b|thời điểm )?(?:ngày )?"
    r"(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|tháng \d{1,2}(?:[/.]\d{4})?)\s*,?"
)
_OF_PLAN = r"(?:so với )?(?:kế hoạch|kh|chỉ tiêu|dự toán|nghị quyết)(?: giao)?"
#: "đạt 4,7 triệu lượt khách đạt 100% kế hoạch": two phrases that no comma parts.
_RUN_ON = re.compile(
    rf"(?<=\w)(?<!kế hoạch)\s+(?=(?:đạt|bằng|tương đương|vượt) [\d.,]+\s?% (?:{_OF_PLAN}|so với cùng kỳ))"
)
#: "đạt 97,6% kế hoạch (302,5/310 tỷ đồng)": the figures that a share is worked out from come first.
_SHARE_OF = re.compile(
    r"(?<!giảm )(?<!tăng )(?<!vượt )(?<![\d.,])"
    rf"(?P<share>(?:(?:đạt|bằng) )?[\d.,]+\s?%(?: {_OF_PLAN})?)\s*"
    r"\((?:đạt )?(?P<ratio>[\d.,]+/[\d.,]+ [^()\d]{1,30})\)",
    re.I,
)
_DONE = re.compile(
    r"\b(?:đã\s+(?:được\s+)?|ước\s+(?:(?:tính|thực hiện)\s+|(?=(?:đạt|còn|tăng|giảm|bằng|khoảng)\b|\d))|"
    r"thực hiện\s+(?=đạt\b)|(?:để\s+)?(?:xảy ra|ghi nhận|phát sinh)\s+(?=\d))(?=\w)",
    re.I,
)


def as_wanted(sentence: str) -> str:
    """The sentence without what says that it is done, so that its figures are read like those of a target.

    >>> as_wanted("Nhiều chỉ tiêu vượt kế hoạch đã đề ra như: doanh thu dịch vụ đạt 5 tỷ đồng đạt 100% kế hoạch")
    'doanh thu dịch vụ đạt 5 tỷ đồng, đạt 100% kế hoạch'
    >>> as_wanted("Trong năm, Đảng bộ đã kết nạp 79 đảng viên"), as_wanted("Thu ngân sách đã đạt 480 tỷ đồng")
    ('kết nạp 79 đảng viên', 'Thu ngân sách đạt 480 tỷ đồng')
    """
    bare = _BY_DATE.sub(" ", _without_lead(sentence))
    bare = _SHARE_OF.sub(r"\g<ratio>, \g<share>", _RUN_ON.sub(", ", bare))
    return _DONE.sub("", _WHO.sub("", bare))


def _without_lead(sentence: str) -> str:
    """The sentence without what leads up to an indicator and is no part of its name.

    >>> _without_lead("Về kinh tế: thu ngân sách đạt 5 tỷ đồng"), _without_lead("Cơ cấu kinh tế: dịch vụ 38%")
    ('thu ngân sách đạt 5 tỷ đồng', 'Cơ cấu kinh tế: dịch vụ 38%')
    """
    lead, colon, rest = sentence.partition(": ")
    leads = len(lead.split()) >= _LONG_LEAD or _LEADS_UP.search(lead) or _FIELD.match(lead)
    return rest.lstrip() if colon and leads and _NAMED.match(rest.lstrip()) else sentence
