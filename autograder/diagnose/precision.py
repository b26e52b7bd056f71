"""A value in half precision where a longer float type is expected: what its few digits still tell."""

from __future__ import annotations

from typing import Final

import torch

from autograder.compare import compare
from autograder.compare.words import dtype_text
from autograder.diagnose.case import Values
from autograder.diagnose.registry import relation
from autograder.diagnose.words import seen
from autograder.model import Diagnosis

__all__ = ["besides", "in_half", "out_of_range", "right_in_half"]

_DIGITS: Final = {torch.float16: 3, torch.bfloat16: 2}  # decimal
_CALL: Final = {torch.float16: ".half()", torch.bfloat16: ".bfloat16()"}
_ROUNDINGS: Final = 4  # of the largest value: what a few steps in half precision add up to


def in_half(actual: torch.Tensor, expected: torch.Tensor) -> torch.Tensor | None:
    """Return the expected value in the student's half precision; None if the student's is in none."""
    if actual.dtype not in _DIGITS or expected.dtype not in (torch.float32, torch.float64):
        return None
    return expected.to(actual.dtype)


@relation("half precision")
def out_of_range(values: Values) -> Diagnosis | None:
    """Some expected numbers are larger than half precision can hold."""
    actual, expected = values.actual, values.expected
    rounded = expected.to(actual.dtype)
    beyond = int((rounded.isinf() & expected.isfinite()).sum())
    if not beyond:
        return None
    own, wanted = dtype_text(actual), dtype_text(expected)
    return seen(
        "half precision",
        f"Yours is {own} where {wanted} is expected. {own} ends at {torch.finfo(actual.dtype).max:.5g}, and "
        f"{beyond} of the {rounded.numel()} numbers are beyond it.",
    )


@relation("half precision")
def right_in_half(values: Values) -> Diagnosis | None:
    """The numbers are right as far as half precision can tell."""
    actual, expected = values.actual, values.expected
    if actual.shape != expected.shape:
        return None
    rounded = expected.to(actual.dtype).double()
    finite = rounded[rounded.isfinite()]
    allowed = _ROUNDINGS * torch.finfo(actual.dtype).eps * (float(finite.abs().max()) if finite.numel() else 0.0)
    if compare(actual.double(), rounded, rtol=0.0, atol=allowed) is not None:
        return None
    own, wanted = dtype_text(actual), dtype_text(expected)
    return seen(
        "half precision",
        f"The numbers are right as far as {own} can tell, which is about {_DIGITS[actual.dtype]} digits; {wanted} is "
        f"expected. What made them {own}: a conversion ({_CALL[actual.dtype]}, dtype=torch.{own}), or torch.autocast?",
    )


@relation("half precision")
def besides(values: Values) -> Diagnosis | None:
    """The numbers are wrong too; nothing if the shapes differ, which says so already."""
    actual, expected = values.actual, values.expected
    if actual.shape != expected.shape:
        return None
    mismatch = compare(actual, expected.to(actual.dtype))
    if mismatch is None or not mismatch.count:
        return None
    own, wanted = dtype_text(actual), dtype_text(expected)
    return seen(
        "half precision",
        f"Yours is {own} where {wanted} is expected, and the numbers are wrong besides: {mismatch.count} of "
        f"{mismatch.total} differ by more than the {_DIGITS[actual.dtype]} digits of {own} explain.",
        0.8,
    )
