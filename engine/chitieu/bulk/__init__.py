"""Millions of verdicts: rulesets as rows, judged on DuckDB, Polars, pandas, PyArrow or PySpark.

``ruleset.to_rows()`` gives the normal form of every target; ``evaluate(rows, actuals)`` joins it with the figures in
the engine that holds them. Whatever is more than a comparison with an interval is judged by the scalar engine in the
same run, once for each distinct value, and joined back: the scalar engine stays the definition.
"""

from chitieu.bulk.evaluate import evaluate
from chitieu.bulk.rollup import changes, count_outcomes, judge_items, rank_places
from chitieu.bulk.rows import SCHEMA, to_rows

__all__ = ["SCHEMA", "changes", "count_outcomes", "evaluate", "judge_items", "rank_places", "to_rows"]
