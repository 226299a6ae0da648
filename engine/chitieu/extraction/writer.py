"""A draft as the text of a ruleset file, its doubts and its account as comments beside what they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from chitieu.extraction.document import Place
from chitieu.extraction.draft import Draft, DraftItem, DraftTarget
from chitieu.extraction.written import on_one_line, printable
from chitieu.report.wording import describe
from chitieu.target import Target

_PLAIN = re.compile(r"[^\W\d_][^:#\n\r\t{}\[\],&*!|>'\"%@`]*")
_WORDS = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|~)", re.I)
_HEAD = """\
# Bộ chỉ tiêu rút từ văn bản. “expect” là nguyên văn, “at” là chỗ của nó trong văn bản.
# Chỗ có dấu “?” cần người xem. Trả lời bằng cách ghi trường vào chỉ tiêu, ví dụ confirmed: {reading: 2};
# những gì đã ghi được giữ khi rút lại từ văn bản.
"""


def write_ruleset(draft: Draft) -> str:
    """The text of the ruleset file.

    >>> from chitieu.extraction.extract import extract
    >>> from chitieu.extraction.text_file import read_text
    >>> text = "CHỈ TIÊU NĂM 2026\\n1. Kết nạp 5 đảng viên.\\n2. Tỷ lệ hộ nghèo dưới 2%."
    >>> print(*write_ruleset(extract(read_text(text.encode(), "a.txt", "00"))).splitlines()[-3:], sep="\\n")
        indicator: Tỷ lệ hộ nghèo
        expect: 'dưới 2%'
        at: {paragraph: 3, span: [18, 25]}
    """
    out = [_HEAD.rstrip("\n")]
    for key in ("schema_version", "ruleset", "title", "issuer", "period", "declared"):
        if key in draft.head:
            out.append(f"{key}: {_flow(draft.head[key])}")
        elif key == "period":
            out.append(
                "# ? period: {from: 2026-01-01, to: 2026-12-31}   (văn bản không nêu năm; ghi kỳ đánh giá vào đây)"
            )
    out.append("source:")
    out += [f"  {key}: {_flow(value)}" for key, value in draft.head["source"].items()]
    out.append("sections:")
    out += [f"  - {_flow(section)}" for section in draft.sections]
    out.append("items:")
    out += [f"  - {_flow(_item(item))}" for item in draft.items]
    out.append("targets:" if draft.targets else "targets: []")
    for target in draft.targets:
        out += _target(target)
    out += _strays(draft)
    return "\n".join(out) + "\n"


def _item(item: DraftItem) -> dict[str, Any]:
    entry: dict[str, Any] = {"label": item.label}
    if item.section is not None:
        entry["section"] = item.section
    if item.parent is not None:
        entry["parent"] = item.parent
    if item.task:
        entry["task"] = True
    entry |= item.fields
    if item.place is not None:
        entry["at"] = _at(item.place, span=False)
    return entry


def _target(target: DraftTarget) -> Iterator[str]:
    for line in question(target):
        yield f"  # {line}"
    for at, (key, value) in enumerate(target.fields.items()):
        lead = "  - " if at == 0 else "    "
        if key == "readings":
            yield f"{lead}{key}:"
            for reading in value:
                yield f"      - {_flow(reading)}"
        else:
            yield f"{lead}{key}: {_flow(value)}"
    if target.place is not None:
        yield f"    at: {_flow(_at(target.place))}"


def question(target: DraftTarget) -> list[str]:
    """What a person is asked about a target, in words, with each reading; empty where nothing is asked.

    >>> from chitieu.extraction.targets import targets_of
    >>> from chitieu.extraction.document import Block, Line
    >>> words = "Tỷ lệ hộ nghèo giảm dưới 1%"
    >>> drafts, _ = targets_of("5", Block(words, ((0, 0, Line(words, 1)),)), 0, 1)
    >>> for line in question(drafts[0]): print(line)
    ? “Giảm dưới …”: giảm còn dưới mức đó, hay giảm một lượng dưới mức đó.
    ?   1) nhỏ hơn 1%
    ?   2) giảm chưa tới 1%
    """
    if not target.target.needs_review:
        return []
    asked = dict.fromkeys(doubt.text() for doubt in target.doubts) or {"Câu chữ cần người xem lại.": None}
    lines = [f"? {' '.join(asked)}"]
    readings: tuple[Target, ...] = (target.target, *target.target.readings)
    lines += [f"?   {number}) {describe(reading)}" for number, reading in enumerate(readings, 1)]
    return [re.sub(r"\s+", " ", line[:2]) + printable(line[2:]) for line in lines]


def _strays(draft: Draft) -> Iterator[str]:
    offers = [stray for stray in draft.strays if stray.offer]
    if offers:
        yield "# Con số ngoài danh mục, có thể là chỉ tiêu. Thêm một mục: chạy lại với --add và số đoạn."
        seen = set()
        for stray in offers:
            line = f"#   --add {stray.place.paragraph}: {printable(stray.words)}"
            if line not in seen:
                seen.add(line)
                yield line


def _at(place: Place, *, span: bool = True) -> dict[str, Any]:
    out: dict[str, Any] = {"page": place.page} if place.page is not None else {}
    out["paragraph"] = place.paragraph
    if span:
        out["span"] = list(place.span)
    return out


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return scalar(str(value))


def scalar(text: str) -> str:
    r"""A text as a YAML scalar on one line, plain where that is safe everywhere.

    >>> scalar("Tỷ lệ hộ nghèo"), scalar("95% trở lên"), scalar("Khu 'A'"), scalar("2026-01-01")
    ('Tỷ lệ hộ nghèo', "'95% trở lên'", "'Khu ''A'''", '2026-01-01')
    >>> scalar("a\u0000b\nc"), scalar("no")
    ('a b c', "'no'")
    """
    flat = on_one_line(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9a-f]{64}", flat):
        return flat
    if _PLAIN.fullmatch(flat) and not _WORDS.fullmatch(flat):
        return flat
    return "'" + flat.replace("'", "''") + "'"
