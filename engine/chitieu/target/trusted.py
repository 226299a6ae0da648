"""Models of values that need no check, made faster than pydantic's ``model_construct`` makes them."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from chitieu.quantity.number import Number
from chitieu.target.condition import Bound, Op

Model = TypeVar("Model", bound=BaseModel)

#: The slots of a model, set by their descriptors: half the cost of ``object.__setattr__``, which looks them up by name.
_put_values, _put_given, _put_extra, _put_private = [
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
]


_new = object.__new__


class _Fields(dict[type[BaseModel], tuple[dict[str, Any], set[str], int]]):
    """The fields of a model in order with their defaults, their names, which all its models share, and their number."""

    def __missing__(self, model: type[BaseModel]) -> tuple[dict[str, Any], set[str], int]:
        fields = {name: field.default for name, field in model.model_fields.items()}
        self[model] = found = fields, set(fields), len(fields)
        return found


_FIELDS = _Fields()


def trusted(model: type[Model], values: dict[str, Any]) -> Model:
    """A model of checked values: the same as ``model.model_construct(**values)``, for frozen models of plain fields.

    Every field without a default must be given, and where all are, in their order; the values then are its own.

    >>> from chitieu.target import StatusCondition
    >>> trusted(StatusCondition, {"expected": True}) == StatusCondition(expected=True)
    True
    """
    made = _new(model)
    fields, names, count = _FIELDS[model]
    if len(values) == count:
        _put_values(made, values)
        _put_given(made, names)
    else:
        _put_values(made, fields | values)
        _put_given(made, {*values})
    _put_extra(made, None)
    _put_private(made, None)
    return made


_OF_BOUND = set(Bound.model_fields)


def bound(op: Op, value: Number, unit: str) -> Bound:
    """A comparison with one figure, of checked values."""
    made = _new(Bound)  # as ``trusted`` makes it: most targets are one
    _put_values(made, {"kind": "quantity", "op": op, "value": value, "unit": unit})
    _put_given(made, _OF_BOUND)
    _put_extra(made, None)
    _put_private(made, None)
    return made
