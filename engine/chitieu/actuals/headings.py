"""The headings that are understood, English and Vietnamese, and how far a heading may differ from them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from chitieu.actuals.table import Column
from chitieu.text.letters import STROKED, part_marks
from chitieu.text.spoken import UNIT_OR_PLACE, either, words

HEADINGS: dict[Column, tuple[str, ...]] = {
    "id": ("id", *words("COLUMN_ID")),
    "value": ("value", *words("COLUMN_VALUE")),
    "unit": ("unit", *words("COLUMN_UNIT")),
    "baseline": ("baseline", *words("COLUMN_BASELINE")),
    "plan": ("plan", *words("COLUMN_PLAN")),
    "population": ("population", *words("COLUMN_POPULATION")),
    "entity": ("entity", *words("COLUMN_ENTITY")),
    "place": ("place", *words("COLUMN_PLACE")),
    "period": ("period", *words("COLUMN_PERIOD")),
    "source": ("source", *words("COLUMN_SOURCE")),
    "note": ("note", *words("COLUMN_NOTE")),
}

_WORD = re.compile(r"[\w%‰]+")
_YEAR = re.compile(r"(?: nam)? 20[0-9]{2}$")
_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


def _words(text: str) -> list[tuple[str, str]]:
    """The letters and the sorted tone marks of every word: tone style and normal form make no difference."""
    parted = []
    for word in _WORD.findall(
        unicodedata.normalize("NFC", text).casefold().replace("_", " ").replace(".", "")
    ):
        letters, marks = part_marks(word)
        parted.append((letters, "".join(sorted(marks)) + STROKED * (STROKED in word)))
    return parted


def _keys(text: str) -> tuple[str, str]:
    """The heading with and without its marks."""
    parted = _words(text)
    return " ".join(f"{letters}{marks}" for letters, marks in parted), " ".join(
        letters for letters, _ in parted
    )


_EXACT = {_keys(name)[0]: column for column, names in HEADINGS.items() for name in names}
_BARE = {_keys(name)[1]: column for column, names in HEADINGS.items() for name in names}
_OTHERS = {key for name in words("COLUMN_OTHER") for key in _keys(name)}
_EITHER = _keys(UNIT_OR_PLACE)


def strip_brackets(heading: str) -> tuple[str, str | None]:
    """A heading and what stands in brackets at its end.

    >>> strip_brackets("Thực hiện (%)")
    ('Thực hiện', '%')
    """
    if found := _BRACKETS.search(heading):
        return heading[: found.start()].strip(), found[1].strip()
    return heading.strip(), None


@lru_cache(maxsize=1024)
def column_of(heading: str) -> Column | None:
    """The column that a heading names; case, spaces, tone style and a year at its end make no difference.

    >>> column_of("Thực  hiện năm 2026"), column_of("THUC HIEN"), column_of("Ký"), column_of("ĐVT (tấn)")
    ('value', 'value', None, 'unit')
    """
    name = strip_brackets(heading)[0] or heading
    exact, bare = _keys(name)
    for _ in range(2):
        if exact in _EXACT:
            return _EXACT[exact]
        if exact == bare and bare in _BARE:
            return _BARE[bare]
        shorter = _YEAR.sub("", bare)
        if shorter == bare:
            return None
        exact, bare = _keys(" ".join(name.split()[: len(shorter.split())]))
    return None


def is_either(heading: str) -> bool:
    """Whether it is "Đơn vị", which names a unit or a place."""
    exact, bare = _keys(strip_brackets(heading)[0])
    return exact == _EITHER[0] or (exact == bare and bare == _EITHER[1])


def is_other(heading: str) -> bool:
    """Whether it is a heading that is known and carries nothing to judge with."""
    return any(key in _OTHERS for key in (_keys(heading)[0], _keys(strip_brackets(heading)[0])[0]))


def nearest(heading: str) -> str | None:
    """The known heading that this one looks like a misspelling of.

    >>> nearest("vlaue"), nearest("Thực hện"), nearest("Nhiệt độ")
    ('value', 'thực hiện', None)
    """
    import difflib

    names = _bare_names()
    found = difflib.get_close_matches(_keys(heading)[1], names, n=1, cutoff=0.8)
    return names[found[0]] if found else None


@cache
def _bare_names() -> dict[str, str]:
    return {_keys(name)[1]: name for names in HEADINGS.values() for name in names if len(name) > 2}


_UNITS = frozenset(words("UNIT_IN_CELL"))
_PLACES = re.compile(rf"(?:{either('PLACE_IN_CELL')})\s+\S")


def looks_like_unit(text: str) -> bool:
    """Whether a cell under "Đơn vị" is surely a unit.

    >>> looks_like_unit("Tỷ đồng"), looks_like_unit("vụ/10.000 dân"), looks_like_unit("Phường Đồ Sơn")
    (True, True, False)
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    return (
        name.casefold() in _UNITS or any(sign in name for sign in "%‰") or ("/" in name and name[0].islower())
    )


def looks_like_place(text: str) -> bool:
    """Whether a cell under "Đơn vị" is surely a place or a body.

    >>> looks_like_place("Chi bộ 3"), looks_like_place("THCS Trần Phú"), looks_like_place("Mô hình")
    (True, True, False)
    """
    parts = unicodedata.normalize("NFC", text).split()
    name = " ".join(parts)
    if looks_like_unit(name):
        return False
    inner = any(word[0].isupper() or word.isdigit() for word in parts[1:])
    return inner or bool(_PLACES.match(name.casefold()))
