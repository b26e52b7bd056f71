"""One thing wrong in some rows or columns, or with each row or column: a sum or mean over the wrong axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from autograder.diagnose.words import listed, number, seen, slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.diagnose.case import Case
    from autograder.model import Diagnosis

__all__ = ["all_alike", "other_axis", "own_factors", "own_lines", "own_offsets", "some_wrong", "two_factors"]

_LARGEST: Final = 4_000_000


def some_wrong(case: Case) -> Diagnosis | None:
    """Right but for some rows, columns, slices or elements."""
    if not case.same_shape or case.expected.dim() == 0:
        return None
    right = (case.actual == case.expected) | ((case.actual - case.expected).abs() <= case.allowed)
    dims, best = right.dim(), None
    for axis in range(dims):
        lines = right.movedim(axis, 0).flatten(1).all(1) if dims > 1 else right
        wrong = (~lines).nonzero().flatten().tolist()
        least = 3 if dims > 1 else 8
        if len(lines) >= least and 2 * len(wrong) < len(lines) * (1 if dims > 1 else 0.5):
            share = len(wrong) / len(lines)
            if best is None or share < best[0]:
                best = (share, axis, wrong, len(lines))
    if best is None or not case.convincing(right):
        return None
    _, axis, wrong, length = best
    return seen("some wrong", _some(wrong, length, slices(axis, dims), slices(axis, dims, many=False)), 0.8)


def _some(wrong: list[int], length: int, names: str, name: str) -> str:
    if wrong == [0]:
        return f"Only the first {name} is wrong. What is special at the beginning?"
    if wrong == [length - 1]:
        return f"Only the last {name} is wrong. What is special at the end?"
    word = f"{name} {wrong[0]}" if len(wrong) == 1 else f"{names} {listed(wrong)}"
    return (
        f"All {names} are right but {word} (of {length}). What do the wrong ones have in common: the inputs, a "
        "repeated index, a border?"
    )


def all_alike(case: Case) -> Diagnosis | None:
    """All rows, or columns, are the same, and should not be."""
    if not case.same_shape or not case.finite or not case.convincing():
        return None
    for axis in range(case.expected.dim() if case.expected.dim() > 1 else 0):
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


def other_axis(case: Case) -> Diagnosis | None:
    """Normalised, but along another axis: sums of 1, or means of 0, in the wrong direction."""
    if not case.same_shape or case.expected.dim() < 2 or not case.finite or not case.convincing():
        return None
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


# ---------------------------------------------------------------- each row, or column, by itself


def _groupings(case: Case) -> Iterator[tuple[str, torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Yield (name of a group, actual, expected, allowed), each (groups, members)."""
    dims = case.expected.dim()
    if not case.same_shape or dims < 2 or not case.finite or case.exact or case.expected.numel() > _LARGEST:
        return
    tensors = (case.actual, case.expected, case.allowed)
    for axis in range(dims):
        a, b, c = (x.movedim(axis, 0).flatten(1) for x in tensors)
        yield slices(axis, dims, many=False), a, b, c
    for axis in range(dims if dims > 2 else 0):
        a, b, c = (x.movedim(axis, -1).flatten(0, -2) for x in tensors)
        yield f"line along axis {axis}", a, b, c


def own_factors(case: Case) -> Diagnosis | None:
    """Each row, or column, is right up to a factor of its own."""
    for name, own, wanted, allowed in _groupings(case):
        if own.shape[0] < 2 or own.shape[1] < 3:
            continue
        ratio = (own * wanted).sum(1, keepdim=True) / (wanted**2).sum(1, keepdim=True).clamp_min(1e-300)
        if not _inside(own, ratio * wanted, ratio.abs() * allowed) or not bool((ratio.abs() > 1e-9).all()):
            continue
        if case.convincing(free=own.shape[0]):
            low, high = float(ratio.min()), float(ratio.max())
            return seen(
                f"a factor per {name}",
                f"Each {name} is right up to a factor of its own, from {number(low)} to {number(high)}. So something "
                f"that is computed once for each {name} is wrong: a sum, a norm, a variance, a gain?",
            )
    return None


def own_offsets(case: Case) -> Diagnosis | None:
    """Each row, or column, is off by a constant of its own."""
    for name, own, wanted, allowed in _groupings(case):
        if own.shape[0] < 2 or own.shape[1] < 3:
            continue
        shift = (own - wanted).mean(1, keepdim=True)
        if not _inside(own - shift, wanted, allowed) or not case.convincing(free=own.shape[0]):
            continue
        return seen(
            f"an offset per {name}",
            f"Each {name} is off by a constant of its own, up to {number(float(shift.abs().max()))}. So a term that "
            f"is the same in the whole {name} is wrong or missing: a mean, a maximum, a sum, a bias?",
        )
    return None


def own_lines(case: Case) -> Diagnosis | None:
    """Each row, or column, is right up to a factor and a constant of its own."""
    for name, own, wanted, allowed in _groupings(case):
        if own.shape[0] < 2 or own.shape[1] < 4:
            continue
        a, b = own - own.mean(1, keepdim=True), wanted - wanted.mean(1, keepdim=True)
        spread = (b**2).sum(1, keepdim=True)
        slope = (a * b).sum(1, keepdim=True) / spread.clamp_min(1e-300)
        if bool((slope.abs() < 1e-9).any()) or not _inside(a, slope * b, slope.abs() * allowed):
            continue
        if case.convincing(free=2 * own.shape[0]):
            return seen(
                f"factor and offset per {name}",
                f"Each {name} is right up to a factor and a constant of its own. Look at what is computed once for "
                f"each {name} and then subtracted, divided by, multiplied or added: mean, variance, gain, bias?",
            )
    return None


def two_factors(case: Case) -> Diagnosis | None:
    """Right up to a factor for each row and one for each column."""
    own, wanted = case.actual, case.expected
    if not case.same_shape or own.dim() != 2 or min(own.shape) < 3 or not case.finite or case.exact:
        return None
    if not bool((own * wanted > 0).all()):
        return None
    log = (own / wanted).log()
    log = log.mean(0, keepdim=True) + log.mean(1, keepdim=True) - log.mean()
    if not case.fits(own / log.exp()) or not case.convincing(free=sum(own.shape) - 1):
        return None
    return seen(
        "a factor per row and column",
        "Your values are right up to one factor for each row and one for each column. That happens when a matrix is "
        "divided by sums, or norms, over the wrong axis: which shape do they have, and along what are they broadcast?",
    )


def _inside(a: torch.Tensor, b: torch.Tensor, allowed: torch.Tensor) -> bool:
    return bool(((a - b).abs() <= allowed).all())
