"""Two tensors and the allowed difference -> a small PNG of where they differ and by how much.

Each element's |difference| / allowed on a logarithmic scale: blue is within the tolerance, white at
its edge, red beyond it. Large tensors are reduced block by block to their worst element, so that a
single wrong one stays visible. It draws without pyplot, so a student's own figures and settings are
left alone, and it does NOT decide what is wrong: compare.py does.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import LinearSegmentedColormap
    from torch import Tensor

__all__ = ["difference_png"]

_MOST_ROWS = 96  # of the picture; more are reduced
_MOST_COLUMNS = 128
_LEAST, _MOST = -3.0, 6.0  # log10 of difference / allowed: the ends of the colour scale
_INK = "#888888"  # reads on white and on black


def difference_png(actual: Tensor, expected: Tensor, allowance: Tensor) -> bytes:
    """Return a PNG heatmap of |actual - expected| / allowance; the three have one shape.

    (N,) is one row; (..., C) is folded to (rows, C). Not finite where it should be: darkest red.
    Raises ValueError if the shapes differ or there is no element.
    """
    if not actual.shape == expected.shape == allowance.shape:
        raise ValueError("difference_png: the three tensors must have the same shape")
    if actual.numel() == 0:
        raise ValueError("difference_png: there is no element to show")
    ratio = _log_ratio(actual, expected, allowance)
    rows = ratio.reshape(-1, ratio.shape[-1]) if ratio.dim() > 0 else ratio.reshape(1, 1)
    return _draw(_worst_of_blocks(rows), tuple(rows.shape))


def _log_ratio(actual: Tensor, expected: Tensor, allowance: Tensor) -> Tensor:
    """log10(|difference| / allowed), clipped to the colour scale; float64 on the CPU."""
    import torch

    a, b, allowed = (t.detach().to("cpu", torch.float64) for t in (actual, expected, allowance))
    same = (a == b) | (a.isnan() & b.isnan())
    ratio = ((a - b).abs() / allowed.clamp_min(1e-300)).log10()
    ratio = torch.where(ratio.isnan(), torch.full_like(ratio, math.inf), ratio)
    ratio = torch.where(same, torch.full_like(ratio, -math.inf), ratio)
    return ratio.clamp(_LEAST, _MOST)


def _worst_of_blocks(rows: Tensor) -> Tensor:
    """(R, C) -> at most (_MOST_ROWS, _MOST_COLUMNS): the largest of each block."""
    import torch

    step_r = math.ceil(rows.shape[0] / _MOST_ROWS)
    step_c = math.ceil(rows.shape[1] / _MOST_COLUMNS)
    if step_r == step_c == 1:
        return rows
    pooled = torch.nn.functional.max_pool2d(rows[None, None], (step_r, step_c), ceil_mode=True)
    return pooled[0, 0]


def _draw(image: Tensor, shape: tuple[int, ...]) -> bytes:
    """Draw the heatmap with its scale below; `shape` is what the axes are labelled with."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    width = 2.2  # inches, as are all lengths below
    left, right, top, scale = 0.34, 0.12, 0.2, 0.42
    height = min(max((width - left - right) * image.shape[0] / image.shape[1], 0.28), 1.5)
    total = top + height + scale
    with mpl.rc_context(_plain_settings()):
        figure = Figure(figsize=(width, total), dpi=200)
        FigureCanvasAgg(figure)
        span = (width - left - right) / width
        heat = figure.add_axes((left / width, scale / total, span, height / total))
        _show(heat, image.numpy())
        heat.set_xticks((0, image.shape[1] - 1) if shape[1] > 1 else (0,), _ends(shape[1]))
        heat.set_yticks((0, image.shape[0] - 1) if shape[0] > 1 else (0,), _ends(shape[0]))
        heat.xaxis.tick_top()
        legend = figure.add_axes((left / width, 0.21 / total, span, 0.07 / total))
        steps = 90
        _show(legend, [[_LEAST + (_MOST - _LEAST) * step / steps for step in range(steps + 1)]])
        places = [steps * (log - _LEAST) / (_MOST - _LEAST) for log in (_LEAST, 0, 3, _MOST)]
        legend.set_xticks(places, ("equal", "allowed", "×1000", "×10⁶"))
        legend.set_yticks(())
        for axes in (heat, legend):
            axes.tick_params(length=0, pad=2, labelsize=6, labelcolor=_INK)
            axes.spines[:].set(color=_INK, linewidth=0.4)
        png = io.BytesIO()
        figure.savefig(png, format="png", transparent=True, pil_kwargs={"optimize": True})
    return png.getvalue()


def _show(axes: Axes, image: object) -> None:
    """Colour = how far beyond the tolerance: the same scale for the tensor and for its legend."""
    axes.imshow(image, cmap=_colours(), vmin=_LEAST, vmax=_MOST, aspect="auto", interpolation="nearest")


def _colours() -> LinearSegmentedColormap:
    from matplotlib.colors import LinearSegmentedColormap

    edge = -_LEAST / (_MOST - _LEAST)  # where difference == allowed
    stops = [
        (0.0, "#3b78b8"),
        (edge * 0.98, "#d6e6f2"),
        (edge * 1.02, "#fbe3d0"),
        (0.66, "#e0483e"),
        (1.0, "#7a0b12"),
    ]
    return LinearSegmentedColormap.from_list("difference", stops)


def _ends(size: int) -> tuple[str, ...]:
    return ("0", str(size - 1)) if size > 1 else ("0",)


def _plain_settings() -> dict[str, object]:
    """What a student may have set for their own plots and what would spoil or slow down ours."""
    return {
        "text.usetex": False,
        "font.family": "DejaVu Sans",
        "path.sketch": None,
        "path.effects": [],
        "axes.grid": False,
        "axes.unicode_minus": True,
        "savefig.bbox": None,
        "savefig.pad_inches": 0.0,
        "image.origin": "upper",
        "figure.autolayout": False,
        "figure.constrained_layout.use": False,
    }
