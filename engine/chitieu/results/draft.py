"""A draft of the actuals of a ruleset from the facts of a report; what is doubtful is left open, with an offer."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.words import fold
from chitieu.results.document import read_report
from chitieu.results.facts import Fact, facts
from chitieu.results.names import WORTH_A_LOOK, is_same, score
from chitieu.results.sums import against_target, wrong_percentages
from chitieu.results.values import same_value, value_text, wanted
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.text.spoken import A_RATE, PARAGRAPH, pattern, words

_NO_NAMES = frozenset({*words("NO_INDICATOR"), ""})
_QUOTE = 160
_NOT_THERE = re.compile(pattern("NOT_THERE"))


@dataclass(frozen=True, slots=True)
class Drafted:
    """The row of one target, or of one entity of it.

    ``state`` is "found" for a value from a sentence whose indicator says the same, "doubtful" where a person must
    look (``offers`` then say what was seen), "none" where the report tells nothing.
    """

    rule: Rule
    state: Literal["found", "doubtful", "none"]
    entity: str | None = None
    value: str = ""
    score: int = 0
    source: str = ""
    offers: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All rows in the order of the ruleset, and notes on the report's own figures."""

    rows: tuple[Drafted, ...]
    notes: tuple[Diagnostic, ...]


def draft_actuals(report: str | os.PathLike[str], ruleset: Ruleset) -> Draft:
    """Read a report and match what it says to the targets of a ruleset.

    Args:
        report: A .txt, .docx or .pdf file.
        ruleset: The targets.

    Returns:
        A row for every target, and notes where a stated percentage does not follow from the figures beside it.

    Raises:
        DocumentError: The report cannot be read.
        UsageError: A library of the extra "results" is not installed.
    """
    name = PurePath(os.fspath(report)).name
    last_year = ruleset.period[1].year if ruleset.period is not None else None
    read = (_in_period(fact, ruleset) for fact in facts(read_report(report), last_year))
    found = [fact for fact in read if fact.said and fold(fact.indicator) not in _NO_NAMES]
    scores = [[_score(rule, fact) for fact in found] for rule in ruleset.rules]
    taken = {at for row in scores for at, each in enumerate(row) if is_same(each)}
    rows: list[Drafted] = []
    notes: list[Diagnostic] = []
    for fact in found:
        notes += wrong_percentages(fact, _place(name, fact))
    for rule, row in zip(ruleset.rules, scores, strict=True):
        same = [found[at] for at, each in enumerate(row) if is_same(each)]
        near = max((at for at in range(len(found)) if at not in taken), key=lambda at: row[at], default=None)
        if same:
            drafted = _from_same(rule, same, name)
            notes += [note for fact in same for note in against_target(fact, rule.target, _place(name, fact))]
        elif near is not None and row[near] >= WORTH_A_LOOK:
            drafted = Drafted(
                rule, "doubtful", score=row[near], offers=(_offer(rule, found[near], row[near]),)
            )
        else:
            drafted = Drafted(rule, "none")
        rows += _by_entity(drafted)
    return Draft(tuple(rows), tuple(dict.fromkeys(notes)))


def _in_period(fact: Fact, ruleset: Ruleset) -> Fact:
    """The fact without what is told of a year outside the period of the ruleset."""
    if ruleset.period is None:
        return fact
    first, last = (day.year for day in ruleset.period)
    years = {f"year:{year}" for year in range(first, last + 1)}
    said = tuple(
        each
        for each in fact.said
        if each.when is None or not each.when.startswith("year:") or each.when in years
    )
    return replace(fact, said=said)


def _score(rule: Rule, fact: Fact) -> int:
    """How alike the names are, both also without their units and, of a share, the fact's with "tỷ lệ"."""
    units = {said.actual.unit for said in fact.said if said.actual.unit}
    names = _names(fact.indicator, units)
    if "%" in units and A_RATE not in fold(fact.indicator) and fact.said[0].role == "figure":
        names.append(f"{A_RATE} {fact.indicator}")
    for said in fact.said:
        if said.role == "word":
            names.append(
                _NOT_THERE.sub(" ", fold(fact.indicator).replace(fold(said.actual.grade or "\0"), " "))
            )
    wanted_names = _names(rule.target.indicator, {rule.target.unit})
    return max((score(name, other) for name in names for other in wanted_names if name and other), default=0)


def _names(indicator: str, units: Set[str]) -> list[str]:
    """The name as it stands, and without the counted noun at its end: "Tổng số lượt khám bệnh lượt"."""
    names = [indicator]
    for unit in units - {"%", "‰"}:
        for noun in (fold(unit), fold(unit).partition(" ")[2]):  # "triệu lượt khách", "lượt khách"
            without = fold(indicator).removesuffix(f" {noun}").strip() if noun else ""
            if without and without != fold(indicator):
                names.append(without.removesuffix(" cho"))
    return names


def _from_same(rule: Rule, same: Sequence[Fact], name: str) -> Drafted:
    """The value of sentences that name the indicator; open where none tells it, or they tell different things."""
    told = [(fact, said) for fact in same if (said := wanted(rule.target, fact)) is not None]
    # that a thing was kept up or did not occur is told in so many ways that a person confirms it
    vague = told and told[0][1].role == "word" and rule.target.kind == "status" and not told[0][0].in_table
    if not told or vague:
        return Drafted(rule, "doubtful", score=100, offers=(_offer(rule, same[0], 100),))
    fact, said = told[0]
    if said.unsure:
        return Drafted(rule, "doubtful", score=100, offers=(_offer(rule, fact, 100),))
    if any(not same_value(said, other) for _, other in told[1:]):
        values = ", ".join(dict.fromkeys(value_text(each) for _, each in told))
        offer = Diagnostic("results.told_differently", {"values": values}, _place(name, fact))
        return Drafted(rule, "doubtful", score=100, offers=(offer,))
    source = f"{name}, {PARAGRAPH} {fact.paragraph}: “{_short(fact.sentence)}”"
    return Drafted(rule, "found", value=value_text(said), score=100, source=source)


def _offer(rule: Rule, fact: Fact, found: int) -> Diagnostic:
    said = wanted(rule.target, fact) or fact.said[0]
    params = {
        "score": found,
        "value": value_text(said),
        "sentence": _short(fact.sentence),
        "paragraph": fact.paragraph,
    }
    return Diagnostic("results.doubtful", params)


def _by_entity(drafted: Drafted) -> list[Drafted]:
    """A row for every known entity of a target; which of them a sentence means is for a person to say."""
    rule = drafted.rule
    if not rule.entities and rule.target.each is None:
        return [drafted]
    offers = drafted.offers
    if drafted.state == "found":
        params = {"value": drafted.value, "source": drafted.source}
        offers = (Diagnostic("results.which_entity", params),)
    state: Literal["doubtful", "none"] = "none" if drafted.state == "none" else "doubtful"
    return [
        Drafted(rule, state, entity, score=drafted.score, offers=offers)
        for entity in rule.entities or (None,)
    ]


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"


def _place(name: str, fact: Fact) -> Place:
    return Place(file=name, line=fact.paragraph)
