"""What a student is told whose value can't be checked: what it is, and what to hand in instead."""

from __future__ import annotations

import types
from typing import Final

import numpy as np
import torch

from autograder.errors import ValueCodecError
from autograder.wire.values.layout import MAX_DEPTH

__all__ = ["TOO_DEEP", "type_name", "unsupported"]

_ITERATORS: Final = (
    types.GeneratorType,
    range,
    map,
    zip,
    filter,
    enumerate,
    reversed,
    type(dict[int, int]().keys()),
    type(dict[int, int]().values()),
    type(dict[int, int]().items()),
)
_FUNCTIONS: Final = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)
_BETTER: Final[tuple[tuple[tuple[type, ...], str], ...]] = (
    (_FUNCTIONS, "Did you forget to call it? `f` is the function, `f(...)` is what it returns"),
    (_ITERATORS, "Wrap it in `list(...)`"),
    ((bytearray, memoryview), "Wrap it in `bytes(...)`"),
    ((torch.nn.Module,), "Hand in its output, or one of its tensors"),
    ((torch.Tensor, np.ndarray), "Hand in a plain tensor or array, not one of a class derived from it"),
    ((type,), "That is a class, not an object made from it"),
)
TOO_DEEP: Final = f"the value is nested more than {MAX_DEPTH} levels deep, or contains itself"
_USUAL: Final = "Hand in tensors, numbers, text, or lists, tuples, dicts and sets of these"


def type_name(value: object) -> str:
    """Return the name of a value's class in short ASCII, even if its metaclass would hide it."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name[:60].encode("ascii", "backslashreplace").decode("ascii")[:60]


def unsupported(value: object) -> ValueCodecError:
    """Return the error for a value of a type that no check takes."""
    kind = type(value)
    hint = next((better for kinds, better in _BETTER if any(issubclass(kind, k) for k in kinds)), _USUAL)
    return ValueCodecError(f"a value of type {type_name(value)} can't be checked. {hint}")
