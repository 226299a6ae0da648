"""What holds of every document: nothing but our errors, a file that loads, words where they are said to be."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chitieu import ChitieuError
from chitieu.extraction.document import Document
from chitieu.extraction.draft import Draft
from chitieu.extraction.extract import extract
from chitieu.extraction.joining import join_lines
from chitieu.extraction.pasted import pasted_rows
from chitieu.extraction.text_file import read_text
from chitieu.extraction.writer import scalar, write_ruleset
from chitieu.ruleset.load import compile_bytes
from chitieu.yaml_source import read_yaml

PIECES = [
    "CHỈ TIÊU NĂM 2026", "NGHỊ QUYẾT", "I. ", "II. ", "IV. ", "1. ", "2. ", "2.1. ", "a) ", "đ) ",
    "- ", "+ ", "* ", "(1) ",
    "Về kinh tế", "Các chỉ tiêu chủ yếu (3 chỉ tiêu):", "Nhiệm vụ, giải pháp", "Kết quả đạt được",
    "Tỷ lệ hộ nghèo dưới 2%", "kết nạp từ 5 - 8 đảng viên; ", "giảm dưới 1%", "Giữ vững ổn định", "trong đó có 20%",
    "Thu ngân sách đạt 20 tỷ đồng, tăng 5%.", "giai đoạn 2021\n- 2025", "STT\tChỉ tiêu\tĐVT\tKế hoạch\n",
    "1\tTỷ lệ hộ nghèo\t%\t2\n", "I\tKinh tế\t\t\n", "Nơi nhận:", "T/M BAN CHẤP HÀNH", "\n", "\n\n", "\f",
    "12", " ", "'", '"', "#", ": ",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=30).map("".join)


def document(text: str) -> Document | None:
    try:
        return read_text(text.encode("utf-8", "replace"), "thu.txt", "0" * 64)
    except ChitieuError:
        return None


def drafted(text: str) -> Draft | None:
    """The draft of a text, whose file must load with the same targets; None where it ends in one of our errors."""
    read = document(text)
    if read is None:
        return None
    try:
        draft = extract(read)
    except ChitieuError:
        return None
    ruleset = compile_bytes(write_ruleset(draft).encode(), "thu.yaml")
    assert [rule.id for rule in ruleset.rules] == [target.id for target in draft.targets]
    for rule, target in zip(ruleset.rules, draft.targets, strict=True):
        assert rule.target.needs_review == target.target.needs_review, rule.id
    return draft


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(texts)
@example("CHỈ TIÊU NĂM 2026\n1. Kết nạp 5 đảng viên.\nNHIỆM VỤ, GIẢI PHÁP\n1. \x1bPhấn đấu 90% hộ khá.")
def test_any_text_gives_a_file_that_loads_or_one_of_our_errors(text: str) -> None:
    draft = drafted(text)
    for stray in draft.strays if draft is not None else ():
        assert stray.text.strip()


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([" | ", "|", "    ", "  ", "\t"]),
    st.lists(
        st.lists(
            st.sampled_from(["TT", "Chỉ tiêu", "KH 2026", "1", "rừng", "(ha)", "", "12,5", "a b"]), max_size=5
        )
    ),
)
def test_a_pasted_table_keeps_every_word(mark: str, below: list[list[str]]) -> None:
    rows = [["TT", "Chỉ tiêu", "ĐVT", "KH 2026"], *below]
    lines = [mark.join(cell.ljust(12) if mark == "  " else cell for cell in row) for row in rows]
    made = pasted_rows(lines)
    kept = " ".join(" ".join(made.get(at, (line,))) for at, line in enumerate(lines))
    assert sorted(kept.replace("|", " ").split()) == sorted(" ".join(lines).replace("|", " ").split())


@settings(max_examples=150, deadline=None)
@given(texts)
def test_joining_keeps_every_word(text: str) -> None:
    read = document(text)
    if read is None:
        return
    blocks = join_lines(read.lines)
    assert (
        " ".join(block.text for block in blocks).split() == " ".join(line.text for line in read.lines).split()
    )
    numbers = [piece[2].number for block in blocks for piece in block.pieces]
    assert numbers == [line.number for line in read.lines]


@given(st.text())
def test_a_scalar_reads_back(text: str) -> None:
    wanted = " ".join("".join(char if char.isprintable() else " " for char in text).split(" ")).strip()
    back = read_yaml(f"key: {scalar(text)}\n", "a.yaml", ChitieuError).data["key"]
    assert " ".join((back or "").split()) == " ".join(wanted.split())


HEADS = [
    ["TT", "Chỉ tiêu", "ĐVT", "TH 2025", "KH 2026", "Ghi chú"],
    ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu"],
    ["Đơn vị", "KPI", "ĐVT", "Mục tiêu"],
    ["Tên xã", "Thu ngân sách (tỷ đồng)", "Số trường"],
    ["STT", "Chỉ tiêu", "Năm 2026", "Năm 2030"],
]
CELLS = [
    "", "", "1", "2", "1.1", "I", "-", "a)", "Tỷ lệ hộ nghèo", "1.2. Tỷ lệ hộ dùng nước sạch (%)", "Kinh tế", "trở lên",
    "Riêng xã miền núi", "%", "trường", '"', "người/năm", "95", "9/11", "≥ 90% (≥ 75% đối với xã miền núi)", "Đạt",
    "≥ 60%; ≥ 97%", "Không", "Mức độ 2", "Có ít nhất 01 chợ", "Năm 2026: 5; năm 2030: 7", "2026", "3 - 5",
]  # fmt: skip
ROWS = st.lists(st.lists(st.sampled_from(CELLS) | st.text(max_size=6), max_size=9), min_size=1, max_size=8)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(HEADS), ROWS, st.sampled_from([" | ", "|", "\t", "    ", "  "]), st.booleans())
@example(
    HEADS[1],
    [["", "", "1. Tỷ lệ sản phẩm"], ["được bán", "Trên 20%"], ["", "", "2. Có quy hoạch", "Đạt"]],
    " | ",
    False,
)
@example(
    ["TT", "Chỉ tiêu", "ĐVT", "TH 2025", "KH 2026", "Ghi chú"],
    [["1.2. Tỷ lệ hộ dùng nước sạch (%)", "¼A", "Năm 2026: 5; năm 2030: 7"]],
    "    ",
    False,
)
def test_a_table_of_any_rows_gives_a_file_that_loads(
    heads: list[str], below: list[list[str]], mark: str, framed: bool
) -> None:
    lines = [mark.join(row) for row in (heads, *below)]
    if framed:
        lines = [f"|{line}|" for line in lines]
    drafted("CHỈ TIÊU NĂM 2026\n" + "\n".join(lines))
