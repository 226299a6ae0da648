"""Errors and notes of files of actuals."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "actuals.unknown_format": (
        "Không biết đọc tệp dạng “{suffix}”.",
        "Files of the form “{suffix}” are not understood.",
        "Dùng một trong: {known}.",
        "Use one of: {known}.",
    ),
    "actuals.pdf": (
        "Đây là tệp PDF.",
        "This is a PDF file.",
        "Chép số liệu vào bảng tính (xem lệnh chitieu template).",
        "Put the figures into a workbook (see the command chitieu template).",
    ),
    "actuals.not_a_workbook": (
        "Tệp không phải là bảng tính .xlsx hoặc .ods.",
        "The file is not an .xlsx or .ods workbook.",
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.",
        "Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "actuals.old_workbook": (
        "Đây là tệp Office kiểu cũ (.xls, .doc).",
        "This is an Office file of the old kind (.xls, .doc).",
        'Nếu là bảng tính, chuyển sang .xlsx: soffice --headless --convert-to xlsx "{name}"',
        'If it is a workbook, convert it to .xlsx: soffice --headless --convert-to xlsx "{name}"',
    ),
    "actuals.macros": (
        "Bảng tính có macro nên không được mở.",
        "The workbook holds macros and is not opened.",
        "Lưu lại thành .xlsx không có macro.",
        "Save it as an .xlsx without macros.",
    ),
    "actuals.entities": (
        "XML của bảng tính có khai báo thực thể (DTD), không được phép ở đây.",
        "The XML of the workbook declares entities (a DTD), which is not allowed here.",
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx.",
        "Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "actuals.password": (
        "Bảng tính được bảo vệ bằng mật khẩu.",
        "The workbook is protected by a password.",
        "Mở ra, bỏ mật khẩu rồi lưu lại.",
        "Open it, remove the password and save it again.",
    ),
    "actuals.broken_workbook": (
        "Bảng tính bị hỏng ({detail}).",
        "The workbook is damaged ({detail}).",
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại.",
        "Open it in Excel or LibreOffice and save it again.",
    ),
    "actuals.bomb": (
        "Một phần của bảng tính phình ra {size} MiB khi giải nén, không phải bảng tính bình thường.",
        "A part of the workbook unfolds to {size} MiB, which no ordinary workbook does.",
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại.",
        "Open it in Excel or LibreOffice and save it again.",
    ),
    "actuals.unpacked_too_large": (
        "Bảng tính bung ra hơn {limit} MiB.",
        "The workbook unpacks to more than {limit} MiB.",
        "Chỉ giữ trang có số liệu.",
        "Keep only the sheet with the figures.",
    ),
    "actuals.too_many_rows": (
        "Có hơn {limit} dòng, nhiều hơn mức đọc được trong một tệp.",
        "There are more than {limit} rows, the most that one file may have.",
        "Chia thành nhiều tệp.",
        "Split it into several files.",
    ),
    "actuals.too_many_cells": (
        "Vùng có dữ liệu kéo đến ô {cell}, hơn {limit} ô.",
        "The filled area reaches to cell {cell}, more than {limit} cells.",
        "Xóa những ô thừa ở xa bảng.",
        "Clear stray cells far from the table.",
    ),
    "actuals.no_id_sheet": (
        "Không trang nào trong {count} trang đang hiện có cột mã. Đầu bảng thấy được: {seen}.",
        "None of the {count} visible sheets has a column of ids. Headings seen: {seen}.",
        "Đặt tên một cột là “Mã” và một cột là “Thực hiện” (hoặc id và value).",
        "Head one column “id” and one “value” (or Mã and Thực hiện).",
    ),
    "actuals.no_id_sheet_hidden": (
        "Không trang nào trong {count} trang đang hiện có cột mã (trang ẩn không được đọc: {hidden}). "
        "Đầu bảng thấy được: {seen}.",
        "None of the {count} visible sheets has a column of ids (hidden sheets are not read: {hidden}). "
        "Headings seen: {seen}.",
        "Cho hiện trang có số liệu, hoặc đặt tên một cột là “Mã” và một cột là “Thực hiện”.",
        "Unhide the sheet with the figures, or head one column “id” and one “value”.",
    ),
    "actuals.no_id_column": (
        "Không thấy cột mã. Đầu bảng thấy được: {seen}.",
        "There is no column of ids. Headings seen: {seen}.",
        "Đặt tên một cột là “Mã” và một cột là “Thực hiện” (hoặc id và value). "
        "Nếu chữ hiện sai, lưu lại với bảng mã UTF-8.",
        "Head one column “id” and one “value” (or Mã and Thực hiện). "
        "If letters look wrong, save the file as UTF-8.",
    ),
    "actuals.no_value_column": (
        "Không thấy cột số thực hiện.",
        "There is no column of values.",
        "Đặt tên một cột là “Thực hiện” (hoặc value).",
        "Head one column “value” (or Thực hiện).",
    ),
    "actuals.no_value_column_near": (
        "Không thấy cột số thực hiện.",
        "There is no column of values.",
        "Cột “{near}” có phải là “Thực hiện” (value) không?",
        "Is the column “{near}” meant to be “value” (Thực hiện)?",
    ),
    "actuals.column_twice": (
        "Nhiều cột cùng được hiểu là “{column}”: {names}.",
        "Several columns were taken for “{column}”: {names}.",
        "Đổi tên những cột không dùng.",
        "Rename those that are not meant.",
    ),
    "actuals.split_heading": (
        "Cột “{heading}” chia thành nhiều cột con.",
        "The column “{heading}” is split into several.",
        "Đặt tên “{heading}” ngay trên cột con cần đọc.",
        "Put “{heading}” right above the column that is meant.",
    ),
    "actuals.several_places": (
        "Tệp có {count} địa bàn ({names}); mỗi lần chỉ đánh giá một địa bàn.",
        "The file holds {count} places ({names}); one place is judged at a time.",
        "Tách mỗi địa bàn một tệp.",
        "Keep one place in a file.",
    ),
    "actuals.several_periods": (
        "Tệp có {count} kỳ ({names}); mỗi lần chỉ đánh giá một kỳ.",
        "The file holds {count} periods ({names}); one period is judged at a time.",
        "Tách mỗi kỳ một tệp.",
        "Keep one period in a file.",
    ),
    "actuals.broken_csv": ("Tệp CSV viết sai: {detail}.", "Broken CSV: {detail}."),
    "actuals.open_quote": (
        "Dấu ngoặc kép mở ở đây mà không khép; các dòng sau bị nuốt vào một ô.",
        "A quotation mark opens here and is never closed; it swallows the rows after it.",
        "Khép dấu ngoặc kép, hoặc bỏ đi.",
        "Close it, or take it out.",
    ),
    "actuals.broken_json": (
        "JSON viết sai ở cột {column}: {detail}.",
        "Broken JSON at column {column}: {detail}.",
    ),
    "actuals.name_twice": (
        "Tên “{name}” có hai lần trong một mục JSON.",
        "The name “{name}” stands twice in one JSON object.",
    ),
    "actuals.not_a_list": (
        "Ở đây cần một danh sách các mục có tên và giá trị.",
        "A list of objects is wanted here.",
        'Ví dụ: [{{"id": "1.1", "value": "97,5%"}}].',
        'For example: [{{"id": "1.1", "value": "97,5%"}}].',
    ),
    "actuals.not_an_object": (
        "Mục này không có tên trường; bỏ qua.",
        "This entry is no object; it was left out.",
    ),
    "actuals.windows_1258": (
        "Tệp không ở UTF-8; đã đọc theo Windows-1258. Kiểm tra lại chữ có dấu.",
        "The file is not UTF-8; it was read as Windows-1258. Check the letters with marks.",
    ),
    "actuals.sheet_read": ("Đã đọc trang “{sheet}”.", "Sheet “{sheet}” was read."),
    "actuals.heading_unknown": (
        "Không dùng cột “{heading}”.",
        "The column “{heading}” is not used.",
    ),
    "actuals.heading_misspelt": (
        "Không dùng cột “{heading}”.",
        "The column “{heading}” is not used.",
        "Có phải là “{near}”?",
        "Did you mean “{near}”?",
    ),
    "actuals.heading_taken": (
        "Cột “{heading}” được hiểu là “{column}”.",
        "The column “{heading}” was taken for “{column}”.",
    ),
    "actuals.unit_of_heading": (
        "Đơn vị “{unit}” lấy từ tên cột số thực hiện.",
        "The unit “{unit}” was taken from the heading of the values.",
    ),
    "actuals.unit_heading_is_place": (
        "Cột “Đơn vị” được hiểu là địa bàn, không phải đơn vị tính.",
        "The column “Đơn vị” was taken for the place, not the unit.",
    ),
    "actuals.unit_heading_is_entity": (
        "Cột “Đơn vị” được hiểu là đối tượng, không phải đơn vị tính.",
        "The column “Đơn vị” was taken for the entity, not the unit.",
    ),
    "actuals.column_numbers": (
        "Bỏ qua dòng đánh số cột.",
        "A row that numbers the columns was passed over.",
    ),
    "actuals.value_without_id": (
        "Có giá trị “{text}” mà không có mã; không dùng.",
        "The value “{text}” has no id; it is not used.",
    ),
    "actuals.id_is_a_number": (
        "Mã “{id}” là ô số; mã như 1.10 sẽ thành 1.1.",
        "The id “{id}” is a number cell; an id such as 1.10 would become 1.1.",
        "Định dạng cột mã là Text.",
        "Format the column of ids as text.",
    ),
    "actuals.extra_cells": (
        "Dòng có nhiều ô hơn đầu bảng (“{text}”); giá trị không dùng được.",
        "The row has more cells than the head (“{text}”); its value cannot be used.",
        "Thường là dấu phẩy thập phân trong tệp tách bằng dấu phẩy: đặt số trong dấu ngoặc kép.",
        "Often a decimal comma in a file separated by commas: put the figure in quotation marks.",
    ),
    "actuals.unreadable_value": (
        "Không đọc được giá trị “{text}”.",
        "The value “{text}” cannot be read.",
    ),
    "actuals.unreadable_figure": (
        "Không đọc được “{text}” thành một con số.",
        "“{text}” cannot be read as one figure.",
    ),
    "actuals.long_cell": ("Ô dài hơn {limit} ký tự.", "The cell is longer than {limit} characters."),
    "actuals.not_a_number": ("“{text}” không phải là một giá trị.", "“{text}” is no value."),
    "actuals.date_cell": (
        "Ô này là ngày giờ ({text}), không phải giá trị.",
        "The cell holds a date or a time ({text}), no value.",
        "Bảng tính có thể đã đổi “5-8” thành ngày; định dạng cột là Text rồi nhập lại.",
        "The spreadsheet may have turned “5-8” into a date; format the column as text and enter it again.",
    ),
    "actuals.error_cell": ("Ô báo lỗi {text}.", "The cell shows the error {text}."),
    "actuals.formula_cell": (
        "Công thức trong ô chưa được tính.",
        "The formula in the cell was never computed.",
        "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.",
        "Open the file in Excel or LibreOffice and save it.",
    ),
    "actuals.same_row_twice": (
        "Mã “{id}” có hai dòng giống nhau (dòng trước ở {first}); dùng một.",
        "The id “{id}” has two equal rows (the other at {first}); one is used.",
    ),
    "actuals.rows_disagree": (
        "Mã “{id}” có hai dòng khác nhau (dòng trước ở {first}); không dùng dòng nào.",
        "The id “{id}” has two rows that differ (the other at {first}); neither is used.",
        "Giữ dòng đúng, bỏ dòng kia.",
        "Keep the right one.",
    ),
    "actuals.more_notes": (
        "Còn {left} ghi chú nữa cùng loại “{code}”.",
        "There are {left} more notes of the kind “{code}”.",
    ),
}
