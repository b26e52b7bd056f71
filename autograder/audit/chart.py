"""Margins -> an SVG: each check a row, each answer a dot at its error, on a logarithmic axis.

Right answers are green and belong to the left of the tolerance, wrong ones red and to its right; between
a tenth and ten times the tolerance nothing may lie. A dot's tooltip names the answer. What stands where is
worked out here; the template draws it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from autograder.audit.margins import ENOUGH, Margin, Size
from autograder.report.pages import rendered

__all__ = ["drawing_of", "margins_svg"]

_LEFT, _PLOT, _RIGHT = 290, 740, 50  # pixels: names; the axis; what is off it
_ROW, _TOP, _BELOW = 15, 34, 8
_LEAST, _MOST = -10, 10  # log10 of error / tolerance
_EQUAL = _LEFT - 22  # where an error of 0 is drawn
_INFINITE = _LEFT + _PLOT + 22


def margins_svg(margins: Iterable[Margin]) -> str:
    """Return the picture; its colours are the page's variables --good, --bad, --line, --dim, --ink, --fair."""
    return rendered("margins.svg.jinja", drawing=drawing_of(margins))


def drawing_of(margins: Iterable[Margin]) -> dict[str, Any]:
    """Return what the template needs: all positions in pixels."""
    rows = [(margin, _TOP + _ROW * (number + 0.5)) for number, margin in enumerate(margins)]
    bottom = _TOP + _ROW * len(rows)
    band = math.log10(ENOUGH)
    return {
        "width": _LEFT + _PLOT + _RIGHT, "height": bottom + _BELOW, "top": _TOP, "bottom": bottom,
        "left": _LEFT, "right": _LEFT + _PLOT, "equal": _EQUAL, "infinite": _INFINITE,
        "band": (_x(-band), _x(band)),
        "ticks": [(power, _x(power)) for power in range(_LEAST, _MOST + 1, 2)],
        "rows": [(margin, any(margin.faults()), y, _dots(margin)) for margin, y in rows],
    }  # fmt: skip


def _x(log: float) -> float:
    return round(_LEFT + _PLOT * (min(max(log, _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST), 1)


def _dots(margin: Margin) -> list[tuple[str, int, list[str], str, bool]]:
    """Return (colour, x, who, how far off, whether it decides the margin), each position once."""
    dots = []
    for colour, sizes, outstanding in (
        ("good", margin.right, margin.worst_right),
        ("bad", margin.wrong, margin.least_wrong),
    ):
        locations: dict[int, list[Size]] = {}
        for size in sizes:
            locations.setdefault(round(_location(size.error)), []).append(size)
        for x, there in locations.items():
            who = [size.by for size in there]
            dots.append((colour, x, who, _amount(there[0].error), outstanding in there))
    return dots


def _location(error: float) -> float:
    if error == 0:
        return _EQUAL
    return _INFINITE if math.isinf(error) else _x(math.log10(error))


def _amount(error: float) -> str:
    if error == 0:
        return "equal"
    return "no tolerance would help" if math.isinf(error) else f"{error:.2g} tolerances"
