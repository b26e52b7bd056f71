"""Margins -> an SVG: each check a row, each answer a dot at its error, on a logarithmic axis.

Right answers are green and belong to the left of the tolerance, wrong ones red and to its right; between
a tenth and ten times the tolerance nothing may lie. A dot's tooltip names the answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from autograder.audit.margins import ENOUGH, Margin, Size
from autograder.report.markup import escaped, short

__all__ = ["margins_svg"]

_LEFT, _PLOT, _RIGHT = 290, 740, 50  # pixels: names; the axis; what is off it
_ROW, _TOP, _BELOW = 15, 34, 8
_LEAST, _MOST = -10.0, 10.0  # log10 of error / tolerance
_EQUAL = _LEFT - 22.0  # where an error of 0 is drawn
_INFINITE = _LEFT + _PLOT + 22.0


def margins_svg(margins: Iterable[Margin]) -> str:
    """Return the picture; its colours are the page's variables --good, --bad, --line, --dim, --ink."""
    rows = list(margins)
    height = _TOP + _ROW * len(rows) + _BELOW
    width = _LEFT + _PLOT + _RIGHT
    drawn = "".join(_row(margin, _TOP + _ROW * (number + 0.5)) for number, margin in enumerate(rows))
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="errors of right and wrong answers at each check, in tolerances" '
        f'font-family="inherit" font-size="11">{"".join(_axis(height))}{drawn}</svg>'
    )


def _x(log: float) -> float:
    return _LEFT + _PLOT * (min(max(log, _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST)


def _axis(height: int) -> Iterator[str]:
    band = math.log10(ENOUGH)
    yield (
        f'<rect x="{_x(-band):.1f}" y="{_TOP}" width="{_x(band) - _x(-band):.1f}" '
        f'height="{height - _TOP - _BELOW}" fill="var(--fair)" opacity="0.22"/>'
    )
    for power in range(int(_LEAST), int(_MOST) + 1, 2):
        ink = "var(--ink)" if power == 0 else "var(--line)"
        x = f"{_x(power):.1f}"
        yield f'<line x1="{x}" x2="{x}" y1="{_TOP}" y2="{height - _BELOW}" stroke="{ink}"/>'
        exponent = f'<tspan dy="-4" font-size="8">{power}</tspan>'.replace(">-", ">\N{MINUS SIGN}")
        word = f"10{exponent}" if power else "tolerance"
        yield f'<text x="{_x(power):.1f}" y="{_TOP - 8}" text-anchor="middle" fill="var(--dim)">{word}</text>'
    yield f'<text x="{_EQUAL:.1f}" y="{_TOP - 8}" text-anchor="middle" fill="var(--dim)">equal</text>'
    yield f'<text x="{_INFINITE:.1f}" y="{_TOP - 8}" text-anchor="middle" fill="var(--dim)">∞</text>'


def _row(margin: Margin, y: float) -> str:
    weight = ' font-weight="700" fill="var(--bad)"' if list(margin.faults()) else ' fill="var(--ink)"'
    name = (
        f'<text x="{_EQUAL - 12}" y="{y + 4:.1f}" text-anchor="end"{weight}>{short(margin.check, max_chars=38)}'
        f"{'' if not margin.hidden else ' ·'}</text>"
    )
    line = (
        f'<line x1="{_LEFT}" x2="{_LEFT + _PLOT}" y1="{y:.1f}" y2="{y:.1f}" stroke="var(--line)" '
        'stroke-dasharray="1 3"/>'
    )
    right = _dots(margin.right, margin.worst_right, y, "var(--good)")
    wrong = _dots(margin.wrong, margin.least_wrong, y, "var(--bad)")
    return line + name + right + wrong


def _dots(sizes: Iterable[Size], outstanding: Size, y: float, colour: str) -> str:
    """Draw each place once; the one that decides the margin is larger."""
    places: dict[float, list[Size]] = {}
    for size in sizes:
        places.setdefault(round(_place(size.error)), []).append(size)
    drawn = []
    for x, found in places.items():
        radius, opacity = (4.0, 1.0) if outstanding in found else (2.6, 0.55)
        names = ", ".join(one.by for one in found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
        title = escaped(f"{names}: {_amount(found[0].error)}")
        drawn.append(
            f'<circle cx="{x}" cy="{y:.1f}" r="{radius}" fill="{colour}" fill-opacity="{opacity}">'
            f"<title>{title}</title></circle>"
        )
    return "".join(drawn)


def _place(error: float) -> float:
    if error == 0:
        return _EQUAL
    return _INFINITE if math.isinf(error) else _x(math.log10(error))


def _amount(error: float) -> str:
    if error == 0:
        return "equal"
    return "no tolerance would help" if math.isinf(error) else f"{error:.2g} tolerances"
