"""The rungs shape, dtype, finite, value: for tensors, arrays and Python numbers; and bounds. Never broadcasts."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch

from autograder.compare.pairs import Pair, kind_of
from autograder.compare.tolerance import Tolerance, allowed_difference, float_allowed_difference
from autograder.compare.words import article, clamp, dtype_text, index_text, number_text, portion, shape_text
from autograder.model import Mismatch

__all__ = ["arrays", "as_tensors", "float_ratio", "floats", "ints", "tensor_ratio", "tensors", "within_bound"]


def arrays(pair: Pair, limits: Tolerance) -> Mismatch | None:
    """Compare two arrays of numbers."""
    for array in (pair.actual, pair.expected):
        if array.dtype.kind not in "fiub" or array.dtype.itemsize > 8:
            return pair.mismatch("dtype", f"an array of dtype {array.dtype}, expected ordinary numbers")
    own, wanted = as_tensors(pair.actual, pair.expected)
    return tensors(Pair(own, wanted, "tensor", pair.path), limits)


def as_tensors(*arrays: np.ndarray) -> list[torch.Tensor]:
    """Return copies in native byte order, which torch can read."""
    return [torch.from_numpy(array.astype(array.dtype.newbyteorder("="))) for array in arrays]


def tensors(pair: Pair, limits: Tolerance) -> Mismatch | None:
    """Compare two tensors, wherever they live, with or without a graph."""
    pair = Pair(pair.actual.detach().cpu(), pair.expected.detach().cpu(), pair.kind, pair.path)
    actual, expected = pair.actual, pair.expected
    if actual.shape != expected.shape:
        own, wanted = shape_text(actual), shape_text(expected)
        return pair.mismatch("shape", f"shape {own}, expected {wanted}", actual=own, expected=wanted)
    if actual.dtype != expected.dtype:
        own, wanted = dtype_text(actual), dtype_text(expected)
        return pair.mismatch("dtype", f"dtype {own}, expected {wanted}", actual=own, expected=wanted)
    return None if torch.equal(actual, expected) else _finite(pair) or _values(pair, limits)


def tensor_ratio(actual: torch.Tensor, expected: torch.Tensor, limits: Tolerance) -> float:
    """Return the largest |actual - expected| / allowed of two tensors; infinity where no tolerance would help."""
    if actual.shape != expected.shape or actual.dtype != expected.dtype:
        return math.inf
    rtol, atol = limits or (None, None)
    allowed = allowed_difference(expected, rtol=rtol, atol=atol)
    own, wanted = actual.detach().cpu().double(), expected.detach().cpu().double()
    wrong = ~((own == wanted) | (own.isnan() & wanted.isnan()))
    ratio = ((own - wanted).abs() / allowed)[wrong]
    return float(torch.where(ratio.isfinite(), ratio, math.inf).max()) if ratio.numel() else 0.0


def floats(pair: Pair, limits: Tolerance) -> Mismatch | None:
    """Compare two Python numbers, at least the expected one a float."""
    expected = pair.expected
    try:
        own = float(pair.actual)
    except OverflowError:  # an int beyond all floats
        own = math.inf
    if own == expected or (math.isnan(own) and math.isnan(expected)):
        return None
    if not (math.isfinite(own) and math.isfinite(expected)):
        state = "not the NaN or infinity expected there" if math.isfinite(own) else "NaN or infinite"
        both = {"actual": number_text(own), "expected": number_text(expected)}
        return pair.mismatch("finite", f"the value is {state}", 1, 1, **both)
    distance, bound = abs(own - expected), float_allowed_difference(expected, limits)
    if distance <= bound:
        return None
    text = f"the value differs, the difference is {distance:.3g} (allowed {bound:.1e})"
    return _difference(pair, text, own, expected, bound)


def float_ratio(pair: Pair, limits: Tolerance) -> float:
    """Return |actual - expected| / allowed of two Python numbers; infinity where no tolerance would help."""
    mismatch = floats(pair, (0.0, 0.0))
    if mismatch is None:
        return 0.0
    allowed = float_allowed_difference(pair.expected, limits) if mismatch.kind == "value" else 0.0
    return abs(pair.actual - pair.expected) / allowed if allowed > 0 else math.inf


def ints(pair: Pair, _: Tolerance) -> Mismatch | None:
    """Compare two ints, or two bools, exactly."""
    if pair.actual == pair.expected:
        return None
    distance = abs(int(pair.actual) - int(pair.expected))
    by = "" if pair.kind == "bool" or distance > 10**12 else f" by {distance}"
    return _difference(pair, f"the value differs{by}", pair.actual, pair.expected, 0.0)


def _difference(
    pair: Pair, text: str, a: float, b: float, bound: float, *, count: int = 1, total: int = 1, position: str = ""
) -> Mismatch:
    """Make the Mismatch of the rung `value`, its worst element being `a` for `b`."""
    distance = _finite_float(abs(a - b))
    details: dict[str, Any] = {"worst_abs": distance, "actual": number_text(a), "expected": number_text(b)}
    if b:
        details["worst_rel"] = clamp(distance / _finite_float(abs(b)))
    return pair.mismatch("value", text, count, total, position=position, bound=clamp(bound), **details)


def _finite(pair: Pair) -> Mismatch | None:
    actual, expected = pair.actual, pair.expected
    same = (actual == expected) | (actual.isnan() & expected.isnan())
    extra = ~actual.isfinite() & expected.isfinite()
    wrong = extra | (~expected.isfinite() & ~same)
    if not wrong.any():
        return None
    state = "NaN or infinite" if extra.any() else "not the NaN or infinity expected there"
    bad = extra if extra.any() else wrong
    index, count, total = _first(bad), int(bad.sum()), actual.numel()
    position = index_text(index)
    how_many = portion(count, total, "element", single="is", many="are")
    text = f"{how_many} {state}{f', the first at {position}' if position else ''}"
    both = {"actual": number_text(actual[index].item()), "expected": number_text(expected[index].item())}
    return pair.mismatch("finite", text, count, total, position=position, **both)


def _values(pair: Pair, limits: Tolerance) -> Mismatch | None:
    actual, expected = pair.actual, pair.expected
    rtol, atol = limits or (None, None)
    allowed = allowed_difference(expected, rtol=rtol, atol=atol)
    apart = (actual.double() - expected.double()).abs()
    bad = actual != expected  # in float64 large ints would be equal
    if expected.is_floating_point():
        bad = (apart > allowed) & expected.isfinite()
    if not bad.any():
        return None
    worst = _first(bad & (apart == apart[bad].max()))
    position = index_text(worst)
    a, b, bound = actual[worst].item(), expected[worst].item(), allowed[worst].item()
    count, total = int(bad.sum()), actual.numel()
    detail = f", the first at {position}" if worst else ""
    if expected.dtype != torch.bool:
        word = "the difference is" if count == 1 else "the largest difference is"
        limit = f" (allowed {bound:.1e})" if expected.is_floating_point() else ""
        detail = f", {word} {_finite_float(abs(a - b)):.3g}{f' at {position}' if worst else ''}{limit}"
    text = f"{portion(count, total, 'element', single='differs', many='differ')}{detail}"
    return _difference(pair, text, a, b, bound, count=count, total=total, position=position)


def _finite_float(number: float) -> float:
    try:
        return clamp(number)
    except OverflowError:  # an int beyond all floats
        return clamp(math.inf)


def _first(mask: torch.Tensor) -> tuple[int, ...]:
    return tuple(int(i) for i in mask.nonzero()[0])


# ---------------------------------------------------------------- bounds


def within_bound(actual: object, *, at_most: float | None = None, at_least: float | None = None) -> Mismatch | None:
    """Return how a number breaks its bounds, or None if it keeps them.

    A number is an int, a float, or a tensor or array with one element; it must be finite. Raises
    ValueError without any bound.
    """
    if at_most is None and at_least is None:
        raise ValueError("within_bound needs at_most or at_least")
    number = _number(actual)
    if isinstance(number, Mismatch):
        return number
    if not math.isfinite(number):
        return Mismatch("finite", f"the value is {number}, expected a finite number", 1, 1, actual=str(number))
    if at_most is not None and number > at_most:
        return _broken(number, at_most, "above the bound: at most")
    if at_least is not None and number < at_least:
        return _broken(number, at_least, "below the bound: at least")
    return None


def _number(value: object) -> float | Mismatch:
    if isinstance(value, torch.Tensor | np.ndarray | np.generic):
        if math.prod(value.shape) != 1:
            return Mismatch("shape", f"shape {tuple(value.shape)}, expected a single number")
        value = value.item()
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError:
            return math.inf
    return Mismatch("type", f"{article(kind_of(value))}, expected a single number")


def _broken(number: float, bound: float, relation: str) -> Mismatch:
    text = f"{number_text(number)} is {relation} {bound:g} is asked for"
    return Mismatch(
        "bound", text, 1, 1, worst_abs=clamp(abs(number - bound)), actual=number_text(number), bound=float(bound)
    )
