"""Two tensors and the allowed difference -> small pictures of both and of how they differ, side by side.

Yours and the expected values share one scale, from dark blue to yellow; the difference has its sign: orange where yours
is too small, purple where it is too large, grey where it is right. All three scales can be told apart by people who see
few colours. The pictures hold no text, so that whoever shows them sets it in the page's own colour, and their
background shows through. A large tensor is reduced block by block to its worst element, so that a single wrong one
stays visible; the leading axes of a batch stand apart. It draws pixels, with no plotting library and no setting of the
student's, and does NOT decide what is wrong: compare does.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

__all__ = ["Comparison", "Panel", "comparison"]

_MOST_ROWS, _MOST_COLUMNS = 32, 48  # of a panel; more are reduced
_MOST_PANELS = 3  # of a batch: those that are furthest off
_LEAST_ELEMENTS = 4
_WIDEST, _TALLEST, _TALLEST_OF_BATCH = 132, 132, 88  # pixels on the page
_BLUE_TO_YELLOW = ((0, 34, 78), (62, 77, 108), (124, 123, 120), (188, 174, 108), (254, 232, 56))
_TOO_SMALL, _TOO_LARGE = (214, 115, 10), (126, 92, 200)  # readable on white and on black
_RIGHT, _NOT_FINITE = (128, 128, 128, 48), (204, 0, 102, 255)


@dataclass(frozen=True, slots=True)
class Panel:
    """One matrix: PNGs of the student's values, of the expected ones, and of the difference."""

    label: str  # "[0]" of a batch; "" if there is only one
    yours: bytes
    expected: bytes
    difference: bytes
    width: int  # pixels on the page
    height: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pictures of one value, and what they show in numbers."""

    panels: tuple[Panel, ...]
    rows: int  # of a panel, before it was reduced
    columns: int
    low: float  # the ends of the scale that both values share
    high: float
    largest: float  # the largest finite difference: the end of the difference's scale
    count: int  # elements that differ by more than is allowed
    total: int
    left_out: int = 0  # panels


def comparison(actual: Tensor, expected: Tensor, allowed: Tensor) -> Comparison | None:
    """Return the pictures of two floating-point tensors; the three have one shape, (..., R, C) or (N,).

    None where a picture shows nothing: one number or all of them differ, or there are fewer than four.
    Raises ValueError if the shapes differ.
    """
    if not actual.shape == expected.shape == allowed.shape:
        raise ValueError("comparison: the three tensors must have the same shape")
    shape = tuple(expected.shape)
    a, b, bound = (t.detach().double().cpu().numpy() for t in (actual, expected, allowed))
    with np.errstate(all="ignore"):
        difference = a - b
        wrong = ~((a == b) | (np.isnan(a) & np.isnan(b)) | (np.abs(difference) <= bound))
    count = int(wrong.sum())
    if a.size < _LEAST_ELEMENTS or count in (0, 1, a.size):
        return None
    folded = (-1, shape[-2], shape[-1]) if len(shape) > 1 else (1, 1, shape[0])
    a, b, difference, wrong = (values.reshape(folded) for values in (a, b, difference, wrong))
    finite = np.concatenate([values[np.isfinite(values)] for values in (a, b)])
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    sizes = np.abs(np.where(wrong & np.isfinite(difference), difference, 0.0))
    largest = float(sizes.max())
    badness = np.where(wrong & ~np.isfinite(difference), np.inf, np.where(wrong, sizes, -1.0))
    worst = np.argsort(-badness.max(axis=(1, 2)), kind="stable")[:_MOST_PANELS]
    panels = []
    for number in sorted(worst.tolist()):
        rows, columns = _worst_of_blocks(badness[number])
        actual_part, expected_part, off, bad = (values[number][rows, columns] for values in (a, b, difference, wrong))
        width, height = _size(rows.shape, _TALLEST if len(a) == 1 else _TALLEST_OF_BATCH)
        pictures = (_valued(actual_part, low, high), _valued(expected_part, low, high), _signed(off, bad, largest))
        label = _index(number, shape[:-2]) if len(a) > 1 else ""
        yours, theirs, differ = map(_png, pictures)
        panels.append(Panel(label, yours, theirs, differ, width, height))
    return Comparison(
        tuple(panels), folded[1], folded[2], low, high, largest, count, wrong.size, len(a) - len(panels)
    )  # fmt: skip


def _index(number: int, batch: tuple[int, ...]) -> str:
    return f"[{', '.join(str(int(i)) for i in np.unravel_index(number, batch))}]"


def _worst_of_blocks(badness: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(R, C) -> for each block of at most _MOST_ROWS by _MOST_COLUMNS the row and the column of its worst element."""
    rows, columns = badness.shape
    down, across = math.ceil(rows / _MOST_ROWS), math.ceil(columns / _MOST_COLUMNS)
    padded = np.full((math.ceil(rows / down) * down, math.ceil(columns / across) * across), -np.inf)
    padded[:rows, :columns] = badness
    blocks = padded.reshape(padded.shape[0] // down, down, padded.shape[1] // across, across).transpose(0, 2, 1, 3)
    inside = blocks.reshape(*blocks.shape[:2], -1).argmax(-1)
    at_rows = np.arange(blocks.shape[0])[:, None] * down + inside // across
    at_columns = np.arange(blocks.shape[1])[None] * across + inside % across
    return np.minimum(at_rows, rows - 1), np.minimum(at_columns, columns - 1)


def _size(shape: tuple[int, ...], tallest: int) -> tuple[int, int]:
    """Return a panel's width and height on the page: square elements, as large as the room allows."""
    rows, columns = shape
    element = min(_WIDEST / columns, tallest / rows, 16.0)
    return max(round(columns * element), 12), max(round(rows * element), 8)


def _valued(values: NDArray[np.float64], low: float, high: float) -> NDArray[np.uint8]:
    """(R, C) of values -> (R, C, 4) of colours on the shared scale."""
    with np.errstate(all="ignore"):  # halves: the distance of the largest numbers is none that a float holds
        share = (values / 2 - low / 2) / (high / 2 - low / 2) if high > low else np.full(values.shape, 0.5)
        share = np.clip(np.nan_to_num(share, nan=0.5), 0, 1)
    stops = np.linspace(0, 1, len(_BLUE_TO_YELLOW))
    colours = np.full((*values.shape, 4), 255.0)
    for channel in range(3):
        colours[..., channel] = np.interp(share, stops, [stop[channel] for stop in _BLUE_TO_YELLOW])
    colours[~np.isfinite(values)] = _NOT_FINITE
    return colours.astype(np.uint8)


def _signed(difference: NDArray[np.float64], wrong: NDArray[np.bool_], largest: float) -> NDArray[np.uint8]:
    """(R, C) of differences -> (R, C, 4): the larger, the less the background shows through."""
    with np.errstate(all="ignore"):
        share = np.abs(difference) / largest if largest > 0 else np.ones(difference.shape)
    colours = np.empty((*difference.shape, 4))
    colours[...] = _RIGHT
    for side, colour in ((difference < 0, _TOO_SMALL), (difference > 0, _TOO_LARGE)):
        colours[wrong & side, :3] = colour
    colours[wrong, 3] = (90 + 165 * np.clip(np.nan_to_num(np.sqrt(share), posinf=1.0), 0, 1))[wrong]
    colours[wrong & ~np.isfinite(difference)] = _NOT_FINITE
    return np.clip(colours, 0, 255).astype(np.uint8)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Return the picture, one pixel for an element: the page draws it larger, which costs nothing here."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format="png", compress_level=4)
    return file.getvalue()
