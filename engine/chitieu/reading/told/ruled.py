"""Clauses that tell a rule, not a plan: a definition (`definitions`), or what is earned on terms (`entitlements`).

Nothing of these is wanted; where something beside them may be, a person is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.draft import Draft
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.told.definitions import (
    ARTICLES,
    CITING,
    DEFINING,
    NORMS,
    Ruled,
    bounds_whom,
    cites,
    is_defined_as,
    says_what_it_is,
    sets_a_norm,
)
from chitieu.reading.told.entitlements import (
    CONTRACT,
    EARNING,
    SIGNED,
    grants_to_each,
    is_of_contract,
    is_signed,
    pays_on_terms,
)
from chitieu.reading.told.wanted import is_said
from chitieu.text.spoken import BE, FOR, words

_CONTRACTS = words("CONTRACT_BEGINS")
#: Without any of these a clause tells no such rule.
RULING = frozenset({BE, ":", FOR, *CITING, *EARNING, *CONTRACT, *DEFINING})


def tells_a_rule(tokens: Sequence[Token], keys: set[str], drafts: Sequence[Draft]) -> Ruled:
    """Whether a clause tells a rule; ``keys`` are those of all its tokens."""
    ruled: Ruled = ""
    if BE in keys:
        ruled = says_what_it_is(tokens, drafts)
    if not ruled and ":" in keys and tokens[0].key in NORMS:
        ruled = sets_a_norm(tokens, drafts)
    if not ruled and not keys.isdisjoint(EARNING):
        ruled = pays_on_terms(tokens, drafts)
    if not ruled and not keys.isdisjoint(CITING) and not keys.isdisjoint(ARTICLES) and cites(tokens):
        ruled = "may" if all(map(bounds_whom, drafts)) else ""
    if not ruled and FOR in keys and len(drafts) > 1:
        ruled = grants_to_each(drafts)
    if not ruled and not keys.isdisjoint(DEFINING):
        ruled = is_defined_as(tokens, drafts)
    if not ruled and not keys.isdisjoint(SIGNED) and is_signed(tokens) and all(map(is_of_contract, drafts)):
        ruled = "told"
    if not ruled and " ".join([token.key for token in tokens[:4]]).startswith(_CONTRACTS) and len(drafts) > 1:
        plain = all(draft.figure is not None and is_said(draft.figure) for draft in drafts)
        ruled = "told" if plain else "may"
    return ruled
