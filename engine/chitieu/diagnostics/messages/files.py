"""Errors of files and of the command line."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "file.not_found": (
        "Không có tệp này.",
        "There is no such file.",
        "Kiểm tra lại tên và thư mục.",
        "Check the name and the folder.",
    ),
    "file.not_found_near": (
        "Không có tệp này.",
        "There is no such file.",
        "Có phải là “{near}”?",
        "Did you mean “{near}”?",
    ),
    "file.is_folder": (
        "Đây là thư mục, không phải tệp.",
        "This is a folder, not a file.",
        "Hãy nêu tên tệp trong thư mục.",
        "Name a file in it.",
    ),
    "file.unreadable": ("Không mở được tệp: {reason}.", "The file cannot be opened: {reason}."),
    "file.unwritable": ("Không ghi được tệp: {reason}.", "The file cannot be written: {reason}."),
    "file.empty": ("Tệp trống.", "The file is empty."),
    "file.too_large": ("Tệp lớn hơn {limit} MiB.", "The file is larger than {limit} MiB."),
    "file.binary": ("Tệp không phải là văn bản.", "The file is not text."),
    "file.not_utf8": (
        "Văn bản không ở bảng mã UTF-8.",
        "The text is not in UTF-8.",
        "Lưu lại tệp với bảng mã UTF-8.",
        "Save the file again as UTF-8.",
    ),
    "yaml.syntax": (
        "YAML viết sai: {detail}.",
        "Broken YAML: {detail}.",
        "Thường là thiếu dấu nháy quanh văn bản có dấu hai chấm, hoặc thụt dòng lệch.",
        "Often a text with a colon lacks quotes, or a line is not indented as its neighbours.",
    ),
    "yaml.tab": (
        "Dòng thụt vào bằng phím Tab.",
        "The line is indented with a tab.",
        "Thụt dòng bằng dấu cách.",
        "Indent with spaces.",
    ),
    "yaml.character": ("Có ký tự điều khiển trong tệp.", "The file holds a control character."),
    "yaml.alias": (
        "Không dùng neo (&) và bí danh (*) của YAML ở đây.",
        "YAML anchors (&) and aliases (*) are not accepted here.",
        "Viết đủ nội dung, hoặc đặt văn bản trong dấu nháy.",
        "Write the content out, or put the text in quotes.",
    ),
    "yaml.tag": (
        "Không dùng thẻ YAML “{tag}” ở đây.",
        "The YAML tag “{tag}” is not accepted here.",
        "Đặt văn bản bắt đầu bằng dấu ! trong dấu nháy.",
        "Put a text that begins with ! in quotes.",
    ),
    "yaml.documents": ("Tệp có nhiều tài liệu YAML (---).", "The file holds several YAML documents (---)."),
    "yaml.depth": ("Lồng quá {limit} cấp.", "Nested more than {limit} levels deep."),
    "yaml.size": ("Quá {limit} mục trong tệp.", "More than {limit} entries in the file."),
    "yaml.key": ("Tên trường phải là văn bản.", "A field name must be text."),
    "yaml.duplicate_key": (
        "Trường “{key}” đã có ở dòng {first}.",
        "Field “{key}” already stands in line {first}.",
        "Giữ một trong hai.",
        "Keep one of the two.",
    ),
}
