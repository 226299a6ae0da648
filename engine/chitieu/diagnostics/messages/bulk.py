"""Errors of bulk evaluation."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "bulk.not_rows": (
        "Đây không phải bộ chỉ tiêu, cũng không phải bảng do to_rows() làm ra.",
        "This is neither a ruleset nor a table made by to_rows().",
    ),
    "bulk.same_ruleset_twice": (
        "Bộ chỉ tiêu “{name}” có hai lần.",
        "The ruleset “{name}” is there twice.",
        "Giữ một; hai bộ khác nhau thì phải khác tên.",
        "Keep one of them; two different rulesets need two names.",
    ),
    "bulk.unknown_frame": (
        "Không chấm được số liệu kiểu {kind}.",
        "Figures of the type {kind} cannot be judged.",
        "Dùng bảng của DuckDB, Polars, pandas, PyArrow hoặc PySpark.",
        "Give a DuckDB relation, or a Polars, pandas, PyArrow or PySpark frame.",
    ),
    "bulk.mixed_column": (
        "Có cột lẫn nhiều kiểu giá trị ({detail}).",
        "A column mixes types of values ({detail}).",
        "Đổi cả cột thành văn bản, hoặc cả cột thành số.",
        "Make the whole column text, or the whole column numbers.",
    ),
    "bulk.no_column": (
        "Bảng {table} không có cột “{column}”; có: {seen}.",
        "The table {table} has no column “{column}”; it has: {seen}.",
    ),
    "bulk.bad_type": (
        "Cột “{column}” có kiểu {type}, không chấm được.",
        "The column “{column}” is of the type {type}, which cannot be judged.",
        "Số: DECIMAL, số nguyên hoặc DOUBLE; chữ: văn bản.",
        "Figures: DECIMAL, whole numbers or DOUBLE; words: text.",
    ),
    "bulk.no_ruleset_column": (
        "Có nhiều bộ chỉ tiêu ({names}) nhưng số liệu không có cột “ruleset”.",
        "There are several rulesets ({names}), and the figures have no column “ruleset”.",
        "Thêm cột “ruleset” cho biết mỗi địa bàn theo bộ nào.",
        "Add a column “ruleset” that tells which one each place goes by.",
    ),
    "bulk.arguments": (
        "Cần ít nhất một bộ chỉ tiêu và một tệp số liệu.",
        "At least one ruleset and one file of figures are needed.",
        "Ví dụ: chitieu bulk tran-phu-2023 so-lieu/ -o ket-qua.parquet. Có sẵn: {known}.",
        "For example: chitieu bulk tran-phu-2023 figures/ -o verdicts.parquet. Bundled: {known}.",
    ),
    "bulk.no_files": (
        "Không có tệp .parquet hay .csv nào ở đây.",
        "There is no .parquet or .csv file here.",
        "Kiểm tra lại tên thư mục hoặc mẫu tên.",
        "Check the folder or the pattern.",
    ),
    "bulk.unknown_format": (
        "Chưa đọc được loại tệp này; đọc được: {known}.",
        "This kind of file cannot be read; these can: {known}.",
        "Một tệp .xlsx của một nơi thì dùng chitieu evaluate.",
        "For one workbook of one place, use chitieu evaluate.",
    ),
    "bulk.unknown_output": (
        "Kết quả ghi được ra .parquet hoặc .csv, không phải {suffix}.",
        "Results are written as .parquet or .csv, not as {suffix}.",
    ),
    "bulk.two_kinds": (
        "Số liệu lẫn tệp .parquet và .csv ({files}, …).",
        "The figures mix .parquet and .csv files ({files}, …).",
        "Mỗi lần chạy dùng một loại.",
        "Use one kind in a run.",
    ),
    "bulk.two_schemas": (
        "Các cột ở đây ({here}) khác với {first} ({there}).",
        "The columns here ({here}) differ from those of {first} ({there}).",
        "Làm cho các tệp cùng cột và cùng kiểu.",
        "Give all files the same columns and types.",
    ),
    "bulk.broken_file": ("Không đọc được tệp: {reason}", "The file cannot be read: {reason}"),
    "bulk.column_twice": (
        "Có hai cột đều là “{column}”.",
        "Two columns both mean “{column}”.",
        "Giữ một cột.",
        "Keep one of them.",
    ),
    "bulk.unknown_ids": (
        "Bộ chỉ tiêu không có mã: {names}.",
        "No ruleset has the ids: {names}.",
        "Mã gần giống: {near}.",
        "An id that comes near: {near}.",
    ),
    "bulk.labels_beside_ids": (
        "Có nơi vừa nêu mục vừa nêu chỉ tiêu duy nhất của mục ấy; dòng của mục không được dùng: {names}.",
        "A place gives both an item and its only target; the row of the item is not used: {names}.",
        "Chỉ giữ dòng mang mã của chỉ tiêu, ví dụ {near}.",
        "Keep only the row with the id of the target, such as {near}.",
    ),
    "bulk.unknown_rulesets": (
        "Số liệu nêu bộ chỉ tiêu không được đưa vào: {names}.",
        "The figures name rulesets that were not given: {names}.",
        "Bộ gần giống: {near}. Đưa thêm bộ còn thiếu vào lệnh.",
        "A ruleset that comes near: {near}. Give the command the missing ones too.",
    ),
    "bulk.engine_failed": (
        "{engine} không chấm được: {reason}",
        "{engine} could not do it: {reason}",
    ),
    "bulk.bad_memory": (
        "“{value}” không phải giới hạn bộ nhớ.",
        "“{value}” is no limit of memory.",
        "Ví dụ: --memory 2GB",
        "For example: --memory 2GB",
    ),
    "bulk.no_memory_limit": (
        "{engine} không có giới hạn bộ nhớ.",
        "{engine} has no limit of memory.",
        "Dùng --engine duckdb.",
        "Use --engine duckdb.",
    ),
    "bulk.no_java": (
        "PySpark cần Java 17, máy này chưa có hoặc không chạy được. {reason}",
        "PySpark needs Java 17, which is not on this machine or does not start. {reason}",
        "Cài Java 17, hoặc dùng --engine duckdb.",
        "Install Java 17, or use --engine duckdb.",
    ),
    "bulk.interrupted": (
        "Bị ngắt giữa chừng: không ghi gì.",
        "Interrupted: nothing was written.",
    ),
    "bulk.no_folder": ("Không có thư mục để ghi tệp này.", "There is no folder to write this file in."),
    "bulk.same_output_twice": (
        "Hai kết quả cùng một tên tệp.",
        "Two results have one file name.",
    ),
    "bulk.bad_counts": (
        "Không đếm được theo “{value}”.",
        "“{value}” is nothing to count by.",
        "Viết các cột rồi tên tệp: --counts section,period=phan.csv; cột: {known}; id không đi cùng section hay item.",
        "Write columns, then a file: --counts section,period=phan.csv; columns: {known}; id not with section or item.",
    ),
}
