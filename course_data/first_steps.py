"""Pictures of the first notebook: tables that are stretched, curves through points, areas of classes.

In: numbers and tensors. Out: nothing; the picture is on the axis. Computes nothing that the exercise asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from torch import Tensor

__all__ = ["draw_areas", "draw_broadcast", "draw_fits", "draw_lines"]


def draw_broadcast(ax: Axes, column: Sequence[float], row: Sequence[float]) -> None:
    """Draw column (R, 1) + row (C,) = table (R, C): what is copied is pale, what was there is strong."""
    rows, columns = len(column), len(row)
    everything = {(i, j) for i in range(rows) for j in range(columns)}
    tables = [
        (f"({rows}, 1)", "tab:blue", [[v] * columns for v in column], {(i, 0) for i in range(rows)}),
        (f"({columns},)", "tab:orange", [list(row)] * rows, {(0, j) for j in range(columns)}),
        (f"({rows}, {columns})", "tab:green", [[v + w for w in row] for v in column], everything),
    ]
    for k, (name, color, table, was_there) in enumerate(tables):
        left = k * (columns + 1.5)
        for i, j in sorted(everything):
            strong = (i, j) in was_there
            ax.add_patch(Rectangle((left + j, -i), 1, -1, fc=color, alpha=0.45 if strong else 0.12, ec="none"))
            ax.add_patch(Rectangle((left + j, -i), 1, -1, fill=False, ec="0.5", lw=0.7))
            weight, ink = ("bold", "black") if strong else ("normal", "0.45")
            ax.text(left + j + 0.5, -i - 0.5, f"{table[i][j]:g}", ha="center", va="center", weight=weight, color=ink)
        ax.text(left + columns / 2, 0.35, name, ha="center", family="monospace")
        if k:
            ax.text(left - 0.75, -rows / 2, "+=="[k - 1], ha="center", va="center", fontsize=16)
    ax.set(xlim=(-0.3, 3 * columns + 3.3), ylim=(-rows - 0.2, 0.9), aspect="equal")
    ax.axis("off")


def draw_fits(ax: Axes, x: Tensor, t: Tensor, grid: Tensor, curves: Mapping[str, Tensor]) -> None:
    """Draw the points (x, t), and over the grid (G,) each curve (G,) under its name; the last one is the thickest."""
    ax.plot(x.cpu(), t.cpu(), ".", color="0.6", ms=5, label="points")
    last = len(curves) - 1
    for k, (name, curve) in enumerate(curves.items()):
        ax.plot(grid.cpu(), curve.detach().cpu(), color=f"C{k}", lw=2.5 if k == last else 1.2, label=name)
    ax.set(xlabel="x", ylabel="t")
    ax.legend(fontsize=8)


def draw_areas(ax: Axes, grid: Tensor, probs: Tensor, names: Sequence[str]) -> None:
    """Draw the probabilities (G, K) of K named classes over the grid (G,), one upon the other; together they are 1."""
    shares = probs.detach().cpu().T
    ax.stackplot(grid.cpu().numpy(), shares.numpy(), labels=list(names), alpha=0.75)
    ax.set(xlabel="x", ylabel="probability", ylim=(0, 1))
    ax.legend(fontsize=8, loc="lower right")


def draw_lines(ax: Axes, lines: Mapping[str, Sequence[float]], title: str, *, top: float | None = None) -> None:
    """Draw learning curves: each list of losses under its name, over the steps, on a logarithmic scale."""
    for name, losses in lines.items():
        ax.plot([float(v) for v in losses], lw=1.4, label=name)
    ax.set(xlabel="step", ylabel="loss", yscale="log", title=title)
    if top is not None:
        ax.set_ylim(top=top)
    ax.legend(fontsize=8)
