"""Proposes a tolerance for a check from the errors of right and wrong answers.

In: a `Margin`. Out: a `Proposal`: keep the tolerance, change it, or change the case's inputs because no
tolerance separates right from wrong with both margins.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from autograder.audit.margins import ENOUGH, Margin

__all__ = ["Proposal", "propose"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to do about one check's tolerance."""

    verdict: Literal["exact", "keep", "change", "inputs"]
    rtol: float  # proposed; today's where nothing is to change
    atol: float
    why: str


def propose(margin: Margin) -> Proposal:
    """Return the tolerance that lies between right and wrong answers, with both margins."""
    right, wrong = margin.worst_right, margin.least_wrong
    if math.isinf(right.error):
        why = f"{right.by} differs in more than size: no tolerance would accept it"
        return Proposal("inputs", margin.rtol, margin.atol, why)
    if margin.allowed == 0:
        return Proposal("exact", margin.rtol, margin.atol, "compared exactly, or by a bound")
    low, high = ENOUGH * right.error, wrong.error / ENOUGH  # the factors on today's tolerance that would do
    if low > high or high == 0:
        apart = wrong.error / right.error if right.error else 0.0
        why = (
            f"no tolerance separates them: '{wrong.by}' is only {apart:.3g} times as far off as {right.by}. "
            f"It takes {ENOUGH**2:g} times: smaller n, another scale, a column of low variance?"
        )
        return Proposal("inputs", margin.rtol, margin.atol, why)
    if low <= 1 <= high:
        return Proposal("keep", margin.rtol, margin.atol, f"room for factors {low:.1g} to {high:.1g}")
    middle = math.sqrt(low * high) if low > 0 and math.isfinite(high) else (low * ENOUGH or high / ENOUGH)
    factor = max(low, min(high, middle))
    why = f"{right.by}: {right.absolute:.1e}; '{wrong.by}': {wrong.absolute:.1e}"
    return Proposal("change", _short(factor * margin.rtol), _short(factor * margin.atol), why)


def _short(number: float) -> float:
    """Return a number with two digits, for people."""
    return float(f"{number:.1e}")
