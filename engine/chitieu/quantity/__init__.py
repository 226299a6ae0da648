"""Exact numbers, intervals, units and actuals."""
