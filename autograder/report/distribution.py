"""Some numbers -> what describes them: quartiles, a histogram, a check's discrimination.

In: shares of the points, one for each submission or student. Out: plain numbers. It does NOT know reports.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["BINS", "FEWEST", "Distribution", "distribution", "point_biserial"]

BINS = 10  # of the histogram: 0 to 10 %, 10 to 20 %, ..
FEWEST = 10  # students below which a correlation is mostly luck


@dataclass(frozen=True, slots=True)
class Distribution:
    """How some shares of the points, each within 0 and 1, are spread."""

    count: int
    mean: float
    lowest: float
    lower: float  # the first quartile
    median: float
    upper: float  # the third quartile
    highest: float
    bins: tuple[int, ...]  # how many lie in each tenth; 1 counts in the last


def distribution(shares: Sequence[float]) -> Distribution | None:
    """Return quartiles and histogram of shares within 0 and 1; None if there are none.

    Quartiles are interpolated between neighbours, with lowest and highest as the ends ("inclusive").
    """
    if not shares:
        return None
    lower, median, upper = statistics.quantiles(shares, method="inclusive") if len(shares) > 1 else [*shares] * 3
    bins = [0] * BINS
    for share in shares:
        bins[min(int(share * BINS + 1e-9), BINS - 1)] += 1
    return Distribution(
        len(shares), statistics.fmean(shares), min(shares), lower, median, upper, max(shares), tuple(bins)
    )


def point_biserial(passed: Sequence[bool], rest: Sequence[float]) -> float | None:
    """Return the point-biserial correlation of a check with the rest of the score, within -1 and 1.

    `passed` and `rest` have one element for each student: whether the check was passed, and the score without what the
    check itself gave. It is Pearson's correlation, with 1 for passed and 0 for not. None with fewer than ten students,
    or where all are alike in either.
    """
    if len(passed) < FEWEST:
        return None
    try:
        correlation = statistics.correlation([float(each) for each in passed], rest)
    except (ValueError, OverflowError):  # one of the two is constant; a stored report has numbers without a sum
        return None
    return correlation if math.isfinite(correlation) else None
