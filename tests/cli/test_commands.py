"""The commands on files, end to end."""

import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest

from .conftest import ACTUALS, RULESET, Call, Files, Process


def test_evaluate_shows_outcomes_and_totals(call: Call, files: Files) -> None:
    result = call("evaluate", files.ruleset, files.actuals)
    assert result.code == 0
    assert result.err == ""
    for text in ("▲ Vượt", "✗ Không đạt", "✓ Đạt", "98,2", "94,96"):
        assert text in result.out
    assert "Đạt và vượt 2/3 chỉ tiêu: 1 vượt, 1 đạt, 1 không đạt, 0 chưa đủ căn cứ" in result.out


def test_strict(call: Call, files: Files) -> None:
    assert call("evaluate", files.ruleset, files.actuals, "--strict").code == 1
    assert call("evaluate", files.ruleset, files.all_met, "--strict").code == 0


def test_strict_counts_what_is_undecided(call: Call, files: Files) -> None:
    (files.folder / "thieu.csv").write_text("id;value\nI.1.1;6\nI.2.1;95%\n", encoding="utf-8")
    assert call("evaluate", files.ruleset, str(files.folder / "thieu.csv"), "--strict").code == 1


def test_evaluate_json(call: Call, files: Files) -> None:
    from chitieu.report.schema import ReportDocument

    result = call("evaluate", files.ruleset, files.actuals, "--format", "json")
    document = json.loads(result.out)
    ReportDocument.model_validate(document)
    assert document["ruleset"] == "phuong-thu"
    assert document["schema_version"] == 1
    assert document["summary"]["items"] == {"met": 1, "exceeded": 1, "not_met": 1, "undecided": 0}
    verdicts = {verdict["id"]: verdict for verdict in document["verdicts"]}
    assert verdicts["I.1.1"]["outcome"] == "exceeded"
    assert verdicts["I.2.1"]["margin"] == "-0.040000"
    assert verdicts["I.2.1"]["completion"] == "99.957895"  # 94.96 / 95 × 100 = 99.95789473…
    assert verdicts["II.1.1"]["actual"] == "98,2"
    for verdict in verdicts.values():
        assert verdict["reasons"]
        start, end = verdict["target"]["span"]
        assert verdict["expect"][start:end]
    assert len(document["provenance"]["ruleset"]["sha256"]) == 64
    assert document["provenance"]["actuals"]["file"] == "so-lieu.csv"


def test_evaluate_csv_opens_in_excel(call: Call, files: Files) -> None:
    target = files.folder / "kq.csv"
    assert call("evaluate", files.ruleset, files.actuals, "-o", str(target)).code == 0
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["Mã", "Mục", "Phần", "Chỉ tiêu"]
    assert [row[rows[0].index("Đánh giá")] for row in rows[1:]] == ["Vượt", "Không đạt", "Đạt"]
    assert [row[rows[0].index("Thực hiện")] for row in rows[1:]] == ["9", "94,96", "98,2"]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_evaluate_markdown_by_suffix(call: Call, files: Files) -> None:
    target = files.folder / "kq.md"
    assert call("evaluate", files.ruleset, files.actuals, "-o", str(target)).code == 0
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# Chỉ tiêu thử năm 2023\n")
    assert "| I.2 | Tỷ lệ đảng viên sinh hoạt thường kỳ |" in text


def test_evaluate_in_english(call: Call, files: Files) -> None:
    result = call("evaluate", files.ruleset, files.actuals, "--lang", "en")
    assert "2 of 3 targets met or exceeded" in result.out
    assert "94.96" in result.out


def test_baseline(call: Call, files: Files) -> None:
    (files.folder / "giam.yaml").write_text(
        RULESET.replace(
            "Tỷ lệ hộ gia đình văn hóa, expect: trên 98%", "Số vụ phạm pháp hình sự, expect: giảm ít nhất 5%"
        ),
        encoding="utf-8",
    )
    (files.folder / "nay.csv").write_text("id;value;unit\nII.1.1;94;vụ\n", encoding="utf-8")
    (files.folder / "truoc.csv").write_text("id;value;unit\nII.1.1;100;vụ\n", encoding="utf-8")
    args = ["evaluate", str(files.folder / "giam.yaml"), str(files.folder / "nay.csv"), "--format", "json"]
    alone = json.loads(call(*args).out)["verdicts"][2]
    beside = json.loads(call(*args, "--baseline", str(files.folder / "truoc.csv")).out)
    assert alone["outcome"] == "undecided"
    assert beside["verdicts"][2]["outcome"] == "met"  # 100 → 94 is a fall of 6 %
    assert beside["provenance"]["baseline"]["file"] == "truoc.csv"


def test_a_bad_row_is_reported_and_the_others_judged(call: Call, files: Files) -> None:
    (files.folder / "xau.csv").write_text("id;value\nI.1.1;9\nI.2.1;???\nIX.9;5\n", encoding="utf-8")
    result = call("evaluate", files.ruleset, str(files.folder / "xau.csv"), "--format", "json")
    document = json.loads(result.out)
    assert result.code == 0
    assert [verdict["outcome"] for verdict in document["verdicts"]] == ["exceeded", "undecided", "undecided"]
    assert any("IX.9" in note["message"] for note in document["notes"])


def test_check(call: Call, files: Files) -> None:
    result = call("check", files.ruleset)
    assert result.code == 0
    assert "từ 5 đến 8 đảng viên" in result.out
    document = json.loads(call("check", files.ruleset, "--format", "json").out)
    assert document["ruleset"] == "phuong-thu"
    assert [target["id"] for target in document["targets"]] == ["I.1.1", "I.2.1", "II.1.1"]
    assert document["targets"][0]["section"] == "I"
    (task,) = document["findings"]  # to know of: the exit code is 0 all the same
    assert (task["code"], task["level"], task["items"]) == ("check.task", "note", ["II.2"])


def test_check_with_findings(call: Call, files: Files) -> None:
    wrong = files.folder / "sai.yaml"
    wrong.write_text(RULESET.replace("declared: 2", "declared: 3"), encoding="utf-8")
    result = call("check", str(wrong), "--format", "json")
    assert result.code == 1
    finding = json.loads(result.out)["findings"][0]
    assert finding["level"] == "finding"
    assert finding["code"] == "check.section_count"
    assert finding["items"] == ["I.1", "I.2"]
    assert call("check", str(wrong)).code == 1


def test_explain(call: Call, files: Files) -> None:
    result = call("explain", files.ruleset, "I.2.1", files.actuals)
    assert result.code == 0
    lines = result.out.splitlines()
    (words,) = [at for at, line in enumerate(lines) if "95% trở lên" in line]
    assert lines[words + 1].strip().strip("^") == ""
    assert lines[words].index("95% trở lên") == lines[words + 1].index("^")
    assert "ít nhất 95%" in result.out
    assert "✗ Không đạt" in result.out
    assert "-0,04%" in result.out


def test_explain_takes_an_item_and_needs_no_actuals(call: Call, files: Files) -> None:
    result = call("explain", files.ruleset, "I.1")
    assert result.code == 0
    assert "từ 5 đến 8 đảng viên" in result.out
    document = json.loads(call("explain", files.ruleset, "I.1", "--format", "json").out)
    assert document["id"] == "I.1.1"
    assert document["target"]["low"] == "5"


def test_explain_of_nothing_names_what_is_near(call: Call, files: Files) -> None:
    result = call("explain", files.ruleset, "I.2.2")
    assert result.code == 2
    assert "I.2.1" in result.err


@pytest.mark.parametrize(
    ("suffix", "begins"), [("html", b"<!DOCTYPE html>"), ("xlsx", b"PK"), ("docx", b"PK"), ("md", b"# ")]
)
def test_documents_by_their_suffix(call: Call, files: Files, suffix: str, begins: bytes) -> None:
    target = files.folder / f"bao-cao.{suffix}"
    assert call("evaluate", files.ruleset, files.actuals, "-o", str(target)).code == 0
    assert target.read_bytes().startswith(begins)


def test_a_workbook_is_not_shown_on_a_terminal(
    call: Call, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    result = call("evaluate", files.ruleset, files.actuals, "--format", "docx")
    assert result.code == 2
    assert result.out == ""
    assert "-o bao-cao.docx" in result.err


def test_template_is_read_back(call: Call, files: Files) -> None:
    target = files.folder / "mau.xlsx"
    assert call("template", files.ruleset, "-o", str(target)).code == 0
    result = call("evaluate", files.ruleset, str(target), "--format", "json")
    assert result.code == 0
    assert json.loads(result.out)["summary"]["items"]["undecided"] == 3


def test_template_never_replaces_a_workbook(call: Call, files: Files) -> None:
    target = files.folder / "mau.xlsx"
    target.write_bytes(b"a year of figures")
    result = call("template", files.ruleset, "-o", str(target))
    assert result.code == 2
    assert "mau.xlsx" in result.err
    assert target.read_bytes() == b"a year of figures"


def test_template_is_a_workbook_by_name_too(call: Call, files: Files) -> None:
    result = call("template", files.ruleset, "-o", str(files.folder / "mau.csv"))
    assert result.code == 2
    assert not (files.folder / "mau.csv").exists()


def test_the_inputs_are_not_written_over(call: Call, files: Files) -> None:
    for path in (files.actuals, files.ruleset):
        before = Path(path).read_bytes()
        result = call("evaluate", files.ruleset, files.actuals, "--format", "csv", "-o", path)
        assert result.code == 2
        assert Path(path).read_bytes() == before


def test_parse_table(call: Call) -> None:
    result = call("parse", "Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên")
    assert result.code == 0
    assert "lớn hơn 98%" in result.out
    assert "từ 5 đến 8 đảng viên" in result.out


def test_parse_json(call: Call) -> None:
    from chitieu.report.schema import ReadingsDocument

    document = json.loads(call("parse", "--format", "json", "kết nạp từ 5 - 8 đảng viên").out)
    ReadingsDocument.model_validate(document)
    (reading,) = document["readings"]
    assert reading["targets"][0]["op"] == "range"


def test_decomposed_input_reads_the_same(call: Call) -> None:
    text = "Tỷ lệ hộ gia đình văn hóa trên 98%"
    composed, decomposed = (
        json.loads(call("parse", "--format", "jsonl", form).out)
        for form in (text, unicodedata.normalize("NFD", text))
    )
    assert decomposed["text"] == unicodedata.normalize("NFD", text)
    for one, other in zip(composed["targets"], decomposed["targets"], strict=True):
        assert {**one, "span": None} == {**other, "span": None}
    start, end = decomposed["targets"][0]["span"]
    assert unicodedata.normalize("NFC", decomposed["text"][start:end]) in text


def test_judge(call: Call) -> None:
    result = call("judge", "giảm ít nhất 5%", "-6%")
    assert result.code == 0
    assert "✓ Đạt" in result.out
    document = json.loads(call("judge", "trên 98%", "98,2%", "--format", "json").out)
    assert document["outcome"] == "met"


def test_lists(call: Call) -> None:
    units = call("units").out
    assert "%" in units
    assert re.search(r"^ha +│ ha, héc ta.*│ độ dài² *$", units, re.MULTILINE)
    assert call("rulesets").code == 0
    for name in ("ruleset", "actuals", "reading", "report"):
        schema = json.loads(call("schema", name).out)
        assert "$schema" in schema, name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(call: Call, shell: str) -> None:
    assert "_CHITIEU_COMPLETE" in call("completion", shell).out


def test_completion_completes(process: Process) -> None:
    variables = {"_CHITIEU_COMPLETE": "bash_complete", "COMP_WORDS": "chitieu eva", "COMP_CWORD": "1"}
    ran = process([], env=variables)
    assert b"evaluate" in ran.stdout
    assert ran.stderr == b""


ENCODINGS = ["cp437", "cp1258", "ascii", "utf-8"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_pipe_is_plain_utf8_whatever_the_console(process: Process, files: Files, encoding: str) -> None:
    ran = process(
        ["evaluate", files.ruleset, files.actuals], env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    )
    assert ran.returncode == 0, ran.stderr
    text = ran.stdout.decode("utf-8")
    assert "Không đạt" in text
    assert "\x1b" not in text


def test_errors_in_a_pipe_are_utf8_too(process: Process) -> None:
    ran = process(["evaluate", "không-có", "x.csv"], env={"PYTHONIOENCODING": "cp437"})
    assert ran.returncode == 2
    assert "không-có" in ran.stderr.decode("utf-8")


def test_output_is_written_whole_or_not_at_all(call: Call, files: Files) -> None:
    target = files.folder / "kq.json"
    target.write_text("cũ", encoding="utf-8")
    assert call("evaluate", files.ruleset, "khong-co.csv", "-o", str(target)).code == 2
    assert target.read_text(encoding="utf-8") == "cũ"
    assert call("evaluate", files.ruleset, files.actuals, "-o", str(target)).code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["ruleset"] == "phuong-thu"
    assert sorted(path.name for path in files.folder.iterdir() if path.suffix in {".part", ".tmp"}) == []


def test_output_into_no_folder(call: Call, files: Files) -> None:
    result = call("evaluate", files.ruleset, files.actuals, "-o", str(files.folder / "khong" / "kq.json"))
    assert result.code == 2
    assert "kq.json" in result.err
    assert "Traceback" not in result.err


def test_messages_cannot_steer_a_terminal(call: Call, files: Files) -> None:
    result = call("explain", files.ruleset, "\x1b[2Jx")
    assert result.code == 2
    assert "\x1b" not in result.err


def broken(folder: Path) -> dict[str, Path]:
    made = {name: folder / name for name in ("rong", "nhi-phan", "hong", "sai-truong", "thu-muc")}
    made["thu-muc"].mkdir()
    made["rong"].write_bytes(b"")
    made["nhi-phan"].write_bytes(bytes(range(256)) * 40)
    made["hong"].write_text("targets: [\n  - {", encoding="utf-8")
    made["sai-truong"].write_text(RULESET.replace("indicator:", "indicato:"), encoding="utf-8")
    return made


@pytest.mark.parametrize("kind", ["rong", "nhi-phan", "hong", "sai-truong", "thu-muc", "khong-co"])
@pytest.mark.parametrize("command", ["evaluate", "check", "explain", "template"])
def test_bad_rulesets(call: Call, files: Files, kind: str, command: str) -> None:
    (files.folder / "b").mkdir()
    path = {
        name: file.rename(file.with_suffix(".yaml")) for name, file in broken(files.folder / "b").items()
    }.get(kind, files.folder / "khong-co.yaml")
    more = {
        "evaluate": [files.actuals],
        "check": [],
        "explain": ["I.1"],
        "template": ["-o", str(files.folder / "mau.xlsx")],
    }[command]
    result = call(command, str(path), *more)
    assert result.code == 2
    assert result.out == ""
    assert path.name in result.err
    assert "Traceback" not in result.err
    assert not (files.folder / "mau.xlsx").exists()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods", ".json", ".yaml"])
@pytest.mark.parametrize("kind", ["rong", "nhi-phan", "thu-muc", "khong-co"])
def test_bad_actuals(call: Call, files: Files, kind: str, suffix: str) -> None:
    (files.folder / "b").mkdir()
    path = {
        name: file.rename(file.with_suffix(suffix)) for name, file in broken(files.folder / "b").items()
    }.get(kind, files.folder / f"khong-co{suffix}")
    result = call("evaluate", files.ruleset, str(path))
    assert result.code == 2
    assert result.out == ""
    assert path.name in result.err
    assert result.err.count("Lỗi:") == 1
    assert "Traceback" not in result.err


VALUES = ["chưa có", "1/0", "9" * 400, "5 gigawatt-quả", "NaN", "∞", "=1+1", "\u202e5", "1e999999999"]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_odd_values_end_no_document(call: Call, files: Files, form: str) -> None:
    odd = [{"id": "I.2.1", "value": value, "note": "\ud800\x00"} for value in [*VALUES, "\udfff"]]
    for at, each in enumerate(odd):
        (files.folder / "la.json").write_text(json.dumps([each]), encoding="utf-8")
        target = files.folder / f"kq-{at}.{form}"
        assert call("evaluate", files.ruleset, str(files.folder / "la.json"), "-o", str(target)).code == 0
        assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md", "html"])
def test_odd_values_never_end_the_run(call: Call, files: Files, value: str, form: str) -> None:
    odd = ACTUALS.replace("98,2;%", f"{value};")
    (files.folder / "la.csv").write_text(odd, encoding="utf-8")
    result = call("evaluate", files.ruleset, str(files.folder / "la.csv"), "--format", form)
    assert result.code == 0
    assert "Traceback" not in result.err
    assert "Không đạt" in result.out or "not_met" in result.out


def test_actuals_drafts_a_file_that_evaluate_reads(call: Call, files: Files) -> None:
    report = files.folder / "bao-cao.txt"
    report.write_text("Số đảng viên mới kết nạp 9 đảng viên.\n", encoding="utf-8")
    draft = files.folder / "nhap.csv"
    result = call("actuals", str(report), files.ruleset, "-o", str(draft))
    assert result.code == 0
    assert "1 có số liệu" in result.err
    assert call("evaluate", files.ruleset, str(draft)).code == 0
    again = call("actuals", str(report), files.ruleset, "-o", str(draft))
    assert again.code == 2  # a person may have gone through it
    assert call("actuals", str(report), files.ruleset, "-o", str(files.folder / "nhap.xlsx")).code == 2
