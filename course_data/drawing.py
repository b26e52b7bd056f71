"""Pictures that several lines of matplotlib make, so that a notebook's cell shows only what is drawn.

In: numbers, names, an axis. Out: nothing; the picture is on the axis. Computes nothing that an exercise asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

__all__ = ["draw_dilated", "draw_losses", "draw_tree"]


def draw_dilated(ax: Axes, positions: int, levels: int, at: int) -> None:
    """Draw all edges of stacked convolutions (gaps 1, 2, 4, …) in grey, and the tree that ends at `at` in colour."""
    wanted = {(levels, at)}
    for level in range(levels, 0, -1):
        for t in range(positions):
            for s in (t - 2 ** (level - 1), t):
                if s < 0:
                    continue
                inside = (level, t) in wanted
                color, width = ("tab:orange", 2) if inside else ("0.85", 1)
                ax.plot([s, t], [level - 1, level], color=color, lw=width, zorder=width)
                wanted |= {(level - 1, s)} if inside else set()
    for level in range(levels + 1):
        for t in range(positions):
            ax.plot(t, level, "o", color="tab:orange" if (level, t) in wanted else "0.75", zorder=3)
    ax.set(xticks=range(positions), xlabel="position t", yticks=range(levels + 1))
    ax.set_yticklabels(["x"] + [f"level {k + 1}, d = {2**k}" for k in range(levels)])
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    ax.set_title(f"all trees at once; in colour the one at position {at}", fontsize=10)


def draw_tree(ax: Axes, letters: str, rows: Sequence[tuple[str, tuple[int, ...]]]) -> None:
    """Draw a network as a tree over its letters: one row of dots for each (name, shape without the batch)."""
    at = [float(k) for k in range(len(letters))]
    below: list[float] = []
    for y, (name, shape) in enumerate(rows):
        count = shape[0] if len(shape) == 2 else 1
        if below:
            share = len(below) // count
            at = [sum(below[k * share : (k + 1) * share]) / share for k in range(count)]
            for k, place in enumerate(below):
                ax.plot([place, at[k // share]], [y - 1, y], color="0.7", zorder=1)
        ax.scatter(at, [y] * count, s=90, color="tab:orange" if name.startswith("level") else "tab:blue", zorder=2)
        ax.text(len(letters) - 0.3, y, f"{name}: (B, {', '.join(map(str, shape))})", va="center", fontsize=9)
        below = at
    for k, letter in enumerate(letters):
        ax.text(k, -0.55, letter, ha="center", va="center", fontsize=12, family="monospace")
    ax.set(xlim=(-0.5, len(letters) + 3.2), ylim=(-0.9, len(rows) - 0.6))
    ax.axis("off")


def draw_losses(ax: Axes, losses: Sequence[float], window: int = 25, **lines: float) -> None:
    """Draw the loss of each batch, its mean over the last `window` steps, and a dotted line for each named number."""
    smooth = [sum(some) / len(some) for some in (losses[max(0, i - window + 1) : i + 1] for i in range(len(losses)))]
    ax.plot(losses, color="0.8", lw=0.7, label="one batch")
    ax.plot(smooth, color="tab:orange", label=f"mean of the last {window}")
    for (name, height), style in zip(lines.items(), (":", "--", "-."), strict=False):
        ax.axhline(height, color="0.4", lw=0.8, ls=style, label=name.replace("_", " "))
    ax.set(xlabel="step", ylabel="loss")
    ax.legend(fontsize=8)
