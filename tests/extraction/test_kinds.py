"""Documents as .docx and .pdf: the same ruleset as from the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chitieu.extraction.draft import Draft
from chitieu.extraction.extract import extract
from chitieu.extraction.reader import read_document

from .conftest import draft_of, found, places
from .making import font, make_docx, make_pdf
from .tables import DOCUMENTS, EXPECTED

SHARED = Path(__file__).parents[3] / "shared" / "documents"
TEXTS = sorted(DOCUMENTS.glob("*.txt")) + (sorted(SHARED.glob("*.txt")) if SHARED.is_dir() else [])
MAKERS = {"docx": make_docx, "pdf": make_pdf}
needs_font = pytest.mark.skipif(font() is None, reason="no font with Vietnamese letters (fonts-dejavu-core)")
KINDS = ["docx", pytest.param("pdf", marks=needs_font)]


def said(draft: Draft) -> dict[str, Any]:
    """All that a draft says, places aside, spaces as one."""

    def flat(value: Any) -> Any:
        return " ".join(value.split()) if isinstance(value, str) else value

    return {
        "head": {key: value for key, value in draft.head.items() if key not in ("source", "ruleset")},
        "source": {key: draft.head["source"].get(key) for key in ("number", "date")},
        "sections": draft.sections,
        "items": [
            (item.label, item.section, item.parent, item.task, flat(item.text)) for item in draft.items
        ],
        "targets": [{key: flat(value) for key, value in target.fields.items()} for target in draft.targets],
        "review": [target.id for target in draft.targets if target.target.needs_review],
        "offers": [flat(stray.words) for stray in draft.strays if stray.offer],
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in TEXTS])
def test_the_same_ruleset(text: Path, kind: str, tmp_path: Path) -> None:
    made = MAKERS[kind](text.read_text("utf-8"), tmp_path / f"{text.stem}.{kind}")
    assert said(draft_of(made)) == said(draft_of(text))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", EXPECTED)
def test_every_target_stands_where_it_says(name: str, kind: str, tmp_path: Path) -> None:
    text = (DOCUMENTS / f"{name}.txt").read_text("utf-8")
    path = MAKERS[kind](text, tmp_path / f"{name}.{kind}")
    draft = draft_of(path)
    assert found(draft) == EXPECTED[name]
    for there, expect in places(draft, path).values():
        assert " ".join(there.split()) == " ".join(expect.split())


@needs_font
def test_pages_of_a_pdf(tmp_path: Path) -> None:
    items = "\n".join(
        f"{number}. Tỷ lệ hộ gia đình đạt tiêu chí thứ {number} của phong trào xây dựng đời sống văn hóa ở khu "
        f"dân cư trên địa bàn toàn xã trong năm đạt từ {number}% trở lên."
        for number in range(1, 61)
    )
    path = make_pdf(f"CÁC CHỈ TIÊU NĂM 2026\n{items}", tmp_path / "dai.pdf", heads=True)
    draft = draft_of(path)
    assert [item.label for item in draft.items] == [str(number) for number in range(1, 61)]
    assert {target.target.flat()["value"] for target in draft.targets} == {
        str(number) for number in range(1, 61)
    }
    pages = [target.place.page for target in draft.targets if target.place]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert max(page or 0 for page in pages) >= 4
    assert draft.dropped["page"] >= 4
    assert draft.dropped["head"] >= 4
    assert not any("Nghị quyết về chỉ tiêu kế hoạch" in item.text for item in draft.items)


@needs_font
def test_a_table_over_two_pages(tmp_path: Path) -> None:
    head = "STT\tChỉ tiêu\tĐVT\tKế hoạch 2026"
    rows = "\n".join(
        f"{n}\tSố công trình loại {n} được đầu tư xây dựng mới\tCông trình\t{n}" for n in range(1, 46)
    )
    path = make_pdf(f"CHỈ TIÊU NĂM 2026\n{head}\n{rows}", tmp_path / "bang.pdf")
    draft = draft_of(path)
    assert [item.label for item in draft.items] == [str(number) for number in range(1, 46)]
    assert len({target.place.page for target in draft.targets if target.place}) > 1


def test_automatic_numbers(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document: Any = docx.Document()
    levels = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-")]
    xml = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def add(text: str, level: int | None = None) -> None:
        paragraph = document.add_paragraph(text)
        if level is not None:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            )

    add("NGHỊ QUYẾT")
    add("Về chỉ tiêu năm 2026")
    add("ĐÁNH GIÁ KẾT QUẢ NĂM 2025", 0)
    add("Thu ngân sách đạt 20 tỷ đồng.", 1)
    add("CHỈ TIÊU NĂM 2026", 0)
    add("Về kinh tế", 1)
    add("Thu ngân sách đạt 22 tỷ đồng.", 2)
    add("Cơ cấu kinh tế:", 2)
    add("Nông nghiệp 40%;", 3)
    add("Dịch vụ 60%.", 3)
    add("Về xã hội", 1)
    add("Tỷ lệ hộ nghèo dưới 2%.", 2)
    path = tmp_path / "tu-dong.docx"
    document.save(str(path))
    assert found(draft_of(path)) == {
        "1.a": ["= 22 tỷ đồng"],
        "1.b": [],
        "1.b.1": ["= 40 %"],
        "1.b.2": ["= 60 %"],
        "2.a": ["< 2 %"],
    }


def test_merged_cells_and_counted_columns(tmp_path: Path) -> None:
    import docx

    document: Any = docx.Document()
    document.add_paragraph("CHỈ TIÊU NĂM 2026")
    rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "Thực hiện 2025", "Kế hoạch 2026"],
        ["I", "Kinh tế", "", "", ""],
        ["1", "Thu ngân sách", "Tỷ đồng", "20", "22,5"],
        ["2", "Tỷ lệ hộ nghèo", "%", "2,1", "Dưới 2"],
    ]
    table = document.add_table(len(rows), 5)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    table.cell(1, 1).merge(table.cell(1, 4))
    path = tmp_path / "bang.docx"
    document.save(str(path))
    draft = draft_of(path)
    assert found(draft) == {"1": ["= 22.5 Tỷ đồng"], "2": ["< 2 %"]}
    assert [(part["label"], part["title"]) for part in draft.sections] == [("I", "Kinh tế")]


def _word_table(path: Path, rows: list[list[str]], merges: list[tuple[int, int, int, int]]) -> Path:
    """A Word file with one table; the cells of each merge lose the words that are not in its first cell."""
    import docx

    document: Any = docx.Document()
    document.add_paragraph("CHỈ TIÊU NĂM 2026")
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right))
    document.save(str(path))
    return path


def test_a_head_of_two_rows_and_parts_over_all_columns(tmp_path: Path) -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2025", "", "Năm 2026", ""],
        ["", "", "", "Kế hoạch", "Ước TH", "Kế hoạch", "KH 2026/ƯTH 2025 (%)"],
        ["A. CHỈ TIÊU KINH TẾ", "", "", "", "", "", ""],
        ["1", "Giá trị sản xuất", "tỷ đồng", "900", "912", "1.005", "110,2"],
        ["", "Trong đó: Nông nghiệp", "tỷ đồng", "300", "305", "310", "101,6"],
        ["B. CHỈ TIÊU XÃ HỘI", "", "", "", "", "", ""],
        ["2", "Tỷ lệ hộ nghèo", "%", "2,5", "2,4", "1,9", ""],
    ]
    merges = [
        (0, 0, 1, 0),
        (0, 1, 1, 1),
        (0, 2, 1, 2),
        (0, 3, 0, 4),
        (0, 5, 0, 6),
        (2, 0, 2, 6),
        (5, 0, 5, 6),
    ]
    draft = draft_of(_word_table(tmp_path / "hai-hang.docx", rows, merges))
    assert found(draft) == {"1": ["= 1005 tỷ đồng"], "1.1": ["= 310 tỷ đồng"], "2": ["= 1.9 %"]}
    assert [(part["label"], part["title"]) for part in draft.sections] == [
        ("A", "CHỈ TIÊU KINH TẾ"),
        ("B", "CHỈ TIÊU XÃ HỘI"),
    ]


def test_criteria_merged_over_their_rows(tmp_path: Path) -> None:
    rows = [
        ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu chung"],
        ["1", "Giao thông", "1.1. Tỷ lệ km đường xã được nhựa hóa", "100%"],
        ["", "", "1.2. Tỷ lệ km đường thôn được cứng hóa", "≥ 80%"],
        ["2", "Thu nhập", "Thu nhập bình quân đầu người (triệu đồng/người/năm)", "≥ 55"],
    ]
    draft = draft_of(_word_table(tmp_path / "tieu-chi.docx", rows, [(1, 0, 2, 0), (1, 1, 2, 1)]))
    assert found(draft) == {
        "1": [],
        "1.1": ["= 100 %"],
        "1.2": [">= 80 %"],
        "2": [">= 55 triệu đồng/người/năm"],
    }


def test_of_two_plans_one_is_taken_and_told(tmp_path: Path) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Tỉnh giao năm 2026", "Xã phấn đấu năm 2026"],
        ["1", "Thu ngân sách", "1.000 đồng", "24.650.000", "25.000.000"],
    ]
    draft = draft_of(_word_table(tmp_path / "hai-cot.docx", rows, []))
    assert found(draft) == {"1": ["= 24650000 1.000 đồng"]}
    assert [note.text() for note in draft.notes if note.code == "extract.plan_chosen"] == [
        "Bảng có nhiều cột kế hoạch: lấy cột “tỉnh giao năm 2026”; cột khác (xã phấn đấu năm 2026) ở bảng kê con số."
    ]


def test_a_row_without_a_plan_is_an_item_without_a_target(tmp_path: Path) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "TH 2025", "KH 2026"],
        ["1", "Số hợp tác xã", "HTX", "4", "-"],
        ["2", "Số trang trại", "trang trại", "6", "8"],
    ]
    draft = draft_of(_word_table(tmp_path / "thieu.docx", rows, []))
    assert found(draft) == {"1": [], "2": ["= 8 trang trại"]}
    assert [item.label for item in draft.items if item.task] == ["1"]


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document: Any = docx.Document()
    document.add_paragraph("CHỈ TIÊU NĂM 2026")
    paragraph = document.add_paragraph("1. Kết nạp ")
    run = '<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    gone = run.format(tag="delText", text="5 ")
    new = run.format(tag="t", text="7 ")
    paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a">{gone}</w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="a">{new}</w:ins>'))
    paragraph.add_run("đảng viên.")
    path = tmp_path / "sua.docx"
    document.save(str(path))
    assert found(draft_of(path)) == {"1": ["= 7 đảng viên"]}


def test_a_note_tells_of_scanned_pages(tmp_path: Path) -> None:
    from chitieu.diagnostics import Diagnostic
    from chitieu.extraction.document import Document, Line

    note = Diagnostic("document.scanned_pages", {"count": 1, "pages": "2"})
    lines = (Line("CHỈ TIÊU NĂM 2026", 1), Line("1. Kết nạp 5 đảng viên.", 2))
    assert note in extract(Document("a.pdf", "", lines, notes=(note,))).notes


def test_reading_a_document_needs_no_other_library() -> None:
    import subprocess
    import sys

    path = DOCUMENTS / "phuong-khong-dau.txt"
    code = (
        "import sys; from chitieu.extraction.reader import read_document;"
        "from chitieu.extraction.extract import extract;"
        f"extract(read_document({str(path)!r}));"
        "print(sorted({'docx', 'pypdfium2', 'pdfplumber', 'lxml'} & {name.split('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert ran.stdout.strip() == "[]"
    assert read_document(path).lines
