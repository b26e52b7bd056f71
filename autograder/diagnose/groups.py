"""Each row, or each column, right up to something of its own: a factor, a constant, or both.

That is how a sum, mean, variance or gain shows that is computed once per row and is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import number, seen, slices
from autograder.model import Diagnosis

__all__ = ["own_factors", "own_lines", "own_offsets", "separable", "two_factors"]

_LARGEST: Final = 200_000  # elements
_KINDS: Final = ("row", "column", "slice", "line")
_DIGITS: Final = 6.0

_of_groups = partial(hypothesis, same_shape=True, dims=2, floats=True, finite=True, clear=True)


@dataclass(frozen=True, slots=True)
class _Groups:
    """The values in groups that belong together, (groups, members): rows, columns, .."""

    name: str  # as it is told: "row", "line along axis 1"
    own: torch.Tensor
    wanted: torch.Tensor
    allowed: torch.Tensor
    digits: float

    @property
    def kind(self) -> str:
        """The name without the axis, as a cause is called: "row", "line"."""
        return self.name.partition(" ")[0]

    def tells(self, free: int) -> bool:
        """Tell whether a fit with `free` parameters per group leaves enough to be checked."""
        step = float(self.allowed.mean()) or 1e-12
        if bool((self.own.mean(1).abs() <= step).all()) and bool((self.wanted.mean(1).abs() <= step).all()):
            free += 1  # members that sum to 0 tell one number less
        sizes = self.wanted.abs().sort(1).values
        different = (sizes.diff(dim=1) > step).sum(1) + (sizes[:, 0] > step)
        checked = int((different - free).clamp_min(0).sum())
        in_all = int((self.wanted.abs().flatten().sort().values.diff() > step).sum()) + 1 - free
        return min(checked, in_all) * self.digits >= _DIGITS


def _groupings(case: Case) -> Iterator[_Groups]:
    dims = case.expected.dim()
    tensors = (case.actual, case.expected, case.allowed)
    for axis in range(dims):
        name = slices(axis, dims, many=False)
        a, b, c = (x.movedim(axis, 0).flatten(1) for x in tensors)
        yield _Groups(name, a, b, c, case.digits())
    for axis in range(dims if dims > 2 else 0):
        name = f"line along axis {axis}"
        a, b, c = (x.movedim(axis, -1).flatten(0, -2) for x in tensors)
        yield _Groups(name, a, b, c, case.digits())


@_of_groups(*(f"a factor per {kind}" for kind in _KINDS), least=6, most=_LARGEST)
def own_factors(case: Case) -> Diagnosis | None:
    """Each row, or column, is right up to a factor of its own."""
    for group in _groupings(case):
        own, wanted = group.own, group.wanted
        ratio = (own * wanted).sum(1, keepdim=True) / (wanted**2).sum(1, keepdim=True).clamp_min(1e-300)
        used = (wanted.abs() > group.allowed).any(1, keepdim=True)
        if bool((used & (ratio.abs() < 1e-9)).any()):
            continue
        ratio = torch.where(used, ratio, 1.0)
        if _inside(own, ratio * wanted, ratio.abs() * group.allowed) and group.tells(1):
            low, high = float(ratio.min()), float(ratio.max())
            return seen(
                f"a factor per {group.kind}",
                f"Each {group.name} is right up to a factor of its own, from {number(low)} to {number(high)}. So "
                f"something that is computed once for each {group.name} is wrong: a sum, a norm, a variance, a gain?",
            )
    return None


@_of_groups(*(f"an offset per {kind}" for kind in _KINDS), least=6, most=_LARGEST)
def own_offsets(case: Case) -> Diagnosis | None:
    """Each row, or column, is off by a constant of its own."""
    for group in _groupings(case):
        shift = (group.own - group.wanted).mean(1, keepdim=True)
        if _inside(group.own - shift, group.wanted, group.allowed) and group.tells(1):
            return seen(
                f"an offset per {group.kind}",
                f"Each {group.name} is off by a constant of its own, up to {number(float(shift.abs().max()))}. So a "
                f"term that is the same in the whole {group.name} is wrong or missing: a mean, a maximum, a sum, "
                "a bias?",
            )
    return None


@_of_groups(*(f"factor and offset per {kind}" for kind in _KINDS), least=6, most=_LARGEST)
def own_lines(case: Case) -> Diagnosis | None:
    """Each row, or column, is right up to a factor and a constant of its own."""
    for group in _groupings(case):
        a, b = (x - x.mean(1, keepdim=True) for x in (group.own, group.wanted))
        slope = (a * b).sum(1, keepdim=True) / (b**2).sum(1, keepdim=True).clamp_min(1e-300)
        if bool((slope.abs() < 1e-9).any()) or not _inside(a, slope * b, slope.abs() * group.allowed):
            continue
        if group.tells(2):
            return seen(
                f"factor and offset per {group.kind}",
                f"Each {group.name} is right up to a factor and a constant of its own. Look at what is computed once "
                f"for each {group.name} and then subtracted, divided by, multiplied or added: mean, variance, "
                "gain, bias?",
            )
    return None


@_of_groups("a factor per row and column")
def two_factors(case: Case) -> Diagnosis | None:
    """Right up to a factor for each row and one for each column (of each matrix)."""
    own, wanted = case.actual, case.expected
    if min(own.shape[-2:]) < 3 or bool((own * wanted == 0).any()):
        return None
    signs = (own * wanted).sign()  # of a row times of a column
    if bool((signs != signs[..., :1] * signs[..., :1, :] * signs[..., :1, :1]).any()):
        return None
    log = (own / wanted).abs().log()
    log = log.mean(-2, keepdim=True) + log.mean(-1, keepdim=True) - log.mean((-2, -1), keepdim=True)
    free = own[..., 0, 0].numel() * (sum(own.shape[-2:]) - 1)
    if not case.fits(signs * own / log.exp()) or not case.convincing(free=free):
        return None
    return seen(
        "a factor per row and column",
        "Your values are right up to one factor for each row and one for each column. That happens when a matrix is "
        "divided by sums, or norms, that are taken over the wrong axis, broadcast along it, or lack a root or a "
        "square.",
    )


@_of_groups("rows and columns do not meet")
def separable(case: Case) -> Diagnosis | None:
    """A number for each row plus one for each column, where the two should act on each other."""
    if min(case.actual.shape[-2:]) < 3:
        return None
    step = 10 * float(case.allowed.max())
    checked = (case.actual.shape[-2] - 1) * (case.actual.shape[-1] - 1) * case.actual[..., 0, 0].numel()
    if float(_coupling(case.expected).abs().max()) < 100 * step or checked * case.digits() < 2 * _DIGITS:
        return None
    inside = ""
    if bool((_coupling(case.actual).abs() > step).any()):
        inside = ", squashed by a tanh at the very end"
        before = case.actual.clamp(-1, 1).atanh()
        rounding = 1e-6 / (1 - case.actual**2).clamp_min(1e-9)
        if not before.isfinite().all() or float(rounding.max()) > 0.01 * float(before.std()):
            return None
        if bool((_coupling(before).abs() > 4 * rounding.max()).any()):
            return None
    return seen(
        "rows and columns do not meet",
        f"Each of your values is a number of its row plus a number of its column{inside}: nowhere do the two act on "
        "each other. At which step should they have met, and what comes after it?",
    )


def _coupling(values: torch.Tensor) -> torch.Tensor:
    """Return what is left of a matrix when a number for each row and one for each column are taken off."""
    rows, columns = values.mean(-1, keepdim=True), values.mean(-2, keepdim=True)
    return values - rows - columns + values.mean((-2, -1), keepdim=True)


def _inside(a: torch.Tensor, b: torch.Tensor, allowed: torch.Tensor) -> bool:
    return bool(((a - b).abs() <= allowed).all())
