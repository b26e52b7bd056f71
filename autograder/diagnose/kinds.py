"""Right values in the wrong type: a list for a tensor, text for bytes, a tuple for a list; lists as tensors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
import torch

from autograder.compare import agrees
from autograder.compare.pairs import kind_of, leaves
from autograder.compare.words import article
from autograder.diagnose.case import Values
from autograder.diagnose.registry import relation
from autograder.diagnose.words import seen
from autograder.model import Diagnosis

__all__ = ["as_tensor", "other_kind"]

_DEEPEST: Final = 8  # lists in each other that are still a tensor
_LONGEST: Final = 2_500_000  # numbers of such lists


def as_tensor(value: object) -> torch.Tensor | None:
    """Return the numbers of a tensor, an array, a float or a rectangular list as a tensor, else None."""
    if isinstance(value, torch.Tensor):
        return value
    if isinstance(value, np.generic | np.ndarray):
        return _from_numpy(np.asarray(value))
    if isinstance(value, bool | int | float):
        return _from_list([value], ())
    if isinstance(value, list | tuple):
        shape = _rectangle(value, _DEEPEST)
        return None if shape is None or math.prod(shape) > _LONGEST else _from_list(list(leaves(value)), shape)
    return None


def _from_numpy(value: np.ndarray) -> torch.Tensor | None:
    if value.dtype.kind not in "fiub" or value.dtype.itemsize > 8:
        return None
    try:
        return torch.from_numpy(value.astype(value.dtype.newbyteorder("=")))
    except TypeError:
        return None


def _rectangle(value: Sequence[object], deepest: int) -> tuple[int, ...] | None:
    """Return the shape of nested lists of numbers, None if there is none or it has too many axes."""
    if not deepest:
        return None
    if value and all(isinstance(item, list | tuple) for item in value):
        shapes = {_rectangle(item, deepest - 1) for item in value if isinstance(item, list | tuple)}
        (inner,) = shapes if len(shapes) == 1 else (None,)
        return None if inner is None else (len(value), *inner)
    numbers = all(isinstance(item, int | float) and not isinstance(item, bool) for item in value)
    return (len(value),) if numbers and value else None


def _from_list(numbers: list[object], shape: tuple[int, ...]) -> torch.Tensor | None:
    whole = all(isinstance(item, int) for item in numbers)
    truth = all(isinstance(item, bool) for item in numbers)
    dtype = torch.bool if truth else torch.int64 if whole else torch.float64
    try:
        return torch.tensor(numbers, dtype=dtype).reshape(shape)
    except (OverflowError, RuntimeError, ValueError):  # an int of more than 64 bits
        return None


@relation("text for bytes", "bytes for text", "bytes for a list", "a set for a list", "type")
def other_kind(values: Values) -> Diagnosis | None:
    """A value that would be right in the expected type."""
    actual, expected = values.actual, values.expected
    match actual, expected:
        case (str(), bytes()) | (bytes(), str()):
            return _encoded(actual, expected)
        case bytes(), list() | tuple() if len(actual) == len(expected) and agrees(list(actual), list(expected)):
            return seen(
                "bytes for a list",
                "The right numbers, but in an object of type `bytes`, which can hold nothing above 255 and can't be "
                "changed. What type is asked for?",
                1.0,
            )
        case set() | frozenset() | dict(), list() if expected and set(actual) == _members(expected):
            return seen(
                "a set for a list", "A set, or a dict, has no repetitions, and no order of its own. Here both count."
            )
        case list() | tuple(), list() | tuple():
            same = values.same(list(actual), list(expected))
        case _:
            same = _same_numbers(values)
    if not same:
        return None
    own, wanted = _type_text(actual), _type_text(expected)
    return seen("type", f"The numbers are right; only the type is not: {own} where {wanted} is expected.", 1.0)


def _encoded(actual: str | bytes, expected: str | bytes) -> Diagnosis | None:
    if isinstance(actual, str) and len(actual) <= len(expected) and actual.encode() == expected:
        return seen(
            "text for bytes",
            "The right content, but as characters. Bytes are what a file or a byte-level tokenizer works on: the "
            "text must still be encoded.",
            1.0,
        )
    if isinstance(expected, str) and actual == expected.encode():
        return seen("bytes for text", "The right content, but still as bytes, not as a text.", 1.0)
    return None


def _same_numbers(values: Values) -> bool:
    own, wanted = as_tensor(values.actual), as_tensor(values.expected)
    if own is None or wanted is None or own.numel() != wanted.numel() or not wanted.numel():
        return False
    candidate = own.detach().cpu().reshape(wanted.shape)
    if (wanted.dtype == torch.bool) != (candidate.dtype == torch.bool):
        return False
    return values.same(candidate.to(wanted.dtype), wanted) and _lossless(candidate, wanted.dtype)


def _lossless(own: torch.Tensor, dtype: torch.dtype) -> bool:
    return dtype.is_floating_point or bool((own.to(dtype).double() == own.double()).all())


def _members(items: Sequence[object]) -> set[object]:
    try:
        return set(items)
    except TypeError:
        return set()


def _type_text(value: object) -> str:
    if isinstance(value, torch.Tensor) and math.prod(value.shape) == 1:
        return "a tensor with one element"
    return "a numpy array" if isinstance(value, np.ndarray) else article(kind_of(value))
