"""Documents that targets are taken from: what they are where they cannot be read, and what was left open."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "document.unknown_kind": (
        "Không đọc được loại tệp “{suffix}”.",
        'Files of the kind "{suffix}" cannot be read.',
        "Dùng .txt, .docx hoặc .pdf.",
        "Use .txt, .docx or .pdf.",
    ),
    "document.old_word": (
        "Đây là văn bản Word đời cũ (.doc).",
        "This is a Word document of the old kind (.doc).",
        'Chuyển sang .docx: soffice --headless --convert-to docx "{name}"',
        'Convert it to .docx: soffice --headless --convert-to docx "{name}"',
    ),
    "document.old_workbook": (
        "Đây là bảng tính Excel đời cũ (.xls), không phải văn bản.",
        "This is an Excel workbook of the old kind (.xls), not a document.",
        'Chuyển sang .xlsx (soffice --headless --convert-to xlsx "{name}"), rồi chép bảng vào một tệp .docx.',
        'Convert it to .xlsx (soffice --headless --convert-to xlsx "{name}") and copy the table into a .docx.',
    ),
    "document.encrypted": (
        "Văn bản có mật khẩu.",
        "The document is protected by a password.",
        "Mở bằng mật khẩu rồi lưu một bản không có mật khẩu.",
        "Open it with the password and save a copy without one.",
    ),
    "document.broken": (
        "Tệp hỏng hoặc không trọn vẹn, không mở được.",
        "The file is damaged or cut short and cannot be opened.",
        "Lấy lại bản gốc, hoặc mở rồi lưu lại thành tệp mới.",
        "Fetch the original again, or open it and save it anew.",
    ),
    "document.macros": (
        "Văn bản có macro nên không được mở.",
        "The document holds macros and is not opened.",
        "Lưu lại thành .docx không có macro.",
        "Save it as a .docx without macros.",
    ),
    "document.bomb": (
        "Tệp nén phình quá lớn khi mở ({size} MiB), có thể là tệp độc hại.",
        "The file swells beyond measure when opened ({size} MiB); it may be an attack.",
        "Lưu lại văn bản thành tệp mới, bỏ các hình lớn.",
        "Save the document anew, without its large pictures.",
    ),
    "document.entities": (
        "XML của tệp có khai báo thực thể (DTD), không được phép ở đây.",
        "The XML of the file declares entities (a DTD), which is not allowed here.",
        "Mở bằng Word hoặc LibreOffice rồi lưu lại thành .docx.",
        "Open it in Word or LibreOffice and save it as .docx.",
    ),
    "document.not_word": (
        "Tệp có đuôi .docx nhưng không phải văn bản Word.",
        "The file is named .docx but is no Word document.",
        "Mở bằng chương trình đã tạo ra nó rồi lưu thành .docx, .pdf hoặc .txt.",
        "Open it in the program that made it and save it as .docx, .pdf or .txt.",
    ),
    "document.not_pdf": (
        "Tệp có đuôi .pdf nhưng không phải PDF.",
        "The file is named .pdf but is no PDF.",
        "Lấy lại bản gốc.",
        "Fetch the original again.",
    ),
    "document.too_many_pages": (
        "Văn bản có {pages} trang; chỉ đọc đến {limit} trang.",
        "The document has {pages} pages; no more than {limit} are read.",
        "Tách phần có danh mục chỉ tiêu thành tệp riêng.",
        "Cut out the part with the targets as a file of its own.",
    ),
    "document.too_long": (
        "Văn bản dài quá {limit} dòng.",
        "The document has more than {limit} lines.",
        "Tách phần có danh mục chỉ tiêu thành tệp riêng.",
        "Cut out the part with the targets as a file of its own.",
    ),
    "document.line_too_long": (
        "Có dòng dài quá {limit} ký tự.",
        "There is a line of more than {limit} characters.",
        "Ngắt dòng ở chỗ mỗi đoạn bắt đầu, hoặc tách phần có danh mục chỉ tiêu thành tệp riêng.",
        "Break it where each paragraph begins, or cut out the part with the targets as a file of its own.",
    ),
    "document.scan": (
        "Văn bản là bản quét: {pages} trang đều không có chữ đọc được.",
        "The document is a scan: none of its {pages} pages holds text.",
        'Nhận dạng chữ (OCR tiếng Việt) rồi đọc lại, ví dụ: ocrmypdf -l vie "{name}" "{out}"',
        'Recognise its text first (OCR, Vietnamese), for example: ocrmypdf -l vie "{name}" "{out}"',
    ),
    "document.unreadable_letters": (
        "Chữ trong PDF không đọc được đúng: chỉ {share} % là tiếng Việt.",
        "The letters of the PDF cannot be read: only {share} % of its words are Vietnamese.",
        'Dùng bản .docx, hoặc nhận dạng chữ lại: ocrmypdf --force-ocr -l vie "{name}" "{out}"',
        'Use the .docx, or recognise the text anew: ocrmypdf --force-ocr -l vie "{name}" "{out}"',
    ),
    "document.scanned_pages": (
        "{count} trang là ảnh quét, không có chữ đọc được: {pages}.",
        "{count} pages are scans without text: {pages}.",
        "Nếu chỉ tiêu nằm ở đó, nhận dạng chữ (OCR) rồi đọc lại.",
        "Where targets stand there, recognise the text (OCR) and extract again.",
    ),
    "document.legacy_font": (
        "Văn bản gõ bằng phông chữ cũ (TCVN3, VNI), không phải Unicode.",
        "The text was typed in a legacy font (TCVN3, VNI), not in Unicode.",
        "Chuyển sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6) rồi lưu với bảng mã UTF-8.",
        "Convert it to Unicode (for example with UniKey, Ctrl+Shift+F6) and save it as UTF-8.",
    ),
    "document.no_targets": (
        "Không tìm thấy danh mục chỉ tiêu nào trong văn bản.",
        "No list of targets was found in the document.",
        "Danh mục cần có đề mục nhắc đến “chỉ tiêu” hay “mục tiêu”; hoặc nêu các đoạn bằng --add SỐ.",
        'A list needs a heading that speaks of "chỉ tiêu" or "mục tiêu"; or name the paragraphs with --add NUMBER.',
    ),
    "document.needs_extra": (
        "Đọc tệp {kind} cần thư viện {library}.",
        "Reading {kind} files needs the library {library}.",
        'Cài thêm: pip install "chitieu[documents]"',
        'Install it: pip install "chitieu[documents]"',
    ),
    "document.no_documents": (
        "Thư mục không có tệp .txt, .docx hay .pdf nào.",
        "The folder holds no .txt, .docx or .pdf file.",
    ),
    "extract.output_is_other": (
        "“{path}” đã có và không phải bộ chỉ tiêu của văn bản này; không ghi đè lên nó.",
        '"{path}" exists and is not a ruleset of this document; it is not overwritten.',
        "Nêu tên tệp khác sau -o.",
        "Name another file after -o.",
    ),
    "extract.no_such_paragraph": (
        "Không có đoạn {number} trong văn bản.",
        "The document has no paragraph {number}.",
    ),
    "extract.doubt": ("Câu chữ cần người xem lại.", "The words need a person."),
    "extract.no_period": (
        "Chưa rõ kỳ đánh giá: văn bản không nêu năm ở tên gọi hay đề mục.",
        "The period is not known: neither title nor heading names a year.",
        "Ghi thêm vào tệp: period: {{from: 2026-01-01, to: 2026-12-31}}",
        "Write it into the file: period: {{from: 2026-01-01, to: 2026-12-31}}",
    ),
    "extract.unit_differs": (
        "Cột đơn vị ghi “{unit}”, cột kế hoạch ghi “{plan}”.",
        'The column of units says "{unit}", the plan says "{plan}".',
    ),
    "extract.plan_unread": (
        "Không đọc được “{plan}” trong cột kế hoạch.",
        '"{plan}" in the column of plans cannot be read.',
    ),
    "extract.plan_chosen": (
        "Bảng có nhiều cột kế hoạch: lấy cột “{chosen}”; cột khác ({others}) ở bảng kê con số.",
        'The table has several columns of plans: "{chosen}" is taken; the others ({others}) are in the account.',
    ),
    "extract.columns_left": (
        "Bảng ở đoạn {paragraph}: không rõ cột {columns} là gì, nên không rút; con số ở bảng kê.",
        "The table at paragraph {paragraph}: what the columns {columns} hold is not known, so nothing is taken from "
        "them; their figures are in the account.",
    ),
    "extract.plan_or_past": (
        "Cột của “{plan}” chỉ ghi năm: là kế hoạch, hay là số đã có.",
        'The column of "{plan}" is headed by a year alone: a plan, or what there was.',
    ),
    "extract.table_unread": (
        "Bảng ở đoạn {paragraph} (“{head}”) không rõ cột chỉ tiêu và cột kế hoạch, nên không rút; con số ở bảng kê.",
        'The table at paragraph {paragraph} ("{head}") has no column of targets with a column of plans, so nothing is '
        "taken from it; its figures are in the account.",
    ),
    "extract.answer_kept": (
        "{id}: giữ phần đã ghi trong tệp: {fields}.",
        "{id}: what the file says is kept: {fields}.",
    ),
    "extract.words_changed": (
        "{id}: câu chữ đã đổi từ “{old}” thành “{new}”; xem lại {fields}.",
        '{id}: the words changed from "{old}" to "{new}"; look at {fields} again.',
    ),
    "extract.confirmation_dropped": (
        "{id}: câu chữ đã đổi nên lời xác nhận cũ không còn dùng được; hãy xác nhận lại.",
        "{id}: the words changed, so the old confirmation no longer holds; confirm it anew.",
    ),
    "extract.entry_kept": (
        "{id}: mục do người biên tập thêm, được giữ nguyên.",
        "{id}: added by the author, kept as it is.",
    ),
    "extract.entry_left_out": (
        "{id}: người biên tập đã bỏ khỏi tệp, không thêm lại.",
        "{id}: taken out by the author, not put in again.",
    ),
    "extract.entry_gone": (
        "{id}: không còn trong văn bản mới; vẫn được giữ trong tệp.",
        "{id}: no longer in the new document; it is kept in the file.",
    ),
    "account.offer": ("có thể là chỉ tiêu, nằm ngoài danh mục", "may be a target, outside the lists"),
    "account.declared": ("số chỉ tiêu do đề mục nêu", "the count that a heading names"),
    "account.page": ("số trang", "page number"),
    "account.cell": ("cột khác của bảng", "another column of the table"),
}
