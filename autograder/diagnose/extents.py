"""Another length of an axis: an entry too many, one row for all, a sum over the other axis."""

from __future__ import annotations

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.shapes import axes_text, both_shapes
from autograder.diagnose.words import seen, slices
from autograder.model import Diagnosis

__all__ = ["axis_left", "one_entry", "one_slice", "other_sum"]


@hypothesis("one entry too many", "one entry too few", same_shape=False, finite=True)
def one_entry(case: Case) -> Diagnosis | None:
    """One entry too many or too few at an end of an axis."""
    own, wanted = case.actual, case.expected
    if own.dim() != wanted.dim():
        return None
    for axis in range(wanted.dim()):
        more = own.shape[axis] - wanted.shape[axis]
        for start, end in ((0, "end"), (1, "beginning")):
            if more == 1 and case.fits(own.narrow(axis, start, wanted.shape[axis])) and case.telling:
                return seen(
                    "one entry too many",
                    f"There is one entry too many at the {end} of axis {axis}; the others are right. "
                    "Where does the loop or the range begin and end?",
                )
            if (
                more == -1
                and case.makes(wanted.narrow(axis, start, own.shape[axis]))
                and case.convincing(_part(case, axis, start, own.shape[axis]))
            ):
                return seen(
                    "one entry too few",
                    f"One entry is missing at the {'beginning' if start else 'end'} of axis {axis}; those that are "
                    "there are right. Where does the loop or the range begin and end?",
                )
    return None


@hypothesis("only the first", "only the last", same_shape=False, finite=True)
def one_slice(case: Case) -> Diagnosis | None:
    """Only the first, or the last, of many rows."""
    own, wanted = case.actual, case.expected
    if not 1 < own.numel() < wanted.numel():
        return None
    for axis in range(wanted.dim()):
        length = wanted.shape[axis]
        for position, word in ((0, "first"), (length - 1, "last")):
            part = wanted.select(axis, position)
            if own.numel() != part.numel() or not case.makes(part.reshape(own.shape)):
                continue
            if case.convincing(_part(case, axis, position, 1)):
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


@hypothesis("summed over the other axis", same_shape=False)
def other_sum(case: Case) -> Diagnosis | None:
    """(32, 1) for (1, 64): summed over the other axis. Seen from the shapes alone."""
    own, wanted = case.actual.shape, case.expected.shape
    if len(own) == len(wanted) == 1:
        both = {(own[0], wanted[0]), (wanted[0], own[0])}
        known = any(tuple(value.shape) in both for value in case.others.values())
        both_begin = slice(min(own[0], wanted[0]))
        begins_alike = bool(case.actual[both_begin].isclose(case.expected[both_begin]).any())  # then it is cut off
        if known and min(own[0], wanted[0]) > 1 and not case.exact and not begins_alike:
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
        f"The shape tells that you summed (or averaged, ..) over the wrong axis: {both_shapes(case)}. What does each "
        "axis stand for, and for which of them is there to be one number each?",
        confidence,
    )


@hypothesis("axis not reduced", same_shape=False)
def axis_left(case: Case) -> Diagnosis | None:
    """(32, 27) for (32, 1): an axis is still there. Seen from the shapes alone."""
    own, wanted = case.actual.shape, case.expected.shape
    if len(own) != len(wanted) or any(b not in (1, a) for a, b in zip(own, wanted, strict=True)):
        return None
    axes = tuple(i for i, (a, b) in enumerate(zip(own, wanted, strict=True)) if a != b)
    return seen(
        "axis not reduced",
        f"There is to be one number where you have many: {both_shapes(case)}. Is there still a sum, or a mean, to be "
        f"taken over {axes_text(axes, len(own))}, or were two shapes broadcast against each other?",
        0.6,
    )
