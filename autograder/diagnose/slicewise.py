"""Right in some rows, columns or elements, and clearly wrong in the others; sums over the wrong axis."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import number, seen, slices, spots, which
from autograder.model import Diagnosis

__all__ = ["all_alike", "diagonal", "few_wrong", "mostly_one", "other_axis", "some_right", "some_wrong"]


@hypothesis("some wrong", same_shape=True, finite=True)
def some_wrong(case: Case) -> Diagnosis | None:
    """Right but for some rows, columns, slices or elements."""
    dims = case.expected.dim()
    parted = [
        (len(bad) / (len(good) + len(bad)), axis, good, bad)
        for axis, good, bad in _parted(case)
        if len(good) > (len(bad) if dims > 1 else 3 * len(bad)) and len(good) + len(bad) >= (3 if dims > 1 else 8)
    ]
    if not parted or not case.convincing(case.right()):
        return None
    _, axis, good, bad = min(parted)
    return seen("some wrong", _some(bad, len(good) + len(bad), axis, dims), 0.8)


def _some(wrong: list[int], length: int, axis: int, dims: int) -> str:
    name = slices(axis, dims, many=False)
    if wrong == [0]:
        return f"Only the first {name} is wrong. What is special at the beginning?"
    if wrong == [length - 1]:
        return f"Only the last {name} is wrong. What is special at the end?"
    return (
        f"All {slices(axis, dims)} are right but {which(axis, dims, wrong)} (of {length}). What is special there: "
        "the inputs, a repeated index, a maximum, a border?"
    )


@hypothesis("mostly one row or column", same_shape=True, dims=2, floats=True, finite=True)
def mostly_one(case: Case) -> Diagnosis | None:
    """Nearly right, but for one row or column that is far off: what an ε, or a rounding, does to small numbers."""
    for axis in range(case.expected.dim()):
        if case.expected.shape[axis] < 3:
            continue
        apart, size = (
            x.abs().movedim(axis, 0).flatten(1).amax(1) for x in (case.actual - case.expected, case.expected)
        )
        share = apart / size.clamp_min(1e-300)
        second, most = share.sort().values[-2:].tolist()
        position = int(share.argmax())
        others = torch.ones(case.expected.shape, dtype=torch.bool)
        others.select(axis, position).fill_(value=False)
        if 1e-3 < most < 10 and second < 0.02 * most and second < 1e-3 and case.convincing(others):
            return seen(
                "mostly one row or column",
                f"You are close, but for {which(axis, case.expected.dim(), [position])}: it is off by "
                f"{number(100 * most)} %, the others by at most {number(100 * second)} %. What is special there: very "
                "small numbers, beside which an ε counts?",
                0.8,
            )
    return None


@hypothesis("some right", same_shape=True, dims=2, finite=True)
def some_right(case: Case) -> Diagnosis | None:
    """Wrong but for some rows or columns."""
    dims = case.expected.dim()
    for axis, right, bad in _parted(case):
        used = case.expected.movedim(axis, 0).flatten(1).any(1)
        good = [position for position in right if used[position]]  # a row of zeros is easily right
        part = torch.zeros(case.expected.shape, dtype=torch.bool)
        part.movedim(axis, 0)[good] = True
        if good and case.convincing(part, enough=8):
            is_are = "are" if len(good) > 1 else "is"
            return seen(
                "some right",
                f"Only {which(axis, dims, good)} (of {len(right) + len(bad)}) {is_are} right, so the formula is not "
                "all wrong. Why can it be right there, and not elsewhere?",
                0.7,
            )
    return None


def _parted(case: Case) -> Iterator[tuple[int, list[int], list[int]]]:
    """Yield (axis, its right entries, its wrong ones) if there are only right and clearly wrong ones."""
    right, far = case.right(), case.far()
    for axis in range(case.expected.dim()):
        length = right.shape[axis]
        good = right.movedim(axis, 0).reshape(length, -1).all(1)
        bad = far.movedim(axis, 0).reshape(length, -1).any(1)
        if bool((good | bad).all()):
            yield axis, good.nonzero().flatten().tolist(), (~good).nonzero().flatten().tolist()


@hypothesis("diagonal", same_shape=True, dims=2, finite=True)
def diagonal(case: Case) -> Diagnosis | None:
    """Right but for the diagonal."""
    rows, columns = case.expected.shape[-2:]
    if rows != columns or rows < 3 or bool((case.right() == torch.eye(rows, dtype=torch.bool)).any()):
        return None
    return seen("diagonal", "All is right but for the diagonal. Does a position, or an example, count itself?")


@hypothesis("few wrong", same_shape=True, dims=1, finite=True)
def few_wrong(case: Case) -> Diagnosis | None:
    """Most elements are right, the clearly wrong ones strewn over the tensor."""
    right = case.right()
    wrong = ~right
    count = int(wrong.sum())
    if count > 0.4 * right.numel() or not torch.equal(wrong, case.far()):
        return None
    if not case.convincing(right & (case.expected != 0), enough=8):
        return None
    text = f"{count} of {right.numel()} values are wrong ({spots(wrong)}), the others are right."
    for axis in range(wrong.dim() if wrong.dim() > 1 else 0):
        if bool((wrong.sum(axis) == 1).all()):
            text = f"In each of the {_lines(axis, wrong.dim())} exactly one value is wrong ({spots(wrong)})."
    return seen("few wrong", f"{text} What is special about these: an index, a label, a maximum, a border?", 0.7)


@hypothesis("all alike", same_shape=True, dims=2, finite=True, telling=True)
def all_alike(case: Case) -> Diagnosis | None:
    """All rows, or columns, are the same, and should not be."""
    for axis in range(case.expected.dim()):
        if case.expected.shape[axis] < 2:
            continue
        own, wanted = (x.movedim(axis, 0) for x in (case.actual, case.expected))
        allowed = case.allowed.movedim(axis, 0)
        alike = bool((own == own[:1]).all()) and bool(own.any())
        if alike and bool(((wanted - wanted[:1]).abs() > allowed).any()):
            what = slices(axis, case.expected.dim())
            return seen(
                "all alike",
                f"All your {what} are the same, and they should differ. Is one of them spread over all, or is "
                f"something averaged over axis {axis}?",
                0.8,
            )
    return None


@hypothesis("other axis", "sums are not 1", same_shape=True, dims=2, finite=True, telling=True)
def other_axis(case: Case) -> Diagnosis | None:
    """Normalised, but along another axis: sums of 1, or means of 0, in the wrong direction."""
    scale = float(case.expected.abs().max())
    for target, word, say in ((1.0, "sum", "sum to 1"), (0.0, "mean", "have the mean 0")):
        wanted, own = (_axes_with(x, word, target, scale) for x in (case.expected, case.actual))
        if len(wanted) != 1 or wanted & own or (target == 1.0 and bool((case.expected < 0).any())):
            continue
        (right,) = wanted
        dims = case.expected.dim()
        lines = _lines(right, dims)
        if len(own) == 1:
            (wrong,) = own
            return seen(
                "other axis",
                f"Your {_lines(wrong, dims)} {say}; expected is that the {lines} do. What do the axes stand for, "
                f"and over which one is to be {'summed' if target else 'averaged'}?",
            )
        if target == 1.0 and bool((case.actual >= 0).all()):
            sums = case.actual.sum(right).flatten()
            return seen(
                "sums are not 1",
                f"The {lines} should sum to 1, but yours sum to {number(float(sums.min()))} up to "
                f"{number(float(sums.max()))}. Where are they normalised, over which axis, and does something "
                "still change them afterwards?",
                0.8,
            )
    return None


def _axes_with(tensor: torch.Tensor, word: str, target: float, scale: float) -> set[int]:
    close = 1e-4 * (1.0 if target else scale)
    return {
        axis
        for axis in range(tensor.dim())
        if tensor.shape[axis] > 1
        and bool((((tensor.sum(axis) if word == "sum" else tensor.mean(axis)) - target).abs() <= close).all())
    }


def _lines(axis: int, dims: int) -> str:
    """Name what runs along an axis: a sum over axis 1 is that of a row."""
    return slices(1 - axis, dims) if dims == 2 else f"lines along axis {axis}"
