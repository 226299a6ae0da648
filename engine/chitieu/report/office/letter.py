"""The report as a .docx in the layout of Vietnamese administrative documents.

The heading in two columns (the office and the number of the document; the national name and motto, or the Party's;
place and date), the title, the findings, recipients and signature; then the table on landscape pages, and the
grounds. What only the office knows (its number, the date, who signs) is left open as dots.
"""

from __future__ import annotations

import re
from typing import Any

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Report
from chitieu.report.labels import label
from chitieu.report.office.official import COLUMNS, Official, official, side_of
from chitieu.report.office.spreadsheet import COLOURS
from chitieu.report.office.word import Paper, foldable, put, repeat, set_widths, shade

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


def docx_report(report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None) -> bytes:
    """The document as bytes.

    Raises ``UsageError`` where python-docx is not installed.
    """
    page = official(report, lang=lang, baseline=baseline)
    paper = Paper(title=f"{label('report', lang)}: {page.title}", author=page.issuer)
    _Letter(paper, page).fill()
    return paper.to_bytes()


class _Letter:
    """The document being written."""

    def __init__(self, paper: Paper, page: Official) -> None:
        self._paper = paper
        self._say = paper.say
        self._page = page
        self._party = _PARTY.search(page.issuer.casefold()) is not None
        self._index = 0 if page.lang == "vi" else 1

    def fill(self) -> None:
        self._heading()
        self._title()
        self._findings()
        self._signature()
        self._paper.landscape()
        self._annex(1, label("results", self._page.lang))
        self._table()
        self._annex(2, label("grounds", self._page.lang), new_page=True)
        self._grounds()

    def _word(self, name: str) -> str:
        return _WORDS[name][self._index]

    def _heading(self) -> None:
        page = self._page
        table = self._paper.table(2)
        left, right = table.rows[0].cells
        set_widths(table, (65, 100))  # "CỘNG HÒA … VIỆT NAM" stands on one line
        office = (page.issuer or self._word("office")).upper()
        put(left.paragraphs[0], office, bold=True, size=13, align="center")
        self._say("*" if self._party else "———", left, align="center", size=13)
        self._say(self._word("number"), left, align="center", size=13)
        if self._party:
            put(right.paragraphs[0], self._word("party"), bold=True, size=14, align="center")
            self._say("———————————", right, align="center", size=13)
        else:
            put(right.paragraphs[0], self._word("nation"), bold=True, size=12, align="center")
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
        self._paper.heading(f"1. {label('outcomes', lang)}")
        self._say(f"{page.summary}.", align="both", indent=True)
        number = 2
        for heading, _, items in page.first:
            self._paper.heading(f"{number}. {heading} ({len(items)})")
            for item in items:
                self._say(f"- {item.number}: {'; '.join(item.lines())}.", align="both", indent=True)
            number += 1
        self._paper.heading(f"{number}. {label('by_section', lang)}")
        for part in page.parts:
            if part.summary:
                self._say(f"- {part.heading}: {part.summary}.", align="both", indent=True)

    def _signature(self) -> None:
        self._say("")
        table = self._paper.table(2)
        left, right = table.rows[0].cells
        set_widths(table, (80, 85))
        kind = "party_" if self._party else ""
        put(left.paragraphs[0], self._word("recipients"), bold=True, italic=True, size=12)
        for name in ("to", f"{kind}file"):
            self._say(self._word(name), left, size=11)
        put(right.paragraphs[0], self._word(f"{kind}sign"), bold=True, align="center")
        self._say(self._word("signed"), right, italic=True, size=13, align="center")
        for _ in range(3):
            self._say("", right)
        self._say("…………………………", right, bold=True, align="center")

    # ---- annexes ---------------------------------------------------------------------------------------

    def _annex(self, number: int, name: str, *, new_page: bool = False) -> None:
        self._paper.heading(f"{self._word('annex')} {number}", centred=True, on_new_page=new_page)
        self._say(name, bold=True, align="center")
        self._say("")

    def _table(self) -> None:
        page = self._page
        table = self._paper.table(len(COLUMNS), grid=True)
        for cell, name in zip(table.rows[0].cells, page.heads(), strict=True):
            put(cell.paragraphs[0], name, bold=True, size=12, align="center")
            shade(cell, "#D9E2F3")
        repeat(table.rows[0])
        for part in page.parts:
            self._across(table, part.heading, bold=True, background="#EDEDED")
            for row in part.rows:
                cells = table.add_row().cells
                for column, cell, text in zip(COLUMNS, cells, page.cells(row), strict=True):
                    outcome = row.outcome if column.head == "outcome" else None
                    bold = row.group or bool(outcome)
                    where = cell.paragraphs[0]
                    put(where, foldable(text), bold=bold, size=12, align=side_of(column, text))
                    where.paragraph_format.keep_with_next = row.group
                    if outcome:
                        shade(cell, COLOURS[outcome][0])
            for text in filter(None, (part.tasks, part.summary)):
                self._across(table, text, italic=True)
        set_widths(table, tuple(column.millimetres for column in COLUMNS))

    def _across(self, table: Any, text: str, *, background: str = "", **look: Any) -> None:
        cells = table.add_row().cells
        merged = cells[0].merge(cells[-1])
        where = put(merged.paragraphs[0], text, size=12, **look)
        if background:
            shade(merged, background)
            where.paragraph_format.keep_with_next = True

    def _grounds(self) -> None:
        page, lang = self._page, self._page.lang
        for ground in page.grounds:
            head = self._say(f"{ground.number}  {ground.indicator}: ", bold=True, size=12, before=6)
            head.paragraph_format.keep_with_next = True
            put(head, ground.outcome_text, bold=True, italic=True, size=12)
            reading = f"“{ground.quote}”. {label('understood', lang)}: {ground.understood}."
            self._say(f"{label('quoted', lang)}: {reading}", size=12, indent=True)
            self._say(f"{label('reasons', lang)}: {' '.join(ground.why)}", size=12, indent=True)
            if ground.source:
                self._say(f"{label('source', lang)}: {ground.source}", size=12, indent=True)
        for heading, lines in page.endings():
            self._say(heading, bold=True, size=12, before=10)
            for line in lines:
                self._say(f"- {line}", size=12)
