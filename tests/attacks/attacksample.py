"""Which attacks are driven: all of them in `make test-all`, a part of them at each level in `make test`."""

from __future__ import annotations

from attackfile import Attack, attacks
from sampling import EVERYTHING

from autograder.isolation import probe
from autograder.model import Level

__all__ = ["chosen"]

_EVERY = {"best": 3, "other": 12}  # one attack in so many, at the machine's best level and at the other


def chosen(level: Level) -> list[Attack]:
    """Return what is driven at a level."""
    fit = [one for one in attacks() if one.level in ("", level.value)]
    best = Level.STRONG if probe().level is Level.STRONG else Level.ADEQUATE
    return fit if EVERYTHING else fit[:: _EVERY["best" if level is best else "other"]]
