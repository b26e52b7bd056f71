"""How far a float may be from the expected one. Everything that is no float is compared exactly."""

from __future__ import annotations

import math
from typing import Final

import torch

__all__ = ["Tolerance", "allowed_difference", "effective", "float_allowed_difference", "tolerance"]

Tolerance = tuple[float, float] | None  # rtol, atol; None: the default of the dtype

# rtol, and atol as a share of the largest expected value
_DEFAULTS: Final = {
    torch.float64: (1e-7, 1e-9),
    torch.float32: (1e-4, 1e-5),
    torch.float16: (1e-2, 1e-3),
    torch.bfloat16: (1e-2, 1e-3),
}


def tolerance(rtol: float | None, atol: float | None) -> Tolerance:
    """Return both or neither; raise ValueError if it is only one, or one is negative or not finite."""
    if rtol is None and atol is None:
        return None
    if rtol is None or atol is None:
        raise ValueError("give both rtol and atol, or neither")
    if not (0 <= rtol < math.inf and 0 <= atol < math.inf):
        raise ValueError(f"rtol and atol must be finite and not negative, not {rtol} and {atol}")
    return rtol, atol


def allowed_difference(expected: torch.Tensor, *, rtol: float | None = None, atol: float | None = None) -> torch.Tensor:
    """Return the allowed |actual - expected| of each element: float64, the shape of `expected`.

    With rtol and atol: rtol·|b| + atol. Without, where B is the largest finite |b| of this tensor,
    float64: 1e-7·|b| + 1e-9·B; float32: 1e-4·|b| + 1e-5·B; float16, bfloat16: 1e-2·|b| + 1e-3·B.
    Zero where b is not finite, and for every other dtype.
    """
    if expected.dtype not in _DEFAULTS:
        return torch.zeros(expected.shape, dtype=torch.float64, device=expected.device)
    size = expected.detach().cpu().double().abs()
    finite = size.isfinite()
    relative, constant = effective(expected, rtol=rtol, atol=atol)
    return torch.where(finite, relative * torch.where(finite, size, 0.0) + constant, 0.0)


def effective(expected: torch.Tensor, *, rtol: float | None = None, atol: float | None = None) -> tuple[float, float]:
    """Return the rtol and atol that hold for a float tensor: the given ones, or its dtype's defaults."""
    given = tolerance(rtol, atol)
    if given is not None:
        return given
    relative, share = _DEFAULTS[expected.dtype]
    size = expected.detach().cpu().double().abs()
    finite = size[size.isfinite()]
    return relative, share * (float(finite.max()) if finite.numel() else 0.0)


def float_allowed_difference(expected: float, given: Tolerance) -> float:
    """Return the allowed |actual - expected| of one finite Python float: that of a float64 tensor of it."""
    if given is None:
        relative, share = _DEFAULTS[torch.float64]
        return (relative + share) * abs(expected)
    return given[0] * abs(expected) + given[1]
