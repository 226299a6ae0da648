"""What ``verify`` says of a report judged again."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "verify.stands": (
        "Cả {count} kết quả đều đứng vững: đầu vào không đổi, chấm lại như cũ.",
        "Every verdict stands ({count}): the inputs are the same and were judged the same again.",
    ),
    "verify.does_not_stand": (
        "Báo cáo không đứng vững: {differing} chỗ khác đi, {changed} đầu vào đã đổi ({count} kết quả đã xét).",
        "The report does not stand. Differences: {differing}; inputs changed: {changed}; verdicts checked: {count}.",
    ),
    "verify.differs": (
        "{id}: {key} trong báo cáo là {then}, chấm lại là {now}.",
        "{id}: {key} is {then} in the report, {now} when judged again.",
    ),
    "verify.differs_whole": (
        "{id} trong báo cáo là {then}, chấm lại là {now}.",
        "{id} is {then} in the report, {now} when judged again.",
    ),
    "verify.twice": (
        "{id}: báo cáo nêu nhiều lần.",
        "{id}: the report has it more than once.",
    ),
    "verify.counts_differ": (
        "Tổng số ({part}) trong báo cáo là {then}; chấm lại là {now}.",
        "The counts of {part} are {then} in the report; {now} when judged again.",
    ),
    "verify.not_there": (
        "{id}: báo cáo có, chấm lại thì không có chỉ tiêu này.",
        "{id}: the report has it, there is no such target when judged again.",
    ),
    "verify.left_out": (
        "{id}: bộ chỉ tiêu có, báo cáo không có.",
        "{id}: the ruleset has it, the report does not.",
    ),
    "verify.input_changed": (
        "Đầu vào đã khác lúc lập báo cáo: {input} ({file}).",
        "An input is not the one that was judged: {input} ({file}).",
    ),
    "verify.otherwise": (
        "Khác lúc lập báo cáo: {what} là {then}, nay là {now}.",
        "Otherwise than then: {what} was {then}, is {now}.",
    ),
    "verify.more": ("… và {count} chỗ khác.", "… and {count} more."),
    "verify.not_a_report": (
        "Không phải báo cáo của lệnh evaluate --format json.",
        "This is no report of evaluate --format json.",
    ),
    "verify.input_not_found": (
        "Không tìm thấy đầu vào của báo cáo: {input} ({file}).",
        "An input of the report was not found: {input} ({file}).",
        "Nêu tệp bằng {option}.",
        "Name the file with {option}.",
    ),
}
