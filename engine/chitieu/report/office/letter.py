"""The report as a .docx in the layout of Vietnamese administrative documents: the only module that knows python-docx.

The heading in two columns (the office and the number of the document; the national name and motto, or the Party's;
place and date), the title, the findings, recipients and signature; then the table on landscape pages, and the
grounds. What only the office knows (its number, the date, who signs) is left open as dots.
"""

from __future__ import annotations

import io
import re
from typing import Any

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Report
from chitieu.extras import needs_extra
from chitieu.report.labels import label
from chitieu.report.office.official import HEADS, Official, official, side_of
from chitieu.report.office.spreadsheet import COLOURS, FONT

_PARTY = re.compile(
    r"\b(?:đảng bộ|đảng ủy|đảng uỷ|chi bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|ban chấp hành đảng)\b"
)
_WORDS: dict[str, tuple[str, str]] = {
    "nation": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "motto": ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "party": ("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIET NAM"),
    "number": ("Số: ……/BC-……", "No.: ……/BC-……"),
    "date": ("…………, ngày …… tháng …… năm ……", "…………, date ……"),
    "kind": ("BÁO CÁO", "REPORT"),
    "office": ("(TÊN CƠ QUAN BÁO CÁO)", "(REPORTING OFFICE)"),
    "recipients": ("Nơi nhận:", "To:"),
    "to": ("- ……………;", "- ……………;"),
    "file": ("- Lưu: VT.", "- File."),
    "party_file": ("- Lưu Văn phòng.", "- File."),
    "sign": ("THỦ TRƯỞNG CƠ QUAN", "HEAD OF THE OFFICE"),
    "party_sign": ("T/M ………………………", "ON BEHALF OF ………………"),
    "signed": ("(Ký tên, đóng dấu)", "(Signature, seal)"),
    "annex": ("PHỤ LỤC", "ANNEX"),
}
#: Widths of the table's columns in millimetres; together the width of a landscape page between its margins.
_WIDTHS = (21, 63, 25, 27, 30, 18, 24, 28, 26)
_OUTCOME = 7


def docx_report(report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None) -> bytes:
    """The document as bytes.

    Raises ``UsageError`` where python-docx is not installed.
    """
    with needs_extra("python-docx", "reports"):
        import docx
    letter = _Letter(docx.Document(), official(report, lang=lang, baseline=baseline))
    letter.fill()
    buffer = io.BytesIO()
    letter.document.save(buffer)
    return buffer.getvalue()


class _Letter:
    """The document being written."""

    def __init__(self, document: Any, page: Official) -> None:
        self.document = document
        self._page = page
        self._party = _PARTY.search(page.issuer.casefold()) is not None
        self._index = 0 if page.lang == "vi" else 1

    def fill(self) -> None:
        self._set_up()
        self._heading()
        self._title()
        self._findings()
        self._signature()
        self._landscape()
        self._annex(1, label("results", self._page.lang))
        self._table()
        self._annex(2, label("grounds", self._page.lang), new_page=True)
        self._grounds()

    def _word(self, name: str) -> str:
        return _WORDS[name][self._index]

    # ---- the page --------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        from docx.shared import Mm, Pt

        document = self.document
        document.core_properties.title = f"{label('report', self._page.lang)}: {self._page.title}"[:255]
        document.core_properties.author = self._page.issuer[:255]
        document.core_properties.comments = ""
        style = document.styles["Normal"]
        style.font.name = FONT
        style.font.size = Pt(14)
        _all_scripts(style.element)
        style.paragraph_format.space_after = Pt(0)
        for name, size in (("Heading 1", 14), ("Heading 2", 14)):
            heading = document.styles[name]
            heading.font.name, heading.font.size, heading.font.bold = FONT, Pt(size), True
            heading.font.color.rgb = None
            heading.paragraph_format.space_before = heading.paragraph_format.space_after = Pt(6)
            _all_scripts(heading.element)
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        self._page_number(section.header.paragraphs[0])

    def _page_number(self, paragraph: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run()
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)

    def _landscape(self) -> None:
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Mm

        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin, section.right_margin = Mm(20), Mm(15)
        section.different_first_page_header_footer = False

    # ---- text ------------------------------------------------------------------------------------------

    def _say(self, text: str, place: Any = None, **look: Any) -> Any:
        """A paragraph: bold, italic, size, align, indent, before."""
        return _put((place or self.document).add_paragraph(), text, **look)

    def _heading(self) -> None:
        page = self._page
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        left, right = table.rows[0].cells
        _set_widths(table, (65, 100))  # "CỘNG HÒA … VIỆT NAM" stands on one line
        _put(
            left.paragraphs[0],
            (page.issuer or self._word("office")).upper(),
            bold=True,
            size=13,
            align="center",
        )
        self._say("*" if self._party else "———", left, align="center", size=13)
        self._say(self._word("number"), left, align="center", size=13)
        if self._party:
            _put(right.paragraphs[0], self._word("party"), bold=True, size=14, align="center")
            self._say("———————————", right, align="center", size=13)
        else:
            _put(right.paragraphs[0], self._word("nation"), bold=True, size=12, align="center")
            self._say(self._word("motto"), right, bold=True, size=13, align="center")
            self._say("———————————", right, align="center", size=13)
        self._say(self._word("date"), right, italic=True, size=13, align="center")

    def _title(self) -> None:
        page = self._page
        self._say(self._word("kind"), bold=True, align="center", before=18)
        self._say(f"{label('report', page.lang)}: {page.title}", bold=True, align="center")
        if page.period:
            self._say(f"({label('period', page.lang)}: {page.period})", italic=True, align="center")
        self._say("———————", align="center")

    def _findings(self) -> None:
        page, lang = self._page, self._page.lang
        self.document.add_heading(f"1. {label('outcomes', lang)}", 1)
        self._say(f"{page.summary}.", align="both", indent=True)
        number = 2
        for heading, _, items in page.first:
            self.document.add_heading(f"{number}. {heading} ({len(items)})", 1)
            for item in items:
                self._say(f"- {item.number}: {'; '.join(item.lines())}.", align="both", indent=True)
            number += 1
        self.document.add_heading(f"{number}. {label('by_section', lang)}", 1)
        for part in page.parts:
            if part.summary:
                self._say(f"- {part.heading}: {part.summary}.", align="both", indent=True)

    def _signature(self) -> None:
        self._say("")
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        left, right = table.rows[0].cells
        _set_widths(table, (80, 85))
        kind = "party_" if self._party else ""
        _put(left.paragraphs[0], self._word("recipients"), bold=True, italic=True, size=12)
        for name in ("to", f"{kind}file"):
            self._say(self._word(name), left, size=11)
        _put(right.paragraphs[0], self._word(f"{kind}sign"), bold=True, align="center")
        self._say(self._word("signed"), right, italic=True, size=13, align="center")
        for _ in range(3):
            self._say("", right)
        self._say("…………………………", right, bold=True, align="center")

    # ---- annexes ---------------------------------------------------------------------------------------

    def _annex(self, number: int, name: str, *, new_page: bool = False) -> None:
        heading = self.document.add_heading(f"{self._word('annex')} {number}", 1)
        heading.alignment = 1
        heading.paragraph_format.page_break_before = new_page
        self._say(name, bold=True, align="center")
        self._say("")

    def _table(self) -> None:
        page = self._page
        table = self.document.add_table(rows=1, cols=len(HEADS))
        table.style = "Table Grid"
        table.autofit = False
        for cell, name in zip(table.rows[0].cells, page.heads(), strict=True):
            _put(cell.paragraphs[0], name, bold=True, size=12, align="center")
            _shade(cell, "#D9E2F3")
        _repeat(table.rows[0])
        for part in page.parts:
            self._across(table, part.heading, bold=True, shade="#EDEDED")
            for row in part.rows:
                cells = table.add_row().cells
                for at, text in enumerate(page.cells(row)):
                    outcome = row.outcome if at == _OUTCOME else None
                    _put(
                        cells[at].paragraphs[0],
                        text,
                        bold=row.group or bool(outcome),
                        size=12,
                        align=side_of(at, text),
                    )
                    if outcome:
                        _shade(cells[at], COLOURS[outcome][0])
            for text in filter(None, (part.tasks, part.summary)):
                self._across(table, text, italic=True)
        _set_widths(table, _WIDTHS)

    def _across(self, table: Any, text: str, *, shade: str = "", **look: Any) -> None:
        cells = table.add_row().cells
        merged = cells[0].merge(cells[-1])
        _put(merged.paragraphs[0], text, size=12, **look)
        if shade:
            _shade(merged, shade)

    def _grounds(self) -> None:
        page, lang = self._page, self._page.lang
        for ground in page.grounds:
            head = self._say(f"{ground.number}  {ground.indicator}: ", bold=True, size=12, before=6)
            head.paragraph_format.keep_with_next = True
            _put(head, ground.outcome_text, bold=True, italic=True, size=12)
            reading = f"“{ground.quote}”. {label('understood', lang)}: {ground.understood}."
            self._say(f"{label('quoted', lang)}: {reading}", size=12, indent=True)
            self._say(f"{label('reasons', lang)}: {' '.join(ground.why)}", size=12, indent=True)
            if ground.source:
                self._say(f"{label('source', lang)}: {ground.source}", size=12, indent=True)
        for heading, lines in (
            (label("data_notes", lang), page.notes),
            (label("sources", lang), page.sources),
        ):
            if lines:
                self._say(heading, bold=True, size=12, before=10)
                for line in lines:
                    self._say(f"- {line}", size=12)


def _put(
    paragraph: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int | None = None,
    align: str = "",
    indent: bool = False,
    before: int = 0,
) -> Any:
    """Text added to a paragraph."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    sides = {
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }
    if align in sides:
        paragraph.alignment = sides[align]
    if indent:
        paragraph.paragraph_format.first_line_indent = Mm(10)
    if before:
        paragraph.paragraph_format.space_before = Pt(before)
    return paragraph


def _all_scripts(style: Any) -> None:
    """The font for every range of letters, so that none falls back to a theme's face."""
    from docx.oxml.ns import qn

    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
        fonts.attrib.pop(qn(f"w:{name}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#"))):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    """The row at the top of every page of the table."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)


def _set_widths(table: Any, widths: tuple[int, ...]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        whole.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(whole)
        cells = row._tr.tc_lst
        if len(cells) == len(widths):
            for cell, width in zip(cells, widths, strict=True):
                cell.width = Mm(width)
