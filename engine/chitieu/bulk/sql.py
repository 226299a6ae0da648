"""The expressions of a comparison as SQL, of DuckDB or of Spark: of narwhals' own, those that it is written in.

One text in place of a tree of expressions: DuckDB binds it in a fraction of the time, Spark is asked once and not two
thousand times; and what chooses between several outcomes is one CASE, which runs faster than one in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_TYPES = {"Float64": "DOUBLE"}


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression; its operators are those of narwhals. ``words`` are those it is written in."""

    text: str
    words: Words

    def alias(self, name: str) -> Sql:
        """The expression by a name."""
        return self._of(f"{self.text} AS {self.words.quoted(name)}")

    def is_null(self) -> Sql:
        """Whether nothing is there."""
        return self._of(f"({self.text} IS NULL)")

    def abs(self) -> Sql:
        """Without its sign."""
        return self._of(f"abs({self.text})")

    def cast(self, dtype: Any) -> Sql:
        """In a type of narwhals: a decimal or a double."""
        digits = getattr(dtype, "precision", None)
        kind = f"DECIMAL({digits}, {dtype.scale})" if digits else _TYPES[dtype.__name__]
        return self._of(f"CAST({self.text} AS {kind})")

    def __ge__(self, other: object) -> Sql:
        return self._with(">=", other)

    def __le__(self, other: object) -> Sql:
        return self._with("<=", other)

    def __gt__(self, other: object) -> Sql:
        return self._with(">", other)

    def __lt__(self, other: object) -> Sql:
        return self._with("<", other)

    def __sub__(self, other: object) -> Sql:
        return self._with("-", other)

    def __mul__(self, other: object) -> Sql:
        return self._with("*", other)

    def __truediv__(self, other: object) -> Sql:
        return self._with("/", other)

    def __and__(self, other: object) -> Sql:
        return self._with("AND", other)

    def __or__(self, other: object) -> Sql:
        return self._with("OR", other)

    def __invert__(self) -> Sql:
        return self._of(f"(NOT {self.text})")

    def __neg__(self) -> Sql:
        return self._of(f"(- {self.text})")

    def _with(self, operator: str, other: object) -> Sql:
        right = other if isinstance(other, Sql) else self.words.lit(other)
        return self._of(f"({self.text} {operator} {right.text})")

    def _of(self, text: str) -> Sql:
        return Sql(text, self.words)


@dataclass(frozen=True, slots=True)
class When:
    """The choices so far, and the condition of the next one."""

    choices: str
    condition: Sql

    def then(self, value: Sql) -> Choice:
        """What is chosen where the condition holds."""
        choices = f"{self.choices} WHEN {self.condition.text} THEN {value.text}"
        return Choice(f"(CASE{choices} END)", value.words, choices)


@dataclass(frozen=True, slots=True)
class Choice(Sql):
    """A choice that may go on; without more, nothing is chosen."""

    choices: str

    def when(self, condition: Sql) -> When:
        """One more choice, where none before it holds."""
        return When(self.choices, condition)

    def otherwise(self, value: Sql) -> Sql:
        """What is chosen where no condition holds."""
        return self._of(f"(CASE{self.choices} ELSE {value.text} END)")


@dataclass(frozen=True, slots=True)
class Words:
    """What expressions begin with, as in narwhals, in the SQL of an engine that puts names between marks.

    >>> figure, low, lit = DUCKDB.col("value"), DUCKDB.col("low"), DUCKDB.lit
    >>> chain = DUCKDB.when(figure.is_null()).then(lit("none")).when(figure >= low).then(lit("met"))
    >>> chain.otherwise(lit("not")).text
    '(CASE WHEN ("value" IS NULL) THEN \\'none\\' WHEN ("value" >= "low") THEN \\'met\\' ELSE \\'not\\' END)'
    >>> (SPARK.col("value") / 2.0).alias("half").text
    '(`value` / CAST(2.0 AS DOUBLE)) AS `half`'
    """

    mark: str

    def col(self, name: str) -> Sql:
        """A column."""
        return Sql(self.quoted(name), self)

    def lit(self, value: object) -> Sql:
        """A number, or a text without marks or strokes of its own: a code, an outcome."""
        if isinstance(value, float):
            return Sql(f"CAST({value!r} AS DOUBLE)", self)
        return Sql(str(value) if isinstance(value, int) else literal(str(value)), self)

    def when(self, condition: Sql) -> When:
        """The first of several choices."""
        return When("", condition)

    def quoted(self, name: str) -> str:
        """A name between marks."""
        return self.mark + name.replace(self.mark, self.mark * 2) + self.mark

    def same(self, left: Sequence[str], right: Sequence[str], of: tuple[str, str] = ("", "")) -> str:
        """That columns of two tables are the same, one by one; ``of`` leads to the tables."""
        pairs = zip(left, right, strict=True)
        return " AND ".join(
            f"{of[0]}{self.quoted(one)} = {of[1]}{self.quoted(other)}" for one, other in pairs
        )


DUCKDB, SPARK = Words('"'), Words("`")


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
