"""Candidates for what a value was made from: equal to it, up to one factor, at a few sampled places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

from autograder.diagnose.atoms import Atom

__all__ = ["Candidate", "cost_of", "difference", "factors", "joint_shape", "times"]

_CLOSE: Final = 1e-4  # relative


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that is proportional to a value where it was looked at."""

    cost: float  # of several that fit, the cheapest explains
    factor: float  # the value is about this many times what `make` gives
    words: str
    make: Callable[[], torch.Tensor]  # computes it as a whole


def factors(value: torch.Tensor, candidates: torch.Tensor) -> torch.Tensor:
    """Return the factor between a value (places,) and each candidate (.., places); NaN where there is none."""
    ratio = value / candidates
    low, high = ratio.amin(-1), ratio.amax(-1)
    middle = (low + high) / 2
    fits = ((high - low) <= _CLOSE * middle.abs()) & middle.isfinite() & (middle != 0)
    return torch.where(fits, middle, torch.nan)


def cost_of(factor: float, *atoms: Atom) -> float:
    """Return how far-fetched a candidate is: the steps of its atoms, their number, and a factor besides 1."""
    off = abs(abs(factor) - 1)
    return sum(atom.cost for atom in atoms) + len(atoms) + (0.5 if off > 1e-4 else 0.1 * (factor < 0))


def joint_shape(one: Atom, two: Atom) -> tuple[int, ...]:
    """Return the shape that two atoms, which broadcast against each other, broadcast to."""
    pairs = zip_longest(reversed(one.base.shape), reversed(two.base.shape), fillvalue=1)
    return tuple(reversed([max(a, b) for a, b in pairs]))


def times(one: Atom, two: Atom) -> torch.Tensor:
    """Return the product, element by element."""
    return one.value * two.value


def difference(one: Atom, two: Atom, sign: int) -> torch.Tensor:
    """Return the sum, or the difference."""
    return one.value + sign * two.value
