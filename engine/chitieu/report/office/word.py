"""Documents of A4 pages in the look of an office: the only module that writes with python-docx."""

from __future__ import annotations

import io
import re
from typing import Any

from chitieu.extras import needs_extra
from chitieu.report.office.spreadsheet import FONT

#: In letters, what fits the narrower columns of a table.
_LONGEST_WORD = 12
_FOLDS = re.compile(r"(?<=/)(?=[^\W\d_])")


class Paper:
    """A document being written: upright A4 with the margins of administrative documents, 14 points.

    Raises ``UsageError`` where python-docx is not installed.
    """

    def __init__(self, *, title: str, author: str) -> None:
        with needs_extra("python-docx", "reports"):
            import docx
        from docx.shared import Mm, Pt

        self._document: Any = docx.Document()
        told = self._document.core_properties
        told.title, told.author, told.comments = title[:255], author[:255], ""
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(14)
        style.paragraph_format.space_after = Pt(0)
        _all_scripts(style.element)
        heading = self._document.styles["Heading 1"]
        heading.font.name, heading.font.size, heading.font.bold = FONT, Pt(14), True
        heading.font.color.rgb = None
        heading.paragraph_format.space_before = heading.paragraph_format.space_after = Pt(6)
        _all_scripts(heading.element)
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        _page_number(section.header.paragraphs[0])

    def landscape(self) -> None:
        """The pages from here on lie across."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Mm

        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin, section.right_margin = Mm(20), Mm(15)
        section.different_first_page_header_footer = False

    def heading(self, text: str, *, centred: bool = False, on_new_page: bool = False) -> None:
        """A heading of the first level."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        heading = self._document.add_heading(text, 1)
        heading.paragraph_format.page_break_before = on_new_page
        if centred:
            heading.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def say(self, text: str, place: Any = None, **look: Any) -> Any:
        """A paragraph, in a cell or on the page: bold, italic, size, align, indent, before."""
        return put((place or self._document).add_paragraph(), text, **look)

    def table(self, columns: int, *, grid: bool = False) -> Any:
        """A table of one row; without ``grid`` its lines do not show."""
        table = self._document.add_table(rows=1, cols=columns)
        table.autofit = False
        if grid:
            table.style = "Table Grid"
        return table

    def to_bytes(self) -> bytes:
        """The document as a file."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()


def _page_number(paragraph: Any) -> None:
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


def put(
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


def foldable(text: str) -> str:
    """The text with a place to fold after each "/" of a long word, which else is torn within a syllable.

    >>> foldable("km/h"), foldable("lượt khách/hộ"), foldable("đồng/người/năm").split("\\N{ZERO WIDTH SPACE}")
    ('km/h', 'lượt khách/hộ', ['đồng/', 'người/', 'năm'])
    """
    if all(len(word) <= _LONGEST_WORD for word in text.split()):
        return text
    return _FOLDS.sub("\N{ZERO WIDTH SPACE}", text)


def _all_scripts(style: Any) -> None:
    """The font for every range of letters, so that none falls back to a theme's face."""
    from docx.oxml.ns import qn

    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
        fonts.attrib.pop(qn(f"w:{name}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)


def shade(cell: Any, colour: str) -> None:
    """A background behind a cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    behind = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#"))):
        behind.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(behind)


def repeat(row: Any) -> None:
    """The row at the top of every page of the table."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)


def set_widths(table: Any, widths: tuple[int, ...]) -> None:
    """Columns of so many millimetres; no row is torn apart between two pages."""
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
