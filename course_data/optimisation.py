"""What the pictures and the last cell of the notebook on regularisation and optimisers need besides the student's work.

In: numbers, settings, the student's functions. Out: made-up measurements, a training, pictures. Computes nothing that
the exercise asks for: updates, dropout and the learning rate come from functions that are handed in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import torch
from matplotlib.axes import Axes
from torch import Tensor

from course_data import digits

__all__ = [
    "Training",
    "draw_errors",
    "draw_fits",
    "draw_paths",
    "draw_search",
    "draw_trainings",
    "few_digits",
    "measurements",
    "train_digits",
]

Data = tuple[Tensor, Tensor, Tensor, Tensor]
State = tuple[Tensor, Tensor, int]
Update = Callable[[Tensor, Tensor, State, float], tuple[Tensor, State]]


def measurements(g: torch.Generator, n: int) -> tuple[Tensor, Tensor]:
    """Return x (n,) from [-1, 1) and y (n,), float64: noisy values (standard deviation 0.3) of a smooth curve."""
    x = 2 * torch.rand(n, generator=g, dtype=torch.float64) - 1
    noise = 0.3 * torch.randn(n, generator=g, dtype=torch.float64)
    return x, _truth(x) + noise


def _truth(x: Tensor) -> Tensor:
    return torch.sin(4 * x) + x


def draw_fits(ax: Axes, x: Tensor, y: Tensor, fits: Mapping[str, Tensor]) -> None:
    """Draw the measurements, the true curve, and the polynomial of each named list of coefficients (lowest first)."""
    t = torch.linspace(-1, 1, 300, dtype=torch.float64)
    ax.plot(x, y, "o", color="0.3", ms=4, label="measured")
    ax.plot(t, _truth(t), color="0.6", lw=1, ls="--", label="truth")
    for name, w in fits.items():
        value = torch.zeros_like(t)
        for c in w.cpu().flip(0):
            value = value * t + c
        ax.plot(t, value, lw=1.3, label=name)
    ax.set(xlabel="x", ylabel="y", ylim=(float(y.min()) - 1, float(y.max()) + 1))
    ax.legend(fontsize=7)


def draw_errors(ax: Axes, at: Sequence[float], measured: Sequence[float], new: Sequence[float], name: str) -> None:
    """Draw two curves of errors, on a logarithmic axis that stops at 100, over the settings `at`."""
    ax.plot(at, measured, "o-", ms=3, color="tab:blue", label="on the measurements")
    ax.plot(at, new, "o-", ms=3, color="tab:orange", label="on new ones")
    ax.set(xlabel=name, ylabel="mean squared error", yscale="log", ylim=(0.005, 100))
    ax.legend(fontsize=7)


def draw_search(ax: Axes, loss: Callable[..., float], settings: Sequence[Mapping[str, float]], title: str) -> None:
    """Draw the settings {lr, lam} that were tried over the height of loss(lr=, lam=), both axes logarithmic."""
    lrs = [10 ** (-4 + 4 * k / 60) for k in range(61)]
    lams = [10 ** (-3 + 4 * k / 60) for k in range(61)]
    heights = [[loss(lr=lr, lam=lam) for lr in lrs] for lam in lams]
    ax.contourf(lrs, lams, heights, levels=12, cmap="Blues_r", alpha=0.8)
    ax.plot([one["lr"] for one in settings], [one["lam"] for one in settings], "o", color="tab:orange", ms=5)
    for one in settings:
        ax.axvline(one["lr"], ymax=0.05, color="tab:red", lw=1)
    ax.set(xscale="log", yscale="log", xlabel="lr", ylabel="lam")
    ax.set_title(title, fontsize=9)


def draw_paths(ax: Axes, height: Callable[[Tensor], Tensor], paths: Mapping[str, Tensor]) -> None:
    """Draw the named paths (steps, 2) over the contours of height((.., 2))."""
    x, y = torch.linspace(-4.6, 2.2, 120, dtype=torch.float64), torch.linspace(-1.4, 1.4, 80, dtype=torch.float64)
    grid = torch.stack(torch.meshgrid(x, y, indexing="xy"), dim=-1)
    ax.contour(x, y, height(grid), levels=[0.03 * 2.2**k for k in range(9)], colors="0.75", linewidths=0.7)
    for name, path in paths.items():
        ax.plot(path[:, 0].cpu(), path[:, 1].cpu(), "o-", ms=2.5, lw=1, label=name)
    ax.plot(0, 0, "*", color="0.2", ms=10)
    ax.set(xlabel="x", ylabel="y", xlim=(-4.6, 2.2), ylim=(-1.4, 1.4))
    ax.legend(fontsize=8, loc="upper right")


def few_digits(g: torch.Generator, n: int, wrong: float = 0.0) -> Data:
    """Return n pictures (n, 64) with labels, some of these wrong at random, and 600 other pictures with right ones."""
    pixels, labels = digits()
    order = torch.randperm(len(labels), generator=g)[: n + 600]
    x = torch.tensor(pixels, dtype=torch.float64)[order] / 8 - 1
    y = torch.tensor(labels)[order]
    other = (y[:n] + torch.randint(1, 10, (n,), generator=g)) % 10
    spoilt = torch.rand(n, generator=g) < wrong
    return x[:n], torch.where(spoilt, other, y[:n]), x[n:], y[n:]


@dataclass
class Training:
    """What was seen of a training, once for each epoch."""

    losses: list[float] = field(default_factory=list)  # on the pictures learned from
    held_out: list[float] = field(default_factory=list)  # on the others
    right: list[float] = field(default_factory=list)  # share of the others that is read rightly


def train_digits(
    data: Data,
    update: Update,
    dropout: Callable[[Tensor, Tensor | None, bool], Tensor],
    rate: Callable[[int, int], float],
    g: torch.Generator,
    *,
    epochs: int = 60,
    drop: float = 0.0,
    hidden: int = 64,
    batch: int = 50,
) -> Training:
    """Train a network 64 - hidden - hidden - 10 on few digits, and look at it after each epoch.

    `update(p, g, state, lr)` -> (p, state) moves one tensor, its state beginning as (zeros, zeros, 0);
    `dropout(x, mask, training)` acts on the hidden activations, with masks that leave out a share `drop`;
    `rate(step, steps)` is the learning rate.
    """
    x, y, others, truth = data
    sizes = [(64, hidden), (hidden, hidden), (hidden, 10)]
    params = []
    for rows, columns in sizes:
        params += [torch.randn(rows, columns, generator=g, dtype=x.dtype) * math.sqrt(2 / rows), x.new_zeros(columns)]
    states: list[State] = [(torch.zeros_like(p), torch.zeros_like(p), 0) for p in params]

    def logits(inputs: Tensor, weights: Sequence[Tensor], *, training: bool) -> Tensor:
        h = inputs
        for layer in range(2):
            h = torch.relu(h @ weights[2 * layer] + weights[2 * layer + 1])
            mask = torch.rand(h.shape, generator=g) >= drop if training else None
            h = dropout(h, mask, training)
        return h @ weights[4] + weights[5]

    seen, step, steps = Training(), 0, epochs * math.ceil(len(x) / batch)
    for _ in range(epochs):
        for chosen in torch.split(torch.randperm(len(x), generator=g), batch):
            weights = [p.detach().requires_grad_() for p in params]
            loss = torch.nn.functional.cross_entropy(logits(x[chosen], weights, training=True), y[chosen])
            grads = torch.autograd.grad(loss, weights)
            lr = rate(step, steps)
            moved = [update(p, d, state, lr) for p, d, state in zip(params, grads, states, strict=True)]
            params, states = [p for p, _ in moved], [state for _, state in moved]
            step += 1
        with torch.no_grad():
            known, new = (logits(some, params, training=False) for some in (x, others))
            seen.losses.append(float(torch.nn.functional.cross_entropy(known, y)))
            seen.held_out.append(float(torch.nn.functional.cross_entropy(new, truth)))
            seen.right.append(float((new.argmax(1) == truth).double().mean()))
    return seen


def draw_trainings(trainings: Mapping[str, Training], kept: Mapping[str, int]) -> None:
    """Draw both losses of each training in a panel of its own, with a cross at the epoch that is kept."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(1, len(trainings), figsize=(11, 2.7), sharey=True, squeeze=False, layout="constrained")
    for ax, (name, one) in zip(axes[0], trainings.items(), strict=True):
        ax.plot(one.losses, color="tab:blue", label="learned from")
        ax.plot(one.held_out, color="tab:orange", label="never seen")
        ax.plot(kept[name], one.held_out[kept[name]], "x", color="tab:red", ms=9, mew=2, label="kept")
        ax.set(xlabel="epoch", title=name, ylim=(0, 3))
    axes[0, 0].set_ylabel("loss")
    axes[0, 0].legend(fontsize=7)
