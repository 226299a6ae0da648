"""Documents made up for the tests, with what must be found in them: below, or in a .yaml beside the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

DOCUMENTS = Path(__file__).parent / "documents"

#: Document → item label → its targets: (op, value or low..high, unit); "holds" and "absent" for statuses, "grade …".
EXPECTED: dict[str, dict[str, list[str]]] = {
    "xa-dai-hoi": {
        "2.1.a": ["10..11 %/năm"],
        "2.1.b": [],
        "2.1.b.1": ["= 35 %"],
        "2.1.b.2": ["= 30 %"],
        "2.1.b.3": ["= 35 %"],
        "2.1.c": ["= 95 triệu đồng/năm"],
        "2.1.d": ["increase >= 8 %"],
        "2.1.đ": ["= 52 %"],
        "2.2.a": ["decrease = 0.5 %/năm"],
        "2.2.b": ["> 95 %"],
        "2.2.c": ["= 100 %", "= 2 trường"],
        "2.2.d": ["< 12 %"],
        "2.2.đ": ["= 450 lao động/năm"],
        "2.3.1": ["= 100 %"],
        "2.4.a": [">= 120 đảng viên"],
        "2.4.b": ["= 90 %", "<= 20 %"],
        "2.4.c": ["absent"],
    },
    "huyen-ke-hoach": {
        "a.1": ["= 8450 tỷ đồng", "increase = 9.5 %"],
        "a.1.1": ["= 2100 tỷ đồng", "increase = 3.2 %"],
        "a.1.2": ["= 3850 tỷ đồng", "increase = 12 %"],
        "a.1.3": ["= 2500 tỷ đồng", "increase = 11.5 %"],
        "a.2": [">= 365 tỷ đồng", "increase = 5 %"],
        "a.3": [">= 95 %"],
        "b.1": ["< 3 %", "decrease >= 1 %"],
        "b.2": ["= 68 %", "= 32 %"],
        "b.3": ["= 8.5 bác sĩ"],
        "c.1": ["= 85 %", "= 98 %"],
        "c.2": ["= 99.5 %"],
    },
    "hdnd-bang": {
        "1": ["= 125.5 Tỷ đồng"],
        "2": ["= 1250 Tỷ đồng"],
        "2.1": ["= 860 Tỷ đồng"],
        "3": [">= 12 %"],
        "4": ["< 1 %"],
        "5": ["= 1200 Người"],
        "6": [">= 80 %"],
        "7": ["holds"],
    },
    "phuong-khong-dau": {
        "1.1": [">= 48 tỷ đồng"],
        "1.2": ["holds"],
        "2.1": ["decrease >= 5 %"],
        "2.2": ["absent"],
        "2.4": [">= 99.5 %"],
        "3.1": ["15..18 đảng viên", ">= 96 %"],
        "3.2": [],
    },
    "chi-bo-gach": {
        "1.1": ["= 70 triệu đồng/người/năm"],
        "1.2": ["= 45 ha", "= 60 tạ/ha", "= 270 tấn"],
        "1.3": ["decrease = 2 hộ"],
        "2.1": ["= 2 đảng viên"],
        "2.2": ["grade >= hoàn thành tốt nhiệm vụ"],
        "2.3": ["> 90 %"],
    },
    "xa-phan-hai": {
        "1": ["= 450 tỷ đồng"],
        "1.1": ["= 200 tỷ đồng"],
        "1.2": ["= 150 tỷ đồng"],
        "1.3": ["= 100 tỷ đồng"],
        "2": [">= 5200 tấn"],
        "3": ["= 13.5 tỷ đồng", "= 5 tỷ đồng"],
        "4": ["< 1.5 %"],
        "5": ["= 100 %"],
        "6": ["< 8 %"],
        "7": ["> 92 %"],
        "8": [">= 12 đảng viên"],
        "9": ["grade = hoàn thành tốt nhiệm vụ"],
    },
    "huyen-phu-luc": {
        "1": ["= 5600 Tỷ đồng", "= 109.8 %"],
        "1.1": ["= 1600 Tỷ đồng", "= 105.3 %"],
        "1.2": ["= 4000 Tỷ đồng", "= 111.7 %"],
        "2": ["= 72 Triệu đồng/năm", "= 109.1 %"],
        "3": ["decrease 0.8..1.0 %"],
        "4": ["< 2 %"],
        "5": ["= 12 Xã"],
    },
}
#: Document → the words of figures outside the lists that are offered.
OFFERED = {
    "xa-dai-hoi": [
        "phấn đấu trồng mới 150 ha cây ăn quả.",
        "Huy động nguồn lực bê tông hóa 100% đường trục thôn.",
        "phấn đấu 80% hồ sơ nộp trực tuyến.",
    ],
    "huyen-ke-hoach": [
        "phấn đấu thuộc nhóm 5 huyện dẫn đầu tỉnh.",
        "phấn đấu năng suất lúa đạt 62 tạ/ha.",
        "Tổ chức 12 lớp đào tạo nghề cho lao động nông thôn.",
    ],
    "hdnd-bang": ["phấn đấu giải ngân 100% vốn đầu tư công."],
    "phuong-khong-dau": ["giảm nợ đọng thuế dưới 5%.", "Phấn đấu 100% cán bộ sử dụng chữ ký số."],
    "chi-bo-gach": ["Vận động 100% hộ dân phân loại rác."],
}
#: Document → title, issuer, number, date, first and last day.
_SAYS_OF_ITSELF: dict[str, tuple[str | None, ...]] = {
    "xa-dai-hoi": (
        "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ AN PHÚ LẦN THỨ I NHIỆM KỲ 2025 - 2030", "Đảng bộ xã An Phú",
        "01-NQ/ĐH", "2025-07-15", "2026-01-01", "2030-12-31",
    ),
    "huyen-ke-hoach": (
        "Phát triển kinh tế - xã hội huyện Long Biên Đông năm 2026", "Ủy ban nhân dân huyện Long Biên Đông",
        "125/KH-UBND", "2026-01-05", "2026-01-01", "2026-12-31",
    ),
    "hdnd-bang": (
        "Kế hoạch phát triển kinh tế - xã hội năm 2026", "Hội đồng nhân dân phường Tân Mỹ",
        "18/NQ-HĐND", None, "2026-01-01", "2026-12-31",
    ),
    "phuong-khong-dau": (
        "Lãnh đạo thực hiện nhiệm vụ năm 2024", "Đảng ủy phường Hòa Bình",
        "12-NQ/ĐU", None, "2024-01-01", "2024-12-31",
    ),
    "xa-phan-hai": (
        "Phương hướng, nhiệm vụ năm 2026", "Đảng ủy xã Đông Sơn",
        "07-NQ/ĐU", "2025-12-28", "2026-01-01", "2026-12-31",
    ),
    "huyen-phu-luc": (
        "Hệ thống chỉ tiêu phát triển kinh tế - xã hội năm 2026", "Hội đồng nhân dân huyện An Lão",
        "55/NQ-HĐND", "2025-12-19", "2026-01-01", "2026-12-31",
    ),
}  # fmt: skip

_SAID = ("title", "issuer", "number", "date", "from", "to")
#: Document → what it says of itself, by name; what is not named is not compared.
SAYS_OF_ITSELF: dict[str, dict[str, str | None]] = {
    name: dict(zip(_SAID, said, strict=True)) for name, said in _SAYS_OF_ITSELF.items()
}


def _beside() -> None:
    """Add what the .yaml files say."""
    for path in sorted(DOCUMENTS.glob("*.yaml")):
        told: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        EXPECTED[path.stem] = told["items"]
        if "offers" in told:
            OFFERED[path.stem] = told["offers"]
        if told["says"]:
            SAYS_OF_ITSELF[path.stem] = told["says"]


_beside()
