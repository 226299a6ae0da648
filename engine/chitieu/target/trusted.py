"""Models of values that need no check, made faster than pydantic's ``model_construct`` makes them."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from chitieu.quantity.number import Number
from chitieu.target.condition import Bound, Op

Model = TypeVar("Model", bound=BaseModel)

_new = object.__new__


def _open(model: type[BaseModel]) -> type[Any]:
    """The model without the guard of a frozen one: what is made of it takes its values, and then becomes the model.

    To set its slots plainly takes half the time of calls that set them past the guard; Python does so where neither
    setting nor deleting is guarded.
    """

    class Open(model):  # type: ignore[misc, valid-type]
        __slots__ = ()
        __setattr__ = object.__setattr__
        __delattr__ = object.__delattr__

    return Open


class _Fields(dict[type[BaseModel], tuple[type[Any], dict[str, Any], set[str], int]]):
    """A model opened, its fields in order with their defaults, their names, which all share, and their number."""

    def __missing__(self, model: type[BaseModel]) -> tuple[type[Any], dict[str, Any], set[str], int]:
        fields = {name: field.default for name, field in model.model_fields.items()}
        self[model] = found = _open(model), fields, set(fields), len(fields)
        return found


_FIELDS = _Fields()


def trusted(model: type[Model], values: dict[str, Any]) -> Model:
    """A model of checked values: the same as ``model.model_construct(**values)``, for frozen models of plain fields.

    Every field without a default must be given, and where all are, in their order; the values then are its own.

    >>> from chitieu.target import StatusCondition
    >>> made = trusted(StatusCondition, {"expected": True})
    >>> made == StatusCondition(expected=True), type(made) is StatusCondition
    (True, True)
    """
    opened, fields, names, count = _FIELDS[model]
    made = _new(opened)
    if len(values) == count:
        made.__dict__ = values
        made.__pydantic_fields_set__ = names
    else:
        made.__dict__ = fields | values
        made.__pydantic_fields_set__ = {*values}
    made.__pydantic_extra__ = made.__pydantic_private__ = None
    made.__class__ = model
    return made  # type: ignore[no-any-return]


_OPEN_BOUND, _OF_BOUND = _open(Bound), set(Bound.model_fields)


def bound(op: Op, value: Number, unit: str) -> Bound:
    """A comparison with one figure, of checked values."""
    made = _new(_OPEN_BOUND)  # as ``trusted`` makes it: most targets are one
    made.__dict__ = {"kind": "quantity", "op": op, "value": value, "unit": unit}
    made.__pydantic_fields_set__ = _OF_BOUND
    made.__pydantic_extra__ = made.__pydantic_private__ = None
    made.__class__ = Bound
    return made  # type: ignore[no-any-return]
