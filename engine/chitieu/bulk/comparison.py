"""The comparison itself, as expressions of any engine: one figure, closed ends of its own type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chitieu.bulk.columns import OWN
from chitieu.bulk.joined import Joined
from chitieu.bulk.libraries import library
from chitieu.bulk.scalar import MARGIN_DIGITS, MARGIN_PLACES, UNKNOWN


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures compared with their bounds.

    ``scalar`` tells that verdicts of the scalar engine stand beside some rows: there they are the verdict. ``words``
    are what expressions are written in: narwhals, or the module ``sql``.
    """

    joined: Joined
    scalar: bool
    words: Any

    def columns(self, keys: list[str]) -> list[Any]:
        """The keys, ``id``, ``outcome``, ``margin``, ``completion`` and ``code`` of every row."""
        col = self.words.col
        target = self._col("target")
        name = self.words.when(~target.is_null()).then(target).otherwise(col("id"))
        return [
            *[col(key) for key in keys],
            name.alias("id"),
            self._outcome().alias("outcome"),
            self._margin().alias("margin"),
            self._completion().alias("completion"),
            self._code().alias("code"),
        ]

    @property
    def _figure(self) -> Any:
        return self.words.col(self.joined.figure)

    def _col(self, name: str) -> Any:
        return self.words.col(f"{OWN}{name}")

    def _ratio(self) -> Any:
        """Whether a figure may be a ratio; None where no target has such figures."""
        if not any(one.ratio for one in self.joined.bounds):
            return None
        return (self._figure > 0) & (self._figure < 1) & ~self._col("ratio").is_null()

    def _below_zero(self) -> tuple[Any, Any] | None:
        """Whether a figure is below 0 where that cannot be compared, and why; None where no target has such figures."""
        codes = {one.below_zero for one in self.joined.bounds if not one.scalar}
        if codes <= {None}:
            return None
        if len(codes) == 1:  # the same everywhere: no column need be joined for it
            return self._figure < 0, self.words.lit(codes.pop())
        return (self._figure < 0) & ~self._col("below_zero").is_null(), self._col("below_zero")

    def _met(self) -> Any:
        return (self._figure >= self._col("low")) & (self._figure <= self._col("high"))

    def _accepted(self) -> Any:
        return (self._figure >= self._col("accepted_low")) & (self._figure <= self._col("accepted_high"))

    def _nothing(self) -> Any:
        """Whether there is nothing to compare: no figure, no bounds in its unit, or a figure below 0."""
        whole = self._figure.is_null() | self._col("low").is_null()
        below = self._below_zero()
        return whole if below is None else whole | below[0]

    def _outcome(self) -> Any:
        lit = self.words.lit
        chain = self.words
        if self.scalar:
            chain = chain.when(~self._col("key").is_null()).then(self._col("scalar_outcome"))
        if (ratio := self._ratio()) is not None:
            chain = chain.when(ratio).then(lit("undecided"))
        chain = chain.when(self._met()).then(lit("met")).when(self._accepted()).then(lit("exceeded"))
        # late: where there is nothing to compare neither of them holds, and fewer rows are left to look at
        return chain.when(self._nothing()).then(lit("undecided")).otherwise(lit("not_met"))

    def _code(self) -> Any:
        lit = self.words.lit
        chain = self.words
        if self.scalar:
            chain = chain.when(~self._col("key").is_null()).then(self._col("scalar_code"))
        if (ratio := self._ratio()) is not None:
            chain = chain.when(ratio).then(self._col("ratio"))
        chain = chain.when(self._met()).then(lit("verdict.met"))
        chain = chain.when(self._accepted()).then(lit("verdict.exceeded"))
        chain = chain.when(self._col("target").is_null()).then(lit(UNKNOWN.code))
        chain = chain.when(self._figure.is_null()).then(lit("verdict.missing"))
        if (below := self._below_zero()) is not None:
            chain = chain.when(below[0]).then(below[1])
        if any(one.code for one in self.joined.bounds):
            chain = chain.when(~self._col("code").is_null()).then(self._col("code"))
        return chain.otherwise(lit("verdict.not_met"))

    def _refused(self) -> Any:
        """Whether a figure is there and cannot be compared, as an expression; None where every figure can be."""
        below, ratio = self._below_zero(), self._ratio()
        if below is None:
            return ratio
        return below[0] if ratio is None else below[0] | ratio

    def _margin(self) -> Any:
        """The signed distance to the nearest end of the stated set, in the target's unit; null without bounds."""
        decimal = library("narwhals.stable.v2").Decimal
        wide = decimal(MARGIN_DIGITS, MARGIN_PLACES)
        digits, places = self.joined.digits
        figure = self._figure
        if places == 0 and digits in (0, 19):
            figure = figure.cast(decimal(19, 0))
        at_lower = figure <= self._col("middle")
        near = self.words.when(at_lower).then(self._col("near_low")).otherwise(self._col("near_high"))
        gap = (figure - near).abs()
        if self.joined.converts:
            factor = self._col("factor")
            if (
                self.joined.frame.implementation.is_polars()
            ):  # its product has no more decimals than its operands
                gap, factor = gap.cast(wide), factor.cast(wide)
            gap = gap * factor
        margin = self.words.when(self._accepted()).then(gap).otherwise(-gap).cast(wide)
        return self._decided("margin", margin)

    def _completion(self) -> Any:
        """The figure in per cent of the target's; a double, to be read; null without bounds."""
        double = library("narwhals.stable.v2").Float64
        return self._decided("completion", self._figure.cast(double) * 100.0 / self._col("first"))

    def _decided(self, name: str, value: Any) -> Any:
        """A value, or that of the scalar engine, or none where the figure cannot be compared."""
        if (refused := self._refused()) is not None:
            value = self.words.when(~refused).then(value)
        if not self.scalar:
            return value
        return self.words.when(self._col("key").is_null()).then(value).otherwise(self._col(f"scalar_{name}"))
