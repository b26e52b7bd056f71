"""What the notebook on recurrent networks needs for its pictures and rewards besides the student's functions.

In: sizes, generators, losses, forecasts. Out: made-up series, random weights, trained weights, pictures. Computes
nothing that the exercise asks for: cells, clipping and forecasts are the student's.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence

import torch
from matplotlib.axes import Axes
from torch import Tensor

from course_data.training import Adam

__all__ = [
    "draw_forecast",
    "draw_memory",
    "draw_reach",
    "made_up_series",
    "memory_batch",
    "new_cell",
    "rotation",
    "small_series",
    "train_cells",
]

Weights = dict[str, Tensor]
_GATES = {"RNN": 1, "LSTM": 4, "GRU": 3}  # how many times H columns the weights of a cell have


def rotation(n: int, g: torch.Generator) -> Tensor:
    """Return a random matrix (n, n) that leaves every length as it is, float64."""
    turn: Tensor = torch.linalg.qr(torch.randn(n, n, generator=g, dtype=torch.float64))[0]
    return turn


def small_series(batch: int, steps: int, size: int, scale: float, g: torch.Generator) -> Tensor:
    """Return noise (batch, steps, size) of the standard deviation `scale`, float64."""
    return scale * torch.randn(batch, steps, size, generator=g, dtype=torch.float64)


def made_up_series(n: int, g: torch.Generator) -> Tensor:
    """Return n values: a season of 12 steps that comes and goes, a slower wave, and a little noise, float64."""
    t = torch.arange(n, dtype=torch.float64)
    strength = 1 + 0.6 * torch.sin(2 * math.pi * t / 97)
    season = strength * (torch.sin(2 * math.pi * t / 12) + 0.4 * torch.sin(4 * math.pi * t / 12 + 1))
    slow = 0.8 * torch.sin(2 * math.pi * t / 41 + 0.5)
    return 20 + 3 * (season + slow) + 0.6 * torch.randn(n, generator=g, dtype=torch.float64)


def memory_batch(batch: int, steps: int, g: torch.Generator, device: str | torch.device) -> tuple[Tensor, Tensor]:
    """Return series (batch, steps + 1, 1) that begin with +1 or -1 and go on with noise, and these signs (batch,)."""
    sign = 2.0 * torch.randint(2, (batch,), generator=g) - 1
    noise = 0.3 * torch.randn(batch, steps, generator=g)
    return torch.cat([sign[:, None], noise], dim=1).unsqueeze(2).to(device), sign.to(device)


def new_cell(kind: str, inputs: int, size: int, g: torch.Generator, device: str | torch.device) -> Weights:
    """Return random weights of a cell and of a layer that reads its state out, float32, to be trained.

    kind: "RNN", "LSTM" (columns i, f, g, o; the forget gate begins open) or "GRU" (r, z, n; z begins open).
    Wx (inputs, k * size), Wh (size, k * size), b, or bx and bh, (k * size,), with k = 1, 4 or 3; out (size, 1) and
    offset (1,).
    """
    columns = _GATES[kind] * size

    def normal(rows: int, wide: int) -> Tensor:
        return torch.randn(rows, wide, generator=g) / math.sqrt(rows + size if wide > 1 else rows)

    biases = {name: torch.zeros(columns) for name in (("bx", "bh") if kind == "GRU" else ("b",))}
    if kind != "RNN":
        next(iter(biases.values()))[size : 2 * size] = 2.0
    weights = {"Wx": normal(inputs, columns), "Wh": normal(size, columns), **biases}
    weights |= {"out": normal(size, 1), "offset": torch.zeros(1)}
    return {name: value.to(device).requires_grad_() for name, value in weights.items()}


def train_cells(
    cells: Mapping[str, Weights],
    loss_of: Callable[[str, Weights, torch.Generator], Tensor],
    clip: Callable[[list[Tensor | None]], Sequence[Tensor | None]],
    g: torch.Generator,
    *,
    steps: int,
    seconds: float,
    lr: float,
) -> dict[str, list[float]]:
    """Train the cells side by side with Adam, their gradients clipped, and return the losses of each.

    `loss_of(kind, weights, g)` is the loss of one batch; all kinds see the same batches. It ends after `steps` steps
    or `seconds` seconds, whichever comes first; the learning rate falls towards the end.
    """
    adams = {kind: Adam(list(weights.values())) for kind, weights in cells.items()}
    losses: dict[str, list[float]] = {kind: [] for kind in cells}
    start, done = time.perf_counter(), 0.0
    while done < 1:
        seed = int(torch.randint(2**31, (1,), generator=g))
        for kind, weights in cells.items():
            loss = loss_of(kind, weights, torch.Generator().manual_seed(seed))
            loss.backward()
            losses[kind].append(loss.item())
            moved = adams[kind].weights
            for weight, gradient in zip(moved, clip([weight.grad for weight in moved]), strict=True):
                weight.grad = gradient
            adams[kind].step(lr * (1 - done) + 1e-4)
        done = max(len(next(iter(losses.values()))) / steps, (time.perf_counter() - start) / seconds)
    return losses


def draw_reach(ax: Axes, lengths: Mapping[str, Sequence[float]], factors: Sequence[float] = (0.8, 1.0, 1.25)) -> None:
    """Draw the gradient's length at each state, by name, and dotted what each factor alone would make of it."""
    for (name, length), color in zip(lengths.items(), ("tab:blue", "tab:green", "tab:orange", "tab:red"), strict=False):
        ax.plot(range(len(length) - 1, -1, -1), length, color=color, label=name)
    for s in factors:
        ago = range(len(next(iter(lengths.values()))))
        ax.plot(ago, [s**k for k in ago], color="0.3", lw=0.9, ls=":")
    ax.set(yscale="log", xlabel="steps before the last", ylabel="length of the gradient")
    ax.invert_xaxis()
    ax.set_facecolor("white")
    ax.grid(color="0.9")
    ax.legend(fontsize=8, loc="upper left")


def draw_memory(ax: Axes, losses: Mapping[str, Sequence[float]], window: int = 10) -> None:
    """Draw the losses of each cell, as the mean over the last `window` steps, and the loss of guessing."""
    for kind, past in losses.items():
        smooth = [sum(past[max(0, i - window + 1) : i + 1]) / min(i + 1, window) for i in range(len(past))]
        ax.plot(smooth, label=kind)
    ax.axhline(math.log(2), color="0.4", lw=0.8, ls=":", label="guessing")
    ax.set(xlabel="step", ylabel="loss", ylim=(0, None))
    ax.legend(fontsize=8)


def draw_forecast(ax: Axes, y: Tensor, said: Tensor, naive: Tensor, shown: int = 72) -> None:
    """Draw the last `shown` targets (N,), what a network says of them (N,), and what the naive forecast says."""
    ax.plot(y[-shown:].tolist(), color="0.5", lw=2.5, label="what came")
    ax.plot(said[-shown:].tolist(), color="tab:orange", label="LSTM, three steps ahead")
    ax.plot(naive[-shown:].tolist(), color="tab:blue", lw=1, ls="--", label="as a season before")
    ax.set(xlabel="step", ylabel="standardised value")
    low, high = ax.get_ylim()
    ax.set_ylim(low, high + 0.2 * (high - low))  # room for the legend
    ax.legend(fontsize=8, ncols=3, loc="upper left")
