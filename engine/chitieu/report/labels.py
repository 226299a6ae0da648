"""The fixed words of tables and texts, in both languages: headings, outcomes, names of things."""

from __future__ import annotations

from typing import Literal

from chitieu.diagnostics import Lang

Label = Literal[
    "data_notes", "tasks", "section_total", "review",
    "stt", "indicator", "unit", "plan", "actual", "completion", "outcome", "reason", "id", "item",
    "section", "expect", "margin", "reasons", "counted", "source", "note", "notes", "better", "understood",
    "other_reading", "words", "verdict", "comparison", "target", "period", "issuer", "title", "name",
    "forms", "dimension", "parts", "no_target", "unnamed", "not_counted", "stretch", "other_time",
    "not_applicable", "entity", "baseline", "previous_plan", "population", "yes", "no", "findings",
    "no_findings", "to_know", "agreements", "ruleset", "version", "compared", "items", "targets", "none_reported",
    "percent_of_plan",
    "confirmed", "from", "to", "tt", "completion_short", "against", "missed", "doubtful", "grounds", "results",
    "by_section", "sources", "report", "outcomes", "document", "actuals_file", "no_section", "quoted",
]  # fmt: skip

_LABELS: dict[Label, tuple[str, str]] = {
    "stt": ("STT", "No."),
    "indicator": ("Chỉ tiêu", "Indicator"),
    "unit": ("ĐVT", "Unit"),
    "plan": ("Kế hoạch", "Target"),
    "actual": ("Thực hiện", "Actual"),
    "completion": ("Tỷ lệ TH/KH", "Actual/target"),
    "outcome": ("Đánh giá", "Outcome"),
    "reason": ("Lý do", "Why"),
    "id": ("Mã", "Id"),
    "item": ("Mục", "Item"),
    "section": ("Phần", "Section"),
    "expect": ("Nguyên văn", "In the text"),
    "margin": ("Chênh lệch", "Margin"),
    "reasons": ("Lý do", "Reasons"),
    "counted": ("Được tính", "Counted"),
    "source": ("Nguồn", "Source"),
    "note": ("Ghi chú", "Note"),
    "notes": ("Ghi chú", "Notes"),
    "data_notes": ("Ghi chú về số liệu", "Notes on the figures"),
    "tasks": ("Nhiệm vụ không nêu chỉ tiêu", "Tasks without a target"),
    "section_total": ("Cộng", "Section"),
    "review": ("Cần người xem", "For a person"),
    "better": ("Chiều tốt", "Better"),
    "understood": ("Hiểu là", "Understood as"),
    "other_reading": ("Cách hiểu khác", "Other reading"),
    "words": ("Nguyên văn", "In the text"),
    "verdict": ("Kết quả", "Verdict"),
    "comparison": ("So sánh", "Comparison"),
    "target": ("Chỉ tiêu", "Target"),
    "period": ("Kỳ", "Period"),
    "issuer": ("Nơi ban hành", "Issuer"),
    "title": ("Tên", "Title"),
    "name": ("Bộ chỉ tiêu", "Ruleset"),
    "forms": ("Cách viết", "Written as"),
    "dimension": ("Loại", "Kind"),
    "parts": ("gồm {n} nội dung", "{n} parts"),
    "no_target": ("(không thấy chỉ tiêu)", "(no target found)"),
    "unnamed": ("(không nêu tên)", "(not named)"),
    "not_counted": ("không tính vào tổng", "not counted"),
    "stretch": ("mức phấn đấu thêm", "a stretch target"),
    "other_time": ("thời điểm khác với kỳ đánh giá", "its time lies outside the period judged"),
    "not_applicable": ("không phát sinh", "not applicable"),
    "entity": ("Đối tượng", "Entity"),
    "baseline": ("Cùng kỳ", "Baseline"),
    "previous_plan": ("Kế hoạch được giao", "Plan"),
    "population": ("Tổng số", "Population"),
    "yes": ("có", "yes"),
    "no": ("không", "no"),
    "findings": ("Điều cần xem", "Findings"),
    "agreements": ("Đã tính lại, khớp", "Worked out, agrees"),
    "to_know": ("Điều nên biết", "To know"),
    "no_findings": ("Không có điều gì cần xem.", "Nothing to look at."),
    "ruleset": ("Bộ chỉ tiêu", "Ruleset"),
    "version": ("phiên bản", "version"),
    "compared": ("Số đem so", "Compared figure"),
    "items": ("mục", "items"),
    "targets": ("chỉ tiêu", "targets"),
    "none_reported": ("chưa có", "none"),
    "percent_of_plan": ("% kế hoạch", "% of plan"),
    "confirmed": ("đã có người xác nhận", "confirmed by a person"),
    "from": ("từ", "from"),
    "to": ("đến", "to"),
    "tt": ("TT", "No."),
    "completion_short": ("% TH/KH", "% of target"),
    "against": ("So cùng kỳ", "Against the year before"),
    "missed": ("Chỉ tiêu không đạt", "Targets not met"),
    "doubtful": ("Chỉ tiêu chưa đủ căn cứ đánh giá", "Targets undecided"),
    "grounds": ("Căn cứ đánh giá từng chỉ tiêu", "Grounds for each target"),
    "results": ("Kết quả thực hiện từng chỉ tiêu", "Results by target"),
    "by_section": ("Kết quả theo từng phần", "Results by section"),
    "sources": ("Văn bản và nguồn số liệu", "Documents and sources"),
    "report": ("Kết quả thực hiện", "Results"),
    "outcomes": ("Tổng hợp", "Summary"),
    "document": ("Văn bản", "Document"),
    "actuals_file": ("Số liệu", "Figures"),
    "no_section": ("Chung", "General"),
    "quoted": ("Nguyên văn", "In the text"),
}

_INDEX = {"vi": 0, "en": 1}


def label(name: Label, lang: Lang = "vi") -> str:
    """The word for a thing in the language asked for.

    >>> label("outcome"), label("outcome", "en")
    ('Đánh giá', 'Outcome')
    """
    return _LABELS[name][_INDEX[lang]]
