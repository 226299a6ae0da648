"""The account that ``extract`` ends with: what was found, what a person must answer, and every other figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from chitieu.diagnostics import Lang, message
from chitieu.extraction.draft import Draft, DraftTarget, Stray
from chitieu.extraction.writer import question
from chitieu.report.grid import Cell, Column, Line, clean, lay_table, paragraph
from chitieu.report.signs import RICH, Signs

_WORDS = {
    "vi": {
        "items": "Mục", "targets": "Chỉ tiêu", "review": "Cần người xem", "section": "Phần", "total": "Cộng",
        "declared": "Văn bản nêu", "doubts": "Cần người xem", "none": "Không có chỗ nào cần người xem.",
        "id": "Mã", "words": "Câu chữ", "question": "Câu hỏi và các cách đọc",
        "strays": "Con số không thuộc chỉ tiêu nào", "what": "Là gì", "count": "Số lần", "example": "Ví dụ",
        "offers": "Ngoài danh mục, có thể là chỉ tiêu; thêm vào bằng --add SỐ ĐOẠN", "paragraph": "Đoạn",
        "notes": "Lưu ý", "tasks": "nhiệm vụ",
    },
    "en": {
        "items": "Items", "targets": "Targets", "review": "For a person", "section": "Section", "total": "Total",
        "declared": "Declared", "doubts": "For a person to answer", "none": "Nothing needs a person.",
        "id": "Id", "words": "Words", "question": "Question and readings",
        "strays": "Figures that belong to no target", "what": "What it is", "count": "Times", "example": "For example",
        "offers": "Outside the lists, perhaps targets; add one with --add PARAGRAPH", "paragraph": "Paragraph",
        "notes": "Notes", "tasks": "tasks",
    },
}  # fmt: skip


def account(draft: Draft, *, width: int = 80, lang: Lang = "vi", signs: Signs = RICH) -> list[Line]:
    """The account of a draft as lines of a table."""
    words = _WORDS[lang]
    out = paragraph(clean(draft.title), width, style="title")
    out.extend(_sections(draft, words, width, signs))
    doubtful = [target for target in draft.targets if target.target.needs_review]
    out.append([])
    if doubtful:
        out.append([(f"{words['doubts']} ({len(doubtful)}):", "head")])
        columns = [
            Column(words["id"]),
            Column(words["words"], flexible=True, weight=2, least=16),
            Column(words["question"], flexible=True, weight=3, least=24),
        ]
        out.extend(lay_table(columns, [_doubt(target) for target in doubtful], width, signs))
    else:
        out.append([(words["none"], "met")])
    out.extend(_strays(draft, words, width, lang, signs))
    if draft.notes:
        out.extend([[], [(f"{words['notes']}:", "head")]])
        for note in draft.notes:
            out.extend(paragraph(clean(note.full(lang)), width, lead=f"{signs.bullet} "))
    return out


def _sections(draft: Draft, words: dict[str, str], width: int, signs: Signs) -> list[Line]:
    columns = [
        Column(words["section"], flexible=True, weight=4, least=20),
        Column(words["declared"], right=True),
        Column(words["items"], right=True),
        Column(words["targets"], right=True),
        Column(words["review"], right=True),
    ]
    home = {item.label: item.section for item in draft.items}
    rows = []
    for section in draft.sections:
        label = section["label"]
        items = [item for item in draft.items if item.section == label and item.parent is None]
        targets = [target for target in draft.targets if home.get(target.item) == label]
        rows.append(
            [
                Cell(clean(f"{label}. {section['title']}" if label != "*" else str(section["title"]))),
                Cell(str(section.get("declared", ""))),
                Cell(str(len(items))),
                Cell(str(len(targets))),
                Cell(_count(targets)),
            ]
        )
    tops = [item for item in draft.items if item.parent is None]
    total = [words["total"], str(draft.head.get("declared", "")), str(len(tops)), str(len(draft.targets))]
    rows.append([Cell(text, "strong") for text in (*total, _count(draft.targets) or "0")])
    return lay_table(columns, rows, width, signs)


def _count(targets: list[DraftTarget]) -> str:
    doubtful = sum(target.target.needs_review for target in targets)
    return str(doubtful) if doubtful else ""


def _doubt(target: DraftTarget) -> list[Cell]:
    asked = "\n".join(line.removeprefix("?").strip() for line in question(target))
    return [
        Cell(clean(target.id)),
        Cell(clean(str(target.fields["expect"]))),
        Cell(clean(asked), "undecided"),
    ]


def _strays(draft: Draft, words: dict[str, str], width: int, lang: Lang, signs: Signs) -> Iterator[Line]:
    offers = list(_distinct(stray for stray in draft.strays if stray.offer))
    if offers:
        yield []
        yield [(f"{words['offers']} ({len(offers)}):", "head")]
        columns = [Column(words["paragraph"], right=True), Column(words["words"], flexible=True, least=30)]
        rows = [[Cell(str(stray.place.paragraph)), Cell(clean(stray.words))] for stray in offers]
        yield from lay_table(columns, rows, width, signs)
    rest = [stray for stray in draft.strays if not stray.offer]
    counts = Counter(stray.account for stray in rest)
    counts.update({name: count for name, count in draft.dropped.items() if name == "page"})
    if not counts:
        return
    yield []
    yield [(f"{words['strays']} ({sum(counts.values())}):", "head")]
    columns = [
        Column(words["what"], flexible=True, least=20),
        Column(words["count"], right=True),
        Column(words["example"], flexible=True, weight=2, least=20),
    ]
    rows = []
    for name, count in counts.most_common():
        examples = dict.fromkeys(stray.text for stray in rest if stray.account == name)
        shown = ", ".join(list(examples)[:6]) + (", …" if len(examples) > 6 else "")
        rows.append([Cell(message(f"account.{name}", lang)), Cell(str(count)), Cell(clean(shown))])
    yield from lay_table(columns, rows, width, signs)


def _distinct(strays: Iterator[Stray]) -> Iterator[Stray]:
    seen = set()
    for stray in strays:
        key = (stray.place.paragraph, stray.words)
        if key not in seen:
            seen.add(key)
            yield stray
