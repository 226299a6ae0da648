"""Errors of the command line, and the findings of ``check``."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "usage.no_command": (
        "Không có lệnh “{name}”.",
        'There is no command "{name}".',
        "Xem các lệnh: chitieu --help",
        "See the commands: chitieu --help",
    ),
    "usage.no_command_near": (
        "Không có lệnh “{name}”.",
        'There is no command "{name}".',
        "Có phải là “{near}”?",
        'Did you mean "{near}"?',
    ),
    "usage.no_option": ("Không có tuỳ chọn {name}.", "There is no option {name}."),
    "usage.no_option_near": (
        "Không có tuỳ chọn {name}.",
        "There is no option {name}.",
        "Có phải là {near}?",
        "Did you mean {near}?",
    ),
    "usage.missing": ("Thiếu {name}.", "{name} is missing."),
    "usage.bad_choice": (
        "{name}: không nhận “{value}”.",
        '{name}: "{value}" is not one of its values.',
        "Chọn một trong: {choices}.",
        "Choose one of: {choices}.",
    ),
    "usage.bad_value": ("{name}: giá trị không dùng được ({reason}).", "{name}: bad value ({reason})."),
    "usage.extra": ("Thừa đối số: {value}.", "Unexpected argument: {value}."),
    "usage.other": ("Lệnh không dùng được ({reason}).", "{reason}"),
    "usage.judge_arguments": (
        "Cần cả chỉ tiêu và số liệu, hoặc không ghi gì để đọc JSON Lines từ đầu vào chuẩn.",
        "Give both TARGET and ACTUAL, or neither to read JSON Lines from standard input.",
        'Ví dụ: chitieu judge "trên 98%" "98,2%"',
        'For example: chitieu judge "trên 98%" "98,2%"',
    ),
    "usage.unknown_target": (
        "Bộ chỉ tiêu “{ruleset}” không có chỉ tiêu hay mục “{name}”.",
        'The ruleset "{ruleset}" has no target or item "{name}".',
        "Các mã gần giống: {near}.",
        "Ids that come near: {near}.",
    ),
    "usage.format_unknown": (
        "Chưa biết ghi tệp đuôi “{suffix}”.",
        'No format is known by the suffix "{suffix}".',
        "Ghi rõ: --format {choices}.",
        "Say which: --format {choices}.",
    ),
    "usage.output_is_input": (
        "“{path}” là tệp đầu vào; không ghi đè lên nó.",
        "“{path}” is an input; it is not overwritten.",
        "Nêu tên tệp khác sau -o.",
        "Name another file after -o.",
    ),
    "usage.output_exists": (
        "Đã có tệp “{path}”; không ghi đè lên nó.",
        "“{path}” exists; it is not overwritten.",
        "Nêu tên tệp khác sau -o, hoặc xóa tệp cũ trước.",
        "Name another file after -o, or delete the old one first.",
    ),
    "usage.template_suffix": (
        "Bảng tính để điền có đuôi .xlsx, không phải “{path}”.",
        "The workbook to fill in has the suffix .xlsx, unlike “{path}”.",
    ),
    "usage.needs_extra": (
        "Cần cài thêm {library}.",
        "{library} is not installed.",
        'Chạy: pip install "chitieu[{extra}]"',
        'Run: pip install "chitieu[{extra}]"',
    ),
    "usage.needs_file": (
        "Dạng {form} là tệp nhị phân, không hiện trên màn hình được.",
        "The format {form} is a binary file and cannot be shown on a screen.",
        "Nêu tên tệp: -o bao-cao.{form}",
        "Name a file: -o report.{form}",
    ),
    "judge.bad_json": ("Dòng này không phải JSON đọc được.", "This line is not readable JSON."),
    "judge.not_object": ("Dòng này phải là một đối tượng JSON.", "This line must be a JSON object."),
    "judge.missing_key": ("Thiếu khóa “{key}”.", 'The key "{key}" is missing.'),
    "judge.unknown_key": ("Không có khóa nào tên “{key}”.", 'Unknown key "{key}".'),
    "judge.bad_value": ("Khóa “{key}” có giá trị không dùng được.", 'The key "{key}" has a value of no use.'),
    "text.bad_utf8": (
        "Có {count} chỗ không phải UTF-8, đã thay bằng dấu “\N{REPLACEMENT CHARACTER}”.",
        '{count} places are not UTF-8 and were replaced by "\N{REPLACEMENT CHARACTER}".',
    ),
    "check.section_count": (
        "Phần {section} ghi {declared} chỉ tiêu, trong tệp có {counted}.",
        "Section {section} declares {declared} targets, the file has {counted}.",
    ),
    "check.two_readings": (
        "{id}: “{expect}” có thể hiểu hai cách.",
        '{id}: "{expect}" can be read in two ways.',
        "Ghi “confirmed” vào tệp để chọn một cách.",
        'Settle it with "confirmed" in the file.',
    ),
    "check.needs_review": (
        "{id}: “{expect}” cần người xem lại.",
        '{id}: "{expect}" needs a person.',
        "Ghi rõ các trường bên cạnh “expect”, hoặc “confirmed”.",
        'Write the fields beside "expect", or "confirmed".',
    ),
}
