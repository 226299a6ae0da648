"""The tables of ``cases/*.yaml``: what a text must be read as, in a short notation, and its comparison.

A case holds ``text`` and ``want``, the targets in reading order. A target is a line of the notation, or a
mapping whose ``is`` is that line and whose other keys are flat keys of the JSON Lines:

    ">= 95 %"                 a level, at least 95 %
    "5..8 đảng viên"          a range
    "decrease > 5 %"          a fall; "increase" is a rise
    "2/3 thôn"                a fraction
    "64 thôn|"                a noun, or none ("|" parts the units that are all right)
    "grade >= Khá"            a grade
    "holds", "absent"         a status that must hold, or a thing that must not occur

Without an operator a figure is "=". ``basis``, ``restates``, ``approximate``, ``stretch`` and
``average_annual`` must be absent where the case does not name them, as must ``low_open`` and ``high_open`` of a
range; ``better``, ``each``, ``of``, ``when`` and ``indicator`` (words that it must contain, or behind "= " all of
them) are compared where named. A case is plain, so it must not need a review, unless it says ``review: true`` (it
must) or ``review: any``. ``want: any`` leaves the targets open and ``any`` a key; ``or`` is as right as ``want``.
``indicator`` beside ``text`` reads the text as an expression of that indicator. ``known`` says why a case fails
today: it is then expected to fail, and to be unmarked once it no longer does.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"
_LINE = re.compile(
    r"(?:(?P<measure>increase|decrease) )?(?:(?P<op>>=|<=|>|<|=) )?(?P<low>-?[0-9][0-9./]*?)"
    r"(?:\.\.(?P<high>[0-9./]+))?"
    r"(?: (?P<unit>.+))?"
)
_GRADE = re.compile(r"grade (?:(?P<op>>=|<=|=) )?(?P<grade>.+)")
_STRICT = {"basis": None, "restates": False, "approximate": False, "stretch": False, "average_annual": False}
_CLOSED = {"low_open": False, "high_open": False}
_WORDS_OF_GRADE = re.compile(r"^(?:được |đạt |xếp |mức độ |cấp độ |mức |loại |hạng |danh hiệu |giải )+")
_CASE_KEYS = {"text", "want", "review", "known", "note", "indicator", "notes", "or"}


def load_tables() -> dict[str, list[dict[str, Any]]]:
    """The cases by the name of their file."""
    tables = {}
    for path in sorted(CASES.glob("*.yaml")):
        tables[path.stem] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tables


def _tone_on_the_first(pair: re.Match[str]) -> str:
    """ "hoá" as "hóa": the mark of the second vowel on the first."""
    marked = unicodedata.normalize("NFD", pair[0][1])
    return unicodedata.normalize("NFC", pair[0][0] + marked[1]) + marked[0]


def tidy(text: Any) -> str:
    """A word or unit as it is compared: composed, lower case, one style of tones, one space, none around "/"."""
    plain = unicodedata.normalize("NFC", str(text or "")).casefold()
    plain = re.sub(r"(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", _tone_on_the_first, plain)
    plain = re.sub(r"[“”\"'‘’«»]", "", plain)
    return re.sub(r"\s*/\s*", "/", re.sub(r"\s+", " ", plain)).strip(" .;,:")


def number(text: Any) -> Decimal | Fraction:
    """A figure of the table or of a reading."""
    return Fraction(str(text)) if "/" in str(text) else Decimal(str(text))


def expand(want: str | dict[str, Any]) -> dict[str, Any]:
    """The keys that a target must have, from a line of the notation or a mapping with one."""
    named = {"is": want} if isinstance(want, str) else dict(want)
    line = named.pop("is")
    if line in ("holds", "absent"):
        return {"kind": "status", "expected": line == "holds", **named}
    if match := _GRADE.fullmatch(line):
        return {**_STRICT, "kind": "grade", "op": match["op"] or "=", "grade": match["grade"], **named}
    match = _LINE.fullmatch(line)
    assert match, f"not in the notation: {line!r}"
    keys: dict[str, Any] = {**_STRICT, "kind": "quantity", "measure": match["measure"] or "level"}
    if match["high"]:
        assert not match["op"], f"a range has no operator: {line!r}"
        keys |= {"op": "range", "low": match["low"], "high": match["high"], **_CLOSED}
    else:
        keys |= {"op": match["op"] or "=", "value": match["low"]}
    return {**keys, "unit": match["unit"] or "", **named}


def differences(want: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """What a flat target says otherwise than the case."""
    wrong = []
    for key, value in want.items():
        have = got.get(key)
        if value == "any":
            continue
        match key:
            case "measure":
                same = have in value if isinstance(value, list) else have == value
            case "value" | "low" | "high":
                same = have is not None and number(have) == number(value)
            case "unit":
                same = tidy(have) in {tidy(choice) for choice in value.split("|")}
            case "grade":
                choices = {_WORDS_OF_GRADE.sub("", tidy(choice)) for choice in value.split("|")}
                same = _WORDS_OF_GRADE.sub("", tidy(have)) in choices
            case "indicator":
                all_of_it = value.startswith("= ")
                same = tidy(value[2:]) == tidy(have) if all_of_it else tidy(value) in tidy(have)
            case "each" | "of":
                same = have is None if value is None else have is not None and tidy(value) in tidy(have)
            case "expected":
                same = have is value
            case _:
                same = (have or None) == (value or None)
        if not same:
            wrong.append(f"{key}: want {value!r}, got {have!r}")
    return wrong


def short(target: dict[str, Any]) -> str:
    """A flat target in the notation, for messages."""
    if target["kind"] == "status":
        return "holds" if target["expected"] else "absent"
    if target["kind"] == "grade":
        return f"grade {target['op']} {target['grade']}"
    figures = (
        f"{target['low']}..{target['high']}"
        if target["op"] == "range"
        else f"{target['op']} {target['value']}"
    )
    extras = [
        f"{k}={target[k]}"
        for k in ("basis", "each", "of", "when", *_STRICT)
        if target.get(k) and k not in ("indicator",)
    ]
    return " ".join([target["measure"], figures, target["unit"], *dict.fromkeys(extras)])


def check_case(case: dict[str, Any], reading: dict[str, Any]) -> None:
    """Compare a reading (flat) with a case; AssertionError says all that differs."""
    have = reading["targets"]
    lines = [short(target) for target in have]
    if "or" in case and _is_other(case, have):
        return
    want = [] if case["want"] == "any" else [expand(target) for target in case["want"]]
    if case["want"] != "any":
        _check_targets(case, want, have, lines)
    review = case.get("review", False)
    if review != "any":
        codes = [note["code"] for note in reading["notes"]]
        assert reading["needs_review"] is review, (
            f"needs_review is {reading['needs_review']}: {codes}, read as {lines}"
        )
    for code in case.get("notes", ()):
        assert code in [note["code"] for note in reading["notes"]]
    for target in have:
        start, end = target["span"]
        assert 0 <= start < end <= len(case["text"]), target["span"]


def _is_other(case: dict[str, Any], have: list[dict[str, Any]]) -> bool:
    other = [expand(target) for target in case["or"]]
    return len(other) == len(have) and not any(differences(*pair) for pair in zip(other, have, strict=True))


def _check_targets(
    case: dict[str, Any], want: list[dict[str, Any]], have: list[dict[str, Any]], lines: list[str]
) -> None:
    assert len(have) == len(want), f"{len(want)} targets wanted {case['want']}, got {lines}"
    wrong = [
        f"target {position}: {difference}"
        for position, (w, h) in enumerate(zip(want, have, strict=True), 1)
        for difference in differences(w, h)
    ]
    assert not wrong, "\n".join([*wrong, f"read as {lines}"])


def check_shape(case: dict[str, Any]) -> None:
    """A case has the keys that it may have, and every line of it reads."""
    assert set(case) <= _CASE_KEYS, set(case) - _CASE_KEYS
    for target in [*(() if case["want"] == "any" else case["want"]), *case.get("or", ())]:
        expand(target)
    assert case["want"] != "any" or case.get("review") is True, "a case that cannot fail"
