"""Counts that a resolution declares of itself, against what is there."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from chitieu.checking.figures import Found, Sum
from chitieu.diagnostics import Diagnostic
from chitieu.ruleset.model import Ruleset


def find(ruleset: Ruleset) -> list[Found]:
    """Sections whose heading declares another count, and a declared total that its sections do not make.

    >>> from chitieu.ruleset import Item, Section
    >>> items = (Item("1.1", "1"), Item("2.1", "2"), Item("2.2", "2"))
    >>> sections = (Section("1", "Kinh tế", 1), Section("2", "Xã hội", 2))
    >>> ruleset = Ruleset("r", "", sections, items, (), declared=4)
    >>> for found in find(ruleset): print(found[0].text())
    Văn bản ghi 4 chỉ tiêu, trong tệp có 3 = 1 + 2.
    Văn bản ghi 4 chỉ tiêu, các phần ghi cộng lại là 3 = 1 + 2.
    """
    out: list[Found] = []
    top = [item for item in ruleset.items if item.counted and item.parent is None]
    sizes = Counter(item.section for item in top if not item.task)
    tasks = Counter(item.section for item in top if item.task)  # some headings count these too, some do not
    for section in ruleset.sections:
        size = sizes[section.label]
        if section.declared is not None and not size <= section.declared <= size + tasks[section.label]:
            params = {"section": section.label, "declared": section.declared, "counted": size}
            items = tuple(item.label for item in top if item.section == section.label)
            out.append((Diagnostic("check.section_count", params), items))
    named = [section.declared for section in ruleset.sections if section.declared is not None]
    complete = len(named) == len(ruleset.sections) and bool(named)
    whole = sum(sizes.values())
    if not out and (complete or ruleset.declared is not None):
        declared = ruleset.declared if ruleset.declared is not None else sum(named)
        counted = {part.label: sizes[part.label] + tasks[part.label] for part in ruleset.sections}
        parts = [
            part.declared if part.declared is not None else counted[part.label] for part in ruleset.sections
        ]
        if sum(parts) == declared:
            shown = {"declared": declared, "sum": Sum(tuple(map(Decimal, parts)))}
            out.append((Diagnostic("check.count_agrees", shown), ()))
    if ruleset.declared is None:
        return out
    if not whole <= ruleset.declared <= whole + sum(tasks.values()):
        made = tuple(Decimal(sizes[section.label]) for section in ruleset.sections)
        params = {"declared": ruleset.declared, "counted": whole, "sum": Sum(made)}
        out.append((Diagnostic("check.total_count", params), ()))
    if complete and sum(named) != ruleset.declared:
        stated = Sum(tuple(map(Decimal, named)))
        params = {"declared": ruleset.declared, "counted": sum(named), "sum": stated}
        out.append((Diagnostic("check.section_counts_differ", params), ()))
    return out
