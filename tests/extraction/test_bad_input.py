"""Files that cannot be read: each is named for what it is, says what to do, and leaves nothing behind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chitieu import ChitieuError
from chitieu.cli.run import run
from chitieu.extraction.reader import read_document

from .making import make_docx

TEXT = "CHỈ TIÊU NĂM 2026\n1. Kết nạp 5 đảng viên.\n"
TCVN3 = "Tû lÖ hé nghÌo gi¶m cßn 3,5%\nThu ng©n s¸ch ®¹t 20 tû ®ång\nTû lÖ trÎ em suy dinh d­ìng d­íi 5%\n"


def word(folder: Path) -> bytes:
    return make_docx(TEXT, folder / "goc.docx").read_bytes()


def rewritten(
    data: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None
) -> bytes:
    """A .docx with some of its parts changed, and with further ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def same(_name: str, content: bytes) -> bytes:
    return content


def entity(name: str, content: bytes) -> bytes:
    if name != "word/document.xml":
        return content
    head, _, rest = content.partition(b"?>")
    return head + b'?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rest


def empty_pdf(pages: int, *, password: str | None = None) -> bytes:
    """A PDF without text."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for _ in range(pages):
        canvas.rect(100, 100, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CASES: dict[str, tuple[str, Callable[[Path], bytes], str]] = {
    "old Word": ("cu.doc", lambda _: OLE, "document.old_word"),
    "old Excel": ("cu.xls", lambda _: OLE + "Workbook".encode("utf-16-le"), "document.old_workbook"),
    "old Word named .docx": ("cu.docx", lambda _: OLE, "document.old_word"),
    "password": ("khoa.docx", lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "document.encrypted"),
    "cut short": ("cut.docx", lambda folder: word(folder)[:-400], "document.broken"),
    "half": ("nua.docx", lambda folder: word(folder)[: len(word(folder)) // 2], "document.broken"),
    "text named .docx": ("chu.docx", lambda _: TEXT.encode(), "document.broken"),
    "another archive": ("nen.docx", lambda _: _zip({"a.txt": b"a"}), "document.not_word"),
    "broken XML": (
        "xml.docx",
        lambda folder: rewritten(
            word(folder), lambda name, data: data[:200] if name == "word/document.xml" else data
        ),
        "document.broken",
    ),
    "macros": (
        "macro.docx",
        lambda folder: rewritten(word(folder), same, {"word/vbaProject.bin": b"x"}),
        "document.macros",
    ),
    "macros by name": ("macro.docm", word, "document.macros"),
    "XXE": ("xxe.docx", lambda folder: rewritten(word(folder), entity), "document.entities"),
    "zip bomb": (
        "bom.docx",
        lambda folder: rewritten(word(folder), same, {"word/media.xml": b"<a>" + bytes(40_000_000)}),
        "document.bomb",
    ),
    "too many parts": (
        "manh.docx",
        lambda folder: rewritten(word(folder), same, {f"x/{n}.xml": b"<a/>" for n in range(5001)}),
        "document.bomb",
    ),
    "scan": ("quet.pdf", lambda _: empty_pdf(3), "document.scan"),
    "2,000 pages": ("dai.pdf", lambda _: empty_pdf(2000), "document.too_many_pages"),
    "PDF with a password": ("khoa.pdf", lambda _: empty_pdf(1, password="x"), "document.encrypted"),
    "no PDF": ("gia.pdf", lambda _: TEXT.encode(), "document.not_pdf"),
    "PDF cut short": ("cut.pdf", lambda _: empty_pdf(2)[:300], "document.broken"),
    "TCVN3 as bytes": ("tcvn3.txt", lambda _: TCVN3.encode("cp1252"), "document.legacy_font"),
    "TCVN3 as Unicode": ("tcvn3u.txt", lambda _: TCVN3.encode(), "document.legacy_font"),
    "another encoding": (
        "cp.txt",
        lambda _: "Chỉ tiêu".encode()[:2] + b"\xff\xfe abc def\n" * 3,
        "file.not_utf8",
    ),
    "binary": ("anh.txt", lambda _: bytes(range(256)) * 4, "file.binary"),
    "empty": ("trong.txt", lambda _: b"  \n", "file.empty"),
    "a workbook": ("bang.xlsx", lambda _: b"PK", "document.unknown_kind"),
    "no targets": (
        "khong.txt",
        lambda _: "Kính gửi Ủy ban xã.\nXin cảm ơn.\n".encode(),
        "document.no_targets",
    ),
    "a line of a megabyte": ("dong.txt", lambda _: b"a\n" + b"5, " * 350_000, "document.line_too_long"),
    "very many lines": ("nhieu.txt", lambda _: b"a b c\n" * 50_001, "document.too_long"),
    "rich text": ("rtf.doc", lambda _: b"{\\rtf1 abc}", "document.old_word"),
}


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_message_and_nothing_written(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, make, code = CASES[case]
    data = make(tmp_path)
    folder = tmp_path / "vao"
    folder.mkdir()
    document = folder / name
    document.write_bytes(data)
    out = folder / "ra.yaml"
    capsys.readouterr()
    assert run(["extract", str(document), "-o", str(out)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert name in said.err
    assert "Traceback" not in said.err
    assert sorted(path.name for path in folder.iterdir()) == [name]
    if code != "document.no_targets":
        with pytest.raises(ChitieuError) as caught:
            read_document(document)
        assert caught.value.code == code
        assert caught.value.diagnostic.text("vi") in said.err


def test_old_word_says_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "nghi quyet.doc"
    document.write_bytes(OLE)
    assert run(["extract", str(document), "-o", str(tmp_path / "a.yaml")]) == 2
    assert 'soffice --headless --convert-to docx "nghi quyet.doc"' in capsys.readouterr().err


def test_a_lying_archive_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that says it is small and is not: reading stops at the limit."""
    from chitieu.extraction import office_guard

    monkeypatch.setattr(office_guard, "MAX_PART", 1000)
    document = tmp_path / "a.docx"
    document.write_bytes(word(tmp_path))
    with pytest.raises(ChitieuError) as caught:
        read_document(document)
    assert caught.value.code == "document.bomb"


@pytest.mark.parametrize(("library", "name"), [("docx", "a.docx"), ("pypdfium2", "a.pdf")])
def test_a_missing_library_is_named(
    library: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    document = tmp_path / name
    document.write_bytes(word(tmp_path) if name.endswith("docx") else empty_pdf(1))
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ChitieuError) as caught:
        read_document(document)
    assert caught.value.code == "document.needs_extra"
    assert 'pip install "chitieu[documents]"' in caught.value.diagnostic.full()


def test_a_folder_keeps_the_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "vao", tmp_path / "ra"
    folder.mkdir()
    (folder / "mot.txt").write_text(TEXT, encoding="utf-8")
    (folder / "hai.docx").write_bytes(word(tmp_path))
    (folder / "hong.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "ghi-chu.csv").write_text("a;b", encoding="utf-8")
    assert run(["extract", str(folder), "-o", str(out)]) == 2
    said = capsys.readouterr()
    assert sorted(path.name for path in out.iterdir()) == ["hai.yaml", "mot.yaml"]
    assert "hong.pdf" in said.err
    assert said.out.count("Cộng") == 2
    (folder / "hong.pdf").unlink()
    assert run(["extract", str(folder), "-o", str(out)]) == 0


def test_an_empty_folder(tmp_path: Path) -> None:
    assert run(["extract", str(tmp_path), "-o", str(tmp_path / "ra")]) == 2
    assert not (tmp_path / "ra").exists()


def test_no_such_paragraph(tmp_path: Path) -> None:
    document: Any = tmp_path / "a.txt"
    document.write_text(TEXT, encoding="utf-8")
    assert run(["extract", str(document), "-o", str(tmp_path / "a.yaml"), "--add", "99"]) == 2
    assert not (tmp_path / "a.yaml").exists()
