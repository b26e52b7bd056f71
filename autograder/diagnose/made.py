"""What a wrong value was made from: a function, a product, a sum, a matrix product of other values.

The student's value is looked for among all that a line of code may make of the notebook's other values,
up to a constant factor. That tells what was computed, not what should have been. All combinations are tried
at a few places first; only what fits there is computed as a whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import Final

import torch

from autograder.diagnose.atoms import (
    Atom,
    Candidate,
    along_axes,
    applied,
    broadcasts,
    cost_of,
    factors,
    joint_shape,
    named_atoms,
    places,
    table,
)
from autograder.diagnose.case import Case, distinct
from autograder.diagnose.matrices import matrix_products, summed_products
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import number, seen
from autograder.model import Diagnosis

__all__ = ["CHOICE", "made_from", "picked", "products"]

_LARGEST: Final = 100_000  # elements
CHOICE: Final = 4.0  # digits: one combination among some thousand
_FAR_FETCHED: Final = 2.5  # cost, beyond which a single entry of each row is the better explanation
_TRIED: Final = 12  # candidates that are looked at as a whole


@hypothesis("made from others", "one entry of each row", floats=True)
def made_from(case: Case) -> Diagnosis | None:
    """Say what of the other values the student's value was made from."""
    own = case.actual
    if not 3 <= own.numel() <= _LARGEST or not own.isfinite().all() or distinct(own) < 3:
        return None
    at = places(own)
    if len(at) < 3:
        return None
    mirror = case.mirrored()
    named = named_atoms(case.at_hand)
    reduced = list(along_axes(named))
    candidates = [
        *_singles(own, at, named, reduced),
        *products(own, at, named, functions=True),
        *_crossed(
            own, at, [atom for atom in reduced if broadcasts(atom.base, own.shape)], _spread(reduced + named, own)
        ),
        *_sums(own, at, named),
        *summed_products(own, at, named),
        *matrix_products(own, at, named),
    ]
    for candidate in sorted(candidates, key=lambda candidate: candidate.cost)[:_TRIED]:
        if candidate.cost > _FAR_FETCHED and (diagnosis := picked(case)):
            return diagnosis
        value = (
            candidate.make().expand(own.shape)
            if broadcasts(candidate.make(), own.shape)
            else candidate.make().reshape(own.shape)
        )
        alone = abs(abs(candidate.factor) - 1) < 1e-4 and mirror.fits(math.copysign(1.0, candidate.factor) * value)
        factor = math.copysign(1.0, candidate.factor) if alone else candidate.factor
        if mirror.fits(factor * value) and mirror.convincing(free=not alone, penalty=CHOICE):
            multiple = {1.0: "", -1.0: ", with the other sign"}.get(factor, f", times {number(factor)}")
            shapes = "" if own.shape == case.expected.shape else f" Its shape is {tuple(own.shape)}, not the asked one."
            text = f"What you have computed is {candidate.text}{multiple}.{shapes} Is that what is asked for here?"
            return seen("made from others", text, 0.8)
    return None


def _value(atom: Atom) -> torch.Tensor:
    return atom.value


def _product(left: Atom, right: Atom) -> torch.Tensor:
    return left.value * right.value


def _sum(left: Atom, right: Atom, sign: int) -> torch.Tensor:
    return left.value + sign * right.value


def _spread(atoms: list[Atom], own: torch.Tensor) -> list[Atom]:
    return [atom for atom in atoms if broadcasts(atom.base, own.shape)]


def _singles(own: torch.Tensor, at: torch.Tensor, named: list[Atom], reduced: list[Atom]) -> Iterator[Candidate]:
    same = [atom for atom in named if atom.base.shape == own.shape]
    flat = [Atom(atom.text, atom.base.reshape(own.shape), 1) for atom in reduced if atom.base.numel() == own.numel()]
    spread = [atom for atom in reduced if atom.base.numel() < own.numel() and broadcasts(atom.base, own.shape)]
    atoms = [*same, *flat, *spread, *_along(same, own.shape), *applied(same)]
    fitted = factors(own.flatten()[at], table(atoms, own.shape, at))
    for atom, factor in zip(atoms, fitted.tolist(), strict=True):
        if math.isfinite(factor):
            yield Candidate(cost_of(factor, atom), factor, atom.text, partial(_value, atom))


def _along(atoms: list[Atom], shape: torch.Size) -> Iterator[Atom]:
    """Yield values in reverse order, and running sums and means."""
    for atom in atoms:
        for axis in range(len(shape)):
            if shape[axis] < 2:
                continue
            yield Atom(f"{atom.text} in reverse order along axis {axis}", atom.base.flip(axis), 1)
            yield Atom(f"the running sum of {atom.text} along axis {axis}", atom.base.cumsum(axis), 1)
            counts = torch.arange(1, shape[axis] + 1).view([-1 if i == axis else 1 for i in range(len(shape))])
            mean = (atom.base.flip(axis).cumsum(axis) / counts).flip(axis)
            yield Atom(f"the running mean of {atom.text} along axis {axis}, from the end", mean, 2)


def products(own: torch.Tensor, at: torch.Tensor, named: list[Atom], *, functions: bool) -> Iterator[Candidate]:
    """Yield the products a·b, or a·f(b), that are `own` times a factor at some places."""
    first = _spread(named, own)
    yield from _crossed(own, at, first, first + (applied(first) if functions else []))


def _crossed(own: torch.Tensor, at: torch.Tensor, first: list[Atom], second: list[Atom]) -> Iterator[Candidate]:
    if not first or not second:
        return
    a, b = table(first, own.shape, at), table(second, own.shape, at)
    fitted = factors(own.flatten()[at], a[:, None] * b[None])
    for i, j in fitted.isfinite().nonzero().tolist():
        left, right, factor = first[i], second[j], float(fitted[i, j])
        if joint_shape(left, right) == own.shape:
            text = f"{left.text} times {right.text}, element by element"
            yield Candidate(cost_of(factor, left, right), factor, text, partial(_product, left, right))


def _sums(own: torch.Tensor, at: torch.Tensor, named: list[Atom]) -> Iterator[Candidate]:
    """Yield a + b and a - b."""
    first = _spread(named, own)
    a, y = table(first, own.shape, at), own.flatten()[at]
    for sign, operation in ((1, "plus"), (-1, "minus")):
        hits = ((a[:, None] + sign * a[None] - y).abs() <= 1e-4 * y.abs()).all(-1)
        for i, j in hits.nonzero().tolist():
            left, right = first[i], first[j]
            if i != j and joint_shape(left, right) == own.shape:
                yield Candidate(
                    2.0,
                    1.0,
                    f"{left.text} {operation} {right.text}",
                    partial(_sum, left, right, sign),
                )


@hypothesis("one entry of each row", floats=True)
def picked(case: Case) -> Diagnosis | None:
    """One entry of each row of another value, where something of the whole row is asked for."""
    own = case.actual.flatten()
    if not 3 <= own.numel() <= _LARGEST or distinct(own) < 3 or not own.isfinite().all():
        return None
    mirror = case.mirrored()
    for atom in named_atoms(case.others):
        value = atom.base
        if value.dim() != 2 or value.shape[0] != len(own) or value.shape[1] < 2:
            continue
        for sign, minus in ((1, ""), (-1, ", with the other sign")):
            apart = (sign * value - own[:, None]).abs()
            chosen = sign * value.gather(1, apart.argmin(1, keepdim=True))
            penalty = len(own) * math.log10(value.shape[1])
            if mirror.fits(chosen.reshape(case.actual.shape)) and mirror.convincing(penalty=penalty):
                return seen(
                    "one entry of each row",
                    f"Each of your values is a single entry of the same row of {atom.text}{minus}. Is one entry asked "
                    "for here, or something of the whole row?",
                    0.8,
                )
    return None
