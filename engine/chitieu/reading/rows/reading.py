"""Rows of tables pasted in a line, read: their targets, and an account of every figure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import unescape
from typing import Any

from chitieu.diagnostics import Diagnostic, Place
from chitieu.reading.numbers.figures import settle_figures
from chitieu.reading.numbers.letter_grades import LETTERS, grade_letters
from chitieu.reading.rows.apart import part_cells, state_apart
from chitieu.reading.rows.attained import settle_attained
from chitieu.reading.rows.cells import (
    LEADING,
    Cell,
    Cells,
    cell_of,
    copies_of,
    holds_value,
    is_value,
    may_state,
)
from chitieu.reading.rows.choosing import Row, Wanted, is_compared, put_aside
from chitieu.reading.rows.columns import may_hold_results, opens_headings
from chitieu.reading.rows.criteria import (
    by_bracket_units,
    by_criteria,
    by_labels,
    by_plan_and_result,
    by_times,
)
from chitieu.reading.rows.glued import part_rows
from chitieu.reading.rows.groups import with_name_apart
from chitieu.reading.rows.heads import glued_heads, under_glued_heads, under_heads
from chitieu.reading.rows.joined import part_joined_lines
from chitieu.reading.rows.lines import by_headings, by_signs, by_values, opens_part, stand_close
from chitieu.reading.rows.row import row_of
from chitieu.reading.rows.timed import by_columns_of_time
from chitieu.reading.tokens.breaks import BULLETS
from chitieu.reading.tokens.scanner import Contents, Token
from chitieu.target import Target
from chitieu.text.source import SourceText
from chitieu.text.spoken import ATTAINS, PER_CENT_TAIL

#: How settled tokens become targets and notes; with a name they are the expression of that indicator.
Build = Callable[[SourceText, list[Token], str | None], tuple[tuple[Target, ...], list[Diagnostic]]]
#: What a figure may be taken for that a cell shows to be a value.
_NO_VALUES = frozenset({"date", "base", "unread", "unreadable"})
_FIGURES_APART = re.compile(r"[0-9]\t[0-9][0-9.,;%\s]*$")
_WORDS_APART = re.compile(r"(?:[^\W\d]+\s){2}[^\W\d]")
_NO_WIDTH = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SPACES = " \u00a0\u202f\u2009\u3000"
_PLANNED = frozenset({"PLAN", "PLAN_SHORT", "GOAL"})
#: More cells than a row has.
_MOST_CELLS = 60


def find_rows(
    source: SourceText, tokens: list[Token], contents: Contents
) -> tuple[list[Row], list[Token]] | None:
    """The rows that a text holds and the tokens behind the last of them; None where it holds none."""
    if "PERCENT_WORD" in contents.marks:  # guard
        for token in tokens if PER_CENT_TAIL in source.text else ():
            if "PERCENT_WORD" in token.marks:
                token.type = "PERCENT"  # a cell says "%" in words
    if "|" in contents.keys and not LETTERS.isdisjoint(contents.keys):  # guard
        grade_letters(tokens)  # "Xếp loại doanh nghiệp | Loại | A"
    if ATTAINS in contents.keys:  # guard
        settle_attained(tokens)
    lines, heads, behind = _parted(source, tokens, contents)
    if not lines:
        return _unread(heads, behind) if heads else None
    found = [row_of(source.text, cells) if len(cells) <= _MOST_CELLS else None for cells in lines]
    rows = [row for row in found if row is not None]
    if not rows:
        for cells in lines:
            _name_by_number(cells)
        return None
    if len(lines) > 1 and not heads:  # guard
        _doubt_results(lines, found)
    first = Row()
    for cells, row in zip(lines, found, strict=True):
        said = [token for cell in cells for token in cell] if row is None else []
        if heads and sum(map(_is_valued, cells)) > 1 and said:
            put_aside(first, Cell(said), "unread")  # a line of values under headings that do not fit them
        else:
            behind += said  # a title above the table, a line of it that says something else
    put_aside(first, Cell([], heads), "name")
    return [first, *rows], behind


def _parted(
    source: SourceText, tokens: list[Token], contents: Contents
) -> tuple[list[Cells], list[Token], list[Token]]:
    """The cells line by line, the headings before them and what stands behind them; no line where there is no row.

    Signs part cells, and a line of them may begin with headings, be a list, or hold several rows; without signs
    values that stand close part them, or the headings of each. Where none of these does, criteria and times may.
    """
    lines: list[Cells] = []
    heads: list[Token] = []
    behind: list[Token] = []
    several = contents.shape.count("NUMBER") > 1
    if "|" in source.text or ("\t" in source.given and _is_spaced(source.given)):
        lines = by_signs(source, tokens, spaced=_is_spaced(source.given))
        if len(lines) == 1:
            lines = [part_joined_lines(lines[0])]
        lines, heads = under_heads(lines)
        if len(lines) == 1 and not heads:
            lines[0][:1] = [_without_bullet(lines[0][0])]
            if state_apart(lines[0]):
                part_cells(tokens, contents, lines[0])
                return [], [], []
            lines, heads = part_rows(with_name_apart(lines[0]))
    elif opens_headings(tokens) and (headed := _under_headings(tokens)):
        return headed
    elif (parted := opens_part(tokens)) or (several and stand_close(tokens)):
        if (timed := by_columns_of_time(tokens)) is not None:
            return timed
        lines, behind = by_values(tokens, headed=parted)
    elif ":" in contents.keys and source.text.count(":") > 1:
        lines = by_headings(tokens)
    if lines:
        return lines, heads, behind
    if may_state(contents):  # guard
        lines = by_criteria(tokens)
    if several and tokens[0].type == "NUMBER" and "." in tokens[0].key:
        lines = lines or by_labels(tokens)
    if ")" in contents.keys:  # guard
        lines = lines or by_times(tokens) or by_bracket_units(tokens)
    if several and not contents.marks.isdisjoint(_PLANNED) and may_hold_results(tokens):
        lines = lines or by_plan_and_result(tokens)
    return lines, heads, []


def _unread(heads: list[Token], tokens: list[Token]) -> tuple[list[Row], list[Token]]:
    """Rows whose figures nobody can give to the columns before them."""
    row = Row()
    put_aside(row, Cell(heads), "name")
    put_aside(row, Cell(tokens), "unread")
    return [row], []


def _under_headings(tokens: list[Token]) -> tuple[list[Cells], list[Token], list[Token]] | None:
    """ "Chỉ tiêu ĐVT KH 2025: Gạo xuất khẩu tấn 185.000 Doanh thu tỷ đồng 2.640": rows behind headings without bars."""
    heads, body = glued_heads(tokens)
    rows, behind = by_values(body, headed=True) if heads else ([], [])
    lines = under_glued_heads(heads, rows) if rows else []
    return (lines, [token for head in heads for token in head], behind) if lines else None


def _without_bullet(cell: list[Token]) -> list[Token]:
    """ "• 8.3 | Có hệ thống loa": the bullet of the line is no part of the number."""
    bulleted = len(cell) > 1 and (cell[0].key in BULLETS or cell[0].type == "DASH")
    return cell[1:] if bulleted and cell[1].type == "NUMBER" and cell[0].end < cell[1].start else cell


def _doubt_results(lines: list[Cells], rows: list[Row | None]) -> None:
    """Ask of a row that leaves out a value what this is, where another row states one of that column.

    "… biết chữ | 98,85% | 99% trở lên | 8.5 | … thất nghiệp | < 4% | < 3%": the first column may be of another year.
    """
    stated = {
        len(cells): len(row.wanted) for cells, row in zip(lines, rows, strict=True) if row and _sure(row)
    }
    for cells, row in zip(lines, rows, strict=True):
        if row is not None and len(row.wanted) < stated.get(len(cells), 0):
            for wanted in row.wanted:
                wanted.doubt = True


def _sure(row: Row) -> bool:
    """Whether a row states several values of one name."""
    return len({wanted.name for wanted in row.wanted}) == 1 < len(row.wanted) and not row.doubt


def _is_valued(cell: list[Token]) -> bool:
    return bool(cell) and holds_value(cell_of(cell))


def _is_spaced(text: str) -> bool:
    """Whether words are parted by spaces; else tabs and line ends stand for them.

    In a text of tabs alone two figures are cells where no words follow one another as in a name.
    """
    text = _NO_WIDTH.sub("", text)
    if any(space in text for space in _SPACES):
        return True
    plain = unicodedata.normalize("NFKC", unescape(text))  # full-width digits, a tab written as an entity
    return _FIGURES_APART.search(plain) is not None and _WORDS_APART.search(plain) is None


def _name_by_number(cells: Cells) -> None:
    """ "Kết nạp 5 đảng viên | Chi bộ 3": who does it, where no cell is a value and no other ends in a number."""
    ends = [cell for cell in cells if len(cell) > 1 and cell[-1].type == "NUMBER" and cell[-2].type == "WORD"]
    if len(ends) == 1 and ends[0] is not cells[0] and len(ends[0]) == 2 and not ends[0][0].marks & LEADING:
        ends[0][-1].account = "name"


def read_rows(
    source: SourceText, rows: list[Row], behind: list[Token], build: Build
) -> tuple[list[Target], list[str], list[Diagnostic], list[Token]]:
    """The targets of rows and of what stands behind the last of them, codes, notes, and the tokens with accounts."""
    targets: list[Target] = []
    codes: list[str] = []
    notes: list[Diagnostic] = []
    seen: list[Token] = []
    for row in rows:
        for wanted in row.wanted:
            codes += _settle_value(wanted.tokens)
            stated, said = build(source, [*wanted.tokens, *copies_of(row.aside)], wanted.name or None)
            others = [
                target for other in wanted.others for target in _other(source, wanted.name, other, build)
            ]
            seen += wanted.tokens
            seen += [token for other in wanted.others for token in other]
            codes += [] if stated else ["reading.nothing_read"]
            doubt = wanted.doubt or not stated or (wanted.measured and not stated[0].unit)
            if doubt:
                notes.append(Diagnostic("reading.which_column", {}, _place(source, wanted.tokens)))
            if wanted.compared:
                notes.append(Diagnostic("reading.shared_comparator", {}, _place(source, wanted.tokens)))
            notes += said
            targets += [_as_told(target, wanted, others, doubt=doubt) for target in stated]
        seen += row.rest
    codes += settle_figures(behind)
    stated, said = build(source, behind, None)
    return [*targets, *stated], codes, [*notes, *said], _once([*seen, *behind])


def _other(source: SourceText, name: str, tokens: list[Token], build: Build) -> tuple[Target, ...]:
    """A value that another reading takes for the target."""
    _settle_value(tokens)
    stated, _ = build(source, tokens, name)
    bounded = is_compared(tokens)
    for token in tokens:
        if token.account == "target":
            token.account = "unread" if bounded else "past"
    return stated


def _as_told(target: Target, wanted: Wanted, others: list[Target], *, doubt: bool) -> Target:
    """A target with what its row says of it."""
    told: dict[str, Any] = {"when": target.when or wanted.when}
    if wanted.stretch:
        told["stretch"] = True
    if wanted.restates:
        told["restates"] = True
    if wanted.basis is not None:
        told["basis"] = wanted.basis
        told |= {"measure": "increase"} if wanted.grows and target.measure == "level" else {}
    if doubt:
        told |= {"needs_review": True, "readings": (*target.readings, *others)}
    return target.model_copy(update=told)


def _place(source: SourceText, tokens: list[Token]) -> Place:
    start, end = min(token.start for token in tokens), max(token.end for token in tokens)
    return Place(span=source.span(start, end))


def _once(tokens: list[Token]) -> list[Token]:
    """The tokens in the order of the text, a unit that several values share once."""
    found = {(token.start, token.end): token for token in tokens}
    return sorted(found.values(), key=lambda token: token.start)


def _settle_value(tokens: list[Token]) -> list[str]:
    """Settle the figures of a value: what a cell holds alone is no year, no name and no label."""
    alone = is_value(tokens)
    codes = settle_figures(tokens)
    for token in tokens if alone else ():
        if token.type == "NUMBER" and token.value is not None and token.account not in _NO_VALUES:
            token.account = None
    return codes
