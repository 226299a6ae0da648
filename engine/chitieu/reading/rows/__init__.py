"""Rows of tables pasted in a line: number, name, unit, values.

A row has no verb. What a cell says is told by its place, by the heading that it repeats ("TH 2024: 44,1"), and by the
comparator before just one of the values. Where none of these tells, the last value is the likelier one, and a person
must say. ``reading`` tells in which order they are asked: where cells end (``lines``, ``criteria``), whether headings
stand before them (``heads``), whether each is an item of its own (``apart``) or a line holds several rows (``glued``).
``columns`` knows the wordings of headings, ``cells`` what is in a cell; ``row`` gives each cell its part, ``choosing``
says which values are wanted.
"""

from chitieu.reading.rows.reading import find_rows, read_rows

__all__ = ["find_rows", "read_rows"]
