"""Items that state no target: tasks, which nobody can judge."""

from __future__ import annotations

from chitieu.checking.figures import Found
from chitieu.diagnostics import Diagnostic
from chitieu.ruleset.model import Ruleset

_LONGEST = 80


def find(ruleset: Ruleset) -> list[Found]:
    """One finding for each task.

    >>> from chitieu.ruleset import Item
    >>> [found[0].text() for found in find(Ruleset("r", "", (), (Item("IV.2", task=True),), ()))]
    ['Mục IV.2 không nêu chỉ tiêu nào đo được.']
    """
    out: list[Found] = []
    for item in ruleset.items:
        if item.task:
            title = (item.title or "").rstrip(" .;")
            shown = f": {title if len(title) <= _LONGEST else title[: _LONGEST - 1] + '…'}" if title else ""
            out.append((Diagnostic("check.task", {"item": item.label, "title": shown}), (item.label,)))
    return out
