"""Made-up pictures with shapes in them, and the boxes around these, for the notebook on detection.

In: how many, a size, a generator; boxes and labels to draw. Out: pictures and their true boxes; a drawing; a network
with two heads, and its random weights. Computes nothing that an exercise asks for: no overlap, no coding of boxes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from matplotlib.axes import Axes
from torch import Tensor
from torch.nn import functional

__all__ = ["SHAPES", "draw_boxes", "new_detector", "shape_pictures", "two_heads"]

SHAPES = ("nothing", "square", "disc", "triangle")  # the classes; 0 is background
_COLOURS = ("0.5", "tab:orange", "tab:blue", "tab:green")


def shape_pictures(n: int, size: int, g: torch.Generator) -> tuple[Tensor, list[Tensor], list[Tensor]]:
    """Return n grey pictures (n, 1, size, size), and for each its boxes (k, 4) as x0, y0, x1, y1 and classes (k,).

    One to three shapes in each, 7 to size / 2 pixels wide and high, which hardly overlap. A box is as tight as the
    formula of its shape. A pixel (row, column) is the square from (column, row) to (column + 1, row + 1).
    """
    pictures = torch.rand(n, 1, size, size, generator=g) * 0.25
    all_boxes: list[Tensor] = []
    all_classes: list[Tensor] = []
    for picture in pictures[:, 0]:
        boxes: list[list[float]] = []
        classes: list[int] = []
        wanted = int(torch.randint(1, 4, (1,), generator=g))
        for _ in range(12):  # a try is given up where another shape is in the way
            if len(boxes) == wanted:
                break
            draws = torch.rand(5, generator=g).tolist()
            width = 7 + draws[0] * (size / 2 - 7)
            height = width * (0.75 + 0.5 * draws[1])
            x0, y0 = draws[2] * (size - width), draws[3] * (size - height)
            box = [x0, y0, x0 + width, y0 + height]
            if y0 < 0 or any(_near(box, other) for other in boxes):
                continue
            kind = int(torch.randint(1, 4, (1,), generator=g))
            picture[_inside(kind, box, size)] += 0.5 + 0.25 * draws[4]
            boxes.append(box)
            classes.append(kind)
        all_boxes.append(torch.tensor(boxes).reshape(-1, 4))
        all_classes.append(torch.tensor(classes, dtype=torch.int64))
    return pictures, all_boxes, all_classes


def _near(a: Sequence[float], b: Sequence[float]) -> bool:
    """Say whether two boxes come closer than they may: more than 2 pixels into each other both ways."""
    return all(min(a[i + 2], b[i + 2]) - max(a[i], b[i]) > 2 for i in (0, 1))


def _inside(kind: int, box: Sequence[float], size: int) -> Tensor:
    """Return which pixels' centres lie in the shape that fills the box."""
    x0, y0, x1, y1 = box
    centres = torch.arange(size) + 0.5
    across, down = (centres - x0)[None, :] / (x1 - x0), (centres - y0)[:, None] / (y1 - y0)
    within = (across >= 0) & (across <= 1) & (down >= 0) & (down <= 1)
    if kind == 2:
        within &= (across - 0.5) ** 2 + (down - 0.5) ** 2 <= 0.25
    if kind == 3:  # the point above, in the middle
        within &= (across - 0.5).abs() <= down / 2
    return within


def new_detector(sizes: int, classes: int, g: torch.Generator, device: str | torch.device = "cpu") -> list[Tensor]:
    """Return the weights and biases of four convolutions and of the two heads, for so many anchors at each place."""
    shapes = [(16, 1, 3, 3), (32, 16, 3, 3), (48, 32, 3, 3), (48, 48, 3, 3)]
    shapes += [(sizes * classes, 48, 1, 1), (sizes * 4, 48, 1, 1)]
    weights: list[Tensor] = []
    for shape in shapes:
        gain = 2.0 if shape[2] == 3 else 0.1
        scale = math.sqrt(gain / (shape[1] * shape[2] * shape[3]))
        weights += [torch.randn(*shape, generator=g) * scale, torch.zeros(shape[0])]
    return [w.to(device).requires_grad_() for w in weights]


def two_heads(x: Tensor, weights: Sequence[Tensor], classes: int) -> tuple[Tensor, Tensor]:
    """Pictures (B, 1, H, W), H and W multiples of 8 -> logits (B, A, classes) and offsets (B, A, 4).

    Each of the H / 8 by W / 8 places has as many anchors as the heads were made for; their order: row by row, place by
    place, and at each place one anchor after the other.
    """
    for layer, stride in enumerate((2, 2, 2, 1)):
        w, b = weights[2 * layer : 2 * layer + 2]
        x = functional.conv2d(x, w, b, stride=stride, padding=1).relu()
    logits = functional.conv2d(x, weights[8], weights[9]).permute(0, 2, 3, 1)
    offsets = functional.conv2d(x, weights[10], weights[11]).permute(0, 2, 3, 1)
    return logits.reshape(len(x), -1, classes), offsets.reshape(len(x), -1, 4)


def draw_boxes(
    ax: Axes,
    boxes: Tensor,
    classes: Sequence[int],
    notes: Sequence[str] | None = None,
    *,
    picture: Tensor | None = None,
    dashed: bool = False,
) -> None:
    """Draw boxes (N, 4), each in its class's colour, with a note above it, on a grey picture (H, W) if there is one."""
    from matplotlib.patches import Rectangle

    if picture is not None:
        ax.imshow(picture.numpy(), cmap="gray_r", vmin=0, vmax=1.2, extent=(0, picture.shape[1], picture.shape[0], 0))
        ax.set(xticks=[], yticks=[])
    for i, (x0, y0, x1, y1) in enumerate(boxes.tolist()):
        colour = "black" if dashed else _COLOURS[classes[i]]
        line, width = ("--", 1.0) if dashed else ("-", 1.8 if classes[i] else 0.5)
        ax.add_patch(Rectangle((x0, y0), x1 - x0, y1 - y0, fill=False, ec=colour, ls=line, lw=width))
        if notes is not None:
            back = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.6}
            ax.text(x0, y0 - 0.5, notes[i], color=colour, fontsize=7, va="bottom", ha="left", bbox=back)
