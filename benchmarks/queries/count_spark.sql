-- The query of count.sql for Spark, with the hint that makes it as fast as it can be. figures and bounds are views.
SELECT outcome, count(*) AS n FROM (
  SELECT /*+ BROADCAST(b) */ CASE
    WHEN a.value IS NULL THEN 'undecided'
    WHEN a.value >= b.low AND a.value <= b.high THEN 'met'
    WHEN a.value >= b.accepted_low AND a.value <= b.accepted_high THEN 'exceeded'
    ELSE 'not_met' END AS outcome
  FROM figures AS a LEFT JOIN bounds AS b ON a.id = b.id
) GROUP BY outcome
