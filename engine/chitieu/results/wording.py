"""A sentence that reports, as one that wants: so the grammar of targets reads what was done.

"Trong năm, Đảng bộ đã kết nạp 79 đảng viên" and "kết nạp 79 đảng viên" state one figure of one indicator; the words
that tell that it is done, by whom and until when are no part of either.
"""

from __future__ import annotations

import re

from chitieu.text.spoken import pattern

_LONG_LEAD = 10
_LEADS_UP = re.compile(pattern("LEADS_UP"), re.I)
_FIELD = re.compile(pattern("FIELD_NAMED"), re.I)
_NAMED = re.compile(r"(?:[^\W\d]+\s+){2}")
_WHO = re.compile(pattern("WHO_DID"), re.I)
_BY_DATE = re.compile(pattern("BY_A_DATE"))
#: "đạt 4,7 triệu lượt khách đạt 100% kế hoạch": two phrases that no comma parts.
_RUN_ON = re.compile(pattern("RUNS_ON"))
#: "đạt 97,6% kế hoạch (302,5/310 tỷ đồng)": the figures that a share is worked out from come first.
_SHARE_OF = re.compile(pattern("SHARE_WITH_FIGURES"), re.I)
_DONE = re.compile(pattern("TELLS_DONE"), re.I)


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
