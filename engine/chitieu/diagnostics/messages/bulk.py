"""Errors of bulk evaluation."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "bulk.library_missing": (
        "Chưa cài thư viện {library}.",
        "The library {library} is not installed.",
        'Cài: pip install "chitieu[{extra}]"',
        'Install it: pip install "chitieu[{extra}]"',
    ),
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
}
