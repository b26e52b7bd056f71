"""Products that are summed: a @ b, and a times b summed over an axis, tried at a few places for all pairs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import torch

from autograder.diagnose.atoms import Atom, broadcasts, unravelled
from autograder.diagnose.proportions import Candidate, cost_of, factors, joint_shape

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["matrix_products", "summed_products"]


def summed_products(own: torch.Tensor, at: torch.Tensor, named: list[Atom]) -> Iterator[Candidate]:
    """Yield (a·b).sum(axis); `at` are places of `own`, as indices into the flat tensor."""
    for shape in {atom.base.shape for atom in named if atom.base.numel() > own.numel()}:
        atoms = [atom for atom in named if broadcasts(atom.base, shape)]
        for axis in range(len(shape)):
            kept = [n for i, n in enumerate(shape) if i != axis and n > 1]
            if shape[axis] < 2 or [n for n in own.shape if n > 1] != kept:
                continue
            lines = (atom.base.expand(shape).movedim(axis, -1).reshape(-1, shape[axis]) for atom in atoms)
            rows = torch.stack([line[at] for line in lines])  # (atoms, places, length)
            found = factors(own.flatten()[at], torch.einsum("pkl,qkl->pqk", rows, rows))
            for i, j in found.isfinite().nonzero().tolist():
                one, two, factor = atoms[i], atoms[j], float(found[i, j])
                if i <= j and joint_shape(one, two) == shape:
                    words = f"{one.words} times {two.words}, summed over axis {axis}"
                    yield Candidate(
                        cost_of(factor, one, two) + 0.2,
                        factor,
                        words,
                        partial(_summed, one, two, axis),
                    )


def matrix_products(own: torch.Tensor, at: torch.Tensor, named: list[Atom]) -> Iterator[Candidate]:
    """Yield matrix products of two values, each perhaps transposed or squared, of one batch or without."""
    if own.dim() < 2:
        return
    where = unravelled(at, own.shape)
    lefts: dict[int, list[tuple[Atom, torch.Tensor]]] = {}
    rights: dict[int, list[tuple[Atom, torch.Tensor]]] = {}
    for one in _matrices(named, own.shape[:-2]):
        index = where[:-2] if one.base.dim() > 2 else ()
        if one.base.shape[-2] == own.shape[-2]:
            lefts.setdefault(one.base.shape[-1], []).append((one, one.base[(*index, where[-2])]))
        if one.base.shape[-1] == own.shape[-1]:
            rights.setdefault(one.base.shape[-2], []).append((one, one.base.mT[(*index, where[-1])]))
    for length in lefts.keys() & rights.keys():
        a, b = (torch.stack([rows for _, rows in side[length]]) for side in (lefts, rights))
        found = factors(own.flatten()[at], torch.einsum("pkl,qkl->pqk", a, b))
        # a column times a row is rather said element by element
        outer = 1.0 if length == 1 or 1 in own.shape[-2:] else 0.0
        for i, j in found.isfinite().nonzero().tolist():
            (one, _), (two, _), factor = lefts[length][i], rights[length][j], float(found[i, j])
            if max(one.base.dim(), two.base.dim()) == own.dim():
                comma = "," if one.words.endswith("transposed") else ""
                words = f"{one.words}{comma} @ {two.words}"
                yield Candidate(cost_of(factor, one, two) + outer, factor, words, partial(_matmul, one, two))


def _matrices(named: list[Atom], batch: torch.Size) -> Iterator[Atom]:
    for atom in named:
        if atom.base.dim() > 1 and atom.base.shape[:-2] in (batch, torch.Size()):
            for square, cost in (("", 0), ("²", 1)):
                base = atom.base**2 if square else atom.base
                yield Atom(f"{atom.words}{square}", base, cost)
                yield Atom(f"{atom.words}{square}, transposed", base.mT, cost)


def _matmul(one: Atom, two: Atom) -> torch.Tensor:
    return one.value @ two.value


def _summed(one: Atom, two: Atom, axis: int) -> torch.Tensor:
    return (one.value * two.value).sum(axis)
