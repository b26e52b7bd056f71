"""The other checks' values: mistaken for this one, left out of it, or taken twice."""

from __future__ import annotations

import math
from itertools import chain, permutations, zip_longest
from typing import TYPE_CHECKING, Final

import torch

from autograder.diagnose.case import distinct
from autograder.diagnose.words import number, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from autograder.diagnose.case import Case
    from autograder.model import Diagnosis

__all__ = ["another", "made_from", "named", "product", "term"]

_LARGEST: Final = 1_000_000


def another(case: Case) -> Diagnosis | None:
    """The value that another check expects."""
    for name, other in case.others.items():
        if other.shape == case.actual.shape and case.makes(other) and _tells(case, other):
            return named(name)
    return None


def named(name: str) -> Diagnosis:
    """Return the diagnosis of a value that is another check's."""
    return seen(
        "another check's value",
        f"This is the value that the check “{name}” expects. Did two names change places, or is one step "
        "between them missing?",
    )


def term(case: Case) -> Diagnosis | None:
    """Another check's value is missing as a term, or is added once too often."""
    apart = case.actual - case.expected if case.same_shape else case.actual
    for name, other in _spread(case):
        weight = float((apart * other).sum() / (other**2).sum())
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
        if abs(weight) > 1e-6 and case.fits(case.actual - weight * other) and case.convincing(free=1):
            return seen(
                "term with another weight",
                f"The difference between yours and the expected values is a multiple of “{name}” (about "
                f"{number(weight)} times). With which factor does it enter?",
            )
    return None


def product(case: Case) -> Diagnosis | None:
    """Another check's value is missing as a factor, or is multiplied once too often."""
    for name, other in _spread(case):
        for words, value in (
            (f"“{name}”", other),
            (f"the square of “{name}”", other**2),
            (f"the root of “{name}”", other**0.5),
        ):
            if bool((value == 0).any()) or not value.isfinite().all():
                continue
            if case.fits(case.actual * value):
                return seen(
                    "factor missing",
                    f"Times {words}, element by element, your values would be right. Where does it enter the formula, "
                    "and with which exponent?",
                )
            if case.fits(case.actual / value):
                return seen(
                    "factor too many",
                    f"Your values are the expected ones times {words}, element by element. Is that a factor once too "
                    "often, or does it belong into the denominator?",
                )
    return None


def made_from(case: Case) -> Diagnosis | None:
    """The sum, the mean, the product, .. of other checks' values: what the student did compute."""
    own = case.actual
    if (
        case.exact
        or own.numel() < 3
        or own.numel() > _LARGEST // 10
        or not own.isfinite().all()
        or not _tells(case, own)
    ):
        return None
    rich = {name: other for name, other in case.others.items() if _tells(case, other) and other.numel() > 2}
    for words, value in chain(_of_one(rich, own.shape), _of_two(rich, own.shape)):
        if case.makes(value):
            return seen(
                "made from others",
                f"What you have computed is {words}. Is that what is asked for here?",
                0.8,
            )
    return None


def _of_one(known: Mapping[str, torch.Tensor], shape: torch.Size) -> Iterator[tuple[str, torch.Tensor]]:
    count = math.prod(shape)
    for name, other in known.items():
        if other.shape == shape:
            yield f"“{name}” with the other sign", -other
        for axis in range(other.dim()):
            if other.numel() == count * other.shape[axis] and other.shape[axis] > 1:
                yield f"the sum of “{name}” over axis {axis}", other.sum(axis).reshape(shape)
                yield f"the mean of “{name}” over axis {axis}", other.mean(axis).reshape(shape)


def _of_two(known: Mapping[str, torch.Tensor], shape: torch.Size) -> Iterator[tuple[str, torch.Tensor]]:
    for (one, a), (two, b) in permutations(known.items(), 2):
        if _joint(a.shape, b.shape) == tuple(shape):
            if one < two:
                yield f"“{one}” times “{two}”, element by element", a * b
                yield f"“{one}” plus “{two}”", a + b
            yield f"“{one}” minus “{two}”", a - b
        if min(a.dim(), b.dim()) < 2 or max(a.numel(), b.numel()) > _LARGEST // 10:
            continue
        for left, left_word in ((a, f"“{one}”"), (a.mT, f"“{one}”, transposed,")):
            for right, right_word in ((b, f"“{two}”"), (b.mT, f"“{two}”, transposed")):
                ends = (left.shape[-2], right.shape[-1])
                batch = _joint(left.shape[:-2], right.shape[:-2])
                if left.shape[-1] == right.shape[-2] and batch is not None and (*batch, *ends) == tuple(shape):
                    yield f"{left_word} @ {right_word}", left @ right


def _joint(a: Sequence[int], b: Sequence[int]) -> tuple[int, ...] | None:
    """Return the shape that two shapes broadcast to."""
    pairs = list(zip_longest(reversed(a), reversed(b), fillvalue=1))
    if any(1 not in pair and pair[0] != pair[1] for pair in pairs):
        return None
    return tuple(reversed([max(pair) if 0 not in pair else 0 for pair in pairs]))


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
        return case.expected_dtype in {torch.float32, torch.float64} and bool(
            ((other * 12 - (other * 12).round()).abs() > 1e-3).all()
        )
    step = torch.finfo(torch.float32).eps * float(other.abs().max()) * 100 or 1.0
    return bool(other.isfinite().all()) and distinct((other / step).round()) >= (12 if case.exact else 3)
