"""Targets put into words."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chitieu.diagnostics import TextError
from chitieu.reading import parse
from chitieu.report.wording import describe
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
        words = _renderer()(target)
    except TextError:
        words = ""
    assume(words)
    return words, target


def _renderer() -> Callable[[Target], str]:
    if find_spec("chitieu.reading.render") is None:
        return _described
    render: Any = import_module("chitieu.reading.render").render
    return render  # type: ignore[no-any-return]


def _described(target: Target) -> str:
    """The name and the description of the condition, where they read back as the same condition; else nothing."""
    words = f"{target.indicator} {describe(target)}"
    read = parse(words).targets
    same = (
        len(read) == 1
        and (read[0].condition, read[0].measure) == (target.condition, target.measure)
        and not read[0].needs_review
    )
    return words if same else ""
