"""What a person sees who chooses a cell to fill in: what is wanted, a list of words, a warning."""

from __future__ import annotations

from chitieu.evaluation.prepared import prepare
from chitieu.report.office import formula
from chitieu.report.wording import describe
from chitieu.target import Target

#: What Excel takes as a message, and as a list written out.
_LONGEST = 255


def help_of(target: Target, cell: str) -> dict[str, object]:
    """The options of the cell's validation. Nothing is forbidden: a phrase may always be written."""
    options: dict[str, object] = {
        "validate": "any",
        "input_title": "Cần nhập",
        "input_message": _message(target),
        "error_type": "warning",
    }
    words = formula.choices(target)
    if words and len(",".join(words)) <= _LONGEST and not any("," in word for word in words):
        return options | {
            "validate": "list",
            "source": list(words),
            "error_title": "Không có trong danh sách",
            "error_message": "Cụm từ khác được đọc khi chạy chitieu evaluate. Vẫn ghi?",
        }
    if (most := _most(target)) is not None:
        return options | {
            "validate": "custom",
            "value": f"=OR(ISTEXT({cell}),{cell}<={most})",
            "error_title": "Tỷ lệ trên 100%?",
            "error_message": "Con số lớn hơn 100%. Kiểm tra dấu phẩy thập phân. Vẫn ghi?",
        }
    return options


def _most(target: Target) -> int | None:
    """The number beyond which a share of a population is more than all of it, as the cell holds it."""
    form = prepare(target)
    if target.measure != "level" or target.basis or form.kind != "share" or target.unit != "%":
        return None
    return 1 if formula.wants_percent_cell(target) else 100


def _message(target: Target) -> str:
    """What to enter, as long as Excel takes it."""
    wanted = describe(target)
    wanted = wanted if len(wanted) <= 90 else wanted[:89] + "…"
    if formula.choices(target):
        how = "Chọn trong danh sách."
    elif formula.needs_plan(target):
        how = "Số thực hiện, và số được giao ở cột Kế hoạch giao; hoặc tỷ lệ % so với kế hoạch."
    elif formula.needs_baseline(target):
        how = "Số năm nay, và số kỳ gốc ở cột Cùng kỳ. Chỉ biết mức giảm thì gõ số âm: -6."
    elif formula.wants_percent_cell(target):
        how = "Gõ 95% hoặc 95."
    elif target.unit == "%":
        how = "Gõ 0,38% hoặc 0,38."
    else:
        how = f"Con số theo đơn vị: {target.unit}." if target.unit else "Con số."
    return f"Yêu cầu: {wanted}. {how}"[:_LONGEST]
