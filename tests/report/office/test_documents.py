"""The documents opened by readers of their own: openpyxl, python-docx, an HTML parser, Chromium, LibreOffice."""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from markdown_it import MarkdownIt

from chitieu.actuals import Actuals, load_actuals
from chitieu.diagnostics import UsageError
from chitieu.evaluation import Report
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.report.csv_report import csv_report
from chitieu.report.markdown import markdown_report
from chitieu.report.office.chart import chart
from chitieu.report.office.letter import docx_report
from chitieu.report.office.official import official
from chitieu.report.office.page import html_report
from chitieu.report.office.sheet import xlsx_report
from chitieu.report.office.spreadsheet import COLOURS, bare
from chitieu.ruleset import Item, Rule, Ruleset, Section, load_ruleset
from chitieu.target import Bound, Target

from .tools import convert, program

ROOT = Path(__file__).parents[3]
HEADS = ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "% TH/KH", "So cùng kỳ", "Đánh giá", "Ghi chú"]
EVIL = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "\t=1+1",
    "\r=1+1",
    " \n@x",
    "<script>alert(1)</script>",
    '" onload="x',
    "[x](http://x)",
)
#: As they are shown: control characters are no part of a text.
SHOWN = tuple(re.sub(r"[\t\r\n]", " ", text).strip() for text in EVIL)


@pytest.fixture(scope="module")
def judged() -> Report:
    actuals = load_actuals(ROOT / "examples" / "tran-phu-2023.xlsx")
    return load_ruleset("tran-phu-2023").evaluate(actuals)


@pytest.fixture
def evil() -> Report:
    """A report in which everything that a user writes would like to be a formula or markup."""
    rules = tuple(
        Rule(f"{at}.1", text, text, Target(indicator=text, condition=Bound(op=">=", value="95", unit="%")))
        for at, text in enumerate(EVIL)
    )
    ruleset = Ruleset(
        "evil",
        EVIL[0],
        (Section("=1", EVIL[7]),),
        tuple(Item(text, "=1", text) for text in EVIL),
        rules,
        issuer=EVIL[2],
    )
    given = {rule.id: (Actual(text=rule.expect, note=rule.expect, source=rule.expect),) for rule in rules}
    return ruleset.evaluate(Actuals(by_id=given, path=EVIL[7]))


# ---- what every document says --------------------------------------------------------------------------


def counted(count: int, words: str) -> Report:
    """One item whose one target has a baseline: to see the column against the year before."""
    target = Target(
        indicator=words, condition=Bound(op=">=", value="10", unit="%" if count < 100 else "tỷ đồng")
    )
    actual = Actual(str(count), Interval.at(Decimal(count)), target.unit, baseline=Decimal(50))
    rule = Rule("1.1", "1", "x", target)
    ruleset = Ruleset("r", "t", (), (Item("1"),), (rule,), period=(date(2026, 1, 1), date(2026, 12, 31)))
    return ruleset.evaluate(Actuals(by_id={"1.1": (actual,)}))


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (560, "Thu ngân sách", "tăng 1020%"),
        (62, "Tỷ lệ hộ dùng nước sạch", "tăng 12 điểm %"),
        (44, "Tỷ lệ hộ dùng nước sạch", "giảm 6 điểm %"),
        (50, "Tỷ lệ hộ dùng nước sạch", "không đổi"),
    ],
)
def test_against_the_year_before(count: int, words: str, said: str) -> None:
    page = official(counted(count, words))
    cells = dict(zip(page.heads(), page.cells(page.parts[0].rows[0]), strict=True))
    assert cells["So cùng kỳ"] == said.replace("1020", "1.020")


def test_what_was_missed_comes_first_and_is_counted_as_resolutions_count(judged: Report) -> None:
    page = official(judged)
    assert page.summary.startswith("Đạt và vượt 13/23 chỉ tiêu")
    assert [(heading, outcome, len(items)) for heading, outcome, items in page.first] == [
        ("Chỉ tiêu không đạt", "not_met", page.counts.not_met),
        ("Chỉ tiêu chưa đủ căn cứ đánh giá", "undecided", page.counts.undecided),
    ]
    assert page.counts.not_met == 8
    # the restatement III.1.4 (2 hộ) is missed with III.1.3 and not told a second time
    assert [item.number for item in page.first[0][2]] == [
        "I.2.2", "I.3.3", "I.6.1", "I.7", "II.5", "III.1.3", "III.4.2", "III.6.3",
    ]  # fmt: skip


def test_the_four_say_the_same(judged: Report) -> None:
    page = official(judged)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_report(judged)))
    sheet = "\n".join(str(cell) for row in book.worksheets[0].values for cell in row if cell is not None)
    letter = docx.Document(io.BytesIO(docx_report(judged)))
    table = letter.tables[-1]
    word = "\n".join([p.text for p in letter.paragraphs] + [c.text for r in table.rows for c in r.cells])
    word = word.replace("\N{ZERO WIDTH SPACE}", "")  # where a long word may fold
    shown = html.unescape(html_report(judged))
    marked = re.sub(r"\\(.)", r"\1", markdown_report(judged))
    for text in map(bare, (sheet, word, shown, marked)):
        assert page.summary in text
        for part in page.parts:
            assert part.heading in text
            for row in part.rows:
                cells = [bare(cell) for cell in page.cells(row)]
                figures = {3, 4, 5} if text == bare(sheet) else set()  # numbers there
                assert all(cell in text for at, cell in enumerate(cells) if at not in figures), cells
        for _, _, items in page.first:
            assert all(bare(line) in text for item in items for line in item.lines())


def test_a_sign_stays_with_its_figure_on_one_line(judged: Report) -> None:
    letter = docx.Document(io.BytesIO(docx_report(judged)))
    texts = [cell.text for row in letter.tables[-1].rows for cell in row.cells]
    texts += [paragraph.text for paragraph in letter.paragraphs]
    assert not [text for text in texts if re.search("[<>=≤≥] [0-9]", text)]
    assert "\N{NO-BREAK SPACE}" not in markdown_report(judged)


def test_the_plan_that_a_figure_is_held_against_is_told(judged: Report) -> None:
    page = official(judged)
    notes = {row.number: row.note for part in page.parts for row in part.rows}
    assert notes["II.3"] == "Kế hoạch được giao: 11.800 triệu đồng; so với kế hoạch giao"


def test_what_is_open_in_a_missed_item_is_told_with_it() -> None:
    actuals = load_actuals(ROOT / "examples" / "do-son-2026.csv")
    page = official(load_ruleset("do-son-2026").evaluate(actuals))
    [missed] = [item for item in page.first[0][2] if item.number == "(23)"]
    open_, low = missed.lines()
    assert open_.startswith(
        "(23).1 Tỷ lệ người tham gia bảo hiểm xã hội (chưa đủ căn cứ): 0,56 không ghi đơn vị"
    )
    assert low.startswith("(23).3 Tỷ lệ người tham gia BHXH tự nguyện: 4,8%")


def test_grounds_tell_the_reading_once(judged: Report) -> None:
    [ground] = [each for each in official(judged).grounds if each.number == "I.7"]
    assert ground.understood == "lớn hơn 90%; càng cao càng tốt (theo cách viết của chỉ tiêu)"
    assert not [why for why in ground.why if "được hiểu là" in why or "Hướng tốt" in why]


# ---- xlsx ----------------------------------------------------------------------------------------------


def test_the_workbook(judged: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_report(judged)))
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if row[0].value == "TT")
    assert [cell.value for cell in head] == HEADS
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    at = int(str(head[0].row))
    assert sheet.print_title_rows == f"${at}:${at}"
    assert sheet.freeze_panes == f"C{at + 1}"
    by_number = {row[0].value: row for row in sheet.iter_rows(min_row=at + 1)}
    missed = by_number["I.2.2"]
    assert [cell.value for cell in missed[2:6]] == ["%", 100, 96, 0.96]
    assert missed[5].number_format == "#,##0%"
    plans = {number: (by_number[number][3].value, by_number[number][3].number_format) for number in PLANS}
    assert plans == PLANS
    assert missed[7].value == "✗ Không đạt"
    assert missed[7].fill.start_color.rgb == "FF" + COLOURS["not_met"][0].lstrip("#")
    assert {cell.font.name for cell in missed} == {"Times New Roman"}
    assert by_number["II.4"][4].value == 96.2
    grounds = {row[0]: row for row in book.worksheets[1].values}
    assert grounds["I.7"][3] == "đạt trên 90%"
    assert "90% = 90%; yêu cầu > 90%: không đạt." in str(grounds["I.7"][5])


#: A figure is a number, what stands before it a part of its format; else the plan is words.
PLANS = {
    "I.1.1": (100, "#,##0"),
    "I.1.3": (95, '"≥ "#,##0'),
    "I.2.1": ("5 – 8", "General"),
    "II.3": ("Đạt và vượt", "General"),
    "III.1.1": (0.1, '"giảm "#,##0.0'),
    "I.1.2": ("mỗi chi bộ: ≥ 1", "General"),  # too wide for a number, which does not wrap
}


def test_nothing_becomes_a_formula(evil: Report) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(xlsx_report(evil))).worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds
        assert not sheet._hyperlinks  # type: ignore[attr-defined]
        texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
        lines = {line.strip() for text in texts for line in text.split("\n")}
        assert set(SHOWN) <= lines


def test_no_cell_of_csv_runs(evil: Report, tmp_path: Path) -> None:
    file = tmp_path / "bang.csv"
    file.write_bytes(csv_report(evil))
    cells = [
        cell for row in csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";") for cell in row
    ]
    assert not [cell for cell in cells if re.match(r"\s*[=+@\t\r]|\s*-(?![0-9,]+$)", cell)]
    assert any(cell.strip("' ") == "=1+1" for cell in cells)
    [computed] = convert([file], "xlsx", tmp_path)
    kinds = {
        cell.data_type for row in openpyxl.load_workbook(computed).worksheets[0].iter_rows() for cell in row
    }
    assert "f" not in kinds


def test_no_field_and_no_link_in_a_letter(evil: Report) -> None:
    letter = docx.Document(io.BytesIO(docx_report(evil)))
    xml = letter.element.xml
    assert "w:hyperlink" not in xml
    assert "w:instrText" not in xml
    texts = {cell.text for row in letter.tables[-1].rows for cell in row.cells}
    assert set(SHOWN) <= {text.replace("\N{ZERO WIDTH SPACE}", "") for text in texts}


def test_no_markup_in_markdown(evil: Report) -> None:
    shown = MarkdownIt("commonmark").enable("table").render(markdown_report(evil))
    page = Page(shown)
    assert {tag for tag, _ in page.tags} <= {
        "h1", "h2", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert all(any(each in part for part in page.text) for each in SHOWN)


# ---- docx ----------------------------------------------------------------------------------------------


def test_the_letter(judged: Report) -> None:
    letter = docx.Document(io.BytesIO(docx_report(judged)))
    left, right = letter.tables[0].rows[0].cells
    assert left.text.startswith("BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG TRẦN PHÚ\n*\nSố:")
    assert right.text.startswith("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert "ngày …… tháng …… năm" in right.text
    first, last = letter.sections[0], letter.sections[-1]
    assert [round(int(side or 0) / Mm(1)) for side in (first.page_width, first.page_height)] == [210, 297]
    assert (last.orientation, round(int(last.page_width or 0) / Mm(1))) == (WD_ORIENT.LANDSCAPE, 297)
    assert letter.styles["Normal"].font.name == "Times New Roman"
    signature = letter.tables[1].rows[0].cells
    assert signature[0].text.startswith("Nơi nhận:")
    assert "Ký tên" in signature[1].text
    table = letter.tables[2]
    assert [cell.text for cell in table.rows[0].cells] == HEADS
    assert "<w:tblHeader " in table.rows[0]._tr.xml
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    assert [bare(text) for text in rows["I.3.2"][3:6]] == ["3 – 5", "5", "166,7%"]
    texts = [paragraph.text for paragraph in letter.paragraphs]
    assert texts.index("BÁO CÁO") < texts.index("PHỤ LỤC 1") < texts.index("PHỤ LỤC 2")
    assert any("“đạt trên 90%”" in text for text in texts)


def test_an_office_of_the_state_has_the_national_name(evil: Report) -> None:
    letter = docx.Document(io.BytesIO(docx_report(evil)))
    name = letter.tables[0].rows[0].cells[1].text
    assert name.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n")


def test_the_letter_as_a_word_processor_prints_it(judged: Report, tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(docx_report(judged))
    [pdf] = convert([file], "pdf", tmp_path)
    told = subprocess.run(
        [program("pdftotext"), "-layout", pdf, "-"], capture_output=True, check=True, timeout=60
    )
    text = " ".join(told.stdout.decode().split())
    assert "Đạt và vượt 13/23 chỉ tiêu: 1 vượt, 12 đạt, 8 không đạt, 2 chưa đủ căn cứ" in text
    assert text.count("TT Chỉ tiêu") >= 2  # the head stands on every page of the table


# ---- html ----------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Tags in their order with their attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_is_whole_and_can_be_read_aloud(judged: Report) -> None:
    page = Page(html_report(judged))
    assert page.all("html") == [{"lang": "vi"}]
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("img")
    assert all(
        "src" not in given and not str(given.get("href", "#")).startswith("http") for _, given in page.tags
    )
    headings = [tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == "h1"
    assert set(headings[1:]) == {"h2"}
    assert {given.get("scope") for given in page.all("th")} == {"col", "colgroup", "row"}
    pictures = page.all("svg")
    assert len(pictures) == len([part for part in official(judged).parts if part.counts])
    named = {given.get("id") for given in page.all("span")}
    assert all(picture["role"] == "img" and picture["aria-labelledby"] in named for picture in pictures)
    assert page.all("caption")


def test_the_chart_tells_its_outcomes_in_words_and_lengths(judged: Report) -> None:
    first, second, *_ = chart(official(judged))
    assert (first.name, first.words) == (
        "I. Công tác xây dựng Đảng",
        "1 đạt, 4 không đạt, 1 chưa đủ căn cứ",
    )
    # the longest section has 7: one of 7 is 14.29 %
    assert [(piece.outcome, piece.x, piece.width, piece.text) for piece in first.pieces] == [
        ("met", "0.00%", "14.29%", "✓ 1"),
        ("not_met", "14.29%", "57.14%", "✗ 4"),
        ("undecided", "71.43%", "14.29%", "? 1"),
    ]
    assert second.words == "1 vượt, 3 đạt, 1 không đạt, 1 chưa đủ căn cứ"


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_and_no_meaning_by_colour_alone(judged: Report) -> None:
    for background, letters in (*COLOURS.values(), ("#FFFFFF", "#404040"), ("#D9E2F3", "#1A1A1A")):
        light, dark = sorted((luminance(background), luminance(letters)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5
    text = html_report(judged)
    for found in re.findall(r'<span class="outcome [a-z_]+">(.*?)</span>', text):
        assert re.fullmatch(
            r"\(?[✓▲✗?]\s(?:Đạt|Vượt|Không đạt|Chưa đủ căn cứ)\)?", found.replace("\xa0", " ")
        )


def test_what_users_wrote_is_escaped(evil: Report) -> None:
    text = html_report(evil)
    assert "<script" not in text
    assert 'onload="' not in text
    page = Page(text)
    assert all(any(each in part for part in page.text) for each in SHOWN)


def test_the_page_fits_a_telephone(judged: Report, tmp_path: Path) -> None:
    file = tmp_path / "trang.html"
    held = html.escape(html_report(judged), quote=True)
    file.write_text(
        f'<iframe id="page" width="360" height="800" srcdoc="{held}"></iframe><p id="told"></p><script>'
        'const frame = document.getElementById("page"); frame.onload = () => {'
        "const all = frame.contentDocument; const width = frame.clientWidth;"
        'const wide = [...all.querySelectorAll("td, th, li, p, h1, h2, svg, dd")].filter('
        "each => each.getBoundingClientRect().right > width + 1);"
        'document.getElementById("told").textContent = '
        "`width ${all.documentElement.scrollWidth} of ${width}, wide ${wide.length}`; }</script>",
        encoding="utf-8",
    )
    command = [
        program("chromium", "chromium-browser", "google-chrome"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
    ]
    command += [
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=5000",
        "--dump-dom",
        file.as_uri(),
    ]
    shown = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    told = re.search(r'id="told">width (\d+) of (\d+), wide (\d+)<', shown)
    assert told is not None
    assert int(told[1]) <= int(told[2])
    assert told[3] == "0"


# ---- what is missing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("library", "name"), [("jinja2", "Jinja2"), ("docx", "python-docx")])
def test_a_missing_library_says_what_to_install(
    judged: Report, monkeypatch: pytest.MonkeyPatch, library: str, name: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=rf'{name}.*pip install "chitieu\[reports\]"'):
        html_report(judged) if library == "jinja2" else docx_report(judged)


def test_in_english(judged: Report) -> None:
    assert "13 of 23 targets met or exceeded" in html_report(judged, lang="en")
    assert Page(html_report(judged, lang="en")).all("html") == [{"lang": "en"}]
    letter = docx.Document(io.BytesIO(docx_report(judged, lang="en")))
    assert any(paragraph.text == "REPORT" for paragraph in letter.paragraphs)
