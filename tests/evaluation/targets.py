"""Targets that several tables judge."""

from __future__ import annotations

from datetime import date

from .cases import fall, rise, wanted

FIVE_YEARS = (date(2021, 1, 1), date(2025, 12, 31))
SHARE, COUNT, MONEY_SPENT, PER_HEAD = (
    "Tỷ lệ hộ nghèo",
    "Số vụ phạm pháp",
    "Chi phí",
    "Thu nhập bình quân đầu người",
)

FEWER_VU = fall(">=", "5", "%", COUNT)
FEWER_HO = fall("=", "2", "hộ", "Hộ nghèo")
LESS_POOR = fall("=", "0.1", "%", SHARE)
COST = rise("=", "5", "%", MONEY_SPENT, better="lower")
COST_MOST = rise("<=", "5", "%", MONEY_SPENT, better="lower")
MORE = rise(">=", "8", "%", "Thu ngân sách")
RANKS = rise("=", "3", "bậc", "Thứ hạng CCHC")
STEEP = fall(">=", "20", "%", COUNT)
YEARLY = rise(">=", "8", "%/năm", "Giá trị sản xuất", average_annual=True)
OVER_PLAN = rise("range", "3 5", "%", "Thu ngân sách", basis="plan")
AT_LEAST_95 = wanted(">=", "95")
OF_PLAN = wanted("=", "100", basis="plan")
MONEY = wanted("=", "2000", "tỷ đồng")
BARE_90 = wanted("=", "90")
NAMELESS = fall(">=", "5", "%", "")
BIRTHS = fall("=", "1", "‰", "Tỷ lệ sinh thô")
