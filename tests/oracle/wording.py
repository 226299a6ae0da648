"""What is wanted and achieved in Vietnamese words, for the cases of the suite."""

from __future__ import annotations

from fractions import Fraction

#: The ways to put a comparison; the cases take them in turn. {i} the indicator, {f} the figure with its unit.
LEVELS = {
    "=": ("{i} đạt {f}", "{i}: {f}"),
    ">": ("{i} trên {f}", "{i} đạt trên {f}", "{i} cao hơn {f}"),
    ">=": ("{i} đạt {f} trở lên", "{i} ít nhất {f}", "{i} tối thiểu {f}", "{i} không dưới {f}"),
    "<": ("{i} dưới {f}", "{i} thấp hơn {f}"),
    "<=": ("{i} không quá {f}", "{i} tối đa {f}", "{i} không vượt quá {f}", "{i} từ {f} trở xuống"),
    "range": ("{i} từ {l} - {f}", "{i} từ {l} đến {f}"),
    "range to under": ("{i} từ {lu} đến dưới {f}",),
    "range from over": ("{i} trên {lu} đến {f}",),
}
CHANGES = {
    "=": ("{i} {c} {f}",),
    ">": ("{i} {c} trên {f}",),
    ">=": ("{i} {c} ít nhất {f}", "{i} {c} tối thiểu {f}", "{i} {c} từ {f} trở lên"),
    "<": ("{i} {c} dưới {f}",),
    "<=": ("{i} {c} không quá {f}", "{i} {c} tối đa {f}"),
    "range": ("{i} {c} từ {l} - {f}",),
}
VERBS = {"increase": "tăng", "decrease": "giảm"}


def figure(text: str) -> str:
    """A decimal string as Vietnamese writes it: "2860.5" is "2.860,5"."""
    whole, _, decimals = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return sign + ".".join([whole, *groups]) + (f",{decimals}" if decimals else "")


def with_unit(text: str, unit: str | None) -> str:
    if not unit:
        return figure(text)
    return figure(text) + unit if unit in "%‰" else f"{figure(text)} {unit}"


def decimal(value: Fraction) -> str:
    """A fraction as a decimal string. Raises ``ValueError`` where it does not end."""
    places = 0
    while value.denominator != 1 and (value * 10**places).denominator != 1:
        places += 1
        if places > 30:
            raise ValueError(str(value))
    units = value * 10**places
    digits = str(abs(int(units))).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ("-" if value < 0 else "") + text


def sentence(form: str, *, indicator: str, low: str, high: str, unit: str, verb: str = "") -> str:
    """The words of a target."""
    return form.format(
        i=indicator,
        c=verb,
        l=figure(low),
        lu=with_unit(low, unit),
        f=with_unit(high or low, unit),
    )
