"""Every figure of a text has one account: no digit is left out, none has two."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from chitieu.diagnostics import message
from chitieu.reading import Reading, parse
from chitieu.target import Target

from .tables import load_tables

GOLD = Path(__file__).parents[3] / "shared" / "gold"
DIGITS = re.compile(r"[0-9]")  # one by one: the sign of "0,120/00" is glued to its figure
ENTITY = re.compile(r"&#[0-9a-zA-Z]+;")
CLAUSES = sorted(
    {case["text"] for name, cases in load_tables().items() if name != "actuals" for case in cases}
    | {
        json.loads(line)["text"]
        for path in sorted(GOLD.glob("*/*.jsonl"))  # none where the annotations are not at hand
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    }
)
clauses = st.sampled_from(CLAUSES)
glue = st.sampled_from([" ", ", ", "; ", ". ", " (", ") ", ": ", " và ", " trong đó ", "\n", " - ", ""])


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    """Real clauses and pieces of them, joined in any way."""
    out = ""
    for _ in range(draw(st.integers(1, 5))):
        clause = draw(clauses)
        start, end = sorted(draw(st.tuples(st.integers(0, len(clause)), st.integers(0, len(clause)))))
        out += (clause if draw(st.booleans()) else clause[start:end]) + draw(glue)
    return out


def check(text: str) -> Reading:
    reading = parse(text)
    spans = [figure.span for figure in reading.figures]
    assert spans == sorted(spans)
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start, (text, spans)
    if {"text.legacy_font"} & {note.code for note in reading.notes}:
        assert reading.needs_review
        return reading
    for match in DIGITS.finditer(ENTITY.sub(lambda entity: "&" * len(entity[0]), text)):
        holders = [span for span in spans if span[0] <= match.start() and match.end() <= span[1]]
        assert len(holders) == 1, (text, match.group(), match.span(), spans)
    for figure in reading.figures:
        assert text[slice(*figure.span)] == figure.text
        assert message(f"account.{figure.account}", "vi")
        if figure.account in ("unread", "unreadable"):
            assert reading.needs_review
    return reading


@settings(max_examples=300)
@given(mixtures())
@example("m cả 2, 5 | 5.1 | Tỷ lệ trường học | 100%")  # no unit holds two numbers
def test_every_figure_of_a_mixture_has_one_account(text: str) -> None:
    check(text)


@given(clauses)
def test_every_figure_of_a_decomposed_text_has_one_account(text: str) -> None:
    check(unicodedata.normalize("NFD", text))


def test_every_figure_of_a_real_clause_has_one_account() -> None:
    for text in CLAUSES:
        check(text)


def test_a_figure_of_a_target_is_accounted_to_it() -> None:
    """No target with an amount in digits stands where no figure is accounted to one."""
    for text in CLAUSES:
        reading = check(text)
        quantities = [t for t in reading.targets if t.kind == "quantity" and _digits(text, t)]
        accounts = Counter(figure.account for figure in reading.figures)
        assert bool(quantities) <= bool(accounts["target"] + accounts["plan"]), text


def _digits(text: str, target: Target) -> bool:
    """Whether the amount stands there in digits; "gấp đôi", "một nửa", "cao hơn năm 2022" have none."""
    assert target.span is not None
    said, value = text[slice(*target.span)], target.flat().get("value")
    if target.unit == "lần" or value == "0" or (value == "1/2" and value not in said):
        return False
    return bool(DIGITS.search(said))
