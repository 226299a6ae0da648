"""Targets, outcomes and counts put back into words: the one place that phrases them, in both languages."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Counts
from chitieu.evaluation.verdict import Outcome
from chitieu.evaluation.wording import BETTER, BETTER_SOURCES, OUTCOMES, basis_words
from chitieu.quantity.notation import format_number, with_unit
from chitieu.report.labels import label
from chitieu.report.signs import RICH, Signs
from chitieu.target import Better, BetterSource, Bound, GradeCondition, Range, StatusCondition, Target

#: Holds a sign and its figure together where a line is wrapped; shown as a space.
NBSP = "\N{NO-BREAK SPACE}"

_BOUND: dict[str, tuple[str, str]] = {
    ">": ("lớn hơn {v}", "more than {v}"),
    ">=": ("ít nhất {v}", "at least {v}"),
    "<": ("nhỏ hơn {v}", "less than {v}"),
    "<=": ("không quá {v}", "at most {v}"),
    "range": ("từ {v}", "from {v}"),
}

_RANK: dict[str, tuple[str, str]] = {
    "=": ("đứng thứ {v}", "rank {v}"),
    "<=": ("đứng thứ {v} trở lên", "rank {v} or better"),
    "<": ("đứng trên thứ {v}", "a rank better than {v}"),
    ">=": ("đứng thứ {v} trở xuống", "rank {v} or worse"),
    ">": ("đứng sau thứ {v}", "a rank worse than {v}"),
}

#: Amounts of change: "giảm nhỏ hơn 1%" could be taken for a level.
_AMOUNT: dict[str, tuple[str, str]] = _BOUND | {
    ">": ("hơn {v}", "more than {v}"),
    "<": ("chưa tới {v}", "less than {v}"),
    "=": ("{v}", "{v}"),
    "range": ("từ {v}", "{v}"),
}

_CHANGE = {"increase": ("tăng", "rise"), "decrease": ("giảm", "fall")}
_NO_CHANGE = {
    ("increase", ">"): ("tăng", "rise"),
    ("increase", ">="): ("không giảm", "not fall"),
    ("decrease", ">"): ("giảm", "fall"),
    ("decrease", ">="): ("không tăng", "not rise"),
}

_WHEN: dict[str, tuple[str, str]] = {
    "each_year": ("mỗi năm", "each year"),
    "each_quarter": ("mỗi quý", "each quarter"),
    "each_month": ("mỗi tháng", "each month"),
    "term": ("cả nhiệm kỳ", "over the term"),
}

_INDEX = {"vi": 0, "en": 1}


def outcome_word(outcome: Outcome, lang: Lang = "vi") -> str:
    """The outcome as officials call it.

    >>> outcome_word("undecided"), outcome_word("exceeded", "en")
    ('Chưa đủ căn cứ', 'Exceeded')
    """
    word = OUTCOMES[outcome].show(lang)
    return word[0].upper() + word[1:]


def better_words(better: Better, lang: Lang = "vi") -> str:
    """Which way is an improvement.

    >>> better_words("lower")
    'càng thấp càng tốt'
    """
    return BETTER[better].show(lang)


def better_source_words(source: BetterSource, lang: Lang = "vi") -> str:
    """Where ``better`` came from.

    >>> better_source_words("default", "en")
    'by default'
    """
    return BETTER_SOURCES[source].show(lang)


def better_told(target: Target, lang: Lang = "vi") -> str:
    """Which way is an improvement and who says so; "" for a status, which holds or not.

    >>> from chitieu.target import Bound, Target
    >>> better_told(Target(indicator="", condition=Bound(op=">", value="98")))
    'càng cao càng tốt (mặc định)'
    """
    if target.kind == "status":
        return ""
    return f"{better_words(target.better, lang)} ({better_source_words(target.better_source, lang)})"


def summary_words(counts: Counts, lang: Lang = "vi") -> str:
    """The counts in the words of resolutions.

    >>> summary_words(Counts(met=15, exceeded=9, not_met=4, undecided=3))
    'Đạt và vượt 24/31 chỉ tiêu: 9 vượt, 15 đạt, 4 không đạt, 3 chưa đủ căn cứ'
    >>> summary_words(Counts(met=1), "en")
    '1 of 1 targets met or exceeded: 0 exceeded, 1 met, 0 not met, 0 undecided'
    """
    named: tuple[tuple[Outcome, int], ...] = (
        ("exceeded", counts.exceeded),
        ("met", counts.met),
        ("not_met", counts.not_met),
        ("undecided", counts.undecided),
    )
    parts = [f"{count} {outcome_word(outcome, lang).lower()}" for outcome, count in named]
    head = (
        f"Đạt và vượt {counts.achieved}/{counts.total} chỉ tiêu"
        if lang == "vi"
        else f"{counts.achieved} of {counts.total} targets met or exceeded"
    )
    return f"{head}: {', '.join(parts)}"


def figure_words(number: Decimal | Fraction, unit: str = "", lang: Lang = "vi") -> str:
    """A number with its unit in the marks of the language.

    >>> figure_words(Decimal("2860"), "tỷ đồng")
    '2.860 tỷ đồng'
    """
    return with_unit(format_number(number, lang), unit)


def describe(target: Target, lang: Lang = "vi") -> str:
    """The condition of a target in plain words, with everything that qualifies it.

    >>> from chitieu.target import Bound, Range, Target
    >>> describe(Target(indicator="", condition=Bound(op=">", value="98", unit="%")))
    'lớn hơn 98%'
    >>> describe(Target(indicator="", condition=Range(low="5", high="8", unit="đảng viên")))
    'từ 5 đến 8 đảng viên'
    >>> fall = Target(indicator="", condition=Bound(op=">=", value="5", unit="%"), measure="decrease")
    >>> describe(fall), describe(fall, "en")
    ('giảm ít nhất 5%', 'fall by at least 5%')
    """
    words = _condition(target, lang)
    if target.average_annual:
        words = f"bình quân mỗi năm {words}" if lang == "vi" else f"{words} a year on average"
    if target.each:
        words = f"mỗi {target.each} {words}" if lang == "vi" else f"each {target.each}: {words}"
    tail = [
        text
        for text in (_basis(target, lang), _population(target, lang), when_words(target.when, lang))
        if text
    ]
    if target.restates:
        tail.append("(nhắc lại chỉ tiêu trước)" if lang == "vi" else "(restates the one before)")
    if target.stretch:
        tail.append(f"({label('stretch', lang)}, {label('not_counted', lang)})")
    return " ".join([words, *tail])


def _condition(target: Target, lang: Lang) -> str:
    at = _INDEX[lang]
    match target.condition:
        case Range(low=low, high=high, unit=unit):
            between = "đến" if lang == "vi" else "to"
            over, under = ("trên ", "dưới ") if lang == "vi" else ("over ", "below ")
            over = over if target.condition.low_open else ""
            under = under if target.condition.high_open else ""
            ends = f"{over}{format_number(low, lang)} {between} {under}{figure_words(high, unit, lang)}"
            return _quantity(target, "range", ends, lang)
        case Bound(op=op, value=value, unit=unit):
            if target.measure != "level" and value == 0 and (bare := _NO_CHANGE.get((target.measure, op))):
                return bare[at]
            if unit == "hạng" and target.measure == "level":
                return _RANK[op][at].format(v=format_number(value, lang))
            return _quantity(target, op, figure_words(value, unit, lang), lang)
        case GradeCondition(op=op, grade=grade):
            return _grade(op, grade, lang)
        case StatusCondition(expected=expected):
            if target.basis == "plan":
                return "đạt và vượt" if lang == "vi" else "meet or exceed it"
            if lang == "vi":
                return "phải có, phải giữ được" if expected else "không được xảy ra"
            return "must hold" if expected else "must not occur"


def _quantity(target: Target, op: str, value: str, lang: Lang) -> str:
    at = _INDEX[lang]
    if target.approximate:
        value = f"khoảng {value}" if lang == "vi" else f"about {value}"
    if target.measure == "level":
        if op != "=":
            return _BOUND[op][at].format(v=value)
        if target.better == "exact":
            return f"đúng {value}" if lang == "vi" else f"exactly {value}"
        return f"đạt {value}" if lang == "vi" else f"reach {value}"
    verb = _CHANGE[target.measure][at]
    amount = _AMOUNT[op][at].format(v=value)
    return f"{verb} {amount}" if lang == "vi" else f"{verb} by {amount}"


def _grade(op: str, grade: str, lang: Lang) -> str:
    vi = {"=": "đạt {g}", ">=": "{g} trở lên", ">": "trên {g}", "<=": "{g} trở xuống", "<": "dưới {g}"}
    en = {
        "=": "{g}",
        ">=": "{g} or better",
        ">": "better than {g}",
        "<=": "{g} or worse",
        "<": "worse than {g}",
    }
    return (vi if lang == "vi" else en)[op].format(g=grade)


def _basis(target: Target, lang: Lang) -> str:
    if target.basis is None:
        return ""
    words = basis_words(target.basis, lang)
    if target.basis == "plan" and target.measure == "level":
        if target.kind == "status":
            return words if lang == "vi" else f"({words})"
        return words if lang == "vi" else f"of {words}"
    return f"so với {words}" if lang == "vi" else f"against {words}"


def _population(target: Target, lang: Lang) -> str:
    if not target.of:
        return ""
    return f"(trong {target.of})" if lang == "vi" else f"(of {target.of})"


def when_words(when: str | None, lang: Lang = "vi") -> str:
    """The target's own time, in brackets; empty where the text names none.

    >>> when_words("year:2030"), when_words("each_quarter", "en"), when_words(None)
    ('(năm 2030)', '(each quarter)', '')
    """
    if when is None:
        return ""
    if when.startswith("year:"):
        return f"(năm {when[5:]})" if lang == "vi" else f"(in {when[5:]})"
    return f"({_WHEN[when][_INDEX[lang]]})" if when in _WHEN else f"({when})"


def plan_cell(target: Target, lang: Lang = "vi", signs: Signs = RICH) -> str:
    """The condition as short as a table needs it; the unit has a column of its own.

    >>> from chitieu.target import Bound, Range, Target
    >>> plan_cell(Target(indicator="", condition=Bound(op=">", value="98", unit="%"))).replace(NBSP, " ")
    '> 98'
    >>> plan_cell(Target(indicator="", condition=Range(low="5", high="8"))).replace(NBSP, " ")
    '5 – 8'
    """
    at = _INDEX[lang]
    match target.condition:
        case Bound(op=op, value=value):
            if target.measure != "level" and value == 0 and (bare := _NO_CHANGE.get((target.measure, op))):
                return bare[at].replace(" ", NBSP)
            figure = _joined(signs.compare(op), format_number(value, lang))
        case Range(low=low, high=high):
            figure = f"{format_number(low, lang)}{NBSP}{signs.dash}{NBSP}{format_number(high, lang)}"
        case GradeCondition(op=op, grade=grade):
            figure = grade if op == "=" else _grade(op, grade, lang)
        case StatusCondition(expected=expected):
            if lang == "vi":
                figure = "Đạt và vượt" if target.basis == "plan" else ("Đạt" if expected else "Không có")
            else:
                figure = "Met or exceeded" if target.basis == "plan" else ("Holds" if expected else "None")
    if target.approximate:
        figure = _joined(signs.about, figure)
    if target.measure != "level":
        figure = f"{_CHANGE[target.measure][at]} {figure}"
    if not target.each:
        return figure
    return f"mỗi {target.each}: {figure}" if lang == "vi" else f"each {target.each}: {figure}"


def _joined(sign: str, figure: str) -> str:
    return f"{sign}{NBSP}{figure}" if sign else figure


def unit_cell(target: Target, lang: Lang = "vi") -> str:
    """The unit column of a target: its unit, or per cent of the plan.

    >>> from chitieu.target import Bound, Target
    >>> unit_cell(Target(indicator="", condition=Bound(op="=", value="100", unit="%"), basis="plan"))
    '% kế hoạch'
    """
    if target.basis == "plan" and target.measure == "level" and target.unit == "%":
        return label("percent_of_plan", lang)
    return target.unit
