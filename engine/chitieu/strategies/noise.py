"""Texts as they come out of scans, tables and other people's keyboards: the same words, otherwise written."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_SPACES = (" ", "  ", "\u00a0", "\t", " \u200b")
_LEADS = ("", "- ", "+ ", "• ", " ")
_TAILS = ("", ".", ";", " ", " ;", "\n")
_BOM = "\ufeff"


@st.composite
def noisy(draw: st.DrawFn, text: str | SearchStrategy[str]) -> str:
    """A text with noise that changes nothing of its meaning.

    Other spaces between its words, decomposed letters, capitals, a bullet before it, a mark behind it, a byte order
    mark. It shrinks to the text as it is.

    >>> from hypothesis import find
    >>> find(noisy("trên 98%"), lambda _: True), find(noisy("trên 98%"), lambda text: text.isupper())
    ('trên 98%', 'TRÊN 98%')
    """
    words = text if isinstance(text, str) else draw(text)
    pieces = words.split(" ")
    out = pieces[0]
    space = draw(st.sampled_from(_SPACES))
    where = draw(st.integers(0, max(len(pieces) - 1, 0)))
    for at, piece in enumerate(pieces[1:], 1):
        out += (space if at == where else " ") + piece
    out = draw(st.sampled_from(_LEADS)) + out + draw(st.sampled_from(_TAILS))
    if draw(st.booleans()):
        out = unicodedata.normalize("NFD", out)
    if draw(st.booleans()):
        out = out.upper()
    return (_BOM if draw(st.booleans()) else "") + out
