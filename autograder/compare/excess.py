"""How far a value is off, as a number: the largest |difference| in units of the allowed one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch

from autograder.compare.ladder import compare
from autograder.compare.tolerance import allowed_difference, float_allowed_difference, tolerance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.compare.tolerance import Tolerance

__all__ = ["excess"]


def excess(actual: object, expected: object, *, rtol: float | None = None, atol: float | None = None) -> float:
    """Return the largest |actual - expected| / allowed: at most 1 if and only if `compare` finds nothing.

    0 for values that are the same, infinity where no tolerance would help: another type, structure,
    shape or dtype, NaN, or another int, text or bool. With rtol=0, atol=1 it is the largest absolute
    difference.
    """
    if compare(actual, expected, rtol=0.0, atol=0.0) is None:
        return 0.0
    return max(_ratios(actual, expected, tolerance(rtol, atol)), default=math.inf)


def _ratios(actual: object, expected: object, limits: Tolerance) -> Iterator[float]:
    match actual, expected:
        case torch.Tensor(), torch.Tensor() if actual.dtype == expected.dtype and expected.is_floating_point():
            yield _tensors(actual, expected, limits)
        case np.ndarray(), np.ndarray() if actual.dtype == expected.dtype and expected.dtype.kind == "f":
            own, wanted = (torch.from_numpy(x.astype(x.dtype.newbyteorder("="))) for x in (actual, expected))
            yield _tensors(own, wanted, limits)
        case (bool(), _) | (_, bool()):
            yield 0.0 if compare(actual, expected) is None else math.inf
        case int() | float(), float():
            yield _floats(actual, expected, limits)
        case list() | tuple(), list() | tuple() if type(actual) is type(expected) and len(actual) == len(expected):
            for own_item, item in zip(actual, expected, strict=True):
                yield from _ratios(own_item, item, limits)
        case dict(), dict() if compare(dict.fromkeys(actual), dict.fromkeys(expected)) is None:
            for key, item in expected.items():
                yield from _ratios(actual[key], item, limits)
        case _:
            yield 0.0 if compare(actual, expected) is None else math.inf


def _tensors(actual: torch.Tensor, expected: torch.Tensor, limits: Tolerance) -> float:
    if actual.shape != expected.shape:
        return math.inf
    rtol, atol = limits or (None, None)
    allowed = allowed_difference(expected, rtol=rtol, atol=atol)
    own, wanted = actual.detach().cpu().double(), expected.detach().cpu().double()
    wrong = ~((own == wanted) | (own.isnan() & wanted.isnan()))
    if not wrong.any():
        return 0.0
    ratio = ((own - wanted).abs() / allowed)[wrong]
    return float(torch.where(ratio.isfinite(), ratio, math.inf).max())


def _floats(actual: float, expected: float, limits: Tolerance) -> float:
    mismatch = compare(actual, expected, rtol=0.0, atol=0.0)
    if mismatch is None:
        return 0.0
    allowed = float_allowed_difference(expected, limits) if mismatch.kind == "value" else 0.0
    return abs(actual - expected) / allowed if allowed > 0 else math.inf
