"""A wrong value, kept small: enough to recognise it, too little to be worth reading.

In: a value that a misconception gives. Out: a JSON object of at most a few hundred bytes; later,
whether another value is the same one within a tolerance. Floats are sampled (32 elements, evenly
spaced), everything else is hashed.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

from autograder import values

__all__ = ["fingerprint", "matches"]

_SAMPLES = 32


def fingerprint(value: object) -> dict[str, Any]:
    """Return the fingerprint of a value; ValueCodecError if it is not a value of a check.

    A tensor of shape (32, 27) -> {"tensor": "torch.float32", "shape": [32, 27], "samples": [...]}.
    """
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return {**fingerprint(torch.from_numpy(value)), "array": True}
    if isinstance(value, torch.Tensor) and value.is_floating_point():
        return {"tensor": str(value.dtype), "shape": list(value.shape), "samples": _samples(value)}
    if isinstance(value, float):
        return {"float": _number(value)}
    if isinstance(value, list | tuple) and _has_float(value):
        return {"sequence": type(value).__name__, "items": [fingerprint(item) for item in value]}
    if isinstance(value, dict) and _has_float(value.values()):
        return {"keys": _hash(list(value)), "items": [fingerprint(item) for item in value.values()]}
    return {"hash": _hash(value)}


def matches(value: object, found: Mapping[str, Any], *, rtol: float | None = None, atol: float | None = None) -> bool:
    """Tell whether a value has this fingerprint, floats within the tolerance (None: float32's default)."""
    mine = fingerprint(value)
    return _same(mine, found, 1e-4 if rtol is None else rtol, atol)


def _same(mine: Any, found: Any, rtol: float, atol: float | None) -> bool:
    if not isinstance(found, Mapping) or mine.keys() != found.keys():
        return False
    for key, value in mine.items():
        other = found[key]
        if key in ("samples", "float"):
            if not _close(value if key == "samples" else [value], other if key == "samples" else [other], rtol, atol):
                return False
        elif key == "items":
            if len(value) != len(other) or not all(
                _same(one, two, rtol, atol) for one, two in zip(value, other, strict=True)
            ):
                return False
        elif value != other:
            return False
    return True


def _close(mine: list[Any], found: list[Any], rtol: float, atol: float | None) -> bool:
    if len(mine) != len(found):
        return False
    a, b = (np.array([float(item) for item in items]) for items in (mine, found))
    finite = np.abs(b[np.isfinite(b)])
    allowed = 1e-5 * finite.max(initial=0.0) if atol is None else atol
    return bool(np.allclose(a, b, rtol=rtol, atol=allowed, equal_nan=True))


def _samples(tensor: torch.Tensor) -> list[Any]:
    flat = tensor.detach().reshape(-1)
    if len(flat) > _SAMPLES:
        flat = flat[torch.linspace(0, len(flat) - 1, _SAMPLES, dtype=torch.float64).round().long()]
    return [_number(item) for item in flat.double().tolist()]


def _number(value: float) -> float | str:
    """Return JSON for a float: nine digits, "nan", "inf", "-inf"."""
    return float(f"{value:.9g}") if math.isfinite(value) else str(value)


def _has_float(items: Any) -> bool:
    return any(
        isinstance(item, float)
        or (isinstance(item, torch.Tensor) and item.is_floating_point())
        or (isinstance(item, np.ndarray) and item.dtype.kind == "f")
        or (isinstance(item, list | tuple) and _has_float(item))
        or (isinstance(item, dict) and _has_float(item.values()))
        for item in items
    )


def _hash(value: object) -> str:
    return hashlib.sha256(values.encode(value)).hexdigest()[:24]
