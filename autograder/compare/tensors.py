"""The rungs shape, dtype, finite, value: for tensors, arrays and Python numbers. Never broadcasts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

from autograder.compare.tolerance import Tolerance, allowed_difference, float_allowed_difference
from autograder.compare.words import at, clamp, dtype_text, index_text, number_text, portion, shape_text
from autograder.model import Mismatch

if TYPE_CHECKING:
    import numpy as np

__all__ = ["arrays", "floats", "ints", "tensors"]


def arrays(actual: np.ndarray, expected: np.ndarray, tolerance: Tolerance, path: str) -> Mismatch | None:
    """Compare two arrays of numbers."""
    for array in (actual, expected):
        if array.dtype.kind not in "fiub" or array.dtype.itemsize > 8:
            text = f"{at(path)}an array of dtype {array.dtype}, expected ordinary numbers"
            return Mismatch("dtype", text, index=path or None)
    # a copy in native byte order, which torch can read
    own, wanted = (torch.from_numpy(x.astype(x.dtype.newbyteorder("="))) for x in (actual, expected))
    return tensors(own, wanted, tolerance, path)


def tensors(actual: torch.Tensor, expected: torch.Tensor, tolerance: Tolerance, path: str) -> Mismatch | None:
    """Compare two tensors, wherever they live, with or without a graph."""
    for kind, own, wanted in (
        ("shape", shape_text(actual), shape_text(expected)),
        ("dtype", dtype_text(actual), dtype_text(expected)),
    ):
        if own != wanted:
            text = f"{at(path)}{kind} {own}, expected {wanted}"
            return Mismatch(
                "shape" if kind == "shape" else "dtype", text, index=path or None, actual=own, expected=wanted
            )
    actual, expected = actual.detach().cpu(), expected.detach().cpu()
    if torch.equal(actual, expected):
        return None
    rtol, atol = tolerance or (None, None)
    allowed = allowed_difference(expected, rtol=rtol, atol=atol)
    return _finite(actual, expected, path) or _values(actual, expected, allowed, path)


def floats(actual: float, expected: float, tolerance: Tolerance, path: str) -> Mismatch | None:
    """Compare two Python numbers, at least the expected one a float."""
    try:
        own = float(actual)
    except OverflowError:  # an int beyond all floats
        own = math.inf
    if own == expected or (math.isnan(own) and math.isnan(expected)):
        return None
    if not (math.isfinite(own) and math.isfinite(expected)):
        state = "not the NaN or infinity expected there" if math.isfinite(own) else "NaN or infinite"
        return Mismatch(
            "finite",
            f"{at(path)}the value is {state}",
            1,
            1,
            index=path or None,
            actual=number_text(own),
            expected=number_text(expected),
        )
    distance, bound = abs(own - expected), float_allowed_difference(expected, tolerance)
    if distance <= bound:
        return None
    text = f"the value differs, the difference is {distance:.3g} (allowed {bound:.1e})"
    return _difference(text, own, expected, bound, path)


def ints(actual: int, expected: int, _: Tolerance, path: str) -> Mismatch | None:
    """Compare two ints, or two bools, exactly."""
    if actual == expected:
        return None
    distance = abs(int(actual) - int(expected))
    by = "" if isinstance(expected, bool) or distance > 10**12 else f" by {distance}"
    return _difference(f"the value differs{by}", actual, expected, 0.0, path)


def _difference(
    text: str, a: float, b: float, bound: float, path: str, *, count: int = 1, total: int = 1, position: str = ""
) -> Mismatch:
    """Make the Mismatch of the rung `value`, its worst element being `a` for `b`."""
    distance = _finite_float(abs(a - b))
    return Mismatch(
        "value",
        f"{at(path)}{text}",
        count,
        total,
        worst_abs=distance,
        worst_rel=clamp(distance / _finite_float(abs(b))) if b else None,
        index=f"{path}{position}" or None,
        actual=number_text(a),
        expected=number_text(b),
        bound=clamp(bound),
    )


def _finite(actual: torch.Tensor, expected: torch.Tensor, path: str) -> Mismatch | None:
    same = (actual == expected) | (actual.isnan() & expected.isnan())
    extra = ~actual.isfinite() & expected.isfinite()
    wrong = extra | (~expected.isfinite() & ~same)
    if not wrong.any():
        return None
    words = "NaN or infinite" if extra.any() else "not the NaN or infinity expected there"
    bad = extra if extra.any() else wrong
    index, count = _first(bad), int(bad.sum())
    where = f", the first at {index_text(index)}" if index else ""
    how_many = portion(count, actual.numel(), "element", one="is", many="are")
    return Mismatch(
        "finite",
        f"{at(path)}{how_many} {words}{where}",
        count,
        actual.numel(),
        index=f"{path}{index_text(index)}" or None,
        actual=number_text(actual[index].item()),
        expected=number_text(expected[index].item()),
    )


def _values(actual: torch.Tensor, expected: torch.Tensor, allowed: torch.Tensor, path: str) -> Mismatch | None:
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
    text = f"{portion(count, total, 'element', one='differs', many='differ')}{detail}"
    return _difference(text, a, b, bound, path, count=count, total=total, position=position)


def _finite_float(number: float) -> float:
    try:
        return clamp(number)
    except OverflowError:  # an int beyond all floats
        return clamp(math.inf)


def _first(mask: torch.Tensor) -> tuple[int, ...]:
    return tuple(int(i) for i in mask.nonzero()[0])
