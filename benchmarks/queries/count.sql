-- What a person would write: the same comparison, and nothing else. {figures} is a Parquet file, bounds a table.
SELECT outcome, count(*) AS n FROM (
  SELECT CASE
    WHEN a.value IS NULL THEN 'undecided'
    WHEN a.value >= b.low AND a.value <= b.high THEN 'met'
    WHEN a.value >= b.accepted_low AND a.value <= b.accepted_high THEN 'exceeded'
    ELSE 'not_met' END AS outcome
  FROM read_parquet('{figures}') AS a LEFT JOIN bounds AS b ON a.id = b.id
) GROUP BY outcome ORDER BY outcome
