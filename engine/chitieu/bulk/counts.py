"""Counts that a run is asked for: "section,period=phan.csv" is how many items met their targets, by those columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from chitieu.bulk.columns import KEYS
from chitieu.bulk.frame import Native, collected, frame_of, given_back, small
from chitieu.bulk.libraries import library
from chitieu.bulk.periods import order
from chitieu.bulk.rollup import count_outcomes, judge_items
from chitieu.diagnostics import Diagnostic, UsageError

#: What can be counted by: what figures are told apart by, and what the ruleset says of a target.
COLUMNS = (*KEYS, "section", "item", "id")


@dataclass(frozen=True, slots=True)
class Counts:
    """The columns that are counted by, and the file. Items are counted; targets where ``id`` is among the columns."""

    by: tuple[str, ...]
    path: str

    @classmethod
    def read(cls, text: str) -> Counts:
        """What "section,period=phan.csv" asks for.

        Raises:
            UsageError: It asks for nothing that can be counted.

        >>> Counts.read("region, period=vung.csv")
        Counts(by=('region', 'period'), path='vung.csv')
        """
        names, _, path = text.partition("=")
        by = tuple(name.strip() for name in names.split(","))
        targets = "id" in by and ("item" in by or "section" in by)
        if not path or targets or len(set(by)) < len(by) or not set(by) <= set(COLUMNS):
            raise UsageError(Diagnostic("bulk.bad_counts", {"value": text, "known": ", ".join(COLUMNS)}))
        return cls(by, path)

    def refuse_unknown(self, given: Collection[str]) -> None:
        """Raise an error where figures of these columns cannot be counted so.

        Raises:
            UsageError: A column is not among them.
        """
        for column in self.by:
            if column in KEYS and column not in given:
                params = {"column": column, "table": "actuals", "seen": ", ".join(given) or "—"}
                raise UsageError(Diagnostic("bulk.no_column", params))

    def of(self, rows: Any, verdicts: Native) -> Native:
        """The counts, in the order of their columns; periods in that of time."""
        pa = library("pyarrow")
        what = verdicts if "id" in self.by else judge_items(rows, verdicts)
        frame = frame_of(verdicts)
        table = collected(frame_of(count_outcomes(what, self.by)))
        lines = sorted(table.to_pylist(), key=self._place)
        return given_back(small(pa.Table.from_pylist(lines, schema=table.schema), frame), verdicts)

    def _place(self, line: Mapping[str, Any]) -> list[Any]:
        return [order(line[name] or "") if name == "period" else line[name] or "" for name in self.by]


def read_counts(texts: Iterable[str]) -> tuple[Counts, ...]:
    """What several of them ask for."""
    return tuple(Counts.read(text) for text in texts)
