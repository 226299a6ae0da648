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
    if _is_part_of_all(target):
        return options | {
            "validate": "custom",
            "value": f"=OR(ISTEXT({cell}),{cell}<=100)",
            "error_title": "Tỷ lệ trên 100%?",
            "error_message": "Con số lớn hơn 100%. Kiểm tra dấu phẩy thập phân. Vẫn ghi?",
        }
    return options


def _is_part_of_all(target: Target) -> bool:
    """Whether more than 100 % is more than all there is."""
    level = target.measure == "level" and target.basis is None
    return level and target.unit == "%" and prepare(target).kind == "share"


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
    elif target.unit == "%" and not formula.row_unit(target):
        how = "Gõ 95,5 hoặc 95,5%. Đừng gõ 0,955: chưa rõ là 95,5% hay 0,955%."
    elif target.unit == "%":
        how = "Gõ 0,38% hoặc 0,38."
    else:
        how = f"Con số theo đơn vị: {target.unit}." if target.unit else "Con số."
    return f"Yêu cầu: {wanted}. {how}"[:_LONGEST]
