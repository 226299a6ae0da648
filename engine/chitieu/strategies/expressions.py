"""Targets put into words."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chitieu.diagnostics import TextError
from chitieu.reading.render import render
from chitieu.strategies.targets import targets
from chitieu.target import Target


@st.composite
def expressions(draw: st.DrawFn, of: SearchStrategy[Target] | None = None) -> tuple[str, Target]:
    """Expressions with the target that each of them means; ``of`` says which targets.

    >>> from hypothesis import find
    >>> from chitieu.strategies import quantity_targets
    >>> exact = expressions(quantity_targets(ops=(">",), measures=("level",)))
    >>> words, target = find(exact, lambda pair: pair[1].unit == "%")
    >>> target.condition.value, "1%" in words
    (Decimal('1'), True)
    """
    target = draw(targets() if of is None else of)
    try:
        words = render(target)
    except TextError:
        words = ""
    assume(words)
    return words, target
