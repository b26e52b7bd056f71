"""The other checks' values: mistaken for this one, left out of it, or taken twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from autograder.diagnose.case import distinct
from autograder.diagnose.words import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.diagnose.case import Case
    from autograder.model import Diagnosis

__all__ = ["another", "product", "term"]

_LARGEST: Final = 1_000_000


def another(case: Case) -> Diagnosis | None:
    """The value that another check expects."""
    for name, other in case.others.items():
        if other.shape == case.actual.shape and case.makes(other) and _tells(case, other):
            return seen(
                "another check's value",
                f"This is the value that the check “{name}” expects. Did two names change places, or is one step "
                "between them missing?",
            )
    return None


def term(case: Case) -> Diagnosis | None:
    """Another check's value is missing as a term, or is added once too often."""
    for name, other in _spread(case):
        if case.fits(case.actual + other):
            return seen(
                "term missing",
                f"What is missing is exactly the value of “{name}”: a sum has one term too few. Through how many "
                "paths does the result depend on it?",
            )
        if case.fits(case.actual - other):
            return seen(
                "term too many",
                f"You have exactly the value of “{name}” too much: is it added twice, or where it does not belong?",
            )
    return None


def product(case: Case) -> Diagnosis | None:
    """Another check's value is missing as a factor, or is multiplied once too often."""
    for name, other in _spread(case):
        if bool((other == 0).any()):
            continue
        if case.fits(case.actual * other):
            return seen(
                "factor missing",
                f"Times the value of “{name}”, element by element, yours would be right. Where does it enter the formula?",
            )
        if case.fits(case.actual / other):
            return seen(
                "factor too many",
                f"Yours is the expected value times that of “{name}”, element by element. Is it a factor once too often?",
            )
    return None


def _spread(case: Case) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield the other checks' values that have the expected shape, or can be broadcast to it."""
    shape = case.expected.shape
    if not case.same_shape or not case.finite or not shape or case.expected.numel() > _LARGEST:
        return
    if not case.convincing():
        return
    for name, other in case.others.items():
        if not _tells(case, other) or other.dim() > len(shape):
            continue
        padded = other.reshape((1,) * (len(shape) - other.dim()) + tuple(other.shape))
        if all(a in (1, b) for a, b in zip(padded.shape, shape, strict=True)):
            yield name, padded.expand(shape)


def _tells(case: Case, other: torch.Tensor) -> bool:
    """Tell whether a value is rich enough to be recognised: a few zeros and ones are not."""
    if other.numel() == 1:
        return not case.exact and bool(((other * 12 - (other * 12).round()).abs() > 1e-3).all())
    step = torch.finfo(torch.float32).eps * float(other.abs().max()) * 100 or 1.0
    return bool(other.isfinite().all()) and distinct((other / step).round()) >= (12 if case.exact else 3)
