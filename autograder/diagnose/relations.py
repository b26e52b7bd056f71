"""The other values: mistaken for this one, left out of it, taken twice, or with another weight."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

import torch

from autograder.diagnose.atoms import named_atoms, places, varied
from autograder.diagnose.case import Case, distinct
from autograder.diagnose.made import CHOICE, products
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import number, seen
from autograder.model import Diagnosis

__all__ = ["another", "blend", "named", "other_term", "product", "term", "two_terms"]

_LARGEST: Final = 1_000_000  # elements
_MOST_TERMS: Final = 100_000  # where products of others are tried
_TRIED: Final = 8  # candidates that are looked at as a whole

_of_terms = partial(hypothesis, same_shape=True, dims=1, most=_LARGEST, finite=True, telling=True)
_of_products = partial(hypothesis, same_shape=True, least=3, most=_MOST_TERMS, floats=True, finite=True, clear=True)


@hypothesis("another value")
def another(case: Case) -> Diagnosis | None:
    """The value of another check, or of a variable of the notebook."""
    for name, value in case.others.items():
        if value.shape == case.actual.shape and case.makes(value) and _tells(case, value):
            return named(name)
    return None


def named(name: str) -> Diagnosis:
    """Return the diagnosis of a value that has another name."""
    return seen(
        "another value",
        f"This is the value of “{name}”, not of what is asked for here. What does your code read here that it reads "
        "there, too, and which step leads from the one to the other?",
    )


@_of_terms("term missing", "term too many", "term with another weight")
def term(case: Case) -> Diagnosis | None:
    """Another check's value is missing as a term, or is added once too often."""
    apart = case.actual - case.expected
    for name, value in _spread(case):
        weight = float((apart * value).sum() / (value**2).sum())
        if case.fits(case.actual + value):
            return seen(
                "term missing",
                f"What is missing is exactly the value of “{name}”: a sum has one term too few, or one is taken away "
                "that should not be. Through how many paths does the result depend on it?",
            )
        if name in case.at_hand and case.fits(case.actual - value):
            return seen(
                "term too many",
                f"You have exactly the value of “{name}” too much: is it added twice, or where it does not belong?",
            )
        if abs(weight) > 1e-3 and case.fits(case.actual - weight * value) and case.convincing(free=1):
            return seen(
                "term with another weight",
                f"The difference between yours and the expected values is a multiple of “{name}” (about "
                f"{number(weight)} times). With which factor does it enter?",
            )
    return None


@_of_terms("factor missing", "factor too many")
def product(case: Case) -> Diagnosis | None:
    """Another check's value is missing as a factor, or is multiplied once too often."""
    at = places(case.expected)
    for name, factor in _spread(case):
        for text, value in (
            (f"“{name}”", factor),
            (f"the square of “{name}”", factor**2),
            (f"the root of “{name}”", factor**0.5),
            (f"the third power of “{name}”", factor**3),
            (f"the fourth power of “{name}”", factor**4),
        ):
            few, y, wanted = (x.flatten()[at] for x in (value, case.actual, case.expected))
            near = 2 * case.allowed.flatten()[at]
            if not bool(((y * few - wanted).abs() <= near).all() or ((y / few - wanted).abs() <= near).all()):
                continue
            if bool((value == 0).any()) or not value.isfinite().all():
                continue
            if case.fits(case.actual * value):
                return seen(
                    "factor missing",
                    f"Times {text}, element by element, your values would be right. Where does it enter the formula, "
                    "and with which exponent?",
                )
            if name in case.at_hand and case.fits(case.actual / value):
                return seen(
                    "factor too many",
                    f"Your values are the expected ones times {text}, element by element. Is that a factor once too "
                    "often, or does it belong into the denominator?",
                )
    return None


@_of_products("term missing", "term too many", "term with another weight")
def two_terms(case: Case) -> Diagnosis | None:
    """A product of two other values is missing as a term, or has another weight."""
    for weight, text in _difference(case, functions=False):
        if weight == -1.0:
            return seen(
                "term missing",
                f"What is missing is exactly {text}: a sum has one term too few. Through how many paths does the "
                "result depend on it?",
            )
        if weight == 1.0:
            return seen("term too many", f"You have exactly {text}, too much. Does it belong there?")
        return seen(
            "term with another weight",
            f"The difference between yours and the expected values is {text}, times {number(weight)}. Is a term made "
            "of them missing, or which factor does it have?",
        )
    return None


@_of_products("another term")
def other_term(case: Case) -> Diagnosis | None:
    """A term is computed in another way: the difference is a product with a function of another value."""
    for weight, text in _difference(case, functions=True):
        return seen(
            "another term",
            f"The difference between yours and the expected values is {text}, times {number(weight)}. Which term, or "
            "which slope, do you compute in another way?",
            0.7,
        )
    return None


def _difference(case: Case, *, functions: bool) -> Iterator[tuple[float, str]]:
    """Yield weights and words of products that are the difference between the student's and the expected value."""
    apart = case.actual - case.expected
    at = places(apart.where(apart.abs() > case.allowed, 0.0))
    if len(at) < 3 or not varied(apart):
        return
    differing = replace(case, expected=apart)  # a small difference has fewer digits than the values
    candidates = sorted(
        products(apart, at, named_atoms(case.others), functions=functions), key=lambda candidate: candidate.cost
    )
    for candidate in candidates[:_TRIED]:
        alone = abs(abs(candidate.factor) - 1) < 1e-4
        weight = math.copysign(1.0, candidate.factor) if alone else candidate.factor
        if case.fits(case.actual - weight * candidate.make()) and differing.convincing(free=not alone, penalty=CHOICE):
            yield weight, candidate.text


@_of_terms("another mixture", least=3, floats=True, clear=True)
def blend(case: Case) -> Diagnosis | None:
    """The expected values and another's in a mixture: the weights of a sum, or of a mean, are others."""
    named = list(_spread(case))
    for name, value in named:
        both = torch.stack([case.expected.flatten(), value.flatten()], 1)
        scale = both.abs().amax(0)
        weights = torch.linalg.lstsq(both / scale, case.actual.flatten()[:, None]).solution[:, 0] / scale
        s, t = weights.tolist()
        if not 0.03 < abs(s) < 30 or abs(t) * float(scale[1]) < 1e-3 * float(scale[0]):
            continue
        if not case.fits((case.actual - t * value) / s) or not case.convincing(free=2, penalty=math.log10(len(named))):
            continue
        return seen(
            "another mixture",
            f"Yours are {number(s)} times the expected values plus {number(t)} times “{name}”: the parts are the right "
            "ones, but not their weights. Which weight belongs to which, and which divisor to which part?",
            0.8,
        )
    return None


def _spread(case: Case) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield the other checks' values that have the expected shape, or can be broadcast to it."""
    shape = case.expected.shape
    for name, value in case.others.items():
        if not _tells(case, value) or value.dim() > len(shape):
            continue
        padded = value.reshape((1,) * (len(shape) - value.dim()) + tuple(value.shape))
        if all(a in (1, b) for a, b in zip(padded.shape, shape, strict=True)):
            yield name, padded.expand(shape)


def _tells(case: Case, value: torch.Tensor) -> bool:
    """Tell whether a value is rich enough to be recognised: a few zeros and ones are not."""
    if value.numel() == 1:
        return case.expected_dtype in {torch.float32, torch.float64} and bool(
            ((value * 12 - (value * 12).round()).abs() > 1e-3).all()
        )
    step = torch.finfo(torch.float32).eps * float(value.abs().max()) * 100 or 1.0
    enough = 12 if case.exact else 3
    if not value.isfinite().all():
        return False
    first = value.flatten()[:64]
    return distinct((first / step).round()) >= enough or distinct((value / step).round()) >= enough
