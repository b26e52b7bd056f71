"""What a wrong value may be made of: other values, functions of them, sums and maxima along an axis.

In: named tensors and a shape. Out: atoms, which are tensors with their words; and for a few sampled places
their values as one table, so that all pairs can be tried at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Atom", "along_axes", "applied", "broadcasts", "plain", "positions", "table", "unravelled", "varied"]

_SAMPLED: Final = 6

# slopes and the like, said of “a”; no multiples: a factor is found anyway
_FUNCTIONS: Final[tuple[tuple[str, Callable[[torch.Tensor], torch.Tensor]], ...]] = (
    ("1/{}", lambda x: 1 / x),
    ("{}²", lambda x: x**2),
    ("1/{}²", lambda x: x**-2),
    ("√{}", torch.sqrt),
    ("exp({})", torch.exp),
    ("log({})", torch.log),
    ("tanh({})", torch.tanh),
    ("(1 − {})", lambda x: 1 - x),
    ("(1 − {}²)", lambda x: 1 - x**2),
    ("{0}(1 − {0})", lambda x: x * (1 - x)),
    ("(1 − tanh²({}))", lambda x: 1 - x.tanh() ** 2),
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A named value, or what became of it; `cost` counts the steps."""

    words: str
    base: torch.Tensor
    cost: int = 0
    function: Callable[[torch.Tensor], torch.Tensor] | None = None  # element by element, not yet applied

    @property
    def value(self) -> torch.Tensor:
        """The tensor that the words name."""
        return self.base if self.function is None else self.function(self.base)


def plain(others: Mapping[str, torch.Tensor]) -> list[Atom]:
    """Return the named values that are finite and not the same everywhere."""
    return [Atom(f"“{name}”", value) for name, value in others.items() if value.numel() > 2 and varied(value)]


def varied(value: torch.Tensor) -> bool:
    """Tell whether a value is finite and not, up to rounding, the same everywhere."""
    low, high = (float(end) for end in value.aminmax()) if value.numel() else (0.0, 0.0)
    return high - low > 1e-4 * max(abs(low), abs(high)) and high < torch.inf and low > -torch.inf


def applied(atoms: list[Atom]) -> list[Atom]:
    """Return each of the functions of each value."""
    return [
        replace(atom, words=words.format(atom.words), cost=atom.cost + 1, function=function)
        for words, function in _FUNCTIONS
        for atom in atoms
    ]


def along_axes(atoms: list[Atom]) -> Iterator[Atom]:
    """Yield the sums, means and greatest values along each axis, which stays with size 1."""
    for atom in atoms:
        for axis in range(atom.base.dim() if atom.base.dim() > 1 else 0):
            if atom.base.shape[axis] > 1:
                total = atom.base.sum(axis, keepdim=True)
                for word, value in (
                    ("sum", total),
                    ("mean", total / atom.base.shape[axis]),
                    ("maximum", atom.base.amax(axis, keepdim=True)),
                ):
                    if varied(value):
                        yield Atom(f"the {word} of {atom.words} over axis {axis}", value, 1)


def broadcasts(value: torch.Tensor, shape: torch.Size) -> bool:
    """Tell whether a tensor can be spread over a shape."""
    if value.dim() > len(shape):
        return False
    return all(a in (1, b) for a, b in zip(reversed(value.shape), reversed(shape), strict=False))


def positions(value: torch.Tensor) -> torch.Tensor:
    """Return a few places (indices into the flat tensor) with values that are not 0, of all sizes."""
    flat = value.flatten()
    used = flat.nonzero().flatten()
    order = used[flat[used].abs().argsort(descending=True, stable=True)]
    return order[torch.linspace(0, len(order) - 1, min(_SAMPLED, len(order))).long()] if len(order) else order


def unravelled(at: torch.Tensor, shape: torch.Size) -> tuple[torch.Tensor, ...]:
    """Return one tensor of indices for each axis, as torch.unravel_index does; that imports sympy first, 0.6 s."""
    where = []
    for size in reversed(shape):
        where.append(at % size)
        at = at // size
    return tuple(reversed(where))


def table(atoms: list[Atom], shape: torch.Size, at: torch.Tensor) -> torch.Tensor:
    """Return the values of atoms at some places of a shape that they broadcast to: (atoms, places)."""
    if not atoms:
        return torch.empty(0, len(at), dtype=torch.float64)
    where = unravelled(at, shape)
    rows: dict[int, torch.Tensor] = {}
    for atom in atoms:
        if id(atom.base) not in rows:
            base = atom.base.reshape((1,) * (len(shape) - atom.base.dim()) + tuple(atom.base.shape))
            index = tuple(w if size > 1 else torch.zeros_like(w) for w, size in zip(where, base.shape, strict=True))
            rows[id(atom.base)] = base[index]
    found = []
    first = 0
    while first < len(atoms):  # neighbours with the same function in one go
        last = first
        while last < len(atoms) and atoms[last].function is atoms[first].function:
            last += 1
        block = torch.stack([rows[id(atom.base)] for atom in atoms[first:last]])
        function = atoms[first].function
        found.append(block if function is None else function(block))
        first = last
    return torch.cat(found)
