from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.actuals import load, load_actuals, workbook
from chitieu.diagnostics import ActualsError

from .looks import readable

Make = Callable[[str, str | bytes], Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
GARBAGE = random.Random(1).randbytes(4000)


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def code_of(path: Path) -> str:
    with pytest.raises(ActualsError) as caught:
        load_actuals(path)
    error = caught.value
    for problem in error.diagnostics:
        for text in (problem.text("vi"), problem.text("en")):
            assert text
            assert "{" not in text.replace('{"', "")
        problem.hint("vi")
        problem.hint("en")
        assert problem.place is not None
        assert problem.place.file == str(path)
    return error.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "file.empty"),
        ("a.csv", b"\n \n", "file.empty"),
        ("a.xlsx", b"", "file.empty"),
        ("a.csv", GARBAGE, "file.binary"),
        ("a.json", GARBAGE, "file.binary"),
        ("a.yaml", GARBAGE, "file.binary"),
        ("a.xlsx", GARBAGE, "actuals.not_a_workbook"),
        ("a.ods", b"id,value\n1,2\n", "actuals.not_a_workbook"),
        ("a.xlsx", b"PK\x03\x04" + GARBAGE, "actuals.broken_workbook"),
        ("a.xlsx", archive(word__document_xml=b"<a/>"), "actuals.not_a_workbook"),
        ("a.csv", archive(word__document_xml=b"<a/>"), "actuals.not_a_workbook"),
        ("a.xlsx", archive(xl__workbook_xml=b"<a/>"), "actuals.broken_workbook"),
        (
            "a.ods",
            archive(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<a/>"),
            "actuals.not_a_workbook",
        ),
        ("a.xlsx", OLE, "actuals.old_workbook"),
        ("a.csv", OLE, "actuals.old_workbook"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "actuals.password"),
        ("a.xlsm", archive(xl__workbook_xml=b"<a/>", xl__vbaProject=b"x"), "actuals.macros"),
        (
            "a.xlsx",
            archive(
                xl__workbook_xml=b"<a/>",
                **{
                    "xl/_rels/workbook.xml.rels": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
                },
            ),
            "actuals.entities",
        ),
        ("a.csv", b"%PDF-1.7\n...", "actuals.pdf"),
        ("a.doc", b"xin chao", "actuals.unknown_format"),
        ("a", b"xin chao", "actuals.unknown_format"),
        ("a.csv", b"xin chao\nban\n", "actuals.no_id_column"),
        ("a.csv", b"value,unit\n1,2\n", "actuals.no_id_column"),
        ("a.csv", b"id,unit\n1,2\n", "actuals.no_value_column"),
        ("a.csv", b"id,vlaue\n1,2\n", "actuals.no_value_column_near"),
        ("a.csv", b"id,value,value\n1,2,3\n", "actuals.column_twice"),
        ("a.csv", b'id,value,note\n1,2,"abc\n2,3,x\n', "actuals.open_quote"),
        ("a.csv", b'id,value\n1,"' + b"x" * 200_000 + b'"\n', "actuals.broken_csv"),
        ("a.csv", b"id,value\n\xff\xfe\x80\xd2\x81\x8d\n", "file.not_utf8"),
        ("a.json", b'[{"id": 1,}]', "actuals.broken_json"),
        ("a.json", b"[" * 200_000, "actuals.not_a_list"),
        ("a.json", b'{"id": 1}', "actuals.not_a_list"),
        ("a.json", b"[]", "actuals.not_a_list"),
        ("a.json", b"[1, 2]", "actuals.not_a_list"),
        ("a.json", b"5", "actuals.not_a_list"),
        ("a.json", b'[{"id": 1, "id": 2, "value": 3}]', "actuals.name_twice"),
        ("a.json", b'[{"ma_so_thue": 1, "value": 3}]', "actuals.no_id_column"),
        ("a.json", '[{"id": "Tỷ"}]'.encode("cp1258", "replace") + b"\xff", "file.not_utf8"),
        ("a.yaml", b"id: 1\nvalue: 2\n", "actuals.not_a_list"),
        ("a.yaml", b"- {id: 1\n", "yaml.syntax"),
        ("a.yaml", b"- &a {id: 1, value: 2}\n- *a\n", "yaml.alias"),
        ("a.yaml", b"- {id: 1, id: 2}\n", "yaml.duplicate_key"),
    ],
)
def test_one_clear_message(file: Make, name: str, content: bytes, code: str) -> None:
    assert code_of(file(name, content)) == code


def test_missing_and_folder(tmp_path: Path) -> None:
    (tmp_path / "so-lieu.csv").write_text("id,value\n1,2\n")
    assert code_of(tmp_path / "so-lieu1.csv") == "file.not_found_near"
    assert code_of(tmp_path / "khong-co" / "a.csv") == "file.not_found"
    assert code_of(tmp_path) == "file.is_folder"


def test_a_file_beyond_the_limit(file: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MAX_BYTES", 100)
    assert code_of(file("a.csv", "id,value\n" + "1,2\n" * 100)) == "file.too_large"


def test_a_bomb_of_a_workbook_is_refused_before_it_unpacks(
    file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1024 * 1024)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", b"0" * (2 * 1024 * 1024))
    assert len(buffer.getvalue()) < 10_000
    assert code_of(file("a.xlsx", buffer.getvalue())) == "actuals.unpacked_too_large"


def test_a_bomb_within_the_limit_is_refused_too(file: Make) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", b" " * (65 * 1024 * 1024))
    assert code_of(file("a.xlsx", buffer.getvalue())) == "actuals.bomb"


def test_a_part_that_is_longer_than_the_archive_says(xlsx: Callable[..., Path], file: Make) -> None:
    data = bytearray(xlsx([["id", "value"], ["1", 5]]).read_bytes())
    name = b"xl/worksheets/sheet1.xml"
    entry = data.index(b"PK\x01\x02", data.rindex(name) - 46)
    assert data[entry + 46 : entry + 46 + len(name)] == name
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert code_of(file("lies.xlsx", bytes(data))) == "actuals.broken_workbook"


def test_every_cut_of_a_workbook_is_refused_or_read(tmp_path: Path, file: Make) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["id", "value"], ["1", 5], ["2", "giảm 6%"]):
        sheet.append(row)
    whole = tmp_path / "whole.xlsx"
    book.save(whole)
    data = whole.read_bytes()
    assert len(load_actuals(whole).by_id) == 2
    for end in range(10, len(data) - 1, 211):
        with pytest.raises(ActualsError):
            load_actuals(file("cut.xlsx", data[:end]))


def refusal(path: Path) -> str | None:
    """The code of the error that a file gives, None where it is read; all it says must have its words."""
    try:
        actuals = load_actuals(path)
    except ActualsError as error:
        assert readable(error)  # noqa: PT017
        return error.code
    for note in actuals.notes:
        note.full("vi")
        note.full("en")
    return None


@given(st.binary(max_size=300), st.sampled_from([".csv", ".json", ".yaml", ".xlsx", ".ods"]))
def test_never_another_error(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(data)
    refusal(path)


CELLS = st.text(
    alphabet=st.sampled_from("0123456789.,%-–/ abđếgkộtrênkhông;\"'=()\t\u00a0\u0301"), max_size=12
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6), st.sampled_from(",;\t"))
def test_any_rows_below_a_head(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.csv"
    head = separator.join(["id", "value", "unit", "baseline"])
    path.write_text(head + "\n" + "\n".join(separator.join(row) for row in rows), encoding="utf-8")
    error = refusal(path)
    assert error in (None, "actuals.open_quote", "actuals.split_heading")
