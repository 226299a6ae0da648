"""Conditions as written: a bound, a range, a grade, a status."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chitieu.quantity.number import Number

Op = Literal["=", ">=", ">", "<=", "<"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Bound(_Model):
    """A comparison with one figure: "trên 98%", "25 đồng chí" ("=").

    ``unit`` is as written, tidied, with its scale word ("tỷ đồng"); "" where the text names none.

    >>> Bound(op=">", value="98", unit="%").op
    '>'
    """

    kind: Literal["quantity"] = "quantity"
    op: Op
    value: Number
    unit: str = ""


class Range(_Model):
    """Both ends given: "từ 5 - 8 đảng viên". Both are included, unless ``low_open`` or ``high_open`` says otherwise.

    "từ 90% đến dưới 95%" has ``high_open``, "trên 90% đến 95%" has ``low_open``.
    """

    kind: Literal["quantity"] = "quantity"
    op: Literal["range"] = "range"
    low: Number
    high: Number
    unit: str = ""
    low_open: bool = False
    high_open: bool = False


class GradeCondition(_Model):
    """A place on an ordered scale: "Khá trở lên" (">="); a bare grade is "=".

    ``scale`` names the scale in the vocabulary ("nhiệm vụ"); None where no known scale holds the grade.
    """

    kind: Literal["grade"] = "grade"
    op: Op
    grade: str
    scale: str | None = None


class StatusCondition(_Model):
    """Something that holds (``expected`` true) or must not occur (false)."""

    kind: Literal["status"] = "status"
    expected: bool


Condition = Annotated[Bound | Range | GradeCondition | StatusCondition, Field(union_mode="left_to_right")]
