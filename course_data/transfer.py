"""What the pictures of the notebook on deep nets and transfer need besides the student's functions.

In: networks, pictures, maps, a generator. Out: pictures of digits, a trained network, drawings. Computes nothing that
the exercise asks for: it freezes nothing, and carries no weights from one network to another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from course_data import digits
from course_data.training import Adam

__all__ = ["accuracy", "digit_pictures", "draw_explanations", "draw_pictures", "fit", "labelled"]


def digit_pictures(g: torch.Generator, device: str | torch.device = "cpu") -> tuple[Tensor, Tensor]:
    """Return scikit-learn's digits in random order: pictures (1797, 1, 8, 8) from 0 to 1, and their labels (1797,)."""
    pixels, labels = digits()
    order = torch.randperm(len(labels), generator=g)
    x = torch.tensor(pixels, dtype=torch.float32).view(-1, 1, 8, 8)[order] / 16
    return x.to(device), torch.tensor(labels)[order].to(device)


def labelled(x: Tensor, y: Tensor, each: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the first `each` pictures of each class with their labels, and 400 of the others with theirs."""
    chosen = torch.cat([(y == k).nonzero()[:each, 0] for k in sorted(set(y.tolist()))])
    rest = torch.ones(len(y), dtype=torch.bool, device=y.device)
    rest[chosen] = False
    return x[chosen], y[chosen], x[rest][:400], y[rest][:400]


def fit(
    net: nn.Module,
    x: Tensor,
    y: Tensor,
    g: torch.Generator,
    *,
    steps: int,
    lr: float,
    batch: int = 64,
    as_it_is: bool = False,
) -> None:
    """Train the parameters that want a gradient: on labels y (N,), or to give pictures y back, with squared errors.

    The network is put into training mode first, unless it is to be taken `as_it_is`.
    """
    if not as_it_is:
        net.train()
    optimiser = Adam([p for p in net.parameters() if p.requires_grad])
    for _ in range(steps):
        chosen = torch.randperm(len(x), generator=g)[:batch].to(x.device)
        out = net(x[chosen])
        loss = functional.cross_entropy(out, y[chosen]) if y.ndim == 1 else ((out - y[chosen]) ** 2).mean()
        loss.backward()
        optimiser.step(lr)


def accuracy(net: nn.Module, x: Tensor, y: Tensor) -> float:
    """Return the share of the pictures that the network, in use, reads rightly; its modes stay as they were."""
    modes = {module: module.training for module in net.modules()}
    net.eval()
    with torch.no_grad():
        right = float((net(x).argmax(1) == y).double().mean())
    for module, mode in modes.items():
        module.training = mode
    return right


def draw_pictures(rows: Mapping[str, Tensor], names: Sequence[str]) -> None:
    """Draw a named row of pictures (N, 1, H, W) each, the columns with names of their own."""
    import matplotlib.pyplot as plt

    size = (1 + len(names), 1.1 * len(rows))
    _, axes = plt.subplots(len(rows), len(names), figsize=size, squeeze=False, layout="constrained")
    for line, (title, pictures) in zip(axes, rows.items(), strict=True):
        for ax, picture, name in zip(line, pictures.cpu().numpy(), names, strict=True):
            ax.imshow(picture[0], cmap="gray_r", vmin=0, vmax=1)
            ax.set(xticks=[], yticks=[])
            if ax in axes[0]:
                ax.set_title(name, fontsize=9)
        line[0].set_ylabel(title, fontsize=9)


def draw_explanations(pictures: Tensor, maps: Mapping[str, Tensor], names: Sequence[str]) -> None:
    """Draw a row for each picture (N, 1, H, W): itself, and each named map (N, h, w), stretched, with its outline."""
    import matplotlib.pyplot as plt

    size = (2 * (1 + len(maps)), 1.9 * len(names))
    _, axes = plt.subplots(len(names), 1 + len(maps), figsize=size, squeeze=False, layout="constrained")
    height, width = pictures.shape[2:]
    whole = (0, width, height, 0)
    for row, name in enumerate(names):
        picture = pictures[row, 0].cpu().numpy()
        axes[row, 0].imshow(picture, cmap="gray_r", extent=whole)
        axes[row, 0].set_ylabel(name, fontsize=9)
        for ax, (title, found) in zip(axes[row, 1:], maps.items(), strict=True):
            ax.imshow(found[row].detach().cpu().numpy(), cmap="inferno", extent=whole)
            ax.contour(picture, levels=[0.5], colors="white", linewidths=0.9, extent=whole, origin="upper")
            ax.set_title(title if row == 0 else "", fontsize=9)
        for ax in axes[row]:
            ax.set(xticks=[], yticks=[])
