"""Rows of tables pasted in a line: number, name, unit, values.

A row has no verb. What a cell says is told by its place, by the heading that it repeats ("TH 2024: 44,1"), and by the
comparator before just one of the values. Where none of these tells, the last value is the likelier one, and a person
must say. ``columns`` knows the headings, ``cells`` what is in a cell, ``lines`` and ``criteria`` where cells end,
``row`` what a row makes of them.
"""

from chitieu.reading.rows.reading import find_rows, read_rows

__all__ = ["find_rows", "read_rows"]
