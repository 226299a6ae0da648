"""What is true of the rows of every pasted table."""

from __future__ import annotations

import re

#: The row that begins on a line; () for a line that a row before it has taken in.
Rows = dict[int, tuple[str, ...]]

#: A line of a drawn table that holds no words.
RULE = re.compile(r"[\s|+:=_-]*")
#: What parts the cells of a line, where spaces do not.
PARTED = re.compile(r"[\t|]")
#: How many columns a table has at least.
LEAST = 3
LONGEST_HEAD = 70
#: How many lines the words of a cell may take.
LONGEST_NAME = 4
