"""What the notebook on generative models needs besides the student's functions: networks, data, pictures.

In: sizes, generators, tensors. Out: small networks with given random weights, points in the plane, pictures.
Computes nothing that an exercise asks for, and does NOT train: that is the notebook's own loop.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import torch
from matplotlib.axes import Axes
from torch import Tensor, nn

from course_data import digits

__all__ = ["blobs", "digit_pictures", "draw_clouds", "draw_pictures", "network", "spiral", "stripes", "with_step"]


def network(sizes: Sequence[int], g: torch.Generator, dtype: torch.dtype = torch.float32) -> nn.Sequential:
    """Return a network of linear layers of these sizes, tanh between them; all its weights come from `g`."""
    layers: list[nn.Module] = []
    for fan_in, fan_out in pairwise(sizes):
        layer = nn.Linear(fan_in, fan_out, dtype=dtype)
        with torch.no_grad():
            layer.weight.copy_(torch.randn(fan_out, fan_in, generator=g, dtype=dtype) / math.sqrt(fan_in))
            layer.bias.copy_(torch.randn(fan_out, generator=g, dtype=dtype) * 0.1)
        layers += [layer, nn.Tanh()]
    return nn.Sequential(*layers[:-1])


def blobs(n: int, g: torch.Generator, count: int = 5) -> Tensor:
    """Return n points (n, 2) of `count` small clouds that stand on a circle of radius 1."""
    angle = torch.randint(0, count, (n,), generator=g) * (2 * math.pi / count)
    return torch.stack([angle.cos(), angle.sin()], dim=1) + 0.08 * torch.randn(n, 2, generator=g)


def spiral(n: int, g: torch.Generator) -> Tensor:
    """Return n points (n, 2), double precision, of a spiral with two turns, about 1 in size in each direction."""
    turn = (0.2 + 0.8 * torch.rand(n, generator=g, dtype=torch.float64)) * 3 * math.pi
    line = torch.stack([turn.cos(), turn.sin()], dim=1) * (turn / (3 * math.pi))[:, None] * 2
    return line + 0.04 * torch.randn(n, 2, generator=g, dtype=torch.float64)


def with_step(x: Tensor, t: Tensor, steps: int) -> Tensor:
    """Return x (N, 2) with five more columns that tell the step t (N,): the share t / steps, and sines of it."""
    share = (t.to(x.dtype) / steps)[:, None]
    waves = [f(k * math.pi * share) for k in (1, 2) for f in (torch.sin, torch.cos)]
    return torch.cat([x, share, *waves], dim=1)


def digit_pictures() -> tuple[Tensor, Tensor]:
    """Return scikit-learn's digits as grey levels 0 to 1 (1797, 64), and their labels (1797,)."""
    pixels, labels = digits()
    return torch.tensor(pixels, dtype=torch.float32) / 16, torch.tensor(labels)


def stripes(size: int, period: float) -> Tensor:
    """Return a picture (size, size) of crossing waves, slanted, with values from -1 to 1."""
    at = torch.arange(size, dtype=torch.float32) * (2 * math.pi / period)
    y, x = torch.meshgrid(at, at, indexing="ij")
    return (torch.sin(x + 0.5 * y) + torch.tanh(4 * torch.sin(y - 0.5 * x)) * 0.6).clamp(-1, 1)


def draw_clouds(axes: Sequence[Axes], clouds: Mapping[str, Tensor], span: float, under: Tensor | None = None) -> None:
    """Draw each cloud of points (N, 2) on an axis of its own, from -span to span; in grey below it `under`."""
    for ax, (title, points) in zip(axes, clouds.items(), strict=True):
        ax.set_facecolor("white")
        if under is not None:
            ax.plot(*under.detach().cpu().T.numpy(), ".", ms=2, color="0.8")
        ax.plot(*points.detach().cpu().T.numpy(), ".", ms=2.5, color="tab:blue")
        ax.set(xlim=(-span, span), ylim=(-span, span), xticks=[], yticks=[], aspect="equal")
        ax.set_title(title, fontsize=9)


def draw_pictures(ax: Axes, pictures: Tensor, columns: int, title: str) -> None:
    """Draw pictures (N, H, W) side by side in rows of `columns`, dark on light."""
    n, h, w = pictures.shape
    rows = -(-n // columns)
    sheet = torch.full((rows * (h + 1), columns * (w + 1)), float("nan"))
    for i, picture in enumerate(pictures.detach().cpu()):
        top, left = (i // columns) * (h + 1), (i % columns) * (w + 1)
        sheet[top : top + h, left : left + w] = picture
    ax.imshow(sheet.numpy(), cmap="gray_r")
    ax.axis("off")
    ax.set_title(title, fontsize=9)
