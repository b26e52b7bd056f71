"""Checks a quantity that has no single right value, only a bound: a loss, an accuracy, a held-out error."""

from __future__ import annotations

import math

import numpy as np
import torch

from autograder.compare.words import article, clamp, number_text
from autograder.model import Mismatch

__all__ = ["within_bound"]


def within_bound(actual: object, *, at_most: float | None = None, at_least: float | None = None) -> Mismatch | None:
    """Return how a number breaks its bounds, or None if it keeps them.

    A number is an int, a float, or a tensor or array with one element; it must be finite. Raises
    ValueError without any bound.
    """
    if at_most is None and at_least is None:
        msg = "within_bound needs at_most or at_least"
        raise ValueError(msg)
    number = _number(actual)
    if isinstance(number, Mismatch):
        return number
    if not math.isfinite(number):
        return Mismatch("finite", f"the value is {number}, expected a finite number", 1, 1, actual=str(number))
    if at_most is not None and number > at_most:
        return _broken(number, at_most, "above the bound: at most")
    if at_least is not None and number < at_least:
        return _broken(number, at_least, "below the bound: at least")
    return None


def _number(value: object) -> float | Mismatch:
    if isinstance(value, torch.Tensor | np.ndarray | np.generic):
        if math.prod(value.shape) != 1:
            return Mismatch("shape", f"shape {tuple(value.shape)}, expected a single number")
        value = value.item()
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError:
            return math.inf
    kind = type(value).__name__.removesuffix("Type").replace("str", "text")
    return Mismatch("type", f"{article(kind)}, expected a single number")


def _broken(number: float, bound: float, words: str) -> Mismatch:
    text = f"{number_text(number)} is {words} {bound:g} is asked for"
    excess = clamp(abs(number - bound))
    return Mismatch("bound", text, 1, 1, worst_abs=excess, actual=number_text(number), bound=float(bound))
