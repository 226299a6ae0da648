"""Errors and findings of ruleset files."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "ruleset.unknown_field": ("Không có trường nào tên “{field}”.", 'Unknown field "{field}".'),
    "ruleset.misspelt_field": (
        "Không có trường nào tên “{field}”.",
        "Unknown field “{field}”.",
        "Có phải là “{near}”?",
        "Did you mean “{near}”?",
    ),
    "ruleset.missing_field": ("Thiếu trường “{field}”.", "Field “{field}” is missing."),
    "ruleset.not_a_choice": (
        "“{value}” không dùng được ở đây.",
        "“{value}” is not possible here.",
        "Chọn một trong: {choices}.",
        "Choose one of: {choices}.",
    ),
    "ruleset.expected_int": (
        "“{value}” không phải là số nguyên phù hợp.",
        "“{value}” is not a fitting whole number.",
    ),
    "ruleset.expected_bool": (
        "“{value}” không phải là true hoặc false.",
        "“{value}” is neither true nor false.",
    ),
    "ruleset.expected_date": (
        "“{value}” không phải là ngày.",
        "“{value}” is not a date.",
        "Viết năm-tháng-ngày: 2026-12-31.",
        "Write year-month-day: 2026-12-31.",
    ),
    "ruleset.expected_text": ("Ở đây cần văn bản.", "Text is wanted here."),
    "ruleset.expected_filled": ("Trường này không được để trống.", "This field must not be empty."),
    "ruleset.expected_slug": (
        "“{value}” không dùng làm tên được.",
        "“{value}” cannot be a name.",
        "Chỉ dùng chữ không dấu, số, dấu chấm và gạch nối: do-son-2026.",
        "Use plain letters, digits, dots and hyphens only: do-son-2026.",
    ),
    "ruleset.expected_list": (
        "Ở đây cần một danh sách.",
        "A list is wanted here.",
        "Mỗi mục một dòng, bắt đầu bằng dấu gạch nối.",
        "One entry a line, each beginning with a hyphen.",
    ),
    "ruleset.expected_mapping": (
        "Ở đây cần các trường, mỗi trường có tên và giá trị.",
        "Fields are wanted here, each with a name and a value.",
        'Ví dụ: label: "(6)".',
        'For example: label: "(6)".',
    ),
    "ruleset.expected_figure": (
        "“{value}” không phải là con số viết đúng cách.",
        "“{value}” is not a figure in the form wanted.",
        "Viết 95, 97.5 (dấu chấm thập phân, không tách hàng nghìn) hoặc 2/3.",
        "Write 95, 97.5 (decimal point, thousands not separated) or 2/3.",
    ),
    "ruleset.bad_value": ("“{value}” không hợp lệ ({detail}).", "“{value}” is not valid ({detail})."),
    "ruleset.period_order": ("Kỳ kết thúc trước khi bắt đầu.", "The period ends before it begins."),
    "ruleset.not_a_mapping": (
        "Tệp không phải là một bộ chỉ tiêu.",
        "The file is not a ruleset.",
        "Tệp phải bắt đầu bằng các trường schema_version, ruleset, title.",
        "It must begin with the fields schema_version, ruleset, title.",
    ),
    "ruleset.not_found": (
        "Không có bộ chỉ tiêu “{name}”.",
        "There is no ruleset “{name}”.",
        "Các bộ kèm theo: {known}. Với tệp riêng, nêu đường dẫn kết thúc bằng .yaml.",
        "Bundled rulesets: {known}. For a file of your own give a path that ends in .yaml.",
    ),
    "ruleset.not_found_near": (
        "Không có bộ chỉ tiêu “{name}”.",
        "There is no ruleset “{name}”.",
        "Có phải là “{near}”? Các bộ kèm theo: {known}.",
        "Did you mean “{near}”? Bundled rulesets: {known}.",
    ),
    "ruleset.duplicate_section": (
        "Phần “{label}” đã có ở dòng {line}.",
        "Section “{label}” already stands in line {line}.",
    ),
    "ruleset.duplicate_item": (
        "Mục “{label}” đã có ở dòng {line}.",
        "Item “{label}” already stands in line {line}.",
    ),
    "ruleset.duplicate_target": (
        "Mã “{label}” đã có ở dòng {line}.",
        "The id “{label}” already stands in line {line}.",
        "Mỗi chỉ tiêu một mã riêng: mã mục, dấu chấm, số thứ tự.",
        "Each target has an id of its own: the item, a dot, a number.",
    ),
    "ruleset.duplicate_entity": ("Một đối tượng được nêu hai lần.", "An entity is named twice."),
    "ruleset.no_section": (
        "Không có phần “{label}” trong sections.",
        "There is no section “{label}” in sections.",
        "Các phần đã nêu: {known}.",
        "Sections given: {known}.",
    ),
    "ruleset.no_item": (
        "Không có mục “{label}” trong items.",
        "There is no item “{label}” in items.",
        "Thêm mục vào items, hoặc sửa lại mã mục.",
        "Add the item to items, or correct the label.",
    ),
    "ruleset.task_with_target": (
        "Mục “{label}” ghi là nhiệm vụ (task) nên không có chỉ tiêu.",
        "Item “{label}” is marked as a task, which states no target.",
        "Bỏ task: true ở mục đó, hoặc bỏ chỉ tiêu này.",
        "Take task: true from the item, or take this target out.",
    ),
    "ruleset.parent_cycle": (
        "Mục “{label}” là mục cha của chính nó.",
        "Item “{label}” is its own parent.",
        "Sửa “parent” ở một trong các mục nối vòng.",
        "Correct “parent” in one of the items that form the ring.",
    ),
    "ruleset.task_with_parts": (
        "Mục “{label}” ghi là nhiệm vụ (task) nên không có mục con nêu chỉ tiêu.",
        "Item “{label}” is marked as a task, which has no parts that state targets.",
        "Bỏ task: true ở mục đó, hoặc ghi task: true ở mục con.",
        "Take task: true from the item, or mark the part as a task.",
    ),
    "ruleset.item_without_target": (
        "Mục “{label}” chưa có chỉ tiêu nào và không ghi task: true.",
        "Item “{label}” has no target and is not marked task: true.",
    ),
    "ruleset.unread": (
        "Không đọc được chỉ tiêu nào từ những chữ này.",
        "No target can be read from these words.",
        "Viết lại cho rõ, hoặc ghi thêm bên cạnh: op, value và unit (hay grade, hay expected).",
        "Write it more plainly, or state beside it: op, value and unit (or grade, or expected).",
    ),
    "ruleset.unread_without": (
        "Thiếu “{key}”: không có trong những chữ này, cũng không ghi bên cạnh.",
        "“{key}” is missing: neither in these words nor stated beside them.",
        "Ghi thêm trường “{key}”.",
        "State the field “{key}”.",
    ),
    "ruleset.key_of_other_kind": (
        "Trường “{key}” không dùng cho chỉ tiêu loại {kind}.",
        "Field “{key}” does not belong to a target of kind {kind}.",
    ),
    "ruleset.range_with_op": (
        "low và high là một khoảng, không đi cùng op “{op}”.",
        "low and high make a range, which has no op “{op}”.",
    ),
    "ruleset.range_with_value": (
        "Một khoảng có low và high, không có value.",
        "A range has low and high, and no value.",
    ),
    "ruleset.range_order": ("low lớn hơn high.", "low is greater than high."),
    "ruleset.no_such_reading": (
        "Không có cách đọc thứ {number}: chỉ có {known}.",
        "There is no reading {number}: there are {known}.",
    ),
    "ruleset.more_targets": (
        "Những chữ của chỉ tiêu {id} nêu thêm {left} chỉ tiêu nữa; chỉ chỉ tiêu đầu được dùng.",
        "The words of target {id} state {left} more; only the first is used.",
        "Thêm các chỉ tiêu còn lại thành mục riêng trong targets.",
        "Add the others as entries of their own.",
    ),
    "ruleset.point_in_figure": (
        "{figure} được hiểu là số thập phân.",
        "{figure} was taken as a decimal.",
        "Nếu dấu chấm tách hàng nghìn, viết {whole}.",
        "If the dot separates thousands, write {whole}.",
    ),
}
