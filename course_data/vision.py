"""What the notebooks on pictures need besides the student's functions: digits as tensors, and drawings.

In: tensors of pictures, numbers, names, a generator. Out: tensors; or a figure. Computes nothing that an exercise asks
for, and does NOT train: the loops are the notebooks' own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence

import torch
from torch import Tensor

from course_data import digits

__all__ = ["draw_grid", "draw_kernels", "draw_readings", "draw_shares", "moved", "read_digits", "within"]


def within(steps: int, seconds: float) -> Iterator[int]:
    """Count from 0 to steps - 1, and stop early when the seconds are over."""
    end = time.perf_counter() + seconds
    for step in range(steps):
        if step and time.perf_counter() > end:
            return
        yield step


def read_digits(g: torch.Generator, held_out: int = 300) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return handwritten digits in random order: X (N, 1, 8, 8), 0 to 1, their labels (N,), and both held out."""
    pictures, labels = digits()
    order = torch.randperm(len(labels), generator=g)
    x = (torch.tensor(pictures, dtype=torch.float32) / 16).reshape(-1, 1, 8, 8)[order]
    y = torch.tensor(labels)[order]
    return x[held_out:], y[held_out:], x[:held_out], y[:held_out]


def moved(x: Tensor, down: int, right: int) -> Tensor:
    """Return the pictures (B, C, H, W) moved by so many pixels; what comes in from outside is 0."""
    height, width = x.shape[2:]
    out = torch.zeros_like(x)
    rows, from_rows = _overlap(height, down)
    columns, from_columns = _overlap(width, right)
    out[:, :, rows, columns] = x[:, :, from_rows, from_columns]
    return out


def _overlap(size: int, by: int) -> tuple[slice, slice]:
    """Return where numbers land that are moved by so many places, and where they came from."""
    here, there = slice(max(by, 0), size + min(by, 0)), slice(max(-by, 0), size - max(by, 0))
    return here, there


def draw_grid(pictures: Sequence[Tensor], titles: Sequence[str], *, signed: bool = False) -> None:
    """Draw pictures (H, W) in a row, each with its title; signed ones in red and blue, with white for 0."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(
        1, len(pictures), figsize=(1.9 * len(pictures), 2.2), squeeze=False, layout="constrained", facecolor="white"
    )
    for ax, picture, title in zip(axes[0], pictures, titles, strict=True):
        top = max(float(picture.abs().max()), 1e-9)
        low, colours = (-top, "RdBu_r") if signed else (0.0, "gray_r")
        ax.imshow(picture.detach().cpu().numpy(), cmap=colours, vmin=low, vmax=top)
        ax.set_title(title, fontsize=9, color="black")
        ax.set(xticks=[], yticks=[])
    figure.canvas.draw_idle()


def draw_kernels(w: Tensor, title: str) -> None:
    """Draw the kernels (N, 1, kh, kw) of a first layer in a row, all on one scale, under one title."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(
        1, len(w), figsize=(0.95 * len(w), 1.5), squeeze=False, layout="constrained", facecolor="white"
    )
    top = float(w.abs().max())
    for ax, kernel in zip(axes[0], w[:, 0], strict=True):
        ax.imshow(kernel.numpy(), cmap="RdBu_r", vmin=-top, vmax=top)
        ax.set(xticks=[], yticks=[])
    figure.suptitle(title, fontsize=9, color="black")


def draw_readings(x: Tensor, y: Tensor, said: Tensor, columns: int = 10) -> None:
    """Draw the pictures (B, 1, H, W) of which the probabilities (B, K) say least for the true label, worst first."""
    import matplotlib.pyplot as plt

    worst = said[torch.arange(len(y)), y].argsort()[:columns]
    figure, axes = plt.subplots(
        1, len(worst), figsize=(1.05 * len(worst), 1.9), squeeze=False, layout="constrained", facecolor="white"
    )
    for ax, i in zip(axes[0], worst.tolist(), strict=True):
        guess, truth = int(said[i].argmax()), int(y[i])
        ax.imshow(x[i, 0].numpy(), cmap="gray_r", vmin=0, vmax=1)
        colour = "tab:green" if guess == truth else "tab:red"
        ax.set_title(f"is {truth}\nread {guess}", fontsize=8, color=colour)
        ax.set(xticks=[], yticks=[])
    figure.suptitle("the digits held out that gave it most trouble", fontsize=9, color="black")


def draw_shares(counts: Mapping[str, Sequence[int]], parts: Sequence[str]) -> None:
    """Draw one bar for each name, its length the share of each part; the total stands beside it."""
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(figsize=(7, 0.5 + 0.45 * len(counts)), layout="constrained", facecolor="white")
    ax.set_facecolor("white")
    colours = ("tab:blue", "tab:orange", "tab:green")
    for y, (name, numbers) in enumerate(counts.items()):
        left, total = 0.0, max(sum(numbers), 1)
        for part, (label, number) in enumerate(zip(parts, numbers, strict=True)):
            ax.barh(y, number / total, left=left, color=colours[part], label=label if y == 0 else None)
            left += number / total
        ax.text(1.01, y, f"{sum(numbers):,}", va="center", fontsize=9, color="black")
        ax.text(-0.01, y, name, va="center", ha="right", fontsize=9, color="black")
    ax.invert_yaxis()
    ax.set(xlim=(0, 1), yticks=[], xticks=[0, 0.5, 1], xticklabels=["0 %", "50 %", "100 %"])
    ax.tick_params(colors="black")
    ax.spines[:].set_visible(False)
    ax.legend(
        fontsize=8, ncols=len(parts), loc="lower center", bbox_to_anchor=(0.5, 1.0), frameon=False, labelcolor="black"
    )
    figure.canvas.draw_idle()
