"""What a verdict says of itself, in whole sentences."""

from __future__ import annotations

import re

from chitieu.diagnostics.messages import codes as known_codes
from chitieu.evaluation import Verdict

KNOWN = frozenset(known_codes())
#: What a sentence shows whose parameters were not all filled in: a None, a class, a brace, nothing between marks.
LEFT_OVER = re.compile(r"None|Interval|Decimal|Fraction|<[a-z]|[{}]|“”|XX|  | \.$|\(\)")


def codes(verdict: Verdict) -> list[str]:
    """The codes of the reasons, each of which is said as a whole sentence in both languages."""
    for reason in verdict.reasons:
        assert reason.code in KNOWN
        for text in (reason.text("vi"), reason.text("en")):
            assert not LEFT_OVER.search(text), (reason.code, text)
    return [reason.code.removeprefix("verdict.") for reason in verdict.reasons]
