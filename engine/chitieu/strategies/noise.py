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
    # a failure shrinks towards the noise that is drawn last: what can be seen
    marked, decomposed, capitals = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    pieces = words.split(" ")
    space = draw(st.sampled_from(_SPACES))
    where = draw(st.integers(1, max(len(pieces) - 1, 1)))
    out = pieces[0]
    for at, piece in enumerate(pieces[1:], 1):
        out += (space if at == where else " ") + piece
    out = draw(st.sampled_from(_LEADS)) + out + draw(st.sampled_from(_TAILS))
    if decomposed:
        out = unicodedata.normalize("NFD", out)
    return (_BOM if marked else "") + (out.upper() if capitals else out)
