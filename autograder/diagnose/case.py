"""One wrong value beside the expected one, and what every hypothesis asks of them: a Case of tensors, else Values.

A hypothesis is a transformation that would turn one into the other. It is believed only if the result
lies within the check's own tolerance (`fits`), and if so much data speaks for it that chance is out of
the question (`convincing`). Nothing here names a cause.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import torch

from autograder.compare import agrees, allowed_difference

__all__ = ["Case", "Values", "distinct", "make_case", "sample"]

_ENOUGH: Final = 4.5  # decimal digits of agreement: chance gives them once in 30,000 times
_CLEARLY: Final = 20  # times the allowed difference
_SAMPLE: Final = 4096
_DOZEN: Final = 12
_FEWEST: Final = 3  # distinct values, to fit a free parameter
_SHARP: Final = {torch.float64: 1e-9, torch.float32: 3e-6}  # relative, for a single number


@dataclass(frozen=True, slots=True)
class Values:
    """A wrong value of any type and the expected one, and the check's own tolerance."""

    actual: Any
    expected: Any
    rtol: float | None = None
    atol: float | None = None

    @property
    def same_length(self) -> bool:
        return len(self.actual) == len(self.expected)

    @property
    def common(self) -> int:
        """The items of the side that has fewer."""
        return min(len(self.actual), len(self.expected))

    def same(self, actual: object, expected: object) -> bool:
        """Tell whether one value would be right for another, within the check's tolerance."""
        return agrees(actual, expected, rtol=self.rtol, atol=self.atol)


@dataclass(frozen=True)
class Case:
    """A wrong value and the expected one, as float64 on the CPU; their shapes may differ."""

    actual: torch.Tensor
    expected: torch.Tensor
    allowed: torch.Tensor  # |difference| per element of `expected`
    exact: bool  # the dtype is no float
    actual_dtype: torch.dtype
    expected_dtype: torch.dtype
    others: Mapping[str, torch.Tensor]  # what other checks expect, float64
    sizes: tuple[int, ...]  # lengths of the axes at hand, the likely ones first
    read: frozenset[str] | None = None  # the names that the student's code reads; None: unknown

    @property
    def same_shape(self) -> bool:
        return self.actual.shape == self.expected.shape

    @cached_property
    def at_hand(self) -> Mapping[str, torch.Tensor]:
        """The others that the student's code may have used: no variable that it does not name."""
        read = self.read
        if read is None:
            return self.others
        return {name: value for name, value in self.others.items() if name in read or not name.isidentifier()}

    @cached_property
    def finite(self) -> bool:
        """Whether all numbers on both sides are finite."""
        return bool(self.actual.isfinite().all() and self.expected.isfinite().all())

    @property
    def relative(self) -> float:
        """The tolerance as a share of a typical expected value."""
        size = self.expected.abs()[self.expected.isfinite()]
        typical = float(size.mean()) if size.numel() else 0.0
        return float(self.allowed.mean()) / typical if typical else 0.0

    @cached_property
    def clear(self) -> bool:
        """Whether some value is far off, not just beyond the tolerance (the shapes agree)."""
        return bool(self.far().any())

    @cached_property
    def telling(self) -> bool:
        """Whether agreement with all of the expected value can't be chance."""
        return self.convincing()

    def right(self) -> torch.Tensor:
        """Return a mask of the right elements (the shapes agree)."""
        return (self.actual == self.expected) | ((self.actual - self.expected).abs() <= self.allowed)

    def far(self) -> torch.Tensor:
        """Return a mask of the elements that are far off (the shapes agree)."""
        return (self.actual - self.expected).abs() > _CLEARLY * self.allowed

    def fits(self, candidate: torch.Tensor) -> bool:
        """Tell whether a transformed value would have been right."""
        return _near(candidate, self.expected, self.allowed)

    def makes(self, candidate: torch.Tensor) -> bool:
        """Tell whether a transformation of the expected value gives the student's."""
        if candidate.shape != self.actual.shape or not _corners(self.actual, candidate):
            return False
        dtype = torch.float64 if self.exact else self.expected_dtype
        return _near(self.actual, candidate, allowed_difference(candidate.to(dtype)))

    def mirrored(self) -> Case:
        """Return the case with the student's value as the expected one: what it was made from."""
        dtype = torch.float64 if self.exact else self.expected_dtype
        return replace(self, expected=self.actual, allowed=allowed_difference(self.actual.to(dtype)).double())

    def digits(self) -> float:
        """Return how many decimal digits one element tells: a free parameter uses up as many."""
        if self.exact:
            values = self.expected[self.expected.isfinite()]
            return math.log10(1 + float(values.max() - values.min())) if values.numel() else 0.0
        return _float_digits(self.expected, self.allowed)

    def convincing(
        self, part: torch.Tensor | None = None, *, free: float = 0, penalty: float = 0.0, enough: float = _ENOUGH
    ) -> bool:
        """Tell whether agreement on a part of the expected value can't be chance.

        `part` is a mask of the elements that agree (all of them if None), `free` the number of
        parameters that were fitted, `penalty` the digits of a choice among many (log10 of how many),
        `enough` how many digits must be left.
        """
        mask = self.expected.isfinite() if part is None else part & self.expected.isfinite()
        values, allowed = self.expected[mask], self.allowed[mask]
        if self.expected.numel() == 1:
            known = self.expected_dtype in _SHARP and part is None and free == 0
            return known and _is_odd(values)
        values, allowed = sample(values), sample(allowed)
        share = values.numel() / max(int(mask.sum()), 1)
        digits = _information(values, allowed, free, exact=self.exact)
        return digits - free * self.digits() - penalty * share >= enough


def make_case(
    actual: torch.Tensor,
    expected: torch.Tensor,
    others: Mapping[str, torch.Tensor],
    rtol: float | None,
    atol: float | None,
    *,
    read: frozenset[str] | None = None,
) -> Case:
    """Return the case of two tensors."""
    allowed = allowed_difference(expected, rtol=rtol, atol=atol)
    wanted = expected.detach().cpu().double()
    if wanted.numel() == 1 and expected.is_floating_point():  # a single number could fit anything
        allowed = torch.minimum(allowed, wanted.abs() * _SHARP.get(expected.dtype, 0.0))
    own = actual.detach().cpu().double()
    known = {name: value.detach().cpu().double() for name, value in others.items()}
    sizes = [*expected.shape, *actual.shape, *(size for value in known.values() for size in value.shape)]
    return Case(
        own,
        wanted,
        allowed,
        not expected.is_floating_point(),
        actual.dtype,
        expected.dtype,
        known,
        tuple(dict.fromkeys(size for size in sizes if size > 1)),
        read,
    )


def sample(values: torch.Tensor) -> torch.Tensor:
    """Return a few thousand values of a tensor, evenly spread: enough to see how much it tells."""
    flat = values.flatten()
    return flat[:: -(-flat.numel() // _SAMPLE)] if flat.numel() > _SAMPLE else flat


def distinct(values: torch.Tensor) -> int:
    """Count the different numbers of a tensor, or of a sample of it; more than a dozen are not counted on."""
    flat = sample(values)
    few = len(set(flat[:64].tolist()))
    return few if few > _DOZEN else len(set(flat.tolist()))


def _near(a: torch.Tensor, b: torch.Tensor, allowed: torch.Tensor) -> bool:
    if a.shape != b.shape or not _corners(a, b, allowed):
        return False
    same = (a == b) | (a.isnan() & b.isnan()) | ((a - b).abs() <= allowed) & b.isfinite()
    return bool(same.all())


def _corners(a: torch.Tensor, b: torch.Tensor, allowed: torch.Tensor | None = None) -> bool:
    """Tell from the first and last element whether it is worth looking at all: most guesses fail here."""
    if not a.numel():
        return True
    for end in (0, -1):
        corner = (end,) * a.dim()
        x, y = float(a[corner]), float(b[corner])
        if math.isfinite(x) and math.isfinite(y):
            limit = float(allowed[corner]) if allowed is not None else 0.1 * float(b.abs().max())
            if abs(x - y) > limit:
                return False
    return True


def _float_digits(values: torch.Tensor, allowed: torch.Tensor) -> float:
    finite = sample(values[values.isfinite()])
    if finite.numel() < 2:
        return 0.0
    spread, bound = float(finite.std()), float(allowed.mean())
    return min(max(math.log10(spread / bound), 0.0), 15.0) if spread > 0 and bound > 0 else 15.0 * (spread > 0)


def _information(values: torch.Tensor, allowed: torch.Tensor, free: float, *, exact: bool) -> float:
    """Return how many decimal digits these values tell.

    Distinct floats tell their digits each; of many equal numbers (a mask, labels) it is the pattern
    that tells something: its entropy.
    """
    if not values.numel():
        return 0.0
    step = 1.0 if exact else float(allowed.mean()) or float(values.abs().max()) * 1e-12 or 1.0
    rounded = (values / step).round()
    _, counts = torch.unique(rounded, return_counts=True)
    if len(counts) <= free:
        return 0.0
    share = counts.double() / counts.sum()
    entropy = float(-(share * share.log10()).sum()) * values.numel()
    sizes = torch.unique(rounded.abs())
    different = int((sizes != 0).sum())  # x and -x tell one number: columns that sum to 0 are common
    if exact or (free and different < _FEWEST):
        return entropy
    digits = _float_digits(values, allowed)
    return max(entropy * min(digits / 2, 1), different * digits)  # a pattern must stand out from the tolerance


def _is_odd(values: torch.Tensor) -> bool:
    """Tell whether a single number is no simple fraction, which many formulas give."""
    twelfths = values * 12
    return bool(values.numel() and ((twelfths - twelfths.round()).abs() > 1e-3).all())
