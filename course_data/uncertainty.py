"""What the pictures of the notebook on uncertainty need besides the student's functions.

In: numbers and tensors. Out: nothing; the picture is on the axis. Computes nothing that the exercise asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from torch import Tensor

__all__ = ["draw_bands", "draw_beliefs", "draw_calibration", "draw_points", "draw_ratings"]


def draw_beliefs(ax: Axes, beliefs: Mapping[str, Mapping[str, float]], causes: Sequence[str]) -> None:
    """Draw for each {what is known: {cause: probability}} a group of bars, one for each of the causes."""
    width = 0.8 / len(causes)
    for k, cause in enumerate(causes):
        heights = [float(found[cause]) for found in beliefs.values()]
        places = [i + (k - (len(causes) - 1) / 2) * width for i in range(len(heights))]
        bars = ax.bar(places, heights, width * 0.92, label=cause)
        ax.bar_label(bars, fmt="%.2f", fontsize=8)
    ax.set(xticks=range(len(beliefs)), xticklabels=list(beliefs), ylim=(0, 1.1), ylabel="probability")
    ax.legend(fontsize=8)


def draw_points(ax: Axes, x: Tensor, y: Tensor) -> None:
    """Draw the points that a model has seen."""
    ax.plot(x.detach().cpu(), y.detach().cpu(), ".", color="0.25", ms=4, label="points")
    ax.set(xlabel="x", ylabel="y")


def draw_bands(ax: Axes, grid: Tensor, mean: Tensor, variances: Mapping[str, Tensor]) -> None:
    """Draw the mean (G,) over the grid, and for each named variance (G,) a band two standard deviations wide."""
    at, middle = grid.detach().cpu().numpy(), mean.detach().cpu().numpy()
    for k, (name, variance) in enumerate(variances.items()):
        reach = 2 * variance.detach().cpu().sqrt().numpy()
        ax.fill_between(at, middle - reach, middle + reach, color=f"C{k + 1}", alpha=0.35, lw=0, label=name)
    ax.plot(at, middle, color="C0", lw=2, label="mean")
    ax.legend(fontsize=8, loc="upper left")


def draw_calibration(ax: Axes, curves: Mapping[str, tuple[Sequence[float], Sequence[float]]]) -> None:
    """Draw for each name (what was said, how often it came true), both for each bin, beside the diagonal."""
    ax.plot([0, 1], [0, 1], color="0.6", ls="--", lw=1, label="calibrated")
    for name, (said, came_true) in curves.items():
        ax.plot(said, came_true, "o-", ms=4, label=name)
    ax.set(xlabel="said", ylabel="came true", xlim=(0, 1), ylim=(0, 1), aspect="equal")
    ax.legend(fontsize=8)


def draw_ratings(ax: Axes, names: Sequence[str], ratings: Tensor, intervals: Tensor, truth: Tensor) -> None:
    """Draw ratings (P,) with their intervals (P, 2), best above, and the true ratings (P,) as crosses."""
    order = ratings.argsort().tolist()
    for place, i in enumerate(order):
        low, high = intervals[i].tolist()
        ax.plot([low, high], [place, place], color="C0", lw=3, alpha=0.5, label="95 % interval" if not place else None)
    ax.plot(ratings[order].cpu(), range(len(order)), "o", color="C0", label="rating")
    ax.plot(truth[order].cpu(), range(len(order)), "x", color="C3", label="the truth")
    ax.set(yticks=range(len(order)), yticklabels=[names[i] for i in order], xlabel="Elo rating")
    ax.legend(fontsize=8)
