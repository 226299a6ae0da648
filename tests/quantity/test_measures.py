"""The list of measuring units that is kept beside their definitions is what pint says of them."""

from __future__ import annotations

from chitieu.quantity.measures import make_list
from chitieu.resources import data_dir


def test_the_list_kept_is_what_pint_works_out() -> None:
    kept = (data_dir("grammar") / "measures.json").read_text(encoding="utf-8")
    assert kept == make_list(), "units.txt has changed: run python -m chitieu.quantity.measures"
