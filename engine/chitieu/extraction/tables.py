"""Tables with columns like STT | Chỉ tiêu | ĐVT | Kế hoạch: rows as items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.extraction.document import Block
from chitieu.extraction.draft import DraftItem, DraftTarget, Stray
from chitieu.extraction.items import Found
from chitieu.extraction.joining import is_capitals
from chitieu.extraction.labels import BULLETS, RANKS, Label, label_of
from chitieu.extraction.outline import Node
from chitieu.extraction.table_cells import Cells, targets_of_cells, unit_of_name
from chitieu.extraction.table_head import Columns, Plan, bare_name, read_head
from chitieu.extraction.table_matrix import read_matrix
from chitieu.extraction.table_words import plain
from chitieu.extraction.targets import targets_of
from chitieu.extraction.words import declared_count, without_count
from chitieu.extraction.zones import Zone
from chitieu.reading import parse, read_expression
from chitieu.text.spoken import A_RATE, NUMBER_OF, TITLE_OF_TABLE, pattern

_FIGURE = re.compile(r"[0-9]")
_DITTO = re.compile(pattern("DITTO"), re.I)
_APART = re.compile(pattern("APART_FROM_OTHERS"), re.I)
_NONE = {"", "-", "–", "—", "x", "…", "..."}
#: Labels of parts of a table; a row with another label and no plan is one where rows of its own kind stand below.
_PARTS = frozenset({"part", "chapter", "upper", "roman"})
_DASH = Label("dash", "-", None, 0)


@dataclass(slots=True)
class Rows:
    """What the tables of a document hold; ``notes`` tell which column was taken, and which table could not be read."""

    sections: list[dict[str, Any]] = field(default_factory=list)
    items: list[DraftItem] = field(default_factory=list)
    targets: list[DraftTarget] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An item or a part of the table that rows below may belong to."""

    label: Label
    shown: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row below the head: its label, its words without the label, unit and plan, and what it belongs to.

    ``column`` is the one that its words stand in. ``of`` is what is measured where its words say only of whom.
    """

    block: Block
    label: Label | None
    name: str
    column: int
    unit: str = ""
    plans: tuple[tuple[Plan, str], ...] = ()
    group: str = ""
    of: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it has words alone: no plan, no unit, and no target in its words."""
        return not self.plans and not self.unit and not parse(self.name).targets


def rows_of(nodes: Sequence[Node], zones: dict[int, Zone], found: Found, since: int | None = None) -> Rows:
    """The items and targets of the tables whose head names targets and a plan; other tables go to the account.

    ``since`` is the first year that the document plans for, where it says so.
    """
    out = Rows()
    taken = {item.label for item in found.items}, {section.label for section in found.sections}
    cells = [node for node in nodes if node.block.cells]
    for _, group in groupby(cells, key=lambda node: node.block.first.table):
        members = list(group)
        rows, zone = [node.block for node in members], zones[id(members[0])]
        columns, start = read_head(rows, since)
        if (columns is None or columns.guessed) and zone == "targets":
            measured, below = read_matrix(rows, since)
            if measured is not None:
                columns, start = measured, below
        if columns is None or zone in ("results", "tasks", "general"):
            for block in rows:
                out.strays.extend(_figures(block, range(len(block.cells)), zone))
            if zone in ("targets", "open", "closing") and any(_FIGURE.search(row.text) for row in rows):
                where = {"paragraph": rows[0].first.number, "head": rows[0].text[:80]}
                out.notes.append(Diagnostic("extract.table_unread", where))
            continue
        if columns.rivals:
            params = {"chosen": columns.heading, "others": ", ".join(columns.rivals)}
            out.notes.append(Diagnostic("extract.plan_chosen", params))
        if left := _left(columns, rows[:start], rows[start:]):
            where = {"paragraph": rows[0].first.number, "columns": ", ".join(left)}
            out.notes.append(Diagnostic("extract.columns_left", where))
        heading = next((above for above in members[0].above()), None)
        title = without_count(heading.text) if heading is not None else TITLE_OF_TABLE
        _Table(columns, out, taken, title).read(rows[start:])
    return out


def _left(columns: Columns, head: Sequence[Block], body: Sequence[Block]) -> list[str]:
    """The headings of the columns with figures that nothing known is said of."""

    def cells(rows: Sequence[Block], at: int) -> list[str]:
        return [row.cells[at].strip() for row in rows if at < len(row.cells) and row.cells[at].strip()]

    left = (at for at in columns.unknown if any(map(_FIGURE.search, cells(body, at))))
    return [" ".join(dict.fromkeys(cells(head, at))) for at in left]


class _Table:
    """Reads the rows below the head, one by one."""

    def __init__(self, columns: Columns, out: Rows, taken: tuple[set[str], set[str]], title: str) -> None:
        self._columns = columns
        self._out = out
        self._taken, self._parts_taken = taken
        self._title = title
        self._open: list[_Open] = []
        self._sections: list[_Open] = []
        self._section: str | None = None
        self._place = 0
        self._parts: Counter[str] = Counter()

    def read(self, blocks: Sequence[Block]) -> None:
        rows = list(_completed([self._row(block) for block in blocks]))
        numbered = self._by_row(blocks)
        group = ""
        for at, (block, row) in enumerate(zip(blocks, rows, strict=True)):
            if row is not None:
                follows = next((other for other in rows[at + 1 :] if other is not None), None)
                if row.group and row.group != group:
                    group = row.group
                    row = self._grouped(row, follows, numbered=numbered)  # noqa: PLW2901
                if row.is_bare and self._heads(row, follows):
                    self._part(row)
                else:
                    self._item(row)
            own = self._columns.own
            others = [column for column in range(len(block.cells)) if row is None or column not in own]
            self._out.strays.extend(_figures(block, others, "targets"))

    def _cell(self, block: Block, column: int | None) -> str:
        if column is None or column >= len(block.cells):
            return ""
        text = re.sub(r"\s+", " ", block.cells[column]).strip()
        return text if any(map(_is_seen, text)) else ""

    def _row(self, block: Block) -> _Row | None:
        """The row as its cells tell it; None where it has no words, or only leads to the parts below."""
        columns = self._columns
        name, unit = self._cell(block, columns.name), self._cell(block, columns.unit)
        unit = "" if unit in _NONE else unit
        plans = [(plan, self._cell(block, plan.column)) for plan in columns.plans]
        written, group = self._cell(block, columns.number), self._cell(block, columns.group)
        group = group if any(map(str.isalnum, group)) else ""
        filled = {text: at for at, cell in enumerate(block.cells) if (text := " ".join(cell.split()))}
        column = columns.name
        if len(filled) == 1 and any(map(str.isalpha, *filled)):  # one cell merged over the row
            ((words, last),) = filled.items()
            name, column = words, column if name else last
            plans, unit, written, group = [], "", "", ""
        elif _FIGURE.search(name) is None:
            plans = [(plan, text) for plan, text in plans if plain(text) != plain(name)]
        if (
            columns.group is not None and group and not name
        ):  # the words stand in the column of the group alone
            name, column, group = group, columns.group, ""
        if not any(map(str.isalnum, name)):
            return None
        label = label_of(written) if written and written != name else None
        inner, name = bare_name(name)
        if not any(map(str.isalnum, name)):
            return None
        if label is None or (inner is not None and inner.kind == "decimal"):
            label = inner or label
        stated = tuple(each for each in plans if each[1] not in _NONE)
        return _Row(block, label, name, column, unit, stated, group)

    def _by_row(self, blocks: Sequence[Block]) -> bool:
        """Whether the column of numbers counts rows, not the groups that hold several of them."""
        if self._columns.group is None:
            return False
        last = ""
        for block in blocks:
            group = self._cell(block, self._columns.group)
            if last and group in ("", last) and self._cell(block, self._columns.number):
                return True
            last = group or last
        return False

    def _grouped(self, row: _Row, follows: _Row | None, *, numbered: bool) -> _Row:
        """Open the group that a row is the first of; a criterion with one row is that row."""
        several = follows is not None and follows.group in ("", row.group) and bool(row.group)
        above = self._columns.group or 0
        if numbered or (several and self._columns.number is None):
            self._part(_Row(row.block, None, row.group, above))
            return row
        written = label_of(self._cell(row.block, self._columns.number))
        inner = row.label if row.label is not None and row.label.kind == "decimal" else None
        if not several and inner is None:
            return row
        self._item(_Row(row.block, written, row.group, above))
        return row if inner is not None else replace(row, label=_DASH)

    def _heads(self, row: _Row, follows: _Row | None) -> bool:
        """Whether a row of words heads a part of the table, and is no item whose parts stand below."""
        label = row.label
        if label is None:
            leads = follows is not None and follows.label is not None and follows.label.kind in BULLETS
            return not self._open or is_capitals(row.name) or not leads
        if label.kind in _PARTS:
            return True
        if label.kind in BULLETS or (self._open and _is_below(label, self._open[-1].label)):
            return False
        below = follows.label if follows is not None else None
        return (
            below is not None
            and below.kind not in BULLETS
            and (_is_below(below, label) or below.ordinal == 1)
        )

    def _part(self, row: _Row) -> None:
        """A part of the table, inside those of a higher rank."""
        label = row.label or Label("plain", "", None, 0)
        while self._sections and (
            row.label is None or RANKS[self._sections[-1].label.kind] >= RANKS[label.kind]
        ):
            self._sections.pop()
        shown = label.shown if row.label is not None else str(len(self._out.sections) + 1)
        if self._sections:
            shown = f"{self._sections[-1].shown}.{shown}"
        shown = _free(shown, self._parts_taken)
        self._sections.append(_Open(label, shown))
        self._open = []
        self._section = shown
        self._place = 0
        entry: dict[str, Any] = {"label": shown, "title": without_count(row.name)}
        if (count := declared_count(row.name)) is not None:
            entry["declared"] = count
        self._out.sections.append(entry)

    def _parent(self, label: Label | None) -> _Open | None:
        """The open item that a row belongs to, by the rank of its label; one without a label is part of the last."""
        if label is None:
            part = self._columns.number is not None and not self._columns.plans[0].what
            return self._open[-1] if self._open and part else None
        while self._open and not _is_below(label, self._open[-1].label):
            self._open.pop()
        return self._open[-1] if self._open else None

    def _item(self, row: _Row) -> None:
        if self._section is None:
            self._section = _free("B", self._parts_taken)
            self._out.sections.append({"label": self._section, "title": self._title})
        label = row.label
        parent = self._parent(label)
        own = label.shown if label is not None and label.kind not in BULLETS else None
        if parent is not None:
            self._parts[parent.shown] += 1
            if own is None or not own.startswith(f"{parent.label.shown}."):
                own = f"{parent.shown}.{own or self._parts[parent.shown]}"
            elif parent.shown != parent.label.shown:
                own = f"{parent.shown}.{own.rsplit('.', 1)[-1]}"
            shown = _free(own, self._taken)
        else:
            self._place += 1
            own = own or str(self._place)
            free = own not in self._taken and _runs_on(label)
            shown = _free(own if free else f"{self._section}.{own}", self._taken)
        item = self._draft(row, shown, parent)
        self._out.items.append(item)
        if label is not None:
            self._open.append(_Open(label, shown))

    def _draft(self, row: _Row, shown: str, parent: _Open | None) -> DraftItem:
        where = cell_span(row.block, row.column)
        place = row.block.place(*where)
        above = parent.shown if parent is not None else None
        item = DraftItem(shown, self._section, above, row.name, False, place)
        begin = where[0] + max(row.block.cells[row.column].find(row.name), 0)
        stated = [] if row.plans and not _is_ticked(row) else targets_of(shown, _words(row, begin), 0, 1)[0]
        targets = stated if not row.plans or _are_more(stated, row.name) else []
        for plan, text in row.plans if not targets else ():
            there = row.block.place(*cell_span(row.block, plan.column))
            targets += targets_of_cells(
                len(targets) + 1, Cells(shown, row.of or row.name, text, row.unit, plan, there)
            )
        if not targets:
            item.fields["title"] = row.name
        self._out.targets.extend(targets)
        return item


def _completed(rows: Sequence[_Row | None]) -> Iterator[_Row | None]:
    """The rows, with the unit and the name that some of them leave to those above."""
    unit, above = "", None
    for row in rows:
        if row is None:
            yield None
            continue
        own = unit if _DITTO.fullmatch(row.unit) else row.unit
        if above is not None and row.plans and _APART.match(row.name):
            name, behind = unit_of_name(above.name)
            of = f"{name} ({row.name[:1].lower()}{row.name[1:]})"
            yield replace(row, of=of, unit=own or above.unit or behind)
        else:
            unit = own or unit
            completed = replace(row, unit=own)
            above = None if row.label is not None and row.label.kind in _PARTS else completed
            yield completed


def _is_seen(char: str) -> bool:
    return char.isprintable() and not char.isspace()


def _is_ticked(row: _Row) -> bool:
    """Whether the one plan of a row only says that what its words state is to be reached: "Đạt"."""
    if len(row.plans) != 1 or _FIGURE.search(row.plans[0][1]):
        return False
    said = read_expression(row.plans[0][1], row.name).targets
    return len(said) == 1 and said[0].kind == "status" and bool(said[0].flat()["expected"])


def _are_more(stated: Sequence[DraftTarget], name: str) -> bool:
    """Whether the words of a row state what "Đạt" alone would not tell: a figure to be reached, or what must not be.

    "Có ít nhất 01 chợ", "Không để xảy ra đình công"; but in "Tỷ lệ hộ có từ 3 con trở lên được tư vấn" the figure says
    of whom.
    """
    if any(each.target.needs_review for each in stated):
        return False
    if all(each.target.kind == "status" for each in stated):
        return any(not each.target.flat()["expected"] for each in stated)
    words = str(stated[0].fields["expect"])
    return name.endswith(words) if name.lower().startswith((A_RATE, NUMBER_OF)) else name.startswith(words)


def _words(row: _Row, begin: int) -> Block:
    """The name of a row, which begins there, as a paragraph."""
    _, lead, line = row.block.pieces[0]
    return Block(row.name, ((0, begin + lead, line),))


def _free(label: str, taken: set[str]) -> str:
    """The label, with how many times where it is taken: "2-2"."""
    free, times = label, 1
    while free in taken:
        times += 1
        free = f"{label}-{times}"
    taken.add(free)
    return free


def _runs_on(label: Label | None) -> bool:
    return label is not None and label.kind in ("arabic", "paren", "decimal")


def _is_below(label: Label, open_: Label) -> bool:
    if label.kind == "decimal" and open_.kind in ("arabic", "decimal"):
        return label.text.startswith(f"{open_.text}.")
    return RANKS[label.kind] > RANKS[open_.kind]


def cell_span(block: Block, column: int) -> tuple[int, int]:
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
        begin, end = cell_span(block, column)
        name = next((text for text in block.cells if len(text) > 8 and not text[:1].isdigit()), block.text)
        yield Stray(cell.strip(), "cell", zone, block.place(begin, end), name)
