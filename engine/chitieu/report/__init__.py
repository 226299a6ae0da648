"""Showing: the verdict table, JSON, CSV, Markdown, explanations and readings, in Vietnamese and in English.

Nothing is imported here, so that a command pays only for the format it writes.
"""
