"""Which numbers of a clause are figures of targets, and what the others are: years, names, ages, ordinals.

Every number ends with an account. A figure has none yet (``account`` is None); what becomes of it is settled where
targets are built.
"""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.numbers.accounting import account_of, rules_of_clause
from chitieu.reading.numbers.ages import AGE_GROUPS, INFANTS, ages, is_age, part_ages
from chitieu.reading.numbers.bases import is_base
from chitieu.reading.numbers.dates import DATING, join_dates
from chitieu.reading.numbers.labels import (
    FIRST_NUMBERS,
    FURTHER_NUMBERS,
    LAST_LABEL,
    declared,
    is_label,
    number_parts,
)
from chitieu.reading.numbers.mending import mend
from chitieu.reading.numbers.number_names import AWARDING, chains, join_awards, quoted
from chitieu.reading.numbers.second_look import look_again
from chitieu.reading.tokens.scanner import Contents, Token, contents_of
from chitieu.text.figures import NUMERALS, read_figure
from chitieu.text.spoken import MONTH, THE_FIGURE

_LETTERS = frozenset("lIoOSB")
#: Words and signs by which a number is a part of a date, of a name, of an award.
_JOINING = DATING | AWARDING | {'"'}
#: What the scanner knew by its form.
_ACCOUNTED = {kind: kind.lower() for kind in ("DATE", "DOCUMENT", "PHONE", "CLOCK")}


def settle_figures(
    tokens: list[Token], contents: Contents | None = None, *, reported: bool = False, lifespan: bool = False
) -> list[str]:
    """Give every number its value and, where it is no figure of a target, its account.

    Returns codes of notes on what had to be mended. Spelled-out numbers become NUMBER tokens where a figure is
    expected: after a comparator, "có" or "mỗi", and before a counted noun. In a ``reported`` value every number
    that is no date is a figure; with ``lifespan`` years of age are figures too. ``contents`` are those of the tokens,
    where they are known.
    """
    contents = contents or contents_of(tokens)
    keys, marks = contents.keys, contents.marks
    if not AGE_GROUPS.isdisjoint(keys) or (MONTH in keys and not INFANTS.isdisjoint(keys)):
        marks |= {"AGE"}
    if not FIRST_NUMBERS.isdisjoint(keys) or (":" in keys and not FURTHER_NUMBERS.isdisjoint(keys)):  # guard
        number_parts(tokens)
    if "LIFESPAN" in marks:  # guard
        part_ages(tokens)
    notes = mend(tokens, contents, reported=reported)
    lone = len(tokens) == 1
    if not keys.isdisjoint(_JOINING):  # guard
        join_dates(tokens)
        quoted(tokens)
        join_awards(tokens)
    accounts: set[str | None] = set()
    contents.numbers = numbers = []
    rules = rules_of_clause(marks)
    for index, token in enumerate(tokens):
        if token.type == "WORD":
            continue  # as most
        if token.type in _ACCOUNTED:
            token.account = _ACCOUNTED[token.type]
            accounts.add(token.account)
        elif token.type == "NUMBER":
            numbers.append(index)
            if token.value is None and token.account is None:
                if not token.text.isdecimal() and not _LETTERS.isdisjoint(token.text):
                    notes.append("reading.letters_for_digits")
                token.value = read_figure(token.key)
                if token.value is None and index <= LAST_LABEL and is_label(tokens, index):
                    token.account = "label"  # "1.2.3 Tỷ lệ hộ nghèo"
                elif token.value is None:
                    token.account = "unreadable"
                    notes.append("reading.unreadable_figure")
            if token.account is None and not (lifespan and is_age(tokens, index)):
                token.account = (
                    ("base" if is_base(tokens, index) else None)
                    if reported or lone
                    else account_of(tokens, index, marks, rules)
                )
            accounts.add(token.account)
    contents.labelled = "label" in accounts
    contents.dated = "year" in accounts or "date" in accounts
    if THE_FIGURE in keys:  # guard
        notes += _untold(tokens)
    if not reported:
        if not accounts.isdisjoint(("count", "name")):  # guard
            look_again(tokens)
        if "count" in accounts:  # guard
            declared(tokens)
        if "age" in accounts:  # guard
            ages(tokens)
        if any(accounts) or len(numbers) > 2:  # guard
            chains(tokens, numbers)
    return notes


def _untold(tokens: list[Token]) -> list[str]:
    """ "tăng trưởng hai con số": how much is not said."""
    notes: list[str] = []
    for number, word in pairwise(tokens):
        if word.key == THE_FIGURE and (number.type == "NUMBER" or number.key in NUMERALS):
            number.account = "unreadable"
            notes.append("reading.unreadable_figure")
    return notes
