"""Tables with columns like STT | Chỉ tiêu | ĐVT | Kế hoạch: rows as items."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.extraction.document import Block
from chitieu.extraction.draft import DraftItem, DraftTarget, Stray
from chitieu.extraction.items import Found
from chitieu.extraction.labels import BULLETS, RANKS, Label, label_of, read_label
from chitieu.extraction.outline import Node
from chitieu.extraction.targets import clean_indicator, meaning
from chitieu.extraction.words import declared_count, without_count
from chitieu.extraction.zones import Zone
from chitieu.reading import parse, read_expression
from chitieu.ruleset.compile import read_entry
from chitieu.ruleset.file import TargetEntry
from chitieu.ruleset.overrides import ContradictionError
from chitieu.target import Target

_NAME = re.compile(r"chỉ tiêu|nội dung|tên|danh mục|lĩnh vực|mục tiêu")
_NUMBER = re.compile(r"(?:s?tt|số tt|số thứ tự|stt)\.?")
_UNIT = re.compile(r"(?:đvt|đơn vị(?: tính)?|đ\.?v\.?t)\.?")
_PLAN = re.compile(
    r"kế hoạch|\bkh\b|chỉ tiêu (?:năm|giao|đến|phấn đấu)|mục tiêu (?:năm|đến)|dự toán|phấn đấu|nghị quyết|giao"
)
_DONE = re.compile(
    r"thực hiện|\bth\b|ước|kết quả|so với|so sánh|/|%|ghi chú|cơ quan|đơn vị (?:chủ trì|thực hiện|phụ trách)|tăng"
)
_YEAR = re.compile(r"20[0-9]{2}")
_FIGURE = re.compile(r"[0-9]")
_NONE = {"", "-", "–", "—", "x", "…", "..."}


@dataclass(slots=True)
class Rows:
    """What the tables of a document hold."""

    sections: list[dict[str, Any]] = field(default_factory=list)
    items: list[DraftItem] = field(default_factory=list)
    targets: list[DraftTarget] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Columns:
    number: int | None
    name: int
    unit: int | None
    plan: int


@dataclass(slots=True)
class _Open:
    label: Label
    shown: str
    item: str


def rows_of(nodes: Sequence[Node], zones: dict[int, Zone], found: Found) -> Rows:
    """The items and targets of the tables whose head names targets and a plan; other tables go to the account."""
    out = Rows()
    taken = {item.label for item in found.items} | {section.label for section in found.sections}
    cells = [node for node in nodes if node.block.cells]
    for _, group in groupby(cells, key=lambda node: node.block.first.table):
        members = list(group)
        rows, zone = [node.block for node in members], zones[id(members[0])]
        columns, start = _head(rows)
        if columns is None or zone in ("results", "tasks", "general"):
            for block in rows:
                out.strays.extend(_figures(block, range(len(block.cells)), zone))
        else:
            _Table(columns, out, taken).read(rows[start:])
    return out


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower()


def _head(rows: Sequence[Block]) -> tuple[_Columns | None, int]:
    """The columns by their headings, which may take two rows, and the first row below them."""
    for at in range(min(3, len(rows))):
        depth = 2 if at + 1 < len(rows) and _continues_head(rows[at + 1]) else 1
        width = max(len(row.cells) for row in rows[at : at + depth])
        heads = [
            _plain(
                " ".join(
                    dict.fromkeys(
                        row.cells[column] for row in rows[at : at + depth] if column < len(row.cells)
                    )
                )
            )
            for column in range(width)
        ]
        if (columns := _columns(heads)) is not None:
            start = at + depth
            if start < len(rows) and _is_numbering(rows[start].cells):
                start += 1
            return columns, start
    return None, 0


def _continues_head(row: Block) -> bool:
    """A second row of headings: no running number, and words or years in its cells."""
    first = row.cells[0].strip() if row.cells else ""
    named = sum(bool(_PLAN.search(_plain(cell)) or _DONE.search(_plain(cell))) for cell in row.cells)
    return label_of(first) is None and named >= 2


def _is_numbering(cells: Sequence[str]) -> bool:
    """The row "1 | 2 | 3 | 4" or "A | B | 1 | 2" below the headings."""
    plain = [cell.strip(" ()") for cell in cells]
    return len(plain) >= 3 and all(re.fullmatch(r"[0-9]{1,2}(?:=.*)?|[A-D]", cell) for cell in plain)


def _columns(heads: Sequence[str]) -> _Columns | None:
    number = next((at for at, head in enumerate(heads) if _NUMBER.fullmatch(head)), None)
    unit = next((at for at, head in enumerate(heads) if _UNIT.fullmatch(head)), None)
    name = next(
        (
            at
            for at, head in enumerate(heads)
            if at not in (number, unit) and _NAME.search(head) and not _YEAR.search(head)
        ),
        None,
    )
    if name is None:
        return None
    plans = [
        at
        for at, head in enumerate(heads)
        if at not in (number, unit, name) and _PLAN.search(head) and not _DONE.search(head)
    ]
    if not plans:
        rest = [
            at
            for at, head in enumerate(heads)
            if at not in (number, unit, name) and not _DONE.search(head) and head
        ]
        plans = rest[:1] if number is not None or unit is not None else []
    if not plans:
        return None
    plan = max(plans, key=lambda at: (max(_YEAR.findall(heads[at]), default=""), -at))
    return _Columns(number, name, unit, plan)


class _Table:
    """Reads the rows below the head, one by one."""

    def __init__(self, columns: _Columns, out: Rows, taken: set[str]) -> None:
        self._columns = columns
        self._out = out
        self._taken = taken
        self._open: list[_Open] = []
        self._section: str | None = None
        self._place = 0
        self._parts: Counter[str] = Counter()

    def read(self, rows: Sequence[Block]) -> None:
        for block in rows:
            self._row(block)

    def _cell(self, block: Block, column: int | None) -> str:
        if column is None or column >= len(block.cells):
            return ""
        return re.sub(r"\s+", " ", block.cells[column]).strip()

    def _row(self, block: Block) -> None:
        columns = self._columns
        name, plan = self._cell(block, columns.name), self._cell(block, columns.plan)
        unit = self._cell(block, columns.unit)
        if not name or (
            _plain(name) == _plain(plan) and columns.name != columns.plan and _FIGURE.search(name) is None
        ):
            if not name:
                self._out.strays.extend(_figures(block, range(len(block.cells)), "targets"))
                return
            plan = ""  # one cell merged over the row
        written = self._cell(block, columns.number)
        label = label_of(written) if written and written != name else None
        inner = read_label(name)
        if label is None and inner is not None and name[inner.end :].strip():
            label, name = inner, name[inner.end :].strip()
        if plan in _NONE and not _states(name):
            self._group(block, label, name)
        else:
            self._item(block, label, name, "" if plan in _NONE else plan, unit)
        others = [
            at
            for at in range(len(block.cells))
            if at not in (columns.number, columns.name, columns.unit, columns.plan)
        ]
        self._out.strays.extend(_figures(block, others, "targets"))

    def _group(self, block: Block, label: Label | None, name: str) -> None:
        """A row without a plan: a part of the table, or an item whose parts stand below."""
        if (
            label is not None
            and label.kind not in ("part", "chapter", "upper", "roman")
            and self._open
            and self._has_section()
        ):
            self._item(block, label, name, "", "")
            return
        shown = label.shown if label is not None else str(len(self._out.sections) + 1)
        shown = self._free(shown)
        self._open = []
        self._section = shown
        self._place = 0
        entry: dict[str, Any] = {"label": shown, "title": without_count(name)}
        if (count := declared_count(name)) is not None:
            entry["declared"] = count
        self._out.sections.append(entry)

    def _has_section(self) -> bool:
        return self._section is not None

    def _free(self, label: str) -> str:
        free, times = label, 1
        while free in self._taken:
            times += 1
            free = f"{label}-{times}"
        self._taken.add(free)
        return free

    def _parent(self, label: Label | None) -> _Open | None:
        """The open item that a row belongs to, by the rank of its label; a row without one follows the last."""
        if label is None:
            return None
        while self._open and not _is_below(label, self._open[-1].label):
            self._open.pop()
        return self._open[-1] if self._open else None

    def _item(self, block: Block, label: Label | None, name: str, plan: str, unit: str) -> None:
        if self._section is None:
            self._section = self._free("B")
            self._out.sections.append({"label": self._section, "title": "Bảng chỉ tiêu"})
        parent = self._parent(label)
        self._place += 1
        own = label.shown if label is not None and label.kind not in BULLETS else None
        if parent is not None:
            self._parts[parent.item] += 1
            siblings = self._parts[parent.item] - 1
            own = (
                own
                if own is not None and own.startswith(f"{parent.label.shown}.")
                else f"{parent.label.shown}.{own or siblings + 1}"
            )
            shown = self._free(
                own if parent.item == parent.label.shown else f"{parent.item}.{own.rsplit('.', 1)[-1]}"
            )
        else:
            own = own or str(self._place)
            shown = self._free(
                own if own not in self._taken and _runs_on(label) else f"{self._section}.{own}"
            )
        columns = self._columns
        where = _cell_span(block, columns.name)
        draft = DraftItem(
            shown, self._section, parent.item if parent else None, name, False, block.place(*where)
        )
        target = self._target(block, shown, name, plan, unit)
        if target is None:
            draft.fields["title"] = name
        else:
            self._out.targets.extend(target)
        self._out.items.append(draft)
        if label is not None:
            self._open.append(_Open(label, own, shown))

    def _target(self, block: Block, item: str, name: str, plan: str, unit: str) -> list[DraftTarget] | None:
        if not plan:
            from chitieu.extraction.targets import targets_of

            begin, _ = _cell_span(block, self._columns.name)
            cell = Block(name, ((0, begin, block.first),))
            made = targets_of(item, cell, 0, 1)[0]
            return made or None
        indicator = clean_indicator(name)
        place = block.place(*_cell_span(block, self._columns.plan))
        fields: dict[str, Any] = {"id": f"{item}.1", "item": item, "indicator": indicator, "expect": plan}
        doubts: tuple[Diagnostic, ...] = ()
        target = _read(fields)
        if unit and (target is None or (target.kind == "quantity" and not target.unit)):
            with_unit = read_expression(f"{plan} {unit}", indicator).targets
            stated = with_unit[0].unit if len(with_unit) == 1 and with_unit[0].kind == "quantity" else unit
            fields["unit"] = stated or unit
            target = _read(fields) or target
        elif (
            unit and target is not None and target.kind == "quantity" and _plain(target.unit) != _plain(unit)
        ):
            doubts = (Diagnostic("extract.unit_differs", {"unit": unit, "plan": plan}),)
            fields["review"] = True
        if target is not None and target.kind == "quantity" and target.measure == "level":
            said = parse(
                f"{indicator} {plan}" if target.unit in plan else f"{indicator} {plan} {target.unit}"
            ).targets
            if len(said) == 1 and said[0].kind == "quantity" and said[0].measure != "level":
                fields["measure"] = said[
                    0
                ].measure  # "Tỷ lệ hộ nghèo giảm": the name says that it is a change
                target = _read(fields) or target
        if target is None:
            fields |= {"kind": "status", "expected": True, "review": True}
            doubts = (Diagnostic("extract.plan_unread", {"plan": plan}),)
            target = _read(fields)
            if target is None:
                return None
        if target.needs_review and not doubts:
            doubts = tuple(read_expression(plan, indicator).notes) or (Diagnostic("extract.doubt"),)
            if target.readings:
                fields["readings"] = [meaning(other) for other in target.readings]
            else:
                fields["review"] = True
        return [DraftTarget(str(fields["id"]), item, fields, target, place, doubts)]


def _read(fields: dict[str, Any]) -> Target | None:
    try:
        return read_entry(TargetEntry.model_validate(fields))
    except (ContradictionError, ValueError):
        return None


def _states(name: str) -> bool:
    """Whether a row without a plan states a target in its own words."""
    return bool(parse(name).targets)


def _runs_on(label: Label | None) -> bool:
    return label is not None and label.kind in ("arabic", "paren", "decimal")


def _is_below(label: Label, open_: Label) -> bool:
    if label.kind == "decimal" and open_.kind in ("arabic", "decimal"):
        return label.text.startswith(f"{open_.text}.")
    return RANKS[label.kind] > RANKS[open_.kind]


def _cell_span(block: Block, column: int) -> tuple[int, int]:
    """Where the words of a cell stand in the row's text, which begins at its first words."""
    begin = len(block.first.text.lstrip()) - len(block.first.text)
    for at, cell in enumerate(block.cells):
        if at == column:
            return begin, begin + len(cell)
        begin += len(cell) + 3
    return 0, len(block.text)


def _figures(block: Block, columns: Sequence[int] | range, zone: Zone) -> Iterator[Stray]:
    for column in columns:
        cell = block.cells[column]
        if not _FIGURE.search(cell):
            continue
        begin, end = _cell_span(block, column)
        name = next((text for text in block.cells if len(text) > 8 and not text[:1].isdigit()), block.text)
        yield Stray(cell.strip(), "cell", zone, block.place(begin, end), name)
