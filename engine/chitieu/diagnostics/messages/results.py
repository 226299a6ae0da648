"""Drafts of actuals from result texts."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "results.unknown_format": (
        "Chưa đọc được báo cáo dạng {suffix}.",
        "Reports of the form {suffix} are not read.",
        "Lưu thành .docx hoặc .txt (UTF-8).",
        "Save it as .docx or .txt (UTF-8).",
    ),
    "results.old_or_protected": (
        "Đây là tệp Word dạng cũ (.doc) hoặc có mật khẩu.",
        "This is an old Word file (.doc), or one with a password.",
        "Mở bằng Word hay LibreOffice rồi lưu thành .docx: soffice --headless --convert-to docx TỆP",
        "Open it and save it as .docx: soffice --headless --convert-to docx FILE",
    ),
    "results.broken": (
        "Tệp .docx không đọc được ({detail}).",
        "The .docx file cannot be read ({detail}).",
        "Mở bằng Word hay LibreOffice, lưu lại rồi thử lại.",
        "Open it in Word or LibreOffice, save it and try again.",
    ),
    "results.too_long": (
        "Báo cáo có hơn {limit} đoạn.",
        "The report has more than {limit} paragraphs.",
    ),
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
