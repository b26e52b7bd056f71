"""Another shape: an axis too many or too few, a sum left out, something broadcast."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import seen
from autograder.model import Diagnosis

__all__ = ["axes_text", "both_shapes", "outer", "reduced", "repeated", "reshaped", "size_one", "turned", "unreduced"]


def both_shapes(case: Case) -> str:
    """Write both shapes: "yours is (4,), expected (1, 4)"."""
    return f"yours is {tuple(case.actual.shape)}, expected {tuple(case.expected.shape)}"


@hypothesis("keepdim", same_shape=False, cheap=True)
def size_one(case: Case) -> Diagnosis | None:
    """Right values; an axis of size 1 is missing, too many, or in another place."""
    own, wanted = case.actual, case.expected
    if own.numel() != wanted.numel() or not case.fits(own.reshape(wanted.shape)):
        return None
    if [n for n in own.shape if n != 1] != [n for n in wanted.shape if n != 1]:
        return None
    word = "is missing" if own.dim() < wanted.dim() else "is one too many"
    if own.dim() == wanted.dim():
        word = "is in another place"
    return seen(
        "keepdim",
        f"The values are right, but an axis of size 1 {word}: {both_shapes(case)}. "
        "Think of `keepdim`, and of what the next step would broadcast.",
        1.0,
    )


@hypothesis("transposed", "axes permuted", dims=2, telling=True)
def turned(case: Case) -> Diagnosis | None:
    """The axes in another order."""
    own, wanted = case.actual, case.expected
    if own.dim() != wanted.dim() or own.dim() > 5:
        return None
    for order in itertools.permutations(range(own.dim())):
        if list(order) == sorted(order) or not case.fits(own.permute(order)):
            continue
        if own.dim() == 2:
            return seen(
                "transposed",
                "Your result is the transpose of the expected one: rows and columns have changed places. "
                "Which axis stands for what, and which factor of a product must be transposed?",
            )
        return seen(
            "axes permuted",
            f"The numbers are right, but the axes are in another order: {_moved(order)}. Follow the meaning of each "
            "axis through the transposes and views.",
        )
    return None


def _moved(order: Sequence[int]) -> str:
    """Say which axes must move so that they stand in this order."""
    moved = [axis for axis, old in enumerate(order) if axis != old]
    if len(moved) == 2:
        return f"axes {moved[0]} and {moved[1]} have changed places"
    return f"your axis {order[moved[0]]} should be axis {moved[0]}"


@hypothesis("reshaped", same_shape=False)
def reshaped(case: Case) -> Diagnosis | None:
    """The right numbers in the right order in another shape."""
    own, wanted = case.actual, case.expected
    if own.numel() != wanted.numel() or not case.fits(own.reshape(wanted.shape)):
        return None
    if not case.telling:
        return None
    return seen(
        "reshaped",
        f"The numbers are right and in the right order, only the shape is another: {both_shapes(case)}. "
        "Which axes are to be merged or split?",
    )


@hypothesis("not summed", "not averaged", same_shape=False, finite=True, telling=True)
def unreduced(case: Case) -> Diagnosis | None:
    """A sum or mean over an axis is still to be taken."""
    own, wanted = case.actual, case.expected
    if own.numel() <= wanted.numel():
        return None
    for axes in _axes_between(own.shape, wanted.numel()):
        for word, result in (("summed", own.sum(axes)), ("averaged", own.mean(axes))):
            if case.fits(result.reshape(wanted.shape)):
                return seen(
                    f"not {word}",
                    f"You are one step before the end: {both_shapes(case)}, and your values are still to be {word} "
                    f"over {axes_text(axes, own.dim())}. Where did the formula, or broadcasting, use one value "
                    "several times?",
                )
    return None


@hypothesis("sum too many", "mean too many", same_shape=False, finite=True)
def reduced(case: Case) -> Diagnosis | None:
    """A sum or mean over one axis too many."""
    own, wanted = case.actual, case.expected
    if not 3 <= own.numel() < wanted.numel():
        return None
    for axes in _axes_between(wanted.shape, own.numel()):
        for word, result in (("sum", wanted.sum(axes)), ("mean", wanted.mean(axes))):
            if case.makes(result.reshape(own.shape)):
                return seen(
                    f"{word} too many",
                    f"Yours is the {word} of the expected result over {axes_text(axes, wanted.dim())}: "
                    f"{both_shapes(case)}. Is one sum, or mean, taken too many?",
                )
    return None


@hypothesis("to be repeated", "repeated", same_shape=False, telling=True)
def repeated(case: Case) -> Diagnosis | None:
    """The right values, but broadcast; or right once they are."""
    own, wanted = case.actual, case.expected
    if _broadcasts(own.shape, wanted.shape) and case.fits(own.expand(wanted.shape)):
        return seen(
            "to be repeated",
            f"The values are right where they stand, but there are too few of them: {both_shapes(case)}. "
            "Each belongs to several places: is the result of one step to be spread over an axis?",
        )
    if _broadcasts(wanted.shape, own.shape) and case.makes(wanted.expand(own.shape)):
        return seen(
            "repeated",
            f"The right values, but repeated: {both_shapes(case)}. "
            "Two tensors whose shapes do not match were broadcast against each other. Where?",
        )
    return None


@hypothesis("broadcast to N×N", same_shape=False, least=2)
def outer(case: Case) -> Diagnosis | None:
    """(N, 1) met (N,), and (N, N) came out."""
    own, wanted = case.actual, case.expected
    n = wanted.numel()
    if own.shape != (n, n) or max(wanted.shape) != n or not case.fits(own.diagonal().reshape(wanted.shape)):
        return None
    if not case.telling:
        return None
    return seen(
        "broadcast to N×N",
        f"A result for each of {n} examples became one for each pair: {both_shapes(case)}. "
        f"That happens when a column "
        f"({n}, 1) meets a flat ({n},): look at the shapes before the operation.",
    )


def _axes_between(shape: torch.Size, left: int) -> Iterator[tuple[int, ...]]:
    """Yield the sets of axes whose sum leaves so many elements; axes of size 1 change nothing."""
    axes = [axis for axis, size in enumerate(shape) if size != 1]
    for count in range(1, len(axes) + 1):
        for some in itertools.combinations(axes, count):
            if math.prod(size for axis, size in enumerate(shape) if axis not in some) == left:
                yield some


def axes_text(axes: tuple[int, ...], dims: int) -> str:
    """Name some of `dims` axes: "axis 0 and 2", "all axes"."""
    if len(axes) == dims > 1:
        return "all axes"
    return "axis " + " and ".join(map(str, axes))


def _broadcasts(small: torch.Size, large: torch.Size) -> bool:
    if len(small) > len(large) or math.prod(small) == math.prod(large):
        return False
    pairs = zip(reversed(small), reversed(large), strict=False)
    return all(a in (1, b) for a, b in pairs)
