"""Whom a universal is about: the words behind "mỗi" up to what they are to do, and no further."""

from __future__ import annotations

import pytest

from chitieu.reading import parse


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Mỗi bí thư không giữ quá 2 nhiệm kỳ liên tiếp", "bí thư"),
        ("Mỗi lớp không bố trí quá 35 học sinh", "lớp"),
        ("Mỗi xã giữ vững ít nhất 3 danh hiệu", "xã"),
        ("Mỗi chi bộ kết nạp từ 02 đảng viên trở lên", "chi bộ"),
    ],
)
def test_each_ends_before_the_deed(text: str, each: str) -> None:
    (target,) = parse(text).targets
    assert target.each == each
