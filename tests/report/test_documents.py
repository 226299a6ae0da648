"""The documents for machines and for spreadsheets."""

import csv
import io
import json
from pathlib import Path

import pytest

import chitieu
from chitieu.evaluation import Report
from chitieu.report.csv_report import csv_report, neutral
from chitieu.report.findings import check_document, find
from chitieu.report.json_report import report_document, to_json
from chitieu.report.markdown import escape, markdown_report
from chitieu.report.provenance import grammar_hash
from chitieu.report.schema import (
    FlatTarget,
    ReadingDocument,
    ReportDocument,
    actuals_schema,
    reading_schema,
    report_schema,
)
from chitieu.ruleset import Ruleset
from chitieu.ruleset.file import ReadingEntry


def test_the_report_is_what_its_schema_says(report: Report) -> None:
    document = report_document(report)
    again = json.loads(to_json(document))
    assert again == document
    ReportDocument.model_validate(document)


@pytest.mark.parametrize(
    ("id", "outcome", "actual", "figures"),
    [
        ("I.1.1", "exceeded", "9", ("1.000000", "180.000000")),
        ("I.2.2", "not_met", "94,96%", ("-0.040000", "99.957895")),  # 9496/95 = 99.95789473…
        ("II.1.1", "met", "72.500.000", ("2.500000", "103.571429")),  # 725/7 = 103.57142857…
        ("II.6.1", "undecided", None, (None, None)),
        ("I.3.1", "met", "Hoàn thành xuất sắc nhiệm vụ", (None, None)),
    ],
)
def test_verdicts_in_json(
    report: Report, id: str, outcome: str, actual: str | None, figures: tuple[str | None, str | None]
) -> None:
    (verdict,) = [one for one in report_document(report)["verdicts"] if one["id"] == id]
    assert verdict["outcome"] == outcome
    assert verdict["actual"] == actual
    assert (verdict["margin"], verdict["completion"]) == figures


def test_json_carries_readings_spans_and_provenance_but_no_machine_path(report: Report) -> None:
    document = report_document(report)
    (doubtful,) = [one for one in document["verdicts"] if one["id"] == "II.6.1"]
    assert doubtful["target"]["readings"][0]["measure"] == "decrease"
    assert doubtful["target"]["span"] == [0, 12]
    assert document["summary"]["items"] == {"met": 4, "exceeded": 1, "not_met": 1, "undecided": 2}
    assert document["provenance"]["ruleset"] == {
        "name": "phuong-mau",
        "sha256": "a" * 64,
        "source": {"document": "phuong-mau.txt"},
    }
    assert document["provenance"]["actuals"] == {"file": "phuong-mau.csv", "sha256": "b" * 64}
    assert document["provenance"]["grammar_sha256"] == grammar_hash()
    assert "so-lieu" not in to_json(document)


def test_json_in_english(report: Report) -> None:
    (verdict,) = [one for one in report_document(report, lang="en")["verdicts"] if one["id"] == "II.6.1"]
    assert verdict["reasons"][0]["message"] == "There is no figure."


def test_what_is_not_counted_says_so_in_json(report: Report) -> None:
    counted = {one["id"]: one["counted"] for one in report_document(report)["verdicts"]}
    assert [id for id, yes in counted.items() if not yes] == ["II.5.1"]


def rows_of(report: Report, lang: str) -> list[dict[str, str]]:
    data = csv_report(report, lang="vi" if lang == "vi" else "en")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";" if lang == "vi" else ","))


def test_csv_for_a_vietnamese_excel(report: Report) -> None:
    rows = rows_of(report, "vi")
    assert len(rows) == 12  # ten targets, and the two entities of one
    (row,) = [row for row in rows if row["Mã"] == "I.2.2"]
    assert row["Thực hiện"] == "94,96"
    assert row["Tỷ lệ TH/KH (%)"] == "99,957895"
    assert row["Chênh lệch"] == "-0,04"
    assert row["Đánh giá"] == "Không đạt"
    (money,) = [row for row in rows if row["Mã"] == "II.2.1"]
    assert (
        money["Thực hiện"] == "2860"
    )  # no mark of thousands that another locale would take for a decimal point


def test_csv_for_an_english_excel(report: Report) -> None:
    (row,) = [row for row in rows_of(report, "en") if row["Id"] == "I.2.2"]
    assert row["Actual"] == "94.96"
    assert row["Margin"] == "-0.04"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+84", "'+84"),
        ("-6%", "'-6%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("-0,04", "-0,04"),
        ("-12", "-12"),
        ("- Tỷ lệ", "'- Tỷ lệ"),
        ("%", "%"),
        ("98,2", "98,2"),
        ("", ""),
    ],
)
def test_cells_never_run_as_formulas(cell: str, written: str) -> None:
    assert neutral(cell) == written


def test_markdown(report: Report) -> None:
    text = markdown_report(report)
    assert text.startswith("# Chỉ tiêu công tác Đảng và nhiệm vụ chính trị năm 2023 của phường mẫu\n")
    assert "## I. CÔNG TÁC XÂY DỰNG ĐẢNG" in text
    assert "| I.1 | Số đảng viên mới kết nạp | đảng viên | 5 – 8 | 9 | 180% |  | ▲ Vượt |  |" in text
    assert "**Đạt và vượt 5/8 chỉ tiêu: 1 vượt, 4 đạt, 1 không đạt, 2 chưa đủ căn cứ**" in text
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in tables} == {10}


def test_markdown_escapes() -> None:
    assert escape("a|b\n<img> [x](y) `z`") == "a\\|b \\<img\\> \\[x\\](y) \\`z\\`"


def test_findings(ruleset: Ruleset) -> None:
    finding, task = find(ruleset)
    assert (task.diagnostic.code, task.level, task.items) == ("check.task", "note", ("I.4",))
    assert finding.diagnostic.code == "check.two_readings"
    assert finding.items == ("II.6",)
    document = check_document(ruleset)
    assert document["findings"][0]["place"] == "phuong-mau.yaml:42"
    assert [target["id"] for target in document["targets"]][:2] == ["I.1.1", "I.2.1"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ gia đình văn hóa từ 90% đến dưới 95%",
        "Tỷ lệ hộ nghèo giảm dưới 1%",
        "Đảng bộ xếp loại hoàn thành tốt nhiệm vụ trở lên",
        "Không để xảy ra điểm nóng",
    ],
)
def test_readings_are_what_their_schema_says(text: str) -> None:
    assert ReadingDocument.model_validate(chitieu.parse(text).to_dict()).targets


def test_a_ruleset_file_takes_every_flat_key_of_a_reading() -> None:
    told = set(FlatTarget.model_fields) - {"indicator", "needs_review", "span", "readings"}
    assert set(ReadingEntry.model_fields) == told


def test_schemas_are_json_schemas() -> None:
    for schema in (report_schema(), reading_schema(), actuals_schema()):
        assert schema["$schema"].startswith("https://json-schema.org/")
        assert "$ref" not in {key for key in schema if key != "$defs"}
        json.dumps(schema)


def test_the_grammar_hash_follows_the_grammar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from chitieu.report import provenance

    hashes = []
    for text in ("a\n", "a\r\n", "b\n"):
        (tmp_path / "x.lark").write_bytes(text.encode())
        monkeypatch.setattr(provenance, "data_dir", lambda _name: tmp_path)
        provenance.grammar_hash.cache_clear()
        hashes.append(provenance.grammar_hash())
    provenance.grammar_hash.cache_clear()
    assert hashes[0] == hashes[1] != hashes[2]
