"""What can be seen at a glance: another dtype, NaN, zeros, one number everywhere."""

from __future__ import annotations

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import listed, number, seen, slices
from autograder.model import Diagnosis

__all__ = ["constant", "dtype", "inverted", "masked", "nearly", "not_finite", "zeros"]

_ROUNDING = 1e-3  # what is left where terms cancel is smaller, whatever it is held against


@hypothesis("dtype", cheap=True)
def dtype(case: Case) -> Diagnosis | None:
    """Right values in another dtype."""
    if case.actual_dtype == case.expected_dtype or not case.fits(case.actual):
        return None
    own, wanted = (str(kind).removeprefix("torch.") for kind in (case.actual_dtype, case.expected_dtype))
    return seen(
        "dtype",
        f"The numbers are right, but they are stored as {own} where {wanted} is expected. "
        "Which operation, or which tensor that you made yourself, changed the dtype?",
        1.0,
    )


@hypothesis("masked with a number", same_shape=True)
def masked(case: Case) -> Diagnosis | None:
    """A finite number where minus infinity should hide a score."""
    hidden = case.expected == -torch.inf
    if not hidden.any() or not (hidden | case.expected.isfinite()).all():
        return None
    fill = case.actual[hidden]
    if not fill.isfinite().all() or bool((fill != fill[0]).any()):
        return None
    if not case.fits(case.actual.masked_fill(hidden, -torch.inf)):
        return None
    return seen(
        "masked with a number",
        f"The masked places hold {number(float(fill[0]))}. What does the softmax make of such a score, "
        "and what should it make of a masked one?",
    )


@hypothesis("NaN", "infinity", same_shape=True, cheap=True)
def not_finite(case: Case) -> Diagnosis | None:
    """NaN or infinity where the expected value is finite."""
    if not case.expected.isfinite().all():
        return None
    nan, inf = case.actual.isnan(), case.actual.isinf()
    if nan.any():
        return seen("NaN", f"{_where_nan(nan)} NaN. {_why_nan(case, nan)}", 0.8)
    if inf.any():
        text = (
            f"{int(inf.sum())} of {inf.numel()} values are infinite. Does something divide by zero, "
            "take the log of zero, or the exp of a large number?"
        )
        return seen("infinity", text, 0.8)
    return None


def _where_nan(nan: torch.Tensor) -> str:
    if nan.all():
        return "Every value is"
    for axis in range(nan.dim() if nan.dim() > 1 else 0):
        lines = nan.movedim(axis, 0).flatten(1)
        whole, some = lines.all(1), lines.any(1)
        if bool((whole == some).all()):
            where = listed(whole.nonzero().flatten().tolist())
            return f"Whole {slices(axis, nan.dim())} ({where}) are"
    return f"{int(nan.sum())} of {nan.numel()} values {'is' if int(nan.sum()) == 1 else 'are'}"


def _why_nan(case: Case, nan: torch.Tensor) -> str:
    if not nan.all() and bool((nan == (case.expected == 0)).all()):
        return "It is where 0 is expected: 0 times infinity (as in 0·log 0) and 0/0 give NaN."
    return (
        "NaN comes from 0/0 or 0 · ∞, from ∞ − ∞ or ∞/∞ after the exp of a large number, from the log or root of a "
        "negative number, or from a row of nothing but −∞; in a gradient also from what `where` hides afterwards. "
        "Which step makes the first one?"
    )


@hypothesis("zeros", same_shape=True, finite=True, cheap=True)
def zeros(case: Case) -> Diagnosis | None:
    """Nothing but zeros, or what rounding leaves of them."""
    if case.actual.numel() < 2 or case.fits(torch.zeros_like(case.expected)):
        return None
    if case.actual_dtype is torch.bool:  # all False: an answer like any other
        return None
    if not case.actual.any():
        return seen(
            "zeros",
            "All values are 0. Was the result created with zeros and never filled, or is a gradient never "
            "assigned, or multiplied by 0?",
        )
    largest = float(case.actual.abs().max())
    if case.exact or largest > _ROUNDING or largest > 1e-5 * float(case.expected.abs().mean()):
        return None
    return seen(
        "zeros",
        "All values are 0 up to rounding: everything cancels. Is a sum taken too early, before each term has met its "
        "own factor, or is a part of the result missing?",
    )


@hypothesis("constant", "uniform", same_shape=True, least=3, finite=True, telling=True)
def constant(case: Case) -> Diagnosis | None:
    """One number everywhere."""
    own = case.actual
    if float(own.max()) != float(own.min()) or float(own.max()) == 0.0:
        return None
    value = float(own.max())
    for axis in range(own.dim()):
        if abs(value * own.shape[axis] - 1) < 1e-5 and bool(((case.expected.sum(axis) - 1).abs() < 1e-3).all()):
            return seen(
                "uniform",
                f"All weights are 1/{own.shape[axis]}: every place counts the same, also one that should count less or "
                "not at all. Which scores lead to equal weights, and which one to the weight 0?",
            )
    return seen(
        "constant",
        f"All values are the same number, {number(value)}. Is one result computed for everything (a mean over too many "
        "axes?) and then spread over the whole shape, or is this still what it was set to at the beginning?",
        0.8,
    )


@hypothesis("inverted", same_shape=True, least=9)
def inverted(case: Case) -> Diagnosis | None:
    """True for False, 1 for 0."""
    ones = case.expected == 1
    if not bool((ones | (case.expected == 0)).all()) or not case.fits(1 - case.actual):
        return None
    if bool(ones.all()) or not bool(ones.any()):
        return None
    return seen(
        "inverted",
        "Yours is the exact opposite: set where it should not be, and not set where it should. "
        "Check the direction of the comparison or of the mask.",
    )


@hypothesis("nearly right", same_shape=True, least=4, floats=True, finite=True, clear=True)
def nearly(case: Case) -> Diagnosis | None:
    """Too far off for rounding, too close for a wrong formula."""
    apart, size = (case.actual - case.expected).abs(), case.expected.abs()
    if not bool((apart <= 0.02 * size + case.allowed).all()):
        return None
    if int((size > 100 * case.allowed).sum()) < 4 or case.digits() < 2.5 or not case.convincing():
        return None
    share = float((apart / size.clamp_min(1e-300))[size > 100 * case.allowed].max())
    return seen(
        "nearly right",
        f"You are close: the largest relative difference is {number(100 * share)} %. That is too much for rounding and "
        "very little for a wrong formula. Think of small things: an ε, n or n − 1, a rounded constant, a lower "
        "precision.",
        0.6,
    )
