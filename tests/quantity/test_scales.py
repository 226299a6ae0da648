"""Grades: their scale and their order."""

from __future__ import annotations

import unicodedata

import pytest

from chitieu.quantity.scales import find_scale, grades_of, known_scales, rank

ORDERS = [
    (
        "nhiệm vụ",
        [
            "Không hoàn thành nhiệm vụ",
            "Hoàn thành nhiệm vụ",
            "Hoàn thành tốt nhiệm vụ",
            "Hoàn thành xuất sắc nhiệm vụ",
        ],
    ),
    ("nhiệm vụ", ["không hoàn thành", "hoàn thành", "hoàn thành tốt", "hoàn thành xuất sắc"]),
    ("xếp loại chung", ["Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc"]),
    ("xếp loại chung", ["loại yếu", "xếp loại trung bình", "đạt loại Khá", "mức Giỏi", "“xuất sắc”"]),
    ("loại", ["loại III", "loại II", "loại I"]),
    ("loại", ["Hạng 3", "hạng 2", "hạng 1"]),
    ("giải", ["giải Ba", "hạng Nhì", "nhất"]),
    ("sao", ["3 sao", "4 sao", "hạng 5 sao"]),
    ("sao", ["đạt ba sao", "sao 4", "hạng năm sao"]),
    ("xếp loại chung", ["Yếu trở lên;", "trung bình trở xuống.", "Khá trở lên."]),
    ("hạng chữ cái", ["C", "loại B", "hạng A"]),
    ("mức độ", ["mức 1", "mức độ 2", "cấp độ 3", "mức IV", "cấp độ 5"]),
    ("đạt yêu cầu", ["Không đạt yêu cầu", "đạt yêu cầu", "khá", "giỏi"]),
    ("yếu < trung bình < khá = tốt", ["Yếu", "trung bình", "TỐT"]),
]


@pytest.mark.parametrize(("scale", "grades"), ORDERS)
def test_order(scale: str, grades: list[str]) -> None:
    ranks = [rank(grade, scale) for grade in grades]
    assert None not in ranks
    assert ranks == sorted(set(ranks), key=lambda place: place or 0)


@pytest.mark.parametrize(
    ("scale", "grade", "place"),
    [
        ("giải", "khuyến khích", 1),
        ("sao", "1 sao", 1),
        ("yếu < trung bình < khá = tốt", "yếu", 1),
        ("yếu < trung bình < khá = tốt", "tốt", 3),
        ("xếp loại chung", "Khá khá", None),
        ("yếu < khá", "giỏi", None),
    ],
)
def test_the_worst_grade_is_the_first(scale: str, grade: str, place: int | None) -> None:
    assert rank(grade, scale) == place


@pytest.mark.parametrize(
    ("scale", "grades"),
    [
        ("Giải", "khuyến khích, ba, nhì, nhất"),
        ("sao", "1 sao = một sao, 2 sao = hai sao, 3 sao = ba sao, 4 sao = bốn sao, 5 sao = năm sao"),
        ("Yếu < Trung bình < khá = tốt", "yếu, trung bình, khá = tốt"),
        ("no such scale", ""),
    ],
)
def test_grades_of_a_scale(scale: str, grades: str) -> None:
    assert ", ".join(" = ".join(line) for line in grades_of(scale)) == grades


FOUND = [
    ("Khá", None, "xếp loại chung"),
    ("Khá", "Kết quả kiểm tra bắn đạn thật của dân quân", "đạt yêu cầu"),
    ("Khá", "đạt yêu cầu", "đạt yêu cầu"),
    ("Hoàn thành tốt nhiệm vụ", None, "nhiệm vụ"),
    ("mức độ 2", None, "mức độ"),
    ("mức 4", None, "mức độ"),
    ("loại II", None, "loại"),
    ("hạng Nhì", None, "giải"),
    ("4 sao", None, "sao"),
    ("loại A", None, "hạng chữ cái"),
    ("xanh lá", None, None),
    ("2", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("grade", "hint", "scale"), FOUND)
def test_find_scale(grade: str, hint: str | None, scale: str | None) -> None:
    found = find_scale(grade, hint)
    assert (found[0] if found else None) == scale
    if found:
        assert rank(grade, found[0]) == found[1]


def test_synonyms_share_a_rank() -> None:
    assert rank("Tốt", "xếp loại chung") == rank("Giỏi", "xếp loại chung")


def test_scales_do_not_mix() -> None:
    assert rank("hạng Nhì", "xếp loại chung") is None
    assert rank("Khá", "no such scale") is None


def test_spelling_does_not_matter() -> None:
    place = rank("Hoàn thành tốt nhiệm vụ", "nhiệm vụ")
    for text in ("HOÀN THÀNH TỐT NHIỆM VỤ", "“hoàn thành tốt nhiệm vụ”", "  hoàn  thành tốt nhiệm vụ. "):
        assert rank(text, "nhiệm vụ") == place
        assert rank(unicodedata.normalize("NFD", text), "nhiệm vụ") == place


def test_every_grade_of_the_file_stands_on_its_scale() -> None:
    for scale in known_scales():
        for grade, place in scale.ranks.items():
            assert rank(grade, scale.name) == place
