"""Text to targets: the only door to the grammar."""

from chitieu.reading.reader import Reading, parse, read_actual, read_expression

__all__ = ["Reading", "parse", "read_actual", "read_expression"]
