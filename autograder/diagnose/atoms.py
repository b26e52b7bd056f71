"""What a wrong value may be made of: other values, functions of them, sums and maxima along an axis.

In: named tensors and a shape. Out: atoms, which are tensors with a name; for a few places (indices into the flat
tensor) their values as one table, so that all pairs can be tried at once; and candidates, which are equal to a value
up to one factor at these places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

import torch

__all__ = [
    "Atom",
    "Candidate",
    "along_axes",
    "applied",
    "broadcasts",
    "cost_of",
    "factors",
    "joint_shape",
    "named_atoms",
    "places",
    "table",
    "unravelled",
    "varied",
]

_SAMPLED: Final = 6  # places
_CLOSE: Final = 1e-4  # relative

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

    text: str  # “h”, the sum of “h” over axis 0
    base: torch.Tensor
    cost: int = 0
    function: Callable[[torch.Tensor], torch.Tensor] | None = None  # element by element, not yet applied

    @property
    def value(self) -> torch.Tensor:
        return self.base if self.function is None else self.function(self.base)


def named_atoms(others: Mapping[str, torch.Tensor]) -> list[Atom]:
    """Return the named values that are finite and not the same everywhere."""
    return [Atom(f"“{name}”", value) for name, value in others.items() if value.numel() > 2 and varied(value)]


def varied(value: torch.Tensor) -> bool:
    """Tell whether a value is finite and not, up to rounding, the same everywhere."""
    low, high = (float(end) for end in value.aminmax()) if value.numel() else (0.0, 0.0)
    return high - low > 1e-4 * max(abs(low), abs(high)) and high < torch.inf and low > -torch.inf


def applied(atoms: list[Atom]) -> list[Atom]:
    """Return each function of each value."""
    return [
        replace(atom, text=text.format(atom.text), cost=atom.cost + 1, function=function)
        for text, function in _FUNCTIONS
        for atom in atoms
    ]


def along_axes(atoms: list[Atom]) -> Iterator[Atom]:
    """Yield the sums, means and greatest values along each axis, which stays with size 1."""
    for atom in atoms:
        for axis in range(atom.base.dim() if atom.base.dim() > 1 else 0):
            if atom.base.shape[axis] > 1:
                total = atom.base.sum(axis, keepdim=True)
                for reduction, value in (
                    ("sum", total),
                    ("mean", total / atom.base.shape[axis]),
                    ("maximum", atom.base.amax(axis, keepdim=True)),
                ):
                    if varied(value):
                        yield Atom(f"the {reduction} of {atom.text} over axis {axis}", value, 1)


def broadcasts(value: torch.Tensor, shape: torch.Size) -> bool:
    """Tell whether a tensor can be broadcast to a shape."""
    if value.dim() > len(shape):
        return False
    return all(a in (1, b) for a, b in zip(reversed(value.shape), reversed(shape), strict=False))


def places(value: torch.Tensor) -> torch.Tensor:
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
    sampled: dict[int, torch.Tensor] = {}
    for atom in atoms:
        if id(atom.base) not in sampled:
            base = atom.base.reshape((1,) * (len(shape) - atom.base.dim()) + tuple(atom.base.shape))
            index = tuple(w if size > 1 else torch.zeros_like(w) for w, size in zip(where, base.shape, strict=True))
            sampled[id(atom.base)] = base[index]
    blocks = []
    first = 0
    while first < len(atoms):  # neighbours with the same function in one go
        last = first
        while last < len(atoms) and atoms[last].function is atoms[first].function:
            last += 1
        block = torch.stack([sampled[id(atom.base)] for atom in atoms[first:last]])
        function = atoms[first].function
        blocks.append(block if function is None else function(block))
        first = last
    return torch.cat(blocks)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that is proportional to a value where it was looked at."""

    cost: float  # of several that fit, the cheapest explains
    factor: float  # the value is about this many times what `make` gives
    text: str  # “h” times “gain”, element by element
    make: Callable[[], torch.Tensor]  # computes it as a whole


def factors(value: torch.Tensor, candidates: torch.Tensor) -> torch.Tensor:
    """Return the factor between a value (places,) and each candidate (.., places); NaN where there is none."""
    ratio = value / candidates
    low, high = ratio.amin(-1), ratio.amax(-1)
    middle = (low + high) / 2
    fits = ((high - low) <= _CLOSE * middle.abs()) & middle.isfinite() & (middle != 0)
    return torch.where(fits, middle, torch.nan)


def cost_of(factor: float, *atoms: Atom) -> float:
    """Return how far-fetched a candidate is: the steps of its atoms, their number, and a factor besides 1."""
    off = abs(abs(factor) - 1)
    return sum(atom.cost for atom in atoms) + len(atoms) + (0.5 if off > 1e-4 else 0.1 * (factor < 0))


def joint_shape(left: Atom, right: Atom) -> tuple[int, ...]:
    """Return the shape that two atoms, which broadcast against each other, broadcast to."""
    pairs = zip_longest(reversed(left.base.shape), reversed(right.base.shape), fillvalue=1)
    return tuple(reversed([max(a, b) for a, b in pairs]))
