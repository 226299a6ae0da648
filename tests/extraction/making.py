"""Documents of the tests as .docx and .pdf."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/TTF/DejaVuSerif.ttf",
    "/Library/Fonts/Times New Roman.ttf",
    "/System/Library/Fonts/Supplemental/Times New Roman.ttf",
    "C:/Windows/Fonts/times.ttf",
)


def font() -> str | None:
    """A font with Vietnamese letters, where the machine has one."""
    return next((path for path in FONTS if Path(path).is_file()), None)


def parts(text: str) -> list[str | list[list[str]]]:
    """Lines of a text; those with tabs or bars, gathered as the rows of a table."""
    out: list[str | list[list[str]]] = []
    for line in text.split("\n"):
        bars = line.startswith("|")
        if "\t" in line or bars:
            if not (out and isinstance(out[-1], list)):
                out.append([])
            rows = out[-1]
            assert isinstance(rows, list)
            cells = (
                [cell.strip() for cell in line.strip().strip("|").split("|")] if bars else line.split("\t")
            )
            rows.append(cells)
        else:
            out.append(line)
    return out


def padded(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def make_docx(text: str, path: Path) -> Path:
    """A paragraph for every line, empty ones too, and Word's own tables."""
    import docx

    document: Any = docx.Document()
    for part in parts(text):
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        rows = padded(part)
        table = document.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                table.cell(at, column).text = cell
    document.save(str(path))
    return path


def make_pdf(text: str, path: Path, *, heads: bool = False) -> Path:
    """Lines wrapped at the margin of A4 pages, page numbers, tables with rules; with ``heads`` a running head."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    name = font()
    assert name is not None
    pdfmetrics.registerFont(TTFont("Viet", name))
    style = ParagraphStyle("body", fontName="Viet", fontSize=12, leading=16)

    def decorate(canvas: Any, page: Any) -> None:
        canvas.setFont("Viet", 10)
        canvas.drawCentredString(300, 30, str(page.page))
        if heads:
            canvas.drawString(70, 815, "Nghị quyết về chỉ tiêu kế hoạch")

    story: list[Any] = []
    for part in parts(text):
        if isinstance(part, list):
            cells = [[Paragraph(escape(cell), style) for cell in row] for row in padded(part)]
            widths = [44, 130, 100, *[62] * (len(cells[0]) - 3)]
            story.append(Table(cells, colWidths=widths, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
        elif part.strip():
            story.append(Paragraph(escape(part.strip()), style))
        else:
            story.append(Spacer(1, 14))
    SimpleDocTemplate(str(path), pagesize=A4, topMargin=60).build(
        story, onFirstPage=decorate, onLaterPages=decorate
    )
    return path
