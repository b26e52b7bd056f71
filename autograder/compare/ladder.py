"""compare(): sends a pair up the ladder of its kind; and excess(): how far up it is wrong, as a number.

Tensors, arrays and numbers climb in numbers.py. Here are texts, and what holds other values: lists, tuples, dicts
and sets, whose items climb ladders of their own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import torch

from autograder.compare.numbers import arrays, as_tensors, float_ratio, floats, ints, tensor_ratio, tensors
from autograder.compare.pairs import Pair, kind_of, pair_of, unequal
from autograder.compare.tolerance import Tolerance, tolerance
from autograder.compare.words import around, article, at, counted, few, neighbours, portion, shape_text
from autograder.model import Mismatch

__all__ = ["agrees", "compare", "excess"]

_COUNTED: Final = (int, float, str, bytes)  # of such items a message says how many differ


def compare(
    actual: object, expected: object, *, rtol: float | None = None, atol: float | None = None
) -> Mismatch | None:
    """Return how `actual` differs from `expected`, or None if it is right.

    A float may differ by rtol·|expected| + atol; without both, by a default of its dtype, see
    `allowed_difference`. NaN and infinity equal themselves. An int is accepted for a Python float; a bool is
    neither. The place of a nested mismatch is in its `index`: "['mean'][2][0, 3]".

    Raises ValueError if only one of rtol and atol is given, or one is negative or not finite.
    """
    return _climb(pair_of(actual, expected), tolerance(rtol, atol))


def agrees(actual: object, expected: object, *, rtol: float | None = None, atol: float | None = None) -> bool:
    """Tell whether `compare` finds nothing; of long lists only up to the first wrong item, for it counts them all."""
    return _agrees(pair_of(actual, expected), tolerance(rtol, atol))


def excess(actual: object, expected: object, *, rtol: float | None = None, atol: float | None = None) -> float:
    """Return the largest |actual - expected| / allowed: at most 1 if and only if `compare` finds nothing.

    0 for values that are the same, infinity where no tolerance would help: another type, structure,
    shape or dtype, NaN, or another int, text or bool. With rtol=0, atol=1 it is the largest absolute
    difference.
    """
    pair, limits = pair_of(actual, expected), tolerance(rtol, atol)
    return 0.0 if _agrees(pair, (0.0, 0.0)) else max(_ratios(pair, limits), default=math.inf)


def _climb(pair: Pair, limits: Tolerance) -> Mismatch | None:
    rungs = _LADDERS.get(pair.kind)
    if rungs is not None:
        return rungs(pair, limits)
    if not pair.kind:
        return _other_type(pair)
    return pair.mismatch("type", f"{article(pair.kind)} can't be compared")


def _agrees(pair: Pair, limits: Tolerance) -> bool:
    if pair.kind in {"list", "tuple"}:
        return pair.same_length and all(_agrees(item, limits) for item in unequal(pair))
    return _climb(pair, limits) is None


def _ratios(pair: Pair, limits: Tolerance) -> Iterator[float]:
    match pair.kind:
        case "tensor" if pair.expected.is_floating_point():
            yield tensor_ratio(pair.actual, pair.expected, limits)
        case "array" if pair.expected.dtype.kind == pair.actual.dtype.kind == "f":
            own, wanted = as_tensors(pair.actual, pair.expected)
            yield tensor_ratio(own, wanted, limits)
        case "float":
            yield float_ratio(pair, limits)
        case "list" | "tuple" if pair.same_length:
            for item in unequal(pair):
                yield from _ratios(item, limits)
        case "dict" if _other_keys(pair) is None:
            for item in unequal(pair):
                yield from _ratios(item, limits)
        case _:
            yield 0.0 if _climb(pair, limits) is None else math.inf


# ---------------------------------------------------------------- texts, lists, tuples, dicts, sets


def _texts(pair: Pair, _: Tolerance) -> Mismatch | None:
    """Compare two texts, or two bytes, exactly; say where the first difference is."""
    actual, expected = pair.actual, pair.expected
    if actual == expected:
        return None
    noun = "byte" if isinstance(expected, bytes) else "character"
    common = min(len(actual), len(expected))
    position = next((i for i in range(common) if actual[i] != expected[i]), common)
    lengths = f"{counted(len(actual), noun)}, expected {len(expected)}"
    if position < common:
        text = f"the first {noun} that differs is at [{position}] ({lengths})"
    else:
        text = f"it {'ends too early' if len(actual) < len(expected) else 'goes on too long'} ({lengths})"
    both = {"actual": around(actual, position), "expected": around(expected, position)}
    return pair.mismatch("value", text, 1, 1, position=f"[{position}]", **both)


def _sequences(pair: Pair, limits: Tolerance) -> Mismatch | None:
    """Compare two lists, or two tuples, item by item in their order."""
    items = unequal(pair)
    first, mismatch = next(((item, wrong) for item in items if (wrong := _climb(item, limits))), (None, None))
    if not pair.same_length:
        return _other_length(pair, None if first is None else first.key)
    if first is None or mismatch is None:
        return None
    if mismatch.kind != "value" or not isinstance(first.expected, _COUNTED):
        return mismatch
    count, total = 1 + sum(_climb(item, limits) is not None for item in items), len(pair.expected)
    how_many = portion(count, total, "item", single="differs", many="differ")
    text = f"{at(pair.path)}{how_many}, the first at [{first.key}]"
    own, wanted = neighbours(pair.actual, first.key), neighbours(pair.expected, first.key)
    return replace(mismatch, message=text, count=count, total=total, index=first.path, actual=own, expected=wanted)


def _other_length(pair: Pair, position: int | None) -> Mismatch:
    own, wanted = len(pair.actual), len(pair.expected)
    common = min(own, wanted)
    detail = f"; the first {common} are right" if common else ""
    if position is not None:
        detail = f"; the first that differs is at [{position}]"
    position = common if position is None else position
    text = f"{counted(own, 'item')}, expected {wanted}{detail}"
    both = {side: neighbours(getattr(pair, side), position) for side in ("actual", "expected")}
    return pair.mismatch("structure", text, abs(own - wanted), wanted, position=f"[{position}]", **both)


def _dicts(pair: Pair, limits: Tolerance) -> Mismatch | None:
    """Compare two dicts: first their keys, then their values; the order does not matter."""
    return _other_keys(pair) or next((wrong for item in unequal(pair) if (wrong := _climb(item, limits))), None)


def _other_keys(pair: Pair) -> Mismatch | None:
    missing = [key for key in pair.expected if key not in pair.actual]
    extra = [key for key in pair.actual if key not in pair.expected]
    if not missing and not extra:
        return _other_key_type(pair)
    both = ((missing, "missing"), (extra, "too many"))
    parts = [f"{counted(len(keys), 'key')} {word}: {few(keys)}" for keys, word in both if keys]
    all_keys = {"actual": few(list(pair.actual)), "expected": few(list(pair.expected))}
    return pair.mismatch("structure", "; ".join(parts), len(missing) + len(extra), len(pair.expected), **all_keys)


def _sets(pair: Pair, _: Tolerance) -> Mismatch | None:
    """Compare two sets by their members."""
    actual, expected = pair.actual, pair.expected
    missing, extra = list(expected - actual), list(actual - expected)
    if not missing and not extra:
        return _other_key_type(pair)
    both = ((missing, "missing"), (extra, "too many"))
    parts = [f"{counted(len(members), 'member')} {word}" for members, word in both if members]
    text = f"{', '.join(parts)}: {counted(len(actual), 'member')}, expected {len(expected)}"
    details = {"actual": f"too many: {few(extra)}"} if extra else {}
    details |= {"expected": f"missing: {few(missing)}"} if missing else {}
    return pair.mismatch("structure", text, len(missing) + len(extra), len(expected), **details)


def _other_key_type(pair: Pair) -> Mismatch | None:
    """Find keys, or members, that are equal for Python but not of one type, as True and 1 are."""
    own = {key: key for key in pair.actual}
    keys = Pair(own, {key: key for key in pair.expected}, "dict", pair.path)
    return next((wrong for key in unequal(keys) if (wrong := _climb(key, None))), None)


# ---------------------------------------------------------------- another type


def _other_type(pair: Pair) -> Mismatch:
    own, wanted = kind_of(pair.actual), kind_of(pair.expected)
    shape = f", of shape {shape_text(pair.expected)}" if wanted == "tensor" else ""
    text = f"{article(own)}, expected {article(wanted)}{shape}{_hint(pair.actual, own, wanted)}"
    return pair.mismatch("type", text, actual=own, expected=wanted)


def _hint(actual: object, own: str, wanted: str) -> str:
    number = {"float", "int", "bool"}
    if isinstance(actual, torch.Tensor | np.ndarray) and wanted in number:
        if math.prod(actual.shape) == 1:
            return ". `.item()` takes the number out of it"
        return f". It has the shape {tuple(actual.shape)}: must something still be summed or averaged?"
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
    return next((hint for kinds, others, hint in hints if own in kinds and wanted in others), "")


_LADDERS: Final[dict[str, Callable[[Pair, Tolerance], Mismatch | None]]] = {
    "tensor": tensors,
    "array": arrays,
    "bool": ints,
    "int": ints,
    "float": floats,
    "text": _texts,
    "bytes": _texts,
    "list": _sequences,
    "tuple": _sequences,
    "dict": _dicts,
    "set": _sets,
    "frozenset": _sets,
    "None": lambda _pair, _limits: None,
}
