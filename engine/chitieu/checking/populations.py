"""Small populations, where a share means all: 97 % of fewer than 34 allows no miss."""

from __future__ import annotations

from fractions import Fraction

from chitieu.checking.figures import Exact, Found, figure, place
from chitieu.diagnostics import Diagnostic
from chitieu.quantity.display import Words
from chitieu.quantity.units import resolve
from chitieu.quantity.words import fold
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Bound
from chitieu.text.spoken import ALL, words

#: What a commune or a ward has tens of, not thousands.
_FEW = words("FEW_THERE")

#: Below this share "all" would be four or fewer, which nobody would write as a share.
_WORTH_A_WORD = Fraction(4, 5)


def find(ruleset: Ruleset) -> list[Found]:
    """Shares of populations that are small, or that are known to be.

    >>> from chitieu.ruleset import Item
    >>> from chitieu.reading import parse
    >>> text = "Khu phố đạt chuẩn khu phố văn hóa từ 97% trở lên"
    >>> rule = Rule("1.1", "1", text, parse(text).targets[0])
    >>> [found[0].text() for found in find(Ruleset("r", "", (), (Item("1"),), (rule,)))]
    ['1.1: 97% chỉ cho phép thiếu một khi tổng số từ 34 trở lên; ít hơn thì phải đạt tất cả.']
    """
    out: list[Found] = []
    for rule in ruleset.rules:
        bound = rule.target.condition
        if not isinstance(bound, Bound) or bound.op not in (">", ">=", "=") or rule.target.measure != "level":
            continue
        unit = resolve(bound.unit)
        share = Fraction(bound.value) * unit.factor if unit.is_share else Fraction(0)
        if not _WORTH_A_WORD <= share < 1 or rule.target.basis is not None or rule.target.better != "higher":
            continue
        if rule.population is not None:
            out += _known(ruleset, rule, share, rule.population)
        elif _is_few(rule.target.indicator):
            params = {
                "id": rule.id,
                "share": figure(bound.value, bound.unit),
                "least": least_for_one_miss(share, strict=bound.op == ">"),
            }
            out.append((Diagnostic("check.all_where_few", params, place(ruleset, rule)), (rule.item,)))
    return out


def least_for_one_miss(share: Fraction, *, strict: bool = False) -> int:
    """The smallest population of which all but one make the share.

    >>> least_for_one_miss(Fraction(97, 100)), least_for_one_miss(Fraction(95, 100), strict=True)
    (34, 21)
    """
    exact = 1 / (1 - share)
    whole = -(-exact.numerator // exact.denominator)
    return whole + 1 if strict and whole == exact else whole


def _known(ruleset: Ruleset, rule: Rule, share: Fraction, population: Exact) -> list[Found]:
    size = Fraction(population)
    condition = rule.target.condition
    if (
        not isinstance(condition, Bound)
        or size < 1
        or size >= least_for_one_miss(share, strict=condition.op == ">")
    ):
        return []
    whole = figure(population)
    params = {
        "id": rule.id,
        "population": whole,
        "share": figure(condition.value, condition.unit),
        "meaning": Words(f"{ALL} {whole:vi}", f"all {whole:en}"),
    }
    return [(Diagnostic("check.small_population", params, place(ruleset, rule)), (rule.item,))]


def _is_few(indicator: str) -> bool:
    """Whether the indicator counts one of the few: "Tỷ lệ khu phố …", "Có 90% tổ chức Đảng …"."""
    named = fold(indicator)
    for lead in words("BEFORE_FEW"):
        named = named.removeprefix(lead)
    return named.strip().startswith(_FEW)
