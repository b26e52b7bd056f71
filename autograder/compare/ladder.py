"""compare(): finds a value's kind and sends it up the ladder of that kind."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import torch

from autograder.compare.items import dicts, sequences, sets, texts
from autograder.compare.tensors import arrays, floats, ints, tensors
from autograder.compare.tolerance import Tolerance, tolerance
from autograder.compare.words import article, at, shape_text
from autograder.model import Mismatch

__all__ = ["compare", "kind_of"]

_KINDS: Final[tuple[tuple[type, str], ...]] = (
    (torch.Tensor, "tensor"),
    (np.ndarray, "array"),
    (bool, "bool"),  # before int, of which it is a subclass
    (int, "int"),
    (float, "float"),
    (str, "text"),
    (bytes, "bytes"),
    (list, "list"),
    (tuple, "tuple"),
    (dict, "dict"),
    (set, "set"),
    (frozenset, "frozenset"),
    (type(None), "None"),
)


def compare(
    actual: object, expected: object, *, rtol: float | None = None, atol: float | None = None
) -> Mismatch | None:
    """Return how `actual` differs from `expected`, or None if it is right.

    A float may differ by rtol·|expected| + atol; without both, by a default of its dtype, see
    `allowance`. NaN and infinity equal themselves. An int is accepted for a Python float; a bool is
    neither. The place of a nested mismatch is in its `index`: "['mean'][2][0, 3]".

    Raises ValueError if only one of rtol and atol is given, or one is negative or not finite.
    """
    return _climb(actual, expected, tolerance(rtol, atol), "")


def kind_of(value: object) -> str:
    """Return what a student would call the value's type: "tensor", "array", "int", "text", .."""
    return next((name for kind, name in _KINDS if isinstance(value, kind)), type(value).__name__)


def _climb(  # noqa: C901 (one case per kind)
    actual: object, expected: object, limits: Tolerance, path: str, /
) -> Mismatch | None:
    actual = actual.item() if isinstance(actual, np.generic) else actual
    expected = expected.item() if isinstance(expected, np.generic) else expected
    kind, wanted = kind_of(actual), kind_of(expected)
    if kind != wanted and (kind, wanted) != ("int", "float"):
        return _other_type(actual, expected, path)
    match actual, expected:  # of one kind, or int for float
        case torch.Tensor(), torch.Tensor():
            return tensors(actual, expected, limits, path)
        case np.ndarray(), np.ndarray():
            return arrays(actual, expected, limits, path)
        case int(), int():
            return ints(actual, expected, limits, path)
        case int() | float(), float():
            return floats(actual, expected, limits, path)
        case str() | bytes(), str() | bytes():
            return texts(actual, expected, path)
        case list() | tuple(), list() | tuple():
            return sequences(actual, expected, _climb, limits, path)
        case dict(), dict():
            return dicts(actual, expected, _climb, limits, path)
        case set() | frozenset(), set() | frozenset():
            return sets(actual, expected, _climb, path)
        case None, None:
            return None
    return Mismatch("type", f"{at(path)}{article(kind)} can't be compared", index=path or None)


def _other_type(actual: object, expected: object, path: str) -> Mismatch:
    kind, wanted = kind_of(actual), kind_of(expected)
    shape = f", of shape {shape_text(expected)}" if isinstance(expected, torch.Tensor) else ""
    text = f"{at(path)}{article(kind)}, expected {article(wanted)}{shape}{_hint(actual, kind, wanted)}"
    return Mismatch("type", text, index=path or None, actual=kind, expected=wanted)


def _hint(actual: object, kind: str, wanted: str) -> str:
    if isinstance(actual, torch.Tensor | np.ndarray) and wanted in {"float", "int", "bool"}:
        if math.prod(actual.shape) == 1:
            return ". `.item()` takes the number out of it"
        return f". It has the shape {tuple(actual.shape)}: must something still be summed or averaged?"
    number = {"float", "int", "bool"}
    hints = (
        ({"None"}, {wanted}, ". Is a `return` missing, or was the variable never filled?"),
        (number, {"tensor"}, ". Did `.item()`, `int()` or `float()` come too early?"),
        ({"array"}, {"tensor"}, ". Keep to torch, or use `torch.from_numpy`"),
        ({"tensor"}, {"array"}, ". `.numpy()` makes an array of it"),
        ({"list"}, {"tensor"}, ". `torch.tensor(...)` or `torch.stack(...)` makes one of it"),
        ({"tensor", "array"}, {"list"}, ". `.tolist()` makes a list of it"),
        ({"tuple"}, {"tensor", "array", *number}, ". Is there a comma too many, or a value too many?"),
        ({"tuple"}, {"list"}, ". `list(...)` makes one of it"),
        ({"list"}, {"tuple"}, ". `tuple(...)` makes one of it"),
        ({"float"}, {"int"}, ". A whole number has no decimal point: `/` gives a float, `//` an int"),
        ({"text"}, {"bytes"}, ". Characters are not bytes yet"),
        ({"bytes"}, {"text"}, ". Bytes must still be decoded"),
    )
    return next((hint for own, others, hint in hints if kind in own and wanted in others), "")
