"""Every engine gives the scalar engine's verdicts: outcome, reason, margin, completion."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chitieu import bulk

from .conftest import (
    ENGINES,
    arrow_of,
    as_arrow,
    assert_same,
    lines_for,
    rulesets,
    scalar_verdicts,
    verdicts_of,
)


@pytest.mark.parametrize("values", ["decimal", "int", "float", "text"])
@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_generated_rulesets_and_figures(engine: str, values: str, data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    lines = data.draw(lines_for(ruleset, values))
    frame = ENGINES[engine](arrow_of(lines, values))
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset.to_rows(), frame)), "r")
    assert_same(found, scalar_verdicts([ruleset], lines))


@pytest.mark.parametrize("values", ["decimal", "text"])
@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_generated_figures_of_last_year(engine: str, values: str, data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    lines = data.draw(lines_for(ruleset, values))
    known = ("place", "id", "value", "unit", "entity")
    before = data.draw(lines_for(ruleset, values))
    last = [{name: line[name] for name in known if name in line} for line in before]
    tables = [arrow_of(given, values) for given in (lines, last)]
    if engine == "duckdb":
        connection = duckdb.connect()
        frames = [connection.from_arrow(table) for table in tables]
    else:
        frames = [ENGINES[engine](table) for table in tables]
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset.to_rows(), frames[0], baseline=frames[1])), "r")
    assert_same(found, scalar_verdicts([ruleset], lines, last))
