"""A wrong value, kept small: enough to recognise it, too little to be worth reading.

In: a value that a misconception gives. Out: a JSON object of at most a few hundred bytes; later,
whether another value is the same one within a tolerance: the check's own, or the default of the value's
dtype. Of floats 32 elements are kept, evenly spaced, and four sums of all of them with signs that look
random, so that a difference anywhere shows; everything else is hashed.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, cast

import numpy as np
import torch

from autograder.compare.pairs import leaves
from autograder.compare.tolerance import effective
from autograder.errors import ValueCodecError
from autograder.wire import values

__all__ = ["alike", "fingerprint", "matches", "small_fingerprint", "which"]

_SAMPLES = 32
_SUMS = 4
_MOST_LEAVES = 256  # of a value whose fingerprint is stored with a result
_MOST_ELEMENTS = 2**22
_MOST_CHARS = 4000
_SPREAD = 8.0  # how far a sum of independent errors may be off, in its standard deviations


def fingerprint(value: object) -> dict[str, Any]:
    """Return the fingerprint of a value; ValueCodecError if it is not a value of a check.

    A tensor of shape (32, 27) -> {"tensor": "torch.float32", "shape": [32, 27], "samples": [...], ...}.
    """
    if not any(map(_is_float, leaves(value))):
        return {"hash": _hash(value)}
    match value:
        case np.ndarray():
            return {**fingerprint(torch.from_numpy(value)), "array": True}
        case torch.Tensor():
            return {"tensor": str(value.dtype), "shape": list(value.shape), **_of_floats(value)}
        case list() | tuple():
            return {"sequence": type(value).__name__, "items": [fingerprint(item) for item in value]}
        case dict():
            return {"keys": _hash(list(value)), "items": [fingerprint(item) for item in value.values()]}
    return {"float": _number(cast("float", value))}


def small_fingerprint(value: object) -> str | None:
    """Return the fingerprint as JSON; None if it, or the value, is large, or the value is none of a check.

    It is for a student's value, which may be anything.
    """
    parts = list(islice(leaves(value), _MOST_LEAVES + 1))
    sizes = [math.prod(part.shape) for part in parts if isinstance(part, torch.Tensor | np.ndarray)]
    if len(parts) > _MOST_LEAVES or sum(sizes) > _MOST_ELEMENTS:
        return None
    try:
        text = json.dumps(fingerprint(value))
    except ValueCodecError:
        return None
    return text if len(text) <= _MOST_CHARS else None


def alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two fingerprints are of the same value, floats within the default tolerance of their dtype."""
    return _same(one, other, None, None)


def matches(value: object, known: Mapping[str, Any], *, rtol: float | None = None, atol: float | None = None) -> bool:
    """Tell whether a value has this fingerprint, floats within the tolerance (None: the default of their dtype)."""
    return next(which(value, [known], rtol=rtol, atol=atol), None) is not None


def which(
    value: object, prints: Iterable[Mapping[str, Any]], *, rtol: float | None = None, atol: float | None = None
) -> Iterator[int]:
    """Yield the positions of those fingerprints that a value has; its own is made once, and only if one may fit."""
    mine: dict[str, Any] | None = None
    for number, known in enumerate(prints):
        if _of_one_size(value, known):
            mine = fingerprint(value) if mine is None else mine
            if _same(mine, known, rtol, atol):
                yield number


def _of_one_size(value: object, known: Mapping[str, Any]) -> bool:
    """Tell from a value's size whether it is worth looking at: it is a student's, and may be far larger."""
    if isinstance(value, torch.Tensor | np.ndarray) and "shape" in known:
        return list(value.shape) == list(known["shape"])
    if isinstance(value, list | tuple | dict):
        return len(value) == len(known["items"]) if "items" in known else "hash" in known
    return True


def _same(mine: Any, known: Any, rtol: float | None, atol: float | None) -> bool:
    if not isinstance(known, Mapping) or mine.keys() != known.keys():
        return False
    if "tensor" in mine:
        exact = ("tensor", "shape", "array", "odd")
        return all(mine.get(key) == known.get(key) for key in exact) and _same_floats(mine, known, rtol, atol)
    if "float" in mine:
        number = torch.tensor(float(known["float"]), dtype=torch.float64)
        return _close([mine["float"]], [known["float"]], *effective(number, rtol=rtol, atol=atol))
    if "items" in mine and len(mine["items"]) != len(known["items"]):
        return False
    items = zip(mine.get("items", ()), known.get("items", ()), strict=True)
    return all(_same(item, wanted, rtol, atol) for item, wanted in items) and all(
        value == known[key] for key, value in mine.items() if key != "items"
    )


def _same_floats(mine: Mapping[str, Any], known: Mapping[str, Any], rtol: float | None, atol: float | None) -> bool:
    largest = torch.tensor(float(known["max"]), dtype=getattr(torch, known["tensor"].removeprefix("torch.")))
    relative, constant = effective(largest, rtol=rtol, atol=atol)
    if not _close(mine["samples"], known["samples"], relative, constant):
        return False
    count = math.prod(known["shape"])
    each = relative * float(known["norm"]) + constant * math.sqrt(count)  # the root of the sum of squared allowances
    allowed = min(_SPREAD, math.sqrt(count)) * each
    return all(abs(a - b) <= allowed for a, b in zip(mine["sums"], known["sums"], strict=True))


def _close(mine: list[Any], known: list[Any], rtol: float, atol: float) -> bool:
    if len(mine) != len(known):
        return False
    a, b = (np.array([float(item) for item in items]) for items in (mine, known))
    return bool(np.allclose(a, b, rtol=rtol, atol=atol, equal_nan=True))


def _of_floats(tensor: torch.Tensor) -> dict[str, Any]:
    """Return samples, and of the finite elements the largest size, the norm and the sums with signs."""
    flat = tensor.detach().cpu().reshape(-1).double()
    finite = torch.where(flat.isfinite(), flat, 0.0)
    position = torch.arange(len(flat), dtype=torch.int64, device="cpu")
    sums = []
    for number in range(_SUMS):
        mixed = ((position + 1) * 2654435761 + number * 40503) % 2**32
        mixed = ((mixed ^ (mixed >> 15)) * 2246822519) % 2**32
        sums.append(float((finite * (1 - 2 * ((mixed >> 16) & 1))).sum()))
    if len(flat) > _SAMPLES:
        picked = torch.linspace(0, len(flat) - 1, _SAMPLES, dtype=torch.float64, device="cpu").round().long()
        flat = flat[picked]
    return {
        "samples": [_number(item) for item in flat.tolist()],
        "max": _number(float(finite.abs().max()) if len(finite) else 0.0),
        "norm": _number(float(finite.norm()) if len(finite) else 0.0),
        "odd": int((~tensor.detach().isfinite()).sum()),
        "sums": sums,
    }


def _number(value: float) -> float | str:
    """Return JSON for a float: twelve digits, "nan", "inf", "-inf"."""
    return float(f"{value:.12g}") if math.isfinite(value) else str(value)


def _is_float(value: object) -> bool:
    if isinstance(value, torch.Tensor):
        return value.is_floating_point()
    return isinstance(value, float) or (isinstance(value, np.ndarray) and value.dtype.kind == "f")


def _hash(value: object) -> str:
    return hashlib.sha256(values.encode(value)).hexdigest()[:24]
