"""Drafts of actuals from result texts."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "results.output_suffix": (
        "Số liệu nháp ghi thành .csv, không phải {suffix}.",
        "The draft is written as .csv, not as {suffix}.",
    ),
    "results.summary": (
        "{total} dòng: {found} có số liệu, {doubtful} cần người xem, {none} không thấy trong báo cáo.",
        "{total} rows: {found} with a value, {doubtful} for a person, {none} not told in the report.",
    ),
    "results.doubtful": (
        "Chưa chắc (giống {score}%), đoạn {paragraph}: “{sentence}”. Nếu đúng chỉ tiêu này, ghi: {value}.",
        'Not sure ({score} % alike), paragraph {paragraph}: "{sentence}". If it is this target, enter: {value}.',
    ),
    "results.told_differently": (
        "Báo cáo nói khác nhau: {values}. Chọn một.",
        "The report says different things: {values}. Choose one.",
    ),
    "results.which_entity": (
        "Chưa rõ của đối tượng nào: {value} ({source}).",
        "It is not clear which one this is of: {value} ({source}).",
    ),
    "results.percentage_wrong": (
        "{figures} là {real}%, báo cáo ghi {stated}%.",
        "{figures} is {real} %, the report says {stated} %.",
    ),
    "results.percentage_of_target": (
        "So với chỉ tiêu {wanted} là {real}%, báo cáo ghi {stated}%.",
        "Against the target of {wanted} it is {real} %, the report says {stated} %.",
    ),
}
