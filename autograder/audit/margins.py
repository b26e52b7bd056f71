"""How far right answers stay below a check's tolerance, and wrong ones above it.

In: errors of right and wrong answers, in units of the tolerance, from many runs. Out: a `Margin` for each
check, and what is wrong with it. A check is sharp if its tolerance is at least ten times the largest error
of a right answer and at most a tenth of the smallest error of a misconception that it must reject.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["ENOUGH", "Margin", "Margins", "Size"]

ENOUGH = 10.0  # what both margins must be


@dataclass(frozen=True, slots=True)
class Size:
    """How far off one answer is at one check: the worst of all seeds."""

    by: str  # "variant 'torch.softmax'", "float64", "4 threads", or a misconception's name
    error: float  # the largest |difference| / allowed; 0: equal; inf: no matter of tolerance
    absolute: float  # the largest |difference|


@dataclass(frozen=True, slots=True)
class Margin:
    """The errors of right and wrong answers at one check."""

    check: str
    cell_id: str
    hidden: bool
    rtol: float
    atol: float  # on the first seed, where it depends on the values
    default: bool  # both are the defaults of the dtype
    allowed: float  # the largest allowed |difference| of an element; 0: compared exactly
    right: tuple[Size, ...]  # of variants, other numerics, other devices: the largest of all seeds
    wrong: tuple[Size, ...]  # of misconceptions that it must reject: the smallest of all seeds
    reason: str | None = None  # why its margin may be small, in the author's words

    @property
    def worst_right(self) -> Size:
        """The largest error of a right answer."""
        return max(self.right, key=lambda size: size.error, default=Size("", 0.0, 0.0))

    @property
    def least_wrong(self) -> Size:
        """The smallest error of a wrong answer."""
        return min(self.wrong, key=lambda size: size.error, default=Size("", math.inf, math.inf))

    @property
    def below(self) -> float:
        """How many times the largest error of a right answer fits into the tolerance."""
        error = self.worst_right.error
        return 1 / error if error > 0 else math.inf

    @property
    def above(self) -> float:
        """How many tolerances the smallest error of a wrong answer is."""
        return self.least_wrong.error

    def faults(self) -> Iterator[str]:
        """Say what is wrong: a right answer rejected, a wrong one accepted, a margin too small."""
        right, wrong = self.worst_right, self.least_wrong
        if right.error > 1:
            yield f"'{self.check}' rejects a right answer: {right.by} is {right.error:.3g} tolerances off"
        elif self.below < ENOUGH and self.reason is None:
            yield (
                f"'{self.check}' has a small margin: {right.by}, which is right, comes within {self.below:.3g} times "
                f"of the tolerance (must be {ENOUGH:g}). Calibrate, or write the reason into the margins."
            )
        if wrong.error <= 1:
            yield f"'{self.check}' accepts '{wrong.by}' in a reseeded run: {wrong.error:.3g} tolerances off"
        elif self.above < ENOUGH and self.reason is None:
            yield (
                f"'{self.check}' has a small margin: the misconception '{wrong.by}' is only {wrong.error:.3g} "
                f"tolerances off (must be {ENOUGH:g}). Choose sharper inputs, or write the reason into the margins."
            )


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a notebook's checks, and from what they were measured."""

    checks: tuple[Margin, ...]
    seeds: int
    compared: tuple[str, ...]  # "float64", "4 threads", "cuda": what the solution was run with besides
    notes: tuple[str, ...]  # what could not be run

    def faults(self) -> Iterator[str]:
        """Say what is wrong with any check."""
        for margin in self.checks:
            yield from margin.faults()
