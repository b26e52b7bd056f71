"""Products that are summed: a @ b, and a times b summed over an axis, tried at a few places for all pairs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import torch

from autograder.diagnose.atoms import Atom, Candidate, broadcasts, cost_of, factors, joint_shape, unravelled

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
            sampled = torch.stack([line[at] for line in lines])  # (atoms, places, length)
            fitted = factors(own.flatten()[at], torch.einsum("pkl,qkl->pqk", sampled, sampled))
            for i, j in fitted.isfinite().nonzero().tolist():
                left, right, factor = atoms[i], atoms[j], float(fitted[i, j])
                if i <= j and joint_shape(left, right) == shape:
                    text = f"{left.text} times {right.text}, summed over axis {axis}"
                    yield Candidate(
                        cost_of(factor, left, right) + 0.2,
                        factor,
                        text,
                        partial(_summed, left, right, axis),
                    )


def matrix_products(own: torch.Tensor, at: torch.Tensor, named: list[Atom]) -> Iterator[Candidate]:
    """Yield matrix products of two values, each perhaps transposed or squared, of one batch or without."""
    if own.dim() < 2:
        return
    where = unravelled(at, own.shape)
    lefts: dict[int, list[tuple[Atom, torch.Tensor]]] = {}
    rights: dict[int, list[tuple[Atom, torch.Tensor]]] = {}
    for matrix in _matrices(named, own.shape[:-2]):
        index = where[:-2] if matrix.base.dim() > 2 else ()
        if matrix.base.shape[-2] == own.shape[-2]:
            lefts.setdefault(matrix.base.shape[-1], []).append((matrix, matrix.base[(*index, where[-2])]))
        if matrix.base.shape[-1] == own.shape[-1]:
            rights.setdefault(matrix.base.shape[-2], []).append((matrix, matrix.base.mT[(*index, where[-1])]))
    for length in lefts.keys() & rights.keys():
        a, b = (torch.stack([vectors for _, vectors in side[length]]) for side in (lefts, rights))
        fitted = factors(own.flatten()[at], torch.einsum("pkl,qkl->pqk", a, b))
        # a column times a row is rather said element by element
        outer = 1.0 if length == 1 or 1 in own.shape[-2:] else 0.0
        for i, j in fitted.isfinite().nonzero().tolist():
            (left, _), (right, _), factor = lefts[length][i], rights[length][j], float(fitted[i, j])
            if max(left.base.dim(), right.base.dim()) == own.dim():
                comma = "," if left.text.endswith("transposed") else ""
                text = f"{left.text}{comma} @ {right.text}"
                yield Candidate(cost_of(factor, left, right) + outer, factor, text, partial(_matmul, left, right))


def _matrices(named: list[Atom], batch: torch.Size) -> Iterator[Atom]:
    for atom in named:
        if atom.base.dim() > 1 and atom.base.shape[:-2] in (batch, torch.Size()):
            for square, cost in (("", 0), ("²", 1)):
                base = atom.base**2 if square else atom.base
                yield Atom(f"{atom.text}{square}", base, cost)
                yield Atom(f"{atom.text}{square}, transposed", base.mT, cost)


def _matmul(left: Atom, right: Atom) -> torch.Tensor:
    return left.value @ right.value


def _summed(left: Atom, right: Atom, axis: int) -> torch.Tensor:
    return (left.value * right.value).sum(axis)
