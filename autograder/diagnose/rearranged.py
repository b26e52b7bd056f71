"""The right numbers at the wrong places: reversed, shifted, permuted."""

from __future__ import annotations

import math
from typing import Final

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import listed, seen, slices
from autograder.model import Diagnosis

__all__ = ["flipped", "permuted", "scattered", "shifted"]

_LARGEST: Final = 300_000  # elements that are still sorted


@hypothesis("reversed", same_shape=True, telling=True)
def flipped(case: Case) -> Diagnosis | None:
    """In reverse order along an axis."""
    for axis in range(case.expected.dim()):
        if case.expected.shape[axis] > 1 and case.fits(case.actual.flip(axis)):
            what = slices(axis, case.expected.dim())
            return seen(
                "reversed",
                f"The {what} are right, but in reverse order. From which end does the loop, or the formula, start?",
            )
    return None


@hypothesis("shifted by one", same_shape=True)
def shifted(case: Case) -> Diagnosis | None:
    """One place too early or too late along an axis."""
    for axis in range(case.expected.dim()):
        length = case.expected.shape[axis]
        for by in (1, -1):
            if length < 3 or not case.fits(_moved(case, axis, by)):
                continue
            part = torch.ones_like(case.expected, dtype=torch.bool)
            part.select(axis, length - 1 if by == 1 else 0).fill_(value=False)
            if case.convincing(part):
                what = slices(axis, case.expected.dim())
                return seen(
                    "shifted by one",
                    f"The {what} are right, but stand one place too {'far back' if by == 1 else 'early'}: an index "
                    "is off by one. Does the count begin at 0 or at 1, and where does the loop end?",
                )
    return None


def _moved(case: Case, axis: int, by: int) -> torch.Tensor:
    """Move the student's values one place back, and fill the gap with what is expected there."""
    candidate = case.actual.roll(-by, axis).clone()
    end = case.expected.shape[axis] - 1 if by == 1 else 0
    candidate.select(axis, end).copy_(case.expected.select(axis, end))
    return candidate


@hypothesis("permuted", same_shape=True, most=_LARGEST, finite=True)
def permuted(case: Case) -> Diagnosis | None:
    """All rows, or columns, .. are there, in another order."""
    for axis in range(case.expected.dim()):
        length = case.expected.shape[axis]
        own, wanted = (x.movedim(axis, 0).reshape(length, -1) for x in (case.actual, case.expected))
        if length < 3 or not own.shape[1]:
            continue
        # one number tells a row from the others; equal rows may stand for each other
        key = torch.linspace(1, 2, own.shape[1], dtype=torch.float64).cos()
        order = torch.empty(length, dtype=torch.long)
        order[(wanted @ key).argsort(stable=True)] = (own @ key).argsort(stable=True)
        if not case.fits(case.actual.index_select(axis, order)):
            continue
        if case.convincing(penalty=math.lgamma(length + 1) / math.log(10)):
            what = slices(axis, case.expected.dim())
            moved = (order != torch.arange(length)).nonzero().flatten().tolist()
            return seen(
                "permuted",
                f"All {what} are right, but some stand at another's place: {listed(moved)}. What decides their order?",
            )
    return None


@hypothesis("same numbers elsewhere", least=4, most=_LARGEST, finite=True)
def scattered(case: Case) -> Diagnosis | None:
    """The same numbers, each somewhere else: a view where a transpose was needed."""
    own, wanted = case.actual, case.expected
    if own.numel() != wanted.numel():
        return None
    order = wanted.flatten().argsort(stable=True)
    candidate = torch.empty_like(wanted).flatten()
    candidate[order] = own.flatten().sort().values
    if not case.fits(candidate.reshape(wanted.shape)):
        return None
    if not case.convincing(penalty=math.lgamma(wanted.numel() + 1) / math.log(10)):
        return None
    return seen(
        "same numbers elsewhere",
        "Exactly the expected numbers, but at other places. What decides where each one stands: an index, a flip, a "
        "transpose, which moves numbers, or a `view` or `reshape`, which only cuts their row anew?",
    )
