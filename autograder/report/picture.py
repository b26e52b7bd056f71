"""Two tensors and the allowed difference -> a small PNG of where they differ and by how much.

Each element's |difference| / allowed on a logarithmic scale: grey and blue are within the tolerance,
yellow to purple beyond it. Large tensors are reduced block by block to their worst element, so that a
single wrong one stays visible. It draws without pyplot, so a student's own figures and settings are
left alone, and it does NOT decide what is wrong: compare does.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from torch import Tensor

__all__ = ["difference_png"]

_MOST_ROWS = 48  # of the picture; more are reduced
_MOST_COLUMNS = 64
_LEAST, _MOST = -3.0, 6.0  # log10 of difference / allowed: the ends of the colour scale
_STOPS = (  # log10, red, green, blue, opacity; what is right stays in the background of any theme
    (_LEAST, 128, 128, 128, 36),
    (-0.05, 60, 132, 198, 140),
    (0.05, 245, 196, 80, 255),
    (2.5, 224, 72, 62, 255),
    (_MOST, 148, 16, 92, 255),
)
_INK = "#888888"  # reads on white and on black
_DPI = 200
_WIDTH, _LEFT, _SPAN, _TOP, _BELOW = 440, 60, 340, 40, 84  # pixels; shown at half the size
_TIMES = "\N{MULTIPLICATION SIGN}"
_LEGEND = ((_LEAST, "equal"), (0.0, "allowed"), (3.0, f"{_TIMES}1000"), (_MOST, f"{_TIMES}10⁶"))


def difference_png(actual: Tensor, expected: Tensor, allowed_difference: Tensor) -> bytes:
    """Return a PNG heatmap of |actual - expected| / allowance; the three have one shape.

    (N,) is one row; (..., C) is folded to (rows, C). Not finite where it should be: the darkest purple.
    Raises ValueError if the shapes differ or there is no element.
    """
    if not actual.shape == expected.shape == allowed_difference.shape:
        raise ValueError("difference_png: the three tensors must have the same shape")
    if actual.numel() == 0:
        raise ValueError("difference_png: there is no element to show")
    ratio = _log_ratio(actual, expected, allowed_difference)
    rows = ratio.reshape(-1, ratio.shape[-1]) if ratio.dim() > 0 else ratio.reshape(1, 1)
    return _draw(_worst_of_blocks(rows), tuple(rows.shape))


def _log_ratio(actual: Tensor, expected: Tensor, allowed_difference: Tensor) -> Tensor:
    """log10(|difference| / allowed), clipped to the colour scale; float64 on the CPU."""
    import torch

    a, b, allowed = (t.detach().to("cpu", torch.float64) for t in (actual, expected, allowed_difference))
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
    """Draw the heatmap with its scale below; `shape` is what its sides are labelled with."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from PIL import Image

    rows, columns = image.shape
    tall = min(max(_SPAN * rows // columns, 36), 300)
    height = _TOP + tall + _BELOW
    with mpl.rc_context(_plain_settings()):
        figure = Figure(figsize=(_WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor="none")
        for x, y, text, side in _labels(tall, (rows, columns), shape):
            figure.text(x / _WIDTH, 1 - y / height, text, size=6, color=_INK, ha=side, va="center")
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
    picture = np.array(canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # (height, _WIDTH, 4)
    picture[_TOP : _TOP + tall, _LEFT : _LEFT + _SPAN] = _pixels(image.numpy(), tall)
    scale = np.linspace(_LEAST, _MOST, _SPAN)[None]
    picture[-54:-42, _LEFT : _LEFT + _SPAN] = _pixels(scale, 12)
    png = io.BytesIO()
    Image.fromarray(picture).save(png, format="png")
    return png.getvalue()


def _pixels(log: NDArray[np.float64], tall: int) -> NDArray[np.uint8]:
    """(R, C) of log10(difference / allowed) -> (tall, _SPAN, 4) of colours; every element a block."""
    stops = np.array(_STOPS)
    channels = [np.interp(log, stops[:, 0], stops[:, channel]) for channel in range(1, 5)]
    colours = np.stack(channels, axis=-1).astype(np.uint8)
    down, across = np.arange(tall) * log.shape[0] // tall, np.arange(_SPAN) * log.shape[1] // _SPAN
    blocks: NDArray[np.uint8] = colours[down[:, None], across]
    return blocks


def _labels(tall: int, blocks: tuple[int, int], shape: tuple[int, ...]) -> Iterator[tuple[float, float, str, str]]:
    """The first and the last index of both sides, and the scale's words: x, y from above, text, side."""
    for axis, (count, size) in enumerate(zip(blocks, shape, strict=True)):
        for index in sorted({0, size - 1}):
            middle = (0.5 if index == 0 else count - 0.5) / count
            text = str(index) if index < 10_000 else f"{index // 1000}k"
            if axis == 0:
                yield _LEFT - 8, _TOP + tall * middle, text, "right"
            else:
                yield _LEFT + _SPAN * middle, _TOP - 16, text, "center"
    for log, word in _LEGEND:
        yield _LEFT + _SPAN * (log - _LEAST) / (_MOST - _LEAST), _TOP + tall + 62, word, "center"


def _plain_settings() -> dict[Any, object]:
    """What a student may have set for their own plots and what would spoil or slow down ours."""
    return {"text.usetex": False, "font.family": "DejaVu Sans", "path.sketch": None, "path.effects": []}
