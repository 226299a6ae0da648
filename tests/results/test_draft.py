"""Result texts: which sentence tells of which target, with what value; what is left open."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from chitieu.actuals import load_actuals
from chitieu.diagnostics import DocumentError
from chitieu.reading import read_actual
from chitieu.results.csv_draft import csv_draft
from chitieu.results.document import read_report
from chitieu.results.draft import Draft, draft_actuals
from chitieu.results.names import score
from chitieu.ruleset import load_ruleset

RULESET = "do-son-2026"


def drafted(folder: Path, text: str, ruleset: str = RULESET) -> Draft:
    path = folder / "bao-cao.txt"
    path.write_text(text, encoding="utf-8")
    return draft_actuals(path, load_ruleset(ruleset))


def values(draft: Draft) -> dict[str, str]:
    return {row.rule.id: row.value for row in draft.rows if row.state == "found"}


@pytest.mark.parametrize(
    ("sentence", "id", "value"),
    [
        ("Thu ngân sách trên địa bàn ước đạt 480 tỷ đồng, bằng 105,2% dự toán, tăng 12%.", "(11).1", "480 tỷ đồng"),
        ("Trong năm, Đảng bộ đã kết nạp 79/77 đảng viên.", "(2).1", "79/77 đảng viên"),
        ("kết nạp 79/77 đảng viên", "(2).1", "79/77 đảng viên"),
        ("Số vụ phạm pháp hình sự giảm 6% so với cùng kỳ năm trước.", "(30).2", "giảm 6%"),
        ("Doanh thu dịch vụ lưu trú và ăn uống đã đạt 2.900 tỷ đồng.", "(9).1", "2.900 tỷ đồng"),
        ("Số vụ phạm pháp hình sự là 47 vụ.", "(30).2", "47 vụ"),
        ("Tỷ lệ hộ cận nghèo còn 0,35%.", "(18).2", "0,35%"),
        ("Tỷ lệ người dân tham gia bảo hiểm y tế ước đạt khoảng 95,6%.", "(19).1", "đạt khoảng 95,6%"),
        ("Giải quyết việc làm cho 2.410 lượt lao động.", "(17).1", "2.410 lượt lao động"),
        ("Thu hút khách du lịch đạt 5,1 triệu lượt khách.", "(13).1", "5,1 triệu lượt khách"),
    ],
)  # fmt: skip
def test_a_sentence_gives_a_value(tmp_path: Path, sentence: str, id: str, value: str) -> None:
    assert values(drafted(tmp_path, sentence)) == {id: value}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ hộ nghèo còn 0,35%.",  # the ruleset has that of hộ cận nghèo
        "Phấn đấu tỷ lệ hộ cận nghèo còn 0,35%.",
        "Năm 2024, tỷ lệ hộ cận nghèo còn 0,5%.",
        "Giá trị sản xuất công nghiệp đạt 571 tấn.",  # another unit
        "Phần đầu tỷ lệ hộ cận nghèo còn 0,35%.",  # as scans spell "phấn đấu"
        "Số vụ phạm pháp hình sự giảm 3 hộ.",
        "Hộ cận nghèo giảm dưới 2%.",  # a fall, or a level below 2 %
        "Giữ vững, ổn định tình hình an ninh chính trị.",  # told in too many ways
    ],
)
def test_what_does_not_tell_is_left_open(tmp_path: Path, sentence: str) -> None:
    assert values(drafted(tmp_path, sentence)) == {}


def test_a_part_on_aims_is_no_result(tmp_path: Path) -> None:
    text = "I. Kết quả\nTỷ lệ Gia đình văn hóa đạt 96,5%.\nII. Phương hướng, nhiệm vụ\nTỷ lệ hộ cận nghèo còn 0,3%."
    assert values(drafted(tmp_path, text)) == {"(25).1": "96,5%"}


def test_doubtful_matches_are_offered(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "Xây dựng được 3 mô hình Dân vận khéo.\nTrên địa bàn không còn hộ nghèo.")
    offers = {row.rule.id: row.offers[0].text() for row in draft.rows if row.state == "doubtful"}
    assert "3 mô hình" in offers["(5).1"]
    assert "Trên địa bàn không còn hộ nghèo" in offers["(18).1"]
    assert all(not row.value for row in draft.rows)


def test_a_report_that_says_two_things_is_left_open(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "Tỷ lệ Gia đình văn hóa đạt 96,5%.\nTỷ lệ gia đình văn hóa đạt 96%.")
    [row] = [row for row in draft.rows if row.rule.id == "(25).1"]
    assert (row.state, row.value) == ("doubtful", "")
    assert row.offers[0].text() == "Báo cáo nói khác nhau: 96,5%, 96%. Chọn một."


def test_grades_and_entities(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "Đảng bộ phường được xếp loại Hoàn thành tốt nhiệm vụ.", "phuong-thu-duc-2022")
    assert values(draft) == {"1.3.1": "Hoàn thành tốt nhiệm vụ"}
    draft = drafted(tmp_path, "Tỷ lệ huy động học sinh vào lớp 1 và lớp 6 đạt 100%.", "phuong-thu-duc-2022")
    rows = [row for row in draft.rows if row.rule.id == "3.1.3"]
    assert [(row.entity, row.value, row.state) for row in rows] == [
        ("lớp 1", "", "doubtful"),
        ("lớp 6", "", "doubtful"),
    ]


@pytest.mark.parametrize(
    ("sentence", "notes"),
    [
        ("Doanh thu đạt 673/550 tỷ đồng, bằng 122,5% kế hoạch.", ["673/550 là 122,4%, báo cáo ghi 122,5%."]),
        ("Doanh thu đạt 673/550 tỷ đồng, bằng 122,4% kế hoạch.", []),  # 122,3636…
        ("Doanh thu đạt 673/550 tỷ đồng, bằng 122,36% kế hoạch.", []),
        ("Kết nạp 79/77 đảng viên, vượt 2,6% kế hoạch.", []),  # 102,597…
        ("Kết nạp 79/77 đảng viên, vượt 3,6% kế hoạch.", ["79/77 là 2,6%, báo cáo ghi 3,6%."]),
        ("Số vụ phạm pháp hình sự giảm 6% (47/50 vụ).", []),
        ("Số vụ phạm pháp hình sự giảm 8% (47/50 vụ).", ["47/50 là 6%, báo cáo ghi 8%."]),
        ("Số vụ phạm pháp hình sự xảy ra 32 vụ, giảm 04 vụ (11,1%) so với cùng kỳ.", []),  # 4/36
        ("Số vụ phạm pháp hình sự 32 vụ, giảm 04 vụ (12,5%).", ["4/36 là 11,1%, báo cáo ghi 12,5%."]),
        ("Tỷ lệ giải ngân đạt 97,6% kế hoạch (302,5/310 tỷ đồng).", []),  # 97,580…
        (
            "Tỷ lệ giải ngân đạt 96,7% kế hoạch (302,5/310 tỷ đồng).",
            ["302,5/310 là 97,6%, báo cáo ghi 96,7%."],
        ),
        (
            "Tổng mức bán lẻ hàng hóa đạt 3.500 tỷ đồng, bằng 102,5% kế hoạch.",  # 3500/3447 = 101,537…
            ["So với chỉ tiêu 3.447 tỷ đồng là 101,5%, báo cáo ghi 102,5%."],
        ),
    ],
)
def test_own_percentages(tmp_path: Path, sentence: str, notes: list[str]) -> None:
    draft = drafted(tmp_path, sentence)
    assert [note.text() for note in draft.notes] == notes


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo", False),
        ("Tỷ lệ hộ nghèo", "Số hộ nghèo", False),
        ("Số hộ nghèo", "Hộ nghèo trên địa bàn phường", True),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", "Tỷ lệ trẻ em dưới 1 tuổi suy dinh dưỡng", False),
        ("Tổng thu ngân sách Nhà nước năm 2026", "Thu ngân sách nhà nước", True),
        ("Tỷ lệ người tham gia BHXH bắt buộc", "Tỷ lệ người tham gia BHXH tự nguyện", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert (score(one, other) == 100) is same
    assert score(one, other) == score(other, one)


def test_every_drafted_value_is_read_back_as_said(tmp_path: Path) -> None:
    text = "Kết nạp 79/77 đảng viên.\nTỷ lệ hộ cận nghèo còn 0,35%.\nSố vụ phạm pháp hình sự giảm 6%."
    draft = drafted(tmp_path, text)
    path = tmp_path / "nhap.csv"
    path.write_bytes(csv_draft(draft))
    actuals = load_actuals(path)
    assert actuals.notes == ()
    for name, value in values(draft).items():
        [actual] = actuals.by_id[name]
        said = read_actual(value)
        assert (actual.interval, actual.unit, actual.of, actual.change) == (
            said.interval,
            said.unit,
            said.of,
            said.change,
        )
        assert "bao-cao.txt, đoạn" in str(actual.source)


def test_cells_never_run_as_formulas(tmp_path: Path) -> None:
    data = csv_draft(drafted(tmp_path, '=HYPERLINK("x") tỷ lệ hộ cận nghèo còn 0,35%.')).decode("utf-8-sig")
    cells = [cell for line in data.splitlines() for cell in line.split(";")]
    assert not [cell for cell in cells if cell.lstrip('"').startswith(("=", "+", "@"))]


# ---- documents -----------------------------------------------------------------------------------------


def test_a_word_document_with_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Tỷ lệ hộ cận nghèo còn 0,35%.")
    table = document.add_table(rows=2, cols=3)
    texts = [("TT", "Chỉ tiêu", "Kết quả"), ("1", "Kết nạp đảng viên", "79 đảng viên")]
    for row, words in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    path = tmp_path / "bao-cao.docx"
    document.save(str(path))
    assert [paragraph.text for paragraph in read_report(path)] == [
        "Tỷ lệ hộ cận nghèo còn 0,35%.",
        "Kết nạp đảng viên 79 đảng viên",
    ]
    assert values(draft_actuals(path, load_ruleset(RULESET)))["(18).2"] == "0,35%"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.txt", b""),
        ("a.xyz", b"x"),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_report(tmp_path / name)
    assert all(problem.full("vi") for problem in caught.value.diagnostics)


def test_lines_that_belong_together_are_one_sentence(tmp_path: Path) -> None:
    line = "Trong năm, toàn phường thực hiện nhiều việc có ý nghĩa với đời sống của nhân dân."
    last = "Doanh thu dịch vụ lưu trú và ăn uống trên địa bàn phường trong năm ước thực hiện"
    text = "\n".join([line] * 12 + [last, "đạt 2.900 tỷ đồng."])
    assert values(drafted(tmp_path, text)) == {"(9).1": "2.900 tỷ đồng"}
