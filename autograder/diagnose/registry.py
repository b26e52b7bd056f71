"""Hypotheses: what each one declares of itself, and the register of all causes.

A hypothesis is a function of a wrong value that returns a Diagnosis or None. Its decorator declares the causes that it
may name, and the conditions under which it is asked at all; where one does not hold, the function is not called.

    @hypothesis("sign", same_shape=True, finite=True, cheap=True)
    def sign(case: Case) -> Diagnosis | None: ...

`hypothesis` is for tensors (and what can be made one), `relation` for all other values. Causes are authors'
vocabulary too (`shows:` beside a misconception) and the keys of the fixed sentences of hidden checks (report/fixed.py).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from autograder.diagnose.case import Case, Values
from autograder.diagnose.code import CAUSES
from autograder.errors import NotebookError
from autograder.model import Diagnosis

__all__ = ["POINTERS", "REGISTRY", "Hypothesis", "hypothesis", "known_causes", "relation", "require_known"]

# Causes that say where a value goes wrong and not why: what is known of why comes before them
POINTERS: Final = frozenset({
    "counts too large", "counts too small", "diagonal", "empty", "few wrong", "first id that differs",
    "first merge that differs", "keys missing", "keys too many", "members missing", "members too many",
    "missing at the beginning", "missing at the end", "mostly one row or column", "one item missing",
    "one item too many", "right up to a place", "some right", "some wrong", "too many at the beginning",
    "too many at the end",
})  # fmt: skip

Asked = TypeVar("Asked", Case, Values)


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis(Generic[Asked]):
    """A function, the causes that it may name, and what must hold before it is asked; called like the function."""

    ask: Callable[[Asked], Diagnosis | None]
    causes: tuple[str, ...]
    conditions: Mapping[str, Callable[[Asked], bool]]  # by name, the cheapest first
    cheap: bool = False  # takes a moment on millions of elements: what is asked of large tensors

    @property
    def name(self) -> str:
        return f"{self.ask.__module__.rpartition('.')[2]}.{self.ask.__name__}"

    def __call__(self, case: Asked) -> Diagnosis | None:
        return self.ask(case) if all(holds(case) for holds in self.conditions.values()) else None


REGISTRY: Final[dict[str, Hypothesis[Case] | Hypothesis[Values]]] = {}


def known_causes() -> frozenset[str]:
    """Return the name of each cause that numbers, values of any kind, or a student's own code can show."""
    return frozenset(cause for declared in REGISTRY.values() for cause in declared.causes) | frozenset(CAUSES)


def require_known(causes: Iterable[str], location: str) -> None:
    """Raise NotebookError if a cause that an author names, at this location, is none that a diagnosis gives."""
    known = sorted(known_causes())
    for cause in causes:
        if cause not in known:
            near = get_close_matches(cause, known, 1, 0.5)
            hint = f"did you mean {near[0]!r}? " if near else ""
            raise NotebookError(f"{location}: there is no cause {cause!r}; {hint}known are: {'; '.join(known)}")


def hypothesis(
    *causes: str,
    same_shape: bool | None = None,
    dims: int = 0,
    least: int = 0,
    most: float = math.inf,
    floats: bool = False,
    finite: bool = False,
    clear: bool = False,
    telling: bool = False,
    cheap: bool = False,
) -> Callable[[Callable[[Case], Diagnosis | None]], Hypothesis[Case]]:
    """Declare a hypothesis about tensors.

    same_shape: the shapes agree (False: they differ); dims: axes of the expected value, at least; least, most: its
    elements; floats: its dtype is a float; finite: no NaN or infinity on either side; clear: some element is far off,
    not just beyond the tolerance (with same_shape); telling: agreement with all of it can't be chance.
    """
    conditions: dict[str, Callable[[Case], bool] | None] = {
        "same_shape": None if same_shape is None else lambda case: case.same_shape is same_shape,
        "dims": (lambda case: case.expected.dim() >= dims) if dims else None,
        "least": (lambda case: case.expected.numel() >= least) if least else None,
        "most": (lambda case: case.expected.numel() <= most) if most < math.inf else None,
        "floats": (lambda case: not case.exact) if floats else None,
        "finite": (lambda case: case.finite) if finite else None,
        "clear": (lambda case: case.clear) if clear else None,
        "telling": (lambda case: case.telling) if telling else None,
    }
    return _declared(causes, conditions, cheap=cheap)


def relation(
    *causes: str, same_length: bool | None = None, least: int = 0, text: bool = False
) -> Callable[[Callable[[Values], Diagnosis | None]], Hypothesis[Values]]:
    """Declare a hypothesis about lists, dicts, sets, texts or numbers.

    same_length: both have as many items (False: not); least: items on the side that has fewer; text: both
    are texts, not bytes.
    """
    conditions: dict[str, Callable[[Values], bool] | None] = {
        "same_length": None if same_length is None else lambda values: values.same_length is same_length,
        "least": (lambda values: values.common >= least) if least else None,
        "text": (lambda values: isinstance(values.actual, str) and isinstance(values.expected, str)) if text else None,
    }
    return _declared(causes, conditions)


def _declared(
    causes: tuple[str, ...], conditions: Mapping[str, Callable[[Asked], bool] | None], *, cheap: bool = False
) -> Callable[[Callable[[Asked], Diagnosis | None]], Hypothesis[Asked]]:
    used = MappingProxyType({name: holds for name, holds in conditions.items() if holds is not None})

    def declare(ask: Callable[[Asked], Diagnosis | None]) -> Hypothesis[Asked]:
        declared = Hypothesis(ask, causes, used, cheap)
        if not causes or declared.name in REGISTRY:
            raise ValueError(f"{declared.name}: a hypothesis names a cause, and is declared once")
        REGISTRY[declared.name] = declared
        return declared

    return declare
