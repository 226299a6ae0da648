"""A draft of actuals as a CSV file that ``evaluate`` reads and an office goes through in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from chitieu.diagnostics import Lang
from chitieu.results.draft import Draft, Drafted

_HEADS = {
    "vi": ("Mã", "Chỉ tiêu", "Thực hiện", "Đối tượng", "Nguồn", "Ghi chú"),
    "en": ("id", "indicator", "value", "entity", "source", "note"),
}
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t]")


def csv_draft(draft: Draft, *, lang: Lang = "vi") -> bytes:
    """One row a target (or entity), as bytes that a spreadsheet opens; nothing in it can run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if lang == "vi" else ",", lineterminator="\r\n")
    writer.writerow(_HEADS[lang])
    for row in draft.rows:
        writer.writerow([_neutral(cell) for cell in _cells(row, lang)])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _cells(row: Drafted, lang: Lang) -> list[str]:
    note = " ".join(offer.text(lang) for offer in row.offers)
    return [row.rule.id, row.rule.target.indicator, row.value, row.entity or "", row.source, note]


def _neutral(cell: str) -> str:
    cell = " ".join(cell.split())
    return f"'{cell}" if _FORMULA.match(cell) else cell
