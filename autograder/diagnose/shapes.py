"""Another shape: an axis too many or too few, a sum left out, something broadcast."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import torch

from autograder.diagnose.words import seen, slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.diagnose.case import Case
    from autograder.model import Diagnosis

__all__ = [
    "axis_left",
    "one_entry",
    "one_slice",
    "other_sum",
    "outer",
    "reduced",
    "repeated",
    "reshaped",
    "size_one",
    "turned",
    "unreduced",
]


def _shapes(case: Case) -> str:
    return f"yours is {tuple(case.actual.shape)}, expected {tuple(case.expected.shape)}"


def size_one(case: Case) -> Diagnosis | None:
    """Right values; an axis of size 1 is missing, too many, or in another place."""
    own, wanted = case.actual, case.expected
    if case.same_shape or own.numel() != wanted.numel() or not case.fits(own.reshape(wanted.shape)):
        return None
    if [n for n in own.shape if n != 1] != [n for n in wanted.shape if n != 1]:
        return None
    word = "is missing" if own.dim() < wanted.dim() else "is one too many"
    if own.dim() == wanted.dim():
        word = "is in another place"
    return seen(
        "keepdim",
        f"The values are right, but an axis of size 1 {word}: {_shapes(case)}. Think of `keepdim`, and of what "
        "the next step would broadcast.",
        1.0,
    )


def turned(case: Case) -> Diagnosis | None:
    """The axes in another order."""
    own, wanted = case.actual, case.expected
    if own.dim() != wanted.dim() or not 2 <= own.dim() <= 5 or not case.convincing():
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
            f"The numbers are right, but the axes are in another order: your axis {order[0]} should be the first. "
            "Follow the meaning of each axis through the transposes and views.",
        )
    return None


def reshaped(case: Case) -> Diagnosis | None:
    """The right numbers in the right order in another shape."""
    own, wanted = case.actual, case.expected
    if case.same_shape or own.numel() != wanted.numel() or not case.fits(own.reshape(wanted.shape)):
        return None
    if not case.convincing():
        return None
    return seen(
        "reshaped",
        f"The numbers are right and in the right order, only the shape is another: {_shapes(case)}. Which axes are "
        "to be merged or split?",
    )


def unreduced(case: Case) -> Diagnosis | None:
    """A sum or mean over an axis is still to be taken."""
    own, wanted = case.actual, case.expected
    if case.same_shape or own.numel() <= wanted.numel() or not case.finite or not case.convincing():
        return None
    for axes in _subsets(own.dim()):
        for word, result in (("summed", own.sum(axes)), ("averaged", own.mean(axes))):
            if result.numel() == wanted.numel() and case.fits(result.reshape(wanted.shape)):
                return seen(
                    f"not {word}",
                    f"You are one step before the end: {_shapes(case)}, and your values are still to be {word} "
                    f"over {_axes(axes, own.dim())}. Where did the formula, or broadcasting, use one value several "
                    "times?",
                )
    return None


def reduced(case: Case) -> Diagnosis | None:
    """A sum or mean over one axis too many."""
    own, wanted = case.actual, case.expected
    if case.same_shape or own.numel() >= wanted.numel() or not case.finite or own.numel() < 3:
        return None
    for axes in _subsets(wanted.dim()):
        for word, result in (("sum", wanted.sum(axes)), ("mean", wanted.mean(axes))):
            if result.numel() == own.numel() and case.makes(result.reshape(own.shape)):
                return seen(
                    f"{word} too many",
                    f"Yours is the {word} of the expected result over {_axes(axes, wanted.dim())}: {_shapes(case)}. "
                    "Is it reduced once too often?",
                )
    return None


def repeated(case: Case) -> Diagnosis | None:
    """The right values, but broadcast; or right once they are."""
    own, wanted = case.actual, case.expected
    if case.same_shape or not case.convincing():
        return None
    if _broadcasts(own.shape, wanted.shape) and case.fits(own.expand(wanted.shape)):
        return seen(
            "to be repeated",
            f"The values are right where they stand, but there are too few of them: {_shapes(case)}. Each belongs to "
            "several places: is the result of one step to be spread over an axis?",
        )
    if _broadcasts(wanted.shape, own.shape) and case.makes(wanted.expand(own.shape)):
        return seen(
            "repeated",
            f"The right values, but repeated: {_shapes(case)}. Two tensors whose shapes do not match were broadcast "
            "against each other. Where?",
        )
    return None


def outer(case: Case) -> Diagnosis | None:
    """(N, 1) met (N,), and (N, N) came out."""
    own, wanted = case.actual, case.expected
    n = wanted.numel()
    if n < 2 or own.shape != (n, n) or max(wanted.shape) != n or not case.fits(own.diagonal().reshape(wanted.shape)):
        return None
    if not case.convincing():
        return None
    return seen(
        "broadcast to N×N",
        f"A result for each of {n} examples became one for each pair: {_shapes(case)}. That happens when a column "
        f"({n}, 1) meets a flat ({n},): look at the shapes before the operation.",
    )


def one_entry(case: Case) -> Diagnosis | None:
    """One entry too many or too few at an end of an axis."""
    own, wanted = case.actual, case.expected
    if own.dim() != wanted.dim() or case.same_shape or not case.finite:
        return None
    for axis in range(wanted.dim()):
        more = own.shape[axis] - wanted.shape[axis]
        for start, end in ((0, "end"), (1, "beginning")):
            if more == 1 and case.fits(own.narrow(axis, start, wanted.shape[axis])) and case.convincing():
                return seen(
                    "one entry too many",
                    f"There is one entry too many at the {end} of axis {axis}; the others are right. "
                    "Where does the loop or the range begin and end?",
                )
            part = _part(case, axis, start, own.shape[axis])
            if more == -1 and case.makes(wanted.narrow(axis, start, own.shape[axis])) and case.convincing(part):
                return seen(
                    "one entry too few",
                    f"One entry is missing at the {'beginning' if start else 'end'} of axis {axis}; those that are "
                    "there are right. Where does the loop or the range begin and end?",
                )
    return None


def one_slice(case: Case) -> Diagnosis | None:
    """Only the first, or the last, of many rows."""
    own, wanted = case.actual, case.expected
    if case.same_shape or not case.finite or not 1 < own.numel() < wanted.numel():
        return None
    for axis in range(wanted.dim()):
        length = wanted.shape[axis]
        for place, word in ((0, "first"), (length - 1, "last")):
            part = wanted.select(axis, place)
            if own.numel() != part.numel() or not case.makes(part.reshape(own.shape)):
                continue
            if case.convincing(_part(case, axis, place, 1)):
                return seen(
                    f"only the {word}",
                    f"Yours is the {word} of the {length} {slices(axis, wanted.dim())} that are expected; the others "
                    "are missing. Is something inside a loop that belongs after it, or the other way round?",
                )
    return None


def _part(case: Case, axis: int, start: int, length: int) -> torch.Tensor:
    """Return a mask of some entries along an axis of the expected value."""
    mask = torch.zeros(case.expected.shape, dtype=torch.bool)
    mask.narrow(axis, start, min(length, mask.shape[axis] - start)).fill_(value=True)
    return mask


def other_sum(case: Case) -> Diagnosis | None:
    """(32, 1) for (1, 64): summed over the other axis. Seen from the shapes alone."""
    own, wanted = case.actual.shape, case.expected.shape
    if len(own) == len(wanted) == 1 and own != wanted:
        both = {(own[0], wanted[0]), (wanted[0], own[0])}
        known = any(tuple(other.shape) in both for other in case.others.values())
        if known and min(own[0], wanted[0]) > 1:
            return _other_sum(case, 0.6)
    if len(own) == len(wanted) and sum(a != b for a, b in zip(own, wanted, strict=True)) == 2:
        changed = [(a, b) for a, b in zip(own, wanted, strict=True) if a != b]
        (a, b), (c, d) = changed
        if ((a == 1) != (c == 1) and (a, d) == (1, 1)) or (b, c) == (1, 1):
            return _other_sum(case, 0.8)
    return None


def _other_sum(case: Case, confidence: float) -> Diagnosis:
    return seen(
        "summed over the other axis",
        f"The shape tells that you summed (or averaged, ..) over the wrong axis: {_shapes(case)}. What does each axis "
        "stand for, and for which of them is there to be one number each?",
        confidence,
    )


def axis_left(case: Case) -> Diagnosis | None:
    """(32, 27) for (32, 1): an axis is still there. Seen from the shapes alone."""
    own, wanted = case.actual.shape, case.expected.shape
    if len(own) != len(wanted) or own == wanted or any(b not in (1, a) for a, b in zip(own, wanted, strict=True)):
        return None
    axes = tuple(i for i, (a, b) in enumerate(zip(own, wanted, strict=True)) if a != b)
    return seen(
        "axis not reduced",
        f"There is to be one number where you have many: {_shapes(case)}. Is there still a sum, or a mean, to be "
        f"taken over {_axes(axes, len(own))}, or were two shapes broadcast against each other?",
        0.6,
    )


def _subsets(dims: int) -> Iterator[tuple[int, ...]]:
    for count in range(1, dims + 1):
        yield from itertools.combinations(range(dims), count)


def _axes(axes: tuple[int, ...], dims: int) -> str:
    if len(axes) == dims > 1:
        return "all axes"
    return "axis " + " and ".join(map(str, axes))


def _broadcasts(small: torch.Size, large: torch.Size) -> bool:
    if len(small) > len(large) or math.prod(small) == math.prod(large):
        return False
    pairs = zip(reversed(small), reversed(large), strict=False)
    return all(a in (1, b) for a, b in pairs)
