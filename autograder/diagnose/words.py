"""The words of a diagnosis: what a student calls the parts of a tensor, and how a number is written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.model import Diagnosis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import torch

__all__ = ["Factor", "listed", "number", "recognise", "seen", "slices", "spots", "which"]


def seen(cause: str, text: str, confidence: float = 0.9) -> Diagnosis:
    """Return the diagnosis of something seen in the numbers."""
    return Diagnosis(text, "numeric", cause, confidence)


def slices(axis: int, dims: int, *, many: bool = True) -> str:
    """Name what lies along an axis: the entries of axis 0 of a matrix are its rows."""
    if dims == 1:
        return "elements" if many else "element"
    if dims == 2:
        name = ("row", "column")[axis]
    else:
        name = f"slice along axis {axis}"
        if many:
            return f"slices along axis {axis}"
    return f"{name}s" if many else name


def which(axis: int, dims: int, positions: Sequence[int]) -> str:
    """Name some entries of an axis: "row 3", "columns 0 and 5", "the slices 0 and 5 along axis 1"."""
    plural = "s" if len(positions) > 1 else ""
    if dims > 2:
        return f"the slice{plural} {listed(positions)} along axis {axis}"
    return f"{slices(axis, dims, many=False)}{plural} {listed(positions)}"


def spots(mask: torch.Tensor) -> str:
    """Name the first places of a mask: "[0, 1], [2, 3], [2, 4] and 7 more"."""
    names = [f"[{', '.join(map(str, position))}]" for position in mask.nonzero()[:3].tolist()]
    more = int(mask.sum()) - len(names)
    return f"{', '.join(names)} and {more} more" if more else listed(names)


def number(value: float) -> str:
    """Write a number with three significant digits."""
    return f"{value:.3g}"


def listed(items: Sequence[object], limit: int = 4) -> str:
    """Write "0, 3 and 5", or "0, 3, 5, 7 and 12 more"."""
    parts = [str(item) for item in items[:limit]]
    if len(items) > limit:
        return f"{', '.join(parts)} and {len(items) - limit} more"
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


@dataclass(frozen=True, slots=True)
class Factor:
    """What a factor could be: a name such as "1/n", and n."""

    name: str
    size: int

    def spelled(self) -> str:
        """Write the factor with its number: "1/32", "√16", "32/31"."""
        n = self.size
        return {
            "n": f"{n}",
            "1/n": f"1/{n}",
            "n/(n-1)": f"{n}/{n - 1}",
            "(n-1)/n": f"{n - 1}/{n}",
            "sqrt(n)": f"√{n}",
            "1/sqrt(n)": f"1/√{n}",
        }[self.name]


def recognise(value: float, sizes: Iterable[int], *, precision: float = 2e-5, guess: bool = True) -> Factor | None:
    """Return what a positive factor probably is, trying the sizes at hand, then (`guess`) others.

    >>> recognise(32.0, [4, 32])
    Factor(name='n', size=32)
    """
    known = [size for size in sizes if size > 1]
    products = [a * b for i, a in enumerate(known) for b in known[i + 1 :]]
    for candidates in (known, products) if len(known) <= 12 else (known,):
        for size in candidates:
            for name, factor in _forms(size):
                if abs(value - factor) <= precision * factor:
                    return Factor(name, size)
    return _guess(value, precision) if guess else None


def _forms(n: int) -> Iterable[tuple[str, float]]:
    yield "n", n
    yield "1/n", 1 / n
    if n > 2:
        yield "n/(n-1)", n / (n - 1)
        yield "(n-1)/n", (n - 1) / n
        yield "sqrt(n)", math.sqrt(n)
        yield "1/sqrt(n)", 1 / math.sqrt(n)


def _guess(value: float, precision: float) -> Factor | None:
    """Solve each form for n, and look whether n is whole."""
    solutions = (
        ("n", value),
        ("1/n", 1 / value),
        ("sqrt(n)", value**2),
        ("1/sqrt(n)", 1 / value**2),
        ("n/(n-1)", value / (value - 1) if value > 1 else 0.0),
        ("(n-1)/n", 1 / (1 - value) if value < 1 else 0.0),
    )
    for name, n in solutions:
        if 2 <= round(n) <= 100 and n < 1e6:
            size = round(n)
            if any(form == name and abs(value - f) <= precision * f for form, f in _forms(size)):
                return Factor(name, size)
    return None
