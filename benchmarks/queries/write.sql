-- The same columns as chitieu writes: outcome, margin in DECIMAL(38, 12), completion, the code of the reason.
COPY (
  SELECT place, period, id, outcome,
    CASE WHEN outcome = 'undecided' THEN NULL
         WHEN outcome = 'not_met' THEN -abs(gap) ELSE abs(gap) END::DECIMAL(38, 12) AS margin,
    CASE WHEN outcome <> 'undecided' THEN value::DOUBLE * 100 / first END AS completion,
    CASE WHEN value IS NULL THEN 'verdict.missing' ELSE 'verdict.' || outcome END AS code
  FROM (
    SELECT a.place, a.period, a.id, a.value, b.first,
      CASE WHEN a.value <= b.middle THEN a.value - b.near_low ELSE a.value - b.near_high END AS gap,
      CASE
        WHEN a.value IS NULL THEN 'undecided'
        WHEN a.value >= b.low AND a.value <= b.high THEN 'met'
        WHEN a.value >= b.accepted_low AND a.value <= b.accepted_high THEN 'exceeded'
        ELSE 'not_met' END AS outcome
    FROM read_parquet('{figures}') AS a LEFT JOIN bounds AS b ON a.id = b.id
  )
) TO '{out}' (FORMAT parquet)
