"""What the conformance suite tells of the program that it is played against."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "conformance.all_pass": ("Cả {count} ca đều đúng.", "All {count} cases pass."),
    "conformance.some_fail": ("{failed} trong {count} ca sai.", "{failed} of {count} cases fail."),
    "conformance.differs": (
        "{key}: cần {expected}, chương trình trả lời {answered}",
        "{key}: {expected} is expected, the program answers {answered}",
    ),
    "conformance.no_answer": (
        "Không có dòng trả lời.",
        "There is no line of answer.",
    ),
    "conformance.not_json": (
        "Dòng trả lời không phải một đối tượng JSON: {line}",
        "The answer is no JSON object: {line}",
    ),
    "conformance.extra_lines": (
        "Chương trình trả lời thừa {count} dòng; mỗi dòng vào chỉ có một dòng ra.",
        "The program answers {count} lines too many; every line in has one line out.",
    ),
    "conformance.exit_code": (
        "Chương trình kết thúc với mã thoát {code}.",
        "The program ended with exit code {code}.",
    ),
    "conformance.cannot_run": (
        "Không chạy được “{command}” ({reason}).",
        "“{command}” cannot be run ({reason}).",
        'Ghi lệnh như trong dòng lệnh, ví dụ: --run "python3 may-cham.py"',
        'Write it as on a command line, for example: --run "python3 judge.py"',
    ),
    "conformance.timeout": (
        "“{command}” chưa trả lời xong sau {seconds} giây.",
        "“{command}” has not answered after {seconds} seconds.",
        "Cho thêm thời gian bằng --timeout.",
        "Give it more time with --timeout.",
    ),
    "conformance.more": ("… và {count} ca khác.", "… and {count} other cases."),
}
