"""Targets written back: a canonical Vietnamese expression that reads as the same target, and an English gloss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.diagnostics import Lang, TextError
from chitieu.quantity.notation import format_number, with_unit
from chitieu.quantity.units import resolve
from chitieu.reading.clause.conditions import other_reading
from chitieu.reading.phrases.wordings import without_group, wordings
from chitieu.reading.reader import parse
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target
from chitieu.text.source import read_source
from chitieu.text.spoken import PLACE, TIMES

_RANK = PLACE
_SHARES = ("%", "‰")
#: How many digits a year has.
_YEAR = 4
#: What a reading may add to a target without making it another one.
_ADDED = frozenset({"span", "needs_review", "readings"})
#: Figures of a fraction that the reader takes for marks ("9/10") are written larger.
_MARKS = (10, 100)


def render(target: Target, lang: Lang = "vi") -> str:
    """A target as a canonical Vietnamese expression, its indicator included; in English a gloss of it.

    ``parse`` reads the Vietnamese expression as the same target: the same flat keys, but for the place, the doubts
    and the other readings. Where the usual wording would say something else, the name and what goes beside it are
    written in quotation marks and the better side is said.

    Args:
        target: Any target: its condition, measure, basis, population, time and the rest are all written.
        lang: "vi", or "en" for the gloss; names, units and grades stay as they are.

    Returns:
        One line of text.

    Raises:
        TextError: No text says the target to the reader, because a field holds what only a ruleset can name (another
            basis or time, a fraction with a unit, a growth rate of what its name says rises). The English gloss is
            always possible.

    >>> from chitieu.reading import parse
    >>> render(parse("Tỷ lệ hộ gia đình văn hóa đạt >98%").targets[0])
    'Tỷ lệ hộ gia đình văn hóa trên 98%'
    >>> fall = Target(indicator="Trẻ dưới 5 tuổi thấp còi", condition=Bound(op=">=", value="0.5", unit="%"),
    ...     measure="decrease", better="lower", basis="previous", when="each_year")
    >>> render(fall)
    'Hằng năm, Trẻ dưới 5 tuổi thấp còi giảm ít nhất 0,5% so với năm trước'
    >>> render(fall, lang="en")
    'Trẻ dưới 5 tuổi thấp còi: each year, a decrease of at least 0.5% against the previous year (lower is better)'
    """
    if lang == "en":
        return _gloss(target)
    target = target.model_copy(update=_as_read(target))
    wanted = _meaning(target)
    doubtful = None
    for text in _candidates(target):
        reading = parse(text)
        if len(reading.targets) == 1 and _meaning(reading.targets[0]) == wanted:
            if not reading.needs_review:
                return text
            doubtful = doubtful or text
    if doubtful is None:
        raise TextError.of("api.unsayable", text=target.indicator)
    return doubtful


def _as_read(target: Target) -> dict[str, str]:
    """The texts of a target as the reader gives them: composed, in one line, quotation marks of one kind."""
    given = {name: getattr(target, name) for name in ("indicator", "each", "of")}
    return {name: _one_line(text) for name, text in given.items() if text is not None}


def _meaning(target: Target) -> dict[str, Any]:
    """The flat keys by which two targets are one; units by what they mean."""
    flat = {key: value for key, value in target.flat().items() if key not in _ADDED}
    for key in ("grade", "scale"):
        if key in flat:
            flat[key] = without_group(_one_line(flat[key]))
    if "unit" in flat:
        flat["unit"] = resolve(_one_line(flat["unit"]))
    return flat


def _one_line(text: str) -> str:
    return " ".join(read_source(text).text.split())


@dataclass(frozen=True, slots=True)
class _Style:
    """How a candidate is written: whether the average and the better side are said, how much is quoted."""

    average: bool = True
    quoted: int = 0  # 1: the entities of "mỗi"; 2: the population too
    better: bool = False
    graded: int = 0


def _candidates(target: Target) -> Iterator[str]:
    """The wordings of a target, the usual ones first."""
    words = wordings("vi")
    before, noun, behind = _around_noun(target)
    graded = range(len(words["graded"])) if target.kind == "grade" else range(1)
    clauses: list[str] = words["clauses"]
    if noun:  # "Kết nạp từ 5 đến 8 đảng viên": said once
        clauses = sorted(clauses, key=lambda clause: "{before}" not in clause)
    for better in (False, True):
        for which in graded:
            for average in (False, True) if target.average_annual else (True,):
                parts = _parts(target, "vi", _Style(average, better=better, graded=which))
                for clause in clauses:
                    if "{before}" in clause and not noun:
                        continue
                    opened = bool(parts["opening"].strip()) or clause.startswith("{opening} {stated}")
                    text = _fill(clause, parts, indicator=target.indicator, before=before, behind=behind)
                    yield _capital(text) if opened or not (before or noun) else text
    for better in (False, True):
        for quoted in range(3) if target.each or target.of else range(1):
            for which in graded:
                parts = _parts(target, "vi", _Style(True, quoted, better, which))
                for named in words["named"]:
                    yield _capital(_fill(named, parts, indicator=target.indicator))


def _around_noun(target: Target) -> tuple[str, str, str]:
    """The name cut where the noun of the unit stands in it; all of it in front where it does not."""
    noun = target.unit.split("/")[0]
    while noun and noun not in target.indicator:  # "triệu lượt khách"
        noun = noun.partition(" ")[2]
    return target.indicator.partition(noun) if noun else (target.indicator, "", "")


def _gloss(target: Target) -> str:
    words = wordings("en")
    parts = _parts(target, "en", _Style(better=target.kind == "quantity"))
    return _fill(words["clause"], parts, indicator=target.indicator).removeprefix(": ")


def _parts(target: Target, lang: Lang, style: _Style) -> dict[str, str]:
    """What a clause is made of, each part in words or empty."""
    words = wordings(lang)
    parts = dict.fromkeys(("verb", "average", "change", "basis", "of", "better", "each"), "")
    parts["opening"] = _opening(target, lang)
    if target.each:
        each = words["each"]
        parts["each"] = _fill(each if lang == "en" else each[style.quoted > 0], each=target.each)
    if style.better:
        parts["better"] = words["better"].get(target.better, "")
    match target.condition:
        case StatusCondition(expected=expected):
            plan = target.basis == "plan"
            parts["condition"] = words["status"]["plan" if plan else "holds" if expected else "absent"]
        case GradeCondition() as condition:
            parts["condition"] = _grade(condition, lang, style)
        case condition:
            _add_quantity(parts, target, condition, lang, style)
    parts["said"] = _fill(words["said"], parts)
    if lang == "vi":
        parts["stated"] = _fill(words["stated"], parts)
    return parts


def _opening(target: Target, lang: Lang) -> str:
    words = wordings(lang)["opening"]
    when = _fill(words["when"], when=_when(target.when, lang)) if target.when else ""
    return " ".join([when, *(words[key] for key in ("restates", "stretch") if getattr(target, key))])


def _when(when: str, lang: Lang) -> str:
    words = wordings(lang)["when"]
    kind, _, year = when.partition(":")
    return _fill(words[kind], year=year) if kind in words else when


def _grade(condition: GradeCondition, lang: Lang, style: _Style) -> str:
    words = wordings(lang)
    if lang == "en":
        return _fill(words["grade"][condition.op], grade=condition.grade)
    template = words["graded"][style.graded]
    on_scale = "{scale}" in template
    named = words["scale"]["named" if condition.scale else "own"]
    grade = f"“{condition.grade}”" if on_scale else condition.grade
    return _fill(
        template,
        condition=_fill(words["grade"][condition.op], grade=grade),
        scale=_fill(named, scale=condition.scale or ""),
    )


def _add_quantity(
    parts: dict[str, str], target: Target, condition: Bound | Range, lang: Lang, style: _Style
) -> None:
    """Put in what a figure takes: the verb, the comparator, what it is against and a share of."""
    words = wordings(lang)
    of, whole = _of(target, condition, lang, style)
    parts["of"] = of
    if target.basis is not None:
        parts["basis"] = _basis(target, condition, lang)
    bare = words.get("no_amount", {}).get(f"{target.measure} {condition.op}")
    if (
        bare
        and target.basis
        and not target.average_annual
        and isinstance(condition, Bound)
        and not (condition.value or condition.unit)
    ):
        parts["condition"] = _fill(bare, basis=_point(target.basis, lang))
        parts["basis"] = ""
        return
    parts["condition"] = _figures(target, condition, whole, lang)
    if target.approximate:
        parts["condition"] = _fill(words["approximate"], condition=parts["condition"])
    if target.measure != "level":
        added = lang == "vi" and condition.unit.startswith(TIMES)
        parts["change"] = words["added" if added else "change"][target.measure]
    elif lang == "vi" and condition.op == "=" and condition.unit != _RANK:
        parts["verb"] = words["verb"][target.better]
    if target.average_annual and style.average:
        average = words["average"]
        parts["average"] = (
            average if lang == "en" else average["level" if target.measure == "level" else "change"]
        )
        if lang == "vi" and target.measure != "level":
            parts["change"], parts["average"] = f"{parts['change']} {parts['average']}", ""


def _figures(target: Target, condition: Bound | Range, whole: str, lang: Lang) -> str:
    words = wordings(lang)
    unit = condition.unit
    ranked = unit == _RANK and target.measure == "level"
    templates = words["rank"] if ranked else words["level"]
    if target.measure != "level":
        templates = templates | words.get("amount", {})
    if isinstance(condition, Bound):
        figure = _number(condition.value, unit, lang) + whole
        return _fill(templates[condition.op], figure=figure if ranked else with_unit(figure, unit))
    ends = {(False, False): "closed", (True, False): "low_open", (False, True): "high_open"}
    kind = ends.get((condition.low_open, condition.high_open), "open")
    between = words["range"] if target.measure == "level" else words.get("range_of_change", words["range"])
    template = words["rank"]["range"] if ranked and kind == "closed" else between[kind]
    share = unit.startswith(_SHARES)
    low, high = (_number(end, unit, lang) for end in (condition.low, condition.high))
    return _fill(
        template,
        # "từ 1900 đến 2000%" would begin with a year
        low=with_unit(low, unit) if unit in _SHARES or (share and len(low) == _YEAR) else low,
        high=high if ranked else with_unit(high, unit),
    )


def _number(value: Decimal | Fraction, unit: str, lang: Lang) -> str:
    if isinstance(value, Fraction):
        scale = 2 if value.denominator in _MARKS else 1
        return f"{value.numerator * scale}/{value.denominator * scale}"
    share = unit.startswith(_SHARES) and lang == "vi"  # "96.125%" may be meant with a decimal point
    written = format_number(value, lang, group=not share)
    doubtful = lang == "vi" and "." in written and other_reading(written, unit) is not None
    return format_number(value, lang, group=False) if doubtful else written


def _of(target: Target, condition: Bound | Range, lang: Lang, style: _Style) -> tuple[str, str]:
    """The population of a share: behind the figure, or with a slash in it ("64/111 thôn", "3/10")."""
    if target.of is None:
        return "", ""
    count, _, noun = target.of.partition(" ")
    whole = noun == condition.unit or (condition.unit == _RANK and not noun)
    if whole and count.isdigit() and style.quoted < 2:
        return "", f"/{count}"
    template = wordings(lang)["of"]
    if lang == "vi":
        template = template[style.quoted > 1]
    return _fill(template, of=target.of), ""


def _basis(target: Target, condition: Bound | Range, lang: Lang) -> str:
    words = wordings(lang)["basis"]
    assert target.basis is not None
    if target.basis == "plan" and target.measure == "level" and condition.unit == "%":
        return str(words["share"])
    return _fill(words["against"], basis=_point(target.basis, lang))


def _point(basis: str, lang: Lang) -> str:
    kind, _, year = basis.partition(":")
    points = wordings(lang)["points"]
    return _fill(points[kind], year=year) if kind in points else basis


def _fill(template: str, parts: dict[str, str] | None = None, **more: str) -> str:
    """The template filled in, in single spaces."""
    return " ".join(template.format_map({**(parts or {}), **more}).split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
